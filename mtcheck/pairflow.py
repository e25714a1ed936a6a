"""Pairs that are aligned already, whole or as a stream: from a file of pairs or from texts to records."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice

from mtcheck import judge
from mtcheck.annotate import annotated
from mtcheck.config import Config
from mtcheck.data import Metric, Pair, Segment, SegmentResult, SideInfo
from mtcheck.errors import InputError
from mtcheck.read import RawPair, Skipped, iter_pairs, read_document
from mtcheck.reference import with_reference
from mtcheck.report import Report
from mtcheck.scorer import Place, Progress, Scorer
from mtcheck.settle import Languages, settle_languages, with_languages
from mtcheck.signature import VERSION

N_ALONE = 4  # batches of a stream that one process scores before there are others: these share what is loaded by then
BATCH = 512  # pairs scored at once in a stream: 7 % less time than 256, for 10 MB more; 1,024 are no faster
SAMPLE = 400  # pairs whose text decides the languages of a pairs file


def check_pairs(
    pairs: Iterable[tuple[str, str]],
    *,
    source_lang: str | None = None,
    target_lang: str | None = None,
    references: Sequence[str] | None = None,
    config: Config | None = None,
) -> Report:
    """Check segments that are aligned already, given as (source, target) texts.

    Offsets of spans and flags count from the start of each text's own side laid end to end with line feeds between
    (the document that `"\\n".join` gives). An empty text is an omission or addition.

    Raises:
        InputError: there is no pair, or the number of references differs.
    """
    raws = list(_raw_from_texts(pairs))
    config = with_languages(config, source_lang, target_lang)
    return check_raw(raws, config, ("<source>", "<target>"), references=references)


def check_pairs_file(
    path: str,
    config: Config | None = None,
    *,
    reference: str | None = None,
    encoding: str | None = None,
    input_format: str | None = None,
    annotate: str | None = None,
    progress: Progress | None = None,
) -> Report:
    """Check a file that holds both sides (`pairs.PAIR_KINDS`); `reference` names a text with one line a pair.

    `annotate` names a file for a copy of a TMX, XLIFF or PO file with the findings in it.

    Raises:
        InputError: the file is not a file of pairs, a row is broken, or the reference has another number of lines.
    """
    config = config or Config()
    skipped = Skipped()
    raws = list(_pairs_of(path, config, encoding, input_format, skipped))
    references = None
    if reference is not None:
        references = read_document(reference, encoding=encoding).text.splitlines()
    elif any(raw.reference is not None for raw in raws):
        references = [raw.reference or "" for raw in raws]
    report = check_raw(raws, config, (path, path), references=references, notes=_notes(skipped), progress=progress)
    if annotate is not None:
        records = annotated(report.segments, path, annotate, config, encoding=encoding, input_format=input_format)
        deque(records, maxlen=0)
    return report


def _pairs_of(
    path: str, config: Config, encoding: str | None, input_format: str | None, skipped: Skipped
) -> Iterator[RawPair]:
    return iter_pairs(
        path,
        format=input_format,
        encoding=encoding,
        source_lang=config.source_lang,
        target_lang=config.target_lang,
        skipped=skipped,
    )


def _notes(skipped: Skipped) -> tuple[str, ...]:
    return (skipped.words(),) if skipped.counts else ()


def score_stream(
    pairs: Iterable[tuple[str, str]],
    *,
    source_lang: str | None = None,
    target_lang: str | None = None,
    config: Config | None = None,
) -> Iterator[SegmentResult]:
    """Records of aligned pairs as they come, in constant memory: `BATCH` pairs are held at a time.

    Rules that look at a whole document (repeats, consistency) see one batch.
    """
    yield from _score_raw(_raw_from_texts(pairs), with_languages(config, source_lang, target_lang))


def _raw_from_texts(pairs: Iterable[tuple[str, str]]) -> Iterator[RawPair]:
    source_start = target_start = 0
    for index, (source, target) in enumerate(pairs):
        yield RawPair(
            index=index,
            source=source,
            target=target,
            source_start=source_start,
            target_start=target_start,
            line=index + 1,
        )
        source_start, target_start = source_start + len(source) + 1, target_start + len(target) + 1


def check_raw(
    raws: Sequence[RawPair],
    config: Config,
    paths: tuple[str, str],
    *,
    references: Sequence[str] | None,
    notes: tuple[str, ...] = (),
    progress: Progress | None = None,
) -> Report:
    """The report on aligned pairs; `paths` are the source's and target's names, `references` one text a pair.

    Raises:
        InputError: there is no pair, or the number of references differs.
    """
    if not raws:
        raise InputError(f"{paths[0]}: holds no pair; expected one a row.")
    if references is not None and len(references) != len(raws):
        raise InputError(f"the reference has {len(references)} lines for {len(raws)} pairs; expected one a pair.")
    languages = raw_languages(raws, config)
    scorer = Scorer(config.for_languages(languages.source, languages.target), languages, hints=True, progress=progress)
    records = score_batch(scorer, raws)
    metrics: tuple[Metric, ...] = ()
    if references is not None:
        grouped = [([i], text) for i, text in enumerate(references)]
        records, metrics = with_reference(records, grouped, languages.target)
    source_info, target_info = (
        SideInfo(
            path=path,
            lang=lang,
            lang_origin=origin,
            n_segments=sum(1 for raw in raws if text(raw)),
            n_chars=sum(len(text(raw)) for raw in raws),
            encoding="utf-8",
        )
        for path, lang, origin, text in (
            (paths[0], languages.source, languages.source_origin, _source_text),
            (paths[1], languages.target, languages.target_origin, _target_text),
        )
    )
    return Report(
        signature=scorer.signature(None),
        source=source_info,
        target=target_info,
        summary=judge.summarise(records, seed=config.seed),
        segments=tuple(records),
        metrics=metrics,
        tiers=scorer.tiers(),
        notes=(*notes, *languages.notes, *scorer.notes()),
        remarks=scorer.remarks,
        version=VERSION,
    )


def _score_raw(raws: Iterable[RawPair], config: Config) -> Iterator[SegmentResult]:
    stream = iter(raws)
    first = list(islice(stream, SAMPLE))
    if not first:
        return
    languages = raw_languages(first, config)
    scorer = Scorer(config.for_languages(languages.source, languages.target), languages)
    stream = chain(first, stream)
    while batch := list(islice(stream, BATCH)):
        yield from score_batch(scorer, batch)


def score_batch(scorer: Scorer, raws: Sequence[RawPair]) -> list[SegmentResult]:
    """The records of some pairs, in order."""
    return scorer.score([_raw_pair(raw) for raw in raws], [_raw_place(raw) for raw in raws])


def _source_text(raw: RawPair) -> str:
    return raw.source


def _target_text(raw: RawPair) -> str:
    return raw.target


def raw_languages(raws: Sequence[RawPair], config: Config) -> Languages:
    """Languages of aligned pairs: as configured, else as the file's first row names them, else detected."""
    head = raws[:SAMPLE]
    config = replace(
        config,
        source_lang=config.source_lang or head[0].source_lang,
        target_lang=config.target_lang or head[0].target_lang,
    )
    return settle_languages("\n".join(raw.source for raw in head), "\n".join(raw.target for raw in head), config)


def _raw_pair(raw: RawPair) -> Pair:
    source = _raw_segment(raw, raw.source, raw.source_start)
    target = _raw_segment(raw, raw.target, raw.target_start)
    return Pair(index=raw.index, source=raw.source, target=raw.target, source_segments=source, target_segments=target)


def _raw_segment(raw: RawPair, text: str, start: int) -> tuple[Segment, ...]:
    if not text:
        return ()
    return (
        Segment(index=raw.index, text=text, start=start, end=start + len(text), line=raw.line, paragraph=raw.index),
    )


def _raw_place(raw: RawPair) -> Place:
    return Place(
        source_span=_raw_span(raw.source, raw.source_start, raw.source_offsets),
        target_span=_raw_span(raw.target, raw.target_start, raw.target_offsets),
        source_line=raw.line if raw.source else None,
        target_line=raw.line if raw.target else None,
        bead=((raw.index,) if raw.source else (), (raw.index,) if raw.target else ()),
        source_offsets=raw.source_offsets,
        target_offsets=raw.target_offsets,
        source_raw=raw.source_raw,
        target_raw=raw.target_raw,
        source_unit=raw.id,
        target_unit=raw.id,
    )


def _raw_span(text: str, start: int, offsets: tuple[int, ...] | None) -> tuple[int, int] | None:
    if not text:
        return None
    return (offsets[0], offsets[-1]) if offsets else (start, start + len(text))
