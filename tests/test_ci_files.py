"""The pre-commit hook and the GitHub Action name commands and options that exist."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

yaml: Any = pytest.importorskip("yaml")

ROOT = Path(__file__).parents[1]


def options(command: str) -> str:
    done = subprocess.run([sys.executable, "-m", "mtcheck", command, "--help"], capture_output=True, timeout=60)
    return done.stdout.decode()


def test_the_hook_runs_a_command_that_exists() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    program, command, *rest = hook["entry"].split()
    assert (hook["id"], program, command) == ("mtcheck", "mtcheck", "batch")
    assert all(option in options("batch") for option in rest if option.startswith("--"))
    assert re.search(hook["files"], "locale/fi.po")
    assert not re.search(hook["files"], "readme.md")


def test_the_action_uses_options_that_exist_and_all_its_inputs() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    step = action["runs"]["steps"][-1]
    known = options("batch")
    for option in set(re.findall(r"--[a-z][a-z-]+", step["run"])):
        assert option in known
    used = " ".join(step["env"].values())
    assert all(f"inputs.{name} " in used for name in action["inputs"])
    # What a user types reaches the shell through the environment only, never as part of the script.
    assert "${{" not in step["run"]


def test_the_script_of_the_action_is_sound() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    done = subprocess.run(["bash", "-n"], input=action["runs"]["steps"][-1]["run"].encode(), capture_output=True)
    assert done.returncode == 0, done.stderr
