"""What a run is told to do: one frozen `Config`, its defaults, and reading it from TOML."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from mtcheck.data import Severity
from mtcheck.errors import ConfigError, InputError

MODES = ("document", "sentences", "aligned")


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """Settings of one run. A key of the same name (hyphens for underscores) in the configuration file sets each."""

    source_lang: str | None = None  # BCP 47; None: detected
    target_lang: str | None = None
    mode: str = "document"  # "sentences": one sentence a line; "aligned": line i goes with line i
    deep: bool = False  # the critic reads every pair as well (mtcheck[deep])
    encoder: str | None = None  # None: the embedded one; else a folder or hub name
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: dict[str, Severity] = field(default_factory=dict)
    fail_on: Severity | None = None
    fail_under: float | None = None
    seed: int = 0  # of the bootstrap interval
    baseline: tuple[str, ...] = ()  # reviews and earlier results: what they hold is not reported again

    def __post_init__(self) -> None:
        if self.mode not in MODES:
            raise ConfigError(f"mode {self.mode!r} is not known: expected one of {', '.join(MODES)}.")
        if self.fail_under is not None and not 0 <= self.fail_under <= 100:
            raise ConfigError(f"fail-under {self.fail_under} is out of range: expected a quality from 0 to 100.")


def parse_severity(text: str, *, where: str) -> Severity:
    """A severity from its name.

    Raises:
        ConfigError: not one of neutral, minor, major, critical; `where` names the option or key.
    """
    try:
        return Severity[text.upper()]
    except KeyError:
        expected = ", ".join(str(level) for level in Severity)
        raise ConfigError(f"{where}: {text!r} is not a severity: expected one of {expected}.") from None


def load_config(path: str, base: Config | None = None) -> Config:
    """`base` with what the TOML file at `path` sets (top level, or `[tool.mtcheck]` of a pyproject.toml).

    Raises:
        InputError: the file cannot be read or is not TOML.
        ConfigError: a key is unknown (the nearest is named) or a value is of the wrong type.
    """
    try:
        data: dict[str, Any] = tomllib.loads(Path(path).read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: the configuration cannot be read ({error}); expected a TOML file.") from error
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"{path}: not valid TOML: {error}") from error
    if Path(path).name == "pyproject.toml":
        data = data.get("tool", {}).get("mtcheck", {})
    return replace(base or Config(), **{_key(key, path): _value(key, value, path) for key, value in data.items()})


def _key(key: str, path: str) -> str:
    names = [item.name.replace("_", "-") for item in fields(Config)]
    if key in names:
        return key.replace("-", "_")
    from rapidfuzz import process

    nearest = process.extractOne(key, names)
    hint = f"did you mean {nearest[0]!r}? " if nearest else ""
    raise ConfigError(f"{path}: unknown key {key!r}: {hint}Known keys: {', '.join(sorted(names))}.")


def _value(key: str, value: Any, path: str) -> Any:
    where = f"{path}: {key}"
    if key in ("select", "ignore", "baseline"):
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            wanted = 'files such as ["review.json"]' if key == "baseline" else 'rule codes such as ["NUM001"]'
            raise ConfigError(f"{where}: expected a list of {wanted}, found {value!r}.")
        return tuple(value)
    if key == "severities":
        if not isinstance(value, dict):
            raise ConfigError(f"{where}: expected a table of rule = severity, found {value!r}.")
        return {rule: parse_severity(str(level), where=f"{where}.{rule}") for rule, level in value.items()}
    if key == "fail-on":
        return parse_severity(str(value), where=where)
    expected: tuple[type, ...] = (int, float) if key in ("fail-under", "seed") else (str,)
    if not isinstance(value, expected) or isinstance(value, bool) or (key == "seed" and not isinstance(value, int)):
        raise ConfigError(f"{where}: expected {' or '.join(t.__name__ for t in expected)}, found {value!r}.")
    return value
