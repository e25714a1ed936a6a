"""What a pair's texts as they are written tell of how it was judged: a weight for every n-gram of their characters.

The words of `mtcheck.quality_bag` have lost their capitals and the marks around them; these have not. Marks, names and
the shape of a text tell news from talk and prose from lists, and so how hard it is to translate.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from mtcheck.data import FloatArray, IntArray
from mtcheck.encode_grams import FACTOR, SPREAD
from mtcheck.hash_table import RowIndex, grown
from mtcheck.quality_bag import read_weights, stored_weights
from mtcheck.stretches import Stretches, dark_in

_BITS = 16
BUCKETS = 1 << _BITS
LONGEST_GRAM = 5  # characters
_LONGEST_TEXT = 4_000  # characters of a side that are looked at
LONGEST_KEPT = 24  # characters of a stretch that is remembered: in scripts without spaces few come again
_KEPT = 64_000  # stretches remembered: some 3 MB a side


def grams(stretches: Sequence[str]) -> tuple[IntArray, IntArray, npt.NDArray[np.bool_]]:
    """N-grams of stretches, each with a space at either end: (k,) which stretch a character belongs to, and
    (LONGEST_GRAM, k) the bucket, 0 to `BUCKETS` - 1, of the n-gram of 1, 2, ... characters that starts with it, and
    whether the stretch is long enough for it.
    """
    texts = [f" {stretch} " for stretch in stretches]
    codes = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.uint64)
    lengths = np.fromiter(map(len, texts), dtype=np.int64, count=len(texts))
    owner = np.repeat(np.arange(len(texts)), lengths)
    left = np.repeat(np.cumsum(lengths), lengths) - np.arange(len(codes))  # characters from here to the end
    padded = np.append(codes, np.zeros(LONGEST_GRAM, dtype=np.uint64))
    hashes = np.zeros(len(codes), dtype=np.uint64)
    buckets = np.empty((LONGEST_GRAM, len(codes)), dtype=np.int64)
    for size in range(LONGEST_GRAM):
        hashes = hashes * FACTOR + padded[size : size + len(codes)]
        buckets[size] = ((hashes ^ (hashes >> np.uint64(31))) * SPREAD) >> np.uint64(64 - _BITS)
    return owner, buckets, left > np.arange(LONGEST_GRAM)[:, None]


def stretches_of(text: str) -> list[str]:
    """What lies between spaces, of the part of a text that is looked at."""
    return text[:_LONGEST_TEXT].split()


def n_characters(found: Sequence[Sequence[str]]) -> FloatArray:
    """(n,) how long the stretches of each text are together; at least 1."""
    return np.fromiter((max(1, len("".join(own))) for own in found), dtype=np.float32, count=len(found))


class Written:
    """A linear model over the n-grams of both sides; remembers stretches, so not safe to share between threads."""

    def __init__(self, source: FloatArray, target: FloatArray, shift: float) -> None:
        """`source` and `target`: (BUCKETS,) weights."""
        self.source, self.target, self.shift = source, target, shift
        self._sides = (_Side(source), _Side(target))

    def __call__(self, sources: Sequence[str], targets: Sequence[str]) -> FloatArray:
        """(n,) float32: for both sides the summed weights of their n-grams over the root of their characters."""
        first, second = (side(texts) for side, texts in zip(self._sides, (sources, targets), strict=True))
        return (first + second + self.shift).astype(np.float32)

    def tensors(self, prefix: str) -> dict[str, npt.NDArray[Any]]:
        """The arrays to store, by name: a byte a weight."""
        sides = stored_weights(self.source, f"{prefix}.source") | stored_weights(self.target, f"{prefix}.target")
        return sides | {f"{prefix}.shift": np.array(self.shift)}

    @classmethod
    def from_tensors(cls, tensors: Mapping[str, npt.NDArray[Any]], prefix: str) -> Written:
        """What `tensors` stored."""
        source, target = (read_weights(tensors, f"{prefix}.{name}") for name in ("source", "target"))
        return cls(source, target, float(tensors[f"{prefix}.shift"]))


class _Side:
    """The weights of one side, with the worth of the stretches met so far."""

    def __init__(self, weights: FloatArray) -> None:
        self._weights = weights
        self._index = RowIndex(_KEPT)
        self._worths = np.zeros(1, dtype=np.float64)  # by row

    def __call__(self, texts: Sequence[str]) -> npt.NDArray[np.float64]:
        found = dark_in([text[:_LONGEST_TEXT] for text in texts])
        # One by one in their order, whatever else is in the batch.
        sums = np.bincount(found.owner, self._worth_of(found), len(texts))
        size = np.bincount(found.owner, found.lengths, len(texts))
        return sums / np.sqrt(np.maximum(size, 1).astype(np.float32))

    def _worth_of(self, found: Stretches) -> npt.NDArray[np.float64]:
        self._index.forget()
        rows = self._index.find(found.names)
        missed = np.flatnonzero(rows < 0)
        if not len(missed):
            self._index.count(rows)
            return self._worths[rows]
        names, first, number = np.unique(found.names[missed], return_index=True, return_inverse=True)
        fresh = missed[first]
        made = self._worth(found.strings(fresh))
        own = np.full(len(fresh), -1, dtype=np.int64)
        kept = np.flatnonzero(found.lengths[fresh] <= LONGEST_KEPT)
        own[kept] = self._index.add(names[kept])
        self._worths = grown(self._worths, self._index.size)
        self._worths[own[kept]] = made[kept]
        rows[missed] = own[number]
        self._index.count(rows[rows >= 0])
        worths = self._worths[np.maximum(rows, 0)]
        worths[missed] = made[number]
        return worths

    def _worth(self, stretches: Sequence[str]) -> npt.NDArray[np.float64]:
        """What each of the stretches is worth."""
        owner, buckets, fits = grams(stretches)
        worth = (self._weights.take(buckets) * fits).sum(axis=0, dtype=np.float64)
        return np.bincount(owner, worth, len(stretches)).astype(np.float64)
