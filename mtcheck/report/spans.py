"""A bead's text -> HTML with its findings marked, overlaps included, and what cannot be seen made visible."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from mtcheck.report.visible import ends_line, label_of, pieces, title_of

if TYPE_CHECKING:
    from markupsafe import Markup

#: A text longer than WHOLE is shown in parts: its BEGINNING and so much AROUND each finding.
WHOLE, BEGINNING, AROUND = 12_000, 4_000, 200

_QUOTED = re.compile("“([^“”]*)”")

_SEVERITY_CLASS = ("f0", "f1", "f2", "f3")


class Mark(NamedTuple):
    """One finding in a text, as offsets into that text. `anchor` is the id of its reason, or ""."""

    number: int  # counted from 1 within the bead; what the reader sees. 0: a mark that has no reason below
    start: int
    end: int
    severity: int
    anchor: str


def marked(text: str, marks: Sequence[Mark]) -> Markup:
    """`text` as HTML; each finding is one `<mark>` (more where others begin or end inside it) and a small number.

    The number follows the finding and links to its reason. Offsets outside the text are pulled to its ends.
    """
    from markupsafe import Markup

    marks = [_within(mark, len(text)) for mark in marks]
    parts: list[str] = []
    last = 0
    for start, end in _kept(len(text), marks):
        if start > last:
            parts.append(_gap(start - last))
        parts.append(_stretch(text, start, end, marks))
        last = end
    if last < len(text):
        parts.append(_gap(len(text) - last))
    return Markup("".join(parts))  # every piece of text went through `shown`


def shown(text: str, start: int, end: int) -> str:
    """`text[start:end]` escaped, invisible characters as labels with their names."""
    return "".join(escape(chunk) if chunk else _label(char) for chunk, char in pieces(text, start, end))


def shown_units(text: str) -> list[int]:
    """`result[i]`: how many UTF-16 units of plain text stand before `text[i]` in `shown`'s HTML, labels left out.

    `len(result) == len(text) + 1`. What a script finds that walks the text nodes outside of labels and numbers.

    >>> shown_units("a\u202eb😀c")
    [0, 1, 1, 2, 4, 5]
    """
    units: list[int] = []
    at = 0
    for chunk, char in pieces(text):
        if chunk:
            for one in chunk:
                units.append(at)
                at += 2 if one > "\uffff" else 1
        else:
            units.append(at)
            at += ends_line(char)
    if len(units) < len(text):  # of "\r\n" only the line feed is shown
        units = _with_returns(text, units)
    return [*units, at]


def _with_returns(text: str, units: list[int]) -> list[int]:
    left = iter(units)
    made: list[int] = []
    for i, one in enumerate(text):
        dropped = one == "\r" and text[i + 1 : i + 2] == "\n"
        made.append(-1 if dropped else next(left))
    for i in range(len(made) - 1, -1, -1):
        if made[i] < 0:
            made[i] = made[i + 1]
    return made


def isolated(text: str) -> Markup:
    """A message as HTML: what it quotes between curly marks cannot turn the order of the words around it.

    >>> str(isolated("“<b>” is left over"))
    '“<bdi>&lt;b&gt;</bdi>” is left over'
    """
    from markupsafe import Markup

    parts = _QUOTED.split(text)
    return Markup("".join(f"“<bdi>{escape(part)}</bdi>”" if i % 2 else escape(part) for i, part in enumerate(parts)))


def _label(char: str) -> str:
    made = f'<span class="iv" title="{escape(title_of(char))}">{label_of(char)}</span>'
    return made + "\n" if ends_line(char) else made


def _gap(n: int) -> str:
    return f'<span class="gap">{n:,} characters not shown</span>'


def _within(mark: Mark, length: int) -> Mark:
    start = min(max(mark.start, 0), length)
    return mark._replace(start=start, end=min(max(mark.end, start), length))


def _kept(length: int, marks: Sequence[Mark]) -> list[tuple[int, int]]:
    """The stretches of a text to show, in order and apart."""
    if length <= WHOLE:
        return [(0, length)]
    wanted = [(0, BEGINNING)]
    for mark in marks:
        wanted.append((max(mark.start - AROUND, 0), min(mark.start + AROUND, length)))
        wanted.append((max(mark.end - AROUND, 0), min(mark.end + AROUND, length)))
    merged: list[tuple[int, int]] = []
    for start, end in sorted(wanted):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _stretch(text: str, start: int, end: int, marks: Sequence[Mark]) -> str:
    """`text[start:end]`, cut wherever a mark begins or ends."""
    if not marks:
        return shown(text, start, end)
    inside = [mark for mark in marks if mark.start <= end and mark.end >= start]
    cuts = sorted({start, end, *(at for mark in inside for at in (mark.start, mark.end) if start <= at <= end)})
    opening: dict[int, list[Mark]] = {}
    closing: dict[int, list[Mark]] = {}
    for mark in inside:
        opening.setdefault(max(mark.start, start), []).append(mark)
        closing.setdefault(mark.end, []).append(mark)
    parts: list[str] = []
    active: list[Mark] = []
    for left, right in zip(cuts, [*cuts[1:], None], strict=True):
        ended = [mark for mark in closing.get(left, []) if mark.start < left]
        points = [mark for mark in opening.get(left, []) if mark.start == mark.end]
        active = [mark for mark in active if mark not in ended]
        parts += [_number(mark) for mark in ended]
        parts += [_tag([mark], '<span class="pt">\u2038</span>') + _number(mark) for mark in points]
        active += [mark for mark in opening.get(left, []) if mark.end > left]
        if right is not None:
            body = shown(text, left, right)
            parts.append(_tag(active, body) if active else body)
    return "".join(parts)


def _tag(marks: Sequence[Mark], body: str) -> str:
    classes = _SEVERITY_CLASS[max(mark.severity for mark in marks)]
    numbers = " ".join(str(mark.number) for mark in marks if mark.number)
    data = f' data-f="{numbers}"' if numbers else ""
    return f'<mark class="{classes}"{data}>{body}</mark>'


def _number(mark: Mark) -> str:
    if not mark.anchor:
        return ""
    return f'<a class="fn" href="#{mark.anchor}" aria-label="possible error {mark.number}">{mark.number}</a>'
