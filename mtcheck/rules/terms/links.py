"""Which words of a target answer which words of its source: vectors and translation tables, settled between all words.

A word of the target is shared out among the words of the source and none at all by how well each goes with it; a source
word that has gained more than its part gives way, one that has gained nothing draws what is left over (scaling rows and
columns in turn: Sinkhorn and Knopp 1967). So words that no table and no vector knows find each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property

import numpy as np

from mtcheck.data import FloatArray, Pair
from mtcheck.inflection import fold
from mtcheck.lexicon import Lexicon, load_lexicon
from mtcheck.rules.text import Span
from mtcheck.rules.words.renderings import is_content, key_of_word, tokens_of, vectors_of

#: What a wholly sure entry of a table is worth beside a cosine, and what is worth half as much again where both agree.
_TABLE, _BOTH = 0.6, 0.3
#: A word loses so much over the whole length of the text, and so much towards a function word.
_DISTANCE, _LIGHT = 0.15, 0.1
#: How steeply a better score draws a word, and the score of no word at all.
_STEEP, _NONE = 0.07, 0.13
_ROUNDS = 4
#: A source word keeps so many words of the target before it gives way, and draws from so few on.
_MOST, _LEAST = 1.6, 0.25
#: What all source words together have gained of a word that may belong to its neighbour.
_LOOSE = 0.6
_BREAK = re.compile(r"[,;:.!?—–«»“”„\"()]")
_ABSENT = -30.0


class Links:
    """A pair's words, and how much of each word of the target answers each of the source.

    `share` is (source words, target words that say something); columns sum to 1 at most, the rest answers nothing.
    `score` has the same shape: cosines and tables, before words compete; `first` is the share before source words do.
    """

    def __init__(self, pair: Pair, langs: tuple[str, str]) -> None:
        self.pair, self.langs = pair, langs
        self.source, self.target = (
            tokens_of(text, lang) for text, lang in zip((pair.source, pair.target), langs, strict=True)
        )
        self.own = [n for n, (word, _, _) in enumerate(self.target) if is_content(word, langs[1])]
        self.heavy = np.array([is_content(word, langs[0]) for word, _, _ in self.source], dtype=bool)
        self.score = self._scores()
        self.share = self._settled()

    def _scores(self) -> FloatArray:
        if not self.source or not self.own:
            return np.zeros((len(self.source), len(self.own)), dtype=np.float32)
        words = [self.target[n] for n in self.own]
        keys = [[key_of_word(word, lang) for word, _, _ in side]
                for side, lang in zip((self.source, words), self.langs, strict=True)]  # fmt: skip
        cosines = vectors_of(keys[0]) @ vectors_of(keys[1]).T
        table = _table(keys, load_lexicon(*self.langs))
        self.here, self.there = (
            np.array([start for _, start, _ in side]) / len(text)
            for side, text in ((self.source, self.pair.source), (words, self.pair.target))
        )
        apart = np.abs(self.here[:, None] - self.there[None, :])
        both = np.maximum(cosines, table) + _BOTH * np.maximum(np.minimum(cosines, table), 0)
        score: FloatArray = (both - _DISTANCE * apart - _LIGHT * ~self.heavy[:, None]).astype(np.float32)
        return score

    def _settled(self) -> FloatArray:
        self.first = self.score
        if not self.score.size:
            return self.score
        pull = np.exp(self.score / np.float32(_STEEP))
        none = np.float32(np.exp(_NONE / _STEEP))
        factor = np.ones((len(self.source), 1), dtype=np.float32)
        self.first = pull / (pull.sum(axis=0, keepdims=True) + none)
        for _ in range(_ROUNDS):
            share = pull * factor
            share /= share.sum(axis=0, keepdims=True) + none
            gained = share.sum(axis=1, keepdims=True)
            factor *= np.where(self.heavy[:, None], 1 / np.clip(gained, _LEAST, None).clip(None, 1), 1)
            factor /= np.maximum(gained / _MOST, 1)
            np.clip(factor, 0.05, 20, out=factor)
        settled: FloatArray = share
        return settled

    @cached_property
    def folded(self) -> frozenset[str]:
        """The words of the target, folded."""
        return frozenset(fold(word) for word, _, _ in self.target)

    @cached_property
    def covered(self) -> FloatArray:
        """How much of the target each source word has gained, 1 at most."""
        found: FloatArray = np.minimum(self.share.sum(axis=1), 1)
        return found

    def drawn(self, places: Sequence[int]) -> FloatArray:
        """How much of each telling word of the target answers the source words at `places`."""
        found: FloatArray = self.share[list(places)].sum(axis=0)
        return found

    def rendering(self, places: Sequence[int], least: float = 0.3) -> list[int]:
        """Which of the telling words (places in `own`) render the source words: the run that answers most of them."""
        drawn = self.drawn(places)
        best: list[int] = []
        most = 0.0
        run: list[int] = []
        for k in np.flatnonzero(drawn >= least).tolist():
            if run and (self.apart(run[-1], k) or k - run[-1] > 2):
                run = []
            run.append(k)
            weight = float(drawn[run].sum())
            if weight > most:
                best, most = list(run), weight
        return self._filled(best)

    def _filled(self, run: Sequence[int]) -> list[int]:
        """A run with the words inside it, and with one before and after it that answer hardly anything."""
        if not run:
            return []
        first, last = run[0], run[-1]
        loose = self.share.sum(axis=0) < _LOOSE
        if first > 0 and loose[first - 1] and not self.apart(first - 1, first):
            first -= 1
        if last + 1 < len(self.own) and loose[last + 1] and not self.apart(last, last + 1):
            last += 1
        return list(range(first, last + 1))

    def apart(self, one: int, other: int) -> bool:
        """Whether two telling words are no neighbours: a mark or more than two small words stand between them."""
        a, b = self.own[one], self.own[other]
        return b - a > 3 or _BREAK.search(self.pair.target, self.target[a][2], self.target[b][1]) is not None

    def word(self, k: int) -> str:
        """A telling word of the target as it is written."""
        return self.target[self.own[k]][0]

    def span(self, places: Sequence[int]) -> Span:
        """From the first to the last of some telling words, in the target."""
        return self.target[self.own[places[0]]][1], self.target[self.own[places[-1]]][2]

    def words(self, places: Iterable[int]) -> str:
        """Some telling words of the target, with a space between."""
        return " ".join(self.word(k) for k in places)


def _table(keys: Sequence[Sequence[str]], lexicon: Lexicon | None) -> FloatArray:
    """What the translation tables say of each source and target word, between 0 and `_TABLE`."""
    shape = len(keys[0]), len(keys[1])
    if lexicon is None:
        return np.zeros(shape, dtype=np.float32)
    ours = np.array([lexicon.units(key)[0] for key in keys[0]])
    theirs = np.array([lexicon.units(key)[1] for key in keys[1]])
    forward, backward = lexicon.look(ours[:, None], theirs[None, :], _ABSENT)
    known = (ours > 0)[:, None] & (theirs > 0)[None, :]
    found: FloatArray = np.where(known, _TABLE * np.exp(np.maximum(forward, backward) / 2), 0).astype(np.float32)
    return found
