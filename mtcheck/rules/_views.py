"""Words of the texts of the batch at hand, worked out for all of them at once; rules look them up by the text.

A cache: what is not here is worked out text by text by those who ask (`_lexicon.words`, `_glue.tokens_of`), so threads
may clear it for each other.
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


Lists = list[tuple[str, ...]]


def keep_words(texts: Sequence[str], spaced: str, capitals: Sequence[tuple[int, ...]]) -> tuple[Lists, Lists]:
    """Keep the words of some texts; given back are those of each text, as they are and in small letters.

    `spaced`: all texts, a line each, with spaces for what is no part of a word.
    """
    found = list(map(tuple, map(str.split, spaced.split("\n"))))
    lower = list(map(tuple, map(str.split, spaced.lower().split("\n"))))
    WORDS.update(zip(texts, found, strict=False))
    LOWERED.update(zip(texts, map(frozenset, lower), strict=False))
    CAPITALS.update(zip(texts, capitals, strict=True))
    return found, lower


def keep_tokens(texts: Sequence[str], spaced: str, words: tuple[Lists, Lists], plain: Sequence[bool]) -> None:
    """Keep the runs of letters and digits; `spaced` as above.

    Where a text is `plain`, without digits and apostrophes, they are its `words`, as `keep_words` gave them back.
    """
    lines, small = spaced.split("\n"), spaced.lower().split("\n")
    for at, text in enumerate(texts):
        if plain[at]:
            TOKENS[text], LOWER_TOKENS[text] = words[0][at], words[1][at]
        else:
            TOKENS[text], LOWER_TOKENS[text] = tuple(lines[at].split()), tuple(small[at].split())
