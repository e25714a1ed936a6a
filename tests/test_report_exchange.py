"""SARIF, JUnit, GitHub annotations, CSV and Parquet: held against what reads them."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_samples import arabic, clean, emptyish, hostile, lint, news

from mtcheck.data import Severity, Side
from mtcheck.errors import ConfigError
from mtcheck.report import Report, to_csv, to_github, to_junit, to_sarif
from mtcheck.report.formats import FORMATS, render
from mtcheck.report.regions import LOW_QUALITY, findings
from mtcheck.report.row_formats import ROW_FORMATS, RowFormat

SCHEMA = json.loads((Path(__file__).parent / "schemas" / "sarif-2.1.0-rtm.5.json").read_text("utf-8"))
REPORTS = [news, arabic, lint, emptyish, clean]
NASTY = "\x00\x1b[31m\ud800 <a>&]]> ::error::x\u2028%\r\n,\t=cmd|' /C calc'!A0"


def known(report: Report) -> Report:
    """The sample with only rules that the registry has, as real reports have."""
    from mtcheck.rules import all_rules

    codes = {rule.code for rule in all_rules()}
    segments = tuple(replace(s, flags=tuple(f for f in s.flags if f.rule in codes)) for s in report.segments)
    return replace(report, segments=segments)


@pytest.mark.parametrize("make", REPORTS)
def test_sarif_keeps_to_its_schema(make: Any) -> None:
    log = json.loads(to_sarif.render([known(make()), known(hostile(NASTY))]))
    jsonschema.Draft4Validator(SCHEMA, format_checker=jsonschema.FormatChecker()).validate(log)
    for run in log["runs"]:
        rules = run["tool"]["driver"]["rules"]
        assert run["columnKind"] == "unicodeCodePoints"
        for result in run["results"]:
            assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
            assert rules[result["ruleIndex"]]["help"]["text"]
            place = result["locations"][0]["physicalLocation"]["artifactLocation"]
            assert run["artifacts"][place["index"]]["location"]["uri"] == place["uri"]


def test_sarif_says_where_and_what() -> None:
    report = known(news())
    (run,) = to_sarif.document([report])["runs"]
    flags = [flag for segment in report.segments for flag in segment.flags]
    found = [result for result in run["results"] if result["ruleId"] != LOW_QUALITY]
    assert len(found) == len(flags) > 3
    for flag, result in zip(flags, found, strict=True):
        region = result["locations"][0]["physicalLocation"]["region"]
        assert (region["charOffset"], region["charLength"]) == (flag.start, flag.end - flag.start)
        assert region["snippet"]["text"] == flag.text
        assert region["endColumn"] - region["startColumn"] == len(flag.text)
        assert result["level"] == to_sarif.LEVEL[flag.severity]
    related = [result["relatedLocations"][0] for result in found if "relatedLocations" in result]
    assert {place["message"]["text"] for place in related} <= {"the source", "the translation"}
    assert related


def wrapped(report: Report, breaks: int) -> Report:
    """The report on the same texts with line breaks in place of spaces, and lines before them."""

    def wrap(text: str) -> str:
        return text.replace(" ", "\n" * breaks)

    segments = []
    for s in report.segments:
        flags = tuple(replace(f, text=wrap(f.text), start=f.start + 7, end=f.end + 7) for f in s.flags)
        line = None if s.target_line is None else s.target_line + 7
        segments.append(replace(s, source=wrap(s.source), target=wrap(s.target), flags=flags, target_line=line))
    return replace(report, segments=tuple(segments))


def test_fingerprints_hold_when_the_text_is_wrapped_anew_and_are_unique() -> None:
    def prints(report: Report) -> list[str]:
        results = to_sarif.document([report])["runs"][0]["results"]
        return [result["partialFingerprints"][to_sarif.FINGERPRINT] for result in results]

    report = known(news())
    before = prints(report)
    assert before == prints(wrapped(report, 1)) == prints(wrapped(report, 2))
    twice = replace(report, segments=(*report.segments, *report.segments))
    assert len(set(prints(twice))) == 2 * len(before)


@pytest.mark.parametrize("make", [*REPORTS, lambda: hostile(NASTY)])
def test_junit_is_well_formed_and_its_counts_are_true(make: Any) -> None:
    report = make()
    root = ElementTree.fromstring(to_junit.render([report, report], gates=[("quality 1.0 is below 2",)]))
    suites = root.findall("testsuite")
    assert len(suites) == 2
    for suite, extra in zip(suites, (1, 0), strict=True):
        cases = suite.findall("testcase")
        assert len(cases) == int(suite.attrib["tests"]) == len(report.segments) + 1
        failed = [case for case in cases if case.find("failure") is not None]
        grave = [s for s in report.segments if any(f.severity >= Severity.MAJOR for f in findings(s))]
        assert len(failed) == int(suite.attrib["failures"]) == len(grave) + extra
    assert int(root.attrib["failures"]) == sum(int(suite.attrib["failures"]) for suite in suites)


def test_junit_fails_segments_from_the_gate_on() -> None:
    def failures(fail_on: Severity) -> int:
        root = ElementTree.fromstring(to_junit.render([news()], fail_on=fail_on))
        return int(root.attrib["failures"])

    assert failures(Severity.MINOR) > failures(Severity.MAJOR) >= failures(Severity.CRITICAL)


#: "Workflow commands for GitHub Actions": command, parameters, message; the value of a parameter has , : % escaped.
COMMAND = re.compile(r"::(error|warning|notice) ((?:\w+=[^,:\r\n]*)(?:,\w+=[^,:\r\n]*)*)::([^\r\n]*)")


@pytest.mark.parametrize("make", [*REPORTS, lambda: hostile(NASTY)])
def test_github_lines_have_the_documented_syntax(make: Any) -> None:
    report = make()
    for line in to_github.lines(report):
        found = COMMAND.fullmatch(line)
        assert found, line
        given = dict(item.split("=", 1) for item in found[2].split(","))
        assert set(given) <= {"file", "line", "endLine", "col", "endColumn", "title"}
        assert given["file"]
        assert "endLine" not in given or "col" not in given
        assert "%" not in re.sub("%(25|0D|0A|3A|2C)", "", line)


def test_github_puts_the_gravest_first_and_what_fails_is_an_error() -> None:
    order = {"error": 0, "warning": 1, "notice": 2}
    kinds = [order[line.split(" ")[0].strip(":")] for line in to_github.lines(news())]
    assert kinds == sorted(kinds)
    lines = to_github.lines(news(), Severity.MINOR)
    assert lines
    assert all(line.startswith("::error ") for line in lines)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "'x", "\n-1"])
def test_no_csv_cell_is_a_formula(text: str) -> None:
    assert to_csv.defused(text) == f"'{text}"
    (row,) = csv.reader(io.StringIO(to_csv.rows_of([[text, 5, -0.5, None]]), newline=""))
    assert row == [f"'{text}", "5", "-0.5", ""]


@given(st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\x00")))
def test_taking_one_apostrophe_away_gives_the_csv_cell_back(text: str) -> None:
    made = to_csv.defused(text)
    assert made.removeprefix("'") == text
    assert made.lstrip()[:1] not in tuple("=+-@")


@pytest.mark.parametrize("make", [*REPORTS, lambda: hostile(NASTY)])
def test_every_format_is_bytes_and_a_stream_writes_the_same_rows(make: Any) -> None:
    pytest.importorskip("pyarrow")
    report = known(make())
    for name in FORMATS:
        assert isinstance(render(report, name), bytes)
    for name, is_text in ROW_FORMATS.items():
        rows = RowFormat(name=name, path=report.target.path)
        halves = report.segments[:2], report.segments[2:]
        if is_text and name != "github":  # whole reports have the gravest annotation first
            assert rows.header() + b"".join(map(rows.rows, halves)) == render(report, name)
    with pytest.raises(ConfigError, match="expected one of"):
        render(report, "xml")


def test_parquet_holds_the_records() -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    report = known(news())
    table = parquet.read_table(io.BytesIO(render(report, "parquet"))).to_pylist()
    assert [row["index"] for row in table] == [s.index for s in report.segments]
    for row, segment in zip(table, report.segments, strict=True):
        assert row["target"] == segment.target
        assert [flag["start"] for flag in row["flags"]] == [flag.start for flag in segment.flags]
        assert (row["target_start"], row["target_end"]) == (segment.target_span or (None, None))


def test_a_low_score_without_a_grave_flag_is_a_finding() -> None:
    segment = next(s for s in news().segments if s.target)
    from mtcheck.data import VerdictLabel

    low = replace(segment, flags=(), quality=20.0, verdict=VerdictLabel.BAD)
    (found,) = findings(low)
    assert (found.rule, found.side, found.severity) == (LOW_QUALITY, Side.TARGET, Severity.MAJOR)
    assert found.region.text == segment.target
