"""Which of two languages a single word looks like, by its letters.

Trigrams of the word lists, each word counted once: Cavnar and Trenkle, "N-Gram-Based Text Categorization" (1994), with
log-probabilities in place of their ranks.
"""

from __future__ import annotations

from functools import cache, lru_cache
from math import log2

import numpy as np

from mtcheck.rules.words.lists import lower_words
from mtcheck.text_table import TextTable


@lru_cache(maxsize=4096)
def foreignness(word: str, source: str, target: str) -> float:
    """Bits a letter by which a word in lower case looks like the source language more than like the target language.

    >>> foreignness("vzduchové", "cs", "en") > 2 > foreignness("enteritis", "cs", "en")
    True
    """
    here, there = _trigrams(source), _trigrams(target)
    if not len(here) or not len(there):
        return 0.0
    padded = f"  {word} "
    grams = [padded[n : n + 3] for n in range(len(padded) - 2)]
    return sum(_cost(there, gram) - _cost(here, gram) for gram in grams) / len(grams)


def _cost(model: TextTable, gram: str) -> float:
    """Bits of the last letter after the first two, with an eighth of a count for what was never seen."""
    return log2(model.get(gram[:2], 0) + 4) - log2(model.get(gram, 0) + 0.125)


@cache
def _trigrams(lang: str) -> TextTable:
    """Counts of three letters, and of the two that begin them, over the words of a language."""
    text = "".join([f"  {word} " for word in lower_words(lang)])
    codes = np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32).astype(np.int64)
    numbers, n = np.unique(codes[:-2] << 42 | codes[1:-1] << 21 | codes[2:], return_counts=True)
    of_one_word = numbers & _LAST_TWO != _TWO_SPACES
    numbers, n = numbers[of_one_word], n[of_one_word]
    _, first = np.unique(numbers >> 21, return_index=True)
    grams = ["".join([chr(one >> 42), chr(one >> 21 & _LETTER), chr(one & _LETTER)]) for one in numbers.tolist()]
    grams += [grams[at][:2] for at in first.tolist()]
    return TextTable(grams, np.append(n, np.add.reduceat(n, first) if len(first) else n[:0]))


_LETTER = 0x1FFFFF
_LAST_TWO, _TWO_SPACES = (1 << 42) - 1, 0x20 << 21 | 0x20
