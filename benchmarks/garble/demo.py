"""How the rules do on the articles of `corpora/`: faults found by class, and flags on the clean pairs.

    python -m benchmarks.garble.demo [--show]

The beads are those of `alignment.txt`, so the aligner has no part in the figures. A fault counts as found when a flag
on its side touches its span.
"""

from __future__ import annotations

import argparse
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from mtcheck.data import Flag, Pair, Segment, SegmentKind, Severity
from mtcheck.rules.registry import RuleSet

CORPORA = Path(__file__).parents[2] / "corpora"
Placed = tuple[Flag, int]  # a flag with the offset of its pair's text in the document


def segments(text: str, sentences: list[str]) -> list[Segment]:
    """The sentences with their places in the text; a short line of its own without a final mark is a heading."""
    found, at = [], 0
    for index, sentence in enumerate(sentences):
        start = text.index(sentence, at)
        at = start + len(sentence)
        alone = text[start - 1 : start] in ("", "\n") and text[at : at + 1] in ("", "\n")
        heading = alone and sentence[-1] not in ".!?…。！？؟”»" and len(sentence) < 120
        kind = SegmentKind.HEADING if heading else SegmentKind.SENTENCE
        found.append(Segment(index=index, text=sentence, start=start, end=at, kind=kind))
    return found


def pairs_of(folder: Path, languages: list[str]) -> list[tuple[Pair, int, int]]:
    """The pairs with the offsets of their two texts."""
    texts = {side: (folder / f"{side}.txt").read_text(encoding="utf-8") for side in ("source", "target")}
    parts = {
        side: segments(text, (folder / f"{side}.sent").read_text(encoding="utf-8").splitlines())
        for side, text in texts.items()
    }
    made = []
    for index, line in enumerate((folder / "alignment.txt").read_text(encoding="utf-8").splitlines()):
        sides = [[int(n) for n in half.strip("[]").split(",") if n.strip()] for half in line.split("]:[")]
        source, target = (
            tuple(parts[name][n] for n in numbers) for name, numbers in zip(("source", "target"), sides, strict=True)
        )
        pair = Pair(
            index=index,
            source=texts["source"][source[0].start : source[-1].end] if source else "",
            target=texts["target"][target[0].start : target[-1].end] if target else "",
            source_lang=languages[0],
            target_lang=languages[1],
            source_segments=source,
            target_segments=target,
        )
        made.append((pair, source[0].start if source else 0, target[0].start if target else 0))
    return made


def flags_of(folder: Path, languages: list[str], rules: RuleSet) -> Iterator[Placed]:
    placed = pairs_of(folder, languages)
    for (_, source_at, target_at), flags in zip(placed, rules.check([pair for pair, _, _ in placed]), strict=True):
        for flag in flags:
            yield flag, source_at if flag.side == "source" else target_at


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", action="store_true", help="print misses and flags that meet no fault")
    parser.add_argument("--select", nargs="*", default=[])
    args = parser.parse_args()
    rules = RuleSet(select=args.select)
    found: Counter[str] = Counter()
    planted: Counter[str] = Counter()
    spare = major_on_clean = 0
    for folder in sorted(path.parent for path in CORPORA.glob("*/corpus.toml")):
        languages = tomllib.loads((folder / "corpus.toml").read_text(encoding="utf-8"))["languages"]
        flags = list(flags_of(folder, languages, rules))
        faults = []
        if (folder / "faults.toml").exists():
            faults = tomllib.loads((folder / "faults.toml").read_text(encoding="utf-8"))["fault"]
        for fault in faults:
            met = [f for f, at in flags if touches(f, at, fault)]
            planted[fault["class"]] += 1
            found[fault["class"]] += bool(met)
            if args.show and not met:
                print(f"MISS {folder.name} {fault['class']}: {fault['text']!r} ({fault['note']})")
        for flag, at in flags:
            if not any(touches(flag, at, fault) or touches_counterpart(flag, at, fault) for fault in faults):
                spare += bool(faults)
                major_on_clean += not faults and flag.severity >= Severity.MAJOR
                if args.show:
                    print(f"SPARE {folder.name} {flag.rule} {flag.severity} {flag.side}: {flag.text!r}: {flag.message}")
    for name, n in sorted(planted.items()):
        print(f"{name:26} {found[name]:3} of {n:3}")
    share = sum(found.values()) / max(1, sum(planted.values()))
    print(f"all {sum(found.values())} of {sum(planted.values())} ({share:.1%}); spare flags on faulty pairs {spare}; ")
    print(f"major flags on clean pairs {major_on_clean}")


def touches(flag: Flag, at: int, place: dict[str, object]) -> bool:
    start, end = int(str(place["start"])), int(str(place["end"]))
    return flag.side == place["side"] and flag.start + at < end and start < flag.end + at


def touches_counterpart(flag: Flag, at: int, fault: dict[str, object]) -> bool:
    other = fault.get("counterpart")
    return isinstance(other, dict) and touches(flag, at, other)


if __name__ == "__main__":
    main()
