"""How well the words of a pair translate each other by the tables of `mtcheck.lexicon`.

Complements the encoder's word matches: a vector says that two words are of one kind, a table that one translates the
other. All figures are NaN in directions without a table, and where a side has no word that the table knows.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from mtcheck.data import FloatArray, IntArray
from mtcheck.lexicon import Lexicon

ABSENT = -8.0  # log-probability of what the table does not have
BARE = -6.0  # log-probability, in the better direction, below which a word has no counterpart
_FAINT = 1e-5
NAMES = tuple(
    f"{name}_{side}"
    for side in ("source", "target")
    for name in (
        "told",  # mean log-probability of the words given all words of the other side (IBM model 1)
        "explained",  # mean over the words of the best log-probability given one word of the other side
        "sense",  # the same, mean of both directions, weighted by rarity
        "bare",  # share of the words' rarity whose words have no counterpart
        "bare_most",  # rarity (nats) of the rarest of these
        "bare_worst",  # mean of "sense" over the fifth of the words (at least one) with the lowest
        "outside",  # share of the words of letters that the table does not know
    )
)


def lexicon_figures(
    lexicon: Lexicon | None, source: IntArray, target: IntArray, n_letters: tuple[IntArray, IntArray]
) -> FloatArray:
    """(k, len(NAMES)) float32 of pairs whose units (0: none) are padded to one size, (k, size) each.

    `n_letters`: (k,) words of letters on each side.
    """
    if lexicon is None:
        return np.full((len(source), len(NAMES)), np.nan, dtype=np.float32)
    forward, backward = lexicon.look(source[:, :, None], target[:, None, :], ABSENT)
    both = (forward + backward) * np.float32(0.5)
    better = np.maximum(forward, backward)
    counts = (source > 0).sum(axis=1), (target > 0).sum(axis=1)
    columns: list[FloatArray] = []
    for axis, units, rarity, given, other, letters in (
        (2, source, lexicon.source_rarity, backward, counts[1], n_letters[0]),
        (1, target, lexicon.target_rarity, forward, counts[0], n_letters[1]),
    ):
        # Padding has no entry, so it adds a known amount to the sum, and nothing to the maxima.
        mass = np.exp(given).sum(axis=axis) - (source.shape[1] - other)[:, None] * np.exp(np.float32(ABSENT))
        told = np.log(np.maximum(mass, 0) / np.maximum(other, 1)[:, None] + _FAINT)
        columns += _one_side(
            units > 0, rarity[units], told, given.max(axis=axis), both.max(axis=axis), better.max(axis=axis), letters
        )
    figures = np.stack(columns, axis=1).astype(np.float32)
    figures[(counts[0] == 0) | (counts[1] == 0)] = np.nan
    return figures


def _one_side(
    real: npt.NDArray[np.bool_],
    rarity: FloatArray,
    told: FloatArray,
    given: FloatArray,
    both: FloatArray,
    better: FloatArray,
    letters: IntArray,
) -> list[FloatArray]:
    count = real.sum(axis=1)
    many = np.maximum(count, 1)
    weight = np.where(real, rarity, 0)
    total = np.maximum(weight.sum(axis=1), 1e-6)
    bare = weight * (better < BARE)
    lowest = np.sort(np.where(real, both, 9), axis=1)
    fifth = np.maximum(np.ceil(count / 5), 1)
    chosen = (np.arange(real.shape[1]) < fifth[:, None]) & (lowest < 9)
    return [
        (told * real).sum(axis=1) / many,
        (given * real).sum(axis=1) / many,
        (weight * both).sum(axis=1) / total,
        bare.sum(axis=1) / total,
        bare.max(axis=1),
        np.where(chosen, lowest, 0).sum(axis=1) / np.maximum(chosen.sum(axis=1), 1),
        1 - count / np.maximum(letters, 1),
    ]


WORD = (
    "lexicon_given",  # log p(word | its likeliest word of the source)
    "lexicon_giving",  # log p(that source word | word), the best
    "lexicon_both",  # best mean of the two
    "lexicon_told",  # log p(word | all words of the source)
    "lexicon_rarity",
    "lexicon_lost",  # "lexicon_both" less that of the partner's best: below 0 where another word translates it better
    "lexicon_apart",  # "lexicon_both" less the target's mean
)


def word_figures(lexicon: Lexicon, source: IntArray, target: IntArray) -> FloatArray:
    """(len(target), len(WORD)) float32 for the units of a target's words; NaN where they or the source have none."""
    source = source[source > 0]
    figures = np.full((len(target), len(WORD)), np.nan, dtype=np.float32)
    known = np.flatnonzero(target > 0)
    if not len(source) or not len(known):
        return figures
    forward, backward = lexicon.look(source[:, None], target[None, known], ABSENT)
    both = (forward + backward) * np.float32(0.5)
    best = both.max(axis=0)
    figures[known] = np.stack(
        [
            forward.max(axis=0),
            backward.max(axis=0),
            best,
            np.log(np.exp(forward).mean(axis=0)),
            lexicon.target_rarity[target[known]],
            best - both.max(axis=1)[both.argmax(axis=0)],
            best - best.mean(),
        ],
        axis=1,
    )
    return figures
