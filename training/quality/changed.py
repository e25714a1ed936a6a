"""Fit which words post-editors change (`mtcheck.quality_bag.Changed`): ridge regression over the pieces of words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix, diags
from sklearn.linear_model import Ridge

from mtcheck.data import FloatArray, IntArray
from mtcheck.encode_words import run_pattern, split_run
from mtcheck.quality_bag import BUCKETS, Changed, pieces
from mtcheck.quality_trees import Array
from mtcheck.word_rows import LONGEST
from training.critic.judged import Record, mlqe_records
from training.quality.data import MLQE

RAREST = 4  # words that a bucket must occur in
RIDGE = 200.0  # for some 100,000 words a direction
SIDES = (("source", "source_bad"), ("target", "bad"))


@dataclass(frozen=True, slots=True)
class Marked:
    """The words of one side of many records."""

    columns: csr_matrix  # (n, BUCKETS): a word's pieces, over the root of their number
    owner: IntArray  # (n,) its record
    changed: Array  # (n,) 1.0 where post-editors changed it
    known: Array  # (n,) whether its record has marks


def marked(records: Sequence[Record], side: str, mark: str) -> Marked:
    """The words of a side, with what the record's `mark` says of them."""
    keys: list[str] = []
    owner, changed, known = [], [], []
    for number, record in enumerate(records):
        found = _words_of(record[side])[:LONGEST]
        bad = record[mark] or ()
        keys += [key for _, _, key in found]
        owner += [number] * len(found)
        changed += [any(a < end and start < b for a, b in bad) for start, end, _ in found]
        known += [record[mark] is not None] * len(found)
    return Marked(columns_of(keys), np.array(owner, dtype=np.int64), np.array(changed, dtype=float), np.array(known))


def columns_of(keys: Sequence[str]) -> csr_matrix:
    """(n, BUCKETS): the words' pieces, over the root of their number."""
    rows = {key: row for row, key in enumerate(dict.fromkeys(keys))}
    owners, buckets = pieces(list(rows))
    parts = csr_matrix((np.ones(len(owners)), (owners, buckets)), shape=(len(rows), BUCKETS))
    parts = diags(1 / np.sqrt(np.bincount(owners, minlength=len(rows)))) @ parts
    return parts.tocsr()[[rows[key] for key in keys]]


def _words_of(text: str) -> list[tuple[int, int, str]]:
    """Start, end and key of the words of a text."""
    return [
        (run.start() + start, run.start() + end, key)
        for run in run_pattern().finditer(text)
        for start, end, key in split_run(run.group())
    ]


def _fit_side(columns: csr_matrix, changed: Array) -> tuple[FloatArray, float]:
    """Weights of pieces, and a shift, whose value for words is nearest to how often they were changed."""
    seen = columns.getnnz(axis=0)
    weight = np.where(seen >= RAREST, np.log(columns.shape[0] / (1 + seen)), 0)
    model = Ridge(alpha=RIDGE, solver="lsqr").fit(columns @ diags(weight), changed)
    return (model.coef_ * weight).astype(np.float32), float(model.intercept_)


def fit_changed(sides: Sequence[Marked]) -> Changed:
    """From the words of the sources and of the targets of one direction."""
    (source, first), (target, second) = (
        _fit_side(side.columns[side.known], side.changed[side.known]) for side in sides
    )
    found = Changed(source, target, (first, second))
    return Changed.from_tensors(found.tensors(""), "")  # as it will be stored


def unseen_changed(sides: Sequence[Marked], fold: IntArray) -> FloatArray:
    """(len(fold), 6): what `Changed` says of each record when it saw the records of other folds alone."""
    blocks = []
    for side in sides:
        said = np.zeros(len(side.owner), dtype=np.float32)
        for k in np.unique(fold):
            far = fold[side.owner] == k
            seen = ~far & side.known
            weights, shift = _fit_side(side.columns[seen], side.changed[seen])
            said[far] = side.columns[far] @ weights + shift
        blocks.append(_summed(said, side.owner, len(fold)))
    return np.concatenate(blocks, axis=1)


def _summed(said: FloatArray, owner: IntArray, n: int) -> FloatArray:
    """(n, 3): mean, highest, and sum over the root of the number, as `Changed` has them."""
    many = np.maximum(np.bincount(owner, minlength=n), 1)
    total, highest = np.bincount(owner, said, n), np.zeros(n, dtype=np.float32)
    np.maximum.at(highest, owner, said)
    return np.stack([total / many, highest, total / np.sqrt(many)], axis=1).astype(np.float32)


def marked_sides(records: Sequence[Record]) -> list[Marked]:
    """Both sides of records, source first."""
    return [marked(records, side, mark) for side, mark in SIDES]


def records_of(data: Path) -> dict[str, list[Record]]:
    """The training part of MLQE-PE by direction."""
    return {pair: list(mlqe_records(data, pair, "train")) for pair in MLQE}
