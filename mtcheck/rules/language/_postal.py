"""Where an abbreviation stands in a text as one: not inside another word, not in an address as the post writes it."""

from __future__ import annotations

import re

from mtcheck.rules.text import word_set

#: What streets and squares are called in the table of abbreviations.
_STREETS = word_set("St. Avenue Square Boulevard Lane Road Embankment estate neighbourhood Paseo highway")
_WORD = r"[^\W\d_][\w.’'-]{0,30}"
_ADDRESSED = re.compile(rf"\.?[ \u00a0]{_WORD}(?: {_WORD}){{0,2}},? (?:no\.? ?|nr )?\d", re.IGNORECASE)
_ET_AL = re.compile(r"\bet[ \u00a0]\Z")


def stands(form: str, source: str) -> bool:
    """Whether an abbreviation stands in the source, be it with a capital at the beginning of a sentence."""
    forms = {form, form[0].swapcase() + form[1:]} if len(form) > 2 else {form}
    found = (re.search(rf"(?<![\w.-]){re.escape(one)}(?![\w-])", source) for one in forms if one in source)
    return any(match is not None for match in found)


def is_postal(text: str, start: int, end: int, wanted: str) -> bool:
    """Whether a street stands before its name and the number of a house, or the abbreviation is that of `et alii`."""
    if wanted not in _STREETS:
        return False
    return bool(_ADDRESSED.match(text, end) or _ET_AL.search(text, max(0, start - 4), start))
