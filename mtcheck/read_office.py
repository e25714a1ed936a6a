"""DOCX and ODT: zip archives of XML, opened with a limit on what they unpack to and without any DTD."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import Any
from xml.etree import ElementTree
from xml.parsers import expat

from mtcheck.errors import InputError
from mtcheck.read_events import refuse_declarations

#: What one part of a document may unpack to; the text of a book is a tenth of it. It bounds a zip bomb.
MAX_PART_BYTES = 64 * 1024**2
_MAX_DEPTH = 400

Element = ElementTree.Element


class Archive:
    """The XML parts of an office document."""

    def __init__(self, data: bytes, name: str) -> None:
        """Open the archive. Raises: InputError for one that is damaged or encrypted."""
        self.name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self._names = frozenset(self._zip.namelist())
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, zlib.error) as fault:
            raise InputError(f"{name}: a damaged ZIP archive ({fault}); save the document again") from fault

    def __contains__(self, part: str) -> bool:
        return part in self._names

    def read(self, part: str) -> bytes:
        """One part, unpacked. Raises: InputError for one that is missing, damaged, encrypted or too large."""
        try:
            info = self._zip.getinfo(part)
            if info.flag_bits & 1:
                raise InputError(f"{self.name}: {part} is encrypted; remove the document's password")
            with self._zip.open(info) as stream:
                data = stream.read(MAX_PART_BYTES + 1)
        except KeyError as fault:
            raise InputError(f"{self.name}: {part} is missing; expected a whole DOCX or ODT document") from fault
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            NotImplementedError,
            RuntimeError,
            ValueError,
        ) as fault:
            raise InputError(f"{self.name}: {part} is damaged ({fault}); save the document again") from fault
        if len(data) > MAX_PART_BYTES:
            raise InputError(
                f"{self.name}: {part} unpacks to more than {MAX_PART_BYTES // 1024**2} MiB, which no document needs; "
                "refused as a zip bomb"
            )
        return data

    def tree(self, part: str) -> Element:
        """One part as XML, names in Clark notation. Raises: InputError as `read`, and for XML broken or unsafe."""
        return _parse(self.read(part), f"{self.name}, {part}")


def _parse(data: bytes, name: str) -> Element:
    builder = ElementTree.TreeBuilder()
    parser = expat.ParserCreate(namespace_separator="}")
    depth = 0

    def opened(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _MAX_DEPTH:
            raise InputError(f"{name}:{parser.CurrentLineNumber}: elements nested deeper than {_MAX_DEPTH}")
        builder.start(_clark(tag), {_clark(key): value for key, value in attributes.items()})

    def closed(tag: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(_clark(tag))

    def doctype(*_: Any) -> None:
        raise InputError(f"{name}: has a document type definition, which no office document has; refused")

    parser.StartElementHandler = opened
    parser.EndElementHandler = closed
    parser.CharacterDataHandler = builder.data
    parser.buffer_text = True
    refuse_declarations(parser, name)
    parser.StartDoctypeDeclHandler = doctype
    try:
        parser.Parse(data, True)
    except expat.ExpatError as fault:
        reason = expat.errors.messages.get(fault.code, str(fault))
        raise InputError(f"{name}:{fault.lineno}: broken XML ({reason}); save the document again") from fault
    return builder.close()


def _clark(name: str) -> str:
    return "{" + name if "}" in name else name


def office_kind(data: bytes, name: str) -> str:
    """`docx` or `odt`, by what lies in the archive.

    Raises: InputError for another kind of archive, with its name where it is known.
    """
    archive = Archive(data, name)
    if "mimetype" in archive:
        kind = archive.read("mimetype")[:100].decode("ascii", "replace").strip()
        if re.fullmatch(r"application/vnd\.oasis\.opendocument\.text(-template|-master)?", kind):
            return "odt"
        raise InputError(f"{name}: is {kind!r}, not a text document; expected DOCX or ODT")
    if "[Content_Types].xml" in archive:
        if "word/document.xml" in archive or b"wordprocessingml" in archive.read("[Content_Types].xml"):
            return "docx"
        raise InputError(f"{name}: is an Office file without text pages (a sheet or slides?); expected DOCX or ODT")
    raise InputError(f"{name}: is a ZIP archive, not a document; unpack it and pass the files inside")
