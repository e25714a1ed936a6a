from __future__ import annotations

from align_toys import segments

from mtcheck.align_repeats import find_repeats, kept_segments, with_repeats
from mtcheck.data import Alignment, Bead, Side

LINES = [f"This is sentence number {word} of the text." for word in ("one", "two", "three", "four", "five", "six")]


def bead(source: tuple[int, ...], target: tuple[int, ...]) -> Bead:
    return Bead(source=source, target=target, cost=0.5, similarity=0.5 if source and target else None, confidence=0.9)


def test_a_text_twice_is_one_repeat() -> None:
    (repeat,) = find_repeats(segments(LINES + [line.upper() for line in LINES]))
    assert (repeat.first, repeat.again) == (range(6), range(6, 12))
    assert str(repeat) == "sentences 7-12 repeat 1-6"


def test_a_refrain_is_no_repeat() -> None:
    song = [line for k, line in enumerate(LINES) for line in (line, "And so we sing it all again, again and again.")]
    assert find_repeats(segments(song)) == ()


def test_the_same_sentences_in_another_order_are_no_repeat() -> None:
    assert find_repeats(segments(LINES + LINES[::-1])) == ()


def test_one_word_lines_are_no_repeat() -> None:
    assert find_repeats(segments(["Yes", "No", "Yes", "No"])) == ()


def test_repeats_come_back_as_null_beads() -> None:
    text = segments(LINES[:3] + LINES[:3] + LINES[3:])
    repeats = find_repeats(text)
    kept = kept_segments(text, repeats)
    assert kept == [0, 1, 2, 6, 7, 8]
    beads = tuple(bead((k,), (k,)) for k in range(6))
    whole = with_repeats(Alignment(beads=beads, signature="x"), kept, len(text), Side.TARGET, 0.8)
    assert whole is not None
    assert [b.target for b in whole.beads] == [(k,) for k in range(9)]
    assert [b.source for b in whole.beads[3:6]] == [(), (), ()]
    assert whole.beads[3].confidence == 0.8


def test_a_bead_across_the_repeat_is_not_torn() -> None:
    beads = (bead((0,), (0, 1)),)
    assert with_repeats(Alignment(beads=beads, signature="x"), [0, 3], 4, Side.TARGET, 0.8) is None
