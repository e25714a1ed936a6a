"""Names: which words of a text are capitalised as names, and whether two spellings can be one name.

Names travel between alphabets by ear and by several standards, so spellings are compared as skeletons: romanised
(anyascii), letters that romanisations exchange made one, vowels weighted less than consonants.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz.distance import Indel

from mtcheck.rules._lexicon import ranks, words

_SENTENCE_START = re.compile(r"(?:^|[.!?…:;\n•–—|(\[{«“„\"'‘‹-])\s*$")
#: Rewritten in this order; the left side is lower-case ASCII.
_SOUNDS: tuple[tuple[str, str], ...] = (
    ("shch", "s"), ("tsch", "c"), ("sch", "s"), ("dzh", "j"), ("dsch", "j"), ("tch", "c"), ("tsh", "c"),
    ("zh", "j"), ("sh", "s"), ("ch", "c"), ("kh", "h"), ("ph", "f"), ("gh", "g"), ("th", "t"), ("ck", "k"),
    ("qu", "kv"), ("x", "ks"), ("cz", "c"), ("sz", "s"), ("rz", "j"), ("ts", "c"), ("tz", "c"), ("w", "v"), ("q", "k"),
)  # fmt: skip
_CONSONANT_CLASSES = str.maketrans("bfvpckgqhjszdtlrmnwxy", "BBBBKKKKKKSSTTLRMNB  ")
_VOWELS = re.compile(r"[aeiouy]+")


@dataclass(frozen=True, slots=True)
class Name:
    """A capitalised word inside a sentence, with its neighbours' places in the list of words."""

    text: str
    start: int
    end: int
    index: int  # place among all words of the text


def names(text: str) -> list[Name]:
    """Words that begin with a capital and do not begin a sentence; headings with every word capitalised have none.

    >>> [name.text for name in names("Yesterday Angela Merkel met the Pope.")]
    ['Angela', 'Merkel', 'Pope']
    """
    found = []
    n_upper = n_words = 0
    for index, match in enumerate(words(text)):
        word = match.group()
        n_words += 1
        if not word[0].isupper():
            continue
        n_upper += 1
        if index == 0 or _SENTENCE_START.search(text, max(0, match.start() - 4), match.start()):
            continue
        bare = re.split("['’]", word)[0]
        if bare:
            found.append(Name(bare, match.start(), match.start() + len(bare), index))
    return found if n_upper <= 0.7 * n_words or n_words < 6 else []


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """A word as sounds, in lower-case ASCII, so that romanisations of one name come close to each other.

    >>> skeleton("Сергей"), skeleton("Sergey"), skeleton("Sergei")
    ('sergi', 'sergi', 'sergi')
    """
    plain = re.sub(r"[^a-z]", "", anyascii(word).lower())
    for was, now in _SOUNDS:
        plain = plain.replace(was, now)
    plain = plain.replace("y", "i")
    plain = re.sub(r"[ei]i(?=[^aou]|$)", "i", plain)
    return re.sub(r"(.)\1+", r"\1", plain)


@lru_cache(maxsize=65536)
def consonants(word: str) -> str:
    """The classes of a word's consonants: labial, velar, sibilant, dental, and l, r, n."""
    bare = _VOWELS.sub("", skeleton(word))
    return re.sub(r"(.)\1+", r"\1", bare.translate(_CONSONANT_CLASSES).replace(" ", ""))


def similarity(a: str, b: str, *, by_ear: bool = True) -> float:
    """0 to 1: how well two words can be spellings of one name; the better of sounds and, by ear, consonants alone."""
    one, two = skeleton(a), skeleton(b)
    if not one or not two:
        return 0.0
    shorter = min(len(one), len(two))
    if shorter >= 4 and one[:shorter] == two[:shorter]:
        return 1.0
    whole = Indel.normalized_similarity(one, two)
    first, second = (consonants(a), consonants(b)) if by_ear else ("", "")
    if min(len(first), len(second)) < 3 or first[0] != second[0]:
        return whole
    return max(whole, Indel.normalized_similarity(first, second) - 0.05)


def is_common(word: str, lang: str) -> bool:
    """Whether a capitalised word is also an ordinary word of the language, or a name known there."""
    return word.lower() in ranks(lang)
