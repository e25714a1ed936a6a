"""What tables know of a pair's words: translations (`quality_lexicon`) and judged words (`quality_bag`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from mtcheck.data import FloatArray, IntArray
from mtcheck.lexicon import Lexicon, load_lexicon, unit_names
from mtcheck.quality_bag import Bag, Line, bucket
from mtcheck.quality_lexicon import NAMES as LEXICON
from mtcheck.quality_lexicon import lexicon_figures

#: Direct assessments; critical errors by the direction's words; critical errors by English sources of all directions;
#: direct assessments and critical errors by sentence vectors.
LINES = ("vectors_judged", "vectors_critical")
BAGS = ("bag_judged", "bag_critical", "bag_critical_source", *LINES)
NAMES = (*LEXICON, *BAGS)
FACTS = 4  # of a word: its unit as a source word, its unit as a target word, its bucket, whether it is made of letters


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of one direction; what is missing gives NaN."""

    lexicon: Lexicon | None = None
    bags: Mapping[str, Bag | Line] = field(default_factory=dict)  # by name of `BAGS`

    def facts(self, key: str) -> tuple[int, int, int, int]:
        """What is remembered of a word, a key of `mtcheck.encode_words`."""
        source, target = self.lexicon.units(key) if self.lexicon is not None else (0, 0)
        return source, target, bucket(key), int(bool(unit_names(key)))

    def figures(self, source: IntArray, target: IntArray, vectors: tuple[FloatArray, FloatArray]) -> FloatArray:
        """(k, len(NAMES)) float32 for the facts of two sides, (k, size, FACTS) each, 0 for padding, and their sentence
        vectors, (k, dim) unit rows.
        """
        letters = source[:, :, 3].sum(axis=1), target[:, :, 3].sum(axis=1)
        found = np.full((len(source), len(BAGS)), np.nan, dtype=np.float32)
        for column, name in enumerate(BAGS):
            bag = self.bags.get(name)
            if isinstance(bag, Line):
                found[:, column] = bag(*vectors)
            elif bag is not None:
                found[:, column] = bag(source[:, :, 2], target[:, :, 2])
        return np.concatenate([lexicon_figures(self.lexicon, source[:, :, 0], target[:, :, 1], letters), found], axis=1)


Bags = Mapping[str, Mapping[str, Bag | Line]]  # direction ("en-de") -> name of `BAGS` -> bag


def bag_of(name: str, tensors: Mapping[str, npt.NDArray[Any]], prefix: str) -> Bag | Line:
    """What `tensors` of the bag or line of that name stored."""
    return (Line if name in LINES else Bag).from_tensors(tensors, prefix)


def tables_of(bags: Bags, source_lang: str | None, target_lang: str | None) -> Tables:
    """The tables of a direction.

    Raises:
        ModelError: a file is damaged.
    """
    source, target = ((lang or "").lower().replace("_", "-").split("-")[0] for lang in (source_lang, target_lang))
    return Tables(load_lexicon(source, target), bags.get(f"{source}-{target}", {}))
