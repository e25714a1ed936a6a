"""How often `mtcheck compare`'s measures order two systems as human MQM annotators do (WMT 2021 news).

    python -m benchmarks.compare.agreement DATA [--segments N]

DATA is the folder that holds `judged/wmt-mqm/`. Every pair of machine translation systems of a direction is compared
over the same segments, line by line, with `ref.A` as the reference. People tell two systems apart where the paired
tests on their MQM penalties stay below 0.05; of these pairs, each measure is right, wrong, or does not decide.
"""

from __future__ import annotations

import argparse
import lzma
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from itertools import combinations
from pathlib import Path

import numpy as np

from mtcheck import check_pairs, significance
from mtcheck.compare import LEVEL
from mtcheck.data import SegmentResult
from mtcheck.mqm import MOST_POINTS, POINTS
from mtcheck.reference import corpus_scorers
from mtcheck.significance import Sums, metric_sums, paired_tests

DIRECTIONS = ("en-ru", "en-de", "zh-en")
REFERENCE = "ref.A"
TRIALS = 2_000  # of approximate randomisation: enough to tell p from 0.05, a fifth of the time

Key = tuple[str, str]


def annotated(path: Path) -> dict[str, dict[Key, tuple[str, str, float]]]:
    """By system and (document, segment): source, target, MQM penalty averaged over annotators (1 minor, 5 major)."""
    penalties: dict[str, dict[Key, list[float]]] = defaultdict(lambda: defaultdict(list))
    texts: dict[str, dict[Key, tuple[str, str]]] = defaultdict(dict)
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            if len(cells) < 9 or cells[0] == "mt_system" or not cells[4] or not cells[5]:
                continue
            system, key, errors = cells[0].removeprefix("hyp."), (cells[1], cells[2]), cells[8].split()
            penalties[system][key].append(min(errors.count("minor") + 5.0 * errors.count("major"), MOST_POINTS))
            texts[system][key] = cells[4], cells[5]
    return {
        system: {key: (*texts[system][key], float(np.mean(found))) for key, found in own.items()}
        for system, own in penalties.items()
    }


def points(segments: Sequence[SegmentResult], sizes: Sums) -> Sums:
    found = [min(sum(POINTS[flag.severity] for flag in segment.flags), MOST_POINTS) for segment in segments]
    return np.column_stack([found, sizes])


def ratio(sums: Sums) -> float:
    return float(sums[0] / sums[1])


def decided(a: Sums, b: Sums, score: Callable[[Sums], float], higher: bool) -> tuple[int, bool]:
    """1 where b is better, -1 where a is, 0 where equal; and whether both tests find it."""
    tested = paired_tests(a, b, score)
    known = [p for p in (tested.p_bootstrap, tested.p_randomisation) if p is not None]
    gain = (tested.system - tested.baseline) * (1 if higher else -1)
    return int(np.sign(gain)), bool(known) and max(known) < LEVEL


def direction(path: Path, langs: str, n_segments: int) -> tuple[dict[str, Counter[str]], Counter[str]]:
    """By measure, how the pairs of systems came out; and how the findings rank pairs of segments."""
    found = annotated(path)
    keys = sorted(set.intersection(*(set(own) for own in found.values())))[:n_segments]
    sizes = np.array([len(found[REFERENCE][key][0]) for key in keys], dtype=np.float64)
    source_lang, target_lang = langs.split("-")
    chrf = corpus_scorers(target_lang)["chrf"]
    references = [found[REFERENCE][key][1] for key in keys]
    sums: dict[str, dict[str, tuple[Sums, Callable[[Sums], float], bool]]] = {}
    for system in sorted(name for name in found if not name.startswith("ref.")):
        rows = [found[system][key] for key in keys]
        pairs = [(source, target) for source, target, _ in rows]
        segments = check_pairs(pairs, source_lang=source_lang, target_lang=target_lang).segments
        quality = np.array([s.quality if s.quality is not None else 50.0 for s in segments]) * sizes
        sums[system] = {
            "people": (np.column_stack([[penalty for _, _, penalty in rows], np.ones(len(rows))]), ratio, False),
            "possible errors": (points(segments, sizes), ratio, False),
            "chrF2": (*metric_sums(chrf, [target for _, target in pairs], references), True),
            "quality": (np.column_stack([quality, sizes]), ratio, True),
        }
    return outcomes(sums), ranked(sums)


def outcomes(sums: dict[str, dict[str, tuple[Sums, Callable[[Sums], float], bool]]]) -> dict[str, Counter[str]]:
    table: dict[str, Counter[str]] = defaultdict(Counter)
    for a, b in combinations(sums, 2):
        told = {name: decided(sums[a][name][0], sums[b][name][0], *sums[a][name][1:]) for name in sums[a]}
        truth, sure = told.pop("people")
        if not sure:
            table["possible errors"]["not told apart by people"] += 1
            continue
        signs = {name: sign if significant else 0 for name, (sign, significant) in told.items()}
        lead = {signs["possible errors"], signs["chrF2"]} - {0}
        signs["compare, no reference"] = signs["possible errors"]
        signs["compare, with reference"] = lead.pop() if len(lead) == 1 else 0
        for name, sign in signs.items():
            table[name]["right" if sign == truth else "wrong" if sign == -truth else "undecided"] += 1
        for name, (sign, _) in told.items():
            table[f"{name}, tests aside"]["right" if sign == truth else "wrong"] += 1
    return table


def ranked(sums: dict[str, dict[str, tuple[Sums, Callable[[Sums], float], bool]]]) -> Counter[str]:
    """Pairs of translations of one segment that people and possible errors both tell apart."""
    counts: Counter[str] = Counter()
    for a, b in combinations(sums, 2):
        people = sums[a]["people"][0][:, 0] - sums[b]["people"][0][:, 0]
        ours = sums[a]["possible errors"][0][:, 0] - sums[b]["possible errors"][0][:, 0]
        both = (people != 0) & (ours != 0)
        counts["both"] += int(both.sum())
        counts["right"] += int((np.sign(people[both]) == np.sign(ours[both])).sum())
        counts["people"] += int((people != 0).sum())
    return counts


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--segments", type=int, default=10_000, help="at most so many of a direction")
    arguments = parser.parse_args()
    significance.N_RANDOMISATION = TRIALS
    print("| measure | direction | right | wrong | undecided |\n|---|---|---|---|---|")
    for langs in DIRECTIONS:
        path = arguments.data / "judged" / "wmt-mqm" / f"2021_{langs}_processed.tsv.xz"
        table, counts = direction(path, langs, arguments.segments)
        for name, row in table.items():
            print(f"| {name} | {langs} | {row['right']} | {row['wrong']} | {row['undecided']} |")
        print(
            f"{langs}: {table['possible errors']['not told apart by people']} pairs of systems that people do not tell "
            f"apart. Segments: of {counts['people']:,} pairs that people tell apart, possible errors differ in "
            f"{counts['both']:,}, and rank {counts['right'] / max(counts['both'], 1):.1%} of these as people do.",
            flush=True,
        )


if __name__ == "__main__":
    main()
