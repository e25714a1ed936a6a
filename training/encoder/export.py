"""Run folder -> model folder: quantises the table and writes what both libraries need; then measures the result.

`languages.json` says how far the encoder can be trusted in each language, from its accuracy in finding the partner of
500 held-out sentences (see `training.encoder.vocabulary.held_out`), by margin, mean of both directions.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
from tqdm import tqdm

from mtcheck.encode import StaticEncoder, load_static
from mtcheck.encode_table import LANGUAGES, quantise, write_table
from training.encoder.evaluate import pud, retrieval
from training.encoder.train import gather
from training.encoder.vocabulary import held_out, load_corpus

# Accuracy in % (margin) from which a language counts as strong or fair: on PUD (news and Wikipedia) where it has
# one, else on held-out sentences of its own training text. Those flatter (Korean and Arabic by 13-15 points), hence
# the higher bars and the least number of pairs.
PUD_STRONG, PUD_FAIR = 93.0, 86.0
OWN_STRONG, OWN_FAIR, OWN_FEWEST = 97.0, 94.0, 40_000
# At most fair, whatever their own sentences say: Arabic and Korean lose 13-15 points on PUD, and these are written
# like them (no vowels, no spaces, or endings run on) without a PUD part to show it.
UNPROVEN = {"he", "fa", "th", "ja"}
MODULES = [
    {"idx": 0, "name": "0", "path": "", "type": "mtcheck.neural.StaticWords"},
    {"idx": 1, "name": "1", "path": "1_Normalize", "type": "sentence_transformers.models.Normalize"},
]
SENTENCE_TRANSFORMERS: dict[str, object] = {"prompts": {}, "default_prompt_name": None, "similarity_fn_name": "cosine"}


def sentence_vectors(encoder: StaticEncoder, keys: list[str], ids: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    """(n, dim) unit rows of sentences given as word ids."""
    words, position = np.unique(ids, return_inverse=True)
    vectors = encoder.word_vectors([keys[i] for i in words])
    sums = np.add.reduceat(vectors[position], np.cumsum(sizes) - sizes, axis=0)
    unit: np.ndarray = sums / np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-9)
    return unit


def measure_languages(encoder: StaticEncoder, data: Path) -> dict[str, dict[str, float]]:
    """Per language: number of training pairs, and retrieval figures on its held-out sentences."""
    corpus = load_corpus(data)
    figures: dict[str, dict[str, float]] = {}
    for lang in tqdm(corpus.langs, desc="held-out sentences"):
        arrays = corpus.pairs[lang]
        chosen = held_out(arrays)
        sides = [
            sentence_vectors(encoder, corpus.keys, *gather(arrays[side], arrays[f"{side}_offsets"], chosen))
            for side in ("foreign", "english")
        ]
        figures[lang] = {"pairs": len(arrays["origin"]), "held_out": len(chosen), **retrieval(sides[0], sides[1])}
    return figures


def strength(lang: str, own: float, on_pud: float | None, n_pairs: float) -> str:
    """`strong`, `fair` or `weak`, from accuracies in % and the number of training pairs."""
    if on_pud is not None:
        return "strong" if on_pud >= PUD_STRONG else "fair" if on_pud >= PUD_FAIR else "weak"
    if n_pairs < OWN_FEWEST:
        return "weak"
    return "strong" if own >= OWN_STRONG and lang not in UNPROVEN else "fair" if own >= OWN_FAIR else "weak"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, required=True, help="a training run's folder")
    parser.add_argument("--out", type=Path, default=Path("mtcheck/models/static-v1"))
    parser.add_argument("--name", default="static-v1")
    parser.add_argument("--prepared", type=Path, required=True, help="folder written by training.encoder.prepare")
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    args = parser.parse_args()
    names = (args.run / "features.txt").read_text(encoding="utf-8").split("\n")
    write_table(args.out, args.name, names, quantise(np.load(args.run / "table.npy")))
    (args.out / "modules.json").write_text(json.dumps(MODULES, indent=1) + "\n")
    (args.out / "config_sentence_transformers.json").write_text(json.dumps(SENTENCE_TRANSFORMERS, indent=1) + "\n")
    (args.out / "1_Normalize").mkdir(exist_ok=True)
    (args.out / "1_Normalize" / "config.json").write_text("{}\n")
    encoder = load_static(args.out)
    found = pud(encoder, args.data / "dev" / "pud")
    languages: dict[str, dict[str, object]] = {
        "en": {"strength": "strong", "note": "the other side of every training pair"}
    }
    for lang, figure in measure_languages(encoder, args.prepared).items():
        on_pud = found[lang]["margin"] if lang in found else None
        entry: dict[str, object] = {"strength": strength(lang, figure["margin"], on_pud, figure["pairs"])}
        entry |= {"training_pairs": int(figure["pairs"]), "held_out_sentences": int(figure["held_out"])}
        entry |= {f"held_out_{name}": round(figure[name], 1) for name in ("cosine", "margin")}
        if lang in found:
            entry |= {f"pud_{name}": round(found[lang][name], 1) for name in ("cosine", "margin")}
        languages[lang] = entry
    text = json.dumps({"languages": languages}, indent=1)
    (args.out / LANGUAGES).write_text(text + "\n", encoding="utf-8")
    for lang, entry in languages.items():
        print(lang, *entry.values())


if __name__ == "__main__":
    main()
