"""Texts -> vectors: the embedded static encoder, read with numpy alone, and the way to any other one.

A sentence's vector is the sum of its words' vectors, divided by its length; a word's vector is its own row plus
the rows it shares with its inflected forms, or, for a word outside the table, the rows of all its parts; shared rows
are divided by the square root of their number (`mtcheck.encode_words` says which they are). In the spirit of
fastText's subword vectors (Bojanowski et al. 2017, arXiv:1607.04606), trained on translations as in "Effective
Parallel Corpus Mining using Bilingual Sentence Embeddings" (Guo et al. 2018, arXiv:1807.11906); see `training/encoder`.
"""

from __future__ import annotations

import functools
import hashlib
import itertools
import json
import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from mtcheck.data import Encoder, FloatArray, IntArray
from mtcheck.encode_table import CONFIG, LANGUAGES, DenseTable, Table, read_table
from mtcheck.encode_words import features, run_pattern, split_run
from mtcheck.errors import ModelError

EMBEDDED = Path(__file__).parent / "models" / "static-v1"

CACHE_ROWS = 1 << 16  # run vectors kept between calls: 64 MB at 256 dimensions
_CHUNK_RUNS = 1 << 14  # runs gathered at a time: bounds the memory of one call to about 16 MB
_LONG_GROUP = 256  # rows; longer groups are summed one by one
_LONGEST_CACHED_RUN = 24  # longer runs (mostly lines of Chinese, Japanese, Thai) hardly ever come back


@dataclass(frozen=True, slots=True)
class Tokens:
    """Word vectors of one text; see `mtcheck.data.TokenVectors`."""

    offsets: IntArray
    vectors: FloatArray


class StaticEncoder:
    """The `Encoder` of a static model folder. Safe to share between threads; pickles as its folder's path."""

    def __init__(
        self,
        vocabulary: dict[str, int],
        table: Table | DenseTable,
        *,
        name: str = "static",
        folder: Path | None = None,
        languages: dict[str, Any] | None = None,
    ) -> None:
        self.name = name
        self.folder = folder
        self.languages = languages or {}
        self.table = table
        self._vocabulary = vocabulary
        self._find: Callable[[str], list[str]] = run_pattern().findall
        self._lock = threading.Lock()
        self._cache: dict[str, int] = {}
        self._cached = np.zeros((1024, table.dim), dtype=np.float32)

    def __reduce__(self) -> tuple[Any, ...]:
        if self.folder is None:
            return (StaticEncoder, (self._vocabulary, self.table))
        return (load_static, (self.folder,))

    @property
    def features(self) -> list[str]:
        """The names of the table's rows, in order."""
        return list(self._vocabulary)

    @property
    def dim(self) -> int:
        """The number of dimensions."""
        return self.table.dim

    @functools.cached_property
    def signature(self) -> str:
        """`name@hash`, the hash over features and weights."""
        digest = hashlib.sha256("\n".join(self._vocabulary).encode("utf-8", "surrogatepass"))
        if isinstance(self.table, Table):
            digest.update(self.table.packed.data)
            digest.update(self.table.scales.tobytes())
        else:
            digest.update(np.ascontiguousarray(self.table.matrix).data)
        return f"{self.name}@{digest.hexdigest()[:8]}"

    def strength(self, lang: str | None) -> str:
        """`strong`, `fair`, `weak` or `unknown`: how far this encoder can be trusted in a language (BCP 47)."""
        entries = self.languages.get("languages", {})
        tag = (lang or "").lower()
        if tag.startswith("zh") and any(part in tag for part in ("hant", "-tw", "-hk", "-mo")):
            tag = "zht"
        entry = entries.get(tag) or entries.get(tag.split("-")[0])
        return str(entry["strength"]) if entry else "unknown"

    def encode(self, texts: Sequence[str]) -> FloatArray:
        """(n, dim) float32 unit rows; a text without any known word gives a zero row."""
        vectors = self.encode_sums(texts)
        lengths = np.sqrt(np.einsum("ij,ij->i", vectors, vectors))
        lengths[lengths == 0] = 1.0
        vectors /= lengths[:, None]
        return vectors

    def encode_sums(self, texts: Sequence[str]) -> FloatArray:
        """(n, dim) float32, not normalised: sums of word vectors, so that runs of segments can be added up."""
        if isinstance(texts, str):
            raise TypeError("encode() takes a list of texts, not one text")
        vectors = np.zeros((len(texts), self.dim), dtype=np.float32)
        with self._lock:
            batch: list[list[str]] = []
            first, size = 0, 0
            for index, text in enumerate(texts):
                runs = self._find(text)
                if batch and size + len(runs) > _CHUNK_RUNS:
                    self._sum_texts(batch, vectors[first:index])
                    batch, first, size = [], index, 0
                batch.append(runs)
                size += len(runs)
            if batch:
                self._sum_texts(batch, vectors[first:])
        return vectors

    def encode_tokens(self, text: str) -> Tokens:
        """Word vectors with offsets into `text`; their sum points where `encode([text])[0]` points."""
        keys: list[str] = []
        offsets: list[tuple[int, int]] = []
        for match in run_pattern().finditer(text):
            base = match.start()
            for start, end, key in split_run(match.group()):
                keys.append(key)
                offsets.append((base + start, base + end))
        return Tokens(offsets=np.array(offsets, dtype=np.int64).reshape(-1, 2), vectors=self.word_vectors(keys))

    def word_keys(self, text: str) -> list[str]:
        """The keys of a text's words, in order."""
        return [key for run in self._find(text) for _, _, key in split_run(run)]

    def word_vectors(self, keys: Sequence[str]) -> FloatArray:
        """(len(keys), dim) float32, not normalised: the vectors of words by their keys."""
        ids, weights, sizes = self.word_features(keys)
        return self._weighted_sums(ids, weights, sizes)

    def word_features(self, keys: Iterable[str]) -> tuple[list[int], list[float], list[int]]:
        """Rows of the table and their weights, flat, and how many of them belong to each word."""
        ids: list[int] = []
        weights: list[float] = []
        sizes: list[int] = []
        known = self._vocabulary.get
        for key in keys:
            whole = known(key)
            own = features(key, with_parts=whole is None)
            shared = [row for row in map(known, own.parts if whole is None else own.stems) if row is not None]
            if shared:
                ids.extend(shared)
                weights.extend([len(shared) ** -0.5] * len(shared))
            if whole is not None:
                ids.append(whole)
                weights.append(1.0)
            sizes.append(len(shared) + (whole is not None))
        return ids, weights, sizes

    def _weighted_sums(self, ids: list[int], weights: list[float], sizes: list[int]) -> FloatArray:
        sums = np.zeros((len(sizes), self.dim), dtype=np.float32)
        ends = np.cumsum(sizes, dtype=np.int64)
        first = 0
        while first < len(sizes):  # in bounded steps: a megabyte of one script is a million rows
            base = int(ends[first] - sizes[first])
            last = max(first + 1, int(np.searchsorted(ends, base + _CHUNK_RUNS, side="right")))
            stop = int(ends[last - 1])
            if stop > base:
                rows = self.table.rows(np.array(ids[base:stop], dtype=np.int64))
                rows *= np.array(weights[base:stop], dtype=np.float32)[:, None]
                _sum_ragged(rows, np.array(sizes[first:last]), sums[first:last])
            first = last
        return sums

    def _sum_texts(self, batch: list[list[str]], out: FloatArray) -> None:
        """out[i] = sum of the vectors of batch[i]'s runs; the order of adding depends on that text alone."""
        if len(batch) == 1 and len(batch[0]) > _CHUNK_RUNS:
            for start in range(0, len(batch[0]), _CHUNK_RUNS):
                part = np.zeros_like(out)
                self._sum_texts([batch[0][start : start + _CHUNK_RUNS]], part)
                out += part
            return
        runs = list(itertools.chain.from_iterable(batch))
        if not runs:
            return
        rows = np.array(self._run_rows(runs), dtype=np.int64)
        _sum_ragged(self._cached[rows], np.array([len(one) for one in batch]), out)

    def _run_rows(self, runs: list[str]) -> list[int]:
        """The row of each run in `self._cached`, filled in where it was missing; valid until the next call."""
        known = self._cache
        rows = [known.get(run, -1) for run in runs]
        if -1 not in rows:
            return rows
        missing = {run for run, row in zip(runs, rows, strict=True) if row < 0}
        if len(known) + len(missing) > CACHE_ROWS:
            known.clear()
            missing = set(runs)
        fresh = sorted(missing, key=len)  # what is not worth keeping comes last and is overwritten by the next call
        self._reserve(len(known) + len(fresh))
        base = len(known)
        self._cached[base : base + len(fresh)] = self._run_vectors(fresh)
        places = {run: base + number for number, run in enumerate(fresh)}
        known.update((run, row) for run, row in places.items() if len(run) <= _LONGEST_CACHED_RUN)
        return [known[run] if run in known else places[run] for run in runs]

    def _reserve(self, n_rows: int) -> None:
        if n_rows > len(self._cached):
            grown = np.empty((max(n_rows, 2 * len(self._cached)), self.dim), dtype=np.float32)
            grown[: len(self._cached)] = self._cached
            self._cached = grown

    def _run_vectors(self, runs: list[str]) -> FloatArray:
        """(len(runs), dim): the sum of each run's words."""
        keys: list[str] = []
        sizes: list[int] = []
        for run in runs:
            words = split_run(run)
            keys.extend(key for _, _, key in words)
            sizes.append(len(words))
        vectors = np.zeros((len(runs), self.dim), dtype=np.float32)
        if keys:
            _sum_ragged(self.word_vectors(keys), np.array(sizes), vectors)
        return vectors


def _sum_ragged(rows: FloatArray, sizes: IntArray, out: FloatArray) -> None:
    """out[i] = sum of the sizes[i] rows that belong to i, added in their order whatever the neighbours.

    Adds the k-th rows of all groups at once, the longest groups first: five times as fast as `np.add.reduceat`.
    """
    order = np.argsort(-sizes, kind="stable")
    order = order[: np.count_nonzero(sizes)]
    starts, left = (np.cumsum(sizes) - sizes)[order], sizes[order]
    n_long = int(np.count_nonzero(left > _LONG_GROUP))
    for group in range(n_long):
        out[order[group]] = rows[starts[group] : starts[group] + left[group]].sum(axis=0)
    order, starts, left = order[n_long:], starts[n_long:], left[n_long:]
    if not len(order):
        return
    sums = rows[starts]
    for k in range(1, int(left[0])):
        n_active = int(np.searchsorted(-left, -k, side="left"))
        sums[:n_active] += rows[starts[:n_active] + k]
    out[order] = sums


def load_static(folder: Path) -> StaticEncoder:
    """The static model in a folder.

    Raises:
        ModelError: a file is missing, damaged, or of another format.
    """
    config, names, table = read_table(folder)
    strengths = folder / LANGUAGES
    try:
        languages = json.loads(strengths.read_text(encoding="utf-8")) if strengths.exists() else {}
    except (OSError, ValueError) as error:
        raise ModelError(f"{strengths}: not readable ({error}); install the model again") from error
    vocabulary = dict(zip(names, range(len(names)), strict=True))
    return StaticEncoder(
        vocabulary, table, name=str(config.get("name", folder.name)), folder=folder, languages=languages
    )


def load_encoder(name: str | None = None) -> Encoder:
    """The embedded encoder for None, else the one in a folder or on the sentence-transformers hub.

    A folder in this project's static format loads without torch; anything else needs `mtcheck[neural]`.

    Raises:
        ModelError: nothing by that name can be loaded, with what to try.
    """
    if name is None or name in ("static", "static-v1", "embedded"):
        return load_static(EMBEDDED)
    folder = Path(name).expanduser()
    if (folder / CONFIG).is_file():
        return load_static(folder)
    from mtcheck.neural import load_neural

    return load_neural(name)
