"""Numbers by text: a table answers as a dictionary does."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mtcheck.text_table import TextTable


@given(st.dictionaries(st.text(max_size=3), st.integers(0, 1 << 20), max_size=80), st.lists(st.text(max_size=3)))
def test_a_table_is_a_dictionary(known: dict[str, int], others: list[str]) -> None:
    table = TextTable(known, list(known.values()))
    assert len(table) == len(known)
    for text in [*known, *others]:
        assert table.get(text, 9) == known.get(text, 9)
        assert (text in table) == (text in known)


def test_strings_of_equal_bytes_differ() -> None:
    wide, narrow = "\u5443", "\u5443".encode("utf-16-le").decode("latin-1")
    assert hash(wide) == hash(narrow)
    table = TextTable([wide, narrow], [1, 2])
    assert (table.get(wide, 0), table.get(narrow, 0)) == (1, 2)
    assert narrow not in TextTable([wide], [1])


def test_an_empty_table_has_nothing() -> None:
    assert "a" not in TextTable([], [])
    assert TextTable([], []).get("", 7) == 7
