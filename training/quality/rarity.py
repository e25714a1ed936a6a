"""Count how often English words occur in text at large (`mtcheck.quality_rarity`)."""

from __future__ import annotations

import lzma
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from mtcheck.quality_rarity import Rarity, words_in

LEAST = 2  # occurrences of a word that is listed: 55,000 are; with those that occur once r on MLQE-PE dev is no higher


def english_rarity(data: Path) -> Rarity:
    """From the English text that fluency is counted in (6 million words)."""
    with lzma.open(data / "mono" / "en.txt.xz", "rt", encoding="utf-8") as lines:
        return rarity_of(line.split("\t", 1)[1] for line in lines)


def rarity_of(texts: Iterable[str]) -> Rarity:
    """The list of the words of texts."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(word for word, _ in words_in(text))
    listed = {word: n for word, n in counts.items() if n >= LEAST}
    return Rarity.of_counts(listed, counts.total())
