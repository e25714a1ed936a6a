"""Every reading of a run of digits with separators, and its parts."""

from __future__ import annotations

import re


def readings(token: str) -> tuple[set[float], tuple[float, ...]]:
    """The values of a run of digits with separators, and its parts where it may be several numbers.

    >>> sorted(readings("1.234")[0]), readings("24.05.2016")
    ([1.234, 1234.0], (set(), (24.0, 5.0, 2016.0)))
    """
    if token.isdigit():
        return {_number(token)}, ()
    pieces = re.split(r"\D", token)
    parts = tuple(_number(piece) for piece in pieces)
    seps = re.sub(r"\d", "", token)
    grouped = all(len(p) == 3 for p in pieces[1:]) and len(pieces[0]) <= 3
    indian = len(pieces[-1]) == 3 and all(len(p) == 2 for p in pieces[1:-1]) and len(pieces[0]) <= 2
    whole = _number("".join(pieces))
    values: set[float] = set()
    if len(set(seps)) == 1 and (grouped or indian) and not token.startswith("0"):
        values.add(whole)
    last = seps[-1]
    # Nobody writes a decimal fraction of three noughts: 12,000 is twelve thousand.
    if last in ".,·" and seps.count(last) == 1 and not (values and pieces[-1] == "000"):
        head = pieces[1:-1]
        if len(seps) == 1 or all(len(p) in (2, 3) for p in head):
            values.add(_number("".join(pieces[:-1]) + "." + pieces[-1]))
    return values, parts


def _number(digits: str) -> float:
    return float(digits) if len(digits) <= 300 else float(hash(digits))
