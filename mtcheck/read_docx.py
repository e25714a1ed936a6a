"""DOCX: paragraphs, table cells, text boxes, notes and the alternative texts of pictures.

Tracked deletions are left out and insertions kept, as if all changes were accepted. Headers, footers and comments are
not read.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from mtcheck.read_extract import Extract
from mtcheck.read_office import Archive, Element

_W = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",
)
_SKIPPED = frozenset({"del", "moveFrom", "instrText", "delText", "rPr", "pPr", "Fallback", "annotationRef"})
_MARKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "", "ptab": "\t"}
_NOTES = (("footnotes", "footnote"), ("endnotes", "endnote"))


def read_docx(data: bytes, name: str) -> Extract:
    """The document's text; units are named by the paragraph, cell or note.

    Raises: InputError for an archive or XML that is broken or unsafe.
    """
    archive = Archive(data, name)
    main = _main_part(archive)
    extract = Extract(name)
    body = next((child for child in archive.tree(main) if _local(child) == "body"), None)
    if body is not None:
        _Walk(extract).blocks(body)
    for part, label in _NOTES:
        path = posixpath.join(posixpath.dirname(main), f"{part}.xml")
        if path in archive:
            _notes(archive.tree(path), label, extract)
    return extract


def _main_part(archive: Archive) -> str:
    if "_rels/.rels" in archive:
        for relation in archive.tree("_rels/.rels"):
            if relation.get("Type", "").endswith("/officeDocument"):
                return relation.get("Target", "").lstrip("/")
    return "word/document.xml"


def _notes(tree: Element, label: str, extract: Extract) -> None:
    number = 0
    for note in tree:
        if _attribute(note, "type") in ("separator", "continuationSeparator", "continuationNotice"):
            continue
        number += 1
        _Walk(extract, f"{label} {number}").blocks(note)


class _Walk:
    """Blocks in reading order, each paragraph a unit."""

    def __init__(self, extract: Extract, label: str = "") -> None:
        self._extract = extract
        self._label = label
        self._n_paragraphs = self._n_tables = 0

    def blocks(self, parent: Element, label: str = "") -> None:
        """The paragraphs and tables of a body, cell, note or text box."""
        for child in parent:
            local = _local(child)
            if local == "p":
                self._paragraph(child, label or self._label)
            elif local == "tbl":
                self._table(child)
            elif local in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"):
                self.blocks(child, label)

    def _paragraph(self, paragraph: Element, label: str) -> None:
        aside: list[Element] = []
        alts: list[str] = []
        text = "".join(_text(paragraph, aside, alts))
        if text.strip() and not label:
            self._n_paragraphs += 1
        place = label or f"paragraph {self._n_paragraphs}"
        self._extract.add(text, place)
        for alt in alts:
            self._extract.add(alt, f"alternative text of a picture in {place}")
        for box in aside:
            self.blocks(box, f"text box in {place}")

    def _table(self, table: Element) -> None:
        self._n_tables += 1
        number = self._n_tables
        rows = list(_inside(table, "tr"))
        for i, row in enumerate(rows, start=1):
            for j, cell in enumerate(_inside(row, "tc"), start=1):
                self.blocks(cell, f"table {number}, row {i}, cell {j}")


def _inside(parent: Element, wanted: str) -> Iterator[Element]:
    """Rows or cells, also those in content controls and tracked insertions."""
    for child in parent:
        local = _local(child)
        if local == wanted:
            yield child
        elif local in ("sdt", "sdtContent", "ins", "customXml"):
            yield from _inside(child, wanted)


def _text(element: Element, aside: list[Element], alts: list[str]) -> Iterator[str]:
    for child in element:
        local = _local(child)
        if local in _SKIPPED:
            continue
        if local == "txbxContent":
            aside.append(child)
        elif local == "t":
            yield child.text or ""
        elif local in _MARKS and child.tag.startswith(_W):
            yield _MARKS[local]
        elif local == "docPr":
            alt = " ".join((child.get("descr") or "").split())
            if alt and alt not in alts:
                alts.append(alt)
        else:
            yield from _text(child, aside, alts)


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _attribute(element: Element, name: str) -> str | None:
    return next((value for key, value in element.items() if key.rpartition("}")[2] == name), None)
