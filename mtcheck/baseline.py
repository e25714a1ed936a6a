"""What is known already: decisions from a report's page, findings of an earlier run. `--baseline` reads both."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from mtcheck.data import Decision, Flag, Remark
from mtcheck.errors import InputError
from mtcheck.report.load import loads_report, read_bytes
from mtcheck.report.model import SCHEMA
from mtcheck.report.review import SCHEMA as REVIEW_SCHEMA
from mtcheck.report.review import FindingIds, finding_ids, loads_review


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """Ids of findings (`report.review.finding_ids`) and what is to become of them."""

    known: frozenset[str]
    remarks: tuple[Remark, ...]
    names: tuple[str, ...]  # the files

    def dismissed(self) -> frozenset[str]:
        """The findings that a person called false alarms."""
        return frozenset(remark.id for remark in self.remarks if remark.decision is Decision.DISMISSED)

    def signature(self) -> str | None:
        """What moves numbers: the dismissed findings; None where there is none."""
        ids = sorted(self.dismissed())
        return f"{len(ids)}@{hashlib.sha256(' '.join(ids).encode()).hexdigest()[:8]}" if ids else None


def load_baseline(paths: Sequence[str]) -> Baseline:
    """Reviews ("Save review" in a report's page) and results (`--json`) in any order; of two decisions the later holds.

    Raises:
        InputError: a file cannot be read, or is neither.
    """
    known: set[str] = set()
    remarks: dict[str, Remark] = {}
    for path in paths:
        raw = read_bytes(path)
        head = raw[:1_000]
        if REVIEW_SCHEMA.encode() in head:
            found = loads_review(raw, name=path).remarks
        elif SCHEMA.encode() in head:
            report = loads_report(raw, name=path)
            known.update(name for ids in finding_ids(report.segments) for name in ids)
            found = report.remarks
        else:
            raise InputError(
                f"{path}: is no baseline: expected a review that a report's page saved ({REVIEW_SCHEMA}) "
                f"or results that --json wrote ({SCHEMA})."
            )
        remarks.update({remark.id: remark for remark in found})
    return Baseline(known=frozenset(known), remarks=tuple(remarks.values()), names=tuple(paths))


class Sorter:
    """Sorts findings into new, known and dismissed, record by record in document order."""

    def __init__(self, baseline: Baseline) -> None:
        self.baseline = baseline
        self.n_known = self.n_dismissed = 0
        self._ids, self._dismissed = FindingIds(), baseline.dismissed()

    def sort(
        self, flags: Sequence[Flag], source: tuple[str, int], target: tuple[str, int]
    ) -> tuple[list[int], list[int]]:
        """Positions in `flags` of the known and of the dismissed ones; a side is its text and offset in the file."""
        known, dismissed = [], []
        for i, name in enumerate(self._ids.take(flags, source, target)):
            if name in self._dismissed:
                dismissed.append(i)
            elif name in self.baseline.known:
                known.append(i)
        self.n_known, self.n_dismissed = self.n_known + len(known), self.n_dismissed + len(dismissed)
        return known, dismissed

    def notes(self) -> tuple[str, ...]:
        """What is to be said of the baseline when all records have been sorted."""
        names = ", ".join(self.baseline.names)
        if not self.n_known and not self.n_dismissed:
            return (f"no finding of the baseline ({names}) is here",)
        parts = [f"{n:,} {word}" for n, word in ((self.n_known, "known"), (self.n_dismissed, "dismissed")) if n]
        findings = "finding" if self.n_known + self.n_dismissed == 1 else "findings"
        return (f"{' and '.join(parts)} {findings} of the baseline ({names}) not reported again",)
