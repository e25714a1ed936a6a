"""Fits the weights of the aligner's second look (`mtcheck/align_words.py`) and the calibration of its confidence.

Data: documents made from the "fit" half of PUD (all its languages) and, for languages that PUD lacks, from news in
the training data; the Text+Berg development document. The first pass runs as it does in use; weights maximise the
likelihood of the gold beads within the stretches that it leaves in doubt (L-BFGS, ridge penalty). The calibration is
a logistic curve fitted on other documents of the same half. Run it after `fit.py`. With --folds it also says what
Text+Berg reaches when each stretch is decided by weights that were fitted on the others.

    python -m benchmarks.align.fit_words --write
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

import mtcheck.align_word_weights
from benchmarks.align.fit import LANGS, fit_curves, load_default_encoder
from benchmarks.align.scoring import count, read_text_berg
from benchmarks.align.synthetic import Beads, Rates, make_documents
from mtcheck.align_band import plan_band
from mtcheck.align_dp import Potentials, expected_beads, likeliest_beads
from mtcheck.align_scores import TYPES, BeadScorer
from mtcheck.align_sides import read_side
from mtcheck.align_spans import SpanVectors
from mtcheck.align_weights import WEIGHTS
from mtcheck.align_words import (
    FORFEIT,
    LEAST_MATCH,
    LEAST_NULL,
    Part,
    Stretch,
    WordLook,
    affordable_stretches,
    part_of,
    reweighed,
    word_features,
)
from mtcheck.data import Segment
from mtcheck.encode import StaticEncoder
from mtcheck.word_rows import WordRows

GAPS = ("gap", "gap_length", "gap_open")
KINDS = (
    Rates(heading=0.5),
    Rates(split=0.2, join=0.15, shift=0.04, drop=0.06, add=0.04, blocks=1),
    Rates(split=0.2, join=0.15, shift=0.04, drop=0.04, add=0.03, paragraph_noise=0.25),
    Rates(moves=1, blocks=0),
)
Steps = list[tuple[int, int]]


class Doubt:
    """One stretch in doubt: its part of the alignment, its features, and the gold beads in it."""

    def __init__(self, stretch: Stretch, part: Part, features: dict[str, np.ndarray], gaps: tuple[np.ndarray, ...],
                 gold: Beads, weight: float) -> None:  # fmt: skip
        self.stretch, self.part, self.weight = stretch, part, weight
        self.features, self.lengths = features, (gaps[0], gaps[1])
        self.names = [*features, *GAPS]
        self.table = np.stack(list(features.values()), axis=1).astype(float)
        self.gold = self._gold(gold)

    def _gold(self, gold: Beads) -> tuple[np.ndarray, float] | None:
        """Features and first log-weight of the gold beads; None where they cross the stretch's ends or are blocked."""
        (i, j), (end, stop) = self.stretch.begin, self.stretch.end
        place = {cell: k for k, cell in enumerate(zip(self.part.kind.tolist(), self.part.cells.tolist(), strict=True))}
        total, weight = np.zeros(len(self.names)), 0.0
        a, b = i, j
        inside = []
        for left, right in sorted(bead for bead in gold if all(bead)):
            within = left[0] >= i and left[-1] < end and right[0] >= j and right[-1] < stop
            touches = (left[-1] >= i and left[0] < end) or (right[-1] >= j and right[0] < stop)
            if touches and not within:
                return None
            if within:
                inside.append((left, right))
        for left, right in [*inside, ((end,), (stop,))]:
            if left[0] < a or right[0] < b:
                return None
            for lengths, gaps, begin, first, until in (
                (self.lengths[0], self.part.potentials.gap_source, i, a, left[0]),
                (self.lengths[1], self.part.potentials.gap_target, j, b, right[0]),
            ):
                if until > first:
                    total[-3:] += until - first, lengths[first - begin : until - begin].sum(), 1.0
                    weight += float(gaps[first - begin : until - begin].sum()) + self.part.potentials.gap_open
            a, b = left[0] + len(left), right[0] + len(right)
            if left[0] == end:
                break
            step = (len(left), len(right))
            cell = (TYPES.index(step), self.part.band.at(a - i, b - j)) if step in TYPES else (-1, -1)
            if cell not in place:
                return None
            total[:-3] += self.table[place[cell]]
            weight += float(self.part.potentials.match[cell])
        return total, weight

    def potentials(self, weights: np.ndarray) -> Potentials:
        """Log-weights of the stretch under `weights`."""
        return reweighed(self.part, self.features, self.lengths, dict(zip(self.names, weights.tolist(), strict=True)))

    def loss(self, weights: np.ndarray) -> tuple[float, np.ndarray]:
        """Negative log-likelihood of the gold beads, and its gradient."""
        assert self.gold is not None
        beads, source_null, target_null, openings, total = expected_beads(self.part.band, self.potentials(weights))
        lengths = float(self.lengths[0] @ source_null + self.lengths[1] @ target_null)
        gaps = [float(source_null.sum() + target_null.sum()), lengths, openings]
        expected = np.concatenate([self.table.T @ beads[self.part.kind, self.part.cells], gaps])
        features, first = self.gold
        loss = total - first - float(weights @ features)
        return self.weight * loss, self.weight * (expected - features)


class Document:
    """One document after the first pass."""

    def __init__(
        self, source: list[Segment], target: list[Segment], gold: Beads, encoder: StaticEncoder, words: WordRows,
        texts: tuple[str | None, str | None] = (None, None), weight: float = 1.0,
    ) -> None:  # fmt: skip
        self.gold = gold
        vectors = [SpanVectors(side, encoder, text=text) for side, text in zip((source, target), texts, strict=True)]
        sides = read_side(source, vectors[0]), read_side(target, vectors[1])
        band = plan_band(vectors[0].single(), vectors[1].single())
        potentials = BeadScorer(*sides, band, WEIGHTS).potentials()
        self.path, self.posterior, plausible = likeliest_beads(band, potentials)
        look = WordLook(*sides, words)
        self.doubts = []
        for stretch, members in affordable_stretches(self.path, self.posterior, plausible, band):
            kind = plausible.kind[members]
            figures = look.figures(kind, plausible.row[members], plausible.column[members])
            part = part_of(stretch, members, band, potentials, plausible)
            features = dict(word_features(figures, kind))
            self.doubts.append(Doubt(stretch, part, features, look.gap_lengths(stretch), gold, weight))

    def decided(self, weights: list[np.ndarray]) -> tuple[Steps, np.ndarray]:
        """Path and posteriors; stretch k is decided by `weights[k % len(weights)]`."""
        path: Steps = []
        beads = []
        at = 0
        for k, doubt in enumerate(self.doubts):
            path += self.path[at : doubt.stretch.first]
            beads.append(self.posterior.beads[at : doubt.stretch.first])
            changed = doubt.potentials(weights[k % len(weights)])
            again, found, _ = likeliest_beads(doubt.part.band, changed, LEAST_MATCH, LEAST_NULL, FORFEIT)
            path += again
            beads.append(found.beads)
            at = doubt.stretch.last
        return path + self.path[at:], np.concatenate([*beads, self.posterior.beads[at:]])


def as_beads(path: Steps) -> Beads:
    """The steps of a path as segments."""
    out, i, j = [], 0, 0
    for n, m in path:
        out.append((tuple(range(i, i + n)), tuple(range(j, j + m))))
        i, j = i + n, j + m
    return out


def made_documents(
    data: Path, encoder: StaticEncoder, words: WordRows, *, n_docs: int, size: int, seed: int
) -> list[Document]:
    """`n_docs` documents a language and kind, after the first pass."""
    return [
        Document(made.source, made.target, made.gold, encoder, words, (made.source_text, made.target_text))
        for k, rates in enumerate(KINDS)
        for made in make_documents(data, LANGS, "fit", rates, n_docs=n_docs, size=size, seed=seed + k)
    ]


def fit_weights(doubts: list[Doubt], ridge: float, iterations: int, start: np.ndarray | None = None) -> np.ndarray:
    """Ridge-penalised maximum-likelihood weights."""
    doubts = [doubt for doubt in doubts if doubt.gold is not None]
    scale = sum(doubt.weight for doubt in doubts)
    usual = np.mean([np.abs(doubt.gold[0]) for doubt in doubts if doubt.gold], axis=0)
    unit = 1.0 / (usual + 0.1)  # features in like units make the search many times shorter
    begin = np.zeros(len(unit)) if start is None else start / unit

    def objective(scaled: np.ndarray) -> tuple[float, np.ndarray]:
        weights = scaled * unit
        loss, gradient = ridge * float(weights @ weights), 2 * ridge * weights
        for doubt in doubts:
            part, slope = doubt.loss(weights)
            loss += part / scale
            gradient = gradient + slope / scale
        return loss, gradient * unit

    result = minimize(objective, begin, jac=True, method="L-BFGS-B", options={"maxiter": iterations, "ftol": 1e-6})
    print(f"# {len(doubts)} stretches, loss {result.fun:.4f} after {result.nit} iterations", file=sys.stderr)
    found: np.ndarray = np.asarray(result.x) * unit
    return found


def fit_calibration(documents: list[Document], weights: np.ndarray) -> dict[str, tuple[float, float]]:
    """For each kind of bead, slope and shift of the logistic curve from posterior to share of right beads."""
    rows: dict[str, list[tuple[float, bool]]] = {"null": [], "single": [], "merged": []}
    for document in documents:
        path, probability = document.decided([weights])
        gold = set(document.gold)
        for bead, p in zip(as_beads(path), probability.tolist(), strict=True):
            sizes = len(bead[0]), len(bead[1])
            kind = "null" if 0 in sizes else "single" if sizes == (1, 1) else "merged"
            rows[kind].append((p, bead in gold))
    return fit_curves(rows)


def cross_validated(
    document: Document, made: list[Doubt], start: np.ndarray, options: argparse.Namespace
) -> tuple[float, float, float]:
    """Strict precision, recall and F1 when each stretch is decided by weights fitted without it."""
    folds = options.folds
    weights = [
        fit_weights(
            made + [doubt for k, doubt in enumerate(document.doubts) if k % folds != fold],
            options.ridge, options.iterations // 2, start,
        )
        for fold in range(folds)
    ]  # fmt: skip
    return count(as_beads(document.decided(weights)[0]), document.gold).strict


def as_module(weights: dict[str, float], calibration: dict[str, tuple[float, float]]) -> str:
    """The text of `mtcheck/align_word_weights.py`."""
    parts = [f'"""{mtcheck.align_word_weights.__doc__}"""\n']
    for title, values in (
        ("WORDS: dict[str, float]", weights),
        ("CALIBRATION: dict[str, tuple[float, float]]", calibration),
    ):
        parts.append(f"{title} = {{\n" + "".join(f'    "{k}": {v},\n' for k, v in values.items()) + "}\n")
    return "\n".join(parts)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--docs", type=int, default=2, help="documents a language and kind")
    parser.add_argument("--size", type=int, default=60, help="sentences a document")
    parser.add_argument("--ridge", type=float, default=1e-3)
    parser.add_argument("--iterations", type=int, default=60)
    parser.add_argument("--text-berg-weight", type=float, default=4.0)
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--folds", type=int, default=0, help="cross-validate on Text+Berg with so many parts")
    parser.add_argument("--write", action="store_true", help="write mtcheck/align_word_weights.py")
    options = parser.parse_args()
    encoder = load_default_encoder()
    assert isinstance(encoder, StaticEncoder)
    words = WordRows(encoder)
    began = time.process_time()
    sizes = {"n_docs": options.docs, "size": options.size}
    made = made_documents(options.data, encoder, words, **sizes, seed=options.seed)
    source, target, gold = read_text_berg(options.data)
    berg = Document(source, target, gold, encoder, words, weight=options.text_berg_weight)
    doubts = [doubt for document in made for doubt in document.doubts]
    print(
        f"# {len(made)} documents, {len(doubts)} stretches read in {time.process_time() - began:.0f} s", file=sys.stderr
    )
    weights = fit_weights(doubts + berg.doubts, options.ridge, options.iterations)
    print(f"# Text+Berg strict {count(as_beads(berg.decided([weights])[0]), gold).strict}", file=sys.stderr)
    if options.folds:
        alone = fit_weights(doubts, options.ridge, options.iterations)
        print(f"# without Text+Berg {count(as_beads(berg.decided([alone])[0]), gold).strict}", file=sys.stderr)
        print(f"# cross-validated {cross_validated(berg, doubts, alone, options)}", file=sys.stderr)
    held = made_documents(options.data, encoder, words, **sizes, seed=options.seed + 1000)
    table = fit_calibration([*held, berg], weights)
    names = berg.doubts[0].names
    text = as_module({name: round(float(value), 3) for name, value in zip(names, weights, strict=True)}, table)
    if options.write:
        Path(mtcheck.align_word_weights.__file__).write_text(text, encoding="utf-8")
    else:
        print(text, end="")


if __name__ == "__main__":
    main()
