"""Counts flags of document rules on whole clean documents: human references of news and talks, in their order.

    python -m benchmarks.garble.document_alarms DATA [--select CON] [--show]

DATA holds `judged/wmt-mqm/` (WMT 2021, English with German and Russian, Chinese into English): the references of each
document, and the same read backwards. `false_alarms` has no documents: its pairs are sorted. A person who translates an
article does vary words, so what is counted here is no false alarm in half the cases; it says how much a rule talks.
"""

from __future__ import annotations

import argparse
import lzma
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from benchmarks.garble.false_alarms import rate, segmented
from mtcheck.data import Pair
from mtcheck.rules.registry import RuleSet

FILES = {
    "2021_TED_en-de": ("en", "de"),
    "2021_TED_en-ru": ("en", "ru"),
    "2021_TED_zh-en": ("zh", "en"),
    "2021_en-de": ("en", "de"),
    "2021_en-ru": ("en", "ru"),
    "2021_zh-en": ("zh", "en"),
}


def documents(data: Path) -> Iterator[tuple[str, list[Pair]]]:
    """(name, pairs in order) of each reference of each document, and backwards."""
    for name, (source, target) in FILES.items():
        found: dict[tuple[str, str], dict[int, tuple[str, str]]] = defaultdict(dict)
        path = data / "judged" / "wmt-mqm" / f"{name}_processed.tsv.xz"
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                system, document, number, _, *texts = line.rstrip("\n").split("\t")
                if "ref" in system.lower() and number.isdecimal() and len(texts) >= 2:
                    one, two = (text.replace("<v>", "").replace("</v>", "") for text in texts[:2])
                    found[system, document][int(number)] = one, two
        for (system, document), rows in found.items():
            title = f"{name} {system} {document}"
            ordered = [rows[number] for number in sorted(rows)]
            yield title, _pairs(ordered, source, target)
            yield f"{title} backwards", _pairs([(two, one) for one, two in ordered], target, source)


def _pairs(rows: list[tuple[str, str]], source_lang: str, target_lang: str) -> list[Pair]:
    return [
        segmented(Pair(index=n, source=source, target=target, source_lang=source_lang, target_lang=target_lang))
        for n, (source, target) in enumerate(rows)
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--select", nargs="*", default=["CON"], help="codes or family prefixes")
    parser.add_argument("--show", action="store_true", help="print the flags")
    args = parser.parse_args()
    rules = RuleSet(select=args.select)
    n_pairs: Counter[str] = Counter()
    counts: Counter[tuple[str, str]] = Counter()
    started = time.process_time()
    for title, pairs in documents(args.data):
        lang = f"{pairs[0].source_lang}-{pairs[0].target_lang}"
        n_pairs[lang] += len(pairs)
        for pair, flags in zip(pairs, rules.check(pairs), strict=True):
            for flag in flags:
                counts[flag.rule, lang] += 1
                if args.show:
                    print(f"  {flag.rule} {title} [{flag.text}] {flag.message} | {pair.source}")
    seconds = time.process_time() - started
    total = n_pairs.total()
    print(f"{total:,} pairs, {1e6 * seconds / total:.0f} microseconds of CPU a pair; per 1,000 pairs:")
    for code in sorted({code for code, _ in counts}):
        by_lang = {lang: rate(counts[code, lang], n) for lang, n in n_pairs.items()}
        print(f"  {code}  {rate(sum(counts[code, lang] for lang in n_pairs), total):6.2f}  {by_lang}")


if __name__ == "__main__":
    main()
