"""Critical errors (WMT 2021, Specia et al.): bags of words and trees over the features, to what annotators said."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from mtcheck.data import FloatArray, IntArray
from mtcheck.encode import StaticEncoder
from mtcheck.quality_bag import Bag, Line
from mtcheck.quality_features import NAMES
from mtcheck.quality_tables import COUNTED, Bags
from mtcheck.quality_trees import Array
from training.critic.judged import CRITICAL, read
from training.quality.bag import fit_bag, fit_line, read_bag, vectors_of
from training.quality.data import Item
from training.quality.fit import fit_critical
from training.quality.parts import without
from training.quality.words import mcc

FOLDS = 5
NEIGHBOURS = 5  # cuts, one percentile apart, whose MCC is taken together
#: Of bags and of lines; shares lie in 0 to 1. Area under the curve of bags alone, on a fifth of the sources: en-de .69,
#: .71, .71 and en-zh .68, .69, .70 at 5, 12 and 30.
RIDGE, LINE_RIDGE = 30.0, 6.0
OWN = ("bag_critical", "bag_critical_source", "vectors_critical")


@dataclass(frozen=True, slots=True)
class Judged:
    """Items, the share of annotators that found a critical error, and whether most did."""

    items: list[Item]
    share: Array
    real: Array


def critical(data: Path, name: str, part: str) -> Judged:
    """One direction, as `ende`; `part` is train or dev."""
    source_lang, target_lang = CRITICAL[name].split("-")
    items, share, real = [], [], []
    for line in read(data / "judged" / "critical-errors" / f"{name}.{part}.tsv.xz"):
        _, source, target, votes, label = line.split("\t")
        found = [vote == 1 for vote in json.loads(votes)]
        items.append(Item(source=source, target=target, source_lang=source_lang, target_lang=target_lang, z=0.0,
                          weight=1.0, kind="critical"))  # fmt: skip
        share.append(sum(found) / len(found))
        real.append(label == "ERR")
    return Judged(items, np.array(share), np.array(real))


def training_part(data: Path) -> Judged:
    """All directions, without the sources that any direction is measured on: one comment was translated into several
    languages.
    """
    measured = {item.source for name in CRITICAL for item in critical(data, name, "dev").items}
    parts = [critical(data, name, "train") for name in CRITICAL]
    every = Judged(
        [item for part in parts for item in part.items],
        np.concatenate([(part.share + part.real) / 2 for part in parts]),
        np.concatenate([part.real for part in parts]),
    )
    kept = np.array([item.source not in measured for item in every.items])
    return Judged([item for item, keep in zip(every.items, kept, strict=True) if keep], every.share[kept],
                  every.real[kept])  # fmt: skip


def folds_of(items: Sequence[Item]) -> IntArray:
    """By source, so that a source is in one fold alone."""
    return np.array([hashlib.sha256(item.source.encode()).digest()[1] % FOLDS for item in items])


Vectors = tuple[FloatArray, FloatArray]


def _fitted(items: list[Item], share: Array, vectors: Vectors) -> dict[str, dict[str, Bag | Line]]:
    """The bags and lines of every direction."""
    directions = np.array([item.direction for item in items])
    usual = {d: share[directions == d].mean() for d in np.unique(directions)}
    apart = share - np.array([usual[d] for d in directions])
    sources = fit_bag(items, apart, ridge=RIDGE, with_target=False)
    found: dict[str, dict[str, Bag | Line]] = {}
    for direction in sorted(usual):
        own = np.flatnonzero(directions == direction)
        found[str(direction)] = {
            "bag_critical": fit_bag([items[i] for i in own], share[own], ridge=RIDGE),
            "bag_critical_source": sources,
            "vectors_critical": fit_line(vectors[0][own], vectors[1][own], share[own], ridge=LINE_RIDGE),
        }
    return found


def _said(bags: Bags, items: list[Item], vectors: Vectors) -> dict[str, FloatArray]:
    directions = np.array([item.direction for item in items])
    said = {name: np.zeros(len(items), dtype=np.float32) for name in OWN}
    for direction, named in bags.items():
        own = np.flatnonzero(directions == direction)
        for name, bag in named.items():
            if isinstance(bag, Line):
                said[name][own] = bag(vectors[0][own], vectors[1][own])
            elif isinstance(bag, Bag):
                said[name][own] = read_bag(bag, [items[i] for i in own])
    return said


@dataclass(frozen=True, slots=True)
class CriticalPart:
    """Bags for the features of every item, and what the trees are trained on: bags that did not see the source."""

    bags: dict[str, dict[str, Bag | Line]]
    judged: Judged
    unseen: dict[str, FloatArray]


def critical_part(data: Path, encoder: StaticEncoder) -> CriticalPart:
    """The bags, from texts and judgements alone."""
    judged = training_part(data)
    fold, vectors = folds_of(judged.items), vectors_of(judged.items, encoder)
    unseen = {name: np.zeros(len(fold), dtype=np.float32) for name in OWN}
    for k in range(FOLDS):
        parts = [np.flatnonzero(fold != k), np.flatnonzero(fold == k)]
        (seen, near), (other, far) = (
            ([judged.items[i] for i in part], (vectors[0][part], vectors[1][part])) for part in parts
        )
        for name, values in _said(_fitted(seen, judged.share[parts[0]], near), other, far).items():
            unseen[name][parts[1]] = values
    print(f"  critical: {len(judged.items)} items, {judged.real.mean():.1%} with an error", file=sys.stderr)
    return CriticalPart(_fitted(judged.items, judged.share, vectors), judged, unseen)


def critical_rows(rows: FloatArray, unseen: dict[str, FloatArray]) -> FloatArray:
    """The rows with what bags say that did not see their sources."""
    rows = without(rows, COUNTED)  # two of the four directions have it
    for name, values in unseen.items():
        rows[:, NAMES.index(name)] = values
    return rows


def critical_cuts(judged: Judged, rows: FloatArray) -> dict[str, float]:
    """For each direction the value above which MCC is best, by trees that did not see the source.

    The best of MCC's means over `NEIGHBOURS` cuts: MCC by itself has peaks by chance, and with trees fitted to half the
    sources the best cut of en-cs fell from .29 to .24 or rose to .33 as the seed fell (MCC on dev .41, .35 and .39).
    """
    fold, said = folds_of(judged.items), np.zeros(len(rows), dtype=np.float32)
    for k in range(FOLDS):
        said[fold == k] = fit_critical(rows[fold != k], judged.share[fold != k])(rows[fold == k])
    directions, best = np.array([item.direction for item in judged.items]), {}
    for direction in CRITICAL.values():
        own = directions == direction
        cuts = np.percentile(said[own], np.arange(40, 99))
        reached = [mcc(said[own] > cut, judged.real[own]) for cut in cuts]
        means = np.convolve(reached, np.ones(NEIGHBOURS), "valid")
        best[direction] = float(cuts[int(np.argmax(means)) + NEIGHBOURS // 2])
    return best
