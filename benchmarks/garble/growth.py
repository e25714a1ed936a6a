"""How the rules' time grows with the text, on hostile pieces repeated without end, and how many pairs a second they do.

    python -m benchmarks.garble.growth

For each piece and each pair rule: processor seconds at 50 kB and 200 kB. A quotient near 4 is linear, near 16 is
quadratic; only rules slower than 20 ms at 50 kB are compared, since below that the clock decides. Exit code 1 when a
quotient is above 8.
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Iterable

from mtcheck.data import Pair
from mtcheck.rules.registry import Rule, RuleSet, Scope, all_rules

PIECES = (
    "<", "<a =", "&", "&amp;", "{", "[[", '"', "“ ", "%D0", "\\u0441", "the ", "Merkelwas ", "a- ", "w, The x ", "— ",
    "in the city ", "Ã©", "\ufffd", "東", "x.Y", 'x="y ', "?? ", "a b ", "\u0301", "Read also: ", "\n", ".", "1 ",
    "1,", "1.", "12:30 ", "三万", "XIX ", "5 km ", "1/2 ", "7 млн ", "слово ",
    "a'", "сa", "Anna Berg ", "das ist ", "а-", "x@y.",
)  # fmt: skip
SIZES = (50_000, 200_000)
CLOCK = 0.02
LIMIT = 8.0


def seconds(item: Rule, text: str) -> float:
    pair = Pair(index=0, source=text[::-1] + "8", target=text + "9", source_lang="ru", target_lang="en")
    gc.disable()  # its full collections come in steps, and would be taken for the rule's own growth
    started = time.process_time()
    exhaust(item.function(pair))
    spent = time.process_time() - started
    gc.enable()
    return spent


def exhaust(hits: Iterable[object]) -> None:
    for _ in hits:
        pass


def pairs_a_second(n: int = 4_000) -> float:
    target = "The minister said on Monday, 5 May, that the talks in Vienna had ended without an agreement {}."
    source = "Министр сообщил в понедельник, 5 мая, что переговоры в Вене завершились без соглашения {}."
    pairs = [
        Pair(index=i, source=source.format(i), target=target.format(i), source_lang="ru", target_lang="en")
        for i in range(n)
    ]
    rules = RuleSet()
    rules.check(pairs[:10])
    started = time.process_time()
    rules.check(pairs)
    return n / (time.process_time() - started)


def main() -> None:
    print(f"all rules: {pairs_a_second():,.0f} pairs a second")
    steep = 0
    for piece in PIECES:
        texts = [(piece * (size // len(piece) + 1))[:size] for size in SIZES]
        for item in all_rules():
            if item.scope is not Scope.PAIR:
                continue
            first = seconds(item, texts[0])
            if first < CLOCK:
                continue
            second = seconds(item, texts[1])
            steep += second > LIMIT * first
            print(f"{item.code}  {piece!a:16} {first:.3f} s  {second:.3f} s  x{second / first:.1f}")
    sys.exit(steep > 0)


if __name__ == "__main__":
    main()
