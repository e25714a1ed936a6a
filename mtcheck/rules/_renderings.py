"""What stands for some words of a source in its target, by the vectors of the embedded encoder.

A word of the target goes with the source word that its vector is nearest to, of all words of the pair: which is the
nearest says more than how near it is, since rare words have weak vectors. What goes with no word and stands beside the
rendering belongs to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache

import numpy as np

from mtcheck.data import FloatArray, Pair
from mtcheck.inflection import fold, is_form
from mtcheck.rules._lexicon import ranks
from mtcheck.rules._text import Span

Token = tuple[str, int, int]

#: Scripts without spaces, read as overlapping pairs of signs, or as runs of katakana.
UNSPACED = frozenset(("zh", "ja"))
_RUN = re.compile(r"[\u3005\u3400-\u9fff]+|[\u30a1-\u30fa\u30fc]+")
#: Letters with the signs that stand on them, vowel points among them.
_LETTERS = r"(?:[^\W\d_]|[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0963\u0e31-\u0e4e])+"
_WORD = re.compile(_LETTERS)
#: Where an apostrophe is a letter.
_WITH_APOSTROPHE = re.compile(rf"{_LETTERS}(?:['’ʼ]{_LETTERS})*")
_APOSTROPHE_IS_LETTER = frozenset(("uk", "be"))
#: Cosine from which on a word goes with its nearest for sure, and from which on with help of its neighbours. On the
#: clean documents of `benchmarks.garble.document_alarms` unrelated words have .17 at most in nineteen cases of twenty.
SURE, _FAINT = 0.2, 0.06
#: A nearest word loses so much over the whole length of the text.
_DISTANCE = 0.15
#: Cosine of two words of one language from which on they count as one word.
_SAME = 0.62
#: Vectors of function words are shorter than this, in languages without a word list.
_LIGHT = 2.4
_MOST_TOKENS = 120
#: What is left over in a pair can be told to stand for a word where so many words of each side are left.
_MOST_BARE, _LONGEST_LEFT = 2, 3
_BREAK = re.compile(r"[,;:.!?—–«»“”„\"()]")
COMPOUNDING = frozenset(("de", "nl", "sv", "da", "no", "fi", "hu"))


def tokens_of(text: str, lang: str) -> list[Token]:
    """Words with their places, in order; in Chinese and Japanese overlapping pairs of signs."""
    if lang not in UNSPACED:
        pattern = _WITH_APOSTROPHE if lang in _APOSTROPHE_IS_LETTER else _WORD
        return [(match.group(), match.start(), match.end()) for match in pattern.finditer(text)][:_MOST_TOKENS]
    found: list[Token] = []
    for match in _RUN.finditer(text):
        run, at = match.group(), match.start()
        if len(run) < 3 or (run[0] < "\u3100" and run[0] != "々"):
            found.append((run, at, match.end()))
        else:
            found += [(run[n : n + 2], at + n, at + n + 2) for n in range(len(run) - 1)]
    return found[:_MOST_TOKENS]


def is_content(word: str, lang: str) -> bool:
    """Whether a word says something by itself."""
    if lang in UNSPACED:
        return True
    if len(word) < 3:
        return False
    known = ranks(lang)
    return known.get(word.lower(), 9) >= 1 if known else _vector(_key(word, lang))[1] >= _LIGHT


def _key(word: str, lang: str) -> str:
    """What the encoder calls a word."""
    if lang in UNSPACED and not "\u30a0" <= word[0] <= "\u30ff":
        return f":1{word}"
    return f"={fold(word)}"


@lru_cache(maxsize=4096)
def _vector(key: str) -> tuple[FloatArray, float]:
    """A word's vector of length 1, and its length."""
    from mtcheck.encode import StaticEncoder, load_encoder

    encoder = load_encoder()
    if not isinstance(encoder, StaticEncoder):
        raise TypeError("the embedded encoder is a static one")
    found = encoder.fresh_word_vectors([key])[0]
    length = float(np.linalg.norm(found))
    return found / np.float32(max(length, 1e-9)), length


class Reading:
    """A pair's words, and with which word of the source each word of the target goes.

    `nearest[j]` is the place of the source word that target word `j` goes with, `strength[j]` how surely.
    """

    def __init__(self, pair: Pair, langs: tuple[str, str]) -> None:
        self.pair, self.langs = pair, langs
        self.source, self.target = (
            tokens_of(text, lang) for text, lang in zip((pair.source, pair.target), langs, strict=True)
        )
        self.telling = [is_content(word, langs[1]) for word, _, _ in self.target]
        self.nearest, self.strength = self._matched()

    def _matched(self) -> tuple[list[int], list[float]]:
        if not self.source or not self.target:
            return [], []
        ours, theirs = (
            np.stack([_vector(_key(word, lang))[0] for word, _, _ in words])
            for words, lang in zip((self.source, self.target), self.langs, strict=True)
        )
        here, there = (
            np.array([start for _, start, _ in words]) / len(text)
            for words, text in ((self.source, self.pair.source), (self.target, self.pair.target))
        )
        light = np.array([not is_content(word, self.langs[0]) for word, _, _ in self.source])
        cosines = ours @ theirs.T - _DISTANCE * np.abs(here[:, None] - there[None, :]) - 0.1 * light[:, None]
        return cosines.argmax(axis=0).tolist(), cosines.max(axis=0).tolist()

    def rendering(self, places: Iterable[int]) -> list[int]:
        """Places of the words of the target that stand for some words of the source: the surest run of them.

        What goes with no word counts where it stands beside one that does, one word on each side.
        """
        wanted = set(places)
        own = [n for n, telling in enumerate(self.telling) if telling]
        parts: list[list[int]] = [[]]
        for before, n in zip([-1, *own], own, strict=False):
            if not self._belongs(n, wanted) and self.strength[n] >= SURE:
                parts.append([])
                continue
            if before >= 0 and self._apart(before, n):
                parts.append([])
            parts[-1].append(n)
        best = max(parts, key=lambda part: self._weight(part, wanted))
        if self._weight(best, wanted) < SURE:
            return []
        most = {
            self.nearest[n]: max(self.strength[m] for m in best if self.nearest[m] == self.nearest[n]) for n in best
        }
        sure = [
            at
            for at, n in enumerate(best)
            if self._belongs(n, wanted) and self.strength[n] >= min(SURE, most[self.nearest[n]] / 2)
        ]
        return best[max(sure[0] - 1, 0) : sure[-1] + 2]

    def _belongs(self, n: int, wanted: set[int]) -> bool:
        return self.nearest[n] in wanted and self.strength[n] >= _FAINT

    def _weight(self, part: Sequence[int], wanted: set[int]) -> float:
        return sum(self.strength[n] for n in part if self._belongs(n, wanted))

    def _apart(self, one: int, other: int) -> bool:
        """Whether two words of the target are no neighbours: a mark or more than an article stands between them."""
        between = self.target[one][2], self.target[other][1]
        return other - one > 3 or _BREAK.search(self.pair.target, *between) is not None

    @cached_property
    def loose(self) -> list[list[int]]:
        """Runs of telling words beside each other that go with no word of the source."""
        runs: list[list[int]] = []
        last = -1
        for n in (n for n, telling in enumerate(self.telling) if telling):
            if self.strength[n] < SURE:
                if last < 0 or self._apart(last, n):
                    runs.append([])
                runs[-1].append(n)
            last = n if self.strength[n] < SURE else -1
        return runs

    def left_over(self, place: int) -> list[int]:
        """The one run of words that goes with no word of the source, where hardly another word of it has none."""
        linked = {at for at, strength in zip(self.nearest, self.strength, strict=True) if strength >= SURE}
        bare = [n for n, (word, _, _) in enumerate(self.source) if n not in linked and is_content(word, self.langs[0])]
        if place not in bare or len(bare) > _MOST_BARE or len(self.loose) != 1 or len(self.loose[0]) > _LONGEST_LEFT:
            return []
        return self.loose[0]

    def span(self, places: Sequence[int]) -> Span:
        return self.target[places[0]][1], self.target[places[-1]][2]

    def words(self, places: Iterable[int]) -> str:
        return " ".join(self.target[n][0] for n in places)

    def has(self, word: str) -> bool:
        """Whether a word stands in the target, in whatever form."""
        lang = self.langs[1]
        return any(same_word(word, other, lang) for other, _, _ in self.target if len(other) >= 3)


def cosine(one: str, lang: str, other: str, other_lang: str) -> float:
    """Cosine of two words' vectors, each of its language."""
    return float(_vector(_key(one, lang))[0] @ _vector(_key(other, other_lang))[0])


@lru_cache(maxsize=4096)
def likeness(one: str, two: str, lang: str) -> float:
    """Cosine of two words of a language: 1 the same, above .3 mostly of one kind."""
    return float(_vector(_key(one, lang))[0] @ _vector(_key(two, lang))[0])


@lru_cache(maxsize=16384)
def same_word(one: str, two: str, lang: str) -> bool:
    """Whether two words of a language are forms of one, share a root, or are all but one in meaning."""
    a, b = fold(one), fold(two)
    shorter, longer = sorted((a, b), key=len)
    if longer.startswith(shorter) and len(shorter) >= 4:
        return True
    if a == b or is_form(a, b, lang) or is_form(b, a, lang):
        return True
    shared = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    if shared >= 4 and shared >= 0.55 * max(len(a), len(b)):
        return True
    if lang in COMPOUNDING and min(len(a), len(b)) >= 4 and (a in b or b in a):
        return True
    return likeness(one, two, lang) >= _SAME
