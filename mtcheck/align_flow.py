"""Two documents -> segments, alignment and what it shows: moved blocks, gaps, wrong sentence boundaries."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from mtcheck.align import DocumentCheck, MovedBlock, Relation, align_segments, check_documents, detect_moves
from mtcheck.align_blocks import Gap, find_gaps, percent
from mtcheck.align_check import NOT_RELATED
from mtcheck.align_repair import Seam, find_seams, repaired
from mtcheck.align_repeats import find_repeats, kept_segments, with_repeats
from mtcheck.data import Alignment, Document, Encoder, Segment, Side
from mtcheck.read_extract import with_file_lines
from mtcheck.segment import Mode, segment_document
from mtcheck.settle import Languages

Progress = Callable[[str, int, int], None]

_LEAST_NOTED = 3
"""Gaps of fewer segments are records of their own; from here on they are worth a word on the whole document."""

_MOST_NOTED = 5

_RELATED = 0.9
"""Documents that are less surely related are unrelated when then no segments of theirs match."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AlignedDocuments:
    """Two segmented documents with their alignment, and what is to be said about them.

    `gaps` are omissions and additions that were not moved; `seams` wrong sentence boundaries, which are put right in
    `source` and `target` where the texts were split by us, and only named where every line is a segment.
    """

    source: tuple[Segment, ...]
    target: tuple[Segment, ...]
    alignment: Alignment
    relation: Relation = Relation.TRANSLATION
    moves: tuple[MovedBlock, ...] = ()
    gaps: tuple[Gap, ...] = ()
    seams: tuple[Seam, ...] = ()
    notes: tuple[str, ...] = ()

    def findings(self) -> list[str]:
        """Moved blocks, gaps and wrong boundaries in words, one line each."""
        moves = [
            f"moved: source {_numbers(move.source)} = target {_numbers(move.target)}, {percent(move.confidence)} sure"
            for move in self.moves
        ]
        gaps = [f"{gap.kind}: {gap}" for gap in self.gaps]
        return [*moves, *gaps, *(f"{seam.kind}: {seam}" for seam in self.seams)]


def align_documents(
    source: Document,
    target: Document,
    languages: Languages,
    encoder: Encoder,
    mode: Mode,
    progress: Progress | None = None,
) -> AlignedDocuments:
    """Split, check, align; then a second look at boundaries, moved blocks and gaps."""
    segments = (
        segment_document(source, languages.source, mode=mode),
        segment_document(target, languages.target, mode=mode),
    )
    checked = check_documents(
        *segments,
        encoder,
        source_lang=languages.source,
        target_lang=languages.target,
        source_guess=languages.source_guess,
        target_guess=languages.target_guess,
    )
    texts = source.text, target.text
    report = (lambda done, total: progress("aligning", done, total)) if progress else None

    def align() -> Alignment:
        if checked.relation is Relation.REPEATED:
            aligned = _aligned_once(*segments, encoder, checked.confidence)
            if aligned is not None:
                return aligned
        return align_segments(*segments, encoder, source_text=texts[0], target_text=texts[1], progress=report)

    alignment = align()
    if checked.related < _RELATED and not _meet(alignment, *segments):
        checked = replace(checked, relation=Relation.UNRELATED, confidence=1 - checked.related, reason=NOT_RELATED)
    if not checked.alignable:
        return AlignedDocuments(
            source=with_file_lines(source, segments[0]),
            target=with_file_lines(target, segments[1]),
            alignment=_doubted(alignment, checked),
            relation=checked.relation,
            notes=(checked.reason,),
        )
    seams = find_seams(*segments, alignment, encoder, source_text=texts[0], target_text=texts[1])
    if seams and mode == "sentences":
        segments = (
            repaired(segments[0], [seam for seam in seams if seam.side is Side.SOURCE], texts[0]),
            repaired(segments[1], [seam for seam in seams if seam.side is Side.TARGET], texts[1]),
        )
        alignment = align()
    moves = detect_moves(*segments, alignment, encoder)
    moved = {i for move in moves for i in move.source}, {j for move in moves for j in move.target}
    gaps = find_gaps(*segments, alignment, encoder, moved=moved)
    return AlignedDocuments(
        source=with_file_lines(source, segments[0]),
        target=with_file_lines(target, segments[1]),
        alignment=alignment,
        relation=checked.relation,
        moves=moves,
        gaps=gaps,
        seams=seams,
        notes=(*_relation_notes(checked), *_gap_notes(gaps)),
    )


def _aligned_once(
    source: Sequence[Segment], target: Sequence[Segment], encoder: Encoder, confidence: float
) -> Alignment | None:
    """The alignment of the first copy of what one side holds twice; else it may begin in one and end in the other."""
    repeats = find_repeats(source), find_repeats(target)
    side = Side.SOURCE if repeats[0] else Side.TARGET
    kept = kept_segments(source, repeats[0]), kept_segments(target, repeats[1])
    parts = [source[k] for k in kept[0]], [target[k] for k in kept[1]]
    alignment = align_segments(*parts, encoder)
    which, n = (0, len(source)) if side is Side.SOURCE else (1, len(target))
    return with_repeats(alignment, kept[which], n, side, confidence)


def _relation_notes(checked: DocumentCheck) -> list[str]:
    """What the two documents are to each other, in words; `settle_languages` has said it where they are swapped."""
    return [checked.reason] if checked.reason and checked.relation is not Relation.SWAPPED else []


def _meet(alignment: Alignment, source: Sequence[Segment], target: Sequence[Segment]) -> bool:
    """Whether any segments of the two were found to match; of a single one that is too much to ask."""
    found = any(bead.source and bead.target and bead.confidence >= 0.5 for bead in alignment.beads)
    return found or min(len(source), len(target)) < 2


def _doubted(alignment: Alignment, checked: DocumentCheck) -> Alignment:
    """The same beads, each as unsure as the two documents are to be translations at all."""
    ceiling = 1 - checked.confidence
    beads = (replace(bead, confidence=min(bead.confidence, ceiling)) for bead in alignment.beads)
    return replace(alignment, beads=tuple(beads))


def _gap_notes(gaps: tuple[Gap, ...]) -> list[str]:
    """The longest gaps in words, in document order, and how many more there are."""
    long = [gap for gap in gaps if len(gap.segments) >= _LEAST_NOTED]
    kept = sorted(long, key=lambda gap: -len(gap.segments))[:_MOST_NOTED]
    notes = [f"Possible {gap.kind}: {gap}." for gap in long if gap in kept]
    if len(long) > len(kept):
        notes.append(f"{len(long) - len(kept)} more gaps of {_LEAST_NOTED} sentences or more.")
    return notes


def _numbers(indices: tuple[int, ...]) -> str:
    first, last = indices[0] + 1, indices[-1] + 1
    return f"sentence {first}" if first == last else f"sentences {first}-{last}"
