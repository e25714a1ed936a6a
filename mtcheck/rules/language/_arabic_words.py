# ruff: noqa: E501 (table)
"""Words of an Arabic text that are only spelled in Latin letters: `masa’an` for مساء (LNG007).

Arabic writes consonants and long vowels. A token spells a word where each letter of the word is read in turn, with a
short vowel at most between two of them, a letter doubled or not, and the article and the ending of the case or not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from mtcheck.rules.language._loans import ARABIC_LOANS
from mtcheck.rules.text import Span, places
from mtcheck.rules.words.lexicon import words
from mtcheck.rules.words.lists import Words
from mtcheck.rules.words.spelling import spelling

_READ = {
    "ا": "a|aa|", "أ": "a|u|i|o|e", "إ": "i|e", "آ": "a|aa", "ى": "a|aa", "ء": "['’ʾ]|", "ئ": "['’ʾ]|y|i|", "ؤ": "['’ʾ]|u|o|w|",
    "ب": "b", "پ": "p", "ت": "t", "ث": "th|t|s", "ج": "j|g|dj", "چ": "ch", "ح": "h", "خ": "kh|h", "د": "d", "ذ": "dh|th|z|d",
    "ر": "r", "ز": "z", "ژ": "zh", "س": "s", "ش": "sh|ch", "ص": "s", "ض": "d|dh", "ط": "t", "ظ": "z|dh|th", "ع": "['’ʿ‘]|a|",
    "غ": "gh|g", "ف": "f", "ق": "q|k|g", "ك": "k|c", "ک": "k", "گ": "g", "ل": "l", "م": "m", "ن": "n", "ه": "h", "ة": "a|ah|at|eh|e",
    "و": "w|u|oo|ou|o|v", "ي": "y|i|ee|e|ai|ay|iy", "ی": "y|i|ee|e",
}  # fmt: skip
_LETTER_NAMES = frozenset(_READ)
#: A word in small letters, with marks for what Latin letters lack inside.
_TOKEN = re.compile(r"(?<![\w'’ʿʾ.-])[a-z]{2,}(?:['’ʿʾ‘][a-z]{2,})?(?![\w'’ʿʾ-])")
_SHORTEST_TOKEN, _FEWEST_LETTERS = 5, 4
_MOST_LETTERS, _SHORTEST_STEM = 14, 3
_ARTICLES = ("وال", "بال", "فال", "كال", "لل", "ال")


def spelled_arabic(text: str, source: str, own: Words) -> Iterator[Span]:
    """Spans of words in small letters that no list has and that spell a word of the source."""
    there: dict[str, None] | None = None
    for match in places(_TOKEN, text):
        token = match[0]
        if len(token) < _SHORTEST_TOKEN or token in ARABIC_LOANS or token in own or token.rstrip("s") in own:
            continue
        if not token.isalpha() and all(part in own for part in re.split("['’ʿʾ‘]", token)):
            continue  # `there’ll`
        if not _is_no_loan(token):
            continue
        if there is None:
            there = dict.fromkeys(map(_undressed, words(source)))
        if any(_may_begin(bare[:1], token[0]) and _reads(bare, token) for bare in there):
            yield match.span()


def _may_begin(letter: str, first: str) -> bool:
    """Whether a word with this first letter may be spelled with that one: most are not, and no pattern is needed."""
    return first in "aeiou" or first in _INITIALS.get(letter, "")


_INITIALS = {letter: "".join(one[:1] for one in readings.split("|")) for letter, readings in _READ.items()}


def _reads(bare: str, token: str) -> bool:
    pattern = _pattern(bare)
    return pattern is not None and pattern.fullmatch(token) is not None


#: Bits a letter (`Spelling`) from which a word is no English one; below lie loans of Arabic (`motocross`, `serine`).
_UNLIKE_ENGLISH = 3.5
_TERM = re.compile(r"(?:ine|us|um|ase|globin|ol|oma|itis)\Z")


@lru_cache(maxsize=4096)
def _is_no_loan(token: str) -> bool:
    letters, plain = spelling("en"), re.sub("[^a-z]", "", token)
    if letters is None or _TERM.search(plain):
        return False
    return letters.letters(plain) >= _UNLIKE_ENGLISH * (len(plain) + 1)


@lru_cache(maxsize=4096)
def _pattern(bare: str) -> re.Pattern[str] | None:
    """How a word without its article may be spelled; None for one that is too short to tell."""
    enough = _FEWEST_LETTERS - ("ء" in bare)
    if not enough <= len(bare) <= _MOST_LETTERS or not _LETTER_NAMES.issuperset(bare):
        return None
    body = "".join(f"(?:{_doubled(_READ[letter])})[aeiou]?" for letter in bare)
    return re.compile(rf"(?:[aeu]l)?{body}(?:an|un|in)?")


def _doubled(readings: str) -> str:
    """The readings of a letter, single consonants also twice."""
    return "|".join(f"{one}{one}?" if re.fullmatch("[b-df-hj-np-tv-z]", one) else one for one in readings.split("|"))


def _undressed(word: str) -> str:
    """Without vowel signs, and without the article, alone or behind a conjunction or preposition."""
    word = re.sub("[\u064b-\u0652\u0640]", "", word)
    article = next((a for a in _ARTICLES if word.startswith(a)), "")
    return word[len(article) :] if len(word) - len(article) >= _SHORTEST_STEM else word
