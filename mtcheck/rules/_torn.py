"""Where one word was torn in two: the decisions behind GLU003."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from operator import add

from mtcheck.lexicon import load_lexicon
from mtcheck.rules._affirmed import likelihoods
from mtcheck.rules._glue import LONGEST, MAX_NAME_TEXT, NO_CASE_ENDINGS, tokens_of
from mtcheck.rules._spelling import spelling
from mtcheck.rules._text import occurs, places
from mtcheck.rules._words import Words, words_of

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


def joins(left: str, right: str, words: Words, lang: str) -> bool:
    """Whether `left right` is one common word torn in two: the whole is common, one part at least is no word."""
    whole, first, second = (left + right).lower(), left.lower(), right.lower()
    if len(whole) < 6 or min(len(left), len(right)) < 2:
        return False
    if first not in words and second not in words:
        return whole in words
    long = len(first) >= _LONG_PART or (len(first) == _LONG_PART - 1 and len(second) >= _LONG_PART and lang == "en")
    surely = second not in words or (long and first not in words and left.islower() and lang not in _COMPOUNDING)
    return words.tier(whole) <= (3 if surely else 1) and len(whole) >= 7


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


def may_be_halves(tokens: Sequence[str], words: Words) -> bool:
    """Whether two tokens in a row make a word of the list."""
    return not words.tiers.keys().isdisjoint(map(add, tokens, tokens[1:]))


def told_whole(tokens: Sequence[str], source: str, words: Words, langs: tuple[str, str]) -> Iterator[int]:
    """Where two words in a row are one that a word of the source is translated by, and neither of them is."""
    lexicon = load_lexicon(*langs)
    if lexicon is None or len(source) > _LONGEST_SOURCE or len(tokens) > _MOST_TOKENS:
        return
    for n, (left, right) in enumerate(pairwise(tokens)):
        whole = left + right
        if whole not in words.tiers or not (left.islower() and right.islower()) or min(len(left), len(right)) < _HALF:
            continue
        told = likelihoods(tokens_of(source), (whole, left, right), langs, lexicon)
        if ((told[:, 0] >= _TOLD) & (told[:, 0] < 0) & (told[:, 1:].max(axis=1) < _UNTOLD)).any():  # 0: in no table
            yield n
