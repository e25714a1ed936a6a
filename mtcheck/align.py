"""Segments x Segments -> Alignment: which segments of two documents say the same, and how sure that is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

import numpy as np

from mtcheck.align_band import plan_band
from mtcheck.align_check import DocumentCheck, Relation, check_documents
from mtcheck.align_dp import DoubleArray, likeliest_beads
from mtcheck.align_moves import MovedBlock, detect_moves
from mtcheck.align_scores import BeadScorer, ChanceLevel
from mtcheck.align_sides import Side, read_side
from mtcheck.align_spans import SpanVectors
from mtcheck.align_weights import CALIBRATION, VERSION, WEIGHTS
from mtcheck.align_word_weights import CALIBRATION as WORD_CALIBRATION
from mtcheck.align_word_weights import WORDS
from mtcheck.align_words import WordLook, look_again
from mtcheck.data import Alignment, Bead, Encoder, Segment
from mtcheck.encode import StaticEncoder
from mtcheck.word_rows import WordRows

__all__ = ["DocumentCheck", "MovedBlock", "Relation", "align_segments", "check_documents", "detect_moves", "signature"]


def align_segments(
    source: Sequence[Segment],
    target: Sequence[Segment],
    encoder: Encoder,
    *,
    source_lang: str | None = None,
    target_lang: str | None = None,
    source_text: str | None = None,
    target_text: str | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Alignment:
    """The beads most likely to be right: in order, in which every source and every target index occurs exactly once.

    Beads have at most five segments; null beads have one. `confidence` is the calibrated probability that the bead
    is right, under all alignments of the two documents; `similarity` is the cosine of the merged sides; `cost` is
    one minus the similarity normalised by that of random runs (0 perfect, 1 no better than chance, null beads 1).
    Merged text is cut out of `source_text` and `target_text` where they are given, else joined by spaces.
    `progress` is called with the steps done and the steps in all. Documents without order in common get null beads
    and low confidence; ask `check_documents` first.
    """
    if not source or not target:
        path = [(1, 0)] * len(source) + [(0, 1)] * len(target)
        return Alignment(beads=tuple(_null_beads(path)), signature=signature(encoder))
    report = _Progress(progress, len(source) + len(target))
    vectors = [
        SpanVectors(segments, encoder, text=text, progress=report.add)
        for segments, text in ((source, source_text), (target, target_text))
    ]
    sides = (read_side(source, vectors[0]), read_side(target, vectors[1]))
    band = plan_band(vectors[0].single(), vectors[1].single())
    potentials = BeadScorer(*sides, band, WEIGHTS).potentials()
    first = likeliest_beads(band, potentials)
    if isinstance(encoder, StaticEncoder):
        path, probability = look_again(first, band, potentials, WordLook(*sides, WordRows(encoder)), WORDS)
        confidence = calibrate(path, probability, WORD_CALIBRATION)
    else:
        path = first[0]
        confidence = calibrate(path, first[1].beads, CALIBRATION)
    report.finish()
    return Alignment(beads=tuple(_beads(path, sides, confidence)), signature=signature(encoder))


def signature(encoder: Encoder) -> str:
    """What must be known to get the same alignment again: aligner, weights and encoder."""
    return f"aligner:crf@{VERSION}|encoder:{encoder.signature}"


class _Progress:
    """Counts encoded texts and one last step for the search."""

    def __init__(self, callback: Callable[[int, int], None] | None, n_segments: int) -> None:
        self.callback = callback
        self.done = 0
        self.total = n_segments + 1

    def add(self, count: int) -> None:
        self.done += count
        self.total = max(self.total, self.done + 1)
        if self.callback:
            self.callback(self.done, self.total)

    def finish(self) -> None:
        if self.callback:
            self.callback(self.total, self.total)


def _null_beads(path: list[tuple[int, int]]) -> Iterator[Bead]:
    """One side is empty: nothing to align, and no doubt about it."""
    for k, (n, m) in enumerate(path):
        yield Bead(source=(k,) * n, target=(k,) * m, cost=1.0, similarity=None, confidence=1.0)


def _beads(path: list[tuple[int, int]], sides: tuple[Side, Side], confidence: list[float]) -> list[Bead]:
    """The path's steps as beads with similarity and cost; `confidence` is calibrated.

    A bead no more similar than chance is held in place by its neighbours alone: it is never more than half sure.
    """
    cosines, chances = _similarities(path, sides)
    beads = []
    i = j = 0
    for k, (n, m) in enumerate(path):
        matched = n > 0 and m > 0
        cosine = float(np.clip(cosines[k], -1.0, 1.0))
        normal = (cosine - chances[k]) / (1.0 - chances[k])
        sure = min(confidence[k], 0.5 + 5.0 * max(normal, 0.0)) if matched else confidence[k]
        beads.append(
            Bead(
                source=tuple(range(i, i + n)),
                target=tuple(range(j, j + m)),
                cost=max(0.0, 1.0 - normal) if matched else 1.0,
                similarity=cosine if matched else None,
                confidence=sure,
            )
        )
        i, j = i + n, j + m
    return beads


def _similarities(path: list[tuple[int, int]], sides: tuple[Side, Side]) -> tuple[list[float], list[float]]:
    """Cosine and chance level of each bead of the path; 0 for null beads."""
    steps = np.array(path, np.int64).reshape(-1, 2)
    ends = np.cumsum(steps, axis=0)
    cosines, chances = np.zeros(len(path)), np.zeros(len(path))
    chance = ChanceLevel(sides[0].vectors, sides[1].vectors)
    for n, m in {(n, m) for n, m in path if n and m}:
        where = np.flatnonzero((steps[:, 0] == n) & (steps[:, 1] == m))
        left = sides[0].vectors.ending_at(n, ends[where, 0])
        right = sides[1].vectors.ending_at(m, ends[where, 1])
        cosines[where] = np.einsum("ij,ij->i", left, right)
        chances[where] = (chance.of(left, 1, m) + chance.of(right, 0, n)) / 2.0
    return cosines.tolist(), chances.tolist()


def calibrate(
    path: list[tuple[int, int]], posterior: DoubleArray, table: Mapping[str, tuple[float, float]]
) -> list[float]:
    """Posterior probabilities bent so that of the beads said to be 90 % sure nine in ten are right."""
    steps = np.array(path, np.int64).reshape(-1, 2)
    raw = np.clip(posterior, 1e-4, 1.0 - 1e-4)
    logit = np.log(raw / (1.0 - raw))
    slope = np.empty(len(path))
    shift = np.empty(len(path))
    null = (steps == 0).any(axis=1)
    single = (steps == 1).all(axis=1)
    for mask, name in ((null, "null"), (single, "single"), (~null & ~single, "merged")):
        slope[mask], shift[mask] = table[name]
    out: list[float] = np.round(1.0 / (1.0 + np.exp(-(slope * logit + shift))), 6).tolist()
    return out
