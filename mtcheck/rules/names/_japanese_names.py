"""Japanese surnames that a text gives in two readings: 安達さん as `Adachi` here, as `Yasutatsu` there."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from mtcheck.data import Pair
from mtcheck.rules.names._capitalised import Name, bare
from mtcheck.rules.names._swapped_names import prepositions
from mtcheck.rules.names.name_words import calendar
from mtcheck.rules.words.lexicon import between, known_names, languages_of, places, ranks, scripts, words

_LONGEST_TEXT, _SHORTEST = 2_000, 4
#: A surname before a title, and the titles that follow names and no other words.
_RUN = re.compile("[一-龯々][一-龯々ヶケツッノ]+")
_TITLED = re.compile(
    r"(?<![一-龯々ヶケツッノ])[一-龯々][一-龯々ヶケツッノ]{1,2}(?=さん|氏|さま|先生|教授|社長|会長|館長|監督|選手|議員)"
)
#: What else may be spelled in such letters: a town, a river, a temple, a foreign word.
_PLACE = re.compile("[一-龯](?:[市区町村県府郡駅川山島湖港橋寺]|神社)|[ァ-ヺ]{3}")
#: A word in the letters of Hepburn's and the official romanisations.
_ROMAJI = re.compile(
    r"(?:(?:[kgnhbpmrszjtd]y?|sh|ch|ts|f|y|w)?[aiueoāīūēō]|n(?![aiueo])|m(?=[bmp])|[kstpc](?=[kstpc])|h(?![aiueo]))+\Z"
)


def read_in_two_ways(pairs: Sequence[Pair]) -> Iterator[tuple[int, Name, str]]:
    """(pair, name, its reading elsewhere) where a surname that recurs in the sources has another reading here."""
    titled: dict[int, set[str]] = {}
    beginning: dict[str, list[int]] = defaultdict(list)
    for position in between(pairs, lambda source, target: source == "ja" and scripts(target) == ("Latn",)):
        source = pairs[position].source
        if pairs[position].target and len(source) <= _LONGEST_TEXT:
            titled[position] = set(_TITLED.findall(source))
            for begin in {run[:length] for run in _RUN.findall(source) for length in (2, 3) if len(run) >= length}:
                beginning[begin].append(position)
    surnames = {surname for some in titled.values() for surname in some if len(beginning[surname]) > 1}
    if not surnames:
        return
    capitals = {position: _romaji(pairs[position]) for position in titled}
    counts = Counter(name.text for names in capitals.values() for name in names)
    for surname in sorted(surnames):
        for position, name, usual in _unlike(beginning[surname], capitals, counts):
            pair = pairs[position]
            is_one = titled[position] == {surname} and not _is_placed(name, pair)
            if is_one and not _PLACE.search(pair.source.replace(surname, "")):
                yield position, name, usual


def _unlike(
    found: Sequence[int], capitals: Mapping[int, Sequence[Name]], counts: Mapping[str, int]
) -> Iterator[tuple[int, Name, str]]:
    """Of the pairs that have a surname, those with one name in Latin letters that the usual reading is not in."""
    own = Counter(name.text for position in found for name in capitals[position])
    usual = {text: n for text, n in own.items() if n == counts[text]}
    best = max(usual, key=lambda text: usual[text], default=None)  # of equals the first, which a dictionary keeps
    for position in found if best else ():
        here = capitals[position]
        if len(here) != 1 or here[0].text not in usual or usual[here[0].text] >= usual[best or ""] > 1:
            continue
        first = {name.text for name in capitals[found[0]]}
        if here[0].text != best and (usual[best or ""] > 1 or here[0].text not in first):
            yield position, here[0], best or ""


def _is_placed(name: Name, pair: Pair) -> bool:
    """Whether a preposition stands before a name, as before towns."""
    return name.index > 0 and words(pair.target)[name.index - 1] in prepositions(languages_of(pair)[1])


def _romaji(pair: Pair) -> list[Name]:
    """The capitalised words of a target that may be Japanese names: each once, by its first place."""
    target, found = languages_of(pair)[1], dict[str, Name]()
    known, proper = ranks(target), known_names(target)
    for n, (word, start, _) in enumerate(places(pair.target) if len(pair.target) <= _LONGEST_TEXT else ()):
        own = bare(word)
        low = own.lower()
        if len(own) < _SHORTEST or not own[0].isupper() or not _ROMAJI.match(low) or low in calendar(target):
            continue
        if low not in known or (low in proper and known[low] >= 3):
            found.setdefault(own, Name(own, start, start + len(own), n))
    return list(found.values())
