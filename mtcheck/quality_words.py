"""Words that are likely wrong, for the eye alone: no number and no verdict rests on them.

In the target a boosted forest looks at each word and its neighbours: how well the other side matches it, how likely the
fluency model finds it, what kind of word it is, and the pair's quality. It is fitted on the words that post-editors of
MLQE-PE (Fomicheva et al. 2022, arXiv:2010.04480) changed; its value is the share of such words that they change. In the
source, words of weight without a counterpart are named.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from mtcheck.critic import PairReading
from mtcheck.data import Flag, FloatArray, Hint, IntArray, Pair, Side, TokenVectors
from mtcheck.encode import StaticEncoder
from mtcheck.fluency_words import WordTerms
from mtcheck.lexicon import Lexicon
from mtcheck.quality_lexicon import WORD, word_figures
from mtcheck.quality_match import WEAK
from mtcheck.quality_tables import Tables
from mtcheck.quality_trees import Forest
from mtcheck.scripts import UNSPACED
from mtcheck.word_rows import LONGEST, LONGEST_TEXT

SHOWN_FROM = 0.6  # of the target's words; more likely changed than not
MOST = 5  # hints a side
LONGEST_TOKENS = 400  # tokens of a target that are looked at

#: Of the side's median weight: lighter words (articles, particles) have no fixed counterpart.
HEAVY = 0.8
LOST_FROM = 0.8  # of the source's words; at 0.5 four in five of the weaker clean segments have one
LOW, HIGH = 0.05, 0.30  # best cosine at which the confidence of a source word is 1, and 0

_TOKEN = re.compile(rf"[{UNSPACED}]|[^\W{UNSPACED}]+|[^\w\s]")

OWN = (
    "length", "letter", "upper", "digit", "place", "n_tokens", "copied", "quality", "usual",
    # of the encoder's word: cosines with the source's words, with two neighbouring ones, with all; its weight
    "best", "second", "best_two", "weight", "weight_ratio", "mutual", "back", "sentence", "mean", "displaced",
    "partner_weight",
    # of the fluency model's: `fluency_words.WordTerms`
    "fine", "coarse", "odds", "fine_usual", "coarse_usual", "unknown",
    *WORD,  # of the lexicon's
    "changed",  # how often post-editors change such a word: `quality_bag.Changed`
)  # fmt: skip
NEAR = (
    "letter", "best", "best_two", "weight_ratio", "mutual", "back", "fine", "coarse", "odds", "fine_usual", "unknown",
    "lexicon_both", "changed",
)  # fmt: skip
FAR = ("best", "fine", "odds")
FEATURES = (*OWN, *(f"{name}{at:+d}" for at, names in ((-2, FAR), (-1, NEAR), (1, NEAR), (2, FAR)) for name in names))

#: In the deep tier, behind `FEATURES`: the critic's log-odds that the word is wrong (of its pieces the highest, and the
#: mean), its judgement of the pair, and the neighbours' log-odds.
READ = ("bad", "bad_mean", "judged", "penalty", "bad-1", "bad+1")
_SOUND = -9.0  # log-odds where the critic has read nothing

Sides = tuple[TokenVectors, TokenVectors]

_MATCH = OWN.index("best")
_TERMS = OWN.index("fine")
_LEXICON = OWN.index(WORD[0])
_CHANGED = OWN.index("changed")


def tokens_of(text: str) -> list[tuple[int, int]]:
    """Words, signs, and characters of scripts without spaces: half-open, ascending."""
    return [match.span() for match in _TOKEN.finditer(text[:LONGEST_TEXT])][:LONGEST_TOKENS]


def sides_of(pair: Pair, encoder: StaticEncoder) -> Sides:
    """The word vectors of source and target."""
    source, target = (encoder.encode_tokens(text[:LONGEST_TEXT]) for text in (pair.source, pair.target))
    return source, target


class WordFacts(NamedTuple):
    """What tables know of the words of a pair, in the order of `sides_of`."""

    units: tuple[IntArray, IntArray] | None  # the lexicon's, source and target
    changed: FloatArray | None  # (target words,) how often such words are changed


NO_FACTS = WordFacts(None, None)


def facts_of(pair: Pair, encoder: StaticEncoder, tables: Tables) -> WordFacts:
    """`WordFacts` of a pair."""
    target = encoder.word_keys(pair.target[:LONGEST_TEXT])[:LONGEST_TOKENS]
    lexicon = tables.lexicon
    if lexicon is None:
        return WordFacts(None, tables.shares(target))
    source = encoder.word_keys(pair.source[:LONGEST_TEXT])[:LONGEST]
    units = tuple(
        np.array([lexicon.units(key)[side] for key in keys], dtype=np.int64)
        for side, keys in enumerate((source, target))
    )
    return WordFacts((units[0], units[1]), tables.shares(target))


def word_rows(
    pair: Pair,
    sides: Sides,
    quality: float,
    usual: float,
    terms: Mapping[int, WordTerms],
    facts: WordFacts = NO_FACTS,
    lexicon: Lexicon | None = None,
) -> tuple[list[tuple[int, int]], FloatArray]:
    """The target's tokens and their rows (n, len(FEATURES)).

    `sides` are `sides_of` the pair, `quality` is 0-100, `usual` the cosine that clean translations of the direction
    have; `terms` are the fluency model's by where a word starts, `facts` are `facts_of` the pair.
    """
    spans = tokens_of(pair.target)
    own = np.full((len(spans), len(OWN)), np.nan, dtype=np.float32)
    lowered = pair.source[:LONGEST_TEXT].lower()
    for k, (start, end) in enumerate(spans):
        word = pair.target[start:end]
        own[k, :_MATCH] = (
            len(word), word[0].isalpha(), word[0].isupper(), word[0].isdigit(), k / len(spans), len(spans),
            word.lower() in lowered, quality, usual,
        )  # fmt: skip
        if start in terms:
            own[k, _TERMS:_LEXICON] = terms[start]
    _add_matches(own, spans, *sides)
    if lexicon is not None and facts.units is not None:
        _add_first(own[:, _LEXICON:_CHANGED], spans, sides[1], word_figures(lexicon, *facts.units))
    if facts.changed is not None:
        _add_first(own[:, _CHANGED:], spans, sides[1], facts.changed[:, None])
    return spans, _with_neighbours(own)


def _add_matches(own: FloatArray, spans: Sequence[tuple[int, int]], source: TokenVectors, target: TokenVectors) -> None:
    """Of the encoder's words within a token, the one that is matched worst speaks for it."""
    a, b = source.vectors[:LONGEST], target.vectors[:LONGEST_TOKENS]
    if not len(a) or not len(b):
        return
    figures = _match_figures(a, b)
    starts = target.offsets[:LONGEST_TOKENS, 0]
    for k, (start, end) in enumerate(spans):
        first, last = np.searchsorted(starts, [start, end])
        if first < last:
            worst = first + int(figures[first:last, 0].argmin())
            own[k, _MATCH:_TERMS] = figures[worst]


def _add_first(own: FloatArray, spans: Sequence[tuple[int, int]], target: TokenVectors, figures: FloatArray) -> None:
    """Of the encoder's words within a token the first speaks for it."""
    starts = target.offsets[: len(figures), 0]
    for k, (start, end) in enumerate(spans):
        first = int(np.searchsorted(starts, start))
        if first < len(starts) and starts[first] < end:
            own[k] = figures[first]


def _match_figures(source: FloatArray, target: FloatArray) -> FloatArray:
    """(n, 11) for each target word: `OWN` from "best" on."""
    weight, other = (np.sqrt(np.einsum("ij,ij->i", side, side)) for side in (target, source))
    a, b = _unit(source), _unit(target)
    cosines = np.round(b @ a.T, 3)  # so that equal words tie and the first wins, whatever the last digits are
    two = b @ _unit(source[:-1] + source[1:]).T if len(source) > 1 else cosines
    partner, back = cosines.argmax(axis=1), cosines.argmax(axis=0)
    n, m = len(target), len(source)
    ranked = np.sort(cosines, axis=1)
    columns = (
        cosines.max(axis=1),
        ranked[:, -2] if m > 1 else np.zeros(n),
        two.max(axis=1),
        weight,
        weight / max(float(np.median(weight)), 1e-6),
        back[partner] == np.arange(n),
        cosines.max(axis=0)[partner],
        b @ _unit(source.sum(axis=0, keepdims=True))[0],
        cosines.mean(axis=1),
        np.abs((partner + 0.5) / m - (np.arange(n) + 0.5) / n),
        other[partner],
    )
    return np.stack(columns, axis=1).astype(np.float32)


def _with_neighbours(own: FloatArray) -> FloatArray:
    parts = [own]
    for at, names in ((-2, FAR), (-1, NEAR), (1, NEAR), (2, FAR)):
        padded = np.full((len(own) + 4, len(names)), np.nan, dtype=np.float32)
        padded[2 : len(own) + 2] = own[:, [OWN.index(name) for name in names]]
        parts.append(padded[2 + at : 2 + at + len(own)])
    return np.concatenate(parts, axis=1)


def with_reading(rows: FloatArray, spans: Sequence[tuple[int, int]], reading: PairReading) -> FloatArray:
    """(n, len(FEATURES) + len(READ)): `word_rows` with what the critic says."""
    bad, offsets = reading.target.bad, reading.target.offsets
    read = np.full((len(spans), len(READ)), _SOUND, dtype=np.float32)
    read[:, 2], read[:, 3] = reading.z, reading.penalty
    for k, (start, end) in enumerate(spans):
        inside = (offsets[:, 0] < end) & (offsets[:, 1] > start)
        if inside.any():
            read[k, :2] = bad[inside].max(), bad[inside].mean()
    read[1:, 4], read[:-1, 5] = read[:-1, 0], read[1:, 0]
    return np.concatenate([rows, read], axis=1)


def likely_wrong(
    pair: Pair,
    encoder: StaticEncoder,
    forest: Forest,
    quality: float,
    usual: float,
    terms: Mapping[int, WordTerms],
    flags: Sequence[Flag] = (),
    reading: PairReading | None = None,
    tables: Tables | None = None,
) -> list[Hint]:
    """Hints on both sides, source first, in text order; none where a flag of `flags` already points.

    `forest` is the one for rows with a `reading` where there is one.
    """
    sides = sides_of(pair, encoder)
    tables = tables or Tables()
    spans, rows = word_rows(pair, sides, quality, usual, terms, facts_of(pair, encoder, tables), tables.lexicon)
    if reading is not None:
        rows = with_reading(rows, spans, reading)
    sure = np.clip(forest(rows), 0, 1) if len(rows) else np.zeros(0, dtype=np.float32)
    found = [
        Hint(side=Side.TARGET, start=start, end=end, text=pair.target[start:end], confidence=float(sure[k]),
             category=_category(rows[k]))
        for k, (start, end) in enumerate(spans) if sure[k] >= SHOWN_FROM and rows[k, OWN.index("letter")]
    ]  # fmt: skip
    taken = [(flag.side, flag.start, flag.end) for flag in flags]
    hints: list[Hint] = []
    for side, text, words in (
        (Side.SOURCE, pair.source, _without_counterpart(pair, sides)),
        (Side.TARGET, pair.target, found),
    ):
        free = [w for w in words if not any(s is side and a < w.end and w.start < b for s, a, b in taken)]
        best = sorted(_merged(free, text), key=lambda hint: -hint.confidence)[:MOST]
        hints += sorted(best, key=lambda hint: hint.start)
    return hints


def _category(row: FloatArray) -> str:
    """The MQM category that the figures speak for: a guess."""

    def of(name: str) -> float:
        return float(row[OWN.index(name)])

    if of("copied") and of("length") > 3 and of("letter") and not of("upper"):
        return "accuracy/untranslated"
    odd = of("odds") > 0 or of("fine") < -1
    return "fluency/grammar" if odd and not of("best") < WEAK else "accuracy/mistranslation"


def _without_counterpart(pair: Pair, sides: Sides) -> list[Hint]:
    """Words of weight of the source whose best cosine with any word, or any two neighbouring words, is low."""
    mine, other = (side.vectors[:LONGEST] for side in sides)
    if not len(mine) or not len(other):
        return []
    weights = np.sqrt(np.einsum("ij,ij->i", mine, mine))
    best = (_unit(mine) @ _unit(np.concatenate([other, other[:-1] + other[1:]])).T).max(axis=1)
    confidence = np.clip((HIGH - best) / (HIGH - LOW), 0, 1)
    confidence[(weights < HEAVY * np.median(weights)) | (weights == 0)] = 0
    places = [(int(start), int(end)) for start, end in sides[0].offsets[:LONGEST]]
    return [
        Hint(side=Side.SOURCE, start=start, end=end, text=pair.source[start:end], confidence=float(sure),
             category="accuracy/omission")
        for (start, end), sure in zip(places, confidence, strict=True) if sure >= LOST_FROM
    ]  # fmt: skip


def _merged(words: Sequence[Hint], text: str) -> list[Hint]:
    """Neighbours with only blanks between them as one; the first one's category."""
    found: list[Hint] = []
    for word in words:
        if found and not text[found[-1].end : word.start].strip() and found[-1].category == word.category:
            last = found.pop()
            sure = max(last.confidence, word.confidence)
            word = Hint(side=last.side, start=last.start, end=word.end, text=text[last.start : word.end],
                        confidence=sure, category=last.category)  # fmt: skip
        found.append(word)
    return found


def _unit(vectors: FloatArray) -> FloatArray:
    lengths = np.sqrt(np.einsum("ij,ij->i", vectors, vectors))
    unit: FloatArray = vectors / np.maximum(lengths, 1e-9)[:, None]
    return unit
