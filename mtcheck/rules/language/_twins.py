"""Letters that look alike in two alphabets, by themselves, and words that change the alphabet half-way (LNG005)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtcheck.rules.text import places
from mtcheck.rules.words.lexicon import CLASSES, letter, scripts

LATIN_TWINS = "aceopxyijsABCEHIJKMOPSTXY"
CYRILLIC_TWINS = "асеорхуіјѕАВСЕНІЈКМОРЅТХУ"
_TO_LATIN = dict(zip(CYRILLIC_TWINS, LATIN_TWINS, strict=True))
_TO_CYRILLIC = dict(zip(LATIN_TWINS, CYRILLIC_TWINS, strict=True))
#: Words of one letter that have a twin in the other alphabet.
_LETTER_WORDS = {
    "en": "aI", "fr": "ayo", "es": "aeoy", "pt": "aeo", "it": "aeoi", "ca": "aeoiy", "ro": "aeo", "pl": "aio",
    "cs": "aiosk", "sk": "aiosk", "sl": "aos", "hr": "aiosk", "hu": "aes", "tr": "o", "nl": "u",
    "sv": "i", "da": "i", "no": "i",
    "ru": "аосукв", "uk": "аоуіє", "be": "аоуі", "bg": "аосе", "sr": "аоисук", "mk": "асо",
}  # fmt: skip
#: A letter between spaces, at the beginning or after an opening mark, before a word in small letters.
_LONE = re.compile(r"(?:\A|(?<=[ \u00a0“«„\"(]))([^\W\d_])(?=[ \u00a0]([^\W\d_]{2}))")
#: Before which a lone letter is a name for something: `group А`, `пункт а`, `a и b`.
_NAMED = re.compile(r"[^\W\d_]+\Z")
_CAPITAL_ONLY = "I"


def lone_twins(text: str, lang: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, what should stand there) of words of one letter, which is of the other alphabet."""
    own = _LETTER_WORDS.get(lang)
    if own is None:
        return
    latin = "Latn" in scripts(lang)
    twins, words = (_TO_LATIN, letter("Latn")) if latin else (_TO_CYRILLIC, letter("Cyrl"))
    for match in places(_LONE, text):
        twin = twins.get(match[1])
        if twin is None or (twin if twin in _CAPITAL_ONLY else twin.lower()) not in own or not words.match(match[2]):
            continue
        if not match[2].islower() or (match[1].isupper() and twin != "I" and not _begins(text, match.start())):
            continue
        if not latin and not _goes_on(text, match.start(), words):
            continue
        yield *match.span(1), twin


def _begins(text: str, at: int) -> bool:
    """Whether a sentence or a quotation begins here."""
    before = text[:at].rstrip(" \u00a0")
    return not before or before[-1] in '.!?…:“«„"(—–'


def _goes_on(text: str, start: int, words: re.Pattern[str]) -> bool:
    """Whether the letter stands between words of the text's own alphabet, not among signs: `c и d`."""
    before = _NAMED.search(text, max(0, start - 30), max(0, start - 1))
    return before is None or (len(before[0]) > 1 and words.match(before[0]) is not None)


_LATIN_WORD = re.compile(f"[{CLASSES['Cyrl']}{CLASSES['Grek']}A-Za-zÀ-ÖØ-öø-ʯ]+")
#: A Cyrillic word that begins with one Latin letter, or goes over to Latin ones.
_CYRILLIC_WORD = re.compile(
    "[{C}]{{2,}}[A-Za-zÀ-ÖØ-öø-ʯ]+[{C}]*|[A-Z][{L}]{{3,}}".format(C=CLASSES["Cyrl"], L=CLASSES["Cyrl"])
)
_SHORTEST = 5


def is_half_spelled(word: str, lang: str) -> bool:
    """Whether a word with letters of two alphabets is one that was spelled half-way into the other.

    >>> is_half_spelled("Chapaевsk", "en"), is_half_spelled("Facebookе", "ru")
    (True, False)
    """
    if len(word) < _SHORTEST or word.isupper():
        return False
    if scripts(lang) == ("Latn",):
        return _LATIN_WORD.fullmatch(word) is not None
    return scripts(lang)[:1] == ("Cyrl",) and _CYRILLIC_WORD.fullmatch(word) is not None
