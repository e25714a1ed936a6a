"""Counts what the glossary rules flag on clean human translations, with CLDR's names of countries as the glossary.

    python -m benchmarks.garble.glossary_alarms DATA [--show 3]

DATA holds `dev/pud/`. A flag is mostly a translator's freedom (`Danish opinion` for `the opinion of Denmark`) or a
name that CLDR has not, at times a form that was not recognised: read some before you blame the stemmers. Names that are
the same in both languages are left out, as are those that hardly any text uses (`Türkiye`).
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from benchmarks.garble.faults_meaning import countries
from benchmarks.garble.inject import clean_pairs
from mtcheck.data import Pair
from mtcheck.rules.registry import RuleSet


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--show", type=int, default=0, help="print so many flags a direction")
    args = parser.parse_args()
    rules = RuleSet(select=["TRM"])
    n_uses = n_flags = n_pairs = 0
    started = time.process_time()
    for source_lang, target_lang, texts in clean_pairs(args.data):
        glossary, _ = countries(source_lang, target_lang)
        pairs = glossary.with_uses(
            [
                Pair(index=n, source=source, target=target, source_lang=source_lang, target_lang=target_lang)
                for n, (source, target) in enumerate(texts)
            ]
        )
        found = [(pair, flag) for pair, flags in zip(pairs, rules.check(pairs), strict=True) for flag in flags]
        uses = sum(len(pair.terms) for pair in pairs)
        n_uses, n_flags, n_pairs = n_uses + uses, n_flags + len(found), n_pairs + len(pairs)
        print(f"{source_lang}-{target_lang}: {uses} terms, {len(found)} flagged")
        for pair, flag in found[: args.show]:
            print(f"    {flag.text} -> {flag.suggestion} in: {pair.target[:120]}")
    seconds = time.process_time() - started
    print(f"{n_uses:,} terms, {n_flags:,} flagged ({n_flags / n_uses:.1%}); {1e6 * seconds / n_pairs:.0f} µs a pair")


if __name__ == "__main__":
    main()
