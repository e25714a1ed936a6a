"""Two folders -> pairs of documents that translate each other: by name, and where names do not tell, by content."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from mtcheck.align_check import relatedness
from mtcheck.data import Encoder, FloatArray, Segment
from mtcheck.errors import InputError
from mtcheck.languages import is_known

MOST_SEGMENTS = 200
"""Segments of a document that its vector is made of, evenly spaced."""

_RELATED = 0.5
_CANDIDATES = 3
_PART = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class FilePair:
    """A source file and its translation; `how` is "name" or "content"."""

    source: Path
    target: Path
    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderPairs:
    """The pairs in order of source names, and the files that found no partner."""

    pairs: tuple[FilePair, ...]
    source_alone: tuple[Path, ...]
    target_alone: tuple[Path, ...]


def files_in(folder: Path) -> list[Path]:
    """The files of a folder and its subfolders by name; hidden ones are left out.

    Raises:
        InputError: there are none.
    """
    found = [path for path in folder.rglob("*") if path.is_file() and not _hidden(path.relative_to(folder))]
    if not found:
        raise InputError(f"{folder}: holds no files; expected one text a document.")
    return sorted(found)


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def pair_by_name(
    source: Sequence[Path], target: Sequence[Path], roots: tuple[Path, Path], langs: tuple[str | None, str | None]
) -> FolderPairs:
    """Files whose names are equal once language tags are left out (`ru/news-1.ru.txt`, `en/news-1_en.txt`).

    A name that is not the only one of its kind on its side says nothing, and its files stay alone.
    """
    keys = [
        {path: _key(path.relative_to(root), langs) for path in side}
        for side, root in zip((source, target), roots, strict=True)
    ]
    counts = [Counter(side.values()) for side in keys]
    target_of = {key: path for path, key in keys[1].items() if counts[1][key] == 1}
    pairs = [
        FilePair(source=path, target=target_of[key], how="name")
        for path, key in keys[0].items()
        if key and counts[0][key] == 1 and key in target_of
    ]
    return _with_alone(pairs, source, target)


def pair_by_content(
    named: FolderPairs,
    source: Mapping[Path, Sequence[Segment]],
    target: Mapping[Path, Sequence[Segment]],
    encoder: Encoder,
) -> FolderPairs:
    """The files left alone in `named`, paired by what they say; `source` and `target` hold their segments.

    The closest by document vector are looked at first; a pair must be one text and its translation at least in part
    (`align_check.relatedness`), and the nearest pairs are made first. Quadratic in the files left alone for vectors
    only, three closer looks a file.
    """
    rows, columns = list(named.source_alone), list(named.target_alone)
    if not rows or not columns:
        return named
    left = _vectors([source[path] for path in rows], encoder)
    right = _vectors([target[path] for path in columns], encoder)
    cosine = left @ right.T
    found: list[tuple[float, int, int]] = []
    for i in range(len(rows)):
        for j in np.argsort(-cosine[i], kind="stable")[:_CANDIDATES].tolist():
            related = relatedness(source[rows[i]], target[columns[j]], encoder)
            if related >= _RELATED:
                found.append((-float(cosine[i, j]) - related, i, j))
    taken: tuple[set[int], set[int]] = (set(), set())
    pairs = list(named.pairs)
    for _, i, j in sorted(found):
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            pairs.append(FilePair(source=rows[i], target=columns[j], how="content"))
    every = [pair.source for pair in named.pairs] + rows, [pair.target for pair in named.pairs] + columns
    return _with_alone(pairs, *every)


def _with_alone(pairs: list[FilePair], source: Sequence[Path], target: Sequence[Path]) -> FolderPairs:
    left, right = {pair.source for pair in pairs}, {pair.target for pair in pairs}
    return FolderPairs(
        pairs=tuple(sorted(pairs, key=lambda pair: pair.source)),
        source_alone=tuple(sorted(path for path in source if path not in left)),
        target_alone=tuple(sorted(path for path in target if path not in right)),
    )


def _key(path: Path, langs: tuple[str | None, str | None]) -> tuple[str, ...]:
    """The words and numbers of a name in lower case, without extensions and language tags."""
    named = {lang.split("-")[0].lower() for lang in langs if lang}
    name = path.with_suffix("").as_posix().lower()
    parts = _PART.findall(name)
    kept = [part for k, part in enumerate(parts) if not _is_tag(part, named, edge=k in (0, len(parts) - 1))]
    return tuple(kept or parts)


def _is_tag(part: str, named: set[str], *, edge: bool) -> bool:
    """Whether a part of a name is a language: one that was named, anywhere; any other at the name's ends only."""
    return part in named or (edge and 2 <= len(part) <= 3 and part.isalpha() and is_known(part))


def _vectors(documents: list[Sequence[Segment]], encoder: Encoder) -> FloatArray:
    """(n, dim): a document's mean segment vector, less what all documents of its side have in common."""
    out = np.zeros((len(documents), encoder.dim), np.float32)
    for k, segments in enumerate(documents):
        if segments:
            chosen = np.unique(np.linspace(0, len(segments) - 1, min(len(segments), MOST_SEGMENTS)).astype(int))
            out[k] = encoder.encode([segments[i].text for i in chosen]).mean(axis=0)
    if len(out) > 2:
        out -= out.mean(axis=0, keepdims=True)
    out /= np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-9)
    return out
