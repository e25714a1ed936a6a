"""Measures an encoder on the development sets; `python -m training.encoder.evaluate --help`.

PUD retrieval (1,000 news and Wikipedia sentences in 16 languages, each to be found among all English ones and the other
way round) by cosine and by margin (ratio to the mean of the 4 nearest neighbours, Artetxe and Schwenk 2019,
arXiv:1811.01136), and Pearson of the bare cosine with human direct assessments (MLQE-PE test20).
"""

from __future__ import annotations

import argparse
import csv
import json
import lzma
import random
import re
from pathlib import Path

import numpy as np

from mtcheck.data import Encoder, FloatArray
from mtcheck.encode import StaticEncoder, load_encoder
from mtcheck.encode_table import DenseTable

MLQE_PAIRS = ("ru-en", "ro-en", "et-en", "ne-en", "si-en", "en-de", "en-zh")


def read_pud(path: Path) -> tuple[list[str], list[str]]:
    """Foreign and English sentences."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    return [row[1] for row in rows], [row[2] for row in rows]


def retrieval(foreign: FloatArray, english: FloatArray, k: int = 4) -> dict[str, float]:
    """Accuracy in % of nearest neighbours, mean of both directions, by cosine and by margin."""
    cosines = foreign @ english.T
    truth = np.arange(len(cosines))
    hits = {"cosine": cosines}
    left = np.sort(cosines, axis=1)[:, -k:].mean(1)
    right = np.sort(cosines, axis=0)[-k:].mean(0)
    hits["margin"] = 2 * cosines / (left[:, None] + right[None, :])
    hits["csls"] = 2 * cosines - left[:, None] - right[None, :]
    return {name: 50 * float((m.argmax(1) == truth).mean() + (m.argmax(0) == truth).mean()) for name, m in hits.items()}


def pud(encoder: Encoder, folder: Path) -> dict[str, dict[str, float]]:
    """Per language: retrieval figures."""
    results = {}
    for path in sorted(folder.glob("*-en.tsv")):
        foreign, english = read_pud(path)
        results[path.name.split("-")[0]] = retrieval(encoder.encode(foreign), encoder.encode(english))
    return results


def read_judged(path: Path) -> tuple[list[str], list[str], FloatArray]:
    """Sources, translations and z-scores of one MLQE-PE file."""
    with lzma.open(path, "rt", encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    z = np.array([float(row["z_mean"]) for row in rows], dtype=np.float32)
    return [row["original"] for row in rows], [row["translation"] for row in rows], z


def judged(encoder: Encoder, folder: Path, part: str = "test20") -> dict[str, float]:
    """Per pair: Pearson of the cosine with the mean z-score."""
    results = {}
    for pair in MLQE_PAIRS:
        path = folder / f"{pair}.{part}.da.tsv.xz"
        if path.exists():
            sources, targets, z = read_judged(path)
            cosines = np.einsum("ij,ij->i", encoder.encode(sources), encoder.encode(targets))
            results[pair] = float(np.corrcoef(cosines, z)[0, 1])
    return results


def swapped(texts: list[str], pattern: re.Pattern[str], rng: random.Random) -> list[tuple[int, str]]:
    """`(index, text)` of the texts with one match of the pattern replaced by a match of another text."""
    pool = sorted({match.group() for text in texts for match in pattern.finditer(text)})
    changed = []
    for index, text in enumerate(texts):
        matches = list(pattern.finditer(text))
        if matches:
            match = rng.choice(matches)
            other = rng.choice([word for word in rng.sample(pool, 2) if word != match.group()])
            changed.append((index, text[: match.start()] + other + text[match.end() :]))
    return changed


def sensitivity(encoder: Encoder, folder: Path) -> dict[str, dict[str, float]]:
    """Share in % of PUD pairs whose cosine falls when one number, or one name, of the English side is exchanged.

    A name is a capitalised word that does not begin the sentence. Also the mean fall of the cosine.
    """
    results: dict[str, dict[str, float]] = {}
    patterns = {"number": re.compile(r"\b\d+\b"), "name": re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}\b")}
    for path in sorted(folder.glob("*-en.tsv")):
        foreign, english = read_pud(path)
        source, target = encoder.encode(foreign), encoder.encode(english)
        entry = {}
        for kind, pattern in patterns.items():
            changed = swapped(english, pattern, random.Random(1))
            index = [i for i, _ in changed]
            before = np.einsum("ij,ij->i", source[index], target[index])
            after = np.einsum("ij,ij->i", source[index], encoder.encode([text for _, text in changed]))
            entry[f"{kind}_noticed"] = 100 * float((after < before).mean())
            entry[f"{kind}_fall"] = float((before - after).mean())
        results[path.name.split("-")[0]] = entry
    return results


def load_run(folder: Path) -> StaticEncoder:
    """The float32 table of a training run, before quantisation."""
    names = (folder / "features.txt").read_text(encoding="utf-8").split("\n")
    return StaticEncoder(names, DenseTable(np.load(folder / "table.npy")))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--encoder", help="as for mtcheck; the embedded one if left out")
    parser.add_argument("--run", type=Path, help="a training run's folder instead")
    parser.add_argument("--json", type=Path, help="also write the figures here")
    args = parser.parse_args()
    encoder: Encoder = load_run(args.run) if args.run else load_encoder(args.encoder)
    found = pud(encoder, args.data / "dev" / "pud")
    pearson = judged(encoder, args.data / "judged" / "mlqe-pe")
    print("PUD    " + " ".join(f"{lang:>5}" for lang in found) + "   mean")
    for name in ("cosine", "margin", "csls"):
        row = [figure[name] for figure in found.values()]
        print(f"{name:6} " + " ".join(f"{value:5.1f}" for value in row) + f"  {np.mean(row):5.2f}")
    print("MLQE-PE test20 " + "  ".join(f"{pair} {value:.3f}" for pair, value in pearson.items()))
    swaps = sensitivity(encoder, args.data / "dev" / "pud")
    for kind in ("number", "name"):
        noticed = [entry[f"{kind}_noticed"] for entry in swaps.values()]
        fall = np.mean([entry[f"{kind}_fall"] for entry in swaps.values()])
        print(
            f"{kind:6} " + " ".join(f"{value:5.1f}" for value in noticed) + f"  {np.mean(noticed):5.2f}, by {fall:.3f}"
        )
    if args.json:
        args.json.write_text(
            json.dumps({"pud": found, "mlqe": pearson, "swaps": swaps}, indent=1) + "\n", encoding="utf-8"
        )


if __name__ == "__main__":
    main()
