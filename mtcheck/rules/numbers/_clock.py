# ruff: noqa: E501 (tables)
"""Times of day in figures and words: `halb acht`, `19 h 30`, `сім ранку`, `下午3点半`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from mtcheck.rules.facts.heads import Heads
from mtcheck.rules.text import has_any

#: The hours from one to twelve by language, as they stand before `o'clock` or a time of day; forms between slashes.
_HOURS: Mapping[str, str] = {
    "en": "one two three four five six seven eight nine ten eleven twelve",
    "de": "eins/ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
    "nl": "één/een twee drie vier vijf zes zeven acht negen tien elf twaalf",
    "sv": "ett två tre fyra fem sex sju åtta nio tio elva tolv",
    "fr": "une deux trois quatre cinq six sept huit neuf dix onze douze",
    "es": "una dos tres cuatro cinco seis siete ocho nueve diez once doce",
    "it": "una due tre quattro cinque sei sette otto nove dieci undici dodici",
    "pt": "uma duas três quatro cinco seis sete oito nove dez onze doze",
    "ru": "час/часу два/двух три/трёх/трех четыре/четырёх/четырех пять/пяти шесть/шести семь/семи восемь/восьми девять/девяти десять/десяти одиннадцать/одиннадцати двенадцать/двенадцати",
    "uk": "першій/першої/перша другій/другої/друга третій/третьої/третя четвертій/четвертої/четверта п’ятій/п’ятої/п'ятій/п'ятої шостій/шостої/шоста сьомій/сьомої/сьома восьмій/восьмої/восьма дев’ятій/дев’ятої/дев'ятій десятій/десятої/десята одинадцятій/одинадцятої дванадцятій/дванадцятої",
    "pl": "pierwszej/pierwsza drugiej/druga trzeciej/trzecia czwartej/czwarta piątej/piąta szóstej/szósta siódmej/siódma ósmej/ósma dziewiątej/dziewiąta dziesiątej/dziesiąta jedenastej/jedenasta dwunastej/dwunasta",
    "cs": "jedna/jedné dvě/druhé tři/třetí čtyři/čtvrté pět/páté šest/šesté sedm/sedmé osm/osmé devět/deváté deset/desáté jedenáct/jedenácté dvanáct/dvanácté",
    "tr": "bir/bire/biri iki/ikiye/ikiyi üç/üçe/üçü dört/dörde/dördü beş/beşe/beşi altı/altıya/altıyı yedi/yediye/yediyi sekiz/sekize/sekizi dokuz/dokuza/dokuzu on/ona/onu onbir/on_bir/on_bire/on_biri oniki/on_iki/on_ikiye/on_ikiyi",
    "zh": "一 两/二 三 四 五 六 七 八 九 十 十一 十二",
    "ja": "一 二 三 四 五 六 七 八 九 十 十一 十二",
    "ar": "الواحدة الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة العاشرة الحادية الثانية_عشرة",
}  # fmt: skip
#: Hours as Russian counts the one that runs: `половина восьмого` is half past seven.
_RUNNING: Mapping[str, str] = {
    "ru": "первого второго третьего четвёртого/четвертого пятого шестого седьмого восьмого девятого десятого одиннадцатого двенадцатого",
    "uk": "першу другу третю четверту п’яту/п'яту шосту сьому восьму дев’яту/дев'яту десяту одинадцяту дванадцяту",
    "pl": "pierwszej drugiej trzeciej czwartej piątej szóstej siódmej ósmej dziewiątej dziesiątej jedenastej dwunastej",
    "cs": "jedné druhé třetí čtvrté páté šesté sedmé osmé deváté desáté jedenácté dvanácté",
}
#: Minutes as they are said before or after an hour: 5, 10, 20, 25.
_SPOKEN_MINUTES: Mapping[str, str] = {
    "en": "five ten twenty twenty-five", "de": "fünf zehn zwanzig fünfundzwanzig", "nl": "vijf tien twintig vijfentwintig",
    "sv": "fem tio tjugo tjugofem", "fr": "cinq dix vingt vingt-cinq", "es": "cinco diez veinte veinticinco",
    "it": "cinque dieci venti venticinque", "pt": "cinco dez vinte vinte_e_cinco",
    "ru": "пять/пяти десять/десяти двадцать/двадцати двадцать_пять/двадцати_пяти",
    "uk": "п’ять/п'ять десять двадцять двадцять_п’ять/двадцять_п'ять", "pl": "pięć dziesięć dwadzieścia dwadzieścia_pięć",
    "cs": "pět deset dvacet dvacet_pět", "tr": "beş on yirmi yirmi_beş",
}  # fmt: skip
_N = r"\d{1,2}"
_M = r"[0-5]\d"
#: Patterns of times by language; `{h}` is an hour in words. Groups: h hour, m minutes, w hour in words, r running hour;
#: a name at the end says what is added: half, quarter, less. `{q}` is minutes in words: past the hour (group
#: past, of the running hour going), to it (till), past and to half an hour before it (over, under).
_TIMES: Mapping[str, tuple[str, ...]] = {
    "en": (
        r"(?P<m4>{q})(?: minutes)? (?:past|after) (?P<past>{h}|{n})(?![\w,.]*\d)", r"(?:(?<=at )|(?<=by )|(?<=until )|(?<=till ))(?P<m5>{q})(?: minutes)? to (?P<till>{h})(?! (?!in the |at night|o.clock)\w)",
        r"half past (?P<half>{h}|{n})", r"(?:a )?quarter past (?P<quarter>{h}|{n})", r"(?:a )?quarter to (?P<less>{h}|{n})",
        r"(?P<h>{n})(?:[.:](?P<m>{m}))?(?=\s?[ap]\.?m\b)", r"(?P<w>{h})(?= (?:o.clock|[ap]\.?m\b|in the (?:morning|afternoon|evening)|at night))",
        r"(?P<h2>{n})(?= (?:o.clock|in the (?:morning|afternoon|evening)|at night))", r"(?<![\d.:])(?P<h3>{n}):(?P<m3>{m})(?![\d:])",
    ),
    "de": (
        r"(?P<m5>{q})(?: Minuten)? vor halb (?P<under>{h}|{n})", r"(?P<m6>{q})(?: Minuten)? nach halb (?P<over>{h}|{n})", r"(?P<m7>{q}) nach (?P<past>{h})\b", r"(?P<m8>{q}) vor (?P<till>{h})\b",
        r"halb (?P<before>{h}|{n})", r"viertel nach (?P<quarter>{h}|{n})", r"(?:viertel vor|dreiviertel) (?P<less>{h}|{n})",
        r"(?P<h>{n})(?:[.:](?P<m>{m}))?(?=\s?Uhr)", r"(?P<h2>{n})\s?Uhr\s?(?P<m2>{m})", r"(?P<w>{h})(?= Uhr| (?:morgens|abends|nachmittags|nachts|am (?:Morgen|Abend|Nachmittag)))",
        r"(?<![\d.:])(?P<h3>{n}):(?P<m3>{m})(?![\d:])", r"(?<=von )(?P<h4>{n})(?= bis \d{{1,2}} Uhr)",
    ),
    "nl": (r"(?P<m5>{q}) voor half (?P<under>{h})", r"(?P<m6>{q}) over half (?P<over>{h})", r"(?P<m7>{q}) over (?P<past>{h})\b", r"(?P<m8>{q}) voor (?P<till>{h})\b", r"half (?P<before>{h}|{n})", r"kwart over (?P<quarter>{h}|{n})", r"kwart voor (?P<less>{h}|{n})", r"(?P<h>{n})(?:[.:](?P<m>{m}))?(?= uur)", r"(?P<w>{h})(?= uur)", r"(?<![\d.:])(?P<h3>{n}):(?P<m3>{m})(?![\d:])"),
    "sv": (r"(?P<m5>{q}) i halv (?P<under>{h})", r"(?P<m6>{q}) över halv (?P<over>{h})", r"(?P<m7>{q}) över (?P<past>{h})\b", r"(?P<m8>{q}) i (?P<till>{h})\b", r"halv (?P<before>{h}|{n})", r"kvart över (?P<quarter>{h})", r"kvart i (?P<less>{h})", r"(?:klockan|kl\.?) (?P<h>{n})(?:[.:](?P<m>{m}))?"),
    "fr": (
        r"(?P<past>{h}) heures? (?P<m5>{q})(?![\w-])", r"(?P<till>{h}) heures? moins (?P<m6>{q})(?![\w-])",
        r"(?:(?P<half>{h}|{n}) heures? et demie)", r"(?:(?P<quarter>{h}|{n}) heures? et quart)", r"(?:(?P<less>{h}|{n}) heures? moins le quart)",
        r"(?<![\d.,])(?P<h>{n})\s?h(?:eures)?\s?(?P<m>{m})(?!\d)", r"(?<=[àdàse] )(?P<h2>{n})\s?h(?:eures?)?\b(?!\s?(?:et (?!(?:{n}|{h})\s?h)|moins|\d))", r"(?<=h et )(?P<h4>{n})\s?h\b(?! ?\d)", r"(?<=heures et )(?P<h5>{n})(?= heures\b)", r"(?<=[àse] )(?P<w>{h})(?= heures?\b(?! (?:et|moins)))",
    ),
    "es": (
        r"(?:las?) (?P<past>{h}) y (?P<m5>{q})\b", r"(?:las?) (?P<till>{h}) menos (?P<m6>{q})\b",
        r"(?:las?|y) (?P<half>{h}|{n}) y media", r"(?:las?) (?P<quarter>{h}|{n}) y cuarto", r"(?:las?) (?P<less>{h}|{n}) menos cuarto",
        r"(?:las?) (?P<h>{n})(?:[.:](?P<m>{m}))?(?!\d| y (?:media|cuarto|pico|\d|{h}\b|veint)| menos|[.,:]\d)", r"(?:las?) (?P<w>{h})(?= de la| en punto)", r"(?<![\d.:])(?P<h3>{n})[.:](?P<m3>{m})(?= horas| h\b)", r"(?<![\d.:])(?P<h4>{n}):(?P<m4>{m})(?![\d:])",
    ),
    "it": (
        r"(?:alle|le|dalle|all.|l.)\s?(?P<past>{h}) e (?P<m5>{q})\b", r"(?:alle|le|dalle|all.|l.)\s?(?P<till>{h}) meno (?P<m6>{q})\b",
        r"(?:alle|le|dalle|all.|l.)\s?(?P<half>{h}|{n}) e mezza", r"(?:alle|le|dalle)\s?(?P<quarter>{h}|{n}) e un quarto", r"(?:alle|le|dalle)\s?(?P<less>{h}|{n}) meno un quarto",
        r"(?:alle|dalle|ore|le)\s?(?P<h>{n})(?:[.:,](?P<m>{m}))?(?!\d| e | meno|[.,:]\d)", r"(?:alle|dalle) (?P<w>{h})(?= (?:del|di))", r"(?<![\d.:])(?P<h3>{n}):(?P<m3>{m})(?![\d:])",
    ),
    "pt": (
        r"(?:às|as|à) (?P<past>{h}) e (?P<m5>{q})\b", r"(?P<m6>{q}) (?:minutos )?para (?:as|a) (?P<till>{h})\b",
        r"(?:às|as|à) (?P<half>{h}|{n})(?: horas)? e meia", r"(?:às|as|à) (?P<quarter>{h}|{n}) e um quarto", r"(?<![\d.,])(?P<h>{n})\s?h\s?(?P<m>{m})?(?![\da-z])", r"(?:às|as) (?P<h2>{n})(?:[.:](?P<m2>{m}))?(?!\s?h|\d| e |[.:]\d)", r"(?:às|as|à) (?P<w>{h})(?= (?:horas|da))",
    ),
    "ru": (
        r"(?P<m6>{q}) минут (?P<going>{r})\b", r"без (?P<m7>{q}) (?:минут )?(?P<till>{h})\b", r"(?P<past>{h})(?: час(?:а|ов))? (?P<m8>{q})(?: минут)?(?= (?:утра|вечера|дня|ночи))",
        r"половин[аеуы] (?P<before>{r})", r"\bпол(?P<before2>{r})", r"четверть (?P<first>{r})", r"без четверти (?P<less>{h})",
        r"(?:в|к|с|до|около|после|с) (?P<h>{n})[:.](?P<m>{m})(?!\d|\.\d)", r"(?<![\d.:])(?P<h3>{n}):(?P<m3>{m})(?![\d:])", r"(?P<h2>{n})(?= (?:час(?:ов|а)? )?(?:утра|вечера|дня|ночи))", r"(?P<w>{h})(?= (?:час(?:ов|а)? )?(?:утра|вечера|дня|ночи))", r"(?:в|к|с|до) (?P<h4>{n})(?= час(?:ов|а|ам)\b(?! (?:утра|вечера|дня|ночи|\d)))", r"с (?P<h5>{n})(?= до {n} (?:час|утра|вечера|дня|ночи))",
    ),
    "uk": (
        r"(?P<m6>{q}) (?:хвилин )?по (?P<past>{h})\b", r"за (?P<m7>{q})(?: хвилин)? (?P<till>{h})\b", r"(?P<m8>{q}) хвилин на (?P<going>{r})\b",
        r"пів на (?P<before>{r})", r"чверть на (?P<first>{r})", r"за чверть (?P<less>{h})",
        r"(?:о|об|з|до|після) (?P<h>{n})[:.](?P<m>{m})(?!\d|\.\d)", r"(?<![\d.:])(?P<h3>{n}):(?P<m3>{m})(?![\d:])", r"(?P<h2>{n})(?=(?:-й)? (?:годин\w* )?(?:ранку|вечора|дня|ночі))", r"(?P<w>{h})(?= (?:годин\w* )?(?:ранку|вечора|дня|ночі))", r"(?:о|об|до|з) (?P<h4>{n})(?:-[йї])?(?= годин)", r"(?:з|із|від) (?P<h5>{n})(?:-[йї])?(?= до {n}(?:-[йї])? (?:годин|ранку|вечора|дня|ночі))", r"(?:о|об) (?P<w2>{h})\b(?! годин| ранку| вечора| дня| ночі)",
    ),
    "pl": (
        r"(?P<m5>{q}) po (?P<past>{h})\b", r"za (?P<m6>{q}) (?P<till>{h})\b",
        r"wpół do (?P<before>{r})", r"kwadrans po (?P<quarter>{r})", r"za kwadrans (?P<less>{h})",
        r"(?:o|od|do|po|godz\.|godzinie|godziny) (?P<h>{n})[:.](?P<m>{m})(?!\d|\.\d)", r"(?<![\d.:])(?P<h3>{n}):(?P<m3>{m})(?![\d:])", r"(?:o|od|do) (?:godz\.|godzin\w+ )?(?P<w>{h})\b", r"(?:godz\.|godzinie|godziny) (?P<h2>{n})(?![\d.:]\d|\d)", r"(?:o|od|do) (?P<h4>{n})(?= rano| wieczorem| po południu)", r"od (?P<h5>{n})(?= do {n}(?:$|[.,;](?!\d)))", r"(?<=od \d\d do )(?P<h6>{n})(?=$|[.,;](?!\d))", r"(?<=godz\. \d\d do )(?P<h7>{n})(?![.:]?\d)",
    ),
    "cs": (r"za (?P<m5>{q}) (?:minut )?(?P<till>{h})\b", r"půl (?P<before>{r})", r"čtvrt na (?P<first>{h})", r"(?:v|ve|od|do) (?P<h>{n})[:.](?P<m>{m})(?!\d|\.\d)", r"(?:v|ve|od|do) (?P<h2>{n})(?= hodin)", r"(?:v|ve) (?P<w>{h})(?= (?:hodin|ráno|večer|odpoledne))"),
    "tr": (r"(?:saat )?(?P<quarter>{h}) çeyrek geç", r"(?:saat )?(?P<less>{h}) çeyrek (?:kala|var)", r"(?:saat )?(?P<past>{h}) (?P<m5>{q}) geç", r"(?:saat )?(?P<till>{h}) (?P<m6>{q}) (?:kala|var)", r"saat (?P<half>{h}|{n}) buçuk", r"(?<![\d.:])(?P<h>{n})[.:](?P<m>{m})(?=['’](?:d|t|y|e|a)|\s?[-–]| ile {n}[.:]{m}| aras[ıi])", r"saat (?P<h2>{n})(?![\d]|[.:]\d| buçuk)(?!:)", r"saat (?P<w>{h})(?! buçuk)\b", r"saat (?P<h3>{n})[.:](?P<m3>{m})"),
    "zh": (r"(?P<half>{h}|{n})点半", r"(?<![一二三四五六七八九十百])(?P<h5>{h}|{n})[点點](?P<m5>[二三四五]?十[一二三四五六七八九]?|零[一二三四五六七八九])分", r"(?<!\d)(?P<h>{n})(?:点|时|:|：)(?P<m>{m})(?!\d)", r"(?<!\d)(?P<h2>{n})(?:点|时)(?!半|间|期|代|\d)", r"(?<![一二三四五六七八九十百])(?P<w>{h})点(?!半|[一二三四五六七八九十]|钟?[头左]?的)"),
    "ja": (r"(?P<half>{h}|{n})時半", r"(?<![一二三四五六七八九十百])(?P<h5>{h}|{n})時(?P<m5>[二三四五]?十[一二三四五六七八九]?)分", r"(?<!\d)(?P<h>{n})(?:時|:|：)(?P<m>{m})(?!\d)", r"(?<!\d)(?P<h2>{n})時(?!半|間|期|代|\d)", r"(?<![一二三四五六七八九十百])(?P<w>{h})時(?!半|間|期|代|[一二三四五六七八九十])"),
    "ar": (r"(?P<half>{h}) والنصف", r"(?P<quarter>{h}) والربع", r"(?P<less>{h}) إلا (?:الربع|ربع)", r"الساعة (?P<h>{n})(?:[:.](?P<m>{m}))?(?!\d)", r"الساعة (?P<w>{h})(?! (?:والنصف|والربع|إلا|عشرة))\b", r"(?:حتى|إلى|وحتى) (?P<w2>{h})(?= (?:صباح|مساء|فجر|ظهر|عصر))"),
}  # fmt: skip
#: Words of the half of the day: before noon, after noon. Those of the night may be either and are left out.
_DAY_HALVES: Mapping[str, tuple[str, str]] = {
    "en": (r"\s?a\.?m\b|\s(?:o.clock )?in the morning", r"\s?p\.?m\b|\s(?:o.clock )?in the (?:afternoon|evening)"),
    "de": (r"(?: Uhr)? (?:morgens|früh\b|vormittags|am (?:frühen )?(?:Morgen|Vormittag))", r"(?: Uhr)? (?:nachmittags|abends|am (?:frühen |späten )?(?:Nachmittag|Abend))"),
    "nl": (r"(?: uur)? (?:'s|’s) (?:ochtends|morgens)", r"(?: uur)? (?:'s|’s) (?:middags|avonds)"),
    "sv": (r" på (?:morgonen|förmiddagen)", r" på (?:eftermiddagen|kvällen)"),
    "fr": (r"(?: ?h(?:eures?)?)?(?: et demie| et quart)? du matin", r"(?: ?h(?:eures?)?)?(?: et demie| et quart)? (?:du soir|de l.après-midi)"),
    "es": (r" de la (?:mañana|madrugada)", r" de la (?:tarde|noche)"),
    "it": (r" (?:del mattino|di mattina|della mattina)", r" (?:del pomeriggio|di sera|della sera)"),
    "pt": (r"(?: horas)? da (?:manhã|madrugada)", r"(?: horas)? da (?:tarde|noite)"),
    "ru": (r" (?:час(?:ов|а)? )?утра", r" (?:час(?:ов|а)? )?(?:вечера|дня|пополудни)"),
    "uk": (r"(?:-й)? (?:годин\w* )?ранку", r"(?:-й)? (?:годин\w* )?(?:вечора|дня|пополудні)"),
    "pl": (r"(?: rano| nad ranem)", r"(?: po południu| wieczorem)"),
    "cs": (r"(?: hodin\w?)? (?:ráno|dopoledne)", r"(?: hodin\w?)? (?:odpoledne|večer)"),
    "tr": ("", ""), "zh": ("", ""), "ja": ("", ""),
    "ar": (r"\s?(?:صباح[ًا]*|ص\b)", r"\s?(?:مساء[ً]?|عصر[ًا]*|م\b)"),
}  # fmt: skip
#: The same before the time.
_HALF_BEFORE: Mapping[str, tuple[str, str]] = {
    "zh": ("上午|早上|早晨|清晨|凌晨|今早|一早", "下午|晚上|傍晚|夜里"), "ja": ("午前|朝|早朝", "午後|夕方|夜"),
    "tr": (r"\bsabah(?:ın)?(?: saat(?:leri)?)? ", r"\b(?:akşam|öğleden sonra)(?: saat)? "),
}  # fmt: skip
#: What a text that tells a time has.
CRUMBS: Mapping[str, tuple[str, ...]] = {
    "en": ("a.m", "p.m", " am", " pm", "0am", "0pm", "o’clock", "o'clock", "half past", "quarter ", " past ", ":", "in the morning", "in the afternoon", "in the evening"),
    "de": ("Uhr", "ünf vor", "ünf nach", "ehn vor", "ehn nach", "anzig vor", "anzig nach", "alb ", "iertel", ":", "orgens", "bends", "achmittags"), "nl": ("uur", "alf ", "wart ", ":"), "sv": ("klock", "kl", "alv ", "vart "),
    "fr": (" h", "\u00a0h", "h", "heure"), "es": ("las ", "la ", ":", " h"), "it": ("lle ", "ore ", "le ", ":", "all"), "pt": ("h", "às ", "as ", "à "),
    "ru": (":", "утра", "вечера", " дня", "ночи", "час", "олов", "четверт", ".", "пол"), "uk": (":", "ранку", "вечора", " дня", "ночі", "годин", "пів", "чверт", "."),
    "pl": ("wpół", "kwadrans", ":", ".", " o ", "o ", "od ", "godz"), "cs": ("půl", "hod", ":", ".", " v"), "tr": ("aat", " kala", " geç", ":", "."), "zh": ("点", "时", ":", "："), "ja": ("時", ":"), "ar": ("الساعة", "والنصف"),
}  # fmt: skip

#: Languages that write hours and minutes by 24 hours.
_OF_24_HOURS = frozenset(("de", "fr", "it", "pt", "nl", "sv", "pl", "cs", "ru", "uk", "tr"))
#: Minutes that a kind of time adds to those it tells, and from what a kind takes them away.
_ADDED = {"half": 30, "quarter": 15, "less": -15, "before": -30, "first": -45, "going": -60, "over": -30}
_BEFORE = {"till": 0, "under": -30}
_IN_MINUTES = re.compile(r"\d\s?(?:[:.]\d\d|h\b)")
#: A time of a range of which the other bound was not read as a time.
_BOUND = re.compile(r"\s?[-–—]\s?\d")


@dataclass(frozen=True, slots=True)
class Time:
    """A time of day: minutes past noon or midnight, which of the two where it is told, and its place."""

    minutes: int  # 0..719
    late: bool | None  # True after noon, False before, None where it is not told
    start: int
    end: int
    spoken: bool  # in words
    of_24: bool = False  # an hour after noon of a day of 24

    def differs(self, other: Time) -> bool:
        return self.minutes != other.minutes or (None not in (self.late, other.late) and self.late != other.late)


def times(text: str, lang: str) -> list[Time]:
    """The times of day that a text tells, in order.

    >>> [(t.minutes, t.late) for t in times("kurz vor halb acht, dann bis 19 Uhr", "de")]
    [(450, None), (420, True)]
    """
    if not has_any(text, CRUMBS.get(lang, ())):
        return []
    pattern, hours = _patterns(lang)
    found = [time for match in pattern.finditer(text) if (time := _time(text, match, hours, lang))]
    if any(time.of_24 for time in found):
        # Who counts to 24 for one time does so for the others: `entre 22 heures et 4 heures`.
        found = [replace(time, late=False) if time.late is None and not time.spoken else time for time in found]
    return found


def _time(text: str, match: re.Match[str], hours: Mapping[str, int], lang: str) -> Time | None:
    groups = {re.sub(r"\d+$|_.*", "", name): value for name, value in match.groupdict().items() if value}
    name = next(name for name in groups if name != "m")
    said = groups[name]
    minutes = _minutes(groups.get("m", "0"), lang)
    hour = int(said) if said.isdecimal() else hours.get(said.lower(), 99)
    if hour > 24:
        return None
    start, end = match.span()
    if _BOUND.match(text, end) or _BOUND.match(text[max(0, start - 3) : start][::-1]):
        return None
    late = _late(text, start, end, lang)
    if said.isdecimal() and hour > 12:
        late = hour < 24
    elif hour == 0 or (late is None and hour < 12 and lang in _OF_24_HOURS and _IN_MINUTES.search(match.group())):
        late = False
    added = minutes + _ADDED.get(name, 0) if name not in _BEFORE else _BEFORE[name] - minutes
    if hour == 12 and late is None and said.isdecimal():
        late = True
    return Time(
        (60 * hour + added) % 720,
        late,
        start,
        end,
        not said.isdecimal() or added < 0,
        said.isdecimal() and 12 < hour < 24,
    )


def _minutes(said: str, lang: str) -> int:
    """The minutes of an hour in figures, in words or in Han numerals.

    >>> _minutes("05", "de"), _minutes("二十五", "zh"), _minutes("零八", "zh"), _minutes("twenty", "en")
    (5, 25, 8, 20)
    """
    if said.isdecimal():
        return int(said)
    if lang in _SPOKEN_MINUTES:
        return _spoken_minutes(lang)[said.lower()]
    tens, ten, units = said.rpartition("十")
    signs = "零一二三四五六七八九"
    return 10 * (signs.index(tens) if tens else bool(ten)) + (signs.index(units[-1]) if units else 0)


def _late(text: str, start: int, end: int, lang: str) -> bool | None:
    after, before = _half_patterns(lang)
    for pattern, at in ((after, end), (before, 0)):
        match = None
        if pattern is not None:
            match = pattern.match(text, end) if at else pattern.search(text, max(0, start - 14), start)
        if match and match.lastgroup:
            return match.lastgroup == "late"
    return None


@cache
def _spoken_minutes(lang: str) -> Mapping[str, int]:
    """Minutes by how they are said in words."""
    said = zip(_SPOKEN_MINUTES.get(lang, "").split(), (5, 10, 20, 25), strict=False)
    return {form.replace("_", " "): n for forms, n in said for form in forms.split("/")}


@cache
def _half_patterns(lang: str) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    early, late = _DAY_HALVES.get(lang, ("", ""))
    after = re.compile(f"(?P<early>{early})|(?P<late>{late})", re.IGNORECASE) if early else None
    early, late = _HALF_BEFORE.get(lang, ("", ""))
    return after, re.compile(f"(?:(?P<early>{early})|(?P<late>{late}))$", re.IGNORECASE) if early else None


#: Languages of which each pattern has figures or a word for hours or minutes that stands apart, or behind `glued`.
_APART: Mapping[str, str] = {"en": "", "de": "", "fr": "", "es": "", "ru": "пол"}


@cache
def hours_in_words(lang: str) -> Heads[None] | None:
    """The words of which a text without a figure has one where it tells a time; None where that is not known."""
    if lang not in _APART:
        return None
    rows = " ".join(table.get(lang, "") for table in (_HOURS, _RUNNING, _SPOKEN_MINUTES)).replace("/", " ").split()
    glued = [_APART[lang] + form for form in _RUNNING.get(lang, "").replace("/", " ").split()]
    return Heads([(None, [form.replace("_", " ") for form in (*rows, *glued)])])


@cache
def _patterns(lang: str) -> tuple[re.Pattern[str], Mapping[str, int]]:
    """All patterns of a language as one, their groups numbered apart; and the hours by word."""
    hours = {form.replace("_", " "): n for n, forms in enumerate(_HOURS[lang].split(), 1) for form in forms.split("/")}
    running = {form: n for n, forms in enumerate(_RUNNING.get(lang, "").split(), 1) for form in forms.split("/")}
    h, r, q = (_one_of(table) for table in (hours, running, _spoken_minutes(lang)))
    parts = []
    for n, template in enumerate(_TIMES[lang]):
        body = template.format(h=h, r=r, q=q, n=_N, m=_M)
        parts.append(re.sub(r"\(\?P<([a-z]+)\d*>", rf"(?P<\g<1>_{n}>", body))
    edge = "" if lang in ("zh", "ja") else r"(?<![\w])"
    return re.compile(edge + "(?:" + "|".join(parts) + ")", re.IGNORECASE), {**running, **hours}


def _one_of(table: Mapping[str, int]) -> str:
    return "(?:" + "|".join(sorted(map(re.escape, table), key=len, reverse=True)) + ")" if table else "(?!)"
