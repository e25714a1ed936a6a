"""Fits the weights of the aligner's conditional random field and the calibration of its confidence.

Data: documents made from the "fit" half of PUD (all its languages) and, for languages that PUD lacks, from news in
the training data; unrelated documents (all null); the Text+Berg development document in pieces. Weights maximise
the likelihood of the gold alignments (L-BFGS, ridge penalty); the calibration is a logistic curve fitted on other
documents of the same half. Prints, or writes with --write, `mtcheck/align_weights.py`.
"""

from __future__ import annotations

import argparse
import lzma
import random
import sys
import time
import zlib
from dataclasses import replace
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

import mtcheck.align_weights
from benchmarks.align.scoring import read_text_berg
from benchmarks.align.synthetic import (
    Beads,
    MadeDocument,
    Rates,
    make_document,
    make_documents,
    read_pairs,
    unrelated_document,
)
from mtcheck.align_check import related_features
from mtcheck.align_dp import Band, Potentials, expected_beads, likeliest_beads
from mtcheck.align_scores import TYPES, BeadScorer
from mtcheck.align_sides import read_side
from mtcheck.align_spans import SpanVectors
from mtcheck.align_weights import WEIGHTS
from mtcheck.data import Encoder, Segment

LANGS = ["ar", "cs", "de", "es", "fi", "fr", "hi", "id", "it", "ko", "pl", "pt", "ru", "sv", "tr", "zh", "ja", "uk"]


class Example:
    """One document's features and gold, over the full matrix."""

    def __init__(
        self, source: list[Segment], target: list[Segment], gold: Beads, encoder: Encoder, names: list[str],
        texts: tuple[str | None, str | None] = (None, None), weight: float = 1.0,
    ) -> None:  # fmt: skip
        self.weight = weight
        sides = [
            read_side(segments, SpanVectors(segments, encoder, text=text))
            for segments, text in zip((source, target), texts, strict=True)
        ]
        self.band = Band.full(len(source), len(target))
        scorer = BeadScorer(sides[0], sides[1], self.band, WEIGHTS)
        self.names = names
        column = {name: k for k, name in enumerate(names)}
        collected: list[dict[int, list[np.ndarray]]] = [{} for _ in TYPES]
        for block in scorer.blocks():
            for t, (n, m) in enumerate(TYPES):
                for name, values in block.features(n, m):
                    if name in column:
                        full = np.broadcast_to(np.asarray(values, np.float32), block.shape)
                        collected[t].setdefault(column[name], []).append(full[block.rows, block.columns])
        self.columns = [np.array(sorted(parts)) for parts in collected]
        self.match = [
            np.stack([np.concatenate(parts[k]) for k in sorted(parts)]).astype(np.float32) for parts in collected
        ]
        self.gaps = []
        for which in (0, 1):
            out = np.zeros((len(names), sides[which].vectors.n))
            for name, gap_values in scorer.gap_features(which):
                if name in column:
                    out[column[name]] = gap_values
            self.gaps.append(out)
        self.open = column["gap_open"]
        self.gold_features, self.gold_beads = self._gold(gold)

    def _gold(self, gold: Beads) -> tuple[np.ndarray, set[tuple[int, int, int, int]]]:
        total = np.zeros(len(self.names))
        types = {step: t for t, step in enumerate(TYPES)}
        matched = sorted(bead for bead in gold if all(bead))
        i = j = 0
        beads = set()
        for source, target in [*matched, ((self.band.n_rows - 1,), (self.band.n_target,))]:
            if source[0] > i:
                total[self.open] += 1
            if target[0] > j:
                total[self.open] += 1
            for a in range(i, source[0]):
                total += self.gaps[0][:, a]
                beads.add((a, j, 1, 0))
            for b in range(j, target[0]):
                total += self.gaps[1][:, b]
                beads.add((i, b, 0, 1))
            i, j = source[0], target[0]
            if i == self.band.n_rows - 1 and j == self.band.n_target:
                break
            step = (len(source), len(target))
            if step in types:
                cell = self.band.at(i + step[0], j + step[1])
                total[self.columns[types[step]]] += self.match[types[step]][:, cell]
                beads.add((i, j, *step))
            i, j = i + step[0], j + step[1]
        return total, beads

    def potentials(self, weights: np.ndarray) -> Potentials:
        """Log-weights of all beads under `weights`."""
        match = np.stack([weights[c] @ f for c, f in zip(self.columns, self.match, strict=True)])
        return Potentials(
            types=TYPES,
            match=match.astype(np.float32),
            gap_source=weights @ self.gaps[0],
            gap_target=weights @ self.gaps[1],
            gap_open=float(weights[self.open]),
        )

    def loss(self, weights: np.ndarray) -> tuple[float, np.ndarray]:
        """Negative log-likelihood of the gold alignment, and its gradient."""
        potentials = self.potentials(weights)
        beads, source_null, target_null, openings, total = expected_beads(self.band, potentials)
        expected = self.gaps[0] @ source_null + self.gaps[1] @ target_null
        expected[self.open] += openings
        for t, (columns, features) in enumerate(zip(self.columns, self.match, strict=True)):
            expected[columns] += features @ beads[t]
        loss = total - float(weights @ self.gold_features)
        return self.weight * loss, self.weight * (expected - self.gold_features)

    def decoded(self, weights: np.ndarray) -> list[tuple[str, float, bool]]:
        """For each bead found: its kind, its posterior, whether it is in the gold."""
        potentials = self.potentials(weights)
        path, found, _ = likeliest_beads(self.band, potentials)
        out = []
        nulls = {(k, a if k == (1, 0) else b) for a, b, *step in self.gold_beads if 0 in (k := tuple(step))}
        i = j = 0
        for (n, m), p in zip(path, found.beads, strict=True):
            if n and m:
                out.append(("single" if n == m == 1 else "merged", float(p), (i, j, n, m) in self.gold_beads))
            else:
                out.append(("null", float(p), ((n, m), i if n else j) in nulls))
            i, j = i + n, j + m
        return out


def text_berg_examples(data: Path, encoder: Encoder, names: list[str], size: int = 45) -> list[Example]:
    """The Text+Berg document cut between gold beads; beads of more than five segments end a piece and are left out."""
    source, target, gold = read_text_berg(data)
    matched = sorted(bead for bead in gold if all(bead))
    examples: list[Example] = []
    begin = (0, 0)
    for k, (left, right) in enumerate(matched):
        too_big = len(left) + len(right) > 5
        last = k == len(matched) - 1
        if not (too_big or last or left[-1] + 1 - begin[0] >= size):
            continue
        end = (left[0], right[0]) if too_big else (left[-1] + 1, right[-1] + 1)
        if min(end[0] - begin[0], end[1] - begin[1]) > 3:
            inner = [
                (tuple(i - begin[0] for i in s), tuple(j - begin[1] for j in t))
                for s, t in matched
                if s[0] >= begin[0] and t[0] >= begin[1] and s[-1] < end[0] and t[-1] < end[1]
            ]
            part = (source[begin[0] : end[0]], target[begin[1] : end[1]])
            examples.append(Example(part[0], part[1], inner, encoder, names))
        begin = (left[-1] + 1, right[-1] + 1)
    return examples


def made_examples(
    data: Path, encoder: Encoder, names: list[str], *, n_docs: int, size: int, seed: int, langs: list[str]
) -> list[Example]:
    examples: list[Example] = []
    rng = random.Random(seed)

    def example(made: MadeDocument) -> Example:
        texts = (made.source_text, made.target_text)
        return Example(made.source, made.target, made.gold, encoder, names, texts)

    plain = Rates(heading=0.5)
    rough = Rates(split=0.2, join=0.15, shift=0.04, drop=0.06, add=0.04, blocks=1)
    flat = Rates(split=0.2, join=0.15, shift=0.04, drop=0.04, add=0.03, paragraph_noise=0.25)
    moved = Rates(moves=1, blocks=0)
    for k, rates in enumerate((plain, rough, flat, moved)):
        documents = make_documents(data, langs, "fit", rates, n_docs=n_docs, size=size, seed=seed + k)
        examples.extend(map(example, documents))
    for lang in langs[::3]:
        pairs = rng.sample(read_pairs(data, lang, "fit"), 40)
        examples.append(example(unrelated_document(lang, pairs[:20], pairs[20:], rng)))
    return examples


def fit_weights(examples: list[Example], names: list[str], ridge: float, iterations: int = 200) -> np.ndarray:
    scale = sum(example.weight for example in examples)
    usual = np.mean([np.abs(example.gold_features) / len(example.gold_beads) for example in examples], axis=0)
    unit = 1.0 / (usual + 0.05)  # features in like units make the search many times shorter
    start = np.array([WEIGHTS.get(name, 0.0) for name in names]) / unit

    def objective(scaled: np.ndarray) -> tuple[float, np.ndarray]:
        weights = scaled * unit
        loss: float = ridge * float(weights @ weights)
        gradient: np.ndarray = 2 * ridge * weights
        for example in examples:
            part, slope = example.loss(weights)
            loss += part / scale
            gradient = gradient + slope / scale
        return loss, gradient * unit

    result = minimize(objective, start, jac=True, method="L-BFGS-B", options={"maxiter": iterations, "ftol": 1e-6})
    print(f"# loss {result.fun:.4f} after {result.nit} iterations ({result.message})", file=sys.stderr)
    found: np.ndarray = np.asarray(result.x) * unit
    return found


def fit_calibration(examples: list[Example], weights: np.ndarray) -> dict[str, tuple[float, float]]:
    """For each kind of bead, slope and shift of the logistic curve from posterior to share of right beads."""
    rows: dict[str, list[tuple[float, bool]]] = {"null": [], "single": [], "merged": []}
    for example in examples:
        for kind, probability, right in example.decoded(weights):
            rows[kind].append((probability, right))
    return fit_curves(rows)


def fit_curves(rows: dict[str, list[tuple[float, bool]]]) -> dict[str, tuple[float, float]]:
    """Slope and shift of a logistic curve a kind, from (posterior, right)."""
    table = {}
    for kind, values in rows.items():
        p = np.clip([value for value, _ in values], 1e-4, 1 - 1e-4)
        x, y = np.log(p / (1 - p)), np.array([right for _, right in values], float)

        def loss(ab: np.ndarray, x: np.ndarray = x, y: np.ndarray = y) -> float:
            z = ab[0] * x + ab[1]
            return float(np.mean(np.logaddexp(0, z) - y * z) + 0.001 * ((ab[0] - 1) ** 2 + ab[1] ** 2))

        a, b = minimize(loss, np.array([1.0, 0.0])).x
        table[kind] = (round(float(a), 3), round(float(b), 3))
        print(f"# {kind}: {len(y)} beads, {y.mean():.3f} right, slope {a:.3f} shift {b:.3f}", file=sys.stderr)
    return table


def related_documents(
    data: Path, langs: list[str], seed: int, part: str = "fit"
) -> list[tuple[list[Segment], list[Segment], bool]]:
    """Documents of 1 to 150 sentences: translations with the usual damage and summaries, and unrelated ones.

    Half of the unrelated ones are about one subject (both sides from the same health or encyclopaedia corpus).
    """
    rng = random.Random(seed)
    out = []
    for lang in langs:
        pools = [read_pairs(data, lang, part)]
        pools += [pool for pool in subject_pairs(data, lang, part) if len(pool) > 100]
        for size in (1, 1, 2, 2, 3, 3, 5, 8, 12, 20, 40, 80, 150):
            for pool in pools:
                spare = rng.sample(pool, 20)
                kind = rng.choice([Rates(), Rates(split=0.2, join=0.15, drop=0.1, add=0.05), Rates(drop=0.5, moves=1)])
                rates = replace(kind, drop=0.0, add=0.0, debris=0.0) if size < 4 else kind
                made = make_document(lang, rng.sample(pool, min(size, len(pool))), spare, rates, rng)
                if made.source and made.target:
                    out.append((made.source, made.target, True))
                many = rng.sample(pool, min(len(pool), size + max(1, round(size * rng.uniform(0.6, 1.6)))))
                strange = unrelated_document(lang, many[:size], many[size:], rng)
                out.append((strange.source, strange.target, False))
    return out


def subject_pairs(data: Path, lang: str, part: str) -> list[list[tuple[str, str]]]:
    """Pairs of one subject each: health (TICO-19), encyclopaedia (XQuAD), where the language has them."""
    found: dict[str, list[tuple[str, str]]] = {"tico-19": [], "xquad": []}
    with lzma.open(data / "train" / f"{lang}-en.tsv.xz", "rt", encoding="utf-8") as file:
        for line in file:
            origin, foreign, english = line.rstrip("\n").split("\t")
            if origin in found and zlib.crc32(english.encode()) % 2 == (part == "test"):
                found[origin].append((foreign, english))
    return list(found.values())


def fit_related(documents: list[tuple[list[Segment], list[Segment], bool]], encoder: Encoder) -> dict[str, float]:
    """Weights of the logistic model behind `check_documents`."""
    rows = [related_features(source, target, encoder) for source, target, _ in documents]
    names = list(rows[0])
    x = np.array([[row[name] for name in names] for row in rows])
    y = np.array([label for _, _, label in documents], float)

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        z = x @ weights
        p = 1 / (1 + np.exp(-np.clip(z, -30, 30)))
        value = float(np.mean(np.logaddexp(0, z) - y * z)) + 3e-4 * float(weights @ weights)
        return value, x.T @ (p - y) / len(y) + 6e-4 * weights

    weights = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B").x
    p = 1 / (1 + np.exp(-x @ weights))
    sizes = np.array([min(len(source), len(target)) for source, target, _ in documents])
    for low, high in ((1, 1), (2, 3), (4, 9), (10, 30), (31, 999)):
        part = (sizes >= low) & (sizes <= high)
        bad, good = p[part & (y == 0)], p[part & (y == 1)]
        if len(bad) and len(good):
            print(
                f"# {low}-{high} segments: {len(good)} related, {np.mean(good < 0.2):.3f} of them below 0.2, "
                f"{np.mean(good < 0.02):.3f} below 0.02; {len(bad)} unrelated, {np.mean(bad < 0.2):.3f} below 0.2, "
                f"{np.mean(bad < 0.02):.3f} below 0.02",
                file=sys.stderr,
            )
    return {name: round(float(value), 3) for name, value in zip(names, weights, strict=True)}


def load_default_encoder() -> Encoder:
    from mtcheck.encode import load_encoder

    return load_encoder()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--docs", type=int, default=2, help="documents a language and kind")
    parser.add_argument("--size", type=int, default=40, help="sentences a document")
    parser.add_argument("--ridge", type=float, default=3e-4)
    parser.add_argument("--text-berg-weight", type=float, default=4.0)
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--write", action="store_true", help="write mtcheck/align_weights.py instead of printing it")
    options = parser.parse_args()
    encoder = load_default_encoder()
    names = list(WEIGHTS)
    began = time.time()
    made = made_examples(
        options.data, encoder, names, n_docs=options.docs, size=options.size, seed=options.seed, langs=LANGS
    )
    berg = text_berg_examples(options.data, encoder, names)
    for example in berg:
        example.weight = options.text_berg_weight
    print(f"# {len(made)} + {len(berg)} documents read in {time.time() - began:.0f} s", file=sys.stderr)
    weights = fit_weights(made + berg, names, options.ridge)
    held = made_examples(
        options.data, encoder, names, n_docs=1, size=options.size, seed=options.seed + 1000, langs=LANGS
    )
    table = fit_calibration(held + berg, weights)
    related = fit_related(related_documents(options.data, LANGS, options.seed), encoder)
    text = as_module({name: round(float(value), 3) for name, value in zip(names, weights, strict=True)}, table, related)
    if options.write:
        Path(mtcheck.align_weights.__file__).write_text(text, encoding="utf-8")
    else:
        print(text, end="")


def as_module(weights: dict[str, float], calibration: dict[str, tuple[float, float]], related: dict[str, float]) -> str:
    """The text of `mtcheck/align_weights.py`."""
    head = f'"""{mtcheck.align_weights.__doc__}"""\n\nVERSION = "{mtcheck.align_weights.VERSION}"\n'
    parts = [head]
    for title, values in (
        ("WEIGHTS: dict[str, float]", weights),
        ("CALIBRATION: dict[str, tuple[float, float]]", calibration),
        ("RELATED: dict[str, float]", related),
    ):
        parts.append(f"{title} = {{\n" + "".join(f'    "{k}": {v},\n' for k, v in values.items()) + "}\n")
    return "\n".join(parts)


if __name__ == "__main__":
    main()
