"""How likely a word translates another: word translation probabilities, read from a small table for each language.

`training/lexicon/` makes the tables, both directions between English and one other language, by IBM model 1 with a
prior for the diagonal (Brown et al. 1993; Dyer et al., "A Simple, Fast, and Effective Reparameterization of IBM Model
2", NAACL 2013). A word is a *unit*: itself where it is frequent, else its first letters with a hyphen, and in scripts
without spaces two characters, or one. Probabilities are eighths of nats in one byte.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np
import numpy.typing as npt

from mtcheck.data import FloatArray, IntArray
from mtcheck.errors import ModelError

EMBEDDED = Path(__file__).parent / "models" / "lexicon-v1"
FORMAT = 1
PREFIX = 5  # letters of a rare word that stand for it
STEP = 8.0  # bytes store -log p times this; 31.9 nats at most
MOST_UNITS = (1 << 14) - 1  # of a side
_SLOT_BITS = 20  # of the hash table (6 MB): of 70,000 entries one in thirty gives way to a likelier one
_MIX = np.uint32(0x9E3779B1)

Bytes = npt.NDArray[np.uint8]


def unit_names(key: str) -> tuple[str, ...]:
    """Names under which a word (a key of `mtcheck.encode_words`) may stand in a table, the best first; none for figures
    and signs.
    """
    if key[0] == "=":
        word = key[1:]
        return (word, word[:PREFIX] + "-") if len(word) > PREFIX else (word,)
    if key[0] == ":":
        window = key[2:]
        return (window[:2], window[:1]) if len(window) > 1 else (window,)
    return ()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The table for one direction; unit 0 is what no table knows."""

    source: dict[str, int]
    target: dict[str, int]
    source_rarity: FloatArray  # (units,) -log of the unit's share of the words of its language; 0 for unit 0
    target_rarity: FloatArray
    keys: npt.NDArray[np.int32]  # (slots,) source << 14 | target, or -1
    forward: FloatArray  # (slots,) log p(target | source)
    backward: FloatArray  # (slots,) log p(source | target)

    def units(self, key: str) -> tuple[int, int]:
        """A word's unit as a word of the source, and as one of the target."""
        source = target = 0
        for name in unit_names(key):
            source = source or self.source.get(name, 0)
            target = target or self.target.get(name, 0)
        return source, target

    def likelier(self, source: int, target: int, absent: float) -> float:
        """The higher log p of two units, given one another: `look` of two, in a tenth of the time."""
        key = source << 14 | target
        slot = (key * int(_MIX) & 0xFFFFFFFF) >> (32 - _SLOT_BITS)
        return max(float(self.forward[slot]), float(self.backward[slot])) if self.keys[slot] == key else absent

    def entries(self) -> tuple[IntArray, IntArray, FloatArray]:
        """All units of a source and a target that the table knows together, and the higher log p of the two."""
        used = np.flatnonzero(self.keys >= 0)
        keys = self.keys[used].astype(np.int64)
        return keys >> 14, keys & MOST_UNITS, np.maximum(self.forward[used], self.backward[used])

    def look(self, source: IntArray, target: IntArray, absent: float) -> tuple[FloatArray, FloatArray]:
        """Log p(target | source) and log p(source | target) of units, broadcast; `absent` where the table has none."""
        keys = (source.astype(np.int32) << 14) | target.astype(np.int32)
        slots = _slots(keys)
        known = np.flatnonzero(self.keys.take(slots) == keys)
        hits = slots.ravel().take(known)
        found = []
        for values in (self.forward, self.backward):
            logs = np.full(keys.shape, absent, dtype=np.float32)
            logs.ravel()[known] = values.take(hits)
            found.append(logs)
        return found[0], found[1]


def _slots(keys: npt.NDArray[np.int32]) -> npt.NDArray[np.uint32]:
    mixed: npt.NDArray[np.uint32] = (keys.view(np.uint32) * _MIX) >> np.uint32(32 - _SLOT_BITS)
    return mixed


@lru_cache(maxsize=64)
def _file(source_lang: str | None, target_lang: str | None, folder: Path) -> Path | None:
    langs = [(lang or "").lower().replace("_", "-").split("-")[0] for lang in (source_lang, target_lang)]
    if langs.count("en") != 1:
        return None
    path = folder / f"{langs[langs[0] == 'en']}.npz"
    return path if path.is_file() else None


def load_lexicon(source_lang: str | None, target_lang: str | None, folder: Path = EMBEDDED) -> Lexicon | None:
    """The table of a direction, None where there is none.

    Raises:
        ModelError: the file is damaged.
    """
    path = _file(source_lang, target_lang, folder)
    if path is None:
        return None
    into_english = (target_lang or "").lower().startswith("en")
    return _load(path, into_english)


def checksum(folder: Path = EMBEDDED) -> str:
    """A short name of all tables' content."""
    digest = sha256()
    for path in sorted(folder.glob("*.npz")):
        digest.update(path.stem.encode() + path.read_bytes())
    return digest.hexdigest()[:8]


@lru_cache(maxsize=4)
def _load(path: Path, into_english: bool) -> Lexicon:
    try:
        with np.load(path) as file:
            tensors = {key: file[key] for key in file.files}
        if int(tensors["format"]) != FORMAT:
            raise ModelError(f"{path}: made for another version of mtcheck; install the package again")
        return _from_tensors(tensors, into_english)
    except (OSError, ValueError, KeyError, EOFError, IndexError, BadZipFile, zlib.error) as error:
        raise ModelError(f"{path}: not a readable lexicon ({error}); install the package again") from error


def _from_tensors(tensors: dict[str, npt.NDArray[Any]], into_english: bool) -> Lexicon:
    sides = [_units(tensors[f"{side}.words"]) for side in ("foreign", "english")]
    rarity = [np.concatenate([np.zeros(1), tensors[f"{side}.rarity"] / STEP]).astype(np.float32)
              for side in ("foreign", "english")]  # fmt: skip
    foreign = np.repeat(np.arange(1, len(rarity[0])), tensors["counts"].astype(np.int64))
    english = tensors["english"].astype(np.int64)
    if len(foreign) != len(english):
        raise ValueError("entries and counts disagree")
    logs = [-tensors[name].astype(np.float32) / np.float32(STEP) for name in ("english_given", "foreign_given")]
    order = (0, 1) if into_english else (1, 0)
    source, target = ((foreign, english)[k] for k in order)
    keys = ((source << 14) | target).astype(np.int32)
    rising = np.argsort(np.maximum(*logs), kind="stable")  # of two entries with one slot the likelier stays
    slots = _slots(keys[rising])
    table = np.full(1 << _SLOT_BITS, -1, dtype=np.int32)
    table[slots] = keys[rising]
    values = [np.zeros(1 << _SLOT_BITS, dtype=np.float32) for _ in logs]
    for stored, log in zip(values, logs, strict=True):
        stored[slots] = log[rising]
    return Lexicon(sides[order[0]], sides[order[1]], rarity[order[0]], rarity[order[1]], table,
                   values[order[0]], values[order[1]])  # fmt: skip


def _units(words: npt.NDArray[np.generic]) -> dict[str, int]:
    names = words.astype(np.uint8).tobytes().decode("utf-8").split("\n")
    return {name: number for number, name in enumerate(names, 1)}


def pack_words(names: Sequence[str]) -> Bytes:
    """How a table stores its units' names."""
    return np.frombuffer("\n".join(names).encode("utf-8"), dtype=np.uint8)
