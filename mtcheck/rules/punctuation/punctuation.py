"""Punctuation carried over from the source language, or lost on the way."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from mtcheck.data import Hit, Pair, Severity
from mtcheck.rules.facts.batch import APOSTROPHE, ASKS, BANG, DASH, FINAL, LETTER, QUOTE, ROUND, SEMICOLON, SPACE, kind
from mtcheck.rules.punctuation._quotes import FOREIGN, closing_for, pairs_in, suggested_pair
from mtcheck.rules.punctuation._speech import dash_before_speech
from mtcheck.rules.registry import Scope, rule
from mtcheck.rules.text import Span, has_any, hit, lang_of, occurs, places, word_set
from mtcheck.rules.words.lists import words_of


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
_LOW_QUOTES = word_set("pl de cs sk sl bg hr sr hu ro lt lv et is ka")
_TYPED = re.compile(
    r"(?<![`\w])``(?=[^\W_])|(?<=[\w.,!?])''(?![\w'])|(?<![\w,]),,(?=[^\W_])"
    r"|(?<![<\w])<<(?= ?[^\W_])|(?<=[\w.,!?])[ \u00a0]?>>(?![>\w])"
)
_TYPED_FOR = {",,": "„", "<<": "«", ">>": "»", "``": "“", "''": "”"}


def _typed_quotes(pair: Pair, lang: str) -> Iterator[Hit]:
    """Quotation marks put together from commas or signs of comparison."""
    for match in places(_TYPED, pair.target):
        mark = match[0].strip()
        if occurs(mark, pair.source) or (mark == ",," and lang in _LOW_QUOTES):
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
    begin, end = (at + 2, at + 2 + _LONGEST_SPEECH) if opens else (max(0, at - _LONGEST_SPEECH), at)
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


#: Languages that never join a comma and a dash. Slavic languages, Hungarian and German do so around reported speech.
_NO_COMMA_DASH = word_set("en fr es it pt nl sv da no fi tr id vi ro el ca et")
#: Languages that set dashes of their own in dialogue.
_OWN_DIALOGUE = word_set("es pt ca fr it ro")
_STOP_AND_DASH = word_set("ru uk be bg sr mk pl cs sk hr sl")
_STOP_DASH = re.compile(r"(?<=[^\W\d_]{3})\.[ \u00a0]?[—–―](?=[ \u00a0][“\"«„]?[^\W\d_])")
_COMMA_DASH = re.compile(r",[”“»\"]?[ \u00a0]?[—–―](?=[ \u00a0]?[^\W\d_])|[—–―][ \u00a0]?,(?=[ \u00a0])")
#: Reported speech and a dash, as the source has it; in the translation only before who says it.
_QUOTE_DASH = re.compile(r"(?<=[”»\"])[ \u00a0][—–―](?=[ \u00a0][^\W\d_])")
_ASKED_DASH = re.compile(r"(?<=[!?][”\"»])[ \u00a0][—–―](?=[ \u00a0][^\W\d_])")
_SAYS = (
    r"[ \u00a0](?:said|says?|told|tells|added|adds|asked|asks|explained|explains|recalled|recalls|noted|notes|replied|"
    r"replies|answered|answers|wrote|writes|shouted|shouts|stressed|stresses|admitted|admits|claimed|claims|believes|"
    r"thinks|complained|complains|jokes?d?|laughs|laughed|sighs|sighed|smiles|smiled|recounts|recounted|insists|insisted|"
    r"warns|warned|concludes|concluded|remembers|remembered|continues|continued|confesses|confessed|argues|argued)\b"
)
_SAID_DASH = re.compile(rf"(?<=[”\"])[ \u00a0][—–―](?={_SAYS})")
#: And behind a quotation that is not closed, which the source sets between dashes or closes.
_UNCLOSED_DASH = re.compile(rf"(?<=[\w!?…])[ \u00a0][—–―](?={_SAYS})")


@rule(
    "PUN004",
    "comma-dash",
    category="fluency/punctuation",
    severity=Severity.MINOR,
    message="A {detail} and a dash together (“{text}”) were carried over from the source: one of them is enough.",
    needs_source=False,
    gate=lambda facts: facts.target.any(DASH),
)
def comma_dash(pair: Pair) -> Iterator[Hit]:
    """A comma or full stop and a dash stand together, as Slavic languages write them around reported speech.

    Why: the target language uses one or the other.
    Flags: en `“We agreed”, — said the minister`
    Flags: ru "сказал он. — Мы" / en "he said. — “We"
    Flags: ru "«Да?» — спросил он" / en "“Yes?” — asked he"
    Flags: pl "— Czekamy — dodaje Nowak." / en "“We are waiting — adds Nowak."
    Passes: Russian, Polish, Czech, German, Hungarian; `word—word`, Spanish `—dijo—,`
    Limits: only listed languages; a comma and a plain hyphen are left alone. A full stop and a dash count before a
        quotation mark or a capital, a dash behind a quotation only after `!` or `?` or before an English verb of
        saying, and both where the source has them too. In English also a dash in place of the closing quotation mark,
        before a verb of saying.
    """
    if not has_any(pair.target, "—–―"):
        return
    lang = lang_of(pair.target_lang)
    if lang not in _NO_COMMA_DASH:
        return
    for match in places(_COMMA_DASH, pair.target):
        if lang in _OWN_DIALOGUE and match[0][0] != ",":
            continue
        yield hit(*match.span(), "comma", suggestion=match[0].replace(" ", "").rstrip("—–―\u00a0") or ",")
    if lang_of(pair.source_lang) in _STOP_AND_DASH and _QUOTE_DASH.search(pair.source):
        for match in places(_ASKED_DASH, pair.target):
            yield hit(*match.span(), "quotation mark", suggestion="")
        for match in places(_SAID_DASH, pair.target) if lang == "en" else ():
            if pair.target[match.start() - 2] not in "!?,":
                yield hit(*match.span(), "quotation mark", suggestion=",")
    if lang == "en" and has_any(pair.target, "“") and has_any(pair.source, "—–―"):
        for match in places(_UNCLOSED_DASH, pair.target):
            if _is_unclosed(pair.target, match.start(), match.end()):
                yield hit(*match.span(), "missing quotation mark", suggestion=",”")
    if lang in _OWN_DIALOGUE or lang_of(pair.source_lang) not in _STOP_AND_DASH or not _STOP_DASH.search(pair.source):
        return
    for match in places(_STOP_DASH, pair.target):
        yield hit(*match.span(), "full stop", suggestion=".")


#: Characters around the dash that are looked through for the marks of the speech.
_LONGEST_SPEECH = 1_000


def _is_unclosed(text: str, start: int, end: int) -> bool:
    """Whether a quotation is open here that no mark closes before the next one opens."""
    before, after = text[max(0, start - _LONGEST_SPEECH) : start], text[end : end + _LONGEST_SPEECH]
    if before.rfind("“") <= max(before.rfind("”"), before.rfind('"')):
        return False
    closing, opening = after.find("”"), after.find("“")
    return closing < 0 or 0 <= opening < closing


_DASH_SPACING_OWN = word_set("es ca gl pt pl it ro el zh ja ko th")
_UNSPACED = word_set("zh ja ko th")
_ONE_SIDED = re.compile(
    r"(?<=[^\W\d_]{2})[—―][ \u00a0](?=[^\W\d_])|(?<=[^\W\d_] )[—―](?=[^\W\d_]{2})"
    r"|(?<=[^\W\d_]{3})–[ \u00a0](?=[^\W\d_]{2})|(?<=[^\W\d_] )–(?=[^\W\d_]{2})"
    r"|(?<=[^\W\d_]{2})[—―][ \u00a0](?=[“\"„«(])|(?<=\w[”»\")])[—―][ \u00a0](?=[^\W\d_])"
    r"|(?<=\d)[—―][ \u00a0](?=[^\W\d_])|(?<=[”»\")] )[—―](?=[^\W\d_]{2})"
)
#: Where dashes close what they set apart, one that opens nothing.
_CLOSING_ALONE = re.compile(r"(?<=[^\W\d_]{2})[—―][ \u00a0](?=[^\W\d_])")
#: Between words in small letters, as English alone sets a dash.
_TIGHT = re.compile(r"(?<=[^\W\d_]{3})—(?=[^\W\d_]{3})")
_SUSPENDED = word_set("and or und oder sowie bis et ou och eller en of i a")


@rule(
    "PUN005",
    "one-sided-dash",
    category="fluency/punctuation",
    severity=Severity.MINOR,
    message="The dash has {detail} (“{text}”).",
    needs_source=False,
    gate=lambda facts: facts.target.any(DASH),
)
def one_sided_dash(pair: Pair) -> Iterator[Hit]:
    """A dash stands tight to the word on one side and apart on the other, or on both where English alone does so.

    Why: half of its spacing was lost in translation, or was carried over.
    Flags: `Europe— limits`, `Europe —limits`, `three villages –all in the hills`
    Flags: `said Rossi— “and`; en `the cellar—four of them` / it `cantina—quattro`
    Passes: English `word—word`, `word — word`, Spanish and Portuguese `—inciso—`, `Haupt– und Nebenwege`, dialogue
    Limits: hyphens are never flagged; a segment with dashes in pairs is left alone.
    """
    if not has_any(pair.target, "—―–"):
        return
    target, pattern = pair.target, _ONE_SIDED
    n_dashes = sum(map(target.count, "—–―"))
    lang = lang_of(pair.target_lang)
    if lang and lang != "en" and lang not in _UNSPACED and "—" in target and _TIGHT.search(pair.source):
        pattern = _TIGHT if _TIGHT.search(target) else pattern
    if lang in _DASH_SPACING_OWN and pattern is not _TIGHT:
        if n_dashes > 1 or lang in _UNSPACED:
            return
        pattern = _CLOSING_ALONE
    elif n_dashes > 3:
        return
    for match in places(pattern, target):
        following = re.match(r"[^\W_]+", target[match.end() : match.end() + 20])
        if match[0][0] == "–" and following and following[0].lower() in _SUSPENDED:
            continue
        start = match.start()
        left = re.search(r"\w+\Z", target[max(0, start - 30) : start].rstrip())
        begin = start - len(target[max(0, start - 30) : start]) + left.start() if left else start
        stop = match.end() + (following.end() if following else 0)
        dash = match[0].strip()
        whole = re.sub(rf"\s?{dash}\s?", f" {dash} ", target[begin:stop])
        yield hit(begin, stop, _SPACING[pattern is _TIGHT], suggestion=whole)


#: What is wrong with the spaces of a dash.
_SPACING = ("a space on one side only", "no spaces, as the source has it")

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


_COMMA = kind(",")
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
    return source.rstrip(_CLOSERS).endswith((".", "。", "।", "!", "?"))


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
_FRENCH = frozenset(("fr", "br"))
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
    french, from_french = lang_of(pair.target_lang) in _FRENCH, lang_of(pair.source_lang) in _FRENCH
    if not french and has_any(target, _SPACED_INSIDE) and (from_french or not has_any(pair.source, _SPACED_INSIDE)):
        pattern = _INSIDE_LOW if lang_of(pair.target_lang) in _LOW_QUOTES else _INSIDE_MARKS
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


_SPANISH = frozenset(("es", "ast"))


@rule(
    "PUN008",
    "missing-inverted-mark",
    category="locale-convention/punctuation",
    severity=Severity.MINOR,
    message="Spanish opens this with “{detail}”.",
    needs_source=False,
    gate=lambda facts: facts.target.any(ASKS | BANG),
)
def missing_inverted_mark(pair: Pair) -> Iterator[Hit]:
    """A Spanish question or exclamation lacks its opening mark.

    Why: Spanish marks both ends.
    Flags: es `Qué quiere el ministro?`
    Passes: `¿Qué quiere?`, `Yahoo!`, a mark in brackets `(?)`, titles that the source has word for word
    Limits: the opening mark may stand anywhere in the sentence.
    """
    target = pair.target
    if lang_of(pair.target_lang) not in _SPANISH or not has_any(target, "?!"):
        return
    for closing, opening in (("?", "¿"), ("!", "¡")):
        if closing not in target or target.count(opening) + target.count("¿") + target.count("¡") > 0:
            continue
        match = re.search(rf"[^\W\d_]{{2}}[\"”»)]?{re.escape(closing)}(?=[\s\"”»)]|\Z)", target)
        if match is None:
            continue
        at = target.index(closing, match.start())
        chunk = re.search(r"\S+\Z", target[:at])
        if chunk and f"{chunk[0]}{closing}" not in pair.source:
            yield hit(_clause_start(target, at), at + 1, opening)


def _clause_start(text: str, end: int) -> int:
    """Where the last sentence, quotation or bracket before `end` begins, at most 300 characters back."""
    first = max(0, end - _LONGEST_CLAUSE)
    openings = [match.end() for match in _CLAUSE_OPENING.finditer(text, first, end)]
    return openings[-1] if openings else first


_LONGEST_CLAUSE = 300
_CLAUSE_OPENING = re.compile(r"[.!?…:][»”\")]*\s+[«“\"(]?|(?:\A|(?<=\s))[«“\"(]+|\A\s*")


@rule(
    "PUN011",
    "carried-inverted-mark",
    category="locale-convention/punctuation",
    severity=Severity.MINOR,
    message="“{text}” opens questions and exclamations in Spanish, not here.",
    gate=lambda facts: facts.target.has("¿", "¡"),
)
def carried_inverted_mark(pair: Pair) -> Iterator[Hit]:
    """The opening mark of a Spanish question or exclamation stands in another language.

    Why: it was carried over from the source.
    Flags: es "¿Será suficiente?" / en "¿Will it be enough?"
    Passes: es "la canción «¡Viva la vida!»" / en "the song “¡Viva la vida!”"
    Limits: Spanish sources; words that the source has behind the mark too are taken for a title or a citation.
        Galician, Asturian and the like write these marks themselves, some Catalans do.
    """
    source, target = lang_of(pair.source_lang), lang_of(pair.target_lang)
    if source not in _SPANISH or not target or target in _INVERTS or not has_any(pair.target, "¿¡"):
        return
    for match in places(_INVERTED, pair.target):
        if match[1] and not occurs(match.group(), pair.source):
            yield hit(match.start(), match.start() + 1, suggestion="")


_INVERTS = _SPANISH | word_set("gl ca an eu ext lad pap tl cbk gn qu ay nah")
_INVERTED = re.compile(r"[¿¡]\s?((?:[^\W_]+[\s,'’-]*){0,3})")

_WIDE = {
    **{chr(code + 0xFEE0): chr(code) for code in range(0x21, 0x7F) if chr(code) not in "<>=&/#$@"},
    "。": ".", "、": ",", "～": "–", "〜": "–", "・": " ", "\u3000": " ", "【": "[", "】": "]", "〔": "[", "〕": "]",
    "——": "—", "……": "…", "،": ",", "؛": ";", "؟": "?", "।": ".",
}  # fmt: skip
_WIDE_MARK = re.compile(
    r"[Ａ-Ｚａ-ｚ０-９]+|[！＂％＇（）＊＋，－．：；？［＼］＾＿｀｛｜｝～。、〜・【】〔〕،؛؟।]|(?<=\S)\u3000(?=\S)|(?<=\w)[”\"]?——|(?<=\w)……"
)
#: Languages with marks of their own that others must not have.
_OWN_MARKS = {
    **dict.fromkeys(word_set("ar fa ur ps sd ug ckb ku az uz dv"), frozenset("،؛؟")),
    **dict.fromkeys(word_set("hi mr ne bn pa gu sa as or mai"), frozenset("।")),
}
#: Letters of scripts to which the marks belong: what is cited keeps them.
_EASTERN_NEAR = re.compile(r"[\u3040-\u30fa\u30fc-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_OWN_NEAR = {
    **dict.fromkeys("،؛؟", re.compile(r"[\u0620-\u064a]")),
    "।": re.compile(r"[\u0900-\u0963\u0966-\u0dff]"),
}
_NARROW_IN_CJK = re.compile(r"(?<=[\u4e00-\u9fff\u3040-\u30ff])[,;:?!.](?=[\u4e00-\u9fff\u3040-\u30ff]|\Z)")
_OWN_COMMAS = frozenset(("ar", "fa", "ur"))
#: Latin marks behind Arabic letters: many write so throughout, but a text that has the Arabic comma, too, is at odds.
_LATIN_IN_ARABIC = re.compile(r"(?<=[\u0620-\u064a])[,;?](?=\s|\Z)")
_CJK_LANGS = frozenset(("zh", "ja", "yue", "ko", "lzh", "wuu"))


_WIDE_KIND = kind("".join(_WIDE).replace("—", "").replace("…", ""))


@rule(
    "PUN009",
    "wrong-width-mark",
    category="locale-convention/punctuation",
    severity=Severity.MINOR,
    message="“{text}” is the mark of another writing system: “{detail}” belongs here.",
    needs_source=False,
    gate=lambda facts: (
        facts.langs[1] in ("", "zh", "ja") or facts.target.any(_WIDE_KIND) | facts.target.has("——", "……")
    ),
)
def wrong_width_mark(pair: Pair) -> Iterator[Hit]:
    """A full-width or Eastern mark stands in alphabetic text, or a narrow one between Chinese or Japanese characters.

    Why: the mark was carried over from the source.
    Flags: en `the talks， he said`, en `20～25 degrees`, en `came، then left`, zh `他说,会谈`
    Passes: quoted Chinese words in other languages, numbers and Latin words in Chinese
    Flags: ar `خبز, حليب، وبيض`
    Limits: Korean uses both and is left alone. In Arabic, Persian and Urdu only where the text has
        the Arabic comma, too. A text that uses narrow marks throughout gets one flag, on the first;
        a pair of brackets gets one, too.
    """
    lang = lang_of(pair.target_lang)
    target = pair.target
    if lang in ("zh", "ja"):
        for match in places(_NARROW_IN_CJK, target):
            wide = {",": "，" if lang == "zh" else "、", ".": "。"}.get(match[0], chr(ord(match[0]) + 0xFEE0))
            yield hit(*match.span(), wide, suggestion=wide)
            return
    elif lang in _OWN_COMMAS and "،" in target and (latin := _LATIN_IN_ARABIC.search(target)) is not None:
        own = {",": "،", ";": "؛", "?": "؟"}[latin[0]]
        yield hit(*latin.span(), own, suggestion=own)
    elif lang and lang not in _CJK_LANGS and not target.isascii():
        opened = ""
        for match in places(_WIDE_MARK, target):
            mark = match[0].lstrip('”"')
            if mark == opened:  # told with the bracket that it closes
                opened = ""
                continue
            if mark[0] in _OWN_MARKS.get(lang, ()):
                continue
            near = _OWN_NEAR.get(mark, _EASTERN_NEAR)
            if not near.search(target, max(0, match.start() - 12), match.end() + 12):
                good = _WIDE.get(mark) or "".join(_WIDE[c] for c in mark)
                opened = _CLOSED_BY.get(mark, "")
                yield hit(match.end() - len(mark), match.end(), good, suggestion=good)


_CLOSED_BY = {"【": "】", "（": "）", "［": "］", "《": "》", "〈": "〉", "「": "」", "『": "』", "〔": "〕"}
_CLOSERS = " \t\r\n\u00a0\"'”“»«’‘)]）」』"


@rule(
    "PUN010",
    "end-mark-mismatch",
    category="fluency/punctuation",
    severity=Severity.MINOR,
    message="{detail}",
    gate=lambda facts: facts.source.any(ASKS | SEMICOLON) | ~facts.target.ends(FINAL),
)
def end_mark_mismatch(pair: Pair) -> Iterator[Hit]:
    """The sentence ends otherwise than the source: no mark at all, or a full stop for a question mark.

    Why: the end of the sentence may be missing, or a question became a statement.
    Flags: `Why did he leave?` / `Warum ging er.`, `He left.` / `Er ging`
    Passes: exclamation marks made full stops, headings without marks on both sides, Thai and Lao
    Limits: a missing mark is looked for only in sentences of six words or more, in Chinese and Japanese of twelve
        characters.
    """
    if pair.index < 0 or not pair.source or not pair.target:
        return
    if lang_of(pair.target_lang) in ("th", "lo", "my", "km") or lang_of(pair.source_lang) in ("th", "lo", "my", "km"):
        return
    source, target = pair.source.rstrip(_CLOSERS), pair.target.rstrip(_CLOSERS)
    if not source or not target:
        return
    last, end = target[-1], len(target)
    asks = source[-1] in "?？؟" or (lang_of(pair.source_lang) == "el" and source[-1] in ";;")
    if asks and source[-1] in ";\u037e" and last in ";\u037e":
        yield hit(end - 1, end, "The Greek question mark was carried over.", suggestion="?")
    elif asks and last in ".。" and not source.endswith(("?!", "!?")) and not _asks_inside(target):
        yield hit(end - 1, end, "The source asks a question; the translation ends with a full stop.")
    elif source[-1] in ".。।" and not source.endswith("..") and last.isalpha() and _is_sentence_long(target, pair):
        start = end - min(len(target.split()[-1]), _LONGEST_END)
        yield hit(start, end, "The source ends with a full stop; the translation has no mark at its end.")


_LEAST_WORDS, _LEAST_SIGNS, _LONGEST_END = 6, 12, 30


def _is_sentence_long(target: str, pair: Pair) -> bool:
    if lang_of(pair.target_lang) in ("zh", "ja"):
        return len(target) >= _LEAST_SIGNS and pair.target.rstrip()[-1].isalpha()
    return len(target.split()) >= _LEAST_WORDS


def _asks_inside(target: str) -> bool:
    """Whether the full stop stands behind a question: `preguntó: «¿Dónde está?».`, Japanese `行きますか。`"""
    before = target[:-1]
    if target.endswith("か。"):
        return True
    return before[-1:] in _CLOSERS and before.rstrip(_CLOSERS).endswith(("?", "？"))


#: Languages that put the comma behind the quotation mark, never before it.
_COMMA_OUTSIDE = word_set("de ru uk be bg pl sk es pt fr it ca ro hu el")
_COMMA_INSIDE = re.compile(r"(?<=[^\W\d_]),[ \u00a0\u202f]?[“”»](?=[ \u00a0](?:[—–] ?)?[^\W\d_])")


@rule(
    "PUN012",
    "comma-inside-quotes",
    category="locale-convention/punctuation",
    severity=Severity.MINOR,
    message="This language puts the comma behind the quotation mark: “{detail}”.",
    needs_source=False,
    gate=lambda facts: facts.target.near(QUOTE, {-1: _COMMA | SPACE, 1: SPACE}),
)
def comma_inside_quotes(pair: Pair) -> Iterator[Hit]:
    """A comma stands before the closing quotation mark where the language puts it behind.

    Why: it is the custom of American English.
    Flags: de `„Wir gehen,“ sagte sie`, es `«Nos vamos,» dijo`, ru `«Мы идём,» — сказала она`
    Passes: `„Wir gehen“, sagte sie`, `«Мы идём!» — сказала она`
    Limits: only listed languages and typographic marks; before a small letter or a dash.
    """
    if lang_of(pair.target_lang) not in _COMMA_OUTSIDE or not has_any(pair.target, "“”»"):
        return
    for match in places(_COMMA_INSIDE, pair.target):
        following = pair.target[match.end() : match.end() + 4].lstrip(" \u00a0—–")
        if following[:1].islower():
            good = match[0][1:] + ","
            yield hit(*match.span(), good.strip(), suggestion=good)


_FRENCH_SPACED = re.compile(r"[;:?!](?<=[ \u00a0\u202f].)(?=\s|\Z)|»(?<=[ \u00a0\u202f].)|«(?=[ \u00a0\u202f])")
_FRENCH_TIGHT = re.compile(r"[;:?!](?<=[^\W\d_].)(?=\s|\Z)|»(?:(?<=[^\W\d_].)|(?<=[^\W\d_][.!?…].))|«(?=[^\W\d_])")
#: So many spaced marks show that the document keeps French spacing, and so few tight ones that they are slips.
_LEAST_SPACED, _MOST_TIGHT_SHARE = 4, 0.25


@rule(
    "PUN013",
    "missing-french-space",
    category="locale-convention/punctuation",
    severity=Severity.MINOR,
    message="A space belongs beside “{detail}”, as elsewhere in this text.",
    scope=Scope.DOCUMENT,
    needs_source=False,
)
def missing_french_space(pairs: Sequence[Pair]) -> Iterator[tuple[int, Hit]]:
    """French spacing is kept throughout a document, but for some marks.

    Why: the mark was set as in English, and stands out.
    Flags: `légal?` where the text has `Pourquoi ?`, `« oui »` and `voici :`
    Passes: texts that never put the space (Canada, Switzerland), times and addresses
    Limits: four spaced marks at least in the document, and four times as many as without.
    """
    french = [position for position, pair in enumerate(pairs) if lang_of(pair.target_lang) in _FRENCH]
    if not french:
        return
    spaced = sum(len(_FRENCH_SPACED.findall(pairs[position].target)) for position in french)
    if spaced < _LEAST_SPACED:
        return
    tight = [(position, match) for position in french for match in places(_FRENCH_TIGHT, pairs[position].target)]
    if len(tight) > _MOST_TIGHT_SHARE * spaced:
        return
    for position, match in tight:
        if f"{_word_before(match)}{match[0]}" in pairs[position].source:
            continue  # a name with its mark: `Yahoo!`
        fixed = f"{match[0]}\u00a0" if match[0] == "«" else f"\u00a0{match[0]}"
        yield position, hit(*match.span(), match[0], suggestion=fixed)


def _word_before(match: re.Match[str]) -> str:
    word = re.search(r"\w+\Z", match.string[max(0, match.start() - 30) : match.start()])
    return word[0] if word else ""


_ACCENT_KIND = kind("`´")
_APOSTROPHE_LANGS = word_set("en fr it ca uk be")
_ELIDED = r"(?:[ldjnsmtc]|qu|lorsqu|jusqu|dell|nell|all|sull|dall|un|quest|quell)"
_ACCENT = re.compile(r"[`´](?<=[^\W\d_].)(?=[^\W\d_])")
_SET_APART = {
    "en": re.compile(r"(?<=[a-z])(?: ['’] ?|['’] )(?=(?:s|t|re|ve|ll|d|m)(?![\w-]))"),
    **dict.fromkeys(
        ("fr", "it", "ca"),
        re.compile(rf"(?<![\w'’-]){_ELIDED}(?:['’][ \u00a0]|[ \u00a0]['’][ \u00a0]?)(?=[^\W\d_])", re.IGNORECASE),
    ),
    **dict.fromkeys(("uk", "be"), re.compile(r"[*\"”“](?<=[бвгґджзкмнпрстфхцчшБВГҐДЖЗКМНПРСТФХЦЧШ].)(?=[яюєїЯЮЄЇ])")),
}
_QUOTED_S = re.compile(r"[”“](?<=[a-z].)(?=s\b)")


@rule(
    "PUN014",
    "wrong-apostrophe",
    category="fluency/typography",
    severity=Severity.MINOR,
    message="“{text}” should be an apostrophe without spaces.",
    needs_source=False,
    gate=lambda facts: (
        facts.target.any(_ACCENT_KIND)
        | facts.target.near(APOSTROPHE, {-1: SPACE})
        | facts.target.near(APOSTROPHE, {1: SPACE})
        | facts.target.near(QUOTE, {-1: LETTER, 1: LETTER})
    ),
)
def wrong_apostrophe(pair: Pair) -> Iterator[Hit]:
    """An accent or a quotation mark stands for an apostrophe, or an apostrophe is set apart from its word.

    Why: typed or tokenised text was not set right; the word falls apart.
    Flags: `It`s`, `don´t`, `the mayor ' s office`, `the mayor”s`, fr `l’ eau`
    Passes: `‘yes’ s`, code in backquotes, what the source has too
    Flags: uk `п"ять`
    Limits: English, French, Italian, Catalan, Ukrainian and Belarusian.
    """
    lang = lang_of(pair.target_lang)
    if lang not in _APOSTROPHE_LANGS:
        return
    for pattern in (_ACCENT, _SET_APART[lang], *([_QUOTED_S] if lang == "en" else [])):
        for match in places(pattern, pair.target):
            start, end = match.span()
            if not occurs(pair.target[max(0, start - 3) : end + 2], pair.source):
                yield hit(start, end, suggestion=match[0].replace(" ", "").strip('`´”“"*') or "’")


@rule(
    "PUN015",
    "carried-dialogue-dash",
    category="locale-convention/quotation-marks",
    severity=Severity.MINOR,
    message="The dash opens direct speech in the source's language; here quotation marks do.",
    gate=lambda facts: facts.target.any(DASH) & facts.source.any(DASH),
)
def carried_dialogue_dash(pair: Pair) -> Iterator[Hit]:
    """Direct speech begins with a dash, in a language that sets it in quotation marks.

    Why: the dash was carried over from the source; the reader takes the speech for an item of a list.
    Flags: ru "— Мы ждали, — сказал он." / en "— We waited, he said."
    Passes: ru "— три пункта" / en "— three points"; Spanish, French, Italian, Russian, Polish, Hungarian targets
    Limits: only at the beginning of a text, where both sides have the dash, and where a second dash, a question, a
        first or second person or a verb of saying shows that someone speaks.
    """
    if (span := dash_before_speech(pair)) is not None:
        yield hit(*span)
