"""Gates of rules on names: which pairs of a batch have a capitalised word that may be a name at all.

Each capitalised word of a batch is looked at once, however many texts have it.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from mtcheck.data import Side
from mtcheck.rules._facts import Facts, Mask
from mtcheck.rules._heads import FOLDED
from mtcheck.rules._text import has_any


def have_capital(facts: Facts, side: Side, test: Callable[[str], bool]) -> Mask:
    """Which texts of a side have a capitalised word that, in lower case, passes a test."""
    texts = facts.source if side is Side.SOURCE else facts.target
    return texts.words.texts(texts.capitals_that(test))


def have_new_capital(facts: Facts, test: Callable[[str], bool], *, inside: bool = False) -> Mask:
    """Which targets have such a word that the source has not, or one with an apostrophe; `inside`: no first word."""
    words, passed = facts.target.words, facts.target.capitals_that(test)
    if inside:
        passed = passed[~words.are_first[passed]]
    copied = words.are_in(passed, facts.source.words)
    # Where lower case is no matter of single letters two words may be taken for one.
    copied &= ~facts.source.words.are_dotted[words.owners[passed]]
    odd = words.among(passed[copied], _is_odd)
    return words.texts(np.append(passed[~copied], odd))


def _is_odd(word: str) -> bool:
    return not word.isalpha() or (not word.isascii() and has_any(word, FOLDED))
