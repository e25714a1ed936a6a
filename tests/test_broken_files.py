"""A folder of several hundred files broken by mutation, given to the command line one by one.

Each is one clear error of one line and exit code 2, never a traceback, and leaves nothing behind, whatever output was
asked for. The seeds are files of every format; the mutations are those that happen to files: cut short, bytes
overwritten, a piece lost, doubled or moved, text in another encoding, an archive's part damaged.
"""

from __future__ import annotations

import io
import random
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import format_samples as samples
import pyarrow as pa
import pytest
from pyarrow import feather, parquet

from mtcheck import cli
from mtcheck.errors import InputError
from mtcheck.pairs import PAIR_KINDS, kind_of_name
from mtcheck.read import iter_pairs, read_document
from mtcheck.read_glossary import read_glossary

N_EACH = 40  # mutations of each seed; about half of them break a file


def seeds() -> dict[str, bytes]:
    """One file of each format, small and valid."""
    table = pa.table({"source": ["Дом.", "Город."] * 20, "target": ["House.", "Town."] * 20})
    columns, rows = io.BytesIO(), io.BytesIO()
    parquet.write_table(table, columns)
    feather.write_feather(table, rows)
    texts = {
        "a.tsv": "source\ttarget\nДом.\tHouse.\nГород.\tTown.\n",
        "a.csv": 'source,target\n"Дом, ""старый"".",House.\n"Го\nрод.",Town.\n',
        "a.jsonl": '{"source": "Дом \\"он\\".", "target": "House.", "score": 1}\n{"source": "Да.", "target": "Yes."}\n',
        "a.tmx": samples.TMX,
        "a.xlf": samples.XLIFF12,
        "b.xlf": samples.XLIFF21,
        "a.sdlxliff": samples.SDLXLIFF,
        "c.xlf": samples.XLIFF2_PREFIXED,
        "a.po": samples.PO,
        "a.srt": "1\n00:00:01,000 --> 00:00:02,500\nHello.\n\n2\n00:00:03,000 --> 00:00:04,000\nBye.\n",
        "a.vtt": "WEBVTT\n\n00:01.000 --> 00:02.500\nHello.\n\n00:03.000 --> 00:04.000\nBye.\n",
        "a.html": samples.PAGE,
        "a.md": samples.MARKDOWN,
    }
    binary = {
        "a.docx": samples.make_docx(),
        "a.odt": samples.make_odt(),
        "a.parquet": columns.getvalue(),
        "a.feather": rows.getvalue(),
    }
    return {name: text.encode() for name, text in texts.items()} | binary


def cut(data: bytes, rng: random.Random) -> bytes:
    return data[: rng.randrange(len(data))]


def overwrite(data: bytes, rng: random.Random) -> bytes:
    broken = bytearray(data)
    for _ in range(rng.randint(1, 6)):
        broken[rng.randrange(len(broken))] = rng.randrange(256)
    return bytes(broken)


def lose(data: bytes, rng: random.Random) -> bytes:
    start = rng.randrange(len(data))
    return data[:start] + data[start + rng.randint(1, 60) :]


def double(data: bytes, rng: random.Random) -> bytes:
    start, end = sorted(rng.randrange(len(data)) for _ in range(2))
    return data[:end] + data[start:]


def move(data: bytes, rng: random.Random) -> bytes:
    one, two, three = sorted(rng.randrange(len(data)) for _ in range(3))
    return data[:one] + data[two:three] + data[one:two] + data[three:]


def transcode(data: bytes, rng: random.Random) -> bytes:
    text = data.decode("utf-8", "replace")
    place = rng.randrange(len(text))
    return text[:place].encode() + text[place:].encode(rng.choice(["utf-16-le", "cp1252", "koi8-r"]), "replace")


def damage_part(data: bytes, rng: random.Random) -> bytes:
    """A mutation inside an archive, which is packed again; elsewhere NUL bytes."""
    if not data.startswith(b"PK"):
        place = rng.randrange(len(data))
        return data[:place] + b"\x00" * rng.randint(1, 9) + data[place:]
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name in ("word/document.xml", "content.xml"):
                content = rng.choice([cut, overwrite, lose, double, move])(content, rng)
            new.writestr(name, content)
    return out.getvalue()


MUTATIONS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    cut, overwrite, lose, double, move, transcode, damage_part,
)  # fmt: skip


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The files that cannot be read; those that a mutation left readable are taken away."""
    folder = tmp_path_factory.mktemp("broken")
    rng = random.Random(11)
    found = []
    for name, data in seeds().items():
        for number in range(N_EACH):
            mutated = MUTATIONS[number % len(MUTATIONS)](data, rng)
            path = folder / f"{Path(name).stem}{number:02}{Path(name).suffix}"
            path.write_bytes(mutated)
            if readable(path):
                path.unlink()
            else:
                found.append(path)
    return found


def readable(path: Path) -> bool:
    """Whether the readers take a file; any fault but theirs fails the test that asks."""
    try:
        if kind_of_name(str(path)) in PAIR_KINDS:
            list(iter_pairs(str(path)))
        else:
            read_document(str(path))
    except InputError:
        return False
    return True


def test_there_are_many_and_of_every_format(broken: list[Path]) -> None:
    assert len(broken) >= 200
    # Markdown has no syntax errors, and a browser's rules make some page of any tags: only the encoding can be wrong.
    assert {path.suffix for path in broken} >= {Path(name).suffix for name in seeds()} - {".md", ".html"}


@pytest.mark.slow
def test_each_is_one_clear_error_and_nothing_is_written(
    broken: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    good = tmp_path / "good.txt"
    good.write_text("The house is old.\n", "utf-8")
    out = tmp_path / "out"
    out.mkdir()
    for path in broken:
        options = ["--json", str(out / "out.json"), "--html", str(out / "out.html"), "--source-lang", "ru"]
        options += ["--target-lang", "en"]
        kind = kind_of_name(str(path))
        if kind in PAIR_KINDS:
            files = [str(path)]
            options += ["--annotate", str(out / f"out{path.suffix}")] if kind in ("tmx", "xliff", "po") else []
        else:
            files = [str(path), str(good)]
        monkeypatch.setattr(sys, "argv", ["mtcheck", "score", *files, *options])
        with pytest.raises(SystemExit) as stopped:
            cli.main()
        printed = capsys.readouterr()
        assert stopped.value.code == 2, path
        assert printed.out == ""
        assert printed.err.count("\n") == 1, printed.err
        assert printed.err.startswith("mtcheck: error: "), printed.err
        assert path.name in printed.err
        assert len(printed.err) < 600
        assert list(out.iterdir()) == []


@pytest.mark.parametrize("text", [samples.TBX2, "source\ttarget\tstatus\nship\tSchiff\tpreferred\n"])
def test_broken_glossaries(tmp_path: Path, text: str) -> None:
    rng = random.Random(3)
    n_errors = 0
    for number in range(60):
        path = tmp_path / "terms"
        path.write_bytes(MUTATIONS[number % len(MUTATIONS)](text.encode(), rng))
        try:
            read_glossary(str(path))
        except InputError:
            n_errors += 1
    assert n_errors > 15
