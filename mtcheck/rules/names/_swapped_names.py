# ruff: noqa: E501 (tables)
"""Names put into words, names put in place of known ones, names cut apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from babel import Locale, UnknownLocaleError

from mtcheck.data import Pair
from mtcheck.rules.names._altered_names import full_names
from mtcheck.rules.names._capitalised import Name, bare, begins_sentence, capital_words
from mtcheck.rules.names._latin_names import plain
from mtcheck.rules.names._orphans import NOT_NAMES
from mtcheck.rules.names._paradigms import stems
from mtcheck.rules.names.name_words import RULERS, calendar, is_compound, is_of_place
from mtcheck.rules.names.sounds import similarity, skeleton
from mtcheck.rules.text import Span, word_set
from mtcheck.rules.words.lexicon import enclosed, known_names, lowered, places, ranks, scripts, starts, words
from mtcheck.rules.words.lists import plain_words
from mtcheck.rules.words.renderings import cosine, look_up_all

#: What stands before a lone place or person, without an article.
_BEFORE = {
    "en": word_set("in of near from to at and by with around between for towards outside through past"),
    "fr": word_set("à de en et vers par avec entre chez pour"),
    "es": word_set("en de a y e hacia por con entre desde hasta para"),
    "it": word_set("a di da in e ed ad per con tra fra verso"),
    "pt": word_set("em de a e por com entre para até desde"),
    "ru": word_set("в во из от у к ко под и с со до на для около через между"),
    "uk": word_set("в у із з зі від до під і й та на для біля через між"),
    "pl": word_set("w we z ze od do pod i na dla koło przez między ku"),
}
#: `the village of`, in the languages of sources and in English.
_SETTLEMENT = re.compile(
    r"(?:сел(?:о|а|е|у|ом|і)|деревн\w{1,2}|посёлок|пос[её]лк\w{1,2}|город|города|городе|городом|хутор\w{0,2}|станиц\w{1,2}|аул\w{0,2}"
    r"|місто|міста|місті|селищ\w{1,2}|wieś|wsi|wsią|miast\w{1,2}|miasteczk\w{1,2}|село|грады?|градът|с\.|д\.|г\.|п\.) $",
    re.IGNORECASE,
)
_VILLAGES = ("village", "town", "hamlet", "settlement", "farmstead", "city", "townlet")
_VILLAGE_OF = re.compile(rf"\b(?:{'|'.join(_VILLAGES)}) of ([A-Z][a-z]{{2,}})\b(?! [A-Z])")
#: What English texts with one of them have.
VILLAGES = tuple(f"{word} of " for word in _VILLAGES)
#: Articles and prepositions that begin surnames and places, and what they are in words.
_PARTICLE = (
    r"(?:Le|La|Les|Du|Des|De|De la|De las|De los|El|Los|Las|Del|Il|Lo|Gli|Di|Della|Dello|Dal|Dalla|Da|Do|Dos|Das|Von|Vom|Zum|Zur"
    r"|Van|Van der|Van den|Ter|Ten)"
)
_IN_WORDS: dict[str, str] = {
    "en": "The|Of|Of The|Of the|From|From The|From the|To The|To the",
    "de": "Der|Die|Das|Den|Dem|Von|Von Der|Von der|Vom|Aus|Zum|Zur",
    "fr": "Le|La|Les|De|Du|Des|De la|De La",
    "es": "El|La|Los|Las|De|Del|De la|De La",
    "it": "Il|La|Lo|Gli|Di|Da|Del|Della|Dal",
    "pt": "O|A|Os|As|De|Do|Da|Dos|Das",
}
_NEXT_CAPITAL = re.compile(r"(?:[ -]|['’]s )[A-ZÀ-ÖØ-ÞА-ЯЁІЇЄ]|[ -]?\d")
_OF_TWO = re.compile(r"[-'’]")


def article_in_words(pair: Pair, target: str) -> Iterator[tuple[Span, str]]:
    """Where the article that begins a name was translated (`The Bihan` for `Le Bihan`), with the source's name."""
    others = _IN_WORDS.get(target)
    if others is None:
        return
    for match in _articled().finditer(pair.source):
        particle, name = match.groups()
        if begins_sentence(pair.source, match.start()) or f"{particle} {name}" in pair.target:
            continue
        for found in re.finditer(rf"(?<!\w)({others}) {re.escape(name)}(?!\w)", pair.target):
            if found[1].lower() != particle.lower():
                yield found.span(), match.group()


@cache
def _articled() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)({_PARTICLE}) ([A-ZÀ-ÖØ-Þ][^\W\d_]{{2,}})(?!\w)")


def in_pieces(pair: Pair) -> Iterator[tuple[Span, str]]:
    """Where a name of the source stands in two or three words, or two words of it stand as one."""
    here, there = words(pair.source), words(pair.target)
    for one, other, text in ((here, there, pair.target), (there, here, pair.source)):
        solid = {plain(word): word for word in one if _is_long_name(word)}
        present = set(map(plain, other)) if solid else set()
        for low, word in solid.items():
            if low in present:
                continue
            for cut in _cuts(low, text):
                if text is pair.target:
                    yield cut, word
                else:
                    at = pair.target.find(word)
                    yield (at, at + len(word)), pair.source[slice(*cut)]


def _is_long_name(word: str) -> bool:
    """Whether a word may be the name of a place or person: no country, which each language writes in its own way."""
    return word[0].isupper() and len(word) >= 7 and word.isalpha() and word[1:].islower() and word != "Hongkong"


def _cuts(low: str, text: str) -> Iterator[Span]:
    """Runs of two or three words with a space between that are a word, and of which the first has a capital."""
    found = places(text)
    for n, (word, start, _) in enumerate(found):
        own = plain(word)
        if not word[0].isupper() or not low.startswith(own):
            continue
        for _, begin, end in found[n + 1 : n + 3]:
            whole = text[start:end]
            own += plain(text[begin:end])
            if not re.fullmatch(r"[^\W\d_]+(?: [^\W\d_]+)+", whole):
                break
            if own == low and text[begin].isupper():
                yield start, end


def prepositions(lang: str) -> frozenset[str]:
    """What stands before a lone place or person."""
    return _BEFORE.get(lang, frozenset())


def put_into_words(pair: Pair, source: str, target: str) -> Iterator[tuple[Span, str]]:
    """Where a lone name of the source that is also a word was translated, with the source's name."""
    before = _BEFORE.get(target)
    if before is None or source == "de":
        return
    lone = [name for name in _lone(pair.target, target) if name.text.lower() not in known_names(target)]
    if not lone:
        return
    named = [name for name in _lone(pair.source, source) if name.text.lower() in plain_words(source)]
    if not named:
        return
    there = [word for word in words(pair.target) if word[0].isupper()]
    for was in named:
        if any(similarity(was.text, word) >= _SAME for word in there):
            continue
        found = [now for now in lone if translates(was.text, source, now.text, target)]
        if len(found) == 1:
            yield (found[0].start, found[0].end), was.text


def surname_in_words(pair: Pair, source: str, target: str) -> Iterator[tuple[Span, str]]:
    """Where the given name is the source's and the surname is translated: `Adam Blacksmith` for `Adam Kowal`."""
    known, plainly = ranks(target), plain_words(target)
    for given, surname, _, span in full_names(pair.target):
        low = surname.lower()
        if low not in plainly or low in _OF_PLACES or known[low] < NO_SURNAME or not _is_given(given, target):
            continue
        if _NEXT_CAPITAL.match(pair.target, span[1]):
            continue
        for one, two, _, last in full_names(pair.source):
            if (
                similarity(one, given) < _SURELY_HEARD
                or similarity(two, surname) >= _SAME
                or not _is_given(one, source)
            ):
                continue
            if not _NEXT_CAPITAL.match(pair.source, last[1]) and any(
                translates(form, source, low, target) for form in _forms(two.lower())
            ):
                yield span, two


#: What English names of places and bodies end with.
_OF_PLACES = word_set(
    """
    basin valley bay gulf strait straits canal channel river lake sea ocean mountain mountains hill hills range peak
    island islands isles peninsula coast cape desert forest plain plains plateau delta falls glacier volcano bridge
    tower castle palace cathedral abbey church mosque temple monastery library stadium arena hotel hospital prison
    airport station harbour harbor port square avenue boulevard court tribunal senate parliament congress assembly
    empire kingdom republic federation dynasty war battle treaty revolution prize award medal cup league
    """
)
#: The tier of a word list from which on a word may be taken for a translated surname: no `Street`, no `President`.
NO_SURNAME = 2


def _is_given(word: str, lang: str) -> bool:
    """Whether a word is known as a name and not as a country, town, month or ruler's."""
    low = word.lower()
    return len(word) >= 3 and low in known_names(lang) and low not in _countries(lang) and not is_of_place(low, lang)


def village_in_words(pair: Pair) -> Iterator[tuple[Span, str]]:
    """Where `the village of` is followed by a word of the language for a name of a Slavic source."""
    for match in _VILLAGE_OF.finditer(pair.target):
        low = match[1].lower()
        if low not in ranks("en") or low in known_names("en") or enclosed(pair.target, *match.span(1)):
            continue
        settled = [
            word
            for word, start, _ in places(pair.source)
            if word[0].isupper() and _SETTLEMENT.search(pair.source, 0, start)
        ]
        if settled and not any(similarity(word, match[1]) >= _SAME for word in words(pair.source) if word[0].isupper()):
            yield match.span(1), settled[0]


#: From this likeness of sounds on a word may be the name itself.
_SAME = 0.6


def _lone(text: str, lang: str) -> list[Name]:
    """Capitalised words of a list inside a sentence, after a preposition and beside no other capital or quotation mark."""
    before, found = _BEFORE.get(lang, frozenset()), []
    row, capitals = words(text), capital_words(text)
    if not any(n and row[n - 1] in before and row[n].lower() in ranks(lang) for n in capitals):
        return []
    for n, (word, start, end) in enumerate(places(text)):
        if not n or not word[0].isupper() or not word[1:].islower() or row[n - 1] not in before:
            continue
        if word.lower() not in ranks(lang) or len(word) < 3 or text[start - 1] != " " or enclosed(text, start, end):
            continue
        if not _NEXT_CAPITAL.match(text, end) and not _OF_TWO.match(text, end):
            found.append(Name(word, start, end, n))
    return found


def translates(one: str, lang: str, other: str, other_lang: str) -> bool:
    """Whether a word may be a translation of another, by their vectors."""
    return cosine(one, lang, other, other_lang) >= _TRANSLATES


#: Cosine from which on one word may translate another.
_TRANSLATES = 0.33


def known_name_swapped(pair: Pair, source: str, target: str) -> tuple[Span, str] | None:
    """A known name that nothing in the source stands for, in place of one that nothing in the target stands for."""
    if not ranks(source):
        return None
    now = [n for n in _named(pair.target, target, pair.source) if _may_be_place(n, pair.target, target, source)]
    was = _named(pair.source, source, pair.target) if now else []
    if not was or max(len(was), len(now)) > _MOST:
        return None
    here, there = set(map(bare, words(pair.source))), set(map(bare, words(pair.target)))
    capitals = ({word for word in here if word[0].isupper()}, {word for word in there if word[0].isupper()})
    # Vectors are dear: who is heard on the other side, or too far from all others, needs none.
    now = [n for n in now if not any(_sounds_as(word, n.text) for word in capitals[0] if len(word) > 2)]
    was = [n for n in was if not any(_sounds_as(n.text, word) for word in capitals[1] if len(word) > 2)] if now else []
    if not any(_may_be_swapped(a, b, pair) for a in was for b in now):
        return None
    look_up_all(
        [
            *((word, source) for word in capitals[0].union(*(_forms(n.text) for n in was))),
            *((word, target) for word in capitals[1].union(*(_forms(n.text) for n in now))),
        ]
    )
    for cased in (True, False):  # small letters last: there are many of them
        some = capitals[0] if cased else here - capitals[0]
        now = [n for n in now if not any(_stand_for(word, source, n.text, target, word) for word in some)]
        if not 0 < len(now) <= (2 if cased else 1):
            return None
        some = capitals[1] if cased else there - capitals[1]
        was = [n for n in was if not any(_stand_for(n.text, source, word, target, word) for word in some)]
        if not 0 < len(was) <= (2 if cased else 1):
            return None
    if not _may_be_swapped(was[0], now[0], pair):
        return None
    return (now[0].start, now[0].end), was[0].text


def _may_be_swapped(was: Name, now: Name, pair: Pair) -> bool:
    """Whether a name may stand for another by their places, and is not in the source."""
    far = abs(was.start / len(pair.source) - now.start / len(pair.target)) > _FAR
    return not far and now.text.lower() not in lowered(pair.source)


#: Likeness of sounds from which on one word is another's spelling, and with which it may be; cosine from which on two
#: words stand for each other. Of places that languages name in their own way hardly any lies below.
_SURELY_HEARD, _HEARD, _ONE = 0.85, 0.65, 0.34
#: A name and what stands for it lie no further apart than this share of their texts; more names than this are a list.
_FAR, _MOST = 0.35, 6


def _stand_for(one: str, lang: str, other: str, other_lang: str, word: str) -> bool:
    """Whether two words may stand for each other; `word`, one of them, may be any word of its side."""
    if len(word) < 3:
        return False
    cased = word[0].isupper()
    if not cased:
        name = other if word == one else one
        if len(word) < 4 or _head(word)[:2] != _head(name)[:2]:
            return False
        if min(len(word), len(name)) >= 8 and skeleton(word)[:5] != skeleton(name)[:5]:
            return False  # `campioni` is no `Campania`
        return any(similarity(a, b, by_ear=False) >= _HEARD for a in stems(one.lower()) for b in stems(other.lower()))
    if _sounds_as(one, other):
        return True
    ones, others = (_forms(w) if w != word else (w,) for w in (one, other))
    return any(cosine(a, lang, b, other_lang) >= _ONE for a in ones for b in others)


def _sounds_as(one: str, other: str) -> bool:
    """Whether two words with a capital are surely spellings of one."""
    return any(similarity(a, b) >= _SURELY_HEARD for a in stems(one.lower())[:3] for b in stems(other.lower())[:3])


def _forms(word: str) -> tuple[str, ...]:
    """A word and, in Cyrillic letters, what it may be in the nominative."""
    if not "\u0400" <= word[0] <= "\u04ff":
        return (word,)
    bases = stems(word.lower())[:2]
    fleeting = [f"{base[:-1]}е{base[-1]}ь" for base in bases]  # `Відні`, `Відень`
    return (word, *(base + end for base in bases for end in ("", "а", "ь")), *fleeting)


_PEOPLE = re.compile("(?:ans|ian|ese|ish)$")


def _may_be_place(name: Name, text: str, lang: str, other: str) -> bool:
    """Whether a list knows a name, or none knows the word and it follows a preposition, as all do from English into
    another alphabet."""
    low, tier = name.text.lower(), ranks(lang).get(name.text.lower(), 9)
    if len(low) < 5 or NOT_NAMES.search(low) or (_PEOPLE.search(low) and is_of_place(low, lang)):
        return False
    before = words(text)[name.index - 1] if name.index > 0 else ""
    is_placed = before in _BEFORE.get(lang, ())
    written_anew = scripts(lang) != scripts(other)
    if tier < 9:
        is_name = low in known_names(lang) and tier >= 2 and (lang != "de" or low in known_names("en"))
        return is_name and (is_placed or not (written_anew and other == "en"))
    if (written_anew and other != "en") or (lang == "de" and is_compound(low, lang)):
        return False
    return is_placed and not (written_anew and before in ("и", "і", "й", "та"))


def _heads(text: str) -> frozenset[str]:
    """How the capitalised words of a text begin, as sounds."""
    row = words(text)
    return frozenset(_head(row[n]) for n in capital_words(text))


def _head(word: str) -> str:
    sound = skeleton(word)
    return sound[: min(4, max(len(sound) - 1, 2))]


def _named(text: str, lang: str, other: str) -> list[Name]:
    """Capitalised words inside a text that stand alone and may be places, and begin as none of the other text's do.

    No months, rulers, countries and people.
    """
    row, known, proper = words(text), ranks(lang), known_names(lang)
    capitals = set(capital_words(text))
    chosen = []
    for n in capitals:
        own = bare(row[n])
        low = own.lower()
        beside = n - 1 in capitals and not (lang == "de" and row[n - 1] in _SEATS)
        if not n or n + 1 in capitals or beside or len(own) < 4 or not own[1:].islower():
            continue
        if (low not in known or low in proper) and row[n - 1].lower() not in _ARTICLES:
            chosen.append((n, own, low))
    if not chosen:
        return []
    found, heads = [], _heads(other)
    for n, own, low in sorted(chosen):
        start = starts(text)[n]
        if begins_sentence(text, start) or enclosed(text, start, start + len(row[n])) or _head(own) in heads:
            continue
        if _NEXT_CAPITAL.match(text, start + len(row[n])):
            continue
        if low in calendar(lang) or low in RULERS or low in _countries(lang):
            continue
        if not (lang == "de" and low in known and low not in known_names("en")):
            found.append(Name(own, start, start + len(own), n))
    return found


#: German nouns that the name of a place follows.
_SEATS = word_set(
    """
    Universität Hochschule Stadt Landkreis Kreis Gemeinde Bahnhof Hauptbahnhof Flughafen Hafen Klinikum Krankenhaus
    Uniklinik Museum Landgericht Amtsgericht Verwaltungsgericht Oberlandesgericht Region Bezirk Stadtteil Ortsteil
    Schloss Burg Kloster Raum Großraum Polizei Feuerwehr Messe Zoo Tierpark Staatsanwaltschaft Standort
    """
)
#: A place without an article is a town.
_ARTICLES = word_set("the a an der die das den dem des ein eine le la les un une el los las il lo gli i o os as")


@cache
def _countries(lang: str) -> frozenset[str]:
    """Lower-cased words of CLDR's countries and languages."""
    try:
        locale = Locale.parse(lang)
    except (UnknownLocaleError, ValueError):
        return frozenset()
    return frozenset(
        word.lower() for text in (*locale.territories.values(), *locale.languages.values()) for word in words(text)
    )


def cased_in(lang: str) -> bool:
    return not {"Latn", "Cyrl", "Grek"}.isdisjoint(scripts(lang))
