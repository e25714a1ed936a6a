"""Where a target affirms what its source denies."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import numpy as np

from mtcheck.data import Pair, Side
from mtcheck.inflection import fold
from mtcheck.lexicon import Lexicon, load_lexicon
from mtcheck.rules._lexicon import languages_of, places, ranks
from mtcheck.rules._negation import maybe_places
from mtcheck.rules._renderings import cosine
from mtcheck.rules._text import Span, trim

#: Of so many words after a denial, in its clause, the first one that is no function word is what it denies.
_REACH = 3
#: Languages that put the verb before the denial.
_VERB_FIRST = frozenset(("de", "nl", "sv", "da", "no"))
#: Languages that deny inside the verb.
_FUSED = frozenset(("cs", "sk", "tr", "ja"))
#: Log p(target word | source word) from which on a word of the target stands for one of them.
_LEAST = -3.5
#: Characters of a target that is flagged as a whole where no word can be told.
_SHORT = 300
#: Cosine from which on two words may translate each other; opposites have .4 and more at times.
_NEAR_VECTOR = 0.45
_ABSENT = -20.0
_BREAK = re.compile('[,;:.!?—–(«»„“”"]')


def affirmed_place(pair: Pair, denial: Span) -> Span | None:
    """The words of the target for what follows a denial of the source, the whole of a short target, or None."""
    found = _by_words(pair, denial)
    if found is None and len(pair.target.strip()) <= _SHORT:
        found = trim(pair.target, 0, len(pair.target))
    return found


def are_translations(pair: Pair, words: Sequence[Span], side: Side) -> bool:
    """Whether each word that may deny, on the side that denies nothing for sure, translates one that may on `side`.

    `words` are places in the text of the other side than `side`. An opposite is no translation: its vector is near, but
    no table has the two.
    """
    langs = languages_of(pair)
    turned = side is Side.TARGET
    here, there = (pair.target, pair.source) if turned else (pair.source, pair.target)
    own, other = langs[::-1] if turned else langs
    given = [here[slice(*place)] for place in maybe_places(here, own)]
    lexicon = load_lexicon(*langs) if given else None
    for place in words:
        word = there[slice(*place)]
        near = [one for one in given if cosine(one, own, word, other) >= _NEAR_VECTOR]
        if not any(_are_listed(*((word, one) if turned else (one, word)), lexicon) for one in near):
            return False
    return True


<<<<<<< HEAD
def _are_listed(source: str, target: str, lexicon: Lexicon | None) -> bool:
    """Whether a table has the two for translations, or does not know them."""
=======
def _translates(word: str, other: str, langs: tuple[str, str], lexicon: Lexicon | None) -> bool:
    # The tables first: a vector that nobody has asked for yet takes far longer.
    return _may_be_listed(word, other, lexicon) and cosine(word, langs[0], other, langs[1]) >= _NEAR_VECTOR


def _may_be_listed(word: str, other: str, lexicon: Lexicon | None) -> bool:
    """Whether the tables have the two words for each other, or not both of them."""
>>>>>>> speed
    if lexicon is None:
        return True
    ours, theirs = lexicon.units("=" + fold(source))[0], lexicon.units("=" + fold(target))[1]
    if not ours or not theirs:
        return True
    forward, backward = lexicon.look(np.array([ours]), np.array([theirs]), _ABSENT)
    return max(float(forward[0]), float(backward[0])) >= _LEAST


def _nearest_content(words: Sequence[str], known: Mapping[str, int]) -> str:
    """The first of the words that is no function word, of the next few."""
    return next((word for word in words[:_REACH] if known.get(word.lower(), 9) > 0 or len(word) > 4), "")


def _by_words(pair: Pair, denial: Span) -> Span | None:
    source, target = languages_of(pair)
    lexicon = load_lexicon(source, target) if source not in _FUSED else None
    known = ranks(source)
    found = places(pair.source)
    after = [
        word for word, start, _ in found if start >= denial[1] and not _BREAK.search(pair.source, denial[1], start)
    ]
    before = [word for word, _, end in found if end <= denial[0] and not _BREAK.search(pair.source, end, denial[0])]
    nearest = [
        _nearest_content(words, known) for words in ((after, before[::-1]) if source in _VERB_FIRST else (after,))
    ]
    denied = [word for word in nearest if word]
    words = places(pair.target)
    if lexicon is None or not denied or not words:
        return None
    ours = np.array([lexicon.units("=" + fold(word))[0] for word in denied])
    theirs = np.array([lexicon.units("=" + fold(word))[1] for word, _, _ in words])
    log, _ = lexicon.look(ours[:, None], theirs[None, :], _ABSENT)
    common = np.array([ranks(target).get(word.lower(), 9) == 0 and len(word) < 4 for word, _, _ in words])
    log[:, common] = _ABSENT
    log[ours == 0] = _ABSENT
    for row in log:
        if row.max() >= _LEAST:
            _, start, end = words[int(row.argmax())]
            return start, end
    return None
