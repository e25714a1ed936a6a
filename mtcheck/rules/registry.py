"""The registry: a rule yields where and what; code, name, category, severity and message are added here.

A rule is a pure function without files, network or state. Two shapes exist:

* `Scope.PAIR`: `f(pair: Pair) -> Iterable[Hit]`;
* `Scope.DOCUMENT`: `f(pairs: Sequence[Pair]) -> Iterable[tuple[int, Hit]]`, where the integer is the position in
  `pairs` of the pair that the hit lies in (repeats, headers, consistency).

Categories are paths of the MQM typology (https://themqm.org), lower case with hyphens.
"""

from __future__ import annotations

import hashlib
import importlib
import inspect
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from itertools import chain
from typing import Any

from mtcheck.config import text_pattern
from mtcheck.data import Flag, Hit, Pair, Severity, Side
from mtcheck.errors import ConfigError
from mtcheck.rules.facts.batch import Facts, Gate, batches
from mtcheck.rules.ignored import IgnoredTexts
from mtcheck.rules.words import views

#: The families, by the heading of their pages, and their modules; importing a module registers its rules. The order is
#: that of `mtcheck rules`, and of the rules that a signature names.
FAMILIES: Mapping[str, Sequence[str]] = {
    "markup": (
        "markup.tags",
        "markup.code",
        "markup.parameters",
        "markup.placeholders",
        "markup.encoded",
        "markup.unclosed",
        "markup.engines",
    ),
    "breakage": (
        "breakage.glued",
        "breakage.torn",
        "breakage.capitals",
        "breakage.cut_ends",
        "breakage.repeats",
    ),
    "headings": ("structure.headings",),
    "characters": ("breakage.characters",),
    "punctuation": (
        "punctuation.quotes",
        "punctuation.dashes",
        "punctuation.doubled",
        "punctuation.inverted",
        "punctuation.widths",
        "punctuation.ends",
        "punctuation.customs",
    ),
    "signs": ("punctuation.signs",),
    "language": (
        "language.untranslated",
        "language.alphabets",
        "language.abbreviations",
        "language.transliterated",
        "language.stray_scripts",
        "language.surnames",
        "language.third_language",
        "language.copied",
    ),
    "numbers": (
        "numbers.mismatch",
        "numbers.notation",
        "numbers.units",
        "numbers.dates",
        "numbers.lost",
        "numbers.in_words",
    ),
    "digits": ("numbers.digits",),
    "ordinals": ("numbers.ordinals",),
    "quantities": ("numbers.quantities",),
    "amounts": ("numbers.amounts",),
    "times": ("numbers.times",),
    "names": (
        "names.changed",
        "names.spelled_two_ways",
    ),
    "altered_names": ("names.altered_names",),
    "full_names": ("names.full_names",),
    "han_names": ("names.han_names",),
    "swapped_names": ("names.swapped_names",),
    "structure": (
        "structure.segments",
        "structure.furniture",
        "structure.headlines",
        "structure.repeats",
        "structure.parts",
        "structure.navigation",
    ),
    "debris": ("structure.debris",),
    "consistency": ("terms.consistency",),
    "glossary": ("terms.glossary",),
    "meaning": (
        "meaning.denials",
        "meaning.questions",
        "meaning.opposites",
        "meaning.dropped",
        "meaning.contraries",
    ),
    "misreadings": ("meaning.misreadings",),
    "acronyms": ("names.acronyms",),
    "contacts": ("names.contacts",),
}

#: The dimensions of MQM's top level that rules may use, with the subtypes in use here.
MQM_ROOTS = ("accuracy", "fluency", "terminology", "style", "locale-convention", "design", "verity")

HEADINGS = ("Why", "Flags", "Passes", "Limits")


class Scope(StrEnum):
    """What a rule looks at."""

    PAIR = "pair"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One entry of the catalogue."""

    code: str  # three letters of the family, three digits, never reused
    name: str  # the problem, in kebab case
    category: str
    severity: Severity
    severities: tuple[Severity, ...]  # every severity that a hit may carry; includes `severity`
    message: str  # a template; `{detail}` is the hit's, `{text}` the flagged text
    scope: Scope
    needs_source: bool  # False: also meaningful for a target alone (`mtcheck lint`)
    preview: bool  # True until its false alarms have been counted on a corpus
    since: str
    function: Callable[..., Iterable[Any]] = field(repr=False)
    gate: Gate | None = field(default=None, repr=False)  # which pairs of a batch the function has to see

    @property
    def doc(self) -> str:
        """The page: the rule's docstring, unindented."""
        return inspect.getdoc(self.function) or ""


_PACKAGE = __name__.rpartition(".")[0]
_RULES: dict[str, Rule] = {}


def rule(
    code: str,
    name: str,
    *,
    category: str,
    severity: Severity,
    message: str,
    also: Sequence[Severity] = (),
    scope: Scope = Scope.PAIR,
    needs_source: bool = True,
    preview: bool = False,
    since: str = "0.1",
    gate: Gate | None = None,
) -> Callable[[Callable[..., Iterable[Any]]], Callable[..., Iterable[Any]]]:
    """Register a rule. `also` names further severities that its hits may carry; the rest is as in `Rule`.

    `gate`, for rules of pairs, must hold for every pair that the rule has a hit in (see `facts.batch`).

    Raises:
        ValueError: at import time, when the code or name is malformed or taken.
    """

    def register(function: Callable[..., Iterable[Any]]) -> Callable[..., Iterable[Any]]:
        if not re.fullmatch(r"[A-Z]{3}\d{3}", code) or not re.fullmatch(r"[a-z]+(-[a-z]+)*", name):
            raise ValueError(f"rule {code} {name}: expected a code like ABC123 and a kebab-case name")
        if code in _RULES or any(name == other.name for other in _RULES.values()):
            raise ValueError(f"rule {code} {name}: code or name is taken")
        _RULES[code] = Rule(
            code=code,
            name=name,
            category=category,
            severity=severity,
            severities=(severity, *also),
            message=message,
            scope=scope,
            needs_source=needs_source,
            preview=preview,
            since=since,
            function=function,
            gate=gate,
        )
        return function

    return register


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, in the order of `FAMILIES` and, within a module, as they stand there."""
    order = {f"{_PACKAGE}.{name}": n for n, name in enumerate(chain.from_iterable(FAMILIES.values()))}
    for module in order:
        importlib.import_module(module)
    return tuple(sorted(_RULES.values(), key=lambda item: order.get(item.function.__module__, len(order))))


def family_of(item: Rule) -> str:
    """The family of a rule, one of `FAMILIES`."""
    module = item.function.__module__.removeprefix(f"{_PACKAGE}.")
    return next(family for family, modules in FAMILIES.items() if module in modules)


def get_rule(key: str) -> Rule:
    """The rule with this code or name.

    Raises:
        ConfigError: there is none; the message names the nearest.
    """
    for found in all_rules():
        if key.upper() == found.code or key == found.name:
            return found
    from rapidfuzz import process

    choices = [text for found in all_rules() for text in (found.code, found.name)]
    nearest = process.extractOne(key, choices)
    hint = f"; did you mean {nearest[0]}?" if nearest else ""
    raise ConfigError(f"no rule is called {key!r}{hint} `mtcheck rules` lists them all.")


class RuleSet:
    """The rules in force for a run: selection, severities, and the loop that turns hits into flags."""

    def __init__(
        self,
        *,
        select: Sequence[str] = (),
        ignore: Sequence[str] = (),
        severities: dict[str, Severity] | None = None,
        with_source: bool = True,
        ignore_text: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        """Choose rules by code, name or family prefix (`MRK`); empty `select` means all.

        `ignore_text` has, by the same selectors and `"*"`, texts and /regexes/: a flag within one of them is dropped.

        Raises:
            ConfigError: a selector matches no rule, or a regular expression is broken.
        """
        chosen = {r.code for key in select for r in _matching(key)} if select else {r.code for r in all_rules()}
        chosen -= {r.code for key in ignore for r in _matching(key)}
        self._severities = {get_rule(key).code: value for key, value in (severities or {}).items()}
        self._ignored = IgnoredTexts(ignore_text or {}, lambda key: [r.code for r in _matching(key)], text_pattern)
        self.rules = tuple(r for r in all_rules() if r.code in chosen and (with_source or not r.needs_source))
        self._of_pairs = tuple(r for r in self.rules if r.scope is Scope.PAIR)
        self._of_documents = tuple(r for r in self.rules if r.scope is Scope.DOCUMENT)

    @property
    def signature(self) -> str:
        """Names the selection: `all` or the codes in force, with changed severities and a digest of ignored texts."""
        codes = "all" if len(self.rules) == len(all_rules()) else "+".join(r.code for r in self.rules) or "none"
        changed = ",".join(f"{code}={severity}" for code, severity in sorted(self._severities.items()))
        if self._ignored:
            changed = f"{changed};" if changed else ""
            changed += f"ignore-text={hashlib.sha256(str(self._ignored).encode()).hexdigest()[:8]}"
        return f"{codes}({changed})" if changed else codes

    def check(self, pairs: Sequence[Pair]) -> list[list[Flag]]:
        """`result[i]`: the flags of `pairs[i]`, sorted by side and place, offsets within the pair's own texts.

        Document-scope rules see exactly the pairs given: a whole document, or a batch of a stream.
        """
        found: list[list[Flag]] = [[] for _ in pairs]
        try:
            for first, some in batches(pairs):
                self._check_pairs(some, found[first : first + len(some)])
            for item in self._of_documents:
                for position, hit in item.function(pairs):
                    found[position].append(self._flag(item, hit, pairs[position]))
            if self._ignored:
                found = [self._ignored.kept(own, pair) if own else own for own, pair in zip(found, pairs, strict=True)]
        finally:
            views.forget()
        for flags in found:
            if len(flags) > 1:
                flags.sort(key=lambda flag: (flag.side, flag.start, flag.end, flag.rule))
        return found

    def _check_pairs(self, pairs: Sequence[Pair], found: Sequence[list[Flag]]) -> None:
        """Add to `found[i]` the flags that rules of pairs have for `pairs[i]`."""
        views.forget()
        facts = Facts(pairs)
        # Rule by rule: a rule's tables stay in the processor's cache, which makes it a fifth faster than pair by pair.
        for item in self._of_pairs:
            function = item.function
            for at in facts.chosen(item.gate):
                pair = pairs[at]
                for hit in function(pair):
                    found[at].append(self._flag(item, hit, pair))
        facts.forget()

    def _flag(self, item: Rule, hit: Hit, pair: Pair) -> Flag:
        whole = pair.source if hit.side is Side.SOURCE else pair.target
        if not 0 <= hit.start <= hit.end <= len(whole):
            raise ValueError(f"{item.code}: span {hit.start}:{hit.end} outside a text of {len(whole)}")
        severity = hit.severity if hit.severity is not None else item.severity
        if severity not in item.severities:
            raise ValueError(f"{item.code}: undeclared severity {severity}")
        text = whole[hit.start : hit.end]
        return Flag(
            rule=item.code,
            name=item.name,
            category=item.category,
            severity=self._severities.get(item.code, severity),
            side=hit.side,
            start=hit.start,
            end=hit.end,
            text=text,
            message=item.message.format(detail=hit.detail, text=_shorten(text)),
            suggestion=hit.suggestion,
        )


def _matching(key: str) -> list[Rule]:
    prefixed = [r for r in all_rules() if re.fullmatch(r"[A-Z]{1,3}\d{0,2}", key) and r.code.startswith(key)]
    return prefixed or [get_rule(key)]


def _shorten(text: str, limit: int = 60) -> str:
    return text if len(text) <= limit else text[: limit - 1] + "…"
