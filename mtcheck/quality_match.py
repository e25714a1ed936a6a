"""Word matches between the two sides of many pairs at once, from a static encoder's word vectors.

For every pair the cosine of each source word with each target word is taken; what is reported is how well the words
of one side are matched by the other, weighted by the words' own weights (vector lengths), in the spirit of greedy
matching (BERTScore, Zhang et al. 2020, arXiv:1904.09675) and of YiSi-2 (Lo 2019).

The figures of a pair never depend on the other pairs of a batch: a pair is padded to a size that its own texts
decide, and every product and sum is taken at that size.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from mtcheck.data import FloatArray, IntArray
from mtcheck.quality_tables import NAMES as TABLES
from mtcheck.word_rows import LONGEST, TextRows, WordRows

_STEP = 8  # sides are padded to a multiple of this
_CELLS = 1 << 21  # numbers gathered at a time: bounds one step to about 16 MB
_BLANK = -1

WEAK, FAIR = 0.25, 0.45  # cosines under which a word counts as unmatched, or as half matched; see training/quality

NAMES = (
    "cosine",
    "match_source",  # weighted mean of each source word's best cosine in the target
    "match_target",
    "plain_source",  # the same unweighted
    "plain_target",
    "weak_source",  # share of weight whose best cosine is below WEAK
    "weak_target",
    "fair_source",
    "fair_target",
    "worst_source",  # mean best cosine of the fifth of the words (at least one) that match worst
    "worst_target",
    "loss_source",  # the largest weight * (1 - best cosine), over the mean weight
    "loss_target",
    "missing_source",  # sum of weight * max(FAIR - best cosine, 0): how much is missing, not which share
    "missing_target",
    "contrast_source",  # mean of best cosine less mean cosine: are matches specific?
    "contrast_target",
    "mutual",  # share of source words whose best target word has them as its best
    "crowd_source",  # target words per source word that is somebody's best: above 1 when words repeat
    "crowd_target",
    "order",  # mean distance of matched words' relative places, mutual matches only
    "jumps",  # share of neighbouring mutual matches that run backwards
    "weight_ratio",  # log of summed weights, target over source
    "unknown_source",  # share of words without a vector
    "unknown_target",
    "length_source",  # log of 1 + number of words
    "length_target",
    "rare_source",  # mean weight of words: how rare they are
    "rare_target",
    "rarest_source",
    "rarest_target",
)


def match(words: WordRows, sources: Sequence[str], targets: Sequence[str]) -> FloatArray:
    """(n, len(NAMES)) figures of pairs of texts; where `words` has tables, those of `quality_tables.NAMES` behind them.

    Time grows with the texts; at most `LONGEST` words a side count.
    """
    n, dim = len(sources), words.dim
    rows = words.rows([*sources, *targets])
    sizes = np.maximum(rows.lengths[:n], rows.lengths[n:])
    padded = np.maximum(-(-sizes // _STEP) * _STEP, _STEP)
    figures = np.zeros((n, len(NAMES) + (len(TABLES) if words.tables is not None else 0)), dtype=np.float32)
    for size in np.unique(padded).tolist():
        members = np.flatnonzero(padded == size)
        step = max(1, _CELLS // (size * (2 * dim + size)))
        for start in range(0, len(members), step):
            some = members[start : start + step]
            source, target = _grid(rows, some, size), _grid(rows, some + n, size)
            figures[some, : len(NAMES)], vectors = _match_block(words, source, target)
            if words.tables is not None:
                facts = words.facts(source), words.facts(target)
                figures[some, len(NAMES) :] = words.tables.figures(*facts, vectors)
    return figures


def _match_block(
    words: WordRows, source: IntArray, target: IntArray
) -> tuple[FloatArray, tuple[FloatArray, FloatArray]]:
    """Figures and sentence vectors of pairs whose sides are padded to one size: (k, size) rows of `words` each."""
    size = source.shape[1]
    a, b = words.whole(source), words.whole(target)
    step_a, step_b = words.step(source), words.step(target)
    wa, wb = words.weight(source), words.weight(target)
    u, v = _unit_rows(np.einsum("ijk,ij->ik", a, wa * step_a)), _unit_rows(np.einsum("ijk,ij->ik", b, wb * step_b))
    cosines = np.matmul(a, b.transpose(0, 2, 1))
    cosines *= step_a[:, :, None]
    cosines *= step_b[:, None, :]
    real_a, real_b = source > 0, target > 0
    blank = ~(real_a[:, :, None] & real_b[:, None, :])
    mean_a, mean_b = _row_means(cosines, real_b), _row_means(cosines.transpose(0, 2, 1), real_a)
    cosines[blank] = _BLANK
    best_a, best_b = cosines.max(axis=2), cosines.max(axis=1)
    # To three digits, so that equal words tie, and the first wins, whatever the last digits are.
    steps = np.multiply(cosines, np.float32(1000), out=cosines)
    np.rint(steps, out=steps)
    to_b, to_a = steps.argmax(axis=2), steps.argmax(axis=1)
    na, nb = _count(real_a), _count(real_b)
    mutual = (np.take_along_axis(to_a, to_b, axis=1) == np.arange(size)) & real_a & (nb > 0)[:, None]
    columns: dict[str, FloatArray] = {
        "cosine": np.einsum("ij,ij->i", u, v),
        "mutual": mutual.sum(axis=1) / np.maximum(np.maximum(na, nb), 1),
        "weight_ratio": np.log((wb.sum(axis=1) + 1) / (wa.sum(axis=1) + 1)),
        **_one_side("source", best_a, mean_a, wa, real_a, na),
        **_one_side("target", best_b, mean_b, wb, real_b, nb),
        "crowd_source": _crowd(to_a, real_b, nb, size),
        "crowd_target": _crowd(to_b, real_a, na, size),
        **_order(mutual, to_b, na, nb),
    }
    return np.stack([columns[name] for name in NAMES], axis=1).astype(np.float32), (u, v)


def cosines_of(figures: FloatArray) -> tuple[FloatArray, npt.NDArray[np.bool_]]:
    """(n,) cosines of the two sides, NaN where one has no known word; and whether each comes from the whole texts."""
    cosine, *unknown = (figures[:, NAMES.index(name)] for name in ("cosine", "unknown_source", "unknown_target"))
    longest = np.maximum(*(figures[:, NAMES.index(name)] for name in ("length_source", "length_target")))
    blank = np.maximum(*unknown) >= 1
    return np.where(blank, np.nan, cosine).astype(np.float32), longest < np.float32(np.log1p(LONGEST))


def _grid(rows: TextRows, members: IntArray, size: int) -> IntArray:
    """(len(members), size) rows of the words of some texts, padded with 0."""
    place = np.arange(size)
    inside = place < rows.lengths[members, None]
    grid = np.zeros((len(members), size), dtype=np.int64)
    grid[inside] = rows.flat[(rows.starts[members, None] + place)[inside]]
    return grid


def _unit_rows(vectors: FloatArray) -> FloatArray:
    lengths = np.sqrt(np.einsum("ij,ij->i", vectors, vectors))
    unit: FloatArray = vectors / np.maximum(lengths, 1e-9)[:, None]
    return unit


def _count(real: npt.NDArray[np.bool_]) -> FloatArray:
    return np.asarray(real.sum(axis=1), dtype=np.float32)


def _row_means(cosines: FloatArray, real: npt.NDArray[np.bool_]) -> FloatArray:
    """Mean over the real columns; padding columns hold zeros."""
    means: FloatArray = cosines.sum(axis=2) / np.maximum(_count(real), 1)[:, None]
    return means


def _one_side(
    side: str,
    best: FloatArray,
    mean: FloatArray,
    weight: FloatArray,
    real: npt.NDArray[np.bool_],
    count: FloatArray,
) -> dict[str, FloatArray]:
    best = np.where(real, np.maximum(best, 0), 0).astype(np.float32)
    total = np.maximum(weight.sum(axis=1), 1e-6)
    many = np.maximum(count, 1)
    lowest = np.sort(np.where(real, best, 9.0), axis=1)
    fifth = np.maximum(np.ceil(count / 5), 1)
    chosen = (np.arange(best.shape[1]) < fifth[:, None]) & (lowest < 9)
    known = real & (weight > 0)
    return {
        f"match_{side}": (weight * best).sum(axis=1) / total,
        f"plain_{side}": best.sum(axis=1) / many,
        f"weak_{side}": (weight * (best < WEAK)).sum(axis=1) / total,
        f"fair_{side}": (weight * (best < FAIR)).sum(axis=1) / total,
        f"worst_{side}": np.where(chosen, lowest, 0).sum(axis=1) / np.maximum(chosen.sum(axis=1), 1),
        f"loss_{side}": (weight * (1 - best)).max(axis=1) / (total / many),
        f"missing_{side}": (weight * np.maximum(FAIR - best, 0) * known).sum(axis=1),
        f"contrast_{side}": ((best - mean) * real).sum(axis=1) / many,
        f"unknown_{side}": 1 - known.sum(axis=1) / many,
        f"length_{side}": np.log1p(count),
        f"rare_{side}": weight.sum(axis=1) / many,
        f"rarest_{side}": weight.max(axis=1),
    }


def _crowd(to: IntArray, real: npt.NDArray[np.bool_], count: FloatArray, size: int) -> FloatArray:
    """Words of one side for each distinct word of the other that they match best."""
    lines = np.arange(len(to))[:, None]
    hit = np.zeros((len(to), size), dtype=bool)
    hit[np.broadcast_to(lines, to.shape)[real], to[real]] = True
    crowd: FloatArray = count / np.maximum(hit.sum(axis=1), 1)
    return crowd


def _order(
    mutual: npt.NDArray[np.bool_], to: IntArray, n_source: FloatArray, n_target: FloatArray
) -> dict[str, FloatArray]:
    """How far matched words are from their relative place, and how often the next match runs backwards."""
    size = mutual.shape[1]
    place = (np.arange(size) + 0.5) / np.maximum(n_source, 1)[:, None]
    other = (to + 0.5) / np.maximum(n_target, 1)[:, None]
    matched = np.maximum(mutual.sum(axis=1), 1)
    distance = (np.abs(place - other) * mutual).sum(axis=1) / matched
    reached = np.maximum.accumulate(np.where(mutual, to, -1), axis=1)
    before = np.concatenate([np.full((len(to), 1), -1), reached[:, :-1]], axis=1)
    back = (mutual & (to < before)).sum(axis=1) / matched
    return {"order": distance.astype(np.float32), "jumps": back.astype(np.float32)}
