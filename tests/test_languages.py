"""Tags as people write them, and the tables' own consistency."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck import languages
from mtcheck.errors import ConfigError
from mtcheck.scripts import SCRIPTS


@pytest.mark.parametrize(
    ("tag", "normal"),
    [
        ("ru", "ru"), ("RU_ru", "ru"), ("en-GB", "en"), ("pt_BR", "pt"), ("es-419", "es"), ("de-1996", "de"),
        ("zh", "zh"), ("zh-CN", "zh"), ("zh_TW", "zh-Hant"), ("zh-HK", "zh-Hant"), ("zh-Hant-HK", "zh-Hant"),
        ("zh-Hans-TW", "zh"), ("zht", "zh-Hant"), ("cmn", "zh"), ("sr", "sr"), ("sr-Latn-RS", "sr-Latn"),
        ("sr_RS.UTF-8@latin", "sr-Latn"), ("rus", "ru"), ("deu", "de"), ("ger", "de"), ("nb", "no"), ("nn-NO", "no"),
        ("iw", "he"), ("ua", "uk"), ("jp", "ja"), ("Russian", "ru"), (" fr ", "fr"), ("eng_Latn", "en"),
    ],
)  # fmt: skip
def test_tags_are_normalised(tag: str, normal: str) -> None:
    assert languages.normalise_tag(tag) == normal
    assert languages.normalise_tag(normal) == normal


@pytest.mark.parametrize(
    ("tag", "nearest"),
    [("englsh", "'en'"), ("russ", "'ru'"), ("germn", "'de'"), ("", None), ("x" * 50, None), ("r u", None)],
)
def test_unknown_tags_name_the_nearest(tag: str, nearest: str | None) -> None:
    with pytest.raises(ConfigError, match="unknown language tag") as caught:
        languages.normalise_tag(tag)
    if nearest:
        assert f"nearest known tag is {nearest}" in str(caught.value)


@given(tag=st.text(max_size=12))
def test_any_string_is_a_tag_or_a_config_error(tag: str) -> None:
    if languages.is_known(tag):
        normal = languages.normalise_tag(tag)
        assert languages.normalise_tag(normal) == normal
        assert languages.language_name(normal)
        assert languages.direction(normal) in ("ltr", "rtl")


def test_facts() -> None:
    assert languages.language_name("uk") == "Ukrainian"
    assert languages.language_name("zh-TW") == "Chinese (traditional Han)"
    assert (languages.script_of("ru"), languages.script_of("zh-Hant"), languages.script_of("ja")) == (
        "Cyrl",
        "Hant",
        "Jpan",
    )
    assert [tag for tag in sorted(languages.SUPPORTED) if languages.direction(tag) == "rtl"] == ["ar", "fa", "he"]
    assert languages.is_supported("pt-BR")
    assert not languages.is_supported("ka")
    assert not languages.is_supported("nonsense")


def test_the_tables_fit_together() -> None:
    for tag, language in languages.LANGUAGES.items():
        assert language.tag == tag
        assert languages.scripts_of(tag) <= {*SCRIPTS}, tag
        for other in language.confusions:
            assert other in languages.LANGUAGES
            assert other != tag
            assert languages.scripts_of(other) & (languages.scripts_of(tag) | {"Hani"})
    assert set(languages.LANGUAGES) >= languages.SUPPORTED
    names = [language.name for language in languages.LANGUAGES.values()]
    assert len(set(names)) == len(names)


def test_every_alias_leads_to_a_language() -> None:
    for alias, tag in languages._ALIASES.items():
        assert languages.normalise_tag(alias) == tag
