"""How what stands beside a figure may begin: a look-up for a whole batch, before a long pattern is asked about it.

Units, currencies and words for millions are alternations of hundreds of forms. Behind most figures stands nothing of
the kind, and the first characters tell so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import numpy as np
import numpy.typing as npt

from mtcheck.codepoints import CharTable, Codes
from mtcheck.data import IntArray

_OPTIONAL = frozenset("?*{")
_ASSERTION = re.compile(r"\(\?<?[=!]")
#: Small letters that go on a word for every pattern that asks that it end.
SMALL_LETTERS = ((ord("a"), ord("z")), (ord("а"), ord("я")))
#: Letters that a case-insensitive pattern takes for each other beyond `str.lower`.
_FOLDS = {"ı": "i", "ſ": "s", "µ": "μ", "ς": "σ"}
_FOLDED = CharTable(lambda char: ord(_FOLDS.get(char, char.lower()[0])) << 1, np.uint32)


def openings(pattern: str) -> Iterator[str]:
    """The literal beginning of each alternative of a pattern; with `*` behind it where the pattern goes on otherwise.

    >>> list(openings("km|kilomet\\\\w*|(?:us-|u)?dollars?|mil(?:a|e)|yen(?!x)"))
    ['km', 'kilomet*', 'us-*', 'u*', 'dollar*', 'mil*', 'yen']
    """
    for one in _alternatives(pattern):
        if one.startswith("(?:"):
            end = _closing(one)
            yield from (f"{text.removesuffix('*')}*" for text in openings(one[3:end]))
            if one[end + 1 : end + 2] == "?":
                yield from openings(one[end + 2 :])
        else:
            yield _beginning(one)


def _alternatives(pattern: str) -> list[str]:
    found, first, at = [], 0, 0
    while at < len(pattern):
        if pattern[at] == "|":
            found.append(pattern[first:at])
            first = at + 1
        at = _closing(pattern, at) + 1 if pattern[at] in "([" else at + 1 + (pattern[at] == "\\")
    return [*found, pattern[first:]]


def _closing(pattern: str, at: int = 0) -> int:
    """Where the group or class that opens at a place ends."""
    if pattern[at] == "[":
        return pattern.index("]", at + 2)
    at += 1
    while pattern[at] != ")":
        at = _closing(pattern, at) + 1 if pattern[at] in "([" else at + 1 + (pattern[at] == "\\")
    return at


def _beginning(pattern: str) -> str:
    found, at = "", 0
    while at < len(pattern):
        if _ASSERTION.match(pattern, at):
            at = _closing(pattern, at) + 1
            continue
        escaped = pattern[at] == "\\"
        char = pattern[at + escaped]
        at += 1 + escaped
        if pattern[at : at + 1] in _OPTIONAL or (char.isalnum() if escaped else char in "([.+"):
            found += "*"
            break
        found += char
    if found in ("", "*"):
        raise ValueError(f"{pattern!r} may begin with anything")
    return found


def keys_at(codes: Codes) -> IntArray:
    """Three code points each, as columns, as one number: in lower case, and of what is no letter the first alone."""
    lower = _FOLDED.of(codes).astype(np.int64) >> 1
    letters = np.zeros(codes.shape, dtype=bool)
    for first, last in SMALL_LETTERS:
        letters |= (lower >= first) & (lower <= last)
    second = letters[0] & letters[1]
    found: IntArray = lower[0] << 42 | (lower[1] * second) << 21 | lower[2] * (second & letters[2])
    return found


class Openings:
    """Beginnings to look up: those of `openings`, by three characters at most."""

    def __init__(self, texts: Iterable[str]) -> None:
        by_length: tuple[set[str], ...] = (set(), set(), set())
        for text in texts:
            begin = text.removesuffix("*")[:3]
            by_length[len(begin) - 1 if text.endswith("*") else 2].add(begin)
        self._tables = [
            (np.unique(keys_at(_columns(sorted(some)))), -1 << (42 - 21 * n))
            for n, some in enumerate(by_length)
            if some
        ]

    def has(self, keys: IntArray) -> npt.NDArray[np.bool_]:
        """Which of some places, as `keys_at` has them, may begin so."""
        found = np.zeros(len(keys), dtype=bool)
        for table, cut in self._tables:
            own = keys & cut
            found |= table[np.minimum(np.searchsorted(table, own), len(table) - 1)] == own
        return found


def _columns(texts: list[str]) -> Codes:
    return np.array([[ord(char) for char in text.ljust(3, "\0")] for text in texts], dtype=np.uint32).T
