"""The demo corpora are what they say: slices, checksums, alignments and fault classes hold together."""

from __future__ import annotations

import ast
import hashlib
import re
import tomllib
import unicodedata
from collections import defaultdict
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
NEWS = sorted((ROOT / "corpora").glob("news-*/corpus.toml"))
DIRECTIONS = ("ru-en", "de-en", "es-en", "zh-en", "ar-en", "en-ru")
FAULT_KEYS = {"class", "side", "start", "end", "severity", "text", "note"}

Texts = dict[str, str]
Beads = list[tuple[list[int], list[int]]]


def load(folder: Path) -> dict[str, Any]:
    return tomllib.loads((folder / "corpus.toml").read_text(encoding="utf-8"))


def texts_of(folder: Path) -> Texts:
    return {side: (folder / f"{side}.txt").read_bytes().decode("utf-8") for side in ("source", "target")}


def faults_of(folder: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads((folder / "faults.toml").read_text(encoding="utf-8"))["fault"]
    return found


def sentences_of(folder: Path, side: str) -> list[str]:
    return (folder / f"{side}.sent").read_bytes().decode("utf-8").split("\n")[:-1]


def sentence_spans(folder: Path, side: str) -> list[tuple[int, int]]:
    text, spans, position = texts_of(folder)[side], [], 0
    for sentence in sentences_of(folder, side):
        start = text.index(sentence, position)
        assert not text[position:start].strip(), f"text between sentences: {text[position:start]!r}"
        position = start + len(sentence)
        spans.append((start, position))
    assert not text[position:].strip()
    return spans


def beads_of(folder: Path) -> Beads:
    lines = (folder / "alignment.txt").read_text(encoding="utf-8").splitlines()
    return [(ast.literal_eval(left), ast.literal_eval(right)) for left, right in (ln.split(":") for ln in lines)]


def documented_classes() -> set[str]:
    page = (ROOT / "docs" / "corpora.md").read_text(encoding="utf-8")
    table = page.split("## Fault classes")[1].split("## Files")[0]
    return set(re.findall(r"^\| `([a-z-]+)` \|", table, flags=re.MULTILINE))


FOLDERS = [path.parent for path in NEWS]
FAULTY = [folder for folder in FOLDERS if not folder.name.endswith("-clean")]
CLEAN = [folder for folder in FOLDERS if folder.name.endswith("-clean")]
each = pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
each_faulty = pytest.mark.parametrize("folder", FAULTY, ids=lambda folder: folder.name)
each_clean = pytest.mark.parametrize("folder", CLEAN, ids=lambda folder: folder.name)


def test_every_direction_has_a_faulty_and_a_clean_pair() -> None:
    names = {folder.name for folder in FOLDERS}
    assert {f"news-{d}" for d in DIRECTIONS} | {f"news-{d}-clean" for d in DIRECTIONS} <= names


def test_every_class_occurs_in_two_pairs_and_is_documented() -> None:
    pairs_with = defaultdict(set)
    for folder in FAULTY:
        for fault in faults_of(folder):
            pairs_with[fault["class"]].add(folder.name)
    assert set(pairs_with) == documented_classes()
    assert {name: len(pairs) for name, pairs in pairs_with.items() if len(pairs) < 2} == {}


@each
def test_corpus_toml_tells_the_truth(folder: Path) -> None:
    corpus = load(folder)
    assert corpus["name"] == folder.name
    assert corpus["kind"] == ("clean" if folder.name.endswith("-clean") else "faulty")
    assert "-".join(corpus["languages"]) == "-".join(folder.name.split("-")[1:3])
    assert corpus["licence"] == "CC0-1.0"
    assert corpus["origin"] == "written for mtcheck"
    assert corpus["purpose"]
    for name in ("source.txt", "target.txt"):
        assert corpus["sha256"][name] == hashlib.sha256((folder / name).read_bytes()).hexdigest()
    for side in ("source", "target"):
        assert corpus[f"n_{side}_sentences"] == len(sentences_of(folder, side))
    assert (folder / "faults.toml").exists() == (corpus["kind"] == "faulty")


@each
def test_texts_are_tidy(folder: Path) -> None:
    for side, text in texts_of(folder).items():
        assert not set(text) & set("\r\t\ufeff\u00ad"), side
        assert unicodedata.is_normalized("NFC", text)
        assert "\n\n\n" not in text
        assert "  " not in text
        assert text.endswith("\n")
        assert all(line == line.strip() for line in text.split("\n"))


@each
def test_sentences_rebuild_the_text_and_beads_cover_them_in_order(folder: Path) -> None:
    beads = beads_of(folder)
    for place, side in enumerate(("source", "target")):
        spans = sentence_spans(folder, side)
        assert [i for bead in beads for i in bead[place]] == list(range(len(spans)))
    assert all(left or right for left, right in beads)


@each_faulty
def test_a_fault_is_the_slice_it_names(folder: Path) -> None:
    texts, faults = texts_of(folder), faults_of(folder)
    assert load(folder)["n_faults"] == len(faults)
    assert 10 <= len(faults) <= 14
    for fault in faults:
        assert set(fault) - {"counterpart"} == FAULT_KEYS
        assert fault["severity"] in {"minor", "major", "critical"}
        assert fault["note"]
        places = [fault]
        if "counterpart" in fault:
            places.append(fault["counterpart"])
            assert fault["counterpart"]["side"] != fault["side"]
        for place in places:
            assert place["text"].strip()
            assert texts[place["side"]][place["start"] : place["end"]] == place["text"]


@each_faulty
def test_faults_do_not_overlap_and_two_sentences_in_five_are_clean(folder: Path) -> None:
    faults = faults_of(folder)
    for side in ("source", "target"):
        spans = sorted((fault["start"], fault["end"]) for fault in faults if fault["side"] == side)
        assert all(left[1] <= right[0] for left, right in pairwise(spans))
    hit = [(fault["start"], fault["end"]) for fault in faults if fault["side"] == "target"]
    sentences = sentence_spans(folder, "target")
    clean = [s for s in sentences if not any(start < s[1] and s[0] < end for start, end in hit)]
    assert len(clean) >= 0.4 * len(sentences)


@each_faulty
def test_every_unpaired_sentence_is_an_annotated_fault(folder: Path) -> None:
    texts = texts_of(folder)
    annotated = {(fault["side"], fault["text"]) for fault in faults_of(folder)}
    for left, right in beads_of(folder):
        if left and right:
            continue
        side, index = ("source", left[0]) if left else ("target", right[0])
        start, end = sentence_spans(folder, side)[index]
        assert (side, texts[side][start:end]) in annotated


@each_clean
def test_a_clean_pair_leaves_nothing_out_and_merges_and_splits(folder: Path) -> None:
    shapes = {(len(left), len(right)) for left, right in beads_of(folder)}
    assert shapes == {(1, 1), (1, 2), (2, 1)}
