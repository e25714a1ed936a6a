"""Write `model-card.md` beside the models: `python -m training.fluency.card --data DATA --figures figures.json`."""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path
from typing import Any

from mtcheck.fluency import load_fluency
from training.fluency.train import OUT, SEED
from training.fluency.train import load as load_language

_HEAD = """# fluency-v1

Judges how well a target text reads, 0-100, from the text alone, in {n} languages. numpy only, {size:.1f} MB, one
file a language, loaded when first asked for. Code: `mtcheck/fluency*.py`; training: `training/fluency/`. Licence of the
weights: Apache-2.0, with the licences of the texts they were counted from listed below.

## What is in a file
- a lexicon of hashed words, and endings that stand for rarer words;
- `fine`: a 4-gram model of words, `coarse`: a 5-gram model of distributional word classes, both modified Kneser-Ney,
  pruned by weighted difference, kept as hashes with one byte for each log-probability and back-off weight;
- `chars`: a 6-gram letter model of words, for the spelling of unknown ones (not for Chinese and Japanese, whose unit is
  the character);
- `cloze` (languages: {clozes}): a recurrent network of two gated layers from either side that guesses every token from
  the words around it: its class, and the word itself among its own forms and closed class ("is", "are", "was"; "her",
  "herself") and among words of its kind; one byte a weight. It saw no damage; a small tanh layer over what it says and
  the n-gram models say gives the log-odds that a token is out of place, fitted on damaged held-out sentences;
- `grammar` (English): tags of words (noun of one number, verb, adjective, and the closed classes) for a few rules of
  `mtcheck/fluency_grammar.py`: number of determiner and noun, of subject and verb past what stands between them,
  reflexives and their antecedent, "ever" without a licensor, "there is every", "no ... at least". Tags of nouns, verbs
  and adjectives are counted in the training text, closed classes and 340 first names are listed;
- `head`: a tanh layer of 24 units over means, dips, sums and spelling of all these, trained on pairs of a held-out
  human sentence and a damaged version of it (words swapped, moved, dropped, doubled, shuffled, wrongly inflected,
  function words exchanged, letters changed, words glued; for English and Russian other forms of a word, for English
  other tenses and aspects, numbers and reflexives, and words without their licence), and its calibration to 0-100. What
  the value of clean sentences owed to their length is taken off again, and half of what it owed to their auxiliaries
  (English).

The value is calibrated so that clean human text has a median near 90 and shuffled words one below 10: on PUD where it
has the language (its sentences train nothing else), otherwise on held-out training text, moved by the mean difference
between the two. So the PUD medians below are fitted, not found; what they show is the spread and the distance to salad.
Where shuffled and clean text overlap, clean text has its way (at most a tenth of it falls below 50), so that in the
weaker languages, Arabic above all, part of the salad is not heard as such.

## How it was made
    python -m training.fluency.train --data DATA          (seed {seed}; one processor thread; minutes to an hour each)
    python -m training.fluency.evaluate --data DATA --json figures.json
    python -m training.fluency.card --data DATA --figures figures.json

BLiMP's and DEMETR's development items were looked at to see which kinds of fault go unheard. The rules and the damage
written for these are of general English and draw no word from either set; nothing was fitted to their items, but the
recipe of the English head was chosen among some twenty by their figures, so these are what was tuned on, not held
out. On 12,010 sentences of human text held out the rules call 3 words surely and 3 likely wrong, on PUD's 1,000 English
ones none. A word that is surely wrong is shown as a span.

The two cloze networks: one run each to the end of its schedule, English 30,000 steps (six times through its text),
Russian 16,000, of 2,000 tokens each; half an hour and a quarter of one processor core.

## Limits
- No value, but a reason: fewer than three words, headlines and fragments, capitals, lists and verse, code, mostly
  foreign script.
- It hears form, not meaning: a fluent wrong translation scores high. Modern systems write fluently: see the WMT
  figures, which are near chance for human against machine.
- Trained on novels, documentation, statutes and encyclopaedias; slang, chat and poetry read worse than they are.
- Word order is free in Slavic, Finnic and Hungarian: it is noticed less there. Islands, control and raising are beyond
  it (the BLiMP groups below: near chance), and so is a gap without its "who" or "what". Of a changed tense or aspect it
  hears an auxiliary more or a rarer form, not what is right there: the result is often a good sentence. Agreement is
  judged in English and Russian only.
- Added frequent words (a "not") often raise the value: they are likely words.
- Hebrew, Persian and Hindi have little human text here; their values are the least sure.
- A span is a hint: clean text shows one in the share of sentences listed below.
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--figures", type=Path, required=True)
    parser.add_argument("--model", type=Path, default=OUT)
    args = parser.parse_args()
    figures = json.loads(args.figures.read_text(encoding="utf-8"))
    infos = {path.stem: load_language(path.stem, args.model)[1] for path in sorted(args.model.glob("*.safetensors"))}
    size = sum(path.stat().st_size for path in args.model.glob("*.safetensors"))
    clozes = ", ".join(lang for lang, info in infos.items() if "cloze_size" in info) or "none yet"
    parts = [_HEAD.format(n=len(infos), size=size / 1e6, clozes=clozes, seed=SEED)]
    parts += [_figures(figures), _languages(infos, args.model), _origins(infos, args.data)]
    (args.model / "model-card.md").write_text("\n".join(parts), encoding="utf-8")
    print(f"wrote the card for {load_fluency(str(args.model)).signature}")


def _figures(figures: dict[str, Any]) -> str:
    lines = [f"## Figures on development sets ({figures['signature']})", ""]
    for name in ("BLiMP", "RuBLiMP"):
        if name in figures:
            part = figures[name]
            groups = ", ".join(f"{group} {value:.0f}" for group, value in part["groups"].items())
            lines += [
                f"{name}: **{part['accuracy']} %** of minimal pairs ranked right (mean over paradigms): {groups}.",
                "",
            ]
    lines += ["DEMETR, fluency alone ranks the intact translation above the damaged one:", ""]
    lines += ["| damage | right % | target | pairs |", "|---|---|---|---|"]
    for name, part in figures.get("DEMETR", {}).items():
        lines.append(f"| {name} | {part['right']} | {part.get('target', '')} | {part['pairs']} |")
    lines += [
        "",
        "PUD: clean text and the same words shuffled; share with a span; correlation of value and log length:",
        "",
    ]
    lines += ["| language | median | 10 % | 90 % | shuffled median | shuffled 90 % | AUC | with a span | length r |"]
    lines += ["|---|---|---|---|---|---|---|---|---|"]
    for lang, part in figures.get("PUD", {}).items():
        row = [
            part[key] for key in ("median", "p10", "p90", "salad_median", "salad_p90", "auc", "with_span", "length_r")
        ]
        lines.append(f"| {lang} | " + " | ".join(str(value) for value in row) + " |")
    lines += [
        "",
        "WMT 2021 news (MQM ratings), AUC; segments: human, three weakest systems, no error, major error:",
        "",
    ]
    for name, part in figures.get("MQM", {}).items():
        human, clean = part["human_against_weak"], part["no_error_against_major"]
        lines.append(f"- {name}: human/weak {human}, no error/major error {clean}, segments {part['segments']}")
    rate = figures["speed"]["per_processor_second"]
    lines += ["", f"Speed: {rate} English sentences a second of processor time (one thread).", ""]
    return "\n".join(lines)


def _languages(infos: dict[str, dict[str, Any]], folder: Path) -> str:
    lines = [
        "## Languages",
        "",
        "| language | MB | training sentences | tokens | held-out pairs ranked right | calibrated on |",
    ]
    lines += ["|---|---|---|---|---|---|"]
    for lang, info in infos.items():
        size = (folder / f"{lang}.safetensors").stat().st_size / 1e6
        right = 100 * info["head"]["pairs_ranked_right"]
        counts = f"{info['sentences']:,} | {info['tokens']:,}"
        lines.append(f"| {lang} | {size:.2f} | {counts} | {right:.1f} % | {info.get('calibrated_on', '')} |")
    return "\n".join([*lines, ""])


def _origins(infos: dict[str, dict[str, Any]], data: Path) -> str:
    """Every origin with its licence as the manifests give it."""
    licences: dict[str, tuple[str, str]] = {}
    for manifest in (data / "mono" / "MANIFEST.md", data / "train" / "MANIFEST.md"):
        for line in manifest.read_text(encoding="utf-8").splitlines():
            cells = [cell.strip() for cell in line.strip("|").split("|")]
            if len(cells) >= 4 and re.fullmatch(r"[\w.-]+", cells[0]):
                licences.setdefault(cells[0], (cells[1], cells[2]))
    used: dict[str, set[str]] = {}
    for lang, info in infos.items():
        for origin in info["origins"]:
            used.setdefault(origin.removeprefix("parallel:"), set()).add(lang)
    lines = [
        "## Origins of the text",
        "",
        "Only human-written text; origins marked non-commercial, and PUD, were left out.",
    ]
    lines += ["", "| origin | repository | licence | languages |", "|---|---|---|---|"]
    for origin in sorted(used):
        where, licence = licences.get(origin, licences.get(f"par-{origin}", ("see the parallel manifest", "see there")))
        lines.append(f"| {origin} | {where} | {licence} | {' '.join(sorted(used[origin]))} |")
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    main()
