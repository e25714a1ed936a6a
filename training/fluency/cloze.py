"""Train the cloze network: every token of human sentences is guessed from the words on both sides of it.

Three guesses a token: its class among all, and the word itself within its two confusion sets (see `paradigms`). Every
token teaches, so half an hour of one processor core goes further than with damaged text. `mtcheck.fluency_cloze`
reads it.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from mtcheck.fluency_cloze import N_EVIDENCE, N_FORMS, N_RIVALS, members, ranks
from mtcheck.fluency_model import LanguageModel
from mtcheck.fluency_text import Token, fold_word
from training.fluency.corpus import Corpus, is_sentence, triples
from training.fluency.paradigms import confusion_sets

Array = npt.NDArray[Any]
LONGEST = 64
BATCH_TOKENS = 2_000  # three times as many took three times the text to get as far
RATE, WARM = 3e-3, 0.04  # largest step size, and the share of steps that leads up to it
UNKNOWN_SHARE = 0.08  # of words that are shown as unknown ones, so that their class learns to do without them
_CHUNK = 4_000
_ORIGINS = "tatoeba-manythings wesnoth shattered-pixel-dungeon tico-19 xquad opensource-guide dcss-descriptions"
_ENGLISH_FROM = ("de", "fr", "ja", "nl", "zh", "ru")


@dataclass(frozen=True, slots=True)
class ClozeSize:
    """What decides the network's size and cost."""

    rows: int
    dim: int
    hidden: int
    steps: int  # batches of BATCH_TOKENS


@dataclass(frozen=True, slots=True)
class Text:
    """Sentences as one row of ids between marks of start and stop, and how often each folded word occurs."""

    fine: Array
    coarse: Array
    position: Array
    words: Counter[str]


def more_sentences(data: Path, lang: str, texts: Corpus) -> dict[str, str]:
    """Human sentences of `data/train` in this language that `texts` has neither for training nor held out; origins."""
    seen = {*texts.train, *texts.held_out}
    found: dict[str, str] = {}
    origins = set(_ORIGINS.split())
    for other in _ENGLISH_FROM if lang == "en" else (lang,):
        for origin, foreign, english in triples(data / "train" / f"{other}-en.tsv.xz"):
            text = english if lang == "en" else foreign
            if origin in origins and text not in seen and is_sentence(text, lang):
                seen.add(text)
                found[text] = origin
    return found


def read(model: LanguageModel, texts: list[list[Token]]) -> Text:
    """The token lists as ids."""
    words: Counter[str] = Counter()
    for tokens in texts:
        words.update(fold_word(token.key, model.lang) for token in tokens if token.kind == "word" and not token.initial)
    parts = [model.encode(texts[at : at + _CHUNK]) for at in range(0, len(texts), _CHUNK)]
    columns = [np.concatenate([getattr(part, name) for part in parts]) for name in ("fine", "coarse", "position")]
    return Text(columns[0].astype(np.int32), columns[1].astype(np.int32), columns[2].astype(np.int32), words)


def sets_of(model: LanguageModel, text: Text, rows: Array, n_rows: int) -> tuple[Array, Array]:
    """Confusion sets by row of the embedding table (the last row, of all other words, has none)."""
    usual = [word for word, n in text.words.most_common(120_000) if n > 1]
    ids = model.fine_lexicon.ids(usual)
    row_of = {
        word: int(rows[number])
        for word, number in zip(usual, ids.tolist(), strict=True)
        if number >= 0 and rows[number] < n_rows
    }
    counts = np.zeros(n_rows + 1, dtype=np.int64)
    for word, row in row_of.items():
        counts[row] += text.words[word]
    row_class = np.zeros(n_rows + 1, dtype=np.int64)
    row_class[rows] = model.classes
    return confusion_sets(model.lang, text.words, row_of, row_class, counts)


def train(model: LanguageModel, text: Text, size: ClozeSize, seed: int) -> dict[str, Array]:
    """Tensors `cloze.*`, those of `odds` still empty."""
    import torch

    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    rows = ranks(model.fine_lexicon.uni, size.rows)
    forms, rivals = sets_of(model, text, rows, size.rows)
    module = build(size, len(model.class_uni), members(forms, N_FORMS), members(rivals, N_RIVALS))
    optimiser = torch.optim.Adam(module.parameters(), lr=1e-3, betas=(0.9, 0.98), eps=1e-7)
    began, running = time.process_time(), 0.0
    for step, at in zip(range(size.steps), _forever(text, rng), strict=False):
        done = step / size.steps
        for group in optimiser.param_groups:
            group["lr"] = RATE * min(1.0, done / WARM) * (0.02 + 0.98 * (0.5 + 0.5 * np.cos(np.pi * done)))
        loss = module.loss(torch.from_numpy(rows[text.fine[at]]), torch.from_numpy(text.coarse[at].astype(np.int64)))
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(module.parameters(), 1.0)
        optimiser.step()
        running += (loss.item() - running) * max(0.01, 1 / (step + 1))
        if step % 200 == 199:
            spent = time.process_time() - began
            print(f"    cloze step {step + 1} of {size.steps} loss {running:.4f} {spent:.0f} s", flush=True)
    return pack(module, forms, rivals)


def _forever(text: Text, rng: np.random.Generator) -> Iterator[Array]:
    """Index arrays (length, sentences): sentences of one length, in random order, epoch after epoch."""
    starts = np.flatnonzero(text.position == 0)
    lengths = np.minimum(np.diff(np.append(starts, len(text.position))), LONGEST)
    while True:
        order = np.lexsort((rng.random(len(starts)), lengths))
        sorted_lengths = lengths[order]
        batches = []
        at = 0
        while at < len(order):
            length = int(sorted_lengths[at])
            most = at + max(1, BATCH_TOKENS // length)
            end = min(most, int(np.searchsorted(sorted_lengths, length, side="right")))
            batches.append(starts[order[at:end]][None] + np.arange(length)[:, None])
            at = end
        for i in rng.permutation(len(batches)):
            yield batches[i]


def build(size: ClozeSize, n_classes: int, forms: Array, rivals: Array) -> Any:
    """The network as a torch module; the sets are tables of rows, -1 where there is none."""
    import torch
    from torch import nn
    from torch.nn import functional

    class Scan(torch.autograd.Function):
        """Leaky sums over time: state = keep * state + (1 - keep) * new, (time, sentences, units)."""

        @staticmethod
        def forward(ctx: Any, keep: Any, new: Any) -> Any:
            states = torch.empty_like(new)
            last = torch.zeros_like(new[0])
            for i in range(len(new)):
                last = torch.lerp(new[i], last, keep[i], out=states[i])
            ctx.save_for_backward(keep, new, states)
            return states

        @staticmethod
        def backward(ctx: Any, *gradients: Any) -> Any:
            keep, new, states = ctx.saved_tensors
            total = gradients[0].clone()
            for i in range(len(new) - 1, 0, -1):
                total[i - 1].addcmul_(total[i], keep[i])
            before = torch.cat([torch.zeros_like(new[:1]), states[:-1]])
            return total * (before - new), total * (1 - keep)

    class Module(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.word = nn.Embedding(size.rows + 1, size.dim)
            self.coarse = nn.Embedding(n_classes, size.dim)
            nn.init.normal_(self.word.weight, std=0.2)
            nn.init.normal_(self.coarse.weight, std=0.2)
            h = size.hidden
            self.layers = nn.ModuleList(
                nn.Linear(n_in, 2 * h) for n_in in (2 * size.dim, h) for _ in range(2)
            )  # first and second layer, forwards and backwards
            self.merge = nn.Linear(2 * h, h)
            self.query = nn.Linear(h, size.dim)
            self.word_bias = nn.Parameter(torch.zeros(size.rows + 1))
            self.class_out = nn.Linear(size.dim, n_classes)
            self.sets = [torch.from_numpy(forms), torch.from_numpy(rivals)]

        def one_way(self, state: Any, way: int) -> Any:
            before = torch.cat([torch.zeros_like(state[:1]), state[:-1]])
            first = self.step(torch.cat([before, state], dim=-1), self.layers[way])
            return first + self.step(first, self.layers[2 + way])

        def step(self, state: Any, linear: Any) -> Any:
            new, gate = linear(state).chunk(2, dim=-1)
            return Scan.apply((0.25 * gate + 0.5).clamp(0, 1), new.clamp(-1, 1))  # type: ignore[no-untyped-call]

        def queries(self, word: Any, coarse: Any) -> Any:
            """(time - 1, sentences, dim), for every position but the start mark."""
            state = (self.word(word) + self.coarse(coarse)).clamp(-4, 4)
            left = self.one_way(state, 0)[:-1]
            right = self.one_way(state.flip(0), 1).flip(0)[2:]
            right = torch.cat([right, torch.zeros_like(left[:1])])
            inner = functional.relu(self.merge(torch.cat([left, right], dim=-1)))
            return self.query(inner).clamp(-4, 4)

        def within(self, query: Any, word: Any, number: int) -> tuple[Any, Any]:
            """Log-probabilities of words within their sets, and which words have one."""
            table = self.sets[number][word]
            have = table[:, 0] >= 0
            table, query, word = table[have], query[have], word[have]
            there = table >= 0
            rows = table.clamp(min=0)
            logits = torch.bmm(self.word(rows), query.unsqueeze(-1)).squeeze(-1) + self.word_bias[rows]
            logits = logits.masked_fill(~there, -30.0)
            logp = torch.log_softmax(logits, dim=-1)
            return (logp * (rows == word[:, None]) * there).sum(-1), have

        def loss(self, word: Any, coarse: Any) -> Any:
            hidden = torch.rand(word.shape) < UNKNOWN_SHARE
            shown = torch.where(hidden, size.rows, word)
            query = self.queries(shown, coarse).reshape(-1, size.dim)
            word, coarse = word[1:].reshape(-1), coarse[1:].reshape(-1)
            total = functional.cross_entropy(self.class_out(query), coarse)
            for number in (0, 1):
                part = slice(None) if number == 0 else slice(int(torch.randint(2, ())), None, 2)
                logp, _ = self.within(query[part], word[part], number)
                total = total - logp.sum() / max(1, len(query[part]))
            return total

    return Module()


def pack(module: Any, forms: Array, rivals: Array) -> dict[str, Array]:
    """Matrices as bytes with a scale for each row."""
    tensors: dict[str, Array] = {}

    def put(name: str, matrix: Array) -> None:
        scale = np.maximum(np.abs(matrix).max(axis=1), 1e-8) / 127
        tensors[f"cloze.{name}"] = np.rint(matrix / scale[:, None]).astype(np.int8)
        tensors[f"cloze.{name}.scale"] = scale.astype(np.float16)

    put("word", module.word.weight.detach().numpy())
    put("coarse", module.coarse.weight.detach().numpy())
    linear = [(f"layer{i}", part) for i, part in enumerate(module.layers)]
    for name, part in [*linear, ("merge", module.merge), ("query", module.query), ("class", module.class_out)]:
        put(name, part.weight.detach().numpy())
        tensors[f"cloze.{name}.bias"] = part.bias.detach().numpy().astype(np.float32)
    tensors["cloze.word.bias"] = module.word_bias.detach().numpy().astype(np.float16)
    tensors["cloze.forms"] = forms.astype(np.int16)
    tensors["cloze.rivals"] = rivals.astype(np.int16)
    for name, shape in (("w1", (N_EVIDENCE, 1)), ("b1", (1,)), ("w2", (2,))):  # `damage.fit_odds` fills these
        tensors[f"cloze.odds.{name}"] = np.zeros(shape, dtype=np.float32)
    return tensors
