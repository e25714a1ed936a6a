from __future__ import annotations

import numpy as np
import pytest
from align_toys import segments

import mtcheck.align_words as align_words
from mtcheck.align import align_segments
from mtcheck.align_dp import Plausible, Posterior
from mtcheck.align_words import SURE, doubtful_stretches, word_features
from mtcheck.data import Segment
from mtcheck.encode import load_encoder
from mtcheck.quality_match import NAMES

ENGLISH = [
    "The council voted on Monday to rebuild the old bridge across the river.",
    "Work will start in April and last two years.",
    "Nurses at the children's hospital have asked for better pay.",
    "The mayor said that the money would come from the state.",
    "A new school opens its doors in September.",
]
KOREAN = [
    "시의회는 월요일 강을 가로지르는 오래된 다리를 재건하기로 의결했다.",
    "공사는 4월에 시작되어 2년 동안 계속될 것이다.",
    "지난주에 내린 폭설로 산악 도로 세 곳이 폐쇄되었다.",
    "시장은 그 돈이 주 정부에서 나올 것이라고 말했다.",
    "새 학교가 9월에 문을 연다.",
]


def posterior(beads: list[float]) -> Posterior:
    return Posterior(beads=np.array(beads), source_null=np.zeros(0), target_null=np.zeros(0))


def test_stretches_lie_between_sure_pairs() -> None:
    path = [(1, 1), (1, 2), (0, 1), (1, 1), (1, 1), (1, 0)]
    found = list(doubtful_stretches(path, posterior([1.0, 0.6, 0.6, 1.0, 0.5, 0.9])))
    assert [(s.begin, s.end, s.first, s.last) for s in found] == [((1, 1), (2, 4), 1, 3), ((3, 5), (5, 6), 4, 6)]


def test_sure_pairs_leave_nothing_in_doubt() -> None:
    assert not list(doubtful_stretches([(1, 1)] * 4, posterior([SURE] * 4)))


def test_features_are_finite_and_named_once() -> None:
    names = [name for name, _ in word_features(np.ones((3, len(NAMES)), np.float32), np.array([0, 1, 3]))]
    assert len(names) == len(set(names))
    for figures in (np.zeros((3, len(NAMES)), np.float32), np.ones((3, len(NAMES)), np.float32)):
        for _, values in word_features(figures, np.array([0, 1, 3])):
            assert values.shape == (3,)
            assert np.isfinite(values).all()


def test_words_make_right_beads_surer(monkeypatch: pytest.MonkeyPatch) -> None:
    source, target = segments(ENGLISH), segments(KOREAN[:2] + KOREAN[3:])
    right = [((0,), (0,)), ((1,), (1,)), ((2,), ()), ((3,), (2,)), ((4,), (3,))]
    with_words = align_segments(source, target, load_encoder()).beads
    monkeypatch.setattr(align_words, "MOST_BEADS", 0)
    without = align_segments(source, target, load_encoder()).beads
    assert [(bead.source, bead.target) for bead in with_words] == right
    assert with_words[2].confidence > 0.99 > without[2].confidence


@pytest.mark.parametrize("budget", [0, 1, 4])
def test_every_segment_stays_in_one_bead_whatever_is_looked_at(budget: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(align_words, "MOST_BEADS", budget)
    source, target = segments(ENGLISH * 3), segments([*KOREAN, *KOREAN[::-1], *KOREAN])
    beads = align_segments(source, target, load_encoder()).beads
    assert [i for bead in beads for i in bead.source] == list(range(len(source)))
    assert [j for bead in beads for j in bead.target] == list(range(len(target)))
    assert all(0.0 <= bead.confidence <= 1.0 for bead in beads)


def test_stretches_longer_than_the_budget_are_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """With no budget the first pass stands, so the second one cannot have been run."""

    def refuse(*_: object) -> None:
        raise AssertionError("looked again")

    monkeypatch.setattr(align_words, "MOST_BEADS", 0)
    monkeypatch.setattr(align_words, "match", refuse)
    assert align_segments(segments(ENGLISH), segments(KOREAN), load_encoder()).beads


def test_beads_inside_a_stretch_neither_begin_before_nor_end_after_it() -> None:
    """(1, 1) to (2, 2), (1, 2) to (2, 3), (2, 1) to (2, 2) and (1, 1) to (3, 3), in a stretch from 1 to 2 and 2."""
    plausible = Plausible(
        kind=np.array([0, 1, 2, 0]), row=np.array([2, 2, 2, 3]), column=np.array([2, 3, 2, 3]),
        weight=np.zeros(4, np.float32), probability=np.ones(4, np.float32),
    )  # fmt: skip
    stretch = align_words.Stretch((1, 1), (2, 2), 1, 2)
    assert align_words.beads_inside(stretch, plausible).tolist() == [0]


def test_empty_texts_have_no_words() -> None:
    source = [Segment(index=k, text="…", start=2 * k, end=2 * k + 1) for k in range(3)]
    assert len(align_segments(source, segments(["* * *"] * 2), load_encoder()).beads) >= 3
