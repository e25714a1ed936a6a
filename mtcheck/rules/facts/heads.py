"""Which of many word patterns can match a text at all, told by how its words begin.

Number words, months, weekdays and lines of page furniture are tables of dozens of patterns a language, and nearly all
texts have none of them. What begins with letters stands only where a word begins with them: a look-up, no search.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import cached_property
from typing import Generic, TypeVar

import numpy as np
import numpy.typing as npt

from mtcheck.data import IntArray
from mtcheck.rules.text import has_any
from mtcheck.rules.words.lexicon import lowered
from mtcheck.rules.words.views import kept

_LETTERS = re.compile(r"[^\W\d_]+")
_LENGTH = 3
#: Letters that a case-insensitive pattern takes for each other beyond `str.lower`; the dot is that of a lowered `İ`.
_FOLD = str.maketrans({"ı": "i", "\u0307": None, "ς": "σ", "ſ": "s"})
FOLDED = ("ı", "İ", "ς", "Σ", "ſ")

T = TypeVar("T")


@kept
def heads(text: str) -> frozenset[str]:
    """The first three letters of every run of letters, in lower case."""
    if not text.isascii() and has_any(text, FOLDED):
        return frozenset([run.lower().translate(_FOLD)[:_LENGTH] for run in _LETTERS.findall(text)])
    found = {word[:_LENGTH] for word in lowered(text)}
    if "'" in text or "’" in text:
        found.update([run[:_LENGTH] for word in lowered(text) if not word.isalpha() for run in _LETTERS.findall(word)])
    return frozenset(found)


def first_letters(text: str, start: int = 0) -> str:
    """The first three letters of the first run of letters from a place on, in lower case; empty where there is none."""
    head = text[start : start + _LENGTH]
    if len(head) == _LENGTH and head.isalpha() and (head.isascii() or not has_any(head, FOLDED)):
        return head.lower()[:_LENGTH]
    run = _LETTERS.search(text, start)
    return run.group()[: _LENGTH + 1].lower().translate(_FOLD)[:_LENGTH] if run else ""


#: Beginnings as numbers: three code points in 63 bits; what is left of one with one, two and three letters.
CUTS = (0x1FFFFF << 42, 0x3FFFFFFFFFF << 21, (1 << 63) - 1)
_HASH_BITS = 18  # 256 KB a table of flags; some 200 beginnings share their hash with one word in a thousand
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)


def hashed(keys: IntArray) -> IntArray:
    """Beginnings as numbers, made small enough for a table."""
    product = keys.astype(np.uint64) * _MULTIPLIER
    return (product >> np.uint64(64 - _HASH_BITS)).astype(np.int64)


def followed(first: IntArray, second: IntArray) -> IntArray:
    """Two beginnings as one number, not quite without collisions."""
    return first * 5 + second


def numbers_of(beginnings: Iterable[str]) -> IntArray:
    """Beginnings of up to three letters as numbers."""
    points = ([ord(c) for c in text] + [0, 0] for text in beginnings)
    return np.array([a << 42 | b << 21 | c for a, b, c, *_ in points], dtype=np.int64)


def _flags(beginnings: Iterable[str]) -> npt.NDArray[np.bool_]:
    flags = np.zeros(1 << _HASH_BITS, dtype=bool)
    flags[hashed(numbers_of(beginnings))] = True
    return flags


class Heads(Generic[T]):
    """Things to look for in a text, each under the beginnings of its forms (plain text, not patterns)."""

    def __init__(self, entries: Iterable[tuple[T, Iterable[str]]]) -> None:
        """A form that does not begin with a letter may be in any text."""
        self._things: list[T] = []
        self._always: set[int] = set()
        self._by_length: tuple[dict[str, set[int]], ...] = ({}, {}, {})
        self._forms: list[str] = []
        for number, (thing, forms) in enumerate(entries):
            self._things.append(thing)
            for form in forms:
                self._forms.append(form)
                if not form[:1].isalpha():
                    self._always.add(number)
                else:
                    head = first_letters(form)
                    self._by_length[len(head) - 1].setdefault(head, set()).add(number)

    @property
    def in_any(self) -> bool:
        """Whether there is a thing that any text may have."""
        return bool(self._always)

    @property
    def beginnings(self) -> tuple[Collection[str], ...]:
        """The beginnings of one, two and three letters; forms of three letters and more are under the last."""
        return tuple(table.keys() for table in self._by_length)

    def may_be_in(self, text: str) -> list[T]:
        """The things of which a form may be in the text, in their order."""
        return self._found(heads(text))

    def may_begin(self, head: str) -> bool:
        """Whether a word with these first letters (`first_letters`) may begin one of the forms."""
        one, two, three = self._by_length
        return bool(self._always) or head in three or head[:2] in two or head[:1] in one

    @cached_property
    def hashes(self) -> tuple[npt.NDArray[np.bool_] | None, ...]:
        """By length, which hashes (`hashed`) the beginnings have; None where there are none of that length."""
        return tuple(_flags(sorted(table)) if table else None for table in self._by_length)

    @cached_property
    def by_two(self) -> tuple[Heads[None], npt.NDArray[np.bool_]]:
        """The forms of which only the first word is sure; and the hashes of the first two words of the others."""
        two: list[tuple[str, list[str]]] = []
        one: list[tuple[str, list[str]]] = []
        for form in self._forms:
            runs = _LETTERS.findall(form)
            # Where a form ends, a text may go on: a second word of one or two letters there may be a longer one.
            sure = form[:1].isalpha() and len(runs) > 1 and (len(runs[1]) >= _LENGTH or not form.endswith(runs[1]))
            (two if sure else one).append((form, runs))
        first = numbers_of(first_letters(runs[0]) for _, runs in two)
        flags = np.zeros(1 << _HASH_BITS, dtype=bool)
        flags[hashed(followed(first, numbers_of(first_letters(runs[1]) for _, runs in two)))] = True
        return Heads([(None, [form for form, _ in one])]), flags

    def _found(self, present: frozenset[str]) -> list[T]:
        found = set(self._always)
        for length, table in enumerate(self._by_length, 1):
            if table:
                cut = present if length == _LENGTH else {head[:length] for head in present}
                for head in table.keys() & cut:
                    found |= table[head]
        return [self._things[number] for number in sorted(found)] if found else []
