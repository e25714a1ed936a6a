"""Makes `mtcheck/models/words/telling.json`: for each language in Latin letters, common words that it alone has.

    python -m training.words.telling

A word tells its language where it is among the 300 most frequent there and among the 8,000 most frequent of no other
list. Others' lists hold English function words from names and titles, so for English the hand-made list of
`mtcheck.identify` is added, less what is a word of another language too.
"""

from __future__ import annotations

import json
from pathlib import Path

from mtcheck.identify import ENGLISH
from mtcheck.languages import SUPPORTED, scripts_of
from mtcheck.rules.words.lists import Words, words_of

OUT = Path(__file__).parents[2] / "mtcheck" / "models" / "words" / "telling.json"
#: Danish, Dutch, French, German, Romanian, Slavic and Spanish words as well.
SHARED = frozenset(
    ["her", "are", "had", "has", "will", "of", "who", "these", "our", "more", "been", "have", "it", "you"]
)


def main() -> None:
    lists = {
        lang: found
        for lang in sorted(SUPPORTED)
        if "Latn" in scripts_of(lang) and lang != "sr" and (found := words_of(lang)) is not None
    }
    table = {lang: sorted(telling_words(lang, lists)) for lang in lists}
    rows = ",\n".join(f' "{lang}": {json.dumps(" ".join(words), ensure_ascii=False)}' for lang, words in table.items())
    OUT.write_text(f"{{\n{rows}\n}}\n", "utf-8")
    print(", ".join(f"{lang} {len(words)}" for lang, words in table.items()))


def telling_words(lang: str, lists: dict[str, Words]) -> set[str]:
    others = [words for other, words in lists.items() if other != lang]
    found = {
        word
        for word, tier in lists[lang].tiers.items()
        if tier == 0 and len(word) > 1 and word.isalpha() and all(words.tier(word) > 2 for words in others)
    }
    if lang == "en":
        found |= ENGLISH - SHARED
    return found


if __name__ == "__main__":
    main()
