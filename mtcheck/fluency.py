"""Target text -> FluencyResult: how well it reads, 0-100, judged by small language models inside the package.

SLOR (log-probability less unigram log-probability, per token; Pauls & Klein, "Large-Scale Syntactic Language
Modeling with Treelets", 2012; Kann et al., "Sentence-Level Fluency Evaluation", 2018) of two n-gram models, its
dips, spelling and repetition, in some languages a cloze network's guesses and rules of grammar, go into a small
classifier trained to tell human sentences from damaged ones; its output is calibrated per language so that clean human
text has a median near 90 and shuffled words stay below 10.
numpy only; a language is loaded when it is first asked for.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from pathlib import Path

import numpy as np

from mtcheck.data import FluencyResult
from mtcheck.errors import ModelError
from mtcheck.fluency_features import features
from mtcheck.fluency_flat import flat_tokens, is_plain
from mtcheck.fluency_model import Batch, LanguageModel
from mtcheck.fluency_score import Head, spans, token_terms
from mtcheck.fluency_text import ELIDING, unjudgeable

DEFAULT = "fluency-v1"
_MODELS = Path(__file__).parent / "models"
_BATCH_TOKENS = 20_000  # texts are taken together up to this many tokens; bounds memory
_BATCH_TEXTS = 512


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
        results: list[FluencyResult] = []
        for first in range(0, len(texts), _BATCH_TEXTS):
            results += _judge_all(model, head, texts[first : first + _BATCH_TEXTS])
        return results


def _judge_all(model: LanguageModel, head: Head, texts: Sequence[str]) -> list[FluencyResult]:
    results: dict[int, FluencyResult] = {}
    plain = [] if model.lang in ELIDING else [index for index, text in enumerate(texts) if is_plain(text)]
    flat, doubtful = flat_tokens([texts[index] for index in plain], model.lang)
    sizes = dict(zip(plain, np.bincount(flat.owner, minlength=len(plain)).tolist(), strict=True))
    others = {index: model.tokenize(text) for index, text in enumerate(texts) if index not in sizes}
    for index in chain((plain[place] for place in np.flatnonzero(doubtful)), others):
        if reason := unjudgeable(texts[index], others.get(index) or model.tokenize(texts[index])):
            results[index] = FluencyResult(value=None, reason=reason)
    sizes |= {index: len(tokens) for index, tokens in others.items()}
    for lot in _lots([index for index in range(len(texts)) if index not in results], sizes):
        rows = {index: row for row, index in enumerate(lot)}
        tokens = flat.of([rows.get(index, -1) for index in plain])
        batch = model.encode_flat(tokens, {rows[i]: others[i] for i in lot if i in others}, len(lot))
        results.update(zip(lot, _judge(model, head, batch, [texts[index] for index in lot]), strict=True))
    return [results[index] for index in range(len(texts))]


def _lots(indexes: Sequence[int], sizes: Mapping[int, int]) -> Iterator[list[int]]:
    """The texts some at a time: as few as pass `_BATCH_TOKENS`."""
    lot: list[int] = []
    size = 0
    for index in indexes:
        lot.append(index)
        size += sizes[index]
        if size > _BATCH_TOKENS:
            yield lot
            lot, size = [], 0
    if lot:
        yield lot


def _judge(model: LanguageModel, head: Head, batch: Batch, texts: Sequence[str]) -> Iterator[FluencyResult]:
    rows, terms = features(model, batch)
    values = head.value(head.logit(rows))
    combined = token_terms(batch, terms)
    shown = batch.letters & ~batch.capital
    limit = float(model.info["span_limit"])
    starts = np.searchsorted(batch.owner, np.arange(batch.n_texts + 1)).tolist()
    low = np.minimum.reduceat(combined, starts[:-1]) < limit
    low |= np.logical_or.reduceat(terms.wrong, starts[:-1])
    for row, (value, text) in enumerate(zip(values.tolist(), texts, strict=True)):
        marked: list[tuple[int, int, float]] = []
        if low[row]:
            part = slice(starts[row], starts[row + 1])
            tokens = model.tokenize(text)
            marked = spans(combined[part], tokens, batch.token[part], shown[part], terms.wrong[part], limit)
        yield FluencyResult(value=round(value, 4), spans=tuple(marked))
