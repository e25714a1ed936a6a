"""Where the path can be: everywhere when the documents are short, else a band found from coarse to fine.

Long documents are looked at through sums of neighbouring segments' vectors, first 2^k segments at once, then half
as many, and so on. A path through a coarser level becomes a band in the next one, so that time and memory are
linear in length (the idea is that of FastDTW, Salvador and Chan 2007, and of Vecalign, D19-1136). Vectors are
centred first: then the sum over two stretches of text that belong together stands out by the square root of
nothing but the segments' own signal, however long the stretches are.
"""

from __future__ import annotations

import numpy as np

from mtcheck.align_dp import Band, Potentials, best_path
from mtcheck.data import FloatArray

EXACT_CELLS = 200_000
"""Matrices up to this size are searched whole (450 x 450): 0.2 s."""

_COARSEST = 256
_COARSE_WIDTH = 10
_FINE_WIDTH = 24
_GAP = -0.04
_TYPES = ((1, 1), (1, 2), (2, 1))


def plan_band(source: FloatArray, target: FloatArray) -> Band:
    """The cells to search for the best path; `source` and `target` are (n, dim) and (m, dim) unit rows."""
    n_source, n_target = len(source), len(target)
    if (n_source + 1) * (n_target + 1) <= EXACT_CELLS or min(n_source, n_target) < 8:
        return Band.full(n_source, n_target)
    levels = [(_centred(source), _centred(target))]
    while max(len(levels[-1][0]), len(levels[-1][1])) > _COARSEST and min(map(len, levels[-1])) >= 16:
        levels.append((_halve(levels[-1][0]), _halve(levels[-1][1])))
    coarse = levels.pop()
    band = Band.full(len(coarse[0]), len(coarse[1]))
    while True:
        path = best_path(band, _potentials(band, *coarse))
        if not levels:
            return band
        fine = levels.pop()
        width = _COARSE_WIDTH if levels else _FINE_WIDTH
        band = _refine(path, len(fine[0]), len(fine[1]), width)
        coarse = fine
        if not levels:
            return band


def _centred(vectors: FloatArray) -> FloatArray:
    out: FloatArray = vectors - vectors.mean(axis=0, keepdims=True)
    return out


def _halve(vectors: FloatArray) -> FloatArray:
    """Sums of rows 2i and 2i + 1; an odd last row stays alone."""
    out = vectors[::2].copy()
    out[: len(vectors) // 2] += vectors[1::2]
    return out


def _unit(vectors: FloatArray) -> FloatArray:
    out: FloatArray = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    return out


def _potentials(band: Band, source: FloatArray, target: FloatArray) -> Potentials:
    """Similarities of stretches, in a band or whole; a (1, 2) step counts one and a half times its similarity."""
    match = np.empty((len(_TYPES), band.n_cells), np.float32)
    pads = [np.concatenate([np.zeros((2, side.shape[1]), np.float32), side]) for side in (source, target)]
    singles = [_unit(pad[1:]) for pad in pads]  # row i: the stretch that ends before boundary i
    doubles = [_unit(pad[1:] + np.concatenate([pad[:1], pad[1:-1]])) for pad in pads]
    rows_each = 64
    for first in range(0, band.n_rows, rows_each):
        last = min(first + rows_each, band.n_rows)
        left, right = int(band.lo[first:last].min()), int(band.hi[first:last].max())
        widths = band.hi[first:last] - band.lo[first:last]
        rows = np.repeat(np.arange(last - first), widths)
        begin, end = int(band.start[first]), int(band.start[last])
        columns = np.arange(end - begin) - np.repeat(np.cumsum(widths) - widths, widths)
        columns += np.repeat(band.lo[first:last] - left, widths)
        one, two = singles[0][first:last], doubles[0][first:last]
        other_one, other_two = singles[1][left:right], doubles[1][left:right]
        match[0, begin:end] = (one @ other_one.T)[rows, columns]
        match[1, begin:end] = 1.5 * (one @ other_two.T)[rows, columns]
        match[2, begin:end] = 1.5 * (two @ other_one.T)[rows, columns]
    return Potentials(
        types=_TYPES,
        match=match,
        gap_source=np.full(len(source), _GAP),
        gap_target=np.full(len(target), _GAP),
        gap_open=_GAP,
    )


def _refine(path: list[tuple[int, int]], n_source: int, n_target: int, width: int) -> Band:
    """The band of a level with twice the resolution: all that is within `width` of the coarse path, both ways."""
    steps = np.array(path, np.int64).reshape(-1, 2)
    points = np.concatenate([np.zeros((1, 2), np.int64), np.cumsum(steps, axis=0)]) * 2
    points = np.minimum(points, [n_source, n_target])
    lo = np.full(n_source + 1, n_target, np.int64)
    hi = np.zeros(n_source + 1, np.int64)
    np.minimum.at(lo, points[:, 0], points[:, 1])
    np.maximum.at(hi, points[:, 0], points[:, 1] + 1)
    lo = np.minimum.accumulate(lo[::-1])[::-1]  # rows between two points belong to both
    hi = np.maximum.accumulate(hi)
    rows = np.arange(n_source + 1)
    lo = lo[np.maximum(rows - width, 0)] - width
    hi = hi[np.minimum(rows + width, n_source)] + width
    return Band(lo, hi, n_target)
