"""Direct speech: marks of another language's custom around what people say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtcheck.data import Hit, Pair, Severity
from mtcheck.rules._facts import DASH
from mtcheck.rules._text import hit, lang_of, word_set
from mtcheck.rules.registry import rule

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
    "de": re.compile(r"[?!]|\b(?:ich|wir|mich|mir|uns|mein\w*|unser\w*|Sie|du|ihr)\b|, (?:sagt|sagte|fragt|erklärt)\w*"),
}
_ANY_SPOKEN = re.compile("[?!？！]")


@rule(
    "PUN015",
    "carried-dialogue-dash",
    category="locale-convention/quotation-marks",
    severity=Severity.MINOR,
    message="The dash opens direct speech in the source's language; here quotation marks do.",
    gate=lambda facts: facts.target.any(DASH) & facts.source.any(DASH),
)
def carried_dialogue_dash(pair: Pair) -> Iterator[Hit]:
    """Direct speech begins with a dash, in a language that sets it in quotation marks.

    Why: the dash was carried over from the source; the reader takes the speech for an item of a list.
    Flags: ru "— Мы ждали, — сказал он." / en "— We waited, he said."
    Passes: ru "— три пункта" / en "— three points"; Spanish, French, Italian, Russian, Polish, Hungarian targets
    Limits: only at the beginning of a text, where both sides have the dash, and where a second dash, a question, a first
        or second person or a verb of saying shows that someone speaks.
    """
    lang = lang_of(pair.target_lang)
    if lang not in _QUOTED_SPEECH:
        return
    opening = _OPENING.match(pair.target)
    if opening is None or opening[2].islower() or not _OPENING.match(pair.source):
        return
    after = opening.end()
    if _SAID.search(pair.source, 4) or _SPOKEN.get(lang, _ANY_SPOKEN).search(pair.target, after - 1):
        yield hit(*opening.span(1))
