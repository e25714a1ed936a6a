"""The commands for many files and for corpora: batch, filter, config. `mtcheck.cli` holds the others."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from mtcheck.cli_common import (
    EXIT_GATE,
    EXIT_OK,
    EXIT_USAGE,
    ConfigOption,
    EncoderOption,
    Encoding,
    FailOn,
    FailUnder,
    GlossaryOption,
    Ignore,
    Jobs,
    MaxFlags,
    ProfileOption,
    Resume,
    Select,
    SourceLang,
    TargetLang,
    app,
    check_writable,
    make_settings,
    mode_of,
    n_processes,
    progress_bar,
)
from mtcheck.errors import ConfigError


@app.command()
def batch(
    inputs: Annotated[list[str], typer.Argument(help="Files of pairs, folders, or quoted globs such as 'po/**/*.po'.")],
    out: Annotated[
        str | None,
        typer.Option(
            "-o", "--out", help="The folder for the results; made if missing. Without it findings are printed."
        ),
    ] = None,
    targets: Annotated[
        str | None, typer.Option(help="INPUTS are sources; this folder has the translations, under the same names.")
    ] = None,
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            help="With --out json, jsonl, tsv, csv, html, sarif, junit, github, parquet; without it lines or github.",
        ),
    ] = None,
    aligned: Annotated[
        bool, typer.Option("--aligned", help="Line i of a source goes with line i of its target.")
    ] = False,
    sentences: Annotated[
        bool, typer.Option("--sentences", help="One sentence a line already: align, do not split.")
    ] = False,
    source_lang: SourceLang = None,
    target_lang: TargetLang = None,
    encoder: EncoderOption = None,
    config: ConfigOption = None,
    profile: ProfileOption = None,
    select: Select = None,
    ignore: Ignore = None,
    fail_on: FailOn = None,
    fail_under: FailUnder = None,
    max_flags: MaxFlags = None,
    glossary: GlossaryOption = None,
    jobs: Jobs = 1,
    resume: Resume = None,
    encoding: Encoding = None,
) -> None:
    """Judge many files: results for each in a folder, with a summary; or their findings, a line each."""
    n_jobs = n_processes(jobs)
    settings = make_settings(
        config,
        mode=mode_of(aligned, sentences),
        source_lang=source_lang,
        target_lang=target_lang,
        encoder=encoder,
        profile=profile,
        select=select,
        ignore=ignore,
        fail_on=fail_on,
        fail_under=fail_under,
        max_flags=max_flags,
        glossary=tuple(glossary) if glossary else None,
    )
    check_writable(resume)
    from mtcheck.batch import BatchTask, find_items, run_batch, summary

    task = BatchTask(
        items=find_items(inputs, targets),
        out=out,
        formats=tuple(formats or (("json",) if out else ("github" if os.environ.get("GITHUB_ACTIONS") else "lines",))),
        n_jobs=n_jobs,
        resume=resume,
        encoding=encoding,
    )
    with progress_bar() as progress:
        outcomes = run_batch(task, settings, progress)
    if out is None:
        for line in (line for outcome in outcomes for line in outcome.lines):
            print(line)
    else:
        print(summary(outcomes), end="")
    for outcome in outcomes:
        if outcome.error:
            print(f"mtcheck: error: {outcome.error}", file=sys.stderr)
        elif outcome.gate:
            print(f"mtcheck: gate: {outcome.name}: {outcome.gate}", file=sys.stderr)
    failed = any(outcome.gate for outcome in outcomes)
    raise typer.Exit(EXIT_USAGE if any(o.error for o in outcomes) else EXIT_GATE if failed else EXIT_OK)


@app.command("filter")
def filter_corpus(
    pairs: Annotated[str, typer.Argument(help="A file of pairs; - is stdin.")],
    out: Annotated[str, typer.Option("-o", "--out", help="The pairs that pass, as TSV.")],
    rejected: Annotated[str | None, typer.Option(help="The others, with line, reasons and quality, as TSV.")] = None,
    min_quality: Annotated[float | None, typer.Option(help="Drop pairs of lower quality (0-100).")] = None,
    min_adequacy: Annotated[float | None, typer.Option(help="Drop pairs of lower adequacy (0-100).")] = None,
    min_fluency: Annotated[float | None, typer.Option(help="Drop pairs whose target is less fluent (0-100).")] = None,
    drop_on: Annotated[
        str, typer.Option(help="Drop pairs with a flag of this severity or above; none: keep.")
    ] = "major",
    drop_unjudged: Annotated[
        bool, typer.Option("--drop-unjudged", help="Drop pairs that lack a number which a limit asks for.")
    ] = False,
    keep_duplicates: Annotated[bool, typer.Option("--keep-duplicates", help="Leave near-duplicates in.")] = False,
    expected: Annotated[int, typer.Option(help="Pairs to keep at most, for the memory of duplicates.")] = 2_000_000,
    source_lang: SourceLang = None,
    target_lang: TargetLang = None,
    config: ConfigOption = None,
    profile: ProfileOption = None,
    select: Select = None,
    ignore: Ignore = None,
    jobs: Jobs = 1,
    encoding: Encoding = None,
) -> None:
    """Clean a corpus: sort out bad pairs and near-duplicates, and count why each was dropped."""
    limits = {"min_quality": min_quality, "min_adequacy": min_adequacy, "min_fluency": min_fluency}
    for name, value in limits.items():
        if value is not None and not 0 <= value <= 100:
            raise ConfigError(f"--{name.replace('_', '-')} {value:g} is out of range: expected 0 to 100.")
    if expected < 1:
        raise ConfigError(f"--expected {expected} is out of range: expected 1 or more.")
    n_jobs = n_processes(jobs)
    given = {"source_lang": source_lang, "target_lang": target_lang, "select": select, "ignore": ignore}
    settings = make_settings(config, profile=profile, **given)
    if settings.profile is None:
        settings = make_settings(config, profile="corpus-cleaning", **given)
    settings = settings.for_path(pairs)
    check_writable(out, rejected)
    from mtcheck.config import parse_severity
    from mtcheck.corpus_filter import FilterTask, Limits, filter_pairs

    least = None if drop_on == "none" else parse_severity(drop_on, where="--drop-on")
    task = FilterTask(
        path=pairs,
        out=out,
        rejected=rejected,
        limits=Limits(**limits, drop_on=least, keep_unjudged=not drop_unjudged),
        near_duplicates=not keep_duplicates,
        n_expected=expected,
        n_jobs=n_jobs,
        encoding=encoding,
    )
    with progress_bar() as progress:
        counts = filter_pairs(task, settings, progress)
    print(counts.table(), end="")


@app.command("config")
def show_config(
    show: Annotated[
        bool, typer.Option("--show", help="Print the settings in force, and where they come from (the default).")
    ] = False,
    schema: Annotated[bool, typer.Option("--schema", help="Print the JSON Schema of mtcheck.toml.")] = False,
    path: Annotated[str | None, typer.Option(help="The settings for this file, with its `paths` entries.")] = None,
    source_lang: SourceLang = None,
    target_lang: TargetLang = None,
    config: ConfigOption = None,
    profile: ProfileOption = None,
) -> None:
    """Show what the configuration says: `--show` for a file and a direction, `--schema` for editors."""
    from mtcheck import config_file

    if schema and show:
        raise ConfigError("--show and --schema exclude each other: choose one.")
    if schema:
        import json

        print(json.dumps(config_file.config_schema(), indent=2))
        return
    settings = make_settings(config, source_lang=source_lang, target_lang=target_lang, profile=profile)
    if path is not None:
        settings = settings.for_path(path)
    if settings.source_lang or settings.target_lang:
        settings = settings.for_languages(settings.source_lang, settings.target_lang)
    origin = config if config not in (None, "none") else None if config == "none" else config_file.find_config()
    print(config_file.show_config(settings, origin), end="")
