"""The usual rendering of a word that a document repeats, and the one pair that has a rare word in its place.

`use` compares two pairs at a time, so it takes a near synonym (`kiln`, `furnace`) for the same word. Where at
least three others render a rare noun by one and the same word, a rare word that stands nowhere else is another
rendering, however near in meaning.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from mtcheck.data import Pair
from mtcheck.inflection import fold, root
from mtcheck.rules.terms.evidence import beginning
from mtcheck.rules.terms.links import Links
from mtcheck.rules.text import Span
from mtcheck.rules.words.lexicon import languages_of, ranks
from mtcheck.rules.words.renderings import UNSPACED, is_content, same_form, tokens_of

Place = tuple[int, Span, str]
#: So many pairs share the usual rendering at least, and so large a share of those that have the term.
_LEAST, _SHARE = 3, 0.6
#: A term is in so many pairs at most.
_MOST_PAIRS = 40
#: How much of the usual word answers the term in its pairs on average, and of the odd one in its pair.
_ANSWERS, _DRAWN = 0.2, 0.55
#: Tables and vectors that say so much for the odd word make it a rendering as good as any.
_KNOWN = 0.55
#: Word lists have the commonest words in the tiers below: neither the term nor its odd rendering is one.
_RARE = 3
_LETTERS = 4


def unusual(
    pairs: Sequence[Pair],
    terms: Mapping[int, Mapping[str, int]],
    is_noun: Callable[[int, int], bool],
    links_of: Callable[[int], Links],
) -> Iterator[Place]:
    """(position of a pair, place in its target, usual wording) of rare words that stand for a term in one pair.

    `terms`: by position of a pair, what the forms of a word have in common and its place among the words of the source.
    """
    where: dict[str, dict[int, int]] = defaultdict(dict)
    for position, places in terms.items():
        for key, place in places.items():
            where[key][position] = place
    targets = _Targets(pairs, terms)
    for at in where.values():
        if _LEAST < len(at) <= _MOST_PAIRS:
            for stem in targets.usual(at):
                yield from _odd_ones(stem, at, targets, is_noun, links_of)


class _Targets:
    """The words of a document's targets, by what their forms have in common."""

    def __init__(self, pairs: Sequence[Pair], positions: Mapping[int, object]) -> None:
        self.stems: dict[int, frozenset[str]] = {}
        self.beginnings: Counter[str] = Counter()
        for position in positions:
            lang = languages_of(pairs[position])[1]
            words = {word for word, _, _ in tokens_of(pairs[position].target, lang)}
            self.stems[position] = frozenset(root(fold(word), lang) for word in words if is_content(word, lang))
            self.beginnings.update({beginning(word) for word in words})
        self.counts = Counter(stem for stems in self.stems.values() for stem in stems)

    def usual(self, at: Mapping[int, int]) -> list[str]:
        """What most targets of the pairs at `at` share, not all, and hardly any other target has."""
        counts = Counter(stem for position in at for stem in self.stems[position])
        least = max(_LEAST, _SHARE * len(at))
        return [
            stem for stem, number in counts.items() if least <= number < len(at) and self.counts[stem] - number <= 1
        ]


def _odd_ones(
    stem: str,
    at: Mapping[int, int],
    targets: _Targets,
    is_noun: Callable[[int, int], bool],
    links_of: Callable[[int], Links],
) -> Iterator[Place]:
    odd = [position for position in at if stem not in targets.stems[position]]
    if len(odd) > max(1, len(at) / 3):
        return
    usual = ""
    for position in odd:
        links, place = links_of(position), at[position]
        lang = links.langs[0]
        if lang not in UNSPACED and ranks(lang).get(links.source[place][0].lower(), 9) < _RARE:
            continue
        if not is_noun(position, place) or _has(links, stem):
            continue
        found = _orphan(links, place, targets.beginnings)
        if found is None:
            continue
        usual = usual or _usual_word(stem, {n: at[n] for n in at if n not in odd}, links_of)
        if not usual:
            return
        yield position, links.span([found]), usual


def _has(links: Links, stem: str) -> bool:
    """Whether a target has a form or a compound of a word: `hive`, `beehives`."""
    return any(
        (len(stem) >= _LETTERS and stem in fold(word)) or same_form(stem, word, links.langs[1])
        for word, _, _ in links.target
    )


def _orphan(links: Links, place: int, beginnings: Mapping[str, int]) -> int | None:
    """A rare word of the rendering of the source word at `place` that no other target has, if it answers the term."""
    known, drawn = ranks(links.langs[1]), links.drawn([place])
    source = {fold(word) for word, _, _ in links.source}
    rare = [
        k
        for k in links.rendering([place])
        if drawn[k] >= _DRAWN
        and links.score[place, k] < _KNOWN
        and len(word := links.word(k)) >= _LETTERS
        and known.get(word.lower(), 9) >= _RARE
        and beginnings[beginning(word)] == 1
        and (word.islower() or links.span([k])[0] == 0 or links.langs[1] == "de")
        and fold(word) not in source
    ]
    return max(rare, key=lambda k: float(drawn[k])) if rare else None


def _usual_word(stem: str, at: Mapping[int, int], links_of: Callable[[int], Links]) -> str:
    """The word of a stem as the first target has it; empty unless it answers the term in the pairs at `at`."""
    answers, word = [], ""
    for position, place in at.items():
        links = links_of(position)
        drawn = links.drawn([place])
        own = [k for k in range(len(links.own)) if root(fold(links.word(k)), links.langs[1]) == stem]
        answers.append(max((float(drawn[k]) for k in own), default=0.0))
        word = word or (links.word(own[0]) if own else "")
    return word if sum(answers) >= _ANSWERS * len(answers) else ""
