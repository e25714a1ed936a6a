"""Little words of the source that stand alone among words of the target's language (LNG002): `chleb and masło`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from mtcheck.rules.text import Span, places, word_set
from mtcheck.rules.words.lexicon import related
from mtcheck.rules.words.lists import words_of
from mtcheck.rules.words.tables import FUNCTION_WORDS

#: Conjunctions, prepositions, articles and auxiliaries; none that others borrow in a phrase (`en route`, `à la carte`).
_LITTLE = {
    "en": "and or but with from the of to for by at is are was were which who that this not because without their",
    "de": "und oder aber mit von der das nicht ist auch für zu im bei nach sich wie dem eine einen",
    "fr": "et ou mais avec dans pour sur est qui une les des aux sont par leur où",
    "es": "y o pero con del para por los las una que es como más sin su",
    "it": "e o ma con di del della gli che una è nel dei per sono",
    "pt": "e ou mas com os é em para por que uma um na dos das são",
    "ca": "i o amb però una els les per que és",
    "ro": "și sau dar cu din pe la care este pentru o",
    "nl": "maar het een voor zijn niet ook bij naar uit",
    "pl": "i lub z w od jest na dla że nie oraz ze we",
    "cs": "a nebo ale s z v na pro že je od ve",
    "sk": "a alebo ale s z v na pre že je od vo",
    "hr": "i ili ali s z u na za je od iz",
    "tr": "ve veya ama ile için bir bu değil",
    "sv": "och eller men med från för som är inte av till",
    "da": "og eller men med fra for som er ikke af til",
    "no": "og eller men med fra for som er ikke av til",
    "fi": "ja tai mutta kanssa on ei että",
    "hu": "és vagy de egy az nem hogy",
    "id": "dan atau tetapi dengan dari yang di untuk",
}
#: Words of the target's language that look the same, beside its own function words.
_OWN = {
    "en": "ale a o per come war die ten door met van den der na an so no me us he do am car plus non men av di sur bin",
    "de": "was war an so in am will her all die also im von hat den am o e",
    "fr": "or on an as but in par car plus a y o sur est e",
    "es": "has he in no me a son e y o un con de",
    "it": "or no all be so a per come e o i con",
    "pt": "for a o e do no as os me com",
    "pl": "by to on ten at a i o w z do na u za bin",
    "cs": "by to on ten a i o s z v na u do",
    "tr": "an at on in not bin o en is var her ne de da ve",
    "nl": "of is was at had die in de en had er zij to met van",
    "sv": "for at is by or i en men den av under",
    "da": "for at is by or i en men den af under",
    "no": "for at is by or i en men den av under",
    "ca": "or a i o e y no me per amb",
    "ro": "or a o e la pe de un",
    "hu": "is a e de be no el ki mi ti",
    "fi": "on me he se",
    "id": "is at dan di an",
}
#: Half words of English in its list that are words elsewhere: `I`, `we’ve`.
_NO_WORDS = frozenset(("i", "ve"))
_WORDS = re.compile(r"(?<![\w'’.-])[^\W\d_]+(?![\w'’-]|\.\w)")


@cache
def little_words(source: str, target: str) -> frozenset[str]:
    """The little words of the source's language that are no words of the target's."""
    own = FUNCTION_WORDS.get(target, frozenset()) | word_set(_OWN.get(target, "")) | word_set(_LITTLE.get(target, ""))
    words, found = words_of(target), word_set(_LITTLE.get(source, "")) - own
    if words is None or related(source, target):
        return frozenset()
    sure = word_set(_LITTLE.get(source, "")) & _NO_WORDS if target == "en" else frozenset()
    return frozenset(word for word in found if words.tier(word) > 1 or word not in words.plain) | sure


def left_little_words(text: str, in_source: frozenset[str], source: str, target: str) -> Iterator[Span]:
    """Spans of such words between two in small letters (German: in any), one of which at least is only the target's."""
    little, words = little_words(source, target), words_of(target)
    if not little or words is None:
        return
    matches = list(places(_WORDS, text))
    for before, match, after in zip(matches, matches[1:], matches[2:], strict=False):
        if match[0] not in little or match[0] not in in_source:
            continue
        if text[before.end() : match.start()] != " " or text[match.end() : after.start()] != " ":
            continue
        around = (before[0], after[0])
        if before is matches[0] and not before.start() and before[0].lower() in words.plain:
            around = (before[0].lower(), after[0])  # the first word of the text
        if not all((w.islower() or target == "de") and len(w) > 1 for w in around):
            continue
        own = [w.lower() for w in around if w.lower() not in in_source]
        if len(own) == 2 or any(w in words and w not in words.names for w in own):
            yield match.span()
