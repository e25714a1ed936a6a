"""The weight table of a static encoder: 4-bit rows, how they are made, read and written.

16 levels placed by Lloyd-Max for a normal distribution leave a relative error of about 0.1 a row; a sentence adds up
dozens of rows with independent errors, so little of it is left in a sentence's vector (figures in the model card).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from safetensors.numpy import save_file

from mtcheck.data import FloatArray, IntArray
from mtcheck.errors import ModelError

FORMAT = "mtcheck-static/1"
CONFIG, FEATURES, WEIGHTS, LANGUAGES = "static.json", "features.txt", "model.safetensors", "languages.json"

# Lloyd-Max levels of the standard normal distribution, 16 levels (Max 1960, "Quantizing for minimum distortion").
_LEVELS = (0.1284, 0.3881, 0.6568, 0.9424, 1.2562, 1.6181, 2.0690, 2.7326)
CODEBOOK: FloatArray = np.array([-x for x in reversed(_LEVELS)] + list(_LEVELS), dtype=np.float32)


_KINDS = {"U8": np.uint8, "F16": np.float16}


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of 4-bit numbers: `row[j] = codebook[code[j]] * scale`, two codes a byte, the low half first."""

    packed: npt.NDArray[np.uint8]  # (n_rows, dim / 2)
    scales: npt.NDArray[np.float16]  # (n_rows,)
    codebook: FloatArray  # (16,), ascending
    _pairs: npt.NDArray[np.float64] = field(init=False, repr=False)  # (256,): a byte's two float32 as one float64

    def __post_init__(self) -> None:
        byte = np.arange(256)
        pairs = np.stack([self.codebook[byte & 15], self.codebook[byte >> 4]], axis=1)
        object.__setattr__(self, "_pairs", pairs.view(np.float64).ravel())

    def __len__(self) -> int:
        return len(self.packed)

    @property
    def dim(self) -> int:
        """The number of dimensions."""
        return 2 * int(self.packed.shape[1])

    def rows(self, ids: IntArray) -> FloatArray:
        """(len(ids), dim) float32."""
        # A byte's two float32 move as one float64: a single look-up instead of two strided ones. Any byte is in range,
        # so nothing is clipped; the mode only spares numpy a buffered check of every index.
        codes = self.packed.take(ids, axis=0)
        found = np.empty(codes.shape, dtype=np.float64)
        np.take(self._pairs, codes, out=found, mode="wrap")
        values: FloatArray = found.view(np.float32)
        values *= self.scales[ids].astype(np.float32)[:, None]
        return values


class DenseTable:
    """Rows of float32, for training and tests; answers like `Table`."""

    def __init__(self, matrix: FloatArray) -> None:
        self.matrix = matrix

    def __len__(self) -> int:
        return len(self.matrix)

    @property
    def dim(self) -> int:
        """The number of dimensions."""
        return int(self.matrix.shape[1])

    def rows(self, ids: IntArray) -> FloatArray:
        """(len(ids), dim) float32."""
        return self.matrix[ids]


def quantise(matrix: FloatArray) -> Table:
    """The nearest `Table`: levels by the row's spread, then the scale that fits those levels best.

    Args:
        matrix: (n_rows, dim) float32, dim even.
    """
    edges = (CODEBOOK[1:] + CODEBOOK[:-1]) / 2
    packed = np.empty((len(matrix), matrix.shape[1] // 2), dtype=np.uint8)
    scales = np.empty(len(matrix), dtype=np.float16)
    for start in range(0, len(matrix), 4096):
        block = matrix[start : start + 4096].astype(np.float32)
        spread = np.sqrt((block * block).mean(axis=1, keepdims=True))
        spread[spread == 0] = 1.0
        codes = np.searchsorted(edges, block / spread).astype(np.uint8)
        levels = CODEBOOK[codes]
        packed[start : start + len(block)] = codes[:, 0::2] | (codes[:, 1::2] << 4)
        scales[start : start + len(block)] = (block * levels).sum(axis=1) / (levels * levels).sum(axis=1)
    return Table(packed, scales, CODEBOOK)


def write_table(folder: Path, name: str, features: Sequence[str], table: Table) -> None:
    """Writes the three files of a model; `features[i]` names row i and holds no line break."""
    folder.mkdir(parents=True, exist_ok=True)
    config = {
        "format": FORMAT,
        "name": name,
        "dim": table.dim,
        "rows": len(table),
        "codebook": [round(float(level), 6) for level in table.codebook],
    }
    (folder / CONFIG).write_text(json.dumps(config, indent=1) + "\n", encoding="utf-8")
    (folder / FEATURES).write_bytes("\n".join(features).encode("utf-8"))
    save_file({"packed": table.packed, "scales": table.scales}, folder / WEIGHTS)
    (folder / WEIGHTS).chmod(0o644)  # the library writes files that only their owner may read


def map_tensors(path: Path) -> dict[str, npt.NDArray[Any]]:
    """The arrays of a safetensors file, mapped instead of read: rows come in when used, and processes share them.

    Raises:
        ValueError: the file is damaged; OSError, KeyError, TypeError likewise.
    """
    with path.open("rb") as file:
        size = int.from_bytes(file.read(8), "little")
        if size > 1_000_000:
            raise ValueError("the header is no safetensors header")
        header = json.loads(file.read(size))
    tensors: dict[str, npt.NDArray[Any]] = {}
    for name, entry in header.items():
        if name != "__metadata__":
            kind, shape = _KINDS[entry["dtype"]], tuple(entry["shape"])
            start, _ = entry["data_offsets"]
            tensors[name] = np.memmap(path, dtype=kind, mode="r", offset=8 + size + start, shape=shape)
    return tensors


def read_table(folder: Path) -> tuple[dict[str, Any], list[str], Table]:
    """Configuration, features and table of a model folder.

    Raises:
        ModelError: a file is missing, damaged, or of another format.
    """
    try:
        config = json.loads((folder / CONFIG).read_text(encoding="utf-8"))
        if config.get("format") != FORMAT:
            raise ModelError(f"{folder / CONFIG}: format {config.get('format')!r}, expected {FORMAT!r}")
        features = (folder / FEATURES).read_bytes().decode("utf-8").split("\n")
        tensors = map_tensors(folder / WEIGHTS)
        table = Table(
            np.asarray(tensors["packed"]), np.array(tensors["scales"]), np.array(config["codebook"], dtype=np.float32)
        )
        dim = int(config["dim"])
    except FileNotFoundError as error:
        missing = error.filename or WEIGHTS
        raise ModelError(f"{missing}: missing, so the encoder in {folder} is incomplete; install it again") from error
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelError(f"{folder}: not a readable {FORMAT} encoder ({error}); install it again") from error
    shapes_fit = table.packed.ndim == 2 and len(table.scales) == len(table) == len(features) and table.dim == dim
    if not shapes_fit or table.codebook.shape != (16,):
        raise ModelError(f"{folder}: features, weights and configuration do not belong together; install it again")
    return config, features, table
