"""sentence-transformers on both sides: any of its models as an `Encoder`, and our static model as one of its modules.

Importing this module needs neither torch nor sentence-transformers; using it does (`pip install "mtcheck[neural]"`).
"""

from __future__ import annotations

import functools
import hashlib
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from mtcheck.data import FloatArray
from mtcheck.encode import Tokens
from mtcheck.encode_words import run_pattern
from mtcheck.errors import ModelError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

BATCH = 32
HUB_SECONDS = 5.0  # how long the hub may take to say whether it knows a name
_CHARACTERS_PER_TOKEN = 24  # text beyond this many characters per token a model can read is cut before tokenising


class NeuralEncoder:
    """A sentence-transformers model as an `Encoder`."""

    def __init__(self, model: SentenceTransformer, name: str) -> None:
        self.model = model
        self.name = name

    @functools.cached_property
    def dim(self) -> int:
        """The number of dimensions."""
        return int(self.model.encode(["a"], show_progress_bar=False).shape[1])

    @functools.cached_property
    def signature(self) -> str:
        """`name@hash`, the hash over all weights."""
        digest = hashlib.sha256()
        for key, tensor in sorted(self.model.state_dict().items()):
            digest.update(key.encode())
            digest.update(tensor.detach().cpu().contiguous().flatten().view(dtype=_bytes()).numpy().data)
        return f"{Path(self.name).name}@{digest.hexdigest()[:8]}"

    def strength(self, lang: str | None) -> str:
        """Always `unknown`: nobody measured this model here."""
        return "unknown"

    def encode(self, texts: Sequence[str]) -> FloatArray:
        """(n, dim) float32 unit rows; a text without a letter or digit gives a zero row."""
        if isinstance(texts, str):
            raise TypeError("encode() takes a list of texts, not one text")
        vectors = np.zeros((len(texts), self.dim), dtype=np.float32)
        known = [index for index, text in enumerate(texts) if run_pattern().search(text)]
        if known:
            vectors[known] = self.model.encode(
                [self._readable(texts[index]) for index in known],
                batch_size=BATCH,
                show_progress_bar=False,
                normalize_embeddings=True,
                convert_to_numpy=True,
            )
        return vectors

    def encode_tokens(self, text: str) -> Tokens:
        """Vectors of runs of letters and digits, with offsets.

        A run's vector is the sum of the contextual vectors of its pieces. With mean pooling these add up to the
        sentence's vector, but for the special tokens. A model that does not show its pieces, and text beyond
        what it reads at once, gets each run's vector on its own, out of context.
        """
        spans = [match.span() for match in run_pattern().finditer(text)]
        offsets = np.array(spans, dtype=np.int64).reshape(-1, 2)
        vectors = self._contextual(text, offsets) if spans else None
        if vectors is None:
            vectors = self.encode([text[start:end] for start, end in spans])
        return Tokens(offsets=offsets, vectors=vectors)

    def _readable(self, text: str) -> str:
        """The text without lone surrogates, which tokenizers refuse, and without what no model would read."""
        limit = getattr(self.model, "max_seq_length", None)
        if limit and limit != float("inf"):
            text = text[: int(limit) * _CHARACTERS_PER_TOKEN]
        return text.encode("utf-8", "replace").decode("utf-8")

    def _contextual(self, text: str, offsets: np.ndarray) -> FloatArray | None:
        """The runs' summed piece vectors, or None where the model does not give them for all runs."""
        tokenizer: Any = getattr(self.model, "tokenizer", None)
        if not getattr(tokenizer, "is_fast", False):
            return None
        readable = self._readable(text)
        pieces = tokenizer(
            readable, return_offsets_mapping=True, truncation=True, max_length=self.model.max_seq_length
        )["offset_mapping"]
        found = self.model.encode([readable], output_value="token_embeddings", show_progress_bar=False)[0]
        values = np.asarray(found.detach().cpu().float().numpy() if hasattr(found, "detach") else found)
        if values.shape != (len(pieces), self.dim):
            return None
        vectors = np.zeros((len(offsets), self.dim), dtype=np.float32)
        seen = np.zeros(len(offsets), dtype=bool)
        for (start, end), value in zip(pieces, values, strict=True):
            if end > start:
                run = int(np.searchsorted(offsets[:, 0], end, side="left")) - 1
                if run >= 0 and start < offsets[run, 1]:
                    vectors[run] += value
                    seen[run] = True
        return vectors if seen.all() else None


def _bytes() -> Any:
    import torch

    return torch.uint8


def load_neural(name: str) -> NeuralEncoder:
    """The sentence-transformers model in a folder, in the local cache, or on the hub, tried in this order.

    Raises:
        ModelError: at once where packages are missing or nothing by that name can be had.
    """
    try:
        from sentence_transformers import SentenceTransformer
    except ImportError as error:
        raise ModelError(
            f"encoder {name!r} needs torch and sentence-transformers, which are not installed ({error}); "
            'try: pip install "mtcheck[neural]", or leave out --encoder for the embedded one'
        ) from error
    folder = Path(name).expanduser()
    if folder.exists():
        return NeuralEncoder(_load(SentenceTransformer, str(folder), name, local=True), name)
    if name.startswith((".", "~", os.sep)) or name.count("/") > 1:
        raise ModelError(f"encoder {name!r}: there is no such folder; try the full path of a model folder")
    cached = _cached_folder(name)
    if cached is None:
        _ask_hub(name)
    return NeuralEncoder(_load(SentenceTransformer, cached or name, name, local=cached is not None), name)


def _load(load: Any, place: str, name: str, *, local: bool) -> Any:
    try:
        return load(place, local_files_only=local, device=None)
    except Exception as error:  # the library raises whatever its files or its network raise
        reason = " ".join(str(error).split())[:300]
        raise ModelError(
            f"encoder {name!r} cannot be loaded: {type(error).__name__}: {reason}; "
            "try a folder that SentenceTransformer.save() wrote, or leave out --encoder for the embedded one"
        ) from error


def _hub_names(name: str) -> list[str]:
    return [name] if "/" in name else [f"sentence-transformers/{name}", name]


def _cached_folder(name: str) -> str | None:
    """The folder of a model downloaded earlier; looked up without the network."""
    from huggingface_hub import snapshot_download

    for candidate in _hub_names(name):
        try:
            folder = snapshot_download(candidate, local_files_only=True)
        except Exception:  # not in the cache, or no legal name: the hub is asked next and has the last word
            continue
        if (Path(folder) / "modules.json").is_file() or (Path(folder) / "config.json").is_file():
            return str(folder)
    return None


def _ask_hub(name: str) -> None:
    """One short question to the hub before the library starts its own, patient attempts.

    Raises:
        ModelError: the hub cannot be reached, is switched off, or does not know the name.
    """
    from huggingface_hub import HfApi
    from huggingface_hub.errors import RepositoryNotFoundError

    advice = "try a folder with the model's files, or leave out --encoder for the embedded one"
    if any(os.environ.get(key, "").lower() in ("1", "true", "yes", "on") for key in ("HF_HUB_OFFLINE",)):
        raise ModelError(f"encoder {name!r} is not in the local cache and HF_HUB_OFFLINE is set; {advice}")
    for candidate in _hub_names(name):
        try:
            HfApi().model_info(candidate, timeout=HUB_SECONDS)
            return
        except RepositoryNotFoundError:
            continue
        except Exception as error:  # every transport has errors of its own
            reason = " ".join(str(error).split())[:200]
            raise ModelError(
                f"encoder {name!r} is not in the local cache and the hub cannot be asked for it "
                f"({type(error).__name__}: {reason}); {advice}"
            ) from error
    raise ModelError(f"encoder {name!r}: the hub knows no model by that name; {advice}")


def __getattr__(attribute: str) -> Any:
    """`StaticWords`, the class that a model folder's modules.json names, is made when first asked for."""
    if attribute == "StaticWords":
        from mtcheck.neural_module import StaticWords

        return StaticWords
    raise AttributeError(f"module {__name__!r} has no attribute {attribute!r}")
