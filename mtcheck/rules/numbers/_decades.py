# ruff: noqa: E501 (tables)
"""Decades: `the 1960s`, `die Sechzigerjahre`, `anni Trenta`, `шестидесятые годы`, `六十年代`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from mtcheck.rules.text import Span, has_any

#: language: the words for 20 to 90 as stems, and what a decade looks like; `{w}` is such a word, `{n}` two or four digits.
_TABLES: Mapping[str, tuple[str, str]] = {
    "en": ("twent thirt fort fift sixt sevent eight ninet", r"(?:the|early|late|mid|or|and)[ -](?:(?:early|late|mid)[ -])?(?:{w}ies\b|['’]?{n}['’]?s\b)|(?:1[5-9]|20)\d0['’]?s\b"),
    "de": ("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig", r"(?:{w}|{n})er(?:[ -]?jahren?|n)?\b"),
    "nl": ("twintig dertig veertig vijftig zestig zeventig tachtig negentig", r"(?:jaren (?:{w}|['’]?{n})\b|(?:{w}er|{n}-?er) jaren\b)"),
    "fr": ("vingt trente quarante cinquante soixante soixante-dix quatre-vingt quatre-vingt-dix", r"années (?:{w}s?|{n})\b(?!-)"),
    "es": ("veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa", r"(?:(?:años|décadas? de(?: los| los años)?|(?:principios?|comienzos?|inicios?|mediados|finales|fines) de los) (?:{w}|{n})\b|los (?:{w}|{n})(?=[,.;:)»”]|$))"),
    "it": ("venti trenta quaranta cinquanta sessanta settanta ottanta novanta", r"anni (?:{w}|['’]?{n})\b"),
    "pt": ("vinte trinta quarenta cinquenta sessenta setenta oitenta noventa", r"(?:anos|décadas? de|(?:princípios?|inícios?|começos?|meados|final|finais|fins?) dos) (?:{w}|{n})\b"),
    "ru": ("двадцат тридцат сороков пятидесят шестидесят семидесят восьмидесят девяност", r"(?:{w}(?:ые|ых|ым|ыми|е)(?: год\w*|\b(?! (?:числ|широт|мест|градус|номер)))|{n}-?(?:е|х|м|ми)\b(?: год\w*| гг)?)"),
    "uk": ("двадцят тридцят сороков п[’']ятдесят шістдесят сімдесят вісімдесят дев[’']яност", r"(?:{w}(?:і|их|им|ими)(?: рок\w*|\b(?! (?:числ|широт|місц|градус|номер)))|{n}-?(?:ті|і|х|тих|их|м)\b(?: рок\w*| рр)?)"),
    "pl": ("dwudziest trzydziest czterdziest pięćdziesiąt sześćdziesiąt siedemdziesiąt osiemdziesiąt dziewięćdziesiąt", r"(?:lat(?:a|ach|ami|om)? (?:{w}\w{{1,3}}|{n}\.?)|{w}(?:e|ych|ymi?) lat(?:a|ach|ami|om)?\b)"),
    "cs": ("dvacát třicát čtyřicát padesát šedesát sedmdesát osmdesát devadesát", r"(?:{w}(?:á|ých|ými?)|{n}\.) (?:léta|let|letech|lety|létům)\b"),
    "ko": ("이십 삼십 사십 오십 육십 칠십 팔십 구십", r"(?:{w}|{n})년대"),
    "tr": ("yirmi otuz kırk elli altmış yetmiş seksen doksan", r"(?:{w}l[ıiuü] yıllar|{n}['’]?l[ıiuae]r?\w* yıllar|(?:{w}l[ae]r|{n}['’]?l[ae]r)(?:[ıi]n?|d[ae]n?|[ae]|[ıi]nd[ae]n?)?\b)"),
    "zh": ("二十 三十 四十 五十 六十 七十 八十 九十", r"(?<!民国)(?<!民國)(?:{w}|{n})年代"),
    "ja": ("二十 三十 四十 五十 六十 七十 八十 九十", r"(?<!昭和)(?<!平成)(?<!大正)(?<!明治)(?:{w}|{n})年代"),
    "ar": ("عشرين ثلاثين [أا]ربعين خمسين ستين سبعين ثمانين تسعين", r"[وف]?[بلك]?(?:ال|ل)?{w}ي?ات\b"),
}  # fmt: skip
CRUMBS: Mapping[str, tuple[str, ...]] = {
    "en": ("0s", "ies", "0’s", "0's"), "de": ("er Jahr", "er-Jahr", "erjahr", "0er", "iger", "ßiger"), "nl": ("jaren",), "fr": ("années ",), "es": ("años ", "écada", " los "),
    "it": ("anni ",), "pt": ("anos ", "écada", " dos "), "ru": ("0-", "год", "0е", "0х", "тых", "тые", "тым", "сороковы"), "uk": ("0-", "рок", "0х", "тих", "ті", "тим", "сорокові", "сорокових"), "pl": ("lat",), "cs": (" let", " lét"), "ko": ("년대",), "tr": ("yıllar", "lar", "ler"),
    "zh": ("年代",), "ja": ("年代",), "ar": ("ينات", "ينيات"),
}  # fmt: skip
_DIGITS = r"(?<![\d.,])(?:1[5-9]|20)?[1-9]0"


def decades(text: str, lang: str) -> list[tuple[str, Span]]:
    """The decades that a text names, as two digits, or four where it tells the century; and where.

    >>> decades("rebuilt in the early sixties and the 1980s", "en")
    [('60', (11, 28)), ('1980', (33, 42))]
    """
    if lang not in _TABLES or not has_any(text, CRUMBS[lang]):
        return []
    pattern, stems = _pattern(lang)
    found = []
    for match in pattern.finditer(text):
        digits = re.search(r"\d{2,4}", match.group())
        if digits:
            found.append((digits.group(), match.span()))
            continue
        low = match.group().lower()
        tens = [n for n, stem in enumerate(stems, 2) if stem.search(low)]
        if tens:
            found.append((f"{max(tens, key=lambda n: len(stems[n - 2].pattern))}0", match.span()))
    return found


def is_other_decade(one: str, other: str) -> bool:
    """Whether two decades differ, in what both tell of them."""
    return one != other if len(one) == len(other) else one[-2:] != other[-2:]


@cache
def _pattern(lang: str) -> tuple[re.Pattern[str], list[re.Pattern[str]]]:
    words, body = _TABLES[lang]
    stems = words.split()
    one_of = "(?:" + "|".join(sorted(stems, key=len, reverse=True)) + ")"
    edge = "" if lang in ("zh", "ja", "ko") else r"(?<!\w)"
    return re.compile(edge + body.format(w=one_of, n=_DIGITS), re.IGNORECASE), [re.compile(stem) for stem in stems]
