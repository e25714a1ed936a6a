"""The critic and the generator that makes its exercises.

Clark et al., "ELECTRA: Pre-training Text Encoders as Discriminators Rather Than Generators" (2020, arXiv:2003.10555),
with one difference: the lower layers let target and source see themselves alone, the upper ones each other. So one
pass gives fluency (lower: does the word fit its own text?), a sentence vector of each side, and adequacy (upper: does
the word fit the source?).
"""

from __future__ import annotations

from dataclasses import asdict, dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

PAD, MASK, TARGET, SOURCE, END = range(5)
SENTENCE_OUTPUTS = ("damaged", "z", "penalty", "critical")  # of the target's first token, above
WORD_OUTPUTS = ("bad", "gap")  # of every token; a gap lies before it


@dataclass(frozen=True, slots=True)
class Size:
    """What decides the critic's size and cost."""

    vocabulary: int = 40_000
    rows: int = 128
    width: int = 320
    heads: int = 5
    lower: int = 4
    upper: int = 2
    inner: int = 1280
    vector: int = 256

    def to_dict(self) -> dict[str, int]:
        return asdict(self)


def rotation(positions: Tensor, dim: int) -> tuple[Tensor, Tensor]:
    """(..., 1, length, dim / 2) cosines and sines (Su et al. 2021, arXiv:2104.09864)."""
    rates = 10_000.0 ** (-torch.arange(0, dim, 2, device=positions.device, dtype=torch.float32) / dim)
    angles = (positions.float()[..., None] * rates)[:, None]
    return angles.cos(), angles.sin()


def rotate(x: Tensor, turn: tuple[Tensor, Tensor]) -> Tensor:
    """x (n, heads, length, dim), halves turned against each other."""
    cos, sin = turn[0].to(x.dtype), turn[1].to(x.dtype)
    a, b = x.chunk(2, dim=-1)
    return torch.cat([a * cos - b * sin, b * cos + a * sin], dim=-1)


class Block(nn.Module):
    """Attention and two rectified layers, normalised before each."""

    def __init__(self, width: int, heads: int, inner: int) -> None:
        super().__init__()
        self.heads = heads
        self.norm1, self.norm2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.mix = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)

    def forward(self, x: Tensor, turn: tuple[Tensor, Tensor], mask: Tensor) -> Tensor:
        n, length, width = x.shape
        parts = self.mix(self.norm1(x)).view(n, length, 3, self.heads, width // self.heads).transpose(1, 3)
        q, k, v = parts[:, :, 0], parts[:, :, 1], parts[:, :, 2]
        seen = F.scaled_dot_product_attention(rotate(q, turn), rotate(k, turn), v, attn_mask=mask)
        x = x + self.out(seen.transpose(1, 2).reshape(n, length, width))
        found: Tensor = x + self.down(F.relu(self.up(self.norm2(x))))
        return found


class Critic(nn.Module):
    """Token ids with their places to judgements of words, sentences, and sentence vectors."""

    def __init__(self, size: Size) -> None:
        super().__init__()
        self.size = size
        self.table = nn.Embedding(size.vocabulary, size.rows)
        self.widen = nn.Linear(size.rows, size.width)
        self.role = nn.Parameter(torch.zeros(2, size.width))
        blocks = [Block(size.width, size.heads, size.inner) for _ in range(size.lower + size.upper)]
        self.lower, self.upper = nn.ModuleList(blocks[: size.lower]), nn.ModuleList(blocks[size.lower :])
        self.norm_lower, self.norm_upper = nn.LayerNorm(size.width), nn.LayerNorm(size.width)
        self.words_lower = nn.Linear(size.width, len(WORD_OUTPUTS))
        self.words_upper = nn.Linear(size.width, len(WORD_OUTPUTS))
        self.sentence_lower = nn.Linear(size.width, 1)
        self.sentence_upper = nn.Sequential(
            nn.Linear(3 * size.width, size.width), nn.ReLU(), nn.Linear(size.width, len(SENTENCE_OUTPUTS))
        )
        self.vector = nn.Linear(size.width, size.vector)
        for module in self.modules():
            if isinstance(module, nn.Linear):
                nn.init.normal_(module.weight, std=0.02)
                nn.init.zeros_(module.bias)
        nn.init.normal_(self.table.weight, std=0.05)
        for block in blocks:
            for layer in (block.out, block.down):
                nn.init.normal_(layer.weight, std=0.02 / (2 * len(blocks)) ** 0.5)

    def read(self, ids: Tensor, role: Tensor) -> Tensor:
        """(n, length, width) before the first layer."""
        # Not an embedding: the gradient of two rows shared by all tokens is a sum, no contest of atomic additions.
        found: Tensor = self.widen(self.table(ids)) + torch.where(role[..., None] == 0, self.role[0], self.role[1])
        return found

    def forward(
        self, ids: Tensor, positions: Tensor, role: Tensor, side: Tensor, pair: Tensor
    ) -> tuple[Tensor, Tensor]:
        """States of the lower and of the upper stack, (n, length, width) each, normalised.

        `side` and `pair` number the texts and the pairs of a row (0 where there is none): a token sees its side below
        and its pair above.
        """
        turn = rotation(positions, self.size.width // self.size.heads)
        same_side = (side[:, :, None] == side[:, None, :])[:, None]
        same_pair = (pair[:, :, None] == pair[:, None, :])[:, None]
        x = self.read(ids, role)
        for block in self.lower:
            x = block(x, turn, same_side)
        below = self.norm_lower(x)
        for block in self.upper:
            x = block(x, turn, same_pair)
        return below, self.norm_upper(x)


class Generator(nn.Module):
    """A masked language model of one side, smaller than the critic, that shares its table."""

    def __init__(self, table: nn.Embedding, size: Size, width: int, heads: int, layers: int) -> None:
        super().__init__()
        self.width, self.heads = width, heads
        self.widen = nn.Linear(size.rows, width)
        self.blocks = nn.ModuleList(Block(width, heads, 4 * width) for _ in range(layers))
        self.norm = nn.LayerNorm(width)
        self.narrow = nn.Linear(width, size.rows)
        self.bias = nn.Parameter(torch.zeros(size.vocabulary))
        self._table = (table,)  # the critic's: in a tuple, so that it is no parameter of this module

    def forward(self, ids: Tensor, positions: Tensor, side: Tensor, places: Tensor) -> Tensor:
        """(n_places, vocabulary) logits at flat `places`."""
        turn = rotation(positions, self.width // self.heads)
        mask = (side[:, :, None] == side[:, None, :])[:, None]
        x = self.widen(self._table[0](ids))
        for block in self.blocks:
            x = block(x, turn, mask)
        chosen = self.norm(x).reshape(-1, self.width)[places]
        logits: Tensor = self.narrow(chosen) @ self._table[0].weight.T + self.bias
        return logits
