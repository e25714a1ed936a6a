"""Places of one name that a river or a landscape tells apart: Frankfurt am Main, Newcastle-under-Lyme."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtcheck.data import Pair
from mtcheck.rules.names._latin_names import sounds
from mtcheck.rules.names.name_words import calendar
from mtcheck.rules.words.tables import FUNCTION_WORDS

#: What stands between a place and its tail, in the languages that have many such places.
_LINKS = (
    "am|an der|an dem|ob der|in der|im|auf|auf der|vor der|unter"  # German
    "|upon|on|on the|under|le|by|in"  # English
    "|sur|sur le|sur la|sous|en|lès|les|d[eu]|de la|aux?"  # French
    "|del|de los|sul|sull[ao]|nel|do|da|dos"  # Spanish, Italian, Portuguese
    "|aan den|aan de|op|nad|pod|pri|na"  # Dutch, Polish, Czech, Slovak
    "|на|над|під|под|ан дер|ам|сюр|апон"  # Russian, Ukrainian
)
_TAIL = re.compile(rf"(?<!\w)([^\W\d_]{{4,}})(-(?:{_LINKS.replace(' ', '[- ]')})-| (?:{_LINKS}) )(?=([^\W\d_]{{3,}}))")
CRUMBS = (
    *(" am ", " an der ", " ob der ", " upon ", " sur ", " sous ", " del ", " sul ", " nad ", " aan den "),
    *("-am-", "-an-der-", "-upon-", "-on-", "-under-", "-sur-", "-sous-", "-lès-", "-les-", "-en-", "-del-", "-nad-"),
    *("-на-", "-над-", "-под-", "-апон-", "-ан-дер-"),
)
_WORD = re.compile(r"[^\W\d_]{3,}")
_ALIKE = 3  # sounds that two forms of a name share at their beginning


def other_tail(pair: Pair, source: str, target: str) -> Iterator[tuple[int, int, str]]:
    """Where the target has another place of a source's name, and the source's."""
    for match in _TAIL.finditer(pair.target):
        head, link, tail = match.groups()
        own = link[0] == " " and FUNCTION_WORDS.get(target, frozenset()).issuperset(link.split())
        if own or not _are_names(match):
            continue
        same = [m for m in _TAIL.finditer(pair.source) if _are_names(m) and _begin_alike(m[1], head, _ALIKE)]
        if (
            len(same) != 1
            or same[0][3].lower() in calendar(source)
            or _first_consonant(same[0][3]) == _first_consonant(tail)
        ):
            continue
        if not (_has(pair.source, tail) or _has(pair.target, same[0][3])):
            yield match.start(), match.end(3), pair.source[same[0].start() : same[0].end(3)]


def _are_names(match: re.Match[str]) -> bool:
    return match[1][0].isupper() and match[3][0].isupper()


def _begin_alike(one: str, other: str, letters: int) -> bool:
    return sounds(one)[:letters] == sounds(other)[:letters]


def _first_consonant(name: str) -> str:
    return sounds(name).lstrip("aeiou'")[:1]


def _has(text: str, name: str) -> bool:
    """Whether a text has a word that begins like a name."""
    return any(_begin_alike(word, name, _ALIKE + 1) for word in _WORD.findall(text) if word[0].isupper())
