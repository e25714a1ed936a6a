"""The words of a batch's texts: what is asked of a word is asked once, however many texts have it."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Sequence, Set
from functools import cached_property
from itertools import compress, pairwise
from operator import not_

import numpy as np
import numpy.typing as npt

from mtcheck.codepoints import Codes
from mtcheck.data import IntArray
from mtcheck.rules.words.keys import Keys, Listed, first_of_each, joined_keys, keys_of, listed, small

Mask = npt.NDArray[np.bool_]
_APOSTROPHE = re.compile("['’]")
_DOTTED = ord("İ")


class Vocabulary:
    """The words of some texts. Masks have one row a text, places are those of words in the order of the texts.

    What is told of words in lower case may be told of some others, too, in texts with a letter that is two in lower
    case (`İ`): such texts have every word.
    """

    def __init__(self, codes: Codes, words: list[str], starts: IntArray, ends: IntArray, cuts: IntArray) -> None:
        """`words`: those of all texts, which are `codes`, with their places there; `cuts[i]`: where those of text `i`
        begin, with the end of all as the last.
        """
        self._codes = codes
        self.words = words
        self.starts, self.ends = starts, ends
        self.cuts = cuts

    def by_text(self) -> list[tuple[str, ...]]:
        """The words of each text."""
        words = self.words
        return [tuple(words[start:end]) for start, end in pairwise(self.cuts.tolist())]

    @cached_property
    def owners(self) -> IntArray:
        """Which text each word is of."""
        return np.repeat(np.arange(len(self.cuts) - 1), np.diff(self.cuts))

    @cached_property
    def keys(self) -> Keys:
        """A number for each word, the same for those that are the same in lower case."""
        return keys_of(small(self._codes), self.starts, self.ends)

    def keys_with_next(self, places: IntArray) -> Keys:
        """The keys of what the words at some places make with the word after each, written solid."""
        lengths = self.ends[places] - self.starts[places]
        return joined_keys(self.keys[places], lengths, self.keys[places + 1])

    @cached_property
    def _written(self) -> Keys:
        return keys_of(self._codes, self.starts, self.ends)

    @cached_property
    def _first(self) -> IntArray:
        return first_of_each(self.keys)

    @cached_property
    def _first_written(self) -> IntArray:
        return first_of_each(self._written)

    @cached_property
    def _dotted(self) -> IntArray:
        """The places of the words with a letter that is two in lower case."""
        at = np.flatnonzero(self._codes == _DOTTED)
        return np.unique(np.searchsorted(self.ends, at, side="right"))

    def which(self, words: Set[str], *, as_written: bool = False) -> IntArray:
        """The places of words that are listed: in lower case, or as the text has them."""
        found = listed(words, as_written).has(self._written if as_written else self.keys)
        if not as_written and len(self._dotted):
            found[self._dotted] = True
        return found.nonzero()[0]

    def having(self, words: Set[str], *, as_written: bool = False) -> Mask:
        """Which texts have a listed word."""
        return self.texts(self.which(words, as_written=as_written))

    def are_at(self, places: IntArray, words: Set[str]) -> Mask:
        """At which places one of some words stands, as the text has it, or one that is the same in lower case."""
        return listed(words, False).has(self.keys[places])

    def count(self, words: Set[str]) -> IntArray:
        """How many listed words, in lower case, each text has."""
        return np.bincount(self.owners[self.which(words)], minlength=len(self.cuts) - 1)

    def texts(self, places: IntArray) -> Mask:
        """Which texts some words are of."""
        mask = np.zeros(len(self.cuts) - 1, dtype=bool)
        mask[self.owners[places]] = True
        return mask

    @property
    def are_empty(self) -> Mask:
        """Which texts have no word."""
        empty: Mask = np.diff(self.cuts) == 0
        return empty

    def beginning(self, prefixes: Sequence[str]) -> IntArray:
        """The places of the words that may begin with one of some prefixes, as written: told by two letters."""
        codes, wanted = self._codes.astype(np.uint64, copy=False), {prefix[:2] for prefix in prefixes}
        first, second = codes[self.starts], codes[np.minimum(self.starts + 1, len(codes) - 1)]
        heads = first << np.uint64(21) | second
        found = np.zeros(len(heads), dtype=bool)
        for head in wanted:
            if len(head) == 1:
                found |= first == ord(head)
            else:
                found |= heads == (ord(head[0]) << 21 | ord(head[1]))
        return found.nonzero()[0]

    def among(self, places: IntArray, test: Callable[[str], object]) -> IntArray:
        """Those of some places whose words pass a test, as the text has them."""
        words = self.words
        return self.kept(places, [n for n in self.distinct_among(places) if test(words[n])])

    def distinct_among(self, places: IntArray) -> list[int]:
        """Those of `distinct_as_written` that the words at some places are written as."""
        flags = np.zeros(len(self.words), dtype=bool)
        flags[self._first_written[places]] = True
        found: list[int] = flags.nonzero()[0].tolist()
        return found

    def kept(self, places: IntArray, distinct: list[int] | IntArray) -> IntArray:
        """Those of some places where a word is that is written as one of some of `distinct_as_written`."""
        flags = np.zeros(len(self.words), dtype=bool)
        flags[distinct] = True
        found: IntArray = places[flags[self._first_written[places]]]
        return found

    @cached_property
    def are_first(self) -> Mask:
        """Which words are the first of their texts."""
        mask = np.zeros(len(self.words), dtype=bool)
        mask[self.cuts[:-1][~self.are_empty]] = True
        return mask

    @cached_property
    def distinct_as_written(self) -> IntArray:
        """A place for each word as it is written."""
        return np.flatnonzero(self._first_written == np.arange(len(self.words)))

    def same_as(self, places: list[int]) -> IntArray:
        """The places of all words that are written as one of some of `distinct_as_written`."""
        return self.kept(np.arange(len(self.words)), places)

    def outside(self, known: Container[str]) -> IntArray:
        """The places of words that are not known in lower case."""
        distinct = self.distinct_as_written.tolist()
        words = list(map(self.words.__getitem__, distinct))
        strange = compress(zip(distinct, words, strict=True), map(not_, map(known.__contains__, words)))
        return self.same_as([n for n, word in strange if word.lower() not in known])

    def strange(self, table: Listed, known: Container[str]) -> IntArray:
        """As `outside`, of words in lower case that `table` has the keys of; not of Greek, where lower case depends on
        the place of a letter.
        """
        found = ~table.has(self.keys)
        for n in self._dotted.tolist():
            word = self.words[n]
            found[n] = word not in known and word.lower() not in known
        return found.nonzero()[0]

    @cached_property
    def _parts(self) -> tuple[list[str], IntArray]:
        """The parts in lower case of words with an apostrophe, and the place of each one's word."""
        marks = np.flatnonzero((self._codes == ord("'")) | (self._codes == ord("’")))
        places = np.searchsorted(self.ends, marks, side="right")
        places = places[places < len(self.words)]
        places = np.unique(places[self.starts[places] < marks[: len(places)]])
        found = [(part.lower(), n) for n in places.tolist() for part in _APOSTROPHE.split(self.words[n])]
        return [part for part, _ in found], np.array([n for _, n in found], dtype=np.int64)

    def having_part(self, test: Callable[[str], object]) -> Mask:
        """Which texts have a word with an apostrophe of which a part, in lower case, passes a test."""
        parts, places = self._parts
        return self.texts(places[[n for n, part in enumerate(parts) if test(part)]])

    def are_in(self, places: IntArray, other: Vocabulary) -> Mask:
        """Of some places, whether the word there is, in lower case, a word of the same text of `other`, too."""
        keys = self.keys[places]
        found = Listed(other.keys[other.distinct]).has(keys)
        theirs = Listed(keys[found]).has(other.keys).nonzero()[0]
        owners = np.append(other.owners[theirs], self.owners[places[found]]).astype(np.uint64)
        same = first_of_each(np.append(other.keys[theirs], keys[found]) + owners * _APART)
        there = np.zeros(len(same), dtype=bool)
        there[same[: len(theirs)]] = True
        found[found] = there[same[len(theirs) :]]
        return found

    @property
    def distinct(self) -> IntArray:
        """A place for each word in lower case."""
        return np.flatnonzero(self._first == np.arange(len(self.words)))

    @property
    def are_dotted(self) -> Mask:
        """Which texts have a letter that is two in lower case."""
        return self.texts(self._dotted)

    def have_mostly(self, some: Mask, share: float) -> Mask:
        """In which texts at least such a share of the distinct words, in lower case, are some of all words."""
        shared = self._n_distinct(np.flatnonzero(some))
        found: Mask = shared > 0
        n_distinct = self._n_distinct(np.flatnonzero(found[self.owners]))
        return found & (shared >= share * n_distinct)

    def _n_distinct(self, places: IntArray) -> IntArray:
        """How many distinct words each text has at some places."""
        owners = self.owners[places]
        same = first_of_each(self.keys[places] + owners.astype(np.uint64) * _APART)
        return np.bincount(owners[same == np.arange(len(same))], minlength=len(self.cuts) - 1)


#: What parts the numbers of one word in two texts.
_APART = np.uint64(0xBF58476D1CE4E5B9)
