"""A small convolutional network that says of every token whether it looks out of place, from both sides' context.

Trained to tell words of human sentences from damage (replaced, swapped, dropped, doubled), after Clark et al.,
"ELECTRA: Pre-training Text Encoders as Discriminators Rather Than Generators" (2020). numpy only: embeddings are one
byte a number, each row with its scale; convolutions run as matrix products over blocks of a fixed height, so that a
row's result does not depend on what else is scored.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from mtcheck.fluency_ngram import Float, Ids

Array = npt.NDArray[Any]
WIDTH = 5
DILATIONS = (1, 2, 2)
_BLOCK = 512  # rows of one matrix product; a multiple of every BLAS kernel's height


@dataclass(frozen=True, slots=True)
class Net:
    """Embeddings of words (the most frequent ones; the last row stands for all others) and of coarse classes."""

    word: Float
    coarse: Float
    layers: tuple[tuple[Float, Float], ...]  # ((WIDTH * dim, dim), (dim,)) each
    hidden: tuple[Float, Float]
    out: Float  # (dim + 1,): the last is the bias
    rows: Ids  # fine id -> row of `word`

    @classmethod
    def from_tensors(cls, tensors: Mapping[str, Array], uni: Float) -> Net | None:
        """The network stored as `net.*`, None if the file has none; `uni` ranks the fine ids."""
        if "net.word" not in tensors:
            return None
        word, coarse = (_wide(tensors[f"net.{name}"], tensors[f"net.{name}.scale"]) for name in ("word", "coarse"))
        layers = tuple(
            (
                _wide(tensors[f"net.conv{i}"], tensors[f"net.conv{i}.scale"]),
                tensors[f"net.conv{i}.bias"].astype(np.float32),
            )
            for i in range(len(DILATIONS))
        )
        hidden = (
            _wide(tensors["net.hidden"], tensors["net.hidden.scale"]),
            tensors["net.hidden.bias"].astype(np.float32),
        )
        return cls(word, coarse, layers, hidden, tensors["net.out"].astype(np.float32), ranks(uni, len(word) - 1))

    def logits(self, fine: Ids, coarse: Ids, position: Ids) -> Float:
        """(n,) how much each position looks out of place: log-odds of damage. Sequences start where `position` is 0."""
        n = len(fine)
        state = self.word[self.rows[fine]] + self.coarse[coarse]
        sequence = np.cumsum(position == 0)
        for (weight, bias), dilation in zip(self.layers, DILATIONS, strict=True):
            index = neighbours(sequence, dilation)
            padded = np.concatenate([state, np.zeros((1, state.shape[1]), dtype=np.float32)])
            fresh = np.empty_like(state)
            for at in range(0, n, _BLOCK):
                block = np.zeros((_BLOCK, weight.shape[0]), dtype=np.float32)
                part = index[at : at + _BLOCK]
                block[: len(part)] = padded[part].reshape(len(part), -1)
                fresh[at : at + _BLOCK] = (block @ weight)[: len(part)]
            state = state + np.maximum(fresh + bias, 0)
        result = np.empty(n, dtype=np.float32)
        for at in range(0, n, _BLOCK):
            rows = state[at : at + _BLOCK]
            block = np.zeros((_BLOCK, state.shape[1]), dtype=np.float32)
            block[: len(rows)] = rows
            inner = np.maximum(block @ self.hidden[0] + self.hidden[1], 0)
            result[at : at + _BLOCK] = (inner * self.out[:-1]).sum(axis=1)[: len(rows)] + self.out[-1]
        return result


def ranks(uni: Float, n_rows: int) -> Ids:
    """Rows of the fine ids: the `n_rows` most frequent have their own, in order of id; the others share the last."""
    best = np.sort(np.argsort(-uni, kind="stable")[:n_rows].astype(np.int64))
    rows: Ids = np.full(len(uni), n_rows, dtype=np.int64)
    rows[best] = np.arange(len(best))
    return rows


def neighbours(sequence: Ids, dilation: int) -> Ids:
    """(n, WIDTH) positions around each, n where that would leave its sequence."""
    n = len(sequence)
    index = np.full((n, WIDTH), n, dtype=np.int64)
    for column in range(WIDTH):
        offset = (column - WIDTH // 2) * dilation
        low, high = max(0, -offset), min(n, n - offset)
        if low < high:
            here = np.arange(low, high)
            same = sequence[low:high] == sequence[low + offset : high + offset]
            index[low:high, column] = np.where(same, here + offset, n)
    return index


def _wide(values: Array, scale: Array) -> Float:
    wide: Float = values.astype(np.float32) * scale.astype(np.float32)[:, None]
    return wide
