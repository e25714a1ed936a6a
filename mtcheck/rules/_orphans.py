"""Orphans: names of one side that nothing on the other side sounds like."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache

from babel import Locale, UnknownLocaleError
from rapidfuzz.distance import Indel

from mtcheck.data import Pair
from mtcheck.rules._lexicon import CLASSES, known_names, languages_of, lowered, ranks, scripts, words
from mtcheck.rules._names import consonants, skeleton

#: Two words are kin from this likeness of sounds on (0 to 1); tuned on PUD for quiet, not for catch.
_KIN = 0.55
#: The same, for lower-case words.
_KIN_LOWER = 0.65
#: A text of more capitalised words than this is a list.
_MAX_CAPITALS = 40
#: Words as parts of German, Dutch and Nordic compounds: shorter ones occur in any name by chance.
_PART = 4
#: A name and what stands for it lie no further apart than this share of their texts.
_FAR = 0.2
_CASED = re.compile("|".join(f"[{CLASSES[name]}]+" for name in ("Latn", "Cyrl", "Grek")))
_LATIN = re.compile(f"[{CLASSES['Latn']}]+")
_SENTENCE_START = re.compile(r"(?:^|[.!?…:;\n•–—|(\[{«“„‘‹\"'-])\s*$")
_COMPOUNDS = frozenset(("de", "en", "nl", "sv", "da", "no", "fi", "et", "hu"))


_READINGS = (("w", "u"), ("x", "s"), ("c", "k"), ("j", "i"), ("au", "o"), ("th", "f"), ("g", "j"))
_BEFORE_NAMES = frozenset(("von", "in", "bei", "mit", "nach", "aus", "für", "und", "wie", "an"))


class Strange(Enum):
    """Why a capitalised word of the target is taken for a name of its own."""

    ALIEN_SCRIPT = "in Latin letters, which the target's language does not use, and not in the source"
    ALIEN = "spelled as in the source's language, though the source has no such name"
    UNKNOWN = "in no word list"
    KNOWN = "a rare name that the target's language knows"


@dataclass(frozen=True, slots=True)
class Orphan:
    """A capitalised word without kin on the other side."""

    text: str
    start: int
    end: int
    share: float  # where it stands in its text, 0 to 1
    first: bool  # begins a sentence, so that its capital says nothing


def replaced_name(pair: Pair) -> tuple[Orphan, Orphan] | None:
    """(the source's name, what stands for it) where exactly one strange name of the target has no kin, else None."""
    source, target = languages_of(pair)
    here = pair.source.lower()
    strange = [(o, kind) for o in _capitalised(pair.target) if (kind := _strangeness(o, pair, here, target, source))]
    if not strange:
        return None
    heard = _hearable(pair.source, source, lowered(pair.target))
    lone = [(o, kind) for o, kind in strange if not has_kin(o.text, heard)]
    if not lone or not _is_one([o for o, _ in lone]):
        return None
    now, kind = lone[0]
    there = lowered(pair.target)
    seen = [w for w in _hearable(pair.target, target, lowered(pair.source)) if w not in {o.text for o, _ in lone}]
    left = [
        o
        for o in _capitalised(pair.source)
        if o.text.lower() not in there
        and abs(o.share - now.share) < _FAR
        and _is_lost(o, kind, source, target)
        and (kind is Strange.ALIEN_SCRIPT or not has_kin(o.text, seen))
    ]
    return (min(left, key=lambda o: abs(o.share - now.share)), now) if left else None


def _is_one(names: Sequence[Orphan]) -> bool:
    """Whether all are one word, or two that follow each other: one full name."""
    return len({o.text for o in names}) == 1 or (len(names) == 2 and names[1].start - names[0].end == 1)


def _hearable(text: str, lang: str, elsewhere: frozenset[str]) -> list[str]:
    """Words that a name of the other side can be kin to: no common lower-case ones, and none that stands there too."""
    known = ranks(lang)
    found = []
    for match in words(text):
        word = match.group()
        lower = word.lower()
        if lower not in elsewhere and (word != lower or known.get(lower, 9) > 1 or not word[0].islower()):
            found.append(word)
    return found


def _strangeness(name: Orphan, pair: Pair, here: str, lang: str, other: str) -> Strange | None:
    """How a capitalised word of the target is a name that the source (`here`, in lower case) does not have."""
    lower = name.text.lower()
    if len(lower) < 5 or lower in here or lower in _places(lang):
        return None
    if _LATIN.fullmatch(name.text) and "Latn" not in scripts(lang):
        return Strange.ALIEN_SCRIPT if scripts(other) == ("Latn",) else None
    tier = ranks(lang).get(lower, 9)
    if (name.first and lang != "en") or (lang == "de" and not _like_name(pair.target, name.start)):
        return None
    if scripts(lang) == scripts(other) and lower in known_names(other) and other != "de" and tier >= 3:
        return Strange.ALIEN
    if tier < 9:
        is_name = lower in known_names(lang) and tier == 3 and lang != "de" and _LATIN.fullmatch(name.text)
        return Strange.KNOWN if is_name and not name.first else None
    if lower in ranks(other) or lower in ranks("en") or (lang == "vi" and not set(lower) & set("fjwz")):
        return None
    if _is_compound(lower, lang) or (len(lower) <= 5 and lower[:3] in _beginnings_of_places(lang)):
        return None
    return None if lower[: max(4, min(len(lower) - 2, 6))] in _beginnings(lang) else Strange.UNKNOWN


def _like_name(text: str, start: int) -> bool:
    """Whether a German capitalised word stands where names do: after another one, or after a bare preposition."""
    before = text[max(0, start - 30) : start].rsplit(maxsplit=1)
    return bool(before) and (before[-1][0].isupper() or before[-1] in _BEFORE_NAMES)


@cache
def _beginnings(lang: str) -> frozenset[str]:
    """The first four, five and six letters of all words and places of a language: inflected forms share them."""
    return frozenset(word[:n] for known in (ranks(lang), _places(lang)) for word in known for n in (4, 5, 6))


@cache
def _beginnings_of_places(lang: str) -> frozenset[str]:
    return frozenset(word[:3] for word in _places(lang))


@cache
def _places(lang: str) -> frozenset[str]:
    """Lower-cased words of CLDR's countries, languages and cities of time zones."""
    try:
        locale = Locale.parse(lang)
    except (UnknownLocaleError, ValueError):
        return frozenset()
    cities = [zone["city"] for zone in locale.time_zones.values() if "city" in zone]
    texts = [*locale.territories.values(), *locale.languages.values(), *cities]
    return frozenset(m.group().lower() for text in texts for m in words(text))


def _is_lost(name: Orphan, kind: Strange, lang: str, other: str) -> bool:
    """Whether a capitalised word of the source is a name that the translation should show."""
    lower = name.text.lower()
    latin = _LATIN.fullmatch(name.text) is not None
    if kind is Strange.ALIEN_SCRIPT or (latin and scripts(lang) != ("Latn",) and scripts(other) == ("Latn",)):
        return True
    alike = latin or scripts(lang) == scripts(other)
    if lower in known_names(other) if alike else skeleton(name.text) in _sounds(other):
        return True
    if kind is Strange.KNOWN or name.first or lang == "de":
        return kind is not Strange.KNOWN and lower not in ranks(lang) and not _is_compound(lower, lang)
    if lower in known_names(lang):
        return kind is Strange.ALIEN or lower not in _places(lang)
    return lower not in ranks(lang) and not _is_compound(lower, lang)


@cache
def _is_international(word: str, lang: str) -> bool:
    """Whether two other languages at least spell a name like this."""
    return sum(word in known_names(other) for other in ("en", "es", "fr", "pl", "sv") if other != lang) >= 2


def has_kin(word: str, others: list[str]) -> bool:
    """Whether a word of the other side, or a part of one, sounds like this one."""
    return any(_is_kin(word, other) for other in others)


@lru_cache(maxsize=65536)
def _is_kin(word: str, other: str) -> bool:
    # A lower-case word is kin by its letters only: its consonants agree with those of any name too often.
    by_ear = not other.islower()
    for one in _readings(word):
        for two in _readings(other):
            shorter = min(len(one), len(two))
            if shorter >= 4 and (one[:4] == two[:4] or one in two or two in one):
                return True
            if shorter >= 3 and Indel.normalized_similarity(one, two) >= (_KIN if by_ear else _KIN_LOWER):
                return True
            if by_ear and shorter >= 5 and Indel.normalized_similarity(one[: shorter + 1], two[: shorter + 1]) >= 0.7:
                return True
    bones, heard = consonants(word), consonants(other)
    if not by_ear or min(len(bones), len(heard)) < 2:
        return False
    if len(bones) == 2:
        return bones == heard
    return Indel.normalized_similarity(bones, heard) >= 0.75 and bones[0] == heard[0]


@lru_cache(maxsize=65536)
def _readings(word: str) -> frozenset[str]:
    """A word's sounds, and how other languages romanise them: w as u, x as s, c as k, j as i, au as o, th as f."""
    lower = word.lower()
    found = {skeleton(word)}
    for was, now in _READINGS:
        if was in lower:
            found.add(skeleton(lower.replace(was, now)))
    return frozenset(found) - {""}


def _capitalised(text: str) -> list[Orphan]:
    found = []
    n_words = len(words(text))
    for match in _CASED.finditer(text):
        word, start, end = match.group(), match.start(), match.end()
        if len(word) >= 4 and word[0].isupper() and word[1:].islower():
            if text[end : end + 1].isalpha() and text[end].isascii():
                continue
            first = bool(_SENTENCE_START.search(text, max(0, start - 4), start))
            found.append(Orphan(word, start, end, start / len(text), first))
    headline = len(found) > 0.6 * n_words and n_words >= 6
    return [] if len(found) > _MAX_CAPITALS or headline else found


def _is_compound(word: str, lang: str) -> bool:
    if lang not in _COMPOUNDS:
        return False
    known = ranks(lang)
    part = 3 if lang == "en" else _PART
    places = range(part, len(word) - part + 1)
    if lang == "en":
        return any(word[:at] in known and word[at:] in known for at in places)
    return any(known.get(word[at:], 9) <= 2 or (word[:at] in known and word[at:] in known) for at in places)


@cache
def _sounds(lang: str) -> frozenset[str]:
    return frozenset(map(skeleton, known_names(lang)))
