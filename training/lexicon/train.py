"""Make `mtcheck/models/lexicon-v1`: word translation probabilities between English and eleven languages.

    python -m training.lexicon.train ../shared/data            # some minutes on one core

IBM model 1 with the prior of fast_align for the diagonal, both directions, on the parallel text that the encoder is
trained on, without the post-edits of MLQE-PE: what the quality model is trained on must be unseen.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from mtcheck.data import FloatArray, IntArray
from mtcheck.encode_words import run_pattern, split_run
from mtcheck.lexicon import EMBEDDED, FORMAT, STEP, pack_words, unit_names
from training.encoder.prepare import development_sentences, kept_share, read_pairs

LANGS = ("ru", "de", "zh", "ro", "et", "cs", "uk", "fr", "es", "it", "pl")
MOST_PAIRS = 120_000  # of a language
LONGEST = 40  # units of a side
UNITS = 16_000  # of a language, prefixes included
RAREST = 4  # times a unit must occur
ROUNDS = 5
NULL = 0.08  # prior of a word that no word of the other side explains
TENSION = 4.0  # how much the prior prefers the diagonal (fast_align's starting value)
LOWEST = 0.004  # probability, in the better direction, of what is stored
FEWEST = 1.5  # expected times that an entry was used
MOST_ENTRIES = 70_000

Side = list[IntArray]


def keys_of(text: str, known: dict[str, tuple[str, ...]]) -> list[str]:
    """The words of a text that a lexicon may know."""
    found: list[str] = []
    for run in run_pattern().findall(text):
        if run not in known:
            known[run] = tuple(key for _, _, key in split_run(run) if unit_names(key))
        found.extend(known[run])
    return found[:LONGEST]


def sample(data: Path, lang: str, banned: set[str], most: int, seed: int) -> list[tuple[str, str]]:
    """Foreign text and English, origins balanced as for the encoder."""
    rng = random.Random(f"{seed}-{lang}")
    by_origin: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for origin, foreign, english in read_pairs(data / "train" / f"{lang}-en.tsv.xz", banned):
        by_origin[origin].append((foreign, english))
    pairs: list[tuple[str, str]] = []
    for origin, own in sorted(by_origin.items()):
        pairs += rng.sample(own, max(1, round(len(own) * kept_share(origin, len(own)))))
    return rng.sample(pairs, min(most, len(pairs)))


def vocabulary(texts: list[list[str]]) -> dict[str, int]:
    """Numbers, from 1 on, of the units that are kept: frequent words, and prefixes of the others."""
    counts = Counter(key for text in texts for key in text)
    whole: Counter[str] = Counter()
    for key, count in counts.items():
        whole[unit_names(key)[0]] += count
    frequent = {name for name, count in whole.most_common(UNITS * 3 // 4) if count >= 2 * RAREST}
    rest: Counter[str] = Counter()
    for key, count in counts.items():
        ways = unit_names(key)
        if ways[0] not in frequent:
            rest[ways[-1]] += count
    names = sorted(frequent | {name for name, count in rest.most_common(UNITS - len(frequent)) if count >= RAREST})
    return {name: number for number, name in enumerate(names, 1)}


def numbered(texts: list[list[str]], units: dict[str, int]) -> Side:
    """Units of each text; what has none is left out."""
    known: dict[str, int] = {}
    for text in texts:
        for key in text:
            if key not in known:
                known[key] = next((units[name] for name in unit_names(key) if name in units), 0)
    return [np.array([unit for unit in map(known.__getitem__, text) if unit], dtype=np.int64) for text in texts]


def cells(source: Side, target: Side) -> tuple[IntArray, IntArray, FloatArray]:
    """All (source, target) pairs of units within pairs of texts: keys, the target word each belongs to, and the prior
    of the place.
    """
    keys, owners, priors = [], [], []
    first = 0
    for s, t in zip(source, target, strict=True):
        if not len(s) or not len(t):
            continue
        keys.append(((s[None, :] << 32) | t[:, None]).ravel())
        owners.append(np.repeat(np.arange(first, first + len(t)), len(s)))
        place = np.abs((np.arange(len(s)) + 0.5)[None, :] / len(s) - (np.arange(len(t)) + 0.5)[:, None] / len(t))
        prior = np.exp(-TENSION * place)
        priors.append(((1 - NULL) * prior / prior.sum(axis=1, keepdims=True)).ravel().astype(np.float32))
        first += len(t)
    return np.concatenate(keys), np.concatenate(owners).astype(np.int32), np.concatenate(priors)


def translate(source: Side, target: Side) -> tuple[IntArray, FloatArray, FloatArray]:
    """Keys (source << 32 | target), p(target | source), and the expected count of each."""
    keys, owners, priors = cells(source, target)
    entries, places = np.unique(keys, return_inverse=True)
    places = places.astype(np.int32)
    givers, takers = entries >> 32, entries & 0xFFFFFFFF
    every = np.concatenate(target)
    usual = np.bincount(every, minlength=int(takers.max()) + 1) / len(every)
    null = NULL * usual[takers]
    probability = np.full(len(entries), 1e-3, dtype=np.float32)
    n_owners = int(owners[-1]) + 1
    null_of = np.zeros(n_owners, dtype=np.float32)
    null_of[owners] = null[places]
    counts = np.zeros(0, dtype=np.float32)
    for _ in range(ROUNDS):
        share = priors * probability[places]
        share /= (np.bincount(owners, share, n_owners).astype(np.float32) + null_of)[owners]
        counts = np.bincount(places, share, len(entries)).astype(np.float32)
        total = np.bincount(givers, counts)
        probability = (counts / (total[givers] + 1e-9)).astype(np.float32)
    return entries, probability, counts


def joined(
    there: tuple[IntArray, FloatArray, FloatArray], back: tuple[IntArray, FloatArray, FloatArray]
) -> tuple[IntArray, FloatArray, FloatArray]:
    """Keys (foreign << 32 | English) with p(English | foreign) and p(foreign | English), the likeliest of them."""
    keys, english_given, used = there
    turned = ((back[0] & 0xFFFFFFFF) << 32) | (back[0] >> 32)
    order = np.argsort(turned)
    assert (turned[order] == keys).all()
    foreign_given, used_back = back[1][order], back[2][order]
    best = np.maximum(english_given, foreign_given)
    kept = (np.maximum(used, used_back) >= FEWEST) & (best >= LOWEST)
    if kept.sum() > MOST_ENTRIES:
        # What it is worth: how often it is used, times how sure.
        worth = np.where(kept, np.maximum(used, used_back) * best, -1)
        kept = worth >= np.partition(worth, -MOST_ENTRIES)[-MOST_ENTRIES]
    return keys[kept], english_given[kept], foreign_given[kept]


def byte(log: npt.NDArray[np.floating]) -> npt.NDArray[np.uint8]:
    """-log in eighths of nats."""
    return np.clip(np.round(-log * STEP), 0, 255).astype(np.uint8)


def rarity(side: Side, size: int) -> npt.NDArray[np.uint8]:
    """Of units 1 to `size`."""
    counts = np.bincount(np.concatenate(side), minlength=size + 1)[1:]
    return byte(np.log(np.maximum(counts, 0.5) / counts.sum()))


def make(data: Path, lang: str, banned: set[str], out: Path, most: int, seed: int) -> str:
    """Write one language's table; a line about it."""
    started = time.process_time()
    pairs = sample(data, lang, banned, most, seed)
    known: dict[str, tuple[str, ...]] = {}
    texts = [[keys_of(pair[side], known) for pair in pairs] for side in (0, 1)]
    units = [vocabulary(side) for side in texts]
    foreign, english = (numbered(side, own) for side, own in zip(texts, units, strict=True))
    keys, english_given, foreign_given = joined(translate(foreign, english), translate(english, foreign))
    path = out / f"{lang}.npz"
    tensors: dict[str, npt.NDArray[Any]] = {
        "format": np.array(FORMAT),
        "counts": np.bincount((keys >> 32) - 1, minlength=len(units[0])).astype(np.uint16),
        "english": (keys & 0xFFFFFFFF).astype(np.uint16),
        "english_given": byte(np.log(english_given + 1e-12)),
        "foreign_given": byte(np.log(foreign_given + 1e-12)),
    }
    for name, side, own in zip(("foreign", "english"), (foreign, english), units, strict=True):
        tensors |= {f"{name}.words": pack_words(list(own)), f"{name}.rarity": rarity(side, len(own))}
    np.savez_compressed(path, allow_pickle=False, **tensors)
    return (
        f"| {lang} | {len(pairs):,} | {len(units[0]):,} | {len(units[1]):,} | {len(keys):,} | "
        f"{path.stat().st_size / 1e3:.0f} kB | {time.process_time() - started:.0f} s |"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="the shared data folder")
    parser.add_argument("--out", type=Path, default=EMBEDDED)
    parser.add_argument("--langs", default=",".join(LANGS))
    parser.add_argument("--pairs", type=int, default=MOST_PAIRS)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    banned = development_sentences(args.data / "dev" / "pud")
    for lang in args.langs.split(","):
        print(make(args.data, lang, banned, args.out, args.pairs, args.seed), flush=True)


if __name__ == "__main__":
    main()
