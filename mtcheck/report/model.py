"""What a run hands to the writers: the Report, and the formats it can be turned into."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mtcheck.data import Metric, Remark, SegmentResult, SideInfo, Summary

if TYPE_CHECKING:
    from mtcheck.report.review import Review

SCHEMA = "mtcheck/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A block that stands elsewhere in the target: segment indices of both sides (not bead indices)."""

    source: tuple[int, ...]
    target: tuple[int, ...]
    confidence: float  # 0..1


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A checked document or file of pairs. Equal reports give byte-identical output in every format.

    `source` is None when the target was checked on its own (`mtcheck lint`). `tiers` says what produced
    which number, such as `{"adequacy": "embedded", "rules": "rules"}`. `notes` are warnings on the whole document.
    `remarks` are a person's decisions on earlier findings, as `--baseline` read them.
    """

    signature: str
    source: SideInfo | None
    target: SideInfo
    summary: Summary
    segments: tuple[SegmentResult, ...]
    version: str
    metrics: tuple[Metric, ...] = ()
    tiers: dict[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    moves: tuple[Move, ...] = ()
    remarks: tuple[Remark, ...] = ()
    schema: str = SCHEMA

    def to_html(self, path: str | Path | None = None, *, review: Review | None = None) -> str:
        """One self-contained page; also written to `path` (UTF-8) where given; with the decisions of a `review`.

        Word matches come from the embedded encoder, whichever made the report.

        Raises:
            InputError: `path` cannot be written.
        """
        from mtcheck.report import to_html
        from mtcheck.word_matches import page_matches

        words = page_matches(self.segments) if self.source is not None else ()
        page = to_html.render(self, review=review, words=words)
        if path is not None:
            to_html.write(page, path)
        return page

    def to_json(self, indent: int | None = None) -> str:
        """The whole report as one JSON object that `mtcheck-1.schema.json` describes, without a final line end."""
        from mtcheck.report import to_json

        return to_json.dumps(to_json.document(self), indent=indent)

    def to_jsonl(self) -> Iterator[str]:
        """The segments alone: one JSON record each, without a line end."""
        from mtcheck.report import to_json

        return (to_json.dumps(to_json.record(segment)) for segment in self.segments)

    def to_tsv(self) -> Iterator[str]:
        """A header, then one row a segment, without line ends."""
        from mtcheck.report import to_tsv

        yield to_tsv.header()
        yield from map(to_tsv.row, self.segments)

    def to_text(self, width: int | None = None, color: bool = False) -> str:
        """What a terminal shows: the verdict, the worst places, what is missing; ends with a line end.

        `width` is in terminal cells; None keeps every finding on one line, for pipes and files.
        """
        from mtcheck.report import to_text

        return to_text.render(self, width=width, color=color)

    def to_dataframe(self) -> Any:
        """One row a segment in a pandas DataFrame, or a polars one where only polars is installed.

        Columns are those of `to_tsv` with numbers as numbers.

        Raises:
            MtcheckError: neither library is installed.
        """
        from mtcheck.report import to_tsv

        return to_tsv.dataframe(self.segments)
