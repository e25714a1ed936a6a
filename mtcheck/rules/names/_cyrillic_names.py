"""Whether a word in Cyrillic letters and one in Latin letters can be one name, letter by letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from mtcheck.data import Pair
from mtcheck.rules.names._altered_names import full_names, romanised
from mtcheck.rules.names._capitalised import capital_words
from mtcheck.rules.names._latin_names import BESIDE, is_title, may_be_half, plain
from mtcheck.rules.names._spelled import Spelled, spelled_out
from mtcheck.rules.names.sounds import similarity, skeleton
from mtcheck.rules.text import Span
from mtcheck.rules.words.lexicon import places, ranks, scripts, words

#: Endings of names in the cases of Russian, Ukrainian and Belarusian.
_ENDINGS = sorted(
    """
    а я у ю ы и і ї о е є ой ей ою ею ом ем ём ым им їм ого его ому ему ий ый ій ая яя ую ых их ам ям ами ями ах
    ях ов ев ові еві єві ова ева овой евой ову еву овых ем єм ью ья ье ьи ью ь й ем ою єю ів їв
    """.split(),  # noqa: SIM905 (a table)
    key=len,
    reverse=True,
)
_NOMINATIVE = re.compile("(?:a|ya|ia|ja|ea|y|yi|iy|ii|yy|ij|i|o|e|aya|aia|oy|oi|ey|ei|j|s|'|’)?")
#: A vowel that stands in a form of a name and not in another: `Petrenok`, `Petrenka`.
_FLEETING = ("", "e", "o", "y", "ye", "io", "yo")
_VOWELS = frozenset("аеёиоуыэюяіїє")
#: Given names that English has in a form of its own.
_ENGLISH_FORMS = frozenset(
    """
    peter paul john ivan michael nicholas andrew alexander alex sasha alexis gregory george eugene helen helena
    elena catherine katherine kate katya katia mary marie maria anna ann anne natalie natalia sophie sophia
    julia irene joseph basil james jacob max maxim matthew luke mark thomas theodore constantine vincent elias
    elijah simon paula tatiana xenia ksenia eva eve daria dasha misha kolya dima vova sergius victor vladimir
    daniel david benjamin zachary nick
    """.split()  # noqa: SIM905 (a table)
)
#: Given names of Russians and Ukrainians that are no Slavic surname's root.
_GIVEN = frozenset(
    """
    анна алла алина алёна алена анастасия ангелина валентина валерия варвара вера вероника виктория галина дарья
    диана евгения екатерина елена елизавета жанна зинаида зоя инна ирина карина кира клавдия кристина ксения
    лариса лидия любовь людмила маргарита марина мария надежда наталья наталия нина оксана олеся ольга полина
    раиса светлана софия софья тамара татьяна ульяна юлия яна александр алексей анатолий андрей антон аркадий
    артём артем борис вадим валентин валерий василий виктор виталий владимир владислав всеволод вячеслав
    геннадий георгий герман глеб григорий даниил денис дмитрий евгений егор иван игорь илья кирилл константин
    лев леонид максим марат матвей михаил никита николай олег павел пётр петр роман руслан савелий семён семен
    сергей станислав степан тимофей тимур фёдор федор юрий ярослав олена оксана тетяна наталія ганна марія ірина
    юлія світлана людмила галина надія любов леся лідія валентина вікторія катерина дарина соломія ольга богдан
    василь володимир григорій дмитро євген іван ігор микола михайло назар олег олександр олексій орест остап
    павло петро роман сергій степан тарас юрій ярослав андрій віктор анатолій
    """.split()  # noqa: SIM905 (a table)
)
_SOUNDS = (("бфвпbfvp", "B"), ("дтdt", "T"), ("лl", "L"), ("рr", "R"), ("мm", "M"), ("нn", "N"))
_DULL = str.maketrans({letter: kind for letters, kind in _SOUNDS for letter in letters})


@lru_cache(maxsize=4096)
def spellings(word: str) -> Spelled:
    """What a Slavic name in whatever case may look like in Latin letters, in any usual standard.

    >>> spellings("Нюрбу").may_be("nyurba"), spellings("Нюрбу").may_be("norilsk")
    (True, False)
    """
    ways = []
    for stem in dict.fromkeys(_stems(word.lower())):
        if len(stem) > 3 and stem[-1] not in _VOWELS and stem[-2] not in _VOWELS:
            ways.append([*spelled_out(stem[:-1]), _FLEETING, *spelled_out(stem[-1])])
        else:
            ways.append(spelled_out(stem))
    return Spelled(ways, _NOMINATIVE)


@lru_cache(maxsize=4096)
def is_other(cyrillic: str, latin: str, *, from_cyrillic: bool) -> bool:
    """Whether the two are surely two names: Slavic ones by their letters, foreign ones by their clear consonants."""
    low = plain(latin).replace("-", "")
    if low in _ENGLISH_FORMS or low in BESIDE or spellings(cyrillic).may_be(low):
        return False
    if from_cyrillic and romanised(cyrillic) is None and _GIVEN.isdisjoint(_nominatives(cyrillic.lower())):
        return False
    bones, heard = _clear(low), [_clear(stem) for stem in _stems(cyrillic.lower())]
    if from_cyrillic:
        return bones not in heard
    if _clear(f"v{low}") in heard and low[0] == "w":
        return False
    return bones not in heard and bones[:-1] not in heard and _is_telling(bones, heard)


def _is_telling(bones: str, heard: list[str]) -> bool:
    return len(bones) >= 2 and min(map(len, heard), default=0) >= 2


@lru_cache(maxsize=4096)
def _stems(word: str) -> tuple[str, ...]:
    return tuple(word[: len(word) - len(e)] for e in ("", *_ENDINGS) if word.endswith(e) and len(word) - len(e) >= 2)


def _nominatives(word: str) -> set[str]:
    return {stem + ending for stem in _stems(word) for ending in ("", "а", "я", "й", "ия", "ья", "ь", "ій", "ія", "о")}


@lru_cache(maxsize=4096)
def _clear(word: str) -> str:
    """The consonants that are hardly ever silent nor written otherwise: labials, dentals, liquids, nasals."""
    text = (
        word.removeprefix("w")
        .replace("дж", "ж")
        .replace("тч", "ч")
        .replace("tch", "ch")
        .replace("dg", "g")
        .replace("mb", "m")
    )
    text = text.replace("ph", "f").replace("gh", "").replace("kn", "n").replace("ps", "s").replace("дз", "з")
    return re.sub(r"(.)\1+", r"\1", re.sub("[^BTLRMN]", "", text.translate(_DULL)))


def other_half_by_ear(pair: Pair, source: str, target: str) -> Iterator[tuple[Span, str]]:
    """Where one half of a full name is the source's in the other alphabet and the other is not, with the source's."""
    from_cyrillic = scripts(source) == ("Cyrl",)
    new = list(full_names(pair.target))
    old = list(full_names(pair.source)) if new else []
    if max(len(new), len(old)) > _MOST:
        return
    here = [(was, own, skeleton(was)[:1], skeleton(own)[:1]) for was, own, *_ in old]
    for one, two, first, last in new:
        begin, then = skeleton(one)[:1], skeleton(two)[:1]
        for was, own, *sounds in here:
            if begin != sounds[0] and then != sounds[1]:
                continue
            if not (may_be_half(one, target, target) and may_be_half(two, target, target)):
                break  # whichever half is another, all of the target's have to be halves
            rows = ((was, one), (own, two))
            heads, tails = (_is_spelling(*(row if from_cyrillic else row[::-1]), from_cyrillic) for row in rows)
            if heads == tails or (tails and is_title(pair.target, first, last)):
                continue
            (gone, name), anchor, span = (rows[1], rows[0], last) if heads else (rows[0], rows[1], first)
            cyrillic, latin = (gone, name) if from_cyrillic else (name, gone)
            langs = (source, target)
            if not is_other(cyrillic, latin, from_cyrillic=from_cyrillic) or _is_there(pair, gone, name, from_cyrillic):
                continue
            if span[0] == 0 and from_cyrillic and _GIVEN.isdisjoint(_nominatives(gone.lower())):
                continue  # a capital that only begins the sentence
            known = (*anchor, name) if heads and source == "en" else (*anchor, name, gone)
            given = from_cyrillic and not _GIVEN.isdisjoint(_nominatives(anchor[0].lower()))  # `Надія` is hope, too
            rows_known = list(zip(known, (*langs, target, source), strict=False))[given:]
            if all(may_be_half(w, lang, lang) for w, lang in rows_known):
                yield span, gone


def _is_spelling(cyrillic: str, latin: str, from_cyrillic: bool) -> bool:
    # Patterns are dear: most pairs of words are plainly one name, or plainly two.
    if skeleton(cyrillic) == skeleton(latin):
        return True
    likeness = similarity(cyrillic, latin)
    if likeness < _PLAINLY_OTHER:
        return False
    if spellings(cyrillic).may_be(plain(latin)):
        return True
    return likeness >= _SURELY and not is_other(cyrillic, latin, from_cyrillic=from_cyrillic)


def _is_there(pair: Pair, gone: str, name: str, from_cyrillic: bool) -> bool:
    """Whether another word of either side is the other's spelling: the names stand in another order."""
    here = [word for word in words(pair.source) if word[0].isupper()]
    there = [word for word in words(pair.target) if word[0].isupper()]
    if from_cyrillic:
        return any(_is_spelling(gone, w, True) for w in there) or any(_is_spelling(w, name, True) for w in here)
    return any(_is_spelling(w, gone, False) for w in there) or any(_is_spelling(name, w, False) for w in here)


_PLAINLY_OTHER = 0.4
#: From this likeness on the half that is the same is taken for the same.
_SURELY = 0.8
_MOST = 40

#: Cyrillic endings that only cases have, with what they are in Latin letters.
_OBLIQUE = {
    "у": re.compile("u"), "ю": re.compile("[yij]u"), "ом": re.compile("om"), "ым": re.compile("[yi]m"),
    "им": re.compile("[yi]m"), "ою": re.compile("o[yij]u"),
}  # fmt: skip
_LAST = frozenset("уюмУЮМ")
_SHAPE = re.compile(r".{2,}(?:[оеё]в|[иы]н|щин|[сц]ьк|ск|енк|чук|юк|ук|ович|евич|ник|ськ)$")


def may_be_oblique(word: str) -> bool:
    """A quick look: whether a word ends as one of the cases does."""
    return word[-1] in _LAST


def kept_endings(pair: Pair, lang: str) -> Iterator[tuple[int, int, str]]:
    """Names of the target that are a Slavic name of the source with its case ending, with their places."""
    all_words = words(pair.source)
    inflected = [(at, all_words[at]) for at in capital_words(pair.source) if may_be_oblique(all_words[at])]
    found = None
    for at, word in inflected:
        low = word.lower()
        spelled = _oblique(low)
        if spelled is None or (not at and low in ranks("ru")):
            continue
        if found is None:
            known = ranks(lang)
            found = [row for row in places(pair.target) if row[0][0].isupper() and row[0].lower() not in known]
        if not found:
            return
        for name, start, end in found:
            if spelled.may_be(plain(name)):
                yield start, end, word


@lru_cache(maxsize=4096)
def _oblique(low: str) -> Spelled | None:
    """A Slavic name with the ending of a case in Latin letters, ending and all; None for other words."""
    ending = next((e for e in _OBLIQUE if low.endswith(e) and _SHAPE.fullmatch(low[: -len(e)])), None)
    return Spelled([spelled_out(low[: -len(ending)])], _OBLIQUE[ending]) if ending else None
