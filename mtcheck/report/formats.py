"""A whole report in any of the formats that go to standard output or to a file of its own."""

from __future__ import annotations

from collections.abc import Sequence

from mtcheck.data import Severity
from mtcheck.errors import ConfigError
from mtcheck.report.model import Report

FORMATS = ("json", "jsonl", "tsv", "csv", "sarif", "junit", "github", "parquet")


def render(report: Report, format: str, *, fail_on: Severity | None = None, gate: Sequence[str] = ()) -> bytes:
    """The report as UTF-8 text, or as the bytes of a Parquet file.

    `fail_on` is what JUnit and GitHub call a failure; `gate` says why the report fails as a whole.

    Raises:
        ConfigError: the format is not one of `FORMATS`.
    """
    if format == "parquet":
        return _parquet(report)
    return _text(report, format, fail_on, gate).encode("utf-8", "backslashreplace")


def _text(report: Report, format: str, fail_on: Severity | None, gate: Sequence[str]) -> str:
    if format == "json":
        return report.to_json(indent=1) + "\n"
    if format == "jsonl":
        return "".join(f"{line}\n" for line in report.to_jsonl())
    if format == "tsv":
        return "".join(f"{line}\n" for line in report.to_tsv())
    if format == "csv":
        from mtcheck.report import to_csv

        return to_csv.header() + to_csv.rows(report.segments)
    if format == "sarif":
        from mtcheck.report import to_sarif

        return to_sarif.render([report]) + "\n"
    if format == "junit":
        from mtcheck.report import to_junit

        return to_junit.render([report], fail_on=fail_on, gates=[gate])
    if format == "github":
        from mtcheck.report import to_github

        return "".join(f"{line}\n" for line in to_github.lines(report, fail_on))
    raise ConfigError(f"--format {format!r} is not known: expected one of {', '.join(FORMATS)}.")


def _parquet(report: Report) -> bytes:
    import io

    from mtcheck.report.to_parquet import ParquetFile, batch

    out = io.BytesIO()
    file = ParquetFile(out)
    for start in range(0, len(report.segments), 4096):
        file.write(batch(report.segments[start : start + 4096]))
    file.close()
    return out.getvalue()
