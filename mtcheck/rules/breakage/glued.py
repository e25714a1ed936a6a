"""Words run together."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.data import Hit, Pair, Severity
from mtcheck.rules.breakage._glued import apart, glued_tokens, may_be_glued
from mtcheck.rules.breakage._marks import COMMA
from mtcheck.rules.breakage._missing_spaces import missing_spaces
from mtcheck.rules.breakage.seams import two_function_words
from mtcheck.rules.facts.batch import DIGIT, FINAL, LETTER, QUOTE, ROUND, SEMICOLON, Facts, Mask
from mtcheck.rules.registry import rule
from mtcheck.rules.text import hit, lang_of


@rule(
    "GLU001",
    "glued-words",
    category="fluency/spelling",
    severity=Severity.MAJOR,
    also=(Severity.MINOR,),
    message="“{text}”: a space is missing{detail}.",
    needs_source=False,
    gate=lambda facts: _may_be_glued(facts),
)
def glued_words(pair: Pair) -> Iterator[Hit]:
    """Two words stand together without the space between them.

    Why: a tag or a line break between them was lost; the reader stumbles, and a search does not find the words.
    Flags: `Merkelwas asked`, `at the endThe minister`, `in 2019the`; minor where a mark stands between: `minister.The`,
        and for two function words of another language than English: `überden`
    Passes: `iPhone`, `YouTube`, `McDonald`, `Donaudampfschifffahrt`, `LehrerInnen`, addresses, what the source has too
    Limits: needs a word list of the language. Without a capital or a digit at the seam one part must be a function
        word and the other a name or, in a few languages, a common word.
    """
    lang = lang_of(pair.target_lang)
    for start, at, end in glued_tokens(pair.target, pair.source, lang):
        parts = apart(pair.target, start, at, end)
        unsure = lang != "en" and two_function_words(pair.target[start:end], lang)
        yield hit(start, end, f": “{parts}”", suggestion=parts, severity=Severity.MINOR if unsure else None)
    for start, at, end in missing_spaces(pair.target, pair.source, lang):
        parts = f"{pair.target[start:at]} {pair.target[at:end]}"
        yield hit(start, end, f": “{parts}”", suggestion=parts, severity=Severity.MINOR)


def _may_be_glued(facts: Facts) -> Mask | bool:
    """Which targets have a token that may be two, or a mark before a letter that is tight to what stands before it."""
    if not facts.langs[1]:
        return True
    marks = facts.target.near(FINAL | SEMICOLON | COMMA, {-1: LETTER, 1: LETTER})
    tight = facts.target.near(QUOTE | ROUND, {-1: LETTER | DIGIT | FINAL | COMMA, 1: LETTER})
    return facts.have_strange(lambda token: may_be_glued(token, facts.langs[1])) | marks | tight
