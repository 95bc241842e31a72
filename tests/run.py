"""What `python3 -m tests` does, in order: venv, runtime, page, browser, then the checks."""

import os
import subprocess
import sys
from collections.abc import Sequence

from tools import cli, environment, places
from tools.console import guarded, say

CHECKS = (
    ("ruff", ["ruff", "check", "."]),
    ("ruff format", ["ruff", "format", "--check", "."]),
    ("mypy", ["mypy"]),
)
# All tests, three or four at a time: some wait for a clock, and leave their core to others. Neighbours stay
# together, as they share a live page, until somebody has nothing left to do and takes half of another's.
ALL = ("-n", str(min(max(os.cpu_count() or 1, 3), 4)), "--dist", "worksteal")


def main(arguments: Sequence[str]) -> int:
    """Run the checks; returns the exit code of the first that failed, 0 when all passed."""
    return guarded(lambda: _run(arguments))


def _run(arguments: Sequence[str]) -> int:
    environment.enter("test", ["-m", "tests", *arguments])
    from tests import browser_setup

    site = cli.built()
    chromium = browser_setup.ensure_chromium(say)
    firefox = browser_setup.ensure_firefox(say)
    found = chromium if firefox is None else f"{chromium} and {firefox}"
    say(f"Testing {site.relative_to(places.ROOT)} in {found}")
    os.environ[browser_setup.VARIABLE] = str(chromium)
    failed = 0 if arguments else _check()
    tested = subprocess.run(
        [sys.executable, "-m", "pytest", *(arguments or ALL)], cwd=places.ROOT, check=False
    )
    return failed or tested.returncode


def _check() -> int:
    failed = 0
    for name, command in CHECKS:
        say(f"Checking: {name}")
        code = subprocess.run([sys.executable, "-m", *command], cwd=places.ROOT, check=False).returncode
        failed = failed or code
    return failed
