"""What earlier runs over the same folder found: kept as `index.json` beside the index page, for its trends."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from mtcheck.report.load import decode_file, read_bytes
from mtcheck.report.model import Report
from mtcheck.report.rounding import score
from mtcheck.report.to_json import dumps

SCHEMA = "mtcheck-batch/1"

#: Runs that are kept; the oldest go first.
KEPT = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One document of a run."""

    path: str
    verdict: str
    quality: float | None
    n_segments: int
    critical: int
    major: int
    minor: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """All documents of a run; `quality` is their mean over segments."""

    n_documents: int
    n_segments: int
    good: int
    quality: float | None
    critical: int
    major: int
    minor: int


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """Runs, the oldest first; `documents` are those of the last one, `previous` those of the one before."""

    runs: tuple[Run, ...] = ()
    documents: tuple[Document, ...] = ()
    previous: tuple[Document, ...] = ()
    schema: str = SCHEMA

    def then(self, documents: tuple[Document, ...]) -> History:
        """With one more run. A run that found the same as the last one changes nothing: equal input, equal bytes."""
        if documents == self.documents:
            return self
        runs = (*self.runs, _run(documents))[-KEPT:]
        return replace(self, runs=runs, documents=documents, previous=self.documents)


def document(report: Report) -> Document:
    """What is kept of a report."""
    summary = report.summary
    return Document(
        path=report.target.path,
        verdict=str(summary.verdict),
        quality=score(summary.quality),
        n_segments=len(report.segments),
        critical=summary.by_severity.get("critical", 0),
        major=summary.by_severity.get("major", 0),
        minor=summary.by_severity.get("minor", 0),
    )


def _run(documents: Iterable[Document]) -> Run:
    listed = list(documents)
    known = [(d.quality, d.n_segments) for d in listed if d.quality is not None and d.n_segments]
    weight = sum(n for _, n in known)
    return Run(
        n_documents=len(listed),
        n_segments=sum(d.n_segments for d in listed),
        good=sum(d.verdict == "good" for d in listed),
        quality=score(sum(q * n for q, n in known) / weight) if known else None,
        critical=sum(d.critical for d in listed),
        major=sum(d.major for d in listed),
        minor=sum(d.minor for d in listed),
    )


def load(path: Path) -> History:
    """The history at `path`; an empty one where there is no file.

    Raises:
        InputError: the file is something else, or broken: it is not written over.
    """
    if not path.exists():
        return History()
    hint = "It keeps the trends of an index page; move it away to begin anew."
    found: History = decode_file(History, read_bytes(path), schema=SCHEMA, name=str(path), what="batch", hint=hint)
    return found


def dump(history: History) -> str:
    """The history as JSON, ending with a line end."""
    made = {
        "schema": history.schema,
        "runs": [_plain(run) for run in history.runs],
        "documents": [_plain(item) for item in history.documents],
        "previous": [_plain(item) for item in history.previous],
    }
    return dumps(made, indent=1) + "\n"


def _plain(item: Run | Document) -> dict[str, object]:
    return {name: getattr(item, name) for name in item.__slots__}
