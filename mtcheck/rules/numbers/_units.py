# ruff: noqa: E501 (tables)
"""Units of measure in the words of many languages, and whether two figures are one quantity in two units."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from mtcheck.rules.facts.openings import Openings, openings
from mtcheck.rules.numbers.figures import Number
from mtcheck.rules.words.views import kept

#: unit: (dimension, factor to the dimension's base, offset), forms. A form in capitals keeps its case.
UNITS: tuple[tuple[str, str, float, float, str], ...] = (
    # Speeds before the lengths that they begin with.
    ("mph", "speed", 1.609344, 0.0, "mph|m\\.p\\.h|miles? (?:per|an) hour|мил\\w* в час|миль/ч"),
    ("kmh", "speed", 1.0, 0.0, "km/h|kph|kmh|км/ч(?:ас)?|км в час|км/год|километр\\w* в час|kilomet\\w+ (?:per|an) hour"),
    ("km", "length", 1000.0, 0.0, "km|kms|kilomet\\w*|kilómet\\w*|quilômet\\w*|quilómet\\w*|chilometr\\w*|км|километ\\w*|кілометр\\w*|кіламетр\\w*|χλμ|χιλιόμετρ\\w*|كيلومتر\\w*|كم|کیلومتر\\w*|公里|千米|キロ(?:メートル)?|킬로미터|किलोमीटर|किमी|กิโลเมตร|กม|ki-lô-mét|ק\"מ|קילומטר\\w*"),
    ("mile", "length", 1609.344, 0.0, "mi|miles?|mil(?:a|e|i|y|ya|ím|ích)?|mille[ns]?|meilen?|millas?|miglia|miglio|milhas?|mijl(?:en)?|mill\\w{0,3}|мил[ьяиейюям]*|миля\\w*|мил|μίλι\\w*|英里|哩|マイル|마일|मील|ไมล์|dặm|ميل|أميال|مایل|מיילים?|מייל"),
    ("m", "length", 1.0, 0.0, "m|met(?:er|re)[sn]?|mètres?|metros?|metr\\w{0,3}|mét|м|метр\\w*|μ|μέτρ\\w*|متر\\w*|أمتار|米|公尺|メートル|미터|मीटर|เมตร|מטר\\w*|metri\\w*|meetri\\w*"),
    ("foot", "length", 0.3048, 0.0, "ft|feet|foot|фут\\w*|fuß|fuss|pieds?|pies?|piedi|piede|pés?|voet|stop(?:[ayęąue]|ami|ách|ám|ou)?|stóp|fot|fod|jalka\\w*|jalan|feet|picioare|πόδι\\w*|láb\\w*|英尺|呎|フィート|피트|फुट|फीट|फ़ीट|ฟุต|قدم\\w*|أقدام|فوت|פוט|רגל|kaki|stopnje|čevlj\\w*|ayak|fit"),
    ("inch", "length", 0.0254, 0.0, "in|inch(?:es)?|дюйм\\w*|zoll|pouces?|pulgadas?|pollic\\w+|polegadas?|cali?|cale|palc\\w*|palec|tum|tommer|tuum\\w*|ίντσ\\w*|inci|英寸|吋|インチ|인치|इंच|นิ้ว|بوصة|بوصات|اینچ|אינץ'?"),
    ("yard", "length", 0.9144, 0.0, "yd|yards?|ярд\\w*|yardas?|iard\\w*|jard\\w*|码|碼|ヤード|야드|गज|หลา|ياردة|یارد|יארד\\w*"),
    ("cm", "length", 0.01, 0.0, "cm|centimet\\w*|centímet\\w*|centimètres?|zentimeter\\w*|см|сантиметр\\w*|сантыметр\\w*|厘米|公分|センチ(?:メートル)?|센티미터|सेंटीमीटर|सेमी|เซนติเมตร|سنتيمتر\\w*|سم|سانتی\\w*|ס\"מ"),
    ("mm", "length", 0.001, 0.0, "mm|millimet\\w*|milímet\\w*|мм|миллиметр\\w*|міліметр\\w*|毫米|ミリ(?:メートル)?|밀리미터"),
    ("kg", "mass", 1.0, 0.0, "kg|kgs|kilos?|kilogram\\w*|quilos?|chili|chilogramm\\w*|кг|килограмм\\w*|кілограм\\w*|килограм\\w*|κιλ\\w+|كيلوغرام\\w*|كجم|کیلوگرم|公斤|千克|キロ(?:グラム)?|킬로그램|किलोग्राम|किलो|กิโลกรัม|ק\"ג|קילו\\w*"),
    ("pound", "mass", 0.45359237, 0.0, "lbs?|pounds?|фунт\\w*|pfund|livres?|libras?|libbr\\w+|funt\\w*|liber|磅|ポンド|파운드|पाउंड|ปอนด์|رطل\\w*|باوند|پوند|פאונד\\w*|ליבר\\w*"),
    ("stone", "mass", 6.35029318, 0.0, "stones?|стоун\\w*"),
    ("ton", "mass", 1000.0, 0.0, "t|ton\\w*|tonn\\w*|тонн\\w*|吨|噸|トン|톤|टन|ตัน|طن|أطنان|טון|טונות"),
    ("ounce", "mass", 0.028349523, 0.0, "oz|ounces?|унци\\w*|unzen?|onces?|onzas?|once|盎司|オンス|온스"),
    ("g", "mass", 0.001, 0.0, "g|grams?|gramm\\w*|gramos?|г|грамм\\w*|грам\\w*|克|グラム|그램|ग्राम|กรัม|غرام\\w*|גרם"),
    ("fahrenheit", "temperature", 5 / 9, -32.0, "°\\s?f|ºf|degrees? fahrenheit|fahrenheit|фаренгейт\\w*|华氏\\w*|華氏\\w*|화씨|फ़ारेनहाइट|f"),
    ("celsius", "temperature", 1.0, 0.0, "°\\s?c|ºc|℃|celsius|centigrade|цельси\\w*|摄氏\\w*|攝氏\\w*|섭씨|सेल्सियस|c"),
    ("acre", "area", 4046.856, 0.0, "acres?|акр\\w*|acri|akr\\w*|英亩|英畝|エーカー|에이커|एकड़|เอเคอร์|فدان|אקר"),
    ("hectare", "area", 10000.0, 0.0, "ha|he[ck]tar\\w*|hectárea\\w*|ettar\\w+|га|гектар\\w*|公顷|公頃|ヘクタール|헥타르|हेक्टेयर|هكتار\\w*|هکتار|הקטר"),
    ("gallon", "volume", 3.785411784, 0.0, "gal|gallons?|галлон\\w*|gallonen|galones|galón|galloni|galões|加仑|加侖|ガロン|갤런|गैलन|แกลลอน|جالون|غالون|گالن|גלון"),
    ("litre", "volume", 1.0, 0.0, "l|lit(?:er|re)s?|litr\\w*|litros?|л|литр\\w*|літр\\w*|升|リットル|리터|लीटर|ลิตร|لتر\\w*|ليتر|لیتر|ליטר\\w*"),
)  # fmt: skip

#: What may stand between a figure and its unit.
_OF_AREA_OR_HEAT = r"square |sq\.? ?|кв\.? ?|квадратн\w+ |平方|方|градус\w* (?:по )?|degrees? |grad |grados |degrés "
_AFTER = re.compile(
    rf"[\s\u00a0\u202f-]{{0,2}}(?:{_OF_AREA_OR_HEAT})?(?:"
    + "|".join(f"({forms})(?![A-Za-zÀ-ɏЀ-ӿα-ω])" for *_, forms in UNITS)
    + ")",
    re.IGNORECASE,
)


@cache
def unit_openings() -> Openings:
    """How units that `unit_after` knows begin."""
    return Openings(text for forms in (_OF_AREA_OR_HEAT, *(forms for *_, forms in UNITS)) for text in openings(forms))


#: A rounded conversion: "six feet" as "2 m" is 9 % off, and usual; 12 % keeps neighbouring integers apart above 8.
TOLERANCE = 0.12


def unit_after(text: str, number: Number) -> int | None:
    """The index in the unit table of the unit that follows a figure."""
    return _unit_at(text, max(number.end, number.end_scale))


@kept
def _unit_at(text: str, position: int) -> int | None:
    found = _AFTER.match(text, position)
    return found.lastindex - 1 if found and found.lastindex else None


def is_unit(text: str, position: int) -> bool:
    """Whether a unit follows at `position`, which is the end of a number in words."""
    return _AFTER.match(text, position) is not None


def end_of_unit(text: str, number: Number) -> int:
    """The end of the unit that follows a figure."""
    found = _AFTER.match(text, max(number.end, number.end_scale))
    return found.end() if found else number.end


#: Units that measure the same thing in two systems and are mistaken for each other.
_RIVALS = frozenset(
    frozenset(pair)
    for pair in (
        ("km", "mile"), ("m", "foot"), ("m", "yard"), ("cm", "inch"), ("kg", "pound"), ("celsius", "fahrenheit"),
        ("hectare", "acre"), ("litre", "gallon"), ("kmh", "mph"), ("km", "m"), ("cm", "m"), ("mm", "cm"), ("cm", "foot"),
        ("kg", "ton"), ("m", "mile"), ("kg", "stone"), ("g", "ounce"), ("yard", "foot"), ("km", "foot"), ("pound", "ounce"),
    )
)  # fmt: skip


def rivals(one: int, other: int) -> bool:
    """Whether two units of the table are taken for each other by mistake."""
    return frozenset((UNITS[one][0], UNITS[other][0])) in _RIVALS


def unit_name(index: int) -> str:
    """The English name of a unit."""
    return UNITS[index][0]


def conversions(source: str, target: str) -> Callable[[Number, Number], bool]:
    """A test whether a figure of `source` and one of `target` are the same quantity in two units."""

    def same(a: Number, b: Number) -> bool:
        one, two = unit_after(source, a), unit_after(target, b)
        if one is None and two is None:
            return False
        for i in _candidates(one, two):
            for j in _candidates(two, one):
                if i != j and UNITS[i][1] == UNITS[j][1] and _close(a, i, b, j):
                    return True
        return False

    return same


def _candidates(known: int | None, other: int | None) -> tuple[int, ...]:
    if known is not None:
        return (known,)
    assert other is not None
    return tuple(i for i, unit in enumerate(UNITS) if unit[1] == UNITS[other][1])


_DEGREES = 1.5
_SIGNS = ((1, 1), (-1, 1), (1, -1), (-1, -1))


def _close(a: Number, i: int, b: Number, j: int, tolerance: float = TOLERANCE) -> bool:
    for x in a.values:
        for y in b.values:
            left, right = (x + UNITS[i][3]) * UNITS[i][2], (y + UNITS[j][3]) * UNITS[j][2]
            for power in (1, 2) if UNITS[i][1] == "length" else (1,):
                if power == 2:
                    left, right = x * UNITS[i][2] ** 2, y * UNITS[j][2] ** 2
                if abs(left - right) <= tolerance * max(abs(left), abs(right)):
                    return True
            # The sign may be a word far from the figure, or stand on one side alone.
            if UNITS[i][1] == "temperature" and any(
                abs((p * x + UNITS[i][3]) * UNITS[i][2] - (q * y + UNITS[j][3]) * UNITS[j][2]) <= _DEGREES
                for p, q in _SIGNS
            ):
                return True
    return False


#: So far off, no rounding and no kinship of units (nautical miles, imperial gallons, short tons) explains a figure.
_FAR = 0.25


def far_apart(a: Number, i: int, b: Number, j: int) -> bool:
    """Whether a figure in the unit `i` and one in another unit `j` of the same kind cannot be one quantity."""
    if i == j or UNITS[i][1] != UNITS[j][1] or _close(a, i, b, j, _FAR):
        return False
    factor = UNITS[i][2] / UNITS[j][2]
    expected = {converted(a, i, j)} | {x * factor for x in a.values}
    if UNITS[i][1] == "length":
        expected |= {x * factor**2 for x in a.values}
    slack = 5.0 if UNITS[i][1] == "temperature" else 1.0
    return all(abs(y - value) > slack for y in b.values for value in expected)


def converted(a: Number, i: int, j: int) -> float:
    """The figure in the unit `j` for one in the unit `i`: of a scaled one where it is scaled, of its largest reading."""
    value = max(a.scaled or a.plain)
    return (value + UNITS[i][3]) * UNITS[i][2] / UNITS[j][2] - UNITS[j][3]
