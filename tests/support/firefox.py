"""Firefox without a window, spoken to in WebDriver BiDi: what the tests ask of it and nothing more.

Written by hand until Playwright drives an unpatched Firefox by BiDi; then this file goes.

with running(executable) as firefox:
    tab = Tab(firefox, "http://127.0.0.1:8000/")
"""

import base64
import json
import re
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from time import monotonic, sleep
from typing import IO, Any

import numpy as np
from PIL import Image
from websockets.sync.client import ClientConnection, connect

LIMIT = 120
"""Seconds that anything may take before a test gives up on it: the machine may be busy."""
KEYS = {
    "ArrowRight": "\ue014",
    "End": "\ue010",
    "Enter": "\ue007",
    "Escape": "\ue00c",
    "Tab": "\ue004",
}  # W3C WebDriver, 17.4.2: keyboard actions


class Firefox:
    """A running Firefox: takes commands, saves to a folder, and gathers what its consoles complain of."""

    def __init__(self, line: ClientConnection, folder: Path) -> None:
        self.line, self.folder, self.count = line, folder, 0
        self.complaints: list[str] = []

    def command(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Do something and return its result. Raises `AssertionError` with what Firefox says against it."""
        self.count += 1
        self.line.send(json.dumps({"id": self.count, "method": method, "params": parameters}))
        while True:
            heard = json.loads(self.line.recv(timeout=LIMIT))
            if heard.get("id") == self.count:
                assert heard["type"] == "success", f"{method}: {heard.get('message')}"
                found: dict[str, Any] = heard["result"]
                return found
            if heard.get("params", {}).get("level") in ("error", "warn"):
                self.complaints.append(str(heard["params"]["text"]))


class Tab:
    """A page in a tab of its own."""

    def __init__(self, firefox: Firefox, address: str) -> None:
        self.firefox = firefox
        self.context: str = firefox.command("browsingContext.create", type="tab")["context"]
        firefox.command("browsingContext.navigate", context=self.context, url=address, wait="interactive")

    def run(self, function: str, *values: str) -> Any:
        """Call a function of JavaScript with texts; what it returns has to be JSON."""
        result = self.firefox.command(
            "script.callFunction",
            functionDeclaration=f"async (...given) => JSON.stringify(await ({function})(...given) ?? null)",
            arguments=[{"type": "string", "value": value} for value in values],
            target={"context": self.context},
            awaitPromise=True,
        )
        assert result["type"] == "success", result["exceptionDetails"]["text"]
        return json.loads(result["result"]["value"])

    def ready(self) -> "Tab":
        """Wait until the page in it is live."""
        until(lambda: self.run("() => document.documentElement?.dataset.python") == "ready", "Python is up")
        return self

    def press(self, selector: str, key: str) -> None:
        """Press a key on an element, as a keyboard would."""
        self.run("selector => { document.querySelector(selector).focus() }", selector)
        strokes = [{"type": kind, "value": KEYS[key]} for kind in ("keyDown", "keyUp")]
        keyboard = {"type": "key", "id": "keyboard", "actions": strokes}
        self.firefox.command("input.performActions", context=self.context, actions=[keyboard])

    def pixels(self, selector: str) -> np.ndarray:
        """A screenshot of an element: whole numbers, shape (height, width, 3)."""
        box = self.run(
            """selector => {
                const { left, top, width, height } = document.querySelector(selector).getBoundingClientRect();
                return { x: left + scrollX, y: top + scrollY, width, height };
            }""",
            selector,
        )
        found = self.firefox.command(
            "browsingContext.captureScreenshot",
            context=self.context,
            origin="document",
            clip={"type": "box", **box},
        )
        return np.asarray(Image.open(BytesIO(base64.b64decode(found["data"]))).convert("RGB"), dtype=int)

    def close(self) -> None:
        """Close the tab."""
        self.firefox.command("browsingContext.close", context=self.context)


def until(holds: Callable[[], bool], what: str) -> None:
    """Wait until `holds()`; fails, saying `what` was waited for."""
    end = monotonic() + LIMIT
    while not holds():
        assert monotonic() < end, f"waited in vain until {what}"
        sleep(0.03)


@contextmanager
def running(executable: Path) -> Iterator[Firefox]:
    """Start Firefox on a fresh profile; in the end it is stopped and the profile removed."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        folder = Path(profile) / "saved"
        folder.mkdir()
        settings = {"browser.download.folderList": 2, "browser.download.dir": str(folder)}
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in settings.items()]
        (Path(profile) / "user.js").write_text("".join(lines))
        options = ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0"]
        with subprocess.Popen(
            [executable, *options], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
        ) as process:
            assert process.stderr
            try:
                with connect(_address(process.stderr), max_size=None, compression=None) as line:
                    firefox = Firefox(line, folder)
                    firefox.command("session.new", capabilities={})
                    firefox.command("session.subscribe", events=["log.entryAdded"])
                    yield firefox
            finally:
                process.kill()


def _address(said: IO[str]) -> str:
    heard = []
    for line in said:
        heard.append(line)
        if found := re.search(r"WebDriver BiDi listening on (\S+)", line):
            return f"{found[1]}/session"
    raise AssertionError(f"Firefox ended before it listened: {''.join(heard)}")
