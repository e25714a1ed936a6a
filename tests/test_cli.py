"""The command line as a user meets it: whole processes, their output and exit codes."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

CORPORA = Path(__file__).parents[1] / "corpora"
DEMO = [str(CORPORA / "news-ru-en" / f"{side}.txt") for side in ("source", "target")]
CLEAN = [str(CORPORA / "news-ru-en-clean" / f"{side}.txt") for side in ("source", "target")]

pytestmark = pytest.mark.slow


def run(*args: str, stdin: bytes = b"", cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "mtcheck", *args], input=stdin, capture_output=True, timeout=120, cwd=cwd
    )
    return subprocess.CompletedProcess(args, done.returncode, done.stdout.decode(), done.stderr.decode())


def fails(*args: str, stdin: bytes = b"") -> str:
    """The one error line of a run that must exit with 2, write nothing to stdout and show no traceback."""
    done = run(*args, stdin=stdin)
    assert done.returncode == 2, done
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    assert done.stderr.startswith("mtcheck: error: "), done.stderr
    assert done.stderr.count("\n") == 1, done.stderr
    return done.stderr


class TestScore:
    def test_text_names_the_verdict_and_the_place_of_the_debris(self) -> None:
        done = run("score", *DEMO)
        assert done.returncode == 0
        assert "alt=" in done.stdout
        assert "target.txt:3" in done.stdout
        assert "mtcheck|langs:ru-en" in done.stdout

    def test_json_jsonl_and_tsv_agree(self, tmp_path: Path) -> None:
        out = tmp_path / "r.json"
        whole = json.loads(run("score", *DEMO, "--format", "json", "--json", str(out)).stdout)
        assert whole == json.loads(out.read_text("utf-8"))
        lines = run("score", *DEMO, "--format", "jsonl").stdout.splitlines()
        assert [json.loads(line) for line in lines] == whole["segments"]
        rows = run("score", *DEMO, "--format", "tsv").stdout.splitlines()
        assert len(rows) == len(lines) + 1

    def test_html_and_report_again_are_the_same_bytes(self, tmp_path: Path) -> None:
        html, saved, again = tmp_path / "a.html", tmp_path / "a.json", tmp_path / "b.html"
        assert run("score", *DEMO, "--html", str(html), "--json", str(saved)).returncode == 0
        assert run("report", str(saved), "-o", str(again)).returncode == 0
        assert html.read_bytes() == again.read_bytes()
        page = html.read_text("utf-8")
        assert "http-equiv" in page
        assert "<script src" not in page

    def test_the_gate_sets_exit_code_1(self) -> None:
        assert run("score", *DEMO, "--fail-on", "major").returncode == 1
        assert run("score", *CLEAN, "--fail-on", "critical").returncode == 0
        assert run("score", *DEMO, "--fail-under", "99").returncode == 1

    def test_select_and_ignore(self) -> None:
        only = json.loads(run("score", *DEMO, "--format", "json", "--select", "MRK").stdout)
        assert set(only["summary"]["by_rule"]) <= {r for r in only["summary"]["by_rule"] if r.startswith("MRK")}
        assert only["summary"]["by_rule"]
        none = json.loads(run("score", *DEMO, "--format", "json", "--ignore", "MRK001").stdout)
        assert "MRK001" not in none["summary"]["by_rule"]

    def test_source_from_stdin(self) -> None:
        done = run("score", "-", DEMO[1], "--format", "json", stdin=Path(DEMO[0]).read_bytes())
        assert json.loads(done.stdout)["source"]["path"] == "-"

    def test_reference_adds_metrics_with_signatures(self) -> None:
        whole = json.loads(run("score", *DEMO, "--reference", DEMO[1], "--format", "json").stdout)
        metrics = {metric["name"]: metric for metric in whole["metrics"]}
        assert round(metrics["bleu"]["value"]) == 100
        assert "version:" in metrics["chrf"]["signature"]

    def test_pairs_file_streams_one_record_a_row(self, tmp_path: Path) -> None:
        path = tmp_path / "pairs.tsv"
        path.write_text(
            "source\ttarget\nДом очень старый и большой.\tThe house is very old and big.\n\tExtra.\n", "utf-8"
        )
        records = [json.loads(line) for line in run("score", str(path), "--format", "jsonl").stdout.splitlines()]
        assert [record["index"] for record in records] == [0, 1]
        text = path.read_text("utf-8")
        for record in records:
            assert record["target"] == text[slice(*record["target_span"])]
        assert records[1]["source_span"] is None

    def test_aligned_lines(self, tmp_path: Path) -> None:
        source, target = tmp_path / "a.ru", tmp_path / "a.en"
        source.write_text("Дом старый.\nМашина новая.\n", "utf-8")
        target.write_text("The house is old.\nThe car is new.\n", "utf-8")
        whole = json.loads(run("score", str(source), str(target), "--aligned", "--format", "json").stdout)
        assert [record["bead"] for record in whole["segments"]] == [[[0], [0]], [[1], [1]]]
        target.write_text("The house is old.\n", "utf-8")
        assert "2" in fails("score", str(source), str(target), "--aligned")


class TestOtherCommands:
    def test_align_prints_vecaligns_format(self) -> None:
        import re

        lines = run("align", *DEMO, "--format", "vecalign").stdout.splitlines()
        assert lines
        for line in lines:
            assert re.fullmatch(r"\[(\d+(, \d+)*)?\]:\[(\d+(, \d+)*)?\]:\d+\.\d+", line)

    @pytest.mark.parametrize("form", ["text", "tsv", "json"])
    def test_align_other_formats(self, form: str) -> None:
        done = run("align", *DEMO, "--format", form)
        assert done.returncode == 0
        assert "Vetlinsk" in done.stdout

    def test_lint_needs_no_source(self) -> None:
        whole = json.loads(run("lint", DEMO[1], "--format", "json").stdout)
        assert "MRK001" in whole["summary"]["by_rule"]
        assert all(record["adequacy"] is None for record in whole["segments"])
        assert not any("adequacy" in note for note in whole["notes"])

    def test_rules_rule_and_models(self) -> None:
        listed = run("rules").stdout
        assert "MRK001  broken-markup" in listed
        assert "Why:" in run("rule", "broken-markup").stdout
        assert "static-v1" in run("models").stdout


class TestMistakes:
    @pytest.mark.parametrize(
        ("args", "words"),
        [
            (("score", "missing.txt", DEMO[1]), "missing.txt"),
            (("score", str(CORPORA), DEMO[1]), "is a directory"),
            (("score", *DEMO, "--format", "pdf"), "--format"),
            (("score", *DEMO, "--fail-on", "huge"), "--fail-on"),
            (("score", *DEMO, "--source-lang", "xx-nope"), "xx-nope"),
            (("score", *DEMO, "--select", "NUM01X"), "NUM01X"),
            (("score", *DEMO, "--aligned", "--sentences"), "exclude"),
            (("score", *DEMO, "--html", "no/such/folder/a.html"), "folder"),
            (("score", *DEMO, "--config", "missing.toml"), "missing.toml"),
            (("score", "-", "-"), "stdin"),
            (("rule", "numbr-mismatch"), "did you mean"),
            (("report", DEMO[0], "-o", "x.html"), "source.txt"),
        ],
    )
    def test_one_clear_line_and_exit_code_2(self, args: tuple[str, ...], words: str) -> None:
        assert words in fails(*args)

    def test_wrong_option_is_usage(self) -> None:
        done = run("score", *DEMO, "--nonsense")
        assert done.returncode == 2
        assert "Traceback" not in done.stderr

    def test_empty_and_binary_input(self, tmp_path: Path) -> None:
        empty, binary = tmp_path / "empty.txt", tmp_path / "b.txt"
        empty.write_bytes(b"")
        binary.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00")
        assert "empty.txt" in fails("score", str(empty), DEMO[1])
        assert "b.txt" in fails("score", DEMO[0], str(binary))

    def test_an_unknown_hub_model_is_one_clear_error(self) -> None:
        assert "no-such-org/no-such-model" in fails("score", *DEMO, "--encoder", "no-such-org/no-such-model")
