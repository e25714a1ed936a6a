"""How often English words occur in our own text, and Russian ones in text at large (`mtcheck.quality_rarity`)."""

from __future__ import annotations

import lzma
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from wordfreq import get_frequency_dict

from mtcheck.quality_rarity import STEP, UNLISTED, Rarity, words_in

LEAST = 2  # occurrences of a word that is listed: 55,000 are; with those that occur once r on MLQE-PE dev is no higher
#: Share of all words from which a Russian one is listed, one in 7.5 million: the rest are as rare as the unlisted.
LEAST_SHARE = 10.0 ** (-(UNLISTED - 0.5) * STEP)


def english_rarity(data: Path) -> Rarity:
    """From the English text that fluency is counted in (6 million words)."""
    with lzma.open(data / "mono" / "en.txt.xz", "rt", encoding="utf-8") as lines:
        return rarity_of(line.split("\t", 1)[1] for line in lines)


def russian_rarity() -> Rarity:
    """From wordfreq (Speer 2022), which lists words of subtitles, news, books, Wikipedia, the web, Reddit and Twitter.

    Its data are licensed under CC BY-SA 4.0, and so is the list made of them. Of 713,000 words 211,000 are kept.
    """
    return Rarity.of_counts(shares_of(get_frequency_dict("ru", "best")), 1.0)


def shares_of(listed: Mapping[str, float]) -> dict[str, float]:
    """Of words and their shares of all words: those that are one word to `words_in`, spelled as it spells them and not
    too rare.
    """
    found: dict[str, float] = defaultdict(float)
    for word, share in listed.items():
        cut = words_in(word)
        if share >= LEAST_SHARE and len(cut) == 1 and len(cut[0][0]) == len(word):
            found[cut[0][0]] += share
    return dict(found)


def rarity_of(texts: Iterable[str]) -> Rarity:
    """The list of the words of texts."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(word for word, _ in words_in(text))
    listed = {word: n for word, n in counts.items() if n >= LEAST}
    return Rarity.of_counts(listed, counts.total())
