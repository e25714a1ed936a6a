"""Orphans: names of one side that nothing on the other side sounds like."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache

from rapidfuzz.distance import Indel

from mtcheck.data import Pair
from mtcheck.rules.facts.batch import APOSTROPHE, CAPITAL, SCRIPTS, Facts, Mask
from mtcheck.rules.names._capitalised import begins_sentence, capital_words
from mtcheck.rules.names.capitals import Capitals, new_capitals
from mtcheck.rules.names.name_words import (
    RULERS,
    begins_known,
    calendar,
    is_compound,
    is_derived,
    is_of_place,
    is_vietnamese,
    places,
    sounds,
)
from mtcheck.rules.names.sounds import consonants, skeleton
from mtcheck.rules.words.lexicon import CLASSES, known_names, languages_of, lowered, ranks, scripts, words

#: Two words are kin from this likeness of sounds on (0 to 1). On PUD, TICO-19, WMT news and XQuAD 0.6 finds 2 planted
#: names in 100 more, and raises 1.8 false alarms per 1,000 pairs for 1.5.
_KIN = 0.55
#: The same, for lower-case words.
_KIN_LOWER = 0.65
#: Consonants alone make two words kin from this likeness on: of two alphabets, of one, and against words without case.
#: At 0.75 for all, 3 planted names in 100 have chance kin; at 0.88 for all, Beijing and Pekin are no longer kin.
_BONES, _BONES_UNCASED = (0.75, 0.8), 0.88
#: A text of more capitalised words than this is a list.
_MAX_CAPITALS = 40
#: Characters: every name is held against every word, so longer texts would cost the square of their length.
_LONGEST = 5_000
#: A name and what stands for it lie no further apart than this share of their texts.
_FAR = 0.6
_CASED = tuple(re.compile(f"[{CLASSES[name]}]") for name in ("Latn", "Cyrl", "Grek"))
_UPPER = list(filter(str.isupper, map(chr, range(0x10000))))
_CAPITALS = tuple("".join(filter(cased.match, _UPPER)) for cased in _CASED)
_CASED_WORDS = tuple(re.compile(f"{cased.pattern}+") for cased in _CASED)
#: Four letters or more of one alphabet, of which the first is a capital and the one before it is of another alphabet.
_CAPITALISED = re.compile(
    f"[{''.join(_CAPITALS)}](?:"
    + "|".join(
        f"(?<=[{capitals}])(?<!{cased.pattern}.){cased.pattern}{{3,}}"
        for capitals, cased in zip(_CAPITALS, _CASED, strict=True)
    )
    + ")"
)
_BEFORE = re.compile(r"([^\W\d_]+) $")
_AFTER = re.compile(r" ([^\W\d_]+)")
#: Endings of Slavic adjectives and German nouns, which no word list has whole.
NOT_NAMES = re.compile(
    r"(?:(?:ск|ськ)(?:ий|ого|ому|им|ом|ая|ой|ую|ое|ие|их|а|е|і|у)|sk(?:i|ie|ą|iego|iej|iemu|im|ý|é|ého|ém|ému|á|ou|ih|im)"
    r"|(?:ung|keit|heit|schaft)(?:en)?)$"
)
_LATIN = re.compile(f"[{CLASSES['Latn']}]+")
#: How languages romanise: w as u, x as s, c as k, j as i, au as o, th as f.
_READINGS = (("w", "u"), ("x", "s"), ("c", "k"), ("j", "i"), ("au", "o"), ("th", "f"), ("g", "j"))
_SOFT_C = re.compile("c(?=[ei])")  # `Cécile`, `Сесиль`
#: Languages whose names have no endings but an `s`.
_UNINFLECTED = frozenset(("en", "es", "fr", "it", "pt", "ca", "nl", "sv", "da", "no", "id"))
#: German words that bare names follow.
_BEFORE_NAMES = frozenset(("von", "in", "bei", "mit", "nach", "aus", "für", "und", "wie", "an"))


class Strange(Enum):
    """Why a capitalised word of the target is taken for a name of its own."""

    ALIEN_SCRIPT = "in Latin letters, which the target's language does not use, and not in the source"
    ALIEN = "spelled as in the source's language, though the source has no such name"
    UNKNOWN = "in no word list"
    KNOWN = "a rare name that the target's language knows"
    LIKELY = "in no word list, though it begins like a known word or is spelled with the language's own letters"


@dataclass(frozen=True, slots=True)
class Orphan:
    """A capitalised word without kin on the other side."""

    text: str
    start: int
    end: int
    share: float  # where it stands in its text, 0 to 1
    text_around: str = field(repr=False)

    @property
    def first(self) -> bool:
        """Whether it begins a sentence, so that its capital says nothing."""
        return begins_sentence(self.text_around, self.start)


def replaced_name(pair: Pair) -> tuple[Orphan, Orphan] | None:
    """(the source's name, what stands for it) where exactly one strange name of the target has no kin, else None."""
    if max(len(pair.source), len(pair.target)) > _LONGEST:
        return None
    source, target = languages_of(pair)
    if not _may_be_strange(pair, target):
        return None
    lone = _lone(pair, source, target)
    if not lone or not _is_one([o for o, _ in lone]):
        return None
    now, kind = lone[0]
    there, shared = lowered(pair.target), _neighbours(pair.target, now) & lowered(pair.source)
    taken: Set[str] | None = None
    left = []
    for name in _capitalised(pair.source):
        again = name.text.lower() in there
        if again and (
            pair.source.count(name.text) <= pair.target.count(name.text)
            or skeleton(now.text)[:3] == skeleton(name.text)[:3]
            or _is_kin(now.text, name.text)
        ):
            continue
        if not _is_for(now, kind, name, pair, shared):
            continue
        if taken is None:
            taken = lowered(pair.source) | _common(pair.target, target)
            seen = [w for w in _hearable(pair.target, target) if w not in {o.text for o, _ in lone}]
        others = [w for w in seen if w != name.text] if again else seen
        if kind is Strange.ALIEN_SCRIPT or not has_kin(name.text, others, taken):
            left.append(name)
    return (min(left, key=lambda o: abs(o.share - now.share)), now) if left else None


def _lone(pair: Pair, source: str, target: str) -> list[tuple[Orphan, Strange]]:
    """The strange names of the target without kin in the source; only those in no list, where there are some."""
    here = pair.source.lower()
    tiers, latin, known = ranks(target), "Latn" in scripts(target), places(target)
    candidates = (
        o
        for o in _capitalised(pair.target)
        if len(lower := o.text.lower()) >= 5
        and (tiers.get(lower, 9) >= 3 or not latin)
        and lower not in here
        and lower not in known
    )
    strange = [
        (o, kind)
        for o in candidates
        if (kind := _strangeness(o.text, target, source, first=o.first))
        and (target != "de" or o.first or _like_name(pair.target, o.start))
    ]
    if strange:  # most names are kin to one of the source by how they begin
        row = words(pair.source)
        begins = {start for n in capital_words(pair.source) if n and len(start := skeleton(row[n])[:4]) == 4}
        strange = [(o, kind) for o, kind in strange if skeleton(o.text)[:4] not in begins]
    if not strange:
        return []
    heard, taken = _hearable(pair.source, source), lowered(pair.target) | _common(pair.source, source)
    lone = [(o, kind) for o, kind in strange if not has_kin(o.text, heard, taken)]
    return [(o, kind) for o, kind in lone if kind is Strange.UNKNOWN] or lone


def _is_for(now: Orphan, kind: Strange, name: Orphan, pair: Pair, shared: Set[str]) -> bool:
    """Whether the strange name can stand for one of the source, by place and neighbours (`shared`: by the texts)."""
    source, target = languages_of(pair)
    is_word = name.first and name.text.lower() in ranks(source) and name.text.lower() not in known_names(source)
    # A half of a full name was replaced where the other half stands beside both; else a half was only added.
    beside = bool(shared) and not is_word and bool(shared & _neighbours(pair.source, name))
    if shared and not beside:
        return False
    if kind is not Strange.ALIEN_SCRIPT and not _is_alien(name.text, source):
        if abs(name.share - now.share) >= _FAR:
            return False
        if now.first and not (name.first or beside or target == "en"):
            return False
    return beside or _is_lost(name, kind, source, target)


def _may_be_strange(pair: Pair, lang: str) -> bool:
    """A quick look: whether a capitalised word of the target is long, rare and not in the source."""
    tiers, latin, known = ranks(lang), "Latn" in scripts(lang), places(lang)
    found, here = words(pair.target), lowered(pair.source)
    for index in capital_words(pair.target):
        word = found[index]
        if (
            len(word) >= 5
            and (lower := word.lower()) not in here
            and lower not in known
            and (tiers.get(lower, 9) >= 3 or not latin or not word.isalpha())
        ):
            return True
    return False


def may_have_strange(facts: Facts) -> Mask | bool:
    """The same of a batch."""
    lang = facts.langs[1]
    if not lang:
        return True
    latin, known = "Latn" in scripts(lang), places(lang)

    def may_be_strange(capitals: Capitals) -> Mask:
        found: Mask = (capitals.lengths >= 5) & ((capitals.tiers >= 3) | (not latin) | capitals.are_split)
        return found

    def is_strange(word: str) -> bool:
        return word.lower() not in known and _is_ever_strange(word, lang, facts.langs[0])

    texts, vocabulary, found = facts.target, facts.target.words, new_capitals(facts, may_be_strange)
    # Part of a word may be a name: behind an apostrophe, or where letters of another alphabet begin; some Greek signs
    # are letters to `_CAPITALISED` alone.
    mixed = vocabulary.among(texts.words_with_capital_inside, lambda word: not _is_of_one_alphabet(word))
    parts = texts.near(CAPITAL, {-1: APOSTROPHE}) | texts.any(SCRIPTS["Grek"]) | vocabulary.texts(mixed)
    return vocabulary.texts(vocabulary.among(found, is_strange)) | (vocabulary.texts(found) & parts)


@lru_cache(maxsize=4096)
def _is_ever_strange(word: str, lang: str, other: str) -> bool:
    """Whether a capitalised word of the target may be a name of its own wherever it stands."""
    if not _is_of_one_alphabet(word):
        return True  # of which a part may be one
    return _strangeness(word, lang, other, first=False) is not None


def _is_of_one_alphabet(word: str) -> bool:
    return any(cased.fullmatch(word) for cased in _CASED_WORDS)


def _neighbours(text: str, name: Orphan) -> set[str]:
    """The capitalised words, in lower case, one space before and after a name."""
    before = _BEFORE.search(text, max(0, name.start - 40), name.start)
    after = _AFTER.match(text, name.end)
    found = {m.group(1) for m in (before, after) if m}
    return {word.lower() for word in found if len(word) >= 3 and word[0].isupper()}


def _is_one(names: Sequence[Orphan]) -> bool:
    """Whether all are one word, or two that follow each other: one full name."""
    return len({o.text for o in names}) == 1 or (len(names) == 2 and names[1].start - names[0].end == 1)


def _hearable(text: str, lang: str) -> list[str]:
    """Words that a name of the other side can be kin to: none of the commonest, unless they are names."""
    known, proper = ranks(lang), known_names(lang)
    return [
        word
        for n, word in enumerate(words(text))
        if (n and word[0].isupper())
        or known.get(word.lower(), 9) > 1
        or word.lower() in proper
        or not (word[0].islower() or word[0].isupper())
    ]


def _common(text: str, lang: str) -> set[str]:
    """The commonest words of the language that a text has, in lower case."""
    known = ranks(lang)
    return {word for word in lowered(text) if known.get(word, 9) <= 1}


def _strangeness(word: str, lang: str, other: str, *, first: bool) -> Strange | None:
    """How a capitalised word of the target that the source does not have is a name of its own, the first of a sentence
    or not.
    """
    lower = word.lower()
    if "Latn" not in scripts(lang) and _LATIN.fullmatch(word):
        return Strange.ALIEN_SCRIPT if scripts(other) == ("Latn",) else None
    tier = ranks(lang).get(lower, 9)
    if scripts(lang) == scripts(other) and lower in known_names(other) and other != "de" and tier >= 3 and not first:
        return Strange.ALIEN
    if is_of_place(lower, lang) or (lang == "tr" and _is_turkish_form(lower)):
        return None
    if lower.endswith("ian") and len(lower) > 6 and lower[:-1] in known_names(lang):
        return None  # `Anatolian`
    if tier < 9:
        is_name = lower in known_names(lang) and tier == 3 and lang != "de" and _LATIN.fullmatch(word)
        return Strange.KNOWN if is_name and not first else None
    if not (
        is_compound(lower, lang)
        or NOT_NAMES.search(lower)
        or lower in ranks(other)
        or lower in ranks("en")
        or is_vietnamese(lower, lang)
        or begins_known(lower, lang)
    ):
        return Strange.UNKNOWN if lower.isascii() or scripts(lang) != scripts(other) else Strange.LIKELY
    may_be = lang in _UNINFLECTED or (lower.isascii() and lang != "de" and "Latn" in scripts(lang))
    return Strange.LIKELY if may_be and not first and not is_derived(lower, lang) else None


#: What Turkish adds to a noun: plural, owner, case, `is`.
_TURKISH_ENDINGS = re.compile(
    r"(?:l[ae]r)?(?:s?[ıiuü]|[ıiuü]m[ıiuü]z)?(?:n?[ıiuü]n|n?[dt][ae](?:n|ki)?|[ny]?[aeıiuü]|y?l[ae])?(?:[dt][ıiuü]r)?"
)


@lru_cache(maxsize=1024)
def _is_turkish_form(lower: str) -> bool:
    """Whether a word is a form of a listed one that is no name: `vilayetinin`, `harpleri`."""
    known, proper = ranks("tr"), known_names("tr")
    return any(
        lower[:at] in known and lower[:at] not in proper and _TURKISH_ENDINGS.fullmatch(lower, at)
        for at in range(4, min(len(lower), 40))
    )


def _like_name(text: str, start: int) -> bool:
    """Whether a German capitalised word stands where names do: after another one, or after a bare preposition."""
    before = text[max(0, start - 30) : start].rsplit(maxsplit=1)
    return bool(before) and (before[-1][0].isupper() or before[-1] in _BEFORE_NAMES)


def _is_lost(name: Orphan, kind: Strange, lang: str, other: str) -> bool:
    """Whether a capitalised word of the source is a name that the translation should show."""
    lower, tier = name.text.lower(), ranks(lang).get(name.text.lower(), 9)
    latin = _LATIN.fullmatch(name.text) is not None
    if latin and scripts(lang) != ("Latn",) and scripts(other) == ("Latn",):
        return True
    # The commonest, countries and months have names of their own in each language, so that no likeness is missed.
    if lower in calendar(lang) or (lower not in ranks(other) and (tier <= 1 or lower in places(lang))):
        return False
    if kind is Strange.ALIEN_SCRIPT:
        return True
    if lower in RULERS:
        return False
    alike = latin or scripts(lang) == scripts(other)
    if lower in known_names(other) if alike else skeleton(name.text) in sounds(other):
        return True
    if kind is Strange.UNKNOWN and lower in known_names(lang) and lang != "de":
        return True
    # English capitals inside a sentence are names, be they made of two words or not.
    if tier < 9 or is_vietnamese(lower, lang) or ((lang != "en" or name.first) and is_compound(lower, lang)):
        return False
    if kind is Strange.UNKNOWN:
        return True
    return alike and lang != "de" and not name.first and lower not in ranks(other) and not NOT_NAMES.search(lower)


def _is_alien(word: str, lang: str) -> bool:
    """Whether a word is in Latin letters, which its language does not use."""
    return "Latn" not in scripts(lang) and _LATIN.fullmatch(word) is not None


def has_kin(word: str, others: list[str], taken: Set[str] = frozenset()) -> bool:
    """Whether a word of the other side, or a part of one, sounds like this one.

    Those in `taken` (in lower case) have a meaning of their own, so they are kin only where they begin alike.
    """
    start = skeleton(word)[:4]
    # Capitals first: what stands for a name is nearly always one.
    capitals = [other for other in others if other[0].isupper()]
    return any(
        skeleton(other)[:4] == start if other.lower() in taken and len(start) == 4 else _is_kin(word, other)
        for other in (capitals + [other for other in others if not other[0].isupper()])
    )


@lru_cache(maxsize=4096)
def _is_kin(word: str, other: str) -> bool:
    bones, heard = consonants(word), consonants(other)
    one_alphabet = _LATIN.fullmatch(word) is not None and _LATIN.fullmatch(other) is not None
    # A lower-case word is kin by its letters only: its consonants agree with those of any name too often. So do those
    # of a word without case, and in one alphabet a name changes its letters less than between two.
    cased, by_ear = other[0].isupper(), not other.islower()
    close = by_ear and (bones[:1] == heard[:1] or (cased and not one_alphabet))
    least = _KIN if close else _KIN_LOWER
    for one in _readings(word):
        for two in _readings(other):
            shorter = min(len(one), len(two))
            if shorter >= 4 and (one[:4] == two[:4] or one in two or two in one):
                return True
            if shorter >= 3 and Indel.normalized_similarity(one, two) >= least:
                return True
            if close and shorter >= 5 and Indel.normalized_similarity(one[: shorter + 1], two[: shorter + 1]) >= 0.7:
                return True
    if not by_ear or bones[:1] != heard[:1] or min(len(bones), len(heard)) < (2 if cased else 3):
        return False
    if len(bones) == 2:
        return bones == heard
    return Indel.normalized_similarity(bones, heard) >= (_BONES_UNCASED if not cased else _BONES[one_alphabet])


@lru_cache(maxsize=4096)
def _readings(word: str) -> frozenset[str]:
    """A word's sounds (`skeleton`), as written and under each of `_READINGS`."""
    lower = word.lower()
    found = {skeleton(word)}
    for was, now in _READINGS:
        if was in lower:
            found.add(skeleton(lower.replace(was, now)))
    found |= {_SOFT_C.sub("s", sound) for sound in found if "c" in sound}
    return frozenset(found) - {""}


def _capitalised(text: str) -> list[Orphan]:
    found = []
    n_words = len(words(text))
    for match in _CAPITALISED.finditer(text):
        word = match.group()
        if word[1:].islower():
            start, end = match.span()
            if text[end : end + 1].isalpha() and text[end].isascii():
                continue
            found.append(Orphan(word, start, end, start / len(text), text))
    headline = len(found) > 0.6 * n_words and n_words >= 6
    return [] if len(found) > _MAX_CAPITALS or headline else found
