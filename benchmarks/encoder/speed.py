"""Load time and sentences per second of the embedded encoder, beside a transformer of MiniLM-L12's size.

The transformer has random weights: only its speed is compared. `python -m benchmarks.encoder.speed --help`.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

from mtcheck.encode import EMBEDDED, StaticEncoder, load_encoder, load_static

LOAD = "import time, mtcheck.encode as e; t = time.perf_counter(); e.load_encoder(); print(time.perf_counter() - t)"
IMPORT = "import time; t = time.perf_counter(); import mtcheck.encode; print(time.perf_counter() - t)"


def news_sentences(pud: Path, langs: list[str]) -> list[str]:
    """Distinct news and Wikipedia sentences, both sides."""
    texts: dict[str, None] = {}
    for lang in langs:
        for line in (pud / f"{lang}-en.tsv").read_text(encoding="utf-8").splitlines():
            texts.update(dict.fromkeys(line.split("\t")[1:3]))
    return list(texts)


def seconds_of(code: str, repeats: int) -> float:
    """The median of what a fresh interpreter prints."""
    runs = [subprocess.run([sys.executable, "-c", code], capture_output=True, check=True) for _ in range(repeats)]
    return statistics.median(float(run.stdout) for run in runs)


def rate(encoder: StaticEncoder, texts: list[str], repeats: int) -> float:
    """Median sentences per second of one process."""
    times = []
    for _ in range(repeats):
        started = time.perf_counter()
        encoder.encode(texts)
        times.append(time.perf_counter() - started)
    return len(texts) / statistics.median(times)


def rate_in_child(job: tuple[list[str], int]) -> float:
    """`rate` after one pass that fills the cache."""
    texts, repeats = job
    encoder = load_static(EMBEDDED)
    encoder.encode(texts)
    return rate(encoder, texts, repeats)


def transformer_rate(texts: list[str]) -> float:
    """Sentences per second of 12 layers of 384 dimensions, float32, batches of 32, tokenised outside the clock."""
    import torch
    from transformers import BertConfig, BertModel

    config = BertConfig(
        vocab_size=30_000, hidden_size=384, num_hidden_layers=12, num_attention_heads=12, intermediate_size=1536
    )
    model: Any = BertModel(config)
    model.eval()
    lengths = [max(4, round(len(text.split()) * 1.6)) for text in texts]  # word pieces, roughly
    started = time.perf_counter()
    with torch.inference_mode():
        for start in range(0, len(texts), 32):
            longest = max(lengths[start : start + 32])
            model(input_ids=torch.randint(0, 30_000, (len(lengths[start : start + 32]), longest)))
    return len(texts) / (time.perf_counter() - started)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--langs", nargs="+", default=["ru", "de", "es", "pl", "tr", "zh", "ar"])
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--json", type=Path, help="also write the figures here")
    args = parser.parse_args()
    texts = news_sentences(args.data / "dev" / "pud", args.langs)
    figures: dict[str, float] = {
        "sentences": len(texts),
        "words_per_sentence": statistics.mean(len(text.split()) for text in texts),
        "folder_mb": sum(path.stat().st_size for path in EMBEDDED.rglob("*") if path.is_file()) / 1e6,
        "import_s": seconds_of(IMPORT, args.repeats),
        "load_s": seconds_of(LOAD, args.repeats),
    }
    encoder = load_encoder()
    assert isinstance(encoder, StaticEncoder)
    started = time.perf_counter()
    encoder.encode(texts)
    figures["cold_sentences_per_s"] = len(texts) / (time.perf_counter() - started)
    figures["warm_sentences_per_s"] = rate(encoder, texts, args.repeats)
    with ProcessPoolExecutor(args.processes) as pool:
        rates = list(pool.map(rate_in_child, [(texts, args.repeats)] * args.processes))
    figures[f"warm_sentences_per_s_{args.processes}_processes"] = sum(rates)
    figures["minilm_l12_size_sentences_per_s"] = transformer_rate(texts[:200])
    for name, value in figures.items():
        print(f"{name:42} {value:12,.3f}")
    if args.json:
        args.json.write_text(
            json.dumps({k: round(v, 4) for k, v in figures.items()}, indent=1) + "\n", encoding="utf-8"
        )


if __name__ == "__main__":
    main()
