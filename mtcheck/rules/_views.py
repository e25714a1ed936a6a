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


def keep_words(texts: Sequence[str], spaced: str, capitals: Sequence[tuple[int, ...]]) -> list[tuple[str, ...]]:
    """Keep the words of some texts; the words in small letters are given back.

    `spaced`: all texts, a line each, with spaces for what is no part of a word.
    """
    WORDS.update(zip(texts, map(tuple, map(str.split, spaced.split("\n"))), strict=False))
    lower = list(map(tuple, map(str.split, spaced.lower().split("\n"))))
    LOWERED.update(zip(texts, map(frozenset, lower), strict=False))
    CAPITALS.update(zip(texts, capitals, strict=True))
    return lower


def keep_tokens(texts: Sequence[str], spaced: str, lower: Sequence[tuple[str, ...]], plain: Sequence[bool]) -> None:
    """Keep the runs of letters and digits; `spaced` as above.

    Where a text is `plain`, without digits and apostrophes, they are its words, with `lower` in small letters.
    """
    lines, small = spaced.split("\n"), spaced.lower().split("\n")
    for at, text in enumerate(texts):
        if plain[at]:
            TOKENS[text], LOWER_TOKENS[text] = WORDS[text], lower[at]
        else:
            TOKENS[text], LOWER_TOKENS[text] = tuple(lines[at].split()), tuple(small[at].split())
