"""How usual words are beside each other: what counts as a word, counts, figures of a text, and storing."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from mtcheck.data import FloatArray
from mtcheck.quality_features import BASE, NAMES
from mtcheck.quality_tables import Tables, bag_of, bag_prefix
from mtcheck.quality_usage import BITS, END, FIGURES, START, Body, Usage, pair_buckets, tokens_in, word_buckets
from mtcheck.quality_usage import NAMES as USAGE
from mtcheck.stretch_memory import StretchMemory

PROSE = ["мать пришла домой"] * 40 + ["отец пришёл домой"] * 40 + ["он ел суп"] * 8
MANUALS = ["нажмите кнопку"] * 30


def body(lines: list[str], least: int = 2) -> Body:
    """Counts without the loss of few buckets; what `training.quality.usage` makes of real text."""
    words, pairs, total = np.zeros(1 << BITS), np.zeros(1 << BITS), 0
    for line in lines:
        tokens = np.array([START, *tokens_in(line), END], dtype=np.uint64)
        np.add.at(words, word_buckets(tokens), 1)
        np.add.at(pairs, pair_buckets(tokens), 1)
        total += len(tokens)
    codes = np.where(pairs < least, 0, 1 + np.round(np.log2(np.maximum(pairs, least) / least)))
    return Body(np.round(2 * np.log2(1 + words)).astype(np.uint8), codes.astype(np.uint8), total, least)


def usage() -> Usage:
    return Usage([body(PROSE), body(MANUALS)])


def named(text: str) -> dict[str, float]:
    return dict(zip(USAGE, read([text])[0].tolist(), strict=True))


def read(texts: Sequence[str], model: Usage | None = None) -> FloatArray:
    return StretchMemory([model or usage()])(texts)[0]


def test_tokens_are_words_in_lower_case_figures_and_marks() -> None:
    assert tokens_in("Ёж, 7-й!") == tokens_in("еж , 7 - й !")
    assert len(tokens_in("Ёж, 7-й!")) == 6
    assert min(tokens_in("мать пришла")) > END


def test_pairs_that_were_counted_are_not_new() -> None:
    assert named("мать пришла домой")["new_prose"] == 0
    found = named("мать пришёл домой")  # the first and the last two pairs are known
    assert found["new_sum_prose"] == 1
    assert found["new_prose"] == pytest.approx(1 / 4)
    assert named("мать пришла домой")["new_manuals"] == 1


def test_words_that_come_together_are_tied() -> None:
    usual, odd = named("мать пришла домой"), named("мать ел домой")
    assert usual["tie_prose"] > odd["tie_prose"]
    assert usual["next_prose"] > odd["next_prose"]
    assert usual["tie_least_prose"] >= odd["tie_least_prose"]


def test_words_that_do_not_occur_are_the_rarest_and_counted() -> None:
    found = named("мать пришла колобком")
    assert found["unheard_prose"] == pytest.approx(1 / 3)
    assert found["rare_most_prose"] > named("он ел суп")["rare_most_prose"] > named("домой")["rare_most_prose"]


def test_texts_without_words_have_finite_figures() -> None:
    assert np.isfinite(read(["", "…", "猫"[:0]])).all()
    assert read([]).shape == (0, len(USAGE))


def test_it_survives_storing() -> None:
    again = bag_of("usage", usage().tensors(bag_prefix("ru-en", "usage")), "ru-en.usage")
    assert isinstance(again, Usage)
    assert (read(["мать ел домой"], again) == read(["мать ел домой"])).all()


def test_directions_without_counts_know_nothing() -> None:
    found = Tables(bags={"usage": usage()}).of_texts(["мать"], ["x"])
    assert np.isnan(found[:, : -len(USAGE)]).all()
    assert (found[:, -len(USAGE) :] == read(["мать"])).all()
    assert np.isnan(Tables().of_texts(["мать"], ["x"])).all()
    assert set(USAGE) < set(BASE) < set(NAMES)
    assert len(USAGE) == 2 * len(FIGURES)


@pytest.mark.slow
def test_training_lists_what_occurs_often_enough() -> None:
    from training.quality.usage import body_of

    found = body_of(PROSE, least_word=2, least_pair=9)
    assert found.total == 5 * len(PROSE)
    tokens = np.array([START, *tokens_in("мать пришла суп он"), END], dtype=np.uint64)
    assert (found.words[word_buckets(tokens)] > 0).all()
    assert (found.pairs[pair_buckets(tokens)] > 0).tolist() == [True, True, False, False, False]
    assert not body_of(["мать"], least_word=2).words.any()
