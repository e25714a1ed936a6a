"""Alignment quality: Text+Berg (development document) and made documents in many language pairs.

Made documents come from the "test" half of PUD (news and Wikipedia, not in the encoder's training data) and, for
languages that PUD lacks, from news of the training data (marked with an asterisk: the encoder has seen those
sentences). They are split, joined, damaged and reordered by `synthetic.py`.

    python -m benchmarks.align.quality --markdown results.md --json results.json
"""

from __future__ import annotations

import argparse
import itertools
import json
import random
import sys
import time
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path

from benchmarks.align.scoring import Counts, count, read_text_berg
from benchmarks.align.synthetic import Beads, MadeDocument, Rates, make_documents, read_pairs, unrelated_document
from mtcheck.align import align_segments, check_documents, detect_moves, signature
from mtcheck.align_check import Relation
from mtcheck.data import Alignment, Encoder

LANGS = ["ar", "cs", "de", "es", "fi", "fr", "hi", "id", "it", "ja", "ko", "pl", "pt", "ru", "sv", "tr", "uk", "zh"]
IN_TRAINING = {"ja", "uk"}
BINS = (0.0, 0.2, 0.4, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1.0001)
WHAT = {
    "plain": "10 % split, 8 % joined, a block of 3-8 missing, 3 % dropped, 2 % added, paragraphs and headings",
    "rough": "20 % split, 15 % joined, 4 % shifted boundaries, 6 % dropped, 4 % added, a block missing",
    "lines": "as rough, but every segment is a paragraph of its own (no layout to go by)",
    "moved": "as plain without the missing block, a block of 3-6 sentences moved",
}


@dataclass
class Tally:
    """What is counted over the documents of one language or kind."""

    beads: Counts = field(default_factory=Counts)
    nulls_gold: int = 0
    nulls_found: int = 0
    nulls_said: int = 0
    alone_gold: int = 0
    alone_found: int = 0
    moves_gold: int = 0
    moves_found: int = 0
    moves_said: int = 0
    confidence: list[tuple[float, bool]] = field(default_factory=list)
    seconds: float = 0.0

    def row(self) -> dict[str, float | int]:
        """The figures as shares."""
        out: dict[str, float | int] = {"beads": self.beads.wanted}
        for name, values in (("strict", self.beads.strict), ("lax", self.beads.lax)):
            out |= {f"{name}_{part}": v for part, v in zip(("precision", "recall", "f1"), values, strict=True)}
        out |= {
            "omissions": self.nulls_gold,
            "omissions_found": self.nulls_found / self.nulls_gold if self.nulls_gold else 1.0,
            "alone_found": self.alone_found / self.alone_gold if self.alone_gold else 1.0,
            "omissions_right": self.nulls_found / self.nulls_said if self.nulls_said else 1.0,
            "moves": self.moves_gold,
            "moves_named": self.moves_found / self.moves_gold if self.moves_gold else 1.0,
            "moves_right": self.moves_found / self.moves_said if self.moves_said else 1.0,
        }
        return out


def rates_of(kind: str) -> Rates:
    """The damage behind each kind of document (`WHAT` says it in words)."""
    rough = Rates(split=0.2, join=0.15, shift=0.04, drop=0.06, add=0.04)
    return {"plain": Rates(), "rough": rough, "lines": rough, "moved": Rates(blocks=0, moves=1)}[kind]


def without_layout(made: MadeDocument) -> MadeDocument:
    """The same with all segments in one paragraph."""
    for side in (made.source, made.target):
        side[:] = [type(s)(index=s.index, text=s.text, start=s.start, end=s.end) for s in side]
    return made


def tally(made: MadeDocument, encoder: Encoder, tallies: Iterable[Tally]) -> None:
    began = time.perf_counter()
    alignment = align_segments(
        made.source, made.target, encoder, source_text=made.source_text, target_text=made.target_text
    )
    moves = detect_moves(made.source, made.target, alignment, encoder)
    seconds = time.perf_counter() - began
    test = [(bead.source, bead.target) for bead in alignment.beads]
    gold_nulls = {bead for bead in made.gold if not all(bead)}
    test_nulls = {bead for bead in test if not all(bead)}
    alone = standing_alone(made.gold)
    named = sum(any(overlap(g, (m.source, m.target)) for m in moves) for g in made.moves)
    for one in tallies:
        one.beads.add(count(test, made.gold))
        one.nulls_gold += len(gold_nulls)
        one.nulls_found += len(gold_nulls & test_nulls)
        one.alone_gold += len(alone)
        one.alone_found += len(alone & test_nulls)
        one.nulls_said += len(test_nulls)
        one.moves_gold += len(made.moves)
        one.moves_found += named
        one.moves_said += len(moves)
        one.confidence += judged(alignment, set(made.gold))
        one.seconds += seconds


def standing_alone(gold: Beads) -> set[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Null beads that no null bead of the other side faces: there the pair may pass for one bad translation."""
    matched = sorted(bead for bead in gold if all(bead))
    bounds = [((-1,), (-1,)), *matched, ((10**9,), (10**9,))]
    out = set()
    for (a, b), (c, d) in itertools.pairwise(bounds):
        left = [bead for bead in gold if bead[0] and not bead[1] and a[-1] < bead[0][0] < c[0]]
        right = [bead for bead in gold if bead[1] and not bead[0] and b[-1] < bead[1][0] < d[0]]
        if not (left and right):
            out.update(left or right)
    return out


def judged(alignment: Alignment, gold: set[tuple[tuple[int, ...], tuple[int, ...]]]) -> list[tuple[float, bool]]:
    return [(bead.confidence, (bead.source, bead.target) in gold) for bead in alignment.beads]


def overlap(gold: tuple[tuple[int, ...], tuple[int, ...]], said: tuple[tuple[int, ...], tuple[int, ...]]) -> bool:
    """Whether a named block is the moved one: at least half of either side's union is shared."""
    return all(len(set(a) & set(b)) / len(set(a) | set(b)) >= 0.5 for a, b in zip(gold, said, strict=True))


def calibration(values: list[tuple[float, bool]]) -> list[dict[str, float]]:
    """Per bin of confidence: how many beads, their mean confidence, the share that is right."""
    rows = []
    for low, high in itertools.pairwise(BINS):
        part = [(p, right) for p, right in values if low <= p < high]
        if part:
            mean = sum(p for p, _ in part) / len(part)
            right = sum(right for _, right in part) / len(part)
            rows.append({"from": low, "to": min(high, 1.0), "beads": len(part), "said": mean, "right": right})
    return rows


def calibration_error(values: list[tuple[float, bool]]) -> float:
    """Mean distance of said and right over the bins, weighted by beads."""
    rows = calibration(values)
    total = sum(row["beads"] for row in rows)
    return sum(row["beads"] * abs(row["said"] - row["right"]) for row in rows) / total


def measure(data: Path, encoder: Encoder, langs: list[str], *, n_docs: int, size: int, seed: int) -> dict[str, object]:
    by_lang = {lang: Tally() for lang in langs}
    by_kind = {kind: Tally() for kind in WHAT}
    everything = Tally()
    for kind in WHAT:
        for lang in langs:
            for made in make_documents(data, [lang], "test", rates_of(kind), n_docs=n_docs, size=size, seed=seed):
                document = without_layout(made) if kind == "lines" else made
                tally(document, encoder, (by_lang[lang], by_kind[kind], everything))
    source, target, gold = read_text_berg(data)
    alignment = align_segments(source, target, encoder)
    berg = count([(bead.source, bead.target) for bead in alignment.beads], gold)
    berg_judged = judged(alignment, set(gold))
    return {
        "encoder": encoder.signature,
        "aligner": signature(encoder),
        "text_berg": {
            "strict": berg.strict,
            "lax": berg.lax,
            "calibration": calibration(berg_judged),
            "calibration_error": calibration_error(berg_judged),
        },
        "languages": {lang: one.row() for lang, one in by_lang.items()},
        "kinds": {kind: one.row() for kind, one in by_kind.items()},
        "all": everything.row(),
        "calibration": calibration(everything.confidence),
        "calibration_error": calibration_error(everything.confidence),
        "unrelated": unrelated(data, encoder, langs, seed),
        "seconds": everything.seconds,
    }


def unrelated(data: Path, encoder: Encoder, langs: list[str], seed: int) -> dict[str, float]:
    """Shares of unrelated documents told, of related ones wrongly so called, and of confident beads in the former."""
    rng = random.Random(seed)
    told = wrong = n = beads = confident = 0
    for lang in langs:
        pairs = read_pairs(data, lang, "test")
        for size in (3, 8, 20, 60):
            chosen = rng.sample(pairs, 2 * size)
            strange = unrelated_document(lang, chosen[:size], chosen[size:], rng)
            told += check_documents(strange.source, strange.target, encoder).relation is Relation.UNRELATED
            alignment = align_segments(strange.source, strange.target, encoder)
            matched = [bead for bead in alignment.beads if bead.source and bead.target]
            beads += 2 * size
            confident += sum(len(b.source) + len(b.target) for b in matched if b.confidence >= 0.8)
            near = next(make_documents(data, [lang], "test", Rates(), n_docs=1, size=size, seed=seed + size))
            if near.source and near.target:
                wrong += check_documents(near.source, near.target, encoder).relation is Relation.UNRELATED
            n += 1
    return {
        "documents": n,
        "told": told / n,
        "related_called_unrelated": wrong / n,
        "segments_in_confident_beads": confident / beads,
    }


def as_markdown(result: dict[str, object], options: argparse.Namespace) -> str:
    berg = result["text_berg"]
    overall, odd = result["all"], result["unrelated"]
    assert isinstance(berg, dict)
    assert isinstance(overall, dict)
    assert isinstance(odd, dict)
    lines = [
        f"# Alignment quality, {time.strftime('%Y-%m-%d')}",
        "",
        f"Aligner and encoder: `{result['aligner']}`. Command: `python -m benchmarks.align.quality "
        f"--docs {options.docs} --size {options.size} --seed {options.seed}`.",
        "",
        "Text+Berg development document (de-fr, 468 x 554 segments; weights were fitted on it too, see `fit.py` and "
        "`fit_words.py`): "
        f"strict F1 **{berg['strict'][2]:.3f}** (P {berg['strict'][0]:.3f}, R {berg['strict'][1]:.3f}), "
        f"lax F1 **{berg['lax'][2]:.3f}**, calibration error {berg['calibration_error']:.3f}.",
        "",
        "Made documents (`*`: sentences that the encoder saw in training); omissions are null beads of either side, "
        "those standing alone face no null bead of the other side:",
        "",
        "| pair | gold beads | strict F1 | lax F1 | omissions found | standing alone | of those said, right "
        "| moves named | right |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    for part in ("languages", "kinds"):
        rows = result[part]
        assert isinstance(rows, dict)
        for name, row in rows.items():
            label = f"{name}-en, en-{name}{'*' if name in IN_TRAINING else ''}" if part == "languages" else name
            lines.append(_row(label, row))
    lines += [_row("**all**", overall), "", "Kinds:", ""]
    lines += [f"- {kind}: {words}" for kind, words in WHAT.items()]
    lines += [
        "",
        f"Unrelated documents ({odd['documents']}, of 3 to 60 sentences a side): told {odd['told']:.1%}; related ones "
        f"wrongly called unrelated {odd['related_called_unrelated']:.1%}; of the segments of unrelated documents, "
        f"{odd['segments_in_confident_beads']:.1%} are in beads said to be 80 % sure or more.",
        "",
        f"Confidence, all made documents (calibration error {result['calibration_error']:.3f}):",
        "",
        "| confidence | beads | mean said | right |",
        "|---|---|---|---|",
    ]
    bins = result["calibration"]
    assert isinstance(bins, list)
    for row in bins:
        lines.append(f"| {row['from']:.2f}-{row['to']:.2f} | {row['beads']} | {row['said']:.3f} | {row['right']:.3f} |")
    return "\n".join(lines) + "\n"


def _row(label: str, row: dict[str, float]) -> str:
    moves = f"{row['moves_named']:.1%} of {row['moves']} | {row['moves_right']:.1%}" if row["moves"] else "- | -"
    return (
        f"| {label} | {row['beads']} | {row['strict_f1']:.3f} | {row['lax_f1']:.3f} "
        f"| {row['omissions_found']:.1%} | {row['alone_found']:.1%} | {row['omissions_right']:.1%} | {moves} |"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"), help="folder with dev/ and train/")
    parser.add_argument("--langs", nargs="+", default=LANGS)
    parser.add_argument("--docs", type=int, default=2, help="documents a language and kind")
    parser.add_argument("--size", type=int, default=80, help="sentences a document")
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--encoder", default=None, help="a folder or name (default: the embedded one)")
    parser.add_argument("--markdown", type=Path, help="write the table here instead of to stdout")
    parser.add_argument("--json", type=Path, help="write all figures here")
    options = parser.parse_args()
    from mtcheck.encode import load_encoder

    encoder = load_encoder(options.encoder) if options.encoder else load_encoder()
    result = measure(options.data, encoder, options.langs, n_docs=options.docs, size=options.size, seed=options.seed)
    text = as_markdown(result, options)
    if options.markdown:
        options.markdown.write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)
    if options.json:
        options.json.write_text(json.dumps(result, indent=1, default=asdict) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
