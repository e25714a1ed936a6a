"""Where no space follows a mark, or a bracket stands tight between two words (GLU001)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtcheck.rules.breakage._glued import Glue
from mtcheck.rules.text import has_any, occurs, places, word_set
from mtcheck.rules.words.lists import Words, words_of

_MARK = re.compile(r"[.,;!?…](?<=[^\W\d_].)(?=[^\W\d_])")
_LEFT = re.compile(r"[^\W\d_]+\Z")
_RIGHT = re.compile(r"[^\W\d_]+")
_TLDS = word_set("com org net info ru de uk fr eu edu gov io tv co us pl es it nl js py net asp")
_CLAUSE_MARKS = ",;"


def missing_spaces(text: str, source: str, lang: str) -> Iterator[Glue]:
    """Places where no space follows a mark: `minister.The`, `however,the`; start, end of the mark, end."""
    words = words_of(lang)
    if words is None:
        return
    if has_any(text, _BOUNDS):
        yield from _bound_marks(text, source, words)
    for match in places(_MARK, text):
        at = match.start()
        left = _LEFT.search(text, max(0, at - 40), at)
        right = _RIGHT.match(text, at + 1, at + 41)
        if left is None or right is None:
            continue
        if _fits(left[0], match[0], right[0], words) and not _chained(text, left.start(), right.end()):
            glued = text[left.start() : right.end()]
            if not occurs(glued, source):
                yield left.start(), at + 1, right.end()


#: What opens directly behind a word, and what closes directly before one.
_BOUND = re.compile(
    r"[(“„«](?<=[^\W\d_]{3}.)(?=[^\W\d_]{2}|[aAiIyàиваоуі][ \u00a0])"
    r"|[)”»](?:(?<=[^\W\d_]{2}[^\W_].)|(?<=[^\W\d_]{2}[.,!?].)|(?<=\d{4}.))(?=[^\W\d_]{2})"
)
_OPENING = "(“„«"
_BOUNDS = ("(", ")", "“", "„", "«", "”", "»")


def _bound_marks(text: str, source: str, words: Words) -> Iterator[Glue]:
    """`used(limestone`, `“We agree”he`: a bracket or quotation mark tight between two words."""
    for match in places(_BOUND, text):
        at = match.start()
        left = _LEFT.search(text, max(0, at - 40), at) or _EDGE.search(text, max(0, at - 40), at)
        right = _RIGHT.match(text, at + 1, at + 41)
        if left is None or right is None or right[0] not in words:
            continue
        goes_on = match[0] == "(" and text[right.end() : right.end() + 1] == " "
        if left[0].isalpha() and left[0].lower() not in words and not goes_on:
            continue
        if left[0].isalpha() and match[0] not in _OPENING and "(" in text[max(0, left.start() - 1) : left.start()]:
            continue  # `(un)known`
        if match[0] in _OPENING and text[right.end() : right.end() + 1] == ")":
            continue  # `word(words)`
        if not occurs(text[left.start() : right.end()], source):
            yield left.start(), at + (match[0] not in _OPENING), right.end()


_EDGE = re.compile(r"[\w.,!?]+\Z")


def _fits(left: str, mark: str, right: str, words: Words) -> bool:
    known = left.lower() in words or right.lower() in words
    if mark in _CLAUSE_MARKS:
        return known and len(left) >= 2 and len(right) >= 2 and right.islower() and left[1:].islower()
    if not (left.islower() or (left.istitle() and len(left) > 4)) or len(left) < 3 or right.lower() in _TLDS:
        return False
    return known and right.istitle() and (len(right) >= 2 or right in ("I", "A"))


def _chained(text: str, start: int, end: int) -> bool:
    """Whether more follows without a space that makes it an address, a file or an expression."""
    before, after = text[start - 1 : start], text[end : end + 2]
    return (
        (before != "" and before in "./@_\\:#-&=")
        or (after[:1] != "" and after[:1] in "/@_\\=(")
        or (after[:1] == "." and after[1:].isalnum())
    )
