"""Recall at first sight: articles with marked faults that were frozen before any rule was run on them.

    python -m benchmarks.garble.fresh [--articles fresh-second] [--show] [--write]

The articles are `fresh/*.toml` and, by others who had not seen the rules, `fresh-second/*.toml` to
`fresh-thirty-first/*.toml` (2026-11-27): pairs in which `⟦class|text⟧` marks a fault on its side. A fault is found
when a flag of any rule and severity on its side touches its place. A spare flag touches no fault; major ones count
against precision. Rules may be written with these articles in view later; only the first entry of each set in
`fresh.json` is at first sight (entries without a set are of `fresh`).
"""

from __future__ import annotations

import argparse
import datetime
import json
import re
import tomllib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from mtcheck.data import Flag, Pair, Segment, SegmentKind, Severity
from mtcheck.rules.registry import RuleSet

HERE = Path(__file__).parent
_MARK = re.compile(r"⟦([a-z-]+)\|([^⟦⟧]*)⟧")


@dataclass(frozen=True)
class Fault:
    """A marked place: half-open, in the text of its side without the marks."""

    kind: str
    side: str
    start: int
    end: int


def unmarked(text: str, side: str) -> tuple[str, list[Fault]]:
    """The text without marks, and where they were.

    >>> unmarked("born in ⟦wrong-number|1878⟧.", "target")
    ('born in 1878.', [Fault(kind='wrong-number', side='target', start=8, end=12)])
    """
    plain, at, faults = "", 0, []
    for match in _MARK.finditer(text):
        plain += text[at : match.start()]
        faults.append(Fault(match[1], side, len(plain), len(plain) + len(match[2])))
        plain, at = plain + match[2], match.end()
    return plain + text[at:], faults


def article(path: Path) -> tuple[list[Pair], list[list[Fault]]]:
    """The pairs of a file, and the faults of each."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    pairs, faults = [], []
    for index, row in enumerate(data["pair"]):
        source, there = unmarked(row["source"], "source")
        target, here = unmarked(row["target"], "target")
        kind = SegmentKind.HEADING if index == 0 else SegmentKind.SENTENCE
        sides = [(Segment(index=index, text=t, start=0, end=len(t), kind=kind),) if t else () for t in (source, target)]
        pairs.append(
            Pair(
                index=index,
                source=source,
                target=target,
                source_lang=data["languages"][0],
                target_lang=data["languages"][1],
                source_segments=sides[0],
                target_segments=sides[1],
            )
        )
        faults.append(there + here)
    return pairs, faults


def meets(flag: Flag, fault: Fault) -> bool:
    return flag.side == fault.side and flag.start < fault.end and fault.start < flag.end


def measure(rules: RuleSet, articles_in: str, show: bool) -> dict[str, object]:
    """Counts over all articles: faults and those found, by class and article, and the flags that meet no fault."""
    planted: Counter[str] = Counter()
    found: Counter[str] = Counter()
    articles: dict[str, str] = {}
    n_pairs = spare = spare_major = 0
    for path in sorted((HERE / articles_in).glob("*.toml")):
        pairs, faults = article(path)
        n_pairs += len(pairs)
        hits = total = 0
        for pair, marked, flags in zip(pairs, faults, rules.check(pairs), strict=True):
            for fault in marked:
                met = [flag.rule for flag in flags if meets(flag, fault)]
                planted[fault.kind] += 1
                found[fault.kind] += bool(met)
                hits, total = hits + bool(met), total + 1
                if show and not met:
                    text = pair.source if fault.side == "source" else pair.target
                    print(f"  miss {path.stem} {fault.kind} [{text[fault.start : fault.end]}]")
            for flag in flags:
                if not any(meets(flag, fault) for fault in marked):
                    spare += 1
                    spare_major += flag.severity >= Severity.MAJOR
                    if show:
                        print(f"  spare {path.stem} {flag.rule} {flag.severity} [{flag.text}] {flag.message}")
        articles[path.stem] = f"{hits}/{total}"
    return {
        "date": datetime.date.today().isoformat(),
        "set": articles_in,
        "n_pairs": n_pairs,
        "faults": planted.total(),
        "found": found.total(),
        "recall": round(found.total() / planted.total(), 3),
        "spare_flags": spare,
        "spare_major": spare_major,
        "by_article": articles,
        "by_class": {kind: f"{found[kind]}/{n}" for kind, n in sorted(planted.items())},
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    sets = sorted(path.name for path in HERE.glob("fresh*/"))
    parser.add_argument("--articles", choices=sets, default="fresh")
    parser.add_argument("--show", action="store_true", help="print misses and flags that meet no fault")
    parser.add_argument("--write", action="store_true", help="add the figures to fresh.json")
    args = parser.parse_args()
    row = measure(RuleSet(), args.articles, args.show)
    print(json.dumps(row, indent=1, ensure_ascii=False))
    if args.write:
        path = HERE / "fresh.json"
        rows = json.loads(path.read_text(encoding="utf-8")) if path.exists() else []
        text = json.dumps([*rows, row], indent=1, ensure_ascii=False) + "\n"
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
