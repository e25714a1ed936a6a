"""JSON, JSON Lines, TSV and data frames: the contract, honest rounding, and the way back from a file."""

from __future__ import annotations

import copy
import json
import math
import subprocess
import sys
from dataclasses import replace
from importlib import resources
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import report_samples as samples
from hypothesis import given, settings
from hypothesis import strategies as st

from mtcheck.errors import InputError
from mtcheck.report import Report, to_json, to_tsv
from mtcheck.report.load import load_report, loads_report
from mtcheck.report.rounding import SCALES, honest, whole

SCHEMA = json.loads((resources.files("mtcheck.report") / "mtcheck-1.schema.json").read_text("utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)

# The keys of ../docs: the contract that other programs rely on.
RECORD_KEYS = [
    "index", "source", "target", "source_span", "target_span", "source_line", "target_line", "bead", "adequacy",
    "fluency", "quality", "verdict", "similarity", "alignment_confidence", "flags",
]  # fmt: skip
FLAG_KEYS = ["rule", "name", "category", "severity", "side", "start", "end", "text", "message"]


@pytest.fixture(params=sorted(samples.SAMPLES))
def report(request: pytest.FixtureRequest) -> Report:
    return samples.SAMPLES[request.param]()


def test_json_validates_against_the_schema_in_the_package(report: Report) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    VALIDATOR.validate(json.loads(report.to_json()))


def test_records_hold_the_keys_of_the_contract_in_order(report: Report) -> None:
    for record in json.loads(report.to_json())["segments"]:
        assert list(record)[: len(RECORD_KEYS)] == RECORD_KEYS
        for flag in record["flags"]:
            assert list(flag)[: len(FLAG_KEYS)] == FLAG_KEYS


def test_json_lines_are_the_records_alone(report: Report) -> None:
    assert [json.loads(line) for line in report.to_jsonl()] == json.loads(report.to_json())["segments"]


BREAKS: list[tuple[str, Any]] = [
    ("schema", "mtcheck/2"),
    ("signature", None),
    ("source.n_chars", -1),
    ("summary.quality", 101),
    ("summary.quality", "71"),
    ("summary.interval", [1]),
    ("summary.verdict", "fine"),
    ("summary.by_severity", {"grave": 1}),
    ("segments.2.adequacy", -0.5),
    ("segments.2.verdict", "cannot-judge"),
    ("segments.2.similarity", 1.5),
    ("segments.2.source_span", [1, 2, 3]),
    ("segments.2.bead", [[0]]),
    ("segments.2.flags.0.severity", "grave"),
    ("segments.2.flags.0.rule", "num-1"),
    ("segments.2.flags.0.side", "reference"),
    ("segments.2.flags.0.start", 1.5),
    ("segments.2.colour", "red"),
    ("extra", 1),
]


@pytest.mark.parametrize(("where", "value"), BREAKS, ids=[f"{where}={value}" for where, value in BREAKS])
def test_the_schema_catches_mistakes(where: str, value: Any) -> None:
    broken = json.loads(samples.news().to_json())
    put(broken, where, value)
    assert not VALIDATOR.is_valid(broken)


@pytest.mark.parametrize("key", sorted(json.loads(samples.news().to_json())))
def test_the_schema_misses_no_missing_key(key: str) -> None:
    broken = json.loads(samples.news().to_json())
    del broken[key]
    assert not VALIDATOR.is_valid(broken)


def put(tree: Any, where: str, value: Any) -> None:
    *path, last = [int(part) if part.isdigit() else part for part in where.split(".")]
    for part in path:
        tree = tree[part]
    tree[last] = value


def test_saved_results_come_back_as_they_were(report: Report, tmp_path: Path) -> None:
    path = tmp_path / "results.json"
    path.write_text(report.to_json(indent=1), encoding="utf-8")
    again = load_report(path)
    assert again.to_json() == report.to_json()
    assert list(again.to_tsv()) == list(report.to_tsv())
    assert again.to_text(80) == report.to_text(80)
    assert again.to_html() == report.to_html()


LOAD_BREAKS: list[tuple[str, Any, str]] = [
    ("signature", 7, "signature: expected a string, found 7"),
    ("summary.quality", 100.5, "summary.quality: expected 0..100, found 100.5"),
    ("summary.verdict", "fine", "summary.verdict: expected one of good, check, bad, cannot-judge"),
    ("segments", {}, "segments: expected a list"),
    ("segments.2.flags.0.severity", 2, "segments[2].flags[0].severity: expected one of neutral, minor, major"),
    ("segments.2.source_span", [9, 3], "segments[2].source_span: starts after its end"),
    ("segments.2.bead", [[0]], "segments[2].bead: expected a list of 2"),
    ("segments.2.index", True, "segments[2].index: expected a whole number"),
    ("segments.2.flags.1.start", -1, "segments[2].flags[1].start: expected a whole number that is not negative"),
    ("segments.2.flags.1.start", 9_999_999, "segments[2].flags[1]: starts after its end"),
    ("source", None, "segments[2].flags[0].side: is source"),
]


@pytest.mark.parametrize(("where", "value", "message"), LOAD_BREAKS, ids=[item[2] for item in LOAD_BREAKS])
def test_a_broken_report_is_one_clear_error(where: str, value: Any, message: str) -> None:
    broken = json.loads(samples.news().to_json())
    put(broken, where, value)
    with pytest.raises(InputError) as caught:
        loads_report(json.dumps(broken), name="r.json")
    assert str(caught.value).startswith(f"r.json: broken report: {message}")


FOREIGN = {
    "empty": (b"", "r.json:1:1: not JSON"),
    "text": (b"hello\nthere", "r.json:1:1: not JSON"),
    "binary": (b"\x89PNG\r\n\xff\xfe", "not UTF-8 at byte 0"),
    "list": (b"[]", "found 'a list'"),
    "other object": (b'{"schema": "sarif"}', "found 'sarif'"),
    "no schema": (b"{}", "found 'nothing'"),
    "json lines": (b'{"index": 0}\n{"index": 1}\n', "r.json:2:1: not JSON"),
    "nan": (b'{"schema": NaN}', "NaN is not a JSON number"),
    "deep": (b"[" * 200_000, "not usable JSON"),
    "long number": (b'{"schema": ' + b"9" * 6000 + b"}", "not usable JSON"),
    "truncated": (samples.news().to_json().encode()[:3000], "not JSON"),
    "half": (b'{"schema": "mtcheck/1"}', "broken report: signature: is missing"),
}


@pytest.mark.parametrize("name", FOREIGN)
def test_a_foreign_file_is_one_clear_error(name: str) -> None:
    raw, message = FOREIGN[name]
    with pytest.raises(InputError) as caught:
        loads_report(raw, name="r.json")
    assert message in str(caught.value)
    assert len(str(caught.value)) < 400


def test_a_file_that_cannot_be_read_is_an_input_error(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.json"):
        with pytest.raises(InputError, match="cannot be read"):
            load_report(path)


def test_keys_from_a_newer_version_are_passed_over() -> None:
    newer = json.loads(samples.news().to_json())
    newer["heat"] = {"a": 1}
    newer["segments"][0]["warmth"] = 3
    assert loads_report(json.dumps(newer)).to_json() == samples.news().to_json()


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


@settings(deadline=None)
@given(st.data())
def test_no_broken_report_is_worse_than_an_input_error(data: st.DataObject) -> None:
    """Put anything anywhere: the loader gives a report that every writer takes, or an InputError."""
    tree = copy.deepcopy(NEWS_TREE)
    node: Any = tree
    while True:
        keys = list(node) if isinstance(node, dict) else list(range(len(node)))
        key = data.draw(st.sampled_from(keys))
        if not isinstance(node[key], (dict, list)) or not node[key] or data.draw(st.booleans()):
            node[key] = data.draw(JSON_VALUES)
            break
        node = node[key]
    try:
        report = loads_report(json.dumps(tree))
    except InputError:
        return
    assert report.to_json()
    assert report.to_html()
    assert report.to_text(80)
    assert list(report.to_tsv())


NEWS_TREE = json.loads(samples.news().to_json())


@given(st.sampled_from(sorted(SCALES)), st.floats(0, 1))
def test_only_the_very_ends_are_shown_as_ends(field: str, share: float) -> None:
    """Law: 0 and 100 are shown only for exactly 0 and 100, and rounding moves by at most one step."""
    scale = SCALES[field]
    value = min(scale.low + share * (scale.high - scale.low), scale.high)
    shown = honest(value, scale)
    assert scale.low <= shown <= scale.high
    assert abs(shown - value) <= 10.0**-scale.decimals
    assert honest(shown, scale) == shown
    for end in (scale.low, scale.high):
        assert (shown == end) == (value == end)


@given(st.floats(0, 100))
def test_whole_points_are_honest_and_survive_saving(value: float) -> None:
    assert (whole(value) == "0") == (value == 0)
    assert (whole(value) == "100") == (value == 100)
    assert whole(honest(value, SCALES["quality"])) == whole(value)
    assert abs(int(whole(value)) - value) <= 1.0


@pytest.mark.parametrize("value", [math.nan, math.inf, -0.1, 100.1])
def test_a_number_outside_its_scale_is_a_fault_of_ours(value: float) -> None:
    with pytest.raises(ValueError, match=r"outside 0\.\.100"):
        honest(value, SCALES["quality"])


HOSTILE = "a\tb\nc\rd\\t\x00\x85\u2028\ud800\x7f\u202e=1+1</script>]]>"


def test_awkward_text_keeps_to_one_line_and_comes_back() -> None:
    report = samples.hostile(HOSTILE)
    for line in (*report.to_jsonl(), *report.to_tsv(), report.to_json()):
        assert len(line.splitlines()) == 1
        line.encode("utf-8")
    assert json.loads(next(iter(report.to_jsonl())))["source"] == HOSTILE
    assert loads_report(report.to_json()).to_json() == report.to_json()


def test_tsv_has_one_cell_a_column_and_can_be_undone() -> None:
    rows = [line.split("\t") for line in samples.hostile(HOSTILE).to_tsv()]
    assert [len(row) for row in rows] == [len(to_tsv.COLUMNS)] * 2
    assert rows[1][-1].replace("\\\\", "\0").startswith("a\\tb\\nc\\rd\0t\\u0000\\u0085\\u2028\\ud800")


def test_tsv_leaves_a_missing_value_empty() -> None:
    rows = [dict(zip(to_tsv.COLUMNS, line.split("\t"), strict=True)) for line in samples.news().to_tsv()][1:]
    assert rows[7]["target"] == ""
    assert rows[7]["adequacy"] == ""
    assert rows[7]["quality"] == "0.0"
    assert rows[2]["flags"] == "major:NUM001:source:185-190 major:NUM001:target:211-216"
    assert rows[2]["worst_severity"] == "major"


def test_a_stream_needs_no_report() -> None:
    segment = samples.news().segments[2]
    assert to_json.record(segment)["flags"][0]["text"] == "1 240"
    assert to_tsv.row(segment).split("\t")[0] == "2"


def test_every_sample_flag_is_the_slice_it_says() -> None:
    """The samples themselves keep the contract, so that the writers are tried on sound data."""
    for segment in samples.news().segments:
        for flag in segment.flags:
            text, span = (
                (segment.source, segment.source_span)
                if flag.side == "source"
                else (segment.target, segment.target_span)
            )
            assert span is not None
            assert text[flag.start - span[0] : flag.end - span[0]] == flag.text


def test_dataframe_has_a_row_a_segment_and_numbers_as_numbers() -> None:
    frame = samples.news().to_dataframe()
    assert list(frame.columns) == list(to_tsv.COLUMNS)
    assert len(frame) == len(samples.news().segments)
    assert frame["quality"].max() == 93.5
    assert frame["quality"].isna().sum() == 1


def test_reports_are_values() -> None:
    assert samples.news() == samples.news()
    assert replace(samples.news(), notes=()) != samples.news()


def test_importing_reports_is_quick() -> None:
    """The command line's start-up pays for no writer that it does not use."""
    code = (
        "import sys, mtcheck.report; print([m for m in ('jinja2', 'rich', 'pandas', 'sacrebleu') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
