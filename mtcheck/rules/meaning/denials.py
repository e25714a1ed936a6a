"""Denials lost or made up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtcheck.data import Hit, Pair, Severity, Side
from mtcheck.rules.facts.batch import Facts, Mask
from mtcheck.rules.meaning import _claims, _negation
from mtcheck.rules.meaning._denials import SIGNS, comparable, denies, denying
from mtcheck.rules.meaning._opposition import keeps_after_all, opposed_after_all
from mtcheck.rules.meaning.affirmed import affirmed_place, are_translations, given_words
from mtcheck.rules.meaning.questions import asks, which_ask
from mtcheck.rules.registry import rule
from mtcheck.rules.text import Span, hit
from mtcheck.rules.words.lexicon import languages_of, lowered
from mtcheck.rules.words.renderings import look_up_all

#: A side that denies what the other does not is at least so long, as a share of the other.
_SHORTEST = 0.3
#: Below this share a target may lack the sentence that denies.
_SHORTER = 0.7
_SENTENCE_END = re.compile(r"[.!?](?=[\s\"”’»)]|\Z)|[。！？؟]")


def _alone(facts: Facts, side: Side) -> Mask | bool:
    """Which pairs deny on one side alone."""
    here, there = denying(facts)
    if isinstance(here, bool) or isinstance(there, bool):
        return here
    return here & ~there if side is Side.SOURCE else there & ~here


def _with_vectors(facts: Facts, mask: Mask | bool, side: Side) -> Mask | bool:
    """The same, with the vectors at hand that the rule will ask for: of all pairs together they take less time."""
    if isinstance(mask, bool) or not facts.langs[1]:
        return mask
    own, other = facts.langs if side is Side.SOURCE else facts.langs[::-1]
    words: list[tuple[str, str]] = []
    for at in mask.nonzero()[0].tolist():
        pair = facts.pairs[at]
        here, there = (pair.source, pair.target) if side is Side.SOURCE else (pair.target, pair.source)
        maybe = _negation.maybe_places(there, other) if _negation.sure_places(here, own) else []
        given = given_words(here, own) if maybe else []
        if given:
            words += [(word, own) for word in given]
            words += [(there[slice(*place)], other) for place in maybe]
    look_up_all(words)
    return mask


def _length(text: str, lang: str) -> int:
    """Letters, where a Chinese or Japanese sign counts as three."""
    return len(text) * (3 if lang in SIGNS else 1)


@rule(
    "MEA001",
    "negation-lost",
    category="accuracy/mistranslation",
    severity=Severity.MINOR,
    message="The source denies (“{detail}”); nothing in the translation does.",
    gate=lambda facts: _with_vectors(facts, _alone(facts, Side.SOURCE) & ~which_ask(facts)[0], Side.SOURCE),
)
def negation_lost(pair: Pair) -> Iterator[Hit]:
    """The source denies something, and the target has no word that could.

    Why: a lost `not` says the opposite, and reads well.
    Flags: ru "Он не пришёл" / en "He came"
    Flags: es "no se oponen a la planta" / en "they oppose the plant"
    Passes: ru "Он не пришёл" / en "He failed to come"
    Flags: en "Not every pool can use it" / de "Jedes Bad kann es nutzen"
    Passes: ru "не только" / en "both"
    Limits: 16 languages with a table, no questions. Flagged is what the target affirms, by the word translation tables,
        else the whole of a short text, else the denial in the source. Any word that may deny (`without`, `only`,
        `refuse`) counts as a denial, so one denial of two goes unseen, but where that word translates one of its
        kind (`cancelled`) and before a verb of opposing; two opposites (`not bad`, `good`) are flagged.
    """
    kept = opposed_after_all(pair) if comparable(pair) else None
    if kept is not None and not asks(pair.source, languages_of(pair)[0]):
        place, denial = kept
        yield hit(*place, pair.source[slice(*denial)])
        return
    whole = _made_whole(pair, Side.SOURCE)
    if whole is not None:
        yield hit(*whole[1], pair.source[slice(*whole[0])])
        return
    for span in _denials(pair, Side.SOURCE):
        affirmed = affirmed_place(pair, span)
        said = pair.source[slice(*span)]
        if affirmed and affirmed[1] - affirmed[0] >= len(pair.target.strip()) and _lacks_a_part(pair):
            return
        yield hit(*affirmed, said) if affirmed else hit(*span, said, side=Side.SOURCE)
        return


@rule(
    "MEA002",
    "negation-added",
    category="accuracy/mistranslation",
    severity=Severity.MINOR,
    message="The translation denies (“{text}”); nothing in the source does.",
    gate=lambda facts: _with_vectors(
        facts, _alone(facts, Side.TARGET) & ~(which_ask(facts)[0] | which_ask(facts)[1]), Side.TARGET
    ),
)
def negation_added(pair: Pair) -> Iterator[Hit]:
    """The target denies something, and the source has no word that could.

    Why: an added `not` says the opposite, and reads well.
    Flags: ru "Он пришёл" / en "He did not come"
    Passes: ru "Он отказался прийти" / en "He would not come"
    Limits: as for MEA001.
    """
    whole = _made_whole(pair, Side.TARGET)
    for span in [whole[0]] if whole else _denials(pair, Side.TARGET):
        yield hit(*span)
        return


def _lacks_a_part(pair: Pair) -> bool:
    """Whether the sentence that denies may be left out, which is another fault: the target is short and has fewer."""
    source, target = languages_of(pair)
    if _length(pair.target, target) >= _SHORTER * _length(pair.source, source):
        return False
    return len(_SENTENCE_END.findall(pair.target)) < len(_SENTENCE_END.findall(pair.source))


def _made_whole(pair: Pair, side: Side) -> tuple[Span, Span] | None:
    """Where one side denies a part (`not all`) and the other speaks of all, and denies nothing."""
    langs, texts = languages_of(pair), (pair.source, pair.target)
    if side is Side.TARGET:
        langs, texts = langs[::-1], texts[::-1]
    if not comparable(pair) or not _claims.supports(*langs) or denies(texts[1], langs[1]):
        return None
    if any(map(asks, texts, langs)) or _length(texts[1], langs[1]) < _SHORTEST * _length(texts[0], langs[0]):
        return None
    return _claims.made_whole(texts, langs)


def _denials(pair: Pair, side: Side) -> list[Span]:
    """The sure denials of a side where the other side has none of any kind."""
    source, target = languages_of(pair)
    if source not in _negation.SUPPORTED or target not in _negation.SUPPORTED or source == target:
        return []
    (here, lang), (there, other) = (pair.source, source), (pair.target, target)
    if side is Side.TARGET:
        (here, lang), (there, other) = (there, other), (here, lang)
    if not comparable(pair) or not denies(here, lang) or denies(there, other):
        return []
    if _length(there, other) < _SHORTEST * _length(here, lang):
        return []
    found = _negation.sure_places(here, lang)
    if not found or asks(here, lang) or asks(there, other):
        return []
    if _negation.may_deny(there, other):
        maybe = _negation.maybe_places(there, other)
        if not maybe or denies(there, other) or not are_translations(pair, maybe, side):
            return []
    if _claims.place_of("in-part", here, lang) and _claims.place_of("not-quite", there, other):
        return []
    kept = lowered(there)
    return [
        span
        for span in found
        if here[slice(*span)].lower() not in kept and not keeps_after_all(here, there, (lang, other), span)
    ]
