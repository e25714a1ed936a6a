"""Endings of names: stems to compare names by, and whether two Cyrillic words can be forms of one name."""

from __future__ import annotations

import re
from functools import lru_cache

#: Endings of names in the cases of Russian, Ukrainian and Belarusian, one declension a line: masculine in a consonant,
#: in `а`, in `я`, in `й` (after a vowel), in a soft sign, adjectives, and Ukrainian names in `о`.
_DECLENSIONS = tuple(
    frozenset("" if ending == "-" else ending for ending in line.split())
    for line in (
        "- а у ом ем ым им е і ові еві ы и ов ів ей ых их ам ами ах",
        "а ы и і е у ой ою ей о - ам ами ах",
        "я и і ї е ю ей ею єю є - ь й ям ями ях",
        "й я ю ем єм ём е ї єві и ев їв ям ями ях",
        "ь я ю ем ём ям е и і ї ью еві ей ів ям ями ях",
        "ий ый ой ій ого его ому ему им ым ом ем ім ая яя а я ой ей ої ою ую юю у ю ие ые і ії их ых ими ыми іми",
        "о а у ом ові і ам ами ах",
    )
)
_ENDINGS = sorted({ending for endings in _DECLENSIONS for ending in endings}, key=len, reverse=True)
#: The declensions whose endings follow any letter, and a vowel; the others follow a consonant.
_AFTER_ANY, _AFTER_VOWEL = 2, 3
_VOWELS = frozenset("аеёиоуыэюяіїє")
_FLEETING = re.compile(r"(?<=[^аеёиоуыэюяіїє])[еоё](?=[кцнлр]$)|ь(?=[кцнл]$)")
_SURNAME = re.compile("(.{2,}(?:[оеё]в|[иы]н))(?:[ауеы]|ой|ою|ым|ом|ых|ыми)?$")
_SOFTENED = {"з": "г", "ц": "к", "с": "х"}
_ADJECTIVE = re.compile(
    "(?:ск|цк|ськ|цьк|анн|енн|инн)(?:[иіы]й|ого|ому|[иіы]м|[оі]м|ая|а|ой|ої|ую|у|ое|е|ие|і|[иы]х|[иы]ми)$"
)
_SLAVIC_LATIN = re.compile(
    r"(?:iego|iemu|owie|ego|emu|owi|iem|iej|ach|ami|ową|owej|owa|ovi|ovou|ové|ová|ech|em|im|ym|ej|om|ów|ię|ie|ią|ia|iu|ou|a|ą|ę|e|é|"
    r"i|o|u|ů|y|ý|á)$"
)


@lru_cache(maxsize=4096)
def stems(word: str) -> tuple[str, ...]:
    """A lower-cased word and, in Cyrillic letters, what is left of it less each ending: three letters at least."""
    if not "\u0400" <= word[0] <= "\u04ff":
        return (word,)
    found = [word[: len(word) - len(end)] for end in _ENDINGS if word.endswith(end) and len(word) - len(end) >= 3]
    return tuple(dict.fromkeys(found)) or (word,)


@lru_cache(maxsize=4096)
def stem_of(word: str, lang: str) -> str:
    """What the forms of a lower-cased name of a language have in common, but for a consonant that changes."""
    if "\u0400" <= word[0] <= "\u04ff":
        if surname := _SURNAME.match(word):
            return surname[1].replace("ё", "е")
        shortest = next((stem for stem in sorted(stems(word), key=len) if len(stem) >= 4), word)
        return _FLEETING.sub("", shortest.replace("ё", "е"))
    if lang in ("pl", "cs", "sk"):
        bare = _SLAVIC_LATIN.sub("", word)
        return bare if len(bare) >= 4 else word
    return word


@lru_cache(maxsize=4096)
def may_be_forms(one: str, other: str) -> bool:
    """Whether two lower-cased Cyrillic words can be cases of one name.

    >>> may_be_forms("оукса", "оукс"), may_be_forms("оакеса", "оукс"), may_be_forms("петтигрев", "петтигрю")
    (True, False, False)
    """
    if bool(_ADJECTIVE.search(one)) != bool(_ADJECTIVE.search(other)):
        return True  # of a place and its adjective either may stand
    return not _bases(one.replace("ё", "е")).isdisjoint(_bases(other.replace("ё", "е")))


def _bases(word: str) -> set[tuple[str, int]]:
    found = set()
    for kind, endings in enumerate(_DECLENSIONS):
        for end in endings:
            stem = word.removesuffix(end)
            if not word.endswith(end) or len(stem) < 2:
                continue
            if kind != _AFTER_ANY and (stem[-1] in _VOWELS) != (kind == _AFTER_VOWEL):
                continue
            found.add((_FLEETING.sub("", stem), kind))
            if end in ("і", "е") and stem[-1] in _SOFTENED:
                found.add((stem[:-1] + _SOFTENED[stem[-1]], kind))
    found.add((word, -1))
    return found
