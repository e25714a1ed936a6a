"""Trained critic to the files that `mtcheck.critic` reads: two ONNX graphs with eight-bit weights, and the tokenizer.

python -m training.critic.export --run work/critic/run --data work/critic --out mtcheck/models/critic-v1
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import torch
import zstandard
from torch import Tensor, nn
from torch.nn import functional as F

from training.critic.model import Critic, Size, rotate, rotation


def load(run: Path, name: str = "judged") -> Critic:
    """The critic of a run."""
    size = Size(**json.loads((run / "info.json").read_text())["size"])
    critic = Critic(size)
    state: dict[str, Any] = {}
    for part in ("table", "lower", "upper"):
        with np.load(run / f"{name}-{part}.npz") as tensors:
            state |= {key: torch.from_numpy(tensors[key].astype(np.float32)) for key in tensors.files}
    critic.load_state_dict(state)
    return critic.eval()


def attend(block: Any, x: Tensor, turn: tuple[Tensor, Tensor]) -> Tensor:
    """`Block.forward` for one text alone, (length, width): no mask."""
    length, width = x.shape
    dim = width // block.heads
    q, k, v = block.mix(block.norm1(x)).view(length, 3, block.heads, dim).permute(1, 2, 0, 3)
    q, k = rotate(q[None], turn)[0], rotate(k[None], turn)[0]
    weights = torch.softmax(q @ k.transpose(1, 2) * dim**-0.5, dim=-1)
    x = x + block.out((weights @ v).transpose(0, 1).reshape(length, width))
    found: Tensor = x + block.down(F.relu(block.up(block.norm2(x))))
    return found


class Below(nn.Module):
    """One text to (states, word logits, sentence logit, vector)."""

    def __init__(self, critic: Critic) -> None:
        super().__init__()
        self.critic = critic

    def forward(self, ids: Tensor, role: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        critic = self.critic
        x = critic.read(ids, role)
        turn = rotation(torch.arange(ids.shape[0])[None], critic.size.width // critic.size.heads)
        for block in critic.lower:
            x = attend(block, x, turn)
        below = critic.norm_lower(x)
        vector = critic.vector(below.mean(dim=0))
        return x, critic.words_lower(below), critic.sentence_lower(below[0]), vector


class Above(nn.Module):
    """States of target and source to (word logits of both, sentence outputs)."""

    def __init__(self, critic: Critic) -> None:
        super().__init__()
        self.critic = critic

    def forward(self, target: Tensor, source: Tensor) -> tuple[Tensor, Tensor]:
        critic = self.critic
        n, m = target.shape[0], source.shape[0]
        positions = torch.cat([torch.arange(n), torch.arange(m)])
        turn = rotation(positions[None], critic.size.width // critic.size.heads)
        x = torch.cat([target, source])
        for block in critic.upper:
            x = attend(block, x, turn)
        above = critic.norm_upper(x)
        sentence = torch.cat([above[0], above[:n].mean(dim=0), above[n:].mean(dim=0)])
        return critic.words_upper(above), critic.sentence_upper(sentence)


def graphs(critic: Critic, folder: Path) -> dict[str, Path]:
    """Full-precision ONNX files."""
    paths = {"below": folder / "below.onnx", "above": folder / "above.onnx"}
    x, y = torch.randn(7, critic.size.width), torch.randn(5, critic.size.width)
    torch.onnx.export(
        Below(critic), (torch.arange(5, 12), torch.zeros(7, dtype=torch.long)), str(paths["below"]), dynamo=False,
        input_names=["ids", "role"], output_names=["states", "words", "sentence", "vector"], opset_version=17,
        dynamic_axes={"ids": {0: "n"}, "role": {0: "n"}, "states": {0: "n"}, "words": {0: "n"}},
    )  # fmt: skip
    torch.onnx.export(
        Above(critic), (x, y), str(paths["above"]), dynamo=False, input_names=["target", "source"],
        output_names=["words", "sentence"], opset_version=17,
        dynamic_axes={"target": {0: "n"}, "source": {0: "m"}, "words": {0: "nm"}},
    )  # fmt: skip
    return paths


def quantize(path: Path, out: Path) -> None:
    """Eight-bit weights; seven bits of them used, so that processors without VNNI give the same sums."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    quantize_dynamic(
        str(path), str(out), weight_type=QuantType.QInt8, per_channel=True, reduce_range=True,
        op_types_to_quantize=["MatMul", "Gather", "Gemm"], extra_options={"MatMulConstBOnly": True},
    )  # fmt: skip


def export(critic: Critic, tokenizer: Path, out: Path, *, full: bool = False) -> None:
    """Writes below.onnx, above.onnx and tokenizer.json.zst."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for name, path in graphs(critic, Path(folder)).items():
            if full:
                (out / f"{name}.onnx").write_bytes(path.read_bytes())
            else:
                quantize(path, out / f"{name}.onnx")
    packed = zstandard.ZstdCompressor(level=19).compress(tokenizer.read_bytes())
    (out / "tokenizer.json.zst").write_bytes(packed)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--name", default="judged")
    parser.add_argument("--full", action="store_true", help="without quantising, to measure what that costs")
    args = parser.parse_args()
    export(load(args.run, args.name), args.data / "tokenizer.json", args.out, full=args.full)
    print({path.name: path.stat().st_size for path in args.out.iterdir()})


if __name__ == "__main__":
    main()
