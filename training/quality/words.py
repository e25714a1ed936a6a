"""Words that post-editors of MLQE-PE changed, as rows of `mtcheck.quality_words`, and how well they are found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from mtcheck.critic import Critic, PairReading
from mtcheck.data import FloatArray, Pair
from mtcheck.encode import StaticEncoder
from mtcheck.fluency import load_fluency
from mtcheck.fluency_words import word_terms
from mtcheck.quality_features import Usual
from mtcheck.quality_tables import Bags, tables_of
from mtcheck.quality_trees import Array, Forest
from mtcheck.quality_words import SHOWN_FROM, facts_of, sides_of, with_reading, word_rows
from training.critic.judged import mlqe_records
from training.quality.data import MLQE
from training.quality.fit import fit_words

CUTS = np.linspace(0.1, 0.8, 36)


@dataclass(frozen=True, slots=True)
class Words:
    """Rows of words, whether each was changed, its direction and its sentence's number."""

    rows: FloatArray
    bad: Array
    direction: Array
    sentence: Array


def words_of(
    data: Path,
    part: str,
    quality: Array,
    usual: Usual,
    encoder: StaticEncoder,
    bags: Bags,
    critic: Critic | None = None,
) -> Words:
    """The tagged words of a part; `quality` (0-100) is of its items, direction by direction in the order of `MLQE`.

    With a critic, rows of the deep tier.
    """
    fluency = load_fluency()
    rows: list[FloatArray] = []
    bad: list[bool] = []
    direction: list[str] = []
    sentence: list[int] = []
    first = 0
    for pair in MLQE:
        source_lang, target_lang = pair.split("-")
        cosine, tables = usual.cosine(source_lang, target_lang), tables_of(bags, source_lang, target_lang)
        records = list(mlqe_records(data, pair, part))
        known = word_terms(fluency, [record["target"] for record in records], target_lang)
        readings: Iterable[PairReading | None] = [None] * len(records)
        if critic is not None:
            readings = critic.read_pairs([(record["source"], record["target"]) for record in records])
        for i, (record, terms, reading) in enumerate(zip(records, known, readings, strict=True)):
            if record["bad"] is None:
                continue
            texts = Pair(index=i, source=record["source"], target=record["target"])
            facts = facts_of(texts, encoder, tables)
            spans, found = word_rows(
                texts, sides_of(texts, encoder), float(quality[first + i]), cosine, terms, facts, tables.lexicon
            )
            rows.append(found if reading is None else with_reading(found, spans, reading))
            bad += [any(a < end and start < b for a, b in record["bad"]) for start, end in spans]
            direction += [pair] * len(spans)
            sentence += [i] * len(spans)
        first += len(records)
    return Words(np.concatenate(rows), np.array(bad), np.array(direction), np.array(sentence))


def cuts_of(words: Words) -> dict[str, float]:
    """For each direction the value above which MCC is best, by forests that did not see the sentence."""
    said = np.zeros(len(words.bad))
    for half in (0, 1):
        seen = words.sentence % 2 == half
        said[~seen] = fit_words(words.rows[seen], words.bad[seen].astype(float))(words.rows[~seen])
    best = {}
    for pair in MLQE:
        own = words.direction == pair
        best[pair] = float(max(CUTS, key=lambda cut: mcc(said[own] > cut, words.bad[own])))
    return best


Row = tuple[str, float, float, float, float]


def found_words(forest: Forest, words: Words, cuts: dict[str, float]) -> list[Row]:
    """A row a direction: MCC at its cut, share of changed words, and of those shown the precision and their share."""
    said, table = forest(words.rows), list[Row]()
    for pair in MLQE:
        own = words.direction == pair
        sure = said[own] >= SHOWN_FROM
        precision = float(words.bad[own][sure].mean()) if sure.any() else float("nan")
        table.append((pair, mcc(said[own] > cuts[pair], words.bad[own]), float(words.bad[own].mean()), precision,
                      float(sure.mean())))  # fmt: skip
    return table


def mcc(said: Array, real: Array) -> float:
    """Matthews correlation coefficient of two boolean arrays; 0 where one is constant."""
    if said.all() or not said.any():
        return 0.0
    return float(np.corrcoef(said.astype(float), real.astype(float))[0, 1])
