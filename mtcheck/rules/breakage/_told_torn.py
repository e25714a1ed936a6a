"""Two tokens that are one word by what the source says: the whole means a word of it, neither half does."""

from __future__ import annotations

from itertools import pairwise

from mtcheck.lexicon import load_lexicon
from mtcheck.rules.breakage.seams import NO_CASE_ENDINGS
from mtcheck.rules.meaning.affirmed import likelihood, units_of
from mtcheck.rules.words.lists import Words
from mtcheck.rules.words.renderings import UNSPACED, cosine, is_content, look_up_all
from mtcheck.rules.words.tokens import tokens_of

#: Cosine from which on the whole stands for a word of the source, and how much nearer it must be than either half.
_TOLD, _NEARER = 0.36, 0.14
#: Above this a half stands for a word of the source itself (`time zones`), unless the other half is no word at all.
_SAID = 0.32
#: Then the whole need only be nearer than it, and the other half far from all.
_FAR = 0.2
#: Log p from which on the tables have a half for a word of the source.
_SAID_BY_TABLE = -3.5
#: And from which on they have the whole for sure.
_SURE_TABLE = -1.5
#: Every word of the source is asked; a book in one line is left alone.
_LONGEST_SOURCE, _MOST_ASKED = 2_000, 120
_SHORTEST = 5
#: The tiers of two halves that are words, together: of commoner ones too many are written apart and solid.
_RARE = 4
_OPEN = frozenset(("per",))  # `per cent`
#: What English writes apart from a verb and solid in the noun: `shut down`, `pop up`.
_PARTICLES = frozenset(("up", "down", "in", "out", "off", "on", "over", "away", "back", "by", "through", "around"))


def may_be_torn(left: str, right: str, words: Words) -> bool:
    """Whether two tokens, of which a list has one at most, make a word of it."""
    whole = (left + right).lower()
    if len(whole) < _SHORTEST or len(left) < 2 or whole not in words:
        return False
    return right.islower() and left.isalpha() and right.isalpha() and left[1:].islower()


def may_be_halves(left: str, right: str, words: Words) -> bool:
    """Whether two listed tokens that make a listed word may be its halves: one at least is rare."""
    return words.tier(left) + words.tier(right) >= _RARE and right not in _PARTICLES and left not in _OPEN


def is_told(left: str, right: str, source: str, langs: tuple[str, str], words: Words) -> bool:
    """Whether a word of the source means the whole of two tokens, and none means a half of it."""
    if len(source) > _LONGEST_SOURCE:
        return False
    asked = _asked(source, langs[0])
    left = left.lower()
    if not asked or left in asked or right in asked:
        return False
    if any(
        words.tier(half) in (1, 2, 3) and _is_in_table(half, source, langs, _SAID_BY_TABLE) for half in (left, right)
    ):
        return False
    parts = (left + right, left, right)
    look_up_all([*((word, langs[0]) for word in asked), *((part, langs[1]) for part in parts)])
    whole, first, second = (max(cosine(word, langs[0], part, langs[1]) for word in asked) for part in parts)
    if whole < _TOLD:
        if max(first, second) > _FAR or not _is_in_table(parts[0], source, langs, _SURE_TABLE):
            return False
        whole = 1.0
    if max(first, second) <= min(_SAID, whole - _NEARER):
        return True
    return right not in words and second <= _FAR and first < whole and langs[1] in NO_CASE_ENDINGS | {"de"}


def _is_in_table(part: str, source: str, langs: tuple[str, str], least: float) -> bool:
    """Whether the tables have a part for a word of the source: quicker asked than vectors."""
    lexicon = load_lexicon(*langs)
    if lexicon is None or not units_of(part, langs[1], langs)[1]:
        return False
    return any(least <= likelihood(word, part, langs, lexicon) < 0 for word in tokens_of(source))


def _asked(source: str, lang: str) -> list[str]:
    if lang in UNSPACED:
        return list(dict.fromkeys(a + b for run in tokens_of(source) for a, b in pairwise(run)))[:_MOST_ASKED]
    return list(dict.fromkeys(word for word in tokens_of(source) if is_content(word, lang)))[:_MOST_ASKED]
