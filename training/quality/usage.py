"""Count which words stand beside each other in Russian text (`mtcheck.quality_usage`)."""

from __future__ import annotations

import lzma
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from mtcheck.quality_trees import Array
from mtcheck.quality_usage import (
    BITS,
    END,
    START,
    WORD_STEP,
    Body,
    Usage,
    pair_buckets,
    tokens_in,
    word_buckets,
)

LEAST_WORD, LEAST_PAIR = 2, 4  # occurrences of what is listed: some 110,000 words and 140,000 pairs of each body
_FINE = 26  # bits of the buckets that pairs are counted in, so that few share one
_LOT = 50_000  # texts at a time


def russian_usage(data: Path) -> Usage:
    """From the Russian text that fluency is counted in, and the Russian side of parallel text: 5 million words each."""
    bodies = []
    for path, column in ((data / "mono" / "ru.txt.xz", 1), (data / "train" / "ru-en.tsv.xz", 1)):
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            bodies.append(body_of([line.rstrip("\n").split("\t")[column] for line in lines]))
    return Usage(bodies)


def body_of(texts: Sequence[str], least_word: int = LEAST_WORD, least_pair: int = LEAST_PAIR) -> Body:
    """The counts of texts."""
    words, pairs = (np.zeros(1 << _FINE, dtype=np.uint32) for _ in range(2))
    total = 0
    for first in range(0, len(texts), _LOT):
        tokens, owner = _flat(texts[first : first + _LOT])
        same = owner[1:] == owner[:-1]
        words += np.bincount(word_buckets(tokens, _FINE), minlength=len(words)).astype(np.uint32)
        pairs += np.bincount(pair_buckets(tokens, _FINE)[same], minlength=len(pairs)).astype(np.uint32)
        total += len(tokens)
    word, pair = _gathered(words, least_word), _gathered(pairs, least_pair)
    codes = np.where(pair > 0, 1 + np.round(np.log2(np.maximum(pair, 1) / least_pair)), 0)
    steps = np.round(np.log2(1 + word) / WORD_STEP)
    return Body(steps.astype(np.uint8), codes.astype(np.uint8), total, least_pair)


def _gathered(counts: Array, least: int) -> Array:
    """(2 ** BITS,) counts of at least `least`: of two in one bucket the higher one."""
    found: Array = np.where(counts < least, 0, counts).reshape(1 << BITS, -1).max(axis=1)
    return found


def _flat(texts: Iterable[str]) -> tuple[Array, Array]:
    """The tokens of texts, each with its start and end, and the text that each belongs to."""
    found = [[START, *tokens_in(text), END] for text in texts]
    owner = np.repeat(np.arange(len(found)), [len(own) for own in found])
    return np.array([token for own in found for token in own], dtype=np.uint64), owner
