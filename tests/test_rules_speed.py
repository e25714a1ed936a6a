"""The garble rules on hostile input and on many pairs: linear time, and quick enough for a corpus."""

from __future__ import annotations

import time
from collections.abc import Iterable

import pytest

from mtcheck.data import Pair
from mtcheck.rules.registry import Rule, RuleSet, Scope, all_rules

GARBLE = ("MRK", "GLU", "REP", "CHR", "PUN", "STR")
HOSTILE = (
    *(
        "<",
        "<a =",
        "&",
        "&amp;",
        "{",
        "[[",
        '"',
        "“ ",
        "%D0",
        "\\u0441",
        "the ",
        "Merkelwas ",
        "a- ",
        "w, The x ",
        "— ",
    ),
    *("in the city ", "Ã©", "\ufffd", "東", "x.Y", 'x="y ', "?? ", "a b ", "\u0301", "Read also: ", "\n", "."),
)
GARBLE_RULES = [item for item in all_rules() if item.code[:3] in GARBLE and item.scope is Scope.PAIR]


def _seconds(item: Rule, text: str) -> float:
    pair = Pair(index=0, source=text[::-1], target=text, source_lang="ru", target_lang="en")
    started = time.process_time()
    _exhaust(item.function(pair))
    return time.process_time() - started


def _exhaust(hits: Iterable[object]) -> None:
    for _ in hits:
        pass


@pytest.mark.slow
@pytest.mark.parametrize("piece", HOSTILE, ids=ascii)
def test_law_time_grows_no_faster_than_the_text(piece: str) -> None:
    """Law: four times the text takes at most about four times as long (eight, for the noise of the clock)."""
    small, large = ((piece * (size // len(piece) + 1))[:size] for size in (50_000, 200_000))
    for item in GARBLE_RULES:
        first, second = _seconds(item, small), _seconds(item, large)
        assert second < max(0.25, 8 * first), f"{item.code}: {first:.3f} s, then {second:.3f} s"


@pytest.mark.slow
def test_a_line_of_a_megabyte_takes_seconds() -> None:
    sentence = "The minister said on Monday that the talks in Vienna, which began in 2019, would go on. "
    text = (sentence * 12_000)[:1_000_000]
    pair = Pair(index=0, source=text.upper(), target=text, source_lang="ru", target_lang="en")
    started = time.process_time()
    RuleSet(select=GARBLE).check([pair])
    assert time.process_time() - started < 20


@pytest.mark.slow
def test_news_sentences_a_second() -> None:
    target = "The minister said on Monday, 5 May, that the talks in Vienna had ended without an agreement {}."
    source = "Министр сообщил в понедельник, 5 мая, что переговоры в Вене завершились без соглашения {}."
    pairs = [
        Pair(index=n, source=source.format(n), target=target.format(n), source_lang="ru", target_lang="en")
        for n in range(4_000)
    ]
    rules = RuleSet(select=GARBLE)
    rules.check(pairs[:10])
    started = time.process_time()
    rules.check(pairs)
    assert len(pairs) / (time.process_time() - started) > 3_000
