# ruff: noqa: E501 (tables)
"""Numbers that give a place in a row: Roman numerals of rulers and volumes, ordinals in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from mtcheck.data import Hit, Pair, Severity, Side
from mtcheck.rules.facts.batch import Facts, Mask
from mtcheck.rules.names.capitals import have_own_capitals
from mtcheck.rules.numbers._cjk import cjk_values
from mtcheck.rules.numbers._number_match import known_values
from mtcheck.rules.numbers._ordinal_words import FIRST_TWO, ORDINALS
from mtcheck.rules.numbers.numerals import roman_value
from mtcheck.rules.registry import rule
from mtcheck.rules.text import Span, hit, lang_of

_ROMAN = re.compile(r"(?<![^\W_])(?:X{0,3}(?:IX|IV|V?I{1,3}|V)|X{2,3})(?![^\W_])(?!\.[^\W\d_])")
_LONGEST = 5_000


@rule(
    "ORD001",
    "roman-numeral-changed",
    category="accuracy/mistranslation",
    severity=Severity.MAJOR,
    message="Another Roman numeral: {detail}.",
    gate=lambda facts: (
        have_own_capitals(facts, Side.SOURCE, _may_be_roman) & have_own_capitals(facts, Side.TARGET, _may_be_roman)
    ),
)
def roman_numeral_changed(pair: Pair) -> Iterator[Hit]:
    """A Roman numeral became another one.

    Why: Louis XIV and Louis XVI are two kings.
    Flags: ru "Людовик XIV" / en "Louis XVI"
    Flags: de "Papst Johannes XXIII." / en "Pope John XXII"
    Passes: ru "XIV век, Карл II" / en "the 14th century, Charles II"
    Limits: one numeral of two letters or more on each side, up to 39; not where the other side has the value in figures
        or words.
    """
    was, now = _romans(pair.source), _romans(pair.target)
    if len(was) != 1 or len(now) != 1:
        return
    (one, there), (two, here) = was[0], now[0]
    if one == two or float(one) in known_values(pair.target, pair.target_lang)[0]:
        return
    if float(two) not in known_values(pair.source[: there[0]] + pair.source[there[1] :], pair.source_lang)[0]:
        yield hit(*here, f"“{pair.target[slice(*here)]}” where the source has “{pair.source[slice(*there)]}”")


def _may_be_roman(run: str) -> bool:
    """A quick look: whether letters have those of a Roman numeral alone."""
    return not run.strip("XVI")


def _romans(text: str) -> list[tuple[int, Span]]:
    if len(text) > _LONGEST:
        return []
    return [(roman_value(m.group()), m.span()) for m in _ROMAN.finditer(text) if len(m.group()) > 1]


_SIGNS = re.compile(r"第([三四五六七八九十]|[3-9]|10)(?:届|屆|回|次|位|名|季|版|章|集|个|個|任|期|代|轮|輪|局|度)")
#: A text of these counts parts, floors, hours, weekdays or centuries, or a larger number.
_OTHER = re.compile(
    r"floor|store?y|etage|\bstock|étage|planta|piso|piano\b|andar\b|этаж|поверх|piętr|patr[oaeuy]|\bkat\b|طابق|الساعة|centur|jahrhundert|siècle|siglo|secolo|século|"
    r"\bвек|столет|століт|\bwiek|stuleci|století|yüzyıl|القرن|ثاني|hundred|\bhour|\buhr|\bчас(?!т)|годин|godzin|hodin|\w+ths?\b of|third of|thirds|quarters|(?:a|one) quarter|двадцат|тридцат|twent|thirt|fort(?:y|ie)|fift(?:y|ie)|عشر|والعشر",
    re.IGNORECASE,
)


@rule(
    "ORD002",
    "ordinal-changed",
    category="accuracy/mistranslation",
    severity=Severity.MINOR,
    message="Another place in a row: {detail}.",
    gate=lambda facts: _may_have_ordinals(facts),
)
def ordinal_changed(pair: Pair) -> Iterator[Hit]:
    """An ordinal in words, from the first to the tenth, became another one, as which a Roman numeral counts.

    Why: the third festival is not the fourth, and nothing else in the sentence tells.
    Flags: de "zum dritten Mal" / en "for the fourth time"
    Flags: zh "第七届" / en "the eighth festival"
    Flags: pl "w IV kwartale" / en "in the sixth quarter"
    Passes: ru "третья часть" / en "a third", "the 3rd part"
    Passes: uk "III фестиваль" / en "the third festival"
    Limits: fifteen languages; one such word on each side; not beside floors, centuries, hours and parts.
    """
    langs = lang_of(pair.source_lang), lang_of(pair.target_lang)
    if not _PARTS.keys() >= set(langs) or max(len(pair.source), len(pair.target)) > _LONGEST:
        return
    now, was = _ordinals(pair.target, langs[1]), _ordinals(pair.source, langs[0])
    if now and not was:
        was = _romans(pair.source)
    elif was and not now:
        now = _romans(pair.target)
    if (
        len(was) != 1
        or len(now) != 1
        or was[0][0] == now[0][0]
        or _OTHER.search(pair.source)
        or _OTHER.search(pair.target)
    ):
        return
    (one, there), (two, here) = was[0], now[0]
    if float(one) in known_values(pair.target, pair.target_lang)[0]:
        return
    if float(two) not in known_values(pair.source, pair.source_lang)[0]:
        yield hit(*here, f"“{pair.target[slice(*here)]}” where the source has “{pair.source[slice(*there)]}”")


@cache
def _pattern(lang: str) -> re.Pattern[str] | None:
    forms = ORDINALS.get(lang)
    if forms is None:
        return None
    if not forms:
        return _SIGNS
    rows = (*FIRST_TWO.get(lang, ("(?!)", "(?!)")), *forms)
    body = "|".join(f"(?P<o{n}>{form})" for n, form in enumerate(rows, 1))
    return re.compile(rf"(?<![\w-])(?:{body})(?![\w-])", re.IGNORECASE)


def _ordinals(text: str, lang: str) -> list[tuple[int, Span]]:
    pattern = _pattern(lang)
    found = []
    for match in pattern.finditer(text) if pattern is not None else ():
        if pattern is _SIGNS:
            value = int(match[1]) if match[1].isdecimal() else int(max(cjk_values(match[1]), default=0))
        else:
            value = int(str(match.lastgroup)[1:])
        found.append((value, match.span()))
    return found


#: What the ordinals of a language have.
_PARTS: Mapping[str, tuple[str, ...]] = {
    "en": ("irst", "econd", "hird", "ourth", "ifth", "ixth", "eventh", "ighth", "inth", "enth"), "de": ("rste", "weite", "ritte", "ierte", "ünfte", "echste", "iebte", "chte", "eunte", "ehnte"),
    "fr": ("ième", "remi", "econd"), "es": ("rimer", "egund", "erce", "uarta", "uinta", "ext", "éptim", "ctav", "oven", "écim"), "it": (" prim", "econd", "erz", "uart", "uint", "est", "ettim", "ttav", "non", "ecim"),
    "ru": ("ерв", "тор", "рет", "етв", "пят", "шест", "едьм", "осьм", "евят", "есят"), "uk": ("ерш", "друг", "Друг", "рет", "етверт", "ят", "шост", "сьом", "осьм"), "pl": ("ierwsz", "drug", "Drug", "rzeci", "zwart", "iąt", "szóst", "iódm", "ósm", "ziesiąt"),
    "cs": ("rvní", "druh", "Druh", "řet", "čtvrt", "pát", "šest", "sedm", "osm", "devát", "desát"), "pt": ("rimeir", "egund", "erceir", "uarta", "uinta", "exta", "étim", "itav", "non", "écim"),
    "nl": ("erste", "weede", "erde", "ierde", "ijfde", "esde", "evende", "chtste", "egende", "iende"), "tr": ("nc",), "ar": ("ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع", "عاشر"), "zh": ("第",), "ja": ("第",),
}  # fmt: skip


def _may_have_ordinals(facts: Facts) -> Mask | bool:
    source, target = facts.langs
    if not target:
        return True
    if source not in _PARTS or target not in _PARTS:
        return False
    here, there = facts.source.has(*_PARTS[source]), facts.target.has(*_PARTS[target])
    if not (here.any() or there.any()):
        return here
    was = here | have_own_capitals(facts, Side.SOURCE, _may_be_roman)
    return was & there | here & have_own_capitals(facts, Side.TARGET, _may_be_roman)
