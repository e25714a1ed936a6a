"""Boundary precision, recall and F1 of the segmenter and of a one-regex baseline, on sentences joined in fives.

    python benchmarks/segment/score.py DATA_DIR [--errors LANG] > benchmarks/segment/results.md

DATA_DIR holds `dev/pud/<lang>-en.tsv` and `train/<lang>-en.tsv.xz` (origin TAB foreign TAB English). Gold boundaries
are where two lines were joined: by a space, or by nothing in Chinese and Japanese. Some lines hold several sentences
and some have no final mark, so that no splitter reaches 100.
"""

from __future__ import annotations

import argparse
import lzma
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from mtcheck.read import document_from_text
from mtcheck.segment import segment_document

GROUP, MAX_LINES = 5, 1500
#: Origins of running text; the rest of the training data is interface strings, dictionary entries and titles.
ORIGINS = ("xquad", "tico-19", "wmt21-news", "wmt23-general", "wmt24-general", "tatoeba-manythings")
BASELINE = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s)|[。！？؟।۔]+[\"'”’」』）]*")
FINAL = re.compile(r"[.!?…。！？؟।۔;:][\"'”’»“「」『』）)\]]*$")


def sentences_of_pud(path: Path) -> dict[str, list[str]]:
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    lang = path.name.split("-")[0]
    sentences = {lang: [row[1].strip() for row in rows]}
    if lang == "de":
        sentences["en"] = [row[2].strip() for row in rows]
    return sentences


def sentences_of_train(path: Path) -> tuple[str, list[str]]:
    """Up to `MAX_LINES` lines with a final mark (Thai: of some length), the long-sentence origins first."""
    lang = path.name.split("-")[0]
    by_origin: dict[str, list[str]] = {origin: [] for origin in ORIGINS}
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            origin, foreign, _ = line.rstrip("\n").split("\t")
            foreign = foreign.strip()
            if origin in by_origin and len(foreign) > 12 and (lang == "th" or FINAL.search(foreign)):
                by_origin[origin].append(foreign)
    chosen: list[str] = []
    for origin in ORIGINS:
        found = by_origin[origin]
        chosen += found[:: max(1, len(found) // 600)][: MAX_LINES - len(chosen)]
    return lang, chosen


def groups(sentences: list[str], lang: str) -> Iterator[tuple[str, set[int]]]:
    space = "" if lang in ("zh", "zht", "ja") else " "
    for first in range(0, len(sentences) - GROUP + 1, GROUP):
        part = sentences[first : first + GROUP]
        text, starts = "", set()
        for sentence in part:
            if text:
                text += space
                starts.add(len(text))
            text += sentence
        yield text, starts


def ours(text: str, lang: str) -> set[int]:
    return {segment.start for segment in segment_document(document_from_text(text), lang)} - {0}


def baseline(text: str, lang: str) -> set[int]:
    starts = set()
    for match in BASELINE.finditer(text):
        position = match.end()
        while position < len(text) and text[position].isspace():
            position += 1
        if position < len(text):
            starts.add(position)
    return starts


def f1(n_right: int, n_found: int, n_gold: int) -> tuple[float, float, float]:
    precision, recall = n_right / max(n_found, 1), n_right / max(n_gold, 1)
    return 100 * precision, 100 * recall, 100 * 2 * precision * recall / max(precision + recall, 1e-9)


def evaluate(sentences: list[str], lang: str) -> tuple[tuple[float, float, float], tuple[float, float, float], int]:
    tally = {"ours": [0, 0], "baseline": [0, 0]}
    n_gold = 0
    code = "zh-Hant" if lang == "zht" else lang
    for text, gold in groups(sentences, lang):
        n_gold += len(gold)
        for name, splitter in (("ours", ours), ("baseline", baseline)):
            found = splitter(text, code)
            tally[name][0] += len(found & gold)
            tally[name][1] += len(found)
    mine, theirs = tally["ours"], tally["baseline"]
    return f1(mine[0], mine[1], n_gold), f1(theirs[0], theirs[1], n_gold), n_gold


def show_errors(sentences: list[str], lang: str, limit: int = 80) -> None:
    for text, gold in groups(sentences, lang):
        found = ours(text, lang)
        for place in sorted(found ^ gold):
            kind = "missed" if place in gold else "WRONG "
            print(kind, repr(text[max(0, place - 40) : place]), "|", repr(text[place : place + 30]))
            limit -= 1
            if limit == 0:
                return


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--errors", metavar="LANG")
    options = parser.parse_args()
    sets: list[tuple[str, str, list[str]]] = []
    for path in sorted((options.data / "dev" / "pud").glob("*.tsv")):
        sets += [("PUD", lang, found) for lang, found in sentences_of_pud(path).items()]
    for path in sorted((options.data / "train").glob("*-en.tsv.xz")):
        if options.errors in (None, path.name.split("-")[0]):
            lang, found = sentences_of_train(path)
            sets.append(("train", lang, found))
    if options.errors:
        for name, lang, found in sets:
            if lang == options.errors:
                print("==", name)
                show_errors(found, lang)
        return 0
    print("| set | lang | gold | ours P | ours R | **ours F1** | regex P | regex R | regex F1 |")
    print("|---|---|---|---|---|---|---|---|---|")
    started = time.perf_counter()
    means: dict[str, list[tuple[float, float]]] = {}
    for name, lang, found in sets:
        mine, theirs, n_gold = evaluate(found, lang)
        if n_gold < 100:
            continue
        means.setdefault(name, []).append((mine[2], theirs[2]))
        cells = " | ".join(f"{value:.1f}" for value in (*mine[:2],))
        others = " | ".join(f"{value:.1f}" for value in theirs)
        print(f"| {name} | {lang} | {n_gold} | {cells} | **{mine[2]:.1f}** | {others} |")
    for name, pairs in means.items():
        mean_ours = sum(mine for mine, _ in pairs) / len(pairs)
        mean_regex = sum(theirs for _, theirs in pairs) / len(pairs)
        print(f"| {name} | mean of {len(pairs)} | | | | **{mean_ours:.2f}** | | | {mean_regex:.2f} |")
    print(f"{time.perf_counter() - started:.0f} s", file=sys.stderr)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
