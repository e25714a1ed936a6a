# ruff: noqa: E501 (tables)
"""Units with the prefixes of the metric system (MHz, мегаватт, キロワット): which power of a thousand a unit has."""

from __future__ import annotations

import re
from functools import cache

from mtcheck.rules.facts.openings import Openings, openings
from mtcheck.rules.words.views import kept

#: power of ten: the prefix as a sign in Latin and Cyrillic letters, and in words of all languages.
_PREFIXES: tuple[tuple[int, str, str], ...] = (
    (3, "k|K|к", "kilo|kiló|chilo|quilo|кило|кіло|كيلو ?|千|キロ|킬로"),
    (6, "M|М", "mega|méga|мега|ميغا ?|ميجا ?|兆|メガ|메가"),
    (9, "G|Г", "giga|гига|гіга|غيغا ?|جيجا ?|جيغا ?|吉|ギガ|기가"),
    (12, "T|Т", "tera|téra|тера|تيرا ?|テラ|太|테라"),
    (-3, "m|м", "milli|mili|милли|мілі|ملي ?|مليـ?|毫|ミリ|밀리"),
    (-6, "µ|μ|mc|мк", "micro|micró|mikro|микро|мікро|ميكرو ?|微|マイクロ"),
    (-9, "n|н", "nano|нано|نانو ?|纳|ナノ"),
)
#: The unit as a sign, in words, and whether it stands for itself without a prefix.
_BASES: tuple[tuple[str, str, bool], ...] = (
    ("Hz|Гц", r"hertz\w{0,3}|hertsi\w*|herc\w{0,4}|герц\w{0,3}|هرتز|赫兹?|赫茲|ヘルツ|헤르츠", True),
    ("Wh?|Вт(?:[·-]?ч)?", r"watt\w{0,8}|vatt\w{0,6}|vati\w{0,6}|vat\w{0,3}|wat(?:y|ów|a|u|ach|em)?|ват\w{0,9}|واط|瓦特?|ワット|와트", True),
    ("B|Б|o(?=[\\s.,;)]|$)", r"bytes?|bajt\w{0,3}|bayt\w{0,4}|octets?|байт\w{0,3}|بايت|字节|字節|バイト|바이트", False),
    ("V|В", r"volt\w{0,4}|wolt\w{0,3}|вольт\w{0,3}|фолт|فولت|伏特?|ボルト|볼트", False),
    ("g|г", r"gr(?:a|á)m(?:m|me|mes|mo|mos|s|os|as|y|ów|a|u)?|gramm[ei]?n?|грамм?\w{0,3}|غرام\w{0,2}|جرام\w{0,2}|克|グラム|그램", True),
    ("l|L|л", r"lit(?:er|re|ro|r|ru|ry|rów|ri)s?n?|литр\w{0,3}|літр\w{0,3}|لتر\w{0,2}|ليتر\w{0,2}|升|リットル|리터", True),
    ("Pa|Па", r"pascals?|paskal\w{0,3}|паскал\w{0,3}|باسكال|帕斯?卡?|パスカル", False),
    ("eV|эВ", r"elektron(?:en)?volt\w{0,3}|electronvolts?|электронвольт\w{0,3}", False),
    ("J|Дж", r"joules?|dżul\w{0,3}|джоул\w{0,3}|جول|焦耳?|ジュール", False),
)  # fmt: skip
_CJK = "[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]"


def _pattern() -> re.Pattern[str]:
    """Signs keep their case, since `mW` is not `MW`; groups `p<n>_<base>` and `q<n>_<base>`, or `b_<base>` without one."""
    rows = []
    for base, (sign, words, alone) in enumerate(_BASES):
        for n, (_, short, long) in enumerate(_PREFIXES):
            rows.append(f"(?P<p{n}_{base}>(?:{short})(?:{sign})(?!\\w))")
            rows.append(f"(?P<q{n}_{base}>(?i:(?:{long})(?:{words}))(?:(?!\\w)|(?<={_CJK})))")
        if alone:
            rows.append(f"(?P<b_{base}>(?:(?:{sign})(?!\\w)|(?i:{words})(?:(?!\\w)|(?<={_CJK}))))")
    return re.compile(r"[\s\u00a0\u202f-]{0,2}(?:" + "|".join(rows) + ")")


_UNIT: list[re.Pattern[str]] = []


@cache
def prefixed_openings() -> Openings:
    """How units that `prefixed_unit` knows begin."""
    found: list[str] = []
    for sign, words, alone in _BASES:
        signs = list(openings(sign))
        for _, short, long in _PREFIXES:
            found += [f"{prefix}{text}" for prefix in short.split("|") for text in signs]
            found += openings(long)
        if alone:
            found += [*signs, *openings(words)]
    return Openings(found)


@kept
def prefixed_unit(text: str, position: int) -> tuple[int, int, int] | None:
    """The unit that follows a figure as (which unit, its power of ten, where it ends); None for another.

    >>> prefixed_unit("at 900 MHz", 6), prefixed_unit("300 кВт", 3)
    ((0, 6, 10), (1, 3, 7))
    """
    if not _UNIT:
        _UNIT.append(_pattern())
    match = _UNIT[0].match(text, position)
    if match is None or match.lastgroup is None:
        return None
    which, _, base = match.lastgroup.partition("_")
    return int(base), 0 if which == "b" else _PREFIXES[int(which[1:])][0], match.end()
