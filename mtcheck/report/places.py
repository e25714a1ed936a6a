"""Where in the files a finding stands, and which findings to look at first."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from mtcheck.data import Flag, SegmentResult, Severity, Side, SideInfo, VerdictLabel
from mtcheck.report.model import Report
from mtcheck.report.rounding import score, whole

_LINE_END = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")

#: In the list of the worst places one rule takes at most this many lines, so that the rest is not crowded out.
PER_RULE = 3


class Kind(StrEnum):
    """What a bead is to a reader."""

    PAIR = "pair"
    OMISSION = "omission"  # a source passage without a translation
    ADDITION = "addition"  # a target passage without a source
    MOVED = "moved"  # either, but its counterpart stands elsewhere
    ALONE = "alone"  # checked without a source (`mtcheck lint`)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A bead worth looking at, and why. `position` is its place in `report.segments`."""

    position: int
    severity: Severity
    name: str  # the rule's name, or "omission", "addition", "low-quality"
    reason: str
    flag: Flag | None
    side: Side
    line: int | None
    column: int | None
    n_more: int  # further findings in the same bead


@dataclass(frozen=True, slots=True, kw_only=True)
class Worst:
    """The first places to look at, and how many there are beyond them."""

    shown: tuple[Place, ...]
    n_more: int
    more_by_name: dict[str, int]


def kinds(report: Report) -> list[Kind]:
    """`result[i]`: what `report.segments[i]` is."""
    if report.source is None:
        return [Kind.ALONE] * len(report.segments)
    moved_source = {index for move in report.moves for index in move.source}
    moved_target = {index for move in report.moves for index in move.target}
    return [_kind(segment, moved_source, moved_target) for segment in report.segments]


def _kind(segment: SegmentResult, moved_source: set[int], moved_target: set[int]) -> Kind:
    if not moved_source.isdisjoint(segment.bead[0]) or not moved_target.isdisjoint(segment.bead[1]):
        return Kind.MOVED
    if segment.source and not segment.target:
        return Kind.OMISSION
    return Kind.ADDITION if segment.target and not segment.source else Kind.PAIR


def locate(segment: SegmentResult) -> list[tuple[int | None, int | None]]:
    """`result[i]`: line and column (1-based, code points) of `segment.flags[i]`; None where the file's is unknown.

    Linear in the texts plus n_flags * log(n_lines).
    """
    starts = {side: _line_starts(text_of(segment, side)) for side in {flag.side for flag in segment.flags}}
    return [_position(segment, flag, starts[flag.side]) for flag in segment.flags]


def _position(segment: SegmentResult, flag: Flag, starts: Sequence[int]) -> tuple[int | None, int | None]:
    line, column = first_position(segment, flag.side)
    if line is None:
        return None, None
    offset = max(flag.start - base_of(segment, flag.side), 0)
    row = bisect_right(starts, offset) - 1
    if row and column is None and _unit_of(segment, flag.side) is not None:
        return line, None  # in an extracted text or a unit of XML, its line ends are not the file's
    if row:
        return line + row, offset - starts[row] + 1
    return line, None if column is None else column + offset


def _line_starts(text: str) -> list[int]:
    return [0, *(match.end() for match in _LINE_END.finditer(text))]


def first_position(segment: SegmentResult, side: Side) -> tuple[int | None, int | None]:
    """Line and column where the bead's text on that side begins."""
    if side is Side.SOURCE:
        return segment.source_line, segment.source_column
    return segment.target_line, segment.target_column


def _unit_of(segment: SegmentResult, side: Side) -> str | None:
    return segment.source_unit if side is Side.SOURCE else segment.target_unit


def unit_words(info: SideInfo, segment: SegmentResult, side: Side) -> str:
    """What the file itself calls the place: "paragraph 3", "unit 4#7"; empty where it does not."""
    unit = _unit_of(segment, side)
    return "" if not unit else unit if info.format != "text" else f"unit {unit}"


def text_of(segment: SegmentResult, side: Side) -> str:
    """The bead's text on that side."""
    return segment.source if side is Side.SOURCE else segment.target


def base_of(segment: SegmentResult, side: Side) -> int:
    """The offset in the file of the bead's text; 0 where the bead has no place in a file."""
    span = segment.source_span if side is Side.SOURCE else segment.target_span
    return span[0] if span else 0


def address(path: str, line: int | None, column: int | None) -> str:
    """`path:line:column` as far as it is known."""
    return ":".join([path, *(str(part) for part in (line, column) if part is not None)])


def worst(report: Report, limit: int = 10) -> Worst:
    """The places to look at first: one a bead, gravest first, then lowest quality, then in document order."""
    ranked = sorted(_candidates(report), key=lambda place: _rank(report.segments[place.position], place))
    shown: list[Place] = []
    taken: Counter[str] = Counter()
    left: Counter[str] = Counter()
    for place in ranked:
        if len(shown) < limit and taken[place.name] < PER_RULE:
            taken[place.name] += 1
            shown.append(place)
        else:
            left[place.name] += 1
    return Worst(shown=tuple(shown), n_more=left.total(), more_by_name=dict(left.most_common()))


def _rank(segment: SegmentResult, place: Place) -> tuple[int, float, int]:
    quality = score(segment.quality)
    return -place.severity, 50.0 if quality is None else quality, place.position


def _candidates(report: Report) -> Iterator[Place]:
    for position, (segment, kind) in enumerate(zip(report.segments, kinds(report), strict=True)):
        worst_flag = max((flag.severity for flag in segment.flags), default=Severity.NEUTRAL)
        plain = _without_flag(segment, kind)
        if plain is not None and plain[0] > worst_flag:
            yield _plain_place(position, segment, kind, *plain)
        elif segment.flags:
            yield _flag_place(position, segment)


def _flag_place(position: int, segment: SegmentResult) -> Place:
    best = max(range(len(segment.flags)), key=lambda i: (segment.flags[i].severity, -i))
    flag, (line, column) = segment.flags[best], locate(segment)[best]
    return Place(
        position=position,
        severity=flag.severity,
        name=flag.name,
        reason=flag.message,
        flag=flag,
        side=flag.side,
        line=line,
        column=column,
        n_more=len(segment.flags) - 1,
    )


def _plain_place(
    position: int, segment: SegmentResult, kind: Kind, severity: Severity, name: str, reason: str
) -> Place:
    """A bead that its score makes worse than any rule does; the gravest flag still says where to begin."""
    if segment.flags:
        flagged = _flag_place(position, segment)
        stop = "" if reason.endswith((".", "!", "?", "…")) else "."
        return replace(flagged, severity=severity, name=name, reason=f"{reason}{stop} {flagged.reason}")
    side = Side.SOURCE if kind is Kind.OMISSION else Side.TARGET
    line, column = first_position(segment, side)
    return Place(
        position=position,
        severity=severity,
        name=name,
        reason=reason,
        flag=None,
        side=side,
        line=line,
        column=column,
        n_more=0,
    )


def _without_flag(segment: SegmentResult, kind: Kind) -> tuple[Severity, str, str] | None:
    """Severity, name and reason for a bead that needs a look whatever the rules say; None for one that does not."""
    if segment.verdict not in (VerdictLabel.BAD, VerdictLabel.CHECK):
        return None
    severity = Severity.MAJOR if segment.verdict is VerdictLabel.BAD else Severity.MINOR
    if kind is Kind.OMISSION:
        return severity, "omission", "No counterpart in the translation."
    if kind is Kind.ADDITION:
        return severity, "addition", "No counterpart in the source."
    if kind is Kind.MOVED:
        return None
    return severity, "low-quality", weakness(segment)


#: How a note begins that says why a number is missing: true, but no reason for a low one.
UNSCORED = ("no adequacy:", "no fluency:")


def weakness(segment: SegmentResult) -> str:
    """One line on why a bead is not good, flags aside."""
    causes = [note for note in segment.notes if not note.startswith(UNSCORED)]
    if causes:
        return "; ".join(causes)
    adequacy, fluency = score(segment.adequacy), score(segment.fluency)
    if adequacy is None and fluency is None:
        return "Low quality."
    if fluency is None or (adequacy is not None and adequacy <= fluency):
        return f"The meaning may differ from the source (adequacy {whole(adequacy)})."
    return f"Reads badly (fluency {whole(fluency)})."


def columns(text: str, offsets: Sequence[int]) -> list[int]:
    """`result[i]`: the column, counted from 1 in code points, of `text[offsets[i]]` in its line; for whole documents.

    >>> columns("ab\\ncd", [0, 1, 3, 4])
    [1, 2, 1, 2]
    """
    starts = _line_starts(text)
    return [offset - starts[bisect_right(starts, offset) - 1] + 1 for offset in offsets]


def context(text: str, start: int, end: int, size: int) -> tuple[int, int]:
    """The stretch around `text[start:end]` to quote: at most `size` more on either side, cut at blanks.

    >>> left, right = context("one two three four five", 8, 13, 6)
    >>> "one two three four five"[left:right]
    'two three four'
    """
    # A saved report whose text was changed by hand may point behind it.
    start, end = min(start, len(text)), min(end, len(text))
    left, right = max(start - size, 0), min(end + size, len(text))
    if left and not text[left - 1].isspace():
        blanks = [i for i in range(left, min(left + size // 2, start)) if text[i].isspace()]
        left = blanks[0] + 1 if blanks else left
    if right < len(text) and not text[right].isspace():
        blanks = [i for i in range(max(right - size // 2, end), right) if text[i].isspace()]
        right = blanks[-1] if blanks else right
    return left, right
