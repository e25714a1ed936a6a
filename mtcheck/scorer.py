"""Pairs to records: language guesses, similarity, flags, adequacy, fluency and a verdict for each pair of a batch."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

import numpy as np

from mtcheck import judge
from mtcheck.adequacy import CAPS, Calibration, score_adequacy
from mtcheck.baseline import Sorter, load_baseline
from mtcheck.config import Config
from mtcheck.critic import Critic, PairReading, figures, load_critic
from mtcheck.data import (
    Encoder,
    Flag,
    FloatArray,
    FluencyModel,
    FluencyResult,
    Hint,
    LanguageGuess,
    Pair,
    Remark,
    Score,
    SegmentKind,
    SegmentResult,
    Side,
    Verdict,
)
from mtcheck.encode import load_encoder
from mtcheck.errors import ConfigError
from mtcheck.fluency import NgramFluency, load_fluency
from mtcheck.fluency_words import word_terms
from mtcheck.frozen import quickly_made, replaced
from mtcheck.identify import identify_segments
from mtcheck.quality import Estimate, QualityModel, load_quality
from mtcheck.quality_match import cosines_of
from mtcheck.rules import RuleSet
from mtcheck.settle import Languages
from mtcheck.signature import make_signature
from mtcheck.terms import load_glossary
from mtcheck.word_rows import LONGEST_TEXT

Progress = Callable[[str, int, int], None]  # step, done, total

Placed = TypeVar("Placed", Flag, Hint)

_HEADING = SegmentKind.HEADING
BATCH = 512  # pairs that the quality model takes at once: bounds its memory


@quickly_made
@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a pair stands: document offsets, lines, bead; offset maps for cells that were escaped in the file."""

    source_span: tuple[int, int] | None
    target_span: tuple[int, int] | None
    source_line: int | None
    target_line: int | None
    bead: tuple[tuple[int, ...], tuple[int, ...]]
    source_column: int | None = None
    target_column: int | None = None
    source_offsets: tuple[int, ...] | None = None
    target_offsets: tuple[int, ...] | None = None
    source_raw: str | None = None
    target_raw: str | None = None
    source_unit: str | None = None
    target_unit: str | None = None


class Scorer:
    """The loaded models and settings of a run; scores batches of pairs."""

    def __init__(
        self,
        config: Config,
        languages: Languages,
        *,
        lint: bool = False,
        hints: bool = False,
        progress: Progress | None = None,
    ) -> None:
        """Load what the run needs; `progress` is told how many of how many steps of a batch are done.

        `hints`: mark doubtful words in segments that are not good, which costs a millisecond each.

        Raises:
            ConfigError: an unknown rule or severity.
            InputError: a glossary or baseline that cannot be read.
            ModelError: an encoder that cannot be loaded.
        """
        self.config, self.languages, self.lint, self.hints = config, languages, lint, hints
        self._progress = progress or (lambda step, done, total: None)
        self.encoder: Encoder | None = None if lint else load_encoder(config.encoder)
        self.fluency: FluencyModel = load_fluency()
        self.rules = RuleSet(
            select=config.select,
            ignore=config.ignore,
            severities=config.severities,
            with_source=not lint,
            ignore_text=config.ignore_text,
        )
        self.glossary = load_glossary(
            config.glossary, config.source_lang if lint else languages.source, languages.target
        )
        guards = [] if lint else [name for name in CAPS if name not in {r.name for r in self.rules.rules}]
        self.guards = RuleSet(select=guards) if guards else None
        signature = self.encoder.signature if self.encoder else "none"
        self.quality: QualityModel | None = None
        if self.encoder is not None:
            self.quality = load_quality(self.encoder, source_lang=languages.source, target_lang=languages.target)
        if config.deep and self.quality is None and not lint:
            raise ConfigError(
                "--deep needs the quality model, which knows the embedded encoder only: leave out --encoder."
            )
        self.critic: Critic | None = load_critic() if config.deep and not lint else None
        self.sorter = Sorter(load_baseline(config.baseline)) if config.baseline else None
        self.calibration = Calibration(signature, languages.source, languages.target)

    def signature(self, alignment: str | None) -> str:
        """Every choice that can move a number."""
        return make_signature(
            langs=str(self.languages) if not self.lint else self.languages.target or "und",
            mode="lint" if self.lint else self.config.mode if alignment else "aligned",
            align=alignment.split("|")[0].removeprefix("aligner:") if alignment else None,
            encoder=self.encoder.signature if self.encoder else None,
            adequacy=self.calibration.signature if self.encoder else None,
            fluency=self.fluency.signature,
            rules=self.rules.signature,
            glossary=self.glossary.signature if self.glossary else None,
            quality=self.quality.signature if self.quality else None,
            critic=self.critic.signature if self.critic else None,
            judge=judge.VERSION,
            dismissed=self.sorter.baseline.signature() if self.sorter else None,
        )

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """The decisions that the baseline holds."""
        return self.sorter.baseline.remarks if self.sorter else ()

    def notes(self) -> tuple[str, ...]:
        """What is to be said of the run once all is scored."""
        calibration = () if self.lint else self.calibration.notes
        return (*calibration, *(self.sorter.notes() if self.sorter else ()))

    def tiers(self) -> dict[str, str]:
        """Which tier produced which number."""
        tiers = {"fluency": "embedded", "rules": "rules"}
        if self.encoder is None:
            return tiers
        tier = "embedded" if self.config.encoder is None else "sentence-transformers"
        return {"alignment": tier, "adequacy": tier, "quality": self._quality_tier(), **tiers}

    def _quality_tier(self) -> str:
        if self.quality is None:
            return "rules"
        return "embedded" if self.critic is None else "deep"

    def score(self, pairs: Sequence[Pair], places: Sequence[Place]) -> list[SegmentResult]:
        """One record a pair, in order. Fills in the pairs' language guesses and similarities where they lack them."""
        similarities, base = self._similarities(pairs)
        pairs = self._with_guesses(pairs, similarities)
        if self.encoder is not None:
            pairs = with_similarity(pairs, self.encoder)
        if self.glossary is not None:
            pairs = self.glossary.with_uses(pairs)
        flags = self.rules.check(pairs)
        known, dismissed = self._sorted(pairs, places, flags)
        if self.sorter is not None:
            flags = [[flag for flag in own if flag not in gone] for own, gone in zip(flags, dismissed, strict=True)]
        hidden = self.guards.check(pairs) if self.guards else [[] for _ in pairs]
        self._progress("checking", len(pairs), 3 * len(pairs))
        fluency = self._fluencies([pair.target for pair in pairs])
        found = [[*own, *guard] for own, guard in zip(flags, hidden, strict=True)]
        estimates = self._estimates(pairs, fluency, found, base)
        records = [
            self._record(pair, place, flags[i], found[i], fluency[i], estimates[i])
            for i, (pair, place) in enumerate(zip(pairs, places, strict=True))
        ]
        if self.hints:
            records = self._with_hints(pairs, places, flags, records)
        if self.sorter is None:
            return records
        return [_apart(*row) for row in zip(records, places, known, dismissed, strict=True)]

    def _similarities(self, pairs: Sequence[Pair]) -> tuple[list[float | None], FloatArray | None]:
        """The cosine of each pair's sides, None where it takes the encoder; and what the quality model reads of them.

        The model adds up the same word vectors as the encoder does, so its cosine serves, and no text is read twice.
        """
        similarities = [pair.similarity for pair in pairs]
        if not pairs or self.encoder is None or self.quality is None:
            return similarities, None
        parts = [self.quality.base(pairs[first : first + BATCH]) for first in range(0, len(pairs), BATCH)]
        base = np.concatenate(parts)
        cosines, whole = cosines_of(base)
        for i, (pair, cosine) in enumerate(zip(pairs, cosines.tolist(), strict=True)):
            short = max(len(pair.source), len(pair.target)) <= LONGEST_TEXT
            if similarities[i] is None and whole[i] and short and not math.isnan(cosine):
                similarities[i] = min(max(cosine, -1.0), 1.0)
        return similarities, base

    def _sorted(
        self, pairs: Sequence[Pair], places: Sequence[Place], flags: Sequence[Sequence[Flag]]
    ) -> tuple[list[list[Flag]], list[list[Flag]]]:
        """For each pair, the flags that the baseline knows and those that it dismisses, with offsets in the pair."""
        known: list[list[Flag]] = [[] for _ in pairs]
        dismissed: list[list[Flag]] = [[] for _ in pairs]
        if self.sorter is None:
            return known, dismissed
        for i, (pair, place) in enumerate(zip(pairs, places, strict=True)):
            placed = [_placed(flag, place) for flag in flags[i]]
            source, target = place.source_span or (0, 0), place.target_span or (0, 0)
            old, gone = self.sorter.sort(placed, (pair.source, source[0]), (pair.target, target[0]))
            known[i], dismissed[i] = [flags[i][j] for j in old], [flags[i][j] for j in gone]
        return known, dismissed

    def _estimates(
        self,
        pairs: Sequence[Pair],
        fluency: Sequence[FluencyResult],
        flags: Sequence[Sequence[Flag]],
        base: FloatArray | None,
    ) -> list[Estimate | None]:
        """The quality model's estimate of each pair that has two sides to compare; None elsewhere."""
        estimates: list[Estimate | None] = [None] * len(pairs)
        if self.quality is None or base is None:
            return estimates
        whole = [i for i, pair in enumerate(pairs) if pair.similarity is not None]
        for first in range(0, len(whole), BATCH):
            rows = whole[first : first + BATCH]
            some = [pairs[i] for i in rows]
            readings = None
            if self.critic is not None:
                readings = figures(self.critic.read_pairs([(pair.source, pair.target) for pair in some]))
            told = [fluency[i] for i in rows], [flags[i] for i in rows]
            made = self.quality.predict(some, *told, readings, base[rows], all_critical=False)
            for i, estimate in zip(rows, made, strict=True):
                estimates[i] = estimate
            self._progress("checking", 2 * len(pairs) + rows[-1] + 1, 3 * len(pairs))
        return estimates

    def _fluencies(self, texts: Sequence[str]) -> list[FluencyResult]:
        """The fluency of each text; batches change nothing, they only let the progress move."""
        results: list[FluencyResult] = []
        for first in range(0, len(texts), BATCH):
            results += self.fluency.score(texts[first : first + BATCH], self.languages.target)
            self._progress("checking", len(texts) + len(results), 3 * len(texts))
        return results

    def _with_guesses(self, pairs: Sequence[Pair], similarities: Sequence[float | None]) -> list[Pair]:
        source_lang, target_lang = self.languages.source, self.languages.target
        targets = identify_segments([p.target for p in pairs], expected=target_lang, other=source_lang)
        sources: Sequence[LanguageGuess | None] = [None] * len(pairs)
        if not self.lint:
            sources = identify_segments([p.source for p in pairs], expected=source_lang, other=target_lang)
        return [
            replaced(
                pair,
                source_lang=source_lang,
                target_lang=target_lang,
                source_guess=source,
                target_guess=target,
                similarity=similarity,
            )
            for pair, source, target, similarity in zip(pairs, sources, targets, similarities, strict=True)
        ]

    def _record(
        self,
        pair: Pair,
        place: Place,
        flags: list[Flag],
        found: list[Flag],
        fluency: FluencyResult,
        estimate: Estimate | None,
    ) -> SegmentResult:
        """`flags` are those to report, `found` these and the guards' own."""
        notes: list[str] = []
        adequacy: float | None = None
        capped = False
        if not self.lint:
            scored = score_adequacy(pair, found, self.calibration, "")
            adequacy = scored.value if isinstance(scored, Score) else None
            capped = isinstance(scored, Score) and bool(scored.notes)
            notes += scored.notes if isinstance(scored, Score) else [f"no adequacy: {scored.reason}"]
        fluent, reason = self._fluency(pair, fluency, found)
        if fluent is None:
            notes.append(f"no fluency: {reason}")
        # A cap on adequacy holds for quality as well, whatever the model makes of the rest.
        estimated = estimate.value if estimate and adequacy is not None else None
        if capped and estimated is not None and adequacy is not None:
            estimated = min(estimated, adequacy)
        verdict = self._verdict(pair, adequacy, fluent, flags, estimated)
        if estimate and verdict.quality is not None and verdict.quality < judge.GOOD_FROM:
            notes += estimate.reasons
        return SegmentResult(
            index=pair.index,
            source=pair.source,
            target=pair.target,
            source_span=place.source_span,
            target_span=place.target_span,
            source_line=place.source_line,
            target_line=place.target_line,
            source_column=place.source_column,
            target_column=place.target_column,
            source_unit=place.source_unit,
            target_unit=place.target_unit,
            bead=place.bead,
            adequacy=adequacy,
            fluency=fluent,
            quality=verdict.quality,
            verdict=verdict.label,
            similarity=pair.similarity,
            alignment_confidence=pair.alignment_confidence,
            flags=tuple(_placed(flag, place) for flag in flags),
            notes=(*notes, *verdict.reasons),
        )

    def _with_hints(
        self,
        pairs: Sequence[Pair],
        places: Sequence[Place],
        flags: Sequence[Sequence[Flag]],
        records: list[SegmentResult],
    ) -> list[SegmentResult]:
        """The records with doubtful words marked in segments that are not good, where they can be told."""
        if self.quality is None or not self.quality.knows_words or not isinstance(self.fluency, NgramFluency):
            return records
        doubtful = [
            i for i, record in enumerate(records)
            if record.quality is not None and record.source and record.target and record.quality < judge.GOOD_FROM
        ]  # fmt: skip
        known = word_terms(self.fluency, [pairs[i].target for i in doubtful], self.languages.target)
        readings: Iterable[PairReading | None] = [None] * len(doubtful)
        if self.critic is not None:
            readings = self.critic.read_pairs([(pairs[i].source, pairs[i].target) for i in doubtful])
        for i, terms, reading in zip(doubtful, known, readings, strict=True):
            found = self.quality.doubtful_words(pairs[i], records[i].quality or 0.0, terms, flags[i], reading)
            if found:
                placed = tuple(_placed(hint, places[i]) for hint in found)
                records[i] = replace(records[i], hints=placed)
        return records

    def _fluency(self, pair: Pair, result: FluencyResult, flags: Sequence[Flag]) -> tuple[float | None, str]:
        """The value, or why there is none: a text that is not in the target language has no fluency in it."""
        if not pair.target:
            return None, "no target text"
        segments = pair.target_segments
        if segments and segments[0].kind is _HEADING and all(segment.kind is _HEADING for segment in segments):
            return None, "a headline or caption, not a sentence"
        for flag in flags:
            if flag.name in CAPS and flag.severity >= CAPS[flag.name][0]:
                return None, CAPS[flag.name][2]
        return result.value, result.reason

    def _verdict(
        self,
        pair: Pair,
        adequacy: float | None,
        fluency: float | None,
        flags: Sequence[Flag],
        estimate: float | None,
    ) -> Verdict:
        severities = [flag.severity for flag in flags]
        if self.lint:
            return judge.judge_pair(fluency, None, severities)
        return judge.judge_pair(
            adequacy,
            fluency,
            severities,
            estimate=estimate,
            alignment_confidence=pair.alignment_confidence,
            missing_side=not pair.source or not pair.target,
        )


def with_similarity(pairs: Sequence[Pair], encoder: Encoder) -> list[Pair]:
    """The pairs with the cosine of their two sides where it was missing; None where a side has no known word."""
    todo = [i for i, p in enumerate(pairs) if p.similarity is None and p.source and p.target]
    if not todo:
        return list(pairs)
    source = encoder.encode([pairs[i].source for i in todo])
    target = encoder.encode([pairs[i].target for i in todo])
    known = (np.abs(source).sum(axis=1) > 0) & (np.abs(target).sum(axis=1) > 0)
    cosines = np.einsum("ij,ij->i", source, target)
    filled = list(pairs)
    for row, i in enumerate(todo):
        value = float(np.clip(cosines[row], -1.0, 1.0)) if known[row] else None
        filled[i] = replaced(pairs[i], similarity=value)
    return filled


def _apart(record: SegmentResult, place: Place, known: Sequence[Flag], dismissed: Sequence[Flag]) -> SegmentResult:
    """The record with what the baseline holds put apart; its numbers and verdict stay, known errors are errors."""
    if not known and not dismissed:
        return record
    old = tuple(_placed(flag, place) for flag in known)
    gone = tuple(_placed(flag, place) for flag in dismissed)
    return replace(record, flags=tuple(flag for flag in record.flags if flag not in old), known=old, dismissed=gone)


def _placed(flag: Placed, place: Place) -> Placed:
    """The flag with document offsets; in an escaped cell `text` is what the file has there, if the reader keeps it."""
    source = flag.side is Side.SOURCE
    span = place.source_span if source else place.target_span
    if span is None:
        return flag
    offsets = place.source_offsets if source else place.target_offsets
    if offsets is None:
        return _moved(flag, start=flag.start + span[0], end=flag.end + span[0])
    start, end = offsets[flag.start], offsets[flag.end]
    raw = place.source_raw if source else place.target_raw
    text = flag.text if raw is None else raw[start - offsets[0] : end - offsets[0]]
    return _moved(flag, start=start, end=end, text=text)


def _moved(flag: Placed, **changes: Any) -> Placed:
    return replaced(flag, **changes) if isinstance(flag, Flag) else replace(flag, **changes)
