"""MQM's view of a document's findings."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.data import Flag, SegmentResult, Severity, Side, VerdictLabel
from mtcheck.mqm import MOST_POINTS, mqm_of, n_words


def flag(severity: Severity, category: str = "accuracy/omission") -> Flag:
    return Flag(rule="X001", name="x", severity=severity, category=category, side=Side.TARGET, start=0, end=1,
                text="a", message="why")  # fmt: skip


def segment(target: str, *flags: Flag, index: int = 0) -> SegmentResult:
    return SegmentResult(index=index, source="s", target=target, source_span=(0, 1), target_span=(0, len(target)),
                         source_line=1, target_line=1, bead=((index,), (index,)), adequacy=None, fluency=None,
                         quality=None, verdict=VerdictLabel.GOOD, similarity=None, alignment_confidence=None,
                         flags=flags, notes=())  # fmt: skip


@pytest.mark.parametrize(
    ("text", "n"),
    [("", 0), ("It isn’t 5 o'clock.", 4), ("北京在下雨", 2.5), ("USB线", 1.5), ("— «»", 0), ("ขอบคณ", 2.5)],
)
def test_words(text: str, n: float) -> None:
    assert n_words(text) == n


def test_points_per_thousand_words_with_their_dimensions() -> None:
    found = mqm_of([segment("one two three four", flag(Severity.MAJOR), flag(Severity.MINOR, "fluency"))])
    assert found is not None
    assert (found.penalty, found.score, found.n_words) == (1500.0, 0.0, 4)
    assert (found.low, found.high) == (None, None)
    assert found.by_dimension == {"accuracy": 5.0, "fluency": 1.0}


def test_a_segment_is_lost_once_and_its_dimensions_share_that() -> None:
    found = mqm_of([segment("word " * 1000, flag(Severity.CRITICAL), flag(Severity.CRITICAL, "fluency"))])
    assert found is not None
    assert found.penalty == MOST_POINTS
    assert found.by_dimension == {"accuracy": 12.5, "fluency": 12.5}
    assert found.score == 97.5


def test_known_findings_count_and_dismissed_ones_do_not() -> None:
    known = replace(segment("word " * 500), known=(flag(Severity.MAJOR),))
    gone = replace(segment("word " * 500), dismissed=(flag(Severity.MAJOR),))
    found = mqm_of([known, gone])
    assert found is not None
    assert found.penalty == 5.0


def test_no_words_no_view() -> None:
    assert mqm_of([]) is None
    assert mqm_of([segment("", flag(Severity.MAJOR))]) is None


@given(st.lists(st.tuples(st.integers(1, 30), st.sampled_from(list(Severity))), min_size=2, max_size=20))
def test_the_interval_holds_the_penalty_and_a_run_repeats(rows: list[tuple[int, Severity]]) -> None:
    segments = [segment("word " * n, flag(severity), index=i) for i, (n, severity) in enumerate(rows)]
    found = mqm_of(segments)
    assert found == mqm_of(segments)
    assert found is not None
    assert found.low is not None
    assert found.high is not None
    assert 0 <= found.low <= found.high
    assert 0 <= found.score <= 100


def test_many_segments_take_the_normal_interval() -> None:
    segments = [segment("word " * 10, *([flag(Severity.MINOR)] * (i % 2)), index=i) for i in range(6000)]
    found = mqm_of(segments)
    assert found is not None
    assert found.low is not None
    assert found.high is not None
    assert found.low < found.penalty == 50.0 < found.high
