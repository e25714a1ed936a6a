"""Words torn apart: spaced out, in two, or with a hyphen from the end of a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from mtcheck.data import Hit, Pair, Severity
from mtcheck.rules.breakage._marks import HYPHEN, SOFT_HYPHEN
from mtcheck.rules.breakage._misplaced import inner_hyphens
from mtcheck.rules.breakage._told_torn import is_told, may_be_torn
from mtcheck.rules.breakage._torn import are_one, halves_of, keep_halves, told_whole, torn_compounds
from mtcheck.rules.facts.batch import DIGIT, GAP, LETTER, MANY, SPACE, Facts, Mask
from mtcheck.rules.registry import rule
from mtcheck.rules.text import hit, lang_of, occurs, places
from mtcheck.rules.words.lists import Words, words_of
from mtcheck.rules.words.spelling import spelling
from mtcheck.rules.words.tokens import starts_of, strangers, tokens_of

_LONE_LETTERS = re.compile(r"[ \u00a0]\w[ \u00a0]\w(?:[ \u00a0]|\W|\Z)")  # quick to fail, unlike the exact pattern
_SPACED = re.compile(r"(?<![^\W_])[^\W\d_](?:[ \u00a0][^\W\d_]){2,200}(?![^\W_])")
#: From so many letters on, what is spaced out is a word, known or not.
_SURELY_SPACED = 5

_ALNUM = LETTER | DIGIT


@rule(
    "GLU002",
    "spaced-out-letters",
    category="fluency/spelling",
    severity=Severity.MAJOR,
    message="“{text}” is one word with spaces between its letters: “{detail}”.",
    needs_source=False,
    gate=lambda facts: facts.target.near(SPACE, {2: SPACE, -2: ~_ALNUM, 4: ~_ALNUM, -1: LETTER, 1: LETTER, 3: LETTER}),
)
def spaced_out_letters(pair: Pair) -> Iterator[Hit]:
    """The letters of a word stand one by one.

    Why: letter-spacing of the original layout was turned into spaces; search and screen readers fail on it.
    Flags: `the m i n i s t e r said`, `after n i n e years`
    Passes: `a b c d e` (the alphabet), `x y z`, lists of initials, what the source has spaced out too
    Limits: five letters or more, in alphabets with upper and lower case; three or four in small letters where they
        make a frequent word of the language's list and half at most are words by themselves (`a`, `i`, `o`, `и`, `в`).
    """
    target = pair.target
    if not _LONE_LETTERS.search(target):
        return
    lang = lang_of(pair.target_lang)
    for match in places(_SPACED, target):
        letters = re.sub(r"\s", "", match[0])
        known = any(len(m[0]) >= min(len(match[0]), 2 * _SURELY_SPACED - 1) for m in places(_SPACED, pair.source))
        if not known and _is_spaced_out(letters, lang):
            yield hit(*match.span(), letters, suggestion=letters)


#: Words of one letter.
_LETTER_WORDS = {
    "en": "aio", "de": "", "fr": "aàyô", "es": "aeouy", "pt": "aeoàé", "it": "aeèio", "ca": "aeioy", "ro": "aeo",
    "nl": "u", "sv": "åiö", "da": "iåø", "no": "iå", "pl": "aiouwz", "cs": "aioukvsz", "sk": "aioukvsz",
    "sl": "aksvzho", "hr": "aiouks", "sr": "aiouksаиоукс", "ru": "аиоуксвябж", "uk": "аійоувзяєжб",
    "be": "аіоуўязжб", "bg": "аиоусвея", "fi": "", "et": "", "hu": "aeső", "tr": "o", "el": "οηή", "lt": "o", "lv": "",
}  # fmt: skip


def _is_spaced_out(letters: str, lang: str) -> bool:
    """Whether letters that stand one by one make a word, and are no initials, alphabet or words themselves."""
    lower, own = letters.lower(), _LETTER_WORDS.get(lang)
    n_words = sum(letter in own for letter in lower) if own is not None else 0
    if len(letters) < _SURELY_SPACED:
        words = words_of(lang)
        listed = words is not None and own is not None and letters.islower() and words.tier(letters) <= 2
        return (
            listed
            and 2 * n_words <= len(letters)
            and len(set(lower)) > 1
            and any(ord(b) - ord(a) != 1 for a, b in pairwise(lower))
        )
    cased = letters.upper() != lower and not letters[1:].isupper()
    ascending = all(a <= b for a, b in pairwise(lower))
    return cased and not ascending and len(set(lower)) > 2 and n_words < len(letters)


@rule(
    "GLU003",
    "split-word",
    category="fluency/spelling",
    severity=Severity.MINOR,
    message="“{text}” looks like one word torn in two: “{detail}”.",
    needs_source=False,
    gate=lambda facts: _may_be_split(facts),
)
def split_word(pair: Pair) -> Iterator[Hit]:
    """One word is written as two.

    Why: a line end or a tag inside the word was turned into a space.
    Flags: `the gov ernment`, `inter natio nal`
    Passes: `may be`, `every day`: both parts are words
    Flags: uk "гарбуз" / en "a pump kin"
    Limits: one part at least must be unknown, and the whole a common word of the language's list, or far likelier by
        its letters than the two parts, or what a word of the source means, as neither part does; what the source has
        is left alone. In English also two known words, one of them rare, by that meaning.
    """
    target, lang = pair.target, lang_of(pair.target_lang)
    words, unknown = words_of(lang), strangers(target, lang)
    if words is None:
        return
    done = set()
    for start, end, whole in torn_compounds(target, pair.source, words, lang):
        done.add(start)
        yield hit(start, end, whole, suggestion=whole)
    tokens = tokens_of(target)
    langs = lang_of(pair.source_lang), lang
    for n in told_whole(target, pair.source, words, langs) if lang == "en" else ():
        left, right, start = tokens[n], tokens[n + 1], starts_of(target)[n]
        if target.startswith(f"{left} {right}", start):
            done.add(start)
            yield hit(start, start + len(left) + 1 + len(right), left + right, suggestion=left + right)
    for n in sorted({first for m in unknown for first in (m - 1, m) if 0 <= first < len(tokens) - 1}):
        left, right = tokens[n], tokens[n + 1]
        if not right.islower() or not _are_one(left, right, words, pair.source, langs):
            continue
        start, end = starts_of(target)[n : n + 2]
        apart = target[start + len(left) : end] in (" ", "\u00a0")
        if apart and start not in done and not occurs(f"{left} {right}", pair.source):
            yield hit(start, end + len(right), left + right, suggestion=left + right)


def _are_one(left: str, right: str, words: Words, source: str, langs: tuple[str, str]) -> bool:
    """Whether two tokens, of which no list has one, are one word, by the letters or by the source."""
    if are_one(left, right, words, langs[1], source):
        return True
    return may_be_torn(left, right, words) and is_told(left, right, source, langs, words)


def _may_be_split(facts: Facts) -> Mask | bool:
    """Which targets may have a word torn in two, by their unknown words or by what a word of the source means."""
    source, target = facts.langs
    words = words_of(target)
    if words is None:
        return facts.have_strangers
    texts = [pair.target for pair in facts.pairs]
    # Of German nouns it is not asked whether a list has them.
    found = facts.have_strangers.copy() if target == "de" else _have_torn(facts, words)
    if target != "en":
        return found
    if len(texts) >= MANY:
        halves = keep_halves(texts, facts.target.tokens, words)
    else:
        halves = np.array([any(True for _ in halves_of(text, words)) for text in texts], dtype=bool)
    for at in (halves & ~found).nonzero()[0].tolist():
        found[at] = any(True for _ in told_whole(texts[at], facts.pairs[at].source, words, (source, target)))
    return found


def _have_torn(facts: Facts, words: Words) -> Mask:
    """Which targets have a word that no list has and that may be one with the word before or after it."""
    tokens = facts.target.tokens
    found = np.zeros(len(facts.pairs), dtype=bool)
    strange = facts.strange_tokens
    for shift in (-1, 0):
        first = strange + shift
        first = first[(first >= 0) & (first + 1 < len(tokens.words))]
        first = first[tokens.owners[first] == tokens.owners[first + 1]]
        for n, at in zip(first.tolist(), tokens.owners[first].tolist(), strict=True):
            left, right, source = tokens.words[n], tokens.words[n + 1], facts.pairs[at].source
            if not found[at] and right.islower() and _are_one(left, right, words, source, facts.langs):
                found[at] = True
    return found


_HYPHENATED = re.compile(r"(?<![\w-])([^\W\d_]{2,20})(?:-[ \u00a0]|-\s*\n\s*|\u00ad\s|¬\s?)([^\W\d_]{2,20})(?![\w-])")


@rule(
    "GLU004",
    "leftover-hyphenation",
    category="fluency/typography",
    severity=Severity.MINOR,
    message="“{text}” keeps the hyphen of a line end: “{detail}”.",
    needs_source=False,
    gate=lambda facts: (
        facts.target.any(SOFT_HYPHEN)
        | facts.target.near(HYPHEN, {1: GAP})
        | facts.target.near(HYPHEN, {-1: LETTER, 1: LETTER, -2: LETTER, 2: LETTER})
    ),
)
def leftover_hyphenation(pair: Pair) -> Iterator[Hit]:
    """A word is still divided as at the end of a printed line.

    Why: the line end is gone, the hyphen stayed.
    Flags: `the govern- ment`, `the resi-dents`
    Passes: `pre- and post-war`, `Vor- und Nachteile`
    Limits: the whole must be a word of the language's list or likelier than the parts by its letters, or the second
        part must be in no list.
    """
    lang = lang_of(pair.target_lang)
    words, letters = words_of(lang), spelling(lang)
    if words is None or letters is None:
        return
    for start, end, whole in inner_hyphens(pair.target, pair.source, words, lang):
        yield hit(start, end, whole, suggestion=whole)
    if "- " not in pair.target and "\u00ad" not in pair.target and "¬" not in pair.target and "-\n" not in pair.target:
        return
    for match in places(_HYPHENATED, pair.target):
        left, right = match[1], match[2]
        unknown = right not in words and len(right) >= 3 and left.lower() not in words.names
        whole = (left + right).lower()
        # The hyphen speaks for one word already, so that the letters need only agree.
        likelier = words.tier(right) > 0 and letters.torn(left.lower(), right, 0.0)
        if right.islower() and (whole in words or unknown or likelier):
            yield hit(*match.span(), left + right, suggestion=left + right)
