"""Gates of rules on names: which pairs of a batch have a capitalised word that may be a name at all.

Each capitalised word of a batch is looked at once, however many texts have it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from mtcheck.data import Side
from mtcheck.rules._facts import Facts, Mask
from mtcheck.rules._lexicon import lowered, words
from mtcheck.rules._names import capital_words

#: For each text its capitalised words in lower case.
Capitals = list[tuple[str, ...]]


def have_capital(facts: Facts, side: Side, test: Callable[[str], bool]) -> Mask:
    """Which texts of a side have a capitalised word that, in lower case, passes a test."""
    found = _all(facts, side)
    passed = _passing(found, test)
    return np.array([not passed.isdisjoint(own) for own in found], dtype=bool)


def have_new_capital(facts: Facts, test: Callable[[str], bool], *, inside: bool = False) -> Mask:
    """Which targets have such a word that the source has not, or one with an apostrophe; `inside`: no first word."""
    found = facts.once("capitals inside targets", _inside) if inside else _all(facts, Side.TARGET)
    passed = _passing(found, test)
    mask = np.zeros(len(found), dtype=bool)
    for at, own in enumerate(found):
        if not passed.isdisjoint(own):
            here = lowered(facts.pairs[at].source)
            mask[at] = any(word in passed and (word not in here or not word.isalpha()) for word in own)
    return mask


def _passing(found: Capitals, test: Callable[[str], bool]) -> set[str]:
    return set(filter(test, set().union(*found)))


def _all(facts: Facts, side: Side) -> Capitals:
    if side is Side.SOURCE:
        return facts.once("capitals of sources", lambda facts: _of([pair.source for pair in facts.pairs]))
    return facts.once("capitals of targets", lambda facts: _of([pair.target for pair in facts.pairs]))


def _inside(facts: Facts) -> Capitals:
    found = _all(facts, Side.TARGET)
    first = [capital_words(pair.target)[:1] == (0,) for pair in facts.pairs]
    return [own[1:] if at_first else own for own, at_first in zip(found, first, strict=True)]


def _of(texts: Sequence[str]) -> Capitals:
    return [tuple([found[n].lower() for n in capital_words(text)]) for text in texts for found in (words(text),)]
