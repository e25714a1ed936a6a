"""Whether a text begins with direct speech after a dash, as some languages set it (PUN015)."""

from __future__ import annotations

import re

from mtcheck.data import Pair
from mtcheck.rules.text import Span, lang_of, word_set

#: Languages that set speech in quotation marks, never after a dash.
_QUOTED_SPEECH = word_set("en de nl cs sk zh ja ko")
_OPENING = re.compile(r"\s*([—–―])\s?[“\"„«‘]?([^\W\d_])")
#: A second dash, as it stands before or behind who says it.
_SAID = re.compile(r"[,.!?…»”\"][ \u00a0]?[—–―]|[\w)][ \u00a0][—–―][ \u00a0]?\w|[—–―],")
#: What is said, or who says it: a question, an exclamation, the first or second person, a verb of saying.
_SPOKEN = {
    "en": re.compile(
        r"[?!]|\b(?:I|we|you|my|our|your|me|us)\b|, (?:said|says|told|tells|adds?|added|asks?|asked|explain(?:s|ed)|"
        r"recall(?:s|ed)|notes?|noted|repl(?:y|ied|ies)|admit(?:s|ted)|confess(?:es|ed)|laugh(?:s|ed)|sigh(?:s|ed)|"
        r"smil(?:es|ed)|insist(?:s|ed)|complain(?:s|ed)|warn(?:s|ed)|claim(?:s|ed)|stress(?:es|ed)|conclud(?:es|ed)|"
        r"believes?|thinks?|thought|wonder(?:s|ed)|joke[sd]?|promis(?:es|ed)|sums?|summ(?:ed|arises))\b",
        re.IGNORECASE,
    ),
    "de": re.compile(
        r"[?!]|\b(?:ich|wir|mich|mir|uns|mein\w*|unser\w*|Sie|du|ihr)\b|, (?:sagt|sagte|fragt|erklärt)\w*"
    ),
}
_ANY_SPOKEN = re.compile("[?!？！]")


def dash_before_speech(pair: Pair) -> Span | None:
    """Where the dash stands with which both sides begin, in a language that has quotation marks instead."""
    lang = lang_of(pair.target_lang)
    if lang not in _QUOTED_SPEECH:
        return None
    opening = _OPENING.match(pair.target)
    if opening is None or opening[2].islower() or not _OPENING.match(pair.source):
        return None
    speaks = _SAID.search(pair.source, 4) or _SPOKEN.get(lang, _ANY_SPOKEN).search(pair.target, opening.end() - 1)
    return opening.span(1) if speaks else None
