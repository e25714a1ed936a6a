"""What texts as they are written tell: n-grams of stretches between spaces, and their sums."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from mtcheck.data import FloatArray
from mtcheck.quality_tables import NAMES, Tables
from mtcheck.quality_written import BUCKETS, LONGEST_GRAM, Written, grams

RNG = np.random.default_rng(0)
WEIGHTS: list[FloatArray] = [RNG.normal(size=BUCKETS).astype("f4") for _ in range(2)]


def written() -> Written:
    return Written(WEIGHTS[0], WEIGHTS[1], 0.25)


def read(sources: Sequence[str], targets: Sequence[str], model: Written | None = None) -> FloatArray:
    return Tables(None, {"written_judged": model or written()}).of_texts(sources, targets)[:, 0]


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
    assert read(["ab  c"], [""])[0] == pytest.approx(total + 0.25, rel=1e-5)


def test_capitals_and_marks_count_and_the_width_of_spaces_does_not() -> None:
    plain, capital, mark, wide = read(["the house", "The house", "the house.", " the\u3000house "], [""] * 4)
    assert len({plain, capital, mark}) == 3
    assert wide == plain


def test_it_survives_storing() -> None:
    again = Written.from_tensors(written().tensors("x"), "x")
    assert read(["Дом."], ["House."], again) == pytest.approx(read(["Дом."], ["House."]), abs=0.2)
    stored = again.tensors("x")
    assert stored["x.source"].dtype == np.int8
    assert read(["Дом."], ["House."], Written.from_tensors(stored, "x")) == read(["Дом."], ["House."], again)


def test_tables_without_judgements_leave_it_open() -> None:
    assert np.isnan(Tables().of_texts(["Дом"], ["House"])).all()
    assert np.isfinite(read(["Дом", ""], ["House", ""])).all()
    assert "written_judged" in NAMES


@pytest.mark.slow
def test_training_counts_what_the_model_sums() -> None:
    from training.quality.bag import counted_written

    sources, targets = ["Дом, дом!", "猫"], ["A house, a house!", ""]
    sides = [counted_written(side) for side in (sources, targets)]
    expected = 0.25 + sum(side @ weights for side, weights in zip(sides, WEIGHTS, strict=True))
    assert read(sources, targets) == pytest.approx(expected, abs=1e-4)
