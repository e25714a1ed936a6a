"""Whether two words in Latin letters are one name: as romanised otherwise, in a case of its language, or possessive."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import takewhile

from anyascii import anyascii

from mtcheck.data import Pair
from mtcheck.rules.names._altered_names import UNINFLECTED, full_names, has_full_name
from mtcheck.rules.names._exonyms import is_same_name
from mtcheck.rules.names.name_words import calendar, places
from mtcheck.rules.names.sounds import consonants
from mtcheck.rules.text import Span
from mtcheck.rules.words.lexicon import known_names, ranks, words
from mtcheck.rules.words.lists import words_of

_RARE = 3  # the last tier of a word list
#: A side of more full names is a list.
_MOST = 40

#: How languages write the sounds of names that come from another alphabet; rewritten in this order.
_ROMANISED: tuple[tuple[str, str], ...] = (
    ("schtsch", "h"), ("chtch", "h"), ("shch", "h"), ("szcz", "h"), ("tsch", "h"), ("tch", "h"), ("tsj", "h"),
    ("dsch", "i"), ("dzh", "i"), ("dj", "i"), ("sch", "s"), ("sh", "s"), ("kh", "h"), ("ch", "h"), ("zh", "i"),
    ("sj", "s"), ("sz", "s"), ("cz", "h"), ("ph", "f"), ("th", "t"), ("gh", "g"), ("ts", "z"), ("tz", "z"),
    ("ck", "k"), ("qu", "k"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("c", "k"), ("q", "k"), ("w", "v"),
    ("y", "i"), ("j", "i"), ("ae", "a"), ("oe", "o"), ("ue", "u"), ("ie", "i"), ("ey", "i"), ("ss", "s"),
    ("z", "s"),
)  # fmt: skip
_SURNAME_END = re.compile(r"(?:[oe]ff?|[oe]v|iv)$")
_GLIDE = re.compile(r"[ea]i(?=[^aou]|$)|i+")
_SUFFIX = re.compile(r"(?<=[^\W\d_]{3})['’][^\W\d_]{0,6}$|(?<=s)['’]$")
_TWICE = re.compile(r"(.)\1+")
#: Case endings that languages add to names, each after what it replaces: nominative ending, then the other.
_CASES: dict[str, re.Pattern[str]] = {
    "pl": re.compile(
        r"(?:a|o|e|y|ek|ec|eł|el|er|ia|)→(?:a|ą|ę|y|i|u|owi|em|iem|ie|e|o|om|ami|ach|i?ego|i?emu|im|ym|i?ej|ów|owie|ka|ca|cie|sie|"
        r"rze|le|ki|ce|cy|kiem|cem|ni|dzie|m|mu|)"
    ),
    "cs": re.compile(
        r"(?:a|o|e|ek|ec|el|)→(?:a|u|ovi|em|e|y|i|ou|é|ě|o|ů|ům|ech|ová|ové|ovou|ka|kem|kovi|ce|ho|mu|m|ch|)"
    ),
    "tr": re.compile(r"→"),
}
#: Languages that spell foreign names by ear.
_RESPELLING = frozenset(("cs", "sk", "tr"))
_STEM = 4  # letters that a Turkish word shares with its derived forms
_CASES["sk"] = _CASES["cs"]
#: Languages whose names can be held against each other letter by letter.
LATIN = UNINFLECTED | {"de"} | _CASES.keys()
#: Words that stand before or after names without being one, or that are translated as a part of one.
BESIDE = frozenset(
    """
    mlle mme mrs miss mr ms monsieur madame frau herr
    san santa saint sankt sainte sao santo lord lady sir dame king queen prince princess emperor empress pope hong new
    mount monte mont lake north south east west great royal grand national saint-jean rico porto puerto reverend doctor
    professor president minister mayor historian captain general colonel scotsman englishman frenchman club city union
    university institute museum park street avenue river island islands republic republican democrat democrats empire
    chancellor bundeskanzler boulevard hurricane huracán monastery economist ekonom
    dynasty revolution league cup open airport centre center theatre theater festival award prize bank group company
    """.split()  # noqa: SIM905 (a table)
)
#: Given names that CLDR's places have (`Saint-Pierre`, `Jan Mayen`, `San Juan`).
_OF_PERSONS = frozenset(
    (
        "jan",
        "john",
        "jean",
        "juan",
        "joão",
        "johannes",
        "pierre",
        "peter",
        "pedro",
        "pietro",
        "martin",
        "maarten",
        "lucia",
    )
)
#: Adjectives and people of places.
_OF_PLACE = re.compile(r"(?:ish|ese|ians?|cans?|sch|sche[nrs]?|isch\w*)$")


@lru_cache(maxsize=4096)
def plain(word: str) -> str:
    """A name in lower-case ASCII without a possessive `s`."""
    bare = _SUFFIX.split(word, maxsplit=1)[0]
    return bare.lower() if bare.isascii() else anyascii(bare).lower()


@lru_cache(maxsize=4096)
def sounds(word: str) -> str:
    """A name with what languages write differently made one.

    >>> sounds("Jelzin"), sounds("Yeltsin"), sounds("Poutine"), sounds("Vogt"), sounds("Voigt")
    ('ilsin', 'ilsin', 'putin', 'vogt', 'voigt')
    """
    text = plain(word)
    for was, now in _ROMANISED:
        if was in text:
            text = text.replace(was, now)
    text = _GLIDE.sub("i", _TWICE.sub(r"\1", text)).replace("h", "", text.startswith("h") and 1)
    return _SURNAME_END.sub("ov", text.rstrip("e") if len(text) > 4 else text)


def is_one_name(one: str, other: str, lang: str) -> bool:
    """Whether a name of `lang`, in whatever case, and another word may be one name.

    >>> is_one_name("Nowakowi", "Nowak", "pl"), is_one_name("Nowicki", "Nowak", "pl")
    (True, False)
    """
    if sounds(one) == sounds(other):
        return True
    first, second = plain(one), plain(other)
    cases = _CASES.get(lang)
    if cases is None:
        return second in (f"{first}s", f"{first}es") or first in (f"{second}s", f"{second}es", f"{second}n")
    if lang in _RESPELLING and consonants(first) == consonants(second):
        return True
    common = sum(1 for _ in takewhile(lambda letters: letters[0] == letters[1], zip(first, second, strict=False)))
    if lang == "tr" and common >= _STEM:
        return True
    ends = ((second[at:], one.lower()[at:]) for at in range(max(2, common - 2), common + 1))
    return any(cases.fullmatch(f"{own}→{case}") for own, case in ends)


def other_half(pair: Pair, source: str, target: str) -> Iterator[tuple[Span, str]]:
    """Where one half of a full name is the source's and the other is not, with the source's; for `LATIN` languages."""
    if not (has_full_name(pair.target) and has_full_name(pair.source)):
        return
    new = [row for row in full_names(pair.target) if plain(row[0]) not in BESIDE]
    old = list(full_names(pair.source)) if new else []
    if not old or max(len(new), len(old)) > _MOST:
        return
    said: list[set[str]] = []
    for one, two, first, last in new:
        for was, own, *_ in old:
            heads, tails = _is_copied(was, one, source, target), _is_copied(own, two, source, target)
            if heads == tails:
                continue
            (name, span), gone, anchor = ((two, last), own, one) if heads else ((one, first), was, two)
            if tails and is_title(pair.target, first, last):
                continue
            said = said or [{plain(word) for word in words(text)} for text in (pair.source, pair.target)]
            if plain(name) in said[0] or plain(gone) in said[1] or not _is_anchor(anchor, source, target):
                continue
            if not (may_be_half(name, target, source) and may_be_half(gone, source, target)):
                continue
            if not _may_be_one(gone, name, source, target) and not _is_trade(gone, name, source, target):
                yield span, gone


#: A double name beside another capitalised word: `Jean-Loup Castagnier`, `Idris Vaughan-Lowe`.
_DOUBLE = re.compile(
    r"(?<![\w-])(?:(?P<before>[A-ZÀ-ÖØ-Þ][^\W\d_]{2,}) )?"
    r"(?P<one>[A-ZÀ-ÖØ-Þ][^\W\d_]{2,})-(?P<two>[A-ZÀ-ÖØ-Þ][^\W\d_]{2,})"
    r"(?: (?P<after>[A-ZÀ-ÖØ-Þ][^\W\d_]{2,}))?(?![\w-])"
)


def other_double_half(pair: Pair, source: str, target: str) -> Iterator[tuple[Span, str]]:
    """Where one half of a double name is the source's and the other is not, beside a name that both sides have."""
    if "-" not in pair.target or "-" not in pair.source:
        return
    new = list(_DOUBLE.finditer(pair.target))
    old = list(_DOUBLE.finditer(pair.source)) if new else []
    if not old or max(len(new), len(old)) > _MOST:
        return
    said = {plain(word) for word in words(pair.source)}, {plain(word) for word in words(pair.target)}
    for now in new:
        for was in old:
            if any(was[side] and was[side] == now[side] for side in ("before", "after")) and _is_turned(was, now, said):
                yield (now.start("one"), now.end("two")), f"{was['one']}-{was['two']}"
                return
            part = _part_changed(was, now)
            if part is None or not any(was[side] and was[side] == now[side] for side in ("before", "after")):
                continue
            gone, name = was[part], now[part]
            if plain(name) in said[0] or plain(gone) in said[1] or _may_be_one(gone, name, source, target):
                continue
            if consonants(gone) == consonants(name) or is_same_name(name, (gone,)):
                continue
            if _may_be_person(gone, source) and _may_be_person(name, target):
                yield now.span(part), gone


def _is_turned(was: re.Match[str], now: re.Match[str], said: tuple[set[str], set[str]]) -> bool:
    """Whether the halves of a double name changed places, one of them perhaps with other letters."""
    one, two, first, second = (plain(match[part]) for match in (was, now) for part in ("one", "two"))
    if f"{one}-{two}" in said[1] or f"{first}-{second}" in said[0] or (one, two) == (first, second):
        return False
    return (one == second and first[:3] == two[:3]) or (two == first and second[:3] == one[:3])


def _part_changed(was: re.Match[str], now: re.Match[str]) -> str | None:
    """Which of the two halves of a double name is another, where one only is."""
    same = plain(was["one"]) == plain(now["one"]), plain(was["two"]) == plain(now["two"])
    return None if same[0] == same[1] else "two" if same[0] else "one"


def _may_be_person(word: str, lang: str) -> bool:
    low = word.lower()
    return (
        word[1:].islower()
        and plain(word) not in BESIDE
        and _OF_PLACE.search(low) is None
        and (low not in places(lang) or low in _OF_PERSONS)
    )


_SURNAME = re.compile(r" [^\W\d_a-zа-я]\w+")


def is_title(text: str, first: Span, last: Span) -> bool:
    """Whether the first of two words begins the text and a third one has a capital: `Forester Adam Kowal`."""
    return first[0] == 0 and _SURNAME.match(text, last[1]) is not None


_TRADE = re.compile("(?:ist|er|or|ian|eur|euse|trice|ista|in)$")


def _is_trade(gone: str, name: str, source: str, target: str) -> bool:
    """Whether the two are one job title, which German writes with a capital: `Meteorologin`, `Meteorologist`."""
    return "de" in (source, target) and plain(gone)[:5] == plain(name)[:5] and _TRADE.search(plain(name)) is not None


def _is_copied(one: str, other: str, source: str, target: str) -> bool:
    if plain(one) == plain(other):
        return True
    if one[:3] != other[:3] or "pl" not in (source, target):
        return False
    return is_one_name(one, other, "pl") if source == "pl" else is_one_name(other, one, "pl")


def _may_be_one(one: str, other: str, source: str, target: str) -> bool:
    return is_one_name(one, other, source) or is_one_name(other, one, target)


def _is_anchor(word: str, source: str, target: str) -> bool:
    """Whether the half that both sides have is a name and no common word of either language."""
    low = _bare(word)
    return (
        len(low) >= 3
        and word[1:].islower()
        and plain(word) not in BESIDE
        and all(may_be_name(low, lang) for lang in (source, target))
    )


def may_be_name(word: str, lang: str) -> bool:
    """Whether a lower-cased word is in no list, or rare and now and then with a capital, or known as a name."""
    known = words_of(lang)
    return known is None or word in known.names or (known.tier(word) >= _RARE and word not in known.plain)


def _bare(word: str) -> str:
    return _SUFFIX.split(word, maxsplit=1)[0].lower()


def may_be_half(word: str, lang: str, other: str) -> bool:
    """Whether a capitalised word may be one half of a person's name; `other` is the language of the other side."""
    low = _bare(word)
    if len(low) < 3 or not word[1:].islower() or plain(word) in BESIDE or low in calendar(lang):
        return False
    if low in places(lang) and low not in _OF_PERSONS:
        return False
    if low not in ranks(lang):
        return _OF_PLACE.search(low) is None
    # German nouns have capitals, too.
    return low in known_names(other) if lang == "de" else may_be_name(low, lang)
