"""Full names of which one half is the source's and the other is not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from mtcheck.data import Hit, Pair, Severity, Side
from mtcheck.rules.facts.batch import APOSTROPHE, CAPITAL, SCRIPTS, Facts, Mask
from mtcheck.rules.names._altered_names import other_alphabets
from mtcheck.rules.names._arabic_names import other_half_of_arabic
from mtcheck.rules.names._cyrillic_names import kept_endings, may_be_oblique, other_half_by_ear
from mtcheck.rules.names._latin_names import LATIN, other_double_half, other_half
from mtcheck.rules.names._place_tails import CRUMBS as TAIL_CRUMBS
from mtcheck.rules.names._place_tails import other_tail
from mtcheck.rules.names.capitals import Capitals, have_full_name_of
from mtcheck.rules.registry import rule
from mtcheck.rules.text import hit
from mtcheck.rules.words.lexicon import languages_of, scripts

_LONGEST = 2_000
_RARE = 3  # the last tier of a word list


@rule(
    "FUL001",
    "half-of-name-changed",
    category="accuracy/mistranslation",
    severity=Severity.MINOR,
    message="One half of the full name is another: {detail}.",
    gate=lambda facts: (
        (facts.langs[1] == "" or LATIN.issuperset(facts.langs))
        and facts.source.have_full_name & facts.target.have_full_name
    ),
)
def half_of_name_changed(pair: Pair) -> Iterator[Hit]:
    """One half of a full name is copied, and the other is another name.

    Why: Karin Vogt and Karin Voigt are two persons, and readers who know one of them see it at once.
    Flags: de "Bürgermeisterin Karin Vogt" / en "Mayor Karin Voigt"
    Flags: pl "Ryszard Pękala" / en "Richard Pękala"
    Flags: it "l’assessora Fiorenza Paladini" / en "councillor Florence Paladini"
    Flags: en "Idris Vaughan-Lowe" / it "Idris Vaughan-Lane"
    Passes: de "Boris Jelzin" / en "Boris Yeltsin"
    Passes: pl "Annie Nowakowej" / en "Anna Nowak"
    Limits: languages in Latin letters that copy names, Polish, Czech, Slovak and Turkish; spellings that romanisations
        explain are one name. Titles, places and what the word lists have as common words are left alone.
    """
    source, target = languages_of(pair)
    if source == target or not {source, target} <= LATIN or not pair.source or len(pair.source) > _LONGEST:
        return
    for (start, end), was in chain(other_half(pair, source, target), other_double_half(pair, source, target)):
        yield hit(start, end, f"“{pair.target[start:end]}” for “{was}”", suggestion=was)


@rule(
    "FUL002",
    "half-of-name-changed-by-ear",
    category="accuracy/mistranslation",
    severity=Severity.MINOR,
    message="One half of the full name is another: {detail}.",
    gate=lambda facts: _may_be_changed_by_ear(facts),
)
def half_of_name_changed_by_ear(pair: Pair) -> Iterator[Hit]:
    """One half of a full name is the source's in the other alphabet, and the other half is another name.

    Why: Anna and Alla Krylova are two persons.
    Flags: ru "говорит Анна Крылова" / en "says Alla Krylova"
    Flags: ru "директор Виктор Лаптев" / en "director Viktor Lavrov"
    Flags: en "said Tom Beckett" / ru "сказал Тим Беккет"
    Passes: ru "Ольги Синицыной" / en "Olga Sinitsyna"
    Passes: ru "Пётр Громов" / en "Peter Gromov"
    Limits: Cyrillic and Latin letters; Slavic names by the letters of every usual standard, others by their consonants;
        what the word lists have as common words is left alone, and so are given names in their English form.
    """
    source, target = languages_of(pair)
    if source == target or not other_alphabets(source, target) or not 0 < len(pair.source) <= _LONGEST:
        return
    for (start, end), was in other_half_by_ear(pair, source, target):
        yield hit(start, end, f"“{pair.target[start:end]}” for “{was}”")


def _may_be_changed_by_ear(facts: Facts) -> Mask | bool:
    """Which pairs have a full name on both sides, in two alphabets, the target's of words that may be halves."""
    if not facts.langs[1]:
        return facts.source.have_full_name & facts.target.have_full_name
    if not other_alphabets(*facts.langs):
        return False
    return facts.source.have_full_name & have_full_name_of(facts, Side.TARGET, _may_be_halves, _may_be_halves)


def _may_be_halves(capitals: Capitals) -> Mask:
    """Which words `may_be_half` may take for one."""
    found: Mask = capitals.are_names | (capitals.tiers >= _RARE) | capitals.are_split
    return found


@rule(
    "FUL003",
    "half-of-arabic-name-changed",
    category="accuracy/mistranslation",
    severity=Severity.MINOR,
    message="One half of the full name is another: {detail}.",
    gate=lambda facts: facts.langs in (("", ""), ("ar", "en")) and facts.source.any(SCRIPTS["Arab"]),
)
def half_of_arabic_name_changed(pair: Pair) -> Iterator[Hit]:
    """One half of a full name is the Arabic source's, and the other half is another name.

    Why: Abu Samer and Abu Tamer are two persons.
    Flags: ar "وأضاف أبو سامر" / en "Abu Tamer added"
    Passes: ar "محمد يوسف" / en "Mohammed Youssef", "Muhammad Yusuf"
    Limits: from Arabic into English; by consonants, with any vowels between them; the half that agrees is a common name
        of persons, and the other is one or has the article. A small `al-` parts two halves: such names are left alone.
    """
    source, target = languages_of(pair)
    if source != "ar" or target != "en" or not 0 < len(pair.source) <= _LONGEST:
        return
    for (start, end), was in other_half_of_arabic(pair):
        yield hit(start, end, f"“{pair.target[start:end]}” for “{was}”")


@rule(
    "FUL004",
    "case-ending-kept",
    category="fluency/grammar",
    severity=Severity.MINOR,
    message="The name keeps an ending of the source's language: “{text}”{detail}.",
    gate=lambda facts: _may_keep_endings(facts),
)
def case_ending_kept(pair: Pair) -> Iterator[Hit]:
    """A name stands with the case ending that it has in the source.

    Why: `Chuprovu` and `Ayvaz'a` are datives; the persons are Chuprov and Ayvaz.
    Flags: ru "едут к Чупрову" / en "people come to Chuprovu"
    Flags: tr "Ayvaz'a göre" / en "according to Ayvaz'a"
    Passes: ru "в Баку" / en "in Baku"
    Passes: tr "Ayvaz'ın köpeği" / en "Ayvaz's dog"
    Limits: from Turkish, endings after an apostrophe; from Russian, Ukrainian and Belarusian, names of Slavic shape in
        the dative, instrumental and accusative.
    """
    source, target = languages_of(pair)
    if source == "tr" and scripts(target) == ("Latn",) and target != "tr":
        for match in _SUFFIXED.finditer(pair.target) if "'" in pair.target or "’" in pair.target else ():
            if match.group().replace("’", "'") in pair.source.replace("’", "'"):
                yield hit(*match.span(), f", of “{match[1]}”", suggestion=match[1])
    elif source in ("ru", "uk", "be") and scripts(target) == ("Latn",) and pair.source:
        for start, end, was in kept_endings(pair, target):
            yield hit(start, end, f" for “{was}”")


def _may_keep_endings(facts: Facts) -> Mask | bool:
    """Which targets have a capital, and an apostrophe or a name in the source with such an ending."""
    source, found = facts.langs[0], facts.target.any(CAPITAL)
    if source in ("", "tr"):
        return found & facts.target.any(APOSTROPHE) if source else found
    if source not in ("ru", "uk", "be"):
        return False
    words = facts.source.words
    return found & words.texts(words.among(facts.source.capitals, may_be_oblique))


@rule(
    "FUL006",
    "place-tail-changed",
    category="accuracy/mistranslation",
    severity=Severity.MINOR,
    message="Another place of that name: {detail}.",
    gate=lambda facts: facts.target.has(*TAIL_CRUMBS),
)
def place_tail_changed(pair: Pair) -> Iterator[Hit]:
    """Of two places of one name that a river or a landscape tells apart, the translation has the other.

    Why: Frankfurt am Main and Frankfurt an der Oder are five hundred kilometres apart.
    Flags: de "in Frankfurt am Main" / en "in Frankfurt an der Oder"
    Flags: fr "à Saint-Ouen-sur-Seine" / en "in Saint-Ouen-sur-Iton"
    Passes: de "Frankfurt am Main" / en "Frankfurt", "Frankfurt on the Main"
    Limits: the target's tail is joined by hyphens or by a preposition that its language does not have, and begins with
        another sound than the source's, so that rivers may have a name in each language.
    """
    source, target = languages_of(pair)
    if source == target or not pair.source or max(len(pair.source), len(pair.target)) > _LONGEST:
        return
    for start, end, was in other_tail(pair, source, target):
        yield hit(start, end, f"“{pair.target[start:end]}” for “{was}”")


_SUFFIXED = re.compile(
    r"(?<![\w'’])([A-ZÇĞİÖŞÜ][^\W\d_]{2,})['’](?:[yn]?[aeıiuü]|[dt][ae]n?|n?[ıiuü]n|[yl]?l[ae]|l[ae]r[ıi]?n?[ae]?|[dt][ae]ki)(?!\w)"
)
