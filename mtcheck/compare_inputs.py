"""Files -> Comparison: each translation is checked against the source; or two saved results are read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from mtcheck.compare import Comparison
from mtcheck.comparing import compare_reports
from mtcheck.config import Config
from mtcheck.errors import InputError
from mtcheck.report.load import load_report
from mtcheck.report.model import SCHEMA, Report
from mtcheck.settle import with_languages

if TYPE_CHECKING:
    from mtcheck.scorer import Progress


def compare_files(
    source: str,
    *targets: str,
    source_lang: str | None = None,
    target_lang: str | None = None,
    reference: str | None = None,
    config: Config | None = None,
    encoding: str | None = None,
    progress: Progress | None = None,
) -> Comparison:
    """Two or more translations of `source`, each aligned with it and checked; the first is the baseline.

    Raises:
        InputError: a file cannot be read, is empty, or there are fewer than two translations.
        ConfigError: a setting or language tag is not known.
        ModelError: a model cannot be loaded.
    """
    if len(targets) < 2:
        raise InputError(
            "a comparison needs SOURCE and two or more translations, or two files that `--json` wrote; "
            f"found {source} and {len(targets)} other."
        )
    if "-" in (source, *targets, reference):
        raise InputError("-: a comparison reads its source more than once; save stdin to a file first.")
    for path in (source, *targets):
        if _is_result(path):
            raise InputError(f"{path}: holds results, not a text; two files of results are compared by themselves.")
    from mtcheck.pipeline import check_files

    config = with_languages(config, source_lang, target_lang)

    def checked(path: str) -> Report:
        named = None if progress is None else lambda step, done, total: progress(f"{path}: {step}", done, total)
        return check_files(source, path, config=config, encoding=encoding, progress=named)

    reports = [checked(path) for path in targets]
    return compare_reports(reports, reference=None if reference is None else checked(reference))


def compare_results(old: str, new: str) -> Comparison:
    """Two files that `mtcheck score --json` or `mtcheck lint --json` wrote: what a new run says of the same source.

    Raises:
        InputError: a file cannot be read or is not a saved report, or the two are of different sources.
    """
    return compare_reports([load_report(old), load_report(new)])


def are_results(paths: Sequence[str]) -> bool:
    """Whether these are two saved reports, as far as their first characters say."""
    return len(paths) == 2 and all(map(_is_result, paths))


def _is_result(path: str) -> bool:
    try:
        with open(path, "rb") as file:
            head = file.read(200).lstrip(b"\xef\xbb\xbf \t\r\n")
    except OSError:
        return False
    return head.startswith(b"{") and f'"{SCHEMA}"'.encode() in head
