"""Marks set by the customs of another language: commas in quotations, spaces, apostrophes, dialogue."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mtcheck.data import Hit, Pair, Severity
from mtcheck.rules.facts.batch import APOSTROPHE, DASH, LETTER, QUOTE, SPACE, kind
from mtcheck.rules.punctuation._speech import dash_before_speech
from mtcheck.rules.punctuation.doubled import FRENCH
from mtcheck.rules.registry import Scope, rule
from mtcheck.rules.text import has_any, hit, lang_of, occurs, places, word_set

_COMMA = kind(",")

#: Languages that put the comma behind the quotation mark, never before it.
_COMMA_OUTSIDE = word_set("de ru uk be bg pl sk es pt fr it ca ro hu el")
_COMMA_INSIDE = re.compile(r"(?<=[^\W\d_]),[ \u00a0\u202f]?[“”»](?=[ \u00a0](?:[—–] ?)?[^\W\d_])")


@rule(
    "PUN012",
    "comma-inside-quotes",
    category="locale-convention/punctuation",
    severity=Severity.MINOR,
    message="This language puts the comma behind the quotation mark: “{detail}”.",
    needs_source=False,
    gate=lambda facts: facts.target.near(QUOTE, {-1: _COMMA | SPACE, 1: SPACE}),
)
def comma_inside_quotes(pair: Pair) -> Iterator[Hit]:
    """A comma stands before the closing quotation mark where the language puts it behind.

    Why: it is the custom of American English.
    Flags: de `„Wir gehen,“ sagte sie`, es `«Nos vamos,» dijo`, ru `«Мы идём,» — сказала она`
    Passes: `„Wir gehen“, sagte sie`, `«Мы идём!» — сказала она`
    Limits: only listed languages and typographic marks; before a small letter or a dash.
    """
    if lang_of(pair.target_lang) not in _COMMA_OUTSIDE or not has_any(pair.target, "“”»"):
        return
    for match in places(_COMMA_INSIDE, pair.target):
        following = pair.target[match.end() : match.end() + 4].lstrip(" \u00a0—–")
        if following[:1].islower():
            good = match[0][1:] + ","
            yield hit(*match.span(), good.strip(), suggestion=good)


_FRENCH_SPACED = re.compile(r"[;:?!](?<=[ \u00a0\u202f].)(?=\s|\Z)|»(?<=[ \u00a0\u202f].)|«(?=[ \u00a0\u202f])")
_FRENCH_TIGHT = re.compile(r"[;:?!](?<=[^\W\d_].)(?=\s|\Z)|»(?:(?<=[^\W\d_].)|(?<=[^\W\d_][.!?…].))|«(?=[^\W\d_])")
#: So many spaced marks show that the document keeps French spacing, and so few tight ones that they are slips.
_LEAST_SPACED, _MOST_TIGHT_SHARE = 4, 0.25


@rule(
    "PUN013",
    "missing-french-space",
    category="locale-convention/punctuation",
    severity=Severity.MINOR,
    message="A space belongs beside “{detail}”, as elsewhere in this text.",
    scope=Scope.DOCUMENT,
    needs_source=False,
)
def missing_french_space(pairs: Sequence[Pair]) -> Iterator[tuple[int, Hit]]:
    """French spacing is kept throughout a document, but for some marks.

    Why: the mark was set as in English, and stands out.
    Flags: `légal?` where the text has `Pourquoi ?`, `« oui »` and `voici :`
    Passes: texts that never put the space (Canada, Switzerland), times and addresses
    Limits: four spaced marks at least in the document, and four times as many as without.
    """
    french = [position for position, pair in enumerate(pairs) if lang_of(pair.target_lang) in FRENCH]
    if not french:
        return
    spaced = sum(len(_FRENCH_SPACED.findall(pairs[position].target)) for position in french)
    if spaced < _LEAST_SPACED:
        return
    tight = [(position, match) for position in french for match in places(_FRENCH_TIGHT, pairs[position].target)]
    if len(tight) > _MOST_TIGHT_SHARE * spaced:
        return
    for position, match in tight:
        if f"{_word_before(match)}{match[0]}" in pairs[position].source:
            continue  # a name with its mark: `Yahoo!`
        fixed = f"{match[0]}\u00a0" if match[0] == "«" else f"\u00a0{match[0]}"
        yield position, hit(*match.span(), match[0], suggestion=fixed)


def _word_before(match: re.Match[str]) -> str:
    word = re.search(r"\w+\Z", match.string[max(0, match.start() - 30) : match.start()])
    return word[0] if word else ""


_ACCENT_KIND = kind("`´")
_APOSTROPHE_LANGS = word_set("en fr it ca uk be")
_ELIDED = r"(?:[ldjnsmtc]|qu|lorsqu|jusqu|dell|nell|all|sull|dall|un|quest|quell)"
_ACCENT = re.compile(r"[`´](?<=[^\W\d_].)(?=[^\W\d_])")
_SET_APART = {
    "en": re.compile(r"(?<=[a-z])(?: ['’] ?|['’] )(?=(?:s|t|re|ve|ll|d|m)(?![\w-]))"),
    **dict.fromkeys(
        ("fr", "it", "ca"),
        re.compile(rf"(?<![\w'’-]){_ELIDED}(?:['’][ \u00a0]|[ \u00a0]['’][ \u00a0]?)(?=[^\W\d_])", re.IGNORECASE),
    ),
    **dict.fromkeys(("uk", "be"), re.compile(r"[*\"”“](?<=[бвгґджзкмнпрстфхцчшБВГҐДЖЗКМНПРСТФХЦЧШ].)(?=[яюєїЯЮЄЇ])")),
}
_QUOTED_S = re.compile(r"[”“](?<=[a-z].)(?=s\b)")


@rule(
    "PUN014",
    "wrong-apostrophe",
    category="fluency/typography",
    severity=Severity.MINOR,
    message="“{text}” should be an apostrophe without spaces.",
    needs_source=False,
    gate=lambda facts: (
        facts.target.any(_ACCENT_KIND)
        | facts.target.near(APOSTROPHE, {-1: SPACE})
        | facts.target.near(APOSTROPHE, {1: SPACE})
        | facts.target.near(QUOTE, {-1: LETTER, 1: LETTER})
    ),
)
def wrong_apostrophe(pair: Pair) -> Iterator[Hit]:
    """An accent or a quotation mark stands for an apostrophe, or an apostrophe is set apart from its word.

    Why: typed or tokenised text was not set right; the word falls apart.
    Flags: `It`s`, `don´t`, `the mayor ' s office`, `the mayor”s`, fr `l’ eau`
    Passes: `‘yes’ s`, code in backquotes, what the source has too
    Flags: uk `п"ять`
    Limits: English, French, Italian, Catalan, Ukrainian and Belarusian.
    """
    lang = lang_of(pair.target_lang)
    if lang not in _APOSTROPHE_LANGS:
        return
    for pattern in (_ACCENT, _SET_APART[lang], *([_QUOTED_S] if lang == "en" else [])):
        for match in places(pattern, pair.target):
            start, end = match.span()
            if not occurs(pair.target[max(0, start - 3) : end + 2], pair.source):
                yield hit(start, end, suggestion=match[0].replace(" ", "").strip('`´”“"*') or "’")


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
    Limits: only at the beginning of a text, where both sides have the dash, and where a second dash, a question, a
        first or second person or a verb of saying shows that someone speaks.
    """
    if (span := dash_before_speech(pair)) is not None:
        yield hit(*span)
