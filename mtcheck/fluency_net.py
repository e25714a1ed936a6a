"""A small convolutional network that says of every token whether it looks out of place, from both sides' context.

Trained to tell words of human sentences from damage (replaced, swapped, dropped, doubled), after Clark et al.,
"ELECTRA: Pre-training Text Encoders as Discriminators Rather Than Generators" (2020). numpy only: embeddings are one
byte a number, each row with its scale. Matrix products run on whole numbers held in float32 (activations of ten bits,
weights of eight, so sums stay below 2**24 and are exact): a row's result does not depend on what else is scored.
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
_BLOCK = 2048  # rows of one matrix product, to bound memory
_STEP = np.float32(1 / 24)  # of an activation; they reach +-21, beyond what training shows
_MOST = np.float32(511)


@dataclass(frozen=True, slots=True)
class Linear:
    """Whole-number weights (n_in, n_out) in float32, the value of one unit by column, and the bias."""

    weight: Float
    unit: Float
    bias: Float

    @classmethod
    def of(cls, weight: Float, bias: Array) -> Linear:
        """From real weights, each column to eight bits of its own."""
        scale: Float = np.maximum(np.abs(weight).max(axis=0), np.float32(1e-8)) / np.float32(127)
        whole: Float = np.rint(weight / scale).astype(np.float32)
        return cls(whole, scale * _STEP, bias.astype(np.float32))

    def __call__(self, whole: Float) -> Float:
        """Rectified outputs for whole-number inputs; the sums are exact, so BLAS may take them in any order."""
        sums: Float = (whole @ self.weight) * self.unit + self.bias
        return np.maximum(sums, np.float32(0), out=sums)


def whole(state: Float) -> Float:
    """Activations as whole multiples of the step, in float32."""
    steps: Float = np.clip(np.rint(state / _STEP), -_MOST, _MOST)
    return steps


@dataclass(frozen=True, slots=True)
class Net:
    """Embeddings of words (the most frequent ones; the last row stands for all others) and of coarse classes."""

    word: Float
    coarse: Float
    layers: tuple[Linear, ...]  # (WIDTH * dim, dim) each
    hidden: Linear
    out: Float  # (dim + 1,): the last is the bias
    rows: Ids  # fine id -> row of `word`

    @classmethod
    def from_tensors(cls, tensors: Mapping[str, Array], uni: Float) -> Net | None:
        """The network stored as `net.*`, None if the file has none; `uni` ranks the fine ids."""
        if "net.word" not in tensors:
            return None
        word, coarse = (_wide(tensors[f"net.{name}"], tensors[f"net.{name}.scale"]) for name in ("word", "coarse"))
        names = [*(f"net.conv{i}" for i in range(len(DILATIONS))), "net.hidden"]
        linear = [Linear.of(_wide(tensors[name], tensors[f"{name}.scale"]), tensors[f"{name}.bias"]) for name in names]
        out = tensors["net.out"].astype(np.float32)
        return cls(word, coarse, tuple(linear[:-1]), linear[-1], out, ranks(uni, len(word) - 1))

    def logits(self, fine: Ids, coarse: Ids, position: Ids) -> Float:
        """(n,) how much each position looks out of place: log-odds of damage. Sequences start where `position` is 0."""
        n = len(fine)
        state = self.word[self.rows[fine]] + self.coarse[coarse]
        sequence = np.cumsum(position == 0)
        for linear, dilation in zip(self.layers, DILATIONS, strict=True):
            index = neighbours(sequence, dilation)
            padded = np.concatenate([whole(state), np.zeros((1, state.shape[1]), dtype=np.float32)])
            for at in range(0, n, _BLOCK):
                part = index[at : at + _BLOCK]
                state[at : at + _BLOCK] += linear(padded[part].reshape(len(part), -1))
        result = np.empty(n, dtype=np.float32)
        for at in range(0, n, _BLOCK):
            inner = self.hidden(whole(state[at : at + _BLOCK]))
            total = np.zeros(len(inner), dtype=np.float32)
            for column in range(inner.shape[1]):
                total += inner[:, column] * self.out[column]
            result[at : at + _BLOCK] = total + self.out[-1]
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
