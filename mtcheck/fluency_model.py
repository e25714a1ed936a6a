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

from mtcheck.fluency_net import Net
from mtcheck.fluency_ngram import LOGP_STEP, Float, Ids, KeyTable, NgramModel, mix
from mtcheck.fluency_text import Token, fold_word, tokenize

START, STOP, FOREIGN = "<s>", "</s>", "<f>"
LOWER, UPPER = "~", "^"  # prefixes of the classes of words outside a lexicon, before their ending
MAX_ENDING = 4
_CACHE_LIMIT = 200_000  # words; some 40 MB at most
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
    net: Net | None
    _cache: dict[tuple[str, bool], Entry] = field(default_factory=dict)

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
            Net.from_tensors(tensors, fine.uni),
        )

    def encode(self, texts: Sequence[list[Token]]) -> Batch:
        """Tokenised texts as ids; words new to the cache are looked up together."""
        self._learn(texts)
        start, stop, foreign = (self.entry(key, False) for key in (START, STOP, FOREIGN))
        rows: list[tuple[Entry, int, int, int, bool, bool]] = []  # entry, position, owner, token, scored, capital
        for owner, tokens in enumerate(texts):
            position = 0
            rows.append((start, 0, owner, -1, False, False))
            after_foreign = False
            for index, token in enumerate(tokens):
                if token.breaks:
                    rows.append((stop, position + 1, owner, -1, True, False))
                    rows.append((start, 0, owner, -1, False, False))
                    position, after_foreign = 0, False
                if not token.key:
                    if not after_foreign:
                        position += 1
                        rows.append((foreign, position, owner, index, False, False))
                    after_foreign = True
                    continue
                after_foreign = False
                position += 1
                entry = self._cache[token.key, token.initial]
                rows.append((entry, position, owner, index, True, token.key[0].isupper()))
            rows.append((stop, position + 1, owner, -1, True, False))
        return _batch(rows, len(texts))

    def entry(self, key: str, initial: bool) -> Entry:
        """What is known of a token's key, as a sentence's first word or not; only after `encode` has met it."""
        return self._cache[key, initial]

    def _learn(self, texts: Sequence[list[Token]]) -> None:
        """Put every surface form of the texts into the cache."""
        if len(self._cache) > _CACHE_LIMIT:
            self._cache.clear()
        new = {(START, False), (STOP, False), (FOREIGN, False)}
        kinds = {}
        for tokens in texts:
            for token in tokens:
                if token.key:
                    new.add((token.key, token.initial))
                    kinds[token.key] = token.kind
        todo = [pair for pair in new if pair not in self._cache]
        if todo:
            self._look_up(todo, kinds)

    def _look_up(self, todo: list[tuple[str, bool]], kinds: dict[str, str]) -> None:
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
        for i, pair in enumerate(todo):
            mean, low = letters.get(i, (0.0, 0.0))
            word = kinds.get(pair[0]) == "word"
            self._cache[pair] = Entry(int(fine[i]), int(coarse[i]), bool(known[i]), word, mean, low)

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
    flat = lexicon.ids([key for keys in tries for key in keys])
    ids, best, at = np.zeros(len(tries), dtype=np.int64), [], 0
    for row, keys in enumerate(tries):
        found = flat[at : at + len(keys)]
        at += len(keys)
        hit = np.flatnonzero(found >= 0)
        chosen = int(hit[0]) if len(hit) else len(keys) - 1
        # a sentence's first word is taken in lower case only if that is at least as usual
        if chosen == 0 and len(keys) > 2 and len(hit) > 1 and hit[1] == 1 and keys[1].lower() == keys[0]:
            chosen = int(lexicon.uni[found[1]] > lexicon.uni[found[0]])
        ids[row] = max(0, int(found[chosen]))
        best.append(chosen)
    return ids, best


def _batch(rows: list[tuple[Entry, int, int, int, bool, bool]], n_texts: int) -> Batch:
    entries = [row[0] for row in rows]

    def ints(column: int) -> Ids:
        return np.fromiter((row[column] for row in rows), dtype=np.int64, count=len(rows))

    return Batch(
        fine=np.fromiter((entry.fine for entry in entries), dtype=np.int64, count=len(rows)),
        coarse=np.fromiter((entry.coarse for entry in entries), dtype=np.int64, count=len(rows)),
        position=ints(1),
        owner=ints(2),
        token=ints(3),
        scored=ints(4).astype(bool),
        spelling=np.fromiter((entry.spelling for entry in entries), dtype=np.float32, count=len(rows)),
        worst=np.fromiter((entry.worst for entry in entries), dtype=np.float32, count=len(rows)),
        unknown=np.fromiter((not entry.known for entry in entries), dtype=bool, count=len(rows)),
        letters=np.fromiter((entry.letters for entry in entries), dtype=bool, count=len(rows)),
        capital=ints(5).astype(bool),
        n_texts=n_texts,
    )
