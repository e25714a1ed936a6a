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
from training.quality.data import MLQE, mlqe
from training.quality.features import prepare, rows_of
from training.quality.parts import LEAKED, own_of, without

FOLDS = 4


class Assessed:
    """The direct assessments of a direction, with all that is known of them but what judgements tell.

    `z`: (n,) mean z-scores; `rows`: (n, len(NAMES)) features, those that judgements tell at 0; `fold`: (n,) 0 to
    `FOLDS` - 1.
    """

    def __init__(self, data: Path, pair: str, encoder: StaticEncoder) -> None:
        items = [*mlqe(data, pair, "train"), *mlqe(data, pair, "dev")]
        self.z: Array = np.array([item.z for item in items])
        self.fold: IntArray = np.arange(len(items)) % FOLDS
        model = load_quality(encoder, source_lang=items[0].source_lang, target_lang=items[0].target_lang)
        assert model is not None
        raw = prepare(items, encoder, model.bags)
        self.rows = without(rows_of(items, raw, model.usual), LEAKED)
        self._texts = counts_and_vectors(items, encoder)
        records = [record for part in ("train", "dev") for record in mlqe_records(data, pair, part)]
        self._sides: list[Marked] = marked_sides(records)

    def told(self, k: int) -> FloatArray:
        """(n, len(UNSEEN)): what judgements tell of all items. Nothing is fitted to those of fold `k`; the others fall
        into `FOLDS` inner folds, and each is told by what was fitted to the rest of these.
        """
        kept = self.fold != k
        inner = np.random.default_rng(k).integers(FOLDS, size=len(kept))
        inner[~kept] = FOLDS
        parts = [((inner != own) & kept, inner == own) for own in range(FOLDS + 1)]
        said = np.zeros((len(kept), len(UNSEEN)), dtype=np.float32)
        said[:, :2] = told_by_texts(*self._texts, self.z, parts)
        sides = [replace(side, known=side.known & kept[side.owner]) for side in self._sides]
        said[:, 2:] = unseen_changed(sides, inner)
        return said


def foretold(assessed: Assessed, told: Sequence[FloatArray], hidden: Sequence[str], seed: int) -> FloatArray:
    """(n,) the z that an own part which did not see an item foretells of it; `told`: by fold, `Assessed.told`; features
    `hidden` are left out.
    """
    rows, said = without(assessed.rows, hidden), np.zeros(len(assessed.z), dtype=np.float32)
    for k in range(FOLDS):
        seen = assessed.fold != k
        for column, name in enumerate(UNSEEN):
            if name not in hidden:
                rows[:, NAMES.index(name)] = told[k][:, column]
        said[~seen] = own_of(rows[seen], assessed.z[seen], seed)(rows[~seen])
    return said


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="the shared data folder")
    parser.add_argument("--direction", choices=MLQE, default="ru-en")
    parser.add_argument("--without", nargs="*", default=[], help="parts of the names of features to leave out")
    parser.add_argument("--seed", type=int, default=0, help="of trees and networks: r moves by .001 with it")
    args = parser.parse_args()
    encoder = load_encoder()
    assert isinstance(encoder, StaticEncoder)
    assessed = Assessed(args.data, args.direction, encoder)
    told = [assessed.told(k) for k in range(FOLDS)]
    for part in (None, *args.without):
        hidden = [] if part is None else [name for name in NAMES if part in name]
        said = foretold(assessed, told, hidden, args.seed)
        members = [assessed.fold == k for k in range(FOLDS)]
        by_fold = [float(np.corrcoef(said[some], assessed.z[some])[0, 1]) for some in members]
        name = "all features" if part is None else f"without {part} ({len(hidden)} features)"
        print(f"{name}: r = {np.mean(by_fold):.4f} ({' '.join(f'{r:.3f}' for r in by_fold)})", flush=True)


if __name__ == "__main__":
    main()
