"""`Without` made `with`, `before` made `after`, or the reverse, before words that translate each other."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from mtcheck.data import Pair
from mtcheck.rules.meaning import _negation
from mtcheck.rules.meaning._denials import denies
from mtcheck.rules.meaning._dropped import BREAK, Table, best, table_of
from mtcheck.rules.text import Span, word_set
from mtcheck.rules.words.lexicon import languages_of, lowered, places, ranks
from mtcheck.rules.words.renderings import cosine

#: (without, with) and (before, after) by language.
WITHOUT, BEFORE = "without", "before"
_WITHOUT = {
    "en": ("without", "with"),
    "de": ("ohne", "mit"),
    "fr": ("sans", "avec"),
    "es": ("sin", "con"),
    "it": ("senza", "con col"),
    "pt": ("sem", "com"),
    "nl": ("zonder", "met"),
    "sv": ("utan", "med"),
    "ru": ("без", "с со"),
    "uk": ("без", "з із зі"),
    "pl": ("bez", "z ze"),
    "cs": ("bez", "s se"),
    "ar": ("بدون دون بلا", "مع"),
}
_BEFORE = {
    "en": ("before", "after"),
    "de": ("vor", "nach"),
    "fr": ("avant", "après"),
    "es": ("antes", "después tras"),
    "it": ("prima", "dopo"),
    "pt": ("antes", "depois após"),
    "nl": ("voor", "na"),
    "sv": ("före innan", "efter"),
    "ru": ("до перед", "после"),
    "uk": ("до перед", "після"),
    "pl": ("przed", "po"),
    "cs": ("před", "po"),
    "ar": ("قبل", "بعد"),
}
_TABLES = {WITHOUT: _WITHOUT, BEFORE: _BEFORE}
#: Words after `without` or `with` by which it is traced, and how far before what translates them the other stands.
_REACH, _WITHIN = 4, 4
#: Cosine from which on two words after a preposition are the same; no shorter ones are looked at.
_ALIKE, _SHORT = 0.33, 3


@cache
def forms(lang: str, *, lacking: bool, kind: str = WITHOUT) -> frozenset[str]:
    """The words of a language for `without` or `before`, or for `with` or `after`; none for one without a row."""
    return word_set(_TABLES[kind].get(lang, ("", ""))[not lacking])


def turned(pair: Pair, kind: str = WITHOUT) -> tuple[Span, Span] | None:
    """The source's `without` (`before`) and the target's `with` (`after`) before the same thing, or the reverse."""
    langs, texts = languages_of(pair), (pair.source, pair.target)
    if langs[0] == langs[1]:
        return None
    for lacking in (True, False):
        here, there = (forms(lang, lacking=lacking == (not n), kind=kind) for n, lang in enumerate(langs))
        if here.isdisjoint(lowered(pair.source)) or there.isdisjoint(lowered(pair.target)):
            continue
        if kind == BEFORE:
            if any(_says_both(text, lang) or denies(text, lang) for text, lang in zip(texts, langs, strict=True)):
                return None
        elif _negation.may_deny(*((texts[1], langs[1]) if lacking else (texts[0], langs[0]))):
            continue
        found = _same_thing(pair.source, here, there, table_of(pair))
        if found is not None:
            return found
    return None


def _says_both(text: str, lang: str) -> bool:
    """Whether a text has a word for `before` and one for `after`."""
    bag = lowered(text)
    return not any(bag.isdisjoint(forms(lang, lacking=lacking, kind=BEFORE)) for lacking in (True, False))


def _same_thing(source: str, here: frozenset[str], there: frozenset[str], table: Table) -> tuple[Span, Span] | None:
    """The two prepositions, where a word after the one translates a word after the other."""
    known, words = ranks(table.langs[0]), places(source)
    for n, (word, start, end) in enumerate(words):
        if word.lower() not in here or _is_goal(words, n):
            continue
        for near, begin, _ in words[n + 1 : n + 1 + _REACH]:
            if BREAK.search(source, end, begin):
                break
            frame = _frame(near, there, table) if known.get(near.lower(), 9) > 0 or len(near) > 4 else None
            if frame is not None:
                return (start, end), frame
    return None


def _is_goal(words: Sequence[tuple[str, int, int]], n: int) -> bool:
    """Whether a word is the goal of a verb of reaching, no point in time: `добраться до`."""
    return n > 0 and words[n][0].lower() == "до" and words[n - 1][0].lower().startswith(_REACHING)


#: Begins verbs of reaching.
_REACHING = ("до", "ді")


def _frame(near: str, there: frozenset[str], table: Table) -> Span | None:
    """The preposition of the target before a translation of a word."""
    at = best(near, table)
    goals = {n for n in range(len(table.words)) if _is_goal(table.words, n)}
    before = range(max(0, at - _WITHIN), at) if at is not None else ()
    near_by = (table.words[n] for n in reversed(before) if n not in goals)
    found = next((span for span in near_by if span[0].lower() in there), None)
    if found is not None:
        return found[1:]
    own, other = table.langs
    for n, (word, start, end) in enumerate(table.words):
        after = (
            [word for word, _, _ in table.words[n + 1 : n + 1 + _WITHIN]]
            if n not in goals and word.lower() in there
            else []
        )
        if any(len(word) > _SHORT and cosine(near, own, word, other) >= _ALIKE for word in after):
            return start, end
    return None
