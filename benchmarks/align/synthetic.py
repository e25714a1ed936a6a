"""Documents with a known alignment, made from sentence pairs by splitting, joining, dropping, adding and moving."""

from __future__ import annotations

import itertools
import lzma
import random
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from mtcheck.data import Segment, SegmentKind

Beads = list[tuple[tuple[int, ...], tuple[int, ...]]]

NEWS_ORIGINS = {"wmt21-news", "wmt23-general", "tico-19", "xquad"}
_CUT = re.compile(r"(?<=[,;:，；、،।—–])\s*(?=\S)")


@dataclass(frozen=True, kw_only=True)
class Rates:
    """How often each thing happens to a sentence (or, for blocks and moves, how many of them a document has)."""

    split: float = 0.10
    join: float = 0.08
    shift: float = 0.01
    drop: float = 0.03
    add: float = 0.02
    replace: float = 0.0
    debris: float = 0.005
    blocks: int = 1
    moves: int = 0
    heading: float = 0.5
    paragraph_noise: float = 0.1


@dataclass(kw_only=True)
class MadeDocument:
    """Two texts as segments, their gold beads, and which blocks were moved (source and target indices)."""

    name: str
    source: list[Segment]
    target: list[Segment]
    source_text: str
    target_text: str
    gold: Beads
    moves: list[tuple[tuple[int, ...], tuple[int, ...]]] = field(default_factory=list)


@dataclass
class _Unit:
    """What becomes one bead: pieces of both sides; a moved block's units share `block`."""

    source: list[str]
    target: list[str]
    paragraph: int
    heading: bool = False
    block: int | None = None


def read_pairs(data: Path, lang: str, part: str = "all") -> list[tuple[str, str]]:
    """(foreign, English) sentences, from PUD where it has the language, else from news in the training data.

    `part` is "fit", "test" or "all"; the English sentence decides which, so that no sentence is in both.
    """
    path = data / "dev" / "pud" / f"{lang}-en.tsv"
    if path.exists():
        rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    else:
        with lzma.open(data / "train" / f"{lang}-en.tsv.xz", "rt", encoding="utf-8") as file:
            rows = [row for line in file if (row := line.rstrip("\n").split("\t"))[0] in NEWS_ORIGINS]
    pairs = list(dict.fromkeys((row[-2].strip(), row[-1].strip()) for row in rows))
    wanted = {"fit": (0,), "test": (1,), "all": (0, 1)}[part]
    return [pair for pair in pairs if zlib.crc32(pair[1].encode()) % 2 in wanted]


def make_documents(
    data: Path, langs: list[str], part: str, rates: Rates, *, n_docs: int, size: int, seed: int
) -> Iterator[MadeDocument]:
    """`n_docs` documents of about `size` sentences a language; every other one has English as its source."""
    for lang in langs:
        rng = random.Random(f"{seed} {lang} {part}")
        pairs = read_pairs(data, lang, part)
        for number in range(n_docs):
            chosen = rng.sample(pairs, min(size, len(pairs)))
            spare = [pair for pair in rng.sample(pairs, min(len(pairs), size + 60)) if pair not in set(chosen)]
            spare = spare or [("…", "…")]
            if number % 2:
                chosen, spare = [(e, f) for f, e in chosen], [(e, f) for f, e in spare]
            name = f"en-{lang}-{number}" if number % 2 else f"{lang}-en-{number}"
            yield make_document(name, chosen, spare, rates, rng)


def make_document(
    name: str, pairs: list[tuple[str, str]], spare: list[tuple[str, str]], rates: Rates, rng: random.Random
) -> MadeDocument:
    """One document out of `pairs`, in their order; additions are taken from `spare`."""
    units = _units(pairs, rates, rng)
    units = _damage(units, spare, rates, rng)
    order = _moved_order(units, rates, rng)
    return _lay_out(name, units, order, rates, rng)


def unrelated_document(
    name: str, left: list[tuple[str, str]], right: list[tuple[str, str]], rng: random.Random
) -> MadeDocument:
    """Sources of some pairs against targets of others: everything is a null bead."""
    units = [_Unit([s], [], k // 5) for k, (s, _) in enumerate(left)]
    units += [_Unit([], [t], k // 5) for k, (_, t) in enumerate(right)]
    return _lay_out(name, units, list(range(len(units))), Rates(heading=0, paragraph_noise=0), rng)


def _units(pairs: list[tuple[str, str]], rates: Rates, rng: random.Random) -> list[_Unit]:
    """Sentences as beads: split, joined or with shifted boundaries."""
    units: list[_Unit] = []
    paragraph = left = 0
    k = 0
    while k < len(pairs):
        source, target = pairs[k]
        if left == 0:
            paragraph, left = paragraph + 1, rng.randint(2, 6)
            short = max(len(source), len(target)) < 70
            if short and rng.random() < rates.heading:
                units.append(_Unit([source.rstrip(".。")], [target.rstrip(".。")], paragraph, heading=True))
                paragraph, k = paragraph + 1, k + 1
                continue
        draw = rng.random()
        used = 1
        if draw < rates.split:
            unit = _split(source, target, paragraph, rng)
        elif draw < rates.split + rates.join and k + 1 < len(pairs):
            used = 3 if rng.random() < 0.15 and k + 2 < len(pairs) else 2
            group = pairs[k : k + used]
            sides = [[s for s, _ in group], [t for _, t in group]]
            joined = rng.randrange(2)
            sides[joined] = [_glue(sides[joined])]
            unit = _Unit(sides[0], sides[1], paragraph)
        elif draw < rates.split + rates.join + rates.shift and k + 1 < len(pairs):
            used = 2
            unit = _shift(pairs[k], pairs[k + 1], paragraph)
        else:
            unit = _Unit([source], [target], paragraph)
        units.append(unit)
        left = max(left - used, 0)
        k += used
    return units


def _split(source: str, target: str, paragraph: int, rng: random.Random) -> _Unit:
    sides = [[source], [target]]
    which = rng.randrange(2)
    text = sides[which][0]
    cuts = [m.end() for m in _CUT.finditer(text) if 0.2 * len(text) < m.start() < 0.8 * len(text)]
    if cuts:
        chosen = sorted(rng.sample(cuts, min(len(cuts), 1 + (rng.random() < 0.2))))
        bounds = [0, *chosen, len(text)]
        sides[which] = [text[a:b].strip() for a, b in itertools.pairwise(bounds)]
        if zlib.crc32(text.encode()) % 4:
            sides[which] = _as_sentences(sides[which])
    return _Unit(sides[0], sides[1], paragraph)


def _as_sentences(pieces: list[str]) -> list[str]:
    """Clauses with capitals and full stops, as a translator who splits a sentence leaves them."""
    stop = next((c for c in pieces[-1][-2:][::-1] if c in "。।۔"), ".")
    out = [piece.rstrip(" ,;:，；、،–—") + stop for piece in pieces[:-1]] + pieces[-1:]
    return [piece[:1].upper() + piece[1:] for piece in out]


def _shift(first: tuple[str, str], second: tuple[str, str], paragraph: int) -> _Unit:
    """Two pairs whose source boundary falls inside the second sentence: a real two-to-two bead."""
    cuts = [m.end() for m in _CUT.finditer(second[0]) if 0.3 * len(second[0]) < m.start() < 0.7 * len(second[0])]
    if not cuts:
        return _Unit([first[0]], [first[1]], paragraph)
    head, tail = second[0][: cuts[0]].strip(), second[0][cuts[0] :].strip()
    return _Unit([_glue([first[0], head]), tail], [first[1], second[1]], paragraph)


def _glue(texts: list[str]) -> str:
    wide = any("\u3040" <= c <= "\u9fff" for c in texts[0])
    return ("" if wide else " ").join(texts)


def _damage(units: list[_Unit], spare: list[tuple[str, str]], rates: Rates, rng: random.Random) -> list[_Unit]:
    """Some units lose a side, strangers and debris come in, whole blocks go missing."""
    gone = [[False, False] for _ in units]
    for _ in range(rates.blocks):
        size = rng.randint(3, 8)
        if len(units) > 4 * size:
            begin, which = rng.randrange(len(units) - size), rng.randrange(2)
            for k in range(begin, begin + size):
                gone[k][which] = True
    out: list[_Unit] = []
    for unit, lost in zip(units, gone, strict=True):
        if rates.replace and rng.random() < rates.replace and not any(lost):
            which = rng.randrange(2)
            stranger = rng.choice(spare)
            out.append(_Unit([stranger[0]][which:], [stranger[1]][:which], unit.paragraph))
            lost[which] = True
        if rng.random() < rates.drop:
            lost[rng.randrange(2)] = True
        if all(lost):
            continue
        for which, side in enumerate((unit.source, unit.target)):
            if lost[which]:
                side.clear()
        out.append(unit)
        if rng.random() < rates.add:
            stranger = rng.choice(spare)
            which = rng.randrange(2)
            out.append(_Unit([stranger[0]][which:], [stranger[1]][:which], unit.paragraph))
        if rng.random() < rates.debris:
            junk = rng.choice(["…", "* * *", "- _-", "[ 1 ]", "|", "....."])
            which = rng.randrange(2)
            out.append(_Unit([junk][which:], [junk][:which], unit.paragraph))
    return out


def _moved_order(units: list[_Unit], rates: Rates, rng: random.Random) -> list[int]:
    """The order of units on the target side; moved blocks are marked in the units."""
    order = list(range(len(units)))
    for number in range(rates.moves):
        size = rng.randint(3, 6)
        if len(units) < 5 * size:
            continue
        begin = rng.randrange(len(units) - size)
        block = order[begin : begin + size]
        rest = order[:begin] + order[begin + size :]
        if any(units[k].block is not None for k in block):
            continue
        far = [p for p in range(len(rest) + 1) if abs(p - begin) >= size + 2]
        if not far:
            continue
        where = rng.choice(far)
        order = rest[:where] + block + rest[where:]
        for k in block:
            units[k].block = number
    return order


def _lay_out(name: str, units: list[_Unit], order: list[int], rates: Rates, rng: random.Random) -> MadeDocument:
    """Both sides as text and segments, and the gold beads; moved units are null beads on both sides."""
    source, source_text, source_at = _side(units, list(range(len(units))), 0, rates, rng)
    target, target_text, target_at = _side(units, order, 1, rates, rng)
    gold: Beads = []
    moves: dict[int, tuple[list[int], list[int]]] = {}
    for k, unit in enumerate(units):
        left, right = source_at[k], target_at[k]
        if unit.block is not None and left and right:
            sides = moves.setdefault(unit.block, ([], []))
            sides[0].extend(left)
            sides[1].extend(right)
        if unit.block is None and left and right:
            gold.append((left, right))
        else:
            gold.extend(((i,), ()) for i in left)
            gold.extend(((), (j,)) for j in right)
    return MadeDocument(
        name=name,
        source=source,
        target=target,
        source_text=source_text,
        target_text=target_text,
        gold=gold,
        moves=[(tuple(left), tuple(sorted(right))) for left, right in moves.values()],
    )


def _side(
    units: list[_Unit], order: list[int], which: int, rates: Rates, rng: random.Random
) -> tuple[list[Segment], str, list[tuple[int, ...]]]:
    segments: list[Segment] = []
    at: list[tuple[int, ...]] = [()] * len(units)
    text, paragraph, line, last = "", 0, 1, None
    for k in order:
        unit = units[k]
        pieces = (unit.source, unit.target)[which]
        here = []
        for piece in pieces:
            new = last is not None and unit.paragraph != last
            if rng.random() < rates.paragraph_noise * (0.3 if not new else 1.0):
                new = not new
            if last is not None:
                text += "\n\n" if new else ("" if "\u3040" <= piece[:1] <= "\u9fff" else " ")
                paragraph += new
                line += 2 * new
            last = unit.paragraph
            kind = SegmentKind.HEADING if unit.heading else SegmentKind.SENTENCE
            here.append(len(segments))
            segments.append(
                Segment(
                    index=len(segments),
                    text=piece,
                    start=len(text),
                    end=len(text) + len(piece),
                    line=line,
                    paragraph=paragraph,
                    kind=kind,
                )
            )
            text += piece
            line += piece.count("\n")
        at[k] = tuple(here)
    return segments, text, at
