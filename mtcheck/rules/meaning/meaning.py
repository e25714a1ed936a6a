"""Cues of meaning: a denial lost or made up, an order made a possibility, a question made a statement, opposites.

Hints, so never above minor: a translator may say the same in a hundred ways.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import product

import numpy as np

from mtcheck.data import Hit, Pair, Severity, Side
from mtcheck.rules.facts.batch import ASKS, SEMICOLON, Facts, Mask, TextFacts
from mtcheck.rules.meaning import _claims, _negation, _without
from mtcheck.rules.meaning._denials import SIGNS, comparable, denies, denying
from mtcheck.rules.meaning._dropped import JOINS, dropped
from mtcheck.rules.meaning._opposites import TwoSides, modals, opposite_index, opposite_signs, opposite_words, opposites
from mtcheck.rules.meaning._opposition import keeps_after_all, opposed_after_all
from mtcheck.rules.meaning._qualified import is_hidden, is_idle, is_turned
from mtcheck.rules.meaning._undone import may_be_undone, undone
from mtcheck.rules.meaning.affirmed import affirmed_place, are_translations, given_words
from mtcheck.rules.meaning.contrasts import denying as denying_members
from mtcheck.rules.meaning.contrasts import (
    first_place,
    may_be_rivals,
    may_mean,
    meanings,
    means,
    rivals,
)
from mtcheck.rules.numbers.spans_of_time import told_by_both
from mtcheck.rules.numbers.spoken_match import is_number_of
from mtcheck.rules.registry import rule
from mtcheck.rules.text import Span, hit, lang_of
from mtcheck.rules.words.lexicon import languages_of, lowered, places
from mtcheck.rules.words.renderings import look_up_all
from mtcheck.rules.words.views import kept
from mtcheck.rules.words.vocabulary import Vocabulary

#: A side that denies what the other does not is at least so long, as a share of the other.
_SHORTEST = 0.3
#: Below this share a target may lack the sentence that denies.
_SHORTER = 0.7
#: What stands for a word stands at most so far from its place, in shares of the texts; and in short ones.
_NEAR, _NEAR_IN_SHORT, _SHORT = 0.35, 0.6, 100
#: Characters between a word and what denies it, at most.
_CLAUSE = 30
_QUESTION = "?？؟"
_SENTENCE_END = re.compile(r"[.!?](?=[\s\"”’»)]|\Z)|[。！？؟]")
_ENDS = '"”’»)]】」』› \n\t\u00a0\u200f'
#: Languages that ask without a question mark, or may.
_MARKLESS = frozenset(("th", "lo", "my", "km", "ja", "zh", "ko"))


@cache
def _telling(lang: str) -> frozenset[str]:
    """All words of a language that a rule of this family looks for."""
    return _negation.sure_words(lang) | opposite_words(lang) | _modal_words(lang)


@kept
def _cues(text: str, lang: str) -> frozenset[str]:
    """The words of a text that a rule of this family looks for; few texts have any, and all rules ask for them."""
    found = _telling(lang) & lowered(text)
    return found.union(_negation.denied_by_ending(text, lang))


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


def _which_ask(facts: Facts) -> tuple[Mask, Mask]:
    """`_asks` of the sources and the targets, false of all where their languages are unknown."""
    source, target = facts.langs
    return facts.once("questions", lambda facts: (_ask(facts.source, source), _ask(facts.target, target)))


def _ask(texts: TextFacts, lang: str) -> Mask:
    if not lang:
        return np.zeros(len(texts.lengths), dtype=bool)
    return texts.any(ASKS | SEMICOLON) if lang == "el" else texts.any(ASKS)


def _both_have(facts: Facts, words_of: Callable[[str], frozenset[str]]) -> Mask | bool:
    """Which pairs have some of a language's words on either side; signs are looked for in the rule."""
    source, target = facts.langs
    if not target:
        return True
    found = np.ones(len(facts.pairs), dtype=bool)
    for texts, lang in ((facts.source, source), (facts.target, target)):
        if lang not in SIGNS:
            found &= texts.words.having(words_of(lang))
    return found


@cache
def _modal_words(lang: str) -> frozenset[str]:
    kinds = modals(lang)
    return kinds.one | kinds.other if kinds else frozenset()


def _length(text: str, lang: str) -> int:
    """Letters, where a Chinese or Japanese sign counts as three."""
    return len(text) * (3 if lang in SIGNS else 1)


def _asks(text: str, lang: str) -> bool:
    return "?" in text or "？" in text or "؟" in text or (lang == "el" and (";" in text or "\u037e" in text))


@rule(
    "MEA001",
    "negation-lost",
    category="accuracy/mistranslation",
    severity=Severity.MINOR,
    message="The source denies (“{detail}”); nothing in the translation does.",
    gate=lambda facts: _with_vectors(facts, _alone(facts, Side.SOURCE) & ~_which_ask(facts)[0], Side.SOURCE),
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
    if kept is not None and not _asks(pair.source, languages_of(pair)[0]):
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
        facts, _alone(facts, Side.TARGET) & ~(_which_ask(facts)[0] | _which_ask(facts)[1]), Side.TARGET
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
    if any(map(_asks, texts, langs)) or _length(texts[1], langs[1]) < _SHORTEST * _length(texts[0], langs[0]):
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
    if not found or _asks(here, lang) or _asks(there, other):
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


@rule(
    "MEA003",
    "question-made-statement",
    category="accuracy/mistranslation",
    severity=Severity.MINOR,
    message="The source asks a question; the translation asks none.",
    gate=lambda facts: facts.source.any(ASKS | SEMICOLON),
)
def question_made_statement(pair: Pair) -> Iterator[Hit]:
    """The source has a question mark, and the target has none.

    Why: a question turned into a statement claims what was only asked.
    Flags: de "Kommt er? Wer weiß." / en "He comes. Who knows."
    Passes: de "Er fragte, ob sie komme." / en "He asked if she would come."
    Limits: a full stop in place of the last question mark is PUN010's matter; where nothing ends the target, its last
        word is flagged. Languages that may ask without the mark (Chinese, Japanese, Korean, Thai) are left alone as
        targets.
    """
    source, target = lang_of(pair.source_lang), lang_of(pair.target_lang)
    if not _asks(pair.source, source) or _asks(pair.target, target) or target in _MARKLESS or not comparable(pair):
        return
    asked = max(pair.source.rfind(mark) for mark in (*_QUESTION, *((";", "\u037e") if source == "el" else ())))
    bare, end = pair.source.rstrip(_ENDS), pair.target.rstrip(_ENDS)
    if asked == len(bare) - 1 and end.endswith((".", "。")):
        return
    if source == "el" or "://" in pair.source or pair.source[asked - 1 : asked] in ("(", "?", "!", ""):
        return
    if asked == len(bare) - 1 and end[-1:].isalnum():
        yield hit(len(end) - len(end.split()[-1]), len(end), suggestion=f"{end.split()[-1]}?")
        return
    yield hit(asked, asked + 1, side=Side.SOURCE)


@rule(
    "MEA004",
    "statement-made-question",
    category="accuracy/mistranslation",
    severity=Severity.MINOR,
    message="The translation asks a question; the source states.",
    gate=lambda facts: facts.target.any(ASKS | SEMICOLON),
)
def statement_made_question(pair: Pair) -> Iterator[Hit]:
    """The target ends with a question mark, and the source, which asks nothing, with a full stop.

    Why: a statement turned into a question takes back what was said.
    Flags: de "Er kommt morgen." / en "Does he come tomorrow?"
    Passes: de "Kommt er morgen?" / en "Does he come tomorrow?"
    Passes: ja "彼は来ますか。" / en "Does he come?"
    Limits: sources that may ask without the mark (Chinese, Japanese, Korean, Thai) are left alone.
    """
    source, target = lang_of(pair.source_lang), lang_of(pair.target_lang)
    if not _asks(pair.target, target) or _asks(pair.source, source) or source in _MARKLESS or not comparable(pair):
        return
    bare, end = pair.source.rstrip(_ENDS), pair.target.rstrip(_ENDS)
    if bare.endswith(".") and end and end[-1] in _QUESTION:
        yield hit(len(end) - 1, len(end), suggestion=".")


@rule(
    "MEA005",
    "modality-changed",
    category="accuracy/mistranslation",
    severity=Severity.MINOR,
    message="{detail}",
    gate=lambda facts: _differ_in_mode(facts),
)
def modality_changed(pair: Pair) -> Iterator[Hit]:
    """What must be became what may be, or the reverse.

    Why: a duty and a possibility differ in every contract and every warning.
    Flags: de "Sie müssen zahlen" / en "You may pay"
    Flags: es "Tienen que pagar" / en "They may pay"
    Passes: de "Sie müssen zahlen" / en "You have to pay"
    Limits: 16 languages with a table; only where each side has words of one kind alone, and none stands in a clause
        that denies (`must not` and `may not` are one).
    """
    source, target = languages_of(pair)
    here, there = modals(source), modals(target)
    if here is None or there is None or source == target or not comparable(pair):
        return
    was = _kinds(pair.source, source, here)
    now = _kinds(pair.target, target, there) if was in (1, 2) else was
    if was == now or now not in (1, 2):
        return
    if _is_modal_denied(pair.source, source, here) or _is_modal_denied(pair.target, target, there):
        return
    for span in _places(pair.target, there, now)[:1]:
        order, chance = "what must be", "what may be"
        said = (order, chance) if was == 1 else (chance, order)
        yield hit(*span, f"The source says {said[0]}, the translation {said[1]} (“{pair.target[slice(*span)]}”).")


def _differ_in_mode(facts: Facts) -> Mask | bool:
    """Which pairs have words of one kind alone in the source, and of the other alone in the target."""
    source, target = facts.langs
    if not target:
        return True
    here, there = modals(source), modals(target)
    if here is None or there is None or source == target:
        return False
    was, now = _alone_in_mode(facts.source.words, here), _alone_in_mode(facts.target.words, there)
    return (was[0] & now[1]) | (was[1] & now[0])


def _alone_in_mode(words: Vocabulary, sides: TwoSides) -> tuple[Mask, Mask]:
    """Which texts may have words of the first kind alone, and which of the second; signs are looked for in the rule."""
    if sides.signs is not None or sides.endings:
        every = np.ones(len(words.cuts) - 1, dtype=bool)
        return every, every
    one, other, unsure = words.having(sides.one), words.having(sides.other), words.are_dotted
    ordered = one | words.having(sides.heads) if sides.heads else one
    return ordered & ~other | unsure, other & ~one | unsure


def _is_modal_denied(text: str, lang: str, sides: TwoSides) -> bool:
    """Whether a clause with a modal word denies; all of a text in languages without spaces is one."""
    denials = _negation.sure_places(text, lang)
    if not denials or sides.signs is not None:
        return bool(denials)
    modal_places = [place for kind in (1, 2) for place in _places(text, sides, kind)]
    return any(not _BREAK.search(text, *_between(*spans)) for spans in product(modal_places, denials))


def _between(one: Span, other: Span) -> Span:
    """What lies between two spans."""
    return min(one[1], other[1]), max(one[0], other[0])


@rule(
    "MEA006",
    "opposite-word",
    category="accuracy/mistranslation",
    severity=Severity.MINOR,
    message="The source says the opposite: {detail}.",
    gate=lambda facts: _both_have(facts, opposite_words),
)
def opposite_word(pair: Pair) -> Iterator[Hit]:
    """The target has the opposite of a word of the source: north and south, buy and sell, father and mother.

    Why: a swapped opposite reads well and says the reverse.
    Flags: de "im Norden des Landes" / en "in the south of the country"
    Passes: de "nördlich, nicht südlich" / en "north, not south"
    Limits: 34 pairs of opposites, not all in each of 16 languages; only where each side has one of the two and
        nothing denies it. Found by a table: the embedded vectors of opposites are too alike to tell them apart.
    """
    source, target = languages_of(pair)
    here, there = opposites(source), opposites(target)
    if not here or not there or source == target or not comparable(pair):
        return
    before, after = _kinds_of(pair.source, source), _kinds_of(pair.target, target)
    for name in before.keys() & after.keys():
        was, now = before[name], after[name]
        if was == now or was not in (1, 2) or now not in (1, 2):
            continue
        first, second = _places(pair.source, here[name], was)[0], _places(pair.target, there[name], now)[0]
        if _is_denied(pair.source, source, first) or _is_denied(pair.target, target, second):
            continue
        if name == "more" and (_OFTEN.match(pair.source, first[1]) or _OFTEN.match(pair.target, second[1])):
            continue
        turned = is_turned(pair.source, source, first), is_turned(pair.target, target, second)
        if name != "more" and turned[0] != turned[1]:  # `un peu moins` is not turned
            continue
        yield hit(*second, f"“{pair.source[slice(*first)]}”")


@rule(
    "MEA007",
    "another-of-its-kind",
    category="accuracy/mistranslation",
    severity=Severity.MINOR,
    message="The source speaks of something else of this kind: {detail}.",
    gate=lambda facts: _may_be_another(facts),
)
def another_of_its_kind(pair: Pair) -> Iterator[Hit]:
    """A word of the target means another thing of the kind that the source speaks of: an opposite, relative, season.

    Why: `after` for `before` and `sister` for `mother` read well and are wrong.
    Flags: de "Ihr Vater gründete sie" / en "Her uncle founded it"
    Flags: ru "Все столы" / en "Some tables"
    Passes: de "sein Vater, nicht sein Onkel" / en "his father, not his uncle"
    Passes: it "lagune poco profonde" / en "shallow lagoons"
    Limits: some 230 groups of words, in all languages of the word lists; a word counts where in parallel text it means
        a member of the group mostly, and is excused by any word of the other side that now and then means its own.
        Nothing is said where one side alone denies (`not open` is `closed`) or lessens (`poco profonde` is
        `shallow`), of idioms (`after all`), where a compound has the word (`seaplanes`), of parts of a unit (`a
        quarter of an hour` is 15 minutes) and of `nearly all`, nor what MEA006 says; numbers that are read whole are
        NUM008's.
    """
    source, target = languages_of(pair)
    if source == target or not comparable(pair):
        return
    was = means(pair.source, source)
    now = means(pair.target, target) if was else 0
    if not _are_rivals(was & ~now, now & ~was):
        return
    lost, made_up = was & ~may_mean(pair.target, target), now & ~may_mean(pair.source, source)
    found: dict[Span, str] = {}
    for other, one in _exchanged(lost, made_up):
        if not (one | other) & denying_members() and _one_side_denies(pair, source, target):
            continue
        first, second = first_place(pair.source, source, one), first_place(pair.target, target, other)
        near = _NEAR if len(pair.source) > _SHORT else _NEAR_IN_SHORT
        if _PART_OF.search(pair.source, 0, first[0]) or _PART_OF.search(pair.target, 0, second[0]):
            continue
        phrases = " " in pair.source[slice(*first)] or " " in pair.target[slice(*second)]  # they say it themselves
        if not phrases and is_turned(pair.source, source, first) != is_turned(pair.target, target, second):
            continue
        if is_idle(pair.source, source, first) or is_idle(pair.target, target, second):
            continue
        if is_hidden(pair.source, source, other) or is_hidden(pair.target, target, one):
            continue
        if abs(first[0] / len(pair.source) - second[0] / len(pair.target)) <= near:
            found.setdefault(second, pair.source[slice(*first)])
    told = {(flagged.start, flagged.end) for flagged in opposite_word(pair)} if found else set()
    for place, said in sorted(found.items()):
        if place not in told and not is_number_of(pair, *place) and not told_by_both(pair, Side.TARGET, *place):
            yield hit(*place, f"“{said}”")


def _may_be_another(facts: Facts) -> Mask | bool:
    """Which pairs have a word that tells of something in place of another of its kind."""
    source, target = facts.langs
    if not target or not all(map(meanings, facts.langs)):
        return target == ""
    may = may_be_rivals(facts.source, facts.target, (source, target))
    for at in may.nonzero()[0].tolist():
        pair = facts.pairs[at]
        was, now = means(pair.source, source), means(pair.target, target)
        may[at] = _are_rivals(was & ~now, now & ~was)
    return may


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
    both &= ~(_which_ask(facts)[0] | _which_ask(facts)[1])
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
    found = None if _asks(pair.source, source) or _asks(pair.target, target) else dropped(pair)
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


#: Before a word: only a part of what it says.
_PART_OF = re.compile(
    r"(?<!\w)(?:half|полтор\w+|півтор\w+|półtor\w+|anderthalb|eineinhalb|anderhalve|halvannan|quarters?|nearly|almost|practically|virtually|почти|практически|пол|половин\w|четверт\w+|майже|чверт\w+|"
    r"fast|nahezu|beinahe|halben?|viertel|dreiviertel|presque|demie?|quart|quasi|casi|media|medio|cuarto|quase|meia|meio|"
    r"bijna|half|halve|kwart|nästan|halv|prawie|niemal|pół|ćwierć|téměř|skoro|půl|čtvrt|neredeyse|yarım|çeyrek)"
    r"(?:\s(?:of|an?|the|de|di|d|einer?))*[\s'’-]{0,2}\Z",
    re.IGNORECASE,
)


def _one_side_denies(pair: Pair, source: str, target: str) -> bool:
    if source not in _negation.SUPPORTED or target not in _negation.SUPPORTED:
        return False
    return denies(pair.source, source) != denies(pair.target, target)


def _exchanged(lost: int, made_up: int) -> Iterator[tuple[int, int]]:
    """(member of the target, member of the source that it stands for), as bits."""
    against = rivals()
    while lost:
        one = lost & -lost
        lost ^= one
        found = against[one.bit_length() - 1] & made_up
        if found:
            yield found & -found, one


def _is_denied(text: str, lang: str, place: Span) -> bool:
    """Whether a sure denial stands near a place, or in an idiom right before it (`no more`)."""
    before = text[: place[0]].rsplit(maxsplit=1)[-1:]
    if text.startswith(_AGAINST, place[1]) or (before and before[0].lower() in _negation.sure_words(lang)):
        return True
    return any(
        place[0] - _CLAUSE <= end and start <= place[1] + _CLAUSE and not _BREAK.search(text, place[1], start)
        for start, end in _negation.sure_places(text, lang)
        if not place[0] <= start < end <= place[1]  # it denies by itself: `不适合`
    )


#: After `less`: what other languages say in one word, `реже`, `seltener`.
_OFTEN = re.compile(
    r" (?:\w+ \w+ )?(?:often|frequent\w*|oft|häufig\w*|souvent|fréquent\w*|frecuen\w*|a menudo"
    r"|veces|spesso|frequen\w*|vezes|vaak|dikwijls|ofta|част\w+|częst\w+|čast\w+)(?!\w)",
    re.IGNORECASE,
)
#: After a word, it turns it: `recommend against`.
_AGAINST = " against "
#: Between a word and a denial after it: the denial is of another clause.
_BREAK = re.compile("[,;:.—，；。]")


def _are_rivals(lost: int, made_up: int) -> bool:
    """Whether there is anything `_exchanged`."""
    return lost != 0 and made_up != 0 and next(_exchanged(lost, made_up), None) is not None


def _kinds(text: str, lang: str, sides: TwoSides) -> int:
    """1 where a text has words of the one side, 2 of the other, 3 of both, 0 of none."""
    if sides.signs is not None:
        return sum(bit for bit, pattern in zip((1, 2), sides.signs, strict=True) if pattern.search(text))
    if sides.endings:
        return sum(kind for kind in (1, 2) if _places(text, sides, kind))
    found = _cues(text, lang)
    if sides.phrase is not None and sides.phrase.search(text):
        return 1 + 2 * (not sides.other.isdisjoint(found))
    return (not sides.one.isdisjoint(found)) + 2 * (not sides.other.isdisjoint(found)) if found else 0


def _kinds_of(text: str, lang: str) -> dict[str, int]:
    """As `_kinds`, for all pairs of opposites that a text has a word of."""
    index = opposite_index(lang)
    found: dict[str, int] = {}
    for word in opposite_signs(lang).findall(text) if lang in SIGNS else lowered(text) & index.keys():
        for name, bit in index[word]:
            found[name] = found.get(name, 0) | bit
    return found


def _places(text: str, sides: TwoSides, kind: int) -> list[Span]:
    if sides.signs is not None:
        return [match.span() for match in sides.signs[kind - 1].finditer(text)]
    wanted = sides.one if kind == 1 else sides.other
    ending = sides.endings[kind - 1].fullmatch if sides.endings else None
    phrases = [match.span() for match in sides.phrase.finditer(text)] if sides.phrase and kind == 1 else []
    return phrases + [
        (start, end)
        for word, start, end in places(text)
        if word.lower() in wanted or (ending is not None and ending(word.lower()))
    ]
