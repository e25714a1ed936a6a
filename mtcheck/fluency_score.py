"""From features to a 0-100 value, and from the models' terms to the stretches that read worst."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from mtcheck.fluency_features import Terms, names
from mtcheck.fluency_model import Batch
from mtcheck.fluency_ngram import Float
from mtcheck.fluency_text import Token

Array = npt.NDArray[Any]
_TAIL = 1.5  # logits over which the ends of the scale fade out; keeps the scale strictly increasing
_CLIP = 6.0  # standard deviations: a feature beyond them says no more
# On DEMETR's development items, with 3 % of clean sentences marked, 32 % of swapped words and 30 % of wrong pronoun
# cases get a span on the damage, over nine spans in ten; of function words exchanged 6 %, of changed tenses none.
_ODDS_WEIGHT = 3.0
_USUAL_ODDS = -2.0  # the network's log-odds of damage on words that fit lie below
_WRONG = 5.0  # how far below the bar a word that breaks a rule of grammar counts as lying, at least
OWN_MARGIN = 2.0  # a stretch shown lies this many standard deviations below its own text's mean


@dataclass(frozen=True, slots=True)
class Head:
    """A tanh network over standardised features with a straight path beside it, and its output's calibration knots."""

    center: Array
    spread: Array
    w1: Array
    b1: Array
    w2: Array
    skip: Array  # weights of the straight path: one small fault moves a sum of many words little, yet must be heard
    knots: Array
    values: Array

    @classmethod
    def from_tensors(cls, tensors: Mapping[str, Array]) -> Head:
        """The head stored as `head.*`. Raises: ValueError when it was fitted to other features."""
        parts = ("center", "spread", "w1", "b1", "w2", "skip", "knots", "values")
        stored = {"head.skip": np.zeros(len(tensors["head.center"]))} | dict(tensors)
        head = cls(*(stored[f"head.{name}"].astype(np.float64) for name in parts))
        n_features = len(names("cloze.word" in tensors, "grammar.tags" in tensors))
        if len(head.center) != n_features:
            raise ValueError(f"fitted to {len(head.center)} features, this version has {n_features}")
        return head

    def logit(self, rows: Array) -> Array:
        """(n,) float64, higher reads better. Row by row the same sums, whatever the batch (so no BLAS)."""
        scaled = np.clip((rows.astype(np.float64) - self.center) / self.spread, -_CLIP, _CLIP)
        columns = np.ascontiguousarray(scaled.T)
        hidden = np.repeat(self.b1[:, None], len(scaled), axis=1)
        for column, weights in zip(columns, self.w1, strict=True):
            hidden += weights[:, None] * column
        np.tanh(hidden, out=hidden)
        total = np.zeros(len(scaled))
        for values, weights in ((columns, self.skip), (hidden, self.w2)):
            for row, weight in zip(values, weights, strict=True):
                total += row * weight
        return total

    def value(self, logit: Array) -> Array:
        """0-100, strictly increasing in the logit: linear between knots, fading towards 0 and 100 outside."""
        low, high = self.knots[0], self.knots[-1]
        inside = np.interp(logit, self.knots, self.values)
        below = self.values[0] * np.exp(np.minimum(logit - low, 0) / _TAIL)
        above = 100 - (100 - self.values[-1]) * np.exp(-np.maximum(logit - high, 0) / _TAIL)
        return np.where(logit < low, below, np.where(logit > high, above, inside))


def token_terms(batch: Batch, terms: Terms) -> Float:
    """One number a position: how much less likely than by chance, by both models, the spelling and the network."""
    strange = batch.unknown & batch.letters & ~batch.capital
    spelled = np.where(strange, np.minimum(batch.spelling + np.float32(2.5), 0.0) * 2, 0.0)
    odd = _ODDS_WEIGHT * np.maximum(terms.odds - np.float32(_USUAL_ODDS), 0.0)
    total = np.where(batch.scored, terms.fine + terms.coarse + spelled - odd, np.float32(0.0))
    return total.astype(np.float32)


def raw_spans(terms: Float, batch: Batch) -> Float:
    """(n_texts,) lowest token term of each text among those that a span could show."""
    shown = np.where(batch.letters & (batch.token >= 0) & ~batch.capital, terms, np.float32(0.0))
    starts = np.flatnonzero(np.append(True, batch.owner[1:] != batch.owner[:-1]))
    return np.minimum.reduceat(shown, starts)


def spans(
    terms: Float, tokens: list[Token], owner_tokens: Array, shown: Array, wrong: Array, limit: float
) -> list[tuple[int, int, float]]:
    """Stretches of one text whose terms lie below `limit` and clearly below the text's own level, or that are `wrong`.

    `terms`, `owner_tokens` (index into `tokens`, -1 for marks of start and stop), `shown` and `wrong` cover the text's
    positions.
    """
    inside = terms[owner_tokens >= 0]
    if not len(inside) or (float(terms.min()) >= limit and not wrong.any()):
        return []
    level, spread = float(inside.mean()), float(inside.std())
    bar = min(limit, level - OWN_MARGIN * spread)
    found: list[tuple[int, int, float]] = []
    for i in np.flatnonzero((((terms < bar) & shown) | wrong) & (owner_tokens >= 0)).tolist():
        token = tokens[owner_tokens[i]]
        excess = round(max(bar - float(terms[i]), _WRONG if wrong[i] else 0.0), 2)
        if found and not _letters_between(tokens, found[-1][1], token.start):
            found[-1] = (found[-1][0], token.end, max(found[-1][2], excess))
        else:
            found.append((token.start, token.end, excess))
    return found


def _letters_between(tokens: list[Token], end: int, start: int) -> bool:
    return any(end <= token.start and token.end <= start for token in tokens)
