"""Headings: how they are capitalised."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np

from mtcheck.data import Hit, Pair, Severity
from mtcheck.rules._facts import Facts, Mask
from mtcheck.rules._lexicon import KEPT_LENGTH, lowered, words
from mtcheck.rules._tables import FUNCTION_WORDS
from mtcheck.rules._text import hit, lang_of, trim
from mtcheck.rules._words import Words, words_of
from mtcheck.rules.registry import rule

_FEWEST, _MOST = 4, 16
_END_MARKS = (".", "。", ";", ",")
#: Words between spaces alone: after a colon, a dash or a quotation mark a capital may be right.
_INNER = re.compile(r"(?<=[^\W\d_] )[^\W\d_]+(?:['’-][^\W\d_]+)*")


@rule(
    "HEA001",
    "carried-title-case",
    category="locale-convention/heading",
    severity=Severity.MINOR,
    message="The heading has the capitals of an English one.",
    needs_source=False,
    gate=lambda facts: _may_be_title(facts),
)
def carried_title_case(pair: Pair) -> Iterator[Hit]:
    """A heading writes all its words with capitals, in a language that does not.

    Why: English titles do so; elsewhere it looks like a string of names.
    Flags: de "Wie Die Preisrichter Punkte Vergeben"; fr "Comment Les Juges Attribuent Les Points"
    Passes: en "How the Judges Award Points"; de "Wie die Preisrichter Punkte vergeben"; "LES JUGES"; names
    Limits: four to sixteen words without a full stop, none of four letters or more small but the first; an article or
        preposition inside has a capital, or three words that the list writes small.
    """
    lang = lang_of(pair.target_lang)
    listed = words_of(lang)
    if lang == "en" or listed is None or not _has_shape(pair.target):
        return
    source = lowered(pair.source) if len(pair.source) <= KEPT_LENGTH else frozenset()
    inner = [word for word in _INNER.findall(pair.target) if word.lower() not in source]
    odd = [word.lower() for word in inner if _is_plain(word, listed)]
    functions = FUNCTION_WORDS.get(lang, frozenset())
    if len(odd) >= 3 or (len(odd) >= 2 and not functions.isdisjoint(odd)):
        yield hit(*trim(pair.target, 0, len(pair.target)))


def _is_plain(word: str, listed: Words) -> bool:
    """Whether a capitalised word is one that the list mostly writes small."""
    lower = word.lower()
    return len(word) >= 2 and word.istitle() and lower in listed and lower not in listed.names


def _has_shape(text: str) -> bool:
    """Whether a text is short, without an end, and all its longer words but the first have capitals."""
    if len(text) > 160 or text.rstrip().endswith(_END_MARKS):
        return False
    found = words(text)
    if not _FEWEST <= len(found) <= _MOST or not (found[0][0].isupper() and text.startswith(found[0])):
        return False
    if sum(word.isupper() for word in found) > 1:
        return False
    return all(word[0].isupper() or len(word) < 4 for word in found)


def _may_be_title(facts: Facts) -> Mask | bool:
    """Which targets have the shape of such a heading."""
    if facts.langs[1] == "en":
        return False
    return np.array([_has_shape(pair.target) for pair in facts.pairs], dtype=bool)
