"""How well the own part of a judged direction (`mtcheck.quality_trees.Own`) foretells judgements that it did not see.

    python -m training.quality.folds ../shared/data                                  # ru-en; some minutes
    python -m training.quality.folds ../shared/data --direction et-en
    python -m training.quality.folds ../shared/data --without at_large _prose        # what these features are worth

Four folds of MLQE-PE train and dev together, each of every fourth item; whatever is fitted to judgements is fitted to
the other three. A thousand items of dev alone tell differences of .005 at best, and test20 is there to measure what is
built.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from mtcheck.data import FloatArray, IntArray
from mtcheck.encode import StaticEncoder, load_encoder
from mtcheck.quality import load_quality
from mtcheck.quality_features import NAMES
from mtcheck.quality_trees import Array
from training.critic.judged import mlqe_records
from training.quality.bag import UNSEEN, counts_and_vectors, told_by_texts
from training.quality.changed import Marked, marked_sides, unseen_changed
from training.quality.data import MLQE, Item, mlqe
from training.quality.features import prepare, rows_of
from training.quality.parts import LEAKED, own_of, without

FOLDS = 4  # and as many again of those that are fitted to


class Judged:
    """The judged items of a direction with all that is known of them but what judgements tell."""

    def __init__(self, data: Path, pair: str, encoder: StaticEncoder) -> None:
        self.items: list[Item] = [*mlqe(data, pair, "train"), *mlqe(data, pair, "dev")]
        self.z: Array = np.array([item.z for item in self.items])
        model = load_quality(encoder, source_lang=self.items[0].source_lang, target_lang=self.items[0].target_lang)
        assert model is not None
        raw = prepare(self.items, encoder, model.bags)
        self.rows = without(rows_of(self.items, raw, model.usual), LEAKED)
        self._texts = counts_and_vectors(self.items, encoder)
        records = [record for part in ("train", "dev") for record in mlqe_records(data, pair, part)]
        self._sides: list[Marked] = marked_sides(records)

    def told(self, k: int) -> FloatArray:
        """(n, len(UNSEEN)): what judgements tell of all items; those of fold `k` are looked at by nothing."""
        fold = self.folds()
        inner = np.random.default_rng(k).integers(FOLDS, size=len(fold))
        inner[fold == k] = FOLDS
        parts = [((inner != own) & (fold != k), inner == own) for own in range(FOLDS + 1)]
        said = np.zeros((len(fold), len(UNSEEN)), dtype=np.float32)
        said[:, :2] = told_by_texts(*self._texts, self.z, parts)
        sides = [replace(side, known=side.known & (fold != k)[side.owner]) for side in self._sides]
        said[:, 2:] = unseen_changed(sides, inner)
        return said

    def folds(self) -> IntArray:
        """(n,) the fold of each item."""
        return np.arange(len(self.items)) % FOLDS


def foretold(judged: Judged, told: Sequence[FloatArray], rows: FloatArray, seed: int = 0) -> FloatArray:
    """(n,) what is said of each item by those that did not see it; `rows` are the features, `told` those of each fold
    that were fitted to judgements.
    """
    fold, said = judged.folds(), np.zeros(len(rows), dtype=np.float32)
    for k in range(FOLDS):
        rows[:, [NAMES.index(name) for name in UNSEEN]] = told[k]
        seen = fold != k
        said[~seen] = own_of(rows[seen], judged.z[seen], seed)(rows[~seen])
    return said


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="the shared data folder")
    parser.add_argument("--direction", choices=MLQE, default="ru-en")
    parser.add_argument("--without", nargs="*", default=[], help="parts of the names of features to leave out")
    args = parser.parse_args()
    encoder = load_encoder()
    assert isinstance(encoder, StaticEncoder)
    judged = Judged(args.data, args.direction, encoder)
    told = [judged.told(k) for k in range(FOLDS)]
    for left_out in ([], *([part] for part in args.without)):
        hidden = [name for name in NAMES if any(part in name for part in left_out)]
        said = foretold(judged, told, without(judged.rows, hidden))
        fold = judged.folds()
        by_fold = [float(np.corrcoef(said[fold == k], judged.z[fold == k])[0, 1]) for k in range(FOLDS)]
        name = f"without {left_out[0]} ({len(hidden)} features)" if left_out else "all features"
        print(f"{name}: r = {np.mean(by_fold):.4f} ({' '.join(f'{r:.3f}' for r in by_fold)})", flush=True)


if __name__ == "__main__":
    main()
