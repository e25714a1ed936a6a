"""py3langid, loaded once and on demand (half a second), restricted to the languages that are at stake."""

from __future__ import annotations

import copy
from functools import cache
from typing import Any

from mtcheck.languages import LANGUAGES


@cache
def _identifier() -> Any:
    """An identifier for the languages that can be asked for; what the model knows of the others is let go."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    whole = LanguageIdentifier.from_model_file(MODEL_FILE)
    whole.set_languages(sorted(set(LANGUAGES) & set(whole.labels)))
    kept, walk = (whole.nb_ptc, whole.nb_pc, whole.nb_classes), (whole.tk_nextmove, whole.tk_output)
    return LanguageIdentifier(*kept, *walk, norm_probs=True, tk_row=whole.tk_row)


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
