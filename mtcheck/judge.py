"""Scores and flags to a verdict; every weight and threshold of the judgement stands here and nowhere else.

Severity penalties follow the shape of MQM scoring (minor : major : critical about 1 : 5 : 25; Lommel et al., "The
Multi-Range Theory of Translation Quality Measurement", 2024, and the MQM-Full typology), compressed because a flag
is a *possible* error: a rule that errs once must not sink a good segment. Where the quality model (trained on human
judgements, `mtcheck.quality`) knows the encoder in use, its estimate takes the place of the weighted mean and the
penalties; ceilings and thresholds stay. `VERSION` goes into the signature with every change.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from mtcheck.data import (
    SegmentResult,
    Severity,
    Summary,
    Verdict,
    VerdictLabel,
)
from mtcheck.intervals import ratio_interval
from mtcheck.mqm import mqm_of

VERSION = "2"

#: Share of adequacy in quality where fluency is known too: meaning first, as in MQM's and WMT's weighting of
#: accuracy over fluency errors (Freitag et al. 2021, "Experts, Errors, and Context").
ADEQUACY_SHARE = 0.7

#: Points off quality for each flag, and the highest quality that a segment with such a flag may keep.
PENALTY = {Severity.NEUTRAL: 0.0, Severity.MINOR: 4.0, Severity.MAJOR: 18.0, Severity.CRITICAL: 45.0}
CEILING = {Severity.NEUTRAL: 100.0, Severity.MINOR: 95.0, Severity.MAJOR: 69.0, Severity.CRITICAL: 30.0}
_CEILINGS = tuple(CEILING[level] for level in sorted(Severity))  # by number: hashing an enumeration's member takes long

GOOD_FROM = 70.0  # quality at and above which a segment without a major flag is "good"
BAD_BELOW = 40.0
#: A low score alone, with no grave flag and between neighbours that hold the bead in place, is a free rendering as
#: often as a wrong one: "check", not "bad".
SURE_ALIGNMENT = 0.8
UNSURE_ALIGNMENT = 0.5  # below this alignment confidence a good-looking score is only "check"

#: A document is "bad" when this share of its text lies in bad segments, or its quality is below `BAD_BELOW`.
BAD_SHARE = 0.25

#: Without any major flag a document is still "check" when more than these shares of its text lie in bad segments, or in
#: bad and check ones together: one sentence in twenty of a sound translation scores below 70 by construction.
SOME_BAD_SHARE = 0.05
CHECK_SHARE = 0.25


def judge_pair(
    adequacy: float | None,
    fluency: float | None,
    severities: Sequence[Severity],
    *,
    estimate: float | None = None,
    alignment_confidence: float | None = None,
    missing_side: bool = False,
) -> Verdict:
    """Quality and label of one bead. `missing_side`: an omission or addition, judged by its flags alone.

    `estimate` is the quality model's value, 0-100, which has seen the flags: they only set a ceiling on it. Without
    one, quality is the weighted mean of adequacy and fluency less a penalty for each flag.

    Guaranteed: more or graver flags never raise quality; quality is None exactly for "cannot-judge".
    """
    worst = max(severities) if severities else Severity.NEUTRAL
    if missing_side:
        quality = 0.0 if worst >= Severity.MAJOR else 50.0
        return Verdict(quality=quality, label=VerdictLabel.BAD if quality == 0 else VerdictLabel.CHECK)
    if adequacy is None:
        if worst >= Severity.CRITICAL:
            return Verdict(quality=0.0, label=VerdictLabel.BAD, reasons=("a critical flag, with no score",))
        if worst is Severity.MAJOR:
            return Verdict(quality=50.0, label=VerdictLabel.CHECK, reasons=("a major flag, with no score",))
        return Verdict(quality=None, label=VerdictLabel.CANNOT_JUDGE)
    if estimate is not None:
        penalised = estimate
    else:
        base = adequacy if fluency is None else ADEQUACY_SHARE * adequacy + (1 - ADEQUACY_SHARE) * fluency
        penalised = base - sum(PENALTY[severity] for severity in severities)
    quality = min(max(float(min(penalised, _CEILINGS[worst])), 0.0), 100.0)
    label, reasons = _label(quality, worst, alignment_confidence)
    return Verdict(quality=quality, label=label, reasons=reasons)


def _label(quality: float, worst: Severity, alignment_confidence: float | None) -> tuple[VerdictLabel, tuple[str, ...]]:
    if worst < Severity.MAJOR and quality < BAD_BELOW and (alignment_confidence or 0.0) >= SURE_ALIGNMENT:
        return VerdictLabel.CHECK, ("it stands where it should, but the wording is far from the source's",)
    if quality < BAD_BELOW or worst >= Severity.CRITICAL:
        return VerdictLabel.BAD, ()
    if quality < GOOD_FROM or worst >= Severity.MAJOR:
        return VerdictLabel.CHECK, ()
    if alignment_confidence is not None and alignment_confidence < UNSURE_ALIGNMENT:
        return VerdictLabel.CHECK, ("the alignment is unsure here",)
    return VerdictLabel.GOOD, ()


OBJECTIONS = {
    "unrelated": "not a translation of this source",
    "identical": "a copy of the source, not a translation",
    "swapped": "the two files are swapped",
}
"""What the relation of two documents (`align_check.Relation`) says against the target as a whole."""


def summarise(
    segments: Sequence[SegmentResult], *, seed: int = 0, lint: bool = False, objection: str | None = None
) -> Summary:
    """The document's numbers: means weighted by text length, counts, a bootstrap interval, a verdict with reasons.

    `objection` says what is wrong with the document as a whole (it is not a translation at all): the verdict is bad.
    """
    lengths = np.array([max(len(s.source), len(s.target), 1) for s in segments], dtype=np.float64)
    quality = _weighted([s.quality for s in segments], lengths)
    flags = [flag for s in segments for flag in s.flags]
    omissions = sum(1 for s in segments if s.source and not s.target)
    additions = 0 if lint else sum(1 for s in segments if s.target and not s.source)
    by_verdict = {str(label): 0 for label in VerdictLabel} | Counter(str(s.verdict) for s in segments)
    label, reasons = _document_verdict(segments, lengths, quality, omissions, additions)
    if objection is not None:
        label, reasons = VerdictLabel.BAD, (objection, *reasons)
    return Summary(
        quality=quality,
        adequacy=_weighted([s.adequacy for s in segments], lengths),
        fluency=_weighted([s.fluency for s in segments], lengths),
        interval=_interval([s.quality for s in segments], lengths, seed),
        verdict=label,
        n_pairs=len(segments),
        n_omissions=omissions,
        n_additions=additions,
        n_cannot_judge=by_verdict[str(VerdictLabel.CANNOT_JUDGE)],
        by_severity={str(level): sum(f.severity is level for f in flags) for level in Severity if level},
        by_category=dict(Counter(f.category for f in flags).most_common()),
        by_rule=dict(Counter(f.rule for f in flags).most_common()),
        by_verdict=by_verdict,
        reasons=reasons,
        mqm=mqm_of(segments, seed=seed),
    )


def _document_verdict(
    segments: Sequence[SegmentResult],
    lengths: np.ndarray,
    quality: float | None,
    omissions: int,
    additions: int,
) -> tuple[VerdictLabel, tuple[str, ...]]:
    if quality is None:
        return VerdictLabel.CANNOT_JUDGE, ("no segment could be judged",)
    share = {
        label: float(lengths[[s.verdict is label for s in segments]].sum() / lengths.sum()) for label in VerdictLabel
    }
    counts = Counter(s.verdict for s in segments)
    known = sum(1 for s in segments for flag in s.known if flag.severity >= Severity.MAJOR)
    severe = known + sum(1 for s in segments for flag in s.flags if flag.severity >= Severity.MAJOR)
    words = ((VerdictLabel.BAD, ("is bad", "are bad")), (VerdictLabel.CHECK, ("needs a check", "need a check")))
    reasons = [
        f"{counts[label]} of {len(segments)} segments {forms[counts[label] != 1]}"
        for label, forms in words
        if counts[label]
    ]
    nouns = ((severe, "major or critical error"), (omissions, "omission"), (additions, "addition"))
    reasons += [f"{n} possible {noun}{'s' if n != 1 else ''}" for n, noun in nouns if n]
    reasons += [f"{known} of the errors known already"] if known else []
    if quality < BAD_BELOW or share[VerdictLabel.BAD] >= BAD_SHARE:
        return VerdictLabel.BAD, tuple(reasons)
    doubtful = share[VerdictLabel.BAD] + share[VerdictLabel.CHECK]
    if quality < GOOD_FROM or severe or share[VerdictLabel.BAD] > SOME_BAD_SHARE or doubtful > CHECK_SHARE:
        return VerdictLabel.CHECK, tuple(reasons)
    if share[VerdictLabel.CANNOT_JUDGE] > 0.5:
        return VerdictLabel.CANNOT_JUDGE, ("most segments could not be judged",)
    return VerdictLabel.GOOD, tuple(reasons)


def _weighted(values: Sequence[float | None], weights: np.ndarray) -> float | None:
    known = [(v, w) for v, w in zip(values, weights, strict=True) if v is not None]
    if not known:
        return None
    array = np.array(known, dtype=np.float64)
    return float(np.clip(np.average(array[:, 0], weights=array[:, 1]), 0.0, 100.0))


def _interval(values: Sequence[float | None], weights: np.ndarray, seed: int) -> tuple[float, float] | None:
    """The 95 % interval of the weighted mean of what is known; None for fewer than two values."""
    known = np.array([v is not None for v in values])
    if known.sum() < 2:
        return None
    scores = np.array([v for v in values if v is not None], dtype=np.float64)
    low, high = ratio_interval(scores * weights[known], weights[known], seed)
    return max(low, 0.0), min(high, 100.0)
