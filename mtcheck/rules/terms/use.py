"""Terms of a document: words that the source repeats together, and what stands for them in the target each time.

Whether two renderings are an inconsistency is told by `evidence`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Literal

from mtcheck.data import Pair
from mtcheck.rules.terms._repeated import FAR, Source, repeating_pairs, shared_single_terms, shared_terms, source_of
from mtcheck.rules.terms._usual import unusual
from mtcheck.rules.terms.evidence import Rivals, are_two_names, beginning, compare, evidence, log_odds
from mtcheck.rules.terms.links import Links
from mtcheck.rules.text import Span
from mtcheck.rules.words.lexicon import KEPT_LENGTH, languages_of
from mtcheck.rules.words.renderings import UNSPACED, tokens_of

#: Log odds from which on two renderings count as an inconsistency.
ODDS = -0.9
#: The same into languages without articles: their words have many forms, and their writers vary them.
_ODDS_SLAVIC, _SLAVIC = 0.0, frozenset(("ru", "uk", "be", "pl", "cs", "sk"))
#: The same into languages that the weights were not fitted on, and those they were.
_ODDS_UNSEEN, _SEEN = 1.5, frozenset(("en", "de", "fr", "es", "it", "pt", "nl"))

Place = tuple[int, Span, str]


@dataclass(frozen=True)
class Use:
    """A term that two pairs share: where it stands, and how its renderings compare.

    `rivals` is None where they agree.
    """

    earlier: int
    later: int
    here: tuple[int, ...]
    there: tuple[int, ...]
    rivals: Rivals | None
    n_pairs: int
    elsewhere: Mapping[str, int]
    more: Mapping[str, float]

    def evidence(self) -> dict[str, float]:
        """What speaks for and against an inconsistency."""
        if self.rivals is None:
            raise ValueError("renderings that agree")
        return {**evidence(self.rivals, self.elsewhere, self.n_pairs), **self.more}


def differing(pairs: Sequence[Pair]) -> Iterator[Place]:
    """(position of a pair, place in its target, wording elsewhere) of terms that are rendered in two ways."""
    paragraphs = [pair.source_segments[0].paragraph for pair in pairs if pair.source_segments]
    if len(set(paragraphs)) == len(paragraphs):
        return  # every pair stands by itself: a memory, a stream
    told: dict[int, list[Span]] = defaultdict(list)
    odd = sorted(_odd_ones(pairs), key=lambda found: (found[1], -found[0]))
    for position, span, wording in chain((found[1:] for found in odd), _unusual(pairs)):
        if all(span[1] <= start or end <= span[0] for start, end in told[position]):
            told[position].append(span)
            yield position, span, wording


def _unusual(pairs: Sequence[Pair]) -> Iterator[Place]:
    """Rare words that stand in one pair for what at least three others render by one word."""
    sources = {n: source_of(pair.source, languages_of(pair)[0]) for n, pair in enumerate(pairs) if _fits(pair)}
    readings: dict[int, Links] = {}

    def links_of(position: int) -> Links:
        if position not in readings:
            readings[position] = Links(pairs[position], languages_of(pairs[position]))
        return readings[position]

    terms = {n: source.signs if source.lang in UNSPACED else source.single for n, source in sources.items()}
    return unusual(pairs, terms, lambda position, place: sources[position].is_noun(place), links_of)


def _odd_ones(pairs: Sequence[Pair]) -> Iterator[tuple[float, int, Span, str]]:
    """(log odds, position, place, wording elsewhere) of renderings that nothing else in the text shares."""
    agreeing: dict[int, list[set[int]]] = defaultdict(list)
    differing: dict[int, list[set[int]]] = defaultdict(list)
    found: list[tuple[float, Use]] = []
    for use in uses(pairs):
        told = agreeing if use.rivals is None else differing
        told[use.earlier].append(set(use.here))
        told[use.later].append(set(use.there))
        if use.rivals is not None:
            odds = log_odds(use.evidence())
            if are_two_names(use.rivals):
                odds = max(odds, _least(use.rivals.now.langs[1]))
            if odds >= _least(use.rivals.now.langs[1]) - _lenience(use.rivals.now.langs[1]):
                found.append((odds, use))
    for odds, use in found:
        ends = (use.earlier, set(use.here)), (use.later, set(use.there))
        first, second = (any(term >= places for term in agreeing[position]) for position, places in ends)
        if use.rivals is not None and odds < _least(use.rivals.now.langs[1]):
            alone = [_is_alone(agreeing[position], differing[position], places) for position, places in ends]
            first, second = first or not alone[0], second or not alone[1]
        if use.rivals is not None and not second:
            yield odds, use.later, use.rivals.span, use.rivals.wording
        elif use.rivals is not None and not first:
            turned = use.rivals.turned()
            yield odds, use.earlier, turned.span, turned.wording


def _lenience(lang: str) -> float:
    """By how much the odds may be lower where many other pairs render the term otherwise."""
    return _LENIENT if lang in _SEEN else 0.0


#: So many others that render a term otherwise lower the log odds from which on it is the odd one by so much.
_OTHERS, _LENIENT = 3, 0.75


def _is_alone(agreeing: Sequence[set[int]], differing: Sequence[set[int]], places: set[int]) -> bool:
    """Whether some words of a pair are rendered as in no other pair, though many have them."""
    return sum(not term.isdisjoint(places) for term in differing) >= _OTHERS and all(
        term.isdisjoint(places) for term in agreeing
    )


def _least(lang: str) -> float:
    """Log odds from which on two renderings in a language count as an inconsistency."""
    if lang in _SLAVIC:
        return _ODDS_SLAVIC
    return ODDS if lang in _SEEN else _ODDS_UNSEEN


def uses(pairs: Sequence[Pair]) -> Iterator[Use]:
    """Every two pairs of a document that share a term, in order, where what renders it can be told."""
    sources = {
        position: source_of(pair.source, languages_of(pair)[0]) for position, pair in enumerate(pairs) if _fits(pair)
    }
    shared = _Shared(sources, pairs)
    readings: dict[int, Links] = {}
    for position, earlier in sorted(shared.repeating().items()):
        for gone in [n for n in readings if n < position - FAR]:
            del readings[gone]
        for before in earlier:
            if pairs[before].source == pairs[position].source:
                continue
            for here, there in chain(
                shared_terms(sources[before], sources[position]),
                shared_single_terms(sources[before], sources[position]),
            ):
                for n in {before, position} - readings.keys():
                    readings[n] = Links(pairs[n], languages_of(pairs[n]))
                verdict = compare(readings[before], readings[position], here, there, shared.loans)
                if verdict is not False:
                    yield shared.use(before, position, here, there, verdict)


class _Shared:
    """Where the words of a document occur."""

    def __init__(self, sources: dict[int, Source], pairs: Sequence[Pair]) -> None:
        self.sources, self.pairs = sources, pairs

    @cached_property
    def _of_sources(self) -> dict[str, set[int]]:
        found: dict[str, set[int]] = defaultdict(set)
        for position, source in self.sources.items():
            for n in source.telling:
                found[source.roots[n]].add(position)
        return found

    @cached_property
    def _of_targets(self) -> dict[str, set[int]]:
        found: dict[str, set[int]] = defaultdict(set)
        for position in self.sources:
            lang = languages_of(self.pairs[position])[1]
            for word, _, _ in tokens_of(self.pairs[position].target, lang):
                if len(word) >= 3:
                    found[beginning(word)].add(position)
        return found

    @cached_property
    def loans(self) -> frozenset[str]:
        """Words in small letters that at least two targets share with their sources."""
        counts: Counter[str] = Counter()
        for position, source in self.sources.items():
            own = {source.words[n][0] for n in source.telling}
            counts.update(
                word for word, _, _ in tokens_of(self.pairs[position].target, "") if word in own and word.islower()
            )
        return frozenset(word for word, number in counts.items() if number >= 2)

    def repeating(self) -> dict[int, list[int]]:
        """For each pair the earlier ones with which it shares two words side by side, or a rare noun."""
        return repeating_pairs(self.sources)

    def use(
        self, earlier: int, later: int, here: Sequence[int], there: Sequence[int], verdict: Rivals | Literal[True]
    ) -> Use:
        places = tuple(here), tuple(there)
        if verdict is True:
            return Use(earlier, later, *places, None, 0, {}, {})
        source = self.sources[later]
        near = range(max(earlier - FAR, 0), later + FAR + 1)
        roots = [self._of_sources[source.roots[n]] for n in there]
        having = {position for position in near if all(position in positions for positions in roots)}
        nouns = (self.sources[earlier].is_noun(here[-1]) + source.is_noun(there[-1])) / 2
        others = having - {earlier, later}
        kept = [self._having(verdict.before, verdict.gone), self._having(verdict.now, verdict.new)]
        more = {"nouns": nouns, "others": float(min(len(others), 3))}
        for name, found in zip(("with.first", "with.second"), kept, strict=True):
            again = sum(any(position in positions for positions in found.values()) for position in others)
            more[name] = again / max(len(others), 1)
        elsewhere = {
            one: sum(position in positions for position in near if position not in having)
            for found in kept
            for one, positions in found.items()
        }
        return Use(earlier, later, *places, verdict, len(having), elsewhere, more)

    def _having(self, links: Links, words: Sequence[int]) -> dict[str, set[int]]:
        """Positions of the pairs that have some words of a target, by their beginnings."""
        stems = {beginning(links.word(k)) for k in words}
        return {one: self._of_targets.get(one, set()) for one in stems}


def _fits(pair: Pair) -> bool:
    source, target = languages_of(pair)
    if not pair.source_segments or not pair.source or not pair.target:
        return False
    if source == target or target in UNSPACED or not _UNCUT.isdisjoint((source, target)):
        return False
    return max(len(pair.source), len(pair.target)) <= KEPT_LENGTH


#: Languages that write without spaces and whose words nothing here tells apart.
_UNCUT = frozenset(("th", "lo", "km", "my"))
