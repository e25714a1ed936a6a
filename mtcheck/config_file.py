"""`mtcheck.toml` and `[tool.mtcheck]`: finding the file, reading it, its JSON Schema, and showing what is in force.

One table says which keys there are and what each takes; validation, schema and `mtcheck config` all come from it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from mtcheck.config import MODES, Config, Override, parse_severity, text_pattern
from mtcheck.config_profiles import ABOUT, PROFILES
from mtcheck.data import Severity
from mtcheck.errors import ConfigError, InputError

NAME = "mtcheck.toml"
SCHEMA_ID = "https://json-schema.org/draft/2020-12/schema"


@dataclass(frozen=True, slots=True)
class Key:
    """One key of the file: what it takes, where it may stand besides the top level, and a line of help."""

    kind: str  # text, tag, number, count, choice, severity, rules, files, texts, severities, switch
    about: str
    scopes: frozenset[str] = frozenset()  # of "paths" and "languages"
    choices: tuple[str, ...] = ()


_BOTH = frozenset({"paths", "languages"})
_PATHS = frozenset({"paths"})
_LEVELS = tuple(str(level) for level in Severity)

KEYS: Mapping[str, Key] = {
    "profile": Key("choice", "A named set of settings that the other keys override.", choices=tuple(PROFILES)),
    "source-lang": Key("tag", "Language of the source (BCP 47); detected if left out.", _PATHS),
    "target-lang": Key("tag", "Language of the target (BCP 47); detected if left out.", _PATHS),
    "mode": Key("choice", "How texts are cut: documents, one sentence a line, or aligned lines.", _PATHS, MODES),
    "encoder": Key("text", "A sentence-transformers folder or hub name, in place of the embedded encoder."),
    "deep": Key("switch", "A small network reads every pair as well: better quality, slower (mtcheck[deep])."),
    "select": Key("rules", "Only these rules (codes, names or families).", _BOTH),
    "ignore": Key("rules", "Not these rules; in paths and languages added to the ones above.", _BOTH),
    "ignore-text": Key(
        "texts", "Texts, or /regexes/, that are never flagged: a list, or a list for each rule or family.", _BOTH
    ),
    "severities": Key("severities", "Another severity for a rule's flags.", _BOTH),
    "fail-on": Key("severity", "Exit 1 on flags of this severity or above.", _BOTH),
    "fail-under": Key("number", "Exit 1 when the quality is below this (0-100).", _BOTH),
    "max-flags": Key("count", "So many flags (of fail-on and above, else minor and above) are let pass.", _BOTH),
    "glossary": Key("files", "Glossaries (TSV, CSV, TBX): terms, forbidden words, what is not translated.", _BOTH),
    "baseline": Key("files", "Saved reviews and earlier results: what they hold is not reported again.", _PATHS),
    "seed": Key("count", "Of the bootstrap interval."),
}
_TABLES = {
    "paths": 'Settings by file: [paths."legal/**"]; the glob is relative to this file.',
    "languages": 'Settings by direction or target language: [languages.ru-en], [languages.en], [languages."*-en"].',
}


def find_config(start: str = ".") -> str | None:
    """The nearest mtcheck.toml or pyproject.toml with `[tool.mtcheck]`, upwards from `start` to a repository's root."""
    folder = Path(start).resolve()
    for place in (folder, *folder.parents):
        if (place / NAME).is_file():
            return str(place / NAME)
        project = place / "pyproject.toml"
        if project.is_file() and "mtcheck" in _tool(_parsed(str(project)), str(project)):
            return str(project)
        if (place / ".git").exists():
            return None
    return None


def read_config(path: str, base: Config | None = None, *, profile: str | None = None) -> Config:
    """`base` with what the TOML file at `path` sets (top level, or `[tool.mtcheck]` of a pyproject.toml).

    A `profile` given here takes the place of the file's; the file's other keys override it all the same.

    Raises:
        InputError: the file cannot be read or is not TOML.
        ConfigError: a key is unknown (the nearest is named), stands where it may not, or has a wrong value.
    """
    data = _parsed(path)
    if Path(path).name == "pyproject.toml":
        data = _table(_tool(data, path).get("mtcheck", {}), f"{path}: tool.mtcheck")
    base = base or Config()
    plain = {key: value for key, value in data.items() if key not in _TABLES}
    changes = _changes(plain, path, "top")
    profile = profile or changes.pop("profile", None)
    changes.pop("profile", None)
    if profile is not None:
        base = with_profile(base, profile)
    for name in _TABLES:
        if name in data:
            entries = _table(data[name], f"{path}: {name}")
            changes[name] = (*getattr(base, name), *_overrides(entries, path, name))
    return replace(base, root=str(Path(path).parent), **changes)


def with_profile(config: Config, name: str) -> Config:
    """The configuration with a profile's settings.

    Raises:
        ConfigError: no profile has this name.
    """
    if name not in PROFILES:
        raise ConfigError(f"profile {name!r} is not known: expected one of {', '.join(PROFILES)}.")
    return replace(config, **{"profile": name, **PROFILES[name]})


def _parsed(path: str) -> dict[str, Any]:
    try:
        return tomllib.loads(Path(path).read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: the configuration cannot be read ({error}); expected a TOML file.") from error
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"{path}: not valid TOML: {error}") from error


def _tool(data: dict[str, Any], path: str) -> dict[str, Any]:
    return _table(data.get("tool", {}), f"{path}: tool")


def _table(value: Any, where: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise ConfigError(f"{where}: expected a table, found {value!r}.")
    return value


def _overrides(entries: dict[str, Any], path: str, table: str) -> Iterator[Override]:
    for pattern, values in entries.items():
        where = f"{path}: {table}.{pattern}"
        yield Override(pattern=pattern, changes=_changes(_table(values, where), where, table))


def _changes(values: Mapping[str, Any], where: str, scope: str) -> dict[str, Any]:
    allowed = [name for name, key in KEYS.items() if scope == "top" or scope in key.scopes]
    return {_field(name, allowed, where, scope): _value(name, value, where) for name, value in values.items()}


def _field(name: str, allowed: list[str], where: str, scope: str) -> str:
    if name in allowed:
        return name.replace("-", "_")
    if name in KEYS:
        raise ConfigError(f"{where}: {name!r} holds for a whole run: move it to the top of the file.")
    from rapidfuzz import process

    names = [*allowed, *_TABLES] if scope == "top" else allowed
    nearest = process.extractOne(name, names)
    hint = f"did you mean {nearest[0]!r}? " if nearest else ""
    raise ConfigError(f"{where}: unknown key {name!r}: {hint}Known keys: {', '.join(sorted(names))}.")


def _value(name: str, value: Any, where: str) -> Any:
    key, where = KEYS[name], f"{where}: {name}"
    if key.kind in ("rules", "files"):
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            wanted = f'files such as ["{_EXAMPLES[name]}"]' if key.kind == "files" else 'rule codes such as ["NUM001"]'
            raise ConfigError(f"{where}: expected a list of {wanted}, found {value!r}.")
        return tuple(value)
    if key.kind == "texts":
        return _texts(value, where)
    if key.kind == "severities":
        if not isinstance(value, dict):
            raise ConfigError(f"{where}: expected a table of rule = severity, found {value!r}.")
        return {rule: parse_severity(str(level), where=f"{where}.{rule}") for rule, level in value.items()}
    if key.kind == "switch":
        if not isinstance(value, bool):
            raise ConfigError(f"{where}: expected true or false, found {value!r}.")
        return value
    if key.kind == "severity":
        return parse_severity(str(value), where=where)
    expected: tuple[type, ...] = {"number": (int, float), "count": (int,)}.get(key.kind, (str,))
    if not isinstance(value, (int, float, str)) or not isinstance(value, expected) or isinstance(value, bool):
        names = " or ".join(kind.__name__ for kind in expected)
        raise ConfigError(f"{where}: expected {names}, found {value!r}.")
    if key.choices and value not in key.choices:
        raise ConfigError(f"{where}: {value!r} is not known: expected one of {', '.join(key.choices)}.")
    if key.kind == "count" and not isinstance(value, str) and value < 0:
        raise ConfigError(f"{where}: {value} is out of range: expected 0 or more.")
    if name == "fail-under" and not isinstance(value, str) and not 0 <= value <= 100:
        raise ConfigError(f"{where}: fail-under {value} is out of range: expected a quality from 0 to 100.")
    return value


_EXAMPLES = {"baseline": "review.json", "glossary": "terms.tsv"}


def _texts(value: Any, where: str) -> dict[str, tuple[str, ...]]:
    """A list of texts for every rule, or a table of lists by rule or family; regular expressions are tried out."""
    table = {"*": value} if isinstance(value, list) else value
    if not isinstance(table, dict):
        raise ConfigError(f'{where}: expected a list of texts such as ["ACME", "/SKU-\\d+/"], found {value!r}.')
    for key, texts in table.items():
        if not isinstance(texts, list) or not all(isinstance(text, str) and text for text in texts):
            raise ConfigError(f"{where}.{key}: expected a list of texts that are not empty, found {texts!r}.")
        for text in texts:
            text_pattern(text, where=f"{where}.{key}")
    return {key: tuple(texts) for key, texts in table.items()}


_TYPES: Mapping[str, dict[str, Any]] = {
    "text": {"type": "string"},
    "tag": {"type": "string", "pattern": "^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*$"},
    "switch": {"type": "boolean"},
    "number": {"type": "number", "minimum": 0, "maximum": 100},
    "count": {"type": "integer", "minimum": 0},
    "rules": {"type": "array", "items": {"type": "string"}},
    "files": {"type": "array", "items": {"type": "string"}},
    "texts": {
        "oneOf": [
            {"type": "array", "items": {"type": "string", "minLength": 1}},
            {"type": "object", "additionalProperties": {"type": "array", "items": {"type": "string", "minLength": 1}}},
        ]
    },
    "severity": {"enum": list(_LEVELS)},
    "severities": {"type": "object", "additionalProperties": {"enum": list(_LEVELS)}},
}


def config_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of mtcheck.toml and of `[tool.mtcheck]`."""

    def properties(scope: str) -> dict[str, Any]:
        return {
            name: {"description": key.about, **({"enum": list(key.choices)} if key.choices else _TYPES[key.kind])}
            for name, key in KEYS.items()
            if scope == "top" or scope in key.scopes
        }

    tables = {
        name: {
            "type": "object",
            "description": about,
            "additionalProperties": {"type": "object", "properties": properties(name), "additionalProperties": False},
        }
        for name, about in _TABLES.items()
    }
    return {
        "$schema": SCHEMA_ID,
        "title": "mtcheck configuration",
        "type": "object",
        "properties": {**properties("top"), **tables},
        "additionalProperties": False,
    }


def show_config(config: Config, origin: str | None) -> str:
    """The settings in force as TOML, with a comment on where they come from; what is not set is a comment."""
    lines = [f"# from {origin}" if origin else "# defaults: no mtcheck.toml and no [tool.mtcheck] was found"]
    if config.profile:
        lines.append(f"# profile {config.profile}: {ABOUT[config.profile]}")
    tables = []
    for name, key in KEYS.items():
        value = getattr(config, name.replace("-", "_"))
        if key.kind in ("severities", "texts"):
            tables += _toml_table(name, value)
        elif value is None:
            lines.append(f"# {name} is not set: {key.about}")
        else:
            lines.append(f"{name} = {_toml(value)}")
    for table in _TABLES:
        for entry in getattr(config, table):
            inner = {name.replace("_", "-"): value for name, value in entry.changes.items()}
            nested = {name: inner.pop(name) for name in ("severities", "ignore-text") if name in inner}
            path = f"{table}.{_toml(entry.pattern)}"
            tables += _toml_table(path, inner, always=not any(nested.values()))
            for name, values in nested.items():
                tables += _toml_table(f"{path}.{name}", values)
    return "\n".join([*lines, *tables]) + "\n"


def _toml_table(path: str, values: Mapping[str, Any], *, always: bool = False) -> list[str]:
    if not values and not always:
        return []
    return ["", f"[{path}]", *(f"{_bare(name)} = {_toml(value)}" for name, value in values.items())]


def _bare(name: str) -> str:
    """A key as TOML has it: quoted where it is more than letters, digits and hyphens (`"*"`)."""
    return name if name.replace("-", "").isalnum() and name.isascii() else _toml(name)


def _toml(value: Any) -> str:
    import json

    if isinstance(value, Severity):
        return f'"{value}"'
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return json.dumps(value, ensure_ascii=False)
