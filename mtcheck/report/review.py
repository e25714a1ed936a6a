"""A person's decisions on findings: made in the HTML report, saved as a file, shown again in the next report.

A decision is kept by the finding's id, which depends on what was found and on the words around it, not on lines or
offsets: it survives edits elsewhere in the text and a new run of mtcheck.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from mtcheck.data import Flag, SegmentResult
from mtcheck.report import places
from mtcheck.report.load import decode_file, read_bytes

SCHEMA = "mtcheck-review/1"

#: Code points on either side of a finding that belong to its identity: enough to tell two commas of one text apart
#: in most cases, few enough that an edit in the next clause does not make a finding new. A choice, not a fit.
AROUND = 20


class Decision(StrEnum):
    """What a person said about a finding."""

    ACCEPTED = "accepted"  # an error indeed
    DISMISSED = "dismissed"  # a false alarm, or not worth a change
    OPEN = "open"  # only a comment so far


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One decision. `rule`, `text` and `where` are for people who read the file; `id` alone counts."""

    id: str
    decision: Decision
    comment: str = ""
    rule: str = ""
    text: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """All decisions on one target."""

    target: str
    remarks: tuple[Remark, ...]
    schema: str = SCHEMA

    def dismissed(self) -> frozenset[str]:
        """The ids of the findings to leave out."""
        return frozenset(remark.id for remark in self.remarks if remark.decision is Decision.DISMISSED)


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


def finding_ids(segments: Sequence[SegmentResult]) -> list[tuple[str, ...]]:
    """`result[i][j]`: the id of `segments[i].flags[j]`, 12 hexadecimal digits; equal segments give equal ids.

    Findings that are alike in all that makes an id are counted through in document order.
    """
    seen: Counter[str] = Counter()
    ids = []
    for segment in segments:
        own = []
        for flag in segment.flags:
            likeness = _likeness(segment, flag)
            seen[likeness] += 1
            own.append(hashlib.sha256(f"{likeness}\0{seen[likeness]}".encode("utf-8", "replace")).hexdigest()[:12])
        ids.append(tuple(own))
    return ids


def without_dismissed(segments: Sequence[SegmentResult], review: Review) -> tuple[tuple[SegmentResult, ...], int]:
    """The segments without the flags that the review dismisses, and how many those were.

    Scores and verdicts stay as they are: whoever calls this judges the segments anew.
    """
    dismissed = review.dismissed()
    kept = []
    n_dropped = 0
    for segment, ids in zip(segments, finding_ids(segments), strict=True):
        flags = tuple(flag for flag, name in zip(segment.flags, ids, strict=True) if name not in dismissed)
        n_dropped += len(segment.flags) - len(flags)
        kept.append(segment if len(flags) == len(segment.flags) else replace(segment, flags=flags))
    return tuple(kept), n_dropped


def _likeness(segment: SegmentResult, flag: Flag) -> str:
    text, base = places.text_of(segment, flag.side), places.base_of(segment, flag.side)
    start, end = max(flag.start - base, 0), max(flag.end - base, 0)
    before = " ".join(text[max(start - AROUND, 0) : start].split())
    after = " ".join(text[end : end + AROUND].split())
    return "\0".join((flag.rule, str(flag.side), flag.text, before, after))
