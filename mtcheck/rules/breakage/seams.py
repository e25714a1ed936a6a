"""Where two words meet in small letters: behind a name, beside a function word, between two long words (GLU001)."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from importlib.resources import files
from typing import Any

from mtcheck.rules.breakage._whole_words import is_whole
from mtcheck.rules.text import word_set
from mtcheck.rules.words.lists import Words
from mtcheck.rules.words.spelling import spelling
from mtcheck.rules.words.tables import FUNCTION_WORDS
from mtcheck.rules.words.tokens import MAX_NAME_TEXT, TOKEN


def is_half(word: str, words: Words) -> bool:
    """Whether a lower-case word is common enough to be one of two words run together."""
    return len(word) >= 3 and words.tier(word) <= _HALF_TIER[min(len(word), 6)] and word not in words.names


def is_frequent(word: str, words: Words) -> bool:
    """Whether a lower-case word of four letters or more is one of the 2,000 most frequent, and no name."""
    return len(word) >= 4 and words.tier(word) <= 1 and word not in words.names


#: The rarest tier of a half by its length; short rare words are too often parts of others.
_HALF_TIER = (-1, -1, -1, 0, 1, 2, 3)


def solid_seam(token: str, lower: str, words: Words, text: str, source: str, lang: str) -> int:
    """`Merkelwas`, `governmentsaid`, `inthe`: no capital shows the seam. Where the words meet, or 0."""
    after_name, after_any, ends, starts = seam_words(lang)
    if token[0].isupper():
        return _after_name(token, lower, words, after_name, after_any, text, source, lang)
    for at in range(len(token) - 2, 1, -1):
        if lower[at:] in ends and is_half(lower[:at], words):
            return at
        if (
            (at > 2 or lang == "en")
            and lower[:at] in starts
            and lower[:at] not in _PREFIXES
            and is_half(lower[at:], words)
        ):
            return at
    at = _two_long_words(lower, words) if lang in FEW_COMPOUNDS and len(token) >= _LONG_WHOLE else 0
    at = at or two_function_words(lower, lang) or _beside_frequent(lower, words, lang)
    return at or (
        _after_adjective(lower, words) or _before_verb(lower, words) or _before_and(lower, words) if lang == "en" else 0
    )


#: Forms of `be`, `have` and `say`, which with a preposition are a verb of its own: `detinha`, `aussagt`, `пробыла`.
_VERB_FORMS = word_set(
    "sagt sagte hat hatte hatten haben war waren ist sind wird wurde werden wurden kann soll tinha tem têm foi foram"
    " был была были было будет буду был byl byla byly byli bylo był była było były měl měla mají má bude jest są має"
    " був була було були буде беше бяха ще има a ont eut est fue fueron es eran era ha han hanno è stata stato va"
)


def _before_and(lower: str, words: Words) -> int:
    """`lidand`: a common word, however short, before `and`. Where they meet, or 0."""
    left = lower.removesuffix("and")
    told = left != lower and len(left) >= 3 and words.tier(left) <= 2 and left not in words.names and lower != "riband"
    return len(left) if told else 0


def two_function_words(lower: str, lang: str) -> int:
    """`überden`, `dansla`: nothing but two function words. Where they meet, or 0."""
    common = FUNCTION_WORDS.get(lang, frozenset())
    if not 5 <= len(lower) <= 2 * _LONGEST_FUNCTION:
        return 0
    for at in range(2, len(lower) - 1):
        left, right = lower[:at], lower[at:]
        if left in common and right in common and _VERB_FORMS.isdisjoint((left, right)) and not is_whole(lower):
            return at
    return 0


_LONGEST_FUNCTION = 12


def _beside_frequent(lower: str, words: Words, lang: str) -> int:
    """`nightin`, `yearsof`: a short function word beside one of the most frequent words. Where they meet, or 0."""
    ends, starts = _near_seams(lang)
    for at in range(2, len(lower) - 1):
        left, right = lower[:at], lower[at:]
        if lang != "en" and min(len(left), len(right)) < 3:
            continue  # an ending after all, in words that the corpora lack
        ended = right in ends or (right == "in" and lang == "en" and f"{left}ing" not in words)  # not `tellin`
        if ended and (is_frequent(left, words) or (lang == "en" and is_common(left, words))):
            return at if left not in _HALF_ADVERBS else 0
        if left in starts and is_frequent(right, words):
            return at if left not in _PREFIXES else 0
    return 0


def is_common(word: str, words: Words) -> bool:
    """Whether a word of five letters or more is one of the 8,000 most frequent, and no name."""
    return len(word) >= 5 and words.tier(word) <= 2 and word not in words.names


#: English adverbs with a preposition are a word: `whereto`, `herewith`.
_HALF_ADVERBS = word_set("where there here when check move much best")
#: What English verbs begin with: `overstated`, `handpicked`.
_VERB_HEADS = word_set(
    "over under hand well clear short free down even gold side bank hard data shop fore mean with back home life time"
    " work self half part post high open soft left right some good near last look counter trans photo inter micro read"
)
_VERBS = word_set(
    "said told went came took gave made found felt kept held knew thought began became brought built bought sold spent"
    " sent lost paid fell rose grew stands stood opens opened closes lives remains needs wants keeps takes makes gives"
    " comes goes costs starts runs leads helps plans hopes fears shows looks seems appears decided learned learnt"
)


def _before_verb(lower: str, words: Words) -> int:
    """`councildecided`, `mayortold`, `risensharply`: a common word and a verb or adverb. Where they meet, or 0."""
    for at in range(4, len(lower) - 3):
        left, right = lower[:at], lower[at:]
        if not is_frequent(left, words) and not is_common(left, words):
            continue
        verb = right in _VERBS or (right.endswith("ed") and len(right) >= 6 and words.tier(right) <= 2)
        adverb = right.endswith("ly") and left.endswith(("en", "ed", "ing", "es")) and is_half(right, words)
        if (verb or (adverb and len(left) >= 5)) and left not in _VERB_HEADS:
            return at
    return 0


#: Begin more words than the corpora show (`forgone`, `overhaul`, `contraseña`).
_PREFIXES = word_set("for over under out through after before contra sobre entre sin con tra fra per sotto sous sur")

_NEVER = 1e9


def seam_by_letters(token: str, lower: str, words: Words, text: str, lang: str) -> int:
    """`theirage`, `kingwas`: a function word and a listed one, or a name, where the letters speak for two words too."""
    after_name, ends, starts = _spelt_seams(lang)
    for at in range(3, len(token) - 2):
        left, right = lower[:at], lower[at:]
        if token[0].isupper():
            least = after_name.get(right, _NEVER) if at >= 4 else _NEVER
        else:
            least = min(
                ends.get(right, _NEVER) if left in words else _NEVER,
                starts.get(left, _NEVER) if right in words else _NEVER,
            )
        if least < _NEVER and (letters := spelling(lang)) and letters.glued(lower, at) >= least:
            return 0 if token[0].isupper() and text[: 2 * MAX_NAME_TEXT].count(token) > 1 else at
    return 0


def _after_name(
    token: str,
    lower: str,
    words: Words,
    after_name: frozenset[str],
    after_any: frozenset[str],
    text: str,
    source: str,
    lang: str,
) -> int:
    """`Merkelwas`: a name and a function word, or a name that stands in the pair and any common word."""
    if len(text) < MAX_NAME_TEXT and text.count(token) > 1:
        return 0  # what comes twice is a name of its own
    common = FUNCTION_WORDS.get(lang, frozenset())
    for at in range(len(token) - 2, 2, -1):
        right = lower[at:]
        if right in after_any and at >= 4:
            return at
        if right == "and" and lang == "en" and at >= 6 and lower[:at] in words.names:
            return at  # counted out for short names only: `Bol-and`, `Bern-and`
        if (
            right in after_name
            and len(right) >= 3
            and (lower[:at] in words.names or _is_name_here(token, at, text, source))
        ):
            return at
        known = (right in common and (len(right) >= 3 or lang in ("en", "fr"))) or (
            len(right) >= 4 and is_half(right, words)
        )
        if known and lang in NO_CASE_ENDINGS and _in_latin_source(token, at, source):
            return at
    return 0


#: Languages in which no unknown ending can turn a name into what looks like the name and another word.
NO_CASE_ENDINGS = word_set("en fr es it pt ca")
#: Languages that seldom write two nouns as one word.
FEW_COMPOUNDS = word_set("en fr es it pt ro ca ru uk be bg pl cs sk hr sr sl lt lv id")
#: In the unknown words of the English, French, Spanish, Italian and Russian corpora, two common words of seven letters
#: or more make nine slips for one compound (`counterattacks`, `addressability`); with six letters it is even.
_LONG_HALF = 7
_LONG_WHOLE = 17
_COMPOUND_PARTS = word_set("counter ability private general through пользователь системы")

#: What English adjectives and participles end in: they make no compound with a noun (`retiredsailor`).
ADJECTIVES = ("ed", "ing", "ful", "ous", "ive", "less", "ly")
_ADJECTIVE_BITS = 20.0


def _after_adjective(lower: str, words: Words) -> int:
    for at in range(6, len(lower) - 3):
        left, right = lower[:at], lower[at:]
        if (
            left.endswith(ADJECTIVES)
            and is_half(left, words)
            and right in words
            and right != "ness"
            and right not in words.names
        ):
            letters = spelling("en")
            return at if letters is not None and letters.glued(lower, at) >= _ADJECTIVE_BITS else 0
    return 0


def _two_long_words(lower: str, words: Words) -> int:
    for at in range(_LONG_HALF, len(lower) - _LONG_HALF + 1):
        left, right = lower[:at], lower[at:]
        if is_half(left, words) and is_half(right, words) and not {left, right} & _COMPOUND_PARTS:
            return at
    return 0


KINDS = ("name", "any", "end", "start")
#: At the end and at the start, beside one of the most frequent words.
NEAR = ("near_end", "near_start")
#: Where the letters must speak for two words as well: after a name, at the end, at the start.
SPELT = ("spelt_name", "spelt_end", "spelt_start")


@lru_cache(maxsize=64)
def seam_words(lang: str) -> tuple[frozenset[str], ...]:
    """Function words that are no affix: after a name, after anything capitalised, at the end, at the start.

    Made by `training/words/seams.py`.
    """
    row = _seam_table().get(lang, {})
    return tuple(frozenset(row.get(kind, ())) for kind in KINDS)


@lru_cache(maxsize=64)
def _near_seams(lang: str) -> tuple[frozenset[str], ...]:
    """Under each of `NEAR`, function words that are no affix of a frequent word."""
    row = _seam_table().get(lang, {})
    return tuple(frozenset(row.get(kind, ())) for kind in NEAR)


@lru_cache(maxsize=64)
def _spelt_seams(lang: str) -> tuple[dict[str, float], ...]:
    """Under each of `SPELT`, function words with the bits (`Spelling.glued`) from which a token is two words."""
    row = _seam_table().get(lang, {})
    return tuple(dict(row.get(kind, {})) for kind in SPELT)


@lru_cache(maxsize=1)
def _seam_table() -> dict[str, dict[str, Any]]:
    path = files("mtcheck") / "models" / "words" / "seams.json"
    table: dict[str, dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    return table


def _in_latin_source(token: str, at: int, source: str) -> bool:
    """Whether the first part is a capitalised word of the source, and the whole is not."""
    name = token[:at]
    if len(name) < 4 or len(source) > MAX_NAME_TEXT or name not in source:
        return False
    return re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", source) is not None


def _is_name_here(token: str, at: int, text: str, source: str) -> bool:
    """Whether the first part stands alone in the pair, or is nearer to a name of the source than the whole token is."""
    name = token[:at]
    if len(name) < 4 or len(text) + len(source) > MAX_NAME_TEXT:
        return False
    if _in_latin_source(token, at, source):
        return True
    if text.count(name) > 1 and re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text):
        return True
    if token.isascii() == source.isascii() or len(name) < 5:
        return False
    from rapidfuzz import fuzz

    part, whole = _romanised(name), _romanised(token)
    words = _capitalised(source)
    best = max((fuzz.ratio(part, word) for word in words), default=0.0)
    return best >= _NAME_RATIO and max((fuzz.ratio(whole, word) for word in words), default=0.0) < best


def _romanised(word: str) -> str:
    from anyascii import anyascii

    return re.sub(r"[^a-z]", "", anyascii(word).lower())


@lru_cache(maxsize=32)
def _capitalised(source: str) -> tuple[str, ...]:
    """Romanised words of the source that may be names: capitalised ones, or all in scripts without case."""
    return tuple(_romanised(m[0]) for m in TOKEN.finditer(source) if not m[0][0].islower() and len(m[0]) >= 3)


#: Below 75, unrelated words of the same length begin to match; `Merkel`/`merkel`, `Putin`/`putina` lie above 90.
_NAME_RATIO = 78.0
