"""The index over many reports: order, links, names, and that it needs nothing but itself."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import report_samples as samples

from mtcheck.errors import InputError
from mtcheck.report import Report, index


def at(path: str, report: Report) -> Report:
    return replace(report, target=replace(report.target, path=path))


def test_the_worst_comes_first(tmp_path: Path) -> None:
    made = {"clean.txt": samples.clean(), "news.txt": samples.news(), "arabic.txt": samples.arabic()}
    path = index.write_batch((at(name, report) for name, report in made.items()), tmp_path / "out")
    html = path.read_text("utf-8")
    assert re.findall(r'<th scope="row"><a href="[^"]+">([^<]+)</a>', html) == ["news.txt", "arabic.txt", "clean.txt"]
    assert "3 translations, the worst first" in html


def test_every_link_leads_to_a_page(tmp_path: Path) -> None:
    same = [
        at(name, samples.lint()) for name in ("a/x.txt", "a/x.txt", "../../etc/passwd", "", "." * 300, "таблица.txt")
    ]
    path = index.write_batch(same, tmp_path)
    links = re.findall(r'<a href="([^"]+)">', path.read_text("utf-8"))
    assert len(set(links)) == len(same)
    for link in links:
        assert re.fullmatch(r"[A-Za-z0-9._-]+", link)
        assert (tmp_path / link).read_text("utf-8").startswith("<!doctype html>")
    assert len(list(tmp_path.iterdir())) == len(same) + 1


def test_it_has_no_script_and_admits_none(tmp_path: Path) -> None:
    html = index.write_batch([samples.hostile("<script>alert(1)</script>\u202e\x00")], tmp_path).read_text("utf-8")
    assert "<script" not in html
    assert "script-src" not in html
    assert "\u202e" not in html
    (style,) = re.findall(r"<style>(.*?)</style>", html, re.S)
    assert "sha256-" + base64.b64encode(hashlib.sha256(style.encode()).digest()).decode() in html


def test_reports_are_taken_one_at_a_time(tmp_path: Path) -> None:
    def reports() -> Iterator[Report]:
        for i in range(3):
            assert len(list(tmp_path.glob("*.html"))) == i
            yield samples.clean()

    index.write_batch(reports(), tmp_path)


def test_no_report_at_all_is_an_empty_index(tmp_path: Path) -> None:
    assert "0 translations" in index.write_batch([], tmp_path).read_text("utf-8")


def test_a_folder_that_cannot_be_made_is_an_input_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(InputError, match="cannot be made a folder"):
        index.write_batch([], tmp_path / "file")
