"""Quotation marks and brackets: mixed, of another language, without a partner."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtcheck.data import Hit, Pair, Severity
from mtcheck.rules.facts.batch import QUOTE, ROUND
from mtcheck.rules.punctuation._quotes import FOREIGN, closing_for, pairs_in, suggested_pair
from mtcheck.rules.punctuation.dashes import LONGEST_SPEECH
from mtcheck.rules.registry import rule
from mtcheck.rules.text import Span, has_any, hit, lang_of, occurs, places, word_set


@rule(
    "PUN001",
    "mixed-quotes",
    category="fluency/typography",
    severity=Severity.MINOR,
    message="The quotation opens with {detail}: the two marks belong to different systems.",
    needs_source=False,
    gate=lambda facts: facts.target.any(QUOTE),
)
def mixed_quotes(pair: Pair) -> Iterator[Hit]:
    """A quotation opens with the mark of one system and closes with the mark of another.

    Why: one mark was translated and the other kept; it looks careless and confuses nested quotations.
    Flags: `“We agreed»`, `«We agreed”`, `„We agreed"`
    Passes: `“…”`, `„…“`, `«…»`, `»…«`, `”…”`, `「…」`, nested quotations, apostrophes, inches
    Limits: marks whose partner lies in another segment are not counted.
    """
    for start, end in pairs_in(pair.target).mixed:
        opening, closing = pair.target[start], pair.target[end - 1]
        inner = pair.target[start + 1 : end - 1]
        good = suggested_pair(lang_of(pair.target_lang), opening, closing)
        yield hit(start, end, f"{opening} and closes with {closing}", suggestion=f"{good[0]}{inner.strip()}{good[1]}")


@rule(
    "PUN002",
    "foreign-quotes",
    category="locale-convention/quotation-marks",
    severity=Severity.MINOR,
    message="{detail} are not the quotation marks of this language.",
    needs_source=False,
    gate=lambda facts: facts.target.any(QUOTE) | facts.target.has(",,", "<<", ">>", "``", "''"),
)
def foreign_quotes(pair: Pair) -> Iterator[Hit]:
    """A quotation stands in the quotation marks of another language.

    Why: the marks were carried over from the source.
    Flags: de `der Film “Winterlicht”`, ru `кафе “Гавань”`
    Flags: en `«We agreed»`, en `„We agreed“`, en `《We agreed》`, en `,,We agreed”`, `<<We agreed>>`
    Passes: straight quotes in every language, marks that are one of several customs of the language, zh `"同意"`
    Passes: ru `«Фильм “Зима” вышел»`
    Limits: only languages whose customs are listed; two commas are left alone where low quotation marks are the custom.
    """
    lang, target = lang_of(pair.target_lang), pair.target
    if has_any(target, (",,", "<<", ">>", "``", "''")):
        yield from _typed_quotes(pair, lang)
    foreign = FOREIGN.get(lang)
    if not foreign or not has_any(target, "«»„“‚「『〝《〈‹" if "“”" in foreign else "«»„‚「『〝《〈‹"):
        return
    inner = "“”" if has_any(target, "«»") else ""  # the marks within others
    for start, end in pairs_in(pair.target).matched:
        marks = pair.target[start] + pair.target[end - 1]
        if marks in foreign and marks != inner:
            good = closing_for(lang)
            inner = pair.target[start + 1 : end - 1].strip(" \u00a0\u202f")
            yield hit(start, end, f"{marks[0]} and {marks[1]}", suggestion=f"{good[0]}{inner}{good[1]}")


#: Languages with low quotation marks, which writers type as two commas.
LOW_QUOTES = word_set("pl de cs sk sl bg hr sr hu ro lt lv et is ka")
_TYPED = re.compile(
    r"(?<![`\w])``(?=[^\W_])|(?<=[\w.,!?])''(?![\w'])|(?<![\w,]),,(?=[^\W_])"
    r"|(?<![<\w])<<(?= ?[^\W_])|(?<=[\w.,!?])[ \u00a0]?>>(?![>\w])"
)
_TYPED_FOR = {",,": "„", "<<": "«", ">>": "»", "``": "“", "''": "”"}


def _typed_quotes(pair: Pair, lang: str) -> Iterator[Hit]:
    """Quotation marks put together from commas or signs of comparison."""
    for match in places(_TYPED, pair.target):
        mark = match[0].strip()
        if occurs(mark, pair.source) or (mark == ",," and lang in LOW_QUOTES):
            continue
        if mark == "''" and "``" not in pair.target and ",," not in pair.target:
            continue  # seconds, Italian wiki marks
        good = closing_for(lang)[mark in (">>", "''")]
        yield hit(*match.span(), f"“{mark}” stand for {_TYPED_FOR[mark]}, which", suggestion=good)


_BRACKETS = {")": "(", "]": "[", "）": "（", "】": "【"}
#: Languages that close a quotation before "said the minister" and open it again; others leave it open, or let one mark
#: close two, so that there the source must have one pair more.
_CLOSED_QUOTES = word_set("en de nl sv da no fi")
_OPENING = frozenset(_BRACKETS.values())
_ANY_BRACKET = re.compile(f"[{re.escape(''.join([*_BRACKETS, *_BRACKETS.values()]))}]")
_FACES = re.compile(r"[:;=][-^']?[()\]\[]|\b[0-9a-zа-я]{1,3}[)）]|[ivxIVX]{1,4}[)）]", re.IGNORECASE)


@rule(
    "PUN003",
    "unbalanced-mark",
    category="fluency/typography",
    severity=Severity.MINOR,
    message="“{detail}” has no partner; in the source the marks are paired.",
    gate=lambda facts: facts.target.any(ROUND | QUOTE),
)
def unbalanced_mark(pair: Pair) -> Iterator[Hit]:
    """A bracket or quotation mark of the translation lacks its partner, while the source has both.

    Why: part of the text or of its punctuation was lost.
    Flags: `(from 1990 to 2000) …` / `(from 1990 to 2000 …`
    Passes: `a)`, smileys, marks whose partner is missing in the source too
    Limits: the flag runs to where the partner should be, by the length of the source's first quotation, or is on the
        mark alone. Quotations that run over several segments are recognised by the source's lone mark.
    """
    source, target = pair.source, pair.target
    if not source or not target:
        return
    if has_any(target, "()[]（）【】"):
        lone = _lone_brackets(target)
        if lone and not _lone_brackets(source):
            for at in lone:
                yield hit(at, at + 1, target[at])
    if has_any(target, "«»“”„") and ",," not in target and not has_any(target, _ESCAPED_QUOTES):
        found = pairs_in(target)
        if (
            len(found.lone) == 1
            and not found.mixed
            and _had_partner(source, len(found.matched), lang_of(pair.target_lang))
        ):
            yield hit(*_quotation(target, found.lone[0], source), target[found.lone[0]])


#: Where a quotation may end, and where one may begin.
_MAY_END = re.compile(r"[.,!?…;]+(?=\s|\Z)|(?=[ \u00a0][—–])")
_MAY_BEGIN = re.compile(r"\A|(?<=[.,:;!?—–] )|(?<=[.!?]\n)")


def _quotation(text: str, at: int, source: str) -> Span:
    """From a lone mark to where its partner should be, as long as the source's quotation is."""
    first = pairs_in(source).matched[:1] or pairs_in(source).mixed[:1]
    length = round((first[0][1] - first[0][0]) * len(text) / len(source)) if first else 0
    opens = not text[at - 1 : at].strip() and text[at + 1 : at + 2].isalnum()
    begin, end = (at + 2, at + 2 + LONGEST_SPEECH) if opens else (max(0, at - LONGEST_SPEECH), at)
    ends = [m.end() if opens else m.start() for m in (_MAY_END if opens else _MAY_BEGIN).finditer(text, begin, end)]
    if not length or not ends:
        return at, at + 1
    other = min(ends, key=lambda place: abs(abs(place - at) - length))
    return (at, other) if opens else (other, at + 1)


#: Marks that stand there in another way are partners, too.
_ESCAPED_QUOTES = ("\\u201", "\\u00ab", "\\u00bb", "&ldquo", "&rdquo", "&laquo", "&raquo", "&bdquo", "&quot", "&#822")


def _had_partner(source: str, n_matched: int, lang: str) -> bool:
    """Whether the source's quotation marks are all paired, and, unless the language closes each quotation, one more."""
    origin = pairs_in(source)
    if origin.lone or not (origin.matched or origin.mixed):
        return False
    return lang in _CLOSED_QUOTES or (not origin.mixed and len(origin.matched) == n_matched + 1)


def _lone_brackets(text: str) -> list[int]:
    if not has_any(text, "()[]（）【】"):
        return []
    masked = _FACES.sub(lambda m: "·" * len(m[0]), text) if _uneven(text) else text
    stack: list[int] = []
    lone: list[int] = []
    for match in _ANY_BRACKET.finditer(masked):
        at, c = match.start(), match.group()
        if c in _OPENING:
            stack.append(at)
        elif stack and _same_bracket(masked[stack[-1]], c):
            stack.pop()
        else:
            lone.append(at)
    return sorted(lone + stack)


def _uneven(text: str) -> bool:
    return text.count("(") + text.count("（") != text.count(")") + text.count("）")


def _same_bracket(opening: str, closing: str) -> bool:
    return _BRACKETS[closing] == opening or {opening, closing} in ({"(", "）"}, {"（", ")"})
