"""Names and numbers asked of a whole batch: what is told of all texts together is what is told of each."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtcheck.data import Pair
from mtcheck.rules.facts.batch import Facts, TextFacts
from mtcheck.rules.names.sounds import clear_sounds, skeleton
from mtcheck.rules.numbers._clock import _APART, hours_in_words, times
from mtcheck.rules.numbers._number_match import known_values
from mtcheck.rules.numbers.in_words import _values_of_words
from mtcheck.rules.registry import Rule, Scope, all_rules
from mtcheck.rules.words import views

CASES = Path(__file__).parent / "cases"
DIGITS = re.compile(r"\d")
OF_DOCUMENTS = [item for item in all_rules() if item.scope is Scope.DOCUMENT]
#: Pieces of words that sounds are spelled with.
SOUNDS = st.lists(
    st.one_of(
        st.sampled_from("abcdefghijklmnopqrstuvwxyz"),
        st.sampled_from(("dzh", "zh", "kh", "ph", "gh", "qu", "rz", "shch", "tsch", "sch", "ts", "tz", "ck", "ei")),
        st.sampled_from("łöщжёß"),
    ),
    min_size=1,
    max_size=7,
).map("".join)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.lists(SOUNDS, min_size=2, max_size=40))
def test_words_that_sound_alike_sound_alike_at_a_glance(words: list[str]) -> None:
    some = [*words, *(word.replace("y", "i").replace("w", "v") for word in words), *(word + word[-1] for word in words)]
    glances = defaultdict(set)
    for word, glance in zip(some, clear_sounds(some), strict=True):
        glances[skeleton(word)].add(glance)
    assert all(len(found) == 1 for found in glances.values())


def test_sounds_of_no_words() -> None:
    assert clear_sounds([]) == []
    assert clear_sounds(["", "Xhosa"]) == ["", clear_sounds(["Xhosa"])[0]]


def test_what_tells_a_time_has_a_figure_or_a_word_for_an_hour() -> None:
    cases = [case for path in CASES.glob("TIM*.toml") for case in tomllib.loads(path.read_text("utf-8"))["case"]]
    texts = [text for case in cases for text in (case.get("source"), case.get("target")) if text]
    in_words = [(lang, text) for lang in _APART for text in texts if times(text, lang) and not DIGITS.search(text)]
    assert len(in_words) > 10
    for lang, text in in_words:
        hours = hours_in_words(lang)
        assert hours is not None
        assert TextFacts([text]).begins(hours)[0], text


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ru", "в полвосьмого"),
        ("ru", "в половине девятого"),
        ("de", "um halb acht"),
        ("en", "half past seven"),
        ("fr", "à sept heures et demie"),
        ("es", "a las siete y media"),
    ],
)
def test_a_time_in_words_alone(lang: str, text: str) -> None:
    hours = hours_in_words(lang)
    assert times(text, lang)
    assert hours is not None
    assert TextFacts([text]).begins(hours).tolist() == [True]


@pytest.mark.parametrize("lang", ["ru", "uk", "de", "fr", "es", "it", "pt", "pl", "cs", "tr", "nl", "sv"])
def test_the_values_of_words_are_known_in_any_text(lang: str) -> None:
    assert _values_of_words(lang)
    for word, value in _values_of_words(lang).items():
        for text in (word, f"«{word.capitalize()}», 1", f"a {word} b"):
            assert value in known_values(text, lang)[0], text


def _documents() -> list[tuple[Rule, list[Pair]]]:
    """The cases of rules for documents."""
    found, rules = [], {item.code: item for item in OF_DOCUMENTS}
    for path in sorted(CASES.glob("*.toml")):
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
            if path.stem in rules and "pairs" in case:
                source, target = case["langs"].split(">" if ">" in case["langs"] else "-")
                rows = enumerate(case["pairs"])
                pairs = [
                    Pair(index=n, source=a, target=b, source_lang=source, target_lang=target) for n, (a, b) in rows
                ]
                found.append((rules[path.stem], pairs))
    return found


def test_a_document_that_is_a_batch_is_as_any_other() -> None:
    documents = _documents()
    assert len(documents) > 20
    n_hits = 0
    for item, pairs in documents:
        views.forget()
        alone = sorted(map(repr, item.function(pairs)))
        facts = Facts(pairs)  # tells of all its texts at once
        assert views.sides_of(pairs) is not None
        assert sorted(map(repr, item.function(pairs))) == alone
        facts.forget()
        n_hits += len(alone)
    views.forget()
    assert n_hits
