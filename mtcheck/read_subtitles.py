"""SubRip (SRT) and WebVTT: the spoken text, cue by cue, without its markup.

A sentence often runs on from one cue to the next, so cues follow line by line, and a blank line stands only where one
ends a sentence, where a new speaker begins, or where the picture is silent for a while.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from mtcheck.errors import InputError
from mtcheck.read_extract import Extract

_TIME = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})[,.](\d{1,3})"
_TIMES = re.compile(rf"\s*{_TIME}\s*-->\s*{_TIME}(?:\s.*)?\Z")
_TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,200}>|<\d[\d:.]{4,12}>|\{\\[^{}\n]{1,80}\}|</?>")
_ENDS_SENTENCE = re.compile(r"[.!?…。！？؟।॥♪♫)\]]['\"”’»」』]*\Z")
_NEW_VOICE = re.compile(r"[-–—‐]\s?\S|[♪♫(\[]|[^\W\d_]{2,20}(?: [^\W\d_]{1,20})?:\s")
#: Seconds without a cue after which a new thought is taken to begin.
_PAUSE = 2.0


@dataclass(frozen=True, slots=True)
class _Cue:
    name: str
    line: int  # of its first line of text
    start: float  # seconds
    end: float
    text: str


@dataclass(slots=True)
class _Block:
    """Lines up to a blank one, and the number of the first."""

    line: int
    lines: list[str]


def looks_like_srt(head: str) -> bool:
    """Whether a text starts with a numbered cue."""
    return re.match(rf"\s*\d+[ \t]*\r?\n[ \t]*{_TIME}[ \t]*-->", head) is not None


def read_subtitles(text: str, name: str, *, vtt: bool) -> Extract:
    """The cues' text; a unit a cue, named by its number or identifier and its start.

    Raises: InputError with `name:line` for times that cannot be read, and for a file without cues.
    """
    extract = Extract(name)
    before: _Cue | None = None
    for cue in _cues(text, name, vtt=vtt):
        extract.add(cue.text, cue.name, cue.line, apart=before is None or _parts(before, cue))
        before = cue if cue.text else before
    if before is None:
        raise InputError(f"{name}: holds no cue with text; expected times (00:00:01,000 --> 00:00:02,500) and text")
    return extract


def _parts(before: _Cue, cue: _Cue) -> bool:
    return bool(_ENDS_SENTENCE.search(before.text) or _NEW_VOICE.match(cue.text) or cue.start - before.end > _PAUSE)


def _blocks(text: str) -> Iterator[_Block]:
    block = _Block(0, [])
    for number, line in enumerate(re.split(r"\r\n|\n|\r", text), start=1):
        if line.strip():
            block.line = block.line or number
            block.lines.append(line)
        elif block.lines:
            yield block
            block = _Block(0, [])
    if block.lines:
        yield block


def _cues(text: str, name: str, *, vtt: bool) -> Iterator[_Cue]:
    blocks = _blocks(text)
    if vtt:
        first = next(blocks, None)
        if first is None or not re.match(r"\ufeff?WEBVTT(?:[ \t]|\Z)", first.lines[0]):
            raise InputError(f"{name}:1: no WebVTT: expected WEBVTT on the first line")
        if any("-->" in line for line in first.lines):
            raise InputError(f"{name}:{first.line}: a cue in the header; expected a blank line after WEBVTT")
    number = 0
    cue: _Cue | None = None
    for block in blocks:
        if vtt and re.match(r"(?:NOTE|STYLE|REGION)(?:[ \t]|\Z)", block.lines[0]):
            continue
        at = next((i for i, line in enumerate(block.lines[:2]) if "-->" in line), None)
        if at is not None:
            number += 1
            start, end = _times(block.lines[at], f"{name}:{block.line + at}")
            label = f"cue {block.lines[0].strip()[:40] if at else number} at {_clock(start)}"
            cue = _Cue(label, block.line + at + 1, start, end, _plain(block.lines[at + 1 :], vtt=vtt))
            yield cue
        elif cue is not None:  # a blank line inside a cue's text
            yield replace(cue, line=block.line, text=_plain(block.lines, vtt=vtt))
        else:
            raise InputError(
                f"{name}:{block.line}: {block.lines[0][:32]!r} is no cue; expected its number or name, then its times "
                "(00:00:01,000 --> 00:00:02,500)"
            )


def _times(line: str, place: str) -> tuple[float, float]:
    found = _TIMES.match(line)
    if found is None:
        raise InputError(
            f"{place}: the times {line.strip()[:60]!r} cannot be read; expected 00:00:01,000 --> 00:00:02,500"
        )
    seconds = [
        int(hours or 0) * 3600 + int(minutes) * 60 + int(rest) + int(part.ljust(3, "0")) / 1000
        for hours, minutes, rest, part in (found.groups()[:4], found.groups()[4:])
    ]
    return seconds[0], seconds[1]


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds * 1000), 60_000)
    return f"{minutes // 60:02}:{minutes % 60:02}:{rest / 1000:06.3f}"


def _plain(lines: list[str], *, vtt: bool) -> str:
    text = _TAG.sub("", "\n".join(line.strip() for line in lines))
    return html.unescape(text) if vtt else text
