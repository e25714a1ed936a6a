"""Whether words of the source that stand in the target are cited there: in quotation marks, in brackets, or a title."""

from __future__ import annotations

import re

from mtcheck.data import Pair
from mtcheck.rules.language.foreign_words import LONGEST_SEARCHED, pieces
from mtcheck.rules.words.lexicon import enclosed

_QUOTED_BEFORE = re.compile(r"[(\[{«“„”\"»‹「『《〈（]|(?<![^\W_])['‘’]")
_QUOTED_AFTER = re.compile(r"[)\]}»”“\"«›」』》〉）]|['’‘](?![^\W_])")
_LONGEST_QUOTED = 200
_TITLE_HEAD = re.compile(r"\b\w{1,4}[ '’]$")


def is_citation(pair: Pair, start: int, end: int) -> bool:
    """In quotation marks or brackets here, or a title that is in quotation marks in the source."""
    return enclosed(pair.target, start, end) or _is_title(pair, start, end) is not None


def _is_title(pair: Pair, start: int, end: int) -> int | None:
    """Where the source has the words, if it has them in quotation marks or brackets."""
    at = pair.source.find(pair.target[start:end]) if len(pair.source) <= LONGEST_SEARCHED else -1
    if at < 0:
        return None
    # The article of a title may be capitalised and so stand outside the run: «El correo de las siete».
    before = _TITLE_HEAD.sub("", pair.source[max(0, at - 6) : at])
    around = before + pair.source[at : at + end - start + 3]
    return at if enclosed(around, len(before), len(before) + end - start) else None


def is_left_quoted(pair: Pair, first: int, last: int, in_source: frozenset[str]) -> bool:
    """Whether a run belongs to a quotation, bracket or title of which most was left as it was."""
    closed = enclosed(pair.target, first, last) or pair.target[last : last + 1] in ("“", "‘")
    if closed and _is_quoted(pair.target, first, last, in_source):
        return True
    at = _is_title(pair, first, last)
    return at is not None and _is_quoted(pair.source, at, at + last - first, pieces(pair.target))


def _is_quoted(text: str, first: int, last: int, shared: frozenset[str]) -> bool:
    """Whether half the words, at least, of the quotation or bracket around a run are those of the other side."""
    start = max(0, first - _LONGEST_QUOTED)
    before = [match.end() for match in _QUOTED_BEFORE.finditer(text, start, first)]
    after = _QUOTED_AFTER.search(text, last, last + _LONGEST_QUOTED)
    inside = pieces(text[before[-1] if before else start : after.start() if after else last + _LONGEST_QUOTED])
    # Two words may be one translated and one left.
    return 2 * len(inside & shared) >= max(len(inside), 2 * min(len(inside), 2))
