"""Digits out of place: two exchanged, a decimal mark lost or moved, in a figure that is otherwise the source's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from mtcheck.data import Hit, Pair, Severity
from mtcheck.rules.numbers._clock import times
from mtcheck.rules.numbers._number_match import MAX_FIGURES, is_mismatch, known_values, related
from mtcheck.rules.numbers._number_words import CALENDARS
from mtcheck.rules.numbers._units import conversions, unit_after
from mtcheck.rules.numbers.figure_facts import figures_of
from mtcheck.rules.numbers.figures import Number, figures
from mtcheck.rules.numbers.numerals import explained
from mtcheck.rules.registry import rule
from mtcheck.rules.text import hit, lang_of

#: Languages that count by ten thousands or lakhs: the digits of a figure may stay and its scale word not.
_OTHER_SCALES = frozenset(("zh", "ja", "ko", "hi", "bn", "ta", "th", "vi"))


@rule(
    "DIG001",
    "digits-out-of-place",
    category="accuracy/mistranslation",
    severity=Severity.MAJOR,
    message="The digits of a figure are out of place: {detail}.",
    gate=lambda facts: facts.both_have_digits & ~figures_of(facts).are_equal,
)
def digits_out_of_place(pair: Pair) -> Iterator[Hit]:
    """A figure has the digits of one of the source in another order, or its decimal mark is lost or moved.

    Why: 96.2 for 92.6 and 385 for 38.5 have the right digits, and no reader can see that they are wrong.
    Flags: es "el 92,6 %" / en "96.2% (at 37 °C)"
    Flags: ru "прибор показал 38,5" / en "the meter showed 385"
    Flags: fr "1,25 kg" / en "12.5 kg"
    Passes: de "1.250 kg" / en "1.25 tonnes"
    Passes: ru "0,04" / en "4 %"
    Limits: figures without a scale word that neither side explains otherwise (a conversion, a time of day, words); two
        exchanged digits among three or more, or on both sides of a decimal mark; a lost mark only between figures of
        which one has it, and not from or into languages that count by ten thousands. `number-mismatch` comes first.
    """
    source, target = figures(pair.source, pair.source_lang), figures(pair.target, pair.target_lang)
    if not source or not target or max(len(source), len(target)) > MAX_FIGURES:
        return
    left, right = _open(source, target), _open(target, source)
    if not left or not right:
        return
    known_here, known_there = (
        known_values(pair.source, pair.source_lang)[0],
        known_values(pair.target, pair.target_lang)[0],
    )
    left = [n for n in left if not _is_told(n, known_there)]
    right = [n for n in right if not _is_told(n, known_here) and not is_mismatch(pair, n.start)]
    for now in right:
        near = [was for was in left if _out_of_place(pair, was, now)]
        if len(near) == 1 and not _told_otherwise(pair, near[0], now, source):
            was = near[0]
            said = pair.source[was.start : was.end]
            yield hit(now.start, now.end, f"“{pair.target[now.start : now.end]}” where the source has “{said}”")


def _open(some: Sequence[Number], others: Sequence[Number]) -> list[Number]:
    """Figures whose readings the other side has not, and that are no dates, codes or amounts with a scale word."""
    known = frozenset().union(*(n.values for n in others))
    return [
        n
        for n in some
        if not n.code and not n.scaled and n.plain and len(n.parts) <= 2 and not n.plain & known and len(n.digits) > 1
    ]


def _is_told(number: Number, known: Set[float]) -> bool:
    return any(explained(value, known) for value in number.plain)


def _out_of_place(pair: Pair, was: Number, now: Number) -> bool:
    one, two = pair.source[was.start : was.end], pair.target[now.start : now.end]
    return _exchanged(one, two, was, now) or (
        _mark_moved(one, two, was, now) and not {lang_of(pair.source_lang), lang_of(pair.target_lang)} & _OTHER_SCALES
    )


def _exchanged(one: str, two: str, was: Number, now: Number) -> bool:
    """Whether two digits are exchanged, and the marks stand in the same places."""
    if len(one) != len(two) or sorted(was.digits) != sorted(now.digits):
        return False
    if [n for n, c in enumerate(one) if not c.isdecimal()] != [n for n, c in enumerate(two) if not c.isdecimal()]:
        return False
    different = [n for n, (a, b) in enumerate(zip(one, two, strict=True)) if a.isdecimal() and a != b]
    if len(different) != 2:
        return False
    parted = any(not c.isdecimal() for c in one[different[0] : different[1]])
    return len(was.digits) >= 3 or parted


def _mark_moved(one: str, two: str, was: Number, now: Number) -> bool:
    """Whether the digits are the same but for noughts at their ends, and a decimal mark is elsewhere or on one side."""
    if was.digits.strip("0") != now.digits.strip("0") or not was.digits.strip("0"):
        return False
    if not (_has_decimals(one) or _has_decimals(two)):
        return False
    a, b = min(was.plain), min(now.plain)
    ratio = max(a, b) / min(a, b) if min(a, b) > 0 else 0.0
    return any(abs(ratio - power) < 1e-6 * power for power in (10.0, 100.0))


def _has_decimals(token: str) -> bool:
    """One mark, and one or two digits behind it."""
    marks = [n for n, c in enumerate(token) if not c.isdecimal()]
    return len(marks) == 1 and token[marks[0]] in ".,·" and len(token) - marks[0] <= 3


def _told_otherwise(pair: Pair, was: Number, now: Number, source: Sequence[Number]) -> bool:
    """Whether the two are one quantity in two units, a share and a percentage, a time of day, or years of calendars."""
    convert = conversions(pair.source, pair.target)
    unit = unit_after(pair.target, now)
    if unit_after(pair.source, was) != unit or (unit is not None and any(convert(n, now) for n in source)):
        return True
    if pair.target[now.end : now.end + 2].strip()[:1] in ("%", "‰") and pair.source[was.end : was.end + 2].strip()[
        :1
    ] not in ("%", "‰"):
        return True
    langs = lang_of(pair.source_lang), lang_of(pair.target_lang)
    if related(was, now, CALENDARS.get(langs[0], ()) + CALENDARS.get(langs[1], ())):
        return True
    sides = ((pair.source, langs[0], was), (pair.target, langs[1], now))
    return any(t.start <= n.start < t.end for text, lang, n in sides for t in times(text, lang))
