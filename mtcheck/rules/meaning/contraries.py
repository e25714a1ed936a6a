"""`With` made `without`, `before` made `after`, a prefix that denies lost."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from mtcheck.data import Hit, Pair, Severity
from mtcheck.rules.facts.batch import Facts, Mask
from mtcheck.rules.meaning import _without
from mtcheck.rules.meaning._denials import comparable
from mtcheck.rules.meaning._undone import may_be_undone, undone
from mtcheck.rules.meaning.opposites import another_of_its_kind, opposite_word
from mtcheck.rules.registry import rule
from mtcheck.rules.text import hit


def _may_lack(facts: Facts) -> Mask | bool:
    """Which pairs have `without` on one side and `with` on the other."""
    return _have_contraries(facts, _without.WITHOUT)


def _have_contraries(facts: Facts, kind: str) -> Mask | bool:
    source, target = facts.langs
    if not target or source == target:
        return not target
    found = np.zeros(len(facts.pairs), dtype=bool)
    for lacking in (True, False):
        here = facts.source.words.having(_without.forms(source, lacking=lacking, kind=kind))
        found |= here & facts.target.words.having(_without.forms(target, lacking=not lacking, kind=kind))
    return found


@rule(
    "MEA012",
    "with-or-without",
    category="accuracy/mistranslation",
    severity=Severity.MINOR,
    message="The source says “{detail}” of this, the contrary of “{text}”.",
    gate=_may_lack,
)
def with_or_without(pair: Pair) -> Iterator[Hit]:
    """`Without` became `with`, or the reverse.

    Why: one little word, and a train without a driver has one.
    Flags: de "oft ohne Zustimmung der Familie" / en "often with the consent of the family"
    Flags: en "They cook with salt" / fr "Ils cuisinent sans sel"
    Passes: de "ohne Zustimmung" / en "without consent"
    Passes: ru "остался без работы" / en "lost his job"
    Limits: 13 languages; before words that translate each other, by the tables or by their vectors, and only where the
        side with `with` has no word that may deny.
    """
    if not comparable(pair):
        return
    found = _without.turned(pair)
    if found is not None:
        yield hit(*found[1], pair.source[slice(*found[0])])


@rule(
    "MEA014",
    "before-or-after",
    category="accuracy/mistranslation",
    severity=Severity.MINOR,
    message="The source says “{detail}” of this, the contrary of “{text}”.",
    gate=lambda facts: _have_contraries(facts, _without.BEFORE),
)
def before_or_after(pair: Pair) -> Iterator[Hit]:
    """`Before` became `after`, or the reverse.

    Why: the sentence reads well, and things happen in the wrong order.
    Flags: de "Vor dem Regen muss das Heu in die Scheune" / en "After the rain the hay must go into the barn"
    Flags: pl "Siano trzeba zwieźć przed deszczem" / en "The hay must be brought in after the rain"
    Passes: de "nicht vor dem Regen" / en "after the rain"
    Passes: ru "до обеда и после него" / en "after lunch and before it"
    Limits: 13 languages; before words that translate each other, by the tables or by their vectors, and only where no
        side denies, and neither has both. What MEA007 says is its own.
    """
    found = _without.turned(pair, _without.BEFORE) if comparable(pair) else None
    if found is not None and not any(another_of_its_kind(pair)):
        yield hit(*found[1], pair.source[slice(*found[0])])


@rule(
    "MEA013",
    "prefix-of-denial",
    category="accuracy/mistranslation",
    severity=Severity.MINOR,
    message="“{text}” is the opposite of “{detail}”: one of the two has a prefix that denies.",
    gate=may_be_undone,
)
def prefix_of_denial(pair: Pair) -> Iterator[Hit]:
    """A word that a prefix denies became the word without it, or the reverse.

    Why: `unpredictable` and `predictable` differ by two letters and say the contrary.
    Flags: it "Era imprevedibile" / en "It was predictable"
    Flags: en "The result was expected" / fr "Le résultat était inattendu"
    Passes: it "Era imprevedibile" / en "Nobody could predict it"
    Passes: ru "неплохой результат" / en "a good result"
    Limits: English with Czech, French, German, Italian, Polish, Russian, Spanish and Ukrainian, where the word
        translation tables have the bare word for one of the other side, which has no word that may deny. The commonest
        words are left alone, and what MEA006 and MEA007 say.
    """
    found = list(undone(pair)) if comparable(pair) else []
    if not found:
        return
    told = {(flagged.start, flagged.end) for flagged in (*opposite_word(pair), *another_of_its_kind(pair))}
    for first, second in found:
        if second not in told:
            yield hit(*second, pair.source[slice(*first)])
