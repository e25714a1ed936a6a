"""Which words a word may be confused with: two partitions of a vocabulary into small sets.

`forms` holds the forms of one word (by stem and ending, irregular ones listed) and closed sets such as the determiners;
`rivals` holds closed sets across paradigms and, for Russian, verbs with one tail and other prefixes; what is left goes
with words of like frequency in its distributional class. All lists are of our own making.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from mtcheck.fluency_cloze import N_FORMS, N_RIVALS

Ids = npt.NDArray[np.int64]

_ENGLISH_FORMS = """
is are was were be been being am / isn't aren't wasn't weren't / has have had having / hasn't haven't hadn't
do does did done doing / don't doesn't didn't / can could will would shall should may might must
can't couldn't won't wouldn't shouldn't mustn't
a an the this that these those some any no every each all both many much
he him his she her hers they them their theirs it its / i me my mine we us our ours you your yours
himself herself itself themselves myself yourself ourselves / who whom whose which what where when why how
in on at by to for with from of about into through / ever never always often already still / and or but nor
than then as like / there here / only even just also / more most less least / few little several
go goes going went gone / take takes taking took taken / write writes writing wrote written
see sees seeing saw seen / know knows knowing knew known / say says saying said / make makes making made
give gives giving gave given / come comes coming came / eat eats eating ate eaten / man men / woman women
child children / person people / begin begins beginning began begun / break breaks breaking broke broken
fall falls falling fell fallen / drive drives driving drove driven / hide hides hiding hid hidden
become becomes becoming became / get gets getting got gotten / find finds finding found / lead leads leading led
leave leaves leaving left / hold holds holding held / speak speaks speaking spoke spoken
wear wears wearing wore worn / shake shakes shaking shook shaken / forget forgets forgetting forgot forgotten
throw throws throwing threw thrown / grow grows growing grew grown / steal steals stealing stole stolen
sink sinks sinking sank sunk / drink drinks drinking drank drunk / sing sings singing sang sung
ring rings ringing rang rung / swim swims swimming swam swum / run runs running ran / fly flies flying flew flown
blow blows blowing blew blown / draw draws drawing drew drawn / choose chooses choosing chose chosen
freeze freezes freezing froze frozen / rise rises rising rose risen / ride rides riding rode ridden
bite bites biting bit bitten / lie lies lying lay lain / tear tears tearing tore torn / bear bears bearing bore borne
swear swears swearing swore sworn / wake wakes waking woke woken / think thinks thinking thought
bring brings bringing brought / buy buys buying bought / catch catches catching caught / teach teaches teaching taught
seek seeks seeking sought / fight fights fighting fought / feel feels feeling felt / keep keeps keeping kept
sleep sleeps sleeping slept / meet meets meeting met / send sends sending sent / spend spends spending spent
build builds building built / lose loses losing lost / sell sells selling sold / tell tells telling told
pay pays paying paid / stand stands standing stood / understand understands understanding understood
sit sits sitting sat / win wins winning won / hear hears hearing heard / mean means meaning meant
foot feet / tooth teeth / goose geese / mouse mice / wife wives / life lives / knife knives / wolf wolves / leaf leaves
half halves / thesis theses / crisis crises / analysis analyses / hypothesis hypotheses / phenomenon phenomena
"""
_ENGLISH_RIVALS = """
is are was were has have had do does did / isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't
him himself her herself it itself them themselves me myself us ourselves / he she they we i you who
that which who what whether if because / be been being have having / a an one another / the this these
can't couldn't won't wouldn't shouldn't not never / some any no none / every each all most
"""
_RUSSIAN_FORMS = """
я меня мне мной мы нас нам нами / ты тебя тебе тобой вы вас вам вами
он она оно они его ее их ему ей им него нее них нем ней ним / себя себе собой
мой моя мое мои моего моей моему моим моих мою моем / твой твоя твое твои твоего твоей твоему твоим твоих твою
свой своя свое свои своего своей своему своим своих своими свою своем / наш наша наше наши нашего нашей нашим наших
весь вся все всё всего всей всему всем всех всеми всю / сам сама само сами самого самой самому самим самих саму
кто кого кому кем ком никто никого никому никем / что чего чему чем ничто ничего ничему ничем
это этот эта эти этого этой этому этим этих эту этом этими / тот та то те того той тому тем тех ту том теми
один одна одно одни одного одной одному одним одних одну одном
в на с к по за из от о у при до / во со ко об про для без
был была было были быть есть будет будут буду будем / не ни / и или но а / год года году годом лет годы годов годах
человек человека человеку человеком люди людей людям людьми / ребенок ребенка дети детей детям
мог могла могли могло может могут могу мочь / шел шла шли шло идет идут иду идти / два две двух двумя двум
"""
_RUSSIAN_RIVALS = """
кто кто-то кто-нибудь кто-либо никто / что что-то что-нибудь что-либо ничего ничто
его ее их свой свою свои своего своей
когда когда-то когда-нибудь никогда / где где-то где-нибудь нигде / куда куда-то никуда / как как-то никак
какой какой-то какой-нибудь никакой / какого какого-то никакого / никакие никаких какие-то какие какие-нибудь
себя себе его ему ее ей их им / если хотя чтобы что будто / можно нужно надо нельзя / или и ни / не бы ли же
"""
_ENDINGS = """
а я о е у ю ы и ь й ой ей ою ею ом ем ам ям ами ями ах ях ов ев ией иям иями иях ии ию ия ие ий ием иев
ый ая яя ое ее ого его ому ему ым им ых их ыми ими ую юю ые ие ый
ть ти л ла ло ли ет ит ут ют ат ят ешь ишь ете ите йте йти в вши ший шая шее шие шего
ться тся лся лась лось лись ется ится утся ются атся ятся юсь усь ешься ишься емся имся
щий щая щее щие щего щей щим щих щую ющий ющая ющее ющие ющего ющей ющим ющих вший вшая вшее вшие вшего вшей вших
нный нная нное нные нного нной нным нных нную н на но ны
"""
_PREFIXES = """
по про на за вы от пере при раз рас с у о об до из ис под в воз вос
"""
_VERBAL = ("ть", "л", "ла", "ли", "ло", "ет", "ит", "ут", "ют", "ат", "ят", "ться", "лся", "лась", "лись", "тся", "ю")


def word_sets(lang: str, words: Sequence[str]) -> tuple[list[list[str]], list[list[str]]]:
    """(forms, rivals) among words, the most frequent first; a word may stand in several, of which the first counts."""
    usual = [word for word in words if word.replace("'", "").isalpha()]
    if lang == "en":
        closed = _listed(_ENGLISH_FORMS)
        return [*closed, *_english(usual, closed)], _listed(_ENGLISH_RIVALS)
    closed, rivals = _listed(_RUSSIAN_FORMS), _listed(_RUSSIAN_RIVALS)
    return [*closed, *_russian(usual, closed)], [*rivals, *_prefixed(usual, rivals)]


def confusion_sets(
    lang: str, counts: Counter[str], row_of: dict[str, int], row_class: Ids, row_count: Ids
) -> tuple[Ids, Ids]:
    """(forms, rivals): the set of each row, (n_rows,) each; -1 is none.

    `row_of` gives the row of a folded word, `row_class` and `row_count` the distributional class and frequency of a
    row (a row without a word has count 0).
    """
    groups, rivals = word_sets(lang, [word for word, _ in counts.most_common() if word in row_of])
    forms = _number(groups, row_of, len(row_class), N_FORMS)
    others = _number(rivals, row_of, len(row_class), N_RIVALS)
    _fill_by_class(others, row_class, row_count)
    return forms, others


def _listed(text: str) -> list[list[str]]:
    return [group.split() for group in text.strip().replace("\n", " / ").split("/") if group.strip()]


def _number(groups: Iterable[Sequence[str]], row_of: dict[str, int], n_rows: int, largest: int) -> Ids:
    sets = np.full(n_rows, -1, dtype=np.int64)
    number = 0
    for group in groups:
        rows = list(dict.fromkeys(row_of[word] for word in group if word in row_of and sets[row_of[word]] < 0))
        if len(rows) > 1:
            sets[rows[:largest]] = number
            number += 1
    return sets


def english_verbs(words: Sequence[str]) -> list[tuple[str, str, str, str, str]]:
    """Base, third person, -ing, past and participle of the verbs among words, the irregular ones of the lists first."""
    known = set(words)
    found = [
        (group[0], group[1], group[2], group[3], group[-1])
        for group in _listed(_ENGLISH_FORMS)
        if len(group) in (4, 5) and group[2].endswith("ing")
    ]
    irregular = {form for group in found for form in group}
    for base in words:
        if base in irregular or len(base) < 3 or not base.isalpha():
            continue
        stem = base[:-1] if base.endswith("e") else base
        for ing, past in ((stem + "ing", stem + "ed"), (base + base[-1] + "ing", base + base[-1] + "ed")):
            if base.endswith("y") and base[-2] not in "aeiou":
                past = base[:-1] + "ied"
            third = next((form for form in (base + "s", base + "es", base[:-1] + "ies") if form in known), "")
            if ing in known and past in known and third:
                found.append((base, third, ing, past, past))
                break
    return found


def _english(words: list[str], closed: list[list[str]]) -> list[list[str]]:
    known, taken = set(words), {word for group in closed for word in group}
    groups = []
    for base in words:
        if base in taken or len(base) < 3:
            continue
        stems = {base, base[:-1] if base.endswith("e") else base, base + base[-1]}
        made = [stem + ending for stem in stems for ending in ("ed", "ing", "er", "est")] + [base + "s", base + "es"]
        if base.endswith("y"):
            made += [base[:-1] + ending for ending in ("ies", "ied", "ier", "iest")]
        forms = [form for form in dict.fromkeys(made) if form in known and form not in taken and form != base]
        if forms:
            groups.append([base, *forms])
            taken.update(groups[-1])
    return groups


def _russian(words: list[str], closed: list[list[str]]) -> list[list[str]]:
    endings = sorted(set(_ENDINGS.split()), key=len, reverse=True)
    taken = {word for group in closed for word in group}
    stems: defaultdict[str, list[str]] = defaultdict(list)
    of: dict[str, list[str]] = {}
    for word in words:
        if word in taken or len(word) < 4 or not word.islower():
            continue
        of[word] = [word, *(word[: -len(end)] for end in endings if word.endswith(end) and len(word) - len(end) >= 3)]
        for stem in of[word]:
            stems[stem].append(word)
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for word, choices in of.items():
        # many forms speak for a stem, and so does its length: short ones gather words that have nothing in common
        shared = [stem for stem in choices if len(stems[stem]) > 1]
        if shared:
            groups[max(shared, key=lambda stem: min(len(stems[stem]), 9) + min(len(stem), 7))].append(word)
    return [group for group in groups.values() if len(group) > 1]


def _prefixed(words: list[str], closed: list[list[str]]) -> list[list[str]]:
    taken = {word for group in closed for word in group}
    tails: defaultdict[str, list[str]] = defaultdict(list)
    prefixes = _PREFIXES.split()
    for word in words:
        if word in taken:
            continue
        tails[word].append(word)
        for prefix in prefixes:
            if word.startswith(prefix) and len(word) - len(prefix) >= 4:
                tails[word[len(prefix) :]].append(word)
    found = [group for tail, group in tails.items() if len(group) > 1 and tail.endswith(_VERBAL)]
    return sorted(found, key=len, reverse=True)


def _fill_by_class(sets: Ids, row_class: Ids, row_count: Ids) -> None:
    """Rows left over, by class and falling frequency, in sets of up to N_RIVALS."""
    number = int(sets.max(initial=-1)) + 1
    left = np.flatnonzero((sets < 0) & (row_count > 0))
    order = left[np.lexsort((-row_count[left], row_class[left]))]
    for rows in np.split(order, np.flatnonzero(np.diff(row_class[order])) + 1):
        n_parts = -(-len(rows) // N_RIVALS)
        for part in np.array_split(rows, n_parts) if len(rows) > 1 else []:
            sets[part] = number
            number += 1
