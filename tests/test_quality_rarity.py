"""How rare English words are: what counts as a word, sums over a text, and storing."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck import quality_rarity
from mtcheck.quality_features import BASE
from mtcheck.quality_rarity import NAMES, STEP, UNLISTED, Rarity, hashes, words_in
from mtcheck.quality_tables import Tables, bag_of, bag_prefix
from mtcheck.quality_usage import Usage

TOTAL = 10_000_000
COUNTS = {"the": 600_000, "house": 5_000, "saw": 2_000, "rabbi": 20, "don't": 3_000}
texts = st.text(alphabet="theHouse rabbi's,-’7猫\ud800", max_size=40)


def rarity() -> Rarity:
    return Rarity.of_counts(COUNTS, TOTAL)


def named(text: str) -> dict[str, float]:
    return dict(zip(NAMES, rarity()([text])[0].tolist(), strict=True))


def test_words_are_letters_in_lower_case_without_a_possessive_ending() -> None:
    assert words_in("(Egrets-like) don’t 7th rabbi’s") == [
        ("egrets", True), ("like", False), ("don't", False), ("th", False), ("rabbi", False)]  # fmt: skip


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
    assert not rarity()(["", "1999 …", "猫"[:0]]).any()
    assert rarity()([]).shape == (0, len(NAMES))


@given(st.lists(texts, min_size=1, max_size=8))
def test_other_texts_of_a_batch_change_nothing(rows: list[str]) -> None:
    model = rarity()
    together = model(rows)
    assert np.isfinite(together).all()
    assert (model(rows) == together).all()
    for text, figures in zip(rows, together, strict=True):
        assert (rarity()([text])[0] == figures).all()


def test_stretches_given_up_and_met_again_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quality_rarity, "_KEPT", 3)
    model = rarity()
    sources = [f"house{chr(97 + n)} saw" for n in range(9)]
    first = [model([source]).tolist() for source in sources]
    assert [model([source]).tolist() for source in sources] == first
    assert len(model._known) <= 5


def test_of_two_words_with_one_hash_the_more_frequent_one_stands() -> None:
    keys = hashes([f"w{n}" for n in range(40_000)]) % (1 << 10)
    assert len(set(keys.tolist())) == 1 << 10
    long = {"a" * 24 + "x": 10, "a" * 24 + "y": 1_000}
    assert Rarity.of_counts(long, 1_000)([next(iter(long))])[0, 0] == 0


def test_it_survives_storing() -> None:
    again = bag_of("rarity", rarity().tensors(bag_prefix("en-zh", "rarity")), "rarity")
    assert isinstance(again, Rarity)
    sources = ["The rabbi saw egrets.", "don't"]
    assert (again(sources) == rarity()(sources)).all()
    assert bag_prefix("en-zh", "changed") == "en-zh.changed"


def test_tables_without_a_list_leave_it_open() -> None:
    assert np.isnan(Tables().counted(["a house"], ["a"])).all()
    found = Tables(None, {"rarity": rarity()}).counted(["a house"], ["x"])
    assert (found[:, : len(NAMES)] == rarity()(["a house"])).all()
    other = Tables(None, {"rarity_target": rarity()}).counted(["x"], ["a house"])
    assert (other[:, : len(NAMES)] == found[:, : len(NAMES)]).all()
    assert bag_prefix("ru-en", "rarity_target") == bag_prefix("en-de", "rarity")
    assert set(NAMES) <= set(BASE)


@pytest.mark.slow
def test_training_lists_what_occurs_twice_and_gives_it_to_judged_directions_from_english() -> None:
    from training.quality.critical import CriticalPart, Judged
    from training.quality.rarity import rarity_of
    from training.quality.train import all_bags
    from training.quality.usage import body_of

    found = rarity_of(["The house.", "the house’s rabbi"])
    assert found(["the"])[0, 0] == pytest.approx(round(np.log10(5 / 2) / STEP) * STEP)
    assert found(["rabbi"])[0, NAMES.index("unlisted")] == 1
    nothing = CriticalPart({"en-cs": {}}, Judged([], np.zeros(0), np.zeros(0)), {})
    beside = Usage([body_of(["мать пришла"]), body_of(["кнопка"])])
    bags = all_bags({"en-zh": {}, "ru-en": {}}, nothing, found, beside)
    assert bags["ru-en"]["usage"] is beside
    assert {direction for direction, own in bags.items() if "rarity" in own} == {"en-zh"}
