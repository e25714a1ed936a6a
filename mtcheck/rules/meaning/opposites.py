"""What must be made what may be, opposites, and things of one kind taken for one another."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import product

import numpy as np

from mtcheck.data import Hit, Pair, Severity, Side
from mtcheck.rules.facts.batch import Facts, Mask
from mtcheck.rules.meaning import _negation
from mtcheck.rules.meaning._denials import SIGNS, comparable, denies
from mtcheck.rules.meaning._opposites import TwoSides, modals, opposite_index, opposite_signs, opposite_words, opposites
from mtcheck.rules.meaning._qualified import is_hidden, is_idle, is_turned
from mtcheck.rules.meaning.contrasts import denying as denying_members
from mtcheck.rules.meaning.contrasts import first_place, may_be_rivals, may_mean, meanings, means, rivals
from mtcheck.rules.numbers.spans_of_time import told_by_both
from mtcheck.rules.numbers.spoken_match import is_number_of
from mtcheck.rules.registry import rule
from mtcheck.rules.text import Span, hit
from mtcheck.rules.words.lexicon import languages_of, lowered, places
from mtcheck.rules.words.views import kept
from mtcheck.rules.words.vocabulary import Vocabulary

#: What stands for a word stands at most so far from its place, in shares of the texts; and in short ones.
_NEAR, _NEAR_IN_SHORT, _SHORT = 0.35, 0.6, 100
#: Characters between a word and what denies it, at most.
_CLAUSE = 30


@cache
def _telling(lang: str) -> frozenset[str]:
    """All words of a language that a rule of this family looks for."""
    return _negation.sure_words(lang) | opposite_words(lang) | _modal_words(lang)


@kept
def _cues(text: str, lang: str) -> frozenset[str]:
    """The words of a text that a rule of this family looks for; few texts have any, and all rules ask for them."""
    found = _telling(lang) & lowered(text)
    return found.union(_negation.denied_by_ending(text, lang))


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
