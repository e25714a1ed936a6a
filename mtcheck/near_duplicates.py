"""Near-duplicates among any number of pairs in constant memory: MinHash bands remembered by a Bloom filter.

MinHash (Broder 1997, "On the resemblance and containment of documents") by rensa, banded as in locality-sensitive
hashing; the bands seen are kept in a Bloom filter (rbloom) instead of an index, after Khan et al. 2024, "LSHBloom:
Memory-efficient, Extreme-scale Document Deduplication" (arXiv:2411.04257).

With 8 bands of 16 values a pair whose character 5-grams overlap by 0.95 (Jaccard) with an earlier one is found in 99
of 100 cases, by 0.9 in 80, by 0.8 in 20, by 0.7 in 3.
"""

from __future__ import annotations

import re
from typing import Any

from mtcheck.errors import MtcheckError

_BANDS, _ROWS = 8, 16
_SHINGLE = 5
_SHORTEST = 40  # characters of both sides together; below only an equal text is a duplicate
_SEED = 7
_FALSE_ALARM = 1e-7  # of one look-up in a filter that is full
_SKIPPED = re.compile(r"[\W_]+")


def band_keys(source: str, target: str) -> list[int]:
    """The keys of a pair: near-duplicates share one. Case, punctuation and white space do not count, digits do.

    Raises:
        MtcheckError: rensa is not installed.
    """
    sides = [_SKIPPED.sub(" ", side.casefold()).strip() for side in (source, target)]
    if len(sides[0]) + len(sides[1]) < _SHORTEST:
        return [_number("\t".join(sides))]
    minhash = _rensa().RMinHash(num_perm=_BANDS * _ROWS, seed=_SEED)
    minhash.update(
        [
            mark + text[i : i + _SHINGLE]
            for mark, text in zip("st", sides, strict=True)
            for i in range(max(len(text) - _SHINGLE, 0) + 1)
        ]
    )
    values = minhash.digest()
    # The hash of a tuple of integers is the same in every process, unlike that of a string.
    return [hash((band, *values[band * _ROWS : (band + 1) * _ROWS])) for band in range(_BANDS)]


def _number(text: str) -> int:
    from hashlib import blake2b

    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=7).digest(), "big")


class SeenPairs:
    """The pairs that were kept so far; its size does not grow."""

    def __init__(self, n_expected: int) -> None:
        """A filter for so many pairs; with more of them false alarms become more frequent than 1 in a million.

        Raises:
            MtcheckError: rbloom is not installed.
        """
        try:
            from rbloom import Bloom
        except ImportError as error:
            raise MtcheckError(_MISSING) from error
        self._filter: Any = Bloom(_BANDS * n_expected, _FALSE_ALARM)

    def __contains__(self, keys: list[int]) -> bool:
        return any(key in self._filter for key in keys)

    def add(self, keys: list[int]) -> None:
        """Remember a pair."""
        self._filter.update(keys)


_MISSING = (
    "near-duplicates need rensa and rbloom, which are not installed: pip install 'mtcheck[filter]', "
    "or leave them in with --keep-duplicates"
)


def _rensa() -> Any:
    try:
        import rensa
    except ImportError as error:
        raise MtcheckError(_MISSING) from error
    return rensa
