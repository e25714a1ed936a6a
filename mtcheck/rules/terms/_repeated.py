# ruff: noqa: E501 (tables)
"""Terms that the sources of a document repeat.

A term is a word of four letters and more or several side by side, and in Chinese and Japanese two signs and more, that
come back in a few pairs of one text.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from mtcheck.inflection import fold, root
from mtcheck.rules.words.lexicon import ranks
from mtcheck.rules.words.renderings import UNSPACED, Token, is_content, tokens_of
from mtcheck.rules.words.views import keeping

#: A term comes back in so many pairs at most, and at most so many pairs away: what is said more often is no term.
_MOST_PAIRS, FAR = 8, 30
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


@dataclass(frozen=True)
class Source:
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


@keeping(512)
def source_of(text: str, lang: str) -> Source:
    words = tokens_of(text, lang)
    roots = tuple(word if lang in UNSPACED else root(fold(word), lang) for word, _, _ in words)
    telling = tuple(n for n, (word, _, _) in enumerate(words) if is_content(word, lang))
    return Source(text, lang, tuple(words), roots, telling)


def repeating_pairs(sources: dict[int, Source]) -> dict[int, list[int]]:
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
                found[position].update(before for before in positions[:n] if position - before <= FAR)
    return {position: sorted(earlier) for position, earlier in found.items() if earlier}


def shared_terms(one: Source, two: Source) -> Iterator[tuple[list[int], list[int]]]:
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


def shared_single_terms(one: Source, two: Source) -> Iterator[tuple[list[int], list[int]]]:
    for word in one.single.keys() & two.single.keys():
        m, n = one.single[word], two.single[word]
        verbs = one.lang == "ru" and any(_SURE_VERB.search(fold(side.words[k][0])) or _is_present(side.words[k][0])
                                         for side, k in ((one, m), (two, n)))  # fmt: skip
        if not verbs and _alike(one, two, [m], [n]):
            yield [m], [n]


def _alike(one: Source, two: Source, here: Sequence[int], there: Sequence[int]) -> bool:
    """Whether no word is a name in one source and none in the other (`noix`, `la Noix de Grenoble`)."""
    return all({one.is_name(m), two.is_name(n)} != {False, True} for m, n in zip(here, there, strict=True))


def _shared_length(one: Source, two: Source, m: int, n: int) -> int:
    length = 1
    while m + length < len(one.telling) and n + length < len(two.telling):
        a, b = one.telling[m + length], two.telling[n + length]
        before_a, before_b = one.telling[m + length - 1], two.telling[n + length - 1]
        if one.roots[a] != two.roots[b] or not one.are_neighbours(before_a, a) or not two.are_neighbours(before_b, b):
            break
        length += 1
    return length


def _may_be_term(source: Source, places: Sequence[int]) -> bool:
    """Whether some words beside each other may be nouns with what belongs to them."""
    words = [source.words[n][0] for n in places]
    if source.lang in UNSPACED:
        return _may_be_signs(source, places)
    if source.lang in _VERBS:
        return not any(word[0].islower() and _is_verb(word, source.lang) for word in words)
    return source.lang != "de" or words[-1][0].isupper() or source.words[places[0]][1] == 0


def _may_be_signs(source: Source, places: Sequence[int]) -> bool:
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
