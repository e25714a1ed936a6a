"""What an alignment finds inside a pair: parts without a match, wrong sentence boundaries."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.data import Hit, Pair, Severity, Side
from mtcheck.rules.registry import rule
from mtcheck.rules.structure._sentences import has_heading
from mtcheck.rules.text import hit


@rule(
    "STR008",
    "partly-unmatched",
    category="accuracy/omission",
    severity=Severity.MINOR,
    preview=True,
    message="{detail} “{text}”: the match of these sentences is unsure.",
    gate=lambda facts: facts.are_aligned,
)
def partly_unmatched(pair: Pair) -> Iterator[Hit]:
    """A sentence was taken together with its neighbour although nothing on the other side seems to match it.

    Why: a short sentence that was left out or added hides in the pair of the sentence beside it.
    Flags: two source sentences that face the translation of one of them
    Passes: two sentences that were merged into one
    Limits: a hint: about half of them are right (`mtcheck/align_parts.py` says on what data); only where the aligner
        itself was unsure, and only in documents that were aligned.
    """
    for side, start, end in pair.unmatched:
        what = "The translation may lack" if side is Side.SOURCE else "The source may not have"
        yield hit(start, end, what, side=side)


@rule(
    "STR009",
    "sentence-boundary",
    category="fluency/punctuation",
    severity=Severity.MINOR,
    preview=True,
    message="{detail} after “{text}”.",
    gate=lambda facts: facts.are_aligned,
)
def sentence_boundary(pair: Pair) -> Iterator[Hit]:
    """A sentence is run into the next one, or broken apart, as its counterpart shows.

    Why: a lost full stop or a stray line break garbles the reading, and every later check of the sentence.
    Flags: `The vote was close Nobody had expected it` beside two source sentences
    Flags: `The vote was` / `close.` beside one source sentence
    Passes: two sentences joined by a word or a comma; one sentence made two with a full stop
    Limits: only in documents that were aligned, and where the alignment gains clearly (`mtcheck/align_repair.py`); a
        headline run into its lead is `run-on-headline`.
    """
    for side, end, fault in pair.seams:
        if fault == "run-on" and side is Side.TARGET and has_heading(pair):
            continue
        text = pair.target if side is Side.TARGET else pair.source
        start = text.rfind(" ", 0, max(0, end - 20)) + 1
        yield hit(start, end, "A sentence ends" if fault == "run-on" else "A sentence is broken apart", side=side)
