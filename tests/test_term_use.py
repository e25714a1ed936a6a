"""Terms rendered in two ways: looked for in documents, not in memories and streams."""

from __future__ import annotations

from mtcheck.data import Pair, Segment
from mtcheck.rules.terms.use import differing

ROWS = (
    ("Le soir, adressez-vous à la pharmacie de garde.", "In the evening, go to the duty pharmacy."),
    ("La pharmacie de garde a reçu 46 paniers.", "The custody pharmacy received 46 baskets."),
)


def pairs(paragraphs: tuple[int, int]) -> list[Pair]:
    made = []
    for index, (texts, paragraph) in enumerate(zip(ROWS, paragraphs, strict=True)):
        source, target = (
            (Segment(index=index, text=text, start=0, end=len(text), paragraph=paragraph),) for text in texts
        )
        made.append(
            Pair(
                index=index,
                source=texts[0],
                target=texts[1],
                source_segments=source,
                target_segments=target,
                source_lang="fr",
                target_lang="en",
            )
        )
    return made


def test_a_paragraph_of_several_sentences_makes_a_document() -> None:
    assert [ROWS[at][1][slice(*span)] for at, span, _ in differing(pairs((0, 0)))] == ["custody"]


def test_pairs_that_stand_each_by_themselves_are_no_document() -> None:
    assert not list(differing(pairs((0, 1))))
