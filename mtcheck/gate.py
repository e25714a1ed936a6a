"""Gates: what a run adds up while records pass by, and whether the limits of --fail-on and its like are met."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from mtcheck.config import Config
from mtcheck.data import SegmentResult, Severity


@dataclass(slots=True)
class Tally:
    """Counts and sums over records. Adding tallies in one order gives the same numbers whatever made them."""

    n_pairs: int = 0
    flags: dict[str, int] = field(default_factory=dict)  # by severity
    rules: dict[str, int] = field(default_factory=dict)  # by code
    verdicts: dict[str, int] = field(default_factory=dict)
    quality_sum: float = 0.0  # quality times length in code points
    length_sum: int = 0

    @classmethod
    def of(cls, segments: Iterable[SegmentResult]) -> Tally:
        """The tally of some records."""
        made = cls()
        for segment in segments:
            made.n_pairs += 1
            _count(made.verdicts, str(segment.verdict))
            for flag in segment.flags:
                _count(made.flags, str(flag.severity))
                _count(made.rules, flag.rule)
            if segment.quality is not None:
                length = max(len(segment.source), len(segment.target), 1)
                made.quality_sum += segment.quality * length
                made.length_sum += length
        return made

    def add(self, other: Tally) -> None:
        """Take another tally in."""
        self.n_pairs += other.n_pairs
        self.quality_sum += other.quality_sum
        self.length_sum += other.length_sum
        for mine, theirs in (
            (self.flags, other.flags),
            (self.rules, other.rules),
            (self.verdicts, other.verdicts),
        ):
            for key, n in theirs.items():
                _count(mine, key, n)

    @property
    def quality(self) -> float | None:
        """The mean weighted by length, 0-100; None where nothing was judged."""
        return self.quality_sum / self.length_sum if self.length_sum else None

    def n_flags(self, least: Severity) -> int:
        """Flags of this severity and above."""
        return sum(self.flags.get(str(level), 0) for level in Severity if level >= least)

    def to_json(self) -> dict[str, Any]:
        """Plain values that `from_json` takes back without loss."""
        return {name: getattr(self, name) for name in self.__slots__}

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> Tally:
        """The tally that `to_json` gave."""
        return cls(**values)


def _count(counts: dict[str, int], key: str, n: int = 1) -> None:
    counts[key] = counts.get(key, 0) + n


@dataclass(frozen=True, slots=True)
class Gate:
    """The limits of a run; None where there is none.

    `max_flags` allows that many flags of severity `fail_on` and above (of `minor` and above without it). `fail_on`
    alone allows none.
    """

    fail_on: Severity | None = None
    fail_under: float | None = None
    max_flags: int | None = None

    @classmethod
    def of(cls, config: Config) -> Gate:
        """The gate that a configuration sets."""
        return cls(config.fail_on, config.fail_under, config.max_flags)

    def failures(self, tally: Tally, quality: float | None) -> tuple[str, ...]:
        """Why a run fails, in words; empty where it passes. `quality` is the document's, as reported."""
        found = []
        if self.fail_on is not None or self.max_flags is not None:
            least = Severity.MINOR if self.fail_on is None else self.fail_on
            n_flags, allowed = tally.n_flags(least), self.max_flags or 0
            if n_flags > allowed:
                found.append(f"{n_flags:,} flag{'s' if n_flags != 1 else ''} of {least} or above, {allowed:,} allowed")
        if self.fail_under is not None and quality is not None and quality < self.fail_under:
            found.append(f"quality {quality:.1f} is below {self.fail_under:g}")
        return tuple(found)
