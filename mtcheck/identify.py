"""Which language a text is in: langdetect on whole documents, py3langid on segments, own script counts on both first.

Measured on the project's own comparison of libraries: no sentence-level detector notices that half of a sentence is in
another script, and langdetect is the weaker one on short text; so letters are counted first, and often settle it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import numpy as np

from mtcheck.data import IntArray, LanguageGuess
from mtcheck.langid import classify
from mtcheck.languages import (
    SCRIPT_NAMES,
    SUPPORTED,
    base_tag,
    confusions_of,
    language_name,
    normalise_tag,
    scripts_of,
)
from mtcheck.scripts import SCRIPTS, count_scripts, script_shares

__all__ = ["forget_profiles", "identify_document", "identify_segments", "script_shares"]

#: langdetect draws random n-grams; a fixed seed makes its answer a function of the text.
_SEED = 0
#: How much of a document langdetect sees, in pieces from all over it; it needs some hundred characters.
_SAMPLE_CHARS, _N_SAMPLES = 3000, 6
#: Fewer letters than this say nothing about a document's language.
_MIN_DOCUMENT_LETTERS = 12
#: Below this langdetect hesitates between two languages.
_MIN_DOCUMENT_CONFIDENCE = 0.7
#: A script with at least this share of the letters is the text's script; else the text is mixed.
_MAIN_SHARE = 0.65
#: Fewer letters than this in a segment (in logographic scripts a third of it) are left to the script alone.
_MIN_SEGMENT_LETTERS = 12
#: Below this a language other than the expected one is not named: on sentences of 40 languages of ours no right
#: sentence was called foreign with more, but for English phrases in Polish lists.
_MIN_FOREIGN_CONFIDENCE = 0.8
#: From here on the choice among the likely languages needs no second look at all languages of the script.
_SURE = 0.9
#: So many words that only the expected language has settle it.
_MIN_TELLING = 2
#: Near to languages without a list, Malay and Bosnian.
_LIKE_UNLISTED = ("id", "hr")
#: Longer segments are cut for py3langid: more text changes no answer and costs time.
_MAX_SEGMENT_CHARS = 300


# Documents


def identify_document(text: str, *, expected: str | None = None) -> LanguageGuess:
    """The main language of a whole document, deterministic; `lang` is None, with a reason, where it cannot be told.

    `expected` never overrides the text; it only decides between writing variants (`zh` and `zh-Hant`, `sr-Latn`).
    """
    shares = script_shares(text[:200_000])
    n_letters = _n_letters(text)
    if n_letters < _MIN_DOCUMENT_LETTERS and not (n_letters >= 4 and _dense(shares)):
        return LanguageGuess(lang=None, confidence=0.0, reason=f"too little text ({n_letters} letters)")
    script, share = next(iter(_merged(shares).items()))
    if share < _MAIN_SHARE:
        return LanguageGuess(lang=None, confidence=share, reason=f"mixed scripts ({_describe(_merged(shares))})")
    if script in _SOLE:
        return _variant(LanguageGuess(lang=_SOLE[script], confidence=share, reason="script"), text, expected)
    if script not in _BY_SCRIPT:
        name = SCRIPT_NAMES.get(script, script)
        return LanguageGuess(lang=None, confidence=share, reason=f"no supported language is written in {name} script")
    sample = _sample(text)
    letters = _by_letters(sample) if script == "Cyrl" else None
    ranked = [(letters, share)] if letters is not None else _langdetect(sample, script)
    if not ranked:
        return LanguageGuess(lang=None, confidence=0.0, reason="no known language fits")
    best, confidence = ranked[0]
    if confidence < _MIN_DOCUMENT_CONFIDENCE:
        heard = ", ".join(f"{language_name(tag)} {probability:.2f}" for tag, probability in ranked[:2])
        return LanguageGuess(lang=None, confidence=confidence, reason=f"undecided ({heard})")
    if best not in SUPPORTED:
        reason = f"looks like {language_name(best)}, which is not supported"
        return LanguageGuess(lang=None, confidence=confidence, reason=reason)
    reason = "langdetect" if letters is None else "letters"
    return _variant(LanguageGuess(lang=best, confidence=confidence, reason=reason), text, expected)


def _n_letters(text: str) -> int:
    return int(count_scripts([text[:20_000]])[0, 1:].sum())


def _merged(shares: dict[str, float]) -> dict[str, float]:
    """Shares with the scripts that are used together added up: kana and Han where there is kana, Hangul and Han."""
    merged = dict(shares)
    if "Hani" in merged:
        # One kana in twenty letters is Japanese already: Chinese has none, and Japanese seldom less than a third.
        kana = merged.get("Hira", 0.0) + merged.get("Kana", 0.0)
        lead = "Hira" if kana > 0.05 else "Hang" if merged.get("Hang", 0.0) > merged["Hani"] else None
        if lead:
            merged[lead] = merged.get(lead, 0.0) + merged.pop("Hani")
    if "Kana" in merged:
        merged["Hira"] = merged.get("Hira", 0.0) + merged.pop("Kana")
    return dict(sorted(merged.items(), key=lambda item: -item[1]))


_TOGETHER = np.array([SCRIPTS.index(script) for script in ("Hani", "Hira", "Kana", "Hang")])
#: `SCRIPTS` as `_merged` names a text's only one.
_MERGED = tuple(next(iter(_merged({script: 1.0}))) for script in SCRIPTS)


def _dense(shares: dict[str, float]) -> bool:
    return next(iter(shares), "") in ("Hani", "Hira", "Kana", "Hang", "Thai")


def _describe(shares: dict[str, float]) -> str:
    parts = [f"{share:.0%} {SCRIPT_NAMES.get(code, code)}" for code, share in list(shares.items())[:3]]
    return ", ".join(parts)


#: Scripts that one language of ours is alone in writing.
_SOLE = {"Grek": "el", "Hebr": "he", "Thai": "th", "Hang": "ko", "Hira": "ja", "Hani": "zh", "Taml": "ta", "Beng": "bn"}
#: The languages that langdetect and we tell apart within a script; others of the script are out of its reach.
_BY_SCRIPT: dict[str, tuple[str, ...]] = {
    "Cyrl": ("ru", "uk", "bg", "mk"),
    "Arab": ("ar", "fa", "ur"),
    "Deva": ("hi", "mr", "ne"),
    "Latn": (
        "af", "ca", "cs", "cy", "da", "de", "en", "es", "et", "fi", "fr", "hr", "hu", "id", "it", "lt", "lv", "nl",
        "no", "pl", "pt", "ro", "sk", "sl", "so", "sq", "sv", "sw", "tl", "tr", "vi",
    ),
}  # fmt: skip


def _by_letters(text: str) -> str | None:
    """Belarusian, Serbian or Macedonian, which langdetect does not know or mixes up, by their letters."""
    text = text.lower()
    n_cyrillic = max(1, sum("\u0400" <= char <= "\u04ff" for char in text))

    def share(letters: str) -> float:
        return sum(map(text.count, letters)) / n_cyrillic

    # In running text ј alone is 3 % of Serbian letters, і and ы are 5 % and 3 % of Belarusian ones; names stay below.
    if share("јљњџ") > 0.01:
        return "mk" if share("ѓќѕ") > share("ђћ") else "sr"
    if share("і") > 0.01 and share("ыў") > 0.01 and share("ищъїєґ") < 0.01:
        return "be"
    return None


def _sample(text: str) -> str:
    """Some 3,000 characters from all over a long text, cut at white space; addresses and numbers taken out."""
    if len(text) > _SAMPLE_CHARS:
        size = _SAMPLE_CHARS // _N_SAMPLES
        step = (len(text) - size) // (_N_SAMPLES - 1)
        pieces = [text[index * step : index * step + size] for index in range(_N_SAMPLES)]
        text = " ".join(pieces)
    return _NOISE.sub(" ", text)


_NOISE = re.compile(r"(?:https?://|www\.)\S{1,500}|\S{1,100}@\S{1,100}|[\d_]+")


@cache
def _factory(script: str) -> Any:
    """langdetect with the profiles of one script's languages: a fraction of the load time, and fewer confusions."""
    from pathlib import Path

    import langdetect
    from langdetect.detector_factory import DetectorFactory

    folder = Path(langdetect.__file__).parent / "profiles"
    factory = DetectorFactory()
    factory.load_json_profile([(folder / tag).read_text(encoding="utf-8") for tag in _BY_SCRIPT[script]])
    factory.set_seed(_SEED)
    return factory


def forget_profiles() -> None:
    """Let langdetect's profiles go, some 7 MB a script: a stream's languages are told from its beginning."""
    _factory.cache_clear()


def _langdetect(text: str, script: str) -> list[tuple[str, float]]:
    """Languages of a script with their probabilities, best first."""
    from langdetect.lang_detect_exception import LangDetectException

    detector = _factory(script).create()
    detector.append(text.lower() if text.isupper() else text)
    try:
        return [(found.lang, float(found.prob)) for found in detector.get_probabilities()]
    except LangDetectException:
        return []


#: Frequent characters that only one of the two ways of writing Chinese has, from general knowledge.
_SIMPLIFIED = frozenset("这国说们时来对为会个发经学还没过动现开问实进无两样见间门点应关机东车书长电话业产务让观头让")
_TRADITIONAL = frozenset("這國說們時來對為會個發經學還沒過動現開問實進無兩樣見間門點應關機東車書長電話業產務讓觀頭")


def _variant(guess: LanguageGuess, text: str, expected: str | None) -> LanguageGuess:
    """The guess with its script where a language has two: `zh-Hant`, `sr-Latn`."""
    if guess.lang != "zh":
        return guess
    sample = text[:20_000]
    n_simplified = sum(char in _SIMPLIFIED for char in sample)
    n_traditional = sum(char in _TRADITIONAL for char in sample)
    if n_traditional == n_simplified and expected and base_tag(normalise_tag(expected)) == "zh":
        tag = normalise_tag(expected)
    else:
        tag = "zh-Hant" if n_traditional > n_simplified else "zh"
    return LanguageGuess(lang=tag, confidence=guess.confidence, reason=guess.reason)


# Segments


def identify_segments(texts: Sequence[str], *, expected: str | None, other: str | None) -> list[LanguageGuess]:
    """One guess a text, in order; `expected` is the language it should be in, `other` that of the pair's other side.

    Script counts decide where they can. Where languages share a script, py3langid chooses among the two, their usual
    confusions and English. Mixed text gives None with the shares in `reason`; so do texts that are too short.
    """
    expected = normalise_tag(expected) if expected else None
    other = normalise_tag(other) if other else None
    counts = count_scripts([text[:4000] for text in texts])
    n_letters, main = counts[:, 1:].sum(axis=1), counts[:, 1:].argmax(axis=1) + 1
    n_main = counts[np.arange(len(texts)), main]
    alone = n_main == n_letters
    # Scripts that are used together are added up by `_merged`; elsewhere the one with the most letters is the first.
    apart = (n_main >= _MAIN_SHARE * n_letters) & ~counts[:, _TOGETHER].any(axis=1)
    scripts = [
        _MERGED[i] if one else SCRIPTS[i] if clear else ""
        for i, one, clear in zip(main.tolist(), alone.tolist(), apart.tolist(), strict=True)
    ]
    guess = _Chooser(expected, other).guess
    return list(map(guess, texts, n_letters.tolist(), n_main.tolist(), scripts, counts))


@lru_cache(maxsize=256)
def _told(lang: str | None, confidence: float, reason: str) -> LanguageGuess:
    """A guess that many texts share."""
    return LanguageGuess(lang=lang, confidence=confidence, reason=reason)


class _Chooser:
    """The decision for one segment at a time, for one pair of languages."""

    def __init__(self, expected: str | None, other: str | None) -> None:
        self.expected = expected
        self.other = other
        self.wanted = scripts_of(expected) if expected else frozenset()
        self.candidates = _candidates(expected, other)

    def guess(self, text: str, n_letters: int, n_main: int, script: str, counts: IntArray) -> LanguageGuess:
        """`script` is the text's own if that is clear, and then `n_main` of its letters are of it; else empty;
        `counts` holds the letters of each.
        """
        if n_letters == 0:
            return LanguageGuess(lang=None, confidence=0.0, reason="no letters")
        share = n_main / n_letters
        if not script:
            shares = {SCRIPTS[i]: n / n_letters for i, n in enumerate(counts.tolist()) if n and i}
            merged = _merged(dict(sorted(shares.items(), key=lambda item: -item[1])))
            script, share = next(iter(merged.items()))
            if share < _MAIN_SHARE:
                return LanguageGuess(lang=None, confidence=share, reason=f"mixed scripts ({_describe(merged)})")
        among = self.candidates.get(script, ())
        if not among:
            return self._foreign(script, share)
        if len(among) == 1 and (script != "Latn" or n_letters < _MIN_SEGMENT_LETTERS or not _is_odd_english(text)):
            return _told(among[0], share, "script")
        if n_letters < _MIN_SEGMENT_LETTERS:
            return LanguageGuess(lang=None, confidence=0.0, reason=f"too short to tell ({n_letters} letters)")
        if script != "Latn" and self._is_expected_by_letters(text):
            return _told(self.expected, share, "letters")
        if script == "Latn" and self._is_expected_by_words(text[:_MAX_SEGMENT_CHARS]):
            return _told(self.expected, share, "words")
        return self._among(text[:_MAX_SEGMENT_CHARS], script, among)

    def _is_expected_by_letters(self, text: str) -> bool:
        """Whether letters alone show the expected language; saves loading py3langid for a Russian or Arabic article."""
        rival = self.other is not None and "Cyrl" in scripts_of(self.other)
        if self.expected == "ru":
            if _NOT_RUSSIAN.search(text):
                return False
            # Bulgarian is left: it has no ы, э, ё, and ъ before consonants or words of its own in nearly any sentence.
            return _has_any(text, "ыэёЫЭЁ") or not (rival or _BULGARIAN.search(text.lower()))
        if self.expected == "uk":
            lower = text.lower()
            return _has_any(lower, "їєґ") and not _has_any(lower, "ыэёўъ")
        if self.expected == "ar":
            return _has_any(text, "ةىأإؤ") and not _NOT_ARABIC.search(text)
        return self.expected == "zh" and (self.other or "")[:2] != "ja" and not _KANA.search(text)

    def _is_expected_by_words(self, text: str) -> bool:
        """Whether common words show the expected language and none shows another one; ten times faster than py3langid.

        Two words that the language alone has, a twelfth of all: so seven sentences of ten are settled, and of 25,000 in
        25 languages one passed for another language's (Croatian, about "right-to-left").
        """
        if self.expected in _LIKE_UNLISTED:
            return False
        telling, words = telling_words(), _WORD.findall(text.lower())
        found = {word: telling[word] for word in words if word in telling}
        return len(found) >= _MIN_TELLING and 12 * len(found) >= len(words) and set(found.values()) == {self.expected}

    def _among(self, text: str, script: str, among: tuple[str, ...]) -> LanguageGuess:
        """py3langid's choice: first among the likely languages; where it is not the expected one, among all."""
        bases = tuple(base_tag(tag) for tag in among)
        wanted = base_tag(self.expected) if self.expected else ""
        found, confidence = classify(text, bases)
        likely = found == wanted and len(among) > 1
        if likely and confidence >= _SURE:
            return LanguageGuess(lang=self.expected, confidence=confidence, reason="py3langid")
        if wide := _ALL_OF_SCRIPT.get(script, ()):
            other, probability = classify(text, tuple(sorted({*bases, *wide})))
            if likely and (other == wanted or probability < _SURE):
                return LanguageGuess(lang=self.expected, confidence=confidence, reason="py3langid")
            found, confidence = other, probability
        tag = next((tag for tag in among if base_tag(tag) == found), found)
        if found != wanted and confidence < _MIN_FOREIGN_CONFIDENCE:
            return LanguageGuess(lang=None, confidence=confidence, reason=f"undecided (perhaps {language_name(tag)})")
        return LanguageGuess(lang=tag, confidence=confidence, reason="py3langid")

    def _foreign(self, script: str, share: float) -> LanguageGuess:
        """A script that neither of the two languages uses."""
        if script in _SOLE:
            return LanguageGuess(lang=_SOLE[script], confidence=share, reason="script")
        return LanguageGuess(lang=None, confidence=share, reason=f"{SCRIPT_NAMES.get(script, script)} script")


def _has_any(text: str, letters: str) -> bool:
    for letter in letters:  # noqa: SIM110 (a generator in `any` takes twice as long)
        if letter in text:
            return True
    return False


def _candidates(expected: str | None, other: str | None) -> dict[str, tuple[str, ...]]:
    """For each script the languages that a segment in it may be in, the expected one first."""
    tags: dict[str, None] = {}
    for tag in (expected, other):
        if tag:
            tags[tag] = None
    for tag in (expected, other):
        if tag:
            tags.update(dict.fromkeys(confusions_of(tag)))
    tags["en"] = None
    by_script: dict[str, list[str]] = {}
    for tag in tags:
        for script in scripts_of(tag):
            if not any(base_tag(tag) == base_tag(known) for known in by_script.get(script, ())):
                by_script.setdefault(script, []).append(tag)
    return {script: tuple(found) for script, found in by_script.items()}


#: Letters of other Cyrillic alphabets; and what shows Bulgarian where no letter does.
_NOT_RUSSIAN = re.compile("[іїєґўѓќѕјљњђћџІЇЄҐЎЃЌЅЈЉЊЂЋЏ]")
#: Persian, Urdu and Pashto write with letters of their own; and Chinese has no kana.
_NOT_ARABIC = re.compile("[پچژگکیےۓہۀھںٹڈڑړڕښځڅټډڼېۍ]")
_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa]")
_BULGARIAN = re.compile(r"ъ[^еёюя]|\b(?:се|са|че|ще|като|беше|това|тази|този|които|който|която|е|съм)\b")
#: Every language of ours that shares its script with another one.
_ALL_OF_SCRIPT: dict[str, tuple[str, ...]] = {
    script: tuple(sorted(tag for tag in SUPPORTED if script in scripts_of(tag) and (tag, script) != ("sr", "Latn")))
    for script in ("Latn", "Cyrl", "Arab")
}
_WORD = re.compile(r"[^\W\d_]+")
#: Function words that English alone has among the languages of its script (so without "in", "a", "was", "for").
ENGLISH = frozenset(
    ["the", "of", "and", "with", "that", "this", "from", "have", "were", "which", "their", "they", "been", "would",
     "his", "could", "her", "you", "are", "has", "had", "will", "what", "who", "there", "these", "those", "about", "it",
     "into", "after", "when", "where", "said", "its", "she", "our", "your", "more", "how", "why", "should", "while",
     "before", "than"]
)  # fmt: skip


@cache
def telling_words() -> dict[str, str]:
    """Common words that one language in Latin letters has alone, with that language (`training/words/telling.py`)."""
    path = files("mtcheck") / "models" / "words" / "telling.json"
    table: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    return {word: lang for lang, words in table.items() for word in words.split()}


def _is_odd_english(text: str) -> bool:
    """Whether a text in Latin letters is worth a closer look though English is the only candidate.

    True for some 20 of 1,000 English news sentences; then py3langid decides; so a miss costs time, not truth.
    """
    start = text[:_MAX_SEGMENT_CHARS].lower()
    # Most sentences have one of these two: no need to cut the text into words.
    words = () if " the " in start or " of " in start else _WORD.findall(start)
    n_beyond = 0 if text.isascii() else sum(char > "\x7f" and char.isalpha() for char in text)
    return (len(words) >= 6 and ENGLISH.isdisjoint(words)) or (n_beyond >= 2 and n_beyond * 25 >= len(text))
