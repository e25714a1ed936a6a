"""Near-duplicates: what counts as one, in a memory that does not grow."""

from __future__ import annotations

import random

import pytest

pytest.importorskip("rbloom")
pytest.importorskip("rensa")

from mtcheck.near_duplicates import SeenPairs, band_keys

SOURCE = "Der Stadtrat beschloss am Dienstag, die alte Brücke über den Fluss im nächsten Jahr für Autos zu sperren."
TARGET = "On Tuesday the city council decided to close the old bridge across the river to cars next year."


def is_found(seen: SeenPairs, source: str, target: str) -> bool:
    return band_keys(source, target) in seen


@pytest.fixture(name="seen")
def one_pair_seen() -> SeenPairs:
    seen = SeenPairs(1000)
    seen.add(band_keys(SOURCE, TARGET))
    return seen


def test_case_punctuation_and_white_space_do_not_count(seen: SeenPairs) -> None:
    assert is_found(seen, SOURCE, TARGET)
    assert is_found(seen, SOURCE.upper(), f"  {TARGET.replace(' ', '  ')} !")
    assert is_found(seen, SOURCE, TARGET.replace("Tuesday", "Tuesday,"))


def test_another_sentence_or_another_translation_is_none(seen: SeenPairs) -> None:
    assert not is_found(seen, "Das Haus am Ende der langen Straße ist seit vielen Jahren unbewohnt.", TARGET)
    assert not is_found(seen, SOURCE, "Cars will be banned from the historic bridge from next year, councillors ruled.")
    assert not is_found(seen, TARGET, SOURCE)


def test_of_short_texts_only_equal_ones_are_duplicates() -> None:
    seen = SeenPairs(10)
    seen.add(band_keys("Seite 1", "Page 1"))
    assert is_found(seen, "seite 1.", "page 1")
    assert not is_found(seen, "Seite 2", "Page 2")


def test_the_more_alike_the_surer() -> None:
    """Jaccard overlaps near 0.95 are found nearly always, those below 0.6 hardly ever."""
    rng = random.Random(1)
    letters = "abcdefghijklmnopqrstuvwxyz    "

    def shingles(text: str) -> set[str]:
        return {text[i : i + 5] for i in range(len(text) - 4)}

    found: dict[bool, list[bool]] = {True: [], False: []}
    for _ in range(150):
        text = "".join(rng.choice(letters) for _ in range(400))
        seen = SeenPairs(10)
        seen.add(band_keys(text, "x"))
        for n_changes in (1, 30):
            changed = list(text)
            for place in rng.sample(range(400), n_changes):
                changed[place] = "9"
            other = "".join(changed)
            a, b = shingles(text), shingles(other)
            overlap = len(a & b) / len(a | b)
            assert (overlap > 0.94) == (n_changes == 1)
            found[n_changes == 1].append(is_found(seen, other, "x"))
    assert sum(found[True]) >= 0.95 * 150
    assert sum(found[False]) <= 0.02 * 150


def test_ten_thousand_different_pairs_raise_no_false_alarm() -> None:
    seen = SeenPairs(10_000)
    for i in range(10_000):
        keys = band_keys(f"Satz {i}", f"Sentence {i}")
        assert keys not in seen
        seen.add(keys)
