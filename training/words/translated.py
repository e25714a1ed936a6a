"""Builds `mtcheck/models/words/<source>-<target>.translated` and `.kept`: what translators do with a word.

    python -m training.words.translated DATA mtcheck/models/words

DATA holds `train/` (see its MANIFEST.md). For a word of the source's list: in how many pairs it stands in the source,
and in how many of those it stands, letter for letter, in the target. A loan (`software`), a name or a cognate comes
back now and then, and so is kept; a word that needs translating does not. English words are rare in the smaller
languages, so the counts of all the languages with the same kind of alphabet are asked first, and those of the language
may object. A word that the target's list has, too, may stand there by chance, and is asked more.

A file has a bit for each word of the list, in the order of the list, lowest first, as `<lang>.plain` has.
"""

from __future__ import annotations

import argparse
import lzma
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from mtcheck.rules.words.lists import Words, listed, words_of
from training.words.build import SKIPPED, bits

#: Left out, so that false alarms can be counted on them.
HELD_BACK = ("ud-pud", "wmt21-news", "wmt23-general", "tico-19", "xquad")
LATIN = (
    *("ca", "cs", "da", "de", "es", "et", "fi", "fr", "hr", "hu", "id", "it", "lt", "lv", "nl", "no", "pl", "pt"),
    *("ro", "sk", "sl", "sv", "tr", "vi"),
)
OTHER = ("ar", "be", "bg", "el", "fa", "he", "hi", "ja", "ko", "ru", "sr", "th", "uk", "zh")
#: An English word counts as translated where the languages of a kind left it in at most this share of their pairs,
#: by how often they saw it, and the language itself in at most `_OWN_SHARE`.
_ENOUGH, _MANY = 20, 100
_SHARE, _SHARE_OF_MANY, _OWN_SHARE = 0.01, 0.03, 0.02
#: What the language itself saw so often settles it, even where its kin borrow the word (`million`).
_ENOUGH_ALONE, _SHARE_ALONE = 50, 0.004
#: A foreign word that was seen twice or more and, in at most this share, in the English too.
_SEEN, _FOREIGN_SHARE = 2, 0.01
#: A word of both lists that is no name in the target's: rarer there by so many tiers, seen so often, left so seldom.
_TIERS_RARER, _SEEN_IN_BOTH, _SHARE_IN_BOTH = 2, 30, 0.01
_SHORTEST_IN_BOTH = 5
#: A word is kept that came back so often, and in so many of its pairs.
_KEPT, _KEPT_SHARE = 3, 0.1

WORD = re.compile(r"[^\W\d_]+")


@dataclass
class Counts:
    """In how many pairs a word stands on each side, and in how many on both."""

    foreign: Counter[str] = field(default_factory=Counter)
    english: Counter[str] = field(default_factory=Counter)
    both: Counter[str] = field(default_factory=Counter)


def pairs(path: Path) -> Iterator[tuple[str, str]]:
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            origin, _, rest = line.rstrip("\n").partition("\t")
            foreign, _, english = rest.partition("\t")
            if origin not in SKIPPED and origin not in HELD_BACK:
                yield foreign, english


def counts(data: Path, lang: str) -> Counts:
    found = Counts()
    for path in (data / "train" / f"{name}-en.tsv.xz" for name in ((lang, "zht") if lang == "zh" else (lang,))):
        for foreign, english in pairs(path):
            there, here = set(WORD.findall(foreign)), set(WORD.findall(english))
            found.foreign.update(there)
            found.english.update(here)
            found.both.update(there & here)
    return found


def may_be_chance(word: str, n: int, kept: int, source: Words, target: Words | None) -> bool:
    """Whether the target's list has a word, not as a name, and the counts do not tell that it is the source's alone."""
    lower = word.lower()
    if target is None or lower not in target:
        return False
    if lower in target.names or len(word) < _SHORTEST_IN_BOTH:
        return len(word) < _SHORTEST_IN_BOTH
    rarer = target.tier(lower) >= source.tier(lower) + _TIERS_RARER
    return not (rarer and n >= _SEEN_IN_BOTH and kept <= _SHARE_IN_BOTH * n)


def english_words(kind: list[Counts], own: Counts, english: Words, target: Words | None) -> tuple[set[str], set[str]]:
    """The English words that translators into the language translate, and those that they keep."""
    translated, kept = set(), set()
    for word in listed(english):
        n, same = own.english[word], own.both[word]
        n_kind, same_kind = sum(c.english[word] for c in kind), sum(c.both[word] for c in kind)
        if same >= _KEPT and same > _KEPT_SHARE * n:
            kept.add(word)
            continue
        share = _SHARE_OF_MANY if n_kind >= _MANY else _SHARE
        agreed = n_kind >= _ENOUGH and same_kind <= share * n_kind and same <= _OWN_SHARE * n
        alone = n >= _ENOUGH_ALONE and same <= _SHARE_ALONE * n
        if (agreed or alone) and not may_be_chance(word, n, same, english, target):
            translated.add(word)
    return translated, kept


def foreign_words(own: Counts, source: Words, english: Words) -> tuple[set[str], set[str]]:
    """The words of the language that translators into English translate, and those that they keep."""
    translated, kept = set(), set()
    for word in listed(source):
        n, same = own.foreign[word], own.both[word]
        if same >= _KEPT and same > _KEPT_SHARE * n:
            kept.add(word)
        elif n >= _SEEN and same <= _FOREIGN_SHARE * n and not may_be_chance(word, n, same, source, english):
            translated.add(word)
    return translated, kept


def write(out: Path, pair: str, words: list[str], found: tuple[set[str], set[str]]) -> None:
    for kind, chosen in zip(("translated", "kept"), found, strict=True):
        (out / f"{pair}.{kind}").write_bytes(bits(words, chosen))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    english = words_of("en")
    if english is None:
        parser.error("the English word list is missing: run training.words.build first")
    for kind in (LATIN, OTHER):
        found = {lang: counts(args.data, lang) for lang in kind}
        for lang, own in found.items():
            words = words_of(lang)
            # In another alphabet an English word is never one of the language, whatever its list picked up.
            into = english_words(list(found.values()), own, english, words if kind is LATIN else None)
            write(args.out, f"en-{lang}", listed(english), into)
            if kind is LATIN and words is not None:
                write(args.out, f"{lang}-en", listed(words), foreign_words(own, words, english))
            print(f"{lang}: {len(into[0]):,} English words translated, {len(into[1]):,} kept", flush=True)


if __name__ == "__main__":
    main()
