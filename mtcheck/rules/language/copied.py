"""Texts that are the source again."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.data import Hit, Pair, Severity
from mtcheck.rules.facts.batch import Facts, Mask
from mtcheck.rules.language._runs import stripped_span
from mtcheck.rules.language._untranslated import COPIED, is_copy
from mtcheck.rules.registry import rule
from mtcheck.rules.text import hit


@rule(
    "COP001",
    "source-copied",
    category="accuracy/untranslated",
    severity=Severity.CRITICAL,
    message="The source was copied, not translated.",
    gate=lambda facts: _may_be_copied(facts),
)
def source_copied(pair: Pair) -> Iterator[Hit]:
    """The target repeats the source, word for word or nearly.

    Why: the reader gets no translation at all.
    Flags: de "Er kam gestern nicht nach Hause." / en "Er kam gestern nicht nach Hause."
    Passes: de "Angela Merkel, Berlin, 2015" / en "Angela Merkel, Berlin, 2015"
    Limits: names, numbers, addresses, codes and single words may stay as they are: three words are needed and, within
        one alphabet, words that only the source language has.
    """
    if is_copy(pair):
        yield hit(*stripped_span(pair.target))


def _may_be_copied(facts: Facts) -> Mask:
    """Which pairs share as many of the target's words as `is_copy` asks for first."""
    there = facts.target.words
    return facts.share_letters & (there.are_empty | there.have_mostly(facts.copied_words, COPIED))
