"""Facts about languages, as tables: names, scripts, direction, tags, and which languages are taken for one another.

Tags are BCP 47 (RFC 5646) in the shortest form that says what matters here: the language, and the script only where
it is not the usual one (`zh-Hant`, `sr-Latn`). Regions are dropped, except that `zh-TW`, `zh-HK` and `zh-MO` mean
traditional characters. Script codes are ISO 15924.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache

from mtcheck.errors import ConfigError


@dataclass(frozen=True, slots=True)
class Language:
    """One language: its tag, English name, usual script first, and the languages it is usually taken for."""

    tag: str
    name: str
    scripts: tuple[str, ...]
    confusions: tuple[str, ...] = ()


_JPAN = ("Jpan", "Hira", "Kana", "Hani")

_TABLE: tuple[Language, ...] = (
    Language("af", "Afrikaans", ("Latn",), ("nl",)),
    Language("am", "Amharic", ("Ethi",)),
    Language("ar", "Arabic", ("Arab",), ("fa", "ur")),
    Language("az", "Azerbaijani", ("Latn", "Cyrl"), ("tr",)),
    Language("be", "Belarusian", ("Cyrl",), ("ru", "uk")),
    Language("bg", "Bulgarian", ("Cyrl",), ("ru", "mk", "sr")),
    Language("bn", "Bengali", ("Beng",)),
    Language("bs", "Bosnian", ("Latn", "Cyrl"), ("hr", "sr", "sl")),
    Language("ca", "Catalan", ("Latn",), ("es", "fr", "pt")),
    Language("cs", "Czech", ("Latn",), ("sk", "pl")),
    Language("cy", "Welsh", ("Latn",)),
    Language("da", "Danish", ("Latn",), ("no", "sv")),
    Language("de", "German", ("Latn",), ("nl", "da")),
    Language("el", "Greek", ("Grek",)),
    Language("en", "English", ("Latn",)),
    Language("eo", "Esperanto", ("Latn",)),
    Language("es", "Spanish", ("Latn",), ("pt", "ca", "it")),
    Language("et", "Estonian", ("Latn",), ("fi",)),
    Language("eu", "Basque", ("Latn",)),
    Language("fa", "Persian", ("Arab",), ("ar", "ur")),
    Language("fi", "Finnish", ("Latn",), ("et",)),
    Language("fr", "French", ("Latn",), ("ca", "it", "es")),
    Language("ga", "Irish", ("Latn",)),
    Language("gl", "Galician", ("Latn",), ("pt", "es")),
    Language("gu", "Gujarati", ("Gujr",)),
    Language("he", "Hebrew", ("Hebr",)),
    Language("hi", "Hindi", ("Deva",), ("mr", "ne")),
    Language("hr", "Croatian", ("Latn",), ("sr", "sl")),
    Language("hu", "Hungarian", ("Latn",)),
    Language("hy", "Armenian", ("Armn",)),
    Language("id", "Indonesian", ("Latn",), ("ms",)),
    Language("is", "Icelandic", ("Latn",), ("no", "da")),
    Language("it", "Italian", ("Latn",), ("es", "fr", "ro")),
    Language("ja", "Japanese", _JPAN, ("zh",)),
    Language("ka", "Georgian", ("Geor",)),
    Language("kk", "Kazakh", ("Cyrl", "Latn"), ("ru",)),
    Language("km", "Khmer", ("Khmr",)),
    Language("kn", "Kannada", ("Knda",)),
    Language("ko", "Korean", ("Kore", "Hang", "Hani")),
    Language("ky", "Kyrgyz", ("Cyrl",), ("kk", "ru")),
    Language("la", "Latin", ("Latn",), ("it",)),
    Language("lo", "Lao", ("Laoo",)),
    Language("lt", "Lithuanian", ("Latn",), ("lv",)),
    Language("lv", "Latvian", ("Latn",), ("lt",)),
    Language("mk", "Macedonian", ("Cyrl",), ("bg", "sr")),
    Language("ml", "Malayalam", ("Mlym",)),
    Language("mn", "Mongolian", ("Cyrl",), ("ru",)),
    Language("mr", "Marathi", ("Deva",), ("hi", "ne")),
    Language("ms", "Malay", ("Latn",), ("id",)),
    Language("mt", "Maltese", ("Latn",), ("it",)),
    Language("my", "Burmese", ("Mymr",)),
    Language("ne", "Nepali", ("Deva",), ("hi", "mr")),
    Language("nl", "Dutch", ("Latn",), ("de", "af")),
    Language("no", "Norwegian", ("Latn",), ("da", "sv")),
    Language("pa", "Punjabi", ("Guru", "Arab")),
    Language("pl", "Polish", ("Latn",), ("cs", "sk")),
    Language("ps", "Pashto", ("Arab",), ("fa", "ar")),
    Language("pt", "Portuguese", ("Latn",), ("es", "gl")),
    Language("ro", "Romanian", ("Latn",), ("it",)),
    Language("ru", "Russian", ("Cyrl",), ("uk", "bg", "be")),
    Language("si", "Sinhala", ("Sinh",)),
    Language("sk", "Slovak", ("Latn",), ("cs", "pl")),
    Language("sl", "Slovenian", ("Latn",), ("hr",)),
    Language("so", "Somali", ("Latn",)),
    Language("sq", "Albanian", ("Latn",)),
    Language("sr", "Serbian", ("Cyrl", "Latn"), ("bg", "mk", "hr", "ru")),
    Language("sv", "Swedish", ("Latn",), ("no", "da")),
    Language("sw", "Swahili", ("Latn",)),
    Language("ta", "Tamil", ("Taml",)),
    Language("te", "Telugu", ("Telu",)),
    Language("th", "Thai", ("Thai",)),
    Language("tl", "Tagalog", ("Latn",)),
    Language("tr", "Turkish", ("Latn",), ("az",)),
    Language("uk", "Ukrainian", ("Cyrl",), ("ru", "be")),
    Language("ur", "Urdu", ("Arab",), ("fa", "ar")),
    Language("uz", "Uzbek", ("Latn", "Cyrl"), ("tr",)),
    Language("vi", "Vietnamese", ("Latn",)),
    Language("yi", "Yiddish", ("Hebr",)),
    Language("zh", "Chinese", ("Hans", "Hani", "Hant"), ("ja",)),
)

LANGUAGES: dict[str, Language] = {language.tag: language for language in _TABLE}
_BY_NAME: dict[str, str] = {language.name.lower(): language.tag for language in _TABLE}

#: Languages that the embedded models and the segmenter were made for; the others are known by name only.
SUPPORTED: frozenset[str] = frozenset({
    "ar", "be", "bg", "bn", "ca", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "he", "hi", "hr", "hu",
    "id", "it", "ja", "ko", "lt", "lv", "nl", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sr", "sv", "ta", "th", "tr",
    "uk", "vi", "zh",
})  # fmt: skip

SCRIPT_NAMES: dict[str, str] = {
    "Arab": "Arabic",
    "Armn": "Armenian",
    "Beng": "Bengali",
    "Cyrl": "Cyrillic",
    "Deva": "Devanagari",
    "Ethi": "Ethiopic",
    "Geor": "Georgian",
    "Grek": "Greek",
    "Gujr": "Gujarati",
    "Guru": "Gurmukhi",
    "Hang": "Hangul",
    "Hani": "Han",
    "Hans": "simplified Han",
    "Hant": "traditional Han",
    "Hebr": "Hebrew",
    "Hira": "Hiragana",
    "Jpan": "Japanese",
    "Kana": "Katakana",
    "Khmr": "Khmer",
    "Knda": "Kannada",
    "Kore": "Korean",
    "Laoo": "Lao",
    "Latn": "Latin",
    "Mlym": "Malayalam",
    "Mymr": "Burmese",
    "Sinh": "Sinhala",
    "Taml": "Tamil",
    "Telu": "Telugu",
    "Thai": "Thai",
    "Zyyy": "other",
}

#: Three-letter (ISO 639-2/3) and retired codes, macro-language members, and the forms that other tools write.
_ALIASES: dict[str, str] = {
    "in": "id", "iw": "he", "ji": "yi", "mo": "ro", "nb": "no", "nn": "no", "sh": "sr-Latn", "fil": "tl",
    "cmn": "zh", "yue": "zh-Hant", "zht": "zh-Hant", "zhs": "zh", "arb": "ar", "pes": "fa", "prs": "fa", "ekk": "et",
    "lvs": "lv", "zsm": "ms", "als": "sq", "npi": "ne", "swh": "sw", "jp": "ja", "cz": "cs", "gr": "el", "dk": "da",
    "ua": "uk", "kr": "ko", "cn": "zh", "tw": "zh-Hant",
    "afr": "af", "amh": "am", "ara": "ar", "aze": "az", "bel": "be", "bul": "bg", "ben": "bn", "bos": "bs",
    "cat": "ca", "ces": "cs", "cze": "cs", "cym": "cy", "dan": "da", "deu": "de", "ger": "de", "ell": "el",
    "gre": "el", "eng": "en", "epo": "eo", "spa": "es", "est": "et", "eus": "eu", "fas": "fa", "per": "fa",
    "fin": "fi", "fra": "fr", "fre": "fr", "gle": "ga", "glg": "gl", "guj": "gu", "heb": "he", "hin": "hi",
    "hrv": "hr", "hun": "hu", "hye": "hy", "arm": "hy", "ind": "id", "isl": "is", "ice": "is", "ita": "it",
    "jpn": "ja", "kat": "ka", "geo": "ka", "kaz": "kk", "khm": "km", "kan": "kn", "kor": "ko", "kir": "ky",
    "lat": "la", "lao": "lo", "lit": "lt", "lav": "lv", "mkd": "mk", "mac": "mk", "mal": "ml", "mon": "mn",
    "mar": "mr", "msa": "ms", "may": "ms", "mlt": "mt", "mya": "my", "bur": "my", "nep": "ne", "nld": "nl",
    "dut": "nl", "nor": "no", "nob": "no", "nno": "no", "pan": "pa", "pol": "pl", "pus": "ps", "por": "pt",
    "ron": "ro", "rum": "ro", "rus": "ru", "sin": "si", "slk": "sk", "slo": "sk", "slv": "sl", "sqi": "sq",
    "alb": "sq", "srp": "sr", "swe": "sv", "swa": "sw", "tam": "ta", "tel": "te", "tha": "th", "tgl": "tl",
    "tur": "tr", "ukr": "uk", "urd": "ur", "uzb": "uz", "vie": "vi", "yid": "yi", "zho": "zh", "chi": "zh",
}  # fmt: skip

_RTL_SCRIPTS = frozenset({"Arab", "Hebr", "Syrc", "Thaa", "Nkoo"})
_TRADITIONAL_REGIONS = frozenset({"TW", "HK", "MO"})
_SUBTAG = re.compile(r"[A-Za-z0-9]{1,8}")


@lru_cache(maxsize=1024)
def normalise_tag(tag: str) -> str:
    """The short BCP 47 form of a tag as people and tools write it; `ConfigError` for what names no known language.

    >>> normalise_tag("RU_ru"), normalise_tag("pt-BR"), normalise_tag("zh_TW"), normalise_tag("Deutsch".lower()[:2])
    ('ru', 'pt', 'zh-Hant', 'de')
    >>> normalise_tag("srp_Latn"), normalise_tag("zh-Hans-CN"), normalise_tag("Russian")
    ('sr-Latn', 'zh', 'ru')
    """
    # POSIX locales carry a code set and a modifier: sr_RS.UTF-8@latin.
    stem, _, modifier = tag.strip().partition("@")
    parts = stem.partition(".")[0].replace("_", "-").split("-")
    if not all(_SUBTAG.fullmatch(part) for part in parts):
        raise _unknown(tag)
    base = _ALIASES.get(parts[0].lower(), parts[0].lower())
    language, _, script = base.partition("-")
    if language not in LANGUAGES:
        named = _BY_NAME.get(stem.strip().lower())
        if named is None:
            raise _unknown(tag)
        return named
    for part in parts[1:]:
        if len(part) == 4 and part.isalpha():
            script = part.title()
        elif part.upper() in _TRADITIONAL_REGIONS and language == "zh" and not script:
            script = "Hant"
        elif not part.isalnum():
            raise _unknown(tag)
    if modifier.lower() == "latin":
        script = "Latn"
    if not script or script == LANGUAGES[language].scripts[0] or script not in LANGUAGES[language].scripts:
        return language
    return f"{language}-{script}" if script in ("Hant", "Latn", "Cyrl", "Arab") else language


def _unknown(tag: str) -> ConfigError:
    wanted = tag.strip().lower()
    near = get_close_matches(wanted, [*LANGUAGES, *_BY_NAME], n=1, cutoff=0.5)
    if near:
        nearest = _BY_NAME.get(near[0], near[0])
        hint = f"; the nearest known tag is {nearest!r} ({LANGUAGES[base_tag(nearest)].name})"
    else:
        hint = ""
    return ConfigError(f"unknown language tag {tag!r}: expected a BCP 47 tag such as 'ru', 'pt-BR' or 'zh-Hant'{hint}")


def base_tag(tag: str) -> str:
    """The language without its script: `zh-Hant` gives `zh`."""
    return tag.partition("-")[0]


def is_known(tag: str) -> bool:
    """Whether `normalise_tag` takes the tag."""
    try:
        normalise_tag(tag)
    except ConfigError:
        return False
    return True


def is_supported(tag: str) -> bool:
    """Whether the segmenter and the embedded models were made for the language of this tag.

    >>> is_supported("zh-TW"), is_supported("ka"), is_supported("xx")
    (True, False, False)
    """
    return is_known(tag) and base_tag(normalise_tag(tag)) in SUPPORTED


def language_name(tag: str) -> str:
    """The English name, with the script where the tag gives one: `zh-Hant` is "Chinese (traditional Han)"."""
    language, _, script = normalise_tag(tag).partition("-")
    name = LANGUAGES[language].name
    return f"{name} ({SCRIPT_NAMES[script]})" if script else name


def script_of(tag: str) -> str:
    """The script a tag is usually written in, ISO 15924: `ru` gives `Cyrl`, `ja` gives `Jpan`, `zh` gives `Hans`."""
    language, _, script = normalise_tag(tag).partition("-")
    return script or LANGUAGES[language].scripts[0]


def scripts_of(tag: str) -> frozenset[str]:
    """The scripts whose letters a text in this language may consist of, as `identify.script_shares` names them.

    >>> sorted(scripts_of("ja")), sorted(scripts_of("sr")), sorted(scripts_of("zh-Hant"))
    (['Hani', 'Hira', 'Kana'], ['Cyrl', 'Latn'], ['Hani'])
    """
    language, _, script = normalise_tag(tag).partition("-")
    codes = (script,) if script else LANGUAGES[language].scripts
    counted = {"Hans": "Hani", "Hant": "Hani", "Jpan": "Hira", "Kore": "Hang"}
    return frozenset(counted.get(code, code) for code in codes)


def direction(tag: str) -> str:
    """`"rtl"` or `"ltr"`, for the HTML attribute `dir`."""
    return "rtl" if script_of(tag) in _RTL_SCRIPTS else "ltr"


def confusions_of(tag: str) -> tuple[str, ...]:
    """The languages that this one is usually taken for, most likely first."""
    return LANGUAGES[base_tag(normalise_tag(tag))].confusions
