"""Signs set as another language sets them, and quotation marks that stand alone in their text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from mtcheck.data import Hit, Pair, Severity
from mtcheck.rules.facts.batch import DIGIT, SIGN, SPACE, Facts, Mask
from mtcheck.rules.punctuation._quotes import FOREIGN, closing_for, pairs_in
from mtcheck.rules.registry import Scope, rule
from mtcheck.rules.text import has_any, hit, lang_of, places, word_set

#: Languages whose CLDR pattern has the sign tight behind the figure, and whose clean texts do so as well.
_TIGHT = word_set("en pt it id he ko ja hi vi el pl ar th zh")
#: Those that put it before the figure.
_BEFORE = word_set("tr eu")
#: Languages that set a time as `14h30`.
_LETTER_HOURS = word_set("fr pt es ca gl vi")
#: Languages that never set a time as `14h30`.
_COLON_HOURS = word_set("en de ru uk be bg pl cs sk tr it nl sv da no fi")
_HOURS = re.compile(r"(?<![\w.,:/-])([01]?\d|2[0-4]) ?h ?([0-5]\d)(?![\w.,]\w|\w)")
#: Languages that put the sign of a currency before the figure, always.
_CURRENCY_FIRST = word_set("en")
_SPACED = re.compile(r"%(?<=\d[ \u00a0\u202f]%)(?![\w%]|[ \u00a0]\d)")
_LEADING = re.compile(r"(?<![\w%.,/=&-])%[ \u00a0\u202f]?(\d+(?:[.,]\d+)?)(?![\w%$])")
_AFTER = re.compile(r"[€£¥$](?:(?<=\d.)|(?<=\d[ \u00a0\u202f].))(?![\w$€£¥])(?![ \u00a0\u202f]?\d)")
_NO_CENTS = re.compile(r"[,.][-–—](?<=\d..)(?=[ \u00a0\u202f]?(?:[€£$]|euros?\b|EUR\b|CHF\b|francs?\b|kr\b|crowns?\b))")
_DASHED = (",-", ",–", ",—", ".-", ".–", ".—")
_FIGURE = re.compile(r"\d[\d.,]*[ \u00a0\u202f]?\Z")
_LONGEST_FIGURE = 20


@rule(
    "SGN001",
    "foreign-sign-custom",
    category="locale-convention/number-format",
    severity=Severity.MINOR,
    message="“{text}” is set as in another language; here it is {detail}.",
    needs_source=False,
    gate=lambda facts: _may_be_set_otherwise(facts),
)
def foreign_sign_custom(pair: Pair) -> Iterator[Hit]:
    """A sign of per cent or of a currency stands apart from its figure, or on its other side, as in another language.

    Why: the order and spacing of the source were carried over.
    Flags: es "el 94 %" / en "94 % of them"
    Flags: tr "%40'ı" / en "some %40 of them"
    Flags: fr "à 14h30" / en "at 14h30"
    Flags: fr "25 €" / en "25 € each"; de "40,- Euro" / en "40,- euros"
    Passes: de, fr, es, ru `94 %`; tr `%40`; en `94%`, `€25`, `100%-owned`, `5 % 2`
    Limits: the space before the per cent sign where CLDR has none, in languages whose clean texts keep to that (in
        Chinese only where the source has it); the currency sign behind the figure in English only.
    """
    target, lang = pair.target, lang_of(pair.target_lang)
    if lang in _COLON_HOURS and lang_of(pair.source_lang) in _LETTER_HOURS:
        for match in places(_HOURS, target):
            good = f"{match[1]}:{match[2]}"
            yield hit(*match.span(), f"“{good}”", suggestion=good)
    if "%" in target:
        yield from _per_cents(pair, lang)
    if lang not in _CURRENCY_FIRST:
        return
    if has_any(target, "€£$¥"):
        for match in places(_AFTER, target):
            if (figure := _FIGURE.search(target, max(0, match.start() - _LONGEST_FIGURE), match.start())) is not None:
                good = f"{match[0]}{figure[0].strip()}"
                yield hit(figure.start(), match.end(), f"“{good}”", suggestion=good)
    if has_any(target, _DASHED):
        for match in places(_NO_CENTS, target):
            yield hit(match.start() - 1, match.end(), "without the dash", suggestion=target[match.start() - 1])


def _per_cents(pair: Pair, lang: str) -> Iterator[Hit]:
    target, source_lang = pair.target, lang_of(pair.source_lang)
    if lang in _TIGHT:
        for match in places(_SPACED, target):
            figure = _FIGURE.search(target, max(0, match.start() - _LONGEST_FIGURE), match.start())
            if figure is not None and (lang != "zh" or _SPACED.search(pair.source)):
                good = f"{figure[0].strip()}%"
                yield hit(figure.start(), match.end(), f"“{good}”", suggestion=good)
    if source_lang in _BEFORE and lang not in _BEFORE:
        for match in places(_LEADING, target):
            yield hit(*match.span(), f"“{match[1]}%”", suggestion=f"{match[1]}%")


def _may_be_set_otherwise(facts: Facts) -> Mask | bool:
    """Which targets have a sign apart from its figure, before it, or a currency behind it."""
    lang, target = facts.langs[1], facts.target
    if not lang:
        return True
    mask = target.near(SIGN, {-1: SPACE | DIGIT})
    if facts.langs[0] in _LETTER_HOURS and lang in _COLON_HOURS:
        mask |= target.has("h0", "h1", "h2", "h3", "h4", "h5", "h 0", "h 1", "h 3", "h 4") & facts.source.any(DIGIT)
    if facts.langs[0] in _BEFORE:
        mask |= target.near(SIGN, {1: DIGIT | SPACE})
    if lang in _CURRENCY_FIRST:
        mask |= target.has("€", "£", "¥", *_DASHED)
    return mask


#: So many quotations in the other marks show the custom of a text, and one in so many is a slip.
_LEAST_ALIKE, _MOST_ODD = 2, 4


@rule(
    "SGN002",
    "odd-closing-quote",
    category="fluency/typography",
    severity=Severity.MINOR,
    message="{detail} elsewhere in this text.",
    scope=Scope.DOCUMENT,
    needs_source=False,
)
def odd_closing_quote(pairs: Sequence[Pair]) -> Iterator[tuple[int, Hit]]:
    """A quotation opens as the others of its text and closes otherwise, though the two marks do make a pair.

    Why: `„…”` is right in Polish and wrong in German; in one text both are a slip of the hand.
    Flags: de `„Ja”` where the text has `„Nein“` and `„Doch“`
    Passes: nested quotations, texts that close all theirs alike, a language's own pair among others
    Limits: two quotations at least that are the language's usual pair, and four times as many as odd ones.
    """
    found: dict[str, list[tuple[int, int, int, str]]] = {}
    for position, pair in enumerate(pairs):
        if not has_any(pair.target, "„”»"):
            continue
        found.setdefault(lang_of(pair.target_lang), []).extend(
            (position, start, end, pair.target[start] + pair.target[end - 1])
            for start, end in pairs_in(pair.target).matched
        )
    for lang, quotations in found.items():
        usual = closing_for(lang)
        counts = Counter(marks for *_, marks in quotations)
        for position, start, end, marks in quotations:
            odd = marks != usual and marks[0] == usual[0] and marks not in FOREIGN.get(lang, ())
            if odd and counts[usual] >= max(_LEAST_ALIKE, _MOST_ODD * counts[marks] - _MOST_ODD):
                good = f"{usual[0]}{pairs[position].target[start + 1 : end - 1]}{usual[1]}"
                detail = f"The quotation closes with {marks[1]}, those like it with {usual[1]}"
                yield position, hit(start, end, detail, suggestion=good)
