"""What the aligner needs to know of one text: vectors, keys, lengths and layout."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from mtcheck.align_anchors import SideKeys, side_keys
from mtcheck.align_dp import DoubleArray
from mtcheck.align_spans import SpanVectors
from mtcheck.data import FloatArray, Segment, SegmentKind

_WIDE = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_KANA = re.compile("[\u3040-\u30ff]")
_HANGUL = re.compile("[\uac00-\ud7af]")
_LETTER = re.compile(r"[^\W\d_]")
_FINISHED = re.compile(r"[.!?…。！？؟۔।॥։።]['\"’”»›)\]}」』\s]*$")
_BEGIN = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One text as the scores see it; arrays are (n_segments,)."""

    segments: Sequence[Segment]
    vectors: SpanVectors
    keys: SideKeys
    units: DoubleArray  # length in Latin letters' worth
    ends_paragraph: FloatArray  # 1 where a paragraph ends
    heading: FloatArray  # 1 for headings
    debris: FloatArray  # 1 where there is no letter at all
    goes_on: FloatArray  # 1 where the next segment opens in lower case, less where that is common
    unfinished: FloatArray  # 1 where there is no full stop though the paragraph goes on, less where that is common


def length_units(text: str) -> float:
    """The length of a text in letters' worth of an alphabet, so that Chinese and English can be compared.

    Factors: English characters per character over the parallel training data (Han 3.0, kana 1.6, Hangul 2.1).
    """
    if text.isascii():
        return float(len(text))
    wide, kana, hangul = len(_WIDE.findall(text)), len(_KANA.findall(text)), len(_HANGUL.findall(text))
    return len(text) + 2.0 * wide + 0.6 * kana + 1.1 * hangul


def read_side(segments: Sequence[Segment], vectors: SpanVectors) -> Side:
    """What the scores need to know of one text."""
    n = len(segments)
    headings = np.array([segment.kind is SegmentKind.HEADING for segment in segments], np.float32)
    paragraphs = np.array([segment.paragraph for segment in segments], np.int64)
    ends = np.ones(n, np.float32)
    if n:
        ends[:-1] = paragraphs[1:] != paragraphs[:-1]
    return Side(
        segments=segments,
        vectors=vectors,
        keys=side_keys(segments),
        units=np.array([length_units(segment.text) for segment in segments], np.float64),
        ends_paragraph=ends,
        heading=headings,
        debris=np.array([_LETTER.search(segment.text) is None for segment in segments], np.float32),
        goes_on=_telling([continues(segment.text) for segment in segments[1:]] + [False] * bool(n)),
        unfinished=_telling(_unfinished(segments, headings, ends)),
    )


def _telling(marks: Sequence[bool]) -> FloatArray:
    """Marks as 1 and 0; where they are common (lists, chats, scripts without full stops) they fade to 0."""
    out = np.array(marks, np.float32)
    return out * np.float32(max(0.0, 1.0 - 2.5 * float(out.mean()))) if len(out) else out


def _unfinished(segments: Sequence[Segment], headings: FloatArray, ends: FloatArray) -> list[bool]:
    """Whether a segment stops without a full stop before another of its paragraph; headings need none.

    If all segments are paragraphs, layout is no help and any segment without a full stop counts.
    """
    flat = len(ends) > 0 and ends.mean() > 0.9
    last = len(segments) - 1
    return [
        k < last
        and not (headings[k] or headings[k + 1] or (ends[k] and not flat))
        and not finished(segment.text)
        and not continues(segments[k + 1].text)
        for k, segment in enumerate(segments)
    ]


def finished(text: str) -> bool:
    """Whether a text ends as sentences do, closing quotes and brackets aside.

    >>> finished('He said: "No."'), finished("Chapter two")
    (True, False)
    """
    return _FINISHED.search(text[-12:]) is not None


def continues(text: str) -> bool:
    """Whether the first letter or digit of a text is a small letter: it goes on with what stood before.

    >>> continues("(and so on)"), continues("3 men"), continues("Then")
    (True, False, False)
    """
    first = _BEGIN.search(text[:20])
    return first is not None and first.group().islower()
