"""Packed tables of words: a damaged file is told in one line."""

from __future__ import annotations

from pathlib import Path

import pytest
import zstandard

from mtcheck.errors import ModelError
from mtcheck.rules.words.lists import unpacked


def test_a_packed_table_is_read(tmp_path: Path) -> None:
    path = tmp_path / "xx.zst"
    path.write_bytes(zstandard.ZstdCompressor().compress("слово\n".encode()))
    assert unpacked(path) == "слово\n"


@pytest.mark.parametrize("damage", ["cut", "garbage", "legacy"])
def test_a_damaged_table_is_a_model_error(tmp_path: Path, damage: str) -> None:
    whole = zstandard.ZstdCompressor().compress(("слово " * 500).encode("cp1251" if damage == "legacy" else "utf-8"))
    path = tmp_path / "xx.zst"
    path.write_bytes({"cut": whole[:20], "garbage": b"no zstd", "legacy": whole}[damage])
    with pytest.raises(ModelError, match="not a readable table"):
        unpacked(path)
