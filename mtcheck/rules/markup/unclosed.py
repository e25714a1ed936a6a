"""Tags that are not closed."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.data import Hit, Pair, Severity
from mtcheck.rules.facts.batch import ANGLE
from mtcheck.rules.markup._tags import tags_of, unpaired
from mtcheck.rules.registry import rule
from mtcheck.rules.text import hit


@rule(
    "MRK009",
    "unclosed-tag",
    category="design/markup",
    severity=Severity.MAJOR,
    message="The tag “{text}” {detail} in the translation; in the source tags are paired.",
    gate=lambda facts: facts.target.any(ANGLE) & facts.source.any(ANGLE),
)
def unclosed_tag(pair: Pair) -> Iterator[Hit]:
    """A tag of a program string lost its partner in translation.

    Why: an unclosed tag makes the rest of the page bold, or a link that never ends.
    Flags: `<b>Save</b>` / `<b>Сохранить`, `<a href="x">here</a>` / `здесь</a>`
    Passes: sources whose own tags are not paired, translations without any tags
    Limits: only tags that must be closed; order of nesting is not checked.
    """
    if "<" not in pair.target or "<" not in pair.source or unpaired(pair.source):
        return
    kept = tags_of(pair.source)
    for match, why in unpaired(pair.target):
        if (match["name"].lower(), False) in kept:
            yield hit(match.start(), match.end(), why)
