"""The parts of many words at once: the rows that `encode_words.features` names, found by hashing n-grams in numpy.

A feature is known by a 64-bit hash of its code points (`mtcheck.hash_table`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from mtcheck.data import IntArray
from mtcheck.encode_words import FIRST_WITH_ARTICLES, LONGEST_PREFIX, article_stems, romanised, skeleton
from mtcheck.hash_table import Hashes, HashTable

FACTOR = np.uint64(0x9E3779B97F4A7C15)  # odd (golden ratio)
SPREAD = np.uint64(0xBF58476D1CE4E5B9)
_FACTOR = int(FACTOR)
_MASK = (1 << 64) - 1
_FEW = 16  # names that Python hashes faster than numpy


class GramTable:
    """Rows of features by hash."""

    def __init__(self, names: Sequence[str]) -> None:
        """`names[i]` is the feature of row i."""
        self._table = HashTable(len(names))
        self._table.add(_hashed(names), np.arange(len(names)))

    def find(self, names: Sequence[str]) -> IntArray:
        """The row of each feature, -1 for what is none."""
        return self._table.find(_hashed(names))

    def parts(self, words: Sequence[str]) -> tuple[IntArray, IntArray]:
        """For words of letters without a row of their own: which word, and which row, in the order of `features`.

        Hangul is not among them.
        """
        return self._found(words, _grams(words))

    def stems(self, words: Sequence[str]) -> tuple[IntArray, IntArray]:
        """As `parts`, but the stems alone."""
        return self._found(words, _prefixes(*_codes([f"<{word}>" for word in words]), np.arange(len(words))))

    def _found(self, words: Sequence[str], parts: Iterable[tuple[IntArray, Hashes]]) -> tuple[IntArray, IntArray]:
        stems = [
            (i, stem) for i, word in enumerate(words) if word > FIRST_WITH_ARTICLES for stem in article_stems(word)
        ]
        owners, hashes = [np.array([i for i, _ in stems], dtype=np.int64)], [_hashed([stem for _, stem in stems])]
        for owner, values in parts:
            owners.append(owner)
            hashes.append(values)
        rows = self._table.find(np.concatenate(hashes))
        owner = np.concatenate(owners)
        owner, rows = owner[rows >= 0], rows[rows >= 0]
        order = np.argsort(owner, kind="stable")
        return owner[order], rows[order]


def _hashed(names: Sequence[str]) -> Hashes:
    if len(names) <= _FEW:
        return np.array([_hash(name) for name in names], dtype=np.uint64)
    codes, starts, lengths = _codes(names)
    hashes = np.zeros(len(names), dtype=np.uint64)
    left = np.arange(len(names))
    for k in range(int(lengths.max(initial=0))):
        left = left[lengths[left] > k]
        hashes[left] = hashes[left] * FACTOR + codes[starts[left] + k]
    return hashes


def _hash(name: str) -> int:
    found = 0
    for char in name:
        found = (found * _FACTOR + ord(char)) & _MASK
    return found


def _codes(texts: Sequence[str]) -> tuple[Hashes, IntArray, IntArray]:
    """Code points of all texts end to end, and where each starts and how long it is."""
    joined = "".join(texts).encode("utf-32-le", "surrogatepass")
    lengths = np.array([len(text) for text in texts], dtype=np.int64)
    return np.frombuffer(joined, dtype=np.uint32).astype(np.uint64), np.cumsum(lengths) - lengths, lengths


def _grams(words: Sequence[str]) -> Iterator[tuple[IntArray, Hashes]]:
    """Words and hashes of their parts, block by block in the order of `features`."""
    bounded = [f"<{word}>" for word in words]
    numbers = np.arange(len(words))
    codes, starts, lengths = _codes(bounded)
    yield from _prefixes(codes, starts, lengths, numbers)
    yield from _runs_of(codes, starts, lengths, numbers, "", skip_first=True)
    roman = [romanised(word) for word in words]
    spoken = np.array([i for i, word in enumerate(roman) if word], dtype=np.int64)
    if not len(spoken):
        return
    yield from _runs_of(*_codes([f"<{roman[i]}>" for i in spoken.tolist()]), spoken, "~")
    bones = skeleton("\n".join(roman)).split("\n")
    solid = np.array([i for i, bone in enumerate(bones) if len(bone) > 1], dtype=np.int64)
    if len(solid):
        yield from _runs_of(*_codes([f"<{bones[i]}>" for i in solid.tolist()]), solid, "^")


def _prefixes(
    codes: Hashes, starts: IntArray, lengths: IntArray, numbers: IntArray
) -> Iterator[tuple[IntArray, Hashes]]:
    """The starts of words between their marks, of 4 code points, of 5, and so on."""
    hashes = np.zeros(len(numbers), dtype=np.uint64)
    for size in range(1, LONGEST_PREFIX + 1):
        at = np.minimum(starts + size - 1, len(codes) - 1)
        hashes = hashes * FACTOR + codes[at]
        if size >= 4:
            long = lengths - 2 >= size
            yield numbers[long], hashes[long]


def _runs_of(
    codes: Hashes, starts: IntArray, lengths: IntArray, numbers: IntArray, family: str, *, skip_first: bool = False
) -> Iterator[tuple[IntArray, Hashes]]:
    """All n-grams of 3, then of 4, then of 5 code points; `skip_first` leaves the longer ones at a start out."""
    owner = np.repeat(numbers, lengths)
    left = np.repeat(starts + lengths, lengths) - np.arange(len(codes))  # code points from here to the word's end
    inner = left < np.repeat(lengths, lengths)
    hashes = np.full(len(codes), ord(family) if family else 0, dtype=np.uint64)
    padded = np.append(codes, np.zeros(5, dtype=np.uint64))
    for size in range(1, 6):
        hashes = hashes * FACTOR + padded[size - 1 : size - 1 + len(codes)]
        if size >= 3:
            whole = left >= size
            if skip_first and size > 3:
                whole &= inner
            yield owner[whole], hashes[whole]
