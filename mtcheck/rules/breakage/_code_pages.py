# ruff: noqa: E501 (tables)
"""Words of a one-byte encoding that were read as another: `Ger„te` for `Geräte`, `by³o` for `było` (CHR001)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from mtcheck.rules.text import Span, occurs, places, word_set
from mtcheck.rules.words.lexicon import lowered
from mtcheck.rules.words.lists import Words, words_of

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
_MARK = re.compile(f"[{re.escape(MARKS)}]")
_PART = re.compile(f"(?:[^\\W\\d_]|[{re.escape(MARKS)}])+")
_TAIL = re.compile(f"(?:[^\\W\\d_]|[{re.escape(MARKS)}]){{1,40}}\\Z")
_WORDS = re.compile(r"[^\W\d_](?:[^\W\d_]|[³¹²])+")


def misread_words(text: str, source: str, lang: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, what was meant) of words of the list, or of the source, that were read in another code page."""
    words = words_of(lang)
    if words is None or text.isascii():
        return
    found: dict[int, tuple[int, str]] = {}
    for start, end in sorted(set(_chunks(text, lang))):
        chunk = text[start:end]
        meant = _meant(chunk, words, source, lang) if _is_word(chunk) else None
        if meant and not occurs(chunk, source):
            found[start] = end, meant
    for start, (end, meant) in found.items():
        yield start, end, meant


#: Letters that a question mark stands for where they were lost.
_LOST = "äöüßéèêëàâçñóíúáłśżźćńęąőűřšžčěýůşğıãõôîïœøåæèòùìțășđ"
#: So many of them are looked for in the source: each time the whole of it is read.
_MOST_ASKED = 20
_ASKED = re.compile(r"(?<![\w/?=&.@:-])([^\W\d_]{1,20})\?([^\W\d_]{1,20})(?![\w/?=&@])")


def lost_letters(text: str, source: str, lang: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, what was meant) of words with a question mark for a letter: of the source, or of the list."""
    words = words_of(lang)
    for match in islice(places(_ASKED, text), _MOST_ASKED):
        if occurs(match[0], source):
            continue
        there = re.search(rf"(?<!\w){match[1]}[^\W\d_]{match[2]}(?!\w)", source)
        if there is not None and not there[0].isascii():
            yield *match.span(), there[0]
        elif words is not None and match[2] not in words:
            lower = (match[1].lower(), match[2].lower())
            meant = next((one for letter in _LOST if words.tier(one := letter.join(lower)) <= 2), None)
            if meant:
                yield *match.span(), match[1] + meant[len(match[1]) :]


def _chunks(text: str, lang: str) -> Iterator[Span]:
    """Words with an odd mark inside or at one end, and words with letters that the language does not have."""
    for match in places(_MARK, text):
        at = match.start()
        before = _TAIL.search(text, max(0, at - _LONGEST), at)
        after = _PART.match(text, at + 1, at + 1 + _LONGEST)
        if after or (before and len(before[0]) >= 2 and text[at + 1 : at + 2] not in _ENDS):
            yield before.start() if before else at, after.end() if after else at + 1
    alien = _alien(lang)
    if alien and alien.search(text):
        yield from (match.span() for match in places(_WORDS, text) if alien.search(match[0]))


_ENDS = tuple(".,;:!?0123456789_")
_LONGEST = 40  # characters on either side of a mark that are looked at


@cache
def _alien(lang: str) -> re.Pattern[str] | None:
    return re.compile(f"[{_ALIEN[lang]}]") if lang in _ALIEN else None


def alien_letters(lang: str) -> str:
    """Letters that only a wrong code page puts into text of the language."""
    return _ALIEN.get(lang, "")


def _is_word(chunk: str) -> bool:
    """Whether there is something of a word beside the marks."""
    return len(chunk) >= 3 and 4 * sum(map(str.isalpha, chunk)) > len(chunk)


def _meant(chunk: str, words: Words, source: str, lang: str) -> str | None:
    if chunk.lower() in words:
        return None
    for seen, meant in (pair.split() for pair in (*_OTHERS.get(lang, ()), *_WESTERN)):
        try:
            word = chunk.encode(seen).decode(meant)
        except UnicodeError:
            continue
        if (
            word.isalpha()
            and len(word) >= 3
            and (word.lower() in words or word.lower() in lowered(source))
            and word[1:].islower()
        ):
            return word
    return None
