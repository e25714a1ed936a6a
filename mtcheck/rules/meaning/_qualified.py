# ruff: noqa: E501 (tables)
"""When a word does not say what it says by itself: `poco profonde` is shallow, `after all` tells of no whole.

And words that say it unlisted: `seaplanes`, `Schmalspur`, `вертолётов`. All of it is asked for findings alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from unicodedata import category

from mtcheck.rules.meaning.contrasts import SIGNS, meanings
from mtcheck.rules.text import Span, word_set
from mtcheck.rules.words.lexicon import places

#: Words that turn what follows them into its opposite, or nearly: `not`, `less`, `hardly`.
_TURNING = {
    "en": "not no never less least hardly barely scarcely little non without isn['’]t wasn['’]t aren['’]t weren['’]t",
    "de": "nicht kein keine keinen keiner keines keinem nie niemals wenig weniger wenigsten kaum ohne",
    "nl": "niet geen nooit weinig minder nauwelijks zonder", "sv": "inte ingen inget inga aldrig mindre föga utan",
    "da": "ikke ingen intet aldrig mindre uden", "no": "ikke ingen intet aldri mindre uten", "is": "ekki",
    "fr": "pas non peu moins guère aucune? jamais sans", "es": "no poco poca pocos pocas menos nunca sin ning[uú]na? ning[uú]n",
    "it": "non poco poca pochi poche meno mai senza nessuna? nessuno", "pt": "não pouco pouca poucos poucas menos nunca sem nenhuma? nenhum",
    "ca": "no poc poca menys mai sense", "ro": "nu puțin mai_puțin fără neloc", "gl": "non pouco menos sen",
    "ru": "не ни мало менее меньше недостаточно без", "uk": "не ні мало менш менше недостатньо без", "be": "не мала менш без",
    "pl": "nie mało mniej bez żadn\\w+", "cs": "ne málo méně bez žádn\\w+", "sk": "nie málo menej bez žiadn\\w+", "bg": "не по-малко малко без",
    "sr": "ne nije manje malo bez не није мање мало без", "hr": "ne nije manje malo bez", "sl": "ne ni manj malo brez",
    "lt": "ne nėra mažiau be", "lv": "nav mazāk bez", "et": "ei pole vähem ilma", "fi": "ei eivät eikä eivätkä en emme vähemmän ilman",
    "hu": "nem ne kevésbé kevés", "el": "δεν δε μη μην όχι λιγότερο ελάχιστα χωρίς",
    "ar": "غير و?لا و?لم و?لن و?غير ليس ليست دون بدون عدم أقل قليل قليلة", "he": "לא אינו אינה אינם אין בלתי אי פחות", "fa": "غیر نه بدون عدم کم کمتر",
    "id": "tidak tak bukan belum kurang tanpa", "vi": "không chưa chẳng ít kém", "hi": "नहीं गैर कम",
}  # fmt: skip
#: The same after a word, where a language puts it there.
_TURNED_AFTER = {
    "tr": "az değil\\w* yok\\w* olmayan olmadan", "ko": "(?:[이가은는]\\s?)?(?:적|없|않|아니|낮)\\w*", "de": "nicht", "nl": "niet",
    "hi": "नहीं कम", "fa": "نیست نبود", "ja": "(?:[がはもを])?(?:な[いくか]|少な|せず)", "hu": "nélkül",
}  # fmt: skip
#: Phrases in which a word for `all` or `most` counts nothing.
_IDIOMS = {
    "en": r"(?:after|at|above|once and for|most of|best of|worst of|first of|in) all|all (?:but|right|along|too|out|over|the (?:more|same|better|worse))|all[- ]time|all[- ]star|all[- ]round\w*|all of a sudden|most[- ]favou?red|for the most part|under way",
    "de": r"(?:vor|trotz|bei|nach) all(?:em|e[nrs]?|dem)|alles andere als|am ehesten|alles in allem|alle (?:zwei|drei|vier|fünf|paar)",
    "fr": r"tout (?:à fait|de même|d['’]abord|de suite|au (?:plus|moins))|avant tout|malgré tout|après tout|surtout|tous les (?:deux|trois|quatre|cinq|six)",
    "es": r"(?:sobre|ante|del|con) todo|después de todo|de todos modos|de todas formas", "it": r"(?:dopo|prima di|innanzi) tutto|tutto sommato|del tutto|tutt['’]altro|tutti e (?:due|tre)",
    "pt": r"(?:sobre|acima de|antes de|apesar de) tudo|de todo|mesmo assim", "nl": r"(?:vooral|met|ten) al(?:le)?|al met al|onder alle\w*",
    "ru": r"вс[её](?:[- ]таки| равно| же| ещ[её]| больше| чаще)|(?:больше|прежде|скорее|чаще|лучше|меньше|дороже|раньше) всего|во вс[её]м мире",
    "uk": r"все (?:одно|ж|ще)|(?:перш за|понад|над)усе|(?:найбільше|передусім|перш за все)|в усьому світі|у всьому світі",
    "pl": r"(?:przede|mimo) wszystk(?:im|o)|wszystko jedno|na całym świecie", "cs": r"(?:především|přede) vším|na celém světě|po celém světě",
    "tr": r"her şeye rağmen|her ?halde|her ne kadar|her şeyden önce", "sv": r"framför allt|allt(?:för|emellan)|all over",
    "el": r"πάνω απ['’]? όλα|παρ['’]? όλα", "he": r"בכל זאת|קודם כל|אחרי הכל", "hu": r"mindenek előtt|egyáltalán",
}  # fmt: skip
#: What may stand between it and the word.
_SMALL = (
    "very|so|too|as|all|the|an?|been|be|have|has|had|am|sehr|als|très|si|été|muy|tan|ha|han|había|se|lo|così|molto|stat[oaie]|hanno|è|"
    "sido|muito|tão|está|очень|так|был[аои]?|дуже|буде|tak|bardzo"
)
#: Characters before and after a word that are looked at.
_AROUND = 14
#: Languages that write compounds as one word, and letters of a word that may be a part of one, or begin a form of it.
_COMPOUNDING = frozenset(("en", "de", "nl", "sv", "da", "no", "is", "fi", "hu", "et"))
_PART, _STEM, _ENDING = 4, 5, 4
#: Parts that deny the other one: `unofficial`, `hopeless`.
_DENYING_PARTS = word_set("dis non mis anti counter less free loos los lös frei fri vrij")


def is_turned(text: str, lang: str, place: Span) -> bool:
    """Whether a word that denies or lessens turns the word at a place into its opposite.

    >>> is_turned("lagune poco profonde", "it", (12, 20)), is_turned("lagune molto profonde", "it", (13, 21))
    (True, False)
    """
    start, end = place
    before, after = _turning(lang)
    if before is not None and before.search(text[max(0, start - _AROUND) : start]):
        return True
    return after is not None and after.match(text[end : end + _AROUND]) is not None


def is_idle(text: str, lang: str, place: Span) -> bool:
    """Whether a word at a place is one of an idiom, or no word at all.

    >>> is_idle("It is closed, after all", "en", (20, 23))
    True
    """
    start, end = place
    idioms = _idioms(lang)
    around = text[max(0, start - 2 * _AROUND) : end + _AROUND]
    at = start - max(0, start - 2 * _AROUND)
    if idioms is not None and any(m.start() <= at < m.end() for m in idioms.finditer(around)):
        return True
    return _is_torn(text, lang, place)


def _is_torn(text: str, lang: str, place: Span) -> bool:
    """Whether what stands at a place is no word: cut at a vowel sign of Hindi, or a part of a Japanese one; or `Sr.ª`."""
    start, end = place
    before, after = text[start - 1 : start], text[end : end + 1]
    if lang == "ja":
        kana = [not "\u4e00" <= sign <= "\u9fff" for sign in text[start:end]]
        joined = "\u4e00" <= before <= "\u9fff"
        if joined and (any(kana) or end - start == 1):
            return True
        return (kana[0] and not all(kana)) or (end - start == 1 and "\u4e00" <= after <= "\u9fff")
    if after.startswith(".") and text[end + 1 : end + 2] in ("ª", "a"):
        return True
    return any(sign and category(sign) in ("Mn", "Mc") for sign in (before, after))


@cache
def _turning(lang: str) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    before, after = _TURNING.get(lang, ""), _TURNED_AFTER.get(lang, "")
    joined = ("|".join(words.replace("_", " ") for words in table.split()) for table in (before, after))
    first, second = joined
    # `not very deep`, `no han aumentado`: one small word may stand between.
    small = rf"(?:(?:{_SMALL})\s)?"
    return (
        re.compile(rf"(?<!\w)(?:{first})[\s\u200c-]{{1,2}}{small}\Z", re.IGNORECASE) if before else None,
        re.compile(rf"\s?(?:{second})", re.IGNORECASE) if after else None,
    )


@cache
def _idioms(lang: str) -> re.Pattern[str] | None:
    return re.compile(rf"(?<!\w)(?:{_IDIOMS[lang]})(?!\w)", re.IGNORECASE) if lang in _IDIOMS else None


def is_hidden(text: str, lang: str, member: int) -> bool:
    """Whether an unlisted word of a text has a word for a member, given as a bit, as a part, or is a form of one.

    >>> from mtcheck.rules.meaning.contrasts import english_words
    >>> is_hidden("from helicopters to floatplanes", "en", english_words()["planes"][0])
    True
    """
    known = meanings(lang)
    if lang in SIGNS:
        return False
    return any(known.get(part, (0, 0))[0] & member for part in _parts(text, lang))


def _parts(text: str, lang: str) -> Iterator[str]:
    """What the unlisted words of a text begin and end with."""
    known, joins = meanings(lang), lang in _COMPOUNDING
    least = _PART if joins else _STEM
    for word, _, _ in places(text):
        low = word.lower()
        if len(low) <= least or low in known:
            continue
        for at in range(least, len(low)):
            if low[at:] not in _DENYING_PARTS and (joins or len(low) - at <= _ENDING):
                yield low[:at]
        if joins:
            for at in range(3, len(low) - _PART + 1):
                if low[:at] not in _DENYING_PARTS:
                    yield low[at:]
