"""How likely a word is by its letters, and so whether two tokens are one word torn in two or one token is two words.

A noisy channel without context: a listed word costs what its tier costs, any other word a fixed price and that of its
letters, each after the three before it, smoothed after Witten and Bell, "The Zero-Frequency Problem" (1991), over the
words of the list, each counted once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import islice
from math import log2

import numpy as np

from mtcheck.rules.words.lists import words_of
from mtcheck.text_table import TextTable

#: Bits of a word of each tier: a word of its frequency. What is in no list costs `_UNLISTED` and its letters.
_TIER_BITS = (8.0, 12.0, 14.0, 16.0)
_UNLISTED = 5.0
#: Letters of context, and how many different letters there may be.
_CONTEXT = 3
_ALPHABET = 60
#: The commonest words of a list show its letters; counting more only takes longer to begin.
_MOST_WORDS = 22_000
#: What is remembered of four letters in a row, and of words.
_MOST_BITS, _MOST_DEBTS = 16_384, 8_192


class Letters:
    """How letters follow each other in the words of one language."""

    def __init__(self, words: Iterable[str]) -> None:
        """Words in lower case that differ, the most frequent first."""
        text = "".join(f"^^^{word}$" for word in islice(words, _MOST_WORDS))
        self._counts, self._kinds, self._n_letters = _counted(text)
        self._known_bits: dict[str, float] = {}

    def _probability(self, gram: str) -> float:
        """Of the last letter after the others."""
        if len(gram) == 1:
            return (self._counts.get(gram, 0) + 0.5) / (self._n_letters + _ALPHABET)
        lower, context = self._probability(gram[1:]), gram[:-1]
        total, kinds = self._counts.get(context, 0), self._kinds.get(context, 0)
        return (self._counts.get(gram, 0) + kinds * lower) / (total + kinds) if total and kinds else lower

    def _bits(self, gram: str) -> float:
        found = self._known_bits.get(gram)
        if found is None:
            if len(self._known_bits) > _MOST_BITS:
                self._known_bits.clear()
            found = self._known_bits[gram] = -log2(self._probability(gram))
        return found

    def letters(self, word: str) -> float:
        """Bits of the letters of a word in lower case, with its end."""
        padded = f"^^^{word}$"
        return sum(self._bits(padded[at : at + _CONTEXT + 1]) for at in range(len(word) + 1))


class Spelling(Letters):
    """The letters of the words of one language, and what the words themselves cost."""

    def __init__(self, tiers: Mapping[str, int]) -> None:
        """The tier of each word in lower case, the most frequent first."""
        super().__init__(tiers)
        self._tiers = tiers
        self._debts: dict[str, float] = {}

    def cost(self, word: str) -> float:
        """Bits of a word in lower case."""
        tier = self._tiers.get(word)
        return _TIER_BITS[tier] if tier is not None else _UNLISTED + self.letters(word)

    def torn(self, left: str, right: str, least: float) -> bool:
        """Whether `leftright`, a word of no list, is likelier by so many bits than `left right`."""
        # The letters inside the halves cost the same both ways; what differs are those around the seam.
        context = f"^^^{left}"[-_CONTEXT:]
        whole, apart = f"{context}{right}$", f"^^^{right}$"
        seam = self._bits(f"{context}$")
        for at in range(min(len(right), _CONTEXT)):
            seam += self._bits(apart[at : at + _CONTEXT + 1]) - self._bits(whole[at : at + _CONTEXT + 1])
        # Two words of no list can bring no more than the price of one.
        return seam >= least - _UNLISTED and seam - _UNLISTED + self._debt(left) + self._debt(right) >= least

    def _debt(self, word: str) -> float:
        """By how much a word costs more than its letters."""
        found = self._debts.get(word)
        if found is None:
            if len(self._debts) > _MOST_DEBTS:
                self._debts.clear()
            found = self._debts[word] = self.cost(word) - self.letters(word)
        return found

    def glued(self, token: str, at: int) -> float:
        """Bits by which two words are likelier than the token, of no list, that they make."""
        return self.cost(token) - self.cost(token[:at]) - self.cost(token[at:])


@lru_cache(maxsize=8)
def spelling(lang: str) -> Spelling | None:
    """The spelling of a language that has a word list, else None."""
    words = words_of(lang)
    return Spelling(words.tiers) if words is not None else None


def _counted(text: str) -> tuple[TextTable, TextTable, int]:
    """How often one to four letters in a row are met, in how many ways one to three of them go on, and the number of
    all rows of four.
    """
    codes = np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32)
    letters, numbers = np.unique(codes, return_inverse=True)
    if len(letters) > 1 << 16:
        raise ValueError(f"{len(letters):,} different letters in a list of words")
    # Four numbers in one, the last letter highest: those that end alike come together when they are sorted.
    rows = numbers.astype(np.uint64)
    keys = rows[:-3] | rows[1:-2] << _16 | rows[2:-1] << _32 | rows[3:] << _48
    keys, n = np.unique(keys, return_counts=True)
    signs = [chr(letter) for letter in letters.tolist()]
    n_letters, counts, kinds = int(n.sum()), dict[str, int](), Counter[str]()
    for size in range(_CONTEXT + 1, 0, -1):
        grams = ["".join([signs[key >> 16 * at & 0xFFFF] for at in range(size)]) for key in keys.tolist()]
        counts.update(zip(grams, n.tolist(), strict=True))
        kinds.update([gram[:-1] for gram in grams])
        keys, first = np.unique(keys >> _16, return_index=True)
        n = np.add.reduceat(n, first) if len(first) else n
    return TextTable(counts, list(counts.values())), TextTable(kinds, list(kinds.values())), n_letters


_16, _32, _48 = np.uint64(16), np.uint64(32), np.uint64(48)
