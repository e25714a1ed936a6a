"""Word matches between the two sides of many pairs at once, from a static encoder's word vectors.

For every pair the cosine of each source word with each target word is taken; what is reported is how well the words
of one side are matched by the other, weighted by the words' own weights (vector lengths), in the spirit of greedy
matching (BERTScore, Zhang et al. 2020, arXiv:1904.09675) and of YiSi-2 (Lo 2019).

The figures of a pair never depend on the other pairs of a batch: a pair is padded to a size that its own texts
decide, and every product and sum is taken at that size.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from mtcheck.data import FloatArray, IntArray
from mtcheck.encode import StaticEncoder
from mtcheck.encode_words import run_pattern, split_run
from mtcheck.quality_tables import NAMES as TABLES
from mtcheck.quality_tables import Tables

Number = TypeVar("Number", bound=np.generic)

LONGEST = 192  # words of a side that are compared; longer sides are judged by these
LONGEST_TEXT = 40 * LONGEST  # characters of a side that are looked at
_STEP = 8  # sides are padded to a multiple of this
_ROWS = 44_000  # words kept between calls: 11 MB at 256 dimensions
_LARGEST = np.float32(127)  # a vector is kept as whole numbers, its largest one this
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


class WordRows:
    """Unit vectors and weights of words, and what tables know of them, remembered between calls; not safe to share
    between threads.
    """

    def __init__(self, encoder: StaticEncoder, tables: Tables | None = None) -> None:
        self._encoder = encoder
        self.tables = tables
        self._runs: dict[str, tuple[int, ...]] = {}
        self._find = run_pattern().findall
        self._keys: dict[str, int] = {}
        self._size = 1  # row 0 is the padding: a zero vector
        self._free = np.zeros(0, dtype=np.int64)  # rows below `_size` that hold nothing
        self._whole = np.zeros((1024, encoder.dim), dtype=np.int8)
        self._step = np.zeros(1024, dtype=np.float32)
        self._weight = np.zeros(1024, dtype=np.float32)
        self._uses = np.zeros(1024, dtype=np.int64)
        self._facts = np.zeros((1024, tables.n_facts if tables is not None else 0), dtype=np.int32)

    @property
    def dim(self) -> int:
        """The number of dimensions."""
        return self._encoder.dim

    def _forget(self) -> None:
        """Give up three in ten of the words, the least used ones; what was used before the last time counts half."""
        used = np.setdiff1d(np.arange(1, self._size), self._free)
        order = np.argsort(self._uses[used], kind="stable")
        gone = used[order[: len(used) - _ROWS * 7 // 10]]
        self._uses //= 2
        self._uses[gone] = 0
        self._free = np.concatenate([self._free, gone])
        rows = set(gone.tolist())
        for key in [key for key, row in self._keys.items() if row in rows]:
            del self._keys[key]
        for run in [run for run, own in self._runs.items() if not rows.isdisjoint(own)]:
            del self._runs[run]

    def rows(self, texts: Sequence[str]) -> list[tuple[int, ...]]:
        """Rows of each text's words, at most `LONGEST` of them; valid until the next call."""
        if len(self._keys) > _ROWS:
            self._forget()
        found = [self._find(text[:LONGEST_TEXT])[:LONGEST] for text in texts]
        known = self._runs
        # Each run once in what is known, which is too large for the processor's cache; the batch's own are not.
        here: dict[str, Any] = {run: known.get(run) for run in set(chain.from_iterable(found))}
        fresh = {run for run, own in here.items() if own is None}
        if fresh:
            self._learn(fresh)
            here.update((run, known[run]) for run in fresh)
        own_of = here.__getitem__
        rows = [tuple(chain.from_iterable(map(own_of, runs)))[:LONGEST] for runs in found]
        used = np.fromiter(chain.from_iterable(rows), dtype=np.int64)
        self._uses += np.bincount(used, minlength=len(self._uses))
        return rows

    def _learn(self, runs: set[str]) -> None:
        words = {run: [key for _, _, key in split_run(run)][:LONGEST] for run in runs}
        keys = sorted({key for found in words.values() for key in found if key not in self._keys})
        if keys:
            self._append(keys)
        for run, found in words.items():
            self._runs[run] = tuple(self._keys[key] for key in found)

    def _append(self, keys: list[str]) -> None:
        n_new = max(0, len(keys) - len(self._free))
        need = self._size + n_new
        if need > len(self._weight):
            self._grow(max(need, 2 * len(self._weight)))
        rows = np.concatenate([self._free[: len(keys)], np.arange(self._size, need)])
        self._free, self._size = self._free[len(keys) :], need
        vectors = self._encoder.fresh_word_vectors(keys)  # kept here, and so not there
        weights = np.sqrt(np.einsum("ij,ij->i", vectors, vectors))
        largest = np.maximum(np.abs(vectors).max(axis=1), np.float32(1e-9))
        whole = np.rint(vectors * (_LARGEST / largest)[:, None])
        self._whole[rows] = whole
        self._step[rows] = 1 / np.maximum(np.sqrt(np.einsum("ij,ij->i", whole, whole)), 1)
        self._weight[rows] = weights
        if self.tables is not None:
            self._facts[rows] = self.tables.facts(keys)
        self._keys.update(zip(keys, rows.tolist(), strict=True))

    def _grow(self, n_rows: int) -> None:
        """Room for so many rows; numpy leaves what is not written yet out of memory."""
        self._whole, self._step = _longer(self._whole, n_rows), _longer(self._step, n_rows)
        self._weight, self._uses = _longer(self._weight, n_rows), _longer(self._uses, n_rows)
        self._facts = _longer(self._facts, n_rows)

    def whole(self, rows: npt.NDArray[np.int64]) -> FloatArray:
        """Vectors of rows in whole numbers; zero for padding and for words without a vector."""
        return self._whole.take(rows, axis=0).astype(np.float32)

    def step(self, rows: npt.NDArray[np.int64]) -> FloatArray:
        """What makes `whole` vectors unit vectors."""
        return self._step.take(rows)

    def weight(self, rows: npt.NDArray[np.int64]) -> FloatArray:
        """Weights (lengths of the vectors) of rows."""
        return self._weight.take(rows)

    def facts(self, rows: npt.NDArray[np.int64]) -> npt.NDArray[np.int32]:
        """What the tables know of rows (`Tables.facts`); zeros for padding."""
        return self._facts.take(rows, axis=0)


def match(words: WordRows, sources: Sequence[str], targets: Sequence[str]) -> FloatArray:
    """(n, len(NAMES)) figures of pairs of texts; where `words` has tables, those of `quality_tables.NAMES` behind them.

    Time grows with the texts; at most `LONGEST` words a side count.
    """
    n, dim = len(sources), words.dim
    rows = words.rows([*sources, *targets])
    lengths = np.array([len(row) for row in rows], dtype=np.int64)
    sizes = np.maximum(lengths[:n], lengths[n:])
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
    steps = np.round(cosines, 3)  # so that equal words tie, and the first wins, whatever the last digits are
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


def _longer(array: npt.NDArray[Number], n_rows: int) -> npt.NDArray[Number]:
    """The same with zeros behind; what is not written yet takes no memory."""
    longer = np.zeros((n_rows, *array.shape[1:]), dtype=array.dtype)
    longer[: len(array)] = array
    return longer


def _grid(rows: list[tuple[int, ...]], members: IntArray, size: int) -> IntArray:
    grid = np.zeros((len(members), size), dtype=np.int64)
    for line, member in enumerate(members.tolist()):
        row = rows[member]
        grid[line, : len(row)] = row
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
