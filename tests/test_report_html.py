"""The HTML report as text: one file, nothing from outside, everything escaped, spans in the right places."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
import report_samples as samples
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.data import Hint, Severity, Side
from mtcheck.errors import InputError
from mtcheck.report import Report, to_html
from mtcheck.report.load import loads_report
from mtcheck.report.spans import WHOLE, Mark, marked
from mtcheck.report.visible import pieces, plain
from mtcheck.rules.registry import all_rules

GOLDEN = Path(__file__).parent / "golden" / "report"

DOCS = {"NUM001": "A number in the source has no equal in the target.\n\nWhy: a wrong figure changes the meaning."}

VOID = {"meta", "link", "input", "rect", "br", "wbr"}


class Page(HTMLParser):
    """Elements, attributes and text of a page; fails on what is not nested well."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.texts: list[tuple[str, str]] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open
        assert self.open.pop() == tag, f"</{tag}> closes another element"

    def handle_data(self, data: str) -> None:
        self.texts.append((self.open[-1] if self.open else "", data))

    def all(self, name: str, **wanted: str) -> list[dict[str, str]]:
        return [a for tag, a in self.tags if tag == name and all(a.get(k.strip("_")) == v for k, v in wanted.items())]


@pytest.fixture(params=sorted(samples.SAMPLES))
def report(request: pytest.FixtureRequest) -> Report:
    return samples.SAMPLES[request.param]()


@pytest.mark.parametrize("name", sorted(samples.SAMPLES))
@pytest.mark.parametrize(("suffix", "make"), [("txt", lambda r: r.to_text()), ("html", None), ("json", None)])
def test_golden(name: str, suffix: str, make: Callable[[Report], str] | None) -> None:
    """Whole reports, byte for byte. After a wanted change, look at the `.new` file and move it over the old one."""
    report = samples.SAMPLES[name]()
    if suffix == "html":
        made = to_html.render(report, rule_docs=DOCS)
        made = re.sub(r"<style>.*?</style>", "<style></style>", made, flags=re.S)
        made = re.sub(r"<script>.*?</script>", "<script></script>", made, flags=re.S)
        made = re.sub(r"sha256-[A-Za-z0-9+/=]+", "sha256-…", made)
    else:
        made = make(report) if make else report.to_json(indent=1) + "\n"
    path = GOLDEN / f"{name}.{suffix}"
    kept = path.read_text("utf-8") if path.exists() else ""
    if made != kept:
        new = path.with_suffix(path.suffix + ".new")
        new.write_text(made, encoding="utf-8", newline="\n")
        pytest.fail(f"{path.name} differs; the new one is {new}")


def test_the_page_is_well_nested_and_says_its_language(report: Report) -> None:
    page = Page(report.to_html())
    assert page.all("html") == [{"lang": "en"}]
    ids = [a["id"] for _, a in page.tags if "id" in a]
    assert len(ids) == len(set(ids))
    assert {a["href"][1:] for a in page.all("a")} <= set(ids)


def test_nothing_comes_from_outside(report: Report) -> None:
    html = report.to_html()
    page = Page(html)
    for tag, attributes in page.tags:
        for name in ("src", "href", "action", "srcset", "data", "poster"):
            assert attributes.get(name, "#").startswith(("#", "data:")), (tag, attributes)
        assert "style" not in attributes
        assert not [name for name in attributes if name.startswith("on")]
    assert "@import" not in html
    assert not re.search(r"url\(", html)


def test_the_security_policy_admits_this_script_and_style_alone(report: Report) -> None:
    html = report.to_html()
    (policy,) = [a["content"] for a in Page(html).all("meta") if "http-equiv" in a]
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    for tag in ("script", "style"):
        (body,) = re.findall(f"<{tag}>(.*?)</{tag}>", html, flags=re.S)
        digest = base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


def test_equal_reports_give_equal_bytes(report: Report, tmp_path: Path) -> None:
    first, second = tmp_path / "a.html", tmp_path / "b.html"
    report.to_html(first)
    report.to_html(second)
    assert first.read_bytes() == second.read_bytes()
    assert b"\r" not in first.read_bytes()


def test_a_path_that_cannot_be_written_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be written"):
        samples.clean().to_html(tmp_path)


def test_every_bead_carries_language_direction_and_anchor() -> None:
    report = samples.arabic()
    page = Page(report.to_html())
    assert [a["id"] for a in page.all("article")] == [f"b{i + 1}" for i in range(len(report.segments))]
    sides = [a for a in page.all("div") if a.get("class", "").startswith("x ") and "none" not in a["class"]]
    assert {(a["class"], a["lang"], a["dir"]) for a in sides} == {("x s", "ar", "rtl"), ("x t", "en", "ltr")}


def test_an_unknown_language_leaves_the_direction_to_the_browser() -> None:
    sides = [a for a in Page(samples.emptyish().to_html()).all("div") if a.get("class", "").startswith("x ")]
    assert [(a.get("lang"), a["dir"]) for a in sides] == [(None, "auto")] * 2


def test_a_moved_passage_is_not_called_missing() -> None:
    html = samples.arabic().to_html()
    assert "Nothing here" not in html
    assert html.count("Moved, not missing") == 2
    assert "Nothing here: not translated?" in samples.news().to_html()


def test_without_a_source_there_is_one_column() -> None:
    html = samples.lint().to_html()
    assert 'class="x s' not in html
    assert "adequacy" not in re.sub(r"<script>.*?</script>", "", html, flags=re.S).lower()


def test_every_flag_is_marked_on_its_side_and_explained() -> None:
    report = samples.news()
    html = report.to_html(None)
    for position, segment in enumerate(report.segments, 1):
        article = re.search(rf'<article [^>]*id="b{position}".*?</article>', html, flags=re.S)
        assert article is not None
        for number, flag in enumerate(segment.flags, 1):
            assert f'id="b{position}e{number}"' in article[0]
            assert Page(article[0]).all("a", href=f"#b{position}e{number}")
            assert plain(flag.message) in "".join(data for _, data in Page(article[0]).texts)


TEXTS = st.text(st.sampled_from("ab <&\"'\u202e\u200d\u0915\u00e9\U0001f600\n\r\t\x00\u05d0"), max_size=40)


@given(TEXTS, st.lists(st.tuples(st.integers(-5, 60), st.integers(-5, 60), st.integers(0, 3)), max_size=6))
def test_marking_keeps_every_character_in_place(text: str, spans: list[tuple[int, int, int]]) -> None:
    """Law: the page's text is the text, and each finding's marks hold exactly its characters (labels aside)."""
    marks = [Mark(i + 1, min(a, b), max(a, b), level, f"x{i}") for i, (a, b, level) in enumerate(spans)]
    html = str(marked(text, marks))
    page = Page(html)
    bare = re.sub(r'<a class="fn".*?</a>', "", html)
    bare = re.sub(r'<mark class="f\d" data-f="\d"><span class="pt">\u2038</span></mark>', "", bare)
    assert "".join(data for _, data in Page(bare).texts) == seen(text)
    assert len(page.all("a")) == len(marks)
    for mark in marks:
        start, end = max(mark.start, 0), min(mark.end, len(text))
        if start < end:
            pattern = rf'<mark class="f\d" data-f="(?:[\d ]* )?{mark.number}(?: [\d ]*)?">(.*?)</mark>'
            inside = [data for part in re.findall(pattern, bare, re.S) for _, data in Page(part).texts]
            assert "".join(inside) == seen(text, start, end)


def seen(text: str, start: int = 0, end: int | None = None) -> str:
    """What the page shows of a stretch."""
    return "".join(chunk or label(char) for chunk, char in pieces(text, start, end))


def label(char: str) -> str:
    html = str(marked(char, ()))
    return "".join(data for _, data in Page(html).texts)


def test_a_very_long_text_is_shown_in_parts() -> None:
    text = "a" * 500_000 + "NEEDLE" + "b" * 500_000
    html = str(marked(text, [Mark(1, 500_000, 500_006, 3, "x")]))
    assert len(html) < WHOLE
    assert ">NEEDLE</mark>" in html
    assert html.count("characters not shown") == 2
    assert sum(int(n.replace(",", "")) for n in re.findall(r"([\d,]+) characters not shown", html)) > 990_000


def test_ten_thousand_overlapping_findings_are_cut_short() -> None:
    report = samples.hostile("word " * 20_000)
    flag = report.segments[0].flags[0]
    flags = tuple(replace(flag, start=i, end=i + 500, text=("word " * 101)[i % 5 :][:500]) for i in range(10_000))
    html = replace(report, segments=(replace(report.segments[0], flags=flags),)).to_html()
    assert "9802 more findings" in html  # with the sample's known and dismissed ones


HOSTILE = [
    "<script>alert(1)</script>",
    "</script></style></textarea></title>--><img src=x onerror=alert(1)>",
    "]]>\"'><svg/onload=alert(1)>",
    "{{ 7*7 }}{% raw %}${alert(1)}",
    "javascript:alert(1)",
    "\u202e\u2066\u0000\ud800\r\n\x1b[31m",
    "<!--<script>",
    "&lt;b&gt; &amp; &#60;",
]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("limit", [to_html.PLAIN_LIMIT, 0], ids=["plain", "virtual"])
def test_hostile_text_is_only_text(text: str, limit: int) -> None:
    html = to_html.render(samples.hostile(text), rule_docs={text: text}, plain_limit=limit)
    html.encode("utf-8")
    page = Page(html)
    calm = Page(to_html.render(samples.hostile("calm"), rule_docs={"calm": "calm"}, plain_limit=limit))
    assert [tag for tag, _ in page.tags if tag not in ("span", "a", "wbr")] == [
        tag for tag, _ in calm.tags if tag not in ("span", "a", "wbr")
    ]
    assert not [a for tag, a in page.tags if any(name.startswith("on") for name in a)]
    assert not [a for a in page.all("a") if not a["href"].startswith("#")]
    assert not re.search("[\x00\u202a-\u202e\u2066-\u2069]", html)
    assert "49" not in "".join(data for tag, data in page.texts if tag == "h1")


def test_a_script_block_of_data_cannot_be_left() -> None:
    html = to_html.render(samples.hostile("</script><script>alert(1)</script><!--"), rule_docs={})
    (body,) = re.findall(r'<script type="application/json" id="meta">(.*?)</script>', html, flags=re.S)
    assert json.loads(body)["rules"] == ["</script><script>alert(1)</script><!--"]
    assert "<" not in body


def test_above_the_limit_the_page_holds_all_beads_packed_and_the_worst_in_plain() -> None:
    report = samples.large(500)
    html = to_html.render(report, rule_docs={}, plain_limit=300)
    plain_page = to_html.render(report, rule_docs={}, plain_limit=1000)
    packed = re.findall(r'<script type="text/plain" class="blk">(.*?)</script>', html)
    beads = [bead for block in packed for bead in json.loads(gzip.decompress(base64.b64decode(block)))]
    assert len(beads) == 500
    assert all(bead in plain_page for bead in beads)
    listed = [int(a["id"][1:]) - 1 for a in Page(html).all("article")]
    assert len(listed) == to_html.PLAIN_WORST
    assert all(report.segments[i].quality is not None for i in listed)
    worst_left = min(s.quality for i, s in enumerate(report.segments) if i not in listed and s.quality is not None)
    assert max(report.segments[i].quality or 0 for i in listed) <= 40
    assert worst_left >= 0


def test_the_map_has_one_cell_a_bead_or_the_worst_of_several() -> None:
    small, big = Page(samples.news().to_html()), Page(samples.large(5_000).to_html())
    cells = [a for a in small.all("a") if "v-" in a.get("class", "")]
    assert len(cells) == len(samples.news().segments)
    cells = [a for a in big.all("a") if "v-" in a.get("class", "")]
    assert 1000 < len(cells) <= 2000


def test_rules_bring_their_own_page() -> None:
    rules = [rule for rule in all_rules() if not rule.preview][:2]
    segment = samples.news().segments[2]
    flags = tuple(
        replace(flag, rule=rule.code, name=rule.name, category=rule.category, severity=Severity.MINOR)
        for flag, rule in zip(segment.flags, rules, strict=False)
    )
    report = replace(samples.news(), segments=(replace(segment, flags=flags),))
    report = replace(report, summary=samples.summarise(report.segments))
    html = report.to_html()
    for rule in rules:
        assert f'id="rule-{rule.code}"' in html


def test_a_page_of_a_hundred_sentences_is_small() -> None:
    report = samples.large(100)
    assert len(report.to_html().encode()) < 400_000


def test_colours_keep_their_contrast() -> None:
    """WCAG 2.2 AA: text against every ground it may stand on, light and dark, at least 4.5 to 1."""
    style = (Path(to_html.__file__).parent / "templates" / "style.css").read_text("utf-8")
    light, dark = style[: style.index("@media")], style[style.index(":root[data-theme=dark]") :]
    for theme in (light, dark):
        colors = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6});", theme[: theme.index("}")]))
        for ground in ("paper", "card", "wash"):
            for text in ("ink", "soft", "faint", "link", "f1", "f2", "f3"):
                assert contrast(colors[text], colors[ground]) >= 4.5, (text, ground)
        for ground in ("f1-w", "f2-w", "f3-w"):
            assert contrast(colors["ink"], colors[ground]) >= 4.5, ground


def test_both_ways_to_dark_are_the_same() -> None:
    style = (Path(to_html.__file__).parent / "templates" / "style.css").read_text("utf-8")
    blocks = re.findall(r":root(?:\[data-theme=dark\]|:not\(\[data-theme=light\]\)) \{(.*?)\}", style, re.S)
    assert len(blocks) == 2
    assert blocks[0].split() == blocks[1].split()


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2."""
    first, second = sorted((luminance(one), luminance(other)), reverse=True)
    return (first + 0.05) / (second + 0.05)


def luminance(color: str) -> float:
    digits = color[1:] if len(color) == 7 else "".join(2 * digit for digit in color[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_doubtful_words_are_shaded_without_a_number() -> None:
    report = samples.clean()
    segment = report.segments[0]
    assert segment.target_span is not None
    start = segment.target_span[0]
    hint = Hint(side=Side.TARGET, start=start, end=start + 3, text=segment.target[:3], confidence=0.7,
                category="accuracy")  # fmt: skip
    report = replace(report, segments=(replace(segment, hints=(hint,)), *report.segments[1:]))
    html = to_html.render(report, rule_docs=DOCS)
    assert f'<mark class="f0">{segment.target[:3]}</mark>' in html
    assert html.count("Shaded words are the likeliest to be wrong") == 1
    again = loads_report(report.to_json())
    assert to_html.render(again, rule_docs=DOCS) == html
