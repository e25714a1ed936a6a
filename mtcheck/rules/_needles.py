"""Many rare strings looked for in all texts of a batch at once.

Gates ask whether a text has one of some strings, which are the same for every batch: from the second batch on, all of
them are found together, by the hashes of every three characters in a row.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np

from mtcheck.codepoints import Codes
from mtcheck.data import IntArray

_GRAM_BITS = 18
_FACTORS = (np.uint32(0x9E3779B1), np.uint32(0x85EBCA6B), np.uint32(0xC2B2AE35))
LENGTH = 3
#: Strings that are found together, at most: a table for each language of each rule.
_MOST = 20_000

Group = tuple[str, ...]


def grams(codes: Codes) -> Codes:
    """A hash for each three characters in a row."""
    first, second, third = (factor * codes[n : max(len(codes) - 2 + n, 0)] for n, factor in enumerate(_FACTORS))
    found: Codes = (first ^ second ^ third) >> np.uint32(32 - _GRAM_BITS)
    return found


def are_there(hashes: Codes) -> bytes:
    """By the hash of three characters in a row: 0 for what is not among those of a batch."""
    there = np.zeros(1 << _GRAM_BITS, dtype=np.uint8)
    there[hashes] = 1
    return there.tobytes()


@cache
def grams_of(needle: str) -> tuple[int, ...]:
    """The hashes of a string."""
    codes = [[int(factor) * ord(char) & 0xFFFFFFFF for char in needle] for factor in _FACTORS]
    return tuple(
        (one ^ two ^ three) >> (32 - _GRAM_BITS)
        for one, two, three in zip(codes[0], codes[1][1:], codes[2][2:], strict=False)
    )


class Needles:
    """Groups of strings. Those of fewer than three characters are left out."""

    def __init__(self, groups: Sequence[Group], hashes: Codes) -> None:
        """`hashes`: those of a usual batch, which show what is rare."""
        self.groups = {group: n for n, group in enumerate(groups)}
        counts = np.bincount(hashes, minlength=1 << _GRAM_BITS)
        rows = [(n, grams_of(needle)) for n, group in enumerate(groups) for needle in group if len(needle) >= LENGTH]
        # Each string is looked for by the three characters of it that are rarest, and then the rest is compared.
        anchors = [min(range(len(row)), key=lambda k, row=row: counts[row[k]]) for _, row in rows]  # type: ignore[misc]
        by_anchor = sorted(range(len(rows)), key=lambda i: rows[i][1][anchors[i]])
        found = np.array([rows[i][1][anchors[i]] for i in by_anchor], dtype=np.int64)
        self._group_of = np.array([rows[i][0] for i in by_anchor], dtype=np.int64)
        distinct, self._first, self._sizes = np.unique(found, return_index=True, return_counts=True)
        self._number = np.zeros(1 << _GRAM_BITS, dtype=np.int16)  # of what is looked for, by its hash, counted from 1
        self._number[distinct] = np.arange(1, len(distinct) + 1)
        checked = [_cover(len(rows[i][1])) for i in by_anchor]
        width = max(map(len, checked), default=0)
        self._offsets = np.zeros((width, len(rows)), dtype=np.int64)
        self._expected = np.zeros((width, len(rows)), dtype=np.uint32)
        for n, (i, some) in enumerate(zip(by_anchor, checked, strict=True)):
            some = (some * width)[:width]
            self._offsets[:, n] = [k - anchors[i] for k in some]
            self._expected[:, n] = [rows[i][1][k] for k in some]

    def find(self, hashes: Codes) -> tuple[IntArray, IntArray]:
        """The groups of which a string is there, ascending, and where about it is."""
        all_numbers = self._number.take(hashes)
        places = all_numbers.nonzero()[0]
        numbers = all_numbers[places].astype(np.int64) - 1
        sizes = self._sizes[numbers]
        ends = np.cumsum(sizes)
        within = np.arange(ends[-1] if len(ends) else 0) - np.repeat(ends - sizes, sizes)
        places, needles = np.repeat(places, sizes), np.repeat(self._first[numbers], sizes) + within
        for offsets, expected in zip(self._offsets, self._expected, strict=True):
            same = hashes.take(places + offsets[needles], mode="clip") == expected[needles]
            places, needles = places[same], needles[same]
        groups = self._group_of[needles]
        order = np.argsort(groups, kind="stable")
        return groups[order], places[order]


def _cover(n_grams: int) -> list[int]:
    """Which of the runs of three characters of a string have all its characters."""
    return sorted({*range(0, n_grams, LENGTH), n_grams - 1})


class Known:
    """What gates have asked for so far, to be found together in later batches."""

    def __init__(self) -> None:
        self._groups: dict[Group, None] = {}
        self._needles: Needles | None = None

    def add(self, group: Group) -> None:
        """Note what was asked for."""
        if len(self._groups) < _MOST // 10 and sum(map(len, self._groups)) + len(group) <= _MOST:
            self._groups[group] = None

    def needles(self, hashes: Codes) -> Needles:
        """All that was asked for before this batch."""
        found = self._needles
        if found is None or len(found.groups) < len(self._groups):
            found = self._needles = Needles(list(self._groups), hashes)
        return found
