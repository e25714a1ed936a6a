"""The place of a flag as tools outside know places: an address, lines, columns; and how grave it is to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from urllib.parse import quote

from mtcheck.data import Flag, SegmentResult, Severity, Side, VerdictLabel
from mtcheck.report.model import Report
from mtcheck.report.places import first_position, locate

#: What ends a line in the line numbers of reports, longest first.
LINE_ENDS = ("\r\n", "\n", "\r", "\v", "\f", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029")
_LINE_END = re.compile("|".join(LINE_ENDS))
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")

#: A segment that scores badly without a grave flag is a finding of this name.
LOW_QUALITY = "low-quality"


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """Lines and columns are 1-based, columns in code points, `end_column` just behind; None where unknown."""

    line: int | None
    column: int | None
    end_line: int | None
    end_column: int | None
    offset: int
    length: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A flag, or a segment of low quality (`flag` is None), with its place."""

    segment: SegmentResult
    flag: Flag | None
    side: Side
    region: Region

    @property
    def rule(self) -> str:
        """The rule's code."""
        return self.flag.rule if self.flag else LOW_QUALITY

    @property
    def name(self) -> str:
        """The rule's name."""
        return self.flag.name if self.flag else LOW_QUALITY

    @property
    def severity(self) -> Severity:
        """A low score alone is a major finding."""
        return self.flag.severity if self.flag else Severity.MAJOR

    @property
    def message(self) -> str:
        """What is wrong, in a sentence."""
        if self.flag:
            return self.flag.message
        reasons = "; ".join(self.segment.notes)
        return f"quality {self.segment.quality:.0f} of 100" + (f": {reasons}" if reasons else "")


def findings(segment: SegmentResult) -> Iterator[Finding]:
    """The flags of a segment, or its low quality where no flag of weight says why."""
    places = locate(segment)
    for flag, (line, column) in zip(segment.flags, places, strict=True):
        region = _region(flag.text, flag.start, flag.end, line, column)
        yield Finding(segment=segment, flag=flag, side=flag.side, region=region)
    grave = any(flag.severity >= Severity.MAJOR for flag in (*segment.flags, *segment.known))
    if segment.verdict is VerdictLabel.BAD and segment.quality is not None and not grave:
        side = Side.TARGET if segment.target else Side.SOURCE
        yield Finding(segment=segment, flag=None, side=side, region=whole_region(segment, side))


def whole_region(segment: SegmentResult, side: Side) -> Region:
    """Where a segment's text on one side stands."""
    text = segment.source if side is Side.SOURCE else segment.target
    span = segment.source_span if side is Side.SOURCE else segment.target_span
    start, end = span or (0, 0)
    return _region(text, start, end, *first_position(segment, side))


def _region(text: str, start: int, end: int, line: int | None, column: int | None) -> Region:
    ends = list(_LINE_END.finditer(text)) if end - start == len(text) else []
    end_line = None if line is None else line + len(ends)
    end_column = None
    if column is not None:
        end_column = len(text) - ends[-1].end() + 1 if ends else column + end - start
    return Region(
        line=line, column=column, end_line=end_line, end_column=end_column, offset=start, length=end - start, text=text
    )


def path_of(report: Report, side: Side) -> str:
    """The file that a side stands in."""
    return report.source.path if side is Side.SOURCE and report.source else report.target.path


def uri(path: str) -> str:
    """A path as a URI reference: relative paths stay relative, absolute ones become file: addresses."""
    pure = PurePath(path)
    prefix = "file://" if pure.is_absolute() else ""
    return prefix + quote(pure.as_posix().encode("utf-8", "surrogatepass"))


def legal(text: str) -> str:
    r"""Text without what XML and many viewers cannot hold: such characters are written `\uXXXX`."""
    return _ILLEGAL.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
