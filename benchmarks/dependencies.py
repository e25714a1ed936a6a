"""What each dependency costs: megabytes on disk and milliseconds to import, as a Markdown table.

    python -m benchmarks.dependencies

Size is that of the distribution's own files, without what it depends on. Import time is the median of five fresh
processes, less the median of a bare interpreter; a module that others import first is counted with what it pulls in.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from importlib.metadata import PackageNotFoundError, distribution

#: distribution -> module to import
PACKAGES = {
    "anyascii": "anyascii",
    "babel": "babel.numbers",
    "chardet": "chardet",
    "ftfy": "ftfy.badness",
    "jinja2": "jinja2",
    "langdetect": "langdetect",
    "lxml": "lxml.html",
    "markdown-it-py": "markdown_it",
    "numpy": "numpy",
    "py3langid": "py3langid.langid",
    "pyarrow": "pyarrow.parquet",
    "rapidfuzz": "rapidfuzz.fuzz",
    "resiliparse": "resiliparse.extract.html2text",
    "rich": "rich.console",
    "sacrebleu": "sacrebleu.metrics",
    "safetensors": "safetensors.numpy",
    "snowballstemmer": "snowballstemmer",
    "tokenizers": "tokenizers",
    "typer": "typer",
    "zstandard": "zstandard",
    "sentence-transformers": "sentence_transformers",
    "torch": "torch",
}
ROUNDS = 5


def seconds(statement: str) -> float:
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", statement], check=True, capture_output=True)
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def megabytes(name: str) -> float:
    files = distribution(name).files or []
    return sum(path.stat().st_size for f in files if (path := f.locate()).is_file()) / 1e6  # type: ignore[attr-defined]


def main() -> None:
    bare = seconds("pass")
    print("| distribution | version | licence | MB | import, ms |\n|---|---|---|---|---|")
    for name, module in PACKAGES.items():
        try:
            meta = distribution(name).metadata
        except PackageNotFoundError:
            continue
        keys = [key for key in ("License-Expression", "License") if key in meta]
        licence = meta[keys[0]].splitlines()[0][:30] if keys else "see package"
        cost = 1000 * (seconds(f"import {module}") - bare)
        print(f"| {name} | {distribution(name).version} | {licence} | {megabytes(name):.1f} | {cost:.0f} |")


if __name__ == "__main__":
    main()
