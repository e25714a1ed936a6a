"""Segments -> Parquet, through pyarrow: typed columns, flags as a list of structures, row groups as they come."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, BinaryIO

from mtcheck.data import SegmentResult
from mtcheck.errors import InputError, MtcheckError
from mtcheck.report.rounding import score

_LONE = re.compile("[\ud800-\udfff]")
_TEXTS = ("rule", "name", "category", "severity", "side", "text", "message", "suggestion")


def arrow() -> Any:
    """The pyarrow module.

    Raises:
        MtcheckError: it is not installed.
    """
    try:
        import pyarrow
    except ImportError as error:
        raise MtcheckError("parquet needs pyarrow, which is not installed: pip install 'mtcheck[parquet]'") from error
    return pyarrow


def schema() -> Any:
    """The columns of a file."""
    pa = arrow()
    flag = pa.struct([*((name, pa.string()) for name in _TEXTS), ("start", pa.int64()), ("end", pa.int64())])
    numbers = ("quality", "adequacy", "fluency", "similarity", "alignment_confidence")
    places = ("source_start", "source_end", "target_start", "target_end")
    return pa.schema(
        [
            ("index", pa.int64()),
            ("verdict", pa.string()),
            *((name, pa.float64()) for name in numbers),
            ("source_line", pa.int64()),
            ("target_line", pa.int64()),
            ("source_unit", pa.string()),
            ("target_unit", pa.string()),
            *((name, pa.int64()) for name in places),
            ("source_segments", pa.list_(pa.int64())),
            ("target_segments", pa.list_(pa.int64())),
            ("flags", pa.list_(flag)),
            ("notes", pa.list_(pa.string())),
            ("source", pa.string()),
            ("target", pa.string()),
        ]
    )


def batch(segments: Sequence[SegmentResult]) -> bytes:
    """One record batch, serialised, so that another process can write it."""
    made = arrow().RecordBatch.from_pylist([_row(segment) for segment in segments], schema=schema())
    return bytes(made.serialize().to_pybytes())


def _row(segment: SegmentResult) -> dict[str, Any]:
    source, target = segment.source_span or (None, None), segment.target_span or (None, None)
    return {
        "index": segment.index,
        "verdict": str(segment.verdict),
        "quality": score(segment.quality),
        "adequacy": score(segment.adequacy),
        "fluency": score(segment.fluency),
        "similarity": score(segment.similarity, "similarity"),
        "alignment_confidence": score(segment.alignment_confidence, "alignment_confidence"),
        "source_line": segment.source_line,
        "target_line": segment.target_line,
        "source_unit": segment.source_unit,
        "target_unit": segment.target_unit,
        "source_start": source[0],
        "source_end": source[1],
        "target_start": target[0],
        "target_end": target[1],
        "source_segments": list(segment.bead[0]),
        "target_segments": list(segment.bead[1]),
        "flags": [
            {name: _text(getattr(flag, name)) for name in _TEXTS} | {"start": flag.start, "end": flag.end}
            for flag in segment.flags
        ],
        "notes": [_text(note) for note in segment.notes],
        "source": _text(segment.source),
        "target": _text(segment.target),
    }


def _text(value: Any) -> str | None:
    return None if value is None else _LONE.sub(lambda match: f"\\u{ord(match[0]):04x}", str(value))


class ParquetFile:
    """A Parquet file in the making, one row group a batch; `close` ends it, and only then is it readable."""

    def __init__(self, path: Path | BinaryIO) -> None:
        """Begin the file.

        Raises:
            InputError: the path cannot be written.
        """
        arrow()
        from pyarrow import parquet

        try:
            self._writer = parquet.ParquetWriter(path, schema(), compression="zstd")
        except OSError as error:
            raise InputError(f"{path}: cannot be written ({error.strerror or error}).") from error

    def write(self, data: bytes) -> None:
        """Add what `batch` made."""
        pa = arrow()
        self._writer.write_batch(pa.ipc.read_record_batch(pa.py_buffer(data), schema()))

    def close(self) -> None:
        """Write the footer."""
        self._writer.close()
