"""Spellings of Cyrillic names in Latin letters: walked letter by letter, they are those that the tables list."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.rules.names._altered_names import romanised
from mtcheck.rules.names._cyrillic_names import spellings
from mtcheck.rules.names._spelled import _DOUBLE, ROMAN, Spelled, spelled_out

_NOTHING = re.compile("")


def _pattern(name: str) -> re.Pattern[str]:
    """The same as one regular expression, from the tables as they stand."""
    parts, at = [], 0
    while at < len(name):
        two = name[at : at + 2]
        parts.append(f"(?:{_DOUBLE.get(two) or ROMAN.get(name[at], re.escape(name[at]))})")
        at += 2 if two in _DOUBLE else 1
    return re.compile("".join(parts))


@given(st.text("абвгдежзийкоцчшщьюя'-", max_size=8), st.text("abvwgdeyozhikstcuj'-", max_size=10))
def test_walked_as_by_a_pattern(name: str, latin: str) -> None:
    assert Spelled([spelled_out(name)], _NOTHING).may_be(latin) == bool(_pattern(name).fullmatch(latin))


@given(st.text("абвгдежзийкоцчшщьюя", min_size=1, max_size=8), st.randoms(use_true_random=False))
def test_every_listed_spelling_is_one(name: str, rnd: object) -> None:
    choice = rnd.choice  # type: ignore[attr-defined]
    steps = spelled_out(name)
    latin = "".join(choice(options) for options in steps)
    assert Spelled([steps], _NOTHING).may_be(latin)
    assert _pattern(name).fullmatch(latin)


@pytest.mark.parametrize(
    ("name", "latin"), [("Петренка", "petrenok"), ("Щукиным", "shchukin"), ("Королёва", "korolyov")]
)
def test_a_name_in_any_case_is_spelled_in_any_standard(name: str, latin: str) -> None:
    assert spellings(name).may_be(latin)
    assert not spellings(name).may_be(latin + "zzz")


def test_words_that_are_no_surname_have_no_spelling() -> None:
    assert romanised("стол") is None
