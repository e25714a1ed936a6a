"""Consistency through a document: one sentence translated in two ways, two sentences translated as one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from mtcheck.data import Hit, Pair, Severity
from mtcheck.rules._lexicon import words
from mtcheck.rules._text import hit, trim
from mtcheck.rules.registry import Scope, rule

#: Below this likeness (rapidfuzz ratio, 0 to 100) two sources are plainly different sentences.
_UNLIKE = 60
#: Scripts without spaces: so many letters make a segment as telling as three words.
_MIN_LETTERS = 8


@rule(
    "CON001",
    "translated-two-ways",
    category="terminology/inconsistent-use",
    severity=Severity.MINOR,
    message="The same source is “{detail}” elsewhere in this text.",
    scope=Scope.DOCUMENT,
    preview=True,
)
def translated_two_ways(pairs: Sequence[Pair]) -> Iterator[tuple[int, Hit]]:
    """A segment that occurs twice in the source is translated in two ways.

    Why: readers of headings, menus and set phrases take two wordings for two things.
    Flags: de "Mehr zum Thema … Mehr zum Thema" / en "More on this … Read more here"
    Passes: de "Ja … Ja" / en "Yes … Right"
    Limits: three words or more; case, digits and punctuation do not count. The first wording is taken as the model.
    """
    first: dict[str, str] = {}
    for position, pair in enumerate(pairs):
        key = _key(pair.source)
        if not key or not pair.target.strip():
            continue
        known = first.setdefault(key, pair.target)
        if known != pair.target and _squeezed(known) != _squeezed(pair.target):
            yield position, hit(*trim(pair.target, 0, len(pair.target)), _short(known), suggestion=known.strip())


@rule(
    "CON002",
    "two-sources-one-target",
    category="accuracy/mistranslation",
    severity=Severity.MINOR,
    message="The same wording stands for another source elsewhere: “{detail}”.",
    scope=Scope.DOCUMENT,
    preview=True,
)
def two_sources_one_target(pairs: Sequence[Pair]) -> Iterator[tuple[int, Hit]]:
    """Two plainly different source segments have the same translation.

    Why: one of them is likely a copy of its neighbour's translation.
    Flags: de "Der Zug kam zu spät an … Niemand wusste davon" / en "The train came late … The train came late"
    Passes: de "Er kam spät an … Er kam zu spät an" / en "He arrived late … He arrived late"
    Limits: four words or more in the target, and sources that share little.
    """
    first: dict[str, str] = {}
    for position, pair in enumerate(pairs):
        key = _key(pair.target, 4)
        if not key or not pair.source.strip():
            continue
        known = first.setdefault(key, pair.source)
        if known is pair.source or known == pair.source:
            continue
        if fuzz.ratio(_squeezed(known)[:2000], _squeezed(pair.source)[:2000]) < _UNLIKE:
            yield position, hit(*trim(pair.target, 0, len(pair.target)), _short(known))


def _squeezed(text: str) -> str:
    return " ".join(words(text)).casefold()


def _key(text: str, n_words: int = 3) -> str:
    """What repeats are looked up by; empty for a text too short to tell."""
    plain = _squeezed(text)
    spaced = plain.count(" ") + 1 >= n_words
    return plain if spaced or (not plain.isascii() and len(plain) >= _MIN_LETTERS and " " not in plain) else ""


def _short(text: str, limit: int = 60) -> str:
    text = " ".join(text.split())
    return text if len(text) <= limit else text[: limit - 1] + "…"
