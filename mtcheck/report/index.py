"""Many reports -> one index page, the worst document first, and a page for each beside it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import chain, takewhile
from itertools import count as count_from
from pathlib import Path
from urllib.parse import quote

from mtcheck.data import Severity, VerdictLabel
from mtcheck.errors import InputError
from mtcheck.report import history, places, to_html
from mtcheck.report.history import Document, History, Run
from mtcheck.report.model import Report
from mtcheck.report.rounding import score, whole
from mtcheck.report.visible import one_line
from mtcheck.report.words import count, language

#: Rules listed in the index, those of most documents first.
N_RULES = 15

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
    """The figures of one report, whose page stands at `href`."""
    summary = report.summary
    worst = places.worst(report, 1).shown
    low, high = summary.interval or (None, None)
    quality = score(summary.quality)
    return Entry(
        name=one_line(report.target.path),
        href=quote(href),
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
        first=_sentence(one_line(worst[0].reason, 160)) if worst else "",
        rank=(_ORDER.index(summary.verdict), 50.0 if quality is None else quality, report.target.path),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """One line of figures over the runs, the oldest first; `points` are "x,y x,y" in a box of 100 by 30."""

    name: str
    first: str
    last: str
    points: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleRow:
    """A rule over all documents: how often it spoke and in how many."""

    code: str
    name: str
    n: int
    n_documents: int


def render(entries: Iterable[Entry], past: History | None = None, rules: Sequence[RuleRow] = ()) -> str:
    """The index page: worst verdict first, then lowest quality, then by name. Needs no script.

    `past` adds what changed since the run before and the trends over all runs, `rules` what was found how often.
    """
    past = past or History()
    ranked = sorted(entries, key=lambda item: item.rank)
    verdicts = Counter(item.verdict for item in ranked)
    style = to_html.asset("style.css") + to_html.asset("index.css")
    folder = _folder([item.name for item in ranked])
    return to_html.environment().get_template("index.html.j2").render(
        entries=ranked,
        folder=folder,
        shared=len(folder),
        changes=_changes(past),
        trends=_trends(past),
        n_runs=len(past.runs),
        rules=rules,
        headline=count(len(ranked), "translation"),
        verdicts=[(str(label), verdicts[str(label)]) for label in _ORDER if verdicts[str(label)]],
        n_segments=sum(item.n_segments for item in ranked),
        style=style,
        style_hash=to_html.policy_hash(style),
    ) + "\n"  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What the index needs of a report: small, and fit to come from another process."""

    entry: Entry
    document: Document
    found: Counter[tuple[str, str]]  # findings by the rule's code and name


def line(report: Report, href: str) -> Line:
    """The line of a report whose page stands at `href`, a path from the index with forward slashes."""
    found = Counter((flag.rule, flag.name) for segment in report.segments for flag in segment.flags)
    return Line(entry=entry(report, href), document=history.document(report), found=found)


def write_index(lines: Iterable[Line], folder: str | Path) -> Path:
    """Write `index.html` over pages that stand in `folder` already; its path comes back.

    `index.json` beside it keeps the figures of earlier runs over this folder for the trends.

    Raises:
        InputError: a file cannot be written, or `index.json` there is something else.
    """
    target = Path(folder)
    earlier = history.load(target / "index.json")
    entries: list[Entry] = []
    documents: list[Document] = []
    found: Counter[tuple[str, str]] = Counter()
    holders: Counter[tuple[str, str]] = Counter()
    for one in lines:
        entries.append(one.entry)
        documents.append(one.document)
        found += one.found
        holders.update(one.found.keys())
    now = earlier.then(tuple(documents))
    to_html.write(render(entries, now, _rule_rows(found, holders)), target / "index.html")
    to_html.write(history.dump(now), target / "index.json")
    return target / "index.html"


def write_batch_report(reports: Iterable[Report], folder: str | Path) -> Path:
    """Write a page a report and the index over them into `folder` (made if missing); the index's path comes back.

    Reports are taken one at a time, so that a generator needs memory for one only.

    Raises:
        InputError: the folder or a file cannot be written, or `index.json` there is something else.
    """
    target = Path(folder)
    try:
        target.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"{folder}: cannot be made a folder for reports: {error.strerror or error}") from error

    def pages() -> Iterator[Line]:
        taken = {"index.html"}
        for report in reports:
            name = _file_name(report, taken)
            taken.add(name)
            report.to_html(target / name)
            yield line(report, name)

    return write_index(pages(), target)


def _folder(names: Sequence[str]) -> str:
    """The folder that all of several paths are in, with its last slash; "" where there is none."""
    if len(names) < 2:
        return ""
    parts = [name.split("/")[:-1] for name in names]
    shared = list(takewhile(lambda level: len(set(level)) == 1, zip(*parts, strict=False)))
    return "".join(f"{level[0]}/" for level in shared)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _rule_rows(found: Counter[tuple[str, str]], holders: Counter[tuple[str, str]]) -> list[RuleRow]:
    ranked = sorted(found, key=lambda key: (-holders[key], -found[key], key))[:N_RULES]
    return [RuleRow(code=one_line(k[0]), name=one_line(k[1]), n=found[k], n_documents=holders[k]) for k in ranked]


def _changes(past: History) -> dict[str, str]:
    """By path, how quality moved since the run before: "+2.1", "-0.4", "new"; nothing where it did not."""
    if not past.previous:
        return {}
    before = {item.path: item.quality for item in past.previous}
    changes = {}
    for item in past.documents:
        name = one_line(item.path)
        if item.path not in before:
            changes[name] = "new"
            continue
        old = before[item.path]
        if old is not None and item.quality is not None and round(item.quality - old, 1):
            changes[name] = f"{item.quality - old:+.1f}"
    return changes


def _trends(past: History) -> list[Trend]:
    """Quality, share of good documents and grave findings over the runs; nothing before the second run."""
    if len(past.runs) < 2:
        return []
    named: tuple[tuple[str, Callable[[Run], float | None], str], ...] = (
        ("Quality, mean", lambda run: run.quality, ""),
        ("Good translations", lambda run: 100 * run.good / run.n_documents if run.n_documents else None, " %"),
        (
            "Major and critical errors per 1,000 segments",
            lambda run: 1000 * (run.critical + run.major) / run.n_segments if run.n_segments else None,
            "",
        ),
    )
    trends = []
    for name, figure, unit in named:
        values = [value for run in past.runs if (value := figure(run)) is not None]
        if len(values) > 1:
            low, high = min(values), max(values)
            span = (high - low) or 1.0
            points = " ".join(
                f"{100 * i / (len(values) - 1):.1f},{28 - 26 * (value - low) / span:.1f}"
                for i, value in enumerate(values)
            )
            first, last = (f"{value:.1f}{unit}" for value in (values[0], values[-1]))
            words = f"{name}: {', '.join(f'{value:.1f}{unit}' for value in values)}"
            trends.append(Trend(name=name, first=first, last=last, points=points, words=words))
    return trends


def _file_name(report: Report, taken: Set[str]) -> str:
    """A safe name after the target's path, numbered where another page has it, the same in the next run."""
    stem = re.sub(r"[^A-Za-z0-9._-]+", "-", report.target.path)[-80:].strip(".-") or "report"
    numbered = (f"{stem}-{n}.html" for n in count_from(2))
    return next(name for name in chain((f"{stem}.html",), numbered) if name not in taken)
