"""Train the embedded fluency models: `python -m training.fluency.train --data DATA [--langs en ru]`.

One file a language, `<lang>.safetensors`: lexicons, n-gram tables, letter model, classifier, calibration.
Everything is a function of the data, the constants below and the seed.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from safetensors import safe_open
from safetensors.numpy import save_file

from mtcheck.fluency_model import LanguageModel, Lexicon
from mtcheck.fluency_ngram import NgramModel, quantise_logp
from mtcheck.fluency_score import Head
from mtcheck.fluency_text import Token, tokenize
from training.fluency import classes, cloze, corpus, damage, grammar, lexicon, ngrams
from training.fluency.corrupt import Resources
from training.fluency.head import fit_head, recalibrate

Array = npt.NDArray[Any]
SEED = 20261123
OUT = Path("mtcheck/models/fluency-v1")
_CHUNK = 4_000


@dataclass(frozen=True, slots=True)
class Sizes:
    """Entries allowed in one language's tables (about 4.2 bytes an n-gram, 3.3 a word)."""

    words: int
    classes: int
    own_classes: int
    fine: int
    coarse: int
    chars: int
    fine_order: int = 4
    coarse_order: int = 5
    char_order: int = 6


SIZES = {
    "en": Sizes(words=40_000, classes=500, own_classes=180, fine=500_000, coarse=220_000, chars=60_000),
    "ru": Sizes(words=50_000, classes=500, own_classes=150, fine=300_000, coarse=200_000, chars=60_000),
}
# Where there is text enough, and a development set of minimal pairs to show whether it helps.
CLOZE_SIZES = {
    "en": cloze.ClozeSize(rows=16_000, dim=64, hidden=128, steps=30_000),
    "ru": cloze.ClozeSize(rows=16_000, dim=64, hidden=128, steps=16_000),
}
ODDS_SENTENCES = 12_000  # held out, damaged once
RESOURCE_SENTENCES = 60_000  # enough for word lists
USUAL = Sizes(words=20_000, classes=300, own_classes=100, fine=60_000, coarse=50_000, chars=15_000)


STAGES = ("tables", "grammar", "cloze", "odds", "head", "calibrate")
# Median logit of held-out text less that of PUD, mean of its 17 languages (0.0 to 2.4).
GENRE_SHIFT = 1.24
CALIBRATION_SENTENCES = 2_000


def train_language(
    data: Path, texts: corpus.Corpus, tensors: dict[str, Array], info: dict[str, Any], stages: list[str]
) -> tuple[dict[str, Array], dict[str, Any]]:
    """The tensors of one language and a description of how they came about; stages not asked for are taken over."""
    lang = texts.lang
    needed = {"tables", "grammar", "cloze"} & set(stages)
    tokens = [tokenize(text, lang) for text in texts.train] if needed else []
    if "tables" in stages:
        tensors, info = _tables(texts, tokens)
    model = LanguageModel.from_tensors(lang, tensors, json.dumps(info))
    more = cloze.more_sentences(data, lang, texts) if {"grammar", "cloze"} & needed and lang in CLOZE_SIZES else {}
    tokens += [tokenize(text, lang) for text in more]
    if "grammar" in stages and lang == "en":
        lex = model.fine_lexicon
        tensors = tensors | {"grammar.tags": grammar.table(lex, len(lex.uni), tokens)}
        model = LanguageModel.from_tensors(lang, tensors, json.dumps(info))
    if "cloze" in stages and lang in CLOZE_SIZES:
        read = cloze.read(model, tokens)
        trained = cloze.train(model, read, CLOZE_SIZES[lang], SEED + 1)
        tensors = {name: array for name, array in tensors.items() if not name.startswith("cloze.")} | trained
        parallel = {f"parallel:{origin}": n for origin, n in Counter(more.values()).items()}
        info = info | {"cloze_size": asdict(CLOZE_SIZES[lang]), "cloze_more": len(more)}
        info["origins"] = info["origins"] | parallel
        model = LanguageModel.from_tensors(lang, tensors, json.dumps(info))
    if "odds" in stages and model.cloze is not None:
        resources = Resources.of(lang, texts.train[:RESOURCE_SENTENCES])
        held_out = [tokenize(text, lang) for text in texts.held_out[:ODDS_SENTENCES]]
        tensors = tensors | damage.fit_odds(model, damage.stream(model, held_out, resources), SEED)
        model = LanguageModel.from_tensors(lang, tensors, json.dumps(info))
    if "head" in stages:
        head, facts = fit_head(model, texts, SEED)
        tensors, info = tensors | head, info | facts
    return tensors, info


def calibrate(
    data: Path, lang: str, tensors: dict[str, Array], info: dict[str, Any]
) -> tuple[dict[str, Array], dict[str, Any]]:
    """Knots for news and encyclopaedia: from PUD where it has the language, else moved by what PUD shows elsewhere."""
    texts = pud(data, lang)
    shift = 0.0 if texts else GENRE_SHIFT
    model, head = LanguageModel.from_tensors(lang, tensors, json.dumps(info)), Head.from_tensors(tensors)
    held_out = [] if texts else corpus.load(data, lang).held_out[:CALIBRATION_SENTENCES]
    knots, values, limit = recalibrate(model, head, texts or held_out, shift, SEED)
    origin = "PUD" if texts else f"held-out sentences, less {GENRE_SHIFT}"
    fresh = {"head.knots": knots.astype(np.float32), "head.values": values.astype(np.float32)}
    return tensors | fresh, info | {"span_limit": round(limit, 3), "calibrated_on": origin}


def pud(data: Path, lang: str) -> list[str]:
    """PUD's sentences in a language, none if it has no such part."""
    path, column = (
        (data / "dev" / "pud" / "de-en.tsv", 2) if lang == "en" else (data / "dev" / "pud" / f"{lang}-en.tsv", 1)
    )
    if not path.exists():
        return []
    return [line.split("\t")[column].strip() for line in path.read_text(encoding="utf-8").splitlines()]


def _tables(texts: corpus.Corpus, tokens: list[list[Token]]) -> tuple[dict[str, Array], dict[str, Any]]:
    lang = texts.lang
    sizes = SIZES.get(lang, USUAL)
    words, others = lexicon.count_words(tokens, lang)
    ideographic = lang in ("zh", "ja")
    fine_lexicon = lexicon.build(words, others, sizes.words, 2, 60)
    empty = NgramModel((), (), ())
    alphabet = _alphabet(words) if not ideographic else np.zeros(1, dtype=np.int64)
    n_words = len(fine_lexicon.table.keys)
    zero = np.zeros(n_words, dtype=np.int64)
    model = LanguageModel(lang, {}, fine_lexicon, zero, zero.astype(np.float32), empty, empty, None, alphabet, None)
    fine, position = _encode(model, tokens)
    tensors = _lexicon_tensors(fine_lexicon, fine, position, "fine")
    spellings = [word for word, _ in words.most_common()]
    endings = classes.endings_of(spellings, fine_lexicon.table, lexicon.hashes(spellings))
    of = classes.word_classes(fine, position, n_words, endings, sizes.own_classes, sizes.classes, SEED)
    coarse = of[fine].astype(np.int64)
    counts = np.bincount(coarse[position > 0], minlength=sizes.classes) + 0.5
    tensors |= {"classes": of, "classes.uni": quantise_logp(np.log(counts / counts.sum()))}
    for name, ids, n_ids, order, budget in (
        ("fine", fine, n_words, sizes.fine_order, sizes.fine),
        ("coarse", coarse, sizes.classes, sizes.coarse_order, sizes.coarse),
    ):
        tensors |= ngrams.estimate(ids, position, n_ids, order, budget, name)
    if not ideographic:
        spelled = sorted(word.lower() for word, n in words.items() if n >= 2 and len(word) > 1)
        codes, place = model.letters(spelled)
        tensors |= ngrams.estimate(codes, place, len(alphabet) + 3, sizes.char_order, sizes.chars, "chars")
    tensors["alphabet"] = alphabet.astype(np.uint32)
    info: dict[str, Any] = {
        "lang": lang,
        "sentences": len(texts.train),
        "tokens": int((position > 0).sum()),
        "held_out": len(texts.held_out),
        "origins": texts.origins,
        "sizes": asdict(sizes),
        "seed": SEED,
    }
    return tensors, info


def _encode(model: LanguageModel, tokens: list[list[Token]]) -> tuple[Array, Array]:
    parts = [model.encode(tokens[at : at + _CHUNK]) for at in range(0, len(tokens), _CHUNK)]
    return np.concatenate([part.fine for part in parts]), np.concatenate([part.position for part in parts])


def _lexicon_tensors(lex: Lexicon, ids: Array, position: Array, prefix: str) -> dict[str, Array]:
    counts = np.bincount(ids[position > 0], minlength=len(lex.table.keys)) + 0.5
    packed, low = lex.table.pack()
    uni = quantise_logp(np.log(counts / counts.sum()))
    return {f"{prefix}.lex.counts": packed, f"{prefix}.lex.low": low, f"{prefix}.lex.uni": uni}


def _alphabet(words: Counter[str]) -> Array:
    letters: Counter[str] = Counter()
    for word, n in words.items():
        for letter in word.lower():
            letters[letter] += n
    return np.array(sorted(ord(letter) for letter, n in letters.items() if n >= 20 and letter > "\x02"))


def save(lang: str, tensors: dict[str, Array], info: dict[str, Any], folder: Path) -> int:
    """Write one language's file; its size in bytes."""
    path = folder / f"{lang}.safetensors"
    ready = {name: np.ascontiguousarray(array) for name, array in tensors.items()}
    save_file(ready, path, metadata={"info": json.dumps(info, ensure_ascii=False)})
    path.chmod(0o644)
    return path.stat().st_size


def load(lang: str, folder: Path) -> tuple[dict[str, Array], dict[str, Any]]:
    """What an earlier stage left."""
    with safe_open(folder / f"{lang}.safetensors", framework="numpy") as file:
        tensors = {key: file.get_tensor(key) for key in file.keys()}  # noqa: SIM118 (not a dict)
        return tensors, json.loads(file.metadata()["info"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with mono/ and train/")
    parser.add_argument("--langs", nargs="*", default=list(corpus.LANGUAGES))
    parser.add_argument("--stages", nargs="*", default=list(STAGES), choices=STAGES, help="the rest comes from --start")
    parser.add_argument("--start", type=Path, help="folder with the result of earlier stages (default: --out)")
    parser.add_argument("--out", type=Path, default=OUT)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    for lang in args.langs:
        began = time.perf_counter()
        before = ({}, {}) if "tables" in args.stages else load(lang, args.start or args.out)
        tensors, info = before
        if args.stages != ["calibrate"]:
            tensors, info = train_language(args.data, corpus.load(args.data, lang), *before, args.stages)
        if "calibrate" in args.stages:
            tensors, info = calibrate(args.data, lang, tensors, info)
        size = save(lang, tensors, info, args.out)
        spent = time.perf_counter() - began
        print(f"{lang} {size / 1e6:.2f} MB {spent:.0f} s {info['sentences']} sentences {info.get('head')}", flush=True)


if __name__ == "__main__":
    main()
