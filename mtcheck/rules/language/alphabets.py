"""Words that mix two alphabets."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from mtcheck.data import Hit, Pair, Severity
from mtcheck.rules.facts.batch import SCRIPTS, Mask, TextFacts, kind
from mtcheck.rules.language._twins import CYRILLIC_TWINS, LATIN_TWINS, is_half_spelled, lone_twins
from mtcheck.rules.registry import rule
from mtcheck.rules.text import hit, occurs
from mtcheck.rules.words.lexicon import CLASSES, SCRIPT_NAMES, languages_of, letter, ranks, scripts, starts, words
from mtcheck.rules.words.tokens import TOKEN


@rule(
    "LNG005",
    "mixed-alphabets",
    category="fluency/character-encoding",
    severity=Severity.MINOR,
    message="Letters of two alphabets in one word: {detail}.",
    needs_source=False,
    gate=lambda facts: _has_twins(facts.target),
)
def mixed_alphabets(pair: Pair) -> Iterator[Hit]:
    """A word mixes Latin, Cyrillic or Greek letters that look alike.

    Why: search, spelling and sorting fail on it though nothing is to be seen; it often comes from scanned text.
    Flags: en "Moscоw" (with a Cyrillic о), "ТP-12" (with a Cyrillic Т), en "dıfficulty" (with a Turkish ı), "ﬁrst"
    Passes: ru "IT-компания", "3D-модель", "20 км/h"
    Flags: en "Chapaевsk" (half of it still Cyrillic); en "А second attempt" (with a Cyrillic А)
    Limits: where an odd letter has no twin in the word's own alphabet, only words that no loan explains: in Latin
        letters all, in Cyrillic ones those that begin so or with one other letter (`Facebookе` is left alone). A letter
        of another language's alphabet counts where a word of the list stands there without it; a letter by itself where
        its twin is a word of the language.
    """
    if pair.target.isascii():
        return
    _, target = languages_of(pair)
    for start, end, twin in lone_twins(pair.target, target):
        yield hit(start, end, f"“{pair.target[start:end]}” is not “{twin}”", suggestion=twin)
    if odd := _ODD_LETTERS.search(pair.target):
        yield from _odd_words(pair, target, odd.start())
    if not _ADJACENT.search(pair.target):
        return
    for word, start in zip(words(pair.target), starts(pair.target), strict=True):
        if word.isascii() or not _ADJACENT.search(word):
            continue
        fixed = unmixed(word, scripts(target))
        if fixed:
            yield hit(start, start + len(word), _odd_letters(word, fixed), suggestion=fixed)
        elif is_half_spelled(word, target) and not occurs(word, pair.source):
            yield hit(start, start + len(word), f"“{word}” is half in another one")


def _has_twins(texts: TextFacts) -> Mask:
    """Which texts have letters of two alphabets that look alike."""
    latin, cyrillic, greek = (texts.any(SCRIPTS[name]) for name in ("Latn", "Cyrl", "Grek"))
    return (latin & cyrillic) | (latin & greek) | (cyrillic & greek) | texts.any(_ODD_KIND)


def unmixed(word: str, own: tuple[str, ...] = ()) -> str | None:
    """The word in the alphabet that most of its letters are in, or None where a letter has no twin there.

    Capitals that are half of one alphabet and half of another are put into the one of `own`.

    >>> unmixed("Moscоw")
    'Moscow'
    """
    counts = {name: len(letter(name).findall(word)) for name in _TWINS}
    main = max(counts, key=lambda name: counts[name])
    if word.isupper() and 2 * max(counts.values()) == len(word):
        main = next((name for name in own if name in counts), main)
        fixed = _in_alphabet(word, main)
        return fixed if len(fixed) == len(word) else None
    fixed = _in_alphabet(word, main)
    if len(fixed) != len(word) or counts[main] * 2 <= len(word):
        return None
    if main == "Latn" and fixed[:-3] == word[:-3] and len(word) > 4 and word[-1] != fixed[-1]:
        return None  # `Facebookе`: a brand with a native ending
    return fixed


def _in_alphabet(word: str, name: str) -> str:
    return "".join(c if letter(name).match(c) else _TWINS[name].get(c, "") for c in word)


_ADJACENT = re.compile(
    "[{L}][{C}{G}]|[{C}][{L}{G}]|[{G}][{L}{C}]".format(L="A-Za-zÀ-ÖØ-öø-ʯ", C=CLASSES["Cyrl"], G=CLASSES["Grek"])
)
_GREEK_TWINS = "ABEHIKMNOPTXYZoviku", "ΑΒΕΗΙΚΜΝΟΡΤΧΥΖονικυ"
_TWINS: dict[str, dict[str, str]] = {
    "Latn": dict(zip(CYRILLIC_TWINS + _GREEK_TWINS[1], LATIN_TWINS + _GREEK_TWINS[0], strict=True)),
    "Cyrl": dict(zip(LATIN_TWINS, CYRILLIC_TWINS, strict=True)) | dict(zip("ΑΒΕΗΚΜΟΡΤΧο", "АВЕНКМОРТХо", strict=True)),
    "Grek": dict(zip(*_GREEK_TWINS, strict=True)) | dict(zip("АВЕНКМОРТХо", "ΑΒΕΗΚΜΟΡΤΧο", strict=True)),
}

#: Letters of one language, or of typesetters and phoneticians, that look like plain ones.
_PLAIN = {
    "ı": "i", "İ": "I", "ɡ": "g", "ɑ": "a", "ſ": "s", "ƒ": "f", "ȷ": "j", "ǀ": "l", "ɩ": "i", "ʟ": "l", "ℓ": "l",
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st",
}  # fmt: skip
_ODD_LETTERS = re.compile(f"[{''.join(_PLAIN)}\U0001d400-\U0001d7ff]")
_ODD_KIND = kind(_ODD_LETTERS.match)
_TURKIC = frozenset(("tr", "az", "kk", "crh", "tt", "uz", "ku", "ga", "gag"))


def _odd_words(pair: Pair, target: str, first: int) -> Iterator[Hit]:
    """Words of the list once letters that only look plain are plain; ligatures and mathematical letters in any word."""
    known = ranks(target)
    for match in TOKEN.finditer(pair.target, max(0, first - 60)):
        word = match.group()
        if not _ODD_LETTERS.search(word) or word in pair.source:
            continue
        if target in _TURKIC and not _ODD_LETTERS.search(word.replace("ı", "").replace("İ", "")):
            continue
        fixed = unicodedata.normalize("NFKC", "".join(_PLAIN.get(c, c) for c in word))
        if fixed.lower() in known or not any(c in "ıİ" for c in word):
            detail = ", ".join(f"“{c}” is no plain letter" for c in dict.fromkeys(word) if _ODD_LETTERS.match(c))
            yield hit(*match.span(), detail, suggestion=fixed)


def _odd_letters(word: str, fixed: str) -> str:
    return ", ".join(
        f"“{was}” is {SCRIPT_NAMES[next(name for name in _TWINS if letter(name).match(was))]}"
        for was in dict.fromkeys(a for a, b in zip(word, fixed, strict=True) if a != b)
    )
