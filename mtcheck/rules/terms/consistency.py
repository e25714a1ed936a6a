"""Consistency through a document: one sentence translated in two ways, two sentences translated as one."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz import fuzz

from mtcheck.data import Hit, Pair, Severity
from mtcheck.rules.names.name_words import calendar
from mtcheck.rules.registry import Scope, rule
from mtcheck.rules.terms.use import differing
from mtcheck.rules.text import hit, lang_of, trim, word_set
from mtcheck.rules.words.lexicon import words

#: Below this likeness (rapidfuzz ratio, 0 to 100) two sources are plainly different sentences.
_UNLIKE = 60
#: Scripts without spaces: so many letters make a segment as telling as three words.
_MIN_LETTERS = 8
#: The same for what stands in quotation marks.
_MIN_QUOTED = 4
#: From so many repeated sources on, their translations tell whether the pairs are one text.
_COLLECTION = 6
#: A source in more wordings than this is varied on purpose.
_VARIED = 3
#: Likeness (rapidfuzz ratio, 0 to 100) from which on two quotations differ by an ending at most.
_SAME_QUOTE = 75
_OPENING = re.compile('[«“„"「]')
#: A quotation of one to three hundred letters, in any language's marks.
_QUOTED = re.compile(
    r"«([^«»]{1,300})»|“([^“”„]{1,300})[”“]|„([^„“”]{1,300})[“”]|\"([^\"]{1,300})\"|「([^「」]{1,300})」"
)
#: The same where the marks were mixed up.
_MIXED = re.compile(r"[«“„\"「]([^«»“”„\"「」]{1,300})[»”“\"」]")


@rule(
    "CON001",
    "translated-two-ways",
    category="terminology/inconsistent-use",
    severity=Severity.MINOR,
    message="The same source is “{detail}” elsewhere in this text.",
    scope=Scope.DOCUMENT,
)
def translated_two_ways(pairs: Sequence[Pair]) -> Iterator[tuple[int, Hit]]:
    """A segment that occurs twice in the source is translated in two ways.

    Why: readers of headings, menus and set phrases take two wordings for two things.
    Flags: de "Mehr zum Thema … Mehr zum Thema" / en "More on this … Read more here"
    Passes: de "Ja … Ja" / en "Yes … Right"
    Limits: three words or more; case, digits and punctuation do not count. The most frequent wording is the model, the
        first where none is; a source in more than three wordings is varied on purpose. Where most repeated sources have
        several wordings, the pairs are a collection of translations and not one text, and nothing is flagged.
    """
    groups = [_wordings(group) for group in _repeats(pairs) if len(group) > 1]
    differing = [wordings for wordings in groups if len(wordings) > 1]
    if _is_collection(len(groups), len(differing)):
        return
    for wordings in differing:
        if len(wordings) > _VARIED:
            continue
        usual = max(wordings.values(), key=lambda places: (len(places), -places[0][0]))
        known = usual[0][1]
        for places in wordings.values():
            for position, target in places if places is not usual else ():
                yield position, hit(*trim(target, 0, len(target)), _short(known), suggestion=known.strip())


def _repeats(pairs: Sequence[Pair]) -> Iterable[list[tuple[int, str]]]:
    """Positions and targets of the pairs with one source, source by source."""
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for position in _likely_repeats([pair.source for pair in pairs]):
        pair = pairs[position]
        key = _key(pair.source)
        if key and pair.target.strip():
            found[key].append((position, pair.target))
    return found.values()


def _is_collection(n_repeated: int, n_differing: int) -> bool:
    """Whether so many repeats stand for different things that the pairs are no one text."""
    return n_repeated >= _COLLECTION and n_differing > n_repeated / 2


def _wordings(group: Sequence[tuple[int, str]]) -> dict[str, list[tuple[int, str]]]:
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for position, target in group:
        found[_squeezed(target)].append((position, target))
    return found


@rule(
    "CON002",
    "two-sources-one-target",
    category="accuracy/mistranslation",
    severity=Severity.MINOR,
    message="The same wording stands for another source elsewhere: “{detail}”.",
    scope=Scope.DOCUMENT,
)
def two_sources_one_target(pairs: Sequence[Pair]) -> Iterator[tuple[int, Hit]]:
    """Two plainly different source segments have the same translation.

    Why: one of them is likely a copy of its neighbour's translation.
    Flags: de "Der Zug kam zu spät an … Niemand wusste davon" / en "The train came late … The train came late"
    Passes: de "Er kam spät an … Er kam zu spät an" / en "He arrived late … He arrived late"
    Limits: four words or more in the target, and sources that share little. Where most repeated targets have several
        sources, the pairs are a collection of translations and not one text, and nothing is flagged.
    """
    first: dict[str, str] = {}
    repeated: set[str] = set()
    differing: set[str] = set()
    found: dict[str, list[tuple[int, Hit]]] = defaultdict(list)
    for position in _likely_repeats([pair.target for pair in pairs]):
        pair = pairs[position]
        key = _key(pair.target, 4)
        if not key or not pair.source.strip():
            continue
        known = first.setdefault(key, pair.source)
        if known is pair.source:
            continue
        repeated.add(key)
        if known != pair.source:
            differing.add(key)
        if known != pair.source and fuzz.ratio(_squeezed(known)[:2000], _squeezed(pair.source)[:2000]) < _UNLIKE:
            found[key].append((position, hit(*trim(pair.target, 0, len(pair.target)), _short(known))))
    if not _is_collection(len(repeated), len(differing)):
        for hits in found.values():
            yield from hits


@rule(
    "CON003",
    "quotation-translated-two-ways",
    category="terminology/inconsistent-use",
    severity=Severity.MINOR,
    message="The same quotation is “{detail}” elsewhere in this text.",
    scope=Scope.DOCUMENT,
)
def quotation_translated_two_ways(pairs: Sequence[Pair]) -> Iterator[tuple[int, Hit]]:
    """A quotation or title that the source repeats stands in two wordings in the target.

    Why: a quotation is one thing that someone said, a title one work; two wordings look like two.
    Flags: ru "«Солнечный удар» … «Солнечный удар»" / en "“Sunstroke” … “A Blow from the Sun”"
    Passes: de "„Krieg und Frieden“ … „Krieg und Frieden“" / ru "«Война и мир» … «Войны и мира»"
    Limits: two words or more in the source, and as many quotations on each side of the pair, in the same order, in
        whatever marks; sentences that repeat whole are CON001's matter. Wordings that share three quarters of their
        letters are forms of one.
    """
    first: dict[str, tuple[str, str]] = {}
    for position, pair in enumerate(pairs):
        if not pair.target or not _OPENING.search(pair.source):
            continue
        here = [match.group(match.lastindex or 0) for match in _QUOTED.finditer(pair.source)]
        there = _quoted(pair.target, len(here)) if here else []
        if not there:
            continue
        for quoted, match in zip(here, there, strict=True):
            key = _key(quoted, 2, _MIN_QUOTED)
            if not key:
                continue
            index = match.lastindex or 0
            wording = match.group(index)
            known, where = first.setdefault(key, (wording, pair.source))
            if where != pair.source and fuzz.partial_ratio(_squeezed(known), _squeezed(wording)) < _SAME_QUOTE:
                yield position, hit(*match.span(index), _short(known), suggestion=known)


def _quoted(text: str, number: int) -> list[re.Match[str]]:
    """The quotations of a text where it has so many, else none; marks may be mixed up."""
    found = list(_QUOTED.finditer(text))
    if len(found) != number:
        found = list(_MIXED.finditer(text))
    return found if len(found) == number else []


@rule(
    "CON004",
    "word-rendered-two-ways",
    category="terminology/inconsistent-use",
    severity=Severity.MINOR,
    message="The same term is “{detail}” elsewhere in this text.",
    scope=Scope.DOCUMENT,
    preview=True,
)
def word_rendered_two_ways(pairs: Sequence[Pair]) -> Iterator[tuple[int, Hit]]:
    """A term that the source repeats is rendered by words that are no forms of one.

    Why: readers take a rain gauge and a precipitation sensor for two things.
    Flags: fr "la pharmacie de garde … la pharmacie de garde" / en "the duty pharmacy … the custody pharmacy"
    Flags: de "ein Erntefest … beim Erntefest" / en "a harvest festival … at the crop party"
    Flags: pl "skuwki … skuwki" / en "aglets … ferrules"
    Passes: de "ein Erntefest … beim Erntefest" / en "a harvest festival … at the festival"
    Passes: de "die Stadtwerke … die Stadtwerke" / en "the municipal utility … it"
    Limits: documents that were cut into sentences; into all languages but Chinese and Japanese. A term is a word of
        four letters or several side by side, in Chinese and Japanese two signs or more, in eight pairs at most and no
        further than thirty pairs apart. What renders it is told by translation tables and the embedded encoder's word
        vectors, settled between all words of a pair; a logistic model weighs the evidence. The odd one is flagged
        against a rendering that others share, of two the later. Where three others or more render a rare noun (in
        forty pairs at most) by one word, a rare word that stands nowhere else in the text counts as odd, however near
        in meaning; a body, prize or work of several words under two names in capitals needs no other evidence. A
        translator may vary words on purpose, and a general word (`the building`) is sometimes taken for another
        rendering. Amounts, months and weekdays, spellings of one name are left to other rules; codes (`UAH`),
        words that are names in one source only, and Russian verbs are left alone.
    """
    for position, span, wording in differing(pairs):
        pair = pairs[position]
        if not any(_is_amount(text, lang_of(pair.target_lang)) for text in (pair.target[slice(*span)], wording)):
            yield position, hit(*span, _short(wording))


def _is_amount(text: str, lang: str) -> bool:
    """Whether a text is words of amounts, months and weekdays, and nothing else."""
    told = [word.lower() for word in words(text)]
    return all(word in _AMOUNTS or word in calendar(lang) for word in told)


#: Words of amounts, which stand beside each other in a hundred ways: `worth 3 billion euros`.
_AMOUNTS = word_set(
    "euro euros dollar dollars cent cents pound pounds pence penny kopeck kopecks rouble roubles hryvnia yuan yen"
    " zloty million millions billion billions thousand thousands hundred hundreds dozen dozens half third thirds"
    " quarter quarters fifth fifths worth percent four two three five ten millionen milliarde milliarden tausend"
    " hundert millón millones mil milliard milliards mille milione milioni miliardo miliardi mila milhão milhões"
    " bilhão bilhões миллион миллиона миллионов миллиард миллиарда миллиардов тысяча тысячи тысяч евро рублей"
    " рубля доллара долларов"
)


def _likely_repeats(texts: Sequence[str]) -> list[int]:
    """Positions of the texts that have as many words as another one, the first and the last the same: cheap to tell."""
    found = [words(text) for text in texts]
    ends = [(len(own), own[-1].casefold()) if own else (0, "") for own in found]
    counts = Counter(ends)
    some = [position for position, end in enumerate(ends) if counts[end] > 1]
    looks = [(ends[position], found[position][0].casefold() if found[position] else "") for position in some]
    alike = Counter(looks)
    return [position for position, look in zip(some, looks, strict=True) if alike[look] > 1]


def _squeezed(text: str) -> str:
    return " ".join(words(text)).casefold()


def _key(text: str, n_words: int = 3, n_letters: int = _MIN_LETTERS) -> str:
    """What repeats are looked up by; empty for a text too short to tell."""
    plain = _squeezed(text)
    spaced = plain.count(" ") + 1 >= n_words
    return plain if spaced or (not plain.isascii() and len(plain) >= n_letters and " " not in plain) else ""


def _short(text: str, limit: int = 60) -> str:
    text = " ".join(text.split())
    return text if len(text) <= limit else text[: limit - 1] + "…"
