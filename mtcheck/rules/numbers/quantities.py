"""Quantities that are said in two ways: a conversion in brackets, a century in figures or in words, tenths."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from mtcheck.data import Hit, Pair, Severity, Side
from mtcheck.rules.facts.batch import Facts, Mask, TextFacts, in_scripts
from mtcheck.rules.numbers._centuries import century_crumbs, century_in
from mtcheck.rules.numbers._fractions import TENTHS, tenths
from mtcheck.rules.numbers._halves import CRUMBS, half_in
from mtcheck.rules.numbers._number_match import MAX_FIGURES, equal, has_digit, is_mismatch, known_values
from mtcheck.rules.numbers._tens import CRUMBS as TENS_CRUMBS
from mtcheck.rules.numbers._tens import ENGLISH_TENS, compounds
from mtcheck.rules.numbers._units import converted, end_of_unit, far_apart, is_unit, unit_after, unit_name
from mtcheck.rules.numbers.figure_facts import figures_of
from mtcheck.rules.numbers.figures import figures, fold_digits
from mtcheck.rules.numbers.spans_of_time import may_tell_spans, time_spans
from mtcheck.rules.registry import rule
from mtcheck.rules.text import hit, lang_of

#: What stands between a quantity and its conversion: a bracket and `about`, `or`, `~`.
_OPENS = re.compile(r"\s?[(\[（]\s?(?:[^\W\d_]{2,12}\.?\s|[~≈=]\s?)?")
#: The same without brackets: `184 metres long in all, or 604 feet`.
_OR = re.compile(
    r"(?:\s\w+){0,4}[,;]?\s(?:or|i\.e\.|das sind|oder|ou|soit|o sea|ossia|cioè|или|то есть|czyli|yani)\s(?:\w{2,12}\s)?"
)
_CLOSES = re.compile(r"\s?[)\]）]")


@rule(
    "QTY001",
    "conversion-wrong",
    category="accuracy/mistranslation",
    severity=Severity.MAJOR,
    message="The conversion is wrong: {detail}.",
    gate=lambda facts: figures_of(facts).target.have_two_units,
)
def conversion_wrong(pair: Pair) -> Iterator[Hit]:
    """A conversion that the translation adds in brackets is not the quantity before it.

    Why: one of the two is wrong, and readers who know the second unit alone cannot see it.
    Flags: de "30 km" / en "30 km (48 miles)"
    Passes: de "30 km" / en "30 km (19 miles)"
    Passes: ru "1,8 м" / en "1.8 m (5 ft 11 in)"
    Limits: only where figure, unit, bracket or `or`, figure and unit follow each other and the source has no such
        second figure; a quarter off, or one in the last figure, counts as rounding (US and imperial gallons differ by a
        fifth); squares and differences of temperature are allowed for.
    """
    target = pair.target
    if not has_digit(target):
        return
    found = figures(target, pair.target_lang)
    if not 2 <= len(found) <= MAX_FIGURES:
        return
    source = figures(pair.source, pair.source_lang)
    for was, now in pairwise(found):
        one, two = unit_after(target, was), unit_after(target, now)
        if one is None or two is None or not far_apart(was, one, now, two):
            continue
        gap, end = end_of_unit(target, was), end_of_unit(target, now)
        in_brackets = _OPENS.fullmatch(target, gap, now.start) and _CLOSES.match(target, end)
        if not in_brackets and not _OR.fullmatch(target, gap, now.start):
            continue
        if any(equal(now, n) for n in source) or is_mismatch(pair, now.start):
            continue
        right = f"{converted(was, one, two):.3g} {unit_name(two)}"
        yield hit(now.start, end, f"“{target[was.start : gap]}” is about {right}")


@rule(
    "QTY002",
    "century-changed",
    category="accuracy/mistranslation",
    severity=Severity.MAJOR,
    message="Another century: {detail}.",
    gate=lambda facts: _may_name_centuries(facts),
)
def century_changed(pair: Pair) -> Iterator[Hit]:
    """A century became another one.

    Why: a hundred years are lost or won, and Roman letters or words are easily misread.
    Flags: ru "в XVII веке" / en "in the 16th century"
    Flags: de "im zwölften Jahrhundert" / en "in the thirteenth century"
    Flags: ru "церковь XII века" / en "a church from the 1200s"
    Passes: fr "au XVIIIe siècle" / en "in the 18th century"
    Passes: it "nell’Ottocento" / en "in the 19th century"
    Limits: eighteen languages; one century on each side, and no other numeral beside it, as in a range. English and
        Italian hundreds count (`the 1200s`, `Duecento`); a figure for a figure is `number-mismatch`.
    """
    source, target = lang_of(pair.source_lang), lang_of(pair.target_lang)
    if not pair.source or not pair.target:
        return
    now = century_in(pair.target, target)
    was = century_in(pair.source, source) if now else None
    if was is None or now is None or was[0] == now[0] or is_mismatch(pair, now[1][0]):
        return
    (start, end), said = now[1], pair.source[slice(*was[1])]
    yield hit(start, end, f"“{pair.target[start:end]}” where the source has “{said}”")


def _may_name_centuries(facts: Facts) -> Mask | bool:
    """Which pairs have on both sides what a century has."""
    source, target = facts.langs
    if not target:
        return True
    mask = facts.target.has(*century_crumbs(target))
    return mask & facts.source.has(*century_crumbs(source)) if mask.any() else mask


@rule(
    "QTY003",
    "tenths-as-percent",
    category="accuracy/mistranslation",
    severity=Severity.MAJOR,
    message="Ten times too little or too much: {detail}.",
    gate=lambda facts: _have_tenths(facts.source) | _have_tenths(facts.target),
)
def tenths_as_percent(pair: Pair) -> Iterator[Hit]:
    """Tenths of a whole became as many per cent, or per cent as many tenths.

    Why: `三成` is 30 %, and the figure that was copied looks right.
    Flags: zh "补贴三成" / en "subsidises three per cent"
    Flags: en "a 3% rise" / ja "3割の上昇"
    Passes: zh "补贴三成" / en "subsidises thirty per cent", "three in ten", "a third"
    Passes: zh "增长3%，占三成" / en "rose 3%, to 30% of the total"
    Limits: Chinese, Japanese and Korean tenths, whole ones, one on its side; per cent beside a figure, or beside a
        number word of English; not where the other side has ten times that figure too.
    """
    if not pair.source or not pair.target:
        return
    for side, here, there in ((Side.TARGET, pair.target, pair.source), (Side.SOURCE, pair.source, pair.target)):
        lang = lang_of(pair.source_lang if side is Side.TARGET else pair.target_lang)
        found = tenths(fold_digits(there), sure=True) if lang in ("zh", "ja", "ko") else []
        if len(found) != 1 or _PERCENT.search(there):
            continue
        start, end, count = found[0]
        said = [m for m in _PERCENT.finditer(here) if (m[1] or str(_COUNTS.get((m[2] or "").lower()))) == str(count)]
        known = known_values(here, pair.target_lang if side is Side.TARGET else pair.source_lang)[0]
        if len(said) != 1 or 10.0 * count in known:
            continue
        span = said[0].span() if side is Side.TARGET else (start, end)
        was = there[start:end] if side is Side.TARGET else said[0].group()
        yield hit(*span, f"“{pair.target[slice(*span)]}” where the source has “{was}”")


def _have_tenths(texts: TextFacts) -> Mask:
    """Which texts have a sign of tenths."""
    mask = texts.any(in_scripts(("Hani", "Hang")))
    return mask & texts.has(*TENTHS) if mask.any() else mask


_COUNTS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
_PERCENT = re.compile(
    rf"(?<![\w.,])(?:([1-9])|({'|'.join(_COUNTS)}))[\s\u00a0\u202f-]?"
    r"(?:[%％٪]|per\s?cents?\b|prozent|pour cent|por cien\w*|per cento|por cento|procent|процент|"
    r"パーセント|퍼센트)",
    re.IGNORECASE,
)


@rule(
    "QTY004",
    "half-changed",
    category="accuracy/mistranslation",
    severity=Severity.MAJOR,
    message="A half and one and a half: “{text}” where the source has “{detail}”.",
    gate=lambda facts: facts.langs[1] == "" or facts.target.has(*CRUMBS.get(facts.langs[1], ())),
)
def half_changed(pair: Pair) -> Iterator[Hit]:
    """A half of a unit became one and a half of it, or the other way round.

    Why: `полчаса` and `полтора часа` look alike and are an hour apart.
    Flags: ru "раз в полгода" / en "once every year and a half"
    Flags: de "anderthalb Stunden" / en "half an hour"
    Passes: ru "полтора часа" / en "ninety minutes", "an hour and a half"
    Limits: ten languages; one such expression on each side, of time or of a million, billion, metre, kilo or litre.
    """
    langs = lang_of(pair.source_lang), lang_of(pair.target_lang)
    now = half_in(pair.target, langs[1])
    was = half_in(pair.source, langs[0]) if now is not None else None
    if was is not None and now is not None and was[0] != now[0]:
        yield hit(*now[1], pair.source[slice(*was[1])])


@rule(
    "QTY005",
    "tens-and-units-changed",
    category="accuracy/mistranslation",
    severity=Severity.MAJOR,
    message="Another number: {detail}.",
    gate=lambda facts: _may_have_tens(facts),
)
def tens_and_units_changed(pair: Pair) -> Iterator[Hit]:
    """A number of two parts in words, such as sixty-eight, stands for another number from 21 to 99.

    Why: `soixante-dix-huit` is 78 and begins as sixty does.
    Flags: fr "soixante-dix-huit titres" / en "sixty-eight titles"
    Flags: it "sessantotto pagine" / en "seventy-eight pages"
    Flags: en "78 titles" / fr "soixante-huit titres"
    Passes: fr "soixante-dix-huit titres" / en "seventy-eight titles"
    Passes: fr "quatre-vingt-douze" / en "92"
    Limits: into ten languages; one such number in the target that the source has not, and one number of the source from
        21 to 99, in words or figures, that the target has not; not before a unit of measure.
    """
    lang = lang_of(pair.target_lang)
    now = compounds(pair.target, lang) if pair.source else []
    if len(now) != 1 or is_unit(pair.target, now[0][1][1]):
        return
    value, (start, end) = now[0]
    was = {n: pair.source[slice(*place)] for n, place in compounds(pair.source, lang_of(pair.source_lang))}
    for number in figures(pair.source, pair.source_lang):
        if not number.code and not number.scaled:
            was |= {
                int(n): pair.source[number.start : number.end] for n in number.plain if n == int(n) and 20 < n < 100
            }
    there = known_values(pair.target, pair.target_lang)[1]
    left = {n: said for n, said in was.items() if n != value and n not in there}
    if value in was or len(left) != 1 or float(value) in known_values(pair.source, pair.source_lang)[0]:
        return
    yield hit(start, end, f"“{pair.target[start:end]}” where the source has “{next(iter(left.values()))}”")


def _may_have_tens(facts: Facts) -> Mask | bool:
    """Which targets have what a number of two parts has; in English, where that is not much, the first part as well."""
    lang = facts.langs[1]
    if lang != "en":
        return lang == "" or facts.target.has(*TENS_CRUMBS.get(lang, ()))
    words = facts.target.words
    return facts.target.has(*TENS_CRUMBS[lang]) & (
        words.having(ENGLISH_TENS) | words.having_part(ENGLISH_TENS.__contains__)
    )


@rule(
    "QTY007",
    "duration-changed",
    category="accuracy/mistranslation",
    severity=Severity.MAJOR,
    message="Another span of time: {detail}.",
    gate=lambda facts: may_tell_spans(facts),
)
def duration_changed(pair: Pair) -> Iterator[Hit]:
    """A span of time told by a part of an hour or a year, or in another unit, became longer or shorter.

    Why: a quarter of an hour is not three quarters, and `eine Dreiviertelstunde` is 45 minutes.
    Flags: ru "в течение четверти часа" / en "within forty-five minutes"
    Flags: de "eine Dreiviertelstunde" / en "a quarter of an hour"
    Passes: ru "полтора часа" / en "ninety minutes"; fr "quinze jours" / en "a fortnight"
    Passes: es "media hora" / en "30 minutes"
    Limits: sixteen languages; one span on each side, a fifth off at least; two numbers with one unit are left to the
        rules of numbers, and what says the span's unit alone (`an hour`) is no span.
    """
    langs = lang_of(pair.source_lang), lang_of(pair.target_lang)
    if not pair.source or not pair.target:
        return
    now = time_spans(pair.target, langs[1])
    was = time_spans(pair.source, langs[0]) if len(now) == 1 else []
    if len(was) != 1 or (was[0].counted and now[0].counted) or now[0].same_as(was[0]):
        return
    if any(max(span.minutes) == 1.0 for span in (*was, *now)):
        return
    start, end = now[0].start, now[0].end
    yield hit(start, end, f"“{pair.target[start:end]}” where the source has “{pair.source[was[0].start : was[0].end]}”")
