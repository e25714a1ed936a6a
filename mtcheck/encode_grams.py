"""The parts of many words at once: the rows that `encode_words.features` names, found by hashing n-grams in numpy.

A feature is known by a 64-bit hash of its code points (`mtcheck.hash_table`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import numpy as np

from mtcheck.data import IntArray
from mtcheck.encode_words import LONGEST_PREFIX, article_stems, romanised, skeleton
from mtcheck.hash_table import Hashes, HashTable

FACTOR = np.uint64(0x9E3779B97F4A7C15)  # odd (golden ratio)
SPREAD = np.uint64(0xBF58476D1CE4E5B9)
_LONGEST = LONGEST_PREFIX  # code points of the features that are hashed


class GramTable:
    """Rows of features by hash."""

    def __init__(self, features: Sequence[str]) -> None:
        rows = np.array([row for row, name in enumerate(features) if name[0] != "=" and len(name) <= _LONGEST])
        names = [features[row] for row in rows.tolist()]
        codes, starts, lengths = _codes(names)
        hashes = np.zeros(len(names), dtype=np.uint64)
        for k in range(_LONGEST):
            inside = lengths > k
            hashes[inside] = hashes[inside] * FACTOR + codes[starts[inside] + k]
        self._table = HashTable(len(names))
        self._table.add(hashes, rows)

    def parts(self, words: Sequence[str], known: Callable[[str], int | None]) -> tuple[IntArray, IntArray]:
        """For words of letters without a row of their own: which word, and which row, in the order of `features`.

        Hangul is not among them. `known` gives rows of whole features, for words less their articles.
        """
        return self._found(words, known, _grams(words))

    def stems(self, words: Sequence[str], known: Callable[[str], int | None]) -> tuple[IntArray, IntArray]:
        """As `parts`, but the stems alone."""
        return self._found(words, known, _prefixes(*_codes([f"<{word}>" for word in words]), np.arange(len(words))))

    def _found(
        self, words: Sequence[str], known: Callable[[str], int | None], parts: Iterable[tuple[IntArray, Hashes]]
    ) -> tuple[IntArray, IntArray]:
        owners, hashes = [], []
        for owner, values in parts:
            owners.append(owner)
            hashes.append(values)
        rows = self._table.find(np.concatenate(hashes))
        owner = np.concatenate(owners)
        owner, rows = owner[rows >= 0], rows[rows >= 0]
        heads = [(i, known(stem)) for i, word in enumerate(words) for stem in article_stems(word)]
        first = np.array([(i, row) for i, row in heads if row is not None], dtype=np.int64).reshape(-1, 2)
        owner, rows = np.concatenate([first[:, 0], owner]), np.concatenate([first[:, 1], rows])
        order = np.argsort(owner, kind="stable")
        return owner[order], rows[order]


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
    bones = [skeleton(word) for word in roman]
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
