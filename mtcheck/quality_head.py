"""The last steps of the quality model: a weighted sum of what its parts say, and what is known to be no translation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from mtcheck.data import FloatArray
from mtcheck.quality_features import NAMES
from mtcheck.quality_trees import Array

PARTS = (
    "forest",
    "net",
    "guard",
    "own",
)  # the columns before the features; "own": `quality_trees.Own` of the direction
FARTHEST = 4.0  # standard deviations from the mean, of any column
#: The "stray" trees (0: translates the source, 1: does not) and the guard's (z) know different things of a translation
#: of another text, so they are added up: "stray" less `GUARD_WEIGHT` times the guard goes from doubtful to sure between
#: the two ends of `STRAY`. Chosen on human translations (PUD) so that at most one in two hundred, some of them
#: misaligned, is taken for one; 99 in a hundred unrelated texts are. On MLQE-PE dev (without Nepali and Sinhala) it is
#: 1.0 % of the translations, most of them Romanian and invented, nearly nine in ten below -1.5 for the judges.
STRAY = (0.85, 1.02)
#: By how much both ends are higher where machine translations were judged: on MLQE-PE dev r is .001 (ru-en) to .005
#: (en-zh) higher for it, and four more unrelated texts in a thousand get by.
SURER = 0.1
GUARD_WEIGHT = 0.3
GUARD_LOWEST = -3.0
#: Normed cosine above which a target is the source's after all, unless a rule doubts its accuracy: names and addresses
#: stay as they are. Unrelated text lies below -1.5.
ALIKE = -1.0
STRAY_SHARE = 1 / 12  # of its value that a translation of another text keeps: no more than 8
_COSINE, _DOUBTS = NAMES.index("cosine*"), NAMES.index("flags_accuracy")


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
        return total + np.float32(self.bias)

    def tensors(self, prefix: str) -> dict[str, Array]:
        """The arrays to store, by name."""
        stored = {f"{prefix}.{name}": getattr(self, name) for name in ("mean", "spread", "weight")}
        return stored | {f"{prefix}.bias": np.array(self.bias)}

    @classmethod
    def from_tensors(cls, tensors: Mapping[str, Array], prefix: str) -> Head:
        """What `tensors` stored."""
        mean, spread, weight = (tensors[f"{prefix}.{name}"] for name in ("mean", "spread", "weight"))
        return cls(mean, spread, weight, float(tensors[f"{prefix}.bias"]))


Lift = Sequence[float]  # share of the head's value, weight of the "own" part's, shift


def lifted(values: FloatArray, own: FloatArray, lift: Lift | None) -> FloatArray:
    """(n,) float32: in a judged direction, the values of the common head together with the "own" part, (n,) each.

    The head trusts that part too little: ranking translations of one source, for which only some directions were judged
    and of which that part knows little, speaks against it there.
    """
    if lift is None:
        return values
    share, weight, shift = (np.float32(number) for number in lift)
    found: FloatArray = share * values + weight * own + shift
    return found


def strayed(stray: FloatArray, guard: FloatArray, rows: FloatArray, surer: float = 0.0) -> FloatArray:
    """(n,) 0 to 1: how sure it is that the target translates another text; `rows` are features (n, len(NAMES)), `surer`
    raises the bar.
    """
    told = np.clip(stray, 0, 1) - GUARD_WEIGHT * np.clip(guard, GUARD_LOWEST, 0)
    low, high = (end + surer for end in STRAY)
    found: FloatArray = np.where(may_stray(rows), np.clip((told - low) / (high - low), 0, 1), 0).astype(np.float32)
    return found


def may_stray(rows: FloatArray) -> npt.NDArray[np.bool_]:
    """(n,) where `strayed` may be more than 0: some rows in twenty, and nobody need ask the "stray" trees of others."""
    kept: npt.NDArray[np.bool_] = (rows[:, _COSINE] > ALIKE) & (rows[:, _DOUBTS] == 0)
    return ~kept


def columns_of(parts: FloatArray, rows: FloatArray, readings: FloatArray | None) -> FloatArray:
    """(n, k): the parts' values (n, len(PARTS)), the features and, in the deep tier, the critic's figures."""
    blocks = [parts, rows] if readings is None else [parts, rows, readings]
    joined: FloatArray = np.concatenate(blocks, axis=1).astype(np.float32)
    return joined
