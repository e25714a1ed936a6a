"""Amounts: ten times too much or too little, a range run together, a minus lost, another share of a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from mtcheck.data import Hit, Pair, Severity
from mtcheck.rules.facts.batch import DIGIT, SCRIPTS, Facts, Mask
from mtcheck.rules.facts.openings import Openings, openings
from mtcheck.rules.numbers._cjk import cjk_amounts
from mtcheck.rules.numbers._cold import SIGNS_OF_COLD, degrees_below_zero
from mtcheck.rules.numbers._currencies import currencies
from mtcheck.rules.numbers._fractions import SHARE_CRUMBS, out_of, shares, tenths, told_share
from mtcheck.rules.numbers._mixed import CRUMBS as MIXED_CRUMBS
from mtcheck.rules.numbers._mixed import whole_alone, whole_and_half
from mtcheck.rules.numbers._multiples import CRUMBS as MULTIPLE_CRUMBS
from mtcheck.rules.numbers._multiples import multiple
from mtcheck.rules.numbers._number_match import MAX_FIGURES, MAX_OPEN, has_digit, is_mismatch, known_values
from mtcheck.rules.numbers._one_in import ONE_IN_CRUMBS, one_in
from mtcheck.rules.numbers._units import conversions, unit_after
from mtcheck.rules.numbers.figure_facts import figures_of
from mtcheck.rules.numbers.figures import Number, figures, fold_digits
from mtcheck.rules.numbers.spoken import spoken
from mtcheck.rules.registry import rule
from mtcheck.rules.text import Span, hit, lang_of

#: Powers of ten that an amount is taken to be off by.
_MOST_POWERS = 6
#: A figure without a scale word counts from here on, and from ten times that against one with such a word.
_LEAST = 100
_SCALED_BY_MARKS = frozenset("%％‰")


@rule(
    "AMT001",
    "power-of-ten",
    category="accuracy/mistranslation",
    severity=Severity.MAJOR,
    message="Ten times too much or too little, or more: {detail}.",
    gate=lambda facts: _may_be_powers_apart(facts),
)
def power_of_ten(pair: Pair) -> Iterator[Hit]:
    """A figure has the digits of the source's amount, and another power of ten.

    Why: `3.6万` is 36,000, and 3,600 has the right digits; million and billion look alike.
    Flags: zh "每户出资3.6万元" / en "3,600 yuan a household"
    Flags: ru "1 234,5 тонны" / en "12,345 tonnes"
    Passes: zh "3.6万元" / en "36,000 yuan"
    Passes: ru "1500 кг" / en "1.5 tonnes"
    Limits: what `number-mismatch` flags is left to it; figures of a hundred and more, or with a scale word, and Han
        numerals; two different digits at least, or a scale word in the target; neither has an equal on the other side;
        not beside a per cent sign, nor where the two are one quantity in two units.
    """
    if not has_digit(pair.target) or not pair.source:
        return
    source, target = figures(pair.source, pair.source_lang), figures(pair.target, pair.target_lang)
    if max(len(source), len(target)) > MAX_FIGURES:
        return
    now = [n for n in target if not n.code and not any(_readings(n) & _readings(m) for m in source)]
    if not now or len(now) > MAX_OPEN:
        return
    left = [n for n in source if not n.code and not any(_readings(n) & _readings(m) for m in target)]
    rows: list[tuple[frozenset[float], str, Number | None]]
    rows = [(_readings(n), pair.source[n.start : max(n.end, n.end_scale)], n) for n in left]
    if lang_of(pair.source_lang) in ("zh", "ja"):
        rows += [(frozenset((value,)), said, None) for value, said in cjk_amounts(fold_digits(pair.source))]
    for number in now:
        said = next((said for values, said, was in rows if _is_off(pair, values, was, number)), None)
        if said is not None and not is_mismatch(pair, number.start):
            start, end = number.start, max(number.end, number.end_scale)
            yield hit(start, end, f"“{pair.target[start:end]}” where the source has “{said}”")


def _may_be_powers_apart(facts: Facts) -> Mask:
    """Which pairs have a figure in the target, and may have another amount in the source."""
    may_have = facts.target.any(DIGIT) & facts.source.any(DIGIT | SCRIPTS["Hani"])
    return may_have & figures_of(facts).may_be_unlike


def _is_off(pair: Pair, values: frozenset[float], was: Number | None, now: Number) -> bool:
    """Whether a figure is an amount of the source but for a power of ten, and neither is told otherwise."""
    if not _is_power_apart(values, now):
        return False
    told_otherwise = was is not None and (_is_small(was, now) or _in_units(pair, was, now))
    if told_otherwise and was is not None and not _is_money(pair, was, now):
        return False
    if was is not None and conversions(pair.source, pair.target)(was, now):
        return False
    here, there = known_values(pair.source, pair.source_lang)[0], known_values(pair.target, pair.target_lang)[0]
    return not _readings(now) & here and not values & there


def _readings(number: Number) -> frozenset[float]:
    return number.scaled or number.plain


def _is_small(was: Number, now: Number) -> bool:
    """Whether one of the two is a bare figure and small: times of day and prices have such, and `3 to 10 million`."""
    bare = [max(number.plain, default=0) for number in (was, now) if not number.scaled]
    return bool(bare) and min(bare) < (_LEAST if len(bare) == 2 else 10 * _LEAST)


def _is_money(pair: Pair, was: Number, now: Number) -> bool:
    """Whether the two are sums of one currency, which are no times of day however small."""
    here, there = currencies(pair.source, was.start, was.end), currencies(pair.target, now.start, now.end)
    if "GBP" in here and not there:
        return _POUNDS.match(pair.target, now.end) is not None
    return not here.keys().isdisjoint(there)


#: Pounds are a weight, too, and count as money beside a sign alone.
_POUNDS = re.compile(r"[\s\u00a0\u202f]?(?:pfund|livres?|libras?|sterlin|фунт|pond|funt|pund)", re.IGNORECASE)


def _in_units(pair: Pair, was: Number, now: Number) -> bool:
    """Whether the two may be a conversion, or a share, so that the power of ten is right."""
    one, two = unit_after(pair.source, was), unit_after(pair.target, now)
    marks = pair.source[was.end : was.end + 2] + pair.target[now.end : now.end + 2]
    return ((one is not None or two is not None) and one != two) or bool(_SCALED_BY_MARKS & set(marks))


def _is_power_apart(values: frozenset[float], number: Number) -> bool:
    wanted = {_digits(value) for value in values}
    for value in _readings(number):
        digits, power = _digits(value)
        if not digits or (len(set(digits)) < 2 and not number.scaled):
            continue
        if any(other == digits and 0 < abs(power - own) <= _MOST_POWERS for other, own in wanted):
            return True
    return False


def _digits(value: float) -> tuple[str, int]:
    """The digits of a value that are no noughts at either end, and the power of ten of the last."""
    sign_digits = Decimal(repr(value)).normalize().as_tuple()
    return "".join(map(str, sign_digits.digits)).strip("0"), int(sign_digits.exponent)


@rule(
    "AMT002",
    "range-run-together",
    category="accuracy/mistranslation",
    severity=Severity.MAJOR,
    message="Two bounds became one figure: “{text}” where the source has “{detail}”.",
    gate=lambda facts: ~figures_of(facts).are_same & (figures_of(facts).source.counts > 1),
)
def range_run_together(pair: Pair) -> Iterator[Hit]:
    """The two bounds of a range or a choice stand as one figure.

    Why: the dash was lost, and five to seven grams became 57.
    Flags: ru "от 5 до 7 граммов" / en "57 grams"
    Flags: de "10–12 Personen" / en "1012 people"
    Passes: ru "от 5 до 7 граммов" / en "5–7 grams"
    Limits: bounds below a thousand, the first the smaller; the target has neither of them.
    """
    if not has_digit(pair.source) or not has_digit(pair.target):
        return
    now = {m.group(): m.span() for m in _WHOLE.finditer(fold_digits(pair.target))}
    source = fold_digits(pair.source)
    for match in _BOUNDS.finditer(source):
        low, high = match[1], match[2]
        span = now.get(low + high)
        if span and low + high not in source and int(low) < int(high) and low not in now and high not in now:
            yield hit(*span, match.group())


_WHOLE = re.compile(r"(?<![\w.,/:-])\d{1,6}(?![\w/:-]|[.,]\d)", re.ASCII)
_BOUNDS = re.compile(
    r"(?<![\w.,/:-])(\d{1,3})(?:\s?[-–—~～至到]\s?|\s(?:to|and|or|до|или|и|до|або|чи|do|lub|bis|oder|und|à|et|ou|a|y|o|e|al)\s)"
    r"(\d{1,3})(?![\d/:-]|[.,]\d)"
)


@rule(
    "AMT003",
    "minus-lost",
    category="accuracy/mistranslation",
    severity=Severity.MAJOR,
    message="The minus is missing: “{text}” where the source has “{detail}”.",
    gate=lambda facts: facts.both_have_digits & figures_of(facts).target.may_have(_OF_HEAT),
)
def minus_lost(pair: Pair) -> Iterator[Hit]:
    """Degrees below zero lost their sign.

    Why: 19 degrees of frost became a warm day.
    Flags: tr "eksi 19 derece" / en "19 degrees"
    Flags: ru "до −18 °C" / en "to 18 °C"
    Passes: ru "до −18 °C" / en "18 degrees below zero", "18 degrees of frost"
    Passes: en "14 °F" / de "minus 10 °C"
    Limits: degrees only; not where the target has a minus sign or any word of cold.
    """
    if not has_digit(pair.source) or not has_digit(pair.target):
        return
    warm = list(_DEGREES.finditer(pair.target))
    cold = degrees_below_zero(pair.source) if warm else {}
    if not cold or SIGNS_OF_COLD.search(pair.target):
        return
    for value, (start, end) in cold.items():
        now = [m for m in warm if m[1].replace(",", ".") == value]
        if len(now) == 1:
            yield hit(*now[0].span(), pair.source[start:end])


_HEAT = "°|º|℃|度|degr|grad|градус|derece|graus|stop|درجة|درجات"
_DEGREES = re.compile(rf"(\d(?<![\w.,].)\d{{0,2}}(?:[.,]\d)?)[\s\u00a0\u202f]?(?:{_HEAT})", re.IGNORECASE)
_OF_HEAT: Openings = Openings(openings(_HEAT))


@rule(
    "AMT004",
    "share-changed",
    category="accuracy/mistranslation",
    severity=Severity.MAJOR,
    message="Another share of the whole: {detail}.",
    gate=lambda facts: facts.langs[1] == "" or _may_tell_share(facts),
)
def share_changed(pair: Pair) -> Iterator[Hit]:
    """A share of a whole in words became another one.

    Why: a third of the members is not three quarters of them.
    Flags: pl "jedna trzecia działek" / en "three quarters of the plots"
    Flags: fr "dans les trois quarts des cas" / en "in two thirds of cases"
    Flags: it "di cui un terzo" / en "three of which"
    Passes: pl "jedna trzecia" / en "a third", "33 per cent"
    Limits: fourteen languages; one share on each side, with its count or of something (`a third of`), and no figure
        that says the same.
    """
    if not pair.source or not pair.target:
        return
    langs = lang_of(pair.source_lang), lang_of(pair.target_lang)
    now, was = _share(pair.target, langs[1]), _share(pair.source, langs[0])
    if was is not None and now is None:
        now = _count_of_a_part(pair, was[0], langs) or _percentage(pair.target, pair.source, was[0])
    elif now is not None and was is None:
        was = _percentage(pair.source, pair.target, now[0])
    if was is None or now is None or abs(was[0] - now[0]) < 0.001:
        return
    told = (pair.source, pair.source_lang, was[0]), (pair.target, pair.target_lang, now[0])
    for text, lang, share in told:
        known = {round(value) for value in known_values(text, lang)[1]} - {round(100 * share)}
        if not known.isdisjoint(round(100 * other) for *_, other in told):
            return
    detail = f"“{pair.target[slice(*now[1])]}” where the source has “{pair.source[slice(*was[1])]}”"
    yield hit(*now[1], detail)


def _share(text: str, lang: str) -> tuple[float, Span] | None:
    """The one share of a whole that a text tells in words, and where."""
    found = told_share(text, lang) or one_in(text, lang) or out_of(text, lang)
    if found is None and lang in ("zh", "ja", "ko"):
        parts = tenths(fold_digits(text), sure=True)
        return (parts[0][2] / 10, parts[0][:2]) if len(parts) == 1 else None
    return found


def _count_of_a_part(pair: Pair, share: float, langs: tuple[str, str]) -> tuple[float, Span] | None:
    """A number in words that counts the parts into which the source's whole is cut: `three of` for a third of."""
    parts = float(round(1 / share))
    if abs(parts * share - 1) > 0.001 or parts < 3 or shares(pair.target, langs[1]):
        return None
    counts = [n for n in spoken(pair.target, langs[1]) if parts in n.values]
    if len(counts) != 1 or any(parts in n.values for n in spoken(pair.source, langs[0])):
        return None
    return (parts, (counts[0].start, counts[0].end)) if _OF.match(pair.target, counts[0].end) else None


_OF = re.compile(r"\s(?:of|der|von|des?|d[aei]l?[aeil]*|из|із|з|z|ze)\b", re.IGNORECASE)


def _percentage(text: str, other: str, share: float) -> tuple[float, Span] | None:
    """The one figure in per cent of a text, where the other has no such figure and its share is far from it."""
    found = list(_PER_CENT.finditer(fold_digits(text)))
    if len(found) != 1 or _PER_CENT.search(fold_digits(other)):
        return None
    told = float(found[0][1].replace(",", "."))
    near = abs(told - 100 * share) < _ROUNDED or abs(told - 100 * (1 - share)) < 1
    return None if near or not 0 < told < 100 else (told / 100, found[0].span())


#: A share in words stands for so many per cent more or less: `nearly a third` of 30 per cent.
_ROUNDED = 8.0
_PER_CENT = re.compile(
    r"(?<![\w.,–-])(\d{1,3}(?:[.,]\d+)?)[\s\u00a0\u202f]?"
    r"(?:[%％٪]|per\s?cent\b|prozent|pour cent|por cien|per cento|por cento|procent|процент|відсот)",
    re.IGNORECASE,
)
_PER_CENT_CRUMBS = ("%", "ercent", "er cent", "rozent", "our cent", "or cien", "rocent", "роцент", "ідсот")


def _may_tell_share(facts: Facts) -> Mask:
    here, there = (
        (*SHARE_CRUMBS.get(lang, ()), *ONE_IN_CRUMBS.get(lang, ()), *_MORE_CRUMBS.get(lang, ())) for lang in facts.langs
    )
    was, now = facts.source.has(*here), facts.target.has(*there, *(_COUNT_OF if facts.langs[1] == "en" else ()))
    figures = facts.source.has(*_PER_CENT_CRUMBS) | facts.target.has(*_PER_CENT_CRUMBS)
    return was & now | (was | now) & figures


#: Tenths and so many out of ten, by language.
_MORE_CRUMBS = {
    "zh": (*(f"{n}成" for n in "一二三四五六七八九两"), "人中", "人里", "人当中"),
    "ja": (*(f"{n}割" for n in "一二三四五六七八九123456789１２３４５６７８９"), "人中"),
    "ko": ("할",),
    "cs": (" z",),
    "sv": (" av ",),
    "de": (" von ",),
    "en": (" out of ",),
}
_COUNT_OF = tuple(f"{count} of" for count in ("hree", "our", "ive", "ix", "even", "ight", "ine", "en"))


@rule(
    "AMT005",
    "whole-and-half-changed",
    category="accuracy/mistranslation",
    severity=Severity.MAJOR,
    message="Another number and a half: {detail}.",
    gate=lambda facts: facts.langs[1] == "" or _may_have_halves(facts),
)
def whole_and_half_changed(pair: Pair) -> Iterator[Hit]:
    """A number and a half became another number and a half, or lost its half.

    Why: `anderthalb` and `полтора` are one and a half, and are often taken for two.
    Flags: de "knapp anderthalb Meter" / en "just under two and a half metres"
    Flags: ru "два с половиной года" / en "three and a half years"
    Passes: de "anderthalb Meter" / en "a metre and a half"
    Passes: fr "2,5 ans" / en "two and a half years"
    Limits: fourteen languages; one such number on each side, in words in the target.
    """
    langs = lang_of(pair.source_lang), lang_of(pair.target_lang)
    now = whole_and_half(pair.target, langs[1]) if pair.source else None
    was = whole_and_half(pair.source, langs[0]) if pair.source else None
    if (now is None) != (was is None):
        yield from _half_lost(pair, was, now, langs)
        return
    if was is None or now is None or was[0] == now[0] or pair.target[now[1][0]].isdecimal():
        return
    (start, end), there = now[1], pair.source[slice(*was[1])]
    yield hit(start, end, f"“{pair.target[start:end]}” where the source has “{there}”")


def _may_have_halves(facts: Facts) -> Mask:
    here, there = (MIXED_CRUMBS.get(lang, ("½",)) for lang in facts.langs)
    return facts.target.has(*there) | facts.source.has(*here)


def _half_lost(
    pair: Pair, was: tuple[int, Span] | None, now: tuple[int, Span] | None, langs: tuple[str, str]
) -> Iterator[Hit]:
    """A number that has a half on one side and is whole on the other, each once."""
    if was is not None:
        place = None if pair.source[was[1][0]].isdecimal() else whole_alone(pair.target, langs[1], was[0])
        there = was[1]
    elif now is not None and not pair.target[now[1][0]].isdecimal():
        whole = whole_alone(pair.source, langs[0], now[0])
        place, there = (now[1], whole) if whole else (None, now[1])
    else:
        return
    if place is not None:
        yield hit(*place, f"“{pair.target[slice(*place)]}” where the source has “{pair.source[slice(*there)]}”")


@rule(
    "AMT006",
    "multiple-changed",
    category="accuracy/mistranslation",
    severity=Severity.MAJOR,
    message="Another multiple: {detail}.",
    gate=lambda facts: facts.langs[1] == "" or facts.target.has(*MULTIPLE_CRUMBS.get(facts.langs[1], ())),
)
def multiple_changed(pair: Pair) -> Iterator[Hit]:
    """Twice as many became half as many, or three times.

    Why: the comparison is turned round, and every word of it is there.
    Flags: es "el doble que hace una década" / en "half as many as a decade ago"
    Flags: ru "вдвое меньше домов" / en "twice as many houses"
    Passes: ru "вдвое больше домов" / en "twice as many houses"
    Passes: ru "вдвое дешевле" / en "half the price"
    Flags: de "verdoppelte sich" / en "tripled"
    Limits: set phrases and verbs of seventeen languages for a half, two and three times; one on each side.
    """
    now = multiple(pair.target, lang_of(pair.target_lang)) if pair.source else None
    was = multiple(pair.source, lang_of(pair.source_lang)) if now else None
    if was is not None and now is not None and was[0] != now[0]:
        yield hit(*now[1], f"“{pair.target[slice(*now[1])]}” where the source has “{pair.source[slice(*was[1])]}”")
