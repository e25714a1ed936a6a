"""How good each bead of a band is: a weighted sum of what speaks for and against it.

Similarity of the merged sides is normalised by what random runs of the same lengths reach, as Vecalign does
(Thompson and Koehn 2019, "Vecalign: Improved Sentence Alignment in Linear Time and Space", D19-1136); lengths are
compared as Gale and Church 1993 do (J93-1004). The weights are those of a conditional random field
(`benchmarks/align/fit.py` finds them), so that the sum is a log-weight and posteriors mean something.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from mtcheck.align_anchors import MAX_OCCURRENCES, shared_pairs
from mtcheck.align_best import TYPICAL, Best
from mtcheck.align_dp import Band, DoubleArray, Potentials
from mtcheck.align_sides import Side
from mtcheck.align_spans import SpanVectors
from mtcheck.data import FloatArray, IntArray

TYPES: tuple[tuple[int, int], ...] = (
    (1, 1), (1, 2), (2, 1), (2, 2), (1, 3), (3, 1), (1, 4), (4, 1), (2, 3), (3, 2),
)  # fmt: skip

_SAMPLE = 96
"""Random runs that a similarity is compared with; 48 and 192 gave the same F1 on development data."""

_PRIOR_RUNS = 20.0
"""How many runs the usual level of chance similarity counts for; it matters in short documents only."""

_CHANCE = 0.05
"""Similarity of unrelated texts under the embedded encoder."""

_FAINT = 0.2
"""Below this normalised similarity a part of a bead has little to do with the other side; 0.15-0.3 do as well."""

_LOW_LEVELS = (0.15, 0.3)
"""Knees of the similarity's effect: a long text and its translation hardly ever stay below them."""

_BLOCK_ROWS = 64
_PAD = 3


class ChanceLevel:
    """How similar a run is to random runs of the other side."""

    def __init__(self, source: SpanVectors, target: SpanVectors) -> None:
        self._means: list[list[FloatArray]] = []
        self._priors: list[list[float]] = []
        for vectors in (source, target):
            samples = [vectors.sample(k, _SAMPLE) for k in range(1, vectors.longest + 1)]
            self._means.append([s.sum(axis=0) / (len(s) + _PRIOR_RUNS) for s in samples])
            self._priors.append([_CHANCE * _PRIOR_RUNS / (len(s) + _PRIOR_RUNS) for s in samples])

    def of(self, rows: FloatArray, which: int, k: int) -> FloatArray:
        """(n_rows,): mean similarity of each row to random runs of `k` segments of side `which` (0 source)."""
        out: FloatArray = (rows @ self._means[which][k - 1] + self._priors[which][k - 1]).astype(np.float32)
        return out


class BeadScorer:
    """Potentials of all beads in a band, block of rows by block of rows."""

    def __init__(self, source: Side, target: Side, band: Band, weights: Mapping[str, float]) -> None:
        self.source, self.target, self.band, self.weights = source, target, band, weights
        self.ratio = _length_ratio(source, target)
        window = _segment_windows(band)
        self.number_pairs = shared_pairs(source.keys.numbers, target.keys.numbers, window)
        self.name_pairs = shared_pairs(source.keys.names, target.keys.names, window, MAX_OCCURRENCES)
        self.paragraphs = _paragraphs_tell(source, target)
        self.chance = ChanceLevel(source.vectors, target.vectors)
        self.typical = TYPICAL  # until the best counterparts are known
        self.best = Best(source.vectors.n, target.vectors.n)
        for block in self.blocks():
            block.note_best(self.best)
        self.typical = self.best.typical()
        self.sharp = np.float32(np.clip(10.0 * (self.typical - TYPICAL), -2.0, 2.0))

    def potentials(self) -> Potentials:
        """All log-weights of the band."""
        band = self.band
        match = np.empty((len(TYPES), band.n_cells), np.float32)
        for block in self.blocks():
            for t, (n, m) in enumerate(TYPES):
                total = np.zeros(block.shape, np.float32)
                for name, values in block.features(n, m):
                    weight = self.weights.get(name, 0.0)
                    if weight:
                        total += np.float32(weight) * values
                match[t, block.cells] = total[block.rows, block.columns]
        gap = self.weights
        return Potentials(
            types=TYPES,
            match=match,
            gap_source=_weigh(self.gap_features(0), gap),
            gap_target=_weigh(self.gap_features(1), gap),
            gap_open=gap["gap_open"],
        )

    def blocks(self) -> Iterator[Block]:
        """The band cut into rectangles of a few rows."""
        for first in range(0, self.band.n_rows, _BLOCK_ROWS):
            yield Block(self, first, min(first + _BLOCK_ROWS, self.band.n_rows))

    def gap_features(self, which: int) -> Iterator[tuple[str, DoubleArray]]:
        """Named features, (n_segments,) each, of leaving a segment of the source (0) or target (1) unaligned."""
        side, best = ((self.source, self.best.source), (self.target, self.best.target))[which]
        yield "gap", np.ones(len(best))
        yield "gap_length", gap_length(side.units)
        yield "gap_debris", side.debris.astype(np.float64)
        yield "gap_heading", side.heading.astype(np.float64)
        yield "gap_best", np.maximum(best, 0.0) * (TYPICAL / self.typical)


class Block:
    """The rectangle of boundaries `first..last` x `left..right` that covers a few rows of the band."""

    def __init__(self, scorer: BeadScorer, first: int, last: int) -> None:
        band = scorer.band
        self.scorer = scorer
        self.first, self.last = first, last
        self.left, self.right = int(band.lo[first:last].min()), int(band.hi[first:last].max())
        self.shape = (last - first, self.right - self.left)
        widths = band.hi[first:last] - band.lo[first:last]
        self.cells = slice(int(band.start[first]), int(band.start[last]))
        self.rows = np.repeat(np.arange(last - first), widths)
        self.columns = (
            np.arange(self.cells.stop - self.cells.start)
            - np.repeat(np.cumsum(widths) - widths, widths)
            + np.repeat(band.lo[first:last] - self.left, widths)
        )
        self._spans: dict[tuple[int, int], FloatArray] = {}
        self._similar: dict[tuple[int, int], FloatArray] = {}
        self._numbers = self._scatter(scorer.number_pairs.source, scorer.number_pairs.target)
        self._names = self._scatter(scorer.name_pairs.source, scorer.name_pairs.target)

    def similarity(self, n: int, m: int) -> FloatArray:
        """Normalised similarity of the bead (n, m) ending in each boundary, `_PAD` rows above and columns left more.

        0 is what random runs reach, `TYPICAL` what counterparts in these documents do.
        """
        key = (n, m)
        if key not in self._similar:
            source, target = self._span(0, n), self._span(1, m)
            chance = (self.scorer.chance.of(source, 1, m)[:, None] + self.scorer.chance.of(target, 0, n)[None, :]) / 2.0
            scale = TYPICAL / self.scorer.typical
            self._similar[key] = ((source @ target.T - chance) * (scale / (1.0 - chance))).astype(np.float32)
        return self._similar[key]

    def features(self, n: int, m: int) -> Iterator[tuple[str, FloatArray | np.float32 | float]]:
        """Named features of the bead (n, m) ending in each boundary: arrays that broadcast to `shape`."""
        kind = f"{max(n, m)}{min(n, m)}"
        similar = self.similarity(n, m)[_PAD:, _PAD:]
        sharp = self.scorer.sharp
        yield f"bias_{kind}", 1.0
        yield "bias_sharp", sharp
        yield f"similar_{kind}", similar
        yield "similar_squared", np.square(np.maximum(similar, 0.0))
        if n + m > 2:
            gain = similar - self._best_part(n, m)
            yield "gain", gain
            yield "gain_negative", np.minimum(gain, 0.0)
            weakest = self._weakest_part(n, m)
            yield "weakest", weakest
            faint = np.minimum(weakest - np.float32(_FAINT), 0.0)
            yield "weakest_low", faint
            yield "weakest_sharp", faint * sharp
        yield from self._length_features(n, m, similar)
        yield from self._anchor_features(n, m)
        yield from self._layout_features(n, m)

    def _length_features(
        self, n: int, m: int, similar: FloatArray
    ) -> Iterator[tuple[str, FloatArray | np.float32 | float]]:
        source = self._run_sums(self.scorer.source.units, self.first, self.last, n)[:, None] * self.scorer.ratio
        target = self._run_sums(self.scorer.target.units, self.left, self.right, m)[None, :]
        mean = (source + target) / 2.0
        delta = np.log((target + 3.0) / (source + 3.0))
        surprise = np.minimum(delta * delta / (0.05 + 2.5 / (mean + 3.0)), 12.0).astype(np.float32)
        yield "length_11" if n == m == 1 else "length_merge", surprise
        yield "similar_by_length", similar * np.log((mean + 5.0) / 80.0).astype(np.float32)
        size = np.minimum(mean / 80.0, 2.0).astype(np.float32)
        for level in _LOW_LEVELS:
            below = np.minimum(similar - np.float32(level), 0.0)
            yield f"below_{level}", below
            yield f"below_{level}_long", below * size
        sharp = self.scorer.sharp
        yield "below_sharp", below * sharp
        yield "below_sharp_long", below * sharp * size
        yield "similar_sharp", similar * sharp

    def _anchor_features(self, n: int, m: int) -> Iterator[tuple[str, FloatArray | np.float32 | float]]:
        scorer = self.scorer
        shared = self._run_block(self._numbers, n, m)
        total = (
            self._run_sums(scorer.source.keys.n_numbers, self.first, self.last, n)[:, None]
            + self._run_sums(scorer.target.keys.n_numbers, self.left, self.right, m)[None, :]
        )
        yield "number_shared", np.minimum(shared, 4.0)
        yield "number_alone", np.clip(total - 2.0 * shared, 0.0, 4.0).astype(np.float32)
        yield "name_shared", np.minimum(self._run_block(self._names, n, m), 4.0)

    def _layout_features(self, n: int, m: int) -> Iterator[tuple[str, FloatArray | np.float32 | float]]:
        scorer = self.scorer
        if n == m == 1:
            left = self._run_sums(scorer.source.heading, self.first, self.last, 1)[:, None]
            right = self._run_sums(scorer.target.heading, self.left, self.right, 1)[None, :]
            yield "heading_mismatch", np.abs(left - right).astype(np.float32)
        yield from self._boundary_features(n, m, "goes_on", scorer.source.goes_on, scorer.target.goes_on)
        yield from self._boundary_features(n, m, "open", scorer.source.unfinished, scorer.target.unfinished)
        if scorer.paragraphs:
            ends = scorer.source.ends_paragraph, scorer.target.ends_paragraph
            yield from self._boundary_features(n, m, "paragraph", *ends)

    def _boundary_features(
        self, n: int, m: int, name: str, marks_source: FloatArray, marks_target: FloatArray
    ) -> Iterator[tuple[str, FloatArray | np.float32 | float]]:
        """Marks after segments: whether the bead ends at a mark on one side only, and how many it has inside."""
        left = self._run_sums(marks_source, self.first, self.last, 1)[:, None]
        right = self._run_sums(marks_target, self.left, self.right, 1)[None, :]
        yield f"{name}_one", np.abs(left - right).astype(np.float32)
        if n + m > 2:
            inner = (self._run_sums(marks_source, self.first, self.last, n)[:, None] - left) + (
                self._run_sums(marks_target, self.left, self.right, m)[None, :] - right
            )
            yield f"{name}_inner", np.minimum(inner, 2.0).astype(np.float32)

    def _best_part(self, n: int, m: int) -> FloatArray:
        """The similarity of the best bead that the bead (n, m) becomes when one end segment is left out."""
        parts = []
        if n > 1:
            smaller = self.similarity(n - 1, m)
            parts += [self._shifted(smaller, 0, 0), self._shifted(smaller, 1, 0)]
        if m > 1:
            smaller = self.similarity(n, m - 1)
            parts += [self._shifted(smaller, 0, 0), self._shifted(smaller, 0, 1)]
        best: FloatArray = np.maximum.reduce(parts)
        return best

    def _weakest_part(self, n: int, m: int) -> FloatArray:
        """The similarity of the segment that has least to do with the other side: low where it is an omission."""
        parts = []
        if n > 1:
            parts += [self._shifted(self.similarity(1, m), back, 0) for back in range(n)]
        if m > 1:
            parts += [self._shifted(self.similarity(n, 1), 0, back) for back in range(m)]
        weakest: FloatArray = np.minimum.reduce(parts)
        return weakest

    def _shifted(self, similar: FloatArray, up: int, left: int) -> FloatArray:
        """Entry (i, j) is that of the bead ending `up` rows and `left` columns before the boundary (i, j)."""
        rows, columns = self.shape
        return similar[_PAD - up : _PAD - up + rows, _PAD - left : _PAD - left + columns]

    def _span(self, which: int, k: int) -> FloatArray:
        key = (which, k)
        if key not in self._spans:
            side = (self.scorer.source, self.scorer.target)[which]
            first, last = ((self.first, self.last), (self.left, self.right))[which]
            rows = side.vectors.ending(k, max(first - _PAD, 0), last)
            missing = max(_PAD - first, 0)
            self._spans[key] = np.concatenate([np.zeros((missing, rows.shape[1]), np.float32), rows])
        return self._spans[key]

    @staticmethod
    def _run_sums(values: FloatArray | DoubleArray, first: int, last: int, k: int) -> DoubleArray:
        """Sums over the `k` segments before each boundary `first..last`; 0 where there are fewer."""
        begin = max(first - k, 0)
        part = values[begin:last]
        padded = np.concatenate([np.zeros(k - (first - begin)), part, np.zeros(1)])
        out = np.zeros(last - first)
        for back in range(k):
            out += padded[back : back + last - first]
        return out

    def _scatter(self, source: IntArray, target: IntArray) -> FloatArray:
        """Counts of shared keys of segment pairs, three rows above and three columns left more than the block."""
        top, left = self.first - 1 - _PAD, self.left - 1 - _PAD
        out = np.zeros((self.shape[0] + _PAD, self.shape[1] + _PAD), np.float32)
        begin, end = np.searchsorted(source, [top, self.last - 1])
        rows, columns = source[begin:end] - top, target[begin:end] - left
        inside = (rows >= 0) & (columns >= 0) & (columns < out.shape[1]) & (rows < out.shape[0])
        np.add.at(out, (rows[inside], columns[inside]), 1.0)
        return out

    @staticmethod
    def _run_block(counts: FloatArray, n: int, m: int) -> FloatArray:
        rows, columns = counts.shape[0] - _PAD, counts.shape[1] - _PAD
        out = np.zeros((rows, columns), np.float32)
        for a in range(n):
            for b in range(m):
                out += counts[_PAD - a : _PAD - a + rows, _PAD - b : _PAD - b + columns]
        return out

    def note_best(self, best: Best) -> None:
        """Raise `best` to the best single counterparts that segments have in this block."""
        similar = self.similarity(1, 1)[_PAD:, _PAD:]
        inside = np.full(self.shape, -1.0, np.float32)
        inside[self.rows, self.columns] = similar[self.rows, self.columns]
        skip_row, skip_column = int(self.first == 0), int(self.left == 0)
        inside = inside[skip_row:, skip_column:]
        if inside.size:
            best.add(inside, self.first + skip_row - 1, self.left + skip_column - 1)


def gap_length(units: DoubleArray) -> DoubleArray:
    """The feature of that name: the longer a segment, the less likely it is to go without a counterpart."""
    out: DoubleArray = np.log1p(units / 20.0)
    return out


def _weigh(features: Iterator[tuple[str, DoubleArray]], weights: Mapping[str, float]) -> DoubleArray:
    total: DoubleArray = np.zeros(0)
    for name, values in features:
        part = weights.get(name, 0.0) * values
        total = part if not total.size else total + part
    return total


def _segment_windows(band: Band) -> tuple[IntArray, IntArray]:
    """For each source segment, the target segments that any bead near it in the band can hold."""
    rows = np.arange(band.n_rows - 1)
    below = np.minimum(rows + 1 + _PAD, band.n_rows - 1)
    return np.maximum(band.lo[rows] - 1 - _PAD, 0), band.hi[below]


def _length_ratio(source: Side, target: Side) -> float:
    """Target length units for one source unit; large omissions must not pull it far from one."""
    total_source, total_target = float(source.units.sum()), float(target.units.sum())
    if not total_source or not total_target:
        return 1.0
    return float(np.clip(total_target / total_source, 0.8, 1.25))


def _paragraphs_tell(source: Side, target: Side) -> bool:
    """Whether paragraph ends of the two sides can be compared: both have some, and not after every segment."""
    shares = [float(side.ends_paragraph.mean()) if side.ends_paragraph.size else 1.0 for side in (source, target)]
    counts = [float(side.ends_paragraph.sum()) for side in (source, target)]
    return min(counts) > 1 and max(shares) < 0.9 and 0.4 < counts[0] / counts[1] < 2.5
