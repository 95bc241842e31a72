"""What the chosen tests need that takes long to make or to find: a plugin of pytest.

A test that uses one of these fixtures, itself or by way of another fixture, has the mark beside it: one may
choose by it (`-m "not chromium"`), and `--needs FILE` lists the marks of the tests that were chosen.
"""

import gc
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import is_hypothesis_test, settings

from tests import browser_setup
from tests.support.often import FULLY
from tests.support.usual import is_usual
from tools.common import paths

MARKS = {
    "built_page": "page",
    "chromium_path": "chromium",
    "firefox_path": "firefox",
    "cached": "runtime",
    "kit": "built",
}
MEANINGS = {
    "page": "needs the page as it is published, built beforehand",
    "chromium": "drives a Chromium",
    "firefox": "drives a Firefox",
    "runtime": "needs the browser's runtime in the cache",
    "built": "makes what wakes Python",
    "real": "needs what only a build makes: no draft of the page is enough",
    "slow": "takes more than 0.1 s of a processor",
}
REAL = {"kept", "light", "open_profile", "firefox_path"}
"""Fixtures of tests that need more than a draft has: what is kept on a device, and by whom."""
REAL_FILES = (
    "asked awake blocked early failures far_pictures file gradebook hosts "
    "kinds_of_hosts languages late_parts limits next_pupil offline policy scorm_again sheets "
    "single start stranger draft"
).split()
"""Files of `tests/browser/` of which the same holds: starts, languages, what is published beside the page."""
ON_A_DRAFT = ("tests/tools/test_page_render.py",)
"""Files of other rooms that read a page which a draft has, too."""
BROWSERS = {"chromium", "firefox"}
"""Marks of tests that are tried once more when they fail: on a busy machine a page may lose a race."""
QUICK = f"not ({' or '.join(MEANINGS)})"
"""What leaves only tests that need nothing built or fetched, and no browser."""
LONGEST = ("tests/tools/test_same.py", "tests/browser/test_asked.py")
"""Files with tests that take minutes: they come first, so that nobody is left alone with one in the end."""
SETTINGS = "_hypothesis_internal_use_settings"
"""Where Hypothesis keeps a test's settings; there is no public way to change them once it is decorated."""


@pytest.fixture(scope="session")
def built_page() -> Path:
    """The folder to test: the one named in DOWNHILL_SITE, else the built one."""
    folder = Path(os.environ.get("DOWNHILL_SITE") or paths.SITE)
    assert (folder / "index.html").is_file(), f"there is no page in {folder}: `python3 -m tests` builds it"
    return folder


@pytest.fixture(scope="session")
def chromium_path() -> Path:
    """The executable of the Chromium that the set-up found."""
    found = browser_setup.chromium()
    assert found, "there is no Chromium here: `python3 -m tests` brings one"
    return found


@pytest.fixture(scope="session")
def headless_shell_path(chromium_path: Path) -> Path:
    """The executable of a Chromium without windows, or of the whole one where there is no other."""
    return browser_setup.headless_shell() or chromium_path


@pytest.fixture(scope="session")
def firefox_path() -> Path:
    """The executable of the Firefox that the set-up found."""
    found = browser_setup.firefox()
    assert found, browser_setup.MISSING_FIREFOX
    return found


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--needs FILE`, `--first FILE`, `--examples NUMBER` and `--usual`."""
    parser.addoption("--needs", metavar="FILE", help="write the marks of the chosen tests into a file")
    parser.addoption("--first", metavar="FILE", action="append", help="play the tests of this file first")
    parser.addoption(
        "--usual", action="store_true", help="play only some tests in a browser, one of each kind"
    )
    parser.addoption("--examples", type=int, metavar="NUMBER", help="try no property with more examples")


def pytest_configure(config: pytest.Config) -> None:
    """Make the marks known. While tests are collected, there is no garbage to look for."""
    gc.disable()
    for mark, meaning in MEANINGS.items():
        config.addinivalue_line("markers", f"{mark}: {meaning}")


@pytest.hookimpl(tryfirst=True)  # before tests are chosen by their marks
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark every test by the fixtures that it uses; leaves out what only thorough runs try.

    The longest come first. A test in a browser gets a second try, which the summary of a whole run tells of.
    """
    most = config.getoption("examples")
    if not FULLY:
        further = _only_thorough(items)
        if config.getoption("usual"):
            further |= {item for item in items if not is_usual(item.nodeid)}
        config.hook.pytest_deselected(items=list(further))
        items[:] = [item for item in items if item not in further]
    first = {*LONGEST, *(config.getoption("first") or ())}
    items.sort(key=lambda item: item.nodeid.partition("::")[0] not in first)  # else in their order
    for item in items:
        for fixture in MARKS.keys() & set(getattr(item, "fixturenames", ())):
            item.add_marker(MARKS[fixture])
        if _is_real(item):
            item.add_marker("real")
        if BROWSERS & {mark.name for mark in item.iter_markers()}:
            item.add_marker(pytest.mark.flaky(reruns=1))
        if most and is_hypothesis_test(getattr(item, "obj", None)):
            _limit(item, most)


def _is_real(item: pytest.Item) -> bool:
    """Whether a test needs the page as only a build makes it."""
    names = {*getattr(item, "fixturenames", ())}
    file = item.nodeid.partition("::")[0]
    room, _, name = file.removesuffix(".py").partition("/test_")
    real = room != "tests/browser" or name in REAL_FILES or bool(REAL & names)
    return "built_page" in names and file not in ON_A_DRAFT and real


def _only_thorough(items: list[pytest.Item]) -> set[pytest.Item]:
    """What only thorough runs try: tests that say so, and most values of those with `a_few`."""
    further = {item for item in items if item.get_closest_marker("thorough")}
    limited: dict[str, list[pytest.Item]] = {}
    for item in items:
        if item not in further and item.get_closest_marker("a_few"):
            limited.setdefault(item.nodeid.partition("[")[0], []).append(item)
    for alike in limited.values():
        many = min(alike[0].get_closest_marker("a_few").args[0], len(alike))  # type: ignore[union-attr]
        chosen = {len(alike) * place // many for place in range(many)}
        further |= {item for place, item in enumerate(alike) if place not in chosen}
    return further


def _limit(item: Any, most: int) -> None:
    """Try a property with no more examples than `most`, whatever it asks for itself."""
    test = getattr(item.obj, "__func__", item.obj)
    own = getattr(test, SETTINGS, None) or settings()
    setattr(test, SETTINGS, settings(own, max_examples=min(most, own.max_examples)))


def pytest_collection_finish(session: pytest.Session) -> None:
    """Write the marks of the tests that are left.

    What is in memory by now stays there: no collection of garbage looks through it again.
    """
    file = session.config.getoption("needs")
    if file:
        found = {mark.name for item in session.items for mark in item.iter_markers()}
        Path(file).write_text("\n".join(sorted(MEANINGS.keys() & found)), encoding="utf-8")
    gc.collect()
    gc.freeze()
    gc.enable()
