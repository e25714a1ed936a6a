# ruff: noqa: E501 (tables)
"""What a Cyrillic name may look like in Latin letters, letter by letter.

Walked, not compiled: a text has ever new names, and a regular expression takes a hundred times longer to make than to
match once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

#: How a Cyrillic letter may be written in Latin ones, in any language and standard.
ROMAN = {
    "а": "a", "б": "b", "в": "v|w|ff?", "г": "gu?|h|v", "ґ": "g", "д": "d", "е": "e|ye|ie|je|y?o|jo|io", "ё": "e|yo|io|jo|o|ye|ie|je|ö",
    "є": "ye|ie|je|e", "ж": "zh|j|ž|g|sch|sh|ż|zs|rz", "з": "z|s", "и": "i|y|ie|yi|e", "і": "i|y|ie", "ї": "yi|i|ji|ï|y", "й": "y|i|j|",
    "к": "k|c|q|ck", "л": "ll?|ł", "м": "m", "н": "nn?|ñ", "о": "o", "п": "p", "р": "rr?", "с": "ss?|c|z", "т": "tt?|th", "у": "u|ou|oo|w|v",
    "ф": "ff?|ph", "х": "kh|h|ch|j", "ц": "ts|c|tz|z|cz|tc", "ч": "ch|tch|tsch|č|cz|c|tj", "ш": "sh|sch|ch|š|sz|s", "щ": "shch|sch|šč|schtsch|shh|sh|chtch|szcz|stj",
    "ъ": "y|'|’|", "ы": "y|i|yi", "ь": "y|i|j|'|’|", "э": "e|è", "ю": "yu|iu|ju|u|you|iou|ü", "я": "ya|ia|ja|a|iya|ä", "'": "'|’|y|i|", "’": "'|’|y|i|",
}  # fmt: skip
_DOUBLE = {"кс": "x|ks", "дж": "j|dzh|dj|g|dsch", "ов": "o[vw]|iw|iv|off?", "ев": "y?e[vw]|ie[vw]|je[vw]|i[vw]|yi[vw]|eff?|o[vw]|yo[vw]", "ий": "y|i|ii|iy|ij|yi|yy", "ый": "y|yy|yi|iy|i", "ье": "ye|ie|je|e|iye", "ьё": "yo|io|e|ye", "ьо": "yo|io|o", "ья": "ya|ia|ja", "зг": "zg|zh"}  # fmt: skip
_OPTIONAL = re.compile(r"(.)\?")
_EITHER = re.compile(r"\[(.)(.)\]")

#: The spellings of each letter of a name, or of two letters at once.
Steps = Sequence[tuple[str, ...]]


class Spelled:
    """Spellings of one name: ways through its letters, and what may follow them."""

    __slots__ = ("_end", "_ways")

    def __init__(self, ways: Sequence[Steps], end: re.Pattern[str]) -> None:
        self._ways = ways
        self._end = end

    def may_be(self, text: str) -> bool:
        """Whether the whole of a lower-case text is one of the spellings."""
        steps: Steps = ()
        trail = [frozenset((0,))]  # where in the text the steps may have led, before each of them
        for way in self._ways:
            shared = next((n for n, (one, two) in enumerate(zip(steps, way, strict=False)) if one is not two), len(way))
            del trail[min(shared, len(steps)) + 1 :]
            steps = way
            for options in way[len(trail) - 1 :] if trail[-1] else ():
                reached = frozenset(
                    [at + len(option) for at in trail[-1] for option in options if text.startswith(option, at)]
                )
                trail.append(reached)
                if not reached:
                    break
            if len(trail) > len(way) and any(self._end.fullmatch(text, at) is not None for at in trail[-1]):
                return True
        return False


def spelled_out(text: str) -> list[tuple[str, ...]]:
    """The spellings of each letter of a lower-case text in Cyrillic letters, in any language."""
    steps, at = [], 0
    while at < len(text):
        two = text[at : at + 2]
        steps.append(_listed(_DOUBLE.get(two) or ROMAN.get(text[at], text[at])))
        at += 2 if two in _DOUBLE else 1
    return steps


@cache
def _listed(spellings: str) -> tuple[str, ...]:
    """The spellings between bars, where `?` follows a letter that may be missing and brackets hold two letters.

    >>> sorted(_listed("y?e[vw]|i"))
    ['ev', 'ew', 'i', 'yev', 'yew']
    """
    found: set[str] = set()
    waiting = spellings.split("|")
    while waiting:
        one = waiting.pop()
        if match := _EITHER.search(one) or _OPTIONAL.search(one):
            kept = match.groups() if match[0].startswith("[") else (match[1], "")
            waiting += [one[: match.start()] + letter + one[match.end() :] for letter in kept]
        else:
            found.add(one)
    return tuple(sorted(found))
