"""Reports -> SARIF 2.1.0 (OASIS, Static Analysis Results Interchange Format): for code scanning and editors."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from mtcheck.data import Severity, Side, SideInfo
from mtcheck.report.model import Report
from mtcheck.report.regions import LINE_ENDS, LOW_QUALITY, Finding, Region, findings, legal, path_of, uri, whole_region
from mtcheck.report.rounding import score
from mtcheck.report.to_json import dumps

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
VERSION = "2.1.0"
FINGERPRINT = "mtcheckFinding/v1"
LEVEL = {Severity.NEUTRAL: "none", Severity.MINOR: "note", Severity.MAJOR: "warning", Severity.CRITICAL: "error"}


def render(reports: Sequence[Report], indent: int | None = 1) -> str:
    """One SARIF log with a run for each report, without a final line end."""
    return dumps(document(reports), indent=indent)


def document(reports: Sequence[Report]) -> dict[str, Any]:
    """The log as plain values."""
    return {"$schema": SCHEMA, "version": VERSION, "runs": [_run(report) for report in reports]}


def _run(report: Report) -> dict[str, Any]:
    found = [finding for segment in report.segments for finding in findings(segment)]
    codes = list(dict.fromkeys(finding.rule for finding in found))
    sides = [side for side in (report.source, report.target) if side is not None]
    paths = list(dict.fromkeys(side.path for side in sides))
    seen: Counter[str] = Counter()
    return {
        "tool": {
            "driver": {
                "name": "mtcheck",
                "version": report.version,
                "rules": [_rule(code) for code in codes],
            }
        },
        "automationDetails": {"id": f"mtcheck/{uri(report.target.path)}"},
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": list(_notes(report))}],
        "artifacts": [_artifact(next(side for side in sides if side.path == path)) for path in paths],
        "columnKind": "unicodeCodePoints",
        "newlineSequences": list(LINE_ENDS),
        "results": [_result(finding, codes, paths, report, seen) for finding in found],
        "properties": {
            "signature": report.signature,
            "quality": score(report.summary.quality),
            "verdict": str(report.summary.verdict),
        },
    }


def _rule(code: str) -> dict[str, Any]:
    if code == LOW_QUALITY:
        text = "The score is low although no rule says what is wrong: compare the two texts."
        return {
            "id": code,
            "name": code,
            "shortDescription": {"text": "A segment scores badly."},
            "help": {"text": text},
            "defaultConfiguration": {"level": LEVEL[Severity.MAJOR]},
        }
    from mtcheck.rules import get_rule

    rule = get_rule(code)
    first = rule.doc.splitlines()[0] if rule.doc else rule.name
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": first},
        "help": {"text": rule.doc or first, "markdown": f"**{rule.code} {rule.name}**\n\n{rule.doc or first}"},
        "defaultConfiguration": {"level": LEVEL[rule.severity]},
        "properties": {"category": rule.category, "severity": str(rule.severity), "tags": rule.category.split("/")},
    }


def _notes(report: Report) -> Iterator[dict[str, Any]]:
    for note in report.notes:
        yield {"level": "note", "message": {"text": legal(note)}}


def _artifact(side: SideInfo) -> dict[str, Any]:
    return {
        "location": _location(side.path),
        "encoding": side.encoding,
        "properties": {"language": side.lang, "languageOrigin": side.lang_origin},
    }


def _location(path: str) -> dict[str, Any]:
    if path == "-" or path.startswith("<"):
        return {"description": {"text": "standard input" if path == "-" else path.strip("<>")}}
    return {"uri": uri(path)}


def _result(
    finding: Finding, codes: Sequence[str], paths: Sequence[str], report: Report, seen: Counter[str]
) -> dict[str, Any]:
    level = LEVEL[finding.severity]
    made: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": codes.index(finding.rule),
        "level": level,
        "message": {"text": legal(finding.message)},
        "locations": [{"physicalLocation": _physical(path_of(report, finding.side), finding.region, paths)}],
        "partialFingerprints": {FINGERPRINT: _fingerprint(finding, seen)},
        "properties": {
            "severity": str(finding.severity),
            "side": str(finding.side),
            "segment": finding.segment.index,
            "quality": score(finding.segment.quality),
        },
    }
    unit = finding.segment.source_unit if finding.side is Side.SOURCE else finding.segment.target_unit
    if unit is not None:
        made["locations"][0]["logicalLocations"] = [{"name": legal(unit)}]
    if level == "none":
        made["kind"] = "informational"
    if finding.flag and finding.flag.suggestion is not None:
        made["properties"]["suggestion"] = legal(finding.flag.suggestion)
    other = Side.TARGET if finding.side is Side.SOURCE else Side.SOURCE
    if finding.segment.source and finding.segment.target and report.source is not None:
        region = whole_region(finding.segment, other)
        words = "the translation" if other is Side.TARGET else "the source"
        place = _physical(path_of(report, other), region, paths)
        made["relatedLocations"] = [{"id": 0, "message": {"text": words}, "physicalLocation": place}]
    return made


def _physical(path: str, region: Region, paths: Sequence[str]) -> dict[str, Any]:
    return {"artifactLocation": {**_location(path), "index": paths.index(path)}, "region": _region(region)}


def _region(region: Region) -> dict[str, Any]:
    snippet = {"snippet": {"text": legal(region.text)}}
    if region.line is None:
        return {"charOffset": region.offset, "charLength": region.length, **snippet}
    if region.column is None:  # the whole lines: an offset beside them would say another place
        return {"startLine": region.line, "endLine": region.end_line, **snippet}
    return {
        "startLine": region.line,
        "startColumn": region.column,
        "endLine": region.end_line,
        "endColumn": region.end_column,
        "charOffset": region.offset,
        "charLength": region.length,
        **snippet,
    }


def _fingerprint(finding: Finding, seen: Counter[str]) -> str:
    """Rule, flagged text and the segment around it without their white space, and which of equal ones it is.

    So a text that is wrapped anew, or gets other lines before it, keeps its findings' fingerprints.
    """
    around = finding.segment.source if finding.side is Side.SOURCE else finding.segment.target
    parts = (finding.rule, str(finding.side), *("".join(text.split()) for text in (finding.region.text, around)))
    digest = hashlib.sha256("\x00".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:24]
    seen[digest] += 1
    return f"{digest}:{seen[digest]}"
