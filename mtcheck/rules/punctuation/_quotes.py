"""Which quotation marks of a text belong together, and which are customary in a language.

Customs follow CLDR's delimiters (https://cldr.unicode.org) widened by what newspapers of the language print.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from mtcheck.rules.text import Span, word_set

#: Every pair that some language uses. A pair outside this set is mixed.
LEGAL = frozenset(
    (
        *(
            "“”",
            "„“",
            "„”",
            "””",
            "«»",
            "»«",
            "»»",
            '""',
            "‘’",
            "‚‘",
            "‚’",
            "’’",
            "‹›",
            "›‹",
            "「」",
            "『』",
            "〝〞",
            "〝〟",
        ),
        *("‟”", "＂＂", "《》", "〈〉"),
    )
)
_OPENERS = frozenset('“„«»”"「『《〈‟〝＂')
_CLOSERS = frozenset('”“»«"」』》〉〞〟＂„')
_MARKS = re.compile(r"[“”„«»\"「」『』《》〈〉‟〝〞〟＂]")

#: The usual pair of a language, for suggestions.
USUAL = {
    **dict.fromkeys(word_set("en zh ko tr vi id th hi pt nl ar fa"), "“”"),
    **dict.fromkeys(word_set("de cs sk sl bg et lt is ka hr lv"), "„“"),
    **dict.fromkeys(word_set("pl ro hu sr"), "„”"),
    **dict.fromkeys(word_set("ru uk be fr es it el no ca pt-PT kk hy az"), "«»"),
    **dict.fromkeys(word_set("fi sv"), "””"),
    **dict.fromkeys(word_set("ja"), "「」"),
    "da": "“”",
    "he": '""',
}
_EASTERN = frozenset(("「」", "『』", "《》", "〈〉"))
#: Pairs that a language does not use at all.
FOREIGN = {
    "en": frozenset(("«»", "»«", "»»", "„“", "„”", "「」")),
    "nl": frozenset(("«»", "»«", "»»", "「」")),
    "de": frozenset(("「」", "”“", "“”")),
    "pl": frozenset(("「」", "“”", "„“")),
    "cs": frozenset(("「」", "“”", "«»")),
    "fr": frozenset(("„“", "„”", "»«", "「」")),
    "es": frozenset(("„“", "„”", "»«", "「」")),
    "it": frozenset(("„“", "„”", "»«", "「」")),
    "pt": frozenset(("„“", "„”", "»«", "「」")),
    "tr": frozenset(("„“", "„”", "»«", "「」")),
    "id": frozenset(("«»", "»«", "„“", "„”", "「」")),
    "vi": frozenset(("„“", "„”", "»«", "「」")),
    "zh": frozenset(("«»", "»«", "„“", "„”")),
    "ja": frozenset(("«»", "»«", "„“", "„”", "“”")),
    "ko": frozenset(("«»", "»«", "„“", "„”")),
    "hi": frozenset(("«»", "»«", "„“", "„”", "「」")),
    "ru": frozenset(("「」", "»«", "“”")),
    "uk": frozenset(("「」", "»«", "“”")),
}
FOREIGN = {lang: pairs | _EASTERN if lang not in ("zh", "ja", "ko") else pairs for lang, pairs in FOREIGN.items()}


@dataclass(frozen=True, slots=True)
class Quotes:
    """What the quotation marks of a text do; spans run from the opening mark to behind the closing one."""

    matched: list[Span] = field(default_factory=list)
    mixed: list[Span] = field(default_factory=list)
    lone: list[int] = field(default_factory=list)


def suggested_pair(lang: str, opening: str, closing: str) -> str:
    """The pair to put for a mixed one: the language's own if one of its marks is there, else after the opening."""
    usual = closing_for(lang)
    if usual[0] == opening or usual[1] == closing:
        return usual
    legal = [pair for pair in sorted(LEGAL) if pair[0] == opening and pair[1] != opening]
    return usual if lang in USUAL or not legal else legal[0]


def closing_for(lang: str) -> str:
    """The usual pair of the language, two characters; straight marks where none is known."""
    return USUAL.get(lang, '""')


@lru_cache(maxsize=16)
def pairs_in(text: str) -> Quotes:
    """The quotations of `text`, nested or not; time is linear in its length."""
    marks = [(m.start(), m[0]) for m in _MARKS.finditer(text)]
    if len(marks) < 2:
        return Quotes(lone=[at for at, _ in marks])
    found = Quotes()
    stack: list[tuple[int, str]] = []
    for at, mark in marks:
        opens, closes = _role(text, at, mark)
        if mark == '"' and not opens and text[at - 1 : at].isdigit() and not (stack and stack[-1][1] in '"“”„«'):
            continue  # inches, seconds
        partner = _partner(stack, mark) if closes else -1
        if partner >= 0 and not (opens and not closes):
            start = stack[partner][0]
            found.lone.extend(at_ for at_, _ in stack[partner + 1 :])
            del stack[partner:]
            found.matched.append((start, at + 1))
        elif closes and not opens and stack and mark in _CLOSERS:
            start, _ = stack.pop()
            found.mixed.append((start, at + 1))
        elif opens and mark in _OPENERS:
            stack.append((at, mark))
        else:
            found.lone.append(at)
    found.lone.extend(at for at, _ in stack)
    found.lone.sort()
    return found


def _role(text: str, at: int, mark: str) -> tuple[bool, bool]:
    """Whether the mark can open and can close here, by what stands beside it and by its own kind."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    free_left = before == "" or before.isspace() or before in "([{—–-/¿¡“„«'‘"
    free_right = after == "" or after.isspace() or after in ".,;:!?)]}…—–-/”»'’。，"
    if mark in "「『《〈〝" or (mark == "„" and not (free_right and not free_left)):
        return True, False
    if mark in "」』》〉〞〟":
        return False, True
    if free_left and not free_right:
        return True, False
    if free_right and not free_left:
        return False, True
    if mark in "«»" and before.isspace() and after.isspace():  # French spacing
        return mark == "«", mark == "»"
    return mark in '“«"‟', mark in '”»"“'


def _partner(stack: list[tuple[int, str]], mark: str) -> int:
    """Index of the nearest open mark that makes a legal pair with `mark`, within the last three; -1 if none."""
    for depth in range(len(stack) - 1, max(-1, len(stack) - 4), -1):
        if stack[depth][1] + mark in LEGAL:
            return depth
    return -1
