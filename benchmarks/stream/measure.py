"""Scores a long file as a user would and watches the processes: pairs a second, memory over time, kills and resumption.

    python -m benchmarks.stream.measure DATA/train/ru-en.tsv.xz --pairs 1000000 --out FOLDER [--kills 10] [--tmx]

The file is made of news-like lines of the training data (eight words and more), in random order, repeated as often as
needed; as a TSV, or as a TMX (2,500,000 units are 1 GB). Memory is the sum over all processes of what each alone is
charged with (PSS), and the largest RSS of any one. Figures and `memory.png` go to the folder.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import lzma
import os
import random
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="<lang>-en.tsv.xz: origin TAB foreign text TAB English text")
    parser.add_argument("--pairs", type=int, default=1_000_000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--kills", type=int, default=0, help="also kill and resume a run so many times")
    parser.add_argument("--tmx", action="store_true")
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    lang = given.data.name.split("-")[0]
    corpus = given.out / ("pairs.tmx" if given.tmx else "pairs.tsv")
    n_distinct = write_corpus(given.data, corpus, given.pairs, lang if given.tmx else None)
    args = [
        sys.executable, "-m", "mtcheck", "score", str(corpus), "--source-lang", lang, "--target-lang", "en",
        "--format", "jsonl", "-j", str(given.jobs), "--config", "none",
    ]  # fmt: skip
    figures, samples = watch([*args, "-o", str(given.out / "whole.jsonl")], given.out)
    figures |= {
        "pairs": given.pairs,
        "file_mb": round(corpus.stat().st_size / 1e6, 1),
        "distinct": n_distinct,
        "jobs": given.jobs,
        "pairs_per_second": round(given.pairs / figures["wall_s"], 1),
        "cpu_us_per_pair": round(figures["cpu_s"] / given.pairs * 1e6, 1),
        "load_average": os.getloadavg(),
    }
    if given.kills:
        figures["kills"] = kill_and_resume(args, given.out, given.kills, figures["wall_s"])
        figures["resumed_is_identical"] = digest(given.out / "whole.jsonl") == digest(given.out / "resumed.jsonl")
    (given.out / "figures.json").write_text(json.dumps({**figures, "samples": samples}, indent=1) + "\n", "utf-8")
    plot(samples, given.out / "memory.png", figures)
    print(json.dumps(figures, indent=1))


def write_corpus(data: Path, corpus: Path, n_pairs: int, tmx_lang: str | None) -> int:
    """Write a TSV, or a TMX of this source language and English; the number of distinct pairs comes back."""
    with lzma.open(data, "rt", encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t")[1:3] for line in file]
    rows = [row for row in rows if len(row) == 2 and len(row[1].split()) >= 8]
    rng = random.Random(1)
    with corpus.open("w", encoding="utf-8") as out:
        out.write(_TMX_HEAD.format(lang=tmx_lang) if tmx_lang else "source\ttarget\n")
        left = n_pairs
        while left:
            rng.shuffle(rows)
            for number, (source, target) in enumerate(rows[:left]):
                if tmx_lang:
                    out.write(
                        _TMX_UNIT.format(left - number, lang=tmx_lang, source=escape(source), target=escape(target))
                    )
                else:
                    out.write(f"{source}\t{target}\n")
            left -= min(left, len(rows))
        if tmx_lang:
            out.write("</body></tmx>\n")
    return min(len(rows), n_pairs)


_TMX_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header creationtool="mtcheck-benchmark" creationtoolversion="1" segtype="sentence" o-tmf="none"
 adminlang="en" srclang="{lang}" datatype="plaintext"/><body>
"""
_TMX_UNIT = """<tu tuid="u{}"><tuv xml:lang="{lang}"><seg>{source}</seg></tuv>
<tuv xml:lang="en"><seg>{target}</seg></tuv></tu>
"""


def watch(args: list[str], folder: Path) -> tuple[dict[str, Any], list[tuple[float, float, float, int]]]:
    """Run a command; its time, and once a second (seconds, PSS of all and largest RSS in MB, bytes written so far)."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    process = subprocess.Popen(args)
    samples = []
    while process.poll() is None:
        time.sleep(1)
        memory = [found for pid in family(process.pid) if (found := memory_of(pid))]
        if memory:
            written = sum(part.stat().st_size for part in folder.glob(".whole.jsonl*.part"))
            pss, rss = sum(m[0] for m in memory), max(m[1] for m in memory)
            samples.append((round(time.monotonic() - start, 1), round(pss, 1), round(rss, 1), written))
    if process.returncode:
        raise SystemExit(f"the command failed with {process.returncode}: {' '.join(args)}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    figures = {
        "wall_s": round(time.monotonic() - start, 1),
        "cpu_s": round(cpu, 1),
        "most_pss_mb": max(s[1] for s in samples),
        "most_rss_mb": max(s[2] for s in samples),
    }
    return figures, samples


def family(pid: int) -> Iterator[int]:
    """The process and all below it."""
    yield pid
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    except OSError:
        return
    for child in children.split():
        yield from family(int(child))


def memory_of(pid: int) -> tuple[float, float] | None:
    """PSS and RSS in MB, None for a process that is gone."""
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return None
    found = {line.split(":")[0]: int(line.split()[1]) / 1024 for line in text.splitlines()[1:]}
    return found["Pss"], found["Rss"]


def kill_and_resume(args: list[str], out: Path, n_kills: int, seconds: float) -> int:
    """Start, kill with SIGKILL at a random moment, and start again, so many times; then let it end."""
    rng = random.Random(2)
    command = [*args, "-o", str(out / "resumed.jsonl"), "--resume", str(out / "state.json")]
    n_done = 0
    for _ in range(n_kills):
        process = subprocess.Popen(command, start_new_session=True)
        time.sleep(rng.uniform(1, max(2, 1.5 * seconds / n_kills)))
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            n_done += 1
        process.wait()
    subprocess.run(command, check=True)
    return n_done


def digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def plot(samples: list[tuple[float, float, float, int]], path: Path, figures: dict[str, Any]) -> None:
    try:
        import matplotlib
    except ImportError:
        print("no plot: pip install matplotlib", file=sys.stderr)
        return
    matplotlib.use("Agg")
    from matplotlib import pyplot

    seconds = [sample[0] for sample in samples]
    figure, axes = pyplot.subplots(figsize=(8, 4))
    axes.plot(seconds, [sample[1] for sample in samples], label="all processes (PSS)")
    axes.plot(seconds, [sample[2] for sample in samples], label="largest process (RSS)")
    axes.axhline(700, color="grey", linestyle=":", label="limit")
    axes.set(xlabel="seconds", ylabel="MB", ylim=(0, 800))
    axes.set_title(f"{figures['pairs']:,} pairs, {figures['jobs']} processes: {figures['pairs_per_second']:,} pairs/s")
    axes.legend(loc="lower right")
    figure.tight_layout()
    figure.savefig(path, dpi=100)


if __name__ == "__main__":
    main()
