"""Words in which a scanner took letters for others: `vvas`, `tirne`, `bui1ding` (CHR004)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from mtcheck.rules.text import occurs
from mtcheck.rules.words.lexicon import scripts
from mtcheck.rules.words.lists import Words, words_of
from mtcheck.rules.words.tokens import LONGEST, starts_of, strangers, tokens_of

#: What is read for what, letters for letters.
_SHAPES = (
    ("vv", "w"), ("rn", "m"), ("m", "rn"), ("cl", "d"), ("li", "h"), ("ii", "ü"), ("ii", "u"), ("ii", "n"), ("lc", "k"),
    ("tl", "d"), ("iri", "m"), ("I", "l"), ("|", "l"),
)  # fmt: skip
#: And of single letters, which only make one of the commonest words.
_LIKE = {"b": "h", "h": "b", "c": "e", "e": "c", "f": "t", "u": "n", "n": "u", "l": "i", "i": "l", "t": "f"}
_DIGITS = {
    "Latn": {"0": "o", "1": "li", "3": "e", "5": "s", "6": "b", "8": "b", "9": "g"},
    "Cyrl": {"0": "о", "3": "з", "4": "ч", "6": "б", "8": "в"},
}  # fmt: skip
_YEAR = re.compile(r"[lI][5-9]\d\d|[lI][5-9]\d[lIO]|1[5-9][lO\d][lO\d](?<=[lO].|.[lO])|2[O][0-3]\d|2OO\d")
_SHORTEST, _SHORTEST_LISTED = 4, 6
#: Tier of the word meant, at most: of short ones, of longer ones, and of those with a single letter changed. With these
#: four of 28,800 clean texts of PUD, TICO-19, WMT news and XQuAD have such a word.
_TIERS = (2, 3, 0)


def misread_words(text: str, source: str, lang: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, what was meant) of tokens that one confusion of shapes turns into a common word or a year."""
    unknown = strangers(text, lang)
    if not unknown:
        return
    tokens = tokens_of(text)
    for n in unknown:
        token = tokens[n]
        meant = meant_by(token, lang)
        if meant is None or occurs(token, source):
            continue
        start = starts_of(text)[n]
        if _stands_alone(text, start, start + len(token)):
            yield start, start + len(token), meant


def meant_by(token: str, lang: str) -> str | None:
    """What a token that no list has was before a scanner read it, whatever stands around it."""
    if not 3 <= len(token) <= LONGEST or (token[0].isupper() and token.isalpha()):
        return None  # a name
    return _meant(token, lang)


def _stands_alone(text: str, start: int, end: int) -> bool:
    around = text[start - 1 : start] + text[end : end + 1]
    if around[-1:] in ("'", "’") and text[end + 1 : end + 2] == "s" and not text[end + 2 : end + 3].isalnum():
        around = around[:-1]  # `the rnayor’s office`
    return not any(c in "-‑/_@#&=+'’°" for c in around) and not (
        text[end : end + 1] == "." and text[end + 1 : end + 2].isalnum()
    )


def _is_regular_form(token: str, words: Words) -> bool:
    """Whether an English word is a listed one with a regular ending: `clocked`."""
    for ending in ("ed", "ing", "s", "er", "ers"):
        stem = token.removesuffix(ending)
        if stem != token and min(words.tier(stem), words.tier(stem + "e")) <= _TIERS[0]:
            return True
    return False


@lru_cache(maxsize=4096)
def _meant(token: str, lang: str) -> str | None:
    words = words_of(lang)
    if words is None:
        return None
    if not token.isalpha():
        return _with_digits(token, words, lang)
    if not (token.islower() or (token[0].islower() and "I" in token)):
        return None
    if "Latn" not in scripts(lang) or (lang == "en" and _is_regular_form(token, words)):
        return None
    if len(token) >= _SHORTEST:
        for seen, meant in _SHAPES:
            at = token.find(seen)
            while at >= 0:
                word = token[:at] + meant + token[at + len(seen) :]
                if words.tier(word) <= _TIERS[len(word) >= _SHORTEST_LISTED] and word not in words.names:
                    return word
                at = token.find(seen, at + 1)
    if len(token) >= 3 and token.islower():
        for at, letter in enumerate(token):
            word = token[:at] + _LIKE.get(letter, letter) + token[at + 1 :]
            if letter in _LIKE and words.tier(word) <= _TIERS[2] and len(word) >= 3 and word not in words.names:
                return word
    return None


def _with_digits(token: str, words: Words, lang: str) -> str | None:
    if _YEAR.fullmatch(token):
        return token.replace("l", "1").replace("I", "1").replace("O", "0")
    table = _DIGITS.get((scripts(lang) or ("",))[0])
    n_digits = sum(map(str.isdigit, token))
    if table is None or len(token) < _SHORTEST or 2 * n_digits > len(token) or not n_digits:
        return None
    found = [""]
    for letter in token.lower():
        if letter.isdigit() and letter not in table:
            return None
        found = [head + one for head in found for one in (table[letter] if letter.isdigit() else letter)][:8]
    lower = not any(c.isupper() for c in token[1:])
    return next((word for word in found if lower and words.tier(word) <= 2 and word not in words.names), None)
