"""Null beads -> gaps: what is missing or added, grouped into blocks ("paragraphs 7-8"), with how sure that is."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from mtcheck.data import Alignment, Encoder, FloatArray, Segment, Side

NEAR = 500
"""Segments of the other side, before and after the gap's place, that are searched: time stays linear."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Neighbouring segments of one side that nothing on the other side translates.

    On the source side an omission, on the target side an addition. `similarity` is the highest cosine that any of
    the segments has with a single segment near its place on the other side, `margin` how far that stands above the
    same segment's second best: both low says that nothing there comes close.
    """

    side: Side
    segments: tuple[int, ...]  # ascending, without holes
    paragraphs: tuple[int, int] | None  # first and last, 0-based; None unless whole paragraphs are gone
    confidence: float  # 0..1, mean of the null beads'
    similarity: float | None  # None where the other side is empty
    margin: float | None

    @property
    def kind(self) -> str:
        """`omission` or `addition`."""
        return "omission" if self.side is Side.SOURCE else "addition"

    def __str__(self) -> str:
        first, last = self.segments[0] + 1, self.segments[-1] + 1
        what = f"{self.side} {_range('sentence', first, last)}"
        if self.paragraphs is not None:
            what = f"{self.side} {_range('paragraph', self.paragraphs[0] + 1, self.paragraphs[1] + 1)} ({what})"
        other = Side.TARGET if self.side is Side.SOURCE else Side.SOURCE
        return f"{what}: not in the {other}, {percent(self.confidence)} sure"


def find_gaps(
    source: Sequence[Segment],
    target: Sequence[Segment],
    alignment: Alignment,
    encoder: Encoder,
    *,
    moved: tuple[Collection[int], Collection[int]] = ((), ()),
) -> tuple[Gap, ...]:
    """Omissions, then additions, each in document order; segments in `moved` (source, target) are left out."""
    sure, at = _null_segments(alignment)
    gaps: list[Gap] = []
    for which, (own, other) in enumerate(((source, target), (target, source))):
        nulls = {index: value for index, value in sure[which].items() if index not in moved[which]}
        runs = list(_runs(sorted(nulls)))
        closest = _closest(own, other, runs, at[which], encoder)
        for run, (similarity, margin) in zip(runs, closest, strict=True):
            gaps.append(
                Gap(
                    side=Side.SOURCE if which == 0 else Side.TARGET,
                    segments=tuple(run),
                    paragraphs=_whole_paragraphs(own, run),
                    confidence=round(float(np.mean([nulls[index] for index in run])), 4),
                    similarity=similarity,
                    margin=margin,
                )
            )
    return tuple(gaps)


def percent(share: float) -> str:
    """A share, 0..1, in percent; 0 and 100 are said of exactly those alone.

    >>> percent(0.998), percent(1.0), percent(0.001), percent(0.815)
    ('99%', '100%', '1%', '82%')
    """
    return f"{share if share in (0.0, 1.0) else min(max(share, 0.01), 0.99):.0%}"


def _range(word: str, first: int, last: int) -> str:
    return f"{word} {first}" if first == last else f"{word}s {first}-{last}"


def _null_segments(alignment: Alignment) -> tuple[tuple[dict[int, float], ...], tuple[dict[int, int], ...]]:
    """For each side the confidence of its null segments, and the place on the other side where they would stand."""
    sure: tuple[dict[int, float], ...] = ({}, {})
    at: tuple[dict[int, int], ...] = ({}, {})
    ends = [0, 0]
    for bead in alignment.beads:
        for which, (own, other) in enumerate(((bead.source, bead.target), (bead.target, bead.source))):
            if own and not other:
                sure[which][own[0]] = bead.confidence
                at[which][own[0]] = ends[1 - which]
        ends = [ends[0] + len(bead.source), ends[1] + len(bead.target)]
    return sure, at


def _runs(indices: list[int]) -> Iterator[list[int]]:
    run: list[int] = []
    for index in indices:
        if run and index != run[-1] + 1:
            yield run
            run = []
        run.append(index)
    if run:
        yield run


def _whole_paragraphs(segments: Sequence[Segment], run: list[int]) -> tuple[int, int] | None:
    """The paragraphs that the run fills; None where it begins or ends inside one, or layout has only one."""
    first, last = segments[run[0]].paragraph, segments[run[-1]].paragraph
    before = run[0] > 0 and segments[run[0] - 1].paragraph == first
    after = run[-1] + 1 < len(segments) and segments[run[-1] + 1].paragraph == last
    several = segments[0].paragraph != segments[-1].paragraph
    return (first, last) if several and not before and not after else None


def _closest(
    own: Sequence[Segment], other: Sequence[Segment], runs: list[list[int]], at: dict[int, int], encoder: Encoder
) -> Iterator[tuple[float | None, float | None]]:
    """For each run the similarity of its best counterpart nearby, and that segment's margin to the second."""
    if not runs:
        return
    if not other:
        yield from ((None, None) for _ in runs)
        return
    wanted: set[int] = set()
    for run in runs:
        wanted.update(range(max(0, at[run[0]] - NEAR), min(len(other), at[run[-1]] + NEAR)))
    places = sorted(wanted)
    row_of = np.full(len(other), -1, np.int64)
    row_of[places] = np.arange(len(places))
    columns: FloatArray = encoder.encode([other[j].text for j in places])
    rows: FloatArray = encoder.encode([own[i].text for run in runs for i in run])
    begin = 0
    for run in runs:
        low, high = max(0, at[run[0]] - NEAR), min(len(other), at[run[-1]] + NEAR)
        cosine = rows[begin : begin + len(run)] @ columns[row_of[low] : row_of[high - 1] + 1].T
        begin += len(run)
        best = cosine[int(cosine.max(axis=1).argmax())]
        two = np.sort(best)[-2:]
        yield round(float(two[-1]), 4), round(float(two[-1] - two[0]), 4) if len(two) > 1 else None
