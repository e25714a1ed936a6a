"""Strings that gates look for together are found where they are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mtcheck.codepoints import joined
from mtcheck.rules.facts._needles import Known, Needles
from mtcheck.rules.facts.batch import TextFacts
from mtcheck.rules.meaning import _claims, _reversals
from mtcheck.rules.meaning._crumbs import needed

_GROUPS = (("abc", "bca"), ("cab cab", "xyz"), ("ааб", "aabb", "é a"), ("zz", "б"), ("cc", "bab"))
_TEXTS = st.lists(st.text("abc xyzаб é", max_size=30), min_size=1, max_size=12)


@given(_TEXTS)
def test_finds_what_a_search_finds(texts: list[str]) -> None:
    codes = joined(texts)[1]
    groups, places = Needles(_GROUPS, codes).find(codes)
    whole = "\n".join(texts)
    for n, group in enumerate(_GROUPS):
        found = {place for number, place in zip(groups.tolist(), places.tolist(), strict=True) if number == n}
        assert bool(found) == any(needle in whole for needle in group)


@given(_TEXTS)
def test_texts_have_the_same_whether_asked_for_before_or_not(texts: list[str]) -> None:
    first = [TextFacts(texts).has(*group, "é") for group in _GROUPS]
    again = [TextFacts(texts).has(*group, "é") for group in _GROUPS]
    for group, one, other in zip(_GROUPS, first, again, strict=True):
        wanted = [any(needle in text for needle in (*group, "é")) for text in texts]
        assert one.tolist() == other.tolist() == wanted


@given(_TEXTS)
def test_strings_are_found_in_whatever_case(texts: list[str]) -> None:
    for group in (("xyz", "aab"), ("ааб", "б")):
        wanted = [any(needle in text for needle in group) for text in texts]
        assert TextFacts(list(map(str.upper, texts))).has_in_lower_case(*group).tolist() == wanted


_ROWS = sorted({row for kind in (*_claims._KINDS.values(), *_reversals._KINDS.values()) for row in kind.values()})


@given(st.sampled_from(_ROWS).flatmap(lambda row: st.tuples(st.just(row), st.from_regex(row, fullmatch=True))))
def test_what_a_pattern_needs_is_in_all_that_it_matches(case: tuple[str, str]) -> None:
    row, text = case
    assert any(needle in text.lower() for needle in needed(row))


def test_no_more_is_kept_than_tables_have() -> None:
    known = Known()
    for n in range(30_000):
        known.add((f"needle {n}",))
    assert len(known.needles(joined(["a text"])[1]).groups) == 2_000
