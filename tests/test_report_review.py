"""Decisions on findings: ids that last, files that come back, and the page that shows them."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
import report_samples as samples

from mtcheck.errors import InputError
from mtcheck.report import review, to_html
from mtcheck.report.review import Decision, Remark, Review, finding_ids, loads_review


def saved(*remarks: Remark) -> str:
    made = [{"id": r.id, "decision": str(r.decision), "comment": r.comment} for r in remarks]
    return json.dumps({"schema": review.SCHEMA, "target": "article.en.txt", "remarks": made})


def test_every_finding_has_its_own_id() -> None:
    ids = [name for own in finding_ids(samples.large(2_000).segments) for name in own]
    assert len(ids) == len(set(ids)) > 1_000


def test_an_id_outlives_edits_elsewhere_and_a_move_in_the_file() -> None:
    report = samples.news()
    before = finding_ids(report.segments)
    moved = [
        replace(s, flags=tuple(replace(f, message="In other words.") for f in s.flags)) for s in report.segments[2:]
    ]
    assert finding_ids(moved) == before[2:]
    segment = report.segments[2]
    longer = replace(
        segment,
        target="Yes. " * 9 + segment.target,
        flags=tuple(
            replace(flag, start=flag.start + 45, end=flag.end + 45) if flag.side == "target" else flag
            for flag in segment.flags
        ),
    )
    assert finding_ids([longer]) == finding_ids([segment])


def test_equal_findings_are_told_apart_by_their_order() -> None:
    segment = samples.news().segments[2]
    first, second = finding_ids([segment, segment])
    assert set(first).isdisjoint(second)


def test_another_text_or_rule_is_another_finding() -> None:
    segment = samples.news().segments[2]
    other = replace(segment, flags=tuple(replace(flag, rule="NUM002") for flag in segment.flags))
    assert set(finding_ids([segment])[0]).isdisjoint(finding_ids([other])[0])


def test_a_saved_review_comes_back() -> None:
    remark = Remark(id="a" * 12, decision=Decision.OPEN, comment="ask the author")
    assert loads_review(saved(remark)) == Review(target="article.en.txt", remarks=(remark,))


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        ("", "not JSON"),
        ("{}", "not an mtcheck review"),
        (samples.clean().to_json(), "found 'mtcheck/1'"),
        ('{"schema": "mtcheck-review/1", "target": "x", "remarks": {}}', "remarks: expected a list"),
        ('{"schema": "mtcheck-review/1", "target": "x", "remarks": [{"id": "a", "decision": "maybe"}]}', "decision"),
    ],
)
def test_a_broken_review_is_one_clear_error(raw: str, message: str) -> None:
    with pytest.raises(InputError, match=r"^x\.json") as caught:
        loads_review(raw, name="x.json")
    assert message in str(caught.value)


def test_the_page_carries_earlier_decisions_and_cannot_be_broken_by_them() -> None:
    report = samples.news()
    name = finding_ids(report.segments)[2][0]
    remark = Remark(id=name, decision=Decision.DISMISSED, comment="</script><script>alert(1)</script>")
    html = to_html.render(report, rule_docs={}, review=Review(target="x", remarks=(remark,)))
    assert f'data-i="{name}"' in html
    assert "<script>alert" not in html
    assert f'"{name}":' in html
