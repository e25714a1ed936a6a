"""A document's sentences, by rules: where the text was cut is stored, and the text itself is never touched.

Two decisions, each from the place alone and a bounded stretch around it, so that time is linear in the text:

1. which line ends are only wrapping (`_paragraphs`), blank lines being hard boundaries always;
2. which terminators end a sentence (`_ends_sentence`): those of all scripts, less abbreviations, initials, ordinals and
   whatever a lower-case letter follows. Thai, which has no terminators, is cut at spaces (`_thai_cuts`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from mtcheck.abbreviations import ORDINAL_LANGUAGES, before_name, before_number, is_opener, may_end, never_ends
from mtcheck.data import Document, Segment, SegmentKind

Mode = Literal["sentences", "lines"]

# Lines and paragraphs


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that is not blank, without its white space: `text[start:end]`."""

    start: int
    end: int
    number: int  # 1-based, of `start`
    after_blank: bool  # a blank line, a form feed or a paragraph separator comes before
    indent: int


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """Lines that belong together as running text, or one line of its own."""

    start: int
    end: int
    lines: tuple[_Line, ...]
    kind: SegmentKind
    index: int


#: Ends that are paragraph breaks by themselves.
_HARD_ENDS = ("\f", "\u2029", "\x0b")
_BULLET = re.compile(
    r"[-*•‣▪▫◦·●○■□➤►✓✔⁃∙–](?:\s+|(?=[•●]))\S|\(?(?:\d{1,3}|[a-zа-я]|[ivx]{1,5})[.)]\s+\S", re.IGNORECASE
)
_DASH_ITEM = re.compile(r"[–—―]{1,2}\s*\S")
_STRONG_BULLET = re.compile(r"[*•‣▪▫◦·●○■□➤►✓✔⁃∙]\s*\S|-\s+\S|\(?\d{1,2}\)\s+\S")
_CLOSERS = "\"'”’»›)]}」』）】〕〉》］｝＂＇*_"
_FINAL = ".!?…。！？｡．؟۔।॥։៕။።፧؞‼⁇⁈⁉:;：；"
#: A line longer than this is a paragraph, not a headline.
_MAX_HEADING = 160
#: Hard-wrapped text is wrapped somewhere in this range of columns.
_MIN_WIDTH, _MAX_WIDTH = 40, 132


def segment_document(document: Document, lang: str | None, *, mode: Mode = "sentences") -> tuple[Segment, ...]:
    """The document's segments in order: `document.text[s.start:s.end] == s.text`, none empty, none overlapping.

    Every code point that is no white space lies in exactly one segment, and no segment starts or ends with white space.
    `mode="lines"` gives one segment a line. `lang` is a BCP 47 tag, or None for rules that hold in most languages.
    """
    text = document.text
    lines = list(_lines(text))
    if mode == "lines":
        return tuple(
            Segment(
                index=index,
                text=text[line.start : line.end],
                start=line.start,
                end=line.end,
                line=line.number,
                paragraph=index,
                kind=_kind(text, line, alone=True),
            )
            for index, line in enumerate(lines)
        )
    base = (lang or "").partition("-")[0]
    segments: list[Segment] = []
    for paragraph in _paragraphs(text, lines):
        line = 0
        for start, end in _sentences(text, paragraph.start, paragraph.end, base):
            kind = paragraph.kind
            if kind is SegmentKind.HEADING and _is_final(text, start, end):
                kind = SegmentKind.SENTENCE  # "In the photo: the ferry. Photo: I. Samsonov" is both
            while line + 1 < len(paragraph.lines) and paragraph.lines[line + 1].start <= start:
                line += 1
            segments.append(
                Segment(
                    index=len(segments),
                    text=text[start:end],
                    start=start,
                    end=end,
                    line=paragraph.lines[line].number,
                    paragraph=paragraph.index,
                    kind=kind,
                )
            )
    return tuple(segments)


def _lines(text: str) -> Iterator[_Line]:
    """The lines that are not blank; line ends as in `data.Segment.line`."""
    position = 0
    after_blank = True
    for number, raw in enumerate(text.splitlines(keepends=True), start=1):
        body = raw.strip()
        if body:
            indent = len(raw) - len(raw.lstrip())
            start = position + indent
            yield _Line(start, start + len(body), number, after_blank, indent)
            after_blank = raw.endswith(_HARD_ENDS)
        else:
            after_blank = True
        position += len(raw)


def _paragraphs(text: str, lines: list[_Line]) -> Iterator[_Paragraph]:
    """Lines grouped to paragraphs: within a block between blank lines, a line end is wrapping or a boundary."""
    index = -1
    listed = False
    for block in _blocks(lines):
        joins = _joins(text, block)
        first = 0
        for last in range(len(block)):
            if last + 1 < len(block) and joins[last]:
                continue
            index += 1
            group = tuple(block[first : last + 1])
            kind = _kind(text, group[0], alone=len(group) == 1)
            # Dashes open speeches too; those of a list end in semicolons or commas, save the last one.
            dashed = _DASH_ITEM.match(text, group[0].start, group[0].end) is not None
            listed = dashed and (text[group[-1].end - 1] in ";；,，、" or (listed and not group[0].after_blank))
            if listed:
                kind = SegmentKind.LIST_ITEM
            yield _Paragraph(group[0].start, group[-1].end, group, kind, index)
            first = last + 1


def _blocks(lines: list[_Line]) -> Iterator[list[_Line]]:
    block: list[_Line] = []
    for line in lines:
        if line.after_blank and block:
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _joins(text: str, block: list[_Line]) -> list[bool]:
    """`result[i]`: the end of line i is only wrapping, the next line goes on with the same running text."""
    width = max((line.end - line.start + line.indent for line in block), default=0)
    lower = [_starts_lower(text, line) for line in block]
    least = _MIN_WIDTH // 2 if _is_spaceless(text[block[0].start]) else _MIN_WIDTH  # Han letters are two columns wide
    wrapped = len(block) > 1 and least <= width <= _MAX_WIDTH and _is_wrapped(text, block, width, lower)
    joins = []
    for this, after, lower_start in zip(block, block[1:], lower[1:], strict=False):
        if _is_bullet(text, after):
            joins.append(False)
        elif wrapped:
            joins.append(lower_start or _is_full(text, this, after, width))
        else:
            joins.append(lower_start and not _ends_final(text, this))
    return joins


def _is_wrapped(text: str, block: list[_Line], width: int, lower: list[bool]) -> bool:
    """Whether a block is hard-wrapped: all lines but a paragraph's last are full, and sentences run across line ends.

    A line is full when the next line's first word would not have fitted into the widest line.
    """
    n_full = n_across = 0
    for this, after, lower_start in zip(block, block[1:], lower[1:], strict=False):
        if _is_full(text, this, after, width):
            n_full += 1
            n_across += lower_start or not _ends_final(text, this)
    # Half of the lines full is what short paragraphs of wrapped text still have; verse and lists stay far below.
    return n_across > 0 and n_full >= 0.5 * (len(block) - 1)


def _is_full(text: str, this: _Line, after: _Line, width: int) -> bool:
    length = this.end - this.start + this.indent
    word_end = after.start
    limit = min(after.end, after.start + _MAX_WIDTH)
    if _is_spaceless(text[after.start]):
        word_end += 2  # scripts without spaces break anywhere, save before a closing mark
    else:
        while word_end < limit and not text[word_end].isspace():
            word_end += 1
    return length + 1 + word_end - after.start > width


def _is_spaceless(char: str) -> bool:
    return "\u3000" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff" or "\uff00" <= char <= "\uffef"


def _starts_lower(text: str, line: _Line) -> bool:
    for char in text[line.start : min(line.end, line.start + 4)]:
        if char.isalpha():
            return char.islower()
        if char.isdigit() or char in "-–—•*":
            return False
    return False


def _ends_final(text: str, line: _Line) -> bool:
    return _is_final(text, line.start, line.end)


def _is_final(text: str, start: int, end: int) -> bool:
    return text[max(start, end - 8) : end].rstrip(_CLOSERS).endswith(tuple(_FINAL))


def _is_bullet(text: str, line: _Line) -> bool:
    return _BULLET.match(text, line.start, min(line.end, line.start + 12)) is not None


def _kind(text: str, line: _Line, *, alone: bool) -> SegmentKind:
    if _STRONG_BULLET.match(text, line.start, min(line.end, line.start + 12)):
        return SegmentKind.LIST_ITEM
    if _is_bullet(text, line) and not text[line.start].isspace() and text[line.start] not in "–":
        return SegmentKind.LIST_ITEM
    if alone and line.end - line.start <= _MAX_HEADING and not _ends_final(text, line):
        return SegmentKind.HEADING
    return SegmentKind.SENTENCE


# Sentences

#: Terminators that end a sentence wherever they stand, without a space after them.
_STRONG = "。！？｡।॥؟۔։።፧។៕။"
_WEAK = ".!?…．‼⁇⁈⁉\u037e"
#: A run of terminators, each run met once (the look-behind), so that time stays linear on "......".
_RUN = re.compile(rf"(?<![{_STRONG}{_WEAK};])[{_STRONG}{_WEAK}]++|(?<=\w);(?=\s)")
_QUOTE_CLOSERS = "\"'”’»›)]}」』）】〕〉》］｝＂＇"
_OPENERS = "\"'“‘«‹([{「『（【〔〈《［｛„‚¿¡＂＇”’»›"
#: Languages whose closing double quote is “ (it opens a quotation in all others), and those of »…«.
_LOW_QUOTES = frozenset(["de", "cs", "sk", "sl", "hr", "bg", "sr", "mk", "lt", "et", "is", "sq", "be", "uk", "ru"])
_FOOTNOTE = re.compile(r"(?:\[\d{1,3}\])+")
_WORD_BREAKS = frozenset(".\"'“”‘’«»()[]{}„‚¿¡—–/")
#: A short clause after a quotation that says who spoke: 七十岁的教师何秀兰说。
_HE_SAID = re.compile(r"[^。！？，：；“”「」]{0,20}(?:说|說|道|称|稱|问|問|表示|解释|解釋|补充|補充|强调|強調)[。，]")
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
#: How far a decision looks around; longer words are no abbreviations, longer gaps no gaps.
_LOOK = 40
_DASHES = "-–—―"
#: A stretch shorter than this that ends in an abbreviation is an adverbial ("В 1990 г."), not a sentence.
_SHORT = 22
#: Units of one letter, which may end a sentence after a number.
_UNITS = "mghlstмглстч"


def _sentences(text: str, start: int, end: int, lang: str) -> Iterator[tuple[int, int]]:
    """The sentences of one paragraph as (start, end), without white space around them."""
    if lang == "th":
        cuts: Iterator[int] = _thai_cuts(text, start, end)
    else:
        cuts = _cuts(text, start, end, lang)
    first = start
    for cut in cuts:
        yield first, cut
        first = cut
        while first < end and text[first].isspace():
            first += 1
    if first < end:
        yield first, end


def _cuts(text: str, start: int, end: int, lang: str) -> Iterator[int]:
    """Ascending places after which a new sentence starts; something that is no white space lies on both sides."""
    first = start
    for run in _RUN.finditer(text, start, end):
        if run.start() < first or (run.group() == ";" and lang != "el"):
            continue
        after = _skip_closers(text, run, end, lang)
        if after >= end:
            return
        following = _skip_space(text, after, end)
        if following >= end:
            return
        if _ends_sentence(text, first, run, after, following, end, lang) and _LETTER_OR_DIGIT.search(
            text, first, run.start()
        ):
            yield after
            first = following


def _skip_space(text: str, position: int, end: int) -> int:
    while position < end and text[position].isspace():
        position += 1
    return position


def _skip_closers(text: str, run: re.Match[str], end: int, lang: str) -> int:
    """The place after the closing quotes, brackets and footnote marks that belong to the sentence."""
    position = run.end()
    limit = min(end, position + _LOOK)
    closers = _QUOTE_CLOSERS + ("“" if lang in _LOW_QUOTES else "") + ("«" if lang in ("de", "da") else "")
    spaceless = run.group()[-1] in _STRONG and lang in ("zh", "ja")
    while position < limit:
        char = text[position]
        if char in closers:
            # A straight quote between two sentences without a space may as well open the second.
            if spaceless and char in "\"'" and text.count(char, max(0, position - 400), position) % 2 == 0:
                break
            position += 1
        elif char == "[" and (note := _FOOTNOTE.match(text, position, limit)):
            position = note.end()
        else:
            break
    # French and Russian typography put a space before »: "Bonjour ! » Il part."
    if position < limit - 1 and text[position].isspace() and text[position + 1] == "»":
        position += 2
    return position


def _ends_sentence(text: str, first: int, run: re.Match[str], after: int, following: int, end: int, lang: str) -> bool:
    marks = run.group()
    closed = after > run.end()
    spaced = following > after
    if marks[-1] in _STRONG:
        return _strong_ends(text, after, following, end, lang, closed=closed)
    if not spaced and not (lang in ("zh", "ja") and (closed or marks[-1] in "?!．") and _is_spaceless(text[following])):
        return False
    opening, letter = _next_letter(text, following, end)
    if letter == "":
        return False  # only marks for a long stretch or until the end: they belong to this sentence
    if letter.islower():
        return False
    if closed and text[following] in _DASHES:
        return False  # «Как дела?» — спросил он
    if marks in (".", ";"):
        return marks == ";" or _stop_ends(text, first, run, following, opening, letter, end, lang, closed=closed)
    return True


def _strong_ends(text: str, after: int, following: int, end: int, lang: str, *, closed: bool) -> bool:
    """After 。 and its like: a quotation may go on as part of the sentence that brings it in."""
    char = text[following]
    if char in ",，、;；:：。" or (char in _DASHES and following == after):
        return False
    if lang == "ja" and closed and char in "とってなのはがをにでもや":
        return False
    if lang == "zh" and closed and _HE_SAID.match(text, following, min(end, following + _LOOK)):
        return False
    return _next_letter(text, following, end)[1] != ""


def _next_letter(text: str, position: int, end: int) -> tuple[int, str]:
    """The next letter or digit within `_LOOK` and its place, "" when there is none; quotes and dashes are passed."""
    found = _LETTER_OR_DIGIT.search(text, position, min(end, position + _LOOK))
    return (found.start(), found.group()) if found else (position, "")


def _stop_ends(
    text: str,
    first: int,
    run: re.Match[str],
    following: int,
    opening: int,
    letter: str,
    end: int,
    lang: str,
    *,
    closed: bool,
) -> bool:
    """Whether a single full stop ends the sentence, though a space and no lower-case letter follow."""
    stop = run.start()
    word, compact = _word_before(text, first, stop)
    if closed and ")" in text[run.end() : following]:
        return True
    if not word:
        return stop > first
    begins = stop - len(word) <= first  # "1. Text", "A. Text": a number of a list, not a sentence
    if begins and ((word.isdigit() and len(word) <= 3) or len(word) == 1 or _is_roman(word)):
        return False
    forms = _forms(compact.lower())
    if any(never_ends(form, lang) for form in forms):
        return False
    if letter.isdigit() and any(before_number(form, lang) for form in forms):
        return False
    if len(word) == 1 and word.islower() and "." not in compact and not _follows_number(text, first, stop - 1):
        return False  # "z. B.", "г. Москва"; but "1990 г. Он"
    if any(may_end(form, lang) for form in forms):
        # "В 1990 г. Пушкин": a date cut off so early is no sentence yet.
        adverbial = stop - first < _SHORT and any(char.isdigit() for char in text[first:stop])
        return closed or not adverbial or is_opener(_word_at(text, opening, end), lang)
    if any(before_name(form, lang) for form in forms):
        return is_opener(_word_at(text, opening, end), lang)
    if (word.isdigit() and len(word) <= 2) or _is_roman(word):
        return lang not in ORDINAL_LANGUAGES or is_opener(_word_at(text, opening, end), lang)
    if len(word) == 1 and word.isalpha():
        if word.islower():
            return word in _UNITS or ("." not in compact and not word.isascii())
        return _initial_ends(text, first, stop, compact, opening, end, lang)
    return True


def _initial_ends(text: str, first: int, stop: int, compact: str, opening: int, end: int, lang: str) -> bool:
    """After a single capital ("J. Smith", "vitamin C. It"): only a known opener shows a new sentence."""
    before = text[max(first, stop - _LOOK) : stop - 1].split()
    if "." in compact or (before and before[-1][:1].islower()):
        return is_opener(_word_at(text, opening, end), lang)
    return False


def _forms(compact: str) -> list[str]:
    """An abbreviation and its ends after each inner stop: "r.p.n.e" gives also "p.n.e", "n.e" and "e"."""
    forms = [compact]
    while (dot := compact.find(".")) >= 0:
        compact = compact[dot + 1 :]
        if "." in compact:
            forms.append(compact)
    if len(compact) > 1:
        forms.append(compact)
    return forms


def _follows_number(text: str, first: int, position: int) -> bool:
    """Whether a number, with or without a space, comes just before a place: "1990 г.", "XX в."."""
    before = text[max(first, position - 8) : position].rstrip()
    return before[-1:].isdigit() or _is_roman(before.rpartition(" ")[2])


def _is_roman(word: str) -> bool:
    return len(word) <= 5 and bool(word) and all(char in "IVXLХ" for char in word) and word not in ("I", "X")


def _word_before(text: str, first: int, stop: int) -> tuple[str, str]:
    """The word that ends at a full stop, and the same with the abbreviation it is the end of ("Д", "т.Д")."""
    low = max(first, stop - _LOOK)
    begin = stop
    while begin > low and text[begin - 1] not in _WORD_BREAKS and not text[begin - 1].isspace():
        begin -= 1
    word = compact = text[begin:stop]
    while begin > low and len(compact) < 12:
        dot = begin - 1 if text[begin - 1] == "." else begin - 2
        if dot < low or text[dot] != "." or (dot == begin - 2 and text[begin - 1] not in " \u00a0\u202f"):
            break
        part = dot
        while part > low and dot - part <= 4 and text[part - 1].isalpha():
            part -= 1
        if not 1 <= dot - part <= 4 or (part > low and text[part - 1].isalnum()):
            break
        compact = f"{text[part:dot]}.{compact}"
        begin = part
    return word, compact


def _word_at(text: str, position: int, end: int) -> str:
    limit = min(end, position + _LOOK)
    last = position
    while last < limit and text[last].isalpha():
        last += 1
    return text[position:last].lower()


# Thai

_THAI_LETTER = re.compile("[\u0e00-\u0e7f]")
#: A stretch shorter than this is not cut off. F1 on XQuAD is 79, 77, 73 and 66 % with 20, 30, 40 and 60, but half of
#: that set are short questions; in prose phrases of 20 characters stand between spaces.
_THAI_MIN = 30
#: What ends a sentence whatever its length: marks, and words that close a question or a polite statement.
_THAI_END = re.compile("(?:[?!…]|อย่างไร|อะไร|เท่าใด|เท่าไร|เท่าไหร่|ที่ไหน|เมื่อใด|เมื่อไร|หรือไม่|หรือเปล่า|ครับ|ค่ะ|คะ)[\"'”’)]*\\Z")


def _thai_cuts(text: str, start: int, end: int) -> Iterator[int]:
    """Thai marks neither words nor sentences: cut at spaces between Thai letters, once a stretch is long enough."""
    first = start
    for gap in _THAI_GAP.finditer(text, start, end):
        left, right = gap.span()
        if right >= end:
            return
        closed = _THAI_END.search(text, max(first, left - 12), left) is not None
        open_ended = (
            left - first >= _THAI_MIN and _THAI_LETTER.match(text, left - 1) and _THAI_LETTER.match(text, right)
        )
        if (closed or open_ended) and _LETTER_OR_DIGIT.search(text, max(first, left - _LOOK), left):
            yield left
            first = right


_THAI_GAP = re.compile(r"[\s\u200b]+")
