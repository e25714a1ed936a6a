"""Many reports -> one index page, the worst document first, and a page for each beside it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from mtcheck.data import Severity, VerdictLabel
from mtcheck.errors import InputError
from mtcheck.report import places, to_html
from mtcheck.report.model import Report
from mtcheck.report.rounding import score, whole
from mtcheck.report.visible import one_line
from mtcheck.report.words import count, language

_ORDER = (VerdictLabel.BAD, VerdictLabel.CHECK, VerdictLabel.CANNOT_JUDGE, VerdictLabel.GOOD)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line of the index. `at`, `low` and `high` are quality and its interval for the bar, 0-100."""

    name: str
    href: str
    verdict: str
    languages: str
    quality: str
    adequacy: str
    fluency: str
    at: float | None
    low: float | None
    high: float | None
    n_segments: int
    by_severity: tuple[int, int, int]  # critical, major, minor
    omissions: int
    additions: int
    first: str  # the worst place, in words
    rank: tuple[int, float, str]


def entry(report: Report, href: str) -> Entry:
    """The line of one report, whose page `href` leads to."""
    summary = report.summary
    worst = places.worst(report, 1).shown
    low, high = summary.interval or (None, None)
    quality = score(summary.quality)
    return Entry(
        name=one_line(report.target.path),
        href=href,
        verdict=str(summary.verdict),
        languages=" to ".join(one_line(language(side.lang)) for side in (report.source, report.target) if side),
        quality=whole(summary.quality),
        adequacy=whole(summary.adequacy),
        fluency=whole(summary.fluency),
        at=quality,
        low=score(low),
        high=score(high),
        n_segments=len(report.segments),
        by_severity=(
            summary.by_severity.get(str(Severity.CRITICAL), 0),
            summary.by_severity.get(str(Severity.MAJOR), 0),
            summary.by_severity.get(str(Severity.MINOR), 0),
        ),
        omissions=summary.n_omissions,
        additions=summary.n_additions,
        first=one_line(worst[0].reason, 160) if worst else "",
        rank=(_ORDER.index(summary.verdict), 50.0 if quality is None else quality, report.target.path),
    )


def render(entries: Iterable[Entry]) -> str:
    """The index page: worst verdict first, then lowest quality, then by name. Needs no script."""
    ranked = sorted(entries, key=lambda item: item.rank)
    verdicts = Counter(item.verdict for item in ranked)
    style = to_html.asset("style.css") + to_html.asset("index.css")
    return to_html.environment().get_template("index.html.j2").render(
        entries=ranked,
        headline=count(len(ranked), "translation"),
        verdicts=[(str(label), verdicts[str(label)]) for label in _ORDER if verdicts[str(label)]],
        n_segments=sum(item.n_segments for item in ranked),
        style=style,
        style_hash=to_html.policy_hash(style),
    ) + "\n"  # fmt: skip


def write_batch(reports: Iterable[Report], folder: str | Path) -> Path:
    """Write `index.html` and a page a report into `folder` (made if missing); the path of the index comes back.

    Reports are taken one at a time, so that a generator needs memory for one only.

    Raises:
        InputError: the folder or a file cannot be written.
    """
    target = Path(folder)
    try:
        target.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"{folder}: cannot be made a folder for reports: {error.strerror or error}") from error
    entries: list[Entry] = []
    for report in reports:
        name = _file_name(report, entries)
        report.to_html(target / name)
        entries.append(entry(report, name))
    to_html.write(render(entries), target / "index.html")
    return target / "index.html"


def _file_name(report: Report, taken: Sequence[Entry]) -> str:
    """A safe name after the target's path, numbered so that none is used twice."""
    stem = re.sub(r"[^A-Za-z0-9._-]+", "-", report.target.path)[-80:].strip(".-") or "report"
    return f"{len(taken) + 1:04d}-{stem}.html"
