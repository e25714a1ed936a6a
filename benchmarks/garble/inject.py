"""Plants known faults into clean pairs and counts how many the rules find: recall and precision by class and language.

    python -m benchmarks.garble.inject DATA [--per 40] [--families 1 2 3] [--show 5] [--write]

The clean pairs are `dev/pud/` in both directions (English with 16 languages). Recall: the share of planted faults on
whose place a flag of the class's rules lies. Precision: of the flags of those rules on broken pairs, the share that
touches the planted place (flags that the clean pair already had are not counted, they are in `false-alarms.json`).
Overlap: mean intersection over union of the fault and the nearest such flag. Everything follows from `--seed`.
`--write` renews the rows of the families and classes of this run.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.garble import faults_meaning  # noqa: F401  (registers its faults)
from benchmarks.garble.faults import FAULTS, Planted
from mtcheck.data import Flag, Pair
from mtcheck.rules.registry import RuleSet

HERE = Path(__file__).parent


@dataclass
class Tally:
    """Counts of one class in one target language."""

    planted: int = 0
    found: int = 0
    right: int = 0
    wrong: int = 0
    overlaps: list[float] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        """Take in the counts of another."""
        self.planted += other.planted
        self.found += other.found
        self.right += other.right
        self.wrong += other.wrong
        self.overlaps += other.overlaps

    def row(self) -> dict[str, float | int | None]:
        """The shares, None where there was nothing to divide by."""
        flags = self.right + self.wrong
        return {
            "planted": self.planted,
            "recall": round(self.found / self.planted, 3) if self.planted else None,
            "precision": round(self.right / flags, 3) if flags else None,
            "overlap": round(sum(self.overlaps) / len(self.overlaps), 3) if self.overlaps else None,
        }


def clean_pairs(data: Path) -> Iterator[tuple[str, str, list[tuple[str, str]]]]:
    """(source language, target language, texts) for both directions of every file."""
    for path in sorted((data / "dev" / "pud").glob("*-en.tsv")):
        lang = path.name.split("-")[0]
        rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
        texts = [(row[1], row[2]) for row in rows if len(row) == 3]
        yield lang, "en", texts
        yield "en", lang, [(english, foreign) for foreign, english in texts]


def iou(flag: Flag, planted: Planted) -> float:
    shared = min(flag.end, planted.end) - max(flag.start, planted.start)
    return max(0, shared) / max(1, max(flag.end, planted.end) - min(flag.start, planted.start))


def judge(rules: RuleSet, clean: Pair, planted: Planted, codes: tuple[str, ...], tally: Tally) -> bool:
    before = {(f.rule, f.text) for f in rules.check([clean])[0]}
    flags = [f for f in rules.check([planted.pair])[0] if f.rule.startswith(codes)]
    on_place = [f for f in flags if f.side == planted.side and f.start < planted.end and planted.start < f.end]
    tally.planted += 1
    tally.found += bool(on_place)
    tally.right += len(on_place)
    tally.wrong += sum(f not in on_place and (f.rule, f.text) not in before for f in flags)
    if on_place:
        tally.overlaps.append(max(iou(f, planted) for f in on_place))
    return bool(on_place)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--per", type=int, default=40, help="faults of a class per language pair")
    parser.add_argument("--families", nargs="*", type=int, default=[1, 2, 3, 4, 5, 6, 7, 8, 9])
    parser.add_argument("--classes", nargs="*", default=[])
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--show", type=int, default=0, help="print so many misses of each class")
    parser.add_argument("--write", action="store_true", help="renew injected.json")
    args = parser.parse_args()
    rules = RuleSet()
    tallies: dict[str, dict[str, Tally]] = defaultdict(lambda: defaultdict(Tally))
    shown: dict[str, int] = defaultdict(int)
    for source_lang, target_lang, texts in clean_pairs(args.data):
        for name, (family, codes, plant) in FAULTS.items():
            if family not in args.families or (args.classes and name not in args.classes):
                continue
            rng = random.Random(f"{args.seed}|{name}|{source_lang}|{target_lang}")
            tally = tallies[name][target_lang]
            wanted = tally.planted + args.per
            for source, target in rng.sample(texts, len(texts)):
                if tally.planted >= wanted:
                    break
                clean = Pair(index=0, source=source, target=target, source_lang=source_lang, target_lang=target_lang)
                planted = plant(clean, rng)
                if planted and not judge(rules, clean, planted, codes, tally) and shown[name] < args.show:
                    shown[name] += 1
                    text = planted.pair.target if planted.side == "target" else planted.pair.source
                    window = text[max(0, planted.start - 30) : planted.end + 30]
                    print(
                        f"  miss {name} {source_lang}>{target_lang} [{text[planted.start : planted.end]}] in: {window}"
                    )
    report(tallies, args.write, args.seed)


def report(tallies: dict[str, dict[str, Tally]], write: bool, seed: int) -> None:
    content: dict[str, Any] = {"seed": seed, "texts": "dev/pud, both directions"}
    families: dict[int, Tally] = defaultdict(Tally)
    classes = {}
    for name, by_lang in tallies.items():
        total = Tally()
        for tally in by_lang.values():
            total.add(tally)
        families[FAULTS[name][0]].add(total)
        rows = {lang: tally.row() for lang, tally in sorted(by_lang.items()) if tally.planted}
        classes[name] = {"family": FAULTS[name][0], **total.row(), "by_language": rows}
        worst = sorted((row["recall"] or 0.0, lang) for lang, row in rows.items())[:5]
        print(f"{FAULTS[name][0]} {name:20} {total.row()} worst {worst}")
    content["families"] = {str(family): tally.row() for family, tally in sorted(families.items())}
    content["classes"] = classes
    path = HERE / "injected.json"
    if path.is_file():
        content = _renewed(json.loads(path.read_text("utf-8")), content)
    print(content["families"])
    if write:
        text = json.dumps(content, indent=1, ensure_ascii=False) + "\n"
        path.write_text(text, encoding="utf-8")


def _renewed(known: dict[str, Any], now: dict[str, Any]) -> dict[str, Any]:
    """What was measured before, with the families and classes of this run in place of their old rows."""
    families = known["families"] | now["families"]
    classes = known["classes"] | now["classes"]
    return now | {
        "families": {name: families[name] for name in sorted(families, key=int)},
        "classes": {
            name: classes[name] for name in sorted(FAULTS, key=lambda name: FAULTS[name][0]) if name in classes
        },
    }


if __name__ == "__main__":
    main()
