"""Vectors of the words of many texts, remembered between calls: a table whose rows the words of a batch point to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
import numpy.typing as npt

from mtcheck.data import FloatArray, IntArray
from mtcheck.encode import StaticEncoder
from mtcheck.encode_words import split_run
from mtcheck.hash_table import Hashes, RowIndex, grown, hashes_of
from mtcheck.quality_tables import Tables
from mtcheck.stretches import Stretches, runs_in, spread

LONGEST = 192  # words of a side that are compared; longer sides are judged by these
LONGEST_TEXT = 40 * LONGEST  # characters of a side that are looked at
# Words kept between calls. Every pair of Russian and English news has 1.75 words that 44,000 rows miss, 0.75 that these
# do and 0.68 never met before; at 256 dimensions and 310 bytes a row they are 28 MB.
_ROWS = 88_000
_ROOM = 100_000  # rows to begin with: numpy leaves what is not written yet out of memory
_SEVERAL = 16_000  # runs of several words that are remembered
_LARGEST = np.float32(127)  # a vector is kept as whole numbers, its largest one this


@dataclass(frozen=True, slots=True)
class TextRows:
    """Rows of the words of texts end to end; those of text i are `flat[starts[i] : starts[i] + lengths[i]]`."""

    flat: IntArray
    starts: IntArray
    lengths: IntArray

    def cut(self, longest: int) -> TextRows:
        """The same of which no text has more than so many words."""
        lengths = np.minimum(self.lengths, longest)
        starts = np.cumsum(lengths) - lengths
        return TextRows(self.flat[spread(self.starts, lengths)], starts, lengths)


class WordRows:
    """Unit vectors and weights of words, and what tables know of them, remembered between calls; not safe to share
    between threads.

    Runs of one word and keys of words are known by their hashes alone, of two kinds (`stretches`, `hash_table`).
    """

    def __init__(self, encoder: StaticEncoder, tables: Tables | None = None) -> None:
        self._encoder = encoder
        self.tables = tables
        self._index = RowIndex(_ROWS)
        self._several: dict[str, tuple[int, ...]] = {}  # runs of several words, or of none
        self._whole = np.zeros((_ROOM, encoder.dim), dtype=np.int8)  # row 0 is the padding: a zero vector
        self._step = np.zeros(_ROOM, dtype=np.float32)
        self._weight = np.zeros(_ROOM, dtype=np.float32)
        self._facts = np.zeros((_ROOM, tables.n_facts if tables is not None else 0), dtype=np.int32)

    def __len__(self) -> int:
        """How many words are remembered."""
        return len(self._index)

    @property
    def dim(self) -> int:
        """The number of dimensions."""
        return self._encoder.dim

    def _forget(self) -> None:
        """Give up the least used words where there are too many."""
        gone = set(self._index.forget().tolist())
        if gone:
            self._several = {run: own for run, own in self._several.items() if gone.isdisjoint(own)}

    def rows(self, texts: Sequence[str]) -> TextRows:
        """Rows of each text's words, at most `LONGEST` of them; valid until the next call."""
        self._forget()
        runs = runs_in([text[:LONGEST_TEXT] for text in texts]).first(LONGEST, len(texts))
        n_runs = runs.counts(len(texts))
        words = self._of_runs(runs)
        ends = np.concatenate([[0], np.cumsum(words.lengths)])[np.cumsum(n_runs)]
        lengths = np.diff(ends, prepend=0)
        rows = TextRows(words.flat, ends - lengths, lengths)
        if lengths.max(initial=0) > LONGEST:
            rows = rows.cut(LONGEST)
        self._index.count(rows.flat)
        return rows

    def _of_runs(self, runs: Stretches) -> TextRows:
        """Rows of the words of each run."""
        found = self._index.find(runs.names)
        others = np.flatnonzero(found < 0)
        if not len(others):
            return TextRows(found, np.arange(len(found)), np.ones(len(found), dtype=np.int64))
        names = runs.strings(others)
        known = {name: own for name in names if (own := self._several.get(name)) is not None}
        if fresh := {name: place for name, place in zip(names, others.tolist(), strict=True) if name not in known}:
            hashes = runs.names[np.array([*fresh.values()], dtype=np.int64)]
            known.update(zip(fresh, self._learn([*fresh], hashes), strict=True))
        several = [known[name] for name in names]
        lengths = np.ones(len(found), dtype=np.int64)
        lengths[others] = np.fromiter(map(len, several), dtype=np.int64, count=len(several))
        starts = np.cumsum(lengths) - lengths
        flat = np.zeros(int(lengths.sum()), dtype=np.int64)
        one = np.flatnonzero(found >= 0)
        flat[starts[one]] = found[one]
        flat[spread(starts[others], lengths[others])] = np.fromiter(chain.from_iterable(several), dtype=np.int64)
        return TextRows(flat, starts, lengths)

    def _learn(self, runs: list[str], names: Hashes) -> list[tuple[int, ...]]:
        """Rows of the words of runs that nothing is known of; `names` are their hashes."""
        words = [[key for _, _, key in split_run(run)][:LONGEST] for run in runs]
        keys = list(dict.fromkeys(chain.from_iterable(words)))
        rows = self._index.find(hashes_of(keys))
        new = np.flatnonzero(rows < 0)
        if len(new):
            rows[new] = self._append([keys[place] for place in new.tolist()])
        row_of = dict(zip(keys, rows.tolist(), strict=True))
        made = [tuple([row_of[key] for key in own]) for own in words]
        single = {place: own[0] for place, own in enumerate(made) if len(own) == 1}
        self._index.call(names[[*single]], np.array([*single.values()], dtype=np.int64))
        if len(self._several) > _SEVERAL:
            self._several = {}
        self._several.update((run, own) for run, own in zip(runs, made, strict=True) if len(own) != 1)
        return made

    def _append(self, keys: list[str]) -> IntArray:
        rows = self._index.add(hashes_of(keys))
        self._whole, self._step = grown(self._whole, self._index.size), grown(self._step, self._index.size)
        self._weight, self._facts = grown(self._weight, self._index.size), grown(self._facts, self._index.size)
        vectors = self._encoder.fresh_word_vectors(keys)  # kept here, and so not there
        weights = np.sqrt(np.einsum("ij,ij->i", vectors, vectors))
        largest = np.maximum(np.abs(vectors).max(axis=1), np.float32(1e-9))
        whole = np.rint(vectors * (_LARGEST / largest)[:, None])
        self._whole[rows] = whole
        self._step[rows] = 1 / np.maximum(np.sqrt(np.einsum("ij,ij->i", whole, whole)), 1)
        self._weight[rows] = weights
        if self.tables is not None:
            self._facts[rows] = self.tables.facts(keys)
        return rows

    def whole(self, rows: npt.NDArray[np.int64]) -> FloatArray:
        """Vectors of rows in whole numbers; zero for padding and for words without a vector."""
        return self._whole.take(rows, axis=0).astype(np.float32)

    def step(self, rows: npt.NDArray[np.int64]) -> FloatArray:
        """What makes `whole` vectors unit vectors."""
        return self._step.take(rows)

    def weight(self, rows: npt.NDArray[np.int64]) -> FloatArray:
        """Weights (lengths of the vectors) of rows."""
        return self._weight.take(rows)

    def facts(self, rows: npt.NDArray[np.int64]) -> npt.NDArray[np.int32]:
        """What the tables know of rows (`Tables.facts`); zeros for padding."""
        return self._facts.take(rows, axis=0)
