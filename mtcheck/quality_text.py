"""What can be counted in the texts of many pairs without a model: lengths, marks, capitals, figures, copied words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from mtcheck.codepoints import CharTable, joined
from mtcheck.data import FloatArray

_LONGEST = 20_000  # code points of a text that are looked at
_CLASSES = ("letter", "upper", "digit", "space", "mark", "stop", "comma", "ask", "shout", "colon", "quote", "bracket",
            "dash", "other")  # fmt: skip
_INDEX = {name: number for number, name in enumerate(_CLASSES)}
_CHARS = {
    "stop": ".。．।॥։۔…",
    "comma": ",，、،",
    "ask": "?？؟",
    "shout": "!！",
    "colon": ":;：；؛",
    "quote": "\"'«»“”„‟‘’‚‹›「」『』《》〈〉`",
    "bracket": "()[]{}（）［］【】",
    "dash": "-–—―‐‑~",
}
_END_MARKS = {char: name for name in ("stop", "ask", "shout", "colon", "comma") for char in _CHARS[name]}
_DIGITS = re.compile(r"\d+")
_CLOSERS = "\"'”’»›)]}）」』》"
_RATIOS = ("stop", "comma", "ask", "shout", "colon", "quote", "bracket", "dash", "digit")

NAMES = (
    "chars_source",  # log of 1 + letters and digits
    "chars_ratio",  # log of the same, target over source
    "upper_source",
    "upper_target",
    "word_length_source",
    "word_length_target",
    *(f"{name}_source" for name in _RATIOS),  # per word
    *(f"{name}_gap" for name in _RATIOS),  # absolute difference of counts, target and source
    "other_target",  # share of characters that are neither letters, digits, marks nor usual punctuation
    "end_differs",  # 1 where one side ends like a sentence and the other does not; 0.5 for another mark
    "figures_lost",  # share of the source's digit groups that the target lacks
    "figures_new",
    "copied",  # share of the target's words (2 letters and more) that stand in the source
    "copied_run",  # longest unbroken stretch of them over the target's words
    "repeated",  # share of the target's words that equal one of the two words before
    "distinct",  # distinct words over words, target
    "lower_start",  # 1 where the target starts in lower case and the source in upper case
    "gaps_target",  # spaces before commas and full stops, over all spaces (before others French has them)
)


def _class_of(char: str) -> int:
    """The index of a character's class; characters beyond the basic plane count as letters."""
    if char > "\uffff":
        return _INDEX["letter"]
    for name, chars in _CHARS.items():
        if char in chars:
            return _INDEX[name]
    category = unicodedata.category(char)
    name = _BY_CATEGORY.get(category) or {"L": "letter", "M": "mark"}.get(category[0], "other")
    return _INDEX[name]


_BY_CATEGORY = {"Lu": "upper", "Lt": "upper", "Nd": "digit", "Zs": "space", "Cc": "space", "Pd": "dash"}
_TABLE = CharTable(lambda char: _class_of(char) << 1, np.uint8)


def class_counts(texts: Sequence[str]) -> FloatArray:
    """(n, classes) float32: how many characters of each class a text has; an apostrophe inside a word is a mark."""
    if not texts:
        return np.zeros((0, len(_CLASSES)), dtype=np.float32)
    cut = [text[:_LONGEST] for text in texts]
    codes = np.frombuffer("".join(cut).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    classes = _TABLE.of(codes) >> 1
    owner = np.repeat(np.arange(len(cut)), [len(text) for text in cut])
    place = np.flatnonzero((codes[1:-1] == ord("'")) | (codes[1:-1] == ord("’"))) + 1
    inside = (classes[place - 1] <= _INDEX["upper"]) & (classes[place + 1] <= _INDEX["upper"])
    inside &= owner[place - 1] == owner[place + 1]
    classes[place[inside]] = _INDEX["mark"]
    counts = np.bincount(owner * len(_CLASSES) + classes, minlength=len(cut) * len(_CLASSES))
    return counts.reshape(len(cut), len(_CLASSES)).astype(np.float32)


def text_figures(sources: Sequence[str], targets: Sequence[str]) -> FloatArray:
    """(n, len(NAMES)) float32."""
    a, b = class_counts(sources), class_counts(targets)
    letters_a, letters_b = a[:, :3].sum(axis=1), b[:, :3].sum(axis=1)
    words_a, words_b = np.maximum(a[:, 3] + 1, 1), np.maximum(b[:, 3] + 1, 1)
    columns: dict[str, npt.NDArray[np.floating]] = {
        "chars_source": np.log1p(letters_a),
        "chars_ratio": np.log((letters_b + 1) / (letters_a + 1)),
        "upper_source": a[:, 1] / np.maximum(letters_a, 1),
        "upper_target": b[:, 1] / np.maximum(letters_b, 1),
        "word_length_source": letters_a / words_a,
        "word_length_target": letters_b / words_b,
        "other_target": b[:, _INDEX["other"]] / np.maximum(b.sum(axis=1), 1),
    }
    for name in _RATIOS:
        k = _INDEX[name]
        columns[f"{name}_source"] = a[:, k] / words_a
        columns[f"{name}_gap"] = np.abs(a[:, k] - b[:, k])
    have_figures = (a[:, _INDEX["digit"]] + b[:, _INDEX["digit"]] > 0).tolist()
    targets_words = [[word for word in words if len(word) > 1] for words in _words(targets)]
    texts = zip(sources, targets, _words(sources), targets_words, have_figures, strict=True)
    rows = np.array([_pair_figures(*row) for row in texts], dtype=np.float32)
    rows = rows.reshape(len(sources), len(_PAIR_NAMES))
    columns.update((name, rows[:, k]) for k, name in enumerate(_PAIR_NAMES))
    return np.stack([columns[name] for name in NAMES], axis=1).astype(np.float32)


_PAIR_NAMES = ("end_differs", "figures_lost", "figures_new", "copied", "copied_run", "repeated", "distinct",
               "lower_start", "gaps_target")  # fmt: skip
_LETTERS = CharTable(lambda char: 2 * (char.isalnum() and not char.isdecimal()), np.uint8)


def _words(texts: Sequence[str]) -> list[list[str]]:
    """The words of each text in lower case."""
    if not texts:
        return []
    _, codes, ends = joined([text[:_LONGEST].lower() for text in texts])
    spaced = np.where(_LETTERS.of(codes) > 1, codes, np.uint32(ord(" ")))
    spaced[ends] = ord("\n")
    lines = spaced.tobytes().decode("utf-32-le").split("\n")
    return [line.split() for line in lines[:-1]]


def _pair_figures(
    source: str, target: str, source_words: list[str], words: list[str], has_figures: bool
) -> tuple[float, ...]:
    """`words` are the target's, of two letters and more."""
    source, target = source[:_LONGEST], target[:_LONGEST]
    lost, new = _figures(source, target) if has_figures else (0.0, 0.0)
    own = set(words)
    copied = run = repeated = 0.0
    if len(own) < len(words) or not own.isdisjoint(source_words):
        copied, run, repeated = _copies(words, source_words)
    return (
        _ends(source, target),
        lost,
        new,
        copied,
        run,
        repeated,
        len(own) / len(words) if words else 1.0,
        float(source[:1].isupper() and target[:1].islower()),
        (target.count(" ,") + target.count(" .")) / max(target.count(" "), 1),
    )


def _ends(source: str, target: str) -> float:
    a, b = _end_mark(source), _end_mark(target)
    if a == b:
        return 0.0
    return 1.0 if not a or not b else 0.5


def _end_mark(text: str) -> str:
    return _END_MARKS.get(text.rstrip().rstrip(_CLOSERS).rstrip()[-1:], "")


def _figures(source: str, target: str) -> tuple[float, float]:
    there, here = _DIGITS.findall(source), _DIGITS.findall(target)
    if there == here:
        return 0.0, 0.0
    a, b = Counter(map(_plain, there)), Counter(map(_plain, here))
    return (a - b).total() / max(a.total(), 1), (b - a).total() / max(b.total(), 1)


def _plain(digits: str) -> str:
    return digits if digits.isascii() else "".join(str(unicodedata.decimal(digit)) for digit in digits)


def _copies(words: list[str], source_words: list[str]) -> tuple[float, float, float]:
    """Share of words that the source holds, longest run of them over the words, share of words said twice."""
    known = set(source_words)
    copied = run = longest = repeated = 0
    before = earlier = ""
    for word in words:
        if word in known:
            copied, run = copied + 1, run + 1
            longest = max(longest, run)
        else:
            run = 0
        repeated += word in (before, earlier)
        before, earlier = word, before
    return copied / len(words), longest / len(words), repeated / len(words)
