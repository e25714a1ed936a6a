"""Builds the word lists of `mtcheck/models/words/`: what counts as a known word when words may be run together.

    python -m training.words.build DATA mtcheck/models/words

DATA holds `mono/` and `train/` (see their MANIFEST.md). A list is the most frequent words of a language, in the
case they mostly have inside a sentence, so that a name is told from a common word. The file format is described in
`mtcheck/rules/words/lists.py`, which reads it.
"""

from __future__ import annotations

import argparse
import lzma
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import zstandard

#: Lists are for languages that put spaces between words and have no clitics written solid.
LANGS = (
    *("en", "ru", "de", "fr", "es", "it", "pt", "nl", "pl", "uk", "cs", "tr", "id", "ro", "sv", "fi", "el", "hu"),
    *("bg", "et", "sr", "be", "ca", "da", "hr", "lt", "lv", "no", "sk", "sl"),
)
N_WORDS = {"en": 60_000, "ru": 45_000}
N_WORDS_OTHER = 22_000
#: Ends of the frequency tiers within a list; `mtcheck/rules/words/lists.py` gives the tier as a measure of how common
#: a word is.
TIERS = (300, 2_000, 8_000)
MIN_COUNT = 4
#: A word seen this often inside sentences, and at most this share of it capitalised, is never a name or a title.
PLAIN_COUNT, PLAIN_SHARE = 20, 0.01
#: Machine-made, or lists of names and terms rather than running text.
SKIPPED = ("msdocs-MT", "wiktionary-dict", "omw-wordnet", "iso-codes", "cldr-names", "kgeography", "osm-id-presets")
#: A corpus of one genre must not drown the rest (software manuals would put "click" before "minister").
MAX_LINES_PER_ORIGIN = 60_000

WORD = re.compile(r"[^\W\d_]+")


def sentences(data: Path, lang: str) -> Iterator[str]:
    """Text of one language, at most `MAX_LINES_PER_ORIGIN` lines an origin."""
    seen: Counter[str] = Counter()
    files = [(data / "mono" / f"{lang}.txt.xz", 1)]
    files += (
        [(path, 2) for path in sorted((data / "train").glob("[r-u]*-en.tsv.xz"))]
        if lang == "en"
        else [(data / "train" / f"{lang}-en.tsv.xz", 1)]
    )
    for path, column in files:
        if not path.exists():
            continue
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                fields = line.rstrip("\n").split("\t")
                origin = fields[0]
                if len(fields) <= column or origin in SKIPPED or seen[origin] >= MAX_LINES_PER_ORIGIN:
                    continue
                seen[origin] += 1
                yield unicodedata.normalize("NFC", fields[column])


def count(texts: Iterator[str]) -> tuple[Counter[str], set[str], set[str]]:
    """Counts of lower-cased words; those mostly, and those hardly ever, capitalised after a lower-case word."""
    total: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    inside: Counter[str] = Counter()
    for text in texts:
        previous = ""
        for match in WORD.finditer(text):
            word = match[0]
            lower = word.lower()
            total[lower] += 1
            if previous and previous.islower():
                inside[lower] += 1
                capital[lower] += word != lower
            previous = word
    named = {word for word, n in capital.items() if 2 * n > inside[word]}
    plain = {word for word, n in inside.items() if n >= PLAIN_COUNT and capital[word] <= PLAIN_SHARE * n}
    return total, named, plain


def cased(word: str, named: set[str]) -> str:
    return word[:1].upper() + word[1:] if word in named else word


def bits(words: list[str], plain: set[str]) -> bytes:
    """One bit a word, the first word in the lowest bit of the first byte."""
    mask = sum(1 << at for at, word in enumerate(words) if word in plain)
    return mask.to_bytes((len(words) + 7) // 8, "little")


def build(data: Path, lang: str) -> tuple[bytes, bytes]:
    """The list (tiers separated by an empty line, sorted within a tier, zstd) and the bits of its plain words."""
    total, named, plain = count(sentences(data, lang))
    ranked = [word for word, n in total.most_common(N_WORDS.get(lang, N_WORDS_OTHER)) if n >= MIN_COUNT]
    edges = [0, *TIERS, len(ranked)]
    tiers = [sorted(cased(word, named) for word in ranked[a:b]) for a, b in pairwise(edges)]
    text = "\n\n".join("\n".join(tier) for tier in tiers)
    packed = zstandard.ZstdCompressor(level=22).compress(text.encode("utf-8"))
    return packed, bits([word for tier in tiers for word in tier], plain)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("langs", nargs="*", default=LANGS)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    for lang in args.langs:
        packed, plain = build(args.data, lang)
        (args.out / f"{lang}.zst").write_bytes(packed)
        (args.out / f"{lang}.plain").write_bytes(plain)
        print(f"{lang}: {len(packed):,} bytes", flush=True)


if __name__ == "__main__":
    main()
