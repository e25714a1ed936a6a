"""What tables know of a pair's words: translations (`quality_lexicon`) and judged words (`quality_bag`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from mtcheck.data import FloatArray
from mtcheck.lexicon import Lexicon, load_lexicon, unit_names
from mtcheck.quality_bag import Bag, Changed, Line, pieces
from mtcheck.quality_lexicon import NAMES as LEXICON
from mtcheck.quality_lexicon import lexicon_figures
from mtcheck.quality_rarity import NAMES as RARITY
from mtcheck.quality_rarity import Rarity
from mtcheck.quality_usage import NAMES as USAGE
from mtcheck.quality_usage import Usage
from mtcheck.quality_written import Written
from mtcheck.stretch_memory import Reader, StretchMemory

#: Direct assessments by the texts as written; critical errors by the direction's words; critical errors by English
#: sources of all directions; direct assessments and critical errors by sentence vectors.
LINES = ("vectors_judged", "vectors_critical")
BAGS = ("written_judged", "bag_critical", "bag_critical_source", *LINES)
CHANGED = tuple(
    f"changed_{name}"
    for side in ("source", "target")
    for name in (side, f"{side}_most", f"{side}_sum")  # see `quality_bag.Changed`
)
JUDGED = (*BAGS, *CHANGED)  # fitted to judgements
AT_LARGE = tuple(f"{name}_at_large" for name in RARITY)  # of the source, in a list that is wider than our own text
COUNTED = (*RARITY, *AT_LARGE, *USAGE)  # in text at large, for some judged directions
NAMES = (*LEXICON, *JUDGED, *COUNTED)
_OWN = 4  # facts of a word before what bags say: units as a source and a target word, whether of letters, pieces


OF_TEXTS = ("written_judged", *COUNTED)  # what `Tables.of_texts` tells
#: Of what is counted in text at large: its name, the side that it reads, and its first column of `OF_TEXTS`.
_COUNTERS = (
    ("rarity", 0, OF_TEXTS.index(RARITY[0])),
    ("rarity_target", 1, OF_TEXTS.index(RARITY[0])),
    ("at_large", 0, OF_TEXTS.index(AT_LARGE[0])),
    ("usage", 0, OF_TEXTS.index(USAGE[0])),
)

Known = Bag | Line | Changed | Written | Rarity | Usage


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of one direction; what is missing gives NaN. They remember stretches of texts: not safe to share
    between threads.
    """

    lexicon: Lexicon | None = None
    bags: Mapping[str, Known] = field(default_factory=dict)  # by name of `BAGS`, "changed", "rarity" and so on
    #: By side, who reads its texts, and what they remember.
    _memories: tuple[tuple[tuple[str, ...], StretchMemory], ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        sides: tuple[dict[str, Reader], dict[str, Reader]] = ({}, {})
        written = self.bags.get("written_judged")
        if isinstance(written, Written):
            for readers, weights in zip(sides, (written.source, written.target), strict=True):
                readers["written"] = weights
        for name, side, _ in _COUNTERS:
            known = self.bags.get(name)
            if isinstance(known, (Rarity, Usage)):
                sides[side][name] = known
        memories = [(tuple(readers), StretchMemory(tuple(readers.values()))) for readers in sides]
        object.__setattr__(self, "_memories", tuple(memories))

    @property
    def n_facts(self) -> int:
        """Facts of a word."""
        return _OWN + 2 * len(self._bags)

    @property
    def _bags(self) -> list[tuple[int, Bag | Changed]]:
        """What has a worth for every word, with its first column."""
        known = [(column, self.bags.get(name)) for column, name in enumerate((*BAGS, "changed"))]
        return [(column, bag) for column, bag in known if isinstance(bag, (Bag, Changed))]

    def facts(self, keys: Sequence[str]) -> npt.NDArray[np.int32]:
        """(n, n_facts): what is remembered of words, keys of `mtcheck.encode_words`; the worth of words in bags is
        float32, bit by bit.
        """
        found = np.zeros((len(keys), self.n_facts), dtype=np.int32)
        found[:, 2] = [bool(unit_names(key)) for key in keys]
        if self.lexicon is not None:
            found[:, :2] = np.array([self.lexicon.units(key) for key in keys], dtype=np.int32).reshape(-1, 2)
        if self._bags:
            owners, buckets = pieces(keys)
            found[:, _OWN - 1] = np.bincount(owners, minlength=len(keys))
            worth = [bag.worth(owners, buckets, len(keys)) for _, bag in self._bags]
            found[:, _OWN:] = np.concatenate(worth, axis=1).view(np.int32)
        return found

    def shares(self, keys: Sequence[str]) -> FloatArray | None:
        """(n,) how often post-editors change such words of the target; None where nobody has looked."""
        changed = self.bags.get("changed")
        return changed.worth(*pieces(keys), len(keys))[:, 1] if isinstance(changed, Changed) else None

    def of_texts(self, sources: Sequence[str], targets: Sequence[str]) -> FloatArray:
        """(n, len(OF_TEXTS)) what the texts as written tell, how rare the English words of the sources ("rarity") or
        targets ("rarity_target") are, how rare all words of the sources are in a wider list ("at_large"), and how usual
        they are beside each other ("usage"); NaN where nobody has judged or counted.
        """
        found = np.full((len(sources), len(OF_TEXTS)), np.nan, dtype=np.float32)
        said = [
            dict(zip(names, memory(texts), strict=True))
            for (names, memory), texts in zip(self._memories, (sources, targets), strict=True)
        ]
        written = self.bags.get("written_judged")
        if isinstance(written, Written):
            found[:, 0] = (said[0]["written"] + said[1]["written"])[:, 0] + written.shift
        for name, side, first in _COUNTERS:
            if name in said[side]:
                figures = said[side][name]
                found[:, first : first + figures.shape[1]] = figures
        return found

    def figures(
        self, source: npt.NDArray[np.int32], target: npt.NDArray[np.int32], vectors: tuple[FloatArray, FloatArray]
    ) -> FloatArray:
        """(k, len(NAMES)) float32 for the facts of two sides, (k, size, n_facts) each, 0 for padding, and their
        sentence vectors, (k, dim) unit rows. What `of_texts` tells is left NaN.
        """
        units = source[:, :, 0].astype(np.int64), target[:, :, 1].astype(np.int64)
        letters = source[:, :, 2].sum(axis=1), target[:, :, 2].sum(axis=1)
        n_pieces = source[:, :, 3].sum(axis=1), target[:, :, 3].sum(axis=1)
        n_words = (source[:, :, 3] > 0).sum(axis=1), (target[:, :, 3] > 0).sum(axis=1)
        found = np.full((len(source), len(JUDGED) + len(COUNTED)), np.nan, dtype=np.float32)
        worth = source.view(np.float32), target.view(np.float32)
        for at, (column, bag) in enumerate(self._bags):
            sides = worth[0][:, :, _OWN + 2 * at], worth[1][:, :, _OWN + 2 * at + 1]
            if isinstance(bag, Bag):
                found[:, column] = bag(*sides, n_pieces)
            else:
                found[:, column : len(JUDGED)] = bag(*sides, n_words)
        for column, name in enumerate(BAGS):
            line = self.bags.get(name)
            if isinstance(line, Line):
                found[:, column] = line(*vectors)
        return np.concatenate([lexicon_figures(self.lexicon, *units, letters), found], axis=1)


#: By direction ("en-de") and by name of `BAGS`, "changed", or of what is counted in text at large.
Bags = Mapping[str, Mapping[str, Known]]


def bag_of(name: str, tensors: Mapping[str, npt.NDArray[Any]], prefix: str) -> Known:
    """What `tensors` of the bag or line of that name stored."""
    if name == "changed":
        return Changed.from_tensors(tensors, prefix)
    if name.startswith("rarity") or name == "at_large":
        return Rarity.from_tensors(tensors, prefix)
    if name == "usage":
        return Usage.from_tensors(tensors, prefix)
    if name == "written_judged":
        return Written.from_tensors(tensors, prefix)
    return (Line if name in LINES else Bag).from_tensors(tensors, prefix)


def bag_prefix(direction: str, name: str) -> str:
    """What the names of its stored arrays begin with; directions share the list of English words, and what English
    sources of all of them tell of critical errors.
    """
    if name.startswith("rarity"):
        return "rarity"
    return name if name == "bag_critical_source" else f"{direction}.{name}"


def is_listed(name: str) -> bool:
    """Whether a stored array is of a list of words that is not ours."""
    return ".at_large." in name


def tables_of(bags: Bags, source_lang: str | None, target_lang: str | None) -> Tables:
    """The tables of a direction.

    Raises:
        ModelError: a file is damaged.
    """
    source, target = ((lang or "").lower().replace("_", "-").split("-")[0] for lang in (source_lang, target_lang))
    return Tables(load_lexicon(source, target), bags.get(f"{source}-{target}", {}))
