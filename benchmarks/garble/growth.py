"""How the rules' time grows with the text, on hostile pieces repeated without end, and how many pairs a second they do.

    python -m benchmarks.garble.growth [DATA]

With DATA (the folder with `train/`) pairs a second are those of news-like pairs in three languages, after 8,000 to warm
up; without, of made ones. Either way in batches as streams have them, on one core's processor time.
For each piece and each pair rule: processor seconds at 50 kB and 200 kB; with DATA also of real pairs put together into
one line of 300 kB and of 1.2 MB in six directions, which meet what made text does not. A quotient near 4 is
linear, near 16 is quadratic; only rules slower than 20 ms on the shorter text are compared, since below that the clock
decides. Exit code 1 when a quotient is above 8, and the next for twice the text above 3.
"""

from __future__ import annotations

import gc
import lzma
import random
import sys
import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from mtcheck.data import Pair
from mtcheck.identify import identify_segments
from mtcheck.pairflow import BATCH
from mtcheck.pool import settle_heap
from mtcheck.rules.registry import Rule, RuleSet, Scope, all_rules

PIECES = (
    "<", "<a =", "&", "&amp;", "{", "[[", '"', "“ ", "%D0", "\\u0441", "the ", "Merkelwas ", "a- ", "w, The x ", "— ",
    "in the city ", "Ã©", "\ufffd", "東", "x.Y", 'x="y ', "?? ", "a b ", "\u0301", "Read also: ", "\n", ".", "1 ",
    "1,", "1.", "12:30 ", "三万", "XIX ", "5 km ", "1/2 ", "7 млн ", "слово ",
    "a'", "сa", "Anna Berg ", "das ist ", "а-", "x@y.", "zhurnal ", "Gorsovet ",
)  # fmt: skip
SIZES = (50_000, 200_000)
TEXT_SIZES = (300_000, 1_200_000)  # in less text, some rules find nothing to compare
CLOCK = 0.02
LIMIT = 8.0
DOUBLED = 3.0  # and so many times as long for twice the text again


DIRECTIONS = (("ru", "en"), ("de", "en"), ("fr", "en"), ("zh", "en"), ("en", "de"), ("en", "ru"))


def seconds(item: Rule, pair: Pair) -> float:
    gc.disable()  # its full collections come in steps, and would be taken for the rule's own growth
    started = time.process_time()
    exhaust(item.function(pair))
    spent = time.process_time() - started
    gc.enable()
    return spent


def exhaust(hits: Iterable[object]) -> None:
    for _ in hits:
        pass


def made_pairs(n: int = 12_000) -> list[Pair]:
    target = "The minister said on Monday, 5 May, that the talks in Vienna had ended without an agreement {}."
    source = "Министр сообщил в понедельник, 5 мая, что переговоры в Вене завершились без соглашения {}."
    return [
        Pair(index=i, source=source.format(i), target=target.format(i), source_lang="ru", target_lang="en")
        for i in range(n)
    ]


def _rows(data: Path, lang: str) -> list[list[str]]:
    """Pairs of eight words and more, in random order."""
    with lzma.open(data / "train" / f"{lang}-en.tsv.xz", "rt", encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t")[1:3] for line in file]
    rows = [row for row in rows if len(row) == 2 and len(row[1].split()) >= 8]
    random.Random(1).shuffle(rows)
    return rows


def long_pair(data: Path, langs: tuple[str, str], size: int) -> Pair:
    """Real pairs put together into one, whose target has so many characters or little more."""
    foreign = langs[0] if langs[1] == "en" else langs[1]
    texts: tuple[list[str], list[str]] = ([], [])
    for row in _rows(data, foreign):
        for side, text in zip(texts, row if langs[1] == "en" else reversed(row), strict=True):
            side.append(text)
        size -= len(texts[1][-1]) + 1
        if size <= 0:
            break
    source, target = map(" ".join, texts)
    return Pair(index=0, source=source, target=target, source_lang=langs[0], target_lang=langs[1])


def real_pairs(data: Path, lang: str, n: int = 12_000) -> list[Pair]:
    """Some of `_rows`, each with its guessed languages, as in a stream."""
    sources, targets = (tuple(side) for side in zip(*_rows(data, lang)[:n], strict=True))
    here = identify_segments(sources, expected=lang, other="en")
    there = identify_segments(targets, expected="en", other=lang)
    return [
        Pair(index=i, source=source, target=target, source_lang=lang, target_lang="en", source_guess=one,
             target_guess=two)
        for i, (source, target, one, two) in enumerate(zip(sources, targets, here, there, strict=True))
    ]  # fmt: skip


def pairs_a_second(pairs: list[Pair]) -> float:
    """Of the last third, after the others."""
    rules, cut = RuleSet(), 2 * len(pairs) // 3
    settle_heap()
    _check(rules, pairs[:cut])
    started = time.process_time()
    _check(rules, pairs[cut:])
    return (len(pairs) - cut) / (time.process_time() - started)


def _check(rules: RuleSet, pairs: list[Pair]) -> None:
    for at in range(0, len(pairs), BATCH):
        rules.check(pairs[at : at + BATCH])


def growth(name: str, made: Callable[[int], Pair], sizes: tuple[int, int]) -> int:
    """Print how each rule's time grows from one text to one four times as long; the number of rules too steep."""
    steep = 0
    first, second = map(made, sizes)
    for item in all_rules():
        if item.scope is not Scope.PAIR:
            continue
        spent = seconds(item, first)
        if spent < CLOCK:
            continue
        longer = seconds(item, second)
        print(f"{item.code}  {name:16} {spent:.3f} s  {longer:.3f} s  x{longer / spent:.1f}", end="")
        if longer > LIMIT * spent:  # or what the processor's caches held is too large for them now: a single step
            longest = seconds(item, made(2 * sizes[1]))
            steep += longest > DOUBLED * longer
            print(f"  {longest:.3f} s  x{longest / longer:.1f}", end="")
        print()
    return steep


def made_pair(size: int, piece: str) -> Pair:
    text = (piece * (size // len(piece) + 1))[:size]
    return Pair(index=0, source=text[::-1] + "8", target=text + "9", source_lang="ru", target_lang="en")


def main() -> None:
    data = Path(sys.argv[1]) if sys.argv[1:] else None
    steep = 0
    if data is None:
        print(f"all rules: {pairs_a_second(made_pairs()):,.0f} pairs a second")
    else:
        for lang in ("ru", "de", "zh"):
            print(f"all rules, {lang}-en: {pairs_a_second(real_pairs(data, lang)):,.0f} pairs a second")
        for langs in DIRECTIONS:
            RuleSet().check([long_pair(data, langs, 1_000)])
            steep += growth("text, " + "-".join(langs), partial(long_pair, data, langs), TEXT_SIZES)
    for piece in PIECES:
        steep += growth(ascii(piece), partial(made_pair, piece=piece), SIZES)
    sys.exit(steep > 0)


if __name__ == "__main__":
    main()
