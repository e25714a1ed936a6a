"""Are two documents translations of each other at all? Asked before a page of beads is believed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from mtcheck.align_repeats import find_repeats, folded
from mtcheck.align_sides import length_units
from mtcheck.align_weights import RELATED
from mtcheck.data import Encoder, FloatArray, LanguageGuess, Segment
from mtcheck.languages import language_name

_SAMPLE = 300
_STRETCH = 8
_IDENTICAL_SHARE = 0.8
_SUMMARY_RATIO = 0.45
NOT_RELATED = (
    "The two documents do not seem to be translations of each other: "
    "segments of one have no counterpart, in order, in the other."
)


class Relation(StrEnum):
    """What two documents are to each other."""

    TRANSLATION = "translation"
    UNRELATED = "unrelated"
    SWAPPED = "swapped"
    IDENTICAL = "identical"
    SUMMARY = "summary"
    REPEATED = "repeated"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentCheck:
    """The relation of two documents and why; `reason` is empty for a plain translation."""

    relation: Relation
    confidence: float  # 0..1, that the relation is right
    reason: str
    related: float  # 0..1, probability that one text renders the other at least in part
    identical_share: float  # share of the target's segments that stand in the source word for word
    length_ratio: float  # length of the target over that of the source, in comparable units

    @property
    def alignable(self) -> bool:
        """Whether an alignment of the two means anything."""
        return self.relation not in (Relation.UNRELATED, Relation.EMPTY)


def check_documents(
    source: Sequence[Segment],
    target: Sequence[Segment],
    encoder: Encoder,
    *,
    source_lang: str | None = None,
    target_lang: str | None = None,
    source_guess: LanguageGuess | None = None,
    target_guess: LanguageGuess | None = None,
) -> DocumentCheck:
    """What the two documents are to each other.

    Languages asked for (`*_lang`) and found (`*_guess`) show swapped files; without them swaps are not looked for.
    A text that holds itself twice is told where the other one does not: a refrain is translated each time.
    At most 300 segments of the shorter document are looked up in the other one: linear in length.
    """
    if not source or not target:
        which = "Both documents are" if not source and not target else f"The {'target' if source else 'source'} is"
        return DocumentCheck(
            relation=Relation.EMPTY, confidence=1.0, reason=f"{which} empty.", related=0.0, identical_share=0.0,
            length_ratio=0.0,
        )  # fmt: skip
    ratio = _length_ratio(source, target)
    identical = _identical_share(source, target)
    related = relatedness(source, target, encoder)
    relation, confidence, reason = _judge(
        ratio, identical, related, min(len(source), len(target)), max(len(source), len(target))
    )
    if relation in (Relation.TRANSLATION, Relation.SUMMARY) and _swapped(
        source_lang, target_lang, source_guess, target_guess
    ):
        relation, confidence = Relation.SWAPPED, 0.9
        found = [language_name(lang or "") for lang in (target_lang, source_lang)]
        reason = f"The source looks like {found[0]} and the target like {found[1]}: the files seem to be swapped."
    repeat = _repeated(source, target) if relation in (Relation.TRANSLATION, Relation.SUMMARY) else ""
    if repeat:
        relation, confidence, reason = Relation.REPEATED, related, repeat
    return DocumentCheck(
        relation=relation,
        confidence=round(confidence, 4),
        reason=reason,
        related=round(related, 4),
        identical_share=round(identical, 4),
        length_ratio=round(ratio, 4),
    )


def _judge(ratio: float, identical: float, related: float, shorter: int, longer: int) -> tuple[Relation, float, str]:
    if identical >= _IDENTICAL_SHARE:
        part = "The whole target" if identical == 1.0 else f"{identical:.0%} of the target"
        return Relation.IDENTICAL, identical, f"{part} stands in the source word for word."
    least = 0.02 if shorter <= 3 else 0.2
    if related < least:
        return Relation.UNRELATED, 1.0 - related, NOT_RELATED
    short, long_ = ("target", "source") if ratio < 1 else ("source", "target")
    if min(ratio, 1 / ratio) < _SUMMARY_RATIO and longer >= 6 and shorter >= 1:
        share = min(ratio, 1 / ratio)
        return Relation.SUMMARY, min(related, 0.9), (
            f"The {short} is only {share:.0%} as long as the {long_}: a summary, or a part of it is missing."
        )  # fmt: skip
    return Relation.TRANSLATION, related, ""


def _repeated(source: Sequence[Segment], target: Sequence[Segment]) -> str:
    """What is said of the one text that holds itself twice; empty where neither or both do."""
    left, right = find_repeats(source), find_repeats(target)
    if bool(left) == bool(right):
        return ""
    which, repeats = ("source", left) if left else ("target", right)
    more = f" and {len(repeats) - 1} more runs like it" if len(repeats) > 1 else ""
    return f"The {which} holds the same text twice: {repeats[0]}{more}."


def _swapped(
    source_lang: str | None,
    target_lang: str | None,
    source_guess: LanguageGuess | None,
    target_guess: LanguageGuess | None,
) -> bool:
    if not (source_lang and target_lang and source_guess and target_guess):
        return False
    if not (source_guess.lang and target_guess.lang):
        return False
    wanted = source_lang.split("-")[0], target_lang.split("-")[0]
    found = source_guess.lang.split("-")[0], target_guess.lang.split("-")[0]
    return wanted[0] != wanted[1] and found == (wanted[1], wanted[0])


def _length_ratio(source: Sequence[Segment], target: Sequence[Segment]) -> float:
    left = sum(length_units(segment.text) for segment in source)
    right = sum(length_units(segment.text) for segment in target)
    return (right + 1.0) / (left + 1.0)


def _identical_share(source: Sequence[Segment], target: Sequence[Segment]) -> float:
    """Share of the target's letters in segments of several words that the source has too."""
    known = {folded(segment.text) for segment in source}
    total = same = 0
    for segment in target:
        text = folded(segment.text)
        size = sum(map(str.isalpha, text))
        total += size
        same += size if text in known else 0
    return same / total if total else 0.0


def relatedness(source: Sequence[Segment], target: Sequence[Segment], encoder: Encoder) -> float:
    """The probability, 0..1, that the two are translations at least in part."""
    features = related_features(source, target, encoder)
    total = sum(RELATED[name] * value for name, value in features.items())
    return float(1.0 / (1.0 + np.exp(-np.clip(total, -30.0, 30.0))))


def related_features(source: Sequence[Segment], target: Sequence[Segment], encoder: Encoder) -> dict[str, float]:
    """What tells related documents from unrelated ones.

    - `best`: mean similarity of a segment to its best counterpart, over what segments reach on average;
    - `excess`: the same in standard deviations, less what the best of as many random texts would reach;
    - `order`: length of the longest run of counterparts in order, as a share, less what chance gives;
    - `whole`: cosine of stretches of eight segments at the same relative place, mean over the document;
    - the same times the logarithm of the number of segments looked at, for evidence adds up.
    """
    if len(source) > len(target):
        source, target = target, source
    looked = np.unique(np.linspace(0, len(source) - 1, min(len(source), _SAMPLE)).astype(int))
    rows = encoder.encode([source[i].text for i in looked])
    columns = encoder.encode([segment.text for segment in target])
    cosine = rows @ columns.T
    best = cosine.max(axis=1)
    chance, spread = _chance(cosine)
    order = _order_share(_margin(cosine).argmax(axis=1), len(looked))
    whole = _whole_similarity(rows, columns)
    n = len(looked)
    log_n = float(np.log(n))
    excess = np.clip((best - chance) / spread - np.sqrt(2.0 * np.log(cosine.shape[1])), -2.0, 8.0)
    values = {
        "one": 1.0,
        "best": float(np.mean((best - chance) / (1.0 - chance))),
        "excess": float(np.mean(excess)),
        "order": order,
        "whole": whole,
    }
    return values | {f"{name}_n": value * log_n for name, value in values.items()}


def _chance(cosine: FloatArray) -> tuple[FloatArray, FloatArray]:
    """(n_rows,) each: mean and deviation of a row without its best, drawn to 0.05 and 0.1 where columns are few."""
    n = cosine.shape[1]
    best = cosine.max(axis=1)
    mean = (cosine.sum(axis=1) - best + 0.05 * 5.0) / (n - 1 + 5.0)
    around = np.square(cosine - mean[:, None]).sum(axis=1) - np.square(best - mean)
    return mean, np.sqrt((around + 0.01 * 5.0) / (n - 1 + 5.0))


def _margin(cosine: FloatArray) -> FloatArray:
    """Cosine less the mean of the column's and the row's highest few, so that texts close to all win nothing."""
    k = min(4, *cosine.shape)
    row = np.partition(cosine, -k, axis=1)[:, -k:].mean(axis=1, keepdims=True)
    column = np.partition(cosine, -k, axis=0)[-k:].mean(axis=0, keepdims=True)
    out: FloatArray = 2.0 * cosine - row - column
    return out


def _order_share(places: np.ndarray, n: int) -> float:
    """Longest ascending run of places (not strictly), as a share of n, less the share that random places reach."""
    tails: list[int] = []
    for place in places.tolist():
        at = int(np.searchsorted(np.array(tails), place, side="right")) if tails else 0
        if at == len(tails):
            tails.append(place)
        else:
            tails[at] = place
    chance = min(1.0, 2.0 / np.sqrt(n))  # expected longest ascending run of a random order: 2 sqrt(n) of n
    return float(len(tails) / n - chance) if n > 4 else 0.0


def _whole_similarity(rows: FloatArray, columns: FloatArray) -> float:
    """Mean cosine of stretches of both documents at the same relative place."""
    parts = max(1, min(len(rows), len(columns)) // _STRETCH)
    values = []
    for k in range(parts):
        a = rows[k * len(rows) // parts : (k + 1) * len(rows) // parts].sum(axis=0)
        b = columns[k * len(columns) // parts : (k + 1) * len(columns) // parts].sum(axis=0)
        length = float(np.linalg.norm(a) * np.linalg.norm(b))
        values.append(float(a @ b) / length if length else 0.0)
    return float(np.mean(values))
