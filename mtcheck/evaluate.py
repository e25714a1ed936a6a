"""Agreement with human judges: mtcheck's numbers and two baselines against the scores of a data set.

Reads what the quality-estimation tasks of WMT publish: tab-separated columns with a header (MLQE-PE `da.tsv`:
`original`, `translation`, `z_mean`), or five columns without one (WMT21 critical errors: id, source, target, votes,
ERR or NOT). Files may be compressed with xz or gzip.
"""

from __future__ import annotations

import gzip
import lzma
import re
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from mtcheck.config import Config
from mtcheck.data import Pair, SegmentResult
from mtcheck.errors import InputError
from mtcheck.languages import is_supported, normalise_tag

Floats = npt.NDArray[np.float64]

SOURCES = ("original", "source", "src")
TARGETS = ("translation", "target", "mt", "hypothesis", "tgt")
SCORES = ("z_mean", "z-mean", "score", "mean", "da", "quality")  # the first that is there is used
_LABELS = {"ERR": 0.0, "BAD": 0.0, "NOT": 1.0, "OK": 1.0}
_DIRECTION = re.compile(r"(?<![a-z])([a-z]{2,3})-?([a-z]{2,3})(?![a-z])")
ROUNDS = 1000
_KENDALL_ROWS = 500  # rows of the sign matrix held at a time


@dataclass(frozen=True, slots=True)
class Judged:
    """One line of a data set: higher scores mean better."""

    source: str
    target: str
    score: float


@dataclass(frozen=True, slots=True)
class Coefficient:
    """A correlation with its 95 % interval."""

    value: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.value:.3f} [{self.low:.3f}, {self.high:.3f}]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """How one number agrees with the judges, over the `n` pairs for which it is known."""

    name: str
    n: int
    pearson: Coefficient | None
    spearman: Coefficient | None
    kendall: Coefficient | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """Agreement of all numbers on one data set."""

    path: str
    source_lang: str
    target_lang: str
    n: int
    rows: tuple[Agreement, ...]
    signature: str
    notes: tuple[str, ...] = ()

    def to_markdown(self) -> str:
        """A table, one line a number."""
        lines = [
            f"### {Path(self.path).name} ({self.source_lang}-{self.target_lang}, {self.n:,} pairs)",
            "",
            "| number | pairs | Pearson | Spearman | Kendall |",
            "|---|---:|---|---|---|",
        ]
        for row in self.rows:
            cells = [str(c) if c else "–" for c in (row.pearson, row.spearman, row.kendall)]
            lines.append(f"| {row.name} | {row.n:,} | {' | '.join(cells)} |")
        lines += ["", "95 % intervals in brackets.", f"Signature: `{self.signature}`"]
        lines += [f"Note: {note}" for note in self.notes]
        return "\n".join(lines) + "\n"


def evaluate(
    path: str,
    *,
    source_lang: str | None = None,
    target_lang: str | None = None,
    config: Config | None = None,
    limit: int | None = None,
    seed: int = 0,
) -> Evaluation:
    """Score a data set and compare with its human scores. Languages are read from the file's name if not given.

    Raises:
        InputError: the file cannot be read, has no such columns, or its languages are not known.
        ModelError: an encoder cannot be loaded.
    """
    from mtcheck.pairflow import check_pairs

    judged = read_judged(path)[:limit]
    languages = settle_direction(path, source_lang, target_lang)
    report = check_pairs(
        [(one.source, one.target) for one in judged],
        source_lang=languages[0],
        target_lang=languages[1],
        config=config,
    )
    human = np.array([one.score for one in judged], dtype=np.float64)
    numbers: dict[str, Floats] = {
        "quality": _column([s.quality for s in report.segments]),
        "adequacy": _column([s.adequacy for s in report.segments]),
        "fluency": _column([s.fluency for s in report.segments]),
        "quality model alone": _model_values(report.segments, languages, config),
        "baseline: length ratio": length_baseline(judged),
        "baseline: shared characters": overlap_baseline(judged),
    }
    rows = [agreement(name, values, human, seed=seed) for name, values in numbers.items() if not np.isnan(values).all()]
    return Evaluation(
        path=path,
        source_lang=languages[0],
        target_lang=languages[1],
        n=len(judged),
        rows=tuple(rows),
        signature=report.signature,
        notes=report.notes,
    )


def _column(values: Sequence[float | None]) -> Floats:
    return np.array([np.nan if value is None else value for value in values], dtype=np.float64)


def _model_values(segments: Sequence[SegmentResult], languages: tuple[str, str], config: Config | None) -> Floats:
    """The regressor's own number, before the judge; NaN where the encoder in use has none."""
    from mtcheck.encode import load_encoder
    from mtcheck.fluency import load_fluency
    from mtcheck.quality import load_quality

    model = load_quality(load_encoder((config or Config()).encoder), source_lang=languages[0], target_lang=languages[1])
    if model is None:
        return np.full(len(segments), np.nan)
    pairs = [
        Pair(index=s.index, source=s.source, target=s.target, source_lang=languages[0], target_lang=languages[1])
        for s in segments
    ]
    fluency = load_fluency().score([s.target for s in segments], languages[1])
    estimates = model.predict(pairs, fluency, [s.flags for s in segments])
    return np.array([estimate.value for estimate in estimates])


def settle_direction(path: str, source_lang: str | None, target_lang: str | None) -> tuple[str, str]:
    """The languages as given, else from a name such as `ru-en.test20.da.tsv` or `ende.dev.tsv`.

    Raises:
        InputError: neither says them.
        ConfigError: a given tag is not one.
    """
    if source_lang and target_lang:
        return normalise_tag(source_lang), normalise_tag(target_lang)
    for found in _DIRECTION.finditer(Path(path).name.lower()):
        if all(is_supported(tag) or len(tag) == 2 for tag in found.groups()):
            return source_lang or found[1], target_lang or found[2]
    raise InputError(f"{path}: its name does not say the languages; give --source-lang and --target-lang.")


def read_judged(path: str) -> list[Judged]:
    """All lines of a data set.

    Raises:
        InputError: the file cannot be read, or a line does not have the columns that the first one promises.
    """
    rows = _rows(path)
    _, first = next(rows, (0, []))
    if not first:
        raise InputError(f"{path}: holds no line.")
    names = [cell.strip().lower() for cell in first]
    source, target = _find(names, SOURCES), _find(names, TARGETS)
    score = _find(names, SCORES)
    if source is None or target is None:
        if len(first) < 3 or (label := _label_column(first)) is None:
            raise InputError(
                f"{path}:1: expected a header with source ({', '.join(SOURCES)}), target ({', '.join(TARGETS)}) and "
                f"score ({', '.join(SCORES)}), or lines that end in ERR or NOT."
            )
        return [_judged(path, 1, first, 1, 2, label), *(_judged(path, n, row, 1, 2, label) for n, row in rows)]
    if score is None:
        raise InputError(f"{path}:1: no score column; expected one of {', '.join(SCORES)}.")
    judged = [_judged(path, n, row, source, target, score) for n, row in rows]
    if not judged:
        raise InputError(f"{path}: holds a header and no line.")
    return judged


def _find(names: list[str], wanted: Sequence[str]) -> int | None:
    return next((names.index(name) for name in wanted if name in names), None)


def _label_column(row: list[str]) -> int | None:
    return next((i for i in range(len(row) - 1, 2, -1) if row[i].strip() in _LABELS), None)


def _judged(path: str, number: int, row: list[str], source: int, target: int, score: int) -> Judged:
    if len(row) <= max(source, target, score):
        raise InputError(f"{path}:{number}: {len(row)} columns; expected at least {max(source, target, score) + 1}.")
    cell = row[score].strip()
    try:
        value = _LABELS[cell] if cell in _LABELS else float(cell)
    except ValueError:
        raise InputError(f"{path}:{number}: {cell[:40]!r} is no score; expected a number, or ERR or NOT.") from None
    if not np.isfinite(value):
        raise InputError(f"{path}:{number}: the score {cell} is not finite.")
    return Judged(row[source].strip(), row[target].strip(), value)


def _rows(path: str) -> Iterator[tuple[int, list[str]]]:
    """Line number and cells of every line that is not empty. No quoting: WMT's files have none."""
    opened: dict[str, Any] = {".xz": lzma.open, ".gz": gzip.open}
    try:
        with opened.get(Path(path).suffix, open)(path, "rt", encoding="utf-8-sig", newline="\n") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield number, line.rstrip("\r\n").split("\t")
    except (OSError, EOFError, UnicodeDecodeError, lzma.LZMAError, zlib.error) as error:
        raise InputError(f"{path}: cannot be read ({error}).") from error


def length_baseline(judged: Sequence[Judged]) -> Floats:
    """Minus the distance of the log length ratio from the data set's own median."""
    ratios = np.array([np.log((len(one.target) + 1) / (len(one.source) + 1)) for one in judged])
    return np.asarray(-np.abs(ratios - np.median(ratios)))


def overlap_baseline(judged: Sequence[Judged]) -> Floats:
    """chrF-like: F1 of the character trigrams that the two romanised texts share (names, numbers, cognates)."""
    return np.array([_overlap(one.source, one.target) for one in judged])


def _overlap(source: str, target: str) -> float:
    from anyascii import anyascii

    a, b = (_trigrams(anyascii(text).lower()) for text in (source, target))
    total = a.total() + b.total()
    return 2 * (a & b).total() / total if total else 0.0


def _trigrams(text: str) -> Counter[str]:
    text = " ".join(text.split())
    return Counter(text[i : i + 3] for i in range(len(text) - 2))


def agreement(name: str, values: Floats, human: Floats, *, seed: int = 0) -> Agreement:
    """The three correlations over the pairs whose value is known; None where one side does not vary."""
    known = ~np.isnan(values)
    x, y = values[known], human[known]
    if len(x) < 3 or np.ptp(x) == 0 or np.ptp(y) == 0:
        return Agreement(name=name, n=len(x), pearson=None, spearman=None, kendall=None)
    ranks = average_ranks(x), average_ranks(y)
    return Agreement(
        name=name, n=len(x), pearson=_bootstrapped(x, y, seed), spearman=_bootstrapped(*ranks, seed),
        kendall=kendall(x, y),
    )  # fmt: skip


def _bootstrapped(x: Floats, y: Floats, seed: int) -> Coefficient:
    """Pearson's r with a percentile bootstrap over pairs."""
    rng = np.random.default_rng(seed)
    found = []
    for start in range(0, ROUNDS, 50):
        rows = rng.integers(0, len(x), (min(50, ROUNDS - start), len(x)))
        a, b = x[rows], y[rows]
        a = a - a.mean(axis=1, keepdims=True)
        b = b - b.mean(axis=1, keepdims=True)
        norm = np.sqrt((a * a).sum(axis=1) * (b * b).sum(axis=1))
        found.append((a * b).sum(axis=1)[norm > 0] / norm[norm > 0])
    low, high = np.percentile(np.concatenate(found), [2.5, 97.5])
    return Coefficient(float(np.corrcoef(x, y)[0, 1]), float(low), float(high))


def average_ranks(values: Floats) -> Floats:
    """Ranks from 1; equal values share the mean of theirs."""
    _, inverse, counts = np.unique(values, return_inverse=True, return_counts=True)
    ends = np.cumsum(counts)
    return np.asarray((ends - (counts - 1) / 2)[inverse], dtype=np.float64)


def kendall(x: Floats, y: Floats) -> Coefficient:
    """Kendall's tau-b; its interval from the variance of the pairs' own concordance (Hoeffding's projection)."""
    n = len(x)
    own = np.empty(n)
    ties_x = ties_y = 0.0
    for start in range(0, n, _KENDALL_ROWS):
        part = slice(start, start + _KENDALL_ROWS)
        a, b = np.sign(x[part, None] - x[None, :]), np.sign(y[part, None] - y[None, :])
        own[part] = (a * b).sum(axis=1) / (n - 1)
        ties_x += (a == 0).sum() - len(a)
        ties_y += (b == 0).sum() - len(b)
    all_pairs = n * (n - 1)
    norm = float(np.sqrt((1 - ties_x / all_pairs) * (1 - ties_y / all_pairs)))
    tau = float(own.mean()) / norm
    error = 1.96 * 2 * float(own.std()) / np.sqrt(n) / norm
    return Coefficient(tau, max(tau - error, -1.0), min(tau + error, 1.0))
