"""Lexicons: which words get an id of their own, and which endings stand for all the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

import numpy as np
import numpy.typing as npt

from mtcheck.fluency_model import FOREIGN, LOWER, START, STOP, UPPER, Lexicon, candidates, string_hash
from mtcheck.fluency_ngram import KeyTable, key_bits, mix
from mtcheck.fluency_text import Token, fold_word

Array = npt.NDArray[Any]


def count_words(texts: Iterable[list[Token]], lang: str) -> tuple[Counter[str], Counter[str]]:
    """How often each folded word occurs, and each other key; a sentence's first word counts in its usual case."""
    words: Counter[str] = Counter()
    initial: Counter[str] = Counter()
    others: Counter[str] = Counter()
    for tokens in texts:
        for token in tokens:
            if token.kind == "word":
                (initial if token.initial else words)[token.key] += 1
            elif token.key:
                others[token.key] += 1
    folded: Counter[str] = Counter()
    for word, n in words.items():
        folded[fold_word(word, lang)] += n
    for word, n in initial.items():
        word = fold_word(word, lang)
        lower = word.lower()
        folded[lower if folded[lower] >= folded[word] else word] += n
    return folded, others


def build(words: Counter[str], others: Counter[str], n_words: int, least: int, class_least: int) -> Lexicon:
    """The `n_words` most frequent words seen `least` times or more, and endings that cover `class_least` other tokens.

    `uni` holds the words' raw counts for now, which is enough to choose between spellings of a sentence's first word.
    """
    kept = {word for word, n in words.most_common(n_words) if n >= least}
    kept |= {mark for mark, n in others.items() if n >= 3}
    endings: Counter[str] = Counter()
    for word, n in words.items():
        if word not in kept:
            for initial in (False, True):
                share = n if not initial else max(1, n // 10)
                for key in candidates(word, initial, with_word=False):
                    endings[key] += share
    classes = {key for key, n in endings.items() if n >= class_least}
    return pack(sorted(kept | classes | {START, STOP, FOREIGN, LOWER, UPPER, "0"}), words)


def hashes(keys: list[str]) -> Array:
    """64-bit hashes of lexicon keys, as `KeyTable.find` takes them."""
    return mix(np.array([string_hash(key) for key in keys], dtype=np.uint64))


def pack(keys: list[str], counts: Counter[str]) -> Lexicon:
    """A lexicon of the keys; two keys with one hash share an id."""
    bits = key_bits(len(keys))
    unique, inverse = np.unique(hashes(keys) >> np.uint64(64 - bits), return_inverse=True)
    weights = np.bincount(inverse, weights=[counts[key] for key in keys])
    return Lexicon(KeyTable(unique, bits), weights.astype(np.float32))
