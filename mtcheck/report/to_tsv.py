r"""Report -> tab-separated values: a header, then one row a segment; also the same columns as a data frame.

A tab, line end or backslash inside a cell is written `\t`, `\n`, `\r` or `\\`; other characters that some readers
take for a line end, NUL, and surrogates as `\uXXXX`. Spreadsheet formulas are not defused: this is not CSV.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from mtcheck.data import Flag, SegmentResult
from mtcheck.errors import MtcheckError
from mtcheck.report.rounding import score

COLUMNS = (
    "index",
    "verdict",
    "quality",
    "adequacy",
    "fluency",
    "similarity",
    "alignment_confidence",
    "source_line",
    "target_line",
    "source_unit",
    "target_unit",
    "source_segments",
    "target_segments",
    "n_flags",
    "worst_severity",
    "flags",
    "source",
    "target",
)

_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\\\\\u2028\u2029\ud800-\udfff]")
_SHORT = {"\t": "\\t", "\n": "\\n", "\r": "\\r", "\\": "\\\\"}


def header() -> str:
    """The column names, without a line end."""
    return "\t".join(COLUMNS)


def row(segment: SegmentResult) -> str:
    """One segment, without a line end; an empty cell where there is no value."""
    return "\t".join(_cell(value) for value in values(segment))


def values(segment: SegmentResult) -> tuple[int | float | str | None, ...]:
    """One segment's values in the order of `COLUMNS`."""
    return (
        segment.index,
        str(segment.verdict),
        score(segment.quality),
        score(segment.adequacy),
        score(segment.fluency),
        score(segment.similarity, "similarity"),
        score(segment.alignment_confidence, "alignment_confidence"),
        segment.source_line,
        segment.target_line,
        segment.source_unit,
        segment.target_unit,
        ",".join(map(str, segment.bead[0])),
        ",".join(map(str, segment.bead[1])),
        len(segment.flags),
        str(max(flag.severity for flag in segment.flags)) if segment.flags else "",
        " ".join(map(_flag, segment.flags)),
        segment.source,
        segment.target,
    )


def dataframe(segments: Sequence[SegmentResult]) -> Any:
    """The same columns as a pandas DataFrame, else a polars one.

    Raises:
        MtcheckError: neither library is installed.
    """
    rows = [values(segment) for segment in segments]
    columns = {name: [row[i] for row in rows] for i, name in enumerate(COLUMNS)}
    try:
        import pandas
    except ImportError:
        pass
    else:
        return pandas.DataFrame(columns)
    try:
        import polars  # type: ignore[import-not-found, unused-ignore]
    except ImportError as error:
        raise MtcheckError(
            "a data frame needs pandas or polars, and neither is installed: pip install 'mtcheck[dataframe]'"
        ) from error
    return polars.DataFrame(columns, strict=False)


def _flag(flag: Flag) -> str:
    return f"{flag.severity}:{flag.rule}:{flag.side}:{flag.start}-{flag.end}"


def _cell(value: int | float | str | None) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return _UNSAFE.sub(lambda match: _SHORT.get(match[0]) or f"\\u{ord(match[0]):04x}", value)
    return str(value)
