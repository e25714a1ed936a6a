"""Makes `mtcheck/models/words/elsewhere.zst`: common words, each with the languages whose common words it is among.

    python -m training.words.elsewhere

A word of three letters or more, written small in its list, that is among the 2,000 most frequent of its language and
among the 8,000 most frequent of three languages at most; of the 300 most frequent, that are function words and stray
into every list by names and titles, five languages. What more lists have is international and tells nothing. English
words are borrowed everywhere and tell nothing either. Of the largest languages, words to rank 8,000 that no other list
has and that are never capitalised are here, too. A row is the word and its languages, with `0` behind those of which
it is among the 300, `2` where it is behind rank 2,000.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import zstandard

from mtcheck.languages import SUPPORTED
from mtcheck.rules.words.lists import words_of

OUT = Path(__file__).parents[2] / "mtcheck" / "models" / "words" / "elsewhere.zst"
MOST_LISTS = 3
MOST_LISTS_OF_FREQUENT = 5
LARGE = ("de", "fr", "es", "it", "pt", "nl", "pl", "cs", "tr", "uk")


def main() -> None:
    lists = {lang: words for lang in sorted(SUPPORTED) if (words := words_of(lang)) is not None}
    own = {lang: words for lang, words in lists.items() if lang != "en"}
    found: dict[str, list[str]] = {}
    for lang, words in own.items():
        for word, tier in words.tiers.items():
            if tier <= 1 and len(word) >= 3 and word.isalpha() and word not in words.names:
                found.setdefault(word, []).append(f"{lang}0" if tier == 0 else lang)
    kept = {
        word: langs
        for word, langs in found.items()
        if sum(words.tier(word) <= 2 for words in lists.values())
        <= (MOST_LISTS_OF_FREQUENT if any(lang[-1] == "0" for lang in langs) else MOST_LISTS)
    }
    seen = Counter(word for words in lists.values() for word in words.tiers)
    for lang in LARGE:
        for word, tier in lists[lang].tiers.items():
            if tier == 2 and seen[word] == 1 and len(word) >= 5 and word in lists[lang].plain:
                kept[word] = [f"{lang}2"]
    text = "\n".join(f"{word} {' '.join(langs)}" for word, langs in sorted(kept.items()))
    OUT.write_bytes(zstandard.ZstdCompressor(level=19).compress(text.encode("utf-8")))
    print(f"{len(kept):,} words, {OUT.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
