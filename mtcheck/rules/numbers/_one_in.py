# ruff: noqa: E501 (tables)
"""One in so many: `one in five`, `каждый пятый`, `un Français sur cinq`, `每五个人中就有一个`, as a share of the whole."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from mtcheck.rules.numbers._ordinal_words import ORDINALS
from mtcheck.rules.text import Span, has_any

#: language: the numbers from three to ten with their forms, between slashes, as they stand after what says `out of`;
#: shares with such a number, `{n}`; what makes a share of an ordinal that follows it.
_TABLES: Mapping[str, tuple[str, str, str]] = {
    "en": ("three four five six seven eight nine ten", r"one (?:[a-z]+ ){0,2}(?:in(?: every)?|out of(?: every)?) {n}\b(?! (?:hours?|minutes?|days?|weeks?|months?|years?|decades?|centuries|o.clock|hundred|thousand|million)\b)", r"(?:every|each)"),
    "de": ("drei vier fünf sechs sieben acht neun zehn", r"eine?[nrms]? (?:\w+ )?von {n}\b", r"jede[rsnm]?"),
    "nl": ("drie vier vijf zes zeven acht negen tien", r"(?:een|één) (?:\w+ )?op de {n}\b", r"(?:elke?|ieder[e]?)"),
    "fr": ("trois quatre cinq six sept huit neuf dix", r"une? (?:\w+ )?sur {n}\b", r"(?!)"),
    "es": ("tres cuatro cinco seis siete ocho nueve diez", r"un[oa]? (?:\w+ )?de cada {n}\b", r"(?!)"),
    "it": ("tre quattro cinque sei sette otto nove dieci", r"un(?:[oa]|['’])? ?(?:\w+ )?su {n}\b", r"(?!)"),
    "pt": ("três quatro cinco seis sete oito nove dez", r"uma? (?:\w+ )?em cada {n}\b", r"(?!)"),
    "ru": ("трёх/трех четырёх/четырех пяти шести семи восьми девяти десяти", r"(?:один|одна|одно|одного|одной|одну) (?:\w+ )?из {n}\b", r"кажд(?:ый|ая|ое|ого|ой|ому|ым|ую|ом)"),
    "uk": ("трьох чотирьох п[’']яти/п[’']ятьох шести/шістьох семи/сімох восьми/вісьмох дев[’']яти/дев[’']ятьох десяти/десятьох", r"(?:один|одна|одне|одного|однієї|одну) (?:\w+ )?(?:із?|з|зі) {n}\b", r"кож(?:ен|ний|на|не|ного|ної|ному|ною|ну)"),
    "pl": ("trzech/troje czterech/czworo pięciu/pięcioro sześciu siedmiu ośmiu dziewięciu dziesięciu", r"(?:jeden|jedna|jedno|jednego|jednej|jedną) (?:\w+ )?na {n}\b", r"(?:co|każd(?:y|a|e|ego|ej|emu|ą|ym))"),
    "cs": ("tří čtyř pěti šesti sedmi osmi devíti deseti", r"(?:jeden|jedna|jedno|jednoho|jednu) (?:\w+ )?ze? {n}\b", r"každ(?:ý|á|é|ého|ou|ému)"),
    "tr": ("üç dört beş altı yedi sekiz dokuz on", r"(?:her )?{n} \w+[dt][ae]n bir(?:i\w*)?\b", r"her"),
    "ar": ("ثلاثة/ثلاث أربعة/أربع خمسة/خمس ستة/ست سبعة/سبع ثمانية/ثماني تسعة/تسع عشرة/عشر", r"(?:واحدة?|\w+) (?:من|بين) (?:كل|أصل|بين كل) {n}(?!\w)", r"(?!)"),
    "zh": ("三 四 五 六 七 八 九 十", r"每{n}[个個名位人家户戶件][^，。；！？]{0,6}?有一", r"(?!)"),
    "ja": ("三 四 五 六 七 八 九 十", r"{n}[人件軒台本個社校世]\w{0,2}に[一1１](?=[人件軒台本個社校世つ])", r"(?!)"),
}  # fmt: skip
#: What a text with such a share has, whatever its first letter.
ONE_IN_CRUMBS: Mapping[str, tuple[str, ...]] = {
    "en": (*(f" in {n}" for n in ("three", "four", "five", "six", "seven", "eight", "nine", "ten", "every", *range(3, 11), 20)), " out of ", *(f"very {n}" for n in ("third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"))), "de": ("jede", "Jede", " von "), "nl": (" op de ", "lke ", "eder"), "fr": (" sur ",), "es": (" de cada ",), "it": (" su ",),
    "pt": (" em cada ",), "ru": ("кажд", "Кажд", " из "), "uk": ("кож", "Кож", " із ", " з ", " зі "), "pl": ("o ", "ażd", " na "), "cs": ("aždý", "aždá", "ažd", " z ", " ze "),
    "tr": ("den bir", "dan bir", "ten bir", "tan bir", "er "), "ar": ("من كل", "بين كل", "من أصل", "من بين"), "zh": ("每",), "ja": ("に一", "に1", "に１"),
}  # fmt: skip


def one_in(text: str, lang: str) -> tuple[float, Span] | None:
    """The share, from a third to a tenth, of the one such phrase in a text, and where; None for none or several.

    >>> one_in("Nearly one pupil in four wears glasses.", "en"), one_in("Каждый пятый носит очки.", "ru")
    ((0.25, (7, 24)), (0.2, (0, 12)))
    """
    if lang not in _TABLES or not has_any(text, ONE_IN_CRUMBS[lang]):
        return None
    found = list(_pattern(lang).finditer(text))
    if len(found) != 1:
        return None
    whole = next((n for n in range(3, 11) if found[0][f"n{n}"] or found[0][f"o{n}"]), 0)
    return (1 / (whole or int(found[0]["figure"])), found[0].span()) if whole or found[0]["figure"] else None


@cache
def _pattern(lang: str) -> re.Pattern[str]:
    numbers, body, every = _TABLES[lang]
    counts = "|".join(f"(?P<n{n}>{forms.replace('/', '|')})" for n, forms in enumerate(numbers.split(), 3))
    rows = ORDINALS[lang] or ("(?!)",) * 8
    ordinals = "|".join(f"(?P<o{n}>{form})" for n, form in enumerate(rows, 3))
    edge = "" if lang in ("zh", "ja") else r"(?<!\w)"
    told = body.replace("{n}", rf"(?:{counts}|(?P<figure>[3-9]|[1-9]\d)(?!\d))")
    return re.compile(rf"{edge}(?:{told}|{every} (?:{ordinals})(?!\w))", re.IGNORECASE)
