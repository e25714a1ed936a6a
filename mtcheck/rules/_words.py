"""Known words of a language: the lists in `mtcheck/models/words/`, made by `training/words/build.py`.

A list is a zstd file of UTF-8 text: four tiers from the most to the least frequent, with an empty line between
tiers and one word a line, in the case that the word mostly has inside a sentence (`the`, `Merkel`, German `Haus`).
`<lang>.plain` has a bit for each word, in the same order, lowest first: set where it is hardly ever capitalised.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files


class Words:
    """The list of one language."""

    __slots__ = ("names", "plain", "tiers")

    def __init__(self, text: str, plain: bytes) -> None:
        mask = int.from_bytes(plain, "little")
        bits = iter(bin(mask | 1 << 8 * len(plain))[:2:-1])
        self.tiers: dict[str, int] = {}  # lower-cased word -> 0 (most frequent 300), 1 (2,000), 2 (8,000), 3 (rest)
        self.names: set[str] = set()  # lower-cased words that are mostly capitalised
        self.plain: set[str] = set()  # words that are hardly ever capitalised
        for tier, block in enumerate(text.split("\n\n")):
            for word, bit in zip(block.split("\n"), bits, strict=False):
                lower = word.lower()
                self.tiers[lower] = tier
                if lower != word:
                    self.names.add(lower)
                elif bit == "1":
                    self.plain.add(word)

    def __contains__(self, word: str) -> bool:
        return word in self.tiers

    def __len__(self) -> int:
        return len(self.tiers)

    def tier(self, word: str) -> int:
        """0..3, the lower the more frequent; 9 for a word that is not in the list."""
        return self.tiers.get(word, 9)


@lru_cache(maxsize=64)
def words_of(lang: str) -> Words | None:
    """The list of a language (its BCP 47 language part), or None where there is none."""
    if not (lang.isascii() and lang.isalpha()):
        return None
    folder = files("mtcheck") / "models" / "words"
    path = folder / f"{lang}.zst"
    if not path.is_file():
        return None
    import zstandard

    text = zstandard.ZstdDecompressor().decompress(path.read_bytes(), max_output_size=1 << 23).decode("utf-8")
    return Words(text, (folder / f"{lang}.plain").read_bytes())
