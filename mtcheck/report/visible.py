"""Characters that cannot be seen, made visible: so that a report neither hides them nor obeys them.

Bidirectional controls, terminal escapes and NUL become labels. Left as they are: joiners between letters (Persian,
Indic scripts, emoji) and variation selectors, which a reader of the language expects to do their work.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_LABELS = {
    "\x00": "NUL", "\x07": "BEL", "\x08": "BS", "\x0b": "VT", "\x0c": "FF", "\x1b": "ESC", "\x7f": "DEL",
    "\x85": "NEL", "\xad": "SHY", "\u034f": "CGJ", "\u061c": "ALM", "\u180e": "MVS", "\u200b": "ZWSP",
    "\u200c": "ZWNJ", "\u200d": "ZWJ", "\u200e": "LRM", "\u200f": "RLM", "\u2028": "LS", "\u2029": "PS",
    "\u202a": "LRE", "\u202b": "RLE", "\u202c": "PDF", "\u202d": "LRO", "\u202e": "RLO", "\u2060": "WJ",
    "\u2066": "LRI", "\u2067": "RLI", "\u2068": "FSI", "\u2069": "PDI", "\ufeff": "BOM", "\ufffc": "OBJ",
}  # fmt: skip

_LINE_ENDS = "\r\x0b\x0c\x85\u2028\u2029"

_INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\u3164\ufeff\uffa0\ufff9-\ufffc\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    "\U000e0001-\U000e007f]"
)


def label_of(char: str) -> str:
    """A short name, such as "RLO" or "U+E0041"."""
    return _LABELS.get(char) or f"U+{ord(char):04X}"


def title_of(char: str) -> str:
    """Code point and Unicode name, such as "U+202E RIGHT-TO-LEFT OVERRIDE"."""
    name = unicodedata.name(char, "") or _LABELS.get(char, "control or unassigned character")
    return f"U+{ord(char):04X} {name}"


def pieces(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[str, str]]:
    """`text[start:end]` as `(plain text, "")` and `("", invisible character)`; of "\\r\\n" only "\\n" is left.

    What surrounds the stretch decides about a joiner at its end, so that a text may be cut anywhere.
    """
    end = len(text) if end is None else end
    last = start
    for match in _INVISIBLE.finditer(text, start, end):
        found, at = match[0], match.start()
        if found in "\u200c\u200d" and _joins(text, at):
            continue
        if at > last:
            yield text[last:at], ""
        last = at + 1
        if found != "\r" or text[last : last + 1] != "\n":
            yield "", found
    if last < end:
        yield text[last:end], ""


def plain(text: str) -> str:
    """`text` with labels such as `<RLO>` for what cannot be seen; tabs and line ends stay.

    >>> plain("a\\u202eb\\x1b[31m")
    'a<RLO>b<ESC>[31m'
    """
    return "".join(chunk or f"<{label_of(char)}>" for chunk, char in pieces(text))


def one_line(text: str, limit: int = 1_000) -> str:
    """`plain` on one line; the middle of what is longer than `limit` code points is left out.

    >>> one_line("one\\ntwo three four", 12)
    'one two … four'
    """
    if len(text) > limit:
        text = text[: limit * 2 // 3] + " … " + text[-(limit // 3) :]
    return " ".join(plain(text).split())


def ends_line(char: str) -> bool:
    """Whether the character is a line end other than "\\n"."""
    return char in _LINE_ENDS


def _joins(text: str, place: int) -> bool:
    """Whether a joiner stands between two characters of a script that uses joiners (nothing in ASCII does)."""
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    return bool(before and after) and min(before, after) > "\u0300" and not (before + after).isspace()
