"""The human-written sentences a language's model is trained on, and those kept from it."""

from __future__ import annotations

import lzma
import re
import zlib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

_NAMES = "ar bg cs de el en es fa fi fr he hi hu id it ja ko nl pl pt ro ru sv tr uk vi zh"
LANGUAGES = tuple(_NAMES.split())
HELD_OUT_SHARE = 0.08  # of a language's sentences, for the classifier and the calibration
HELD_OUT_MOST = 12_000
_THIN = 900_000  # words; a language with less takes the human translations of the parallel set as well


@dataclass(frozen=True, slots=True)
class Corpus:
    """Training and held-out sentences of one language, and how many came from each origin."""

    lang: str
    train: list[str]
    held_out: list[str]
    origins: dict[str, int]


def load(data: Path, lang: str) -> Corpus:
    """Sentences from `data/mono` (and, for thin languages, `data/train`), seedless: the split is by checksum."""
    barred = _non_commercial(data / "mono" / "MANIFEST.md")
    seen: set[str] = set()
    origins: Counter[str] = Counter()
    sentences: list[str] = []
    n_words = 0
    for name in (lang, "zht") if lang == "zh" else (lang,):
        for origin, text in _lines(data / "mono" / f"{name}.txt.xz"):
            if origin in barred or origin.endswith("-pud") or text in seen:
                continue
            seen.add(text)
            sentences.append(text)
            origins[origin] += 1
            n_words += _n_words(text, lang)
    if n_words < _THIN and lang != "en":
        for name in (lang, "zht") if lang == "zh" else (lang,):
            for origin, text, _ in triples(data / "train" / f"{name}-en.tsv.xz"):
                if origin.endswith("-MT") or "pud" in origin or text in seen or not is_sentence(text, lang):
                    continue
                seen.add(text)
                sentences.append(text)
                origins[f"parallel:{origin}"] += 1
    limit = min(HELD_OUT_SHARE, HELD_OUT_MOST / max(1, len(sentences))) * 2**32
    held = [text for text in sentences if zlib.crc32(text.encode()) < limit]
    train = [text for text in sentences if zlib.crc32(text.encode()) >= limit]
    return Corpus(lang, train, held, dict(origins.most_common()))


def _lines(path: Path) -> list[tuple[str, str]]:
    with lzma.open(path, "rt", encoding="utf-8") as file:
        pairs = (line.rstrip("\n").partition("\t") for line in file)
        return [(origin, text) for origin, _, text in pairs if text]


def triples(path: Path) -> list[tuple[str, str, str]]:
    with lzma.open(path, "rt", encoding="utf-8") as file:
        rows = (line.rstrip("\n").split("\t") for line in file)
        return [(row[0], row[1], row[2]) for row in rows if len(row) >= 3]


def _n_words(text: str, lang: str) -> int:
    return len(text) // 2 if lang in ("zh", "ja") else text.count(" ") + 1


def is_sentence(text: str, lang: str) -> bool:
    return _n_words(text, lang) >= 4 and text[-1] in ".!?。！？؟।…"


def _non_commercial(manifest: Path) -> set[str]:
    """Origins that the manifest marks as non-commercial or of unknown licence."""
    return set(re.findall(r"^\| (\S+) \(nc file\)", manifest.read_text(encoding="utf-8"), flags=re.MULTILINE))
