"""Bytes to text: opening, unpacking, recognising what is no text, and deciding the encoding.

A byte is never replaced or dropped: what cannot be decoded for certain is an `InputError` with its place.
"""

from __future__ import annotations

import codecs
import errno
import io
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Protocol, cast

from mtcheck.errors import ConfigError, InputError

#: A document is held in memory whole; far beyond any real one, and small enough to stop a decompression bomb.
MAX_DOCUMENT_BYTES = 2 * 1024**3
_CHUNK = 1 << 20
#: How much of a stream the encoding is decided on. chardet itself looks at no more than 200,000 bytes.
SAMPLE_BYTES = 1 << 18

_PACKED = (
    (b"\x1f\x8b", "gzip"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"BZh", "bzip2"),
)

#: What people hand over by mistake, by the first bytes, with what to do about it.
_EXPORT = "save or export it as plain text (UTF-8) and pass that file"
_BINARY = (
    (b"%PDF-", "a PDF", "extract its text first, for example with `pdftotext -layout FILE -`"),
    (b"PK\x03\x04", "a ZIP archive", "DOCX and ODT are read as documents, under names that end so"),
    (b"PK\x05\x06", "an empty ZIP archive", "pass a text file"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Microsoft Office file (DOC, XLS or PPT)", _EXPORT),
    (b"{\\rtf", "an RTF document", _EXPORT),
    (b"\x89PNG\r\n", "a PNG image", "pass the text itself; images are not read"),
    (b"\xff\xd8\xff", "a JPEG image", "pass the text itself; images are not read"),
    (b"GIF8", "a GIF image", "pass the text itself; images are not read"),
    (b"RIFF", "a RIFF media file", "pass the text itself; media files are not read"),
    (b"ID3", "an MP3 audio file", "pass the text itself; media files are not read"),
    (b"OggS", "an Ogg media file", "pass the text itself; media files are not read"),
    (b"\x00\x00\x00\x18ftyp", "an MP4 video", "pass the text itself; media files are not read"),
    (b"\x00\x00\x00\x20ftyp", "an MP4 video", "pass the text itself; media files are not read"),
    (b"\x7fELF", "a program (ELF)", "pass a text file"),
    (b"MZ\x90\x00", "a Windows program", "pass a text file"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", "unpack it and pass the text file inside"),
    (b"Rar!\x1a\x07", "a RAR archive", "unpack it and pass the text file inside"),
    (b"SQLite format 3\x00", "an SQLite database", "export the texts as TSV, CSV or JSONL"),
    (b"PAR1", "a Parquet file", "give it a name that ends in .parquet"),
    (b"ARROW1", "an Arrow file", "give it a name that ends in .arrow"),
    (b"\xde\x12\x04\x95", "a compiled gettext catalogue (MO)", "pass the PO file it was made from, or use `msgunfmt`"),
    (b"\x95\x04\x12\xde", "a compiled gettext catalogue (MO)", "pass the PO file it was made from, or use `msgunfmt`"),
)  # fmt: skip


class Readable(Protocol):
    """Anything with `read(n) -> bytes`, empty at the end."""

    def read(self, size: int = -1, /) -> bytes:
        """At most `size` bytes."""


@dataclass(frozen=True, slots=True)
class Decision:
    """An encoding, a name that `bytes.decode` takes, and what to tell the user about it (empty for plain UTF-8)."""

    encoding: str
    note: str = ""


class _Prefixed:
    """A stream with bytes put back in front."""

    def __init__(self, head: bytes, rest: Readable) -> None:
        self._head = head
        self._rest = rest

    def read(self, size: int = -1, /) -> bytes:
        if not self._head:
            return self._rest.read(size)
        if size < 0:
            data, self._head = self._head + self._rest.read(), b""
            return data
        data, self._head = self._head[:size], self._head[size:]
        return data


class ByteStream:
    """A file's bytes, unpacked, with every fault of the system or of the packing said as an `InputError`."""

    def __init__(self, path: str, stdin: BinaryIO | None = None) -> None:
        self.path = path
        self.name = "<stdin>" if path == "-" else path
        self._file: Readable | None = None
        raw: Readable
        if path == "-":
            raw = stdin if stdin is not None else sys.stdin.buffer
        else:
            self._file = raw = _open_file(path)
        self.packing = ""
        self.n_read = 0
        self._stream: Readable = raw
        head = self._take(8)
        self.n_read = 0
        self.packing = next((name for magic, name in _PACKED if head.startswith(magic)), "")
        self._stream = _unpacker(self.packing, _Prefixed(head, raw))

    def read(self, size: int = -1, /) -> bytes:
        """About `size` unpacked bytes, more by a block at most; fewer only at the end."""
        data = self._take(size)
        self.n_read += len(data)
        return data

    def _take(self, size: int) -> bytes:
        blocks = []
        n_left = size
        try:
            while size < 0 or n_left > 0:
                block = self._stream.read(_CHUNK if size < 0 else n_left)
                if not block:
                    break
                blocks.append(block)
                n_left -= len(block)
        except Exception as fault:  # zlib, lzma and zstandard each raise errors of their own
            raise self._explain(fault) from fault
        return blocks[0] if len(blocks) == 1 else b"".join(blocks)

    def _explain(self, fault: Exception) -> InputError:
        if isinstance(fault, OSError) and fault.errno is not None:
            return _system_error(self.name, fault)
        if self.packing:
            return InputError(
                f"{self.name}: broken {self.packing} data after {self.n_read:,} unpacked bytes ({fault}); "
                "the file is damaged or cut short: copy it again, or unpack what is left by hand"
            )
        return InputError(f"{self.name}: cannot be read ({fault})")

    def close(self) -> None:
        """Close the file; stdin is left open."""
        closer = getattr(self._file, "close", None)
        if closer is not None:
            closer()

    def __enter__(self) -> ByteStream:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _open_file(path: str) -> Readable:
    try:
        return open(path, "rb", buffering=_CHUNK)
    except ValueError as fault:  # a NUL in the name
        raise InputError(f"{path!r}: not a file name ({fault})") from fault
    except OSError as fault:
        raise _system_error(path, fault) from fault


def _system_error(name: str, fault: OSError) -> InputError:
    if isinstance(fault, FileNotFoundError):
        return InputError(f"{name}: no such file; check the spelling, or pass - to read from stdin")
    if isinstance(fault, IsADirectoryError) or fault.errno == errno.EISDIR:
        return InputError(f"{name}: is a directory; expected a text file (pass the files in it one by one)")
    if isinstance(fault, PermissionError):
        return InputError(f"{name}: permission denied; make the file readable for this user")
    return InputError(f"{name}: cannot be read ({fault.strerror or fault})")


class _ZstdReader:
    """Zstandard frames one after another; unlike zstandard's own stream reader it notices a file cut short."""

    #: A byte of zstd may unpack to some 40 KB, so that the pieces fed have to be small to bound the memory.
    _PIECE = 1 << 11

    def __init__(self, stream: Readable) -> None:
        import zstandard

        self._unpacker = zstandard.ZstdDecompressor(max_window_size=2**31)
        self._frame = self._unpacker.decompressobj()
        self._stream = stream
        self._fed = False

    def read(self, size: int = -1, /) -> bytes:
        blocks: list[bytes] = []
        n_bytes = 0
        while n_bytes < size or size < 0:
            piece = self._frame.unused_data if self._frame.eof else b""
            piece = piece or self._stream.read(self._PIECE)
            if not piece:
                if self._fed and not self._frame.eof:
                    raise EOFError("the last frame is cut short")
                break
            if self._frame.eof:
                self._frame = self._unpacker.decompressobj()
            self._fed = True
            blocks.append(self._frame.decompress(piece))
            n_bytes += len(blocks[-1])
        return b"".join(blocks)


def _unpacker(packing: str, stream: _Prefixed) -> Readable:
    whole = cast(BinaryIO, stream)  # reading needs only `read`
    if packing == "gzip":
        import gzip

        return gzip.GzipFile(fileobj=whole, mode="rb")
    if packing == "zstd":
        return _ZstdReader(stream)
    if packing == "xz":
        import lzma

        return lzma.LZMAFile(whole)
    if packing == "bzip2":
        import bz2

        return bz2.BZ2File(whole)
    return stream


def read_all(stream: ByteStream, limit: int = MAX_DOCUMENT_BYTES) -> bytes:
    """Everything that is left, at most `limit` bytes.

    Raises: InputError for more than that, which is a decompression bomb or a file that is no document.
    """
    buffer = io.BytesIO()
    while block := stream.read(_CHUNK):
        buffer.write(block)
        if buffer.tell() > limit:
            unpacked = f" when unpacked from {stream.packing}" if stream.packing else ""
            raise InputError(
                f"{stream.name}: more than {limit / 1024**3:.3g} GiB{unpacked}; a document may have at most that much. "
                "For a corpus, pass one file of pairs (TSV, CSV or JSONL), which is read as a stream"
            )
    return buffer.getvalue()


def check_not_binary(head: bytes, name: str) -> None:
    """Raise an `InputError` that names the kind of file when its first bytes are those of no text."""
    for magic, kind, advice in _BINARY:
        if head.startswith(magic):
            raise InputError(f"{name}: is {kind}, not text; {advice}")
    for magic, packing in _PACKED:
        if head.startswith(magic) and packing != "bzip2":
            raise InputError(f"{name}: is {packing} data inside packed data; unpack it once by hand")


def decide_encoding(sample: bytes, name: str, encoding: str | None = None, *, whole: bool) -> Decision:
    """How to decode a file that starts with `sample`; `whole` says that this is all of it; `encoding` is the user's.

    Raises: InputError where the bytes are no text, or text with faults (the place is in the message); ConfigError for
    an encoding that Python does not know.
    """
    if encoding is not None:
        return _named_encoding(encoding, sample[:4])
    for bom, encoding, words in _BOMS:
        if sample.startswith(bom):
            return Decision(encoding, f"{words} with a byte order mark" if words != "UTF-8" else "")
    check_not_binary(sample[:32], name)
    if b"\x00" in sample:
        return _decide_wide(sample, name)
    fault = _utf8_fault(sample, whole=whole)
    if fault is None:
        if b"\x1b$" in sample or b"\x1b(J" in sample:
            return _detect_legacy(sample, name)
        _check_controls(sample, name)
        return Decision("utf-8")
    if declared := _declared(sample):
        return _named_encoding(declared, b"")
    n_good, n_bad = _utf8_tally(sample)
    # In a legacy text valid multi-byte sequences are accidents: on our test sentences in 12 code pages they never
    # reach a tenth of the invalid bytes. One stray byte in an ASCII file leaves 0 to 1, and is a legacy letter.
    if n_good > n_bad:
        raise bad_byte_error(sample, fault, name, "utf-8", f"the file has {n_good:,} valid UTF-8 letters beside it")
    return _detect_legacy(sample, name)


def _declared(sample: bytes) -> str | None:
    """The encoding that the file names for itself: in its XML declaration, its PO header, or a `meta` of a page."""
    for place in (_XML_ENCODING, _PO_ENCODING, _HTML_ENCODING):
        if (found := place.search(sample, 0, 65536)) is not None:
            name = found.group(1).decode("ascii")
            try:
                codecs.lookup(name)
                b"".decode(name)
            except (LookupError, ValueError):
                return None  # a typing error, or no text encoding: what the bytes look like decides
            return name
    return None


_PO_ENCODING = re.compile(
    rb"""^"Content-Type:[^"\n]{1,80}charset=((?!utf-?8|CHARSET)[A-Za-z][\w.:-]{1,40})""", re.MULTILINE
)
_HTML_ENCODING = re.compile(rb"""<meta\s[^>]{0,200}?charset=["']?\s*((?!utf-?8)[A-Za-z][\w.:-]{1,40})""", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"""\A<\?xml[^>]{1,80}?encoding=["']((?!utf-?8)[A-Za-z][\w.:-]{1,40})["']""", re.IGNORECASE)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)


def _utf8_fault(sample: bytes, *, whole: bool) -> UnicodeDecodeError | None:
    try:
        codecs.getincrementaldecoder("utf-8")("strict").decode(sample, final=whole)
    except UnicodeDecodeError as fault:
        return fault
    return None


def _utf8_tally(sample: bytes) -> tuple[int, int]:
    """(non-ASCII letters that are valid UTF-8, bytes that are not)."""
    text = sample.decode("utf-8", "surrogateescape")
    n_ascii = len(sample) - sum(sample.count(bytes((byte,))) for byte in set(sample) if byte >= 0x80)
    n_bad = sum("\udc80" <= char <= "\udcff" for char in text)
    return len(text) - n_ascii - n_bad, n_bad


def _check_controls(sample: bytes, name: str) -> None:
    """Valid UTF-8 can still be no text: refuse when control bytes other than white space and ESC abound."""
    bare = sample[:65536].translate(None, _CONTROLS)
    n_controls = min(len(sample), 65536) - len(bare)
    if n_controls > max(16, 0.1 * min(len(sample), 65536)):
        raise InputError(
            f"{name}: is binary data, not text ({n_controls:,} control bytes at its start); pass a text file"
        )


_CONTROLS = bytes(byte for byte in range(1, 32) if byte not in b"\t\n\v\f\r\x1b\x1c\x1d\x1e\x1f")


def _decide_wide(sample: bytes, name: str) -> Decision:
    """UTF-16 or UTF-32 without a byte order mark, or the place of the NUL byte."""
    best, best_share = "", 0.0
    for encoding, width in (("utf-32-le", 4), ("utf-32-be", 4), ("utf-16-le", 2), ("utf-16-be", 2)):
        try:
            text = sample[: len(sample) // width * width].decode(encoding)
        except UnicodeDecodeError as fault:
            # A surrogate pair may be cut at the end of the sample.
            if fault.start < len(sample) - 2 * width:
                continue
            text = sample[: fault.start].decode(encoding)
        share = _plausible_share(text)
        if share > best_share:
            best, best_share = encoding, share
    if best_share >= 0.95:
        label = best.upper()
        return Decision(best, f"decoded as {label}, detected without a byte order mark; --encoding overrides")
    place = sample.index(b"\x00")
    line = sample.count(b"\n", 0, place) + 1
    raise InputError(
        f"{name}:{line}: NUL byte at byte offset {place:,}; expected text. If the file is binary, pass a text file; "
        "if it is UTF-16 or UTF-32, say so with --encoding; otherwise remove the NUL bytes (tr -d '\\000')"
    )


def _plausible_share(text: str) -> float:
    """The share of characters that belong in a text, 0 when it has no ASCII space or line end at all.

    The wrong byte order turns U+0020 and U+000A into U+2000 and U+0A00, and ASCII letters into rare Han.
    """
    head = text[:20000]
    if not head or not any(mark in head for mark in " \n\u3002\uff0c\u3001"):
        return 0.0
    n_fine = sum(1 for char in head if char in "\n\r\t" or (char.isprintable() and not "\ue000" <= char <= "\uf8ff"))
    n_swapped = head.count("\u2000") + head.count("\u0a00") + head.count("\u0d00")
    n_spaces = head.count(" ") + head.count("\n")
    return 0.0 if n_swapped > n_spaces else n_fine / len(head)


def _detect_legacy(sample: bytes, name: str) -> Decision:
    from mtcheck.read_legacy import detect

    found = detect(sample)
    if found is None:
        fault = _utf8_fault(sample, whole=False)
        place = fault.start if fault else 0
        line = sample.count(b"\n", 0, place) + 1
        raise InputError(
            f"{name}:{line}: neither UTF-8 nor any code page that can be told (first odd byte 0x{sample[place]:02X} at "
            f"byte offset {place:,}); say which it is with --encoding"
        )
    encoding, confidence = found
    return Decision(
        encoding, f"not UTF-8: decoded as {encoding}, detected with confidence {confidence:.2f}; --encoding overrides"
    )


def bad_byte_error(data: bytes, fault: UnicodeDecodeError, name: str, encoding: str, why: str) -> InputError:
    """The error for a byte that does not belong to `encoding`, with line and byte offset; `data` starts the file."""
    line = count_lines_before(data[: fault.start].decode(encoding, "replace"))
    return bad_byte_at(name, line, fault.start, data[fault.start : fault.end], encoding, why)


def bad_byte_at(name: str, line: int, offset: int, found: bytes, encoding: str, why: str) -> InputError:
    """The same with the place already counted."""
    shown = " ".join(f"0x{byte:02X}" for byte in found[:4])
    return InputError(
        f"{name}:{line}: invalid {encoding} byte {shown} at byte offset {offset:,}; {why}. "
        "Repair that place, or name the file's encoding with --encoding (for example windows-1251)"
    )


def count_lines_before(text: str) -> int:
    """The 1-based line that the end of `text` lies in, by the rules of `data.Segment.line`."""
    if not text:
        return 1
    lines = text.splitlines(keepends=True)
    return len(lines) + (1 if lines[-1].splitlines()[0] != lines[-1] else 0)


def _named_encoding(encoding: str, head: bytes) -> Decision:
    """The decision when the user named the encoding: a byte order mark only makes it more precise.

    Raises: ConfigError for a name that is no text encoding.
    """
    try:
        info = codecs.lookup(encoding)
        "a".encode(info.name).decode(info.name)
    except (LookupError, ValueError) as fault:
        raise ConfigError(
            f"unknown encoding {encoding!r}; expected a name such as utf-8, utf-16, windows-1251, gb18030 or shift_jis"
        ) from fault
    for bom, with_bom, _ in _BOMS:
        if head.startswith(bom) and info.name.startswith(with_bom.removesuffix("-sig")):
            return Decision(with_bom)
    return Decision(info.name, "" if info.name == "utf-8" else f"decoded as {info.name}, as asked for")


def decode_chunks(stream: ByteStream, encoding: str | None) -> tuple[Decision, Iterator[str]]:
    """The encoding, decided on the first 256 KiB, and the decoded text in pieces of about a megabyte.

    Raises: InputError as `decide_encoding`, and from the iterator at the first byte that does not fit.
    """
    sample = stream.read(SAMPLE_BYTES)
    decision = decide_encoding(sample, stream.name, encoding, whole=len(sample) < SAMPLE_BYTES)
    return decision, _decoded(stream, sample, decision.encoding)


def _decoded(stream: ByteStream, sample: bytes, encoding: str) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    block, base, line = sample, 0, 1
    while True:
        pending = len(decoder.getstate()[0])
        try:
            text = decoder.decode(block, final=not block)
        except UnicodeDecodeError as fault:
            # Positions count from the bytes that the decoder had held back.
            good = fault.object[: fault.start].decode(encoding, "replace")
            raise bad_byte_at(
                stream.name,
                line + good.count("\n"),
                base - pending + fault.start,
                fault.object[fault.start : fault.end],
                encoding,
                "the file was valid up to here",
            ) from fault
        if "\x00" in text:
            raise nul_error(stream.name, line + text.count("\n", 0, text.index("\x00")))
        if text:
            line += text.count("\n")
            yield text
        if not block:
            return
        base += len(block)
        block = stream.read(_CHUNK)


def nul_error(name: str, line: int) -> InputError:
    """The error for a NUL character in decoded text."""
    return InputError(
        f"{name}:{line}: NUL character; expected text. If the file is binary, pass a text file; "
        "otherwise remove the NULs (tr -d '\\000') or name its encoding with --encoding"
    )
