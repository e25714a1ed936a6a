"""Capitals and hyphens inside sentences and words where they do not belong, and small letters for capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from mtcheck.rules.text import Span, occurs, places, word_set
from mtcheck.rules.words.lists import Words
from mtcheck.rules.words.spelling import spelling
from mtcheck.rules.words.tables import FUNCTION_WORDS
from mtcheck.rules.words.tokens import starts_of, tokens_of
from mtcheck.rules.words.views import kept

_BETWEEN = re.compile(r"(?<=[^\W\d_] )[^\W\d_]{1,12}(?= [^\W\d_]{2})")
_LAST_LETTERS = re.compile(r"[^\W\d_]+\Z")
_FIRST_LETTERS = re.compile(r"[^\W\d_]+")
#: Function words that are names, months, gods, states and forms of address as well.
_NAMESAKES = word_set(
    "may will his him us who am all mark sulla tra stato stata sera una uno las los des les sua suo suoi sue lei loro"
    " voi on ils elle que under over see son sus para por"
)


def inner_capitals(text: str, source: str, lang: str) -> Iterator[Span]:
    """Function words with a capital between two words in small letters: `it was The first`."""
    capitalised = inner_capital_words(lang)
    if capitalised.isdisjoint(tokens_of(text)):
        return
    for match in places(_BETWEEN, text):
        word = match[0]
        if word not in capitalised:
            continue
        before = _LAST_LETTERS.search(text, max(0, match.start() - 30), match.start() - 1)
        if len(word) == 1 and _has_lone_capital(source):
            continue  # `vitamin E`
        if before and before[0].islower() and text[match.end() + 1].islower() and not occurs(word, source):
            yield match.span()


@cache
def inner_capital_words(lang: str) -> frozenset[str]:
    """Function words of a language that are no names, with a capital."""
    long = {word for word in FUNCTION_WORDS.get(lang, frozenset()) - _NAMESAKES if len(word) >= 3}
    return frozenset(word.title() for word in long | _SHORT.get(lang, frozenset()))


#: Conjunctions, prepositions and articles of one or two letters that no name, grade, state or Roman numeral is.
_SHORT = {
    "en": word_set("of at by as an is it he if"), "fr": word_set("et en du au ou un ne où"),
    "es": word_set("y en de un al se su lo"), "it": word_set("e di da in un al si il lo"),
    "pt": word_set("e de em um do ao no na se"), "pl": word_set("w z o u na do za po od ze że bo to"),
    "cs": word_set("s z k o u na do za po od ze ve že se je"), "tr": word_set("ve bu da de"),
    "ru": word_set("и в на по с но не к у о за из до от со во"),
    "uk": word_set("й та в у з на не до за по із зі що бо як це"),
}  # fmt: skip


@kept
def _has_lone_capital(source: str) -> bool:
    return _LONE_CAPITAL.search(source) is not None


_LONE_CAPITAL = re.compile(r"(?<![\w'’.])[B-HJ-ZА-Я](?![\w'’.])")

#: After a quotation with a comma, in the order that the language puts them, before who says it.
_AFTER_SPEECH = re.compile(
    r"(?:(?<=[^\W\d_]),[”\"]|(?<=[^\W\d_][»”“\"]),(?:[ \u00a0][—–―])?"
    r"|(?<=[!?…][»”“\"]),?[ \u00a0][—–―]|(?<=[ \u00a0\u202f]»),)"
    r"[ \u00a0]([^\W\d_]{1,14})(?=[ \u00a0]([^\W\d_]))"
)


def capitals_after_speech(text: str, source: str, words: Words) -> Iterator[Span]:
    """Words that are hardly ever capitalised, with a capital after a quotation that goes on: `“We agree,” She said`."""
    for match in places(_AFTER_SPEECH, text):
        word, lower = match[1], match[1].lower()
        if word == lower or not match[2].islower() or word[1:] != lower[1:] or word == "I":
            continue
        plain = lower in words.plain or (words.tier(lower) == 0 and lower not in words.names)
        if plain and not occurs(word, source):
            yield match.span(1)


_INNER_HYPHEN = re.compile(r"-(?<=[^\W\d_]{2}.)(?=[^\W\d_]{2})")
#: Prefixes that some write with a hyphen: `co-operate`.
_HYPHEN_PREFIXES = word_set(
    "co re pre non anti multi semi sub un de bio eco mini micro mega super ultra inter intra extra auto over under vice"
    " ex pro neo poly pseudo trans counter tele photo socio sozio psycho electro hydro geo infra para post self out up"
    " анти супер мини макро микро контр псевдо авто видео аудио нано эко био со пере пост пред"
)
_SHORTEST_WHOLE = 7
#: What ends English words and is a word by itself, in the list or by chance: `member-ship`, `develop-ment`.
_ENGLISH_AFFIXES = word_set(
    "ship ships ment ments ness less lessly able ably ible hood ful fully dom ward wards tion tions sion sions ing ings"
    " ed er ers ist ists ism ity ance ence ation ations ally ly ry ry ious ive al ial ary ory ant ent est en ies ees"
)


def inner_hyphens(text: str, source: str, words: Words, lang: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, the whole) of common words with a hyphen inside, one part at least being no word: `govern-ment`."""
    for match in places(_INNER_HYPHEN, text):
        at = match.start()
        left, right = _LAST_LETTERS.search(text, max(0, at - 20), at), _FIRST_LETTERS.match(text, at + 1, at + 21)
        if left is None or right is None or not right[0].islower():
            continue
        start, end, first = left.start(), right.end(), left[0].lower()
        if text[start - 1 : start] in _JOINTS or text[end : end + 1] in _JOINTS or first in _HYPHEN_PREFIXES:
            continue
        whole = first + right[0]
        affix = lang == "en" and right[0] in _ENGLISH_AFFIXES and words.tier(whole) <= 3
        if not affix and ((first in words and right[0] in words) or words.tier(whole) > 2):
            if (
                not (left[0].islower() or not start)
                or min(len(first), len(right[0])) < 3
                or first in words
                or right[0] in words
            ):
                continue
            if not (_is_or_bends(whole, words) or _is_spelt_whole(first, right[0], lang)):
                continue
        if len(whole) < _SHORTEST_WHOLE:
            continue
        if not occurs(text[start:end], source):
            yield start, end, left[0] + right[0]


def _is_or_bends(whole: str, words: Words) -> bool:
    """Whether a word is listed and no name, or has one to three letters more than one of the 8,000 most frequent."""
    if whole in words:
        return whole not in words.names
    return any(words.tier(whole[:-n]) <= 2 and whole[:-n] not in words.names for n in (1, 2, 3))


#: Bits a letter by which a whole that no list has must be likelier than its parts.
_WHOLE_BITS = 4.0
#: A first part that is linked to the second: `austro-`, `лесо-`.
_LINKED = ("o", "о", "e", "е")


def _is_spelt_whole(left: str, right: str, lang: str) -> bool:
    if left.endswith(_LINKED) or left[-1] == right[0]:
        return False
    letters = spelling(lang)
    return letters is not None and letters.torn(left, right, _WHOLE_BITS)


_JOINTS = ("-", "/", "’", "'", "@", "_")
#: English names of months, days, languages, peoples and places that are nothing else in small letters.
ALWAYS_CAPITAL = word_set(
    "january february april june july september october november december monday tuesday wednesday thursday friday"
    " saturday sunday french german russian ukrainian chinese japanese american european british italian spanish"
    " african asian english dutch swedish norwegian portuguese greek arabic korean indian canadian australian mexican"
    " brazilian turkish czech hungarian romanian bulgarian moscow paris london berlin europe africa"
    " america christmas easter"
)
_LONE_I = re.compile(
    r"(?<=[a-z,] )i(?= (?:am|was|have|had|do|did|will|would|can|could|think|know|want|believe|said|see|saw|never)\b)"
)


def missing_capitals(text: str, source: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, as it should be) of English words in small letters that have a capital: `in january`."""
    tokens = tokens_of(text)
    if not ALWAYS_CAPITAL.isdisjoint(tokens):
        for token, start in zip(tokens, starts_of(text), strict=True):
            end = start + len(token)
            if token in ALWAYS_CAPITAL and not _is_tied(text, start, end) and not occurs(token, source):
                yield start, end, token.title()
    if " i " in text:
        for match in places(_LONE_I, text):
            yield match.start(), match.end(), "I"


def _is_tied(text: str, start: int, end: int) -> bool:
    """Whether the word belongs to an address, a tag or a compound."""
    before, after = text[max(0, start - 1) : start], text[end : end + 2]
    if before in ("#", ".", *_JOINTS):
        return before != ""
    return after[:1] in ("/", "@", "_", "-", "=") or (after[:1] == "." and after[1:].isalnum())
