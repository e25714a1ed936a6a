"""Files of pairs of any length: read, scored by one or several processes, and written in order, in constant memory."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from operator import attrgetter
from pathlib import Path
from typing import Any

from mtcheck import pairflow
from mtcheck.annotate import annotated
from mtcheck.checkpoint import GrowingFile, State, fingerprint, load_state, run_key, save_state
from mtcheck.config import Config
from mtcheck.data import SegmentResult
from mtcheck.errors import ConfigError, InputError
from mtcheck.gate import Tally
from mtcheck.identify import forget_profiles
from mtcheck.pool import Pool
from mtcheck.read import RawPair, Skipped, iter_pairs, read_aligned
from mtcheck.report.row_formats import ROW_FORMATS, RowFormat
from mtcheck.scorer import Scorer
from mtcheck.settle import Languages

SAVE_EVERY = float(os.environ.get("MTCHECK_SAVE_EVERY", "2"))  # seconds between two states
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Made:
    """A batch's share of the output."""

    data: bytes
    tally: Tally


class BatchScorer:
    """A batch of raw pairs to its share of the output. Pickles as what it was made of."""

    def __init__(self, config: Config, languages: Languages, rows: RowFormat) -> None:
        self.scorer = Scorer(config, languages)
        self.rows = rows

    def __reduce__(self) -> tuple[Any, ...]:
        return (BatchScorer, (self.scorer.config, self.scorer.languages, self.rows))

    def __call__(self, raws: list[tuple[Any, ...]]) -> Made:
        """Score and write a batch that `pack` made."""
        segments = pairflow.score_batch(self.scorer, [unpack(raw) for raw in raws])
        return Made(self.rows.rows(segments), Tally.of(segments))


FIELDS = (
    "index", "source", "target", "source_start", "target_start", "line", "source_offsets", "target_offsets",
    "source_raw", "target_raw", "id",
)  # fmt: skip


#: What scoring needs of a pair, as a value that travels cheaply to another process.
pack: Callable[[RawPair], tuple[Any, ...]] = attrgetter(*FIELDS)


def unpack(raw: tuple[Any, ...]) -> RawPair:
    """The pair that `pack` took apart, as far as scoring needs it."""
    return RawPair(
        index=raw[0],
        source=raw[1],
        target=raw[2],
        source_start=raw[3],
        target_start=raw[4],
        line=raw[5],
        source_offsets=raw[6],
        target_offsets=raw[7],
        source_raw=raw[8],
        target_raw=raw[9],
        id=raw[10],
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class StreamTask:
    """What to read and how to write it. `target` is None for a file of pairs, else the other of two aligned files."""

    source: str
    target: str | None = None
    format: str = "jsonl"
    out: str | None = None  # None: standard output
    resume: str | None = None  # a file that keeps the state
    n_jobs: int = 1
    encoding: str | None = None
    input_format: str | None = None
    annotate: str | None = None  # a copy of a TMX, XLIFF or PO file with the findings in it

    def __post_init__(self) -> None:
        if not ROW_FORMATS[self.format] and self.out is None:
            raise ConfigError(f"--format {self.format} is no text: name a file with --out.")
        if self.resume is not None and self.out is None:
            raise ConfigError("--resume needs --out: what went to standard output cannot be taken up again.")
        if self.resume is not None and not ROW_FORMATS[self.format]:
            raise ConfigError(f"--resume cannot go on with {self.format}: choose jsonl, tsv or csv.")
        if self.annotate is not None and (self.resume is not None or self.n_jobs > 1):
            raise ConfigError("--annotate writes in one go and one process: leave out --resume and --jobs.")
        if self.resume is not None and "-" in (self.source, self.target):
            raise InputError("-: standard input cannot be read again for --resume; give a file.")


def run_stream(task: StreamTask, config: Config, progress: Progress | None = None) -> tuple[Tally, Config]:
    """Score the pairs and write the records; the tally of all, and the settings for their languages.

    Raises:
        InputError: the input cannot be read, a row is broken, or the output cannot be written.
    """
    skipped = Skipped()
    raws = _read(task, config, skipped)
    head = list(islice(raws, pairflow.SAMPLE))
    languages = pairflow.raw_languages(head, config)
    forget_profiles()
    for note in languages.notes:
        print(f"mtcheck: {note}", file=sys.stderr)
    config = config.for_languages(languages.source, languages.target)
    if config.baseline and task.resume is not None:
        raise ConfigError("--resume cannot go on with a baseline: it counts findings from the start of the file.")
    rows = RowFormat(name=task.format, path=task.target or task.source, fail_on=config.fail_on)
    run = _Run(task, BatchScorer(config, languages, rows), chain(head, raws), Tally(), progress)
    tally = _to_stdout(run) if task.out is None else _to_file(run) if ROW_FORMATS[task.format] else _to_parquet(run)
    for note in run.work.scorer.sorter.notes() if run.work.scorer.sorter else ():
        print(f"mtcheck: {note}", file=sys.stderr)
    if skipped.counts:
        print(f"mtcheck: {task.source}: {skipped.words()}", file=sys.stderr)
    return tally, config


def _read(task: StreamTask, config: Config, skipped: Skipped) -> Iterator[RawPair]:
    if task.target is not None:
        return read_aligned(task.source, task.target, encoding=task.encoding)
    return iter_pairs(
        task.source,
        format=task.input_format,
        encoding=task.encoding,
        source_lang=config.source_lang,
        target_lang=config.target_lang,
        skipped=skipped,
    )


def _batches(raws: Iterator[RawPair]) -> Iterator[list[tuple[Any, ...]]]:
    while batch := list(map(pack, islice(raws, pairflow.BATCH))):
        yield batch


@dataclass(slots=True)
class _Run:
    """A task under way."""

    task: StreamTask
    work: BatchScorer
    raws: Iterator[RawPair]
    tally: Tally
    progress: Progress | None

    def batches(self, write: Callable[[bytes], object]) -> Iterator[None]:
        """Score batch after batch; at each step one is written and counted."""
        for made in self._made():
            write(made.data)
            self.tally.add(made.tally)
            if self.progress is not None:
                self.progress("pairs", self.tally.n_pairs, 0)
            yield

    def _made(self) -> Iterator[Made]:
        if self.task.annotate is None:
            # A baseline counts equal findings in their order, so one process has to see them all.
            n_jobs = 1 if self.work.scorer.config.baseline else self.task.n_jobs
            fork = not self.work.scorer.config.deep
            yield from Pool(self.work, n_jobs, fork=fork, n_first=pairflow.N_ALONE).map(_batches(self.raws))
            return
        records = annotated(
            self._records(),
            self.task.source,
            self.task.annotate,
            self.work.scorer.config,
            encoding=self.task.encoding,
            input_format=self.task.input_format,
        )
        while batch := list(islice(records, pairflow.BATCH)):
            yield Made(self.work.rows.rows(batch), Tally.of(batch))

    def _records(self) -> Iterator[SegmentResult]:
        while batch := list(islice(self.raws, pairflow.BATCH)):
            yield from pairflow.score_batch(self.work.scorer, batch)


def _to_stdout(run: _Run) -> Tally:
    sys.stdout.flush()
    out = sys.stdout.buffer
    out.write(run.work.rows.header())
    for _ in run.batches(out.write):
        out.flush()
    out.flush()
    return run.tally


def _to_parquet(run: _Run) -> Tally:
    from mtcheck.report.to_parquet import ParquetFile

    assert run.task.out is not None
    out = GrowingFile(run.task.out)
    try:
        file = ParquetFile(out.part)
        for _ in run.batches(file.write):
            pass
        file.close()
    except BaseException:
        out.abandon()
        raise
    out.name()
    return run.tally


def _to_file(run: _Run) -> Tally:
    task = run.task
    assert task.out is not None
    state = State(key="")
    if task.resume is not None:
        state = load_state(task.resume, _key(task, run.work))
        if state.done:
            return _finished(task, state)
        _take_up(run, state)
    out = GrowingFile(task.out, keep=task.resume is not None, n_bytes=state.n_bytes)
    try:
        if not state.n_bytes:
            out.write(run.work.rows.header())
        saved = time.monotonic()
        for _ in run.batches(out.write):
            if task.resume is not None and time.monotonic() - saved >= SAVE_EVERY:
                _save(run, state, out.sync())
                saved = time.monotonic()
        n_bytes = out.close()
    except BaseException:
        out.abandon()
        raise
    if task.resume is not None:
        state.done = True
        _save(run, state, n_bytes)
    out.name()
    return run.tally


def _take_up(run: _Run, state: State) -> None:
    """Go to where the state says."""
    if state.data:
        run.tally = Tally.from_json(state.data)
    n_skipped = sum(1 for _ in islice(run.raws, state.n_pairs))
    if n_skipped < state.n_pairs:
        raise InputError(f"{run.task.source}: has {n_skipped:,} pairs where the state says {state.n_pairs:,}.")


def _save(run: _Run, state: State, n_bytes: int) -> None:
    assert run.task.resume is not None
    state.n_bytes, state.n_pairs, state.data = n_bytes, run.tally.n_pairs, run.tally.to_json()
    save_state(run.task.resume, state)


def _key(task: StreamTask, work: BatchScorer) -> str:
    files = [fingerprint(path) for path in (task.source, task.target) if path is not None]
    name = Path(task.out or "").name
    return run_key(
        files=files, signature=work.scorer.signature(None), rows=str(work.rows), batch=pairflow.BATCH, out=name
    )


def _finished(task: StreamTask, state: State) -> Tally:
    """A run that was done: at most its file still lacks its name."""
    assert task.out is not None
    path = Path(task.out)
    part = path.with_name(f".{path.name}.part")
    if part.is_file() and part.stat().st_size == state.n_bytes:
        part.replace(path)
    if not path.is_file() or path.stat().st_size != state.n_bytes:
        raise InputError(f"{task.out}: changed or gone since the run was done; delete {task.resume} to begin anew.")
    return Tally.from_json(state.data)
