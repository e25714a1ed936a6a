"""The HTML report in a real browser: every interaction, no request, no script of the text's own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import report_samples as samples
from report_browser import CHROMIUM, Browser, browser

from mtcheck import check_pairs
from mtcheck.config import Config
from mtcheck.data import Decision, Remark
from mtcheck.report import to_html
from mtcheck.report.review import finding_ids, loads_review

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed (Debian: apt-get install chromium)"),
]


@pytest.fixture(scope="module")
def tab() -> Iterator[Browser]:
    with browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    samples.news().to_html(folder / "news.html")
    samples.arabic().to_html(folder / "arabic.html")
    to_html.write(to_html.render(samples.large(1_000), plain_limit=500), folder / "virtual.html")
    return folder


@pytest.fixture(params=["news", "virtual"])
def page(request: pytest.FixtureRequest, tab: Browser, folder: Path) -> Browser:
    """Either page, opened afresh: both kinds must behave alike."""
    tab.faults.clear()
    tab.requests.clear()
    tab.open(folder / f"{request.param}.html")
    tab.evaluate("document.querySelector('#beads').scrollIntoView()")
    tab.wait("document.querySelector('.b')")
    return tab


def choose(tab: Browser, control: str, value: str) -> None:
    tab.evaluate(
        f"{{ const e = document.querySelector('#{control}'); e.value = {json.dumps(value)};"
        f"e.dispatchEvent(new Event({'input' if control == 'find' else 'change'!r})) }}"
    )
    tab.evaluate("new Promise(r => setTimeout(r, 400))")


def beads(tab: Browser) -> list[str]:
    found: list[str] = tab.evaluate("[...document.querySelectorAll('.b')].map(e => e.id)")
    return found


def current(tab: Browser) -> str | None:
    found: str | None = tab.evaluate("document.querySelector('.b.cur')?.id ?? null")
    return found


def test_opening_asks_for_nothing_and_breaks_nothing(page: Browser) -> None:
    assert [url for url in page.requests if not url.startswith(("about:", "file:", "data:"))] == []
    assert len([url for url in page.requests if url.startswith("file:")]) == 1
    assert page.faults == []


def test_j_and_k_walk_the_segments(page: Browser) -> None:
    page.key("j")
    assert current(page) == "b1"
    page.key("j")
    page.key("j")
    assert current(page) == "b3"
    page.key("k")
    assert current(page) == "b2"
    assert page.evaluate("location.hash") == "#b2"
    assert page.evaluate("document.activeElement.id") == "b2"


def test_n_and_p_walk_the_findings(page: Browser) -> None:
    page.key("n")
    assert current(page) == "b3"
    page.key("n")
    assert current(page) == "b4"
    page.key("p")
    assert current(page) == "b3"


def test_the_current_segment_is_in_sight_below_the_tools(page: Browser) -> None:
    for _ in range(6):
        page.key("n")
    top = page.evaluate("document.querySelector('.b.cur').getBoundingClientRect().top")
    tools = page.evaluate("document.querySelector('.tools').getBoundingClientRect().bottom")
    assert tools - 1 <= top < 600


def test_slash_searches_and_escape_shows_all_again(page: Browser) -> None:
    page.key("/")
    assert page.evaluate("document.activeElement.id") == "find"
    choose(page, "find", "ШЕКСНУ")
    assert beads(page)[0] == "b1"
    assert page.evaluate("document.querySelector('#tally').textContent").startswith(("1 of", "72 of"))
    page.key("Escape")
    page.evaluate("new Promise(r => setTimeout(r, 300))")
    assert page.evaluate("document.querySelector('#tally').textContent").endswith(" segments")
    assert page.evaluate("document.querySelector('#find').value") == ""


def test_search_finds_text_across_marks_and_escapes(page: Browser) -> None:
    choose(page, "find", "on&nbsp;the bridge")
    assert beads(page)
    choose(page, "find", "<mark")
    assert beads(page) == []
    assert page.evaluate("!document.querySelector('#empty').hidden")
    page.evaluate("document.querySelector('#clear').click()")
    page.settle()
    assert beads(page)


def test_filters_narrow_and_combine(page: Browser) -> None:
    everything = page.evaluate("document.querySelector('#tally').textContent")
    choose(page, "severity", "3")
    assert beads(page)[0] == "b6"
    choose(page, "verdict", "1")
    assert beads(page) == []
    choose(page, "severity", "")
    assert beads(page)[0] == "b3"
    assert page.evaluate("document.querySelector('#tally').textContent") != everything


def test_filter_by_rule_and_by_category(page: Browser) -> None:
    options = page.evaluate("[...document.querySelectorAll('#rule option')].map(o => [o.textContent, o.value])")
    by_name = dict(options)
    choose(page, "rule", by_name["number-mismatch"])
    assert beads(page)[0] == "b3"
    choose(page, "rule", by_name["all of accuracy/mistranslation"])
    assert beads(page)[:2] == ["b3", "b10"]


def test_a_row_of_the_table_filters(page: Browser) -> None:
    page.evaluate("document.querySelector('.pick[data-rule=NAM001]').click()")
    page.settle()
    page.wait("document.querySelector('.b')")
    assert beads(page)[0] == "b10"


def test_a_bar_of_the_histogram_filters_by_quality(page: Browser) -> None:
    page.evaluate(
        "document.querySelector('.hist a[data-low=\"60\"]').dispatchEvent(new MouseEvent('click', {bubbles: true}))"
    )
    page.settle()
    page.wait("document.querySelector('.b')")
    assert beads(page)[0] == "b3"
    assert page.evaluate("document.querySelector('#range').value") == "60 65"
    page.key("Escape")
    page.settle()
    assert page.evaluate("document.querySelector('#range').value") == ""
    assert beads(page)[0] == "b1"


def test_filter_by_quality(page: Browser) -> None:
    choose(page, "range", "0 40")
    assert beads(page)[0] == "b6"
    choose(page, "range", "70 100")
    assert beads(page)[0] == "b1"


def test_a_verdict_that_no_segment_has_shifts_no_other(tab: Browser, tmp_path: Path) -> None:
    samples.emptyish().to_html(tmp_path / "page.html")
    tab.open(tmp_path / "page.html")
    (value,) = tab.evaluate("[...document.querySelectorAll('#verdict option')].map(o => o.value).filter(Boolean)")
    choose(tab, "verdict", value)
    assert beads(tab) == ["b1"]


def test_sorting_puts_the_worst_first(page: Browser) -> None:
    choose(page, "sort", "worst")
    assert beads(page)[0] == "b6"
    choose(page, "sort", "q")
    quality = page.evaluate("[...document.querySelectorAll('.b .q')].slice(0, 40).map(e => parseInt(e.textContent))")
    known = [value for value in quality if value is not None]
    assert known == sorted(known)
    choose(page, "sort", "")
    assert beads(page)[0] == "b1"


def test_the_map_leads_to_the_segment_and_arrows_move_in_it(page: Browser) -> None:
    page.evaluate("document.querySelectorAll('.map a')[9].click()")
    page.settle()
    assert current(page) == "b10"
    assert page.evaluate("document.querySelectorAll('.map a')[9].classList.contains('on')")
    page.evaluate("document.querySelector('.map a').focus()")
    page.key("ArrowRight")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#b2"
    assert page.evaluate("document.querySelectorAll('.map a[tabindex=\"-1\"]').length") == page.evaluate(
        "document.querySelectorAll('.map a').length - 1"
    )


def test_going_to_a_filtered_segment_shows_it_again(page: Browser) -> None:
    choose(page, "severity", "3")
    page.evaluate("location.hash = '#b1'")
    page.wait("document.querySelector('#b1')")
    page.settle()
    assert current(page) == "b1"


def test_a_finding_and_its_reason_light_up_together(page: Browser) -> None:
    page.evaluate("location.hash = '#b10'")
    page.wait("document.querySelector('#b10 mark')")
    page.evaluate(
        "document.querySelector('#b10 .r li:nth-child(2)').dispatchEvent(new Event('mouseover', {bubbles: true}))"
    )
    lit = page.evaluate("[...document.querySelectorAll('.hi')].map(e => e.tagName + ' ' + e.dataset.f)")
    assert sorted(lit) == ["LI 2", "MARK 2"]


def test_a_place_is_copied(page: Browser) -> None:
    page.evaluate("location.hash = '#b3'")
    page.wait("document.querySelector('#b3 .cp')")
    page.settle()
    page.key("c")
    page.wait("document.querySelector('#toast').classList.contains('on')")
    assert page.evaluate("document.querySelector('#toast').textContent").startswith("Copied ")
    assert ":5:64" in page.evaluate("document.querySelector('#toast').textContent")


def test_decisions_are_shown_kept_and_saved(page: Browser) -> None:
    page.evaluate("localStorage.clear()")
    page.evaluate("location.hash = '#b3'")
    page.wait("document.querySelector('.b.cur')?.id === 'b3'")
    page.settle()
    page.key("x")
    assert page.evaluate("document.querySelector('#b3e1').dataset.d") == "dismissed"
    assert page.evaluate("document.querySelector('#b3 mark').classList.contains('off')")
    page.key("a")
    assert page.evaluate("document.querySelector('#b3e2').dataset.d") == "accepted"
    page.evaluate("document.querySelector('#b3e2 .rv button:last-of-type').click()")
    page.evaluate("document.activeElement.value = 'ask <b>Olga</b>'")
    page.evaluate("document.activeElement.dispatchEvent(new Event('change', {bubbles: true}))")
    assert page.evaluate("document.querySelector('#save').textContent") == "Save review (2)"
    page.evaluate(
        "window.made = null; URL.createObjectURL = blob => { window.made = blob.text(); return '#'; };"
        "document.querySelector('#save').click()"
    )
    review = loads_review(page.evaluate("window.made"))
    ids = finding_ids(samples.news().segments)[2] if "news" in page.requests[-1] else None
    assert [remark.decision for remark in review.remarks] == ["dismissed", "accepted"]
    assert review.remarks[1].comment == "ask <b>Olga</b>"
    assert ids is None or [remark.id for remark in review.remarks] == list(ids)
    address = page.evaluate("location.href.split('#')[0]")
    page.call("Page.navigate", {"url": "about:blank"})
    page.call("Page.navigate", {"url": address + "#b3"})
    page.wait("document.querySelector('#b3e1')?.dataset.d === 'dismissed'")
    assert page.evaluate("document.querySelector('#b3e2 input').value") == "ask <b>Olga</b>"
    page.evaluate("document.querySelector('#b3e1 [data-to=dismissed]').click()")
    assert page.evaluate("document.querySelector('#b3e1').dataset.d ?? null") is None
    page.evaluate("localStorage.clear()")


def test_the_list_of_keys_opens_and_closes(page: Browser) -> None:
    page.key("?")
    assert page.evaluate("document.querySelector('#help').open")
    page.key("j")
    assert current(page) is None
    page.key("?")
    assert not page.evaluate("document.querySelector('#help').open")


def test_light_and_dark_by_choice(page: Browser) -> None:
    def paper() -> str:
        return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))

    light = paper()
    page.evaluate("document.querySelector('#theme').click()")
    assert paper() != light
    page.evaluate("document.querySelector('#theme').click()")
    assert paper() == light
    page.evaluate("localStorage.clear()")


def test_a_permalink_opens_at_its_segment_and_finding(tab: Browser, folder: Path) -> None:
    for name in ("news", "virtual"):
        tab.open(folder / f"{name}.html", "#b10e2")
        tab.wait("document.querySelector('.b.cur')?.id === 'b10'")
        tab.settle()
        box = tab.evaluate("document.querySelector('#b10e2').getBoundingClientRect().toJSON()")
        assert 0 <= box["top"] <= 900


def test_a_far_permalink_works_in_a_virtual_page(tab: Browser, folder: Path) -> None:
    tab.open(folder / "virtual.html", "#b777")
    tab.wait("document.querySelector('.b.cur')?.id === 'b777'")
    tab.settle()
    assert 0 <= tab.evaluate("document.querySelector('#b777').getBoundingClientRect().top") < 300
    assert tab.evaluate("document.querySelectorAll('.b').length") < 300


def test_without_scripts_the_page_can_be_read(tab: Browser, folder: Path) -> None:
    tab.call("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        for name, n in (("news", 14), ("virtual", to_html.PLAIN_WORST)):
            tab.call("Page.navigate", {"url": (folder / f"{name}.html").as_uri()})
            tab.wait("document.readyState === 'complete' && document.querySelectorAll('.b').length")
            assert len(beads(tab)) == n
            assert tab.evaluate("getComputedStyle(document.querySelector('.tools')).display") == "none"
            assert tab.evaluate("document.querySelector('.b').getBoundingClientRect().height") > 20
    finally:
        tab.call("Emulation.setScriptExecutionDisabled", {"value": False})


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_nothing_sticks_out_sideways(tab: Browser, folder: Path, width: int) -> None:
    for name in ("news", "arabic"):
        tab.open(folder / f"{name}.html", width=width)
        assert tab.evaluate("document.documentElement.scrollWidth") <= width


def test_arabic_runs_from_right_to_left(tab: Browser, folder: Path) -> None:
    tab.open(folder / "arabic.html")
    assert tab.evaluate("getComputedStyle(document.querySelector('#b1 .s')).direction") == "rtl"
    assert tab.evaluate("getComputedStyle(document.querySelector('#b1 .t')).direction") == "ltr"


HOSTILE = (
    "<script>window.owned=1</script></script><img src=http://example.invalid/x onerror='window.owned=1'>"
    "\u202e\u0000]]>--><svg onload=window.owned=1><style>body{display:none}</style>"
    "<a href='javascript:window.owned=1'>x</a><iframe src=http://example.invalid></iframe><base href=http://example.invalid>"
)


@pytest.mark.parametrize("limit", [to_html.PLAIN_LIMIT, 0], ids=["plain", "virtual"])
def test_hostile_text_does_nothing(tab: Browser, tmp_path: Path, limit: int) -> None:
    path = tmp_path / "hostile.html"
    docs = {HOSTILE: HOSTILE}
    to_html.write(to_html.render(samples.hostile(HOSTILE), rule_docs=docs, plain_limit=limit), path)
    tab.requests.clear()
    tab.faults.clear()
    tab.open(path)
    tab.evaluate("document.querySelector('#beads').scrollIntoView()")
    tab.wait("document.querySelector('.b')")
    choose(tab, "find", "window.owned")
    for key in "jnc?":
        tab.key(key)
    tab.evaluate(
        "for (const e of document.querySelectorAll('a, button, summary'))"
        "  e.dispatchEvent(new MouseEvent('click', {bubbles: true}))"
    )
    tab.settle()
    assert tab.evaluate("window.owned === undefined")
    assert tab.evaluate("document.querySelectorAll('img, iframe, base, main svg:not(.hist)').length") == 0
    assert tab.evaluate("getComputedStyle(document.body).display") == "block"
    assert [url for url in tab.requests if "example.invalid" in url] == []
    assert tab.faults == []


def test_the_policy_stops_a_script_that_got_in(tab: Browser, folder: Path) -> None:
    """The second wall: even an inline handler that was not escaped would not run, nor an image be fetched."""
    tab.open(folder / "news.html")
    tab.requests.clear()
    tab.evaluate(
        "document.querySelector('#list').insertAdjacentHTML('beforeend',"
        "'<img src=http://example.invalid/x onerror=\"window.owned=1\">')"
    )
    tab.settle()
    tab.evaluate("new Promise(r => setTimeout(r, 200))")
    assert tab.evaluate("window.owned === undefined")
    assert [url for url in tab.requests if "example.invalid" in url] == []
    tab.faults.clear()


def test_a_megabyte_on_one_line_opens(tab: Browser, tmp_path: Path) -> None:
    path = tmp_path / "long.html"
    samples.hostile("word " * 200_000).to_html(path)
    assert path.stat().st_size < 400_000
    assert tab.open(path) < 3


def test_it_prints_without_the_tools(tab: Browser, folder: Path) -> None:
    tab.open(folder / "news.html")
    tab.call("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        assert tab.evaluate("getComputedStyle(document.querySelector('.tools')).display") == "none"
        pdf = tab.call("Page.printToPDF", {"printBackground": True})["data"]
        assert len(pdf) > 10_000
    finally:
        tab.call("Emulation.setEmulatedMedia", {"media": ""})


def test_fifty_thousand_segments_open_in_three_seconds(tab: Browser, tmp_path: Path) -> None:
    path = tmp_path / "large.html"
    samples.large(50_000).to_html(path)
    assert path.stat().st_size < 60_000_000
    assert tab.open(path) < 3
    tab.evaluate("document.querySelector('#beads').scrollIntoView()")
    tab.wait("document.querySelector('.b')", seconds=3)
    choose(tab, "find", "[43210]")
    tab.wait("document.querySelector('#b43211')", seconds=10)
    tab.evaluate("document.querySelector('#find').value = ''")
    tab.key("Escape")
    tab.evaluate("location.hash = '#b49999'")
    tab.wait("document.querySelector('.b.cur')?.id === 'b49999'", seconds=3)
    assert tab.evaluate("document.querySelectorAll('.b').length") < 400


def test_what_a_baseline_holds_is_shown_as_such_and_can_be_taken_back(tab: Browser, tmp_path: Path) -> None:
    report = samples.news()
    first, second = report.segments[2].flags
    (name, _) = finding_ids(report.segments)[2]
    apart = replace(report.segments[2], flags=(), dismissed=(first,), known=(second,))
    segments = (*report.segments[:2], apart, *report.segments[3:])
    remark = Remark(id=name, decision=Decision.DISMISSED, comment="as in the source")
    replace(report, segments=segments, remarks=(remark,)).to_html(tmp_path / "page.html")
    tab.open(tmp_path / "page.html")
    tab.evaluate("localStorage.clear()")
    tab.open(tmp_path / "page.html", "#b3")
    states = tab.evaluate("[...document.querySelectorAll('#b3 .r li')].map(e => [e.className, e.dataset.d ?? ''])")
    assert states == [["f2 known", ""], ["f2 dismissed", "dismissed"]]
    assert tab.evaluate("document.querySelector('#b3 li.dismissed input').value") == "as in the source"
    assert tab.evaluate("document.querySelector('#save').textContent") == "Save review (1)"
    tab.evaluate("document.querySelector('#b3 li.dismissed [data-to=dismissed]').click()")
    tab.evaluate("document.querySelector('#b3 li.dismissed input').value = ''")
    assert tab.evaluate("document.querySelector('#b3 li.dismissed').dataset.d ?? 'open'") == "open"
    tab.evaluate("localStorage.clear()")


def lit(tab: Browser) -> list[str]:
    """The words that are highlighted, in order."""
    return list(
        tab.evaluate(
            "[...(CSS.highlights.get('word') ?? [])].map(r => r.startContainer.data.slice(r.startOffset, r.endOffset))"
        )
    )


@pytest.mark.parametrize("limit", [2_000, 0], ids=["plain", "virtual"])
def test_a_word_and_its_counterpart_light_up_together(tab: Browser, tmp_path: Path, limit: int) -> None:
    report = samples.news()
    source, target = "😀 \u202eСтарый\u202c \r\nмост открыт", "The 😀 old bridge bridge is open"
    at = [(source.index(a), source.index(a) + len(a), target.index(b), target.index(b) + len(b))
          for a, b in (("Старый", "old"), ("мост", "bridge"), ("открыт", "open"))]  # fmt: skip
    flag = replace(report.segments[2].flags[1], start=target.index("bridge b"), end=target.index(" is"))
    segment = replace(report.segments[0], source=source, target=target, target_span=None)
    segment = replace(segment, flags=(replace(flag, text=target[flag.start : flag.end]),))
    made = replace(report, segments=(segment, *report.segments[1:]))
    words = [at, *([] for _ in report.segments[1:])]
    page = to_html.render(made, rule_docs={}, words=words, plain_limit=limit)
    to_html.write(page, tmp_path / "page.html")
    tab.open(tmp_path / "page.html")
    tab.evaluate("document.querySelector('#beads').scrollIntoView()")
    tab.wait("document.querySelector('#b1')")
    for side, word, expected in (
        ("s", "мост", ["мост", "bridge"]),
        ("t", "old", ["Старый", "old"]),
        ("t", "open", ["открыт", "open"]),
        ("t", "The", []),
    ):
        box = tab.evaluate(
            f"(() => {{ const w = document.createTreeWalker(document.querySelector('#b1 .{side}'), 4);"
            f"while (w.nextNode()) {{ const k = w.currentNode.data.indexOf('{word}'); if (k < 0) continue;"
            "const r = document.createRange(); r.setStart(w.currentNode, k); r.setEnd(w.currentNode, k + 2);"
            "const b = r.getBoundingClientRect(); return [b.left + b.width / 2, b.top + b.height / 2]; } })()"
        )
        tab.call("Input.dispatchMouseEvent", {"type": "mouseMoved", "x": box[0], "y": box[1]})
        tab.settle()
        assert lit(tab) == expected


def test_a_finding_dismissed_in_the_page_is_gone_from_the_next_run(tab: Browser, tmp_path: Path) -> None:
    """The whole round: a run, its page, a decision there, the saved file, the next run and its page."""
    pairs = [
        ("Das Haus wurde 1984 gebaut.", "The house was built in 1948."),
        ("Die Stadt liegt am Meer.", "The town lies by&nbsp;the sea."),
    ]
    first = check_pairs(pairs, source_lang="de", target_lang="en")
    first.to_html(tmp_path / "first.html")
    tab.open(tmp_path / "first.html")
    tab.evaluate("localStorage.clear()")
    tab.open(tmp_path / "first.html")
    tab.key("n")
    tab.key("x")
    tab.evaluate(
        "window.made = null; URL.createObjectURL = blob => { window.made = blob.text(); return '#'; };"
        "document.querySelector('#save').click()"
    )
    saved = tmp_path / "review.json"
    saved.write_text(tab.evaluate("window.made"), encoding="utf-8")
    tab.evaluate("localStorage.clear()")
    config = Config(baseline=(str(saved),))
    second = check_pairs(pairs, source_lang="de", target_lang="en", config=config)
    assert [f.rule for s in first.segments for f in s.flags] == ["NUM001", "MRK002"]
    assert [f.rule for s in second.segments for f in s.flags] == ["MRK002"]
    second.to_html(tmp_path / "second.html")
    tab.open(tmp_path / "second.html", "#b1")
    assert tab.evaluate("document.querySelector('#b1e1').dataset.d") == "dismissed"
    assert tab.evaluate("document.querySelector('#b1e1 .was').textContent") == "dismissed"
    tab.key("n")
    assert current(tab) == "b2"
