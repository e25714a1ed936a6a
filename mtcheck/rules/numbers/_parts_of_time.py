# ruff: noqa: E501 (tables)
"""Parts of a month, a year or a century: `early October`, `Mitte Mai`, `в конце года`, `à la mi-juin`, `10月中旬`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from mtcheck.rules.facts.heads import Heads
from mtcheck.rules.text import has_any

#: Begin, middle, end, first half, second half: by language what says so, in front of a time.
_PARTS: Mapping[str, tuple[str, str, str, str, str]] = {
    "en": (r"(?:[Ee]arly(?: in)?[ -]|(?:[Bb]eginning|start) of )", r"(?:[Mm]id[ -]|middle of )", r"(?:[Ll]ate(?: in)?[ -]|end of )", "first half of ", "(?:second|latter) half of "),
    "de": ("(?:Anfang |Beginn )", "Mitte ", "Ende ", "ersten? Hälfte ", "zweiten? Hälfte "),
    "nl": ("begin (?:van )?", "(?:half |medio |midden (?:van )?)", "einde? (?:van )?", "eerste helft van ", "tweede helft van "),
    "fr": (r"débuts? ", r"(?:mi-|milieu )", r"fin ", "première moitié ", "(?:deuxième|seconde) moitié "),
    "es": ("(?:principios?|comienzos?|inicios?) de", "mediados de", "(?:finales|fines|final|fin) de", "primera mitad de", "segunda mitad de"),
    "it": ("(?:inizio |inizi |primi di |princip[io]i? )", "metà ", "fine ", "prima metà ", "seconda metà "),
    "pt": ("(?:inícios?|começos?|princípios?) d", "(?:meados d|metade d)", "(?:fim|fins|final|finais) d", "primeira metade d", "segunda metade d"),
    "ru": ("начал(?:о|а|е|у|ом) ", "середин(?:а|е|у|ы|ой) ", "(?:конец|конц(?:а|е|у|ом)) ", r"перв(?:ая|ой|ую) половин\w+ ", r"втор(?:ая|ой|ую) половин\w+ "),
    "uk": ("(?:на)?почат(?:ок|ку|ком) ", "(?:по)?середин(?:а|і|у|и|ою) ", "(?:наприкінці |кін(?:ець|ця|ці|цем|цю) )", r"перш(?:а|ій|ої|у) половин\w+ ", r"друг(?:а|ій|ої|у) половин\w+ "),
    "pl": ("począt(?:ek|ku|kiem) ", "połow(?:a|ie|y|ę|ą) ", "(?:koniec|końc(?:a|u|em)) ", r"pierwsz(?:a|ej|ą) połow\w+ ", r"drug(?:a|iej|ą) połow\w+ "),
    "cs": ("(?:začát|počát)(?:ek|ku|kem) ", "(?:polovin(?:a|ě|y|u|ou) |uprostřed )", "(?:konec|kon(?:ci|ce|cem)) ", r"první polovin\w+ ", r"druh(?:á|é|ou) polovin\w+ "),
    "ar": ("(?:أوائل|مطلع|بداية|مستهل) ", "(?:منتصف|أواسط) ", "(?:أواخر|نهاية|ختام) ", "النصف الأول من ", "النصف الثاني من "),
}  # fmt: skip
#: Articles and prepositions between, months, and other times, of which the part is one. One more word may stand there.
_TIMES: Mapping[str, tuple[str, str, str]] = {
    "en": (r"(?:the |this )?", "January|February|March|April|May|June|July|August|September|October|November|December", "year|month|century|week|decade"),
    "de": (r"(?:de[rs] |dieses )?", "Jan|Feb|März|April|Mai|Jun|Jul|Aug|Sept|Okt|Nov|Dez", r"Jahr|Monat|Woche|\w+jahre"),
    "nl": (r"(?:de |het |dit )?", "jan|feb|maart|april|mei|jun|jul|aug|sept|okt|nov|dec", "jaar|maand|eeuw|week|jaren"),
    "fr": (r"(?:du |des |de la |de l[’']|de |d[’'])?(?:ce |cette )?", "jan|fév|mars|avril|mai|juin|juill|août|sept|oct|nov|déc", "ann|an |mois|siècle|semaine"),
    "es": (r"(?:l | los | la | este | )", "enero|febr|marzo|abril|mayo|junio|julio|agosto|sept|setiem|oct|nov|dic", "año|mes|siglo|semana|década"),
    "it": (r"(?:di |del |dello |della |dell[’']|degli |d[’'])?(?:questo )?", "genn|febb|marzo|aprile|maggio|giugno|luglio|agosto|sett|ott|nov|dic", "anno|anni|mese|secolo|settimana"),
    "pt": (r"(?:[oae] |os |as |este |esta )", "janeiro|fever|março|abril|maio|junho|julho|agosto|setem|outub|novem|dezem", "ano|mês|século|semana|década"),
    "ru": (r"(?:этого )?", "янв|февр|март|апр|ма[йяею]|июн|июл|авг|сент|окт|нояб|дек", "год|месяц|век|столет|недел"),
    "uk": (r"(?:цього )?", "січ|лют|берез|квіт|трав|черв|лип|серп|верес|жовт|листоп|груд", "р[оі][кц]|місяц|століт|тижн"),
    "pl": (r"(?:tego )?", "stycz|lut|mar[czt]|kwiet|maj|czerw|lip|sierp|wrze|paźdz|listop|grud", "rok|miesi|wiek|stulec|tygod|lat "),
    "cs": (r"(?:tohoto )?", "led[ne]|únor|březn|dubn|květn|červ|srpn|září|říj|listop|prosin", "rok|let |měsíc|stolet|týdn"),
    "ar": (r"(?:شهر |عام |هذا )?", "يناير|فبراير|مارس|[أا]بريل|مايو|يونيو|يوليو|[أا]غسطس|سبتمبر|[أا]كتوبر|نوفمبر|ديسمبر|آذار|نيسان|[أا]يار|تموز|[أا]يلول", "العام|السنة|الشهر|القرن|الأسبوع"),
}  # fmt: skip
#: Languages in which the part follows its time.
_BEHIND: Mapping[str, tuple[str, str, tuple[str, str, str, str, str]]] = {
    "zh": ("[月]", "年代?|世[纪紀]", ("初|上旬", "中旬|中[叶葉期]", "下旬|末|底", "上半[年叶葉]", "下半[年叶葉]")),
    "ja": ("[月]の?", "(?:年代?|世紀)の?", ("初め|初旬|初頭|上旬|はじめ", "中旬|半ば|なかば|中頃|中ごろ", "下旬|末|終わり|終盤", "前半", "後半")),
    "tr": (
        r"(?:ocak|şubat|mart|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık)(?:[’']?[ıiuü]n)? (?:ayının )?",
        r"(?:(?:yıl|ay|yüzyıl|hafta|sene)(?:[ıiuü]n|nın|nin)?|(?:19|20)\d\d[’'](?:[ıiuü]n|n[ıiuü]n)) ",
        ("baş(?:ı|lar|lang)", "orta", "son(?:u|lar)", "ilk yarı", "ikinci yarı"),
    ),
}  # fmt: skip
#: How the words begin of which a text that tells such a part has one.
_CRUMBS: Mapping[str, str] = {
    "en": "early mid middle late beginning start end half", "de": "anfang beginn mitte ende hälfte", "nl": "begin half medio midden eind helft",
    "fr": "début mi milieu fin moitié", "es": "princip comienz inici mediados final fin mitad", "it": "inizi primi princip metà fine",
    "pt": "iníci começ princíp meados metade fim fins fina", "ru": "начал середин кон половин", "uk": "почат напочат середин посеред кін наприкін половин",
    "pl": "począ połow koni końc", "cs": "začá počá polovin uprost kon", "ar": "أوائل مطلع بداية مستهل منتصف أواسط أواخر نهاية ختام النصف",
    "tr": "baş orta son ilk ikinci",
}  # fmt: skip
_HAN_CRUMBS = ("旬", "月底", "月初", "月末", "月の", "年初", "年の", "年末", "年底", "世纪", "世紀", "年代", "半")
#: Parts that differ may be one: the end of a year lies in its second half.
_COMPATIBLE = frozenset((frozenset((0, 3)), frozenset((1, 3)), frozenset((1, 4)), frozenset((2, 4))))


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a time: 0 its beginning, 1 its middle, 2 its end, 3 and 4 its halves; whether of a month; its place."""

    part: int
    of_month: bool
    start: int
    end: int

    def differs(self, other: Part) -> bool:
        """Whether this part of a time cannot be the other one."""
        return (
            self.of_month == other.of_month
            and self.part != other.part
            and frozenset((self.part, other.part)) not in _COMPATIBLE
        )


def parts_of_time(text: str, lang: str) -> list[Part]:
    """The parts of months, years, weeks and centuries that a text tells, in order.

    >>> [(p.part, p.of_month) for p in parts_of_time("from mid-May to the end of the year", "en")]
    [(1, True), (2, False)]
    """
    pattern = _pattern(lang)
    if pattern is None or (lang in ("zh", "ja") and not has_any(text, _HAN_CRUMBS)):
        return []
    found = []
    for match in pattern.finditer(text):
        name = next(name for name in "abcde" if match[name] is not None)
        found.append(Part("abcde".index(name), match["month"] is not None, *match.span()))
    return found


@cache
def crumbs(lang: str) -> Heads[None] | tuple[str, ...] | None:
    """How the words begin, or what a text has, that tells such a part; None for languages without a table."""
    if lang in ("zh", "ja"):
        return _HAN_CRUMBS
    return Heads([(None, _CRUMBS[lang].split())]) if lang in _CRUMBS else None


@cache
def _pattern(lang: str) -> re.Pattern[str] | None:
    if lang in _BEHIND:
        month, other, parts = _BEHIND[lang]
        said = "|".join(f"(?P<{name}>{part})" for name, part in zip("abcde", parts, strict=True))
        return re.compile(f"(?:(?P<month>{month})|{other})(?:{said})", re.IGNORECASE)
    if lang not in _PARTS:
        return None
    said = "|".join(f"(?P<{name}>{part})" for name, part in zip("abcde", _PARTS[lang], strict=True))
    between, month, other = _TIMES[lang]
    year = r"(?:1[5-9]|20)\d\d(?!\d)"
    body = rf"(?<!\w)(?:{said}){between}(?:(?P<month>{month})|(?:[\w.-]{{1,20}} )?(?:{other}|{year}))\w*"
    return re.compile(body, re.NOFLAG if lang in ("en", "de") else re.IGNORECASE)
