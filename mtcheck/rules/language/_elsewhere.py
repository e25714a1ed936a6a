"""Words of a third language in a text: neither the target's nor taken from the source (LNG010)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from mtcheck.rules.language._endings import is_inflected
from mtcheck.rules.language._letters import foreignness
from mtcheck.rules.language._loans import BORROWED
from mtcheck.rules.text import word_set
from mtcheck.rules.words.lexicon import enclosed, lowered, ranks, related, scripts
from mtcheck.rules.words.lists import tiers_of, unpacked
from mtcheck.rules.words.tokens import starts_of, strangers, tokens_of
from mtcheck.text_table import TextTable

#: Shorter words stand in names and formulas; with an accent three letters are enough.
_SHORTEST = 4
#: Bits a letter (`_letters.foreignness`) from which a word looks like the other language: one of its 300 most frequent,
#: of its 8,000, of its 2,000, and one of a language close to the target's. On PUD, TICO-19, WMT news and XQuAD a rare
#: word of the one is a common one of the other by chance.
_BITS, _MOST_BITS, _RELATED_BITS = {"0": -0.15, "2": 1.0}, 0.45, 1.5
#: Words of a third language that others borrow whole or that names hold; found on the same texts.
_BORROWED = word_set(
    "von van der den des del della delle degli dos das las los les aux bin ibn ben mini info auto euro foto video live"
    " encore fait sans vis"
)
#: Small Latin letters, that only a word left over or spelled out has in a text of another alphabet.
_LATIN = re.compile(r"[a-zà-öø-ÿ]{4,}\Z")
#: Letters of the same alphabet that a language does not have.
_NOT_ITS_LETTERS = {
    "ru": re.compile("[іїєґўјљњћђџѓќѕ]"), "uk": re.compile("[ыэёъўјљњћђџѓќѕ]"), "be": re.compile("[ищъїєґјљњћђџѓќѕ]"),
    "bg": re.compile("[ыэёіїєґўјљњћђџѓќѕ]"),
}  # fmt: skip
_JOINTS = tuple("-‑./_@'’&")
#: From so many unknown words on a text is a list of terms or in another language as a whole (LNG004).
_MOST = 6


@lru_cache(maxsize=1)
def common_elsewhere() -> tuple[TextTable, list[str]]:
    """Common words of all languages that have a list, each with the place of its languages:
    `training/words/elsewhere.py`.
    """
    text = unpacked(files("mtcheck") / "models" / "words" / "elsewhere.zst")
    numbers: dict[str, int] = {}
    places = {}
    for line in text.split("\n"):
        word, _, langs = line.partition(" ")
        places[word] = numbers.setdefault(langs, len(numbers))
    return TextTable(places, list(places.values())), list(numbers)


def words_from_elsewhere(text: str, source: str, lang: str, source_lang: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, language or empty) of runs of words that are common in a language that is neither side's."""
    unknown = strangers(text, lang)
    if not unknown:
        return
    (table, languages), tokens = common_elsewhere(), tokens_of(text)
    found = [n for n in unknown if _may_be_of_another(tokens[n], lang)]
    if not found or len(found) > _MOST:
        return
    there, at = lowered(source), starts_of(text)
    kin, done = source_lang != lang and related(source_lang, lang), -1
    for n in found:
        if n <= done or (tokens[n] in there and not kin) or not _stands_plainly(text, n, lang):
            continue
        at_home = table.get(tokens[n], -1)
        elsewhere = _language(tokens[n], languages[at_home] if at_home >= 0 else "", lang)
        if elsewhere is None:
            continue
        first, done = _run(tokens, n, elsewhere, lang)
        start, end = at[first], at[done] + len(tokens[done])
        if not enclosed(text, start, end) and not _is_joined(text, start, end):
            yield start, end, elsewhere


def _may_be_of_another(word: str, lang: str) -> bool:
    """Whether a word may be of another language: by a list, or by its letters."""
    odd = _NOT_ITS_LETTERS.get(lang)
    if word in common_elsewhere()[0] or (odd is not None and odd.search(word)):
        return True
    return "Latn" not in scripts(lang) and _LATIN.match(word) is not None


def may_be_elsewhere(word: str, lang: str) -> bool:
    """Whether a word that a language's list has not may be one of a third language, whatever stands around it."""
    return word.islower() and word not in _BORROWED and word not in BORROWED and _may_be_of_another(word, lang)


def _language(word: str, langs: str, lang: str) -> str | None:
    """The other language whose common word this is, empty where only its letters say that it is of another, or None."""
    if not word.islower() or word in _BORROWED or word in BORROWED or (word[-1] == "s" and word[:-1] in ranks(lang)):
        return None
    if (odd := _NOT_ITS_LETTERS.get(lang)) and odd.search(word):
        return "" if len(word) >= _SHORTEST else None
    if len(word) < _SHORTEST and word.isascii() and "Latn" in scripts(lang):
        return None
    if not langs and "Latn" not in scripts(lang) and _LATIN.match(word):
        return ""
    if is_inflected(word, lang):
        return None
    for row in langs.split(" "):
        other, rank = row.rstrip("02"), row[-1:]
        if other == lang:
            return None
        if "Latn" not in scripts(lang) and word.isascii():
            return other
        least = _BITS.get(rank, _MOST_BITS)
        if foreignness(word, other, lang) >= (least if rank == "0" or not related(other, lang) else _RELATED_BITS):
            return other
    return None


def _is_joined(text: str, start: int, end: int) -> bool:
    """Whether a mark ties the words to others: an address, a compound, an elided article."""
    return text[start - 1 : start] in _JOINTS or (text[end : end + 1] in _JOINTS and text[end + 1 : end + 2].isalnum())


def _stands_plainly(text: str, n: int, lang: str) -> bool:
    """Whether no capital beside the word makes it part of a name: `Universidad para todos`."""
    tokens, at = tokens_of(text), starts_of(text)
    if n + 1 < len(tokens) and tokens[n + 1][0].isupper() and text[at[n] + len(tokens[n]) : at[n + 1]].isspace():
        return False
    if not n or not tokens[n - 1][0].isupper() or not text[at[n - 1] + len(tokens[n - 1]) : at[n]].isspace():
        return True
    return n == 1 and tokens[0].lower() in ranks(lang)


def _run(tokens: tuple[str, ...], n: int, own: str, lang: str) -> tuple[int, int]:
    """The first and last of the words around that the same language has and the target's has not, or only rarely."""
    theirs, known = tiers_of(own), ranks(lang)

    def is_theirs(at: int) -> bool:
        return 0 <= at < len(tokens) and theirs.get(tokens[at], 9) <= 2 and known.get(tokens[at], 9) >= 2

    first = last = n
    while is_theirs(first - 1):
        first -= 1
    while is_theirs(last + 1):
        last += 1
    return first, last
