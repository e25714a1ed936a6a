"""Print the figures of the critic's model card: `python -m training.critic.evaluate ../shared/data`."""

from __future__ import annotations

import argparse
import csv
import json
import lzma
import re
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from mtcheck.critic import EMBEDDED, Critic
from training.critic.judged import critical_records, mlqe_records
from training.quality.data import MLQE, mlqe
from training.quality.words import mcc

Array = npt.NDArray[Any]
EACH = 40  # minimal pairs of a paradigm
WORD_PAIRS = {"dev": 1000, "test20": 600}
SENTENCES = 500  # of PUD


def judged(critic: Critic, data: Path) -> None:
    """Pearson of `z` on MLQE-PE test20."""
    for pair in MLQE:
        items = mlqe(data, pair, "test20")
        said = [reading.z for reading in critic.read_pairs([(item.source, item.target) for item in items])]
        print(pair, "z", round(float(np.corrcoef(said, [item.z for item in items])[0, 1]), 3))


def critical(critic: Critic, data: Path) -> None:
    """Area under the curve of `critical` on WMT21 dev."""
    for name in ("ende", "encs", "enja", "enzh"):
        records = list(critical_records(data, name, "dev"))
        readings = critic.read_pairs([(record["source"], record["target"]) for record in records])
        said, real = np.array([r.critical for r in readings]), np.array([bool(r["critical"]) for r in records])
        print(name, "critical, area", round(float((said[real][:, None] > said[~real][None, :]).mean()), 3))


def words(critic: Critic, data: Path) -> None:
    """MCC of bad words on MLQE-PE, at the threshold that is best on dev."""
    for pair in ("ru-en", "en-de"):
        found = {part: _words(critic, data, pair, part, n) for part, n in WORD_PAIRS.items()}
        said, real = found["dev"]
        cut = max(np.linspace(-3, 2, 26), key=lambda cut: mcc(said > cut, real))
        print(pair, "words, MCC", {part: round(mcc(a > cut, b), 3) for part, (a, b) in found.items()})


def _words(critic: Critic, data: Path, pair: str, part: str, n: int) -> tuple[Array, Array]:
    records = [r for r in list(mlqe_records(data, pair, part))[:n] if r["bad"] is not None]
    said, real = [], []
    for record, reading in zip(records, critic.read_pairs([(r["source"], r["target"]) for r in records]), strict=True):
        starts, ends = reading.target.offsets.T
        for word in re.finditer(r"\w+|[^\w\s]", record["target"]):
            inside = (starts < word.end()) & (ends > word.start())
            said.append(float(reading.target.bad[inside].max(initial=-9)))
            real.append(any(a < word.end() and word.start() < b for a, b in record["bad"]))
    return np.array(said), np.array(real)


def minimal_pairs(critic: Critic, data: Path) -> None:
    """BLiMP and RuBLiMP, text alone: the right sentence has fewer doubts in sum."""
    keys = {"blimp": ("sentence_good", "sentence_bad"), "rublimp": ("source_sentence", "target_sentence")}
    for name, (good, bad) in keys.items():
        shares = []
        for path in sorted((data / "dev" / name).glob("*.xz")):
            with lzma.open(path, "rt", encoding="utf-8") as lines:
                rows = [json.loads(line) for line in lines] if name == "blimp" else list(csv.DictReader(lines))
            doubts = [
                np.array([np.logaddexp(0, r.words.bad).sum() for r in critic.read_forms([x[key] for x in rows[:EACH]])])
                for key in (good, bad)
            ]
            shares.append(float((doubts[0] < doubts[1]).mean()))
        print(name, round(float(np.mean(shares)), 3))


def vectors(critic: Critic, data: Path) -> None:
    """Retrieval among PUD sentences by cosine, mean of both directions."""
    for lang in ("ru", "de", "zh", "ar", "ko"):
        rows = [line.split("\t") for line in (data / "dev" / "pud" / f"{lang}-en.tsv").read_text("utf-8").splitlines()]
        source = critic.encode([row[1] for row in rows[:SENTENCES]], source=True)
        cosines = source @ critic.encode([row[2] for row in rows[:SENTENCES]]).T
        right = np.arange(len(cosines))
        found = [(cosines.argmax(axis=axis) == right).mean() for axis in (0, 1)]
        print(lang, "PUD", round(float(np.mean(found)), 3))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the shared data folder")
    parser.add_argument("--model", type=Path, default=EMBEDDED)
    args = parser.parse_args()
    critic = Critic(args.model)
    for measure in (judged, critical, words, minimal_pairs, vectors):
        measure(critic, args.data)


if __name__ == "__main__":
    main()
