"""Where one word was torn in two: the decisions behind GLU003."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from operator import add

import numpy as np

from mtcheck.data import IntArray
from mtcheck.lexicon import load_lexicon
from mtcheck.rules.breakage._told_torn import is_told, may_be_halves
from mtcheck.rules.breakage.seams import NO_CASE_ENDINGS
from mtcheck.rules.meaning.affirmed import ABSENT, key_of, units_of
from mtcheck.rules.text import occurs, places
from mtcheck.rules.words.keys import Keys, keys_of_words
from mtcheck.rules.words.lists import Words, words_of
from mtcheck.rules.words.spelling import spelling
from mtcheck.rules.words.tokens import LONGEST, MAX_NAME_TEXT, tokens_of
from mtcheck.rules.words.views import HALVES
from mtcheck.rules.words.vocabulary import Mask, Vocabulary

#: Bits (`Spelling.torn`) from which two tokens are one word torn in two. On PUD, WMT news and TICO-19 12 finds two
#: planted faults in 100 less; 8 finds two more and raises three times the false alarms.
_TORN = 10.0
#: And in languages without case endings, which the letters know better.
_TORN_PLAIN = 9.0
#: Letters of a first part that no list has, so that the whole may be any listed word; in English one less.
_LONG_PART = 4
_COMPOUNDING = frozenset(("de", "nl", "sv", "da", "no", "fi", "et", "hu", "tr", "el"))
#: And where the list has another form of it (`govern ance`, `governed`), which shows in so many letters.
_TORN_KIN = 3.0
_KIN_LETTERS = 6


def torn(left: str, right: str, words: Words, lang: str, source: str) -> bool:
    """Whether two tokens in small letters, of which one at least is in no list, are one word by their letters."""
    if (
        len(left) < 2
        or not 6 <= len(left) + len(right) <= LONGEST
        or not ((left.islower() or _may_be_noun(left, words, lang)) and left.isalpha() and right.isalpha())
    ):
        return False
    if (left in words and right in words) or left + right in words or len(source) > MAX_NAME_TEXT:
        return False
    letters = spelling(lang)
    if letters is None or left in source or right in source or (lang == "en" and not (left + right).isascii()):
        return False
    least = _TORN_PLAIN if lang in NO_CASE_ENDINGS else _TORN
    left = left.lower()
    return letters.torn(left, right, _TORN_KIN if left not in words and _has_kin(left + right[0], lang) else least)


def _may_be_noun(left: str, words: Words, lang: str) -> bool:
    """Whether it may be the beginning of a German noun that no list has: `Schwal ben`."""
    return lang == "de" and left.istitle() and left.lower() not in words


@lru_cache(maxsize=4)
def _in_order(lang: str) -> list[str]:
    words = words_of(lang)
    return sorted(words.tiers) if words is not None else []


def _has_kin(beginning: str, lang: str) -> bool:
    """Whether a word of the list begins so: another form of the word that was torn."""
    if len(beginning) < _KIN_LETTERS:
        return False
    listed = _in_order(lang)
    at = bisect_left(listed, beginning)
    return at < len(listed) and listed[at].startswith(beginning)


#: Letters that stand at the beginning of endings in languages that mark the stress, and letters of a whole word.
_ACCENTED, _SHORT_WHOLE = frozenset("áéíóúàèìòùâêîôûãõñç"), 5


def joins(left: str, right: str, words: Words, lang: str) -> bool:
    """Whether `left right` is one common word torn in two: the whole is common, one part at least is no word."""
    whole, first, second = (left + right).lower(), left.lower(), right.lower()
    if min(len(left), len(right)) < 2:
        return False
    if second[0] in _ACCENTED and second not in words and len(whole) >= _SHORT_WHOLE:
        return words.tier(whole) <= 2  # no word but a few begins so: `ten ían`, `hab ía`
    if len(whole) < 6:
        return False
    if first not in words and second not in words:
        return whole in words
    long = len(first) >= _LONG_PART or (len(first) == _LONG_PART - 1 and len(second) >= _LONG_PART and lang == "en")
    surely = second not in words or (long and first not in words and left.islower() and lang not in _COMPOUNDING)
    return words.tier(whole) <= (3 if surely else 1) and len(whole) >= 7


def are_one(left: str, right: str, words: Words, lang: str, source: str) -> bool:
    """Whether two tokens, of which one at least is in no list, are one word, listed or not."""
    return len(right) >= 2 and (joins(left, right, words, lang) or torn(left, right, words, lang, source))


#: What ends German nouns and no verb, adjective or adverb, so that it is never small after a noun: `Leuchtturm wärter`.
_NOUN_ENDS = (
    "ung ungen heit heiten keit keiten schaft schaften turm türme haus häuser raum räume baum bäume stein zeug"
    " werk platz plätze stelle stück stücke kasten wärter führer macher halter züchter besitzer hörnchen mäuse"
    " vogel vögel blume blumen boot boote mann männer frau kind kinder tür türen schule straße stoff garten"
    " gärten bücher stuhl stühle tisch tische kammer hütte brücke bahn höfe nacht jahr schaufel schere leuchter"
    " glocke schlüssel flasche lampe tauben vereine verein"
)
_COMPOUND = re.compile(
    rf"\b([A-ZÄÖÜ][a-zäöüß]{{2,24}}) ((?:[a-zäöüß]{{2,12}})?(?:{_NOUN_ENDS.replace(' ', '|')}))\b(?!-)"
)


def torn_compounds(text: str, source: str, words: Words, lang: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, the whole) of German compounds of which the second noun stands alone in small letters."""
    if lang != "de":
        return
    for match in places(_COMPOUND, text):
        left, right = match[1], match[2]
        lower = left.lower()
        if right in words and right not in words.names:
            continue
        if (lower in words.names or lower not in words) and not occurs(match[0], source):
            yield *match.span(), left + right


#: Log p from which a word of the source is translated so, and below which by neither half; letters of a half at least.
_TOLD, _UNTOLD, _HALF = -1.2, -15.0, 3

#: Every word of the source is asked for every such place; a book in one line is left alone.
_LONGEST_SOURCE, _MOST_TOKENS = 4_000, 1_000


def halves(tokens: Sequence[str], words: Words) -> Iterator[int]:
    """Which tokens make, with the next one, a word of the list: two halves in small letters."""
    listed = words.tiers
    for n, whole in enumerate(map(add, tokens, tokens[1:])):
        if whole in listed and _are_halves(tokens[n], tokens[n + 1]):
            yield n


def _are_halves(left: str, right: str) -> bool:
    return left.islower() and right.islower() and min(len(left), len(right)) >= _HALF


def halves_of(text: str, words: Words) -> Iterable[int]:
    """`halves` of a text's tokens."""
    found = HALVES.get(text)
    return halves(tokens_of(text), words) if found is None else found


def keep_halves(texts: Sequence[str], tokens: Vocabulary, words: Words) -> Mask:
    """Work out `halves_of` for all texts of a batch at once, and tell which have any."""
    last = np.append(np.diff(tokens.owners) != 0, np.ones(min(1, len(tokens.words)), dtype=bool))
    long = tokens.ends - tokens.starts >= _HALF
    at = np.flatnonzero(long & ~last & np.append(long[1:], False))
    at = at[_known_wholes(words)[_hashed(tokens.keys_with_next(at))]]
    listed, written = words.tiers, tokens.words
    found: dict[int, list[int]] = {}
    for n, owner in zip(at.tolist(), tokens.owners[at].tolist(), strict=True):
        left, right = written[n], written[n + 1]
        if left + right in listed and _are_halves(left, right):
            found.setdefault(owner, []).append(n - int(tokens.cuts[owner]))
    HALVES.update((text, tuple(found.get(n, ()))) for n, text in enumerate(texts))
    mask = np.zeros(len(texts), dtype=bool)
    mask[list(found)] = True
    return mask


_FLAG_BITS = 19


def _hashed(keys: Keys) -> IntArray:
    return ((keys * np.uint64(0x9E3779B97F4A7C15)) >> np.uint64(64 - _FLAG_BITS)).astype(np.int64)


@lru_cache(maxsize=1)
def _known_wholes(words: Words) -> Mask:
    """By their hashes, the words of a list that are long enough for two halves; one pair in ten is taken for one."""
    flags = np.zeros(1 << _FLAG_BITS, dtype=bool)
    flags[_hashed(keys_of_words([word for word in words.tiers if len(word) >= 2 * _HALF]))] = True
    return flags


def told_whole(text: str, source: str, words: Words, langs: tuple[str, str]) -> Iterator[int]:
    """Which tokens of a text make, with the next, a word that translates one of the source, as neither half does."""
    if len(source) > _LONGEST_SOURCE:
        return
    tokens = tokens_of(text)
    if len(tokens) > _MOST_TOKENS:
        return
    for n in halves_of(text, words):
        left, right = tokens[n : n + 2]
        if _by_table(left, right, source, langs) or (
            may_be_halves(left, right, words) and is_told(left, right, source, langs, words)
        ):
            yield n


def _by_table(left: str, right: str, source: str, langs: tuple[str, str]) -> bool:
    """Whether the tables have the whole of two tokens for a word of the source, and neither half."""
    tellers = _tellers(left, right, langs)
    return bool(tellers) and not tellers.isdisjoint(
        [units_of(token, langs[0], langs)[0] for token in tokens_of(source)]
    )


@lru_cache(maxsize=4096)
def _tellers(left: str, right: str, langs: tuple[str, str]) -> frozenset[int]:
    """The units of the source that are translated by a whole, and by neither of its halves."""
    lexicon = load_lexicon(*langs)
    if lexicon is None:
        return frozenset()
    whole, *parts = (lexicon.units(key_of(word, langs[1]))[1] for word in (left + right, left, right))
    if not whole or not all(parts):
        return frozenset()
    first, sources = _told_by(langs)
    found = sources[slice(*first[whole : whole + 2])]
    forward, backward = lexicon.look(found[:, None], np.array([parts]), ABSENT)
    return frozenset(found[np.maximum(forward, backward).max(axis=1) < _UNTOLD].tolist())


@lru_cache(maxsize=4)
def _told_by(langs: tuple[str, str]) -> tuple[IntArray, IntArray]:
    """The units of the source that a unit of the target translates, and where those of each begin."""
    lexicon = load_lexicon(*langs)
    if lexicon is None:
        return np.zeros(2, dtype=np.int64), np.zeros(0, dtype=np.int64)
    sources, targets, likely = lexicon.entries()
    told = (likely >= _TOLD) & (likely < 0)
    sources, targets = sources[told], targets[told]
    order = np.argsort(targets, kind="stable")
    return np.searchsorted(targets[order], np.arange(len(lexicon.target_rarity) + 1)), sources[order]
