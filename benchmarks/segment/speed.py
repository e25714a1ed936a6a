"""Processor seconds for one line of a megabyte, normal and hostile, and how they grow from a tenth of it.

python benchmarks/segment/speed.py > benchmarks/segment/speed.md
"""

from __future__ import annotations

import time

from mtcheck.read import document_from_text
from mtcheck.segment import segment_document

CASES = {
    "normal prose": ("en", "The quick brown fox (who was tired) said “no!” and left for St. Louis. "),
    "no punctuation": ("en", "word "),
    '"....."': ("en", "."),
    '"a.b.c. "': ("en", "a.b.c. "),
    "straight quotes": ("en", '"'),
    "Chinese, no spaces": ("zh", "昨天下雨了，我们没有出门。"),
    "Chinese, no punctuation": ("zh", "昨"),
    '". " throughout': ("ru", ". "),
    "initials": ("ru", "А. "),
    "list numbers": ("de", "1. "),
    "open brackets": ("fr", "("),
    "full stop and quote": ("en", '." '),
    "ellipses": ("es", "… "),
    "a letter a line": ("en", "a\n"),
    "Thai": ("th", "ประเทศไทย "),
}


def seconds(unit: str, lang: str, n_chars: int) -> tuple[float, int]:
    document = document_from_text((unit * (n_chars // len(unit) + 1))[:n_chars])
    started = time.process_time()
    n_segments = len(segment_document(document, lang))
    return time.process_time() - started, n_segments


def main() -> int:
    print("| input | lang | 100,000 chars, s | 1,000,000 chars, s | segments |")
    print("|---|---|---|---|---|")
    for name, (lang, unit) in CASES.items():
        seconds(unit, lang, 1000)
        small, _ = seconds(unit, lang, 100_000)
        large, n_segments = seconds(unit, lang, 1_000_000)
        print(f"| {name} | {lang} | {small:.3f} | {large:.2f} | {n_segments:,} |")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
