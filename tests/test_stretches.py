"""Stretches of texts as arrays are the ones that Python's own means find."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.encode_words import run_pattern
from mtcheck.stretches import Stretches, dark_in, names_of, runs_in

_CHARS = st.sampled_from("aяЖ1_ \n\t\u2028\x1c?!%؟？\u0301\u05b0\u200dक्漢字カ한😀\x00\ud800.,-'")
_TEXTS = st.lists(st.text(_CHARS | st.characters(), max_size=40), max_size=300)


def _by_text(found: Stretches, n: int) -> list[list[str]]:
    strings = found.strings(np.arange(len(found.owner)))
    assert [len(string) for string in strings] == found.lengths.tolist()
    ends = np.cumsum(found.counts(n)).tolist()
    return [strings[start:end] for start, end in zip([0, *ends], ends, strict=False)]


@given(_TEXTS)
def test_runs_and_words_are_those_of_python(texts: list[str]) -> None:
    assert _by_text(runs_in(texts), len(texts)) == [run_pattern().findall(text) for text in texts]
    assert _by_text(dark_in(texts), len(texts)) == [text.split() for text in texts]


@given(_TEXTS)
def test_equal_stretches_alone_have_equal_names(texts: list[str]) -> None:
    found = dark_in(texts)
    strings = found.strings(np.arange(len(found.owner)))
    assert len(set(zip(strings, found.names.tolist(), strict=True))) == len(set(strings))
    assert len(set(found.names.tolist())) == len(set(strings))
    assert names_of(["", *strings, ""]).tolist() == [0, *found.names.tolist(), 0]


@given(_TEXTS, st.integers(0, 3))
def test_the_first_of_each_text_are_kept(texts: list[str], most: int) -> None:
    found = _by_text(runs_in(texts).first(most, len(texts)), len(texts))
    assert found == [run_pattern().findall(text)[:most] for text in texts]


def test_texts_of_several_lots_keep_their_own_stretches() -> None:
    texts = [f"a {number} b?" * (number % 3) for number in range(500)]
    assert _by_text(dark_in(texts), 500) == [text.split() for text in texts]
    assert _by_text(runs_in(texts), 500) == [run_pattern().findall(text) for text in texts]
