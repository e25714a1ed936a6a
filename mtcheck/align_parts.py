"""Segments inside a larger bead that nothing on the other side matches: omissions and additions that hide there.

A short sentence without a counterpart costs the aligner less inside its neighbour's bead than alone. Where the aligner
was unsure of such a bead, each segment at its ends is taken out: if it resembles the other side no more than chance and
the rest matches as well without it, it is named. Thresholds from 20 synthetic documents of ten languages (2,400 beads,
`benchmarks.align.synthetic`, kind "rough"): 0.8, 0.2 and 0.02 found 10 of 14 hidden ones, with 11 false ones beside
them; a similarity below 0.3 would have doubled the false ones for no gain.
"""

from __future__ import annotations

from collections.abc import Sequence

from mtcheck.data import Bead, Encoder, Segment, Side

UNSURE = 0.8  # only beads whose confidence is below this
CHANCE = 0.2  # cosine of the segment alone with the other side
LOSS = 0.02  # what the bead's cosine may lose without the segment


def unmatched_parts(
    bead: Bead, source: Sequence[Segment], target: Sequence[Segment], encoder: Encoder
) -> tuple[tuple[Side, int, int], ...]:
    """Segments of the bead without a counterpart, at most one a side: (side, start, end) within that side's text.

    `source` and `target` are the bead's segments on either side.
    """
    if bead.confidence >= UNSURE or not source or not target:
        return ()
    found = []
    for side, own, other in ((Side.SOURCE, source, target), (Side.TARGET, target, source)):
        part = _unmatched(own, other, encoder) if len(own) > 1 else None
        if part is not None:
            found.append((side, part.start - own[0].start, part.end - own[0].start))
    return tuple(found)


def _unmatched(own: Sequence[Segment], other: Sequence[Segment], encoder: Encoder) -> Segment | None:
    texts = [_joined(other), _joined(own), own[0].text, _joined(own[1:]), own[-1].text, _joined(own[:-1])]
    facing, *vectors = encoder.encode(texts)
    whole, first, without_first, last, without_last = (float(vector @ facing) for vector in vectors)
    candidates = [
        (alone, part)
        for alone, rest, part in ((first, without_first, own[0]), (last, without_last, own[-1]))
        if alone < CHANCE and rest >= whole - LOSS
    ]
    return min(candidates, key=lambda found: found[0])[1] if candidates else None


def _joined(segments: Sequence[Segment]) -> str:
    return " ".join(segment.text for segment in segments)
