"""The words that people read, shared by the text and the HTML report."""

from __future__ import annotations

from collections.abc import Mapping

from mtcheck.data import VerdictLabel

HEADLINE = {
    VerdictLabel.GOOD: "Reads like a sound translation",
    VerdictLabel.CHECK: "Needs a check before it is published",
    VerdictLabel.BAD: "Not fit to be published as it is",
    VerdictLabel.CANNOT_JUDGE: "Cannot be judged",
}


def headline(verdict: VerdictLabel, *, alone: bool) -> str:
    """The verdict as a sentence without its full stop; `alone`: the target was checked without a source."""
    return "Reads well" if alone and verdict is VerdictLabel.GOOD else HEADLINE[verdict]



def count(n: int, noun: str, plural: str | None = None) -> str:
    """A number with its noun.

    >>> count(1, "segment"), count(1240, "segment"), count(0, "more entry", "more entries")
    ('1 segment', '1,240 segments', '0 more entries')
    """
    return f"{n:,} {noun if n == 1 else plural or noun + 's'}"


def counted(parts: Mapping[str, int]) -> str:
    """Numbers with their adjectives, those that are not 0: "1 critical, 5 major"."""
    return ", ".join(f"{n:,} {name}" for name, n in parts.items() if n)
