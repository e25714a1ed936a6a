"""Surnames translated as words."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.data import Hit, Pair, Severity
from mtcheck.rules.language._trades import BY_TRADE, SURNAMES, translated
from mtcheck.rules.registry import rule
from mtcheck.rules.text import has_any, hit
from mtcheck.rules.words.lexicon import languages_of


@rule(
    "LNG009",
    "translated-surname",
    category="accuracy/mistranslation",
    severity=Severity.MINOR,
    message="A surname seems to have been translated: “{text}” for “{detail}”.",
    gate=lambda facts: facts.langs in (("", ""), ("ar", "en")),
)
def translated_surname(pair: Pair) -> Iterator[Hit]:
    """An Arabic surname that means a trade is translated, after a first name, as if it were the trade.

    Why: nobody will find the person by that name.
    Flags: ar "الوزير فؤاد النجار" / en "Minister Fouad the Carpenter"
    Passes: ar "فؤاد النجار" / en "Fouad al-Najjar"; ar "قال النجار" / en "the carpenter said"
    Limits: some thirty surnames, into English, where the trade has a capital and the article. A few who are known by
        their trade are left alone.
    """
    if languages_of(pair) != ("ar", "en") or not has_any(pair.source, SURNAMES):
        return
    for surname, (spelling, _) in SURNAMES.items():
        if f" {surname}" not in pair.source:
            continue
        for match in translated(surname).finditer(pair.target):
            if match["name"] not in BY_TRADE:
                yield hit(*match.span("trade"), spelling, suggestion=spelling)
