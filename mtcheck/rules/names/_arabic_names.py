"""Whether an Arabic word and one in Latin letters can be one name: by its consonants, with vowels between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from mtcheck.data import Pair
from mtcheck.rules.names._altered_names import full_names
from mtcheck.rules.names._latin_names import may_be_half, plain
from mtcheck.rules.text import Span
from mtcheck.rules.words.lexicon import known_names, ranks, words

_SPELLED = {
    "ب": "bb?|p", "ت": "tt?", "ث": "th|t|s", "ج": "jj?|g|dj|dsch|ǧ", "ح": "hh?", "خ": "kh|h|ch|j", "د": "dd?",
    "ذ": "dh|d|z|th", "ر": "rr?", "ز": "zz?|s", "س": "ss?|c|z", "ش": "sh|ch|sch|s", "ص": "ss?|z", "ض": "d|dh|z",
    "ط": "tt?|th", "ظ": "z|dh|th|d", "ع": "'|’|a|", "غ": "gh?|r", "ف": "ff?|v|ph", "ق": "q|k|c|g|gh|'|",
    "ك": "kk?|c|q|ch", "ل": "ll?", "م": "mm?", "ن": "nn?", "ه": "hh?|", "و": "w|v|ou|u|o|oo|",
    "ي": "y|i|ee|ie|ey|ei|ai|", "ى": "a|i|y|", "ة": "ah?|eh?|at|et|", "ا": "aa?|e|", "أ": "a|o|u|e|i|",
    "إ": "i|e|a|", "آ": "aa?|", "ؤ": "o|u|'|’|", "ئ": "e|i|y|'|’|", "ء": "'|’|", "پ": "p", "چ": "ch", "گ": "g",
    "ڤ": "v", "ی": "y|i|ee|", "ک": "k|c|q",
}  # fmt: skip
_VOWELS = "[aeiouy'’]{0,3}"
_ARTICLE = "(?:a[lnrstdz]h?|e[lnrstdz]h?|ash|ad|as|at|an|ar|az)?[-’' ]?"
_ARABIC = re.compile("[\u0621-\u064a\u067e\u0686\u06a9\u06af\u06a4\u06cc]+")
_MOST = 60
_RARE = 3  # the last tier of a word list
#: Common names of persons, without the article.
_NAMES = frozenset(
    """
    محمد أحمد احمد محمود علي عمر عثمان حسن حسين حسان خالد خليل إبراهيم ابراهيم إسماعيل يوسف يعقوب موسى عيسى يحيى زكريا
    سليمان داود عبدالله عبد مصطفى مرتضى طارق طاهر سامي سامر سمير سالم سليم سعيد سعد سعود فيصل فهد فارس فؤاد فادي فراس
    ماهر ماجد مازن منصور منير نبيل نزار ناصر نادر هاني هشام هيثم وليد وائل ياسر ياسين زياد زيد رامي رائد رشيد رضا رفيق
    جمال جميل جابر جعفر حمزة حازم حاتم تامر تيسير بلال بسام باسم باسل أنور أنس أمين أكرم أسامة أشرف أيمن كريم كمال
    كامل لؤي صالح صلاح صابر ضياء عادل عامر عصام عماد غسان غازي قاسم قيس فاطمة عائشة خديجة زينب مريم سارة ليلى نور
    نادية هدى هالة هند سلمى سمر سناء رنا ريم رانيا دينا دلال حنان أمل إيمان أسماء ياسمين وفاء نجوى منى لمى لينا أبو أم
    """.split()  # noqa: SIM905 (a table)
)

#: What stands before the name of a place, and is a part of it.
_OF_PLACES = frozenset(
    """
    وادي جبل تل باب بيت دير عين بئر مرج رأس كفر نهر قصر قلعة خان سوق شط نبع بني بنو ابن أم أبو
    """.split()  # noqa: SIM905 (a table)
)


def _is_name(word: str) -> bool:
    return word in _NAMES or (word[:1] in "وفبل" and word[1:] in _NAMES)


def _is_before_place(word: str) -> bool:
    return word in _OF_PLACES or (word[:1] in "وفبل" and word[1:] in _OF_PLACES)


@lru_cache(maxsize=4096)
def arabic_spellings(word: str) -> re.Pattern[str]:
    """What an Arabic name may look like in Latin letters.

    >>> bool(arabic_spellings("سامر").fullmatch("samer")), bool(arabic_spellings("سامر").fullmatch("tamer"))
    (True, False)
    """
    bare = re.sub("[\u064b-\u0652\u0640]", "", word)
    article = bare.startswith("ال") and len(bare) > 4
    body = bare[2:] if article else bare
    letters = (f"(?:{_SPELLED.get(letter, '')}){_VOWELS}" for letter in body)
    return re.compile((_ARTICLE if article else "") + _VOWELS + "".join(letters))


def other_half_of_arabic(pair: Pair) -> Iterator[tuple[Span, str]]:
    """Where one half of a full name is the Arabic source's and the other half is not, with the source's."""
    here = words(pair.source)
    if not any(_is_name(word) or _is_before_place(word) for word in here):
        return
    new = list(full_names(pair.target))
    if not new or len(here) > _MOST or len(new) > _MOST:
        return
    old = list(pairwise(here))
    for one, two, first, last in new:
        rows = [(is_one(was, one), is_one(own, two), was, own) for was, own in old]
        if any(heads and tails for heads, tails, *_ in rows):
            continue
        near = [(heads, was, own) for heads, tails, was, own in rows if heads != tails]
        if len(near) != 1:
            continue
        heads, was, own = near[0]
        (name, span), gone = ((two, last), own) if heads else ((one, first), was)
        known = own if not heads else was
        of_place = heads and _is_before_place(known) and ranks("en").get(one.lower(), 9) >= _RARE
        if not of_place and (not _is_name(known) or not (_is_name(gone) or (heads and gone.startswith("ال")))):
            continue
        is_word = name.lower() in ranks("en") and name.lower() not in known_names("en")
        if not of_place and ((is_word and not _is_name(gone)) or not may_be_half(name, "en", "en")):
            continue
        there = words(pair.target)
        if not any(is_one(gone, word) for word in there) and not any(is_one(word, name) for word in here):
            yield span, gone


def is_one(arabic: str, latin: str) -> bool:
    """Whether the two may be one name."""
    return _ARABIC.fullmatch(arabic) is not None and arabic_spellings(arabic).fullmatch(plain(latin)) is not None
