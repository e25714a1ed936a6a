"""Vectors kept between calls, by the run or word they belong to: a bounded table whose most used half outlives it."""

from __future__ import annotations

import numpy as np

from mtcheck.data import FloatArray, IntArray


class VectorCache:
    """Rows of float32 for `runs` and `words`, dictionaries from names to rows; several names may share a row.

    Row numbers hold until `forget`. What is kept decides how long a call takes, never what it gives.
    """

    def __init__(self, dim: int) -> None:
        self.matrix = np.zeros((1024, dim), dtype=np.float32)
        self.size = 0
        self.runs: dict[str, int] = {}
        self.words: dict[str, int] = {}
        self._uses = np.zeros(1024, dtype=np.int64)

    def append(self, vectors: FloatArray) -> int:
        """The first of the rows that now hold `vectors`."""
        first, need = self.size, self.size + len(vectors)
        if need > len(self.matrix):
            n_rows = max(need, 2 * len(self.matrix))
            matrix, uses = np.empty((n_rows, self.matrix.shape[1]), dtype=np.float32), np.zeros(n_rows, dtype=np.int64)
            matrix[:first], uses[:first] = self.matrix[:first], self._uses[:first]
            self.matrix, self._uses = matrix, uses
        self.matrix[first:need] = vectors
        self._uses[first:need] = 0
        self.size = need
        return first

    def count(self, rows: IntArray) -> None:
        """Note that these rows were used."""
        self._uses += np.bincount(rows, minlength=len(self._uses))

    def forget(self, n_kept: int) -> None:
        """Keep the `n_kept` rows that were used most; what was used before the last time counts half."""
        n_kept = min(self.size, n_kept)
        kept = np.sort(np.argsort(-self._uses[: self.size], kind="stable")[:n_kept])
        moved = np.full(self.size, -1, dtype=np.int64)
        moved[kept] = np.arange(n_kept)
        if len(self.matrix) > 8 * n_kept > 8192:  # one enormous text must not cost its memory for ever
            self.matrix, self._uses = self.matrix[kept], self._uses[kept] // 2
        else:
            self.matrix[:n_kept] = self.matrix[kept]
            self._uses[:n_kept] = self._uses[kept] // 2
            self._uses[n_kept:] = 0
        self.size = n_kept
        places = moved.tolist()
        for names in (self.runs, self.words):
            left = {name: places[row] for name, row in names.items() if places[row] >= 0}
            names.clear()
            names.update(left)
