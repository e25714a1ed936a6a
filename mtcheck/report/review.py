"""A person's decisions on findings: made in the HTML report, saved as a file, shown again in the next report.

A decision is kept by the finding's id, which depends on what was found and on the words around it, not on lines or
offsets: it survives edits elsewhere in the text and a new run of mtcheck.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from mtcheck.data import Decision, Flag, Remark, SegmentResult, Side
from mtcheck.report import places
from mtcheck.report.load import decode_file, read_bytes

__all__ = ["SCHEMA", "Decision", "FindingIds", "Remark", "Review", "all_flags", "finding_ids", "load_review"]

SCHEMA = "mtcheck-review/1"

#: Code points on either side of a finding that belong to its identity: enough to tell two commas of one text apart
#: in most cases, few enough that an edit in the next clause does not make a finding new. A choice, not a fit.
AROUND = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """All decisions on one target."""

    target: str
    remarks: tuple[Remark, ...]
    schema: str = SCHEMA


def load_review(path: str | Path) -> Review:
    """The decisions that a report's "Save review" wrote.

    Raises:
        InputError: the file cannot be read or is not an mtcheck review; says where and what.
    """
    return loads_review(read_bytes(path), name=str(path))


def loads_review(raw: bytes | str, *, name: str = "<text>") -> Review:
    """The same from JSON text; `name` is what errors call it."""
    hint = 'The HTML report writes such a file by its button "Save review".'
    review: Review = decode_file(Review, raw, schema=SCHEMA, name=name, what="review", hint=hint)
    return review


class FindingIds:
    """Ids for findings as they come, record by record: 12 hexadecimal digits, equal for equal findings.

    Findings that are alike in all that makes an id are counted through in the order of the records.
    """

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def take(self, flags: Sequence[Flag], source: tuple[str, int], target: tuple[str, int]) -> tuple[str, ...]:
        """`result[i]`: the id of `flags[i]`. A side is its text and the offset in the file where that begins."""
        ids = [""] * len(flags)
        for i in sorted(range(len(flags)), key=lambda i: (flags[i].side, flags[i].start, flags[i].end, flags[i].rule)):
            likeness = _likeness(flags[i], *(source if flags[i].side is Side.SOURCE else target))
            self._seen[likeness] += 1
            name = f"{likeness}\0{self._seen[likeness]}"
            ids[i] = hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()[:12]
        return tuple(ids)


def all_flags(segment: SegmentResult) -> tuple[Flag, ...]:
    """Findings, known ones and dismissed ones, in this order."""
    return (*segment.flags, *segment.known, *segment.dismissed)


def finding_ids(segments: Sequence[SegmentResult]) -> list[tuple[str, ...]]:
    """`result[i][j]`: the id of `all_flags(segments[i])[j]`; whether a finding is known or dismissed changes no id."""
    ids = FindingIds()
    return [
        ids.take(all_flags(segment), *((places.text_of(segment, side), places.base_of(segment, side)) for side in Side))
        for segment in segments
    ]


def _likeness(flag: Flag, text: str, base: int) -> str:
    start, end = max(flag.start - base, 0), max(flag.end - base, 0)
    before = " ".join(text[max(start - AROUND, 0) : start].split())
    after = " ".join(text[end : end + AROUND].split())
    return "\0".join((flag.rule, str(flag.side), flag.text, before, after))
