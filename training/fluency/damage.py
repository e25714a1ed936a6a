"""Damage to single tokens of human sentences, and a fit of the log-odds that a token is damaged.

After Clark et al., "ELECTRA: Pre-training Text Encoders as Discriminators Rather Than Generators" (2020): what knows of
a token comes from the language models and the cloze network, which never saw damage.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from mtcheck.fluency_cloze import evidence
from mtcheck.fluency_model import FOREIGN, START, STOP, LanguageModel
from mtcheck.fluency_text import Token, fold_word
from training.fluency.corrupt import Resources

Array = npt.NDArray[Any]
LONGEST = 60
N_ALTERNATIVES = 10
N_HIDDEN = 12
STEPS = 1_500
REPLACED, SWAPPED, DROPPED, ADDED = 0.05, 0.008, 0.008, 0.008  # shares of tokens; about two faults a sentence


@dataclass(slots=True)
class Stream:
    """Sentences as one row of types; a type is a surface form with its ids and the forms it may be mistaken for."""

    types: Array
    starts: Array  # bool: a sentence begins here
    fine: Array
    coarse: Array
    alternatives: Array  # (n_types, N_ALTERNATIVES), -1 where there are fewer
    words: Array  # bool: type is a word
    function: Array  # types of the function words


def stream(model: LanguageModel, texts: list[list[Token]], resources: Resources) -> Stream:
    """The token lists as types."""
    index: dict[tuple[str, bool], int] = {(START, False): 0, (STOP, False): 1, (FOREIGN, False): 2}
    kinds: dict[int, bool] = {}
    flat: list[int] = []
    for tokens in texts:
        row = [0]
        for token in tokens[:LONGEST]:
            if token.breaks:
                row += [1, 0]
            if not token.key:
                if row[-1] != 2:
                    row.append(2)
                continue
            number = index.setdefault((token.key, token.initial), len(index))
            kinds[number] = token.kind == "word"
            row.append(number)
        flat += [*row, 1]
    for at in range(0, len(texts), 4000):
        model.encode(texts[at : at + 4000])
    entries = [model.entry(key, initial) for key, initial in index]
    types = np.array(flat, dtype=np.int32)
    words = np.array([kinds.get(i, False) for i in range(len(index))])
    by_word: dict[str, int] = {}
    for (key, initial), number in index.items():
        if not initial and words[number]:
            by_word.setdefault(fold_word(key, model.lang), number)
    return Stream(
        types,
        types == 0,
        np.array([entry.fine for entry in entries]),
        np.array([entry.coarse for entry in entries]),
        _alternatives(index, by_word, resources, model.lang),
        words,
        np.array([by_word[word] for word in resources.function if word in by_word]),
    )


def _alternatives(
    index: dict[tuple[str, bool], int], by_word: dict[str, int], resources: Resources, lang: str
) -> Array:
    rng = np.random.default_rng(1)
    table = np.full((len(index), N_ALTERNATIVES), -1, dtype=np.int32)
    for (key, _), number in index.items():
        word = fold_word(key, lang)
        lower = word.lower()
        listed = (*resources.confusions.get(lower, ()), *resources.forms.get(lower, ()))
        curated = [by_word[w] for w in listed if w in by_word]
        others = [by_word[w] for w in resources.siblings.get(word, resources.siblings.get(lower, ())) if w in by_word]
        if len(others) > N_ALTERNATIVES:
            others = [others[i] for i in rng.choice(len(others), N_ALTERNATIVES, replace=False)]
        # curated ones go first and stay; siblings fill the rest
        chosen = (curated * 2 + others)[:N_ALTERNATIVES] if curated else others
        if chosen:
            table[number] = np.resize(chosen, N_ALTERNATIVES)
    return table


class Damage:
    """Draws damaged copies of a stream: types, labels (1 = out of place), sentence starts."""

    def __init__(self, source: Stream, seed: int) -> None:
        self.source = source
        self.rng = np.random.default_rng(seed)
        order = np.argsort(source.types, kind="stable")
        self.occurrences = order
        counts = np.bincount(source.types, minlength=len(source.fine))
        self.first = np.concatenate([[0], np.cumsum(counts)])
        self.pool = source.types[source.words[source.types]]

    def draw(self) -> tuple[Array, Array, Array]:
        """(types, labels, starts) of one damaged copy of the whole stream."""
        types, labels = self.source.types.copy(), np.zeros(len(self.source.types), dtype=np.int8)
        self._replace(types, labels)
        self._swap(types, labels)
        return self._drop_and_add(types, labels)

    def _pick(self, share: float, types: Array) -> Array:
        chosen = np.flatnonzero(self.rng.random(len(types)) < share)
        return chosen[self.source.words[types[chosen]]]

    def _replace(self, types: Array, labels: Array) -> None:
        source, rng = self.source, self.rng
        where = self._pick(REPLACED, types)
        old = types[where]
        how = rng.random(len(where))
        new = self.pool[rng.integers(len(self.pool), size=len(where))]
        after = self._neighbour(source.types[where - 1], 1)
        before = self._neighbour(source.types[np.minimum(where + 1, len(types) - 1)], -1)
        sibling = source.alternatives[old, rng.integers(N_ALTERNATIVES, size=len(where))]
        function = source.function[rng.integers(len(source.function), size=len(where))]
        is_function = np.isin(old, source.function)
        new = np.where(how < 0.9, before, new)
        new = np.where(how < 0.8, after, new)
        new = np.where((how < 0.7) & is_function, function, new)
        new = np.where((how < 0.55) & (sibling >= 0), sibling, new)
        new = np.where(source.words[new], new, old)
        changed = (source.fine[new] != source.fine[old]) | (source.coarse[new] != source.coarse[old])
        types[where] = new
        labels[where] = changed

    def _neighbour(self, types: Array, offset: int) -> Array:
        """What stood beside another occurrence of each type: a sample from the bigram distribution."""
        low, high = self.first[types], self.first[types + 1]
        place = self.occurrences[low + (self.rng.random(len(types)) * (high - low)).astype(np.int64)]
        beside: Array = self.source.types[np.clip(place + offset, 0, len(self.source.types) - 1)]
        return beside

    def _swap(self, types: Array, labels: Array) -> None:
        where = self._pick(SWAPPED, types)
        other = where + self.rng.choice([1, 1, 2], size=len(where))
        inside = other < len(types) - 1
        where, other = where[inside], other[inside]
        between = np.minimum(where + 1, other)
        good = self.source.words[types[other]] & (types[between] > 1) & (types[where] != types[other])
        where, other = where[good], other[good]
        # overlapping swaps are rare; each position is exchanged with what lies there by then
        types[where], types[other] = types[other].copy(), types[where].copy()
        labels[where] = labels[other] = 1

    def _drop_and_add(self, types: Array, labels: Array) -> tuple[Array, Array, Array]:
        source, rng = self.source, self.rng
        dropped = self._pick(DROPPED, types)
        keep = np.ones(len(types), dtype=bool)
        keep[dropped] = False
        labels[dropped + 1] = 1
        where = self._pick(ADDED, types)
        how = rng.random(len(where))
        double = types[where]
        function = source.function[rng.integers(len(source.function), size=len(where))]
        new = np.where(how < 0.35, double, np.where(how < 0.7, function, self._neighbour(source.types[where], 1)))
        fine = source.words[new]
        where, new = where[fine], new[fine]
        order = np.flatnonzero(keep)
        at = np.searchsorted(order, where, side="right")
        types = np.insert(types[keep], at, new)
        labels = np.insert(labels[keep], at, 1)
        return types, labels, types == 0


def fit_odds(model: LanguageModel, source: Stream, seed: int) -> dict[str, Array]:
    """Tensors `cloze.odds.*`, from one damaged copy of sentences that the network has not seen."""
    import torch

    types, labels, starts = Damage(source, seed).draw()
    columns = np.stack(_evidence(model, source.fine[types], source.coarse[types], _positions(starts)))
    inner = np.flatnonzero(~starts)
    torch.manual_seed(seed)
    values = torch.from_numpy(columns[:, inner].T.copy())
    target = torch.from_numpy(labels[inner].astype(np.float32))
    hidden, out = torch.nn.Linear(values.shape[1], N_HIDDEN), torch.nn.Linear(N_HIDDEN, 1)
    optimiser = torch.optim.Adam([*hidden.parameters(), *out.parameters()], lr=0.01)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, STEPS)
    for _ in range(STEPS):
        chosen = torch.randint(len(values), (8192,))
        logits = out(torch.tanh(hidden(values[chosen]))).squeeze(-1)
        loss = torch.nn.functional.binary_cross_entropy_with_logits(logits, target[chosen])
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        optimiser.step()
        schedule.step()
    print(f"    odds loss {loss.item():.4f}", flush=True)
    w2 = np.concatenate([out.weight.detach().numpy()[0], out.bias.detach().numpy()])
    return {
        "cloze.odds.w1": hidden.weight.detach().numpy().T.copy(),
        "cloze.odds.b1": hidden.bias.detach().numpy(),
        "cloze.odds.w2": w2,
    }


def _evidence(model: LanguageModel, fine: Array, coarse: Array, position: Array) -> list[Array]:
    if model.cloze is None:
        raise ValueError(f"{model.lang}: no cloze network to fit")
    fine_logp, coarse_logp = model.fine.score(fine, position)[0], model.coarse.score(coarse, position)[0]
    inside = position > 0
    fine_slor = np.where(inside, fine_logp - model.fine_lexicon.uni[fine], 0.0).astype(np.float32)
    coarse_slor = np.where(inside, coarse_logp - model.class_uni[coarse], 0.0).astype(np.float32)
    terms = model.cloze.terms(fine, coarse, position, model.class_uni)
    return evidence(terms, fine_slor, coarse_slor, position)


def _positions(starts: Array) -> Array:
    first = np.flatnonzero(starts)
    lengths = np.diff(np.append(first, len(starts)))
    positions: Array = np.arange(len(starts)) - np.repeat(first, lengths)
    return positions
