"""Many rare strings looked for in all texts of a batch at once.

Gates ask whether a text has one of some strings, which are the same for every batch: from the second batch on, all of
them are found together, by the hashes of every three characters in a row, and of the one or two of shorter strings.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

import numpy as np
import numpy.typing as npt

from mtcheck.codepoints import Codes
from mtcheck.data import IntArray

_GRAM_BITS = 18
_FACTORS = (np.uint32(0x9E3779B1), np.uint32(0x85EBCA6B), np.uint32(0xC2B2AE35))
_LENGTH = len(_FACTORS)
#: Strings that are found together, at most: a table for each language of each rule.
_MOST = 20_000

Group = tuple[str, ...]
Mask = npt.NDArray[np.bool_]


def _grams(codes: Codes, length: int) -> Codes:
    """A hash for each so many characters in a row."""
    rows = [factor * codes[n : max(len(codes) - length + 1 + n, 0)] for n, factor in enumerate(_FACTORS[:length])]
    found = rows[0]
    for row in rows[1:]:
        found ^= row
    found >>= np.uint32(32 - _GRAM_BITS)
    return found


def _grams_of(needle: str, length: int) -> tuple[int, ...]:
    """The hashes of a string."""
    return tuple(_grams(np.array(list(map(ord, needle)), dtype=np.uint32), length).tolist())


class _Anchored:
    """Strings that are looked for by the hashes of so many characters in a row."""

    def __init__(self, strings: Sequence[tuple[int, str]], length: int, codes: Codes) -> None:
        """`strings`: the number of a group and one of it; `codes`: a usual batch, which shows what is rare."""
        self._length = length
        rows = [(group, _grams_of(needle, length)) for group, needle in strings]
        counts = np.bincount(_grams(codes, length), minlength=1 << _GRAM_BITS)
        # Each string is looked for by the rarest of its runs of characters, and then the rest is compared.
        anchors = [min(range(len(row)), key=lambda k, row=row: counts[row[k]]) for _, row in rows]  # type: ignore[misc]
        by_anchor = sorted(range(len(rows)), key=lambda i: rows[i][1][anchors[i]])
        found = np.array([rows[i][1][anchors[i]] for i in by_anchor], dtype=np.int64)
        self._group_of = np.array([rows[i][0] for i in by_anchor], dtype=np.int64)
        distinct, self._first, self._sizes = np.unique(found, return_index=True, return_counts=True)
        self._any = np.zeros(1 << _GRAM_BITS, dtype=bool)
        self._any[distinct] = True
        self._number = np.zeros(1 << _GRAM_BITS, dtype=np.int16)  # of what is looked for, by its hash
        self._number[distinct] = np.arange(len(distinct))
        checked = [_cover(len(rows[i][1]), length) for i in by_anchor]
        self._n_checked = np.array(list(map(len, checked)))
        width = max(map(len, checked), default=0)
        self._offsets = np.zeros((width, len(rows)), dtype=np.int64)
        self._expected = np.zeros((width, len(rows)), dtype=np.uint32)
        for n, (i, some) in enumerate(zip(by_anchor, checked, strict=True)):
            some = (some * width)[:width]
            self._offsets[:, n] = [k - anchors[i] for k in some]
            self._expected[:, n] = [rows[i][1][k] for k in some]

    def find(self, codes: Codes) -> tuple[IntArray, IntArray]:
        """The groups of which a string is there, and where about it is."""
        hashes = _grams(codes, self._length)
        places = self._any.take(hashes).nonzero()[0]
        numbers = self._number[hashes[places]]
        sizes = self._sizes[numbers]
        ends = np.cumsum(sizes)
        within = np.arange(ends[-1] if len(ends) else 0) - np.repeat(ends - sizes, sizes)
        places, needles = np.repeat(places, sizes), np.repeat(self._first[numbers], sizes) + within
        for n, (offsets, expected) in enumerate(zip(self._offsets, self._expected, strict=True)):
            if n and not (self._n_checked[needles] > n).any():
                break
            same = hashes.take(places + offsets[needles], mode="clip") == expected[needles]
            places, needles = places[same], needles[same]
        return self._group_of[needles], places


class Needles:
    """Groups of strings to be looked for."""

    def __init__(self, groups: Sequence[Group], codes: Codes) -> None:
        """`codes`: a usual batch, which shows what is rare."""
        self.groups = {group: n for n, group in enumerate(groups)}
        strings = [(n, needle) for n, group in enumerate(groups) for needle in group]
        self._tables = [
            _Anchored(some, length, codes)
            for length in range(1, _LENGTH + 1)
            if (some := [(n, needle) for n, needle in strings if min(len(needle), _LENGTH) == length])
        ]

    def find(self, codes: Codes) -> tuple[IntArray, IntArray]:
        """The groups of which a string is there, ascending, and where about it is."""
        found = [table.find(codes) for table in self._tables]
        groups, places = (np.concatenate(parts) for parts in zip(*found, strict=True))
        order = np.argsort(groups, kind="stable")
        return groups[order], places[order]


def _cover(n_grams: int, length: int) -> list[int]:
    """Which of the runs of so many characters of a string have all its characters."""
    return sorted({*range(0, n_grams, length), n_grams - 1})


class Known:
    """What gates have asked for so far, to be found together in later batches."""

    def __init__(self) -> None:
        self._groups: dict[Group, None] = {}
        self._needles: Needles | None = None

    def add(self, group: Group) -> None:
        """Note what was asked for."""
        if len(self._groups) < _MOST // 10 and sum(map(len, self._groups)) + len(group) <= _MOST:
            self._groups[group] = None

    def needles(self, codes: Codes) -> Needles:
        """All that was asked for before this batch."""
        found = self._needles
        if found is None or len(found.groups) < len(self._groups):
            found = self._needles = Needles(list(self._groups), codes)
        return found


class Search:
    """Some texts, to look for strings in."""

    def __init__(self, codes: Codes, stops: IntArray, known: Known) -> None:
        """`codes`: those of all texts, with a line feed after each, at `stops`."""
        self._codes, self._stops, self._known = codes, stops, known

    def has(self, needles: Group) -> Mask:
        """Which texts have one of some strings, or by chance none."""
        if not needles:
            return np.zeros(len(self._stops), dtype=bool)
        group = self._needles.groups.get(needles)
        if group is None:
            return self._asked_first(needles)
        owners, cuts = self._found
        mask = np.zeros(len(self._stops), dtype=bool)
        mask[owners[cuts[group] : cuts[group + 1]]] = True
        return mask

    def _asked_first(self, needles: Group) -> Mask:
        if not all(needles):
            return np.ones(len(self._stops), dtype=bool)  # nothing is in every text
        self._known.add(needles)
        found: list[int] = []
        for needle in needles:
            at = self._whole.find(needle)
            while at >= 0:
                found.append(bisect_left(self._ends, at))
                at = self._whole.find(needle, self._ends[found[-1]])
        mask = np.zeros(len(self._stops), dtype=bool)
        mask[found] = True
        return mask

    @cached_property
    def _needles(self) -> Needles:
        return self._known.needles(self._codes)

    @cached_property
    def _found(self) -> tuple[IntArray, list[int]]:
        """The texts that have a string of each group, one group after the other, and where those of each begin."""
        groups, places = self._needles.find(self._codes)
        cuts = np.searchsorted(groups, np.arange(len(self._needles.groups) + 1))
        return np.searchsorted(self._stops, places), cuts.tolist()

    @cached_property
    def _whole(self) -> str:
        return self._codes.tobytes().decode("utf-32-le", "surrogatepass")

    @cached_property
    def _ends(self) -> list[int]:
        found: list[int] = self._stops.tolist()
        return found
