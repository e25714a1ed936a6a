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
from typing import Any

import numpy as np
import numpy.typing as npt

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


Figures = dict[str, Any]


def minimal_pairs(model: NgramFluency, dev: Path) -> Figures:
    """Mean over paradigms for BLiMP and RuBLiMP, by group, and how many pairs had an unjudged side."""
    found: Figures = {}
    for name, lang, sets in (("BLiMP", "en", blimp(dev)), ("RuBLiMP", "ru", rublimp(dev))):
        if not model.supports(lang):
            continue
        paradigms: dict[str, float] = {}
        groups: dict[str, list[float]] = {}
        unjudged = 0
        for paradigm, group, pairs in sets:
            paradigms[paradigm], n = ranked(model, lang, pairs)
            groups.setdefault(group, []).append(paradigms[paradigm])
            unjudged += n
        found[name] = {
            "accuracy": round(float(np.mean(list(paradigms.values()))), 1),
            "unjudged": unjudged,
            "groups": {group: round(float(np.mean(shares)), 1) for group, shares in sorted(groups.items())},
            "paradigms": {paradigm: round(share, 1) for paradigm, share in paradigms.items()},
        }
    return found


def perturbations(model: NgramFluency, dev: Path) -> Figures:
    """DEMETR: share of pairs ranked right, pairs, target."""
    found: Figures = {}
    for name, pairs in demetr(dev):
        share, unjudged = ranked(model, "en", pairs)
        found[name] = {"right": round(share, 1), "pairs": len(pairs), "unjudged": unjudged}
        if name in DEMETR_TARGETS:
            found[name]["target"] = DEMETR_TARGETS[name]
    return found


def clean_text(model: NgramFluency, dev: Path) -> Figures:
    """PUD sentences by language: clean text against the same words shuffled, the full stop kept last."""
    found: Figures = {}
    for path in sorted((dev / "pud").glob("*.tsv")):
        rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
        sides = [(path.name[:2], [row[1].strip() for row in rows])]
        if path.name.startswith("de"):
            sides.append(("en", [row[2].strip() for row in rows]))
        for lang, texts in sides:
            if model.supports(lang):
                found[lang] = one_language(model, lang, texts)
    return dict(sorted(found.items()))


def one_language(model: NgramFluency, lang: str, texts: list[str]) -> Figures:
    """Medians, spread, spans on clean text, and how well shuffling is told apart."""
    rng = random.Random(1)
    results = model.score(texts, lang)
    clean = np.array([result.value for result in results if result.value is not None])
    lengths = np.array([len(text) for text, result in zip(texts, results, strict=True) if result.value is not None])
    salads = model.score([shuffled(text, lang, rng) for text in texts], lang)
    salad = np.array([result.value for result in salads if result.value is not None])
    return {
        "median": round(float(np.median(clean)), 1),
        "p10": round(float(np.quantile(clean, 0.1)), 1),
        "p90": round(float(np.quantile(clean, 0.9)), 1),
        "salad_median": round(float(np.median(salad)), 1),
        "salad_p90": round(float(np.quantile(salad, 0.9)), 1),
        "auc": round(float((clean[:, None] > salad[None]).mean()), 3),
        "unjudged": len(texts) - len(clean),
        "with_span": round(float(np.mean([bool(result.spans) for result in results])), 3),
        "length_r": round(float(np.corrcoef(clean, np.log(lengths))[0, 1]), 2),
    }


def shuffled(text: str, lang: str, rng: random.Random) -> str:
    """The text's words (characters for Chinese and Japanese) in random order, its last mark kept last."""
    body, last = text[:-1], text[-1:]
    units = list(body) if lang in ("zh", "ja") else body.split()
    rng.shuffle(units)
    return ("" if lang in ("zh", "ja") else " ").join(units) + last


def human_against_machine(model: NgramFluency, judged: Path) -> Figures:
    """WMT 2021 news with MQM ratings: AUC of human translation against the three systems with most major errors,
    and of segments rated free of errors against segments with a major one (of any kind, accuracy too)."""
    found: Figures = {}
    for name, lang in (("en-de", "de"), ("en-ru", "ru"), ("zh-en", "en")):
        path = judged / "wmt-mqm" / f"2021_{name}_processed.tsv.xz"
        if model.supports(lang) and path.exists():
            found[name] = _mqm(model, lang, [line.split("\t") for line in _text(path).splitlines()])
    return found


def _mqm(model: NgramFluency, lang: str, rows: list[list[str]]) -> Figures:
    rows = [row for row in rows if len(row) == 9]
    texts = sorted({row[5] for row in rows})
    value = {text: result.value for text, result in zip(texts, model.score(texts, lang), strict=True)}
    majors: dict[str, list[int]] = {}
    for row in rows:
        majors.setdefault(row[0], []).append(row[8].split().count("major"))
    systems = sorted((name for name in majors if not name.startswith("ref")), key=lambda name: -np.mean(majors[name]))

    def values(chosen: Iterable[list[str]]) -> npt.NDArray[np.float64]:
        found = {(row[0], row[5]): value[row[5]] for row in chosen}
        return np.array([number for number in found.values() if number is not None])

    human = values(row for row in rows if row[0].startswith("ref"))
    weak = values(row for row in rows if row[0] in systems[:3])
    clean = values(row for row in rows if row[8].split() == ["no-error"])
    faulty = values(row for row in rows if "major" in row[8].split())
    return {
        "human_against_weak": _auc(human, weak),
        "no_error_against_major": _auc(clean, faulty),
        "segments": [len(human), len(weak), len(clean), len(faulty)],
        "weak": systems[:3],
    }


def _auc(high: npt.NDArray[np.float64], low: npt.NDArray[np.float64]) -> float:
    """Share of (high, low) pairs in order, ties half."""
    order = np.sort(low)
    below, upto = np.searchsorted(order, high, side="left"), np.searchsorted(order, high, side="right")
    return round(float((below + upto).mean() / 2 / max(1, len(low))), 3)


def speed(model: NgramFluency, dev: Path) -> Figures:
    """Sentences a second of wall-clock and of processor time, one thread, English PUD with varied numbers."""
    texts = [line.split("\t")[2] for line in (dev / "pud" / "de-en.tsv").read_text(encoding="utf-8").splitlines()]
    model.score(texts[:10], "en")
    many = [text.replace(".", f" {i}.") for i in range(5) for text in texts]
    wall, processor = time.perf_counter(), time.process_time()
    model.score(many, "en")
    return {
        "per_second": round(len(many) / (time.perf_counter() - wall)),
        "per_processor_second": round(len(many) / (time.process_time() - processor)),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--model")
    parser.add_argument("--json", type=Path, help="write the figures here as well")
    args = parser.parse_args()
    dev = args.data / "dev"
    model = load_fluency(args.model)
    figures: Figures = {"signature": model.signature}
    figures |= minimal_pairs(model, dev)
    if model.supports("en"):
        figures["DEMETR"] = perturbations(model, dev)
    figures["PUD"] = clean_text(model, dev)
    figures["MQM"] = human_against_machine(model, args.data / "judged")
    if model.supports("en"):
        figures["speed"] = speed(model, dev)
    if args.json:
        args.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    for name, part in figures.items():
        show(name, part)


def show(name: str, part: Any) -> None:
    """Print one block of figures, a line for each row."""
    if not isinstance(part, dict) or not any(isinstance(value, dict) for value in part.values()):
        print(name, part)
        return
    print(name)
    for key, value in part.items():
        short = isinstance(value, dict) and "target" in value and value["right"] < value["target"]
        print(" ", key, value, "SHORT" if short else "")


if __name__ == "__main__":
    main()
