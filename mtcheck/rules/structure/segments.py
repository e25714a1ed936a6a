"""Segments without a counterpart on the other side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mtcheck.data import Hit, Pair, Segment, SegmentKind, Severity, Side
from mtcheck.rules.facts.batch import VISIBLE
from mtcheck.rules.registry import rule
from mtcheck.rules.structure._boilerplate import furniture_pattern
from mtcheck.rules.text import hit, lang_of, trim


@rule(
    "STR001",
    "missing-segment",
    category="accuracy/omission",
    severity=Severity.MAJOR,
    also=(Severity.MINOR,),
    message="The translation has nothing for “{text}”{detail}.",
    gate=lambda facts: ~facts.target.any(VISIBLE),
)
def missing_segment(pair: Pair) -> Iterator[Hit]:
    """A segment of the source has no counterpart in the translation.

    Why: the reader of the translation is not told what it says.
    Flags: a source sentence that faces nothing; minor for headings, captions and page furniture
    Passes: source segments without letters (numbers, rules, bullets)
    Limits: relies on the alignment: a sentence merged into another counts as translated.
    """
    if pair.target.strip() or not any(c.isalpha() for c in pair.source):
        return
    start, end = trim(pair.source, 0, len(pair.source))
    light, why = _is_light(pair.source, pair.source_segments, pair.source_lang)
    yield hit(start, end, why, side=Side.SOURCE, severity=Severity.MINOR if light else Severity.MAJOR)


@rule(
    "STR002",
    "added-segment",
    category="accuracy/addition",
    severity=Severity.MAJOR,
    also=(Severity.MINOR,),
    message="The source has nothing for “{text}”{detail}.",
    gate=lambda facts: ~facts.source.any(VISIBLE),
)
def added_segment(pair: Pair) -> Iterator[Hit]:
    """A segment of the translation has no counterpart in the source.

    Why: the reader is told what the author did not say.
    Flags: a target sentence that faces nothing; minor for headings, captions and page furniture
    Passes: target segments without letters
    Limits: relies on the alignment; a sentence split in two counts as one.
    """
    if pair.source.strip() or not any(c.isalpha() for c in pair.target):
        return
    start, end = trim(pair.target, 0, len(pair.target))
    light, why = _is_light(pair.target, pair.target_segments, pair.target_lang)
    yield hit(start, end, why, severity=Severity.MINOR if light else Severity.MAJOR)


def _is_light(text: str, segments: Sequence[Segment], tag: str | None) -> tuple[bool, str]:
    """Whether losing the text is minor, and why."""
    pattern = furniture_pattern(lang_of(tag))
    if pattern and pattern.fullmatch(text.strip()):
        return True, " (page furniture)"
    if segments and all(segment.kind is SegmentKind.HEADING for segment in segments):
        return True, " (a heading or caption)"
    return False, ""
