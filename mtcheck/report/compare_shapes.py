"""What the templates of a comparison's page print: strings safe to read, numbers rounded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mtcheck.report.shapes import Frame, Text

if TYPE_CHECKING:
    from markupsafe import Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class CellView:
    """One translation in a row."""

    name: str
    text: Text | None
    scores: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingView:
    """One finding under a row; `state` and `where_found` say which translations have it."""

    number: int
    anchor: str
    severity: str
    level: int
    name: str
    rule: str
    explained: bool
    message: Markup
    state: str
    where_found: str
    where: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RowView:
    """One row of the list."""

    n: int
    outcome: str
    points: str
    source: Text | None
    cells: tuple[CellView, ...]
    reference: Markup | None
    findings: tuple[FindingView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLine:
    """A line of "new" or "fixed" in the head of the page."""

    n: int
    severity: str
    name: str
    reason: Markup
    where: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PairingView:
    """The head's part on one pairing."""

    title: str
    verdict: str
    reasons: tuple[str, ...]
    baseline: str
    system: str
    measures: tuple[tuple[str, str, str, str, str, bool], ...]  # name, baseline, system, p, rows, whether it decides
    counts: tuple[tuple[str, int], ...]
    new: tuple[ChangeLine, ...]
    n_new: int
    fixed: tuple[ChangeLine, ...]
    n_fixed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparePage(Frame):
    """Everything but the rows."""

    headline: str
    verdict: str
    systems: tuple[tuple[str, str, str], ...]  # letter, path, what is said of it
    notes: tuple[str, ...]
    pairings: tuple[PairingView, ...]
    cells: tuple[tuple[int, str, str], ...]  # row, outcome, title
    legend: tuple[tuple[str, str, int], ...]  # outcome, words, rows
    per_cell: int
