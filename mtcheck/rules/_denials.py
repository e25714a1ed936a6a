"""Which texts of a batch can be compared in meaning, and which of them deny: asked for by several rules."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from mtcheck.data import Pair
from mtcheck.rules import _negation
from mtcheck.rules._facts import Facts, Mask

#: The sides of a hint have to belong together: at least this confidence.
_ALIGNED = 0.5
#: Longer texts hold several sentences, in which a cue of one hides that of another.
_LONGEST = 2_000
#: Written without spaces: their cues are signs, not words.
SIGNS = frozenset(("zh", "ja"))


def comparable(pair: Pair) -> bool:
    """Whether a pair has two sides that belong together, and no more than a few sentences."""
    if not pair.source or not pair.target or max(len(pair.source), len(pair.target)) > _LONGEST:
        return False
    return pair.alignment_confidence is None or pair.alignment_confidence >= _ALIGNED


def denies(text: str, lang: str) -> bool:
    """Whether a text has a word or sign that denies, be it in an idiom: cheap, and mostly the same on both sides."""
    if lang in SIGNS:
        return _negation.has_sure_sign(text, lang)
    return _negation.has_sure_word_in(text, lang)


def denying(facts: Facts) -> tuple[Mask | bool, Mask | bool]:
    """Which pairs deny in the source, and which in the target; a pair that cannot be compared does neither."""
    return facts.once("denials", _of_sides)


def _of_sides(facts: Facts) -> tuple[Mask | bool, Mask | bool]:
    source, target = facts.langs
    if not target:
        return True, True
    if not _negation.SUPPORTED.issuperset(facts.langs):
        return False, False
    fit = np.array(list(map(comparable, facts.pairs)), dtype=bool)
    here = np.array(_which_deny([pair.source for pair in facts.pairs], source), dtype=bool)
    there = np.array(_which_deny([pair.target for pair in facts.pairs], target), dtype=bool)
    return here & fit, there & fit


def _which_deny(texts: Sequence[str], lang: str) -> list[bool]:
    """`denies` of each text."""
    if lang in SIGNS:
        return [denies(text, lang) for text in texts]
    return _negation.which_have_sure_word(texts, lang)
