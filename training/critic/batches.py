"""Training text to rows of packed token ids, with the exercises drawn on the way."""

from __future__ import annotations

import lzma
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from training.critic.model import END, SOURCE, TARGET

Array = npt.NDArray[Any]
LENGTH = 256  # tokens of a row
MOST = 124  # of a text
CLASS_WEIGHTS = {"p": 4.0, "d": 1.0, "w": 0.25, "m": 0.7}
BOOSTS = {"ru": 2.0}
MONO_SHARE = 0.4  # of the texts drawn: target alone
MONO_LANGS = {"en": 0.45, "ru": 0.2}  # the rest by the root of their size
CLEAN, EDITED = 0.2, 0.35  # shares of targets that stay as they are, and that are edited by hand


@dataclass(frozen=True, slots=True)
class Store:
    """Token ids of many texts in one row."""

    ids: Array  # uint16
    starts: Array  # (n + 1,)

    def __getitem__(self, number: int) -> Array:
        return self.ids[self.starts[number] : self.starts[number + 1]]

    def __len__(self) -> int:
        return len(self.starts) - 1


def tokenize(path: Path, texts: Sequence[str]) -> Store:
    """Ids without special tokens."""
    tokenizer = Tokenizer.from_file(str(path))
    parts, lengths = [], [0]
    for at in range(0, len(texts), 20_000):
        for encoding in tokenizer.encode_batch(list(texts[at : at + 20_000]), add_special_tokens=False):
            parts.append(np.array(encoding.ids[:MOST], dtype=np.uint16))
            lengths.append(len(parts[-1]))
    return Store(np.concatenate(parts) if parts else np.zeros(0, np.uint16), np.cumsum(lengths))


def lines_of(path: Path) -> list[str]:
    """Lines of an xz file."""
    with lzma.open(path, "rt", encoding="utf-8", newline="\n") as lines:
        return [line.rstrip("\n") for line in lines]


@dataclass(frozen=True, slots=True)
class Parallel:
    """One language's pairs: foreign texts, the numbers of their English ones, and how often each is drawn."""

    foreign: Store
    english: Array
    chances: Array  # cumulated
    machine: Array  # bool: the foreign side is a machine's


PART = 1_500_000  # packed bytes that one worker reads at a time


def _load(job: tuple[str, Path, Path, int, int]) -> tuple[Store, list[str]]:
    """Ids of one part of a file, and the heads of its lines where it holds pairs."""
    kind, path, tokenizer, part, parts = job
    lines = lines_of(path)
    lines = lines[len(lines) * part // parts : len(lines) * (part + 1) // parts]
    if kind != "par":
        return tokenize(tokenizer, lines), []
    heads, foreign = zip(*(line.split("\t", 1) for line in lines), strict=True)
    return tokenize(tokenizer, foreign), list(heads)


def joined(stores: Sequence[Store]) -> Store:
    """One store after the other."""
    starts, offset = [np.zeros(1, np.int64)], 0
    for store in stores:
        starts.append(store.starts[1:] + offset)
        offset += len(store.ids)
    return Store(np.concatenate([store.ids for store in stores]), np.concatenate(starts))


def parallel_of(foreign: Store, heads: list[str]) -> Parallel:
    """Pairs from the foreign texts and their lines' heads: class, distance to the last English number."""
    english = np.cumsum([int(head[1:]) for head in heads]).astype(np.int32)
    weights = np.array([CLASS_WEIGHTS[head[0]] for head in heads])
    machine = np.array([head[0] == "m" for head in heads])
    return Parallel(foreign, english, np.cumsum(weights) / weights.sum(), machine)


@dataclass(slots=True)
class Corpus:
    """All of it, in memory."""

    english: Store
    parallel: dict[str, Parallel] = field(default_factory=dict)
    mono: dict[str, Store] = field(default_factory=dict)

    @classmethod
    def load(cls, folder: Path, workers: int) -> Corpus:
        """Tokenizes every file of `training.critic.pack`."""
        jobs = []
        for path in sorted(folder.glob("*.xz"), key=lambda path: -path.stat().st_size):
            kind, _, lang = path.name.removesuffix(".xz").partition("-")
            if kind in ("english", "par", "mono"):
                parts = 1 + path.stat().st_size // PART
                jobs += [((kind, lang), (kind, path, folder / "tokenizer.json", i, parts)) for i in range(parts)]
        found: dict[tuple[str, str], list[tuple[Store, list[str]]]] = {}
        with ProcessPoolExecutor(workers) as pool:
            for (key, _), loaded in zip(jobs, pool.map(_load, [job for _, job in jobs]), strict=True):
                found.setdefault(key, []).append(loaded)
        stores = {key: joined([store for store, _ in parts]) for key, parts in found.items()}
        heads = {key: [head for _, some in parts for head in some] for key, parts in found.items()}
        return cls(
            stores["english", ""],
            {lang: parallel_of(stores["par", lang], heads["par", lang]) for kind, lang in stores if kind == "par"},
            {lang: store for (kind, lang), store in stores.items() if kind == "mono"},
        )


@dataclass(slots=True)
class Example:
    """One text or pair ready to be packed. Labels are of the target's tokens, its first and last mark included."""

    target: Array
    source: Array | None
    bad: Array  # bool, known before the generator plays
    bad_below: Array  # the same without the source: a whole other sentence is no fault of form
    gap: Array
    masked: Array  # positions in the target
    same: int  # number of the English text: equal numbers are translations of each other; -1 if there is none


class Drawer:
    """Draws examples."""

    def __init__(self, corpus: Corpus, word_starts: Array, seed: int) -> None:
        self.corpus, self.word_starts = corpus, word_starts
        self.rng = np.random.default_rng(seed)
        self.langs = sorted(corpus.parallel)
        sizes = np.array([len(corpus.parallel[x].english) ** 0.5 * BOOSTS.get(x, 1.0) for x in self.langs])
        self.lang_chances = np.cumsum(sizes) / sizes.sum()
        self.mono_langs = sorted(corpus.mono)
        rest = np.array([0.0 if x in MONO_LANGS else len(corpus.mono[x]) ** 0.5 for x in self.mono_langs])
        shares = np.array([MONO_LANGS.get(x, 0.0) for x in self.mono_langs])
        if rest.sum():
            shares = shares + rest / rest.sum() * (1 - shares.sum())
        self.mono_chances = np.cumsum(shares) / shares.sum()

    def _pick(self, chances: Array) -> int:
        return int(np.searchsorted(chances, self.rng.random(), side="right").clip(0, len(chances) - 1))

    def draw(self) -> Example:
        """The next one."""
        rng = self.rng
        if rng.random() < MONO_SHARE:
            lang = self.mono_langs[self._pick(self.mono_chances)]
            store = self.corpus.mono[lang]
            return self.exercise(store[int(rng.integers(len(store)))], None, store, -1)
        lang = self.langs[self._pick(self.lang_chances)]
        pairs = self.corpus.parallel[lang]
        number = self._pick(pairs.chances)
        english_number = int(pairs.english[number])
        foreign, english = pairs.foreign[number], self.corpus.english[english_number]
        if pairs.machine[number] or rng.random() < 0.5:
            return self.exercise(english, foreign, self.corpus.english, english_number)
        return self.exercise(foreign, english, pairs.foreign, english_number)

    def exercise(self, target: Array, source: Array | None, others: Store, same: int) -> Example:
        """A target with or without faults."""
        rng = self.rng
        words = np.flatnonzero(self.word_starts[target])
        if not len(words) or words[0]:
            words = np.concatenate([[0], words])
        bounds = np.concatenate([words, [len(target)]])
        bad = np.zeros(len(target), bool)
        gap = np.zeros(len(target) + 1, bool)
        whole_other = False
        kind = rng.random()
        if CLEAN <= kind < CLEAN + EDITED and len(words) > 3:
            target, bad, gap, whole_other = self._edit(target, bounds, others, source is not None)
        masked = np.zeros(0, np.int64)
        if kind >= CLEAN + EDITED or (kind >= CLEAN and rng.random() < 0.3):
            masked = self._masks(target)
        n = len(target)
        ids = np.concatenate([[TARGET], target, [END]]).astype(np.int64)
        full_bad, full_gap = np.zeros(n + 2, bool), np.zeros(n + 2, bool)
        full_bad[1:-1] = bad
        full_gap[1:] = gap
        below = np.zeros(n + 2, bool) if whole_other else full_bad
        return Example(
            ids,
            None if source is None else np.concatenate([[SOURCE], source, [END]]).astype(np.int64),
            full_bad,
            below,
            full_gap,
            masked + 1,
            same,
        )

    def _masks(self, target: Array) -> Array:
        rng = self.rng
        share = rng.choice([0.06, 0.12, 0.2, 0.3], p=[0.3, 0.35, 0.25, 0.1])
        hidden = rng.random(len(target)) < share
        if not hidden.any() and len(target):
            hidden[rng.integers(len(target))] = True
        if rng.random() < 0.4:  # whole words
            starts = self.word_starts[target]
            groups = np.cumsum(starts)
            hidden = np.isin(groups, np.unique(groups[hidden]))
            if hidden.sum() > 0.4 * len(target) + 1:
                hidden &= rng.random(len(target)) < 0.4
        return np.flatnonzero(hidden)

    def _edit(self, target: Array, bounds: Array, others: Store, paired: bool) -> tuple[Array, Array, Array, bool]:
        rng = self.rng
        n_words = len(bounds) - 1
        kind = rng.random()
        if paired and kind < 0.12:  # another sentence altogether
            other = others[int(rng.integers(len(others)))]
            return other, np.ones(len(other), bool), np.zeros(len(other) + 1, bool), True
        bad, gap = np.zeros(len(target), bool), np.zeros(len(target) + 1, bool)
        if kind < 0.24:  # a stretch lost, often the tail
            width = int(rng.integers(max(2, n_words // 5), max(3, n_words * 2 // 3) + 1))
            first = n_words - width if rng.random() < 0.5 else int(rng.integers(n_words - width + 1))
            return self._without(target, gap, int(bounds[max(first, 1)]), int(bounds[min(first + width, n_words)]))
        if kind < 0.30:  # all words in another order
            order = rng.permutation(n_words)
            mixed = np.concatenate([target[bounds[i] : bounds[i + 1]] for i in order])
            return mixed, np.ones(len(mixed), bool), gap, False
        for _ in range(int(rng.choice([1, 1, 2, 3]))):
            at = int(rng.integers(n_words - 1))
            a, b, c = int(bounds[at]), int(bounds[at + 1]), int(bounds[at + 2])
            kind = rng.random()
            if kind < 0.4:
                target, bad, gap = self._lose(target, bad, gap, a, b)
            elif kind < 0.7:  # neighbours change places
                target = np.concatenate([target[:a], target[b:c], target[a:b], target[c:]])
                bad[a:c] = True
            elif kind < 0.82:  # said twice
                target, bad, gap = self._put(target, bad, gap, b, target[a:b])
            else:  # a word from elsewhere
                other = others[int(rng.integers(len(others)))]
                if len(other):
                    k = int(rng.integers(len(other)))
                    target, bad, gap = self._put(target, bad, gap, a, other[k : k + 2])
            bounds = np.concatenate([np.flatnonzero(self.word_starts[target]), [len(target)]])
            bounds = bounds if len(bounds) > 1 and bounds[0] == 0 else np.concatenate([[0], bounds])
            n_words = len(bounds) - 1
            if n_words < 3:
                break
        return target, bad, gap, False

    @staticmethod
    def _without(target: Array, gap: Array, a: int, b: int) -> tuple[Array, Array, Array, bool]:
        gap = np.concatenate([gap[:a], gap[b:]])
        gap[a] = True
        left = np.concatenate([target[:a], target[b:]])
        return left, np.zeros(len(left), bool), gap, False

    @staticmethod
    def _lose(target: Array, bad: Array, gap: Array, a: int, b: int) -> tuple[Array, Array, Array]:
        gap = np.concatenate([gap[:a], gap[b:]])
        gap[a] = True
        return np.concatenate([target[:a], target[b:]]), np.concatenate([bad[:a], bad[b:]]), gap

    @staticmethod
    def _put(target: Array, bad: Array, gap: Array, at: int, new: Array) -> tuple[Array, Array, Array]:
        return (
            np.concatenate([target[:at], new, target[at:]]),
            np.concatenate([bad[:at], np.ones(len(new), bool), bad[at:]]),
            np.concatenate([gap[:at], np.zeros(len(new), bool), gap[at:]]),
        )


FIELDS = ("ids", "positions", "role", "side", "pair")


def empty(rows: int, length: int) -> dict[str, Array]:
    """A batch without examples."""
    batch: dict[str, Array] = {name: np.zeros((rows, length), np.int32) for name in FIELDS}
    for name in ("bad", "bad_below", "gap", "masked"):
        batch[name] = np.zeros((rows, length), bool)
    return batch


@dataclass(slots=True)
class Packer:
    """Puts examples into rows, the first that has room; `side` and `pair` count through the whole batch."""

    rows: int
    length: int = LENGTH
    batch: dict[str, Array] = field(init=False)
    used: Array = field(init=False)
    n_sides: int = 0
    n_pairs: int = 0
    members: list[tuple[int, int, int, int, int, int]] = field(default_factory=list)  # row, target, its end, source...

    def __post_init__(self) -> None:
        self.batch = empty(self.rows, self.length)
        self.used = np.zeros(self.rows, np.int64)

    def add(self, example: Example) -> bool:
        """Whether there was room."""
        n = len(example.target)
        total = n + (0 if example.source is None else len(example.source))
        fits = np.flatnonzero(self.used + total <= self.length)
        if total > self.length or not len(fits):
            return total > self.length
        row = int(fits[0])
        at = int(self.used[row])
        self.n_pairs += 1
        self._text(row, at, example.target, 0)
        for name in ("bad", "bad_below", "gap"):
            self.batch[name][row, at : at + n] = getattr(example, name)
        self.batch["masked"][row, at + example.masked] = True
        target_side, source_side = self.n_sides, 0
        if example.source is not None:
            self._text(row, at + n, example.source, 1)
            source_side = self.n_sides
        self.members.append((row * self.length + at, n, target_side, source_side, example.same, self.n_pairs))
        self.used[row] += total
        return True

    def _text(self, row: int, at: int, ids: Array, role: int) -> None:
        self.n_sides += 1
        here = slice(at, at + len(ids))
        self.batch["ids"][row, here] = ids
        self.batch["positions"][row, here] = np.arange(len(ids))
        self.batch["role"][row, here] = role
        self.batch["side"][row, here] = self.n_sides
        self.batch["pair"][row, here] = self.n_pairs


def batches(drawer: Drawer, rows: int, n_pairs: int, n_masked: int) -> Iterator[dict[str, Array]]:
    """Endless batches of fixed shapes: `members` is (n_pairs, 6), `places` (n_masked,) with -1 where there is none."""
    while True:
        packer, misses = Packer(rows), 0
        while misses < 12 and packer.n_pairs < n_pairs - 1:
            misses += not packer.add(drawer.draw())
        batch = packer.batch
        members = np.zeros((n_pairs, 6), np.int64)
        members[1 : 1 + len(packer.members)] = packer.members
        places = np.flatnonzero(batch["masked"].ravel())
        if len(places) > n_masked:
            places = np.sort(drawer.rng.choice(places, n_masked, replace=False))
        batch["places"] = np.full(n_masked, -1, np.int64)
        batch["places"][: len(places)] = places
        del batch["masked"]
        batch["members"] = members
        yield batch
