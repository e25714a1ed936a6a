"""The last step of the quality model: a weighted sum of what its parts say, kept sane by clipping."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from mtcheck.data import FloatArray
from mtcheck.quality_trees import Array

PARTS = ("forest", "net", "guard")  # the columns before the features
FARTHEST = 4.0  # standard deviations from the mean, of any column
#: Below this z the guard trees lower the estimate, `GUARD_SLOPE` times as fast, whatever the weights say. Nineteen of
#: twenty human translations stand above it, and so does most machine translation; at -0.8 it costs .05 of mean r on
#: MLQE-PE dev, here .025.
GUARD_FROM, GUARD_SLOPE = -1.6, 1.5


@dataclass(frozen=True, slots=True)
class Head:
    """Weights over standardised columns; a NaN counts as the mean."""

    mean: Array  # (k,) float32
    spread: Array
    weight: Array
    bias: float

    def standard(self, columns: FloatArray) -> FloatArray:
        """(n, k): what the weights are for."""
        scaled = np.nan_to_num((columns - self.mean) / self.spread, nan=0.0)
        found: FloatArray = np.clip(scaled, -FARTHEST, FARTHEST).astype(np.float32)
        return found

    def __call__(self, columns: FloatArray) -> FloatArray:
        """(n,) float32; a row's sum does not depend on the rows beside it."""
        total: FloatArray = (self.standard(columns) * self.weight).sum(axis=1, dtype=np.float64).astype(np.float32)
        taken = GUARD_SLOPE * np.fmin(columns[:, PARTS.index("guard")] - np.float32(GUARD_FROM), 0)
        found: FloatArray = total + np.float32(self.bias) + taken.astype(np.float32)
        return found

    def tensors(self, prefix: str) -> dict[str, Array]:
        """The arrays to store, by name."""
        stored = {f"{prefix}.{name}": getattr(self, name) for name in ("mean", "spread", "weight")}
        return stored | {f"{prefix}.bias": np.array(self.bias)}

    @classmethod
    def from_tensors(cls, tensors: Mapping[str, Array], prefix: str) -> Head:
        """What `tensors` stored."""
        mean, spread, weight = (tensors[f"{prefix}.{name}"] for name in ("mean", "spread", "weight"))
        return cls(mean, spread, weight, float(tensors[f"{prefix}.bias"]))


def columns_of(parts: FloatArray, rows: FloatArray, readings: FloatArray | None) -> FloatArray:
    """(n, k): the parts' values (n, 3), the features and, in the deep tier, the critic's figures, side by side."""
    blocks = [parts, rows] if readings is None else [parts, rows, readings]
    joined: FloatArray = np.concatenate(blocks, axis=1).astype(np.float32)
    return joined
