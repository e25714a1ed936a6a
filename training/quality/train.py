"""Make `mtcheck/models/quality-v1`: the quality regressor for the embedded encoder and fluency models in use.

    python -m training.quality.train ../shared/data            # some minutes on one core; run it when either changes
    python -m training.quality.train ../shared/data --leave-one-out --no-save     # + figures for unseen directions

Trained on MLQE-PE train (seven directions, z_mean), WMT 2021 MQM ratings (every fifth source is kept for
measuring), human translations of 38 languages both ways, and damaged copies of all of these. The deep tier's
head is fitted on MLQE-PE dev (`training.quality.head`); the scale is set on human translations (PUD).
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from mtcheck.critic import Critic
from mtcheck.data import FloatArray, IntArray
from mtcheck.encode import StaticEncoder, load_encoder
from mtcheck.fluency import load_fluency
from mtcheck.quality import EMBEDDED, FORMAT, Scale
from mtcheck.quality_features import BASE, NAMES, NORMED, Usual, full_features
from mtcheck.quality_head import PARTS, Head, columns_of
from mtcheck.quality_match import NAMES as MATCHES
from mtcheck.quality_trees import Array, Forest, Net
from training.quality.data import HUMAN_Z, MLQE, Item, held_out, human, mlqe, mqm, pud, with_damage
from training.quality.features import Raw, prepare
from training.quality.fit import fit_forest, fit_net
from training.quality.head import blended, fit_head, gather, read_pairs, unseen_by_itself

HUMAN_EACH = 80  # human translations a language and direction
DAMAGE_EACH = 3  # damaged copies of each
DAMAGED_SHARE = 0.35  # of the well judged MLQE and MQM items that get one damaged copy
MQM_ITEMS = 6_000
#: Where the scale puts: unrelated 50 % and 95 %, half-way, clean 5 %, 50 % and 95 %.
POINTS = (3.0, 10.0, 40.0, 70.0, 90.0, 97.0)
UNKNOWN_TO_ENCODER = ("ne", "si")  # no parallel text: their word matches say little
#: z from the lowest twentieth of clean translations down to quality 10 in the deep tier: steeper, and most machine
#: translation falls on a cliff (mean r on MLQE-PE .46 at 1.5, .43 at 0.6).
DEEP_FALL = 1.5
UNNAMED_SHARE = 0.15  # of the rows trained on as if their languages were unknown, so that others are judged well


def usual_of(items: list[Item], base: FloatArray) -> Usual:
    """Means and spreads of `NORMED` over clean translations, by direction; judged well where there is no human one."""
    columns = [BASE.index(name) for name in NORMED]
    clean: dict[str, list[int]] = {}
    for i, item in enumerate(items):
        if item.kind == "human":
            clean.setdefault(item.direction, []).append(i)
    for pair in MLQE:
        if len(clean.get(pair, ())) < 60:
            good = [
                i for i, item in enumerate(items) if item.direction == pair and item.kind == "mlqe" and item.z > 0.6
            ]
            clean.setdefault(pair, []).extend(good)
    groups = {direction: members for direction, members in sorted(clean.items()) if len(members) >= 60}
    groups["*-en"] = [i for d, found in clean.items() if d.endswith("-en") for i in found]
    groups["en-*"] = [i for d, found in clean.items() if d.startswith("en-") for i in found]
    groups["*"] = [i for found in clean.values() for i in found]
    means = np.stack([base[members][:, columns].mean(axis=0) for members in groups.values()])
    spreads = np.stack([base[members][:, columns].std(axis=0) + 1e-2 for members in groups.values()])
    return Usual({d: k for k, d in enumerate(groups)}, means.astype(np.float32), spreads.astype(np.float32))


def without_leak(items: list[Item], raw: Raw, dev: list[Item], dev_raw: Raw) -> FloatArray:
    """`raw.base` with word matches of judged items as telling of z as they are on MLQE-PE dev, and no more.

    An encoder trained on the post-edits of MLQE-PE train has seen the right answers (cosine r .88 there, .42 on dev
    in ru-en), and a regressor would trust it for that. For each direction and figure, what the regression on z
    explains is brought down to dev's slope and the spread around it up to dev's. With an encoder that never saw the
    answers this changes next to nothing.
    """
    rng = np.random.default_rng(7)
    base = raw.base.copy()
    columns = [k for k, name in enumerate(BASE) if name in MATCHES and not name.startswith(("length_", "rare"))]
    for pair in MLQE:
        own = np.array([i for i, item in enumerate(items) if item.direction == pair and item.kind == "mlqe"])
        copies = [(i, item.better) for i, item in enumerate(items) if item.better is not None]
        marked = set(own.tolist())
        worse = np.array([i for i, better in copies if better in marked], dtype=np.int64)
        origin = np.array([better for _, better in copies if better in marked], dtype=np.int64)
        other = [i for i, item in enumerate(dev) if item.direction == pair]
        z, z_dev = np.array([items[i].z for i in own]), np.array([dev[i].z for i in other])
        z_worse = np.array([items[i].z for i in origin])
        for k in columns:
            slope, offset = np.polyfit(z, raw.base[own, k], 1)
            slope_dev, offset_dev = np.polyfit(z_dev, dev_raw.base[other, k], 1)
            around = float(np.std(raw.base[own, k] - slope * z - offset))
            wanted = float(np.std(dev_raw.base[other, k] - slope_dev * z_dev - offset_dev))
            lack = np.sqrt(max(wanted**2 - around**2, 0.0))
            base[own, k] -= (slope - slope_dev) * z + (offset - offset_dev) - rng.normal(0, lack, len(own))
            if len(worse):
                base[worse, k] -= (slope - slope_dev) * z_worse + (offset - offset_dev)
    return base


def rows_of(items: list[Item], raw: Raw, usual: Usual, unnamed: Array | None = None) -> FloatArray:
    """Features of all items; those of `unnamed` as if their other language than English were not known."""
    rows = np.zeros((len(items), len(NAMES)), dtype=np.float32)
    groups: dict[tuple[str, str], list[int]] = {}
    for i, item in enumerate(items):
        hidden = unnamed is not None and unnamed[i]
        source = item.source_lang if item.source_lang == "en" or not hidden else "?"
        target = item.target_lang if item.target_lang == "en" or not hidden else "?"
        groups.setdefault((source, target), []).append(i)
    for (source, target), members in groups.items():
        rows[members] = full_features(
            raw.base[members],
            [raw.pairs[i] for i in members],
            [raw.fluency[i] for i in members],
            [raw.flags[i] for i in members],
            usual,
            source,
            target,
        )
    return rows


def ranked(items: list[Item]) -> IntArray:
    """(k, 2): better and worse translation of one source, by damage or by MQM penalty."""
    pairs = [(item.better, i) for i, item in enumerate(items) if item.better is not None]
    by_source: dict[str, list[int]] = {}
    for i, item in enumerate(items):
        if item.kind == "mqm":
            by_source.setdefault(item.source, []).append(i)
    for members in by_source.values():
        members.sort(key=lambda i: items[i].penalty)
        for a, b in zip(members, members[len(members) // 2 :], strict=False):
            if items[b].penalty - items[a].penalty >= 2:
                pairs.append((a, b))
    return np.array(pairs, dtype=np.int64)


def without_matches(rows: FloatArray) -> FloatArray:
    """The rows with all word matches at 0, so that trees cannot split on them: even after `without_leak` trees put
    together from several figures what the encoder knows of the training scores (dev r .30 instead of .40 alone).
    The smooth network reads the matches, and does not.
    """
    hidden = [name.rstrip("*") in MATCHES and not name.startswith(("length_", "rare")) for name in NAMES]
    rows = rows.copy()
    rows[:, hidden] = 0
    return rows


@dataclass(frozen=True, slots=True)
class Fitted:
    """The three regressors."""

    forest: Forest
    net: Net
    guard: Forest

    def __call__(self, items: list[Item], raw: Raw, usual: Usual) -> FloatArray:
        """(n, 3): what each of them says of items, in the order of `quality_head.PARTS`."""
        rows = rows_of(items, raw, usual)
        return np.stack([self.forest(rows), self.net(rows), self.guard(rows)], axis=1)


def fit(items: list[Item], raw: Raw, usual: Usual, seed: int = 0) -> Fitted:
    """Forest: judged items without word matches. Net: all, those without a judgement at a tenth, and ranking. Guard:
    human translations and well judged ones against damaged copies.
    """
    rng = np.random.default_rng(seed)
    strange = np.array([item.source_lang in UNKNOWN_TO_ENCODER for item in items])
    rows = rows_of(items, raw, usual, (rng.random(len(items)) < UNNAMED_SHARE) & ~strange)
    z = np.array([item.z for item in items])
    judged = np.array([item.kind == "mlqe" for item in items])
    sound = np.array([item.kind == "human" or (item.kind in ("mlqe", "mqm") and item.z > 0) for item in items])
    damaged = np.array([item.better is not None for item in items])
    started = time.time()
    forest = fit_forest(without_matches(rows[judged]), z[judged], np.ones(judged.sum()), trees=250, seed=seed)
    used = sound | damaged
    target = np.where(sound, 0.5, np.minimum(z, 0.5))
    weight = np.where(judged, 0.4, 1.0)
    guard = fit_forest(rows[used], target[used], weight[used], trees=200, seed=seed)
    print(f"  trees {time.time() - started:.0f} s, {len(forest.value)} nodes", file=sys.stderr)
    started = time.time()
    net = fit_net(rows, z, np.where(judged, 1.0, 0.1), ranked(items), seed=seed)
    print(f"  net {time.time() - started:.0f} s", file=sys.stderr)
    return Fitted(forest, net, guard)


def by_direction(items: list[Item], values: Array) -> dict[str, float]:
    """Pearson's r with z_mean for each direction."""
    found = {}
    for pair in MLQE:
        members = [i for i, item in enumerate(items) if item.direction == pair]
        if members:
            z = [items[i].z for i in members]
            found[pair] = float(np.corrcoef(values[members], z)[0, 1])
    return found


def choose_blend(items: list[Item], columns: FloatArray) -> Head:
    """The network's share that agrees best with the judges of MLQE-PE dev, at least 0.3: trees alone give ties."""
    heads = [blended(round(share, 2)) for share in np.arange(0.3, 0.81, 0.1)]
    said = [by_direction(items, head(columns[:, : len(head.weight)])) for head in heads]
    return heads[int(np.argmax([np.mean(list(found.values())) for found in said]))]


def scale_of(clean: Array, unrelated: Array, dev: list[Item], said: Array, unseen: Array, fall: float) -> Scale:
    """Knots from what clean and unrelated translations reach, `fall` apart at least; intervals from MLQE-PE dev."""
    low, foot, top = np.median(unrelated), np.percentile(clean, 5), np.median(clean)
    stray = min(float(np.percentile(unrelated, 95)), float(foot - fall))  # weak languages overlap
    low = min(float(low), stray - 0.5)
    half = (stray + foot) / 2
    knots = np.array([low, stray, half, foot, top, np.percentile(clean, 95)])
    scale = Scale(knots.astype(np.float32), np.array(POINTS, dtype=np.float32),
                  *(np.zeros(0, dtype=np.float32) for _ in range(3)))  # fmt: skip
    human_values = scale.value(np.array([item.z for item in dev]))
    bands, below, above = [], [], []
    for values in (scale.value(said), scale.value(unseen)):
        order = np.argsort(values)
        chunks = np.array_split(order, 8)
        bands.append([float(np.median(values[c])) for c in chunks])
        below.append([max(float(np.percentile(values[c] - human_values[c], 90)), 1.0) for c in chunks])
        above.append([max(float(np.percentile(human_values[c] - values[c], 90)), 1.0) for c in chunks])
    common = np.array(bands[0], dtype=np.float32)
    rows = [[np.interp(common, b, e) for b, e in zip(bands, ends, strict=True)] for ends in (below, above)]
    return Scale(scale.knots, scale.values, common, *(np.array(r, dtype=np.float32) for r in rows))


def leave_one_out(items: list[Item], raw: Raw, dev: list[Item], dev_raw: Raw) -> FloatArray:
    """What the judged trees say of MLQE-PE dev if they never saw the foreign language, neither judged nor human."""
    said = np.zeros(len(dev), dtype=np.float32)
    for pair in MLQE:
        lang = pair.replace("en", "").strip("-")
        kept = [i for i, item in enumerate(items) if lang not in (item.source_lang, item.target_lang)]
        usual = usual_of([items[i] for i in kept], raw.base[kept])
        judged = [i for i in kept if items[i].kind == "mlqe"]
        subset = [items[i] for i in judged]
        rows = rows_of(subset, take(raw, judged), usual)
        forest = fit_forest(
            without_matches(rows), np.array([item.z for item in subset]), np.ones(len(subset)), trees=250
        )
        members = [i for i, item in enumerate(dev) if item.direction == pair]
        one = [dev[i] for i in members]
        said[members] = forest(rows_of(one, take(dev_raw, members), usual))
        print(f"unseen {pair}: dev r = {by_direction(one, said[members])[pair]:.3f}", flush=True)
    return said


def take(raw: Raw, members: list[int]) -> Raw:
    """Some items' features."""
    return Raw([raw.pairs[i] for i in members], raw.base[members],
               [raw.fluency[i] for i in members], [raw.flags[i] for i in members])  # fmt: skip


def training_items(data: Path, scale: float, seed: int = 0) -> list[Item]:
    """All that is trained on; `scale` shrinks every part, for trials."""
    rng = random.Random(seed)
    items: list[Item] = []
    for pair in MLQE:
        found = mlqe(data, pair, "train")
        items += rng.sample(found, int(len(found) * scale))
    rated = [item for item in mqm(data) if not held_out(item.source)]
    items += rng.sample(rated, min(int(MQM_ITEMS * scale), len(rated)))
    items += human(data, max(int(HUMAN_EACH * scale), 30))
    return with_damage(items, rng, per_human=DAMAGE_EACH, share_judged=DAMAGED_SHARE)


def anchors_of(data: Path, seed: int = 1) -> list[Item]:
    """Human translations that were not trained on (PUD), with halved and unrelated copies."""
    rng = random.Random(seed)
    clean = rng.sample(list(pud(data)), 1600)
    copies = with_damage(clean, rng, per_human=40, share_judged=0)
    return [item for item in copies if item.kind in ("human", "halved", "unrelated")]


def rounded(found: dict[str, float]) -> dict[str, float]:
    """For `quality.json`."""
    return {key: round(value, 3) for key, value in found.items()}


def save(
    folder: Path, info: dict[str, Any], fitted: Fitted, usual: Usual, heads: dict[str, tuple[Head, Scale]]
) -> None:
    """Write weights.npz and quality.json."""
    folder.mkdir(parents=True, exist_ok=True)
    tensors = fitted.forest.tensors("forest") | fitted.guard.tensors("guard") | fitted.net.tensors("net")
    tensors |= {"usual.means": usual.means, "usual.spreads": usual.spreads}
    for prefix, (head, scale) in (("", heads["plain"]), ("deep.", heads["deep"])):
        tensors |= head.tensors(f"{prefix}head") | scale.tensors(f"{prefix}scale")
    np.savez_compressed(folder / "weights.npz", allow_pickle=False, **tensors)
    (folder / "quality.json").write_text(json.dumps(info, indent=1) + "\n", "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="the shared data folder")
    parser.add_argument("--out", type=Path, default=EMBEDDED)
    parser.add_argument("--scale", type=float, default=1.0, help="share of the training items, for trials")
    parser.add_argument(
        "--leave-one-out", action="store_true", help="measure unseen languages and widen their intervals"
    )
    parser.add_argument("--without-fluency", action="store_true", help="train as if no language had a fluency model")
    parser.add_argument("--no-save", action="store_true")
    args = parser.parse_args()
    encoder = load_encoder()
    assert isinstance(encoder, StaticEncoder)
    fluent, started = not args.without_fluency, time.time()
    items = training_items(args.data, args.scale)
    print(f"{len(items)} items, {time.time() - started:.0f} s", file=sys.stderr)
    raw = prepare(items, encoder, with_fluency=fluent)
    dev = [item for pair in MLQE for item in mlqe(args.data, pair, "dev")]
    dev_raw = prepare(dev, encoder, with_fluency=fluent)
    raw = replace(raw, base=without_leak(items, raw, dev, dev_raw))
    usual = usual_of(items, raw.base)
    fitted = fit(items, raw, usual)
    critic = Critic()

    def columns(some: list[Item]) -> FloatArray:
        found = dev_raw if some == dev else prepare(some, encoder, with_fluency=fluent)
        return columns_of(fitted(some, found, usual), rows_of(some, found, usual), read_pairs(critic, some))

    evidence = gather(args.data, columns)
    info: dict[str, Any] = {
        "format": FORMAT,
        "name": "quality-v1",
        "encoder": encoder.signature,
        "fluency": load_fluency().signature if fluent else None,
        "critic": critic.signature,
        "features": list(NAMES),
        "directions": list(usual.directions),
        "judged": [*MLQE, "en-ru", "zh-en"],
    }
    trees = evidence.rows[:, PARTS.index("forest")]
    info["trees_dev_pearson"] = rounded(by_direction(dev, trees))
    unseen = None
    if args.leave_one_out:
        unseen = leave_one_out(items, raw, dev, dev_raw)
        info["unseen_dev_pearson"] = rounded(by_direction(dev, unseen))
    marks = anchors_of(args.data)
    at_marks = columns(marks)
    kinds = np.array([item.kind for item in marks])
    plain = choose_blend(dev, evidence.rows)
    heads: dict[str, tuple[Head, Scale]] = {}
    for name, head, fall in (("plain", plain, 0.5), ("deep", fit_head(evidence), DEEP_FALL)):
        width = len(head.weight)
        said = plain(evidence.rows[:, :width]) if head is plain else unseen_by_itself(evidence)
        info[f"{name}_dev_pearson"] = rounded(by_direction(dev, said))
        print(f"dev r, {name}:", info[f"{name}_dev_pearson"])
        raised = head(at_marks[:, :width])
        clean, unrelated = raised[kinds == "human"], raised[kinds == "unrelated"]
        scale = scale_of(clean, unrelated, dev, said, said if unseen is None else unseen, fall)
        print("scale", np.round(scale.knots, 2), scale.values, "human z", HUMAN_Z)
        shown = scale.value(raised)
        for kind in ("human", "halved", "unrelated"):
            print(f"  {kind}: 1, 5, 50, 95, 99 %", np.percentile(shown[kinds == kind], [1, 5, 50, 95, 99]).round(1))
        heads[name] = (head, scale)
    if not args.no_save:
        save(args.out, info, fitted, usual, heads)
        print(
            f"wrote {args.out}, {(args.out / 'weights.npz').stat().st_size / 1e6:.1f} MB; {time.time() - started:.0f} s"
        )


if __name__ == "__main__":
    main()
