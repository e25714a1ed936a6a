"""Segments hidden in a larger bead: named where the aligner is unsure and nothing on the other side is like them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from mtcheck.align_parts import UNSURE, unmatched_parts
from mtcheck.data import Bead, FloatArray, IntArray, Segment, Side


class WordEncoder:
    """A dimension a word: two texts are alike as far as they share words."""

    signature, dim = "words@1", 64

    def encode(self, texts: Sequence[str]) -> FloatArray:
        rows = np.zeros((len(texts), self.dim), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for word in text.lower().replace(".", "").split():
                row[sum(map(ord, word)) % self.dim] += 1
            row /= max(float(np.linalg.norm(row)), 1e-9)
        return rows

    def encode_tokens(self, text: str) -> _NoTokens:
        raise NotImplementedError(text)


class _NoTokens:
    offsets: IntArray
    vectors: FloatArray


def segments(*texts: str) -> list[Segment]:
    found, start = [], 10
    for index, text in enumerate(texts):
        found.append(Segment(index=index, text=text, start=start, end=start + len(text)))
        start += len(text) + 1
    return found


def bead(n: int, m: int, confidence: float) -> Bead:
    return Bead(source=tuple(range(n)), target=tuple(range(m)), cost=0.5, similarity=0.5, confidence=confidence)


def test_the_stranger_is_named_on_its_side_with_offsets_in_the_text() -> None:
    own, other = segments("red apples fall.", "zebra quits."), segments("red apples fall.")
    assert unmatched_parts(bead(2, 1, 0.5), own, other, WordEncoder()) == ((Side.SOURCE, 17, 29),)
    assert unmatched_parts(bead(1, 2, 0.5), other, own, WordEncoder()) == ((Side.TARGET, 17, 29),)


def test_merged_sentences_are_left_alone() -> None:
    own, other = segments("red apples fall.", "green pears rot."), segments("red apples fall green pears rot.")
    assert unmatched_parts(bead(2, 1, 0.5), own, other, WordEncoder()) == ()


@pytest.mark.parametrize(("n", "m", "confidence"), [(2, 1, UNSURE), (1, 1, 0.1), (1, 0, 0.1), (0, 1, 0.1)])
def test_sure_plain_and_null_beads_are_not_looked_at(n: int, m: int, confidence: float) -> None:
    own, other = segments("red apples fall.", "zebra quits.")[:n], segments("red apples fall.")[:m]
    assert unmatched_parts(bead(n, m, confidence), own, other, WordEncoder()) == ()
