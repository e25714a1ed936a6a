"""Which letters a text must have for a pattern of phrases to match: looking for them is far cheaper."""

from __future__ import annotations

import re


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
