"""Texts that end with another mark than their source."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.data import Hit, Pair, Severity
from mtcheck.rules.facts.batch import ASKS, FINAL, SEMICOLON
from mtcheck.rules.registry import rule
from mtcheck.rules.text import hit, lang_of

CLOSERS = " \t\r\n\u00a0\"'”“»«’‘)]）」』"


@rule(
    "PUN010",
    "end-mark-mismatch",
    category="fluency/punctuation",
    severity=Severity.MINOR,
    message="{detail}",
    gate=lambda facts: facts.source.any(ASKS | SEMICOLON) | ~facts.target.ends(FINAL),
)
def end_mark_mismatch(pair: Pair) -> Iterator[Hit]:
    """The sentence ends otherwise than the source: no mark at all, or a full stop for a question mark.

    Why: the end of the sentence may be missing, or a question became a statement.
    Flags: `Why did he leave?` / `Warum ging er.`, `He left.` / `Er ging`
    Passes: exclamation marks made full stops, headings without marks on both sides, Thai and Lao
    Limits: a missing mark is looked for only in sentences of six words or more, in Chinese and Japanese of twelve
        characters.
    """
    if pair.index < 0 or not pair.source or not pair.target:
        return
    if lang_of(pair.target_lang) in ("th", "lo", "my", "km") or lang_of(pair.source_lang) in ("th", "lo", "my", "km"):
        return
    source, target = pair.source.rstrip(CLOSERS), pair.target.rstrip(CLOSERS)
    if not source or not target:
        return
    last, end = target[-1], len(target)
    asks = source[-1] in "?？؟" or (lang_of(pair.source_lang) == "el" and source[-1] in ";;")
    if asks and source[-1] in ";\u037e" and last in ";\u037e":
        yield hit(end - 1, end, "The Greek question mark was carried over.", suggestion="?")
    elif asks and last in ".。" and not source.endswith(("?!", "!?")) and not _asks_inside(target):
        yield hit(end - 1, end, "The source asks a question; the translation ends with a full stop.")
    elif source[-1] in ".。।" and not source.endswith("..") and last.isalpha() and _is_sentence_long(target, pair):
        start = end - min(len(target.split()[-1]), _LONGEST_END)
        yield hit(start, end, "The source ends with a full stop; the translation has no mark at its end.")


_LEAST_WORDS, _LEAST_SIGNS, _LONGEST_END = 6, 12, 30


def _is_sentence_long(target: str, pair: Pair) -> bool:
    if lang_of(pair.target_lang) in ("zh", "ja"):
        return len(target) >= _LEAST_SIGNS and pair.target.rstrip()[-1].isalpha()
    return len(target.split()) >= _LEAST_WORDS


def _asks_inside(target: str) -> bool:
    """Whether the full stop stands behind a question: `preguntó: «¿Dónde está?».`, Japanese `行きますか。`"""
    before = target[:-1]
    if target.endswith("か。"):
        return True
    return before[-1:] in CLOSERS and before.rstrip(CLOSERS).endswith(("?", "？"))
