"""Names altered: a surname made longer, half of a full name exchanged, letters that no romanisation gives."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from anyascii import anyascii

from mtcheck.data import Hit, Pair, Severity, Side
from mtcheck.rules.facts.batch import Facts, Mask
from mtcheck.rules.names._altered_names import (
    COPY_NAMES,
    full_names,
    is_lengthened,
    is_other,
    is_slip,
    may_be_name,
    other_alphabets,
    romanised,
)
from mtcheck.rules.names._capitalised import Name, bare, capital_words, is_common
from mtcheck.rules.names._exonyms import is_same_name
from mtcheck.rules.names._japanese_names import read_in_two_ways
from mtcheck.rules.names.capitals import UNKNOWN, Capitals, have_capital, strange_in_sources
from mtcheck.rules.names.name_words import is_compound, is_derived
from mtcheck.rules.names.sounds import SAME, similarity
from mtcheck.rules.registry import Scope, rule
from mtcheck.rules.text import Span, hit
from mtcheck.rules.words.lexicon import (
    between,
    known_names,
    languages_of,
    lowered,
    places,
    ranks,
    scripts,
    starts,
    words,
)
from mtcheck.rules.words.lists import translated_words
from mtcheck.rules.words.views import kept

#: Characters and names of a side that are compared each with each, which costs a square.
_LONGEST, _MOST_NAMES = 2_000, 40
_APOSTROPHE = re.compile("['’]")
#: Slavic surnames are told by their letters, so that less likeness of sounds is enough to hold two against each other.
_OF_SURNAME = 0.5


@rule(
    "ALT001",
    "name-altered",
    category="accuracy/mistranslation",
    severity=Severity.MINOR,
    message="The name is not the source's: {detail}.",
    gate=lambda facts: _may_be_altered(facts),
)
def name_altered(pair: Pair) -> Iterator[Hit]:
    """A name goes on where the source's ends, has other letters than any romanisation gives, or half of it is another.

    Why: Lind and Lindberg are two persons, and so are Elke and Else Lind.
    Flags: de "Elke Lind" / en "Elke Lindberg"
    Flags: ru "мэр Радмир Беляков" / en "Mayor Radmir Belikov"
    Flags: en "teacher Moira Lind" / ru "учительница Мойра Линдберг"
    Flags: fr "le maire de Saint-Julien" / en "the mayor of Saint-Jean"
    Passes: de "Boris Jelzin" / en "Boris Yeltsin"
    Passes: ru "у мэра Белякова" / en "with Mayor Belyakov"
    Limits: within one alphabet only a full name of which the other half is copied, in languages that copy names;
        from Cyrillic Slavic surnames, by the letters of every usual standard; other changes are NAM001's, NAM004's and
        NAM005's matter. Places, months and rulers are left alone.
    """
    source, target = languages_of(pair)
    if source == target or not _is_short(pair):
        return
    if not capital_words(pair.target) or not capital_words(pair.source):
        return
    found: Iterator[tuple[Span, str]]
    if {source, target} <= COPY_NAMES:
        found = chain(_other_half(pair, source, target), _other_saint(pair))
    elif other_alphabets(source, target):
        found = _other_letters(pair, source, target)
    else:
        return
    for (start, end), was in found:
        yield hit(start, end, f"“{pair.target[start:end]}” for “{was}”", suggestion=was if was.isascii() else None)


def _may_be_altered(facts: Facts) -> Mask | bool:
    """Which pairs may have a name to speak of; of two alphabets, those with a rare capitalised word on both sides."""
    source, target = facts.langs
    if target and COPY_NAMES.issuperset(facts.langs):
        saints = facts.source.has("Saint") & facts.target.has("Saint")
        return saints | (facts.source.have_full_name & facts.target.have_full_name)
    if not target or not other_alphabets(source, target):
        return target == ""
    return have_capital(facts, Side.TARGET, _are_rare) & have_capital(facts, Side.SOURCE, _are_rare)


def _are_rare(capitals: Capitals) -> Mask:
    found: Mask = (capitals.lengths >= 4) & (capitals.tiers == UNKNOWN)
    return found


def _is_short(pair: Pair) -> bool:
    return 0 < len(pair.source) <= _LONGEST and 0 < len(pair.target) <= _LONGEST


def _other_half(pair: Pair, source: str, target: str) -> Iterator[tuple[Span, str]]:
    """Halves of full names that changed beside a half that was copied."""
    there, here = lowered(pair.target), lowered(pair.source)
    if not (_is_half_known(pair.target, here) and _is_half_known(pair.source, there)):
        return
    new = [row for row in full_names(pair.target) if (row[0].lower() in here) != (row[1].lower() in here)]
    if not new:
        return
    old = [row for row in full_names(pair.source) if (row[0].lower() in there) != (row[1].lower() in there)]
    for one, two, first, last in new:
        for was, own, *_ in old:
            if one == was and _changed(own, two, source, target):
                yield last, own
            elif two == own and _changed(was, one, source, target) and two.lower() not in ranks(source):
                yield first, was


_SAINT = re.compile(r"(?<![\w-])Sainte?-([^\W\d_a-z][^\W\d_]{2,}(?:-[^\W\d_]+)*)")


def _other_saint(pair: Pair) -> Iterator[tuple[Span, str]]:
    """A French place named after another saint than the source's, where each side has one that the other has not."""
    if "Saint" not in pair.target or "Saint" not in pair.source:
        return
    here, there = _bare(pair.source), _bare(pair.target)
    was = [m for m in _SAINT.finditer(pair.source) if _bare(m[1]) not in there]
    now = [m for m in _SAINT.finditer(pair.target) if _bare(m[1]) not in here]
    if len(was) == len(now) == 1 and _is_other_saint(was[0][1], now[0][1]):
        yield now[0].span(), was[0].group()


def _is_other_saint(was: str, now: str) -> bool:
    """Whether two saints are two: names are copied, but for accents, an ending and Saint Petersburg."""
    one, two = _bare(was), _bare(now)
    return is_other(was, now) or not (one[:6] == two[:6] == "peters" or two in (f"{one}s", f"{one}e"))


def _is_half_known(text: str, other: frozenset[str]) -> bool:
    """Whether two capitalised words follow each other of which the other text has one: a quick look."""
    found = words(text)
    return any(
        two == one + 1 and (found[one].lower() in other) != (found[two].lower() in other)
        for one, two in pairwise(capital_words(text))
    )


def _changed(was: str, now: str, source: str, target: str) -> bool:
    if not (may_be_name(was, source) and may_be_name(now, target) and is_other(was, now)) or is_slip(was, now):
        return False
    return translated_words(source, target).isdisjoint((was, was.lower()))


def _other_letters(pair: Pair, source: str, target: str) -> Iterator[tuple[Span, str]]:
    """Names of another alphabet that sound like one of the source and are no spelling of it."""
    here = _rare_capitals(pair.source, source)
    there = _rare_capitals(pair.target, target) if here else []
    if not there or max(len(here), len(there)) > _MOST_NAMES:
        return
    latin_source = scripts(source) == ("Latn",)
    for was in here:
        if len(was.text) < (4 if latin_source else 5):
            continue
        wanted = None if latin_source else romanised(was.text)
        if wanted is None and not latin_source:
            continue
        least = SAME if wanted is None else _OF_SURNAME
        near = [now for now in there if similarity(was.text, now.text) >= least]
        if len(near) != 1 or sum(similarity(other.text, near[0].text) >= least for other in here) != 1:
            continue
        now = near[0]
        if now.text.isascii() == latin_source or (was.start == 0 and now.start == 0):
            continue
        if _is_adjective(*((now.text, was.text) if latin_source else (was.text, now.text))):
            continue
        if not latin_source and _is_whose(pair.source, was):
            continue
        if is_lengthened(was.text, now.text) if wanted is None else not wanted.may_be(now.text.lower()):
            yield (now.start, now.end), was.text


#: Adjectives of places: `Зарічненської`; and what a surname of that form has in Latin letters.
_OF_PLACE = re.compile(
    "(?:ск|цк|ськ|цьк|зьк)(?:[иіы]й|ого|ому|[иіы]м|[оі]м|ая|ой|ої|ую|у|ое|е|ие|і|а|[иы]х|[иы]ми|ою|ою)$"
)
_SKI = re.compile("[scz]['’]?k|zk")

#: Adjectives that say whose, as they begin a title: `«Кайдашева сім’я»`, `«Марусина вода»`.
_WHOSE = re.compile("(?:[оеєї]в|[иіїы]н)(?:[аоуеіы]|о[їйюу]|ій|ою|і|и[хм]|ими|ого|ому|ы[хм]|ыми|ым)?$")


def _is_whose(text: str, name: Name) -> bool:
    """Whether a Cyrillic name is the adjective of another, at the beginning of a title and before a common noun."""
    opens = text[name.start - 1 : name.start] in ("«", "“", "„", '"')
    return opens and text[name.end : name.end + 2].lstrip().islower() and _WHOSE.search(name.text) is not None


def _is_adjective(cyrillic: str, latin: str) -> bool:
    """Whether a Cyrillic word is an adjective that stands for the place itself."""
    return _OF_PLACE.search(cyrillic) is not None and _SKI.search(latin) is None


def _rare_capitals(text: str, lang: str) -> list[Name]:
    """Capitalised words that the language's list has not."""
    row, known, capitals = words(text), ranks(lang), capital_words(text)
    if all(row[n].lower() in known or len(row[n]) < 4 for n in capitals):
        return []
    rare = [(n, own) for n in capitals if len(own := bare(row[n])) >= 4 and own.lower() not in known]
    begins = starts(text)
    return [Name(own, begins[n], begins[n] + len(own), n) for n, own in rare if own[1:].islower()]


@rule(
    "ALT002",
    "name-not-as-elsewhere",
    category="terminology/inconsistent-use",
    severity=Severity.MINOR,
    message="This name is “{detail}” elsewhere in this text.",
    scope=Scope.DOCUMENT,
    preview=True,
)
def name_not_as_elsewhere(pairs: Sequence[Pair]) -> Iterator[tuple[int, Hit]]:
    """A name that the target copies elsewhere is missing here, and another name stands in its place.

    Why: readers take the two for two persons.
    Flags: de "Elke Lind … sagte Lind" / en "Elke Lind … said Linden"
    Flags: de "Jörg Weißhaupt … Weißhaupt sammelt" / en "Jörg Weißhaupt … Whitehead collects"
    Flags: ja "安達さん … 安達さん" / en "Ms Adachi … Ms Yasutatsu"
    Passes: de "Elke Lind … sagte Lind" / en "Elke Lind … the director said"
    Limits: languages of one alphabet that copy names, or add endings to them and the two names begin alike; a rare name
        that another pair of the text has on both sides, and one capitalised word of the target that the source has not
        and that may be a name. Of Japanese sources, surnames before a title that recur, and the one name of a target.
    """
    for position, name, usual in read_in_two_ways(pairs):
        yield position, hit(name.start, name.end, usual, suggestion=usual)
    told: dict[str, list[int]] = defaultdict(list)
    for position, word in strange_in_sources(pairs, between(pairs, _are_copied)):
        word = word if word.isalpha() else bare(word)
        if word.lower() in ranks(languages_of(pairs[position])[0]):
            continue
        if not told[word] or told[word][-1] != position:
            told[word].append(position)
    for text, positions in told.items():
        if len(positions) < 2 or len(text) < 4 or not text[1:].islower():
            continue
        copied = [position for position in positions if _has_form(text, pairs[position])]
        if not copied or len(copied) == len(positions):
            continue
        if not _is_rare_name(text, pairs, copied):
            continue
        for position in set(positions).difference(copied):
            found_here = _in_its_place(text, pairs[position])
            if found_here:
                yield position, hit(found_here.start, found_here.end, text, suggestion=text)


def _are_copied(source: str, target: str) -> bool:
    """Whether names are copied between two languages, with endings at most."""
    return source != target and source in COPY_NAMES and (target in COPY_NAMES or target in _WITH_ENDINGS)


#: Languages in Latin letters that add endings to names.
_WITH_ENDINGS = frozenset(("pl", "cs", "sk", "tr", "hu", "fi"))

#: What stands for letters with two dots and their like where a language has none.
_SPELLED = {ord("ä"): "ae", ord("ö"): "oe", ord("ü"): "ue", ord("ß"): "ss", ord("ø"): "oe", ord("å"): "aa"}


def _has_form(text: str, pair: Pair) -> bool:
    """Whether a target has a name, in languages that add endings with one."""
    stem = _bare(text)
    if languages_of(pair)[1] in COPY_NAMES:
        spelled = text.lower().translate(_SPELLED)
        return not {text.lower(), stem, f"{stem}s", spelled, f"{spelled}s"}.isdisjoint(_unaccented(pair.target))
    stem = stem[:-1] if len(stem) > 4 else stem
    return any(word.startswith(stem) for word in _unaccented(pair.target))


def _is_rare_name(word: str, pairs: Sequence[Pair], copied: Sequence[int]) -> bool:
    """Whether a list has the word not; a German one that may be a compound has to follow a first name, too."""
    lang = languages_of(pairs[copied[0]])[0]
    if word.lower() in ranks(lang):
        return False
    if lang != "de" or not (is_compound(word.lower(), lang) or is_derived(word.lower(), lang)):
        return True
    return any(_is_copied_half(word, pairs[position]) for position in copied)


def _is_copied_half(text: str, pair: Pair) -> bool:
    """Whether a word follows the same capitalised word, which no list has as an ordinary one, on both sides."""
    before = {one for one, two, *_ in full_names(pair.source) if two == text and _is_given(one, pair)}
    return any(one in before and _bare(two) == _bare(text) for one, two, *_ in full_names(pair.target))


def _is_given(word: str, pair: Pair) -> bool:
    source, target = languages_of(pair)
    return word.lower() not in ranks(target) or word.lower() in known_names(target) or not is_common(word, source)


@kept
def _unaccented(text: str) -> frozenset[str]:
    """The words of a text in lower case, with and without accents."""
    found = frozenset(_APOSTROPHE.split(word, maxsplit=1)[0] for word in lowered(text))
    return found if text.isascii() else found | frozenset(anyascii(word).lower() for word in found)


def _bare(text: str) -> str:
    return text.lower() if text.isascii() else anyascii(text).lower()


def _in_its_place(text: str, pair: Pair) -> Name | None:
    """The one capitalised word of a target that may be a name and that the source has not."""
    target = languages_of(pair)[1]
    here = _bare(pair.source)
    found = [
        Name(word, start, end, n)
        for n, (word, start, end) in enumerate(places(pair.target))
        if word[0].isupper() and len(word) >= 4 and (may_be_name(word, target) or word[:3] == text[:3])
        and _bare(word) not in lowered(here)
        and (n or word.lower() not in ranks(target) or word.lower() in known_names(target))
    ]  # fmt: skip
    if len(found) != 1 or abs(found[0].start / len(pair.target) - pair.source.index(text) / len(pair.source)) > 0.6:
        return None
    word = found[0].text
    if target in _WITH_ENDINGS and (not found[0].index or word[0] != text[0] or _is_form_of_another(word, text, pair)):
        return None
    related_form = word.lower().startswith(text.lower()) and word.lower()[len(text) :] in _RELATED
    return None if related_form or is_same_name(word, (text,)) else found[0]


#: What a name has behind it as a genitive, or as who comes from a place.
_RELATED = frozenset(("s", "es", "r", "er", "ern", "rn", "n", "ner"))


def _is_form_of_another(word: str, text: str, pair: Pair) -> bool:
    """Whether a word of the target is in its list, or begins as a word of the source beside the name does."""
    begin = _bare(word)[:4]
    return word.lower() in ranks(languages_of(pair)[1]) or any(
        _bare(other)[:4] == begin for other in words(pair.source) if other != text
    )
