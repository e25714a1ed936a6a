"""The regressors, fitted with scikit-learn and torch and handed over as plain arrays."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch
from sklearn.ensemble import HistGradientBoostingRegressor

from mtcheck.data import FloatArray, IntArray
from mtcheck.quality_features import FLAGS, NAMES, signs
from mtcheck.quality_tables import COUNTED, JUDGED
from mtcheck.quality_trees import Array, Forest, Net

UNITS = 48
BATCH = 1024
#: Of a judged direction. Dev r of trees alone and mixed with these: ru-en .643 and .647, et-en .572 and .582, en-zh
#: .351 and .356; with 25 epochs .001 less. Blind to flags the networks alone lose .005 (ru-en) and .01 (en-zh). Kernel
#: ridge regression in their place gives as much, and is slower.
OWN_NETS, OWN_UNITS, OWN_EPOCHS, OWN_BATCH = 3, 16, 50, 256
PAIR_SHARE = 0.6  # of the ranking loss beside the squared error
PAIR_MARGIN = 0.25  # z between a good translation and its damaged copy under which ranking still pulls


def fit_forest(
    rows: FloatArray,
    z: Array,
    weight: Array,
    *,
    trees: int = 350,
    leaves: int = 24,
    least: int = 60,
    seed: int = 0,
) -> Forest:
    """Boosted trees with the signs of `mtcheck.quality_features.SIGNS`."""
    model = HistGradientBoostingRegressor(
        max_iter=trees,
        learning_rate=0.06,
        max_leaf_nodes=leaves,
        max_depth=7,
        min_samples_leaf=least,
        l2_regularization=5.0,
        max_features=0.5,
        monotonic_cst=signs(),
        early_stopping=False,
        random_state=seed,
    )
    empty = np.isnan(rows).all(axis=0)  # no fluency model at all: scikit-learn wants some value to bin
    model.fit(np.where(empty, np.float32(0), rows), z, sample_weight=weight)
    return _forest(model)


def fit_words(rows: FloatArray, bad: Array, *, seed: int = 0) -> Forest:
    """Boosted trees to the share of words that post-editors change; rows of `mtcheck.quality_words`."""
    return _shares(rows, bad, seed, max_iter=100, learning_rate=0.08, max_leaf_nodes=16, min_samples_leaf=100,
                   max_features=0.5)  # fmt: skip


def fit_critical(rows: FloatArray, share: Array, *, seed: int = 0) -> Forest:
    """Boosted trees to the share of annotators that find a critical error."""
    return _shares(rows, share, seed, max_iter=200, learning_rate=0.04, max_leaf_nodes=12, min_samples_leaf=40,
                   max_features=0.4)  # fmt: skip


def _shares(rows: FloatArray, share: Array, seed: int, **settings: Any) -> Forest:
    model = HistGradientBoostingRegressor(l2_regularization=5.0, early_stopping=False, random_state=seed, **settings)
    model.fit(rows, share)
    return _forest(model)


def _forest(model: HistGradientBoostingRegressor) -> Forest:
    columns: dict[str, list[float]] = {
        name: [] for name in ("feature", "threshold", "left", "missing_left", "value", "mean")
    }
    roots, depth = [], 0

    def place(nodes: Array, index: int, at: int, level: int) -> int:
        node = nodes[index]
        if node["is_leaf"]:
            filled = (0, np.inf, at, True, float(node["value"]), float(node["value"]))
            for name, cell in zip(columns, filled, strict=True):
                columns[name][at] = cell
            return level
        left = len(columns["feature"])
        for name in columns:
            columns[name] += [0, 0]
        filled = (
            int(node["feature_idx"]),
            float(node["num_threshold"]),
            left,
            bool(node["missing_go_to_left"]),
            0.0,
            0.0,
        )
        for name, cell in zip(columns, filled, strict=True):
            columns[name][at] = cell
        deep = place(nodes, int(node["left"]), left, level + 1)
        deep = max(deep, place(nodes, int(node["right"]), left + 1, level + 1))
        counts = [float(nodes[int(node[side])]["count"]) for side in ("left", "right")]
        columns["mean"][at] = float(np.average(columns["mean"][left : left + 2], weights=counts))
        return deep

    for (predictor,) in model._predictors:
        at = len(columns["feature"])
        for name in columns:
            columns[name].append(0)
        roots.append(at)
        depth = max(depth, place(predictor.nodes, 0, at, 0))
    return Forest(
        roots=np.array(roots, dtype=np.int32),
        feature=np.array(columns["feature"], dtype=np.int16),
        threshold=np.array(columns["threshold"], dtype=np.float32),
        left=np.array(columns["left"], dtype=np.int32),
        missing_left=np.array(columns["missing_left"], dtype=bool),
        value=np.array(columns["value"], dtype=np.float32),
        mean=np.array(columns["mean"], dtype=np.float32),
        baseline=float(np.ravel(model._baseline_prediction)[0]),
        depth=depth,
    )


class _Module(torch.nn.Module):
    def __init__(self, features: int, units: int = UNITS, drop: float = 0.15, drop_features: float = 0.0) -> None:
        super().__init__()
        self.hidden = torch.nn.Linear(features, units)
        self.out = torch.nn.Linear(units, 1)
        self.skip = torch.nn.Linear(features, 1, bias=False)
        self.drop, self.drop_features = torch.nn.Dropout(drop), torch.nn.Dropout(drop_features)
        torch.nn.init.zeros_(self.skip.weight)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        units = torch.tanh(self.hidden(self.drop_features(x)))
        value: torch.Tensor = (self.out(self.drop(units)) + self.skip(x))[:, 0]
        return value


def fit_net(
    rows: FloatArray,
    z: Array,
    weight: Array,
    pairs: IntArray,
    *,
    epochs: int = 8,
    seed: int = 0,
) -> Net:
    """A small network by squared error and, for `pairs` (better, worse), by ranking. It is blind to flags, so that
    only the trees, whose signs are fixed, read them, to bags, which were fitted to the same judgements, and to
    what is counted for few directions.
    """
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    known = np.where(np.isnan(rows).all(axis=0), np.float32(0), rows)
    center = np.nanmean(known, axis=0)
    spread = np.nanstd(known, axis=0) + 1e-3
    spread[[NAMES.index(name) for name in (*FLAGS, *JUDGED, *COUNTED)]] = np.inf
    x = torch.from_numpy(np.clip(np.nan_to_num((rows - center) / spread, nan=0.0), -5, 5).astype(np.float32))
    goal, heavy = torch.from_numpy(z.astype(np.float32)), torch.from_numpy(weight.astype(np.float32))
    module = _Module(x.shape[1])
    optimiser = torch.optim.AdamW(module.parameters(), lr=3e-3, weight_decay=2e-3)
    steps = len(x) // BATCH
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 6e-3, total_steps=steps * epochs)

    def value(picked: Array) -> torch.Tensor:
        found: torch.Tensor = module(x[picked])
        return found

    for _ in range(epochs):
        order = rng.permutation(len(x))
        for step in range(steps):
            picked = order[step * BATCH : (step + 1) * BATCH]
            loss = (heavy[picked] * (value(picked) - goal[picked]) ** 2).mean()
            some = pairs[rng.integers(0, len(pairs), BATCH // 2)]
            gap = value(some[:, 0]) - value(some[:, 1])
            loss = loss + PAIR_SHARE * torch.nn.functional.softplus((PAIR_MARGIN - gap) * 4).mean() / 4
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimiser.step()
            schedule.step()
    return _joined([module], center, spread)


def fit_own_net(rows: FloatArray, z: Array, *, seed: int = 0) -> Net:
    """For one direction: the mean of `OWN_NETS` small networks, blind to columns that never change."""
    rows = np.where(np.isnan(rows).all(axis=0), np.float32(0), rows)
    spread = np.nanstd(rows, axis=0)
    spread = np.where(spread > 1e-6, spread, np.inf).astype(np.float32)
    center = np.nanmean(rows, axis=0).astype(np.float32)
    x = torch.from_numpy(np.clip(np.nan_to_num((rows - center) / spread, nan=0.0), -5, 5).astype(np.float32))
    goal = torch.from_numpy(z.astype(np.float32))
    modules = [_own_module(x, goal, 100 * seed + number) for number in range(OWN_NETS)]
    return _joined(modules, center, spread)


def _own_module(x: torch.Tensor, goal: torch.Tensor, seed: int) -> _Module:
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    module = _Module(x.shape[1], OWN_UNITS, 0.2, 0.1)
    optimiser = torch.optim.AdamW(module.parameters(), lr=3e-3, weight_decay=0.05)
    steps = max(len(x) // OWN_BATCH, 1)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 3e-3, total_steps=steps * OWN_EPOCHS)
    for _ in range(OWN_EPOCHS):
        order = rng.permutation(len(x))
        for step in range(steps):
            picked = order[step * OWN_BATCH : (step + 1) * OWN_BATCH]
            loss = ((module(x[picked]) - goal[picked]) ** 2).mean()
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
    return module


def _joined(modules: list[_Module], center: FloatArray, spread: FloatArray) -> Net:
    """One network whose value is the mean of the modules'."""
    found = [{name: tensor.detach().numpy() for name, tensor in m.eval().named_parameters()} for m in modules]
    hidden = np.concatenate([get["hidden.weight"].T for get in found], axis=1)
    hidden[np.isinf(spread)] = 0  # what is not read need not be stored
    skip = np.mean([get["skip.weight"][0] for get in found], axis=0)
    return Net(
        center=center.astype(np.float32),
        spread=spread.astype(np.float32),
        hidden=hidden.astype(np.float32),
        bias=np.concatenate([get["hidden.bias"] for get in found]).astype(np.float32),
        out=np.concatenate([get["out.weight"][0] for get in found]).astype(np.float32) / len(found),
        skip=np.where(np.isinf(spread), 0, skip).astype(np.float32),
        shift=float(np.mean([get["out.bias"][0] for get in found])),
    )
