"""The paired tests: the same p-values as sacrebleu's own, for its metrics and for ours."""

from __future__ import annotations

import random
from typing import Any

import numpy as np
import pytest
from sacrebleu import BLEU, CHRF, TER
from sacrebleu.significance import PairedTest

from mtcheck import significance
from mtcheck.significance import metric_sums, paired_tests

WORDS = ("the", "a", "cat", "dog", "house", "sees", "went", "over", "under", "mat", "big", "red", "of", "and", "to")


def systems(n: int = 120) -> tuple[list[str], list[str], list[str]]:
    """References and two noisy copies of them, one somewhat noisier."""
    rng = random.Random(7)
    references = [" ".join(rng.choices(WORDS, k=rng.randint(5, 20))) for _ in range(n)]

    def noisy(text: str, share: float) -> str:
        return " ".join(rng.choice(WORDS) if rng.random() < share else word for word in text.split())

    return references, [noisy(text, 0.3) for text in references], [noisy(text, 0.26) for text in references]


@pytest.mark.parametrize("metric", [BLEU(), CHRF(), TER()], ids=["bleu", "chrf", "ter"])
def test_p_values_are_those_of_sacrebleu(metric: BLEU | CHRF | TER, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(significance, "N_RANDOMISATION", 2_000)
    references, first, second = systems()
    (a, score), (b, _) = (metric_sums(metric, texts, references) for texts in (first, second))
    ours = paired_tests(a, b, score)
    for kind, n, p in (("bs", 1_000, ours.p_bootstrap), ("ar", 2_000, ours.p_randomisation)):
        test = PairedTest([("a", first), ("b", second)], {"m": metric}, [references], test_type=kind, n_samples=n)
        (name,) = set(test()[1]) - {"System"}
        theirs: Any = test()[1][name]
        assert (ours.baseline, ours.system) == pytest.approx((theirs[0].score, theirs[1].score))
        assert p == pytest.approx(theirs[1].p_value)


def test_a_mean_is_tested_like_a_metric() -> None:
    rng = np.random.default_rng(1)
    weights = rng.integers(20, 200, 80).astype(float)
    values = rng.uniform(60, 100, 80)
    better = np.column_stack([(values + rng.normal(4, 3, 80)) * weights, weights])
    shuffled = np.column_stack([(values + rng.normal(0, 3, 80)) * weights, weights])
    base = np.column_stack([values * weights, weights])
    mean = lambda sums: float(sums[0] / sums[1])  # noqa: E731
    found, chance = paired_tests(base, better, mean), paired_tests(base, shuffled, mean)
    assert found.p_bootstrap is not None
    assert found.p_randomisation is not None
    assert max(found.p_bootstrap, found.p_randomisation) < 0.01
    assert chance.p_randomisation is not None
    assert chance.p_randomisation > 0.05
    assert found.baseline == pytest.approx(np.average(values, weights=weights))


@pytest.mark.parametrize("n", [1, 3, 50])
def test_equal_systems_give_one(n: int) -> None:
    rows = np.random.default_rng(2).uniform(0, 1, (n, 2))
    tested = paired_tests(rows, rows, lambda sums: float(sums[0] / sums[1]))
    assert (tested.p_bootstrap, tested.p_randomisation) == (1.0, 1.0)


def test_few_rows_give_no_p_value() -> None:
    rows = np.random.default_rng(2).uniform(0, 1, (significance.MIN_ROWS - 1, 2))
    tested = paired_tests(rows, rows + 1, lambda sums: float(sums[0] / sums[1]))
    assert (tested.p_bootstrap, tested.p_randomisation) == (None, None)


def test_no_row_is_an_error() -> None:
    with pytest.raises(ValueError, match="paired rows"):
        paired_tests(np.empty((0, 2)), np.empty((0, 2)), lambda sums: 0.0)


def test_many_rows_are_tested_in_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(significance, "MAX_ROWS", 50)
    rng = np.random.default_rng(3)
    base, other = rng.uniform(0, 1, (333, 2)), rng.uniform(0, 1, (333, 2))
    tested = paired_tests(base, other, lambda sums: float(sums[0] / sums[1]))
    assert tested.baseline == pytest.approx(base[:, 0].sum() / base[:, 1].sum())
