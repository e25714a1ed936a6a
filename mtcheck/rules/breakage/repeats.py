"""Words said twice, and loops."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import eq

import numpy as np

from mtcheck.data import Hit, Pair, Severity
from mtcheck.rules.breakage._marks import FINAL_MARKS
from mtcheck.rules.facts.batch import Facts, Mask, kind
from mtcheck.rules.registry import rule
from mtcheck.rules.text import hit, lang_of, places
from mtcheck.rules.words.keys import first_of_each
from mtcheck.rules.words.tables import DOUBLES_IN_CONTEXT, FUNCTION_WORDS, LEGIT_DOUBLES, REDUPLICATING
from mtcheck.rules.words.tokens import lower_tokens, starts_of, tokens_of

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
    return (not before or before[-1] in FINAL_MARKS) and between in FINAL_MARKS and between == after != ""


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
