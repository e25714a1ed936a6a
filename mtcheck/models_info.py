"""What models are at hand: for `mtcheck models`."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources
from pathlib import Path

from mtcheck.encode import load_encoder
from mtcheck.fluency import load_fluency
from mtcheck.languages import SUPPORTED, language_name


def describe_models() -> Iterator[str]:
    """Lines of text: each embedded model with its size and revision, then what each language can expect."""
    encoder, fluency = load_encoder(), load_fluency()
    folder = Path(str(resources.files("mtcheck"))) / "models"
    yield f"encoder   {encoder.signature}   {_megabytes(folder / 'static-v1'):.1f} MB   {encoder.dim} dimensions"
    yield f"fluency   {fluency.signature}   {_megabytes(folder / 'fluency-v1'):.1f} MB"
    yield f"quality   quality-v1   {_megabytes(folder / 'quality-v1'):.1f} MB   agreement with human judges"
    yield f"critic    critic-v1   {_megabytes(folder / 'critic-v1'):.1f} MB   for --deep (pip install 'mtcheck[deep]')"
    yield f"lexicon   lexicon-v1   {_megabytes(folder / 'lexicon-v1'):.1f} MB   word translations, read by quality"
    yield f"Licences, training data and figures: model-card.md in each folder of {folder}"
    yield ""
    yield f"{'language':24} {'meaning':8} fluency"
    strength = getattr(encoder, "strength", None)
    for tag in sorted(SUPPORTED):
        strong = strength(tag) if strength else "unknown"
        yield f"{tag + ' ' + language_name(tag):24} {strong:8} {'yes' if fluency.supports(tag) else 'no'}"
    yield ""
    yield "Another encoder: --encoder takes any sentence-transformers model (pip install mtcheck[neural])."


def _megabytes(folder: Path) -> float:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6
