from __future__ import annotations

import random
from dataclasses import replace

import pytest
from align_toys import AdditiveToyEncoder, say, segments, sentence

from mtcheck.align import align_segments, check_documents, detect_moves
from mtcheck.align_check import Relation
from mtcheck.data import LanguageGuess


@pytest.fixture
def meanings() -> list[list[int]]:
    rng = random.Random(11)
    return [sentence(rng) for _ in range(30)]


def test_moved_block_is_named(meanings: list[list[int]]) -> None:
    order = [*range(5), *range(9, 25), *range(5, 9), *range(25, 30)]
    source = segments([say(m, "a") for m in meanings])
    target = segments([say(meanings[k], "b") for k in order])
    encoder = AdditiveToyEncoder()
    alignment = align_segments(source, target, encoder)
    (move,) = detect_moves(source, target, alignment, encoder)
    assert move.source == (5, 6, 7, 8)
    assert move.target == (21, 22, 23, 24)
    assert move.confidence > 0.9


def test_a_moved_block_that_lost_a_sentence_is_one_block(meanings: list[list[int]]) -> None:
    order = [*range(5), *range(10, 25), 5, 6, 8, 9, *range(25, 30)]
    source = segments([say(m, "a") for m in meanings])
    target = segments([say(meanings[k], "b") for k in order])
    encoder = AdditiveToyEncoder()
    (move,) = detect_moves(source, target, align_segments(source, target, encoder), encoder)
    assert move.source == (5, 6, 8, 9)
    assert move.target == (20, 21, 22, 23)


def test_what_stands_in_place_was_not_moved(meanings: list[list[int]]) -> None:
    source = segments([say(m, "a") for m in meanings])
    target = segments([say(m, "b") for m in meanings])
    encoder = AdditiveToyEncoder()
    alignment = align_segments(source, target, encoder)
    doubted = [replace(bead, confidence=0.3) if 8 <= k < 12 else bead for k, bead in enumerate(alignment.beads)]
    assert detect_moves(source, target, replace(alignment, beads=tuple(doubted)), encoder) == ()


def test_plain_omission_and_addition_are_no_move(meanings: list[list[int]]) -> None:
    source = segments([say(m, "a") for m in meanings[:25]])
    target = segments([say(m, "b") for m in meanings[:5] + meanings[9:20] + meanings[26:] + meanings[20:25]])
    encoder = AdditiveToyEncoder()
    alignment = align_segments(source, target, encoder)
    assert detect_moves(source, target, alignment, encoder) == ()


def test_translation_is_a_translation(meanings: list[list[int]]) -> None:
    source, target = (segments([say(m, lang) for m in meanings]) for lang in "ab")
    check = check_documents(source, target, AdditiveToyEncoder())
    assert check.relation is Relation.TRANSLATION
    assert check.reason == ""
    assert check.alignable


def test_unrelated_documents_are_said_to_be_so() -> None:
    rng = random.Random(3)
    source = segments([say([rng.randrange(0, 300) for _ in range(9)], "a") for _ in range(30)])
    target = segments([say([rng.randrange(300, 600) for _ in range(9)], "b") for _ in range(30)])
    check = check_documents(source, target, AdditiveToyEncoder())
    assert check.relation is Relation.UNRELATED
    assert not check.alignable
    assert "not seem to be translations" in check.reason


def test_identical_documents(meanings: list[list[int]]) -> None:
    source = segments([say(m, "a") for m in meanings])
    check = check_documents(source, source, AdditiveToyEncoder())
    assert check.relation is Relation.IDENTICAL
    assert check.identical_share == 1.0


def test_summary(meanings: list[list[int]]) -> None:
    source = segments([say(m, "a") for m in meanings])
    target = segments([say(m, "b") for m in meanings[::4]])
    check = check_documents(source, target, AdditiveToyEncoder())
    assert check.relation is Relation.SUMMARY
    assert "target is only" in check.reason


def test_swapped_languages(meanings: list[list[int]]) -> None:
    source, target = (segments([say(m, lang) for m in meanings]) for lang in "ab")
    guesses = [LanguageGuess(lang=lang, confidence=1.0) for lang in ("en", "ru")]
    check = check_documents(
        source, target, AdditiveToyEncoder(),
        source_lang="ru", target_lang="en", source_guess=guesses[0], target_guess=guesses[1],
    )  # fmt: skip
    assert check.relation is Relation.SWAPPED
    assert "swapped" in check.reason


def test_empty_documents() -> None:
    some = segments(["a1."])
    assert check_documents([], some, AdditiveToyEncoder()).reason == "The source is empty."
    assert check_documents(some, [], AdditiveToyEncoder()).reason == "The target is empty."
    assert check_documents([], [], AdditiveToyEncoder()).relation is Relation.EMPTY


@pytest.mark.parametrize("size", [1, 2, 3])
def test_short_documents_are_not_called_unrelated_lightly(size: int, meanings: list[list[int]]) -> None:
    source = segments([say(m, "a") for m in meanings[:size]])
    half = [m[: len(m) // 2] + [500 + k for k in range(len(m) // 2)] for m in meanings[:size]]
    target = segments([say(m, "b") for m in half])
    assert check_documents(source, target, AdditiveToyEncoder()).relation is not Relation.UNRELATED
