"""The glossary that a user gives: terms missing, miswritten or rendered in two ways, and words it forbids."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from mtcheck.data import Hit, Pair, Severity, Side, Term, TermUse
from mtcheck.inflection import fold, is_form
from mtcheck.rules.registry import Scope, rule
from mtcheck.rules.text import hit
from mtcheck.rules.words.lexicon import languages_of
from mtcheck.term_match import TermIndex, find_widely, has_exactly, is_written_otherwise

#: Below this confidence the two sides may not belong together, so a missing term says nothing.
_ALIGNED = 0.5


@rule(
    "TRM001",
    "term-not-used",
    category="terminology/inconsistent-with-terminology-resource",
    severity=Severity.MINOR,
    message="The glossary has {detail} for “{text}”; the translation has no form of it.",
    gate=lambda facts: facts.have_terms,
)
def term_not_used(pair: Pair) -> Iterator[Hit]:
    """A term of the source stands without the translation that the glossary gives it.

    Why: whoever keeps a glossary has settled how these terms are called.
    Flags: glossary "ship = Schiff": en "The ship left" / de "Das Boot legte ab"
    Passes: glossary "ship = Schiff": en "The ships left" / de "Die Schiffe legten ab"
    Passes: glossary "climate change = Klimawandel": en "on climate change" / de "auf der Klimawandelkonferenz"
    Limits: needs `--glossary`. Inflected forms count on both sides (Snowball stemmers, else beginnings of words); of
        overlapping terms only the longest; a term is flagged once a segment. Any word that begins like the translation
        is taken for it, so a near-synonym of the same root passes. A pronoun in place of the term is flagged.
    """
    if not pair.terms:
        return
    lang = languages_of(pair)[1]
    for use in _terms(pair):
        if use.term.targets == (use.term.source,) or not use.term.targets or _forbidden(pair, use.term):
            continue
        if not any(_is_there(pair, use, target, lang) for target in use.term.targets):
            wanted = " or ".join(f"“{target}”" for target in use.term.targets[:3])
            yield hit(use.start, use.end, wanted, side=Side.SOURCE, suggestion=use.term.targets[0])


@rule(
    "TRM002",
    "term-forbidden",
    category="terminology/inconsistent-with-terminology-resource",
    severity=Severity.MAJOR,
    message="The glossary forbids “{text}”{detail}.",
    needs_source=False,
    gate=lambda facts: facts.have_terms,
)
def term_forbidden(pair: Pair) -> Iterator[Hit]:
    """The target has a word that the glossary forbids: for a term of the source, or everywhere.

    Why: deprecated, banned or misleading terms are in a glossary because they keep coming back.
    Flags: glossary "ship ≠ Kahn": en "The ship left" / de "Der Kahn legte ab"
    Passes: glossary "ship ≠ Kahn": en "The barge left" / de "Der Kahn legte ab"
    Limits: needs `--glossary`. Inflected forms count, parts of longer words do not. Without a source (`mtcheck lint`)
        only what is forbidden everywhere is looked for.
    """
    seen = set()
    for use in pair.terms:
        if use.side is Side.TARGET:
            yield hit(use.start, use.end)
        elif use.term.forbidden and use.term not in seen:
            seen.add(use.term)
            for start, end in _forbidden(pair, use.term):
                wanted = use.term.targets[0] if use.term.targets else None
                yield hit(start, end, f" for “{use.term.source}”", suggestion=wanted)


@rule(
    "TRM003",
    "kept-term-changed",
    category="terminology/inconsistent-with-terminology-resource",
    severity=Severity.MAJOR,
    message="The glossary keeps “{text}” as it is; the translation does not have it.",
    gate=lambda facts: facts.have_terms,
)
def kept_term_changed(pair: Pair) -> Iterator[Hit]:
    """A term that is not to be translated is missing from the target.

    Why: names of products, brands and commands have to be found again as they are.
    Flags: glossary "Linux = Linux": en "runs on Linux" / ru "работает на Линуксе"
    Passes: glossary "Linux = Linux": en "runs on Linux" / fi "toimii Linuxissa"
    Limits: needs `--glossary`. Letters and capitals must be those of the glossary; endings may follow.
    """
    for use in _terms(pair):
        if use.term.targets == (use.term.source,) and not has_exactly(pair.target, use.term.source):
            yield hit(use.start, use.end, side=Side.SOURCE, suggestion=use.term.source)


@rule(
    "TRM004",
    "term-miswritten",
    category="terminology/inconsistent-with-terminology-resource",
    severity=Severity.MINOR,
    message="The glossary writes “{detail}”.",
    gate=lambda facts: facts.have_terms,
)
def term_miswritten(pair: Pair) -> Iterator[Hit]:
    """The translation of a term breaks the capitals that are a part of it.

    Why: names of products and abbreviations are written in one way.
    Flags: glossary "phone = iPhone": de "Telefon" / en "an Iphone"
    Passes: glossary "phone = iPhone": de "Telefone" / en "two iPhones"
    Limits: needs `--glossary`. Only terms with a capital beyond the first letter; texts all in capitals are left alone.
    """
    if not pair.terms:
        return
    lang = languages_of(pair)[1]
    for use in _terms(pair):
        for target in use.term.targets:
            span = find_widely(pair.target, target, lang)
            if (
                span
                and is_written_otherwise(pair.target[slice(*span)], target)
                and not has_exactly(pair.target, target)
            ):
                yield hit(*span, target, suggestion=target)


@rule(
    "TRM005",
    "term-rendered-two-ways",
    category="terminology/inconsistent-use",
    severity=Severity.MINOR,
    message="The same term is “{detail}” elsewhere in this text.",
    scope=Scope.DOCUMENT,
)
def term_rendered_two_ways(pairs: Sequence[Pair]) -> Iterator[tuple[int, Hit]]:
    """A term with several translations in the glossary is rendered by more than one of them in a document.

    Why: each is right, but readers take two words for two things.
    Flags: glossary "keel = Kiel | Schiffsboden": both in one text
    Passes: glossary "keel = Kiel | Schiffsboden": one of them throughout
    Limits: needs `--glossary`. The rarer rendering is flagged, the later one where both are equally frequent; one that
        contains the other counts as the same.
    """
    found: dict[Term, dict[str, list[tuple[int, tuple[int, int]]]]] = {}
    for position, pair in enumerate(pairs):
        lang = languages_of(pair)[1]
        for use in _terms(pair):
            spans = {target: find_widely(pair.target, target, lang) for target in use.term.targets}
            here = [(target, span) for target, span in spans.items() if span is not None]
            if len(here) == 1:
                target, span = here[0]
                found.setdefault(use.term, {}).setdefault(target, []).append((position, span))
    for renderings in found.values():
        if len(renderings) < 2:
            continue
        usual = max(renderings, key=lambda target: (len(renderings[target]), -renderings[target][0][0]))
        for target, places in renderings.items():
            if target not in usual and usual not in target:
                for position, span in places:
                    yield position, hit(*span, usual, suggestion=usual)


def _is_there(pair: Pair, use: TermUse, target: str, lang: str) -> bool:
    """Whether the target has a translation of a term, and not just the source's own word that looks like it."""
    span = find_widely(pair.target, target, lang)
    if span is None:
        return False
    found, here = fold(pair.target[slice(*span)]), fold(pair.source[use.start : use.end])
    return found != here or found == fold(target) or is_form(found, fold(target), lang)


def _terms(pair: Pair) -> Iterator[TermUse]:
    """The first use of each source term, where the two sides belong together."""
    if not pair.terms or not pair.target.strip():
        return
    if pair.alignment_confidence is not None and pair.alignment_confidence < _ALIGNED:
        return
    seen = set()
    for use in pair.terms:
        if use.side is Side.SOURCE and use.term not in seen:
            seen.add(use.term)
            yield use


def _forbidden(pair: Pair, term: Term) -> list[tuple[int, int]]:
    """Where the target has words that are forbidden for a term and no part of a translation that it allows."""
    if not term.forbidden:
        return []
    return [(start, end) for start, end, bad in _words_for(term, languages_of(pair)[1]).find(pair.target) if bad]


@lru_cache(maxsize=1024)
def _words_for(term: Term, lang: str) -> TermIndex[bool]:
    """What a term may become, and with True what it must not: the longer of two that overlap counts."""
    return TermIndex([*((word, False) for word in term.targets), *((word, True) for word in term.forbidden)], lang)
