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
from mtcheck.quality_bag import read_weights, stored_weights
from mtcheck.stretch_memory import Said

_BITS = 16
BUCKETS = 1 << _BITS
LONGEST_GRAM = 5  # characters


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


class Written:
    """A linear model over the n-grams of both sides: their summed weights over the root of the characters."""

    def __init__(self, source: FloatArray, target: FloatArray, shift: float) -> None:
        """`source` and `target`: (BUCKETS,) weights."""
        self.source, self.target, self.shift = Weights(source), Weights(target), shift

    def tensors(self, prefix: str) -> dict[str, npt.NDArray[Any]]:
        """The arrays to store, by name: a byte a weight."""
        stored = stored_weights(self.source.weights, f"{prefix}.source")
        stored |= stored_weights(self.target.weights, f"{prefix}.target")
        return stored | {f"{prefix}.shift": np.array(self.shift)}

    @classmethod
    def from_tensors(cls, tensors: Mapping[str, npt.NDArray[Any]], prefix: str) -> Written:
        """What `tensors` stored."""
        source, target = (read_weights(tensors, f"{prefix}.{name}") for name in ("source", "target"))
        return cls(source, target, float(tensors[f"{prefix}.shift"]))


class Weights:
    """The weights of one side's n-grams, a reader of `mtcheck.stretch_memory`."""

    def __init__(self, weights: FloatArray) -> None:
        """`weights`: (BUCKETS,)."""
        self.weights = weights

    def of_stretches(self, stretches: Sequence[str]) -> tuple[npt.NDArray[np.float64], IntArray]:
        """What each of the stretches is worth."""
        owner, buckets, fits = grams(stretches)
        worth = (self.weights.take(buckets) * fits).sum(axis=0, dtype=np.float64)
        worths: npt.NDArray[np.float64] = np.bincount(owner, worth, len(stretches)).astype(np.float64, copy=False)
        return worths, np.ones(len(stretches), dtype=np.int64)

    def of_texts(self, said: Said, n: int) -> npt.NDArray[np.float64]:
        """(n, 1): what the stretches are worth together over the root of their characters."""
        # One by one in their order, whatever else is in the batch.
        sums = np.bincount(said.owner, said.values, n)
        size = np.bincount(said.owner, said.stretches.lengths, n)
        found: npt.NDArray[np.float64] = sums / np.sqrt(np.maximum(size, 1).astype(np.float32))
        return found[:, None]
