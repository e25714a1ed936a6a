"""Marks set twice or behind a space."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from mtcheck.data import Hit, Pair, Severity
from mtcheck.rules.facts.batch import APOSTROPHE, QUOTE, ROUND, SPACE, kind
from mtcheck.rules.punctuation.ends import CLOSERS
from mtcheck.rules.punctuation.quotes import LOW_QUOTES
from mtcheck.rules.registry import rule
from mtcheck.rules.text import has_any, hit, lang_of, places, word_set
from mtcheck.rules.words.lists import words_of

_DOUBLED_CRUMBS = (
    "..", ". .", ",,", ",.", ", .", ";.", ":.", ".:", ". :", ";;", ".,", ";,", ":,", ",;", ",:",
    "。。", "，，", "！。", "？。", "。，", "，。", ", ,", ",!", "?.", "!.", "!!", "??", "::",
    "!,", "?,", *(one + quote + two for one in ",.;:" for quote in "”“»\"’" for two in ",.;:"),
)  # fmt: skip
_DOUBLED_MARKS = re.compile(
    r"(?<![.\w]\.)(?<!\.)\.\.(?!\.)|。。|,,(?!,)|(?<=[^,.]),[ ]?\.(?![.\d\w])|[;:]\.(?!\w)"
    r"|(?<=[^\W\d_]{3})\. \.(?![ ]?\.)(?=[\s”»\"]|\Z)"
    r"|(?<=\w)\.[ ]?:(?!\w)|(?<=\w);;|(?<=\w)(?:[;:],|,[;:])(?=\s|\Z)|(?<=[^\W\d_]{4})\.,(?=\s+[^\W\d_])"
    r"|(?<=[^\W\d_]{3})\.,(?=\s*\Z)|，，|！。|？。|。，|，。"
    r"|(?<=\w)(?:!!|\?\?)(?![!?])|(?<=[^\W\d_])::(?=\s)"
    r"|(?<=\w), ,|(?<=\w),!|(?<=[^\W\d_]{2})[?!]\.(?=\s|\Z)|(?<=[^\W\d_]{2})[,.;:][”“»\"’][,.;:](?!\.)"
    r"|(?<=[^\W\d_]{3})(?:[?!],|[?!]\.)(?=[“”»\"’])|(?<=[^\W\d_]{4})\.,(?=[”»\"])|(?<=[”»]),,(?=\s)"
)
#: What is in one of the crumbs, or stands after a space.
_MARK = kind(".,;:?!。，！？")


@rule(
    "PUN006",
    "doubled-mark",
    category="fluency/punctuation",
    severity=Severity.MINOR,
    message="“{text}”: two marks where one belongs.",
    needs_source=False,
    gate=lambda facts: (
        facts.target.near(_MARK, {1: _MARK}) | facts.target.near(_MARK, {1: SPACE | QUOTE | APOSTROPHE, 2: _MARK})
    ),
)
def doubled_mark(pair: Pair) -> Iterator[Hit]:
    """Two marks stand together where one belongs.

    Why: the translator added its own full stop or comma to the one that was there.
    Flags: `ended..`, `ended. .`, `talks,.`, `said ,. and`, `talks;,`, `“talks,”,`, `同意。。`
    Flags: ru "Придёт Анна." / en "Anna will come.,"
    Passes: `...`, `?!`, `etc.,`, `,,` as the low quotation mark of Polish, what the source has too
    Limits: a full stop before a comma counts only after a word of four letters or more, or where both end a text whose
        source ends with a full stop.
    """
    target = pair.target
    ends = _two_ends(pair)
    if ends is not None:
        yield hit(*ends.span(1), suggestion=pair.source.rstrip()[-1].translate(_NARROW))
    if not has_any(target, _DOUBLED_CRUMBS):
        return
    for match in places(_DOUBLED_MARKS, target):
        mark = match[0]
        if ends is not None and match.start() >= ends.start(1):
            return
        if mark in pair.source or (
            mark == ",," and not target[match.end() :][:1].isspace() and _CLOSES_LOW.search(target)
        ):
            continue
        if mark[0] in "?!" and _EMPHATIC.search(pair.source):
            continue  # a name with its mark (`Yahoo!.`), or as excited as the source
        if mark == ".," and not target[match.end() :].strip() and not _ends_plainly(pair.source):
            continue
        if _is_abbreviated(target, match) and not (
            mark in ("..", ".,") and _ends_with_word(target, match, lang_of(pair.target_lang))
        ):
            continue
        yield hit(*match.span(), suggestion=mark[0] if mark[0] != "," else mark.strip()[-1])


_CLOSES_LOW = re.compile(r"[”“\"]|''")
_NARROW = str.maketrans("。？！।", ".?!.")
#: Two marks of which one at least ends no sentence, at the end of a text.
_TWO_ENDS = re.compile(r"(?<=[^\W\d_]{2})([,;:][ \u00a0]?[.,;:!?]|[.!?][ \u00a0]?[,;:])\s*\Z")
_ONE_END = re.compile(r"[\w”»\"’)%][.?!。？！।]\Z")


def _two_ends(pair: Pair) -> re.Match[str] | None:
    """Two marks at the end of the target where the source ends with one that ends a sentence: `his daughter.,`."""
    target = pair.target.rstrip()
    if (
        target[-1:] not in _TWO_LAST
        or lang_of(pair.target_lang) == "el"
        or not _ONE_END.search(pair.source.rstrip()[-3:])
    ):
        return None
    found = _TWO_ENDS.search(pair.target, max(0, len(target) - 5))
    if found is None or found[0][0] != ".":
        return found
    word = re.search(r"[\w.]+\Z", pair.target[max(0, found.start() - 30) : found.start()])
    return found if word is not None and len(word[0]) > _LONGEST_SHORT and "." not in word[0] else None


#: Letters of most abbreviations: `Corp.,`.
_LONGEST_SHORT = 4

_TWO_LAST = frozenset(".,;:!?")
_EMPHATIC = re.compile(r"[?!？！][”»\"]?[.?!？！]")


def _ends_plainly(source: str) -> bool:
    return source.rstrip(CLOSERS).endswith((".", "。", "।", "!", "?"))


def _is_abbreviated(text: str, match: re.Match[str]) -> bool:
    """Whether the full stop belongs to an abbreviation or an initial (`i.e..`, `Inc.,`, `usw.:`)."""
    if match[0][0] != ".":
        return False
    word = re.search(r"[\w.]+\Z", text[max(0, match.start() - 20) : match.start()])
    return word is not None and (len(word[0]) <= 4 or "." in word[0] or match[0] in (".,", ".:"))


#: Frequent words in their own right that are also written as abbreviations before a full stop.
_ABBREVIATIONS = word_set(
    "no co inc st art fig vol ch min max sat sun jan feb mar jun jul aug sep oct nov dec am pm etc mr ms dr"
)


def _ends_with_word(text: str, match: re.Match[str], lang: str) -> bool:
    """Whether two marks at the end of the text follow a common word, not an abbreviation: `that day..`, `the dog.,`."""
    word = re.search(r"[^\W\d_]+\Z", text[max(0, match.start() - 20) : match.start()])
    known = words_of(lang)
    if word is None or known is None or match.end() != len(text.rstrip()) or not word[0].islower():
        return False
    return len(word[0]) >= 3 and word[0] not in _ABBREVIATIONS and known.tier(word[0]) <= (1 if match[0] == ".." else 3)


_BEFORE_MARK = re.compile(
    r"(?<=[\w»”\")])[ \u00a0\u202f]{1,8}([,.;:?!])(?:(?=[\s”\"»]|\Z)(?!(?<=\d :) \d)|(?<=[^\W\d_] ,)(?=[^\W\d_]))"
)
FRENCH = frozenset(("fr", "br"))
_SPACES = " \u00a0\u202f"
_SPACED_INSIDE = (
    *(mark + space for mark in "“„«(" for space in _SPACES),
    *(space + mark for mark in "”“»)" for space in _SPACES),
)
_INSIDE = (
    r"(?:(?<=[\s(—–])|\A)[{0}][ \u00a0\u202f](?=\w)|(?<=[\w.,!?…])[ \u00a0\u202f][{1}](?=[\s.,;:!?)]|\Z)"
    r"|(?<![:;=-])\([ \u00a0\u202f](?=\w)|(?<=\w)[ \u00a0\u202f]\)"
)
#: Where quotations open with `“`, and where they close with it.
_INSIDE_MARKS, _INSIDE_LOW = (re.compile(_INSIDE.format(*marks)) for marks in (("“«", "”»"), ("„«", "”“»")))
_SPACED_MARKS = tuple(space + mark for space in _SPACES for mark in ",.;:?!")


def _is_spaced(mark: str, text: str) -> bool:
    return any(space + mark in text for space in _SPACES)


@rule(
    "PUN007",
    "space-before-mark",
    category="locale-convention/punctuation",
    severity=Severity.MINOR,
    message="There should be no space {detail}.",
    needs_source=False,
    gate=lambda facts: (
        facts.target.near(_MARK, {-1: SPACE})
        | facts.target.near(QUOTE | ROUND, {-1: SPACE})
        | facts.target.near(QUOTE | ROUND, {1: SPACE})
    ),
)
def space_before_mark(pair: Pair) -> Iterator[Hit]:
    """A space stands before a comma, full stop, colon, semicolon, question or exclamation mark.

    Why: it is a leftover of French spacing, of a removed tag, or of tokenised text.
    Flags: `the talks , he said`, en `Why ?`
    Flags: fr "Pourquoi ?" / en "Why ?"
    Flags: en `“ yes ”`, `( yesterday )`
    Passes: French `Pourquoi ?`, ` .5`, ` ...`, smileys, what the source has too and is not French spacing
    Limits: a text in which every mark is set apart (tokenised) gets one flag, on the first; so does one with spaces
        inside its quotation marks or brackets.
    """
    target = pair.target
    french, from_french = lang_of(pair.target_lang) in FRENCH, lang_of(pair.source_lang) in FRENCH
    if not french and has_any(target, _SPACED_INSIDE) and (from_french or not has_any(pair.source, _SPACED_INSIDE)):
        pattern = _INSIDE_LOW if lang_of(pair.target_lang) in LOW_QUOTES else _INSIDE_MARKS
        for match in islice(places(pattern, target), 1):
            mark = match[0].strip()
            side = "after" if match[0][-1] in _SPACES else "before"
            yield hit(*match.span(), f"{side} “{mark}”", suggestion=mark)
    if not has_any(target, _SPACED_MARKS):
        return
    for match in places(_BEFORE_MARK, target):
        mark = match[1]
        by_custom = mark in ";:?!"
        if (french and by_custom) or (_is_spaced(mark, pair.source) and not (from_french and by_custom)):
            continue
        yield hit(*match.span(), f"before “{mark}”", suggestion=mark)
        return
