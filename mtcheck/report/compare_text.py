"""Comparison -> what a terminal shows: the verdict with its reasons, the figures, what is new and what is fixed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from mtcheck.compare import LABELS, PER, Change, Comparison, Measure, Pairing, State, p_value
from mtcheck.data import Side
from mtcheck.report import places
from mtcheck.report.to_text import SEVERITY_STYLE, print_lines, styled
from mtcheck.report.visible import one_line
from mtcheck.report.words import count, language

if TYPE_CHECKING:
    from rich.text import Text

#: Findings listed a state at most.
N_LISTED = 8

_VERDICT_STYLE = {"better": "bold green", "worse": "bold red", "mixed": "bold yellow"}


def render(comparison: Comparison, *, width: int | None = None, color: bool = False) -> str:
    """The text, ending with a line end; `width` in terminal cells, None for one finding a line, however long."""
    return print_lines(_lines(comparison), width=width, color=color)


def headline(pairing: Pairing) -> str:
    """The verdict on two translations as a sentence without its full stop."""
    a, b = pairing.baseline, pairing.system
    if pairing.verdict == "undecided":
        return _undecided(pairing)
    return {
        "better": f"{b} is better than {a}",
        "worse": f"{b} is worse than {a}",
        "mixed": f"{b} is better than {a} in one way and worse in another",
        "same": f"{a} and {b} are alike",
    }[pairing.verdict]


def _undecided(pairing: Pairing) -> str:
    """No measure decides: then what there is to look at."""
    a, b = pairing.baseline, pairing.system
    new, fixed = pairing.count(State.NEW), pairing.count(State.FIXED)
    if new and fixed:
        return f"{b} has {count(new, 'new finding')} and {fixed:,} fixed: neither {a} nor {b} is clearly better"
    if new:
        return f"{b} has {count(new, 'new finding')}, not enough to call it worse than {a}"
    if fixed:
        return f"{b} has {count(fixed, 'finding')} fixed, not enough to call it better than {a}"
    return f"no clear difference between {a} and {b}"


def figures(measure: Measure) -> tuple[str, str, str, str]:
    """A measure's row in the table of figures: name, baseline, system, wins and losses."""
    name = (
        f"{LABELS[measure.name]} (points per {PER:,} characters)"
        if measure.name == "findings"
        else LABELS[measure.name]
    )
    if not measure.higher_is_better:
        name += ", lower is better"
    ends = (measure.baseline, measure.baseline_interval), (measure.system, measure.system_interval)
    a, b = (f"{value:.1f} ({max(low, 0):.1f} to {high:.1f})" for value, (low, high) in ends)
    return name, a, b, f"{measure.wins} rows better, {measure.ties} tied, {measure.losses} worse"


def _lines(comparison: Comparison) -> Iterator[Text]:
    for pairing in comparison.pairings:
        line = styled(
            headline(pairing)[:1].upper() + headline(pairing)[1:], _VERDICT_STYLE.get(pairing.verdict, "bold")
        )
        yield line
        for reason in pairing.reasons:
            yield styled(f"  {reason}")
    yield styled("")
    for system in comparison.systems:
        report = system.report
        line = styled(f"{system.name}  ", "bold")
        line.append(f"{one_line(report.target.path)} ({one_line(language(report.target.lang))}, ")
        line.append(f"{count(len(report.segments), 'segment')}, {report.summary.verdict})")
        yield line
    for note in comparison.notes:
        yield styled(f"note: {note}", "italic")
    for pairing in comparison.pairings:
        yield from _pairing(comparison, pairing)
    yield styled("")
    yield styled(comparison.tests, "dim")


def _pairing(comparison: Comparison, pairing: Pairing) -> Iterator[Text]:
    yield styled("")
    yield styled(f"{pairing.baseline} against {pairing.system}, {count(len(comparison.rows), 'row')}", "bold")
    for measure in pairing.measures:
        name, a, b, rows = figures(measure)
        yield styled(f"  {name}: {pairing.baseline} {a}, {pairing.system} {b}; {p_value(measure)}; {rows}")
    kept = ", ".join(f"{pairing.count(state):,} {state}" for state in (State.FIXED, State.NEW, State.SAME))
    yield styled(f"  findings: {kept}")
    for state, title in ((State.NEW, f"New in {pairing.system}"), (State.FIXED, f"Fixed in {pairing.system}")):
        changes = [change for change in pairing.changes if change.state is state]
        if not changes:
            continue
        yield styled("")
        yield styled(f"{title} ({len(changes):,})", "bold")
        for change in sorted(changes, key=lambda c: (-c.flag.severity, c.row))[:N_LISTED]:
            yield _change(comparison, pairing, change)
        if len(changes) > N_LISTED:
            yield styled(f"  … and {len(changes) - N_LISTED:,} more; --html FILE shows all", "dim")


def _change(comparison: Comparison, pairing: Pairing, change: Change) -> Text:
    name = pairing.baseline if change.state is State.FIXED else pairing.system
    k = next(i for i, system in enumerate(comparison.systems) if system.name == name)
    line = styled(address(comparison, k, change), "bold")
    line.append(" ")
    line.append(str(change.flag.severity), SEVERITY_STYLE[change.flag.severity])
    line.append(f" {one_line(change.flag.name)}: {one_line(change.flag.message)}")
    return line


def address(comparison: Comparison, k: int, change: Change, *, short: bool = False) -> str:
    """`path:line:column` of a finding in the report of the system at `k`; `short`: the file's name alone."""
    report = comparison.systems[k].report
    info = report.source if change.flag.side is Side.SOURCE and report.source else report.target
    path = one_line(info.path)
    if short:
        path = path.replace("\\", "/").rstrip("/").rpartition("/")[2] or path
    return places.address(path, *_place(comparison, k, change))


def _place(comparison: Comparison, k: int, change: Change) -> tuple[int | None, int | None]:
    report = comparison.systems[k].report
    segments: Sequence[int] = comparison.rows[change.row].cells[k].positions
    for i in segments:
        for flag, place in zip(report.segments[i].flags, places.locate(report.segments[i]), strict=True):
            if flag is change.flag:
                return place
    return None, None
