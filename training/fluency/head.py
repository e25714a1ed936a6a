"""The classifier on top of the language models' features, and the calibration of its output to 0-100."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from mtcheck.fluency_features import features, names
from mtcheck.fluency_model import LanguageModel
from mtcheck.fluency_score import Head, raw_spans, token_terms
from mtcheck.fluency_text import unjudgeable
from training.fluency.corpus import Corpus
from training.fluency.corrupt import Resources, corrupt, join, split

Array = npt.NDArray[Any]
PER_SENTENCE = 3  # damaged versions of each held-out sentence
HIDDEN = 24
SALAD_VALUES = ((0.10, 1.0), (0.50, 3.0), (0.90, 9.0))
BETWEEN = ((0.35, 50.0), (0.65, 75.0))  # shares of the way from the last of salad to the median of clean text
CLEAN_LOW = (0.02, 0.10, 0.25)  # of clean text, at most these shares fall below 9, 50 and 75
CLEAN_VALUES = ((0.50, 90.0), (0.75, 95.0), (0.95, 98.5))
CLEAN_WITH_SPAN = 0.03  # share of clean sentences that may show a span


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a head is fitted; chosen among a handful by held-out pairs and development sets."""

    steps: int
    decay: float
    apart: float  # weight of the scale (clean above 0, damaged below) beside the ranking of pairs
    hidden_features: float  # share of features left out of a step, so that no few of them carry all
    straight: bool  # whether features also go straight to the output
    pairs: int  # at most, a multiple of PER_SENTENCE
    emphasis: Mapping[str, int] = field(default_factory=dict)  # how often pairs of a kind of damage count, if not once


PLAIN = Recipe(500, 0.01, 0.3, 0.0, False, 18_000)
# Tense and aspect gone wrong are hard to tell and easily outvoted by coarser damage.
WITH_CLOZE = Recipe(800, 0.3, 0.1, 0.2, True, 24_000, {"tense": 3, "aspect": 2, "repeat": 2})
# Damage mostly lengthens, and adds auxiliaries; clean text is not to pay for that. So what the logit of clean sentences
# owes to these, by least squares, is taken off again: of length all, of auxiliaries half (r = -0.01 with the value on
# PUD then; all of it would leave a wrong aspect, which is mostly an auxiliary more, at 60 % on DEMETR).
NEUTRAL = {"length": 1.0, "verbs_auxiliaries": 0.5}
UNSEEN = "verbs_auxiliaries"  # kept from the fit; there for `NEUTRAL` alone
STEADY = ("grammar_sure", "grammar_likely")  # never left out of a step: seldom there, and sure


def fit_head(model: LanguageModel, texts: Corpus, seed: int) -> tuple[dict[str, Array], dict[str, Any]]:
    """Tensors `head.*` and facts on the fit, from sentences that the language models have not seen."""
    rng = random.Random(seed)
    resources = Resources.of(texts.lang, texts.train[:60_000])
    recipe, held_out = PLAIN, texts.held_out
    if model.cloze is not None:  # sentences of all origins, which come one after the other
        recipe, held_out = WITH_CLOZE, rng.sample(texts.held_out, len(texts.held_out))
    clean, damaged, kinds = _pairs(model, held_out, recipe.pairs, resources, rng)
    salad = [_salad(text, texts.lang, rng) for text in clean[::PER_SENTENCE]]
    x_clean = np.repeat(_features(model, clean[::PER_SENTENCE]), PER_SENTENCE, axis=0)
    x_damaged, x_salad = _features(model, damaged), _features(model, salad)
    cut = int(0.8 * len(clean))
    center, spread = x_clean[:cut].mean(axis=0), x_clean[:cut].std(axis=0) + 1e-3
    columns = names(model.cloze is not None, model.tags is not None)
    often = np.repeat(np.arange(cut), [recipe.emphasis.get(kind, 1) for kind in kinds[:cut]])
    pairs = [(rows[often] - center) / spread for rows in (x_clean, x_damaged)]
    weights = _fit(pairs[0], pairs[1], columns, recipe, seed)
    if recipe.straight:
        weights = (*weights[:3], _neutral(weights, center, spread, x_clean[:cut:PER_SENTENCE], columns))
    head = Head(center, spread, *weights, np.zeros(0), np.zeros(0))
    good, bad = head.logit(x_clean[cut:]), head.logit(x_damaged[cut:])
    right: dict[str, list[bool]] = {}
    for won, kind in zip(good > bad, kinds[cut:], strict=True):
        right.setdefault(kind, []).append(bool(won))
    knots, values = calibrate(good[::PER_SENTENCE], head.logit(x_salad))
    tensors = {
        "head.center": center,
        "head.spread": spread,
        "head.w1": weights[0],
        "head.b1": weights[1],
        "head.w2": weights[2],
        "head.knots": knots,
        "head.values": values,
    }
    if recipe.straight:
        tensors["head.skip"] = weights[3]
    limit = _span_limit(model, clean[cut::PER_SENTENCE])
    ready = {name: np.asarray(array, dtype=np.float32) for name, array in tensors.items()}
    facts = {
        "head": {"pairs_ranked_right": round(float((good > bad).mean()), 4)},
        "ranked_right": {kind: round(float(np.mean(won)), 3) for kind, won in sorted(right.items())},
        "span_limit": round(limit, 3),
    }
    return ready, facts


def calibrate(clean: Array, salad: Array) -> tuple[Array, Array]:
    """Increasing knots of the logit and their values, from quantiles of word salad and of clean text."""
    low = [float(np.quantile(salad, q)) for q, _ in SALAD_VALUES]
    high = [float(np.quantile(clean, q)) for q, _ in CLEAN_VALUES]
    # a false alarm costs more than a miss: where salad reaches into clean text, its knots give way downwards
    low[-1] = min(low[-1], float(np.quantile(clean, CLEAN_LOW[0])))
    way = high[0] - low[-1]
    between = [
        min(low[-1] + share * way, float(np.quantile(clean, q)))
        for (share, _), q in zip(BETWEEN, CLEAN_LOW[1:], strict=True)
    ]
    knots = [*low, *between, *high]
    for i in range(len(knots) - 2, -1, -1):
        knots[i] = min(knots[i], knots[i + 1] - 0.05)
    return np.array(knots), np.array([value for _, value in (*SALAD_VALUES, *BETWEEN, *CLEAN_VALUES)])


def recalibrate(
    model: LanguageModel, head: Head, texts: list[str], shift: float, seed: int
) -> tuple[Array, Array, float]:
    """Knots, their values and the span limit from clean sentences, whose logits are lowered by `shift`."""
    rng = random.Random(seed)
    clean = [text for text in texts if not unjudgeable(text, model.tokenize(text))]
    salad = [_salad(text, model.lang, rng) for text in clean]
    knots, values = calibrate(head.logit(_features(model, clean)) - shift, head.logit(_features(model, salad)))
    return knots, values, _span_limit(model, clean)


def _pairs(
    model: LanguageModel, held_out: list[str], most: int, resources: Resources, rng: random.Random
) -> tuple[list[str], list[str], list[str]]:
    clean: list[str] = []
    damaged: list[str] = []
    kinds: list[str] = []
    for text in held_out:
        if len(clean) >= most:
            break
        if unjudgeable(text, model.tokenize(text)):
            continue
        versions: list[tuple[str, str]] = []
        for _ in range(PER_SENTENCE * 4):
            result = corrupt(text, resources, rng)
            if result and result[0] not in [version[0] for version in versions]:
                versions.append(result)
            if len(versions) == PER_SENTENCE:
                break
        else:
            continue
        for version, kind in versions:
            clean.append(text)
            damaged.append(version)
            kinds.append(kind)
    return clean, damaged, kinds


def _salad(text: str, lang: str, rng: random.Random) -> str:
    words = split(text, lang)
    last = words[-1][-1]
    words[-1] = words[-1][:-1]
    rng.shuffle(words)
    return join([word for word in words if word], lang) + last


def _features(model: LanguageModel, texts: list[str]) -> Array:
    rows = []
    for at in range(0, len(texts), 2000):
        batch = model.encode([model.tokenize(text) for text in texts[at : at + 2000]])
        rows.append(features(model, batch)[0])
    return np.concatenate(rows)


def _neutral(
    weights: tuple[Array, Array, Array, Array], center: Array, spread: Array, clean: Array, columns: Sequence[str]
) -> Array:
    """The straight path's weights, less what the logit of clean sentences owes to `NEUTRAL`."""
    shares = {columns.index(name): share for name, share in NEUTRAL.items() if name in columns}
    head = Head(center, spread, *weights, np.zeros(0), np.zeros(0))
    scaled = ((clean - center) / spread)[:, list(shares)]
    design = np.concatenate([scaled, np.ones((len(clean), 1))], axis=1)
    slopes = np.linalg.lstsq(design, head.logit(clean), rcond=None)[0]
    skip = weights[3].copy()
    for slope, (column, share) in zip(slopes, shares.items(), strict=False):
        skip[column] -= share * slope
    return skip


def _fit(
    clean: Array, damaged: Array, columns: Sequence[str], recipe: Recipe, seed: int
) -> tuple[Array, Array, Array, Array]:
    """Weights of a small tanh network and of the straight path beside it.

    Pairs must rank right, and clean and damaged text lie apart on one scale.
    """
    import torch

    torch.set_num_threads(1)
    torch.manual_seed(seed)
    good = torch.from_numpy(clean.astype(np.float32)).clamp(-6, 6)
    bad = torch.from_numpy(damaged.astype(np.float32)).clamp(-6, 6)
    n = good.shape[1]
    steady = torch.tensor([name in STEADY for name in columns])
    seen = torch.tensor([name != UNSEEN for name in columns])
    w1 = (torch.randn(n, HIDDEN) / n**0.5).requires_grad_()
    b1 = torch.zeros(HIDDEN, requires_grad=True)
    w2 = (torch.randn(HIDDEN) / HIDDEN**0.5).requires_grad_()
    skip = torch.zeros(n, requires_grad=recipe.straight)
    groups: list[dict[str, Any]] = [{"params": [w1, b1, w2]}]
    if recipe.straight:
        groups.append({"params": [skip], "weight_decay": 0.0})
    optimiser = torch.optim.AdamW(groups, lr=0.01, weight_decay=recipe.decay)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, recipe.steps)
    soft = torch.nn.functional.softplus
    for _ in range(recipe.steps):
        chosen = torch.randint(len(good), (4096,))
        rows = [good[chosen], bad[chosen]]
        if recipe.hidden_features:
            kept = ((torch.rand(n) > recipe.hidden_features) | steady) & seen
            rows = [row * kept for row in rows]
        one, other = (torch.tanh(row @ w1 + b1) @ w2 + row @ skip for row in rows)
        loss = soft(other - one).mean() + recipe.apart * (soft(-one).mean() + soft(other).mean())
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        optimiser.step()
        schedule.step()
    w1, skip = w1.detach() * seen[:, None], skip.detach() * seen
    return w1.numpy(), b1.detach().numpy(), w2.detach().numpy(), skip.numpy()


def _span_limit(model: LanguageModel, clean: list[str]) -> float:
    """Token term below which a stretch is shown, so that few clean sentences show one."""
    lows = []
    for at in range(0, len(clean), 2000):
        batch = model.encode([model.tokenize(text) for text in clean[at : at + 2000]])
        terms = features(model, batch)[1]
        lows.append(raw_spans(token_terms(batch, terms), batch))
    return float(np.quantile(np.concatenate(lows), CLEAN_WITH_SPAN, method="lower"))
