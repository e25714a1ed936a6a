"""Numbers of a text as values: every reading that a figure may have, with its place.

A figure such as `1.234` is 1234 in German and 1.234 in English. Writers mix the two, so both readings are kept and
two figures are equal when they share one. Values are floats; ids longer than 15 digits are compared as text.
"""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from itertools import pairwise

from mtcheck.rules.facts.heads import Heads
from mtcheck.rules.facts.openings import Openings
from mtcheck.rules.numbers._fractions import shares, tenths
from mtcheck.rules.numbers._number_words import (
    CJK_DIGITS,
    CJK_LARGE,
    CJK_SMALL,
    ERAS,
    SCALES,
    SUBSTRING,
    WORDS,
)
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
_VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125, "⅕": 0.2}
_MASKED = re.compile(r"(?:https?://|www\.)[^\s<>\"]+|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}|&#?\w{1,10};")
_CJK_CHARS = "".join(CJK_DIGITS) + "".join(CJK_SMALL) + "".join(CJK_LARGE)
#: A power of ten that begins a unit (千米, 兆瓦) is no part of the number.
_CJK_NUMERAL = re.compile(rf"(?:\d[\d.,]*|[{_CJK_CHARS}])(?:[ ]?(?:\d[\d.,]*|(?![千兆][米克瓦赫])[{_CJK_CHARS}]))*")
_HAS_CJK = re.compile(f"[{_CJK_CHARS}]")
_ROMAN = re.compile(
    r"(?<![^\W\d_])(?=[IVXLCDMХІМС])([MМ]{0,3}(?:[CС][MDМ]|D?[CС]{0,3})(?:[XХ][CLС]|L?[XХ]{0,3})(?:[IІ][XVХ]|V?[IІ]{0,3}))(?![^\W\d_])"
)
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_CYRILLIC_ROMAN = str.maketrans("ІХСМ", "IXCM")
#: `1800-talet`, `700-luvulla`: the hundreds that other languages call the 19th and the 8th century.
_CENTURY = re.compile(r"-?(?:tal|luv|luku|luk)|00s")
_YEAR_AND_A_HALF = re.compile(r"(\d{1,2})\s?年半")
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


@dataclass(slots=True)
class Numerals:
    """What a text holds: figures in digits, and values written otherwise (words, Han numerals, Roman letters)."""

    figures: tuple[Number, ...]
    words: set[float] = field(default_factory=set)
    sure: set[float] = field(default_factory=set)  # those of `words` that no ordinary word can be taken for


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
    scale = _scale_pattern(_base(lang))
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


def numerals(text: str, lang: str | None) -> Numerals:
    """Figures and every value that the words of the text can stand for."""
    result = Numerals(figures(text, lang))
    folded = fold_digits(text)
    base = _base(lang)
    for value, pattern in _word_patterns(base).may_be_in(text):
        if pattern.search(folded):
            result.words.add(value)
    if base in ("zh", "ja") or not result.words.isdisjoint(_PARTS):
        result.words |= shares(folded, base)
    if base in ("zh", "ja", "ko"):
        result.sure.update(10.0 * count for _, _, count in tenths(folded))
    if _HAS_CJK.search(folded):
        result.sure.update(cjk_values(folded))
    for match in _ROMAN.finditer(folded):
        if match.group():
            result.sure.add(float(roman_value(match.group())))
    result.sure.update(value for char, value in _VULGAR.items() if char in folded)
    if "半" in text:
        result.sure |= {0.5, 30.0, 50.0, 6.0}
        result.sure.update(12.0 * int(match[1]) + 6 for match in _YEAR_AND_A_HALF.finditer(folded))
    result.sure.update(float(month) for month, pattern in month_patterns(base).may_be_in(text) if pattern.search(text))
    result.words |= result.sure
    return result


#: The words for these are also those for the parts of a whole, from a third to a tenth.
_PARTS = frozenset(map(float, range(3, 11))) | {0.25, 0.75}


@cache
def month_patterns(base: str) -> Heads[tuple[int, re.Pattern[str]]]:
    """One pattern a month: its CLDR names in the language, with the endings of inflected ones left open."""
    from babel import Locale, UnknownLocaleError

    try:
        months = Locale.parse(base or "en").months
    except (UnknownLocaleError, ValueError):
        return Heads(())
    patterns = []
    all_wide = [months[context]["wide"] for context in ("format", "stand-alone")]
    for n in range(1, 13):
        long = {wide[n].lower() for wide in all_wide}
        names = long | {months["format"]["abbreviated"][n].lower().rstrip(".")}
        others = {wide[m].lower() for wide in all_wide for m in range(1, 13) if m != n}
        stems = {_own_stem(name, others) for name in long if len(name) > 5}
        forms = {re.escape(stem) + r"\w{0,5}" for stem in stems if stem}
        forms |= {re.escape(name) for name in names}
        forms = {form for form in forms if not form[0].isdigit() and len(form) > 2}
        if forms:
            body = "|".join(sorted(forms, key=len, reverse=True))
            pattern = re.compile(rf"(?<![^\W\d_])(?:{body})(?![^\W\d_])", re.IGNORECASE)
            patterns.append(((n, pattern), names))
    return Heads(patterns)


def _own_stem(name: str, others: set[str]) -> str | None:
    """A name without its last letters, as far as no other month begins with it; None where one does with the name."""
    stems = (name[: max(3, len(name) - cut)] for cut in (2, 1))
    return next((stem for stem in stems if not any(other.startswith(stem) for other in others)), None)


def stands_for(word: str, value: float, lang: str) -> bool:
    """Whether a word has a value among those of the `numerals` of any text that it is a word of."""
    return any(own == value and pattern.search(word) for own, pattern in _word_patterns(_base(lang)).may_be_in(word))


def has_words(lang: str | None) -> bool:
    """Whether there is a table of number words for the language."""
    return _base(lang) in WORDS or _base(lang) in ("zh", "ja")


def roman_value(letters: str) -> int:
    """The value of a Roman numeral; Cyrillic look-alikes count.

    >>> roman_value("XIX")
    19
    """
    values = [_ROMAN_VALUES[c] for c in letters.translate(_CYRILLIC_ROMAN)]
    following = [*values[1:], 0]
    return sum(-v if v < n else v for v, n in zip(values, following, strict=True))


def cjk_values(text: str) -> set[float]:
    """Values of the Han and mixed numerals in a text: `3万5千`, `二十一`, `二〇一九`, `平成30`, `2.5억`."""
    found: set[float] = set()
    for match in _CJK_NUMERAL.finditer(text):
        run = match.group()
        if not _HAS_CJK.search(run):
            continue
        found.update(_cjk_readings(run))
    return found


_CJK_POWERS = frozenset(CJK_SMALL) | frozenset(CJK_LARGE)


def cjk_amounts(text: str) -> list[tuple[float, str]]:
    """(value, as written) of the Han numerals without digits that speak of hundreds or more.

    >>> cjk_amounts("四十五万人和一千二百米")
    [(450000.0, '四十五万'), (1200.0, '一千二百')]
    """
    found = []
    for match in _CJK_NUMERAL.finditer(text):
        run = match.group()
        if len(run) > 1 and run[0] in CJK_DIGITS | CJK_SMALL and not _CJK_POWERS.isdisjoint(run) and run.isalpha():
            values = _cjk_readings(run)
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
    for match in _CJK_NUMERAL.finditer(text) if _HAS_CJK.search(text) else ():
        run, (start, end) = match.group(), match.span()
        if not run.isalpha() or _CJK_VAGUE.match(text, start - 1 if start else len(text)):
            continue
        if text[end : end + 1] in ("几", "幾", "数", "月", "分", "成", "割", "点", "時") or run[0] in CJK_LARGE:
            continue
        year = len(run) == 4 and text[end : end + 1] == "年" and run[0] in "一二"
        if not _CJK_COUNTED.match(text, end) or (len(run) > 1 and not year and _CJK_POWERS.isdisjoint(run)):
            continue
        values = _cjk_readings(run)
        if len(values) == 1:
            found.append((min(values), (start, end)))
    return found


def explained(value: float, known: Set[float], depth: int = 0) -> bool:
    """Whether a value can be put together from known ones: 250,000 from 250 and 1,000, 47 from 40 and 7."""
    if value in known or (depth and value in (0.0, 1.0)):
        return True
    if depth > 3:
        return False
    whole = float(int(value))
    if value != whole:
        return bool(whole) and round(value - whole, 6) in known and explained(whole, known, depth + 1)
    for scale in _SCALES:
        if scale in known and scale <= value:
            times, rest = divmod(value, scale)
            if (times == 1 or explained(times, known, depth + 1)) and (not rest or explained(rest, known, depth + 1)):
                return True
            if rest and explained(round(value / scale, 6), known, depth + 1):
                return True
        elif scale in known and value / scale in _PARTS_OF_ONE and value / scale in known:
            return True  # a quarter of a million
    if any(0.5 * value < k < value and value - k in known for k in known if k >= 1000 and k % 1000 == 0):
        return True
    return 10 < value < 150 and _two_digits(int(value), known)


def _two_digits(value: int, known: Set[float]) -> bool:
    tens, units = divmod(value, 10)
    if tens < 10 and tens * 10.0 in known and (not units or float(units) in known):
        return True
    if not units and 10.0 in known and float(tens) in known:  # two decades
        return True
    if value % 12 == 0 and 12.0 in known and value / 12 in known:
        return True
    if 70 <= value < 100:  # soixante-douze, quatre-vingt-treize
        start = 60 if value < 80 else 80
        left = float(value - start)
        base = 60.0 in known if start == 60 else 80.0 in known or {4.0, 20.0} <= known
        return base and (left in known or (left > 10 and 10.0 in known and left - 10 in known))
    return False


_PARTS_OF_ONE = (0.25, 0.5, 0.75)
_SCALES = (1e12, 1e9, 1e8, 1e7, 1e6, 1e5, 1e4, 1e3, 100.0)


@lru_cache(maxsize=512)
def _base(lang: str | None) -> str:
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


def _entries(table: str) -> list[tuple[float, list[str]]]:
    pairs = (item.split(":", 1) for item in re.split(r"\s+(?=[\d.]+:)", table))
    return [(float(value), forms.split(",")) for value, forms in pairs]


@cache
def _word_patterns(base: str) -> Heads[tuple[float, re.Pattern[str]]]:
    if base not in WORDS:
        return Heads(())
    inside = base in SUBSTRING
    patterns = []
    for value, forms in _entries(WORDS[base]):
        bounded = [re.escape(f.rstrip("*")) + (r"\w*" if f.endswith("*") else "") for f in forms]
        if inside:
            body = "|".join(re.escape(f.rstrip("*")) for f in forms)
        else:
            body = r"(?<![^\W\d_])(?:" + "|".join(bounded) + r")(?![^\W\d_])"
        # Within a word, beginnings say nothing: such a pattern may be in any text.
        patterns.append(((value, re.compile(body, re.IGNORECASE)), [""] if inside else forms))
    return Heads(patterns)


def word_place(value: float, text: str, lang: str | None) -> tuple[int, int] | None:
    """Where the one word of a text stands that may mean this number; None for none, several, or a part of a word."""
    base = _base(lang)
    if base in SUBSTRING:
        return None
    for own, pattern in _word_patterns(base).may_be_in(text):
        if own == value:
            found = list(pattern.finditer(text))
            return found[0].span() if len(found) == 1 else None
    return None


@cache
def _scale_pattern(base: str) -> tuple[re.Pattern[str], tuple[float, ...]] | None:
    if base not in SCALES:
        return None
    groups, values = [], []
    for value, forms in _entries(SCALES[base]):
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
    base = _base(lang)
    tables = [SCALES[base]] if base in SCALES else [] if lang else list(SCALES.values())
    forms = (form for table in tables for _, some in _entries(table) for form in some)
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
        numeral = _CJK_NUMERAL.match(text, start)
        if numeral and numeral.end() > end:
            scaled = set(_cjk_readings(numeral.group()))
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


def readings(token: str) -> tuple[set[float], tuple[float, ...]]:
    """The values of a run of digits with separators, and its parts where it may be several numbers.

    >>> sorted(readings("1.234")[0]), readings("24.05.2016")
    ([1.234, 1234.0], (set(), (24.0, 5.0, 2016.0)))
    """
    if token.isdigit():
        return {_number(token)}, ()
    pieces = re.split(r"\D", token)
    parts = tuple(_number(piece) for piece in pieces)
    seps = re.sub(r"\d", "", token)
    grouped = all(len(p) == 3 for p in pieces[1:]) and len(pieces[0]) <= 3
    indian = len(pieces[-1]) == 3 and all(len(p) == 2 for p in pieces[1:-1]) and len(pieces[0]) <= 2
    whole = _number("".join(pieces))
    values: set[float] = set()
    if len(set(seps)) == 1 and (grouped or indian) and not token.startswith("0"):
        values.add(whole)
    last = seps[-1]
    # Nobody writes a decimal fraction of three noughts: 12,000 is twelve thousand.
    if last in ".,·" and seps.count(last) == 1 and not (values and pieces[-1] == "000"):
        head = pieces[1:-1]
        if len(seps) == 1 or all(len(p) in (2, 3) for p in head):
            values.add(_number("".join(pieces[:-1]) + "." + pieces[-1]))
    return values, parts


def _number(digits: str) -> float:
    return float(digits) if len(digits) <= 300 else float(hash(digits))


def _cjk_readings(run: str) -> set[float]:
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
