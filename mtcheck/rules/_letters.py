"""Which of two languages a single word looks like, by its letters.

Trigrams of the word lists, each word counted once: Cavnar and Trenkle, "N-Gram-Based Text Categorization" (1994), with
log-probabilities in place of their ranks.
"""

from __future__ import annotations

from functools import cache, lru_cache
from math import log2

import numpy as np

from mtcheck.rules._lexicon import ranks


@lru_cache(maxsize=16384)
def foreignness(word: str, source: str, target: str) -> float:
    """Bits a letter by which a word in lower case looks like the source language more than like the target language.

    >>> foreignness("vzduchové", "cs", "en") > 2 > foreignness("enteritis", "cs", "en")
    True
    """
    here, there = _trigrams(source), _trigrams(target)
    if not here or not there:
        return 0.0
    padded = f"  {word} "
    grams = [padded[n : n + 3] for n in range(len(padded) - 2)]
    return sum(_cost(there, gram) - _cost(here, gram) for gram in grams) / len(grams)


def _cost(model: dict[str, int], gram: str) -> float:
    """Bits of the last letter after the first two, with an eighth of a count for what was never seen."""
    return log2(model.get(gram[:2], 0) + 4) - log2(model.get(gram, 0) + 0.125)


@cache
def _trigrams(lang: str) -> dict[str, int]:
    """Counts of three letters, and of the two that begin them, over the words of a language."""
    words = ranks(lang)
    if not words:
        return {}
    text = "".join([f"  {word} " for word in words])
    codes = np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32).astype(np.int64)
    numbers, n = np.unique(codes[:-2] << 42 | codes[1:-1] << 21 | codes[2:], return_counts=True)
    counts: dict[str, int] = {}
    for number, times in zip(numbers.tolist(), n.tolist(), strict=True):
        first, second, third = (chr(number >> shift & 0x1FFFFF) for shift in (42, 21, 0))
        if second == third == " ":
            continue  # of two words
        counts[first + second + third] = times
        counts[first + second] = counts.get(first + second, 0) + times
    return counts
