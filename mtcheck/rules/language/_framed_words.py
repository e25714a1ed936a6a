"""Rare words of the source that stand in the target where a word of its own must (LNG002)."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.inflection import stem
from mtcheck.rules.language._letters import foreignness
from mtcheck.rules.language._loans import BORROWED, is_shared
from mtcheck.rules.language.foreign_words import is_international
from mtcheck.rules.text import Span
from mtcheck.rules.words.lexicon import lowered, ranks, scripts, words
from mtcheck.rules.words.lists import kept_words, translated_words
from mtcheck.rules.words.tables import FUNCTION_WORDS
from mtcheck.rules.words.tokens import starts_of, strangers, tokens_of

#: Bits a letter (`_letters.foreignness`) from which a word is foreign. Between an article or preposition and the end of
#: its phrase: one that translators hardly ever leave, one of those that is in many languages' lists, one of neither
#: list. Anywhere: one that the source has in another form. PUD, TICO-19, WMT news and XQuAD have none into English.
_TRANSLATED, _INTERNATIONAL, _UNLISTED, _INFLECTED = -0.4, 0.3, 0.15, 0.9
_SHORTEST, _SHORTEST_UNLISTED = 3, 5
#: And from which one of four letters and no list is: `the edil,`.
_SHORT_UNLISTED = 0.3
#: Languages whose words change their endings so much that one left over may stand in another form.
INFLECTING = frozenset(
    ("pl", "cs", "sk", "sl", "hr", "ro", "hu", "fi", "et", "tr", "lt", "lv", "is", "de", "it", "es", "pt")
)


def framed_words(text: str, in_source: frozenset[str], source: str, target: str) -> Iterator[Span]:
    """Spans of words of both sides, in no list of the target's language, that end a phrase: `sewn into the hem.`"""
    if scripts(target) != ("Latn",) or scripts(source) != ("Latn",):
        return
    common, tokens = FUNCTION_WORDS.get(target, frozenset()), tokens_of(text)
    for n in strangers(text, target):
        word = tokens[n]
        if not n or len(word) < _SHORTEST or not word.isalpha() or not word.islower() or word not in in_source:
            continue
        before = tokens[n - 1].lower()
        if before not in common or before in in_source or not _is_foreign(word, source, target):
            continue
        start, previous = starts_of(text)[n], starts_of(text)[n - 1]
        if text[previous + len(before) : start] == " " and _ends_phrase(text, n, common, in_source):
            yield start, start + len(word)


def _is_foreign(word: str, source: str, target: str) -> bool:
    if word in BORROWED or word in kept_words(source, target) or (source == "en" and is_shared(word, target)):
        return False
    bits, international = foreignness(word, source, target), is_international(word, target)
    translated, plural = translated_words(source, target), source == "en" and word.endswith("s")
    if word in translated or (plural and word[:-1] in translated and word[:-1] not in ranks(target)):
        return bits >= (_INTERNATIONAL if international else _TRANSLATED)
    # What English has is borrowed everywhere.
    if source == "en" or international or len(word) < _SHORTEST_UNLISTED - 1 or word in ranks(source):
        return False
    if len(word) < _SHORTEST_UNLISTED and (target != "en" or bits < _SHORT_UNLISTED):
        return False
    return bits >= _UNLISTED and word[:-1] not in ranks(target)


def _ends_phrase(text: str, n: int, common: frozenset[str], in_source: frozenset[str]) -> bool:
    """Whether a mark, the end or a function word of the target's language alone follows."""
    tokens = tokens_of(text)
    end = starts_of(text)[n] + len(tokens[n])
    if text[end : end + 1] != " ":
        return text[end : end + 1] in ("", ".", ",", ";", "!", "?") and not text[end + 1 : end + 2].isalnum()
    return n + 1 < len(tokens) and tokens[n + 1] in common and tokens[n + 1] not in in_source


def may_be_inflected(word: str, source: str, target: str) -> bool:
    """Whether a word that no list has may be one of the source's language in another form."""
    if len(word) < _SHORTEST_UNLISTED or not word.isalpha() or word in BORROWED:
        return False
    if not word.islower():
        return source == "de" and _may_begin_compound(word, target)
    bits = foreignness(word, source, target)
    accented = target == "en" and source in _ACCENTED and not word.isascii()
    return (bits >= _INFLECTED or accented) and not is_international(word, target)


#: Languages whose letters English writes in names alone.
_ACCENTED = frozenset(("pl", "cs", "sk", "sl", "hr", "hu", "tr", "lt", "lv"))
#: A German noun as the first part of a compound: its letters at least, those of the rest, and bits a letter.
_SHORTEST_HEAD, _SHORTEST_REST, _HEAD_BITS = 6, 4, 0.6


def _may_begin_compound(word: str, target: str) -> bool:
    """Whether a capitalised word is a German noun, and strange to the target's language by its letters."""
    if len(word) < _SHORTEST_HEAD or not word.istitle() or ranks("de").get(word.lower(), 9) > 2:
        return False
    return foreignness(word.lower(), "de", target) >= _HEAD_BITS and not is_international(word.lower(), target)


def _begins_compound(text: str, n: int, source_text: str) -> bool:
    """Whether a capitalised token follows a small one, is part of no name, and begins a compound of the source."""
    tokens, there = tokens_of(text), words(source_text)
    if not n or not tokens[n - 1].islower() or tokens[n] in there:
        return False
    end = starts_of(text)[n] + len(tokens[n])
    if text[end : end + 1] not in ("", " ", ".", ",", ";") or (n + 1 < len(tokens) and tokens[n + 1].istitle()):
        return False
    return any(w.startswith(tokens[n]) and w.isalpha() and len(w) >= len(tokens[n]) + _SHORTEST_REST for w in there)


def inflected_words(text: str, source_text: str, source: str, target: str) -> Iterator[Span]:
    """Spans of words that are another form of a word of the source, or begin one: `a zadaszenie`, `Mehrwertsteuer`."""
    if source not in INFLECTING or scripts(target) != ("Latn",):
        return
    tokens, stems = tokens_of(text), None
    for n in strangers(text, target):
        word = tokens[n]
        if not may_be_inflected(word, source, target) or word in lowered(source_text):
            continue
        if not word.islower():
            if _begins_compound(text, n, source_text):
                yield starts_of(text)[n], starts_of(text)[n] + len(word)
            continue
        if stems is None:
            there = words(source_text)
            stems = {stem(w, source) for w in there if w.islower() and len(w) >= _SHORTEST_UNLISTED}
            stems -= {stem(w.lower(), source) for w in there if w[0].isupper()}
        start = starts_of(text)[n]
        tied = text[start - 1 : start] in ("-", "’", "'") or text[start + len(word) : start + len(word) + 1] == "-"
        if stem(word, source) in stems and not tied:
            yield start, start + len(word)
