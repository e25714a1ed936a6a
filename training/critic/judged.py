"""Judged and damaged translations with their bad words, as plain records that `training.critic.train` reads.

A record: `pair`, `source`, `target`, `kind` (mlqe, mqm, critical, human or a damage), `group` (records of one source),
`z` (direct assessment, or what damage leaves of it), `penalty` (MQM points), `critical` (0 or 1), each null where not
judged, and `bad`, `gaps`, `source_bad`: spans of characters, null where words were not judged. A gap is a place
where something is missing: (place, place).
"""

from __future__ import annotations

import lzma
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from training.quality.damage import tokens_of
from training.quality.data import HUMAN_Z, MLQE, Item, held_out, human, mlqe, with_damage

Record = dict[str, Any]
Span = tuple[int, int]
CRITICAL = {"ende": "en-de", "encs": "en-cs", "enja": "en-ja", "enzh": "en-zh"}
HUMAN_EACH, DAMAGE_EACH, DAMAGED_SHARE = 250, 3, 0.5


def read(path: Path) -> list[str]:
    """Lines of an xz file."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        return [line.rstrip("\n") for line in lines]


def place_tokens(text: str, tokens: Sequence[str]) -> list[Span] | None:
    """Where each token stands in the text it was cut from; None where the characters do not agree."""
    spans, at = [], 0
    for token in tokens:
        found = text.find(token, at, at + len(token) + 4)
        if found < 0:
            return None
        spans.append((found, found + len(token)))
        at = found + len(token)
    return spans


def tagged(folder: Path, part: str, items: list[Item]) -> Iterator[tuple[list[Span], list[Span], list[Span]] | None]:
    """Bad words, gaps and bad source words of each item, from the post-editing tags; None where they do not fit."""
    names = ("src", "mt", "tags", "source_tags")
    columns = [read(folder / f"{part}.{name}.xz") for name in names]
    rows = {(src.replace(" ", ""), mt.replace(" ", "")): (src, mt, tags, source_tags)
            for src, mt, tags, source_tags in zip(*columns, strict=True)}  # fmt: skip
    for item in items:
        row = rows.get((item.source.replace(" ", ""), item.target.replace(" ", "")))
        if row is None:
            yield None
            continue
        src, mt, tags, source_tags = (cell.split() for cell in row)
        source_spans, target_spans = place_tokens(item.source, src), place_tokens(item.target, mt)
        if source_spans is None or target_spans is None or len(tags) != 2 * len(mt) + 1 or len(source_tags) != len(src):
            yield None
            continue
        bad = [span for span, tag in zip(target_spans, tags[1::2], strict=True) if tag == "BAD"]
        starts = [start for start, _ in target_spans] + [len(item.target)]
        gaps = [(start, start) for start, tag in zip(starts, tags[0::2], strict=True) if tag == "BAD"]
        source_bad = [span for span, tag in zip(source_spans, source_tags, strict=True) if tag == "BAD"]
        yield bad, gaps, source_bad


def record(item: Item, group: str, **more: Any) -> Record:
    """An item without word judgements."""
    base: Record = {"pair": item.direction, "source": item.source, "target": item.target, "kind": item.kind,
                    "group": group, "z": None, "penalty": None, "critical": None,
                    "bad": None, "gaps": None, "source_bad": None}  # fmt: skip
    return base | more


def mlqe_records(data: Path, pair: str, part: str) -> Iterator[Record]:
    """Direct assessments with word tags where they fit the text."""
    items = mlqe(data, pair, part)
    folder = data / "judged" / "mlqe-pe" / f"{pair}.{part}.pe"
    for number, (item, words) in enumerate(zip(items, tagged(folder, part, items), strict=True)):
        bad, gaps, source_bad = words if words is not None else (None, None, None)
        yield record(item, f"mlqe-{pair}-{number}", z=item.z, bad=bad, gaps=gaps, source_bad=source_bad)


def mqm_records(data: Path, *, trained_on: bool) -> Iterator[Record]:
    """One record a rating (several annotators may rate one translation), spans as marked."""
    for path in sorted((data / "judged" / "wmt-mqm").glob("*.tsv.xz")):
        pair = path.name.split("_")[-2]
        for line in read(path):
            cells = line.split("\t")
            if len(cells) < 9 or cells[0] == "mt_system" or not cells[4] or not cells[5]:
                continue
            if held_out(cells[4]) == trained_on:
                continue
            errors = cells[8].split()
            spans = []
            if errors != ["no-error"]:
                starts, ends = cells[6].split(), cells[7].split()
                spans = [(int(a), int(b)) for a, b in zip(starts, ends, strict=False) if 0 <= int(a) < int(b)]
            penalty = min(errors.count("minor") + 5.0 * errors.count("major"), 25.0)
            source_lang, target_lang = pair.split("-")
            item = Item(source=cells[4], target=cells[5], source_lang=source_lang, target_lang=target_lang, z=0.0,
                        weight=1.0, kind="mqm", penalty=penalty)  # fmt: skip
            yield record(item, f"mqm-{pair}-{cells[4]}", penalty=penalty, bad=spans)


def critical_records(data: Path, name: str, part: str) -> Iterator[Record]:
    """WMT21 critical errors."""
    source_lang, target_lang = CRITICAL[name].split("-")
    for line in read(data / "judged" / "critical-errors" / f"{name}.{part}.tsv.xz"):
        number, source, target, _, label = line.split("\t")
        item = Item(source=source, target=target, source_lang=source_lang, target_lang=target_lang, z=0.0, weight=1.0,
                    kind="critical")  # fmt: skip
        yield record(item, f"critical-{name}-{number}", critical=int(label == "ERR"))


def changed(better: str, worse: str) -> tuple[list[Span], list[Span]]:
    """Spans of `worse` that `better` lacks, and places in `worse` where something of `better` is missing."""
    old, new = tokens_of(better), tokens_of(worse)
    matcher = SequenceMatcher(a=[better[a:b] for a, b in old], b=[worse[a:b] for a, b in new], autojunk=False)
    bad: list[Span] = []
    gaps: list[Span] = []
    for kind, _, _, start, end in matcher.get_opcodes():
        if kind in ("replace", "insert"):
            bad += new[start:end]
        elif kind == "delete":
            place = new[start][0] if start < len(new) else len(worse)
            gaps.append((place, place))
    return bad, gaps


def damaged_records(data: Path, seed: int = 3) -> Iterator[Record]:
    """Human translations and well judged ones with damaged copies."""
    rng = random.Random(seed)
    items = [item for pair in MLQE for item in mlqe(data, pair, "train") if item.z > 0.3]
    items = [*rng.sample(items, min(12_000, len(items))), *human(data, HUMAN_EACH)]
    every = with_damage(items, rng, per_human=DAMAGE_EACH, share_judged=DAMAGED_SHARE)
    for number, item in enumerate(every):
        group = f"damage-{number if item.better is None else item.better}"
        if item.better is None:
            known = item.kind == "human"
            yield record(item, group, z=item.z if not known else HUMAN_Z, bad=[] if known else None,
                         gaps=[] if known else None)  # fmt: skip
            continue
        bad: list[Span] | None = None
        gaps: list[Span] | None = None
        if every[item.better].kind == "human":
            if item.kind in ("unrelated", "copied"):
                bad, gaps = [(0, len(item.target))], []
            else:
                bad, gaps = changed(every[item.better].target, item.target)
        yield record(item, group, z=item.z, bad=bad, gaps=gaps)


def all_items(data: Path) -> Iterator[Record]:
    """Everything that is trained on, groups together."""
    for pair in MLQE:
        yield from mlqe_records(data, pair, "train")
    grouped: dict[str, list[Record]] = defaultdict(list)
    for rating in mqm_records(data, trained_on=True):
        grouped[rating["group"]].append(rating)
    for members in grouped.values():
        yield from members
    for name in CRITICAL:
        yield from critical_records(data, name, "train")
    damaged: dict[str, list[Record]] = defaultdict(list)
    for item in damaged_records(data):
        damaged[item["group"]].append(item)
    for members in damaged.values():
        yield from members
