# ruff: noqa: E501 (tables)
"""Terms of a document: words that the source repeats together, and what stands for them in the target each time.

A term is a word of four letters and more or several side by side, and in Chinese and Japanese two signs and more, that
come back in a few pairs of one text. Whether two renderings are an inconsistency is told by `evidence`.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, pairwise
from typing import Literal

from mtcheck.data import Pair
from mtcheck.inflection import fold, root
from mtcheck.rules.terms._usual import unusual
from mtcheck.rules.terms.evidence import Rivals, are_two_names, beginning, compare, evidence, log_odds
from mtcheck.rules.terms.links import Links
from mtcheck.rules.text import Span
from mtcheck.rules.words.lexicon import KEPT_LENGTH, languages_of, ranks
from mtcheck.rules.words.renderings import UNSPACED, Token, is_content, tokens_of
from mtcheck.rules.words.views import keeping

#: A term comes back in so many pairs at most, and at most so many pairs away: what is said more often is no term.
_MOST_PAIRS, _FAR = 8, 30
#: Log odds from which on two renderings count as an inconsistency.
ODDS = -0.9
#: The same into languages without articles: their words have many forms, and their writers vary them.
_ODDS_SLAVIC, _SLAVIC = 0.0, frozenset(("ru", "uk", "be", "pl", "cs", "sk"))
#: The same into languages that the weights were not fitted on, and those they were.
_ODDS_UNSEEN, _SEEN = 1.5, frozenset(("en", "de", "fr", "es", "it", "pt", "nl"))
#: Words of a term have so many others between them at most (`pharmacie de garde`).
_GAP = 2
#: Signs of a Chinese or Japanese term.
_SIGNS = 2
#: Signs that grammar needs, and numbers: what has one is mostly a stretch of a sentence.
_GRAMMAR = frozenset(
    "的了在是和有不这那我他她它们也将就都很并与及其一些着过吗吧呢个为以于对从到由被把让给之所可已还要二三四五六七八九十個為於對從這們還過將與給讓"
)
_BREAK = re.compile(r"[;:.!?—–«»“”„\"()]")

#: Endings of verbs and participles in languages without articles.
_VERBS = {
    "ru": re.compile(r"(?:т[ьи]|ться|тся|[аеиуыя]л[аои]?|л[аои]?сь|лся|[аыия]вши|[оыие]нн?[аоы]|аны|[яа]я?сь)$"),
    "uk": re.compile(r"(?:ти|тися|[аиіуя]л[аои]|лася|лося|лися|вся|[еиую]ть|[еиую]ться|ться|ано|ено|ана|ані|ене)$"),
    "pl": re.compile(r"(?:(?<!si)[aeiyuą]ć|[aeiuyęą]ł[aoiy]?|[aeiuyę]li|[aei]ją|uje|[ai]my|ano|ono)$"),
    "cs": re.compile(r"(?:[aei]t|[aeiu]l[aoiy]?|ují|uje)$"),
}
#: Nouns that look like the past tense of a verb.
_NO_VERBS = re.compile(
    r"(?:журн|кан|материа?|персон|капита?|сигн|мета?|^за?|вокз|сканд|фин|фили|арсен|генер|адмир|интерв|иде|отде?|разде?|преде?|потенци|ритуа?|сериа?|протоко?|муску?|стату?|матері?|філі?|серіа?|відді?|розді?)[аеуі]?лл?[аиу]?$"
    r"|(?:kan|materi|dzi|kryszt|sygn|miner|funduszy|tytu|artyku)[au]?ł[uy]?$"
)
#: Endings that no noun of Russian has.
_SURE_VERB = re.compile(r"(?:[аеиуюя]ться|[аеиуюя]тся|л[аои]сь|лся)$")
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
#: Letters of a term of one word.
_LETTERS = 4

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
    def single(self) -> dict[str, int]:
        """Places of words that may be a term by themselves, by what their forms have in common: each occurs once."""
        if self.lang in UNSPACED:
            return {}
        counts = Counter(self.roots)
        return {
            self.roots[n]: n
            for n in self.telling
            if len(self.words[n][0]) >= _LETTERS and counts[self.roots[n]] == 1 and not self._is_part(n)
        }

    @cached_property
    def signs(self) -> dict[str, int]:
        """Places of pairs of signs that may be a term of Chinese or Japanese: each occurs once."""
        counts = Counter(self.roots)
        return {
            self.roots[n]: n
            for n in self.telling
            if counts[self.roots[n]] == 1 and len(self.roots[n]) >= _SIGNS and _GRAMMAR.isdisjoint(self.roots[n])
        }

    def _is_part(self, n: int) -> bool:
        """Whether a hyphen joins a word with the one before or after it."""
        _, start, end = self.words[n]
        return self.text[start - 1 : start] == "-" or self.text[end : end + 1] == "-"

    @cached_property
    def _has_title_case(self) -> bool:
        return not any(self.words[n][0].islower() for n in self.telling)

    def is_name(self, n: int) -> bool | None:
        """Whether a word is written as a name; None where its place or the language gives it a capital."""
        word, start, _ = self.words[n]
        if self.lang == "de" or self._has_title_case or not self.text[:start].strip("«“„\"‘'(—–- "):
            return None
        return word[0].isupper()

    def is_noun(self, n: int) -> bool:
        """Whether a word of the source looks like a noun, by its ending, its capital or the word before it."""
        word, start, _ = self.words[n]
        if self.lang == "de":
            return word[0].isupper() and start > 0
        if self.lang in _BEFORE:
            return _BEFORE[self.lang].search(self.text[max(0, start - 12) : start]) is not None
        return self.lang not in _NO_NOUN or _NO_NOUN[self.lang].search(word) is None

    def are_neighbours(self, one: int, other: int) -> bool:
        if self.lang in UNSPACED:
            return self.words[other][1] == self.words[one][1] + 1
        between = self.words[one][2], self.words[other][1]
        return other - one <= _GAP + 1 and not _BREAK.search(self.text, *between)


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
    sources = {n: _source(pair.source, languages_of(pair)[0]) for n, pair in enumerate(pairs) if _fits(pair)}
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
        position: _source(pair.source, languages_of(pair)[0]) for position, pair in enumerate(pairs) if _fits(pair)
    }
    shared = _Shared(sources, pairs)
    readings: dict[int, Links] = {}
    for position, earlier in sorted(shared.repeating().items()):
        for gone in [n for n in readings if n < position - _FAR]:
            del readings[gone]
        for before in earlier:
            if pairs[before].source == pairs[position].source:
                continue
            for here, there in chain(
                _common(sources[before], sources[position]), _common_single(sources[before], sources[position])
            ):
                for n in {before, position} - readings.keys():
                    readings[n] = Links(pairs[n], languages_of(pairs[n]))
                verdict = compare(readings[before], readings[position], here, there, shared.loans)
                if verdict is not False:
                    yield shared.use(before, position, here, there, verdict)


class _Shared:
    """Where the words of a document occur."""

    def __init__(self, sources: dict[int, _Source], pairs: Sequence[Pair]) -> None:
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
        return _repeating(self.sources)

    def use(
        self, earlier: int, later: int, here: Sequence[int], there: Sequence[int], verdict: Rivals | Literal[True]
    ) -> Use:
        places = tuple(here), tuple(there)
        if verdict is True:
            return Use(earlier, later, *places, None, 0, {}, {})
        source = self.sources[later]
        near = range(max(earlier - _FAR, 0), later + _FAR + 1)
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


@keeping(512)
def _source(text: str, lang: str) -> _Source:
    words = tokens_of(text, lang)
    roots = tuple(word if lang in UNSPACED else root(fold(word), lang) for word, _, _ in words)
    telling = tuple(n for n, (word, _, _) in enumerate(words) if is_content(word, lang))
    return _Source(text, lang, tuple(words), roots, telling)


def _repeating(sources: dict[int, _Source]) -> dict[int, list[int]]:
    """For each pair the earlier ones with which it shares two words side by side."""
    where: dict[tuple[str, str], list[int]] = defaultdict(list)
    for position, source in sources.items():
        roots = {(source.roots[a], source.roots[b]) for a, b in pairwise(source.telling) if source.are_neighbours(a, b)}
        for key in (*roots, *((single, "") for single in source.single)):
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
            if length < 2 and one.lang not in UNSPACED:
                continue
            if _may_be_term(one, here) and _may_be_term(two, there) and _alike(one, two, here, there):
                yield here, there


def _common_single(one: _Source, two: _Source) -> Iterator[tuple[list[int], list[int]]]:
    for word in one.single.keys() & two.single.keys():
        m, n = one.single[word], two.single[word]
        verbs = one.lang == "ru" and any(_SURE_VERB.search(fold(side.words[k][0])) or _is_present(side.words[k][0])
                                         for side, k in ((one, m), (two, n)))  # fmt: skip
        if not verbs and _alike(one, two, [m], [n]):
            yield [m], [n]


def _alike(one: _Source, two: _Source, here: Sequence[int], there: Sequence[int]) -> bool:
    """Whether no word is a name in one source and none in the other (`noix`, `la Noix de Grenoble`)."""
    return all({one.is_name(m), two.is_name(n)} != {False, True} for m, n in zip(here, there, strict=True))


def _shared_length(one: _Source, two: _Source, m: int, n: int) -> int:
    length = 1
    while m + length < len(one.telling) and n + length < len(two.telling):
        a, b = one.telling[m + length], two.telling[n + length]
        before_a, before_b = one.telling[m + length - 1], two.telling[n + length - 1]
        if one.roots[a] != two.roots[b] or not one.are_neighbours(before_a, a) or not two.are_neighbours(before_b, b):
            break
        length += 1
    return length


def _may_be_term(source: _Source, places: Sequence[int]) -> bool:
    """Whether some words beside each other may be nouns with what belongs to them."""
    words = [source.words[n][0] for n in places]
    if source.lang in UNSPACED:
        return _may_be_signs(source, places)
    if source.lang in _VERBS:
        return not any(word[0].islower() and _is_verb(word, source.lang) for word in words)
    return source.lang != "de" or words[-1][0].isupper() or source.words[places[0]][1] == 0


def _may_be_signs(source: _Source, places: Sequence[int]) -> bool:
    start, end = source.words[places[0]][1], source.words[places[-1]][2]
    run = source.text[start:end]
    return len(run) >= _SIGNS and _GRAMMAR.isdisjoint(run)


def _is_verb(word: str, lang: str) -> bool:
    if lang == "ru" and re.search("[аеиуюя]т$", word):
        return _is_present(word)
    if lang in ("ru", "uk") and word.endswith(("ть", "ти")) and ranks(lang):
        past = ("л", "ла", "ли") if lang == "ru" else ("в", "ла", "ли")
        return not word.endswith(("сеть", "дети", "пути")) and not {word[:-2] + ending for ending in past}.isdisjoint(
            ranks(lang)
        )
    return _VERBS[lang].search(word) is not None and _NO_VERBS.search(word) is None


def _is_present(word: str) -> bool:
    """Whether a Russian word is a verb of the third person, by the forms that a list has beside it."""
    others = (
        word[:-1] + "ть",
        word[:-1] + "л",
        word[:-2] + "ить",
        word[:-2] + "ать",
        word[:-2] + "еть",
        word[:-2] + "ять",
    )
    return re.search("[аеиуюя]т$", word) is not None and not ranks("ru").keys().isdisjoint(others)
