"""Train the critic: exercises first, then human judgements mixed with exercises.

    python -m training.critic.pack ../shared/data --out work/critic
    python -m training.critic.train --data work/critic --out work/critic/run --steps 4293 --judged-steps 520

Meant for one GPU (nine minutes on an H200); `--tiny` is a run of a minute on a CPU that shows that all of it works.
"""

from __future__ import annotations

import argparse
import json
import math
import multiprocessing as mp
import time
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer

from training.critic.batches import Corpus, Drawer, batches
from training.critic.judged_batches import Judged
from training.critic.losses import JUDGED_WEIGHTS, WEIGHTS, exercise_losses, judged_losses, total
from training.critic.model import Critic, Generator, Size

WARM_UP = 0.03
KEEP_EXERCISING = 0.1  # weight of an exercise batch beside every second judged one


def word_starts(path: Path) -> np.ndarray[Any, Any]:
    """Whether a token begins a word: a space, a digit, a sign, or a letter of a script without spaces."""
    tokenizer = Tokenizer.from_file(str(path))
    found = np.ones(tokenizer.get_vocab_size(), bool)
    for token, number in tokenizer.get_vocab().items():
        text = tokenizer.decode([number])
        latin_like = text[:1].isalpha() and not ("\u0e00" <= text[:1] <= "\u0e7f" or text[:1] >= "\u2e80")
        found[number] = token.startswith("Ġ") or not (latin_like or "\ufffd" in text)
    return found


def feed(drawer: Drawer, seed: int, shape: tuple[int, int, int], queue: Any) -> None:
    """A worker: batches into the queue, for ever."""
    torch.set_num_threads(1)
    drawer.rng = np.random.default_rng(seed)
    for batch in batches(drawer, *shape):
        queue.put(batch)


def feed_judged(data: Path, seed: int, rows: int, n_pairs: int, queue: Any) -> None:
    """A worker for judged batches; it reads the records itself, while the exercises run."""
    torch.set_num_threads(1)
    judged = Judged(data / "judged.jsonl.xz", data / "tokenizer.json")
    numbers = judged.draw(seed)
    while True:
        queue.put(judged.pack(numbers, rows, n_pairs, 4096))


def to_device(batch: dict[str, Any], device: torch.device) -> dict[str, torch.Tensor]:
    """As tensors; whole numbers as int64."""
    found = {}
    for name, value in batch.items():
        tensor = torch.from_numpy(value)
        if tensor.dtype in (torch.int32, torch.int8):
            tensor = tensor.long()
        found[name] = tensor.to(device, non_blocking=True)
    return found


def save(critic: Critic, folder: Path, name: str) -> None:
    """Half-precision weights in three files, each small enough to travel."""
    folder.mkdir(parents=True, exist_ok=True)
    state = {key.replace("_orig_mod.", ""): value for key, value in critic.state_dict().items()}
    parts: dict[str, dict[str, Any]] = {"table": {}, "lower": {}, "upper": {}}
    for key, value in state.items():
        part = "table" if key.startswith("table") else "lower" if key.startswith("lower") else "upper"
        parts[part][key] = value.detach().cpu().numpy().astype(np.float16)
    for part, tensors in parts.items():
        np.savez(folder / f"{name}-{part}.npz", allow_pickle=False, **tensors)


class Trainer:
    """Model, optimizer and clock."""

    def __init__(self, size: Size, generator: tuple[int, int, int], device: torch.device, seed: int) -> None:
        torch.manual_seed(seed)
        self.device = device
        self.critic = Critic(size).to(device)
        self.generator = Generator(self.critic.table, size, *generator).to(device)
        self.parameters = [*self.critic.parameters(), *self.generator.parameters()]
        matrices = [p for p in self.parameters if p.ndim >= 2]
        others = [p for p in self.parameters if p.ndim < 2]
        groups = [{"params": matrices, "weight_decay": 0.01}, {"params": others, "weight_decay": 0.0}]
        self.optimizer = torch.optim.AdamW(groups, lr=1e-3, betas=(0.9, 0.98), fused=device.type == "cuda")
        if device.type == "cuda":
            torch.set_float32_matmul_precision("high")
            self.critic.compile(dynamic=False)
            self.generator.compile(dynamic=False)

    def step(self, rate: float, losses: list[tuple[dict[str, torch.Tensor], dict[str, float], float]]) -> None:
        """One update from weighted losses."""
        for group in self.optimizer.param_groups:
            group["lr"] = rate
        self.optimizer.zero_grad(set_to_none=True)
        torch.stack([share * total(found, weights) for found, weights, share in losses]).sum().backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self.parameters, 1.0)
        self.optimizer.step()


def rate_at(step: int, steps: int, peak: float, last: float = 0.05) -> float:
    """Warm-up, then a cosine down to `last` of the peak."""
    warm = max(1, int(WARM_UP * steps))
    if step < warm:
        return peak * (step + 1) / warm
    share = (step - warm) / max(1, steps - warm)
    return peak * (last + (1 - last) * 0.5 * (1 + math.cos(math.pi * share)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=4293)
    parser.add_argument("--seconds", type=float, help="take as many steps as fit, measured on the first ones")
    parser.add_argument("--judged-steps", type=int, default=520)
    parser.add_argument("--rows", type=int, default=280)
    parser.add_argument("--peak", type=float, default=1.2e-3)
    parser.add_argument("--judged-peak", type=float, default=2.5e-4)
    parser.add_argument("--workers", type=int, default=13)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--tiny", action="store_true")
    args = parser.parse_args()
    started = time.time()
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    size = Size(width=64, heads=2, lower=1, upper=1, inner=128, rows=32) if args.tiny else Size()
    rows = 4 if args.tiny else args.rows
    n_pairs, n_masked = (96, 128) if args.tiny else (3072, 5120)
    corpus = Corpus.load(args.data, args.workers)
    n_pairs_read = sum(len(pairs.english) for pairs in corpus.parallel.values())
    print(f"read {n_pairs_read} pairs in {time.time() - started:.0f} s", flush=True)
    context = mp.get_context("fork")
    queue, judged_queue = context.Queue(64), context.Queue(16)
    drawer = Drawer(corpus, word_starts(args.data / "tokenizer.json"), args.seed)
    workers = [context.Process(target=feed, args=(drawer, 1000 * args.seed + i, (rows, n_pairs, n_masked), queue),
                               daemon=True) for i in range(args.workers)]  # fmt: skip
    workers += [context.Process(target=feed_judged, args=(args.data, 77 + i, rows, n_pairs, judged_queue), daemon=True)
                for i in range(2)]  # fmt: skip
    for worker in workers:
        worker.start()
    trainer = Trainer(size, (32, 1, 1) if args.tiny else (192, 3, 4), device, args.seed)
    count = sum(p.numel() for p in trainer.critic.parameters())
    print(f"{count / 1e6:.1f} M weights; {time.time() - started:.0f} s", flush=True)
    steps = args.steps
    log: list[dict[str, float]] = []
    sums: dict[str, torch.Tensor] = {}
    mark, step = time.time(), 0
    while step < steps:
        batch = to_device(queue.get(), device)
        with torch.autocast(device.type, torch.bfloat16):
            losses = exercise_losses(trainer.critic, trainer.generator, batch)
        trainer.step(rate_at(step, steps, args.peak), [(losses, WEIGHTS, 1.0)])
        for name, value in losses.items():
            sums[name] = sums.get(name, 0) + value.detach()
        step += 1
        if step == 20:
            mark = time.time()
            sums = {}
        elif step == 80 and args.seconds:
            each = (time.time() - mark) / 60
            steps = max(100, int((args.seconds - (time.time() - started)) / each))
            print(f"{each * 1000:.1f} ms a step: {steps} steps", flush=True)
        if step > 20 and (step % max(steps // 30, 1) == 0 or step == 80):
            n = max(1, step - (log[-1]["step"] if log else 20))
            row = {name: round(float(value) / n, 4) for name, value in sums.items()}
            log.append({"step": step, "seconds": round(time.time() - started), **row})
            sums = {}
            print(log[-1], f"queue {queue.qsize()}", flush=True)
    save(trainer.critic, args.out, "exercised")
    for step in range(args.judged_steps):
        with torch.autocast(device.type, torch.bfloat16):
            found = judged_losses(trainer.critic, to_device(judged_queue.get(), device))
            parts = [(found, JUDGED_WEIGHTS, 1.0)]
            if step % 2 == 0:
                exercises = exercise_losses(trainer.critic, trainer.generator, to_device(queue.get(), device))
                parts.append((exercises, WEIGHTS, KEEP_EXERCISING))
        trainer.step(rate_at(step, args.judged_steps, args.judged_peak), parts)
        if step % max(args.judged_steps // 8, 1) == 0:
            print(step, {name: round(float(value.detach()), 4) for name, value in found.items()},
                  f"{time.time() - started:.0f} s", flush=True)  # fmt: skip
    save(trainer.critic, args.out, "judged")
    print(f"saved {time.time() - started:.0f} s", flush=True)
    info = {"size": size.to_dict(), "steps": steps, "judged_steps": args.judged_steps, "rows": rows, "seed": args.seed,
            "peak": args.peak, "judged_peak": args.judged_peak, "log": log}  # fmt: skip
    (args.out / "info.json").write_text(json.dumps(info, indent=1))
    for worker in workers:
        worker.terminate()


if __name__ == "__main__":
    main()
