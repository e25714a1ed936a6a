"""TMX 1.4b and XLIFF 1.2, 2.0 and 2.1 (SDLXLIFF is the former) as streams of pairs, with the place of every character.

The parser is the standard library's expat, fed with the decoded text: memory stays flat, nothing outside the file is
ever opened, and a file that declares entities is refused, as is one nested deeper than any of these formats needs.
A unit without a translation (no target, or one marked as new) is passed over: there is nothing to check yet.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Protocol
from xml.parsers import expat

from mtcheck.errors import ConfigError, InputError
from mtcheck.languages import base_tag, normalise_tag
from mtcheck.read_rows import RawPair, Wish

#: Formats of translation memories nest some ten deep; expat itself has no limit.
_MAX_DEPTH = 100
#: A unit longer than this is no unit.
_MAX_UNIT_CHARS = 16 * 1024**2
#: Inline elements whose content is native code, not text.
_CODES = frozenset({"bpt", "ept", "ph", "it", "ut"})


@dataclass(slots=True)
class _Text:
    """The text of one element as it comes: pieces with their places."""

    start: int  # the place after the opening tag
    parts: list[str] = field(default_factory=list)
    places: list[int] = field(default_factory=list)  # of each code point
    size: int = 0
    escaped: bool = False  # some character is written as an entity or a reference

    def add(self, data: str, place: int, literal: bool) -> None:
        self.escaped |= not literal
        self.parts.append(data)
        self.places.extend(range(place, place + len(data)))
        self.size += len(data)

    def text(self) -> str:
        return "".join(self.parts)

    def offsets(self, end: int) -> tuple[int, tuple[int, ...] | None]:
        """Where the text starts, and the place of every code point unless they follow one another."""
        if not self.places:
            return self.start, None
        first, last = self.places[0], self.places[-1]
        if not self.escaped and last - first == len(self.places) - 1:
            return first, None
        return first, (*self.places, max(end, last + 1))


@dataclass(frozen=True, slots=True)
class _Side:
    text: str
    start: int
    offsets: tuple[int, ...] | None


class _Format(Protocol):
    """What one file format makes of the elements."""

    ready: deque[RawPair]

    def open(self, name: str, attributes: dict[str, str], place: int, line: int) -> None: ...
    def close(self, name: str, place: int) -> None: ...
    def characters(self, data: str, place: int, literal: bool) -> None: ...
    def finish(self) -> None: ...


def read_tmx(name: str, chunks: Iterator[str], wish: Wish) -> Iterator[RawPair]:
    """The pairs of a translation memory. Without a wish the header's source language and the only other one are taken.

    Raises: InputError for XML that is broken or unsafe, and for a choice among languages that is left open.
    """
    return _parse(name, chunks, _Tmx(name, wish))


def read_xliff(name: str, chunks: Iterator[str], wish: Wish) -> Iterator[RawPair]:
    """The pairs of an XLIFF file: its segments where it is segmented, else its units.

    Raises: InputError for XML that is broken or unsafe.
    """
    return _parse(name, chunks, _Xliff(name))


def _parse(name: str, chunks: Iterator[str], handler: _Format) -> Iterator[RawPair]:
    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = False
    position = _Position(parser)
    depth = 0

    def opened(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _MAX_DEPTH:
            place = f"{name}:{parser.CurrentLineNumber}"
            raise InputError(f"{place}: elements nested deeper than {_MAX_DEPTH}; expected TMX or XLIFF")
        handler.open(tag.rpartition(":")[2], attributes, position.now(), parser.CurrentLineNumber)

    def closed(tag: str) -> None:
        nonlocal depth
        depth -= 1
        handler.close(tag.rpartition(":")[2], position.now())

    def entity(entity_name: str, *_: Any) -> None:
        raise InputError(
            f"{name}:{parser.CurrentLineNumber}: declares the entity {entity_name!r}; files with entities of their own "
            "are refused, as they can hide text or blow up. Write the characters themselves"
        )

    parser.StartElementHandler = opened
    parser.EndElementHandler = closed
    parser.CharacterDataHandler = lambda data: handler.characters(data, position.now(), position.is_literal(data))
    parser.EntityDeclHandler = entity
    parser.SkippedEntityHandler = entity
    try:
        for chunk in chunks:
            data = chunk.encode("utf-8", "surrogatepass")
            position.feed(data)
            parser.Parse(data, False)
            while handler.ready:
                yield handler.ready.popleft()
        parser.Parse(b"", True)
    except expat.ExpatError as fault:
        reason = expat.errors.messages.get(fault.code, str(fault))
        raise InputError(
            f"{name}:{fault.lineno}: broken XML at column {fault.offset + 1:,} ({reason}); expected well-formed TMX or "
            "XLIFF. Open the file in the tool that wrote it and export it again"
        ) from fault
    handler.finish()
    yield from handler.ready


class _Position:
    """Code points before the parser's current place, counted forward from event to event."""

    def __init__(self, parser: expat.XMLParserType) -> None:
        self._parser = parser
        self._window = b""  # bytes that may still be asked for; the file's byte `_base` comes first
        self._base = 0
        self._seen = 0  # bytes of the window that are counted in `_chars`
        self._chars = 0

    def feed(self, data: bytes) -> None:
        self._window = self._window[self._seen :] + data
        self._base += self._seen
        self._seen = 0

    def now(self) -> int:
        reached = self._parser.CurrentByteIndex - self._base
        if reached > self._seen:
            self._chars += len(self._window[self._seen : reached].decode("utf-8"))
            self._seen = reached
        return self._chars

    def is_literal(self, data: str) -> bool:
        """Whether the characters stand in the file as they are, at the current place."""
        return self._window.startswith(data.encode("utf-8"), self._seen)


class _Tmx:
    """Translation units of TMX: `tuv` elements by language, inline codes left out."""

    def __init__(self, name: str, wish: Wish) -> None:
        self.name = name
        self.ready: deque[RawPair] = deque()
        self._source, self._target = wish
        self._unit: dict[str, _Side] | None = None
        self._unit_id: str | None = None
        self._unit_line = 0
        self._lang: str | None = None
        self._segment: _Text | None = None
        self._code_depth = 0
        self._languages: set[str] = set()
        self._n_pairs = 0
        self._is_tmx = False

    def open(self, name: str, attributes: dict[str, str], place: int, line: int) -> None:
        if name == "tmx":
            self._is_tmx = True
        elif name == "header":
            self._read_header(attributes)
        elif name == "tu":
            self._unit, self._unit_id, self._unit_line = {}, attributes.get("tuid"), line
        elif name == "tuv":
            self._lang = self._tag(attributes.get("xml:lang") or attributes.get("lang") or "", line)
        elif name == "seg" and self._unit is not None:
            self._segment, self._code_depth = _Text(_UNKNOWN), 0
        elif name in _CODES:
            self._code_depth += 1
        if self._segment is not None and self._segment.start == _UNKNOWN and name != "seg":
            self._segment.start = place

    def characters(self, data: str, place: int, literal: bool) -> None:
        if self._segment is not None and not self._code_depth:
            _add(self._segment, data, place, literal, self.name)

    def close(self, name: str, place: int) -> None:
        if name in _CODES:
            self._code_depth -= 1
        elif name == "seg" and self._segment is not None and self._unit is not None and self._lang:
            self._unit.setdefault(self._lang, _side(self._segment, place))
            self._segment = None
        elif name == "tu" and self._unit is not None:
            self._end_unit(self._unit)
            self._unit = None

    def _read_header(self, attributes: dict[str, str]) -> None:
        tag = attributes.get("srclang", "*all*")
        if self._source is None and tag != "*all*" and (self._target is None or self._tag(tag, 1) != self._target):
            self._source = self._tag(tag, 1)

    def _tag(self, tag: str, line: int) -> str:
        try:
            return normalise_tag(tag)
        except ConfigError as fault:
            raise InputError(f"{self.name}:{line}: {fault}") from fault

    def _end_unit(self, unit: dict[str, _Side]) -> None:
        self._languages.update(unit)
        if self._source is None or self._target is None:
            self._choose(unit)
        source, target = self._find(unit, self._source), self._find(unit, self._target)
        if source is None or target is None:
            return
        self.ready.append(
            _pair(self._n_pairs, source, target, self._unit_line, self._source, self._target, self._unit_id)
        )
        self._n_pairs += 1

    def _find(self, unit: dict[str, _Side], tag: str | None) -> _Side | None:
        """The side in a language, or in the only variety of it that the unit has."""
        if tag is None or tag in unit:
            return unit.get(tag or "")
        near = [lang for lang in unit if base_tag(lang) == base_tag(tag)]
        return unit[near[0]] if len(near) == 1 else None

    def _choose(self, unit: dict[str, _Side]) -> None:
        known = self._source or self._target
        others = [lang for lang in unit if known is None or base_tag(lang) != base_tag(known)]
        if len(others) + (known is not None) < 2:
            return  # a unit of one language says nothing
        if len(others) + (known is not None) > 2:
            found = ", ".join(sorted(unit))
            raise InputError(
                f"{self.name}:{self._unit_line}: a memory of several languages ({found}); "
                "say which two with --source-lang and --target-lang"
            )
        if known is None:
            self._source, self._target = others
        elif self._source is None:
            self._source = others[0]
        else:
            self._target = others[0]

    def finish(self) -> None:
        if not self._is_tmx:
            raise InputError(f"{self.name}: no TMX: the root element is not <tmx>; expected TMX 1.4")
        if not self._n_pairs and self._languages:
            found = ", ".join(sorted(self._languages))
            raise InputError(
                f"{self.name}: no unit in both {self._source or 'a source'} and {self._target or 'a target language'}; "
                f"the memory has {found}"
            )


class _Xliff:
    """Units of XLIFF 1.2 (`trans-unit`, `seg-source` with `mrk`) and 2.x (`unit`, `segment`)."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.ready: deque[RawPair] = deque()
        self._langs: list[str | None] = [None, None]
        self._id: str | None = None
        self._line = 0
        self._sides: dict[str, _Side] = {}
        self._marks: dict[str, dict[str, tuple[_Side, int]]] = {}
        self._where: str | None = None  # "source", "seg-source" or "target" of the unit itself
        self._text: _Text | None = None
        self._mark: tuple[str, _Text, int] | None = None
        self._mark_depth = 0
        self._code_depth = 0
        self._skip_depth = 0
        self._untranslated = False
        self._n_pairs = 0
        self._is_xliff = False

    def open(self, name: str, attributes: dict[str, str], place: int, line: int) -> None:
        self._settle_starts(place)
        if self._skip_depth or name in _PASSED_OVER:
            self._skip_depth += 1
        elif name in ("xliff", "file"):
            self._is_xliff = True
            self._read_languages(attributes, line)
        elif name in ("trans-unit", "unit", "segment"):
            self._open_unit(name, attributes, line)
        elif name in ("source", "seg-source", "target"):
            self._where, self._text, self._code_depth = name, _Text(_UNKNOWN), 0
            self._untranslated |= name == "target" and attributes.get("state") in _NEW_STATES
        elif self._text is not None and name == "mrk":
            self._open_mark(attributes, line)
        elif name in _CODES:
            self._code_depth += 1

    def _settle_starts(self, place: int) -> None:
        for text in (self._text, self._mark[1] if self._mark else None):
            if text is not None and text.start == _UNKNOWN:
                text.start = place

    def _read_languages(self, attributes: dict[str, str], line: int) -> None:
        for side, keys in enumerate((("source-language", "srcLang"), ("target-language", "trgLang"))):
            tag = next((attributes[key] for key in keys if key in attributes), None)
            if tag:
                try:
                    self._langs[side] = normalise_tag(tag)
                except ConfigError as fault:
                    raise InputError(f"{self.name}:{line}: {fault}") from fault

    def _open_unit(self, name: str, attributes: dict[str, str], line: int) -> None:
        if name == "segment":
            own = attributes.get("id")
            self._id = f"{(self._id or '').partition('#')[0]}#{own}" if own else self._id
            self._untranslated = attributes.get("state") == "initial"
        else:
            self._id = attributes.get("id")
            self._untranslated = False
        self._line = line
        self._sides, self._marks = {}, {}

    def _open_mark(self, attributes: dict[str, str], line: int) -> None:
        self._mark_depth += 1
        if attributes.get("mtype") == "seg" and self._mark is None:
            self._mark = (attributes.get("mid", ""), _Text(_UNKNOWN), line)
            self._mark_depth = 1

    def characters(self, data: str, place: int, literal: bool) -> None:
        if self._text is None or self._code_depth or self._skip_depth:
            return
        _add(self._text, data, place, literal, self.name)
        if self._mark is not None:
            _add(self._mark[1], data, place, literal, self.name)

    def close(self, name: str, place: int) -> None:
        self._settle_starts(place)
        if self._skip_depth:
            self._skip_depth -= 1
        elif name in _CODES:
            self._code_depth -= 1
        elif name == "mrk" and self._text is not None:
            self._mark_depth -= 1
            if self._mark is not None and self._mark_depth == 0:
                mid, text, line = self._mark
                self._marks.setdefault(self._where or "", {})[mid] = (_side(text, place), line)
                self._mark = None
        elif name == self._where and self._text is not None:
            self._sides[name] = _side(self._text, place)
            self._where = self._text = None
        elif name in ("trans-unit", "segment"):
            self._end_unit()

    def _end_unit(self) -> None:
        sources, targets = self._marks.get("seg-source"), self._marks.get("target")
        if self._untranslated:
            return
        if sources and targets:
            for mid, (source, line) in sources.items():
                if mid in targets:
                    self._give(source, targets[mid][0], line, f"{self._id}#{mid}")
        elif "source" in self._sides and "target" in self._sides:
            self._give(self._sides["source"], self._sides["target"], self._line, self._id)

    def _give(self, source: _Side, target: _Side, line: int, unit_id: str | None) -> None:
        self.ready.append(_pair(self._n_pairs, source, target, line, self._langs[0], self._langs[1], unit_id))
        self._n_pairs += 1

    def finish(self) -> None:
        if not self._is_xliff:
            raise InputError(f"{self.name}: no XLIFF: the root element is not <xliff>; expected XLIFF 1.2 or 2.x")


#: A start that is not known before the next event.
_UNKNOWN = -1
#: Elements of a unit that hold other text than the unit's own.
_PASSED_OVER = frozenset({"alt-trans", "note", "notes", "ignorable", "originalData", "matches", "glossary", "skl",
                          "header", "context-group", "sub"})  # fmt: skip
_NEW_STATES = ("new", "needs-translation")


def _add(text: _Text, data: str, place: int, literal: bool, name: str) -> None:
    if text.start == _UNKNOWN:
        text.start = place
    text.add(data, place, literal)
    if text.size > _MAX_UNIT_CHARS:
        raise InputError(
            f"{name}: a unit of more than {_MAX_UNIT_CHARS:,} characters; expected sentences or paragraphs"
        )


def _side(text: _Text, end: int) -> _Side:
    if text.start == _UNKNOWN:
        text.start = end
    start, offsets = text.offsets(end)
    return _Side(text.text(), start, offsets)


def _pair(
    index: int,
    source: _Side,
    target: _Side,
    line: int,
    source_lang: str | None,
    target_lang: str | None,
    unit: str | None,
) -> RawPair:
    return RawPair(
        index=index,
        source=source.text,
        target=target.text,
        source_start=source.start,
        target_start=target.start,
        line=line,
        source_offsets=source.offsets,
        target_offsets=target.offsets,
        source_lang=source_lang,
        target_lang=target_lang,
        id=unit,
    )
