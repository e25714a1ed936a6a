"""What a text says of numbers otherwise than in figures: number words, Roman letters, months, and what they explain."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass, field
from functools import cache

from mtcheck.rules.facts.heads import Heads
from mtcheck.rules.numbers._cjk import HAS_CJK, cjk_values
from mtcheck.rules.numbers._fractions import shares, tenths
from mtcheck.rules.numbers._number_words import SUBSTRING, WORDS
from mtcheck.rules.numbers.figures import Number, base_of, entries, figures, fold_digits

_VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125, "⅕": 0.2}
_ROMAN = re.compile(
    r"(?<![^\W\d_])(?=[IVXLCDMХІМС])([MМ]{0,3}(?:[CС][MDМ]|D?[CС]{0,3})(?:[XХ][CLС]|L?[XХ]{0,3})(?:[IІ][XVХ]|V?[IІ]{0,3}))(?![^\W\d_])"
)
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_CYRILLIC_ROMAN = str.maketrans("ІХСМ", "IXCM")
_YEAR_AND_A_HALF = re.compile(r"(\d{1,2})\s?年半")


@dataclass(slots=True)
class Numerals:
    """What a text holds: figures in digits, and values written otherwise (words, Han numerals, Roman letters)."""

    figures: tuple[Number, ...]
    words: set[float] = field(default_factory=set)
    sure: set[float] = field(default_factory=set)  # those of `words` that no ordinary word can be taken for


def numerals(text: str, lang: str | None) -> Numerals:
    """Figures and every value that the words of the text can stand for."""
    result = Numerals(figures(text, lang))
    folded = fold_digits(text)
    base = base_of(lang)
    for value, pattern in _word_patterns(base).may_be_in(text):
        if pattern.search(folded):
            result.words.add(value)
    if base in ("zh", "ja") or not result.words.isdisjoint(_PARTS):
        result.words |= shares(folded, base)
    if base in ("zh", "ja", "ko"):
        result.sure.update(10.0 * count for _, _, count in tenths(folded))
    if HAS_CJK.search(folded):
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
    return any(own == value and pattern.search(word) for own, pattern in _word_patterns(base_of(lang)).may_be_in(word))


def has_words(lang: str | None) -> bool:
    """Whether there is a table of number words for the language."""
    return base_of(lang) in WORDS or base_of(lang) in ("zh", "ja")


def roman_value(letters: str) -> int:
    """The value of a Roman numeral; Cyrillic look-alikes count.

    >>> roman_value("XIX")
    19
    """
    values = [_ROMAN_VALUES[c] for c in letters.translate(_CYRILLIC_ROMAN)]
    following = [*values[1:], 0]
    return sum(-v if v < n else v for v, n in zip(values, following, strict=True))


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


@cache
def _word_patterns(base: str) -> Heads[tuple[float, re.Pattern[str]]]:
    if base not in WORDS:
        return Heads(())
    inside = base in SUBSTRING
    patterns = []
    for value, forms in entries(WORDS[base]):
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
    base = base_of(lang)
    if base in SUBSTRING:
        return None
    for own, pattern in _word_patterns(base).may_be_in(text):
        if own == value:
            found = list(pattern.finditer(text))
            return found[0].span() if len(found) == 1 else None
    return None
