"""What a comparison of translations is made of: rows and their cells, measures, changes, pairings."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from mtcheck.data import Flag, Severity
from mtcheck.mqm import MOST_POINTS, POINTS
from mtcheck.report.model import Report
from mtcheck.signature import VERSION

SCHEMA = "mtcheck-compare/1"

#: Characters of source that findings are counted over: about a paragraph and a half.
PER = 1_000

#: A difference is called one only when both tests stay below this.
LEVEL = 0.05


#: How measures are called in front of people.
LABELS = {"findings": "possible errors", "bleu": "BLEU", "chrf": "chrF2", "ter": "TER", "quality": "quality"}


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


def p_value(measure: Measure) -> str:
    """The larger of the two p-values, as it is written."""
    p = measure.p
    if p is None:
        return f"too few rows to test ({measure.n_rows})"
    return "p < 0.001" if p < 0.001 else f"p = {p:.3f}" if p < 0.1 else f"p = {p:.2f}"
