"""The static encoder as a sentence-transformers module; imports torch, so only `mtcheck.neural` imports it."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn

from mtcheck.encode import StaticEncoder, load_static
from mtcheck.encode_table import Table, quantise, write_table


def _input_module() -> Any:
    """The base class, which sentence-transformers 6 moved."""
    try:
        module = importlib.import_module("sentence_transformers.base.modules.input_module")
    except ImportError:
        module = importlib.import_module("sentence_transformers.models")
    return module.InputModule


_InputModule: Any = _input_module()


class StaticWords(_InputModule):  # type: ignore[misc]
    """Text -> sum of its words' vectors; the same numbers as `mtcheck.load_encoder`, as a trainable table.

    A model folder's modules.json names this class and sentence-transformers' own `Normalize` after it. Saving after
    training rounds the table to 4 bits again; saving an untouched one writes it unchanged.
    """

    def __init__(self, encoder: StaticEncoder) -> None:
        super().__init__()
        self.encoder = encoder
        table = encoder.table
        weights = torch.from_numpy(np.array(table.rows(np.arange(len(table)))))
        self.embedding = nn.EmbeddingBag.from_pretrained(weights, mode="sum", freeze=False)

    @property
    def max_seq_length(self) -> float:
        """No limit."""
        return float("inf")

    def get_embedding_dimension(self) -> int:
        """The number of dimensions."""
        return self.encoder.dim

    get_sentence_embedding_dimension = get_embedding_dimension  # the name before sentence-transformers 6

    def preprocess(self, inputs: list[str], prompt: str | None = None, **_: Any) -> dict[str, torch.Tensor]:
        """Rows of the table, their weights, and where each text's rows begin."""
        ids: list[int] = []
        weights: list[float] = []
        starts: list[int] = []
        for text in inputs:
            starts.append(len(ids))
            own_ids, own_weights, _sizes = self.encoder.word_features(self.encoder.word_keys((prompt or "") + text))
            ids.extend(own_ids)
            weights.extend(own_weights)
        return {
            "input_ids": torch.tensor(ids, dtype=torch.long),
            "weights": torch.tensor(weights, dtype=torch.float32),
            "offsets": torch.tensor(starts, dtype=torch.long),
        }

    def tokenize(self, texts: list[str], **kwargs: Any) -> dict[str, torch.Tensor]:
        """The name of `preprocess` before sentence-transformers 6."""
        return self.preprocess(texts, **kwargs)

    def forward(self, features: dict[str, torch.Tensor], **_: Any) -> dict[str, torch.Tensor]:
        """Adds `sentence_embedding`, (n_texts, dim), not normalised."""
        features["sentence_embedding"] = self.embedding(
            features["input_ids"],
            features["offsets"],
            per_sample_weights=features["weights"].to(self.embedding.weight.dtype),
        )
        return features

    def save(self, output_path: str, *_: Any, **__: Any) -> None:
        """Writes the folder's files so that both libraries can read them."""
        table = self.encoder.table
        matrix = self.embedding.weight.detach().cpu().float().numpy()
        untouched = isinstance(table, Table) and np.array_equal(matrix, table.rows(np.arange(len(table))))
        packed = table if untouched and isinstance(table, Table) else quantise(matrix)
        write_table(Path(output_path), self.encoder.name, self.encoder.features, packed)

    @classmethod
    def load(cls, model_name_or_path: str, subfolder: str = "", **kwargs: Any) -> StaticWords:
        """Reads a folder, or a hub repository through sentence-transformers' own look-up."""
        local = Path(model_name_or_path)
        if not local.is_dir():
            hub = {
                key: kwargs[key] for key in ("token", "cache_folder", "revision", "local_files_only") if key in kwargs
            }
            local = Path(str(cls.load_dir_path(model_name_or_path, subfolder="", **hub)))
        return cls(load_static(local / subfolder))
