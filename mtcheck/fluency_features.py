"""What the language models say of each text, as a row of numbers: mean, dips, spelling, repetition."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from mtcheck.fluency_cloze import ClozeTerms
from mtcheck.fluency_grammar import FINITE_AUX, VERBAL, Tags, faults
from mtcheck.fluency_model import Array, Batch, LanguageModel
from mtcheck.fluency_ngram import Float, Ids

FEATURES: tuple[str, ...] = (
    *(
        f"{model}_{name}"
        for model in ("fine", "coarse")
        for name in (
            "mean", "low1", "low2", "low3", "negative", "deep", "negative_sum", "deep_sum", "logp",
            "logp_low", "pair_low", "triple_low", "order",
            "unseen", "logp_sum", "stop", "first",
        )
    ),
    "unknown", "unknown_lower", "spelling", "spelling_low", "letter_low", "repeat", "repeat_pair",
    "repeat_mark", "length",
    "net_sum", "net_mean", "net_high1", "net_high2", "net_high3",
)  # fmt: skip
CLOZE_FEATURES: tuple[str, ...] = (
    *(
        f"cloze_{term}_{name}"
        for term in ("kind", "form", "rival", "form_lift", "total", "form_even", "total_even")
        for name in ("sum", "mean", "low1", "low2")
    ),
    "cloze_kind_deep", "cloze_form_gap_sum", "cloze_form_gap_low", "cloze_rival_gap_sum", "cloze_rival_gap_low",
    "cloze_kind_gap_sum", "cloze_kind_gap_low",
    *(f"cloze_{term}_{name}" for term in ("class", "word") for name in ("sum", "mean")),
)  # fmt: skip
GRAMMAR_FEATURES: tuple[str, ...] = (
    *(f"verbs_{name}" for name in ("kind", "form", "form_even", "form_gap", "rival", "fine", "auxiliaries")),
    "grammar_sure", "grammar_likely",
)  # fmt: skip
_DEEP = -1.5  # a term this far below 0 is e**1.5 times less likely here than anywhere


@dataclass(frozen=True, slots=True)
class Terms:
    """Per position: SLOR terms (log-probability less unigram log-probability), the network's log-odds of damage, and
    whether a rule of grammar is surely broken."""

    fine: Float
    coarse: Float
    odds: Float
    wrong: npt.NDArray[np.bool_]


def names(cloze: bool, grammar: bool) -> tuple[str, ...]:
    """Features of a model with a cloze network, and one with tags for grammar as well, in order."""
    return FEATURES + CLOZE_FEATURES * cloze + GRAMMAR_FEATURES * (cloze and grammar)


def features(model: LanguageModel, batch: Batch) -> tuple[Float, Terms]:
    """(n_texts, n) float32, and the terms per position. A row depends on its own text alone.

    n is len(names(...)) for what the model has beside its n-grams.
    """
    columns: list[Array] = []
    starts = np.flatnonzero(np.append(True, batch.owner[1:] != batch.owner[:-1]))
    kept = np.flatnonzero(batch.scored)
    owner = batch.owner[kept]
    segment = np.searchsorted(owner, np.arange(batch.n_texts))
    count = np.maximum(np.bincount(owner, minlength=batch.n_texts), 1).astype(np.float32)
    terms = []
    fine_order = np.ones(len(batch.owner), dtype=np.int8)
    for ngrams, uni, ids in (
        (model.fine, model.fine_lexicon.uni, batch.fine),
        (model.coarse, model.class_uni, batch.coarse),
    ):
        logp, used = ngrams.score(ids, batch.position)
        fine_order = used if ngrams is model.fine else fine_order
        slor = np.where(batch.scored, logp - uni[ids], np.float32(0.0)).astype(np.float32)
        terms.append(slor)
        columns += _profile(slor[kept], logp[kept], used[kept], owner, segment, count)
        ends = np.append(starts[1:], len(batch.owner)) - 1
        columns += [slor[ends], slor[np.minimum(starts + 1, len(slor) - 1)]]
    columns += _spelling(batch, kept, segment, count)
    # a doubled word that human text doubles too ("had had", "nous nous") is no fault; characters double freely
    usual = fine_order[kept] > 1 if model.chars is not None else np.zeros(len(kept), dtype=bool)
    columns += _repeats(batch, segment, kept, usual)
    columns.append(np.log(count))
    odds = np.full(len(batch.owner), -3.0, dtype=np.float32)
    guessed: list[Array] = []
    cloze = None
    if model.cloze is not None:
        cloze = model.cloze.terms(batch.fine, batch.coarse, batch.position, model.class_uni)
        odds = model.cloze.odds(cloze, terms[0], terms[1], batch.position)
        guessed = _guesses(cloze, kept, owner, segment, count)
        # not held against how usual a word is: in an added "being" or "had" that is what speaks
        plain = cloze.kind + model.class_uni[batch.coarse]
        for values in (plain[kept], (cloze.kind + cloze.form_lift + model.fine_lexicon.uni[batch.fine])[kept]):
            guessed += [np.add.reduceat(values, segment), _mean(values, segment, count)]
    columns += [*_out_of_place(odds[kept], owner, segment, count), *guessed]
    wrong = np.zeros(len(batch.owner), dtype=np.bool_)
    if cloze is not None and model.tags is not None:
        tags = model.tags[batch.fine]
        wrong, likely = faults(tags, batch.position, batch.letters, batch.capital)
        columns += _verbs(tags, cloze, terms[0], kept, segment)
        columns += [np.add.reduceat(found[kept].astype(np.float32), segment) for found in (wrong, likely)]
    return np.stack(columns, axis=1).astype(np.float32), Terms(terms[0], terms[1], odds, wrong)


def _profile(
    slor: Float, logp: Float, used: npt.NDArray[np.int8], owner: Ids, segment: Ids, count: Float
) -> list[Array]:
    lows = _lowest(slor, 3, owner, segment)
    pair = slor.copy()
    same = owner[1:] == owner[:-1]
    pair[1:] += np.where(same, slor[:-1], 0.0)
    triple = pair.copy()
    triple[2:] += np.where(owner[2:] == owner[:-2], slor[:-2], 0.0)
    zero = np.float32(0.0)
    negative: Float = np.add.reduceat(np.minimum(slor, zero), segment)
    deep: Float = np.add.reduceat(np.minimum(slor - np.float32(_DEEP), zero), segment)
    return [
        _mean(slor, segment, count),
        lows[0],
        (lows[0] + lows[1]) / 2,
        (lows[0] + lows[1] + lows[2]) / 3,
        np.asarray(negative / count, dtype=np.float32),
        np.asarray(deep / count, dtype=np.float32),
        negative,
        deep,
        _mean(logp, segment, count),
        np.minimum.reduceat(logp, segment),
        np.minimum.reduceat(pair, segment),
        np.minimum.reduceat(triple, segment),
        _mean(used.astype(np.float32), segment, count),
        _mean((used == 1).astype(np.float32), segment, count),
        np.add.reduceat(logp, segment),
    ]


def _out_of_place(odds: Float, owner: Ids, segment: Ids, count: Float) -> list[Array]:
    cost = np.logaddexp(np.float32(0.0), odds)
    highs = [-low for low in _lowest(-odds, 3, owner, segment)]
    total: Float = np.add.reduceat(cost, segment)
    return [
        total,
        np.asarray(total / count, dtype=np.float32),
        highs[0],
        (highs[0] + highs[1]) / 2,
        (highs[0] + highs[1] + highs[2]) / 3,
    ]


def _guesses(cloze: ClozeTerms, kept: Ids, owner: Ids, segment: Ids, count: Float) -> list[Array]:
    columns: list[Array] = []
    total = cloze.kind + cloze.form + cloze.rival
    even = cloze.kind + cloze.form_even + cloze.rival_even
    for term in (cloze.kind, cloze.form, cloze.rival, cloze.form_lift, total, cloze.form_even, even):
        values = term[kept]
        low, second = _lowest(values, 2, owner, segment)
        columns += [np.add.reduceat(values, segment), _mean(values, segment, count), low, (low + second) / 2]
    kind = cloze.kind[kept]
    columns.append(np.add.reduceat(np.minimum(kind - np.float32(_DEEP), np.float32(0.0)), segment))
    for gap in (cloze.form_gap[kept], cloze.rival_gap[kept], cloze.kind_gap[kept]):
        columns += [np.add.reduceat(gap, segment), np.minimum.reduceat(gap, segment)]
    return columns


def _lowest(values: Float, n: int, owner: Ids, segment: Ids) -> list[Float]:
    """The `n` lowest values of each segment, lowest first; a segment of fewer repeats its highest."""
    left = values.copy()
    found: list[Float] = []
    for _ in range(n):
        low: Float = np.minimum.reduceat(left, segment)
        if found:
            low = np.where(np.isinf(low), found[-1], low)
        found.append(low)
        place = np.flatnonzero(left == low[owner])
        left[place[np.append(True, owner[place[1:]] != owner[place[:-1]])]] = np.inf
    return found


def _verbs(tags: Tags, cloze: ClozeTerms, fine: Float, kept: Ids, segment: Ids) -> list[Array]:
    """Sums over the verbs, where tense and aspect are decided, and the number of auxiliaries."""
    verbal = (tags & np.uint32(VERBAL)) != 0
    auxiliary = (tags & np.uint32(FINITE_AUX)) != 0
    terms = (cloze.kind, cloze.form, cloze.form_even, cloze.form_gap, cloze.rival, fine)
    columns = [np.add.reduceat(np.where(verbal, term, np.float32(0.0))[kept], segment) for term in terms]
    return [*columns, np.add.reduceat(auxiliary[kept].astype(np.float32), segment)]


def _mean(values: Float, segment: Ids, count: Float) -> Float:
    mean: Float = (np.add.reduceat(values.astype(np.float32), segment) / count).astype(np.float32)
    return mean


def _spelling(batch: Batch, kept: Ids, segment: Ids, count: Float) -> list[Array]:
    unknown = batch.unknown[kept] & (batch.token[kept] >= 0)
    lower = unknown & ~batch.capital[kept]
    spelling: Float = np.where(lower, batch.spelling[kept], 0.0).astype(np.float32)
    worst: Float = np.where(lower, batch.worst[kept], 0.0).astype(np.float32)
    return [
        _mean(unknown.astype(np.float32), segment, count),
        _mean(lower.astype(np.float32), segment, count),
        _mean(spelling, segment, count),
        np.minimum.reduceat(spelling, segment),
        np.minimum.reduceat(worst, segment),
    ]


def _repeats(batch: Batch, segment: Ids, kept: Ids, usual: npt.NDArray[np.bool_]) -> list[Array]:
    ids, owner, inside = batch.fine[kept], batch.owner[kept], batch.token[kept] >= 0
    same = np.zeros(len(ids), dtype=bool)
    same[1:] = (ids[1:] == ids[:-1]) & (owner[1:] == owner[:-1]) & inside[1:] & ~batch.unknown[kept][1:]
    mark = np.zeros(len(ids), dtype=bool)
    letters = batch.letters[kept]
    mark[1:] = same[1:] & ~letters[1:]
    double = np.zeros(len(ids), dtype=bool)
    if len(ids) > 3:
        alike = (ids[3:] == ids[1:-2]) & (ids[2:-1] == ids[:-3]) & (owner[3:] == owner[:-3])
        double[3:] = alike & inside[3:] & letters[3:] & letters[2:-1]
    return [
        np.add.reduceat((same & letters & ~usual).astype(np.float32), segment),
        np.add.reduceat(double.astype(np.float32), segment),
        np.add.reduceat(mark.astype(np.float32), segment),
    ]
