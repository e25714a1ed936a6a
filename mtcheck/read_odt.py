"""ODT: paragraphs, headings, table cells, text boxes, notes and the alternative texts of pictures.

Tracked deletions and comments are left out; page headers and footers, which are part of the styles, are not read.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.read_extract import Extract
from mtcheck.read_office import Archive, Element

_SKIPPED = frozenset(
    {"tracked-changes", "annotation", "annotation-end", "note-citation", "forms", "ruby-text", "bibliography-source",
     "table-of-content-source", "illustration-index-source", "alphabetical-index-source", "sequence-decls",
     "variable-decls", "user-field-decls", "script", "event-listeners", "change", "change-start", "change-end"}
)  # fmt: skip
_MAX_SPACES = 1000


def read_odt(data: bytes, name: str) -> Extract:
    """The document's text; units are named by the paragraph, cell or note.

    Raises: InputError for an archive or XML that is broken or unsafe.
    """
    extract = Extract(name)
    tree = Archive(data, name).tree("content.xml")
    body = next((item for item in tree.iter() if _local(item) == "text" and "office" in item.tag), None)
    if body is not None:
        _Walk(extract).blocks(body)
    return extract


class _Walk:
    """Blocks in reading order, each paragraph a unit; notes follow the paragraph that they belong to."""

    def __init__(self, extract: Extract) -> None:
        self._extract = extract
        self._n_paragraphs = self._n_tables = self._n_notes = 0

    def blocks(self, parent: Element, label: str = "") -> None:
        """The paragraphs and tables of a body, cell, list item, note or text box."""
        for child in parent:
            local = _local(child)
            if local in ("p", "h"):
                self._paragraph(child, label)
            elif local == "table":
                self._table(child)
            elif local not in _SKIPPED:
                self.blocks(child, label)

    def _paragraph(self, paragraph: Element, label: str) -> None:
        aside: list[Element] = []
        text = "".join(_text(paragraph, aside))
        if text.strip() and not label:
            self._n_paragraphs += 1
        place = label or f"paragraph {self._n_paragraphs}"
        self._extract.add(text, place)
        for item in aside:
            self._aside(item, place)

    def _aside(self, item: Element, place: str) -> None:
        local = _local(item)
        if local in ("title", "desc"):
            self._extract.add(" ".join("".join(item.itertext()).split()), f"alternative text of a picture in {place}")
        elif local == "note":
            self._n_notes += 1
            self.blocks(item, f"note {self._n_notes}")
        else:
            self.blocks(item, f"text box in {place}")

    def _table(self, table: Element) -> None:
        self._n_tables += 1
        number = self._n_tables
        for i, row in enumerate(_inside(table, "table-row"), start=1):
            for j, cell in enumerate(_inside(row, "table-cell"), start=1):
                self.blocks(cell, f"table {number}, row {i}, cell {j}")


def _inside(parent: Element, wanted: str) -> Iterator[Element]:
    for child in parent:
        local = _local(child)
        if local == wanted:
            yield child
        elif local in ("table-header-rows", "table-rows", "table-row-group", "table-header-columns"):
            yield from _inside(child, wanted)


def _text(element: Element, aside: list[Element]) -> Iterator[str]:
    yield _collapsed(element.text)
    for child in element:
        local = _local(child)
        if local in ("note", "text-box", "title", "desc"):
            aside.append(child)
        elif local == "s":
            count = next((value for key, value in child.items() if key.endswith("}c")), "1")
            yield " " * (min(int(count), _MAX_SPACES) if count.isdecimal() else 1)
        elif local == "tab":
            yield "\t"
        elif local == "line-break":
            yield "\n"
        elif local not in _SKIPPED:
            yield from _text(child, aside)
        yield _collapsed(child.tail)


def _collapsed(text: str | None) -> str:
    """Line ends and runs of spaces in the XML are one space, as the format says."""
    if not text:
        return ""
    middle = " ".join(text.split())
    return f"{' ' if text[0].isspace() else ''}{middle}{' ' if text[-1].isspace() and middle else ''}"


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2]
