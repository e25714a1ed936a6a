"""The words that people read, shared by the text and the HTML report."""

from __future__ import annotations

from collections.abc import Mapping

from mtcheck.data import Mqm, Severity, Summary, VerdictLabel
from mtcheck.judge import OBJECTIONS
from mtcheck.languages import is_known, language_name
from mtcheck.report.model import Report
from mtcheck.report.visible import one_line

HEADLINE = {
    VerdictLabel.GOOD: "Reads like a sound translation",
    VerdictLabel.CHECK: "Needs a check before it is published",
    VerdictLabel.BAD: "Not fit to be published as it is",
    VerdictLabel.CANNOT_JUDGE: "Cannot be judged",
}


def headline(summary: Summary, *, alone: bool) -> str:
    """The verdict as a sentence without its full stop; `alone`: the target was checked without a source."""
    objection = next((reason for reason in summary.reasons[:1] if reason in OBJECTIONS.values()), None)
    if objection is not None:
        return objection[:1].upper() + objection[1:]
    return "Reads well" if alone and summary.verdict is VerdictLabel.GOOD else HEADLINE[summary.verdict]


def count(n: int, noun: str, plural: str | None = None) -> str:
    """A number with its noun.

    >>> count(1, "segment"), count(1240, "segment"), count(0, "more entry", "more entries")
    ('1 segment', '1,240 segments', '0 more entries')
    """
    return f"{n:,} {noun if n == 1 else plural or noun + 's'}"


def counted(parts: Mapping[str, int]) -> str:
    """Numbers with their adjectives, those that are not 0: "1 critical, 5 major"."""
    return ", ".join(f"{n:,} {name}" for name, n in parts.items() if n)


def found(report: Report) -> str:
    """Counts in words: "9 possible errors (1 critical, 5 major, 3 minor), 1 omission"."""
    summary = report.summary
    levels = {str(level): summary.by_severity.get(str(level), 0) for level in sorted(Severity, reverse=True)}
    total = sum(levels.values())
    parts = [count(total, "possible error") + (f" ({counted(levels)})" if total else "")]
    parts += [
        words
        for n, words in (
            (summary.n_omissions, count(summary.n_omissions, "omission")),
            (summary.n_additions, count(summary.n_additions, "addition")),
            (summary.n_cannot_judge, f"{summary.n_cannot_judge:,} not judged"),
        )
        if n
    ]
    return ", ".join(parts)


def language(tag: str | None) -> str:
    """The English name of a language tag; the tag itself where it has none here.

    >>> language("ru"), language("x-klingon"), language(None)
    ('Russian', 'x-klingon', 'unknown language')
    """
    if not tag:
        return "unknown language"
    return language_name(tag) if is_known(tag) else tag


def mqm_words(view: Mqm) -> str:
    """The MQM view in one line, with what it rests on."""
    interval = "" if view.low is None else f" (95 % interval {view.low:,.1f} to {view.high:,.1f})"
    dimensions = ", ".join(f"{one_line(name)} {value:,.1f}" for name, value in view.by_dimension.items())
    return (
        f"{view.penalty:,.1f} points per 1,000 words{interval}, score {view.score:.1f}; from the findings alone, "
        f"{count(view.n_words, 'word')}{f'; points: {dimensions}' if dimensions else ''}"
    )
