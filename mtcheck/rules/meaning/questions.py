"""Questions made statements, and statements made questions."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from mtcheck.data import Hit, Pair, Severity, Side
from mtcheck.rules.facts.batch import ASKS, SEMICOLON, Facts, Mask, TextFacts
from mtcheck.rules.meaning._denials import comparable
from mtcheck.rules.registry import rule
from mtcheck.rules.text import hit, lang_of

_QUESTION = "?？؟"
_ENDS = '"”’»)]】」』› \n\t\u00a0\u200f'
#: Languages that ask without a question mark, or may.
_MARKLESS = frozenset(("th", "lo", "my", "km", "ja", "zh", "ko"))


def which_ask(facts: Facts) -> tuple[Mask, Mask]:
    """`asks` of the sources and the targets, false of all where their languages are unknown."""
    source, target = facts.langs
    return facts.once("questions", lambda facts: (_ask(facts.source, source), _ask(facts.target, target)))


def _ask(texts: TextFacts, lang: str) -> Mask:
    if not lang:
        return np.zeros(len(texts.lengths), dtype=bool)
    return texts.any(ASKS | SEMICOLON) if lang == "el" else texts.any(ASKS)


def asks(text: str, lang: str) -> bool:
    """Whether a text has a question mark; in Greek it is a semicolon."""
    return "?" in text or "？" in text or "؟" in text or (lang == "el" and (";" in text or "\u037e" in text))


@rule(
    "MEA003",
    "question-made-statement",
    category="accuracy/mistranslation",
    severity=Severity.MINOR,
    message="The source asks a question; the translation asks none.",
    gate=lambda facts: facts.source.any(ASKS | SEMICOLON),
)
def question_made_statement(pair: Pair) -> Iterator[Hit]:
    """The source has a question mark, and the target has none.

    Why: a question turned into a statement claims what was only asked.
    Flags: de "Kommt er? Wer weiß." / en "He comes. Who knows."
    Passes: de "Er fragte, ob sie komme." / en "He asked if she would come."
    Limits: a full stop in place of the last question mark is PUN010's matter; where nothing ends the target, its last
        word is flagged. Languages that may ask without the mark (Chinese, Japanese, Korean, Thai) are left alone as
        targets.
    """
    source, target = lang_of(pair.source_lang), lang_of(pair.target_lang)
    if not asks(pair.source, source) or asks(pair.target, target) or target in _MARKLESS or not comparable(pair):
        return
    asked = max(pair.source.rfind(mark) for mark in (*_QUESTION, *((";", "\u037e") if source == "el" else ())))
    bare, end = pair.source.rstrip(_ENDS), pair.target.rstrip(_ENDS)
    if asked == len(bare) - 1 and end.endswith((".", "。")):
        return
    if source == "el" or "://" in pair.source or pair.source[asked - 1 : asked] in ("(", "?", "!", ""):
        return
    if asked == len(bare) - 1 and end[-1:].isalnum():
        yield hit(len(end) - len(end.split()[-1]), len(end), suggestion=f"{end.split()[-1]}?")
        return
    yield hit(asked, asked + 1, side=Side.SOURCE)


@rule(
    "MEA004",
    "statement-made-question",
    category="accuracy/mistranslation",
    severity=Severity.MINOR,
    message="The translation asks a question; the source states.",
    gate=lambda facts: facts.target.any(ASKS | SEMICOLON),
)
def statement_made_question(pair: Pair) -> Iterator[Hit]:
    """The target ends with a question mark, and the source, which asks nothing, with a full stop.

    Why: a statement turned into a question takes back what was said.
    Flags: de "Er kommt morgen." / en "Does he come tomorrow?"
    Passes: de "Kommt er morgen?" / en "Does he come tomorrow?"
    Passes: ja "彼は来ますか。" / en "Does he come?"
    Limits: sources that may ask without the mark (Chinese, Japanese, Korean, Thai) are left alone.
    """
    source, target = lang_of(pair.source_lang), lang_of(pair.target_lang)
    if not asks(pair.target, target) or asks(pair.source, source) or source in _MARKLESS or not comparable(pair):
        return
    bare, end = pair.source.rstrip(_ENDS), pair.target.rstrip(_ENDS)
    if bare.endswith(".") and end and end[-1] in _QUESTION:
        yield hit(len(end) - 1, len(end), suggestion=".")
