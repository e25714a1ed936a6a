# ruff: noqa: E501 (tables)
"""Words of a one-byte encoding that were read as another: `Ger„te` for `Geräte`, `by³o` for `było` (CHR001)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from mtcheck.rules._text import occurs, places, word_set
from mtcheck.rules._words import Words, words_of

#: What no language writes inside a word, and what letters of another code page look like.
MARKS = "„“”‚‘‡†…‰™•¤¢£¥§¨ª«¬®¯°±²³´µ¶·¸¹º»¼½¾¿¡×÷√∫≈∆◊∂∑∏π‹›€ΣΘ▀│┤"
#: Of these, what stands beside a word as well.
COMMON_MARKS = "„“”…€•"
#: Letters that the languages below do not have, but other code pages where theirs are.
LETTERS = "ŠšŽžŸŒœ\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff"
_HAVE_NONE = word_set("ru uk be bg sr el")
_ALIEN = {
    "tr": "ýþðÝÞÐ", "pl": "³¹¿¯£¥ŸœêæñÊÆŒ", "cs": "ìøèùòïŠšŽž", "hu": "õûÕÛ", "ro": "ãþºªÞÃ", "de": "ŠšŽžŸ", "fr": "ŠšŽž",
    "es": "ŠšŽžŸ", "it": "ŠšŽžŸ", "pt": "ŠšŽžŸ", "en": "ŠšŽžŸ",
} | dict.fromkeys(_HAVE_NONE, LETTERS)  # fmt: skip
#: (seen as, meant) by languages; the first that gives a word of the list is taken.
_WESTERN = ("cp1252 cp850", "cp1252 cp437", "cp1252 mac_roman", "mac_roman utf-8", "cp437 cp1252", "cp850 cp1252")
_CYRILLIC = ("cp1252 cp1251", "cp1252 koi8-r", "latin-1 iso8859-5", "cp1252 cp866", "mac_roman utf-8")
_OTHERS = {
    "pl": ("cp1252 cp1250", "latin-1 iso8859-2", "cp1252 cp852"), "cs": ("cp1252 cp1250", "latin-1 iso8859-2", "cp1252 cp852"),
    "hu": ("cp1252 cp1250", "latin-1 iso8859-2"), "ro": ("cp1252 cp1250", "latin-1 iso8859-16"), "tr": ("cp1252 cp1254",),
    "el": ("cp1252 cp1253", "latin-1 iso8859-7"),
} | dict.fromkeys(("ru", "uk", "be", "bg", "sr"), _CYRILLIC)  # fmt: skip
_CHUNK = re.compile(
    r"[^\W\d_]*(?:[MARKS](?:[^\W\d_]|[MARKS])+|(?<=[^\W\d_]{2})[MARKS](?![\w.,;:!?]))".replace(
        "MARKS", re.escape(MARKS)
    )
)
_WORDS = re.compile(r"[^\W\d_](?:[^\W\d_]|[³¹²])+")


def misread_words(text: str, source: str, lang: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, what was meant) of words of the list, or of the source, that were read in another code page."""
    words = words_of(lang)
    if words is None or text.isascii():
        return
    alien = _alien(lang)
    found: dict[int, tuple[int, str]] = {}
    for pattern in (_CHUNK, _WORDS) if alien and alien.search(text) else (_CHUNK,):
        for match in places(pattern, text):
            chunk = match[0]
            if len(chunk) < 3 or (pattern is _WORDS and alien and not alien.search(chunk)):
                continue
            meant = _meant(chunk, words, source, lang)
            if meant and not occurs(chunk, source):
                found[match.start()] = match.end(), meant
    for start, (end, meant) in sorted(found.items()):
        yield start, end, meant


@cache
def _alien(lang: str) -> re.Pattern[str] | None:
    return re.compile(f"[{_ALIEN[lang]}]") if lang in _ALIEN else None


def has_alien_letters(lang: str) -> bool:
    """Whether the language has letters that only a wrong code page puts into its text."""
    return lang in _ALIEN


def _meant(chunk: str, words: Words, source: str, lang: str) -> str | None:
    if chunk.lower() in words:
        return None
    for seen, meant in (pair.split() for pair in (*_OTHERS.get(lang, ()), *_WESTERN)):
        try:
            word = chunk.encode(seen).decode(meant)
        except UnicodeError:
            continue
        if word.isalpha() and len(word) >= 3 and (word.lower() in words or word in source) and word[1:].islower():
            return word
    return None
