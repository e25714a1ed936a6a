"""Which of many word patterns can match a text at all, told by how its words begin.

Number words, months, weekdays and lines of page furniture are tables of dozens of patterns a language, and nearly all
texts have none of them. What begins with letters stands only where a word begins with them: a look-up, no search.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import Generic, TypeVar

from mtcheck.rules._lexicon import KEPT, lowered
from mtcheck.rules._text import has_any

_LETTERS = re.compile(r"[^\W\d_]+")
_LENGTH = 3
#: Letters that a case-insensitive pattern takes for each other beyond `str.lower`; the dot is that of a lowered `İ`.
_FOLD = str.maketrans({"ı": "i", "\u0307": None, "ς": "σ", "ſ": "s"})
FOLDED = ("ı", "İ", "ς", "Σ", "ſ")

T = TypeVar("T")


@lru_cache(maxsize=KEPT)
def heads(text: str) -> frozenset[str]:
    """The first three letters of every run of letters, in lower case."""
    if not text.isascii() and has_any(text, FOLDED):
        return frozenset([run.lower().translate(_FOLD)[:_LENGTH] for run in _LETTERS.findall(text)])
    found = {word[:_LENGTH] for word in lowered(text)}
    if "'" in text or "’" in text:
        found.update([run[:_LENGTH] for word in lowered(text) if not word.isalpha() for run in _LETTERS.findall(word)])
    return frozenset(found)


def _head(text: str, start: int = 0) -> str:
    """The head of the first run of letters from a place on; empty where there is none."""
    run = _LETTERS.search(text, start)
    return run.group()[: _LENGTH + 1].lower().translate(_FOLD)[:_LENGTH] if run else ""


class Heads(Generic[T]):
    """Things to look for in a text, each under the beginnings of its forms (plain text, not patterns)."""

    def __init__(self, entries: Iterable[tuple[T, Iterable[str]]]) -> None:
        """A form that does not begin with a letter may be in any text."""
        self._things: list[T] = []
        self._always: set[int] = set()
        self._by_length: tuple[dict[str, set[int]], ...] = ({}, {}, {})
        for number, (thing, forms) in enumerate(entries):
            self._things.append(thing)
            for form in forms:
                if not form[:1].isalpha():
                    self._always.add(number)
                else:
                    head = _head(form)
                    self._by_length[len(head) - 1].setdefault(head, set()).add(number)

    @property
    def in_any(self) -> bool:
        """Whether there is a thing that any text may have."""
        return bool(self._always)

    @property
    def beginnings(self) -> tuple[Collection[str], ...]:
        """The beginnings of one, two and three letters; forms of three letters and more are under the last."""
        return tuple(table.keys() for table in self._by_length)

    def may_be_in(self, text: str) -> list[T]:
        """The things of which a form may be in the text, in their order."""
        return self._found(heads(text))

    def may_begin(self, text: str, start: int) -> bool:
        """Whether the first word from a place on may begin one of the forms."""
        head = _head(text, start)
        return bool(self._always) or any(head[:n] in table for n, table in enumerate(self._by_length, 1))

    def _found(self, present: frozenset[str]) -> list[T]:
        found = set(self._always)
        for length, table in enumerate(self._by_length, 1):
            if table:
                cut = present if length == _LENGTH else {head[:length] for head in present}
                for head in table.keys() & cut:
                    found |= table[head]
        return [self._things[number] for number in sorted(found)] if found else []
