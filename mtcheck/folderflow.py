"""Two folders -> aligned documents: which file goes with which, then each pair aligned."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from mtcheck.align_flow import AlignedDocuments, align_documents
from mtcheck.align_folders import FilePair, FolderPairs, files_in, pair_by_content, pair_by_name
from mtcheck.config import Config
from mtcheck.data import Segment
from mtcheck.encode import load_encoder
from mtcheck.errors import InputError
from mtcheck.read import read_document
from mtcheck.segment import Mode, segment_document
from mtcheck.settle import settle, settle_languages


def pair_folders(source: str, target: str, *, config: Config | None = None, encoding: str | None = None) -> FolderPairs:
    """Which file of one folder is translated by which of the other: by name, else by content.

    Raises:
        InputError: a folder holds no files, a file cannot be read, or no file goes with any other.
    """
    config = config or Config()
    roots = Path(source), Path(target)
    sides = files_in(roots[0]), files_in(roots[1])
    named = pair_by_name(*sides, roots, (config.source_lang, config.target_lang))
    if named.source_alone and named.target_alone:
        left = _segments(named.source_alone, config.source_lang, "source", encoding)
        right = _segments(named.target_alone, config.target_lang, "target", encoding)
        named = pair_by_content(named, left, right, load_encoder(config.encoder))
    if not named.pairs:
        raise InputError(
            f"{source}, {target}: no file of one seems to be a translation of a file of the other; name pairs alike "
            "(news-1.ru.txt, news-1.en.txt) or give two files."
        )
    return named


def _segments(
    paths: Sequence[Path], lang: str | None, side: str, encoding: str | None
) -> dict[Path, Sequence[Segment]]:
    documents = {path: read_document(str(path), encoding=encoding) for path in paths}
    return {path: segment_document(one, settle(one.text, lang, side).lang) for path, one in documents.items()}


def align_pairs(
    pairs: FolderPairs,
    *,
    config: Config | None = None,
    encoding: str | None = None,
    warn: Callable[[str], None] = lambda _: None,
) -> Iterator[tuple[FilePair, AlignedDocuments]]:
    """Each pair of files aligned, one at a time; what is to be said about a pair goes to `warn`.

    Raises:
        InputError: a file cannot be read or is empty.
    """
    config = config or Config()
    encoder = load_encoder(config.encoder)
    mode: Mode = "sentences" if config.mode == "document" else "lines"
    for pair in pairs.pairs:
        source, target = (read_document(str(path), encoding=encoding) for path in (pair.source, pair.target))
        languages = settle_languages(source.text, target.text, config)
        aligned = align_documents(source, target, languages, encoder, mode)
        for note in (*languages.notes, *aligned.notes):
            warn(f"{pair.source}: {note}")
        yield pair, aligned
