"""Strict and lax precision, recall and F1 of an alignment against gold beads, as Vecalign's scorer counts them."""

from __future__ import annotations

import lzma
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.align.synthetic import Beads
from mtcheck.data import Segment


@dataclass
class Counts:
    """Right and all beads: of the test (null beads too) and of the gold (null beads left out), strict and lax."""

    precise: int = 0
    precise_lax: int = 0
    tested: int = 0
    recalled: int = 0
    recalled_lax: int = 0
    wanted: int = 0

    def add(self, other: Counts) -> None:
        """Pools the counts of another document."""
        for name in vars(other):
            setattr(self, name, getattr(self, name) + getattr(other, name))

    @property
    def strict(self) -> tuple[float, float, float]:
        """Precision, recall, F1."""
        return _f1(self.precise, self.tested, self.recalled, self.wanted)

    @property
    def lax(self) -> tuple[float, float, float]:
        """The same, a bead being right where it shares a source and a target segment with a bead of the other."""
        return _f1(self.precise_lax, self.tested, self.recalled_lax, self.wanted)


def _f1(right: int, tested: int, recalled: int, wanted: int) -> tuple[float, float, float]:
    precision = right / tested if tested else 1.0
    recall = recalled / wanted if wanted else 1.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def count(test: Beads, gold: Beads) -> Counts:
    """Compares two lists of beads; null beads hold one segment each."""
    full = [bead for bead in gold if all(bead)]
    precise, precise_lax = _matches(test, gold)
    recalled, recalled_lax = _matches(full, test)
    return Counts(precise, precise_lax, len(test), recalled, recalled_lax, len(full))


def _matches(beads: Beads, others: Beads) -> tuple[int, int]:
    exact = set(others)
    linked: dict[int, set[int]] = defaultdict(set)
    for source, target in others:
        for i in source:
            linked[i].update(target)
    strict = lax = 0
    for source, target in beads:
        hit = (source, target) in exact
        strict += hit
        lax += hit or any(j in linked[i] for i in source for j in target)
    return strict, lax


def read_text_berg(data: Path) -> tuple[list[Segment], list[Segment], Beads]:
    """The German-French development document: segments of both sides and gold beads, null beads of one segment."""
    folder = data / "dev" / "textberg"
    sides = []
    for name in ("dev.de.xz", "dev.fr.xz"):
        with lzma.open(folder / name, "rt", encoding="utf-8") as file:
            sides.append(as_segments(line.strip() for line in file))
    with lzma.open(folder / "dev.defr.xz", "rt", encoding="utf-8") as file:
        gold = []
        for line in file:
            left, right = (tuple(map(int, re.findall(r"\d+", part))) for part in line.split(":")[:2])
            if left and right:
                gold.append((left, right))
            else:
                gold.extend(((i,), ()) for i in left)
                gold.extend(((), (j,)) for j in right)
    return sides[0], sides[1], gold


def as_segments(lines: Iterable[str]) -> list[Segment]:
    """Lines as segments of one paragraph, one a line, offsets as if joined by line feeds."""
    out, at = [], 0
    for index, line in enumerate(lines):
        out.append(Segment(index=index, text=line, start=at, end=at + len(line), line=index + 1))
        at += len(line) + 1
    return out
