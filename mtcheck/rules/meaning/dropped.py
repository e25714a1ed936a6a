"""One of two denials dropped."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np

from mtcheck.data import Hit, Pair, Severity
from mtcheck.rules.facts.batch import Facts, Mask, TextFacts
from mtcheck.rules.meaning import _negation
from mtcheck.rules.meaning._denials import SIGNS, comparable, denies, denying
from mtcheck.rules.meaning._dropped import JOINS, dropped
from mtcheck.rules.meaning.opposites import another_of_its_kind
from mtcheck.rules.meaning.questions import asks, which_ask
from mtcheck.rules.registry import rule
from mtcheck.rules.text import hit
from mtcheck.rules.words.lexicon import languages_of


def _both_deny(facts: Facts) -> Mask | bool:
    """Which pairs deny on both sides."""
    here, there = denying(facts)
    return here if isinstance(here, bool) else here & there


def _may_drop(facts: Facts) -> Mask | bool:
    """Which pairs deny on both sides, in the source twice, and ask and join nothing."""
    both, target = _both_deny(facts), facts.langs[1]
    if isinstance(both, bool) or not target:
        return both
    if target not in JOINS:
        return False
    words = facts.target.words
    both &= ~(which_ask(facts)[0] | which_ask(facts)[1])
    both &= words.are_dotted | ~words.having(JOINS[target])
    return both & _which_deny_twice(facts.source, facts.langs[0])


def _which_deny_twice(texts: TextFacts, lang: str) -> Mask:
    """Which texts may deny in two places, as far as a list of words tells."""
    if lang in SIGNS or _negation.sure_endings(lang)[0] is not None:
        return np.ones(len(texts.lengths), dtype=bool)
    words = texts.words
    return words.count(_negation.sure_words(lang)) > 1


@rule(
    "MEA011",
    "one-denial-dropped",
    category="accuracy/mistranslation",
    severity=Severity.MINOR,
    message="The source denies this (“{detail}”); the translation denies only something else.",
    gate=lambda facts: _may_drop(facts),
)
def one_denial_dropped(pair: Pair) -> Iterator[Hit]:
    """The source denies in two or three clauses, and the target drops one of the denials.

    Why: the `not` that is left makes the sentence look complete.
    Flags: fr "Nous ne pouvons pas venir, mais eux ne savent pas" / en "We cannot come, but they know"
    Flags: es "No cerró, pero los vecinos no vendieron" / en "It did not close, but the neighbours sold"
    Passes: ru "Он не пришёл, потому что не знал" / en "He did not come because he was unaware"
    Limits: 16 languages with a table into ten of them, no questions. The target has
        fewer words that deny or may than the source has clauses that do, and none of them stands by what translates
        the words around the lost one; nothing where it joins what it denies (`or`, `nor`, `any`).
    """
    source, target = languages_of(pair)
    if source == target or not _negation.SUPPORTED.issuperset((source, target)) or not comparable(pair):
        return
    if not denies(pair.source, source) or not denies(pair.target, target):
        return
    found = None if asks(pair.source, source) or asks(pair.target, target) else dropped(pair)
    if found is not None and not any(another_of_its_kind(pair)):
        start, end = found[1]
        held = _WITH.search(pair.target, max(0, start - _NEXT_TO), start)
        yield hit(held.start() if held else start, end, pair.source[slice(*found[0])])


#: `With` and an article before a word: where the target has it, `without` was lost.
_WITH = re.compile(
    r"(?<!\w)(?:with|mit|avec|con|com|met|med)\s(?:(?:an?|the|de[rnm]?|die|das|eine[rnms]?|een|une?|les?|la|el|los|las|il|lo|gli|i|os?|as?|uma?|en|ett)\s)?\Z",
    re.IGNORECASE,
)
#: Characters before the word, at most, in which they stand.
_NEXT_TO = 12
