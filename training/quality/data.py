"""Items that the quality regressor is trained and measured on."""

from __future__ import annotations

import csv
import hashlib
import lzma
import pickle
import random
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from training.quality.damage import Damager

MLQE = ("ru-en", "ro-en", "et-en", "ne-en", "si-en", "en-de", "en-zh")
#: Origins of ../shared/data/train whose pairs are human prose (as in training/adequacy/calibrate.py).
PROSE = {"tico-19", "xquad", "wmt21-news", "wmt23-general", "wmt24-general", "opensource-guide", "bible-corpus",
         "wesnoth", "tatoeba-manythings", "stellarium-skycultures", "gnome-user-docs", "ms-security-101"}  # fmt: skip
HUMAN_Z = 0.9  # where a clean human translation stands among the judged ones: near the 95th percentile of z_mean
LOWEST_Z = -4.0
CACHE = Path(tempfile.gettempdir()) / "mtcheck-quality"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One judged pair. `better` is the index of an item of the same source that must score higher."""

    source: str
    target: str
    source_lang: str
    target_lang: str
    z: float
    weight: float
    kind: str  # "mlqe", "human", "mqm", or the name of a damage
    better: int | None = None
    penalty: float = 0.0  # MQM

    @property
    def direction(self) -> str:
        """`ru-en`."""
        return f"{self.source_lang}-{self.target_lang}"


def mlqe(data: Path, pair: str, part: str) -> list[Item]:
    """Direct assessments of one pair: `part` is train, dev or test20."""
    source_lang, target_lang = pair.split("-")
    path = data / "judged" / "mlqe-pe" / f"{pair}.{part}.da.tsv.xz"
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [
        Item(source=row["original"], target=row["translation"], source_lang=source_lang, target_lang=target_lang,
             z=float(row["z_mean"]), weight=1.0, kind="mlqe")
        for row in rows
    ]  # fmt: skip


def mqm(data: Path) -> list[Item]:
    """One item a translation, its penalty averaged over annotators (minor 1, major 5: Freitag et al. 2021)."""
    found: dict[tuple[str, str, str], list[float]] = defaultdict(list)
    for path in sorted((data / "judged" / "wmt-mqm").glob("*.tsv.xz")):
        pair = path.name.split("_")[-2]
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                cells = line.rstrip("\n").split("\t")
                if len(cells) < 9 or cells[0] == "mt_system" or not cells[4] or not cells[5]:
                    continue
                errors = cells[8].split()
                found[pair, cells[4], cells[5]].append(errors.count("minor") + 5.0 * errors.count("major"))
    items = []
    for (pair, source, target), penalties in found.items():
        penalty = min(sum(penalties) / len(penalties), 25.0)
        source_lang, target_lang = pair.split("-")
        items.append(
            Item(source=source, target=target, source_lang=source_lang, target_lang=target_lang,
                 z=max(0.8 - 0.12 * penalty, -1.5), weight=0.3, kind="mqm", penalty=penalty)
        )  # fmt: skip
    return items


def held_out(source: str) -> bool:
    """Every fifth source of the MQM data, by its hash: measured on, never trained on."""
    return hashlib.sha256(source.encode()).digest()[0] % 5 == 0


def human(data: Path, n: int) -> list[Item]:
    """`n` human translations a language and direction, prose of 5 to 45 words."""
    kept = CACHE / f"human-{n}.pickle"
    if kept.is_file():
        found: list[Item] = pickle.loads(kept.read_bytes())
        return found
    items = [item for path in sorted((data / "train").glob("*-en.tsv.xz")) for item in _human(path, n)]
    CACHE.mkdir(parents=True, exist_ok=True)
    kept.write_bytes(pickle.dumps(items))
    return items


def _human(path: Path, n: int) -> Iterator[Item]:
    lang = path.name.split("-")[0].replace("zht", "zh")
    pairs = []
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            origin, foreign, english = line.rstrip("\n").split("\t")
            if origin in PROSE and 5 <= len(english.split()) <= 45:
                pairs.append((foreign, english))
    random.Random(lang).shuffle(pairs)
    for number, (foreign, english) in enumerate(pairs[: 2 * n]):
        ends = (foreign, english, lang, "en") if number % 2 else (english, foreign, "en", lang)
        yield Item(source=ends[0], target=ends[1], source_lang=ends[2], target_lang=ends[3], z=HUMAN_Z,
                   weight=0.5, kind="human")  # fmt: skip


def pud(data: Path) -> Iterator[Item]:
    """Human translations in 16 languages, both directions; development only."""
    for path in sorted((data / "dev" / "pud").glob("*-en.tsv")):
        lang = path.name.split("-")[0]
        for number, line in enumerate(path.read_text("utf-8").splitlines()):
            _, foreign, english = line.split("\t")
            ends = (foreign, english, lang, "en") if number % 2 else (english, foreign, "en", lang)
            yield Item(source=ends[0], target=ends[1], source_lang=ends[2], target_lang=ends[3], z=HUMAN_Z,
                       weight=1.0, kind="human")  # fmt: skip


def with_damage(items: list[Item], rng: random.Random, *, per_human: int, share_judged: float) -> list[Item]:
    """The items followed by damaged copies: `per_human` of each human translation, one of some well judged ones."""
    others: dict[str, list[str]] = defaultdict(list)
    for item in items:
        others[item.target_lang].append(item.target)
    damagers = {lang: Damager(rng, lang, texts) for lang, texts in others.items()}
    out = list(items)
    for index, item in enumerate(items):
        n = per_human if item.kind == "human" else int(item.z > 0.3 and rng.random() < share_judged)
        for worse in damagers[item.target_lang].draw(item.source, item.target, n):
            z = item.z - worse.cost
            z = max(min(z, worse.floor) if worse.floor is not None else z, LOWEST_Z)
            out.append(replace(item, target=worse.target, z=z, weight=0.4, kind=worse.kind, better=index))
    return out
