"""How likely a word is by its letters, and so whether two tokens are one word torn in two or one token is two words.

A noisy channel without context: a listed word costs what its tier costs, any other word a fixed price and that of its
letters, each after the three before it, smoothed after Witten and Bell, "The Zero-Frequency Problem" (1991), over the
words of the list, each counted once.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from itertools import islice
from math import log2
from typing import Protocol

from mtcheck.rules._words import words_of

#: Bits of a word of each tier: a word of its frequency. What is in no list costs `_UNLISTED` and its letters.
_TIER_BITS = (8.0, 12.0, 14.0, 16.0)
_UNLISTED = 5.0
#: Letters of context, and how many different letters there may be.
_CONTEXT = 3
_ALPHABET = 60
#: The commonest words of a list show its letters; counting more only takes longer to begin.
_MOST_WORDS = 22_000


class Listed(Protocol):
    """Words with their tiers, the most frequent first."""

    tiers: dict[str, int]


class Spelling:
    """The letters of the words of one language."""

    def __init__(self, words: Listed) -> None:
        self._tiers = words.tiers
        text = "".join(f"^^^{word}$" for word in islice(words.tiers, _MOST_WORDS))
        counts = Counter(map("".join, zip(text, text[1:], text[2:], text[3:], strict=False)))
        self._counts: list[dict[str, int]] = [dict(counts)]  # of four letters, then of three, two and one
        for _ in range(_CONTEXT):
            shorter: Counter[str] = Counter()
            for gram, n in self._counts[-1].items():
                shorter[gram[1:]] += n
            self._counts.append(dict(shorter))
        self._kinds = [Counter(gram[:-1] for gram in grams) for grams in self._counts]
        self._n_letters = sum(self._counts[-1].values())
        self._known_bits: dict[str, float] = {}
        self._debts: dict[str, float] = {}

    def _probability(self, gram: str) -> float:
        """Of the last letter after the others."""
        if len(gram) == 1:
            return (self._counts[-1].get(gram, 0) + 0.5) / (self._n_letters + _ALPHABET)
        depth = _CONTEXT + 1 - len(gram)
        lower, context = self._probability(gram[1:]), gram[:-1]
        total, kinds = self._counts[depth + 1].get(context, 0), self._kinds[depth].get(context, 0)
        return (self._counts[depth].get(gram, 0) + kinds * lower) / (total + kinds) if total and kinds else lower

    def _bits(self, gram: str) -> float:
        found = self._known_bits.get(gram)
        if found is None:
            if len(self._known_bits) > 100_000:
                self._known_bits.clear()
            found = self._known_bits[gram] = -log2(self._probability(gram))
        return found

    def letters(self, word: str) -> float:
        """Bits of the letters of a word in lower case, with its end."""
        padded = f"^^^{word}$"
        return sum(self._bits(padded[at : at + _CONTEXT + 1]) for at in range(len(word) + 1))

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
            if len(self._debts) > 20_000:
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
    return Spelling(words) if words is not None else None
