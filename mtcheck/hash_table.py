"""64-bit hashes to numbers, many at a time: open-addressed arrays, which cost 12 bytes a slot where a dictionary of
strings costs some 250 an entry, and which forked processes go on sharing when they look things up.

A key that is not there is taken for one that is with probability size / 2**64, some 1e-14.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from mtcheck.data import IntArray

Hashes = npt.NDArray[np.uint64]

_SPREAD = np.uint64(0xBF58476D1CE4E5B9)  # odd
_SHIFT = np.uint64(31)
_EMPTY = np.uint64(0)
_FULL = 0.6  # share of slots in use from which the table grows


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
            _, first = np.unique(slots, return_index=True)
            taken = np.zeros(len(keys), dtype=bool)
            taken[first] = free[first]
            self._keys[slots[taken]], self._values[slots[taken]] = keys[taken], values[taken]
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
