"""Text -> words -> features: the part of the static encoder that knows about scripts.

A *run* is a maximal stretch of letters, marks and digits; a run is cut into *words* by script, and every word is
described by *features*, strings that name rows of the weight table. Everything is local to a word, so a
sentence's vector is the sum of its words' vectors, and equal words always give equal vectors.

The first character of a feature is its family:

    =word        a whole word, case-folded          <ab, abc, bc>  its character n-grams, with word boundaries
    ~<abc        n-grams of the romanised word      ^<brn          n-grams of its consonant skeleton
    #1984, #3:98 a whole number; digits by place    :北京          characters of scripts written without spaces
    ?            a sign with a meaning of its own

The romanised word lets "Блинкен" and "Blinken" share rows; the skeleton does the same for scripts that write no
vowels or change them (بلينكن, ブリンケン).
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from anyascii import anyascii

# Inclusive ranges. Scripts without spaces are read as overlapping windows of characters.
_CJK = "\u2e80-\u2fdf\u3005-\u3007\u3041-\u309f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_KATAKANA = "\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9f"
_SEA = "\u0e01-\u0e4e\u0e80-\u0ece\u0edc-\u0eff\u0f40-\u0fbc\u1000-\u103f\u1050-\u1089\u1780-\u17dd"

MAX_WORD = 48  # longer words are read in pieces of so many characters: keeps hostile input linear
_CJK_WINDOW = 3
_SEA_WINDOW = 8
_JOINERS = "\u200c\u200d\u00ad\u0640"  # zero-width joiners, soft hyphen, Arabic tatweel
_SIGNS = "?!%$€£¥₽؟？！％"

_DROP_JOINERS = str.maketrans("", "", _JOINERS)
_FOLD_SIGNS = str.maketrans("؟？！％", "??!%")
# What transliterations confuse is folded: l/r, v/f, voiced and unvoiced stops, s/z/x; vowels and h, w, y go.
_SKELETON = str.maketrans("lvcqgzjxdp", "rfkkkssstb", "aeiouywh")
# Letters that writers leave out or exchange, and vowel points that only dictionaries and scripture print.
_FOLD_LETTERS = str.maketrans(
    "ёşţأإآٱىیک",
    "еșțاااايي\u0643",
    "\u0300\u0301\u0670" + "".join(map(chr, [*range(0x591, 0x5C8), *range(0x64B, 0x653)])),
)  # fmt: skip
# Words that these scripts write together with the next or the one before: articles, "and", prepositions, particles.
_ARTICLES = {
    "arabic": ("وبال", "وال", "بال", "كال", "فال", "ولل", "ال", "لل", "و", "ب", "ل"),
    "hebrew": ("וה", "שה", "בה", "מה", "לה", "ה", "ו", "ב", "ל", "מ", "ש", "כ"),
}
FIRST_WITH_ARTICLES = "\u05d0"  # words that sort before have none
_KOREAN_PARTICLES = (
    "에서는", "으로는", "에게서", "이라는", "에서", "에게", "으로", "까지", "부터", "하고", "처럼", "보다", "이나",
    "라는",
    "은", "는", "이", "가", "을", "를", "의", "에", "로", "와", "과", "도", "만",
)  # fmt: skip
LONGEST_PREFIX = 8  # code points of a bounded word that it shares with its inflected forms
_NOT_ROMAN = re.compile(r"[^a-z0-9]+")
_REPEATED = re.compile(r"(.)\1+")

_WORD = re.compile(rf"\d+|[{_KATAKANA}]+|[{_CJK}]+|[{_SEA}]+|[{_SIGNS}]|[^\d_{_KATAKANA}{_CJK}{_SEA}{_SIGNS}]+")
_FIRST_UNSPACED = "\u0e01"  # below it no letter belongs to a script without spaces
_FIRST_IS_CJK = re.compile(f"[{_CJK}]")
_FIRST_IS_SEA = re.compile(f"[{_SEA}]")


@functools.cache
def run_pattern() -> re.Pattern[str]:
    r"""Matches runs: letters, digits, combining marks (which `\w` leaves out) and joiners; or one sign."""
    marks = "".join(f"{chr(start)}-{chr(end)}" for start, end in _mark_ranges())
    return re.compile(rf"[\w{marks}\u200c\u200d\u00ad]+|[{_SIGNS}]")


def _mark_ranges() -> Iterator[tuple[int, int]]:
    """Inclusive ranges of combining marks in the basic multilingual plane."""
    start = None
    for code in range(0x300, 0xFE30):
        if unicodedata.category(chr(code))[0] == "M":
            start = code if start is None else start
        elif start is not None:
            yield start, code - 1
            start = None


def split_run(run: str) -> list[tuple[int, int, str]]:
    """`(start, end, key)` of every word in a run, offsets in the run, ascending and disjoint.

    The key is the normalised word behind its family character; words with equal keys have equal vectors. A word of
    a script without spaces is one character (with its marks) whose key also holds the few that follow.
    """
    if len(run) <= MAX_WORD and run.isalpha() and max(run) < _FIRST_UNSPACED:
        key = _key(run)
        return [(0, len(run), key)] if key else []
    words: list[tuple[int, int, str]] = []
    for match in _WORD.finditer(run):
        start, end = match.span()
        first = run[start]
        if _FIRST_IS_CJK.match(first):
            words.extend(_windows(run, start, end, _CJK_WINDOW))
        elif _FIRST_IS_SEA.match(first):
            words.extend(_windows(run, start, end, _SEA_WINDOW))
        elif first in _SIGNS:
            words.append((start, end, "?" + first.translate(_FOLD_SIGNS)))
        else:
            for piece in range(start, end, MAX_WORD):
                stop = min(piece + MAX_WORD, end)
                key = _key(run[piece:stop])
                if key:
                    words.append((piece, stop, key))
    return words


def _windows(run: str, start: int, end: int, size: int) -> Iterator[tuple[int, int, str]]:
    """One word a base character; marks stay with the character before them."""
    bases = [i for i in range(start, end) if unicodedata.category(run[i])[0] != "M"]
    for number, base in enumerate(bases):
        stop = bases[number + 1] if number + 1 < len(bases) else end
        window = unicodedata.normalize("NFKC", run[base : min(base + size, end)])
        yield base, stop, f":{stop - base}{window}" if stop - base < 10 else f":9{window}"


def _key(word: str) -> str:
    """The word's key, empty for one that consists of joiners and marks alone."""
    if word[0].isdecimal():
        return "#" + "".join(str(unicodedata.decimal(digit)) for digit in word)
    if word.isascii():
        return key_of(word.lower())
    word = unicodedata.normalize("NFKC", word.translate(_DROP_JOINERS)).casefold().translate(_FOLD_LETTERS)
    return key_of(word) if word else ""


class Features(NamedTuple):
    """What describes a word: its own row, rows it shares with its inflected forms, and all parts to fall back on."""

    whole: str | None  # None where the family has none
    stems: list[str]  # part of `parts`
    parts: list[str]


def features(key: str, *, with_parts: bool = True) -> Features:
    """The names of the rows that may make up a word's vector; without its parts where only stems are wanted."""
    family = key[0]
    if family == "=":
        return _letter_features(key[1:], with_parts)
    if family == "#":
        return Features(key, [], _digit_features(key[1:]))
    if family == ":":
        window = key[2:]
        return Features(None, [], [":" + window[:size] for size in range(1, len(window) + 1)])
    return Features(key, [], [])


def _letter_features(word: str, with_parts: bool) -> Features:
    bounded = f"<{word}>"
    hangul = is_hangul(word)
    if hangul:
        stems = ["=" + stem for stem in _without(word, (), _KOREAN_PARTICLES)]
    else:
        stems = article_stems(word)
        stems.extend(bounded[:size] for size in range(4, min(LONGEST_PREFIX, len(word)) + 1))
    if not with_parts:
        return Features(key_of(word), stems, stems)
    # Of the longer n-grams those at the word's start are among the stems.
    grams = _ngrams(bounded, 2, 4) if hangul else _ngrams(bounded, 3, 3) + _ngrams(bounded[1:], 4, 5)
    parts = stems + grams
    roman = romanised(word)
    if roman:
        parts.extend(["~" + gram for gram in _ngrams(f"<{roman}>", 3, 5)])
        bones = skeleton(roman)
        if len(bones) > 1:
            parts.extend(["^" + gram for gram in _ngrams(f"<{bones}>", 3, 5)])
    return Features(key_of(word), stems, parts)


def is_hangul(word: str) -> bool:
    """Whether a word is Korean: a Hangul syllable holds two or three letters, so its n-grams are shorter."""
    return "\uac00" <= word[:1] <= "\ud7a3"


def article_stems(word: str) -> list[str]:
    """The key of the word without what Arabic or Hebrew writes together with it; else none."""
    return ["=" + stem for stem in _without(word, _ARTICLES.get(_block(word), ()), ())]


def key_of(word: str) -> str:
    """The key of a normalised word of letters."""
    return "=" + word


def _block(word: str) -> str:
    return "arabic" if "\u0620" <= word[:1] <= "\u06ff" else "hebrew" if "\u05d0" <= word[:1] <= "\u05ea" else ""


def _without(word: str, heads: tuple[str, ...], tails: tuple[str, ...]) -> list[str]:
    """The word without the first head or tail (longest first) that leaves at least two letters."""
    for head in heads:
        if word.startswith(head) and len(word) - len(head) >= 3:
            return [word[len(head) :]]
    for tail in tails:
        if word.endswith(tail) and len(word) - len(tail) >= 2:
            return [word[: -len(tail)]]
    return []


class _Roman(dict[int, str]):
    """What each code point is in lower-case ASCII letters and digits, filled in as it is met."""

    def __missing__(self, code: int) -> str:
        self[code] = _NOT_ROMAN.sub("", anyascii(chr(code)).lower())
        return self[code]


_ROMAN = _Roman()


def romanised(word: str) -> str:
    """Lower-case ASCII letters and digits that come nearest to the word; empty where nothing does."""
    return word if word.isascii() else word.translate(_ROMAN)


def skeleton(roman: str) -> str:
    """The consonants of a romanised word in classes that transliteration keeps apart, without doubles; of several words
    at once, a line each.
    """
    return _REPEATED.sub(r"\1", roman.translate(_SKELETON))


def _digit_features(digits: str) -> list[str]:
    """Digits in twos with their place from the right, so numbers outside the table still differ and still match."""
    padded = "^" + digits
    size = len(padded)
    return [f"#{size - i - 2}:{padded[i : i + 2]}" for i in range(size - 1)]


def _ngrams(text: str, shortest: int, longest: int) -> list[str]:
    return [text[i : i + size] for size in range(shortest, longest + 1) for i in range(len(text) - size + 1)]
