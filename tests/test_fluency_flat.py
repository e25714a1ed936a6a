"""Tokens of many texts at once are those of each text by itself, and no unjudgeable text goes unnoticed."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtcheck.codepoints import CharTable, joined
from mtcheck.fluency import load_fluency
from mtcheck.fluency_flat import FlatTokens, flat_tokens, is_plain
from mtcheck.fluency_text import Token, mark_key, tokenize, unjudgeable

LANGUAGES = ("en", "de", "ru", "el", "ar", "he", "hi", "ko", "zh", "ja")
LETTERS = "ab Bß'’ʼ״.!?:\"»()1٣,;_²中〇・ー語аБй\u0301ές\u05d0क्षि한\u200c\u00adſǅ\n\u3000-"
TEXTS = st.text(alphabet=st.one_of(st.sampled_from(LETTERS), st.characters()), max_size=30)
WORDS = st.lists(
    st.sampled_from(
        [
            "The",
            "the",
            "UN",
            "Berlin",
            "2.5",
            "1:2",
            "…",
            "..",
            ".",
            ",",
            ";",
            ":",
            '"',
            ")",
            "(",
            "?",
            "it's",
            "l’eau",
            "Он",
            "ПРИ",
            "сказал",
            "中文",
            "NATO",
            "x",
        ]
    ),
    max_size=14,
).map(" ".join)


def _seen(tokens: list[Token]) -> list[tuple[str, str, bool, bool]]:
    return [(token.kind, token.key, token.initial, token.breaks) for token in tokens]


def _of(flat: FlatTokens, text: int) -> list[tuple[str, str, bool, bool]]:
    """The tokens of one text as `_seen` shows them."""
    found, words = [], np.cumsum(flat.is_word) - 1
    surfaces = flat.words.strings(np.arange(len(flat.words.owner)))
    for at in np.flatnonzero(flat.owner == text).tolist():
        if flat.foreign[at]:
            found.append(("foreign", "", False, bool(flat.breaks[at])))
            continue
        sign = chr(flat.code[at])
        kind, key = (
            ("number", "0") if flat.is_number[at] else ("mark", mark_key(sign)) if flat.is_mark[at] else ("word", sign)
        )
        key = surfaces[words[at]] if flat.is_word[at] else key
        found.append((kind, key, bool(flat.initial[at]), bool(flat.breaks[at])))
    return found


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(TEXTS, WORDS), min_size=1, max_size=4), st.sampled_from(LANGUAGES))
def test_tokens_of_a_batch_are_those_of_each_text(texts: list[str], lang: str) -> None:
    plain = [text for text in texts if is_plain(text)]
    flat, doubtful = flat_tokens(plain, lang)
    for number, text in enumerate(plain):
        tokens = tokenize(text, lang)
        assert _of(flat, number) == _seen(tokens)
        assert doubtful[number] or not unjudgeable(text, tokens)


def test_some_of_the_texts() -> None:
    flat, _ = flat_tokens(["One two.", "Three 4", "", "Five: six"], "en")
    part = flat.of([0, -1, -1, 1])
    assert part.words.strings(np.arange(4)) == ["One", "two", "Five", "six"]
    assert _of(part, 1) == _of(flat, 3)
    assert flat.of([0, 1, 2, 3]) is flat


def test_a_language_that_elides_is_left_to_tokenize() -> None:
    with pytest.raises(ValueError, match="elides"):
        flat_tokens(["l'eau"], "fr")


@pytest.mark.parametrize("lang", ["en", "fr", "zh"])
def test_scores_do_not_depend_on_what_stands_beside(lang: str) -> None:
    texts = {
        "en": "The minister said on Monday that he would resign. <b>He</b> did not say why.",
        "fr": "Le ministre a dit lundi qu’il allait partir. L’opposition s’en réjouit.",
        "zh": "部长星期一表示他将辞职。他没有说明原因。",
    }
    together = load_fluency().score([*texts.values(), "Too short", *texts.values()], lang)
    assert load_fluency().score([texts[lang]], lang)[0] == together[list(texts).index(lang)]
    assert together[:3] == together[4:]


def test_a_table_of_characters_fills_as_they_come() -> None:
    table = CharTable(lambda char: 2 * char.isdigit(), np.uint8)
    whole, codes, ends = joined(["a1", "", "\ud800"])
    assert (whole, ends.tolist()) == ("a1\n\n\ud800\n", [2, 3, 5])
    assert table.of(codes).tolist() == [1, 3, 1, 1, 1, 1]
    assert joined([])[1].tolist() == []
