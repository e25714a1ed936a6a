"""Debris of pages: bullets and numbers without text, lines of author and date, lists of buttons."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtcheck.data import Hit, Pair, Severity
from mtcheck.rules.facts.batch import DIGIT, FINAL, LETTER, ROUND, SPACE, VISIBLE, kind
from mtcheck.rules.numbers.numerals import numerals
from mtcheck.rules.registry import rule
from mtcheck.rules.structure._bylines import BYLINE_CRUMBS, bylines
from mtcheck.rules.text import hit, lang_of

_BULLETS = "•◦▪▫■□●○◆◇‣⁃▶►▸☐☑☒✓✔➤➢★☆※"
BULLET = kind(_BULLETS + "|｜¦")
_ITEM = rf"(?:[{_BULLETS}]|\d{{1,2}}(?:\.\d{{1,2}}){{0,3}}[.)]?|[a-zA-Zа-я][.)])"
#: Two marks of list items in a row at least, one of them a bullet; or the bars of a table without its cells.
_RUN = re.compile(rf"(?<![^\s])(?:{_ITEM}\s+){{1,8}}{_ITEM}(?![^\s])")
#: One such mark inside a sentence, where no list is: `permits, 2) funds`, `permits • funds`.
_LONE = re.compile(
    rf"(?<=[^\W\d_][,;:] )(?:\d{{1,2}}|[a-e])\)(?= [^\W\d_])|(?<=[^\W\d_] )\d{{1,2}}\)(?= [^\W\d_])"
    rf"|(?<=[^\W\d_][,;:] )[{_BULLETS}](?= [^\W\d_])"
)
#: The same before the first word, where the source has no mark.
_FIRST = re.compile(rf"\A(?:\d{{1,2}}\)|[{_BULLETS}])(?=[ \u00a0][^\W\d_])")
#: Languages that set `■` or `●` before headings and results.
_HEADED = frozenset(("ja", "zh", "ko"))
#: A number with a full stop before a small word, or alone after the end of the sentence: `employer 3. and tickets`.
_LONE_STOP = re.compile(r"(?<=[^\W\d_] )[0-9]{1,2}\.(?= [^\W\d_])|(?<=[.!?;] )[0-9]{1,2}[.)](?=\s*$)")
#: What has a number of its own: `No. 3`, `p. 4`, `am 3.`
_BEFORE_NUMBER = re.compile(r"(?:\b[A-ZÀ-Þ№][^\W\d_]*|\b[^\W\d_]{1,3}\.?) $")
#: Languages that write ordinals so.
_ORDINAL_STOPS = frozenset("de lb cs sk da no nb nn fo is fi et lv lt hu pl hsb sl hr bs sr mk tr az sq eu".split())  # noqa: SIM905 (a table)
_MARKS = re.compile(rf"\b(?:\d{{1,2}}|[a-e])\)|[{_BULLETS}]")
_BARS = re.compile(r"(?<![|｜¦\S])[|｜¦](?:\s*[-:=]*\s*[|｜¦]){1,12}(?![|｜¦])")


@rule(
    "DEB001",
    "list-debris",
    category="design/markup",
    severity=Severity.MINOR,
    message="“{text}” is left over from a list or a table.",
    needs_source=False,
    gate=lambda facts: (
        facts.target.any(BULLET)
        | facts.target.near(ROUND, {-1: DIGIT | LETTER, -2: ~VISIBLE, 1: ~VISIBLE})
        | facts.target.near(FINAL, {-1: DIGIT, -2: SPACE, 1: ~VISIBLE})
        | facts.target.near(ROUND | FINAL, {-1: DIGIT, -2: DIGIT, -3: ~VISIBLE, 1: ~VISIBLE})
    ),
)
def list_debris(pair: Pair) -> Iterator[Hit]:
    """Bullets and numbers of list items stand without their items, or the bars of a table without its cells.

    Why: the marks of a list went into the text, and its items elsewhere.
    Flags: `… and a lawsuit. ◦ ◦ ■`, `2.3.1 • First the crew cuts the power`, `• 2) •`, `| | |`
    Flags: fr "l’employeur et les billets" / en "the employer 3. and tickets"
    Passes: `• First item` where the source has a mark, too, `★★★☆☆`
    Flags: en "permits, 2) funds and patience"
    Limits: two marks in a row with gaps between, one of them a bullet, or two bars without text; not where the source
        has the same. One mark alone only inside a sentence or before its first word, where the source has none (before
        the first word not in Japanese, Chinese and Korean, which head lines so); a number with a full stop only where
        the source does not tell that number, in languages whose ordinals are not written so.
    """
    yield from _lone_marks(pair)
    first = _FIRST.match(pair.target)
    if (
        first
        and pair.source[:1].isalpha()
        and lang_of(pair.target_lang) not in _HEADED
        and first[0].rstrip(")") not in pair.source
    ):
        yield hit(*first.span())
    for pattern in (_RUN, _BARS):
        for match in pattern.finditer(pair.target):
            marks = match.group()
            if pattern is _RUN and not any(c in _BULLETS for c in marks):
                continue
            if "".join(marks.split()) not in "".join(pair.source.split()):
                yield hit(*match.span())


def _lone_marks(pair: Pair) -> Iterator[Hit]:
    """A number with a bracket or a bullet inside a sentence that has no other, nor has its source."""
    for match in _LONE.finditer(pair.target):
        number = match[0].rstrip(")")
        if len(_MARKS.findall(pair.target)) > 1 or _MARKS.search(pair.source) or "(" in pair.target[: match.start()]:
            return
        if number.isalpha() or number not in pair.source:
            yield hit(*match.span())
    if pair.source and lang_of(pair.target_lang) not in _ORDINAL_STOPS:
        yield from _lone_stops(pair)


def _lone_stops(pair: Pair) -> Iterator[Hit]:
    """A number with a full stop in a place where no sentence has one, if the source does not tell that number."""
    found = list(_LONE_STOP.finditer(pair.target))
    if len(found) != 1 or (number := found[0][0][:-1]) in pair.source:
        return
    start, end = found[0].span()
    if pair.target[end + 1 : end + 2].isupper():
        return
    before = _BEFORE_NUMBER.search(pair.target, max(0, start - 20), start)
    if before is None and float(number) not in numerals(pair.source, pair.source_lang).words:
        yield hit(start, end)


@rule(
    "DEB002",
    "byline-debris",
    category="design/markup",
    severity=Severity.MINOR,
    message="“{text}” belongs to the head of the page, not to the text.",
    needs_source=False,
    gate=lambda facts: (
        facts.langs[1] == "" or (facts.target.has(*BYLINE_CRUMBS.get(facts.langs[1], ())) & facts.target.any(DIGIT))
    ),
)
def byline_debris(pair: Pair) -> Iterator[Hit]:
    """The line of a page that names the author, or says when it was published and changed, stands in the text.

    Why: it comes between the sentences, often with the buttons beside it.
    Flags: `Par la rédaction Publié le 12 janvier Mis à jour à 9 h 40`
    Flags: `Last updated: 12 March 2025, 10:40`, `Опубликовано 5 мая в 12:30`, `发布时间：2025-03-12`
    Passes: `Published in 1995, the book made him famous.`
    Limits: fourteen languages; a piece of a hundred characters or so with a date or a time, no full stop at its end.
    """
    lang = lang_of(pair.target_lang)
    for start, end in bylines(pair.target, lang):
        yield hit(start, end)
