"""Gates: what is counted, and when a run fails."""

from __future__ import annotations

import json

import pytest
from report_samples import news

from mtcheck.config import Config
from mtcheck.data import Severity
from mtcheck.errors import ConfigError
from mtcheck.gate import Gate, Tally


@pytest.fixture(name="tally")
def counted() -> Tally:
    return Tally.of(news().segments)


def test_a_tally_counts_what_the_report_counts(tally: Tally) -> None:
    report = news()
    assert tally.n_pairs == len(report.segments)
    for level in (Severity.MINOR, Severity.MAJOR, Severity.CRITICAL):
        own = sum(flag.severity >= level for segment in report.segments for flag in segment.flags)
        assert tally.n_flags(level) == own


def test_batches_added_up_give_the_same_tally_and_json_keeps_it(tally: Tally) -> None:
    segments = news().segments
    total = Tally()
    for start in range(0, len(segments), 2):
        total.add(Tally.of(segments[start : start + 2]))
    assert total.n_pairs == tally.n_pairs
    assert total.flags == tally.flags
    assert total.quality == pytest.approx(tally.quality)
    assert Tally.from_json(json.loads(json.dumps(total.to_json()))) == total


def test_fail_on_alone_allows_no_flag(tally: Tally) -> None:
    n_major = tally.n_flags(Severity.MAJOR)
    assert n_major > 0
    (reason,) = Gate(fail_on=Severity.MAJOR).failures(tally, None)
    assert f"{n_major} flag" in reason
    assert "major or above, 0 allowed" in reason
    assert not Gate(fail_on=Severity.CRITICAL).failures(Tally(flags={"major": 3}), None)


def test_max_flags_lets_so_many_pass(tally: Tally) -> None:
    n_major, n_minor = tally.n_flags(Severity.MAJOR), tally.n_flags(Severity.MINOR)
    assert not Gate(fail_on=Severity.MAJOR, max_flags=n_major).failures(tally, None)
    assert Gate(fail_on=Severity.MAJOR, max_flags=n_major - 1).failures(tally, None)
    assert not Gate(max_flags=n_minor).failures(tally, None)
    assert Gate(max_flags=n_minor - 1).failures(tally, None)


def test_fail_under_holds_against_the_quality_and_passes_where_there_is_none() -> None:
    gate = Gate(fail_under=70)
    assert gate.failures(Tally(), 69.9) == ("quality 69.9 is below 70",)
    assert not gate.failures(Tally(), 70.0)
    assert not gate.failures(Tally(), None)


def test_no_limits_no_failure(tally: Tally) -> None:
    assert not Gate().failures(tally, 0.0)
    assert Gate.of(Config(fail_on=Severity.MINOR, fail_under=1, max_flags=2)) == Gate(Severity.MINOR, 1, 2)
    with pytest.raises(ConfigError, match="max-flags -1"):
        Config(max_flags=-1)
