"""The demo corpora end to end: annotated faults are found, clean pairs stay quiet, every flag lies where it says."""

from __future__ import annotations

import json
import tomllib
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import mtcheck
from mtcheck.data import Flag, Severity, VerdictLabel
from mtcheck.report import Report

CORPORA = Path(__file__).parents[1] / "corpora"
FAULTY = sorted(path.parent.name for path in CORPORA.glob("*/faults.toml"))
CLEAN = sorted(path.parent.name for path in CORPORA.glob("*-clean/corpus.toml"))
MIN_FOUND = 0.9

pytestmark = pytest.mark.slow


@cache
def checked(name: str) -> Report:
    folder = CORPORA / name
    return mtcheck.check_files(str(folder / "source.txt"), str(folder / "target.txt"))


def flags(report: Report) -> list[Flag]:
    return [flag for segment in report.segments for flag in segment.flags]


def hits(fault: dict[str, Any], flag: Flag) -> bool:
    """Whether a flag overlaps the annotated span, or the place on the other side that it is wrong against."""
    places = [fault, *([fault["counterpart"]] if "counterpart" in fault else [])]
    return any(flag.side == p["side"] and flag.start < p["end"] and p["start"] < flag.end for p in places)


@pytest.mark.parametrize("name", FAULTY)
def test_nine_in_ten_annotated_faults_are_found(name: str) -> None:
    faults = tomllib.loads((CORPORA / name / "faults.toml").read_text("utf-8"))["fault"]
    found = flags(checked(name))
    missed = [f"{fault['class']}: {fault['text']}" for fault in faults if not any(hits(fault, flag) for flag in found)]
    assert len(missed) <= (1 - MIN_FOUND) * len(faults), missed


@pytest.mark.parametrize("name", FAULTY)
def test_a_faulty_article_is_never_called_good(name: str) -> None:
    assert checked(name).summary.verdict in (VerdictLabel.CHECK, VerdictLabel.BAD)


@pytest.mark.parametrize("name", CLEAN)
def test_clean_articles_raise_no_major_flag(name: str) -> None:
    grave = [(f.rule, f.text, f.message) for f in flags(checked(name)) if f.severity >= Severity.MAJOR]
    assert grave == []


@pytest.mark.parametrize("name", [*FAULTY, *CLEAN])
def test_offsets_are_true_and_json_fits_its_schema(name: str) -> None:
    report = checked(name)
    texts = {side: (CORPORA / name / f"{side}.txt").read_text("utf-8") for side in ("source", "target")}
    document = json.loads(report.to_json())
    schema = json.loads((resources.files("mtcheck") / "report" / "mtcheck-1.schema.json").read_text("utf-8"))
    jsonschema.validate(document, schema)
    for record in document["segments"]:
        for side in ("source", "target"):
            span = record[f"{side}_span"]
            assert record[side] == (texts[side][slice(*span)] if span else "")
        for flag in record["flags"]:
            assert flag["text"] == texts[flag["side"]][flag["start"] : flag["end"]]


@pytest.mark.parametrize("name", FAULTY)
def test_every_segment_is_in_one_record_and_in_order(name: str) -> None:
    report = checked(name)
    assert report.source is not None
    for side, n in ((0, report.source.n_segments), (1, report.target.n_segments)):
        assert [i for segment in report.segments for i in segment.bead[side]] == list(range(n))


def test_the_same_input_gives_the_same_bytes() -> None:
    folder = CORPORA / FAULTY[0]
    again = mtcheck.check_files(str(folder / "source.txt"), str(folder / "target.txt"))
    assert again.to_json() == checked(FAULTY[0]).to_json()
