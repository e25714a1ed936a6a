"""Laws of number reading: notation changes nothing, a changed digit does, and hostile text takes linear time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.data import Hit, Pair
from mtcheck.rules.numbers._cjk import cjk_values
from mtcheck.rules.numbers._number_words import SCALES, WORDS
from mtcheck.rules.numbers._readings import readings
from mtcheck.rules.numbers.figures import figures, fold_digits
from mtcheck.rules.numbers.mismatch import number_mismatch
from mtcheck.rules.numbers.notation import marks
from mtcheck.rules.numbers.numerals import explained, numerals, roman_value

NATIVE = {"ar": "٠", "fa": "۰", "hi": "०", "bn": "০", "th": "๐", "ja": "０"}


def hits(source: str, target: str, langs: str = "de-en") -> list[Hit]:
    source_lang, target_lang = langs.split("-")
    pair = Pair(index=0, source=source, target=target, source_lang=source_lang, target_lang=target_lang)
    return list(number_mismatch(pair))


@pytest.mark.parametrize("lang", sorted(NATIVE))
@given(number=st.integers(0, 10**9))
def test_native_digits_mean_the_same(lang: str, number: int) -> None:
    native = "".join(chr(ord(NATIVE[lang]) + int(digit)) for digit in str(number))
    assert fold_digits(native) == str(number)
    assert len(fold_digits(native)) == len(native)
    assert float(number) in figures(native, lang)[0].values


@given(number=st.integers(1000, 10**12))
@pytest.mark.parametrize("mark", [",", ".", "\u00a0", "\u202f", " ", "’"])
def test_grouping_changes_no_value(number: int, mark: str) -> None:
    (found,) = figures(f"{number:,}".replace(",", mark), "en")
    assert float(number) in found.values


@given(number=st.integers(1000, 10**9), lang=st.sampled_from(["en", "de", "fr", "ru", "sv", "pl", "tr"]))
def test_each_language_s_own_grouping_is_its_value(number: int, lang: str) -> None:
    conventions = marks(lang)
    assert conventions is not None
    decimal, group = conventions
    text = f"{number:,}.5".replace(",", "\0").replace(".", decimal).replace("\0", group)
    assert number + 0.5 in figures(text, lang)[0].values


@given(number=st.integers(13, 10**7))
def test_a_figure_equals_itself_in_any_notation(number: int) -> None:
    assert not hits(f"Es waren {number:,} Gäste.".replace(",", "."), f"There were {number:,} guests.")


@given(number=st.integers(13, 10**7), place=st.integers(0, 6), digit=st.integers(1, 9))
def test_a_changed_digit_is_flagged_unless_it_is_another_notation(number: int, place: int, digit: int) -> None:
    digits = list(str(number))
    digits[place % len(digits)] = str(digit)
    other = int("".join(digits))
    found = hits(f"Konto {number}", f"Account {other}")
    clock = min(number, other) <= 24 and abs(number - other) == 12
    year = 1000 <= max(number, other) <= 2400 and min(number, other) <= 99
    if number == other:
        assert not found
    elif not clock and not year:
        assert [h.suggestion for h in found] == [str(number)]


@given(units=st.integers(0, 9), tens=st.integers(2, 6))
def test_words_explain_a_figure(units: int, tens: int) -> None:
    known = {tens * 10.0, float(units)} if units else {tens * 10.0}
    assert explained(tens * 10.0 + units, known)
    assert not explained(tens * 10.0 + units + 1000, known)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("三万五千", 35000), ("3万5千", 35000), ("１２万", 120000), ("二〇一九", 2019), ("二十一", 21),
        ("1.2亿", 1.2e8), ("2만 3000", 23000), ("百二十", 120), ("十", 10), ("五億", 5e8),
    ],
)  # fmt: skip
def test_cjk_numerals(text: str, value: float) -> None:
    assert value in cjk_values(fold_digits(text))


@pytest.mark.parametrize(("letters", "value"), [("XIX", 19), ("MCMXCIV", 1994), ("IV", 4), ("ХХІ", 21)])
def test_roman_numerals(letters: str, value: int) -> None:
    assert roman_value(letters) == value


def test_readings_of_ambiguous_marks() -> None:
    assert readings("1.234")[0] == {1234.0, 1.234}
    assert readings("1,234.5")[0] == {1234.5}
    assert readings("12,34,567")[0] == {1234567.0}
    assert readings("24.05.2016") == (set(), (24.0, 5.0, 2016.0))


@pytest.mark.parametrize("lang", sorted(WORDS))
def test_every_table_reads_and_knows_three_and_a_hundred(lang: str) -> None:
    forms = dict(item.split(":", 1) for item in WORDS[lang].replace("*", "").split() if ":" in item)
    for value in ("3", "100"):
        assert float(value) in numerals(f" {forms[value].split(',')[0]} ", lang).words


@pytest.mark.parametrize("lang", sorted(SCALES))
def test_every_scale_word_multiplies(lang: str) -> None:
    entry = next(item for item in SCALES[lang].split() if item.startswith("1000000:"))
    word = entry.split(":", 1)[1].split(",")[0].removesuffix("*")
    (found,) = figures(f"7 {word}", lang)
    assert found.scaled == {7e6}


@given(st.text(max_size=200), st.text(max_size=200), st.sampled_from(["ru-en", "zh-en", "en-ar", "hi-de"]))
def test_any_text_is_read_and_spans_lie_inside(source: str, target: str, langs: str) -> None:
    for hit in hits(source, target, langs):
        assert 0 <= hit.start < hit.end <= len(target)
