"""Trains the static encoder's table on translations; `python -m training.encoder.train --help`.

Loss: softmax over the batch's translations in both directions (in-batch negatives, one language a batch) on scaled
cosines with an additive margin, plus English sentences with one word or number swapped as extra negatives, plus a
small pull between the mean vectors of the two languages of a batch. A batch touches few rows, so gradients are
taken for those alone and Adam runs on them alone ("lazy Adam"); torch's SparseAdam sorts and merges the same rows once
more and was slower. sentence-transformers' trainer keeps every batch's tokens per sentence; here words are summed once
per batch however often they occur, which is worth a factor of about four.
"""

from __future__ import annotations

import argparse
import json
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from tqdm import tqdm

from mtcheck.encode_table import FEATURES
from mtcheck.encode_words import run_pattern, split_run
from training.encoder.evaluate import MLQE_PAIRS, read_judged
from training.encoder.vocabulary import Corpus, WordRows, choose_features, feature_rows, held_out, load_corpus


@dataclass
class Settings:
    """Everything that moves the result, written beside the weights."""

    dim: int = 256
    steps: int = 2000
    batch: int = 2048
    lr: float = 0.01
    final_lr: float = 0.05  # as a share of lr
    warmup: int = 200
    scale: float = 20.0
    margin: float = 0.0
    word_dropout: float = 0.1
    swaps: float = 0.25  # swapped English negatives, as a share of the batch
    centre: float = 5.0
    language_power: float = 0.4
    judged: float = 0.05  # weight of the correlation with human judgements
    judged_every: int = 4
    init: float = 0.1
    seed: int = 1
    sizes: dict[str, int] = field(
        default_factory=lambda: {
            "=": 120_000, "#": 2_500, "?": 10, "<": 88_000, "~": 30_000, "^": 12_000, ":": 25_000, "digits": 2_500
        }
    )  # fmt: skip


Batch = tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, str]


@dataclass(frozen=True)
class Judged:
    """Translations with human judgements: word ids and sizes of both sides, and the mean z-score."""

    source: list[np.ndarray]
    target: list[np.ndarray]
    z: np.ndarray

    def sample(self, n: int, rng: np.random.Generator) -> tuple[Batch, torch.Tensor]:
        """A batch and its judgements."""
        chosen = rng.choice(len(self.z), size=min(n, len(self.z)), replace=False)
        sides = [[rows[i] for i in chosen] for rows in (self.source, self.target)]
        flat = [(np.concatenate(rows), np.array([len(row) for row in rows])) for rows in sides]
        return (*flat[0], *flat[1], ""), torch.from_numpy(self.z[chosen])


def read_judgements(folder: Path, ids: dict[str, int]) -> list[Judged]:
    """MLQE-PE's training part, pair by pair; words that the corpus does not know are left out."""
    find = run_pattern().findall
    everything = []
    for pair in MLQE_PAIRS:
        sources, targets, z = read_judged(folder / f"{pair}.train.da.tsv.xz")
        sides: list[list[np.ndarray]] = []
        for texts in (sources, targets):
            rows = []
            for text in texts:
                keys = [key for run in find(text) for _, _, key in split_run(run)]
                rows.append(np.array([ids[key] for key in keys if key in ids], dtype=np.int32))
            sides.append(rows)
        full = [i for i in range(len(z)) if len(sides[0][i]) and len(sides[1][i])]
        everything.append(Judged([sides[0][i] for i in full], [sides[1][i] for i in full], z[full]))
    return everything


class Batches:
    """Random batches, each of one language, every pair of a language once before any comes again."""

    def __init__(self, corpus: Corpus, settings: Settings, rng: np.random.Generator) -> None:
        self.corpus, self.settings, self.rng = corpus, settings, rng
        sizes = np.array([len(corpus.pairs[lang]["origin"]) for lang in corpus.langs], dtype=np.float64)
        boost = np.array([1.6 if lang == "ru" else 1.0 for lang in corpus.langs])
        self.shares = sizes**settings.language_power * boost
        self.shares /= self.shares.sum()
        self.queues: dict[str, np.ndarray] = {}
        self.usable = {
            lang: np.setdiff1d(np.arange(len(arrays["origin"])), held_out(arrays))
            for lang, arrays in corpus.pairs.items()
        }

    def next(self) -> Batch:
        """Word ids and sentence sizes of the foreign and the English side."""
        lang = self.corpus.langs[int(self.rng.choice(len(self.shares), p=self.shares))]
        arrays = self.corpus.pairs[lang]
        queue = self.queues.get(lang, np.zeros(0, dtype=np.int64))
        size = min(self.settings.batch, len(self.usable[lang]))
        if len(queue) < size:
            queue = self.rng.permutation(self.usable[lang])
        chosen, self.queues[lang] = queue[:size], queue[size:]
        foreign = gather(arrays["foreign"], arrays["foreign_offsets"], chosen)
        english = gather(arrays["english"], arrays["english_offsets"], chosen)
        return *foreign, *english, lang


def gather(flat: np.ndarray, offsets: np.ndarray, rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The chosen ragged rows as one flat array, and their sizes."""
    starts, sizes = offsets[rows], offsets[rows + 1] - offsets[rows]
    ends = np.cumsum(sizes)
    index = np.arange(int(ends[-1]) if len(ends) else 0) + np.repeat(starts - (ends - sizes), sizes)
    return flat[index], sizes


def swap_words(
    ids: np.ndarray,
    sizes: np.ndarray,
    weights: np.ndarray,
    numbers: np.ndarray,
    n_wanted: int,
    rng: np.random.Generator,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Copies of some sentences with one number, or else one rare word, replaced by another's; also whose copies."""
    owners = rng.choice(len(sizes), size=min(n_wanted, len(sizes)), replace=False)
    owners = owners[sizes[owners] >= 4]
    offsets = np.concatenate([[0], np.cumsum(sizes)])
    copies, copy_sizes = gather(ids, offsets, owners)
    places = np.cumsum(copy_sizes) - copy_sizes
    numeric = np.unique(copies[numbers[copies]])
    rare = copies[weights[copies] < np.median(weights[copies])]
    for start, size in zip(places, copy_sizes, strict=True):
        own = copies[start : start + size]
        at_number = np.flatnonzero(numbers[own])
        if len(at_number) and len(numeric) > 1:
            own[rng.choice(at_number)] = rng.choice(numeric)
        else:
            rarest = np.argsort(weights[own])[: max(1, size // 3)]
            own[rng.choice(rarest)] = rng.choice(rare)
    return copies, copy_sizes, owners


class Model:
    """The table with Adam's two moments, all float32, and the arrays that turn words into rows."""

    def __init__(self, corpus: Corpus, rows: list[str], settings: Settings, cache: Path) -> None:
        self.rows, self.settings = rows, settings
        generator = torch.Generator().manual_seed(settings.seed)
        self.table = torch.randn(len(rows), settings.dim, generator=generator) * settings.init
        self.second = torch.zeros_like(self.table)
        self.visits = torch.zeros(len(rows))
        self.step = 0
        if cache.exists():
            with np.load(cache) as data:
                self.word_rows = WordRows(**{name: data[name] for name in data.files})
        else:
            self.word_rows = feature_rows(corpus, rows)
            np.savez(cache, **asdict(self.word_rows))

    def start_from(self, run: Path) -> None:
        """Takes over the rows that an earlier run has under the same names, with their moments."""
        names = (run / FEATURES).read_text(encoding="utf-8").split("\n")
        state = torch.load(run / "checkpoint.pt")
        earlier = {name: i for i, name in enumerate(names)}
        shared = [(i, earlier[name]) for i, name in enumerate(self.rows) if name in earlier]
        here, there = torch.tensor(shared).T
        self.table.mul_(0.1)  # rows the earlier run did not have start near zero
        for name in ("table", "second", "visits"):
            getattr(self, name)[here] = state[name][there]

    def words(self, ids: np.ndarray, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Rows (flat), their weights, and sizes for each word, with word dropout."""
        rows = self.word_rows
        whole = rows.whole[ids]
        parts, n_parts = gather(rows.parts, rows.part_offsets, ids)
        use_whole = whole >= 0
        if self.settings.word_dropout:
            use_whole &= ~((rng.random(len(ids)) < self.settings.word_dropout) & (n_parts > 0))
        stems, n_stems = gather(rows.stems, rows.stem_offsets, ids)
        n_used = np.where(use_whole, n_stems, n_parts)
        sizes = n_used + use_whole
        out = np.empty(int(sizes.sum()), dtype=np.int64)
        weights = np.repeat(np.maximum(n_used, 1) ** -0.5, sizes).astype(np.float32)
        last = np.cumsum(sizes)[use_whole] - 1  # a word's own row comes after those it shares
        out[last] = whole[use_whole]
        weights[last] = 1.0
        shared = np.ones(len(out), dtype=bool)
        shared[last] = False
        by_stems = np.repeat(use_whole, sizes)
        out[shared & by_stems] = stems[np.repeat(use_whole, n_stems)]
        out[shared & ~by_stems] = parts[np.repeat(~use_whole, n_parts)]
        return out, weights, sizes

    def update(self, rows: torch.Tensor, gradient: torch.Tensor, lr: float) -> None:
        """One step of Adam without momentum on these rows alone; each row counts its own steps."""
        visits = self.visits.index_select(0, rows).add_(1)
        self.visits.index_copy_(0, rows, visits)
        second = self.second.index_select(0, rows).mul_(0.999).addcmul_(gradient, gradient, value=0.001)
        self.second.index_copy_(0, rows, second)
        corrected = second.div_(1 - 0.999 ** visits[:, None]).sqrt_().add_(1e-8)
        self.table.index_add_(0, rows, gradient.div_(corrected), alpha=-lr)


def bag(ids: np.ndarray, sizes: np.ndarray, table: torch.Tensor, weights: np.ndarray | None = None) -> torch.Tensor:
    """Row i is the (weighted) sum of the table's rows that belong to i."""
    offsets = torch.from_numpy(np.cumsum(sizes) - sizes)
    scale = None if weights is None else torch.from_numpy(weights)
    return F.embedding_bag(torch.from_numpy(ids), table, offsets, mode="sum", per_sample_weights=scale)


def same_texts(ids: np.ndarray, sizes: np.ndarray, code: np.ndarray) -> list[tuple[int, int]]:
    """Index pairs of sentences that hold the same words; mostly few."""
    sums = np.add.reduceat(code[ids], np.cumsum(sizes) - sizes)
    order = np.argsort(sums, kind="stable")
    groups = np.split(order, np.flatnonzero(np.diff(sums[order])) + 1)
    return [(i, j) for group in groups if 1 < len(group) < 200 for i in group for j in group if i != j]


def contrast(
    left: torch.Tensor, right: torch.Tensor, twins: list[tuple[int, int]], settings: Settings
) -> tuple[float, torch.Tensor, torch.Tensor]:
    """Softmax loss both ways, and its gradients for both sides.

    `left` holds n unit rows, `right` their n partners and then extra negatives. Written out because autograd keeps
    and passes over the (n, n) matrices some ten times more often, and in bfloat16 because the products dominate.
    """
    n, scale = len(left), settings.scale
    low_left, low_right = left.bfloat16(), right.bfloat16()
    shares = (low_left @ low_right.T).float()
    diagonal = shares.diagonal()
    diagonal.sub_(settings.margin)
    matched = diagonal.mean().item() * scale
    shares.sub_(1.0).mul_(scale).exp_()  # cosines are at most 1, so nothing overflows
    if twins:
        index = torch.tensor(twins).T
        shares[index[0], index[1]] = 0.0
    across, down = shares.sum(1), shares[:, :n].sum(0)
    loss = (across.log().mean() + down.log().mean()).item() + 2 * (scale - matched)
    by_row = across.reciprocal()[:, None]
    shares[:, n:].mul_(by_row)
    shares[:, :n].mul_(by_row + down.reciprocal())
    diagonal.sub_(2.0)
    low = shares.mul_(scale / n).bfloat16()
    return loss, (low @ low_right).float(), (low.T @ low_left).float()


def embed(
    model: Model, tokens: np.ndarray, sizes: np.ndarray, rng: np.random.Generator
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """The rows touched, the leaf that holds them, and (n, dim) unit vectors of the sentences."""
    words, position = np.unique(tokens, return_inverse=True)
    flat, weights, word_sizes = model.words(words, rng)
    rows, local = np.unique(flat, return_inverse=True)
    index = torch.from_numpy(rows)
    leaf = model.table.index_select(0, index).requires_grad_()
    vectors = bag(position.astype(np.int64), sizes, bag(local.astype(np.int64), word_sizes, leaf, weights))
    return index, leaf, F.normalize(vectors, dim=1)


def step_loss(
    model: Model, batch: Batch, corpus: Corpus, numbers: np.ndarray, code: np.ndarray, rng: np.random.Generator
) -> tuple[float, torch.Tensor, torch.Tensor]:
    """The loss of a batch, the rows it touched and the gradient for them."""
    settings = model.settings
    foreign, foreign_sizes, english, english_sizes, _ = batch
    n = len(foreign_sizes)
    extra, extra_sizes = np.zeros(0, np.int32), np.zeros(0, np.int64)
    if settings.swaps:
        extra, extra_sizes, _ = swap_words(
            english, english_sizes, corpus.weights, numbers, round(settings.swaps * n), rng
        )
    tokens = np.concatenate([foreign, english, extra])
    sizes = np.concatenate([foreign_sizes, english_sizes, extra_sizes])
    row_index, leaf, unit = embed(model, tokens, sizes, rng)
    fixed = unit.detach()
    twins = same_texts(foreign, foreign_sizes, code) + same_texts(english, english_sizes, code)
    loss, left, right = contrast(fixed[:n], fixed[n:], twins, settings)
    if settings.centre:
        gap = (fixed[:n].mean(0) - fixed[n : 2 * n].mean(0)) * (settings.centre / n)
        left += gap
        right[:n] -= gap
    torch.autograd.backward(unit, torch.cat([left, right]))
    assert leaf.grad is not None
    return loss, row_index, leaf.grad


def judged_step(
    model: Model, judged: Judged, rng: np.random.Generator, n: int = 512
) -> tuple[float, torch.Tensor, torch.Tensor]:
    """One less the correlation of cosine and judgement in one language pair, and its gradient."""
    (source, source_sizes, target, target_sizes, _), z = judged.sample(n, rng)
    rows, leaf, unit = embed(model, np.concatenate([source, target]), np.concatenate([source_sizes, target_sizes]), rng)
    cosines = (unit[: len(z)] * unit[len(z) :]).sum(1)
    pearson = F.cosine_similarity(cosines - cosines.mean(), z - z.mean(), dim=0)
    torch.autograd.backward((1 - pearson) * model.settings.judged)
    assert leaf.grad is not None
    return 1 - pearson.item(), rows, leaf.grad


def save(model: Model, out: Path) -> None:
    temporary = out / "checkpoint.tmp"
    torch.save({"table": model.table, "visits": model.visits, "second": model.second, "step": model.step}, temporary)
    temporary.replace(out / "checkpoint.pt")


def train(
    settings: Settings,
    data: Path,
    out: Path,
    langs: list[str] | None,
    checkpoint_every: int,
    judged_folder: Path | None,
    init: Path | None,
) -> None:
    out.mkdir(parents=True, exist_ok=True)
    corpus = load_corpus(data, langs)
    names = out / FEATURES
    if names.exists():
        rows = names.read_text(encoding="utf-8").split("\n")
    else:
        rows = choose_features(corpus, settings.sizes)
        names.write_text("\n".join(rows), encoding="utf-8")
    (out / "settings.json").write_text(json.dumps(asdict(settings), indent=1))
    model = Model(corpus, rows, settings, out / "feature_rows.npz")
    if (out / "checkpoint.pt").exists():
        state = torch.load(out / "checkpoint.pt")
        model.table, model.visits, model.second, model.step = (state[k] for k in ("table", "visits", "second", "step"))
    elif init is not None:
        model.start_from(init)
    code = np.random.default_rng(0).integers(-(2**62), 2**62, size=len(corpus.keys), dtype=np.int64)
    numbers = np.array([key[0] == "#" for key in corpus.keys])
    rng = np.random.default_rng([settings.seed, model.step])
    batches = Batches(corpus, settings, rng)
    judgements = read_judgements(judged_folder, corpus.ids) if settings.judged and judged_folder else []
    average, agreement, started = 0.0, 0.0, time.time()
    bar = tqdm(range(model.step, settings.steps), initial=model.step, total=settings.steps, mininterval=5)
    for step in bar:
        progress = max(0.0, step - settings.warmup) / max(1, settings.steps - settings.warmup)
        lr = settings.lr * min(1.0, (step + 1) / settings.warmup, settings.final_lr + (1 - progress))
        loss, index, gradient = step_loss(model, batches.next(), corpus, numbers, code, rng)
        model.update(index, gradient, lr)
        if judgements and step % settings.judged_every == 0:
            judged = judgements[int(rng.integers(len(judgements)))]
            miss, index, gradient = judged_step(model, judged, rng)
            model.update(index, gradient, lr)
            agreement += ((1 - miss) - agreement) * 0.02
        model.step = step + 1
        average += (loss - average) * (0.02 if step > model.settings.warmup else 0.2)
        bar.set_postfix(loss=f"{average:.3f}", r=f"{agreement:.3f}")
        if (step + 1) % checkpoint_every == 0:
            save(model, out)
    np.save(out / "table.npy", model.table.numpy())
    save(model, out)
    print(f"{settings.steps} steps in {time.time() - started:.0f} s, loss {average:.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder written by training.encoder.prepare")
    parser.add_argument("--out", type=Path, required=True, help="run folder; a checkpoint in it is continued")
    parser.add_argument("--judged-data", type=Path, help="MLQE-PE's folder; without it no judgements are used")
    parser.add_argument("--init-from", type=Path, help="an earlier run whose rows are taken over by name")
    parser.add_argument("--langs", nargs="*", help="train on these alone")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--checkpoint-every", type=int, default=1000)
    defaults = Settings()
    for name, value in asdict(defaults).items():
        if not isinstance(value, dict):
            parser.add_argument(f"--{name.replace('_', '-')}", type=type(value), default=value)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    settings = Settings(**{name: getattr(args, name) for name in asdict(defaults) if hasattr(args, name)})
    train(settings, args.data, args.out, args.langs, args.checkpoint_every, args.judged_data, args.init_from)


if __name__ == "__main__":
    main()
