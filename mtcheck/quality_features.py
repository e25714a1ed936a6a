"""Features of the quality regressor: one row a pair, with what is usual for its languages taken into account."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from mtcheck import quality_lexicon, quality_match, quality_tables, quality_text
from mtcheck.data import Flag, FloatArray, FluencyResult, Pair, Severity, Side
from mtcheck.word_rows import WordRows

#: Features that mean something only against what clean translations between the two languages usually show.
NORMED = (
    *(name for name in quality_match.NAMES if not name.startswith(("length_", "rarest_"))),
    *quality_lexicon.NAMES,
    "chars_ratio",
)

FLUENCY = ("fluency", "fluency_known", "odd_spans", "odd_worst", "odd_share")
FLAGS = ("minor", "major", "critical", "flags_accuracy", "flags_fluency", "flags_design", "flags_other",
         "flags_language", "flagged_share")  # fmt: skip
LANGUAGE = ("usual_cosine", "usual_spread", "usual_match", "into_english", "from_english")

BASE = (*quality_match.NAMES, *quality_tables.NAMES, *quality_text.NAMES)
NAMES = (*BASE, *FLUENCY, *FLAGS, *LANGUAGE, *(f"{name}*" for name in NORMED))

#: Of rules that say that the target is no text in the target language.
NOT_TRANSLATED = ("source-copied", "untranslated-sentence", "wrong-language")

#: Signs for the regressor: +1 never lowers the score, -1 never raises it, all else equal.
SIGNS: Mapping[str, int] = {
    **dict.fromkeys(("cosine", "match_source", "match_target", "cosine*", "match_source*", "match_target*"), 1),
    **dict.fromkeys(("plain_source", "plain_target", "worst_source", "worst_target", "worst_source*"), 1),
    **dict.fromkeys(("worst_target*", "plain_source*", "plain_target*", "mutual", "mutual*", "fluency"), 1),
    **dict.fromkeys(("weak_source", "weak_target", "weak_source*", "weak_target*", "missing_source"), -1),
    **dict.fromkeys(("missing_target", "missing_source*", "missing_target*", "jumps", "odd_worst", "odd_share"), -1),
    **dict.fromkeys((*FLAGS, "figures_lost", "figures_new", "copied_run", "repeated", "other_target"), -1),
    **{
        f"{name}_{side}{star}": sign
        for side in ("source", "target")
        for star in ("", "*")
        for name, sign in (
            ("told", 1),
            ("explained", 1),
            ("sense", 1),
            ("bare_worst", 1),
            ("bare", -1),
            ("bare_most", -1),
        )
    },
    **dict.fromkeys(("written_judged", "vectors_judged"), 1),
    **dict.fromkeys(quality_tables.CHANGED, -1),
    **dict.fromkeys(("end_differs", "gaps_target", "lower_start", "copied"), -1),
}

_COLUMN = {name: number for number, name in enumerate(BASE)}
_OF_TEXTS = np.array([_COLUMN[name] for name in quality_tables.OF_TEXTS])
_NORMED_COLUMNS = np.array([_COLUMN[name] for name in NORMED])


@dataclass(frozen=True, slots=True)
class Usual:
    """What clean translations show: `means[k]` and `spreads[k]` over `NORMED`, for pairs of languages."""

    directions: Mapping[str, int]  # "ru-en" -> k; "*-en", "en-*" and "*" are always there
    means: FloatArray
    spreads: FloatArray

    def rows(self, source_lang: str | None, target_lang: str | None) -> tuple[FloatArray, FloatArray]:
        """Means and spreads for a direction; two foreign languages meet half-way through English."""
        source, target = _base(source_lang), _base(target_lang)
        if f"{source}-{target}" in self.directions:
            keys = [f"{source}-{target}"]
        elif target == "en":
            keys = ["*-en"]
        elif source == "en":
            keys = ["en-*"]
        else:
            keys = [key for key in (f"{source}-en", f"en-{target}") if key in self.directions] or ["*"]
        picked = [self.directions[key] for key in keys]
        return self.means[picked].mean(axis=0), self.spreads[picked].mean(axis=0)

    def cosine(self, source_lang: str | None, target_lang: str | None) -> float:
        """The mean cosine of the two sides of clean translations."""
        return float(self.rows(source_lang, target_lang)[0][NORMED.index("cosine")])


def _base(lang: str | None) -> str:
    return (lang or "").lower().replace("_", "-").split("-")[0]


def base_features(words: WordRows, pairs: Sequence[Pair]) -> FloatArray:
    """(n, len(BASE)) float32: word matches (`quality_match.NAMES`), what the tables of `words` know, and
    what the texts' characters show.
    """
    sources, targets = [pair.source for pair in pairs], [pair.target for pair in pairs]
    matches = quality_match.match(words, sources, targets)
    if words.tables is not None:
        matches[:, _OF_TEXTS] = words.tables.of_texts(sources, targets)
    return np.concatenate([matches, quality_text.text_figures(sources, targets)], axis=1)


def full_features(
    base: FloatArray,
    pairs: Sequence[Pair],
    fluency: Sequence[FluencyResult],
    flags: Sequence[Sequence[Flag]],
    usual: Usual,
    source_lang: str | None,
    target_lang: str | None,
) -> FloatArray:
    """(n, len(NAMES)) float32. An unknown fluency is NaN."""
    means, spreads = usual.rows(source_lang, target_lang)
    language = np.array(
        [
            means[NORMED.index("cosine")],
            spreads[NORMED.index("cosine")],
            means[NORMED.index("match_source")],
            float(_base(target_lang) == "en"),
            float(_base(source_lang) == "en"),
        ],
        dtype=np.float32,
    )
    normed = np.clip((base[:, _NORMED_COLUMNS] - means) / spreads, -8, 8)
    parts = [
        base,
        np.array([_fluency(pair, one) for pair, one in zip(pairs, fluency, strict=True)], dtype=np.float32),
        np.array([_flags(pair, own) for pair, own in zip(pairs, flags, strict=True)], dtype=np.float32),
        np.broadcast_to(language, (len(base), len(language))),
        normed,
    ]
    shaped = [part.reshape(len(base), -1).astype(np.float32) for part in parts]
    return np.concatenate(shaped, axis=1)


def _fluency(pair: Pair, result: FluencyResult) -> tuple[float, ...]:
    if result.value is None:
        return (np.nan, 0.0, 0.0, 0.0, 0.0)
    if not result.spans:
        return (result.value, 1.0, 0.0, 0.0, 0.0)
    length = max(len(pair.target), 1)
    return (
        result.value,
        1.0,
        float(len(result.spans)),
        max(excess for _, _, excess in result.spans),
        sum(end - start for start, end, _ in result.spans) / length,
    )


_NO_FLAGS = (0.0,) * len(FLAGS)


def _flags(pair: Pair, flags: Sequence[Flag]) -> tuple[float, ...]:
    if not flags:
        return _NO_FLAGS
    severities = [flag.severity for flag in flags]
    roots = [flag.category.split("/", 1)[0] for flag in flags]
    accuracy, fluency, design = (roots.count(root) for root in ("accuracy", "fluency", "design"))
    covered = sum(flag.end - flag.start for flag in flags if flag.side is Side.TARGET)
    return (
        severities.count(Severity.MINOR),
        severities.count(Severity.MAJOR),
        severities.count(Severity.CRITICAL),
        accuracy,
        fluency,
        design,
        len(flags) - accuracy - fluency - design,
        float(any(flag.name in NOT_TRANSLATED and flag.severity >= Severity.MAJOR for flag in flags)),
        min(covered / max(len(pair.target), 1), 1.0),
    )


def signs() -> npt.NDArray[np.int8]:
    """`SIGNS` by column of `NAMES`."""
    return np.array([SIGNS.get(name, 0) for name in NAMES], dtype=np.int8)
