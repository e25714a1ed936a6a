# ruff: noqa: E501 (tables)
"""Shares said in words, as percentages: `four fifths` and `four out of five` are 80 %, `a third` is 33 %.

As the tables of number words, these only ever excuse a figure, so a reading too many costs a miss, never an alarm.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from mtcheck.rules.text import Span, has_any

#: language: counts from one to ten, and parts from a third to a tenth, each `value:form,...`; a form is a word, in
#: `form*` with any ending. Parts after `|` need no count before them.
_TABLES: dict[str, tuple[str, str, str]] = {
    "en": (
        "1:one,a 2:two 3:three 4:four 5:five 6:six 7:seven 8:eight 9:nine 10:ten",
        "3:third,thirds 4:quarter,quarters,fourths 5:fifth,fifths 6:sixth,sixths 7:seventh,sevenths 8:eighth,eighths 9:ninth,ninths 10:tenth,tenths",
        r"(?:out of|in)(?: every)?",
    ),
    "de": (
        "1:ein,eine,einen,einem,eines,einer 2:zwei 3:drei 4:vier 5:fünf 6:sechs 7:sieben 8:acht 9:neun 10:zehn",
        "|3:drittel* 4:viertel* 5:fünftel* 6:sechstel* 7:siebtel*,siebentel* 8:achtel* 9:neuntel* 10:zehntel*",
        "von",
    ),
    "fr": (
        "1:un,une 2:deux 3:trois 4:quatre 5:cinq 6:six 7:sept 8:huit 9:neuf 10:dix",
        "4:quart,quarts 5:cinquième* 6:sixième* 7:septième* 8:huitième* 9:neuvième* 10:dixième* |3:tiers",
        r"(?:\w+ )?sur",
    ),
    "es": (
        "1:un,una,uno,la 2:dos 3:tres 4:cuatro 5:cinco 6:seis 7:siete 8:ocho 9:nueve 10:diez",
        "4:cuarto,cuartos,cuarta*,cuartas 5:quint* 6:sext* 7:séptim* 8:octav* 9:noven* 10:décim* 3:tercera* |3:tercio,tercios",
        r"(?:\w+ )?de cada",
    ),
    "it": (
        "1:un,uno,una 2:due 3:tre 4:quattro 5:cinque 6:sei 7:sette 8:otto 9:nove 10:dieci",
        "3:terzo,terzi 4:quarto,quarti 5:quint* 6:sest* 7:settim* 8:ottav* 9:non* 10:decim*",
        r"(?:\w+ )?su",
    ),
    "pt": (
        "1:um,uma 2:dois,duas 3:três 4:quatro 5:cinco 6:seis 7:sete 8:oito 9:nove 10:dez",
        "4:quarto,quartos 5:quint* 6:sext* 7:sétim* 8:oitav* 9:non* 10:décim* |3:terço,terços",
        r"(?:\w+ )?em cada",
    ),
    "nl": (
        "1:een,één 2:twee 3:drie 4:vier 5:vijf 6:zes 7:zeven 8:acht 9:negen 10:tien",
        "3:derde,derden 4:kwart,kwarten 5:vijfde* 6:zesde* 7:zevende* 8:achtste* 9:negende* 10:tiende*",
        r"op de",
    ),
    "sv": (
        "1:en 2:två 3:tre 4:fyra 5:fem 6:sex 7:sju 8:åtta 9:nio 10:tio",
        "|3:tredjedel* 4:fjärdedel* 5:femtedel* 6:sjättedel* 7:sjundedel* 8:åttondel* 9:niondel* 10:tiondel*",
        "av",
    ),
    "ru": (
        "1:одна,одну,одной,один,каждый,каждая,каждого 2:две,двух,двое,два 3:три,трех,трёх,трое 4:четыре,четырех,четырёх,четверо 5:пять,пяти 6:шесть,шести 7:семь,семи 8:восемь,восьми 9:девять,девяти 10:десять,десяти",
        "3:трети,третей,третьих,третий,третья,третьего 4:четверти,четвертей,четвертых,четвёртых,четвертый,четвёртый 5:пятая,пятую,пятой,пятых,пятый 6:шест*,шестых 7:седьм* 8:восьм* 9:девят* 10:десят* |3:треть,третью",
        "из",
    ),
    "uk": (
        "1:одна,одну,однієї,один,кожен,кожна,кожний 2:дві,двох,двоє,два 3:три,трьох,троє 4:чотири,чотирьох,четверо 5:п'ять,п’ять,п'яти,п’яти 6:шість,шести 7:сім,семи 8:вісім,восьми 9:дев'ять,дев’ять,дев'яти,дев’яти 10:десять,десяти",
        "3:третій,третя 4:чверті,чвертей,четвертий,четверта 5:п'ят*,п’ят* 6:шост* 7:сьом* 8:восьм* 9:дев'ят*,дев’ят* 10:десят* |3:третин* 4:чверть,чвертю",
        "(?:із?|з|зі)",
    ),
    "pl": (
        "1:jedna,jedną,jednej,jeden,co 2:dwie,dwóch,dwa,dwoje 3:trzy,trzech,troje 4:cztery,czterech,czworo 5:pięć,pięciu 6:sześć,sześciu 7:siedem,siedmiu 8:osiem,ośmiu 9:dziewięć,dziewięciu 10:dziesięć,dziesięciu",
        "3:trzeci* 4:czwart* 5:piąt* 6:szóst* 7:siódm* 8:ósm* 9:dziewiąt* 10:dziesiąt*",
        "na",
    ),
    "cs": (
        "1:jedna,jednu,jedné,jeden,každý 2:dvě,dvou,dva 3:tři,tří 4:čtyři,čtyř 5:pět,pěti 6:šest,šesti 7:sedm,sedmi 8:osm,osmi 9:devět,devíti 10:deset,deseti",
        "3:třetí 4:čtvrtý 5:pátý |3:třetin* 4:čtvrtin* 5:pětin* 6:šestin* 7:sedmin* 8:osmin* 9:devítin* 10:desetin*",
        "ze?",
    ),
}  # fmt: skip
_HAN = {c: i for i, c in enumerate("一二三四五六七八九十", 1)} | {"两": 2, "兩": 2}
_HAN |= {c: i for i, c in enumerate("일이삼사오육칠팔구십", 1)}
_HAN_SHARE = re.compile(
    r"([一二三四五六七八九十]|\d{1,2})分[之の]([一二三四五六七八九两兩]|\d{1,2})"
    r"|([이삼사오육칠팔구십]|\d{1,2})\s?분의\s?([일이삼사오육칠팔구]|\d{1,2})"
)
#: Languages whose words are not parted, or not by spaces alone.
UNPARTED = ("zh", "ja", "ko")

TENTHS = ("成", "割", "할")
#: Tenths of a whole: `三成`, `九割`, `9할`. `成` and `割` also begin words (`成功`, `割合`): the signs of `_SURELY` do not
#: go on with one.
_HAN_TENTHS = re.compile(r"(?<![一二三四五六七八九十百千万萬亿億第\d.,.])([一二三四五六七八九两兩]|[1-9])\s?[成割할]")
_SURELY = re.compile(
    r"[，。、；：,.;:！？!?）)\s的以左多至到是在为為都也人居受选選来來不未还還就已はがのをにもで이가을를은는의]"
    r"|(?:減|増|引き|上が|下が|上回|下回|安[いくか、。]|高[いくか、。]|以上|以下|未満|前後|超|強[、。の]|弱[、。の]|ほど|程度|近く|余り)|\Z"
)


def tenths(text: str, *, sure: bool = False) -> list[tuple[int, int, int]]:
    """(start, end, how many) of the tenths that a Chinese, Japanese or Korean text may speak of, or surely does.

    >>> tenths("政府补贴三成。"), tenths("三成功案例", sure=True)
    ([(4, 6, 3)], [])
    """
    found = _HAN_TENTHS.finditer(text)
    return [(*m.span(), _value(m[1], _HAN)) for m in found if not sure or _SURELY.match(text, m.end())]


#: Shares that a text surely tells: half of something, or one with its count. English ones stand before `of` or have a
#: count above one, since `a third` may be an ordinal.
_HALF: dict[str, str] = {
    "en": r"half(?= (?:of (?!a|an|past|an hour|this|last|next|the year|the century|the season|the match|the game)|the (?!year|century|time|size|price|season|match|game|hour|day|battle)|its |their |our |all ))",
    "de": "Hälfte", "fr": "moitié", "es": "mitad", "it": "metà", "pt": "metade", "nl": "helft", "sv": "hälften",
    "ru": r"половин\w+", "uk": r"половин\w+", "pl": r"połow\w+", "cs": r"polovin\w+", "tr": r"yarısı\w*",
    "zh": "一半(?!天)|(?<![过過])半[数數]", "ja": "(?<!過)半数|半分(?!ほど)", "ko": "(?<![가-힣])절반",
}  # fmt: skip
#: What a text that tells a share has, whatever its first letter.
SHARE_CRUMBS: dict[str, tuple[str, ...]] = {
    "en": ("hird", "uarter", "ifth", "ixth", "eventh", "ighth", "enth", "alf "),
    "de": ("rittel", "iertel", "ünftel", "echstel", "iebtel", "iebentel", "chtel", "euntel", "ehntel", "älfte"),
    "fr": ("iers", "uart", "inqui", "ixi", "epti", "uiti", "euvi", "oitié"),
    "es": ("erci", "erce", "uart", "uint", "ext", "éptim", "ctav", "oven", "écim", "itad"),
    "it": ("erz", "uart", "uint", "est", "ettim", "ttav", "non", "ecim", "età"),
    "pt": ("erç", "uart", "uint", "ext", "étim", "itav", "non", "écim", "etade"),
    "nl": ("erde", "wart", "ijfde", "esde", "evende", "chtste", "egende", "iende", "elft"),
    "sv": ("del", "älft"),
    "ru": ("рет", "етверт", "пят", "шест", "едьм", "осьм", "евят", "есят", "оловин"),
    "uk": ("рет", "верт", "ят", "шост", "ьом", "осьм", "есят", "оловин"),
    "pl": ("rzeci", "zwart", "piąt", "zóst", "iódm", "ósm", "ziewiąt", "ziesiąt", "ołow"),
    "cs": ("řet", "tvrt", "pát", "pětin", "šestin", "sedmin", "osmin", "devítin", "desetin", "olovin"),
    "tr": ("arısı", "çte ", "rtte ", "şte ", "eyreğ"), "ar": ("ثلث", "ربع", "أرباع", "نصف"), "zh": ("分之", "一半", "半数", "半數"), "ja": ("分の", "半数", "半分"), "ko": ("분의", "절반"),
}  # fmt: skip
#: Shares that stand alone or are told in another way than by a count and a part; not of an hour, a year, a final.
_MORE_SHARES: dict[str, tuple[tuple[float, str], ...]] = {
    "en": ((0.25, r"a quarter of (?!an? |the (?:hour|year|century|final|season))"),),
    "de": ((0.25, r"ein(?:em?)? Viertel(?= (?:der|des|aller|von|seiner|ihrer|unserer)\b)"),),
    "fr": ((0.25, r"(?:un|le) quart (?:des?|du|d['’])(?! ?heure)"),),
    "es": ((0.25, r"(?:un|el) cuarto de (?!hora|final|siglo|kilo|baño|estar)(?:l[oa]s|su)"), (0.25, r"(?:una|la) cuarta parte"), (1 / 3, r"(?:una|la) tercera parte"), (0.2, r"(?:una|la) quinta parte"), (0.1, r"(?:una|la) décima parte")),
    "it": ((0.25, r"un quarto (?:de[iglo]\w*|dell['’])(?!ora)"), (1 / 3, r"un terzo\b"), (0.2, r"un quinto de")),
    "pt": ((0.25, r"(?:um|o) quarto d[ao]s\b"), (0.25, r"(?:uma|a) quarta parte"), (1 / 3, r"(?:uma|a) terça parte")),
    "ru": ((0.25, r"четверть(?! (?:часа|века|года|финала|пути|мили|\w+го\b)|финал)(?= \w)"),),
    "uk": ((0.25, r"чверть(?! (?:години|століття|року|фіналу|на )|фінал)(?= \w)"),),
    "pl": ((0.25, r"ćwierć(?! (?:wieku|roku|mili|finał)|finał)(?= \w)"),),
    "cs": ((0.25, r"čtvrtin\w(?= \w)"),),
    "tr": (
        (0.25, r"çeyreği\w*|dörtte bir\w*"), (0.75, r"dörtte üç\w*"), (1 / 3, r"üçte bir\w*"), (2 / 3, r"üçte iki\w*"),
        (0.2, r"beşte bir\w*"), (0.4, r"beşte iki\w*"), (0.6, r"beşte üç\w*"), (0.8, r"beşte dör[dt]\w*"),
    ),
    "ar": ((2 / 3, r"(?:ال)?ثلث(?:ي|ا|ين|ان)"), (0.75, r"ثلاثة أرباع"), (1 / 3, r"(?:ال)?ثلث"), (0.25, r"(?<!ثلاثة )\w{0,2}ربع(?! (?:ساعة|قرن|سنة|النهائي))(?= ال)"), (0.5, r"نصف(?= ال(?!ساعة|نهائي|قرن|عام|سنة|شهر|أول|ثاني))")),
}  # fmt: skip
_ENGLISH_SHARE = re.compile(
    r"\b(?:(?P<one>a|one)[ -](?P<part>third|quarter|fifth|sixth|seventh|eighth|tenth)(?= of (?!an? (?:hour|century|mile))|\s*(?:[.,;:!?)”]|$)| (?:are|is|were|was|have|has)\b)"
    r"|(?P<count>two|three|four|five|seven)[ -](?P<parts>thirds|quarters|fifths|sixths|sevenths|eighths|tenths)"
    r"(?! of an? (?:hour|century|mile)))",
    re.IGNORECASE,
)


def told_share(text: str, lang: str) -> tuple[float, tuple[int, int]] | None:
    """The one share of a whole that a text surely tells in words, and where; None for none or several.

    >>> told_share("nearly two thirds of the plots", "en")
    (0.6666666666666666, (7, 17))
    """
    found: list[tuple[float, tuple[int, int]]] = []
    half = _half(lang)
    if half is not None:
        found += [(0.5, m.span()) for m in half.finditer(text)]
    if lang == "en":
        _, counts, parts = _patterns("en") or ("", {}, {})
        for m in _ENGLISH_SHARE.finditer(text):
            count = _value(m["one"] or m["count"], counts)
            found.append((count / _value(m["part"] or m["parts"], parts), m.span()))
    elif lang in UNPARTED:
        found += [(count / whole, span) for count, whole, span in _han_shares(text)]
    elif (table := _patterns(lang)) is not None:
        pattern, counts, parts = table
        for m in pattern.finditer(text):
            if m.groupdict().get("part"):
                count, whole = _value(m["count"], counts), _value(m["part"], parts)
                found.append((count / whole if whole else 0.0, m.span()))
            elif m.groupdict().get("lone"):
                whole = _value(m["lone"], parts)
                found.append((1 / whole if whole == 3 else 0.0, m.span()))
    more = _more_shares(lang)
    if more is not None:
        taken = [span for share, span in found if share]
        added = [
            (_MORE_SHARES[lang][int(str(m.lastgroup)[1:])][0], m.span())
            for m in more.finditer(text)
            if not any(a < m.end() and m.start() < b for a, b in taken)
        ]
        found = [
            row for row in found if row[0] or not any(a < row[1][1] and row[1][0] < b for _, (a, b) in added)
        ] + added
    if len(found) != 1 or not 0 < found[0][0] < 1:
        return None
    return found[0]


def out_of(text: str, lang: str) -> tuple[float, tuple[int, int]] | None:
    """The one share that a text tells as so many out of so many, up to ten, and where; None for none or several.

    >>> out_of("Hanno risposto sei persone su dieci.", "it"), out_of("十人中有七人同意", "zh")
    ((0.6, (15, 35)), (0.7, (0, 6)))
    """
    found: list[tuple[float, tuple[int, int]]] = []
    table = _patterns(lang) if _OUT_OF.search(text) else None
    if lang in ("zh", "ja"):
        found = [(_value(m[1], _HAN) / 10, m.span()) for m in _OUT_OF_TEN.finditer(text)]
    elif table is not None:
        pattern, counts, _ = table
        for m in (_ENGLISH_OUT_OF if lang == "en" else pattern).finditer(text):
            if m["whole"] and not (m["some"] + m["whole"]).isdecimal() and not _OF_TIME.match(text, m.end()):
                found.append((_value(m["some"], counts) / max(_value(m["whole"], counts), 1), m.span()))
    return found[0] if len(found) == 1 and 0 < found[0][0] < 1 else None


_ENGLISH_OUT_OF = re.compile(
    r"\b(?P<some>one|two|three|four|five|six|seven|eight|nine|[1-9]) (?:[a-z]+ ){0,2}(?:in|out of)(?: every)? "
    r"(?P<whole>two|three|four|five|six|seven|eight|nine|ten|10|[2-9])\b(?![.,:]\d)",
    re.IGNORECASE,
)
_OUT_OF_TEN = re.compile(
    r"(?:每?(?:十|10)[个個]?人(?:中|里|裡|当中)[就便]?有?)([一二三四五六七八九]|[1-9])(?=[个個名位人])[个個名位]?人?"
)
#: After numbers that count hours or years: `one in five years`.
_OF_TIME = re.compile(
    r" (?:hours?|minutes?|days?|weeks?|months?|years?|час|год|лет|дн|недел|мес|Stund|Tag|Jahr|Woch|heures?|jours?|ans|mois)"
)


@cache
def _more_shares(lang: str) -> re.Pattern[str] | None:
    rows = _MORE_SHARES.get(lang)
    if rows is None:
        return None
    body = "|".join(f"(?P<s{n}>{form})" for n, (_, form) in enumerate(rows))
    return re.compile(rf"(?<!\w)(?:{body})", re.IGNORECASE)


@cache
def _half(lang: str) -> re.Pattern[str] | None:
    edge = "" if lang in UNPARTED else r"\b"
    return re.compile(rf"{edge}(?:{_HALF[lang]}){edge}", re.IGNORECASE) if lang in _HALF else None


def _han_shares(text: str) -> Iterator[tuple[int, int, Span]]:
    """(count, parts of the whole, place) of shares such as `三分之二`, `3분의 2`."""
    for m in _HAN_SHARE.finditer(text):
        if (whole := _value(m[1] or m[3], _HAN)) > 0:
            yield _value(m[2] or m[4], _HAN), whole, m.span()


def _forms(row: str) -> dict[str, int]:
    items = (item.split(":") for item in row.split())
    return {form: int(value) for value, forms in items for form in forms.split(",")}


def _one_of(forms: dict[str, int], end: str = r"\b") -> str:
    longest_first = sorted(forms, key=len, reverse=True)
    return "|".join(re.escape(form.rstrip("*")) + (r"\w*" if form.endswith("*") else end) for form in longest_first)


@cache
def _patterns(lang: str) -> tuple[re.Pattern[str], dict[str, int], dict[str, int]] | None:
    """A pattern of shares with the groups count, part, whole; the values of counts and of parts."""
    if lang not in _TABLES:
        return None
    counted, parts, out_of = _TABLES[lang]
    with_count, _, alone = parts.partition("|")
    counts, denominators, lone = _forms(counted), _forms(with_count), _forms(alone)
    every = denominators | lone
    number = _one_of(counts) + r"|\d{1,2}\b"
    glued = _one_of(counts, end="") + r"|\d{1,2}"  # `driekwart`, `zweidrittel`
    bodies = [
        rf"(?P<count>{glued})[ \-\u00a0]?(?P<part>{_one_of(every)})",
        rf"(?P<some>{number}) {out_of} (?P<whole>{number})",
    ]
    if lone:
        bodies.append(rf"(?P<lone>{_one_of(lone)})")
    return re.compile(r"\b(?:" + "|".join(bodies) + ")", re.IGNORECASE), counts, every


def shares(text: str, lang: str) -> set[float]:
    """What the shares of a text are in per cent and as a decimal, rounded in the usual ways.

    >>> sorted(shares("four fifths of them", "en"))
    [0.8, 80.0]
    >>> sorted(shares("zwei Drittel", "de"))
    [0.67, 66.0, 66.6, 66.7, 67.0]
    """
    found: set[float] = set()
    for count, whole in _counted(text, lang):
        if 0 < count < whole:
            share = 100 * count / whole
            found |= {round(share / 100, 2), float(int(share)), float(round(share)), round(share, 1)}
            found.add(int(share * 10) / 10)
    return found


def share_places(text: str, lang: str) -> list[tuple[int, int]]:
    """Where a text tells shares: `three quarters`, `four out of five`, `ein Drittel`.

    >>> share_places("in three quarters of them", "en")
    [(3, 17)]
    """
    table = _patterns(lang) if has_any(text, SHARE_CRUMBS.get(lang, ())) or _OUT_OF.search(text) else None
    if table is None:
        return []
    glued = lang in ("de", "nl", "sv")
    return [
        match.span()
        for match in table[0].finditer(text)
        # `сімдесят` is no seven tenths, and `два десятка` no two.
        if (glued or match["part"] is None or not match.group().isalpha()) and not _TENS.search(match.group())
    ]


_TENS = re.compile(r"(?:десят(?:о?к|ків)|dziesiąt(?:k|ek))\w*$", re.IGNORECASE)

#: Between the numbers of a share such as `four out of five`, in any language.
_OUT_OF = re.compile(r" (?:of|in|von|sur|cada|su|op|av|из|із?|з|зі|na|ze?) ")


def _counted(text: str, lang: str) -> list[tuple[int, int]]:
    if lang in UNPARTED:
        return [(count, whole) for count, whole, _ in _han_shares(text)]
    table = _patterns(lang)
    if table is None:
        return []
    pattern, counts, parts = table
    found = []
    for m in pattern.finditer(text):
        groups = m.groupdict()
        if groups["part"]:
            found.append((_value(groups["count"], counts), _value(groups["part"], parts)))
        elif groups["whole"]:
            found.append((_value(groups["some"], counts), _value(groups["whole"], counts)))
        else:
            found.append((1, _value(groups["lone"], parts)))
    return found


def _value(word: str, values: dict[str, int]) -> int:
    if word.isdecimal():
        return int(word)
    word = word.lower()
    if word in values:
        return values[word]
    return next((n for form, n in values.items() if form.endswith("*") and word.startswith(form[:-1])), 0)
