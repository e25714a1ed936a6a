"""Fit bags of words (`mtcheck.quality_bag`) to judgements: ridge regression over the words of both sides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from scipy.sparse import csr_matrix, diags, hstack
from sklearn.linear_model import Ridge

from mtcheck.data import FloatArray
from mtcheck.encode import StaticEncoder
from mtcheck.encode_words import run_pattern, split_run
from mtcheck.quality_bag import BUCKETS, Bag, Line, bucket
from mtcheck.quality_trees import Array
from training.quality.data import Item

RAREST = 3  # texts that a bucket must occur in
#: For the 7,000 judgements of a direction. Alone, mean r on MLQE-PE dev: bags .37 at 100, .39 at 300; lines .36 at 6,
#: .37 at 20 and 60. In the head, lines at 6 and at 20 differ by .001.
RIDGE = 200.0
LINE_RIDGE = 30.0  # of lines
_runs: dict[str, tuple[int, ...]] = {}


def buckets_of(text: str) -> list[int]:
    """Buckets of the words of a text."""
    found: list[int] = []
    for run in run_pattern().findall(text):
        if run not in _runs:
            _runs[run] = tuple(bucket(key) for _, _, key in split_run(run))
        found.extend(_runs[run])
    return found


def counted(texts: Sequence[str]) -> csr_matrix:
    """(n, BUCKETS + 1): how often a text has each bucket, over the root of its words."""
    rows = [buckets_of(text) for text in texts]
    lengths = np.array([len(row) for row in rows])
    owners = np.repeat(np.arange(len(rows)), lengths)
    values = 1 / np.sqrt(np.maximum(lengths, 1))[owners]
    places = np.array([place for row in rows for place in row], dtype=np.int64)
    return csr_matrix((values, (owners, places)), shape=(len(rows), BUCKETS + 1))


def fit_bag(items: Sequence[Item], goal: Array, *, ridge: float = RIDGE, with_target: bool = True) -> Bag:
    """The bag whose value is nearest to `goal`; frequent words start with less weight (inverse document frequency)."""
    sides = [counted([item.source for item in items])]
    if with_target:
        sides.append(counted([item.target for item in items]))
    columns = hstack(sides).tocsr()
    documents = columns.getnnz(axis=0)
    weight = np.where(documents >= RAREST, np.log(len(items) / (1 + documents)), 0)
    model = Ridge(alpha=ridge, solver="lsqr").fit(columns @ diags(weight), goal)
    found = (model.coef_ * weight).astype(np.float32).reshape(len(sides), BUCKETS + 1)
    found[:, 0] = 0
    blank = np.zeros(BUCKETS + 1, dtype=np.float32)
    bag = Bag(found[0], found[1] if with_target else blank, float(model.intercept_))
    return Bag.from_tensors(bag.tensors(""), "")  # as it will be stored


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


def judged_bags(items: Sequence[Item], encoder: StaticEncoder) -> dict[str, dict[str, Bag | Line]]:
    """For each direction with direct assessments among the items, by name of `mtcheck.quality_tables.BAGS`."""
    by_direction: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        if item.kind == "mlqe":
            by_direction[item.direction].append(item)
    found: dict[str, dict[str, Bag | Line]] = {}
    for direction, own in sorted(by_direction.items()):
        z = np.array([item.z for item in own])
        found[direction] = {"bag_judged": fit_bag(own, z), "vectors_judged": fit_line(*vectors_of(own, encoder), z)}
    return found


def vectors_of(items: Sequence[Item], encoder: StaticEncoder) -> tuple[FloatArray, FloatArray]:
    """Unit sentence vectors of both sides."""
    return encoder.encode([item.source for item in items]), encoder.encode([item.target for item in items])
