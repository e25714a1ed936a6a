"""Saved results -> Report again: `mtcheck report RESULTS.json` starts here.

Every value is checked on the way in, so that what leaves this module is as sound as a fresh report. Keys that this
version does not know are ignored; everything it needs must be there and of the right type.
"""

from __future__ import annotations

import json
import types
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import IntEnum, StrEnum
from functools import cache
from pathlib import Path
from typing import Any, Union, get_args, get_origin, get_type_hints

from mtcheck.data import Side
from mtcheck.errors import InputError
from mtcheck.report.model import SCHEMA, Report
from mtcheck.report.rounding import SCALES


class _Fault(Exception):
    """What is wrong and where, before the file's name is known."""

    def __init__(self, where: str, problem: str) -> None:
        self.where, self.problem = where or "the top level", problem


def load_report(path: str | Path) -> Report:
    """The report that `Report.to_json` wrote to `path` (UTF-8).

    Raises:
        InputError: the file cannot be read, is not JSON, or is not an `mtcheck/1` report; says where and what.
    """
    return loads_report(read_bytes(path), name=str(path))


def loads_report(raw: bytes | str, *, name: str = "<text>") -> Report:
    """The same from JSON text; `name` is what errors call it."""
    hint = "Save the results with --json; JSON Lines and single records are not enough."
    report: Report = decode_file(Report, raw, schema=SCHEMA, name=name, what="report", hint=hint)
    try:
        _check(report)
    except _Fault as fault:
        raise InputError(f"{name}: broken report: {fault.where}: {fault.problem}") from fault
    return report


def read_bytes(path: str | Path) -> bytes:
    """The file's content; InputError when it cannot be read."""
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror or error}") from error


def decode_file(kind: Any, raw: bytes | str, *, schema: str, name: str, what: str, hint: str) -> Any:
    """JSON with this `schema` as an instance of the dataclass `kind`; `what` and `hint` are for the errors.

    Raises:
        InputError: not JSON, another schema, or a value that does not fit; says where.
    """
    try:
        text = raw if isinstance(raw, str) else raw.decode("utf-8-sig")
        value = json.loads(text, parse_constant=_no_constant)
    except UnicodeDecodeError as error:
        raise InputError(f"{name}: not UTF-8 at byte {error.start}, so not a saved mtcheck {what}") from error
    except json.JSONDecodeError as error:
        raise InputError(
            f"{name}:{error.lineno}:{error.colno}: not JSON ({error.msg}); expected an mtcheck {what}. {hint}"
        ) from error
    except (ValueError, RecursionError) as error:  # a number of 5,000 digits, NaN, lists nested 100,000 deep
        raise InputError(f"{name}: not usable JSON: {error}") from error
    if not isinstance(value, Mapping) or value.get("schema") != schema:
        found = value.get("schema", "nothing") if isinstance(value, Mapping) else f"a {type(value).__name__}"
        raise InputError(
            f"{name}: not an mtcheck {what}: expected an object with the schema {schema!r}, "
            f"found {str(found)[:60]!r}. {hint}"
        )
    try:
        return _decode(kind, value, "")
    except _Fault as fault:
        raise InputError(f"{name}: broken {what}: {fault.where}: {fault.problem}") from fault


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is not a JSON number")


@cache
def _plan(kind: type) -> tuple[tuple[str, Any, bool], ...]:
    """Name, type and whether it is needed, for each field of a dataclass."""
    hints = get_type_hints(kind)
    return tuple(
        (item.name, hints[item.name], item.default is MISSING and item.default_factory is MISSING)
        for item in fields(kind)
    )


def _decode(kind: Any, value: Any, where: str) -> Any:
    """`value` (from JSON) as `kind`: a dataclass, enum, tuple, dict, union or plain type."""
    if is_dataclass(kind):
        return _decode_record(kind, value, where)
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        inner = [item for item in get_args(kind) if item is not types.NoneType]
        return None if value is None else _decode(inner[0], value, where)
    if origin is tuple:
        return _decode_tuple(get_args(kind), value, where)
    if origin is dict:
        _expect(isinstance(value, Mapping), where, "an object", value)
        return {key: _decode(get_args(kind)[1], item, f"{where}.{key}") for key, item in value.items()}
    if issubclass(kind, (IntEnum, StrEnum)):
        names = {str(member): member for member in kind}
        if not isinstance(value, str) or value not in names:
            raise _Fault(where, f"expected one of {', '.join(names)}, found {_show(value)}")
        return names[value]
    if kind is float:
        _expect(isinstance(value, (int, float)) and not isinstance(value, bool), where, "a number", value)
        return float(value)
    if kind is int:
        _expect(isinstance(value, int) and not isinstance(value, bool), where, "a whole number", value)
        _expect(0 <= value < 2**53, where, "a whole number that is not negative", value)
        return value
    _expect(isinstance(value, str), where, "a string", value)
    return value


def _decode_record(kind: Any, value: Any, where: str) -> Any:
    _expect(isinstance(value, Mapping), where, "an object", value)
    made: dict[str, Any] = {}
    for name, hint, needed in _plan(kind):
        place = f"{where}.{name}" if where else name
        if name in value:
            made[name] = _decode(hint, value[name], place)
            _check_range(name, made[name], place)
        elif needed:
            raise _Fault(place, "is missing")
    return kind(**made)


def _decode_tuple(inner: tuple[Any, ...], value: Any, where: str) -> tuple[Any, ...]:
    _expect(isinstance(value, list), where, "a list", value)
    if inner[-1] is Ellipsis:
        return tuple(_decode(inner[0], item, f"{where}[{i}]") for i, item in enumerate(value))
    _expect(len(value) == len(inner), where, f"a list of {len(inner)}", value)
    return tuple(_decode(kind, item, f"{where}[{i}]") for i, (kind, item) in enumerate(zip(inner, value, strict=True)))


def _check_range(name: str, value: Any, where: str) -> None:
    scale = SCALES.get(name)
    if scale is None or value is None:
        return
    for number in value if isinstance(value, tuple) else (value,):
        if not scale.low <= number <= scale.high:
            raise _Fault(where, f"expected {scale.low:g}..{scale.high:g}, found {number:g}")


def _check(report: Report) -> None:
    """What types alone do not say: spans run forward, and a report with one side has no source text."""
    for i, segment in enumerate(report.segments):
        for name, span in (("source_span", segment.source_span), ("target_span", segment.target_span)):
            if span is not None and span[0] > span[1]:
                raise _Fault(f"segments[{i}].{name}", f"starts after its end ({span[0]} > {span[1]})")
        for j, flag in enumerate(segment.flags):
            if flag.start > flag.end:
                raise _Fault(f"segments[{i}].flags[{j}]", f"starts after its end ({flag.start} > {flag.end})")
            if report.source is None and flag.side is Side.SOURCE:
                raise _Fault(f"segments[{i}].flags[{j}].side", "is source, but the report has no source")


def _expect(held: bool, where: str, wanted: str, found: Any) -> None:
    if not held:
        raise _Fault(where, f"expected {wanted}, found {_show(found)}")


def _show(value: Any) -> str:
    shown = json.dumps(value)
    return shown if len(shown) <= 40 else shown[:39] + "…"
