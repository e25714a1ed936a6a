"""The MQM view of a document: points of its possible errors per 1,000 words, and the score that MQM makes of them.

Points follow MQM's proportions (Lommel et al., "The Multi-Range Theory of Translation Quality Measurement", 2024).
It is an estimate from what the checks found, not an annotation: errors of meaning that no rule sees are not in it,
and false alarms are.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from mtcheck.data import Flag, Mqm, SegmentResult, Severity
from mtcheck.intervals import ratio_interval
from mtcheck.scripts import UNSPACED

#: Points of a possible error. Not `judge.PENALTY`, which is pressed together so that one wrong rule cannot sink a
#: segment.
POINTS = {Severity.NEUTRAL: 0, Severity.MINOR: 1, Severity.MAJOR: 5, Severity.CRITICAL: 25}

#: The most points of one segment, as in WMT's MQM scores (Freitag et al. 2021, "Experts, Errors, and Context"): a
#: passage that is lost altogether is lost once, and one segment cannot outweigh all others.
MOST_POINTS = 25

PER = 1_000

_RUN = re.compile(r"\w+(?:['’]\w+)*")
_UNSPACED = re.compile(f"[{UNSPACED}]")


def n_words(text: str) -> float:
    """Words of a text; where a script writes no spaces, two characters are taken for one.

    >>> n_words("It isn't 5 o'clock."), n_words("北京在下雨")
    (4.0, 2.5)
    """
    total = 0.0
    for run in _RUN.findall(text):
        unspaced = 0 if run.isascii() else len(_UNSPACED.findall(run))
        total += unspaced / 2 + (len(run) > unspaced)
    return total


def mqm_of(segments: Sequence[SegmentResult], *, seed: int = 0) -> Mqm | None:
    """The view of a document's segments; None without a word of target text.

    Findings that a baseline knows count, those that a person dismissed do not. The interval: `mtcheck.intervals`.
    """
    words = np.array([n_words(s.target) for s in segments])
    if not words.sum():
        return None
    points = np.array([_points((*s.flags, *s.known)) for s in segments])
    by_dimension: dict[str, float] = defaultdict(float)
    for segment, most in zip(segments, points, strict=True):
        flags = (*segment.flags, *segment.known)
        whole = sum(POINTS[flag.severity] for flag in flags)
        for flag in flags:
            by_dimension[flag.category.split("/")[0]] += POINTS[flag.severity] * most / whole if whole else 0.0
    penalty = PER * points.sum() / words.sum()
    low, high = ratio_interval(points, words, seed) if len(segments) > 1 else (None, None)
    return Mqm(
        penalty=round(float(penalty), 1),
        low=None if low is None else round(max(low, 0.0) * PER, 1),
        high=None if high is None else round(high * PER, 1),
        score=round(max(0.0, 100.0 - float(penalty) * 100 / PER), 1),
        n_words=round(float(words.sum())),
        by_dimension={name: round(value, 1) for name, value in sorted(by_dimension.items()) if value},
    )


def _points(flags: Sequence[Flag]) -> float:
    return float(min(sum(POINTS[flag.severity] for flag in flags), MOST_POINTS))
