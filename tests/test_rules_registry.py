"""Walks the registry: every rule has its page, its category, its cases; every case in tests/cases holds.

The format of a case file, `tests/cases/CODE.toml`:

    [[case]]
    label = "negative: only the thousands mark differs"
    langs = "en-fi"               # source-target; "zh-Hant>en" where a tag has a hyphen; "?-en": source unknown
    source = "3,000 people"
    target = "3 000 ihmistä"
    hits = []                     # else the exact text of each flagged span: source side first, then by place
    origin = "synthetic"          # or where it was found, or the issue it came from

Optional keys: `kind = "known-miss"` (a strict expected failure), `severity`, `side` and `suggestion` (must hold
for every flag of the case), `source_kinds`/`target_kinds` (segment kinds of the lines of a side, for rules that
look at segments), `source_guess`/`target_guess` (a BCP 47 tag: what the text itself looks like), `similarity`,
`unmatched` (parts of either side that nothing on the other matches), `seams` (kind and all that stands before the
wrong sentence boundary).
`glossary` holds rows of source, target and forbidden words (several parted by `|`), as a glossary file does.
A case for a document-scope rule has `pairs = [["source", "target"], ...]` in place of `source` and `target`.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtcheck.data import Flag, LanguageGuess, Pair, Segment, SegmentKind, Side, Term
from mtcheck.rules.registry import FAMILIES, HEADINGS, MQM_ROOTS, Rule, RuleSet, Scope, all_rules, family_of, get_rule
from mtcheck.terms import Glossary

CASES = Path(__file__).parent / "cases"
KEYS = {
    *(
        "label",
        "langs",
        "source",
        "target",
        "pairs",
        "hits",
        "origin",
        "kind",
        "severity",
        "side",
        "suggestion",
    ),
    *("glossary", "source_kinds", "target_kinds", "source_guess", "target_guess", "similarity", "unmatched", "seams"),
}


def _load() -> list[tuple[str, dict[str, Any]]]:
    found: list[tuple[str, dict[str, Any]]] = []
    for path in sorted(CASES.glob("*.toml")):
        cases = tomllib.loads(path.read_text(encoding="utf-8"))["case"]
        found.extend((path.stem, case) for case in cases)
    return found


def _segments(text: str, kinds: list[str]) -> tuple[Segment, ...]:
    """One segment a line; a pair's text is taken to start at offset 0 of its document."""
    lines, at = [], 0
    for index, (line, kind) in enumerate(zip(text.split("\n"), kinds, strict=True)):
        lines.append(
            Segment(index=index, text=line, start=at, end=at + len(line), line=index + 1, kind=SegmentKind(kind))
        )
        at += len(line) + 1
    return tuple(lines)


def _guess(tag: str | None) -> LanguageGuess | None:
    return LanguageGuess(lang=tag, confidence=0.99) if tag else None


def _unmatched(text: str, source: str, target: str) -> tuple[Side, int, int]:
    side, whole = (Side.SOURCE, source) if text in source else (Side.TARGET, target)
    start = whole.index(text)
    return side, start, start + len(text)


def _seam(kind: str, before: str, source: str) -> tuple[Side, int, str]:
    return Side.SOURCE if source.startswith(before) else Side.TARGET, len(before), kind


def _terms(rows: list[list[str]]) -> list[Term]:
    return [
        Term(source=source, targets=_parts(targets), forbidden=_parts(forbidden)) for source, targets, forbidden in rows
    ]


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


def pairs_of(case: dict[str, Any]) -> list[Pair]:
    """The pairs that a case describes."""
    langs = case["langs"].split(">" if ">" in case["langs"] else "-")
    source_lang, target_lang = (None if tag == "?" else tag for tag in langs)
    texts = case.get("pairs") or [[case["source"], case["target"]]]
    glossary = Glossary(_terms(case.get("glossary", [])), source_lang, target_lang)
    return [
        Pair(
            index=index,
            source=source,
            target=target,
            source_lang=source_lang,
            target_lang=target_lang,
            source_guess=_guess(case.get("source_guess")),
            target_guess=_guess(case.get("target_guess")),
            source_segments=_segments(source, case.get("source_kinds", ["sentence"] * (source.count("\n") + 1))),
            target_segments=_segments(target, case.get("target_kinds", ["sentence"] * (target.count("\n") + 1))),
            similarity=case.get("similarity"),
            unmatched=tuple(_unmatched(text, source, target) for text in case.get("unmatched", [])),
            seams=tuple(_seam(kind, before, source) for kind, before in case.get("seams", [])),
            terms=glossary.uses(source, target),
        )
        for index, (source, target) in enumerate(texts)
    ]


def _parameters() -> list[Any]:
    made = []
    for number, (code, case) in enumerate(_load()):
        miss = case.get("kind") == "known-miss"
        marks = [pytest.mark.xfail(strict=True, reason="known miss")] if miss else []
        made.append(pytest.param(code, case, id=f"{code}-{number}-{case['label'][:50]}", marks=marks))
    return made


@pytest.mark.parametrize(("code", "case"), _parameters())
def test_case(code: str, case: dict[str, Any]) -> None:
    flags = [flag for found in RuleSet(select=[code]).check(pairs_of(case)) for flag in found]
    assert [flag.text for flag in flags] == case["hits"], case["label"]
    for flag in flags:
        _agrees(flag, case)


def _agrees(flag: Flag, case: dict[str, Any]) -> None:
    assert flag.message
    assert "{" not in flag.message.replace(flag.text, "") or "{" in flag.text
    if "severity" in case:
        assert str(flag.severity) == case["severity"]
    if "side" in case:
        assert str(flag.side) == case["side"]
    if "suggestion" in case:
        assert flag.suggestion == case["suggestion"]


def test_cases_are_well_formed() -> None:
    codes = {item.code for item in all_rules()}
    for code, case in _load():
        assert code in codes, f"{code}.toml: no such rule"
        assert set(case) <= KEYS, f"{code}: unknown keys {set(case) - KEYS}"
        assert {"label", "langs", "hits", "origin"} <= set(case), f"{code}: {case.get('label')}: a key is missing"
        assert ("pairs" in case) != ("source" in case), f"{code}: {case['label']}"


@pytest.mark.parametrize("item", all_rules(), ids=lambda item: item.code)
class TestRule:
    """What each entry of the catalogue must have."""

    def test_page(self, item: Rule) -> None:
        lines = item.doc.splitlines()
        assert lines[0].endswith("."), "the first line is a sentence"
        places = [next((n for n, text in enumerate(lines) if text.startswith(f"{h}:")), -1) for h in HEADINGS]
        assert -1 not in places, f"{item.code} lacks a heading: {dict(zip(HEADINGS, places, strict=True))}"
        assert places == sorted(places)

    def test_category(self, item: Rule) -> None:
        assert item.category.split("/")[0] in MQM_ROOTS
        assert item.category == item.category.lower()
        assert " " not in item.category

    def test_name_is_a_problem(self, item: Rule) -> None:
        assert not item.name.startswith(("check-", "no-", "keep-", "fix-", "avoid-"))
        assert item.severity in item.severities

    def test_cases(self, item: Rule) -> None:
        cases = [case for code, case in _load() if code == item.code and case.get("kind") != "known-miss"]
        flagged = [case for case in cases if case["hits"]]
        passed = [case for case in cases if not case["hits"]]
        assert flagged, f"tests/cases/{item.code}.toml has no flagged case"
        assert len(passed) >= len(flagged), f"{item.code}: {len(flagged)} flagged cases, {len(passed)} negatives"

    def test_scope_fits_cases(self, item: Rule) -> None:
        if item.scope is Scope.PAIR:
            assert not [case for code, case in _load() if code == item.code and "pairs" in case]


def test_codes_with_one_prefix_are_of_one_family() -> None:
    homes: dict[str, set[str]] = {}
    for item in all_rules():
        homes.setdefault(item.code[:3], set()).add(family_of(item))
    assert all(len(families) == 1 for families in homes.values()), homes
    assert {family for families in homes.values() for family in families} == set(FAMILIES)


_PIECES = st.sampled_from(
    [
        *(
            "<p",
            "/>",
            '" alt="',
            "://”",
            "»",
            "«",
            "„",
            "“",
            "”",
            "’",
            "&amp;",
            "&nbsp;",
            "{0}",
            "%s",
            "%20",
            "[/b]",
        ),
        *(
            "\\u0441",
            "\u200b",
            "\u00ad",
            "\ufffd",
            "\x00",
            "Ã©",
            "—",
            "- ",
            ",— ",
            "...",
            "?!",
            "¿",
            "(",
            ")",
            "1 234,5",
        ),
        *(
            "the the ",
            "Merkelwas ",
            "endThe ",
            "слово ",
            "и ",
            "word",
            "東京",
            "。",
            "，",
            "مرحبا",
            "12.5 %",
            "$5m",
        ),
        *(
            "\n",
            " ",
            "\u2028",
            "2019the",
            "a" * 30,
            "5 мая ",
            "IV",
            "e-mail@x.org",
            "https://x.org/?utm_source=a",
        ),
    ]
)


@given(
    source=st.lists(_PIECES | st.text(max_size=6), max_size=8).map("".join),
    target=st.lists(_PIECES | st.text(max_size=6), max_size=8).map("".join),
    langs=st.sampled_from(
        [("ru", "en"), ("en", "ru"), ("en", "de"), ("zh", "fr"), ("ar", "ja"), (None, None), ("x", "")]
    ),
)
@settings(max_examples=150, deadline=None)
def test_law_spans_lie_in_their_text_and_order_changes_nothing(
    source: str, target: str, langs: tuple[str | None, str | None]
) -> None:
    """Law: whatever the text, no rule fails, and a flag's text is the slice at its offsets; twice gives the same."""
    pair = Pair(index=0, source=source, target=target, source_lang=langs[0], target_lang=langs[1])
    rules = RuleSet()
    (flags,) = rules.check([pair])
    for flag in flags:
        assert flag.text == (source if flag.side == "source" else target)[flag.start : flag.end]
    assert rules.check([pair]) == [flags]


def test_get_rule_knows_codes_and_names() -> None:
    for item in all_rules():
        assert get_rule(item.code) is get_rule(item.name) is item
