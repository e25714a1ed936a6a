"""Write `mtcheck/models/adequacy.json`: what similarity unrelated and clean pairs reach, by language.

    python -m training.adequacy.calibrate ../shared/data

Clean pairs are human translations: PUD where it has the language, else a sample of the training pairs of 5 to 40
words from sources that are prose (an optimistic figure, since the encoder has seen them). Unrelated pairs are the same
sentences with the English side rotated. Knots: unrelated 50 % and 99 %, clean 5 %, 50 % and 95 %.
"""

from __future__ import annotations

import argparse
import json
import lzma
from pathlib import Path

import numpy as np

from mtcheck.data import Encoder
from mtcheck.encode import load_encoder

OUT = Path(__file__).parents[2] / "mtcheck" / "models" / "adequacy.json"

#: Origins whose pairs are running prose or close to it; the rest are dictionaries, interfaces and manuals.
PROSE = {"tico-19", "xquad", "wmt21-news", "wmt23-general", "wmt24-general", "opensource-guide", "bible-corpus",
         "wesnoth", "tatoeba-manythings", "stellarium-skycultures", "gnome-user-docs", "ms-security-101"}  # fmt: skip
#: Least distance between the knots. Where unrelated pairs' 99 % and clean pairs' 5 % lie closer or cross (a weak
#: language), both move apart around their middle, so that the curve never turns into a step.
MIN_GAP = 0.08
SAMPLE = 1500


def read_pairs(path: Path, keep: set[str] | None) -> list[tuple[str, str]]:
    opener = lzma.open if path.suffix == ".xz" else open
    pairs = []
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            origin, foreign, english = line.rstrip("\n").split("\t")
            if (keep is None or origin in keep) and 5 <= len(english.split()) <= 40:
                pairs.append((foreign, english))
    rng = np.random.default_rng(0)
    chosen = rng.permutation(len(pairs))[:SAMPLE]
    return [pairs[i] for i in sorted(chosen)]


def knots(encoder: Encoder, pairs: list[tuple[str, str]]) -> list[float]:
    foreign = encoder.encode([pair[0] for pair in pairs])
    english = encoder.encode([pair[1] for pair in pairs])
    clean = np.einsum("ij,ij->i", foreign, english)
    unrelated = np.concatenate(
        [np.einsum("ij,ij->i", foreign, np.roll(english, shift, axis=0)) for shift in (17, 101, 333)]
    )
    found = [*np.percentile(unrelated, [50, 99]), *np.percentile(clean, [5, 50, 95])]
    if found[2] - found[1] < MIN_GAP:
        middle = (found[1] + found[2]) / 2
        found[1], found[2] = middle - MIN_GAP / 2, middle + MIN_GAP / 2
    for i in (3, 4):
        found[i] = max(found[i], found[i - 1] + MIN_GAP)
    return [round(float(value), 4) for value in found]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="the shared data folder, with dev/pud and train")
    parser.add_argument("--out", type=Path, default=OUT)
    args = parser.parse_args()
    encoder = load_encoder()
    curves: dict[str, list[float]] = {}
    for path in sorted((args.data / "train").glob("*-en.tsv.xz")):
        lang = {"zht": "zh-Hant"}.get(path.name.split("-")[0], path.name.split("-")[0])
        pud = args.data / "dev" / "pud" / f"{lang}-en.tsv"
        pairs = read_pairs(pud, None) if pud.is_file() else read_pairs(path, PROSE)
        if len(pairs) < 200:
            continue
        curves[lang] = knots(encoder, pairs)
        print(f"{lang:8} {len(pairs):5} pairs from {'PUD' if pud.is_file() else 'training prose'}: {curves[lang]}")
    curves["*"] = [round(float(value), 4) for value in np.median(list(curves.values()), axis=0)]
    args.out.write_text(json.dumps({encoder.signature: curves}, indent=1) + "\n", "utf-8")
    print(f"wrote {args.out}")


if __name__ == "__main__":
    main()
