"""Texts as code points in numpy, and tables over them that are filled as characters come."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

import numpy as np
import numpy.typing as npt

from mtcheck.data import IntArray

Codes = npt.NDArray[np.uint32]
Number = TypeVar("Number", np.uint8, np.uint32, np.uint64)


def joined(texts: Sequence[str]) -> tuple[str, Codes, IntArray]:
    """The texts with a line feed after each, the same as code points, and the place of each one's own line feed."""
    whole = "\n".join(texts) + "\n" if texts else ""
    codes = np.frombuffer(whole.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    lengths = np.fromiter(map(len, texts), dtype=np.int64, count=len(texts))
    return whole, codes, np.cumsum(lengths + 1) - 1


class CharTable(Generic[Number]):
    """Properties of characters as bits, worked out when a character is first met."""

    def __init__(self, of: Callable[[str], int], dtype: type[Number]) -> None:
        """`of` gives a character's bits; the lowest one is taken: it is set for every character."""
        self._of = of
        self._dtype: type[Number] = dtype
        # 0 where a character was not met yet; made when first asked, and pages that are never touched take no memory.
        self._table: npt.NDArray[Number] | None = None

    def of(self, codes: Codes) -> npt.NDArray[Number]:
        """`result[i]`: the bits of the character `codes[i]`."""
        table = self._table
        if table is None:
            table = self._table = np.zeros(0x110000, dtype=self._dtype)
        found: npt.NDArray[Number] = table[codes]
        if not found.all():
            for code in np.unique(codes[found == 0]).tolist():
                table[code] = self._of(chr(code)) | 1
            found = table[codes]
        return found

    def forget(self) -> None:
        """Work all characters out again."""
        self._table = None
