"""What a word is in a language: how common, and which alphabet a language's letters belong to.

The word lists are those of `lists.py`: the most frequent words of a language in four tiers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache

from mtcheck.data import LanguageGuess, Pair
from mtcheck.rules.text import lang_of
from mtcheck.rules.words.lists import words_of
from mtcheck.rules.words.views import NAMES, WORDS, kept, kept_long, sides_of

#: Character classes of the alphabets that a text of ours can be in.
CLASSES: dict[str, str] = {
    "Latn": "A-Za-zªºÀ-ÖØ-öø-ʯḀ-ỿﬀ-ﬆＡ-Ｚａ-ｚ",
    "Cyrl": "\u0400-\u0481\u048a-\u052f",
    "Grek": "\u0370-\u0373\u0376-\u037d\u0386\u0388-\u03ff\u1f00-\u1ffc",
    "Armn": "\u0531-\u0556\u0561-\u0587",
    "Hebr": "\u05d0-\u05f2",
    "Arab": "\u0620-\u065f\u066e-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff\u0750-\u077f\ufb50-\ufdfb\ufe70-\ufefc",
    "Deva": "\u0900-\u0963\u0971-\u097f",
    "Beng": "\u0980-\u09e3\u09f0\u09f1",
    "Taml": "\u0b80-\u0bd7",
    "Telu": "\u0c00-\u0c63",
    "Thai": "\u0e01-\u0e3a\u0e40-\u0e4e",
    "Geor": "\u10a0-\u10ff",
    "Ethi": "\u1200-\u135f",
    "Hang": "\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3",
    "Kana": "\u3041-\u3096\u30a1-\u30fa\u30fc-\u30fe",
    "Hani": "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufad9",
}  # fmt: skip

SCRIPT_NAMES = {
    "Latn": "Latin", "Cyrl": "Cyrillic", "Grek": "Greek", "Armn": "Armenian", "Hebr": "Hebrew", "Arab": "Arabic",
    "Deva": "Devanagari", "Beng": "Bengali", "Taml": "Tamil", "Telu": "Telugu", "Thai": "Thai", "Geor": "Georgian",
    "Ethi": "Ethiopic", "Hang": "Korean", "Kana": "Japanese", "Hani": "Chinese",
}  # fmt: skip

_SCRIPTS: dict[str, tuple[str, ...]] = {
    "ru": ("Cyrl",), "uk": ("Cyrl",), "be": ("Cyrl",), "bg": ("Cyrl",), "mk": ("Cyrl",), "kk": ("Cyrl", "Latn"),
    "mn": ("Cyrl",), "ky": ("Cyrl",), "sr": ("Cyrl", "Latn"), "el": ("Grek",), "hy": ("Armn",), "he": ("Hebr",),
    "yi": ("Hebr",), "ar": ("Arab",), "fa": ("Arab",), "ur": ("Arab",), "ps": ("Arab",), "hi": ("Deva",),
    "mr": ("Deva",), "ne": ("Deva",), "bn": ("Beng",), "ta": ("Taml",), "te": ("Telu",), "th": ("Thai",),
    "ka": ("Geor",), "am": ("Ethi",), "ko": ("Hang", "Hani"), "ja": ("Kana", "Hani"), "zh": ("Hani",),
}  # fmt: skip
#: Languages written in Latin letters whose tag is not in our word lists count as Latin too.
_LATIN = frozenset({
    "af", "az", "bs", "ca", "cs", "cy", "da", "de", "en", "eo", "es", "et", "eu", "fi", "fr", "ga", "gl", "hr", "hu",
    "id", "is", "it", "la", "lt", "lv", "ms", "mt", "nl", "no", "pl", "pt", "ro", "sk", "sl", "sq", "sv", "sw", "tl",
    "tr", "uz", "vi",
})  # fmt: skip

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")

#: Sentences in these are hard to tell apart by single words, so words in common prove nothing.
_RELATED = (
    frozenset(("no", "da", "sv")), frozenset(("cs", "sk")), frozenset(("hr", "sr", "bs", "sl")),
    frozenset(("es", "pt", "gl", "ca")), frozenset(("ru", "uk", "be", "bg", "mk")), frozenset(("id", "ms")),
    frozenset(("hi", "mr", "ne")), frozenset(("fa", "ar", "ur", "ps")), frozenset(("nl", "af", "de")),
    frozenset(("fi", "et")), frozenset(("zh", "ja")), frozenset(("az", "tr")), frozenset(("it", "ca", "es")),
)  # fmt: skip


def languages_of(pair: Pair) -> tuple[str, str]:
    """The two expected languages, or what the source looks like where none was given; `""` where unknown."""
    source, target = pair.source_lang, pair.target_lang
    if source and target:
        return _languages(source, target)
    return (lang_of(source) if source else _guessed(pair.source_guess), lang_of(target) if target else "")


def between(pairs: Sequence[Pair], test: Callable[[str, str], object]) -> Sequence[int]:
    """The positions of the pairs whose languages pass a test, which is asked once where all have the same."""
    if (sides := sides_of(pairs)) and sides.langs[1]:
        return range(len(pairs)) if test(*sides.langs) else ()
    return [position for position, pair in enumerate(pairs) if test(*languages_of(pair))]


@lru_cache(maxsize=512)
def _languages(source: str, target: str) -> tuple[str, str]:
    return lang_of(source), lang_of(target)


def _guessed(guess: LanguageGuess | None) -> str:
    return lang_of(guess.lang) if guess is not None and guess.confidence >= 0.9 else ""


@cache
def related(a: str, b: str) -> bool:
    """Whether two languages are so close that whole sentences may coincide."""
    return a == b or any(a in group and b in group for group in _RELATED)


@cache
def scripts(lang: str) -> tuple[str, ...]:
    """The alphabets a language is written in, usual one first; empty where we do not know."""
    return _SCRIPTS.get(lang) or (("Latn",) if lang in _LATIN else ())


#: Alphabets with capitals.
CASED = frozenset(("Latn", "Cyrl", "Grek"))


@cache
def letters(*names: str) -> re.Pattern[str]:
    """Runs of words in the alphabets named, over spaces, hyphens and inner marks; ends on a letter."""
    inside = "".join(CLASSES[name] for name in names)
    return re.compile(rf"[{inside}]+(?:[\s\-–—'’.,/·•]{{1,3}}[{inside}]+)*")


@cache
def letter(*names: str) -> re.Pattern[str]:
    """One letter of the alphabets named."""
    return re.compile("[" + "".join(CLASSES[name] for name in names) + "]")


def ranks(lang: str) -> dict[str, int]:
    """Lower-cased words of a language with their tier: 0 the 300 commonest, 1 to rank 2,000, 2 to 8,000, 3 the rest."""
    found = words_of(lang) if lang else None
    return found.tiers if found is not None else {}


def known_names(lang: str) -> set[str]:
    """Lower-cased words that the word list of a language writes with a capital: names, mostly."""
    found = words_of(lang) if lang else None
    return found.names if found is not None else set()


KEPT_LENGTH = 2_000  # characters; of longer texts only the last few are kept


def words(text: str) -> tuple[str, ...]:
    """The words of a text, in order."""
    found = WORDS.get(text)
    if found is not None:
        return found
    return _words(text) if len(text) <= KEPT_LENGTH else _long_words(text)


@kept
def _words(text: str) -> tuple[str, ...]:
    return tuple(WORD.findall(text))


_long_words = kept_long(_words)


def starts(text: str) -> tuple[int, ...]:
    """Where each of `words(text)` begins."""
    return _starts(text) if len(text) <= KEPT_LENGTH else _long_starts(text)


@kept
def _starts(text: str) -> tuple[int, ...]:
    if kept := NAMES.get(text):
        return tuple(kept[0].places_in_text(kept[1]))
    found, at = [], 0
    # What lies between two words holds no letter, so that the next occurrence of a word is the word itself.
    for word in words(text):
        at = text.find(word, at)
        found.append(at)
        at += len(word)
    return tuple(found)


_long_starts = kept_long(_starts)


def places(text: str) -> list[tuple[str, int, int]]:
    """Each word of a text with its start and end."""
    return [(word, at, at + len(word)) for word, at in zip(words(text), starts(text), strict=True)]


def lowered(text: str) -> frozenset[str]:
    """The words of a text in lower case, as a set."""
    return _lowered(text) if len(text) <= KEPT_LENGTH else _long_lowered(text)


@kept
def _lowered(text: str) -> frozenset[str]:
    return frozenset(map(str.lower, words(text)))


_long_lowered = kept_long(_lowered)


def enclosed(text: str, start: int, end: int) -> bool:
    """Whether a span stands in brackets or quotation marks: cited, explained or a title, so left as it was."""
    before, after = text[max(0, start - 2) : start], text[end : end + 3]
    if any(c in "([{«“„‘\"'‹「『《〈（" for c in before):
        return True
    return bool(after) and after[0] in ")]}»”\"'›」』》〉）"
