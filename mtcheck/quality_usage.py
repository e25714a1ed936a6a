"""How usual the words of a Russian source are beside each other, in prose and in what is often translated.

Counts of words and of pairs of neighbours in two bodies of text, in hashed buckets. Talk, sayings and slang put words
together that neither has, and there machines err most; what only one of the two has tells the kind of text. As much is
won by it as by all that the fluency model of Russian says of the source, for a fraction of the time.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np
import numpy.typing as npt

from mtcheck.data import FloatArray, IntArray
from mtcheck.encode_grams import FACTOR, SPREAD
from mtcheck.stretch_memory import Said

BODIES = ("prose", "manuals")  # plays and novels for the most part; the source side of parallel text
FIGURES = (
    "new",  # share of the pairs of neighbours that are in no list
    "new_sum",  # their number
    "pairs",  # mean log of the pairs' counts
    "tie",  # mean log of how much oftener a pair occurs than its words would meet by chance
    "tie_least",
    "tie_most",
    "tie_sum",
    "next",  # mean log-probability of a word after the one before it
    "next_least",
    "rare",  # mean log of all words over those like this one
    "rare_most",
    "unheard",  # share of the words that do not occur
)
NAMES = tuple(f"{figure}_{body}" for body in BODIES for figure in FIGURES)
BITS = 19  # of the buckets' numbers: one pair in four that is in no list is taken for one that is, one word in six
WORD_STEP = 0.5  # of log2 of one more than the count
START, END = 1, 2  # beside the words of a text
_TOKEN = re.compile(r"[^\W\d_]+|\d+|[.,!?;:—–-]")

UIntArray = npt.NDArray[np.uint64]
Codes = npt.NDArray[np.uint8]


def tokens_in(text: str) -> list[int]:
    """Hashes of the words, figures and marks of a text, in order."""
    lower = text.lower().replace("ё", "е")
    return [max(zlib.crc32(token.encode()), END + 1) for token in _TOKEN.findall(lower)]


def word_buckets(tokens: UIntArray, bits: int = BITS) -> IntArray:
    """0 to 2 ** bits - 1 for hashes of tokens; more bits divide buckets."""
    return (((tokens + np.uint64(1)) * SPREAD) >> np.uint64(64 - bits)).astype(np.int64)


def pair_buckets(tokens: UIntArray, bits: int = BITS) -> IntArray:
    """(n - 1,) 0 to 2 ** bits - 1 for each of n tokens' hashes and the one after it; more bits divide buckets."""
    mixed = ((tokens[:-1] + np.uint64(1)) * FACTOR + tokens[1:]) * SPREAD
    return (((mixed ^ (mixed >> np.uint64(31))) * SPREAD) >> np.uint64(64 - bits)).astype(np.int64)


@dataclass(frozen=True, slots=True)
class Body:
    """The counts of one body of text."""

    words: Codes  # (2 ** BITS,) in steps of WORD_STEP
    pairs: Codes  # (2 ** BITS,) 0 for fewer than `least`, else 1 more than log2 of the count over `least`
    total: int  # tokens
    least: int

    def figures(self, tokens: UIntArray, owner: IntArray, n: int) -> FloatArray:
        """(n, len(FIGURES)) for the tokens of n texts, each with its start and end."""
        total, codes = float(self.total), np.arange(256)
        count, seen = 2 ** (codes * WORD_STEP) - 1, self.least * 2.0 ** (codes - 1)
        seen[0] = 0.0
        # Logarithms of table entries alone: what numpy gives for an array may depend on its length.
        words, pairs = self.words[word_buckets(tokens)], self.pairs[pair_buckets(tokens)]
        same = owner[1:] == owner[:-1]
        one, other, pairs, belongs = words[:-1][same], words[1:][same], pairs[same], owner[1:][same]
        many = np.bincount(belongs, minlength=n)
        starts = np.searchsorted(belongs, np.arange(n))
        log_share = np.log(count + 0.3) - np.log(total)
        chance = np.maximum(log_share[one] + log_share[other] + np.log(total), np.log(0.3))
        tie = np.log(seen + 0.3)[pairs] - chance
        after = np.maximum(np.log(seen + 0.01)[pairs], log_share[other] + np.log(10.0)) - np.log(count + 20)[one]
        inside = tokens > END
        own, word = owner[inside], words[inside]
        n_words = np.maximum(np.bincount(own, minlength=n), 1)
        rare, most = -log_share[word], np.zeros(n)
        np.maximum.at(most, own, rare)
        new = (pairs == 0).astype(np.float64)
        columns = [
            np.bincount(belongs, new, n) / many,
            np.bincount(belongs, new, n),
            np.bincount(belongs, np.log1p(seen)[pairs], n) / many,
            np.bincount(belongs, tie, n) / many,
            np.minimum.reduceat(tie, starts),
            np.maximum.reduceat(tie, starts),
            np.bincount(belongs, tie, n),
            np.bincount(belongs, after, n) / many,
            np.minimum.reduceat(after, starts),
            np.bincount(own, rare, n) / n_words,
            most,
            np.bincount(own, word == 0, n) / n_words,
        ]
        return np.stack(columns, axis=1).astype(np.float32)

    def tensors(self, prefix: str) -> dict[str, npt.NDArray[Any]]:
        """The arrays to store, by name: of buckets, those that are in use, by their distance."""
        stored: dict[str, npt.NDArray[Any]] = {f"{prefix}.about": np.array([self.total, self.least], dtype=np.int64)}
        for name, codes in (("words", self.words), ("pairs", self.pairs)):
            places = np.flatnonzero(codes)
            gaps = np.diff(places, prepend=0)
            small = np.uint8 if gaps.max(initial=0) < 256 else np.uint32
            stored |= {f"{prefix}.{name}": codes[places], f"{prefix}.{name}_gaps": gaps.astype(small)}
        return stored

    @classmethod
    def from_tensors(cls, tensors: Mapping[str, npt.NDArray[Any]], prefix: str) -> Body:
        """What `tensors` stored."""
        tables = np.zeros((2, 1 << BITS), dtype=np.uint8)
        for table, name in zip(tables, ("words", "pairs"), strict=True):
            table[np.cumsum(tensors[f"{prefix}.{name}_gaps"], dtype=np.int64)] = tensors[f"{prefix}.{name}"]
        total, least = tensors[f"{prefix}.about"].tolist()
        return cls(tables[0], tables[1], total, least)


class Usage:
    """Both bodies; a reader of `mtcheck.stretch_memory`."""

    def __init__(self, bodies: Sequence[Body]) -> None:
        """`bodies`: in the order of `BODIES`."""
        self._bodies = tuple(bodies)

    def of_stretches(self, stretches: Sequence[str]) -> tuple[npt.NDArray[np.uintc], IntArray]:
        """The hashes of the tokens of the stretches."""
        tokens = [tokens_in(stretch) for stretch in stretches]
        sizes = np.fromiter(map(len, tokens), dtype=np.int64, count=len(tokens))
        return np.fromiter(chain.from_iterable(tokens), dtype=np.uintc, count=int(sizes.sum())), sizes

    def of_texts(self, said: Said, n: int) -> FloatArray:
        """(n, len(NAMES)) float32."""
        if not n:
            return np.zeros((0, len(NAMES)), dtype=np.float32)
        sizes = np.bincount(said.owner, minlength=n) + 2
        ends = np.cumsum(sizes)
        tokens = np.full(ends[-1], END, dtype=np.uint64)
        tokens[ends - sizes] = START
        tokens[np.arange(len(said.values)) + 2 * said.owner + 1] = said.values
        owner = np.repeat(np.arange(n), sizes)
        return np.concatenate([body.figures(tokens, owner, n) for body in self._bodies], axis=1)

    def tensors(self, prefix: str) -> dict[str, npt.NDArray[Any]]:
        """The arrays to store, by name."""
        stored: dict[str, npt.NDArray[Any]] = {}
        for name, body in zip(BODIES, self._bodies, strict=True):
            stored |= body.tensors(f"{prefix}.{name}")
        return stored

    @classmethod
    def from_tensors(cls, tensors: Mapping[str, npt.NDArray[Any]], prefix: str) -> Usage:
        """What `tensors` stored."""
        return cls([Body.from_tensors(tensors, f"{prefix}.{name}") for name in BODIES])
