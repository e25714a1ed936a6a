"""Report -> what a terminal shows: short enough to be understood in ten seconds, readable through a pipe too."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from io import StringIO
from typing import TYPE_CHECKING, TextIO

from mtcheck.data import SegmentResult, Severity, Side, VerdictLabel
from mtcheck.report import places
from mtcheck.report.model import Report
from mtcheck.report.places import Kind, Place
from mtcheck.report.rounding import whole
from mtcheck.report.visible import one_line
from mtcheck.report.words import count, found, headline, language, mqm_words

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

#: Findings, omissions and additions listed at most; the rest is counted.
N_WORST, N_MISSING = 8, 5

#: Code points of context on either side of a finding, and the longest finding quoted whole.
CONTEXT, QUOTED = 32, 90

_VERDICT_STYLE = {
    VerdictLabel.GOOD: "bold green",
    VerdictLabel.CHECK: "bold yellow",
    VerdictLabel.BAD: "bold red",
    VerdictLabel.CANNOT_JUDGE: "bold",
}
SEVERITY_STYLE = {
    Severity.NEUTRAL: "",
    Severity.MINOR: "cyan",
    Severity.MAJOR: "yellow",
    Severity.CRITICAL: "bold red",
}


def style_for(stream: TextIO, environ: Mapping[str, str] = os.environ) -> tuple[int | None, bool]:
    """Width and colour to render with for `stream`: `(None, False)` for anything but a terminal.

    `NO_COLOR` (https://no-color.org) and `TERM=dumb` turn colour off; `FORCE_COLOR` turns it on for a pipe.
    """
    terminal = stream.isatty()
    color = terminal and environ.get("TERM") != "dumb"
    if environ.get("FORCE_COLOR"):
        color = True
    if environ.get("NO_COLOR"):
        color = False
    if not terminal:
        return None, color
    try:
        width = os.get_terminal_size(stream.fileno()).columns
    except (OSError, ValueError):
        width = 0
    return (width or 80), color


def render(report: Report, *, width: int | None = None, color: bool = False) -> str:
    """The text, ending with a line end; `width` in terminal cells, None for one finding a line, however long."""
    return print_lines(_lines(report, color), width=width, color=color)


def print_lines(lines: Iterable[Text], *, width: int | None, color: bool) -> str:
    """Lines of styled text as they go to a terminal of that width, or to a pipe."""
    from rich.console import Console

    out = StringIO()
    console = Console(
        file=out,
        width=max(width, 20) if width is not None else 1_000_000,
        force_terminal=color,
        color_system="standard" if color else None,
        no_color=not color,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
        _environ={},
    )
    for line in lines:
        for part in [line] if width is None else _wrapped(line, console):
            console.print(part, soft_wrap=True)
    return out.getvalue()


def _wrapped(line: Text, console: Console) -> Iterator[Text]:
    """The line in parts that fit the width, all but the first indented; what has no blank is broken anywhere."""
    from rich.text import Text

    indent = 0 if not line.plain.strip() else 4
    for i, part in enumerate(line.wrap(console, console.width - indent, overflow="fold")):
        part.rstrip()
        yield part if not i or part.plain.startswith(" ") else Text(" " * indent).append_text(part)


def _lines(report: Report, color: bool) -> Iterator[Text]:
    yield _verdict(report)
    yield _what(report)
    yield from _metrics(report)
    yield from _notes(report)
    worst = places.worst(report, N_WORST)
    if worst.shown:
        yield from _heading("Look at these first")
        for place in worst.shown:
            yield from _place(report, place, color)
    if worst.n_more:
        names = ", ".join(f"{one_line(name)} {n:,}" for name, n in list(worst.more_by_name.items())[:4])
        yield styled(f"  … and {count(worst.n_more, 'more segment')} ({names}); --html FILE shows all", "dim")
    listed = {place.position for place in worst.shown}
    for kind, title, side in (
        (Kind.OMISSION, "Missing from the translation", Side.SOURCE),
        (Kind.ADDITION, "In the translation only", Side.TARGET),
    ):
        yield from _one_sided(report, kind, title, side, listed)
    if report.moves:
        yield from _heading(f"{count(len(report.moves), 'block')} moved, not missing")
    yield styled("")
    if report.summary.mqm is not None and report.summary.mqm.by_dimension:
        yield styled(f"MQM estimate: {mqm_words(report.summary.mqm)}", "dim")
    yield styled(one_line(report.signature, 5_000), "dim")


def _verdict(report: Report) -> Text:
    """The first line: all that a reader in a hurry needs."""
    summary = report.summary
    line = styled(str(summary.verdict), _VERDICT_STYLE[summary.verdict])
    line.append(": quality ")
    line.append(whole(summary.quality), "bold")
    if summary.interval is not None:
        line.append(f" (95 % interval {whole(summary.interval[0])} to {whole(summary.interval[1])})", "dim")
    if report.source is not None:
        line.append(", adequacy ")
        line.append(whole(summary.adequacy), "bold")
    line.append(", fluency ")
    line.append(whole(summary.fluency), "bold")
    line.append(f"; {found(report)}")
    return line


def _what(report: Report) -> Text:
    target = one_line(report.target.path)
    size = count(len(report.segments), "segment")
    line = styled(headline(report.summary, alone=report.source is None) + ": ")
    if report.source is None:
        line.append(f"{target}, without a source ({one_line(language(report.target.lang))}, {size})")
    else:
        langs = f"{one_line(language(report.source.lang))} to {one_line(language(report.target.lang))}"
        line.append(f"{target} against {one_line(report.source.path)} ({langs}, {size})")
    return line


def _metrics(report: Report) -> Iterator[Text]:
    for metric in report.metrics:
        line = styled(f"{one_line(metric.name)} {metric.value:.1f} ", "bold")
        line.append(one_line(metric.signature), "dim")
        yield line


def _notes(report: Report) -> Iterator[Text]:
    notes = [*report.notes, *(report.source.notes if report.source else ()), *report.target.notes]
    for note in dict.fromkeys(notes):
        yield styled(f"note: {one_line(note)}", "italic")


def _place(report: Report, place: Place, color: bool) -> Iterator[Text]:
    from rich.text import Text

    segment = report.segments[place.position]
    line = Text(overflow="fold")
    line.append(_address(report, segment, place.side, place.line, place.column), "bold")
    line.append(" ")
    line.append(str(place.severity), SEVERITY_STYLE[place.severity])
    line.append(f" {one_line(place.name)}: ")
    line.append(one_line(place.reason))
    if place.n_more:
        line.append(f" (+{place.n_more} more here)", "dim")
    yield line
    yield _excerpt(segment, place, color)


def _excerpt(segment: SegmentResult, place: Place, color: bool) -> Text:
    """The finding in its context; marked by colour where there is colour, else by brackets."""
    from rich.text import Text

    text = places.text_of(segment, place.side)
    start, end = 0, 0
    if place.flag is not None:
        base = places.base_of(segment, place.side)
        start, end = (min(max(offset - base, 0), len(text)) for offset in (place.flag.start, place.flag.end))
    line = Text("    ", overflow="fold")
    if end == start:
        line.append(one_line(text, 2 * CONTEXT + QUOTED), "dim")
        return line
    left, right = places.context(text, start, end, CONTEXT)
    opening, closing = ("", "") if color else ("⟦", "⟧")
    line.append(("…" if left else "") + _keep_ends(text[left:start]), "dim")
    line.append(opening + one_line(text[start:end], QUOTED) + closing, "underline " + SEVERITY_STYLE[place.severity])
    line.append(_keep_ends(text[end:right]) + ("…" if right < len(text) else ""), "dim")
    return line


def _one_sided(report: Report, kind: Kind, title: str, side: Side, listed: set[int]) -> Iterator[Text]:
    positions = [i for i, other in enumerate(places.kinds(report)) if other is kind]
    fresh = [i for i in positions if i not in listed]
    if not fresh:
        return
    yield from _heading(f"{title} ({len(positions):,})")
    for position in fresh[:N_MISSING]:
        segment = report.segments[position]
        where = _address(report, segment, side, *places.first_position(segment, side))
        line = styled(where, "bold")
        line.append(f" {one_line(places.text_of(segment, side), 2 * CONTEXT + QUOTED)}")
        yield line
    if len(fresh) > N_MISSING:
        yield styled(f"  … and {len(fresh) - N_MISSING:,} more", "dim")


def _address(report: Report, segment: SegmentResult, side: Side, line: int | None, column: int | None) -> str:
    """Path, line and column, and what the file itself calls the place."""
    info = report.source if side is Side.SOURCE and report.source is not None else report.target
    unit = places.unit_words(info, segment, side)
    return places.address(one_line(info.path), line, column) + (f" ({one_line(unit)})" if unit else "")


def _heading(words: str) -> Iterator[Text]:
    yield styled("")
    yield styled(words, "bold")


def styled(words: str, style: str = "") -> Text:
    """One line that folds where it must."""
    from rich.text import Text

    made = Text(overflow="fold")
    made.append(words, style)
    return made


def _keep_ends(text: str) -> str:
    """On one line, but with the blank that parts it from the finding."""
    shown = one_line(text)
    head = " " if text[:1].isspace() else ""
    tail = " " if len(text) > 1 and text[-1:].isspace() else ""
    return head + shown + tail if shown else head
