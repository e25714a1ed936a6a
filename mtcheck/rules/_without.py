"""`Without` made `with`, or the reverse, before words that translate each other."""

from __future__ import annotations

from functools import cache

from mtcheck.data import Pair
from mtcheck.rules import _negation
from mtcheck.rules._dropped import BREAK, Table, best, table_of
from mtcheck.rules._lexicon import languages_of, lowered, places, ranks
from mtcheck.rules._renderings import cosine
from mtcheck.rules._text import Span, word_set

#: (without, with) by language.
_WORDS = {
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
#: Words after `without` or `with` by which it is traced, and how far before what translates them the other stands.
_REACH, _WITHIN = 4, 4
#: Cosine from which on two words after a preposition are the same; no shorter ones are looked at.
_ALIKE, _SHORT = 0.33, 3


@cache
def forms(lang: str, *, lacking: bool) -> frozenset[str]:
    """The words of a language for `without`, or for `with`; none for a language without a row."""
    return word_set(_WORDS.get(lang, ("", ""))[not lacking])


def turned(pair: Pair) -> tuple[Span, Span] | None:
    """The source's `without` and the target's `with` before the same thing, or the reverse."""
    langs = languages_of(pair)
    if langs[0] == langs[1]:
        return None
    for lacking in (True, False):
        here, there = forms(langs[0], lacking=lacking), forms(langs[1], lacking=not lacking)
        if here.isdisjoint(lowered(pair.source)) or there.isdisjoint(lowered(pair.target)):
            continue
        plain, lang = (pair.target, langs[1]) if lacking else (pair.source, langs[0])
        if _negation.may_deny(plain, lang):
            continue
        found = _same_thing(pair.source, here, there, table_of(pair))
        if found is not None:
            return found
    return None


def _same_thing(source: str, here: frozenset[str], there: frozenset[str], table: Table) -> tuple[Span, Span] | None:
    """The two prepositions, where a word after the one translates a word after the other."""
    known, words = ranks(table.langs[0]), places(source)
    for n, (word, start, end) in enumerate(words):
        if word.lower() not in here:
            continue
        for near, begin, _ in words[n + 1 : n + 1 + _REACH]:
            if BREAK.search(source, end, begin):
                break
            frame = _frame(near, there, table) if known.get(near.lower(), 9) > 0 or len(near) > 4 else None
            if frame is not None:
                return (start, end), frame
    return None


def _frame(near: str, there: frozenset[str], table: Table) -> Span | None:
    """The preposition of the target before a translation of a word."""
    at = best(near, table)
    before = table.words[max(0, at - _WITHIN) : at] if at is not None else []
    found = next((span for span in reversed(before) if span[0].lower() in there), None)
    if found is not None:
        return found[1:]
    own, other = table.langs
    for n, (word, start, end) in enumerate(table.words):
        after = [word for word, _, _ in table.words[n + 1 : n + 1 + _WITHIN]] if word.lower() in there else []
        if any(len(word) > _SHORT and cosine(near, own, word, other) >= _ALIKE for word in after):
            return start, end
    return None
