"""Findings written back into the file that they are about, which otherwise stays the same byte for byte.

TMX gets a property in the target's `tuv`, PO a translator's comment above the entry, XLIFF 1.2 an ITS
`locQualityIssues` element in the unit with a reference from the target, XLIFF 2.x an ITS annotation around the very
words. Findings of an earlier run are replaced. See ITS 2.0, section 8.17 (https://www.w3.org/TR/its20/#lqissue), its
mapping to XLIFF 1.2 (https://www.w3.org/International/its/wiki/XLIFF_1.2_Mapping) and XLIFF 2.1, ITS module.

The file is read again in step with the results, so that memory stays flat.
"""

from __future__ import annotations

import codecs
import hashlib
import os
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from mtcheck.config import Config
from mtcheck.data import SegmentResult, Severity, Side, VerdictLabel
from mtcheck.errors import ConfigError, InputError
from mtcheck.pairs import detect_kind, iter_pairs
from mtcheck.read_bytes import ByteStream, decode_chunks
from mtcheck.read_rows import RawPair

KINDS = ("tmx", "xliff", "po")
#: A pair with more findings is bad as a whole; the rest is counted in the last one.
_MAX_FINDINGS = 20
_MAX_COMMENT = 400
_ITS = 'xmlns:its="http://www.w3.org/2005/11/its"'
#: ITS severities go from 0 to 100; the steps are MQM's weights (1, 5, 25) brought into that range.
_ITS_SEVERITY = {Severity.NEUTRAL: 0, Severity.MINOR: 4, Severity.MAJOR: 20, Severity.CRITICAL: 100}
#: MQM categories, by their beginnings, to the types of ITS 2.0.
_ITS_TYPES = (
    ("accuracy/omission", "omission"), ("accuracy/addition", "addition"), ("accuracy/untranslated", "untranslated"),
    ("accuracy", "mistranslation"), ("terminology/inconsistent", "inconsistency"), ("terminology", "terminology"),
    ("fluency/grammar", "grammar"), ("fluency/spelling", "misspelling"), ("fluency/character-encoding", "characters"),
    ("fluency/inconsistency", "inconsistency"), ("fluency/duplication", "duplication"), ("fluency", "typographical"),
    ("locale-convention", "locale-violation"), ("design/markup", "markup"), ("design", "formatting"),
    ("style", "style"),
)  # fmt: skip
_OWN: Mapping[str, re.Pattern[str]] = {
    "tmx": re.compile(r'<(?:[\w.-]+:)?prop type="x-mtcheck">[^<]*</(?:[\w.-]+:)?prop>'),
    "xliff": re.compile(
        rf' {_ITS} its:locQualityIssuesRef="#mtcheck-\d+"'
        rf'|<its:locQualityIssues xml:id="mtcheck-\d+" {_ITS}>(?:<its:locQualityIssue [^<>]*/>)*</its:locQualityIssues>'
        r'|<(?:[\w.-]+:)?sm id="mtcheck-\d+" [^<>]*/>|<(?:[\w.-]+:)?em startRef="mtcheck-\d+"/>'
    ),
    "po": re.compile(r"(?:(?<=\n)|\A)# mtcheck [^\n]*\n"),
}
#: No annotation of ours is longer than this (a finding has at most 400 characters, of six each escaped), so that one
#: is never cut between two pieces of the file.
_REACH = 1 << 16


@dataclass(frozen=True, slots=True)
class _Finding:
    """One thing to say about a pair; offsets are the record's, None for the pair as a whole."""

    type: str  # of ITS
    severity: Severity
    comment: str
    side: Side = Side.TARGET
    span: tuple[int, int] | None = None


def annotated(
    records: Iterable[SegmentResult],
    path: str,
    out: str,
    config: Config,
    *,
    encoding: str | None = None,
    input_format: str | None = None,
) -> Iterator[SegmentResult]:
    """The records as they come, while a copy of `path` with their findings is written to `out`.

    `records` are those of `path` read with the same settings, all of them and in order. `out` appears when the last
    one has been taken, whole or not at all; a packed file is written unpacked.

    Raises: ConfigError for a format without a place for findings; InputError for what cannot be read or written, or an
    encoding whose bytes do not come back the same.
    """
    if path == "-":
        raise ConfigError("--annotate: the file is read more than once; save stdin to a file first")
    kind = {"sdlxliff": "xliff"}.get(input_format or "", input_format) or detect_kind(path, encoding=encoding)
    if kind not in KINDS:
        raise ConfigError(f"--annotate: {path} ({kind}) has no place for findings; expected TMX, XLIFF or PO")
    temporary = Path(out).with_name(f".{Path(out).name}.{os.getpid()}.tmp")
    try:
        with temporary.open("wb") as sink, ByteStream(path) as stream:
            writer = _Writer(stream, sink, kind, encoding)
            yield from _in_step(records, writer, _Readers(path, config, kind, encoding))
            writer.finish()
        os.replace(temporary, out)
    except OSError as fault:
        raise InputError(f"{out}: cannot be written ({fault.strerror or fault})") from fault
    finally:
        temporary.unlink(missing_ok=True)


class _Readers:
    """The file's pairs as they are, and as they are without an earlier run's findings."""

    def __init__(self, path: str, config: Config, kind: str, encoding: str | None) -> None:
        def read(own: re.Pattern[str] | None) -> Iterator[RawPair]:
            return iter_pairs(
                path,
                format=kind,
                encoding=encoding,
                source_lang=config.source_lang,
                target_lang=config.target_lang,
                edit=None if own is None else lambda chunks: _without(own, chunks),
            )

        self.path = path
        self._both = zip(read(None), read(_OWN[kind]), strict=False)

    def next(self) -> tuple[RawPair, RawPair]:
        both = next(self._both, None)
        if both is None:
            raise InputError(f"{self.path}: has changed while it was being checked; run again")
        return both


def _in_step(records: Iterable[SegmentResult], writer: _Writer, readers: _Readers) -> Iterator[SegmentResult]:
    for record in records:
        before, after = readers.next()
        writer.add(after, _findings(record), before)
        yield record


def _findings(record: SegmentResult) -> list[_Finding]:
    found = [
        _Finding(
            type="numbers" if flag.rule.startswith(("NUM", "QTY")) else _its_type(flag.category),
            severity=flag.severity,
            comment=f"{flag.rule} {flag.name} ({flag.severity}), {flag.side} “{flag.text}”: {flag.message}",
            side=flag.side,
            span=(flag.start, flag.end),
        )
        for flag in record.flags[:_MAX_FINDINGS]
    ]
    if len(record.flags) > _MAX_FINDINGS:
        more = len(record.flags) - _MAX_FINDINGS
        found.append(_Finding("uncategorized", Severity.MINOR, f"{more:,} more findings on this unit"))
    if record.verdict is VerdictLabel.BAD and not any(item.severity >= Severity.MAJOR for item in found):
        why = "; ".join(record.notes) or "far from its source"
        quality = "" if record.quality is None else f" {record.quality:.0f} of 100"
        found.append(_Finding("uncategorized", Severity.MAJOR, f"low quality{quality}: {why}"))
    return found


def _its_type(category: str) -> str:
    return next((name for start, name in _ITS_TYPES if category.startswith(start)), "other")


class _Writer:
    """A copy of the text with insertions, in the file's own encoding."""

    def __init__(self, stream: ByteStream, sink: BinaryIO, kind: str, encoding: str | None) -> None:
        self._hashed = _Hashed(stream)
        decision, chunks = decode_chunks(self._hashed, encoding)
        self._name = stream.name
        self._kind = kind
        self._encoder = _Encoder(sink, decision.encoding, self._hashed.head)
        self._chunks = _without(_OWN[kind], self._encoder.watched(chunks))
        self._buffer, self._at = "", 0  # text that was read; what comes before `_at` is written
        self._base = 0  # the place in the file of the buffer's start
        self._unit = -1
        self._insertions: list[tuple[int, str]] = []
        self._n = 0
        self._fill(_REACH)
        root = re.search(r"<((?:[\w.-]+:)?)(?:xliff|tmx)\b", self._buffer)
        self._prefix = root.group(1) if root else ""
        self._marks = False  # whether markers inside the text wait to be written
        self._line_end = "\r\n" if re.search(r"\r?\n", self._buffer + "\n").group() == "\r\n" else "\n"  # type: ignore[union-attr]

    def add(self, pair: RawPair, findings: Sequence[_Finding], before: RawPair) -> None:
        """Write the findings on a pair; those of one unit wait for each other."""
        anchor = pair.anchor
        if anchor is None or not findings:
            return
        if anchor.unit != self._unit:
            self._flush()
            self._unit = anchor.unit
        if self._kind == "po":
            lines = (f"# mtcheck {_one_line(item.comment)}{self._line_end}" for item in findings)
            self._insertions.append((anchor.element, "".join(lines)))
        elif self._kind == "tmx":
            tag = f"{self._prefix}prop"
            texts = (f'<{tag} type="x-mtcheck">{_escape(item.comment)}</{tag}>' for item in findings)
            self._insertions.append((anchor.element, "".join(texts)))
        elif anchor.attribute is None:  # XLIFF 2
            self._marks = True
            for item in findings:
                self._mark(pair, item, before)
        else:
            self._n += 1
            issues = "".join(f"<its:locQualityIssue {_its(item, '')}/>" for item in findings)
            block = f'<its:locQualityIssues xml:id="mtcheck-{self._n}" {_ITS}>{issues}</its:locQualityIssues>'
            if anchor.attribute >= 0:
                reference = f' {_ITS} its:locQualityIssuesRef="#mtcheck-{self._n}"'
                self._insertions.append((anchor.attribute, reference))
            self._insertions.append((anchor.element, block))

    def _mark(self, pair: RawPair, item: _Finding, before: RawPair) -> None:
        """Start and end markers around the words, which XLIFF 2 lets overlap with anything."""
        source = item.side is Side.SOURCE
        text = pair.source if source else pair.target
        first, last = 0, len(text)
        if item.span is not None:
            first, last = (_index(before, source, place) for place in item.span)
        self._n += 1
        start = f'<{self._prefix}sm id="mtcheck-{self._n}" {_ITS} type="its:generic" {_its(item, "its:")}/>'
        end = f'<{self._prefix}em startRef="mtcheck-{self._n}"/>'
        self._insertions += [(_place(pair, source, first), start), (_place(pair, source, last), end)]

    def _flush(self) -> None:
        insertions = sorted(self._insertions, key=lambda item: item[0])
        self._insertions = []
        if not insertions:
            return
        self._copy(self._unit)
        last = insertions[-1][0]
        self._fill(last - self._base)
        if self._marks and "<![CDATA[" in self._buffer[self._at : last - self._base]:
            return  # markers cannot stand inside
        for place, text in insertions:
            self._copy(place)
            self._encoder.insert(text, xml=self._kind != "po")

    def _fill(self, n_chars: int) -> None:
        """Read on until the buffer holds so many characters, or the file ends."""
        if len(self._buffer) >= n_chars:
            return
        parts = [self._buffer[self._at :]]
        self._base, n_chars, self._at = self._base + self._at, n_chars - self._at, 0
        size = len(parts[0])
        while size < n_chars and (chunk := next(self._chunks, None)) is not None:
            parts.append(chunk)
            size += len(chunk)
        self._buffer = "".join(parts)

    def _copy(self, place: int) -> None:
        """Write the text up to a place."""
        while self._base + self._at < place:
            self._fill(self._at + 1)
            piece = self._buffer[self._at : place - self._base]
            if not piece:
                raise InputError(f"{self._name}: has changed while it was being checked; run again")
            self._encoder.write(piece)
            self._at += len(piece)

    def finish(self) -> None:
        """Write the rest. Raises: InputError where the encoding did not give the file's bytes back."""
        self._flush()
        while self._at < len(self._buffer):
            self._copy(self._base + len(self._buffer))
            self._fill(self._at + 1)
        if self._encoder.digest() != self._hashed.digest():
            raise InputError(
                f"{self._name}: its bytes cannot be written back the same in {self._encoder.encoding}; convert it to "
                "UTF-8 first (iconv), or name its encoding with --encoding"
            )


class _Hashed(ByteStream):
    """A stream that knows how its bytes began and what they hash to."""

    def __init__(self, stream: ByteStream) -> None:
        self.name = stream.name
        self.head = b""
        self._inner = stream
        self._hash = hashlib.blake2b()

    def read(self, size: int = -1, /) -> bytes:
        data = self._inner.read(size)
        self.head = self.head or data[:4]
        self._hash.update(data)
        return data

    def digest(self) -> bytes:
        return self._hash.digest()


class _Encoder:
    """Text to bytes with the file's own byte order mark; what was read is encoded for comparison as well."""

    def __init__(self, sink: BinaryIO, encoding: str, head: bytes) -> None:
        self._sink = sink
        mark = b""
        if encoding == "utf-8-sig":
            encoding, mark = "utf-8", codecs.BOM_UTF8
        elif encoding in ("utf-16", "utf-32"):
            width = 2 if encoding == "utf-16" else 4
            mark = head[:width]
            encoding += "-le" if mark[:1] == b"\xff" else "-be"
        self.encoding = encoding
        self._encode = codecs.getincrementalencoder(encoding)("strict").encode
        self._check = codecs.getincrementalencoder(encoding)("strict").encode
        self._hash = hashlib.blake2b(mark)
        self._sink.write(mark)

    def write(self, text: str) -> None:
        self._sink.write(self._encode(text))

    def insert(self, text: str, *, xml: bool) -> None:
        """What the encoding lacks becomes a character reference in XML, and an escape elsewhere."""
        plain = text.encode(self.encoding, "xmlcharrefreplace" if xml else "backslashreplace")
        self._sink.write(self._encode(plain.decode(self.encoding)))

    def watched(self, chunks: Iterator[str]) -> Iterator[str]:
        for chunk in chunks:
            try:
                self._hash.update(self._check(chunk))
            except UnicodeEncodeError:
                self._hash.update(b"?")  # the digests differ from here on
            yield chunk

    def digest(self) -> bytes:
        return self._hash.digest()


def _without(own: re.Pattern[str], chunks: Iterator[str]) -> Iterator[str]:
    """The text without what `own` matches."""
    buffer = ""
    for chunk in chunks:
        buffer += chunk
        if len(buffer) < 4 * _REACH:
            continue
        cut = len(buffer) - _REACH
        cut = buffer.rfind("\n", 0, cut) + 1 or cut
        if "mtcheck" in buffer:
            cut = max([cut, *(found.end() for found in own.finditer(buffer) if found.start() < cut)])
            yield own.sub("", buffer[:cut])
        else:
            yield buffer[:cut]
        buffer = buffer[cut:]
    yield own.sub("", buffer)


def _index(pair: RawPair, source: bool, place: int) -> int:
    """The code point of a side that stands at a place in the file."""
    offsets = pair.source_offsets if source else pair.target_offsets
    start, size = (pair.source_start, len(pair.source)) if source else (pair.target_start, len(pair.target))
    index = place - start if offsets is None else bisect_left(offsets, place)
    return min(max(index, 0), size)


def _place(pair: RawPair, source: bool, index: int) -> int:
    """Where a code point of a side stands in the file."""
    offsets = pair.source_offsets if source else pair.target_offsets
    return (pair.source_start if source else pair.target_start) + index if offsets is None else offsets[index]


def _its(item: _Finding, prefix: str) -> str:
    """The attributes of an issue."""
    comment = _escape(item.comment)
    return (
        f'{prefix}locQualityIssueType="{item.type}" {prefix}locQualityIssueSeverity="{_ITS_SEVERITY[item.severity]}" '
        f'{prefix}locQualityIssueComment="{comment}"'
    )


def _one_line(text: str) -> str:
    """The text on one line, without what XML and terminals cannot hold, cut to a readable length."""
    text = re.sub("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\ud800-\udfff]+", " ", text)
    return text if len(text) <= _MAX_COMMENT else text[: _MAX_COMMENT - 1] + "…"


def _escape(text: str) -> str:
    text = _one_line(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;")
