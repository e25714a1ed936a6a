"""Names that one alphabet copies and a text has in two spellings: without accents here, with another letter there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from mtcheck.data import Pair
from mtcheck.rules.names._capitalised import Name, bare, capital_words
from mtcheck.rules.names._latin_names import plain, sounds
from mtcheck.rules.names.capitals import strange_in_sources
from mtcheck.rules.words.lexicon import between, languages_of, places, ranks, scripts, words
from mtcheck.rules.words.views import sides_of

_LONGEST_TEXT, _MOST_CAPITALS, _SHORTEST = 2_000, 40, 5
#: Two halves of a name with a hyphen between, of which both have a capital.
_HYPHENED = re.compile(r"[^\W\d_a-zа-я](?<![\w-].)\w+-[^\W\d_a-zа-я]\w+(?![\w-])")
#: What is in the midst of one; a quick look.
_HYPHEN = re.compile(r"-[^\W\d_a-zа-я]")


def copied_in_several_ways(pairs: Sequence[Pair]) -> Iterator[dict[str, list[tuple[int, Name]]]]:
    """For each rare name that recurs in sources of the target's alphabet, its spellings in the targets."""
    told: dict[str, list[int]] = defaultdict(list)
    for position, strange in strange_in_sources(pairs, between(pairs, _are_latin)):
        word = bare(strange)
        if len(word) < _SHORTEST or (told[word] and told[word][-1] == position):
            continue
        known, here = map(ranks, languages_of(pairs[position]))
        if (low := word.lower()) not in known and low not in here:
            told[word].append(position)
    for word, positions in told.items():
        if len(positions) < 2:
            continue
        spelled: dict[str, list[tuple[int, Name]]] = defaultdict(list)
        for at in positions:
            is_list = len(capital_words(pairs[at].source)) > _MOST_CAPITALS
            if not is_list and (found_here := _as_in_target(word, pairs[at])):
                spelled[found_here.text].append((at, found_here))
        if len(spelled) > 1 and word in spelled:
            yield spelled


def _are_latin(source: str, target: str) -> bool:
    return source != target and scripts(source) == scripts(target) == ("Latn",)


def _is_short(pair: Pair) -> bool:
    return 0 < len(pair.source) <= _LONGEST_TEXT and 0 < len(pair.target) <= _LONGEST_TEXT


def _as_in_target(word: str, pair: Pair) -> Name | None:
    """The first word of the target that is the name, by its letters or by what romanisations make one."""
    own, heard = plain(word), sounds(word)
    for n, (other, start, _) in enumerate(places(pair.target)):
        text = bare(other)
        if text[0] != word[0] or not text[1:].islower():
            continue
        if text == word or (abs(len(text) - len(word)) <= 4 and (plain(text) == own or sounds(text) == heard)):
            return Name(text, start, start + len(text), n)
    return None


def hyphen_lost(pairs: Sequence[Pair]) -> Iterator[tuple[int, int, int, str]]:
    """(pair, begin, end, name) where a name with a hyphen stands without it, though the source has one there."""
    joined: dict[str, str] = {}
    sides = sides_of(pairs)
    for position in sorted(sides.target.hyphened) if sides else range(len(pairs)):
        pair = pairs[position]
        if _HYPHEN.search(pair.target) and _is_short(pair):
            for match in _HYPHENED.finditer(pair.target):
                joined.setdefault(match.group().replace("-", " "), match.group())
    if not joined:
        return
    for position in sorted(sides.source.hyphened) if sides else range(len(pairs)):
        pair = pairs[position]
        if not _HYPHEN.search(pair.source) or not _is_short(pair) or not _HYPHENED.search(pair.source):
            continue
        row = words(pair.target)
        for apart in {f"{row[n]} {row[n + 1]}" for n in capital_words(pair.target) if n + 1 < len(row)} & joined.keys():
            at = pair.target.find(apart)
            if at >= 0 and joined[apart] not in pair.target:
                yield position, at, at + len(apart), joined[apart]
