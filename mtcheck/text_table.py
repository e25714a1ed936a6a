"""Whole numbers by text, looked up one text at a time: some 12 bytes an entry, where a dictionary takes 100 and the
strings as much again, and looking up unshares no memory between forked processes.

A text that is not there is taken for one that is with probability size / 2**64, some 1e-14.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

import numpy as np
import numpy.typing as npt


class TextTable:
    """A number for each of some texts. Cannot be changed; holds within a process and those forked from it."""

    __slots__ = ("_keys", "_mask", "_n_texts", "_numbers")

    def __init__(self, texts: Collection[str], numbers: Sequence[int] | npt.NDArray[np.integer]) -> None:
        """`texts` differ; `numbers` (0 to 2**31 - 1) are theirs, in the same order."""
        n = self._n_texts = len(texts)
        keys = np.fromiter(map(hash, texts), dtype=np.int64, count=n)
        keys ^= np.fromiter(map(len, texts), dtype=np.int64, count=n)
        keys[keys == 0] = 1  # 0 is an empty slot
        self._mask = (1 << max(4, (4 * n // 3).bit_length())) - 1
        slots = keys & self._mask
        order = np.argsort(slots, kind="stable")
        # Each comes into its own slot or the first free one behind it; there is always one more at the end.
        at = np.arange(n)
        places = np.maximum.accumulate(slots[order] - at) + at
        size = max(self._mask, int(places.max(initial=0))) + 2
        held, values = np.zeros(size, dtype=np.int64), np.zeros(size, dtype=_narrowest(np.asarray(numbers)))
        held[places], values[places] = keys[order], np.asarray(numbers)[order]
        self._keys, self._numbers = held.data, values.data

    def __len__(self) -> int:
        return self._n_texts

    def get(self, text: str, default: int) -> int:
        """The number of a text, `default` where it has none."""
        # "CT" and one Chinese character have the same bytes, and so the same hash.
        key = hash(text) ^ len(text) or 1
        at = key & self._mask
        while held := self._keys[at]:
            if held == key:
                return self._numbers[at]
            at += 1
        return default

    def __contains__(self, text: str) -> bool:
        return self.get(text, -1) >= 0


def text_set(texts: Iterable[str]) -> TextTable:
    """A table that tells only whether a text is in it."""
    different = set(texts)
    return TextTable(different, np.zeros(len(different), dtype=np.uint8))


def _narrowest(numbers: npt.NDArray[np.integer]) -> type[np.integer]:
    most = int(numbers.max(initial=0))
    return np.uint8 if most < 1 << 8 else np.uint16 if most < 1 << 16 else np.int32
