"""Rules keep nothing of a batch: its facts go without the collector of cycles, what is kept of texts is forgotten."""

from __future__ import annotations

import gc

from mtcheck.data import Pair
from mtcheck.rules import RuleSet
from mtcheck.rules.facts.batch import Facts
from mtcheck.rules.facts.heads import heads
from mtcheck.rules.words.lexicon import words

SOURCE = "В понедельник, 12 мая, Иван Петров из ООН заплатил 3 000 рублей за пять книг и 20 % сверху."
TARGET = "On Monday, 12 May, Ivan Petrov of the UN payed 4,000 rubles for six books and 20% on top."


def test_nothing_of_a_batch_is_left() -> None:
    pairs = [Pair(index=n, source=SOURCE, target=TARGET, source_lang="ru", target_lang="en") for n in range(20)]
    rules = RuleSet()
    rules.check(pairs)
    gc.collect()
    gc.disable()
    try:
        assert any(rules.check(pairs))
        left = [found for found in gc.get_objects() if isinstance(found, Facts)]
    finally:
        gc.enable()
    assert not left
    assert heads.cache_info().currsize == 0
    assert words(TARGET)[0] == "On"
