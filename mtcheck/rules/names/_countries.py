# ruff: noqa: E501 (tables)
"""Countries named in a text, by CLDR's names (babel) in the text's language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

import numpy as np

from mtcheck.rules.facts.batch import Facts, Mask
from mtcheck.rules.names._capitalised import capital_words
from mtcheck.rules.text import Span
from mtcheck.rules.words.lexicon import starts, words
from mtcheck.rules.words.views import kept

#: Names that CLDR lacks, and adjectives that show no likeness to the name.
_EXTRA: dict[str, dict[str, tuple[str, ...]]] = {
    "en": {
        "US": ("United States", "America", "American*", "U.S", "US", "USA", "Washington"), "GB": ("Britain", "Great Britain", "British", "England", "English", "UK", "U.K", "London"),
        "NL": ("Holland", "Dutch"), "FR": ("French*",), "DE": ("German*",), "GR": ("Greek*",), "CZ": ("Czech*",),
        "TR": ("Turkey", "Turkish", "Turks", "Turk"), "MM": ("Burma", "Myanmar"), "CH": ("Swiss",), "PL": ("Polish", "Poles", "Pole"), "ES": ("Spanish", "Spaniard*"),
        "DK": ("Danish", "Danes", "Dane"), "FI": ("Finnish", "Finns"), "SE": ("Swed*",), "PT": ("Portug*",), "CN": ("Chinese", "Beijing"),
        "RU": ("Russian*", "Moscow", "Soviet*"), "KR": ("Korea*", "Seoul"), "KP": ("Korea*", "Pyongyang"), "CD": ("Congo*",), "CG": ("Congo*",), "IE": ("Irish",), "IQ": ("Iraqi*",),
        "TH": ("Thai*", "Siam*"), "PH": ("Filip*", "Philip*"), "IS": ("Iceland*",), "CI": ("Ivory Coast", "Ivorian*"), "CV": ("Cape Verde",), "MK": ("Macedonia*",),
        "AE": ("UAE", "Emirat*"), "NO": ("Norw*", "Norse"), "PE": ("Peru*",), "BE": ("Belg*",), "CY": ("Cypr*",), "SZ": ("Swazi*",), "UA": ("Ukrain*", "Kyiv", "Kiev"),
        "HK": ("Hong Kong",), "PS": ("Palestin*",), "VA": ("Vatican*", "Holy See"), "SA": ("Saudi*",), "LA": ("Lao*",), "NZ": ("New Zealand", "Kiwi*"), "WS": ("Samoa*",),
    },
    "ru": {
        "US": ("США", "Америк*", "американ*", "Вашингтон*"), "GB": ("Англи*", "англи*", "Британи*", "британ*", "Лондон*"), "DE": ("немец*", "немц*", "ФРГ"), "CN": ("КНР", "китай*", "китаян*", "Пекин*"),
        "KP": ("КНДР", "Коре*", "корей*"), "KR": ("Коре*", "корей*"), "NL": ("Голланд*", "голланд*"), "AE": ("ОАЭ", "Эмират*"), "RU": ("РФ", "росси*", "русск*", "Росси*", "Москв*", "совет*", "СССР"),
        "ZA": ("ЮАР",), "CZ": ("Чехи*", "чеш*", "чех*"), "FR": ("франц*",), "GR": ("греч*", "грек*"), "IN": ("инди*",), "HU": ("венг*",), "IT": ("итал*",), "JP": ("япон*",), "CD": ("ДРК", "Конго"), "CG": ("Конго",),
        "KG": ("Киргиз*", "киргиз*"), "BY": ("Белорус*", "белорус*"), "MD": ("Молдав*", "молдав*"), "VA": ("Ватикан*",), "PS": ("Палестин*", "палестин*"),
    },
    "de": {
        "US": ("USA", "US", "Amerika*", "amerikan*"), "GB": ("England", "englisch*", "Großbritannien", "britisch*", "Brite*"), "NL": ("Holland", "holländ*"), "CZ": ("Tschechi*", "tschechi*"), "MM": ("Burma",),
        "FR": ("franz*", "Franz*"), "GR": ("griech*", "Griech*"), "KR": ("Korea*", "korean*"), "KP": ("Korea*", "korean*"), "BY": ("Weißruss*", "weißruss*"),
    },
    "fr": {"US": ("États-Unis", "Etats-Unis", "Améri*", "améri*"), "GB": ("Angleterre", "anglais*", "Grande-Bretagne", "britanniq*"), "NL": ("Hollande", "holland*"), "DE": ("allemand*",), "KR": ("Corée*", "coréen*"), "KP": ("Corée*", "coréen*")},
    "es": {"US": ("Estados Unidos", "EE", "EEUU", "América", "american*", "estadounidense*", "EE.UU"), "GB": ("Inglaterra", "inglés*", "ingles*", "Gran Bretaña", "británic*"), "NL": ("Holanda", "holand*"), "DE": ("alem*",), "KR": ("Corea*", "corean*"), "KP": ("Corea*", "corean*")},
    "it": {"US": ("Stati Uniti", "USA", "Usa", "America*", "american*", "statunitens*"), "GB": ("Inghilterra", "inglese*", "ingles*", "Gran Bretagna", "britannic*"), "NL": ("Olanda", "olandes*"), "DE": ("tedesc*",), "KR": ("Corea*", "corean*"), "KP": ("Corea*", "corean*")},
    "pt": {"US": ("Estados Unidos", "EUA", "América", "american*", "norte-american*", "estadunidens*"), "GB": ("Inglaterra", "ingl*", "Grã-Bretanha", "britânic*"), "NL": ("Holanda", "holand*"), "DE": ("alem*",), "KR": ("Coreia*", "corean*"), "KP": ("Coreia*", "corean*")},
    "pl": {"US": ("USA", "Stan*", "amerykań*", "Ameryk*"), "GB": ("Angli*", "angiel*", "Brytani*", "brytyj*"), "NL": ("Holandi*", "holender*"), "DE": ("Niem*", "niem*"), "KR": ("Kore*", "koreań*"), "KP": ("Kore*", "koreań*"), "HU": ("Węg*", "węg*"), "IT": ("Włoch*", "Włos*", "włos*")},
    "cs": {"US": ("USA", "Spojen*", "americk*", "Amerik*"), "GB": ("Angli*", "anglick*", "Británi*", "britsk*"), "NL": ("Holand*", "holand*", "nizozem*"), "DE": ("Něme*", "něme*"), "KR": ("Kore*", "korej*"), "KP": ("Kore*", "korej*"), "CZ": ("Česk*", "česk*", "Čech*", "Češ*")},
    "uk": {"US": ("США", "Америк*", "американ*"), "GB": ("Англі*", "англі*", "Британі*", "британ*"), "DE": ("німец*", "німц*", "ФРН"), "RU": ("РФ", "росі*", "Росі*", "Моск*", "радян*", "СРСР"), "CN": ("КНР", "китай*"), "KR": ("Коре*", "корей*"), "KP": ("Коре*", "корей*", "КНДР")},
    "zh": {"US": ("美",), "GB": ("英",), "CN": ("中", "北京", "大陆", "内地"), "RU": ("俄", "苏联"), "JP": ("日", "东京"), "FR": ("法",), "DE": ("德",), "KR": ("韩", "朝鲜"), "KP": ("朝",), "AU": ("澳",), "IN": ("印",), "IT": ("意",), "CA": ("加",), "HK": ("港",), "TW": ("台",), "MO": ("澳",), "ES": ("西",), "IR": ("伊朗",), "IQ": ("伊",), "GR": ("希腊",), "IL": ("以",), "PS": ("巴",), "PK": ("巴",), "BR": ("巴",), "UA": ("乌",), "TR": ("土",), "ZA": ("南非",), "VN": ("越",), "TH": ("泰",)},
    "ja": {"US": ("米", "アメリカ"), "GB": ("英", "イギリス", "イングランド"), "CN": ("中", "北京"), "RU": ("露", "ロシア", "ソ連"), "JP": ("日", "東京", "和"), "FR": ("仏",), "DE": ("独",), "KR": ("韓", "朝鮮"), "KP": ("朝",), "IN": ("印",), "IT": ("伊",), "AU": ("豪",), "CA": ("加",), "HK": ("香港",), "TW": ("台",), "NL": ("蘭", "オランダ"), "ES": ("西",)},
}  # fmt: skip

#: A language's name (as an adjective) points to a country.
_LANGUAGE_OF = {
    "en": "GB", "zh": "CN", "ja": "JP", "ko": "KR", "uk": "UA", "cs": "CZ", "da": "DK", "sv": "SE", "el": "GR", "he": "IL",
    "fa": "IR", "vi": "VN", "et": "EE", "nb": "NO", "be": "BY", "sr": "RS", "fr": "FR", "de": "DE", "it": "IT", "ru": "RU",
    "pl": "PL", "es": "ES", "pt": "PT", "fi": "FI", "hu": "HU", "nl": "NL", "ro": "RO", "bg": "BG", "th": "TH", "tr": "TR",
    "is": "IS", "lt": "LT", "lv": "LV", "hr": "HR", "sk": "SK", "id": "ID", "sl": "SI", "ka": "GE", "hy": "AM", "az": "AZ",
    "kk": "KZ", "uz": "UZ", "mn": "MN", "sq": "AL", "mk": "MK", "bn": "BD", "my": "MM", "km": "KH", "ne": "NP", "ar": "SA",
}  # fmt: skip
#: Names that are also persons, regions, goods or ordinary words.
_AMBIGUOUS = frozenset(
    [
        "GE",
        "JO",
        "TD",
        "CU",
        "ML",
        "MC",
        "GN",
        "GQ",
        "GW",
        "NE",
        "NG",
        "SJ",
        "DG",
        "IM",
        "JE",
        "GG",
        "AQ",
        "IO",
        "UM",
        "AX",
        "BL",
        "MF",
        "CX",
        "CC",
        "SH",
        "AC",
        "TA",
        "EA",
        "IC",
        "CP",
        "QO",
        "EZ",
        "XK",
        "UN",
        "EU",
        "XA",
        "XB",
    ]
)
_SPACELESS = frozenset(("zh", "ja", "th", "ko"))
#: No capitals and, some, prefixes written solid: only the whole name counts.
_UNCASED = frozenset(("ar", "fa", "he", "hi", "bn", "ta", "ur", "ka"))


def country_name(code: str, lang: str) -> str:
    """The country's name in a language, or the code where CLDR has none."""
    from babel import Locale

    return str(Locale.parse(_locale(lang)).territories.get(code, code))


@kept
def named(text: str, lang: str) -> Mapping[str, Span]:
    """The countries (ISO 3166 codes) named in a text with the first place; empty for a language without CLDR data."""
    table = _table(lang)
    found: dict[str, Span] = {}
    for match in _candidates(text, table) if table is not None else ():
        code = _code(match.group().lower(), table.codes) if table is not None else ""
        if code:
            found.setdefault(code, match.span())
    return found


def may_name(facts: Facts) -> Mask | bool:
    """Which pairs have words on both sides that begin as names of countries do, as far as languages have capitals."""
    if not facts.langs[1]:
        return True
    mask = np.ones(len(facts.pairs), dtype=bool)
    for texts, table in zip((facts.source, facts.target), map(_table, facts.langs), strict=True):
        if table is not None and table.names is None and table.capitals:
            mask &= texts.words.texts(texts.words.among(texts.capitals, table.begins_name))
    return mask


def quick(lang: str) -> bool:
    """Whether `named` is fast in a language: it has capitals, so that most words need not be looked at."""
    table = _table(lang)
    return table is not None and bool(table.heads)


def speaks_of(text: str, lang: str, code: str) -> bool:
    """Whether a text has any word that may stand for a country: a name, an adjective, a language, a capital."""
    table = _table(lang)
    pattern = table.loose.get(code) if table is not None else None
    return pattern is not None and pattern.search(text) is not None


@dataclass(frozen=True)
class _Table:
    """What a language calls the countries."""

    names: re.Pattern[str] | None  # any name, in languages without capitals
    heads: dict[str, str]  # in the others: first four letters -> a pattern of the names that begin so
    codes: dict[str, str]  # stem of a name -> country
    loose: dict[str, re.Pattern[str]]  # country -> any word that may stand for it

    def begins_name(self, word: str) -> bool:
        """Whether a capitalised word begins as a name does."""
        return word[:4] in self.heads

    @cached_property
    def capitals(self) -> bool:
        """Whether all names begin with a capital."""
        return all(head[:1].isupper() for head in self.heads)


def _candidates(text: str, table: _Table) -> Iterator[re.Match[str]]:
    """Matches of the names; in languages with capitals only words that begin like a name are tried."""
    if table.names is not None:
        yield from table.names.finditer(text)
        return
    found = words(text)
    beginnings = [found[n][:4] for n in capital_words(text)] if table.capitals else [word[:4] for word in found]
    if table.heads.keys().isdisjoint(beginnings):
        return
    end = 0
    for word, start in zip(found, starts(text), strict=True):
        pattern = table.heads.get(word[:4])
        if pattern and start >= end:
            match = _compiled(pattern).match(text, start)
            if match:
                end = match.end()
                yield match


@lru_cache(maxsize=4096)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _code(found: str, table: dict[str, str]) -> str:
    """The country of a matched form: the table has its stem, and up to two letters of prefix may precede it."""
    for start in range(3):
        for end in range(len(found), start + 1, -1):
            if found[start:end] in table:
                return table[found[start:end]]
    return ""


def _locale(lang: str) -> str:
    return {"no": "nb", "": "en"}.get(lang, lang)


@cache
def _table(lang: str) -> _Table | None:
    from babel import Locale, UnknownLocaleError

    try:
        locale = Locale.parse(_locale(lang))
    except (UnknownLocaleError, ValueError):
        return None
    spaceless = lang in _SPACELESS
    uncased = lang in _UNCASED
    names: dict[str, str] = {}
    stems: list[tuple[str, str]] = []
    for code, name in locale.territories.items():
        if len(code) != 2 or code.isdigit() or code in _AMBIGUOUS or len(name) < (2 if spaceless else 4):
            continue
        stem = name.lower() if spaceless or " " in name or lang == "en" or uncased else _stem(name.lower())
        if stem in names:
            continue
        names[stem] = code
        stems.append((code, name if spaceless else _stem(name)))
    for language, code in _LANGUAGE_OF.items():
        word = locale.languages.get(language)
        if word and len(word) >= 2:
            stems.append((code, word if spaceless else _stem(word)))
    extra = [(code, form) for code, forms in _EXTRA.get(lang, {}).items() for form in forms]
    patterns: dict[str, list[str]] = {}
    for code, form in stems:
        patterns.setdefault(code, []).append(re.escape(form) if spaceless else rf"\b{re.escape(form)}\w*")
    for code, form in extra:
        star = form.endswith("*")
        body = re.escape(form.rstrip("*"))
        patterns.setdefault(code, []).append(body if spaceless else rf"\b{body}\w*" if star else rf"\b{body}\b")
    loose = {code: re.compile("|".join(forms), re.IGNORECASE) for code, forms in patterns.items()}
    ordered = sorted(names, key=len, reverse=True)
    if spaceless:
        body = "|".join(map(re.escape, ordered))
        return _Table(re.compile(rf"(?<![가-힣])(?:{body})" if lang == "ko" else body), {}, names, loose)
    if uncased:
        prefix = "(?:و|ف|ب|ل|ك)?" if lang == "ar" else "[ובלמהשכ]{0,2}" if lang == "he" else ""
        body = rf"\b{prefix}(?:" + "|".join(map(re.escape, ordered)) + r")\b"
        return _Table(re.compile(body), {}, names, loose)
    by_head: dict[str, list[str]] = {}
    for stem in ordered:
        by_head.setdefault(_capital(stem)[:4], []).append(_capital(re.escape(stem)))
    ending = "" if lang == "en" else r"\w{0,4}"
    heads = {head: rf"\b(?:{'|'.join(bodies)}){ending}\b" for head, bodies in by_head.items()}
    return _Table(None, heads, names, loose)


def _capital(escaped: str) -> str:
    return r"\ ".join(part[:1].upper() + part[1:] if len(part) > 3 else part for part in escaped.split(r"\ "))


def _stem(word: str) -> str:
    """Without the last letters of a long word, which inflection changes."""
    return word[:-2] if len(word) >= 7 else word[:-1] if len(word) >= 5 else word
