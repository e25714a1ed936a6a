"""Fit bags of words (`mtcheck.quality_bag`), texts as written (`mtcheck.quality_written`) and lines to judgements, by
ridge regression.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix, diags, hstack
from sklearn.linear_model import Ridge

from mtcheck.data import FloatArray, IntArray
from mtcheck.encode import StaticEncoder
from mtcheck.encode_words import run_pattern, split_run
from mtcheck.quality_bag import BUCKETS, Bag, Line, pieces
from mtcheck.quality_tables import CHANGED, Known
from mtcheck.quality_trees import Array
from mtcheck.quality_written import BUCKETS as WRITTEN_BUCKETS
from mtcheck.quality_written import Written, grams
from mtcheck.stretch_memory import LONGEST_TEXT
from training.quality.changed import Marked, fit_changed, marked_sides, records_of, unseen_changed
from training.quality.data import Item

RAREST = 3  # texts that a bucket must occur in
#: For the 7,000 judgements of a direction. Alone, r of texts as written on MLQE-PE dev is .59 in ru-en, .63 in ro-en
#: and .27 in en-zh, within .01 of that at half and twice as much; bags of words without capitals and marks reach .54,
#: .59 and .25. Lines: mean r .36 at 6, .37 at 20 and 60.
WRITTEN_RIDGE, LINE_RIDGE = 400.0, 30.0
FOLDS = 4
DEV_FOLDS = 2  # parts of MLQE-PE dev, each of which is told by what did not see it
UNSEEN = ("written_judged", "vectors_judged", *CHANGED)  # columns of `JudgedBags.unseen`
_runs: dict[str, tuple[str, ...]] = {}


def keys_of(text: str) -> list[str]:
    """The words of a text."""
    found: list[str] = []
    for run in run_pattern().findall(text):
        if run not in _runs:
            _runs[run] = tuple(key for _, _, key in split_run(run))
        found.extend(_runs[run])
    return found


def counted(texts: Sequence[str]) -> csr_matrix:
    """(n, BUCKETS): how often a text has each piece, over the root of its pieces."""
    words = [keys_of(text) for text in texts]
    known = {key: number for number, key in enumerate(dict.fromkeys(key for own in words for key in own))}
    owners, buckets = pieces(list(known))
    parts = csr_matrix((np.ones(len(owners)), (owners, buckets)), shape=(len(known), BUCKETS))
    rows = np.repeat(np.arange(len(words)), [len(own) for own in words])
    columns = np.array([known[key] for own in words for key in own], dtype=np.int64)
    counts = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(words), len(known))) @ parts
    totals = np.maximum(np.asarray(counts.sum(axis=1)).ravel(), 1)
    return (diags(1 / np.sqrt(totals)) @ counts).tocsr()


def counted_written(texts: Sequence[str]) -> csr_matrix:
    """(n, buckets of `mtcheck.quality_written`): how often a text has each n-gram, over the root of its characters."""
    found = [_stretches_of(text) for text in texts]
    known = {stretch: number for number, stretch in enumerate(dict.fromkeys(s for own in found for s in own))}
    owner, buckets, fits = grams(list(known))
    owners, buckets = np.broadcast_to(owner, fits.shape)[fits], buckets[fits]
    parts = csr_matrix((np.ones(len(owners)), (owners, buckets)), shape=(len(known), WRITTEN_BUCKETS))
    rows = np.repeat(np.arange(len(found)), [len(own) for own in found])
    columns = np.array([known[stretch] for own in found for stretch in own], dtype=np.int64)
    counts = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(found), len(known))) @ parts
    return (diags(1 / np.sqrt(_n_characters(found))) @ counts).tocsr()


def _stretches_of(text: str) -> list[str]:
    """What lies between spaces, of the part of a text that is looked at."""
    return text[:LONGEST_TEXT].split()


def _n_characters(found: Sequence[Sequence[str]]) -> FloatArray:
    """(n,) how long the stretches of each text are together; at least 1."""
    return np.fromiter((max(1, len("".join(own))) for own in found), dtype=np.float32, count=len(found))


def fit_bag(items: Sequence[Item], goal: Array, *, ridge: float, with_target: bool = True) -> Bag:
    """The bag whose value is nearest to `goal`."""
    sides = [counted([item.source for item in items])]
    if with_target:
        sides.append(counted([item.target for item in items]))
    found, shift = _fit_counts(sides, goal, ridge)
    target = found[1] if with_target else np.zeros(BUCKETS, dtype=np.float32)
    bag = Bag(found[0], target, shift)
    return Bag.from_tensors(bag.tensors(""), "")  # as it will be stored


def fit_written(sides: Sequence[csr_matrix], goal: Array) -> Written:
    """From `counted_written` of the sources and of the targets, what is nearest to `goal`."""
    (source, target), shift = _fit_counts(sides, goal, WRITTEN_RIDGE)
    written = Written(source, target, shift)
    return Written.from_tensors(written.tensors(""), "")  # as it will be stored


def _fit_counts(sides: Sequence[csr_matrix], goal: Array, ridge: float) -> tuple[FloatArray, float]:
    """(sides, buckets) weights, and a shift, from counts of the sides; frequent pieces start with less weight (inverse
    document frequency).
    """
    columns = hstack(sides).tocsr()
    documents = columns.getnnz(axis=0)
    weight = np.where(documents >= RAREST, np.log(columns.shape[0] / (1 + documents)), 0)
    model = Ridge(alpha=ridge, solver="lsqr").fit(columns @ diags(weight), goal)
    found = (model.coef_ * weight).astype(np.float32).reshape(len(sides), -1)
    return found, float(model.intercept_)


def fit_line(source: FloatArray, target: FloatArray, goal: Array, *, ridge: float = LINE_RIDGE) -> Line:
    """The line over sentence vectors whose value is nearest to `goal`."""
    model = Ridge(alpha=ridge).fit(np.concatenate([source, target], axis=1), goal)
    found = model.coef_.astype(np.float32).reshape(2, -1)
    return Line(found[0], found[1], float(model.intercept_))


def read_bag(bag: Bag, items: Sequence[Item]) -> FloatArray:
    """What a bag says of items."""
    values = [np.full(len(items), bag.shift, dtype=np.float32)]
    for weights, texts in ((bag.source, [i.source for i in items]), (bag.target, [i.target for i in items])):
        values.append((counted(texts) @ weights).astype(np.float32))
    total: FloatArray = np.sum(values, axis=0)
    return total


@dataclass(frozen=True, slots=True)
class JudgedBags:
    """For each direction with direct assessments what is known of words, and what it says of the judged items
    themselves when it was fitted to others.
    """

    bags: dict[str, dict[str, Known]]
    unseen: FloatArray  # (n, len(UNSEEN)), NaN for items without a direct assessment
    dev: FloatArray  # (n_dev, 2): the first two of `UNSEEN` for MLQE-PE dev


def judged_bags(data: Path, items: Sequence[Item], dev: Sequence[Item], encoder: StaticEncoder) -> JudgedBags:
    """From direct assessments (those of MLQE-PE dev too), and from words that post-editors changed (not in dev, for
    which words are found there is fitted on it).
    """
    bags: dict[str, dict[str, Known]] = {}
    unseen = np.full((len(items), len(UNSEEN)), np.nan, dtype=np.float32)
    of_dev = np.full((len(dev), 2), np.nan, dtype=np.float32)
    for direction, records in records_of(data).items():
        members = [i for i, item in enumerate(items) if item.kind == "mlqe" and item.direction == direction]
        place = {(record["source"], record["target"]): record for record in records}
        own = [items[i] for i in members]
        sides = marked_sides([place[item.source, item.target] for item in own])
        others = [i for i, item in enumerate(dev) if item.direction == direction]
        bags[direction], said = _one_direction(own, [dev[i] for i in others], sides, encoder)
        unseen[members], of_dev[others] = said[: len(own)], said[len(own) :, :2]
    return JudgedBags(bags, unseen, of_dev)


def _one_direction(
    own: Sequence[Item], dev: Sequence[Item], sides: Sequence[Marked], encoder: StaticEncoder
) -> tuple[dict[str, Known], FloatArray]:
    """`sides`: of `own`; what is said to be changed in dev is NaN."""
    items = [*own, *dev]
    z = np.array([item.z for item in items])
    counts, vectors = counts_and_vectors(items, encoder)
    bags: dict[str, Known] = {
        "written_judged": fit_written(counts, z),
        "vectors_judged": fit_line(*vectors, z),
        "changed": fit_changed(sides),
    }
    fold = np.random.default_rng(3).integers(FOLDS, size=len(items))
    unseen = np.full((len(items), len(UNSEEN)), np.nan, dtype=np.float32)
    of_dev = np.append(np.full(len(own), -1), dev_folds(len(dev)))
    # Of dev most is what the stored ones see, too, so that it is told no worse than what nobody saw will be.
    parts = [(fold != k, (fold == k) & (of_dev < 0)) for k in range(FOLDS)]
    parts += [(of_dev != k, of_dev == k) for k in range(DEV_FOLDS)]
    unseen[:, :2] = told_by_texts(counts, vectors, z, parts)
    unseen[: len(own), 2:] = unseen_changed(sides, fold[: len(own)])
    return bags, unseen


def counts_and_vectors(
    items: Sequence[Item], encoder: StaticEncoder
) -> tuple[list[csr_matrix], tuple[FloatArray, FloatArray]]:
    """Of the sources and of the targets `counted_written` and the sentence vectors."""
    counts = [counted_written([item.source for item in items]), counted_written([item.target for item in items])]
    return counts, vectors_of(items, encoder)


def told_by_texts(
    counts: Sequence[csr_matrix], vectors: tuple[FloatArray, FloatArray], z: Array, parts: Sequence[tuple[Array, Array]]
) -> FloatArray:
    """(n, 2): the first two of `UNSEEN`; `parts`: (n,) whose judgements are seen, (n,) of whom these tell."""
    said = np.full((len(z), 2), np.nan, dtype=np.float32)
    for seen, far in parts:
        written = fit_written([side[seen] for side in counts], z[seen])
        said[far, 0] = written.shift + counts[0][far] @ written.source.weights + counts[1][far] @ written.target.weights
        line = fit_line(vectors[0][seen], vectors[1][seen], z[seen])
        said[far, 1] = line(vectors[0][far], vectors[1][far])
    return said


def dev_folds(n: int) -> IntArray:
    """The part, 0 to `DEV_FOLDS` - 1, of each of the `n` items of a direction's dev."""
    return np.arange(n) % DEV_FOLDS


def vectors_of(items: Sequence[Item], encoder: StaticEncoder) -> tuple[FloatArray, FloatArray]:
    """Unit sentence vectors of both sides."""
    return encoder.encode([item.source for item in items]), encoder.encode([item.target for item in items])
