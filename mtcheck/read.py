"""Files to documents and pairs: bytes, encodings and file formats end here."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import BinaryIO

from mtcheck.data import Document
from mtcheck.errors import ConfigError, InputError
from mtcheck.pairs import RawPair, Skipped, detect_kind, guess_kind, iter_pairs, kind_of_name, read_aligned
from mtcheck.read_bytes import (
    MAX_DOCUMENT_BYTES,
    ByteStream,
    Decision,
    bad_byte_error,
    check_not_binary,
    count_lines_before,
    decide_encoding,
    nul_error,
    read_all,
)

__all__ = [
    "DOCUMENT_FORMATS",
    "MAX_DOCUMENT_BYTES",
    "RawPair",
    "Skipped",
    "detect_kind",
    "document_from_text",
    "iter_pairs",
    "line_of",
    "line_starts",
    "read_aligned",
    "read_document",
]

DOCUMENT_FORMATS = ("text", "html", "markdown", "docx", "odt", "srt", "vtt")
_MIME = re.compile(rb"(?:From|MIME-Version|Snapshot-Content-Location|Content-Type|Subject): ?[^\n]+\n", re.IGNORECASE)
_SURROGATE = re.compile("[\ud800-\udfff]")
_MARKUP = re.compile(r"\s*<(?:!doctype\s+html|html|\?xml)\b", re.IGNORECASE)


def read_document(
    path: str, *, encoding: str | None = None, stdin: BinaryIO | None = None, format: str | None = None
) -> Document:
    """The decoded text of a file (`-` is stdin), unpacked from gzip, zstd, xz or bzip2 where it is packed.

    UTF-8 with or without a byte order mark, UTF-16 and UTF-32, and legacy code pages, which chardet tells apart;
    `encoding` overrides. Line ends stay as they are. The decision is in `encoding`, and in `notes` unless it is UTF-8.
    HTML, Markdown, DOCX, ODT, SRT and WebVTT, told by name or content or given as `format`, are extracted: see
    `data.Document`; `format="text"` reads any of them but the two last archives as plain text.

    Raises: InputError for a file that is missing, unreadable, empty, binary, damaged or badly encoded, with the place;
    ConfigError for an encoding that Python does not know, or a format whose extra is not installed.
    """
    if format is not None and format not in DOCUMENT_FORMATS:
        raise ConfigError(f"format {format!r} is not known: expected one of {', '.join(DOCUMENT_FORMATS)}")
    with ByteStream(path, stdin) as stream:
        data = read_all(stream)
        name = stream.name
    if not data:
        raise InputError(f"{name}: is empty; expected a text")
    kind = format or kind_of_name(path)
    if data.startswith(b"PK") and kind in (None, "docx", "odt"):
        return _office(data, path, name)
    if kind in ("tmx", "xliff", "po", "arrow"):
        raise InputError(f"{name}: holds both sides ({kind}); pass it alone: mtcheck score {path}")
    if kind in ("docx", "odt"):
        check_not_binary(data[:32], name)
        raise InputError(f"{name}: no {kind.upper()}: expected a ZIP archive; save the document again")
    if _MIME.match(data) and kind in (None, "html"):
        data, part_encoding = _html_of_archive(data, name)
        encoding, kind = encoding or part_encoding, "html"
    decision = decide_encoding(data, name, encoding, whole=True)
    text = _decode(data, decision, name)
    notes: tuple[str, ...] = (decision.note,) if decision.note else ()
    kind = kind or guess_kind(text)
    if kind in ("html", "markdown", "srt", "vtt"):
        _check_characters(text, name)
        return _extracted(text, kind, path, name, decision.encoding, notes)
    if _MARKUP.match(text):
        notes += ("looks like HTML or XML: tags are read as text; extract the article's text for a sound result",)
    return document_from_text(text, path, name=name, encoding=decision.encoding, notes=notes)


def _office(data: bytes, path: str, name: str) -> Document:
    from mtcheck.read_office import office_kind

    if office_kind(data, name) == "docx":
        from mtcheck.read_docx import read_docx

        return _checked(read_docx(data, name).document(path, "docx", "utf-8", ()), name)
    from mtcheck.read_odt import read_odt

    return _checked(read_odt(data, name).document(path, "odt", "utf-8", ()), name)


def _checked(document: Document, name: str) -> Document:
    _check_characters(document.text, name)
    return document


def _extracted(text: str, kind: str, path: str, name: str, encoding: str, notes: tuple[str, ...]) -> Document:
    if kind == "html":
        from mtcheck.read_html import read_html

        page, more = read_html(text, name)
        return _checked(page.document(path, "html", encoding, (*notes, *more)), name)
    if kind == "markdown":
        from mtcheck.read_markdown import read_markdown

        return _checked(read_markdown(text, name).document(path, "markdown", encoding, notes), name)
    from mtcheck.read_subtitles import read_subtitles

    cues = read_subtitles(text, name, vtt=kind == "vtt")
    return _checked(cues.document(path, "vtt" if kind == "vtt" else "srt", encoding, notes), name)


def _html_of_archive(data: bytes, name: str) -> tuple[bytes, str | None]:
    """The page of a MIME archive (MHTML), as browsers save whole pages, and the encoding that it names."""
    from email import message_from_bytes, policy

    message = message_from_bytes(data, policy=policy.compat32)
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            found = part.get_payload(decode=True)
            if isinstance(found, bytes) and found.strip():
                return found, part.get_content_charset()
    raise InputError(f"{name}: a MIME archive without a page in it; save the page again as HTML")


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
    _check_characters(text, name)
    if not allow_empty and not text.strip():
        raise InputError(f"{name}: holds only white space; expected a text")
    return Document(path=path, text=text, encoding=encoding, notes=notes)


def _check_characters(text: str, name: str) -> None:
    if (found := text.find("\x00")) >= 0:
        raise nul_error(name, count_lines_before(text[:found]))
    if lone := _SURROGATE.search(text):
        raise InputError(
            f"{name}:{count_lines_before(text[: lone.start()])}: lone surrogate U+{ord(lone.group()):04X} at code "
            f"point {lone.start():,}, which no text can hold; decode the source with errors='strict' to find its origin"
        )


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
