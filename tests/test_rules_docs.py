"""The generated page of the rules is complete and current."""

from __future__ import annotations

from pathlib import Path

from mtcheck.rules.docs import rules_markdown
from mtcheck.rules.registry import all_rules

PAGE = Path(__file__).parents[1] / "docs" / "rules.md"


def test_docs_are_current() -> None:
    current = PAGE.read_text(encoding="utf-8") == rules_markdown()
    assert current, "run: python -m mtcheck.rules.docs > docs/rules.md"


def test_every_rule_has_a_section() -> None:
    page = rules_markdown()
    for item in all_rules():
        assert f"### {item.code}\n" in page
        assert item.name in page


def test_page_without_a_count_says_so(tmp_path: Path) -> None:
    page = rules_markdown(tmp_path / "missing.json")
    assert "Not counted yet" in page
    assert "not counted |" in page
