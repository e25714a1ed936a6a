"""The fresh articles of benchmarks/garble: their marks are read as they were meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.garble import fresh

N_PAIRS = range(12, 21)
ARTICLES = sorted(Path(fresh.__file__).parent.glob("fresh*/*.toml"))


def test_marks_are_taken_out_and_remembered() -> None:
    text, faults = fresh.unmarked("a ⟦x-y|bc⟧ d⟦z| .⟧", "target")
    assert text == "a bc d ."
    assert [(f.kind, text[f.start : f.end]) for f in faults] == [("x-y", "bc"), ("z", " .")]


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_article(path: Path) -> None:
    pairs, faults = fresh.article(path)
    assert len(pairs) == len(faults)
    assert len(pairs) in N_PAIRS
    assert sum(map(len, faults)) >= 10
    for pair, marked in zip(pairs, faults, strict=True):
        assert not set(pair.source + pair.target) & set("⟦⟧")
        for fault in marked:
            text = pair.source if fault.side == "source" else pair.target
            assert 0 <= fault.start < fault.end <= len(text)
