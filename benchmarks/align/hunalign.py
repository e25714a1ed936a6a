"""hunalign (Varga et al. 2005, "Parallel corpora for medium density languages") as a yardstick, where it is built.

It is no dependency and nothing of it is here: a program at a path that the user gives is run on the same two texts, one
sentence a line, without a dictionary, as published figures for it are made (https://github.com/danielvarga/hunalign).
`make hunalign` installs a WebAssembly build, which `hunalign.mjs` beside this file runs with Node.js.
"""

from __future__ import annotations

import resource
import subprocess
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.align.scoring import count
from benchmarks.align.synthetic import Beads, MadeDocument
from mtcheck.data import Segment


def measure_hunalign(program: Path, made: MadeDocument, timeout: float = 3600.0) -> dict[str, float]:
    """Wall and CPU seconds and strict F1.

    Raises:
        subprocess.CalledProcessError: it ends with an error, as it does on documents too long for its matrix.
        subprocess.TimeoutExpired: it takes longer than `timeout` seconds.
        ValueError: what it prints is no ladder.
    """
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / name for name in ("empty.dic", "source.txt", "target.txt")]
        paths[0].touch()
        for path, side in zip(paths[1:], (made.source, made.target), strict=True):
            path.write_text(_lines(side), encoding="utf-8")
        before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        done = subprocess.run(
            [str(program), *map(str, paths)], check=True, capture_output=True, text=True, timeout=timeout
        )
        seconds = time.perf_counter() - began
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    beads = read_ladder(done.stdout, len(made.source), len(made.target))
    return {
        "hunalign_seconds": seconds,
        "hunalign_cpu_seconds": cpu,
        "hunalign_strict_f1": count(beads, made.gold).strict[2],
    }


def _lines(segments: Sequence[Segment]) -> str:
    return "".join(" ".join(segment.text.split()) + "\n" for segment in segments)


def read_ladder(text: str, n_source: int, n_target: int) -> Beads:
    """Beads of hunalign's ladder: each rung is `source TAB target TAB quality`, a bead lies between two rungs.

    >>> read_ladder("0\\t0\\t0.3\\n1\\t2\\t0.5\\n2\\t2\\t0.1\\n", 2, 2)
    [((0,), (0, 1)), ((1,), ())]
    """
    rungs = []
    for line in text.splitlines():
        fields = line.split("\t")
        if len(fields) < 2 or not (fields[0].isdecimal() and fields[1].isdecimal()):
            raise ValueError(f"hunalign: no rung of a ladder: {line[:80]!r}")
        rungs.append((int(fields[0]), int(fields[1])))
    beads: Beads = []
    i = j = 0
    for row, column in [*rungs, (n_source, n_target)]:
        row, column = min(row, n_source), min(column, n_target)
        left, right = tuple(range(i, row)), tuple(range(j, column))
        if left and right:
            beads.append((left, right))
        else:
            beads += [((a,), ()) for a in left] + [((), (b,)) for b in right]
        i, j = max(i, row), max(j, column)
    return beads
