"""Which script each letter belongs to, and fast counts of them; codes are ISO 15924, digits and marks do not count."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
import numpy.typing as npt

#: Scripts without spaces between words, as the inside of a pattern's brackets: Thai, Lao, Burmese, Khmer, kana, Han.
UNSPACED = (
    "\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)

#: Code point ranges of the letters (and, for Brahmic scripts, the dependent vowels) of each script, inclusive: blocks
#: of the Unicode Standard 15 less their punctuation and digits. A test compares them with `unicodedata`.
_RANGES: tuple[tuple[str, tuple[tuple[int, int], ...]], ...] = (
    (
        "Latn",
        (
            (0x41, 0x5A), (0x61, 0x7A), (0xAA, 0xAA), (0xBA, 0xBA), (0xC0, 0xD6), (0xD8, 0xF6), (0xF8, 0x2B8),
            (0x1D00, 0x1D25), (0x1D2C, 0x1D5C), (0x1D62, 0x1D65), (0x1D6B, 0x1D77), (0x1D79, 0x1DBE), (0x1E00, 0x1EFF),
            (0x2071, 0x2071), (0x207F, 0x207F), (0x2090, 0x209C), (0x2C60, 0x2C7F), (0xA722, 0xA787), (0xA78B, 0xA7CA),
            (0xA7F2, 0xA7FF), (0xAB30, 0xAB5A), (0xAB5C, 0xAB64), (0xAB66, 0xAB68), (0xFB00, 0xFB06), (0xFF21, 0xFF3A),
            (0xFF41, 0xFF5A),
        ),
    ),
    (
        "Grek",
        (
            (0x370, 0x373), (0x376, 0x377), (0x37A, 0x37D), (0x37F, 0x37F), (0x386, 0x386), (0x388, 0x3E1),
            (0x3F0, 0x3FF), (0x1D26, 0x1D2A), (0x1F00, 0x1FBC), (0x1FBE, 0x1FBE), (0x1FC2, 0x1FCC), (0x1FD0, 0x1FDB),
            (0x1FE0, 0x1FEC), (0x1FF2, 0x1FFC),
        ),
    ),
    (
        "Cyrl",
        ((0x400, 0x481), (0x48A, 0x52F), (0x1C80, 0x1C88), (0x1D2B, 0x1D2B), (0x1D78, 0x1D78), (0xA640, 0xA66E),
         (0xA67F, 0xA69D)),
    ),
    ("Armn", ((0x531, 0x556), (0x559, 0x559), (0x560, 0x588), (0xFB13, 0xFB17))),
    ("Hebr", ((0x5D0, 0x5F2), (0xFB1D, 0xFB1D), (0xFB1F, 0xFB28), (0xFB2A, 0xFB4F))),
    (
        "Arab",
        ((0x620, 0x63F), (0x641, 0x64A), (0x66E, 0x66F), (0x671, 0x6D3), (0x6D5, 0x6D5), (0x6E5, 0x6E6),
         (0x6EE, 0x6EF), (0x6FA, 0x6FC), (0x6FF, 0x6FF), (0x750, 0x77F), (0x870, 0x887), (0x889, 0x88E), (0x8A0, 0x8C9),
         (0xFB50, 0xFBB1), (0xFBD3, 0xFD3D), (0xFD50, 0xFDFB), (0xFE70, 0xFEFC)),
    ),
    ("Syrc", ((0x710, 0x710), (0x712, 0x72F), (0x74D, 0x74F))),
    ("Deva", ((0x900, 0x963), (0x971, 0x97F), (0xA8E0, 0xA8F7), (0xA8FB, 0xA8FB), (0xA8FD, 0xA8FE))),
    ("Beng", ((0x980, 0x9E3), (0x9F0, 0x9F1), (0x9FC, 0x9FC))),
    ("Guru", ((0xA00, 0xA5E), (0xA70, 0xA75))),
    ("Gujr", ((0xA80, 0xAE3), (0xAF9, 0xAFF))),
    ("Orya", ((0xB00, 0xB63), (0xB71, 0xB71))),
    ("Taml", ((0xB80, 0xBD7),)),
    ("Telu", ((0xC00, 0xC63),)),
    ("Knda", ((0xC80, 0xCE3), (0xCF1, 0xCF2))),
    ("Mlym", ((0xD00, 0xD4E), (0xD54, 0xD57), (0xD5F, 0xD63), (0xD7A, 0xD7F))),
    ("Sinh", ((0xD80, 0xDDF),)),
    ("Thai", ((0xE01, 0xE3A), (0xE40, 0xE4E))),
    ("Laoo", ((0xE81, 0xECD), (0xEDC, 0xEDF))),
    ("Tibt", ((0xF00, 0xF00), (0xF40, 0xF6C), (0xF71, 0xF84), (0xF88, 0xFBC))),
    ("Mymr", ((0x1000, 0x103F), (0x1050, 0x108F), (0xA9E0, 0xA9EF), (0xA9FA, 0xA9FE), (0xAA60, 0xAA7F))),
    ("Geor", ((0x10A0, 0x10C5), (0x10C7, 0x10C7), (0x10CD, 0x10CD), (0x10D0, 0x10FA), (0x10FC, 0x10FF),
              (0x1C90, 0x1CBF), (0x2D00, 0x2D2D))),
    ("Ethi", ((0x1200, 0x135F), (0x1380, 0x138F), (0x2D80, 0x2DDE), (0xAB01, 0xAB2E))),
    ("Khmr", ((0x1780, 0x17B3), (0x17B6, 0x17D3), (0x17D7, 0x17D7), (0x17DC, 0x17DC))),
    ("Hang", ((0x1100, 0x11FF), (0x3131, 0x318E), (0xA960, 0xA97C), (0xAC00, 0xD7A3), (0xD7B0, 0xD7FB),
              (0xFFA0, 0xFFDC))),
    ("Hira", ((0x3041, 0x3096), (0x309D, 0x309F))),
    ("Kana", ((0x30A1, 0x30FA), (0x30FC, 0x30FF), (0x31F0, 0x31FF), (0xFF66, 0xFF9D))),
    ("Bopo", ((0x3105, 0x312F), (0x31A0, 0x31BF))),
    ("Hani", ((0x3005, 0x3007), (0x3021, 0x3029), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAD9),
              (0x20000, 0x323AF))),
)  # fmt: skip

#: Column i of every count belongs to `SCRIPTS[i]`; index 0 is "no letter of these scripts".
SCRIPTS: tuple[str, ...] = ("", *(code for code, _ in _RANGES))
_INDEX = {code: index for index, code in enumerate(SCRIPTS)}
_SIZE = 0x32400
#: Texts are counted together up to this many code points: what that takes stays in the processor's cache.
_BATCH_CHARS = 1 << 14


@cache
def _table() -> npt.NDArray[np.uint8]:
    """The script index of every code point below `_SIZE`; higher ones (emoji are lower) are no letters."""
    table = np.zeros(_SIZE, dtype=np.uint8)
    for code, ranges in _RANGES:
        for first, last in ranges:
            table[first : last + 1] = _INDEX[code]
    return table


def script_indices(text: str) -> npt.NDArray[np.uint8]:
    """`SCRIPTS[result[i]]` is the script of `text[i]`, index 0 where it is no letter; shape `(len(text),)`."""
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    indices: npt.NDArray[np.uint8] = _table()[np.minimum(points, _SIZE - 1)]
    return indices


def count_scripts(texts: Sequence[str]) -> npt.NDArray[np.int64]:
    """`(len(texts), len(SCRIPTS)) int64`: how many letters of each script each text has; column 0 counts the rest."""
    counts = np.zeros((len(texts), len(SCRIPTS)), dtype=np.int64)
    first = 0
    while first < len(texts):
        last, size = first, 0
        while last < len(texts) and (last == first or size + len(texts[last]) <= _BATCH_CHARS):
            size += len(texts[last])
            last += 1
        lengths = [len(text) for text in texts[first:last]]
        indices = script_indices("".join(texts[first:last])).astype(np.int64)
        owners = np.repeat(np.arange(last - first, dtype=np.int64), lengths)
        flat = np.bincount(owners * len(SCRIPTS) + indices, minlength=(last - first) * len(SCRIPTS))
        counts[first:last] = flat.reshape(last - first, len(SCRIPTS))
        first = last
    return counts


def script_shares(text: str) -> dict[str, float]:
    """The share of each script among the letters, largest first; empty for a text without letters.

    >>> script_shares("Привет, world!")
    {'Cyrl': 0.5454545454545454, 'Latn': 0.45454545454545453}
    """
    if text.isascii():
        return {"Latn": 1.0} if any(map(str.isalpha, text)) else {}
    counts = np.bincount(script_indices(text), minlength=len(SCRIPTS))
    total = int(counts[1:].sum())
    order = sorted((index for index in range(1, len(SCRIPTS)) if counts[index]), key=lambda index: -counts[index])
    return {SCRIPTS[index]: float(counts[index] / total) for index in order}
