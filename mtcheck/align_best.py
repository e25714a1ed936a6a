"""Best single counterparts of segments, and what they tell of a language pair: how similar translations usually are."""

from __future__ import annotations

from bisect import bisect_left

import numpy as np

from mtcheck.data import FloatArray, IntArray

TYPICAL = 0.5
"""Normalised similarity of counterparts in a strong language (German to English) under the embedded encoder."""


class Best:
    """The best similarity of each segment to a single segment of the other side, and which one that is."""

    def __init__(self, n_source: int, n_target: int) -> None:
        self.source, self.target = np.full(n_source, -1.0), np.full(n_target, -1.0)
        self.source_at, self.target_at = np.zeros(n_source, np.int64), np.zeros(n_target, np.int64)

    def add(self, similar: FloatArray, row: int, column: int) -> None:
        """Take in a rectangle of similarities whose corner is the segment pair (row, column)."""
        n, m = similar.shape
        at = similar.argmax(axis=1)
        self.source[row : row + n] = similar[np.arange(n), at]
        self.source_at[row : row + n] = at + column
        at = similar.argmax(axis=0)
        values = similar[at, np.arange(m)]
        part = self.target[column : column + m]
        higher = values > part
        part[higher] = values[higher]
        self.target_at[column : column + m][higher] = at[higher] + row

    def chain(self) -> tuple[IntArray, float]:
        """Source segments of a longest chain of mutually best pairs in order, and how much longer it is than chance."""
        if not len(self.source) or not len(self.target):
            return np.zeros(0, np.int64), 0.0
        mutual = np.flatnonzero(self.target_at[self.source_at] == np.arange(len(self.source)))
        chain = mutual[longest_ascending(self.source_at[mutual])]
        return chain, max(0.0, len(chain) - 2.0 * float(np.sqrt(len(mutual))))

    def typical(self) -> float:
        """How similar counterparts usually are in these documents: languages and encoders differ in that.

        The mean over the chain, as far as it is longer than chance, drawn to `TYPICAL` as if by eight more pairs.
        """
        chain, excess = self.chain()
        mean = float(self.source[chain].mean()) if len(chain) else 0.0
        return float(np.clip((excess * mean + 8.0 * TYPICAL) / (excess + 8.0), 0.2, 0.9))


def longest_ascending(values: IntArray) -> IntArray:
    """Positions of a longest strictly ascending subsequence.

    >>> longest_ascending(np.array([3, 1, 2, 9, 4])).tolist()
    [1, 2, 4]
    """
    tails: list[int] = []  # last values of the best chains by length
    holders: list[int] = []
    previous = np.full(len(values), -1, np.int64)
    for place, value in enumerate(values.tolist()):
        length = bisect_left(tails, value)
        if length == len(tails):
            tails.append(value)
            holders.append(place)
        else:
            tails[length], holders[length] = value, place
        previous[place] = holders[length - 1] if length else -1
    chain = []
    place = holders[-1] if holders else -1
    while place >= 0:
        chain.append(place)
        place = int(previous[place])
    return np.array(chain[::-1], np.int64)
