"""Calibrated similarity with its guards."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mtcheck.adequacy import CAPS, DEBRIS_CAP, GENERIC, Calibration, score_adequacy
from mtcheck.data import Flag, Pair, Score, Severity, Side, Unscored

UNKNOWN = Calibration("some-model@0", "ru", "en")


def flag(name: str, severity: Severity, start: int, end: int, rule: str = "XXX001") -> Flag:
    return Flag(rule=rule, name=name, category="accuracy/x", severity=severity, side=Side.TARGET, start=start, end=end,
                text="", message="")  # fmt: skip


def pair(similarity: float | None = 0.9, source: str = "Дом старый.", target: str = "The house is old.") -> Pair:
    return Pair(index=0, source=source, target=target, similarity=similarity)


@given(st.floats(-1, 1), st.floats(-1, 1))
def test_the_curve_is_monotone_and_in_range(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert 0 <= GENERIC(low) <= GENERIC(high) <= 100


def test_an_uncalibrated_encoder_is_said_so() -> None:
    assert "not calibrated" in UNKNOWN.notes[0]


def test_plain_pair_is_scored_without_notes() -> None:
    scored = score_adequacy(pair(), [], UNKNOWN, "sig")
    assert isinstance(scored, Score)
    assert scored.value > 90
    assert scored.notes == ()
    assert scored.signature == "sig"


def test_every_guard_caps_and_says_why() -> None:
    for name, (severity, cap, reason) in CAPS.items():
        scored = score_adequacy(pair(0.99), [flag(name, severity, 0, 5)], UNKNOWN, "")
        assert isinstance(scored, Score)
        assert scored.value == cap
        assert reason in scored.notes[0]
        mild = score_adequacy(pair(0.99), [flag(name, Severity.MINOR, 0, 5)], UNKNOWN, "")
        assert isinstance(mild, Score)
        assert mild.value > cap


def test_mostly_debris_is_capped_and_a_little_debris_is_not() -> None:
    target = "://” alt=”…” />://” alt=”…” /> ok"
    most = score_adequacy(pair(target=target), [flag("m", Severity.MAJOR, 0, 30, "MRK001")], UNKNOWN, "")
    some = score_adequacy(pair(target=target), [flag("m", Severity.MAJOR, 0, 3, "MRK001")], UNKNOWN, "")
    assert isinstance(most, Score)
    assert isinstance(some, Score)
    assert most.value == DEBRIS_CAP
    assert some.value > DEBRIS_CAP


def test_what_cannot_be_compared_is_not_scored() -> None:
    for unscorable in (pair(target=""), pair(target="12.5 %"), pair(similarity=None)):
        scored = score_adequacy(unscorable, [], UNKNOWN, "")
        assert isinstance(scored, Unscored)
        assert scored.reason
