"""Word classes by distribution: what stands left and right of a word, and how it ends; k-means on a truncated SVD."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from mtcheck.fluency_ngram import KeyTable

Array = npt.NDArray[Any]
N_CONTEXTS = 700
N_DIMS = 60
ENDING_WEIGHT = 0.6  # of an ending's column beside a neighbour's
_ROUNDS = 20


def word_classes(
    ids: Array, position: Array, n_ids: int, endings: dict[int, list[int]], n_own: int, n_classes: int, seed: int
) -> Array:
    """Class of each id, (n_ids,) uint16: the `n_own` most frequent ids are classes of their own, the others share.

    `endings[id]` are hashes of the endings of one spelling of the id.
    """
    from scipy.sparse import coo_matrix, diags
    from scipy.sparse.linalg import svds

    counts = np.bincount(ids[position > 0], minlength=n_ids).astype(float)
    rank = np.argsort(-counts, kind="stable")
    column = np.full(n_ids, -1)
    column[rank[:N_CONTEXTS]] = np.arange(N_CONTEXTS)
    inner = np.flatnonzero(position > 0)
    left = (ids[inner], column[ids[inner - 1]])
    right = (ids[inner - 1], np.where(column[ids[inner]] >= 0, column[ids[inner]] + N_CONTEXTS, -1))
    rows, columns = np.concatenate([left[0], right[0]]), np.concatenate([left[1], right[1]])
    rows, columns = rows[columns >= 0], columns[columns >= 0]
    near = coo_matrix((np.ones(len(rows)), (rows, columns)), shape=(n_ids, 2 * N_CONTEXTS)).tocsr()
    expected_row = np.asarray(near.sum(axis=1)).ravel()
    expected_column = np.asarray(near.sum(axis=0)).ravel()
    entries = near.tocoo()
    lift = entries.data * near.sum() / (expected_row[entries.row] * expected_column[entries.col])
    # rare words: damp the lift of a count of one or two
    weight = np.maximum(np.log(lift), 0) * (entries.data / (entries.data + 1.0))
    spelled = _ending_columns(endings, n_ids)
    together = coo_matrix(
        (
            np.concatenate([weight, np.full(len(spelled[0]), ENDING_WEIGHT * 2)]),
            (np.concatenate([entries.row, spelled[0]]), np.concatenate([entries.col, spelled[1] + 2 * N_CONTEXTS])),
        ),
        shape=(n_ids, 2 * N_CONTEXTS + int(spelled[1].max(initial=0)) + 1),
    ).tocsr()
    norms = np.sqrt(np.asarray(together.multiply(together).sum(axis=1)).ravel())
    together = diags(1 / np.maximum(norms, 1e-9)) @ together
    rng = np.random.default_rng(seed)
    u, s, _ = svds(together, k=N_DIMS, v0=rng.standard_normal(min(together.shape)))
    vectors = u * s**0.5
    vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    shared = _kmeans(vectors, np.sqrt(counts + 1), n_classes - n_own, rng)
    classes = shared + n_own
    classes[rank[:n_own]] = np.arange(n_own)
    return classes.astype(np.uint16)


def _ending_columns(endings: dict[int, list[int]], n_ids: int) -> tuple[Array, Array]:
    rows = np.array([i for i, hashes in endings.items() for _ in hashes], dtype=np.int64)
    values = np.array([h for hashes in endings.values() for h in hashes], dtype=np.int64)
    if not len(rows):
        return rows, values
    _, columns, counts = np.unique(values, return_inverse=True, return_counts=True)
    common = counts[columns] >= 20
    _, columns = np.unique(columns[common], return_inverse=True)
    return rows[common], columns


def _kmeans(vectors: Array, weights: Array, k: int, rng: np.random.Generator) -> Array:
    centres = vectors[rng.choice(len(vectors), size=k, replace=False, p=weights / weights.sum())]
    nearest = np.zeros(len(vectors), dtype=np.int64)
    for _ in range(_ROUNDS):
        nearest = np.concatenate([(part @ centres.T).argmax(axis=1) for part in np.array_split(vectors, 20)])
        sums = np.zeros_like(centres)
        np.add.at(sums, nearest, vectors * weights[:, None])
        lengths = np.linalg.norm(sums, axis=1, keepdims=True)
        empty = lengths[:, 0] < 1e-9
        sums[empty] = vectors[rng.choice(len(vectors), size=int(empty.sum()))]
        centres = sums / np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-9)
    return nearest


def endings_of(words: list[str], table: KeyTable, hashes: Array) -> dict[int, list[int]]:
    """Ending hashes (last one to three letters) of the words found in the lexicon, by id."""
    found: dict[int, list[int]] = {}
    for word, place in zip(words, table.find(hashes).tolist(), strict=True):
        if place >= 0 and place not in found:
            lower = word.lower()
            found[place] = [hash_ending(lower[-n:]) for n in (1, 2, 3) if len(lower) > n]
    return found


def hash_ending(ending: str) -> int:
    """A number for an ending, the same in every run."""
    value = 0
    for char in ending:
        value = value * 1_114_112 + ord(char) + 1
    return value
