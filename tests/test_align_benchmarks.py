"""The yardstick's own arithmetic: a benchmark that counts wrongly is worse than none."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from align_toys import segments

from benchmarks.align.hunalign import measure_hunalign, read_ladder
from benchmarks.align.scoring import count
from benchmarks.align.synthetic import Beads, MadeDocument


def test_a_ladder_becomes_beads() -> None:
    ladder = "0\t0\t0.3\n1\t1\t0.2\n1\t2\t-0.3\n3\t3\t0.5\n"
    assert read_ladder(ladder, 4, 3) == [((0,), (0,)), ((), (1,)), ((1, 2), (2,)), ((3,), ())]


def test_what_is_no_ladder_is_an_error() -> None:
    with pytest.raises(ValueError, match="no rung"):
        read_ladder("Reading dictionary...\n", 1, 1)


def test_a_program_is_run_on_the_texts_and_counted(tmp_path: Path) -> None:
    program = tmp_path / "aligner"
    program.write_text(
        "#!/bin/sh\nn=$(wc -l < $2)\ni=0\nwhile [ $i -le $n ]; do printf '%d\\t%d\\t0.1\\n' $i $i; i=$((i+1)); done\n"
    )
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    sides = segments(["a1.", "a2."]), segments(["b1.", "b2."])
    made = MadeDocument(
        name="toy", source=sides[0], target=sides[1], source_text="a1. a2.", target_text="b1. b2.",
        gold=[((0,), (0,)), ((1,), (1,))],
    )  # fmt: skip
    found = measure_hunalign(program, made)
    assert found["hunalign_strict_f1"] == 1.0
    assert found["hunalign_seconds"] > 0


def test_null_beads_count_for_precision_alone() -> None:
    gold: Beads = [((0,), (0,)), ((1,), ())]
    assert count([((0,), (0,)), ((1,), ())], gold).strict == (1.0, 1.0, 1.0)
    assert count([((0, 1), (0,))], gold).strict == (0.0, 0.0, 0.0)
    assert count([((0, 1), (0,))], gold).lax[2] == 1.0
