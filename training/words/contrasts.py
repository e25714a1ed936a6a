"""Builds `mtcheck/models/words/contrasts.zst`: which words of a language mean a member of `contrast_groups`.

    python -m training.words.contrasts DATA mtcheck/models/words [--langs ru de]

DATA holds `train/` (see its MANIFEST.md). For each foreign word: how probably it brings a member's English words into
the translation, by expectation maximisation over pairs (as IBM model 1: of the words of a sentence, the one explains
the member that mostly does; a constant stands for no word). A word *means* a member from `_SURE` on, and *may mean* it
from `_MAY` on. Then the rule itself is run over the pairs: a word that would be flagged in more than `_FALSE` of its
pairs may mean what it was flagged with. Words that are rare are judged by their stems.

The file has a line for each language and member: words that mean it, words that may, in the order of the members.
"""

from __future__ import annotations

import argparse
import lzma
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np

from mtcheck.data import IntArray
from mtcheck.inflection import stem
from mtcheck.rules.meaning.contrast_groups import MEMBERS, OTHERS
from mtcheck.rules.meaning.contrasts import SIGNS, english_members, pieces_of, write
from mtcheck.rules.words.lexicon import lowered
from mtcheck.rules.words.lists import words_of
from training.words.contrast_words import rows
from training.words.translated import HELD_BACK

#: Of a language at most so many pairs, those of software manuals last.
_MOST = 260_000
_MANUALS = ("msdocs-HT", "msdocs-MT", "php-manual", "debian-website")
_ROUNDS = 6
#: p(member | word) from which a word means the member, where seen so often; and from which it may mean it.
_SURE = ((0.2, 20), (0.4, 6), (0.7, 3))
_SEEN, _SEEN_SELDOM = 6, 3
_MAY = 0.04
#: Shorter stems stand for several words (Spanish `mar`: sea, husband).
_ROOT = 4
_BEGINNING = 5
#: A word that is flagged in more of its pairs than this may mean what it is flagged with.
_FALSE = 0.003
_INDEX = {member: n for n, member in enumerate(MEMBERS)}


def pairs(path: Path) -> Iterator[tuple[str, str]]:
    """(foreign, English), manuals last."""
    late: list[tuple[str, str]] = []
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            origin, _, rest = line.rstrip("\n").partition("\t")
            foreign, _, english = rest.partition("\t")
            if origin in _MANUALS:
                late.append((foreign, english))
            elif origin not in HELD_BACK:
                yield foreign, english
    yield from late


@dataclass
class Corpus:
    """Pairs as numbers: `words[starts[i]:starts[i + 1]]` are the words of pair i, `members` likewise."""

    vocabulary: list[str]
    words: IntArray
    starts: IntArray
    said: tuple[tuple[IntArray, IntArray], tuple[IntArray, IntArray]]  # (pair, member): told, and perhaps told
    english: list[tuple[int, int]]  # bits of what each English side tells, and may tell


def corpus(data: Path, lang: str, stems: bool) -> Corpus:
    ids: dict[str, int] = {}
    words: list[int] = []
    starts = [0]
    told: tuple[tuple[list[int], list[int]], tuple[list[int], list[int]]] = (([], []), ([], []))
    english: list[tuple[int, int]] = []
    names = ("zh", "zht") if lang == "zh" else (lang,)
    for name in names:
        for foreign, target in islice(pairs(data / "train" / f"{name}-en.tsv.xz"), _MOST):
            found = pieces_of(foreign, lang)
            if stems:
                found = frozenset(stem(word, lang) for word in found)
            words += [ids.setdefault(word, len(ids)) for word in found]
            starts.append(len(words))
            sure, may = english_members(target)
            english.append((sure, may))
            for mask, (of_pairs, members) in zip((sure, may), told, strict=True):
                for member in _bits(mask):
                    of_pairs.append(len(starts) - 2)
                    members.append(member)
    said = tuple((np.array(of_pairs), np.array(members)) for of_pairs, members in told)
    return Corpus(list(ids), np.array(words), np.array(starts), said, english)  # type: ignore[arg-type]


def _bits(mask: int) -> Iterator[int]:
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low


def probabilities(
    given: Corpus, counts: IntArray, member_pairs: IntArray, members: IntArray
) -> Iterator[tuple[int, int, float]]:
    """(word, member, p(member | word)) of those that occur together; `counts` says how often each word occurs."""
    n_members = len(MEMBERS)
    lengths = np.diff(given.starts)[member_pairs]
    item = np.repeat(np.arange(len(lengths)), lengths)
    within = np.arange(lengths.sum()) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    word = given.words[np.repeat(given.starts[member_pairs], lengths) + within]
    member = members[item]
    often = counts[word] >= _SEEN_SELDOM
    item, word, member = item[often], word[often], member[often]
    keys, inverse = np.unique(word.astype(np.int64) * n_members + member, return_inverse=True)
    words, of = keys // n_members, keys % n_members
    base = np.bincount(members, minlength=n_members) / max(1, len(given.starts) - 1)
    p = np.bincount(inverse) / counts[words]
    for _ in range(_ROUNDS):
        shares = p[inverse]
        total = np.bincount(item, shares, minlength=len(lengths)) + base[members]
        p = np.bincount(inverse, shares / total[item]) / counts[words]
    return zip(words.tolist(), of.tolist(), p.tolist(), strict=True)


def meanings(given: Corpus) -> dict[str, tuple[int, int, int]]:
    """For each word: bits of what it means, of what it may mean, how often it was seen."""
    sure: dict[int, int] = defaultdict(int)
    may: dict[int, int] = defaultdict(int)
    counts = np.bincount(given.words, minlength=len(given.vocabulary))
    for w, m, share in probabilities(given, counts, *given.said[1]):
        if share >= _MAY:
            may[w] |= 1 << m
    for w, m, share in probabilities(given, counts, *given.said[0]):
        if any(share >= least and counts[w] >= n for least, n in _SURE):
            sure[w] |= 1 << m
    return {given.vocabulary[w]: (sure.get(w, 0), may[w], int(counts[w])) for w in may}


def table(data: Path, lang: str) -> dict[str, tuple[int, int]]:
    """Word -> bits of what it means and of what it may mean."""
    given = corpus(data, lang, stems=False)
    found = {word: (sure, may) for word, (sure, may, n) in meanings(given).items() if n >= _SEEN or sure}
    listed = words_of(lang)
    if lang not in SIGNS and listed is not None:
        by_stem = meanings(corpus(data, lang, stems=True))
        seen = Counter(dict(zip(given.vocabulary, np.bincount(given.words).tolist(), strict=True)))
        for word in {*listed.tiers, *given.vocabulary, *common_words(data, lang)}:
            root = stem(word, lang)
            if seen[word] < _SEEN and len(root) >= _ROOT and (of_stem := by_stem.get(root)) and of_stem[2] >= _SEEN:
                sure, may = found.get(word, (0, 0))
                found[word] = (sure | of_stem[0], may | of_stem[1])
    seen = Counter(dict.fromkeys((*(listed.tiers if listed else ()), *common_words(data, lang)), 0))
    seen.update(dict(zip(given.vocabulary, np.bincount(given.words).tolist(), strict=True)))
    return pruned(given, found) | by_hand(lang, seen, found)


def by_hand(lang: str, seen: Mapping[str, int], found: dict[str, tuple[int, int]]) -> dict[str, tuple[int, int]]:
    """The words of `contrast_words`: each means its member, and no rival of it.

    Of the words that begin like a `*` row those count that were seen to stand for the member now and then, and of those
    seen too seldom to tell, those that share `_BEGINNING` letters.
    """
    ordered = sorted(seen)
    made: dict[str, tuple[int, int]] = {}
    for member, words in rows(lang):
        rivals = sum(1 << _INDEX[other] for other in OTHERS[member])
        for pattern in words:
            stem_of = pattern.removesuffix("*")
            first = bisect_left(ordered, stem_of)
            last = bisect_left(ordered, stem_of + "\U0010ffff", lo=first)
            bit = 1 << _INDEX[member]
            for word in ordered[first:last] if pattern.endswith("*") else [pattern]:
                sure, may = made.get(word) or found.get(word, (0, 0))
                told = may & bit if seen[word] >= _SEEN else len(stem_of) >= _BEGINNING
                if pattern.endswith("*") and not told:
                    continue
                made[word] = ((sure & ~rivals) | bit, (may & ~rivals) | bit)
    return made


def common_words(data: Path, lang: str) -> set[str]:
    """The words that monolingual text has twice or more."""
    path = data / "mono" / f"{lang}.txt.xz"
    if not path.exists():
        return set()
    seen: Counter[str] = Counter()
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in islice(lines, _MOST):
            seen.update(lowered(line.partition("\t")[2]))
    return {word for word, n in seen.items() if n >= 2}


def pruned(given: Corpus, found: dict[str, tuple[int, int]]) -> dict[str, tuple[int, int]]:
    """The table, where words flagged in the pairs that it was learnt from may mean what they were flagged with."""
    sure = [found.get(word, (0, 0))[0] for word in given.vocabulary]
    may = [found.get(word, (0, 0))[1] for word in given.vocabulary]
    counts = np.bincount(given.words).tolist()
    others = [sum(1 << _INDEX[other] for other in OTHERS[member]) for member in MEMBERS]
    blamed: Counter[tuple[int, int]] = Counter()
    for n, (there, there_may) in enumerate(given.english):
        words = [w for w in given.words[given.starts[n] : given.starts[n + 1]].tolist() if may[w]]
        here = here_may = 0
        for w in words:
            here |= sure[w]
            here_may |= may[w]
        for member in _bits(here & ~there_may):
            for other in _bits(others[member] & there & ~here_may):
                blamed.update((w, other) for w in words if sure[w] >> member & 1)
        for member in _bits(there & ~here_may):
            for other in _bits(others[member] & here & ~there_may):
                blamed.update((w, member) for w in words if sure[w] >> other & 1)
    for (w, member), n in blamed.items():
        if n > _FALSE * counts[w]:
            may[w] |= 1 << member
    kept = {word: (sure[w], may[w]) for w, word in enumerate(given.vocabulary) if may[w]}
    return found | kept


def main(argv: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--langs", nargs="*", default=[])
    args = parser.parse_args(argv)
    langs = args.langs or sorted(
        {path.name.split("-")[0] for path in (args.data / "train").glob("*-en.tsv.xz")} - {"zht"}
    )
    for lang in langs:
        found = table(args.data, lang)
        size = write(args.out, lang, found)
        print(lang, len(found), "words,", sum(bool(sure) for sure, _ in found.values()), "telling,", size, "bytes")


if __name__ == "__main__":
    main()
