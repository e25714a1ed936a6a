"""Texts cut into stretches of characters, many texts at once: places, lengths and hashes as arrays. A string is made of
a stretch only where its hash tells nobody anything.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from mtcheck.codepoints import CharTable, Codes, joined
from mtcheck.data import IntArray
from mtcheck.encode_words import run_pattern
from mtcheck.hash_table import Hashes

_LOT = 128  # texts taken together: what is made of them on the way stays in the processor's cache
_FACTOR = 0x9E3779B97F4A7C15  # odd
_LENGTH = np.uint64(0xBF58476D1CE4E5B9)  # odd
_RUN, _SIGN, _DARK = 2, 4, 8  # part of a run of `encode_words`, a sign that is one by itself, no white space

Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Stretches:
    """Stretches in their order; `owner` is ascending, `names` are the same for equal stretches of any texts."""

    owner: IntArray
    lengths: IntArray
    names: Hashes
    starts: IntArray  # in `whole`
    whole: str  # all texts laid end to end, with a line feed after each

    def counts(self, n_texts: int) -> IntArray:
        """(n_texts,) how many stretches each text has."""
        return np.bincount(self.owner, minlength=n_texts)

    def strings(self, places: IntArray) -> list[str]:
        """The stretches at some places, as strings."""
        starts = self.starts[places]
        return [self.whole[a:b] for a, b in zip(starts.tolist(), (starts + self.lengths[places]).tolist(), strict=True)]

    def kept(self, wanted: Mask) -> Stretches:
        """Some of the stretches."""
        return Stretches(self.owner[wanted], self.lengths[wanted], self.names[wanted], self.starts[wanted], self.whole)

    def first(self, most: int, n_texts: int) -> Stretches:
        """The same without what comes after the first `most` of a text."""
        counts = self.counts(n_texts)
        if counts.max(initial=0) <= most:
            return self
        return self.kept(np.arange(len(self.owner)) - np.repeat(np.cumsum(counts) - counts, counts) < most)


def runs_in(texts: Sequence[str]) -> Stretches:
    """What `encode_words.run_pattern` finds in texts."""
    return _cut(texts, of_runs=True)


def dark_in(texts: Sequence[str]) -> Stretches:
    """What lies between white space, as `str.split` finds it."""
    return _cut(texts, of_runs=False)


def _cut(texts: Sequence[str], *, of_runs: bool) -> Stretches:
    parts, whole, before = [], [], 0
    for first in range(0, len(texts), _LOT):
        text, codes, ends = joined(texts[first : first + _LOT])
        starts, lengths, names = marked(codes, *(_runs if of_runs else _dark)(_table().of(codes)))
        parts.append((np.searchsorted(ends, starts) + first, lengths, names, starts + before))
        whole.append(text)
        before += len(text)
    if not parts:
        nothing = np.zeros(0, dtype=np.int64)
        return Stretches(nothing, nothing, nothing.astype(np.uint64), nothing, "")
    owner, lengths, names, starts = (np.concatenate(column) for column in zip(*parts, strict=True))
    return Stretches(owner, lengths, names, starts, "".join(whole))


def marked(codes: Codes, inside: Mask, begins: Mask) -> tuple[IntArray, IntArray, Hashes]:
    """Starts, lengths and hashes of stretches: where characters are in one, and where one begins."""
    place = np.flatnonzero(inside)
    first = np.flatnonzero(begins[place])
    if not len(first):
        return first, first, first.astype(np.uint64)
    lengths = np.diff(first, append=len(place))
    return place[first], lengths, _hashed(codes[place], first, lengths)


def names_of(strings: Sequence[str]) -> Hashes:
    """The names that these have as stretches."""
    codes = np.frombuffer("".join(strings).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    lengths = np.fromiter(map(len, strings), dtype=np.int64, count=len(strings))
    names = np.zeros(len(strings), dtype=np.uint64)
    some = lengths > 0
    if len(codes):
        names[some] = _hashed(codes, (np.cumsum(lengths) - lengths)[some], lengths[some])
    return names


def spread(starts: IntArray, lengths: IntArray) -> IntArray:
    """`starts[i]`, `starts[i] + 1`, ... `lengths[i]` numbers for each i, end to end."""
    first = np.cumsum(lengths) - lengths
    found: IntArray = np.repeat(starts - first, lengths) + np.arange(int(lengths.sum()))
    return found


def _hashed(codes: Codes, first: IntArray, lengths: IntArray) -> Hashes:
    inner = np.arange(len(codes)) - np.repeat(first, lengths)
    values = codes * _powers(int(lengths.max()).bit_length())[inner]
    names: Hashes = np.add.reduceat(values, first) ^ (lengths.astype(np.uint64) * _LENGTH)
    return names


@cache
def _powers(bits: int) -> npt.NDArray[np.uint64]:
    return np.full(1 << bits, _FACTOR, dtype=np.uint64).cumprod(dtype=np.uint64)


def _runs(bits: npt.NDArray[np.uint8]) -> tuple[Mask, Mask]:
    run, sign = (bits & np.uint8(_RUN)) != 0, (bits & np.uint8(_SIGN)) != 0
    return run | sign, _edges(run) | sign


def _dark(bits: npt.NDArray[np.uint8]) -> tuple[Mask, Mask]:
    dark = (bits & np.uint8(_DARK)) != 0
    return dark, _edges(dark)


def _edges(inside: Mask) -> Mask:
    begins = inside.copy()
    begins[1:] &= ~inside[:-1]
    return begins


def _bits_of(char: str) -> int:
    found = run_pattern().fullmatch(char) is not None
    # Two of what makes up runs are one run; two signs are not.
    run = found and run_pattern().fullmatch(char * 2) is not None
    return _RUN * run | _SIGN * (found and not run) | _DARK * (not char.isspace())


@cache
def _table() -> CharTable[np.uint8]:
    return CharTable(_bits_of, np.uint8)
