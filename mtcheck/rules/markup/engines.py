"""Debris of translation engines and assistants."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtcheck.data import Hit, Pair, Severity
from mtcheck.rules.markup._engine import CRUMBS, NOTES, TALK, TOKENS
from mtcheck.rules.registry import rule
from mtcheck.rules.text import has_any, hit, occurs, places


@rule(
    "MRK010",
    "engine-debris",
    category="design/markup",
    severity=Severity.MAJOR,
    also=(Severity.MINOR,),
    message="“{text}” is left over from the translation, not part of the text: remove it.",
    needs_source=False,
    gate=lambda facts: facts.target.has(*CRUMBS),
)
def engine_debris(pair: Pair) -> Iterator[Hit]:
    """A token of a translation engine, a translator's note or an assistant's talk about its answer is in the text.

    Why: it shows how the text was made, and a word is missing where an engine had none.
    Flags: `<unk>`, `▁`, `well @-@ known`, `Here is the translation:`, `Translated by Google`; `TODO` (minor)
    Passes: any of these where the source has it, or speaks of translation itself
    Limits: talk is looked for in ten languages, at the beginning of a text.
    """
    target = pair.target
    if not has_any(target, CRUMBS):
        return
    for pattern in (TOKENS, NOTES, TALK):
        for match in places(pattern, target):
            if occurs(match[0], pair.source) or (pattern is TALK and _SPEAKS_OF_IT.search(pair.source)):
                continue
            yield hit(*match.span(), severity=Severity.MINOR if pattern is NOTES else Severity.MAJOR)


_SPEAKS_OF_IT = re.compile(
    r"translat|перев[её]|перевод|переклад|übersetz|tradu|tłumacz|çevir|překlad|vertal|översätt|翻译|翻譯|訳|번역|ترجم|תרגו|μετάφρα",
    re.IGNORECASE,
)
