"""Documents: every encoding comes back whole, every fault is one clear error with its place."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
from pathlib import Path

import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from mtcheck import read_bytes
from mtcheck.data import Document
from mtcheck.errors import ConfigError, InputError
from mtcheck.read import document_from_text, line_of, line_starts, read_document

RUSSIAN = "Москва. Сегодня в городе прошёл дождь, и жители остались дома.\r\nОни читали книги и пили чай весь вечер.\n"
UKRAINIAN = "Сьогодні гарна погода, тому ми пішли до парку. Учора йшов дощ, і ми їли яблука вдома.\n"
GERMAN = "Die größte Straße führt über die Brücke. Ärger gibt es wegen der Öffnungszeiten.\n"
FRENCH = "Aujourd'hui il fait beau, nous sommes allés à la forêt. Hier il a plu et nous étions fatigués.\n"
POLISH = "Książka leży na stole. Źdźbło trawy łamie się pod naciskiem, a żółw śpi. Gdzie są klucze?\n"
TURKISH = "Bugün hava güzel olduğu için parka gittik. Dün yağmur yağdı, çünkü şemsiyemiz yoktu.\n"
LITHUANIAN = "Šiandien oras gražus, todėl nuėjome į parką. Vakar lijo ir likome namuose.\n"
GREEK = "Σήμερα ο καιρός είναι καλός και πήγαμε στο πάρκο. Χθες έβρεχε και μείναμε σπίτι.\n"
CHINESE = "今天天气很好，我们去公园散步吧。昨天下雨，所以大家都待在家里。\n" * 3
TRADITIONAL = "今天天氣很好，我們去公園散步吧。昨天下雨，所以大家都待在家裡。\n" * 3
JAPANESE = "今日は天気がいいので、公園に行きました。昨日は雨が降っていたため、家にいました。\n" * 3
KOREAN = "오늘은 날씨가 좋아서 공원에 갔습니다. 어제는 비가 와서 집에 있었습니다.\n" * 3


def write(folder: Path, data: bytes, name: str = "page.txt") -> str:
    path = folder / name
    path.write_bytes(data)
    return str(path)


def fault(folder: Path, data: bytes, name: str = "page.txt") -> str:
    with pytest.raises(InputError) as caught:
        read_document(write(folder, data, name))
    return str(caught.value)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"]
)
@pytest.mark.parametrize("text", [RUSSIAN, GERMAN, CHINESE], ids=["ru", "de", "zh"])
def test_unicode_encodings_come_back_whole(tmp_path: Path, encoding: str, text: str) -> None:
    data = text.encode(encoding)
    document = read_document(write(tmp_path, data))
    assert document.text == text
    assert data.decode(document.encoding) == text
    assert bool(document.notes) == ("8" not in encoding)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_a_big_endian_byte_order_mark_is_taken_off(tmp_path: Path, encoding: str) -> None:
    document = read_document(write(tmp_path, "\ufeffHello, world.".encode(f"{encoding}-be")))
    assert document.text == "Hello, world."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r"), (RUSSIAN, "iso8859-5"), (RUSSIAN, "cp866"),
        (UKRAINIAN, "cp1251"), (UKRAINIAN, "koi8-u"),
        (GERMAN, "cp1252"), (GERMAN, "latin-1"), (FRENCH, "cp1252"), (FRENCH, "iso8859-15"),
        (POLISH, "cp1250"), (POLISH, "iso8859-2"), (TURKISH, "cp1254"), (LITHUANIAN, "cp1257"),
        (GREEK, "cp1253"), (GREEK, "iso8859-7"),
        (CHINESE, "gb18030"), (CHINESE, "gbk"), (TRADITIONAL, "big5"),
        (JAPANESE, "shift_jis"), (JAPANESE, "euc-jp"), (JAPANESE, "iso-2022-jp"), (KOREAN, "euc-kr"), (KOREAN, "cp949"),
    ],
)  # fmt: skip
def test_legacy_code_pages_are_told_and_said(tmp_path: Path, text: str, encoding: str) -> None:
    data = text.encode(encoding)
    document = read_document(write(tmp_path, data))
    assert document.text == text
    assert data.decode(document.encoding) == text
    assert "detected" in document.notes[0]
    assert document.encoding in document.notes[0]


def test_one_accented_letter_in_an_ascii_file_is_a_legacy_letter(tmp_path: Path) -> None:
    assert read_document(write(tmp_path, b"The caf\xe9 is open.\n")).text == "The café is open.\n"


def test_a_named_encoding_wins_over_detection(tmp_path: Path) -> None:
    path = write(tmp_path, RUSSIAN.encode("iso8859-5"))
    assert read_document(path, encoding="iso8859-5").text == RUSSIAN
    assert read_document(path, encoding="ISO-8859-5").encoding == "iso8859-5"
    with pytest.raises(InputError, match=r"page\.txt:1: invalid utf-8 byte 0x.. at byte offset 0"):
        read_document(path, encoding="utf8")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_byte_order_mark_beside_a_named_encoding_is_no_text(tmp_path: Path, encoding: str) -> None:
    data = "\ufeffHello.".encode("utf-8" if encoding == "utf-8" else "utf-16-le")
    document = read_document(write(tmp_path, data), encoding=encoding)
    assert document.text == "Hello."
    assert data.decode(document.encoding) == "Hello."


@pytest.mark.parametrize("encoding", ["klingon", "hex", "rot13", ""])
def test_an_unknown_encoding_is_a_config_error(tmp_path: Path, encoding: str) -> None:
    with pytest.raises(ConfigError, match="unknown encoding"):
        read_document(write(tmp_path, b"text"), encoding=encoding)


@pytest.mark.parametrize("pack", [gzip.compress, zstandard.compress, lzma.compress, bz2.compress])
def test_packed_files_are_unpacked_whatever_their_name(tmp_path: Path, pack: object) -> None:
    assert callable(pack)
    assert read_document(write(tmp_path, pack(RUSSIAN.encode()))).text == RUSSIAN


def test_several_gzip_members_and_zstd_frames_are_one_text(tmp_path: Path) -> None:
    for pack in (gzip.compress, zstandard.compress):
        assert read_document(write(tmp_path, pack(b"One. ") + pack(b"Two."))).text == "One. Two."


@pytest.mark.parametrize("pack", [gzip.compress, zstandard.compress, lzma.compress])
def test_damaged_packing_is_said(tmp_path: Path, pack: object) -> None:
    assert callable(pack)
    message = fault(tmp_path, pack(os.urandom(5000))[:-40])
    assert "broken" in message
    assert "page.txt" in message


def test_a_decompression_bomb_is_stopped_at_the_limit(tmp_path: Path) -> None:
    path = write(tmp_path, gzip.compress(b"a" * 5_000_000))
    with read_bytes.ByteStream(path) as stream, pytest.raises(InputError, match="GiB when unpacked from gzip"):
        read_bytes.read_all(stream, limit=1_000_000)


def test_stdin_is_read_as_bytes() -> None:
    document = read_document("-", stdin=io.BytesIO(RUSSIAN.encode("utf-16")))
    assert (document.path, document.text) == ("-", RUSSIAN)
    with pytest.raises(InputError, match="<stdin>: is empty"):
        read_document("-", stdin=io.BytesIO(b""))
    with pytest.raises(InputError, match="<stdin>:1: "):
        read_document("-", stdin=io.BytesIO(bytes((i * 7919) % 251 + 3 for i in range(5000))))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b" \n\t\r\n", "only white space"),
        ("\ufeff".encode(), "only white space"),
        (b"abc\ndef\x00ghi\n", "page.txt:2: NUL byte at byte offset 7"),
        (b"%PDF-1.7 abc", "is a PDF"),
        (b"PK\x03\x04\x14\x00\x06\x00", "DOCX"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "PNG"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Microsoft Office"),
        (b"{\\rtf1\\ansi", "RTF"),
        (b"\x01\x02\x03\x04abc" * 50, "control bytes"),
        # Without the time, for the bytes are the names of the tests.
        (gzip.compress(gzip.compress(b"text", mtime=0), mtime=0), "unpack it once"),
        (gzip.compress(b"%PDF-1.7", mtime=0), "is a PDF"),
    ],
)
def test_what_is_no_text_is_named(tmp_path: Path, data: bytes, words: str) -> None:
    message = fault(tmp_path, data)
    assert words in message
    assert "page.txt" in message


def test_a_bad_byte_in_utf8_is_placed_and_never_read_as_a_code_page(tmp_path: Path) -> None:
    good = (RUSSIAN * 20).encode()
    place = good.index("дождь".encode(), 2000)
    message = fault(tmp_path, good[:place] + b"\xff" + good[place:])
    line = good[:place].count(b"\n") + 1
    assert f"page.txt:{line}: invalid utf-8 byte 0xFF at byte offset {place:,}" in message
    assert "--encoding" in message


def test_a_cut_file_is_placed_at_its_end(tmp_path: Path) -> None:
    data = (RUSSIAN * 20).encode().rstrip()[:-2]
    assert f"byte offset {len(data) - 1:,}" in fault(tmp_path, data)


def test_missing_files_directories_and_odd_names(tmp_path: Path) -> None:
    for path, words in [
        (str(tmp_path / "none"), "no such file"),
        (str(tmp_path), "is a directory"),
        ("a\x00b", "not a file name"),
    ]:
        with pytest.raises(InputError, match=words):
            read_document(path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_an_unreadable_file_is_said(tmp_path: Path) -> None:
    path = write(tmp_path, b"text")
    os.chmod(path, 0)
    with pytest.raises(InputError, match="permission denied"):
        read_document(path)


def test_permission_errors_have_words_of_their_own() -> None:
    assert "permission denied" in str(read_bytes._system_error("x", PermissionError(13, "Permission denied")))


def test_markup_is_noted(tmp_path: Path) -> None:
    document = read_document(write(tmp_path, b"<!DOCTYPE html><html><p>Hello</p></html>"))
    assert "tags are read as text" in document.notes[0]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ok\nbad \ud800 here", "<text>:2: lone surrogate U[+]D800 at code point 7"),
        ("a\x00", "<text>:1: NUL"),
        (" \n", "white"),
    ],
)
def test_strings_that_are_no_text(text: str, words: str) -> None:
    with pytest.raises(InputError, match=words):
        document_from_text(text)


def test_an_empty_string_is_allowed_where_asked_for() -> None:
    assert document_from_text("", allow_empty=True) == Document(path="<text>", text="")


def test_line_ends_are_kept_and_counted(tmp_path: Path) -> None:
    text = "one\r\ntwo\rthree\u2028four\ffive\x85six"
    document = read_document(write(tmp_path, text.encode()))
    assert document.text == text
    starts = line_starts(text)
    assert [line_of(starts, text.index(word)) for word in ("one", "two", "three", "four", "five", "six")] == [
        1,
        2,
        3,
        4,
        5,
        6,
    ]


TEXTS = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\x00"), min_size=1, max_size=300)


@settings(deadline=None, max_examples=200)
@given(text=TEXTS)
def test_lines_agree_with_str_splitlines(text: str) -> None:
    starts = line_starts(text)
    assert starts == sorted(set(starts))
    position = 0
    for number, line in enumerate(text.splitlines(keepends=True), start=1):
        assert line_of(starts, position) == line_of(starts, position + len(line) - 1) == number
        position += len(line)


@settings(deadline=None, max_examples=150)
@given(text=TEXTS.filter(lambda text: text.strip() != "" and text[0] != "\ufeff"))
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_any_text_comes_back_from_a_marked_encoding(encoding: str, text: str) -> None:
    data = text.encode(encoding)
    document = read_document("-", stdin=io.BytesIO(data))
    assert document.text == text == data.decode(document.encoding)


@settings(deadline=None, max_examples=300)
@given(data=st.binary(max_size=400))
def test_any_bytes_give_a_document_or_one_clear_error(data: bytes) -> None:
    try:
        document = read_document("-", stdin=io.BytesIO(data))
    except InputError as raised:
        message: str = str(raised)
    else:
        # Packed bytes aside (they do not occur by chance), the encoding named gives the text back.
        assert data.decode(document.encoding) == document.text
        return
    assert message.startswith("<stdin>")
