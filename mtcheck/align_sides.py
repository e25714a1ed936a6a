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
        heading=np.array([segment.kind is SegmentKind.HEADING for segment in segments], np.float32),
        debris=np.array([_LETTER.search(segment.text) is None for segment in segments], np.float32),
    )
