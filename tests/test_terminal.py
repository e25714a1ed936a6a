"""What a person at a terminal sees: colour and a bar with the time left there, neither in a pipe nor against a wish."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pty = pytest.importorskip("pty", reason="pseudo-terminals are a POSIX thing")

DEMO = [str(Path(__file__).parents[1] / "corpora" / "news-de-en" / name) for name in ("source.txt", "target.txt")]
COLOUR = "\x1b[1;33m"


def at_a_terminal(*arguments: str, **environ: str) -> str:
    """The command's output on a pseudo-terminal of 100 columns."""
    leader, follower = pty.openpty()
    clean = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS")}
    process = subprocess.Popen(
        [sys.executable, "-m", "mtcheck", *arguments],
        stdin=follower,
        stdout=follower,
        stderr=follower,
        env={**clean, "TERM": "xterm-256color", "PYTHONPATH": str(Path(__file__).parents[1]), **environ},
    )
    os.close(follower)
    chunks = []
    try:
        while chunk := os.read(leader, 1 << 16):
            chunks.append(chunk)
    except OSError:  # the other end has gone
        pass
    os.close(leader)
    process.wait(60)
    return b"".join(chunks).decode("utf-8")


@pytest.mark.slow
def test_a_terminal_gets_colour_and_a_bar() -> None:
    seen = at_a_terminal("score", *DEMO)
    assert COLOUR in seen
    assert "checking" in seen
    assert "0:00:0" in seen  # the time left


@pytest.mark.slow
@pytest.mark.parametrize("environ", [{"NO_COLOR": "1"}, {"TERM": "dumb"}], ids=["no-color", "dumb"])
def test_colour_is_off_where_it_is_not_wanted(environ: dict[str, str]) -> None:
    seen = at_a_terminal("score", *DEMO, **environ)
    assert "quality" in seen
    assert COLOUR not in seen
    assert "\x1b[3" not in seen


@pytest.mark.slow
def test_a_pipe_gets_neither() -> None:
    piped = subprocess.run(
        [sys.executable, "-m", "mtcheck", "score", *DEMO], capture_output=True, text=True, check=True
    )
    assert "\x1b" not in piped.stdout + piped.stderr
    assert "checking" not in piped.stderr
