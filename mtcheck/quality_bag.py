"""What the words of a pair, each by itself, tell of how it was judged: a weight for every piece of a word, in hashed
buckets, and a weight for every dimension of the two sentence vectors, which sees like words alike.

Some words are hard to translate, some are what a machine writes when it fails; endings and spellings tell a kind of
text. Words know nothing of the match of the two sides: fitted to judgements of one direction (`training.quality.bag`),
they say how hard its texts are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from mtcheck.data import FloatArray, IntArray
from mtcheck.encode_grams import FACTOR, SPREAD

_BITS = 15
BUCKETS = 1 << _BITS
LONGEST_PIECE = 5  # characters


def pieces(keys: Sequence[str]) -> tuple[IntArray, IntArray]:
    """For words (keys of `mtcheck.encode_words`): which word a piece belongs to, and its bucket, 0 to `BUCKETS` - 1.

    A word of letters has all its n-grams of 1 to `LONGEST_PIECE` characters, its two bounds included; one of a script
    without spaces the one to three characters that its window starts with; a figure its number of digits; a sign
    itself.
    """
    texts = [_bounded(key) for key in keys]
    lengths = np.array([len(text) for text in texts], dtype=np.int64)
    codes = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.uint64)
    ends = np.cumsum(lengths)
    owner = np.repeat(np.arange(len(texts)), lengths)
    place = np.arange(len(codes)) - np.repeat(ends - lengths, lengths)
    left = np.repeat(lengths, lengths) - place  # characters from here to the word's end
    letters = np.array([key[0] == "=" for key in keys], dtype=bool)
    free = letters[owner] | (place == 0)
    whole = np.array([key[0] in "#?" for key in keys], dtype=bool)[owner]
    padded = np.append(codes, np.zeros(LONGEST_PIECE, dtype=np.uint64))
    hashes = np.zeros(len(codes), dtype=np.uint64)
    owners, buckets = [], []
    for size in range(1, LONGEST_PIECE + 1):
        hashes = hashes * FACTOR + padded[size - 1 : size - 1 + len(codes)]
        fits = free & (left >= size) & (~whole | (left == size))
        mixed = (hashes[fits] ^ (hashes[fits] >> np.uint64(31))) * SPREAD
        owners.append(owner[fits])
        buckets.append((mixed >> np.uint64(64 - _BITS)).astype(np.int64))
    return np.concatenate(owners), np.concatenate(buckets)


def _bounded(key: str) -> str:
    if key[0] == "=":
        return f"<{key[1:]}>"
    if key[0] == "#":
        return f"#{min(len(key) - 1, 9)}"
    return key[2:] if key[0] == ":" else key


@dataclass(frozen=True, slots=True)
class Bag:
    """A linear model over the pieces of the words of both sides."""

    source: FloatArray  # (BUCKETS,)
    target: FloatArray
    shift: float

    def worth(self, owners: IntArray, buckets: IntArray, n_words: int) -> FloatArray:
        """(n_words, 2) float32: the summed weights of each word's pieces as a word of the source, and of the target."""
        sums = [np.bincount(owners, side[buckets], n_words) for side in (self.source, self.target)]
        return np.stack(sums, axis=1).astype(np.float32)

    def __call__(self, source: FloatArray, target: FloatArray, n_pieces: tuple[IntArray, IntArray]) -> FloatArray:
        """(k,) float32 for the words' worth (k, size), padded with 0: sums over the root of the number of pieces."""
        total = np.full(len(source), self.shift, dtype=np.float32)
        for worth, count in zip((source, target), n_pieces, strict=True):
            total += worth.sum(axis=1) / np.sqrt(np.maximum(count, 1)).astype(np.float32)
        return total

    def tensors(self, prefix: str) -> dict[str, npt.NDArray[Any]]:
        """The arrays to store, by name: a byte a weight."""
        stored: dict[str, npt.NDArray[Any]] = {f"{prefix}.shift": np.array(self.shift)}
        for name in ("source", "target"):
            stored |= stored_weights(getattr(self, name), f"{prefix}.{name}")
        return stored

    @classmethod
    def from_tensors(cls, tensors: Mapping[str, npt.NDArray[Any]], prefix: str) -> Bag:
        """What `tensors` stored."""
        source, target = (read_weights(tensors, f"{prefix}.{name}") for name in ("source", "target"))
        return cls(source, target, float(tensors[f"{prefix}.shift"]))


@dataclass(frozen=True, slots=True)
class Changed:
    """How often post-editors change such a word (target), or what it became (source): linear over its pieces."""

    source: FloatArray  # (BUCKETS,)
    target: FloatArray
    shifts: tuple[float, float]

    def worth(self, owners: IntArray, buckets: IntArray, n_words: int) -> FloatArray:
        """(n_words, 2) float32: the share as a word of the source, and as one of the target."""
        counts = np.sqrt(np.maximum(np.bincount(owners, minlength=n_words), 1))
        sums = [
            np.bincount(owners, side[buckets], n_words) / counts + shift
            for side, shift in zip((self.source, self.target), self.shifts, strict=True)
        ]
        return np.stack(sums, axis=1).astype(np.float32)

    def __call__(self, source: FloatArray, target: FloatArray, n_words: tuple[IntArray, IntArray]) -> FloatArray:
        """(k, 6) float32 for the words' shares (k, size), padded with 0: for each side their mean, the highest, and
        their sum over the root of their number.
        """
        columns = []
        for shares, count in zip((source, target), n_words, strict=True):
            total, many = shares.sum(axis=1), np.maximum(count, 1).astype(np.float32)
            columns += [total / many, shares.max(axis=1), total / np.sqrt(many)]
        return np.stack(columns, axis=1).astype(np.float32)

    def tensors(self, prefix: str) -> dict[str, npt.NDArray[Any]]:
        """The arrays to store, by name: a byte a weight."""
        sides = stored_weights(self.source, f"{prefix}.source") | stored_weights(self.target, f"{prefix}.target")
        return sides | {f"{prefix}.shifts": np.array(self.shifts)}

    @classmethod
    def from_tensors(cls, tensors: Mapping[str, npt.NDArray[Any]], prefix: str) -> Changed:
        """What `tensors` stored."""
        source, target = (read_weights(tensors, f"{prefix}.{name}") for name in ("source", "target"))
        first, second = tensors[f"{prefix}.shifts"].tolist()
        return cls(source, target, (first, second))


def stored_weights(weights: FloatArray, name: str) -> dict[str, npt.NDArray[Any]]:
    """Weights as bytes, and what one of their steps is worth."""
    unit = max(float(np.abs(weights).max()) / 127, 1e-12)
    return {name: np.round(weights / unit).astype(np.int8), f"{name}_unit": np.array(unit)}


def read_weights(tensors: Mapping[str, npt.NDArray[Any]], name: str) -> FloatArray:
    """What `stored_weights` stored."""
    weights: FloatArray = tensors[name].astype(np.float32) * np.float32(tensors[f"{name}_unit"])
    return weights


@dataclass(frozen=True, slots=True)
class Line:
    """A linear model over the sentence vectors of both sides."""

    source: FloatArray  # (dim,)
    target: FloatArray
    shift: float

    def __call__(self, source: FloatArray, target: FloatArray) -> FloatArray:
        """(k,) float32 for unit vectors (k, dim)."""
        total: FloatArray = (source * self.source).sum(axis=1) + (target * self.target).sum(axis=1)
        return total + np.float32(self.shift)

    def tensors(self, prefix: str) -> dict[str, npt.NDArray[Any]]:
        """The arrays to store, by name."""
        stored = {f"{prefix}.{name}": getattr(self, name) for name in ("source", "target")}
        return stored | {f"{prefix}.shift": np.array(self.shift)}

    @classmethod
    def from_tensors(cls, tensors: Mapping[str, npt.NDArray[Any]], prefix: str) -> Line:
        """What `tensors` stored."""
        return cls(tensors[f"{prefix}.source"], tensors[f"{prefix}.target"], float(tensors[f"{prefix}.shift"]))
