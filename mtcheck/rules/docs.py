"""The page `docs/rules.md`, made from the registry: `python -m mtcheck.rules.docs > docs/rules.md`.

The table of false alarms comes from `benchmarks/garble/false-alarms.json`, which is part of the repository but not
of the installed package; where it is missing, the page says so.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from mtcheck.rules.registry import FAMILIES, HEADINGS, Rule, Scope, all_rules, family_of

FALSE_ALARMS = Path(__file__).parents[2] / "benchmarks" / "garble" / "false-alarms.json"

_INTRODUCTION = """\
# The rules

This page is made from the registry (`python -m mtcheck.rules.docs`); the same text is printed by `mtcheck rule CODE`.
Every rule has a stable code, a category of the [MQM typology](https://themqm.org) and a severity. Flags are
suspicions with a place, not verdicts. Choose rules with `--select` and `--ignore`, by code, name or family prefix.
"""


def rules_markdown(false_alarms: Path = FALSE_ALARMS) -> str:
    """The whole page in Markdown, ending with a line end.

    Raises:
        ValueError: a rule's docstring lacks one of the four headings.
    """
    measured = json.loads(false_alarms.read_text(encoding="utf-8")) if false_alarms.is_file() else None
    order = list(FAMILIES)
    rules = sorted(all_rules(), key=lambda item: (order.index(family_of(item)), item.code))
    parts = [_INTRODUCTION, _table(rules, measured), _measured(measured)]
    family = ""
    for item in rules:
        if family_of(item) != family:
            family = family_of(item)
            parts.append(f"## {family.capitalize()}\n")
        parts.append(_page(item))
    return "\n".join(parts)


def _table(rules: list[Rule], measured: dict[str, Any] | None) -> str:
    lines = ["| code | name | severity | category | per 1,000 clean pairs |", "|---|---|---|---|---:|"]
    for item in rules:
        row = measured["by_rule"].get(item.code) if measured else None
        rate = f"{row['major'] + row['minor']:.2f}" if row else "not counted"
        lines.append(
            f"| [{item.code}](#{item.code.lower()}) | {item.name} | {_severities(item)} | {item.category} | {rate} |"
        )
    return "\n".join(lines) + "\n"


def _severities(item: Rule) -> str:
    others = [str(severity) for severity in item.severities if severity is not item.severity]
    return " or ".join([str(item.severity), *others])


def _measured(measured: dict[str, Any] | None) -> str:
    if measured is None:
        return "## False alarms\n\nNot counted yet (`python -m benchmarks.garble.false_alarms`).\n"
    overall, budget = measured["overall"], measured["budget_major_per_1000"]
    lines = [
        "## False alarms\n",
        f"Flags on {measured['n_pairs']:,} clean pairs of human translation, each taken in both directions (origins: "
        f"{', '.join(measured['origins'])}; counted by `python -m benchmarks.garble.false_alarms`).",
        "Some are real slips of",
        "the translators; all are counted. Not counted are rules that only an aligned document or a glossary can set",
        "off; `benchmarks/align` and [glossary.md](glossary.md) have figures for most of those. Per 1,000 pairs, "
        "major or critical flags: "
        f"**{overall['major']:.2f}** (budget {budget['overall']:g}); minor flags: {overall['minor']:.2f}.\n",
        "| target language | pairs | major or critical | minor |",
        "|---|---:|---:|---:|",
    ]
    lines += [
        f"| {lang} | {row['n_pairs']:,} | {row['major']:.2f} | {row['minor']:.2f} |"
        for lang, row in measured["by_language"].items()
    ]
    return "\n".join(lines) + "\n"


def _page(item: Rule) -> str:
    summary, sections = _sections(item)
    facts = [f"`{item.name}`", _severities(item), item.category, f"since {item.since}"]
    facts += ["looks at whole documents"] if item.scope is Scope.DOCUMENT else []
    facts += [] if item.needs_source else ["works without a source"]
    facts += ["preview"] if item.preview else []
    lines = [f"### {item.code}\n", f"{' · '.join(facts)}\n", f"{summary}\n"]
    lines += [f"- **{heading}:** {text}" for heading, text in sections.items()]
    return "\n".join(lines) + "\n"


def _sections(item: Rule) -> tuple[str, dict[str, str]]:
    """The docstring's first paragraphs, and the text under each heading."""
    summary: list[str] = []
    sections: dict[str, list[str]] = {}
    for line in item.doc.splitlines():
        heading = next((h for h in HEADINGS if line.startswith(f"{h}:")), None)
        if heading:
            sections[heading] = [line.removeprefix(f"{heading}:").strip()]
        elif sections:
            sections[list(sections)[-1]].append(line.strip())
        else:
            summary.append(line.strip())
    if list(sections) != list(HEADINGS):
        raise ValueError(f"{item.code}: headings {list(sections)}, expected {list(HEADINGS)}")
    return " ".join(filter(None, summary)), {h: " ".join(filter(None, text)) for h, text in sections.items()}


if __name__ == "__main__":
    print(rules_markdown(), end="")
