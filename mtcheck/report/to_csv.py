"""Segments -> CSV for spreadsheets (RFC 4180), the columns of the TSV; no cell can be taken for a formula.

A text that starts with `=`, `+`, `-`, `@`, their full-width forms, a tab, a line end or an apostrophe, white space
aside, gets an apostrophe in front (OWASP, "CSV Injection"); taking one leading apostrophe away gives the text back.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

from mtcheck.data import SegmentResult
from mtcheck.report.to_tsv import COLUMNS, values

_FORMULA = re.compile("\\s*[=+\\-@＝＋－＠'\t\r\n]")
_LONE = re.compile("[\x00\ud800-\udfff]")


def header() -> str:
    """The column names, with a line end."""
    return rows_of([COLUMNS])


def rows(segments: Iterable[SegmentResult]) -> str:
    """A row a segment, each with its line end."""
    return rows_of(map(values, segments))


def rows_of(table: Iterable[Iterable[int | float | str | None]]) -> str:
    """Rows of cells as CSV text; numbers as they are, texts made harmless."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    for row in table:
        writer.writerow([defused(cell) if isinstance(cell, str) else cell for cell in row])
    return out.getvalue()


def defused(text: str) -> str:
    """The text as a spreadsheet shows it and never calculates it.

    >>> defused("=1+1"), defused("-5 %"), defused("a = b"), defused(" @x")
    ("'=1+1", "'-5 %", 'a = b', "' @x")
    """
    text = _LONE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
    return f"'{text}" if _FORMULA.match(text) else text
