"""What readers of one side's texts remember of the stretches between white space: each stretch is looked at when it is
met first, by all of them, and found by its hash from then on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from mtcheck.data import IntArray
from mtcheck.hash_table import RowIndex, grown
from mtcheck.stretches import Stretches, dark_in, spread

LONGEST_TEXT = 4_000  # characters of a text that are looked at
LONGEST_KEPT = 24  # characters of a stretch that is remembered: in scripts without spaces few come again
_KEPT = 64_000  # stretches remembered

Figures = npt.NDArray[np.floating[Any]]


@dataclass(frozen=True, slots=True)
class Said:
    """What a reader knows of the stretches of some texts."""

    values: npt.NDArray[Any]  # of one stretch after the other
    owner: IntArray  # the text of each value, ascending
    stretches: Stretches


class Reader(Protocol):
    """Someone who reads texts a stretch at a time."""

    def of_stretches(self, stretches: Sequence[str]) -> tuple[npt.NDArray[Any], IntArray]:
        """Values of one stretch after the other, and (n,) how many each of them has."""

    def of_texts(self, said: Said, n: int) -> Figures:
        """(n, k) figures of n texts, each by what is said of its own stretches alone."""


class StretchMemory:
    """The stretches that some readers have met; not safe to share between threads."""

    def __init__(self, readers: Sequence[Reader]) -> None:
        self._readers = readers
        self._index = RowIndex(_KEPT)
        self._known = [_Values() for _ in readers]

    def __len__(self) -> int:
        """How many stretches are remembered."""
        return len(self._index)

    def __call__(self, texts: Sequence[str]) -> list[Figures]:
        """The figures of the texts, by reader."""
        if not self._readers:
            return []
        found = dark_in([text[:LONGEST_TEXT] for text in texts])
        self._index.forget()
        rows = self._index.find(found.names)
        passing = self._learn(found, rows)
        self._index.count(rows[rows < self._index.size])
        figures = []
        for reader, known in zip(self._readers, self._known, strict=True):
            values, sizes = known.get(rows)
            figures.append(reader.of_texts(Said(values, np.repeat(found.owner, sizes), found), len(texts)))
            known.drop(passing)
        return figures

    def _learn(self, found: Stretches, rows: IntArray) -> IntArray:
        """Put rows where they are -1; those of stretches too long to be remembered, which nobody else has had."""
        missed = np.flatnonzero(rows < 0)
        if not len(missed):
            return missed
        names, first, number = np.unique(found.names[missed], return_index=True, return_inverse=True)
        fresh = missed[first]
        kept = found.lengths[fresh] <= LONGEST_KEPT
        added = np.zeros(len(fresh), dtype=np.int64)
        added[kept] = self._index.add(names[kept])
        added[~kept] = np.arange(self._index.size, self._index.size + np.count_nonzero(~kept))
        rows[missed] = added[number]
        strings = found.strings(fresh)
        for reader, known in zip(self._readers, self._known, strict=True):
            known.put(added, *reader.of_stretches(strings))
        return added[~kept]


class _Values:
    """The values of stretches, by row, each as many as it has."""

    def __init__(self) -> None:
        self._starts, self._sizes = (np.zeros(1, dtype=np.int64) for _ in range(2))
        self._pool: npt.NDArray[Any] | None = None
        self._used = 0

    def get(self, rows: IntArray) -> tuple[npt.NDArray[Any], IntArray]:
        """The values of rows, one row after the other, and how many each has."""
        sizes = self._sizes[rows]
        pool = np.zeros(0) if self._pool is None else self._pool
        return pool[spread(self._starts[rows], sizes)], sizes

    def put(self, rows: IntArray, values: npt.NDArray[Any], sizes: IntArray) -> None:
        """Give rows their values; those they had are gone."""
        most = int(rows.max()) + 1
        self._starts, self._sizes = grown(self._starts, most), grown(self._sizes, most)
        self.drop(rows)
        pool = self._with_room(values)
        self._starts[rows] = self._used + np.cumsum(sizes) - sizes
        self._sizes[rows] = sizes
        pool[self._used : self._used + len(values)] = values
        self._used += len(values)

    def drop(self, rows: IntArray) -> None:
        """Take their values from rows."""
        self._sizes[rows] = 0

    def _with_room(self, values: npt.NDArray[Any]) -> npt.NDArray[Any]:
        """The pool, with room for these behind what is used; what rows have lost is left out where it is made anew."""
        pool = values[:0] if self._pool is None else self._pool
        if self._used + len(values) > len(pool):
            alive = np.flatnonzero(self._sizes)
            sizes = self._sizes[alive]
            kept = pool[spread(self._starts[alive], sizes)]
            self._starts[alive] = np.cumsum(sizes) - sizes
            self._used = len(kept)
            pool = grown(kept, 2 * (len(kept) + len(values)))
        self._pool = pool
        return pool
