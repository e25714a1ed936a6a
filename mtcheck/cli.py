"""The command line: arguments in, exit code out. Everything heavy is imported inside the commands."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from mtcheck.errors import ConfigError, InputError, MtcheckError

if TYPE_CHECKING:
    from mtcheck.config import Config
    from mtcheck.report import Report

EXIT_OK = 0
EXIT_GATE = 1  # the gate given by --fail-on or --fail-under is not met
EXIT_USAGE = 2  # wrong arguments or input

SCORE_FORMATS = ("text", "json", "jsonl", "tsv")
COMPARE_FORMATS = ("text", "json")
ALIGN_FORMATS = ("text", "tsv", "json", "vecalign")

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
ConfigOption = Annotated[str | None, typer.Option("--config", help="A TOML file with settings.")]
Select = Annotated[list[str] | None, typer.Option(help="Only these rules (code, name or family; repeatable).")]
Ignore = Annotated[list[str] | None, typer.Option(help="Not these rules (code, name or family; repeatable).")]
Html = Annotated[str | None, typer.Option(help="Write the HTML report to this file.")]
Json = Annotated[str | None, typer.Option("--json", help="Write the results as JSON to this file.")]
Format = Annotated[str, typer.Option("--format", help="Standard output: text, json, jsonl or tsv.")]
FailOn = Annotated[str | None, typer.Option(help="Exit 1 on a flag of this severity or above.")]
FailUnder = Annotated[float | None, typer.Option(help="Exit 1 when the quality is below this (0-100).")]
BaselineOption = Annotated[
    list[str] | None,
    typer.Option("--baseline", help="A saved review or earlier results: report only what is new (repeatable)."),
]
Encoding = Annotated[str | None, typer.Option(help="Encoding of the input files; detected if left out.")]


@app.command()
def score(
    source: Annotated[str, typer.Argument(help="The source text, or one file of pairs (TSV, CSV, JSONL); - is stdin.")],
    target: Annotated[str | None, typer.Argument(help="The translation; left out for a file of pairs.")] = None,
    aligned: Annotated[bool, typer.Option("--aligned", help="Line i of SOURCE goes with line i of TARGET.")] = False,
    sentences: Sentences = False,
    source_lang: SourceLang = None,
    target_lang: TargetLang = None,
    reference: Annotated[str | None, typer.Option(help="A trusted translation: adds BLEU, chrF and TER.")] = None,
    html: Html = None,
    json_file: Json = None,
    output: Format = "text",
    encoder: EncoderOption = None,
    deep: Deep = False,
    config: ConfigOption = None,
    select: Select = None,
    ignore: Ignore = None,
    fail_on: FailOn = None,
    fail_under: FailUnder = None,
    baseline: BaselineOption = None,
    encoding: Encoding = None,
) -> None:
    """Judge a translation: two documents, or a file of pairs."""
    _one_of("--format", output, SCORE_FORMATS)
    settings = _settings(
        config,
        mode=_mode(aligned, sentences),
        source_lang=source_lang,
        target_lang=target_lang,
        encoder=encoder,
        deep=deep or None,
        select=select,
        ignore=ignore,
        fail_on=fail_on,
        fail_under=fail_under,
        baseline=tuple(baseline) if baseline else None,
    )
    _writable(html, json_file)
    from mtcheck import pairflow, pipeline

    if target is None and output in ("jsonl", "tsv") and not (html or json_file or reference):
        records = pairflow.stream_file(source, settings, encoding=encoding)
        raise typer.Exit(_stream(records, output, settings))
    with _progress() as progress:
        if target is None:
            report = pairflow.check_pairs_file(
                source, settings, reference=reference, encoding=encoding, progress=progress
            )
        else:
            report = pipeline.check_files(
                source, target, config=settings, reference=reference, encoding=encoding, progress=progress
            )
    raise typer.Exit(_deliver(report, output, html, json_file, settings))


@app.command()
def lint(
    target: Annotated[str, typer.Argument(help="The text to check without its source; - is stdin.")],
    lines: Annotated[bool, typer.Option("--lines", help="One segment a line: do not split.")] = False,
    target_lang: TargetLang = None,
    html: Html = None,
    json_file: Json = None,
    output: Format = "text",
    config: ConfigOption = None,
    select: Select = None,
    ignore: Ignore = None,
    fail_on: FailOn = None,
    fail_under: FailUnder = None,
    baseline: BaselineOption = None,
    encoding: Encoding = None,
) -> None:
    """Check a translation with no source at hand: fluency and garble only."""
    _one_of("--format", output, SCORE_FORMATS)
    settings = _settings(
        config,
        mode="sentences" if lines else None,
        target_lang=target_lang,
        select=select,
        ignore=ignore,
        fail_on=fail_on,
        fail_under=fail_under,
        baseline=tuple(baseline) if baseline else None,
    )
    _writable(html, json_file)
    from mtcheck import pipeline

    report = pipeline.lint_file(target, config=settings, encoding=encoding)
    raise typer.Exit(_deliver(report, output, html, json_file, settings))


@app.command()
def align(
    source: Annotated[str, typer.Argument(help="The source text; - is stdin.")],
    target: Annotated[str, typer.Argument(help="Its translation; - is stdin.")],
    sentences: Sentences = False,
    source_lang: SourceLang = None,
    target_lang: TargetLang = None,
    output: Annotated[str, typer.Option("--format", help="text, tsv, json or vecalign.")] = "text",
    encoder: EncoderOption = None,
    encoding: Encoding = None,
) -> None:
    """Print which sentences of SOURCE face which of TARGET."""
    _one_of("--format", output, ALIGN_FORMATS)
    settings = _settings(
        None,
        mode="sentences" if sentences else None,
        source_lang=source_lang,
        target_lang=target_lang,
        encoder=encoder,
    )
    from mtcheck import pipeline
    from mtcheck.align_formats import format_alignment

    aligned = pipeline.align_files(source, target, config=settings, encoding=encoding)
    for note in aligned.notes:
        print(f"mtcheck: {note}", file=sys.stderr)
    for line in format_alignment(aligned.alignment, aligned.source, aligned.target, output):
        print(line)


@app.command()
def compare(
    files: Annotated[
        list[str], typer.Argument(help="SOURCE and two or more translations; or two files that --json wrote.")
    ],
    sentences: Sentences = False,
    aligned: Annotated[bool, typer.Option("--aligned", help="Line i of SOURCE goes with line i of each.")] = False,
    source_lang: SourceLang = None,
    target_lang: TargetLang = None,
    reference: Annotated[str | None, typer.Option(help="A trusted translation: adds BLEU, chrF and TER.")] = None,
    html: Annotated[str | None, typer.Option(help="Write the comparison as an HTML page to this file.")] = None,
    json_file: Annotated[str | None, typer.Option("--json", help="Write it as JSON to this file.")] = None,
    output: Annotated[str, typer.Option("--format", help="Standard output: text or json.")] = "text",
    encoder: EncoderOption = None,
    config: ConfigOption = None,
    select: Select = None,
    ignore: Ignore = None,
    fail_on: Annotated[
        str | None, typer.Option(help="Exit 1 when a translation has a new flag of this severity or above.")
    ] = None,
    encoding: Encoding = None,
) -> None:
    """Say which of several translations is better, where, and whether by more than chance; or compare two runs."""
    _one_of("--format", output, COMPARE_FORMATS)
    settings = _settings(
        config,
        mode=_mode(aligned, sentences),
        source_lang=source_lang,
        target_lang=target_lang,
        encoder=encoder,
        select=select,
        ignore=ignore,
        fail_on=fail_on,
    )
    _writable(html, json_file)
    from mtcheck import compare_inputs

    with _progress() as progress:
        if compare_inputs.are_results(files):
            if reference:
                raise ConfigError("--reference goes with texts; results hold the reference that they were made with.")
            made = compare_inputs.compare_results(*files)
        else:
            made = compare_inputs.compare_files(
                *files, reference=reference, config=settings, encoding=encoding, progress=progress
            )
    if html:
        _write(html, made.to_html())
    if json_file:
        _write(json_file, made.to_json())
    if output == "json":
        print(made.to_json(), end="")
    else:
        from mtcheck.report.to_text import style_for

        width, color = style_for(sys.stdout)
        print(made.to_text(width=width, color=color), end="")
    raise typer.Exit(EXIT_GATE if made.has_new(settings.fail_on) else EXIT_OK)


@app.command()
def report(
    results: Annotated[list[str], typer.Argument(help="Files that `mtcheck score --json` wrote.")],
    out: Annotated[str, typer.Option("-o", "--out", help="The HTML file to write; of several results, the folder.")],
    review: Annotated[str | None, typer.Option(help="A saved review, to show its decisions in the page.")] = None,
) -> None:
    """Write the HTML report again from saved results; of several, a page each and an index, the worst first."""
    from mtcheck.report.load import load_report

    if len(results) == 1 and not Path(out).is_dir():
        from mtcheck.report.review import load_review

        _writable(out)
        decisions = load_review(review) if review else None
        _write(out, load_report(results[0]).to_html(review=decisions))
        return
    if review:
        raise ConfigError("--review goes with one file of results: it holds decisions on one translation.")
    from mtcheck.report.index import write_batch_report

    write_batch_report(map(load_report, results), out)


@app.command()
def rules() -> None:
    """List the rules: code, name, severity, category, first line."""
    from mtcheck.rules import all_rules

    for item in all_rules():
        state = " (preview)" if item.preview else ""
        first = item.doc.splitlines()[0] if item.doc else ""
        print(f"{item.code}  {item.name:28} {item.severity!s:8}  {item.category:28} {first}{state}")


@app.command()
def rule(code: Annotated[str, typer.Argument(help="A rule's code or name, such as NUM001.")]) -> None:
    """Print one rule's page."""
    from mtcheck.rules import get_rule

    item = get_rule(code)
    print(f"{item.code} {item.name} ({item.severity}, {item.category}, since {item.since})\n\n{item.doc}")


@app.command()
def models() -> None:
    """List the models at hand: size, licence, revision, languages and their strength."""
    from mtcheck.models_info import describe_models

    for line in describe_models():
        print(line)


@app.command()
def evaluate(
    data: Annotated[str, typer.Argument(help="A data set with human scores: MLQE-PE da.tsv, or TSV with a header.")],
    source_lang: SourceLang = None,
    target_lang: TargetLang = None,
    encoder: EncoderOption = None,
    limit: Annotated[int | None, typer.Option(help="Only the first so many rows.")] = None,
) -> None:
    """Say how far the scores agree with human judges on a data set, as a Markdown table."""
    from mtcheck.evaluate import evaluate as measure

    settings = _settings(None, encoder=encoder)
    print(measure(data, source_lang=source_lang, target_lang=target_lang, config=settings, limit=limit).to_markdown())


def _settings(config_file: str | None, **given: Any) -> Config:
    """The configuration file's settings, overridden by the options that were given."""
    from dataclasses import replace

    from mtcheck.config import Config, load_config, parse_severity

    base = load_config(config_file) if config_file else Config()
    changes = {key: value for key, value in given.items() if value is not None}
    for key in ("select", "ignore"):
        if key in changes:
            changes[key] = tuple(part for item in changes[key] for part in item.split(",") if part)
    if "fail_on" in changes:
        changes["fail_on"] = parse_severity(changes["fail_on"], where="--fail-on")
    return replace(base, **changes)


def _mode(aligned: bool, sentences: bool) -> str | None:
    if aligned and sentences:
        raise ConfigError("--aligned and --sentences exclude each other: choose one.")
    return "aligned" if aligned else "sentences" if sentences else None


def _one_of(option: str, value: str, allowed: tuple[str, ...]) -> None:
    if value not in allowed:
        raise ConfigError(f"{option} {value!r} is not known: expected one of {', '.join(allowed)}.")


def _writable(*paths: str | None) -> None:
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


def _deliver(report: Report, output: str, html: str | None, json_file: str | None, settings: Config) -> int:
    if html:
        _write(html, report.to_html())
    if json_file:
        _write(json_file, report.to_json(indent=1) + "\n")
    if output == "text":
        from mtcheck.report.to_text import style_for

        width, color = style_for(sys.stdout)
        print(report.to_text(width=width, color=color), end="")
    elif output == "json":
        print(report.to_json(indent=1))
    else:
        for line in report.to_jsonl() if output == "jsonl" else report.to_tsv():
            print(line)
    from mtcheck.judge import fails_gate

    failed = fails_gate(report.segments, report.summary.quality, settings.fail_on, settings.fail_under)
    return EXIT_GATE if failed else EXIT_OK


def _stream(records: Iterator[Any], output: str, settings: Config) -> int:
    from mtcheck.report import to_json, to_tsv

    from_record: Callable[[Any], str] = to_tsv.row if output == "tsv" else lambda s: to_json.dumps(to_json.record(s))
    if output == "tsv":
        print(to_tsv.header())
    severe, total, weight = False, 0.0, 0
    for item in records:
        print(from_record(item))
        severe |= settings.fail_on is not None and any(f.severity >= settings.fail_on for f in item.flags)
        if item.quality is not None:
            length = max(len(item.source), len(item.target), 1)
            total, weight = total + item.quality * length, weight + length
    low = settings.fail_under is not None and weight > 0 and total / weight < settings.fail_under
    return EXIT_GATE if severe or low else EXIT_OK


def _write(path: str, text: str) -> None:
    """Write whole or not at all: a temporary file beside it, then a rename."""
    temporary = Path(path).with_name(f".{Path(path).name}.{os.getpid()}.tmp")
    try:
        temporary.write_text(text, "utf-8", newline="\n")
        os.replace(temporary, path)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise InputError(f"{path}: cannot be written ({error.strerror}).") from error


@contextmanager
def _progress() -> Iterator[Callable[[str, int, int], None] | None]:
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
                tasks[step] = bar.add_task(step, total=total)
            bar.update(tasks[step], completed=done, total=total)

        yield update


def main() -> None:
    """Run the command line; MtcheckError becomes one line on stderr and exit code 2."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app()
    except MtcheckError as error:
        print(f"mtcheck: error: {error}", file=sys.stderr)
        sys.exit(EXIT_USAGE)
    except KeyboardInterrupt:
        print("mtcheck: stopped", file=sys.stderr)
        sys.exit(130)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(EXIT_OK)
