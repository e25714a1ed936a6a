"""Texts that stop before their end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtcheck.data import Hit, Pair, Severity
from mtcheck.rules.breakage._marks import FINAL_MARKS
from mtcheck.rules.facts.batch import FINAL
from mtcheck.rules.registry import rule
from mtcheck.rules.text import hit, lang_of
from mtcheck.rules.words.tables import NEVER_LAST

_LAST_WORD = re.compile(r"([^\W\d_]+)[ \u00a0]?([,(\[]?)\s*\Z")


@rule(
    "GLU006",
    "truncated-end",
    category="accuracy/omission",
    severity=Severity.MAJOR,
    also=(Severity.MINOR,),
    message="The translation breaks off at “{text}”; the source goes on to the end of its sentence.",
    gate=lambda facts: ~facts.target.ends(FINAL),
)
def truncated_end(pair: Pair) -> Iterator[Hit]:
    """The translation stops in the middle of a sentence that the source completes.

    Why: the rest of the sentence is missing.
    Flags: `…said the president of the`, `…after the meeting,` where the source ends with a full stop
    Passes: headlines, list items, sources without a final mark themselves
    Limits: the last word must be one that no sentence of the language ends with, or a comma or an opening bracket.
    """
    source, target = pair.source.rstrip(" \t\r\n\"'”»“’)]"), pair.target.rstrip()
    if not source or not target or source[-1] not in FINAL_MARKS or target[-1] in FINAL_MARKS:
        return
    last = target[-1]
    if not (last.isalpha() or last in ",(["):
        return
    match = _LAST_WORD.search(target, max(0, len(target) - 60))
    if match is None:
        return
    if match[2]:
        yield hit(match.start(), match.end(2))
    elif match[1] in NEVER_LAST.get(lang_of(pair.target_lang), frozenset()):
        yield hit(match.start(1), match.end(1))
