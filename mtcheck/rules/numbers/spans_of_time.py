# ruff: noqa: E501 (tables)
"""Spans of time in words and figures, in minutes: `a quarter of an hour`, `полтора года`, `90 minutes`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from mtcheck.data import Pair, Side
from mtcheck.rules.facts.batch import Facts, Mask
from mtcheck.rules.numbers.figures import figures
from mtcheck.rules.numbers.spoken import spoken
from mtcheck.rules.text import has_any, lang_of

_MINUTE, _HOUR, _DAY, _WEEK, _MONTH, _YEAR = 1.0, 60.0, 1440.0, 10080.0, 43830.0, 525960.0
_SIZES = (_MINUTE, _HOUR, _DAY, _WEEK, _MONTH, _YEAR, 10 * _YEAR, 100 * _YEAR, _MINUTE / 60)
#: language: minute, hour, day, week, month, year, decade, century, second; with any ending that is listed.
_UNITS: Mapping[str, tuple[str, ...]] = {
    "en": ("min(?:ute)?s?", "hours?", "days?", "weeks?", "months?", "years?", "decades?", "centur(?:y|ies)", "seconds|secs?"),
    "de": (r"min(?:uten?)?", "stunden?", r"tag(?:e[ns]?)?", "wochen?", r"monat(?:e[ns]?|s)?", r"jahr(?:e[ns]?|s)?", r"jahrzehnt\w{0,2}", r"jahrhundert\w{0,2}", "sekunden?"),
    "fr": ("min(?:ute)?s?", "heures?", "jours?|journées?", "semaines?", "mois", "ans?|années?", "décennies?", "siècles?", "secondes?"),
    "es": ("min(?:uto)?s?", "horas?", "días?", "semanas?", "mes(?:es)?", "años?", "décadas?", "siglos?", "segundos?"),
    "it": ("minut[oi]", "or[ae]", "giorn[oi]", "settiman[ae]", "mes[ei]", "ann[oi]", "decenni[o]?", "secol[oi]", "second[oi]"),
    "pt": ("minutos?", "horas?", "dias?", "semanas?", "mês|meses", "anos?", "décadas?", "séculos?", "segundos?"),
    "nl": ("minu(?:ut|ten)", "u(?:ur|ren)", "dag(?:en)?", "we(?:ek|ken)", "maand(?:en)?", "ja(?:ar|ren)", "decenni(?:um|a)", "eeuw(?:en)?", "second(?:e|en)"),
    "sv": ("minut(?:er)?", "timm(?:e|ar)", "dag(?:ar)?", "veck(?:a|or)", "månad(?:er)?", "år", "decenni(?:um|er)", "sek(?:el|ler)", "sekund(?:er)?"),
    "ru": (r"минут\w{0,3}", r"час(?:а|ов|ам|ами|у)?", r"д(?:ень|ня|ней|ням|нями)|сут(?:ки|ок)", r"недел\w{1,3}", r"месяц\w{0,3}", r"год(?:а|у|ом|ам|ами)?|лет", r"десятилет\w{1,3}", r"столет\w{1,3}|век(?:а|ов)?", r"секунд\w{0,3}"),
    "uk": (r"хвилин\w{0,3}", r"годин\w{0,3}", r"д(?:ень|ня|ні|нів|нями)|доб[аиу]", r"тиж\w{2,4}", r"місяц\w{1,3}|місяць", r"р(?:ік|оку|оки|оків)", r"десятиліт\w{1,3}", r"століт\w{1,3}", r"секунд\w{0,3}"),
    "pl": (r"minut\w{0,3}", r"godzin\w{0,3}", r"d(?:zień|nia|ni)|dob[aęy]", r"tydzień|tygodni\w{0,2}", r"miesiąc\w{0,2}|miesięcy", r"rok(?:u|iem)?|lat(?:a|ach)?", r"dekad\w?|dziesięcioleci\w", r"wiek(?:u|i|ów)?|stuleci\w", r"sekund\w{0,3}"),
    "cs": (r"minut\w{0,2}", r"hodin\w{0,2}", r"d(?:en|ne|ny|ní|nů)", r"týd(?:en|ne|ny|nů)", r"měsíc\w{0,2}", r"rok(?:u|y|ů)?|let", r"desetiletí", r"století", r"sekund\w{0,3}|vteřin\w{0,3}"),
    "tr": ("dakika(?:lık)?", "saat(?:lik)?", "gün(?:lük)?", "hafta(?:lık)?", "ay(?:lık)?", "yıl(?:lık)?|sene", "on ?yıl", "yüzyıl|asır", "saniye(?:lik)?"),
    "zh": ("分钟|分鐘", "(?:个|個)?(?:小时|小時|钟头)", "天", "(?:个|個)?(?:星期|礼拜)|周|週", "(?:个|個)月", "年", "(?!)", "(?:个|個)?世纪", "秒[钟鐘]?"),
    "ja": ("分間?", "時間", "日間", "週間", r"[かヶカケ]月間?", "年間?", "(?!)", "世紀", "秒間?"),
    "ar": ("دقيقة|دقائق", "ساعة|ساعات", "يوم(?:اً|ا)?|أيام", "أسبوع(?:اً|ا)?|أسابيع", "شهر(?:اً|ا)?|أشهر|شهور", "سنة|سنوات|عام(?:اً|ا)?|أعوام", "عقود|عقد(?:اً|ا)?", "قرون|قرنا", r"ثانية|ثوان\w?"),
}  # fmt: skip
#: language: `minutes:phrase` of spans told without a number: parts of an hour and a year, one and a half of them.
_PHRASES: Mapping[str, tuple[tuple[float, str], ...]] = {
    "en": ((1.5, r"a minute and a half|one and a half minutes"), (15, r"(?:a )?quarter[ -](?:of an )?hour"), (45, r"three[- ]quarters of an hour"), (30, r"half[ -](?:an )?hour"), (90, r"an hour and a half|one and a half hours"), (_YEAR / 2, r"half (?:a )?year|six months"), (1.5 * _YEAR, r"a year and a half|one and a half years"), (2 * _WEEK, r"(?:a )?fortnight"), (1.5 * _MONTH, "a month and a half|one and a half months")),
    "de": ((1.5, r"(?:anderthalb|eineinhalb) minuten"), (15, r"viertelstunde"), (45, r"dreiviertelstunde|drei viertelstunden"), (30, r"halbe[nr]? stunde"), (90, r"(?:anderthalb|eineinhalb|einundeinhalb) stunden"), (_YEAR / 2, r"halbe[sn]? jahre?s?|halbjahr"), (1.5 * _YEAR, r"(?:anderthalb|eineinhalb) jahren?"), (1.5 * _MONTH, r"(?:anderthalb|eineinhalb) monaten?")),
    "fr": ((1.5, r"une minute et demie"), (15, r"quart d['’]heure"), (45, r"trois quarts d['’]heure"), (30, r"demi-heure"), (90, r"(?:une )?heure et demie"), (1.5 * _YEAR, r"un an et demi"), (1.5 * _MONTH, r"un mois et demi")),
    "es": ((1.5, r"minuto y medio"), (15, r"cuarto de hora"), (45, r"tres cuartos de hora"), (30, r"media hora"), (90, r"(?:una )?hora y media"), (_YEAR / 2, r"medio año"), (1.5 * _YEAR, r"un? año y medio"), (1.5 * _MONTH, r"un? mes y medio")),
    "it": ((1.5, r"minuto e mezzo"), (15, r"quarto d['’]ora"), (45, r"tre quarti d['’]ora"), (30, r"mezz['’]ora"), (90, r"(?:un['’])?ora e mezz[ao]"), (1.5 * _YEAR, r"un anno e mezzo"), (1.5 * _MONTH, r"un mese e mezzo")),
    "pt": ((1.5, r"minuto e meio"), (15, r"quarto de hora"), (45, r"três quartos de hora"), (30, r"meia hora"), (90, r"(?:uma )?hora e meia"), (_YEAR / 2, r"meio ano"), (1.5 * _YEAR, r"um ano e meio"), (1.5 * _MONTH, r"um mês e meio")),
    "nl": ((15, r"kwartier"), (45, r"drie kwartier"), (30, r"half uur|halfuur"), (90, r"anderhalf uur"), (_YEAR / 2, r"half jaar|halfjaar"), (1.5 * _YEAR, r"anderhalf jaar")),
    "sv": ((15, r"kvart|kvarts timme"), (45, r"tre kvart(?:s timme)?|trekvart"), (30, r"halvtimme|halv timme"), (90, r"en och en halv timme"), (_YEAR / 2, r"halvår"), (1.5 * _YEAR, r"ett och ett halvt år")),
    "ru": ((1.5, r"пол(?:торы|утора) минут[ыу]?"), (15, r"четверть часа|четверти часа"), (45, r"три четверти часа|тр[её]х четвертей часа"), (30, r"полчаса|получаса"), (90, r"пол[ту]\w+ час(?:а|ов)"), (_YEAR / 2, r"полгода|полугода"), (1.5 * _YEAR, r"полтора года|полутора лет"), (1.5 * _MONTH, r"полтора месяца|полутора месяцев")),
    "uk": ((1.5, r"півтор[иа] хвилин[иу]?"), (15, r"чверть години|чверті години"), (45, r"три чверті години"), (30, r"пів ?години"), (90, r"півтор[аи] години"), (_YEAR / 2, r"пів ?року|півріччя"), (1.5 * _YEAR, r"півтора року"), (1.5 * _MONTH, r"півтора місяця")),
    "pl": ((1.5, r"półtorej minuty"), (15, r"kwadrans(?:a|em|ie)?"), (45, r"trzy kwadranse|trzech kwadransów"), (30, r"pół godziny|półgodzin\w+"), (90, r"półtorej godziny"), (_YEAR / 2, r"pół roku|półrocze"), (1.5 * _YEAR, r"półtora roku"), (1.5 * _MONTH, r"półtora miesiąca")),
    "cs": ((15, r"čtvrt ?hodin[auyě]"), (45, r"tři ?čtvrtě hodiny|tři čtvrti hodiny|tříčtvrtě hodiny"), (30, r"půl ?hodin[auyě]"), (90, r"půldruhé hodiny|hodinu a půl"), (_YEAR / 2, r"půl roku|půlroku"), (1.5 * _YEAR, r"rok a půl|půldruhého roku")),
    "tr": ((30, r"yarım saat"), (90, r"bir buçuk saat"), (1.5 * _YEAR, r"bir buçuk yıl"), (_YEAR / 2, r"yarım yıl")),
    "zh": ((15, r"一刻[钟鐘]"), (45, r"三刻[钟鐘]|四十五分钟"), (30, r"半(?:个|個)?(?:小时|小時|钟头)"), (90, r"一个半小时"), (_YEAR / 2, r"半年"), (1.5 * _YEAR, r"一年半")),
    "ja": ((30, r"半時間"), (90, r"一時間半|1時間半|１時間半"), (_YEAR / 2, r"半年"), (1.5 * _YEAR, r"一年半|1年半|１年半")),
    "ar": ((15, r"ربع ساعة"), (45, r"ثلاثة أرباع (?:ال)?ساعة"), (30, r"نصف ساعة"), (90, r"ساعة ونصف(?: الساعة)?"), (_YEAR / 2, r"نصف (?:سنة|عام)"), (1.5 * _YEAR, r"(?:سنة|عام) ونصف(?: السنة| العام)?")),
}  # fmt: skip
#: language: a quarter of a century, half a century, a decade and a half.
_LONG_PHRASES: Mapping[str, tuple[str, str, str]] = {
    "en": (r"quarter(?: of a)?[ -]century", r"half[ -](?:a )?century", "decade and a half|one and a half decades"),
    "de": ("vierteljahrhunderts?", r"halbe[ns]? jahrhunderts?|halbjahrhundert", "(?:anderthalb|eineinhalb) jahrzehnten?"),
    "fr": ("quart de siècle", r"demi[ -]siècle", "décennie et demie"), "es": ("cuarto de siglo", "medio siglo", "década y media"),
    "it": ("quarto di secolo", "mezzo secolo", "decennio e mezzo"), "pt": ("quarto de século", "meio século", "década e meia"),
    "nl": ("kwart eeuw", "halve eeuw", "anderhalf decennium"), "sv": ("kvarts sekel|kvartssekel", "halvsekel|halvt sekel|halvt århundrade", "ett och ett halvt decennium"),
    "ru": ("четверт[ьи] века|четвертью века", "полвека|полувека|половин[аыу] века", "пол(?:тора|утора) десятилети[яй]"),
    "uk": ("чверт[ьі] (?:століття|віку)", "пів ?століття|пів ?віку", "півтора десятиліття"),
    "pl": ("ćwierć ?wieku|ćwierćwiecz\\w+", "pół ?wieku|półwiecz\\w+", "półtorej dekady|półtora dziesięciolecia"),
    "cs": ("čtvrt ?století", "půl ?století", "půldruhého desetiletí|jeden a půl desetiletí"),
    "tr": ("çeyrek (?:asır|yüzyıl)\\w*", "yarım (?:asır|yüzyıl)\\w*", "(?!)"), "zh": ("四分之一(?:个|個)?世[纪紀]", "半(?:个|個)?世[纪紀]", "(?!)"),
    "ja": ("四半世紀", "半世紀", "(?!)"), "ar": ("ربع قرن", "نصف قرن", "عقد ونصف(?: العقد)?"),
}  # fmt: skip
#: What a text with such a phrase has, whatever its first letter.
CRUMBS: Mapping[str, tuple[str, ...]] = {
    "en": ("uarter", "alf", "fortnight"), "de": ("iertelstunde", "alb", "ierteljahr"), "fr": ("uart", "emi"), "es": ("uarto", " medi", "edia"), "it": ("uart", "ezz"),
    "pt": ("uarto", "meia", "meio", "Meia"), "nl": ("wartier", "alf"), "sv": ("vart", "alv"), "ru": ("етверт", "олчаса", "олуч", "олтор", "олутор", "олгода", "олугода", "олвека", "олувека", "оловин"),
    "uk": ("верт", "ів"), "pl": ("wadrans", "ół", "wierć"), "cs": ("tvrt", "ůl"), "tr": ("arım", "uçuk", "eyrek"), "zh": ("半", "刻", "四分之一"), "ja": ("半", "四半"), "ar": ("ربع", "أرباع", "نصف"),
}  # fmt: skip

_LONGEST = 5_000


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """A span of time: how many minutes it may be, its place, and whether a number tells it with a unit."""

    minutes: frozenset[float]
    start: int
    end: int
    counted: bool
    full: bool = True  # more than one or two units by their word

    def same_as(self, other: TimeSpan) -> bool:
        """Whether the two may be one span: rounded, or in the units of another language (15 days are two weeks)."""
        return any(min(a, b) >= (1 - _TOLERANCE) * max(a, b) for a in self.minutes for b in other.minutes)


_TOLERANCE = 0.2

#: language: one and two before a unit of time.
_ONE_TWO: Mapping[str, tuple[str, str]] = {
    "en": ("an?|one|per", "two|couple of"), "de": ("eine[rnms]?|ein|pro", "zwei|beiden|zweier"), "fr": ("une?|par", "deux"),
    "es": ("una?|por", "dos"), "it": ("una?|uno", "due"), "pt": ("uma?|por", "dois|duas"), "nl": ("een|één|per", "twee"),
    "sv": ("en|ett|per", "två"), "ru": ("одн\\w{1,3}|в|за|через", "дв(?:а|е|ух|умя|ум)"), "uk": ("од[ин]\\w{0,4}|за|на|через", "дв(?:а|і|ох|ома)"),
    "pl": ("jed(?:en|na|ną|nego|nym|nej)|w|za", "dw(?:a|ie|óch|oma|u)"), "cs": ("jed(?:en|na|nu|noho|ním)|za", "dv(?:a|ě|ou|ěma)"),
    "tr": ("bir", "iki"), "zh": ("一", "两|兩|二"), "ja": ("一|1", "二|2"), "ar": ("(?!)", "(?!)"),
}  # fmt: skip


@cache
def _one_two(lang: str) -> re.Pattern[str]:
    edge = "" if lang in ("zh", "ja") else r"(?<!\w)"
    one, two = _ONE_TWO[lang]
    return re.compile(rf"{edge}(?:(?P<one>{one})|(?P<two>{two}))(?=[\s\u00a0-]|[天周年个個週日月か])", re.IGNORECASE)


def _with_small_spans(text: str, lang: str) -> list[TimeSpan]:
    """The spans of time, with those of one and two units (`a week`, `two weeks`)."""
    found = time_spans(text, lang)
    if lang not in _UNITS or len(text) > _LONGEST:
        return found
    for match in _one_two(lang).finditer(text):
        unit = _patterns(lang)[0].match(text, match.end())
        if unit and unit.lastgroup:
            minutes = (1 + (match.lastgroup == "two")) * _SIZES[int(unit.lastgroup[1:])]
            found.append(TimeSpan(frozenset((minutes,)), match.start(), unit.end(), counted=True, full=False))
    return found


def told_by_both(pair: Pair, side: Side, start: int, end: int) -> bool:
    """Whether a place is in a span of time that the other side tells in other words, or may: 90 and 60 minutes."""
    was = _with_small_spans(pair.source, lang_of(pair.source_lang))
    now = _with_small_spans(pair.target, lang_of(pair.target_lang))
    here, there = (was, now) if side is Side.SOURCE else (now, was)
    return any(
        span.start < end
        and start < span.end
        and (any(span.same_as(other) for other in there) or (span.full and not span.minutes.isdisjoint(_SIZES[1:])))
        for span in here
    )


def may_tell_spans(facts: Facts) -> Mask | bool:
    """Which pairs may tell a span by a part of an hour or a year on either side."""
    if not facts.langs[1]:
        return True
    here, there = (CRUMBS.get(lang, ()) for lang in facts.langs)
    return (facts.source.has(*here) | facts.target.has(*there)) if here and there else False


def time_spans(text: str, lang: str) -> list[TimeSpan]:
    """The spans of time that a text tells, in order.

    >>> [sorted(s.minutes) for s in time_spans("a quarter of an hour, then 90 minutes", "en")]
    [[15.0], [90.0]]
    """
    if lang not in _UNITS or len(text) > _LONGEST:
        return []
    units, phrases = _patterns(lang)
    found: list[TimeSpan] = []
    if has_any(text, CRUMBS[lang]):
        for match in phrases.finditer(text):
            minutes = _phrases(lang)[int(str(match.lastgroup)[1:])][0]
            found.append(TimeSpan(frozenset((float(minutes),)), *match.span(), counted=False))
    numbers = [(n.values, n.start, n.end) for n in spoken(text, lang)]
    numbers += [(n.scaled or n.plain, n.start, max(n.end, n.end_scale)) for n in figures(text, lang) if not n.code]
    for values, start, end in numbers:
        unit = units.match(text, end)
        if unit and unit.lastgroup and not any(start < span.end and span.start < unit.end() for span in found):
            size = _SIZES[int(unit.lastgroup[1:])]
            found.append(TimeSpan(frozenset(size * v for v in values), start, unit.end(), counted=True))
    return sorted(found, key=lambda span: span.start)


def unit_size(text: str, end: int, lang: str) -> float:
    """The minutes of the unit of time that follows a number; 0 for none."""
    match = _patterns(lang)[0].match(text, end) if lang in _UNITS else None
    return _SIZES[int(match.lastgroup[1:])] if match and match.lastgroup else 0.0


def _phrases(lang: str) -> tuple[tuple[float, str], ...]:
    long = zip((25 * _YEAR, 50 * _YEAR, 15 * _YEAR), _LONG_PHRASES[lang], strict=True)
    return (*_PHRASES[lang], *long)


@cache
def _patterns(lang: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    edge = "" if lang in ("zh", "ja") else r"(?!\w)"
    units = "|".join(f"(?P<u{n}>{forms})" for n, forms in enumerate(_UNITS[lang]))
    phrases = "|".join(f"(?P<p{n}>{forms})" for n, (_, forms) in reversed(list(enumerate(_phrases(lang)))))
    before = "" if lang in ("zh", "ja") else r"(?<!\w)"
    return (
        re.compile(rf"[\s\u00a0\u202f-]{{0,2}}(?:de |d['’])?(?:{units}){edge}", re.IGNORECASE),
        re.compile(rf"{before}(?:{phrases}){edge}", re.IGNORECASE),
    )
