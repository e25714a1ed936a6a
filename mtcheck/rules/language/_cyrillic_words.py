"""Capitalised words of a Cyrillic source that are only spelled in Latin letters (LNG007): `Minzdrav`, `“Movchy”`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtcheck.rules.language.romanised import romanised_skeleton, skeleton
from mtcheck.rules.text import Span, occurs
from mtcheck.rules.words.lexicon import starts, words
from mtcheck.rules.words.lists import words_of
from mtcheck.rules.words.tokens import starts_of, strangers, tokens_of
from mtcheck.rules.words.views import kept

#: Offices that are clipped and written as one word, which English spells out: a prefix and what it is for.
_OFFICE = re.compile(
    r"(?:мин|мін|гос|держ|обл|гор|міськ|рай|край|сель|сіль|респ|нац|глав|гол|соц|проф|центр)"
    r"(?:здрав|обр|прос|освіт|транс|фин|фін|юст|культ|спорт|труд|эконом|економ|промторг|пром|сельхоз|агро|строй|регион|регіон|цифр"
    r"|природ|довкілл|энерго|енерго|оборон|связ|соц|вод|вет|лес|ліс|имущ|майн|инвест|комзем|совет|рада|ради|раді|раду|дума|думы|думе|думу"
    r"|исполком|виконком|админ|адмін|суд|прокур|военком|воєнком|комстат|стат|инспекц|інспекц|автоинспекц|закуп|услуг|послуг"
    r"|союз|спілк|архив|архів|больниц|лікарн|музей|бюджет|комітет|комитет|надзор|нагляд|упр|резерв|бюро)",
    re.IGNORECASE,
)
#: The prefixes in Latin letters.
_LATIN_OFFICE = (
    *("min", "gos", "hos", "derzh", "obl", "gor", "hor", "misk", "ray", "rai", "kray", "krai", "sel", "sil", "resp"),
    *("nats", "nac", "glav", "gol", "hol", "sots", "soc", "prof", "tsentr", "centr"),
)
_SHORTEST = 5
#: What explains a name where it stands.
_GLOSSED = re.compile(r"[”»\"’]?(?:\s\(|,\s(?:or|which is|that is|i\.e\.)\s)")
_OPENS = re.compile(r"(?:\A|[.!?…:]\s|[“«„\"(—–]\s?)\Z")


def spelled_capitalised(text: str, source: str, lang: str, source_lang: str) -> Iterator[Span]:
    """Spans of capitalised words that no list has and that spell an office or, opening a sentence or a quotation, a
    common word that opens one in the source as well.
    """
    tokens = tokens_of(text)
    unknown = [n for n in strangers(text, lang) if _may_be(tokens[n])]
    if not unknown:
        return
    for n in unknown:
        start = starts_of(text)[n]
        is_office = tokens[n].lower().startswith(_LATIN_OFFICE)
        opens = tokens[n][0].isupper() and _OPENS.search(text, max(0, start - 3), start) is not None
        if not is_office and not opens:
            continue
        end, bones = start + len(tokens[n]), skeleton(tokens[n])
        heard = is_office and any(_is_form(bones, other) for other in _offices(source).get(bones[:_SHORTEST], ()))
        if not heard and not (opens and bones in _openings(source, source_lang)):
            continue
        if not _GLOSSED.match(text, end) and text[start - 1 : start] != "(" and not occurs(tokens[n], source):
            yield start, end


def may_be_spelled(token: str, text: str, start: int) -> bool:
    """Whether `spelled_capitalised` asks the source about a token of a text that no list has."""
    if not _may_be(token):
        return False
    if token.lower().startswith(_LATIN_OFFICE):
        return True
    return token[0].isupper() and _OPENS.search(text, max(0, start - 3), start) is not None


def _may_be(token: str) -> bool:
    return len(token) >= _SHORTEST and token.isascii() and token.isalpha() and token[1:].islower()


def _is_form(one: str, other: str) -> bool:
    shared = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return shared >= _SHORTEST and max(len(one), len(other)) - shared <= 3


@kept
def _offices(source: str) -> dict[str, set[str]]:
    """The skeletons of clipped offices by what another form of one shares at least."""
    found: dict[str, set[str]] = {}
    for word in words(source):
        if len(word) >= 6 and _OFFICE.match(word):
            bones = romanised_skeleton(word)
            found.setdefault(bones[:_SHORTEST], set()).add(bones)
    return found


@kept
def _openings(source: str, lang: str) -> frozenset[str]:
    """The skeletons of words that open a sentence or a quotation with a capital they would not have inside."""
    known = words_of(lang)
    if known is None:
        return frozenset()
    return frozenset(
        romanised_skeleton(word)
        for word, at in zip(words(source), starts(source), strict=True)
        if word[0].isupper()
        and len(word) >= _SHORTEST
        and word.lower() in known
        and word.lower() not in known.names
        and _OPENS.search(source, max(0, at - 3), at)
    )
