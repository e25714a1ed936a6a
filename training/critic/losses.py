"""What the critic is trained on: exercises with known faults, then human judgements."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor
from torch.nn import functional as F

from training.critic.model import MASK, SENTENCE_OUTPUTS, Critic, Generator

WEIGHTS = {"generator": 1.0, "bad_below": 25.0, "bad_above": 25.0, "gap_below": 6.0, "gap_above": 6.0,
           "damaged_below": 1.0, "damaged_above": 2.0, "vectors": 1.0}  # fmt: skip
SCALE = 20.0  # of cosines in the softmax over a batch
Z, PENALTY, CRITICAL = (SENTENCE_OUTPUTS.index(name) for name in ("z", "penalty", "critical"))
#: Weights of human judgements; `rank` is for two translations of one source.
JUDGED_WEIGHTS = {"z": 1.0, "penalty": 0.5, "critical": 0.5, "bad": 1.0, "gap": 0.5, "source_bad": 0.5, "rank": 0.7}

Batch = dict[str, Any]


def pooled(states: Tensor, groups: Tensor, n: int) -> Tensor:
    """(n, width) means of the states of each group number; rows without a member are zero."""
    flat, width = groups.reshape(-1), states.shape[-1]
    sums = torch.zeros(n, width, device=states.device, dtype=torch.float32)
    sums = sums.index_add(0, flat, states.reshape(-1, width).float())
    counts = torch.zeros(n, device=states.device).index_add(0, flat, torch.ones_like(flat, dtype=torch.float32))
    return sums / counts.clamp(min=1)[:, None]


def masked_mean(values: Tensor, mask: Tensor) -> Tensor:
    """Mean of the values where the mask is true."""
    weight = mask.float()
    return (values * weight).sum() / weight.sum().clamp(min=1)


def bce(logits: Tensor, labels: Tensor) -> Tensor:
    """Binary cross-entropy of every element, in float32."""
    return F.binary_cross_entropy_with_logits(logits.float(), labels.float(), reduction="none")


def sentences(critic: Critic, above: Tensor, batch: Batch, n_sides: int) -> Tensor:
    """(n_pairs, outputs) float32 for `members`."""
    members = batch["members"]
    means = pooled(above, batch["side"], n_sides)
    first = above.reshape(-1, above.shape[-1])[members[:, 0]]
    found: Tensor = critic.sentence_upper(
        torch.cat([first, means[members[:, 2]].to(first.dtype), means[members[:, 3]].to(first.dtype)], dim=-1)
    )
    return found.float()


def exercise_losses(critic: Critic, generator: Generator, batch: Batch) -> dict[str, Tensor]:
    """One batch of exercises: the generator fills masked places, the critic looks for what is wrong."""
    ids, side, members = batch["ids"], batch["side"], batch["members"]
    n_sides = 2 * len(members)
    real = batch["places"] >= 0
    places = batch["places"].clamp(min=0)
    flat = ids.reshape(-1)
    truth = flat[places]
    hidden = flat.index_copy(0, places, torch.where(real, torch.full_like(truth, MASK), truth)).view_as(ids)
    logits = generator(hidden, batch["positions"], side, places)
    found = F.cross_entropy(logits.float(), truth, reduction="none")
    with torch.no_grad():
        noise = torch.empty_like(logits, dtype=torch.float32).exponential_().log_().neg_()
        drawn = (logits.float() + noise).argmax(dim=-1)
        drawn = torch.where(real & (drawn > 4), drawn, truth)
        filled = flat.index_copy(0, places, drawn).view_as(ids)
        replaced = filled != ids
    below, above = critic(filled, batch["positions"], batch["role"], side, batch["pair"])
    bad, bad_below = batch["bad"] | replaced, batch["bad_below"] | replaced
    target = (side > 0) & (batch["role"] == 0)
    has_source = (members[:, 3] > 0)[batch["pair"]] & target
    words_below, words_above = critic.words_lower(below), critic.words_upper(above)
    losses = {
        "generator": masked_mean(found, real),
        "bad_below": masked_mean(bce(words_below[..., 0], bad_below), target),
        "gap_below": masked_mean(bce(words_below[..., 1], batch["gap"]), target),
        "bad_above": masked_mean(bce(words_above[..., 0], bad), has_source),
        "gap_above": masked_mean(bce(words_above[..., 1], batch["gap"]), has_source),
    }
    faults = pooled((bad | batch["gap"])[..., None], torch.where(target, batch["pair"], 0), len(members))[:, 0]
    faults_below = pooled((bad_below | batch["gap"])[..., None], torch.where(target, batch["pair"], 0), len(members))
    there, paired = members[:, 1] > 0, members[:, 3] > 0
    first = below.reshape(-1, below.shape[-1])[members[:, 0]]
    losses["damaged_below"] = masked_mean(bce(critic.sentence_lower(first)[:, 0], faults_below[:, 0] > 0), there)
    said = sentences(critic, above, batch, n_sides)
    losses["damaged_above"] = masked_mean(bce(said[:, 0], faults > 0), paired)
    losses["vectors"] = vector_loss(critic, below, batch, n_sides, paired & (faults < 0.5))
    return losses


def vector_loss(critic: Critic, below: Tensor, batch: Batch, n_sides: int, used: Tensor) -> Tensor:
    """Softmax over the batch, both ways; other translations of the same English text are no rivals."""
    members = batch["members"]
    vectors = F.normalize(critic.vector(pooled(below, batch["side"], n_sides).to(below.dtype)).float(), dim=-1)
    target, source = vectors[members[:, 2]], vectors[members[:, 3]]
    rivals = used[None, :] & (members[:, 4][:, None] != members[:, 4][None, :])
    rivals = rivals | torch.eye(len(members), dtype=torch.bool, device=members.device)
    labels = torch.arange(len(members), device=members.device)
    total = torch.zeros((), device=members.device)
    for rows, columns in ((target, source), (source, target)):
        logits = (SCALE * rows @ columns.T).masked_fill(~rivals, -1e4)
        total = total + masked_mean(F.cross_entropy(logits, labels, reduction="none"), used)
    return total / 2


def judged_losses(critic: Critic, batch: Batch) -> dict[str, Tensor]:
    """Human judgements; NaN stands for "not judged"."""
    below, above = critic(batch["ids"], batch["positions"], batch["role"], batch["side"], batch["pair"])
    del below
    said = sentences(critic, above, batch, 2 * len(batch["members"]))
    words = critic.words_upper(above)
    z, penalty, critical = batch["z"], batch["penalty"], batch["critical"]
    losses = {
        "z": masked_mean(F.smooth_l1_loss(said[:, Z], z.nan_to_num(), reduction="none") * batch["weight"], ~z.isnan()),
        "penalty": masked_mean((said[:, PENALTY] - penalty.nan_to_num().log1p()).square(), ~penalty.isnan()),
        "critical": masked_mean(bce(said[:, CRITICAL], critical.nan_to_num()), ~critical.isnan()),
    }
    for name, output in (("bad", 0), ("gap", 1), ("source_bad", 0)):
        labels = batch[name]  # -1 where not judged
        losses[name] = masked_mean(bce(words[..., output], labels.clamp(min=0)), labels >= 0)
    better, worse, known = batch["better"], batch["worse"], batch["ranked"]
    apart = [F.softplus(-2 * sign * (said[better, k] - said[worse, k])) for sign, k in ((1, Z), (-1, PENALTY))]
    losses["rank"] = masked_mean(apart[0], known) + masked_mean(apart[1], known)
    return losses


def total(losses: dict[str, Tensor], weights: dict[str, float]) -> Tensor:
    """Their weighted sum."""
    return torch.stack([weights[name] * value for name, value in losses.items()]).sum()
