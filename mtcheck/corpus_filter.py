"""Corpus cleaning: pairs that pass go to one file, the others with the reason to another, counts come back."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import Any

from mtcheck import pairflow
from mtcheck.checkpoint import GrowingFile
from mtcheck.config import Config
from mtcheck.data import SegmentResult, Severity
from mtcheck.errors import InputError
from mtcheck.identify import forget_profiles
from mtcheck.near_duplicates import SeenPairs, band_keys
from mtcheck.pool import Pool
from mtcheck.read import RawPair, iter_pairs
from mtcheck.report.rounding import score
from mtcheck.scorer import Scorer
from mtcheck.settle import Languages
from mtcheck.stream import Progress, pack, unpack

DUPLICATE = "near-duplicate"
_BREAKS = re.compile(r"[\t\r\n]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a pair must meet to be kept; None: no such limit."""

    min_quality: float | None = None
    min_adequacy: float | None = None
    min_fluency: float | None = None
    drop_on: Severity | None = Severity.MAJOR  # a flag of this severity or above drops the pair
    keep_unjudged: bool = True  # pairs without the number that a limit asks for (too short, a headline)


@dataclass(frozen=True, slots=True, kw_only=True)
class FilterTask:
    """What to read, the limits, and where to write. `rejected` None: the rejected pairs are only counted."""

    path: str
    out: str
    rejected: str | None = None
    limits: Limits = field(default_factory=Limits)
    near_duplicates: bool = True
    n_expected: int = 2_000_000  # pairs that the memory for duplicates is made for (67 MB)
    n_jobs: int = 1
    encoding: str | None = None


@dataclass(slots=True)
class FilterCounts:
    """How many pairs were read and kept, and why the others were dropped: by first reason, and by every reason."""

    n_pairs: int = 0
    n_kept: int = 0
    first: Counter[str] = field(default_factory=Counter)
    every: Counter[str] = field(default_factory=Counter)

    def table(self) -> str:
        """The counts as TSV: reason, pairs that it was the first to drop, all pairs that it applies to."""
        lines = [f"pairs\t{self.n_pairs}\t", f"kept\t{self.n_kept}\t", f"dropped\t{self.n_pairs - self.n_kept}\t"]
        order = sorted(self.every, key=lambda reason: (-self.first[reason], -self.every[reason], reason))
        lines += [f"{reason}\t{self.first[reason]}\t{self.every[reason]}" for reason in order]
        return "\n".join(["reason\tdropped\tall", *lines]) + "\n"


@dataclass(frozen=True, slots=True)
class _Judged:
    """One pair with its reasons to go; `keys` tell near-duplicates."""

    line: int
    source: str
    target: str
    quality: float | None
    reasons: tuple[str, ...]
    keys: list[int]


class _Judge:
    """A batch of raw pairs to judgements. Pickles as what it was made of."""

    def __init__(self, config: Config, languages: Languages, limits: Limits, near_duplicates: bool) -> None:
        self.scorer = Scorer(config, languages)
        self.limits, self.near_duplicates = limits, near_duplicates

    def __reduce__(self) -> tuple[Any, ...]:
        return (_Judge, (self.scorer.config, self.scorer.languages, self.limits, self.near_duplicates))

    def __call__(self, raws: list[tuple[Any, ...]]) -> list[_Judged]:
        pairs = [unpack(raw) for raw in raws]
        return [
            self._judge(raw, segment)
            for raw, segment in zip(pairs, pairflow.score_batch(self.scorer, pairs), strict=True)
        ]

    def _judge(self, raw: RawPair, segment: SegmentResult) -> _Judged:
        found = tuple(dict.fromkeys(reasons(segment, self.limits)))
        keys = band_keys(raw.source, raw.target) if self.near_duplicates and not found else []
        return _Judged(raw.line, raw.source, raw.target, score(segment.quality), found, keys)


def reasons(segment: SegmentResult, limits: Limits) -> Iterator[str]:
    """Why a pair goes: `empty-side`, the codes of flags, `low-quality` and its like, `cannot-judge`."""
    if not segment.source.strip() or not segment.target.strip():
        yield "empty-side"
        return
    if limits.drop_on is not None:
        yield from (flag.rule for flag in segment.flags if flag.severity >= limits.drop_on)
    for name in ("quality", "adequacy", "fluency"):
        least, value = getattr(limits, f"min_{name}"), getattr(segment, name)
        if least is None:
            continue
        if value is None and not limits.keep_unjudged:
            yield "cannot-judge"
        elif value is not None and value < least:
            yield f"low-{name}"


def filter_pairs(task: FilterTask, config: Config, progress: Progress | None = None) -> FilterCounts:
    """Write the two files, whole or not at all.

    Raises:
        InputError: the input cannot be read, a row is broken, or an output cannot be written.
        MtcheckError: near-duplicates are asked for and their libraries are missing.
    """
    raws = iter_pairs(task.path, encoding=task.encoding, source_lang=config.source_lang, target_lang=config.target_lang)
    head = list(islice(raws, pairflow.SAMPLE))
    languages = pairflow.raw_languages(head, config)
    forget_profiles()
    for note in languages.notes:
        print(f"mtcheck: {note}", file=sys.stderr)
    config = config.for_languages(languages.source, languages.target)
    judge = _Judge(config, languages, task.limits, task.near_duplicates)
    if task.out == task.rejected:
        raise InputError(f"{task.out}: kept and rejected pairs need two files.")
    counts = FilterCounts()
    with ExitStack() as stack:
        files = [GrowingFile(path) for path in (task.out, task.rejected) if path is not None]
        for file in files:
            stack.callback(file.abandon)
        _sort(
            Pool(judge, task.n_jobs, fork=not config.deep, n_first=pairflow.N_ALONE).map(_batches(chain(head, raws))),
            files,
            task,
            counts,
            progress,
        )
        for file in files:
            file.close()
        for file in files:
            file.name()
    return counts


def _batches(raws: Iterator[RawPair]) -> Iterator[list[tuple[Any, ...]]]:
    while batch := [pack(raw) for raw in islice(raws, pairflow.BATCH)]:
        yield batch


def _sort(
    judged: Iterator[list[_Judged]],
    files: list[GrowingFile],
    task: FilterTask,
    counts: FilterCounts,
    progress: Progress | None,
) -> None:
    seen = SeenPairs(task.n_expected) if task.near_duplicates else None
    files[0].write(b"source\ttarget\n")
    for file in files[1:]:
        file.write(b"line\treasons\tquality\tsource\ttarget\n")
    for batch in judged:
        for pair in batch:
            found = pair.reasons
            if seen is not None and not found:
                if pair.keys in seen:
                    found = (DUPLICATE,)
                else:
                    seen.add(pair.keys)
            counts.n_pairs += 1
            counts.n_kept += not found
            counts.first.update(found[:1])
            counts.every.update(found)
            texts = f"{_cell(pair.source)}\t{_cell(pair.target)}\n"
            if not found:
                files[0].write(texts.encode("utf-8", "backslashreplace"))
            elif len(files) > 1:
                quality = "" if pair.quality is None else pair.quality
                line = f"{pair.line}\t{' '.join(found)}\t{quality}\t{texts}"
                files[1].write(line.encode("utf-8", "backslashreplace"))
        if progress is not None:
            progress("pairs", counts.n_pairs, 0)


def _cell(text: str) -> str:
    """The text as one cell of a TSV without quoting: tabs and line ends become spaces."""
    return _BREAKS.sub(" ", text)
