"""Translations set against each other: rows through the source, what is fixed and new, and what decides."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import report_samples as samples

import mtcheck
from mtcheck.compare import Comparison, Outcome, State
from mtcheck.compare_inputs import are_results, compare_files, compare_results
from mtcheck.comparing import compare_reports
from mtcheck.data import Severity, VerdictLabel
from mtcheck.errors import InputError
from mtcheck.mqm import MOST_POINTS
from mtcheck.report import Report

CORPUS = Path(__file__).parents[1] / "corpora" / "news-ru-en-clean"


def without_flags(report: Report, *rules: str) -> Report:
    """The report as if these rules had found nothing (all, where none is named)."""
    segments = tuple(
        replace(s, flags=tuple(f for f in s.flags if rules and f.rule not in rules)) for s in report.segments
    )
    return replace(report, segments=segments, summary=samples.summarise(segments))


def states(made: Comparison) -> dict[str, int]:
    return {str(state): made.pairings[0].count(state) for state in State}


def test_the_same_translation_twice_differs_in_nothing() -> None:
    made = compare_reports([samples.news(), samples.news()])
    (pairing,) = made.pairings
    assert pairing.verdict == "same"
    assert all(m.p_bootstrap == m.p_randomisation == 1.0 for m in pairing.measures)
    assert all(m.wins == m.losses == 0 for m in pairing.measures)
    assert states(made)["new"] == states(made)["fixed"] == 0
    assert set(pairing.outcomes) == {Outcome.SAME}
    assert made.notes == ("the translations are the same text",)


def test_findings_are_fixed_new_and_the_same() -> None:
    before, after = samples.news(), without_flags(samples.news(), "NUM001", "MRK001")
    n_gone = sum(f.rule in ("NUM001", "MRK001") for s in before.segments for f in s.flags)
    n_all = sum(len(s.flags) for s in before.segments)
    assert states(compare_reports([before, after])) == {"fixed": n_gone, "new": 0, "same": n_all - n_gone}
    assert states(compare_reports([after, before])) == {"fixed": 0, "new": n_gone, "same": n_all - n_gone}


def test_what_changes_when_the_sides_change_places() -> None:
    a, b = samples.news(), without_flags(samples.news())
    there, back = compare_reports([a, b]).pairings[0], compare_reports([b, a]).pairings[0]
    mirrored = {Outcome.BETTER: Outcome.WORSE, Outcome.WORSE: Outcome.BETTER}
    assert [mirrored.get(o, o) for o in there.outcomes] == list(back.outcomes)
    for one, other in zip(there.measures, back.measures, strict=True):
        assert (one.wins, one.losses, one.gain) == (other.losses, other.wins, -other.gain)


def test_fewer_errors_in_many_rows_decide_and_quality_alone_does_not() -> None:
    bad = samples.large(60)
    bad = replace(bad, summary=replace(bad.summary, verdict=VerdictLabel.CHECK))
    better = compare_reports([bad, without_flags(bad)]).pairings[0]
    assert better.verdict == "better"
    assert better.reasons[0].startswith("possible errors: 0.0 against")
    segments = tuple(replace(s, flags=(), quality=s.quality and s.quality * 0.5) for s in without_flags(bad).segments)
    dimmed = replace(bad, segments=segments)
    quality = compare_reports([without_flags(bad), dimmed]).pairings[0]
    (measure,) = [m for m in quality.measures if m.name == "quality"]
    assert measure.significant
    assert quality.verdict == "undecided"
    assert "does not decide" in quality.reasons[-1]


def test_the_caution_holds_the_figures_of_the_model_in_use() -> None:
    signed = replace(samples.news(), signature="mtcheck|quality:quality-v1@308af10f|judge:2")
    other = replace(signed, segments=tuple(replace(s, quality=s.quality and s.quality / 2) for s in signed.segments))
    assert "only 51 to 52 of 100" in compare_reports([signed, other]).pairings[0].reasons[-1]
    deep = [replace(one, signature="mtcheck|quality:quality-v1@308af10f+critic-v1@c75dc947") for one in (signed, other)]
    assert "only 52 to 56 of 100" in compare_reports(deep).pairings[0].reasons[-1]
    unknown = replace(other, signature="mtcheck|quality:quality-v9@00000000|judge:2")
    assert "has not been measured" in compare_reports([signed, unknown]).pairings[0].reasons[-1]


def merged(report: Report, at: int) -> Report:
    """Beads `at` and `at + 1` as one."""
    one, two = report.segments[at : at + 2]
    both = replace(
        one,
        source=f"{one.source} {two.source}",
        target=f"{one.target} {two.target}",
        source_span=(one.source_span[0], two.source_span[1]) if one.source_span and two.source_span else None,
        target_span=(one.target_span[0], two.target_span[1]) if one.target_span and two.target_span else None,
        bead=((*one.bead[0], *two.bead[0]), (*one.bead[1], *two.bead[1])),
        flags=(*one.flags, *two.flags),
    )
    return replace(report, segments=(*report.segments[:at], both, *report.segments[at + 2 :]))


def test_rows_are_the_smallest_stretches_that_no_bead_crosses() -> None:
    plain = samples.news()
    one, two = merged(plain, 0), merged(plain, 1)
    made = compare_reports([plain, one, two])
    assert [cell.positions for cell in made.rows[0].cells] == [(0, 1, 2), (0, 1), (0, 1)]
    for k, report in enumerate((plain, one, two)):
        assert [i for row in made.rows for i in row.cells[k].positions] == list(range(len(report.segments)))
    words = " ".join(row.source for row in made.rows if row.source)
    assert words == " ".join(s.source for s in plain.segments if s.source)


def test_different_sources_do_not_compare() -> None:
    with pytest.raises(InputError, match="different sources"):
        compare_reports([samples.news(), samples.arabic()])
    with pytest.raises(InputError, match="without a source"):
        compare_reports([samples.news(), samples.lint()])
    with pytest.raises(InputError, match="at least two"):
        compare_reports([samples.news()])


def test_texts_without_a_source_are_lined_up_by_their_sentences() -> None:
    whole = samples.lint()
    shorter = replace(whole, segments=whole.segments[:2] + whole.segments[3:])
    made = compare_reports([whole, shorter])
    assert [tuple(len(c.positions) for c in row.cells) for row in made.rows].count((1, 0)) == 1
    assert states(made)["fixed"] == len(whole.segments[2].flags)


def test_a_reference_decides_by_chrf() -> None:
    report = samples.large(40)
    worse = replace(
        report, segments=tuple(replace(s, target=s.target[: len(s.target) // 2] or s.target) for s in report.segments)
    )
    (pairing,) = compare_reports([report, worse], reference=report).pairings
    by_name = {m.name: m for m in pairing.measures}
    assert set(by_name) == {"findings", "bleu", "chrf", "ter", "quality"}
    assert by_name["chrf"].baseline == 100
    assert by_name["chrf"].significant
    assert by_name["ter"].gain < 0
    assert pairing.verdict == "worse"


def test_new_findings_set_the_gate() -> None:
    made = compare_reports([without_flags(samples.news(), "MRK003"), samples.news()])
    assert made.has_new(Severity.MINOR)
    assert not made.has_new(Severity.MAJOR)
    assert not made.has_new(None)


@pytest.mark.parametrize("write", [Comparison.to_json, Comparison.to_html, Comparison.to_text])
def test_equal_comparisons_give_equal_bytes(write: Callable[[Comparison], str]) -> None:
    made = [write(compare_reports([samples.news(), without_flags(samples.news(), "NUM001")])) for _ in range(2)]
    assert made[0] == made[1]


def test_the_json_says_what_the_text_says() -> None:
    made = compare_reports([samples.news(), without_flags(samples.news(), "NUM001")])
    data = json.loads(made.to_json())
    assert data["schema"] == "mtcheck-compare/1"
    assert data["pairings"][0]["findings"]["fixed"] == 2
    assert len(data["rows"]) == len(data["pairings"][0]["outcomes"]) == len(made.rows)
    text = made.to_text()
    assert "Fixed in B (2)" in text
    assert "findings: 2 fixed, 0 new" in text


def test_two_runs_of_one_file(tmp_path: Path) -> None:
    old, new = tmp_path / "old.json", tmp_path / "new.json"
    old.write_text(samples.news().to_json(), encoding="utf-8")
    new.write_text(without_flags(samples.news(), "NAM001").to_json(indent=1), encoding="utf-8")
    assert are_results([str(old), str(new)])
    assert states(compare_results(str(old), str(new)))["fixed"] == 2
    assert not are_results([str(old), str(CORPUS / "source.txt")])
    assert not are_results([str(old), str(new), str(new)])


def test_a_text_that_is_no_translation_loses_whatever_the_tests_say(tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("The weather was fine. Nobody had expected it. They went home at six.\n" * 3, encoding="utf-8")
    source, good = (str(CORPUS / name) for name in ("source.txt", "target.txt"))
    made = compare_files(source, good, str(other), source_lang="ru", target_lang="en")
    assert made.pairings[0].verdict == "worse"
    assert made.pairings[0].reasons[1].startswith("B as a whole is bad")


def test_a_row_has_at_most_so_many_points() -> None:
    report = samples.news()
    flags = tuple(f for s in report.segments for f in s.flags) * 9
    dump = replace(report, segments=(replace(report.segments[0], flags=flags), *report.segments[1:]))
    assert compare_reports([report, dump]).rows[0].cells[1].points == MOST_POINTS


def test_one_translation_or_stdin_is_a_clear_error() -> None:
    source = str(CORPUS / "source.txt")
    with pytest.raises(InputError, match="two or more translations"):
        compare_files(source, source)
    with pytest.raises(InputError, match="save stdin"):
        compare_files("-", source, source)


def test_results_in_the_place_of_a_text_are_a_clear_error(tmp_path: Path) -> None:
    saved = tmp_path / "r.json"
    saved.write_text(samples.news().to_json(), encoding="utf-8")
    source = str(CORPUS / "source.txt")
    with pytest.raises(InputError, match="holds results, not a text"):
        compare_files(source, source, str(saved))


@pytest.mark.slow
def test_a_damaged_copy_is_worse_and_a_copy_is_the_same(tmp_path: Path) -> None:
    source, good = (str(CORPUS / name) for name in ("source.txt", "target.txt"))
    lines = (CORPUS / "target.txt").read_text("utf-8").split("\n")
    damaged = tmp_path / "damaged.txt"
    damaged.write_text("\n".join(line + " &nbsp;" if len(line) > 30 else line for line in lines), encoding="utf-8")
    made = compare_files(source, good, str(damaged), good, source_lang="ru", target_lang="en")
    worse, same = made.pairings
    assert worse.verdict in ("worse", "undecided")  # the baseline of this corpus is good, and 17 rows are few
    assert worse.count(State.NEW) > 3
    assert worse.count(State.FIXED) == 0
    assert same.verdict == "same"
    assert all(m.p_bootstrap == 1.0 for m in same.measures)
    assert mtcheck.check_files(source, good).summary == made.systems[0].report.summary


def test_what_a_baseline_made_known_is_still_there() -> None:
    report = samples.news()
    known = replace(report, segments=tuple(replace(s, flags=(), known=s.flags) for s in report.segments))
    assert states(compare_reports([report, known])) == {
        "fixed": 0,
        "new": 0,
        "same": sum(len(s.flags) for s in report.segments),
    }
    dismissed = replace(report, segments=tuple(replace(s, flags=(), dismissed=s.flags) for s in report.segments))
    assert states(compare_reports([report, dismissed]))["same"] == 0
