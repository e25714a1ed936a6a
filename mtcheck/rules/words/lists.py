"""Known words of a language: the lists in `mtcheck/models/words/`, made by `training/words/build.py`.

A list is a zstd file of UTF-8 text: four tiers from the most to the least frequent, with an empty line between
tiers and one word a line, in the case that the word mostly has inside a sentence (`the`, `Merkel`, German `Haus`).
`<lang>.plain` has a bit for each word, in the same order, lowest first: set where it is hardly ever capitalised.
`<source>-<target>.translated` has such bits, too: set where translators from `source` into `target` hardly ever leave
the word as it is; `.kept`: set where they do (`training/words/translated.py`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import compress

from mtcheck.errors import ModelError
from mtcheck.text_table import TextTable


class Words:
    """The list of one language."""

    __slots__ = ("names", "plain", "tiers")

    def __init__(self, text: str, plain: bytes) -> None:
        bits = _bits(plain)
        self.tiers: dict[str, int] = {}  # lower-cased word -> 0 (most frequent 300), 1 (2,000), 2 (8,000), 3 (rest)
        self.names: set[str] = set()  # lower-cased words that are mostly capitalised
        self.plain: set[str] = set()  # words that are hardly ever capitalised
        for (word, tier), bit in zip(_with_tiers(text), bits, strict=False):
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
    """The list of a language (its BCP 47 language part), or None where there is none.

    Raises:
        ModelError: the list is damaged.
    """
    text = _text_of(lang)
    return Words(text, (_FOLDER / f"{lang}.plain").read_bytes()) if text is not None else None


@lru_cache(maxsize=64)
def tiers_of(lang: str) -> TextTable:
    """The tier of each lower-cased word, as `Words.tier` tells it: all that is asked of a third language's list, and a
    tenth of the memory of `words_of`. Empty where the language has no list.

    Raises:
        ModelError: the list is damaged.
    """
    tiers = {word.lower(): tier for word, tier in _with_tiers(_text_of(lang) or "")}
    return TextTable(tiers, list(tiers.values()))


def lower_words(lang: str) -> list[str]:
    """The lower-cased words of a list, each once; none where the language has no list. Nothing is kept.

    Raises:
        ModelError: the list is damaged.
    """
    return list(dict.fromkeys(word.lower() for word, _ in _with_tiers(_text_of(lang) or "")))


_FOLDER = files("mtcheck") / "models" / "words"


def _text_of(lang: str) -> str | None:
    path = _FOLDER / f"{lang}.zst"
    return unpacked(path) if lang.isascii() and lang.isalpha() and path.is_file() else None


def _with_tiers(text: str) -> Iterator[tuple[str, int]]:
    for tier, block in enumerate(text.split("\n\n") if text else ()):
        for word in block.split("\n"):
            yield word, tier


def plain_words(lang: str) -> set[str]:
    """Words of a language that are hardly ever capitalised; empty where it has no list."""
    words = words_of(lang)
    return words.plain if words is not None else set()


def listed(words: Words) -> list[str]:
    """The words of a list, in its order and case."""
    return [word[0].upper() + word[1:] if word in words.names else word for word in words.tiers]


@lru_cache(maxsize=16)
def _marked(source: str, target: str, kind: str) -> frozenset[str]:
    words = words_of(source)
    path = files("mtcheck") / "models" / "words" / f"{source}-{target}.{kind}"
    if words is None or not (target.isascii() and target.isalpha()) or not path.is_file():
        return frozenset()
    return frozenset(compress(listed(words), map(int, _bits(path.read_bytes()))))


def translated_words(source: str, target: str) -> frozenset[str]:
    """Words of the source language, in the case of its list, that translators hardly ever leave as they are.

    Empty where the pair of languages was not counted.
    """
    return _marked(source, target, "translated")


def kept_words(source: str, target: str) -> frozenset[str]:
    """Words of the source language, in the case of its list, that translators leave as they are, now and then at least.

    Empty where the pair of languages was not counted.
    """
    return _marked(source, target, "kept")


def _bits(packed: bytes) -> Iterator[str]:
    """Each bit as `0` or `1`, the lowest of the first byte first."""
    return iter(bin(int.from_bytes(packed, "little") | 1 << 8 * len(packed))[:2:-1])


def unpacked(path: Traversable) -> str:
    """The text of a packed table (zstd of UTF-8), 16 MB at most.

    Raises:
        ModelError: the file is damaged.
    """
    import zstandard

    try:
        return zstandard.ZstdDecompressor().decompress(path.read_bytes(), max_output_size=1 << 24).decode("utf-8")
    except (zstandard.ZstdError, OSError, UnicodeDecodeError) as error:
        raise ModelError(f"{path}: not a readable table of words ({error}); install the package again") from error
