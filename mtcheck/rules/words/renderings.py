"""Words of a text, their vectors (of the embedded encoder), and whether two are one word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np

from mtcheck.data import FloatArray
from mtcheck.inflection import fold, is_form
from mtcheck.rules.words.lexicon import ranks

if TYPE_CHECKING:
    from mtcheck.encode import StaticEncoder

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
#: Cosine of two words of one language from which on they count as one word.
_SAME = 0.62
#: Vectors of function words are shorter than this, in languages without a word list, and they have fewer letters.
_LIGHT, _LONG = 2.4, 5
_MOST_TOKENS = 120
#: Vectors that are kept, 1.2 KB each.
_MOST_VECTORS = 4_096
_VECTORS: dict[str, FloatArray] = {}
#: Mark-up that was left over, addresses, and words that were cut by signs of a wrong encoding.
_MAY_BE_DEBRIS = re.compile(r"[{}<>\[\]&\\¶¤©®§¬±°�@/]")
_DEBRIS = re.compile(
    r"\{\{[^{}]{0,80}\}\}|<[^<>]{1,200}>|\[/?\w+(?:[ =][^\[\]]{0,300})?\]|\w+=[”“\"][^”“\"]{0,200}[”“\"]"
    r"|\b\w{1,20}://\S+|\b[\w-]{1,40}(?:\.[\w-]{1,40}){1,4}/\S*|&#?\w{2,8};"
    r"|\\u[0-9a-fA-F]{4}|\w{0,40}[¶¤©®§¬±°�@][\w¶¤©®§¬±°�@.]*"
)
COMPOUNDING = frozenset(("de", "nl", "sv", "da", "no", "fi", "hu"))


def tokens_of(text: str, lang: str) -> list[Token]:
    """Words with their places, in order, without remains of mark-up; in Chinese and Japanese pairs of signs."""
    if _MAY_BE_DEBRIS.search(text):
        text = _DEBRIS.sub(lambda match: " " * len(match[0]), text)
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
    if known:
        return known.get(word.lower(), 9) >= 1
    return len(word) >= _LONG or _vector(key_of_word(word, lang))[1] >= _LIGHT


def key_of_word(word: str, lang: str) -> str:
    """What the encoder calls a word."""
    if lang in UNSPACED and not "\u30a0" <= word[0] <= "\u30ff":
        return f":1{word}"
    return f"={fold(word)}"


@cache
def _encoder() -> StaticEncoder:
    from mtcheck.encode import StaticEncoder, load_encoder

    encoder = load_encoder()
    if not isinstance(encoder, StaticEncoder):
        raise TypeError("the embedded encoder is a static one")
    return encoder


#: What the encoder calls a word: its vector of length 1, and its length. The oldest half goes where there are too many.
_KNOWN: dict[str, tuple[FloatArray, float]] = {}
_MOST_KNOWN = 4_096


def _vector(key: str) -> tuple[FloatArray, float]:
    """A word's vector of length 1, and its length."""
    if key not in _KNOWN:
        _learn([key])
    return _KNOWN[key]


def _learn(keys: Sequence[str]) -> None:
    if len(_KNOWN) + len(keys) > _MOST_KNOWN:
        for key in list(islice(_KNOWN, _MOST_KNOWN // 2)):
            del _KNOWN[key]
    for key, found in zip(keys, _encoder().fresh_word_vectors(keys), strict=True):
        length = float(np.linalg.norm(found))
        _KNOWN[key] = found / np.float32(max(length, 1e-9)), length


def look_up(words: Iterable[str], lang: str) -> None:
    """Have the vectors of some words at hand for `cosine`: of many together they cost little more than one's."""
    look_up_all((word, lang) for word in words)


def look_up_all(words: Iterable[tuple[str, str]]) -> None:
    """As `look_up`, of words with their languages."""
    keys = dict.fromkeys(key_of_word(word, lang) for word, lang in words)
    missing = [key for key in keys if key not in _KNOWN][:_MOST_LOOKED_UP]
    if len(missing) > 1:
        _learn(missing)


_MOST_LOOKED_UP = 256


def vectors_of(keys: Sequence[str]) -> FloatArray:
    """(keys, dimensions): vectors of length 1 of the words that the encoder calls so; at least one."""
    known = {key: vector for key in dict.fromkeys(keys) if (vector := _VECTORS.get(key)) is not None}
    missing = [key for key in dict.fromkeys(keys) if key not in known]
    if missing:
        found = _encoder().fresh_word_vectors(missing)
        found /= np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-9)
        if len(_VECTORS) > _MOST_VECTORS:
            _VECTORS.clear()
        fresh = dict(zip(missing, found, strict=True))
        known |= fresh
        _VECTORS.update(fresh)
    return np.stack([known[key] for key in keys])


def cosine(one: str, lang: str, other: str, other_lang: str) -> float:
    """Cosine of two words' vectors, each of its language."""
    return float(_vector(key_of_word(one, lang))[0] @ _vector(key_of_word(other, other_lang))[0])


@lru_cache(maxsize=4096)
def likeness(one: str, two: str, lang: str) -> float:
    """Cosine of two words of a language: 1 the same, above .3 mostly of one kind."""
    a, b = vectors_of((key_of_word(one, lang), key_of_word(two, lang)))
    return float(a @ b)


@lru_cache(maxsize=4096)
def same_word(one: str, two: str, lang: str) -> bool:
    """Whether two words of a language are forms of one, share a root, or are all but one in meaning."""
    return same_form(one, two, lang) or likeness(one, two, lang) >= _SAME


@lru_cache(maxsize=4096)
def same_form(one: str, two: str, lang: str) -> bool:
    """Whether two words of a language are forms of one or share a root."""
    a, b = fold(one), fold(two)
    shorter, longer = sorted((a, b), key=len)
    if longer.startswith(shorter) and len(shorter) >= 4:
        return True
    if a == b or is_form(a, b, lang) or is_form(b, a, lang):
        return True
    shared = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    if shared >= 4 and shared >= 0.55 * max(len(a), len(b)):
        return True
    return lang in COMPOUNDING and min(len(a), len(b)) >= 4 and (a in b or b in a)
