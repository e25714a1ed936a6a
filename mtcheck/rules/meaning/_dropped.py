"""Denials that a target drops while it keeps another: `cannot be there, but they know` for `but they don't know`.

Each denying clause of the source is traced into the target by the words around its denial, and a denial is looked for
among the words that translate these.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from mtcheck.data import IntArray, Pair, Side
from mtcheck.inflection import fold
from mtcheck.lexicon import Lexicon, load_lexicon
from mtcheck.rules.meaning import _negation
from mtcheck.rules.meaning._claims import place_of
from mtcheck.rules.meaning._denials import SIGNS
from mtcheck.rules.meaning.affirmed import ABSENT, FUSED, are_translations, key_of
from mtcheck.rules.text import Span
from mtcheck.rules.words.lexicon import languages_of, lowered, places, ranks
from mtcheck.rules.words.renderings import cosine, look_up, look_up_all

#: Words of the source before and after a denial, in its clause, by which it is traced.
_BEFORE, _AFTER = 2, 3
#: Log p (higher for a common word) and cosine from which on two words translate each other; cosine of two in no table.
_LEAST, _SURE, _NEAR, _NEAR_UNTOLD = -3.5, -1.5, 0.35, 0.43
#: Words of the target between a denial and the words it may belong to, at most: before them, and after.
_LEFT, _RIGHT = 4, 2
#: Clauses of the source at most; more are a paragraph, in which a denial is soon said otherwise.
_MOST_CLAUSES = 3
#: Words of the target that are flagged after the first.
_SHOWN = 2
BREAK = re.compile('[,;:.!?—–()«»„“”"，。；：！？、]')
_HAN = re.compile(r"[\u3400-\u9fff]")
#: Joins what one denial denies together: nothing is told of such a target.
JOINS = {
    lang: frozenset(row.split())
    for lang, row in {
        "en": "or nor neither either any anyone anything anywhere ever whether if",
        "de": "oder weder noch irgend irgendein irgendeine ob wenn",
        "fr": "ni ou si",
        "es": "ni o u alguno alguna si",
        "it": "né o od alcuno alcuna se",
        "pt": "nem ou algum alguma se",
        "nl": "of noch enige enig als",
        "ru": "ни или либо нибудь если ли",
        "uk": "ні ані або чи якщо",
        "pl": "ani lub czy albo jeśli jeżeli",
    }.items()
}
#: Begins a clause.
_AND = {
    lang: frozenset(row.split())
    for lang, row in {
        "en": "and but because while although so that who which where when",
        "de": "und aber weil denn während",
        "fr": "et mais car qui que où",
        "es": "y e pero porque que",
        "it": "e ed ma perché che",
        "pt": "e mas porque que",
        "nl": "en maar want omdat die dat",
        "sv": "och men som att",
        "ru": "и а но потому",
        "uk": "і й та а але бо",
        "pl": "i a ale bo",
        "ar": "ولكن لكن",
    }.items()
}


class Table(NamedTuple):
    """Two languages, and the words of a target that those of its source are looked for among."""

    langs: tuple[str, str]
    words: list[tuple[str, int, int]]  # of the target
    lexicon: Lexicon | None  # none: vectors alone tell
    units: IntArray  # what the lexicon calls the words
    common: list[bool]  # which of the words tell nothing


def table_of(pair: Pair) -> Table:
    """What is needed to find words of the source in the target."""
    langs, words = languages_of(pair), places(pair.target)
    known, lexicon = ranks(langs[1]), load_lexicon(*langs)
    units = [lexicon.units("=" + fold(word))[1] for word, _, _ in words] if lexicon is not None else []
    common = [known.get(word.lower(), 9) == 0 for word, _, _ in words]
    return Table(langs, words, lexicon, np.array(units), common)


def dropped(pair: Pair) -> tuple[Span, Span] | None:
    """The denial of the source that the target drops, and the word of the target that it ought to stand by."""
    langs = languages_of(pair)
    joins = JOINS.get(langs[1])
    if joins is None:
        return None
    if not joins.isdisjoint(lowered(pair.target)):
        return None
    here = _negation.sure_places(pair.source, langs[0])
    if len(here) < 2:
        return None
    there = _negation.sure_places(pair.target, langs[1])
    in_part = place_of("in-part", pair.target, langs[1])  # `not always`: no sure denial, but one of the two
    if in_part is not None and not any(in_part[0] <= start < in_part[1] for start, _ in there):
        there.append(in_part)
    clauses = list(_clauses(pair.source, here, langs[0])) if len(there) < len(here) else []
    if not max(1, len(there)) < len(clauses) <= _MOST_CLAUSES:
        return None
    kept = _denials(pair, there, len(clauses))
    if not kept:
        return None
    table = table_of(pair)
    words = table.words
    traced = [(denial, _traced(pair.source, denial, clause, table)) for denial, clause in clauses]
    lost = [(denial, found) for denial, found in traced if found and not _is_covered(pair.target, words, found, kept)]
    if len(lost) != 1:
        return None
    denial, found = lost[0]
    return denial, _affirmed(pair.target, words, found[0])


def _denials(pair: Pair, sure: Sequence[Span], fewer_than: int) -> list[Span]:
    """What denies in the target or may, where it is less than so much; else none."""
    lang = languages_of(pair)[1]
    maybe = [span for span in _negation.maybe_places(pair.target, lang) if not _is_half(pair.target[slice(*span)])]
    kept = [*sure, *(span for span in maybe if not are_translations(pair, [span], Side.SOURCE))]
    return kept if len(kept) < fewer_than else []


def _affirmed(text: str, words: Sequence[tuple[str, int, int]], first: int) -> Span:
    """The word that translates one by a denial, with the next few of its clause, among which the denial would be."""
    last = first
    while (
        last + 1 < len(words) and last < first + _SHOWN and not BREAK.search(text, words[last][2], words[last + 1][1])
    ):
        last += 1
    return words[first][1], words[last][2]


def _is_half(word: str) -> bool:
    """Whether a word is the first half of a denial: `ne … pas`."""
    return word.lower() in ("ne", "n")


def _clauses(text: str, denials: Iterable[Span], lang: str) -> Iterator[tuple[Span, Span]]:
    """The last denial of each clause that denies, and the clause."""
    joins = _AND.get(lang)
    breaks = {0, *(match.end() for match in BREAK.finditer(text)), len(text)}
    if joins is not None:
        breaks.update(end for word, _, end in places(text) if word.lower() in joins)
    ordered = sorted(denials)
    for start, end in pairwise(sorted(breaks)):
        within = [span for span in ordered if start <= span[0] < end]
        if within:
            yield within[-1], (start, end)


def _traced(text: str, denial: Span, clause: Span, table: Table) -> list[int]:
    """Which words of the target translate words around a denial, those after it first."""
    found: list[int] = []
    source, target = table.langs
    near = _around(text, denial, clause, source)
    told = [table.words[at][0] for word in near if (at := _told(word, table)) is not None]
    look_up_all([*((word, source) for word in near), *((word, target) for word in told)])
    for word in near:
        at = best(word, table)
        if at is not None and at not in found:
            found.append(at)
    return found


def _around(text: str, denial: Span, clause: Span, lang: str) -> list[str]:
    if lang in SIGNS:
        run = (
            text[denial[1] : denial[1] + _AFTER + 1]
            if lang == "zh"
            else text[max(clause[0], denial[0] - 6) : denial[0]]
        )
        run = "".join(_HAN.findall(run))
        return [a + b for a, b in pairwise(run)]
    known = ranks(lang)
    near = [
        (start, word.replace("’", "'").rpartition("'")[2])
        for word, start, end in places(text)
        if clause[0] <= start and end <= clause[1] and (lang in FUSED or not denial[0] <= start < denial[1])
        if known.get(word.lower(), 9) > 0 or len(word) > 4
    ]
    after = [word for start, word in near if start >= denial[0]][:_AFTER]
    return [*after, *[word for start, word in near if start < denial[0]][-_BEFORE:]]


def best(word: str, table: Table) -> int | None:
    """The number of the word of the target that stands for a word of the source, by the tables, else by vectors."""
    source, target = table.langs
    others = [other for other, _, _ in table.words]
    at = _told(word, table)
    if at is not None and cosine(word, source, others[at], target) >= _NEAR:
        return at
    look_up([other for other, common in zip(others, table.common, strict=True) if not common], target)
    near = [
        0.0 if common else cosine(word, source, other, target)
        for other, common in zip(others, table.common, strict=True)
    ]
    at = int(np.argmax(near))
    return at if near[at] >= _NEAR_UNTOLD else None


def _told(word: str, table: Table) -> int | None:
    """The number of the word of the target that the tables are surest of for a word of the source."""
    if table.lexicon is None:
        return None
    own = table.lexicon.units(key_of(word, table.langs[0]))[0]
    if not own:
        return None
    log, _ = table.lexicon.look(np.array([[own]]), table.units[None, :], ABSENT)
    at = int(log[0].argmax())
    return at if log[0, at] >= (_SURE if table.common[at] else _LEAST) else None


def _is_covered(text: str, words: Sequence[tuple[str, int, int]], found: Sequence[int], kept: Sequence[Span]) -> bool:
    """Whether a denial of the target belongs to some of its words, given by their numbers."""
    first, last = min(found), max(found)
    for start, end in kept:
        at = next((n for n, (_, _, stop) in enumerate(words) if stop >= end), len(words))
        if first <= at <= last:
            return True
        if first - _LEFT <= at < first and not BREAK.search(text, end, words[first][1]):
            return True
        if last < at <= last + _RIGHT and not BREAK.search(text, words[last][2], start):
            return True
    return False
