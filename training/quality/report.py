"""Write docs/evaluation.md: agreement with human judges and the guards, on development data.

python -m training.quality.report ../shared/data
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np

from mtcheck.critic import NAMES as CRITIC
from mtcheck.critic import Critic
from mtcheck.encode import StaticEncoder, load_encoder
from mtcheck.evaluate import evaluate
from mtcheck.quality import EMBEDDED, Estimate, load_quality
from mtcheck.quality_trees import Array
from training.critic.judged import CRITICAL
from training.quality.critical import critical
from training.quality.damage import Damager
from training.quality.data import MLQE, Item, held_out, mlqe, mqm, pud
from training.quality.features import Raw, prepare
from training.quality.head import read_pairs
from training.quality.words import found_words, mcc, words_of

CRITICAL_COLUMN = CRITIC.index("critic_critical")
OUT = Path(__file__).parents[2] / "docs" / "evaluation.md"

#: From docs of the systems named: OpenKiwi and TransQuest as in TransQuest's wmt_2020 table (MLQE-PE test20, Pearson).
PUBLISHED = {
    "OpenKiwi (published)": (0.548, 0.685, 0.477, 0.386, 0.374, 0.146, 0.168),
    "SiameseTransQuest (published)": (0.713, 0.850, 0.680, 0.608, 0.596, 0.399, 0.407),
    "MonoTransQuest (published)": (0.773, 0.898, 0.775, 0.791, 0.653, 0.467, 0.478),
}
DEMETR_LANGS = {"chinese": "zh", "czech": "cs", "french": "fr", "german": "de", "hindi": "hi", "italian": "it",
                "japanese": "ja", "polish": "pl", "russian": "ru", "spanish": "es"}  # fmt: skip


def values_of(items: list[Item], encoder: StaticEncoder, critic: Critic | None = None) -> tuple[Array, Raw]:
    """The quality model's value of each item, flags included; with a critic that of the deep tier."""
    estimates, raw = estimates_of(items, encoder, critic)
    return np.array([estimate.value for estimate in estimates]), raw


def estimates_of(items: list[Item], encoder: StaticEncoder, critic: Critic | None = None) -> tuple[list[Estimate], Raw]:
    """What the quality model says of each item."""
    raw = prepare(items, encoder, {})
    estimates: dict[int, Estimate] = {}
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, item in enumerate(items):
        groups[item.source_lang, item.target_lang].append(i)
    for (source, target), members in groups.items():
        model = load_quality(encoder, source_lang=source, target_lang=target)
        if model is None:
            raise SystemExit(
                "the regressor belongs to another encoder: python -m training.quality.train ../shared/data"
            )
        found = model.predict(
            [raw.pairs[i] for i in members],
            [raw.fluency[i] for i in members],
            [raw.flags[i] for i in members],
            read_pairs(critic, [items[i] for i in members]) if critic is not None else None,
        )
        estimates.update(zip(members, found, strict=True))
    return [estimates[i] for i in range(len(items))], raw


def plain(source: str, target: str, source_lang: str, target_lang: str, kind: str = "") -> Item:
    return Item(
        source=source, target=target, source_lang=source_lang, target_lang=target_lang, z=0, weight=1, kind=kind
    )


def direct_assessments(data: Path, encoder: StaticEncoder, critic: Critic) -> list[str]:
    """Table of Pearson's r on MLQE-PE test20."""
    folder = data / "judged" / "mlqe-pe"
    found = {pair: evaluate(str(folder / f"{pair}.test20.da.tsv.xz")) for pair in MLQE}
    names: list[str] = []
    for one in found.values():
        names += [row.name for row in one.rows if row.name not in names]
    lines = ["## Direct assessments: MLQE-PE test20, Pearson (95 % bootstrap interval)", "",
             f"| number | {' | '.join(MLQE)} | mean |", "|---|" + "---|" * (len(MLQE) + 1)]  # fmt: skip
    for name in names:
        cells, values = [], []
        for pair in MLQE:
            row = next((r for r in found[pair].rows if r.name == name), None)
            if row is None or row.pearson is None:
                cells.append("–")
                continue
            values.append(row.pearson.value)
            few = "" if row.n == found[pair].n else f" (n={row.n})"
            cells.append(f"{row.pearson.value:.3f} [{row.pearson.low:.2f}, {row.pearson.high:.2f}]{few}")
        mean = f"{np.mean(values):.3f}" if len(values) == len(MLQE) else "–"
        lines.append(f"| {name} | {' | '.join(cells)} | {mean} |")
    deep = []
    for pair in MLQE:
        items = mlqe(data, pair, "test20")
        deep.append(float(np.corrcoef(values_of(items, encoder, critic)[0], [item.z for item in items])[0, 1]))
    cells = [f"{r:.3f}" for r in deep]
    lines.insert(5, f"| quality model alone, `--deep` | {' | '.join(cells)} | {np.mean(deep):.3f} |")
    for name, figures in PUBLISHED.items():
        lines.append(f"| {name} | {' | '.join(f'{r:.3f}' for r in figures)} | {np.mean(figures):.3f} |")
    ranked = [next(r for r in found[pair].rows if r.name == "quality model alone").spearman for pair in MLQE]
    spoken = ", ".join(f"{p} {c.value:.3f}" for p, c in zip(MLQE, ranked, strict=True) if c)
    lines += ["", f"Spearman of the quality model: {spoken}"]
    return [*lines, "", f"Signature: `{found['ru-en'].signature}`", ""]


def unseen() -> list[str]:
    """Figures of models that never saw the language, as the training run left them."""
    info = json.loads((EMBEDDED / "quality.json").read_text("utf-8"))
    seen, other = info["trees_dev_pearson"], info.get("unseen_dev_pearson")
    if not other:
        return []
    return [
        "## Unseen languages: MLQE-PE dev, Pearson, with and without the language in training (trees alone)", "",
        "Without: neither judged nor human translations of it; the encoder and the lexicon know it all the same.", "",
        f"| | {' | '.join(MLQE)} |", "|---|" + "---|" * len(MLQE),
        f"| trained on it | {' | '.join(f'{seen[p]:.3f}' for p in MLQE)} |",
        f"| never seen | {' | '.join(f'{other[p]:.3f}' for p in MLQE)} |", "",
    ]  # fmt: skip


def critical_errors(data: Path, encoder: StaticEncoder, critic: Critic) -> list[str]:
    cuts = json.loads((EMBEDDED / "quality.json").read_text("utf-8"))["critical_cuts"]
    lines = ["## Critical errors: WMT21 dev", "",
             "Plain: the quality model's `critical`, trained on none of the sources measured on; its threshold was",
             "chosen on training sources that the trees had not seen. `--deep`: the critic's own number, its threshold",
             "chosen on 2,000 items that it was trained on, so it may lie too high.", "",
             "| direction | ERR | MCC | AUC | of those above the threshold, ERR | MCC `--deep` | AUC `--deep` |",
             "|---|---|---|---|---|---|---|"]  # fmt: skip
    for name, direction in CRITICAL.items():
        deep = {}
        for part in ("train", "dev"):
            judged = critical(data, name, part)
            some = random.Random(0).sample(range(len(judged.items)), min(2000, len(judged.items)))
            items, real = [judged.items[i] for i in some], judged.real[some]
            deep[part] = -read_pairs(critic, items)[:, CRITICAL_COLUMN], real
        said = np.array([float(e.critical or 0) for e in estimates_of(items, encoder)[0]])
        above = said > cuts[direction]
        deep_low, deep_auc = detected(deep["train"], deep["dev"])
        lines.append(f"| {direction} | {real.mean():.1%} | {mcc(above, real):.3f} | {area(-said, real):.3f} | "
                     f"{real[above].mean():.0%} | {deep_low:.3f} | {deep_auc:.3f} |")  # fmt: skip
    return [*lines, ""]


def error_words(data: Path, encoder: StaticEncoder, critic: Critic) -> list[str]:
    items = [item for pair in MLQE for item in mlqe(data, pair, "test20")]
    info = json.loads((EMBEDDED / "quality.json").read_text("utf-8"))
    model = load_quality(encoder, source_lang="ru", target_lang="en")
    assert model is not None
    lines = ["## Error words: MLQE-PE test20, words that post-editors changed", "",
             "Fitted on dev, where the cut for MCC is chosen for each direction; hints are shown from 0.6 on.", "",
             "| direction | changed | MCC | shown | of them right | MCC `--deep` | shown | of them right |",
             "|---|---|---|---|---|---|---|---|"]  # fmt: skip
    tables = []
    for forest, reader, name in zip(model.words, (None, critic), ("plain", "deep"), strict=True):
        words = words_of(data, "test20", values_of(items, encoder, reader)[0], model.usual, encoder, model.bags, reader)
        tables.append(found_words(forest, words, info[f"{name}_word_cuts"]))
    for (pair, found, base, precision, share), (_, deep, _, deep_precision, deep_share) in zip(*tables, strict=True):
        lines.append(
            f"| {pair} | {base:.1%} | {found:.3f} | {share:.1%} | {precision:.0%} | {deep:.3f} | {deep_share:.1%} | "
            f"{deep_precision:.0%} |"
        )
    return [*lines, ""]


def detected(train: tuple[Array, Array], dev: tuple[Array, Array]) -> tuple[float, float]:
    """MCC on dev below the threshold that is best on train, and the area under the curve."""
    values, real = train
    cuts = np.percentile(values, np.arange(2, 70, 2))
    cut = cuts[int(np.argmax([mcc(values < c, real) for c in cuts]))]
    values, real = dev
    return mcc(values < cut, real), area(values, real)


def area(values: Array, real: Array) -> float:
    """Area under the curve: how often an item with an error has the lower value."""
    return float((values[real][:, None] < values[~real][None, :]).mean())


def minimal_pairs(data: Path, encoder: StaticEncoder) -> list[str]:
    """DEMETR: a machine translation must score above its perturbed copy, from the source alone; ties are wrong."""
    items: list[Item] = []
    names = []
    for path in sorted((data / "dev" / "demetr").glob("*.json.xz")):
        for row in json.loads(lzma.decompress(path.read_bytes())):
            if not row["pert_check"]:
                continue
            lang = DEMETR_LANGS[row["lang_tag"].split("_")[0]]
            names.append(row["pert_name"])
            items += [plain(row["src_sent"], row[key], lang, "en") for key in ("mt_sent", "pert_sent")]
    values, _ = values_of(items, encoder)
    right: dict[str, list[bool]] = defaultdict(list)
    for name, good, bad in zip(names, values[::2], values[1::2], strict=True):
        right[name].append(bool(good > bad))
    lines = ["## Minimal pairs: DEMETR development items, source only, share ranked right (ties count as wrong)", ""]
    for severity in ("base", "critical", "major", "minor"):
        found = {name: np.mean(hits) for name, hits in right.items() if name.startswith(severity) and "35" not in name}
        shown = ", ".join(f"{name.split('_', 2)[2].replace('_', ' ')} {share:.1%}" for name, share in found.items())
        lines += [f"- **{severity}: mean {np.mean(list(found.values())):.1%}** ({shown})"]
    reference = [np.mean(hits) for name, hits in right.items() if "35" in name]
    if reference:
        lines.append(f"- (base 35 puts the human reference in the place of the worse text: {reference[0]:.1%})")
    return [*lines, ""]


def within_source(data: Path, encoder: StaticEncoder, critic: Critic) -> list[str]:
    """Pairs of translations of one source whose MQM penalties differ: share ranked right, half a point for a tie."""
    items = [item for item in mqm(data) if held_out(item.source)]
    values, raw = values_of(items, encoder)
    numbers = {
        "quality model": values,
        "quality model, `--deep`": values_of(items, encoder, critic)[0],
        "cosine": raw.base[:, 0].astype(float),
        "length ratio": -np.abs(np.array([np.log((len(i.target) + 1) / (len(i.source) + 1)) for i in items])),
    }
    lines = ["## Within one source: WMT 2021 MQM, sources that were not trained on, share of pairs ranked right", "",
             "| number | en-ru | en-de | zh-en | penalty differs by 5 and more |", "|---|---|---|---|---|"]  # fmt: skip
    by_source: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, item in enumerate(items):
        by_source[item.direction, item.source].append(i)
    for name, scores in numbers.items():
        hits: dict[str, list[float]] = defaultdict(list)
        for (direction, _), members in by_source.items():
            for k, a in enumerate(members):
                for b in members[k + 1 :]:
                    gap = items[a].penalty - items[b].penalty
                    if gap:
                        hit = float(0.5 * (1 - np.sign(gap) * np.sign(scores[a] - scores[b])))
                        hits[direction].append(hit)
                        if abs(gap) >= 5:
                            hits["large"].append(hit)
        cells = [f"{np.mean(hits[d]):.1%} (n={len(hits[d]):,})" for d in ("en-ru", "en-de", "zh-en", "large")]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return [*lines, ""]


def guards(data: Path, encoder: StaticEncoder) -> list[str]:
    """Human translations in 16 languages, both ways, and what happens when they are damaged."""
    rng = random.Random(5)
    clean = rng.sample(list(pud(data)), 1280)
    others: dict[str, list[str]] = defaultdict(list)
    for item in clean:
        others[item.target_lang].append(item.target)
    kinds = ("copied", "unrelated", "halved", "tail_lost", "number_changed", "negated", "name_replaced", "word_lost",
             "half_untranslated", "shuffled")  # fmt: skip
    items, pairs = list(clean), []
    for i, item in enumerate(clean):
        damager = Damager(rng, item.target_lang, others[item.target_lang])
        for kind in kinds:
            worse = damager.kinds[kind](item.source, item.target)
            if worse is not None and worse.target and worse.target != item.target:
                pairs.append((i, len(items), kind))
                items.append(replace(item, target=worse.target, kind=kind))
    values, _ = values_of(items, encoder)
    good = values[: len(clean)]
    lines = ["## Guards: human translations (PUD, 16 languages with English, both ways) and damaged copies", "",
             f"Clean: median {np.median(good):.1f}, lowest twentieth {np.percentile(good, 5):.1f}.", "",
             "| damage | pairs | lower than the undamaged | median | 95 % | below 20 | below 10 |",
             "|---|---|---|---|---|---|---|"]  # fmt: skip
    for kind in kinds:
        rows = [(values[a], values[b]) for a, b, k in pairs if k == kind]
        before, after = np.array(rows).T
        lines.append(
            f"| {kind.replace('_', ' ')} | {len(rows)} | {(after < before).mean():.1%} | {np.median(after):.1f} | "
            f"{np.percentile(after, 95):.1f} | {(after < 20).mean():.1%} | {(after < 10).mean():.1%} |"
        )
    medians = {
        lang: np.median([v for v, i in zip(good, clean, strict=True) if lang in (i.source_lang, i.target_lang)])
        for lang in sorted({i.source_lang for i in clean} - {"en"})
    }
    lines += ["", "Median of clean translations by language: " + ", ".join(f"{k} {v:.0f}" for k, v in medians.items())]
    return [*lines, ""]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, default=OUT)
    args = parser.parse_args()
    encoder = load_encoder()
    assert isinstance(encoder, StaticEncoder)
    critic = Critic()
    model = load_quality(encoder, source_lang="ru", target_lang="en")
    started = time.time()
    lines = ["# Agreement with human judges", "",
             "Generated by `python -m training.quality.report ../shared/data`; all of it on development data that "
             "was not trained on.", "",
             f"Quality model `{model.signature if model else 'none'}`, encoder `{encoder.signature}`.", ""]  # fmt: skip
    sections: tuple[Callable[[], list[str]], ...] = (
        lambda: guards(args.data, encoder),
        lambda: minimal_pairs(args.data, encoder),
        lambda: critical_errors(args.data, encoder, critic),
        lambda: within_source(args.data, encoder, critic),
        lambda: error_words(args.data, encoder, critic),
        unseen,
        lambda: direct_assessments(args.data, encoder, critic),
    )
    found: list[list[str]] = []
    for section in sections:
        found.append(section())
        print("\n".join(found[-1]), f"({time.time() - started:.0f} s)", flush=True)
    lines += [line for part in (found[-1], *found[:-1]) for line in part]
    args.out.write_text("\n".join(lines), "utf-8")


if __name__ == "__main__":
    main()
