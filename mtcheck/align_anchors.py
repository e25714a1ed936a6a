"""What ties two texts together beside meaning: figures, addresses, and names that sound alike in any script."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from anyascii import anyascii

from mtcheck.data import FloatArray, IntArray, Segment

_NUMBER = re.compile(r"\d+(?:[.,:'’٬٫]\d+|[ \u00a0\u202f]\d{3}(?!\d))*")
_ADDRESS = re.compile(r"https?://[^\s<>\"]{4,500}|www\.[^\s<>\"]{4,200}|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{2,64}")
_WORD = re.compile(r"[^\W\d_]{4,40}")
_UNCASED = re.compile(r"[\u0590-\u08ff\u0900-\u0dff\u10a0-\u10ff\u30a0-\u30ff\uac00-\ud7af]")
_FOLD = str.maketrans({"c": "k", "q": "k", "z": "s", "x": "s", "w": "v", "f": "v", "j": "", "y": "", "h": ""})
_VOWELS = re.compile(r"[aeiou'`\-\s]+")
_DOUBLED = re.compile(r"(.)\1+")

MAX_OCCURRENCES = 12
"""A key met more often than this on either side says nothing about place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnchorPairs:
    """Segments that share a key, sorted by source segment; a pair is listed once for each key it shares."""

    source: IntArray
    target: IntArray


@dataclass(frozen=True, slots=True, kw_only=True)
class SideKeys:
    """The keys of one side: for each key the ascending segments that have it, and how many figures each has."""

    numbers: dict[str, list[int]]
    names: dict[str, list[int]]
    n_numbers: FloatArray  # (n_segments,)


def number_keys(text: str) -> list[str]:
    """The figures and addresses of a text in a form that does not depend on digits' script or separators.

    >>> number_keys("3,000 people on ٧ May, see https://example.org/a.")
    ['https://example.org/a', '3000', '7']
    """
    keys = [match.group().rstrip(".,;:!?)").lower() for match in _ADDRESS.finditer(text)]
    if keys:
        text = _ADDRESS.sub(" ", text)
    for match in _NUMBER.finditer(text):
        digits = [c if c.isascii() else str(unicodedata.decimal(c)) for c in match.group() if c.isdecimal()]
        keys.append("".join(digits[:30]))
    return keys


@lru_cache(maxsize=200_000)
def name_key(word: str) -> str | None:
    """The first consonants of a word as it sounds, or None where they are too few to mean anything.

    >>> name_key("Зеленский"), name_key("Zelensky"), name_key("Rio")
    ('slnsk', 'slnsk', None)
    """
    latin = _VOWELS.sub("", anyascii(word).lower().replace("ph", "f").replace("ch", "k")).translate(_FOLD)
    key = _DOUBLED.sub(r"\1", latin)[:5]
    return key if len(key) >= 3 else None


def _name_keys(text: str) -> Iterator[str]:
    for match in _WORD.finditer(text):
        word = match.group()
        if word[0].isupper() or _UNCASED.match(word):
            key = name_key(word)
            if key is not None:
                yield key


def side_keys(segments: Sequence[Segment]) -> SideKeys:
    """The figures, addresses and names of one side and where they are."""
    numbers: dict[str, list[int]] = defaultdict(list)
    names: dict[str, list[int]] = defaultdict(list)
    n_numbers = np.zeros(len(segments), np.float32)
    for index, segment in enumerate(segments):
        keys = set(number_keys(segment.text))
        n_numbers[index] = len(keys)
        for key in keys:
            numbers[key].append(index)
        for key in set(_name_keys(segment.text)):
            names[key].append(index)
    return SideKeys(numbers=dict(numbers), names=dict(names), n_numbers=n_numbers)


def shared_pairs(
    source: dict[str, list[int]],
    target: dict[str, list[int]],
    window: tuple[IntArray, IntArray],
    most: int | None = None,
) -> AnchorPairs:
    """Pairs of segments that share a key, with `window[0][i] <= j < window[1][i]`.

    Keys that occur more than `most` times on a side are left out.
    """
    rows, columns = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    for key, places in source.items():
        others = target.get(key)
        if others is None or (most is not None and max(len(places), len(others)) > most):
            continue
        i, j = np.asarray(places), np.asarray(others)
        first = np.searchsorted(j, window[0][i])
        count = np.maximum(np.searchsorted(j, window[1][i]) - first, 0)
        if count.any():
            within = np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count)
            rows.append(np.repeat(i, count))
            columns.append(j[np.repeat(first, count) + within])
    row, column = np.concatenate(rows), np.concatenate(columns)
    order = np.lexsort((column, row))
    return AnchorPairs(source=row[order], target=column[order])
