"""Whether a name was altered: went on after the source's end, or has letters that no romanisation gives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import pairwise

from mtcheck.rules.names._capitalised import capital_words
from mtcheck.rules.names._spelled import ROMAN, Spelled, spelled_out
from mtcheck.rules.names.name_words import RULERS, calendar, is_compound, is_derived, is_of_place
from mtcheck.rules.names.name_words import places as places_of
from mtcheck.rules.names.sounds import consonants, skeleton
from mtcheck.rules.text import Span
from mtcheck.rules.words.lexicon import CASED, known_names, ranks, scripts, starts, words
from mtcheck.rules.words.views import NAMES

#: What ends a Slavic surname, up to the letters that inflect.
_SURNAMES = (
    re.compile(r"^.{2,}(?:[её]в|ов|[иы]н|ськ|ск|цьк|цк)(?=[а-яёіїє]{0,3}$)"),
    re.compile(r"^.{2,}(?:енк|чук|юк|ук|ич|ник|няк|[ао]к|ак|як|аш|ун|ко(?!ю)|ів)(?!и?[цч])(?=[а-яёіїє]{0,3}$)"),
)
#: Russian and Ukrainian endings of a name that another language brought.
_CASES = re.compile(
    "(?:[а-яіїє]*с[ьк]{1,2}[а-яіїє]{1,3}|[иы]х|[иы]ми|[іо]в|ам[и]?|[ауеыиоюяі]|о[мйюві]|е[мй]|[иы]м|а[мх]|ами|ов[аыу]?|ова|овой|ье|ьем|ью|ья|ь|й)?"
)
#: What Latin spellings of a surname may add.
_INFLECTION = re.compile("[a-zéáóúýíêèäöüćčńśšžż]{0,4}")
_LONGER = 3


@lru_cache(maxsize=4096)
def romanised(surname: str) -> Spelled | None:
    """What a Slavic surname in Cyrillic letters, in whatever case, may look like in Latin ones; None for other words.

    >>> name = romanised("Белякова")
    >>> name.may_be("belyakov"), name.may_be("belikov")
    (True, False)
    """
    core = next((found for pattern in _SURNAMES if (found := pattern.match(surname.lower()))), None)
    if core is None or "щин" in core.group():  # a region: `Чернігівщина`
        return None
    if not all(letter in ROMAN for letter in core.group()):
        return None
    return Spelled([spelled_out(core.group())], _INFLECTION)


def has_full_name(text: str) -> bool:
    """Whether two words in a row have capitals: a quick look."""
    found = capital_words(text)
    return len(found) > 1 and any(two == one + 1 for one, two in pairwise(found))


def full_names(text: str) -> Iterable[tuple[str, str, Span, Span]]:
    """Pairs of capitalised words with one space between, and their places."""
    if kept := NAMES.get(text):
        batch, number = kept
        return batch.full_names(number)
    return _full_names(text)


def _full_names(text: str) -> Iterator[tuple[str, str, Span, Span]]:
    if not has_full_name(text):
        return
    found, begins = words(text), starts(text)
    for n, following in pairwise(capital_words(text)):
        one, two, at, then = found[n], found[following], begins[n], begins[following]
        end = at + len(one)
        if following == n + 1 and then == end + 1 and text[end] == " " and min(len(one), len(two)) > 2:
            yield one, two, (at, end), (then, then + len(two))


def may_be_name(word: str, lang: str) -> bool:
    """Whether a capitalised word is a person's: rare, or known as a name; no place, month or ruler."""
    low = word.lower()
    if len(word) < 4 or not word.isalpha() or not word[1:].islower():
        return False
    if lang == "de" and (low in ranks(lang) or is_compound(low, lang) or is_derived(low, lang)):
        return False
    if low in RULERS or low in calendar(lang) or low in places_of(lang) or is_of_place(low, lang):
        return False
    return low not in ranks(lang) or (low in known_names(lang) and ranks(lang)[low] >= 2)


def is_other(was: str, now: str) -> bool:
    """Whether a name copied within one alphabet became another one, and is no romanisation or inflection of it."""
    one, two = was.lower(), now.lower()
    shorter, longer = sorted((one, two), key=len)
    if longer.startswith(shorter):
        return len(longer) - len(shorter) >= 2 and longer[len(shorter) :] not in _COPIED_ENDINGS
    return _bones(one) != _bones(two)


_COPIED_ENDINGS = frozenset(("es", "’s", "ens", "sche", "schen", "scher"))


@lru_cache(maxsize=4096)
def _bones(word: str) -> str:
    """Consonants, where those that romanisations exchange are one."""
    return re.sub(r"(.)\1+", r"\1", skeleton(re.sub("^[jyi](?=[aeiou])", "", word)).translate(_CLASSES))


_CLASSES = str.maketrans("bfvpwkgqhczsjxdtlrmn", "BBBBBKKKKSSSSSTTLRMN", "aeiouy")


def is_lengthened(latin: str, cyrillic: str) -> bool:
    """Whether one of two spellings of a name goes on after the other's end, by more than an ending."""
    one, two = skeleton(latin), skeleton(cyrillic)
    if len(one) >= 3 and two.startswith(one) and len(two) > len(one):
        rest = cyrillic.lower()[-(len(two) - len(one)) :]
        return _CASES.fullmatch(rest) is None
    bare = two.rstrip("aeiou")
    rest = one[len(bare) :]
    return len(bare) >= 4 and one.startswith(bare) and len(rest) >= _LONGER and bool(re.search("[^aeiou]{2}", rest))


UNINFLECTED = frozenset(("en", "es", "fr", "it", "pt", "ca", "nl", "sv", "da", "no", "id"))
#: Languages of one alphabet that copy names and add no more than an `s` to them.
COPY_NAMES = UNINFLECTED | {"de"}

#: Letters that stand for each other between romanisations.
_SOFT = frozenset("iyjuvwkcqszgh")


@cache
def other_alphabets(source: str, target: str) -> bool:
    here, there = set(scripts(source)), set(scripts(target))
    return bool(here & CASED and there & CASED) and not here & there


def is_slip(was: str, now: str) -> bool:
    """Whether one word is the other with a few letters changed, in a way that no romanisation explains."""
    if len(was) != len(now):
        return False
    changed = [(a, b) for a, b in zip(was.lower(), now.lower(), strict=True) if a != b]
    if not 1 <= len(changed) <= max(1, len(was) // 4) or any({a, b} <= _SOFT for a, b in changed):
        return False
    vowels = sum({a, b} <= set("aeo") for a, b in changed)
    return vowels == len(changed) >= 2 or (vowels == 0 and consonants(was) != consonants(now))
