"""The tokens of a text, runs of letters and digits, and which of them the word list of its language has not."""

from __future__ import annotations

import re
from functools import lru_cache

from mtcheck.rules.words.lexicon import KEPT_LENGTH
from mtcheck.rules.words.lists import words_of
from mtcheck.rules.words.views import STRANGERS, TOKENS, kept, kept_long

TOKEN = re.compile(r"[^\W_]+")

LONGEST = 60  # a longer token is no two words of any language


def tokens_of(text: str) -> tuple[str, ...]:
    """Runs of letters and digits."""
    found = TOKENS.get(text)
    if found is not None:
        return found
    return _tokens_of(text) if len(text) <= KEPT_LENGTH else _long_tokens_of(text)


@kept
def _tokens_of(text: str) -> tuple[str, ...]:
    return tuple(TOKEN.findall(text))


_long_tokens_of = kept_long(_tokens_of)


def lower_tokens(text: str) -> tuple[str, ...]:
    """`tokens_of(text)` in lower case."""
    return _lower_tokens(text) if len(text) <= KEPT_LENGTH else _long_lower_tokens(text)


@kept
def _lower_tokens(text: str) -> tuple[str, ...]:
    return tuple(map(str.lower, tokens_of(text)))


_long_lower_tokens = kept_long(_lower_tokens)


@lru_cache(maxsize=4)
def starts_of(text: str) -> list[int]:
    """Where each of `tokens_of(text)` begins."""
    found, at = [], 0
    for token in tokens_of(text):
        at = text.find(token, at)
        found.append(at)
        at += len(token)
    return found


def strangers(text: str, lang: str) -> tuple[int, ...]:
    """Which of `tokens_of(text)` the word list of the language does not have; none where there is no list."""
    kept = STRANGERS.get(lang)
    found = kept.get(text) if kept is not None else None
    return _strangers(text, lang) if found is None else found


@kept
def _strangers(text: str, lang: str) -> tuple[int, ...]:
    words = words_of(lang)
    if words is None:
        return ()
    known, tokens = words.tiers, tokens_of(text)
    if all(map(known.__contains__, tokens)):
        return ()
    return tuple([n for n, token in enumerate(tokens) if token not in known and token.lower() not in known])


#: Looking for a name in the whole pair is for sentences and paragraphs, not for a book in one line.
MAX_NAME_TEXT = 20_000
