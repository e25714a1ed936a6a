"""Lone names that one alphabet copies, with letters that the source's name has not."""

from __future__ import annotations

import re

from rapidfuzz.distance import Levenshtein

from mtcheck.data import Pair
from mtcheck.rules.names._capitalised import Name, bare, begins_sentence, capital_words
from mtcheck.rules.names._latin_names import is_one_name, plain, sounds
from mtcheck.rules.names.name_words import is_compound, is_derived
from mtcheck.rules.words.lexicon import languages_of, lowered, places, ranks

_SHORTEST, _MOST_CAPITALS = 5, 40
#: Letters in which a name and its misspelling differ at most, and what they share at their end or beginning.
_CHANGED, _SHARED = 3, 3
#: Endings that derive words of names: people, teachings, languages.
_DERIVED = re.compile(
    "(?:isch(?:e[nrsm]?)?|i[sz]m(?:us|o|e)?s?|ist(?:e[ns]?|as?|i)?|an[ios]?|i[ae]n(?:ne|s|o|a|i)?s?|ean|ese|es[aeio]?|er[sn]"
    "|ish|ic[aos]?|ique|it[aeo]?s?)$"
)


def altered_lone_name(pair: Pair) -> tuple[Name, str] | None:
    """A name that stands alone in the target, and the source's that it is with other letters."""
    source, target = languages_of(pair)
    here, there = lowered(pair.source), lowered(pair.target)
    now = _strange(pair.target, target, source, here)
    if len(now) != 1:
        return None
    was = [n for n in _strange(pair.source, source, target, there) if _is_altered(n.text, now[0].text, source, target)]
    if len(was) != 1:
        return None
    own = plain(now[0].text)
    others = (plain(word) for word in here if len(word) >= _SHORTEST)
    if any(sounds(word) == sounds(own) or is_one_name(word, own, source) for word in others):
        return None
    return now[0], was[0].text


def _strange(text: str, lang: str, other: str, elsewhere: frozenset[str]) -> list[Name]:
    """Capitalised words inside a text that neither language's list has, nor the other side."""
    if len(capital_words(text)) > _MOST_CAPITALS:
        return []
    found = []
    for n, (word, start, _) in enumerate(places(text)):
        own = bare(word)
        low = own.lower()
        if not own[0].isupper() or len(own) < _SHORTEST or not own[1:].islower() or low in elsewhere:
            continue
        if low in ranks(lang) or low in ranks(other) or plain(low) in elsewhere or begins_sentence(text, start):
            continue
        if lang == "de" and (is_compound(low, lang) or is_derived(low, lang)):
            continue
        found.append(Name(own, start, start + len(own), n))
    return found


def _is_altered(was: str, now: str, source: str, target: str) -> bool:
    one, two = plain(was), plain(now)
    if abs(len(one) - len(two)) > 2 or Levenshtein.distance(one, two, score_cutoff=_CHANGED) > min(
        _CHANGED, len(one) // 2
    ):
        return False
    if one[-_SHARED:] != two[-_SHARED:] or one[0] != two[0]:
        return False
    if is_one_name(was, now, source) or is_one_name(now, was, target) or _DERIVED.search(two):
        return False
    return _consonants(one) != _consonants(two)


def _consonants(word: str) -> str:
    return re.sub(r"(.)\1+", r"\1", re.sub("[aeiou]", "", sounds(word)))
