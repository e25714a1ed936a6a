"""What a run is told to do: one frozen `Config` and its defaults, for one file and one pair of languages at a time."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from functools import cache
from pathlib import PurePath
from typing import Any

from mtcheck.data import Severity
from mtcheck.errors import ConfigError

MODES = ("document", "sentences", "aligned")


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """Settings for some files or languages only. `changes` holds values by the name of `Config`'s field."""

    pattern: str
    changes: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """Settings of one run. A key of the same name (hyphens for underscores) in the configuration file sets each."""

    profile: str | None = None  # a named set of settings that the others override
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
    max_flags: int | None = None
    seed: int = 0  # of the bootstrap interval
    ignore_text: dict[str, tuple[str, ...]] = field(default_factory=dict)  # never flagged; by rule, family or "*"
    glossary: tuple[str, ...] = ()  # files of terms
    baseline: tuple[str, ...] = ()  # reviews and earlier results: what they hold is not reported again
    paths: tuple[Override, ...] = ()  # by glob, relative to `root`
    languages: tuple[Override, ...] = ()  # by target language or direction: "en", "ru-en", "*-en"
    root: str = "."  # the folder of the configuration file
    fixed: frozenset[str] = frozenset()  # fields that no override may touch: options of the command line

    def __post_init__(self) -> None:
        if self.mode not in MODES:
            raise ConfigError(f"mode {self.mode!r} is not known: expected one of {', '.join(MODES)}.")
        if self.fail_under is not None and not 0 <= self.fail_under <= 100:
            raise ConfigError(f"fail-under {self.fail_under} is out of range: expected a quality from 0 to 100.")
        if self.max_flags is not None and self.max_flags < 0:
            raise ConfigError(f"max-flags {self.max_flags} is out of range: expected 0 or more.")

    def for_path(self, path: str) -> Config:
        """The settings for one file: those of every matching `paths` entry on top, the last one highest."""
        name = _relative(path, self.root)
        return self._with(entry for entry in self.paths if _glob(entry.pattern).fullmatch(name))

    def for_languages(self, source: str | None, target: str | None) -> Config:
        """The settings for one direction: those of every matching `languages` entry on top, the last one highest."""
        return self._with(entry for entry in self.languages if _matches(entry.pattern, source, target))

    def _with(self, entries: Any) -> Config:
        config = self
        for entry in entries:
            changes = {key: value for key, value in entry.changes.items() if key not in self.fixed}
            if "ignore" in changes:
                changes["ignore"] = tuple(dict.fromkeys((*config.ignore, *changes["ignore"])))
            if "ignore_text" in changes:
                changes["ignore_text"] = _joined(config.ignore_text, changes["ignore_text"])
            if "severities" in changes:
                changes["severities"] = {**config.severities, **changes["severities"]}
            config = replace(config, **changes)
        return config


def _joined(*tables: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """The lists of all tables, key by key."""
    joined: dict[str, tuple[str, ...]] = {}
    for table in tables:
        for key, texts in table.items():
            joined[key] = tuple(dict.fromkeys((*joined.get(key, ()), *texts)))
    return joined


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


def text_pattern(text: str, *, where: str = "ignore-text") -> re.Pattern[str]:
    """What a text of `ignore-text` matches: itself, or between slashes a regular expression.

    Raises:
        ConfigError: the expression is broken; `where` names the key.
    """
    is_regex = len(text) > 2 and text[0] == text[-1] == "/"
    try:
        return re.compile(text[1:-1] if is_regex else re.escape(text))
    except re.error as error:
        raise ConfigError(f"{where}: {text!r} is not a regular expression ({error}).") from error


def load_config(path: str, base: Config | None = None) -> Config:
    """`base` with what the TOML file at `path` sets; see `mtcheck.config_file.read_config`."""
    from mtcheck.config_file import read_config

    return read_config(path, base)


def _relative(path: str, root: str) -> str:
    """`path` as seen from `root`, with forward slashes; as it is where it lies elsewhere."""
    from os.path import abspath

    here, there = PurePath(abspath(path)), PurePath(abspath(root))
    return (here.relative_to(there) if here.is_relative_to(there) else here).as_posix()


@cache
def _glob(pattern: str) -> re.Pattern[str]:
    """`**` crosses folders, `*` and `?` do not; a pattern without a slash matches in any folder."""
    if "/" not in pattern:
        pattern = f"**/{pattern}"
    made = ""
    for piece in re.split(r"(\*\*/|\*\*|\*|\?)", pattern.removeprefix("./")):
        made += {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}.get(piece, re.escape(piece))
    return re.compile(made, re.DOTALL)


def _matches(pattern: str, source: str | None, target: str | None) -> bool:
    from mtcheck.languages import base_tag

    def forms(tag: str | None) -> set[str]:
        return {tag.lower(), base_tag(tag)} if tag else {"und"}

    wanted = pattern.lower()
    if wanted in forms(target):
        return True
    return any(fnmatchcase(f"{a}-{b}", wanted) for a in forms(source) for b in forms(target))
