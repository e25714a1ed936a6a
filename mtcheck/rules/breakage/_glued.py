"""Where two words stand run together without a mark between: the decisions behind GLU001.

All of it needs a word list; a language without one (see `words/lists.py`) is left alone, and so are languages that put
no spaces between words or write clitics solid. Precision comes first: the glued form must be unknown, its parts known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from mtcheck.rules.breakage._whole_words import is_whole
from mtcheck.rules.breakage.seams import (
    ADJECTIVES,
    FEW_COMPOUNDS,
    is_common,
    is_half,
    seam_by_letters,
    seam_words,
    solid_seam,
)
from mtcheck.rules.text import occurs, word_set
from mtcheck.rules.words.lists import Words, words_of
from mtcheck.rules.words.pinyin import cuts
from mtcheck.rules.words.spelling import spelling
from mtcheck.rules.words.tables import FUNCTION_WORDS
from mtcheck.rules.words.tokens import LONGEST, starts_of, strangers, tokens_of
from mtcheck.rules.words.views import kept

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
            at = solid_seam(token, lower, words, text, source, lang) or seam_by_letters(token, lower, words, text, lang)
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
    if lang in FEW_COMPOUNDS and (three := _THREE_ALIKE.search(lower)) is not None:
        return _at_three(lower, three.start(), words)
    if token.islower() or (token.istitle() and not token[0].isupper()):
        return solid_seam(token, lower, words, "", "", lang) or seam_by_letters(token, lower, words, "", lang)
    if not token.istitle():
        return _capital(token, words, common, lang)
    after_name, after_any, _, _ = seam_words(lang)
    for at in range(3, len(token) - 1):
        right = lower[at:]
        if right in after_name or right in after_any or right in common or right == "and" or is_half(right, words):
            return _ASK
    return _ASK if seam_by_letters(token, lower, words, "", lang) else 0


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
    if token[-1] == "a" and len(left) >= _LONG_LEFT and (is_common(left, words) or (counted and left in words.names)):
        following = tokens[n + 1] if n + 1 < len(tokens) and _goes_on(text, starts_of(text)[n] + len(token)) else ""
        plain = following.islower() and following not in common and following[0] not in "aeiou"
        return len(left) if plain and words.tier(following) <= 2 and left[-1] not in "aiou" else 0
    if n == 0 or token[0] != "a" or len(right) < 3 or right in common or right in words.names or right[0] in "aeiou":
        return 0
    before = tokens[n - 1]
    apart = text[starts_of(text)[n] - 1] == " " and before in common and before not in _NO_ARTICLE_AFTER
    return 1 if apart and words.tier(right) <= 2 and not right.endswith(ADJECTIVES + _NEGATED) else 0


#: Adjectives that `a-` denies: `asymmetrical`, `atypical`, `asexual`.
_NEGATED = ("al", "ic", "able", "ar")
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
