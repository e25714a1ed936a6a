"""The compact identifier says what py3langid itself says, and its table what the plain one says."""

from __future__ import annotations

import numpy as np
import pytest

from mtcheck.langid import Walk, classify

TEXTS = (
    "The committee meets again on Thursday.",
    "Der Ausschuss tagt am Donnerstag wieder.",
    "Комитет снова соберётся в четверг.",
    "委员会将于周四再次开会。",
    "KOMISE SE SEJDE ZNOVU VE ČTVRTEK.",
    "...",
    "",
)


def test_it_says_what_the_library_says() -> None:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    languages = ("cs", "de", "en", "ru", "zh")
    plain = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    plain.set_languages(languages)
    for text in TEXTS:
        found, probability = plain.classify(text)
        assert classify(text, languages) == (found, float(probability))


@pytest.mark.parametrize("kind", [np.uint16, np.uint32])
def test_a_walk_in_parts_is_the_walk(kind: type[np.unsignedinteger]) -> None:
    rng = np.random.default_rng(1)
    n_states, n_rows = 40, 12
    moves = np.zeros((n_rows, 256), dtype=kind)
    moves[rng.integers(0, n_rows, 600), rng.integers(0, 256, 600)] = rng.integers(0, n_states, 600)
    rows, features = rng.integers(0, n_rows, n_states), rng.integers(-5, 9, n_states)
    text = rng.integers(0, 256, 5_000).astype(np.uint8).tobytes()
    state, expected = 0, []
    for byte in text:
        state = int(moves[rows[state], byte])
        expected += [int(features[state])] if features[state] >= 0 else []
    assert expected
    assert Walk(moves.reshape(-1), rows, features.tolist()).features(text) == expected
