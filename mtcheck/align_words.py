"""A second look at the doubtful stretches of an alignment, word by word.

Sums of word vectors say roughly whether two runs of segments mean the same; which words of one find a counterpart in
the other says it better, at a thousand times the price. So the first pass decides what is beyond doubt, and only the
beads it holds possible in between are looked at again: words are matched greedily by the encoder's word vectors (as in
BERTScore, Zhang et al. 2020, arXiv:1904.09675), and what that gives is added to the beads' log-weights.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np

from mtcheck.align_dp import Band, DoubleArray, Plausible, Posterior, Potentials, likeliest_beads
from mtcheck.align_scores import TYPES, gap_length
from mtcheck.align_sides import Side
from mtcheck.align_spans import span_text
from mtcheck.data import FloatArray, IntArray
from mtcheck.quality_match import NAMES, match
from mtcheck.word_rows import WordRows

Path = list[tuple[int, int]]

SURE = 0.995
"""Single pairs above this posterior are left alone and part the stretches from each other."""

MOST_BEADS = 4
"""Beads looked at again for each segment of the two documents, on average; 1 to 2 are usual. Bounds time where all is
in doubt, as in unrelated documents: the shortest stretches come first."""

LEAST_MATCH, LEAST_NULL, FORFEIT = 0.3, 0.5, 1.0
"""What a bead's posterior must exceed to be worth its place, and what a null bead below it loses: an omission must be
an even bet (see `align_dp.likeliest_beads`). Among (0.25-0.45) x (0.35-0.6) x (0, 1), on 72 synthetic documents of the
fitting half, strict F1 and the omissions found moved by less than 0.001 and 0.006; on Text+Berg these give .913 against
.902 with the first pass's figures, under which a sentence of a clean pair in `corpora/` passed for an omission."""

_BATCH = 1024
_COLUMN = {name: k for k, name in enumerate(NAMES)}
_BLOCKED = -1e30  # log-weight of beads that are out of question


@dataclass(frozen=True, slots=True)
class Stretch:
    """Boundaries `begin` to `end` (source, target) of a part to decide again, and its place in the first path."""

    begin: tuple[int, int]
    end: tuple[int, int]
    first: int
    last: int


def doubtful_stretches(path: Path, posterior: Posterior) -> Iterator[Stretch]:
    """The stretches of a path between pairs that are sure, in order."""
    i = j = first = 0
    begin = (0, 0)
    for k, (n, m) in enumerate(path):
        if n == m == 1 and posterior.beads[k] >= SURE:
            if first < k:
                yield Stretch(begin, (i, j), first, k)
            begin, first = (i + 1, j + 1), k + 1
        i, j = i + n, j + m
    if first < len(path):
        yield Stretch(begin, (i, j), first, len(path))


class WordLook:
    """What the words say of the beads of two documents."""

    def __init__(self, source: Side, target: Side, words: WordRows) -> None:
        self.source, self.target, self.words = source, target, words

    def figures(self, kind: IntArray, row: IntArray, column: IntArray) -> FloatArray:
        """(n_beads, len(NAMES)): the word-match figures of beads that end in (row, column)."""
        left, right = self.source.segments, self.target.segments
        texts = [
            (span_text(left, i - n, i, None), span_text(right, j - m, j, None))
            for (n, m), i, j in zip((TYPES[k] for k in kind.tolist()), row.tolist(), column.tolist(), strict=True)
        ]
        out = np.zeros((len(texts), len(NAMES)), np.float32)
        for first in range(0, len(texts), _BATCH):
            part = texts[first : first + _BATCH]
            out[first : first + len(part)] = match(self.words, [a for a, _ in part], [b for _, b in part])
        return out

    def gap_lengths(self, stretch: Stretch) -> tuple[DoubleArray, DoubleArray]:
        """(n_source,) and (n_target,): the feature "gap_length" of the stretch's segments."""
        (i, j), (end, stop) = stretch.begin, stretch.end
        return gap_length(self.source.units[i:end]), gap_length(self.target.units[j:stop])


def word_features(figures: FloatArray, kind: IntArray) -> Iterator[tuple[str, FloatArray]]:
    """Named features, (n_beads,) each, that are added to the log-weights of matched beads."""
    columns: dict[str, FloatArray] = {name: figures[:, k] for name, k in _COLUMN.items()}
    shape = np.array([10 * max(n, m) + min(n, m) for n, m in TYPES])[kind]
    for size in (11, 21, 31, 22, 41, 32):
        yield f"bias_{size}", (shape == size).astype(np.float32)
    longer: FloatArray = np.expm1(np.maximum(columns["length_source"], columns["length_target"]))
    yield "mutual", columns["mutual"]
    yield "mutual_count", np.minimum(columns["mutual"] * longer, 40.0) / 10.0
    yield "missing", (columns["missing_source"] + columns["missing_target"]) / 10.0
    yield "weak_more", np.maximum(columns["weak_source"], columns["weak_target"])
    yield "match_less", np.minimum(columns["match_source"], columns["match_target"])
    for name in ("match", "contrast", "weak", "worst", "length"):
        yield name, (columns[f"{name}_source"] + columns[f"{name}_target"]) / np.float32(2.0)
    yield "weight_ratio", np.abs(columns["weight_ratio"])
    yield "jumps", columns["jumps"]
    yield "order", columns["order"]


def look_again(
    first: tuple[Path, Posterior, Plausible],
    band: Band,
    potentials: Potentials,
    look: WordLook,
    weights: Mapping[str, float],
) -> tuple[Path, DoubleArray]:
    """The path with its doubtful stretches decided again, and the posterior of each of its beads."""
    path, posterior, plausible = first
    out: Path = []
    beads: list[DoubleArray] = []
    at = 0
    stretches = affordable_stretches(path, posterior, plausible, band)
    for stretch, members, figures in _with_figures(stretches, plausible, look):
        out += path[at : stretch.first]
        beads.append(posterior.beads[at : stretch.first])
        part = part_of(stretch, members, band, potentials, plausible)
        features = dict(word_features(figures, part.kind))
        changed = reweighed(part, features, look.gap_lengths(stretch), weights)
        again, found, _ = likeliest_beads(part.band, changed, LEAST_MATCH, LEAST_NULL, FORFEIT)
        out += again
        beads.append(found.beads)
        at = stretch.last
    out += path[at:]
    beads.append(posterior.beads[at:])
    return out, np.concatenate(beads)


def _with_figures(
    stretches: list[tuple[Stretch, IntArray]], plausible: Plausible, look: WordLook
) -> Iterator[tuple[Stretch, IntArray, FloatArray]]:
    """Each stretch with the figures of its beads, which are cheaper to count for many stretches at once."""
    first = 0
    while first < len(stretches):
        last, size = first, 0
        while last < len(stretches) and size < _BATCH:
            size += len(stretches[last][1])
            last += 1
        members = np.concatenate([beads for _, beads in stretches[first:last]])
        figures = look.figures(plausible.kind[members], plausible.row[members], plausible.column[members])
        begin = 0
        for stretch, beads in stretches[first:last]:
            yield stretch, beads, figures[begin : begin + len(beads)]
            begin += len(beads)
        first = last


def reweighed(
    part: Part,
    features: Mapping[str, FloatArray],
    gap_lengths: tuple[DoubleArray, DoubleArray],
    weights: Mapping[str, float],
) -> Potentials:
    """The stretch's log-weights with what the words say added to them."""
    match = part.potentials.match.copy()
    change = sum((np.float32(weights.get(name, 0.0)) * values for name, values in features.items()), np.float32(0.0))
    match[part.kind, part.cells] += change
    left, right = (weights.get("gap", 0.0) + weights.get("gap_length", 0.0) * length for length in gap_lengths)
    return replace(
        part.potentials,
        match=match,
        gap_source=part.potentials.gap_source + left,
        gap_target=part.potentials.gap_target + right,
        gap_open=part.potentials.gap_open + weights.get("gap_open", 0.0),
    )


def affordable_stretches(
    path: Path, posterior: Posterior, plausible: Plausible, band: Band
) -> list[tuple[Stretch, IntArray]]:
    """Stretches to look at, in order, each with the beads that lie inside it; the shortest where there are too many."""
    found = []
    for stretch in doubtful_stretches(path, posterior):
        members = beads_inside(stretch, plausible)
        if len(members):
            found.append((stretch, members))
    left = MOST_BEADS * (band.n_rows + band.n_target)
    kept = []
    for stretch, members in sorted(found, key=lambda one: len(one[1])):
        left -= len(members)
        if left < 0:
            break
        kept.append((stretch, members))
    return sorted(kept, key=lambda one: one[0].first)


def beads_inside(stretch: Stretch, plausible: Plausible) -> IntArray:
    """Positions in `plausible` of the beads that neither begin before nor end after the stretch."""
    low, high = np.searchsorted(plausible.row, [stretch.begin[0] + 1, stretch.end[0] + 1])
    where = np.arange(low, high)
    steps = np.array(TYPES)[plausible.kind[where]]
    row, column = plausible.row[where], plausible.column[where]
    inside = (row - steps[:, 0] >= stretch.begin[0]) & (column - steps[:, 1] >= stretch.begin[1])
    kept: IntArray = where[inside & (column <= stretch.end[1])]
    return kept


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch as a small alignment of its own: beads that are out of question are blocked."""

    band: Band
    potentials: Potentials
    kind: IntArray  # of the beads that are not
    cells: IntArray


def part_of(stretch: Stretch, members: IntArray, band: Band, potentials: Potentials, plausible: Plausible) -> Part:
    """The band and log-weights of a stretch, with the first pass's log-weights at the plausible beads."""
    (i, j), (end, stop) = stretch.begin, stretch.end
    inner = Band(band.lo[i : end + 1] - j, band.hi[i : end + 1] - j, stop - j)
    kind = plausible.kind[members]
    row, column = plausible.row[members] - i, plausible.column[members] - j
    cells = inner.start[row] + column - inner.lo[row]
    match = np.full((len(potentials.types), inner.n_cells), _BLOCKED, np.float32)
    match[kind, cells] = plausible.weight[members]
    part = Potentials(
        types=potentials.types,
        match=match,
        gap_source=potentials.gap_source[i:end],
        gap_target=potentials.gap_target[j:stop],
        gap_open=potentials.gap_open,
    )
    return Part(inner, part, kind, cells)
