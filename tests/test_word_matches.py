"""Words that answer to each other: what is matched, where, and that it depends on nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck import check_pairs, word_matches
from mtcheck.encode import StaticEncoder, load_encoder
from mtcheck.report.load import loads_report
from mtcheck.report.spans import shown, shown_units
from mtcheck.report.visible import ends_line, pieces
from mtcheck.word_matches import match_words

PAIRS = [
    ("Его команда отыскала вагон в 2016 году.", "His team tracked the tram down in 2016."),
    ("Der Fluss ist sehr lang.", "The river is very long."),
    ("他每天清晨4点半出门。", "He leaves home at 4:30 every morning."),
    ("", "Nothing on the other side."),
]


@pytest.fixture(scope="module")
def encoder() -> StaticEncoder:
    loaded = load_encoder()
    assert isinstance(loaded, StaticEncoder)
    return loaded


def words(pair: tuple[str, str], encoder: StaticEncoder) -> set[tuple[str, str]]:
    (found,) = match_words([pair], encoder)
    return {(pair[0][a:b], pair[1][c:d]) for a, b, c, d in found}


def test_plain_words_find_each_other(encoder: StaticEncoder) -> None:
    assert {("команда", "team"), ("2016", "2016"), ("Его", "His")} <= words(PAIRS[0], encoder)
    assert {("Fluss", "river"), ("sehr", "very"), ("lang", "long")} <= words(PAIRS[1], encoder)
    assert ("4", "4") in words(PAIRS[2], encoder)
    assert words(PAIRS[3], encoder) == set()


def test_a_word_matches_once_and_a_repeated_one_its_neighbour_in_place(encoder: StaticEncoder) -> None:
    pair = ("Haus 7 und Haus 9", "house 7 and house 9")
    (found,) = match_words([pair], encoder)
    assert len({m[:2] for m in found}) == len({m[2:] for m in found}) == len(found)
    houses = [(a, c) for a, b, c, d in found if pair[0][a:b] == "Haus"]
    assert houses == [(0, 0), (11, 12)]


def test_a_pair_does_not_depend_on_its_neighbours(encoder: StaticEncoder) -> None:
    together = match_words(PAIRS, encoder)
    assert together == [match_words([pair], encoder)[0] for pair in PAIRS]
    assert together == match_words(PAIRS[::-1], encoder)[::-1]


def test_unrelated_text_has_hardly_any(encoder: StaticEncoder) -> None:
    related = sum(len(found) for found in match_words(PAIRS[:2], encoder))
    crossed = [(PAIRS[0][0], PAIRS[1][1]), (PAIRS[1][0], PAIRS[0][1])]
    assert sum(len(found) for found in match_words(crossed, encoder)) < related / 2


def test_a_page_holds_them_and_a_long_one_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    report = check_pairs(PAIRS, target_lang="en")
    assert report.to_html().count(" data-w=") == 3
    assert loads_report(report.to_json()).to_html() == report.to_html()
    monkeypatch.setattr(word_matches, "MOST", 3)
    assert " data-w=" not in report.to_html()


@given(st.text(alphabet=st.sampled_from("ab\r\n\u202e\u200d\u2028😀é\x00 ا"), max_size=30))
def test_units_count_what_a_script_sees(text: str) -> None:
    units = shown_units(text)
    assert len(units) == len(text) + 1
    assert units == sorted(units)
    plain = "".join(chunk or ("\n" if ends_line(char) else "") for chunk, char in pieces(text))
    assert units[-1] == len(plain.encode("utf-16-le")) // 2
    for i in range(len(text)):
        if text[i] in "abé😀":
            at = units[i]
            assert plain.encode("utf-16-le")[2 * at :].decode("utf-16-le")[0] == text[i]
    assert shown(text, 0, len(text)).count("<span") == sum(1 for chunk, _ in pieces(text) if not chunk)
