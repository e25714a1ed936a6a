# ruff: noqa: E501 (tables)
"""Terms of a document: words that the source repeats together, and what stands for them in the target each time.

Two words side by side that come back are a term, a title or a saying much more often than one word is, and a translator
who varies one word seldom varies both. Single words are compared only where they are rare nouns.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain, pairwise

from mtcheck.data import Pair
from mtcheck.inflection import fold, stem
from mtcheck.rules._lexicon import KEPT_LENGTH, known_names, languages_of, ranks
from mtcheck.rules._renderings import COMPOUNDING, UNSPACED, Reading, Token, is_content, likeness, tokens_of
from mtcheck.rules._text import Span

#: A term comes back in so many pairs at most, and at most so many pairs away: what is said more often is no term.
_MOST_PAIRS, _FAR = 8, 30
#: Words of a term have so many others between them at most (`pharmacie de garde`).
_GAP = 2
#: Signs of a Chinese or Japanese term; so many fewer where the text has it in quotation marks.
_SIGNS = 4
#: Signs that grammar needs, and numbers: what has one is a stretch of a sentence.
_GRAMMAR = frozenset(
    "的了在是和有不这那我他她它们也将会就都很看向等并与及其一些着过吗吧呢个为以于对从到由被把让给之所可能已还要更最后前中上下年月日时说大小多少二三四五六七八九十個為於對從後時說這們還過會將與給讓來来去"
)
#: Words that render a term of two words, at most; each further word of the term is worth two.
_MOST_WORDS, _PER_WORD = 4, 2
#: Share of the words that differ, from which on a saying of three words and more is another one.
_DIFFERENT = 0.6
#: Cosine from which on a word surely stands for a word of a term that is half kept, and from which on two words of
#: the target are of one kind, so that a translator may have varied them: first where both stand for one word.
_STRONG, _SYNONYMS, _RELATED = 0.25, 0.45, 0.25
#: Endings of what is no noun or adjective, in a target.
_NO_NOUNS = {"en": ("ed", "ing", "ly"), "ru": ("ть", "ться", "л", "ла", "ли", "лся"), "uk": ("ти", "ла", "ли")}
#: Cosine from which on a word stands for another literally.
_LITERAL = 0.33
#: A word of a term and the next are so many words apart in a target: `responsable de la voirie`.
_BESIDE = dict.fromkeys(("fr", "es", "it", "pt", "ro", "ca"), 3)
_BREAK = re.compile(r"[;:.!?—–«»“”„\"()]")
_OPENING = '«“„"‘‚「『《'

#: Endings of verbs and participles in languages without articles.
_VERBS = {
    "ru": re.compile(r"(?:т[ьи]|ться|тся|[аеиуыя]л[аои]?|л[аои]?сь|лся|[аыия]вши|[оыие]нн?[аоы]|аны|[яа]я?сь)$"),
    "uk": re.compile(r"(?:ти|тися|[аиіуя]л[аои]|лася|лося|лися|вся|[еиую]ть|[еиую]ться|ться|ано|ено|ана|ані|ене)$"),
    "pl": re.compile(r"(?:ć|[aeiuyęą]ł[aoiy]?|[aeiuyę]li|[aei]ją|uje|[ai]my|ano|ono)$"),
    "cs": re.compile(r"(?:[aei]t|[aeiu]l[aoiy]?|ují|uje)$"),
}
#: Nouns that look like the past tense of a verb.
_NO_VERBS = re.compile(
    r"(?:журн|кан|материа?|персон|капита?|сигн|мета?|^за?|вокз|сканд|фин|фили|арсен|генер|адмир|интерв|иде|отде?|разде?|преде?|потенци|ритуа?|сериа?|протоко?|муску?|стату?)[аеу]?лл?$"
)
#: What stands before a noun or the adjective of one.
_BEFORE = {
    lang: re.compile(rf"(?:^|[\s(“\"«„‘])(?:{words})(?: |(?<=['’]))$", re.IGNORECASE)
    for lang, words in {
        "en": "the|an?|its|their|his|her|this|these|those|no|of|for|with|in|on|at|by|from|new|old|each|every|all|any|some|our|my|your|first|second|third|more",
        "fr": "les?|la|l['’]|une?|des?|du|d['’]|aux?|à|en|par|pour|sur|ce|cette|ces|son|sa|ses|leurs?|et|avec|sans",
        "es": "el|la|los|las|una?|unos|unas|del?|al|en|con|por|para|sin|est[ea]|estos|sus?|cada|y",
        "it": "il|lo|la|i|gli|le|l['’]|uno?|una|un['’]|del|dello|della|dei|degli|delle|dell['’]|di|al|alla|ai|nel|nella|dal|dalla|sul|sulla|quest[ao]|su[ao]|e|con|per|da|in",
        "pt": "[oa]s?|uma?|uns|umas|d[eoa]|d[oa]s|em|n[oa]s?|ao|à|pel[oa]|est[ea]|seu|sua|cada|e|com|sem|para|por",
        "nl": "de|het|een|van|voor|met|in|op|aan|bij|uit|deze|dit|die|zijn|haar|hun|geen",
        "sv": "en|ett|den|det|de|av|för|med|i|på",
    }.items()
}  # fmt: skip

#: Endings of what is no noun, in languages without articles.
_NO_NOUN = {
    "ru": re.compile(r"(?:[ыио]й|[ая]я|[ое]е|[ыи]е|[оеё]го|[ое]му|[ыи]мм?и?|[ыи]х|[оеу]ю|т[ьи]|ться|л[аои]?|л[аои]?сь|лся|[еиаяую]т|[еиаяую]тся|[оеё]м|в|вши|о|[оыие]нн?[аоы]?|аны)$"),
    "uk": re.compile(r"(?:[иі]й|[ое]го|[ое]му|[иі]м|[иі]х|[ое]ї|[ое]ю|ти|тися|ла|ло|ли|лася|лося|лися|вся|[еиую]ть|[еиую]ться|ться|но|то|о|ана|ані|ене|ва|ів)$"),
    "pl": re.compile(r"(?:[yi]|ego|emu|[yi]m|[yi]ch|[yi]mi|ej|ą|ć|ł[aoiy]?|li|[aei]ją|uje|[ai]my|nie|no|to|o|nych|any|ane|ana)$"),
    "cs": re.compile(r"(?:[ýíáé]|ého|ému|[ýí]m|[ýí]ch|[ýí]mi|ou|[aei]t|l[aoiy]?|ují|uje|ě|o|no|ny|na)$"),
}  # fmt: skip
#: As `_SYNONYMS`, for a term of one word that is rendered by another one.
_KINDRED = 0.6
#: Letters of a term of one word, and the tier from which on it is rare enough.
_LETTERS, _RARE = 5, 3
#: Words that render a term of one word, at most.
_MOST_ALONE = 3

Place = tuple[int, Span, str]


@dataclass(frozen=True)
class _Source:
    """The words of a source: as they are, what their forms have in common, and which of them say something."""

    text: str
    lang: str
    words: tuple[Token, ...]
    roots: tuple[str, ...]
    telling: tuple[int, ...]

    @cached_property
    def rare(self) -> dict[str, int]:
        """Places of rare nouns, by what their forms have in common."""
        return {self.roots[n]: n for n in self.telling if self._is_rare(n)}

    def _is_rare(self, n: int) -> bool:
        word, start, _ = self.words[n]
        known = ranks(self.lang)
        if not known or len(word) < _LETTERS or known.get(word.lower(), 9) < _RARE or not word.isalpha():
            return False
        if self.lang == "de":
            return word[0].isupper() and (start > 0 or word.lower() in known) and word.lower() not in known_names("de")
        if word[0].isupper() and not (start == 0 or self.text[max(0, start - 2) : start].strip() in (*_OPENING, ".")):
            return False
        if word.lower() in known_names(self.lang):
            return False
        if self.lang in _BEFORE:
            return _BEFORE[self.lang].search(self.text[max(0, start - 12) : start]) is not None
        return self.lang in _NO_NOUN and _NO_NOUN[self.lang].search(word) is None

    def are_neighbours(self, one: int, other: int) -> bool:
        if self.lang in UNSPACED:
            return self.words[other][1] == self.words[one][1] + 1
        between = self.words[one][2], self.words[other][1]
        return other - one <= _GAP + 1 and not _BREAK.search(self.text, *between)


def differing(pairs: Sequence[Pair]) -> Iterator[Place]:
    """(position of a pair, place in its target, wording elsewhere) of terms that are rendered in two ways."""
    paragraphs = [pair.source_segments[0].paragraph for pair in pairs if pair.source_segments]
    if len(set(paragraphs)) == len(paragraphs):
        return  # every pair stands by itself: a memory, a stream
    sources = {
        position: _source(pair.source, languages_of(pair)[0]) for position, pair in enumerate(pairs) if _fits(pair)
    }
    readings: dict[int, Reading] = {}
    for position, earlier in sorted(_repeating(sources).items()):
        found: dict[tuple[int, ...], tuple[Span, str]] = {}
        kept: list[set[int]] = []
        for before in earlier:
            if pairs[before].source == pairs[position].source:
                continue
            shared = _common(sources[before], sources[position])
            for here, there in chain(shared, _common_rare(sources[before], sources[position])):
                for n in {before, position} - readings.keys():
                    readings[n] = Reading(pairs[n], languages_of(pairs[n]))
                other = _difference(readings[before], readings[position], here, there)
                if other is None:
                    kept.append(set(there))
                else:
                    found.setdefault(tuple(there), other)
        told: list[Span] = []
        for term, (span, wording) in found.items():
            if not any(own.issuperset(term) for own in kept) and all(
                span[1] <= start or end <= span[0] for start, end in told
            ):
                told.append(span)
                yield position, span, wording


def _fits(pair: Pair) -> bool:
    source, target = languages_of(pair)
    if not pair.source_segments or not pair.source or not pair.target:
        return False
    return source != target and target not in UNSPACED and max(len(pair.source), len(pair.target)) <= KEPT_LENGTH


@lru_cache(maxsize=512)
def _source(text: str, lang: str) -> _Source:
    words = tokens_of(text, lang)
    roots = tuple(word if lang in UNSPACED else stem(fold(word), lang) for word, _, _ in words)
    telling = tuple(n for n, (word, _, _) in enumerate(words) if is_content(word, lang))
    return _Source(text, lang, tuple(words), roots, telling)


def _repeating(sources: dict[int, _Source]) -> dict[int, list[int]]:
    """For each pair the earlier ones with which it shares two words side by side."""
    where: dict[tuple[str, str], list[int]] = defaultdict(list)
    for position, source in sources.items():
        roots = {(source.roots[a], source.roots[b]) for a, b in pairwise(source.telling) if source.are_neighbours(a, b)}
        for key in (*roots, *((root, "") for root in source.rare)):
            where[key].append(position)
    found: dict[int, set[int]] = defaultdict(set)
    for positions in where.values():
        if 2 <= len(positions) <= _MOST_PAIRS:
            for n, position in enumerate(positions):
                found[position].update(before for before in positions[:n] if position - before <= _FAR)
    return {position: sorted(earlier) for position, earlier in found.items() if earlier}


def _common(one: _Source, two: _Source) -> Iterator[tuple[list[int], list[int]]]:
    """Places of the longest stretches of words that two sources share and that may be terms."""
    at: dict[str, list[int]] = defaultdict(list)
    for n, place in enumerate(two.telling):
        at[two.roots[place]].append(n)
    done: set[tuple[int, int]] = set()
    for m, place in enumerate(one.telling):
        for n in at.get(one.roots[place], ()):
            if (m, n) in done:
                continue
            length = _shared_length(one, two, m, n)
            done.update((m + k, n + k) for k in range(length))
            here, there = list(one.telling[m : m + length]), list(two.telling[n : n + length])
            if length >= 2 and _may_be_term(one, here, two) and _may_be_term(two, there, one):
                yield here, there


def _common_rare(one: _Source, two: _Source) -> Iterator[tuple[list[int], list[int]]]:
    for root in one.rare.keys() & two.rare.keys():
        yield [one.rare[root]], [two.rare[root]]


def _shared_length(one: _Source, two: _Source, m: int, n: int) -> int:
    length = 1
    while m + length < len(one.telling) and n + length < len(two.telling):
        a, b = one.telling[m + length], two.telling[n + length]
        before_a, before_b = one.telling[m + length - 1], two.telling[n + length - 1]
        if one.roots[a] != two.roots[b] or not one.are_neighbours(before_a, a) or not two.are_neighbours(before_b, b):
            break
        length += 1
    return length


def _may_be_term(source: _Source, places: Sequence[int], other: _Source) -> bool:
    """Whether some words beside each other may be nouns with what belongs to them."""
    words = [source.words[n][0] for n in places]
    if source.lang in UNSPACED:
        return _may_be_signs(source, places, other)
    start = source.words[places[0]][1]
    if start == 0 or source.text[start - 1] in _OPENING or all(word[0].isupper() for word in words):
        return True
    if source.lang in _VERBS:
        return not any(word[0].islower() and _is_verb(word, source.lang) for word in words)
    if source.lang == "de":
        return words[-1][0].isupper()
    return (
        source.lang not in _BEFORE or _BEFORE[source.lang].search(source.text[max(0, start - 12) : start]) is not None
    )


def _may_be_signs(source: _Source, places: Sequence[int], other: _Source) -> bool:
    start, end = source.words[places[0]][1], source.words[places[-1]][2]
    run = source.text[start:end]
    quoted = any(mark + run in text for text in (source.text, other.text) for mark in _OPENING)
    return len(run) >= _SIGNS - quoted and _GRAMMAR.isdisjoint(run)


def _is_verb(word: str, lang: str) -> bool:
    if lang == "ru" and re.search("[аеиуюя]т$", word):
        return not {word[:-1] + "ть", word[:-1] + "л", word[:-2] + "ить", word[:-2] + "ать"}.isdisjoint(ranks(lang))
    return _VERBS[lang].search(word) is not None and not (lang == "ru" and _NO_VERBS.search(word))


def _difference(before: Reading, now: Reading, here: Sequence[int], there: Sequence[int]) -> tuple[Span, str] | None:
    """The place of what renders a term, and its earlier rendering, where they are two."""
    first, second = before.rendering(here), now.rendering(there)
    if len(there) == 1:
        return _alone(before, now, (here[0], there[0]), (first, second))
    if not first:
        return _free(before, now, second, there)
    gone = [n for n in first if not now.has(before.target[n][0])]
    new = [n for n in second if not before.has(now.target[n][0])]
    if not gone or not new:
        return None
    size = max(len(first), len(second))
    if len(gone) == len(first) and len(new) == len(second):
        most = _MOST_WORDS + _PER_WORD * (len(there) - 2)
        least = 1 if now.langs[1] in COMPOUNDING else 4 if now.langs[0] in UNSPACED else 3
        differs = size <= most and len(first) + len(second) >= least
    else:
        differs = len(there) > 2 and min(len(gone) / len(first), len(new) / len(second)) >= _DIFFERENT
    if differs:
        return now.span(second), before.words(first)
    if size <= _MOST_WORDS and max(len(gone), len(new)) <= 2 and _half_differs(before, now, (here, there), (gone, new)):
        return now.span(new), before.words(first)
    return None


def _alone(
    before: Reading, now: Reading, term: tuple[int, int], renderings: tuple[list[int], list[int]]
) -> tuple[Span, str] | None:
    """As `_difference`, for a term of one word."""
    one, two = renderings[0] or before.left_over(term[0]), renderings[1] or now.left_over(term[1])
    if not one or not two or max(len(one), len(two)) > _MOST_ALONE:
        return None
    if any(now.has(before.target[n][0]) for n in one) or any(before.has(now.target[n][0]) for n in two):
        return None
    alike = max(likeness(before.target[a][0], now.target[b][0], now.langs[1]) for a in one for b in two)
    return (now.span(two), before.words(one)) if alike < _KINDRED else None


def _free(before: Reading, now: Reading, second: Sequence[int], there: Sequence[int]) -> tuple[Span, str] | None:
    """A term that is rendered word by word here, and there by words that go with none of the source."""
    literal = {now.nearest[n] for n in second if now.strength[n] >= _LITERAL}
    if literal != set(there) or now.langs[0] in UNSPACED or any(before.has(now.target[n][0]) for n in second):
        return None
    loose = max(before.loose, key=len, default=[])
    return (now.span(second), before.words(loose)) if len(loose) >= 2 else None


def _half_differs(
    before: Reading, now: Reading, terms: tuple[Sequence[int], Sequence[int]], other: tuple[list[int], list[int]]
) -> bool:
    """Whether one word of a term is rendered otherwise, and not by a synonym, beside one that is kept."""
    sure = []
    for reading, term, changed in zip((before, now), terms, other, strict=True):
        places = list(term)
        same = [n for n in reading.rendering(term) if n not in changed]
        if same and not any(abs(a - b) <= _BESIDE.get(now.langs[1], 2) for a in changed for b in same):
            return False
        own = {n for n in changed if reading.nearest[n] in places and reading.strength[n] >= _STRONG}
        kept = {reading.nearest[n] for n in same}
        sure.append({places.index(reading.nearest[n]) for n in own if reading.nearest[n] not in kept})
    lang = now.langs[1]
    words = [[reading.target[n][0] for n in changed] for reading, changed in zip((before, now), other, strict=True)]
    alike = max(likeness(a, b, lang) for a in words[0] for b in words[1])
    if sure[0] & sure[1]:
        titles = all(word[0].isupper() for side in words for word in side) and lang != "de"
        return titles or alike < _SYNONYMS
    capitals = {word[0].isupper() for word, start, _ in (now.source[n] for n in terms[1]) if start}
    if now.langs[0] in UNSPACED or (len(capitals) > 1 and now.langs[0] != "de"):
        return False
    if lang != "de" and any(
        word[0].isupper() or word.endswith(_NO_NOUNS.get(lang, "-")) for side in words for word in side
    ):
        return False
    return bool(sure[0] or sure[1]) and alike < _RELATED
