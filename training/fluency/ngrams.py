"""Modified Kneser-Ney estimation in numpy, pruned to a size, as the tensors `mtcheck.fluency_ngram` reads.

Chen & Goodman, "An empirical study of smoothing techniques for language modeling" (1998); pruning by weighted
difference, after Seymore & Rosenfeld, "Scalable backoff language models" (1996), with one threshold for all orders.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from mtcheck.fluency_ngram import KeyTable, extend, key_bits, mix, quantise_bow, quantise_logp

Array = npt.NDArray[Any]


@dataclass(slots=True)
class _Order:
    """The k-grams of a corpus: `index[i]` is the k-gram that ends at position i, -1 where it would cross a start."""

    hashes: Array
    where: Array  # a position where each ends
    index: Array
    raw: Array
    adjusted: Array
    prob: Array
    lower: Array  # probability by backing off
    context: Array  # index of its first k-1 ids among the (k-1)-grams (ids themselves for k = 2)


def estimate(ids: Array, position: Array, n_ids: int, order: int, budget: int, prefix: str) -> dict[str, Array]:
    """Tensors `<prefix>.<k>.*` of a model with about `budget` n-grams of order 2 and more.

    `ids`, `position` (n,) int64 as in `NgramModel.score`; position 0 holds the start mark, which is never predicted.
    """
    orders = _count(ids, position, order)
    unigram = np.bincount(ids[orders[0].where], weights=orders[0].adjusted, minlength=n_ids) + 0.5
    unigram /= unigram.sum()
    _interpolate(orders, ids, unigram)
    keep = _prune(orders, budget)
    return _tensors(orders, keep, ids, unigram, prefix)


def _count(ids: Array, position: Array, order: int) -> list[_Order]:
    orders: list[_Order] = []
    raw_ids = ids.astype(np.uint64)
    hashes = mix(raw_ids)
    for k in range(1, order + 1):
        if k > 1:
            earlier = np.empty_like(hashes)
            earlier[1:], earlier[:1] = hashes[:-1], 0
            hashes = extend(earlier, raw_ids)
        valid = np.flatnonzero(position >= max(k - 1, 1))
        unique, first, inverse, counts = np.unique(
            hashes[valid], return_index=True, return_inverse=True, return_counts=True
        )
        index = np.full(len(ids), -1, dtype=np.int64)
        index[valid] = inverse
        empty = np.zeros(0)
        orders.append(_Order(unique, valid[first], index, counts, counts.astype(float), empty, empty, empty))
    for k in range(1, order):
        low, high = orders[k - 1], orders[k]
        spread = np.bincount(low.index[high.where], minlength=len(low.raw)).astype(float)
        at_start = position[low.where] == k - 1 if k > 1 else np.zeros(len(low.raw), dtype=bool)
        low.adjusted = np.where(at_start, low.raw, spread)
        low.adjusted = np.maximum(low.adjusted, 1.0)
    return orders


def _discounts(adjusted: Array) -> Array:
    n = np.bincount(np.minimum(adjusted, 5).astype(np.int64), minlength=6).astype(float)
    n = np.maximum(n, 1.0)
    y = n[1] / (n[1] + 2 * n[2])
    raw = [1 - 2 * y * n[2] / n[1], 2 - 3 * y * n[3] / n[2], 3 - 4 * y * n[4] / n[3]]
    fixed = [float(np.clip(d, 0.1, top)) for d, top in zip(raw, (0.95, 1.8, 2.6), strict=True)]
    return np.array([0.0, *fixed])


def _interpolate(orders: list[_Order], ids: Array, unigram: Array) -> None:
    orders[0].prob = unigram[ids[orders[0].where]]
    for k in range(2, len(orders) + 1):
        this, below = orders[k - 1], orders[k - 2]
        this.context = ids[this.where - 1] if k == 2 else below.index[this.where - 1]
        size = int(this.context.max()) + 1
        total = np.bincount(this.context, weights=this.adjusted, minlength=size)
        discount = _discounts(this.adjusted)[np.minimum(this.adjusted, 3).astype(np.int64)]
        left = np.bincount(this.context, weights=discount, minlength=size) / np.maximum(total, 1e-9)
        this.lower = left[this.context] * below.prob[below.index[this.where]]
        this.prob = (this.adjusted - discount) / total[this.context] + this.lower


def _prune(orders: list[_Order], budget: int) -> list[Array]:
    gains = [this.raw * np.log(this.prob / this.lower) for this in orders[1:]]
    together = np.concatenate(gains)
    limit = np.partition(together, -budget)[-budget] if budget < len(together) else -np.inf
    keep = [gain >= limit for gain in gains]
    for k in range(len(orders), 2, -1):
        keep[k - 3][orders[k - 1].context[keep[k - 2]]] = True
    return keep


def _tensors(orders: list[_Order], keep: list[Array], ids: Array, unigram: Array, prefix: str) -> dict[str, Array]:
    chosen_below = np.zeros(0, dtype=np.int64)
    tensors = {f"{prefix}.1.logp": quantise_logp(np.log(unigram))}
    for k in range(2, len(orders) + 1):
        this, below, kept = orders[k - 1], orders[k - 2], keep[k - 2]
        size = len(unigram) if k == 2 else len(below.raw)
        context = this.context[kept]
        mass = np.bincount(context, weights=this.prob[kept], minlength=size)
        shorter = np.bincount(context, weights=below.prob[below.index[this.where[kept]]], minlength=size)
        bow = np.log(np.maximum(1 - mass, 1e-3) / np.maximum(1 - shorter, 1e-3))
        if k == 2:
            tensors[f"{prefix}.1.bow"] = quantise_bow(bow)
        else:
            tensors[f"{prefix}.{k - 1}.bow"] = quantise_bow(bow[chosen_below])
        bits = key_bits(int(kept.sum()))
        chosen = np.flatnonzero(kept)
        keys = this.hashes[chosen] >> np.uint64(64 - bits)
        counts, low = KeyTable(keys, bits).pack()
        tensors[f"{prefix}.{k}.counts"], tensors[f"{prefix}.{k}.low"] = counts, low
        tensors[f"{prefix}.{k}.logp"] = quantise_logp(np.log(this.prob[chosen]))
        chosen_below = chosen
    return tensors
