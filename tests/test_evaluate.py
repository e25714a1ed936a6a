"""Reading of judged data and the correlations themselves."""

from __future__ import annotations

import gzip
import lzma
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.errors import InputError
from mtcheck.evaluate import (
    Agreement,
    Evaluation,
    Judged,
    agreement,
    average_ranks,
    evaluate,
    kendall,
    length_baseline,
    overlap_baseline,
    read_judged,
    settle_direction,
)

DA = "segid\toriginal\ttranslation\tmean\tz_mean\n1\tДом.\tA house.\t90\t0.5\n2\tЛес.\tA fox.\t20\t-1.25\n"


@pytest.mark.parametrize(("name", "opener"), [("a.tsv", open), ("a.tsv.xz", lzma.open), ("a.tsv.gz", gzip.open)])
def test_reads_direct_assessments(tmp_path: Path, name: str, opener) -> None:  # type: ignore[no-untyped-def]
    with opener(tmp_path / name, "wt", encoding="utf-8") as out:
        out.write(DA)
    assert read_judged(str(tmp_path / name)) == [
        Judged("Дом.", "A house.", 0.5),
        Judged("Лес.", "A fox.", -1.25),
    ]


def test_reads_critical_error_labels(tmp_path: Path) -> None:
    path = tmp_path / "ende.dev.tsv"
    path.write_text("7\tHello\tHallo\t[0, 0, 0]\tNOT\n8\tBye\tHallo\t[1, 1, 0]\tERR\n", "utf-8")
    assert [one.score for one in read_judged(str(path))] == [1.0, 0.0]


def test_quotes_are_text(tmp_path: Path) -> None:
    path = tmp_path / "x.tsv"
    path.write_text('source\ttarget\tscore\n"Так\t"So\t1\n', "utf-8")
    assert read_judged(str(path)) == [Judged('"Так', '"So', 1.0)]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "holds no line"),
        ("source\ttarget\tscore\n", "a header and no line"),
        ("source\ttarget\n1\t2\n", "no score column"),
        ("just text\n", "expected a header"),
        ("source\ttarget\tscore\na\tb\tvery good\n", ":2: 'very good' is no score"),
        ("source\ttarget\tscore\na\tb\tnan\n", "not finite"),
        ("source\ttarget\tscore\na\n", ":2: 1 columns"),
    ],
)
def test_faults_name_their_place(tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "x.tsv"
    path.write_text(content, "utf-8")
    with pytest.raises(InputError, match=said):
        read_judged(str(path))


def test_a_broken_archive_is_an_input_error(tmp_path: Path) -> None:
    (tmp_path / "x.tsv.xz").write_bytes(b"no archive")
    with pytest.raises(InputError, match="cannot be read"):
        read_judged(str(tmp_path / "x.tsv.xz"))
    with pytest.raises(InputError, match="cannot be read"):
        read_judged(str(tmp_path / "absent.tsv"))


def test_direction_from_the_name() -> None:
    assert settle_direction("/a-b/ru-en.test20.da.tsv.xz", None, None) == ("ru", "en")
    assert settle_direction("ende.dev.tsv", None, None) == ("en", "de")
    assert settle_direction("data.tsv", "ru", "en") == ("ru", "en")
    with pytest.raises(InputError, match="--source-lang"):
        settle_direction("1.tsv", None, None)


def test_known_coefficients() -> None:
    x, y = np.array([1.0, 2, 3, 4, 5]), np.array([1.0, 3, 2, 5, 5])
    assert kendall(x, y).value == pytest.approx(0.7378647873726218)  # scipy.stats.kendalltau
    found = agreement("x", x, y)
    assert found.pearson is not None
    assert found.spearman is not None
    assert found.pearson.value == pytest.approx(0.8838834764831843)
    assert found.spearman.value == pytest.approx(0.8720815992723809)


@given(st.lists(st.integers(-3, 3), min_size=3, max_size=40))
def test_ranks_sum_to_the_same(values: list[int]) -> None:
    ranks = average_ranks(np.array(values, dtype=np.float64))
    assert ranks.sum() == pytest.approx(len(values) * (len(values) + 1) / 2)
    assert (ranks[np.argsort(values, kind="stable")] == np.sort(ranks)).all()


@given(st.lists(st.tuples(st.floats(-9, 9), st.floats(-9, 9)), min_size=5, max_size=30))
def test_coefficients_stay_in_range_and_intervals_hold_order(rows: list[tuple[float, float]]) -> None:
    x, y = np.array(rows).T
    found = agreement("x", np.round(x, 3), np.round(y, 3))
    for coefficient in (found.pearson, found.spearman, found.kendall):
        if coefficient is not None:
            assert -1.0001 <= coefficient.low <= coefficient.high <= 1.0001
            assert -1.0001 <= coefficient.value <= 1.0001


def test_unknown_values_are_left_out_and_constants_have_no_correlation() -> None:
    human = np.arange(6.0)
    assert agreement("x", np.array([0, 1, 2, 3, np.nan, 5.0]), human).n == 5
    assert agreement("x", np.ones(6), human).pearson is None


def test_baselines_prefer_what_they_should() -> None:
    judged = [Judged("Москва 1984", "Moscow 1984", 1), Judged("Москва 1984", "Berlin 2001", 0)]
    assert overlap_baseline(judged)[0] > overlap_baseline(judged)[1]
    lengths = [Judged("abcd", "abcd", 1), Judged("abcd", "abce", 1), Judged("abcd", "a" * 40, 0)]
    assert length_baseline(lengths).argmin() == 2
    assert overlap_baseline([Judged("", "", 0)]).tolist() == [0.0]


def test_markdown_has_a_line_for_every_number() -> None:
    rows = (agreement("quality", np.arange(9.0), np.arange(9.0)), Agreement(name="none", n=1, pearson=None,
            spearman=None, kendall=None))  # fmt: skip
    made = Evaluation(path="x/ru-en.tsv", source_lang="ru", target_lang="en", n=9, rows=rows, signature="s")
    text = made.to_markdown()
    assert "| quality | 9 | 1.000 [1.000, 1.000]" in text
    assert "| none | 1 | – | – | – |" in text


@pytest.mark.slow
def test_scores_a_data_set(tmp_path: Path) -> None:
    lines = ["source\ttarget\tscore"]
    good = [("Вчера шёл дождь.", "It rained yesterday."), ("Он купил новую машину.", "He bought a new car."),
            ("Дети играют в парке.", "The children are playing in the park.")]  # fmt: skip
    lines += [f"{a}\t{b}\t1" for a, b in good]
    lines += [f"{a}\tThe price of oil fell again on Monday.\t0" for a, _ in good]
    path = tmp_path / "ru-en.tsv"
    path.write_text("\n".join(lines), "utf-8")
    found = evaluate(str(path))
    by_name = {row.name: row for row in found.rows}
    assert found.n == 6
    assert by_name["quality"].pearson is not None
    assert by_name["quality"].pearson.value > 0.8
