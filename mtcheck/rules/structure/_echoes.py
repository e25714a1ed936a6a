"""Sentences of a translation that it says again where its source goes on or has nothing (STR005)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set

from rapidfuzz.distance import LCSseq

from mtcheck.data import Pair
from mtcheck.rules.text import Span, trim
from mtcheck.rules.words.tokens import lower_tokens, tokens_of

#: Words and letters of a sentence that is too long to be said twice by chance.
_WORDS, _LETTERS = 5, 20
_LONGEST = 2_000
#: Begins with one character of a set, which is far quicker to look for than what stands behind one.
_NEXT = re.compile(r"[.!?…。！？](?:(?<=[.!?…])[”“»\"’)]?\s+(?=[^\W\d_]|[“«\"„(])|(?<=[。！？])[”」』]?(?=\S))")
#: So many words in a row, or letters where words are not parted, that the source says twice excuse the translation.
_SAID_TWICE, _SAID_TWICE_LETTERS = 3, 5
_UNPARTED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]{3}")


def echoes(pairs: Sequence[Pair]) -> Iterator[tuple[int, int, int]]:
    """(position, start, end) of sentences said again in their own pair, or too many there and said in another."""
    short = [n for n, pair in enumerate(pairs) if len(pair.target) <= _LONGEST]
    several = {n: _sentences(pairs[n].target) for n in short if _NEXT.search(pairs[n].target)}
    if not several:
        return
    keys = {n: [lower_tokens(pairs[n].target[start:end]) for start, end in spans] for n, spans in several.items()}
    wholes = _wholes(pairs, short, {key for some in keys.values() for key in some})
    for n, spans in several.items():
        pair, seen, before = pairs[n], "", ""
        for (start, end), key in zip(spans, map(" ".join, keys[n]), strict=True):
            if _is_long(key):
                again = f" {key} " in f" {seen} " and not _says_twice(pair.source)
                more = len(spans) > len(_sentences(pair.source))
                extra = more and wholes.get(key, n) != n
                nearly = more and (_is_nearly_in(key, seen) or _is_said_anew(key, before, pair.source))
                if again or extra or (nearly and not _says_twice(pair.source)):
                    yield n, start, end
            elif key == before and _is_plain(key) and not _has_twin_sentences(pair.source):
                yield n, start, end
            before = key
            seen = f"{seen} {key}"


def _wholes(pairs: Sequence[Pair], numbers: Iterable[int], keys: Set[tuple[str, ...]]) -> dict[str, int]:
    """The first of the targets that are, as a whole, one of some sentences, given by their tokens."""
    looks = {(key[-1], len(key), key[0]) for key in keys if key}
    last = {key[-1] for key in keys if key}
    found: dict[str, int] = {}
    for n in numbers:
        tokens = tokens_of(pairs[n].target)
        if not tokens or (end := tokens[-1].lower()) not in last:
            continue
        if (end, len(tokens), tokens[0].lower()) in looks:
            found.setdefault(" ".join(lower_tokens(pairs[n].target)), n)
    return found


#: A sentence of so many words says again what was said if the sentences before have such a share of them, and such a
#: share in their order.
_WORDS_NEARLY, _NEARLY, _IN_ORDER = 7, 0.85, 0.75


def _is_nearly_in(key: str, seen: str) -> bool:
    """Whether nearly all words of a sentence stand in the sentences before, in their order but for a few words."""
    found, before = key.split(), seen.split()
    if len(found) < _WORDS_NEARLY or not set(found) & set(before):
        return False
    if len(set(found) & set(before)) < _NEARLY * len(set(found)):
        return False
    return LCSseq.similarity(found, before) >= _IN_ORDER * len(found)


#: A second translation of one sentence has its figures, and such a share of the words in their order.
_ANEW = 0.5


def _is_said_anew(key: str, before: str, source: str) -> bool:
    """Whether a sentence begins like the one before it and has its figures, which the source has once."""
    one, other = before.split(), key.split()
    if min(len(one), len(other)) < _WORDS_NEARLY or one[:1] != other[:1] or len(one) > 2 * len(other):
        return False
    figures = [word for word in other if word.isdigit()]
    if not figures or sorted(figures) != sorted(word for word in one if word.isdigit()):
        return False
    there = [word for word in tokens_of(source) if word.isdigit()]
    return all(there.count(word) == 1 for word in figures) and LCSseq.similarity(one, other) >= _ANEW * len(other)


def _is_long(key: str) -> bool:
    return len(key) >= _LETTERS and key.count(" ") + 1 >= _WORDS


#: Of a sentence that follows itself at once.
_WORDS_AT_ONCE, _LETTERS_AT_ONCE = 3, 12


def _is_plain(key: str) -> bool:
    return len(key) >= _LETTERS_AT_ONCE and key.count(" ") + 1 >= _WORDS_AT_ONCE


def _has_twin_sentences(source: str) -> bool:
    """Whether the source says something twice, a few words or a whole sentence."""
    said = [" ".join(lower_tokens(source[start:end])) for start, end in _sentences(source)]
    return len(set(said)) < len(said) or _says_twice(source)


def _sentences(text: str) -> list[Span]:
    # `at 7.45 a.m. and`: a small letter opens no sentence.
    cuts = [match.end() for match in _NEXT.finditer(text) if not text[match.end()].islower()]
    return [trim(text, start, end) for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]


def _says_twice(source: str) -> bool:
    """Whether the source has a few words in a row twice."""
    if _UNPARTED.search(source):
        letters = re.sub(r"\W", "", source)
        runs = [letters[n : n + _SAID_TWICE_LETTERS] for n in range(len(letters) - _SAID_TWICE_LETTERS + 1)]
    else:
        tokens = lower_tokens(source)
        runs = [" ".join(tokens[n : n + _SAID_TWICE]) for n in range(len(tokens) - _SAID_TWICE + 1)]
    return len(set(runs)) < len(runs)
