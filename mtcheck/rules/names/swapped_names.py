"""Names: translated as words, with a translated article, cut apart, and known names in place of the source's."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.data import Hit, Pair, Severity, Side
from mtcheck.rules.facts.batch import CAPITAL, Facts, Mask
from mtcheck.rules.names._altered_names import COPY_NAMES
from mtcheck.rules.names._bodies import may_name_bodies, other_body
from mtcheck.rules.names._capitalised import bare
from mtcheck.rules.names._city_names import is_city, may_name_cities, other_city
from mtcheck.rules.names._exonyms import is_same_name
from mtcheck.rules.names._han_places import named_in, other_place
from mtcheck.rules.names._lone_names import altered_lone_name
from mtcheck.rules.names._swapped_names import (
    NO_SURNAME,
    VILLAGES,
    article_in_words,
    cased_in,
    in_pieces,
    known_name_swapped,
    prepositions,
    put_into_words,
    surname_in_words,
    village_in_words,
)
from mtcheck.rules.names.capitals import UNKNOWN, Capitals, are_lone, have_full_name_of, have_new_capital, new_capitals
from mtcheck.rules.registry import rule
from mtcheck.rules.text import hit
from mtcheck.rules.words.lexicon import languages_of, ranks, scripts, words

_LONGEST = 2_000
_SLAVIC = frozenset(("ru", "uk", "be", "bg", "pl"))


def _is_short(pair: Pair) -> bool:
    return 0 < len(pair.source) <= _LONGEST and 0 < len(pair.target) <= _LONGEST


@rule(
    "TRN001",
    "name-translated",
    category="accuracy/mistranslation",
    severity=Severity.MINOR,
    message="A name is translated as if it were a word: “{text}” for “{detail}”.",
    gate=lambda facts: _may_be_translated(facts),
)
def name_translated(pair: Pair) -> Iterator[Hit]:
    """A place or person that has the form of a word stands in the target as that word.

    Why: nobody finds a village called Berry on a map where it is Yagodnoye.
    Flags: es "de Guatiza y Mala, en Lanzarote" / en "in Guatiza and Bad, on Lanzarote"
    Flags: pl "leśniczy Adam Kowal" / en "the forester Adam Blacksmith"
    Flags: ru "у села Ягодное" / en "near the village of Berry"
    Passes: es "en Mala" / en "in Mala"
    Passes: fr "le port de Nice" / en "the port of Nice"
    Limits: lone words after a preposition that the source's language hardly ever writes with a capital and the encoder
        takes for translations of each other; surnames after the same given name; after `village of` and the like any
        word of English, from Slavic languages. German sources, quoted names, and names of several words are left alone.
    """
    source, target = languages_of(pair)
    if source == target or not _is_short(pair) or not cased_in(source):
        return
    for (start, end), was in put_into_words(pair, source, target):
        yield hit(start, end, was)
    for (start, end), was in surname_in_words(pair, source, target):
        yield hit(start, end, was)
    if source in _SLAVIC and target == "en":
        for (start, end), was in village_in_words(pair):
            yield hit(start, end, was)


def _may_be_translated(facts: Facts) -> Mask | bool:
    """Which targets have a word with a capital after a given name, a preposition or `village of`."""
    source, target = facts.langs
    if not target:
        return True
    if source == "de" or not cased_in(source) or not cased_in(target):
        return False
    places = new_capitals(facts, lambda some: (some.tiers < UNKNOWN) & ~some.are_names, inside=True)
    words = facts.target.words
    mask = facts.source.have_full_name & have_full_name_of(
        facts,
        Side.TARGET,
        lambda some: some.are_names,
        lambda some: (some.tiers >= NO_SURNAME) & (some.tiers < UNKNOWN),
    )
    mask |= words.texts(places[words.are_at(places - 1, prepositions(target))])
    if source in _SLAVIC and target == "en":
        mask |= facts.target.has(*VILLAGES)
    return mask & words.texts(places)


@rule(
    "TRN002",
    "article-of-name-translated",
    category="accuracy/mistranslation",
    severity=Severity.MINOR,
    message="The article is a part of the name: “{text}” for “{detail}”.",
    gate=lambda facts: (not facts.langs[1] or _are_latin(*facts.langs)) and facts.source.any(CAPITAL),
)
def article_of_name_translated(pair: Pair) -> Iterator[Hit]:
    """The article or preposition that begins a name is translated, the rest of the name is not.

    Why: Le Bihan is a surname; `The Bihan` is nobody.
    Flags: fr "Pour Le Bihan, cette somme" / en "For The Bihan, that sum"
    Flags: it "secondo Del Monte" / en "according to Of the Monte"
    Passes: fr "Pour Le Bihan" / en "For Le Bihan"
    Passes: fr "à La Haye" / en "in The Hague"
    Limits: languages in Latin letters; names whose article has a capital inside a sentence of the source.
    """
    source, target = languages_of(pair)
    if source == target or not _is_short(pair) or not _are_latin(source, target):
        return
    for (start, end), was in article_in_words(pair, target):
        yield hit(start, end, was, suggestion=was)


def _are_latin(source: str, target: str) -> bool:
    return scripts(source) == scripts(target) == ("Latn",)


@rule(
    "SWN002",
    "name-in-pieces",
    category="accuracy/mistranslation",
    severity=Severity.MINOR,
    message="The name is written “{detail}” in the source.",
    gate=lambda facts: (not facts.langs[1] or _are_latin(*facts.langs)) and facts.target.any(CAPITAL),
)
def name_in_pieces(pair: Pair) -> Iterator[Hit]:
    """A name of one word in the source is several words in the target, or the other way round.

    Why: Riba de Sella is not on the map, and search does not find it.
    Flags: es "Ribadesella" / en "Riba de Sella"
    Flags: fr "chez Le Goffic" / en "at Legoffic’s"
    Passes: es "Ribadesella" / en "Ribadesella"
    Limits: languages in Latin letters; names of seven letters and more, the same letters on both sides.
    """
    source, target = languages_of(pair)
    if source == target or "de" in (source, target) or not _is_short(pair) or not _are_latin(source, target):
        return
    for (start, end), was in in_pieces(pair):
        yield hit(start, end, was, suggestion=was)


@rule(
    "SWN001",
    "known-name-replaced",
    category="accuracy/mistranslation",
    severity=Severity.MINOR,
    message="Another name: “{text}” where the source has “{detail}”.",
    gate=lambda facts: _may_be_known(facts) | may_name_bodies(facts) | _may_be_listed(facts),
)
def known_name_replaced(pair: Pair) -> Iterator[Hit]:
    """A known name stands in the target that the source has not, and one of the source is missing.

    Why: a lorry from Tula is not one from Kazan, and no other word of the sentence shows the slip.
    Flags: ru "из Тулы в Тверь" / en "from Tula to Kazan"
    Flags: es "de Lleida hacia Girona" / en "from Lleida to Granada"
    Flags: pl "Światowa Organizacja Zdrowia" / en "the World Trade Organization"
    Flags: zh "送往宁波" / en "sent to Wenzhou"
    Flags: pl "w Monachium" / en "in Monaco"
    Passes: ru "в Вене" / en "in Vienna"
    Passes: fr "à Anvers" / en "in Antwerp"
    Limits: languages with capitals and a word list, Greek left out. One lone name on each side, not beside another
        capital nor after an article, that no word of the other side sounds like, nor has a vector like it. A name in no
        list counts only after a preposition, and within one alphabet or from English. Countries, months, rulers, and
        names that sound alike are left alone. Of Chinese and
        Japanese sources, provinces and larger cities that no character of the source reads as. Of bodies, twenty that
        are written out in full, in fifteen languages. Of cities and lands with names of their own, 80 in eleven
        languages, into seven.
    """
    source, target = languages_of(pair)
    if source == target or "el" in (source, target) or not _is_short(pair):
        return
    if body := other_body(pair):
        yield hit(*body[0], body[1])
        return
    if place := other_place(pair) or other_city(pair):
        yield hit(*place[0], place[1])
        return
    if not cased_in(source) or not cased_in(target):
        return
    found = known_name_swapped(pair, source, target)
    if found:
        (start, end), was = found
        if is_same_name(pair.target[start:end], words(pair.source)) or is_same_name(was, words(pair.target)):
            return
        yield hit(start, end, was)


def _may_be_listed(facts: Facts) -> Mask | bool:
    """Which targets name a place of China or Japan, of sources of its language, or a city of the table."""
    source, target = facts.langs
    if may_name_cities(source, target):
        return facts.target.words.texts(facts.target.capitals_that(lambda word: is_city(word, target)))
    table = named_in(source)
    if not table:
        return target == ""
    return facts.target.words.texts(facts.target.capitals_that(lambda word: bare(word).lower() in table))


def _may_be_known(facts: Facts) -> Mask | bool:
    """Which targets have a lone name, known or of the source's alphabet, that the source has not."""
    source, target = facts.langs
    if not target:
        return True
    if not cased_in(source) or not cased_in(target):
        return False
    copied = (
        scripts(source) == scripts(target) or source == "en"
    )  # in two alphabets a word in no list is nearly every name there is

    def may_be_known(some: Capitals) -> Mask:
        unknown = (some.tiers == UNKNOWN) & ~some.are_names & copied
        found: Mask = (some.lengths >= 5) & ((some.are_names & (some.tiers >= 2)) | unknown)
        return found

    places, words = new_capitals(facts, may_be_known, inside=True), facts.target.words
    places = places[are_lone(facts, places, after=True)]
    if target != "de":  # `Universität Leipzig` is one place
        places = places[are_lone(facts, places, after=False)]
    if scripts(source) != scripts(target) and source == "en":
        places = places[words.are_at(places - 1, prepositions(target))]
    return words.texts(places)


@rule(
    "SWN003",
    "lone-name-altered",
    category="accuracy/mistranslation",
    severity=Severity.MINOR,
    message="The name is spelled otherwise than in the source: “{text}” for “{detail}”.",
    gate=lambda facts: _may_be_altered(facts),
)
def lone_name_altered(pair: Pair) -> Iterator[Hit]:
    """A surname or street that languages of one alphabet copy has other letters than in the source.

    Why: Corso Amendola and Corso Armandola are two streets, of which one does not exist.
    Flags: it "di corso Amendola" / en "of Corso Armandola"
    Flags: es "según Echevarrieta" / en "according to Echebarrueta"
    Passes: de "laut Jelzin" / en "according to Yeltsin"
    Passes: it "in Sicilia" / en "in Sicily"
    Limits: languages in Latin letters that do not inflect names; words of five letters and more that neither language's
        list has, with the same beginning and end, one on each side; spellings that romanisations explain are one name.
    """
    source, target = languages_of(pair)
    if source == target or not {source, target} <= COPY_NAMES or not _is_short(pair):
        return
    found = altered_lone_name(pair)
    if found:
        name, was = found
        yield hit(name.start, name.end, was, suggestion=was)


def _may_be_altered(facts: Facts) -> Mask | bool:
    """Which targets have a capitalised word of no list that the source has not, where names are copied."""
    source, target = facts.langs
    if not target or not COPY_NAMES.issuperset(facts.langs):
        return target == ""
    others = ranks(source)

    def may_be_altered(some: Capitals) -> Mask:
        return some.that((some.lengths >= 5) & (some.tiers == UNKNOWN), lambda word: word not in others)

    return have_new_capital(facts, may_be_altered, inside=True)
