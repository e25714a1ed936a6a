"""JSON Lines: one object a line, each string with the place of its characters."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from json.decoder import scanstring  # type: ignore[attr-defined]  # the C scanner behind json.loads

from mtcheck.errors import InputError
from mtcheck.languages import is_known, normalise_tag
from mtcheck.read_rows import (
    KNOWN,
    ROLE,
    Cell,
    Line,
    Lines,
    RawPair,
    Wish,
    choose_languages,
    row_language,
    row_score,
)

_SPACE = re.compile(r"[ \t\r\n]*")
_DECODER = json.JSONDecoder()


def read_jsonl(lines: Lines, wish: Wish) -> Iterator[RawPair]:
    """The pairs of a JSON Lines file; blank lines are passed over. Raises: InputError at the first bad line."""
    index = 0
    for line in lines:
        if not line.text.strip():
            continue
        if index == 0 and line.text.lstrip().startswith("["):
            raise InputError(
                f"{lines.name}:{line.number}: a JSON array; expected one object a line "
                "(convert it with: jq -c '.[]' FILE)"
            )
        yield _json_pair(line, index, lines.name, wish)
        index += 1


@dataclass(frozen=True, slots=True)
class _Member:
    """The value of a key with its place in the line, half-open."""

    value: object
    start: int
    end: int


def _json_pair(line: Line, index: int, name: str, wish: Wish) -> RawPair:
    place = f"{name}:{line.number}"
    members = _json_members(line.text, place)
    roles: dict[str, str] = {}
    for key in members:
        role = ROLE.get(re.sub(r"[\s\-.]+", "_", key.strip().lower()))
        if role is not None and role not in roles:
            roles[role] = key
    langs: tuple[str | None, str | None] = (None, None)
    if "source" not in roles or "target" not in roles:
        members, roles, langs = _by_language(line.text, members, place, wish)
    source = _json_cell(line, members[roles["source"]], roles["source"], place)
    target = _json_cell(line, members[roles["target"]], roles["target"], place)

    def value(role: str) -> object:
        return members[roles[role]].value if role in roles else None

    reference, identifier = value("reference"), value("id")
    return RawPair(
        index=index,
        source=source.text,
        target=target.text,
        source_start=source.start,
        target_start=target.start,
        line=line.number,
        source_offsets=source.offsets,
        target_offsets=target.offsets,
        source_raw=source.raw,
        target_raw=target.raw,
        source_lang=_json_lang(value("source_lang"), name, line.number) or langs[0],
        target_lang=_json_lang(value("target_lang"), name, line.number) or langs[1],
        id=str(identifier) if isinstance(identifier, (str, int)) else None,
        reference=reference if isinstance(reference, str) else None,
        score=row_score(value("score")),
    )


def _json_lang(tag: object, name: str, number: int) -> str | None:
    return row_language(tag, name, number) if isinstance(tag, str) else None


def _json_members(text: str, place: str) -> dict[str, _Member]:
    """The members of the object at `position`, each with its place; the last of equal keys wins, as in `json`."""
    position = _skip(text, 0)
    try:
        value, end = _DECODER.raw_decode(text, position)
    except (ValueError, RecursionError) as fault:
        column = getattr(fault, "pos", position) + 1
        words = getattr(fault, "msg", "nested too deeply")
        raise InputError(
            f"{place}: invalid JSON at column {column:,} ({words}); expected one JSON object a line"
        ) from fault
    if not isinstance(value, dict):
        raise InputError(f"{place}: found a JSON {_json_type(value)}; expected one object a line with {KNOWN}")
    if rest := text[end:].strip():
        raise InputError(f"{place}: text after the JSON object ({rest[:24]!r}); expected one object a line")
    return _members_of(text, position + 1)


def _members_of(text: str, position: int) -> dict[str, _Member]:
    """The members of a valid object whose brace is just before `position`."""
    members: dict[str, _Member] = {}
    while True:
        position = _skip(text, position)
        if text[position] == "}":
            return members
        if text[position] == ",":
            position = _skip(text, position + 1)
        key, position = scanstring(text, position + 1)
        position = _skip(text, _skip(text, position) + 1)
        value, end = _DECODER.raw_decode(text, position)
        members[key] = _Member(value, position, end)
        position = end


def _skip(text: str, position: int) -> int:
    """The first place from `position` on that is no white space."""
    return _SPACE.match(text, position).end()  # type: ignore[union-attr]  # it matches nothing, too


def _by_language(
    text: str, members: dict[str, _Member], place: str, wish: Wish
) -> tuple[dict[str, _Member], dict[str, str], tuple[str | None, str | None]]:
    """Members named by language codes: at the top, or in a `translation` object as in Hugging Face's data sets."""
    nested = members.get("translation")
    if nested is not None and isinstance(nested.value, dict):
        members = {**members, **_members_of(text, nested.start + 1)}
    tags = [
        (position, normalise_tag(key))
        for position, key in enumerate(members)
        if key.lower() not in ROLE and 2 <= len(key) <= 8 and is_known(key)
    ]
    chosen = choose_languages(tags, wish)
    if chosen is None:
        shown = ", ".join(repr(key) for key in list(members)[:8])
        raise InputError(f"{place}: no source and target among the keys ({shown}); expected {KNOWN}")
    keys = list(members)
    (source, source_lang), (target, target_lang) = chosen
    return members, {"source": keys[source], "target": keys[target]}, (source_lang, target_lang)


def _json_type(value: object) -> str:
    names = {dict: "object", list: "array", str: "string", bool: "true or false", type(None): "null"}
    return names.get(type(value), "number")


_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})(?:\\u([dD][c-fC-F][0-9a-fA-F]{2}))?|\\.|[^\\]+")
_LONE = re.compile("[\ud800-\udfff]")


def _json_cell(line: Line, member: _Member, key: str, place: str) -> Cell:
    value = member.value
    if not isinstance(value, str):
        raise InputError(f"{place}: the value of {key!r} is a JSON {_json_type(value)}; expected a string")
    if lone := _LONE.search(value):
        raise InputError(
            f"{place}: the value of {key!r} holds a lone surrogate \\u{ord(lone.group()):04x}; "
            "expected whole characters (a surrogate pair, or the character itself)"
        )
    start = line.start + member.start + 1
    raw = line.text[member.start + 1 : member.end - 1]
    if "\\" not in raw:
        return Cell(value, start)
    return Cell(value, start, _json_offsets(raw, start), raw)


def _json_offsets(raw: str, start: int) -> tuple[int, ...]:
    """The place of every code point of a JSON string, and its end; `raw` is what stands between the quotes."""
    offsets: list[int] = []
    for piece in _ESCAPE.finditer(raw):
        place = start + piece.start()
        if not piece.group().startswith("\\"):
            offsets.extend(range(place, place + len(piece.group())))
            continue
        offsets.append(place)
        if piece.group(2) and not "d800" <= piece.group(1).lower() <= "dbff":
            offsets.append(place + 6)  # two escapes that are no surrogate pair: two code points
    offsets.append(start + len(raw))
    return tuple(offsets)
