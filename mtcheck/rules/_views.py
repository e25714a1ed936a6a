"""Words of the texts of the batch at hand, worked out for all of them at once; rules look them up by the text.

A cache: what is not here is worked out text by text by those who ask (`_lexicon.words`, `_glue.tokens_of`), so threads
may clear it for each other.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from itertools import pairwise, repeat

import numpy as np

from mtcheck.data import IntArray
from mtcheck.rules._vocabulary import Vocabulary

WORDS: dict[str, tuple[str, ...]] = {}
CAPITALS: dict[str, tuple[int, ...]] = {}
TOKENS: dict[str, tuple[str, ...]] = {}
#: By language, the tokens that its word list has not (`_glue.strangers`).
STRANGERS: dict[str, dict[str, tuple[int, ...]]] = {}
#: The tokens that make a word with the next one (`_torn.halves_of`).
HALVES: dict[str, tuple[int, ...]] = {}
#: For each text, what tells where its words begin, and by which number: few are asked for.
STARTS: dict[str, tuple[Callable[[int], list[int]], int]] = {}

#: For each text, what tells which words with a capital of any of them pass a test, by the test's name; and its number.
NAMES: dict[str, tuple[Callable[[str, Callable[[str], bool]], Mapping[int, Set[str]]], int]] = {}
#: Whether a text has three capitals in a row.
LOUD: dict[str, bool] = {}


def forget() -> None:
    """Make room for another batch."""
    for kept in (WORDS, CAPITALS, TOKENS, STRANGERS, HALVES, STARTS, NAMES, LOUD):
        kept.clear()


def keep_words(texts: Sequence[str], words: Vocabulary, capitals: IntArray, starts: Callable[[int], list[int]]) -> None:
    """Keep the words of some texts, and which of them begin with a capital: `capitals`, places in `words`.

    `starts` tells where the words of a text, by its number, begin in it.
    """
    STARTS.update(zip(texts, zip(repeat(starts), range(len(texts)), strict=False), strict=True))
    WORDS.update(zip(texts, words.by_text(), strict=True))
    numbers = (capitals - words.cuts[words.owners[capitals]]).tolist()
    cuts = np.searchsorted(capitals, words.cuts).tolist()
    CAPITALS.update(zip(texts, [tuple(numbers[a:b]) for a, b in pairwise(cuts)], strict=True))


def keep_tokens(texts: Sequence[str], tokens: Vocabulary) -> None:
    """Keep the runs of letters and digits of some texts."""
    TOKENS.update(zip(texts, tokens.by_text(), strict=True))


def keep_strangers(texts: Sequence[str], tokens: Vocabulary, strange: IntArray, lang: str) -> None:
    """Keep which tokens of some texts a language does not have: `strange`, places in `tokens`."""
    numbers = (strange - tokens.cuts[tokens.owners[strange]]).tolist()
    cuts = np.searchsorted(strange, tokens.cuts).tolist()
    STRANGERS[lang] = dict(zip(texts, [tuple(numbers[a:b]) for a, b in pairwise(cuts)], strict=True))
