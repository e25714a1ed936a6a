"""Numerals of Chinese and Japanese as values: `三千`, `2万5千`."""

from __future__ import annotations

import re

from mtcheck.rules.numbers._number_words import CJK_DIGITS, CJK_LARGE, CJK_SMALL
from mtcheck.rules.numbers._readings import readings

_CJK_CHARS = "".join(CJK_DIGITS) + "".join(CJK_SMALL) + "".join(CJK_LARGE)
#: A power of ten that begins a unit (千米, 兆瓦) is no part of the number.
CJK_NUMERAL = re.compile(rf"(?:\d[\d.,]*|[{_CJK_CHARS}])(?:[ ]?(?:\d[\d.,]*|(?![千兆][米克瓦赫])[{_CJK_CHARS}]))*")
HAS_CJK = re.compile(f"[{_CJK_CHARS}]")


def cjk_values(text: str) -> set[float]:
    """Values of the Han and mixed numerals in a text: `3万5千`, `二十一`, `二〇一九`, `平成30`, `2.5억`."""
    found: set[float] = set()
    for match in CJK_NUMERAL.finditer(text):
        run = match.group()
        if not HAS_CJK.search(run):
            continue
        found.update(cjk_readings(run))
    return found


_CJK_POWERS = frozenset(CJK_SMALL) | frozenset(CJK_LARGE)


def cjk_amounts(text: str) -> list[tuple[float, str]]:
    """(value, as written) of the Han numerals without digits that speak of hundreds or more.

    >>> cjk_amounts("四十五万人和一千二百米")
    [(450000.0, '四十五万'), (1200.0, '一千二百')]
    """
    found = []
    for match in CJK_NUMERAL.finditer(text):
        run = match.group()
        if len(run) > 1 and run[0] in CJK_DIGITS | CJK_SMALL and not _CJK_POWERS.isdisjoint(run) and run.isalpha():
            values = cjk_readings(run)
            if len(values) == 1 and min(values) >= 100:
                found.append((min(values), run))
    return found


#: After a number of one sign: what is counted, or measured.
_CJK_COUNTED = re.compile(
    "[个個名人位只隻头頭台座年天岁歳つ匹本枚件家所条條次回倍层層辆輛艘张張届届种種块塊元円美米公吨トンキ小時时分秒日周週代世组組户戶篇部套支间間处處棵项項杯款门門メマフエリポドユヤセグヘ]"
)
#: Around a number that is none, or not sure: ordinals, `十几`, `数十`.
_CJK_VAGUE = re.compile(r"[第几幾数數\d年月]")


def cjk_numbers(text: str) -> list[tuple[float, tuple[int, int]]]:
    """(value, place) of the Han numerals without digits that count something.

    >>> cjk_numbers("十八名女工和第三个人")
    [(18.0, (0, 2))]
    """
    found = []
    for match in CJK_NUMERAL.finditer(text) if HAS_CJK.search(text) else ():
        run, (start, end) = match.group(), match.span()
        if not run.isalpha() or _CJK_VAGUE.match(text, start - 1 if start else len(text)):
            continue
        if text[end : end + 1] in ("几", "幾", "数", "月", "分", "成", "割", "点", "時") or run[0] in CJK_LARGE:
            continue
        year = len(run) == 4 and text[end : end + 1] == "年" and run[0] in "一二"
        if not _CJK_COUNTED.match(text, end) or (len(run) > 1 and not year and _CJK_POWERS.isdisjoint(run)):
            continue
        values = cjk_readings(run)
        if len(values) == 1:
            found.append((min(values), (start, end)))
    return found


def cjk_readings(run: str) -> set[float]:
    run = run.replace(" ", "")
    if all(c in CJK_DIGITS for c in run):
        value = float("".join(str(CJK_DIGITS[c]) for c in run)[:300])
        return {value, value + 1900} if len(run) == 2 else {value}
    total = section = current = 0.0
    seen = False
    for piece in re.findall(r"\d[\d.,]*|.", run):
        if piece[0] in "0123456789":
            options, _ = readings(piece.rstrip(".,"))
            current = max(options) if options else 0.0
            if len(options) > 1 and "." in piece:
                current = float(piece.rstrip(".,").replace(",", "")) if piece.count(".") == 1 else current
            seen = True
        elif piece in CJK_DIGITS:
            current = current * 10 + CJK_DIGITS[piece] if seen else float(CJK_DIGITS[piece])
            seen = True
        elif piece in CJK_SMALL:
            section += (current if seen else 1) * CJK_SMALL[piece]
            current, seen = 0.0, False
        elif piece in CJK_LARGE:
            total += ((section + current) or 1) * CJK_LARGE[piece]
            section = current = 0.0
            seen = False
    return {round(total + section + current, 6)}
