"""Words of the texts of the batch at hand, worked out for all of them at once; rules look them up by the text.

A cache: what is not here is worked out text by text by those who ask (`lexicon.words`, `tokens.tokens_of`), so threads
may clear it for each other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence, Set
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

import numpy as np

from mtcheck.data import IntArray, Pair
from mtcheck.rules.words.vocabulary import Vocabulary

if TYPE_CHECKING:
    from functools import _lru_cache_wrapper

    from mtcheck.rules.facts.batch import TextFacts
    from mtcheck.rules.text import Span

R = TypeVar("R")

WORDS: dict[str, tuple[str, ...]] = {}
TOKENS: dict[str, tuple[str, ...]] = {}
#: By language, the tokens that its word list has not (`tokens.strangers`).
STRANGERS: dict[str, dict[str, tuple[int, ...]]] = {}
#: The tokens that make a word with the next one (`breakage._torn.halves_of`).
HALVES: dict[str, tuple[int, ...]] = {}


class Batch(Protocol):
    """What tells of names and words in the texts of a batch, which are numbered."""

    def places_in_text(self, row: int) -> list[int]:
        """Where the words of a text begin in it."""

    def capitals_in_text(self, row: int) -> tuple[int, ...]:
        """Which words of a text begin with a capital."""

    def once(self, name: str, work: Callable[[TextFacts], R]) -> R:
        """What `work` finds of the texts, worked out once for each name."""

    @property
    def distinct_capitals(self) -> Iterable[str]:
        """The words with a capital of all texts, each once."""

    def texts_with(self, capitals: Set[str]) -> Set[int]:
        """Which texts have one of some words with a capital."""

    @property
    def hyphened(self) -> Set[int]:
        """Which texts have a letter behind a hyphen, none of the usual small ones."""

    @property
    def loud(self) -> Set[int]:
        """Which texts have three capitals in a row."""

    def full_names(self, row: int) -> Sequence[tuple[str, str, Span, Span]]:
        """Pairs of capitalised words of three letters or more with one space between in a text, and their places."""


#: The batch of each text, and its number there: what few texts are asked for is looked up in it.
NAMES: dict[str, tuple[Batch, int]] = {}


class Sides(NamedTuple):
    """The sources and targets of a batch, and the languages of all its pairs; both empty where they differ."""

    source: Batch
    target: Batch
    langs: tuple[str, str]


_AT_HAND: list[tuple[Sequence[Pair], Sides]] = []


def keep_batch(pairs: Sequence[Pair], sides: Sides) -> None:
    """Keep what tells of all texts of some pairs."""
    _AT_HAND.append((pairs, sides))


def sides_of(pairs: Sequence[Pair]) -> Sides | None:
    """What tells of all texts of some pairs, by their positions: only where they are a whole batch.

    A document is nearly always one, and most rules for documents need not touch any pair of it.
    """
    for some, sides in _AT_HAND:
        if some == pairs:
            return sides
    return None


#: What rules share about a batch of 512 pairs is of 1,024 texts.
KEPT = 1280
_FORGET: list[Callable[[], None]] = []


def keeping(most: int) -> Callable[[Callable[..., R]], _lru_cache_wrapper[R]]:
    """`functools.lru_cache` for what a function of a text gives: it is forgotten with the batch.

    Texts hardly ever come again, and what is kept of those that a rare rule looks at would pile up for good.
    """

    def kept_of(function: Callable[..., R]) -> _lru_cache_wrapper[R]:
        cached = lru_cache(maxsize=most)(function)
        _FORGET.append(cached.cache_clear)
        return cached

    return kept_of


def kept(function: Callable[..., R]) -> _lru_cache_wrapper[R]:
    """`keeping(KEPT)`: for a function that is asked once a text."""
    return keeping(KEPT)(function)


def kept_long(function: _lru_cache_wrapper[R]) -> _lru_cache_wrapper[R]:
    """The same for long texts: what is asked once a word is worked out once, but not kept of many texts."""
    return keeping(8)(function.__wrapped__)


def forget() -> None:
    """Make room for another batch."""
    for clear in _FORGET:
        clear()
    for table in (WORDS, TOKENS, STRANGERS, HALVES, NAMES, _AT_HAND):
        table.clear()


def keep_words(texts: Sequence[str], words: Vocabulary) -> None:
    """Keep the words of some texts."""
    WORDS.update(zip(texts, words.by_text(), strict=True))


def keep_tokens(texts: Sequence[str], tokens: Vocabulary) -> None:
    """Keep the runs of letters and digits of some texts."""
    TOKENS.update(zip(texts, tokens.by_text(), strict=True))


def keep_strangers(texts: Sequence[str], tokens: Vocabulary, strange: IntArray, lang: str) -> None:
    """Keep which tokens of some texts a language does not have: `strange`, places in `tokens`."""
    numbers = (strange - tokens.cuts[tokens.owners[strange]]).tolist()
    cuts = np.searchsorted(strange, tokens.cuts).tolist()
    STRANGERS[lang] = dict(zip(texts, [tuple(numbers[a:b]) for a, b in pairwise(cuts)], strict=True))
