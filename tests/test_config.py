"""Settings: defaults, the TOML file, and the one clear error for each mistake."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import jsonschema
import pytest

from mtcheck.config import Config, Override, load_config, parse_severity
from mtcheck.config_file import KEYS, config_schema, find_config, read_config, show_config, with_profile
from mtcheck.config_profiles import ABOUT, PROFILES
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


def test_paths_and_languages_add_to_what_stands_above(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        'ignore = ["PUN"]\nfail-on = "critical"\n[severities]\nNUM001 = "minor"\n'
        '[paths."legal/**"]\nfail-on = "major"\nignore = ["NAM"]\nmode = "aligned"\n'
        '[paths."*.draft.po"]\nmax-flags = 9\n'
        '[paths."legal/**".severities]\nNUM002 = "major"\n'
        '[languages.ru-en]\nfail-under = 60\n[languages."*-en"]\nfail-under = 70\n[languages.fi]\nselect = ["NUM"]\n',
    )
    config = load_config(path)
    legal = config.for_path(str(tmp_path / "legal" / "a" / "x.po"))
    assert legal.fail_on is Severity.MAJOR
    assert legal.ignore == ("PUN", "NAM")
    assert legal.mode == "aligned"
    assert legal.severities == {"NUM001": Severity.MINOR, "NUM002": Severity.MAJOR}
    assert config.for_path(str(tmp_path / "other" / "x.po")) == config
    assert config.for_path(str(tmp_path / "deep" / "er" / "x.draft.po")).max_flags == 9
    assert config.for_path("/elsewhere/x.po").max_flags is None
    assert config.for_languages("ru", "en").fail_under == 70  # the later entry is on top
    assert config.for_languages("ru", "en-GB").fail_under == 70
    assert config.for_languages("en", "fi").select == ("NUM",)
    assert config.for_languages(None, None) == config


def test_options_of_the_command_line_win_over_every_entry() -> None:
    entry = Override(pattern="**", changes={"fail_under": 10.0, "ignore": ("NUM",)})
    config = Config(fail_under=80.0, paths=(entry,), fixed=frozenset({"fail_under"})).for_path("x")
    assert (config.fail_under, config.ignore) == (80.0, ("NUM",))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[paths."a"]\nfail-om = "major"', ["paths.a", "did you mean 'fail-on'"]),
        ('[paths."a"]\nencoder = "x"', ["'encoder' holds for a whole run"]),
        ("[languages.en]\nmode = 'aligned'", ["languages.en", "'mode' holds for a whole run"]),
        ("paths = 3", ["paths", "expected a table"]),
        ("[paths]\na = 3", ["paths.a", "expected a table"]),
        ('profile = "poems"', ["profile", "'poems'", "subtitles"]),
        ('mode = "quick"', ["mode", "aligned"]),
        ("max-flags = -1", ["max-flags", "0 or more"]),
        ("path = {}", ["'path'", "did you mean 'paths'"]),
    ],
)
def test_mistakes_in_the_new_keys_name_their_place(tmp_path: Path, text: str, words: list[str]) -> None:
    with pytest.raises(ConfigError) as caught:
        load_config(written(tmp_path, text))
    for word in words:
        assert word in str(caught.value)


def test_a_profile_yields_to_the_other_keys_and_to_the_one_asked_for(tmp_path: Path) -> None:
    path = written(tmp_path, 'profile = "software"\nmode = "document"\n')
    config = load_config(path)
    assert config.profile == "software"
    assert config.mode == "document"
    assert config.severities["MRK007"] is Severity.CRITICAL
    other = read_config(path, profile="subtitles")
    assert (other.profile, other.mode) == ("subtitles", "document")
    assert "MRK007" not in other.severities


@pytest.mark.parametrize("name", PROFILES)
def test_profiles_name_rules_that_exist(name: str) -> None:
    from mtcheck.rules import RuleSet

    config = with_profile(Config(), name)
    rules = RuleSet(select=config.select, ignore=config.ignore, severities=config.severities)
    assert len(rules.rules) > 20
    assert ABOUT[name]


def test_the_nearest_file_counts_up_to_the_repository(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / ".git").mkdir()
    assert find_config(str(inner)) is None
    (tmp_path / "pyproject.toml").write_text("[tool.other]\n", "utf-8")
    assert find_config(str(inner)) is None
    (tmp_path / "pyproject.toml").write_text("[tool.mtcheck]\nseed = 1\n", "utf-8")
    assert find_config(str(inner)) == str(tmp_path / "pyproject.toml")
    (tmp_path / "a" / "mtcheck.toml").write_text("", "utf-8")
    assert find_config(str(inner)) == str(tmp_path / "a" / "mtcheck.toml")


def test_the_schema_takes_what_the_reader_takes_and_nothing_else(tmp_path: Path) -> None:
    schema = config_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    assert set(schema["properties"]) == {*KEYS, "paths", "languages"}
    texts = {
        'profile = "news"\nsource-lang = "ru"\nmode = "aligned"\nselect = ["NUM"]\nfail-under = 50.5': True,
        '[paths."a/*"]\nignore = ["MRK"]\n[languages.en.severities]\nNUM001 = "neutral"': True,
        'glossary = ["a.tsv"]\nignore-text = ["a", "/b+/"]\n[languages.en.ignore-text]\nNUM = ["c"]': True,
        'ignore-text = [""]': False,
        "max-flags = -1": False,
        'fail-on = "grave"': False,
        "unknown = 1": False,
        "[languages.en]\nseed = 1": False,
        "fail-under = 101": False,
    }
    for text, good in texts.items():
        assert validator.is_valid(tomllib.loads(text)) is good, text
        if good:
            load_config(written(tmp_path, text))
        else:
            with pytest.raises(ConfigError):
                load_config(written(tmp_path, text))


def test_the_schema_in_the_documentation_is_current() -> None:
    kept = Path(__file__).parents[1] / "docs" / "mtcheck-config.schema.json"
    assert json.loads(kept.read_text("utf-8")) == config_schema(), "run `make docs`"


def test_what_is_shown_reads_back_as_the_same_settings(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        'profile = "legal"\nignore = ["PUN"]\nfail-on = "major"\nfail-under = 60.5\nglossary = ["a.tsv"]\n'
        '[paths."a \\"b\\".po"]\nmax-flags = 2\n[paths."a \\"b\\".po".severities]\nNUM001 = "minor"\n'
        '[ignore-text]\n"*" = ["a", "/b+/"]\nNUM = ["c"]\n'
        '[languages.en]\nignore = []\n[languages.en.ignore-text]\nMRK = ["d"]\n',
    )
    config = load_config(path)
    shown = show_config(config, path)
    assert path in shown
    assert "profile legal" in shown
    again = load_config(written(tmp_path, shown))
    assert again == config
    assert "fail-on is not set" in show_config(Config(), None)


def test_ignored_texts_by_rule_for_all_and_added_up(tmp_path: Path) -> None:
    from mtcheck.data import Pair
    from mtcheck.rules import RuleSet

    path = written(
        tmp_path,
        '[ignore-text]\n"*" = ["https://example.org/?utm_source=a"]\nMRK = ["/<\\\\w/"]\n'
        '[paths."*.po".ignore-text]\nNUM001 = ["12"]\n[languages.en]\nignore-text = ["ACME"]\n',
    )
    config = load_config(path).for_path(str(tmp_path / "a.po")).for_languages("de", "en")
    assert config.ignore_text == {
        "*": ("https://example.org/?utm_source=a", "ACME"),
        "MRK": ("/<\\w/",),
        "NUM001": ("12",),
    }
    pair = Pair(
        index=0,
        source="Siehe die Seite.",
        target="See <p https://example.org/?utm_source=a and ?utm_source=b.",
        source_lang="de",
        target_lang="en",
    )
    assert [flag.text for flag in RuleSet(select=["MRK"]).check([pair])[0]] == ["<p", "?utm_source=a", "?utm_source=b"]
    kept = [flag.text for flag in RuleSet(select=["MRK"], ignore_text=config.ignore_text).check([pair])[0]]
    assert kept == ["?utm_source=b"]


def test_ignored_texts_drop_only_what_lies_within_them() -> None:
    from mtcheck.data import Pair
    from mtcheck.rules import RuleSet

    pair = Pair(
        index=0, source="Das sah er.", target="He saw the the end of the the.", source_lang="de", target_lang="en"
    )

    def flags(**texts: tuple[str, ...]) -> list[int]:
        rules = RuleSet(
            select=["REP001"], ignore_text={key.replace("every", "*"): value for key, value in texts.items()}
        )
        return [flag.start for flag in rules.check([pair])[0]]

    both = flags()
    assert len(both) == 2
    assert flags(every=("saw the the end",)) == both[1:]
    assert flags(every=("the",)) == both, "a flag that is longer than the text stays"
    assert flags(REP=("/the the/",)) == []
    assert flags(MRK=("the the",)) == both, "another family's list"
    assert flags(every=("THE THE",)) == both
    assert flags(every=("/(?i)THE THE/",)) == []


def test_ignored_texts_move_the_signature() -> None:
    from mtcheck.rules import RuleSet

    plain, one, two = (RuleSet(ignore_text=texts).signature for texts in ({}, {"*": ("a",)}, {"*": ("b",)}))
    assert plain == "all"
    assert len({plain, one, two}) == 3


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('ignore-text = "ACME"', ["ignore-text", "a list of texts"]),
        ('ignore-text = [""]', ["ignore-text.*", "not empty"]),
        ('ignore-text = ["/(/"]', ["ignore-text.*", "regular expression"]),
        ("[ignore-text]\nNUM001 = 5", ["ignore-text.NUM001", "list of texts"]),
        ("glossary = 5", ["glossary", "terms.tsv"]),
    ],
)
def test_broken_ignored_texts_name_their_place(tmp_path: Path, text: str, words: list[str]) -> None:
    with pytest.raises(ConfigError) as caught:
        load_config(written(tmp_path, text))
    for word in words:
        assert word in str(caught.value)


def test_an_ignored_text_of_no_rule_names_the_nearest() -> None:
    from mtcheck.rules import RuleSet

    with pytest.raises(ConfigError, match="no rule is called 'number-mismatsch'"):
        RuleSet(ignore_text={"number-mismatsch": ("a",)})
