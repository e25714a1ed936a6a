"""Judged records (`training.critic.judged`) to packed rows."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from training.critic.batches import MOST, Example, Packer, lines_of
from training.critic.model import END, SOURCE, TARGET

Array = npt.NDArray[Any]
WEIGHTS = {"mlqe": 1.0, "human": 0.3}  # of the direct assessment; damage has DAMAGED
DAMAGED = 0.3
LEAST_APART = 0.2  # of z, between two that are ranked; MQM penalties: LEAST_POINTS
LEAST_POINTS = 2.0
KIND_SHARES = {"mlqe": 2.0, "mqm": 1.0, "critical": 0.7}  # how often a group is drawn in an epoch


def labels_of(offsets: list[tuple[int, int]], spans: list[tuple[int, int]] | None) -> Array:
    """1 for tokens that overlap a span (or hold its place), 0 for others, -1 for all where spans are not known."""
    if spans is None:
        return np.full(len(offsets), -1, np.int8)
    marks = [any(a < end and start < b for start, end in spans) for a, b in offsets]
    return np.array(marks, dtype=np.int8)


def gaps_of(offsets: list[tuple[int, int]], gaps: list[tuple[int, int]] | None, length: int) -> Array:
    """One label a token and one for the end: is something missing before it?"""
    if gaps is None:
        return np.full(len(offsets) + 1, -1, np.int8)
    places = {place for place, _ in gaps}
    found = np.zeros(len(offsets) + 1, np.int8)
    for i, (a, b) in enumerate(offsets):
        found[i] = any(a <= place < b for place in places)
    found[-1] = length in places
    return found


class Judged:
    """All records, tokenized."""

    def __init__(self, path: Path, tokenizer: Path) -> None:
        self.records = [json.loads(line) for line in lines_of(path)]
        reader = Tokenizer.from_file(str(tokenizer))
        self.sides: list[list[tuple[Array, list[tuple[int, int]]]]] = []
        for name in ("source", "target"):
            texts = [record[name] for record in self.records]
            found = []
            for at in range(0, len(texts), 20_000):
                found += [
                    (np.array(encoding.ids[:MOST], np.int64), encoding.offsets[:MOST])
                    for encoding in reader.encode_batch(texts[at : at + 20_000], add_special_tokens=False)
                ]
            self.sides.append(found)
        groups: dict[str, list[int]] = {}
        for number, record in enumerate(self.records):
            groups.setdefault(record["group"], []).append(number)
        self.groups = list(groups.values())
        shares = [KIND_SHARES.get(self.records[members[0]]["kind"], 0.7) for members in self.groups]
        self.chances = np.array(shares) / np.sum(shares)

    def example(self, number: int) -> tuple[Example, dict[str, Array]]:
        """Ids and labels of one record."""
        record = self.records[number]
        (source, source_offsets), (target, offsets) = self.sides[0][number], self.sides[1][number]
        n = len(target) + 2
        nothing = np.zeros(n, bool)
        example = Example(np.concatenate([[TARGET], target, [END]]), np.concatenate([[SOURCE], source, [END]]),
                          nothing, nothing, nothing, np.zeros(0, np.int64), number)  # fmt: skip
        none = np.full(1, -1, np.int8)
        bad = np.concatenate([none, labels_of(offsets, record["bad"]), none])
        gap = np.concatenate([none, gaps_of(offsets, record["gaps"], len(record["target"]))])
        source_bad = np.concatenate([none, labels_of(source_offsets, record["source_bad"]), none])
        return example, {"bad": bad, "gap": gap, "source_bad": source_bad}

    def pack(self, numbers: Iterator[list[int]], rows: int, n_pairs: int, n_ranked: int) -> dict[str, Array] | None:
        """The next batch of whole groups; None when there are no more."""
        packer = Packer(rows)
        shape = packer.batch["ids"].shape
        labels = {name: np.full(shape, -1, np.int8).ravel() for name in ("bad", "gap", "source_bad")}
        used: list[int] = []
        ranked: list[tuple[int, int]] = []
        room = rows * packer.length * 0.9
        while room > 0 and packer.n_pairs < n_pairs - 40:
            members = next(numbers, None)
            if members is None:
                break
            places = []
            for number in members[:16]:
                example, words = self.example(number)
                before = packer.n_pairs
                if packer.add(example) and packer.n_pairs > before:
                    at, n = packer.members[-1][:2]
                    labels["bad"][at : at + n], labels["gap"][at : at + n] = words["bad"], words["gap"]
                    labels["source_bad"][at + n : at + n + len(words["source_bad"])] = words["source_bad"]
                    used.append(number)
                    places.append((packer.n_pairs, self.records[number]))
                    room -= n + len(words["source_bad"])
            ranked += ranks(places)
        if not used:
            return None
        batch = {name: packer.batch[name] for name in ("ids", "positions", "role", "side", "pair")}
        batch |= {name: value.reshape(shape) for name, value in labels.items()}
        batch["members"] = np.zeros((n_pairs, 6), np.int64)
        batch["members"][1 : 1 + len(packer.members)] = packer.members
        for name in ("z", "penalty", "critical"):
            batch[name] = np.full(n_pairs, np.nan, np.float32)
            values = [self.records[i][name] for i in used]
            batch[name][1 : 1 + len(used)] = [np.nan if v is None else v for v in values]
        batch["weight"] = np.ones(n_pairs, np.float32)
        batch["weight"][1 : 1 + len(used)] = [WEIGHTS.get(self.records[i]["kind"], DAMAGED) for i in used]
        chosen = np.zeros((n_ranked, 2), np.int64)
        chosen[: len(ranked)] = np.array(ranked[:n_ranked], np.int64).reshape(-1, 2)
        batch["better"], batch["worse"] = chosen[:, 0], chosen[:, 1]
        batch["ranked"] = np.arange(n_ranked) < len(ranked)
        return batch

    def draw(self, seed: int) -> Iterator[list[int]]:
        """Groups without end, by their shares."""
        rng = np.random.default_rng(seed)
        while True:
            for number in rng.choice(len(self.groups), 4096, p=self.chances):
                members = self.groups[int(number)]
                yield [members[i] for i in rng.permutation(len(members))]


def ranks(places: list[tuple[int, dict[str, Any]]]) -> list[tuple[int, int]]:
    """(better, worse) among records of one source."""
    found = []
    for a, first in places:
        for b, second in places:
            if (first["z"] is not None and second["z"] is not None and first["z"] - second["z"] > LEAST_APART) or (
                first["penalty"] is not None
                and second["penalty"] is not None
                and second["penalty"] - first["penalty"] >= LEAST_POINTS
            ):
                found.append((a, b))
    return found
