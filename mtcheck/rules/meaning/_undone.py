"""A word that a prefix denies on one side (`unpredictable`), and a translation of the bare word on the other.

No list of words: what the bare word means is told by the word translation tables, and vectors have the last word. A
side that has any other word that may deny is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np

from mtcheck.data import Pair
from mtcheck.inflection import fold
from mtcheck.lexicon import PREFIX, Lexicon, load_lexicon
from mtcheck.rules.facts.batch import Facts, Mask, TextFacts
from mtcheck.rules.meaning import _negation
from mtcheck.rules.meaning._denials import SIGNS, denying
from mtcheck.rules.meaning._qualified import is_turned
from mtcheck.rules.meaning.affirmed import ABSENT, likelihood, without_article
from mtcheck.rules.text import Span, word_set
from mtcheck.rules.words.lexicon import languages_of, places, ranks, words
from mtcheck.rules.words.renderings import cosine

#: Prefixes that deny; those that mostly take apart (`dé-`, `mal-`) are left out.
_PREFIXES = {
    "en": "un in im il ir dis non",
    "de": "un in im il ir des",
    "fr": "in im il ir dés non",
    "es": "in im i des dis",
    "it": "in im il ir dis s",
    "ru": "не без бес дис",
    "uk": "не без дис",
    "pl": "nie bez dys",
    "cs": "ne bez",
}
#: Words that only look so, or are much the same with a prefix and without.
_SEEMING = word_set(
    "instead intended unless infamous undead undeath incoming imposes imposed impose imposing invocation invaluable"
    " indifferent disinterested disposing distended intense inhabitants inhabitant inhabited inhabit immigrant disband"
    " innumerable immigrants dissolve dissolved instances insignia unmittelbar unmittelbare unmittelbaren unheimlich"
    " нескольких несколькими нескольким некоторое некоторые некоторым некоторыми некоторого некоторой некоторая"
    " некоторый некогда необходимо недавно бездна насилие scoperto scoperta découvert découverte descubierto"
    " descubierta"
)
#: Letters of a word and of what a prefix leaves of it, at least; of a word of the other side.
_WHOLE, _REST, _OTHER = 6, 4, 4
#: Tier of a denied word, at least (`lexicon.ranks`).
_RARE = 2
#: Log p from which on a word stands for the bare one, or for another word of the text.
_LEAST, _STANDS = -3.1, -3.5
#: Cosine of the bare word and its translation, and of the word and its bare form, at least; by so much another word may
#: be nearer to the denied one.
_NEAR, _KIN, _MARGIN = 0.4, 0.28, 0.05
#: Prefixes that deny in nearly all words that have them.
_PLAIN = word_set("un не nie ne")


class _Side(NamedTuple):
    """A text to look in, its language, and that of the other side."""

    text: str
    lang: str
    other: str
    turned: bool  # it is the target


def undone(pair: Pair) -> Iterator[tuple[Span, Span]]:
    """Places in the source and the target where one side denies by a prefix what the other affirms."""
    langs, texts = languages_of(pair), (pair.source, pair.target)
    if not _negation.SUPPORTED.issuperset(langs) or langs[0] == langs[1]:
        return
    lexicon = load_lexicon(*langs) if SIGNS.isdisjoint(langs) else None
    for n in (0, 1) if lexicon is not None else ():
        here = _Side(texts[n], langs[n], langs[1 - n], n == 1)
        for denied, bare, place in _denied_words(here.text, here.lang):
            found = _affirmed(denied, bare, here, texts[1 - n], lexicon)
            if found is not None and not is_turned(here.text, here.lang, place):
                yield (found, place) if n else (place, found)


def _denied_words(text: str, lang: str) -> Iterator[tuple[str, str, Span]]:
    """The words of a text that a prefix denies: in lower case, bare, place."""
    prefixes = prefixes_of(lang)
    if not any(word.startswith(prefixes) for word in words(text)):
        return
    for word, start, end in places(text):
        if word.startswith(prefixes):
            for bare in bare_words(word, lang):
                yield word, bare, (start, end)


@lru_cache(maxsize=4096)
def bare_words(word: str, lang: str) -> tuple[str, ...]:
    """What is left of a word in lower case without a prefix that denies: known words, by chance too (`formation`).

    The commonest words are left out: hardly one of them is denied (`important`), and many texts have them.

    >>> bare_words("unpredictable", "en"), bare_words("under", "en")
    (('predictable',), ())
    """
    known, prefixes = ranks(lang), prefixes_of(lang)
    if len(word) < _WHOLE or word in _SEEMING or known.get(word, 9) < _RARE:
        return ()
    found = [word[len(prefix) :] for prefix in prefixes if word.startswith(prefix)]
    return tuple(bare for bare in found if len(bare) >= _REST and bare in known)


@cache
def prefixes_of(lang: str) -> tuple[str, ...]:
    """The prefixes of a language that deny."""
    return tuple(_PREFIXES.get(lang, "").split())


def _affirmed(denied: str, bare: str, here: _Side, there: str, lexicon: Lexicon | None) -> Span | None:
    """Where the other side has a translation of the bare word, and neither one of the denied word nor a denial."""
    best = _best(bare, words(there), here, lexicon)
    if best is None:
        return None
    others = [(without_article(word.lower(), here.other), start, end) for word, start, end in places(there)]
    word, start, end = others[best]
    if _told(denied, word, here, lexicon) not in (0, ABSENT):
        return None
    rest = [other for other, _, _ in others if other != word]
    if any(_STANDS <= _told(denied, other, here, lexicon) < 0 for other in rest):
        return None
    told = [own.lower() for own, _, _ in places(here.text) if own.lower() != denied]
    told = [own for own in told if _STANDS <= _told(own, word, here, lexicon) < 0]
    same = [at for at, other in enumerate(others) if other[0] == word]
    if len(told) >= len(same) or (told and told.count(bare) != len(told)):
        return None
    if told and here.text.lower().find(bare) < here.text.lower().find(denied):
        _, start, end = others[same[-1]]
    if _negation.may_deny(there, here.other) or not _are_near(denied, bare, word, here, rest):
        return None
    return start, end


def _best(bare: str, others: Sequence[str], here: _Side, lexicon: Lexicon | None) -> int | None:
    """The number of the word of the other side that the tables are surest of for a bare word."""
    own = lexicon.units("=" + fold(bare))[here.turned] if lexicon is not None else 0
    if not own or lexicon is None:
        return None
    best, most, known = None, _LEAST, ranks(here.other)
    units = lexicon.source if here.turned else lexicon.target
    for n, whole in enumerate(others):
        word = without_article(whole.lower(), here.other)
        if len(word) < _OTHER or known.get(word) == 0:
            continue
        folded = fold(word)
        theirs = units.get(folded) or units.get(f"{folded[:PREFIX]}-", 0)
        if theirs:
            log = lexicon.likelier(theirs if here.turned else own, own if here.turned else theirs, ABSENT)
            if log >= most:
                best, most = n, log
    return best


def _told(own: str, other: str, here: _Side, lexicon: Lexicon | None) -> float:
    """What the tables say of two words: log p, 0 where they know not both."""
    langs = (here.other, here.lang) if here.turned else (here.lang, here.other)
    return likelihood(*((other, own) if here.turned else (own, other)), langs, lexicon)


def _are_near(denied: str, bare: str, word: str, here: _Side, rest: list[str]) -> bool:
    """Whether vectors agree: the bare word is near its translation, and no other word is nearer to the denied one."""
    near = cosine(bare, here.lang, word, here.other)
    if near < _NEAR:
        return False
    chance = " " not in denied and denied[: -len(bare)] not in _PLAIN
    if chance and cosine(denied, here.lang, bare, here.lang) < _KIN:
        return False
    farther = cosine(denied, here.lang, word, here.other)
    if near <= farther and " " not in denied:
        return False
    known = ranks(here.other)
    content = [other for other in rest if known.get(other, 9) > 0 and len(other) >= _OTHER]
    return all(cosine(denied, here.lang, other, here.other) <= farther + _MARGIN for other in content)


def may_be_undone(facts: Facts) -> Mask | bool:
    """Which pairs have a denied word on a side, where the other side does not deny."""
    langs = facts.langs
    if not langs[1] or not _negation.SUPPORTED.issuperset(langs) or not SIGNS.isdisjoint(langs):
        return langs[1] == ""
    if load_lexicon(*langs) is None:
        return False
    sides = (facts.source, facts.target)
    denied = [_having_denied(texts, lang) for texts, lang in zip(sides, langs, strict=True)]
    found = denied[0] ^ denied[1]
    if not found.any():
        return found
    for n, denies in enumerate(denying(facts)):
        may = np.asarray(denies) | sides[n].words.having(_negation.loose_words(langs[n]))
        found &= denied[n] | ~may
    return found


def _having_denied(texts: TextFacts, lang: str) -> Mask:
    known = texts.words
    prefixes = prefixes_of(lang)
    if not prefixes:
        return np.zeros(len(texts.lengths), dtype=bool)
    found = known.beginning(prefixes)
    found = found[known.ends[found] - known.starts[found] >= _WHOLE]
    return known.texts(known.among(found, lambda word: bare_words(word, lang)))
