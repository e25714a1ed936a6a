"""Trees: what numpy makes of many rows is what a walk through them makes of one."""

from __future__ import annotations

import numpy as np

from mtcheck.quality_trees import Forest

INF = np.inf


def forest() -> Forest:
    """Two trees: one of two splits, with unknown values to the right and to the left; one asks whether one is known."""
    return Forest(
        roots=np.array([0, 5], dtype=np.int32),
        feature=np.array([0, 1, 0, 0, 0, 1, 0, 0], dtype=np.int16),
        threshold=np.array([0.5, -1, INF, INF, INF, INF, INF, INF], dtype=np.float32),
        left=np.array([1, 3, 2, 3, 4, 6, 6, 7], dtype=np.int32),
        missing_left=np.array([False, True, False, False, False, False, False, False]),
        value=np.array([0, 0, 1, 2, 4, 0, 8, 16], dtype=np.float32),
        mean=np.zeros(8, dtype=np.float32),
        baseline=0.5,
        depth=2,
    )


def walked(trees: Forest, row: list[float]) -> float:
    total = trees.baseline
    for root in trees.roots:
        node = int(root)
        while trees.left[node] != node:
            seen, left = row[trees.feature[node]], int(trees.left[node])
            goes_left = trees.missing_left[node] if np.isnan(seen) else seen <= trees.threshold[node]
            node = left if goes_left else left + 1
        total += float(trees.value[node])
    return total


def test_rows_go_where_a_walk_goes() -> None:
    values = (np.nan, -INF, -1.0, 0.5, 0.75, INF)
    rows = [[a, b] for a in values for b in values]
    found = forest()(np.array(rows, dtype=np.float32))
    assert found.tolist() == [walked(forest(), row) for row in rows]


def test_no_row_has_no_value() -> None:
    assert forest()(np.zeros((0, 2), dtype=np.float32)).shape == (0,)


def test_a_row_has_one_value_in_any_batch() -> None:
    rows = np.random.default_rng(1).normal(size=(70_000, 2)).astype(np.float32)
    together = forest()(rows)
    assert (forest()(rows[:3]) == together[:3]).all()
    assert (forest()(rows[-2:]) == together[-2:]).all()
