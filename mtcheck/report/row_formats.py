"""Formats that grow record by record: what a stream, or one of its worker processes, writes for a batch of segments."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mtcheck.data import SegmentResult, Severity

#: Formats that can be written while records come, and whether they are text.
ROW_FORMATS = {"jsonl": True, "tsv": True, "csv": True, "github": True, "parquet": False}


@dataclass(frozen=True, slots=True, kw_only=True)
class RowFormat:
    """One of `ROW_FORMATS`; `path` and `fail_on` matter to GitHub's annotations."""

    name: str
    path: str = "-"
    fail_on: Severity | None = None

    def header(self) -> bytes:
        """What comes before the first record."""
        if self.name == "tsv":
            from mtcheck.report import to_tsv

            return f"{to_tsv.header()}\n".encode()
        if self.name == "csv":
            from mtcheck.report import to_csv

            return to_csv.header().encode()
        return b""

    def rows(self, segments: Sequence[SegmentResult]) -> bytes:
        """The records of a batch; UTF-8 text, or for Parquet what `ParquetFile.write` takes."""
        if self.name == "parquet":
            from mtcheck.report import to_parquet

            return to_parquet.batch(segments)
        if self.name == "jsonl":
            from mtcheck.report import to_json

            return to_json.lines(segments)
        return self._text(segments).encode("utf-8", "backslashreplace")

    def _text(self, segments: Sequence[SegmentResult]) -> str:
        if self.name == "csv":
            from mtcheck.report import to_csv

            return to_csv.rows(segments)
        if self.name == "tsv":
            from mtcheck.report import to_tsv

            lines: Iterable[str] = map(to_tsv.row, segments)
        else:
            from mtcheck.report import to_github

            lines = to_github.stream(segments, self.path, self.fail_on)
        return "".join(f"{line}\n" for line in lines)
