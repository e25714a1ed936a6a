"""Where two words stand run together: the decisions behind GLU001.

All of it needs a word list; a language without one (see `_words.py`) is left alone, and so are languages that put no
spaces between words or write clitics solid. Precision comes first: the glued form must be unknown, its parts known.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from typing import Any

from mtcheck.rules.breakage._whole_words import is_whole
from mtcheck.rules.text import has_any, occurs, places, word_set
from mtcheck.rules.words.lexicon import KEPT_LENGTH
from mtcheck.rules.words.lists import Words, words_of
from mtcheck.rules.words.pinyin import cuts
from mtcheck.rules.words.spelling import spelling
from mtcheck.rules.words.tables import FUNCTION_WORDS
from mtcheck.rules.words.views import STRANGERS, TOKENS, kept, kept_long

TOKEN = re.compile(r"[^\W_]+")
_DIGITS_FIRST = re.compile(r"(\d{1,4})([^\W\d_]{3,})")
_DIGITS_LAST = re.compile(r"([^\W\d_]{2,})(\d{1,4})")
_DIGITS_BETWEEN = re.compile(r"([^\W\d_]{2,})(\d{1,4})([^\W\d_]{2,})")
_THREE_ALIKE = re.compile(r"([^\W\d_])\1\1")

#: Short words that end brand names (`LinkedIn`, `CheckOut`) as often as they are glued on.
_BRAND_ENDS = word_set("in on up to it is at by as an or us so we one all out over for")
_BRANDS = word_set("easyjet linkedin duckduckgo deviantart openoffice youthe вконтакте")
#: Prepositions and conjunctions of one letter, tight to a name: `вМоскве`.
_BEFORE_CAPITAL = {
    "ru": "вксуоиа", "uk": "взуойіа", "be": "взуоіа", "bg": "всиа", "pl": "wzuoia", "cs": "vzksuoia", "sk": "vzksuoia",
}  # fmt: skip
#: German and Austrian gender forms: `LehrerInnen`.
_GENDER_ENDS = frozenset(("innen", "in"))
_ORDINAL_ENDS = word_set("era ero den der das ste nde ten tel mal per the") - {"the"}

#: Written solid after a figure by some: `£4million`, `5star`, `20fach`.
_MULTIPLIERS = word_set("million millions billion thousand star fold fach mal teilig jährig bit byte bytes plus year")

#: Languages that write no ordinals and compounds like `30procentní`.
_SOLID_FIGURES = word_set("en es fr pt ru uk")

LONGEST = 60  # a longer token is no two words of any language

Glue = tuple[int, int, int]  # start, where the words meet, end


def glued_tokens(text: str, source: str, lang: str) -> Iterator[Glue]:
    """Tokens of `text` that are two words run together."""
    words = words_of(lang)
    if words is None:
        return
    unknown = strangers(text, lang)
    if not unknown:
        return
    tokens = tokens_of(text)
    for n in unknown:
        token = tokens[n]
        lower = token.lower()
        if not may_be_glued(token, lang):
            continue
        at = _seam(token, lang)
        if at == _ASK:
            at = _solid(token, lower, words, text, source, lang) or _by_letters(token, lower, words, text, lang)
        if not at and lower.endswith(_LAST_LETTERS.get(lang, _NONE)) and token.islower() and token.isalpha():
            at = _before_letter(lower, words, lang) if _goes_on(text, starts_of(text)[n] + len(token)) else 0
        if not at and lang == "en" and "a" in (lower[0], lower[-1]) and token.islower() and token.isalpha():
            at = _beside_article(text, n, words)
        if not at:
            continue
        start = starts_of(text)[n]
        end = start + len(token)
        if not _in_code(text, start, end) and not occurs(token, source) and not _is_pinyin(token, source):
            yield start, start + at, end


_HAN = re.compile(r"[\u3400-\u9fff]")


def _is_pinyin(token: str, source: str) -> bool:
    """Whether a capitalised token may be the name of something Chinese: `Jianshe`, `Lihe`."""
    return token.istitle() and _has_han(source) and bool(cuts(token))


@kept
def _has_han(source: str) -> bool:
    return _HAN.search(source) is not None


def may_be_glued(token: str, lang: str) -> bool:
    """Whether a token that no list has may be two words, whatever stands around it."""
    lower = token.lower()
    if not 4 <= len(token) <= LONGEST or (lang == "en" and is_whole(lower)):
        return False
    if _seam(token, lang):
        return True
    edge = lower.endswith(_LAST_LETTERS.get(lang, _NONE)) or (lang == "en" and "a" in (lower[0], lower[-1]))
    return edge and token.islower() and token.isalpha()


_ASK = -1


@lru_cache(maxsize=4096)
def _seam(token: str, lang: str) -> int:
    """Where the two words of a token meet, 0 for one word; `_ASK` where the text around decides."""
    words, common, lower = words_of(lang), FUNCTION_WORDS.get(lang, frozenset()), token.lower()
    if words is None:
        return 0
    if not token.isalpha():
        return _digits(token, words, common, lang)
    if lang in _FEW_COMPOUNDS and (three := _THREE_ALIKE.search(lower)) is not None:
        return _at_three(lower, three.start(), words)
    if token.islower() or (token.istitle() and not token[0].isupper()):
        return _solid(token, lower, words, "", "", lang) or _by_letters(token, lower, words, "", lang)
    if not token.istitle():
        return _capital(token, words, common, lang)
    after_name, after_any, _, _ = _seams(lang)
    for at in range(3, len(token) - 1):
        right = lower[at:]
        if right in after_name or right in after_any or right in common or right == "and" or is_half(right, words):
            return _ASK
    return _ASK if _by_letters(token, lower, words, "", lang) else 0


def tokens_of(text: str) -> tuple[str, ...]:
    """Runs of letters and digits."""
    found = TOKENS.get(text)
    if found is not None:
        return found
    return _tokens_of(text) if len(text) <= KEPT_LENGTH else _long_tokens_of(text)


@kept
def _tokens_of(text: str) -> tuple[str, ...]:
    return tuple(TOKEN.findall(text))


_long_tokens_of = kept_long(_tokens_of)


def lower_tokens(text: str) -> tuple[str, ...]:
    """`tokens_of(text)` in lower case."""
    return _lower_tokens(text) if len(text) <= KEPT_LENGTH else _long_lower_tokens(text)


@kept
def _lower_tokens(text: str) -> tuple[str, ...]:
    return tuple(map(str.lower, tokens_of(text)))


_long_lower_tokens = kept_long(_lower_tokens)


@lru_cache(maxsize=4)
def starts_of(text: str) -> list[int]:
    """Where each of `tokens_of(text)` begins."""
    found, at = [], 0
    for token in tokens_of(text):
        at = text.find(token, at)
        found.append(at)
        at += len(token)
    return found


def strangers(text: str, lang: str) -> tuple[int, ...]:
    """Which of `tokens_of(text)` the word list of the language does not have; none where there is no list."""
    kept = STRANGERS.get(lang)
    found = kept.get(text) if kept is not None else None
    return _strangers(text, lang) if found is None else found


@kept
def _strangers(text: str, lang: str) -> tuple[int, ...]:
    words = words_of(lang)
    if words is None:
        return ()
    known, tokens = words.tiers, tokens_of(text)
    if all(map(known.__contains__, tokens)):
        return ()
    return tuple([n for n, token in enumerate(tokens) if token not in known and token.lower() not in known])


def _in_code(text: str, start: int, end: int) -> bool:
    """Whether the token belongs to an address, a path, a hashtag or an identifier."""
    return text[start - 1 : start] in ("#", "@", "/", "_", "\\", "$", "=", "&", "%", ".") or text[end : end + 1] in (
        *("_", "/", "\\", "@", "=", "("),
    )


def _capital(token: str, words: Words, common: frozenset[str], lang: str) -> int:
    """`endThe`, `governmentMerkel`: one capital inside, both sides known. The place of the capital, or 0."""
    inner = [at for at in range(1, len(token)) if token[at].isupper()]
    if len(inner) != 1 or token.lower() in _BRANDS:
        return 0
    at = inner[0]
    left, right = token[:at].lower(), token[at:].lower()
    if at == 1:
        return (
            at
            if left in _BEFORE_CAPITAL.get(lang, "") and token[0].islower() and len(right) >= 4 and right in words
            else 0
        )
    if right in _GENDER_ENDS and lang == "de":
        return 0
    if left not in words and not (len(left) >= 4 and token[0].islower() and right in common):
        return 0
    if len(left) == 2 and left not in common:
        return 0
    if token[0].islower():
        german = lang == "de" and len(left) == 2 and len(right) >= 4 and words.tier(right) <= 2
        known = (
            german
            or right in common
            or (len(left) >= 3 and len(right) >= 3 and right in words and words.tier(left) <= 2)
        )
        return at if known else 0
    return at if right in common and right not in _BRAND_ENDS and len(left) >= 3 and len(right) >= 2 else 0


def _digits(token: str, words: Words, common: frozenset[str], lang: str) -> int:
    """`2019the`, `30euros`, `in2019`: a number and a common word. Where they meet, or 0."""
    if match := _DIGITS_FIRST.fullmatch(token):
        right = match[2]
        plain = right in common or (lang in _SOLID_FIGURES and len(right) >= 4 and right in words)
        plain = plain and right not in words.names
        return match.end(1) if plain and right not in _ORDINAL_ENDS and right not in _MULTIPLIERS else 0
    if match := _DIGITS_LAST.fullmatch(token):
        left = match[1].lower()
        year = len(match[2]) == 4 and match[2][:2] in ("17", "18", "19", "20")
        return match.end(1) if left in common and (year or len(left) >= 4) else 0
    if match := _DIGITS_BETWEEN.fullmatch(token):
        left, figure, right = match[1].lower(), match[2], match[3]
        listed = (left in common and right in words) or (right in common and left in words)
        plain = listed or all(len(part) >= 3 and words.tier(part) <= 2 for part in (left, right))
        return match.end(1) if plain and figure not in ("2", "4") else 0  # not `peer2peer`, `all4one`
    return 0


def _at_three(lower: str, first: int, words: Words) -> int:
    """`dressshoes`: three like letters, which hardly any word has, between two that the list has. The seam, or 0."""
    for at in (first + 2, first + 1):
        left, right = lower[:at], lower[at:]
        if min(len(left), len(right)) >= 3 and left in words and right in words and right not in words.names:
            return at
    return 0


def apart(text: str, start: int, at: int, end: int) -> str:
    """What stands run together, with the space that is missing at `at` and, behind a number between, a second one."""
    left, right = text[start:at], text[at:end]
    figure = _DIGITS_FIRST.fullmatch(right)
    return f"{left} {figure[1]} {figure[2]}" if figure and left.isalpha() else f"{left} {right}"


def is_half(word: str, words: Words) -> bool:
    """Whether a lower-case word is common enough to be one of two words run together."""
    return len(word) >= 3 and words.tier(word) <= _HALF_TIER[min(len(word), 6)] and word not in words.names


def is_frequent(word: str, words: Words) -> bool:
    """Whether a lower-case word of four letters or more is one of the 2,000 most frequent, and no name."""
    return len(word) >= 4 and words.tier(word) <= 1 and word not in words.names


#: The rarest tier of a half by its length; short rare words are too often parts of others.
_HALF_TIER = (-1, -1, -1, 0, 1, 2, 3)


def _solid(token: str, lower: str, words: Words, text: str, source: str, lang: str) -> int:
    """`Merkelwas`, `governmentsaid`, `inthe`: no capital shows the seam. Where the words meet, or 0."""
    after_name, after_any, ends, starts = _seams(lang)
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
    at = _two_long_words(lower, words) if lang in _FEW_COMPOUNDS and len(token) >= _LONG_WHOLE else 0
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
        if ended and (is_frequent(left, words) or (lang == "en" and _is_common(left, words))):
            return at if left not in _HALF_ADVERBS else 0
        if left in starts and is_frequent(right, words):
            return at if left not in _PREFIXES else 0
    return 0


def _is_common(word: str, words: Words) -> bool:
    """Whether a word of five letters or more is one of the 8,000 most frequent, and no name."""
    return len(word) >= 5 and words.tier(word) <= 2 and word not in words.names


#: After these no article stands.
_NO_ARTICLE_AFTER = FUNCTION_WORDS["en"] - word_set(
    "and that with from have has had was were are is of to in on at by for as when if than then be or into about over"
    " after before while until since against under through between during because said also not"
)


def _beside_article(text: str, n: int, words: Words) -> int:
    """`500 yuana day`, `there is afarm`: English `a` at a word that needs none there. Where they meet, or 0."""
    tokens, common = tokens_of(text), FUNCTION_WORDS["en"]
    token = tokens[n]
    left, right = token[:-1], token[1:]
    counted = n > 0 and tokens[n - 1].isdigit()  # `500 yuan`, which is also a name
    if token[-1] == "a" and len(left) >= _LONG_LEFT and (_is_common(left, words) or (counted and left in words.names)):
        following = tokens[n + 1] if n + 1 < len(tokens) and _goes_on(text, starts_of(text)[n] + len(token)) else ""
        plain = following.islower() and following not in common and following[0] not in "aeiou"
        return len(left) if plain and words.tier(following) <= 2 and left[-1] not in "aiou" else 0
    if n == 0 or token[0] != "a" or len(right) < 3 or right in common or right in words.names or right[0] in "aeiou":
        return 0
    before = tokens[n - 1]
    apart = text[starts_of(text)[n] - 1] == " " and before in common and before not in _NO_ARTICLE_AFTER
    return 1 if apart and words.tier(right) <= 2 and not right.endswith(_ADJECTIVES + _NEGATED) else 0


#: Adjectives that `a-` denies: `asymmetrical`, `atypical`, `asexual`.
_NEGATED = ("al", "ic", "able", "ar")
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
        if not is_frequent(left, words) and not _is_common(left, words):
            continue
        verb = right in _VERBS or (right.endswith("ed") and len(right) >= 6 and words.tier(right) <= 2)
        adverb = right.endswith("ly") and left.endswith(("en", "ed", "ing", "es")) and is_half(right, words)
        if (verb or (adverb and len(left) >= 5)) and left not in _VERB_HEADS:
            return at
    return 0


#: Begin more words than the corpora show (`forgone`, `overhaul`, `contraseña`).
_PREFIXES = word_set("for over under out through after before contra sobre entre sin con tra fra per sotto sous sur")


_NEVER = 1e9


def _by_letters(token: str, lower: str, words: Words, text: str, lang: str) -> int:
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
_FEW_COMPOUNDS = word_set("en fr es it pt ro ca ru uk be bg pl cs sk hr sr sl lt lv id")
#: In the unknown words of the English, French, Spanish, Italian and Russian corpora, two common words of seven letters
#: or more make nine slips for one compound (`counterattacks`, `addressability`); with six letters it is even.
_LONG_HALF = 7
_LONG_WHOLE = 17
_COMPOUND_PARTS = word_set("counter ability private general through пользователь системы")


#: What English adjectives and participles end in: they make no compound with a noun (`retiredsailor`).
_ADJECTIVES = ("ed", "ing", "ful", "ous", "ive", "less", "ly")
_ADJECTIVE_BITS = 20.0
#: Words of one letter that are rarely an ending.
_LAST_LETTERS: dict[str, tuple[str, ...]] = {"ru": ("в", "с"), "fr": ("à",), "es": ("y",)}
_LONG_LEFT, _SURE_LEFT = 4, 6
_NONE = ("\0",)
#: The bits that the letters must give Russian ones; below 15 the unknown words of the corpora are mostly forms of rare
#: words (`перьев`).
_LETTER_BITS = 15.0


def _before_letter(lower: str, words: Words, lang: str) -> int:
    """`пациентав больнице`: a word of the list and a preposition of one letter. Where they meet, or 0."""
    left = lower[:-1]
    if lang != "ru":
        # No French word but a few short ones ends in `à`, and Italian ones have a `t` before it.
        known = left in words or (lang == "fr" and len(left) >= _SURE_LEFT and left[-1] in "sexnrlé")
        plain = len(left) >= _LONG_LEFT and known and left not in words.names
        return len(left) if plain and (lang == "fr" or left[-1] in "aeosrnlzd") else 0
    # `музеев` is a genitive, `обманув` a participle.
    if len(left) < 5 or left not in words or left[-1] in "оеё" or left + "л" in words:
        return 0
    letters = spelling("ru")
    return len(left) if letters is not None and letters.glued(lower, len(left)) >= _LETTER_BITS else 0


def _goes_on(text: str, end: int) -> bool:
    return text[end : end + 1] == " " and text[end + 1 : end + 2].isalpha()


def _after_adjective(lower: str, words: Words) -> int:
    for at in range(6, len(lower) - 3):
        left, right = lower[:at], lower[at:]
        if (
            left.endswith(_ADJECTIVES)
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
def _seams(lang: str) -> tuple[frozenset[str], ...]:
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


#: Looking for a name in the whole pair is for sentences and paragraphs, not for a book in one line.
MAX_NAME_TEXT = 20_000
#: Below 75, unrelated words of the same length begin to match; `Merkel`/`merkel`, `Putin`/`putina` lie above 90.
_NAME_RATIO = 78.0


_MARK = re.compile(r"[.,;!?…](?<=[^\W\d_].)(?=[^\W\d_])")
_LEFT = re.compile(r"[^\W\d_]+\Z")
_RIGHT = re.compile(r"[^\W\d_]+")
_TLDS = word_set("com org net info ru de uk fr eu edu gov io tv co us pl es it nl js py net asp")
_CLAUSE_MARKS = ",;"


def missing_spaces(text: str, source: str, lang: str) -> Iterator[Glue]:
    """Places where no space follows a mark: `minister.The`, `however,the`; start, end of the mark, end."""
    words = words_of(lang)
    if words is None:
        return
    if has_any(text, _BOUNDS):
        yield from _bound_marks(text, source, words)
    for match in places(_MARK, text):
        at = match.start()
        left = _LEFT.search(text, max(0, at - 40), at)
        right = _RIGHT.match(text, at + 1, at + 41)
        if left is None or right is None:
            continue
        if _fits(left[0], match[0], right[0], words) and not _chained(text, left.start(), right.end()):
            glued = text[left.start() : right.end()]
            if not occurs(glued, source):
                yield left.start(), at + 1, right.end()


#: What opens directly behind a word, and what closes directly before one.
_BOUND = re.compile(
    r"[(“„«](?<=[^\W\d_]{3}.)(?=[^\W\d_]{2}|[aAiIyàиваоуі][ \u00a0])"
    r"|[)”»](?:(?<=[^\W\d_]{2}[^\W_].)|(?<=[^\W\d_]{2}[.,!?].)|(?<=\d{4}.))(?=[^\W\d_]{2})"
)
_OPENING = "(“„«"
_BOUNDS = ("(", ")", "“", "„", "«", "”", "»")


def _bound_marks(text: str, source: str, words: Words) -> Iterator[Glue]:
    """`used(limestone`, `“We agree”he`: a bracket or quotation mark tight between two words."""
    for match in places(_BOUND, text):
        at = match.start()
        left = _LEFT.search(text, max(0, at - 40), at) or _EDGE.search(text, max(0, at - 40), at)
        right = _RIGHT.match(text, at + 1, at + 41)
        if left is None or right is None or right[0] not in words:
            continue
        goes_on = match[0] == "(" and text[right.end() : right.end() + 1] == " "
        if left[0].isalpha() and left[0].lower() not in words and not goes_on:
            continue
        if left[0].isalpha() and match[0] not in _OPENING and "(" in text[max(0, left.start() - 1) : left.start()]:
            continue  # `(un)known`
        if match[0] in _OPENING and text[right.end() : right.end() + 1] == ")":
            continue  # `word(words)`
        if not occurs(text[left.start() : right.end()], source):
            yield left.start(), at + (match[0] not in _OPENING), right.end()


_EDGE = re.compile(r"[\w.,!?]+\Z")


def _fits(left: str, mark: str, right: str, words: Words) -> bool:
    known = left.lower() in words or right.lower() in words
    if mark in _CLAUSE_MARKS:
        return known and len(left) >= 2 and len(right) >= 2 and right.islower() and left[1:].islower()
    if not (left.islower() or (left.istitle() and len(left) > 4)) or len(left) < 3 or right.lower() in _TLDS:
        return False
    return known and right.istitle() and (len(right) >= 2 or right in ("I", "A"))


def _chained(text: str, start: int, end: int) -> bool:
    """Whether more follows without a space that makes it an address, a file or an expression."""
    before, after = text[start - 1 : start], text[end : end + 2]
    return (
        (before != "" and before in "./@_\\:#-&=")
        or (after[:1] != "" and after[:1] in "/@_\\=(")
        or (after[:1] == "." and after[1:].isalnum())
    )
