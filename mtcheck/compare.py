"""Two or more translations of one source, or two runs on one file, set against each other row by row.

Nothing here reads files or models: reports go in, a `Comparison` comes out. What decides is said in `conclude`:
possible errors and, where there is a reference, sacrebleu's metrics. Quality is shown and tested too, but never
decides: see `AGREEMENT`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from mtcheck.data import Flag, SegmentResult, Severity, Side, VerdictLabel
from mtcheck.errors import InputError
from mtcheck.languages import base_tag
from mtcheck.report.model import Report
from mtcheck.signature import VERSION
from mtcheck.significance import Sums, metric_sums, paired_tests, tests_signature

if TYPE_CHECKING:
    from collections.abc import Callable

SCHEMA = "mtcheck-compare/1"

#: Points of a possible error, in MQM's proportions (Lommel et al., "The Multi-Range Theory of Translation Quality
#: Measurement", 2024). Not `judge.PENALTY`, which is pressed together so that one wrong rule cannot sink a segment.
POINTS = {Severity.NEUTRAL: 0, Severity.MINOR: 1, Severity.MAJOR: 5, Severity.CRITICAL: 25}

#: The most points of one row, as in WMT's MQM scores (Freitag et al. 2021, "Experts, Errors, and Context"): a passage
#: that is lost altogether is lost once, and one row cannot outweigh all others.
MOST_POINTS = 25

#: Characters of source that findings are counted over: about a paragraph and a half.
PER = 1_000

#: A difference is called one only when both tests stay below this.
LEVEL = 0.05

#: By the quality model's name and revision: the share of pairs of translations of one source that its numbers rank as
#: human MQM annotators do, lowest and highest of the language pairs measured (docs/evaluation.md, "Within one
#: source"); one half is chance. A model that is not listed has not been measured.
AGREEMENT = {"quality-v1@7bd1026f": (0.429, 0.483)}


class State(StrEnum):
    """What became of a finding of the baseline in the other translation."""

    FIXED = "fixed"  # only in the baseline
    NEW = "new"  # only in the other one
    SAME = "same"  # in both: the same rule in the same row, and for the source's side the same words


class Outcome(StrEnum):
    """How a row of two translations compares by its possible errors."""

    BETTER = "better"  # fewer points than the baseline
    WORSE = "worse"
    DIFFERENT = "different"  # other findings of equal weight
    SAME = "same"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One translation's part of a row. Scores are means over the beads, weighted by their length."""

    positions: tuple[int, ...]  # in the report's segments
    text: str
    quality: float | None
    adequacy: float | None
    fluency: float | None
    flags: tuple[Flag, ...]

    @property
    def points(self) -> int:
        """The weight of its possible errors, at most `MOST_POINTS`."""
        return min(sum(POINTS[flag.severity] for flag in self.flags), MOST_POINTS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The smallest stretch of source that no translation's bead crosses; `cells` in the order of the systems."""

    source: str
    cells: tuple[Cell, ...]
    reference: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class System:
    """One translation: its letter and the report on it."""

    name: str  # "A", "B", ...
    report: Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One number of two translations, tested. `wins` are rows in which the system is better than the baseline."""

    name: str  # "findings", "bleu", "chrf", "ter", "quality"
    decides: bool
    higher_is_better: bool
    n_rows: int
    baseline: float
    system: float
    baseline_interval: tuple[float, float]
    system_interval: tuple[float, float]
    p_bootstrap: float | None  # None: too few rows
    p_randomisation: float | None
    wins: int
    ties: int
    losses: int

    @property
    def p(self) -> float | None:
        """The larger of the two p-values."""
        known = [p for p in (self.p_bootstrap, self.p_randomisation) if p is not None]
        return max(known) if known else None

    @property
    def significant(self) -> bool:
        """Whether both tests find the difference."""
        return self.p is not None and self.p < LEVEL

    @property
    def gain(self) -> float:
        """The difference, above 0 where the system is better."""
        return (self.system - self.baseline) * (1 if self.higher_is_better else -1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A finding and what became of it; `row` is the position in `Comparison.rows`.

    `flag` is the other translation's, or the baseline's where it is fixed; of one that is in both, `twin` is the
    baseline's.
    """

    row: int
    state: State
    flag: Flag
    twin: Flag | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """The baseline (the first system) against another.

    `verdict`: the system is "better" or "worse", "mixed", "undecided" or the "same".
    """

    baseline: str
    system: str
    verdict: str
    reasons: tuple[str, ...]
    measures: tuple[Measure, ...]
    changes: tuple[Change, ...]
    outcomes: tuple[Outcome, ...]  # one a row

    def count(self, state: State) -> int:
        """The number of findings in that state."""
        return sum(change.state is state for change in self.changes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Translations set against the first of them. Equal comparisons give byte-identical output in every format."""

    systems: tuple[System, ...]
    rows: tuple[Row, ...]
    pairings: tuple[Pairing, ...]
    tests: str  # what the p-values depend on
    notes: tuple[str, ...] = ()
    version: str = VERSION
    schema: str = SCHEMA

    def has_new(self, severity: Severity | None) -> bool:
        """Whether a translation has a finding of that severity or above that the baseline has not."""
        new = (c for pairing in self.pairings for c in pairing.changes if c.state is State.NEW)
        return severity is not None and any(change.flag.severity >= severity for change in new)

    def to_text(self, width: int | None = None, color: bool = False) -> str:
        """What a terminal shows; ends with a line end. `width` is in terminal cells, None for pipes and files."""
        from mtcheck.report import compare_text

        return compare_text.render(self, width=width, color=color)

    def to_json(self) -> str:
        """One JSON object, `"schema": "mtcheck-compare/1"`; ends with a line end."""
        from mtcheck.report import compare_json

        return compare_json.render(self)

    def to_html(self, path: str | Path | None = None) -> str:
        """One self-contained page; also written to `path` (UTF-8) where given.

        Raises:
            InputError: `path` cannot be written.
        """
        from mtcheck.report import compare_html, to_html

        page = compare_html.render(self)
        if path is not None:
            to_html.write(page, path)
        return page


def compare_reports(reports: Sequence[Report], *, reference: Report | None = None) -> Comparison:
    """The first report against each other one. They must be on one source; reports without any are lined up by text.

    `reference` is a report on a trusted translation of the same source: its texts serve sacrebleu's metrics. Without
    it the references that the reports hold themselves are taken, where all hold some.

    Raises:
        InputError: fewer than two reports, or they are of different sources.
    """
    if len(reports) < 2:
        raise InputError("a comparison needs at least two translations or two results; found one.")
    systems = tuple(System(name=_letter(i), report=report) for i, report in enumerate(reports))
    rows = tuple(_rows(reports, reference))
    target_lang = reports[0].target.lang
    pairings = tuple(_pairing(rows, systems, k, target_lang) for k in range(1, len(systems)))
    return Comparison(
        systems=systems, rows=rows, pairings=pairings, tests=tests_signature(), notes=tuple(_notes(reports))
    )


def _letter(i: int) -> str:
    """A, B, ... Z, A2, B2, ..."""
    return chr(ord("A") + i % 26) + (str(i // 26 + 1) if i >= 26 else "")


def _notes(reports: Sequence[Report]) -> Iterator[str]:
    if len({report.signature for report in reports}) > 1:
        yield (
            "the signatures differ: other models, rules or settings may have moved the scores, "
            "whatever became of the text"
        )
    if len({base_tag(report.target.lang) for report in reports if report.target.lang}) > 1:
        yield "the translations are in different languages"
    paths = [report.target.path for report in reports]
    if len(set(paths)) < len(paths) and len({_texts(report, 1) for report in reports}) == 1:
        yield "the translations are the same text"


def _rows(reports: Sequence[Report], reference: Report | None) -> Iterator[Row]:
    everything = [*reports, reference] if reference is not None else list(reports)
    alone = [report.source is None for report in reports]
    if any(alone):
        if not all(alone):
            raise InputError("one of the results was made without a source and another with one: these do not compare.")
        grouped = _groups_by_target(everything)
    else:
        _check_sources(everything)
        grouped = _groups_by_source(everything)
    for positions in grouped:
        cells = tuple(_cell(report, own) for report, own in zip(reports, positions, strict=False))
        trusted = None
        if reference is not None:
            trusted = _joined(reference.segments[i].target for i in positions[-1])
        elif all(report.metrics for report in reports):
            trusted = _own_reference(reports[0], positions[0])
        yield Row(source=_joined(reports[0].segments[i].source for i in positions[0]), cells=cells, reference=trusted)


def _check_sources(reports: Sequence[Report]) -> None:
    first = _texts(reports[0], 0)
    for report in reports[1:]:
        other = _texts(report, 0)
        if other != first:
            same = next((i for i, (a, b) in enumerate(zip(first, other, strict=False)) if a != b), len(first))
            raise InputError(
                f"{reports[0].target.path} and {report.target.path} are translations of different sources: "
                f"one goes on {first[same : same + 20]!r} where the other has {other[same : same + 20]!r}. "
                "Compare translations, or results, of one source."
            )


def _texts(report: Report, side: int) -> str:
    """All of a side's text without blanks: what splitting and aligning cannot change."""
    return "".join("".join((s.source, s.target)[side].split()) for s in report.segments)


def _groups_by_source(reports: Sequence[Report]) -> Iterator[list[list[int]]]:
    """For each row, each report's positions: rows end where the beads of all reports end in the source.

    Places in the source are counted in characters that are no blanks, so that reports may have split it differently.
    A bead without source text goes with the row before it.
    """
    ends = [_ends(report) for report in reports]
    common = sorted(set(ends[0]).intersection(*ends[1:]) - {0}) or [0]
    held: list[list[list[int]]] = [[[] for _ in reports] for _ in common]
    for k, own in enumerate(ends):
        for position, end in enumerate(own):
            held[min(bisect_left(common, end), len(common) - 1)][k].append(position)
    yield from held


def _ends(report: Report) -> list[int]:
    """`result[i]`: the place in the source behind `report.segments[i]`; one group of reference is one stretch."""
    sizes = [len("".join(segment.source.split())) for segment in report.segments]
    ends = np.cumsum(sizes).tolist()
    for i in range(len(ends) - 2, -1, -1):
        if _one_group(report.segments[i], report.segments[i + 1]):
            ends[i] = ends[i + 1]
    return [int(end) for end in ends]


def _one_group(left: SegmentResult, right: SegmentResult) -> bool:
    """Whether two neighbours face one stretch of reference together (`reference.with_reference`)."""
    shared = left.reference is not None and left.reference == right.reference
    return shared and not (left.metrics and right.metrics)


def _groups_by_target(reports: Sequence[Report]) -> Iterator[list[list[int]]]:
    """Rows of texts checked without a source: equal sentences face each other, what lies between goes together."""
    from difflib import SequenceMatcher

    texts = [[segment.target for segment in report.segments] for report in reports]
    if len(texts) > 2:
        raise InputError("results without a source are compared two at a time.")
    for tag, i, i2, j, j2 in SequenceMatcher(None, texts[0], texts[1], autojunk=False).get_opcodes():
        if tag == "equal" or i2 - i == j2 - j:
            yield from ([[i + k], [j + k]] for k in range(i2 - i))
        else:
            yield [list(range(i, i2)), list(range(j, j2))]


def _cell(report: Report, positions: Sequence[int]) -> Cell:
    segments = [report.segments[i] for i in positions]
    return Cell(
        positions=tuple(positions),
        text=_joined(segment.target for segment in segments),
        quality=_mean(segments, "quality"),
        adequacy=_mean(segments, "adequacy"),
        fluency=_mean(segments, "fluency"),
        flags=tuple(flag for segment in segments for flag in segment.flags),
    )


def _mean(segments: Sequence[SegmentResult], name: str) -> float | None:
    known = [
        (value, max(len(segment.source), len(segment.target), 1))
        for segment in segments
        if (value := getattr(segment, name)) is not None
    ]
    return sum(value * n for value, n in known) / sum(n for _, n in known) if known else None


def _joined(texts: Iterator[str]) -> str:
    return " ".join(text for text in texts if text)


def _own_reference(report: Report, positions: Sequence[int]) -> str | None:
    texts: list[str] = []
    for i in positions:
        segment = report.segments[i]
        if segment.reference is not None and not (texts and i and _one_group(report.segments[i - 1], segment)):
            texts.append(segment.reference)
    return " ".join(texts) if texts else None


def _pairing(rows: Sequence[Row], systems: Sequence[System], k: int, target_lang: str | None) -> Pairing:
    measures = tuple(_measures(rows, k, target_lang))
    changes = tuple(change for i, row in enumerate(rows) for change in _changes(i, row, k))
    verdict, reasons = conclude(measures, changes, systems[0], systems[k])
    return Pairing(
        baseline=systems[0].name,
        system=systems[k].name,
        verdict=verdict,
        reasons=reasons,
        measures=measures,
        changes=changes,
        outcomes=tuple(_outcomes(rows, changes, k)),
    )


def _changes(index: int, row: Row, k: int) -> Iterator[Change]:
    """The findings of one row: those of both are paired off by what they say."""
    left: dict[tuple[str, str, str], list[Flag]] = defaultdict(list)
    for flag in row.cells[0].flags:
        left[_key(flag)].append(flag)
    for flag in row.cells[k].flags:
        twin = left[_key(flag)].pop(0) if left[_key(flag)] else None
        yield Change(row=index, state=State.SAME if twin else State.NEW, flag=flag, twin=twin)
    for flags in left.values():
        yield from (Change(row=index, state=State.FIXED, flag=flag) for flag in flags)


def _key(flag: Flag) -> tuple[str, str, str]:
    """What makes findings of two translations the same; the target's words differ, the source's do not."""
    return flag.rule, str(flag.side), flag.text if flag.side is Side.SOURCE else ""


def _outcomes(rows: Sequence[Row], changes: Sequence[Change], k: int) -> Iterator[Outcome]:
    changed = {change.row for change in changes if change.state is not State.SAME}
    for i, row in enumerate(rows):
        lost = row.cells[k].points - row.cells[0].points
        if lost:
            yield Outcome.WORSE if lost > 0 else Outcome.BETTER
        else:
            yield Outcome.DIFFERENT if i in changed else Outcome.SAME


def _measures(rows: Sequence[Row], k: int, target_lang: str | None) -> Iterator[Measure]:
    sizes = np.array([max(len(row.source) or len(row.cells[0].text), 1) for row in rows], dtype=np.float64)

    def per_text(values: Sequence[float], kept: Sequence[bool]) -> Sums:
        weights = sizes[np.array(kept)]
        return np.column_stack([np.array(values) * weights, weights])

    points = [np.column_stack([[row.cells[i].points for row in rows], sizes]) for i in (0, k)]
    yield _measure("findings", points, lambda s: float(PER * s[0] / s[1]), decides=True, higher=False)
    if (faced := [row for row in rows if row.reference]) and any(row.cells[0].text for row in faced):
        yield from _reference_measures(faced, k, target_lang)
    kept = [row.cells[0].quality is not None and row.cells[k].quality is not None for row in rows]
    if any(kept):
        known = [row for row, keep in zip(rows, kept, strict=True) if keep]
        sums = [per_text([row.cells[i].quality or 0.0 for row in known], kept) for i in (0, k)]
        yield _measure("quality", sums, lambda s: float(s[0] / s[1]), decides=False, higher=True, tie=5.0)


def _reference_measures(rows: Sequence[Row], k: int, target_lang: str | None) -> Iterator[Measure]:
    from mtcheck.reference import corpus_scorers

    references = [row.reference or "" for row in rows]
    for name, metric in corpus_scorers(target_lang).items():
        made = [metric_sums(metric, [row.cells[i].text for row in rows], references) for i in (0, k)]
        # TER is an error rate. BLEU of a row without a common 4-gram is 0, so chrF alone counts as a second witness.
        sums, score = [made[0][0], made[1][0]], made[0][1]
        yield _measure(name, sums, score, decides=name == "chrf", higher=name != "ter", tie=1.0)


def _measure(
    name: str, sums: Sequence[Sums], score: Callable[[Sums], float], *, decides: bool, higher: bool, tie: float = 0.0
) -> Measure:
    """`tie`: rows that differ by no more are ties (a choice: a point of chrF or TER, five of quality)."""
    tested = paired_tests(sums[0], sums[1], score)
    gains = np.array([score(b) - score(a) for a, b in zip(*sums, strict=True)]) * (1 if higher else -1)
    return Measure(
        name=name,
        decides=decides,
        higher_is_better=higher,
        n_rows=len(gains),
        baseline=tested.baseline,
        system=tested.system,
        baseline_interval=tested.baseline_interval,
        system_interval=tested.system_interval,
        p_bootstrap=tested.p_bootstrap,
        p_randomisation=tested.p_randomisation,
        wins=int((gains > tie).sum()),
        ties=int((np.abs(gains) <= tie).sum()),
        losses=int((gains < -tie).sum()),
    )


def conclude(
    measures: Sequence[Measure], changes: Sequence[Change], baseline: System, system: System
) -> tuple[str, tuple[str, ...]]:
    """Which of the two is better, as far as the figures carry, and the reasons in words."""
    deciding = [measure for measure in measures if measure.decides]
    better = [m for m in deciding if m.significant and m.gain > 0]
    worse = [m for m in deciding if m.significant and m.gain < 0]
    moved = [change for change in changes if change.state is not State.SAME]
    if all(m.gain == 0 for m in measures) and not moved:
        return "same", ("no measure and no finding differs",)
    unfit = [one.report.summary.verdict is VerdictLabel.BAD for one in (baseline, system)]
    if unfit[0] != unfit[1]:
        return "worse" if unfit[1] else "better", tuple(_unfit_words(baseline, system))
    verdict = "mixed" if better and worse else "better" if better else "worse" if worse else "undecided"
    reasons = [_in_words(m) for m in (better + worse or deciding)]
    quality = next((m for m in measures if m.name == "quality"), None)
    if quality is not None and quality.gain:
        reasons.append(_quality_words(quality, baseline.report, system.report))
    return verdict, tuple(reasons)


LABELS = {"findings": "possible errors", "bleu": "BLEU", "chrf": "chrF2", "ter": "TER", "quality": "quality"}


def p_value(measure: Measure) -> str:
    """The larger of the two p-values, as it is written."""
    p = measure.p
    if p is None:
        return f"too few rows to test ({measure.n_rows})"
    return "p < 0.001" if p < 0.001 else f"p = {p:.3f}" if p < 0.1 else f"p = {p:.2f}"


def _in_words(measure: Measure) -> str:
    unit = f" points per {PER:,} characters" if measure.name == "findings" else ""
    figures = f"{measure.system:.1f} against {measure.baseline:.1f}{unit}, {p_value(measure)}"
    if measure.significant or measure.p is None or not measure.gain:
        return f"{LABELS[measure.name]}: {figures}"
    return f"{LABELS[measure.name]}: {figures}, which may be chance"


def _unfit_words(*systems: System) -> Iterator[str]:
    """One translation as a whole is bad and the other is not: no test is needed to tell them apart."""
    for system in systems:
        summary = system.report.summary
        reasons = "; ".join(summary.reasons[:3]) or "nothing to say against it"
        yield f"{system.name} as a whole is {summary.verdict}: {reasons}"


def _quality_words(quality: Measure, *reports: Report) -> str:
    models = {model_of(report) for report in reports}
    known = AGREEMENT.get(models.pop() or "") if len(models) == 1 else None
    claim = (
        f"two fair translations of one source it ranks as human judges do in only {100 * known[0]:.0f} to "
        f"{100 * known[1]:.0f} of 100 cases, no better than chance"
        if known
        else "how well it ranks two translations of one source has not been measured for this model"
    )
    figures = f"{quality.system:.1f} against {quality.baseline:.1f}, {p_value(quality)}"
    return f"quality ({figures}) does not decide: {claim}"


def model_of(report: Report) -> str | None:
    """Name and revision of the quality model in a report's signature; None where there is none."""
    parts = dict(part.partition(":")[::2] for part in report.signature.split("|"))
    return parts.get("quality")
