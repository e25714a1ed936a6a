"""Glue and breakage: words run together, words torn apart, loops, cut ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import eq

import numpy as np

from mtcheck.data import Hit, Pair, Severity
from mtcheck.rules.breakage._glued import apart, glued_tokens, may_be_glued
from mtcheck.rules.breakage._misplaced import (
    ALWAYS_CAPITAL,
    capitals_after_speech,
    inner_capital_words,
    inner_capitals,
    inner_hyphens,
    missing_capitals,
)
from mtcheck.rules.breakage._missing_spaces import missing_spaces
from mtcheck.rules.breakage._told_torn import is_told, may_be_torn
from mtcheck.rules.breakage._torn import are_one, halves_of, keep_halves, told_whole, torn_compounds
from mtcheck.rules.breakage.seams import two_function_words
from mtcheck.rules.facts.batch import (
    CAPITAL,
    DASH,
    DIGIT,
    FINAL,
    GAP,
    LETTER,
    MANY,
    QUOTE,
    ROUND,
    SEMICOLON,
    SPACE,
    Facts,
    Mask,
    kind,
)
from mtcheck.rules.names.capitalised import Heard
from mtcheck.rules.registry import rule
from mtcheck.rules.text import has_any, hit, lang_of, occurs, places, word_set
from mtcheck.rules.words.keys import first_of_each
from mtcheck.rules.words.lexicon import CASED, KEPT_LENGTH, scripts
from mtcheck.rules.words.lexicon import words as words_in
from mtcheck.rules.words.lists import Words, words_of
from mtcheck.rules.words.spelling import spelling
from mtcheck.rules.words.tables import (
    CLAUSE_LINKS,
    CLAUSE_OPENERS,
    DOUBLES_IN_CONTEXT,
    FUNCTION_WORDS,
    LEGIT_DOUBLES,
    NEVER_LAST,
    REDUPLICATING,
)
from mtcheck.rules.words.tokens import lower_tokens, starts_of, strangers, tokens_of

_FINAL = ".!?…。！？؟।॥։۔"


@rule(
    "GLU001",
    "glued-words",
    category="fluency/spelling",
    severity=Severity.MAJOR,
    also=(Severity.MINOR,),
    message="“{text}”: a space is missing{detail}.",
    needs_source=False,
    gate=lambda facts: _may_be_glued(facts),
)
def glued_words(pair: Pair) -> Iterator[Hit]:
    """Two words stand together without the space between them.

    Why: a tag or a line break between them was lost; the reader stumbles, and a search does not find the words.
    Flags: `Merkelwas asked`, `at the endThe minister`, `in 2019the`; minor where a mark stands between: `minister.The`,
        and for two function words of another language than English: `überden`
    Passes: `iPhone`, `YouTube`, `McDonald`, `Donaudampfschifffahrt`, `LehrerInnen`, addresses, what the source has too
    Limits: needs a word list of the language. Without a capital or a digit at the seam one part must be a function
        word and the other a name or, in a few languages, a common word.
    """
    lang = lang_of(pair.target_lang)
    for start, at, end in glued_tokens(pair.target, pair.source, lang):
        parts = apart(pair.target, start, at, end)
        unsure = lang != "en" and two_function_words(pair.target[start:end], lang)
        yield hit(start, end, f": “{parts}”", suggestion=parts, severity=Severity.MINOR if unsure else None)
    for start, at, end in missing_spaces(pair.target, pair.source, lang):
        parts = f"{pair.target[start:at]} {pair.target[at:end]}"
        yield hit(start, end, f": “{parts}”", suggestion=parts, severity=Severity.MINOR)


def _may_be_glued(facts: Facts) -> Mask | bool:
    """Which targets have a token that may be two, or a mark before a letter that is tight to what stands before it."""
    if not facts.langs[1]:
        return True
    marks = facts.target.near(FINAL | SEMICOLON | _COMMA, {-1: LETTER, 1: LETTER})
    tight = facts.target.near(QUOTE | ROUND, {-1: LETTER | DIGIT | FINAL | _COMMA, 1: LETTER})
    return facts.have_strange(lambda token: may_be_glued(token, facts.langs[1])) | marks | tight


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


_HYPHEN, _SOFT_HYPHEN, _COMMA = kind("-"), kind("\u00ad¬"), kind(",")


@rule(
    "GLU004",
    "leftover-hyphenation",
    category="fluency/typography",
    severity=Severity.MINOR,
    message="“{text}” keeps the hyphen of a line end: “{detail}”.",
    needs_source=False,
    gate=lambda facts: (
        facts.target.any(_SOFT_HYPHEN)
        | facts.target.near(_HYPHEN, {1: GAP})
        | facts.target.near(_HYPHEN, {-1: LETTER, 1: LETTER, -2: LETTER, 2: LETTER})
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


_COMMA_CAPITAL = re.compile(r"[,;] ([^\W\d_]+) (?=[^\W\d_])")


@rule(
    "GLU005",
    "stray-capital",
    category="fluency/spelling",
    severity=Severity.MINOR,
    message="“{text}” begins with a capital inside the sentence: the clause before it seems to have been cut.",
    needs_source=False,
    gate=lambda facts: _may_have_stray_capital(facts),
)
def stray_capital(pair: Pair) -> Iterator[Hit]:
    """A pronoun, article or conjunction is written with a capital after a comma, speech, or between small words.

    Why: two pieces were joined with a comma, or a clause was cut; the grammar no longer holds.
    Flags: `after the talks in Vienna, They intend to`, `it was The first time`, `“We agree,” She said`
    Passes: `in The Hague, The Guardian says`, quotations, German nouns, polite pronouns, titles in capitals
    Limits: only listed words, and words of the language's list that are hardly ever capitalised; before a capital
        only conjunctions and relative words.
    """
    target = pair.target
    lang = lang_of(pair.target_lang)
    for start, end in inner_capitals(target, pair.source, lang) if lang not in _NOUN_CAPITALS else ():
        yield hit(start, end, suggestion=target[start:end].lower())
    known = words_of(lang)
    if known is not None and has_any(target, _SPEECH_ENDS):
        for start, end in capitals_after_speech(target, pair.source, known):
            yield hit(start, end, suggestion=target[start:end].lower())
    if not has_any(target, (", ", "; ")):
        return
    openers, links = CLAUSE_OPENERS.get(lang, frozenset()), CLAUSE_LINKS.get(lang, frozenset())
    words = known if lang not in _NOUN_CAPITALS else None
    for match in places(_COMMA_CAPITAL, target):
        word = match[1]
        before = target[match.start() - 1]
        # After a number (`for 2027, But`) only a conjunction is sure: there are lists and dates.
        if not word[0].isupper() or not (before.isalpha() or (before.isdigit() and word in links)):
            continue
        if word not in links and not target[match.end()].islower():
            continue
        listed = word in links or word in openers or (words is not None and _is_plain(word, words, lang))
        if not listed and not (words and _is_no_name(word, words, pair)):
            continue
        if occurs(f", {word} ", pair.source) or _in_title(target[max(0, match.start() - 200) : match.end() + 200]):
            continue
        yield hit(match.start(1), match.end(1), suggestion=word[0].lower() + word[1:])


_NOUN_CAPITALS = frozenset(("de", "lb"))
#: What ends a quotation inside a sentence.
_SPEECH_ENDS = (",”", ',"', "»,", "”,", "“,", '",', "» —", "» –", "“ –", "” –")


def _may_have_stray_capital(facts: Facts) -> Mask:
    """Which targets have a capital after a comma, or a common word with one between two others."""
    lang, mask = facts.langs[1], facts.target.near(CAPITAL, {-1: SPACE, -2: _COMMA | SEMICOLON})
    mask |= facts.target.near(CAPITAL, {-1: SPACE, -2: QUOTE, -3: _COMMA}) | facts.target.near(
        CAPITAL, {-1: SPACE, -2: DASH, -3: SPACE, -4: QUOTE | _COMMA}
    )
    if lang in _NOUN_CAPITALS:
        return mask
    if not lang:
        return mask | facts.target.near(CAPITAL, {-1: SPACE, -2: LETTER})
    texts, tokens = facts.target, facts.target.tokens
    at = tokens.which(inner_capital_words(lang), as_written=True)
    starts, ends = tokens.starts[at], tokens.ends[at]
    inside = texts.are(starts - 1, SPACE) & texts.are(starts - 2, LETTER)
    return mask | tokens.texts(at[inside & texts.are(ends, SPACE) & texts.are(ends + 1, LETTER)])


def _is_plain(word: str, words: Words, lang: str) -> bool:
    lower = word.lower()
    return lower in words.plain and (len(word) >= 4 or lower in FUNCTION_WORDS.get(lang, frozenset()))


def _n_comma_capitals(text: str) -> int:
    return sum(match[1][0].isupper() for match in places(_COMMA_CAPITAL, text))


def _is_no_name(word: str, words: Words, pair: Pair) -> bool:
    """Whether a listed word is mostly written small, and no capitalised word of the source sounds like it."""
    lower = word.lower()
    if len(word) < 4 or not word[1:].islower() or lower not in words or lower in words.names:
        return False
    if len(pair.source) > KEPT_LENGTH or not set(scripts(lang_of(pair.source_lang))) & CASED or word in pair.source:
        return False
    if _n_comma_capitals(pair.target) <= _n_comma_capitals(pair.source):
        return False  # a list of titles or of things to click on
    return not Heard(w for w in words_in(pair.source) if w[0].isupper()).has_spelling_of(word)


def _in_title(text: str) -> bool:
    """Whether most words of the text have capitals, as in a title."""
    initials = [word[0] for word in text.split() if word[0].isalpha()]
    return 2 * sum(c.isupper() for c in initials) > len(initials)


@rule(
    "GLU007",
    "missing-capital",
    category="fluency/spelling",
    severity=Severity.MINOR,
    message="“{text}” is written with a capital: “{detail}”.",
    needs_source=False,
    gate=lambda facts: _may_lack_capital(facts),
)
def missing_capital(pair: Pair) -> Iterator[Hit]:
    """A sentence begins with a small letter; or an English month, weekday, language, people or `I` has one.

    Why: most other languages write them so; it was carried over.
    Flags: fr "en janvier" / en "in january"; ru "я думаю" / en "and i think"
    Passes: `march`, `may`, `polish`, addresses, compounds, what the source has too
    Flags: it "Il ponte è chiuso da ieri." / en "the bridge has been closed since yesterday."
    Limits: inside sentences English only, and only words that are never anything else in small letters. The first word
        only where source and translation are both a sentence with a mark at its end, and the source does not have it.
    """
    if _begins_small(pair):
        first = _FIRST_WORD.match(pair.target)
        if first is not None and not occurs(first[0], pair.source):
            yield hit(*first.span(), first[0].capitalize(), suggestion=first[0].capitalize())
    if lang_of(pair.target_lang) != "en":
        return
    for start, end, meant in missing_capitals(pair.target, pair.source):
        yield hit(start, end, meant, suggestion=meant)


def _may_lack_capital(facts: Facts) -> Mask | bool:
    """Which English targets have one of those words in small letters."""
    if not facts.langs[1]:
        return True
    small = facts.target.starts(LETTER) & ~facts.target.starts(CAPITAL)
    if facts.langs[1] not in _CASED:
        return False
    small &= facts.source.starts(CAPITAL)
    if facts.langs[1] != "en":
        return small
    return small | facts.target.tokens.having(ALWAYS_CAPITAL, as_written=True) | facts.target.has(" i ")


#: Languages whose sentences begin with a capital.
_CASED = word_set("en de fr es it pt nl sv da no pl cs sk ru uk be bg ro ca tr hu fi el hr sl lt lv et id")
_FIRST_WORD = re.compile(r"[^\W\d_]{1,20}(?= [^\W\d_])")
_LEAST_WORDS = 4


def _begins_small(pair: Pair) -> bool:
    """Whether the target is a sentence that begins with a small letter, and the source is one that does not."""
    source, target = pair.source, pair.target
    if not source or not target or not target[0].islower() or not source[0].isupper():
        return False
    if lang_of(pair.target_lang) not in _CASED:
        return False
    closed = source.rstrip()[-1] in _FINAL and target.rstrip()[-1] in _FINAL
    return closed and len(target.split()) >= _LEAST_WORDS


_LAST_WORD = re.compile(r"([^\W\d_]+)[ \u00a0]?([,(\[]?)\s*\Z")


@rule(
    "GLU006",
    "truncated-end",
    category="accuracy/omission",
    severity=Severity.MAJOR,
    also=(Severity.MINOR,),
    message="The translation breaks off at “{text}”; the source goes on to the end of its sentence.",
    gate=lambda facts: ~facts.target.ends(FINAL),
)
def truncated_end(pair: Pair) -> Iterator[Hit]:
    """The translation stops in the middle of a sentence that the source completes.

    Why: the rest of the sentence is missing.
    Flags: `…said the president of the`, `…after the meeting,` where the source ends with a full stop
    Passes: headlines, list items, sources without a final mark themselves
    Limits: the last word must be one that no sentence of the language ends with, or a comma or an opening bracket.
    """
    source, target = pair.source.rstrip(" \t\r\n\"'”»“’)]"), pair.target.rstrip()
    if not source or not target or source[-1] not in _FINAL or target[-1] in _FINAL:
        return
    last = target[-1]
    if not (last.isalpha() or last in ",(["):
        return
    match = _LAST_WORD.search(target, max(0, len(target) - 60))
    if match is None:
        return
    if match[2]:
        yield hit(match.start(), match.end(2))
    elif match[1] in NEVER_LAST.get(lang_of(pair.target_lang), frozenset()):
        yield hit(match.start(1), match.end(1))


_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_CJK_KIND = kind(_CJK.match)
_DOUBLED = re.compile(r"(?<![\w'’-])([^\W\d_]+)((?:[ \u00a0\t]+|\s*\n\s*)\1)+(?![\w'’-])", re.IGNORECASE)


def _said_twice(facts: Facts) -> Mask:
    """Which targets have a token, or a phrase of up to `_LONGEST_PHRASE` of them, twice in a row."""
    keys, owners = facts.target.tokens.keys, facts.target.tokens.owners
    mask = np.zeros(len(facts.pairs), dtype=bool)
    for period in range(1, _LONGEST_PHRASE + 1):
        same = (keys[:-period] == keys[period:]) & (owners[:-period] == owners[period:])
        found = same.nonzero()[0]
        # The first of as many in a row.
        found = found[found + period <= len(same)]
        mask[owners[found[np.logical_and.reduce([same[found + n] for n in range(period)])]]] = True
    return mask


def _comes_back(facts: Facts) -> Mask:
    """Which targets have three tokens in a row that stood there before."""
    keys, owners = facts.target.tokens.keys, facts.target.tokens.owners
    whole = owners[2:] == owners[:-2]
    # As one number: two that are taken for one let a pair through for nothing.
    threes = ((keys[:-2] * _STEP + keys[1:-1]) * _STEP + keys[2:]) * _STEP + owners[2:].astype(np.uint64)
    threes, at = threes[whole], owners[2:][whole]
    mask = np.zeros(len(facts.pairs), dtype=bool)
    mask[at[first_of_each(threes) != np.arange(len(threes))]] = True
    return mask


_STEP = np.uint64(0x9E3779B97F4A7C15)


@rule(
    "REP001",
    "repeated-words",
    category="fluency/grammar",
    severity=Severity.MINOR,
    message="“{text}”: this stands there twice.",
    needs_source=False,
    gate=lambda facts: facts.target.tokens.are_dotted | _said_twice(facts) | facts.target.twice(_CJK_KIND),
)
def repeated_words(pair: Pair) -> Iterator[Hit]:
    """A word, or a phrase of up to four, is repeated directly.

    Why: one of the two is too much.
    Flags: `of the the talks`, `twice a twice a week`
    Passes: `had had`, `die die`, `nous nous`, `Duran Duran`, languages that double words, doubling in the source
    Flags: zh `十台电脑电脑`
    Limits: in languages with reduplication only function words are looked at. Where the source says something twice
        over nothing is said. In Chinese and Japanese only words of two characters.
    """
    target = pair.target
    if lang_of(pair.target_lang) in ("zh", "ja") and not _doubles(pair):
        for match in places(_DOUBLED_HAN, target):
            yield hit(*match.span(), suggestion=match[0][:2])
    tokens = lower_tokens(target)
    yield from _repeated_phrases(pair, tokens)
    if "İ" not in target and not any(map(eq, tokens, tokens[1:])):
        return
    lang = lang_of(pair.target_lang)
    asked = False
    for match in places(_DOUBLED, target):
        word = match[1]
        if _legit_double(word, match[0], lang) or match[0].count(word) > 3 or _fits_context(match, lang):
            continue
        if not asked and _doubles(pair):
            return
        asked = True
        yield hit(*match.span(), suggestion=word)


#: A word of two characters, and again; `一人一人`, `三三两两` are words.
_DOUBLED_HAN = re.compile(r"((?![一二三四五六七八九十两])([一-鿿])(?!\2)[一-鿿])\1(?!\1)")
_LONGEST_PHRASE = 4
_ONES = b"\x01" * _LONGEST_PHRASE
#: Languages whose words the pattern of tokens cuts at their vowel signs.
_SIGNED = frozenset(("hi", "bn", "ta", "te", "mr", "ne", "th", "lo", "km", "my"))


def _repeated_phrases(pair: Pair, tokens: Sequence[str]) -> Iterator[Hit]:
    """Phrases said twice with nothing but spaces between; `more and more and more` is none."""
    twos = list(pairwise(tokens))
    if len(set(twos)) == len(twos) or lang_of(pair.target_lang) in _SIGNED:
        return
    found = _twice(tokens)
    if not found or _twice(lower_tokens(pair.source)):
        return
    at, whole = starts_of(pair.target), tokens_of(pair.target)
    done = 0
    for first, period in found:
        last = first + 2 * period - 1
        start, end = at[first], at[last] + len(whole[last])
        middle = at[first + period - 1] + len(whole[first + period - 1])
        if start >= done and _is_spaces(pair.target[start:end]) and whole[first + period][0].islower():
            done = end
            yield hit(start, end, suggestion=pair.target[start:middle])


def _is_spaces(text: str) -> bool:
    return all(c.isalpha() or c in " \u00a0'’" for c in text)


def _twice(tokens: Sequence[str]) -> list[tuple[int, int]]:
    """(first, period) of phrases of two to `_LONGEST_PHRASE` words that follow themselves once."""
    found = []
    for period in range(2, _LONGEST_PHRASE + 1):
        echoes = bytes(map(eq, tokens, tokens[period:]))  # 1 where the token `period` further on is the same
        if _ONES[:period] not in echoes:
            continue
        for run in _ECHOES.finditer(echoes):
            first, after = run.start(), run.start() + 2 * period
            goes_on = tokens[first] == (tokens[after] if after < len(tokens) else None)
            came_before = first > 0 and tokens[first - 1] == tokens[first + period - 1]
            varied = len(set(tokens[first : first + period])) > 1
            if run.end() - first == period and varied and not goes_on and not came_before:
                found.append((first, period))
    return sorted(found)


def _doubles(pair: Pair) -> bool:
    """Whether the source doubles a word by choice; a grammatical doubling (`vous vous`) is no excuse for another."""
    lang = lang_of(pair.source_lang)
    grammar = LEGIT_DOUBLES.get(lang, frozenset()) & FUNCTION_WORDS.get(lang, frozenset())
    return any(match[1].lower() not in grammar for match in places(_DOUBLED, pair.source))


#: So many characters on either side decide whether a doubling is right.
_CONTEXT = 120


def _fits_context(match: re.Match[str], lang: str) -> bool:
    """Whether the words around make the doubling right: `, die die`, `what it is is`, Czech `se se sestrou`."""
    context = DOUBLES_IN_CONTEXT.get((lang, match[1].lower()))
    if context is None:
        return False
    before, after = context
    start, end = match.span()
    left, right = match.string[max(0, start - _CONTEXT) : start], match.string[end : end + _CONTEXT]
    return bool((before and re.search(before, left)) or (after and re.match(after, right)))


def _legit_double(word: str, text: str, lang: str) -> bool:
    lower = word.lower()
    if lower in LEGIT_DOUBLES.get(lang, frozenset()):
        return True
    if lang in REDUPLICATING and lower not in FUNCTION_WORDS.get(lang, frozenset()):
        return True
    second = text.split()[-1]
    return len(word) < 2 or (
        second[0].isupper() and (lower not in FUNCTION_WORDS.get(lang, frozenset()) or text.isupper())
    )


_UNIT = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\u3040-\u30ff\u3400-\u9fff]+")
_MAX_PERIOD = 16
_ECHOES = re.compile(b"\x01+")


@rule(
    "REP002",
    "looping-text",
    category="fluency/unintelligible",
    severity=Severity.MAJOR,
    message="“{text}” says the same {detail} times in a row.",
    needs_source=False,
    gate=lambda facts: facts.target.any(_CJK_KIND) | _comes_back(facts),
)
def looping_text(pair: Pair) -> Iterator[Hit]:
    """A phrase is repeated over and over, or a longer passage twice in a row.

    Why: the translation engine was caught in a loop; what should stand there is missing.
    Flags: `in the city in the city in the city`, `he said that the talks he said that the talks`, a sentence twice
    Passes: `very, very, very`, `ha ha ha`, repetition in the source
    Flags: zh `已经决定已经决定`
    Limits: phrases of up to sixteen words; short ones that come only twice are REP001's, but for Chinese and Japanese.
        Where a mark parts two of the same, only whole sentences of five words or more; the hit is the second.
    """
    target = pair.target
    if len(target) <= 8:
        return
    if not _comes_again(lower_tokens(target)) and (target.isascii() or not _CJK.search(target)):
        return
    tokens = [unit.lower() for unit in _UNIT.findall(target)]
    if not _comes_again(tokens):
        return
    emphatic = LEGIT_DOUBLES.get(lang_of(pair.target_lang), frozenset())
    loops = [loop for loop in _loops(tokens) if loop[2] > 1 or tokens[loop[0]] not in emphatic]
    if not loops:
        return
    if any(True for _ in _loops([unit.lower() for unit in _UNIT.findall(pair.source)])):
        return
    units = [m.span() for m in _UNIT.finditer(target)]
    for first, last, period in loops:
        between = target[units[first + period - 1][1] : units[first + period][0]]
        if period * 2 == last - first and between.strip(" \u00a0,\n"):
            apart = len(pair.target_segments) < 2  # else it is repeated-passage's matter
            if apart and _is_sentence(
                target, units[first][0], units[first + period - 1][1], units[last - 1][1], period
            ):
                yield hit(units[first + period][0], units[last - 1][1], "2")
            continue  # an abbreviation spelled out in brackets, or the topic of one sentence taken up by the next
        yield hit(units[first][0], units[last - 1][1], str((last - first) // period))


#: A shorter sentence may be said twice for effect (`We will not give up. We will not give up!`).
_SENTENCE_WORDS, _SENTENCE_LETTERS = 5, 30


def _is_sentence(text: str, start: int, end: int, stop: int, n_words: int) -> bool:
    """Whether `text[start:end]`, said again up to `stop`, is a sentence of its own both times."""
    before, between, after = text[:start].rstrip(" \u00a0\n"), text[end : end + 1], text[stop : stop + 1]
    if n_words < _SENTENCE_WORDS or end - start < _SENTENCE_LETTERS or not text[start].isupper():
        return False
    return (not before or before[-1] in _FINAL) and between in _FINAL and between == after != ""


def _comes_again(tokens: Sequence[str]) -> bool:
    """Whether three tokens in a row stood there before, as in every loop."""
    threes = list(zip(tokens, tokens[1:], tokens[2:], strict=False))
    return len(set(threes)) < len(threes)


def _loops(tokens: list[str]) -> Iterator[tuple[int, int, int]]:
    """(first, last, period) of stretches where a phrase of `period` tokens follows itself; each stretch once."""
    taken = 0
    found: list[tuple[int, int, int]] = []
    for period in _periods(tokens):
        echoes = bytes(map(eq, tokens, tokens[period:]))  # 1 where the token `period` further on is the same
        for run in _ECHOES.finditer(echoes):
            first, last = run.start(), run.end() + period
            if _is_loop(tokens[first:last], period, run.end() - first):
                found.append((first, last, period))
    for first, last, period in sorted(found, key=lambda loop: (loop[0], loop[2])):
        if first >= taken:
            yield first, last, period
            taken = last


def _periods(tokens: list[str]) -> set[int]:
    """How far apart the same three tokens come again, and its multiples, up to `_MAX_PERIOD`: any loop shows so."""
    last: dict[tuple[str, str, str], int] = {}
    periods = set()
    for at, three in enumerate(zip(tokens, tokens[1:], tokens[2:], strict=False)):
        before = last.get(three)
        if before is not None and at - before <= _MAX_PERIOD:
            periods.add(at - before)
        last[three] = at
    return {many for period in periods for many in range(period, _MAX_PERIOD + 1, period)}


def _is_loop(stretch: list[str], period: int, run: int) -> bool:
    phrase = stretch[:period]
    letters = sum(map(len, phrase))
    if (
        letters == period >= 3
        and len(set(phrase)) > 2
        and all(map(_CJK.match, phrase))
        and not all("ァ" <= c <= "ー" for c in phrase)
    ):
        return run >= period  # `建物を建物を`; in katakana it may be a name
    if all(token.isdigit() for token in phrase):
        return False
    if period == 1:
        return run >= 3 and letters > 3
    if period == 2:
        return run >= 4 and letters >= 5
    return run >= (period if period >= 4 and letters >= 14 else 2 * period)
