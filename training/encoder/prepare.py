"""Parallel text -> word ids: reads `<lang>-en.tsv.xz`, drops what must not be trained on, balances the origins.

One `.npz` a language: `foreign` and `english` (word ids, int32), their `*_offsets`, `origin` (index into `origins`),
and the keys (`mtcheck.encode_words`) behind the ids. Run as `python -m training.encoder.prepare --help`.
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from multiprocessing import Pool
from pathlib import Path

import numpy as np
from tqdm import tqdm

from mtcheck.encode_words import run_pattern, split_run

# Above the knee a (language, origin) pair only counts with the square root of its excess, so that manuals, which
# dominate the corpus, do not drown news and narrative. Machine-translated text counts half.
KNEE_PROSE, KNEE_MANUAL, KNEE_MACHINE = 30_000, 8_000, 3_000
MANUALS = {
    "php-manual", "python-docs", "django-docs", "msdocs-HT", "debian-handbook", "debian-website", "tarantool-docs",
    "rust-book", "electron-docs", "react-docs", "yii2-guide", "werf-docs", "tldr-pages", "gnome-user-docs",
    "mate-user-guide", "kde-po", "gnome-po",
}  # fmt: skip
MACHINE = {"msdocs-MT", "ms-security-101"}
EXCLUDED = {"ud-pud"}  # the development set
_FOLD = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    """The text without case, spaces and punctuation: how sentences of the development set are recognised."""
    return _FOLD.sub("", text.casefold())


def kept_share(origin: str, n_pairs: int, scale: float = 1.0) -> float:
    """The share of an origin's pairs that is kept."""
    knee = scale * (KNEE_MACHINE if origin in MACHINE else KNEE_MANUAL if origin in MANUALS else KNEE_PROSE)
    return 1.0 if n_pairs <= knee else knee * (n_pairs / knee) ** 0.5 / n_pairs


def read_pairs(path: Path, banned: set[str]) -> Iterator[tuple[str, str, str]]:
    """`(origin, foreign, English)` of one corpus file, without the development set's sentences."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            fields = line.rstrip("\n").split("\t")
            if len(fields) != 3 or fields[0] in EXCLUDED:
                continue
            if len(fields[2]) > 20 and (fold(fields[2]) in banned or fold(fields[1]) in banned):
                continue
            yield fields[0], fields[1], fields[2]


def read_post_edits(folder: Path, pair: str) -> Iterator[tuple[str, str, str]]:
    """Source and post-edited translation of MLQE-PE's training part, as (origin, foreign, English)."""
    part = folder / f"{pair}.train.pe"
    source, target = ("train.src.xz", "train.pe.xz")
    if not (part / source).exists():
        return
    with (
        lzma.open(part / source, "rt", encoding="utf-8") as left,
        lzma.open(part / target, "rt", encoding="utf-8") as right,
    ):
        for one, other in zip(left, right, strict=True):
            pair_texts = (other, one) if pair.startswith("en-") else (one, other)
            yield "mlqe-pe", pair_texts[0].strip(), pair_texts[1].strip()


class Words:
    """Texts to lists of word ids; ids count up in order of first appearance."""

    def __init__(self) -> None:
        self.ids: dict[str, int] = {}
        self._runs: dict[str, tuple[int, ...]] = {}
        self._find = run_pattern().findall

    def __call__(self, text: str) -> list[int]:
        """The ids of a text's words, in order."""
        ids: list[int] = []
        for run in self._find(text):
            known = self._runs.get(run)
            if known is None:
                known = tuple(self.ids.setdefault(key, len(self.ids)) for _, _, key in split_run(run))
                if len(run) < 20:
                    self._runs[run] = known
            ids.extend(known)
        return ids


def ragged(rows: Iterable[list[int]]) -> tuple[np.ndarray, np.ndarray]:
    """Rows of ids as one flat array and the offsets (n + 1) of its rows."""
    lists = list(rows)
    offsets = np.zeros(len(lists) + 1, dtype=np.int64)
    np.cumsum([len(row) for row in lists], out=offsets[1:])
    flat = np.fromiter((i for row in lists for i in row), dtype=np.int32, count=int(offsets[-1]))
    return flat, offsets


def prepare_language(job: tuple[str, Path, Path, Path, set[str], float, int]) -> dict[str, object]:
    """Writes one language's file; returns its counts."""
    lang, train, judged, out, banned, scale, seed = job
    rng = random.Random(f"{seed}-{lang}")
    by_origin: dict[str, list[tuple[str, str]]] = defaultdict(list)
    path = train / f"{lang}-en.tsv.xz"
    if path.exists():
        for origin, foreign, english in read_pairs(path, banned):
            by_origin[origin].append((foreign, english))
    for pair in (f"{lang}-en", f"en-{lang}"):
        for origin, foreign, english in read_post_edits(judged, pair):
            by_origin[origin].append((foreign, english))
    pairs: list[tuple[int, str, str]] = []
    origins = sorted(by_origin)
    for number, origin in enumerate(origins):
        own = by_origin[origin]
        size = max(1, round(len(own) * kept_share(origin, len(own), scale)))
        pairs.extend((number, *pair) for pair in (own if size >= len(own) else rng.sample(own, size)))
    words = Words()
    rows = [(number, words(foreign), words(english)) for number, foreign, english in pairs]
    rows = [row for row in rows if row[1] and row[2]]
    foreign_ids, foreign_offsets = ragged(row[1] for row in rows)
    english_ids, english_offsets = ragged(row[2] for row in rows)
    np.savez(
        out / f"{lang}.npz",
        foreign=foreign_ids, foreign_offsets=foreign_offsets, english=english_ids, english_offsets=english_offsets,
        origin=np.array([row[0] for row in rows], dtype=np.int16), origins=np.array(origins),
        keys=np.frombuffer(zlib.compress("\n".join(words.ids).encode("utf-8", "surrogatepass"), 1), dtype=np.uint8),
    )  # fmt: skip
    kept = Counter(origins[row[0]] for row in rows)
    return {"lang": lang, "pairs": len(rows), "words": len(words.ids), "origins": dict(kept)}


def development_sentences(pud: Path) -> set[str]:
    """Both sides of every PUD pair, folded."""
    banned: set[str] = set()
    for path in sorted(pud.glob("*-en.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines():
            banned.update(fold(text) for text in line.split("\t")[1:3])
    return banned


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--out", type=Path, required=True, help="folder for the .npz files")
    parser.add_argument("--scale", type=float, default=1.0, help="moves the knees of the origins' balance")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    banned = development_sentences(args.data / "dev" / "pud")
    train, judged = args.data / "train", args.data / "judged" / "mlqe-pe"
    langs = sorted({path.name.split("-")[0] for path in train.glob("*-en.tsv.xz")} | {"ne", "si"})
    langs.sort(key=lambda lang: -(train / f"{lang}-en.tsv.xz").stat().st_size if lang not in ("ne", "si") else 0)
    jobs = [(lang, train, judged, args.out, banned, args.scale, args.seed) for lang in langs]
    with Pool(args.jobs) as pool:
        done = list(tqdm(pool.imap_unordered(prepare_language, jobs), total=len(jobs), desc="languages"))
    (args.out / "counts.json").write_text(json.dumps(sorted(done, key=lambda d: str(d["lang"])), indent=1))


if __name__ == "__main__":
    main()
