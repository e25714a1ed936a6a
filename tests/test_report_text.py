"""The terminal report: what its first lines say, widths, colours, and text that would drive a terminal."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
import report_samples as samples
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from mtcheck.data import Severity, Side, VerdictLabel
from mtcheck.report import places, to_text

ESCAPES = re.compile(r"\x1b\[[0-9;]*m")


@pytest.fixture(params=sorted(samples.SAMPLES))
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_the_first_line_says_it_all() -> None:
    first = samples.news().to_text().splitlines()[0]
    assert first == (
        "bad: quality 59 (95 % interval 53 to 65), adequacy 78, fluency 72; "
        "13 possible errors (1 critical, 7 major, 5 minor), 1 omission, 1 addition, 1 not judged"
    )


def test_without_a_source_there_is_no_adequacy_and_nothing_is_missing() -> None:
    text = samples.lint().to_text()
    assert "adequacy" not in text
    assert "omission" not in text
    assert "without a source" in text


def test_the_worst_place_comes_first_with_its_line_column_and_excerpt() -> None:
    lines = samples.news().to_text().splitlines()
    start = lines.index("Look at these first") + 1
    assert lines[start].startswith("article.en.txt:11:19 critical wrong-language: Nine words were left in Russian.")
    assert (
        lines[start + 1] == "    According to her, ⟦паром, который ходил здесь с 1968 года,⟧ will remain as a museum."
    )


def test_it_ends_with_the_signature(name: str) -> None:
    report = samples.SAMPLES[name]()
    assert report.to_text().endswith("\n" + report.signature + "\n")


def test_nothing_found_is_short() -> None:
    assert len(samples.clean().to_text().splitlines()) == 4


def test_one_rule_does_not_crowd_out_the_others() -> None:
    shown = places.worst(samples.large(700), 10).shown
    names = [place.name for place in shown]
    assert max(map(names.count, names)) <= places.PER_RULE
    assert len(set(names)) >= 4


def test_what_is_left_out_is_counted() -> None:
    report = samples.large(700)
    worst = places.worst(report, 10)
    flagged = sum(1 for s in report.segments if s.flags or s.verdict in (VerdictLabel.BAD, VerdictLabel.CHECK))
    assert len(worst.shown) + worst.n_more == flagged
    assert sum(worst.more_by_name.values()) == worst.n_more


@given(st.integers(20, 160), st.sampled_from(sorted(samples.SAMPLES)))
def test_no_line_is_wider_than_the_terminal(width: int, name: str) -> None:
    for line in samples.SAMPLES[name]().to_text(width, color=True).splitlines():
        assert cell_len(ESCAPES.sub("", line)) <= width


def test_colour_changes_nothing_but_colour_and_brackets(name: str) -> None:
    report = samples.SAMPLES[name]()
    plain, colored = report.to_text(), report.to_text(color=True)
    assert "\x1b" not in plain
    assert "\x1b[" in colored
    assert ESCAPES.sub("", colored) == plain.replace("⟦", "").replace("⟧", "")


def test_a_pipe_gets_one_finding_a_line() -> None:
    for line in samples.large(200).to_text().splitlines():
        assert not line.startswith("     ")
    assert "\n    counterpart" not in samples.news().to_text()


class Stream(io.StringIO):
    def __init__(self, terminal: bool) -> None:
        super().__init__()
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal


@pytest.mark.parametrize(
    ("terminal", "environ", "expected"),
    [
        (True, {}, (80, True)),
        (True, {"NO_COLOR": "1"}, (80, False)),
        (True, {"NO_COLOR": ""}, (80, True)),
        (True, {"TERM": "dumb"}, (80, False)),
        (False, {}, (None, False)),
        (False, {"FORCE_COLOR": "1"}, (None, True)),
        (False, {"FORCE_COLOR": "1", "NO_COLOR": "1"}, (None, False)),
    ],
)
def test_style_follows_the_stream_and_the_environment(
    terminal: bool, environ: dict[str, str], expected: tuple[int | None, bool]
) -> None:
    assert to_text.style_for(Stream(terminal), environ) == expected


HOSTILE = "\x1b]0;owned\x07\x1b[2J\u202eevil\u2066\x00\r\n\u2028<b>[red]x[/red] :smile:"


@pytest.mark.parametrize("color", [False, True])
def test_hostile_text_cannot_drive_the_terminal(color: bool) -> None:
    text = ESCAPES.sub("", samples.hostile(HOSTILE).to_text(60, color=color))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]", text)
    assert "<RLO>" in text
    assert "[red]" in text  # markup of the library that prints is not obeyed either
    assert ":smile:" in text


def test_a_megabyte_on_one_line_stays_short() -> None:
    text = samples.hostile("x" * 1_000_000).to_text(100)
    assert len(text) < 20_000


def test_columns_are_counted_from_every_kind_of_line_end() -> None:
    segment = samples.hostile("ab\r\ncd\u2028ef\rgh\x85ij").segments[0]
    for at, expected in ((0, (1, None)), (4, (2, 1)), (5, (2, 2)), (7, (3, 1)), (10, (4, 1)), (14, (5, 2))):
        flag = replace(segment.flags[0], start=at, end=at)
        assert places.locate(replace(segment, flags=(flag,))) == [expected]


def test_addresses_are_those_an_editor_opens() -> None:
    """Law: line and column of a flag lead to its text in the file."""
    report = samples.news()
    for which in (Side.SOURCE, Side.TARGET):
        text = "\n\n".join(places.text_of(s, which) for s in report.segments if places.text_of(s, which))
        lines = text.split("\n")
        for segment in report.segments:
            for flag, (line, column) in zip(segment.flags, places.locate(segment), strict=True):
                if flag.side is which:
                    assert line is not None
                    assert column is not None
                    assert lines[line - 1][column - 1 :].startswith(flag.text)


def test_a_bad_score_outranks_a_minor_flag_which_still_says_where() -> None:
    report = samples.news()
    segment = replace(report.segments[11], quality=12.0, fluency=9.0, verdict=VerdictLabel.BAD)
    place = places.worst(replace(report, segments=(segment,))).shown[0]
    assert (place.severity, place.name) == (Severity.MAJOR, "low-quality")
    assert place.reason == "Reads badly (fluency 9). A character entity was left in the text."
    assert place.flag is segment.flags[0]
