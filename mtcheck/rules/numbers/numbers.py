"""Numbers compared as values, whatever their notation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from functools import cache

import numpy as np

from mtcheck.data import Hit, Pair, Severity, Side
from mtcheck.rules.facts.batch import DIGIT, Facts, Mask
from mtcheck.rules.language.foreign_words import pieces
from mtcheck.rules.numbers._clock import CRUMBS as CLOCK_CRUMBS
from mtcheck.rules.numbers._clock import times
from mtcheck.rules.numbers._currencies import POUNDS, currencies
from mtcheck.rules.numbers._dates import find_months, find_weekdays, month_name, months, weekday_name, weekdays
from mtcheck.rules.numbers._number_match import (
    MAX_FIGURES,
    MAX_OPEN,
    equal,
    has_digit,
    known_values,
    related,
    unequal,
    unexcused,
    unmatched,
)
from mtcheck.rules.numbers._prefixes import prefixed_unit
from mtcheck.rules.numbers._units import conversions, end_of_unit, is_unit, rivals, unit_after, unit_name
from mtcheck.rules.numbers.figure_facts import figures_of
from mtcheck.rules.numbers.figures import Number, explained, figures, has_words, stands_for, word_place
from mtcheck.rules.numbers.spans_of_time import told_by_both
from mtcheck.rules.numbers.spoken import forms
from mtcheck.rules.numbers.spoken_match import (
    agrees,
    equal_in_words,
    may_have_scales,
    other_number,
    other_scale,
    tell_numbers,
)
from mtcheck.rules.registry import rule
from mtcheck.rules.text import Span, has_any, lang_of, occurs, word_set
from mtcheck.rules.words.lexicon import lowered

#: What English texts have that name a unit of which another is mistaken for it, and a currency.
_UNIT_CRUMBS = (
    *("mile", "feet", "foot", "inch", "yard", "pound", "stone", "acre", "gallon", "ilomet", "metre", "meter", "kilo"),
    *("hectare", "litre", "liter", "tonne", " tons", "degrees"),
)
_MONEY_CRUMBS = (
    *(
        "dollar",
        "euro",
        "pound",
        "sterling",
        "rouble",
        "ruble",
        "hryvn",
        "zlot",
        "złot",
        "yuan",
        "yen",
        "renminbi",
        "lira",
    ),
    *("franc", "kron", "crown", "rupee", "won", "peso", "reais", "dinar", "dirham", "shekel", "forint", "tenge"),
)


@rule(
    "NUM001",
    "number-mismatch",
    category="accuracy/mistranslation",
    severity=Severity.MAJOR,
    message="A number may have changed: {detail}.",
    gate=lambda facts: _may_mismatch(facts),
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
        if pair.target[now.start - 1 : now.start] == "+":
            continue  # the code of a country: `8 (495)` is `+7 (495)` from abroad
        old, new = _shown(pair.source, was), _shown(pair.target, now)
        yield Hit(
            side=Side.TARGET,
            start=now.start,
            end=max(now.end, now.end_scale),
            detail=f"“{new}” where the source has “{old}”",
            suggestion=old if not (was.scaled or now.scaled or was.parts) else None,
        )


@rule(
    "NUM002",
    "number-format",
    category="locale-convention/number-format",
    severity=Severity.MINOR,
    also=(Severity.MAJOR,),
    message="“{text}” is written the way of the source language; here it is {detail}.",
    gate=lambda facts: figures_of(facts).source.have_marks & figures_of(facts).target.have_marks,
)
def number_format(pair: Pair) -> Iterator[Hit]:
    """A figure keeps the thousands or decimal mark of the source language.

    Why: a German `1.500` reads as one and a half in English: a thousand times too little.
    Flags: de "1.500 Menschen" / en "1.500 people"
    Flags: ru "2,5 млн" / en "2,5 million"
    Flags: de "für 1.089,50 Euro" / en "for 1.089,50 euros"
    Passes: de "1.500 Menschen" / en "1,500 people"
    Passes: de "Version 3.11" / en "version 3.11"
    Limits: marks from CLDR; a thousands mark that English reads as a point is major. A decimal mark is looked at only
        before a per cent sign, a unit or a scale word, behind thousands, or, of one decimal place, between a word in
        small letters and what is counted, and not in Spanish, where usage varies.
    """
    source, target = lang_of(pair.source_lang), lang_of(pair.target_lang)
    if not source or not target or not has_digit(pair.target):
        return
    here, there = marks(source), marks(target)
    if here is None or there is None or here == there:
        return
    last = 0
    for match in _GROUPED.finditer(pair.target) if here[0] != there[0] and target != "es" else ():
        if match.group(3) == here[0] and occurs(match.group(), pair.source) and here[0] != match.group(2):
            group = there[1] if there[1] in ",." else "\u00a0"
            whole = re.sub(r"[^0-9]", group, match.group(1))
            last = match.end()
            yield _format_hit(match, whole + there[0] + match.group(4), Severity.MINOR)
    for match in _MARKED.finditer(pair.target):
        token, mark = match.group(), match.group(2)
        if (
            match.start() < last
            or not occurs(token, pair.source)
            or (match.group(1) == "0" * len(match.group(1)) and len(match.group(3)) == 3)
        ):
            continue
        if len(match.group(3)) == 3 and here[1] == mark and there[0] == mark and mark != there[1]:
            fixed = match.group(1) + (there[1] if there[1] in ",." else "\u00a0") + match.group(3)
            yield _format_hit(match, fixed, Severity.MAJOR if target == "en" else Severity.MINOR)
        elif (
            len(match.group(3)) < 3
            and here[0] == mark != there[0]
            and target != "es"
            and (_MEASURED.match(pair.target, match.end()) or _counts_things(pair.target, *match.span()))
        ):
            yield _format_hit(match, token.replace(mark, there[0]), Severity.MINOR)


@rule(
    "NUM003",
    "unit-converted",
    category="locale-convention/measurement-format",
    severity=Severity.NEUTRAL,
    message="Converted: {detail}.",
    gate=lambda facts: figures_of(facts).source.have_units & figures_of(facts).target.have_units,
)
def unit_converted(pair: Pair) -> Iterator[Hit]:
    """A quantity was converted into another unit.

    Why: no error, but an editor may want to check the figure, or to keep the source's unit.
    Flags: ru "100 км" / en "62 miles"
    Passes: ru "100 км" / en "100 km"
    Limits: within 12 % (rounding); only the units of the table.
    """
    if not has_digit(pair.target) or not has_digit(pair.source):
        return
    source, target = figures(pair.source, pair.source_lang), figures(pair.target, pair.target_lang)
    left, right = unequal(source, target), unequal(target, source)
    if not left or not right or max(len(left), len(right)) > MAX_OPEN:
        return
    for now in right:
        unit = unit_after(pair.target, now)
        if unit is None:
            continue
        for was in left:
            other = unit_after(pair.source, was)
            if other is not None and other != unit and conversions(pair.source, pair.target)(was, now):
                before, after = _shown(pair.source, was), _shown(pair.target, now)
                detail = f"“{before}” ({unit_name(other)}) to “{after}” ({unit_name(unit)})"
                yield Hit(side=Side.TARGET, start=now.start, end=now.end, detail=detail)
                break


@rule(
    "NUM004",
    "unit-changed",
    category="accuracy/mistranslation",
    severity=Severity.MAJOR,
    message="The same figure in another unit: {detail}.",
    gate=lambda facts: (
        (figures_of(facts).source.have_prefixed_units & figures_of(facts).target.have_prefixed_units)
        | _tell_in_words(facts, _UNIT_CRUMBS)
    ),
)
def unit_changed(pair: Pair) -> Iterator[Hit]:
    """A figure stayed and its unit became another one: `100 km` as `100 miles`.

    Why: the quantity is now wrong by half.
    Flags: ru "100 км" / en "100 miles"
    Flags: uk "900 МГц" / en "900 GHz"
    Passes: ru "100 км" / en "62 miles"
    Passes: ru "100 км" / en "100 km"
    Limits: metric against imperial units of the same kind, and units of one kind with another prefix (kilo, mega,
        milli); one number of that value on each side, in figures or in words, then from three on and without prefixes.
    """
    for one, two in equal_in_words(pair) if _names_one(pair, _UNIT_CRUMBS) else ():
        unit, other = unit_after(pair.target, two), unit_after(pair.source, one)
        if unit is not None and other is not None and rivals(other, unit):
            detail = f"{unit_name(other)} in the source, {unit_name(unit)} here"
            yield Hit(side=Side.TARGET, start=two.start, end=end_of_unit(pair.target, two), detail=detail)
    for was, now in _equal_figures(pair):
        unit, other = unit_after(pair.target, now), unit_after(pair.source, was)
        short = prefixed_unit(pair.target, max(now.end, now.end_scale))
        long = prefixed_unit(pair.source, max(was.end, was.end_scale)) if short else None
        if short and long and short[0] == long[0] and short[1] != long[1]:
            said = pair.source[was.start : long[2]]
            detail = f"“{pair.target[now.start : short[2]]}” where the source has “{said}”"
            yield Hit(side=Side.TARGET, start=now.start, end=short[2], detail=detail)
        elif other is not None and unit is not None and rivals(other, unit):
            yield Hit(
                side=Side.TARGET,
                start=now.start,
                end=end_of_unit(pair.target, now),
                detail=f"{unit_name(other)} in the source, {unit_name(unit)} here",
            )


@rule(
    "NUM005",
    "currency-changed",
    category="accuracy/mistranslation",
    severity=Severity.MAJOR,
    message="The same sum in another currency: {detail}.",
    gate=lambda facts: (
        (figures_of(facts).source.have_money & figures_of(facts).target.have_money)
        | _tell_in_words(facts, _MONEY_CRUMBS)
    ),
)
def currency_changed(pair: Pair) -> Iterator[Hit]:
    """A sum stayed and its currency became another one.

    Why: five million dollars are not five million euros.
    Flags: de "5 Millionen Dollar" / en "€5 million"
    Passes: de "5 Millionen Dollar" / en "$5 million"
    Limits: eleven currencies by sign, code and word; one figure of that value on each side. The hit is the sum with its
        currency. A sum between two currencies (`USD 5 EUR 4`) may belong to either.
    """
    in_words = equal_in_words(pair) if _names_one(pair, _MONEY_CRUMBS) else ()
    for was, now in (*_equal_figures(pair), *in_words):
        money = _money(pair.target, now)
        if not money:
            continue
        other = _money(pair.source, was)
        if other and money.keys().isdisjoint(other) and not _may_be_pounds(money, other):
            code, (start, end) = next(iter(money.items()))
            yield Hit(
                side=Side.TARGET,
                start=min(start, now.start),
                end=max(end, now.end, now.end_scale),
                detail=f"{next(iter(other))} in the source, {code} here",
            )


def _equal_figures(pair: Pair) -> Iterator[tuple[Number, Number]]:
    """Figures of the source and of the target that are one value, each once on its side."""
    if not has_digit(pair.target) or not has_digit(pair.source):
        return
    source, target = figures(pair.source, pair.source_lang), figures(pair.target, pair.target_lang)
    if max(len(source), len(target)) > MAX_FIGURES:
        return
    for now in target:
        same = [n for n in source if equal(n, now)]
        if len(same) == 1 and sum(equal(same[0], n) for n in target) == 1:
            yield same[0], now


def _tell_in_words(facts: Facts, crumbs: tuple[str, ...]) -> Mask | bool:
    """Which pairs may have a number in words on one side, and a unit or currency on their English one."""
    if not facts.langs[1]:
        return True
    english = facts.target if facts.langs[1] == "en" else facts.source if facts.langs[0] == "en" else None
    told = tell_numbers(facts)
    return told & english.has(*crumbs) if english is not None else told


def _names_one(pair: Pair, crumbs: tuple[str, ...]) -> bool:
    """Whether the English side of a pair, where there is one, may name a unit or currency in words."""
    if lang_of(pair.target_lang) == "en":
        return has_any(pair.target, crumbs)
    return lang_of(pair.source_lang) != "en" or has_any(pair.source, crumbs)


#: Pounds without a sign, which are a weight, too.
_POUNDS = re.compile(rf"[\s\u00a0\u202f-]?(?:{POUNDS})(?!\w)", re.IGNORECASE)


def _money(text: str, number: Number) -> dict[str, Span]:
    """The currencies beside a figure; pounds as one of their own where they may be a weight."""
    end = max(number.end, number.end_scale)
    found = currencies(text, number.start, end)
    if not found and (match := _POUNDS.match(text, end)):
        return {"pounds": match.span()}
    return found


def _may_be_pounds(one: Mapping[str, Span], other: Mapping[str, Span]) -> bool:
    """Whether the pounds of one side may be the currency of the other: sterling, or a lira."""
    either = one.keys() | other.keys()
    return "pounds" in either and not either.isdisjoint(("GBP", "TRY"))


@rule(
    "NUM006",
    "date-changed",
    category="accuracy/mistranslation",
    severity=Severity.MAJOR,
    message="Another date: {detail}.",
    gate=lambda facts: _may_name_dates(facts),
)
def date_changed(pair: Pair) -> Iterator[Hit]:
    """A month or a weekday became another one.

    Why: readers act on dates.
    Flags: ru "5 мая 2024 года" / en "5 June 2024"
    Flags: de "am Montag" / en "on Tuesday"
    Flags: ru "пройдёт в октябре" / en "will be held in November"
    Passes: ru "5 мая 2024 года" / en "5 May 2024"
    Limits: as many months or weekdays on each side, and one of them another; March and May count beside a figure, or
        after a word that goes before months.
    """
    source, target = lang_of(pair.source_lang), lang_of(pair.target_lang)
    if not source or not target or not pair.source:
        return
    there = find_weekdays(pair.target, target) if "en" not in (source, target) or _names_day(pair, source) else {}
    if there:
        here = find_weekdays(pair.source, source)
        left = {n: place for n, place in here.items() if n not in there}
        right = {n: place for n, place in there.items() if n not in here}
        if len(here) == len(there) and len(left) == len(right) == 1:
            yield _date_hit(pair, left, right, weekday_name(next(iter(left)), target))
    for sure in (False, True):
        dates = find_months(pair.target, target, lone=True, sure=sure)
        here = find_months(pair.source, source, lone=True, sure=sure) if dates else {}
        left = {n: place for n, place in here.items() if n not in dates}
        right = {n: place for n, place in dates.items() if n not in here}
        if len(here) == len(dates) and len(left) == len(right) == 1:
            yield _date_hit(pair, left, right, month_name(next(iter(left)), target))
            return


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


def _may_mismatch(facts: Facts) -> Mask:
    """Which pairs have other digits on one side, or amounts told by words for millions on both."""
    figures = figures_of(facts)
    return facts.both_have_digits & (~figures.are_same | figures.have_scales)


def _may_lose_marks(facts: Facts) -> Mask:
    """Which pairs have figures, and a mark in one of them."""
    figures = figures_of(facts)
    return facts.both_have_digits & (figures.source.have_marks | figures.target.have_marks)


def _may_name_dates(facts: Facts) -> Mask | bool:
    """Which pairs may name a month on either side, or a weekday."""
    source, target = facts.langs
    if not target:
        return True
    found = np.zeros(len(facts.pairs), dtype=bool)
    for table in (months, weekdays):
        here, there = table(source), table(target)
        if here is not None and there is not None:
            found |= facts.source.begins(here) & facts.target.begins(there)
    return found


def _names_day(pair: Pair, source: str) -> bool:
    return "day" in (pair.source if source == "en" else pair.target)


def _is_round_year(number: Number, known: Set[float]) -> bool:
    """`the 1970s`, `at 0500` and `100 %` have other ways to be said."""
    value = min(number.values)
    return value == 100 or (value % 10 == 0 and value % 100 in known) or (value % 100 == 0 and value / 100 in known)


def _format_hit(match: re.Match[str], fixed: str, severity: Severity) -> Hit:
    return Hit(
        side=Side.TARGET,
        start=match.start(),
        end=match.end(),
        detail=f"“{fixed}”",
        suggestion=fixed,
        severity=severity,
    )


def _date_hit(pair: Pair, here: dict[int, Span], there: dict[int, Span], wanted: str) -> Hit:
    (was,), (now,) = here.values(), there.values()
    detail = f"“{pair.target[slice(*now)]}” where the source has “{pair.source[slice(*was)]}”"
    return Hit(side=Side.TARGET, start=now[0], end=now[1], detail=detail, suggestion=wanted)


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
    places = [m for m in decimals if _MEASURED.match(pair.target, m.end())]
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


@cache
def marks(lang: str) -> tuple[str, str] | None:
    """(decimal mark, thousands mark) of a language by CLDR; None where babel does not know it."""
    from babel import Locale, UnknownLocaleError

    try:
        symbols = Locale.parse({"no": "nb"}.get(lang, lang)).number_symbols["latn"]
    except (UnknownLocaleError, ValueError, KeyError):
        return None
    return symbols["decimal"], symbols["group"]


#: Thousands in groups, and decimals behind another mark.
_GROUPED = re.compile(
    r"(\d(?<![\d.,/:-].)\d{0,2}([.,'’ \u00a0\u202f])\d{3}(?:\2\d{3}){0,3})([.,])(\d{1,2})(?![\d/:-]|[.,]\d)", re.ASCII
)
_MARKED = re.compile(r"(\d(?<![\d.,/:-].)\d{0,2})([.,])(\d{1,3})(?![\d/:-]|[.,]\d)", re.ASCII)
_MEASURED = re.compile(
    r"[\s\u00a0\u202f]?(?:%|°|(?:per\s?cent|percent|million|billion|trillion|thousand|km|kg|cm|mm|m|miles?|euros?|dollars?|"
    r"prozent|millionen|milliarden|mio|mrd|pour cent|millions|milliards|per cento|milioni|miliardi|por cento|milhões|"
    r"млн|млрд|тыс|процент\w*|км|кг|см|м)(?![^\W\d_]))",
    re.IGNORECASE,
)


#: Behind a figure with one decimal place, what is counted; not what joins two figures of a list.
_THINGS = re.compile(r"(?<=[.,]\d)[ \u00a0](?!and\b|und\b|or\b|oder\b|to\b|bis\b)[^\W\d_]{3}")
_PLAIN_WORD = re.compile(r"(?<![^\s])[a-zà-ÿа-яёіїє]{1,20}[ \u00a0]\Z")


def _counts_things(text: str, start: int, end: int) -> bool:
    """Whether a figure stands between a word in small letters and what it counts: `um 2.5 Grad`, no `Version 2.5`."""
    if _THINGS.match(text, end) is None:
        return False
    before = _PLAIN_WORD.search(text, max(0, start - 21), start)
    return before is not None and before[0].strip() not in _NUMBERED


_NUMBERED = word_set(
    "version versione versión versiune versiya verze wersja версия версии версию версії article artikel art nr no"
)


def _shown(text: str, number: Number) -> str:
    return text[number.start : max(number.end, number.end_scale)]


@rule(
    "NUM008",
    "number-word-changed",
    category="accuracy/mistranslation",
    severity=Severity.MAJOR,
    message="A number in words may have changed: {detail}.",
    gate=lambda facts: tell_numbers(facts) | may_have_scales(facts) | _count_in_english(facts),
)
def number_word_changed(pair: Pair) -> Iterator[Hit]:
    """A number in words has no equal on the other side, which has another number without an equal.

    Why: "four tournaments" for three is as wrong as a wrong figure, and as easily overlooked.
    Flags: de "vor drei Wochen" / en "four weeks ago"
    Flags: fr "soixante-dix préparateurs" / en "sixty assistants"
    Flags: pl "półtora tysiąca" / en "half a thousand"
    Passes: de "ein Dutzend Eier" / en "twelve eggs"; pt "uma dúzia e meia" / en "eighteen"
    Passes: ar "أربعة عقود" / en "forty years"
    Limits: sixteen languages with each other, numbers from three on, read whole; one such number on each side.
        Ordinals, parts of a whole and what may be a conversion or a time of day are left alone, and so are one in so
        many beside its percentage, and a figure beside a million times as much: `three and five million`.
    """
    if told := other_number(pair) if pair.source and pair.target else None:
        (start, end), (a, b) = told
        detail = f"“{pair.target[start:end]}” where the source has “{pair.source[a:b]}”"
        yield Hit(side=Side.TARGET, start=start, end=end, detail=detail)
        return
    if (scales := other_scale(pair)) is not None:
        (start, end), (a, b) = scales
        detail = f"“{pair.target[start:end]}” where the source has “{pair.source[a:b]}”"
        yield Hit(side=Side.TARGET, start=start, end=end, detail=detail)
        return
    if lang_of(pair.source_lang) == "en":
        yield from _other_number_word(pair)
    if lang_of(pair.target_lang) != "en" or not pair.source or not _may_count(pair.target):
        return
    spoken = [(m, float(_ENGLISH[m.group().lower()])) for m in _ENGLISH_WORDS.finditer(pair.target)]
    if not spoken or len(spoken) > MAX_OPEN or not has_words(pair.source_lang):
        return
    if _tells_all(pair.source, pair.source_lang, spoken):
        return
    here, there = known_values(pair.source, pair.source_lang)[0], known_values(pair.target, pair.target_lang)[0]
    open_words = [(m, value) for m, value in spoken if not explained(value, here)]
    if len(open_words) != 1 or is_unit(pair.target, open_words[0][0].end()):
        return
    if _OTHERWISE.match(pair.target, open_words[0][0].start()):
        return
    left = {value for value in here if 3 <= value < 100 and value == int(value) and not explained(value, there)}
    place = open_words[0][0].span()
    if len(left) == 1 and not agrees(pair, *place) and not told_by_both(pair, Side.TARGET, *place):
        match, (was,) = open_words[0][0], left
        yield Hit(
            side=Side.TARGET,
            start=match.start(),
            end=match.end(),
            detail=f"“{match.group()}” where the source has {was:g}",
        )


def _other_number_word(pair: Pair) -> Iterator[Hit]:
    """The same from English: the target's word for a number that the source has not, where one of its own is open."""
    if not pair.target or not _may_count(pair.source) or not has_words(pair.target_lang):
        return
    spoken = [(m, float(_ENGLISH[m.group().lower()])) for m in _ENGLISH_WORDS.finditer(pair.source)]
    if not spoken or len(spoken) > MAX_OPEN or _tells_all(pair.target, pair.target_lang, spoken):
        return
    here, there = known_values(pair.source, pair.source_lang)[0], known_values(pair.target, pair.target_lang)[0]
    open_words = [m for m, value in spoken if not explained(value, there)]
    if len(open_words) != 1 or is_unit(pair.source, open_words[0].end()):
        return
    if _OTHERWISE.match(pair.source, open_words[0].start()):
        return
    left = {value for value in there if 3 <= value < 100 and value == int(value) and not explained(value, here)}
    if len(left) != 1:
        return
    (value,) = left
    span = word_place(value, pair.target, pair.target_lang)
    if (
        span is not None
        and not agrees(pair, *span)
        and not _is_of_clock(pair, span)
        and not told_by_both(pair, Side.TARGET, *span)
    ):
        start, end = span
        detail = f"“{pair.target[start:end]}” where the source has “{open_words[0].group()}”"
        yield Hit(side=Side.TARGET, start=start, end=end, detail=detail)


def _is_of_clock(pair: Pair, span: Span) -> bool:
    """Whether a number in words belongs to a time of day, of which languages count the hour that runs."""
    lang = lang_of(pair.target_lang)
    return lang in CLOCK_CRUMBS and any(t.start < span[1] and span[0] < t.end for t in times(pair.target, lang))


def _tells_all(text: str, tag: str | None, spoken: Iterable[tuple[re.Match[str], float]]) -> bool:
    """A quick look: whether a text has a word for each of some numbers, so that `known_values` has them, too."""
    values = _values_of_words(lang_of(tag))
    told = {values[word] for word in lowered(text) & values.keys()}
    return all(value in told for _, value in spoken)


@cache
def _values_of_words(lang: str) -> dict[str, float]:
    return {form: value for form, value in forms(lang).items() if form.isalpha() and stands_for(form, value, lang)}


_ENGLISH: dict[str, int] = {
    "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip


_COUNTED = frozenset(_ENGLISH)
#: Spans of time and frequencies that are told by another number: an hour, half a year, every twenty minutes.
_OTHERWISE = re.compile(
    r"(?:(?:sixty|thirty|fifteen|ninety|forty-five)[ -]minutes?|"
    r"(?:twelve|eighteen|six|three)(?: (?:to|or) \w+)?[ -]months?|"
    r"six[ -]weeks?|"
    r"(?:seven|fourteen|ten|thirty) days|\w+ times (?:an?|per|every|each) \w+)\b",
    re.IGNORECASE,
)


def _count_in_english(facts: Facts) -> Mask | bool:
    """Which pairs may have such a word on an English side."""
    if not facts.langs[1] or "en" not in facts.langs:
        return facts.langs[1] == ""
    mask = np.zeros(len(facts.pairs), dtype=bool)
    for texts, lang in zip((facts.source, facts.target), facts.langs, strict=True):
        if lang == "en":  # in `three's` it is a part of a word
            mask |= texts.words.having(_COUNTED) | texts.words.having_part(_COUNTED.__contains__)
    return mask


def _may_count(text: str) -> bool:
    """A quick look: whether one of the words may be there. In `three's` it is a part of a word."""
    return not pieces(text).isdisjoint(_ENGLISH)


#: In small letters: `Nine News` and `Five Eyes` are names.
_ENGLISH_WORDS = re.compile(
    rf"(?:^|(?<![-‑\w]))(?:{'|'.join(_ENGLISH)}|^(?i:{'|'.join(_ENGLISH)}))\b(?![-‑])"
    # The count of a share, as in `four fifths`.
    r"(?!\s(?:third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)s\b)"
)
