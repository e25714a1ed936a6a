"""Numbers written as another language writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from mtcheck.data import Hit, Pair, Severity, Side
from mtcheck.rules.numbers._number_match import has_digit
from mtcheck.rules.numbers.figure_facts import figures_of
from mtcheck.rules.registry import rule
from mtcheck.rules.text import lang_of, occurs, word_set


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
            and (MEASURED.match(pair.target, match.end()) or _counts_things(pair.target, *match.span()))
        ):
            yield _format_hit(match, token.replace(mark, there[0]), Severity.MINOR)


def _format_hit(match: re.Match[str], fixed: str, severity: Severity) -> Hit:
    return Hit(
        side=Side.TARGET,
        start=match.start(),
        end=match.end(),
        detail=f"“{fixed}”",
        suggestion=fixed,
        severity=severity,
    )


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
MEASURED = re.compile(
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
