"""Laws of the aligner, for any two documents."""

from __future__ import annotations

from align_toys import AdditiveToyEncoder, say, segments
from hypothesis import given, settings
from hypothesis import strategies as st

from mtcheck.align import align_segments, detect_moves
from mtcheck.align_formats import FORMATS, format_alignment

ENCODER = AdditiveToyEncoder()
meaning = st.lists(st.integers(0, 40), max_size=6)
document = st.lists(meaning, max_size=14)
odd_text = st.text(max_size=30)


@settings(max_examples=60, deadline=None)
@given(document, document)
def test_every_index_occurs_exactly_once_and_in_order(left: list[list[int]], right: list[list[int]]) -> None:
    source, target = segments([say(m, "a") for m in left]), segments([say(m, "b") for m in right])
    beads = align_segments(source, target, ENCODER).beads
    assert [i for bead in beads for i in bead.source] == list(range(len(left)))
    assert [j for bead in beads for j in bead.target] == list(range(len(right)))


@settings(max_examples=60, deadline=None)
@given(st.lists(odd_text, max_size=10), st.lists(odd_text, max_size=10))
def test_numbers_stay_in_range_on_any_text(left: list[str], right: list[str]) -> None:
    source, target = segments(left), segments(right)
    alignment = align_segments(source, target, ENCODER)
    for bead in alignment.beads:
        assert 0.0 <= bead.confidence <= 1.0
        assert bead.cost >= 0.0
        assert (bead.similarity is None) == (not bead.source or not bead.target)
        assert bead.similarity is None or -1.0 <= bead.similarity <= 1.0
        assert len(bead.source) + len(bead.target) <= 5
    for fmt in FORMATS:
        for line in format_alignment(alignment, source, target, fmt):
            assert "\n" not in line


@settings(max_examples=25, deadline=None)
@given(document, document)
def test_the_same_twice_gives_the_same(left: list[list[int]], right: list[list[int]]) -> None:
    source, target = segments([say(m, "a") for m in left]), segments([say(m, "b") for m in right])
    assert align_segments(source, target, ENCODER) == align_segments(source, target, AdditiveToyEncoder())


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(st.integers(0, 400), min_size=5, max_size=9, unique=True), min_size=1, max_size=12))
def test_a_document_and_itself_are_all_one_to_one(meanings: list[list[int]]) -> None:
    texts = segments([say(m, "a") for m in meanings])
    beads = align_segments(texts, texts, ENCODER).beads
    assert [(bead.source, bead.target) for bead in beads] == [((k,), (k,)) for k in range(len(meanings))]


@settings(max_examples=25, deadline=None)
@given(document)
def test_an_empty_side_leaves_null_beads(meanings: list[list[int]]) -> None:
    texts = segments([say(m, "a") for m in meanings])
    for beads in (align_segments(texts, [], ENCODER).beads, align_segments([], texts, ENCODER).beads):
        assert len(beads) == len(meanings)
        assert all(not (bead.source and bead.target) for bead in beads)


@settings(max_examples=25, deadline=None)
@given(document, document)
def test_moves_are_disjoint_and_inside(left: list[list[int]], right: list[list[int]]) -> None:
    source, target = segments([say(m, "a") for m in left]), segments([say(m, "b") for m in right])
    moves = detect_moves(source, target, align_segments(source, target, ENCODER), ENCODER)
    for side, size in ((0, len(left)), (1, len(right))):
        indices = [i for move in moves for i in (move.source, move.target)[side]]
        assert len(indices) == len(set(indices))
        assert all(0 <= i < size for i in indices)
    assert all(0.0 <= move.confidence <= 1.0 for move in moves)
