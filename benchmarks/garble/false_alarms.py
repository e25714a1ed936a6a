"""Counts flags on clean human translations: per rule and language, per 1,000 pairs.

    python -m benchmarks.garble.false_alarms DATA [--select MRK GLU] [--show 5] [--write]

DATA holds `dev/pud/` and `train/` (see their MANIFEST.md). Every pair is taken in both directions. The texts are
professional translations of news, encyclopaedia and health texts; a flag on them counts as a false alarm, although a
few are real slips of the translators. `--write` renews `false-alarms.json`, from which `docs/rules.md` takes its table.

Rules that ask for a whole document see the pairs of an origin and language, in order, as one, which is harder than a
real one: a thousand sentences of many articles. Only origins with one reference count for them: two translations of one
sentence look like a repeat.
"""

from __future__ import annotations

import argparse
import json
import lzma
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from mtcheck.data import Flag, Pair, Segment, Severity
from mtcheck.rules.registry import RuleSet, all_rules

ORIGINS = ("wmt21-news", "wmt23-general", "tico-19", "xquad")
HERE = Path(__file__).parent
LANGS = {"zht": "zh-Hant"}
#: Rules that pairs without alignment and glossary can never set off: a count of 0 would say nothing. What the aligner's
#: own findings are worth is measured in `benchmarks/align`, glossaries in `glossary_alarms`.
OUT_OF_REACH = ("STR001", "STR002", "STR008", "STR009", "TRM")
#: Rules for segmented documents, and the origins with one reference.
OF_DOCUMENTS = ("STR005", "STR006", "STR007")
ONE_REFERENCE = ("pud", "wmt23-general", "xquad")
BUDGET = {"overall": 5.0, "language": 15.0, "rule": 2.0}


def corpora(data: Path, limit: int) -> Iterator[tuple[str, str, list[tuple[str, str]]]]:
    """(origin, language, pairs of the language with English), at most `limit` pairs an origin and language."""
    for path in sorted((data / "dev" / "pud").glob("*-en.tsv")):
        rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
        yield "pud", path.name.split("-")[0], [(row[1], row[2]) for row in rows[:limit] if len(row) == 3]
    for path in sorted((data / "train").glob("*-en.tsv.xz")):
        found: dict[str, list[tuple[str, str]]] = {}
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                origin, _, rest = line.rstrip("\n").partition("\t")
                if origin in ORIGINS and len(kept := found.setdefault(origin, [])) < limit:
                    foreign, _, english = rest.partition("\t")
                    kept.append((foreign, english))
        for origin, pairs in found.items():
            yield origin, path.name.split("-")[0], pairs


def both_ways(pairs: list[tuple[str, str]], lang: str) -> Iterator[tuple[str, list[Pair]]]:
    """The pairs into English and from English, under the target's language."""
    tag = LANGS.get(lang, lang)
    yield "en", [Pair(index=n, source=f, target=e, source_lang=tag, target_lang="en") for n, (f, e) in enumerate(pairs)]
    yield lang, [Pair(index=n, source=e, target=f, source_lang="en", target_lang=tag) for n, (f, e) in enumerate(pairs)]


def segmented(pair: Pair) -> Pair:
    """The pair as a document that was segmented gives it: one sentence a side."""
    source, target = (
        (Segment(index=pair.index, text=text, start=0, end=len(text)),) for text in (pair.source, pair.target)
    )
    return replace(pair, source_segments=source, target_segments=target)


def rate(count: int, n_pairs: int) -> float:
    return round(1000 * count / n_pairs, 2) if n_pairs else 0.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--select", nargs="*", default=[], help="codes or family prefixes")
    parser.add_argument("--langs", nargs="*", default=[], help="only these languages with English")
    parser.add_argument("--limit", type=int, default=1000, help="pairs per origin and language")
    parser.add_argument("--show", type=int, default=0, help="print so many examples of each rule and target language")
    parser.add_argument("--write", action="store_true", help="renew false-alarms.json")
    args = parser.parse_args()
    rules = RuleSet(select=args.select)
    n_pairs: Counter[str] = Counter()
    counts: Counter[tuple[str, str, str]] = Counter()  # code, target language, "major" or "minor"
    shown: Counter[tuple[str, str]] = Counter()
    seconds, n_of_documents = 0.0, 0
    for origin, lang, texts in corpora(args.data, args.limit):
        if args.langs and lang not in args.langs:
            continue
        for target_lang, pairs in both_ways(texts, lang):
            n_pairs[target_lang] += len(pairs)
            if origin in ONE_REFERENCE:
                n_of_documents += len(pairs)
                pairs = [segmented(pair) for pair in pairs]
            started = time.perf_counter()
            flags = rules.check(pairs)
            seconds += time.perf_counter() - started
            for pair, found in zip(pairs, flags, strict=True):
                for flag in found:
                    counts[flag.rule, target_lang, grade(flag)] += 1
                    if shown[flag.rule, target_lang] < args.show:
                        shown[flag.rule, target_lang] += 1
                        show(origin, flag, pair)
    report(n_pairs, n_of_documents, counts, seconds, args.write)


def grade(flag: Flag) -> str:
    return "major" if flag.severity >= Severity.MAJOR else "minor"


def show(origin: str, flag: Flag, pair: Pair) -> None:
    side = pair.source if flag.side == "source" else pair.target
    around = side[max(0, flag.start - 40) : flag.end + 40].replace("\n", "⏎")
    print(f"  {flag.rule} {flag.severity} {origin} {pair.source_lang}>{pair.target_lang} [{flag.text}] in: {around}")


def report(
    n_pairs: Counter[str], n_of_documents: int, counts: Counter[tuple[str, str, str]], seconds: float, write: bool
) -> None:
    total = sum(n_pairs.values())
    by_rule: dict[str, dict[str, float]] = {}
    for item in all_rules():
        if item.code.startswith(OUT_OF_REACH):
            continue
        row = {g: sum(n for (code, _, gr), n in counts.items() if code == item.code and gr == g) for g in GRADES}
        asked = n_of_documents if item.code in OF_DOCUMENTS else total
        by_rule[item.code] = {g: rate(row[g], asked) for g in GRADES}
    by_lang = {
        lang: {g: rate(sum(n for (_, tl, gr), n in counts.items() if tl == lang and gr == g), n) for g in GRADES}
        for lang, n in sorted(n_pairs.items())
    }
    overall = {g: rate(sum(n for (_, _, gr), n in counts.items() if gr == g), total) for g in GRADES}
    print(f"{total:,} pairs, {total / max(seconds, 1e-9):,.0f} pairs/s; per 1,000 pairs: {overall}")
    for code, rates in by_rule.items():
        if any(rates.values()):
            worst = sorted(((rate(n, n_pairs[tl]), tl) for (c, tl, _), n in counts.items() if c == code), reverse=True)[
                :4
            ]
            print(f"  {code}  major {rates['major']:6.2f}  minor {rates['minor']:6.2f}   worst: {worst}")
    print("by target language (major/minor):", {k: f"{v['major']}/{v['minor']}" for k, v in by_lang.items()})
    if write:
        content = {
            "origins": ["pud", *ORIGINS],
            "n_pairs": total,
            "n_pairs_of_documents": n_of_documents,
            "budget_major_per_1000": BUDGET,
            "overall": overall,
            "by_rule": by_rule,
            "by_language": {k: {"n_pairs": n_pairs[k], **v} for k, v in by_lang.items()},
        }
        text = json.dumps(content, indent=1, ensure_ascii=False) + "\n"
        (HERE / "false-alarms.json").write_text(text, encoding="utf-8")


GRADES = ("major", "minor")

if __name__ == "__main__":
    main()
