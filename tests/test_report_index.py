"""The index over many reports: order, links, names, and that it needs nothing but itself."""

from __future__ import annotations

import base64
import hashlib
import json
import pickle
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import report_samples as samples
from typer.testing import CliRunner

from mtcheck.cli import app
from mtcheck.errors import InputError
from mtcheck.report import Report, index


def at(path: str, report: Report) -> Report:
    return replace(report, target=replace(report.target, path=path))


def test_the_worst_comes_first(tmp_path: Path) -> None:
    made = {"clean.txt": samples.clean(), "news.txt": samples.news(), "arabic.txt": samples.arabic()}
    path = index.write_batch_report((at(name, report) for name, report in made.items()), tmp_path / "out")
    html = path.read_text("utf-8")
    assert re.findall(r'<th scope="row"><a href="[^"]+">([^<]+)</a>', html) == ["news.txt", "arabic.txt", "clean.txt"]
    assert "3 translations, the worst first" in html


def test_every_link_leads_to_a_page(tmp_path: Path) -> None:
    same = [
        at(name, samples.lint()) for name in ("a/x.txt", "a/x.txt", "../../etc/passwd", "", "." * 300, "таблица.txt")
    ]
    path = index.write_batch_report(same, tmp_path)
    links = re.findall(r'<a href="([^"]+)">', path.read_text("utf-8"))
    assert len(set(links)) == len(same)
    for link in links:
        assert re.fullmatch(r"[A-Za-z0-9._-]+", link)
        assert (tmp_path / link).read_text("utf-8").startswith("<!doctype html>")
    assert len(list(tmp_path.iterdir())) == len(same) + 2  # with the index and its figures


def test_it_has_no_script_and_admits_none(tmp_path: Path) -> None:
    html = index.write_batch_report([samples.hostile("<script>alert(1)</script>\u202e\x00")], tmp_path).read_text(
        "utf-8"
    )
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

    index.write_batch_report(reports(), tmp_path)


def test_no_report_at_all_is_an_empty_index(tmp_path: Path) -> None:
    assert "0 translations" in index.write_batch_report([], tmp_path).read_text("utf-8")


def test_a_folder_that_cannot_be_made_is_an_input_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(InputError, match="cannot be made a folder"):
        index.write_batch_report([], tmp_path / "file")


def runs(folder: Path) -> list[dict[str, float]]:
    return list(json.loads((folder / "index.json").read_text("utf-8"))["runs"])


def test_a_second_run_shows_what_changed_and_an_equal_one_changes_nothing(tmp_path: Path) -> None:
    news = samples.news()
    index.write_batch_report([at("a.txt", news), at("b.txt", samples.clean())], tmp_path)
    first = (tmp_path / "index.html").read_bytes()
    index.write_batch_report([at("a.txt", news), at("b.txt", samples.clean())], tmp_path)
    assert (tmp_path / "index.html").read_bytes() == first
    assert len(runs(tmp_path)) == 1
    assert b"Trend over" not in first
    assert news.summary.quality is not None
    better = replace(news, summary=replace(news.summary, quality=news.summary.quality + 10))
    made = [at("a.txt", better), at("b.txt", samples.clean()), at("c.txt", news)]
    html = index.write_batch_report(made, tmp_path).read_text("utf-8")
    assert "Trend over 2 runs" in html
    assert re.findall(r'class="chg">([^<]+)<', html) == ["new", "+10.0"]
    assert len(runs(tmp_path)) == 2
    assert index.write_batch_report(made, tmp_path).read_text("utf-8") == html


def test_what_was_found_is_counted_over_all(tmp_path: Path) -> None:
    html = index.write_batch_report([samples.news(), at("b", samples.news())], tmp_path).read_text("utf-8")
    assert re.search(r'number-mismatch <span class="code">NUM001</span></th><td>2</td><td>4</td>', html)


def test_a_foreign_index_json_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "index.json").write_text('{"mine": 1}', encoding="utf-8")
    with pytest.raises(InputError, match="not an mtcheck batch"):
        index.write_batch_report([samples.news()], tmp_path)
    assert (tmp_path / "index.json").read_text("utf-8") == '{"mine": 1}'


def test_the_command_line_makes_one_of_saved_results(tmp_path: Path) -> None:
    for name, report in (("a", samples.news()), ("b", samples.clean())):
        (tmp_path / f"{name}.json").write_text(report.to_json(), encoding="utf-8")
    saved = [str(tmp_path / "a.json"), str(tmp_path / "b.json")]
    run = CliRunner().invoke
    assert run(app, ["report", *saved, "-o", str(tmp_path / "out")]).exit_code == 0
    assert "2 translations" in (tmp_path / "out" / "index.html").read_text("utf-8")
    assert run(app, ["report", saved[0], "-o", str(tmp_path / "a.html")]).exit_code == 0
    assert (tmp_path / "a.html").read_text("utf-8") == samples.news().to_html()


def test_the_same_documents_get_the_same_pages_again(tmp_path: Path) -> None:
    made = [at(name, samples.clean()) for name in ("index", "a/b.txt", "a-b.txt", "c.txt")]
    index.write_batch_report(made, tmp_path)
    names = {path.name for path in tmp_path.iterdir()}
    assert names >= {"index.html", "index-2.html", "a-b.txt.html", "a-b.txt-2.html", "c.txt.html"}
    index.write_batch_report([at("new.txt", samples.news()), *made], tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == names | {"new.txt.html"}


def test_pages_made_elsewhere_get_an_index_too(tmp_path: Path) -> None:
    lines = [index.line(samples.news(), "a b/страница 1.html"), index.line(samples.clean(), "c.html")]
    html = index.write_index(pickle.loads(pickle.dumps(lines)), tmp_path).read_text("utf-8")
    assert 'href="a%20b/%D1%81%D1%82%D1%80' in html
    assert "2 translations" in html
