"""Capitals and small letters inside and at the start of sentences where the other belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtcheck.data import Hit, Pair, Severity
from mtcheck.rules.breakage._marks import COMMA, FINAL_MARKS
from mtcheck.rules.breakage._misplaced import (
    ALWAYS_CAPITAL,
    capitals_after_speech,
    inner_capital_words,
    inner_capitals,
    missing_capitals,
)
from mtcheck.rules.facts.batch import CAPITAL, DASH, LETTER, QUOTE, SEMICOLON, SPACE, Facts, Mask
from mtcheck.rules.names.sounds import Heard
from mtcheck.rules.registry import rule
from mtcheck.rules.text import has_any, hit, lang_of, occurs, places, word_set
from mtcheck.rules.words.lexicon import CASED, KEPT_LENGTH, scripts
from mtcheck.rules.words.lexicon import words as words_in
from mtcheck.rules.words.lists import Words, words_of
from mtcheck.rules.words.tables import CLAUSE_LINKS, CLAUSE_OPENERS, FUNCTION_WORDS

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
    lang, mask = facts.langs[1], facts.target.near(CAPITAL, {-1: SPACE, -2: COMMA | SEMICOLON})
    mask |= facts.target.near(CAPITAL, {-1: SPACE, -2: QUOTE, -3: COMMA}) | facts.target.near(
        CAPITAL, {-1: SPACE, -2: DASH, -3: SPACE, -4: QUOTE | COMMA}
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
    closed = source.rstrip()[-1] in FINAL_MARKS and target.rstrip()[-1] in FINAL_MARKS
    return closed and len(target.split()) >= _LEAST_WORDS
