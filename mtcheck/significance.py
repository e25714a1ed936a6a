"""Whether two translations differ by more than chance: sacrebleu's own paired tests, for its metrics and for ours.

Paired bootstrap resampling (Koehn 2004, "Statistical Significance Tests for Machine Translation Evaluation") and
approximate randomisation (Riezler and Maxwell 2005, "On Some Pitfalls in Automatic Evaluation and Significance Testing
for MT"), as `sacrebleu.significance.PairedTest` runs them. A measure comes as sums that belong to rows, so that any
score that is computed from sums of rows can be tested: BLEU's n-gram counts as well as points and characters.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from sacrebleu.metrics.base import Metric as SacrebleuMetric

Sums = npt.NDArray[np.float64]

#: Resamples and trials: sacrebleu's defaults.
N_BOOTSTRAP, N_RANDOMISATION = 1_000, 10_000

#: More rows than this are added up in blocks of neighbours first: it bounds the tests' memory to some 200 MB, and
#: rows that depend on their neighbours stay together.
MAX_ROWS = 2_000

#: Fewer rows than this say nothing: an exact test of five pairs cannot reach p = 0.05, and sacrebleu's, which leaves
#: ties out, would call a single row significant.
MIN_ROWS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Tested:
    """Two scores under both tests. `*_interval` is the 95 % bootstrap interval of each; p-values are two-sided, and
    None where there are fewer than `MIN_ROWS` rows to tell from.
    """

    baseline: float
    system: float
    baseline_interval: tuple[float, float]
    system_interval: tuple[float, float]
    p_bootstrap: float | None
    p_randomisation: float | None


def paired_tests(baseline: Sums, system: Sums, score: Callable[[Sums], float]) -> Tested:
    """Both tests on one measure of two translations.

    `baseline[i]` and `system[i]` are (n_rows, n_sums); `score` makes the number from one row of sums. No difference
    at all gives p = 1 (sacrebleu itself gives 1/1001 there: it counts only what lies above the observed difference).

    Raises:
        ValueError: no row, or not equally many.

    >>> rows = np.array([[1.0, 2.0], [3.0, 4.0]])
    >>> paired_tests(rows, rows, lambda sums: float(sums[0] / sums[1])).p_bootstrap
    1.0
    """
    if len(baseline) != len(system) or not len(baseline):
        raise ValueError(f"paired rows are needed; found {len(baseline)} and {len(system)}")
    stats = [_blocks(baseline), _blocks(system)]
    bootstrap = _run(stats, score, "bs", N_BOOTSTRAP)
    first, second = bootstrap
    p_bootstrap: float | None = None
    p_randomisation: float | None = None
    if first.score == second.score:
        p_bootstrap = p_randomisation = 1.0
    elif len(baseline) >= MIN_ROWS:
        p_bootstrap = float(second.p_value)
        p_randomisation = float(_run(stats, score, "ar", N_RANDOMISATION)[1].p_value)
    return Tested(
        baseline=float(first.score),
        system=float(second.score),
        baseline_interval=(float(first.mean - first.ci), float(first.mean + first.ci)),
        system_interval=(float(second.mean - second.ci), float(second.mean + second.ci)),
        p_bootstrap=p_bootstrap,
        p_randomisation=p_randomisation,
    )


def tests_signature() -> str:
    """What must be known to get the same p-values: sacrebleu's version, resamples, trials and seed."""
    import sacrebleu

    seed = os.environ.get("SACREBLEU_SEED", "12345")  # sacrebleu's own variable and default
    return f"sacrebleu:{sacrebleu.__version__}|bs:{N_BOOTSTRAP}|ar:{N_RANDOMISATION}|seed:{seed}"


def metric_sums(
    metric: SacrebleuMetric, hypotheses: Sequence[str], references: Sequence[str]
) -> tuple[Sums, Callable[[Sums], float]]:
    """A sacrebleu metric as rows of sums and the score from them; one reference a hypothesis."""
    stats = metric._extract_corpus_statistics(list(hypotheses), [list(references)])
    return np.array(stats, dtype=np.float64), lambda sums: float(metric._compute_score_from_stats(sums).score)


def _blocks(rows: Sums) -> Sums:
    if len(rows) <= MAX_ROWS:
        return rows
    size = -(-len(rows) // MAX_ROWS)
    sums: Sums = np.add.reduceat(rows, np.arange(0, len(rows), size), axis=0)
    return sums


def _run(stats: Sequence[Sums], score: Callable[[Sums], float], kind: str, n: int) -> list[Any]:
    """sacrebleu's results for baseline and system."""
    from sacrebleu.metrics.base import Metric, Score, Signature
    from sacrebleu.significance import PairedTest

    class Given(Metric):
        """A metric whose "hypotheses" are numbers of systems, and whose sums are known already."""

        def _extract_corpus_statistics(self, hypotheses: Any, references: Any) -> Any:
            return stats[hypotheses[0]]

        def _aggregate_and_compute(self, stats: Any) -> Any:
            return self._compute_score_from_stats(np.asarray(stats).sum(axis=0))

        def _compute_score_from_stats(self, stats: Any) -> Any:
            return Score("measure", score(stats))

        def get_signature(self) -> Any:
            return Signature({"num_refs": 1, "seed": None, "n_bootstrap": None})

        def _preprocess_segment(self, sent: str) -> str:
            return sent

        def _extract_reference_info(self, refs: Any) -> dict[str, Any]:
            return {}

        def _compute_segment_statistics(self, hypothesis: str, ref_kwargs: Any) -> list[Any]:
            return []

    systems: list[tuple[str, Any]] = [(str(i), [i] * len(rows)) for i, rows in enumerate(stats)]
    given: Any = Given
    test = PairedTest(systems, {"measure": given()}, None, test_type=kind, n_samples=n)
    return list(test()[1]["measure"])
