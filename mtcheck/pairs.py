"""Files that hold both sides: TSV, CSV and JSON Lines, read as a stream of rows with the place of every cell."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from json.decoder import scanstring  # type: ignore[attr-defined]  # the C scanner behind json.loads
from pathlib import PurePath
from typing import BinaryIO, Literal

from mtcheck.errors import ConfigError, InputError
from mtcheck.languages import is_known, normalise_tag
from mtcheck.read_bytes import SAMPLE_BYTES, ByteStream, decide_encoding, decode_chunks

Kind = Literal["text", "tsv", "csv", "jsonl", "tmx", "xliff", "po"]

Wish = tuple[str | None, str | None]

#: A row longer than this is an unclosed quote or no table at all; reading on would fill the memory.
MAX_ROW_CHARS = 64 * 1024**2


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
    source_lang: str | None = None
    target_lang: str | None = None
    id: str | None = None
    reference: str | None = None
    score: float | None = None  # a human judgement that came with the row, on whatever scale the file uses


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell's text, its place, and the offsets of its code points where it was escaped."""

    text: str
    start: int
    offsets: tuple[int, ...] | None = None


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
_ROLE = {name: role for role, names in _NAMES.items() for name in names}
_KNOWN = "source/src/original and target/tgt/mt/translation/hypothesis, or two language codes"


def iter_pairs(
    path: str,
    *,
    format: str | None = None,
    encoding: str | None = None,
    stdin: BinaryIO | None = None,
    source_lang: str | None = None,
    target_lang: str | None = None,
) -> Iterator[RawPair]:
    """The rows of a TSV, CSV or JSONL file, or the units of TMX, XLIFF or PO, in order and in bounded memory.

    `-` is stdin; packed files are unpacked. A first row of known column names is a header and gives the columns;
    without one a table must have two. The languages choose among several of a memory, of `translation` objects, or of
    columns named by language codes. Reading stops at the first bad row.

    Raises: InputError with `path:line`, what was expected and what was found.
    """
    stream = ByteStream(path, stdin)
    try:
        _, chunks = decode_chunks(stream, encoding)
        head = next(chunks, "")
        kind = format or kind_of_name(path) or guess_kind(head)
        wish = (source_lang and normalise_tag(source_lang), target_lang and normalise_tag(target_lang))
        n_pairs = 0
        for pair in _reader(kind, stream.name, head, chunks, wish):
            n_pairs += 1
            yield pair
        if not n_pairs:
            raise InputError(f"{stream.name}: holds no pair; expected a source and a target text in every row")
    finally:
        stream.close()


def _reader(kind: str, name: str, head: str, chunks: Iterator[str], wish: Wish) -> Iterator[RawPair]:
    if kind in ("tmx", "xliff"):
        from mtcheck.read_xml import read_tmx, read_xliff

        return (read_tmx if kind == "tmx" else read_xliff)(name, chain((head,), chunks), wish)
    lines = Lines(name, head, chunks)
    if kind == "po":
        from mtcheck.read_po import read_po

        return read_po(lines)
    if kind not in _READERS:
        wanted = ", ".join((*_READERS, "tmx", "xliff", "po"))
        raise InputError(f"{name}: holds no pairs that can be told ({kind}); expected one of {wanted}")
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
    ".txt": "text", ".text": "text", ".md": "text", ".tmx": "tmx", ".xlf": "xliff", ".xliff": "xliff",
    ".sdlxliff": "xliff", ".mqxliff": "xliff", ".po": "po", ".pot": "po",
}  # fmt: skip


_ROOT = re.compile(r"\A\s*(?:<\?xml[^>]*>)?\s*(?:<!--.{0,2000}?-->\s*|<!DOCTYPE[^>[]*>\s*)*<(tmx|xliff)\b", re.DOTALL)
_PO_START = re.compile(r'(?:#[^\n]*\n|\s)*msgid\s+"')


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
    if rows[0].lstrip().startswith("{") and rows[0].rstrip().endswith("}") and '"' in rows[0]:
        return "jsonl"
    n_tabs = {row.count("\t") for row in rows}
    if n_tabs == {min(n_tabs)} and min(n_tabs) >= 1:
        return "tsv"
    delimiter = _delimiter(rows[0])
    cells: list[_Cell] = []
    if _parse_cells(rows[0], 0, delimiter, cells, 0) is None and _header([cell.text for cell in cells], _NO_WISH):
        return "csv"
    return "text"


# Lines


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


# Tables


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which column holds what; `langs` come from a header of language codes."""

    roles: Mapping[str, int]
    n_columns: int
    langs: tuple[str | None, str | None] = (None, None)


_NO_WISH: Wish = (None, None)


def _header(cells: list[str], wish: Wish) -> _Columns | None:
    """The columns that a first row names, or None when it is no header."""
    names = [re.sub(r"[\s\-.]+", "_", cell.strip().strip('"').lower().lstrip("\ufeff")) for cell in cells]
    roles: dict[str, int] = {}
    for position, name in enumerate(names):
        role = _ROLE.get(name)
        if role is not None and role not in roles:
            roles[role] = position
    if "source" in roles and "target" in roles:
        return _Columns(roles, len(cells))
    tags = [
        (position, normalise_tag(name))
        for position, name in enumerate(names)
        if name not in _ROLE and 2 <= len(name) <= 8 and is_known(name)
    ]
    chosen = _choose(tags, wish)
    if chosen is None:
        return None
    (source, source_lang), (target, target_lang) = chosen
    roles |= {"source": source, "target": target}
    return _Columns(roles, len(cells), (source_lang, target_lang))


def _choose(tags: list[tuple[int, str]], wish: Wish) -> tuple[tuple[int, str], tuple[int, str]] | None:
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


def _no_columns(name: str, line: int, cells: list[str]) -> InputError:
    shown = ", ".join(repr(cell[:24]) for cell in cells[:6])
    return InputError(
        f"{name}:{line}: expected two columns (source, target) or a header row; found {len(cells)} column"
        f"{'s' if len(cells) != 1 else ''} ({shown}). Name the columns in a first row: {_KNOWN}"
    )


def _read_table(lines: Lines, wish: Wish, rows: Iterator[tuple[int, list[_Cell]]], describe: str) -> Iterator[RawPair]:
    columns: _Columns | None = None
    index = 0
    for number, cells in rows:
        if columns is None:
            texts = [cell.text for cell in cells]
            columns = _header(texts, wish)
            if columns is not None:
                continue
            if len(cells) != 2:
                raise _no_columns(lines.name, number, texts)
            columns = _Columns({"source": 0, "target": 1}, 2)
        if len(cells) != columns.n_columns:
            raise InputError(
                f"{lines.name}:{number}: expected {columns.n_columns} columns ({describe}), found {len(cells)}"
                + _stray_hint(describe, cells, columns.n_columns)
            )
        yield _pair(cells, columns, index, number, lines.name)
        index += 1


def _stray_hint(describe: str, cells: list[_Cell], wanted: int) -> str:
    if len(cells) == 1 and not cells[0].text.strip():
        return "; remove the blank line"
    if len(cells) > wanted and describe.startswith("tab"):
        return "; a tab inside a text must be written as a space"
    if len(cells) > wanted:
        return "; a text that holds the delimiter must stand in double quotes"
    return ""


def _pair(cells: list[_Cell], columns: _Columns, index: int, number: int, name: str) -> RawPair:
    roles = columns.roles
    source, target = cells[roles["source"]], cells[roles["target"]]

    def text(role: str) -> str | None:
        position = roles.get(role)
        return cells[position].text if position is not None else None

    return RawPair(
        index=index,
        source=source.text,
        target=target.text,
        source_start=source.start,
        target_start=target.start,
        line=number,
        source_offsets=source.offsets,
        target_offsets=target.offsets,
        source_lang=_lang(text("source_lang"), name, number) or columns.langs[0],
        target_lang=_lang(text("target_lang"), name, number) or columns.langs[1],
        id=text("id") or None,
        reference=text("reference"),
        score=_score(text("score")),
    )


def _lang(tag: str | None, name: str, number: int) -> str | None:
    if not tag or not tag.strip():
        return None
    try:
        return normalise_tag(tag)
    except ConfigError as fault:
        raise InputError(f"{name}:{number}: {fault}") from fault


def _score(text: object) -> float | None:
    if isinstance(text, (int, float)) and not isinstance(text, bool):
        return float(text)
    if not isinstance(text, str):
        return None
    try:
        return float(text)
    except ValueError:
        return None


def _read_tsv(lines: Lines, wish: Wish) -> Iterator[RawPair]:
    def rows() -> Iterator[tuple[int, list[_Cell]]]:
        for line in lines:
            cells = []
            start = line.start
            for text in line.text.split("\t"):
                cells.append(_Cell(text, start))
                start += len(text) + 1
            yield line.number, cells

    return _read_table(lines, wish, rows(), "tab-separated, without quoting")


def _read_csv(lines: Lines, wish: Wish) -> Iterator[RawPair]:
    first = next(lines, None)
    if first is None:
        return iter(())
    delimiter = ","
    pushed: list[Line] = [first]
    if (told := re.fullmatch(r"sep=(.)", first.text)) is not None:  # what spreadsheets write on top
        delimiter, pushed = told.group(1), []
    else:
        delimiter = _delimiter(first.text)
    rows = _csv_rows(lines, pushed, delimiter)
    return _read_table(lines, wish, rows, f"separated by {delimiter!r}, RFC 4180 quotes")


def _csv_rows(lines: Lines, pushed: list[Line], delimiter: str) -> Iterator[tuple[int, list[_Cell]]]:
    while (line := pushed.pop() if pushed else next(lines, None)) is not None:
        cells: list[_Cell] = []
        text = line.text
        try:
            opened = _parse_cells(text, line.start, delimiter, cells, 0)
            while opened is not None:
                text += _rest_of_cell(lines, line, text[opened:])
                opened = _parse_cells(text, line.start, delimiter, cells, opened)
        except _StrayTextError as fault:
            raise InputError(
                f"{lines.name}:{line.number}: text beside a quoted cell ({str(fault)!r}); expected {delimiter!r} or "
                "the row's end after a closing quote (a quote inside a cell is written twice)"
            ) from fault
        yield line.number, cells


def _rest_of_cell(lines: Lines, line: Line, opened: str) -> str:
    """What follows a row's unclosed quoted cell, up to a line in which all quotes are paired again."""
    ending = line.ending
    parts: list[str] = []
    n_quotes, size = opened.count('"'), len(opened)
    while n_quotes % 2:
        more = next(lines, None)
        if more is None or size > MAX_ROW_CHARS:
            raise InputError(
                f"{lines.name}:{line.number}: a quoted cell of this row is never closed; "
                "expected a closing double quote (a quote inside a cell is written twice)"
            )
        parts += (ending, more.text)
        ending = more.ending
        n_quotes += more.text.count('"')
        size += len(more.text)
    line.ending = ending
    return "".join(parts)


class _StrayTextError(ValueError):
    """Text between a closing quote and the next delimiter."""


_QUOTED = re.compile(r'"((?:[^"]++|"")*+)"(?!")')


def _parse_cells(text: str, base: int, delimiter: str, cells: list[_Cell], position: int) -> int | None:
    """Append the cells of `text[position:]`; None at the row's end, or where a quoted cell is left open.

    A quote inside an unquoted cell is an ordinary character, as in every spreadsheet program.
    """
    while True:
        if text.startswith('"', position):
            quoted = _QUOTED.match(text, position)
            if quoted is None:
                return position
            cells.append(_unquoted(quoted.group(1), base + position + 1))
            position = quoted.end()
            if position < len(text) and text[position] != delimiter:
                raise _StrayTextError(text[position : position + 24])
        else:
            end = text.find(delimiter, position)
            end = len(text) if end < 0 else end
            cells.append(_Cell(text[position:end], base + position))
            position = end
        if position >= len(text):
            return None
        position += 1


def _unquoted(raw: str, start: int) -> _Cell:
    if '""' not in raw:
        return _Cell(raw, start)
    offsets: list[int] = []
    position = start
    for piece in re.finditer(r'""|[^"]+', raw):
        if piece.group() == '""':
            offsets.append(position)
        else:
            offsets.extend(range(position, position + len(piece.group())))
        position = start + piece.end()
    offsets.append(start + len(raw))
    return _Cell(raw.replace('""', '"'), start, tuple(offsets))


def _delimiter(row: str) -> str:
    """The delimiter that parts a first row into the most cells, the comma first."""
    bare = re.sub(r'"(?:[^"]++|"")*+"', "", row)
    return max(",;\t|", key=lambda mark: (bare.count(mark), mark == ","))


# JSON Lines

_SPACE = re.compile(r"[ \t\r\n]*")
_DECODER = json.JSONDecoder()


def _read_jsonl(lines: Lines, wish: Wish) -> Iterator[RawPair]:
    index = 0
    for line in lines:
        if not line.text.strip():
            continue
        if index == 0 and line.text.lstrip().startswith("["):
            raise InputError(
                f"{lines.name}:{line.number}: a JSON array; expected one object a line "
                "(convert it with: jq -c '.[]' FILE)"
            )
        yield _json_pair(line, index, lines.name, wish)
        index += 1


@dataclass(frozen=True, slots=True)
class _Member:
    """The value of a key with its place in the line, half-open."""

    value: object
    start: int
    end: int


def _json_pair(line: Line, index: int, name: str, wish: Wish) -> RawPair:
    place = f"{name}:{line.number}"
    members = _json_members(line.text, place)
    roles: dict[str, str] = {}
    for key in members:
        role = _ROLE.get(re.sub(r"[\s\-.]+", "_", key.strip().lower()))
        if role is not None and role not in roles:
            roles[role] = key
    langs: tuple[str | None, str | None] = (None, None)
    if "source" not in roles or "target" not in roles:
        members, roles, langs = _by_language(line.text, members, place, wish)
    source = _json_cell(line, members[roles["source"]], roles["source"], place)
    target = _json_cell(line, members[roles["target"]], roles["target"], place)

    def value(role: str) -> object:
        return members[roles[role]].value if role in roles else None

    reference, identifier = value("reference"), value("id")
    return RawPair(
        index=index,
        source=source.text,
        target=target.text,
        source_start=source.start,
        target_start=target.start,
        line=line.number,
        source_offsets=source.offsets,
        target_offsets=target.offsets,
        source_lang=_json_lang(value("source_lang"), name, line.number) or langs[0],
        target_lang=_json_lang(value("target_lang"), name, line.number) or langs[1],
        id=str(identifier) if isinstance(identifier, (str, int)) else None,
        reference=reference if isinstance(reference, str) else None,
        score=_score(value("score")),
    )


def _json_lang(tag: object, name: str, number: int) -> str | None:
    return _lang(tag, name, number) if isinstance(tag, str) else None


def _json_members(text: str, place: str) -> dict[str, _Member]:
    """The members of the object at `position`, each with its place; the last of equal keys wins, as in `json`."""
    position = _skip(text, 0)
    try:
        value, end = _DECODER.raw_decode(text, position)
    except (ValueError, RecursionError) as fault:
        column = getattr(fault, "pos", position) + 1
        words = getattr(fault, "msg", "nested too deeply")
        raise InputError(
            f"{place}: invalid JSON at column {column:,} ({words}); expected one JSON object a line"
        ) from fault
    if not isinstance(value, dict):
        raise InputError(f"{place}: found a JSON {_json_type(value)}; expected one object a line with {_KNOWN}")
    if rest := text[end:].strip():
        raise InputError(f"{place}: text after the JSON object ({rest[:24]!r}); expected one object a line")
    return _members_of(text, position + 1)


def _members_of(text: str, position: int) -> dict[str, _Member]:
    """The members of a valid object whose brace is just before `position`."""
    members: dict[str, _Member] = {}
    while True:
        position = _skip(text, position)
        if text[position] == "}":
            return members
        if text[position] == ",":
            position = _skip(text, position + 1)
        key, position = scanstring(text, position + 1)
        position = _skip(text, _skip(text, position) + 1)
        value, end = _DECODER.raw_decode(text, position)
        members[key] = _Member(value, position, end)
        position = end


def _skip(text: str, position: int) -> int:
    """The first place from `position` on that is no white space."""
    return _SPACE.match(text, position).end()  # type: ignore[union-attr]  # it matches nothing, too


def _by_language(
    text: str, members: dict[str, _Member], place: str, wish: Wish
) -> tuple[dict[str, _Member], dict[str, str], tuple[str | None, str | None]]:
    """Members named by language codes: at the top, or in a `translation` object as in Hugging Face's data sets."""
    nested = members.get("translation")
    if nested is not None and isinstance(nested.value, dict):
        members = {**members, **_members_of(text, nested.start + 1)}
    tags = [
        (position, normalise_tag(key))
        for position, key in enumerate(members)
        if key.lower() not in _ROLE and 2 <= len(key) <= 8 and is_known(key)
    ]
    chosen = _choose(tags, wish)
    if chosen is None:
        shown = ", ".join(repr(key) for key in list(members)[:8])
        raise InputError(f"{place}: no source and target among the keys ({shown}); expected {_KNOWN}")
    keys = list(members)
    (source, source_lang), (target, target_lang) = chosen
    return members, {"source": keys[source], "target": keys[target]}, (source_lang, target_lang)


def _json_type(value: object) -> str:
    names = {dict: "object", list: "array", str: "string", bool: "true or false", type(None): "null"}
    return names.get(type(value), "number")


_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})(?:\\u([dD][c-fC-F][0-9a-fA-F]{2}))?|\\.|[^\\]+")
_LONE = re.compile("[\ud800-\udfff]")


def _json_cell(line: Line, member: _Member, key: str, place: str) -> _Cell:
    value = member.value
    if not isinstance(value, str):
        raise InputError(f"{place}: the value of {key!r} is a JSON {_json_type(value)}; expected a string")
    if lone := _LONE.search(value):
        raise InputError(
            f"{place}: the value of {key!r} holds a lone surrogate \\u{ord(lone.group()):04x}; "
            "expected whole characters (a surrogate pair, or the character itself)"
        )
    start = line.start + member.start + 1
    raw = line.text[member.start + 1 : member.end - 1]
    if "\\" not in raw:
        return _Cell(value, start)
    return _Cell(value, start, _json_offsets(raw, start))


def _json_offsets(raw: str, start: int) -> tuple[int, ...]:
    """The place of every code point of a JSON string, and its end; `raw` is what stands between the quotes."""
    offsets: list[int] = []
    for piece in _ESCAPE.finditer(raw):
        place = start + piece.start()
        if not piece.group().startswith("\\"):
            offsets.extend(range(place, place + len(piece.group())))
            continue
        offsets.append(place)
        if piece.group(2) and not "d800" <= piece.group(1).lower() <= "dbff":
            offsets.append(place + 6)  # two escapes that are no surrogate pair: two code points
    offsets.append(start + len(raw))
    return tuple(offsets)


_READERS: Mapping[str, Callable[[Lines, Wish], Iterator[RawPair]]] = {
    "tsv": _read_tsv,
    "csv": _read_csv,
    "jsonl": _read_jsonl,
}
