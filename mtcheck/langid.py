"""py3langid, loaded once and on demand (half a second), restricted to the languages that are at stake."""

from __future__ import annotations

import copy
from array import array
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

from mtcheck.data import IntArray
from mtcheck.languages import LANGUAGES


@cache
def _identifier() -> Any:
    """An identifier for the languages that can be asked for; what the model knows of the others is let go."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    class Identifier(LanguageIdentifier):  # type: ignore[misc]
        """Walks the bytes of a text over the compact table."""

        walk: Walk

        def _raw_score(self, text: bytes) -> Any:
            if visits := Counter(self.walk.features(text)):
                return self._sparse_score(visits, self.nb_ptc)
            return np.zeros(len(self.nb_classes), dtype=np.float32)  # as py3langid has it: all are as likely

    whole = LanguageIdentifier.from_model_file(MODEL_FILE)
    whole.set_languages(sorted(set(LANGUAGES) & set(whole.labels)))
    kept = Identifier(whole.nb_ptc, whole.nb_pc, whole.nb_classes, (), (), norm_probs=True, tk_row=())
    kept.walk = Walk(np.asarray(whole.tk_nextmove), np.asarray(whole.tk_row), whole.tk_output)
    return kept


_PART = 32  # states in a part of a row: 8 MB for all rows; with 16 or 64 it is much the same


class Walk:
    """A state machine over bytes in a fifth of its memory: rows of next states in parts, equal parts held once.

    Parts are told apart by numbers of 64 bits; that two come together by chance is checked for.
    """

    def __init__(self, moves: npt.NDArray[np.unsignedinteger], rows: IntArray, features: Sequence[int]) -> None:
        """`moves[256 * rows[state] + byte]` is the next state, `features[state]` what it tells of, or below 0."""
        parts = moves.reshape(-1, _PART)
        _, first, number = np.unique(_numbers(parts), return_index=True, return_inverse=True)
        held = parts[first].astype(np.int32)
        if not np.array_equal(held[number], parts):
            held, number = parts.astype(np.int32), np.arange(len(parts))
        self._moves = array("i", held.tobytes())
        self._parts = array("i", (number.reshape(-1) * _PART).astype(np.int32).tobytes())
        self._rows = array("i", (np.asarray(rows, dtype=np.int32) * (256 // _PART)).tobytes())
        self._features = array("i", np.asarray(features, dtype=np.int32).tobytes())

    def features(self, text: bytes) -> list[int]:
        """What the states tell of that a text leads through, in order."""
        moves, parts, rows, features = self._moves, self._parts, self._rows, self._features
        state, found = 0, []
        for byte in text:
            state = moves[parts[rows[state] + (byte >> _BITS)] + (byte & _PART - 1)]
            if (feature := features[state]) >= 0:
                found.append(feature)
        return found


_BITS = _PART.bit_length() - 1


def _numbers(parts: npt.NDArray[np.unsignedinteger]) -> npt.NDArray[np.uint64]:
    """A number for each row, the same for rows that are the same."""
    words = np.ascontiguousarray(parts).view(np.uint64)
    weights = np.multiply.accumulate(np.full(words.shape[1], 0x9E3779B97F4A7C15, dtype=np.uint64))
    numbers: npt.NDArray[np.uint64] = words @ weights
    return numbers


@cache
def _restricted(languages: tuple[str, ...]) -> Any:
    """An identifier for these languages only; the model's tables are shared."""
    identifier = copy.copy(_identifier())
    identifier.set_languages(sorted(set(languages) & set(identifier.labels)))
    return identifier


def classify(text: str, languages: tuple[str, ...]) -> tuple[str, float]:
    """The likeliest of the languages (tags without script) and its probability among them."""
    found, probability = _restricted(languages).classify(text)
    return found, float(probability)
