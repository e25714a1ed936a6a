"""Words of the texts of the batch at hand, worked out for all of them at once; rules look them up by the text.

A cache: what is not here is worked out text by text by those who ask (`_lexicon.words`, `_glue.tokens_of`), so threads
may clear it for each other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from itertools import pairwise, repeat
from typing import Protocol

import numpy as np

from mtcheck.data import IntArray
from mtcheck.rules._text import Span
from mtcheck.rules._vocabulary import Vocabulary

WORDS: dict[str, tuple[str, ...]] = {}
CAPITALS: dict[str, tuple[int, ...]] = {}
TOKENS: dict[str, tuple[str, ...]] = {}
#: For each text, what tells where its words begin, and by which number: few are asked for.
STARTS: dict[str, tuple[Callable[[int], list[int]], int]] = {}


class Batch(Protocol):
    """What tells of names in the texts of a batch, which are numbered."""

    def capitals_by_text(self, name: str, test: Callable[[str], bool]) -> Mapping[int, Set[str]]:
        """By text, its words with a capital that pass a test, worked out once for a test of that name."""

    @property
    def distinct_capitals(self) -> Iterable[str]:
        """The words with a capital of all texts, each once."""

    def texts_with(self, capitals: Set[str]) -> Set[int]:
        """Which texts have one of some words with a capital."""

    @property
    def full_names(self) -> Mapping[int, Sequence[tuple[str, str, Span, Span]]]:
        """By text, pairs of capitalised words of three letters or more with one space between, and their places."""


#: The batch of each text, and its number there.
NAMES: dict[str, tuple[Batch, int]] = {}
#: Whether a text has three capitals in a row.
LOUD: dict[str, bool] = {}


def forget() -> None:
    """Make room for another batch."""
    for kept in (WORDS, CAPITALS, TOKENS, STARTS, NAMES, LOUD):
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
