"""What the commands share: the application, options, settings, exit codes. Heavy imports wait inside functions."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from mtcheck.errors import ConfigError, InputError

if TYPE_CHECKING:
    from mtcheck.config import Config

EXIT_OK = 0
EXIT_GATE = 1  # the gate given by --fail-on or --fail-under is not met
EXIT_USAGE = 2  # wrong arguments or input

app = typer.Typer(
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Check a translation against its source: align, judge adequacy and fluency, flag garble, write a report.",
)

SourceLang = Annotated[str | None, typer.Option(help="Language of the source (BCP 47); detected if left out.")]
TargetLang = Annotated[str | None, typer.Option(help="Language of the target (BCP 47); detected if left out.")]
Sentences = Annotated[bool, typer.Option("--sentences", help="One sentence a line already: align, do not split.")]
EncoderOption = Annotated[
    str | None,
    typer.Option(help="A sentence-transformers folder or hub name, in place of the embedded encoder."),
]
Deep = Annotated[
    bool, typer.Option("--deep", help="A small network reads every pair: better quality, slower (mtcheck[deep]).")
]
ConfigOption = Annotated[
    str | None, typer.Option("--config", help="A TOML file with settings; none: do not look for one.")
]
Select = Annotated[list[str] | None, typer.Option(help="Only these rules (code, name or family; repeatable).")]
Ignore = Annotated[list[str] | None, typer.Option(help="Not these rules (code, name or family; repeatable).")]
Html = Annotated[str | None, typer.Option(help="Write the HTML report to this file.")]
Json = Annotated[str | None, typer.Option("--json", help="Write the results as JSON to this file.")]
FailOn = Annotated[str | None, typer.Option(help="Exit 1 on a flag of this severity or above.")]
FailUnder = Annotated[float | None, typer.Option(help="Exit 1 when the quality is below this (0-100).")]
MaxFlags = Annotated[int | None, typer.Option(help="Let pass so many flags (of --fail-on and above; else minor).")]
ProfileOption = Annotated[
    str | None, typer.Option("--profile", help="Settings for a kind of text: news, software, subtitles, ...")
]
Out = Annotated[
    str | None, typer.Option("-o", "--out", help="Write what --format gives to this file, when it is whole.")
]
Jobs = Annotated[int, typer.Option("-j", "--jobs", help="Processes; 0: one for each processor.")]
Resume = Annotated[str | None, typer.Option(help="Keep the state in this file, and go on from it after a stop.")]
InputFormat = Annotated[
    str | None,
    typer.Option(help="What the input files are (html, docx, tmx, ...); told from name and content if left out."),
]
BaselineOption = Annotated[
    list[str] | None,
    typer.Option("--baseline", help="A saved review or earlier results: report only what is new (repeatable)."),
]
GlossaryOption = Annotated[
    list[str] | None,
    typer.Option("--glossary", help="Terms to be used, forbidden or kept (TSV, CSV, TBX; repeatable)."),
]
Encoding = Annotated[str | None, typer.Option(help="Encoding of the input files; detected if left out.")]


def make_settings(config_file: str | None, **given: Any) -> Config:
    """The configuration file's settings (the nearest one's where none is named), overridden by the options given."""
    from dataclasses import replace

    from mtcheck.config import Config, parse_severity
    from mtcheck.config_file import find_config, read_config, with_profile

    found = find_config() if config_file is None else None if config_file == "none" else config_file
    changes = {key: value for key, value in given.items() if value is not None}
    profile = changes.pop("profile", None)
    if found is not None:
        base = read_config(found, profile=profile)
    else:
        base = with_profile(Config(), profile) if profile else Config()
    for key in ("select", "ignore"):
        if key in changes:
            changes[key] = tuple(part for item in changes[key] for part in item.split(",") if part)
    if "fail_on" in changes:
        changes["fail_on"] = parse_severity(changes["fail_on"], where="--fail-on")
    return replace(base, **changes, fixed=frozenset(changes))


def mode_of(aligned: bool, sentences: bool) -> str | None:
    """The mode that the two switches choose; None for the configured one.

    Raises:
        ConfigError: both are given.
    """
    if aligned and sentences:
        raise ConfigError("--aligned and --sentences exclude each other: choose one.")
    return "aligned" if aligned else "sentences" if sentences else None


def check_one_of(option: str, value: str, allowed: tuple[str, ...]) -> None:
    """Fail where an option's value is none of those allowed.

    Raises:
        ConfigError: it is not.
    """
    if value not in allowed:
        raise ConfigError(f"{option} {value!r} is not known: expected one of {', '.join(allowed)}.")


def check_writable(*paths: str | None) -> None:
    """Fail before the work, not after it.

    Raises:
        InputError: the folder of an output file is missing, or the path is a folder.
    """
    for path in paths:
        if path is None:
            continue
        folder = Path(path).parent
        if Path(path).is_dir():
            raise InputError(f"{path}: is a folder; expected the name of a file to write.")
        if not folder.is_dir():
            raise InputError(f"{path}: the folder {folder} does not exist; make it first.")


def exit_code(failures: Sequence[str]) -> int:
    """The exit code of a run whose gate failed for these reasons, which go to stderr."""
    for reason in failures:
        print(f"mtcheck: gate: {reason}", file=sys.stderr)
    return EXIT_GATE if failures else EXIT_OK


def n_processes(jobs: int) -> int:
    """The number of processes; to be asked before numpy is imported.

    Several that each let numpy's library use every processor would only wait for one another.
    """
    if jobs < 0:
        raise ConfigError(f"--jobs {jobs} is out of range: expected 1 or more, or 0 for one on each processor.")
    n_jobs = jobs or (len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)
    if n_jobs > 1:
        for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"):
            os.environ.setdefault(name, "1")
    return n_jobs


def write_text(path: str, text: str) -> None:
    """Write a file whole or not at all, in UTF-8."""
    from mtcheck.checkpoint import write_whole

    write_whole(path, text.encode())


@contextmanager
def progress_bar() -> Iterator[Callable[[str, int, int], None] | None]:
    """A progress bar with the time left on a terminal's stderr, gone when all is done; None elsewhere.

    rich keeps to `NO_COLOR`, `TERM=dumb` and the terminal's width.
    """
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskID, TaskProgressColumn, TextColumn, TimeRemainingColumn

    tasks: dict[str, TaskID] = {}
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:

        def update(step: str, done: int, total: int) -> None:
            if step not in tasks:
                tasks[step] = bar.add_task(step, total=total or None)
            bar.update(tasks[step], completed=done, total=total or None)

        yield update
