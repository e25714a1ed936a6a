"""Words as numbers of 64 bits, worked out from the code points of many texts at once.

Two words that are the same in lower case have the same number. Of others two would have to come together by chance:
once in some billions of batches.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from mtcheck.codepoints import CharTable, Codes, joined
from mtcheck.data import IntArray

Keys = npt.NDArray[np.uint64]

_BLOCK = 256
_BASE = 0x9E3779B97F4A7C15
_INVERSE = pow(_BASE, -1, 1 << 64)


def _folded(char: str) -> int:
    """A character in lower case, as a code point; the letters that are two in lower case, or have two, are as one."""
    lower = char.lower()
    return ord("σ" if lower == "ς" else lower[0]) << 1


_SMALL = CharTable(_folded, np.uint32)  # what lower case makes of two letters is kept as its first


def _powers(base: int, step: int, count: int) -> Keys:
    """`base` to the power of 0, `step`, 2 `step` and so on."""
    factors = np.full(max(1, count), pow(base, step, 1 << 64), dtype=np.uint64)
    factors[0] = 1
    return np.multiply.accumulate(factors)


_WITHIN, _WITHIN_BACK = _powers(_BASE, 1, _BLOCK), _powers(_INVERSE, 1, _BLOCK)


def small(codes: Codes) -> Codes:
    """Code points of letters in whatever case as numbers that are the same for the same letter."""
    return _SMALL.of(codes)


def keys_of(letters: Codes, starts: IntArray, ends: IntArray) -> Keys:
    """A number for each word, given by where it begins and ends."""
    n_blocks = len(letters) // _BLOCK + 1
    weights = np.multiply.outer(_powers(_BASE, _BLOCK, n_blocks), _WITHIN).ravel()[: len(letters)]
    sums = np.zeros(len(letters) + 1, dtype=np.uint64)
    np.cumsum(letters * weights, out=sums[1:])
    back = _powers(_INVERSE, _BLOCK, n_blocks)[starts // _BLOCK] * _WITHIN_BACK[starts % _BLOCK]
    return (sums[ends] - sums[starts]) * back


def joined_keys(first: Keys, lengths: IntArray, second: Keys) -> Keys:
    """The numbers of words made of two, of which the first have so many letters."""
    return first + second * _powers(_BASE, 1, int(lengths.max(initial=0)) + 1)[lengths]


class Listed:
    """The numbers of some words in a table that tells of many others at once whether they are among them."""

    def __init__(self, keys: Keys) -> None:
        self._rounds: list[tuple[np.uint64, np.uint64, Keys]] = []
        step = _STEP
        while len(keys):
            shift = np.uint64(64 - max(6, (2 * len(keys)).bit_length()))
            table = np.zeros(1 << (64 - int(shift)), dtype=np.uint64)
            slots = keys * step >> shift
            table[slots] = keys
            self._rounds.append((step, shift, table))
            keys = keys[table[slots] != keys]
            step = _next(step)

    def has(self, keys: Keys) -> npt.NDArray[np.bool_]:
        """Which numbers are among those of the table."""
        found = np.zeros(len(keys), dtype=bool)
        left = np.arange(len(keys))
        for step, shift, table in self._rounds:
            there = table[keys * step >> shift]
            same = there == keys
            found[left[same]] = True
            on = np.flatnonzero(~same & (there != 0))  # where a slot is empty no number of the table was put off
            left, keys = left[on], keys[on]
        return found


_STEP = np.uint64(0xD1B54A32D192ED03)


def _next(step: np.uint64) -> np.uint64:
    return step ^ (step >> np.uint64(7)) | np.uint64(1)


def keys_of_words(words: Sequence[str], *, as_written: bool = False) -> Keys:
    """A number for each of some words: in lower case, or as they are written."""
    _, codes, stops = joined(words)
    starts = np.append(0, stops[:-1] + 1)[: len(stops)]
    return keys_of(codes if as_written else small(codes), starts, stops)


@lru_cache(maxsize=64)
def listed(words: Set[str], as_written: bool) -> Listed:
    """A table of some words: in lower case, or as they are written."""
    return Listed(keys_of_words(list(words), as_written=as_written))


def first_of_each(keys: Keys) -> IntArray:
    """For each number the place of one that is the same, one and the same place for all that are."""
    found = np.arange(len(keys))
    left, step = found, _STEP
    shift = np.uint64(64 - max(6, (2 * len(keys)).bit_length()))
    table = np.empty(1 << (64 - int(shift)), dtype=np.int64)
    while len(left):
        slots = keys[left] * step >> shift
        table[slots] = left
        there = table[slots]
        same = keys[there] == keys[left]
        found[left[same]] = there[same]
        left, step = left[~same], _next(step)
    return found
