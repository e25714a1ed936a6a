"""Whether two spellings can be one name, by its sounds.

Names travel between alphabets by ear and by several standards, so spellings are compared as skeletons: romanised
(anyascii), letters that romanisations exchange made one, vowels weighted less than consonants.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache

import numpy as np
from anyascii import anyascii
from rapidfuzz import process
from rapidfuzz.distance import Indel

from mtcheck.rules.text import has_any

#: Rewritten in this order; the left side is lower-case ASCII.
_SOUNDS: tuple[tuple[str, str], ...] = (
    ("shch", "s"), ("tsch", "c"), ("sch", "s"), ("dzh", "j"), ("dsch", "j"), ("tch", "c"), ("tsh", "c"),
    ("zh", "j"), ("sh", "s"), ("ch", "c"), ("kh", "h"), ("ph", "f"), ("gh", "g"), ("th", "t"), ("ck", "k"),
    ("qu", "kv"), ("x", "ks"), ("cz", "c"), ("sz", "s"), ("rz", "j"), ("ts", "c"), ("tz", "c"), ("w", "v"), ("q", "k"),
)  # fmt: skip
#: Each left side above has one of these, and half of all words have none.
_TOLD_BY = ("h", "z", "w", "ts", "ck", "x", "q")
_CONSONANT_CLASSES = str.maketrans("bfvpckgqhjszdtlrmnw", "BBBBKKKKKKSSTTLRMNB", "aeiouyx")
_GLIDE = re.compile(r"[ei]i(?=[^aou]|$)")
_TWICE = re.compile(r"(.)\1+")


class _Romanised(dict[int, str]):
    """A character's letters a to z under anyascii, for `str.translate`; filled as characters come."""

    def __missing__(self, point: int) -> str:
        self[point] = letters = "".join(c for c in anyascii(chr(point)).lower() if "a" <= c <= "z")
        return letters


_ROMANISED = _Romanised()


@lru_cache(maxsize=4096)
def skeleton(word: str) -> str:
    """A word as sounds, in lower-case ASCII, so that romanisations of one name come close to each other.

    >>> skeleton("Сергей"), skeleton("Sergey"), skeleton("Sergei")
    ('sergi', 'sergi', 'sergi')
    """
    plain = word.translate(_ROMANISED)
    if has_any(plain, _TOLD_BY):
        for was, now in _SOUNDS:
            if was in plain:
                plain = plain.replace(was, now)
    plain = plain.replace("y", "i")
    if "ii" in plain or "ei" in plain:
        plain = _GLIDE.sub("i", plain)
    return _TWICE.sub(r"\1", plain)


#: Letters that sounds exchange for each other, made one.
_CLEAR = str.maketrans("sztckhjxqeiypw", "sssssssssiiifv")
#: Those of `_SOUNDS` that do more than that, and those that lead to them.
_UNCLEAR = (("dzh", "j"), ("zh", "j"), ("kh", "h"), ("ph", "f"), ("gh", "g"), ("qu", "kv"), ("rz", "j"))


def clear_sounds(words: Sequence[str]) -> list[str]:
    """For each word of letters alone less than its sounds tell: the same for all words of one `skeleton`.

    Worked out for all of them at once, which takes a tenth of the time.

    >>> clear_sounds(["Сергей", "Sergei", "Rzhevsky"])
    ['sirgi', 'sirgi', 'rsivsi']
    """
    plain = "\n".join([word if word.isascii() else word.translate(_ROMANISED) for word in words]).lower()
    for was, now in _UNCLEAR:
        plain = plain.replace(was, now)
    letters = np.frombuffer(plain.translate(_CLEAR).encode(), dtype=np.uint8)
    doubled = np.append(False, letters[1:] == letters[:-1])[: len(letters)] & (letters != ord("\n"))
    return letters[~doubled].tobytes().decode().split("\n") if words else []


@lru_cache(maxsize=4096)
def consonants(word: str) -> str:
    """The classes of a word's consonants: labial, velar, sibilant, dental, and l, r, n."""
    return _TWICE.sub(r"\1", skeleton(word).translate(_CONSONANT_CLASSES))


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
    return max(whole, Indel.normalized_similarity(first, second) - _EAR_DISCOUNT)


#: What agreement of the consonants alone counts less than that of all sounds.
_EAR_DISCOUNT = 0.05

#: From this likeness on two words may be spellings of one name (see `names._DIFFERENT`).
SAME = 0.65


class Heard:
    """Words of one side, to be asked whether one of them may be another spelling of a name."""

    def __init__(self, words: Iterable[str]) -> None:
        """Lower-case words are compared by their sounds alone, capitalised ones by ear as well."""
        self._capitals: list[str] = []
        self._others: list[str] = []
        for word in set(words):
            (self._capitals if word[0].isupper() else self._others).append(word)

    def has_spelling_of(self, name: str) -> bool:
        """Whether `similarity` of the name and a word is `SAME` at least."""
        one = skeleton(name)
        if not one:
            return False
        return _sounds_like(one, self._capital_sounds) or self._by_ear(name) or _sounds_like(one, self._other_sounds)

    @cached_property
    def _capital_sounds(self) -> list[str]:
        return [sounds for word in self._capitals if (sounds := skeleton(word))]

    @cached_property
    def _other_sounds(self) -> list[str]:
        # Asked for last: a name's other spelling is nearly always capitalised, and sounds take a while to work out.
        return [sounds for word in self._others if (sounds := skeleton(word))]

    def _by_ear(self, name: str) -> bool:
        first = consonants(name)
        return len(first) >= 3 and any(
            len(second) >= 3
            and first[0] == second[0]
            and Indel.normalized_similarity(first, second) - _EAR_DISCOUNT >= SAME
            for second in map(consonants, self._capitals)
        )


def _sounds_like(one: str, others: Sequence[str]) -> bool:
    if len(one) >= 4 and any(len(two) >= 4 and (one.startswith(two) or two.startswith(one)) for two in others):
        return True
    return process.extractOne(one, others, scorer=Indel.normalized_similarity, score_cutoff=SAME) is not None
