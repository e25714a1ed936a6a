"""Segments -> workflow commands of GitHub Actions: a line a finding, shown beside the text it is about.

The syntax is `::error file=F,line=L,endLine=L,col=C,endColumn=C,title=T::message` (GitHub, "Workflow commands for
GitHub Actions"); GitHub shows ten annotations of each kind a step, so the gravest come first in a report.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mtcheck.data import SegmentResult, Severity, Side
from mtcheck.report.model import Report
from mtcheck.report.regions import Finding, findings, legal, path_of

_COMMAND = {Severity.MINOR: "notice", Severity.MAJOR: "warning", Severity.CRITICAL: "error"}


def lines(report: Report, fail_on: Severity | None = None) -> list[str]:
    """All findings but neutral ones, gravest first, then in their order. `fail_on` and above are errors."""
    found = [finding for segment in report.segments for finding in findings(segment)]
    found.sort(key=lambda finding: -finding.severity)
    return list(_lines(found, path_of(report, Side.SOURCE), path_of(report, Side.TARGET), fail_on))


def plain_lines(report: Report, fail_on: Severity | None = None) -> list[str]:
    """The same findings as compilers write them, in their order: `file:line:column: severity RULE name: message`."""
    made = []
    for finding in (finding for segment in report.segments for finding in findings(segment)):
        if finding.severity is not Severity.NEUTRAL:
            places = (path_of(report, finding.side), finding.region.line, finding.region.column)
            place = ":".join(str(part) for part in places if part is not None)
            title = finding.rule if finding.rule == finding.name else f"{finding.rule} {finding.name}"
            made.append(" ".join(legal(f"{place}: {finding.severity} {title}: {finding.message}").split()))
    return made


def stream(segments: Iterable[SegmentResult], path: str, fail_on: Severity | None = None) -> Iterator[str]:
    """The findings of records as they come, for a file of pairs."""
    for segment in segments:
        yield from _lines(findings(segment), path, path, fail_on)


def _lines(found: Iterable[Finding], source: str, target: str, fail_on: Severity | None) -> Iterator[str]:
    for finding in found:
        if finding.severity is not Severity.NEUTRAL:
            yield _line(finding, source if finding.side is Side.SOURCE else target, fail_on)


def _line(finding: Finding, path: str, fail_on: Severity | None) -> str:
    fails = fail_on is not None and finding.severity >= fail_on
    command = "error" if fails else _COMMAND[finding.severity]
    region = finding.region
    properties: dict[str, str | int | None] = {"file": None if path == "-" else path, "line": region.line}
    if region.end_line != region.line:
        properties["endLine"] = region.end_line
    elif region.column is not None:  # columns hold for a single line only
        properties |= {"col": region.column, "endColumn": region.end_column}
    properties["title"] = finding.rule if finding.rule == finding.name else f"{finding.rule} {finding.name}"
    given = ",".join(f"{key}={_property(legal(str(value)))}" for key, value in properties.items() if value is not None)
    return f"::{command} {given}::{_data(legal(finding.message))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
