"""What one pass over the texts of a side tells of them: the characters of each text, its words, what begins so."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from mtcheck.codepoints import Codes, joined
from mtcheck.data import IntArray
from mtcheck.rules.facts._kinds import APOSTROPHE, CAPITAL, DIGIT, LETTER, ODD_CASE, TABLE, USUAL
from mtcheck.rules.facts._needles import Known, Search
from mtcheck.rules.facts.heads import CUTS, Heads, followed, hashed
from mtcheck.rules.facts.openings import SMALL_LETTERS
from mtcheck.rules.text import Span
from mtcheck.rules.words.keys import small
from mtcheck.rules.words.vocabulary import Mask, Vocabulary

Kinds = npt.NDArray[np.uint64]
Found = TypeVar("Found")

_KNOWN, _KNOWN_LOWER = Known(), Known()


class TextFacts:
    """The facts of one side's texts. Arrays have one row a text."""

    def __init__(self, texts: Sequence[str]) -> None:
        _, self._codes, self._stops = joined(texts)
        self.lengths = np.diff(self._stops, prepend=-1) - 1
        self._kinds = TABLE.of(self._codes)
        self._kinds[self._stops] = 0
        self._told: dict[str, Any] = {}
        self._places_of: dict[int, npt.NDArray[np.int64]] = {}
        self._openings_of: dict[int | None, IntArray] = {}
        self._hashes_of: dict[tuple[int, int | None], tuple[IntArray, IntArray]] = {}
        #: The kinds of characters that each text has, as bits.
        self.kinds: Kinds = np.bitwise_or.reduceat(self._kinds, self._stops - self.lengths)

    def any(self, kinds: int) -> Mask:
        """Which texts have a character of one of the kinds."""
        found: Mask = (self.kinds & np.uint64(kinds)) != 0
        return found

    def starts(self, kinds: int) -> Mask:
        """Which texts have such a character at their very beginning."""
        first = self._kinds[np.minimum(self.begin, max(len(self._kinds) - 1, 0))]
        found: Mask = ((first & np.uint64(kinds)) != 0) & (self.lengths > 0)
        return found

    def twice(self, kinds: int) -> Mask:
        """Which texts have two characters, different ones, the first two of the kinds, and then the same two."""
        at, codes = self._places(kinds), self._codes
        one, two = codes[at], codes.take(at + 1, mode="clip")
        at = at[(one == codes.take(at + 2, mode="clip")) & (two == codes.take(at + 3, mode="clip")) & (one != two)]
        return self._of(at[(self._kinds.take(at + 1, mode="clip") & np.uint64(kinds)) != 0])

    def ends(self, kinds: int) -> Mask:
        """Which texts have such a character at their very end."""
        last = self._kinds[self._stops - 1]
        found: Mask = ((last & np.uint64(kinds)) != 0) & (self.lengths > 0)
        return found

    @cached_property
    def begin(self) -> IntArray:
        """Where each text begins in the texts joined."""
        found: IntArray = self._stops - self.lengths
        return found

    def near(self, kinds: int, around: Mapping[int, int], *, within: int | None = None) -> Mask:
        """Which texts have a character of `kinds` with others around it: kinds by distance, below 0 what is before.

        `~kinds`, with a sign, is none of them: any other character, and where a text begins or ends.
        `within`: after so many characters of the text at most.
        """
        places = self._places(kinds)
        if within is not None:
            places = places[places - self.begin[np.searchsorted(self._stops, places)] <= within]
        for distance, others in around.items():
            at = places + distance
            if others >= 0:
                there = (self._kinds.take(at, mode="clip") & np.uint64(others)) != 0
            else:
                there = (self._kinds.take(at, mode="clip") & np.uint64(~others)) == 0
                there |= at < 0
            places = places[there]
        return self._of(places)

    def has(self, *needles: str) -> Mask:
        """Which texts have one of some rare strings, none of them with a line feed; told by hashes, so that by chance
        one that has none may be among them.
        """
        return self._search.has(needles)

    def has_in_lower_case(self, *needles: str) -> Mask:
        """As `has`, of strings in lower case in the texts in lower case; also the texts that `are_folded`."""
        return self._search_lower.has(needles) | self.are_folded

    @cached_property
    def _search(self) -> Search:
        return Search(self._codes, self._stops, _KNOWN)

    @cached_property
    def _search_lower(self) -> Search:
        return Search(small(self._codes) >> np.uint32(1), self._stops, _KNOWN_LOWER)

    def runs(self, kinds: int, length: int) -> Mask:
        """Which texts have so many characters of the kinds in a row."""
        outside = np.flatnonzero((self._kinds & np.uint64(kinds)) == 0)
        return self._of(outside[np.diff(outside, prepend=-1) > length])

    def _places(self, kinds: int) -> npt.NDArray[np.int64]:
        if kinds not in self._places_of:
            if kinds & USUAL:
                self._places_of[kinds] = (self._kinds & np.uint64(kinds)).nonzero()[0]
            else:
                odd = self._odd
                self._places_of[kinds] = odd[(self._kinds[odd] & np.uint64(kinds)) != 0]
        return self._places_of[kinds]

    @cached_property
    def _odd(self) -> npt.NDArray[np.int64]:
        """The places of characters that are of no usual kind alone: few, so that most kinds are looked for in them."""
        return (self._kinds & ~np.uint64(USUAL | 1)).nonzero()[0]

    def _of(self, places: npt.NDArray[np.int64]) -> Mask:
        mask = np.zeros(len(self._stops), dtype=bool)
        mask[np.searchsorted(self._stops, places)] = True
        return mask

    def begins(self, things: Heads[Any]) -> Mask:
        """Which texts may have one of the things, as `Heads.may_be_in` tells of one text."""
        mask = self.are_folded.copy() if not things.in_any else np.ones(len(self._stops), dtype=bool)
        for length, flags in enumerate(things.hashes):
            if flags is not None:
                hashes, words = self._hashes(length)
                mask[self._heads[1][words[flags[hashes]]]] = True
        return mask

    def beginnings(self, things: Heads[Any], after: int) -> Iterator[tuple[int, int]]:
        """(text, place in it) of the words that may begin one of the things, by the first two of those that have two:
        of those that are a text's first, or have a character of the kinds `after` between them and the last.

        Nothing is told of things that any text may have, and of texts with letters that `str.lower` does not tell.
        """
        by_first, by_both = things.by_two
        found = []
        for length, flags in (*enumerate(by_first.hashes), (-1, by_both)):
            if flags is not None:
                hashes, words = self._hashes(length, after)
                found.append(words[flags[hashes]])
        words = np.unique(np.concatenate(found))
        _, owners, starts = self._heads
        return zip(owners[words].tolist(), (starts[words] - self.begin[owners[words]]).tolist(), strict=True)

    @cached_property
    def are_folded(self) -> Mask:
        """Which texts have letters that `str.lower` does not tell."""
        return self.any(ODD_CASE)

    def _hashes(self, length: int, after: int | None = None) -> tuple[IntArray, IntArray]:
        """Hashed beginnings of `length` letters and one more, of all words or those that `beginnings` asks for; and
        which words they are. -1: of each word and the next one.
        """
        name = (length, after)
        if name not in self._hashes_of:
            keys, words = self._heads[0], self._openings(after)
            following = np.append(keys, 0)[words + 1]
            keys = followed(keys[words], following) if length < 0 else keys[words] & CUTS[length]
            self._hashes_of[name] = hashed(keys), words
        return self._hashes_of[name]

    def _openings(self, after: int | None) -> IntArray:
        """The words that `beginnings` asks for; all for None."""
        if after not in self._openings_of:
            _, owners, starts = self._heads
            words = np.arange(len(owners))
            if after is not None:
                passed = np.searchsorted(self._places(after), starts)
                words = np.flatnonzero(np.diff(owners, prepend=-1) | np.diff(passed, prepend=0))
            self._openings_of[after] = words
        return self._openings_of[after]

    @cached_property
    def _heads(self) -> tuple[IntArray, IntArray, IntArray]:
        """The first three letters of each run of letters, in lower case, as one number; which text it is in, and where
        it begins in the texts joined.
        """
        letters = (self._kinds & np.uint64(LETTER)) != 0
        begins = letters.copy()
        begins[1:] &= ~letters[:-1]
        starts = np.flatnonzero(begins)
        # Of texts with letters of which lower case makes two, or that depend on their place, nothing is asked here.
        first, second, third = (
            np.where(letters.take(starts + n, mode="clip"), small(self._codes.take(starts + n, mode="clip")) >> 1, 0)
            for n in range(3)
        )
        third[second == 0] = 0
        keys = first.astype(np.int64) << 42 | second.astype(np.int64) << 21 | third.astype(np.int64)
        return keys, np.searchsorted(self._stops, starts), starts

    @cached_property
    def words(self) -> Vocabulary:
        """The words of the texts."""
        return self._words[0]

    @cached_property
    def capitals(self) -> IntArray:
        """The places in `words` of those that begin with a capital."""
        return self._words[1]

    @cached_property
    def capitals_in_lower_case(self) -> list[tuple[int, str]]:
        """Each word with a capital once: a place of it, and how it is in lower case."""
        words = self.words
        return [(n, words.words[n].lower()) for n in words.distinct_among(self.capitals)]

    def capitals_that(self, test: Callable[[str], object]) -> IntArray:
        """Those of the `capitals` whose words pass a test in lower case."""
        return self.words.kept(self.capitals, [n for n, lower in self.capitals_in_lower_case if test(lower)])

    @property
    def distinct_capitals(self) -> Iterable[str]:
        """The words with a capital, each once, as they are written."""
        return [self.words.words[n] for n, _ in self.capitals_in_lower_case]

    def texts_with(self, capitals: Set[str]) -> Set[int]:
        """Which texts have one of some words with a capital."""
        words = self.words
        places = words.kept(self.capitals, [n for n, _ in self.capitals_in_lower_case if words.words[n] in capitals])
        return set(words.owners[places].tolist())

    def once(self, name: str, work: Callable[[TextFacts], Found]) -> Found:
        """What `work` finds of the texts, which must not refer to these facts; worked out once for each name."""
        if name not in self._told:
            self._told[name] = work(self)
        found: Found = self._told[name]
        return found

    @cached_property
    def have_full_name(self) -> Mask:
        """Which texts have two capitalised words of three letters or more with one space between."""
        return self.words.texts(self.first_of_full_names)

    @cached_property
    def loud(self) -> Set[int]:
        """Which texts have three capitals in a row."""
        return set(self.near(CAPITAL, {1: CAPITAL, 2: CAPITAL}).nonzero()[0].tolist())

    @property
    def hyphened(self) -> Set[int]:
        """Which texts have a letter behind a hyphen, none of the usual small ones."""
        places = np.flatnonzero(self._codes == ord("-"))
        behind = self._codes[places + 1]
        large = self.are(places + 1, LETTER)
        for first, last in SMALL_LETTERS:
            large &= (behind < first) | (behind > last)
        return set(np.searchsorted(self._stops, places[large]).tolist())

    def full_names(self, row: int) -> Sequence[tuple[str, str, Span, Span]]:
        """Full names of a text (`have_full_name`), as two words and their places."""
        cuts, *rows = self._rows_of_full_names
        words, some = self.words.words, slice(cuts[row], cuts[row + 1])
        return [
            (words[n], words[n + 1], (start, end), (then, last))
            for n, start, end, then, last in zip(*(part[some] for part in rows), strict=True)
        ]

    @cached_property
    def _rows_of_full_names(self) -> list[list[int]]:
        """Where the full names of each text begin among all; the first word of each, and where its two words begin and
        end in the text.
        """
        first = self.first_of_full_names
        rows = self.words.owners[first]
        begins = self.begin[rows]
        edges = [part[first + n] - begins for n in (0, 1) for part in (self.words.starts, self.words.ends)]
        cuts = np.searchsorted(rows, np.arange(len(self._stops) + 1))
        return [part.tolist() for part in (cuts, first, *edges)]

    @cached_property
    def first_of_full_names(self) -> IntArray:
        """The places in `words` of the first words of full names (`have_full_name`)."""
        first = self._first_of_two
        found: IntArray = first[self._codes[self.words.ends[first]] == ord(" ")]
        return found

    @cached_property
    def have_capitals_in_a_row(self) -> Mask:
        """Which texts have a capitalised word after another one, whatever stands between."""
        first = self.capitals[:-1][np.diff(self.capitals) == 1]
        owners = self.words.owners
        return self.words.texts(first[owners[first] == owners[first + 1]])

    @cached_property
    def have_names_beside(self) -> Mask:
        """Which texts have two capitalised words of three letters or more with one character between."""
        return self.words.texts(self._first_of_two)

    @cached_property
    def _first_of_two(self) -> IntArray:
        """The places in `words` of the first of two words that `have_names_beside` asks for."""
        capitals, starts, ends = self.capitals, self.words.starts, self.words.ends
        long = ends - starts > 2
        first = capitals[:-1][np.diff(capitals) == 1]
        first = first[long[first] & long[first + 1] & (starts[first + 1] == ends[first] + 1)]
        found: IntArray = first[self._codes[ends[first]] != ord("\n")]
        return found

    @property
    def words_with_capital_inside(self) -> IntArray:
        """The places in `words` of those with a capital after another letter."""
        capitals = self._places(CAPITAL)
        inside = capitals[self.are(capitals - 1, LETTER)]
        return np.unique(np.searchsorted(self.words.ends, inside, side="right"))

    @cached_property
    def runs_of_digits(self) -> tuple[IntArray, IntArray]:
        """Where each run of decimal digits begins and ends in `codes`."""
        places = self._places(DIGIT)
        last = np.append(np.diff(places) > 1, True)[: len(places)]
        return places[np.append(True, last[:-1])[: len(places)]], places[last] + 1

    @property
    def stops(self) -> IntArray:
        """Where each text ends in `codes`."""
        return self._stops

    @property
    def codes(self) -> Codes:
        """The code points of all texts, a line feed after each."""
        return self._codes

    def are(self, places: IntArray, kinds: int) -> Mask:
        """Which places of `codes` have a character of the kinds; none where a text ends."""
        found: Mask = (self._kinds.take(places, mode="clip") & np.uint64(kinds)) != 0
        return found

    def count(self, kinds: int) -> IntArray:
        """How many characters of the kinds each text has."""
        found: IntArray = np.add.reduceat((self._kinds & np.uint64(kinds)) != 0, self.begin, dtype=np.int64)
        return found

    def places_in_text(self, row: int) -> list[int]:
        """Where the words of a text begin in it."""
        offsets, cuts = self._offsets
        return offsets[cuts[row] : cuts[row + 1]]

    def capitals_in_text(self, row: int) -> tuple[int, ...]:
        """Which words of a text begin with a capital."""
        numbers, cuts = self._capital_numbers
        return tuple(numbers[cuts[row] : cuts[row + 1]])

    @cached_property
    def _capital_numbers(self) -> tuple[list[int], list[int]]:
        """The number in its text of each capitalised word, and where those of each text begin."""
        words, capitals = self.words, self.capitals
        numbers = capitals - words.cuts[words.owners[capitals]]
        return numbers.tolist(), np.searchsorted(capitals, words.cuts).tolist()

    @cached_property
    def _offsets(self) -> tuple[list[int], list[int]]:
        """Where each word begins in its text, and where the words of each text begin."""
        words = self.words
        return (words.starts - self.begin[words.owners]).tolist(), words.cuts.tolist()

    @cached_property
    def _words(self) -> tuple[Vocabulary, IntArray]:
        letters = (self._kinds & np.uint64(LETTER)) != 0
        marks = self._places(APOSTROPHE)
        inside = marks[letters[marks - 1] & letters[marks + 1]]
        starts = letters.copy()
        starts[1:] &= ~letters[:-1]
        letters[inside] = True
        starts[inside + 1] = False
        at = np.flatnonzero(starts)
        return self._cut(letters, at), np.flatnonzero(self._kinds[at] & np.uint64(CAPITAL))

    @cached_property
    def tokens(self) -> Vocabulary:
        """The runs of letters and digits of the texts."""
        inside = (self._kinds & np.uint64(LETTER | DIGIT)) != 0
        starts = inside.copy()
        starts[1:] &= ~inside[:-1]
        return self._cut(inside, np.flatnonzero(starts))

    def _cut(self, inside: Mask, starts: IntArray) -> Vocabulary:
        ends = np.flatnonzero(inside[:-1] & ~inside[1:]) + 1
        cuts = np.append(np.searchsorted(starts, self.begin), len(starts))
        return Vocabulary(self._codes, self._spaced(inside).split(), starts, ends, cuts)

    def _spaced(self, kept: Mask) -> str:
        spaced = np.where(kept, self._codes, np.uint32(ord(" ")))
        spaced[self._stops] = ord("\n")
        return spaced.tobytes().decode("utf-32-le")
