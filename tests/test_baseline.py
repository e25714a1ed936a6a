"""The round trip: findings decided on or reported once are not reported again; what is new is."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from typer.testing import CliRunner

import mtcheck
from mtcheck import check_pairs
from mtcheck.baseline import load_baseline
from mtcheck.cli import app
from mtcheck.config import Config, load_config
from mtcheck.data import Decision, Remark
from mtcheck.errors import ConfigError, InputError
from mtcheck.pairflow import check_pairs_file, score_stream
from mtcheck.report import Report
from mtcheck.report.load import loads_report
from mtcheck.report.review import finding_ids, load_review

SCHEMA = json.loads((Path(mtcheck.__file__).parent / "report" / "mtcheck-1.schema.json").read_text("utf-8"))

PAIRS = [
    ("Das Haus wurde 1984 gebaut.", "The house was built in 1948."),
    ("Der Fluss ist sehr lang.", "The the river is very long."),
    ("Die Stadt liegt am Meer.", "The town lies by&nbsp;the sea."),
    ("Er kam am Montag.", "He came on Monday."),
]


def check(pairs: list[tuple[str, str]], *baseline: Path) -> Report:
    config = Config(baseline=tuple(map(str, baseline)))
    return check_pairs(pairs, source_lang="de", target_lang="en", config=config)


def rules(report: Report, field: str = "flags") -> list[str]:
    return [flag.rule for segment in report.segments for flag in getattr(segment, field)]


def results(path: Path, report: Report) -> Path:
    path.write_text(report.to_json(), encoding="utf-8")
    return path


def review(path: Path, *remarks: Remark) -> Path:
    made = [
        {"id": r.id, "decision": str(r.decision), "comment": r.comment, "rule": "", "text": "", "where": ""}
        for r in remarks
    ]
    path.write_text(json.dumps({"schema": "mtcheck-review/1", "target": "x", "remarks": made}), encoding="utf-8")
    return path


def ids(report: Report) -> dict[str, str]:
    """By rule."""
    named = zip(report.segments, finding_ids(report.segments), strict=True)
    return {flag.rule: name for segment, own in named for flag, name in zip(segment.flags, own, strict=True)}


def test_nothing_of_an_earlier_run_is_reported_again(tmp_path: Path) -> None:
    first = check(PAIRS)
    assert len(rules(first)) >= 3
    again = check(PAIRS, results(tmp_path / "old.json", first))
    assert rules(again) == []
    assert rules(again, "known") == rules(first)
    assert sum(again.summary.by_severity.values()) == 0
    assert [(s.quality, s.verdict) for s in again.segments] == [(s.quality, s.verdict) for s in first.segments]
    assert (again.summary.quality, again.summary.verdict) == (first.summary.quality, first.summary.verdict)
    assert any("known findings" in note for note in again.notes)


def test_a_new_finding_is_reported_and_edits_elsewhere_make_none(tmp_path: Path) -> None:
    old = results(tmp_path / "old.json", check(PAIRS))
    edited = [
        ("Ein neuer Satz steht hier.", "A new sentence is here."),
        *PAIRS[:3],
        ("Er kam 1990.", "He came in 1909."),
    ]
    report = check(edited, old)
    assert rules(report) == ["NUM001"]
    assert report.segments[4].flags[0].text == "1909"


def test_a_dismissed_finding_moves_no_number_and_stays_dismissed(tmp_path: Path) -> None:
    first = check(PAIRS)
    saved = review(
        tmp_path / "review.json",
        Remark(id=ids(first)["NUM001"], decision=Decision.DISMISSED, comment="a typo of the source"),
        Remark(id=ids(first)["REP001"], decision=Decision.ACCEPTED),
    )
    second = check(PAIRS, saved)
    assert "NUM001" not in rules(second)
    assert "REP001" in rules(second)
    assert set(rules(second, "dismissed")) == {"NUM001"}
    before, after = first.segments[0], second.segments[0]
    assert before.quality is not None
    assert after.quality is not None
    assert after.quality > before.quality
    assert "dismissed:1@" in second.signature
    third = check(PAIRS, results(tmp_path / "second.json", second))
    assert rules(third) == []
    assert set(rules(third, "dismissed")) == {"NUM001"}
    assert third.remarks == second.remarks


def test_what_is_put_apart_keeps_its_ids_and_comes_back_from_json(tmp_path: Path) -> None:
    first = check(PAIRS)
    saved = review(tmp_path / "r.json", Remark(id=ids(first)["MRK002"], decision=Decision.DISMISSED))
    second = check(PAIRS, saved, results(tmp_path / "old.json", first))
    assert sorted(name for own in finding_ids(second.segments) for name in own) == sorted(
        name for own in finding_ids(first.segments) for name in own
    )
    jsonschema.validate(json.loads(second.to_json()), SCHEMA)
    assert loads_report(second.to_json()).to_html() == second.to_html()
    assert loads_report(second.to_json()).to_json() == second.to_json()


def test_a_stream_is_sorted_like_the_whole(tmp_path: Path) -> None:
    path = tmp_path / "pairs.tsv"
    path.write_text("".join(f"{a}\t{b}\n" for a, b in [*PAIRS, *PAIRS]), encoding="utf-8")
    config = Config(source_lang="de", target_lang="en")
    whole = check_pairs_file(str(path), config)
    old = results(tmp_path / "old.json", check_pairs_file(str(path), config))
    settings = Config(source_lang="de", target_lang="en", baseline=(str(old),))
    languages = ["--source-lang", "de", "--target-lang", "en"]
    run = CliRunner().invoke(app, ["score", str(path), *languages, "--baseline", str(old), "--format", "jsonl"])
    records = [json.loads(line) for line in run.stdout.splitlines()]
    assert len(records) == len(whole.segments)
    assert [flag for record in records for flag in record["flags"]] == []
    streamed = list(score_stream([*PAIRS, *PAIRS], config=settings))
    assert [f.rule for s in streamed for f in s.known] == rules(whole)


def test_the_command_line_gates_on_new_findings_alone(tmp_path: Path) -> None:
    run = CliRunner().invoke
    target = tmp_path / "text.txt"
    target.write_text("The the river is very long.\n\nThe town lies by&nbsp;the sea.\n", encoding="utf-8")
    old, page = tmp_path / "old.json", tmp_path / "page.html"
    common = ["lint", str(target), "--target-lang", "en", "--fail-on", "minor"]
    assert run(app, [*common, "--json", str(old)]).exit_code == 1
    again = run(app, [*common, "--baseline", str(old), "--html", str(page)])
    assert again.exit_code == 0
    assert "not reported again" in again.output
    assert page.read_text("utf-8").count('class="was">known') == 2
    target.write_text(target.read_text("utf-8") + "\nIt rained on on Monday.\n", encoding="utf-8")
    assert run(app, [*common, "--baseline", str(old)]).exit_code == 1


def test_what_is_no_baseline_is_one_clear_error(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text('{"schema": "other/1"}', encoding="utf-8")
    with pytest.raises(InputError, match="is no baseline"):
        load_baseline([str(path)])
    with pytest.raises(InputError, match="cannot be read"):
        load_baseline([str(tmp_path / "none.json")])
    path.write_text('{"schema": "mtcheck-review/1", "target": "x"}', encoding="utf-8")
    with pytest.raises(InputError, match="remarks: is missing"):
        load_baseline([str(path)])


def test_it_can_stand_in_the_configuration(tmp_path: Path) -> None:
    path = tmp_path / "mtcheck.toml"
    path.write_text('baseline = ["review.json"]', encoding="utf-8")
    assert load_config(str(path)).baseline == ("review.json",)
    path.write_text('baseline = "review.json"', encoding="utf-8")
    with pytest.raises(ConfigError, match="a list of files"):
        load_config(str(path))


def test_a_review_and_its_report_agree(tmp_path: Path) -> None:
    """The page's own format: what `load_review` reads is what a baseline takes."""
    path = review(tmp_path / "r.json", Remark(id="0" * 12, decision=Decision.OPEN, comment="ask"))
    assert load_baseline([str(path)]).remarks == load_review(path).remarks
    report = check(PAIRS, path)
    assert rules(report) == rules(check(PAIRS))
    assert any("no finding of the baseline" in note for note in report.notes)
