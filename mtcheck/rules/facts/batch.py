"""What one pass over a batch of pairs tells of its texts, so that few rules need to look at them.

A rule may declare a gate: from the facts of a batch, which pairs it could say something of at all. Most rules look for
what hardly any text has (a brace, an entity, two marks in a row), and asking each of them about each pair takes longer
than all the rest. A gate is a necessary condition, never a sufficient one: results are the same without it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import repeat
from typing import Any, TypeVar

import numpy as np

from mtcheck.data import IntArray, Pair
from mtcheck.rules.facts._kinds import (
    AMPERSAND,
    ANGLE,
    ANY_LETTER,
    APOSTROPHE,
    ASKS,
    BACKSLASH,
    BANG,
    CAPITAL,
    CURLY,
    DASH,
    DIGIT,
    EQUALS,
    FINAL,
    GAP,
    HASH,
    LETTER,
    OTHER,
    QUOTE,
    ROUND,
    SCRIPTS,
    SEMICOLON,
    SIGN,
    SLASH,
    SPACE,
    SQUARE,
    VISIBLE,
    WIDE,
    in_scripts,
    kind,
)
from mtcheck.rules.facts._text_facts import TextFacts
from mtcheck.rules.text import lang_of
from mtcheck.rules.words.keys import Listed, keys_of_words
from mtcheck.rules.words.lexicon import KEPT_LENGTH, ranks
from mtcheck.rules.words.views import NAMES, Sides, keep_batch, keep_strangers, keep_tokens, keep_words
from mtcheck.rules.words.vocabulary import Mask

__all__ = [
    "AMPERSAND",
    "ANGLE",
    "APOSTROPHE",
    "ASKS",
    "BACKSLASH",
    "BANG",
    "CAPITAL",
    "CURLY",
    "DASH",
    "DIGIT",
    "EQUALS",
    "FINAL",
    "GAP",
    "HASH",
    "LETTER",
    "MANY",
    "OTHER",
    "QUOTE",
    "ROUND",
    "SCRIPTS",
    "SEMICOLON",
    "SIGN",
    "SLASH",
    "SPACE",
    "SQUARE",
    "VISIBLE",
    "WIDE",
    "Facts",
    "Gate",
    "Mask",
    "TextFacts",
    "batches",
    "in_scripts",
    "kind",
]

Found = TypeVar("Found")


class Facts:
    """The facts of a batch of pairs. Masks have one row a pair."""

    def __init__(self, pairs: Sequence[Pair]) -> None:
        self.pairs = pairs
        self._found: dict[str, Any] = {}
        sources, targets = [pair.source for pair in pairs], [pair.target for pair in pairs]
        self.source, self.target = TextFacts(sources), TextFacts(targets)
        tags = {(pair.source_lang, pair.target_lang) for pair in pairs}
        one = tags.pop() if len(tags) == 1 else (None, None)
        #: The languages of all pairs as `text.lang_of` has them; both empty where they differ or are unknown.
        self.langs = (lang_of(one[0]), lang_of(one[1])) if one[0] and one[1] else ("", "")
        if _keep(self.source, sources, tokens=False) and _keep(self.target, targets, tokens=True):
            keep_batch(pairs, Sides(self.source, self.target, self.langs))

    def chosen(self, gate: Gate | None) -> Iterable[int]:
        """Which pairs a gate lets through; all where there is none."""
        mask = True if gate is None else gate(self)
        if isinstance(mask, bool):
            return range(len(self.pairs)) if mask else ()
        found: list[int] = mask.nonzero()[0].tolist()
        return found

    def once(self, name: str, work: Callable[[Facts], Found]) -> Found:
        """What `work` finds of the batch, worked out for the first gate that asks for it by this name."""
        if name not in self._found:
            self._found[name] = work(self)
        found: Found = self._found[name]
        return found

    def forget(self) -> None:
        """Let what was found of the batch go at once: it may refer to these facts, and what refers to itself stays,
        8 MB a batch, until the collector of cycles comes by.
        """
        self._found.clear()

    @cached_property
    def both_have_digits(self) -> Mask:
        """Which pairs have a digit on both sides."""
        return self.source.any(DIGIT) & self.target.any(DIGIT)

    @cached_property
    def have_terms(self) -> bool:
        """Whether a pair has terms of a glossary."""
        return any(pair.terms for pair in self.pairs)

    @cached_property
    def have_strangers(self) -> Mask:
        """Which targets have a token that the word list of their language has not; all where that is unknown."""
        lang = self.langs[1]
        if not lang or not ranks(lang):
            return np.full(len(self.pairs), not lang)
        return self.target.tokens.texts(self.strange_tokens)

    @cached_property
    def strange_tokens(self) -> IntArray:
        """The places among the tokens of all targets of those that the word list of their language has not."""
        tokens, lang = self.target.tokens, self.langs[1]
        if len(self.pairs) >= MANY and lang != "el":
            found = tokens.strange(_keys_of_list(lang), ranks(lang))
        else:
            found = tokens.outside(ranks(lang))
        keep_strangers([pair.target for pair in self.pairs], tokens, found, lang)
        return found

    def have_strange(self, test: Callable[[str], object]) -> Mask:
        """Which targets have a token that the word list of their language has not and that passes a test; all where
        that is unknown.
        """
        lang = self.langs[1]
        if not lang or not ranks(lang):
            return self.have_strangers
        mask = np.zeros(len(self.pairs), dtype=bool)
        for token, rows in self._rows_of_strangers.items():
            if test(token):
                mask[rows] = True
        return mask

    @cached_property
    def _rows_of_strangers(self) -> Mapping[str, Sequence[int]]:
        """The targets that have each of those tokens."""
        found: dict[str, list[int]] = {}
        tokens, places = self.target.tokens, self.strange_tokens
        for row, place in zip(tokens.owners[places].tolist(), places.tolist(), strict=True):
            found.setdefault(tokens.words[place], []).append(row)
        return found

    @cached_property
    def copied_words(self) -> Mask:
        """Which words of all targets are, in lower case, words of the source, too."""
        words = self.target.words
        return words.are_in(np.arange(len(words.words)), self.source.words)

    @cached_property
    def are_aligned(self) -> bool:
        """Whether a pair has what only an alignment finds: parts without a match, seams."""
        return any(pair.unmatched or pair.seams for pair in self.pairs)

    @cached_property
    def share_letters(self) -> Mask:
        """Which pairs have letters of one alphabet on both sides, without which no word is the same."""
        found: Mask = (self.source.kinds & self.target.kinds & np.uint64(ANY_LETTER)) != 0
        return found


#: In smaller batches looking up each word takes less time than making a table.
MANY = 256


@lru_cache(maxsize=8)
def _keys_of_list(lang: str) -> Listed:
    return Listed(keys_of_words(list(ranks(lang))))


Gate = Callable[[Facts], Mask | bool]


def _keep(facts: TextFacts, texts: Sequence[str], *, tokens: bool) -> bool:
    if facts.lengths.max(initial=0) > KEPT_LENGTH:
        return False  # the words of a long text are not kept, and few batches have one
    keep_words(texts, facts.words)
    NAMES.update(zip(texts, zip(repeat(facts), range(len(texts)), strict=False), strict=True))
    if tokens:
        keep_tokens(texts, facts.tokens)
    return True


_MOST_PAIRS, _MOST_CHARACTERS = 512, 500_000  # a batch for numpy, and so much memory at most


def batches(pairs: Sequence[Pair]) -> Iterator[tuple[int, Sequence[Pair]]]:
    """The pairs some at a time, and where each lot begins."""
    first, size = 0, 0
    for at, pair in enumerate(pairs):
        length = len(pair.source) + len(pair.target)
        if at > first and (at - first >= _MOST_PAIRS or size + length > _MOST_CHARACTERS):
            yield first, pairs[first:at]
            first, size = at, 0
        size += length
    if first < len(pairs):
        yield first, pairs[first:]
