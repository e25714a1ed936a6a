"""Rules of English grammar over the embedded model's tags of words, on sentences of our own."""

from __future__ import annotations

import random

import numpy as np
import pytest

from mtcheck.fluency import load_fluency
from mtcheck.fluency_grammar import faults
from mtcheck.fluency_text import tokenize
from training.fluency import grammar
from training.fluency.english import English
from training.fluency.lexicon import pack

MODEL = load_fluency().model("en")


def found(text: str) -> tuple[list[str], list[str]]:
    """Words that are surely, and likely, at fault."""
    tokens = MODEL.tokenize(text)
    batch = MODEL.encode([tokens])
    assert MODEL.tags is not None
    result = faults(MODEL.tags[batch.fine], batch.position, batch.letters, batch.capital)
    sure, likely = ([tokens[batch.token[i]].key for i in np.flatnonzero(part).tolist()] for part in result)
    return sure, likely


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("We saw these house in the old town.", "these"),
        ("She wrote a long letters to the king.", "a"),
        ("Mary saw himself in the mirror.", "himself"),
        ("The boys hurt herself on the way.", "herself"),
        ("Our teacher would ever come back.", "ever"),
        ("There was every house in the street.", "every"),
        ("No teacher has read at least four books.", "least"),
    ],
)
def test_a_broken_rule_is_found_at_its_word(text: str, word: str) -> None:
    assert found(text)[0] == [word]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The boy who saw the girls have come home.", "have"),
        ("The letters from the king was long.", "was"),
        ("The king said that Mary would hurt himself.", "himself"),
    ],
)
def test_a_fault_past_other_words_is_likely(text: str, word: str) -> None:
    assert found(text) == ([], [word])


@pytest.mark.parametrize(
    "text",
    [
        "We saw these houses and a long letter.",
        "I have seen a sports car and this matters to me.",
        "We said that dogs bark and that this causes pain.",
        "Mary saw herself, the boys hurt themselves, and the house repairs itself.",
        "The king himself came, and the boat itself sank.",
        "The king told Mary about himself.",
        "We must teach people to protect themselves.",
        "Did our teacher ever come back?",
        "It is the best book that I have ever read.",
        "Nobody ever came, and she has lived there ever since.",
        "An ever growing number of people came.",
        "They met ever-stiffer resistance.",
        "There is every reason to believe it, and there are all kinds of birds.",
        "A teacher has read at least four books.",
        "The boy who saw the girls has come home.",
        "A number of letters were lost.",
        "The boy and the girl are here.",
        "The king said that Mary would hurt herself.",
        "The danger of having to wait is small.",
    ],
)
def test_good_sentences_pass(text: str) -> None:
    assert found(text) == ([], [])


def test_a_word_at_fault_is_shown_and_lowers_the_value() -> None:
    fluency = load_fluency()
    good, bad = fluency.score(["Mary saw herself in the mirror.", "Mary saw himself in the mirror."], "en")
    assert good.value is not None
    assert bad.value is not None
    assert good.value > bad.value
    assert (9, 16) in [span[:2] for span in bad.spans]
    (first,) = fluency.score(["These house is in the old town."], "en")
    assert (0, 5) in [span[:2] for span in first.spans]


def test_words_of_two_uses_get_no_tag_and_others_are_told_by_their_neighbours() -> None:
    texts = [
        "A house of wood.",
        "The houses of stone.",
        "These houses are old.",
        "She runs to a run.",
        "This run was long.",
    ]
    words = sorted({token.key.lower() for text in texts for token in tokenize(text, "en")})
    lexicon = pack(words, dict.fromkeys(words, 1))  # type: ignore[arg-type]
    tags = grammar.table(lexicon, len(words), [tokenize(text, "en") for text in texts * 5])
    by_word = dict(zip(words, tags[lexicon.ids(words)].tolist(), strict=True))
    from mtcheck import fluency_grammar as g

    assert by_word["house"] & g.SINGULAR
    assert by_word["houses"] & g.PLURAL
    assert not by_word["houses"] & g.SINGULAR


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("tense", "She walks home.", {"She walked home.", "She will walk home."}),
        ("tense", "They walked home.", {"They walk home.", "They will walk home."}),
        ("aspect", "She walks home.", {"She is walking home.", "She has walked home."}),
        ("aspect", "They will walk home.", {"They will be walking home."}),
        ("number", "The boys are here.", {"The boys is here."}),
        (
            "existential",
            "There is a boy.",
            {f"There is {word} boy." for word in ("every", "each", "all", "most", "both")},
        ),
    ],
)
def test_english_damage_is_well_formed(name: str, before: str, after: set[str]) -> None:
    english = English(["walk", "walks", "walked", "walking"], ["she walks", "they walk"])
    results = {
        " ".join(words)
        for seed in range(40)
        if (words := english.actions[name](before.split(), random.Random(seed))) is not None
    }
    assert results
    assert results <= after
