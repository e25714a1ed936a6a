"""A static model folder of 32 dimensions with random weights, and texts in six scripts that it knows."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from mtcheck.encode_table import quantise, write_table
from mtcheck.encode_words import features, run_pattern, split_run

TEXTS = [
    "The minister arrived in Kyiv in 2022.",
    "Министр прибыл в Киев в 2022 году.",
    "部長は2022年にキーウに到着した。",
    "وصل الوزير إلى كييف عام ٢٠٢٢",
    "मंत्री 2022 में कीव पहुंचे।",
    "รัฐมนตรีเดินทางถึงเคียฟ",
]


def feature_names() -> list[str]:
    """Whole words of even length and all parts of the rest, so that both ways to a vector are taken."""
    names: dict[str, None] = {}
    for text in TEXTS:
        for run in run_pattern().findall(text):
            for _, _, key in split_run(run):
                whole, _, parts = features(key)
                if whole is not None and len(whole) % 2:
                    names[whole] = None
                names.update(dict.fromkeys(parts))
    return list(names)


def make_folder(folder: Path) -> Path:
    names = feature_names()
    matrix = np.random.default_rng(0).standard_normal((len(names), 32)).astype(np.float32)
    write_table(folder, "tiny", names, quantise(matrix))
    return folder
