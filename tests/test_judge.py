"""The verdict: graver never scores higher, cannot-judge is an answer, the interval holds the mean."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mtcheck.data import Flag, SegmentResult, Severity, Side, VerdictLabel
from mtcheck.judge import CEILING, judge_pair, summarise

SCORES = st.one_of(st.none(), st.floats(0, 100))
SEVERITIES = st.lists(st.sampled_from(list(Severity)), max_size=6)
RANK = {VerdictLabel.BAD: 0, VerdictLabel.CHECK: 1, VerdictLabel.GOOD: 2}


def segment(
    index: int, quality: float | None, *severities: Severity, source: str = "a b c", target: str = "d e f"
) -> SegmentResult:
    verdict = judge_pair(quality, None, severities, missing_side=not source or not target)
    flags = tuple(
        Flag(rule="NUM001", name="n", category="accuracy/x", severity=s, side=Side.TARGET, start=0, end=1, text="d",
             message="m")
        for s in severities
    )  # fmt: skip
    return SegmentResult(
        index=index, source=source, target=target, source_span=(0, 5), target_span=(0, 5), source_line=1,
        target_line=1, bead=((index,), (index,)), adequacy=quality, fluency=None, quality=verdict.quality,
        verdict=verdict.label, similarity=None, alignment_confidence=None, flags=flags,
    )  # fmt: skip


class TestJudgePair:
    @given(SCORES, SCORES, SEVERITIES)
    def test_quality_is_a_number_in_range_or_the_label_says_cannot_judge(
        self, adequacy: float | None, fluency: float | None, severities: list[Severity]
    ) -> None:
        verdict = judge_pair(adequacy, fluency, severities)
        assert (verdict.quality is None) == (verdict.label is VerdictLabel.CANNOT_JUDGE)
        assert verdict.quality is None or 0 <= verdict.quality <= 100

    @given(st.floats(0, 100), SCORES, SEVERITIES, st.sampled_from(list(Severity)))
    def test_one_more_flag_never_helps(
        self, adequacy: float, fluency: float | None, severities: list[Severity], extra: Severity
    ) -> None:
        before = judge_pair(adequacy, fluency, severities)
        after = judge_pair(adequacy, fluency, [*severities, extra])
        assert before.quality is not None
        assert after.quality is not None
        assert after.quality <= before.quality
        assert RANK[after.label] <= RANK[before.label]

    @given(st.floats(0, 100), st.floats(0, 100), SCORES)
    def test_monotone_in_adequacy(self, one: float, other: float, fluency: float | None) -> None:
        low, high = sorted((one, other))
        worse, better = judge_pair(low, fluency, ()), judge_pair(high, fluency, ())
        assert worse.quality is not None
        assert better.quality is not None
        assert worse.quality <= better.quality

    def test_a_critical_flag_is_bad_whatever_the_scores(self) -> None:
        verdict = judge_pair(100, 100, [Severity.CRITICAL])
        assert verdict.label is VerdictLabel.BAD
        assert verdict.quality is not None
        assert verdict.quality <= CEILING[Severity.CRITICAL]

    def test_an_unsure_alignment_is_never_simply_good(self) -> None:
        assert judge_pair(95, 95, (), alignment_confidence=0.9).label is VerdictLabel.GOOD
        unsure = judge_pair(95, 95, (), alignment_confidence=0.2)
        assert unsure.label is VerdictLabel.CHECK
        assert unsure.reasons

    def test_a_low_score_alone_in_a_sure_place_is_check(self) -> None:
        assert judge_pair(20, None, (), alignment_confidence=0.95).label is VerdictLabel.CHECK
        assert judge_pair(20, None, (), alignment_confidence=0.6).label is VerdictLabel.BAD
        assert judge_pair(20, None, (), alignment_confidence=None).label is VerdictLabel.BAD
        assert judge_pair(20, None, [Severity.MAJOR], alignment_confidence=0.95).label is VerdictLabel.BAD

    def test_no_score_and_no_grave_flag_cannot_be_judged(self) -> None:
        assert judge_pair(None, 80, [Severity.MINOR]).label is VerdictLabel.CANNOT_JUDGE
        assert judge_pair(None, None, [Severity.CRITICAL]).label is VerdictLabel.BAD

    def test_a_missing_side_is_judged_by_its_flags(self) -> None:
        assert judge_pair(None, None, [Severity.MAJOR], missing_side=True).label is VerdictLabel.BAD
        assert judge_pair(None, None, [Severity.MINOR], missing_side=True).label is VerdictLabel.CHECK


class TestSummarise:
    @given(st.lists(SCORES, min_size=1, max_size=30))
    def test_interval_holds_the_mean_and_counts_add_up(self, scores: list[float | None]) -> None:
        segments = [segment(i, score) for i, score in enumerate(scores)]
        summary = summarise(segments)
        assert sum(summary.by_verdict.values()) == summary.n_pairs == len(segments)
        assert (summary.quality is None) == all(score is None for score in scores)
        if summary.interval is not None and summary.quality is not None:
            low, high = summary.interval
            known = [score for score in scores if score is not None]
            assert min(known) - 1e-6 <= low <= high <= max(known) + 1e-6

    def test_same_seed_same_interval(self) -> None:
        segments = [segment(i, value) for i, value in enumerate((10.0, 40.0, 90.0, 95.0, 60.0))]
        assert summarise(segments, seed=3) == summarise(segments, seed=3)

    def test_clean_document_is_good_and_one_grave_flag_makes_it_check(self) -> None:
        clean = [segment(i, 92.0) for i in range(50)]
        assert summarise(clean).verdict is VerdictLabel.GOOD
        flagged = [*clean[:-1], segment(49, 92.0, Severity.MAJOR)]
        summary = summarise(flagged)
        assert summary.verdict is VerdictLabel.CHECK
        assert summary.by_severity == {"minor": 0, "major": 1, "critical": 0}
        assert any("1 possible major" in reason for reason in summary.reasons)

    def test_mostly_bad_document_is_bad(self) -> None:
        assert summarise([segment(i, 20.0 if i % 2 else 90.0) for i in range(10)]).verdict is VerdictLabel.BAD

    def test_omissions_and_additions_are_counted_and_longer_text_weighs_more(self) -> None:
        segments = [segment(0, None, Severity.MAJOR, target=""), segment(1, None, Severity.MAJOR, source="")]
        summary = summarise(segments)
        assert (summary.n_omissions, summary.n_additions) == (1, 1)
        long_good = segment(0, 100.0, source="word " * 40)
        short_bad = segment(1, 0.0)
        weighted = summarise([long_good, short_bad]).quality
        assert weighted is not None
        assert weighted > 90
