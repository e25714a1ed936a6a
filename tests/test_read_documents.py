"""Documents of other formats: the text that is taken, its places, and files that are refused."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import srt
import webvtt
from format_samples import MARKDOWN, PAGE, make_docx, make_odt

from mtcheck import read_office
from mtcheck.data import Document, Segment
from mtcheck.errors import ConfigError, InputError
from mtcheck.read import read_document
from mtcheck.read_extract import unit_at, with_file_lines
from mtcheck.segment import segment_document


def read(tmp_path: Path, data: str | bytes, name: str) -> Document:
    path = tmp_path / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    document = read_document(str(path))
    for before, after in zip(document.units, document.units[1:], strict=False):
        assert before.end < after.start
    return document


def pieces(document: Document) -> list[tuple[str, int | None, str]]:
    return [(unit.name, unit.line, document.text[unit.start : unit.end]) for unit in document.units]


def test_a_page_gives_its_article_with_alternative_texts_and_captions(tmp_path: Path) -> None:
    document = read(tmp_path, PAGE, "page.html")
    assert document.format == "html"
    assert pieces(document) == [
        ("heading", 4, "Ferry runs & runs"),
        ("paragraph", 6, "The ferry on the lake runs again after two years of repairs, the town said on Monday."),
        ("alternative text of an image", 9, "A white ferry at the pier"),
        ("caption", 9, "The ferry on Monday. Photo: K. Own"),
        ("paragraph", 10, "It cost 3\u00a0million euros, far more than planned.\nNobody knows why."),
        ("list item", 11, "First item"),
        ("list item", 11, "Second"),
        ("paragraph", 12, "Another story about lakes"),
        ("paragraph", 14, "The town will pay for the rest from its own funds, it said."),
    ]


def test_segments_of_a_page_have_the_lines_of_the_file(tmp_path: Path) -> None:
    document = read(tmp_path, PAGE, "page.html")
    segments = with_file_lines(document, segment_document(document, "en"))
    assert [segment.line for segment in segments] == [4, 6, 9, 9, 9, 10, 10, 11, 11, 12, 14]
    assert all(document.text[s.start : s.end] == s.text for s in segments)


def test_a_page_of_another_encoding_and_a_page_in_a_web_archive(tmp_path: Path) -> None:
    text = PAGE.replace("utf-8", "windows-1251").replace("Nobody", "Никто")
    document = read(tmp_path, text.encode("windows-1251"), "page.htm")
    assert "Никто knows why." in document.text
    archive = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="XX"\r\n\r\n--XX\r\nContent-Type: text/html\r\n'
        "Content-Transfer-Encoding: quoted-printable\r\n\r\n" + PAGE.replace("=", "=3D") + "\r\n--XX--\r\n"
    )
    assert read(tmp_path, archive, "page.mhtml").text == read(tmp_path, PAGE, "page.html").text


def test_a_page_without_an_article_is_read_whole_and_says_so(tmp_path: Path) -> None:
    document = read(tmp_path, "<html><body><nav><a href=x>Home</a> <a href=y>Sport</a></nav></body></html>", "x.html")
    assert document.text == "Home Sport\n"
    assert "no article" in document.notes[0]


LONG = "The ferry on the lake number {} runs again after two years of repairs, as the town said on Monday morning."


def paragraphs(first: int, n: int) -> str:
    return "".join(f"<p>{LONG.format(i)}</p>\n" for i in range(first, first + n))


def test_an_article_in_parts_is_kept_whole_and_readers_comments_are_not(tmp_path: Path) -> None:
    text = (
        "<!DOCTYPE html><html><body><h1>Ferries</h1><div id='content'>"
        + "".join(f"<div><h2>Part {i}</h2>{paragraphs(10 * i, 3)}<ul><li>Boat {i}</li></ul></div>" for i in range(4))
        + f"</div><div class='reader-comments'>{paragraphs(90, 2)}</div></body></html>"
    )
    units = [piece for _, _, piece in pieces(read(tmp_path, text, "a.html"))]
    assert units[0] == "Ferries"
    assert units[1:6] == ["Part 0", *(LONG.format(i) for i in range(3)), "Boat 0"]
    assert [unit for unit in units if unit.startswith("Part")] == [f"Part {i}" for i in range(4)]
    assert not any("number 9" in unit for unit in units)


def test_teasers_beside_the_article_are_left_out(tmp_path: Path) -> None:
    teasers = "".join(f"<div><h3>Another story {i}</h3><p>Short words on it.</p></div>" for i in range(20))
    text = (
        f"<!DOCTYPE html><html><body><div>{teasers}</div><h1>Ferries</h1><p class='date'>Monday</p>"
        f"<div><div class='text'>{paragraphs(0, 5)}</div></div><div>{teasers}</div></body></html>"
    )
    assert [piece for _, _, piece in pieces(read(tmp_path, text, "a.html"))] == [
        "Ferries",
        "Monday",
        *(LONG.format(i) for i in range(5)),
    ]


def test_a_page_is_told_by_its_content_and_can_be_read_as_text(tmp_path: Path) -> None:
    path = tmp_path / "page"
    path.write_text(PAGE, "utf-8")
    assert read_document(str(path)).format == "html"
    assert read_document(str(path), format="text").text == PAGE
    with pytest.raises(ConfigError, match="expected one of text, html"):
        read_document(str(path), format="rtf")


def test_markdown(tmp_path: Path) -> None:
    assert pieces(read(tmp_path, MARKDOWN, "a.md")) == [
        ("heading", 4, "Ferry runs again"),
        ("paragraph", 6, "The ferry on the lake runs again."),
        ("alternative text of an image", 6, "A white ferry"),
        ("list item", 9, "First item"),
        ("list item", 10, "Second link"),
        ("table cell", 12, "a"),
        ("table cell", 12, "b"),
        ("table cell", 14, "one"),
        ("table cell", 14, "two"),
        ("HTML block", 20, "Some HTML text"),
    ]


def test_docx_of_python_docx(tmp_path: Path) -> None:
    document = read(tmp_path, make_docx(), "a.docx")
    assert pieces(document) == [
        ("paragraph 1", None, "Ferry runs again"),
        ("paragraph 2", None, "The ferry on the lake runs\tagain. Truly."),
        ("table 1, row 1, cell 1", None, "One"),
        ("table 1, row 2, cell 2", None, "Two"),
        ("paragraph 3", None, "The end."),
    ]
    assert read(tmp_path, make_docx(), "letter").format == "docx"


def test_odt_of_odfpy(tmp_path: Path) -> None:
    assert pieces(read(tmp_path, make_odt(), "a.odt")) == [
        ("paragraph 1", None, "Ferry runs again"),
        ("paragraph 2", None, "The ferry on the lake  runs."),
        ("note 1", None, "A note."),
        ("table 1, row 1, cell 1", None, "One"),
        ("table 1, row 1, cell 2", None, "Two"),
    ]


def cues() -> list[srt.Subtitle]:
    texts = ["<i>The ferry on the</i>\nlake", "runs again.", "It is late.", "- Really?\n- Yes."]
    starts = [1.0, 2.6, 9.0, 11.0]
    return [
        srt.Subtitle(index=i, start=timedelta(seconds=start), end=timedelta(seconds=start + 1.5), content=text)
        for i, (start, text) in enumerate(zip(starts, texts, strict=True), start=1)
    ]


def test_srt_of_the_srt_library(tmp_path: Path) -> None:
    text = srt.compose(cues())
    document = read(tmp_path, text, "a.srt")
    assert pieces(document) == [
        ("cue 1 at 00:00:01.000", 3, "The ferry on the\nlake"),
        ("cue 2 at 00:00:02.600", 8, "runs again."),
        ("cue 3 at 00:00:09.000", 12, "It is late."),
        ("cue 4 at 00:00:11.000", 16, "- Really?\n- Yes."),
    ]
    segments = with_file_lines(document, segment_document(document, "en"))
    assert [(s.text, s.line) for s in segments] == [
        ("The ferry on the\nlake\nruns again.", 3),
        ("It is late.", 12),
        ("- Really?", 16),
        ("- Yes.", 17),
    ]
    assert read(tmp_path, text.replace("\n", "\r\n"), "b.srt").text == document.text
    assert read(tmp_path, text, "subtitles").format == "srt"


def test_vtt_of_webvtt_py(tmp_path: Path) -> None:
    captions = webvtt.WebVTT()
    captions.captions.append(
        webvtt.Caption("00:00:01.000", "00:00:02.500", "<v Bob>Fish &amp; chips", identifier="intro")
    )
    captions.captions.append(webvtt.Caption("00:00:02.600", "00:00:04.000", "for two."))
    document = read(tmp_path, captions.content, "a.vtt")
    assert pieces(document) == [
        ("cue intro at 00:00:01.000", 5, "Fish & chips"),
        ("cue 2 at 00:00:02.600", 8, "for two."),
    ]
    assert document.text == "Fish & chips\nfor two.\n"


def test_a_blank_line_inside_a_cue_and_notes_in_vtt(tmp_path: Path) -> None:
    text = (
        "WEBVTT\n\nNOTE a note\nof two lines\n\n00:01.000 --> 00:02.500 align:start\nOne\n\nmore.\n\nSTYLE\n::cue {}\n"
    )
    assert pieces(read(tmp_path, text, "a.vtt")) == [
        ("cue 1 at 00:00:01.000", 7, "One"),
        ("cue 1 at 00:00:01.000", 9, "more."),
    ]


def test_units_are_found_by_offset(tmp_path: Path) -> None:
    document = read(tmp_path, MARKDOWN, "a.md")
    for unit in document.units:
        assert unit_at(document.units, unit.start) is unit
        assert unit_at(document.units, unit.end - 1) is unit
    assert unit_at((), 3) is None
    plain = Document(path="x", text="One.")
    segments: tuple[Segment, ...] = segment_document(plain, "en")
    assert with_file_lines(plain, segments) is segments


def rezipped(data: bytes, part: str, change: Any) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            content = old.read(info)
            if info.filename == part:
                content = change(content)
            if content is not None:
                new.writestr(info.filename, content)
    return out.getvalue()


LAUGHS = b'<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
EXTERNAL = b'<!DOCTYPE a SYSTEM "file:///etc/hostname">'


@pytest.mark.parametrize(("name", "part"), [("a.docx", "word/document.xml"), ("a.odt", "content.xml")])
@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda xml: re.sub(rb"(<\?xml.*?\?>)?", rb"\1" + LAUGHS, xml, count=1), "document type definition|entity"),
        (lambda xml: re.sub(rb"(<\?xml.*?\?>)?", rb"\1" + EXTERNAL, xml, count=1), "document type definition"),
        (lambda xml: b"<a>" * 1000 + b"</a>" * 1000, "nested deeper"),
        (lambda xml: xml[:-20], "broken XML"),
        (lambda xml: b" " * 70 * 1024**2, "zip bomb"),
        (lambda xml: None, "missing|not a document"),
    ],
)
def test_hostile_office_files_are_one_error(tmp_path: Path, name: str, part: str, change: Any, words: str) -> None:
    data = rezipped(make_docx() if name.endswith("docx") else make_odt(), part, change)
    with pytest.raises(InputError, match=words):
        read(tmp_path, data, name)


def test_what_is_no_document_is_one_error(tmp_path: Path) -> None:
    sheet = io.BytesIO()
    with zipfile.ZipFile(sheet, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types>spreadsheetml</Types>")
    for data, name, words in (
        (sheet.getvalue(), "a.docx", "without text pages"),
        (b"PK\x03\x04 cut", "a.docx", "damaged ZIP"),
        (b"plain text", "a.docx", "no DOCX"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.docx", "old Microsoft Office"),
        (b"hello\n", "a.srt", "a.srt:1: 'hello' is no cue"),
        (b"1\n00:00:xx --> 00:00:02,000\nA\n", "a.srt", "a.srt:2: the times"),
        (b"hello\n", "a.vtt", "expected WEBVTT"),
        (b"<html><body></body></html>", "a.html", "holds no text"),
        (b"---\na: b\n---\n", "a.md", "holds no text"),
        (b"<tmx/>", "a.tmx", "pass it alone"),
        (b"PAR1", "a.parquet", "pass it alone"),
    ):
        with pytest.raises(InputError, match=words):
            read(tmp_path, data, name)


def test_a_page_nested_beyond_reason_ends(tmp_path: Path) -> None:
    try:
        text = read(tmp_path, "<html><body>" + "<div>" * 50_000 + "deep", "a.html").text
    except InputError as fault:
        text = str(fault)
    assert "deep" in text


def test_the_limit_of_a_part_is_in_bytes_unpacked() -> None:
    assert read_office.MAX_PART_BYTES == 64 * 1024**2
