"""Gates of rules on names: which pairs of a batch have a capitalised word that may be a name at all.

Each capitalised word of a batch is looked at once, however many texts have it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, partial

import numpy as np

from mtcheck.data import IntArray, Pair, Side
from mtcheck.rules.facts.batch import Facts, Mask, TextFacts
from mtcheck.rules.facts.heads import FOLDED
from mtcheck.rules.text import has_any
from mtcheck.rules.words.lexicon import KEPT_LENGTH, known_names, languages_of, ranks
from mtcheck.rules.words.lexicon import words as words_of
from mtcheck.rules.words.views import sides_of


class Capitals:
    """The capitalised words of some texts in lower case, each once. Arrays have one row a word."""

    def __init__(self, texts: TextFacts, lang: str) -> None:
        known, proper, rows = ranks(lang), known_names(lang), texts.capitals_in_lower_case
        self.places = np.array([place for place, _ in rows], dtype=np.int64)
        self.words = [word for _, word in rows]
        self.lengths = np.array([*map(len, self.words)], dtype=np.int64)
        #: By the word list of the language: see `lexicon.ranks`, and `UNKNOWN` for words that it has not.
        self.tiers = np.array([known.get(word, UNKNOWN) for word in self.words], dtype=np.int64)
        self.are_names = np.array([word in proper for word in self.words], dtype=bool)

    def that(self, some: Mask, test: Callable[[str], object]) -> Mask:
        """Those of some words that pass a test."""
        found = some.copy()
        for n in some.nonzero()[0].tolist():
            found[n] = bool(test(self.words[n]))
        return found

    @cached_property
    def are_split(self) -> Mask:
        """Which words have an apostrophe inside."""
        return np.array([not word.isalpha() for word in self.words], dtype=bool)


UNKNOWN = 9
Test = Callable[[Capitals], Mask]


def have_capital(facts: Facts, side: Side, test: Test) -> Mask:
    """Which texts of a side have a capitalised word that passes a test."""
    texts, capitals = facts.source if side is Side.SOURCE else facts.target, _capitals(facts, side)
    return texts.words.texts(texts.words.kept(texts.capitals, capitals.places[test(capitals)]))


def have_full_name_of(facts: Facts, side: Side, first: Test, second: Test) -> Mask:
    """Which texts of a side have a full name (`TextFacts.have_full_name`) of two words that pass a test each."""
    texts, capitals = facts.source if side is Side.SOURCE else facts.target, _capitals(facts, side)
    words, ones, twos = texts.words, *(capitals.places[test(capitals)] for test in (first, second))
    return words.texts(words.kept(words.kept(texts.first_of_full_names, ones) + 1, twos))


def have_new_capital(facts: Facts, test: Test, *, inside: bool = False) -> Mask:
    """Which targets have such a word that the source has not, or one with an apostrophe; `inside`: no first word."""
    return facts.target.words.texts(new_capitals(facts, test, inside=inside))


def new_capitals(facts: Facts, test: Test, *, inside: bool = False) -> IntArray:
    """The places of such words among the words of all targets."""
    words, new, capitals = facts.target.words, facts.once("new capitals", _new), _capitals(facts, Side.TARGET)
    if inside:
        new = new[~words.are_first[new]]
    return words.kept(new, capitals.places[test(capitals)])


def are_lone(facts: Facts, places: IntArray, *, after: bool) -> Mask:
    """Which capitalised words of the targets, none a text's first, have no capitalised word behind, or before them."""
    words = facts.target.words
    flags = np.zeros(len(words.words) + 1, dtype=bool)
    flags[facts.target.capitals] = True
    if after:
        flags[words.cuts] = False
    found: Mask = ~flags[places + 1 if after else places - 1]
    return found


def _capitals(facts: Facts, side: Side) -> Capitals:
    return capitals_of(*((facts.source, facts.langs[0]) if side is Side.SOURCE else (facts.target, facts.langs[1])))


def capitals_of(texts: TextFacts, lang: str) -> Capitals:
    """The capitalised words of texts of a language, worked out once."""
    return texts.once(f"capitals, {lang}", partial(Capitals, lang=lang))


def _new(facts: Facts) -> IntArray:
    """The places of capitalised words of the targets that the source has not, or that have an apostrophe."""
    words, capitals = facts.target.words, facts.target.capitals
    copied = facts.copied_words[capitals]
    # Where lower case is no matter of single letters two words may be taken for one.
    copied &= ~facts.source.words.are_dotted[words.owners[capitals]]
    return np.sort(np.append(capitals[~copied], words.among(capitals[copied], _is_odd)))


def strange_in_sources(pairs: Sequence[Pair], positions: Sequence[int]) -> Iterator[tuple[int, str]]:
    """(position, word) of the capitalised words of some sources that the list of their language has not, or that have
    an apostrophe; of pairs with two texts, neither of them long.
    """
    sides = sides_of(pairs)
    if sides and sides.langs[1] and positions:
        rows: Iterable[tuple[int, str]] = sides.source.once("strange capitals", partial(_strange, lang=sides.langs[0]))
    else:
        rows = _strange_one_by_one(pairs, positions)
    return ((position, word) for position, word in rows if pairs[position].target)


def _strange(texts: TextFacts, lang: str) -> list[tuple[int, str]]:
    capitals, words = capitals_of(texts, lang), texts.words
    places = words.kept(texts.capitals, capitals.places[(capitals.tiers == UNKNOWN) | capitals.are_split])
    return [(row, words.words[n]) for row, n in zip(words.owners[places].tolist(), places.tolist(), strict=True)]


def _strange_one_by_one(pairs: Sequence[Pair], positions: Sequence[int]) -> Iterator[tuple[int, str]]:
    for position in positions:
        pair = pairs[position]
        if max(len(pair.source), len(pair.target)) <= KEPT_LENGTH:
            known = ranks(languages_of(pair)[0])
            for word in words_of(pair.source):
                if word[0].isupper() and (word.lower() not in known or not word.isalpha()):
                    yield position, word


def have_own_capitals(facts: Facts, side: Side, test: Callable[[str], bool]) -> Mask:
    """Which texts of a side have letters in a row, a capital inside, that pass a test and the other side has not."""
    here, there = (facts.once(f"capitals inside, {one}", partial(_inside, side=one)) for one in (side, _OTHER[side]))
    mask = np.zeros(len(facts.pairs), dtype=bool)
    mask[[row for row, runs in here.items() if any(map(test, runs - there.get(row, _NONE)))]] = True
    return mask


_OTHER = {Side.SOURCE: Side.TARGET, Side.TARGET: Side.SOURCE}
_NONE: frozenset[str] = frozenset()
_APOSTROPHE = re.compile("['’]")


def _inside(facts: Facts, side: Side) -> dict[int, set[str]]:
    """By text, its runs of letters with a capital after the first letter."""
    texts = facts.source if side is Side.SOURCE else facts.target
    places, words, found = texts.words_with_capital_inside, texts.words, dict[int, set[str]]()
    for row, place in zip(words.owners[places].tolist(), places.tolist(), strict=True):
        word = words.words[place]
        found.setdefault(row, set()).update([word] if word.isalpha() else _APOSTROPHE.split(word))
    return found


def _is_odd(word: str) -> bool:
    return not word.isalpha() or (not word.isascii() and has_any(word, FOLDED))
