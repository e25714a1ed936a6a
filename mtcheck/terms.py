"""A run's glossary: read from its files, indexed, and looked up in pairs before the rules see them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from mtcheck.data import Pair, Side, Term, TermUse
from mtcheck.errors import InputError
from mtcheck.languages import base_tag, language_name
from mtcheck.read_glossary import read_glossary
from mtcheck.term_match import TermIndex


class Glossary:
    """Terms for one direction."""

    def __init__(self, terms: Sequence[Term], source_lang: str | None, target_lang: str | None) -> None:
        self.terms = tuple(terms)
        source, target = (base_tag(lang) if lang else "" for lang in (source_lang, target_lang))
        self._source = TermIndex(((term.source, term) for term in terms if term.source), source)
        bare = [(word, term) for term in terms if not term.source for word in term.forbidden]
        self._target = TermIndex(bare, target)
        self._has_bare = bool(bare)

    @property
    def signature(self) -> str:
        """The number of terms and a digest of what they say: equal signatures find the same."""
        facts = "\n".join(f"{term.source}\t{term.targets}\t{term.forbidden}" for term in self.terms)
        return f"{len(self.terms)}@{hashlib.sha256(facts.encode()).hexdigest()[:8]}"

    def uses(self, source: str, target: str) -> tuple[TermUse, ...]:
        """The terms of the source, and the words of the target that are forbidden everywhere."""
        found = [
            TermUse(term=term, side=Side.SOURCE, start=start, end=end) for start, end, term in self._source.find(source)
        ]
        if self._has_bare:
            found += [
                TermUse(term=term, side=Side.TARGET, start=start, end=end)
                for start, end, term in self._target.find(target)
            ]
        return tuple(found)

    def with_uses(self, pairs: Sequence[Pair]) -> list[Pair]:
        """The pairs with `terms` filled in."""
        return [replace(pair, terms=self.uses(pair.source, pair.target)) for pair in pairs]


def load_glossary(paths: Sequence[str], source_lang: str | None, target_lang: str | None) -> Glossary | None:
    """The glossary of some files for a direction; None for no file. What was read last is kept.

    Raises:
        InputError: a file cannot be read, holds no term, or is for other languages.
    """
    if not paths:
        return None
    return _loaded(tuple((path, _changed(path)) for path in paths), source_lang, target_lang)


def _changed(path: str) -> int:
    try:
        return Path(path).stat().st_mtime_ns
    except OSError:
        return 0  # reading it says what is wrong


@lru_cache(maxsize=8)
def _loaded(files: tuple[tuple[str, int], ...], source_lang: str | None, target_lang: str | None) -> Glossary:
    terms = [term for path, _ in files for term in _read(path, source_lang, target_lang)]
    return Glossary(terms, source_lang, target_lang)


def _read(path: str, source_lang: str | None, target_lang: str | None) -> Sequence[Term]:
    terms = read_glossary(path, source_lang=source_lang, target_lang=target_lang)
    if _fits(terms[0].source_lang, source_lang) and _fits(terms[0].target_lang, target_lang):
        return terms
    bases = [base_tag(lang) if lang else None for lang in (source_lang, target_lang)]
    terms = read_glossary(path, source_lang=bases[0], target_lang=bases[1])
    if _fits(terms[0].source_lang, source_lang) and _fits(terms[0].target_lang, target_lang):
        return terms
    raise InputError(
        f"{path}: a glossary from {_name(terms[0].source_lang)} into {_name(terms[0].target_lang)}; expected one from "
        f"{_name(source_lang)} into {_name(target_lang)}. Say --source-lang and --target-lang if these are wrong."
    )


def _fits(own: str | None, wanted: str | None) -> bool:
    return own is None or wanted is None or base_tag(own) == base_tag(wanted)


def _name(lang: str | None) -> str:
    return language_name(lang) if lang else "any language"
