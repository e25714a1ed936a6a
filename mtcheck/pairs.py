"""Files that hold both sides, read as a stream of pairs: which format a file has, and the reader for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import closing
from itertools import chain
from pathlib import PurePath
from typing import BinaryIO, Literal, get_args

from mtcheck.errors import ConfigError, InputError
from mtcheck.languages import normalise_tag
from mtcheck.read_bytes import SAMPLE_BYTES, ByteStream, decide_encoding, decode_chunks
from mtcheck.read_jsonl import read_jsonl
from mtcheck.read_rows import MAX_ROW_CHARS, NO_WISH, Cell, Lines, RawPair, Skipped, Wish
from mtcheck.read_tables import find_columns, find_delimiter, parse_cells, read_csv, read_tsv

__all__ = [
    "MAX_ROW_CHARS",
    "Kind",
    "RawPair",
    "Skipped",
    "detect_kind",
    "guess_kind",
    "iter_pairs",
    "kind_of_name",
    "read_aligned",
]

Kind = Literal[
    "text", "html", "markdown", "docx", "odt", "srt", "vtt", "tsv", "csv", "jsonl", "tmx", "xliff", "po", "arrow"
]
#: Kinds that hold both sides.
PAIR_KINDS = ("tsv", "csv", "jsonl", "tmx", "xliff", "po", "arrow")


def iter_pairs(
    path: str,
    *,
    format: str | None = None,
    encoding: str | None = None,
    stdin: BinaryIO | None = None,
    source_lang: str | None = None,
    target_lang: str | None = None,
    skipped: Skipped | None = None,
    edit: Callable[[Iterator[str]], Iterator[str]] | None = None,
) -> Iterator[RawPair]:
    """The rows of a TSV, CSV, JSONL, Parquet or Arrow file, or the units of TMX, XLIFF or PO, in bounded memory.

    `-` is stdin; packed files are unpacked. A first row of known column names is a header and gives the columns;
    without one a table must have two. The languages choose among several of a memory, of `translation` objects, or of
    columns named by language codes. Reading stops at the first bad row. Units without a translation to check are
    passed over and counted in `skipped`. `edit` is put between the decoded text and its reader.

    Raises: InputError with `path:line`, what was expected and what was found.
    """
    wish = (source_lang and normalise_tag(source_lang), target_lang and normalise_tag(target_lang))
    kind = _ALIASES.get(format or "", format) or kind_of_name(path)
    if format is not None and kind not in get_args(Kind):
        raise ConfigError(f"format {format!r} is not known: expected one of {', '.join(PAIR_KINDS)}")
    skipped = Skipped() if skipped is None else skipped
    n_pairs = 0
    with closing(_open(path, kind, encoding, stdin, wish, skipped, edit)) as pairs:
        for pair in pairs:
            n_pairs += 1
            yield pair
    if not n_pairs:
        why = f": {skipped.words()}" if skipped.counts else ""
        name = "<stdin>" if path == "-" else path
        raise InputError(f"{name}: holds no pair{why}; expected a source and a target text in every row")


def _open(
    path: str,
    kind: str | None,
    encoding: str | None,
    stdin: BinaryIO | None,
    wish: Wish,
    skipped: Skipped,
    edit: Callable[[Iterator[str]], Iterator[str]] | None,
) -> Generator[RawPair, None, None]:
    if kind == "arrow":
        from mtcheck.read_arrow import read_arrow

        yield from read_arrow(path, wish)
        return
    with ByteStream(path, stdin) as stream:
        _, chunks = decode_chunks(stream, encoding)
        chunks = chunks if edit is None else edit(chunks)
        head = next(chunks, "")
        yield from _reader(kind or guess_kind(head), stream.name, head, chunks, wish, skipped)


#: What users may call a kind.
_ALIASES = {"parquet": "arrow", "feather": "arrow", "sdlxliff": "xliff", "json": "jsonl"}


def _reader(kind: str, name: str, head: str, chunks: Iterator[str], wish: Wish, skipped: Skipped) -> Iterator[RawPair]:
    if kind == "tmx":
        from mtcheck.read_tmx import read_tmx

        return read_tmx(name, chain((head,), chunks), wish, skipped)
    if kind == "xliff":
        from mtcheck.read_xliff import read_xliff

        return read_xliff(name, chain((head,), chunks), skipped)
    lines = Lines(name, head, chunks)
    if kind == "po":
        from mtcheck.read_po import read_po

        return read_po(lines, skipped)
    if kind not in _READERS:
        raise InputError(
            f"{name}: is one text ({kind}), not a file of pairs ({', '.join(PAIR_KINDS)}); pass its translation as a "
            "second file, or check it alone with mtcheck lint"
        )
    return _READERS[kind](lines, wish)


def read_aligned(
    source_path: str,
    target_path: str,
    *,
    encoding: str | None = None,
) -> Iterator[RawPair]:
    """Line i of one file with line i of the other, as a stream; `source_start` and `target_start` are offsets in
    their own files. Lines end with \\n, \\r\\n or \\r; an empty line is an omission or an addition.

    Raises: InputError before the first pair when the files differ in the number of lines.
    """
    for path in (source_path, target_path):
        if path == "-":
            raise InputError("-: aligned lines are read twice; save stdin to a file first")
    n_source = _count_lines(source_path, encoding)
    n_target = _count_lines(target_path, encoding)
    if n_source != n_target:
        raise InputError(
            f"{source_path} has {n_source:,} lines and {target_path} has {n_target:,}; aligned files have one line "
            "a pair and so equally many. Leave out --aligned to let the sentences be aligned"
        )
    return _zip_lines(source_path, target_path, encoding)


def _count_lines(path: str, encoding: str | None) -> int:
    with ByteStream(path) as stream:
        _, chunks = decode_chunks(stream, encoding)
        n_lines = sum(1 for _ in Lines(stream.name, "", chunks))
    if not n_lines:
        raise InputError(f"{path}: is empty; expected one line a pair")
    return n_lines


def _zip_lines(source_path: str, target_path: str, encoding: str | None) -> Iterator[RawPair]:
    with ByteStream(source_path) as source_stream, ByteStream(target_path) as target_stream:
        sources = Lines(source_path, "", decode_chunks(source_stream, encoding)[1])
        targets = Lines(target_path, "", decode_chunks(target_stream, encoding)[1])
        for index, (source, target) in enumerate(zip(sources, targets, strict=True)):
            yield RawPair(
                index=index,
                source=source.text,
                target=target.text,
                source_start=source.start,
                target_start=target.start,
                line=source.number,
            )


def detect_kind(path: str, *, encoding: str | None = None) -> Kind:
    """What a file holds, by its name (a packing suffix aside) or else by its first lines; stdin is `text`."""
    if path == "-":
        return "text"
    named = kind_of_name(path)
    if named is not None:
        return named
    with ByteStream(path) as stream:
        sample = stream.read(SAMPLE_BYTES)
        decision = decide_encoding(sample, stream.name, encoding, whole=len(sample) < SAMPLE_BYTES)
    return guess_kind(sample.decode(decision.encoding, "replace"))


def kind_of_name(path: str) -> Kind | None:
    """The kind that a file name says, or None: `corpus.tsv.gz` is `tsv`, `notes` says nothing."""
    suffixes = [suffix.lower() for suffix in PurePath(path).suffixes[-2:]]
    while suffixes and suffixes[-1] in (".gz", ".zst", ".xz", ".bz2", ".zstd"):
        suffixes.pop()
    return _SUFFIX.get(suffixes[-1]) if suffixes else None


_SUFFIX: Mapping[str, Kind] = {
    ".tsv": "tsv", ".tab": "tsv", ".csv": "csv", ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "jsonl",
    ".txt": "text", ".text": "text", ".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html",
    ".xhtml": "html", ".mhtml": "html", ".mht": "html", ".docx": "docx", ".docm": "docx", ".dotx": "docx",
    ".odt": "odt", ".ott": "odt", ".srt": "srt", ".vtt": "vtt", ".parquet": "arrow", ".pq": "arrow",
    ".arrow": "arrow", ".feather": "arrow", ".ipc": "arrow", ".tmx": "tmx", ".xlf": "xliff", ".xliff": "xliff",
    ".sdlxliff": "xliff", ".mqxliff": "xliff", ".po": "po", ".pot": "po",
}  # fmt: skip


_ROOT = re.compile(
    r"\A\s*(?:<\?xml[^>]*>)?\s*(?:<!--(?:(?!-->).){0,2000}-->\s*|<!DOCTYPE[^>[]*>\s*)*<(tmx|xliff)\b", re.DOTALL
)
_PO_START = re.compile(r'(?:#[^\n]*\n|\s)*msgid\s+"')


_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).){0,2000}-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL
)


def _document_kind(head: str) -> Kind | None:
    """The kind of a text that starts like a page or like subtitles."""
    from mtcheck.read_subtitles import looks_like_srt

    if _HTML.match(head):
        return "html"
    if re.match(r"WEBVTT(?:[ \t\r\n]|\Z)", head):
        return "vtt"
    return "srt" if looks_like_srt(head) else None


def guess_kind(head: str) -> Kind:
    """The kind of a file by the start of its text: what is not plainly a table of two or more columns is `text`."""
    rows = [row for row in head[:65536].splitlines()[:20] if row.strip()]
    if len(head) > 65536 and len(rows) > 1:
        rows.pop()  # may be cut
    if not rows:
        return "text"
    if found := _ROOT.search(head, 0, 4096):
        return "tmx" if found.group(1) == "tmx" else "xliff"
    if _PO_START.match(head):
        return "po"
    if document := _document_kind(head):
        return document
    if rows[0].lstrip().startswith("{") and rows[0].rstrip().endswith("}") and '"' in rows[0]:
        return "jsonl"
    n_tabs = {row.count("\t") for row in rows}
    if n_tabs == {min(n_tabs)} and min(n_tabs) >= 1:
        return "tsv"
    delimiter = find_delimiter(rows[0])
    cells: list[Cell] = []
    if parse_cells(rows[0], 0, delimiter, cells, 0) is None and find_columns([cell.text for cell in cells], NO_WISH):
        return "csv"
    return "text"


_READERS: Mapping[str, Callable[[Lines, Wish], Iterator[RawPair]]] = {
    "tsv": read_tsv,
    "csv": read_csv,
    "jsonl": read_jsonl,
}
