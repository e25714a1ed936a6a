"""What is remembered of stretches: nothing that was met before or stands beside it changes what is said of a text."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck import stretch_memory
from mtcheck.data import FloatArray, IntArray
from mtcheck.quality_rarity import Rarity
from mtcheck.quality_usage import BITS, Body, Usage
from mtcheck.quality_written import BUCKETS, Weights
from mtcheck.stretch_memory import LONGEST_KEPT, LONGEST_TEXT, Reader, Said, StretchMemory

WEIGHTS: FloatArray = np.random.default_rng(0).normal(size=BUCKETS).astype("f4")
texts = st.text(alphabet="мать Дом's, -’Ё7猫\ud800\t\u3000", max_size=60)


class Letters:
    """The code points of stretches, as many as they have; figures: their sum, and how many there are."""

    def __init__(self) -> None:
        self.met: list[str] = []

    def of_stretches(self, stretches: Sequence[str]) -> tuple[IntArray, IntArray]:
        self.met.extend(stretches)
        sizes = np.array([len(stretch) for stretch in stretches], dtype=np.int64)
        return np.array([ord(char) for char in "".join(stretches)], dtype=np.int64), sizes

    def of_texts(self, said: Said, n: int) -> FloatArray:
        found: FloatArray = np.stack([np.bincount(said.owner, w, n) for w in (said.values, None)], axis=1)
        return found


def readers() -> list[Reader]:
    codes = np.random.default_rng(1).integers(0, 9, 1 << BITS).astype(np.uint8)
    body = Body(codes, codes[::-1].copy(), 1_000_000, 4)
    listed = Rarity.of_counts({"мать": 90, "дом's": 7, "猫": 1}, 1_000)
    return [Weights(WEIGHTS), listed, Usage([body, body]), Letters()]


def figures(memory: StretchMemory, rows: Sequence[str]) -> FloatArray:
    return np.concatenate(memory(rows), axis=1)


@given(st.lists(texts, min_size=1, max_size=8))
def test_other_texts_of_a_batch_change_nothing(rows: list[str]) -> None:
    memory = StretchMemory(readers())
    together = figures(memory, rows)
    assert np.isfinite(together).all()
    assert (figures(memory, rows) == together).all()
    for text, own in zip(rows, together, strict=True):
        assert (figures(StretchMemory(readers()), [text])[0] == own).all()


@given(st.lists(st.lists(texts, min_size=1, max_size=4), min_size=2, max_size=8))
def test_stretches_given_up_and_met_again_change_nothing(batches: list[list[str]]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stretch_memory, "_KEPT", 5)
        memory = StretchMemory(readers())
        first = [figures(memory, rows) for rows in batches]
        again = [figures(memory, rows) for rows in batches]
    alone = [figures(StretchMemory(readers()), rows) for rows in batches]
    for one, other, third in zip(first, again, alone, strict=True):
        assert (one == other).all()
        assert (one == third).all()


def test_a_stretch_is_looked_at_when_it_is_met_first() -> None:
    letters = Letters()
    memory = StretchMemory([letters])
    memory(["the house", "house the"])
    memory(["the  cat"])
    assert sorted(letters.met) == ["cat", "house", "the"]
    assert len(memory) == 3


def test_long_stretches_are_cut_and_not_remembered() -> None:
    memory = StretchMemory([Letters()])
    long = "猫" * (LONGEST_KEPT + 1)
    assert memory([f"{long} {long} a", "b"])[0].tolist() == [
        [2 * len(long) * ord("猫") + ord("a"), 2 * len(long) + 1], [ord("b"), 1]]  # fmt: skip
    assert len(memory) == 2
    assert memory([long])[0][0, 1] == len(long)
    assert memory(["x" * 400_000])[0].tolist() == memory(["x" * LONGEST_TEXT])[0].tolist()
    assert len(memory) == 2


def test_what_is_given_up_makes_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stretch_memory, "_KEPT", 100)
    memory = StretchMemory([Letters()])
    for n in range(300):
        memory([f"{n} {n}a " + "y" * 2_000])
    (known,) = memory._known
    assert known._pool is not None
    assert len(known._pool) < 20_000


def test_no_readers_and_no_texts_are_no_figures() -> None:
    assert StretchMemory([])(["the house"]) == []
    assert [own.shape[0] for own in StretchMemory(readers())([])] == [0] * 4
