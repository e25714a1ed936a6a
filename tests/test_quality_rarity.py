"""How rare words are: what counts as a word, sums over a text, and storing."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from mtcheck.data import FloatArray
from mtcheck.quality_features import BASE
from mtcheck.quality_rarity import NAMES, STEP, UNLISTED, Rarity, hashes, words_in
from mtcheck.quality_tables import OF_TEXTS, Tables, bag_of, bag_prefix, is_listed
from mtcheck.quality_usage import Usage
from mtcheck.stretch_memory import StretchMemory

TOTAL = 10_000_000
COUNTS = {"the": 600_000, "house": 5_000, "saw": 2_000, "rabbi": 20, "don't": 3_000}


def rarity() -> Rarity:
    return Rarity.of_counts(COUNTS, TOTAL)


def named(text: str) -> dict[str, float]:
    return dict(zip(NAMES, read([text])[0].tolist(), strict=True))


def read(texts: Sequence[str], model: Rarity | None = None) -> FloatArray:
    return StretchMemory([model or rarity()])(texts)[0]


def test_words_are_letters_in_lower_case_without_a_possessive_ending() -> None:
    assert words_in("(Egrets-like) don’t 7th rabbi’s") == [
        ("egrets", True), ("like", False), ("don't", False), ("th", False), ("rabbi", False)]  # fmt: skip
    assert words_in("Ещё «Ёж»") == [("еще", True), ("еж", True)]


def test_a_word_is_as_rare_as_its_share_of_all_words() -> None:
    found = named("the rabbi")
    steps = [round(np.log10(TOTAL / COUNTS[word]) / STEP) * STEP for word in ("the", "rabbi")]
    assert found["rarity"] == pytest.approx(np.mean(steps))
    assert found["rarity_most"] == steps[1]
    assert found["rarity_sum"] == pytest.approx(steps[1] - 5)
    assert found["unlisted"] == 0


def test_words_in_no_list_are_the_rarest_and_counted() -> None:
    found = named("the egrets saw egrets")
    assert found["rarity_most"] == UNLISTED * STEP
    assert found["unlisted"] == 2
    assert found["unlisted_share"] == 0.5


def test_names_count_by_themselves_unless_they_begin_the_text() -> None:
    assert named("Egrets saw the house")["unlisted"] == 1
    found = named("the house saw Kubla")
    assert found["unlisted"] == 0
    assert found["rarity_name"] == UNLISTED * STEP
    assert found["names_share"] == 0.25


def test_texts_without_words_are_all_zeros() -> None:
    assert not read(["", "1999 …", "猫"[:0]]).any()
    assert read([]).shape == (0, len(NAMES))


def test_of_two_words_with_one_hash_the_more_frequent_one_stands() -> None:
    keys = hashes([f"w{n}" for n in range(40_000)]) % (1 << 10)
    assert len(set(keys.tolist())) == 1 << 10
    long = {"a" * 24 + "x": 10, "a" * 24 + "y": 1_000}
    assert read([next(iter(long))], Rarity.of_counts(long, 1_000))[0, 0] == 0


def test_it_survives_storing() -> None:
    again = bag_of("rarity", rarity().tensors(bag_prefix("en-zh", "rarity")), "rarity")
    assert isinstance(again, Rarity)
    sources = ["The rabbi saw egrets.", "don't"]
    assert (read(sources, again) == read(sources)).all()
    assert bag_prefix("en-zh", "changed") == "en-zh.changed"


def test_tables_tell_of_the_side_that_a_list_is_for_and_leave_the_rest_open() -> None:
    assert np.isnan(Tables().of_texts(["a house"], ["a"])).all()
    rare = slice(OF_TEXTS.index("rarity"), OF_TEXTS.index("rarity_at_large"))
    large = slice(rare.stop, rare.stop + len(NAMES))
    found = Tables(None, {"rarity": rarity()}).of_texts(["a house"], ["x"])
    assert (found[:, rare] == read(["a house"])).all()
    assert np.isnan(np.delete(found, np.r_[rare], axis=1)).all()
    other = Tables(None, {"rarity_target": rarity(), "at_large": rarity()}).of_texts(["the rabbi"], ["a house"])
    assert (other[:, rare] == read(["a house"])).all()
    assert (other[:, large] == read(["the rabbi"])).all()
    assert bag_prefix("ru-en", "rarity_target") == bag_prefix("en-de", "rarity")
    assert set(OF_TEXTS) <= set(BASE)


@pytest.mark.slow
def test_training_lists_what_occurs_twice_and_gives_it_to_judged_directions_from_english() -> None:
    from training.quality.critical import CriticalPart, Judged
    from training.quality.rarity import rarity_of
    from training.quality.train import all_bags
    from training.quality.usage import body_of

    found = rarity_of(["The house.", "the house’s rabbi"])
    assert read(["the"], found)[0, 0] == pytest.approx(round(np.log10(5 / 2) / STEP) * STEP)
    assert read(["rabbi"], found)[0, NAMES.index("unlisted")] == 1
    nothing = CriticalPart({"en-cs": {}}, Judged([], np.zeros(0), np.zeros(0)), {})
    beside = Usage([body_of(["мать пришла"]), body_of(["кнопка"])])
    bags = all_bags({"en-zh": {}, "ru-en": {}}, nothing, found, beside, rarity())
    assert bags["ru-en"]["usage"] is beside
    assert {direction for direction, own in bags.items() if "rarity" in own} == {"en-zh"}


@pytest.mark.slow
def test_words_of_a_wide_list_are_kept_if_they_are_one_word_and_not_too_rare() -> None:
    from training.quality.rarity import LEAST_SHARE, shares_of

    listed = {"ещё": 0.25, "еще": 0.25, "по-русски": 0.1, "7": 0.1, "колобок": LEAST_SHARE, "клобук": LEAST_SHARE / 2}
    counts = shares_of(listed)
    assert counts == {"еще": 0.5, "колобок": LEAST_SHARE}
    model = Rarity.of_counts(counts, 1.0)
    assert read(["ещё колобок клобук"], model)[0, NAMES.index("unlisted")] == 1
    assert read(["ещё"], model)[0, 0] == pytest.approx(STEP)
    stored = model.tensors(bag_prefix("ru-en", "at_large"))
    assert stored
    assert all(map(is_listed, stored))
    assert not any(map(is_listed, model.tensors(bag_prefix("en-de", "rarity"))))
