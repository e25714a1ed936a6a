"""Wrong sentence boundaries: how many of those made are found at the exact place, and how many are invented.

Documents of PUD pairs of the "test" half. In every tenth sentence of the target the full stop is lost, so that it runs
into the next (`run-on`), or a sentence is cut between two words (`over-split`). As many documents are undamaged but
for what translators do: sentences joined with a comma, and split at one with a full stop; nothing may be said there.

    python -m benchmarks.align.repair --docs 2
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from pathlib import Path

from benchmarks.align.quality import LANGS
from benchmarks.align.synthetic import read_pairs
from mtcheck.align import align_segments
from mtcheck.align_repair import find_seams
from mtcheck.data import Encoder, Segment, Side

_STOP = re.compile(r"[.。।۔！？!?]+$")
KINDS = ("run-on", "over-split", "joined with a comma", "split with a full stop")


def made_target(pairs: list[tuple[str, str]], kind: str, rng: random.Random) -> tuple[list[str], set[int]]:
    """Target segments, and the code points in the joined text at which a wrong boundary begins."""
    out: list[str] = []
    places: set[int] = set()
    k = at = 0
    while k < len(pairs):
        text = pairs[k][1]
        damaged = rng.random() < 0.1 and k + 1 < len(pairs)
        words = text.split()
        if damaged and kind in ("run-on", "joined with a comma"):
            head = _STOP.sub("", text)
            if kind == "run-on":
                places.add(at + len(head))
                text = f"{head} {pairs[k + 1][1]}"
            else:
                text = f"{head}, {pairs[k + 1][1][:1].lower()}{pairs[k + 1][1][1:]}"
            k += 1
        elif damaged and len(words) > 8:
            cut = len(words) // 2
            head, tail = " ".join(words[:cut]), " ".join(words[cut:])
            if kind == "over-split":
                places.add(at + len(head))
            else:
                head, tail = head.rstrip(",;:") + ".", tail[:1].upper() + tail[1:]
            out.append(head)
            at += len(head) + 1
            text = tail
        out.append(text)
        at += len(text) + 1
        k += 1
    return out, places


def as_segments(texts: list[str]) -> tuple[Segment, ...]:
    """Segments of one paragraph, joined by spaces."""
    out, at = [], 0
    for index, text in enumerate(texts):
        out.append(Segment(index=index, text=text, start=at, end=at + len(text)))
        at += len(text) + 1
    return tuple(out)


def measure(data: Path, encoder: Encoder, langs: list[str], part: str, n_docs: int, size: int, seed: int) -> None:
    """Prints a line a kind of damage."""
    for kind in KINDS:
        counts: Counter[str] = Counter()
        for lang in langs:
            rng = random.Random(f"{seed} {lang} {kind}")
            pairs = read_pairs(data, lang, part)
            for number in range(n_docs):
                chosen = rng.sample(pairs, min(size, len(pairs)))
                if number % 2:
                    chosen = [(english, foreign) for foreign, english in chosen]
                texts, places = made_target(chosen, kind, rng)
                source, target = as_segments([left for left, _ in chosen]), as_segments(texts)
                source_text, target_text = (" ".join(s.text for s in side) for side in (source, target))
                alignment = align_segments(source, target, encoder)
                seams = find_seams(source, target, alignment, encoder, source_text=source_text, target_text=target_text)
                found = {seam.start for seam in seams if seam.side is Side.TARGET and seam.kind == kind}
                counts["made"] += len(places)
                counts["exact"] += len(found & places)
                counts["false"] += len(seams) - len(found & places)
                counts["sentences"] += len(chosen)
        made = f"{counts['exact']} of {counts['made']} at the exact place, " if counts["made"] else ""
        print(f"{kind}: {made}{counts['false']} false in {counts['sentences']} sentences", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"), help="folder with dev/ and train/")
    parser.add_argument("--langs", nargs="+", default=LANGS)
    parser.add_argument("--part", default="test", choices=("fit", "test"))
    parser.add_argument("--docs", type=int, default=2, help="documents a language and kind")
    parser.add_argument("--size", type=int, default=80)
    parser.add_argument("--seed", type=int, default=5)
    options = parser.parse_args()
    from mtcheck.encode import load_encoder

    measure(
        options.data, load_encoder(), options.langs, options.part, options.docs, options.size, options.seed
    )  # fmt: skip


if __name__ == "__main__":
    main()
