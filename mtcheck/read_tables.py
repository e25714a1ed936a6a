"""TSV and CSV: rows of cells, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mtcheck.errors import InputError
from mtcheck.frozen import replaced
from mtcheck.languages import is_known, normalise_tag
from mtcheck.read_rows import (
    KNOWN,
    MAX_ROW_CHARS,
    ROLE,
    Cell,
    Line,
    Lines,
    RawPair,
    Wish,
    choose_languages,
    row_language,
    row_score,
)


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which column holds what; `langs` come from a header of language codes."""

    roles: Mapping[str, int]
    n_columns: int
    langs: tuple[str | None, str | None] = (None, None)


def find_columns(cells: list[str], wish: Wish) -> _Columns | None:
    """The columns that a first row names, or None when it is no header."""
    names = [re.sub(r"[\s\-.]+", "_", cell.strip().strip('"').lower().lstrip("\ufeff")) for cell in cells]
    roles: dict[str, int] = {}
    for position, name in enumerate(names):
        role = ROLE.get(name)
        if role is not None and role not in roles:
            roles[role] = position
    if "source" in roles and "target" in roles:
        return _Columns(roles, len(cells))
    tags = [
        (position, normalise_tag(name))
        for position, name in enumerate(names)
        if name not in ROLE and 2 <= len(name) <= 8 and is_known(name)
    ]
    chosen = choose_languages(tags, wish)
    if chosen is None:
        return None
    (source, source_lang), (target, target_lang) = chosen
    roles |= {"source": source, "target": target}
    return _Columns(roles, len(cells), (source_lang, target_lang))


def _no_columns(name: str, line: int, cells: list[str]) -> InputError:
    shown = ", ".join(repr(cell[:24]) for cell in cells[:6])
    return InputError(
        f"{name}:{line}: expected two columns (source, target) or a header row; found {len(cells)} column"
        f"{'s' if len(cells) != 1 else ''} ({shown}). Name the columns in a first row: {KNOWN}"
    )


def _read_table(lines: Lines, wish: Wish, rows: Iterator[tuple[int, list[Cell]]], describe: str) -> Iterator[RawPair]:
    columns: _Columns | None = None
    index = 0
    for number, cells in rows:
        if columns is None:
            texts = [cell.text for cell in cells]
            columns = find_columns(texts, wish)
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


def _stray_hint(describe: str, cells: list[Cell], wanted: int) -> str:
    if len(cells) == 1 and not cells[0].text.strip():
        return "; remove the blank line"
    if len(cells) > wanted and describe.startswith("tab"):
        return "; a tab inside a text must be written as a space"
    if len(cells) > wanted:
        return "; a text that holds the delimiter must stand in double quotes"
    return ""


def _pair(cells: list[Cell], columns: _Columns, index: int, number: int, name: str) -> RawPair:
    roles = columns.roles
    source, target = cells[roles["source"]], cells[roles["target"]]
    pair = RawPair(
        index=index,
        source=source.text,
        target=target.text,
        source_start=source.start,
        target_start=target.start,
        line=number,
        source_offsets=source.offsets,
        target_offsets=target.offsets,
        source_raw=source.raw,
        target_raw=target.raw,
        source_lang=columns.langs[0],
        target_lang=columns.langs[1],
    )
    if len(roles) == 2:  # nothing but source and target
        return pair

    def text(role: str) -> str | None:
        position = roles.get(role)
        return cells[position].text if position is not None else None

    return replaced(
        pair,
        source_lang=row_language(text("source_lang"), name, number) or columns.langs[0],
        target_lang=row_language(text("target_lang"), name, number) or columns.langs[1],
        id=text("id") or None,
        reference=text("reference"),
        score=row_score(text("score")),
    )


def read_tsv(lines: Lines, wish: Wish) -> Iterator[RawPair]:
    """The pairs of a tab-separated file without quoting. Raises: InputError at the first bad row."""
    return _read_table(lines, wish, table_rows(lines, "\t"), "tab-separated, without quoting")


def table_rows(lines: Lines, delimiter: str) -> Iterator[tuple[int, list[Cell]]]:
    """The rows of a table with their line: tab-separated without quoting, or RFC 4180 with another delimiter.

    Raises: InputError at a quoted cell that is never closed or has text beside it.
    """
    if delimiter != "\t":
        yield from _csv_rows(lines, [], delimiter)
        return
    for line in lines:
        cells = []
        start = line.start
        for text in line.text.split("\t"):
            cells.append(Cell(text, start))
            start += len(text) + 1
        yield line.number, cells


def read_csv(lines: Lines, wish: Wish) -> Iterator[RawPair]:
    """The pairs of a CSV file, quoted as in RFC 4180. Raises: InputError at the first bad row."""
    first = next(lines, None)
    if first is None:
        return iter(())
    delimiter = ","
    pushed: list[Line] = [first]
    if (told := re.fullmatch(r"sep=(.)", first.text)) is not None:  # what spreadsheets write on top
        delimiter, pushed = told.group(1), []
    else:
        delimiter = find_delimiter(first.text)
    rows = _csv_rows(lines, pushed, delimiter)
    return _read_table(lines, wish, rows, f"separated by {delimiter!r}, RFC 4180 quotes")


def _csv_rows(lines: Lines, pushed: list[Line], delimiter: str) -> Iterator[tuple[int, list[Cell]]]:
    while (line := pushed.pop() if pushed else next(lines, None)) is not None:
        cells: list[Cell] = []
        text = line.text
        try:
            opened = parse_cells(text, line.start, delimiter, cells, 0)
            while opened is not None:
                text += _rest_of_cell(lines, line, text[opened:])
                opened = parse_cells(text, line.start, delimiter, cells, opened)
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


def parse_cells(text: str, base: int, delimiter: str, cells: list[Cell], position: int) -> int | None:
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
            cells.append(Cell(text[position:end], base + position))
            position = end
        if position >= len(text):
            return None
        position += 1


def _unquoted(raw: str, start: int) -> Cell:
    if '""' not in raw:
        return Cell(raw, start)
    offsets: list[int] = []
    position = start
    for piece in re.finditer(r'""|[^"]+', raw):
        if piece.group() == '""':
            offsets.append(position)
        else:
            offsets.extend(range(position, position + len(piece.group())))
        position = start + piece.end()
    offsets.append(start + len(raw))
    return Cell(raw.replace('""', '"'), start, tuple(offsets), raw)


def find_delimiter(row: str) -> str:
    """The delimiter that parts a first row into the most cells, the comma first."""
    bare = re.sub(r'"(?:[^"]++|"")*+"', "", row)
    return max(",;\t|", key=lambda mark: (bare.count(mark), mark == ","))
