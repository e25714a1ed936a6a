# ruff: noqa: E501 (tables)
"""Months and weekdays by name in many languages, from CLDR where its forms are whole words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from mtcheck.rules.facts.heads import Heads
from mtcheck.rules.text import lang_of

#: Numbered months.
_MONTH_DIGITS = {
    "zh": r"(\d{1,2}|(?<![一二三四五六七八九十几个])(?:十[一二]?|[一二三四五六七八九]))\s?月(?!球|亮|底前后|嫂|子|供|薪|租)",
    "ja": r"(\d{1,2}|(?<![一二三四五六七八九十数])(?:十[一二]?|[一二三四五六七八九]))\s?月", "ko": r"(\d{1,2})\s?월", "vi": r"tháng\s(\d{1,2})",
}  # fmt: skip
#: Monday to Sunday where CLDR's form is not the one in running text, or means something else too.
_WEEKDAYS: dict[str, tuple[str, ...]] = {
    "ru": ("понедельник\\w*", "вторник\\w*", "сред[ау]", "четверг\\w*", "пятниц\\w+", "суббот\\w+", "воскресень[еяю]\\w*"),
    "uk": ("понед[іе]л\\w+к\\w*", "вівтор\\w+", "серед[ау]", "четвер\\w*", "п['’]ятниц\\w+", "субот\\w+", "неділ[яію]\\w*"),
    "pl": ("poniedział\\w+", "wtor\\w+", "środ[aęyą]", "czwart(?:ek|ku|kiem|kowy)\\w*", "piąt(?:ek|ku|kiem|kowy)\\w*", "sobot\\w+", "niedziel\\w+"),
    "cs": ("pond[ěe]l\\w+", "úter\\w+", "střed[aueoy]u?", "čtvrte?k\\w*", "pát(?:ek|ku|kem)\\w*", "sobot\\w+", "neděl\\w+"),
    "pt": ("segundas?-feiras?", "terças?-feiras?", "quartas?-feiras?", "quintas?-feiras?", "sextas?-feiras?", "sábados?", "domingos?"),
    "tr": ("pazartesi\\w*", "salı(?: günü|ya|nın)?", "çarşamba\\w*", "perşembe\\w*", "cuma(?!rtesi)(?: günü|ya|nın|ları)?", "cumartesi\\w*", "pazar(?: günü|ları)"),
    "ar": ("الاثنين|الإثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"),
    "zh": ("(?:星期|周|週|礼拜)一", "(?:星期|周|週|礼拜)二", "(?:星期|周|週|礼拜)三", "(?:星期|周|週|礼拜)四", "(?:星期|周|週|礼拜)五", "(?:星期|周|週|礼拜)六", "(?:星期|周|週|礼拜)[日天]"),
    "ja": ("月曜", "火曜", "水曜", "木曜", "金曜", "土曜", "日曜"),
}  # fmt: skip
#: Languages whose CLDR weekday names stand in running text as they are and mean nothing else.
_CLDR_WEEKDAYS = frozenset(["en", "de", "fr", "es", "it", "nl", "sv", "da", "no", "id", "ko"])
_CLDR_MONTHS = frozenset(
    [
        "en",
        "de",
        "fr",
        "es",
        "it",
        "pt",
        "nl",
        "sv",
        "da",
        "no",
        "ru",
        "uk",
        "bg",
        "pl",
        "cs",
        "sk",
        "ro",
        "tr",
        "id",
        "hu",
        "fi",
        "el",
        "ca",
        "hr",
        "sl",
        "lt",
        "lv",
        "et",
        "be",
        "ar",
        "hi",
    ]
)

#: More names of the months: those of the Levant and Iraq, and those of the Maghreb that no other word is.
_MORE_MONTHS: dict[str, dict[int, tuple[str, ...]]] = {
    "ar": {
        1: ("كانون الثاني", "جانفي"), 2: ("شباط", "فيفري"), 3: ("آذار",), 4: ("نيسان", "أفريل"), 5: ("أيار",), 6: ("حزيران",),
        7: ("تموز", "جويلية"), 8: ("آب",), 9: ("أيلول",), 10: ("تشرين الأول",), 11: ("تشرين الثاني",), 12: ("كانون الأول",),
    },
}  # fmt: skip
#: March and May are words of many languages as well (`march`, `may`, `mais`, `мая`), or begin some.
_AMBIGUOUS = frozenset((3, 5))
#: The forms of March and May that are the months in small letters or where they stand; `%` is one of the two.
_SURE: dict[str, tuple[str, str, str]] = {
    "en": (r"(?:in|since|until|till|by|from|between|during|before|after|last|next|this|every|each|late|early|mid|of)[ -](?:early |late |mid-|last |next )?%|(?:[A-Z][a-z]+(?:ber|ry|ust|ch)|April|May|June|July) (?:to|until|and|through) (?:early |late |mid-)?%|%(?= (?:to|until|and|through) (?:[A-Z][a-z]+(?:ber|ry|ust)|April|May|June|July)\b)", "March", "May"),
    "de": (r"(?:im|seit|bis|ab|vom|zum|von|und|Anfang|Mitte|Ende) %", "März", "Mai"),
    "nl": ("%", "maart", r"(?:in|vanaf|tot|sinds|van|en|eind|begin|half) mei"),
    "fr": (r"(?:en|dès|depuis|fin|début|mi-?|à|et|courant|de|avant|après) ?%", "mars", "mai"),
    "es": ("%", "marzo", r"(?:en|desde|hasta|de|a|y|para) mayo"), "it": ("%", "marzo", "maggio"), "pt": ("%", "março", "maio"),
    "ru": ("%", "март(?:а|е|у|ом)?", "(?:ма[яею]|маем|май)"), "uk": ("%", "берез(?:ень|ня|ні|ню|нем)", "трав(?:ень|ня|ні|ню|нем)"),
    "pl": ("%", "mar(?:zec|ca|cu|cem)", "maj(?:u|em)?|(?:od|do) maja"), "cs": ("%", "březn[aeu]m?|březen", "květn[aeu]m?|květen"),
    "tr": ("%", r"[Mm]art(?:'ta|’ta|’tan|'tan|’a|'a| ayı\w*)", r"[Mm]ayıs\w*(?:['’]\w+)?"), "ar": ("%", "(?:شهر|في|إلى|حتى|من|منذ) مارس", "مايو"),
}  # fmt: skip


@cache
def months(lang: str) -> Heads[tuple[int, re.Pattern[str]]] | None:
    """One pattern a month, or a pattern of numbered months under 0; None where there is no table."""
    lang = lang_of(lang)
    if lang in _MONTH_DIGITS:
        return Heads([((0, re.compile(_MONTH_DIGITS[lang], re.IGNORECASE)), [""])])
    if lang not in _CLDR_MONTHS:
        return None
    names = _cldr(lang).months
    found = []
    flags = re.NOFLAG if lang in ("en", "de") else re.IGNORECASE
    for n in range(1, 13):
        forms = {names[context]["wide"][n] for context in ("format", "stand-alone")}
        forms.update(_MORE_MONTHS.get(lang, {}).get(n, ()))
        if (lang, n) == ("ru", 5):
            forms |= {"мае", "маю"}  # too short to be cut to a stem
        if lang in ("en", "de"):
            body = "|".join(map(re.escape, forms))
        else:
            others = _other_names(names, n)
            stems = {form[:-1] if len(form) > 4 else form for form in forms}
            open_stems = {form for form in stems if not _begins_any(form, others)}
            body = "".join(re.escape(form) + r"\w{0,4}|" for form in open_stems) + "|".join(map(re.escape, forms))
        found.append(((n, re.compile(rf"(?<![^\W\d_])(?P<name>{body})(?![^\W\d_])", flags)), forms))
    return Heads(found)


def _other_names(names: Mapping[str, Mapping[str, Mapping[int, str]]], n: int) -> set[str]:
    """The names of the months but one, in lower case; in Czech those of July begin as those of June do."""
    wide = (names[context]["wide"] for context in ("format", "stand-alone"))
    return {name.lower() for row in wide for month, name in row.items() if month != n}


def _begins_any(stem: str, names: set[str]) -> bool:
    """Whether one of the names begins with a stem."""
    return any(name.startswith(stem.lower()) for name in names)


@cache
def weekdays(lang: str) -> Heads[tuple[int, re.Pattern[str]]] | None:
    """Seven patterns, Monday first, under 0 to 6; None where there is no table."""
    lang = lang_of(lang)
    if lang in _WEEKDAYS:
        forms = list(_WEEKDAYS[lang])
    elif lang in _CLDR_WEEKDAYS:
        days = _cldr(lang).days["format"]["wide"]
        ending = {
            "de": "s?",
            "en": "s?",
            "nl": "en?",
            "sv": r"\w{0,3}",
            "da": r"\w{0,3}",
            "no": r"\w{0,3}",
            "fr": "s?",
            "ko": "",
        }
        forms = [re.escape(days[i]) + f"(?:{ending.get(lang, '')})" for i in range(7)]
        if lang == "de":
            forms = [f"{form}|{days[i].lower()}s" for i, form in enumerate(forms)]
    else:
        return None
    flags = re.NOFLAG if lang in ("en", "de") else re.IGNORECASE
    before, after = ("", "") if lang in ("zh", "ja", "ko") else (r"(?<![^\W\d_])", r"(?![^\W\d_])")
    return Heads(
        ((n, re.compile(f"{before}(?:{form}){after}", flags)), [form if before else ""]) for n, form in enumerate(forms)
    )


@cache
def _sure_forms(lang: str) -> dict[int, re.Pattern[str]]:
    if lang not in _SURE:
        return {}
    frame, *names = _SURE[lang]
    return {
        n: re.compile(rf"(?<![^\W\d_])(?:{frame.replace('%', f'(?:{name})')})(?![^\W\d_])")
        for n, name in zip((3, 5), names, strict=True)
    }


def find_months(text: str, lang: str, *, lone: bool = False, sure: bool = False) -> dict[int, tuple[int, int]]:
    """The months with the place of their names: those beside a figure, or all but the ambiguous ones where `lone`.

    March and May count by the word before them, too, where `sure`.
    """
    found: dict[int, tuple[int, int]] = {}
    table = months(lang)
    for n, pattern in table.may_be_in(text) if table is not None else ():
        for match in pattern.finditer(text):
            if n == 0:
                number = _month_number(match.group(1))
                if 1 <= number <= 12:
                    found.setdefault(number, match.span())
            elif (lone and n not in _AMBIGUOUS) or _beside_figure(text, *match.span("name")):
                found.setdefault(n, match.span("name"))
        form = _sure_forms(lang).get(n) if sure and n not in found else None
        place = form.search(text) if form is not None else None
        if place is not None:
            found[n] = next(match.span() for match in pattern.finditer(text, place.start(), place.end()))
    return found


_HAN_MONTHS = {
    sign: n for n, sign in enumerate(("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"), 1)
}


def _month_number(written: str) -> int:
    return int(written) if written.isdecimal() else _HAN_MONTHS[written]


def find_weekdays(text: str, lang: str) -> dict[int, tuple[int, int]]:
    """The weekdays named in a text, 0 Monday, with their places."""
    table = weekdays(lang)
    if table is None:
        return {}
    return {n: match.span() for n, pattern in table.may_be_in(text) if (match := pattern.search(text)) is not None}


def month_name(n: int, lang: str) -> str:
    """The name of a month in a language."""
    return str(_cldr(lang_of(lang)).months["format"]["wide"][n])


def weekday_name(n: int, lang: str) -> str:
    """The name of a weekday in a language."""
    return str(_cldr(lang_of(lang)).days["format"]["wide"][n])


def _beside_figure(text: str, start: int, end: int) -> bool:
    return bool(_FIGURE_BEFORE.search(text, max(0, start - 10), start) or _FIGURE_AFTER.match(text, end))


_FIGURE_BEFORE = re.compile(r"\d(?:st|nd|rd|th|er|º|ª|\.|-?[^\W\d_]{1,3})?\s(?:of |de |di |del |d['’])?$")
_FIGURE_AFTER = re.compile(r",?\s(?:de |del )?(?:the )?\d")


@cache
def _cldr(lang: str):  # type: ignore[no-untyped-def]
    from babel import Locale

    return Locale.parse({"no": "nb"}.get(lang, lang or "en"))


Date = tuple[int, int, int]
#: Languages in which a date in figures has the month first, or may have.
_MONTH_FIRST = frozenset(("en",))
_IN_FIGURES = re.compile(r"(?<![\d./])(\d{1,2})([./])\s?(\d{1,2})\2\s?((?:19|20)\d\d)(?![\d/])", re.ASCII)
_IN_SIGNS = re.compile(r"((?:19|20)\d\d)\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日(?!\s?[至到~～－-])", re.ASCII)
_YEAR_AFTER = re.compile(r"[,.]?\s(?:de |del |of )?((?:19|20)\d\d)(?!\d)")
_DAY_BEFORE = re.compile(r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|\.|-?[^\W\d_]{1,3})?\s(?:of |de |di |del )?$")
_DAY_AFTER = re.compile(r"\s(?:the )?(\d{1,2})(?:st|nd|rd|th)?,?\s((?:19|20)\d\d)(?!\d)")


def figure_dates(text: str, lang: str) -> list[tuple[Date, tuple[int, int]]]:
    """The dates in figures as (year, month, day), each with its place; none where day and month may be exchanged.

    >>> figure_dates("a 03/11/2025, às 17h30", "pt")
    [((2025, 11, 3), (2, 12))]
    """
    found = []
    if lang in ("zh", "ja"):
        found = [((int(m[1]), int(m[2]), int(m[3])), m.span()) for m in _IN_SIGNS.finditer(text)]
    elif lang not in _MONTH_FIRST:
        found = [((int(m[4]), int(m[3]), int(m[1])), m.span()) for m in _IN_FIGURES.finditer(text)]
    return [row for row in found if 1 <= row[0][1] <= 12 and 1 <= row[0][2] <= 31]


def told_dates(text: str, lang: str) -> list[tuple[Date, tuple[int, int]]]:
    """The dates with the name of their month as (year, month, day), each with its place.

    >>> told_dates("close on March 11, 2025 at noon", "en")
    [((2025, 3, 11), (9, 23))]
    """
    found: list[tuple[Date, tuple[int, int]]] = []
    table = months(lang)
    for n, pattern in table.may_be_in(text) if table is not None else ():
        for match in pattern.finditer(text) if n else ():
            start, end = match.span("name")
            year, day = _YEAR_AFTER.match(text, end), _DAY_BEFORE.search(text, max(0, start - 12), start)
            other = _DAY_AFTER.match(text, end)
            if year and day:
                found.append(((int(year[1]), n, int(day[1])), (day.start(1), year.end(1))))
            elif other:
                found.append(((int(other[2]), n, int(other[1])), (start, other.end(2))))
    return found
