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
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from mtcheck.data import Encoder, FloatArray, IntArray
from mtcheck.encode_cache import VectorCache
from mtcheck.encode_grams import GramTable
from mtcheck.encode_table import CONFIG, LANGUAGES, DenseTable, Table, read_table
from mtcheck.encode_words import features, is_hangul, run_pattern, split_run
from mtcheck.errors import ModelError

EMBEDDED = Path(__file__).parent / "models" / "static-v1"

CACHE_ROWS = 1 << 17  # vectors of words and runs kept between calls: 128 MB at 256 dimensions once so many were met
_CHUNK_RUNS = 1 << 14  # runs gathered at a time: bounds the memory of one call to about 16 MB
_CHUNK_WORDS = 256  # words summed together; with as many rows they stay in a processor's cache
_CHUNK_ROWS = 1 << 14  # rows of the table that several words summed together may have
_BLOCK_ROWS = 256  # rows gathered at a time
_LONG_GROUP = 256  # rows; longer groups are summed one by one
_FEW_GROUPS = 4  # so few are, too
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
        features: Iterable[str],
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
        names = list(features)
        self._rows = GramTable(names)
        self._features = "\n".join(names).encode("utf-8", "surrogatepass")
        self._find: Callable[[str], list[str]] = run_pattern().findall
        self._lock = threading.Lock()
        self._cache = VectorCache(table.dim)

    def __reduce__(self) -> tuple[Any, ...]:
        if self.folder is None:
            return (StaticEncoder, (self.features, self.table))
        return (load_static, (self.folder,))

    @property
    def features(self) -> list[str]:
        """The names of the table's rows, in order."""
        return self._features.decode("utf-8", "surrogatepass").split("\n")

    @property
    def dim(self) -> int:
        """The number of dimensions."""
        return self.table.dim

    @functools.cached_property
    def signature(self) -> str:
        """`name@hash`, the hash over features and weights."""
        digest = hashlib.sha256(self._features)
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
        with self._lock:
            known = self._cache.words
            n_fresh = sum(key not in known for key in keys)
            if n_fresh > CACHE_ROWS // 4:
                return self._word_sums(list(keys))
            self._make_room(n_fresh)
            self._learn_words([key for key in dict.fromkeys(keys) if key not in known])
            return self._cache.matrix[np.array([known[key] for key in keys], dtype=np.int64)]

    def fresh_word_vectors(self, keys: Sequence[str]) -> FloatArray:
        """As `word_vectors`, but nothing new goes into the cache: for callers that keep what they get."""
        with self._lock:
            rows = np.array([self._cache.words.get(key, -1) for key in keys], dtype=np.int64)
            known = rows >= 0
            if not known.any():
                return self._word_sums(list(keys))
            vectors = np.empty((len(keys), self.dim), dtype=np.float32)
            vectors[known] = self._cache.matrix[rows[known]]
            fresh = np.flatnonzero(~known)
            if len(fresh):
                vectors[fresh] = self._word_sums([keys[i] for i in fresh.tolist()])
            return vectors

    def word_features(self, keys: Iterable[str]) -> tuple[list[int], list[float], list[int]]:
        """Rows of the table and their weights, flat, and how many of them belong to each word."""
        ids: list[int] = []
        weights: list[float] = []
        sizes: list[int] = []
        keys = list(keys)
        whole = self._rows.find(keys).tolist()
        names = [
            features(key).parts if own < 0 else features(key, with_parts=False).stems
            for key, own in zip(keys, whole, strict=True)
        ]
        found = iter(self._rows.find(list(itertools.chain.from_iterable(names))).tolist())
        for own, parts in zip(whole, names, strict=True):
            shared = [row for row in itertools.islice(found, len(parts)) if row >= 0]
            if shared:
                ids.extend(shared)
                weights.extend([len(shared) ** -0.5] * len(shared))
            if own >= 0:
                ids.append(own)
                weights.append(1.0)
            sizes.append(len(shared) + (own >= 0))
        return ids, weights, sizes

    def _word_sums(self, keys: list[str]) -> FloatArray:
        """The vectors of words, computed anew."""
        spelt = np.array([key[0] == "=" and not is_hangul(key[1:]) for key in keys], dtype=np.bool_)
        whole = self._rows.find(keys)
        unknown, listed = np.flatnonzero(spelt & (whole < 0)), np.flatnonzero(spelt & (whole >= 0))
        vectors = np.zeros((len(keys), self.dim), dtype=np.float32)
        if len(unknown):
            owner, ids = self._rows.parts([keys[i][1:] for i in unknown.tolist()])
            sizes = np.bincount(owner, minlength=len(unknown))
            vectors[unknown] = self._weighted_sums(ids, _shares(sizes)[owner], sizes)
        if len(listed):
            owner, ids = self._rows.stems([keys[i][1:] for i in listed.tolist()])
            sizes = np.bincount(owner, minlength=len(listed))
            weights = np.append(_shares(sizes)[owner], np.ones(len(listed), dtype=np.float32))
            order = np.argsort(np.append(owner, np.arange(len(listed))), kind="stable")  # its own row is a word's last
            ids = np.append(ids, whole[listed])
            vectors[listed] = self._weighted_sums(ids[order], weights[order], sizes + 1)
        others = np.flatnonzero(~spelt)
        if len(others):
            features = self.word_features([keys[i] for i in others.tolist()])
            vectors[others] = self._weighted_sums(*map(np.array, features))
        return vectors

    def _weighted_sums(self, ids: IntArray, weights: FloatArray, sizes: IntArray) -> FloatArray:
        sums = np.zeros((len(sizes), self.dim), dtype=np.float32)
        weights = weights.astype(np.float32, copy=False)
        ends = np.cumsum(sizes, dtype=np.int64)
        first = 0
        while first < len(sizes):  # in bounded steps: a megabyte of one script is a million rows
            base = int(ends[first] - sizes[first])
            last = max(first + 1, int(np.searchsorted(ends, base + _CHUNK_ROWS, side="right")))
            last = min(last, first + _CHUNK_WORDS)
            stop = int(ends[last - 1])
            if stop > base:
                rows = partial(self._weighted_rows, ids[base:stop], weights[base:stop])
                _sum_ragged(rows, sizes[first:last], sums[first:last])
            first = last
        return sums

    def _weighted_rows(self, ids: IntArray, weights: FloatArray, index: IntArray) -> FloatArray:
        rows = self.table.rows(ids[index])
        rows *= weights[index, None]
        return rows

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
        rows = self._run_rows(runs)
        self._cache.count(rows)
        _sum_ragged(
            lambda index: self._cache.matrix.take(rows[index], axis=0), np.array([len(one) for one in batch]), out
        )

    def _run_rows(self, runs: list[str]) -> IntArray:
        """The cached row of each run, filled in where it was missing; valid until the next call."""
        known = self._cache.runs
        rows = [known.get(run, -1) for run in runs]
        if -1 in rows:
            self._make_room(rows.count(-1))
            places = self._learn_runs({run for run in runs if run not in known})
            rows = [known[run] if run in known else places[run] for run in runs]
        return np.array(rows, dtype=np.int64)

    def _make_room(self, n_rows: int) -> None:
        """Forget the less used rows where the cache would grow beyond its limit."""
        if self._cache.size + n_rows > CACHE_ROWS:
            self._cache.forget(CACHE_ROWS // 2)

    def _learn_words(self, keys: list[str]) -> None:
        if keys:
            first = self._cache.append(self._word_sums(keys))
            self._cache.words.update(zip(keys, itertools.count(first)))

    def _learn_runs(self, runs: set[str]) -> dict[str, int]:
        """Rows for all the runs: a run of one word has that word's. Long ones are free again at the next call."""
        fresh = sorted(runs, key=len)
        words = self._cache.words
        found = [[key for _, _, key in split_run(run)] for run in fresh]
        self._learn_words(list(dict.fromkeys(key for keys in found for key in keys if key not in words)))
        places = {run: words[keys[0]] for run, keys in zip(fresh, found, strict=True) if len(keys) == 1}
        several = [(run, keys) for run, keys in zip(fresh, found, strict=True) if len(keys) != 1]
        sums = np.zeros((len(several), self.dim), dtype=np.float32)
        rows = np.array([words[key] for _, keys in several for key in keys], dtype=np.int64)
        if len(rows):
            self._cache.count(rows)
            sizes = np.array([len(keys) for _, keys in several])
            _sum_ragged(lambda index: self._cache.matrix.take(rows[index], axis=0), sizes, sums)
        first = self._cache.append(sums)
        places.update(zip((run for run, _ in several), itertools.count(first)))
        self._cache.runs.update((run, row) for run, row in places.items() if len(run) <= _LONGEST_CACHED_RUN)
        self._cache.size -= sum(len(run) > _LONGEST_CACHED_RUN for run, _ in several)
        return places


def _shares(sizes: IntArray) -> FloatArray:
    """What each of so many rows that stand for one word together weighs."""
    share = np.array([0.0, *(n**-0.5 for n in range(1, int(sizes.max(initial=0)) + 1))], dtype=np.float32)
    return share[sizes]


def _sum_ragged(gather: Callable[[IntArray], FloatArray], sizes: IntArray, out: FloatArray) -> None:
    """out[i] = sum of the sizes[i] rows that belong to i, added in their order whatever the neighbours.

    Row j of all groups laid end to end is `gather(j)`. The k-th rows of all groups are added at once, the longest
    groups first: five times as fast as `np.add.reduceat`. They are asked for in that order, some at a time, so nothing
    is moved twice and all is added while it is in the processor's cache.
    """
    order = np.argsort(-sizes, kind="stable")[: np.count_nonzero(sizes)]
    starts, left = (np.cumsum(sizes) - sizes)[order], sizes[order]
    n_long = int(np.count_nonzero(left > _LONG_GROUP)) if len(left) > _FEW_GROUPS else len(left)
    for group in range(n_long):
        out[order[group]] = gather(np.arange(starts[group], starts[group] + left[group])).sum(axis=0)
    order, starts, left = order[n_long:], starts[n_long:], left[n_long:]
    if not len(order):
        return
    n_active = np.searchsorted(-left, -np.arange(left[0]), side="left")
    ends = np.cumsum(n_active)
    member = np.arange(ends[-1]) - np.repeat(ends - n_active, n_active)
    index = starts[member] + np.repeat(np.arange(left[0]), n_active)
    sums = gather(index[: ends[0]])
    first = 1
    while first < len(ends):
        begin = int(ends[first - 1])
        last = max(first + 1, int(np.searchsorted(ends, begin + _BLOCK_ROWS, side="right")))
        rows = gather(index[begin : ends[last - 1]])
        for k, at in zip(range(first, last), (ends[first - 1 : last - 1] - begin).tolist(), strict=True):
            sums[: n_active[k]] += rows[at : at + n_active[k]]
        first = last
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
    return StaticEncoder(names, table, name=str(config.get("name", folder.name)), folder=folder, languages=languages)


@functools.cache
def _embedded() -> StaticEncoder:
    """The embedded model, once a process: threads may share it."""
    return load_static(EMBEDDED)


def load_encoder(name: str | None = None) -> Encoder:
    """The embedded encoder for None, else the one in a folder or on the sentence-transformers hub.

    A folder in this project's static format loads without torch; anything else needs `mtcheck[neural]`.

    Raises:
        ModelError: nothing by that name can be loaded, with what to try.
    """
    if name is None or name in ("static", "static-v1", "embedded"):
        return _embedded()
    folder = Path(name).expanduser()
    if (folder / CONFIG).is_file():
        return load_static(folder)
    from mtcheck.neural import load_neural

    return load_neural(name)
