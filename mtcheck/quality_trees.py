"""Boosted trees and small networks, evaluated with numpy: the same row gives the same value in any batch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from mtcheck.data import FloatArray

Array = npt.NDArray[Any]
_CELLS = 1 << 16  # rows times trees looked at in one step: what it takes fits the processor's cache


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees laid end to end. Node i sends a row to `left[i]` where its feature is <= `threshold[i]`, else to
    `left[i] + 1`; a NaN goes where `missing_left[i]` says. A leaf has `left[i] == i` and a threshold of infinity.
    """

    roots: Array  # (n_trees,) int32
    feature: Array  # (n_nodes,) int16
    threshold: Array  # (n_nodes,) float32
    left: Array  # (n_nodes,) int32
    missing_left: Array  # (n_nodes,) bool
    value: Array  # (n_nodes,) float32, 0 but at leaves
    mean: Array  # (n_nodes,) float32: the mean value of the training rows that came by; (0,) where nobody asks
    baseline: float
    depth: int

    def __call__(self, rows: FloatArray) -> FloatArray:
        """(n,) float32: the sum of the trees' values."""
        out = np.empty(len(rows), dtype=np.float32)
        # Lots of one size, for numpy adds up a single row in another order.
        n_lots = max(1, -(-len(rows) * len(self.roots) // _CELLS))
        ends = [len(rows) * lot // n_lots for lot in range(n_lots + 1)]
        for start, end in pairwise(ends):
            out[start:end] = self._values(rows[start:end])
        return out

    def _values(self, rows: FloatArray) -> FloatArray:
        n, width = rows.shape
        # A NaN is not below any threshold, so it goes right; for the nodes that send it left, and for leaves, there is
        # minus infinity beside it.
        columns = np.concatenate([np.where(np.isnan(rows), -np.inf, rows), rows], axis=1, dtype=np.float32).T.copy()
        left = self.left.astype(np.intp)
        leaf = left == np.arange(len(left))
        feature = self.feature + np.where(self.missing_left | leaf, 0, width)
        right = left + 1
        roots = self.roots.astype(np.intp)
        node = right[roots, None] - (columns.take(feature[roots], axis=0) <= self.threshold[roots, None])
        # `take` with native integers, in range by construction, is twice as fast as indexing.
        flat, feature = columns.ravel(), feature * n
        for _ in range(self.depth - 1):
            place = feature.take(node, mode="clip")
            place += np.arange(n)
            below = flat.take(place, mode="clip") <= self.threshold.take(node, mode="clip")
            node = right.take(node, mode="clip")
            node -= below
        values = self.value.take(node, mode="clip").sum(axis=0, dtype=np.float64)
        total: FloatArray = values.astype(np.float32) + np.float32(self.baseline)
        return total

    def tensors(self, prefix: str) -> dict[str, Array]:
        """The arrays to store, by name."""
        stored = {f"{prefix}.{name}": getattr(self, name) for name in _FOREST}
        return stored | {f"{prefix}.shape": np.array([self.baseline, self.depth], dtype=np.float64)}

    @classmethod
    def from_tensors(cls, tensors: Mapping[str, Array], prefix: str) -> Forest:
        """What `tensors` stored."""
        arrays = {name: tensors[f"{prefix}.{name}"] for name in _FOREST}
        baseline, depth = tensors[f"{prefix}.shape"]
        return cls(**arrays, baseline=float(baseline), depth=int(depth))


_FOREST = ("roots", "feature", "threshold", "left", "missing_left", "value", "mean")


@dataclass(frozen=True, slots=True)
class Net:
    """One hidden layer over standardised features."""

    center: Array
    spread: Array
    hidden: Array  # (features, units)
    bias: Array
    out: Array  # (units,)
    skip: Array  # (features,): straight from the features
    shift: float

    def __call__(self, rows: Array) -> FloatArray:
        """(n,) float32."""
        scaled = np.nan_to_num((rows - self.center) / self.spread, nan=0.0)
        scaled = np.clip(scaled, -5, 5).astype(np.float32)
        units = np.tanh(_times(scaled, self.hidden) + self.bias)
        total: FloatArray = (_times(units, self.out[:, None]) + _times(scaled, self.skip[:, None]))[:, 0] + np.float32(
            self.shift
        )
        return total

    def tensors(self, prefix: str) -> dict[str, Array]:
        """The arrays to store, by name."""
        return {f"{prefix}.{name}": getattr(self, name) for name in _NET} | {f"{prefix}.shift": np.array(self.shift)}

    @classmethod
    def from_tensors(cls, tensors: Mapping[str, Array], prefix: str) -> Net:
        """What `tensors` stored."""
        return cls(**{name: tensors[f"{prefix}.{name}"] for name in _NET}, shift=float(tensors[f"{prefix}.shift"]))


NET_SHARE = 0.4  # of what both say; r on MLQE-PE dev is within .001 of the best from .3 to .5


@dataclass(frozen=True, slots=True)
class Own:
    """What is fitted to the judgements of one direction: trees, and a network, whose errors are others."""

    forest: Forest
    net: Net

    def __call__(self, rows: FloatArray) -> FloatArray:
        """(n,) float32."""
        trees = self.forest(rows)
        found: FloatArray = trees + np.float32(NET_SHARE) * (self.net(rows) - trees)
        return found

    def tensors(self, prefix: str) -> dict[str, Array]:
        """The arrays to store, by name."""
        return self.forest.tensors(prefix) | self.net.tensors(f"{prefix}.net")

    @classmethod
    def from_tensors(cls, tensors: Mapping[str, Array], prefix: str) -> Own:
        """What `tensors` stored."""
        return cls(Forest.from_tensors(tensors, prefix), Net.from_tensors(tensors, f"{prefix}.net"))


_NET = ("center", "spread", "hidden", "bias", "out", "skip")
_BLOCK = 64


def _times(a: Array, b: Array) -> FloatArray:
    """`a @ b` in blocks of one fixed height, so that a row's sums do not depend on how many rows there are."""
    n = len(a)
    padded = np.zeros((-(-n // _BLOCK) * _BLOCK, a.shape[1]), dtype=np.float32)
    padded[:n] = a
    stacked = padded.reshape(-1, _BLOCK, a.shape[1])
    product: FloatArray = np.matmul(stacked, b.astype(np.float32)).reshape(-1, b.shape[1])[:n]
    return product
