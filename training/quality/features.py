"""Features of many items, with the flags of the rules kept on disk between runs (they do not depend on weights)."""

from __future__ import annotations

import hashlib
import pickle
import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path

import numpy as np

import mtcheck.rules
from mtcheck.data import Flag, FloatArray, FluencyResult, Pair
from mtcheck.encode import StaticEncoder
from mtcheck.fluency import load_fluency
from mtcheck.identify import identify_segments
from mtcheck.quality_features import BASE, NAMES, Usual, base_features, full_features
from mtcheck.quality_tables import Bags, tables_of
from mtcheck.quality_trees import Array
from mtcheck.rules import RuleSet
from mtcheck.rules.registry import Scope
from mtcheck.word_rows import WordRows
from training.quality.data import CACHE, Item

BATCH = 2048


@dataclass(frozen=True, slots=True)
class Raw:
    """What is known of items before languages are normalised."""

    pairs: list[Pair]
    base: FloatArray
    fluency: list[FluencyResult]
    flags: list[list[Flag]]


def prepare(items: Sequence[Item], encoder: StaticEncoder, bags: Bags, *, with_fluency: bool = True) -> Raw:
    """Features of the items, on two cores."""
    started = time.time()
    pairs = [
        Pair(index=i, source=it.source, target=it.target, source_lang=it.source_lang, target_lang=it.target_lang)
        for i, it in enumerate(items)
    ]
    flags = _flags(pairs)
    print(f"  flags {time.time() - started:.0f} s", file=sys.stderr)
    started = time.time()
    with ProcessPoolExecutor(1, mp_context=get_context("fork")) as pool:
        other = pool.submit(_fluency, pairs) if with_fluency else None
        base = _base(pairs, encoder, bags)
        fluency = other.result() if other else [FluencyResult(value=None, reason="left out")] * len(pairs)
    print(f"  matches and fluency {time.time() - started:.0f} s for {len(pairs)} pairs", file=sys.stderr)
    return Raw(pairs, base, fluency, flags)


def _base(pairs: Sequence[Pair], encoder: StaticEncoder, bags: Bags) -> FloatArray:
    base = np.zeros((len(pairs), len(BASE)), dtype=np.float32)
    by_direction: dict[tuple[str | None, str | None], list[int]] = defaultdict(list)
    for i, pair in enumerate(pairs):
        by_direction[pair.source_lang, pair.target_lang].append(i)
    for direction, members in by_direction.items():
        words = WordRows(encoder, tables_of(bags, *direction))
        for start in range(0, len(members), BATCH):
            some = members[start : start + BATCH]
            base[some] = base_features(words, [pairs[i] for i in some])
    return base


def _fluency(pairs: Sequence[Pair]) -> list[FluencyResult]:
    model = load_fluency()
    by_lang: dict[str | None, list[int]] = defaultdict(list)
    for i, pair in enumerate(pairs):
        by_lang[pair.target_lang].append(i)
    results = [FluencyResult(value=None)] * len(pairs)
    for lang, members in by_lang.items():
        for i, result in zip(members, model.score([pairs[i].target for i in members], lang), strict=True):
            results[i] = result
    return results


def _flags(pairs: Sequence[Pair]) -> list[list[Flag]]:
    rules = RuleSet(select=[r.code for r in RuleSet().rules if r.scope is Scope.PAIR])
    CACHE.mkdir(parents=True, exist_ok=True)
    store = CACHE / f"flags-{_rules_hash()}.pickle"
    known: dict[bytes, list[Flag]] = pickle.loads(store.read_bytes()) if store.is_file() else {}
    keys = [
        hashlib.sha256(f"{p.source_lang}\0{p.target_lang}\0{p.source}\0{p.target}".encode()).digest()[:16]
        for p in pairs
    ]
    by_direction: dict[tuple[str | None, str | None], list[int]] = defaultdict(list)
    for i, (pair, key) in enumerate(zip(pairs, keys, strict=True)):
        if key not in known:
            by_direction[pair.source_lang, pair.target_lang].append(i)
    for (source, target), members in by_direction.items():
        targets = identify_segments([pairs[i].target for i in members], expected=target, other=source)
        sources = identify_segments([pairs[i].source for i in members], expected=source, other=target)
        guessed = [
            replace(pairs[i], source_guess=s, target_guess=t) for i, s, t in zip(members, sources, targets, strict=True)
        ]
        for i, found in zip(members, rules.check(guessed), strict=True):
            known[keys[i]] = found
    if by_direction:
        store.write_bytes(pickle.dumps(known))
    return [known[key] for key in keys]


def _rules_hash() -> str:
    digest = hashlib.sha256()
    for path in sorted(Path(mtcheck.rules.__file__).parent.rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def rows_of(items: list[Item], raw: Raw, usual: Usual, unnamed: Array | None = None) -> FloatArray:
    """Features of all items; those of `unnamed` as if their other language than English were not known."""
    rows = np.zeros((len(items), len(NAMES)), dtype=np.float32)
    groups: dict[tuple[str, str], list[int]] = {}
    for i, item in enumerate(items):
        hidden = unnamed is not None and unnamed[i]
        source = item.source_lang if item.source_lang == "en" or not hidden else "?"
        target = item.target_lang if item.target_lang == "en" or not hidden else "?"
        groups.setdefault((source, target), []).append(i)
    for (source, target), members in groups.items():
        rows[members] = full_features(
            raw.base[members],
            [raw.pairs[i] for i in members],
            [raw.fluency[i] for i in members],
            [raw.flags[i] for i in members],
            usual,
            source,
            target,
        )
    return rows


def take(raw: Raw, members: list[int]) -> Raw:
    """Some items' features."""
    return Raw([raw.pairs[i] for i in members], raw.base[members],
               [raw.fluency[i] for i in members], [raw.flags[i] for i in members])  # fmt: skip
