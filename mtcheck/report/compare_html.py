"""Comparison -> one self-contained HTML page, made like a report's and worked by the same script."""

from __future__ import annotations

from collections.abc import Mapping

from mtcheck.compare import Comparison
from mtcheck.report.compare_view import page_view, row_views
from mtcheck.report.to_html import PLAIN_LIMIT, assemble, environment


def render(
    comparison: Comparison, *, rule_docs: Mapping[str, str] | None = None, plain_limit: int = PLAIN_LIMIT
) -> str:
    """The page; `rule_docs` maps rule codes to their pages, left out they are the installed rules' own."""
    docs = _docs(comparison) if rule_docs is None else rule_docs
    rows = environment().get_template("compare_row.html.j2").module.row  # type: ignore[attr-defined]
    made = (str(rows(view)) for view in row_views(comparison, docs))
    page = page_view(comparison, docs)
    return assemble("compare.html.j2", page, made, plain_limit=plain_limit, styles=("style.css", "compare.css"))


def _docs(comparison: Comparison) -> dict[str, str]:
    from mtcheck.rules.registry import all_rules

    codes = {flag.rule for system in comparison.systems for s in system.report.segments for flag in s.flags}
    return {rule.code: rule.doc for rule in all_rules() if rule.code in codes}
