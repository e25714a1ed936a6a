"""An alignment as lines of text: for reading side by side, for a spreadsheet, as JSON, or as Vecalign prints it."""

from __future__ import annotations

import json
import textwrap
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict

from mtcheck.align_blocks import percent
from mtcheck.align_check import Relation
from mtcheck.align_flow import AlignedDocuments
from mtcheck.align_spans import span_text
from mtcheck.data import Alignment, Bead, Segment
from mtcheck.errors import ConfigError

FORMATS = ("text", "tsv", "json", "vecalign")

_COLUMN = 50
_ESCAPES = str.maketrans(
    {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r", "\u2028": "\\u2028", "\u2029": "\\u2029"}
)


def format_alignment(
    alignment: Alignment, source: Sequence[Segment], target: Sequence[Segment], fmt: str, *, related: bool = True
) -> Iterator[str]:
    r"""The alignment in one of `FORMATS`, line by line, without line ends.

    Of documents that are not `related`, the text claims nothing: no omission, no certainty.

    `tsv` has a header; tabs, line ends and backslashes inside texts are written `\t`, `\n`, `\r`, `\\`. `vecalign`
    is `[0, 1]:[0]:0.123`, a line a bead. `json` is one object.

    Raises:
        ConfigError: the format is unknown.
    """
    text = _as_text if related else _as_bare_text
    writers = {"text": text, "tsv": _as_tsv, "json": _as_json, "vecalign": _as_vecalign}
    if fmt not in writers:
        raise ConfigError(f"--format {fmt}: no such format for an alignment; choose one of {', '.join(FORMATS)}.")
    return writers[fmt](alignment, source, target)


def format_documents(aligned: AlignedDocuments, fmt: str) -> Iterator[str]:
    """`format_alignment` with what else was found: as lines at the end of `text`, as lists in `json`.

    `tsv` and `vecalign` have no place for it.

    Raises:
        ConfigError: the format is unknown.
    """
    related = aligned.relation is not Relation.UNRELATED
    lines = format_alignment(aligned.alignment, aligned.source, aligned.target, fmt, related=related)
    if fmt == "json":
        yield next(lines)
        yield f'  "relation": {json.dumps(aligned.relation)},'
        for name, found in (("moves", aligned.moves), ("gaps", aligned.gaps), ("seams", aligned.seams)):
            yield f'  "{name}": {json.dumps([asdict(one) for one in found], ensure_ascii=False)},'
        yield from lines
        return
    yield from lines
    if fmt == "text" and (findings := aligned.findings()):
        yield ""
        yield from (f"# {finding}" for finding in findings)


def bead_texts(bead: Bead, source: Sequence[Segment], target: Sequence[Segment]) -> tuple[str, str]:
    """The two sides of a bead, segments joined by spaces."""
    return _join(bead.source, source), _join(bead.target, target)


def _join(indices: tuple[int, ...], segments: Sequence[Segment]) -> str:
    return span_text(segments, indices[0], indices[-1] + 1, None) if indices else ""


def _as_vecalign(alignment: Alignment, source: Sequence[Segment], target: Sequence[Segment]) -> Iterator[str]:
    for bead in alignment.beads:
        yield f"{list(bead.source)}:{list(bead.target)}:{bead.cost:.6f}"


def _as_tsv(alignment: Alignment, source: Sequence[Segment], target: Sequence[Segment]) -> Iterator[str]:
    yield "source_indices\ttarget_indices\tsimilarity\tconfidence\tsource\ttarget"
    for bead in alignment.beads:
        left, right = (text.translate(_ESCAPES) for text in bead_texts(bead, source, target))
        similarity = "" if bead.similarity is None else f"{bead.similarity:.4f}"
        indices = (",".join(map(str, side)) for side in (bead.source, bead.target))
        yield "\t".join((*indices, similarity, f"{bead.confidence:.4f}", left, right))


def _as_json(alignment: Alignment, source: Sequence[Segment], target: Sequence[Segment]) -> Iterator[str]:
    yield "{"
    yield f'  "signature": {json.dumps(alignment.signature, ensure_ascii=False)},'
    yield '  "beads": ['
    last = len(alignment.beads) - 1
    for number, bead in enumerate(alignment.beads):
        left, right = bead_texts(bead, source, target)
        record = {
            "source": list(bead.source),
            "target": list(bead.target),
            "source_span": _span(bead.source, source),
            "target_span": _span(bead.target, target),
            "similarity": None if bead.similarity is None else round(bead.similarity, 4),
            "confidence": round(bead.confidence, 4),
            "cost": round(bead.cost, 4),
            "source_text": left,
            "target_text": right,
        }
        yield "    " + json.dumps(record, ensure_ascii=False) + ("," if number < last else "")
    yield "  ]"
    yield "}"


def _span(indices: tuple[int, ...], segments: Sequence[Segment]) -> list[int] | None:
    return [segments[indices[0]].start, segments[indices[-1]].end] if indices else None


def _as_text(alignment: Alignment, source: Sequence[Segment], target: Sequence[Segment]) -> Iterator[str]:
    """Two columns; above each bead its indices (counted from 1) and how sure it is, null beads said in words."""
    return _columns(alignment, source, target, _headline)


def _as_bare_text(alignment: Alignment, source: Sequence[Segment], target: Sequence[Segment]) -> Iterator[str]:
    """The same with nothing but indices and similarity above each bead."""
    return _columns(alignment, source, target, _bare_headline)


def _columns(
    alignment: Alignment, source: Sequence[Segment], target: Sequence[Segment], headline: Callable[[Bead], str]
) -> Iterator[str]:
    yield f"# {alignment.signature}"
    for bead in alignment.beads:
        yield ""
        yield headline(bead)
        left, right = (_wrap(text) for text in bead_texts(bead, source, target))
        for row in range(max(len(left), len(right))):
            a = left[row] if row < len(left) else ""
            b = right[row] if row < len(right) else ""
            yield f"{a}{' ' * (_COLUMN - _width(a))} | {b}".rstrip()


def _headline(bead: Bead) -> str:
    what = _indices(bead)
    sure = f"{percent(bead.confidence)} sure"
    if not bead.target:
        return f"{what}  not in the target, {sure}"
    if not bead.source:
        return f"{what}  not in the source, {sure}"
    return f"{what}  {sure}, similarity {bead.similarity:.2f}"


def _bare_headline(bead: Bead) -> str:
    return _indices(bead) + (f"  similarity {bead.similarity:.2f}" if bead.similarity is not None else "")


def _indices(bead: Bead) -> str:
    return " : ".join("+".join(str(index + 1) for index in side) or "-" for side in (bead.source, bead.target))


def _wrap(text: str) -> list[str]:
    """Lines of at most `_COLUMN` terminal cells; control characters and line ends become spaces."""
    clean = "".join(" " if unicodedata.category(c) in ("Cc", "Zl", "Zp") else c for c in text)
    return list(textwrap.wrap(clean, _COLUMN) if clean.isascii() else _wrap_wide(clean)) or [""]


def _wrap_wide(text: str) -> Iterator[str]:
    """Wraps text in which some characters take two cells or none; breaks at spaces where there are any."""
    line, used, space = "", 0, -1
    for char in text:
        cells = _width(char)
        if used + cells > _COLUMN:
            cut = space if space > 0 else len(line)
            yield line[:cut].rstrip()
            line = line[cut:].lstrip()
            used, space = _width(line), line.rfind(" ")
        if char == " ":
            space = len(line)
        line += char
        used += cells
    if line.strip():
        yield line.rstrip()


def _width(text: str) -> int:
    """Terminal cells: two for wide characters, none for combining marks and format characters."""
    if text.isascii():
        return len(text)
    return sum(
        0
        if unicodedata.combining(c) or unicodedata.category(c) in ("Cf", "Mn", "Me")
        else 2
        if unicodedata.east_asian_width(c) in "WF"
        else 1
        for c in text
    )
