"""Reports on one source -> rows: the smallest stretches of source that no report's bead crosses."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import numpy as np

from mtcheck.compare import Cell, Row
from mtcheck.data import SegmentResult
from mtcheck.errors import InputError
from mtcheck.report.model import Report


def make_rows(reports: Sequence[Report], reference: Report | None) -> Iterator[Row]:
    """The rows of reports on one source; of texts without a source, by their sentences.

    Raises:
        InputError: the reports are of different sources.
    """
    everything = [*reports, reference] if reference is not None else list(reports)
    alone = [report.source is None for report in reports]
    if any(alone):
        if not all(alone):
            raise InputError("one of the results was made without a source and another with one: these do not compare.")
        grouped = _groups_by_target(everything)
    else:
        _check_sources(everything)
        grouped = _groups_by_source(everything)
    for positions in grouped:
        cells = tuple(_cell(report, own) for report, own in zip(reports, positions, strict=False))
        trusted = None
        if reference is not None:
            trusted = _joined(reference.segments[i].target for i in positions[-1])
        elif all(report.metrics for report in reports):
            trusted = _own_reference(reports[0], positions[0])
        yield Row(source=_joined(reports[0].segments[i].source for i in positions[0]), cells=cells, reference=trusted)


def _check_sources(reports: Sequence[Report]) -> None:
    first = bare_text(reports[0], 0)
    for report in reports[1:]:
        other = bare_text(report, 0)
        if other != first:
            same = next((i for i, (a, b) in enumerate(zip(first, other, strict=False)) if a != b), len(first))
            raise InputError(
                f"{reports[0].target.path} and {report.target.path} are translations of different sources: "
                f"one goes on {first[same : same + 20]!r} where the other has {other[same : same + 20]!r}. "
                "Compare translations, or results, of one source."
            )


def bare_text(report: Report, side: int) -> str:
    """All of a side's text without blanks: what splitting and aligning cannot change."""
    return "".join("".join((s.source, s.target)[side].split()) for s in report.segments)


def _groups_by_source(reports: Sequence[Report]) -> Iterator[list[list[int]]]:
    """For each row, each report's positions: rows end where the beads of all reports end in the source.

    Places in the source are counted in characters that are no blanks, so that reports may have split it differently.
    A bead without source text goes with the row before it.
    """
    ends = [_ends(report) for report in reports]
    common = sorted(set(ends[0]).intersection(*ends[1:]) - {0}) or [0]
    held: list[list[list[int]]] = [[[] for _ in reports] for _ in common]
    for k, own in enumerate(ends):
        for position, end in enumerate(own):
            held[min(bisect_left(common, end), len(common) - 1)][k].append(position)
    yield from held


def _ends(report: Report) -> list[int]:
    """`result[i]`: the place in the source behind `report.segments[i]`; one group of reference is one stretch."""
    sizes = [len("".join(segment.source.split())) for segment in report.segments]
    ends = np.cumsum(sizes).tolist()
    for i in range(len(ends) - 2, -1, -1):
        if _one_group(report.segments[i], report.segments[i + 1]):
            ends[i] = ends[i + 1]
    return [int(end) for end in ends]


def _one_group(left: SegmentResult, right: SegmentResult) -> bool:
    """Whether two neighbours face one stretch of reference together (`reference.with_reference`)."""
    shared = left.reference is not None and left.reference == right.reference
    return shared and not (left.metrics and right.metrics)


def _groups_by_target(reports: Sequence[Report]) -> Iterator[list[list[int]]]:
    """Rows of texts checked without a source: equal sentences face each other, what lies between goes together."""
    from difflib import SequenceMatcher

    texts = [[segment.target for segment in report.segments] for report in reports]
    if len(texts) > 2:
        raise InputError("results without a source are compared two at a time.")
    for tag, i, i2, j, j2 in SequenceMatcher(None, texts[0], texts[1], autojunk=False).get_opcodes():
        if tag == "equal" or i2 - i == j2 - j:
            yield from ([[i + k], [j + k]] for k in range(i2 - i))
        else:
            yield [list(range(i, i2)), list(range(j, j2))]


def _cell(report: Report, positions: Sequence[int]) -> Cell:
    segments = [report.segments[i] for i in positions]
    return Cell(
        positions=tuple(positions),
        text=_joined(segment.target for segment in segments),
        quality=_mean(segments, "quality"),
        adequacy=_mean(segments, "adequacy"),
        fluency=_mean(segments, "fluency"),
        flags=tuple(flag for segment in segments for flag in segment.flags),
    )


def _mean(segments: Sequence[SegmentResult], name: str) -> float | None:
    known = [
        (value, max(len(segment.source), len(segment.target), 1))
        for segment in segments
        if (value := getattr(segment, name)) is not None
    ]
    return sum(value * n for value, n in known) / sum(n for _, n in known) if known else None


def _joined(texts: Iterator[str]) -> str:
    return " ".join(text for text in texts if text)


def _own_reference(report: Report, positions: Sequence[int]) -> str | None:
    texts: list[str] = []
    for i in positions:
        segment = report.segments[i]
        if segment.reference is not None and not (texts and i and _one_group(report.segments[i - 1], segment)):
            texts.append(segment.reference)
    return " ".join(texts) if texts else None
