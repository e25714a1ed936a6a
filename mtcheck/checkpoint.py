"""Output that survives being killed: a file written beside its name and moved there, and a state to go on from."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from mtcheck.errors import InputError

SCHEMA = "mtcheck-state/1"
_SAMPLE = 1 << 20


@dataclass(slots=True)
class State:
    """How far a run has come. `key` names the run: equal keys give equal output."""

    key: str
    n_pairs: int = 0
    n_bytes: int = 0
    done: bool = False
    data: dict[str, Any] = field(default_factory=dict)


def load_state(path: str, key: str) -> State:
    """The state kept at `path`, or a new one where there is no such file.

    Raises:
        InputError: the file is no state, or that of another run.
    """
    try:
        raw = json.loads(Path(path).read_text("utf-8"))
        schema = raw.pop("schema")
        state = State(**raw)
    except FileNotFoundError:
        return State(key=key)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError(f"{path}: not a state that --resume wrote ({error}); delete it to begin anew.") from error
    if schema != SCHEMA:
        raise InputError(f"{path}: a state of another version ({schema!r}); delete it to begin anew.")
    if state.key != key:
        raise InputError(
            f"{path}: the state of another run: the input, the options or mtcheck itself have changed since; "
            "delete it to begin anew, or give another file to --resume."
        )
    return state


def save_state(path: str, state: State) -> None:
    """Replace the file at `path` in one step, and only when everything is on the disk.

    Raises:
        InputError: it cannot be written.
    """
    values = {name: getattr(state, name) for name in State.__slots__}
    write_whole(path, json.dumps({"schema": SCHEMA, **values}).encode())


def write_whole(path: str | Path, data: bytes) -> None:
    """Write a file whole or not at all: a temporary file beside it, then a rename.

    Raises:
        InputError: it cannot be written.
    """
    temporary = Path(path).with_name(f".{Path(path).name}.{os.getpid()}.tmp")
    try:
        with temporary.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise InputError(f"{path}: cannot be written ({error.strerror}).") from error


def fingerprint(path: str) -> str:
    """What tells one input file from another: its size, and a hash of its first and last megabyte.

    Raises:
        InputError: it cannot be read.
    """
    try:
        size = os.path.getsize(path)
        digest = hashlib.sha256(str(size).encode())
        with open(path, "rb") as file:
            digest.update(file.read(_SAMPLE))
            file.seek(max(0, size - _SAMPLE))
            digest.update(file.read(_SAMPLE))
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}).") from error
    return digest.hexdigest()


def run_key(**parts: Any) -> str:
    """One hash of everything that decides a run's output."""
    return hashlib.sha256(json.dumps(parts, sort_keys=True, default=str).encode()).hexdigest()


class GrowingFile:
    """A file that gets its name only when it is finished. Until then it is `.NAME.part` beside it.

    `keep` leaves the part where it is when the run fails, for `--resume`; without it nothing is left.
    """

    def __init__(self, path: str, *, keep: bool = False, n_bytes: int = 0) -> None:
        """Open the part, cut to the `n_bytes` that are known to be good.

        Raises:
            InputError: it cannot be written, or is shorter than that.
        """
        self.path, self._keep = Path(path), keep
        self.part = self.path.with_name(f".{self.path.name}.part" if keep else f".{self.path.name}.{os.getpid()}.part")
        try:
            if n_bytes and (not self.part.is_file() or self.part.stat().st_size < n_bytes):
                raise InputError(
                    f"{self.part}: lost or cut since the state was written; delete the state to begin anew."
                )
            self._file: IO[bytes] = self.part.open("r+b" if n_bytes else "wb")
            self._file.truncate(n_bytes)
            self._file.seek(n_bytes)
        except OSError as error:
            raise InputError(f"{path}: cannot be written ({error.strerror}).") from error

    def write(self, data: bytes) -> None:
        """Append; InputError where the disk is full."""
        try:
            self._file.write(data)
        except OSError as error:
            raise InputError(f"{self.path}: cannot be written ({error.strerror}).") from error

    def sync(self) -> int:
        """Everything to the disk; the size so far."""
        self._file.flush()
        os.fsync(self._file.fileno())
        return self._file.tell()

    def close(self) -> int:
        """Everything to the disk, and no more to come; the size."""
        n_bytes = self.sync()
        self._file.close()
        return n_bytes

    def name(self) -> None:
        """Give the closed file its name."""
        os.replace(self.part, self.path)

    def abandon(self) -> None:
        """Close after a failure."""
        self._file.close()
        if not self._keep:
            self.part.unlink(missing_ok=True)
