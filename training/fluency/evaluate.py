"""Figures for the embedded fluency model on the development sets: `python -m training.fluency.evaluate --data DATA`."""

from __future__ import annotations

import argparse
import csv
import io
import json
import lzma
import random
import time
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from mtcheck.fluency import NgramFluency, load_fluency

DEMETR_TARGETS = {
    "critical_id20_shuffled": 98,
    "minor_id14_word_swap": 80,
    "minor_id16_function_word": 75,
    "minor_id15_case": 75,
    "minor_id1_repeat2": 95,
    "minor_id2_repeat4": 95,
    "minor_id26_misspelled": 90,
    "minor_id27_char_removed": 90,
    "major_id17_tense": 70,
    "major_id18_aspect": 70,
}


def ranked(model: NgramFluency, lang: str, pairs: list[tuple[str, str]]) -> tuple[float, int]:
    """Share of (good, bad) pairs in which the good one scores higher, in percent, and how many pairs were unjudged.

    A pair with an unjudged side counts as half, as does a tie.
    """
    good = model.score([pair[0] for pair in pairs], lang)
    bad = model.score([pair[1] for pair in pairs], lang)
    points, unjudged = 0.0, 0
    for one, other in zip(good, bad, strict=True):
        if one.value is None or other.value is None:
            unjudged += 1
            points += 0.5
        else:
            points += 1.0 if one.value > other.value else 0.5 if one.value == other.value else 0.0
    return 100 * points / max(1, len(pairs)), unjudged


def _text(path: Path) -> str:
    return lzma.open(path, "rt", encoding="utf-8").read()


def blimp(dev: Path) -> Iterable[tuple[str, str, list[tuple[str, str]]]]:
    """Paradigm, field and pairs."""
    for path in sorted((dev / "blimp").glob("*.xz")):
        rows = [json.loads(line) for line in _text(path).splitlines()]
        pairs = [(row["sentence_good"], row["sentence_bad"]) for row in rows]
        yield rows[0]["UID"], rows[0]["linguistics_term"], pairs


def rublimp(dev: Path) -> Iterable[tuple[str, str, list[tuple[str, str]]]]:
    """Paradigm, phenomenon and pairs."""
    for path in sorted((dev / "rublimp").glob("*.xz")):
        rows = list(csv.DictReader(io.StringIO(_text(path))))
        yield rows[0]["PID"], rows[0]["phenomenon"], [(row["source_sentence"], row["target_sentence"]) for row in rows]


def demetr(dev: Path) -> Iterable[tuple[str, list[tuple[str, str]]]]:
    """Perturbation and pairs of intact and damaged translation."""
    for path in sorted((dev / "demetr").glob("*.xz")):
        rows = [row for row in json.loads(_text(path)) if row["pert_check"] and row["mt_sent"] != row["pert_sent"]]
        if not path.name.startswith("base"):
            yield path.name.removesuffix(".json.xz"), [(row["mt_sent"], row["pert_sent"]) for row in rows]


def report_minimal_pairs(model: NgramFluency, dev: Path, verbose: bool) -> None:
    for name, lang, sets in (("BLiMP", "en", blimp(dev)), ("RuBLiMP", "ru", rublimp(dev))):
        if not model.supports(lang):
            continue
        by_group: dict[str, list[float]] = {}
        unjudged = 0
        for paradigm, group, pairs in sets:
            share, n = ranked(model, lang, pairs)
            by_group.setdefault(group, []).append(share)
            unjudged += n
            if verbose:
                print(f"  {paradigm} {share:.1f}")
        mean = np.mean([share for shares in by_group.values() for share in shares])
        print(f"{name} {mean:.1f} (unjudged pairs {unjudged})")
        print("  " + "  ".join(f"{group} {np.mean(shares):.0f}" for group, shares in sorted(by_group.items())))


def report_demetr(model: NgramFluency, dev: Path) -> None:
    print("DEMETR")
    for name, pairs in demetr(dev):
        share, unjudged = ranked(model, "en", pairs)
        target = DEMETR_TARGETS.get(name)
        note = "" if target is None else f" target {target} {'ok' if share >= target else 'SHORT'}"
        print(f"  {name} {share:.1f} (n={len(pairs)}, unjudged {unjudged}){note}")


def report_clean(model: NgramFluency, dev: Path) -> None:
    print("PUD: median (10 %..90 %) of clean text; median, 90 % of word salad; unjudged; with a span; AUC clean/salad")
    for path in sorted((dev / "pud").glob("*.tsv")):
        rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
        sides = [(path.name[:2], [row[1].strip() for row in rows])]
        if path.name.startswith("de"):
            sides.append(("en", [row[2].strip() for row in rows]))
        for lang, texts in sides:
            if model.supports(lang):
                print("  " + clean_line(model, lang, texts))


def clean_line(model: NgramFluency, lang: str, texts: list[str]) -> str:
    """One language's line: clean text against the same words shuffled, the full stop kept last."""
    rng = random.Random(1)
    results = model.score(texts, lang)
    clean = np.array([result.value for result in results if result.value is not None])
    spanned = np.mean([bool(result.spans) for result in results])
    mixed = [shuffled(text, lang, rng) for text in texts]
    salad = np.array([result.value for result in model.score(mixed, lang) if result.value is not None])
    auc = float((clean[:, None] > salad[None]).mean())
    return (
        f"{lang} {np.median(clean):.1f} ({np.quantile(clean, 0.1):.0f}..{np.quantile(clean, 0.9):.0f}); "
        f"{np.median(salad):.1f}, {np.quantile(salad, 0.9):.1f}; {len(texts) - len(clean)}; {spanned:.3f}; {auc:.3f}"
    )


def shuffled(text: str, lang: str, rng: random.Random) -> str:
    """The text's words (characters for Chinese and Japanese) in random order, its last mark kept last."""
    body, last = text[:-1], text[-1:]
    units = list(body) if lang in ("zh", "ja") else body.split()
    rng.shuffle(units)
    return ("" if lang in ("zh", "ja") else " ").join(units) + last


def report_speed(model: NgramFluency, dev: Path) -> None:
    texts = [line.split("\t")[2] for line in (dev / "pud" / "de-en.tsv").read_text(encoding="utf-8").splitlines()]
    model.score(texts[:10], "en")
    many = [text.replace(".", f" {i}.") for i in range(5) for text in texts]
    began = time.perf_counter()
    model.score(many, "en")
    print(f"speed {len(many) / (time.perf_counter() - began):.0f} sentences/s, one thread")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--model")
    parser.add_argument("--verbose", action="store_true")
    args = parser.parse_args()
    dev = args.data / "dev"
    model = load_fluency(args.model)
    print(model.signature)
    report_minimal_pairs(model, dev, args.verbose)
    if model.supports("en"):
        report_demetr(model, dev)
    report_clean(model, dev)
    report_speed(model, dev)


if __name__ == "__main__":
    main()
