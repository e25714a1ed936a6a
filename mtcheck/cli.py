"""The command line: arguments in, exit code out. Everything heavy is imported inside the commands."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mtcheck.cli_common import (
    EXIT_GATE,
    EXIT_OK,
    EXIT_USAGE,
    BaselineOption,
    ConfigOption,
    Deep,
    EncoderOption,
    Encoding,
    FailOn,
    FailUnder,
    GlossaryOption,
    Html,
    Ignore,
    InputFormat,
    Jobs,
    Json,
    MaxFlags,
    Out,
    ProfileOption,
    Resume,
    Select,
    Sentences,
    SourceLang,
    TargetLang,
    app,
    check_one_of,
    check_writable,
    exit_code,
    make_settings,
    mode_of,
    n_processes,
    progress_bar,
    write_text,
)
from mtcheck.errors import ConfigError, InputError, MtcheckError

if TYPE_CHECKING:
    from mtcheck.config import Config
    from mtcheck.report import Report

__all__ = ["app", "main"]

SCORE_FORMATS = ("text", "json", "jsonl", "tsv", "csv", "sarif", "junit", "github", "parquet")
COMPARE_FORMATS = ("text", "json")
ALIGN_FORMATS = ("text", "tsv", "json", "vecalign")

Format = Annotated[str, typer.Option("--format", help="What to print: " + ", ".join(SCORE_FORMATS) + ".")]


@app.command()
def score(
    source: Annotated[
        str, typer.Argument(help="The source, or one file of pairs (TSV, TMX, XLIFF, PO, ...); - is stdin.")
    ],
    target: Annotated[str | None, typer.Argument(help="The translation; left out for a file of pairs.")] = None,
    aligned: Annotated[bool, typer.Option("--aligned", help="Line i of SOURCE goes with line i of TARGET.")] = False,
    sentences: Sentences = False,
    source_lang: SourceLang = None,
    target_lang: TargetLang = None,
    reference: Annotated[str | None, typer.Option(help="A trusted translation: adds BLEU, chrF and TER.")] = None,
    html: Html = None,
    json_file: Json = None,
    annotate: Annotated[
        str | None, typer.Option(help="Write a copy of a TMX, XLIFF or PO file with the findings in it to this file.")
    ] = None,
    output: Format = "text",
    encoder: EncoderOption = None,
    deep: Deep = False,
    config: ConfigOption = None,
    select: Select = None,
    ignore: Ignore = None,
    fail_on: FailOn = None,
    fail_under: FailUnder = None,
    max_flags: MaxFlags = None,
    profile: ProfileOption = None,
    baseline: BaselineOption = None,
    glossary: GlossaryOption = None,
    out: Out = None,
    jobs: Jobs = 1,
    resume: Resume = None,
    encoding: Encoding = None,
    input_format: InputFormat = None,
) -> None:
    """Judge a translation: two documents, or a file of pairs."""
    _score_format(output, out)
    n_jobs = n_processes(jobs)
    settings = make_settings(
        config,
        mode=mode_of(aligned, sentences),
        source_lang=source_lang,
        target_lang=target_lang,
        encoder=encoder,
        deep=deep or None,
        select=select,
        ignore=ignore,
        fail_on=fail_on,
        fail_under=fail_under,
        max_flags=max_flags,
        profile=profile,
        baseline=tuple(baseline) if baseline else None,
        glossary=tuple(glossary) if glossary else None,
    ).for_path(target or source)
    check_writable(html, json_file, annotate, out, resume)
    if annotate is not None and target is not None:
        raise ConfigError("--annotate writes into a file of both sides (TMX, XLIFF, PO): give one file.")
    from mtcheck.report.row_formats import ROW_FORMATS

    streams = output in ROW_FORMATS and (target is None or settings.mode == "aligned")
    if streams and not (html or json_file or reference):
        reading = {"encoding": encoding, "input_format": input_format, "annotate": annotate}
        raise typer.Exit(_stream(source, target, settings, output, out, n_jobs, resume, **reading))
    if resume is not None:
        raise ConfigError(f"--resume is for files of pairs and --format {', '.join(ROW_FORMATS)}.")
    from mtcheck import pairflow, pipeline

    with progress_bar() as progress:
        if target is None:
            report = pairflow.check_pairs_file(
                source,
                settings,
                reference=reference,
                encoding=encoding,
                input_format=input_format,
                annotate=annotate,
                progress=progress,
            )
        else:
            report = pipeline.check_files(
                source,
                target,
                config=settings,
                reference=reference,
                encoding=encoding,
                input_format=input_format,
                progress=progress,
            )
    raise typer.Exit(_deliver(report, output, html, json_file, settings, out))


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
    max_flags: MaxFlags = None,
    profile: ProfileOption = None,
    baseline: BaselineOption = None,
    glossary: GlossaryOption = None,
    out: Out = None,
    encoding: Encoding = None,
    input_format: InputFormat = None,
) -> None:
    """Check a translation with no source at hand: fluency and garble only."""
    _score_format(output, out)
    settings = make_settings(
        config,
        mode="sentences" if lines else None,
        target_lang=target_lang,
        select=select,
        ignore=ignore,
        fail_on=fail_on,
        fail_under=fail_under,
        max_flags=max_flags,
        profile=profile,
        baseline=tuple(baseline) if baseline else None,
        glossary=tuple(glossary) if glossary else None,
    ).for_path(target)
    check_writable(html, json_file, out)
    from mtcheck import pipeline

    report = pipeline.lint_file(target, config=settings, encoding=encoding, input_format=input_format)
    raise typer.Exit(_deliver(report, output, html, json_file, settings, out))


@app.command()
def align(
    source: Annotated[str, typer.Argument(help="The source text (- is stdin), or a folder of them.")],
    target: Annotated[str, typer.Argument(help="Its translation (- is stdin), or the folder of translations.")],
    sentences: Sentences = False,
    source_lang: SourceLang = None,
    target_lang: TargetLang = None,
    output: Annotated[str, typer.Option("--format", help="text, tsv, json or vecalign.")] = "text",
    out: Annotated[str | None, typer.Option(help="For folders: write each pair's alignment to this folder.")] = None,
    encoder: EncoderOption = None,
    encoding: Encoding = None,
    input_format: InputFormat = None,
) -> None:
    """Print which sentences of SOURCE face which of TARGET; of two folders, documents are paired first."""
    check_one_of("--format", output, ALIGN_FORMATS)
    settings = make_settings(
        None,
        mode="sentences" if sentences else None,
        source_lang=source_lang,
        target_lang=target_lang,
        encoder=encoder,
    )
    if Path(source).is_dir() or Path(target).is_dir() or out is not None:
        _align_folders(source, target, output, out, settings, encoding)
        return
    from mtcheck import pipeline
    from mtcheck.align_formats import format_documents

    aligned = pipeline.align_files(source, target, config=settings, encoding=encoding, input_format=input_format)
    for note in aligned.notes:
        print(f"mtcheck: {note}", file=sys.stderr)
    for line in format_documents(aligned, output):
        print(line)


def _align_folders(
    source: str, target: str, output: str, out: str | None, settings: Config, encoding: str | None
) -> None:
    if not (Path(source).is_dir() and Path(target).is_dir()):
        raise InputError(f"{source}, {target}: give two folders, or two files without --out.")
    if out is None and output != "text":
        raise ConfigError(f"--format {output} of two folders needs --out FOLDER: a file is written for each pair.")
    from mtcheck.align_formats import format_documents
    from mtcheck.folderflow import align_pairs, pair_folders

    def warn(note: str) -> None:
        print(f"mtcheck: {note}", file=sys.stderr)

    found = pair_folders(source, target, config=settings, encoding=encoding)
    for path in (*found.source_alone, *found.target_alone):
        warn(f"{path}: no counterpart found; left out.")
    for pair, aligned in align_pairs(found, config=settings, encoding=encoding, warn=warn):
        title = f"{pair.source} = {pair.target} (by {pair.how})"
        lines = format_documents(aligned, output)
        if out is None:
            print(f"## {title}", *lines, "", sep="\n")
            continue
        file = Path(out) / pair.source.relative_to(source).with_suffix(f"{pair.source.suffix}.{output}")
        file.parent.mkdir(parents=True, exist_ok=True)
        write_text(str(file), "\n".join(lines) + "\n")
        print(f"{title}: {file}")


@app.command()
def text(
    file: Annotated[str, typer.Argument(help="A document (HTML, Markdown, DOCX, ODT, SRT, VTT, text); - is stdin.")],
    places: Annotated[
        bool, typer.Option("--places", help="Each piece with its offsets, line and place, as TSV.")
    ] = False,
    encoding: Encoding = None,
    input_format: InputFormat = None,
) -> None:
    """Print the text that is read from a document: all offsets in results count in it."""
    from mtcheck.read import read_document

    document = read_document(file, encoding=encoding, format=input_format)
    for note in document.notes:
        print(f"mtcheck: {note}", file=sys.stderr)
    if not places:
        sys.stdout.write(document.text)
        return
    print("start\tend\tline\tplace")
    for unit in document.units:
        print(f"{unit.start}\t{unit.end}\t{unit.line or ''}\t{unit.name}")


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
    glossary: GlossaryOption = None,
    fail_on: Annotated[
        str | None, typer.Option(help="Exit 1 when a translation has a new flag of this severity or above.")
    ] = None,
    encoding: Encoding = None,
) -> None:
    """Say which of several translations is better, where, and whether by more than chance; or compare two runs."""
    check_one_of("--format", output, COMPARE_FORMATS)
    settings = make_settings(
        config,
        mode=mode_of(aligned, sentences),
        source_lang=source_lang,
        target_lang=target_lang,
        encoder=encoder,
        select=select,
        ignore=ignore,
        glossary=tuple(glossary) if glossary else None,
        fail_on=fail_on,
    )
    check_writable(html, json_file)
    from mtcheck import compare_inputs

    with progress_bar() as progress:
        if compare_inputs.are_results(files):
            if reference:
                raise ConfigError("--reference goes with texts; results hold the reference that they were made with.")
            made = compare_inputs.compare_results(*files)
        else:
            made = compare_inputs.compare_files(
                *files, reference=reference, config=settings, encoding=encoding, progress=progress
            )
    if html:
        write_text(html, made.to_html())
    if json_file:
        write_text(json_file, made.to_json())
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

        check_writable(out)
        decisions = load_review(review) if review else None
        write_text(out, load_report(results[0]).to_html(review=decisions))
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

    settings = make_settings(None, encoder=encoder)
    print(measure(data, source_lang=source_lang, target_lang=target_lang, config=settings, limit=limit).to_markdown())


def _score_format(output: str, out: str | None) -> None:
    check_one_of("--format", output, SCORE_FORMATS)
    if output == "parquet" and out is None:
        raise ConfigError("--format parquet is no text: name a file with --out.")


def _deliver(
    report: Report, output: str, html: str | None, json_file: str | None, settings: Config, out: str | None
) -> int:
    from mtcheck.gate import Gate, Tally

    source = report.source.lang if report.source else None
    gate = Gate.of(settings.for_languages(source, report.target.lang))
    failures = gate.failures(Tally.of(report.segments), report.summary.quality)
    if html:
        write_text(html, report.to_html())
    if json_file:
        write_text(json_file, report.to_json(indent=1) + "\n")
    if output == "text":
        from mtcheck.report.to_text import style_for

        width, color = (None, False) if out else style_for(sys.stdout)
        made = report.to_text(width=width, color=color).encode("utf-8", "backslashreplace")
    else:
        from mtcheck.report.formats import render

        made = render(report, output, fail_on=gate.fail_on, gate=failures)
    if out:
        from mtcheck.checkpoint import write_whole

        write_whole(out, made)
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(made)
        sys.stdout.buffer.flush()
    return exit_code(failures)


def _stream(
    source: str,
    target: str | None,
    settings: Config,
    output: str,
    out: str | None,
    n_jobs: int,
    resume: str | None,
    **reading: str | None,
) -> int:
    from mtcheck.gate import Gate
    from mtcheck.stream import StreamTask, run_stream

    task = StreamTask(source=source, target=target, format=output, out=out, resume=resume, n_jobs=n_jobs, **reading)
    with progress_bar() as progress:
        tally, config = run_stream(task, settings, progress)
    return exit_code(Gate.of(config).failures(tally, tally.quality))


def main() -> None:
    """Run the command line; MtcheckError becomes one line on stderr and exit code 2."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    # numpy's products are small here: more threads than one only spin. To be said before numpy is imported.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # As with Ctrl-C, what is half written is cleared away; 143 is what a shell makes of the signal.
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))
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


from mtcheck import cli_batch  # noqa: E402, F401  (registers its commands; it takes the options defined above)
