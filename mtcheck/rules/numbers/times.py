"""Times and dates: another hour, another half of the day, another day of a date in figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import numpy as np

from mtcheck.data import Hit, Pair, Severity
from mtcheck.rules.facts.batch import DIGIT, SCRIPTS, Facts, Mask
from mtcheck.rules.facts.openings import Openings
from mtcheck.rules.numbers._clock import CRUMBS, Time, hours_in_words, times
from mtcheck.rules.numbers._dates import figure_dates, told_dates
from mtcheck.rules.numbers._decades import CRUMBS as DECADE_CRUMBS
from mtcheck.rules.numbers._decades import decades, is_other_decade
from mtcheck.rules.numbers._number_words import ERAS
from mtcheck.rules.numbers._parts_of_time import crumbs as part_crumbs
from mtcheck.rules.numbers._parts_of_time import parts_of_time
from mtcheck.rules.numbers.figure_facts import TextFigures, figures_of
from mtcheck.rules.numbers.figures import fold_digits
from mtcheck.rules.registry import rule
from mtcheck.rules.text import hit, lang_of

#: A text of more times is a timetable, where one missed throws all others out.
_MOST_TIMES = 8


@rule(
    "TIM001",
    "time-changed",
    category="accuracy/mistranslation",
    severity=Severity.MAJOR,
    message="Another time of day: {detail}.",
    gate=lambda facts: _may_tell_times(facts),
)
def time_changed(pair: Pair) -> Iterator[Hit]:
    """A time of day became another one, or the same hour of the other half of the day.

    Why: readers come at the wrong hour; `halb acht` is half past seven, and 20 h is 8 p.m.
    Flags: de "kurz vor halb acht" / en "shortly before half past eight"
    Flags: fr "jusqu’à 19 h" / en "until 9 p.m."
    Flags: ru "в пять утра" / en "at five in the afternoon"
    Passes: de "um 19.30 Uhr" / en "at half past seven in the evening"
    Passes: en "at 8 a.m." / ru "в 8 часов"
    Limits: fifteen languages; both sides tell as many times, in the same order, and one of them is another.
    """
    langs = lang_of(pair.source_lang), lang_of(pair.target_lang)
    if not pair.source or langs[0] not in CRUMBS or langs[1] not in CRUMBS:
        return
    now = times(pair.target, langs[1])
    if not 0 < len(now) <= _MOST_TIMES:
        return
    was = times(pair.source, langs[0])
    if len(was) != len(now):
        return
    changed = _changed(was, now)
    if changed:
        before, after = changed
        shown = (
            f"“{pair.target[after.start : after.end]}” where the source has “{pair.source[before.start : before.end]}”"
        )
        yield hit(after.start, after.end, shown)


def _may_tell_times(facts: Facts) -> Mask | bool:
    """Which pairs may tell a time of day on both sides."""
    source, target = facts.langs
    if not target:
        return True
    mask = np.ones(len(facts.pairs), dtype=bool)
    for texts, lang in ((facts.target, target), (facts.source, source)):
        if mask.any():
            mask &= texts.has(*CRUMBS.get(lang, ()))
            hours = hours_in_words(lang)
            if hours is not None:
                mask &= texts.any(DIGIT) | texts.begins(hours)
    return mask


def _changed(was: Sequence[Time], now: Sequence[Time]) -> tuple[Time, Time] | None:
    """The one time that differs from the source's in its place; None for none or several."""
    pairs = [(a, b) for a, b in zip(was, now, strict=True) if a.differs(b)]
    if len(pairs) != 1 or (len(was) > 1 and any(not pairs[0][1].differs(a) for a in was)):
        return None
    return pairs[0]


@rule(
    "TIM002",
    "figure-date-changed",
    category="accuracy/mistranslation",
    severity=Severity.MAJOR,
    message="Another date: {detail}.",
    gate=lambda facts: facts.both_have_digits & _may_have_dates(figures_of(facts).source),
)
def figure_date_changed(pair: Pair) -> Iterator[Hit]:
    """A date in figures was read with day and month exchanged, or became another one.

    Why: 03/11 is the third of November nearly everywhere but in the United States.
    Flags: pt "03/11/2025" / en "11 March 2025"
    Flags: de "am 31.12.2025" / en "on 31 October 2025"
    Passes: pt "03/11/2025" / en "3 November 2025", "November 3, 2025"
    Limits: one such date on each side, of one year; sources that put the day first, or the year (`2025年3月8日`).
    """
    source, target = lang_of(pair.source_lang), lang_of(pair.target_lang)
    if not source or not target or not _YEAR.search(pair.source):
        return
    was = figure_dates(pair.source, source)
    if len(was) != 1:
        return
    now = told_dates(pair.target, target)
    if len(now) != 1:
        return
    (year, month, day), there = was[0]
    told, here = now[0]
    if told[0] == year and told[1:] != (month, day):
        yield hit(*here, f"“{pair.target[slice(*here)]}” where the source has “{pair.source[slice(*there)]}”")


def _may_have_dates(figures: TextFigures) -> Mask:
    """Which texts have the three figures of a date, or a year before its sign."""
    return (figures.counts > 2) | figures.may_have(_YEAR_SIGN)


_YEAR_SIGN = Openings(["年"])

_YEAR = re.compile(r"\d{1,2}[./]\s?\d{1,2}[./]\s?(?:19|20)\d\d|(?:19|20)\d\d\s?年", re.ASCII)


@rule(
    "TIM003",
    "decade-changed",
    category="accuracy/mistranslation",
    severity=Severity.MAJOR,
    message="Another decade: {detail}.",
    gate=lambda facts: facts.langs[1] == "" or facts.target.has(*DECADE_CRUMBS.get(facts.langs[1], ())),
)
def decade_changed(pair: Pair) -> Iterator[Hit]:
    """A decade became another one.

    Why: ten years are lost or won, and words for tens are easily mistaken.
    Flags: it "negli anni Trenta" / en "in the 1920s"
    Flags: de "in den Siebzigerjahren" / en "in the 1960s"
    Flags: uk "на початку вісімдесятих" / en "in the early 1990s"
    Passes: fr "les années soixante-dix" / en "the seventies"
    Passes: zh "二十世纪六十年代" / en "the 1960s"
    Limits: sixteen languages; one decade on each side; the century counts where both tell it. Ages (`in his forties`)
        are no decades.
    """
    source, target = lang_of(pair.source_lang), lang_of(pair.target_lang)
    now = decades(pair.target, target) if pair.source else []
    was = decades(pair.source, source) if len(now) == 1 else []
    if len(was) == 1 and is_other_decade(was[0][0], now[0][0]):
        (start, end), there = now[0][1], pair.source[slice(*was[0][1])]
        yield hit(start, end, f"“{pair.target[start:end]}” where the source has “{there}”")


@rule(
    "TIM005",
    "era-year-changed",
    category="accuracy/mistranslation",
    severity=Severity.MAJOR,
    message="Another year: {detail}.",
    gate=lambda facts: _may_have_eras(facts),
)
def era_year_changed(pair: Pair) -> Iterator[Hit]:
    """A year of an era (Heisei 11) was read as another year.

    Why: the figure of the era looks like the end of a year: 平成11年 is 1999 and not 2011.
    Flags: ja "平成11年" / en "in 2011"
    Flags: zh "民国25年" / en "in 1925"
    Passes: ja "平成11年" / en "in 1999", "in Heisei 11"
    Limits: five Japanese eras and the Republic of China's; one such year in the source without another year, and one
        year of four digits in the target.
    """
    source = fold_digits(pair.source)
    eras = list(_ERA_YEAR.finditer(source))
    if len(eras) != 1 or _FOUR_DIGITS.search(source):
        return
    match = eras[0]
    number = 1 if match[2] == "元" else int(match[2])
    years = list(_FOUR_DIGITS.finditer(fold_digits(pair.target)))
    if len(years) == 1 and int(years[0][0]) != ERAS[match[1]] + number:
        right = str(ERAS[match[1]] + number)
        yield hit(
            *years[0].span(), f"“{years[0][0]}” where the source has “{match[0]}”, which is {right}", suggestion=right
        )


def _may_have_eras(facts: Facts) -> Mask:
    """Which pairs have the name of an era in the source, and a figure in the target."""
    mask = facts.source.any(SCRIPTS["Hani"]) & facts.target.any(DIGIT)
    return mask & facts.source.has(*ERAS) if mask.any() else mask


_ERA_YEAR = re.compile(rf"({'|'.join(ERAS)})\s?(\d{{1,2}}|元)\s?年度?", re.ASCII)
_FOUR_DIGITS = re.compile(r"(?<![\d.,])(?:1[6-9]|20)\d\d(?![\d]|[.,]\d)", re.ASCII)


@rule(
    "TIM006",
    "part-of-time-changed",
    category="accuracy/mistranslation",
    severity=Severity.MAJOR,
    message="Another part of the time: {detail}.",
    gate=lambda facts: _may_tell_parts(facts),
)
def part_of_time_changed(pair: Pair) -> Iterator[Hit]:
    """The beginning, the middle or the end of a month, a year or a century became another part of it.

    Why: who comes in early October comes before what begins in the middle of it.
    Flags: zh "10月中旬" / en "in early October"
    Flags: cs "koncem května" / en "in mid-May"
    Flags: en "in the first half of the year" / de "in der zweiten Hälfte des Jahres"
    Passes: fr "fin mai" / en "at the end of May", "in late May"
    Passes: ru "в конце года" / en "in the second half of the year"
    Limits: fifteen languages; as many such parts on each side, in the same order, and one of them another.
    """
    now = parts_of_time(pair.target, lang_of(pair.target_lang)) if pair.source else []
    was = parts_of_time(pair.source, lang_of(pair.source_lang)) if now else []
    if len(was) != len(now) or len(now) > _MOST_TIMES:
        return
    changed = [(a, b) for a, b in zip(was, now, strict=True) if a.differs(b)]
    if len(changed) != 1:
        return
    before, after = changed[0]
    there = pair.source[before.start : before.end]
    yield hit(after.start, after.end, f"“{pair.target[after.start : after.end]}” where the source has “{there}”")


def _may_tell_parts(facts: Facts) -> Mask | bool:
    """Which pairs may tell a part of a month or a year on both sides."""
    if not facts.langs[1]:
        return True
    mask = np.ones(len(facts.pairs), dtype=bool)
    for texts, lang in ((facts.target, facts.langs[1]), (facts.source, facts.langs[0])):
        found = part_crumbs(lang)
        if found is None:
            return False
        if mask.any():
            mask &= texts.has(*found) if isinstance(found, tuple) else texts.begins(found)
    return mask
