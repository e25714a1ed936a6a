"""Inverted marks of Spanish, missing or carried over."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtcheck.data import Hit, Pair, Severity
from mtcheck.rules.facts.batch import ASKS, BANG
from mtcheck.rules.registry import rule
from mtcheck.rules.text import has_any, hit, lang_of, occurs, places, word_set

_SPANISH = frozenset(("es", "ast"))


@rule(
    "PUN008",
    "missing-inverted-mark",
    category="locale-convention/punctuation",
    severity=Severity.MINOR,
    message="Spanish opens this with “{detail}”.",
    needs_source=False,
    gate=lambda facts: facts.target.any(ASKS | BANG),
)
def missing_inverted_mark(pair: Pair) -> Iterator[Hit]:
    """A Spanish question or exclamation lacks its opening mark.

    Why: Spanish marks both ends.
    Flags: es `Qué quiere el ministro?`
    Passes: `¿Qué quiere?`, `Yahoo!`, a mark in brackets `(?)`, titles that the source has word for word
    Limits: the opening mark may stand anywhere in the sentence.
    """
    target = pair.target
    if lang_of(pair.target_lang) not in _SPANISH or not has_any(target, "?!"):
        return
    for closing, opening in (("?", "¿"), ("!", "¡")):
        if closing not in target or target.count(opening) + target.count("¿") + target.count("¡") > 0:
            continue
        match = re.search(rf"[^\W\d_]{{2}}[\"”»)]?{re.escape(closing)}(?=[\s\"”»)]|\Z)", target)
        if match is None:
            continue
        at = target.index(closing, match.start())
        chunk = re.search(r"\S+\Z", target[:at])
        if chunk and f"{chunk[0]}{closing}" not in pair.source:
            yield hit(_clause_start(target, at), at + 1, opening)


def _clause_start(text: str, end: int) -> int:
    """Where the last sentence, quotation or bracket before `end` begins, at most 300 characters back."""
    first = max(0, end - _LONGEST_CLAUSE)
    openings = [match.end() for match in _CLAUSE_OPENING.finditer(text, first, end)]
    return openings[-1] if openings else first


_LONGEST_CLAUSE = 300
_CLAUSE_OPENING = re.compile(r"[.!?…:][»”\")]*\s+[«“\"(]?|(?:\A|(?<=\s))[«“\"(]+|\A\s*")


@rule(
    "PUN011",
    "carried-inverted-mark",
    category="locale-convention/punctuation",
    severity=Severity.MINOR,
    message="“{text}” opens questions and exclamations in Spanish, not here.",
    gate=lambda facts: facts.target.has("¿", "¡"),
)
def carried_inverted_mark(pair: Pair) -> Iterator[Hit]:
    """The opening mark of a Spanish question or exclamation stands in another language.

    Why: it was carried over from the source.
    Flags: es "¿Será suficiente?" / en "¿Will it be enough?"
    Passes: es "la canción «¡Viva la vida!»" / en "the song “¡Viva la vida!”"
    Limits: Spanish sources; words that the source has behind the mark too are taken for a title or a citation.
        Galician, Asturian and the like write these marks themselves, some Catalans do.
    """
    source, target = lang_of(pair.source_lang), lang_of(pair.target_lang)
    if source not in _SPANISH or not target or target in _INVERTS or not has_any(pair.target, "¿¡"):
        return
    for match in places(_INVERTED, pair.target):
        if match[1] and not occurs(match.group(), pair.source):
            yield hit(match.start(), match.start() + 1, suggestion="")


_INVERTS = _SPANISH | word_set("gl ca an eu ext lad pap tl cbk gn qu ay nah")
_INVERTED = re.compile(r"[¿¡]\s?((?:[^\W_]+[\s,'’-]*){0,3})")
