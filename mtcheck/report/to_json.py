"""Report -> JSON: `document()` for the whole, `record()` for one segment of a stream."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from operator import attrgetter
from typing import Any

from mtcheck.data import Flag, Metric, Remark, SegmentResult, SideInfo, Summary
from mtcheck.report.model import Move, Report
from mtcheck.report.rounding import SCALES, honest, metric, score

Record = dict[str, Any]

_LINE = json.JSONEncoder(ensure_ascii=False, allow_nan=False)
# Legal inside a JSON string, yet a line end to many readers of JSON Lines, or (surrogates) not encodable.
_AWKWARD = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_CONTROLS = re.compile(b"\xc2[\x80-\x9f]")  # \x80 to \x9f in UTF-8
_quoted, _plain = json.encoder.encode_basestring, str.__str__


def dumps(value: Any, indent: int | None = None) -> str:
    """JSON text that is always encodable as UTF-8 and, without `indent`, one line for every reader."""
    encoder = _LINE if indent is None else json.JSONEncoder(ensure_ascii=False, allow_nan=False, indent=indent)
    text = encoder.encode(value)
    if text.isprintable():  # most lines are, and then none of these
        return text
    return _AWKWARD.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


def lines(segments: Iterable[SegmentResult]) -> bytes:
    """The records of some segments as UTF-8, a line each; the same as `dumps` of `record` gives."""
    text = "".join([f"{_line(segment)}\n" for segment in segments])
    try:
        data = text.encode()
    except UnicodeEncodeError:
        return _AWKWARD.sub(_escaped, text).encode()
    # Look-ups of fixed bytes: much faster than the pattern, and hardly any batch needs it.
    rare = b"\x7f" in data or b"\xe2\x80\xa8" in data or b"\xe2\x80\xa9" in data or _CONTROLS.search(data)
    return _AWKWARD.sub(_escaped, text).encode() if rare else data


def _line(segment: SegmentResult) -> str:
    """`record(segment)` as JSON, put together by hand where it has no rare field: a third of the time."""
    if _RARE(segment) != _NOTHING_RARE:
        return _LINE.encode(record(segment))
    similarity, sure = segment.similarity, segment.alignment_confidence
    return (
        f'{{"index": {segment.index}, "source": {_quoted(segment.source)}, "target": {_quoted(segment.target)}, '
        f'"source_span": {_ints(segment.source_span)}, "target_span": {_ints(segment.target_span)}, '
        f'"source_line": {_number(segment.source_line)}, "target_line": {_number(segment.target_line)}, '
        f'"bead": [{_ints(segment.bead[0])}, {_ints(segment.bead[1])}], "adequacy": {_score(segment.adequacy)}, '
        f'"fluency": {_score(segment.fluency)}, "quality": {_score(segment.quality)}, '
        f'"verdict": "{_plain(segment.verdict)}", '
        f'"similarity": {"null" if similarity is None else _share(similarity, "similarity")}, '
        f'"alignment_confidence": {"null" if sure is None else _share(sure, "alignment_confidence")}, '
        f'"flags": {_LINE.encode([flag_record(flag) for flag in segment.flags]) if segment.flags else "[]"}, '
        f'"notes": {_LINE.encode(list(segment.notes)) if segment.notes else "[]"}}}'
    )


#: Fields that a record has only where they hold something, and what they hold where it has none of them.
_RARE = attrgetter(
    *("source_column", "target_column", "source_unit", "target_unit", "reference", "metrics", "known", "dismissed"),
    "hints",
)
_NOTHING_RARE: tuple[object, ...] = (None, None, None, None, None, {}, (), (), ())


def _number(value: int | None) -> str:
    return "null" if value is None else f"{value}"


def _score(value: float | None) -> str:
    """The same as `score` gives, which is what looks after the ends of the scale."""
    if value is None:
        return "null"
    return f"{value:.1f}" if 0.05 < value < 99.95 else repr(score(value))


def _share(value: float, field: str) -> str:
    return f"{value:.4f}".rstrip("0") if 0.0001 < value < 0.9999 else repr(score(value, field))


def _ints(span: Sequence[int] | None) -> str:
    if span is None:
        return "null"
    if len(span) == 2:
        return f"[{span[0]}, {span[1]}]"
    return f"[{span[0]}]" if len(span) == 1 else f"[{', '.join(map(repr, span))}]"


def document(report: Report) -> Record:
    """The whole report as plain values, in the order of the contract."""
    return {
        "schema": report.schema,
        "signature": report.signature,
        "version": report.version,
        "source": None if report.source is None else _side(report.source),
        "target": _side(report.target),
        "summary": _summary(report.summary),
        "metrics": [_metric(item) for item in report.metrics],
        "tiers": dict(report.tiers),
        "notes": list(report.notes),
        "moves": [_move(move) for move in report.moves],
        **({"remarks": [_remark(item) for item in report.remarks]} if report.remarks else {}),
        "segments": [record(segment) for segment in report.segments],
    }


def record(segment: SegmentResult) -> Record:
    """One segment as plain values; what not every record has only where there is any."""
    made: Record = {
        "index": segment.index,
        "source": segment.source,
        "target": segment.target,
        "source_span": _span(segment.source_span),
        "target_span": _span(segment.target_span),
        "source_line": segment.source_line,
        "target_line": segment.target_line,
        "bead": [list(segment.bead[0]), list(segment.bead[1])],
        "adequacy": score(segment.adequacy),
        "fluency": score(segment.fluency),
        "quality": score(segment.quality),
        "verdict": str(segment.verdict),
        "similarity": score(segment.similarity, "similarity"),
        "alignment_confidence": score(segment.alignment_confidence, "alignment_confidence"),
        "flags": [flag_record(flag) for flag in segment.flags],
        "notes": list(segment.notes),
    }
    if segment.source_column is not None:
        made["source_column"] = segment.source_column
    if segment.target_column is not None:
        made["target_column"] = segment.target_column
    if segment.source_unit is not None:
        made["source_unit"] = segment.source_unit
    if segment.target_unit is not None:
        made["target_unit"] = segment.target_unit
    if segment.reference is not None:
        made["reference"] = segment.reference
    if segment.metrics:
        made["metrics"] = {name: metric(value) for name, value in segment.metrics.items()}
    if segment.known:
        made["known"] = [flag_record(flag) for flag in segment.known]
    if segment.dismissed:
        made["dismissed"] = [flag_record(flag) for flag in segment.dismissed]
    if segment.hints:
        made["hints"] = [asdict(hint) | {"confidence": score(hint.confidence, "confidence")} for hint in segment.hints]
    return made


def flag_record(flag: Flag) -> Record:
    """One finding as plain values."""
    made: Record = {
        "rule": flag.rule,
        "name": flag.name,
        "category": flag.category,
        "severity": str(flag.severity),
        "side": str(flag.side),
        "start": flag.start,
        "end": flag.end,
        "text": flag.text,
        "message": flag.message,
    }
    if flag.suggestion is not None:
        made["suggestion"] = flag.suggestion
    return made


def _side(side: SideInfo) -> Record:
    made: Record = {
        "path": side.path,
        "lang": side.lang,
        "lang_origin": side.lang_origin,
        "n_segments": side.n_segments,
        "n_chars": side.n_chars,
        "encoding": side.encoding,
        "notes": list(side.notes),
    }
    if side.format != "text":
        made["format"] = side.format
    return made


def _summary(summary: Summary) -> Record:
    interval = summary.interval
    return {
        "quality": score(summary.quality),
        "adequacy": score(summary.adequacy),
        "fluency": score(summary.fluency),
        "interval": None if interval is None else [honest(end, SCALES["interval"]) for end in interval],
        "verdict": str(summary.verdict),
        "n_pairs": summary.n_pairs,
        "n_omissions": summary.n_omissions,
        "n_additions": summary.n_additions,
        "n_cannot_judge": summary.n_cannot_judge,
        "by_severity": dict(summary.by_severity),
        "by_category": dict(summary.by_category),
        "by_rule": dict(summary.by_rule),
        "by_verdict": dict(summary.by_verdict),
        "reasons": list(summary.reasons),
        "mqm": None if summary.mqm is None else asdict(summary.mqm),
    }


def _metric(item: Metric) -> Record:
    return {"name": item.name, "value": metric(item.value), "signature": item.signature}


def _move(move: Move) -> Record:
    return {
        "source": list(move.source),
        "target": list(move.target),
        "confidence": score(move.confidence, "confidence"),
    }


def _remark(item: Remark) -> Record:
    return {name: str(getattr(item, name)) for name in ("id", "decision", "comment", "rule", "text", "where")}


def _span(span: Sequence[int] | None) -> list[int] | None:
    return None if span is None else list(span)
