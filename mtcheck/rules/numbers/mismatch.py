"""Numbers without an equal on the other side, whatever their notation."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.data import Hit, Pair, Severity, Side
from mtcheck.rules.facts.batch import Facts, Mask
from mtcheck.rules.numbers._number_match import unmatched
from mtcheck.rules.numbers.figure_facts import figures_of
from mtcheck.rules.numbers.figures import Number
from mtcheck.rules.registry import rule


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
        old, new = shown(pair.source, was), shown(pair.target, now)
        yield Hit(
            side=Side.TARGET,
            start=now.start,
            end=max(now.end, now.end_scale),
            detail=f"“{new}” where the source has “{old}”",
            suggestion=old if not (was.scaled or now.scaled or was.parts) else None,
        )


def _may_mismatch(facts: Facts) -> Mask:
    """Which pairs have other digits on one side, or amounts told by words for millions on both."""
    figures = figures_of(facts)
    return facts.both_have_digits & (~figures.are_same | figures.have_scales)


def shown(text: str, number: Number) -> str:
    """A number as the text writes it, with the word for its scale."""
    return text[number.start : max(number.end, number.end_scale)]
