"""The language and name families: leftovers, alphabets and spellings, and linear time on hostile text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.data import Flag, Pair
from mtcheck.rules.language.alphabets import unmixed
from mtcheck.rules.names._capitalised import names
from mtcheck.rules.names.sounds import similarity, skeleton
from mtcheck.rules.registry import RuleSet
from mtcheck.rules.words.lexicon import CLASSES, letter, scripts

FAMILIES = ("LNG", "COP", "NAM", "CON")


def flags(source: str, target: str, langs: str, *select: str) -> list[Flag]:
    source_lang, target_lang = langs.split("-")
    pair = Pair(index=0, source=source, target=target, source_lang=source_lang, target_lang=target_lang)
    return RuleSet(select=select or FAMILIES).check([pair])[0]


@pytest.mark.parametrize(
    ("langs", "words"),
    [
        ("ru-en", "заявил министр"), ("zh-en", "三聚氰胺"), ("ar-en", "أعلن الوزير"), ("hi-en", "सरकार ने"),
        ("el-en", "η κυβέρνηση"), ("he-en", "אמר השר"), ("th-en", "รัฐบาล"), ("ko-en", "정부는 오늘"),
        ("ja-en", "政府は"),
        ("ko-ru", "정부는 오늘"),
        ("uk-de", "уряд сьогодні"), ("fa-fr", "دولت امروز"),
    ],
)  # fmt: skip
def test_words_of_another_alphabet_are_flagged_whole(langs: str, words: str) -> None:
    target = f"The long and quiet sentence holds {words} in the middle of many other words."
    assert [f.text for f in flags(words, target, langs, "LNG001")] == [words]


@pytest.mark.parametrize("lang", ["ru", "zh", "ar", "hi", "el", "he", "th", "ko", "ja", "bn", "ta"])
def test_every_language_with_its_own_alphabet_has_a_class(lang: str) -> None:
    assert scripts(lang)
    assert all(name in CLASSES for name in scripts(lang))


@given(st.text(max_size=120), st.text(max_size=120), st.sampled_from(["ru-en", "en-ru", "de-en", "zh-en", "en-vi"]))
def test_any_text_is_read(source: str, target: str, langs: str) -> None:
    for flag in flags(source, target, langs):
        assert flag.text == (source if flag.side == "source" else target)[flag.start : flag.end]


@given(st.text(alphabet="АВЕКМНОРСТХаеорсух", min_size=3, max_size=12), st.integers(0, 11))
def test_a_twin_is_put_back(word: str, place: int) -> None:
    twins = dict(zip("АВЕКМНОРСТХаеорсух", "ABEKMHOPCTXaeopcyx", strict=True))
    place %= len(word)
    mixed = word[:place] + twins[word[place]] + word[place + 1 :]
    assert unmixed(mixed) == word


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Сергей", "Sergei"), ("Сергей", "Sergey"), ("Зеленський", "Zelensky"), ("Хрущёв", "Khrushchev"),
        ("Чайковский", "Tchaikovsky"), ("Владимир", "Vladimir"), ("Γιάννης", "Giannis"), ("Мюллер", "Müller"),
    ],
)  # fmt: skip
def test_romanisations_of_one_name_are_alike(a: str, b: str) -> None:
    assert similarity(a, b) >= 0.65


@pytest.mark.parametrize(("a", "b"), [("Меркель", "Obama"), ("Путин", "Schwarzenegger"), ("Kissinger", "Snowden")])
def test_different_names_are_not(a: str, b: str) -> None:
    assert similarity(a, b) < 0.5


def test_names_are_the_capitals_inside_a_sentence() -> None:
    text = "Yesterday Angela Merkel went home. The Pope did not."
    assert [name.text for name in names(text)] == ["Angela", "Merkel", "Pope"]
    assert all(text[name.start : name.end] == name.text for name in names(text))
    assert names("Every Word Of This Heading Is Capitalised") == ()


@given(st.text(max_size=40))
def test_a_skeleton_is_plain_ascii(word: str) -> None:
    assert skeleton(word).isascii()
    assert not letter("Cyrl").search(skeleton(word))
