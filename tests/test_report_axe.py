"""Accessibility of every page by axe-core (Deque): no violation of WCAG 2.2 A and AA, nor of its best practices."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import report_samples as samples
from report_browser import CHROMIUM, Browser, browser

from mtcheck.comparing import compare_reports
from mtcheck.report import index, to_html

#: Where `make test` puts axe-core: in the virtual environment, from the npm registry.
AXE = Path(os.environ.get("MTCHECK_AXE", Path(sys.prefix) / "axe/node_modules/axe-core/axe.min.js"))


def missing() -> str:
    """Why the tests cannot run; "" if they can."""
    if CHROMIUM is None:
        return "Chromium is not installed (Debian: apt-get install chromium)"
    if AXE.is_file():
        return ""
    npm = "" if shutil.which("npm") else ", which needs npm (Debian: apt-get install npm)"
    return f"axe-core is not at {AXE}: `make axe` installs it{npm}"


pytestmark = [pytest.mark.slow, pytest.mark.skipif(bool(missing()), reason=missing())]


@pytest.fixture(scope="module")
def tab() -> Iterator[Browser]:
    with browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("axe")
    for name, make in samples.SAMPLES.items():
        make().to_html(folder / f"{name}.html")
    to_html.write(to_html.render(samples.large(1_000), plain_limit=500), folder / "virtual.html")
    news = samples.news()
    compare_reports([news, samples.news()]).to_html(folder / "alike.html")
    compare_reports([samples.large(42), samples.large(42)], reference=samples.large(42)).to_html(folder / "three.html")
    index.write_batch_report([news, samples.clean()], folder / "batch")
    index.write_batch_report([news, samples.clean(), samples.arabic()], folder / "batch")
    (folder / "batch" / "index.html").rename(folder / "index.html")
    return folder


def violations(tab: Browser) -> list[Any]:
    tab.evaluate(AXE.read_text("utf-8") + ";1")
    found: list[Any] = tab.evaluate(
        "axe.run(document).then(r => r.violations.map(v => [v.id, v.impact, v.nodes[0].html.slice(0, 200)]))"
    )
    return found


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("name", [*samples.SAMPLES, "virtual", "alike", "three", "index"])
def test_no_violation(tab: Browser, folder: Path, name: str, width: int, dark: bool) -> None:
    tab.open(folder / f"{name}.html", width=width, dark=dark, scripted=name != "index")
    assert violations(tab) == []


def test_no_violation_in_use(tab: Browser, folder: Path) -> None:
    """With a segment chosen, findings dismissed, accepted and noted, and a filter set."""
    tab.open(folder / "news.html", "#b10")
    tab.wait("document.querySelector('.b.cur')")
    for key in "xac":
        tab.key(key)
    tab.evaluate("document.querySelector('.b.cur .rv button:last-of-type').click()")
    tab.evaluate("document.querySelector('#severity').value = '2', document.querySelector('#severity').onchange?.()")
    assert violations(tab) == []
    tab.key("Escape")
    tab.evaluate("document.activeElement.blur()")
    tab.key("?")
    assert violations(tab) == []
    tab.evaluate("localStorage.clear()")


def test_the_check_can_fail(tab: Browser, folder: Path) -> None:
    tab.open(folder / "news.html")
    tab.evaluate("document.querySelector('#list').insertAdjacentHTML('beforeend', '<button></button>')")
    assert ["button-name", "critical"] in [found[:2] for found in violations(tab)]
