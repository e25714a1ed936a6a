"""py3langid, loaded once and on demand (half a second), restricted to the languages that are at stake."""

from __future__ import annotations

import copy
from functools import cache
from typing import Any


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


@cache
def _restricted(languages: tuple[str, ...]) -> Any:
    """An identifier for these languages only; the model's tables are shared."""
    identifier = copy.copy(_identifier())
    identifier.set_languages(sorted(set(languages) & set(identifier.labels)))
    return identifier


def classify(text: str, languages: tuple[str, ...]) -> tuple[str, float]:
    """The likeliest of the languages (tags without script) and its probability among them."""
    found, probability = _restricted(languages).classify(text)
    return found, float(probability)
