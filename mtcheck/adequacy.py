"""Similarity to adequacy: 0-100, calibrated on clean, damaged and unrelated pairs, with guards.

A cosine means nothing by itself: 0.55 is a fine score between Russian and English under a static encoder and a poor
one between Spanish and Portuguese. `Calibration` holds, for an encoder and a language, the similarity that unrelated
pairs reach (50th and 99th percentile) and that clean human translations reach (5th, 50th and 95th); adequacy is
the piecewise-linear map between them. `training/adequacy/calibrate.py` measures them.

Guards: where the target is a copy of the source, in the wrong language or mostly debris, similarity is high or
meaningless, so adequacy is capped and the reason said (the traps named by the XLMRScore authors, Azadi et al. 2022).
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import islice

from mtcheck.data import Flag, Pair, Score, Severity, Side, Unscored

VERSION = "1"

#: Adequacy at the calibration points: unrelated 50 % and 99 %, clean translation 5 %, 50 % and 95 %. So 19 of 20
#: good sentences score above 70, half of them above 90, and 99 of 100 unrelated ones below 25.
POINTS = (0.0, 25.0, 70.0, 90.0, 100.0)

#: Highest adequacy left to a pair on which a rule of this name fired at this severity or above.
CAPS: Mapping[str, tuple[Severity, float, str]] = {
    "source-copied": (Severity.MAJOR, 10.0, "the target is a copy of the source"),
    "untranslated-sentence": (Severity.MAJOR, 15.0, "the target is not translated"),
    "wrong-language": (Severity.MAJOR, 15.0, "the target is in another language than expected"),
}
COPY_CAP = 10.0
MIN_COPY_WORDS = 3  # shorter equal texts may be names, numbers or loan words
DEBRIS_FAMILY = "MRK"
DEBRIS_SHARE = 0.5  # of the target's characters inside flags of that family
DEBRIS_CAP = 25.0
MIN_LETTERS = 2  # fewer letters on a side: nothing to compare meanings by


@dataclass(frozen=True, slots=True)
class Curve:
    """Similarities at which adequacy takes the values of `POINTS`: strictly ascending."""

    knots: tuple[float, float, float, float, float]

    def __call__(self, similarity: float) -> float:
        """Adequacy 0-100, monotone in `similarity`."""
        knots = self.knots
        above = bisect_right(knots, similarity)
        if above in (0, len(knots)):
            return float(POINTS[max(above - 1, 0)])
        slope = (POINTS[above] - POINTS[above - 1]) / (knots[above] - knots[above - 1])
        return float(slope * (similarity - knots[above - 1]) + POINTS[above - 1])


#: For encoders that nobody has calibrated: the medians of published multilingual transformers (LaBSE, multilingual
#: MiniLM and e5 behave alike only roughly), so the report says that the scale is not measured.
GENERIC = Curve((0.15, 0.45, 0.62, 0.84, 0.95))


@cache
def _table() -> dict[str, dict[str, list[float]]]:
    path = resources.files("mtcheck") / "models" / "adequacy.json"
    if not path.is_file():
        return {}
    loaded: dict[str, dict[str, list[float]]] = json.loads(path.read_text("utf-8"))
    return loaded


class Calibration:
    """Curves of one encoder for one language pair."""

    def __init__(self, encoder_signature: str, source_lang: str | None, target_lang: str | None) -> None:
        """Look the curve up; an encoder or language without figures gets the general curve, said in `notes`."""
        curves = _table().get(encoder_signature, {})
        foreign = [lang for lang in (source_lang, target_lang) if lang and lang != "en"]
        found = [curves[lang] for lang in foreign if lang in curves]
        self.notes: tuple[str, ...] = ()
        if not curves:
            self.curve = GENERIC
            self.notes = (f"adequacy is not calibrated for the encoder {encoder_signature}",)
        elif len(found) < max(len(foreign), 1):
            self.curve = _curve(curves["*"])
            self.notes = ("adequacy is calibrated on other languages than these",)
        else:
            self.curve = _curve(min(found, key=lambda knots: knots[3]))  # two foreign languages: the weaker one's

    @property
    def signature(self) -> str:
        """The knots' own short name."""
        return f"{VERSION}:" + ",".join(f"{knot:.3f}" for knot in self.curve.knots)


def _curve(knots: Sequence[float]) -> Curve:
    a, b, c, d, e = knots
    return Curve((a, b, c, d, e))


def score_adequacy(pair: Pair, flags: Sequence[Flag], calibration: Calibration, signature: str) -> Score | Unscored:
    """Is the meaning kept? `flags` are the pair's own (offsets within the pair), for the guards."""
    if not pair.source or not pair.target:
        return Unscored(reason="one side is missing")
    if not _has_letters(pair.source) or not _has_letters(pair.target):
        return Unscored(reason="too few letters to compare meanings by")
    if pair.similarity is None:
        return Unscored(reason="no similarity: the encoder knows no word of one side")
    value, notes = calibration.curve(pair.similarity), []
    for cap, reason in _caps(pair, flags):
        if value > cap:
            value = cap
            notes.append(f"adequacy capped at {cap:.0f}: {reason}")
    return Score(value=value, signature=signature, notes=tuple(notes))


def _caps(pair: Pair, flags: Sequence[Flag]) -> list[tuple[float, str]]:
    if not flags and pair.source_lang != pair.target_lang:
        return []
    caps = [
        (cap, reason)
        for flag in flags
        for severity, cap, reason in [CAPS.get(flag.name, (Severity.CRITICAL, 100.0, ""))]
        if flag.name in CAPS and flag.severity >= severity
    ]
    words = pair.target.split()
    # The rule leaves alone what is rightly equal across languages; within one language nothing is.
    if pair.source_lang == pair.target_lang and len(words) >= MIN_COPY_WORDS and pair.source.split() == words:
        caps.append((COPY_CAP, "the target is a copy of the source"))
    debris = sum(f.end - f.start for f in flags if f.side is Side.TARGET and f.rule.startswith(DEBRIS_FAMILY))
    if debris >= DEBRIS_SHARE * len(pair.target):
        caps.append((DEBRIS_CAP, "the target is mostly markup debris"))
    return sorted(set(caps))


def _has_letters(text: str) -> bool:
    """Whether there are `MIN_LETTERS` among the first 200 characters."""
    start = text[:MIN_LETTERS]
    if len(start) == MIN_LETTERS and start.isalpha():
        return True
    return next(islice(filter(str.isalpha, text[:200]), MIN_LETTERS - 1, None), None) is not None
