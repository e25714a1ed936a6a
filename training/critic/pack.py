"""Tokenizer and compact files of training text for the critic.

    python -m training.critic.pack ../shared/data --out work/critic

Writes `tokenizer.json` (byte-level BPE, digits one by one), `english.xz` (each English text of the parallel data
once), `par-<lang>.xz` (class, distance to the last pair's English text, foreign text), `mono-<lang>.xz` and
`judged.jsonl.xz` (see `training.critic.judged`): about a third of the size of what they come from, so that they
travel to a machine with a GPU.
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from training.critic.judged import all_items, read
from training.quality.data import PROSE, mlqe

VOCABULARY = 40_000
SPECIALS = ("<pad>", "<mask>", "<tgt>", "<src>", "<end>")
#: Words with their marks; digits one by one; other signs in runs. A space belongs to what follows it.
PATTERN = r" ?[\p{L}\p{M}]+|\p{N}| ?[^\s\p{L}\p{M}\p{N}]+|\s+"
WORDS = {"wiktionary-dict", "wiktionary-vuizur", "omw-wordnet", "freedict", "kgeography", "iso-codes", "cldr-names",
         "osm-id-presets", "libgweather-locations"}  # fmt: skip
MACHINE = {"msdocs-MT"}
ONLY_POST_EDITS = ("ne", "si")  # languages without other parallel text; their English stands tokenised
TOKENIZER_SHARES = {"en": 260_000, "ru": 110_000}
TOKENIZER_OTHERS = 24_000
MOST_CHARS = 450


def class_of(origin: str) -> str:
    """`p` prose, `w` words and names, `m` machine-translated foreign side, `d` the rest (documentation, interfaces)."""
    if origin in PROSE:
        return "p"
    return "w" if origin in WORDS else "m" if origin in MACHINE else "d"


def parallel(data: Path, lang: str) -> Iterator[tuple[str, str, str]]:
    """(class, foreign, English)."""
    path = data / "train" / f"{lang}-en.tsv.xz"
    if lang in ONLY_POST_EDITS:
        folder = data / "judged" / "mlqe-pe" / f"{lang}-en.train.pe"
        for item, english in zip(mlqe(data, f"{lang}-en", "train"), read(folder / "train.pe.xz"), strict=True):
            yield "m", item.source, english
    if path.is_file():
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                origin, foreign, english = line.rstrip("\n").split("\t")
                if max(len(foreign), len(english)) <= MOST_CHARS and origin != "ud-pud":
                    yield class_of(origin), foreign, english


def mono(data: Path, lang: str) -> Iterator[str]:
    """Human-written sentences."""
    path = data / "mono" / f"{lang}.txt.xz"
    if path.is_file():
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                text = line.rstrip("\n").split("\t")[-1]
                if 12 <= len(text) <= MOST_CHARS:
                    yield text


def write(path: Path, lines: Iterator[str] | list[str]) -> None:
    """Lines, xz-packed."""
    with lzma.open(path, "wt", encoding="utf-8", preset=6, newline="\n") as out:
        out.writelines(f"{line}\n" for line in lines)


def pack_lang(job: tuple[Path, Path, str, dict[str, int] | None]) -> str:
    """`mono-<lang>.xz` and, with the English texts' numbers, `par-<lang>.xz`."""
    data, out, lang, numbers = job
    texts = list(dict.fromkeys(mono(data, lang)))
    if texts:
        write(out / f"mono-{lang}.xz", texts)
    if numbers is not None:
        rows = sorted({(numbers[english], kind, foreign) for kind, foreign, english in parallel(data, lang)})
        last, lines = 0, []
        for number, kind, foreign in rows:
            lines.append(f"{kind}{number - last}\t{foreign}")
            last = number
        write(out / f"par-{lang}.xz", lines)
    return lang


def train_tokenizer(texts: list[str], path: Path) -> None:
    """Byte-level BPE over the texts."""
    from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, trainers

    tokenizer = Tokenizer(models.BPE())
    tokenizer.normalizer = normalizers.NFC()
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(PATTERN), "isolated"),
            pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False),
        ]
    )
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=VOCABULARY,
        special_tokens=list(SPECIALS),
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
        max_token_length=24,
    )
    tokenizer.train_from_iterator(texts, trainer)
    tokenizer.save(str(path))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="the shared data folder")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--only", choices=("tokenizer", "texts", "judged"))
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    langs = sorted(
        {p.name.split("-")[0] for p in (args.data / "train").glob("*-en.tsv.xz")}
        | {p.name.split(".")[0] for p in (args.data / "mono").glob("*.txt.xz")}
        | set(ONLY_POST_EDITS)
    )
    if args.only in (None, "judged"):
        write(args.out / "judged.jsonl.xz", (json.dumps(item, ensure_ascii=False) for item in all_items(args.data)))
    if args.only in (None, "texts"):
        english: dict[str, int] = {}
        for lang in langs:
            for _, _, text in parallel(args.data, lang):
                english.setdefault(text, len(english))
        write(args.out / "english.xz", list(english))
        jobs = [(args.data, args.out, lang, None if lang == "en" else english) for lang in langs]
        with ProcessPoolExecutor(2) as pool:
            for lang in pool.map(pack_lang, jobs):
                print(lang, flush=True)
    if args.only in (None, "tokenizer"):
        rng = random.Random(1)
        texts = []
        for lang in langs:
            found = list(mono(args.data, lang))
            foreign = [foreign for kind, foreign, _ in parallel(args.data, lang) if kind in "pd"]
            share = TOKENIZER_SHARES.get(lang, TOKENIZER_OTHERS)
            texts += rng.sample(found, min(len(found), share)) + rng.sample(foreign, min(len(foreign), share // 2))
        with lzma.open(args.out / "judged.jsonl.xz", "rt", encoding="utf-8") as lines:
            items = [json.loads(line) for line in lines]
        texts += [i["source"] for i in items if i["pair"] in ("ne-en", "si-en") and i["kind"] == "mlqe"]
        texts += [i["target"] for i in rng.sample(items, 30_000)]
        train_tokenizer(texts, args.out / "tokenizer.json")


if __name__ == "__main__":
    main()
