"""gettext PO files as a stream of pairs, with the place of every character.

Each translated `msgid` faces its `msgstr`; of a plural, `msgid` faces `msgstr[0]` and `msgid_plural` each further form.
Untranslated, fuzzy and obsolete entries are passed over and counted: gettext does not use them either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from mtcheck.errors import ConfigError, InputError
from mtcheck.languages import normalise_tag
from mtcheck.read_rows import Anchor, Line, Lines, RawPair, Skipped

_KEYWORD = re.compile(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[(\d{1,2})\])?)\s*(?=")')
_STRING = re.compile(r'"((?:[^"\\]|\\.)*+)"\s*\Z')
_ESCAPE = re.compile(r"\\(?:[0-7]{1,3}|x[0-9a-fA-F]{1,2}|.)|[^\\]+")
_MEANING = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}


@dataclass(slots=True)
class _String:
    """A string of several quoted lines, and the place of each code point."""

    parts: list[str] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    end: int = 0
    escaped: bool = False

    @property
    def text(self) -> str:
        """The whole string, unescaped."""
        return "".join(self.parts)

    def add(self, raw: str, start: int) -> None:
        for piece in _ESCAPE.finditer(raw):
            found = piece.group()
            place = start + piece.start()
            if found.startswith("\\"):
                self.escaped = True
                self.parts.append(_unescaped(found[1:]))
                self.places.append(place)
            else:
                self.parts.append(found)
                self.places.extend(range(place, place + len(found)))
        self.end = start + len(raw)


def _unescaped(code: str) -> str:
    if code[0] in "01234567":
        return chr(int(code, 8) & 0xFF or 0x20)
    if code[0] == "x" and len(code) > 1:
        return chr(int(code[1:], 16) or 0x20)
    return _MEANING.get(code, code)


@dataclass(slots=True)
class _Entry:
    line: int = 0  # of the first keyword
    start: int = -1  # the place of the first line, comments included
    fuzzy: bool = False
    notes: list[str] = field(default_factory=list)
    strings: dict[str, _String] = field(default_factory=dict)


def read_po(lines: Lines, skipped: Skipped) -> Iterator[RawPair]:
    """The translated entries of a PO file; the target language is the header's, notes are the comments.

    Raises: InputError with `path:line` at the first line that is no PO.
    """
    index = 0
    lang: str | None = None
    for entry in _entries(lines):
        if "msgid" not in entry.strings:
            raise InputError(f"{lines.name}:{entry.line}: an entry without msgid; expected msgid and msgstr")
        if not entry.strings["msgid"].text and "msgctxt" not in entry.strings:
            lang = _language(entry, lines.name) or lang
            continue
        if entry.fuzzy:
            skipped.add("fuzzy")
            continue
        if not any(target.text for _, target in _sides(entry)):
            skipped.add("untranslated")
        for number, (source, target) in enumerate(_sides(entry)):
            if target.text:
                yield _pair(entry, source, target, index, lang, number)
                index += 1


def _sides(entry: _Entry) -> Iterator[tuple[_String, _String]]:
    single = entry.strings["msgid"]
    for key, target in entry.strings.items():
        if key in ("msgstr", "msgstr[0]"):
            yield single, target
        elif key.startswith("msgstr["):
            yield entry.strings.get("msgid_plural", single), target


def _language(entry: _Entry, name: str) -> str | None:
    header = next((string.text for key, string in entry.strings.items() if key.startswith("msgstr")), "")
    found = re.search(r"^Language:[ \t]*(\S+)", header, re.MULTILINE)
    if found is None:
        return None
    try:
        return normalise_tag(found.group(1))
    except ConfigError as fault:
        raise InputError(f"{name}:{entry.line}: in the header's Language: {fault}") from fault


def _pair(entry: _Entry, source: _String, target: _String, index: int, lang: str | None, form: int) -> RawPair:
    context = entry.strings.get("msgctxt")
    name = context.text if context else ""
    if "msgid_plural" in entry.strings:
        name += f"[{form}]"
    return RawPair(
        index=index,
        source=source.text,
        target=target.text,
        source_start=_start(source),
        target_start=_start(target),
        line=entry.line,
        source_offsets=_offsets(source),
        target_offsets=_offsets(target),
        target_lang=lang,
        id=name or None,
        notes=tuple(entry.notes),
        anchor=Anchor(entry.start, entry.start),
    )


def _start(string: _String) -> int:
    return string.places[0] if string.places else string.end


def _offsets(string: _String) -> tuple[int, ...] | None:
    if not string.escaped and (not string.places or string.places[-1] - string.places[0] == len(string.places) - 1):
        return None
    return (*string.places, string.end)


def _entries(lines: Lines) -> Iterator[_Entry]:
    entry, key = _Entry(), ""
    for line in lines:
        body = line.text.strip()
        if not body or body.startswith("#"):
            if entry.strings and (not body or any(name.startswith("msgstr") for name in entry.strings)):
                yield entry
                entry, key = _Entry(), ""
            if body.startswith("#~"):
                entry = _Entry()  # obsolete
            elif body:
                _read_comment(entry, line, body)
            elif not entry.strings:
                entry = _Entry()  # comments before a blank line belong to no entry
            continue
        keyword = _KEYWORD.match(body)
        if keyword is not None:
            key = keyword.group(1)
            if key in ("msgid", "msgctxt") and any(name.startswith("msgstr") for name in entry.strings):
                yield entry
                entry = _Entry()
            if key in entry.strings:
                raise InputError(f"{lines.name}:{line.number}: {key} given twice in one entry; expected it once")
            entry.line = entry.line or line.number
            entry.start = line.start if entry.start < 0 else entry.start
            entry.strings[key] = _String()
        elif not body.startswith('"') or not key:
            raise InputError(
                f"{lines.name}:{line.number}: {body[:24]!r} is no PO; "
                "expected msgid, msgstr, a quoted string or a comment"
            )
        _add_string(entry.strings[key], line, body, keyword.end() if keyword else 0, lines.name)
    if entry.strings:
        yield entry


def _read_comment(entry: _Entry, line: Line, body: str) -> None:
    entry.start = line.start if entry.start < 0 else entry.start
    if body.startswith("#,"):
        entry.fuzzy |= "fuzzy" in re.split(r"[,\s]+", body)
    elif body[1:2] in ("", " ", "."):
        entry.notes.append(body[2:].strip())


def _add_string(string: _String, line: Line, body: str, position: int, name: str) -> None:
    quoted = _STRING.match(body, position)
    if quoted is None:
        raise InputError(
            f"{name}:{line.number}: a string is not closed; expected a double quote at the line's end "
            '(one inside a string is written \\")'
        )
    indent = len(line.text) - len(line.text.lstrip())
    string.add(quoted.group(1), line.start + indent + quoted.start(1))
