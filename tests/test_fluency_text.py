"""Tokens of the fluency models: places, kinds, sentence starts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.fluency_text import fold_word, mark_key, tokenize, unjudgeable


@given(st.text(max_size=300), st.sampled_from(["en", "ru", "fr", "zh", "hi", "ar", "ko"]))
def test_tokens_lie_in_order_and_inside(text: str, lang: str) -> None:
    end = 0
    for token in tokenize(text, lang):
        assert end <= token.start < token.end <= len(text)
        end = token.end


@given(st.text(max_size=300))
def test_nothing_but_space_is_lost(text: str) -> None:
    covered: set[int] = set()
    for token in tokenize(text, "en"):
        covered.update(range(token.start, token.end))
    rest = "".join(char for i, char in enumerate(text) if i not in covered)
    assert not any(char.isalnum() and char.isascii() for char in rest)


@pytest.mark.parametrize(
    ("text", "lang", "keys"),
    [
        ("Don’t stop, he said.", "en", ["Don’t", "stop", ",", "he", "said", "."]),
        ("L’eau n'est pas chaude…", "fr", ["L'", "eau", "n'", "est", "pas", "chaude", "…"]),
        ("Цена 3,5 млн руб.", "ru", ["Цена", "0", "млн", "руб", "."]),
        ("„Nein“ — «non»", "de", ['"', "Nein", '"', "—", '"', "non", '"']),
        ("新桥，好。", "zh", ["新", "桥", "，", "好", "。"]),
        ("वह घर गया।", "hi", ["वह", "घर", "गया", "।"]),
        ("See https://x.org/a?b=1 and <b>this</b> &amp; that", "en", ["See", "", "and", "", "this", "", "", "that"]),
    ],
)
def test_keys(text: str, lang: str, keys: list[str]) -> None:
    assert [token.key for token in tokenize(text, lang)] == keys


def test_foreign_script_has_no_key() -> None:
    tokens = tokenize("Он купил Windows вчера.", "ru")
    assert [token.kind for token in tokens] == ["word", "word", "foreign", "word", "mark"]


def test_a_second_sentence_starts_afresh() -> None:
    tokens = tokenize("It rained. Then it stopped at 3.5 p.m. and dried.", "en")
    assert [token.key for token in tokens if token.breaks] == ["Then"]
    assert [token.key for token in tokens if token.initial] == ["It", "Then"]


def test_folding_keeps_one_spelling() -> None:
    assert fold_word("ещё", "ru") == fold_word("еще", "ru")
    assert fold_word("за\u0301мок", "ru") == "замок"
    assert fold_word("كتاب", "fa") == fold_word("کتاب", "fa")
    assert mark_key("“") == mark_key("«") == '"'


@pytest.mark.parametrize(
    "text",
    [
        "The mayor opened the bridge.",
        "Hyun and Price appear at Westminster Magistrates' Court on Monday.",
        "In 1884 Tesla moved to the United States of America.",
        "The bridge, which took four years to build, cost 12 million euros.",
    ],
)
def test_plain_sentences_are_judged(text: str) -> None:
    assert unjudgeable(text, tokenize(text, "en")) == ""
