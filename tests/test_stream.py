"""Streams, batches and the corpus filter as whole processes: order, atomic files, and going on after a kill."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Generator, Iterator, Sequence
from pathlib import Path

import pytest

from mtcheck.checkpoint import GrowingFile, State, fingerprint, load_state, save_state, write_whole
from mtcheck.errors import InputError, MtcheckError
from mtcheck.pool import Pool

PAIRS = [
    ("Das Haus ist alt.", "The house is old."),
    ("Er kam 1984 nach Berlin.", "He came to Berlin in 1948."),
    ("Die Straße war leer, und es regnete.", "The street was empty, and it was raining."),
    ("Wir haben 25 Bücher gekauft.", "We bought 25 books."),
    ("Morgen beginnt die Schule wieder.", "School starts again tomorrow &nbsp; morning."),
]


def command(*args: str) -> list[str]:
    return [sys.executable, "-m", "mtcheck", *args]


def run(*args: str, cwd: Path | None = None, stdin: bytes = b"") -> subprocess.CompletedProcess[str]:
    done = subprocess.run(command(*args), input=stdin, capture_output=True, timeout=300, cwd=cwd)
    return subprocess.CompletedProcess(args, done.returncode, done.stdout.decode(), done.stderr.decode())


def write_pairs(path: Path, n: int, extra: Sequence[str] = ()) -> Path:
    rows = [f"{a} ({i})\t{b} ({i})" for i in range(n) for a, b in [PAIRS[i % len(PAIRS)]]]
    path.write_text("\n".join(["source\ttarget", *rows, *extra]) + "\n", "utf-8")
    return path


@pytest.fixture(scope="module", name="corpus")
def corpus_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_pairs(tmp_path_factory.mktemp("corpus") / "pairs.tsv", 1600)


COPY = "Die Straße war leer, und nach dem langen Regen der letzten Nacht kam endlich wieder die Sonne heraus."
LANGS = ("--source-lang", "de", "--target-lang", "en")


def double(x: int) -> int:
    if x == 13:
        raise InputError("thirteen")
    return 2 * x


HERE = os.getpid()


def die(x: int) -> int:
    if os.getpid() != HERE:
        os.kill(os.getpid(), signal.SIGKILL)
    return x


class TestPool:
    @pytest.mark.parametrize(("n_jobs", "fork"), [(1, True), (3, True), (2, False)])
    def test_results_keep_the_order(self, n_jobs: int, fork: bool) -> None:
        assert list(Pool(double, n_jobs, fork=fork).map(range(12))) == [2 * x for x in range(12)]

    @pytest.mark.parametrize("n_jobs", [1, 2])
    def test_what_came_before_a_fault_of_the_reader_comes_first(self, n_jobs: int) -> None:
        def reader() -> Iterator[int]:
            yield from range(5)
            raise InputError("row 5")

        made = Pool(double, n_jobs).map(reader())
        assert [next(made) for _ in range(5)] == [0, 2, 4, 6, 8]
        with pytest.raises(InputError, match="row 5"):
            next(made)

    def test_a_fault_of_the_work_comes_as_it_is(self) -> None:
        with pytest.raises(InputError, match="thirteen"):
            list(Pool(double, 2).map(range(20)))

    def test_a_process_that_dies_is_an_error_not_a_wait(self) -> None:
        with pytest.raises(MtcheckError, match="a worker process died"):
            list(Pool(die, 2).map(range(6)))

    def test_no_thread_goes_on_after_the_end_or_a_fault(self) -> None:
        before = set(threading.enumerate())
        with pytest.raises(InputError, match="thirteen"):
            list(Pool(double, 2).map(range(20)))
        assert set(threading.enumerate()) <= before
        made = Pool(double, 2).map(range(12))
        assert [next(made) for _ in range(3)] == [0, 2, 4]
        assert isinstance(made, Generator)
        made.close()
        assert set(threading.enumerate()) <= before

    def test_few_batches_are_read_ahead(self) -> None:
        asked = 0

        def reader() -> Iterator[int]:
            nonlocal asked
            for i in range(40):
                asked += 1
                yield i

        for n_made, _ in enumerate(Pool(double, 2).map(x for x in reader() if x != 13), 1):
            assert asked <= n_made + 6  # five on the way at most, and the one that is skipped


class TestCheckpoint:
    def test_a_file_has_its_name_only_when_it_is_whole(self, tmp_path: Path) -> None:
        out = tmp_path / "x.jsonl"
        file = GrowingFile(str(out))
        file.write(b"one\n")
        file.sync()
        assert not out.exists()
        file.close()
        file.name()
        assert out.read_bytes() == b"one\n"
        assert [path.name for path in tmp_path.iterdir()] == ["x.jsonl"]

    def test_nothing_is_left_after_a_failure_unless_it_is_to_be_resumed(self, tmp_path: Path) -> None:
        for keep in (False, True):
            file = GrowingFile(str(tmp_path / "x"), keep=keep)
            file.write(b"abc")
            file.abandon()
            assert len(list(tmp_path.iterdir())) == int(keep)
        again = GrowingFile(str(tmp_path / "x"), keep=True, n_bytes=2)
        again.write(b"C")
        again.close()
        assert again.part.read_bytes() == b"abC"

    def test_a_part_that_was_cut_is_refused(self, tmp_path: Path) -> None:
        with pytest.raises(InputError, match="lost or cut"):
            GrowingFile(str(tmp_path / "x"), keep=True, n_bytes=5)

    def test_states_come_back_and_those_of_other_runs_are_refused(self, tmp_path: Path) -> None:
        path = str(tmp_path / "state.json")
        assert load_state(path, "k") == State(key="k")
        state = State(key="k", n_pairs=3, n_bytes=5, data={"x": 0.1 + 0.2})
        save_state(path, state)
        assert load_state(path, "k") == state
        with pytest.raises(InputError, match="another run"):
            load_state(path, "other")
        for text in ("", "[]", "{}", '{"schema": "mtcheck-state/9", "key": "k"}', '{"schema": "mtcheck-state/1"}'):
            write_whole(path, text.encode())
            with pytest.raises(InputError, match=r"state"):
                load_state(path, "k")

    def test_fingerprints_tell_files_apart(self, tmp_path: Path) -> None:
        a, b = tmp_path / "a", tmp_path / "b"
        a.write_bytes(b"x" * 10)
        b.write_bytes(b"x" * 11)
        assert fingerprint(str(a)) != fingerprint(str(b))
        with pytest.raises(InputError, match="cannot be read"):
            fingerprint(str(tmp_path / "c"))


@pytest.mark.slow
class TestStream:
    def test_jobs_out_and_stdout_give_the_same_bytes(self, corpus: Path, tmp_path: Path) -> None:
        one = run("score", str(corpus), *LANGS, "--format", "jsonl")
        assert one.returncode == 0
        assert len(one.stdout.splitlines()) == 1600
        out = tmp_path / "two.jsonl"
        two = run("score", str(corpus), *LANGS, "--format", "jsonl", "-j", "2", "-o", str(out))
        assert (two.returncode, two.stdout) == (0, "")
        assert out.read_text("utf-8") == one.stdout
        assert sorted(path.name for path in tmp_path.iterdir()) == ["two.jsonl"]

    @pytest.mark.parametrize("form", ["tsv", "csv", "github", "parquet"])
    def test_every_row_format_streams(self, corpus: Path, tmp_path: Path, form: str) -> None:
        out = tmp_path / f"x.{form}"
        assert run("score", str(corpus), *LANGS, "--format", form, "-o", str(out)).returncode == 0
        assert out.stat().st_size > 1000

    def test_aligned_lines_stream_too(self, tmp_path: Path) -> None:
        for name, side in (("a", 0), ("b", 1)):
            (tmp_path / name).write_text("\n".join(pair[side] for pair in PAIRS) + "\n", "utf-8")
        done = run("score", "a", "b", "--aligned", *LANGS, "--format", "jsonl", cwd=tmp_path)
        whole = run("score", "a", "b", "--aligned", *LANGS, "--format", "json", cwd=tmp_path)
        records = json.loads(whole.stdout)["segments"]
        for record in records:
            record.pop("hints", None)  # a stream leaves them out
        assert [json.loads(line) for line in done.stdout.splitlines()] == records

    def test_gates_and_their_exit_codes(self, tmp_path: Path) -> None:
        corpus = str(write_pairs(tmp_path / "pairs.tsv", 520))  # more than one batch

        def code(*args: str) -> int:
            return run("score", corpus, *LANGS, "--format", "tsv", *args).returncode

        assert code("--fail-on", "critical") == 0
        assert code("--fail-on", "major") == 1
        assert code("--fail-on", "major", "--max-flags", "100000") == 0
        assert code("--max-flags", "0") == 1
        assert code("--fail-under", "1") == 0
        assert code("--fail-under", "100") == 1
        failed = run("score", corpus, *LANGS, "--format", "tsv", "--fail-on", "major")
        assert "mtcheck: gate: " in failed.stderr
        assert failed.stdout.count("\n") == 521

    def test_a_broken_row_leaves_no_file(self, tmp_path: Path) -> None:
        path = write_pairs(tmp_path / "bad.tsv", 700, ["only one column"])
        for jobs in ("1", "2"):
            done = run("score", str(path), *LANGS, "--format", "jsonl", "-o", str(tmp_path / "o"), "-j", jobs)
            assert done.returncode == 2
            assert "bad.tsv:702" in done.stderr
            assert "Traceback" not in done.stderr
            assert [p.name for p in tmp_path.iterdir()] == ["bad.tsv"]

    @pytest.mark.parametrize(
        ("args", "words"),
        [
            (["--resume", "s"], "--resume needs --out"),
            (["--format", "parquet"], "--out"),
            (["-j", "-1"], "--jobs -1"),
            (["-o", "missing/x"], "missing"),
        ],
    )
    def test_options_that_do_not_fit_are_one_error(self, corpus: Path, args: list[str], words: str) -> None:
        form = [] if "--format" in args else ["--format", "jsonl"]
        done = run("score", str(corpus), *form, *args)
        assert done.returncode == 2
        assert words in done.stderr
        assert done.stderr.count("\n") == 1

    def test_killed_at_any_moment_it_goes_on_and_ends_with_the_same_bytes(self, corpus: Path, tmp_path: Path) -> None:
        whole = tmp_path / "whole.jsonl"
        assert run("score", str(corpus), *LANGS, "--format", "jsonl", "-o", str(whole)).returncode == 0
        out, state = tmp_path / "x.jsonl", tmp_path / "state.json"
        args = ("score", str(corpus), *LANGS, "--format", "jsonl", "-j", "2", "-o", str(out), "--resume", str(state))
        kill_and_go_on(command(*args), random.Random(5), n_kills=4, out=out)
        assert out.read_bytes() == whole.read_bytes()
        assert run(*args).returncode == 0  # a finished run has nothing left to do
        corpus_copy = write_pairs(tmp_path / "other.tsv", 30)
        other = run("score", str(corpus_copy), *args[2:])
        assert other.returncode == 2
        assert "another run" in other.stderr

    @pytest.mark.parametrize("n_jobs", ["1", "2"])
    def test_told_to_end_it_leaves_nothing(self, corpus: Path, tmp_path: Path, n_jobs: str) -> None:
        # A minute of work, of which the first second is done.
        long = tmp_path / "long.tsv"
        long.write_text(corpus.read_text("utf-8") * 40, "utf-8")
        folder = tmp_path / "out"
        folder.mkdir()
        process = subprocess.Popen(
            command("score", str(long), "--source-lang", "de", "--target-lang", "en", "-j", n_jobs, "--format", "jsonl",
                    "-o", str(folder / "a.jsonl")),
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        deadline = time.monotonic() + 120
        while not list(folder.iterdir()) and process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.05)
        assert list(folder.iterdir())
        process.terminate()
        assert process.wait(60) == 143
        assert not list(folder.iterdir())


def kill_and_go_on(args: list[str], rng: random.Random, *, n_kills: int, out: Path) -> None:
    """Kill the run with SIGKILL so many times, then let it end."""
    env = {**os.environ, "MTCHECK_SAVE_EVERY": "0"}
    for _ in range(n_kills):
        process = subprocess.Popen(args, stderr=subprocess.PIPE, env=env, start_new_session=True)
        time.sleep(rng.uniform(0.5, 4.0))
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
    done = subprocess.run(args, capture_output=True, env=env, timeout=300)
    assert done.returncode == 0, done.stderr
    assert out.is_file()


@pytest.mark.slow
class TestBatch:
    def test_folders_globs_resume_and_one_fault(self, tmp_path: Path) -> None:
        pairs = tmp_path / "in"
        (pairs / "sub").mkdir(parents=True)
        write_pairs(pairs / "a.tsv", 12)
        write_pairs(pairs / "sub" / "b.tsv", 5)
        (pairs / "c.tsv").write_text("broken\n", "utf-8")
        (pairs / "readme.md").write_text("no pairs\n", "utf-8")
        args = ("batch", "in", "-o", "out", *LANGS, "--format", "json", "--format", "sarif", "--resume", "state.json")
        done = run(*args, "-j", "2", cwd=tmp_path)
        assert done.returncode == 2
        assert "in/c.tsv:1" in done.stderr
        assert "Traceback" not in done.stderr
        made = sorted(p.relative_to(tmp_path / "out").as_posix() for p in (tmp_path / "out").rglob("*") if p.is_file())
        assert made == ["a.tsv.json", "a.tsv.sarif", "sub/b.tsv.json", "sub/b.tsv.sarif", "summary.tsv"]
        assert (tmp_path / "out" / "summary.tsv").read_text("utf-8") == done.stdout
        before = (tmp_path / "out" / "a.tsv.json").stat().st_mtime_ns
        write_pairs(pairs / "c.tsv", 4)
        again = run(*args, cwd=tmp_path)
        assert again.returncode == 0
        assert (tmp_path / "out" / "a.tsv.json").stat().st_mtime_ns == before
        assert [line.split("\t")[0] for line in again.stdout.splitlines()] == ["name", "a.tsv", "c.tsv", "sub/b.tsv"]
        paged = run(*args[:-6], "--format", "html", cwd=tmp_path)
        assert paged.returncode == 0
        assert {p.name for p in (tmp_path / "out").glob("*.html")} >= {"index.html"}
        globbed = run("batch", "in/**/*.tsv", "-o", "out2", *LANGS, cwd=tmp_path)
        assert globbed.stdout == again.stdout

    def test_sources_and_translations_meet_by_name(self, tmp_path: Path) -> None:
        for folder, side in (("de", 0), ("en", 1)):
            (tmp_path / folder).mkdir()
            (tmp_path / folder / "x.txt").write_text(" ".join(pair[side] for pair in PAIRS), "utf-8")
        done = run("batch", "de", "--targets", "en", "-o", "out", *LANGS, "--fail-on", "minor", cwd=tmp_path)
        assert done.returncode == 1
        assert "gate: x.txt" in done.stderr
        (tmp_path / "de" / "y.txt").write_text("Noch ein Text.", "utf-8")
        missing = run("batch", "de", "--targets", "en", "-o", "out", cwd=tmp_path)
        assert missing.returncode == 2
        assert "y.txt" in missing.stderr

    def test_nothing_to_check_is_an_error(self, tmp_path: Path) -> None:
        (tmp_path / "in").mkdir()
        for given in ("in", "none/*.tsv"):
            done = run("batch", given, "-o", "out", cwd=tmp_path)
            assert done.returncode == 2
            assert given in done.stderr


@pytest.mark.slow
class TestFilter:
    def test_what_is_dropped_is_said_why(self, tmp_path: Path) -> None:
        pytest.importorskip("rbloom")
        rows = [*PAIRS, PAIRS[2], ("Ein Satz ohne Gegenstück.", ""), (COPY, COPY)]
        text = "source\ttarget\n" + "".join(f"{a}\t{b}\n" for a, b in rows)
        (tmp_path / "in.tsv").write_text(text, "utf-8")
        args = ("filter", "in.tsv", "-o", "clean.tsv", "--rejected", "why.tsv", *LANGS)
        done = run(*args, cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        why = [line.split("\t") for line in (tmp_path / "why.tsv").read_text("utf-8").splitlines()[1:]]
        by_line = {int(row[0]): row[1] for row in why}
        assert by_line[3].split()[0] == "NUM001"
        assert by_line[7] == "near-duplicate"
        assert by_line[8] == "empty-side"
        assert "COP001" in by_line[9]
        kept = (tmp_path / "clean.tsv").read_text("utf-8").splitlines()[1:]
        assert len(kept) + len(why) == len(rows)
        counts = dict(line.split("\t")[:2] for line in done.stdout.splitlines())
        assert counts["kept"] == str(len(kept))
        assert counts["near-duplicate"] == "1"
        two = run(*args, "-j", "2", cwd=tmp_path)
        assert two.stdout == done.stdout
        assert (tmp_path / "clean.tsv").read_text("utf-8").splitlines()[1:] == kept

    def test_limits_are_checked_before_the_work(self, tmp_path: Path) -> None:
        for args in (["--min-quality", "101"], ["--expected", "0"], ["--drop-on", "grave"], ["--profile", "poems"]):
            done = run("filter", "missing.tsv", "-o", str(tmp_path / "x"), *args)
            assert done.returncode == 2
            assert args[1] in done.stderr
