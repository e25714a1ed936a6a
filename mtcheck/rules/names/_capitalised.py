"""Names in a text: which of its words are capitalised as names."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mtcheck.rules.words.lexicon import KEPT_LENGTH, ranks, starts, words
from mtcheck.rules.words.views import NAMES, kept, kept_long

_STARTS = frozenset(".!?…:;•–—|([{«“„\"'‘‹-")
_APOSTROPHE = re.compile("['’]")


@dataclass(frozen=True, slots=True)
class Name:
    """A capitalised word inside a sentence, with its neighbours' places in the list of words."""

    text: str
    start: int
    end: int
    index: int  # place among all words of the text


def names(text: str) -> tuple[Name, ...]:
    """Words that begin with a capital and do not begin a sentence; headings with every word capitalised have none.

    >>> [name.text for name in names("Yesterday Angela Merkel met the Pope.")]
    ['Angela', 'Merkel', 'Pope']
    """
    return _names(text) if len(text) <= KEPT_LENGTH else _long_names(text)


@kept
def _names(text: str) -> tuple[Name, ...]:
    found, capitals = words(text), capital_words(text)
    if not capitals or (len(capitals) > 0.7 * len(found) and len(found) >= 6):
        return ()
    named, begins = [], starts(text)
    for index in capitals:
        at = begins[index]
        if index and not begins_sentence(text, at):
            name = bare(found[index])
            named.append(Name(name, at, at + len(name), index))
    return tuple(named)


_long_names = kept_long(_names)


def bare(word: str) -> str:
    """A word without what follows an apostrophe in it."""
    return word if word.isalpha() else _APOSTROPHE.split(word, maxsplit=1)[0]


def capital_words(text: str) -> tuple[int, ...]:
    """Which of `words(text)` begin with a capital."""
    if kept := NAMES.get(text):
        return kept[0].capitals_in_text(kept[1])
    return _capital_words(text) if len(text) <= KEPT_LENGTH else _long_capital_words(text)


@kept
def _capital_words(text: str) -> tuple[int, ...]:
    return tuple([index for index, word in enumerate(words(text)) if word[0].isupper()])


_long_capital_words = kept_long(_capital_words)


def begins_sentence(text: str, start: int) -> bool:
    """Whether a word stands at the beginning of the text or, within four characters, after a mark that ends one."""
    at = start - 1
    while at >= 0 and at >= start - 4 and text[at].isspace():
        if text[at] == "\n":
            return True
        at -= 1
    return at < 0 or (at >= start - 4 and text[at] in _STARTS)


def is_common(word: str, lang: str) -> bool:
    """Whether a capitalised word is also an ordinary word of the language, or a name known there."""
    return word.lower() in ranks(lang)
