"""Hashed tables: what is found, what is given up, and names that look alike in memory."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.hash_table import HashTable, RowIndex, grown, hashes_of


@given(st.lists(st.sets(st.text(max_size=3), max_size=30), max_size=6))
def test_a_table_is_a_dictionary(lots: list[set[str]]) -> None:
    table, known = HashTable(), dict[str, int]()
    for lot in lots:
        fresh = [name for name in lot if name not in known]
        table.add(hashes_of(fresh), np.arange(len(known), len(known) + len(fresh)))
        known.update((name, len(known)) for name in fresh)
        asked = [*known, "not there", "nor here"]
        assert table.find(hashes_of(asked)).tolist() == [known.get(name, -1) for name in asked]
        assert len(table) == len(known)


def test_strings_of_equal_bytes_differ() -> None:
    wide, narrow = "\u5443", "\u5443".encode("utf-16-le").decode("latin-1")
    assert hash(wide) == hash(narrow)
    assert len({*hashes_of([wide, narrow]).tolist()}) == 2


def test_what_is_left_out_is_gone_and_the_rest_stays() -> None:
    table = HashTable()
    names = hashes_of([str(n) for n in range(1000)])
    table.add(names, np.arange(1000))
    table.keep(np.arange(1000) % 3 > 0)
    assert table.find(names).tolist() == [n if n % 3 else -1 for n in range(1000)]
    table.add(names[::3], np.arange(0, 1000, 3))
    assert table.find(names).tolist() == list(range(1000))


def test_the_least_used_names_are_given_up_and_their_rows_used_again() -> None:
    index = RowIndex(10)
    names = hashes_of([str(n) for n in range(12)])
    rows = index.add(names)
    assert rows.tolist() == list(range(1, 13))
    index.count(rows[[0, 2, 2, 3, 4, 5, 6, 7, 8, 9]])
    assert sorted(index.forget().tolist()) == [1, 2, 4, 11, 12]
    assert len(index) == 7
    assert index.find(names).tolist() == [-1, -1, 3, -1, 5, 6, 7, 8, 9, 10, -1, -1]
    assert not len(index.forget())
    again = index.add(names[[1, 3]])
    assert set(again.tolist()) <= {1, 2, 4, 11, 12}
    assert index.size == 13


def test_arrays_grow_with_zeros_behind() -> None:
    array = np.ones((3, 2), dtype=np.int8)
    assert grown(array, 3) is array
    longer = grown(array, 4)
    assert len(longer) >= 4
    assert longer[:3].all()
    assert not longer[3:].any()
