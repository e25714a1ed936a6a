"""The comparison's page in a real browser: rows, filters, keys, and no script of the text's own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import report_samples as samples
from report_browser import CHROMIUM, Browser, browser
from test_compare import merged, without_flags

from mtcheck.comparing import compare_reports
from mtcheck.report import compare_html

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed (Debian: apt-get install chromium)"),
]


@pytest.fixture(scope="module")
def tab() -> Iterator[Browser]:
    with browser() as opened:
        yield opened


@pytest.fixture
def page(tab: Browser, tmp_path: Path) -> Browser:
    before = merged(samples.news(), 0)
    after = without_flags(samples.news(), "NUM001", "MRK001")
    compare_reports([before, after]).to_html(tmp_path / "page.html")
    tab.faults.clear()
    tab.requests.clear()
    tab.open(tmp_path / "page.html")
    return tab


def rows(tab: Browser) -> list[str]:
    found: list[str] = tab.evaluate("[...document.querySelectorAll('.b')].map(e => e.id)")
    return found


def test_it_asks_for_nothing(page: Browser) -> None:
    assert [url for url in page.requests if not url.startswith(("about:", "file:", "data:"))] == []
    assert page.faults == []


def test_better_rows_can_be_picked_and_walked(page: Browser) -> None:
    options = dict(page.evaluate("[...document.querySelectorAll('#verdict option')].map(o => [o.text, o.value])"))
    (better,) = (value for text, value in options.items() if text.startswith("B better"))
    page.evaluate(
        f"{{ const e = document.querySelector('#verdict'); e.value = {json.dumps(better)};"
        "e.dispatchEvent(new Event('change')) }"
    )
    page.settle()
    assert 1 <= len(rows(page)) < 13
    assert page.evaluate("[...document.querySelectorAll('.out')].every(e => e.textContent === 'B better')")
    page.key("Escape")
    page.settle()
    page.key("j")
    assert page.evaluate("document.querySelector('.b.cur').id") == "b1"


def test_a_line_of_the_head_leads_to_its_row(page: Browser) -> None:
    href = page.evaluate("document.querySelector('.first .go').getAttribute('href')")
    page.evaluate("document.querySelector('.first .go').click()")
    page.settle()
    assert page.evaluate("'#' + document.querySelector('.b.cur').id") == href


def test_findings_of_both_sides_have_one_number_and_say_where_they_are(page: Browser) -> None:
    found = set(page.evaluate("[...document.querySelectorAll('.r .st')].map(e => e.textContent)"))
    assert found == {"in A alone", "in A and B"}
    assert page.evaluate(
        "[...document.querySelectorAll('.r li')]"
        ".every(e => e.closest('.b').querySelector(`mark[data-f~='${e.dataset.f}']`))"
    )
    assert page.evaluate("document.querySelector('.rv')") is None


def test_nothing_sticks_out_sideways_on_a_phone(page: Browser, tmp_path: Path) -> None:
    for width in (320, 390, 768):
        page.open(tmp_path / "page.html", width=width)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("limit", [2_000, 0], ids=["plain", "virtual"])
def test_hostile_text_does_nothing(tab: Browser, tmp_path: Path, limit: int) -> None:
    text = (
        "<script>window.owned=1</script></script><img src=http://example.invalid/x onerror='window.owned=1'>"
        "\u202e\x00]]>--><svg onload=window.owned=1><iframe src=http://example.invalid></iframe>"
    )
    one, two = samples.hostile(text), samples.hostile(text)
    page = compare_html.render(compare_reports([one, without_flags(two)]), rule_docs={text: text}, plain_limit=limit)
    (tmp_path / "hostile.html").write_text(page, encoding="utf-8")
    tab.requests.clear()
    tab.faults.clear()
    tab.open(tmp_path / "hostile.html")
    tab.wait("document.querySelector('.b')")
    for key in "jnc?":
        tab.key(key)
    assert tab.evaluate("window.owned === undefined")
    assert tab.evaluate("document.querySelectorAll('img, iframe, main svg').length") == 0
    assert [url for url in tab.requests if "example.invalid" in url] == []
    assert tab.faults == []


def test_a_megabyte_on_one_line_opens(tab: Browser, tmp_path: Path) -> None:
    long = samples.hostile("word " * 200_000)
    compare_reports([long, without_flags(long)]).to_html(tmp_path / "long.html")
    assert (tmp_path / "long.html").stat().st_size < 400_000
    assert tab.open(tmp_path / "long.html") < 3
