"""A headless Chromium driven over its debugging pipe: the browser and the standard library, nothing else."""

from __future__ import annotations

import base64
import json
import os
import select
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

_FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--hide-scrollbars",
    "--remote-debugging-pipe",
)  # fmt: skip


class Browser:
    """One tab. `requests` collects the addresses that it asked for and no policy blocked, `faults` what the console
    calls errors: exceptions, violations of the security policy, loads that failed.
    """

    def __init__(self, send: int, receive: int) -> None:
        self._send, self._receive = send, receive
        self._buffer = b""
        self._id = 0
        self._urls: dict[str, str] = {}
        self.requests: list[str] = []
        self.faults: list[str] = []
        target = self.call("Target.createTarget", {"url": "about:blank"}, session=False)["targetId"]
        attach = {"targetId": target, "flatten": True}
        self._session: str = self.call("Target.attachToTarget", attach, session=False)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.call(f"{domain}.enable")

    def call(self, method: str, params: dict[str, Any] | None = None, *, session: bool = True) -> dict[str, Any]:
        """Send a command and wait for its answer, noting events on the way."""
        self._id += 1
        message: dict[str, Any] = {"id": self._id, "method": method, "params": params or {}}
        if session:
            message["sessionId"] = self._session
        os.write(self._send, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._read(60)
            if answer.get("id") == self._id:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return dict(answer["result"])

    def _read(self, seconds: float) -> dict[str, Any]:
        until = time.monotonic() + seconds
        while b"\0" not in self._buffer:
            if not select.select([self._receive], [], [], max(until - time.monotonic(), 0))[0]:
                raise TimeoutError("Chromium does not answer")
            chunk = os.read(self._receive, 1 << 20)
            if not chunk:
                raise RuntimeError("Chromium has gone")
            self._buffer += chunk
        raw, _, self._buffer = self._buffer.partition(b"\0")
        message: dict[str, Any] = json.loads(raw)
        self._note(message)
        return message

    def _note(self, message: dict[str, Any]) -> None:
        match message.get("method"):
            case "Network.requestWillBeSent":
                url = self._urls[message["params"]["requestId"]] = message["params"]["request"]["url"]
                self.requests.append(url)
            case "Network.loadingFailed" if message["params"].get("blockedReason") == "csp":
                self.requests.remove(self._urls[message["params"]["requestId"]])  # asked for, never sent
            case "Runtime.exceptionThrown":
                self.faults.append(json.dumps(message["params"]["exceptionDetails"])[:500])
            case "Log.entryAdded" if message["params"]["entry"]["level"] == "error":
                self.faults.append(message["params"]["entry"]["text"])

    def open(
        self,
        path: Path,
        fragment: str = "",
        *,
        width: int = 1280,
        height: int = 900,
        dark: bool = False,
        scripted: bool = True,
    ) -> float:
        """Load a page from disk; the seconds until its script says that it is ready (`scripted`: if it has one)."""
        self.call(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600},
        )
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.call("Emulation.setEmulatedMedia", {"features": [scheme]})
        began = time.monotonic()
        self.call("Page.navigate", {"url": "about:blank"})
        self.call("Page.navigate", {"url": path.resolve().as_uri() + fragment})
        ready = "document.documentElement?.dataset.ready === '1'" if scripted else "document.readyState === 'complete'"
        self.wait(f"location.href.startsWith('file') && {ready}")
        return time.monotonic() - began

    def wait(self, condition: str, seconds: float = 20.0) -> None:
        """Wait until the expression is true."""
        until = time.monotonic() + seconds
        while not self.evaluate(f"!!({condition})"):
            if time.monotonic() > until:
                raise TimeoutError(condition)
            time.sleep(0.02)

    def evaluate(self, expression: str) -> Any:
        """The JSON value of an expression in the page; a promise is awaited."""
        params = {"expression": expression, "returnByValue": True, "awaitPromise": True}
        result = self.call("Runtime.evaluate", params)
        if "exceptionDetails" in result:
            raise RuntimeError(json.dumps(result["exceptionDetails"])[:1000])
        return result["result"].get("value")

    def key(self, key: str) -> None:
        """Press a key, then give the page a moment."""
        params = {"key": key} | ({"text": key} if len(key) == 1 else {})
        self.call("Input.dispatchKeyEvent", {"type": "keyDown", **params})
        self.call("Input.dispatchKeyEvent", {"type": "keyUp", "key": key})
        self.settle()

    def settle(self) -> None:
        """Let two frames pass, so that what a key or click began is on the page."""
        self.evaluate(
            "new Promise(r => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(() => r(1))), 60))"
        )

    def screenshot(self, path: Path, *, full: bool = True) -> None:
        """Save a PNG of the page."""
        data = self.call(
            "Page.captureScreenshot", {"captureBeyondViewport": full, **({"clip": self._all()} if full else {})}
        )
        path.write_bytes(base64.b64decode(data["data"]))

    def _all(self) -> dict[str, float]:
        size = self.call("Page.getLayoutMetrics")["cssContentSize"]
        return {"x": 0, "y": 0, "width": size["width"], "height": min(size["height"], 12_000), "scale": 1}


@contextmanager
def browser() -> Iterator[Browser]:
    """A fresh Chromium with its own profile; gone afterwards."""
    if CHROMIUM is None:
        raise RuntimeError("Chromium is not installed")
    profile = tempfile.mkdtemp(prefix="mtcheck-chromium-")
    ours_in, theirs_out = os.pipe()
    theirs_in, ours_out = os.pipe()

    def wire() -> None:  # Chromium reads from descriptor 3 and writes to 4
        spare_in, spare_out = os.dup(theirs_in), os.dup(theirs_out)
        os.dup2(spare_in, 3)
        os.dup2(spare_out, 4)

    process = subprocess.Popen(
        [CHROMIUM, *_FLAGS, f"--user-data-dir={profile}"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        close_fds=False,
        preexec_fn=wire,
    )
    os.close(theirs_in)
    os.close(theirs_out)
    try:
        yield Browser(ours_out, ours_in)
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(10)
        os.close(ours_out)
        os.close(ours_in)
        shutil.rmtree(profile, ignore_errors=True)
