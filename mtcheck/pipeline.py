"""The steps in order, from files or texts to a Report. The one module that imports them all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mtcheck import judge
from mtcheck.align import align_segments
from mtcheck.align_flow import AlignedDocuments, align_documents
from mtcheck.align_parts import unmatched_parts
from mtcheck.align_repair import Seam
from mtcheck.config import Config
from mtcheck.data import Document, Encoder, Metric, Pair, Segment, Side, SideInfo
from mtcheck.encode import load_encoder
from mtcheck.errors import InputError
from mtcheck.pairflow import check_raw
from mtcheck.read import document_from_text, read_aligned, read_document
from mtcheck.read_extract import unit_at, with_file_lines
from mtcheck.reference import common_groups, with_reference
from mtcheck.report import Report
from mtcheck.report.model import Move
from mtcheck.report.places import columns
from mtcheck.scorer import Place, Progress, Scorer
from mtcheck.segment import Mode, segment_document
from mtcheck.settle import Languages, settle, settle_languages, with_languages
from mtcheck.signature import VERSION


def check(
    source_text: str,
    target_text: str,
    *,
    source_lang: str | None = None,
    target_lang: str | None = None,
    reference: str | None = None,
    config: Config | None = None,
    progress: Progress | None = None,
) -> Report:
    """Check a translation against its source, both given as text.

    Raises:
        InputError: a text is empty or cannot be processed.
        ConfigError: a setting or language tag is not known.
        ModelError: a model cannot be loaded.

    >>> import mtcheck
    >>> report = mtcheck.check("Das Haus ist alt.", "The house is old.", source_lang="de", target_lang="en")
    >>> len(report.segments), report.segments[0].target
    (1, 'The house is old.')
    """
    config = with_languages(config, source_lang, target_lang)
    return check_document_pair(
        document_from_text(source_text, path="<source>"),
        document_from_text(target_text, path="<target>"),
        config,
        reference=None if reference is None else document_from_text(reference, path="<reference>"),
        progress=progress,
    )


def check_files(
    source: str,
    target: str,
    *,
    source_lang: str | None = None,
    target_lang: str | None = None,
    reference: str | None = None,
    config: Config | None = None,
    encoding: str | None = None,
    input_format: str | None = None,
    progress: Progress | None = None,
) -> Report:
    """Check two files; `reference` names a third with a trusted translation. One of them may be `-`, stdin.

    `input_format` is what the files are (`read.DOCUMENT_FORMATS`), where name and content do not tell it rightly.

    Raises:
        InputError: a file cannot be read, is empty, or (with mode "aligned") the line counts differ.
        ConfigError: a setting or language tag is not known.
        ModelError: a model cannot be loaded.
    """
    config = with_languages(config, source_lang, target_lang)
    if [source, target, reference].count("-") > 1:
        raise InputError("-: only one input can be stdin; give files for the others.")
    if config.mode == "aligned":
        raws = list(read_aligned(source, target, encoding=encoding))
        references = None
        if reference is not None:
            references = [raw.target for raw in read_aligned(source, reference, encoding=encoding)]
        return check_raw(raws, config, (source, target), references=references, progress=progress)
    return check_document_pair(
        read_document(source, encoding=encoding, format=input_format),
        read_document(target, encoding=encoding, format=input_format),
        config,
        reference=None if reference is None else read_document(reference, encoding=encoding),
        progress=progress,
    )


def lint_file(
    path: str, *, config: Config | None = None, encoding: str | None = None, input_format: str | None = None
) -> Report:
    """Check a target file without its source: fluency and garble only."""
    return lint_document(read_document(path, encoding=encoding, format=input_format), config or Config())


def lint(text: str, *, target_lang: str | None = None, config: Config | None = None) -> Report:
    """Check a target text without its source: fluency and garble only."""
    return lint_document(document_from_text(text), with_languages(config, None, target_lang))


def lint_document(document: Document, config: Config) -> Report:
    """`lint` for a document that has been read."""
    settled = settle(document.text, config.target_lang, "target")
    config = config.for_languages(None, settled.lang)
    scorer = Scorer(config, Languages(source=None, target=settled.lang), lint=True)
    segments = with_file_lines(document, segment_document(document, settled.lang, mode=_segment_mode(config)))
    pairs = [Pair(index=s.index, source="", target=s.text, target_segments=(s,)) for s in segments]
    places = [
        Place(
            source_span=None,
            target_span=(s.start, s.end),
            source_line=None,
            target_line=_line(document, s),
            target_column=column,
            target_unit=_unit(document, s),
            bead=((), (s.index,)),
        )
        for s, column in zip(segments, _columns(document, segments), strict=True)
    ]
    records = scorer.score(pairs, places)
    return Report(
        signature=scorer.signature(None),
        source=None,
        target=_side(document, settled.lang, settled.origin, len(segments)),
        summary=judge.summarise(records, seed=config.seed, lint=True),
        segments=tuple(records),
        tiers=scorer.tiers(),
        notes=(*settled.notes, *scorer.notes()),
        remarks=scorer.remarks,
        version=VERSION,
    )


def align_files(
    source: str,
    target: str,
    *,
    config: Config | None = None,
    encoding: str | None = None,
    input_format: str | None = None,
) -> AlignedDocuments:
    """Split and align two files without scoring them.

    Raises:
        InputError: a file cannot be read or is empty.
    """
    config = config or Config()
    if source == target == "-":
        raise InputError("-: only one input can be stdin; give a file for the other.")
    documents = (
        read_document(source, encoding=encoding, format=input_format),
        read_document(target, encoding=encoding, format=input_format),
    )
    languages = settle_languages(documents[0].text, documents[1].text, config)
    aligned = align_documents(*documents, languages, load_encoder(config.encoder), _segment_mode(config))
    return replace(aligned, notes=(*languages.notes, *aligned.notes))


def check_document_pair(
    source: Document,
    target: Document,
    config: Config,
    *,
    reference: Document | None = None,
    progress: Progress | None = None,
) -> Report:
    """The lane for two documents: split, align, score, judge."""
    languages = settle_languages(source.text, target.text, config)
    scorer = Scorer(config.for_languages(languages.source, languages.target), languages, hints=True, progress=progress)
    encoder = scorer.encoder or load_encoder(config.encoder)
    mode = _segment_mode(config)
    aligned = align_documents(source, target, languages, encoder, mode, progress)
    records = scorer.score(*_pairs_of_beads(source, target, aligned, encoder))
    metrics: tuple[Metric, ...] = ()
    if reference is not None:
        grouped = _reference_groups(source, reference, aligned, languages, encoder, mode)
        records, metrics = with_reference(records, grouped, languages.target)
    return Report(
        signature=scorer.signature(aligned.alignment.signature),
        source=_side(source, languages.source, languages.source_origin, len(aligned.source)),
        target=_side(target, languages.target, languages.target_origin, len(aligned.target)),
        summary=judge.summarise(records, seed=config.seed, objection=judge.OBJECTIONS.get(aligned.relation)),
        segments=tuple(records),
        metrics=metrics,
        tiers=scorer.tiers(),
        notes=(*languages.notes, *scorer.notes(), *aligned.notes),
        remarks=scorer.remarks,
        moves=tuple(Move(source=m.source, target=m.target, confidence=m.confidence) for m in aligned.moves),
        version=VERSION,
    )


def _segment_mode(config: Config) -> Mode:
    return "sentences" if config.mode == "document" else "lines"


def _pairs_of_beads(
    source: Document, target: Document, aligned: AlignedDocuments, encoder: Encoder
) -> tuple[list[Pair], list[Place]]:
    pairs, places = [], []
    source_columns, target_columns = _columns(source, aligned.source), _columns(target, aligned.target)
    for index, bead in enumerate(aligned.alignment.beads):
        sources = tuple(aligned.source[i] for i in bead.source)
        targets = tuple(aligned.target[i] for i in bead.target)
        source_span, target_span = _span(sources), _span(targets)
        pairs.append(
            Pair(
                index=index,
                source=source.text[slice(*source_span)] if source_span else "",
                target=target.text[slice(*target_span)] if target_span else "",
                source_segments=sources,
                target_segments=targets,
                similarity=bead.similarity,
                alignment_confidence=bead.confidence,
                unmatched=unmatched_parts(bead, sources, targets, encoder),
                seams=_seams_in(aligned.seams, source_span, target_span),
            )
        )
        places.append(
            Place(
                source_span=source_span,
                target_span=target_span,
                source_line=_line(source, sources[0]) if sources else None,
                target_line=_line(target, targets[0]) if targets else None,
                source_column=source_columns[bead.source[0]] if sources else None,
                target_column=target_columns[bead.target[0]] if targets else None,
                source_unit=_unit(source, sources[0]) if sources else None,
                target_unit=_unit(target, targets[0]) if targets else None,
                bead=(bead.source, bead.target),
            )
        )
    return pairs, places


def _seams_in(
    seams: Sequence[Seam], source_span: tuple[int, int] | None, target_span: tuple[int, int] | None
) -> tuple[tuple[Side, int, str], ...]:
    """The wrong sentence boundaries of a pair: side, offset of the end of what stands before, kind."""
    spans = {Side.SOURCE: source_span, Side.TARGET: target_span}
    found = []
    for seam in seams:
        span = spans[seam.side]
        if span is not None and span[0] < seam.start <= span[1]:
            found.append((seam.side, seam.start - span[0], seam.kind))
    return tuple(found)


def _columns(document: Document, segments: Sequence[Segment]) -> Sequence[int | None]:
    """Columns in the file's lines; an extracted text has none."""
    if document.units:
        return [None] * len(segments)
    return columns(document.text, [segment.start for segment in segments])


def _line(document: Document, segment: Segment) -> int | None:
    """The segment's line in the file; DOCX and ODT have none."""
    return segment.line if not document.units or document.units[0].line is not None else None


def _unit(document: Document, segment: Segment) -> str | None:
    unit = unit_at(document.units, segment.start)
    return unit.name if unit else None


def _span(segments: Sequence[Segment]) -> tuple[int, int] | None:
    return (segments[0].start, segments[-1].end) if segments else None


def _side(document: Document, lang: str | None, origin: str, n_segments: int) -> SideInfo:
    return SideInfo(
        path=document.path,
        lang=lang,
        lang_origin=origin,
        n_segments=n_segments,
        n_chars=len(document.text),
        encoding=document.encoding,
        notes=document.notes,
        format=document.format,
    )


def _reference_groups(
    source: Document,
    reference: Document,
    aligned: AlignedDocuments,
    languages: Languages,
    encoder: Encoder,
    mode: Mode,
) -> list[tuple[list[int], str]]:
    """The reference text for each group of beads: it is aligned to the same source, and common groups are taken."""
    segments = segment_document(reference, languages.target, mode=mode)
    alignment = align_segments(
        aligned.source,
        segments,
        encoder,
        source_lang=languages.source,
        target_lang=languages.target,
        source_text=source.text,
        target_text=reference.text,
    )
    own = [(bead.source, bead.target) for bead in aligned.alignment.beads]
    other = [(bead.source, bead.target) for bead in alignment.beads]
    return [
        (positions, " ".join(segments[k].text for j in matching for k in other[j][1]))
        for positions, matching in common_groups(own, other)
    ]
