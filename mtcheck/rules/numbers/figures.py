"""Numbers of a text as values: every reading that a figure may have, with its place.

A figure such as `1.234` is 1234 in German and 1.234 in English. Writers mix the two, so both readings are kept and
two figures are equal when they share one. Values are floats; ids longer than 15 digits are compared as text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import pairwise

from mtcheck.rules.facts.openings import Openings
from mtcheck.rules.numbers._cjk import CJK_NUMERAL, cjk_readings
from mtcheck.rules.numbers._number_words import CJK_LARGE, CJK_SMALL, ERAS, SCALES
from mtcheck.rules.numbers._readings import readings
from mtcheck.rules.words.views import keeping

#: Zeros of the decimal digit blocks that texts in our languages use beside ASCII.
_ZEROS = "٠۰०০௦๐０"
_FOLD = {ord(zero) + i: str(i) for zero in _ZEROS for i in range(10)} | {
    ord("٫"): ".", ord("٬"): ",", ord("．"): ".", ord("，"): ",", ord("："): ":", ord("／"): "/",
}  # fmt: skip
_FOLDED = re.compile("[" + "".join(map(chr, _FOLD)) + "]")
_SPACE = " \u00a0\u202f\u2009"
_NUMBER = re.compile(
    rf"\d+(?:[.,'’·]\d+|[{_SPACE}]\d{{3}}(?!\d))*",
    re.ASCII,
)
_FRACTION = re.compile(r"(?<![\d/])(\d{1,2})[/⁄](\d{1,2})(?![\d/])", re.ASCII)
_MASKED = re.compile(r"(?:https?://|www\.)[^\s<>\"]+|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}|&#?\w{1,10};")
#: `1800-talet`, `700-luvulla`: the hundreds that other languages call the 19th and the 8th century.
_CENTURY = re.compile(r"-?(?:tal|luv|luku|luk)|00s")
_CODE_BEFORE = re.compile(r"[A-Za-z]$|(?<![^\W\d_])[A-ZА-Я][A-Za-zА-Яа-я]*[-‑]$")
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Number:
    """A figure: `text[start:end]` as written, and what it may mean.

    `plain` are the readings of the digits alone, `scaled` those with the word that multiplies them (`2,5 млн`),
    `parts` the readings as several numbers (`24.05.2016`, `1 234`). `code` marks digits that touch a letter.
    """

    start: int
    end: int
    plain: frozenset[float]
    scaled: frozenset[float] = frozenset()
    parts: tuple[float, ...] = ()
    code: bool = False
    end_scale: int = 0  # end of the multiplying word, where there is one
    digits: str = ""  # the digits alone

    @property
    def values(self) -> frozenset[float]:
        """Every reading as one number."""
        return self.plain | self.scaled


def fold_digits(text: str) -> str:
    """`text` with every decimal digit and its separators as ASCII; one character for one, so offsets stay true."""
    return text if text.isascii() or not _FOLDED.search(text) else text.translate(_FOLD)


@keeping(2048)
def figures(text: str, lang: str | None) -> tuple[Number, ...]:
    """The numbers written in digits, in order; web and mail addresses and entities are left out."""
    folded = fold_digits(text)
    if not _DIGIT.search(folded):
        return ()
    if "//" in folded or "@" in folded or "www." in folded or "&" in folded:
        folded = _MASKED.sub(lambda m: " " * len(m.group()), folded)
    found: list[Number] = []
    scale = _scale_pattern(base_of(lang))
    fractions = {m.start(): m for m in _FRACTION.finditer(folded)} if "/" in folded or "⁄" in folded else {}
    position = 0
    while match := _NUMBER.search(folded, position):
        fraction = fractions.get(match.start())
        if fraction and int(fraction[2]):
            top, bottom = int(fraction[1]), int(fraction[2])
            found.append(
                Number(fraction.start(), fraction.end(), frozenset({top / bottom}), parts=(float(top), float(bottom)))
            )
            position = fraction.end()
            continue
        number = _figure(folded, match, scale)
        if match.group() != "00" or folded[match.start() - 1 : match.start()] not in (":", "h"):
            found.append(number)
        position = number.end
    return tuple(_shared_scale(folded, found))


#: What may stand between the bounds of a range or a choice: `9 to 12 thousand`, `от 9 до 12 тысяч`.
_RANGE = re.compile(
    r"\s?[-–—]\s?|\s(?:to|and|or|till|до|и|или|та|або|по|bis|und|oder|à|a|et|ou|y|o|e|al|do|i|až|til|til|och|en|tot|och)\s"
)


def _shared_scale(text: str, found: list[Number]) -> list[Number]:
    """The figures, where the first bound of a range may also be read with the scale word of the second."""
    result = list(found)
    for i, (first, second) in enumerate(pairwise(found)):
        if first.scaled or not second.scaled or not second.plain:
            continue
        if second.start - first.end <= 8 and _RANGE.fullmatch(text, first.end, second.start):
            factors = {round(max(second.scaled) / value) for value in second.plain if value}
            readings_too = {value * factor for value in first.plain for factor in factors}
            result[i] = replace(first, plain=first.plain | readings_too)
    return result


@lru_cache(maxsize=512)
def base_of(lang: str | None) -> str:
    """The language of a tag under the name that the tables of number words have for it."""
    if not lang:
        return ""
    base = lang.replace("_", "-").split("-")[0].lower()
    return {
        "nb": "no",
        "nn": "no",
        "bs": "hr",
        "cmn": "zh",
        "zht": "zh",
        "yue": "zh",
        "iw": "he",
        "in": "id",
        "ms": "id",
    }.get(base, base)


def entries(table: str) -> list[tuple[float, list[str]]]:
    """The values of a table `3:three 4:four,fours ...`, each with its forms."""
    pairs = (item.split(":", 1) for item in re.split(r"\s+(?=[\d.]+:)", table))
    return [(float(value), forms.split(",")) for value, forms in pairs]


@cache
def _scale_pattern(base: str) -> tuple[re.Pattern[str], tuple[float, ...]] | None:
    if base not in SCALES:
        return None
    groups, values = [], []
    for value, forms in entries(SCALES[base]):
        # Longer forms first, so that `mil millones` wins over `mil`.
        ordered = sorted(forms, key=len, reverse=True)
        alternatives = [re.escape(f.rstrip("*")) + ("" if f.endswith("*") else r"(?![^\W\d_])") for f in ordered]
        groups.append("(" + "|".join(alternatives) + ")")
        values.append(value)
    gap = rf"[{_SPACE}]{{0,2}}-?(?:de |di )?"
    return re.compile(gap + "(?:" + "|".join(groups) + ")", re.IGNORECASE), tuple(values)


@cache
def scale_openings(lang: str) -> Openings:
    """How a word that multiplies a figure may begin; of any language where it is unknown."""
    base = base_of(lang)
    tables = [SCALES[base]] if base in SCALES else [] if lang else list(SCALES.values())
    forms = (form for table in tables for _, some in entries(table) for form in some)
    return Openings(["de", "di", *forms])


@cache
def power_openings() -> Openings:
    """The characters that multiply a figure in Chinese, Japanese and Korean."""
    return Openings(_CJK_ALL)


def _figure(text: str, match: re.Match[str], scale: tuple[re.Pattern[str], tuple[float, ...]] | None) -> Number:
    start, end = match.span()
    plain, parts = readings(match.group())
    scaled: set[float] = set()
    end_scale = 0
    following = text[end : end + 1]
    if scale is not None and following:
        word = scale[0].match(text, end)
        if word and word.lastindex:
            factor = scale[1][word.lastindex - 1]
            # `2.500 millones`: no decimal before a scale word ends in a nought.
            whole = {value for value in plain if value == int(value)} if _GROUPED.fullmatch(match.group()) else set()
            scaled = {round(value * factor, 6) for value in whole or plain}
            end_scale = word.end()
            while text[end_scale : end_scale + 1].isalpha() and text[end_scale] < _LAST_SPACED:
                end_scale += 1
    near = text[end + 1 : end + 2] if following == " " else following
    if not scaled and near in _CJK_ALL:
        numeral = CJK_NUMERAL.match(text, start)
        if numeral and numeral.end() > end:
            scaled = set(cjk_readings(numeral.group()))
            end = end_scale = numeral.end()
    if not scaled and following and following in "KkMmBb" and not text[end + 1 : end + 2].isalpha():
        plain = plain | {value * _LETTERS[following.lower()] for value in plain}
    if following == "割":
        plain = plain | {value * 10 for value in plain}
    if _CENTURY.match(text, end):
        plain = plain | {value // 100 + 1 for value in plain}
    if start >= 2 and text[start - 2 : start] in ERAS:
        plain = plain | {value + ERAS[text[start - 2 : start]] for value in plain}
    before = text[start - 1 : start]
    code = (before.isalpha() or before in "-‑\n") and bool(_CODE_BEFORE.search(text, max(0, start - 12), start))
    digits = match.group() if match.group().isdigit() else re.sub(r"\D", "", match.group())
    return Number(start, end, frozenset(plain), frozenset(scaled), parts, code, end_scale, digits)


#: Letters up to here belong to scripts that part words by spaces, so that an ending goes on to the next space.
_LAST_SPACED = "\u0530"
_GROUPED = re.compile(r"\d{1,3}[.,]\d\d0", re.ASCII)
_CJK_ALL = frozenset(CJK_SMALL) | frozenset(CJK_LARGE)
_LETTERS = {"k": 1e3, "m": 1e6, "b": 1e9}
