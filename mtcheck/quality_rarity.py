"""How rare the words of a text are, English or Russian: rare words are where machines err most.

What counts is how often a word occurs in text at large, which neither the vectors of the encoder (trained on
what is often translated) nor the judged texts (too few) can tell. Names count by themselves: they are rare, and often
translated well.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from mtcheck.data import FloatArray, IntArray
from mtcheck.encode_grams import FACTOR, SPREAD
from mtcheck.stretch_memory import Said

STEP = 0.25  # of rarity, which is log10 of all words over those of this spelling
UNLISTED = 28  # rarity in steps of a word that is in no list
#: Of a word's hash: of the words in no list, one in 300 (English, of 55,000) or 80 (Russian) is taken for one that is.
_BITS = 24
_CAPITAL = 32  # added to the rarity of words with a capital
_LENGTHS = 24  # characters of a word that are hashed
_RARE = 5.0  # from this rarity on a word counts as rare: one in 100,000
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")

NAMES = (
    "rarity",  # mean over words without a capital, at the beginning with one
    "rarity_most",
    "rarity_sum",  # what words have above `_RARE`, summed up
    "unlisted",  # number of words in no list
    "unlisted_share",
    "rarity_name",  # highest of the words with a capital
    "rarity_name_sum",
    "names_share",
)


def hashes(words: Sequence[str]) -> IntArray:
    """(n,) 0 to 2 ** 24 - 1, by the first characters of each word."""
    padded = "".join([word[:_LENGTHS].ljust(_LENGTHS, "\0") for word in words])
    codes = np.frombuffer(padded.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).reshape(-1, _LENGTHS)
    found = np.zeros(len(words), dtype=np.uint64)
    for column in codes.T.astype(np.uint64):
        found = found * FACTOR + column
    return (((found ^ (found >> np.uint64(31))) * SPREAD) >> np.uint64(64 - _BITS)).astype(np.int64)


def words_in(text: str) -> list[tuple[str, bool]]:
    """The words of a text in lower case without a possessive ending, ё as е, and whether they begin with a capital."""
    if text.isascii() and text.isalpha():
        return [(text.lower(), text[0].isupper())]
    found = []
    for word in _WORD.findall(text):
        lower = word.lower().replace("’", "'").removesuffix("'s").replace("ё", "е")
        found.append((lower, word[0].isupper()))
    return found


class Rarity:
    """A list of words by how rare they are; a reader of `mtcheck.stretch_memory`."""

    def __init__(self, keys: IntArray, steps: npt.NDArray[np.uint8]) -> None:
        """`keys`: (k,) hashes, ascending; `steps`: (k,) rarity in `STEP`s, below `UNLISTED`."""
        self._keys, self._steps = keys, steps

    @classmethod
    def of_counts(cls, counts: Mapping[str, float], total: float) -> Rarity:
        """From how often words occur among `total`."""
        words = sorted(counts)
        number = np.array([counts[word] for word in words], dtype=np.float64)
        steps = np.clip(np.round(np.log10(total / number) / STEP), 0, UNLISTED - 1).astype(np.uint8)
        keys = hashes(words)
        order = np.lexsort((steps, keys))  # of two words with one hash the more frequent one stands
        keys, first = np.unique(keys[order], return_index=True)
        return cls(keys, steps[order][first])

    def of_stretches(self, stretches: Sequence[str]) -> tuple[npt.NDArray[np.uint8], IntArray]:
        """The words of the stretches: rarity in `STEP`s, with `_CAPITAL` more where they begin with a capital."""
        words = [words_in(stretch) for stretch in stretches]
        keys = hashes([word for own in words for word, _ in own])
        place = np.minimum(np.searchsorted(self._keys, keys), len(self._keys) - 1)
        steps = np.where(self._keys[place] == keys, self._steps[place], UNLISTED).astype(np.uint8)
        steps += np.array([_CAPITAL * capital for own in words for _, capital in own], dtype=np.uint8)
        return steps, np.fromiter(map(len, words), dtype=np.int64, count=len(words))

    def of_texts(self, said: Said, n: int) -> FloatArray:
        """(n, len(NAMES)) float32."""
        codes = said.values.astype(np.uint8)
        codes[np.flatnonzero(np.diff(said.owner, prepend=-1))] %= _CAPITAL  # a capital at the beginning says nothing
        return _figures(codes, said.owner, n)

    def tensors(self, prefix: str) -> dict[str, npt.NDArray[Any]]:
        """The arrays to store, by name."""
        gaps = np.diff(self._keys, prepend=0)
        return {f"{prefix}.gaps": gaps.astype(np.uint16 if gaps.max() < 1 << 16 else np.uint32),
                f"{prefix}.steps": self._steps}  # fmt: skip

    @classmethod
    def from_tensors(cls, tensors: Mapping[str, npt.NDArray[Any]], prefix: str) -> Rarity:
        """What `tensors` stored."""
        return cls(np.cumsum(tensors[f"{prefix}.gaps"], dtype=np.int64), tensors[f"{prefix}.steps"])


def _figures(codes: npt.NDArray[np.uint8], owner: IntArray, n: int) -> FloatArray:
    """(n, len(NAMES)) for the bytes of the words of n texts."""
    rarity = (codes % _CAPITAL).astype(np.float64) * STEP
    name = codes >= _CAPITAL
    above = np.maximum(rarity - _RARE, 0)
    unlisted = (codes == UNLISTED).astype(np.float64)
    plain, names = np.bincount(owner[~name], minlength=n), np.bincount(owner[name], minlength=n)
    some = np.maximum(plain, 1)
    most = np.zeros((2, n))
    np.maximum.at(most, (name.astype(np.int64), owner), rarity)
    return np.stack(
        [
            np.bincount(owner, rarity * ~name, n) / some,
            most[0],
            np.bincount(owner, above * ~name, n),
            np.bincount(owner, unlisted, n),
            np.bincount(owner, unlisted, n) / some,
            most[1],
            np.bincount(owner, above * name, n),
            names / np.maximum(plain + names, 1),
        ],
        axis=1,
    ).astype(np.float32)
