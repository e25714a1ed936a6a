# ruff: noqa: E501 (tables)
"""Numbers from 21 to 99 of two parts, written out: `soixante-dix-huit`, `sessantotto`, `sixty-eight`.

The tables of `_number_words` excuse generously, part by part; these tell the value, and only where nothing larger (a
hundred, a thousand) stands before it.
"""

from __future__ import annotations

import re
from functools import cache

from mtcheck.rules.text import Span

_TENS_UNITS: dict[str, tuple[str, str, str]] = {
    "en": ("twenty thirty forty fifty sixty seventy eighty ninety", "one/first two/second three/third four/fourth five/fifth six/sixth seven/seventh eight/eighth nine/ninth", "[-‑ ]"),
    "es": ("_ treinta cuarenta cincuenta sesenta setenta ochenta noventa", "uno/una/un dos tres cuatro cinco seis siete ocho nueve", " y "),
    "pt": ("vinte trinta quarenta cinquenta sessenta setenta oitenta noventa", "um/uma dois/duas três quatro cinco seis sete oito nove", " e "),
    "it": ("vent trent quarant cinquant sessant settant ottant novant", "uno/una/un idue/adue itré/atré/itre/atre iquattro/aquattro icinque/acinque isei/asei isette/asette otto inove/anove", ""),
    "ru": ("двадцат[ьи]ю? тридцат[ьи]ю? сорока? (?:пятьдесят|пятидесяти) (?:шестьдесят|шестидесяти) (?:семьдесят|семидесяти) (?:восемьдесят|восьмидесяти) девяност[оа]", "один/одна/одно/одного/одной/одну дв[ае]/двух/двум/двумя тр[иёе]х?/тремя четыре/четыр[её]х/четырьмя пят[ьи]ю? шест[ьи]ю? сем[ьи]ю? вос[еь]м[ьи]ю? девят[ьи]ю?", " "),
    "uk": ("двадцят[ьи]\\w? тридцят[ьи]\\w? сорока? п['’]ятдесят[ьи]? шістдесят[ьи]? сімдесят[ьи]? вісімдесят[ьи]? дев['’]яност[оа]", "один/одна/одну два/дві/двох три/трьох чотири/чотирьох п['’]ят[ьи] шість/шести сім/семи вісім/восьми дев['’]ят[ьи]", " "),
    "pl": ("dwadzieścia trzydzieści czterdzieści pięćdziesiąt sześćdziesiąt siedemdziesiąt osiemdziesiąt dziewięćdziesiąt", "jeden dwa/dwie trzy cztery pięć sześć siedem osiem dziewięć", " "),
    "sv": ("tjugo trettio fyrtio femtio sextio sjuttio åttio nittio", "en/ett två tre fyra fem sex sju åtta nio", ""),
}  # fmt: skip
ENGLISH_TENS = frozenset(_TENS_UNITS["en"][0].split())
#: Units before tens: `achtundsechzig`.
_UNITS_TENS: dict[str, tuple[str, str, str]] = {
    "de": ("zwanzig drei[ßs]s?ig vierzig fünfzig sechzig siebzig achtzig neunzig", "ein zwei/zwo drei vier fünf sechs sieben acht neun", "und"),
    "nl": ("twintig dertig veertig vijftig zestig zeventig tachtig negentig", "een/één twee drie vier vijf zes zeven acht negen", "(?:en|ën)"),
}  # fmt: skip
_FRENCH = "un/une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf"
#: What a text with such a number has.
CRUMBS: dict[str, tuple[str, ...]] = {
    "en": ("ty-", "ty ", "ty‑"), "fr": ("ingt", "ente", "ante"), "es": ("enta y",), "pt": ("inte e", "enta e"), "de": ("zig", "ßig"),
    "it": ("vent", "ent", "ant"), "nl": ("tig",), "ru": ("дцат", "орок", "десят", "вяност"), "uk": ("дцят", "орок", "десят", "яност"),
    "pl": ("dzieścia", "dzieści", "dziesiąt"), "sv": ("jugo", "tio"),
}  # fmt: skip
#: Before a number of two parts: it is the end of a larger one.
_LARGER = re.compile(
    r"(?:hundred|thousand|nineteen|eighteen|seventeen|cents?|mille|mil|cient\w*|cien|\w+cient[oa]s|cento|\w+cent[oa]s|mila|"
    r"сто|ста|двести|\w+ста|\w+сот|тысяч\w*|тисяч\w*|двісті|sto|dwieście|\w+sta|\w+set|tysi\w+|tusen|hundra|tausend|hundert|"
    r"duizend|honderd|million\w*|миллион\w*)(?:\s(?:and|y|e|et))?[\s-]\Z",
    re.IGNORECASE,
)


def compounds(text: str, lang: str) -> list[tuple[int, Span]]:
    """The values of such numbers in a text, and where they stand.

    >>> compounds("soixante-dix-huit titres", "fr"), compounds("one hundred and sixty-eight", "en")
    ([(78, (0, 17))], [])
    """
    made = _made(lang)
    if made is None:
        return []
    return [
        (int(match.lastgroup[1:]), match.span())
        for match in made.finditer(text)
        if match.lastgroup and not _LARGER.search(text, max(0, match.start() - 20), match.start())
    ]


@cache
def _made(lang: str) -> re.Pattern[str] | None:
    rows = _french() if lang == "fr" else _of_two(lang)
    if not rows:
        return None
    parts = "|".join(f"(?P<n{value}>{form})" for value, form in sorted(rows.items(), key=lambda row: -len(row[1])))
    return re.compile(rf"(?<![\w-])(?:{parts})(?![\w-])", re.IGNORECASE)


def _french() -> dict[int, str]:
    small = dict(enumerate(_FRENCH.split(), 1))
    rows = {}
    tens = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante", 80: "quatre[- ]vingt"}
    for ten, word in tens.items():
        for n, form in small.items():
            if n < 10 or ten >= 60:
                rows[ten + n] = f"{word}(?:[- ]| et |-et-)(?:{form.replace('/', '|').replace('-', '[- ]')})"
    return rows


def _of_two(lang: str) -> dict[int, str]:
    first = _TENS_UNITS.get(lang)
    tens, units, link = first or _UNITS_TENS.get(lang, ("", "", ""))
    rows = {}
    for n, ten in enumerate(tens.split(), 2):
        for k, unit in enumerate(units.split(), 1):
            one, other = (ten, unit) if first else (unit, ten)
            if ten != "_":
                rows[10 * n + k] = f"(?:{one.replace('/', '|')}){link}(?:{other.replace('/', '|')})"
    return rows
