"""Ordinals and signs of number as one language writes them, left in another (LNG006): `3.º`, `3e`, `5th`, `№ 5`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtcheck.rules.text import Span, has_any, occurs, places, word_set

#: Signs that stand for a word.
ORDINAL_SIGNS = ("º", "ª", "№")
_ROMANCE = re.compile(r"(?<![\w.,])\d{1,3}\.?(?:[ºª](?!\s?[CF]\b)|\.er\b)")
_FRENCH = re.compile(r"(?<![\w.,-])\d{1,3}(?:e|è|er|ère|ème|re)(?![\w-])")
_DUTCH = re.compile(r"(?<![\w.,-])\d{1,3}e(?![\w-])")
_SWEDISH = re.compile(r"(?<![\w.,-])\d{1,3}:[ae](?![\w-])")
_ENGLISH = re.compile(r"(?<![\w.,-])\d{0,3}(?:1st|2nd|3rd|\dth)(?![\w-])(?!\s[A-Z])")
_NUMBER_SIGN = re.compile(r"№\s?\d{1,6}")
_PATTERNS = {
    **dict.fromkeys(("es", "pt", "it", "ca", "gl"), _ROMANCE),
    "fr": _FRENCH, "nl": _DUTCH, "sv": _SWEDISH, "en": _ENGLISH,
    **dict.fromkeys(("ru", "uk", "be", "bg", "kk"), _NUMBER_SIGN),
}  # fmt: skip
#: Languages that share a way with others.
_CYRILLIC = word_set("ru uk be bg kk sr mk ky tg mn tt")
_IBERIAN = word_set("es pt it ca gl")

#: Languages that write ordinals with a full stop, and those that never do.
_DOTTING = word_set("de cs sk hr sl sr bs da no nb fi hu et lv is tr pl")
_UNDOTTED = word_set("en fr es it pt ca gl ro nl ru uk be bg el")
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DOTTED = re.compile(
    rf"(?<=[^\W\d_][ \u00a0])\d{{1,2}}\.(?=[ \u00a0](?:[^\W\d_A-ZÀ-ÞА-Я]|(?:{_MONTHS})\b))"
    rf"|(?<=[^\W\d_][,:;][ \u00a0])\d{{1,2}}\.(?=[ \u00a0](?:{_MONTHS})\b)"
)
_DOTS = tuple(f"{n}." for n in range(10))


def may_have_dots(source_lang: str, lang: str) -> bool:
    """Whether the source's language writes ordinals with a full stop, and the target's does not."""
    return source_lang in _DOTTING and lang in _UNDOTTED


def _dotted(text: str, source: str) -> Iterator[Span]:
    """Ordinals before a month or another word in small letters: `on 3. February`, `the 2. round`."""
    there: frozenset[str] | None = None
    for match in places(_DOTTED, text):
        if there is None:
            there = frozenset(_ANY_DOTTED.findall(source))
        if match[0] in there:
            yield match.span()


_ANY_DOTTED = re.compile(r"(?<![\w.,])\d{1,2}\.(?=[ \u00a0][^\W\d_])")


def carried_ordinals(text: str, source: str, source_lang: str, lang: str) -> Iterator[Span]:
    """Ordinals that both sides write alike, as only the source's language does."""
    if may_have_dots(source_lang, lang) and has_any(text, _DOTS):
        yield from _dotted(text, source)
    pattern = _PATTERNS.get(source_lang)
    if pattern is None or lang == source_lang or (source_lang == "fr" and lang == "nl"):
        return
    if (source_lang in _CYRILLIC and lang in _CYRILLIC) or (source_lang in _IBERIAN and lang in _IBERIAN):
        return
    if pattern in (_ROMANCE, _NUMBER_SIGN) and not has_any(text, (*ORDINAL_SIGNS, ".er")):
        return
    for match in places(pattern, text):
        if occurs(match[0], source):
            yield match.span()
