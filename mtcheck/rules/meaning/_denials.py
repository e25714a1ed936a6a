"""Which texts of a batch can be compared in meaning, and which of them deny: asked for by several rules."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from mtcheck.data import Pair
from mtcheck.rules.facts.batch import Facts, Mask, TextFacts
from mtcheck.rules.meaning import _negation

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
    here = _which_deny(facts.source, [pair.source for pair in facts.pairs], source)
    there = _which_deny(facts.target, [pair.target for pair in facts.pairs], target)
    return here & fit, there & fit


def _which_deny(facts: TextFacts, texts: Sequence[str], lang: str) -> Mask:
    """`denies` of each text."""
    if lang in SIGNS:
        return np.array([denies(text, lang) for text in texts], dtype=bool)
    listed = facts.words.having(_negation.sure_words(lang))
    doubtful = listed & facts.words.having(_NUMBERED) if lang == "en" else np.zeros(len(texts), dtype=bool)
    ending, crumbs = _negation.sure_endings(lang)
    if crumbs:
        doubtful |= facts.has(*crumbs) & ~listed
    elif ending is not None:
        words = facts.words
        others = words.outside(_negation.sure_words(lang))
        doubtful |= words.texts(words.among(others, lambda word: ending.search(word.lower()))) & ~listed
    at = doubtful.nonzero()[0].tolist()
    listed[at] = [denies(texts[n], lang) for n in at]
    return listed


#: No denial before a number: `No. 77`.
_NUMBERED = frozenset(("no",))
