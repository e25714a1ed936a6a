"""Small helpers that the garble families share: language keys, quote classes, runs of neighbouring matches."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import islice

from mtcheck.data import Hit, Severity, Side
from mtcheck.rules.words.views import keeping

#: Marks that a translator puts for a straight double or single quote; for use inside a character class.
DOUBLE_QUOTES = '"“”„‟«»＂″〝〞'
SINGLE_QUOTES = "'‘’‚‛‹›＇`´"
QUOTES = DOUBLE_QUOTES + SINGLE_QUOTES

#: Letters of a word without digits and underscore.
WORD = re.compile(r"[^\W\d_]+")

_SAME = {"nb": "no", "nn": "no", "iw": "he", "in": "id", "fil": "tl"}

Span = tuple[int, int]


def hit(
    start: int,
    end: int,
    detail: str = "",
    *,
    side: Side = Side.TARGET,
    suggestion: str | None = None,
    severity: Severity | None = None,
) -> Hit:
    """A `Hit`, on the target unless said otherwise."""
    return Hit(side=side, start=start, end=end, detail=detail, suggestion=suggestion, severity=severity)


def word_set(words: str) -> frozenset[str]:
    """The words of a table row."""
    return frozenset(words.split())


@lru_cache(maxsize=512)
def lang_of(tag: str | None) -> str:
    """The language part of a BCP 47 tag, lower case; `""` for none."""
    base = (tag or "").replace("_", "-").split("-", 1)[0].lower()
    return _SAME.get(base, base)


def has_any(text: str, needles: Iterable[str]) -> bool:
    """Whether one of the needles occurs; far cheaper than a regular expression that fails."""
    for needle in needles:  # noqa: SIM110 (a generator in `any` takes twice as long)
        if needle in text:
            return True
    return False


#: A rule looks at so many places of a pair at most, so that a hostile megabyte costs seconds, not hours.
MAX_PLACES = 1000


def places(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The first `MAX_PLACES` matches."""
    return islice(pattern.finditer(text), MAX_PLACES)


@keeping(4096)
def occurs(needle: str, haystack: str) -> bool:
    """`needle in haystack`, remembered: a long source is asked for the same crumb again and again."""
    return needle in haystack


def merge_runs(spans: Iterable[Span], joined: Callable[[int, int], bool]) -> list[Span]:
    """Spans, ascending by start, with neighbours united where they touch or `joined(end, next_start)` holds."""
    runs: list[Span] = []
    for start, end in spans:
        if runs and (start <= runs[-1][1] or joined(runs[-1][1], start)):
            runs[-1] = (runs[-1][0], max(runs[-1][1], end))
        else:
            runs.append((start, end))
    return runs


def squeezed(text: str) -> str:
    """`text` without white space, for comparisons that ignore it."""
    return "".join(text.split())


def trim(text: str, start: int, end: int) -> Span:
    """The span without white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
