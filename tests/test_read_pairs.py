"""Files of pairs: every cell's place is true, a bad row is one error with its line."""

from __future__ import annotations

import csv
import gzip
import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from mtcheck.errors import InputError
from mtcheck.read import RawPair, detect_kind, iter_pairs, read_aligned


def read(text: str, kind: str | None = None, **options: Any) -> list[RawPair]:
    return list(iter_pairs("-", format=kind, stdin=io.BytesIO(text.encode()), **options))


def fault(text: str, kind: str) -> str:
    with pytest.raises(InputError) as caught:
        read(text, kind)
    return str(caught.value)


def check_places(text: str, pairs: list[RawPair]) -> None:
    """Every code point of a cell stands in the file where the pair says, escapes aside."""
    for pair in pairs:
        for cell, start, offsets in (
            (pair.source, pair.source_start, pair.source_offsets),
            (pair.target, pair.target_start, pair.target_offsets),
        ):
            if offsets is None:
                assert text[start : start + len(cell)] == cell
            else:
                assert len(offsets) == len(cell) + 1
                assert list(offsets) == sorted(set(offsets))
                assert offsets[0] == start
                for char, place in zip(cell, offsets, strict=False):
                    assert text[place] in (char, "\\", '"')


TSV = "Привет\tHello\nМир\tWorld\r\n\tempty source\nlast\t"


def test_tsv_without_a_header() -> None:
    pairs = read(TSV, "tsv")
    assert [(p.source, p.target, p.line) for p in pairs] == [
        ("Привет", "Hello", 1),
        ("Мир", "World", 2),
        ("", "empty source", 3),
        ("last", "", 4),
    ]
    check_places(TSV, pairs)


@pytest.mark.parametrize(
    "header", ["source\ttarget", "Source Text\tMT", "\ufeffsrc\ttgt", "original\ttranslation", "SRC\tHypothesis"]
)
def test_known_column_names_are_a_header(header: str) -> None:
    assert [(p.source, p.line, p.index) for p in read(f"{header}\na\tb\n", "tsv")] == [("a", 2, 0)]


def test_further_columns_are_kept() -> None:
    (pair,) = read("id\tref\tmt\tsrc\tz_mean\tsl\ttl\n7\tR\tT\tS\t-0.25\tRU\tpt_BR\n", "tsv")
    assert (pair.id, pair.reference, pair.target, pair.source, pair.score) == ("7", "R", "T", "S", -0.25)
    assert (pair.source_lang, pair.target_lang) == ("ru", "pt")


def test_columns_named_by_language() -> None:
    (pair,) = read("en\tru\nHi\tПривет\n", "tsv")
    assert (pair.source, pair.source_lang, pair.target_lang) == ("Hi", "en", "ru")
    (pair,) = read("en\tru\tde\nHi\tПривет\tHallo\n", "tsv", source_lang="de", target_lang="en")
    assert (pair.source, pair.target) == ("Hallo", "Hi")
    (pair,) = read("en\tru\nHi\tПривет\n", "tsv", source_lang="ru")
    assert (pair.source, pair.target) == ("Привет", "Hi")


def test_two_plain_words_are_no_header() -> None:
    assert [p.source for p in read("house\tdom\ncat\tkot\n", "tsv")] == ["house", "cat"]


CSV = 'source,target\n"He said ""hi"", then left","a\r\nb"\nx,y "z\n"",last\n'


def test_csv_quotes_line_breaks_and_places() -> None:
    pairs = read(CSV, "csv")
    assert [(p.source, p.target, p.line) for p in pairs] == [
        ('He said "hi", then left', "a\r\nb", 2),
        ("x", 'y "z', 4),
        ("", "last", 5),
    ]
    check_places(CSV, pairs)


@pytest.mark.parametrize(
    "text", ["source;target\na,b;c\n", "sep=;\nsource;target\na,b;c\n", '"source";"target"\n"a,b";c\n']
)
def test_csv_with_semicolons(text: str) -> None:
    pairs = read(text, "csv")
    assert [(p.source, p.target) for p in pairs] == [("a,b", "c")]
    check_places(text, pairs)


JSONL = (
    '{"source": "a\\"b\\u00e9\\ud83d\\ude00\\n", "target": "x", "id": 5, "score": 0.5}\n'
    "\n"
    '{"tgt": "two", "meta": {"source": "no"}, "src": "one", "reference": "ref"}\r\n'
    '{"translation": {"en": "Hi", "ru": "Привет"}}\n'
)


def test_jsonl_escapes_nesting_and_places() -> None:
    pairs = read(JSONL, "jsonl")
    assert [(p.source, p.target, p.line) for p in pairs] == [
        ('a"bé😀\n', "x", 1),
        ("one", "two", 3),
        ("Hi", "Привет", 4),
    ]
    assert (pairs[0].id, pairs[0].score, pairs[1].reference) == ("5", 0.5, "ref")
    assert (pairs[2].source_lang, pairs[2].target_lang) == ("en", "ru")
    check_places(JSONL, pairs)
    offsets = pairs[0].source_offsets
    assert offsets is not None
    assert JSONL[offsets[4] : offsets[5]] == "\\ud83d\\ude00"


def test_jsonl_picks_the_languages_asked_for() -> None:
    (pair,) = read(
        '{"translation": {"en": "Hi", "ru": "Привет", "de": "Hallo"}}', "jsonl", source_lang="de", target_lang="ru"
    )
    assert (pair.source, pair.target) == ("Hallo", "Привет")


@pytest.mark.parametrize(
    ("kind", "text", "words"),
    [
        ("tsv", "a\tb\nc\n", "<stdin>:2: expected 2 columns (tab-separated, without quoting), found 1"),
        ("tsv", "a\tb\n\nc\td\n", "<stdin>:2: expected 2 columns"),
        ("tsv", "a\tb\tc\n", "<stdin>:1: expected two columns (source, target) or a header row; found 3 columns"),
        ("tsv", "src\ttgt\na\tb\tc\n", "a tab inside a text"),
        ("tsv", "src\ttgt\tsl\na\tb\tklingonish\n", "<stdin>:2: unknown language tag 'klingonish'"),
        ("tsv", "src\ttgt\n", "holds no pair"),
        ("csv", 'source,target\n"open,b\nmore\n', "<stdin>:2: a quoted cell of this row is never closed"),
        ("csv", 'source,target\n"a"x,b\n', "<stdin>:2: text beside a quoted cell ('x,b')"),
        ("csv", "source,target\na,b,c\n", "double quotes"),
        ("jsonl", '{"source": "a"}\n', "<stdin>:1: no source and target among the keys ('source')"),
        ("jsonl", '{"source": "a", "target": 3}\n', "<stdin>:1: the value of 'target' is a JSON number; expected"),
        ("jsonl", '{"source": null, "target": "b"}\n', "JSON null"),
        ("jsonl", '{"source":"a","target":"b"}\n{bad}\n', "<stdin>:2: invalid JSON at column 2"),
        ("jsonl", '[{"source":"a","target":"b"}]\n', "a JSON array; expected one object a line"),
        ("jsonl", '"text"\n', "found a JSON string"),
        ("jsonl", '{"source":"a","target":"b"} x\n', "text after the JSON object"),
        ("jsonl", '{"source":"a\\ud800","target":"b"}\n', "lone surrogate"),
        ("jsonl", "[" * 100_000 + "\n", "JSON array"),
        ("jsonl", '{"source":' + "[" * 100_000 + "\n", "invalid JSON"),
        ("jsonl", "\n", "holds no pair"),
        ("tsv", "a\tb\nc\x00\td\n", "<stdin>:2: NUL"),
    ],
)  # fmt: skip
def test_a_bad_row_is_one_error_with_its_line(kind: str, text: str, words: str) -> None:
    assert words in fault(text, kind)


def test_rows_before_a_bad_one_are_given() -> None:
    rows = iter_pairs("-", format="tsv", stdin=io.BytesIO(b"a\tb\nc\n"))
    assert next(rows).source == "a"
    with pytest.raises(InputError):
        next(rows)


def test_a_bad_byte_late_in_a_stream_is_placed(tmp_path: Path) -> None:
    good = "Привет\tHello\n".encode() * 60_000
    path = tmp_path / "long.tsv"
    path.write_bytes(good + b"\xff\tx\n")
    with pytest.raises(InputError, match=rf"long\.tsv:60001: invalid utf-8 byte 0xFF at byte offset {len(good):,}"):
        for _ in iter_pairs(str(path)):
            pass


@pytest.mark.parametrize("encoding", ["utf-16", "cp1251", "utf-8-sig"])
def test_pairs_in_other_encodings(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "pairs.tsv"
    path.write_bytes(("Сегодня в городе прошёл дождь\tIt rained today\n" * 3).encode(encoding))
    assert [p.source for p in iter_pairs(str(path))] == ["Сегодня в городе прошёл дождь"] * 3


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("a.tsv", "x", "tsv"), ("a.csv", "x", "csv"), ("a.jsonl", "x", "jsonl"), ("a.txt", "a\tb\n", "text"),
        ("a", "a\tb\nc\td\n", "tsv"), ("b", '{"source": "a", "target": "b"}\n', "jsonl"),
        ("c", "source,target\na,b\n", "csv"), ("d", "Hello, world.\nHow are you, friend?\n", "text"),
        ("e", "one\ttab\nno tab\n", "text"), ("f.ndjson", "x", "jsonl"),
    ],
)  # fmt: skip
def test_kinds_are_told_by_name_and_then_by_content(tmp_path: Path, name: str, text: str, kind: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    assert detect_kind(str(path)) == kind


@pytest.mark.parametrize(("suffix", "pack"), [(".gz", gzip.compress), (".zst", zstandard.compress)])
def test_packed_pairs(tmp_path: Path, suffix: str, pack: object) -> None:
    assert callable(pack)
    path = tmp_path / f"pairs.tsv{suffix}"
    path.write_bytes(pack(TSV.encode()))
    assert detect_kind(str(path)) == "tsv"
    assert list(iter_pairs(str(path))) == read(TSV, "tsv")


def test_aligned_files(tmp_path: Path) -> None:
    source, target = tmp_path / "a", tmp_path / "b"
    source.write_bytes("один\n\nтри".encode())
    target.write_bytes(b"one\r\ntwo\r\n\r\n")
    assert [
        (p.source, p.target, p.source_start, p.target_start, p.line) for p in read_aligned(str(source), str(target))
    ] == [
        ("один", "one", 0, 0, 1),
        ("", "two", 5, 5, 2),
        ("три", "", 6, 10, 3),
    ]
    target.write_bytes(b"one\n")
    with pytest.raises(InputError, match=r"a has 3 lines and .*b has 1;"):
        read_aligned(str(source), str(target))
    target.write_bytes(b"")
    with pytest.raises(InputError, match="is empty"):
        read_aligned(str(source), str(target))


CELLS = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\x00"), max_size=40)
ROWS = st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=8)


@settings(deadline=None, max_examples=150)
@given(rows=ROWS)
def test_what_the_csv_module_writes_is_read_back(rows: list[tuple[str, str]]) -> None:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL)
    writer.writerow(("source", "target"))
    writer.writerows(rows)
    text = out.getvalue()
    pairs = read(text, "csv")
    assert [(pair.source, pair.target) for pair in pairs] == rows
    check_places(text, pairs)


@settings(deadline=None, max_examples=150)
@given(rows=ROWS, ascii_only=st.booleans())
def test_what_the_json_module_writes_is_read_back(rows: list[tuple[str, str]], ascii_only: bool) -> None:
    text = "".join(
        json.dumps({"source": source, "note": {"target": [1]}, "target": target}, ensure_ascii=ascii_only) + "\n"
        for source, target in rows
    )
    pairs = read(text, "jsonl")
    assert [(pair.source, pair.target) for pair in pairs] == rows
    check_places(text, pairs)


@settings(deadline=None, max_examples=200)
@given(data=st.binary(max_size=300), kind=st.sampled_from(["tsv", "csv", "jsonl", None]))
def test_any_bytes_give_pairs_or_one_clear_error(data: bytes, kind: str | None) -> None:
    message = ""
    try:
        for _ in iter_pairs("-", format=kind, stdin=io.BytesIO(data)):
            pass
    except InputError as raised:
        message = str(raised)
    assert message == "" or message.startswith("<stdin>")


@pytest.mark.slow
def test_memory_stays_flat_over_a_long_file(tmp_path: Path) -> None:
    path = tmp_path / "long.tsv.gz"
    with gzip.open(path, "wb", compresslevel=1) as out:
        block = "Это предложение о погоде в городе.\tThis is a sentence about the weather.\n".encode() * 10_000
        for _ in range(60):
            out.write(block)
    program = (
        "import resource, sys\n"
        "from mtcheck.read import iter_pairs\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "n = sum(1 for _ in iter_pairs(sys.argv[1]))\n"
        "print(n, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)\n"
    )
    done = subprocess.run([sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=True)
    n_pairs, growth_kib = map(int, done.stdout.split())
    assert n_pairs == 600_000
    assert growth_kib < 60_000  # the unpacked file has 66 MB
