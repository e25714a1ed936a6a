"""Headings: how they are capitalised."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np

from mtcheck.data import Hit, Pair, Severity
from mtcheck.rules.facts.batch import Facts, Mask
from mtcheck.rules.registry import rule
from mtcheck.rules.text import hit, lang_of, trim
from mtcheck.rules.words.lexicon import KEPT_LENGTH, lowered, words
from mtcheck.rules.words.lists import Words, words_of
from mtcheck.rules.words.tables import FUNCTION_WORDS

_FEWEST, _MOST = 4, 16
_END_MARKS = (".", "。", ";", ",")
#: Words between spaces alone: after a colon, a dash or a quotation mark a capital may be right.
_INNER = re.compile(r"(?<=[^\W\d_] )[^\W\d_]+(?:['’-][^\W\d_]+)*")


@rule(
    "HEA001",
    "carried-title-case",
    category="locale-convention/heading",
    severity=Severity.MINOR,
    message="The heading has the capitals of an English one.",
    needs_source=False,
    gate=lambda facts: _may_be_title(facts),
)
def carried_title_case(pair: Pair) -> Iterator[Hit]:
    """A heading writes all its words with capitals, in a language that does not.

    Why: English titles do so; elsewhere it looks like a string of names.
    Flags: de "Wie Die Preisrichter Punkte Vergeben"; fr "Comment Les Juges Attribuent Les Points"
    Passes: en "How the Judges Award Points"; de "Wie die Preisrichter Punkte vergeben"; "LES JUGES"; names
    Limits: four to sixteen words without a full stop, none of four letters or more small but the first; an article or
        preposition inside has a capital, or three words that the list writes small, or the source's heading has no
        capital inside.
    """
    lang = lang_of(pair.target_lang)
    listed = words_of(lang)
    if lang == "en" or listed is None or not _has_shape(pair.target):
        return
    source = lowered(pair.source) if len(pair.source) <= KEPT_LENGTH else frozenset()
    inner = [word for word in _INNER.findall(pair.target) if word.lower() not in source]
    odd = [word.lower() for word in inner if _is_plain(word, listed)]
    functions = FUNCTION_WORDS.get(lang, frozenset())
    unnamed = (
        len(inner) >= 3
        and not any(map(str.isupper, inner))
        and lang != "de"
        and _has_no_inner_capital(pair.source, lang_of(pair.source_lang))
    )
    if len(odd) >= 3 or (len(odd) >= 2 and not functions.isdisjoint(odd)) or unnamed:
        yield hit(*trim(pair.target, 0, len(pair.target)))


def _is_plain(word: str, listed: Words) -> bool:
    """Whether a capitalised word is one that the list mostly writes small."""
    lower = word.lower()
    return len(word) >= 2 and word.istitle() and lower in listed and lower not in listed.names


def _has_shape(text: str) -> bool:
    """Whether a text is short, without an end, and all its longer words but the first have capitals."""
    if len(text) > 160 or text.rstrip().endswith(_END_MARKS):
        return False
    found = words(text)
    if not _FEWEST <= len(found) <= _MOST or not (found[0][0].isupper() and text.startswith(found[0])):
        return False
    if sum(word.isupper() for word in found) > 1:
        return False
    return all(word[0].isupper() or len(word) < 4 for word in found)


def _may_be_title(facts: Facts) -> Mask | bool:
    """Which targets have the shape of such a heading."""
    if facts.langs[1] == "en":
        return False
    return np.array([_has_shape(pair.target) for pair in facts.pairs], dtype=bool)


#: Languages that write nouns or names of their kind with capitals where others do not, or have none.
_OTHER_CAPITALS = frozenset(("de", "lb", "zh", "ja", "ko", "ar", "fa", "he", "hi", "bn", "ta", "th", "ka", ""))
_CAPITAL = re.compile(r"(?<=[^\W_][ \u00a0])[^\W\d_]*[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁІЇЄҐΑ-Ω][\w’'-]*")


def _has_no_inner_capital(text: str, lang: str) -> bool:
    """Whether a text, in a language that writes names alone with capitals, names nothing after its first word."""
    return bool(text) and lang not in _OTHER_CAPITALS and not any(m[0] != "I" for m in _CAPITAL.finditer(text))


@rule(
    "HEA003",
    "uneven-capitals",
    category="locale-convention/heading",
    severity=Severity.MINOR,
    message="Some plain words of the heading have capitals and others have none.",
    gate=lambda facts: _may_be_uneven(facts),
)
def uneven_capitals(pair: Pair) -> Iterator[Hit]:
    """A heading writes some plain words with capitals and others small, or begins with a small letter.

    Why: neither an English title nor a sentence is written so; the words were put together from parts.
    Flags: pl "Zgierska fabryka wraca do trzech zmian" / en "zgierz Shoelace factory Returns To three shifts"
    Flags: en "The house where walls are kept in drawers" / ru "Дом, где стены хранят В Выдвижных Ящиках"
    Passes: en "How the Judges Award Points", "A New Helper in the Garden"
    Limits: four to sixteen words without a full stop, into languages that write names alone with capitals, and English;
        a source without a capital inside, where its writing has capitals; two words with a capital that the list
        writes small, and another of four letters without one.
    """
    lang, target = lang_of(pair.target_lang), pair.target
    listed = words_of(lang)
    if listed is None or not _is_short(target) or not _has_no_inner_capital(pair.source, lang_of(pair.source_lang)):
        return
    functions = FUNCTION_WORDS.get(lang, frozenset())
    inner = _INNER.findall(target)
    capital = [word for word in inner if word.istitle() and (word.lower() in functions or _is_plain(word, listed))]
    small = [word for word in inner if word.islower() and len(word) >= 4 and word not in functions]
    begins_small = target.strip()[:1].islower() and pair.source.strip()[:1].isupper()
    if len(capital) < 2 or not (len(small) >= 2 or begins_small or (small and lang != "en")):
        return
    marked = [m for m in _INNER.finditer(target) if m[0] in capital]
    start, end = marked[0].start(), marked[-1].end()
    # A run of capitals with nothing small inside may be a name that the source's language writes small.
    parted = any(start < m.start() < end and m[0] in small for m in _INNER.finditer(target))
    if begins_small or parted or any(word.lower() in functions for word in capital):
        yield hit(0 if begins_small else start, end)


def _is_short(text: str) -> bool:
    return (
        len(text) <= 160
        and not text.rstrip().endswith((*_END_MARKS, "?", ")"))
        and _FEWEST <= len(words(text)) <= _MOST
    )


def _may_be_uneven(facts: Facts) -> Mask | bool:
    """Which pairs are short on both sides, with two capitals or more inside the target and none inside the source."""
    source, target = facts.langs
    if not target:
        return True
    if target in _OTHER_CAPITALS or source in _OTHER_CAPITALS:
        return False
    return np.array(
        [
            len(pair.target) <= 160
            and not pair.target.rstrip().endswith(_END_MARKS)
            and len(_CAPITAL.findall(pair.target)) >= 2
            and _has_no_inner_capital(pair.source, source)
            for pair in facts.pairs
        ],
        dtype=bool,
    )
