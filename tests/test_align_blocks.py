"""Gaps grouped into blocks, wrong sentence boundaries, and folders."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest
from align_toys import AdditiveToyEncoder, say, segments

from mtcheck.align import align_segments
from mtcheck.align_blocks import find_gaps
from mtcheck.align_folders import files_in, pair_by_content, pair_by_name
from mtcheck.align_repair import find_seams, repaired
from mtcheck.data import Segment, Side
from mtcheck.errors import InputError


@pytest.fixture
def meanings() -> list[list[int]]:
    rng = random.Random(3)
    return [rng.sample(range(500), 8) for _ in range(30)]


def in_paragraphs(found: list[Segment], size: int) -> list[Segment]:
    return [replace(segment, paragraph=segment.index // size) for segment in found]


def test_a_missing_paragraph_is_one_gap(meanings: list[list[int]]) -> None:
    source = in_paragraphs(segments([say(m, "a") for m in meanings]), 3)
    target = segments([say(m, "b") for m in meanings[:12] + meanings[18:]])
    encoder = AdditiveToyEncoder()
    (gap,) = find_gaps(source, target, align_segments(source, target, encoder), encoder)
    assert gap.side is Side.SOURCE
    assert gap.kind == "omission"
    assert gap.segments == tuple(range(12, 18))
    assert gap.paragraphs == (4, 5)
    assert gap.similarity is not None
    assert gap.similarity < 0.5
    assert "source paragraphs 5-6 (source sentences 13-18): not in the target" in str(gap)


def test_an_addition_inside_a_paragraph_names_sentences(meanings: list[list[int]]) -> None:
    source = in_paragraphs(segments([say(m, "a") for m in meanings[:10] + meanings[11:]]), 3)
    target = in_paragraphs(segments([say(m, "b") for m in meanings]), 5)
    encoder = AdditiveToyEncoder()
    alignment = align_segments(source, target, encoder)
    (gap,) = find_gaps(source, target, alignment, encoder)
    assert (gap.kind, gap.segments, gap.paragraphs) == ("addition", (10,), None)
    assert find_gaps(source, target, alignment, encoder, moved=((), (10,))) == ()


def test_no_gap_in_a_whole_translation(meanings: list[list[int]]) -> None:
    source, target = (segments([say(m, lang) for m in meanings]) for lang in "ab")
    encoder = AdditiveToyEncoder()
    assert find_gaps(source, target, align_segments(source, target, encoder), encoder) == ()


def test_one_side_empty_is_a_gap_without_similarity(meanings: list[list[int]]) -> None:
    source = segments([say(m, "a") for m in meanings])
    (gap,) = find_gaps(source, [], align_segments(source, [], AdditiveToyEncoder()), AdditiveToyEncoder())
    assert gap.segments == tuple(range(30))
    assert gap.similarity is None


def laid_out(texts: list[str]) -> tuple[list[Segment], str]:
    found, at = [], 0
    for index, text in enumerate(texts):
        found.append(Segment(index=index, text=text, start=at, end=at + len(text)))
        at += len(text) + 1
    return found, " ".join(texts)


def test_a_run_on_is_cut_at_its_place(meanings: list[list[int]]) -> None:
    source, source_text = laid_out([f"{say(m, 'a')}." for m in meanings])
    texts = [f"the the {say(m, 'b')}." for m in meanings]
    first, second = texts[7].rstrip("."), texts[8]
    texts[7:9] = [f"{first} T{second[1:]}"]
    target, target_text = laid_out(texts)
    encoder = AdditiveToyEncoder()
    alignment = align_segments(source, target, encoder)
    (seam,) = find_seams(source, target, alignment, encoder, source_text=source_text, target_text=target_text)
    assert (seam.kind, seam.side, seam.segment) == ("run-on", Side.TARGET, 7)
    assert target_text[: seam.start].endswith(first)
    assert target_text[seam.end :].startswith("The ")
    again = repaired(target, [seam], target_text)
    assert [segment.index for segment in again] == list(range(30))
    assert all(target_text[s.start : s.end] == s.text for s in again)


def test_a_broken_sentence_is_put_together(meanings: list[list[int]]) -> None:
    source, source_text = laid_out([f"{say(m, 'a')}." for m in meanings])
    texts = [f"The {say(m, 'b')}." for m in meanings]
    words = texts[4].split()
    texts[4:5] = [" ".join(words[:5]), " ".join(words[5:])]
    target, target_text = laid_out(texts)
    encoder = AdditiveToyEncoder()
    alignment = align_segments(source, target, encoder)
    (seam,) = find_seams(source, target, alignment, encoder, source_text=source_text, target_text=target_text)
    assert (seam.kind, seam.segment) == ("over-split", 4)
    again = repaired(target, [seam], target_text)
    assert again[4].text == f"The {say(meanings[4], 'b')}."
    assert len(again) == 30


def test_what_translators_do_is_no_wrong_boundary(meanings: list[list[int]]) -> None:
    source, source_text = laid_out([f"{say(m, 'a')}." for m in meanings])
    texts = [f"The {say(m, 'b')}." for m in meanings]
    texts[7:9] = [f"{texts[7].rstrip('.')} and {texts[8].lower()}"]
    target, target_text = laid_out(texts)
    encoder = AdditiveToyEncoder()
    alignment = align_segments(source, target, encoder)
    assert not find_seams(source, target, alignment, encoder, source_text=source_text, target_text=target_text)


def made(folder: Path, *names: str) -> list[Path]:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("text", encoding="utf-8")
    return files_in(folder)


def test_files_are_paired_by_name(tmp_path: Path) -> None:
    left = made(tmp_path / "a", "news-1.ru.txt", "news-2.ru.txt", "sub/ru_x.txt", "odd.txt", ".hidden")
    right = made(tmp_path / "b", "news-1_en.txt", "news-2.en.txt", "sub/en_x.md", "other.txt")
    found = pair_by_name(left, right, (tmp_path / "a", tmp_path / "b"), ("ru", "en"))
    assert [(pair.source.name, pair.target.name) for pair in found.pairs] == [
        ("news-1.ru.txt", "news-1_en.txt"), ("news-2.ru.txt", "news-2.en.txt"), ("ru_x.txt", "en_x.md"),
    ]  # fmt: skip
    assert [path.name for path in (*found.source_alone, *found.target_alone)] == ["odd.txt", "other.txt"]


def test_files_without_names_in_common_are_paired_by_content(tmp_path: Path, meanings: list[list[int]]) -> None:
    left, right = made(tmp_path / "a", "1", "2", "3"), made(tmp_path / "b", "x", "y", "z")
    parts = [meanings[:10], meanings[10:20], meanings[20:]]
    source = {path: segments([say(m, "a") for m in part]) for path, part in zip(left, parts, strict=True)}
    target = {path: segments([say(m, "b") for m in part]) for path, part in zip(right, parts[::-1], strict=True)}
    named = pair_by_name(left, right, (tmp_path / "a", tmp_path / "b"), (None, None))
    assert not named.pairs
    found = pair_by_content(named, source, target, AdditiveToyEncoder())
    assert [(p.source.name, p.target.name, p.how) for p in found.pairs] == [
        ("1", "z", "content"), ("2", "y", "content"), ("3", "x", "content"),
    ]  # fmt: skip


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no files"):
        files_in(tmp_path)
