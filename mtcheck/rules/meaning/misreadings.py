"""Misread phrases: a ban made an exemption, a part made the whole, a guess made certain, false friends."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from mtcheck.data import Hit, Pair, Severity
from mtcheck.rules.facts.batch import Facts, Gate, Mask
from mtcheck.rules.meaning import _bounds, _claims, _false_friends, _idioms, _negation, _reversals
from mtcheck.rules.meaning._denials import SIGNS, comparable, denies, denying
from mtcheck.rules.meaning.denials import negation_lost
from mtcheck.rules.meaning.opposites import another_of_its_kind, opposite_word
from mtcheck.rules.registry import rule
from mtcheck.rules.text import Span, hit
from mtcheck.rules.words.lexicon import languages_of


def _deny(facts: Facts, *, both: bool) -> Mask | bool:
    """A gate: which pairs deny on either side, or on both; a ban or an exemption without a denial is rare."""
    here, there = denying(facts)
    if isinstance(here, bool) or isinstance(there, bool):
        return here
    return here & there if both else here | there


def _may_exchange(facts: Facts, *kinds: tuple[str, str]) -> Mask | bool:
    """A gate: which pairs may make a claim of one kind in the source and of the other in the target."""
    source, target = facts.langs
    if not target or not _claims.supports(source, target):
        return not target
    found = np.zeros(len(facts.pairs), dtype=bool)
    for lost, made_up in kinds:
        here, there = _claims.needed_for(lost, source), _claims.needed_for(made_up, target)
        found |= facts.source.has_in_lower_case(*here) & facts.target.has_in_lower_case(*there)
    return found


def _exchanged(pair: Pair, *kinds: tuple[str, str]) -> Iterator[Hit]:
    langs = languages_of(pair)
    if not _claims.supports(*langs) or not comparable(pair):
        return
    for lost, made_up in kinds:
        found = _claims.exchanged(lost, made_up, (pair.source, pair.target), langs)
        if found is not None:
            yield hit(*found[1], pair.source[slice(*found[0])])
            return


_DUTIES = (("forbids", "spares"), ("spares", "forbids"), ("spares", "unable"))


@rule(
    "MIS001",
    "ban-or-exemption",
    category="accuracy/mistranslation",
    severity=Severity.MINOR,
    message="What the source says (“{detail}”) is no “{text}”: one forbids, the other frees from a duty.",
    gate=lambda facts: _deny(facts, both=False) & _may_exchange(facts, *_DUTIES),
)
def ban_or_exemption(pair: Pair) -> Iterator[Hit]:
    """What must not be became what need not be, or the reverse.

    Why: German `müssen nicht` looks like `must not` and says the contrary; instructions turn dangerous.
    Flags: en "They must not be older than four years" / de "Sie müssen nicht älter als vier Jahre sein"
    Flags: ru "Записываться заранее не нужно" / en "You must not book in advance"
    Flags: en "Schools need not do anything" / es "Los centros no pueden hacer nada"
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
    gate=lambda facts: _deny(facts, both=True) & _may_exchange(facts, *_SHARES),
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
    supposed = facts.source.has_in_lower_case(*_claims.needed_for("guess", source))
    supposed &= facts.target.has_in_lower_case(*_claims.needed_for("future", target))
    for at in supposed.nonzero()[0].tolist():
        supposed[at] = _claims.place_of("guess", facts.pairs[at].source, source) is not None
    certain = facts.target.has_in_lower_case(*_claims.needed_for("certain", target))
    return certain & facts.source.has_in_lower_case(*_claims.needed_for("maybe", source)) | supposed


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
    Flags: fr "L’usine pourrait fermer" / en "The plant will close"
    Limits: set phrases of 16 languages; nothing where the target has any word of doubt, or the source one of certainty.
        `Can` and conditionals alone are no supposition; a plain future is certain where nothing hedges it (`expected`).
    """
    langs, texts = languages_of(pair), (pair.source, pair.target)
    if not _claims.supports(*langs) or not comparable(pair):
        return
    found = _claims.exchanged("maybe", "certain", texts, langs) or _claims.made_sure(texts, langs)
    if found is not None:
        yield hit(*found[1], pair.source[slice(*found[0])])


def _has_friends(facts: Facts) -> Mask | bool:
    source, target = facts.langs
    if not target:
        return True
    if not _false_friends.supports(source, target):
        return False
    here, there = _false_friends.keys(source, target), _false_friends.keys(target, source)
    return facts.source.words.having(here) & facts.target.words.having(there)


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


def _may_be_turned(*exchanged: tuple[str, str]) -> Gate:
    """A gate: which pairs say something of one kind in the source and of the other in the target."""

    def gate(facts: Facts) -> Mask | bool:
        source, target = facts.langs
        if not target:
            return True
        found = np.zeros(len(facts.pairs), dtype=bool)
        for lost, made_up in exchanged:
            there = facts.target.has_in_lower_case(*_reversals.needed_for(made_up, target))
            if there.any():
                found |= there & facts.source.has_in_lower_case(*_reversals.needed_for(lost, source))
        return found

    return gate


def _turned_round(pair: Pair, lost: str, made_up: str) -> tuple[Span, Span] | None:
    langs = languages_of(pair)
    if langs[0] == langs[1] or not comparable(pair):
        return None
    return _reversals.turned_round(lost, made_up, (pair.source, pair.target), langs)


def _may_allow(facts: Facts) -> Mask | bool:
    """Which targets allow something."""
    target = facts.langs[1]
    return target == "" or facts.target.has_in_lower_case(*_reversals.needed_for("allows", target))


@rule(
    "MIS006",
    "ban-made-permission",
    category="accuracy/mistranslation",
    severity=Severity.MINOR,
    message="What the source forbids (“{detail}”) is allowed here.",
    gate=lambda facts: _deny(facts, both=False) & _may_allow(facts),
)
def ban_made_permission(pair: Pair) -> Iterator[Hit]:
    """What must not be became what may be, while another word of the target looks like a denial.

    Why: `may be used without consent` says the contrary of the source, and has a `without` as it should.
    Flags: zh "未经同意，录音不得用于商业用途" / en "The recordings may be used for commercial purposes without consent"
    Flags: de "Das Wasser darf nicht ohne Filter getrunken werden" / en "The water may be drunk without a filter"
    Passes: zh "未经同意，录音不得使用" / en "The recordings may be used only with consent"
    Limits: set phrases of 12 languages; nothing where the target surely denies, or has any condition (`only`, `if`).
        Where no word of it may deny, this is `negation-lost`.
    """
    langs = languages_of(pair)
    if langs[0] == langs[1] or not _claims.supports(*langs) or not comparable(pair):
        return
    now = _reversals.says("allows", pair.target, langs[1])
    was = _claims.place_of("forbids", pair.source, langs[0]) if now else None
    if was is None or now is None or denies(pair.target, langs[1]) or not _negation.may_deny(pair.target, langs[1]):
        return
    if _reversals.says("condition", pair.target, langs[1]) or _claims.place_of("forbids", pair.target, langs[1]):
        return
    yield hit(*now, pair.source[slice(*was)])


@rule(
    "MIS007",
    "never-or-repeatedly",
    category="accuracy/mistranslation",
    severity=Severity.MINOR,
    message="What the source says (“{detail}”) is no “{text}”: one is not a single time, the other several.",
    gate=_may_be_turned(("never", "again"), ("again", "never")),
)
def never_or_repeatedly(pair: Pair) -> Iterator[Hit]:
    """What never happened happened again and again, or the reverse.

    Why: Russian `не раз` and `ни разу` differ by a letter and say the contrary.
    Flags: ru "Она ни разу не пропустила замера" / en "She missed the measurement more than once"
    Flags: ru "Он не раз бывал здесь" / en "He has never been here"
    Passes: ru "Он ни разу не опоздал" / en "He has never been late"
    Limits: set phrases of 14 languages; nothing where either side has phrases of both kinds.
    """
    for lost, made_up in (("never", "again"), ("again", "never")):
        found = _turned_round(pair, lost, made_up)
        if found is not None:
            yield hit(*found[1], pair.source[slice(*found[0])])
            return


@rule(
    "MIS008",
    "only-or-all-but",
    category="accuracy/mistranslation",
    severity=Severity.MINOR,
    message="What the source says (“{detail}”) is no “{text}”: one is the only one, the other the only one left out.",
    gate=_may_be_turned(("only", "all-but"), ("all-but", "only")),
)
def only_or_all_but(pair: Pair) -> Iterator[Hit]:
    """`Only in this one` became `in all but this one`, or the reverse.

    Why: who is let in and who is left out change places.
    Flags: en "allowed only in the novice class" / de "in allen Klassen außer der Anfängerklasse erlaubt"
    Flags: fr "ouvert tous les jours sauf le lundi" / en "open only on Mondays"
    Passes: fr "tous les jours sauf le lundi" / en "every day except Monday"
    Limits: set phrases of 14 languages; nothing where one side alone denies (`only members may not`), or where the
        side with `only` has a word that takes out or adds (`besides`, `but`), too.
    """
    langs = languages_of(pair)
    if not _negation.SUPPORTED.issuperset(langs):
        return
    for lost, made_up, whole in (("only", "all-but", pair.source), ("all-but", "only", pair.target)):
        found = _turned_round(pair, lost, made_up)
        if found is None or _reversals.says("except", whole, langs[whole is pair.target]):
            continue
        if denies(pair.source, langs[0]) == denies(pair.target, langs[1]):
            yield hit(*found[1], pair.source[slice(*found[0])])


def _may_bound(facts: Facts) -> Mask | bool:
    """Which pairs have a word of a phrase of a bound on both sides."""
    source, target = facts.langs
    if not target:
        return True
    if source == target or not all(map(_bounds.supports, facts.langs)):
        return False
    found = np.ones(len(facts.pairs), dtype=bool)
    for texts, lang in ((facts.source, source), (facts.target, target)):
        if lang not in SIGNS:
            found &= texts.words.having(_bounds.words(lang))
    return found


@rule(
    "MIS012",
    "least-or-most",
    category="accuracy/mistranslation",
    severity=Severity.MINOR,
    message="What the source says of this number (“{detail}”) is no “{text}”: one is the least, the other the most.",
    gate=_may_bound,
)
def least_or_most(pair: Pair) -> Iterator[Hit]:
    """`Up to ten` became `at least ten`, `nearly 300` `more than 300`, `over` `under`, or the reverse.

    Why: the number is right, so that a look at the figures is content.
    Flags: de "Der Akku hält bis zu zehn Stunden" / en "The battery lasts at least ten hours"
    Flags: en "children under 12" / es "niños mayores de 12 años"
    Passes: ru "не более 40 человек" / en "at most 40 people"
    Limits: phrases right before or after a number, in 16 languages; only where the number is the same on both sides,
        and nothing else denies.
    """
    langs = languages_of(pair)
    if langs[0] == langs[1] or not all(map(_bounds.supports, langs)) or not comparable(pair):
        return
    found = _bounds.turned_bound((pair.source, pair.target), langs)
    if found is None:
        return
    here, there = found
    if not any(
        one.start < there[1] and there[0] < one.end for one in (*opposite_word(pair), *another_of_its_kind(pair))
    ):
        yield hit(*there, pair.source[slice(*here)])


_STATES = (("not-yet", "already"), ("already", "not-yet"), ("no-longer", "still"), ("still", "no-longer"))


@rule(
    "MIS016",
    "already-or-not-yet",
    category="accuracy/mistranslation",
    severity=Severity.MINOR,
    message="What the source says (“{detail}”) is no “{text}”: one is so now, the other is not.",
    gate=_may_be_turned(*_STATES),
)
def already_or_not_yet(pair: Pair) -> Iterator[Hit]:
    """What has yet to happen already happened, what is no longer so still is, or the reverse.

    Why: `have yet to`, `пока не` and `ne … plus` are short, and what they say is the news.
    Flags: en "Ministers have yet to reply" / ru "Министры уже ответили"
    Flags: fr "La ligne ne circule plus" / en "The line still runs"
    Passes: en "Ministers have yet to reply" / ru "Министры пока не ответили"
    Limits: set phrases of 14 languages; only where the side that says it is so now denies nothing, and neither has
        phrases of both kinds. Where the other side has a denial of its own, `negation-lost` tells of most.
    """
    langs, texts = languages_of(pair), (pair.source, pair.target)
    if not _negation.SUPPORTED.issuperset(langs):
        return
    for n, (lost, made_up) in enumerate(_STATES):
        found = _turned_round(pair, lost, made_up)
        plain = n % 2 == 0  # the side that must deny nothing is the target
        if found is None or denies(texts[plain], langs[plain]) or any(negation_lost(pair)):
            continue
        yield hit(*found[1], pair.source[slice(*found[0])])
        return
