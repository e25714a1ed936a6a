"""Many files in one run: found by globs and folders, checked by several processes, results written whole."""

from __future__ import annotations

import glob
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from mtcheck.checkpoint import State, fingerprint, load_state, run_key, save_state, write_whole
from mtcheck.config import Config
from mtcheck.errors import ConfigError, InputError, MtcheckError
from mtcheck.gate import Gate, Tally
from mtcheck.pairs import PAIR_KINDS, kind_of_name
from mtcheck.pool import Pool
from mtcheck.report import Report
from mtcheck.report.rounding import score
from mtcheck.signature import VERSION

#: What is printed where no folder for results is named: findings a line, as compilers do, or for GitHub Actions.
PRINTED = ("lines", "github")
FORMATS = ("json", "jsonl", "tsv", "csv", "html", "sarif", "junit", "github", "parquet")
#: Names end like the format, but for these; `html` is made of the saved results at the end.
_SUFFIX = {"junit": "junit.xml", "github": "github.txt"}
SUMMARY = "summary.tsv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing to check: a file of pairs, or a source and its translation. `name` is its place below the output."""

    name: str
    source: str
    target: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A line of the summary. `error` says why there are no numbers, `gate` why the gate is not met."""

    name: str
    verdict: str = ""
    quality: float | None = None
    adequacy: float | None = None
    fluency: float | None = None
    pairs: int = 0
    minor: int = 0
    major: int = 0
    critical: int = 0
    gate: str = ""
    error: str = ""
    lines: tuple[str, ...] = ()  # findings to print, where nothing is written


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchTask:
    """What to check and where to write."""

    items: Sequence[Item]
    out: str | None = None  # None: findings are in the outcomes' `lines`, in the one format named
    formats: tuple[str, ...] = ("json",)
    n_jobs: int = 1
    resume: str | None = None
    encoding: str | None = None

    @property
    def written(self) -> tuple[str, ...]:
        """The formats in which each file's results are written at once."""
        if "html" not in self.formats:
            return self.formats
        return tuple(dict.fromkeys(("json", *(name for name in self.formats if name != "html"))))


def find_items(inputs: Sequence[str], targets: str | None) -> list[Item]:
    """The files that the inputs name, in order: files, globs (`**` crosses folders), and folders with all below them.

    Without `targets` they hold pairs. With it, each is a source whose translation has the same place below `targets`.

    Raises:
        InputError: an input names nothing, a translation is missing, or two files would have the same results.
    """
    items: list[Item] = []
    for given in inputs:
        found = list(_expand(given, pairs_only=targets is None))
        if not found:
            raise InputError(f"{given}: no such file, and nothing to check below it or matching it.")
        for path, name in found:
            items.append(Item(name=name, source=str(path), target=_translation(name, targets)))
    names: dict[str, str] = {}
    for item in items:
        if item.name in names:
            raise InputError(f"{item.source}: its results would replace those of {names[item.name]}; run them apart.")
        names[item.name] = item.source
    return items


def _expand(given: str, *, pairs_only: bool) -> Iterator[tuple[Path, str]]:
    path = Path(given)
    if path.is_file():
        plain = not path.is_absolute() and ".." not in path.parts
        yield path, path.as_posix() if plain else path.name
    elif path.is_dir():
        yield from _below(path, pairs_only)
    elif glob.has_magic(given):
        root = Path(*_fixed_parts(path))
        for match in sorted(glob.glob(given, recursive=True)):
            if Path(match).is_file():
                yield Path(match), Path(match).relative_to(root).as_posix()


def _fixed_parts(path: Path) -> Iterator[str]:
    for part in path.parts:
        if glob.has_magic(part):
            return
        yield part


def _below(folder: Path, pairs_only: bool) -> Iterator[tuple[Path, str]]:
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder)
        hidden = any(part.startswith(".") for part in name.parts)
        kind = kind_of_name(path.name)
        if path.is_file() and not hidden and (not pairs_only or kind in PAIR_KINDS):
            yield path, name.as_posix()


def _translation(name: str, targets: str | None) -> str | None:
    if targets is None:
        return None
    target = Path(targets) / name
    if not target.is_file():
        raise InputError(f"{target}: no such file; expected the translation of {name} there.")
    return str(target)


class _Checker:
    """An item to its outcome, with its results written."""

    def __init__(self, task: BatchTask, config: Config) -> None:
        self._task, self._config = task, config

    def __call__(self, item: Item) -> Outcome:
        config = self._config.for_path(item.target or item.source)
        try:
            report = _check(item, config, self._task.encoding)
            config = config.for_languages(report.source.lang if report.source else None, report.target.lang)
            gate = Gate.of(config).failures(Tally.of(report.segments), report.summary.quality)
            if self._task.out is None:
                return _outcome(item.name, report, gate, _lines(report, self._task.formats[0], config))
            for name in self._task.written:
                write_whole(output_path(self._task.out, item.name, name), _written(report, name, config, gate))
        except MtcheckError as error:
            return Outcome(name=item.name, error=str(error))
        return _outcome(item.name, report, gate)


def _check(item: Item, config: Config, encoding: str | None) -> Report:
    from mtcheck import pairflow, pipeline

    if item.target is None:
        return pairflow.check_pairs_file(item.source, config, encoding=encoding)
    return pipeline.check_files(item.source, item.target, config=config, encoding=encoding)


def _written(report: Report, format: str, config: Config, gate: Sequence[str]) -> bytes:
    from mtcheck.report.formats import render

    return render(report, format, fail_on=config.fail_on, gate=gate)


def _lines(report: Report, format: str, config: Config) -> tuple[str, ...]:
    from mtcheck.report import to_github

    return tuple((to_github.lines if format == "github" else to_github.plain_lines)(report, config.fail_on))


def _outcome(name: str, report: Report, gate: Sequence[str], lines: tuple[str, ...] = ()) -> Outcome:
    summary = report.summary
    return Outcome(
        name=name,
        verdict=str(summary.verdict),
        quality=score(summary.quality),
        adequacy=score(summary.adequacy),
        fluency=score(summary.fluency),
        pairs=summary.n_pairs,
        minor=summary.by_severity.get("minor", 0),
        major=summary.by_severity.get("major", 0),
        critical=summary.by_severity.get("critical", 0),
        gate="; ".join(gate),
        lines=lines,
    )


def output_path(folder: str, name: str, format: str) -> Path:
    """Where an item's results in a format stand."""
    return Path(folder) / f"{name}.{_SUFFIX.get(format, format)}"


def run_batch(task: BatchTask, config: Config, progress: Any = None) -> list[Outcome]:
    """Check every item; a fault of one is its outcome and stops no other. The summary is written last.

    With `resume`, items whose inputs are unchanged since their results were written are taken from the state.

    Raises:
        ConfigError: a format is unknown.
        InputError: the folder cannot be written, a glossary cannot be read, or the state is another run's.
    """
    known_formats = PRINTED if task.out is None else FORMATS
    for name in task.formats:
        if name not in known_formats:
            to = "on standard output" if task.out is None else "in a folder"
            raise ConfigError(f"--format {name!r} is not known {to}: expected one of {', '.join(known_formats)}.")
    if task.out is None and task.resume is not None:
        raise ConfigError("--resume needs --out: what went to standard output cannot be taken up again.")
    if task.out is not None:
        _make_folders(task.out, task.items)
    terms = [fingerprint(path) for path in config.glossary]
    state = State(key="")
    if task.resume is not None:
        key = run_key(config=_facts(config), formats=task.formats, version=VERSION, glossary=terms)
        state = load_state(task.resume, key)
    known = _known(task, state)
    todo = [item for item in task.items if item.name not in known]
    made = Pool(_Checker(task, config), min(task.n_jobs, max(len(todo), 1)), fork=not config.deep).map(todo)
    for number, (item, outcome) in enumerate(zip(todo, made, strict=True), 1):
        known[item.name] = outcome
        if progress is not None:
            progress("files", number, len(todo))
        if task.resume is not None and not outcome.error:
            state.data[item.name] = {"inputs": _inputs(item), "outcome": asdict(outcome)}
            save_state(task.resume, state)
    outcomes = [known[item.name] for item in task.items]
    if task.out is not None:
        write_whole(Path(task.out) / SUMMARY, summary(outcomes).encode())
        if "html" in task.formats:
            _write_pages(task.out, [outcome.name for outcome in outcomes if not outcome.error])
    return outcomes


def _facts(config: Config) -> list[str]:
    """Every setting, the same in every process: sets have no order of their own."""
    values = ((item.name, getattr(config, item.name)) for item in fields(config))
    return [f"{name}={sorted(value) if isinstance(value, frozenset) else value}" for name, value in values]


def _write_pages(out: str, names: Sequence[str]) -> None:
    """A page for each file and an index, the worst first, from the results saved as JSON; one in memory at a time."""
    from mtcheck.report.index import write_batch_report
    from mtcheck.report.load import load_report

    write_batch_report((load_report(output_path(out, name, "json")) for name in names), out)


def _make_folders(out: str, items: Sequence[Item]) -> None:
    try:
        for item in items:
            output_path(out, item.name, "json").parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"{out}: cannot be made a folder for results ({error.strerror}).") from error


def _inputs(item: Item) -> list[str]:
    return [fingerprint(path) for path in (item.source, item.target) if path is not None]


def _known(task: BatchTask, state: State) -> dict[str, Outcome]:
    """Outcomes that still hold: same inputs, results there."""
    found = {}
    for item in task.items:
        kept = state.data.get(item.name)
        whole = all(output_path(task.out or "", item.name, name).is_file() for name in task.written)
        if kept and whole and kept["inputs"] == _inputs(item):
            found[item.name] = Outcome(**{**kept["outcome"], "lines": ()})
    return found


def summary(outcomes: Sequence[Outcome]) -> str:
    """The outcomes as TSV with a header, in their order."""
    columns = [name for name in Outcome.__slots__ if name != "lines"]
    lines = ["\t".join(columns)]
    for outcome in outcomes:
        values = (getattr(outcome, name) for name in columns)
        cells = ("" if value is None else str(value) for value in values)
        lines.append("\t".join(" ".join(cell.split()) for cell in cells))
    return "\n".join(lines) + "\n"
