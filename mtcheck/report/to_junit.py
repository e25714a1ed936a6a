"""Reports -> JUnit XML: a test suite a report, a test case a segment, a failure where a segment fails the gate."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree

from mtcheck.data import SegmentResult, Severity, VerdictLabel
from mtcheck.report.model import Report
from mtcheck.report.regions import Finding, findings, legal
from mtcheck.report.rounding import score

DEFAULT_FAIL_ON = Severity.MAJOR  # what fails a segment where the run says nothing of it


def render(reports: Sequence[Report], *, fail_on: Severity | None = None, gates: Sequence[Sequence[str]] = ()) -> str:
    """The XML document. Segments fail on findings of `fail_on` (default major) and above.

    `gates[i]` says why report i fails as a whole; each becomes a failure of a test case named "gate".
    """
    root = ElementTree.Element("testsuites", name="mtcheck")
    for number, report in enumerate(reports):
        failures = tuple(gates[number]) if number < len(gates) else ()
        root.append(_suite(report, fail_on if fail_on is not None else DEFAULT_FAIL_ON, failures))
    for name in ("tests", "failures", "errors", "skipped"):
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in root)))
    ElementTree.indent(root, " ")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _suite(report: Report, fail_on: Severity, gate: Sequence[str]) -> ElementTree.Element:
    name = legal(report.target.path)
    suite = ElementTree.Element("testsuite", name=name)
    properties = ElementTree.SubElement(suite, "properties")
    quality = score(report.summary.quality)
    facts = {"signature": report.signature, "quality": quality, "verdict": report.summary.verdict}
    for key, value in facts.items():
        ElementTree.SubElement(properties, "property", name=key, value="" if value is None else legal(str(value)))
    for segment in report.segments:
        suite.append(_case(segment, name, fail_on))
    case = ElementTree.SubElement(suite, "testcase", classname=name, name="gate")
    for reason in gate:
        ElementTree.SubElement(case, "failure", type="gate", message=legal(reason))
    suite.set("tests", str(len(suite.findall("testcase"))))
    suite.set("failures", str(sum(1 for case in suite.findall("testcase") if case.find("failure") is not None)))
    suite.set("errors", "0")
    suite.set("skipped", str(len(suite.findall("testcase/skipped"))))
    return suite


def _case(segment: SegmentResult, path: str, fail_on: Severity) -> ElementTree.Element:
    line = segment.target_line if segment.target else segment.source_line
    name = f"segment {segment.index + 1}" + (f", line {line}" if line is not None else "")
    case = ElementTree.Element("testcase", classname=path, name=name)
    found = list(findings(segment))
    grave = [finding for finding in found if finding.severity >= fail_on]
    if grave:
        worst = max(grave, key=lambda finding: finding.severity)
        failure = ElementTree.SubElement(
            case, "failure", type=legal(f"{worst.rule} {worst.name}"), message=legal(worst.message)
        )
        failure.text = "\n".join(
            [*map(_line, grave), f"source: {_flat(segment.source)}", f"target: {_flat(segment.target)}"]
        )
    elif segment.verdict is VerdictLabel.CANNOT_JUDGE and not found:
        ElementTree.SubElement(case, "skipped", message=legal("; ".join(segment.notes) or "cannot be judged"))
    if rest := [finding for finding in found if finding.severity < fail_on]:
        ElementTree.SubElement(case, "system-out").text = "\n".join(map(_line, rest))
    return case


def _line(finding: Finding) -> str:
    place = f"{finding.side} {finding.region.line}" if finding.region.line is not None else str(finding.side)
    if finding.region.column is not None:
        place += f":{finding.region.column}"
    return _flat(f"{finding.severity} {finding.rule} {finding.name} ({place}): {finding.message}")


def _flat(text: str) -> str:
    return legal(" ".join(text.split()))
