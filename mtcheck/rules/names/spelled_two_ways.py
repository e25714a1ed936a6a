"""One name spelled in two ways through a document."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import lru_cache
from itertools import chain

from mtcheck.data import Hit, Pair, Severity
from mtcheck.rules.names._capitalised import Name, bare, begins_sentence, capital_words, names
from mtcheck.rules.names._copied_names import hyphen_lost
from mtcheck.rules.names._paradigms import stem_of
from mtcheck.rules.names._recurring import spelled_in_several_ways
from mtcheck.rules.names.sounds import clear_sounds, similarity, skeleton
from mtcheck.rules.registry import Scope, rule
from mtcheck.rules.text import hit
from mtcheck.rules.words.lexicon import between, known_names, languages_of, letters, places, ranks, scripts, words
from mtcheck.rules.words.views import sides_of

#: Letters of a name that may be spelled in two ways.
_SHORTEST = 5


@rule(
    "NAM003",
    "name-spelled-two-ways",
    category="terminology/inconsistent-use",
    severity=Severity.MINOR,
    message="The name is spelled “{detail}” elsewhere in this text.",
    scope=Scope.DOCUMENT,
    preview=True,
)
def name_spelled_two_ways(pairs: Sequence[Pair]) -> Iterator[tuple[int, Hit]]:
    """One name of the source is spelled in two ways through the target.

    Why: readers, and search, take `Sergei` and `Sergey` for two persons.
    Flags: ru "Сергей … Сергей" / en "Sergei … Sergey"
    Passes: ru "Юлия … Юлий" / en "Yulia … Yuly"
    Flags: uk "Гнатюк … Гнатюк" / en "Hnatiuk … Gnatyuk"
    Flags: en "Rennick … Rennick" / ru "Ренник … Рэнник"
    Flags: ru "Вельяминцев … Вельяминцева" / en "Velyamintsev … Veliaminzev"
    Flags: en "Oakes … Oakes" / ru "Оукс … Оакеса"
    Flags: ar "مطلق … مطلق" / en "Mutlaq … Mutleq"
    Flags: ja "浜口 … 浜口" / en "Hamaguchi … Hamakuchi"
    Flags: fr "Anne-Laure … Anne-Laure" / en "Anne-Laure … Anne Laure"
    Flags: zh "郭永年 … 郭永年" / en "Guo Yongnian … Kuo Yung-nien"
    Limits: two alphabets, or a source that inflects names and a target that does not, or, within Latin letters,
        accents, doubled letters and hyphens alone; the rarer spelling is flagged, the later one where both are equally
        frequent. Spellings that do not sound the same count only where one and the same rare word of the source stands
        for both (of Arabic, Chinese, Japanese and Korean: one string of it); words that either language knows, case
        endings, and adjectives of places are left alone.
    """
    told: set[tuple[int, int]] = set()
    heard = ((found, True) for found in _heard_alike(pairs))
    for spellings, by_sound in chain(heard, ((found, False) for found in spelled_in_several_ways(pairs))):
        own = {text: found for text, found in spellings.items() if _is_spelled(text, pairs[found[0][0]])}
        if len(own) < 2:
            continue
        usual = max(own, key=lambda text: _is_usual(text, own[text], pairs))
        for text, found_at in own.items():
            if text == usual or (by_sound and not _variant(text, usual)):
                continue
            for position, name in found_at:
                if by_sound and not _share_source(pairs[position], pairs[own[usual][0][0]], name.text):
                    continue
                if (position, name.start) not in told:
                    told.add((position, name.start))
                    yield position, hit(name.start, name.end, usual, suggestion=usual)
    for position, start, end, joined in hyphen_lost(pairs):
        yield position, hit(start, end, joined, suggestion=joined)


def _is_spelled(text: str, pair: Pair) -> bool:
    """Whether a name is in letters of the target's language: others are left over, which LNG001 says."""
    alphabets = scripts(languages_of(pair)[1])
    return not alphabets or letters(*alphabets).match(text) is not None


def _is_usual(text: str, found: Sequence[tuple[int, Name]], pairs: Sequence[Pair]) -> tuple[bool, int, bool, int]:
    """What makes a spelling the usual one: copied from the source, frequent, by its sound the source's, first."""
    sources = [pairs[position].source for position, _ in found]
    if " " in text:  # two halves, of which the order or the system differs
        return False, len(found), False, -found[0][0]
    copied = all(text in source for source in sources)
    spelled = text.isascii() and all(any(similarity(word, text) >= 0.8 for word in words(source)) for source in sources)
    return copied, len(found), spelled, -found[0][0]


def _heard_alike(pairs: Sequence[Pair]) -> Iterable[dict[str, list[tuple[int, Name]]]]:
    """By sound, the names of targets in Latin letters that one of their source's sounds like, by spelling."""
    positions, sides = between(pairs, _is_respelled), sides_of(pairs)
    if not positions:
        return ()
    if sides:
        capitals = set(sides.target.distinct_capitals)
    else:
        capitals = {word for position in positions for word in _capitals(pairs[position].target)}
    several = _several_spellings({bare(word) for word in capitals if len(word) >= _SHORTEST})
    written = {word for word in capitals if bare(word) in several} if several else set()
    seen: dict[str, dict[str, list[tuple[int, Name]]]] = defaultdict(lambda: defaultdict(list))
    for position in _with_capitals(pairs, positions, written) if written else ():
        pair = pairs[position]
        found = words(pair.source)
        spoken = {skeleton(found[n])[:5] for n in capital_words(pair.source)}
        for name in (*names(pair.target), *_first_names(pair.target, languages_of(pair)[1])) if spoken else ():
            if name.text in several and (key := skeleton(name.text))[:5] in spoken:
                seen[key][name.text].append((position, name))
    return seen.values()


@lru_cache(maxsize=64)
def _is_respelled(source: str, target: str) -> bool:
    return scripts(target) == ("Latn",) and scripts(source) != ("Latn",)


def _first_names(text: str, lang: str) -> list[Name]:
    """Words that begin a sentence and are in no list, or known as names."""
    known, proper = ranks(lang), known_names(lang)
    found = []
    for n, (word, start, _) in enumerate(places(text)):
        if word[0].isupper() and begins_sentence(text, start):
            own = bare(word)
            if own.lower() not in known or own.lower() in proper:
                found.append(Name(own, start, start + len(own), n))
    return found


def _several_spellings(some: Set[str]) -> frozenset[str]:
    """Words that sound like another one of them, spelled otherwise."""
    long = [word for word in some if len(word) >= _SHORTEST]
    for sounds in (clear_sounds, lambda words: map(skeleton, words)):  # the first tells most words apart, and is cheap
        heard = list(sounds(long))
        counts = Counter(heard)
        long = [word for word, sound in zip(long, heard, strict=True) if counts[sound] > 1]
    ways: dict[str, set[str]] = defaultdict(set)
    for word in long:
        ways[skeleton(word)].add(word.lower())
    return frozenset(word for word in long if len(ways[skeleton(word)]) > 1)


def _share_source(one: Pair, two: Pair, name: str) -> bool:
    """Whether the sources of two pairs have one name, in whatever case, that sounds like this: not Наталья, Наталия."""
    return not _sources_of(one, name).isdisjoint(_sources_of(two, name))


def _sources_of(pair: Pair, name: str) -> set[str]:
    row, begin, lang = words(pair.source), skeleton(name)[:5], languages_of(pair)[0]
    return {stem_of(row[n].lower(), lang) for n in capital_words(pair.source) if skeleton(row[n])[:5] == begin}


def _with_capitals(pairs: Sequence[Pair], positions: Sequence[int], some: Set[str]) -> Iterable[int]:
    """Those of some pairs of which the target has one of some capitalised words."""
    if sides := sides_of(pairs):
        return sorted(sides.target.texts_with(some) & set(positions))
    return [position for position in positions if not some.isdisjoint(_capitals(pairs[position].target))]


def _capitals(text: str) -> list[str]:
    """The capitalised words of a text."""
    found = words(text)
    return [found[n] for n in capital_words(text)]


def _variant(a: str, b: str) -> bool:
    """Whether two spellings differ inside, not by an ending or by capitals."""
    if a.lower() == b.lower():
        return False
    shorter, longer = sorted((a.lower(), b.lower()), key=len)
    return not longer.startswith(shorter) and not longer.removesuffix("s").startswith(shorter)
