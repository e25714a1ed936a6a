"""Laws of segmenting that hold for any text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from mtcheck.read import document_from_text, line_of, line_starts
from mtcheck.segment import Mode, segment_document

LANGS = st.sampled_from(["ru", "en", "de", "fr", "es", "zh", "zh-Hant", "ja", "th", "ar", "el", "hi", "cs", None, "xx"])
MODES: st.SearchStrategy[Mode] = st.sampled_from(["sentences", "lines"])
PIECES = st.sampled_from(
    ["Dr.", "т. е.", "г.", "A.", "3.", "Mai", "word", "Слово", "слово", "。", "！", "”", "“", "»", "«", ".", "...", "…",
     "?", "!", " ", " ", "\n", "\r\n", "\r", "\u2028", "\u2029", "\f", "\x85", "\t", "\u00a0", "- ", "— ", "1)", "汉字",
     "」", "「", "ไทย", "؟", "[1]", "(", ")", '"', "'", "😀", "e\u0301", "\u200b", "\ufeff", "http://a.b/c.d", "x@y.z"]
)  # fmt: skip
TEXTS = st.one_of(
    st.lists(PIECES, max_size=60).map("".join),
    st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\x00"), max_size=200),
)


@settings(deadline=None, max_examples=300)
@given(text=TEXTS, lang=LANGS, mode=MODES)
def test_segments_are_slices_that_hold_every_character_once(text: str, lang: str | None, mode: Mode) -> None:
    document = document_from_text(text, allow_empty=True)
    found = segment_document(document, lang, mode=mode)
    position = 0
    for number, segment in enumerate(found):
        assert segment.index == number
        assert text[segment.start : segment.end] == segment.text
        assert segment.text == segment.text.strip() != ""
        assert segment.start >= position
        assert text[position : segment.start].strip() == ""
        position = segment.end
    assert text[position:].strip() == ""


@settings(deadline=None, max_examples=150)
@given(text=TEXTS, lang=LANGS)
def test_lines_and_paragraphs_count_up(text: str, lang: str | None) -> None:
    found = segment_document(document_from_text(text, allow_empty=True), lang)
    starts = line_starts(text)
    assert [segment.line for segment in found] == [line_of(starts, segment.start) for segment in found]
    paragraphs = [segment.paragraph for segment in found]
    assert paragraphs == sorted(paragraphs)


@settings(deadline=None, max_examples=100)
@given(text=TEXTS, lang=LANGS)
def test_the_same_text_gives_the_same_segments(text: str, lang: str | None) -> None:
    document = document_from_text(text, allow_empty=True)
    assert segment_document(document, lang) == segment_document(document, lang)


@settings(deadline=None, max_examples=100)
@given(first=TEXTS, second=TEXTS, lang=LANGS)
def test_nothing_crosses_a_blank_line(first: str, second: str, lang: str | None) -> None:
    text = f"{first}\n\n{second}"
    for segment in segment_document(document_from_text(text, allow_empty=True), lang):
        assert segment.end <= len(first) or segment.start >= len(first) + 2
