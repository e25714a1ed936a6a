"""Settings: defaults, the TOML file, and the one clear error for each mistake."""

from __future__ import annotations

from pathlib import Path

import pytest

from mtcheck.config import Config, load_config, parse_severity
from mtcheck.data import Severity
from mtcheck.errors import ConfigError, InputError


def written(tmp_path: Path, text: str, name: str = "mtcheck.toml") -> str:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    return str(path)


def test_file_sets_what_it_names_and_leaves_the_rest(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        'source-lang = "ru"\nignore = ["NUM001", "MRK"]\nfail-on = "major"\nfail-under = 60\n'
        '[severities]\nNUM001 = "minor"\n',
    )
    base = Config(target_lang="en", source_lang="uk")
    config = load_config(path, base)
    assert config.source_lang == "ru"
    assert config.target_lang == "en"
    assert config.ignore == ("NUM001", "MRK")
    assert config.fail_on is Severity.MAJOR
    assert config.fail_under == 60
    assert config.severities == {"NUM001": Severity.MINOR}
    assert base.source_lang == "uk"


def test_pyproject_table_is_read_and_the_rest_of_the_file_is_not(tmp_path: Path) -> None:
    path = written(tmp_path, '[project]\nname = "x"\n[tool.mtcheck]\nencoder = "folder"\n', "pyproject.toml")
    assert load_config(path).encoder == "folder"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('sorce-lang = "ru"', ["sorce-lang", "did you mean 'source-lang'"]),
        ('select = "NUM001"', ["select", "list of rule codes"]),
        ("select = [1]", ["select", "list of rule codes"]),
        ('fail-on = "grave"', ["fail-on", "'grave'", "critical"]),
        ('fail-under = "high"', ["fail-under", "found 'high'"]),
        ("fail-under = 101", ["fail-under", "0 to 100"]),
        ('severities = "major"', ["severities", "table"]),
        ("seed = true", ["seed", "int"]),
        ('mode = "fast"', ["mode", "aligned"]),
    ],
)
def test_mistakes_name_the_key_and_what_was_expected(tmp_path: Path, text: str, words: list[str]) -> None:
    with pytest.raises(ConfigError) as caught:
        load_config(written(tmp_path, text))
    for word in words:
        assert word in str(caught.value)


def test_unreadable_and_broken_files_are_input_errors(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"missing\.toml"):
        load_config(str(tmp_path / "missing.toml"))
    with pytest.raises(InputError, match="not valid TOML"):
        load_config(written(tmp_path, "a = = 1"))


def test_severity_names() -> None:
    assert parse_severity("Minor", where="x") is Severity.MINOR
    with pytest.raises(ConfigError, match="--fail-on"):
        parse_severity("bad", where="--fail-on")
