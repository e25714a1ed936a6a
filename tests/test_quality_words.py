"""Words that are likely wrong, with a tiny encoder."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.data import Flag, Pair, Severity, Side
from mtcheck.encode import StaticEncoder
from mtcheck.encode_table import DenseTable
from mtcheck.fluency import load_fluency
from mtcheck.fluency_words import WordTerms, word_terms
from mtcheck.quality_bag import BUCKETS, Changed
from mtcheck.quality_tables import Tables
from mtcheck.quality_trees import Forest
from mtcheck.quality_words import FEATURES, MOST, facts_of, likely_wrong, sides_of, tokens_of, word_rows

WORDS = ["дом", "house", "кошка", "cat", "лес", "forest", "красный", "red"]


@pytest.fixture(scope="module")
def encoder() -> StaticEncoder:
    axes = np.eye(8, dtype=np.float32)
    rows = np.stack([axes[i // 2] for i in range(len(WORDS))])
    return StaticEncoder({f"={word}": i for i, word in enumerate(WORDS)}, DenseTable(rows), name="tiny")


def stump(feature: str, threshold: float, low: float, high: float) -> Forest:
    """`low` up to the threshold, `high` above it and where the figure is not known."""
    return Forest(
        roots=np.array([0], dtype=np.int32),
        feature=np.array([FEATURES.index(feature), 0, 0], dtype=np.int16),
        threshold=np.array([threshold, np.inf, np.inf], dtype=np.float32),
        left=np.array([1, 1, 2], dtype=np.int32),
        missing_left=np.array([False, True, True]),
        value=np.array([0, low, high], dtype=np.float32),
        mean=np.array([(low + high) / 2, low, high], dtype=np.float32),
        baseline=0.0,
        depth=1,
    )


def found(encoder: StaticEncoder, source: str, target: str, *flags: Flag) -> list[tuple[Side, str, str]]:
    pair = Pair(index=0, source=source, target=target)
    hints = likely_wrong(pair, encoder, stump("best", 0.5, 0.8, 0.1), 50.0, 0.6, {}, flags)
    for hint in hints:
        assert hint.text == (source if hint.side is Side.SOURCE else target)[hint.start : hint.end]
    return [(hint.side, hint.text, hint.category) for hint in hints]


def test_a_full_translation_has_none(encoder: StaticEncoder) -> None:
    assert found(encoder, "Красный дом, кошка", "Red house, cat") == []


def test_a_lost_and_an_added_word_are_named(encoder: StaticEncoder) -> None:
    assert found(encoder, "Красный дом, лес", "Red house, cat") == [
        (Side.SOURCE, "лес", "accuracy/omission"),
        (Side.TARGET, "cat", "accuracy/mistranslation"),
    ]


def test_neighbours_are_one_stretch(encoder: StaticEncoder) -> None:
    assert found(encoder, "дом", "house cat forest")[0][1] == "cat forest"


def test_what_a_flag_points_at_is_not_hinted_at_again(encoder: StaticEncoder) -> None:
    flag = Flag(rule="X", name="x", category="accuracy", severity=Severity.MINOR, side=Side.TARGET, start=7, end=10,
                text="cat", message="")  # fmt: skip
    assert found(encoder, "дом", "house, cat")[-1] == (Side.TARGET, "cat", "accuracy/mistranslation")
    assert found(encoder, "дом", "house, cat", flag) == []


def test_no_more_than_a_few(encoder: StaticEncoder) -> None:
    assert len(found(encoder, "дом", ", ".join(["cat"] * 30))) == MOST + 1  # and the house that is lost


def test_characters_of_unspaced_scripts_are_tokens_and_marks_are_too() -> None:
    text = "北京, isn't"
    assert [text[a:b] for a, b in tokens_of(text)] == ["北", "京", ",", "isn", "'", "t"]


def test_a_missing_side_has_nothing_to_compare(encoder: StaticEncoder) -> None:
    assert found(encoder, "дом", "") == []
    assert found(encoder, "...", "house") == []


def test_rows_know_their_neighbours(encoder: StaticEncoder) -> None:
    terms = {0: WordTerms(-1, -2, 3, -8, -6, 0)}
    pair = Pair(index=0, source="дом", target="house cat")
    spans, rows = word_rows(pair, sides_of(pair, encoder), 70.0, 0.6, terms)
    assert spans == [(0, 5), (6, 9)]
    assert rows.shape == (2, len(FEATURES))
    assert rows[0, FEATURES.index("fine")] == rows[1, FEATURES.index("fine-1")] == -1
    assert rows[1, FEATURES.index("best-1")] == rows[0, FEATURES.index("best")] == 1
    assert np.isnan(rows[0, FEATURES.index("best-1")])


def test_word_terms_stand_where_words_start() -> None:
    (found_terms,) = word_terms(load_fluency(), ["The cat sat on the mat."], "en")
    assert sorted(found_terms)[:3] == [0, 4, 8]
    assert word_terms(load_fluency(), ["x"], "xx") == [{}]
    assert word_terms(load_fluency(), ["x"], None) == [{}]


@given(st.text(max_size=80), st.text(max_size=80))
def test_spans_lie_inside_their_text(source: str, target: str) -> None:
    encoder = StaticEncoder({"=a": 0, "=b": 1}, DenseTable(np.eye(2, dtype=np.float32)), name="tiny")
    for side, text, _ in found(encoder, source, target):
        assert text.strip()
        assert text in (source if side is Side.SOURCE else target)


def test_rows_know_how_often_such_a_word_is_changed(encoder: StaticEncoder) -> None:
    rng = np.random.default_rng(0)
    weights = rng.normal(size=BUCKETS).astype(np.float32)
    tables = Tables(None, {"changed": Changed(weights, weights, (0.0, 0.1))})
    pair = Pair(index=0, source="дом", target="house, cat")
    facts = facts_of(pair, encoder, tables)
    _, rows = word_rows(pair, sides_of(pair, encoder), 70.0, 0.6, {}, facts)
    column, shares = rows[:, FEATURES.index("changed")], tables.shares(["=house", "=cat"])
    assert shares is not None
    assert column[[0, 2]] == pytest.approx(shares)
    assert np.isnan(column[1])
    assert rows[1, FEATURES.index("changed-1")] == pytest.approx(shares[0])
