"""Numbers and decimal marks lost on the way."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from mtcheck.data import Hit, Pair, Severity, Side
from mtcheck.rules.facts.batch import DIGIT, Facts, Mask
from mtcheck.rules.numbers._number_match import MAX_OPEN, has_digit, known_values, related, unequal, unexcused
from mtcheck.rules.numbers._units import conversions, unit_after
from mtcheck.rules.numbers.figure_facts import figures_of
from mtcheck.rules.numbers.figures import Number, figures
from mtcheck.rules.numbers.notation import MEASURED, marks
from mtcheck.rules.numbers.numerals import has_words
from mtcheck.rules.numbers.spans_of_time import told_by_both
from mtcheck.rules.registry import rule
from mtcheck.rules.text import lang_of


@rule(
    "NUM007",
    "number-missing",
    category="accuracy/omission",
    severity=Severity.MINOR,
    message="The source's figure “{text}” has no equal in the target.",
    gate=lambda facts: facts.source.any(DIGIT) & figures_of(facts).may_be_unequal,
)
def number_missing(pair: Pair) -> Iterator[Hit]:
    """A figure of the source is nowhere in the target, in digits or in words.

    Why: figures are seldom left out on purpose.
    Flags: fi "vuonna 1984 hän muutti" / en "then he moved"
    Passes: en "25 goats" / ru "двадцать пять коз"
    Passes: en "12 eggs" / de "ein Dutzend Eier"
    Limits: figures above 31 outside codes, in languages with a table of number words; one such figure a pair.
    """
    if not has_digit(pair.source) or not pair.target or not has_words(pair.target_lang):
        return
    source, target = figures(pair.source, pair.source_lang), figures(pair.target, pair.target_lang)
    left, right = unequal(source, target), unequal(target, source)
    if len(left) != 1 or right or left[0].code or min(left[0].values, default=0) <= 31:
        return
    known = known_values(pair.target, pair.target_lang)[0]
    if (
        unexcused(left, known)
        and not told_by_both(pair, Side.SOURCE, left[0].start, left[0].end)
        and not _is_round_year(left[0], known)
        and not any(related(left[0], m, ()) or conversions(pair.source, pair.target)(left[0], m) for m in target)
    ):
        yield Hit(side=Side.SOURCE, start=left[0].start, end=max(left[0].end, left[0].end_scale))


def _may_lose_marks(facts: Facts) -> Mask:
    """Which pairs have figures, and a mark in one of them."""
    figures = figures_of(facts)
    return facts.both_have_digits & (figures.source.have_marks | figures.target.have_marks)


def _is_round_year(number: Number, known: Set[float]) -> bool:
    """`the 1970s`, `at 0500` and `100 %` have other ways to be said."""
    value = min(number.values)
    return value == 100 or (value % 10 == 0 and value % 100 in known) or (value % 100 == 0 and value / 100 in known)


@rule(
    "NUM009",
    "decimal-mark-lost",
    category="accuracy/mistranslation",
    severity=Severity.MAJOR,
    message="The decimal mark is lost or new: {detail}.",
    gate=lambda facts: _may_lose_marks(facts),
)
def decimal_mark_lost(pair: Pair) -> Iterator[Hit]:
    """A measured figure has the digits of a source figure, and only one of the two has a decimal mark.

    Why: 85 per cent for 8.5 is ten times too much, and the digits look right.
    Flags: de "um 8,5 Prozent" / en "by 85 percent"
    Flags: en "85 km" / de "8,5 km"
    Flags: en "£3,400" / de "3,4 Pfund"
    Passes: de "um 8,5 Prozent" / en "by 8.5 percent"
    Passes: de "1.500 km" / en "1500 km"
    Limits: at most three digits before the mark and two after it; in the target, before a per cent sign, a unit or a
        scale word, unless the source has the same digits with a mark of thousands; neither figure may stand on the
        other side as it is. Not from or into languages that count by ten thousands or lakhs (321億 is 32.1 billion).
    """
    if not has_digit(pair.source) or not has_digit(pair.target):
        return
    if {lang_of(pair.source_lang), lang_of(pair.target_lang)} & _OTHER_SCALES:
        return
    decimals = list(_PLAIN_OR_DECIMAL.finditer(pair.target))
    yield from _thousands_as_decimals(pair, decimals)
    places = [m for m in decimals if MEASURED.match(pair.target, m.end())]
    if not places or len(places) > MAX_OPEN:
        return
    here, there = _by_digits(pair.source), _by_digits(pair.target)
    for match in places:
        now, digits = _decimal(match), match[1] + (match[2] or "")
        others = here.get(digits, set())
        if len(others) == 1 and now not in others and not others & there[digits]:
            (was,) = others
            if ("." in was) != ("." in now):
                table = marks(lang_of(pair.target_lang))
                fixed = was.replace(".", table[0]) if table else None
                detail = f"“{match.group()}” where the source has {was}"
                yield Hit(side=Side.TARGET, start=match.start(), end=match.end(), detail=detail, suggestion=fixed)


def _thousands_as_decimals(pair: Pair, decimals: list[re.Match[str]]) -> Iterator[Hit]:
    """Decimals whose mark parts the thousands of the source's only figure with these digits: `3,4` for 3,400."""
    here, there = marks(lang_of(pair.source_lang)), marks(lang_of(pair.target_lang))
    if here is None or there is None or here[1] not in (",", ".") or len(decimals) > MAX_OPEN:
        return
    found = [m for m in decimals if m[2] and m.group()[len(m[1])] == there[0]]
    if not found:
        return
    source, target = figures(pair.source, pair.source_lang), figures(pair.target, pair.target_lang)
    for match in found:
        thousands = f"{match[1]}{here[1]}{match[2]:0<3}"
        same = [n for n in source if pair.source[n.start : n.end] == thousands]
        now = next((n for n in target if n.start == match.start()), None)
        if len(same) != 1 or now is None or now.scaled or same[0].scaled:
            continue
        value = float(f"{match[1]}{match[2]:0<3}")
        units = {unit_after(pair.source, same[0]), unit_after(pair.target, now)}
        converted = None not in units and len(units) == 2
        if not converted and not any(value in n.values for n in target) and match[1] != "0":
            detail = f"“{match.group()}” where the source has {thousands}"
            yield Hit(side=Side.TARGET, start=match.start(), end=match.end(), detail=detail)


_OTHER_SCALES = frozenset(("zh", "ja", "ko", "hi", "bn", "ta", "th", "vi"))
_PLAIN_OR_DECIMAL = re.compile(r"(\d(?<![\w.,/:-].)\d{0,3})(?:[.,](\d{1,2}))?(?![\w/:-]|[.,]\d)", re.ASCII)


def _by_digits(text: str) -> dict[str, set[str]]:
    """The figures of a text as decimals with a point, under their digits."""
    found: dict[str, set[str]] = {}
    for match in _PLAIN_OR_DECIMAL.finditer(text):
        found.setdefault(match[1] + (match[2] or ""), set()).add(_decimal(match))
    return found


def _decimal(match: re.Match[str]) -> str:
    return f"{match[1]}.{match[2]}" if match[2] else str(match[1])
