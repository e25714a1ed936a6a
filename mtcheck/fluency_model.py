"""One language's fluency model: lexicons, three n-gram models, and what they say of a batch of texts, as features.

`fine` predicts words (rare ones by ending), `coarse` classes of words that stand in like places and end alike, a
cheap stand-in for parts of speech and inflection, and `chars` the spelling of words that the lexicon lacks.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from mtcheck.fluency_cloze import Cloze
from mtcheck.fluency_flat import FlatTokens
from mtcheck.fluency_ngram import LOGP_STEP, Float, Ids, KeyTable, NgramModel, mix
from mtcheck.fluency_text import Token, fold_word, mark_key, tokenize
from mtcheck.hash_table import Hashes, RowIndex, grown
from mtcheck.stretches import names_of

START, STOP, FOREIGN = "<s>", "</s>", "<f>"
LOWER, UPPER = "~", "^"  # prefixes of the classes of words outside a lexicon, before their ending
MAX_ENDING = 4
_CACHE_LIMIT = 48_000  # words; some 4 MB
_INITIAL = np.uint64(0x94D049BB133111EB)  # tells a first word of a sentence from the same inside
_CHAR_FLOOR = -12.0

Array = npt.NDArray[Any]


def string_hash(key: str) -> int:
    """32-bit checksum of a lexicon key, the same on every machine."""
    return zlib.crc32(key.encode("utf-8", "surrogatepass"))


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words and classes known by hash; `uni[id]` is the natural log of the share of tokens."""

    table: KeyTable
    uni: Float

    @classmethod
    def from_tensors(cls, tensors: Mapping[str, Array], prefix: str) -> Lexicon:
        """The lexicon whose arrays are named `<prefix>.lex.counts`, `.low` and `.uni`."""
        table = KeyTable.unpack(tensors[f"{prefix}.lex.counts"], tensors[f"{prefix}.lex.low"])
        return cls(table, tensors[f"{prefix}.lex.uni"].astype(np.float32) * np.float32(-LOGP_STEP))

    def ids(self, keys: Sequence[str]) -> Ids:
        """Ids of the keys, -1 for those not in the lexicon."""
        hashes = np.fromiter((string_hash(key) for key in keys), dtype=np.uint64, count=len(keys))
        return self.table.find(mix(hashes))


def candidates(word: str, initial: bool, *, with_word: bool = True) -> list[str]:
    """Lexicon keys to try for a folded word, best first; the last is always in the lexicon."""
    lower = word.lower()
    capital = word != lower
    keys = []
    if with_word:
        keys = [word] if not capital else ([lower, word] if initial else [word, lower])
    ending = lower[-MAX_ENDING:]
    prefix = UPPER if capital and not initial else LOWER
    keys += [prefix + ending[i:] for i in range(len(ending))]
    keys.append(prefix)
    return keys


class Entry(NamedTuple):
    """What the lexicons say of one surface form."""

    fine: int
    coarse: int
    known: bool
    letters: bool  # a word, not a number or mark
    spelling: float  # mean log-probability of its letters, 0 if known
    worst: float  # of its least likely letter, 0 if known


class _Columns:
    """Entries as rows of two tables, by the token's key and whether it is a sentence's first word."""

    def __init__(self) -> None:
        self.index = RowIndex(_CACHE_LIMIT)
        self.numbers = np.zeros((1, 5), dtype=np.int32)  # fine, coarse, known, letters, capital
        self.spelling = np.zeros((1, 2), dtype=np.float32)  # spelling, worst

    def find(self, names: Hashes, initial: npt.NDArray[np.bool_]) -> Ids:
        """The row of each key, -1 for what has none; keys by their `stretches.names_of`."""
        return self.index.find(_names(names, initial))

    def append(self, keys: Sequence[str], initial: npt.NDArray[np.bool_], entries: Sequence[Entry]) -> None:
        """Take in entries of keys that have none."""
        rows = self.index.add(_names(names_of(keys), initial))
        self.numbers, self.spelling = grown(self.numbers, self.index.size), grown(self.spelling, self.index.size)
        capital = [key[0].isupper() for key in keys]
        numbers = [(*entry[:4], upper) for entry, upper in zip(entries, capital, strict=True)]
        self.numbers[rows] = np.array(numbers, dtype=np.int32)
        self.spelling[rows] = np.array([entry[4:] for entry in entries], dtype=np.float32)

    def entry(self, row: int) -> Entry:
        """The entry in a row."""
        fine, coarse, known, letters, _ = self.numbers[row].tolist()
        spelling, worst = self.spelling[row].tolist()
        return Entry(fine, coarse, bool(known), bool(letters), spelling, worst)


def _names(names: Hashes, initial: npt.NDArray[np.bool_]) -> Hashes:
    return np.where(initial, names ^ _INITIAL, names)


@dataclass(slots=True)
class _Rows:
    """Tokens of texts as rows of `_Columns`, in one sequence; `owner` is ascending, `index` counts a text's tokens."""

    owner: Ids
    index: Ids
    row: Ids  # -1 for what is not scored
    breaks: npt.NDArray[np.bool_]

    def along(self, other: _Rows) -> _Rows:
        """Both, where no text has tokens in both."""
        owner = np.concatenate([self.owner, other.owner])
        order = np.argsort(owner, kind="stable")
        index = np.concatenate([self.index, other.index])[order]
        breaks = np.concatenate([self.breaks, other.breaks])[order]
        return _Rows(owner[order], index, np.concatenate([self.row, other.row])[order], breaks)


@dataclass(slots=True)
class Batch:
    """Texts as one flat sequence with start and stop marks; `owner[i]` is the text of position i."""

    fine: Ids
    coarse: Ids
    position: Ids
    owner: Ids
    token: Ids  # index in the text's tokens, -1 for marks of start and stop
    scored: npt.NDArray[np.bool_]
    spelling: Float
    worst: Float
    unknown: npt.NDArray[np.bool_]
    capital: npt.NDArray[np.bool_]
    letters: npt.NDArray[np.bool_]
    n_texts: int


@dataclass(slots=True)
class LanguageModel:
    """Everything that one language's file holds, and the arithmetic on it."""

    lang: str
    info: dict[str, Any]
    fine_lexicon: Lexicon
    classes: Ids  # fine id -> class, the ids of `coarse`
    class_uni: Float  # natural log of the share of tokens, by class
    fine: NgramModel
    coarse: NgramModel
    chars: NgramModel | None
    alphabet: npt.NDArray[np.int64]  # sorted code points; id of alphabet[i] is i + 3
    cloze: Cloze | None
    tags: npt.NDArray[np.uint32] | None = None  # by fine id, for `fluency_grammar`
    _columns: _Columns = field(default_factory=_Columns)

    @classmethod
    def from_tensors(cls, lang: str, tensors: Mapping[str, Array], info: str) -> LanguageModel:
        """The model held in one file's arrays and its JSON description."""
        has_chars = "chars.1.logp" in tensors
        fine = Lexicon.from_tensors(tensors, "fine")
        return cls(
            lang,
            json.loads(info),
            fine,
            tensors["classes"].astype(np.int64),
            tensors["classes.uni"].astype(np.float32) * np.float32(-LOGP_STEP),
            NgramModel.from_tensors(tensors, "fine"),
            NgramModel.from_tensors(tensors, "coarse"),
            NgramModel.from_tensors(tensors, "chars") if has_chars else None,
            tensors["alphabet"].astype(np.int64),
            Cloze.from_tensors(tensors, fine.uni),
            tensors["grammar.tags"].astype(np.uint32) if "grammar.tags" in tensors else None,
        )

    def encode(self, texts: Sequence[list[Token]]) -> Batch:
        """Tokenised texts as ids; words new to the cache are looked up together."""
        self._columns.index.forget()
        return self._batch(self._rows_of(texts, range(len(texts))), len(texts))

    def encode_flat(self, flat: FlatTokens, others: Mapping[int, list[Token]], n_texts: int) -> Batch:
        """Texts of which most are flat tokens already and the `others`, by their number, are tokenised one by one."""
        self._columns.index.forget()
        rows = self._rows_of_flat(flat)
        if others:
            rows = rows.along(self._rows_of(list(others.values()), list(others)))
        return self._batch(rows, n_texts)

    def _rows_of(self, texts: Sequence[list[Token]], owners: Sequence[int]) -> _Rows:
        sizes = [len(tokens) for tokens in texts]
        flat = [token for tokens in texts for token in tokens]
        keyed = [(token.key, token.initial) for token in flat]
        kinds = {token.key: token.kind for token in flat}
        return _Rows(
            np.repeat(np.array(owners, dtype=np.int64), sizes),
            np.array([index for size in sizes for index in range(size)], dtype=np.int64),
            self._found(keyed, kinds),
            np.array([token.breaks for token in flat], dtype=bool),
        )

    def _rows_of_flat(self, flat: FlatTokens) -> _Rows:
        row = np.full(len(flat.owner), -1, dtype=np.int64)
        initial, native = flat.initial[flat.is_word], ~flat.foreign[flat.is_word]
        words = self._columns.find(flat.words.names, initial)
        new = np.flatnonzero((words < 0) & native)
        if len(new):
            keys = [*zip(flat.words.strings(new), initial[new].tolist(), strict=True)]
            words[new] = self._found(keys, {key: "word" for key, _ in keys})
        row[flat.is_word] = np.where(native, words, -1)
        signs = np.flatnonzero(~flat.is_word & ~flat.foreign)
        kind = flat.is_number[signs] + 2 * flat.is_mark[signs]
        different, which = np.unique((flat.code[signs] * 8 + kind * 2 + flat.initial[signs]), return_inverse=True)
        keys, kinds = [], {}
        for number in different.tolist():
            name = ("word", "number", "mark")[number % 8 // 2]
            key = mark_key(chr(number // 8)) if name == "mark" else chr(number // 8)
            keys.append((key, bool(number % 2)))
            kinds[key] = name
        row[signs] = self._found(keys, kinds)[which]
        return _Rows(flat.owner, flat.index, row, flat.breaks)

    def _found(self, keys: list[tuple[str, bool]], kinds: Mapping[str, str]) -> Ids:
        """The rows of keys, each as a first word of a sentence or not; -1 for an empty key."""
        words, initial = [key for key, _ in keys], np.array([first for _, first in keys], dtype=np.bool_)
        names = names_of(words)
        rows = self._columns.find(names, initial)
        missing = list(dict.fromkeys(keys[place] for place in np.flatnonzero(rows < 0).tolist() if words[place]))
        if missing:
            self._look_up(missing, kinds)
            rows = self._columns.find(names, initial)
        return rows

    def _batch(self, rows: _Rows, n_texts: int) -> Batch:
        """The rows with marks of start and stop around each sentence; of tokens not scored in a row the first alone."""
        start, stop, foreign = self._found([(mark, False) for mark in (START, STOP, FOREIGN)], {}).tolist()
        strange = rows.row < 0
        same = np.append(False, rows.owner[1:] == rows.owner[:-1])
        kept = np.flatnonzero(~(strange & np.append(False, strange[:-1]) & same & ~rows.breaks))
        owner, breaks = rows.owner[kept], rows.breaks[kept]
        place = np.cumsum(1 + 2 * breaks) + 2 * owner
        total = len(kept) + 2 * int(breaks.sum()) + 2 * n_texts
        entries, token = np.full(total, stop, dtype=np.int64), np.full(total, -1, dtype=np.int64)
        entries[place] = np.where(strange[kept], foreign, rows.row[kept])
        token[place] = rows.index[kept]
        # A text's sequence ends where the next one's begins: after its stop.
        sizes = np.bincount(owner, minlength=n_texts) + 2 * np.bincount(owner[breaks], minlength=n_texts) + 2
        begins = np.concatenate([np.cumsum(sizes) - sizes, place[breaks] - 1])
        entries[begins] = start
        opened = np.zeros(total, dtype=np.int64)
        opened[begins] = begins
        columns = self._columns
        columns.index.count(entries)
        numbers, letters = columns.numbers[entries].astype(np.int64), columns.spelling[entries]
        return Batch(
            fine=numbers[:, 0],
            coarse=numbers[:, 1],
            position=np.arange(total) - np.maximum.accumulate(opened),
            owner=np.repeat(np.arange(n_texts), sizes),
            token=token,
            scored=(entries != start) & (entries != foreign),
            spelling=letters[:, 0],
            worst=letters[:, 1],
            unknown=numbers[:, 2] == 0,
            letters=numbers[:, 3] == 1,
            capital=numbers[:, 4] == 1,
            n_texts=n_texts,
        )

    def entry(self, key: str, initial: bool) -> Entry:
        """What is known of a token's key, as a sentence's first word or not; only after `encode` has met it."""
        row = int(self._columns.find(names_of([key]), np.array([initial]))[0])
        if row < 0:
            raise KeyError(key)
        return self._columns.entry(row)

    def _look_up(self, todo: list[tuple[str, bool]], kinds: Mapping[str, str]) -> None:
        words = [fold_word(key, self.lang) for key, _ in todo]
        tries = [
            candidates(word, initial) if kinds.get(key) == "word" else [word, LOWER]
            for (key, initial), word in zip(todo, words, strict=True)
        ]
        fine, best = _first_known(self.fine_lexicon, tries)
        coarse = self.classes[fine]
        known = np.array([not tries[i][best[i]].startswith((LOWER, UPPER)) for i in range(len(todo))], dtype=bool)
        strange = [i for i in range(len(todo)) if not known[i] and kinds.get(todo[i][0]) == "word"]
        spelling, worst = self.spell([words[i].lower() for i in strange])
        letters = dict(zip(strange, zip(spelling.tolist(), worst.tolist(), strict=True), strict=True))
        entries = [
            Entry(fine[i], coarse[i], known[i], kinds.get(key) == "word", *letters.get(i, (0.0, 0.0)))
            for i, (key, _) in enumerate(todo)
        ]
        self._columns.append([key for key, _ in todo], np.array([first for _, first in todo], dtype=np.bool_), entries)

    def spell(self, words: Sequence[str]) -> tuple[Float, Float]:
        """Mean and least log-probability of each word's letters (and of its end); 0 without a letter model."""
        if self.chars is None or not words:
            return np.zeros(len(words), dtype=np.float32), np.zeros(len(words), dtype=np.float32)
        codes, position = self.letters(words)
        logp, _ = self.chars.score(codes, position)
        logp = np.maximum(logp, np.float32(_CHAR_FLOOR))
        starts = np.flatnonzero(position == 0)
        logp[starts] = 0.0
        lengths = np.diff(np.append(starts, len(codes))) - 1
        mean: Float = (np.add.reduceat(logp, starts) / lengths).astype(np.float32)
        return mean, np.minimum.reduceat(logp, starts)

    def letters(self, words: Sequence[str]) -> tuple[Ids, Ids]:
        """Words as letter ids with start (1) and stop (2) marks, and the position of each in its word; 0 is unknown."""
        joined = "".join(f"\x01{word}\x02" for word in words)
        points = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.int64)
        place = np.searchsorted(self.alphabet, points)
        place[place == len(self.alphabet)] = 0
        codes = np.where(self.alphabet[place] == points, place + 3, 0)
        codes[points == 1] = 1
        codes[points == 2] = 2
        starts = np.flatnonzero(codes == 1)
        counts = np.diff(np.append(starts, len(codes)))
        return codes, np.arange(len(codes)) - np.repeat(starts, counts)

    def tokenize(self, text: str) -> list[Token]:
        """Tokens of a text in this language."""
        return tokenize(text, self.lang)


def _first_known(lexicon: Lexicon, tries: list[list[str]]) -> tuple[Ids, list[int]]:
    flat = lexicon.ids([key for keys in tries for key in keys]).tolist()
    ids, best, at = [], [], 0
    for keys in tries:
        found = flat[at : at + len(keys)]
        at += len(keys)
        chosen = next((place for place, one in enumerate(found) if one >= 0), len(keys) - 1)
        # a sentence's first word is taken in lower case only if that is at least as usual
        if chosen == 0 and len(keys) > 2 and found[1] >= 0 and keys[1].lower() == keys[0]:
            chosen = int(lexicon.uni[found[1]] > lexicon.uni[found[0]])
        ids.append(max(0, found[chosen]))
        best.append(chosen)
    return np.array(ids, dtype=np.int64), best
