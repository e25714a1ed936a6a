"""Words without a counterpart on the other side: hints at omissions and additions, never verdicts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from mtcheck.data import Encoder, FloatArray, Pair, Side
from mtcheck.quality_match import LONGEST

HEAVY = 0.8  # of the side's median word weight: lighter words (articles, particles) have no fixed counterpart
LOW, HIGH = 0.05, 0.30  # best cosine at which the confidence is 1, and 0
_MIN_CONFIDENCE = 0.25


@dataclass(frozen=True, slots=True)
class UnmatchedWord:
    """`text[start:end]` of the pair's source or target has no word like it on the other side; confidence 0..1."""

    side: Side
    start: int
    end: int
    confidence: float


def unmatched_words(pair: Pair, encoder: Encoder) -> list[UnmatchedWord]:
    """Content words of both sides that match nothing, source first, in text order; neighbours are merged.

    A word counts where its weight is not small and its best cosine with any word, or with any two neighbouring words
    (compounds), of the other side is below `HIGH`. At most the first `LONGEST` words of each side are compared.
    """
    sides = [encoder.encode_tokens(text[: 40 * LONGEST]) for text in (pair.source, pair.target)]
    vectors = [side.vectors[:LONGEST] for side in sides]
    found: list[UnmatchedWord] = []
    for mine, other, side in ((0, 1, Side.SOURCE), (1, 0, Side.TARGET)):
        if not len(vectors[mine]) or not len(vectors[other]):
            continue
        found += _merged(_unmatched(vectors[mine], vectors[other]), sides[mine].offsets, side)
    return found


def _unmatched(mine: FloatArray, other: FloatArray) -> FloatArray:
    """(n,) confidence that each word has no counterpart, 0 where it has or where it says little."""
    weights = np.sqrt(np.einsum("ij,ij->i", mine, mine))
    pairs = other[:-1] + other[1:]
    candidates = _unit(np.concatenate([other, pairs]))
    best = (_unit(mine) @ candidates.T).max(axis=1)
    confidence = np.clip((HIGH - best) / (HIGH - LOW), 0, 1)
    confidence[(weights < HEAVY * np.median(weights)) | (weights == 0)] = 0
    return np.asarray(np.where(confidence >= _MIN_CONFIDENCE, confidence, 0), dtype=np.float32)


def _unit(vectors: FloatArray) -> FloatArray:
    lengths = np.sqrt(np.einsum("ij,ij->i", vectors, vectors))
    unit: FloatArray = vectors / np.maximum(lengths, 1e-9)[:, None]
    return unit


def _merged(confidence: FloatArray, offsets: np.ndarray, side: Side) -> list[UnmatchedWord]:
    found: list[UnmatchedWord] = []
    last = -2
    for i in np.flatnonzero(confidence).tolist():
        start, end, value = int(offsets[i, 0]), int(offsets[i, 1]), float(confidence[i])
        if i == last + 1:
            found[-1] = UnmatchedWord(side, found[-1].start, end, max(found[-1].confidence, value))
        else:
            found.append(UnmatchedWord(side, start, end, value))
        last = i
    return found
