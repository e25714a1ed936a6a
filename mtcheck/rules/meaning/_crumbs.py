"""Which letters a text must have for a pattern of phrases to match: looking for them is far cheaper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import product

_MOST = 48  # strings that a run of letters may be, written with this or that in the middle of it
_LONG = 6  # characters: a longer string is as good as this


def crumbs_of(pattern: str) -> tuple[str, ...]:
    """Letters, in whatever case, one of which a text has that the pattern is found in.

    >>> sorted(crumbs_of("bound to|without (?:a )?doubt"))
    ['ithout', 'ound to']
    """
    found: set[str] = set()
    for part in _alternatives(pattern):
        if part.startswith("(?:") and part.endswith(")") and _is_one_group(part):
            found.update(crumbs_of(part[3:-1]))
        else:
            found.add(_crumb(part))
    return tuple(found)


def _is_one_group(part: str) -> bool:
    depth = 0
    for at, char in enumerate(part):
        depth += (char == "(") - (char == ")")
        if depth == 0:
            return at == len(part) - 1
    return False


def _crumb(alternative: str) -> str:
    """The longest run of letters outside brackets, without the first, which may be a capital."""
    plain = alternative
    while (shorter := re.sub(r"\([^()]*\)[?*]?", " ", plain)) != plain:
        plain = shorter
    plain = re.sub(r"\[[^]]*\]|[^\W\d_][?*]|\\\w[*+]?", " ", plain)
    longest = max(re.findall(r"[^\W\d_]+(?: [^\W\d_]+)*", plain), key=len, default="")
    return longest[1:] if longest[:1].isascii() or "а" <= longest[:1] <= "ї" else longest


def _alternatives(row: str) -> list[str]:
    """A pattern cut at its bars outside brackets."""
    parts, depth, start = [], 0, 0
    for at, char in enumerate(row):
        depth += (char in "([") - (char in ")]")
        if char == "|" and depth == 0:
            parts.append(row[start:at])
            start = at + 1
    return [*parts, row[start:]]


@cache
def needed(pattern: str) -> tuple[str, ...]:
    r"""Strings in lower case, without apostrophes, one of which a text in lower case has that the pattern is found in.

    Longer ones than `crumbs_of` finds, with the letters that a word begins with; `""` where there is none.

    >>> needed("bound to|with(?:out|in) an? (?:\\w+ )?doubt|(?:is|are) forbidden")
    ('are forbidden', 'bound to', 'is forbidden', 'within a ', 'within an ', 'without a ', 'without an ')
    """
    found: set[str] = set()
    for alternative in _alternatives(pattern):
        best: set[str] = min(_candidates(alternative), key=_cost)
        found |= best
    return tuple(sorted(text for text in found if not any(other in text for other in found - {text})))


def _cost(texts: set[str]) -> tuple[int, int]:
    return -min(min(map(len, texts)), _LONG), len(texts)


def _candidates(alternative: str) -> Iterator[set[str]]:
    """Sets of strings, of each of which a match of a pattern without bars outside brackets has one."""
    run = {""}
    for strings, needs in _pieces(alternative):
        if strings is not None and len(strings) * len(run) <= _MOST:
            run = {first + then for first, then in product(run, strings)}
        else:
            yield run
            run = strings or {""}
        if needs is not None:
            yield needs
    yield run


_PIECE = re.compile(r"(?P<group>\()|(?P<gap>\[[^]]*\]|\\[a-zA-Z]|[.'’])|\\?(?P<char>.)", re.DOTALL)
_TIMES = re.compile(r"(?:[?*+]|\{\d+(?:,\d*)?\})\??")


def _pieces(alternative: str) -> Iterator[tuple[set[str] | None, set[str] | None]]:
    """What a pattern consists of: all strings that a piece may be, None where that is open; and what a group needs."""
    at = 0
    while at < len(alternative):
        piece = _PIECE.match(alternative, at)
        assert piece is not None
        end = _end_of_group(alternative, at) if piece["group"] else piece.end()
        times = _TIMES.match(alternative, end)
        strings: set[str] | None = None
        needs: set[str] | None = None
        inner = alternative[at + 1 : end - 1].removeprefix("?:")
        if piece["group"] and inner.startswith("?"):
            strings = {""}  # looks ahead or behind
        elif piece["group"]:
            strings = _strings(inner)
            needs = set(needed(inner))
        elif piece["char"]:
            strings = {piece["char"].lower()}
        elif piece["gap"] == r"\b":
            strings = {""}
        at = end
        if times is not None:
            at, optional = times.end(), times.group()[0] in "?*" or times.group().startswith("{0")
            strings = strings | {""} if strings and times.group() == "?" else None
            needs = None if optional else needs
        yield strings, needs


def _strings(pattern: str) -> set[str] | None:
    """All strings that a pattern matches; None where there are many."""
    found: set[str] = set()
    for alternative in _alternatives(pattern):
        run = {""}
        for strings, _ in _pieces(alternative):
            if strings is None or len(strings) * len(run) > _MOST:
                return None
            run = {first + then for first, then in product(run, strings)}
        found |= run
    return found


def _end_of_group(text: str, at: int) -> int:
    depth = 0
    for end in range(at, len(text)):
        depth += (text[end] == "(") - (text[end] == ")")
        if depth == 0:
            return end + 1
    return len(text)
