"""What one pass over a batch tells of its figures: whether both sides have the same ones, and what stands beside them.

Most pairs with figures have the same ones on both sides and neither units nor sums, and most rules of numbers have
nothing to say of those.
"""

from __future__ import annotations

from functools import cached_property

import numpy as np

from mtcheck.codepoints import CharTable, Codes
from mtcheck.data import IntArray
from mtcheck.rules.facts.batch import AMPERSAND, GAP, LETTER, SLASH, Facts, Mask, TextFacts
from mtcheck.rules.facts.openings import SMALL_LETTERS, Openings, keys_at
from mtcheck.rules.numbers._currencies import openings_after, openings_before
from mtcheck.rules.numbers._prefixes import prefixed_openings
from mtcheck.rules.numbers._units import unit_openings
from mtcheck.rules.numbers.figures import fold_digits, power_openings, scale_openings

_ASCII = CharTable(lambda char: ord(fold_digits(char)) << 1, np.uint32)
_FACTOR, _MIX = 0x9E3779B97F4A7C15, np.uint64(0xBF58476D1CE4E5B9)
#: What may stand before a unit: two spaces or hyphens, or three before a word for millions.
_MOST_GAPS = 3
_FAR = 1 << 62
_HYPHEN, _FIRM_HYPHEN, _DASH = ord("-"), ord("‑"), ord("–")


class TextFigures:
    """The runs of digits of one side's texts. Arrays have one row a run, masks one row a text."""

    def __init__(self, texts: TextFacts, lang: str) -> None:
        """`lang`: of the texts; empty where it is unknown."""
        self._texts, self._lang = texts, lang
        self.starts, self.ends = texts.runs_of_digits
        self._owners = np.searchsorted(texts.begin, self.starts, side="right") - 1

    def _any(self, runs: Mask) -> Mask:
        mask = np.zeros(len(self._texts.begin), dtype=bool)
        mask[self._owners[runs]] = True
        return mask

    @cached_property
    def _behind(self) -> IntArray:
        """How what follows each run begins."""
        at = self.ends.copy()
        for _ in range(_MOST_GAPS):
            at += self._texts.are(at, GAP) | (self._texts.codes[at] == _HYPHEN)
        return keys_at(self._texts.codes.take(at + _THREE, mode="clip"))

    @cached_property
    def _before(self) -> IntArray:
        """How what stands before each run ends, from right to left."""
        at = self.starts - 1
        for _ in range(_MOST_GAPS):
            at -= self._texts.are(at, GAP)
        at -= self._texts.codes.take(at, mode="clip") == ord(".")
        return keys_at(self._texts.codes.take(at - _THREE, mode="clip"))

    @cached_property
    def _between(self) -> Codes:
        """The character between each run and the next, where there is one and no more; 0 elsewhere."""
        found: Codes = self._texts.codes[self.ends]
        alone = np.append(self.starts[1:], _FAR)[: len(found)] - self.ends != 1
        found[alone | (found == ord("\n"))] = 0
        return found

    @cached_property
    def _multiplied(self) -> Mask:
        return scale_openings(self._lang).has(self._behind) | self._with_powers

    @cached_property
    def _with_powers(self) -> Mask:
        return power_openings().has(self._behind)

    def _have(self, *openings: Openings) -> Mask:
        found = self._multiplied.copy()
        for some in openings:
            found |= some.has(self._behind)
        return found

    @cached_property
    def have_scales(self) -> Mask:
        """Which texts may have a figure with a word that multiplies it."""
        return self._any(self._multiplied)

    @cached_property
    def _measured(self) -> Mask:
        return self._have(unit_openings())

    @cached_property
    def have_units(self) -> Mask:
        """Which texts may have a unit behind a figure."""
        return self._any(self._measured)

    @cached_property
    def have_two_units(self) -> Mask:
        """Which texts may have a unit behind two figures."""
        return np.bincount(self._owners[self._measured], minlength=len(self._texts.begin)) > 1

    @cached_property
    def have_prefixed_units(self) -> Mask:
        """Which texts may have a unit behind a figure, or one with a metric prefix."""
        return self._any(self._measured | prefixed_openings().has(self._behind))

    @cached_property
    def have_money(self) -> Mask:
        """Which texts may have a currency beside a figure."""
        return self._any(self._have(openings_after()) | openings_before().has(self._before))

    def may_have(self, openings: Openings) -> Mask:
        """Which texts have a run of digits with one of the openings behind it."""
        return self._any(openings.has(self._behind))

    @cached_property
    def sums(self) -> IntArray:
        """A number for each text, the same for those that have the same runs in whatever order."""
        return self._sums(self.starts, self.ends)

    @cached_property
    def sums_with_marks(self) -> IntArray:
        """The same, of runs with one character between as one."""
        joined = self._are_joined
        return self._sums(self.starts[~np.append(False, joined[:-1])[: len(joined)]], self.ends[~joined])

    @cached_property
    def _are_joined(self) -> Mask:
        """Which runs may be of one figure with the next: `24.05`, `1 234`, not `1990-95`."""
        found: Mask = (self._between != 0) & (self._between != _HYPHEN) & (self._between != _DASH)
        return found

    def _sums(self, starts: IntArray, ends: IntArray) -> IntArray:
        chars = _ASCII.of(self._texts.codes[_places(starts, ends)]).astype(np.uint64)
        lengths = ends - starts
        cuts = np.cumsum(lengths)
        within = np.arange(len(chars)) - np.repeat(cuts - lengths, lengths)
        powers = np.full(int(lengths.max(initial=0)) + 1, _FACTOR, dtype=np.uint64)
        powers[0] = 1
        keys = _differences(chars * np.multiply.accumulate(powers)[within], cuts) * _MIX
        keys = (keys ^ keys >> np.uint64(29)) * _MIX
        return _differences(keys ^ keys >> np.uint64(32), np.searchsorted(ends, self._texts.stops, side="right"))

    @cached_property
    def have_marks(self) -> Mask:
        """Which texts have a point or a comma between digits."""
        return self._any((self._between == ord(".")) | (self._between == ord(",")))

    @cached_property
    def have_codes(self) -> Mask:
        """Which texts have a letter, none of the usual small ones, before digits, a hyphen or a space between maybe."""
        codes, before = self._texts.codes, self.starts - 1
        char = codes.take(before, mode="clip")
        letter = before - ((char == _HYPHEN) | (char == _FIRM_HYPHEN) | (char == ord(" ")))
        which, last = self._texts.are(letter, LETTER), codes.take(letter, mode="clip")
        for first, end in SMALL_LETTERS:
            which &= (last < first) | (last > end)
        return self._any(which)

    @cached_property
    def n_digits(self) -> IntArray:
        """How many digits each text has."""
        lengths = (self.ends - self.starts).astype(np.int64)
        return _differences(lengths, np.cumsum(self.counts))

    @cached_property
    def counts(self) -> IntArray:
        """How many runs each text has."""
        return np.bincount(self._owners, minlength=len(self._texts.begin))

    @cached_property
    def are_plain(self) -> Mask:
        """Which texts have no fraction, no figure written in Han characters, and no address with digits."""
        slash = (self._between == ord("/")) | (self._between == ord("⁄")) | (self._between == ord("／"))
        texts = self._texts
        addressed = texts.any(AMPERSAND) | texts.near(SLASH, {1: SLASH}) | texts.has("www.")
        signs = np.flatnonzero((texts.codes == ord("@")) | (texts.codes == ord("／")))
        addressed[np.searchsorted(texts.stops, signs)] = True
        return ~(self._any(slash | self._with_powers) | addressed)


_THREE = np.arange(3)[:, None]


def _places(starts: IntArray, ends: IntArray) -> IntArray:
    """The numbers from each start up to its end."""
    lengths = ends - starts
    found: IntArray = np.arange(lengths.sum()) + np.repeat(starts - (np.cumsum(lengths) - lengths), lengths)
    return found


def _differences(values: IntArray, cuts: IntArray) -> IntArray:
    """The sums of the values up to each cut from the one before it; whole numbers, so that overflow does no harm."""
    sums = np.zeros(len(values) + 1, dtype=values.dtype)
    np.cumsum(values, out=sums[1:])
    found: IntArray = np.diff(sums[cuts], prepend=sums[:1])
    return found


class Figures:
    """The figures of a batch of pairs. Masks have one row a pair."""

    def __init__(self, facts: Facts) -> None:
        self.source = TextFigures(facts.source, facts.langs[0])
        self.target = TextFigures(facts.target, facts.langs[1])

    @cached_property
    def are_same(self) -> Mask:
        """Which pairs have the same runs of digits on both sides."""
        found: Mask = (self.source.counts == self.target.counts) & (self.source.sums == self.target.sums)
        return found

    @cached_property
    def are_equal(self) -> Mask:
        """Which pairs have the same figures on both sides, as they are written."""
        same: Mask = self.source.sums_with_marks == self.target.sums_with_marks
        return self.are_same & same & self.source.are_plain & self.target.are_plain

    @cached_property
    def have_scales(self) -> Mask:
        """Which pairs may have a figure with a word that multiplies it on both sides."""
        return self.source.have_scales & self.target.have_scales

    @cached_property
    def may_be_unequal(self) -> Mask:
        """Which pairs may have a figure without an equal (`_number_match.equal`) on the other side."""
        return ~self.are_equal | self.have_scales

    @cached_property
    def may_be_unlike(self) -> Mask:
        """Which pairs may have a figure that is another amount than all of the other side."""
        return ~self.are_equal | self.source.have_scales | self.target.have_scales


def figures_of(facts: Facts) -> Figures:
    """The figures of a batch, worked out once."""
    return facts.once("figures", Figures)
