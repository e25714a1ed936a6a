"""A line of JSON Lines is put together by hand; it holds what the record holds, byte by byte."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mtcheck.data import Flag, SegmentResult, Severity, Side, VerdictLabel
from mtcheck.report.to_json import dumps, lines, record

SCORES = st.none() | st.floats(0.0, 100.0) | st.sampled_from([0.0, 1e-9, 99.99, 100.0])
SPANS = st.none() | st.tuples(st.integers(0, 10**9), st.integers(0, 10**9))
TEXTS = st.text(max_size=30) | st.sampled_from(["\x7f", "a\x85b", "«a»\u2028", "\ud800", "\\\"'\n\t\x00"])
INDICES = st.lists(st.integers(0, 99), max_size=3).map(tuple)
FLAG = Flag(
    rule="ABC001", name="a-name", category="a/b", severity=Severity.MAJOR, side=Side.TARGET, start=0, end=2,
    text="“\x85", message="so\u2029", suggestion=None,
)  # fmt: skip
RECORDS = st.builds(
    SegmentResult,
    index=st.integers(0, 10**9),
    source=TEXTS,
    target=TEXTS,
    source_span=SPANS,
    target_span=SPANS,
    source_line=st.none() | st.integers(1, 99),
    target_line=st.none() | st.integers(1, 99),
    bead=st.tuples(INDICES, INDICES),
    adequacy=SCORES,
    fluency=SCORES,
    quality=SCORES,
    verdict=st.sampled_from(VerdictLabel),
    similarity=st.none() | st.floats(-1.0, 1.0),
    alignment_confidence=st.none() | st.floats(0.0, 1.0),
    flags=st.sampled_from([(), (FLAG,), (FLAG, FLAG)]),
    notes=st.lists(TEXTS, max_size=2).map(tuple),
    source_column=st.none() | st.just(3),
    target_unit=st.none() | TEXTS,
    metrics=st.sampled_from([{}, {"bleu": 12.345}]),
    dismissed=st.sampled_from([(), (FLAG,)]),
)


@given(st.lists(RECORDS, max_size=4))
def test_lines_are_the_records(segments: list[SegmentResult]) -> None:
    assert lines(segments) == "".join(f"{dumps(record(segment))}\n" for segment in segments).encode()
