"""Words of the texts of the batch at hand, worked out for all of them at once; rules look them up by the text.

A cache: what is not here is worked out text by text by those who ask (`_lexicon.words`, `_glue.tokens_of`).
"""

from __future__ import annotations

from collections.abc import Sequence

WORDS: dict[str, tuple[str, ...]] = {}
LOWERED: dict[str, frozenset[str]] = {}
CAPITALS: dict[str, tuple[int, ...]] = {}
TOKENS: dict[str, tuple[str, ...]] = {}
LOWER_TOKENS: dict[str, tuple[str, ...]] = {}


def forget() -> None:
    """Make room for another batch."""
    for kept in (WORDS, LOWERED, CAPITALS, TOKENS, LOWER_TOKENS):
        kept.clear()


def keep_words(texts: Sequence[str], spaced: str, capitals: Sequence[tuple[int, ...]]) -> None:
    """Keep the words of some texts. `spaced`: all texts, a line each, with spaces for what is no part of a word."""
    WORDS.update(zip(texts, map(tuple, map(str.split, spaced.split("\n"))), strict=False))
    LOWERED.update(zip(texts, map(frozenset, map(str.split, spaced.lower().split("\n"))), strict=False))
    CAPITALS.update(zip(texts, capitals, strict=True))


def keep_tokens(texts: Sequence[str], spaced: str) -> None:
    """Keep the runs of letters and digits; `spaced` as above."""
    TOKENS.update(zip(texts, map(tuple, map(str.split, spaced.split("\n"))), strict=False))
    LOWER_TOKENS.update(zip(texts, map(tuple, map(str.split, spaced.lower().split("\n"))), strict=False))
