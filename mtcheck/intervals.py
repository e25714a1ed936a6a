"""Bootstrap intervals of a document's numbers: ratios of sums over its segments."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

ROUNDS = 1_000
MOST_DRAWN = 5_000  # segments; more are as well served by the normal approximation

Sums = npt.NDArray[np.float64]


def ratio_interval(totals: Sums, weights: Sums, seed: int) -> tuple[float, float]:
    """95 % interval of `totals.sum() / weights.sum()`; both (n,), n at least 2, in the segments' own units.

    Percentile bootstrap over segments (Koehn 2004, "Statistical Significance Tests for Machine Translation
    Evaluation"); above `MOST_DRAWN` segments the normal approximation of it.
    """
    if len(totals) > MOST_DRAWN:
        rate = float(totals.sum() / weights.sum())
        error = 1.96 * float(np.sqrt(np.sum((totals - rate * weights) ** 2))) / float(weights.sum())
        return rate - error, rate + error
    rng = np.random.default_rng(seed)
    drawn = np.empty(ROUNDS)
    for i in range(ROUNDS):
        rows = rng.integers(0, len(totals), len(totals))
        drawn[i] = totals[rows].sum() / (weights[rows].sum() or 1.0)
    low, high = np.percentile(drawn, [2.5, 97.5])
    return float(low), float(high)
