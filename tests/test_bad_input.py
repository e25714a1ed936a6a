"""Odd documents through the whole lane: a clear result or a clear error, never a traceback, never a hang."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import mtcheck
from mtcheck.data import VerdictLabel

CORPORA = Path(__file__).parents[1] / "corpora"
RU = (CORPORA / "news-ru-en-clean" / "source.txt").read_text("utf-8")
EN = (CORPORA / "news-ru-en-clean" / "target.txt").read_text("utf-8")
DE = (CORPORA / "news-de-en" / "source.txt").read_text("utf-8")

pytestmark = pytest.mark.slow


def true_offsets(report: mtcheck.Report, source: str, target: str) -> None:
    for segment in report.segments:
        if segment.source_span:
            assert segment.source == source[slice(*segment.source_span)]
        if segment.target_span:
            assert segment.target == target[slice(*segment.target_span)]
        for flag in segment.flags:
            assert flag.text == (source if flag.side == "source" else target)[flag.start : flag.end]


def test_the_default_path_imports_neither_torch_nor_transformers() -> None:
    code = (
        "import sys, mtcheck\n"
        f"mtcheck.check({RU[:300]!r}, {EN[:300]!r}).to_html()\n"
        "print([m for m in ('torch', 'transformers', 'sentence_transformers') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "[]"


def test_swapped_files_are_said_to_be_swapped() -> None:
    report = mtcheck.check(EN, RU, source_lang="ru", target_lang="en")
    assert any("swapped" in note for note in report.notes)
    assert report.summary.verdict is VerdictLabel.BAD


def test_the_same_text_twice_is_not_a_translation() -> None:
    for source_lang, target_lang in ((None, None), ("ru", "en")):
        report = mtcheck.check(RU, RU, source_lang=source_lang, target_lang=target_lang)
        assert report.summary.verdict is VerdictLabel.BAD
        assert report.summary.adequacy is not None
        assert report.summary.adequacy < 20


def test_unrelated_documents_are_never_a_page_of_confident_beads() -> None:
    report = mtcheck.check(DE, EN)
    assert report.summary.verdict is VerdictLabel.BAD
    assert "not a translation of this source" in report.summary.reasons
    sure = [s for s in report.segments if s.source and s.target and (s.alignment_confidence or 0) > 0.8]
    assert len(sure) <= len(report.segments) // 10


def test_a_wrong_declared_language_is_said() -> None:
    report = mtcheck.check(RU, EN, source_lang="de", target_lang="en")
    assert any("declared German but looks like Russian" in note for note in report.notes)


@pytest.mark.parametrize("empty", ["", " \n\t\n"])
def test_an_empty_side_is_an_error(empty: str) -> None:
    with pytest.raises(mtcheck.InputError):
        mtcheck.check(RU, empty)
    with pytest.raises(mtcheck.InputError):
        mtcheck.check(empty, EN)


def test_nul_bytes_and_lone_surrogates_are_errors_with_a_place() -> None:
    with pytest.raises(mtcheck.InputError, match=":1"):
        mtcheck.check(RU, "abc\0def")
    with pytest.raises(mtcheck.InputError, match="surrogate"):
        mtcheck.check(RU, "abc \ud800 def")


def test_one_side_ten_times_longer() -> None:
    report = mtcheck.check(RU, EN + "\n\n" + "\n\n".join(DE.replace(".", f" {i}.") for i in range(8)))
    assert report.summary.n_additions > 50
    assert report.summary.verdict is VerdictLabel.BAD


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028", "\n\f"])
def test_line_ends_keep_offsets_true(end: str) -> None:
    source, target = RU.replace("\n", end), EN.replace("\n", end, 7)
    true_offsets(mtcheck.check(source, target), source, target)


def test_right_to_left_emoji_and_combining_marks() -> None:
    source = "مرحبا بالعالم 👩‍👩‍👧! \u202bهذا اختبار\u202c. 🇪🇬 كتب الطالب الدرس."
    target = "Hello world 👩‍👩‍👧! This is a te\u0301st. 🇪🇬 The student wrote the lesson."
    true_offsets(mtcheck.check(source, target, source_lang="ar", target_lang="en"), source, target)


@pytest.mark.parametrize(
    "line",
    [
        "word " * 200_000,
        "." * 1_000_000,
        "а" * 1_000_000,
        (EN.replace("\n", " ") + " ") * 400,
        "“«" * 300_000,
        "1,234.5 " * 125_000,
        "<p " * 300_000,
        "你好世界" * 250_000,
    ],
    ids=["words", "dots", "letters", "prose", "quotes", "numbers", "tags", "chinese"],
)
def test_a_line_of_a_megabyte_ends(line: str) -> None:
    report = mtcheck.check("Да, это так и есть.", line, source_lang="ru", target_lang="en")
    assert report.segments


def test_unsupported_and_unknown_languages() -> None:
    report = mtcheck.check("სახლი ძველია. ქალაქი დიდია და ლამაზი.", "The house is old. The city is big.")
    assert any("not supported" in note or "cannot be told" in note for note in report.notes)
    with pytest.raises(mtcheck.ConfigError, match="klingonisch"):
        mtcheck.check(RU, EN, source_lang="klingonisch")


def test_pairs_with_empty_cells_stream_in_order() -> None:
    pairs = [("Дом старый.", "The house is old."), ("", "Extra text here."), ("Пропуск здесь.", ""), ("", "")]
    records = list(mtcheck.score_stream(pairs, source_lang="ru", target_lang="en"))
    assert [record.index for record in records] == [0, 1, 2, 3]
    assert records[1].source_span is None
    assert records[2].target_span is None


@pytest.mark.parametrize("name", ["pairs.csv", "pairs.jsonl"])
def test_flags_in_escaped_cells_are_slices_of_the_file(tmp_path: Path, name: str) -> None:
    source, target = 'Он сказал: "Дом очень старый".', 'He said: "The the house is very\told" in 12 &nbsp; "years.'
    path = tmp_path / name
    if name.endswith("csv"):
        cells = ['"' + cell.replace('"', '""') + '"' for cell in (source, target)]
        path.write_text("source,target\n" + ",".join(cells) + "\n", "utf-8")
    else:
        path.write_text(json.dumps({"source": source, "target": target}) + "\n", "utf-8")
    text = path.read_text("utf-8")
    flags = [flag for segment in mtcheck.check_pairs_file(str(path)).segments for flag in segment.flags]
    assert flags
    for flag in flags:
        assert flag.text == text[flag.start : flag.end]


def test_stream_and_whole_agree_whatever_the_batch(monkeypatch: pytest.MonkeyPatch) -> None:
    from mtcheck import pairflow

    pairs = [(s, t) for s, t in zip(RU.split("\n\n"), EN.split("\n\n"), strict=False)][:9]
    whole = mtcheck.check_pairs(pairs, source_lang="ru", target_lang="en").segments
    monkeypatch.setattr(pairflow, "BATCH", 2)
    streamed = list(mtcheck.score_stream(pairs, source_lang="ru", target_lang="en"))
    assert [(r.adequacy, r.fluency) for r in streamed] == [(r.adequacy, r.fluency) for r in whole]
