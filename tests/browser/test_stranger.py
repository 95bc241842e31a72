"""The page takes its worker for a stranger: whatever code there says, it takes over nothing, asks for nothing, leads nowhere.

In each way, all of Python in the worker is in the hands of code that has JavaScript, too.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import NOTHING_KEPT, WIDE, OpenEssay
from tests.conftest import once
from tests.support import gradebook
from tests.support.essay import PATIENCE, Essay, at_once
from tests.support.faults import FaultyServer, faulty
from tests.support.firefox import Firefox, Tab
from tests.support.gradebook import Platform
from tests.support.often import a_few
from tests.support.readers_code import POST, handed, run_in_worker
from tests.support.take_overs import FOUND, PLAY, TEXTS, WAYS, take_overs
from tools.single import single_file

NAMES = [*TEXTS, *WAYS]


@pytest.fixture(scope="module")
def made(site: Path, common: Path) -> Path:
    """The site, the one file and a package in a platform, each with a worker that runs code."""

    def make(out: Path) -> None:
        handed(site, out / "site")
        single_file.write(out / "site", out / "whole.html", packed=True)
        gradebook.write(out / "site", out)

    return once(common, "handed", make)


@pytest.fixture(scope="module")
def server(made: Path) -> Iterator[FaultyServer]:
    with faulty(made) as found:
        yield found


def hold_unharmed(run: Callable[..., Any], address: str, elsewhere: FaultyServer, there: str) -> None:
    """Nothing of it is on the page, in its objects, its address or its storage, and no other host was asked."""
    run("() => new Promise(resolve => setTimeout(resolve, 500))")
    found = run(FOUND, there)
    assert found == {"elements": 0, "taken": [], "fragment": True, "kept": [], "at": address}
    assert elsewhere.asked == []


def opened_at(place: str, open_essay: OpenEssay, server: FaultyServer, made: Path) -> Essay:
    """The page, live, with nobody's code run yet: for a pupil, for a teacher, or as the one file."""
    if place == "file":
        return open_essay(at=(made / "whole.html").as_uri()).ready()
    essay = open_essay("?teacher" if place == "teacher" else "", at=f"{server.address}site/").ready()
    if place == "teacher":
        essay.page.wait_for_selector("#teacher:not([inert]) .doors")
    return essay


@a_few(6)
@pytest.mark.parametrize("place", ["page", "teacher", "file"])
@pytest.mark.parametrize("name", NAMES)
def test_whatever_the_worker_says_takes_over_nothing_on_the_page(
    open_essay: OpenEssay,
    server: FaultyServer,
    made: Path,
    elsewhere: FaultyServer,
    there: str,
    name: str,
    place: str,
) -> None:
    essay = opened_at(place, open_essay, server, made)
    saved: list[str] = []
    essay.page.on("download", lambda file: saved.append(file.suggested_filename))
    assert run_in_worker(essay, dict(take_overs(there))[name]) == "taken"
    essay.page.evaluate(PLAY)
    hold_unharmed(essay.page.evaluate, essay.address, elsewhere, there)
    assert not [file for file in saved if file.endswith("html")]
    essay.page.evaluate("sessionStorage.clear()")
    essay.page.reload(wait_until="commit")
    essay.ready().lesson("line").press("step")
    hold_unharmed(essay.page.evaluate, essay.address, elsewhere, there)


@a_few(1)
@pytest.mark.parametrize("name", NAMES)
def test_nor_does_it_in_firefox(
    fox: Firefox, server: FaultyServer, elsewhere: FaultyServer, there: str, name: str
) -> None:
    address = f"{server.address}site/"
    with closing(Tab(fox, at_once(f"{address}?start=packed")).ready()) as tab:
        assert tab.run(POST, dict(take_overs(there))[name]) == "taken"
        tab.run(PLAY)
        hold_unharmed(tab.run, address, elsewhere, there)


@pytest.fixture
def open_package(browser: Browser, server: FaultyServer) -> Iterator[Callable[[str], Platform]]:
    """Open a package in a platform, live, at a place."""
    with browser.new_context(viewport=WIDE) as context:
        context.add_init_script(NOTHING_KEPT)

        def opener(fragment: str) -> Platform:
            platform = Platform(context, server.address, rest=fragment)
            platform.frame.wait_for_selector("html[data-python=ready]", timeout=PATIENCE)
            return platform

        yield opener


@a_few(2)
@pytest.mark.parametrize("name", NAMES)
def test_a_gradebook_gets_nothing_from_the_worker_but_a_score_and_a_state(
    open_package: Callable[[str], Platform],
    server: FaultyServer,
    elsewhere: FaultyServer,
    there: str,
    name: str,
) -> None:
    platform = open_package("")
    school = platform.page.url
    assert run_in_worker(platform, dict(take_overs(there))[name]) == "taken"
    platform.run(PLAY)
    hold_unharmed(platform.run, f"{server.address}page.html", elsewhere, there)
    platform.leave()
    assert platform.page.url == school
    assert platform.page.evaluate("[window.taken, {}.taken].filter(Boolean)") == []
    assert platform.told("refused") == []
    told = json.dumps(platform.told("sets"))
    assert not [bad for bad in ("<", there, "taken", "javascript") if bad in told]
