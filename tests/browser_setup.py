"""The browser that the tests drive: found, or brought."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from tools.console import Problem, Say

VARIABLE = "DOWNHILL_CHROMIUM"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
ARGUMENTS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()


def chromium(environment: Mapping[str, str] = os.environ) -> Path | None:
    """Return the executable of a Chromium: the one named in DOWNHILL_CHROMIUM, Playwright's, or the system's.

    Raises Problem if the variable names a file that is not there; returns None where there is no browser.
    """
    named = environment.get(VARIABLE)
    if named:
        if not Path(named).is_file():
            raise Problem(f"{VARIABLE} names {named}, and there is no such file.")
        return Path(named)
    return _of_playwright() or _of_the_system()


def ensure_chromium(say: Say) -> Path:
    """Return a Chromium, after trying to install one where there is none.

    Raises Problem with one sentence on how to get one.
    """
    for bring in (lambda _: None, _install_playwrights, _install_debians):
        bring(say)
        found = chromium()
        if found:
            return found
    raise Problem(
        "no Chromium was found or could be installed: install Chromium or Chrome, "
        f"or name the executable of one in {VARIABLE}, and start again."
    )


def _of_playwright() -> Path | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return path if path.is_file() else None


def _of_the_system(find: Callable[[str], str | None] = shutil.which) -> Path | None:
    return next((Path(path) for path in map(find, NAMES) if path), None)


def _install_playwrights(say: Say) -> None:
    say("No browser here: asking Playwright for its Chromium")
    _attempt([sys.executable, "-m", "playwright", "install", "chromium"], say)


def _install_debians(say: Say) -> None:
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        say("Installing the system's package of Chromium")
        _attempt(["apt-get", "update"], say)
        _attempt(["apt-get", "install", "--yes", "--no-install-recommends", "chromium"], say)


def _attempt(arguments: list[str], say: Say) -> None:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    run = subprocess.run(arguments, env=environment, capture_output=True, text=True, check=False)
    if run.returncode:
        lines = (run.stdout + run.stderr).strip().splitlines() or ["it said nothing"]
        reason = next((line for line in lines if "error" in line.lower()), lines[-1])
        say(f"  {' '.join(arguments[-3:])} failed: {reason.strip()}")
