"""Runs of letters of one alphabet, and where they stand in a text."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.rules.text import Span
from mtcheck.rules.words.lexicon import SCRIPT_NAMES, letter, letters


def foreign_runs(text: str, names: tuple[str, ...]) -> Iterator[Span]:
    """Runs of words in the alphabets named, longer than a lone letter."""
    for match in letters(*names).finditer(text):
        if sum(map(str.isalpha, match.group())) > 1 or names[0] in ("Hani", "Kana", "Hang"):
            yield match.span()


def alphabet(run: str, names: tuple[str, ...]) -> str:
    for name in names:
        if letter(name).search(run):
            return SCRIPT_NAMES[name]
    return SCRIPT_NAMES[names[0]]


def is_mixed(text: str, start: int, end: int) -> bool:
    """Whether the run is part of a word in another alphabet."""
    return (start > 0 and text[start - 1].isalpha()) or (end < len(text) and text[end].isalpha())


def stripped_span(text: str) -> Span:
    start = len(text) - len(text.lstrip())
    return start, max(start, len(text.rstrip()))
