"""Every rule on long hostile text: it comes to an end, and flags lie inside. Times: benchmarks/garble/growth.py."""

from __future__ import annotations

import pytest

from benchmarks.garble.growth import PIECES
from mtcheck.data import Pair
from mtcheck.rules.registry import RuleSet

SIZE = 100_000


@pytest.mark.slow
@pytest.mark.parametrize("piece", PIECES, ids=ascii)
def test_long_runs_of_one_piece_come_to_an_end(piece: str) -> None:
    text = (piece * (SIZE // len(piece) + 1))[:SIZE]
    pair = Pair(index=0, source=text[::-1] + "8", target=text + "9", source_lang="ru", target_lang="en")
    for flag in RuleSet().check([pair])[0]:
        whole = pair.source if flag.side == "source" else pair.target
        assert flag.text == whole[flag.start : flag.end]
