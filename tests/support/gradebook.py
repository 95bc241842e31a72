"""A learning platform that a test looks into: a package's page in a frame beside a run-time."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from playwright.sync_api import BrowserContext, ConsoleMessage, Frame

from downhill.session.fragment import encode
from tests.support.essay import PATIENCE, until
from tools.scorm.scorm_file import Content, course_of

SCRIPT = Path(__file__).with_suffix(".js")
HOST = '<!doctype html><meta charset="utf-8"><title>School</title><body>{scripts}</body>'
MARKS = "localStorage.getItem('downhill.challenges')"
PLACE = encode("line", {"line.m": 140.0})
"""Where a slider was moved to, as the address tells it."""
PAUSE = 200
"""Milliseconds between two reports, in tests."""
ATTEMPT = """([lesson, challenge, states]) => {
    const panel = document.querySelector(`#${lesson} .challenge`);
    panel.dataset.challenge = challenge;
    return states.reduce((before, state) => before.then(() => {
        panel.dataset.state = state;
        return new Promise((resolve) => setTimeout(resolve));
    }), Promise.resolve());
}"""
"""Has the panel of a lesson say how an attempt goes, as the page's Python does."""


def write(site: Path, out: Path) -> None:
    """Write the host and a package's page, passed by two challenges; and one of the line alone."""
    (out / SCRIPT.name).write_bytes(SCRIPT.read_bytes())
    host(out, "host.html", [SCRIPT.name])
    page = (
        Content(site, course_of("en", needed=2), "")
        .html()
        .replace('data-pause="30000"', f'data-pause="{PAUSE}"')
    )
    (out / "page.html").write_text(page, encoding="utf-8")
    alone = course_of("en", "line")
    given = {"lesson": alone.lesson, "challenges": " ".join(alone.challenges), "needed": str(alone.needed)}
    for name, value in given.items():
        page = re.sub(
            rf'(<script data-lesson[^>]*data-{name}|<script data-{name})="[^"]*"', rf'\1="{value}"', page
        )
    (out / "line.html").write_text(page, encoding="utf-8")


def host(out: Path, name: str, scripts: list[str], more: str = "") -> None:
    """Write a page in which these scripts run one after the other."""
    tags = "".join(f'<script src="./{script}"></script>' for script in scripts)
    (out / name).write_text(HOST.format(scripts=tags + more), encoding="utf-8")


class Platform:
    """A page of the platform in a tab of its own; `cmi` is what it has kept of this learner's visits."""

    def __init__(
        self,
        context: BrowserContext,
        address: str,
        version: str = "1.2",
        cmi: Mapping[str, str] | None = None,
        rest: str = "",
        fails: str = "",
        package: str = "page.html",
    ) -> None:
        given = {"version": version, "cmi": dict(cmi or {}), "page": package, "rest": rest, "fails": fails}
        self.complaints: list[str] = []
        self.page = context.new_page()
        self.page.set_default_timeout(PATIENCE)
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.goto(f"{address}host.html?given={quote(json.dumps(given))}")
        handle = self.page.wait_for_selector("iframe")
        frame = handle and handle.content_frame()
        assert frame
        self.frame: Frame = frame
        self.frame.wait_for_load_state("load")

    def _hear(self, said: ConsoleMessage) -> None:
        if said.type in ("error", "warning"):
            self.complaints.append(said.text)

    def run(self, script: str, given: Any = None) -> Any:
        """What a script finds in the frame."""
        return self.frame.evaluate(script, given)

    def told(self, what: str) -> Any:
        """A part of the stand-in: `cmi`, `kept`, `sets`, `refused`, `commits`, `state`."""
        return self.page.evaluate(f"platform.{what}")

    def until(self, holds: str, what: str) -> None:
        """Wait until an expression is true on the platform's page."""
        until(self.page, lambda: bool(self.page.evaluate(holds)), what)

    def attempt(self, lesson: str, challenge: str, *states: str) -> None:
        """Have the page say how an attempt at a challenge goes."""
        self.run(ATTEMPT, [lesson, challenge, list(states)])

    def leave(self) -> None:
        """Take the page out of the frame, as platforms do when a learner goes on."""
        self.page.evaluate("frame.src = 'about:blank'")
        self.until("platform.state === 'ended'", "the page has taken its leave")
