"""German nouns left in a translation that no list has: told from names by their articles, or as compounds."""

from __future__ import annotations

import re
from functools import lru_cache

from mtcheck.rules.language._letters import foreignness
from mtcheck.rules.text import word_set
from mtcheck.rules.words.lexicon import known_names, ranks
from mtcheck.rules.words.lists import kept_words

_ARTICLES = word_set(
    "der die das den dem des ein eine einen einem einer eines im am zum zur beim vom ins ans kein keine keinen keiner"
)
#: What stands before the noun in the source: an article, and one adjective at most.
_BEFORE = re.compile(r"(?<![^\W_])([a-zäöüß]{2,12}) (?:[a-zäöüß]{3,20}e[nrsm]? )?\Z")
_REACH = 40
#: English words after which a name seldom stands for a thing.
_LEADS = word_set(
    "the a an this that these those its their our his her no every each some any of in from with by for at on to into"
    " and or as than between over under through without"
)
#: Second halves of names of places, people and institutions, which stay as they are.
_OF_NAMES = word_set(
    "berg burg dorf stadt bach feld wald see tal heim hausen kirchen straße strasse platz weg brücke tor markt gasse"
    " allee hof au stein furt haus schloss turm garten halle theater museum akademie verein verband bank tag rat amt"
    " zeitung blatt spiegel kirche dom park insel ufer mann bauer meister post werk werke bund partei wagen bahn liga"
    " reich land schaft schule dienst wehr kasse fels strom korn smith rock zone ring arbeit"
)
#: And such halves of names that have an article.
_TAILS = (
    *("berg", "burg", "dorf", "bach", "feld", "wald", "see", "tal", "heim", "hausen", "kirchen", "platz", "ring"),
    *("winkel", "eck", "grund", "horst", "brunn", "moor", "heide", "höhe", "viertel", "kiez", "ufer", "insel", "park"),
    *("markt", "straße", "gasse", "allee", "kreis", "garten", "stadt", "siedlung", "hof"),
)
#: The tier of a list that has more names than nouns.
_RAREST = 3
_PLURALS = ("e", "en", "er", "n")
_LINKS = ("s", "es", "n", "en", "e")
#: Bits a letter by which a noun with an article, and a compound without one, must look German.
_ARTICLE_BITS, _COMPOUND_BITS = 0.1, 0.4
_SHORTEST_COMPOUND, _SHORTEST_PART = 9, 4
_LONGEST = 40
#: A search for each noun of a whole book is quadratic.
_LONGEST_SOURCE = 5_000


def is_left_noun(noun: str, text: str, start: int, source: str, target: str) -> bool:
    """Whether a capitalised word of a German source, in `text` at `start`, is a noun that was not translated."""
    lower = noun.lower()
    if len(noun) < _SHORTEST_PART or len(noun) > _LONGEST or lower in ranks(target) or noun in kept_words("de", target):
        return False
    bits = foreignness(lower, "de", target)
    if bits >= _COMPOUND_BITS and is_plain_compound(lower):
        return True
    if bits < _ARTICLE_BITS or ranks("de").get(lower) == _RAREST or _is_name_like(lower):
        return False
    lead = text[max(0, start - _REACH) : start].lower().split()[-2:]
    return bool(lead) and not _LEADS.isdisjoint(lead) and lead[-1].isalpha() and _has_article(noun, source)


def _is_name_like(lower: str) -> bool:
    return lower.endswith(_TAILS) and lower not in _TAILS


def _has_article(noun: str, source: str) -> bool:
    at = source.find(noun) if len(source) <= _LONGEST_SOURCE else -1
    if at < 0 or source[at + len(noun) : at + len(noun) + 1].isalnum():
        return False
    before = _BEFORE.search(source, max(0, at - _REACH), at)
    return before is not None and before[1] in _ARTICLES


@lru_cache(maxsize=4096)
def is_plain_compound(lower: str) -> bool:
    """Whether a word is made of German words, the last in the plural and none that names of places and people end in.

    Without an article a noun in the singular is a name, as a rule.
    """
    if len(lower) < _SHORTEST_COMPOUND or lower.endswith("ingen"):
        return False
    known, nouns = ranks("de"), known_names("de")
    for at in range(_SHORTEST_PART, len(lower) - _SHORTEST_PART + 1):
        head = lower[at:]
        if (
            head.endswith(_PLURALS)
            and head in nouns
            and head in known
            and head not in _OF_NAMES
            and _is_part(lower[:at], known, 1)
        ):
            return True
    return False


def _is_part(part: str, known: dict[str, int], depth: int) -> bool:
    """Whether the first half of a compound is a word, with or without what links it, or two of them."""
    if part in known:
        return True
    if any(part.endswith(link) and len(part) - len(link) >= 3 and part[: -len(link)] in known for link in _LINKS):
        return True
    cuts = range(3, len(part) - 2) if depth else ()
    return any(_is_part(part[:at], known, 0) and _is_part(part[at:], known, 0) for at in cuts)
