"""Null beads of both sides -> blocks that were moved: a second alignment among what the first one left over."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from mtcheck.align_dp import Band, best_path, posterior
from mtcheck.align_scores import BeadScorer
from mtcheck.align_sides import read_side
from mtcheck.align_spans import SpanVectors
from mtcheck.align_weights import WEIGHTS
from mtcheck.data import Alignment, Encoder, FloatArray, Segment

MOST_CANDIDATES = 6000
"""Left-over segments looked at on each side (the first ones); bounds time and memory on hostile input."""

_DOUBTFUL = 0.5
_SEED_SIMILARITY = 0.25
_LONGEST_RUN = 300
_LONGEST_HOLE = 2
"""Unmatched segments a side that a moved block may hold: a block of five with one sentence lost is one block."""
_SURE_ALONE = 0.55
"""Normalised similarity above which a single sentence is called moved; blocks of two and more back each other up."""


class _Match(NamedTuple):
    """A matched bead of left-over segments."""

    source: tuple[int, ...]
    target: tuple[int, ...]
    probability: float
    cosine: float


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedBlock:
    """Source segments whose translation stands elsewhere in the target.

    Indices ascend, with a hole where a segment of the block has no counterpart.
    """

    source: tuple[int, ...]
    target: tuple[int, ...]
    confidence: float  # 0..1


def detect_moves(
    source: Sequence[Segment], target: Sequence[Segment], alignment: Alignment, encoder: Encoder
) -> tuple[MovedBlock, ...]:
    """Blocks among the unaligned or doubtful segments of both sides that translate each other, out of order.

    Sorted by source index; no segment is in two blocks. Linear in the document, quadratic in what was left over
    (at most `MOST_CANDIDATES` a side). What stands between the same sure pairs on both sides was not moved.
    """
    left, right = _left_over(alignment)
    left, right = left[:MOST_CANDIDATES], right[:MOST_CANDIDATES]
    if not left or not right:
        return ()
    similar = _similarity(source, target, left, right, encoder)
    runs = _runs(left), _runs(right)
    moves: list[MovedBlock] = []
    moved = _order(alignment)
    taken: tuple[set[int], set[int]] = (set(), set())
    for a, b in _seeded_runs(similar, runs):
        rows, columns = [left[k] for k in runs[0][a]], [right[k] for k in runs[1][b]]
        for move in _align_runs(source, target, rows, columns, encoder):
            if moved(move) and taken[0].isdisjoint(move.source) and taken[1].isdisjoint(move.target):
                taken[0].update(move.source)
                taken[1].update(move.target)
                moves.append(move)
    return tuple(sorted(moves, key=lambda move: move.source))


def _left_over(alignment: Alignment) -> tuple[list[int], list[int]]:
    left: list[int] = []
    right: list[int] = []
    for bead in alignment.beads:
        if not bead.source or not bead.target or bead.confidence < _DOUBTFUL:
            left.extend(bead.source)
            right.extend(bead.target)
    return left, right


def _order(alignment: Alignment) -> Callable[[MovedBlock], bool]:
    """Whether a block lies on different sides of some sure pair in the source and in the target."""
    sure = [bead for bead in alignment.beads if bead.source and bead.target and bead.confidence >= _DOUBTFUL]
    left, right = [bead.source[0] for bead in sure], [bead.target[0] for bead in sure]
    return lambda move: bisect_left(left, move.source[0]) != bisect_left(right, move.target[0])


def _similarity(
    source: Sequence[Segment], target: Sequence[Segment], left: list[int], right: list[int], encoder: Encoder
) -> FloatArray:
    """(n_left, n_right): cosine less what either segment reaches on average, over the room that leaves."""
    rows = encoder.encode([source[i].text for i in left])
    columns = encoder.encode([target[j].text for j in right])
    cosine = rows @ columns.T
    chance = (cosine.mean(axis=1, keepdims=True) + cosine.mean(axis=0, keepdims=True)) / 2.0
    shrunk = chance * min(1.0, min(cosine.shape) / 20.0)  # few candidates: their mean holds the matches themselves
    out: FloatArray = (cosine - shrunk) / np.maximum(1.0 - shrunk, 0.1)
    return out


def _runs(indices: list[int]) -> list[range]:
    """Positions in `indices` of neighbouring segments, cut at a length that keeps the second pass cheap."""
    runs = []
    begin = 0
    for k in range(1, len(indices) + 1):
        if k == len(indices) or indices[k] != indices[k - 1] + 1 or k - begin == _LONGEST_RUN:
            runs.append(range(begin, k))
            begin = k
    return runs


def _seeded_runs(similar: FloatArray, runs: tuple[list[range], list[range]]) -> list[tuple[int, int]]:
    """Pairs of runs that hold mutually best segments, those with the most similarity first."""
    best_column, best_row = similar.argmax(axis=1), similar.argmax(axis=0)
    owner = [np.repeat(np.arange(len(side)), [len(run) for run in side]) for side in runs]
    weight: dict[tuple[int, int], float] = {}
    for i in np.flatnonzero(best_row[best_column] == np.arange(len(similar))):
        j = int(best_column[i])
        if similar[i, j] >= _SEED_SIMILARITY:
            key = (int(owner[0][i]), int(owner[1][j]))
            weight[key] = weight.get(key, 0.0) + float(similar[i, j])
    return sorted(weight, key=lambda key: (-weight[key], key))


def _align_runs(
    source: Sequence[Segment], target: Sequence[Segment], rows: list[int], columns: list[int], encoder: Encoder
) -> list[MovedBlock]:
    """The blocks of matching beads when two left-over runs are aligned with each other."""
    parts = [source[i] for i in rows], [target[j] for j in columns]
    sides = [read_side(part, SpanVectors(part, encoder)) for part in parts]
    band = Band.full(len(rows), len(columns))
    scorer = BeadScorer(sides[0], sides[1], band, WEIGHTS)
    potentials = scorer.potentials()
    path = best_path(band, potentials)
    probability = posterior(band, potentials, path).beads
    beads: list[_Match] = []
    i = j = 0
    for (n, m), p in zip(path, probability, strict=True):
        if n and m and p >= _DOUBTFUL:
            pair = sides[0].vectors.ending(n, i + n, i + n + 1), sides[1].vectors.ending(m, j + m, j + m + 1)
            cosine = float((pair[0] @ pair[1].T)[0, 0])
            beads.append(_Match(tuple(rows[i : i + n]), tuple(columns[j : j + m]), float(p), cosine))
        i, j = i + n, j + m
    return [_as_move(block) for block in _blocks(beads) if _convincing(block)]


def _blocks(beads: list[_Match]) -> list[list[_Match]]:
    """The beads in groups with no more than `_LONGEST_HOLE` segments between them on either side."""
    blocks: list[list[_Match]] = []
    for bead in beads:
        last = blocks[-1][-1] if blocks else None
        if last and max(bead.source[0] - last.source[-1], bead.target[0] - last.target[-1]) <= _LONGEST_HOLE + 1:
            blocks[-1].append(bead)
        else:
            blocks.append([bead])
    return blocks


def _convincing(block: list[_Match]) -> bool:
    """A lone sentence must be very similar; in a block the sentences speak for each other."""
    return len(block) > 1 or (block[0].cosine >= _SURE_ALONE and block[0].probability >= 0.9)


def _as_move(block: list[_Match]) -> MovedBlock:
    doubt = 1.0
    for bead in block:
        doubt *= 1.0 - bead.probability * float(np.clip(bead.cosine, 0.0, 1.0))
    return MovedBlock(
        source=tuple(i for bead in block for i in bead.source),
        target=tuple(j for bead in block for j in bead.target),
        confidence=round(1.0 - doubt, 4),
    )
