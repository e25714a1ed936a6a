"""Words of the source that stand in the target although the target's language does not know them (LNG002)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from mtcheck.data import Pair
from mtcheck.rules._letters import foreignness
from mtcheck.rules._lexicon import WORD, ranks, scripts
from mtcheck.rules._spelling import spelling
from mtcheck.rules._text import word_set

#: Bits a letter (`_letters.foreignness`) from which a word is foreign: one of the source language's list that the
#: target's has not, one of neither list, and one that is rare here and commoner by two tiers there. Chosen on PUD,
#: TICO-19, WMT news and XQuAD. English words are borrowed everywhere, and most by the languages nearest to it.
_INTO_ENGLISH = (0.3, 0.7, 0.2)
_NEAR_ENGLISH = (0.9, 1.2, 0.7)
#: Bits a letter by which `Spelling` must find a listed English word likelier in English; 0.5 and 1.1 were tried, too.
_SPELT_ENGLISH = 0.8
_ELSEWHERE = (0.5, 1.0, 0.5)
_NEAR = frozenset(("sv", "da", "no", "nl", "de", "fr", "es", "it", "pt", "ro", "ca", "id"))
#: A word in so many lists of `_WITNESSES` is international.
_INTERNATIONAL = 4
_WITNESSES = ("de", "fr", "es", "pl", "it", "nl", "sv", "cs", "tr")
_SHORTEST = 5

_Words = list[tuple[re.Match[str], bool]]


def foreign_word_runs(
    pair: Pair, in_source: frozenset[str], source: str, target: str
) -> Iterator[tuple[int, int, int]]:
    """(start, end, how many words are surely foreign) of runs of words that the source has and the target has not."""
    text, known, own = pair.target, ranks(source), ranks(target)
    run: _Words = []
    previous: re.Match[str] | None = None
    for match in WORD.finditer(text):
        shared = match.group().lower() in in_source
        if run and not (shared and text[run[-1][0].end() : match.start()] == " "):
            yield from _closed(_widened(run, known, own), known)
            run = []
        if shared:
            run.append((match, _is_foreign(pair, match, previous, source, target)))
        previous = match
    yield from _closed(_widened(run, known, own), known)


def _widened(run: _Words, known: dict[str, int], own: dict[str, int]) -> _Words:
    """The run with looser verdicts where it is long, or two words with a function word: no coincidence, no name."""
    plain = (
        len(run) == 2 and all(m.group().islower() for m, _ in run) and any(known.get(m.group()) == 0 for m, _ in run)
    )
    if (len(run) < 3 and not plain) or any(m.group() in _BORROWED for m, _ in run):
        return run
    return [(match, surely or _is_rarer(match.group(), known, own)) for match, surely in run]


def _is_rarer(word: str, known: dict[str, int], own: dict[str, int]) -> bool:
    return word.islower() and len(word) > 1 and own.get(word, 9) >= known.get(word, 6) + 2


def _is_foreign(pair: Pair, match: re.Match[str], previous: re.Match[str] | None, source: str, target: str) -> bool:
    """Whether a word that both sides have is a word of the source language only, and no name."""
    word, text = match.group(), pair.target
    if len(word) < 3 or text[match.end() : match.end() + 1] in _HYPHENS or text[: match.start()].endswith(_JOINTS):
        return False
    if word.islower():
        return word not in _BORROWED and _is_foreign_lower(pair, word, previous, source, target)
    tier = ranks(source).get(word.lower(), 9)
    if word.lower() in ranks(target) or not word[1:].islower():
        return False
    if previous is None:
        return tier <= 1 and text[match.end() : match.end() + 2].strip(" ,").islower()
    following = text[match.end() : match.end() + 2].strip()
    return source == "de" and tier <= 2 and previous.group().islower() and not following.istitle() and following != "-"


def _is_foreign_lower(pair: Pair, word: str, previous: re.Match[str] | None, source: str, target: str) -> bool:
    known, own = ranks(source), ranks(target)
    tier, own_tier = known.get(word, 9), own.get(word, 9)
    # `Trypanosoma brucei`: the source goes on in the same way after a capital.
    in_name = previous is None or (not previous.group().islower() and f"{previous.group()} {word}" in pair.source)
    known_there, nowhere, rare_here = _bars(target)
    if own_tier < 9:
        # `und`, `mehr`: seen in English text, but only in names and titles.
        if tier == 0 and own_tier == 3:
            return not in_name
        return tier + 2 <= own_tier and not in_name and _looks_foreign(word, source, target, rare_here)
    # Rare words that two languages share are mostly terms (enteritis, ribavirin), unless an accent says no.
    if tier <= (1 if source == "en" else 2) or (not word.isascii() and (not known or (tier == 3 and source != "en"))):
        return True
    if in_name:
        return False
    if source == "en" and tier < 9 and _is_english(word, tier, target):
        return True
    return _looks_foreign(word, source, target, known_there if tier < 9 else nowhere)


def _is_english(word: str, tier: int, target: str) -> bool:
    """Whether an English word that the target's list lacks is no loan: it looks English, or the alphabet is another."""
    # The rarest tier has names of programs and the like, which stay as they are.
    if len(word) < _SHORTEST or tier > 2:
        return False
    if scripts(target) != ("Latn",):
        return True
    here, there = spelling("en"), spelling(target)
    if here is None or there is None:
        return False
    bits = (there.letters(word) - here.letters(word)) / (len(word) + 1)
    return bits >= _SPELT_ENGLISH and not _is_international(word, target)


def _bars(target: str) -> tuple[float, float, float]:
    if target == "en":
        return _INTO_ENGLISH
    return _NEAR_ENGLISH if target in _NEAR else _ELSEWHERE


def _looks_foreign(word: str, source: str, target: str, least: float) -> bool:
    if len(word) < _SHORTEST or scripts(source) != ("Latn",):
        return False
    if scripts(target) != ("Latn",) or foreignness(word, source, target) < least:
        return False
    return source != "en" or not _is_international(word, target)


@lru_cache(maxsize=4096)
def _is_international(word: str, target: str) -> bool:
    return sum(word in ranks(other) for other in _WITNESSES if other != target) >= _INTERNATIONAL


def _closed(run: list[tuple[re.Match[str], bool]], known: dict[str, int]) -> Iterator[tuple[int, int, int]]:
    n_foreign = sum(surely for _, surely in run)
    n_capitals = sum(m.group()[0].isupper() and not surely for m, surely in run)
    if n_capitals > n_foreign or (n_capitals >= 2 and n_capitals + 1 >= n_foreign):
        return  # a title: `To the Christian Nobility of the German Nation`
    if not n_foreign or (n_foreign == 1 and any(m.group()[0].isupper() and not surely for m, surely in run)):
        return  # `Česká spořitelna`, `Plaza de las Victorias`: part of a name
    while not run[-1][1]:
        run.pop()
    while not run[0][1]:
        run.pop(0)
    word = run[0][0].group()
    if n_foreign >= 2 or len(word) >= 5 or known.get(word.lower(), 9) <= 1:
        yield run[0][0].start(), run[-1][0].end(), n_foreign


_HYPHENS = ("-", "‑")
_JOINTS = ("-", "‑", ".", "/")
#: Words that other languages borrow whole; found on the clean texts of PUD and TICO-19.
_BORROWED = word_set(
    "vitro era coup al vivo situ facto grâce finale café cafés élite façade cliché déjà naïve fiancé fiancée résumé"
    " première señor señora doña mère père bona fide alma mater biker muffins alter ego ersatz kitsch angst über"
    " schadenfreude zeitgeist"
)
