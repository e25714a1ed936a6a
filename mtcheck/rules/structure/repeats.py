"""Passages and lines of a document that come again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mtcheck.data import Hit, Pair, Severity, Side
from mtcheck.rules.registry import Scope, rule
from mtcheck.rules.structure._echoes import echoes
from mtcheck.rules.structure._sentences import END_MARKS, MIN_REST, SENTENCE_ENDS, SENTENCE_START
from mtcheck.rules.text import Span, has_any, hit, trim
from mtcheck.rules.words.tokens import lower_tokens

_MIN_PASSAGE = 40
#: Words of a headline that is looked for at the beginning of later sentences.
_MIN_HEADLINE, _MAX_HEADLINE = 4, 30
_MAX_SOURCE_RATIO = 60.0


@rule(
    "STR005",
    "repeated-passage",
    category="accuracy/addition",
    severity=Severity.MAJOR,
    also=(Severity.MINOR,),
    scope=Scope.DOCUMENT,
    message="“{text}” stands in the translation before; the source says something else here.",
)
def repeated_passage(pairs: Sequence[Pair]) -> Iterator[tuple[int, Hit]]:
    """A sentence of the translation is repeated where the source has another one.

    Why: the right translation is missing, and the reader is told the same twice.
    Flags: two different source sentences with one and the same long target sentence
    Flags: one source sentence with its translation twice
    Flags: the headline again at the beginning of a sentence, where the source has it once
    Flags: a sentence of five words or more that the same translation, or another, has, though the source goes on
    Passes: repeats that the source has too; sentences of less than forty characters in place of others
    Limits: only sentences repeated word for word, in documents that were segmented (a list of strings may well give
        two source strings one translation).
    """
    found = set(_repeats(pairs))
    for position, start, end in sorted(found):
        yield position, hit(start, end)
    for position, start, end in echoes(pairs):
        if (position, start, end) not in found:
            yield position, hit(start, end, severity=Severity.MINOR)
    yield from _headlines_again(pairs)


def _headlines_again(pairs: Sequence[Pair]) -> Iterator[tuple[int, Hit]]:
    """The first of the pairs as a headline that a later target begins with, though its source does not."""
    headline = next((pair for pair in pairs if pair.target.strip()), None)
    if headline is None or len(headline.target_segments) != 1:
        return
    target, source = headline.target.strip(), headline.source.strip()
    if not source or target[-1] in END_MARKS or not _MIN_HEADLINE <= len(target.split()) <= _MAX_HEADLINE:
        return
    for position, pair in enumerate(pairs):
        if pair is headline or not pair.target.startswith(target) or pair.source.startswith(source):
            continue
        rest = pair.target[len(target) :].lstrip()
        if rest and rest[0].isupper() and pair.target[len(target)].isspace():
            yield position, hit(0, len(target))


def _repeats(pairs: Sequence[Pair]) -> Iterator[tuple[int, int, int]]:
    """(position, start, end) of target sentences that stood before, where the source says something else."""
    if not any(pair.target_segments for pair in pairs):
        return
    if all(len(pair.target_segments) < 2 for pair in pairs):
        distinct = {lower_tokens(pair.target) for pair in pairs}
        if len(distinct) == len(pairs) and not any(
            lower_tokens(pair.target[start:end]) in distinct for pair in pairs for start, end in _parts(pair)
        ):
            return
    seen: dict[str, int] = {}
    for position, pair in enumerate(pairs):
        if not pair.source.strip() or not pair.target_segments:
            continue
        for start, end in _sentences(pair):
            whole = len(pair.target_segments) == 1 and (start, end) == trim(pair.target, 0, len(pair.target))
            key = _folded(pair.target if whole else pair.target[start:end])
            if len(key) < _MIN_PASSAGE:
                continue
            if key not in seen:
                seen[key] = position
                continue
            first = seen[key]
            if not (_says_again(pair) if first == position else not _differ(pairs[first].source, pair.source)):
                yield position, start, end


def _sentences(pair: Pair) -> list[Span]:
    """The whole target, where it is one segment, and the sentences in it."""
    segments = pair.target_segments
    if len(segments) < 2:
        return [trim(pair.target, 0, len(pair.target)), *_parts(pair)]
    return [(s.start - segments[0].start, s.end - segments[0].start) for s in segments]


def _parts(pair: Pair) -> list[Span]:
    """The sentences of a target that is one segment of several, long enough to be looked for."""
    text = pair.target
    if len(text) < 2 * _MIN_PASSAGE or not has_any(text[_MIN_PASSAGE:-_MIN_PASSAGE], SENTENCE_ENDS):
        return []
    later = [m.end() for m in SENTENCE_START.finditer(text)]
    spans = (trim(text, start, end) for start, end in zip([0, *later], [*later, len(text)], strict=True))
    return [(start, end) for start, end in spans if _MIN_PASSAGE <= end - start < len(text) - MIN_REST]


def _says_again(pair: Pair) -> bool:
    """Whether the source, too, has one sentence twice within this pair."""
    folded = [_folded(segment.text) for segment in pair.source_segments]
    return len(set(folded)) < len(folded)


def _folded(text: str) -> str:
    """The text's words and figures in lower case, a space between them."""
    return " ".join(lower_tokens(text))


def _differ(one: str, other: str) -> bool:
    from rapidfuzz import fuzz

    return fuzz.ratio(one[:2000], other[:2000]) < _MAX_SOURCE_RATIO


@rule(
    "STR007",
    "displaced-by-repeat",
    category="accuracy/omission",
    severity=Severity.MAJOR,
    scope=Scope.DOCUMENT,
    message="The translation of “{text}” seems to be missing: a sentence that was there before stands in its place.",
)
def displaced_by_repeat(pairs: Sequence[Pair]) -> Iterator[tuple[int, Hit]]:
    """A source passage faces nothing but a repeat of an earlier translation, so its own is missing.

    Why: what fills the place hides the gap from the alignment, and from the reader.
    Flags: the source of a target that is as a whole a repeat of an earlier sentence with another source
    Passes: a repeat beside the right translation; repeats that the source has too
    Limits: those of `repeated-passage`.
    """
    for position, start, end in _repeats(pairs):
        pair = pairs[position]
        if (start, end) == trim(pair.target, 0, len(pair.target)):
            yield position, hit(0, len(pair.source), side=Side.SOURCE)


@rule(
    "STR006",
    "repeated-line",
    category="design/markup",
    severity=Severity.MINOR,
    scope=Scope.DOCUMENT,
    message="“{text}” comes for the {detail} time: it seems to belong to the web page, not to the article.",
)
def repeated_line(pairs: Sequence[Pair]) -> Iterator[tuple[int, Hit]]:
    """A short line comes again and again in one document, in source and translation.

    Why: what a page repeats between its paragraphs is furniture, in whatever language.
    Flags: the third `Follow us for more` of an article
    Passes: lines repeated once; tables of strings, whose repeats are right
    Limits: only documents that were segmented; lines of two to twelve words.
    """
    seen: dict[tuple[str, str], int] = {}
    for position, pair in enumerate(pairs):
        if len(pair.source_segments) != 1 or len(pair.target_segments) != 1 or not 8 <= len(pair.target) <= 120:
            continue
        if not 2 <= len(pair.target.split()) <= 12:
            continue
        key = (pair.source.strip().lower(), pair.target.strip().lower())
        seen[key] = seen.get(key, 0) + 1
        if seen[key] >= 3 and any(c.isalpha() for c in pair.target):
            yield position, hit(*trim(pair.target, 0, len(pair.target)), f"{seen[key]}.")
