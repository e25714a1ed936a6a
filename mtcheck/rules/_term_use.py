# ruff: noqa: E501 (tables)
"""Terms of a document: a rare word that the source repeats, and the words that stand for it in the target.

A word is explained by the source words that it likely translates (`mtcheck.lexicon`); what is left over in a pair stands
for the term where the table knows the term as little.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np

from mtcheck.data import Pair
from mtcheck.inflection import fold, is_akin, stem
from mtcheck.lexicon import load_lexicon
from mtcheck.rules._lexicon import KEPT_LENGTH, known_names, languages_of, places, ranks
from mtcheck.rules._names import begins_sentence
from mtcheck.rules._text import Span

#: A term is repeated in two pairs at least and in so many at most, no more than so many pairs apart.
_MOST_PAIRS, _FAR = 6, 25
_MOST_WORDS = 60
#: Letters of a term, and the tier from which on a word is rare enough to be one.
_LETTERS, _RARE = 5, 2
#: Log p(target | source) from which on a word explains another, and is a known translation of it.
_EXPLAINS, _TRANSLATES = -4.5, -3.0
#: More words of a pair than this, by the term's tier, and none can be told to stand for it.
_MOST_LEFT = {2: 2, 3: 2, 9: 3}
_ABSENT = -20.0

Word = tuple[str, int, int]


def differing(pairs: Sequence[Pair]) -> Iterator[tuple[int, Span, str]]:
    """(position of a pair, place in its target, wording elsewhere) of terms that are rendered in two ways."""
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    paragraphs = [pair.source_segments[0].paragraph for pair in pairs if pair.source_segments]
    if len(set(paragraphs)) == len(paragraphs):
        return  # every pair stands by itself: a memory, a stream
    for position, pair in enumerate(pairs):
        source, _ = languages_of(pair)
        if not pair.source_segments or max(len(pair.source), len(pair.target)) > KEPT_LENGTH:
            continue
        if pair.target and load_lexicon(*languages_of(pair)) is not None:
            for root, word in _terms(pair.source, source):
                found[root].append((position, word))
    told: set[tuple[int, Span]] = set()
    for root, uses in found.items():
        if not 2 <= len(uses) <= _MOST_PAIRS:
            continue
        for place in _of_term(root, uses, pairs):
            if place[:2] not in told:
                told.add(place[:2])
                yield place


@lru_cache(maxsize=512)
def _terms(text: str, lang: str) -> tuple[tuple[str, str], ...]:
    """Stem and word of the rare words of a source that are no names."""
    known, proper = ranks(lang), known_names(lang)
    found = {}
    for word, start, _ in places(text):
        low = word.lower()
        if len(word) < _LETTERS or known.get(low, 9) < _RARE or not word.isalpha():
            continue
        if not _is_noun(word, text[max(0, start - 20) : start], lang):
            continue  # verbs and adjectives are varied at will
        if word[0].isupper() and (low in proper if lang != "de" else low not in known and begins_sentence(text, start)):
            continue
        if word[0].isupper() and lang != "de" and not begins_sentence(text, start):
            continue
        found[stem(fold(word), lang)] = word
    return tuple(found.items())


def _is_noun(word: str, before: str, lang: str) -> bool:
    """Whether a word is a noun, by its capital, the article before it, or its ending."""
    if lang == "de":
        return word[0].isupper()
    if lang in _ARTICLES:
        return _ARTICLES[lang].search(before) is not None and not (lang == "en" and word.endswith(("ed", "ing", "ly")))
    return lang in _NO_NOUNS and _NO_NOUNS[lang].search(word) is None


_ARTICLES = {
    lang: re.compile(rf"(?:^|[\s(“\"«„])(?:{words})(?: |(?<=['’]))$", re.IGNORECASE)
    for lang, words in {
        "en": "the|an?|its|their|his|her|this|these|those|no|of|new|old",
        "fr": "les?|la|l['’]|un|une|des?|du|d['’]|aux?|ce|cette|ces|son|sa|leur",
        "es": "el|la|los|las|un|una|unos|unas|del?|al|este|esta|su|sus|cada",
        "it": "il|lo|la|i|gli|le|l['’]|un|uno|una|un['’]|del|dello|della|dei|degli|delle|dell['’]|al|alla|ai|nel|nella|dal|dalla|sul|sulla|di|questa|questo|sua|suo",
        "ro": "un|o|unei|unui|de|al|a|ale|ai",
    }.items()
}  # fmt: skip
_NO_NOUNS = {
    "ru": re.compile(r"(?:[ыио]й|[ая]я|[ое]е|[ыи]е|[оеё]го|[ое]му|[ыи]мм?и?|[ыи]х|[оеу]ю|т[ьи]|ться|л[аои]?|л[аои]?сь|лся|[еиаяую]т|[еиаяую]тся|[оеё]м|в|вши|о|[оыие]нн?[аоы]?|аны)$"),
    "uk": re.compile(r"(?:[иі]й|[ое]го|[ое]му|[иі]м|[иі]х|[ое]ї|[ое]ю|ти|тися|ла|ло|ли|лася|лося|лися|вся|[еиую]ть|[еиую]ться|ться|но|то|о|ана|ані|ене|ва|ів)$"),
    "pl": re.compile(r"(?:[yi]|ego|emu|[yi]m|[yi]ch|[yi]mi|ej|ą|ć|ł[aoiy]?|li|[aei]ją|uje|[ai]my|nie|no|to|o|nych|any|ane|ana)$"),
    "cs": re.compile(r"(?:[ýíáé]|ého|ému|[ýí]m|[ýí]ch|[ýí]mi|ou|[aei]t|l[aoiy]?|ují|uje|ě|o|no|ny|na)$"),
}  # fmt: skip


def _of_term(root: str, uses: Sequence[tuple[int, str]], pairs: Sequence[Pair]) -> Iterator[tuple[int, Span, str]]:
    renderings = [(position, *_rendering(pairs[position], word)) for position, word in uses]
    rarity = ranks(languages_of(pairs[uses[0][0]])[0]).get(uses[0][1].lower(), 9)
    most = _MOST_LEFT[rarity]
    clear = [(position, sure, left) for position, sure, left in renderings if 1 <= len(sure) + len(left) <= most]
    if rarity == _RARE and not any(sure for _, sure, _ in clear):
        return
    for n, (position, sure, left) in enumerate(clear):
        if n == 0:
            continue
        lang = languages_of(pairs[position])[1]
        before = [(p, [*s, *rest]) for p, s, rest in clear[:n] if position - p <= _FAR]
        here = [*sure, *left]
        if not before or any(_shares(pairs[p].target, ws, pairs[position].target, here, lang) for p, ws in before):
            continue
        first = before[0][1]
        place = sure[0] if sure else _nearest(left, pairs[position], next(w for p, w in uses if p == position))
        yield position, place[1:], " ".join(word for word, _, _ in (clear[0][1] or first))


def _nearest(left: Sequence[Word], pair: Pair, term: str) -> Word:
    """The word that stands nearest to where the term stands in its source."""
    share = pair.source.index(term) / len(pair.source)
    return min(left, key=lambda word: abs(word[1] / len(pair.target) - share))


def _shares(one: str, ones: Sequence[Word], two: str, twos: Sequence[Word], lang: str) -> bool:
    """Whether what stands for a term in one pair stands in the other, too, in whatever form."""
    there = [fold(word) for word, _, _ in places(two)]
    here = [fold(word) for word, _, _ in places(one)]
    return any(is_akin(w, fold(t[0]), lang) for t in ones for w in there) or any(
        is_akin(w, fold(t[0]), lang) for t in twos for w in here
    )


def _rendering(pair: Pair, term: str) -> tuple[list[Word], list[Word]]:
    """The words of a target that are known translations of a term, and those that no other word explains."""
    source, target = languages_of(pair)
    lexicon = load_lexicon(source, target)
    sources, targets = places(pair.source), places(pair.target)
    if lexicon is None or len(sources) > _MOST_WORDS or len(targets) > _MOST_WORDS:
        return [], []
    ours = np.array([lexicon.units("=" + fold(word))[0] for word, _, _ in sources])
    theirs = np.array([lexicon.units("=" + fold(word))[1] for word, _, _ in targets])
    forward, backward = lexicon.look(ours[:, None], theirs[None, :], _ABSENT)
    of_term = np.array([word == term for word, _, _ in sources])
    explained = np.maximum(forward, backward)[~of_term].max(axis=0, initial=_ABSENT) >= _EXPLAINS
    known = (np.maximum(forward, backward)[of_term].max(axis=0, initial=_ABSENT) >= _TRANSLATES) & (
        ours[of_term].max() > 0
    )
    here = {word.lower() for word, _, _ in sources}
    content = [_is_content(word, start, pair.target, target, here) for word, start, _ in targets]
    sure = [w for w, k, c in zip(targets, known, content, strict=True) if k and c]
    left = [w for w, k, e, c in zip(targets, known, explained, content, strict=True) if c and not e and not k]
    return sure, left


def _is_content(word: str, start: int, text: str, lang: str, here: set[str]) -> bool:
    low = word.lower()
    if len(word) < 4 or ranks(lang).get(low, 9) < 1 or low in here:
        return False
    if lang == "en" and word.endswith(("ed", "ly")):
        return False
    return word[0].islower() or lang == "de" or begins_sentence(text, start)
