"""Months and weekdays in place of the source's."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from mtcheck.data import Hit, Pair, Severity, Side
from mtcheck.rules.facts.batch import Facts, Mask
from mtcheck.rules.numbers._dates import find_months, find_weekdays, month_name, months, weekday_name, weekdays
from mtcheck.rules.registry import rule
from mtcheck.rules.text import Span, lang_of


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


def _date_hit(pair: Pair, here: dict[int, Span], there: dict[int, Span], wanted: str) -> Hit:
    (was,), (now,) = here.values(), there.values()
    detail = f"“{pair.target[slice(*now)]}” where the source has “{pair.source[slice(*was)]}”"
    return Hit(side=Side.TARGET, start=now[0], end=now[1], detail=detail, suggestion=wanted)
