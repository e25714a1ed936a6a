"""Units and currencies: converted wrongly, or another in place of the source's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from mtcheck.data import Hit, Pair, Severity, Side
from mtcheck.rules.facts.batch import Facts, Mask
from mtcheck.rules.numbers._currencies import POUNDS, currencies
from mtcheck.rules.numbers._number_match import MAX_FIGURES, MAX_OPEN, equal, has_digit, unequal
from mtcheck.rules.numbers._prefixes import prefixed_unit
from mtcheck.rules.numbers._units import conversions, end_of_unit, rivals, unit_after, unit_name
from mtcheck.rules.numbers.figure_facts import figures_of
from mtcheck.rules.numbers.figures import Number, figures
from mtcheck.rules.numbers.mismatch import shown
from mtcheck.rules.numbers.spoken_match import equal_in_words, tell_numbers
from mtcheck.rules.registry import rule
from mtcheck.rules.text import Span, has_any, lang_of

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
                before, after = shown(pair.source, was), shown(pair.target, now)
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
