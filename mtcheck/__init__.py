"""mtcheck: translation quality, checked: align, judge, flag, report.

>>> import mtcheck
>>> report = mtcheck.check("Das Haus ist alt.", "The house is old.", source_lang="de", target_lang="en")
>>> report.segments[0].flags
()
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mtcheck.compare import Comparison
    from mtcheck.compare_inputs import compare_files, compare_results
    from mtcheck.comparing import compare_reports
    from mtcheck.config import Config
    from mtcheck.encode import load_encoder
    from mtcheck.errors import ConfigError, InputError, ModelError, MtcheckError
    from mtcheck.pairflow import check_pairs, check_pairs_file, score_stream
    from mtcheck.pipeline import check, check_files, lint, lint_file
    from mtcheck.report import Report
    from mtcheck.signature import VERSION as __version__

__all__ = [
    "Comparison",
    "Config",
    "ConfigError",
    "InputError",
    "ModelError",
    "MtcheckError",
    "Report",
    "__version__",
    "check",
    "check_files",
    "check_pairs",
    "check_pairs_file",
    "compare_files",
    "compare_reports",
    "compare_results",
    "lint",
    "lint_file",
    "load_encoder",
    "score_stream",
]

_HOMES = {
    "Comparison": "compare",
    "Config": "config",
    "ConfigError": "errors",
    "InputError": "errors",
    "ModelError": "errors",
    "MtcheckError": "errors",
    "Report": "report",
    "load_encoder": "encode",
    "compare_files": "compare_inputs",
    "compare_reports": "comparing",
    "compare_results": "compare_inputs",
    "check_pairs": "pairflow",
    "check_pairs_file": "pairflow",
    "score_stream": "pairflow",
}


def __getattr__(name: str) -> Any:
    """Load a public name when it is first used, so that `import mtcheck` costs nothing."""
    from importlib import import_module

    if name == "__version__":
        return import_module("mtcheck.signature").VERSION
    if name not in __all__:
        raise AttributeError(f"module 'mtcheck' has no attribute {name!r}")
    return getattr(import_module(f"mtcheck.{_HOMES.get(name, 'pipeline')}"), name)
