"""How long reports take to write, how large they are, and how they behave in a browser.

    python benchmarks/report/bench.py [--browser]

Times are the best of three (one for the large report) on synthetic reports from `tests/report_samples.py`.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))

import report_samples as samples  # type: ignore[import-not-found, unused-ignore]  # noqa: E402
from report_browser import browser  # type: ignore[import-not-found, unused-ignore]  # noqa: E402


def timed(action: Callable[[], object], rounds: int) -> float:
    best = float("inf")
    for _ in range(rounds):
        began = time.perf_counter()
        action()
        best = min(best, time.perf_counter() - began)
    return best


def drain(lines: Iterable[str]) -> int:
    return sum(map(len, lines))


def writers() -> None:
    print("| beads | HTML s | HTML MB | JSON s | JSONL records/s | TSV rows/s | text s |")
    print("|---|---|---|---|---|---|---|")
    for n, rounds in ((100, 3), (2_000, 3), (50_000, 1)):
        report = samples.large(n)
        report.to_html()
        size = len(report.to_html().encode()) / 1e6
        jsonl = n / timed(lambda r=report: drain(r.to_jsonl()), rounds)  # type: ignore[misc]
        tsv = n / timed(lambda r=report: drain(r.to_tsv()), rounds)  # type: ignore[misc]
        print(
            f"| {n:,} | {timed(report.to_html, rounds):.3f} | {size:.2f} | {timed(report.to_json, rounds):.3f} "
            f"| {jsonl:,.0f} | {tsv:,.0f} | {timed(report.to_text, rounds):.3f} |"
        )


FRAMES = """new Promise(done => {
  let worst = 0, last = performance.now(), k = 0;
  const frame = () => {
    const now = performance.now();
    worst = Math.max(worst, now - last);
    last = now;
    scrollBy(0, 900);
    if (++k < 150) requestAnimationFrame(frame); else done(worst);
  };
  requestAnimationFrame(frame);
})"""


def in_browser(folder: Path) -> None:
    print("\n| beads | ready s | elements | first search s | worst frame while scrolling, ms |")
    print("|---|---|---|---|---|")
    with browser() as tab:
        for n in (100, 2_000, 50_000):
            path = folder / f"{n}.html"
            samples.large(n).to_html(path)
            ready = tab.open(path)
            elements = tab.evaluate("document.querySelectorAll('*').length")
            tab.evaluate("document.querySelector('#beads').scrollIntoView()")
            tab.wait("document.querySelector('.b')")
            began = time.perf_counter()
            tab.evaluate(f"document.querySelector('#find').value = '[{n - 2}]'")
            tab.evaluate("document.querySelector('#find').dispatchEvent(new Event('input')) && 1")
            tab.wait("document.querySelector('#tally').textContent.startsWith('1 of')")
            search = time.perf_counter() - began
            tab.key("Escape")
            frame = tab.evaluate(FRAMES)
            print(f"| {n:,} | {ready:.2f} | {elements:,} | {search:.2f} | {frame:.0f} |")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--browser", action="store_true", help="also open the pages in Chromium")
    arguments = parser.parse_args()
    writers()
    if arguments.browser:
        with tempfile.TemporaryDirectory() as name:
            in_browser(Path(name))
