"""Names of Chinese, Japanese, Korean and Hungarian sources in two forms: another reading, system or order of halves."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice, pairwise

from mtcheck.data import Pair
from mtcheck.rules.names._capitalised import Name, bare, capital_words
from mtcheck.rules.text import Span
from mtcheck.rules.words.lexicon import between, languages_of, ranks, scripts, starts, words
from mtcheck.rules.words.pinyin import SURNAMES, cuts, readings

_LONGEST_TEXT, _MOST_CAPITALS = 2_000, 40
#: A name as Wade and Giles write it: `Kuo Yung-nien`, `P'eng Chih-ch'iang`.
_HYPHENED = re.compile(r"(?<![\w-])([A-Z][a-zü'’‘]{0,7}) ([A-Z][a-zü'’‘]{0,7})-([a-zü'’‘]{1,7})(?![\w-])")
_APOSTROPHES = re.compile("['’‘]")
#: Languages that put the surname first.
_SURNAME_FIRST = frozenset(("zh", "ja", "ko", "hu", "vi"))


def asian_names_in_two_forms(pairs: Sequence[Pair]) -> Iterator[dict[str, list[tuple[int, Name]]]]:
    """Per person, the forms of the name in the targets with their pairs and places, where there are several."""
    told: dict[str, dict[object, list[tuple[int, Name]]]] = defaultdict(lambda: defaultdict(list))
    for position in between(pairs, lambda source, target: source == "zh" and scripts(target) == ("Latn",)):
        pair = pairs[position]
        if pair.target and max(len(pair.source), len(pair.target)) <= _LONGEST_TEXT:
            for person, form, name in _forms(pair):
                told[person][form].append((position, name))
    for forms in told.values():
        if len(forms) > 1:
            yield {rows[0][1].text: rows for rows in forms.values()}
    yield from _in_two_orders(pairs)


def _forms(pair: Pair) -> Iterator[tuple[str, object, Name]]:
    """(the characters, what tells the form, the name) of the full names of a target that its source has."""
    taken: list[tuple[int, int]] = []
    for match in islice(_HYPHENED.finditer(pair.target), _MOST_CAPITALS):
        person = _person([_wade_giles(part) | {part.lower()} for part in match.groups()], pair.source)
        if person:
            taken.append(match.span())
            yield person, _APOSTROPHES.sub("", match.group().lower()), Name(match.group(), *match.span(), 0)
    for first, whose, (start, _), (last, _) in _in_a_row(pair.target):
        second = bare(whose)
        end = last + len(second)
        if any(start < b and a < end for a, b in taken):
            continue
        for row, ordered in _rows(first, second):
            person = _person([frozenset((syllable,)) for syllable in row], pair.source)
            if person:
                yield person, (row, ordered), Name(pair.target[start:end], start, end, 0)
                break


def _in_a_row(text: str) -> Iterator[tuple[str, str, Span, Span]]:
    """Pairs of capitalised words with one space between, however short, and their places."""
    capitals = capital_words(text)
    if not 1 < len(capitals) <= _MOST_CAPITALS:
        return
    found, begins = words(text), starts(text)
    for n, following in pairwise(capitals):
        one, two, at, then = found[n], found[following], begins[n], begins[following]
        end = at + len(one)
        if following == n + 1 and then == end + 1 and text[end] == " ":
            yield one, two, (at, end), (then, then + len(two))


def _rows(first: str, second: str) -> Iterator[tuple[tuple[str, ...], bool]]:
    """The syllables of two words, surname first; whether they stand in that order."""
    for one, two, ordered in ((first, second, True), (second, first, False)):
        for surname in cuts(one):
            if len(surname) == 1:
                yield from (((*surname, *given), ordered) for given in cuts(two) if len(given) <= 2)


def _person(syllables: Sequence[frozenset[str] | set[str]], source: str) -> str | None:
    """The one string of a source that reads so and may be a name of a person."""
    found = {
        source[at : at + len(syllables)]
        for at in range(len(source) - len(syllables) + 1)
        if all(not readings(source[at + n]).isdisjoint(some) for n, some in enumerate(syllables))
    }
    found = {text for text in found if len(text) > 2 or text[0] in SURNAMES}
    return found.pop() if len(found) == 1 else None


#: Initials of Wade and Giles without their apostrophes, and what each is in pinyin.
_INITIALS = (
    *(("tz", "z c"), ("ts", "z c"), ("ss", "s"), ("sz", "s"), ("sh", "sh"), ("hs", "x"), ("ch", "zh ch j q")),
    *(("p", "b p"), ("t", "d t"), ("k", "g k"), ("j", "r"), ("f", "f"), ("m", "m"), ("n", "n"), ("l", "l"), ("h", "h")),
    *(("s", "s"), ("y", "y"), ("w", "w"), ("", "")),
)
#: Finals where they are not those of pinyin.
_FINALS = {
    "ih": "i",
    "ieh": "ie",
    "ien": "ian",
    "ung": "ong",
    "iung": "iong",
    "üeh": "ue",
    "ueh": "ue",
    "uei": "ui uei",
    "o": "o uo e",
    "erh": "er",
    "en": "en an",
    "eh": "e",
    "u": "u ou i",
    "ü": "u",
    "ün": "un",
    "üan": "uan",
    "i": "i yi",
    "ia": "ia ya",
    "iu": "iu",
    "oh": "o e uo",
}


@lru_cache(maxsize=1024)
def _wade_giles(syllable: str) -> frozenset[str]:
    """What a syllable of Wade and Giles may be in pinyin; readings too many do no harm where characters are at hand.

    >>> sorted(_wade_giles("Yung") & {"yong"}), "qiang" in _wade_giles("ch'iang"), "guo" in _wade_giles("Kuo")
    (['yong'], True, True)
    """
    low = _APOSTROPHES.sub("", syllable.lower())
    found = set()
    for initial, now in _INITIALS:
        if low.startswith(initial):
            final = low[len(initial) :]
            finals = _FINALS.get(final, final).split() or [""]
            found |= {one + end for one in (now.split() or [""]) for end in finals}
            break
    return frozenset(found)


def _in_two_orders(pairs: Sequence[Pair]) -> Iterator[dict[str, list[tuple[int, Name]]]]:
    """Full names of rare words that stand in both orders in the targets of languages that put surnames first."""
    told: dict[tuple[str, str], list[tuple[int, Name]]] = defaultdict(list)
    for position in between(pairs, lambda source, target: source in _SURNAME_FIRST and scripts(target) == ("Latn",)):
        pair = pairs[position]
        if max(len(pair.source), len(pair.target)) <= _LONGEST_TEXT:
            for one, whose, (start, _), (last, _) in _in_a_row(pair.target):
                two = bare(whose)
                name = Name(pair.target[start : last + len(two)], start, last + len(two), 0)
                told[one, two].append((position, name))
    for (one, two), here in told.items():
        there = told.get((two, one))
        if there is None or one > two or one == two:
            continue
        known = ranks(languages_of(pairs[here[0][0]])[1])
        if not (one.lower() in known and two.lower() in known) and not (cuts(one) and cuts(two)):
            yield {here[0][1].text: here, there[0][1].text: there}
