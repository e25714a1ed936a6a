"""XLIFF 1.2 (SDLXLIFF and MQXLIFF are dialects of it) and 2.x as streams of pairs.

A unit without a translation, or one marked as not translated yet or as not to be translated, is passed over and
counted. Notes and alternate translations come with a pair, and are never taken for its text. Elements of other
namespaces (metadata, matches, tracked changes) are no text.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from mtcheck.errors import InputError
from mtcheck.read_events import Handler, Text, parse_events, xml_language
from mtcheck.read_rows import Anchor, Cell, RawPair, Skipped

#: Inline elements of 1.2 whose content is native code, not text.
_CODES = frozenset({"bpt", "ept", "ph", "it", "ut"})
#: Elements of a unit that hold other text than the unit's own.
_OTHER = frozenset({"doc-info", "alt-trans", "note", "notes", "ignorable", "originalData", "skl", "header",
                    "context-group"})  # fmt: skip
_NOT_YET = frozenset({"new", "needs-translation", "initial"})
#: Tracked changes of SDLXLIFF: what was deleted is no text.
_DELETED = "x-sdl-deleted"
_UNTRANSLATED, _NOT_WANTED = "untranslated", "not to be translated"


def read_xliff(name: str, chunks: Iterator[str], skipped: Skipped) -> Iterator[RawPair]:
    """The pairs of an XLIFF file: its segments where it is segmented, else its units.

    Raises: InputError for XML that is broken or unsafe.
    """
    return parse_events(name, chunks, _Xliff(name, skipped), "XLIFF")


class _Xliff:
    """What both versions share: languages, `translate`, what lies aside, and the choice of the version."""

    def __init__(self, name: str, skipped: Skipped) -> None:
        self.name = name
        self.ready: deque[RawPair] = deque()
        self._skipped = skipped
        self._units: Handler[RawPair] | None = None

    def open(self, name: str, attributes: dict[str, str], place: int, line: int) -> None:
        if self._units is None:
            if name != "xliff":
                raise InputError(f"{self.name}: no XLIFF: the root element is <{name[:40]}>, expected <xliff>")
            newer = attributes.get("version", "1.2").startswith("2")
            self._units = (_Units2 if newer else _Units1)(self.name, self.ready, self._skipped)
        self._units.open(name, attributes, place, line)

    def close(self, name: str, place: int) -> None:
        if self._units is not None:
            self._units.close(name, place)

    def characters(self, data: str, place: int, literal: bool) -> None:
        if self._units is not None:
            self._units.characters(data, place, literal)

    def finish(self) -> None:
        """The root has been seen, or the parser would have complained."""


class _Units:
    """The unit being read; `_Units1` and `_Units2` say what its elements are called."""

    def __init__(self, name: str, ready: deque[RawPair], skipped: Skipped) -> None:
        self.name = name
        self.ready = ready
        self._skipped = skipped
        self._langs: list[str | None] = [None, None]
        self._wanted = [True]  # `translate` of the file, the groups and the unit around
        self._aside = 0  # depth inside an element that holds no text of the unit
        self._hidden = 0  # depth inside a code or a deletion
        self._text: Text | None = None
        self._where = ""
        self._sides: dict[str, Cell] = {}
        self._own: Text | None = None  # of a note or an alternate translation
        self._where_own = ""
        self._notes: list[str] = []
        self._alternatives: list[str] = []
        self._id: str | None = None
        self._line = self._place = 0
        self._n_pairs = 0

    def characters(self, data: str, place: int, literal: bool) -> None:
        if self._own is not None:
            self._own.add(data, place, literal, self.name)
        elif self._text is not None and not self._hidden and not self._aside:
            self._text.add(data, place, literal, self.name)

    def finish(self) -> None:
        """Nothing is left over at the end."""

    def _open_aside(self, name: str, place: int) -> bool:
        """Whether the element lies aside; the texts of notes and alternate translations are kept all the same."""
        if not self._aside and name not in _OTHER and ":" not in name:
            return False
        self._aside += 1
        if name in ("note", "target") and self._own is None:
            self._own, self._where_own = Text(place), name
        return True

    def _close_aside(self, name: str, place: int) -> bool:
        if not self._aside:
            return False
        self._aside -= 1
        if self._own is not None and name == self._where_own:
            text = " ".join(self._own.ended(place).text.split())
            (self._notes if name == "note" else self._alternatives).append(text)
            self._own = None
        return True

    def _read_languages(self, attributes: dict[str, str], line: int) -> None:
        for side, keys in enumerate((("source-language", "srcLang"), ("target-language", "trgLang"))):
            tag = next((attributes[key] for key in keys if key in attributes), None)
            if tag:
                self._langs[side] = xml_language(tag, self.name, line)

    def _nest(self, attributes: dict[str, str]) -> None:
        told = attributes.get("translate")
        self._wanted.append(self._wanted[-1] if told is None else told != "no")

    def _start_unit(self, attributes: dict[str, str], place: int, line: int) -> None:
        self._id, self._line, self._place = attributes.get("id"), line, place
        self._sides, self._notes, self._alternatives = {}, [], []
        self._text, self._hidden = None, 0

    def _give(
        self, source: Cell | None, target: Cell | None, line: int, unit: str | None, state: str | None, anchor: Anchor
    ) -> None:
        """Hand over a pair, or count why it is none; a unit of codes alone is not worth counting."""
        has_text = source is None or bool(source.text.strip())
        if not self._wanted[-1]:
            if has_text:
                self._skipped.add(_NOT_WANTED)
        elif source is None or target is None or not target.text or state in _NOT_YET:
            if has_text:
                self._skipped.add(_UNTRANSLATED)
        else:
            self.ready.append(
                RawPair(
                    index=self._n_pairs,
                    source=source.text,
                    target=target.text,
                    source_start=source.start,
                    target_start=target.start,
                    line=line,
                    source_offsets=source.offsets,
                    target_offsets=target.offsets,
                    source_lang=self._langs[0],
                    target_lang=self._langs[1],
                    id=unit,
                    state=state,
                    notes=tuple(self._notes),
                    alternatives=tuple(self._alternatives),
                    anchor=anchor,
                )
            )
            self._n_pairs += 1


class _Units1(_Units):
    """XLIFF 1.2: `trans-unit`, and within it `mrk` elements of type `seg` where it is segmented."""

    def __init__(self, name: str, ready: deque[RawPair], skipped: Skipped) -> None:
        super().__init__(name, ready, skipped)
        self._marks: dict[str, dict[str, tuple[Cell, int, int]]] = {}  # side, mid: text, line, attribute place
        self._mark: tuple[str, Text, int, int] | None = None
        self._mark_types: list[str] = []
        self._state: str | None = None
        self._states: dict[str, str | None] = {}  # of SDL's segments, by mid
        self._attribute: int | None = None

    def open(self, name: str, attributes: dict[str, str], place: int, line: int) -> None:
        self._settle(place)
        if name.endswith(":seg") and "id" in attributes:
            self._states[attributes["id"]] = attributes.get("conf") or "new"
        if self._open_aside(name, place):
            return
        if name in ("file", "group"):
            self._read_languages(attributes, line)
            self._nest(attributes)
        elif name == "trans-unit":
            self._nest(attributes)
            self._start_unit(attributes, place, line)
            self._marks, self._mark, self._state, self._states, self._attribute = {}, None, None, {}, None
        elif name in ("source", "seg-source", "target"):
            self._where, self._text, self._hidden = name, Text(), 0
            if name == "target":
                self._state = attributes.get("state")
                self._attribute = _attribute_place(name, attributes, place)
        elif name == "mrk" and self._text is not None:
            self._open_mark(attributes, place, line)
        elif name in _CODES:
            self._hidden += 1

    def _settle(self, place: int) -> None:
        for text in (self._text, self._mark[1] if self._mark else None):
            if text is not None:
                text.reached(place)

    def _open_mark(self, attributes: dict[str, str], place: int, line: int) -> None:
        kind = attributes.get("mtype", "")
        if kind == "seg" and self._mark is not None:
            kind = "inner"
        self._mark_types.append(kind)
        if kind == "seg":
            self._mark = (attributes.get("mid", ""), Text(), line, _attribute_place("mrk", attributes, place))
        elif kind == _DELETED:
            self._hidden += 1

    def characters(self, data: str, place: int, literal: bool) -> None:
        self._settle(place)
        super().characters(data, place, literal)
        if self._mark is not None and not self._hidden and not self._aside:
            self._mark[1].add(data, place, literal, self.name)

    def close(self, name: str, place: int) -> None:
        self._settle(place)
        if self._close_aside(name, place):
            return
        if name in _CODES:
            self._hidden -= 1
        elif name == "mrk" and self._mark_types:
            self._close_mark(self._mark_types.pop(), place)
        elif name == self._where and self._text is not None:
            self._sides[name] = self._text.ended(place)
            self._text = None
        elif name == "trans-unit":
            self._end_unit(place)
            self._wanted.pop()
        elif name in ("file", "group"):
            self._wanted.pop()

    def _close_mark(self, kind: str, place: int) -> None:
        if kind == _DELETED:
            self._hidden -= 1
        elif kind == "seg" and self._mark is not None:
            mid, text, line, attribute = self._mark
            self._marks.setdefault(self._where, {})[mid] = (text.ended(place), line, attribute)
            self._mark = None

    def _end_unit(self, place: int) -> None:
        sources, targets = self._marks.get("seg-source", {}), self._marks.get("target", {})
        if sources:
            for mid, (source, line, _) in sources.items():
                target, _, attribute = targets.get(mid, (None, 0, None))
                state = self._states.get(mid, self._state)
                self._give(source, target, line, f"{self._id}#{mid}", state, Anchor(self._place, place, attribute))
            return
        state = next(iter(self._states.values()), self._state)
        anchor = Anchor(self._place, place, self._attribute)
        self._give(self._sides.get("source"), self._sides.get("target"), self._line, self._id, state, anchor)


def _attribute_place(name: str, attributes: dict[str, str], place: int) -> int:
    """Where an attribute can be put in: right after the tag's name. -1 where the element has our attributes already."""
    return -1 if "its:locQualityIssuesRef" in attributes or "xmlns:its" in attributes else place + 1 + len(name)


class _Units2(_Units):
    """XLIFF 2.x: `unit` with `segment` elements, each with a state of its own."""

    def __init__(self, name: str, ready: deque[RawPair], skipped: Skipped) -> None:
        super().__init__(name, ready, skipped)
        self._segment: str | None = None
        self._state: str | None = None
        self._segment_line = 0

    def open(self, name: str, attributes: dict[str, str], place: int, line: int) -> None:
        if self._text is not None:
            self._text.reached(place)
        if self._open_aside(name, place):
            return
        if name == "xliff":
            self._read_languages(attributes, line)
        elif name in ("file", "group"):
            self._nest(attributes)
        elif name == "unit":
            self._nest(attributes)
            self._start_unit(attributes, place, line)
        elif name == "segment":
            self._sides, self._segment_line = {}, line
            self._segment, self._state = attributes.get("id"), attributes.get("state")
        elif name in ("source", "target"):
            self._where, self._text, self._hidden = name, Text(), 0
        elif name == "cp" and self._text is not None:
            self._add_code_point(attributes.get("hex", ""), place, line)

    def _add_code_point(self, code: str, place: int, line: int) -> None:
        """A character that XML cannot hold."""
        try:
            char = chr(int(code, 16))
        except (ValueError, OverflowError) as fault:
            raise InputError(
                f"{self.name}:{line}: <cp hex={code[:20]!r}> is no code point; expected hexadecimal digits"
            ) from fault
        if self._text is not None and not "\ud800" <= char <= "\udfff" and char != "\x00":
            self._text.add(char, place, False, self.name)

    def close(self, name: str, place: int) -> None:
        if self._text is not None:
            self._text.reached(place)
        if self._close_aside(name, place):
            return
        if name == self._where and self._text is not None:
            self._sides[name] = self._text.ended(place)
            self._text = None
        elif name == "segment":
            unit = f"{self._id or ''}#{self._segment}" if self._segment else self._id
            anchor = Anchor(self._place, place)
            self._give(
                self._sides.get("source"), self._sides.get("target"), self._segment_line, unit, self._state, anchor
            )
        elif name in ("file", "group", "unit"):
            self._wanted.pop()
