"""Finds which function words can be told from an ending or a prefix: writes `mtcheck/models/words/seams.json`.

    python -m training.words.seams DATA mtcheck/models/words

An unknown word that is a known word plus a function word (`Merkelwas`) is a slip of spacing only if the function word
is not an ending of the language as well (`oblig-or`, Spanish `matar-las`). So the unknown words of the corpora are
split in every way, and a function word is kept where such words are rarer than `MAX_PER_MILLION` running words:
`name` for capitalised words whose first part is a name of the list, `any` for all capitalised words, `end` for
lower-case words that end in the function word, `start` for those that begin with it. The `near_` kinds, `near_end` and
`near_start`, are for function words that are an ending or a beginning of rare words only: beside one of the 2,000 most
frequent words, of four letters or more, they are a slip (`nightin`, `yearsof`). The `spelt_` kinds count only
words whose letters make two words likelier (`Spelling.glued`), by so many bits as make the clashes rare; the other half
may be any word of the list, or any name. A corpus is not free of real slips, so some good function words are lost.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

from mtcheck.rules.breakage.seams import KINDS, NEAR, SPELT, is_frequent, is_half
from mtcheck.rules.words.lists import Words, words_of
from mtcheck.rules.words.spelling import spelling
from mtcheck.rules.words.tables import FUNCTION_WORDS
from training.words.build import LANGS, WORD, sentences

#: Found by reading the English, Spanish and German splits: up to here most are real slips (`providedthat`), above it
#: most are endings (`studio-us`, `encender-lo`).
MAX_PER_MILLION = 0.6
#: For `any` every capitalised unknown word counts, so that even names that no list has are safe.
MAX_PER_MILLION_ANY = 0.25
#: Where the letters speak for two words as well, more than half of the Spanish and French clashes up to here are real
#: slips (`fichiersvous`); the levels are those to choose from, in bits. On PUD, WMT news and TICO-19 lower ones raise
#: false alarms faster than they find planted faults.
MAX_SPELT_PER_MILLION = 2.5
LEVELS = (10.0, 14.0, 18.0)
#: Ends and beginnings of ordinary words that news has (`handover`, `australianas`, `dopoguerra`) and the corpora lack.
ENDINGS = {
    "en": ("over",), "pt": ("nas", "nos", "das", "dos"), "fr": ("aux", "ont"), "es": ("las", "los", "les"),
    "it": ("stato",), "el": ("της", "τον", "την", "των", "τις", "τους", "στον", "στην"), "tr": ("yla",),
}  # fmt: skip
BEGINNINGS = {"it": ("dopo", "senza", "alle"), "pt": ("esta",), "es": ("esta",)}
#: Languages whose common nouns have capitals, so that a capital says nothing of a name.
NOUN_CAPITALS = ("de",)


def unknown_words(data: Path, lang: str, words: Words) -> tuple[Counter[str], int]:
    """Counts of words that the list does not know, as written, and the number of running words."""
    found: Counter[str] = Counter()
    total = 0
    for text in sentences(data, lang):
        tokens = WORD.findall(text)
        total += len(tokens)
        found.update(token for token in tokens if token.lower() not in words)
    return found, total


def safe_seams(data: Path, lang: str) -> dict[str, list[str] | dict[str, float]]:
    words = words_of(lang)
    assert words is not None
    unknown, total = unknown_words(data, lang, words)
    common = [word for word in FUNCTION_WORDS.get(lang, frozenset()) if len(word) >= 2]
    clashes: Counter[tuple[str, str]] = Counter()
    for token, n in unknown.items():
        lower = token.lower()
        for word in common:
            if lower.endswith(word):
                left = lower[: -len(word)]
                if token.islower() and is_half(left, words):
                    clashes["end", word] += n
                elif token.istitle() and len(left) >= 3:
                    clashes["any", word] += n
                    clashes["name", word] += n if left in words.names else 0
            if token.islower() and token.startswith(word) and is_half(token[len(word) :], words):
                clashes["start", word] += n
    limit = max(1.0, MAX_PER_MILLION * total / 1e6)
    safe: dict[str, list[str] | dict[str, float]] = {
        kind: sorted(word for word in common if clashes[kind, word] <= limit) for kind in KINDS
    }
    safe |= near_seams(unknown, limit, words, common)
    strict = MAX_PER_MILLION_ANY * total / 1e6
    safe["any"] = [word for word in safe["any"] if len(word) >= 3 and clashes["any", word] <= strict]
    return safe | spelt_seams(unknown, total, words, lang)


def near_seams(unknown: Counter[str], limit: float, words: Words, common: list[str]) -> dict[str, list[str]]:
    """Under each of `NEAR` the function words that unknown words hardly ever have beside a frequent word."""
    clashes: Counter[tuple[str, str]] = Counter()
    for token, n in unknown.items():
        if token.islower():
            for word in common:
                clashes["near_end", word] += (
                    n if token.endswith(word) and is_frequent(token[: -len(word)], words) else 0
                )
                clashes["near_start", word] += (
                    n if token.startswith(word) and is_frequent(token[len(word) :], words) else 0
                )
    return {kind: sorted(word for word in common if clashes[kind, word] <= limit) for kind in NEAR}


def spelt_seams(unknown: Counter[str], total: int, words: Words, lang: str) -> dict[str, dict[str, float]]:
    """Under each of `SPELT` the function words with the bits from which clashing unknown words are rare enough."""
    letters = spelling(lang)
    assert letters is not None
    common = [word for word in FUNCTION_WORDS.get(lang, frozenset()) if len(word) >= 3]
    clashes: Counter[tuple[str, str, float]] = Counter()
    for token, n in unknown.items():
        lower = token.lower()
        for word in common:
            left, right = lower[: -len(word)], lower[len(word) :]
            kinds = []
            if lower.endswith(word) and token.istitle() and len(left) >= 4:
                kinds.append(("spelt_name", len(left)))
            if token.islower() and lower.endswith(word) and len(left) >= 3 and left in words:
                kinds.append(("spelt_end", len(left)))
            if token.islower() and lower.startswith(word) and len(right) >= 3 and right in words:
                kinds.append(("spelt_start", len(word)))
            for kind, at in kinds:
                bits = letters.glued(lower, at)
                clashes.update({(kind, word, level): n for level in LEVELS if bits >= level})
    limit = MAX_SPELT_PER_MILLION * total / 1e6
    return {
        kind: {
            word: levels[0]
            for word in sorted(common)
            if word not in (BEGINNINGS if kind == "spelt_start" else ENDINGS).get(lang, ())
            and not (kind == "spelt_name" and lang in NOUN_CAPITALS)
            and (levels := [level for level in LEVELS if clashes[kind, word, level] <= limit])
        }
        for kind in SPELT
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("langs", nargs="*", default=LANGS)
    args = parser.parse_args()
    path = args.out / "seams.json"
    table = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    for lang in args.langs:
        table[lang] = safe_seams(args.data, lang)
        print(lang, {kind: len(ends) for kind, ends in table[lang].items()}, flush=True)
        text = json.dumps(dict(sorted(table.items())), ensure_ascii=False, separators=(",", ":"))
        path.write_text(text.replace("},", "},\n") + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
