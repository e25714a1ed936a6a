"""The values that flow from step to step: frozen, without logic, and without imports from the steps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import Protocol

import numpy as np
import numpy.typing as npt

from mtcheck.frozen import quickly_made

FloatArray = npt.NDArray[np.float32]
IntArray = npt.NDArray[np.int64]


class Side(StrEnum):
    """Which text of a pair is meant."""

    SOURCE = "source"
    TARGET = "target"


class Severity(IntEnum):
    """MQM severity levels, ordered; ``str()`` gives the lower-case name that reports print."""

    NEUTRAL = 0
    MINOR = 1
    MAJOR = 2
    CRITICAL = 3

    def __str__(self) -> str:
        return self.name.lower()


class SegmentKind(StrEnum):
    """What sort of text a segment is, as far as layout tells."""

    SENTENCE = "sentence"
    HEADING = "heading"  # a short line of its own without final punctuation: headline, caption, table cell
    LIST_ITEM = "list-item"


class VerdictLabel(StrEnum):
    """What a reader is told about one bead, or about a whole document."""

    GOOD = "good"
    CHECK = "check"
    BAD = "bad"
    CANNOT_JUDGE = "cannot-judge"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A piece of an extracted text, `document.text[start:end]`, and where the file has it."""

    start: int
    end: int
    name: str  # "paragraph 3", "table 1, row 2, cell 1", "cue 5 at 00:00:12.000", "caption"
    line: int | None = None  # 1-based line of the file where the piece starts; None where the format has no lines


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file's decoded text. All offsets anywhere are code points into `text`, half-open.

    A byte order mark is part of the encoding, not of `text`; line ends and everything else are kept as they are.
    `notes` says in words what the reader decided (a detected code page, say). Where `format` is not "text", `text` is
    what was extracted from the file, and `units` say where each piece of it stands.
    """

    path: str  # as the user gave it; "-" for stdin, "<text>" for a string
    text: str
    encoding: str = "utf-8"  # a name that `bytes.decode` takes and that gives `text` back
    notes: tuple[str, ...] = ()
    format: str = "text"  # or "html", "markdown", "docx", "odt", "srt", "vtt"
    units: tuple[Unit, ...] = ()  # ascending; empty for plain text


@quickly_made
@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A sentence-like piece of a document: `document.text[start:end] == text`, in code points."""

    index: int
    text: str
    start: int
    end: int
    line: int = 1  # 1-based line of `start`; \n, \r\n, \r, \v, \f, \x1c-\x1e, \x85, U+2028 and U+2029 end a line
    paragraph: int = 0  # 0-based; segments of one paragraph share it
    kind: SegmentKind = SegmentKind.SENTENCE


@dataclass(frozen=True, slots=True, kw_only=True)
class Bead:
    """n source segments facing m target segments (indices, ascending, contiguous); n or m may be 0."""

    source: tuple[int, ...]
    target: tuple[int, ...]
    cost: float  # the aligner's own cost, lower is better, >= 0
    similarity: float | None  # cosine of the merged sides, None for a null bead
    confidence: float  # 0..1, the aligner's estimate that the bead is right


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """Beads in document order: every source and target index occurs exactly once."""

    beads: tuple[Bead, ...]
    signature: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageGuess:
    """What a text seems to be written in. `lang` is a BCP 47 tag, or None when it cannot be told."""

    lang: str | None
    confidence: float  # 0..1
    reason: str = ""  # why None, or what decided


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One entry of a glossary, as written in it: the source term and what it must, or must not, become.

    `targets == (source,)` says that the term is not to be translated. An empty `source` forbids the words of
    `forbidden` in any target.
    """

    source: str
    targets: tuple[str, ...] = ()  # the preferred one first
    forbidden: tuple[str, ...] = ()
    source_lang: str | None = None  # BCP 47, None where the glossary does not say
    target_lang: str | None = None
    line: int = 1  # 1-based, in the glossary file
    id: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TermUse:
    """A term of the glossary in a pair's text: in the source, or a word that is forbidden everywhere in the target."""

    term: Term
    side: Side
    start: int
    end: int


@quickly_made
@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A bead's two texts and their languages; `""` where a side is missing (an omission or an addition).

    A text is the slice of its document from the first segment's start to the last one's end, so an offset in it
    plus that start is an offset in the document. `*_segments` are the bead's segments (document offsets).
    """

    index: int
    source: str
    target: str
    source_lang: str | None = None  # expected, BCP 47; None if unknown
    target_lang: str | None = None
    source_guess: LanguageGuess | None = None  # what the text itself looks like
    target_guess: LanguageGuess | None = None
    source_segments: tuple[Segment, ...] = ()
    target_segments: tuple[Segment, ...] = ()
    similarity: float | None = None  # cosine of the two sides under the encoder in use
    alignment_confidence: float | None = None
    unmatched: tuple[tuple[Side, int, int], ...] = ()  # (side, start, end) in the texts: no match on the other side
    seams: tuple[tuple[Side, int, str], ...] = ()  # (side, end of what is before, "run-on" or "over-split")
    terms: tuple[TermUse, ...] = ()  # what the glossary has to say of the pair, in order of place


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """What a rule found: a place in the pair's own text (not the document's) and the words to describe it.

    `detail` fills `{detail}` in the rule's message. `severity` overrides the rule's own only where the rule
    declares that severity among its `severities`.
    """

    side: Side
    start: int
    end: int
    detail: str = ""
    suggestion: str | None = None
    severity: Severity | None = None


@quickly_made
@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """A suspected error span. Offsets are the document's (`text == document.text[start:end]`) in a report."""

    rule: str  # stable code, "MRK001"
    name: str  # "broken-markup"
    category: str  # MQM path, "design/markup"
    severity: Severity
    side: Side
    start: int
    end: int
    text: str
    message: str
    suggestion: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """Words that are likely wrong, as the quality model sees it: for the eye, no finding. Offsets as in `Flag`."""

    side: Side
    start: int
    end: int
    text: str
    confidence: float
    category: str  # MQM path, a guess


class Decision(StrEnum):
    """What a person said about a finding."""

    ACCEPTED = "accepted"  # an error indeed
    DISMISSED = "dismissed"  # a false alarm, or not worth a change
    OPEN = "open"  # only a comment so far


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A person's decision on a finding. `rule`, `text` and `where` are for people who read the file; `id` counts."""

    id: str
    decision: Decision
    comment: str = ""
    rule: str = ""
    text: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """A number from 0 to 100 with what must be known to get it again; `notes` name every cap that was applied."""

    value: float
    signature: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unscored:
    """No number, and the reason in words: "cannot judge" is an answer."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FluencyResult:
    """Fluency of one text: a 0-100 value or None with a reason, and the stretches that read worst.

    `spans` are (start, end, excess) in the text's own code points; excess >= 0 says how far below the
    surrounding text's usual log-probability the stretch lies.
    """

    value: float | None
    reason: str = ""
    spans: tuple[tuple[int, int, float], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the scores and flags of one pair amount to. `quality` is None exactly when the label is cannot-judge."""

    quality: float | None
    label: VerdictLabel
    reasons: tuple[str, ...] = ()


@quickly_made
@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentResult:
    """One record of a report: a bead with its scores, flags and verdict."""

    index: int
    source: str
    target: str
    source_span: tuple[int, int] | None
    target_span: tuple[int, int] | None
    source_line: int | None
    target_line: int | None
    bead: tuple[tuple[int, ...], tuple[int, ...]]
    adequacy: float | None
    fluency: float | None
    quality: float | None
    verdict: VerdictLabel
    similarity: float | None
    alignment_confidence: float | None
    flags: tuple[Flag, ...] = ()
    notes: tuple[str, ...] = ()  # reasons for a cap, a missing score, or a verdict
    reference: str | None = None
    metrics: dict[str, float] = field(default_factory=dict)  # with a reference: "bleu", "chrf", "ter"
    source_column: int | None = None  # 1-based column of the span's first code point in its line; None if unknown
    target_column: int | None = None
    source_unit: str | None = None  # the place as the format names it: unit id, paragraph, cell, cue
    target_unit: str | None = None
    known: tuple[Flag, ...] = ()  # found, but an earlier run has reported them (`--baseline`): not counted, no gate
    dismissed: tuple[Flag, ...] = ()  # a person called them false alarms: they move no number either
    hints: tuple[Hint, ...] = ()  # doubtful words of a segment that is not good, source first


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric:
    """A corpus-level reference metric with sacrebleu's signature."""

    name: str
    value: float
    signature: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mqm:
    """MQM's view of the flags, an estimate (`mtcheck.mqm`): `penalty` is in points per 1,000 words of the target, `low`
    and `high` are its 95 % interval (None for a single segment), `score` is 100 less a tenth of it, at least 0.
    """

    penalty: float
    low: float | None
    high: float | None
    score: float
    n_words: int
    by_dimension: dict[str, float]  # points by the first part of the MQM category


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The document's numbers. `interval` is a 95 % bootstrap interval of quality, None when fewer than two segments."""

    quality: float | None
    adequacy: float | None
    fluency: float | None
    interval: tuple[float, float] | None
    verdict: VerdictLabel
    n_pairs: int
    n_omissions: int
    n_additions: int
    n_cannot_judge: int
    by_severity: dict[str, int]
    by_category: dict[str, int]
    by_rule: dict[str, int]
    by_verdict: dict[str, int]
    reasons: tuple[str, ...] = ()
    mqm: Mqm | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SideInfo:
    """What a report says about one of its two texts."""

    path: str
    lang: str | None
    lang_origin: str  # "given" or "detected"
    n_segments: int
    n_chars: int
    encoding: str
    notes: tuple[str, ...] = ()
    format: str = "text"  # of the file; offsets count in the extracted text where it is not text or a file of pairs


class TokenVectors(Protocol):
    """Word vectors of one text: `vectors[i]` belongs to `text[offsets[i, 0]:offsets[i, 1]]`."""

    @property
    def offsets(self) -> IntArray:
        """(n_tokens, 2) code points, half-open, ascending."""

    @property
    def vectors(self) -> FloatArray:
        """(n_tokens, dim) float32, not normalised: a row's length is the word's weight in the sentence."""


class Encoder(Protocol):
    """Texts to vectors, one space for all languages."""

    @property
    def signature(self) -> str:
        """Name and revision, such as `static-v1@3f2a9c11`: equal signatures give equal vectors."""

    @property
    def dim(self) -> int:
        """The number of dimensions."""

    def encode(self, texts: Sequence[str]) -> FloatArray:
        """(n, dim) float32 unit rows; a text without any known token gives a zero row."""

    def encode_tokens(self, text: str) -> TokenVectors:
        """Word vectors with offsets into `text`."""


class FluencyModel(Protocol):
    """Texts of one language to fluency."""

    @property
    def signature(self) -> str:
        """Name and revision."""

    def supports(self, lang: str | None) -> bool:
        """Whether `score` can give values for this language."""

    def score(self, texts: Sequence[str], lang: str | None) -> list[FluencyResult]:
        """One result a text, in order; batch size and order change nothing."""
