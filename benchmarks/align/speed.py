"""Speed and memory of `align_segments` against length, each measurement in a process of its own.

Documents are Russian-English pairs of the parallel training data with the usual damage (`synthetic.py`). Time is
that of encoding and aligning after the encoder is loaded; memory is the highest resident size of the process, less
what it had before. The growth exponent is the slope of log time over log length between 1,000 segments and the most.

    python -m benchmarks.align.speed --sizes 100 1000 10000 20000 100000 --json speed.json --svg speed.svg
"""

from __future__ import annotations

import argparse
import json
import lzma
import math
import platform
import random
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.align.hunalign import measure_hunalign
from benchmarks.align.scoring import count
from benchmarks.align.synthetic import MadeDocument, Rates, make_document

SKIPPED = ("msdocs", "wiktionary", "omw", "cldr", "iso-codes")


def made_document(data: Path, lang: str, size: int, seed: int) -> MadeDocument:
    """`size` pairs of the training data in file order, damaged."""
    pairs = []
    with lzma.open(data / "train" / f"{lang}-en.tsv.xz", "rt", encoding="utf-8") as file:
        for line in file:
            origin, foreign, english = line.rstrip("\n").split("\t")
            if len(english) > 30 and not origin.startswith(SKIPPED):
                pairs.append((foreign, english))
    rng = random.Random(seed)
    rng.shuffle(pairs)
    while len(pairs) < size:  # longer than the data: sentences come again, far from their first place
        pairs += pairs[: size - len(pairs)]
    return make_document(f"{lang}-{size}", pairs[:size], pairs[-50:], Rates(blocks=max(1, size // 200)), rng)


def measure_one(data: Path, lang: str, size: int, seed: int, hunalign: Path | None = None) -> dict[str, float]:
    """Seconds, megabytes and strict F1 of one document in this process; those of hunalign beside them."""
    from mtcheck.align import align_segments
    from mtcheck.encode import load_encoder

    made = made_document(data, lang, size, seed)
    encoder = load_encoder()
    align_segments(made.source[:20], made.target[:20], encoder)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began, began_cpu = time.perf_counter(), time.process_time()
    alignment = align_segments(
        made.source, made.target, encoder, source_text=made.source_text, target_text=made.target_text
    )
    seconds, cpu = time.perf_counter() - began, time.process_time() - began_cpu
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    beads = [(bead.source, bead.target) for bead in alignment.beads]
    beside = measure_hunalign(hunalign, made) if hunalign else {}
    return beside | {
        "size": size,
        "source_segments": len(made.source),
        "target_segments": len(made.target),
        "seconds": seconds,
        "cpu_seconds": cpu,
        "megabytes": (after - before) / 1024,
        "peak_megabytes": after / 1024,
        "strict_f1": count(beads, made.gold).strict[2],
    }


def exponent(rows: list[dict[str, float]], key: str) -> float | None:
    """Slope of log `key` over log size from 1,000 to the largest size, None when there is one size."""
    part = [row for row in rows if row["size"] >= 1000]
    if len(part) < 2:
        return None
    return math.log(part[-1][key] / part[0][key]) / math.log(part[-1]["size"] / part[0]["size"])


def as_svg(rows: list[dict[str, float]]) -> str:
    """Seconds against segments, both logarithmic."""
    width, height, edge = 520, 360, 60
    xs = [math.log10(row["size"]) for row in rows]
    ys = [math.log10(max(row["seconds"], 1e-4)) for row in rows]
    left, right, low, high = math.floor(min(xs)), math.ceil(max(xs)), math.floor(min(ys)), math.ceil(max(ys))

    def at(x: float, y: float) -> tuple[float, float]:
        across = edge + (x - left) / max(right - left, 1) * (width - 2 * edge)
        return across, height - edge - (y - low) / max(high - low, 1) * (height - 2 * edge)

    out = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif">']
    out.append(f'<text x="{width / 2}" y="20" text-anchor="middle">Seconds to align against segments a side</text>')
    for x in range(left, right + 1):
        (x1, y1), (_, y2) = at(x, low), at(x, high)
        out.append(f'<path d="M{x1:.1f} {y1:.1f}V{y2:.1f}" stroke="#ddd"/>')
        out.append(f'<text x="{x1:.1f}" y="{y1 + 18:.1f}" text-anchor="middle">{10**x:,}</text>')
    for y in range(low, high + 1):
        (x1, y1), (x2, _) = at(left, y), at(right, y)
        out.append(f'<path d="M{x1:.1f} {y1:.1f}H{x2:.1f}" stroke="#ddd"/>')
        out.append(f'<text x="{x1 - 6:.1f}" y="{y1 + 4:.1f}" text-anchor="end">{10.0**y:g} s</text>')
    points = [at(x, y) for x, y in zip(xs, ys, strict=True)]
    out.append(f'<polyline points="{" ".join(f"{x:.1f},{y:.1f}" for x, y in points)}" fill="none" stroke="#06c"/>')
    out += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="#06c"/>' for x, y in points]
    return "\n".join([*out, "</svg>"]) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"), help="folder with dev/ and train/")
    parser.add_argument("--lang", default="ru")
    parser.add_argument("--sizes", nargs="+", type=int, default=[100, 1000, 10_000, 100_000])
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--svg", type=Path)
    parser.add_argument("--hunalign", type=Path, help="a built hunalign, run on the same texts in the same run")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(measure_one(options.data, options.lang, options.one, options.seed, options.hunalign)))
        return
    rows = []
    for size in options.sizes:
        command = [sys.executable, "-m", "benchmarks.align.speed", "--data", str(options.data)]
        command += ["--lang", options.lang, "--seed", str(options.seed), "--one", str(size)]
        command += ["--hunalign", str(options.hunalign)] if options.hunalign else []
        runs = [
            json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
            for _ in range(options.repeats if size < 50_000 else 1)
        ]
        row = {key: statistics.median(run[key] for run in runs) for key in runs[0]}
        rows.append(row)
        print(
            f"{size:>7} sentences: {row['source_segments']:.0f} x {row['target_segments']:.0f} segments, "
            f"{row['seconds']:.2f} s ({row['cpu_seconds']:.2f} s CPU), {row['megabytes']:.0f} MB more, "
            f"strict F1 {row['strict_f1']:.3f}",
            flush=True,
        )
        if options.hunalign:
            print(
                f"        hunalign: {row['hunalign_seconds']:.2f} s ({row['hunalign_cpu_seconds']:.2f} s CPU), "
                f"strict F1 {row['hunalign_strict_f1']:.3f}; ours takes "
                f"{row['cpu_seconds'] / max(row['hunalign_cpu_seconds'], 1e-3):.1f} times its CPU time",
                flush=True,
            )
    growth = {key: exponent(rows, key) for key in ("seconds", "cpu_seconds")}
    print("growth exponent from 1,000: " + ", ".join(f"{k} {v:.2f}" for k, v in growth.items() if v is not None))
    if options.json:
        result = {
            "date": time.strftime("%Y-%m-%d"),
            "machine": f"{platform.machine()}, Python {platform.python_version()}",
            "rows": rows,
            "exponent": growth,
        }
        options.json.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    if options.svg:
        options.svg.write_text(as_svg(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
