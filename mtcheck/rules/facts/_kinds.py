"""Kinds of characters as bits, so that one look at a character tells all that gates ask of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache

import numpy as np

from mtcheck.codepoints import CharTable
from mtcheck.rules.facts.heads import FOLDED
from mtcheck.rules.words.lexicon import CLASSES, letter

_tests: list[Callable[[str], object]] = []
_MOST = 64  # kinds, a bit each


def _kinds_of(char: str) -> int:
    return sum(1 << n for n, test in enumerate(_tests, 1) if test(char))


TABLE = CharTable(_kinds_of, np.uint64)


def kind(test: str | Callable[[str], object]) -> int:
    """A kind of characters as a bit: those of a string (the same string, the same bit), or those that pass a test."""
    if isinstance(test, str):
        return _listed(frozenset(test))
    if len(_tests) == _MOST - 1:
        raise ValueError(f"more than {_MOST - 1} kinds of characters")
    _tests.append(test)
    TABLE.forget()
    return 1 << len(_tests)


@cache
def _listed(chars: frozenset[str]) -> int:
    return kind(chars.__contains__)


LETTER = kind(lambda c: c.isalnum() and not c.isdecimal())  # what `[^\W\d_]` matches
DIGIT = kind(str.isdecimal)
CAPITAL = kind(str.isupper)
VISIBLE = kind(lambda c: not c.isspace())
WIDE = kind(lambda c: not c.isascii())
GAP = kind(str.isspace)
SPACE = kind(" \u00a0\u202f")
APOSTROPHE = kind("'’")
ROUND = kind("()（）[]【】")
SQUARE = kind("[]")
CURLY = kind("{}")
ANGLE = kind("<>＜＞")
EQUALS = kind("=＝")
AMPERSAND = kind("&＆")
SEMICOLON = kind(";；\u037e")
SLASH = kind("/")
BACKSLASH = kind("\\")
SIGN = kind("%$@")
HASH = kind("#*_`")
ASKS = kind("?？؟")
BANG = kind("!")
QUOTE = kind('“”„«»"「」『』《》〈〉‟〝〞〟＂‚')
DASH = kind("—–―")
FINAL = kind(".!?…。！？؟।॥։۔")
SCRIPTS = {name: kind(letter(name).match) for name in CLASSES}
_IN_SCRIPT = sum(SCRIPTS.values())
OTHER = kind(lambda c: (c.isalnum() or c.islower()) and not any(letter(name).match(c) for name in CLASSES))
ANY_LETTER = _IN_SCRIPT | OTHER

#: What nearly all characters of a text are of.
USUAL = LETTER | VISIBLE | WIDE | GAP | SPACE | ANY_LETTER


def in_scripts(names: Iterable[str]) -> int:
    """The letters of some alphabets, as bits."""
    return sum(SCRIPTS[name] for name in names)


#: Letters that `str.lower` does not tell.
ODD_CASE = kind("".join(FOLDED))
