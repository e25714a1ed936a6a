"""64-bit hashes to numbers, many at a time: open-addressed arrays, which cost 12 bytes a slot where a dictionary of
strings costs some 250 an entry, and which forked processes go on sharing when they look things up.

A key that is not there is taken for one that is with probability size / 2**64, some 1e-14.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from mtcheck.data import IntArray

Hashes = npt.NDArray[np.uint64]
Number = TypeVar("Number", bound=np.generic)

_SPREAD = np.uint64(0xBF58476D1CE4E5B9)  # odd
_SHIFT = np.uint64(31)
_EMPTY = np.uint64(0)
_FULL = 0.6  # share of slots in use from which the table grows
_LENGTH = np.uint64(0x9E3779B97F4A7C15)  # odd
_LEAST = 1024  # rows of an array that grows


class HashTable:
    """Numbers (int32, not negative) by 64-bit keys; grows as needed."""

    def __init__(self, n_keys: int = 0) -> None:
        """With room for so many keys at a third of its slots."""
        self._n_keys = 0
        self._make(max(4, (3 * n_keys).bit_length()))

    def __len__(self) -> int:
        return self._n_keys

    def _make(self, bits: int) -> None:
        self._bits = bits
        self._keys = np.zeros(1 << bits, dtype=np.uint64)
        self._values = np.zeros(1 << bits, dtype=np.int32)

    def find(self, hashes: Hashes) -> IntArray:
        """The number of each key, -1 for what is not there."""
        keys = _mixed(hashes)
        slots = self._slots(keys)
        found = np.full(len(keys), -1, dtype=np.int64)
        left = np.arange(len(keys))
        while len(left):
            there = self._keys.take(slots)
            hit = there == keys
            found[left[hit]] = self._values.take(slots[hit])
            go_on = np.flatnonzero(~hit & (there != _EMPTY))
            left, keys, slots = left[go_on], keys[go_on], self._next(slots[go_on])
        return found

    def add(self, hashes: Hashes, values: IntArray) -> None:
        """Take in keys that differ from each other and are not there yet."""
        if self._n_keys + len(hashes) > _FULL * len(self._keys):
            kept, numbers = self._entries()
            self._make(max(self._bits + 1, int((self._n_keys + len(hashes)) / _FULL).bit_length()))
            self._put(kept, numbers)
        self._put(_mixed(hashes), values)
        self._n_keys += len(hashes)

    def keep(self, wanted: npt.NDArray[np.bool_]) -> None:
        """Leave out what has a number `i` for which `wanted[i]` is false."""
        keys, values = self._entries()
        kept = wanted[values]
        self._make(self._bits)
        self._put(keys[kept], values[kept])
        self._n_keys = int(kept.sum())

    def _entries(self) -> tuple[Hashes, IntArray]:
        used = np.flatnonzero(self._keys)
        return self._keys[used], self._values[used].astype(np.int64)

    def _put(self, keys: Hashes, values: IntArray) -> None:
        slots = self._slots(keys)
        while len(keys):
            free = self._keys[slots] == _EMPTY
            self._keys[slots[free]] = keys[free]  # of several for one slot the last one stays
            taken = self._keys[slots] == keys
            self._values[slots[taken]] = values[taken]
            keys, values, slots = keys[~taken], values[~taken], self._next(slots[~taken])

    def _slots(self, keys: Hashes) -> IntArray:
        return (keys >> np.uint64(64 - self._bits)).astype(np.int64)

    def _next(self, slots: IntArray) -> IntArray:
        return (slots + 1) & (len(self._keys) - 1)


def _mixed(hashes: Hashes) -> Hashes:
    """Well spread, and never the mark of an empty slot."""
    mixed = (hashes ^ (hashes >> _SHIFT)) * _SPREAD
    mixed ^= mixed >> _SHIFT
    return np.maximum(mixed, np.uint64(1))


class RowIndex:
    """Which row of its owner's arrays belongs to a name. Where there are too many names, the least used are given up.

    Row 0 belongs to nobody. The owner's arrays need `size` rows; those of names that are gone are used again.
    """

    def __init__(self, limit: int) -> None:
        """`limit`: names from which on `forget` gives up some."""
        self.size = 1
        self._limit = limit
        self._table = HashTable()
        self._free = np.zeros(0, dtype=np.int64)  # rows below `size` that belong to nobody
        self._uses = np.zeros(1, dtype=np.int32)

    def __len__(self) -> int:
        """How many rows are in use."""
        return self.size - 1 - len(self._free)

    def find(self, names: Hashes) -> IntArray:
        """The row of each name, -1 for what has none."""
        return self._table.find(names)

    def add(self, names: Hashes) -> IntArray:
        """New rows for names that differ and have none."""
        need = self.size + max(0, len(names) - len(self._free))
        rows = np.concatenate([self._free[: len(names)], np.arange(self.size, need)])
        self._free, self.size = self._free[len(names) :], need
        self._uses = grown(self._uses, need)
        self._table.add(names, rows)
        return rows

    def call(self, names: Hashes, rows: IntArray) -> None:
        """Give rows further names, which have none yet."""
        self._table.add(names, rows)

    def count(self, rows: IntArray) -> None:
        """Note that rows are used."""
        self._uses += np.bincount(rows, minlength=len(self._uses)).astype(np.int32)

    def forget(self) -> IntArray:
        """The rows given up, three in ten if there are too many; what was used before the last time counts half."""
        if len(self) <= self._limit:
            return self._free[:0]
        used = np.setdiff1d(np.arange(1, self.size), self._free)
        gone = used[np.argsort(self._uses[used], kind="stable")[: len(used) - self._limit * 7 // 10]]
        self._uses //= 2
        self._uses[gone] = 0
        self._free = np.concatenate([self._free, gone])
        kept = np.ones(self.size, dtype=np.bool_)
        kept[gone] = False
        self._table.keep(kept)
        return gone


def hashes_of(names: Collection[str]) -> Hashes:
    """Keys for the tables here: the same for equal names within a process and those forked from it."""
    hashes = np.fromiter(map(hash, names), dtype=np.int64, count=len(names)).view(np.uint64)
    # Python hashes a string's bytes in memory, which are the same for "CT" and for a Chinese character.
    return hashes ^ (np.fromiter(map(len, names), dtype=np.uint64, count=len(names)) * _LENGTH)


def grown(array: npt.NDArray[Number], n_rows: int) -> npt.NDArray[Number]:
    """The array, or if it is shorter one of twice the length or more; numpy leaves what is not written yet out of
    memory.
    """
    if n_rows <= len(array):
        return array
    longer = np.zeros((max(n_rows, 2 * len(array), _LEAST), *array.shape[1:]), dtype=array.dtype)
    longer[: len(array)] = array
    return longer
