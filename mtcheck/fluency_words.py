"""What the language models say of single words, for judges of words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from mtcheck.fluency import NgramFluency
from mtcheck.fluency_features import features

BATCH = 400  # texts taken together; bounds memory


class WordTerms(NamedTuple):
    """SLOR terms of both models, log-odds of being out of place, log-probabilities anywhere, 1.0 for unknown words."""

    fine: float
    coarse: float
    odds: float
    fine_usual: float
    coarse_usual: float
    unknown: float


def word_terms(fluency: NgramFluency, texts: Sequence[str], lang: str | None) -> list[dict[int, WordTerms]]:
    """For each text, the terms of its words by where they start; none in a language without a model."""
    if lang is None or not fluency.supports(lang):
        return [{} for _ in texts]
    model = fluency.model(lang)
    found: list[dict[int, WordTerms]] = []
    for first in range(0, len(texts), BATCH):
        tokens = [model.tokenize(text) for text in texts[first : first + BATCH]]
        batch = model.encode(tokens)
        _, terms = features(model, batch)
        columns = (
            terms.fine, terms.coarse, terms.odds,
            model.fine_lexicon.uni[batch.fine], model.class_uni[batch.coarse], batch.unknown,
        )  # fmt: skip
        rows = np.stack(columns, axis=1).astype(np.float64).tolist()
        made: list[dict[int, WordTerms]] = [{} for _ in tokens]
        for at in np.flatnonzero(batch.token >= 0).tolist():
            owner = int(batch.owner[at])
            made[owner][tokens[owner][batch.token[at]].start] = WordTerms(*rows[at])
        found += made
    return found
