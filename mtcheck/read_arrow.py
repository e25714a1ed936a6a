"""Parquet and Arrow (IPC) tables as streams of pairs, a batch of rows at a time; pyarrow is an extra.

Such a file has no text to count offsets in, so each side's cells count as if written one under another, a line feed
after each; the line of a pair is the number of its row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO

from mtcheck.errors import ConfigError, InputError
from mtcheck.read_rows import KNOWN, RawPair, Wish, row_language, row_score
from mtcheck.read_tables import find_columns

_BATCH = 1024


def read_arrow(path: str, wish: Wish, stdin: BinaryIO | None = None) -> Iterator[RawPair]:
    """The rows of a Parquet, Arrow or Feather file; columns are named as in any other table.

    Raises: InputError for a damaged file, missing columns or a cell that is no text, with the row; ConfigError where
    the extra is not installed.
    """
    try:
        import pyarrow as pa
    except ImportError as fault:
        raise ConfigError(
            f"{path}: reading Parquet and Arrow needs an extra: pip install 'mtcheck[parquet]', or export TSV or JSONL"
        ) from fault
    if path == "-":
        raise InputError("-: Parquet and Arrow are read from a file, not from stdin; save it first")
    try:
        yield from _rows(path, wish)
    except FileNotFoundError as fault:
        raise InputError(f"{path}: no such file; check the spelling") from fault
    except (pa.ArrowException, OSError, ValueError, TypeError) as fault:
        reason = " ".join(str(fault).split())[:160]
        raise InputError(f"{path}: damaged or no Parquet or Arrow file ({reason}); write it again") from fault


def _rows(path: str, wish: Wish) -> Iterator[RawPair]:
    names, batches = _open(path)
    columns = find_columns(list(names), wish)
    if columns is None:
        shown = ", ".join(repr(name) for name in names[:8])
        raise InputError(f"{path}: no source and target among the columns ({shown}); expected {KNOWN}")
    roles = columns.roles
    starts = [0, 0]
    index = 0
    for batch in batches:
        batch.validate(full=True)  # offsets in a damaged file may point anywhere
        cells = {role: batch.column(position).to_pylist() for role, position in roles.items()}
        for row in range(batch.num_rows):
            source, target = (_text(cells[role][row], role, f"{path}:{index + 1}") for role in ("source", "target"))
            yield RawPair(
                index=index,
                source=source,
                target=target,
                source_start=starts[0],
                target_start=starts[1],
                line=index + 1,
                source_lang=_lang(cells, "source_lang", row, path, index) or columns.langs[0],
                target_lang=_lang(cells, "target_lang", row, path, index) or columns.langs[1],
                id=None if (value := _cell(cells, "id", row)) is None else str(value),
                reference=value if isinstance(value := _cell(cells, "reference", row), str) else None,
                score=row_score(_cell(cells, "score", row)),
            )
            starts[0] += len(source) + 1
            starts[1] += len(target) + 1
            index += 1


def _open(path: str) -> tuple[Sequence[str], Iterator[Any]]:
    with open(path, "rb") as file:
        magic = file.read(6)
    if magic.startswith(b"PAR1"):
        from pyarrow import parquet

        file = parquet.ParquetFile(path, memory_map=True, thrift_string_size_limit=1 << 26)
        return file.schema_arrow.names, file.iter_batches(batch_size=_BATCH)
    from pyarrow import ipc

    reader = ipc.open_file(path) if magic.startswith(b"ARROW1") else ipc.open_stream(path)
    if magic.startswith(b"ARROW1"):
        return reader.schema.names, (reader.get_batch(i) for i in range(reader.num_record_batches))
    return reader.schema.names, iter(reader)


def _cell(cells: dict[str, list[Any]], role: str, row: int) -> Any:
    return cells[role][row] if role in cells else None


def _lang(cells: dict[str, list[Any]], role: str, row: int, path: str, index: int) -> str | None:
    value = _cell(cells, role, row)
    return row_language(value, path, index + 1) if isinstance(value, str) else None


def _text(value: Any, role: str, place: str) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        raise InputError(f"{place}: the {role} is a {type(value).__name__}; expected a text")
    if "\x00" in value:
        raise InputError(f"{place}: NUL character in the {role}; expected text")
    return value
