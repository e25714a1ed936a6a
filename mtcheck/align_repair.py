"""Wrong sentence boundaries that the alignment shows: run-on segments to cut, over-split ones to put together.

A run-on is one segment facing two or more of the other side, with a place inside where a sentence visibly begins
(see `_places`) and where cutting makes both halves match their counterparts far better than crosswise. A translator
who joins two sentences with "and" leaves no such place, so nothing is said of him. An over-split segment is one that
breaks off without a full stop, goes on in lower case, and faces one whole segment together with what follows.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from mtcheck.align_sides import continues, finished
from mtcheck.align_spans import span_text
from mtcheck.data import Alignment, Encoder, Segment, SegmentKind, Side

LEAST = 0.3  # cosine of either half with its counterpart
GAIN = 0.3  # how far the halves' mean cosine with their own counterparts stands above that with the other's
HEADED_GAIN = 0.2  # the same where the counterpart begins with a headline: headline and lead are alike
LEAST_WHOLE = 0.05  # how much more similar two halves together are than the better of them
"""Chosen on synthetic documents of the fitting half and the Text+Berg development document, HEADED_GAIN on the two
headlines in `corpora/` (0.28 and 0.32) alone; `benchmarks/align/repair.py` counts caught and false."""

MOST_PLACES = 40
"""Places tried in one segment, the first ones; bounds time on hostile input."""

_WORD = re.compile(r"[^\W\d_]+")
_PLACE = re.compile(r"(?<=[.!?…。！？؟۔।])['\"’”»)\]]?(?=[^\W\d_])|\s+(?=[\"'“„«(\[¿¡]?[^\W_])")
_ABBREVIATED = re.compile(r"(?:^|[\W_])(?:[^\W\d_]{1,4}|\d+)\s?\.$")
_OFTEN = 2
_OPEN = tuple(",;:，；：、،؛-–—―([{/&+“„«¿¡")


@dataclass(frozen=True, slots=True, kw_only=True)
class Seam:
    """A wrong boundary: where a segment should have been cut (`run-on`), or should not have been (`over-split`)."""

    kind: str  # "run-on" or "over-split"
    side: Side
    segment: int  # of those aligned first: the run-on, or the first of the two halves
    start: int  # code points in the document: the end of what stands before the boundary,
    end: int  # and the start of what comes after it
    line: int  # 1-based line of `end`
    gain: float  # how much better the alignment fits, in cosines

    before: str  # what stands before the boundary, at most 30 code points
    after: str

    def __str__(self) -> str:
        what = "two sentences run together" if self.kind == "run-on" else "a sentence is broken apart"
        return f"{self.side} line {self.line}: {what}: “{self.before}” | “{self.after}”"


def find_seams(
    source: Sequence[Segment],
    target: Sequence[Segment],
    alignment: Alignment,
    encoder: Encoder,
    *,
    source_text: str,
    target_text: str,
) -> tuple[Seam, ...]:
    """Wrong boundaries of both sides, source first, each in document order; at most one a segment."""
    seams: list[Seam] = []
    sides = ((Side.SOURCE, source, source_text, target), (Side.TARGET, target, target_text, source))
    for which, (side, own, text, other) in enumerate(sides):
        small = Counter(word for word in _WORD.findall(text) if word[0].islower())
        for mine, theirs in _groups(alignment, which):
            if len(mine) == 1 and len(theirs) > 1:
                found = _run_on(own[mine[0]], [other[k] for k in theirs], side, text, small, encoder)
            elif len(mine) > 1 and len(theirs) == 1:
                found = _over_split([own[k] for k in mine], other[theirs[0]], side, encoder)
            else:
                continue
            if found is not None:
                seams.append(found)
    return tuple(seams)


def repaired(segments: Sequence[Segment], seams: Sequence[Seam], text: str) -> tuple[Segment, ...]:
    """The segments with run-ons cut and halves put together; `seams` are those of this side alone."""
    by_segment = {seam.segment: seam for seam in seams}
    out: list[Segment] = []
    skip = -1
    for k, segment in enumerate(segments):
        seam = by_segment.get(k)
        if k == skip:
            continue
        if seam is None:
            out.append(replace(segment, index=len(out)))
        elif seam.kind == "run-on":
            out.append(replace(segment, index=len(out), text=text[segment.start : seam.start], end=seam.start))
            rest = text[seam.end : segment.end]
            kind = SegmentKind.SENTENCE
            out.append(replace(segment, index=len(out), text=rest, start=seam.end, line=seam.line, kind=kind))
        else:
            skip = k + 1
            end = segments[k + 1].end
            out.append(replace(segment, index=len(out), text=text[segment.start : end], end=end))
    return tuple(out)


def _groups(alignment: Alignment, which: int) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
    """(own, other) segments of each bead; a single pair takes a null segment of the other side beside it with it.

    A short headline that was glued to its lead costs the aligner less left out than merged.
    """
    sides = [(bead.source, bead.target) if which == 0 else (bead.target, bead.source) for bead in alignment.beads]
    for k, (own, other) in enumerate(sides):
        if len(own) == len(other) == 1:
            before = sides[k - 1] if k else ((), ())
            after = sides[k + 1] if k + 1 < len(sides) else ((), ())
            if not before[0] and before[1] and (k < 2 or sides[k - 2][0]):
                other = (*before[1], *other)
            elif not after[0] and after[1] and (k + 2 >= len(sides) or sides[k + 2][0]):
                other = (*other, *after[1])
        if own and other:
            yield own, other


def _run_on(
    segment: Segment, facing: Sequence[Segment], side: Side, text: str, small: Counter[str], encoder: Encoder
) -> Seam | None:
    headed = facing[0].kind is SegmentKind.HEADING
    places = list(_places(segment.text, small, headed=headed))[:MOST_PLACES]
    if not places:
        return None
    halves = [part for a, b in places for part in (segment.text[:a], segment.text[b:])]
    parts = [part for cut in range(1, len(facing)) for part in (_joined(facing[:cut]), _joined(facing[cut:]))]
    vectors = encoder.encode(halves + parts)
    cosine = vectors[: len(halves)] @ vectors[len(halves) :].T
    own = np.minimum(cosine[0::2, 0::2], cosine[1::2, 1::2])
    straight = (cosine[0::2, 0::2] + cosine[1::2, 1::2]) / 2
    gain = straight - (cosine[0::2, 1::2] + cosine[1::2, 0::2]) / 2
    score = np.where((own >= LEAST) & (gain >= (HEADED_GAIN if headed else GAIN)), straight, -1.0)
    best, cut = divmod(int(score.argmax()), score.shape[1])
    if score[best, cut] < 0:
        return None
    a, b = places[best]
    begin = segment.start
    line = segment.line + _line_ends(text[begin : begin + b])
    value = float(gain[best, cut])
    return _seam("run-on", side, segment, (begin + a, begin + b, line), value, segment.text[:a], segment.text[b:])


def _seam(
    kind: str, side: Side, segment: Segment, place: tuple[int, int, int], gain: float, before: str, after: str
) -> Seam:
    return Seam(
        kind=kind,
        side=side,
        segment=segment.index,
        start=place[0],
        end=place[1],
        line=place[2],
        gain=round(gain, 4),
        before=" ".join(before[-30:].split()),
        after=" ".join(after[:30].split()),
    )


def _places(text: str, small: Counter[str], *, headed: bool) -> Iterator[tuple[int, int]]:
    """Where a sentence may begin inside a segment: (end of what is before, start of what is after).

    After a full stop (but not that of an initial, an abbreviation or a number), at a line end, or before a capital
    letter whose word the document also writes small; never after a comma, a dash, an opening bracket or a short word.
    If the counterpart begins with a headline (`headed`), any capital letter will do.
    `small` counts the document's words that are written small.
    """
    # Frequent words bind: "of The Hague".
    common = max(2, small.total() // 150)
    for match in _PLACE.finditer(text):
        a, b = (match.start(), match.end()) if match.group().strip() == "" and match.group() else (match.end(),) * 2
        before, after = text[:a].rstrip(), text[b:]
        word = _WORD.search(after[:60])
        if not before or before.endswith(_OPEN) or word is None or len(_WORD.findall(before)) < 2:
            continue
        if continues(after) or len(_WORD.findall(after)) < 2:
            continue
        capital = word.group()[0].isupper()
        initial = after[word.end() : word.end() + 1] == "."
        opens = capital and not initial and small[word.group().lower()] >= _OFTEN
        if finished(before):
            begins = opens or not _ABBREVIATED.search(before[-12:])
        else:
            last = before.split()[-1]
            begins = "\n" in match.group() or (opens and len(last) > 3 and small[last] <= common)
            begins = begins or (headed and capital)
        if begins:
            yield a, b


def _over_split(own: Sequence[Segment], facing: Segment, side: Side, encoder: Encoder) -> Seam | None:
    for first, second in itertools.pairwise(own):
        if (
            finished(first.text)
            or first.text.endswith((":", ";"))
            or not continues(second.text[:20])
            or len(_WORD.findall(second.text)) < 2
        ):
            continue
        if SegmentKind.SENTENCE not in (first.kind, second.kind):
            continue
        whole, one, two, other = encoder.encode([_joined([first, second]), first.text, second.text, facing.text])
        gain = float(whole @ other) - max(float(one @ other), float(two @ other))
        if gain >= LEAST_WHOLE:
            place = (first.end, second.start, second.line)
            return _seam("over-split", side, first, place, gain, first.text, second.text)
    return None


def _joined(segments: Sequence[Segment]) -> str:
    return span_text(segments, 0, len(segments), None)


def _line_ends(text: str) -> int:
    return len(f"{text}x".splitlines()) - 1
