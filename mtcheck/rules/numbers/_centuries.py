# ruff: noqa: E501 (tables)
"""Which century a text speaks of, in figures, Roman letters or words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from mtcheck.rules.numbers._cjk import cjk_values
from mtcheck.rules.numbers.numerals import roman_value
from mtcheck.rules.text import Span, has_any

_ROMAN = r"(?<![^\W_])[XVI]{1,5}(?![XVILCDM])"
_ROMAN_OR_CYRILLIC = r"(?<![^\W_])[XVIХІ]{1,5}(?![^\W\d_])"
_DIGITS = r"(?<![\w.,/-])\d{1,2}(?!\d)"
#: From the first to the twenty-first, as stems; the last three may be two words.
_ORDINALS: Mapping[str, str] = {
    "en": "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first",
    "de": "erst zweit dritt viert fünft sechst siebt acht neunt zehnt elft zwölft dreizehnt vierzehnt fünfzehnt sechzehnt siebzehnt achtzehnt neunzehnt zwanzigst einundzwanzigst",
    "nl": "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde dertiende veertiende vijftiende zestiende zeventiende achttiende negentiende twintigste eenentwintigste",
    "ru": "перв втор треть четверт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат двадцат двадцать_перв",
    "uk": "перш друг трет четверт п’ят шост сьом восьм дев’ят десят одинадцят дванадцят тринадцят чотирнадцят п’ятнадцят шістнадцят сімнадцят вісімнадцят дев’ятнадцят двадцят двадцять_перш",
    "pl": "pierwsz drugi trzeci czwart piąt szóst siódm ósm dziewiąt dziesiąt jedenast dwunast trzynast czternast piętnast szesnast siedemnast osiemnast dziewiętnast dwudziest dwudziest_pierwsz",
    "cs": "první druh třetí čtvrt pát šest sedm osm devát desát jedenáct dvanáct třináct čtrnáct patnáct šestnáct sedmnáct osmnáct devatenáct dvacát dvacát_prvn",
}
#: language: (what a numeral may be, what joins it to the word, the word in the singular, what shows that there are more)
_TABLES: Mapping[str, tuple[str, str, str, str]] = {
    "en": (_DIGITS, r"(?:st|nd|rd|th)[\s-]", r"century\b", "centuries"),
    "de": (_DIGITS, r"\.[\s]?", r"(?:Jahrhunderts?\b|Jh\.|Jhs?\b|Jhdt\b)", "Jahrhunderte|Jhh"),
    "fr": (f"{_ROMAN}|{_DIGITS}", r"\s?(?:e|è|ème|ᵉ|ième|er)\s", r"(?:siècle\b|s\.)", "siècles"),
    "nl": (_DIGITS, r"(?:de|ste|e)[\s-]", r"eeuwse?\b|eeuw\b", "eeuwen"),
    "ru": (
        f"{_ROMAN_OR_CYRILLIC}|{_DIGITS}",
        r"(?:-?(?:го|й|ый|ом|м|му))?\s",
        r"(?:век(?:а|е|ом|у)?\b|в\.|столети[еяю]м?\b|ст\.)",
        r"\bвв\.|веков|веках|векам|столетий|столетиях",
    ),
    "uk": (
        f"{_ROMAN_OR_CYRILLIC}|{_DIGITS}",
        r"(?:-?(?:го|й|му|м|те))?\s",
        r"(?:століття\b|столітті\b|ст\.|віку?\b)",
        r"\bстст\.|століть|століттях|віків|віках",
    ),
    "pl": (f"{_ROMAN}|{_DIGITS}", r"\s", r"(?:wiek(?:u|iem)?\b|w\.|stuleci[aeu]\b)", r"\bwieków|wiekach|\bww\."),
    "cs": (_DIGITS, r"\.\s", r"(?:století\b|stol\.)", r"\bstoletích|stoletími"),
    "tr": (_DIGITS, r"\.\s", r"yüzyıl\w*", "yüzyıllar"),
    "ko": (_DIGITS, r"\s?", "세기", "세기들"),
}
#: The numeral comes after the word.
_AFTER: Mapping[str, tuple[str, str]] = {
    "es": (r"\bsiglo\s", "siglos"), "pt": (r"\bséculo\s", "séculos"), "ca": (r"\bsegle\s", "segles"), "ro": (r"\bsecolul(?:ui)?\s(?:al\s)?", "secolele"),
}  # fmt: skip
_BEFORE_ITALIAN = (rf"(?:({_ROMAN})|({_DIGITS})[º°])\s?secolo\b", "secoli")
#: A text that names a century has one of these.
_CRUMBS: Mapping[str, tuple[str, ...]] = {
    "en": ("entury", "ENTURY", "00s"), "de": ("Jahrhundert", "Jh"), "fr": ("siècle", "s."), "nl": ("eeuw",), "tr": ("yüzyıl",),
    "ru": (" век", "\u00a0век", " в.", "\u00a0в.", "столет", "ст."), "uk": ("століт", "ст.", "вік"), "ko": ("세기",),
    "pl": ("wiek", " w.", "\u00a0w.", "stulec"), "cs": ("stolet", "století", "stol."), "es": ("siglo",), "pt": ("século",),
    "ca": ("segle",), "ro": ("secol",), "it": ("secol",), "zh": ("世",), "ja": ("世",), "ar": ("القرن",),
}  # fmt: skip
#: `nell’Ottocento`: from the 13th to the 20th.
_HUNDREDS = ["Duecento", "Trecento", "Quattrocento", "Cinquecento", "Seicento", "Settecento", "Ottocento", "Novecento"]
_ITALIAN_HUNDRED = re.compile(rf"(?<![^\W_])(?:{'|'.join(_HUNDREDS)})(?![^\W_])")
#: `the 1200s`, and no other numeral beside it.
_ENGLISH_HUNDRED = re.compile(r"(?<![\d–-])\b(1[1-9])00['’]?s\b(?!\s?(?:[-–]|and|or|to)\s)")
_ARABIC = [
    "الأول",
    "الثاني",
    "الثالث",
    "الرابع",
    "الخامس",
    "السادس",
    "السابع",
    "الثامن",
    "التاسع",
    "العاشر",
    "الحادي_عشر",
    "الثاني_عشر",
    "الثالث_عشر",
    "الرابع_عشر",
    "الخامس_عشر",
    "السادس_عشر",
    "السابع_عشر",
    "الثامن_عشر",
    "التاسع_عشر",
    "العشرين",
    "الحادي_والعشرين",
]
_ARABIC_CENTURY = re.compile(
    rf"القرن ({'|'.join(o.replace('_', ' ') for o in reversed(_ARABIC))})(?!\w)(?! (?:عشر|قبل|الهجري|هجري|ق))"
)
_CJK = re.compile(r"(?<![\d一二三四五六七八九十])(\d{1,2}|[一二三四五六七八九十]{1,4})\s?世[紀纪]")
_NUMERAL = re.compile(r"(?<![^\W_])[XVIХІ]{1,5}(?![^\W\d_])|\d")
#: Another numeral this near, before or after, may be of a range or a list (`the 17th or 18th century`), or BC.
_NEAR_BEFORE, _NEAR_AFTER = 14, 10


@cache
def _pattern(lang: str) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    """The centuries of a language, the numeral in the first group that took part; and what shows that there are more."""
    if lang in _TABLES:
        numeral, joint, word, more = _TABLES[lang]
        body = f"({numeral}){joint}(?:{word})"
        if lang in _ORDINALS:
            ordinals = "|".join(o.replace("_", r"\w*[\s-]") for o in reversed(_ORDINALS[lang].split()))
            ending = "" if lang in ("en", "nl") else r"\w{0,3}"
            body += rf"|(?<![\w-])((?:{ordinals}){ending})[\s-](?:{word})"
    elif lang in _AFTER:
        before, more = _AFTER[lang]
        body = f"{before}({_ROMAN}|{_DIGITS})"
    elif lang == "it":
        body, more = _BEFORE_ITALIAN
    else:
        return None
    return re.compile(body, 0 if lang != "en" else re.IGNORECASE), re.compile(more, re.IGNORECASE)


def century_crumbs(lang: str) -> tuple[str, ...]:
    """What a text has one of that names a century."""
    return (*_CRUMBS.get(lang, ()), "cento") if lang == "it" else _CRUMBS.get(lang, ())


def century_in(text: str, lang: str) -> tuple[int, Span] | None:
    """The one century that a text names, and where; None for no or several ones, or one that may be of a range.

    >>> century_in("drawings of the nineteenth century", "en")
    (19, (16, 34))
    >>> century_in("чертежи XVII века", "ru")
    (17, (8, 17))
    """
    if lang == "it" and "cento" in text:
        hundreds = list(_ITALIAN_HUNDRED.finditer(text))
        if len(hundreds) == 1 and "secol" not in text:
            return 13 + _HUNDREDS.index(hundreds[0].group()), hundreds[0].span()
        if hundreds:
            return None
    if not has_any(text, _CRUMBS.get(lang, ())):
        return None
    if lang == "en" and "00s" in text:
        hundreds = list(_ENGLISH_HUNDRED.finditer(text))
        if hundreds:
            alone = len(hundreds) == 1 and "centur" not in text.lower()
            return (int(hundreds[0][1]) + 1, hundreds[0].span()) if alone else None
    if lang in ("zh", "ja"):
        found = [(max(_han(m[1]), default=0), m.span()) for m in _CJK.finditer(text)]
        return found[0] if len(found) == 1 and 0 < found[0][0] <= 21 else None
    if lang == "ar":
        named = list(_ARABIC_CENTURY.finditer(text))
        if len(named) != 1 or text.count("القرن") != 1 or "قرون" in text:
            return None
        return _ARABIC.index(named[0][1].replace(" ", "_")) + 1, named[0].span()
    patterns = _pattern(lang)
    if patterns is None:
        return None
    matches = list(patterns[0].finditer(text))
    if len(matches) != 1 or patterns[1].search(text):
        return None
    (match,) = matches
    start, end = match.span()
    if _NUMERAL.search(text[max(0, start - _NEAR_BEFORE) : start]) or _NUMERAL.search(text[end : end + _NEAR_AFTER]):
        return None
    value = _value(next(group for group in match.groups() if group), lang)
    return (value, (start, end)) if 0 < value <= 21 else None


def _han(numeral: str) -> set[int]:
    return {int(numeral)} if numeral.isdecimal() else {int(value) for value in cjk_values(numeral)}


def _value(numeral: str, lang: str) -> int:
    if numeral.isdecimal():
        return int(numeral)
    if re.fullmatch("[XVIХІ]+", numeral):
        return roman_value(numeral)
    spoken = re.sub(r"[\s-]", "_", numeral.lower().replace("'", "’"))
    stems = _ORDINALS[lang].replace("-", "_").split()
    if lang in ("en", "nl"):
        return stems.index(spoken) + 1 if spoken in stems else 0
    two = [n for n, stem in enumerate(stems, 1) if "_" in stem]
    for n in two:
        first, second = stems[n - 1].split("_")
        if spoken.startswith(first) and f"_{second}" in spoken:
            return n
    return max(
        (n for n, stem in enumerate(stems, 1) if spoken.startswith(stem)), key=lambda n: len(stems[n - 1]), default=0
    )
