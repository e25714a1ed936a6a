"""Which languages a run expects: as given, else detected, with a note on whatever contradicts."""

from __future__ import annotations

from dataclasses import dataclass, replace

from mtcheck.config import Config
from mtcheck.data import LanguageGuess
from mtcheck.identify import identify_document
from mtcheck.languages import base_tag, is_supported, language_name, normalise_tag

SURE = 0.9  # a detector this sure contradicts a declared language aloud


@dataclass(frozen=True, slots=True, kw_only=True)
class Languages:
    """The expected languages of a run and whether each was given or detected."""

    source: str | None
    target: str | None
    source_origin: str = "given"
    target_origin: str = "given"
    source_guess: LanguageGuess | None = None  # what the texts look like, whatever was given
    target_guess: LanguageGuess | None = None
    notes: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.source or 'und'}-{self.target or 'und'}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """The language of one side: the tag in force, where it comes from, what the text looks like."""

    lang: str | None
    origin: str  # "given" or "detected"
    guess: LanguageGuess  # what the text looks like
    notes: tuple[str, ...] = ()


def settle_languages(source_text: str, target_text: str, config: Config) -> Languages:
    """The expected languages: as configured, else detected; with a note on what contradicts."""
    source = settle(source_text, config.source_lang, "source")
    target = settle(target_text, config.target_lang, "target")
    notes = [*source.notes, *target.notes]
    if source.lang is not None and source.lang == target.lang:
        notes.append(f"source and target are both in {language_name(source.lang)}")
    elif config.source_lang and config.target_lang and _crossed(source, target):
        notes = [
            f"source and target look swapped: the source seems to be {language_name(target.lang or '')} "
            f"and the target {language_name(source.lang or '')}; give the two files the other way round"
        ]
    return Languages(
        source=source.lang,
        target=target.lang,
        source_origin=source.origin,
        target_origin=target.origin,
        source_guess=source.guess,
        target_guess=target.guess,
        notes=tuple(notes),
    )


def _crossed(source: Settled, target: Settled) -> bool:
    """Whether each text looks like the language of the other."""
    declared, found = (source.lang, target.lang), (source.guess.lang, target.guess.lang)
    if None in (*declared, *found):
        return False
    left, right = ([base_tag(tag or "") for tag in pair] for pair in (declared, found))
    return left == right[::-1]


def settle(text: str, given: str | None, side: str) -> Settled:
    """The language of one side's text; `side` names it in notes.

    Raises:
        ConfigError: `given` is not a language tag.
    """
    expected = normalise_tag(given) if given else None
    guess = identify_document(text, expected=expected)
    if expected is None:
        notes: tuple[str, ...] = ()
        if guess.lang is None:
            reason = f" ({guess.reason})" if guess.reason else ""
            notes = (f"the language of the {side} cannot be told{reason}; say it with --{side}-lang",)
        elif not is_supported(guess.lang):
            notes = (_unsupported(side, guess.lang),)
        return Settled(lang=guess.lang, origin="detected", guess=guess, notes=notes)
    notes = ()
    if not is_supported(expected):
        notes = (_unsupported(side, expected),)
    elif guess.lang is not None and base_tag(guess.lang) != base_tag(expected) and guess.confidence >= SURE:
        found = language_name(guess.lang)
        notes = (f"the {side} was declared {language_name(expected)} but looks like {found}",)
    return Settled(lang=expected, origin="given", guess=guess, notes=notes)


def _unsupported(side: str, lang: str) -> str:
    return f"the {side} is in {language_name(lang)} ({lang}), which is not supported: scores are unreliable"


def with_languages(config: Config | None, source_lang: str | None, target_lang: str | None) -> Config:
    """The configuration (or the default) with the languages that were given."""
    config = config or Config()
    return replace(config, source_lang=source_lang or config.source_lang, target_lang=target_lang or config.target_lang)
