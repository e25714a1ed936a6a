"""Words of a batch told as numbers: what they tell is what the words themselves do."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from mtcheck.data import Pair
from mtcheck.rules.facts.batch import Facts, TextFacts
from mtcheck.rules.words import lexicon
from mtcheck.rules.words.keys import Listed, first_of_each
from mtcheck.rules.words.tokens import tokens_of

TEXTS = st.lists(
    st.text(alphabet=st.one_of(st.sampled_from("abAB'’ 1éÉİiΣσς中о\n."), st.characters()), max_size=30),
    min_size=1,
    max_size=6,
)


@settings(max_examples=200, deadline=None)
@given(TEXTS, TEXTS)
def test_texts_with_a_listed_word_are_found(texts: list[str], others: list[str]) -> None:
    facts = TextFacts(texts)
    listed = frozenset(word for text in [*texts[::2], *others] for word in lexicon.lowered(text))
    exact = np.array([not listed.isdisjoint(lexicon.lowered(text)) for text in texts])
    found = facts.words.having(listed)
    assert not (exact & ~found).any()
    plain = np.array([not set("İςσΣ") & set(text) for text in texts])
    assert (found == exact)[plain].all() or "ς" in "".join(listed)
    written = frozenset(word for text in others for word in lexicon.words(text))
    exact = np.array([not written.isdisjoint(lexicon.words(text)) for text in texts])
    assert (facts.words.having(written, as_written=True) == exact).all()


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_unknown_tokens_and_common_words_are_found(texts: list[str]) -> None:
    turned = texts[::-1]
    facts = Facts([Pair(index=0, source=one, target=other) for one, other in zip(texts, turned, strict=True)])
    known = {token.lower() for token in tokens_of(texts[0])}
    tokens = facts.target.tokens
    unknown = [any(token.lower() not in known for token in tokens_of(text)) for text in turned]
    assert tokens.texts(tokens.outside(known)).tolist() == unknown
    here, there = facts.source.words, facts.target.words
    every = np.arange(len(there.words))
    common = there.texts(every[there.are_in(every, here)])
    exact = [bool(lexicon.lowered(a) & lexicon.lowered(b)) for a, b in zip(texts, turned, strict=True)]
    assert not (np.array(exact) & ~common).any()
    if not set("İςσΣ") & set("".join(texts)):
        assert common.tolist() == exact
        for share in (0.3, 0.7):
            enough = [
                bool(a & b) and len(a & b) >= share * len(b)
                for a, b in zip(map(lexicon.lowered, texts), map(lexicon.lowered, turned), strict=True)
            ]
            assert there.have_mostly(facts.copied_words, share).tolist() == enough


def test_full_names_are_two_capitals_with_a_space_between() -> None:
    texts = ["said Anna Karenina", "Anna  Karenina", "Anna, Karenina", "Al Gore", "anna Karenina", "", "Ana's Bo"]
    assert TextFacts(texts).have_full_name.tolist() == [True, False, False, False, False, False, False]


def test_numbers_that_share_a_place_are_told_apart() -> None:
    keys = np.array([5, 7, 5, 9, 7, 0, 0], dtype=np.uint64)
    first = first_of_each(keys)
    assert (keys[first] == keys).all()
    assert len(set(first.tolist())) == 4
    many = np.arange(1, 5000, dtype=np.uint64)
    assert Listed(many[::2]).has(many).tolist() == [n % 2 == 0 for n in range(len(many))]
    assert not Listed(many[:0]).has(many).any()
    assert len(first_of_each(keys[:0])) == 0
