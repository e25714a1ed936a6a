# ruff: noqa: E501 (a table)
"""A number in words held against the numbers of the other side, read whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from mtcheck.data import Pair
from mtcheck.rules.facts.batch import DIGIT, Facts, Mask, TextFacts
from mtcheck.rules.numbers._clock import CRUMBS, times
from mtcheck.rules.numbers._number_match import known_values
from mtcheck.rules.numbers._number_words import CALENDARS
from mtcheck.rules.numbers._units import conversions, far_apart, unit_after
from mtcheck.rules.numbers.figures import Number, figures
from mtcheck.rules.numbers.numerals import explained
from mtcheck.rules.numbers.spans_of_time import unit_size
from mtcheck.rules.numbers.spoken import Spoken, reads_numbers, spoken, telling, tells_number
from mtcheck.rules.text import Span, lang_of

#: A text of more numbers is a list.
_MOST = 12
#: Below this a number in figures may be one of a list or a date; in words from `spoken` on.
_LEAST = 3.0


@dataclass(frozen=True, slots=True)
class _Told:
    values: frozenset[float]
    start: int
    end: int
    in_words: bool
    rounded: bool = False


def other_number(pair: Pair) -> tuple[Span, Span] | None:
    """Where the target tells a number that the source has not, and the source's that it stands for; None for none.

    One of the two is in words. What the words around may mean (an ordinal, `a fifty-strong crew`) excuses either.
    """
    source, target = lang_of(pair.source_lang), lang_of(pair.target_lang)
    if not (reads_numbers(source) and reads_numbers(target)):
        return None
    here, there = spoken(pair.source, source), spoken(pair.target, target)
    if not here and not there:
        return None
    was, now = _told(pair.source, pair.source_lang, here), _told(pair.target, pair.target_lang, there)
    if not was or not now or max(len(was), len(now)) > _MOST:
        return None
    left, right = _without(was, now), _without(now, was)
    if not left or not right:
        return None
    left = _unexplained(left, pair.target, pair.target_lang, there)
    right = _unexplained(right, pair.source, pair.source_lang, here)
    if len(left) != 1 or len(right) != 1 or not (left[0].in_words or right[0].in_words):
        return None
    old, new = left[0], right[0]
    if max(old.values) < _LEAST or max(new.values) < _LEAST or _told_otherwise(pair, old, new, source, target):
        return None
    return (new.start, new.end), (old.start, old.end)


def equal_in_words(pair: Pair) -> Iterator[tuple[Number, Number]]:
    """Numbers of the source and of the target that are one value, each once on its side, one of them in words."""
    source, target = lang_of(pair.source_lang), lang_of(pair.target_lang)
    if not (reads_numbers(source) and reads_numbers(target)):
        return
    here, there = spoken(pair.source, source), spoken(pair.target, target)
    if not here and not there:
        return
    was, now = _told(pair.source, pair.source_lang, here), _told(pair.target, pair.target_lang, there)
    if max(len(was), len(now)) > _MOST:
        return
    for new in now:
        same = [old for old in was if old.values & new.values]
        if len(same) != 1 or not (new.in_words or same[0].in_words):
            continue
        if sum(bool(same[0].values & n.values) for n in now) == 1:
            yield _as_number(same[0]), _as_number(new)


#: language: a million and a thousand million without a number.
_SCALES: Mapping[str, tuple[str, str]] = {
    "en": ("millions?", "billions?"), "de": ("million(?:en)?", "milliarden?"), "fr": ("millions?", "milliards?"), "it": ("milion[ei]", "miliard[oi]"),
    "nl": ("miljoen(?:en)?", "miljard(?:en)?"), "sv": (r"miljon\w*", r"miljard\w*"), "pl": (r"milion\w{0,4}", r"miliard\w{0,4}"), "cs": (r"milion\w{0,3}", r"miliard\w{0,3}"),
    "ru": (r"миллион(?:а|у|ом|е|ы|ов|ам|ами|ах)?", r"миллиард(?:а|у|ом|е|ы|ов|ам|ами|ах)?"), "uk": (r"мільйон(?:а|у|ом|і|и|ів|ам|ами|ах)?", r"мільярд(?:а|у|ом|і|и|ів|ам|ами|ах)?"),
    "tr": ("milyon(?:lar)?", "milyar(?:lar)?"), "ar": ("مليون|ملايين", "مليار|مليارات"),
}  # fmt: skip

_SCALE_CRUMBS: Mapping[str, tuple[str, ...]] = {
    "nl": ("ilj",), "sv": ("ilj",), "pl": ("ilion", "iliard"), "cs": ("ilion", "iliard"), "it": ("ilion", "iliard"), "ru": ("илли",),
    "uk": ("ільйон", "ільярд"), "tr": ("ilyon", "ilyar"), "ar": ("ملي", "ملايين"),
}  # fmt: skip


def may_have_scales(facts: Facts) -> Mask | bool:
    """Which pairs have such a word on both sides."""
    if not _SCALES.keys() >= set(facts.langs):
        return facts.langs[1] == ""
    here, there = (_SCALE_CRUMBS.get(lang, ("illi",)) for lang in facts.langs)
    return facts.source.has(*here) & facts.target.has(*there)


def other_scale(pair: Pair) -> tuple[Span, Span] | None:
    """Where the target has a million for the source's thousand million, or the other way round; and the source's."""
    now = _lone_scale(pair.target, pair.target_lang)
    was = _lone_scale(pair.source, pair.source_lang) if now else None
    return (now[1], was[1]) if was and now and was[0] != now[0] else None


def _lone_scale(text: str, tag: str | None) -> tuple[int, Span] | None:
    """The one such word of a text, where no number stands before it; None for none or several."""
    lang = lang_of(tag)
    if lang not in _SCALES:
        return None
    found = [(int(m.lastgroup == "more"), m.span()) for m in _scale_words(lang).finditer(text) if m.lastgroup]
    if len(found) != 1 or any(n.start < found[0][1][1] and found[0][1][0] < n.end for n in spoken(text, lang)):
        return None
    return None if _COUNTED.search(text, max(0, found[0][1][0] - 12), found[0][1][0]) else found[0]


#: Before a million that is counted, or a half of it.
_COUNTED = re.compile(
    r"(?:\d|\b(?:thousand|tausend|mille|mila|тысяч\w?|тисяч\w?|tysi\w+|tisíc\w?|bin|half|hundred\w?|сотн\w+|пол|пів))\W{0,2}(?:a )?$"
)


@cache
def _scale_words(lang: str) -> re.Pattern[str]:
    less, more = _SCALES[lang]
    return re.compile(rf"(?<!\w)(?:(?P<less>{less})|(?P<more>{more}))(?!\w)", re.IGNORECASE)


def tell_numbers(facts: Facts) -> Mask | bool:
    """`may_differ`, once a batch."""
    return facts.once("numbers in words", may_differ)


def may_differ(facts: Facts) -> Mask | bool:
    """Which pairs may have a number in words on one side, and one in words or figures on the other."""
    if not facts.langs[1] or not all(map(reads_numbers, facts.langs)):
        return facts.langs[1] == ""
    sides = ((facts.source, [p.source for p in facts.pairs]), (facts.target, [p.target for p in facts.pairs]))
    here, there = (_tell(*side, lang) for side, lang in zip(sides, facts.langs, strict=True))
    found: Mask = (here | there) & (here | facts.source.any(DIGIT)) & (there | facts.target.any(DIGIT))
    return found


def _tell(facts: TextFacts, texts: Sequence[str], lang: str) -> Mask:
    """Which texts may tell a number in words, as `tells_number` says of one."""
    if lang in ("zh", "ja"):
        return np.array([tells_number(text, lang) for text in texts], dtype=bool)
    told = telling(lang)
    return facts.words.having(told) | facts.words.having_part(told.__contains__)


def agrees(pair: Pair, start: int, end: int) -> bool:
    """Whether the number in words at a place of the target, read whole, is a number of the source."""
    source, target = lang_of(pair.source_lang), lang_of(pair.target_lang)
    if not (reads_numbers(source) and reads_numbers(target)):
        return False
    number = next((n for n in spoken(pair.target, target) if n.start <= start and end <= n.end), None)
    was = _told(pair.source, pair.source_lang, spoken(pair.source, source))
    return number is not None and any(number.values & other.values for other in was)


def is_number_of(pair: Pair, start: int, end: int) -> bool:
    """Whether a place of the target is in a number that both languages have a grammar for."""
    source, target = lang_of(pair.source_lang), lang_of(pair.target_lang)
    if not (reads_numbers(source) and reads_numbers(target)):
        return False
    return any(n.start < end and start < n.end for n in spoken(pair.target, target))


def _told(text: str, tag: str | None, words: Sequence[Spoken]) -> list[_Told]:
    found = [_Told(n.values, n.start, n.end, True, n.rounded) for n in words]
    found += [
        _Told(n.scaled or n.plain, n.start, max(n.end, n.end_scale), False)
        for n in figures(text, tag)
        if not n.code and n.values
    ]
    return found


def _without(some: Sequence[_Told], others: Sequence[_Told]) -> list[_Told]:
    known = frozenset().union(*(n.values for n in others))
    return [n for n in some if not n.values & known]


def _unexplained(some: list[_Told], text: str, tag: str | None, words: Sequence[Spoken]) -> list[_Told]:
    """Those that the other text does not have either in the words that are no numbers for sure."""
    rest = text
    for number in words:
        rest = rest[: number.start] + "·" * (number.end - number.start) + rest[number.end :]
    known = known_values(rest, tag)[0]
    return [n for n in some if not any(explained(value, known) for value in n.values)]


def _told_otherwise(pair: Pair, old: _Told, new: _Told, source: str, target: str) -> bool:
    """Whether the two may be one quantity: in other units, in another calendar or at another end of the clock."""
    a, b = _as_number(old), _as_number(new)
    one, two = unit_after(pair.source, a), unit_after(pair.target, b)
    if one != two and (one is None or two is None or not far_apart(a, one, b, two)):
        return True
    if one != two and conversions(pair.source, pair.target)(a, b):
        return True
    first, second = unit_size(pair.source, old.end, source), unit_size(pair.target, new.end, target)
    are_years = all(len(n.values) == 1 and 1000 <= max(n.values) <= 2100 for n in (old, new)) and source in ("zh", "ja")
    if (first != second and not are_years) or _are_one_share(pair, old, new):
        return True
    offsets = CALENDARS.get(source, ()) + CALENDARS.get(target, ())
    for x in old.values:
        for y in new.values:
            low, high = min(x, y), max(x, y)
            if high in (1e3 * low, 1e6 * low, 1e9 * low):
                return True  # `three and five million`
            if (old.rounded or new.rounded) and high <= (1.3 if high <= 60 else 1.15) * low:
                return True
            if (high <= 24 and high - low == 12) or high - low in offsets or (1000 <= high <= 2100 and low < 100):
                return True
    return any(
        place.start < number.end and number.start < place.end
        for text, lang, number in ((pair.source, source, old), (pair.target, target, new))
        if lang in CRUMBS
        for place in times(text, lang)
    )


def _are_one_share(pair: Pair, old: _Told, new: _Told) -> bool:
    """Whether one of the two is the percentage of one in so many: one case in twenty, and 5 per cent of them."""
    if not any(97 <= x * y <= 103 for x in old.values for y in new.values):
        return False
    return any(_PER_CENT.search(text) for text in (pair.source, pair.target))


_PER_CENT = re.compile(
    "[%％٪]|per ?cent|prozent|pour cent|por cien|por cento|procent|процент|відсот|yüzde|百分|パーセント"
    "|بالمئة|بالمائة|في المئة",
    re.IGNORECASE,
)


def _as_number(told: _Told) -> Number:
    return Number(told.start, told.end, told.values)
