"""Files to documents and pairs: bytes, encodings and file formats end here."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import BinaryIO

from mtcheck.data import Document
from mtcheck.errors import InputError
from mtcheck.pairs import RawPair, detect_kind, iter_pairs, read_aligned
from mtcheck.read_bytes import (
    MAX_DOCUMENT_BYTES,
    ByteStream,
    Decision,
    bad_byte_error,
    count_lines_before,
    decide_encoding,
    nul_error,
    read_all,
)

__all__ = [
    "MAX_DOCUMENT_BYTES",
    "RawPair",
    "detect_kind",
    "document_from_text",
    "iter_pairs",
    "line_of",
    "line_starts",
    "read_aligned",
    "read_document",
]

_SURROGATE = re.compile("[\ud800-\udfff]")
_MARKUP = re.compile(r"\s*<(?:!doctype\s+html|html|\?xml)\b", re.IGNORECASE)


def read_document(path: str, *, encoding: str | None = None, stdin: BinaryIO | None = None) -> Document:
    """The decoded text of a file (`-` is stdin), unpacked from gzip, zstd, xz or bzip2 where it is packed.

    UTF-8 with or without a byte order mark, UTF-16 and UTF-32, and legacy code pages, which chardet tells apart;
    `encoding` overrides. Line ends stay as they are. The decision is in `encoding`, and in `notes` unless it is UTF-8.

    Raises: InputError for a file that is missing, unreadable, empty, binary, damaged or badly encoded, with the place;
    ConfigError for an encoding that Python does not know.
    """
    with ByteStream(path, stdin) as stream:
        data = read_all(stream)
        name = stream.name
    if not data:
        raise InputError(f"{name}: is empty; expected a text")
    decision = decide_encoding(data, name, encoding, whole=True)
    text = _decode(data, decision, name)
    notes: tuple[str, ...] = (decision.note,) if decision.note else ()
    if _MARKUP.match(text):
        notes += ("looks like HTML or XML: tags are read as text; extract the article's text for a sound result",)
    return document_from_text(text, path, name=name, encoding=decision.encoding, notes=notes)


def _decode(data: bytes, decision: Decision, name: str) -> str:
    try:
        return data.decode(decision.encoding)
    except UnicodeDecodeError as fault:
        why = decision.note or f"the bytes before it are valid {decision.encoding}"
        raise bad_byte_error(data, fault, name, decision.encoding, why) from fault


def document_from_text(
    text: str,
    path: str = "<text>",
    *,
    name: str | None = None,
    encoding: str = "utf-8",
    notes: tuple[str, ...] = (),
    allow_empty: bool = False,
) -> Document:
    """A document of a string.

    Raises: InputError for a string without any text, with a NUL, or with a lone surrogate (the place is named).
    """
    name = path if name is None else name
    if (found := text.find("\x00")) >= 0:
        raise nul_error(name, count_lines_before(text[:found]))
    if lone := _SURROGATE.search(text):
        raise InputError(
            f"{name}:{count_lines_before(text[: lone.start()])}: lone surrogate U+{ord(lone.group()):04X} at code "
            f"point {lone.start():,}, which no text can hold; decode the source with errors='strict' to find its origin"
        )
    if not allow_empty and not text.strip():
        raise InputError(f"{name}: holds only white space; expected a text")
    return Document(path=path, text=text, encoding=encoding, notes=notes)


def line_starts(text: str) -> list[int]:
    """The offset of every line's first code point, ascending; the first is 0. Line ends as in `data.Segment.line`.

    >>> line_starts("one\\r\\ntwo\\rthree\\u2028")
    [0, 5, 9, 15]
    """
    starts = [0]
    position = 0
    lines = text.splitlines(keepends=True)
    for line in lines:
        position += len(line)
        starts.append(position)
    # A last line without an end starts no further line.
    if lines and lines[-1].splitlines()[0] == lines[-1]:
        starts.pop()
    return starts


def line_of(starts: Sequence[int], offset: int) -> int:
    """The 1-based line that a code point lies in, given the text's `line_starts`."""
    return bisect_right(starts, offset)
