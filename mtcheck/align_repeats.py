"""Does a text hold itself twice? Pasted twice by mistake, it stands there with every sentence said again in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from mtcheck.align_sides import length_units
from mtcheck.data import Alignment, Bead, Segment, Side

LEAST_SHARE = 0.3  # of the text's length, in repeated runs; a text that stands there twice has a half
LEAST_RUN = 3  # sentences said again one after another: shorter runs are refrains, captions, table cells
LEAST_UNITS = 60.0  # letters' worth of a run


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat:
    """`again` holds the segments that say word for word, and in order, what stood at `first` before."""

    first: range
    again: range

    def __str__(self) -> str:
        return f"sentences {self.again[0] + 1}-{self.again[-1] + 1} repeat {self.first[0] + 1}-{self.first[-1] + 1}"


def folded(text: str) -> str:
    """A text without regard to case and spacing."""
    return " ".join(text.casefold().split())


def find_repeats(segments: Sequence[Segment]) -> tuple[Repeat, ...]:
    """Runs that repeat an earlier stretch of the same text, in order, where together they are `LEAST_SHARE` of it."""
    repeats = [
        repeat
        for repeat in _runs([folded(segment.text) for segment in segments])
        if len(repeat.again) >= min(LEAST_RUN, len(segments) // 2) and _units(segments, repeat.again) >= LEAST_UNITS
    ]
    total = _units(segments, range(len(segments)))
    share = sum(_units(segments, repeat.again) for repeat in repeats) / total if total else 0.0
    return tuple(repeats) if share >= LEAST_SHARE else ()


def kept_segments(segments: Sequence[Segment], repeats: Sequence[Repeat]) -> list[int]:
    """Indices of the segments that repeat nothing."""
    again = {k for repeat in repeats for k in repeat.again}
    return [k for k in range(len(segments)) if k not in again]


def with_repeats(alignment: Alignment, kept: Sequence[int], n: int, side: Side, confidence: float) -> Alignment | None:
    """An alignment of the `kept` segments of one side as one of all `n`: what repeats becomes null beads.

    None where a bead would then have a hole.
    """
    beads: list[Bead] = []
    due = 0
    for bead in alignment.beads:
        own = tuple(kept[k] for k in (bead.source if side is Side.SOURCE else bead.target))
        if own:
            if own[-1] - own[0] >= len(own):
                return None
            beads += _nulls(range(due, own[0]), side, confidence)
            due = own[-1] + 1
        beads.append(replace(bead, source=own) if side is Side.SOURCE else replace(bead, target=own))
    beads += _nulls(range(due, n), side, confidence)
    return replace(alignment, beads=tuple(beads))


def _nulls(indices: range, side: Side, confidence: float) -> list[Bead]:
    sides = [((k,), ()) if side is Side.SOURCE else ((), (k,)) for k in indices]
    return [Bead(source=a, target=b, cost=1.0, similarity=None, confidence=confidence) for a, b in sides]


def _units(segments: Sequence[Segment], run: range) -> float:
    return sum(length_units(segments[k].text) for k in run)


def _runs(texts: Sequence[str]) -> list[Repeat]:
    """Longest runs of segments that were all met before, one after another; each first place is the earliest one."""
    seen: dict[str, int] = {}
    runs: list[tuple[int, int, int]] = []  # first, again, length
    for k, text in enumerate(texts):
        at = seen.setdefault(text, k)
        if at == k:
            continue
        if runs and runs[-1][1] + runs[-1][2] == k and texts[runs[-1][0] + runs[-1][2]] == text:
            runs[-1] = (*runs[-1][:2], runs[-1][2] + 1)
        else:
            runs.append((at, k, 1))
    return [Repeat(first=range(a, a + n), again=range(b, b + n)) for a, b, n in runs]
