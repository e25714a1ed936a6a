"""A toy bilingual world: numbered concepts, one word a language, and an encoder that knows the dictionary."""

from __future__ import annotations

import random
from collections.abc import Sequence

import numpy as np

from mtcheck.data import FloatArray, IntArray, Segment, SegmentKind

DIM = 64
N_CONCEPTS = 600


class ToyTokens:
    def __init__(self, offsets: IntArray, vectors: FloatArray) -> None:
        self.offsets = offsets
        self.vectors = vectors


class ToyEncoder:
    """Word `a17` and word `b17` mean concept 17; any other word has a vector of its own; a text is the sum."""

    signature = "toy@1"
    dim = DIM

    def __init__(self) -> None:
        self.calls = 0

    def encode(self, texts: Sequence[str]) -> FloatArray:
        self.calls += 1
        sums = self._sums(texts)
        out: FloatArray = sums / np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-9)
        return out

    def encode_tokens(self, text: str) -> ToyTokens:
        words = text.split()
        ends = np.cumsum([len(word) + 1 for word in words], dtype=np.int64)
        offsets = np.stack([ends - [len(word) + 1 for word in words], ends - 1], axis=1)
        return ToyTokens(offsets, self._sums(words))

    def _sums(self, texts: Sequence[str]) -> FloatArray:
        out = np.zeros((len(texts), DIM), np.float32)
        for row, text in enumerate(texts):
            for word in text.split():
                out[row] += self._vector(word.strip(".,"))
        return out

    @staticmethod
    def _vector(word: str) -> FloatArray:
        name = word[1:] if word[:1] in "ab" and word[1:].isdigit() else word
        rng = np.random.default_rng(abs(hash_of(name)))
        return rng.normal(size=DIM).astype(np.float32)


class AdditiveToyEncoder(ToyEncoder):
    """The same with the optional method that gives sums."""

    def encode_sums(self, texts: Sequence[str]) -> FloatArray:
        self.calls += 1
        return self._sums(texts)


def hash_of(name: str) -> int:
    """A hash that does not change between runs."""
    value = 5381
    for char in name:
        value = (value * 33 + ord(char)) % (1 << 32)
    return value


def sentence(rng: random.Random, size: int | None = None) -> list[int]:
    """A meaning: concept numbers."""
    return [rng.randrange(N_CONCEPTS) for _ in range(size or rng.randint(6, 14))]


def say(meaning: list[int], lang: str) -> str:
    """A meaning in language "a" or "b"."""
    return " ".join(f"{lang}{concept}" for concept in meaning) + "."


def segments(
    texts: Sequence[str], *, paragraphs: Sequence[int] | None = None, kinds: Sequence[SegmentKind] | None = None
) -> list[Segment]:
    """Texts as segments of a document in which they are joined by single spaces."""
    out, at = [], 0
    for index, text in enumerate(texts):
        out.append(
            Segment(
                index=index,
                text=text,
                start=at,
                end=at + len(text),
                paragraph=paragraphs[index] if paragraphs else 0,
                kind=kinds[index] if kinds else SegmentKind.SENTENCE,
            )
        )
        at += len(text) + 1
    return out
