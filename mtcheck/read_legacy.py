"""Code pages from before Unicode: chardet's answer, checked against its rivals.

chardet 7 tells scripts and East Asian encodings apart well, but wavers between code pages of one script on a page of
text or less (measured: German in windows-1252 is "unknown", Russian in ISO 8859-5 is "windows-1251"). So rivals of the
same script are compared: Cyrillic by its letter case, which the wrong page scrambles, Latin by whether the letters
belong to the language that the text is in.
"""

from __future__ import annotations

import codecs
from collections.abc import Mapping
from itertools import pairwise

from mtcheck.langid import classify

_ASKED = (
    "windows-1251", "koi8-r", "koi8-u", "iso-8859-5", "cp866", "mac-cyrillic",
    "windows-1252", "iso-8859-1", "iso-8859-15", "windows-1250", "iso-8859-2", "windows-1254", "iso-8859-9",
    "windows-1257", "iso-8859-13", "iso-8859-4", "windows-1253", "iso-8859-7", "windows-1255", "iso-8859-8",
    "windows-1256", "iso-8859-6", "windows-1258", "tis-620", "cp874", "gb18030", "big5", "big5-hkscs", "shift_jis",
    "cp932", "euc-jp", "euc-kr", "cp949", "iso-2022-jp",
)  # fmt: skip
_CYRILLIC = ("cp1251", "koi8-u", "koi8-r", "cp866", "iso8859-5", "mac-cyrillic")
_LATIN = ("cp1252", "cp1250", "iso8859-2", "cp1254", "cp1257", "iso8859-15", "iso8859-13")
_FAMILY: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(_CYRILLIC, _CYRILLIC),
    **dict.fromkeys((*_LATIN, "iso8859-1", "iso8859-9", "iso8859-4", "cp1258"), _LATIN),
}
#: Below this the best of a family is no text in it: random bytes reach 0.3, the shortest real samples tried 0.9.
_MIN_FIT = 0.6
#: chardet's answer for "nothing fits" is 0.10; outside the two families nothing else checks it.
_MIN_CONFIDENCE = 0.2

#: The letters beside a-z of languages in Latin script, lower case, from their alphabets.
_LETTERS: Mapping[str, str] = {
    "ca": "àçéèíïóòúü·", "cs": "áčďéěíňóřšťúůýž", "da": "æøåéö", "de": "äöüßé", "es": "áéíñóúüªº¿¡", "et": "äõöüšž",
    "fi": "äöåéšž", "fr": "àâæçèéêëîïôœùûüÿ", "hr": "čćđšž", "hu": "áéíóöőúüű", "id": "é", "is": "áðéíóúýþæö",
    "it": "àèéìíîòóù", "lt": "ąčęėįšųūž", "lv": "āčēģīķļņšūž", "nl": "éëïöüèáóê", "no": "æøåéòô", "pl": "ąćęłńóśźż",
    "pt": "áâãàçéêíóôõúüªº", "ro": "ăâîșțşţ", "sk": "áäčďéíĺľňóôŕšťúýž", "sl": "čšžćđ", "sq": "çë", "sv": "åäöéü",
    "tr": "çğıiöşüâîû", "en": "éèêëïöüçñ£",
}  # fmt: skip
_LATIN_LANGUAGES = tuple(_LETTERS)
#: Marks that any of the languages may use.
_COMMON = frozenset("“”„‟‘’‚«»‹›–—…•·°§©®™€£¥¢†‡‰№×÷±¼½¾²³¹µ¶¡¿´`¨¯\u00a0\u00ad")
#: So many letters beyond ASCII count as much against the answer as the found ones for it: one "é" shows little.
_DOUBT = 3
#: How much of a text is compared.
_SAMPLE_CHARS = 20_000


def detect(sample: bytes) -> tuple[str, float] | None:
    """The code page of bytes that are not UTF-8, as Python names it, with a confidence of 0..1; None if none fits."""
    import chardet

    found = chardet.detect(sample, include_encodings=_ASKED, prefer_superset=True, compat_names=False)
    confidence = float(found["confidence"] or 0.0)
    guess = codecs.lookup(found["encoding"]).name if found["encoding"] else "cp1252"
    family = _FAMILY.get(guess) if confidence >= _MIN_CONFIDENCE else _FAMILY.get(guess, _LATIN)
    if family is None:
        return guess, confidence
    # The first of equals is kept, chardet's own answer before all others.
    rivals = (guess, *(name for name in family if name != guess))
    best, fit = max(((name, _fit(sample, name)) for name in rivals), key=lambda item: item[1])
    if fit < _MIN_FIT:
        return None
    n_beyond = sum(byte > 0x7F for byte in sample)
    return best, max(confidence if best == guess else 0.0, fit * n_beyond / (n_beyond + _DOUBT))


def _fit(sample: bytes, encoding: str) -> float:
    """How well the letters beyond ASCII fit, up to 1; -1 where the bytes are not valid at all."""
    try:
        text = sample.decode(encoding)[:_SAMPLE_CHARS]
    except UnicodeDecodeError:
        return -1.0
    beyond = [char for char in text if char > "\x7f" and char not in _COMMON]
    if not beyond:
        return 0.5
    if encoding in _CYRILLIC:
        return _cyrillic_fit(text, beyond)
    language, _ = classify(text, _LATIN_LANGUAGES)
    letters = frozenset(_LETTERS[language])
    return sum(char.lower() in letters for char in beyond) / len(beyond)


def _cyrillic_fit(text: str, beyond: list[str]) -> float:
    """The share of Cyrillic letters, less the letters whose case breaks a word ("пРИВЕТ", "при°ет")."""
    n_letters = sum("\u0400" <= char <= "\u04ff" for char in beyond)
    n_broken = sum(
        before.islower() and (after.isupper() or (after > "\x7f" and not after.isalpha() and after not in _COMMON))
        for before, after in pairwise(text)
    )
    # Rare letters (Serbian ones in a Russian text) show the wrong member of a family of pages.
    n_rare = sum(char not in _USUAL_CYRILLIC for char in beyond)
    return (n_letters - 2 * n_broken - n_rare) / len(beyond)


_USUAL_CYRILLIC = frozenset("абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґўјљњђћџАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЁІЇЄҐЎЈЉЊЂЋЏ")
