"""Files of other formats at the command line: documents, findings written back, what is passed over."""

from __future__ import annotations

import json
import re
from pathlib import Path

import docx
import pytest
from test_cli import DEMO, fails, run

FORMATS = Path(__file__).parent / "formats"

pytestmark = pytest.mark.slow


def test_text_prints_what_offsets_count_in(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# Title\n\nSome *words* here.\n", "utf-8")
    assert run("text", str(page)).stdout == "Title\n\nSome words here.\n"
    places = run("text", "--places", str(page)).stdout
    assert places == "start\tend\tline\tplace\n0\t5\t1\theading\n7\t23\t3\tparagraph\n"
    assert run("text", "--input-format", "text", str(page)).stdout == page.read_text("utf-8")


def test_a_pair_of_documents_of_two_formats(tmp_path: Path) -> None:
    source, target = (Path(path).read_text("utf-8") for path in DEMO)
    document = docx.Document()
    for line in filter(str.strip, source.splitlines()):
        document.add_paragraph(line)
    document.save(str(tmp_path / "a.docx"))
    page = "".join(f"<p>{line.replace('<', '&lt;')}</p>\n" for line in target.splitlines() if line.strip())
    (tmp_path / "a.html").write_text(f"<!DOCTYPE html><html><body><article>\n{page}</article></body></html>", "utf-8")
    files = [str(tmp_path / "a.docx"), str(tmp_path / "a.html")]
    report = json.loads(run("score", *files, "--format", "json").stdout)
    assert (report["source"]["format"], report["target"]["format"]) == ("docx", "html")
    texts = {side: run("text", path).stdout for side, path in zip(("source", "target"), files, strict=True)}
    flags = [flag for segment in report["segments"] for flag in segment["flags"]]
    assert len(flags) > 5
    assert all(flag["text"] == texts[flag["side"]][flag["start"] : flag["end"]] for flag in flags)
    for segment in report["segments"]:
        if segment["source"]:
            assert segment["source_line"] is None
            assert re.fullmatch(r"paragraph \d+", segment["source_unit"])
        if segment["target"]:
            assert segment["target_line"] > 1
            assert segment["target_unit"] == "paragraph"
    assert re.search(r"a\.html:\d+ \(paragraph\) major", run("score", *files).stdout)


@pytest.mark.parametrize("form", ["text", "jsonl"])
def test_findings_are_written_back_and_the_rest_is_counted(tmp_path: Path, form: str) -> None:
    wrong = (FORMATS / "toolkit.xlf").read_text("utf-8").replace("in 1984", "in 1948")
    (tmp_path / "a.xlf").write_text(wrong, "utf-8")
    done = run("score", str(tmp_path / "a.xlf"), "--format", form, "--annotate", str(tmp_path / "b.xlf"))
    assert done.returncode == 0
    assert "1 unit passed over (1 untranslated)" in done.stderr + done.stdout
    written = (tmp_path / "b.xlf").read_text("utf-8")
    assert 'locQualityIssueType="numbers"' in written
    assert "NUM001" in written
    assert re.sub(r"<its:.*</its:locQualityIssues>| xmlns:its=\S+ its:\S+(?= )", "", written) == wrong


def test_mistakes(tmp_path: Path) -> None:
    out = str(tmp_path / "out.xlf")
    assert "give one file" in fails("score", *DEMO, "--annotate", out)
    (tmp_path / "a.tsv").write_text("Дом.\tHouse.\n", "utf-8")
    assert "no place for findings" in fails("score", str(tmp_path / "a.tsv"), "--annotate", out)
    assert "expected one of" in fails("text", DEMO[0], "--input-format", "rtf")
    assert "several languages" in fails("score", _memory(tmp_path))
    done = run("score", _memory(tmp_path), "--source-lang", "de", "--target-lang", "fr", "--format", "jsonl")
    assert json.loads(done.stdout)["target"] == "Bonjour."
    assert not Path(out).exists()


def _memory(folder: Path) -> str:
    words = {"en": "Hello.", "de": "Hallo.", "fr": "Bonjour."}
    unit = "".join(f'<tuv xml:lang="{lang}"><seg>{word}</seg></tuv>' for lang, word in words.items())
    path = folder / "memory.tmx"
    path.write_text(f'<tmx version="1.4"><header srclang="en"/><body><tu>{unit}</tu></body></tmx>', "utf-8")
    return str(path)
