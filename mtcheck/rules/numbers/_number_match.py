"""Figures of the two sides held against each other: which have no equal on the other side, however written."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from mtcheck.data import Pair
from mtcheck.rules.numbers._number_words import CALENDARS
from mtcheck.rules.numbers._units import conversions, unit_after
from mtcheck.rules.numbers.figures import Number, figures, fold_digits
from mtcheck.rules.numbers.numerals import explained, numerals
from mtcheck.rules.words.views import kept

#: A text of more figures is a table, and one with more that have no equal is not the other's translation.
MAX_FIGURES = 60
MAX_OPEN = 20
_RUNS = re.compile(r"\d+")


@kept
def has_digit(text: str) -> bool:
    """Whether a text has a decimal digit of any script."""
    return _RUNS.search(text) is not None


def unmatched(pair: Pair) -> tuple[list[Number], list[Number]]:
    """The figures of both sides that have no equal on the other, however written."""
    if not has_digit(pair.source) or not has_digit(pair.target):
        return [], []
    source_text, target_text = fold_digits(pair.source), fold_digits(pair.target)
    runs = sorted(_RUNS.findall(source_text)), sorted(_RUNS.findall(target_text))
    source, target = figures(pair.source, pair.source_lang), figures(pair.target, pair.target_lang)
    same_digits = runs[0] == runs[1]
    if same_digits and not (any(n.scaled for n in source) and any(n.scaled for n in target)):
        return [], []
    left, right = unequal(source, target), unequal(target, source)
    if (not left and not right) or max(len(left), len(right)) > MAX_OPEN:
        return [], []
    here, there = known_values(pair.source, pair.source_lang), known_values(pair.target, pair.target_lang)
    # One figure against one, of which one is surely without an equal: a likely word does not excuse the other.
    open_left, open_right = unexcused(left, there[0]), unexcused(right, here[0])
    if len(left) == len(right) == 1 and (open_left or open_right):
        open_left, open_right = unexcused(left, there[1]), unexcused(right, here[1])
    left, right = open_left or _repeats(source, target), open_right or _repeats(target, source)
    if not open_left and not open_right:
        return [], []
    if _joined(left) == _joined(right) and not any(n.scaled for n in left):
        return [], []
    converted = conversions(pair.source, pair.target)
    offsets = CALENDARS.get((pair.source_lang or "")[:2], ()) + CALENDARS.get((pair.target_lang or "")[:2], ())
    return (
        _distinct([n for n in left if not any(related(n, m, offsets) or converted(n, m) for m in right)]),
        _distinct(
            [
                m
                for m in right
                if not any(related(n, m, offsets) or converted(n, m) for n in left)
                and not _is_added(pair, m, target, right)
            ]
        ),
    )


def _is_added(pair: Pair, number: Number, target: Sequence[Number], unmatched: Sequence[Number]) -> bool:
    """Whether a figure of the target is another of it, one with an equal in the source, in another unit."""
    converted = conversions(pair.target, pair.target)
    return unit_after(pair.target, number) is not None and any(
        converted(n, number) for n in target if n not in unmatched and unit_after(pair.target, n) is not None
    )


def is_mismatch(pair: Pair, start: int) -> bool:
    """Whether the figure that begins there stands for another one, which is number-mismatch's matter."""
    left, right = unmatched(pair)
    return 0 < len(left) == len(right) <= 3 and any(number.start == start for number in right)


def unexcused(numbers: list[Number], known: Set[float]) -> list[Number]:
    return [n for n in numbers if not _excused(n, known)]


def _repeats(figures_here: Sequence[Number], others: Sequence[Number]) -> list[Number]:
    """Figures that occur more often here than on the other side: a repeat may stand where another figure should."""
    found: list[Number] = []
    if max(len(figures_here), len(others)) > MAX_FIGURES:
        return found
    for i, number in enumerate(figures_here):
        n_here = sum(equal(number, n) for n in figures_here[: i + 1])
        if min(number.values, default=0) > 12 and n_here > max(1, sum(equal(number, n) for n in others)):
            found.append(number)
    return found


def _distinct(numbers: list[Number]) -> list[Number]:
    """Without repeats of a value: `1895 (明治28)` is one number."""
    return [n for i, n in enumerate(numbers) if not any(n.values & m.values for m in numbers[:i])]


def unequal(figures_here: Sequence[Number], others: Sequence[Number]) -> list[Number]:
    """The figures that `equal` none of the others; in linear time."""
    scaled = frozenset().union(*(n.scaled for n in others))
    unscaled = frozenset().union(*(n.plain for n in others if not n.scaled))
    every = frozenset().union(scaled, *(n.plain for n in others))
    parts = {n.parts for n in others if n.parts and not n.scaled}
    return [
        n
        for n in figures_here
        if not (
            n.scaled & scaled or n.values & (unscaled if n.scaled else every) or (n.parts in parts and not n.scaled)
        )
    ]


def equal(a: Number, b: Number) -> bool:
    values = a.scaled & b.scaled if a.scaled and b.scaled else a.values & b.values
    return bool(values) or (bool(a.parts) and a.parts == b.parts and not a.scaled and not b.scaled)


@kept
def known_values(text: str, lang: str | None) -> tuple[Set[float], Set[float]]:
    """The values a text speaks of: all that its words may stand for, and the sure ones alone."""
    found = numerals(text, lang)
    known = set(found.sure)
    for number in found.figures:
        known |= number.scaled or number.plain
        if not number.scaled and (len(number.parts) > 2 or _is_clock(number)):
            known.update(number.parts)
    return known | found.words, known


def _excused(number: Number, known: Set[float]) -> bool:
    if any(explained(value, known) for value in number.values):
        return True
    return bool(number.parts) and not number.scaled and all(explained(part, known) for part in number.parts)


def _is_clock(number: Number) -> bool:
    """Hours and two digits of minutes: 7:40 and 12.00, but not 9,000."""
    if len(number.parts) != 2 or not 3 <= len(number.digits) <= 4:
        return False
    hours, minutes = int(number.digits[:-2]), int(number.digits[-2:])
    return (hours, minutes) == number.parts and hours <= 24 and minutes < 60


def _joined(numbers: Sequence[Number]) -> str:
    return "".join(n.digits for n in numbers)


def related(a: Number, b: Number, offsets: tuple[int, ...]) -> bool:
    """The same moment or period in another notation: 5 pm, the 1900s, '98, another calendar."""
    if any(_is_fraction(one) and other.plain & set(one.parts) for one, other in ((a, b), (b, a))):
        return True  # 9/11 as 11 September
    for x in _moments(a):
        for y in _moments(b):
            low, high = min(x, y), max(x, y)
            if high <= 24 and high - low == 12:
                return True
            if 1000 <= high <= 2100 and ((low and low == high % 100) or (high % 100 == 0 and low == high // 100 + 1)):
                return True
            if high < 2400 and low <= 24 and high == low * 100:
                return True
            if any(high - low == offset for offset in offsets):
                return True
    return False


def _moments(number: Number) -> set[float]:
    return {*number.plain, number.parts[0]} if _is_clock(number) else set(number.plain)


def _is_fraction(number: Number) -> bool:
    return len(number.parts) == 2 and bool(number.parts[1]) and number.parts[0] / number.parts[1] in number.plain
