"""Files of the start that are missing or never come, each in turn: the page says so, and keeps what it has."""

import re
from collections import deque
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from tests.browser.conftest import WIDE, OpenEssay
from tests.support.axe import violations_light_and_dark
from tests.support.essay import PATIENCE
from tests.support.faults import COMPRESSING, faulty
from tests.support.often import FULLY, a_few, thorough

KINDS = {
    "PyScript": "pyscript-*/core.js",
    "MicroPython": "micropython-*/micropython.wasm",
    "the page's Python": "app-*/page/main.py",
    "a module of the worker": "app-*/boot/**/load.js",
    "the core": "start-*/core.bin",
    "the decoder": "brotli-*/decoder.bin",
    "the decoder's script": "brotli-*/brotli_dec_wasm.js",
    "the pack": "start-*/pack.bin",
    "a library": "start-*/libs.bin",
}
"""One file of every kind that a start from the pack needs; `tests/tools/test_watch.py` has all of them. One half of them
is missing and the other one hangs; in thorough runs, every kind does both."""
SPARE = {"missing": ["app-*/boot/**/prepare.js"], "hanging": []}
"""Python starts without it. So it does without the worker's first script (`test_awake.py`) and without the watch
(`test_hosts.py`)."""
FIRST = {"missing": 0, "hanging": 1}
AT_ONCE = {"missing": 2, "hanging": 4}  # pages that fail at the same time: to hang costs no work
FIGURES_SHOWN = """() => [...document.querySelectorAll("section.lesson .frame img")].every(
    image => image.complete && image.naturalWidth > 0 && getComputedStyle(image).visibility === "visible")"""


def path_of(site: Path, pattern: str) -> str:
    """The one file of a pattern, as a path inside the site."""
    (found,) = site.glob(pattern)
    return found.relative_to(site).as_posix()


class Failing:
    """A page that is opened without one file of its start."""

    def __init__(self, context: BrowserContext, address: str, name: str) -> None:
        self.name, self.page = name, context.new_page()
        self.page.goto(address + "?start=packed&patience=6", wait_until="commit")

    def check(self, spare: bool, how: str) -> None:
        """See a sentence, a button, and the figures as they were; without a spare file, see the page go live."""
        page, name = self.page, self.name
        if spare:
            page.wait_for_selector("html[data-python=ready]", timeout=4 * PATIENCE)
            return
        expect(page.locator("html"), name).to_have_attribute("data-python", "failed", timeout=4 * PATIENCE)
        # Which module another module waits for the browser tells nobody; all else is called by its name.
        told = "" if name.endswith(".js") and how == "hanging" else name.rpartition("/")[2]
        expect(page.locator("#failure-what"), name).to_contain_text(
            re.compile(re.escape(told) + "."), timeout=PATIENCE
        )
        expect(page.locator("#retry"), name).to_be_visible()
        expect(page.locator("#status"), name).to_be_hidden()
        page.wait_for_function(FIGURES_SHOWN, timeout=PATIENCE)


def check_all(browser: Browser, site: Path, how: str) -> None:
    """Open a page for each of these kinds of files, some at the same time, and see each fail as it should."""
    spare = {path_of(site, pattern) for pattern in SPARE[how]}
    kinds = list(KINDS.values()) if FULLY else list(KINDS.values())[FIRST[how] :: 2]
    names = [*(path_of(site, pattern) for pattern in kinds), *sorted(spare)]
    with ExitStack() as stack:
        context = stack.enter_context(closing(browser.new_context(viewport=WIDE)))
        opened: deque[Failing] = deque()
        for name in [*names, *[""] * AT_ONCE[how]]:
            if name:
                server = stack.enter_context(faulty(site, COMPRESSING, **{how: (name,)}))
                opened.append(Failing(context, server.address, name))
            if len(opened) == AT_ONCE[how] or (not name and opened):
                failing = opened.popleft()
                failing.check(failing.name in spare, how)
                if how == "missing" and failing.name not in spare:
                    # What else comes in makes nothing good.
                    expect(failing.page.locator("html")).to_have_attribute("data-python", "failed")
                failing.page.close()


@thorough
@a_few(1)
@pytest.mark.parametrize("how", AT_ONCE)
def test_each_file_that_does_not_come_is_told_and_the_figures_stay(
    browser: Browser, site: Path, how: str
) -> None:
    check_all(browser, site, how)


def wasm_of(site: Path) -> str:
    """The largest part of Python, which no start can do without."""
    return next(site.glob("start-*/core.bin")).relative_to(site).as_posix()


@thorough
def test_trying_again_keeps_what_was_moved_and_what_the_link_said(site: Path, open_essay: OpenEssay) -> None:
    with faulty(site, missing=(wasm_of(site),)) as server:
        essay = open_essay("#line&v=1&line.m=99", at=server.address)
        essay.page.wait_for_selector("html[data-python=failed]")
        essay.lesson("valley").slider("x").focus()
        essay.page.keyboard.press("ArrowRight")
        server.missing = ()
        essay.page.locator("#retry").click()
        essay.ready()
        assert essay.lesson("valley").values == (-3.95,)
        assert essay.lesson("line").values == (99, 244)


def test_a_start_that_was_only_slow_recovers_and_honours_what_was_moved(
    site: Path, open_essay: OpenEssay
) -> None:
    with faulty(site, hanging=(wasm_of(site),)) as server:
        essay = open_essay("?patience=4", at=server.address)
        valley, line = essay.lesson("valley"), essay.lesson("line")
        valley.slider("x").focus()
        essay.page.keyboard.press("ArrowRight")
        essay.page.wait_for_selector("html[data-python=failed]")
        line.slider("m").focus()
        essay.page.keyboard.press("End")
        expect(line.box("m")).to_have_value("300", timeout=PATIENCE)
        server.release.set()
        essay.ready()
        expect(essay.page.locator("#failure")).to_be_hidden()
        expect(essay.page.locator("#status")).to_be_hidden()
        essay.rest()
        assert (valley.values, line.values) == ((-3.95,), (300, 244))
        assert abs(valley.loss - (0.15 * (-3.95 - 1.5) ** 2 + 0.6)) < 1e-12


@thorough
def test_without_being_asked_the_page_is_patient_for_a_quarter_of_a_minute(
    site: Path, open_essay: OpenEssay
) -> None:
    core = next(site.glob("pyscript-*/core.js")).relative_to(site).as_posix()
    with faulty(site, hanging=(core,)) as server:
        page = open_essay("missing.html", at=server.address).page
        page.clock.install(time=0)
        page.clock.pause_at(1)  # from here on time passes only where the test lets it
        with page.expect_event("requestfinished", lambda request: request.url.endswith("watch.js")):
            page.goto(server.address, wait_until="commit")
        expect(page.locator("section.lesson").last).to_be_attached()  # so far the watch has begun long ago
        page.clock.run_for(14_000)
        assert page.locator("html").get_attribute("data-python") == "loading"
        page.clock.run_for(2_000)
        assert page.locator("html").get_attribute("data-python") == "failed"
        expect(page.locator("#failure-what")).to_contain_text("core.js")


def test_a_line_that_breaks_is_gone_on_with(site: Path, open_essay: OpenEssay) -> None:
    """The core, the libraries and the pack break off in the middle, the core twice; the page goes live by itself."""
    core, libs, pack = (path_of(site, f"start-*/{name}.bin") for name in ("core", "libs", "pack"))
    with faulty(site, broken=(core, core, libs, pack)) as server:
        essay = open_essay("?start=packed", at=server.address).ready()
        assert [server.asked.count(name) for name in (core, libs, pack)] == [3, 2, 2]
        assert server.broken == []
        expect(essay.page.locator("#failure")).to_be_hidden()
        essay.lesson("valley").press("step")


@thorough
def test_a_line_that_breaks_again_and_again_is_told_of(site: Path, open_essay: OpenEssay) -> None:
    core = path_of(site, "start-*/core.bin")
    with faulty(site, broken=(core,) * 9) as server:
        page = open_essay("?start=packed", at=server.address).page
        page.wait_for_selector("html[data-python=failed]")
        expect(page.locator("#failure-what")).to_contain_text("core.bin")


@thorough
def test_without_style_fonts_and_figures_the_page_goes_live(site: Path, open_essay: OpenEssay) -> None:
    kinds = (".css", ".woff2", ".svg")
    names = [file.relative_to(site).as_posix() for file in site.rglob("*") if file.suffix in kinds]
    with faulty(site, missing=tuple(names)) as server:
        essay = open_essay("?patience=60", at=server.address).ready()
        expect(essay.page.locator("#failure")).to_be_hidden()
        essay.lesson("valley").press("step")


@thorough
def test_axe_finds_nothing_on_a_page_that_failed(site: Path, open_essay: OpenEssay) -> None:
    with faulty(site, missing=(wasm_of(site),)) as server:
        page = open_essay(at=server.address).page
        page.wait_for_selector("html[data-python=failed]")
        expect(page.locator("#failure-what")).to_have_text("The file core.bin could not be fetched.")
        assert violations_light_and_dark(page) == []


def test_a_browser_that_is_too_old_is_told_so_and_keeps_the_figures(browser: Browser, address: str) -> None:
    with closing(browser.new_context(viewport=WIDE)) as context:
        context.add_init_script("delete window.OffscreenCanvas")
        page = context.new_page()
        page.goto(address, wait_until="commit")
        expect(page.locator("#old")).to_be_visible()
        expect(page.locator("#status")).to_be_hidden()
        page.wait_for_function(FIGURES_SHOWN)
