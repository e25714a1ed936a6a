from __future__ import annotations

import json
import re

import pytest
from align_toys import segments

from mtcheck.align_formats import FORMATS, format_alignment
from mtcheck.data import Alignment, Bead
from mtcheck.errors import ConfigError

SOURCE = segments(["Первая\tфраза.", "Вторая.", "Третья \\ строка.\nДальше."])
TARGET = segments(["First phrase. Second.", "Extra."])
ALIGNMENT = Alignment(
    beads=(
        Bead(source=(0, 1), target=(0,), cost=0.25, similarity=0.75, confidence=0.9),
        Bead(source=(), target=(1,), cost=1.0, similarity=None, confidence=0.6),
        Bead(source=(2,), target=(), cost=1.0, similarity=None, confidence=0.8),
    ),
    signature="aligner:crf@1|encoder:toy@1",
)


def lines(fmt: str) -> list[str]:
    return list(format_alignment(ALIGNMENT, SOURCE, TARGET, fmt))


def test_vecalign_lines() -> None:
    assert lines("vecalign") == ["[0, 1]:[0]:0.250000", "[]:[1]:1.000000", "[2]:[]:1.000000"]
    assert all(re.fullmatch(r"\[(\d+(, \d+)*)?\]:\[(\d+(, \d+)*)?\]:\d+\.\d+", line) for line in lines("vecalign"))


def test_tsv_has_one_line_a_bead_and_escapes() -> None:
    header, *rows = lines("tsv")
    assert header.split("\t") == ["source_indices", "target_indices", "similarity", "confidence", "source", "target"]
    cells = [row.split("\t") for row in rows]
    assert [len(row) for row in cells] == [6, 6, 6]
    assert cells[0] == ["0,1", "0", "0.7500", "0.9000", "Первая\\tфраза. Вторая.", "First phrase. Second."]
    assert cells[1] == ["", "1", "", "0.6000", "", "Extra."]
    assert cells[2][4] == "Третья \\\\ строка.\\nДальше."


def test_json_is_one_object() -> None:
    data = json.loads("\n".join(lines("json")))
    assert data["signature"] == ALIGNMENT.signature
    assert data["beads"][0]["source"] == [0, 1]
    assert data["beads"][0]["source_span"] == [SOURCE[0].start, SOURCE[1].end]
    assert data["beads"][1]["source_span"] is None
    assert data["beads"][1]["similarity"] is None
    assert json.loads("\n".join(format_alignment(Alignment(beads=(), signature="x"), [], [], "json")))["beads"] == []


def test_text_is_readable_and_says_what_is_missing() -> None:
    page = "\n".join(lines("text"))
    assert "1+2 : 1  90% sure, similarity 0.75" in page
    assert "not in the source" in page
    assert "not in the target" in page
    assert "\t" not in page


def test_text_wraps_wide_and_combining_characters() -> None:
    source = segments(["漢字" * 80, "é" * 120])
    alignment = Alignment(
        beads=tuple(Bead(source=(k,), target=(), cost=1, similarity=None, confidence=1) for k in (0, 1)),
        signature="s",
    )
    rows = [line for line in format_alignment(alignment, source, [], "text") if "|" in line]
    assert sum(line.count("漢") for line in rows) == 80
    assert max(line.count("漢") + line.count("字") for line in rows) == 25
    assert len(rows) == 7 + 3


@pytest.mark.parametrize("fmt", FORMATS)
def test_formats_take_an_empty_alignment(fmt: str) -> None:
    assert isinstance(list(format_alignment(Alignment(beads=(), signature="s"), [], [], fmt)), list)


def test_unknown_format_is_one_clear_error() -> None:
    with pytest.raises(ConfigError, match="choose one of text"):
        format_alignment(ALIGNMENT, SOURCE, TARGET, "xml")
