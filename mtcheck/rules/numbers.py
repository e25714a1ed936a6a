"""Numbers compared as values, whatever their notation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mtcheck.data import Hit, Pair, Severity, Side
from mtcheck.rules._number_words import CALENDARS
from mtcheck.rules._numbers import Number, explained, figures, fold_digits, numerals
from mtcheck.rules._units import conversions
from mtcheck.rules.registry import rule

_RUNS = re.compile(r"\d+")


@rule(
    "NUM001",
    "number-mismatch",
    category="accuracy/mistranslation",
    severity=Severity.MAJOR,
    message="A number may have changed: {detail}.",
)
def number_mismatch(pair: Pair) -> Iterator[Hit]:
    """A number in the target stands where the source has another one.

    Why: a wrong figure changes the meaning, and a quick read does not show it.
    Flags: en "in 1984" / fi "vuonna 1948"
    Flags: ru "2,5 млрд рублей" / en "2.5 million rubles"
    Passes: en "3,000 people" / fi "3 000 ihmistä"
    Passes: ru "2,5 млн" / en "2,500,000"
    Passes: zh "3万5千" / en "35,000"
    Passes: ru "100 км" / en "62 miles"
    Limits: both sides must hold a figure in digits without an equal; number words, Han and Roman numerals only ever
        excuse one. Equal digits in another order are not looked at.
    """
    source, target = unmatched(pair)
    if not source or len(source) != len(target) or len(source) > 3:
        return
    if any(was.code != now.code for was, now in zip(source, target, strict=True)):
        return
    for was, now in zip(source, target, strict=True):
        old, new = _shown(pair.source, was), _shown(pair.target, now)
        yield Hit(
            side=Side.TARGET,
            start=now.start,
            end=max(now.end, now.end_scale),
            detail=f"“{new}” where the source has “{old}”",
            suggestion=old if not (was.scaled or now.scaled or was.parts) else None,
        )


def unmatched(pair: Pair) -> tuple[list[Number], list[Number]]:
    """The figures of both sides that have no equal on the other, however written."""
    source_text, target_text = fold_digits(pair.source), fold_digits(pair.target)
    runs = sorted(_RUNS.findall(source_text)), sorted(_RUNS.findall(target_text))
    if not runs[0] or not runs[1]:
        return [], []
    source, target = figures(pair.source, pair.source_lang), figures(pair.target, pair.target_lang)
    same_digits = runs[0] == runs[1]
    if same_digits and not (any(n.scaled for n in source) and any(n.scaled for n in target)):
        return [], []
    left = [n for n in source if not any(_equal(n, other) for other in target)]
    right = [n for n in target if not any(_equal(other, n) for other in source)]
    if not left or not right:
        return left, right
    known_source, known_target = _known(pair.source, pair.source_lang), _known(pair.target, pair.target_lang)
    left = [n for n in left if not _excused(n, known_target)]
    right = [n for n in right if not _excused(n, known_source)]
    if _joined(left) == _joined(right) and not any(n.scaled for n in left):
        return [], []
    related = conversions(pair.source, pair.target)
    offsets = CALENDARS.get((pair.source_lang or "")[:2], ()) + CALENDARS.get((pair.target_lang or "")[:2], ())
    kept = [n for n in left if not any(_related(n, m, offsets) or related(n, m) for m in right)]
    right = [m for m in right if not any(_related(n, m, offsets) or related(n, m) for n in left)]
    return _distinct(kept), _distinct(right)


def _distinct(numbers: list[Number]) -> list[Number]:
    """Without repeats of a value: `1895 (明治28)` is one number."""
    return [n for i, n in enumerate(numbers) if not any(n.values & m.values for m in numbers[:i])]


def _equal(a: Number, b: Number) -> bool:
    if a.scaled and b.scaled:
        return bool(a.scaled & b.scaled)
    if a.values & b.values:
        return True
    return bool(a.parts) and a.parts == b.parts


def _known(text: str, lang: str | None) -> set[float]:
    found = numerals(text, lang)
    known = set(found.words)
    for number in found.figures:
        known |= number.scaled or number.plain
        if not number.scaled and (len(number.parts) > 2 or _is_clock(number)):
            known.update(number.parts)
    return known


def _excused(number: Number, known: set[float]) -> bool:
    if any(explained(value, known) for value in number.values):
        return True
    return bool(number.parts) and not number.scaled and all(explained(part, known) for part in number.parts)


def _is_clock(number: Number) -> bool:
    return len(number.parts) == 2 and number.parts[0] <= 24 and number.parts[1] < 60 and len(number.digits) >= 3


def _joined(numbers: Sequence[Number]) -> str:
    return "".join(n.digits for n in numbers)


def _related(a: Number, b: Number, offsets: tuple[int, ...]) -> bool:
    """The same moment or period in another notation: 5 pm, the 1900s, '98, another calendar."""
    for x in a.plain | set(a.parts):
        for y in b.plain | set(b.parts):
            low, high = min(x, y), max(x, y)
            if high <= 24 and high - low == 12:
                return True
            if 1000 <= high <= 2100 and ((low == high % 100 and low) or (high % 100 == 0 and low == high // 100 + 1)):
                return True
            if high < 2400 and low <= 24 and high == low * 100:
                return True
            if any(high - low == offset for offset in offsets):
                return True
    return False


def _shown(text: str, number: Number) -> str:
    return text[number.start : max(number.end, number.end_scale)]
