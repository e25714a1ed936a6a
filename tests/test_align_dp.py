from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from mtcheck.align_dp import Band, Potentials, best_path, expected_beads, posterior

TYPES = ((1, 1), (1, 2), (2, 1), (2, 2))
Path = list[tuple[int, int]]


def all_paths(band: Band, pot: Potentials) -> list[tuple[float, Path]]:
    """Every alignment in the band and its log-weight, by plain recursion."""
    n, m = band.n_rows - 1, band.n_target

    def inside(i: int, j: int) -> bool:
        return i <= n and bool(band.lo[i] <= j < band.hi[i])

    def walk(i: int, j: int, state: int, score: float, path: Path) -> Iterator[tuple[float, Path]]:
        if (i, j) == (n, m):
            yield score, path
        for t, (a, b) in enumerate(TYPES):
            if inside(i + a, j + b):
                weight = float(pot.match[t, band.at(i + a, j + b)])
                yield from walk(i + a, j + b, 0, score + weight, [*path, (a, b)])
        if state != 2 and inside(i + 1, j):
            cost = pot.gap_source[i] + (0 if state == 1 else pot.gap_open)
            yield from walk(i + 1, j, 1, score + cost, [*path, (1, 0)])
        if inside(i, j + 1):
            cost = pot.gap_target[j] + (0 if state == 2 else pot.gap_open)
            yield from walk(i, j + 1, 2, score + cost, [*path, (0, 1)])

    return list(walk(0, 0, 0, 0.0, []))


def places(path: Path) -> list[tuple[str, int, int, int, int]]:
    """What identifies each bead; a null bead is its segment, wherever the path passes it."""
    out = []
    i = j = 0
    for n, m in path:
        out.append(("bead", i, j, n, m) if n and m else ("source", i, 0, 0, 0) if n else ("target", 0, j, 0, 0))
        i, j = i + n, j + m
    return out


@pytest.mark.parametrize("size", [(0, 0), (0, 3), (3, 0), (1, 1), (3, 4), (4, 4), (5, 3)])
@pytest.mark.parametrize("banded", [False, True])
@pytest.mark.parametrize("seed", [0, 1, 2])
def test_best_path_and_posteriors_against_enumeration(size: tuple[int, int], banded: bool, seed: int) -> None:
    n, m = size
    rng = np.random.default_rng(seed)
    middle = np.arange(n + 1) * m // max(n, 1)
    band = Band(middle - 1, middle + 2, m) if banded else Band.full(n, m)
    pot = Potentials(
        types=TYPES,
        match=rng.normal(size=(4, band.n_cells)).astype(np.float32),
        gap_source=rng.normal(size=n) - 0.5,
        gap_target=rng.normal(size=m) - 0.5,
        gap_open=-0.7,
    )
    paths = all_paths(band, pot)
    best = best_path(band, pot)
    assert best == max(paths, key=lambda entry: entry[0])[1]
    total = np.logaddexp.reduce([score for score, _ in paths])
    share: dict[tuple[str, int, int, int, int], float] = {}
    for score, path in paths:
        for place in places(path):
            share[place] = share.get(place, 0.0) + float(np.exp(score - total))
    found = posterior(band, pot, best)
    assert found.beads == pytest.approx([share[place] for place in places(best)], abs=1e-6)
    assert found.source_null == pytest.approx([share.get(("source", i, 0, 0, 0), 0.0) for i in range(n)], abs=1e-6)
    assert found.target_null == pytest.approx([share.get(("target", 0, j, 0, 0), 0.0) for j in range(m)], abs=1e-6)


def test_expected_beads_agree_with_posteriors_and_count_openings() -> None:
    rng = np.random.default_rng(4)
    band = Band.full(4, 4)
    pot = Potentials(
        types=TYPES,
        match=rng.normal(size=(4, band.n_cells)).astype(np.float32),
        gap_source=rng.normal(size=4),
        gap_target=rng.normal(size=4),
        gap_open=-0.2,
    )
    beads, source_null, target_null, openings, total = expected_beads(band, pot)
    paths = all_paths(band, pot)
    assert total == pytest.approx(np.logaddexp.reduce([score for score, _ in paths]))
    covered = source_null + np.zeros(4)
    for t, (n, m) in enumerate(TYPES):
        for i in range(n, 5):
            for j in range(m, 5):
                covered[i - n : i] += beads[t, band.at(i, j)]
    assert covered == pytest.approx(np.ones(4), abs=1e-5)
    runs = [
        (score, sum((step == (1, 0) and last != (1, 0)) or (step == (0, 1) and last != (0, 1))
                    for last, step in zip([(1, 1), *path], path, strict=False)))
        for score, path in paths
    ]  # fmt: skip
    assert openings == pytest.approx(sum(np.exp(score - total) * count for score, count in runs), abs=1e-3)
    assert target_null.min() >= 0


def test_band_is_repaired_to_be_passable() -> None:
    band = Band(np.array([0, 5, 1, 9]), np.array([1, 6, 2, 10]), 9)
    assert band.lo[0] == 0
    assert band.hi[-1] == 10
    assert (np.diff(band.lo) >= 0).all()
    assert (np.diff(band.hi) >= 0).all()
    assert (band.hi[:-1] > band.lo[1:]).all()


def test_ties_are_broken_the_same_way_every_time() -> None:
    band = Band.full(3, 3)
    pot = Potentials(
        types=TYPES,
        match=np.zeros((4, band.n_cells), np.float32),
        gap_source=np.zeros(3),
        gap_target=np.zeros(3),
        gap_open=0.0,
    )
    assert len({tuple(best_path(band, pot)) for _ in range(5)}) == 1
