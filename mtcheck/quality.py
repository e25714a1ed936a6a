"""Pairs to quality: one number that agrees with human judges as far as a small model can, with an interval and reasons.

Boosted trees and a small network that agree with judges of machine translation, in judged directions trees and a
network of their own that also read what kind of text was judged badly, and guard trees that know damage (lost halves,
copies, unrelated text); all over word matches, lengths, marks, fluency and flags (`mtcheck.quality_features`). A head
weighs these and the features, and where a direction was judged, what was fitted to it alone counts once more; in the
deep tier another one, which also knows what the critic (`mtcheck.critic`) says. Trained on direct assessments and
post-edits (MLQE-PE, Fomicheva et al. 2022, arXiv:2010.04480) and MQM ratings (Freitag et al. 2021, arXiv:2104.14478),
and on damaged copies of good translations that must score lower.
Last, what "stray" trees and the guard both take for the translation of another text goes down to 8 and below, in
directions of which clean human translations were at hand. `training/quality/` makes it; docs/evaluation.md has its
figures.

The scale is straight where machine translation lies: 85 is the median of clean human translations and 70 their lowest
twentieth; 19 of 20 unrelated texts stand at 10 and below.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from mtcheck.critic import PairReading
from mtcheck.data import Encoder, Flag, FloatArray, FluencyResult, Hint, Pair
from mtcheck.encode import StaticEncoder
from mtcheck.errors import ModelError
from mtcheck.fluency_words import WordTerms
from mtcheck.quality_features import FLAGS, NAMES, Usual, base_features, full_features
from mtcheck.quality_head import PARTS, STRAY_SHARE, SURER, Head, Lift, columns_of, lifted, may_stray, strayed
from mtcheck.quality_reasons import reasons
from mtcheck.quality_tables import Bags, bag_of, bag_prefix, tables_of
from mtcheck.quality_trees import Array, Forest, Net, Own
from mtcheck.quality_words import likely_wrong
from mtcheck.word_rows import WordRows

EMBEDDED = Path(__file__).parent / "models" / "quality-v1"
FORMAT = "mtcheck-quality/11"
#: What is not ours: a list of words by frequency, under a licence of its own (model-card.md).
FREQUENCIES = "frequencies.npz"
_TAIL = 0.6  # z over which the ends of the scale fade out; keeps the scale strictly increasing
NOT_TRANSLATED_CAP = 15.0  # highest quality of a target that a rule calls copied or in another language
STRAYED = "the target reads like the translation of another text"
CRITICAL_FROM = 0.5  # share of annotators from which a critical error is named among the reasons
MAY_BE_CRITICAL = "may hold a critical error: reversed or harmful meaning, a wrong name or figure"
EXPLAINED_BELOW = 70.0  # quality under which reasons are looked for


@dataclass(frozen=True, slots=True)
class Estimate:
    """Quality of one pair, 0-100. Four human judgements in five are expected from `low` to `high` (conformal).

    `critical`, 0-1: the share of annotators who would find a critical error (toxicity, names, numbers, sentiment,
    safety: WMT 2021); None in directions that were not judged so, and where nobody asked (`predict`).
    """

    value: float
    low: float
    high: float
    reasons: tuple[str, ...] = ()
    critical: float | None = None


@dataclass(frozen=True, slots=True)
class Scale:
    """From the regressors' z to 0-100, strictly increasing, and the spread of human judgements around it."""

    knots: Array
    values: Array
    bands: Array  # (k,) predicted values, ascending
    below: Array  # (2, k): how far under the prediction the interval reaches; row 1 for unseen directions
    above: Array

    def tensors(self, prefix: str) -> dict[str, Array]:
        """The arrays to store, by name."""
        return {f"{prefix}.{name}": getattr(self, name) for name in ("knots", "values", "bands", "below", "above")}

    @classmethod
    def from_tensors(cls, tensors: Mapping[str, Array], prefix: str) -> Scale:
        """What `tensors` stored."""
        return cls(*(tensors[f"{prefix}.{name}"] for name in ("knots", "values", "bands", "below", "above")))

    def value(self, z: npt.NDArray[np.floating]) -> npt.NDArray[np.float64]:
        """0-100."""
        z = np.asarray(z, dtype=np.float64)
        low, high = float(self.knots[0]), float(self.knots[-1])
        inside = np.interp(z, self.knots, self.values)
        under = self.values[0] * np.exp(np.minimum(z - low, 0) / _TAIL)
        over = 100 - (100 - self.values[-1]) * np.exp(-np.maximum(z - high, 0) / _TAIL)
        return np.asarray(np.where(z < low, under, np.where(z > high, over, inside)), dtype=np.float64)

    def interval(self, value: npt.NDArray[np.float64], unseen: bool) -> tuple[npt.NDArray[Any], npt.NDArray[Any]]:
        """Ends of the 80 % interval around each value."""
        row = int(unseen)
        low = value - np.interp(value, self.bands, self.below[row])
        high = value + np.interp(value, self.bands, self.above[row])
        return np.clip(low, 0, 100), np.clip(high, 0, 100)


class QualityModel:
    """The regressors for one direction. Not safe to share between threads."""

    def __init__(
        self,
        encoder: StaticEncoder,
        forest: Forest,
        guard: Forest,
        net: Net,
        stray: Forest,
        words: tuple[Forest, Forest],
        critical: Forest,
        usual: Usual,
        head: Head,
        scale: Scale,
        *,
        deep: tuple[Head, Scale],
        own: Mapping[str, Own] | None = None,
        lifts: tuple[Mapping[str, Lift], Mapping[str, Lift]] = ({}, {}),
        levels: tuple[Mapping[str, float], Mapping[str, float]] = ({}, {}),
        bags: Bags | None = None,
        lexicon: str = "",
        name: str = "quality",
        source_lang: str | None = None,
        target_lang: str | None = None,
        judged: Sequence[str] = (),
        guarded: Sequence[str] = (),
    ) -> None:
        self.bags: Bags = bags or {}
        self.lexicon = lexicon
        self.tables = tables_of(self.bags, source_lang, target_lang)
        self._words = WordRows(encoder, self.tables)
        self.critical = critical
        self.forest, self.guard, self.net, self.stray, self.words = forest, guard, net, stray, words
        self._owned: Mapping[str, Own] = own or {}
        self.encoder = encoder
        self.usual, self.head, self.scale, self.deep = usual, head, scale, deep
        self.name = name
        self.source_lang, self.target_lang = source_lang, target_lang
        source, target = _base(source_lang), _base(target_lang)
        self.finds_critical = "bag_critical" in self.tables.bags
        self.direction = f"{source}-{target}"
        self.unseen = self.direction not in judged
        self.own = self._owned.get(self.direction)
        self._lifts = lifts  # by direction, of the heads of the two tiers
        self._levels = levels  # z by which the heads of the two tiers lie too high, by direction
        legs = [self.direction] if "en" in (source, target) else [f"{source}-en", f"en-{target}"]
        self.guarded = all(leg in guarded for leg in legs)

    @cached_property
    def knows_words(self) -> bool:
        """Whether `doubtful_words` can be trusted in this direction: it was judged, or the encoder is at home in it."""
        strengths = {self.encoder.strength(lang) for lang in (self.source_lang, self.target_lang)}
        return not self.unseen or strengths <= {"strong", "fair"}

    @cached_property
    def usual_cosine(self) -> float:
        """The cosine of the two sides that clean translations of this direction have."""
        return self.usual.cosine(self.source_lang, self.target_lang)

    @cached_property
    def signature(self) -> str:
        """Name and a checksum of the weights, of the encoder's signature and of the lexicon."""
        digest = hashlib.sha256((self.encoder.signature + self.lexicon).encode())
        parts = [r.tensors("") for r in (self.forest, self.guard, self.net, self.stray, self.critical, *self.words)]
        parts += [own.tensors("") for _, own in sorted(self._owned.items())]
        parts += [bag.tensors("") for _, bags in sorted(self.bags.items()) for _, bag in sorted(bags.items())]
        for part in parts:
            for key in sorted(part):
                digest.update(np.ascontiguousarray(part[key]).tobytes())
        for head, scale in ((self.head, self.scale), self.deep):
            digest.update(np.concatenate([head.weight, scale.knots, scale.values]).tobytes())
        for named in (*self._lifts, *self._levels):
            digest.update(repr(sorted(named.items())).encode())
        return f"{self.name}@{digest.hexdigest()[:8]}"

    def base(self, pairs: Sequence[Pair]) -> FloatArray:
        """(n, len(BASE)): what the texts alone tell; the first columns are `quality_match.NAMES`."""
        return base_features(self._words, pairs)

    def predict(
        self,
        pairs: Sequence[Pair],
        fluency: Sequence[FluencyResult],
        flags: Sequence[Sequence[Flag]],
        readings: FloatArray | None = None,
        base: FloatArray | None = None,
        *,
        all_critical: bool = True,
    ) -> list[Estimate]:
        """One estimate a pair, in order; both texts must be there. `flags` are the pairs' own.

        `readings`: `critic.figures` of the pairs, for an estimate of the deep tier. `base`: their `base`, if at hand.
        `all_critical=False`: tell `critical` only of poor pairs, whose reasons need it.
        """
        if not pairs:
            return []
        base = self.base(pairs) if base is None else base
        rows = full_features(base, pairs, fluency, flags, self.usual, self.source_lang, self.target_lang)
        head, scale = (self.head, self.scale) if readings is None else self.deep
        parts = self.parts(rows)
        tier = int(readings is not None)
        own, lift = parts[:, PARTS.index("own")], self._lifts[tier].get(self.direction)
        level = self._levels[tier].get(self.direction, 0.0)
        values = scale.value(lifted(head(columns_of(parts, rows, readings)), own, lift) - np.float32(level))
        lost = np.zeros(len(rows), dtype=np.float32)
        if self.guarded:
            surer = 0.0 if self.own is None else SURER
            lost = strayed(self._strays(rows), parts[:, PARTS.index("guard")], rows, surer)
        values = values * (1 - lost) + STRAY_SHARE * values * lost
        barred = rows[:, _NOT_TRANSLATED] > 0
        values = np.where(barred, np.minimum(values, NOT_TRANSLATED_CAP * values / 100), values)
        low, high = scale.interval(values, self.unseen)
        low, high = np.where(barred, 0, low), np.where(barred, np.maximum(values, NOT_TRANSLATED_CAP), high)
        poor = np.flatnonzero(values < EXPLAINED_BELOW)
        critical: list[float | None] = [None] * len(rows)
        if self.finds_critical:
            asked = np.arange(len(rows)) if all_critical else poor
            told = self.critical(rows[asked]).clip(0, 1).tolist()
            for i, share in zip(asked.tolist(), told, strict=True):
                critical[i] = share
        said: dict[int, tuple[str, ...]] = {}
        if len(poor):
            said = dict(zip(poor.tolist(), reasons(self.forest, self.guard, rows[poor]), strict=True))
            said |= {i: (MAY_BE_CRITICAL, *said[i]) for i in poor.tolist() if (critical[i] or 0) >= CRITICAL_FROM}
            said |= {i: (STRAYED, *said[i]) for i in poor.tolist() if lost[i] >= 0.5}
        return [
            Estimate(value=float(values[i]), low=float(low[i]), high=float(high[i]), reasons=said.get(i, ()),
                     critical=critical[i])
            for i in range(len(pairs))
        ]  # fmt: skip

    def _strays(self, rows: FloatArray) -> FloatArray:
        """(n,) what the "stray" trees say of rows that may be strayed; 0 elsewhere."""
        found = np.zeros(len(rows), dtype=np.float32)
        asked = np.flatnonzero(may_stray(rows))
        if len(asked):
            # One row more, for numpy adds up a single one in another order.
            found[asked] = self.stray(rows[np.append(asked, asked[0])])[:-1]
        return found

    def doubtful_words(
        self,
        pair: Pair,
        quality: float,
        terms: Mapping[int, WordTerms],
        flags: Sequence[Flag] = (),
        reading: PairReading | None = None,
    ) -> list[Hint]:
        """Words of the pair that are likely wrong (`mtcheck.quality_words`); `quality` is the pair's, 0-100."""
        forest = self.words[reading is not None]
        return likely_wrong(pair, self.encoder, forest, quality, self.usual_cosine, terms, flags, reading, self.tables)

    def parts(self, rows: FloatArray) -> FloatArray:
        """(n, len(PARTS)): the z that each of `quality_head.PARTS` estimates from features (n, len(NAMES)); NaN where
        nothing was fitted to the direction alone.
        """
        own = np.full(len(rows), np.nan, dtype=np.float32) if self.own is None else self.own(rows)
        return np.stack([self.forest(rows), self.net(rows), self.guard(rows), own], axis=1)


_NOT_TRANSLATED = NAMES.index("flags_language")
assert "flags_language" in FLAGS


def _base(lang: str | None) -> str:
    return (lang or "").lower().split("-")[0]


def load_quality(
    encoder: Encoder, *, source_lang: str | None, target_lang: str | None, folder: Path | None = None
) -> QualityModel | None:
    """The embedded regressor, or None where the encoder is not the one that it was trained with.

    Raises:
        ModelError: the files are damaged.
    """
    folder = folder or EMBEDDED
    about = folder / "quality.json"
    if not isinstance(encoder, StaticEncoder) or not about.is_file():
        return None
    try:
        info = json.loads(about.read_text("utf-8"))
        if info["format"] != FORMAT or tuple(info["features"]) != NAMES:
            raise ModelError(f"{about}: made for another version of mtcheck; install the package again")
        if info["encoder"] != encoder.signature:
            return None
        tensors: dict[str, npt.NDArray[Any]] = {}
        for name in ("weights.npz", FREQUENCIES):
            with np.load(folder / name) as file:
                tensors |= {key: file[key] for key in file.files}
        return model_from_tensors(encoder, tensors, info, source_lang, target_lang)
    except (OSError, ValueError, KeyError, TypeError, EOFError) as error:
        raise ModelError(f"{folder}: not a readable quality model ({error}); install the package again") from error


def model_from_tensors(
    encoder: StaticEncoder,
    tensors: Mapping[str, npt.NDArray[Any]],
    info: Mapping[str, Any],
    source_lang: str | None,
    target_lang: str | None,
) -> QualityModel:
    """The model that `training/quality` stored."""
    return QualityModel(
        encoder,
        Forest.from_tensors(tensors, "forest"),
        Forest.from_tensors(tensors, "guard"),
        Net.from_tensors(tensors, "net"),
        Forest.from_tensors(tensors, "stray"),
        (Forest.from_tensors(tensors, "words"), Forest.from_tensors(tensors, "deep.words")),
        Forest.from_tensors(tensors, "critical"),
        Usual(
            {direction: k for k, direction in enumerate(info["directions"])},
            tensors["usual.means"],
            tensors["usual.spreads"],
        ),
        Head.from_tensors(tensors, "head"),
        Scale.from_tensors(tensors, "scale"),
        deep=(Head.from_tensors(tensors, "deep.head"), Scale.from_tensors(tensors, "deep.scale")),
        lifts=(info["plain_lifts"], info["deep_lifts"]),
        levels=(info["plain_levels"], info["deep_levels"]),
        own={direction: Own.from_tensors(tensors, f"{direction}.own") for direction in info["own"]},
        bags={
            direction: {name: bag_of(name, tensors, bag_prefix(direction, name)) for name in names}
            for direction, names in info["bags"].items()
        },
        lexicon=info["lexicon"],
        name=str(info.get("name", "quality-v1")),
        source_lang=source_lang,
        target_lang=target_lang,
        judged=info["judged"],
        guarded=info["guarded"],
    )
