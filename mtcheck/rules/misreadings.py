"""Misread phrases: a ban made an exemption, a part made the whole, a guess made certain, false friends.

As in `meaning`, hints: never above minor.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from mtcheck.data import Hit, Pair, Severity
from mtcheck.rules import _claims, _false_friends, _idioms
from mtcheck.rules._denials import comparable, denying
from mtcheck.rules._facts import Facts, Mask
from mtcheck.rules._lexicon import languages_of, lowered
from mtcheck.rules._text import hit
from mtcheck.rules.registry import rule


def _deny(facts: Facts, *, both: bool) -> Mask | bool:
    """A gate: which pairs deny on either side, or on both; a ban or an exemption without a denial is rare."""
    here, there = denying(facts)
    if isinstance(here, bool) or isinstance(there, bool):
        return here
    return here & there if both else here | there


def _exchanged(pair: Pair, *kinds: tuple[str, str]) -> Iterator[Hit]:
    langs = languages_of(pair)
    if not _claims.supports(*langs) or not comparable(pair):
        return
    for lost, made_up in kinds:
        found = _claims.exchanged(lost, made_up, (pair.source, pair.target), langs)
        if found is not None:
            yield hit(*found[1], pair.source[slice(*found[0])])
            return


_DUTIES = (("forbids", "spares"), ("spares", "forbids"))


@rule(
    "MIS001",
    "ban-or-exemption",
    category="accuracy/mistranslation",
    severity=Severity.MINOR,
    message="What the source says (“{detail}”) is no “{text}”: one forbids, the other frees from a duty.",
    gate=lambda facts: _deny(facts, both=False),
)
def ban_or_exemption(pair: Pair) -> Iterator[Hit]:
    """What must not be became what need not be, or the reverse.

    Why: German `müssen nicht` looks like `must not` and says the contrary; instructions turn dangerous.
    Flags: en "They must not be older than four years" / de "Sie müssen nicht älter als vier Jahre sein"
    Flags: ru "Записываться заранее не нужно" / en "You must not book in advance"
    Passes: de "Hunde dürfen nicht hinein" / en "Dogs are not allowed in"
    Limits: set phrases of 16 languages; only where neither side has one of both kinds, and one side denies (`not`).
    """
    yield from _exchanged(pair, *_DUTIES)


_SHARES = (("in-part", "wholly"), ("wholly", "in-part"))


@rule(
    "MIS002",
    "part-or-whole-denied",
    category="accuracy/mistranslation",
    severity=Severity.MINOR,
    message="What the source says (“{detail}”) is no “{text}”: one denies a part, the other the whole.",
    gate=lambda facts: _deny(facts, both=True),
)
def part_or_whole_denied(pair: Pair) -> Iterator[Hit]:
    """`Not all` became `none`, `not always` `never`, or the reverse.

    Why: both deny, so a quick look is content.
    Flags: ru "Не все жители согласны" / en "None of the residents agree"
    Flags: ja "必ずしも高くない" / en "It is never expensive"
    Passes: ru "Не все жители согласны" / en "Not every resident agrees"
    Limits: set phrases of 16 languages; only where neither side has one of both kinds.
    """
    yield from _exchanged(pair, *_SHARES)


def _may_be_certain(facts: Facts) -> Mask | bool:
    source, target = facts.langs
    if not target or not _claims.supports(source, target):
        return not target
    return facts.target.has(*_claims.crumbs("certain", target))


@rule(
    "MIS003",
    "guess-made-certain",
    category="accuracy/mistranslation",
    severity=Severity.MINOR,
    message="The source only supposes (“{detail}”); the translation is sure.",
    gate=_may_be_certain,
)
def guess_made_certain(pair: Pair) -> Iterator[Hit]:
    """What the source supposes is certain in the target.

    Why: a suspicion becomes a fact in print.
    Flags: de "Er kommt vielleicht morgen" / en "He will definitely come tomorrow"
    Passes: de "Er kommt vielleicht morgen" / en "He may come tomorrow"
    Limits: set phrases of 16 languages; nothing where the target has any word of doubt, or the source one of certainty.
        `Can` and conditionals alone are no supposition.
    """
    yield from _exchanged(pair, ("maybe", "certain"))


def _has_friends(facts: Facts) -> Mask | bool:
    source, target = facts.langs
    if not target:
        return True
    if not _false_friends.supports(source, target):
        return False
    here, there = _false_friends.keys(source, target), _false_friends.keys(target, source)
    found = [
        not here.isdisjoint(lowered(pair.source)) and not there.isdisjoint(lowered(pair.target)) for pair in facts.pairs
    ]
    return np.array(found, dtype=bool)


@rule(
    "MIS004",
    "false-friend",
    category="accuracy/mistranslation",
    severity=Severity.MINOR,
    message="“{text}” looks like “{detail}” and means something else.",
    gate=_has_friends,
)
def false_friend(pair: Pair) -> Iterator[Hit]:
    """A word of the target looks like one of the source, and the two mean different things.

    Why: who translates by ear takes `actualmente` for `actually` and `магазин` for `magazine`.
    Flags: es "Actualmente vive aquí" / en "He actually lives here"
    Flags: en "a magazine for anglers" / ru "магазин для рыболовов"
    Passes: es "Actualmente vive aquí" / en "He lives here now"
    Limits: closed lists of English with twelve languages, some 450 pairs; nothing where either side has a word for what
        one of the two does mean. A word that does mean what it looks like now and then is not in the lists.
    """
    langs = languages_of(pair)
    if not _false_friends.supports(*langs) or not comparable(pair):
        return
    told = set()
    for here, there in _false_friends.misread(pair.source, pair.target, langs):
        if there not in told:
            told.add(there)
            yield hit(*there, pair.source[slice(*here)])


def _has_idioms(facts: Facts) -> Mask | bool:
    source, target = facts.langs
    if not target or not _idioms.supports(source, target):
        return not target
    return facts.source.has(*_idioms.crumbs(source, target))


@rule(
    "MIS005",
    "idiom-word-for-word",
    category="accuracy/mistranslation",
    severity=Severity.MINOR,
    message="An idiom (“{detail}”) was translated word by word.",
    gate=_has_idioms,
)
def idiom_word_for_word(pair: Pair) -> Iterator[Hit]:
    """An idiom of the source stands in the target word by word.

    Why: `noodles on the ears` amuses and tells a reader nothing.
    Flags: ru "вешает нам лапшу на уши" / en "is hanging noodles on our ears"
    Flags: en "It was a piece of cake" / de "Es war ein Stück Kuchen"
    Passes: ru "вешает нам лапшу на уши" / en "is pulling the wool over our eyes"
    Limits: closed lists: some 20 idioms of each of eight languages into English, and of English into four.
    """
    langs = languages_of(pair)
    if not _idioms.supports(*langs) or not comparable(pair):
        return
    for here, there, meaning in _idioms.literal(pair.source, pair.target, langs):
        yield hit(*there, pair.source[slice(*here)], suggestion=meaning)
