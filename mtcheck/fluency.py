"""Target text -> FluencyResult: how well it reads, 0-100, judged by small language models inside the package.

SLOR (log-probability less unigram log-probability, per token; Pauls & Klein, "Large-Scale Syntactic Language
Modeling with Treelets", 2012; Kann et al., "Sentence-Level Fluency Evaluation", 2018) of two n-gram models, its
dips, spelling and repetition go into a small classifier trained to tell human sentences from damaged ones; its
output is calibrated per language so that clean human text has a median near 90 and shuffled words stay below 10.
numpy only; a language is loaded when it is first asked for.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

import numpy as np

from mtcheck.data import FluencyResult
from mtcheck.errors import ModelError
from mtcheck.fluency_features import features
from mtcheck.fluency_model import LanguageModel
from mtcheck.fluency_score import Head, spans, token_terms
from mtcheck.fluency_text import Token, unjudgeable

DEFAULT = "fluency-v1"
_MODELS = Path(__file__).parent / "models"
_BATCH_TOKENS = 20_000  # texts are taken together up to this many tokens; bounds memory


def load_fluency(name: str | None = None) -> NgramFluency:
    """The embedded model `name` (default fluency-v1), or one in a folder of that path.

    Raises: ModelError when there is no such model.
    """
    folder = _MODELS / (name or DEFAULT)
    if not folder.is_dir() and name:
        folder = Path(name)
    if not any(folder.glob("*.safetensors")):
        raise ModelError(
            f"fluency model {name or DEFAULT!r} not found in {_MODELS} and not a folder with <lang>.safetensors files; "
            f"leave the name out for the embedded model"
        )
    return NgramFluency(folder)


class NgramFluency:
    """Fluency by n-gram models, one file a language, loaded on first use."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._paths = {path.stem: path for path in sorted(folder.glob("*.safetensors"))}
        self._loaded: dict[str, tuple[LanguageModel, Head]] = {}

    @cached_property
    def signature(self) -> str:
        """Folder name and a checksum of all its files, such as `fluency-v1@3f2a9c11`."""
        digest = hashlib.sha256()
        for path in self._paths.values():
            digest.update(path.read_bytes())
        return f"{self._folder.name}@{digest.hexdigest()[:8]}"

    @property
    def languages(self) -> tuple[str, ...]:
        """Tags of the languages there are models for."""
        return tuple(self._paths)

    def supports(self, lang: str | None) -> bool:
        """Whether `score` can give values for this language; a region or script does not matter, `en-GB` is English."""
        return self._tag(lang) is not None

    def _tag(self, lang: str | None) -> str | None:
        if not lang:
            return None
        tag = lang.replace("_", "-").split("-")[0].lower()
        return tag if tag in self._paths else None

    def model(self, lang: str) -> LanguageModel:
        """The tables of one supported language. Raises: ModelError when the file is broken."""
        return self._load(lang)[0]

    def _load(self, tag: str) -> tuple[LanguageModel, Head]:
        if tag not in self._loaded:
            from safetensors import SafetensorError, safe_open

            path = self._paths[tag]
            try:
                with safe_open(path, framework="numpy") as file:
                    tensors = {key: file.get_tensor(key) for key in file.keys()}  # noqa: SIM118 (not a dict)
                    info = file.metadata()["info"]
                self._loaded[tag] = (LanguageModel.from_tensors(tag, tensors, info), Head.from_tensors(tensors))
            except (SafetensorError, OSError, KeyError, TypeError, ValueError) as error:
                raise ModelError(f"{path}: broken fluency model ({error}); install the package again") from error
        return self._loaded[tag]

    def score(self, texts: Sequence[str], lang: str | None) -> list[FluencyResult]:
        """One result a text, in order; equal texts get equal results whatever stands beside them.

        Raises: ModelError when the language's file is broken.
        """
        tag = self._tag(lang)
        if tag is None:
            reason = f"no fluency model for {lang}" if lang else "language unknown"
            return [FluencyResult(value=None, reason=reason)] * len(texts)
        model, head = self._load(tag)
        results: list[FluencyResult | None] = []
        waiting: list[tuple[int, list[Token]]] = []
        n_waiting = 0
        for index, text in enumerate(texts):
            tokens = model.tokenize(text)
            reason = unjudgeable(text, tokens)
            results.append(FluencyResult(value=None, reason=reason) if reason else None)
            if reason:
                continue
            waiting.append((index, tokens))
            n_waiting += len(waiting[-1][1])
            if n_waiting > _BATCH_TOKENS:
                _judge(model, head, waiting, results)
                waiting, n_waiting = [], 0
        if waiting:
            _judge(model, head, waiting, results)
        return [result for result in results if result is not None]


def _judge(
    model: LanguageModel, head: Head, waiting: list[tuple[int, list[Token]]], results: list[FluencyResult | None]
) -> None:
    batch = model.encode([tokens for _, tokens in waiting])
    rows, terms = features(model, batch)
    values = head.value(head.logit(rows))
    combined = token_terms(batch, terms)
    shown = batch.letters & ~batch.capital
    limit = float(model.info["span_limit"])
    starts = np.searchsorted(batch.owner, np.arange(batch.n_texts + 1))
    for row, (index, tokens) in enumerate(waiting):
        part = slice(int(starts[row]), int(starts[row + 1]))
        marked = spans(combined[part], tokens, batch.token[part], shown[part], limit)
        results[index] = FluencyResult(value=round(float(values[row]), 4), spans=tuple(marked))
