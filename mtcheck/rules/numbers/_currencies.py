# ruff: noqa: E501 (tables)
"""Currencies beside a figure, by sign, code or word."""

from __future__ import annotations

import re
from functools import cache

from mtcheck.rules.facts.openings import Openings, openings

FORMS: tuple[tuple[str, str, str], ...] = (
    (
        "USD",
        r"us\$|usd|\$",
        r"usd|(?:u\.?s\.? |американск\w+ |us-)?dollars?|долл\w*|долар\w*|dólar\w*|dollari|dolár\w*|dolar\w*|δολάρι\w*|دولار\w*|دلار|美元|美金|米ドル|ドル|달러|डॉलर|ดอลลาร์|đô la|us\$|\$",
    ),
    ("EUR", r"€|eur", r"€|eur|euros?|евро|євро|ευρώ|يورو|یورو|欧元|歐元|ユーロ|유로|यूरो|ยูโร"),
    (
        "GBP",
        r"£|gbp",
        r"£|gbp|pounds? sterling|фунт\w* стерлинг\w*|pfund sterling|livres? sterling|libras? esterlinas?|sterline|英镑|英鎊|英ポンド",
    ),
    ("JPY", r"jpy", r"jpy|yen|иен\w*|єн|日元|日圓|円|엔(?!진)"),
    ("CNY", r"cny|rmb", r"cny|rmb|yuan|юан\w*|元(?:人民币|人民幣)?|人民币|人民幣|人民元|위안"),
    ("RUB", r"₽", r"₽|rubles?|roubles?|rubel\w*|rublos?|rubli|руб|рубл\w*|卢布|盧布|ルーブル|루블"),
    ("INR", r"₹|rs\.?", r"₹|rupees?|inr|रुपये|रुपए|रुपया|рупи\w*|卢比|ルピー"),
    ("KRW", r"₩", r"₩|krw|韩元|韓元|ウォン"),
    ("UAH", r"₴", r"₴|uah|грн|грив\w+|hryvnias?|hrywien|hřiv\w+"),
    ("PLN", r"pln", r"pln|zł|złot\w+|zlot\w+|злот\w+"),
    (
        "CHF",
        r"chf",
        r"chf|swiss francs?|швейцарск\w+ франк\w*|schweizer franken|francs suisses|瑞士法郎|法郎|fr\.|francs?|franken|franków|franchi|francos|франк\w*",
    ),
    ("TRY", r"₺|try", r"₺|tl|try|liras?|лир\w*|лір\w*|里拉|リラ|ليرة|ليرات"),
    ("BRL", r"r\$|brl", r"brl|reais|реал(?:а|ов|ы)?|雷亚尔|レアル"),
    ("AED", r"aed", r"aed|dirhams?|дирхам\w*|درهم\w*|دراهم|迪拉姆"),
    ("DIN", r"kwd|rsd|jod", r"dinars?|dinares|dinaren|динар\w*|دينار\w*|دنانير|第纳尔"),
    (
        "KR",
        r"sek|nok|dkk|czk",
        r"sek|nok|dkk|czk|kron(?:or|er|a|e)|крон\w*|koron\w*|korun\w*|crowns?|couronnes|coronas|corone|克朗|クローネ",
    ),
    ("HUF", r"huf", r"huf|forints?|форинт\w*|福林"),
    ("KZT", r"₸|kzt", r"₸|kzt|tenges?|тенге|坚戈"),
    ("ILS", r"₪|ils", r"₪|ils|shekels?|шекел\w*|שקל\w*|شيكل\w*"),
    ("PESO", r"mxn|ars|php", r"pesos?|песо|比索|ペソ"),
)
_BEFORE = re.compile("(?:" + "|".join(f"({before})" for _, before, _ in FORMS) + r")[\s\u00a0\u202f]?$", re.IGNORECASE)
#: What stands before a figure ends in one of these: far quicker to tell than by the pattern.
_LAST_BEFORE = tuple(
    form
    for _, before, _ in FORMS
    for one in before.replace("\\", "").split("|")
    for form in {one.rstrip("?"), one.rstrip(".?")}
)
#: Pounds without a sign, which are a weight, too.
POUNDS = r"pounds?|pfund|livres?|libras?|sterlin\w*|фунт\w*|pond|funt\w*|pund"
_AFTER = re.compile(
    r"[\s\u00a0\u202f-]{0,2}(?:de |di |d['’])?(?:" + "|".join(f"({after})(?![a-zа-я])" for *_, after in FORMS) + ")",
    re.IGNORECASE,
)


def currencies(text: str, start: int, end: int) -> dict[str, tuple[int, int]]:
    """The ISO 4217 codes of the currencies written beside the figure `text[start:end]`, each with its place.

    There may be two: `US$5 million dollars`, or `USD 5 EUR 4`, where the second belongs to the next figure.

    >>> currencies("It cost 5 euros.", 8, 9)
    {'EUR': (10, 15)}
    """
    found: dict[str, tuple[int, int]] = {}
    before = text[max(0, start - 5) : start].rstrip().casefold().endswith(_LAST_BEFORE)
    for match in (_AFTER.match(text, end), _BEFORE.search(text, max(0, start - 5), start) if before else None):
        if match and match.lastindex:
            found[FORMS[match.lastindex - 1][0]] = match.span(match.lastindex)
    return found


@cache
def openings_after() -> Openings:
    """How a currency, or pounds, may begin behind a figure."""
    return Openings(
        ["de", "di", "d", *(text for forms in (*(a for *_, a in FORMS), POUNDS) for text in openings(forms))]
    )


@cache
def openings_before() -> Openings:
    """The same before a figure, from right to left, without a point at its end."""
    return Openings(f"{form.rstrip('.')[::-1][:3]}*" for form in _LAST_BEFORE)
