"""Fit the "stray" trees alone (`training.quality.parts.fit_stray`) and put them into the stored model.

    python -m training.quality.stray ../shared/data     # some minutes

`training.quality.train` fits the same ones among the rest; nothing else that it stores depends on them. What else is
stored, and moves r by .003 to .005 by chance when all is fitted again, stays as it is.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

import numpy as np

from mtcheck.encode import StaticEncoder, load_encoder
from mtcheck.quality import EMBEDDED, load_quality
from training.quality.data import MLQE, mlqe
from training.quality.features import prepare
from training.quality.parts import fit_stray, some_unnamed
from training.quality.train import training_items, without_leak


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="the shared data folder")
    parser.add_argument("--out", type=Path, default=EMBEDDED, help="the model to put them into")
    args = parser.parse_args()
    encoder = load_encoder()
    assert isinstance(encoder, StaticEncoder)
    model = load_quality(encoder, source_lang=None, target_lang=None, folder=args.out)
    if model is None:
        raise SystemExit("the model belongs to another encoder: python -m training.quality.train ../shared/data")
    items = training_items(args.data, 1.0)
    dev = [item for pair in MLQE for item in mlqe(args.data, pair, "dev")]
    raw, dev_raw = (prepare(some, encoder, model.bags) for some in (items, dev))
    raw = replace(raw, base=without_leak(items, raw, dev, dev_raw))
    stray = fit_stray(items, some_unnamed(items, raw, model.usual))
    weights = args.out / "weights.npz"
    with np.load(weights) as file:
        tensors = {name: file[name] for name in file.files} | stray.tensors("stray")
    np.savez_compressed(weights, allow_pickle=False, **tensors)
    print(f"wrote {weights}, {weights.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
