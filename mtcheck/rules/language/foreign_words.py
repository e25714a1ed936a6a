"""Words of the source that stand in the target although the target's language does not know them (LNG002)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from mtcheck.data import Pair
from mtcheck.inflection import stem
from mtcheck.rules.language._everyday import EVERYDAY
from mtcheck.rules.language._german_nouns import is_left_noun
from mtcheck.rules.language._letters import foreignness
from mtcheck.rules.language._loans import BORROWED, is_shared
from mtcheck.rules.text import occurs, word_set
from mtcheck.rules.words.lexicon import known_names, lowered, ranks, scripts, words
from mtcheck.rules.words.lists import kept_words, plain_words, tiers_of, translated_words
from mtcheck.rules.words.spelling import spelling
from mtcheck.rules.words.views import kept

#: Bits a letter (`_letters.foreignness`) from which a word is foreign: one of the source language's list that the
#: target's has not, one of neither list, and one that is rare here and commoner by two tiers there. Chosen on PUD,
#: TICO-19, WMT news and XQuAD. English words are borrowed everywhere, and most by the languages nearest to it.
_INTO_ENGLISH = (0.3, 0.7, 0.2)
_NEAR_ENGLISH = (0.9, 1.2, 0.7)
#: Bits a letter by which `Spelling` must find a listed English word likelier in English; 0.5 and 1.1 were tried, too.
_SPELT_ENGLISH = 0.8
#: The same of a listed word that is rare.
_SPELT_RARE = 1.1
#: And by which it must find another word likelier in another language than in English.
_SPELT_FOREIGN = 0.85
#: Or by which both measures must find it so; clean texts have none beyond 0.4 by both.
_BOTH_WAYS = 0.4
_ELSEWHERE = (0.5, 1.0, 0.5)
_NEAR = frozenset(("sv", "da", "no", "nl", "de", "fr", "es", "it", "pt", "ro", "ca", "id"))
#: A word in so many lists of `_WITNESSES` is international.
_INTERNATIONAL = 4
_WITNESSES = ("de", "fr", "es", "pl", "it", "nl", "sv", "cs", "tr")
_SHORTEST = 5
#: Bits a letter by which a German compound must look German.
_COMPOUND_BITS = 1.0
#: Bits a letter from which a word of no list with letters that English does not have is foreign, however short.
_ACCENTED_BITS = 1.5

_LONGEST_COMPOUND = 60

#: Words without what is elided before them: `l’ombre`.
_PIECE = re.compile(r"[^\W\d_]+")

#: Characters of a source in which runs and titles are looked up: a search for each is quadratic.
LONGEST_SEARCHED = 5_000

_Words = list[tuple[re.Match[str], bool]]


def pieces(text: str) -> frozenset[str]:
    """The words of a text in lower case, those with an apostrophe also in their parts."""
    return _pieces(text) if "'" in text or "’" in text else lowered(text)


@kept
def _pieces(text: str) -> frozenset[str]:
    elided = [word for word in words(text) if not word.isalpha()]
    return lowered(text).union([piece.lower() for word in elided for piece in _PIECE.findall(word)])


def foreign_word_runs(
    pair: Pair, in_source: frozenset[str], source: str, target: str
) -> Iterator[tuple[int, int, int]]:
    """(start, end, how many words are surely foreign) of runs of words that the source has and the target has not."""
    text, known, own = pair.target, ranks(source), ranks(target)
    source_text = pair.source.lower()
    run: _Words = []
    previous: re.Match[str] | None = None
    for match in _PIECE.finditer(text):
        shared = match.group().lower() in in_source
        if run and not (shared and _goes_on(text, run[-1][0], match, source_text)):
            yield from _closed(_widened(run, known, own), source, target)
            run = []
        if shared:
            run.append((match, _is_foreign(pair, match, previous, source, target)))
        previous = match
    yield from _closed(_widened(run, known, own), source, target)


def _goes_on(text: str, last: re.Match[str], match: re.Match[str], source_text: str) -> bool:
    """Whether a word follows the last one after a space, here and in the source in lower case."""
    if text[last.end() : match.start()] != " ":
        return False
    return len(source_text) > LONGEST_SEARCHED or text[last.start() : match.end()].lower() in source_text


def _widened(run: _Words, known: dict[str, int], own: dict[str, int]) -> _Words:
    """The run with looser verdicts where it is long, or two words with a function word: no coincidence, no name."""
    plain = (
        len(run) == 2 and all(m.group().islower() for m, _ in run) and any(known.get(m.group()) == 0 for m, _ in run)
    )
    if (len(run) < 3 and not plain) or any(m.group() in BORROWED for m, _ in run):
        return run
    return [(match, surely or _is_rarer(match.group(), known, own)) for match, surely in run]


def _is_rarer(word: str, known: dict[str, int], own: dict[str, int]) -> bool:
    return word.islower() and len(word) > 1 and own.get(word, 9) >= known.get(word, 6) + 2


def _is_foreign(pair: Pair, match: re.Match[str], previous: re.Match[str] | None, source: str, target: str) -> bool:
    """Whether a word that both sides have is a word of the source language only, and no name."""
    word, text = match.group(), pair.target
    if len(word) < 3 or _in_address(text, *match.span()) or text.startswith(" mâché", match.end()):
        return False
    translated = word in translated_words(source, target)
    if text[match.end() : match.end() + 1] in _HYPHENS or text[max(0, match.start() - 1) : match.start()] in _JOINTS:
        # English compounds (`stand-alone`, `pick-up`) are borrowed as they are.
        if not translated or target != "en" or not word.islower() or len(pair.source) > LONGEST_SEARCHED:
            return False
        return _joined(text, *match.span()) not in pair.source
    if word.lower() in BORROWED or (target != "en" and _SUFFIX.match(text, match.end())):
        return False
    if source == "en" and target != "en" and is_shared(word.lower(), target):
        return False
    if word.islower():
        if word in kept_words(source, target):
            return False
        if translated or _is_inflected(word, source, target):
            return True
        if previous is not None and _is_everyday(word, source, target) and not _follows_capital(pair, word, previous):
            return occurs(word, pair.source)
        return _is_foreign_lower(pair, word, previous, source, target)
    if previous is not None and word.istitle() and _is_everyday_noun(pair, match, previous, source, target):
        return True
    if word.lower() in ranks(target) or not word[1:].islower():
        return False
    tier, following = ranks(source).get(word.lower(), 9), text[match.end() : match.end() + 3]
    if previous is None:
        lower = word.lower()
        opens = occurs(lower, pair.source) or _opens_both(pair, match)
        common = tier <= 1 or (lower in translated_words(source, target) and opens)
        return common and following.strip(" ,")[:1].islower()
    common = source == "de" and (
        tier <= 2
        or translated
        or (tier <= 3 and previous.group().lower() in _DETERMINERS and _looks_german(word, target))
        or _is_compound(word, target)
        or is_left_noun(word, text, match.start(), pair.source, target)
    )
    following = following.strip()
    plain = previous.group().islower() or previous.group().lower() in _DETERMINERS
    return common and plain and not following.istitle() and following != "-"


def _is_everyday_noun(pair: Pair, match: re.Match[str], previous: re.Match[str], source: str, target: str) -> bool:
    """Whether a word of the table stands with the capital of a German noun, in English after `the` or the like."""
    word = match.group()
    if "de" not in (source, target) or word.lower() in ranks(target) or word.lower() not in EVERYDAY.get(source, ()):
        return False
    there = word if source == "de" else word.lower()
    following = pair.target[match.end() : match.end() + 3].strip()
    if not occurs(there, pair.source) or following.istitle() or following == "-" or not previous.group().islower():
        return False
    return source != "de" or previous.group() in _DETERMINERS


@lru_cache(maxsize=4096)
def _is_everyday(word: str, source: str, target: str) -> bool:
    """Whether a word in small letters that the target's language has not is of the table, or English among German."""
    if word in ranks(target) and word not in known_names(target):
        return False
    if word in EVERYDAY.get(source, ()) or (source == "en" and _singular(word) in EVERYDAY["en"]):
        if source in _ROMANCE and target in _ROMANCE:
            return False
        return target not in _NORTH or foreignness(word, source, target) >= _EVERYDAY_BITS
    # What German borrows as a noun it writes with a capital.
    german = source == "en" and target == "de" and len(word) >= 4
    return german and word in plain_words("en") and not is_international(word, target)


def _singular(word: str) -> str:
    """An English noun without the ending of its plural."""
    return word[:-2] if word.endswith(("shes", "ches", "xes", "sses")) else word.removesuffix("s")


_ROMANCE = frozenset(("it", "fr", "es", "pt", "ca", "gl", "ro"))
#: Bits a letter by which an everyday word of English must look English to its nearest kin.
_EVERYDAY_BITS = 0.3
_NORTH = frozenset(("sv", "da", "no", "nl", "is", "af"))


def _in_address(text: str, start: int, end: int) -> bool:
    """Whether a word belongs to a mail or web address."""
    return (
        text[max(0, start - 1) : start] == "@"
        or text[end : end + 1] == "@"
        or (text[end : end + 1] == "." and text[end + 1 : end + 2].islower())
    )


def _is_inflected(word: str, source: str, target: str) -> bool:
    """Whether a word of neither list is a form of one that translators hardly ever leave as it is."""
    if len(word) < _SHORTEST or word in ranks(source) or word in ranks(target) or source in ("en", "fr"):
        return False
    return stem(word, source) in _translated_stems(source, target)


@cache
def _translated_stems(source: str, target: str) -> frozenset[str]:
    return frozenset(stem(word, source) for word in translated_words(source, target) if len(word) >= _SHORTEST)


def _opens_both(pair: Pair, match: re.Match[str]) -> bool:
    """Whether both sides begin with the word and a comma, or with it and the next word: no name then."""
    text, source = pair.target, pair.source
    if not source.startswith(match.group()):
        return False
    following = _PIECE.match(text, match.end() + 1)
    end = following.end() if following and text[match.end()] == " " else match.end() + 1
    return text[match.end() : end].lstrip()[:1] in (",", *_LETTERS) and source.startswith(text[match.start() : end])


_LETTERS = tuple("abcdefghijklmnopqrstuvwxyzäöüßéèêàâçñóíáúôîûœ")
_DETERMINERS = word_set("the a an this that these those its their our his her no every each some any of")
#: Bits a letter by which a noun of the German list must look German, and be likelier there.
_NOUN_BITS = 1.0


def _looks_german(noun: str, target: str) -> bool:
    lower = noun.lower()
    if foreignness(lower, "de", target) < _NOUN_BITS:
        return False
    here, there = spelling(target), spelling("de")
    if here is None or there is None:
        return False
    return here.letters(lower) - there.letters(lower) >= _NOUN_BITS * (len(lower) + 1)


def _is_compound(noun: str, target: str) -> bool:
    """Whether a German word of neither list is made of two German words, and by its letters not of the target's."""
    lower = noun.lower()
    known, nouns = ranks("de"), known_names("de")
    if lower in known or foreignness(lower, "de", target) < _COMPOUND_BITS:
        return False
    return any(lower[:at] in known and lower[at:] in nouns for at in range(3, len(lower) - 4))


def _joined(text: str, start: int, end: int) -> str:
    """The hyphenated compound around a word, at most `_LONGEST_COMPOUND` characters to either side."""
    first, last = max(0, start - _LONGEST_COMPOUND), min(len(text), end + _LONGEST_COMPOUND)
    while start > first and (text[start - 1].isalnum() or text[start - 1] in _HYPHENS):
        start -= 1
    while end < last and (text[end].isalnum() or text[end] in _HYPHENS):
        end += 1
    return text[start:end]


def _follows_capital(pair: Pair, word: str, previous: re.Match[str] | None) -> bool:
    """`Trypanosoma brucei`: the source goes on in the same way after a capital."""
    if previous is None or previous.group().islower() or len(pair.source) > LONGEST_SEARCHED:
        return False
    return f"{previous.group()} {word}" in pair.source


def _is_foreign_lower(pair: Pair, word: str, previous: re.Match[str] | None, source: str, target: str) -> bool:
    known, own = ranks(source), ranks(target)
    tier, own_tier = known.get(word, 9), own.get(word, 9)
    if target == "en" and word.endswith("s") and own_tier == 9 and word[:-1] in own:
        return False
    in_name = previous is None or _follows_capital(pair, word, previous)
    known_there, nowhere, rare_here = _bars(target)
    if own_tier < 9:
        # `und`, `mehr`: seen in English text, but only in names and titles.
        if tier == 0 and own_tier == 3:
            return not in_name
        return tier + 2 <= own_tier and not in_name and _looks_foreign(word, source, target, rare_here)
    if source == "en" and tier <= 1 and is_international(word, target):
        return False
    # Rare words that two languages share are mostly terms (enteritis, ribavirin), unless an accent says no.
    if tier <= (1 if source == "en" else 2) or (not word.isascii() and (not known or (tier == 3 and source != "en"))):
        return True
    if in_name:
        return False
    if source == "en" and (tier < 9 or scripts(target) != ("Latn",)) and _is_english(word, tier, target):
        return True
    if not word.isascii() and target == "en" and foreignness(word, source, target) >= _ACCENTED_BITS:
        return True
    return _looks_foreign(word, source, target, known_there if tier < 9 else nowhere)


def _is_english(word: str, tier: int, target: str) -> bool:
    """Whether an English word that the target's list lacks is no loan: it looks English, or the alphabet is another."""
    if scripts(target) != ("Latn",):
        plain = plain_words("en")
        listed = len(word) >= _SHORTEST and (tier <= 2 or (word.endswith("s") and word[:-1] in ranks("en")))
        return listed or (len(word) >= 4 and word in plain) or _is_pair_of_words(word, target)
    if len(word) < _SHORTEST:
        return False
    # The rarest tier has names of programs and the like, which stay as they are.
    if tier > 2 and not (tier == 3 and word in plain_words("en")):
        return False
    here, there = spelling("en"), spelling(target)
    if here is None or there is None:
        return False
    bits = (there.letters(word) - here.letters(word)) / (len(word) + 1)
    return bits >= (_SPELT_ENGLISH if tier <= 2 else _SPELT_RARE) and not is_international(word, target)


@lru_cache(maxsize=4096)
def _is_pair_of_words(word: str, target: str) -> bool:
    """Whether an English compound of two listed words stands in another alphabet: `helpline`, `hedgerow`."""
    if scripts(target) == ("Latn",):
        return False
    known, names = ranks("en"), known_names("en")
    halves = ((word[:at], word[at:]) for at in range(3, len(word) - 2))
    return any(max(known.get(half, 9) for half in both) <= 3 and names.isdisjoint(both) for both in halves)


def _bars(target: str) -> tuple[float, float, float]:
    if target == "en":
        return _INTO_ENGLISH
    return _NEAR_ENGLISH if target in _NEAR else _ELSEWHERE


def _looks_foreign(word: str, source: str, target: str, least: float) -> bool:
    if len(word) < _SHORTEST or scripts(source) != ("Latn",):
        return False
    if scripts(target) != ("Latn",):
        return False
    bits = foreignness(word, source, target)
    if bits < least and not (target == "en" and _is_spelt_as(word, source, bits)):
        return False
    return source != "en" or not is_international(word, target)


def _is_spelt_as(word: str, source: str, bits: float) -> bool:
    """Whether a word that the English list lacks is far likelier in the source language, or so by both measures."""
    here, there = spelling(source), spelling("en")
    if word in ranks("en") or here is None or there is None:
        return False
    spelt = there.letters(word) - here.letters(word)
    # French spelling is too much that of English terms.
    far = source != "fr" and spelt >= _SPELT_FOREIGN * (len(word) + 1)
    return far or (bits >= _BOTH_WAYS and spelt >= _BOTH_WAYS * (len(word) + 1))


@lru_cache(maxsize=4096)
def is_international(word: str, target: str) -> bool:
    """Whether so many other languages have the word that it is no sign of the source's."""
    return sum(word in tiers_of(other) for other in _WITNESSES if other != target) >= _INTERNATIONAL


def _closed(run: _Words, source: str, target: str) -> Iterator[tuple[int, int, int]]:
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
    tier = ranks(source).get(word.lower(), 9)
    # Short rare words are loans (`flap`) or stand there by chance.
    short = len(word) == 4 and tier == 2 and word.islower() and word in translated_words(source, target)
    short = short or _is_everyday(word, source, target) or word.lower() in EVERYDAY.get(source, ())
    at_article = run[0][0].string.endswith("the ", 0, run[0][0].start())
    short = short or (source == "de" and word.istitle() and at_article)
    short = short or (not word.isascii() and tier <= 2) or _is_short_foreign(word, source, target)
    if n_foreign >= 2 or len(word) >= 5 or tier <= 1 or short:
        yield run[0][0].start(), run[-1][0].end(), n_foreign


#: Bits a letter by which a word of three or four letters of English must look English in the target's language.
_SHORT_BITS = {3: 0.95, 4: 0.55}


def _is_short_foreign(word: str, source: str, target: str) -> bool:
    """Whether a short English word that translators do not leave is no word of the target's language: `damp`, `hay`."""
    if source != "en" or word not in translated_words(source, target) or word in ranks(target):
        return False
    return foreignness(word, source, target) >= _SHORT_BITS.get(len(word), 9.0)


#: `gmina'ya`, `show’n`: a native ending after what is cited.
_SUFFIX = re.compile(r"['’][^\W\d_]")
_HYPHENS = ("-", "‑")
_JOINTS = ("-", "‑", ".", "/")
