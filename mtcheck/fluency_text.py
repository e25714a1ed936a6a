"""Text -> tokens for the fluency models: words, numbers, marks, debris and foreign script, each with its place.

Also what a text's form says about whether it can be judged at all: too short, a headline, a list, code.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

# Letters that stand alone as units: Han, kana and their marks.
_IDEOGRAPHS = (
    "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003134f"
)
# Combining marks inside words (Python's \w leaves them out), joiners, Hebrew and Arabic points.
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0903"
    "\u093a-\u094f\u0951-\u0957\u0962\u0963\u0981-\u0983\u09bc-\u09cd\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u200c\u200d\u00ad"
)
_LETTER = rf"[^\W\d_{_IDEOGRAPHS}]"
_TAIL = rf"(?:{_LETTER}|[{_MARKS}])*"
_WORD = rf"(?P<word>{_LETTER}{_TAIL}(?:['’ʼ״](?={_LETTER}){_TAIL})*)"
_REST = r"|(?P<mark>\.{2,}|[^\w\s]|_)|(?P<number>\d+(?:[.,:/]\d+)*)"
_DEBRIS = (
    r"(?P<debris>(?:https?://|ftp://|www\.)[^\s<>\"]*[^\s<>\".,;:!?)\]]"
    r"|</?[A-Za-z!][^<>]{0,300}>|&(?:[A-Za-z]{2,8}|#\d{1,6}|#x[0-9A-Fa-f]{1,6});"
    r"|[\w.+-]{1,64}@[\w-]{1,64}\.\w+"
    r"|[#@]\w+|\{[^{}\s]{0,60}\}|[$%]\w+[%$]?)|"
)
_PLAIN = rf"{_WORD}|(?P<ideograph>[{_IDEOGRAPHS}]){_REST}"  # the middle dot of kana is a mark, too
_TOKEN = re.compile(_DEBRIS + _PLAIN)
_TOKEN_PLAIN = re.compile(_PLAIN)  # the same for texts without any of _DEBRIS_SIGNS, and for those in ASCII besides
_TOKEN_ASCII = re.compile(r"(?P<word>[A-Za-z]+(?:'[A-Za-z]+)*)" + _REST)
_DEBRIS_SIGNS = ("<", "&", "@", "#", "{", "$", "%", "://", "www.")
_ELISION = re.compile(r"['’ʼ]")

SCRIPTS: dict[str, str] = {
    "latin": "A-Za-z\u00aa\u00ba\u00c0-\u024f\u1e00-\u1eff\ufb00-\ufb06",
    "cyrillic": "\u0400-\u052f",
    "greek": "\u0370-\u03ff\u1f00-\u1fff",
    "arabic": "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff",
    "hebrew": "\u0590-\u05ff\ufb1d-\ufb4f",
    "devanagari": "\u0900-\u097f",
    "hangul": "\u1100-\u11ff\u3130-\u318f\uac00-\ud7af",
    "ideographic": _IDEOGRAPHS,
}
LANGUAGE_SCRIPT: dict[str, str] = {
    **dict.fromkeys(("ru", "uk", "bg"), "cyrillic"),
    "el": "greek",
    "ar": "arabic",
    "fa": "arabic",
    "he": "hebrew",
    "hi": "devanagari",
    "ko": "hangul",
    "zh": "ideographic",
    "ja": "ideographic",
}
LONGEST = 2_000  # tokens of one text that are judged; more say nothing new
ELIDING = frozenset({"fr", "it"})  # l'eau, dell'acqua: the part up to the apostrophe is a word of its own

_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»″❝❞〝〞＂『』「」", '"') | dict.fromkeys("‘’‚‛‹›′", "'"))
_DASHES = str.maketrans(dict.fromkeys("–—―‒−", "—") | {"‐": "-", "‑": "-"})
SENTENCE_END = frozenset(".!?…。！？؟।‼⁇⁈⁉")
COMMAS = frozenset(",،、，;")
CLOSERS = frozenset("\"')]")
CODE_MARKS = frozenset("{}[]<>=|\\/_^~`#@*+;&$%")


class Token(NamedTuple):
    """A stretch of text and the key the model knows it by; `key` is "" for what is not scored."""

    key: str
    start: int
    end: int
    kind: str  # word, number, mark, debris, foreign
    initial: bool  # first word of a sentence: its capital says nothing
    breaks: bool  # a new sentence begins here, inside the text


_new = tuple.__new__  # a third of the time that a named tuple's own takes, which counts at each token


@lru_cache(maxsize=64)
def _native(lang: str) -> re.Pattern[str]:
    script = LANGUAGE_SCRIPT.get(lang, "latin")
    also = SCRIPTS["latin"] if lang == "ko" else ""
    return re.compile(f"[{SCRIPTS[script]}{also}]")


def fold_word(word: str, lang: str) -> str:
    """One spelling for what counts as the same word: NFC, plain apostrophe, no optional points or stress marks."""
    if word.isascii():
        return word
    word = unicodedata.normalize("NFC", word).replace("’", "'").replace("ʼ", "'").replace("\u00ad", "")
    script = LANGUAGE_SCRIPT.get(lang, "latin")
    if script == "cyrillic":
        word = word.replace("\u0301", "")
        if lang == "ru":
            word = word.replace("ё", "е").replace("Ё", "Е")
    elif script == "arabic":
        word = re.sub("[\u064b-\u065f\u0670\u0640]", "", word)
        word = word.replace("ي", "ی").replace("ك", "ک") if lang == "fa" else word
    elif script == "hebrew":
        word = re.sub("[\u0591-\u05c7]", "", word)
    return word


def mark_key(mark: str) -> str:
    """Quotes of any style are one mark, dashes another, dots in a row an ellipsis."""
    if len(mark) > 1:
        return "…"
    return mark.translate(_QUOTES).translate(_DASHES)


_MARK_KEYS = {mark: mark_key(mark) for mark in (*map(chr, range(0x21, 0x7F)), "—", "–", "«", "»", "“", "”", "’")}


def may_have_debris(text: str) -> bool:
    """Whether a text has a sign that all links, tags and the like have."""
    for sign in _DEBRIS_SIGNS:  # noqa: SIM110 (a generator in `any` takes twice as long)
        if sign in text:
            return True
    return False


def is_combining(char: str) -> bool:
    """Whether a mark belongs to the word that it follows."""
    return bool(re.match(f"[{_MARKS}]", char))


def is_native(char: str, lang: str) -> bool:
    """Whether a word that begins with a letter is in the language's script."""
    return (char.isascii() and uses_latin(lang)) or bool(_native(lang).match(char))


def uses_latin(lang: str) -> bool:
    """Whether ASCII letters are a language's own."""
    return lang not in LANGUAGE_SCRIPT or lang == "ko"


def _pattern(text: str) -> re.Pattern[str]:
    if may_have_debris(text):
        return _TOKEN
    return _TOKEN_ASCII if text.isascii() else _TOKEN_PLAIN


def tokenize(text: str, lang: str) -> list[Token]:
    """The first tokens in order, never overlapping; `text[token.start:token.end]` is what each stands for."""
    tokens: list[Token] = []
    native, eliding = _native(lang), lang in ELIDING
    initial, ended = True, False
    latin = uses_latin(lang)
    for match in islice(_pattern(text).finditer(text), LONGEST):
        kind, (start, end), surface = match.lastgroup, match.span(), match[0]
        if kind == "mark":
            key = _MARK_KEYS.get(surface) or mark_key(surface)
            tokens.append(_new(Token, (key, start, end, "mark", False, False)))
            if key in SENTENCE_END:
                ended = True
            elif key == ":":
                initial = True
            elif key == '"':
                initial = initial or len(tokens) == 1 or tokens[-2].key == ":"
            elif key not in CLOSERS:
                ended = False
            continue
        breaks = (
            ended
            and bool(tokens)
            and kind != "debris"
            and (kind == "ideograph" or surface[0].isupper() or not is_cased(surface[0]))
        )
        first = initial or breaks
        ended = initial = False
        if kind == "debris":
            tokens.append(Token("", start, end, "debris", False, False))
        elif kind == "number":
            tokens.append(Token("0", start, end, "number", first, breaks))
        elif not (latin and surface[0].isascii()) and not native.match(surface):
            tokens.append(Token("", start, end, "foreign", False, breaks))
        elif eliding:
            tokens.extend(_words(surface, start, end, first, breaks))
        else:
            tokens.append(_new(Token, (surface, start, end, "word", first, breaks)))
    return tokens


def is_cased(char: str) -> bool:
    """Whether there is a small and a capital form of a letter."""
    return char.lower() != char.upper()


def _words(surface: str, start: int, end: int, first: bool, breaks: bool) -> list[Token]:
    """The one or two words of a run in a language that elides."""
    cut = _ELISION.search(surface)
    if cut and cut.end() < len(surface):
        middle = start + cut.end()
        head = Token(surface[: cut.end()].replace("’", "'"), start, middle, "word", first, breaks)
        return [head, Token(surface[cut.end() :], middle, end, "word", False, False)]
    return [Token(surface, start, end, "word", first, breaks)]


def unjudgeable(text: str, tokens: list[Token]) -> str:
    """Why a text's form allows no fluency score, in words; "" if it does."""
    words: list[str] = []
    n_foreign = n_numbers = n_code = n_commas = n_ideographs = 0
    ends = False
    for key, start, end, kind, _, _ in tokens:
        if kind == "word":
            words.append(text[start:end])
            n_ideographs += end - start == 1 and is_ideograph(text[start])
        elif kind == "mark":
            n_code += text[start] in CODE_MARKS
            n_commas += key in COMMAS
            ends = ends or key in SENTENCE_END
        elif kind == "number":
            n_numbers += 1
        else:
            n_foreign += 1
    n_scored = len(words) - n_ideographs + n_ideographs / 2
    if n_scored < 3:
        if n_foreign > len(words):
            return "hardly any words of this language"
        return "too short to judge"
    if n_foreign > len(words):
        return "mostly foreign script, links or markup"
    if n_code > 0.35 * len(words) + 1:
        return "looks like code or markup"
    if n_numbers > len(words):
        return "mostly numbers"
    return _form(text, words, ends, n_commas)


def _form(text: str, words: list[str], ends: bool, n_commas: int) -> str:
    cased = [word for word in words if word.upper() != word.lower()]
    if len(cased) >= 3:
        n_upper = sum([word.isupper() and len(word) > 1 for word in cased])
        if n_upper > 0.6 * len(cased):
            return "written in capitals"
        long = [word for word in cased if len(word) > 3]
        n_title = sum([word[0].isupper() for word in long])
        if not ends and len(long) >= 3 and n_title > 0.75 * len(long):
            return "title in capitalised words"
    n_breaks = text.strip().count("\n")
    if n_breaks >= 3 and n_breaks * 8 > len(words):
        return "a list or verse: short lines"
    if not ends and len(words) <= 10 and len(cased) == len(words):
        return "headline or fragment without a full stop"
    if not ends and n_commas * 2.5 > len(words):
        return "a list of items"
    return ""


def is_ideograph(char: str) -> bool:
    """Whether a sign is a token by itself."""
    return not char.isascii() and bool(re.match(f"[{_IDEOGRAPHS}]", char))
