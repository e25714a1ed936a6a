"""Trails of navigation."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.data import Hit, Pair, Severity
from mtcheck.rules.registry import rule
from mtcheck.rules.structure._trails import trails
from mtcheck.rules.text import hit


@rule(
    "STR011",
    "navigation-trail",
    category="design/markup",
    severity=Severity.MINOR,
    message="“{text}” is a trail of the page's navigation, not text: leave it out.",
    needs_source=False,
    gate=lambda facts: facts.target.has(" › ", " » ", " > ", " → ", " / ", " | ", " · ", "› ", "❯ "),
)
def navigation_trail(pair: Pair) -> Iterator[Hit]:
    """The way to the page stands in its text.

    Why: readers of the article have no use for it, and it runs into the next sentence.
    Flags: `Home › Economy › Companies The government is promising`
    Flags: `Главная / Новости / Культура`
    Passes: `x > y > z` in the source too; `“»`, `A → B`
    Limits: two signs (› » > →) between steps of a few words at least, or others after the name of the first page in
        some thirty languages; not where the source has such a sign twice.
    """
    if sum(sign in "›»>→❯▸▶⟩" for sign in pair.source) >= 2 or trails(pair.source):
        return
    for start, end in trails(pair.target):
        yield hit(start, end)
