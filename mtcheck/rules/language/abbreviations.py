"""Abbreviations left as the source's language has them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from anyascii import anyascii

from mtcheck.data import Hit, Pair, Severity
from mtcheck.rules.facts.batch import DIGIT, FINAL, LETTER, SPACE, Facts, Mask
from mtcheck.rules.language._abbreviations import BEFORE_FIGURES, LOCALISED
from mtcheck.rules.language._ordinal_signs import ORDINAL_SIGNS, carried_ordinals, may_have_dots
from mtcheck.rules.language._postal import is_postal, stands
from mtcheck.rules.language._runs import is_mixed
from mtcheck.rules.registry import rule
from mtcheck.rules.text import has_any, hit, occurs, word_set
from mtcheck.rules.words.lexicon import languages_of, scripts
from mtcheck.rules.words.tokens import TOKEN, tokens_of


@rule(
    "LNG006",
    "unlocalised-abbreviation",
    category="locale-convention/abbreviation",
    severity=Severity.MINOR,
    message="The source language's abbreviation “{text}” is left; here it is {detail}.",
    gate=lambda facts: _may_be_unlocalised(facts),
)
def unlocalised_abbreviation(pair: Pair) -> Iterator[Hit]:
    """An abbreviation of the source language stands in the target, where another one is usual.

    Why: `США`, `ONU` or `mln` mean nothing to the reader.
    Flags: ru "в США" / en "in the США"
    Flags: es "la ONU" / en "the ONU"
    Flags: ru "доклад ПРООН" / en "a report by PROON"
    Passes: es "la ONU" / en "the UN"
    Flags: es "la Sra. Gómez" / en "Sra. Gómez"; ru "5 тыс. руб." / en "5 tys. roubles"
    Flags: fr "le 3e étage" / en "the 3e floor"; ru "школа № 5" / en "school № 5"
    Flags: cs "v pondělí 3. února" / en "on Monday, 3. February"
    Limits: only the abbreviations of the table; the same letters must stand in the source, or for acronyms of three
        letters and more, and sums, those that they are spelled with in Latin ones.
    """
    for start, end in carried_ordinals(pair.target, pair.source, *languages_of(pair)):
        yield hit(start, end, "written otherwise")
    table = LOCALISED.get(languages_of(pair))
    if not table or not pair.source or _localised_heads(languages_of(pair)).isdisjoint(tokens_of(pair.target)):
        return
    spelled = _in_latin_letters(languages_of(pair))
    if not has_any(pair.target, table) and not has_any(pair.target, spelled):
        return
    in_source: dict[str, bool] = {}  # each form is looked up once, however often it comes
    for match in _abbreviation_pattern(languages_of(pair)).finditer(pair.target):
        found = match.group()
        if found not in in_source:
            in_source[found] = stands(spelled.get(found, found), pair.source)
        if not in_source[found] or is_mixed(pair.target, *match.span()):
            continue
        if found in BEFORE_FIGURES and not _FIGURE.match(pair.target, match.end()):
            continue
        if found in _INITIALS and not _TWO_NAMES.match(pair.target, match.end()):
            continue
        if found in _BEFORE_NAMES and not _is_title(pair, match):
            continue
        wanted = table[found] if found in table else table[spelled[found]]
        if is_postal(pair.target, *match.span(), wanted):
            continue
        if found in spelled and occurs(wanted, pair.target):
            continue  # a gloss: `UNDP (PROON)`
        yield hit(match.start(), match.end(), f"“{wanted}”", suggestion=wanted)


def _may_be_unlocalised(facts: Facts) -> Mask | bool:
    """Which targets have the first token of an abbreviation that is another one in their language."""
    if not facts.langs[1]:
        return True
    dotted = facts.target.near(DIGIT, {1: FINAL, 2: SPACE, 3: LETTER}) if may_have_dots(*facts.langs) else False
    if not LOCALISED.get(facts.langs):
        return facts.target.has(*ORDINAL_SIGNS) | dotted
    heads = _localised_heads(facts.langs)
    ordinals = facts.target.near(DIGIT, {1: LETTER}) | facts.target.has(*ORDINAL_SIGNS)
    return facts.target.tokens.having(heads, as_written=True) | ordinals | dotted


_FIGURE = re.compile(r"[ \u00a0]?\d")

#: Honorifics that look like an initial: `D. Ramiro Peñalver`.
_INITIALS = frozenset(("D.",))
_TWO_NAMES = re.compile(r"\s[A-ZÀ-Ý]\w{2,} (?:del? |da |dos |la )?[A-ZÀ-Ý]\w")

#: Short titles that are words or names without a name after them.
_BEFORE_NAMES = word_set("Me Pr Lic Arq Mtro Mtra geom Geom rag Rag arch Avv ks adw mec abp bp")
_ONE_NAME = re.compile(r"\.?[ \u00a0](?!Too\b)[A-ZÀ-ÝĀ-Ž][^\W\d_]")


def _is_title(pair: Pair, match: re.Match[str]) -> bool:
    """Whether the abbreviation stands before a name in both texts."""
    if not _ONE_NAME.match(pair.target, match.end()):
        return False
    return bool(re.search(rf"(?<![\w.-]){re.escape(match[0])}{_ONE_NAME.pattern}", pair.source))


@cache
def _localised_heads(languages: tuple[str, str]) -> frozenset[str]:
    """The first token of each abbreviation that another one stands for."""
    forms = (*LOCALISED[languages], *_in_latin_letters(languages))
    return frozenset(TOKEN.findall(form)[0] for form in forms)


@cache
def _in_latin_letters(languages: tuple[str, str]) -> dict[str, str]:
    """What the acronyms of a Cyrillic or Greek language look like in Latin letters, where English has others."""
    if languages[1] != "en" or scripts(languages[0]) == ("Latn",):
        return {}
    acronyms = {
        latin: form
        for form, wanted in LOCALISED[languages].items()
        if form.isupper() and len(anyascii(form)) >= 3 and ((wanted.isupper() and wanted.isascii()) or form in _COMMON)
        for latin in _romanisations(form, languages[0])
        if latin != wanted
    }
    sums = {anyascii(form): form for form in _SPELLED if form in LOCALISED[languages]}
    return acronyms | sums | ({"tys": "тис", "hrn": "грн"} if languages[0] == "uk" else {})


#: How letters are romanised by one custom or another, beside that of `anyascii`.
_CUSTOMS = {
    "Є": "Ye Je E", "Ю": "Yu Ju", "Я": "Ya Ja", "Й": "Y J", "Ж": "Zh J", "Х": "Kh H", "Ц": "Ts C", "Щ": "Shch Sch",
    "Э": "E", "Ї": "Yi I",
}  # fmt: skip


def _romanisations(form: str, lang: str) -> set[str]:
    """How an acronym may be spelled in Latin letters: `OBSIe`, `OBSYe`, `OBSE`; these in capitals, too."""
    customs = {**_CUSTOMS, "И": "Y", "Г": "H"} if lang == "uk" else _CUSTOMS
    found = {""}
    for n, char in enumerate(form):
        ways = {anyascii(char), *customs.get(char, "").split(), *(("Ye",) if char == "Е" and n == 0 else ())}
        found = {start + way for start in found for way in ways}
    return {one for latin in found for one in (latin, latin.upper()) if len(one) >= 3}


#: Acronyms of common things, which are no names: `DShI` says nothing in English.
_COMMON = word_set(
    "ДШИ ДМШ ДЮСШ ЖКХ ГИБДД ЗАГС ТЭЦ ГЭС НИИ СНТ ФАП ЦРБ ПТУ СИЗО ЛЭП АЗС ТСЖ ТРЦ МФЦ ОРВИ УЗИ ИВЛ БПЛА ПВО ПДД ГСМ"
    " ЦБ ЖК ТЦ ЧП ЧС ЧМ ЖЭК ЖЕК ЧОП ЕГЭ ЦОД ДТП АЭС ТЕЦ ГЕС НДІ ЦРЛ СІЗО ОСББ ЦНАП ГРВІ УЗД ППО АЕС ЗНО МОЗ ВПО ТЦК"
)
#: Other abbreviations that are found spelled in Latin letters (`2.4 tys. roubles`).
_SPELLED = (
    *("тыс", "тис", "млн", "млрд", "трлн", "руб", "грн", "коп", "обл", "чел", "долл", "хил", "лв", "чол", "крб", "шт"),
    *("и т. д", "и т.д", "и т. п", "и т.п", "и др", "т. е", "т.е", "т. к", "т.к", "і т. д", "і т.д"),
    *("і т. п", "і т.п", "та ін", "т. зв", "т.зв", "г-н", "г-жа", "р-н"),
    *("ул", "вул", "просп", "обл", "наб", "пос", "им.", "ім.", "пгт", "смт", "мкр", "пров", "стр", "рис", "тел"),
)


@cache
def _abbreviation_pattern(languages: tuple[str, str]) -> re.Pattern[str]:
    forms = sorted((*LOCALISED[languages], *_in_latin_letters(languages)), key=len, reverse=True)
    return re.compile(r"(?<![\w.-])(?:" + "|".join(map(re.escape, forms)) + r")(?![\w-])")
