"""Terms in texts: where one stands (narrowly, in any of its forms), and whether a translation has one (widely)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Generic, TypeVar

from mtcheck.inflection import fold, is_akin, is_form, keys_of_term, keys_of_word, tokens
from mtcheck.scripts import UNSPACED

T = TypeVar("T")
Span = tuple[int, int]

#: With so many entries of several words, most of them like `Purchase order`, a list capitalises whatever it holds.
_ENOUGH, _MOSTLY = 5, 0.6
#: Words that may stand between the words of a term in a translation, beside the term's own.
_SLACK = 3
_LONGEST = 20_000  # characters of a text that are read
_JOINTS = re.compile(r"[\s\-‐‑–­]+")
_KATAKANA = re.compile(r"[\u30a1-\u30fa\u30fc]")
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
_UNSPACED = re.compile(f"[{UNSPACED}]")


@dataclass(frozen=True, slots=True)
class _Entry(Generic[T]):
    words: tuple[str, ...]  # as written
    folded: tuple[str, ...]
    joints: tuple[str, ...]  # what stands between them but for spaces and hyphens
    lead: str  # marks before the first and after the last word: `.NET`, `C++`
    trail: str
    value: T


class TermIndex(Generic[T]):
    """Looks many terms up in a text at once; the time grows with the text, hardly with the number of terms."""

    def __init__(self, entries: Iterable[tuple[str, T]], lang: str) -> None:
        """Index (term, value) pairs of a language (BCP 47 base tag, `""` for unknown)."""
        self._lang = lang
        self._by_key: dict[str, list[_Entry[T]]] = defaultdict(list)
        made = [entry for text, value in entries if (entry := _entry(text, value)) is not None]
        several = [entry.words for entry in made if len(entry.words) > 1]
        like_sentences = sum(words[0].istitle() and "".join(words[1:]).islower() for words in several)
        self._heeds_capitals = len(several) < _ENOUGH or like_sentences < _MOSTLY * len(several)
        for entry in made:
            for key in keys_of_term(entry.folded[0], lang):
                self._by_key[key].append(entry)

    def find(self, text: str) -> list[tuple[int, int, T]]:
        """(start, end, value) of the terms in the text, from left to right; of two that overlap, the longer one."""
        found: list[tuple[int, int, T]] = []
        pieces = tokens(text[:_LONGEST])
        at = 0
        for number, (start, _, word) in enumerate(pieces):
            if start < at:
                continue
            best: tuple[int, int, T] | None = None
            for entry in self._entries(fold(word)):
                end = self._end(entry, text, pieces, number)
                if end is not None and (best is None or end > best[1]):
                    best = (start - len(entry.lead), end, entry.value)
            if best is not None:
                found.append(best)
                at = best[1]
        return found

    def _entries(self, word: str) -> list[_Entry[T]]:
        """The entries that may begin with a word."""
        return [entry for key in keys_of_word(word, self._lang) if key in self._by_key for entry in self._by_key[key]]

    def _end(self, entry: _Entry[T], text: str, pieces: Sequence[tuple[int, int, str]], first: int) -> int | None:
        """Where the entry ends that begins at a piece; None where it does not stand there."""
        last = first + len(entry.words) - 1
        if last >= len(pieces):
            return None
        for step, (wanted, folded) in enumerate(zip(entry.words, entry.folded, strict=True)):
            if not self._is(wanted, folded, pieces[first + step][2]):
                return None
        for step, joint in enumerate(entry.joints):
            if _JOINTS.sub("", text[pieces[first + step][1] : pieces[first + step + 1][0]]) != joint:
                return None
        start, end = pieces[first][0], pieces[last][1]
        if text[max(0, start - len(entry.lead)) : start] != entry.lead or _inside_run(text, start, end):
            return None
        if text[end : end + len(entry.trail)] != entry.trail or (
            not entry.trail and text[end : end + 1] in tuple("+#")
        ):
            return None
        return end + len(entry.trail)

    def _is(self, wanted: str, folded: str, word: str) -> bool:
        if _has_own_case(wanted):
            rest = word[len(wanted) :]
            return word.startswith(wanted) and (not rest or (len(rest) <= 3 and rest.islower()))
        if self._heeds_capitals and wanted[0].isupper() and not word[0].isupper():
            return False
        return is_form(fold(word), folded, self._lang)


def _entry(text: str, value: T) -> _Entry[T] | None:
    pieces = tokens(text)
    if not pieces:
        return None
    words = tuple(word for _, _, word in pieces)
    between = [_JOINTS.sub("", text[a[1] : b[0]]) for a, b in pairwise(pieces)]
    lead, trail = text[: pieces[0][0]].strip(), text[pieces[-1][1] :].strip()
    return _Entry(words, tuple(map(fold, words)), tuple(between), lead, trail, value)


def _has_own_case(word: str) -> bool:
    """Whether the capitals of a word are a part of it: `WHO`, `iPhone`, `X`."""
    return any(letter.isupper() for letter in word[1:]) or (len(word) == 1 and word.isupper())


def _inside_run(text: str, start: int, end: int) -> bool:
    """Whether a span is a part of a longer word of a script without spaces, as far as the letters tell."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if (_KATAKANA.match(before) and _KATAKANA.match(text[start])) or (
        _KATAKANA.match(after) and _KATAKANA.match(text[end - 1])
    ):
        return True
    return end - start == 1 and bool(_HAN.match(text[start]) and (_HAN.match(before) or _HAN.match(after)))


@lru_cache(maxsize=1024)
def _folded(text: str) -> tuple[tuple[int, int, str], ...]:
    return tuple((start, end, fold(word)) for start, end, word in tokens(text[:_LONGEST]))


def find_widely(text: str, term: str, lang: str) -> Span | None:
    """Where the text has the term in whatever form, order and spacing, or something so like it that it may be meant.

    >>> find_widely("der Europäischen Kommission", "Europäische Kommission", "de")
    (4, 27)
    >>> find_widely("die Klimawandelkonferenz", "Klimawandel", "de")
    (4, 24)
    """
    wanted = [fold(word) for _, _, word in tokens(term)]
    if not wanted:
        start = text.find(term)
        return (start, start + len(term)) if start >= 0 else None
    pieces = _folded(text)
    if _UNSPACED.search(term):
        return _find_squeezed(pieces, wanted, 1)
    telling = [word for word in wanted if len(word) >= 3] or wanted
    found = [[n for n, piece in enumerate(pieces) if is_akin(piece[2], word, lang)] for word in telling]
    for first in found[0]:
        near = [min(numbers, key=lambda n: abs(n - first), default=None) for numbers in found]
        if all(n is not None and abs(n - first) <= len(wanted) + _SLACK for n in near):
            places = [n for n in near if n is not None]
            return pieces[min(places)][0], pieces[max(places)][1]
    return _find_squeezed(pieces, wanted, 5)


def _find_squeezed(pieces: Sequence[tuple[int, int, str]], wanted: Sequence[str], shortest: int) -> Span | None:
    """The term with other spaces and hyphens than the text has, from the beginning of a word."""
    needle = "".join(wanted)
    if len(needle) < shortest:
        return None
    starts = list(_starts(pieces))
    whole = "".join(piece[2] for piece in pieces)
    at = whole.find(needle)
    while at >= 0:
        n = next((n for n, start in enumerate(starts) if start == at), None)
        if n is not None:
            last = max(k for k, start in enumerate(starts) if start < at + len(needle))
            return pieces[n][0], pieces[last][1]
        at = whole.find(needle, at + 1)
    return None


def _starts(pieces: Sequence[tuple[int, int, str]]) -> Iterator[int]:
    at = 0
    for _, _, word in pieces:
        yield at
        at += len(word)


def has_exactly(text: str, term: str) -> bool:
    """Whether the text has the term letter by letter, from the beginning of a word; endings may follow.

    An ending may take the place of the last letter of a word of five letters or more (Polish `Tanzanii`).
    """
    at = text.find(term)
    if at < 0 and len(term) >= 5 and term.isalpha():
        term = term[:-1]
        at = text.find(term)
    while at >= 0:
        before = text[at - 1 : at]
        if not before or not before.isalnum() or _UNSPACED.match(before) or not term[0].isalnum():
            return True
        at = text.find(term, at + 1)
    return False


def is_written_otherwise(found: str, term: str) -> bool:
    """Whether a found form of a term breaks the capitals that are a part of it (`Iphone` for `iPhone`)."""
    own = [word for _, _, word in tokens(term) if _has_own_case(word) and len(word) >= 2]
    words = [word for _, _, word in tokens(found)]
    for wanted in own:
        alike = [word for word in words if fold(word).startswith(fold(wanted))]
        if alike and not any(word.startswith(wanted) for word in alike) and not found.isupper():
            return True
    return False
