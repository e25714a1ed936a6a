"""Back-off n-gram models as hashed, 8-bit tables that numpy reads in bulk: ids -> log-probabilities.

An n-gram is not stored; a hash of `bits` bits stands for it, so an unseen n-gram is taken for a stored one with
probability size / 2**bits, here about one in ten thousand. Keys lie sorted; on disk their upper bits are bucket
counts and their lower 16 bits a list, which costs a little over two bytes a key, plus one byte each for
log-probability and back-off weight.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]
UInt64 = npt.NDArray[np.uint64]
Float = npt.NDArray[np.float32]
Ids = npt.NDArray[np.int64]

LOGP_STEP = 1 / 14  # natural log; one byte reaches down to -18.2, below any probability a corpus of this size can give
BOW_STEP = 1 / 24  # back-off weights lie in [-8, 2.6]
BOW_LOW = -8.0
_FIRST = np.uint64(0x9E3779B97F4A7C15)  # odd 64-bit constants (golden ratio, splitmix64)
_SECOND = np.uint64(0xBF58476D1CE4E5B9)
_SHIFT = np.uint64(29)


def mix(values: UInt64) -> UInt64:
    """Well-spread 64-bit hashes of 64-bit values, element by element; overflow is wanted."""
    mixed = (values + np.uint64(1)) * _FIRST
    mixed ^= mixed >> _SHIFT
    mixed *= _SECOND
    mixed ^= mixed >> _SHIFT
    return mixed


def extend(hashes: UInt64, ids: UInt64) -> UInt64:
    """Hashes of the n-grams made of an earlier n-gram (`hashes`) and one more id."""
    return mix(hashes * _SECOND + ids)


def key_bits(size: int) -> int:
    """Width of the keys of a table: 16 bits listed and as many bucket bits as give about six keys a bucket."""
    return 16 + max(4, int(size).bit_length() - 3)


@dataclass(frozen=True, slots=True)
class KeyTable:
    """A sorted list of hash keys; `find` gives positions in it."""

    keys: npt.NDArray[np.uint64]
    bits: int

    @classmethod
    def unpack(cls, counts: Array, low: Array) -> KeyTable:
        """From bucket counts (2**b) and the lower 16 bits of each key, in order."""
        bucket = np.repeat(np.arange(len(counts), dtype=np.uint64), counts)
        return cls((bucket << np.uint64(16)) | low.astype(np.uint64), 16 + len(counts).bit_length() - 1)

    def pack(self) -> tuple[Array, Array]:
        """Bucket counts (uint8, or uint16 where a bucket is fuller) and lower halves, as `unpack` takes them."""
        upper = (self.keys >> np.uint64(16)).astype(np.int64)
        counts = np.bincount(upper, minlength=1 << (self.bits - 16))
        small = np.uint8 if counts.max(initial=0) < 256 else np.uint16
        return counts.astype(small), (self.keys & np.uint64(0xFFFF)).astype(np.uint16)

    def find(self, hashes: UInt64) -> Ids:
        """Positions of the hashes' keys, -1 where absent."""
        if not len(self.keys):
            return np.full(len(hashes), -1, dtype=np.int64)
        wanted = hashes >> np.uint64(64 - self.bits)
        # In order the searches stay in the processor's cache: half the time, sorting included.
        order = np.argsort(wanted)
        place = np.empty(len(wanted), dtype=np.int64)
        place[order] = np.searchsorted(self.keys, wanted[order])
        place[place == len(self.keys)] = 0
        return np.where(self.keys[place] == wanted, place, -1)


def quantise_logp(logp: Array) -> Array:
    """Bytes for natural log-probabilities."""
    return np.clip(np.rint(-np.asarray(logp) / LOGP_STEP), 0, 255).astype(np.uint8)


def quantise_bow(bow: Array) -> Array:
    """Bytes for natural logs of back-off weights."""
    return np.clip(np.rint((np.asarray(bow) - BOW_LOW) / BOW_STEP), 0, 255).astype(np.uint8)


@dataclass(frozen=True, slots=True)
class NgramModel:
    """A back-off model over ids 0..V-1: `tables[k - 2]` has the k-grams, `logp[k - 1]`, `bow[k - 1]` their values."""

    logp: tuple[Float, ...]
    bow: tuple[Float, ...]  # one fewer: the highest order is nobody's context
    tables: tuple[KeyTable, ...]

    @property
    def order(self) -> int:
        """Length of the longest n-gram."""
        return len(self.logp)

    @classmethod
    def from_tensors(cls, tensors: Mapping[str, Array], prefix: str) -> NgramModel:
        """The model whose arrays are named `<prefix>.1.logp`, `<prefix>.2.low` and so on."""
        logp, bow, tables = [], [], []
        k = 1
        while f"{prefix}.{k}.logp" in tensors:
            logp.append(tensors[f"{prefix}.{k}.logp"].astype(np.float32) * np.float32(-LOGP_STEP))
            if f"{prefix}.{k}.bow" in tensors:
                raw = tensors[f"{prefix}.{k}.bow"].astype(np.float32)
                bow.append(raw * np.float32(BOW_STEP) + np.float32(BOW_LOW))
            if k > 1:
                tables.append(KeyTable.unpack(tensors[f"{prefix}.{k}.counts"], tensors[f"{prefix}.{k}.low"]))
            k += 1
        return cls(tuple(logp), tuple(bow), tuple(tables))

    def score(self, ids: Ids, position: Ids) -> tuple[Float, npt.NDArray[np.int8]]:
        """Log-probability of each id given the ids before it, and the order of the n-gram that gave it.

        `position` counts from 0 at each sequence's first id (its start mark); nothing is looked up across a start.
        The value at position 0 is the unigram's and means nothing.
        """
        raw = ids.astype(np.uint64)
        hashes = mix(raw)
        logp = self.logp[0][ids]
        context = self.bow[0][ids] if self.bow else np.zeros(len(ids), dtype=np.float32)
        found = np.ones(len(ids), dtype=np.bool_)
        used = np.ones(len(ids), dtype=np.int8)
        for k in range(2, self.order + 1):
            inside = position >= k - 1
            before = _shift(context, 0.0)
            logp = np.where(inside, logp + before, logp)
            hashes = extend(_shift(hashes, 0), raw)
            # pruning keeps the context of every n-gram it keeps, so only those need a look
            ask = np.flatnonzero(inside & _shift(found, False))
            place = self.tables[k - 2].find(hashes[ask])
            hit, place = ask[place >= 0], place[place >= 0]
            logp[hit] = self.logp[k - 1][place]
            used[hit] = k
            found = np.zeros(len(ids), dtype=np.bool_)
            found[hit] = True
            context = np.zeros(len(ids), dtype=np.float32)
            if k < self.order:
                context[hit] = self.bow[k - 1][place]
        return logp, used


def _shift(values: Array, fill: float | bool) -> Array:
    moved = np.empty_like(values)
    moved[1:] = values[:-1]
    moved[:1] = fill
    return moved
