"""What can be counted in the texts of many pairs without a model: lengths, marks, capitals, figures, copied words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from mtcheck.codepoints import CharTable, joined
from mtcheck.data import FloatArray, IntArray

_Names = npt.NDArray[np.uint64]

_LONGEST = 20_000  # code points of a text that are looked at
_LOT = 128  # pairs taken together: what is made of them on the way stays in the processor's cache
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


def _bits_of(char: str) -> int:
    """A character's class, whether it is odd or a letter in lower case, and the code point that it is there."""
    lower = char.lower()
    odd = len(lower) > 1 or char == "Σ"
    letter = lower[0].isalnum() and not lower[0].isdecimal()
    return _class_of(char) << 1 | odd * _ODD | letter * _LETTER | ord(lower[0]) << _LOWER


_ODD, _LETTER, _LOWER = 1 << 6, 1 << 7, 8  # odd: what it is in lower case takes more than a table
_TABLE = CharTable(_bits_of, np.uint32)
_NAME_BITS = np.uint64(0xBF58476D1CE4E5B9)  # odd
_PLACE_BITS = 0x9E3779B97F4A7C15  # odd


class _Texts:
    """One side's texts. Places count in the texts laid end to end, with a line feed after each."""

    def __init__(self, texts: Sequence[str]) -> None:
        """`texts`: at least one, none longer than `_LONGEST`."""
        self._texts = texts
        self._whole, self.codes, self.ends = joined(texts)
        self._bits = _TABLE.of(self.codes)

    def class_counts(self) -> FloatArray:
        """(n, classes) how many characters of each class a text has; an apostrophe inside a word is a mark."""
        classes = (self._bits & np.uint32(_ODD - 1)) >> np.uint32(1)
        place = np.flatnonzero((self.codes == ord("'")) | (self.codes == ord("’")))
        # A line feed, no letter, is between two texts, and after the last one; before the first one, this one's.
        inside = (classes[place - 1] <= _INDEX["upper"]) & (classes[place + 1] <= _INDEX["upper"])
        classes[place[inside]] = _INDEX["mark"]
        n = len(self.ends)
        row = np.repeat(np.arange(0, n * len(_CLASSES), len(_CLASSES)), np.diff(self.ends, prepend=-1))
        counts = np.bincount(row + classes, minlength=n * len(_CLASSES)).reshape(n, len(_CLASSES))
        counts[:, _INDEX["space"]] -= 1  # the line feed
        return counts.astype(np.float32)

    def words(self, least: int) -> tuple[_Names, IntArray]:
        """The words of so many letters and more in their order, as numbers that begin with the text's own, the same for
        a text's words that are the same in lower case; and (n,) how many words each text has.
        """
        bits, ends = self._bits, self.ends
        if (bits & np.uint32(_ODD)).any():
            _, codes, ends = joined([text.lower() for text in self._texts])
            bits = _TABLE.of(codes)
        letter = (bits & np.uint32(_LETTER)) != 0
        edges = np.flatnonzero(np.diff(letter, prepend=False))
        starts, lengths = edges[::2], edges[1::2] - edges[::2]
        owner = np.repeat(np.arange(len(ends)), np.diff(np.searchsorted(starts, ends), prepend=0))
        first = np.cumsum(lengths) - lengths
        place = np.arange(int(lengths.sum())) - np.repeat(first, lengths)
        powers = np.full(int(lengths.max(initial=0)), _PLACE_BITS, dtype=np.uint64).cumprod(dtype=np.uint64)
        letters = (bits[letter] >> np.uint32(_LOWER)) * powers[place]
        names = np.add.reduceat(letters, first) if len(first) else letters
        own_bits = np.uint64(len(ends).bit_length())
        names = owner.astype(np.uint64) << np.uint64(64) - own_bits | names * _NAME_BITS >> own_bits
        long = lengths >= least
        return names[long], np.bincount(owner[long], minlength=len(ends))

    def gaps(self) -> npt.NDArray[np.float64]:
        """(n,) spaces before commas and full stops, over all spaces."""
        space = self.codes == ord(" ")
        after = np.append(self.codes[1:], np.uint32(0))
        before = space & ((after == ord(",")) | (after == ord(".")))
        starts = np.append(0, self.ends[:-1] + 1)
        some = np.add.reduceat(space, starts, dtype=np.int64)
        return np.add.reduceat(before, starts, dtype=np.int64) / np.maximum(some, 1)


def text_figures(sources: Sequence[str], targets: Sequence[str]) -> FloatArray:
    """(n, len(NAMES)) float32."""
    if not sources:
        return np.zeros((0, len(NAMES)), dtype=np.float32)
    sources, targets = [text[:_LONGEST] for text in sources], [text[:_LONGEST] for text in targets]
    lots = [slice(start, start + _LOT) for start in range(0, len(sources), _LOT)]
    read = [_read(sources[lot], targets[lot]) for lot in lots]
    a, b, words = (np.concatenate(parts) for parts in zip(*read, strict=True))
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
    lost, new = np.zeros((2, len(sources)))
    for i in np.flatnonzero(a[:, _INDEX["digit"]] + b[:, _INDEX["digit"]]).tolist():
        lost[i], new[i] = _figures(sources[i], targets[i])
    texts = list(zip(sources, targets, strict=True))
    columns |= {
        "end_differs": np.array([_ends(*pair) for pair in texts]),
        "figures_lost": lost,
        "figures_new": new,
        "lower_start": np.array([float(x[:1].isupper() and y[:1].islower()) for x, y in texts]),
        **dict(zip(_OF_WORDS, words.T, strict=True)),
    }
    return np.stack([columns[name] for name in NAMES], axis=1).astype(np.float32)


_OF_WORDS = ("gaps_target", "copied", "copied_run", "repeated", "distinct")


def _read(sources: Sequence[str], targets: Sequence[str]) -> tuple[FloatArray, FloatArray, npt.NDArray[np.float64]]:
    """(n, classes) the characters of both sides, and (n, len(_OF_WORDS))."""
    source, target = _Texts(sources), _Texts(targets)
    words = np.stack([target.gaps(), *_copies(source.words(1)[0], *target.words(2))], axis=1)
    return source.class_counts(), target.class_counts(), words


def _copies(known: _Names, words: _Names, sizes: IntArray) -> list[npt.NDArray[np.float64]]:
    """`_OF_WORDS` but the first, of target `words`, of which text i has `sizes[i]`; `known` are the sources' words."""
    n = len(sizes)
    own_bits = np.uint64(64 - n.bit_length())
    many = np.maximum(sizes, 1)
    sorted_words = np.sort(words)
    fresh = np.append(True, sorted_words[1:] != sorted_words[:-1])[: len(words)]
    distinct = np.bincount((sorted_words[fresh] >> own_bits).astype(np.int64), minlength=n)
    owner = np.repeat(np.arange(n), sizes)
    repeated = np.zeros(len(words), dtype=bool)
    repeated[1:] |= words[1:] == words[:-1]
    repeated[2:] |= words[2:] == words[:-2]
    copied = _among(words, known)
    at = np.arange(len(words))
    # A run goes on from the last word that is no copy, or from the text's beginning.
    last = np.maximum.accumulate(np.where(copied, -1, at))
    begin = np.cumsum(sizes) - sizes
    longest = np.zeros(n, dtype=np.int64)
    np.maximum.at(longest, owner[copied], (at - np.maximum(last, begin[owner] - 1))[copied])
    return [
        np.bincount(owner[copied], minlength=n) / many,
        longest / many,
        np.bincount(owner[repeated], minlength=n) / many,
        np.where(sizes > 0, distinct / many, 1.0),
    ]


def _among(words: _Names, known: _Names) -> npt.NDArray[np.bool_]:
    """Which of the words are known: most are not, and for them a look into a table of bits is enough."""
    table = np.zeros(1 << _TABLE_BITS, dtype=bool)
    slot_bits = np.uint64((1 << _TABLE_BITS) - 1)
    table[known & slot_bits] = True
    found: npt.NDArray[np.bool_] = table[words & slot_bits]
    found[found] = np.isin(words[found], known, kind="sort")
    return found


_TABLE_BITS = 15


def _ends(source: str, target: str) -> float:
    a, b = _end_mark(source), _end_mark(target)
    if a == b:
        return 0.0
    return 1.0 if not a or not b else 0.5


def _end_mark(text: str) -> str:
    if last := _END_MARKS.get(text[-1:]):
        return last
    return _END_MARKS.get(text.rstrip().rstrip(_CLOSERS).rstrip()[-1:], "")


def _figures(source: str, target: str) -> tuple[float, float]:
    there, here = _DIGITS.findall(source), _DIGITS.findall(target)
    if there == here:
        return 0.0, 0.0
    a, b = Counter(map(_plain, there)), Counter(map(_plain, here))
    return (a - b).total() / max(a.total(), 1), (b - a).total() / max(b.total(), 1)


def _plain(digits: str) -> str:
    return digits if digits.isascii() else "".join(str(unicodedata.decimal(digit)) for digit in digits)
