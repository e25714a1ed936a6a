"""XML as events with the place of every character, hardened once for every format that is read as a stream.

The parser is the standard library's expat, fed with the decoded text: memory stays flat, nothing outside the file is
ever opened, and a file is refused that declares entities or anything else of a DTD of its own, that nests deeper than
any of these formats needs, or whose single tag or unit is larger than any real one.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar
from xml.parsers import expat

from mtcheck.errors import ConfigError, InputError
from mtcheck.languages import normalise_tag

#: Formats of translation memories nest some ten deep; expat itself has no limit.
_MAX_DEPTH = 100
#: A unit longer than this is no unit.
_MAX_UNIT_CHARS = 16 * 1024**2
#: A tag or comment longer than this is none; expat scans an unfinished one again with every piece it is fed.
_MAX_TOKEN_BYTES = 16 * 1024**2
#: A start that is not known before the next event.
_UNKNOWN = -1

Item = TypeVar("Item")


class Handler(Protocol[Item]):
    """What one file format makes of the elements; finished items wait in `ready`.

    A name comes without its prefix where that is the root element's own (or none), and with it elsewhere: `source`
    of XLIFF is `source` under any prefix, `mtc:source` of a module stays apart.
    """

    @property
    def ready(self) -> deque[Item]:
        """Items in order."""

    def open(self, name: str, attributes: dict[str, str], place: int, line: int) -> None:
        """An element starts at code point `place`."""

    def close(self, name: str, place: int) -> None:
        """Its end tag starts at `place`; for an empty-element tag, the place of the tag itself."""

    def characters(self, data: str, place: int, literal: bool) -> None:
        """Text at `place`; `literal` unless it is written as an entity or a reference."""

    def finish(self) -> None:
        """The file has ended; raise an InputError if it was of another format."""


@dataclass(slots=True)
class Text:
    """The text of one element as it comes: pieces with their places."""

    start: int = _UNKNOWN  # the place after the opening tag
    parts: list[str] = field(default_factory=list)
    places: list[int] = field(default_factory=list)  # of each code point
    escaped: bool = False  # some character is written as an entity or a reference

    def reached(self, place: int) -> None:
        """The next event is at `place`: there the text starts, unless that is known."""
        if self.start == _UNKNOWN:
            self.start = place

    def add(self, data: str, place: int, literal: bool, name: str) -> None:
        """Append a piece. Raises: InputError for a unit beyond any real size; `name` is the file's."""
        self.reached(place)
        self.escaped |= not literal
        self.parts.append(data)
        self.places.extend(range(place, place + len(data)))
        if len(self.places) > _MAX_UNIT_CHARS:
            raise InputError(
                f"{name}: a unit of more than {_MAX_UNIT_CHARS:,} characters; expected sentences or paragraphs"
            )

    def ended(self, end: int) -> Cell:
        """The whole text, its start, and the place of every code point unless they follow one another."""
        self.reached(end)
        text = "".join(self.parts)
        if not self.places:
            return Cell(text, self.start)
        first, last = self.places[0], self.places[-1]
        if not self.escaped and last - first == len(self.places) - 1:
            return Cell(text, first)
        return Cell(text, first, (*self.places, max(end, last + 1)))


@dataclass(frozen=True, slots=True)
class Cell:
    """A side's text with its place: the code points' own offsets where they do not simply follow `start`."""

    text: str
    start: int
    offsets: tuple[int, ...] | None = None


def parse_events(name: str, chunks: Iterator[str], handler: Handler[Item], expected: str) -> Iterator[Item]:
    """The handler's items, as soon as each is complete; `expected` says in messages what the file should be.

    Raises: InputError with `name:line` for XML that is broken or unsafe, and whatever the handler raises.
    """
    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = False
    position = _Position(parser)
    _connect(parser, position, handler, name, expected)
    try:
        for chunk in chunks:
            data = chunk.encode("utf-8", "surrogatepass")
            position.feed(data)
            parser.Parse(data, False)
            if position.pending() > _MAX_TOKEN_BYTES:
                raise InputError(
                    f"{name}:{parser.CurrentLineNumber}: a tag or comment of more than {_MAX_TOKEN_BYTES:,} bytes; "
                    f"expected {expected}"
                )
            while handler.ready:
                yield handler.ready.popleft()
        parser.Parse(b"", True)
    except expat.ExpatError as fault:
        reason = expat.errors.messages.get(fault.code, str(fault))
        raise InputError(
            f"{name}:{fault.lineno}: broken XML at column {fault.offset + 1:,} ({reason}); expected well-formed "
            f"{expected}. Open the file in the tool that wrote it and export it again"
        ) from fault
    handler.finish()
    yield from handler.ready


def _connect(parser: expat.XMLParserType, position: _Position, handler: Handler[Any], name: str, expected: str) -> None:
    depth = 0
    prefix = ""  # of the root element, with its colon

    def opened(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth, prefix
        depth += 1
        if depth == 1:
            prefix = tag[: tag.rfind(":") + 1]
        if depth > _MAX_DEPTH:
            place = f"{name}:{parser.CurrentLineNumber}"
            raise InputError(f"{place}: elements nested deeper than {_MAX_DEPTH}; expected {expected}")
        handler.open(tag.removeprefix(prefix), attributes, position.now(), parser.CurrentLineNumber)

    def closed(tag: str) -> None:
        nonlocal depth
        depth -= 1
        handler.close(tag.removeprefix(prefix), position.now())

    parser.StartElementHandler = opened
    parser.EndElementHandler = closed
    parser.CharacterDataHandler = lambda data: handler.characters(data, position.now(), position.is_literal(data))
    refuse_declarations(parser, name)


def refuse_declarations(parser: expat.XMLParserType, name: str) -> None:
    """Make the parser raise an InputError for entities and for a DTD inside the file; a DTD named is never opened."""

    def declared(entity: str, *_: Any) -> None:
        raise InputError(
            f"{name}:{parser.CurrentLineNumber}: declares the entity {entity!r}; files with entities of their own "
            "are refused, as they can hide text or blow up. Write the characters themselves"
        )

    def used(entity: str, *_: Any) -> None:
        raise InputError(
            f"{name}:{parser.CurrentLineNumber}: uses the entity {entity!r}, which the file does not define and which "
            "is looked up nowhere else. Write the character itself"
        )

    def subset(*_: Any) -> None:
        raise InputError(
            f"{name}:{parser.CurrentLineNumber}: holds a document type definition of its own, which is refused, as it "
            "can change what the text says. Remove what stands between [ and ] in <!DOCTYPE ...>"
        )

    parser.EntityDeclHandler = declared
    parser.SkippedEntityHandler = used
    for hook in ("ElementDeclHandler", "AttlistDeclHandler", "NotationDeclHandler"):
        setattr(parser, hook, subset)


def xml_language(tag: str, name: str, line: int) -> str:
    """The normal form of a language tag in the file. Raises: InputError with its line for an unknown one."""
    try:
        return normalise_tag(tag)
    except ConfigError as fault:
        raise InputError(f"{name}:{line}: {fault}") from fault


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

    def pending(self) -> int:
        """Bytes that were fed and are part of no event yet."""
        return len(self._window) - max(self._parser.CurrentByteIndex - self._base, 0)

    def now(self) -> int:
        reached = self._parser.CurrentByteIndex - self._base
        if reached > self._seen:
            self._chars += len(self._window[self._seen : reached].decode("utf-8"))
            self._seen = reached
        return self._chars

    def is_literal(self, data: str) -> bool:
        """Whether the characters stand in the file as they are, at the current place."""
        return self._window.startswith(data.encode("utf-8"), self._seen)
