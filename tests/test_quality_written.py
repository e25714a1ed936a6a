"""What texts as they are written tell: n-grams of stretches between spaces, and their sums."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck import quality_written
from mtcheck.data import FloatArray
from mtcheck.quality_tables import NAMES, Tables
from mtcheck.quality_written import BUCKETS, LONGEST_GRAM, Written, grams

RNG = np.random.default_rng(0)
WEIGHTS: list[FloatArray] = [RNG.normal(size=BUCKETS).astype("f4") for _ in range(2)]
texts = st.text(alphabet="абвAB.,…! 猫\t\u3000", max_size=40)


def written() -> Written:
    return Written(WEIGHTS[0], WEIGHTS[1], 0.25)


def test_a_stretch_has_its_n_grams_with_a_space_at_either_end() -> None:
    owner, buckets, fits = grams(["ab", "c"])
    assert owner.tolist() == [0, 0, 0, 0, 1, 1, 1]
    assert fits.sum(axis=1).tolist() == [7, 5, 3, 1, 0]
    assert LONGEST_GRAM == len(buckets) == 5
    alone = grams(["c"])
    assert (alone[1] * alone[2] == (buckets * fits)[:, 4:]).all()


def test_sums_are_over_the_root_of_the_characters() -> None:
    _, buckets, fits = grams(["ab", "c"])
    total = (WEIGHTS[0][buckets] * fits).sum() / 3**0.5
    assert written()(["ab  c"], [""])[0] == pytest.approx(total + 0.25, rel=1e-5)


def test_capitals_and_marks_count_and_the_width_of_spaces_does_not() -> None:
    plain, capital, mark, wide = written()(["the house", "The house", "the house.", " the\u3000house "], [""] * 4)
    assert len({plain, capital, mark}) == 3
    assert wide == plain


@given(st.lists(st.tuples(texts, texts), min_size=1, max_size=8))
def test_other_pairs_of_a_batch_change_nothing(rows: list[tuple[str, str]]) -> None:
    """Figures of a pair never depend on the pairs beside it, nor on those met before."""
    model = written()
    sources, targets = [list(side) for side in zip(*rows, strict=True)]
    together = model(sources, targets)
    assert np.isfinite(together).all()
    assert (model(sources, targets) == together).all()
    for row, value in zip(rows, together, strict=True):
        assert written()([row[0]], [row[1]])[0] == value


def test_stretches_given_up_and_met_again_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quality_written, "_KEPT", 3)
    model = written()
    sources = [f"слово{n} дом" for n in range(9)]
    first = [model([source], ["house"])[0] for source in sources]
    assert [model([source], ["house"])[0] for source in sources] == first
    assert all(len(side._index) <= 4 for side in model._sides)


def test_a_megabyte_is_cut_and_not_remembered() -> None:
    model = written()
    long, cut = model(["猫" * 400_000, "猫" * 4_000], ["cat", "cat"])
    assert long == cut
    assert not len(model._sides[0]._index)


def test_it_survives_storing() -> None:
    again = Written.from_tensors(written().tensors("x"), "x")
    assert again(["Дом."], ["House."]) == pytest.approx(written()(["Дом."], ["House."]), abs=0.2)
    stored = again.tensors("x")
    assert stored["x.source"].dtype == np.int8
    assert Written.from_tensors(stored, "x")(["Дом."], ["House."]) == pytest.approx(again(["Дом."], ["House."]))


def test_tables_without_judgements_leave_it_open() -> None:
    assert np.isnan(Tables().written(["Дом"], ["House"])).all()
    assert Tables(None, {"written_judged": written()}).written(["Дом"], ["House"]) == written()(["Дом"], ["House"])
    assert "written_judged" in NAMES


@pytest.mark.slow
def test_training_counts_what_the_model_sums() -> None:
    from training.quality.bag import counted_written

    sources, targets = ["Дом, дом!", "猫"], ["A house, a house!", ""]
    sides = [counted_written(side) for side in (sources, targets)]
    expected = 0.25 + sum(side @ weights for side, weights in zip(sides, WEIGHTS, strict=True))
    assert written()(sources, targets) == pytest.approx(expected, abs=1e-4)
