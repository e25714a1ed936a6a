"""Ordinals and signs of number as one language writes them, left in another (LNG006): `3.º`, `3e`, `5th`, `№ 5`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtcheck.rules._facts import kind
from mtcheck.rules._text import Span, has_any, occurs, places, word_set

ORDINAL_SIGNS = kind("ºª№")
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


def carried_ordinals(text: str, source: str, source_lang: str, lang: str) -> Iterator[Span]:
    """Ordinals that both sides write alike, as only the source's language does."""
    pattern = _PATTERNS.get(source_lang)
    if pattern is None or lang == source_lang or (source_lang == "fr" and lang == "nl"):
        return
    if (source_lang in _CYRILLIC and lang in _CYRILLIC) or (source_lang in _IBERIAN and lang in _IBERIAN):
        return
    if pattern in (_ROMANCE, _NUMBER_SIGN) and not has_any(text, "ºª№."):
        return
    for match in places(pattern, text):
        if occurs(match[0], source):
            yield match.span()
