"""What `python3 -m tests` does: venv, then what the chosen tests need (page, browsers), then the checks."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests import THOROUGH
from tools import cli
from tools.common import paths
from tools.common.console import Problem, guarded, say
from tools.options import FIRST_LANGUAGE
from tools.release import manifest
from tools.setup import environment, runtime

CHECKS = (
    ("ruff", ["ruff", "check", "."]),
    ("ruff format", ["ruff", "format", "--check", "."]),
    ("mypy", ["mypy"]),
    ("Biome, ES5", ["tests.javascript"]),
)
# All tests, three or four at a time: some wait for a clock, and leave their core to others. Neighbours stay
# together, as they share a live page, until somebody has nothing left to do and takes half of another's.
# What passed only when it was tried once more is told with its traceback.
AT_ONCE = str(min(max(os.cpu_count() or 1, 3), 4))
ALL = ("-n", AT_ONCE, "--dist", "worksteal", "-rR", "--rerun-show-tracebacks", "--max-suite-reruns", "12")
USUAL = (*ALL, "--usual")
# Tests at a time while the page is built, which keeps a core busy.
BESIDE = str(max((os.cpu_count() or 1) - 1, 1))
EVERYTHING = frozenset({"page", "real", "chromium", "firefox"})
SHORT, FULL = "quick", "thorough"
CHANGED = "changed"  # and perhaps a revision of git: else what has changed since the last commit
EXAMPLES = "10"  # of a property, in a short run
WITHOUT = "PYTHONDONTWRITEBYTECODE"
"""Where it is set, every Python would compile all tests and sources anew: seconds for each worker."""


def main(arguments: Sequence[str]) -> int:
    """Run the checks; returns the exit code of the first that failed, 0 when all passed."""
    return guarded(lambda: _run(arguments))


def _run(arguments: Sequence[str]) -> int:
    environment.enter("test", ["-m", "tests", *arguments])
    if not arguments:
        return _whole(USUAL)
    if [*arguments] == [FULL]:
        os.environ[THOROUGH] = "1"
        return _whole(ALL)
    if arguments[0] == SHORT:
        return _checked(short(arguments[1:]))
    if arguments[0] == CHANGED:
        return _changed(*arguments[1:2])
    prepare(needs(arguments))
    return _pytest(arguments)


def _whole(how: Sequence[str]) -> int:
    """Run the checks and the tests. While the page is built, where it must be, quick native tests run."""
    if cli.is_built():
        prepare(EVERYTHING)
        return _checked(how)
    from tests.selection import QUICK

    with ThreadPoolExecutor(1) as beside:
        early = beside.submit(_checked, [*how, "-n", BESIDE, "-m", QUICK])
        prepare(EVERYTHING)
        failed = early.result()
    return _pytest([*how, "-m", f"not ({QUICK})"]) or failed


def _changed(revision: str = "HEAD") -> int:
    """Check the sources, and run what the files that differ from a revision can break, with what it needs."""
    from tests import changed

    files = changed.since(revision)
    tests = changed.affected(files) or ["tests/test_rooms.py"]
    say(f"{len(files)} files have changed since {revision}: {len(tests)} test files could notice")
    if not (cli.is_built() or changed.is_of_the_build(files)):
        say("A draft of the page will do. What only a build has is left out: python3 -m tests tries it, too")
        tests += ["-m", "not real"]
    prepare(needs(tests))
    return _checked([*ALL, *tests])


def short(arguments: Sequence[str]) -> list[str]:
    """Return what pytest is told to run only quick tests that need nothing built; adds the arguments.

    What a change since the last commit can break comes first.
    """
    from tests import changed, selection

    first = [word for test in changed.affected(changed.since("HEAD")) for word in ("--first", test)]
    how = ["-q", "-n", str(os.cpu_count() or 1), "--examples", EXAMPLES, "--ignore=tests/browser", *first]
    return [*how, "-m", selection.QUICK, *arguments]


def needs(arguments: Sequence[str]) -> set[str]:
    """Tell what the tests that pytest would choose need, by their marks (`tests/selection.py`)."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "needs"
        command = [sys.executable, "-m", "pytest", *arguments, "--collect-only", "--needs", str(file)]
        subprocess.run(command, cwd=paths.ROOT, env=environment_of(), capture_output=True, check=False)
        return set(file.read_text(encoding="utf-8").split()) if file.exists() else set()


def prepare(needed: set[str] | frozenset[str]) -> None:
    """Build the page and find the browsers, as far as they are needed; brings what is missing.

    Raises Problem where they can't be had, but for Firefox: its tests fail and say so.
    """
    from tests import browser_setup

    found: list[Path | None] = []
    if "runtime" in needed:
        runtime.ensure(paths.cache(), say)
    site = _page(needed) if "page" in needed else None
    if "chromium" in needed:
        chromium = browser_setup.ensure_chromium(say)
        os.environ[browser_setup.VARIABLE] = str(chromium)
        shell = browser_setup.ensure_headless_shell(say)
        os.environ[browser_setup.SHELL_VARIABLE] = str(shell or chromium)
        found += [chromium, shell]
    if "firefox" in needed:
        found.append(browser_setup.ensure_firefox(say))
    if site and any(found):
        say(f"Testing {site.relative_to(paths.ROOT)} in {' and '.join(str(path) for path in found if path)}")


def _page(needed: set[str] | frozenset[str]) -> Path:
    """The folder of the page: a draft where it is enough, and less work than the page itself."""
    if "real" in needed or cli.is_built() or not manifest.read(paths.SITE):
        return cli.built()
    from tools.draft import mistakes

    draft = paths.BUILD / "draft-tests"
    found = mistakes.make(paths.SITE, draft, FIRST_LANGUAGE)
    if found:
        raise Problem("{}, line {}: {}".format(*found))
    os.environ["DOWNHILL_SITE"] = str(draft)
    return draft


def _checked(arguments: Sequence[str]) -> int:
    """Check the sources beside the tests, for mypy keeps one core busy alone; what it says comes last."""
    with ThreadPoolExecutor(1) as beside:
        checked = beside.submit(_check)
        tested = _pytest(arguments)
        failed, found = checked.result()
    for text in found:
        say(text)
    return tested or failed


def environment_of(given: Mapping[str, str] = os.environ) -> dict[str, str]:
    """Return what pytest is started with: all workers and the Pythons of tests share what one has compiled.

    Where no bytecode may be written beside the sources, it lies in the folder of what is built.
    """
    own = dict(given)
    if own.pop(WITHOUT, ""):
        own.setdefault("PYTHONPYCACHEPREFIX", str(paths.BUILD / "bytecode"))
    return own


def _pytest(arguments: Sequence[str]) -> int:
    command = [sys.executable, "-m", "pytest", *arguments]
    return subprocess.run(command, cwd=paths.ROOT, env=environment_of(), check=False).returncode


def _check() -> tuple[int, list[str]]:
    """Return the exit code of the first check that failed, or 0, and what each has said."""
    failed, found = 0, []
    for name, command in CHECKS:
        done = subprocess.run(
            [sys.executable, "-m", *command], cwd=paths.ROOT, capture_output=True, text=True, check=False
        )
        found.append(f"Checking: {name}\n{done.stdout}{done.stderr}".strip())
        failed = failed or done.returncode
    return failed, found
