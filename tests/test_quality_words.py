"""Words without a counterpart, with a tiny encoder."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.data import Pair, Side
from mtcheck.encode import StaticEncoder
from mtcheck.encode_table import DenseTable
from mtcheck.quality_words import UnmatchedWord, unmatched_words

WORDS = ["дом", "house", "кошка", "cat", "лес", "forest", "красный", "red"]


@pytest.fixture(scope="module")
def encoder() -> StaticEncoder:
    axes = np.eye(8, dtype=np.float32)
    rows = np.stack([axes[i // 2] for i in range(len(WORDS))])
    return StaticEncoder({f"={word}": i for i, word in enumerate(WORDS)}, DenseTable(rows), name="tiny")


def found(encoder: StaticEncoder, source: str, target: str) -> list[tuple[Side, str, float]]:
    texts = {Side.SOURCE: source, Side.TARGET: target}
    words = unmatched_words(Pair(index=0, source=source, target=target), encoder)
    return [(word.side, texts[word.side][word.start : word.end], word.confidence) for word in words]


def test_a_full_translation_has_none(encoder: StaticEncoder) -> None:
    assert found(encoder, "Красный дом, кошка", "Red house, cat") == []


def test_a_lost_and_an_added_word_are_named(encoder: StaticEncoder) -> None:
    assert found(encoder, "Красный дом, лес", "The red house, a cat") == [
        (Side.SOURCE, "лес", 1.0),
        (Side.TARGET, "cat", 1.0),
    ]


def test_neighbours_are_one_stretch(encoder: StaticEncoder) -> None:
    assert found(encoder, "дом кошка лес", "house") == [(Side.SOURCE, "кошка лес", 1.0)]


def test_a_missing_side_has_nothing_to_compare(encoder: StaticEncoder) -> None:
    assert found(encoder, "дом", "") == []
    assert found(encoder, "...", "house") == []


@given(st.text(max_size=80), st.text(max_size=80))
def test_spans_lie_inside_their_text(source: str, target: str) -> None:
    encoder = StaticEncoder({"=a": 0, "=b": 1}, DenseTable(np.eye(2, dtype=np.float32)), name="tiny")
    for word in unmatched_words(Pair(index=0, source=source, target=target), encoder):
        assert isinstance(word, UnmatchedWord)
        text = source if word.side is Side.SOURCE else target
        assert 0 <= word.start < word.end <= len(text)
        assert 0 < word.confidence <= 1
