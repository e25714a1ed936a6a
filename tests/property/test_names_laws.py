"""Laws of names: each lies where it says, as its words do."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mtcheck.rules.names._capitalised import begins_sentence, capital_words, names
from mtcheck.rules.words.lexicon import starts, words


@given(st.text(alphabet="ABab'’ _1²é.Ⅳ", max_size=40))
def test_a_name_lies_where_its_word_does(text: str) -> None:
    """`text[name.start : name.end] == name.text`, at the start of word `name.index`; none begins a sentence."""
    places = starts(text)
    for name in names(text):
        assert text[name.start : name.end] == name.text
        assert name.start == places[name.index]
        assert not begins_sentence(text, name.start)


@given(st.text(alphabet="ABab'’ _1²é.Ⅳ", max_size=40))
def test_capital_words_are_those_with_a_capital(text: str) -> None:
    """`capital_words` are the places in `words` of what begins with a capital."""
    assert [words(text)[index] for index in capital_words(text)] == [w for w in words(text) if w[0].isupper()]
