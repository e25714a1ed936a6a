"""What a capitalised word can be in a language: a place, a month, a known word with an ending, two words in one."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from anyascii import anyascii
from babel import Locale, UnknownLocaleError

from mtcheck.rules.names.sounds import skeleton
from mtcheck.rules.words.lexicon import known_names, ranks, words
from mtcheck.text_table import TextTable, text_set

#: Letters of a part of a compound word: shorter ones occur in any name by chance.
_PART = 4
_COMPOUNDS = frozenset(("de", "en", "nl", "sv", "da", "no", "fi", "et", "hu"))
#: An ending has at most so many letters and is added to at least so many words of the list. Of names planted into PUD
#: from 45 surnames the first six letters alone (`begins_known`) take one in eight for a derived word, these one in 80.
_LONGEST_ENDING = 5
_MIN_ENDING = 12


def begins_known(word: str, lang: str) -> bool:
    """Whether a lower-cased word shares its first letters, six at most, with a word of the list."""
    plain = word if word.isascii() else anyascii(word).lower()
    return plain[: max(4, min(len(plain) - 2, 6))] in _beginnings(lang)


@cache
def _beginnings(lang: str) -> TextTable:
    """The first four, five and six letters, in ASCII, of all words of a language: inflected forms share them."""
    plain = (word if word.isascii() else anyascii(word).lower() for word in ranks(lang))
    return text_set(word[:n] for word in plain for n in (4, 5, 6))


#: Given names of rulers and saints, which each language has in a form of its own that may not sound alike at all
#: (Louis, Ludwig, Lajos; William, Guillaume; John, Ivan, Juhana; James, Jacobo).
RULERS = frozenset(
    """
    louis ludwig luis luigi ludovico luís ludvík ludwik lodewijk ludvig lajos william wilhelm guillaume guillermo
    guglielmo guilherme vilém willem vilhelm vilmos henry heinrich henri enrique enrico henrique jindřich henryk hendrik
    henrik james jakob jacques jacobo jaime giacomo jaume jakub john johann jean juan giovanni joão jan juhana jános
    charles karl carlos carlo karol karel kaarle károly george georg georges jorge giorgio jerzy jiří yrjö györgy
    stephen stephan étienne esteban stefano estêvão štěpán szczepan francis franz françois francisco francesco františek
    franciszek joan johanna jeanne juana giovanna joana
    """.split()  # noqa: SIM905 (a table)
)


def is_of_place(word: str, lang: str) -> bool:
    """Whether a lower-cased word begins like a place, as its people and adjectives do."""
    plain, longest = (word, 5) if word.isascii() else (anyascii(word).lower(), 4)
    beginnings = _beginnings_of_places(lang, longest)
    return any(plain[:n] in beginnings for n in range(longest - 1, longest + 1))


@cache
def _beginnings_of_places(lang: str, longest: int) -> frozenset[str]:
    """The first four letters of places in ASCII, or up to `longest` of a long name; none of the shortest."""
    plain = (anyascii(word).lower() for word in places(lang))
    return frozenset(word[: max(4, min(longest, len(word) - 3))] for word in plain if len(word) >= longest - 1)


def is_vietnamese(word: str, lang: str) -> bool:
    """Whether a word of a Vietnamese text may be a syllable of the language, which has no word list."""
    return lang == "vi" and not set(word) & set("fjwz")


_CONNECTED = re.compile(r"([^\W\d_]+) (?:of the|de la|de los|de las|del|du|des|da|do|dos|das|della)\s$")
_PREVIOUS = re.compile(r"([^\W\d_]{3,}) $")
_NEXT = re.compile(r"[ -]([^\W\d_]{3,})")


def in_title(text: str, start: int, end: int, lang: str) -> bool:
    """Whether a word is a part of the name of a thing: `Municipal Paviour Certificate`, `Project of the Moor`."""
    connected = _CONNECTED.search(text, max(0, start - 40), start)
    if connected and _is_title_word(connected[1], lang):
        return True
    before, after = _PREVIOUS.search(text, max(0, start - 24), start), _NEXT.match(text, end)
    return before is not None and after is not None and before[1][0].isupper() and _is_title_word(after[1], lang)


def _is_title_word(word: str, lang: str) -> bool:
    """Whether a word is a common one that has a capital here."""
    return word[0].isupper() and ranks(lang).get(word.lower(), 9) <= _COMMON and word.lower() not in known_names(lang)


_COMMON = 2  # the last tier of words that a title is made of


@cache
def calendar(lang: str) -> frozenset[str]:
    """Lower-cased names of months and weekdays."""
    try:
        locale = Locale.parse(lang)
    except (UnknownLocaleError, ValueError):
        return frozenset()
    return frozenset(name.lower() for part in (locale.months, locale.days) for name in part["format"]["wide"].values())


@cache
def places(lang: str) -> frozenset[str]:
    """Lower-cased words of CLDR's countries, languages and cities of time zones."""
    try:
        locale = Locale.parse(lang)
    except (UnknownLocaleError, ValueError):
        return frozenset()
    cities = [zone["city"] for zone in locale.time_zones.values() if "city" in zone]
    texts = [*locale.territories.values(), *locale.languages.values(), *cities]
    return frozenset(word.lower() for text in texts for word in words(text))


@cache
def _word_parts(lang: str) -> tuple[TextTable, frozenset[str]]:
    """(Stems, endings) of a language: its words that are no names, whole or less a letter; what they often add."""
    known = ranks(lang).keys() - known_names(lang)
    counts = Counter(
        word[at:]
        for word in known
        for at in range(max(4, len(word) - _LONGEST_ENDING), len(word))
        if word[:at] in known
    )
    stems = known | {word[:-1] for word in known if len(word) > 4}
    return text_set(stems), frozenset(ending for ending, n in counts.items() if n >= _MIN_ENDING)


def is_derived(word: str, lang: str) -> bool:
    """Whether a word is a known one, less a letter at most, with an ending."""
    stems, endings = _word_parts(lang)
    return any(word[at:] in endings and word[:at] in stems for at in range(4, len(word)))


def is_compound(word: str, lang: str) -> bool:
    """Whether a lower-cased word is two words of the list, in a language that writes them as one, or in English."""
    if lang not in _COMPOUNDS:
        return False
    known = ranks(lang)
    part = 3 if lang == "en" else _PART
    cuts = range(part, len(word) - part + 1)
    if lang == "en":
        return any(word[:at] in known and word[at:] in known for at in cuts)
    return any(known.get(word[at:], 9) <= 2 or (word[:at] in known and word[at:] in known) for at in cuts)


@cache
def sounds(lang: str) -> TextTable:
    """The skeletons of the names that a language knows."""
    return text_set(map(skeleton, known_names(lang)))
