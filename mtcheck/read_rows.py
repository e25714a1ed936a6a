"""What every reader of pairs shares: the pair itself, lines with their places, and what columns and keys are called."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mtcheck.errors import ConfigError, InputError
from mtcheck.frozen import quickly_made
from mtcheck.languages import normalise_tag

#: The languages that the user named, source and target; None where none was named.
Wish = tuple[str | None, str | None]
NO_WISH: Wish = (None, None)

#: A row longer than this is an unclosed quote or no table at all; reading on would fill the memory.
MAX_ROW_CHARS = 64 * 1024**2


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where findings on a pair may be written into its file: places in the decoded text."""

    unit: int  # the start of the unit, or of a PO entry; pairs of one unit share it
    element: int  # where an element (TMX: a property, XLIFF 1.2: anything foreign) or a PO comment may stand
    attribute: int | None = None  # XLIFF 1.2: in the target's start tag, after its name; -1: it has such already


class Skipped:
    """Units that hold nothing to check yet, counted by reason while a file is read."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()

    def add(self, reason: str) -> None:
        """Count one unit."""
        self.counts[reason] += 1

    def words(self) -> str:
        """One warning in words, empty when nothing was passed over.

        >>> skipped = Skipped()
        >>> skipped.add("fuzzy"), skipped.add("untranslated"), skipped.add("fuzzy"), skipped.words()
        (None, None, None, '3 units passed over (2 fuzzy, 1 untranslated)')
        """
        if not self.counts:
            return ""
        total = sum(self.counts.values())
        reasons = ", ".join(f"{count:,} {reason}" for reason, count in self.counts.most_common())
        return f"{total:,} unit{'s' if total > 1 else ''} passed over ({reasons})"


@quickly_made
@dataclass(frozen=True, slots=True, kw_only=True)
class RawPair:
    """One row of a file of pairs. Offsets are code points in the file's decoded text.

    Code point `i` of `source` stands at `source_start + i`, or, where the cell is written with escapes (doubled
    quotes in CSV, backslashes in JSON), at `source_offsets[i]`; `source_offsets[len(source)]` is the cell's end.
    """

    index: int  # 0-based among the pairs, a header not counted
    source: str
    target: str
    source_start: int
    target_start: int
    line: (
        int  # 1-based line that the row starts on; here only \n, \r\n and \r end a line, as table cells may hold others
    )
    source_offsets: tuple[int, ...] | None = None
    target_offsets: tuple[int, ...] | None = None
    source_raw: str | None = None  # the cell as the file writes it, where it is escaped (CSV and JSONL)
    target_raw: str | None = None
    source_lang: str | None = None
    target_lang: str | None = None
    id: str | None = None  # the unit's own name in its file: tuid, trans-unit and segment id, msgctxt
    state: str | None = None  # of the translation, as XLIFF puts it: "translated", "final", "Draft" (SDL)
    notes: tuple[str, ...] = ()  # what the file says to the translator about the unit
    alternatives: tuple[str, ...] = ()  # other translations that the file offers for it
    anchor: Anchor | None = None
    reference: str | None = None
    score: float | None = None  # a human judgement that came with the row, on whatever scale the file uses


@dataclass(slots=True)
class Cell:
    """A cell's text, its place, and the offsets of its code points where it was escaped."""

    text: str
    start: int
    offsets: tuple[int, ...] | None = None
    raw: str | None = None  # as the file writes it, where that is not `text`


_NAMES: Mapping[str, tuple[str, ...]] = {
    "source": ("source", "src", "original", "orig", "source_text", "src_text", "source_segment", "sentence1", "text1"),
    "target": (
        "target", "tgt", "translation", "trans", "mt", "hypothesis", "hyp", "target_text", "tgt_text", "mt_text",
        "target_segment", "output", "sentence2", "text2",
    ),
    "reference": ("reference", "ref", "pe", "post_edit", "reference_text"),
    "source_lang": ("source_lang", "src_lang", "source_language", "sl", "lang1", "sourcelang"),
    "target_lang": ("target_lang", "tgt_lang", "target_language", "tl", "lang2", "targetlang"),
    "id": ("id", "index", "segment_id", "seg_id", "segid", "sid", "key", "unit_id"),
    "score": ("score", "z_mean", "mean", "da", "raw", "human_score", "mqm", "esa"),
}  # fmt: skip
ROLE = {name: role for role, names in _NAMES.items() for name in names}
KNOWN = "source/src/original and target/tgt/mt/translation/hypothesis, or two language codes"


@dataclass(slots=True)
class Line:
    """A line of decoded text with its place."""

    text: str  # without its end
    start: int
    number: int
    ending: str


_LINE_END = re.compile(r"\r\n|\n|\r")


class Lines:
    """The lines of decoded chunks, one at a time, with their offsets."""

    def __init__(self, name: str, head: str, chunks: Iterator[str]) -> None:
        self.name = name
        self._chunks = chunks
        self._lines = self._split(head)

    def __iter__(self) -> Iterator[Line]:
        return self._lines

    def __next__(self) -> Line:
        return next(self._lines)

    def _split(self, buffer: str) -> Iterator[Line]:
        number, base = 1, 0
        while True:
            chunk = next(self._chunks, None)
            buffer = buffer + chunk if chunk else buffer
            # A \r at the end may be half of \r\n; the last line waits for the rest of it.
            limit = len(buffer) - 1 if chunk is not None and buffer.endswith("\r") else len(buffer)
            position = 0
            for end in _LINE_END.finditer(buffer, 0, limit):
                yield Line(buffer[position : end.start()], base + position, number, end.group())
                position = end.end()
                number += 1
            if chunk is None:
                if position < len(buffer):
                    yield Line(buffer[position:], base + position, number, "")
                return
            base += position
            buffer = buffer[position:]
            if len(buffer) > MAX_ROW_CHARS:
                raise InputError(
                    f"{self.name}:{number}: a line of more than {MAX_ROW_CHARS:,} characters; expected one pair a line"
                )


def choose_languages(tags: list[tuple[int, str]], wish: Wish) -> tuple[tuple[int, str], tuple[int, str]] | None:
    """The source and the target among columns named by language: those wished for, or else the only two in order."""
    by_tag = {tag: (position, tag) for position, tag in reversed(tags)}
    source = by_tag.get(wish[0]) if wish[0] else None
    target = by_tag.get(wish[1]) if wish[1] else None
    if source and target:
        return source, target
    if len(tags) != 2 or tags[0][1] == tags[1][1]:
        return None
    if source or target:
        other = next(tag for tag in tags if tag != (source or target))
        return (source, other) if source else (other, target)  # type: ignore[return-value]
    return tags[0], tags[1]


def row_language(tag: str | None, name: str, number: int) -> str | None:
    """The normal form of a language given in a row, None for none. Raises: InputError for an unknown one."""
    if not tag or not tag.strip():
        return None
    try:
        return normalise_tag(tag)
    except ConfigError as fault:
        raise InputError(f"{name}:{number}: {fault}") from fault


def row_score(text: object) -> float | None:
    """A score given in a row, None for what is no number."""
    if isinstance(text, (int, float)) and not isinstance(text, bool):
        return float(text)
    if not isinstance(text, str):
        return None
    try:
        return float(text)
    except ValueError:
        return None
