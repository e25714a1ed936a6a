"""Numbers in words that are not the source's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

import numpy as np

from mtcheck.data import Hit, Pair, Severity, Side
from mtcheck.rules.facts.batch import Facts, Mask
from mtcheck.rules.language.foreign_words import pieces
from mtcheck.rules.numbers._clock import CRUMBS as CLOCK_CRUMBS
from mtcheck.rules.numbers._clock import times
from mtcheck.rules.numbers._number_match import MAX_OPEN, known_values
from mtcheck.rules.numbers._spoken_words import forms
from mtcheck.rules.numbers._units import is_unit
from mtcheck.rules.numbers.numerals import explained, has_words, stands_for, word_place
from mtcheck.rules.numbers.spans_of_time import told_by_both
from mtcheck.rules.numbers.spoken_match import agrees, may_have_scales, other_number, other_scale, tell_numbers
from mtcheck.rules.registry import rule
from mtcheck.rules.text import Span, lang_of
from mtcheck.rules.words.lexicon import lowered


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
