"""Formats that are more than text: what they hold is laid end to end, each piece with its place in the file.

Pieces that stand apart are parted by a blank line, which the segmenter never joins across, so that a heading, a table
cell or a caption is a segment of its own. All offsets count in this extracted text (`mtcheck text FILE` prints it).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from mtcheck.data import Document, Segment, Unit
from mtcheck.errors import InputError

Extracted = Literal["html", "markdown", "docx", "odt", "srt", "vtt"]

#: A file is refused beyond so many code points of text: no document has them, and they are held in memory.
_MAX_CHARS = 64 * 1024**2


class Extract:
    """An extracted text as it grows."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._parts: list[str] = []
        self._units: list[Unit] = []
        self._size = 0

    def add(self, text: str, place: str, line: int | None = None, *, apart: bool = True) -> None:
        """Append a piece found at `place` ("paragraph 3"); `line` is the file's. A piece without text is left out.

        `apart=False` puts it on the next line, as text that may go on from the piece before.

        Raises: InputError for more text than any document has.
        """
        text = text.strip()
        if not text:
            return
        if self._parts:
            gap = "\n\n" if apart else "\n"
            self._parts.append(gap)
            self._size += len(gap)
        self._units.append(Unit(start=self._size, end=self._size + len(text), name=place, line=line))
        self._parts.append(text)
        self._size += len(text)
        if self._size > _MAX_CHARS:
            raise InputError(f"{self.name}: more than {_MAX_CHARS:,} characters of text; pass it in parts")

    def document(self, path: str, kind: Extracted, encoding: str, notes: tuple[str, ...]) -> Document:
        """The whole as a document.

        Raises: InputError where no text was found.
        """
        if not self._parts:
            raise InputError(f"{self.name}: holds no text that can be read from {kind.upper()}; expected paragraphs")
        text = "".join(self._parts) + "\n"
        units = tuple(self._units)
        return Document(path=path, text=text, encoding=encoding, notes=notes, format=kind, units=units)


def unit_at(units: Sequence[Unit], offset: int) -> Unit | None:
    """The unit that a code point lies in, or the last one before it; None without units."""
    index = bisect_right(units, offset, key=lambda unit: unit.start) - 1
    return units[index] if index >= 0 else None


def with_file_lines(document: Document, segments: tuple[Segment, ...]) -> tuple[Segment, ...]:
    """The segments with lines of the file in place of lines of the extracted text, where the format has lines.

    The line is that of the piece; only in subtitles do lines within a piece stand as they do in the file.
    """
    as_written = document.format in ("srt", "vtt")
    if not document.units or document.units[0].line is None:
        return segments
    placed = []
    for segment in segments:
        unit = unit_at(document.units, segment.start)
        if unit is not None and unit.line is not None:
            n_lines = document.text.count("\n", unit.start, min(segment.start, unit.end)) if as_written else 0
            segment = replace(segment, line=unit.line + n_lines)
        placed.append(segment)
    return tuple(placed)
