"""A target, with or without its source -> what a small network finds wrong, word by word and as a whole.

The critic was trained to find replaced, lost, swapped, doubled and foreign words (Clark et al., "ELECTRA:
Pre-training Text Encoders as Discriminators Rather Than Generators", 2020, arXiv:2003.10555) and then on human
judgements; `training/critic/` makes it. Its lower layers read one text alone (form), its upper layers target and source
together (meaning). onnxruntime runs it with eight-bit weights, one text at a time: activations are quantised by
text, so a result does not depend on what else is scored, and nothing is padded.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from mtcheck.data import FloatArray, IntArray
from mtcheck.errors import ModelError

EMBEDDED = Path(__file__).parent / "models" / "critic-v1"
TARGET, SOURCE, END = 2, 3, 4  # ids of the marks around a text
MOST_TOKENS = 124  # of a text; what lies beyond is not read
_BLOCK = 512  # pairs that are under way at a time; bounds memory


@dataclass(frozen=True, slots=True)
class Words:
    """Judgements of one text's tokens, in its own code points."""

    offsets: IntArray  # (n, 2) half-open
    bad: FloatArray  # (n,) log-odds that the token is wrong
    gap: FloatArray  # (n + 1,) log-odds that something is missing before it; the last: at the end


@dataclass(frozen=True, slots=True)
class FormReading:
    """A text read alone."""

    words: Words
    damaged: float  # log-odds that the text is damaged at all
    vector: FloatArray  # (256,) float32, unit length: the sentence's meaning
    truncated: bool


@dataclass(frozen=True, slots=True)
class PairReading:
    """A target read beside its source. `z`: expected human judgement; `penalty`: log(1 + MQM points)."""

    form: FormReading  # of the target alone
    target: Words
    source: Words
    damaged: float
    z: float
    penalty: float
    critical: float  # log-odds of a critical error


def load_critic() -> Critic:
    """The embedded critic.

    Raises:
        ModelError: onnxruntime or tokenizers is not installed, or a file is broken.
    """
    missing = [name for name in ("onnxruntime", "tokenizers") if find_spec(name) is None]
    if missing:
        raise ModelError(f"--deep needs {' and '.join(missing)}: pip install 'mtcheck[deep]', or leave --deep out.")
    return Critic()


class Critic:
    """The network of one folder. Reading is thread-safe; equal input gives equal output."""

    def __init__(self, folder: Path = EMBEDDED) -> None:
        import onnxruntime
        import zstandard
        from tokenizers import Tokenizer

        self._folder = folder
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # texts run beside each other instead
        options.log_severity_level = 3
        try:
            text = zstandard.ZstdDecompressor().decompress((folder / "tokenizer.json.zst").read_bytes())
            self._tokenizer = Tokenizer.from_str(text.decode("utf-8"))
            self._below, self._above = (
                onnxruntime.InferenceSession(
                    (folder / f"{name}.onnx").read_bytes(), options, providers=["CPUExecutionProvider"]
                )
                for name in ("below", "above")
            )
        except Exception as error:  # each library has errors of its own
            raise ModelError(f"{folder}: broken or missing critic ({error}); install the package again") from error

    @cached_property
    def signature(self) -> str:
        """Folder name and a checksum of the files."""
        digest = hashlib.sha256()
        for path in (*sorted(self._folder.glob("*.onnx")), self._folder / "tokenizer.json.zst"):
            digest.update(path.read_bytes())
        return f"{self._folder.name}@{digest.hexdigest()[:8]}"

    def read_pairs(self, pairs: Sequence[tuple[str, str]]) -> Iterator[PairReading]:
        """Readings of (source, target), in order."""
        sources = self._ids([source for source, _ in pairs], SOURCE)
        targets = self._ids([target for _, target in pairs], TARGET)
        yield from self._run(self._pair, list(zip(targets, sources, strict=True)))

    def read_forms(self, targets: Sequence[str]) -> Iterator[FormReading]:
        """Readings of texts alone, in order."""
        yield from self._run(lambda item: self._form(item)[0], self._ids(targets, TARGET))

    def encode(self, texts: Sequence[str], *, source: bool = False) -> FloatArray:
        """(n, 256) float32 unit rows, comparable between a source and its translations."""
        mark = SOURCE if source else TARGET
        found = self._run(lambda item: self._form(item)[0].vector, self._ids(texts, mark))
        return np.array(list(found), dtype=np.float32).reshape(len(texts), -1)

    @staticmethod
    def _run(do: Any, items: Sequence[Any]) -> Iterator[Any]:
        if len(items) < 4:
            yield from map(do, items)
            return
        with ThreadPoolExecutor(min(os.cpu_count() or 1, 8)) as pool:
            for at in range(0, len(items), _BLOCK):
                yield from pool.map(do, items[at : at + _BLOCK])

    def _ids(self, texts: Sequence[str], mark: int) -> list[tuple[npt.NDArray[np.int64], IntArray, bool]]:
        readable = [text.encode("utf-8", "replace").decode("utf-8") for text in texts]
        found = []
        for encoding in self._tokenizer.encode_batch(readable, add_special_tokens=False):
            ids = encoding.ids[:MOST_TOKENS]
            offsets = np.array(encoding.offsets[:MOST_TOKENS], dtype=np.int64).reshape(-1, 2)
            found.append((np.array([mark, *ids, END], dtype=np.int64), offsets, len(encoding.ids) > MOST_TOKENS))
        return found

    def _form(self, item: tuple[npt.NDArray[np.int64], IntArray, bool]) -> tuple[FormReading, FloatArray]:
        ids, offsets, truncated = item
        role = np.full(len(ids), int(ids[0] == SOURCE), dtype=np.int64)
        states, words, damaged, vector = self._below.run(None, {"ids": ids, "role": role})
        unit = vector / max(float(np.linalg.norm(vector)), 1e-9)
        return FormReading(_words(offsets, words), float(damaged[0]), unit.astype(np.float32), truncated), states

    def _pair(self, item: tuple[Any, Any]) -> PairReading:
        (form, target_states), (_, source_states) = self._form(item[0]), self._form(item[1])
        words, said = self._above.run(None, {"target": target_states, "source": source_states})
        n = len(target_states)
        return PairReading(
            form, _words(item[0][1], words[:n]), _words(item[1][1], words[n:]), *(float(value) for value in said)
        )


NAMES = (
    "critic_z", "critic_penalty", "critic_critical", "critic_damaged", "critic_form_damaged",
    *(f"critic_{side}_{name}"
      for side in ("target", "source", "form") for name in ("bad", "worst", "worst3", "sum", "gaps")),
)  # fmt: skip


def figures(readings: Iterable[PairReading]) -> FloatArray:
    """(n, len(NAMES)) float32: what the quality model takes from each reading."""
    rows = [
        (r.z, r.penalty, r.critical, r.damaged, r.form.damaged, *_figures(r.target), *_figures(r.source),
         *_figures(r.form.words))
        for r in readings
    ]  # fmt: skip
    return np.array(rows, dtype=np.float32).reshape(-1, len(NAMES))


def _figures(words: Words) -> tuple[float, ...]:
    bad = np.sort(_share(words.bad)) if len(words.bad) else np.zeros(1)
    return (float(bad.mean()), float(bad[-1]), float(bad[-3:].mean()), float(np.log1p(bad.sum())),
            float(_share(words.gap).sum()))  # fmt: skip


def _share(log_odds: FloatArray) -> npt.NDArray[np.float64]:
    return np.asarray(1 / (1 + np.exp(-np.clip(log_odds.astype(np.float64), -30, 30))))


def _words(offsets: IntArray, words: FloatArray) -> Words:
    return Words(offsets, words[1:-1, 0], words[1:, 1])
