# ruff: noqa: E501 (tables)
"""A whole number and a half, in words: `anderthalb Meter`, `deux heures et demie`, `2,5 года`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from mtcheck.rules.text import Span, has_any

#: language: the words for one to nine with their forms between slashes, `{n}` of them and a half, one and a half.
_TABLES: Mapping[str, tuple[str, str, str]] = {
    "en": ("one/a/an two three four five six seven eight nine", r"{n} (?:and a half|\w+ and a half)", "(?!)"),
    "de": ("eine?/eine[nrs]?/ein zwei drei vier fünf sechs sieben acht neun", r"{n}(?:und)?einhalb", "anderthalb"),
    "nl": ("een twee drie vier vijf zes zeven acht negen", r"{n}enhalf|{n}ën(?:een)?half", "anderhal(?:f|ve)"),
    "fr": ("une? deux trois quatre cinq six sept huit neuf", r"{n} \w+ et demie?(?! (?:du|de l))", "(?!)"),
    "es": ("una? dos tres cuatro cinco seis siete ocho nueve", r"{n} \w+ y medi[oa]", r"(?:hora|año|día|mes|millón|metro|kilo) y medi[oa]"),
    "it": ("una?/uno due tre quattro cinque sei sette otto nove", r"{n} \w+ e mezz[oa]", r"(?:un[’'])?(?:ora|anno|mese|milione|metro|chilo) e mezz[oa]"),
    "pt": ("uma? dois/duas três quatro cinco seis sete oito nove", r"{n} \w+ e mei[oa]", r"(?:hora|ano|dia|mês|milhão|metro|quilo) e mei[oa]"),
    "ru": ("один/одного/одной два/две/двух/двумя три/трёх/трех четыре/четырёх/четырех пять/пяти шесть/шести семь/семи восемь/восьми девять/девяти", r"{n} с половиной", r"пол[ту]т[ою]р\w+|полтор\w+"),
    "uk": ("один/одного/однієї два/дві/двох три/трьох чотири/чотирьох п[’']ять/п[’']яти шість/шести сім/семи вісім/восьми дев[’']ять/дев[’']яти", r"{n} (?:з|із) половиною", r"півтор\w+"),
    "pl": ("jeden/jedną/jednej dwa/dwie/dwóch/dwu trzy/trzech cztery/czterech pięć/pięciu sześć/sześciu siedem/siedmiu osiem/ośmiu dziewięć/dziewięciu", r"{n} i pół", r"półtor\w+"),
    "cs": ("jeden/jedna/jednoho dva/dvě/dvou tři/tří čtyři/čtyř pět/pěti šest/šesti sedm/sedmi osm/osmi devět/devíti", r"{n} a půl", r"půldruh\w+"),
    "tr": ("bir iki üç dört beş altı yedi sekiz dokuz", r"{n} buçuk(?!t)", "(?!)"),
    "zh": ("一 两 三 四 五 六 七 八 九", r"{n}(?:个|年|天|倍|米|公里|小时|里|吨|斤)半", "(?!)"),
    "ja": ("一 二 三 四 五 六 七 八 九", r"{n}(?:年|倍|か月|ヶ月|メートル|時間|トン|個)半", "(?!)"),
}  # fmt: skip
CRUMBS: Mapping[str, tuple[str, ...]] = {
    "en": ("and a half",), "de": ("einhalb", "nderthalb"), "nl": ("half", "nderhal"), "fr": ("et demi",), "es": (" y medi",), "it": ("e mezz",), "pt": (" e mei",),
    "ru": ("с половиной", "олтор", "олутор"), "uk": ("половиною", "івтор"), "pl": (" i pół", "ółtor"), "cs": ("a půl", "ůldruh"), "tr": (" buçuk",), "zh": ("半",), "ja": ("半",),
}  # fmt: skip
_FIGURE = re.compile(r"(?<![\d.,])(\d{1,2})(?:[.,]5|½|\s?1/2)(?!\d)")


def whole_and_half(text: str, lang: str) -> tuple[int, Span] | None:
    """The whole of the one such number that a text tells, and where; None for none or several.

    >>> whole_and_half("knapp anderthalb Meter breit", "de")
    (1, (6, 16))
    """
    found = [(int(m[1]), m.span()) for m in _FIGURE.finditer(text)] if "5" in text or "½" in text else []
    if lang in _TABLES and has_any(text, CRUMBS[lang]):
        pattern, counts = _pattern(lang)
        found += [(_count(m[1], counts) if m[1] else 1, m.span()) for m in pattern.finditer(text)]
    return found[0] if len(found) == 1 and found[0][0] else None


def whole_alone(text: str, lang: str, whole: int) -> Span | None:
    """Where a text that has no half of anything tells a whole number from two on, before a word; None for none."""
    if lang not in _TABLES or whole < 2 or _HALF.search(text) or has_any(text, CRUMBS[lang]):
        return None
    forms = _TABLES[lang][0].split()[whole - 1].replace("/", "|")
    edge, gap = ("", "") if lang in ("zh", "ja") else (r"(?<![\w-])", r"[ \u00a0]")
    found = list(re.finditer(rf"{edge}(?:(?:{forms})|(?<![\d.,:]){whole}(?!\d)){gap}(?=[^\W\d_])", text, re.IGNORECASE))
    return (found[0].start(), found[0].end() - len(gap[:1])) if len(found) == 1 else None


#: A half in any language, in words, or a figure that has one.
_HALF = re.compile(
    r"\d[.,]\d|½|1/2|hal[fbv]|demi|medi[oa]|mezz|mei[oa]|полов|пол[ту]|пів|pół|půl|buçuk|半|نصف|\b30\b|thirty",
    re.IGNORECASE,
)


def _count(word: str, counts: list[re.Pattern[str]]) -> int:
    if word.isdecimal():
        return int(word)
    return next((n for n, pattern in enumerate(counts, 1) if pattern.fullmatch(word.lower())), 0)


@cache
def _pattern(lang: str) -> tuple[re.Pattern[str], list[re.Pattern[str]]]:
    counted, many, one = _TABLES[lang]
    counts = [f"(?:{forms.replace('/', '|')})" for forms in counted.split()]
    edge = "" if lang in ("zh", "ja") else r"(?<!\w)"
    number = rf"({'|'.join(counts)}|\d{{1,2}})"
    body = many.replace("{n}", number, 1).replace("{n}", f"(?:{'|'.join(counts)})")
    return re.compile(rf"{edge}(?:{body}|{one})", re.IGNORECASE), [re.compile(c) for c in counts]
