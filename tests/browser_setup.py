"""The browsers that the tests drive: found, or brought."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tools.common.console import Problem, Say

VARIABLE = "DOWNHILL_CHROMIUM"
SHELL_VARIABLE = "DOWNHILL_HEADLESS_SHELL"
FIREFOX_VARIABLE = "DOWNHILL_FIREFOX"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
SHELL = "chromium-headless-shell"
FIREFOX_NAMES = (
    "firefox",
    "firefox-esr",
    "/Applications/Firefox.app/Contents/MacOS/firefox",
    r"C:\Program Files\Mozilla Firefox\firefox.exe",
)
MISSING_FIREFOX = (
    "no Firefox was found or could be installed, so its tests fail: install Firefox, "
    f"or name the executable of one in {FIREFOX_VARIABLE}, and start again."
)
ARGUMENTS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()


def chromium(environment: Mapping[str, str] = os.environ) -> Path | None:
    """Return the executable of a Chromium: the one named in DOWNHILL_CHROMIUM, Playwright's, or the system's.

    Raises Problem if the variable names a file that is not there; returns None where there is no browser.
    """
    return _named(VARIABLE, environment) or next(iter(_of_playwright()), None) or _of_the_system()


def headless_shell(environment: Mapping[str, str] = os.environ) -> Path | None:
    """Return Chromium without windows, a third cheaper to run: the named one, Playwright's, or the system's.

    It has no preferences and installs no page: tests of these want the whole of Chromium.
    Raises Problem if DOWNHILL_HEADLESS_SHELL names no file; returns None where there is none.
    """
    return (
        _named(SHELL_VARIABLE, environment)
        or next(iter(_of_playwright("chromium_headless_shell-*/*/*headless*shell*")), None)
        or _of_the_system(names=(SHELL,))
    )


def firefox(environment: Mapping[str, str] = os.environ) -> Path | None:
    """Return the executable of a Firefox: the one named in DOWNHILL_FIREFOX, or the system's.

    Raises Problem if the variable names a file that is not there; returns None where there is no Firefox.
    """
    return _named(FIREFOX_VARIABLE, environment) or _of_the_system(names=FIREFOX_NAMES)


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
        "no Chromium was found, and none could be installed: install Chromium or Chrome, "
        f"or name the executable of one in {VARIABLE}, and start again."
    )


def ensure_headless_shell(say: Say) -> Path | None:
    """Return a Chromium without windows, after trying to install the system's; tests can do without."""
    if not headless_shell():
        _install_debians(say, SHELL)
    return headless_shell()


def ensure_firefox(say: Say) -> Path | None:
    """Return a Firefox, after trying to install the system's; where there is none, say so: its tests fail."""
    if not firefox():
        _install_debians(say, "firefox-esr")
    found = firefox()
    if not found:
        say(MISSING_FIREFOX)
    return found


def _named(variable: str, environment: Mapping[str, str]) -> Path | None:
    named = environment.get(variable)
    if named and not Path(named).is_file():
        raise Problem(f"{variable} names {named}, and there is no such file.")
    return Path(named) if named else None


def _of_playwright(pattern: str = "") -> list[Path]:
    """Playwright's own Chromium, or what lies beside it under a pattern.

    It is asked for on a thread of its own, for tests may have another Playwright at work on theirs.
    """
    with ThreadPoolExecutor(1) as thread:
        path = thread.submit(_playwrights).result()
    found = path.parents[2].glob(pattern) if pattern else [path]
    return [one for one in found if one.is_file()]


def _playwrights() -> Path:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path)


def _of_the_system(
    find: Callable[[str], str | None] = shutil.which, names: tuple[str, ...] = NAMES
) -> Path | None:
    return next((Path(path) for path in map(find, names) if path), None)


def _install_playwrights(say: Say) -> None:
    say("No browser here: asking Playwright for its Chromium")
    _attempt([sys.executable, "-m", "playwright", "install", "chromium"], say)


def _install_debians(say: Say, package: str = "chromium") -> None:
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        say(f"Installing the system's package {package}")
        _attempt(["apt-get", "update"], say)
        _attempt(["apt-get", "install", "--yes", "--no-install-recommends", package], say)


def _attempt(arguments: list[str], say: Say) -> None:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    run = subprocess.run(arguments, env=environment, capture_output=True, text=True, check=False)
    if run.returncode:
        lines = (run.stdout + run.stderr).strip().splitlines() or ["it said nothing"]
        reason = next((line for line in lines if "error" in line.lower()), lines[-1])
        say(f"  {' '.join(arguments[-3:])} failed: {reason.strip()}")
