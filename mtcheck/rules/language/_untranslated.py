"""Whether a target is the source again, or still in its language: what several rules of the package ask."""

from __future__ import annotations

import re
from functools import cache

from rapidfuzz import fuzz

from mtcheck.data import Pair
from mtcheck.rules.text import lang_of
from mtcheck.rules.words.lexicon import languages_of, letter, lowered, ranks, related, scripts, words
from mtcheck.rules.words.views import kept

#: A near-copy shows in its first words; comparing whole texts would take the square of their length.
_COMPARED = 200
_NOT_WORDS = re.compile(r"(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]{3,255}|[\d_]+|[^\w\s]+")


def is_copy(pair: Pair) -> bool:
    """Whether the target is the source again, and should not be."""
    n_source, n_target = len(pair.source), len(pair.target)
    if not n_source or not n_target or not 0.5 <= n_source / n_target <= 2:
        return False
    return _is_copy(pair.source.strip(), pair.target.strip(), languages_of(pair))


@kept
def _is_copy(source: str, target: str, languages: tuple[str, str]) -> bool:
    if not source or not target or not 0.8 <= len(source) / len(target) <= 1.25:
        return False
    same = source == target
    if not same and not _near(source, target):
        return False
    if languages[0] and languages[0] == languages[1]:
        return False
    return _needs_translation(target, languages)


def is_untranslated(pair: Pair) -> bool:
    """Whether most of the target is in the source language."""
    source, target = languages_of(pair)
    if not source or not target or source == target or not pair.target:
        return False
    guess = pair.target_guess
    elsewhere = guess is not None and guess.lang is not None and lang_of(guess.lang) != source
    return _is_untranslated(pair.target, source, target, elsewhere)


@kept
def _is_untranslated(text: str, source: str, target: str, elsewhere: bool) -> bool:
    foreign = foreign_scripts(source, target)
    if foreign == ("Latn",):
        n_foreign = len(letter(*foreign).findall(text))
        return n_foreign >= 0.9 * sum(map(str.isalpha, text)) and _n_plain_words(text, ranks(source)) >= 3
    if foreign:
        n_foreign = 0 if text.isascii() else len(letter(*foreign).findall(text))
        return n_foreign >= 10 and n_foreign >= 0.7 * sum(map(str.isalpha, text))
    return not elsewhere and not related(source, target) and foreign_by_words(text, source, target)


@cache
def foreign_scripts(source: str, target: str) -> tuple[str, ...]:
    """The alphabets of the source language that the target language does not use."""
    wanted = scripts(target)
    return tuple(name for name in scripts(source) if name not in wanted) if wanted else ()


#: The share of the target's words that a copied source has.
COPIED = 0.7


def _near(source: str, target: str) -> bool:
    there = lowered(target)
    if len(lowered(source) & there) < COPIED * len(there):
        return False
    a, b = _NOT_WORDS.sub(" ", source.casefold()).split(), _NOT_WORDS.sub(" ", target.casefold()).split()
    if a == b:
        return bool(a)
    if len(b) < 5 or abs(len(a) - len(b)) > 0.25 * len(b):
        return False
    a, b = a[:_COMPARED], b[:_COMPARED]
    common = len(set(a) & set(b))
    return common >= 0.7 * len(set(b)) and fuzz.ratio(" ".join(a)[:2000], " ".join(b)[:2000]) >= 90


def _needs_translation(text: str, languages: tuple[str, str]) -> bool:
    source, target = languages
    foreign = foreign_scripts(source, target)
    if foreign and foreign != ("Latn",):
        return len(letter(*foreign).findall(text)) >= 4
    lower = [w for w in _NOT_WORDS.sub(" ", text).split() if w[:1].islower()]
    if foreign:
        return _n_plain_words(text, ranks(source)) >= 3
    if not source or not target:
        return len(lower) >= 4
    if related(source, target) and len(lower) < 5:
        return False
    known, own = ranks(source), ranks(target)
    if known and own:
        only_source = [w for w in lower if w in known and own.get(w, 9) > known[w] + 1]
        return len(only_source) >= 2 or (len(only_source) == 1 and len(lower) >= 3) or len(lower) >= 8
    return len(lower) >= 4


def _n_plain_words(text: str, known: dict[str, int]) -> int:
    """How many lower-case words of the language a text has."""
    tokens = _NOT_WORDS.sub(" ", text).split()
    return sum(1 for word in tokens if word.islower() and (not known or word in known))


def foreign_by_words(text: str, found: str, wanted: str) -> bool:
    """Whether the common words of a text are those of one language and not of the other."""
    known, own = ranks(found), ranks(wanted)
    if len(known) < 2000 or len(own) < 2000:
        return False
    tokens = [word.lower() for word in words(text[:4000])]
    if len(tokens) < 4:
        return False
    n_found = sum(1 for w in tokens if known.get(w, 9) <= 1 and w not in own)
    n_own = sum(1 for w in tokens if own.get(w, 9) <= 1 and w not in known)
    return n_found >= 3 and n_found >= 0.25 * len(tokens) and n_own == 0
