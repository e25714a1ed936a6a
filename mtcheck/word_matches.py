"""Which word of the source answers to which of the target: a reading aid for the report, no ground for any score.

A match is a pair of words that are each other's nearest among all words of the two texts, under the embedded encoder's
vectors: the intersection of both directions, as in SimAlign's "argmax" (Jalili Sabet et al. 2020, arXiv:2004.08728).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from mtcheck.data import FloatArray, SegmentResult
from mtcheck.encode import StaticEncoder, load_encoder
from mtcheck.encode_words import run_pattern, split_run

#: Cosine below which a mutual best is left out. By eye on the clean demo articles (ru, de, zh, ar): the matches below
#: 0.3 are mostly wrong, those above 0.4 mostly right.
LOWEST = 0.35

#: Words of a side that are compared, and characters that are read for them.
LONGEST, READ = 192, 4_000

#: Beads of a page that get matches: more would make it slow to write and to open.
MOST = 2_000

#: Source start and end, target start and end: half-open, code points in the two texts.
WordMatch = tuple[int, int, int, int]

Word = tuple[int, int, str]  # start, end, key


def page_matches(segments: Sequence[SegmentResult]) -> list[tuple[WordMatch, ...]]:
    """`result[i]`: the matches of `segments[i]` under the embedded encoder; [] for more than `MOST` segments."""
    encoder = load_encoder() if 0 < len(segments) <= MOST else None
    if not isinstance(encoder, StaticEncoder):
        return []
    return match_words([(segment.source, segment.target) for segment in segments], encoder)


def match_words(pairs: Sequence[tuple[str, str]], encoder: StaticEncoder) -> list[tuple[WordMatch, ...]]:
    """`result[i]`: (source start, end, target start, end) of the matches in `pairs[i]`, code points, in source order.

    A pair's matches do not depend on the other pairs. Texts longer than `READ` give none.
    """
    words = [(_words(source), _words(target)) for source, target in pairs]
    keys = sorted({key for pair in words for side in pair for _, _, key in side})
    row = {key: i for i, key in enumerate(keys)}
    vectors = _unit(encoder.word_vectors(keys))
    return [_matches(source, target, row, vectors) for source, target in words]


def _words(text: str) -> list[Word]:
    if len(text) > READ:
        return []
    found: list[Word] = []
    for run in run_pattern().finditer(text):
        base = run.start()
        found += [(base + start, base + end, key) for start, end, key in split_run(run.group())]
    return found[:LONGEST]


def _matches(
    source: Sequence[Word], target: Sequence[Word], row: dict[str, int], vectors: FloatArray
) -> tuple[WordMatch, ...]:
    if not source or not target:
        return ()
    a, b = (vectors[[row[key] for _, _, key in side]] for side in (source, target))
    # Rounded, so that equal words tie and the first wins on every machine; of repeated words the nearest in place wins.
    cosines = np.round(a @ b.T, 3) - 1e-4 * _distance(len(source), len(target))
    there, back = cosines.argmax(axis=1), cosines.argmax(axis=0)
    return tuple(
        (source[i][0], source[i][1], target[j][0], target[j][1])
        for i, j in enumerate(there.tolist())
        if back[j] == i and cosines[i, j] >= LOWEST
    )


def _distance(n: int, m: int) -> FloatArray:
    """(n, m): how far apart the relative places of two words are, 0..1."""
    apart: FloatArray = np.abs((np.arange(n) + 0.5)[:, None] / n - (np.arange(m) + 0.5)[None, :] / m)
    return apart


def _unit(vectors: FloatArray) -> FloatArray:
    lengths = np.sqrt(np.einsum("ij,ij->i", vectors, vectors))
    unit: FloatArray = vectors / np.maximum(lengths, 1e-9)[:, None]
    return unit
