"""The tokens of many texts at once, as arrays: the same as `fluency_text.tokenize` finds text by text, far faster.

Texts that may have debris (links, tags), long ones, and languages that elide are left to `tokenize`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from mtcheck.codepoints import CharTable, Codes, joined
from mtcheck.fluency_ngram import Ids
from mtcheck.fluency_text import (
    CLOSERS,
    CODE_MARKS,
    COMMAS,
    ELIDING,
    SENTENCE_END,
    is_cased,
    is_combining,
    is_ideograph,
    is_native,
    mark_key,
    may_have_debris,
)
from mtcheck.stretches import Stretches, marked

Mask = npt.NDArray[np.bool_]
Bits = npt.NDArray[np.uint32]
_LONGEST = 2_000  # code points; a longer text may have more tokens than are looked at

_LETTER, _IDEOGRAPH, _COMBINING, _DIGIT, _SPACE, _APOSTROPHE, _DOT, _SEPARATOR = (1 << n for n in range(1, 9))
_UPPER, _SMALL, _CASED, _END, _RESET, _COLON, _CODE, _COMMA = (1 << n for n in range(9, 17))


def _bits_of(char: str) -> int:
    ideograph, key = is_ideograph(char), mark_key(char)
    has = {
        _LETTER: char.isalnum() and not char.isdecimal() and not ideograph,
        _IDEOGRAPH: ideograph,
        _COMBINING: is_combining(char),
        _DIGIT: char.isdecimal(),
        _SPACE: char.isspace(),
        _APOSTROPHE: char in "'’ʼ״",
        _DOT: char == ".",
        _SEPARATOR: char in ".,:/",
        _UPPER: char.isupper(),
        _SMALL: char.islower() or (char.istitle() and not char.isupper()),
        _CASED: is_cased(char),
        _END: key in SENTENCE_END,
        _RESET: key not in SENTENCE_END and key not in CLOSERS and key != ":",
        _COLON: key == ":",
        _CODE: char in CODE_MARKS,
        _COMMA: key in COMMAS,
    }
    return sum(bit for bit, holds in has.items() if holds)


_TABLE = CharTable(_bits_of, np.uint32)


@cache
def _natives(lang: str) -> CharTable[np.uint8]:
    return CharTable(lambda char: 2 * is_native(char, lang), np.uint8)


def is_plain(text: str) -> bool:
    """Whether a text can be taken together with others (in a language that does not elide)."""
    return len(text) <= _LONGEST and not may_have_debris(text)


@dataclass(slots=True)
class FlatTokens:
    """Tokens of several texts in one sequence; `owner` is ascending, `index` counts within a text."""

    owner: Ids
    index: Ids
    code: Codes  # the first character; "0" for a number, "…" for dots in a row
    is_word: Mask  # a word of two alphabets' letters or more; the others are one sign each, or a number
    is_number: Mask
    is_mark: Mask
    foreign: Mask  # not scored
    initial: Mask
    breaks: Mask
    words: Stretches  # the `is_word` tokens, in order

    def of(self, numbers: Sequence[int]) -> FlatTokens:
        """The tokens of some of the texts; `numbers` has the new number of each text, ascending, or -1."""
        if all(new == old for old, new in enumerate(numbers)):
            return self
        owner = np.array(numbers, dtype=np.int64)[self.owner]
        kept = owner >= 0
        names = ("index", "code", "is_word", "is_number", "is_mark", "foreign", "initial", "breaks")
        columns = {name: getattr(self, name)[kept] for name in names}
        return FlatTokens(owner=owner[kept], words=self.words.kept(kept[self.is_word]), **columns)


def flat_tokens(texts: Sequence[str], lang: str) -> tuple[FlatTokens, Mask]:
    """The tokens of texts that are all plain; and which texts may be unjudgeable (`fluency_text.unjudgeable` knows).

    Nobody else is: the mask holds for every text that is unjudgeable.
    """
    if texts and lang in ELIDING:
        raise ValueError(f"{lang} elides: its texts are no plain ones")
    whole, codes, ends = joined(texts)
    bits = _TABLE.of(codes)
    inside, number, ideograph, mark = _parts(bits)
    word_starts = _begins(inside)
    starts = word_starts | _begins(number) | ideograph | mark
    at = np.flatnonzero(starts)
    first_codes = codes[at]
    first_codes[number[at]] = ord("0")
    first_codes[mark[at] & (codes[at] == ord(".")) & (codes[np.minimum(at + 1, len(codes) - 1)] == ord("."))] = ord("…")
    owner = np.searchsorted(ends, at)
    first = np.searchsorted(owner, np.arange(len(texts)))
    begins, lengths, names = marked(codes, inside, word_starts)
    tokens = FlatTokens(
        owner=owner,
        index=np.arange(len(at)) - first[owner],
        code=first_codes,
        is_word=word_starts[at],
        is_number=number[at],
        is_mark=mark[at],
        foreign=(word_starts | ideograph)[at] & (_natives(lang).of(codes[at]) < 2),
        initial=np.zeros(len(at), dtype=bool),
        breaks=np.zeros(len(at), dtype=bool),
        words=Stretches(owner[word_starts[at]], lengths, names, begins, whole),
    )
    _mark_sentences(tokens, bits[at])
    return tokens, _doubtful(tokens, bits, at, inside, texts)


def _parts(bits: Bits) -> tuple[Mask, Mask, Mask, Mask]:
    """What each character is in: a word, a number, an ideograph, or the beginning of a mark."""

    def are(kind: int) -> Mask:
        found: Mask = (bits & np.uint32(kind)) != 0
        return found

    letter, digit, ideograph = are(_LETTER), are(_DIGIT), are(_IDEOGRAPH)
    after_letter, after_digit = np.append(letter[1:], False), np.append(digit[1:], False)
    run = letter | (are(_COMBINING) & ~ideograph) | (are(_APOSTROPHE) & after_letter)
    # A word goes from the first letter of a run to its end: marks and apostrophes before it are no part of it.
    at = np.arange(len(bits))
    last_letter = np.maximum.accumulate(np.where(letter, at, -1))
    last_gap = np.maximum.accumulate(np.where(run, -1, at))
    inside = run & (last_letter > last_gap)
    number = digit | (are(_SEPARATOR) & after_digit & np.append(False, digit[:-1]))
    mark = ~(inside | number | ideograph | are(_SPACE))
    dot = mark & are(_DOT)
    mark[1:] &= ~(dot[1:] & dot[:-1])  # dots in a row are one mark
    return inside, number, ideograph, mark


def _begins(inside: Mask) -> Mask:
    starts = inside.copy()
    starts[1:] &= ~inside[:-1]
    return starts


def _mark_sentences(tokens: FlatTokens, bits: Bits) -> None:
    """Fill in `initial` and `breaks`: a sentence ends at its mark, closing marks after it aside."""
    at = np.arange(len(bits))
    other = ~tokens.is_mark

    def before(chosen: Mask) -> Ids:
        """The last token before each one that is chosen, -1 where there is none in the text."""
        last = np.append(-1, np.maximum.accumulate(np.where(chosen, at, -1))[:-1]) if len(at) else at
        return np.where(last >= at - tokens.index, last, -1)

    end = tokens.is_mark & ((bits & np.uint32(_END)) != 0)
    turn = before(other | end | (tokens.is_mark & ((bits & np.uint32(_RESET)) != 0)))
    ended = (turn >= 0) & end[turn]
    word, colon = before(other), before(tokens.is_mark & ((bits & np.uint32(_COLON)) != 0))
    small = (bits & np.uint32(_IDEOGRAPH | _UPPER) == 0) & ((bits & np.uint32(_CASED)) != 0)
    tokens.breaks = other & ended & ~small
    tokens.initial = other & ((word < 0) | (colon > word) | tokens.breaks)


def _doubtful(tokens: FlatTokens, bits: Bits, at: Ids, inside: Mask, texts: Sequence[str]) -> Mask:
    """Which texts one of the reasons of `unjudgeable` may hold for."""
    n = len(texts)

    def count(chosen: Mask) -> Ids:
        return np.bincount(tokens.owner[chosen], minlength=n)

    ours, word = bits[at], ~tokens.foreign & ~tokens.is_mark & ~tokens.is_number
    n_words, n_foreign, n_signs = count(word), count(tokens.foreign), count(word & ~tokens.is_word)
    ends = count(tokens.is_mark & ((ours & np.uint32(_END)) != 0)) > 0
    commas = count(tokens.is_mark & ((ours & np.uint32(_COMMA)) != 0))
    doubtful = (n_words - n_signs / 2 < 3) | (n_foreign > n_words) | (count(tokens.is_number) > n_words)
    doubtful |= count(tokens.is_mark & ((ours & np.uint32(_CODE)) != 0)) > 0.35 * n_words + 1
    number = np.cumsum(_begins(inside)) - 1  # which word a character of one is in
    kept = np.flatnonzero(inside)
    owner, chars, whose = tokens.owner[tokens.is_word], bits[kept], number[kept]
    native = word[tokens.is_word]

    def of_words(kind: int) -> Ids:
        return np.bincount(whose[(chars & np.uint32(kind)) != 0], minlength=len(owner))

    length = np.bincount(whose, minlength=len(owner))
    cased = native & (of_words(_CASED) > 0)
    large = cased & (of_words(_UPPER) > 0) & (of_words(_SMALL) == 0) & (length > 1)
    long = cased & (length > 3)
    titled = long & ((ours[tokens.is_word] & np.uint32(_UPPER)) != 0)
    n_cased, n_large, n_long, n_titled = (np.bincount(owner[m], minlength=n) for m in (cased, large, long, titled))
    doubtful |= (n_cased >= 3) & ((n_large > 0.6 * n_cased) | (~ends & (n_long >= 3) & (n_titled > 0.75 * n_long)))
    doubtful |= ~ends & (((n_words <= 10) & (n_cased == n_words)) | (commas * 2.5 > n_words))
    mask: Mask = doubtful | np.array(["\n" in text for text in texts], dtype=bool)
    return mask
