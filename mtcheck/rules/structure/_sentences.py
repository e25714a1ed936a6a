"""Where sentences begin and end, and whether a pair begins with a heading."""

from __future__ import annotations

import re

from mtcheck.data import Pair, SegmentKind

SENTENCE_ENDS = ".!?…。！？\n\r"
SENTENCE_START = re.compile(r"[.!?…。！？\n\r](?:(?<=[\n\r。！？])[”」』]?\s*|(?<![\n\r])[\"”»)]?\s+)(?=\S)")
END_MARKS = ".!?…:;。！？：\n"
MIN_REST = 25  # characters of the source after its short first sentence


def has_heading(pair: Pair) -> bool:
    """Whether the source begins with a heading."""
    return bool(pair.source_segments) and pair.source_segments[0].kind is SegmentKind.HEADING
