"""What two files are to each other, on texts of `corpora/` and through the doors that users come by."""

from __future__ import annotations

from pathlib import Path

import pytest

from mtcheck import check_files
from mtcheck.align_formats import format_documents
from mtcheck.config import Config
from mtcheck.pipeline import align_files
from mtcheck.report.to_text import render

CORPORA = Path(__file__).parent.parent / "corpora"
PAIRS = ("ru-en", "de-en", "zh-en", "ar-en", "es-en", "en-ru")
SUMMARY = """\
Olkhovsk has a tram again after forty years

On 5 May 2024 a KT-2 car rebuilt by enthusiasts went back into service in Olkhovsk. The work cost 2.5 million roubles,
of which 1,234,500 came from residents. In summer it runs at weekends.
"""


def texts(pair: str) -> tuple[str, str]:
    folder = CORPORA / f"news-{pair}-clean"
    return (folder / "source.txt").read_text("utf-8"), (folder / "target.txt").read_text("utf-8")


def files(folder: Path, source: str, target: str) -> tuple[str, str]:
    paths = folder / "source.txt", folder / "target.txt"
    for path, text in zip(paths, (source, target), strict=True):
        path.write_text(text, "utf-8")
    return str(paths[0]), str(paths[1])


@pytest.mark.parametrize("pair", PAIRS)
def test_translations_are_translations(pair: str, tmp_path: Path) -> None:
    left, right = pair.split("-")
    config = Config(source_lang=left, target_lang=right)
    aligned = align_files(*files(tmp_path, *texts(pair)), config=config)
    assert aligned.relation == "translation"
    assert aligned.notes == ()
    assert aligned.findings() == []


@pytest.mark.parametrize("pair", PAIRS)
def test_swapped_files_are_told_when_the_languages_were_given(pair: str, tmp_path: Path) -> None:
    left, right = pair.split("-")
    swapped = files(tmp_path, *texts(pair)[::-1])
    report = check_files(*swapped, source_lang=left, target_lang=right)
    assert report.summary.verdict == "bad"
    assert report.summary.reasons[0] == "the two files are swapped"
    (note,) = (note for note in report.notes if "swapped" in note)
    assert "the other way round" in note


def test_nothing_is_swapped_where_no_language_was_given(tmp_path: Path) -> None:
    for sides in (texts("ru-en"), texts("ru-en")[::-1]):
        aligned = align_files(*files(tmp_path, *sides))
        assert (aligned.relation, aligned.notes) == ("translation", ())


def test_the_terminal_leads_with_what_is_wrong_with_the_whole(tmp_path: Path) -> None:
    swapped = files(tmp_path, *texts("ru-en")[::-1])
    lines = render(check_files(*swapped, source_lang="ru", target_lang="en")).splitlines()
    assert lines[1].startswith("The two files are swapped: ")


@pytest.mark.parametrize(("source", "target"), [("ru-en", "de-en"), ("de-en", "zh-en"), ("zh-en", "es-en")])
def test_unrelated_files_claim_nothing(source: str, target: str, tmp_path: Path) -> None:
    pair = files(tmp_path, texts(source)[0], texts(target)[1])
    report = check_files(*pair)
    assert report.summary.reasons[0] == "not a translation of this source"
    heads = [line for line in format_documents(align_files(*pair), "text") if " : " in line]
    assert heads
    assert not any("sure" in head or "not in the" in head for head in heads)


def test_a_copy_of_the_source(tmp_path: Path) -> None:
    text = texts("de-en")[0]
    report = check_files(*files(tmp_path, text, text), source_lang="de", target_lang="en")
    assert report.summary.reasons[0] == "a copy of the source, not a translation"


@pytest.mark.parametrize("side", ["source", "target"])
def test_a_text_that_stands_there_twice(side: str, tmp_path: Path) -> None:
    source, target = texts("ru-en")
    twice = (source + "\n" + source, target) if side == "source" else (source, target + "\n" + target)
    aligned = align_files(*files(tmp_path, *twice))
    assert aligned.relation == "repeated"
    assert f"The {side} holds the same text twice" in aligned.notes[0]
    (gap,) = aligned.gaps
    n = len(aligned.source if side == "source" else aligned.target)
    assert (str(gap.side), gap.segments) == (side, tuple(range(n // 2, n)))


def test_both_texts_twice_is_a_translation(tmp_path: Path) -> None:
    source, target = texts("ru-en")
    aligned = align_files(*files(tmp_path, f"{source}\n{source}", f"{target}\n{target}"))
    assert aligned.relation == "translation"


def test_a_summary_of_the_source(tmp_path: Path) -> None:
    aligned = align_files(*files(tmp_path, texts("ru-en")[0], SUMMARY))
    assert aligned.relation == "summary"
    assert "a summary, or a part of it is missing" in aligned.notes[0]


@pytest.mark.parametrize("turned", [False, True])
def test_a_few_sentences_of_another_text_are_no_summary(turned: bool, tmp_path: Path) -> None:
    other = "\n\n".join(texts("zh-en")[1].split("\n\n")[:2])
    sides = (other, texts("ru-en")[0]) if turned else (texts("ru-en")[0], other)
    aligned = align_files(*files(tmp_path, *sides))
    assert aligned.relation == "unrelated"
    assert aligned.findings() == []
