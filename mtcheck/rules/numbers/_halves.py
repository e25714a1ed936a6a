# ruff: noqa: E501 (tables)
"""A half and one and a half of a unit, in words: `half an hour`, `полтора года`."""

from __future__ import annotations

import re

from mtcheck.rules.text import Span, has_any

#: By language: half a unit, one and a half of it.
_TABLES: dict[str, tuple[str, str]] = {
    "en": (
        r"half[ -](?:an? )?(?:hour|year|day|month|century|decade|million|billion|metre|meter|kilo|kilogram|litre|liter|mile|kilometre|kilometer|hectare|acre|tonne|ton|minute|inch|degree)s?|six months",
        r"(?:an?|one|every) (?:hour|year|day|month|century|decade|million|billion|metre|meter|kilo|kilogram|litre|liter|mile|kilometre|kilometer|hectare|acre|tonne|ton|minute|inch|degree) and a half|one and a half \w+|eighteen months|ninety minutes",
    ),
    "de": (
        r"(?:eine?r?n? )?halbe[rnms]? (?:Stunde|Jahr|Jahres|Jahre|Tag|Tages|Jahrhundert|Million|Milliarde|Meter|Kilo|Liter|Hektar|Tonne|Minute|Kilometer|Kilogramm|Grad|Zentimeter)|Halbjahr\w*",
        r"(?:anderthalb|eineinhalb|einundeinhalb)(?: \w+)?",
    ),
    "fr": (
        r"(?:une? )?demi(?:e)?-(?:heure|journée|siècle|million|milliard|mètre|litre|kilo|hectare|tonne|kilomètre|minute|degré|centimètre)|six mois|un semestre",
        r"une? (?:heure|an|année|jour|mois|siècle|million|milliard|mètre|kilo|litre|hectare|tonne|kilomètre|minute|degré|centimètre) et demie?|dix-huit mois|quatre-vingt-dix minutes",
    ),
    "es": (
        r"medi[oa] (?:hora|año|día|siglo|millón|metro|kilo|litro|hectárea|tonelada|kilómetro|minuto|grado)|seis meses",
        r"una? (?:hora|año|día|mes|siglo|millón|metro|kilo|litro|hectárea|tonelada|kilómetro|minuto|grado) y medi[oa]|dieciocho meses|noventa minutos",
    ),
    "it": (
        r"mezz['’]ora|mezz[oa] (?:anno|giornata|secolo|milione|miliardo|metro|chilo|litro|ettaro|tonnellata|chilometro|minuto|grado)|sei mesi",
        r"un(?:[oa]|['’])? ?(?:ora|anno|giorno|mese|secolo|milione|miliardo|metro|chilo|litro|ettaro|tonnellata|chilometro|minuto|grado) e mezz[oa]|diciotto mesi|novanta minuti",
    ),
    "pt": (
        r"mei[oa] (?:hora|ano|dia|século|milhão|metro|quilo|litro|hectare|tonelada|quilómetro|quilômetro|minuto|grau)|seis meses",
        r"uma? (?:hora|ano|dia|mês|século|milhão|metro|quilo|litro|hectare|tonelada|quilómetro|quilômetro|minuto|grau) e mei[oa]|dezoito meses|noventa minutos",
    ),
    "nl": (
        r"(?:een )?half (?:uur|jaar|miljoen|miljard)|(?:een )?halve (?:dag|eeuw|meter|kilo|liter)|zes maanden",
        r"anderhal(?:f|ve)(?: \w+)?|achttien maanden|negentig minuten",
    ),
    "ru": (
        r"пол(?:года|часа|дня|века|миллиона|миллиарда|метра|кило|литра|километра|килограмма|гектара|тонны|минуты|градуса|сантиметра)|полугоди\w+|получас\w*|шесть месяцев",
        r"пол(?:тор|утор)\w+(?: \w+)?|восемнадцать месяцев",
    ),
    "uk": (
        r"пів ?(?:року|години|дня|століття|мільйона|мільярда|метра|кіло|літра|кілометра|кілограма|гектара|тонни|хвилини|градуса|сантиметра)|півгодини|півріччя|шість місяців",
        r"півтор\w+(?: \w+)?|вісімнадцять місяців",
    ),
    "pl": (
        r"pół (?:godziny|roku|dnia|wieku|miliona|miliarda|metra|kilo|litra|kilometra|kilograma|hektara|tony|minuty|stopnia|centymetra)|półrocz\w*|półgodzin\w*|sześć miesięcy",
        r"półtor\w+(?: \w+)?|osiemnaście miesięcy",
    ),
}
#: What a text with such an expression has, whatever its first letter.
CRUMBS: dict[str, tuple[str, ...]] = {
    "en": ("alf", "ix months", "ighteen months", "inety minutes"),
    "de": ("alb",),
    "fr": ("emi", "ix mois", "ix-huit mois", "emestre", "vingt-dix minutes"),
    "es": ("edia ", "edio ", " medi", "eis meses", "ieciocho meses", "oventa minutos"),
    "it": ("ezz", "ei mesi", "iciotto mesi", "ovanta minuti"),
    "pt": ("eia ", "eio ", " mei", "eis meses", "ezoito meses", "oventa minutos"),
    "nl": ("alf", "alve", "es maanden", "chttien maanden", "egentig minuten"),
    "ru": ("олгод", "олчас", "олдн", "олвек", "олмил", "олмет", "олкил", "оллит", "олтор", "олутор", "олугод", "есяцев", "олгек", "олтон", "олград", "олсан"),
    "uk": ("ів", "місяців"),
    "pl": ("ół", "miesięcy"),
}  # fmt: skip
#: A figure may say the same: `18 months`, `0.5`, `1,5 года`, `1½`.
_FIGURE = re.compile(r"\b(?:1[.,]5|0[.,]5|18|90|30|500)\b|½")
#: Before a half that belongs to a whole: `a year and six months`, `ein und ein halbes Jahr`.
_WHOLE_AND = re.compile(
    r"(?<!\w)(?:and|und|et|y|e|en|и|с|і|з|та|i|z)\s(?:an?\s|eine?[nrs]?\s|un[ae]?\s)?\Z", re.IGNORECASE
)
_HALVES = {
    lang: re.compile(rf"(?<!\w)(?:(?P<half>{half})|(?P<more>{more}))(?!\w)", re.IGNORECASE)
    for lang, (half, more) in _TABLES.items()
}


def half_in(text: str, lang: str) -> tuple[str, Span] | None:
    """Whether a text speaks of one `half` or of one and a half (`more`), and where; None for neither or several.

    >>> half_in("it took half an hour", "en")
    ('half', (8, 20))
    """
    pattern = _HALVES.get(lang)
    if pattern is None or not has_any(text, CRUMBS[lang]) or _FIGURE.search(text):
        return None
    found = list(pattern.finditer(text))
    if len(found) != 1 or found[0].lastgroup is None:
        return None
    kind, (start, end) = found[0].lastgroup, found[0].span()
    if kind == "half" and _WHOLE_AND.search(text, max(0, start - 12), start):
        return None
    return kind, (start, end)
