"""Train the out-of-place network: human sentences, fresh damage to their tokens each epoch, binary cross-entropy."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from mtcheck.fluency_model import FOREIGN, START, STOP, LanguageModel
from mtcheck.fluency_net import DILATIONS, WIDTH, ranks
from mtcheck.fluency_text import Token, fold_word
from training.fluency.corrupt import Resources

Array = npt.NDArray[Any]
LONGEST = 60
BATCH_TOKENS = 6_000
N_ALTERNATIVES = 10
REPLACED, SWAPPED, DROPPED, ADDED = 0.05, 0.008, 0.008, 0.008  # shares of tokens; about two faults a sentence


@dataclass(frozen=True, slots=True)
class NetSize:
    """What decides the network's size and cost."""

    rows: int
    dim: int
    epochs: int


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
        curated = [by_word[w] for w in resources.confusions.get(lower, ()) if w in by_word]
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


def train(source: Stream, uni: Array, size: NetSize, seed: int, n_coarse: int) -> dict[str, Array]:
    """Tensors `net.*`."""
    import torch
    from torch import nn

    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    rows = ranks(uni, size.rows)
    module = _module(size, n_coarse)
    optimiser = torch.optim.Adam(module.parameters(), lr=2e-3, betas=(0.9, 0.98))
    damage = Damage(source, seed)
    n_steps = size.epochs * int(1.03 * len(source.types) / BATCH_TOKENS + 2)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 5e-3, total_steps=n_steps, pct_start=0.1)
    began, step, running = time.perf_counter(), 0, 0.0
    for epoch in range(size.epochs):
        types, labels, starts = damage.draw()
        word, coarse = rows[source.fine[types]], source.coarse[types]
        for index, mask in batches(np.flatnonzero(starts), len(types), rng):
            logits = module(torch.from_numpy(word[index]), torch.from_numpy(coarse[index]), torch.from_numpy(mask))
            target = torch.from_numpy(labels[index].astype(np.float32))
            weight = torch.from_numpy((mask & (types[index] != 0)).astype(np.float32))
            loss = (nn.functional.binary_cross_entropy_with_logits(logits, target, reduction="none") * weight).sum()
            loss = loss / weight.sum()
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(module.parameters(), 1.0)
            optimiser.step()
            if step < n_steps - 1:
                schedule.step()
            step += 1
            running = 0.99 * running + 0.01 * loss.item()
            if step % 500 == 0:
                spent = time.perf_counter() - began
                print(f"    net epoch {epoch} step {step}/{n_steps} loss {running:.4f} {spent:.0f} s", flush=True)
    return _pack(module)


def batches(starts: Array, n: int, rng: np.random.Generator) -> list[tuple[Array, Array]]:
    """(index, mask) of shape (sentences, longest) each, sentences of like length together, in random order."""
    ends = np.append(starts[1:], n)
    lengths = np.minimum(ends - starts, LONGEST + 2)
    order = np.lexsort((rng.random(len(starts)), lengths))
    result, at = [], 0
    while at < len(order):
        longest = int(lengths[order[min(len(order) - 1, at + 50)]])
        size = max(1, BATCH_TOKENS // max(1, longest))
        chosen = order[at : at + size]
        width = int(lengths[chosen].max())
        steps = np.arange(width)
        mask = steps[None] < lengths[chosen][:, None]
        result.append((np.where(mask, starts[chosen][:, None] + steps[None], 0), mask))
        at += size
    rng.shuffle(result)
    return result


def _module(size: NetSize, n_coarse: int) -> Any:
    import torch
    from torch import nn

    class Module(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.word = nn.Embedding(size.rows + 1, size.dim)
            self.coarse = nn.Embedding(n_coarse, size.dim)
            nn.init.normal_(self.word.weight, std=0.3)
            nn.init.normal_(self.coarse.weight, std=0.3)
            self.convs = nn.ModuleList(
                nn.Conv1d(size.dim, size.dim, WIDTH, padding=WIDTH // 2 * d, dilation=d) for d in DILATIONS
            )
            self.hidden = nn.Linear(size.dim, size.dim)
            self.out = nn.Linear(size.dim, 1)
            self.dropout = nn.Dropout(0.1)

        def forward(self, word: Any, coarse: Any, mask: Any) -> Any:
            inside = mask.unsqueeze(1).float()
            state = self.dropout(self.word(word) + self.coarse(coarse)).transpose(1, 2) * inside
            for conv in self.convs:
                state = (state + torch.relu(conv(state))) * inside
            return self.out(torch.relu(self.hidden(self.dropout(state.transpose(1, 2))))).squeeze(-1)

    return Module()


def _pack(module: Any) -> dict[str, Array]:
    tensors: dict[str, Array] = {}

    def put(name: str, matrix: Array) -> None:
        scale = np.maximum(np.abs(matrix).max(axis=1), 1e-8) / 127
        tensors[f"net.{name}"] = np.rint(matrix / scale[:, None]).astype(np.int8)
        tensors[f"net.{name}.scale"] = scale.astype(np.float16)

    put("word", module.word.weight.detach().numpy())
    put("coarse", module.coarse.weight.detach().numpy())
    for i, conv in enumerate(module.convs):
        weight = conv.weight.detach().numpy()  # (out, in, width)
        put(f"conv{i}", weight.transpose(2, 1, 0).reshape(-1, weight.shape[0]))
        tensors[f"net.conv{i}.bias"] = conv.bias.detach().numpy()
    put("hidden", module.hidden.weight.detach().numpy().T)
    tensors["net.hidden.bias"] = module.hidden.bias.detach().numpy()
    out = np.concatenate([module.out.weight.detach().numpy()[0], module.out.bias.detach().numpy()])
    tensors["net.out"] = out.astype(np.float32)
    return tensors


def frequent(counts: Counter[str], n: int) -> list[str]:
    """The n most frequent words, ties by spelling."""
    return [word for word, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:n]]
