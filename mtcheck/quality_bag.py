"""What the words of a pair, each by itself, tell of how it was judged: a weight for every word, in hashed buckets, and
a weight for every dimension of the two sentence vectors, which sees like words alike.

Some words are hard to translate, some are what a machine writes when it fails. Words know nothing of the match of the
two sides: fitted to judgements of one direction (`training.quality.bag`), they say how hard its texts are.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from mtcheck.data import FloatArray, IntArray

BUCKETS = 1 << 14


def bucket(key: str) -> int:
    """1 to `BUCKETS`, for a word (a key of `mtcheck.encode_words`); two characters of scripts without spaces."""
    name = ":" + key[2:4] if key[0] == ":" else key
    return 1 + zlib.crc32(name.encode("utf-8", "surrogatepass")) % BUCKETS


@dataclass(frozen=True, slots=True)
class Bag:
    """A linear model over the words of both sides; bucket 0 is padding and weighs nothing."""

    source: FloatArray  # (BUCKETS + 1,)
    target: FloatArray
    shift: float

    def __call__(self, source: IntArray, target: IntArray) -> FloatArray:
        """(k,) float32 for buckets (k, size), padded with 0: sums over the root of the number of words."""
        total = np.full(len(source), self.shift, dtype=np.float32)
        for weights, buckets in ((self.source, source), (self.target, target)):
            n_words = np.maximum((buckets > 0).sum(axis=1), 1)
            total += weights[buckets].sum(axis=1) / np.sqrt(n_words).astype(np.float32)
        return total

    def tensors(self, prefix: str) -> dict[str, npt.NDArray[Any]]:
        """The arrays to store, by name: a byte a weight."""
        stored: dict[str, npt.NDArray[Any]] = {f"{prefix}.shift": np.array(self.shift)}
        for name in ("source", "target"):
            weights = getattr(self, name)
            unit = max(float(np.abs(weights).max()) / 127, 1e-12)
            stored[f"{prefix}.{name}"] = np.round(weights[1:] / unit).astype(np.int8)
            stored[f"{prefix}.{name}_unit"] = np.array(unit)
        return stored

    @classmethod
    def from_tensors(cls, tensors: Mapping[str, npt.NDArray[Any]], prefix: str) -> Bag:
        """What `tensors` stored."""
        sides = []
        for name in ("source", "target"):
            weights = tensors[f"{prefix}.{name}"].astype(np.float32) * np.float32(tensors[f"{prefix}.{name}_unit"])
            sides.append(np.concatenate([np.zeros(1, dtype=np.float32), weights]))
        return cls(sides[0], sides[1], float(tensors[f"{prefix}.shift"]))


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
