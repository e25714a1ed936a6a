"""What the templates of the HTML report print: strings safe to read, numbers rounded. `view.py` fills them in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from markupsafe import Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One side of a bead. `dir` is "auto" where the language is unknown."""

    html: Markup
    lang: str
    dir: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One finding under a bead."""

    number: int
    anchor: str
    severity: str
    level: int
    name: str
    rule: str
    message: Markup
    where: str  # with the file's name alone
    address: str  # with its whole path, "" if that is the same
    suggestion: str | None
    id: str  # of `review.finding_ids`
    explained: bool  # whether the page holds the rule's own page
    state: str  # "known" or "dismissed" by a baseline, else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bead:
    """One bead of the page. `n` counts from 1; `elsewhere` are the numbers of the beads of a moved counterpart."""

    n: int
    verdict: str
    kind: str
    quality: str
    adequacy: str
    fluency: str
    shape: str
    line: str  # "line 12", of the target where there is one
    address: str
    source: Text | None
    target: Text | None
    reference: Markup | None
    metrics: str
    reasons: tuple[Reason, ...]
    n_more: int
    matches: str  # numbers of the script: source start and end, target start and end, and so on; "" for none
    notes: tuple[str, ...]
    elsewhere: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreView:
    """A number of the head of the page; positions are per cent of its bar."""

    name: str
    value: str
    at: float | None
    low: float | None
    high: float | None
    interval: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class First:
    """A line of "fix these first"."""

    n: int
    severity: str
    name: str
    reason: Markup
    excerpt: Text
    where: str
    address: str
    more: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell of the map: one bead, or the worst of several."""

    n: int
    verdict: str
    kind: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CountRow:
    """A line of the table of findings: a category, or a rule in it."""

    name: str
    rule: str  # "" for a category
    by_severity: tuple[int, ...]  # critical, major, minor
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """A bar of the histogram: heights in per cent of the tallest, stacked upwards."""

    x: int
    low: int
    high: int
    title: str
    parts: tuple[tuple[str, float, float], ...]  # verdict, y, height


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What every page with a list of beads needs (`base.html.j2`)."""

    title: str
    body: str  # class names
    list_title: str
    filter_title: str
    filters: tuple[tuple[str, int], ...]  # in the order of the digits of `columns["v"]`
    sorts: tuple[tuple[str, str], ...]  # value in the script, words
    column_titles: tuple[str, ...]
    caution: str
    reviewed: bool  # whether findings can be dismissed and accepted here
    n_beads: int
    facts: tuple[tuple[str, str], ...]
    version: str
    rules: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...]  # code, name, (heading, words) of its page
    columns: dict[str, Any]
    worst_positions: tuple[int, ...]
    document: str  # what the browser keeps decisions under, and a saved review is named after


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Frame):
    """Everything of a report's page but the beads."""

    verdict: str
    headline: str
    lede: str
    alone: bool
    subject: str
    target_path: str
    source_path: str
    languages: str
    scores: tuple[ScoreView, ...]
    metrics: tuple[tuple[str, str, str], ...]
    notes: tuple[str, ...]
    first: tuple[First, ...]
    first_more: str
    cells: tuple[Cell, ...]
    per_cell: int
    counts: tuple[CountRow, ...]
    bins: tuple[Bin, ...]
    bins_label: str
    by_verdict: tuple[tuple[str, int], ...]
    signature: str
