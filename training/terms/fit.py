"""Fits the weights by which two renderings of a term are told for an inconsistency (`mtcheck/models/terms.json`).

    python -m training.terms.fit DATA [--write]

What is wanted are the terms that people rendered in a second way in the articles of `benchmarks/garble/fresh*`. What is
not are all other differences there, those in the human references of `benchmarks.garble.document_alarms` (persons vary
words as well, so that some of these are right), and articles from which the second rendering was taken out: a sentence
may do without a word, or name the thing by a general one. The rule's test cases count as well. DATA holds
`judged/wmt-mqm/`. Printed are figures of eight-fold cross-validation over documents; the fit is convex, without a seed.
"""

from __future__ import annotations

import argparse
import json
import tomllib
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize

from benchmarks.garble.document_alarms import documents
from benchmarks.garble.false_alarms import segmented
from benchmarks.garble.fresh import HERE, Fault, article
from mtcheck.data import FloatArray, Pair
from mtcheck.rules.terms.evidence import WEIGHTS
from mtcheck.rules.terms.links import Links
from mtcheck.rules.terms.use import ODDS, Use, uses

_FOLDS = 8
#: Strength of the prior on the standardised weights, and what a fault weighs beside a difference that is none.
_VARIANCE, _FAULT = 0.1, 3.0
#: Renderings taken out of an article.
_OMISSIONS = 12
#: What stands in English for something that was named before.
_INSTEAD = ("", "it", "company", "", "people", "building", "", "place", "this")
_ABOUT = (
    "Logistic regression of mtcheck/rules/terms/evidence.py; made by training/terms/fit.py from the project's own "
    "articles and cases, and from differences in human references of WMT 2021 news and TED talks (judged/wmt-mqm)."
)
CASES = Path(__file__).parents[2] / "tests" / "cases" / "CON004.toml"


@dataclass(frozen=True)
class Row:
    """A difference, the fault that it is (empty for none), and the document it is of."""

    kind: str
    document: str
    fault: tuple[object, ...]
    place: tuple[object, ...]
    evidence: dict[str, float]


def _row(kind: str, document: str, use: Use, pairs: Sequence[Pair], fault: tuple[object, ...] = ()) -> Row:
    assert use.rivals is not None
    start, end = use.rivals.span
    words = use.rivals.wording, pairs[use.later].target[start:end]
    return Row(kind, document, fault, (document, use.later, *words), use.evidence())


def of_article(path: Path) -> Iterator[Row]:
    """The differences of an article, but for those that touch a fault of another kind."""
    document = f"{path.parent.name}/{path.stem}"
    pairs, faults = article(path)
    for use in uses(pairs):
        if use.rivals is None:
            continue
        now, before = use.rivals, use.rivals.turned()
        met = [fault for fault in faults[use.later] if _meets(fault, now.span)]
        terms = [fault for fault in met if fault.kind == "inconsistent-term"]
        if terms:
            yield _row("article", document, use, pairs, (document, use.later, terms[0].start))
        elif not met and not any(_meets(fault, before.span) for fault in faults[use.earlier]):
            yield _row("article", document, use, pairs)


def pairs_of(case: dict[str, Any]) -> list[Pair]:
    """The pairs of a case of `tests/cases`, as a document that was cut into sentences."""
    source, target = case["langs"].split("-")
    return [
        segmented(Pair(index=n, source=one, target=two, source_lang=source, target_lang=target))
        for n, (one, two) in enumerate(case["pairs"])
    ]


def _meets(fault: Fault, span: tuple[int, int]) -> bool:
    return fault.side == "target" and span[0] < fault.end and fault.start < span[1]


def omissions(path: Path) -> Iterator[Row]:
    """What differs once a rendering that agreed with another is taken out of an article, or a general word put in."""
    document = f"{path.parent.name}/{path.stem}"
    pairs, _ = article(path)
    agreeing = [use for use in uses(pairs) if use.rivals is None]
    for n, use in enumerate(agreeing[:: max(1, len(agreeing) // _OMISSIONS)][:_OMISSIONS]):
        pair = pairs[use.later]
        links = Links(pair, (pair.source_lang or "", pair.target_lang or ""))
        run = links.rendering(use.there)
        if not run:
            continue
        start, end = links.span(run)
        instead = _INSTEAD[n % len(_INSTEAD)] if pair.target_lang == "en" else ""
        text = f"{pair.target[:start]}{instead}{pair.target[end:]}"
        changed = [*pairs[: use.later], replace(pair, target=" ".join(text.split())), *pairs[use.later + 1 :]]
        for other in uses(changed):
            if other.rivals is not None and use.later == other.later and set(other.there) & set(use.there):
                yield _row("omission", document, other, changed)


def cases() -> Iterator[Row]:
    """The test cases of the rule: of those with a flag the difference that is to be flagged, of others all."""
    for number, case in enumerate(tomllib.loads(CASES.read_text(encoding="utf-8"))["case"]):
        pairs = pairs_of(case)
        for use in uses(pairs):
            if use.rivals is None:
                continue
            start, end = use.rivals.span
            text = pairs[use.later].target[start:end]
            wanted = any(hit in text or text in hit for hit in case["hits"])
            if wanted or not case["hits"]:
                yield _row("case", f"case {number}", use, pairs, (number,) if wanted else ())


def of_documents(data: Path) -> Iterator[Row]:
    for title, pairs in documents(data):
        document = title.replace(" backwards", "").split()[-1]
        for use in uses(pairs):
            if use.rivals is not None:
                row = _row("document", title, use, pairs)
                yield replace(row, document=document)


def fit(values: FloatArray, wanted: FloatArray, weights: FloatArray) -> FloatArray:
    """Weights of the standardised columns and, last, the bias, by maximum likelihood with a normal prior."""

    def loss(theta: FloatArray) -> tuple[float, FloatArray]:
        odds = values @ theta[:-1] + theta[-1]
        gap = weights * (1 / (1 + np.exp(-odds)) - wanted)
        total = float((weights * (np.logaddexp(0, odds) - wanted * odds)).sum())
        gradient = np.append(values.T @ gap + theta[:-1] / _VARIANCE, gap.sum())
        return total + float((theta[:-1] ** 2).sum()) / (2 * _VARIANCE), gradient

    solved = minimize(loss, np.zeros(values.shape[1] + 1), jac=True, method="L-BFGS-B").x
    found: FloatArray = solved.astype(np.float32)
    return found


def cross_validated(rows: Sequence[Row], values: FloatArray, wanted: FloatArray, weights: FloatArray) -> FloatArray:
    fold = np.array([zlib.crc32(row.document.encode()) % _FOLDS for row in rows])
    odds = np.zeros(len(rows), dtype=np.float32)
    for k in range(_FOLDS):
        theta = fit(values[fold != k], wanted[fold != k], weights[fold != k])
        odds[fold == k] = values[fold == k] @ theta[:-1] + theta[-1]
    return odds


def report(rows: Sequence[Row], odds: FloatArray) -> None:
    """Faults found and other flags, at the threshold in use and around it."""
    best: dict[tuple[object, ...], float] = defaultdict(lambda: -99.0)
    for row, value in zip(rows, odds, strict=True):
        if row.fault:
            best[row.fault] = max(best[row.fault], float(value))
    for threshold in (ODDS + 1, ODDS + 0.5, ODDS, ODDS - 0.5):
        found = sum(value >= threshold for value in best.values())
        flagged = {(row.kind, row.place) for row, value in zip(rows, odds, strict=True)
                   if not row.fault and value >= threshold}  # fmt: skip
        kinds = dict(Counter(kind for kind, _ in flagged))
        print(f"  from {threshold:+.1f}: {found} of {len(best)} faults; other flags: {kinds}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--write", action="store_true", help="renew the weights")
    args = parser.parse_args()
    paths = sorted(HERE.glob("fresh*/*.toml"))
    rows = [row for path in paths for row in (*of_article(path), *omissions(path))]
    rows += [*cases(), *of_documents(args.data)]
    names = sorted(rows[0].evidence)
    raw = np.array([[row.evidence[name] for name in names] for row in rows])
    mean, spread = raw.mean(axis=0), raw.std(axis=0) + 1e-6
    values, wanted = (raw - mean) / spread, np.array([float(bool(row.fault)) for row in rows])
    shared = Counter(row.fault for row in rows)
    weights = np.array([_FAULT / shared[row.fault] ** 0.5 if row.fault else 1.0 for row in rows])
    print(f"{len(rows)} differences: {dict(Counter(row.kind for row in rows))}; cross-validated")
    report(rows, cross_validated(rows, values, wanted, weights))
    theta = fit(values, wanted, weights)
    print("on what was fitted")
    report(rows, values @ theta[:-1] + theta[-1])
    if args.write:
        slopes = theta[:-1] / spread
        told = {name: round(float(slope), 4) for name, slope in zip(names, slopes, strict=True)}
        model = {"about": _ABOUT, "bias": round(float(theta[-1] - (slopes * mean).sum()), 4), "weights": told}
        WEIGHTS.write_text(json.dumps(model, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
