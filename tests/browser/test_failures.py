"""A start that was lost or late: the way back, what was moved meanwhile, and what is no lost start."""

import re
import shutil
from contextlib import closing, suppress
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Error, Page, expect

from downhill.text.format import PAGE
from tests.browser.conftest import WIDE, OpenEssay
from tests.browser.test_awake import OF_THE_DEVICE, memory, wait_until_kept
from tests.support.essay import PATIENCE, Essay, until
from tests.support.faults import COMPRESSING, PLAIN, Portal, faulty, path_of
from tests.support.often import a_few, thorough

DAY, FOREVER = "public, max-age=86400", "public, max-age=31536000, immutable"
SOON, LATE, ONE = "?patience=4", "?patience=60", "&embed=1"
LINE = f"{SOON}{ONE}#line&v=1&line.m=99"
CORE, WATCH = "start-*/core.bin", "app-*/boot/page/watch.js"
FAILED = "html[data-python=failed]"
FIGURES_SHOWN = """() => [...document.querySelectorAll("section.lesson .frame img")].every(
    image => image.complete && image.naturalWidth > 0 && getComputedStyle(image).visibility === "visible")"""


def try_again(page: Page) -> None:
    """Press the button, unless the page has begun anew by itself: what was in the way is gone by now."""
    with suppress(Error):  # it begins anew before it has answered
        page.evaluate(
            "document.documentElement.dataset.python === 'failed' && document.querySelector('#retry').click()"
        )


FILTERED = {
    "scripts": ((".js",), DAY),
    "parts": ((".wasm", ".bin"), FOREVER),
    "some": (("worker/main.py", "restore.js"), DAY),
}
WAYS_BACK = ("Try again", "reload", "new tab")
AT_ONCE = [("scripts", "Try again"), ("parts", "Try again"), ("parts", "new tab"), ("some", "reload")]
"""Of what is filtered and of the ways back, so many pairs that each occurs; the others are tried in thorough runs."""


@thorough
@a_few(1)
@pytest.mark.parametrize(
    ("filtered", "way"),
    [
        pytest.param(*pair, marks=[] if pair in AT_ONCE else [thorough])
        for pair in product(FILTERED, WAYS_BACK)
    ],
)
def test_the_answers_of_a_filter_do_not_outlive_it(
    open_essay: OpenEssay, site: Path, filtered: str, way: str
) -> None:
    takes, caching = FILTERED[filtered]
    with faulty(site, COMPRESSING) as host:
        host.portal = Portal(takes, caching=caching)
        essay = open_essay(LINE, at=host.address)
        essay.page.wait_for_selector(FAILED, timeout=2 * PATIENCE)
        host.portal, b = None, 244
        if way == "Try again":
            essay.lesson("line").slider("b").press("ArrowRight")
            b = 245
            try_again(essay.page)
        elif way == "reload":
            essay.page.reload(wait_until="commit")
        else:
            essay = Essay(essay.page.context.new_page(), host.address).open(LINE)
        essay.page.wait_for_function("document.documentElement.dataset.python !== 'failed'")
        essay.ready()
        assert essay.lesson("line").values == (99, b)


@thorough
def test_a_filter_that_blocks_scripts_alone_makes_no_page_reload_for_ever(
    open_essay: OpenEssay, site: Path
) -> None:
    with faulty(site, COMPRESSING) as host:

        def scripts(name: str) -> bool:
            return (
                name.endswith("worker/restore.js") and host.asked.count(name) % 2 == 1
            )  # asked again, it comes

        host.portal = Portal(scripts, caching="no-store")
        essay = open_essay(SOON, at=host.address)
        ended = "html:is([data-python=failed], [data-python=ready])"  # it came, if it was asked for once more
        essay.page.wait_for_selector(ended, timeout=3 * PATIENCE)
        documents = [name for name in host.asked if name in ("", "index.html")]
        assert 1 <= len(documents) <= 5


@thorough
def test_a_style_sheet_and_figures_are_asked_for_anew_when_a_page_came_in_their_place(
    open_essay: OpenEssay, site: Path
) -> None:
    with faulty(site, COMPRESSING) as host:
        host.portal = Portal(("style.css", ".svg"), caching=DAY)
        essay = open_essay(LATE, at=host.address).ready()
        host.portal = None
        essay.page.reload(wait_until="commit")
        until(essay.page, lambda: bool(essay.page.evaluate(STYLED)), "the style is there")
        image = essay.page.locator("section.lesson .frame img").first
        until(essay.page, lambda: int(image.evaluate("one => one.naturalWidth")) > 0, "the figure is there")


STYLED = "getComputedStyle(document.querySelector('.skip')).position !== 'static'"


@thorough
def test_a_watch_that_comes_when_the_page_is_live_changes_nothing(open_essay: OpenEssay, site: Path) -> None:
    with faulty(site, hanging=(WATCH,)) as server:
        essay = open_essay("?patience=1" + ONE, at=server.address).ready()
        with essay.page.expect_event("requestfinished", lambda request: request.url.endswith("watch.js")):
            server.release.set()
        asked = len(server.asked)
        essay.page.wait_for_timeout(1500)  # longer than its patience
        assert len(server.asked) == asked
        expect(essay.page.locator("#failure")).to_be_hidden()
        essay.lesson("valley").press("step")


@thorough
def test_of_a_networks_page_nothing_is_kept_and_what_is_built_is_kept_when_it_is_gone(
    open_essay: OpenEssay, site: Path
) -> None:
    heap = path_of(site, "start-*/heap.bin")
    with faulty(site, COMPRESSING) as host:
        host.portal = Portal((heap,), caching=FOREVER)
        essay = open_essay(LATE + ONE, at=host.address, keeps=True).ready()  # from the pack
        until(essay.page, lambda: host.asked.count(heap) > 1, "it is asked for anew")
        until(essay.page, lambda: essay.page.evaluate(OF_THE_DEVICE, "size") in ([], [0]), "nothing is kept")
        host.portal = None
        essay.page.reload(wait_until="commit")
        essay.ready()
        wait_until_kept(essay, memory(site))


def test_a_start_that_was_only_slow_recovers_and_honours_what_was_moved(
    site: Path, open_essay: OpenEssay
) -> None:
    with faulty(site, hanging=(CORE,)) as server:
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
    with faulty(site, hanging=("pyscript-*/core.js",)) as server:
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
@pytest.mark.parametrize(
    "does",
    [{"truncated": ("app-*/de/words.json",)}, {"portal": Portal(("de/words.json",))}],
    ids=["cut", "page"],
)
def test_words_of_another_language_that_are_damaged_are_told_and_come_with_the_next_try(
    open_essay: OpenEssay, site: Path, does: dict[str, Any]
) -> None:
    sentence = re.compile(r"words\.json.*(beschädigt|Webseite)", re.DOTALL)
    with faulty(site, PLAIN) as server:
        server.play(does)
        essay = open_essay("de.html" + SOON + ONE, at=server.address)
        expect(essay.page.locator("#failure-what")).to_have_text(sentence, timeout=2 * PATIENCE)
        text = essay.page.locator("#failure").inner_text()
        assert "Traceback" not in text
        assert "JsProxy" not in text
        server.truncated, server.portal = (), None
        try_again(essay.page)
        essay.page.wait_for_function("document.documentElement.dataset.python !== 'failed'")
        essay.ready()
        expect(essay.lesson("valley").button("step")).to_have_text("Schritt")


HANDLER = """Traceback (most recent call last):
  File "page/sections/model.py", line 150, in clicked
KeyError: steps"""


@thorough
def test_an_error_in_an_answer_to_the_hand_is_no_failure_of_the_start(
    open_essay: OpenEssay, site: Path
) -> None:
    with faulty(site, hanging=(CORE,)) as server:
        essay = open_essay(LATE + ONE, at=server.address)
        until(essay.page, lambda: "MB" in essay.page.locator("#stage").inner_text(), "the watch is there")
        essay.page.evaluate(
            "text => { Promise.reject(Object.assign(new Error(text), { name: 'PythonError' })); }", HANDLER
        )
        essay.page.wait_for_timeout(500)
        expect(essay.page.locator("html")).to_have_attribute("data-python", "loading")
        server.release.set()
        essay.ready()
        essay.page.evaluate("text => { Promise.reject(new Error(text)); }", "fetch of anything.js")
        essay.page.wait_for_timeout(500)
        expect(essay.page.locator("#failure")).to_be_hidden()


@thorough
def test_what_python_says_when_it_breaks_is_for_the_console(
    open_essay: OpenEssay, site: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "site"
    shutil.copytree(site, broken)
    (main,) = broken.glob("app-*/page/main.py")
    text = main.read_text(encoding="utf-8")
    broken_start = text.replace("    await start()", "    raise ValueError('nobody reads this')")
    assert broken_start != text
    main.write_text(broken_start, encoding="utf-8")
    (listed,) = broken.glob("app-*/start.json")
    listed.write_text("[]", encoding="utf-8")
    with faulty(broken) as server:
        essay = open_essay(SOON, at=server.address)
        expect(essay.page.locator("#failure-what")).to_have_text(PAGE["fail.broken"], timeout=2 * PATIENCE)
        assert [text for text in essay.complaints if "nobody reads this" in text]


def test_a_browser_that_is_too_old_is_told_so_and_keeps_the_figures(browser: Browser, address: str) -> None:
    with closing(browser.new_context(viewport=WIDE)) as context:
        context.add_init_script("delete window.OffscreenCanvas")
        page = context.new_page()
        page.goto(address, wait_until="commit")
        expect(page.locator("#old")).to_be_visible()
        expect(page.locator("#status")).to_be_hidden()
        page.wait_for_function(FIGURES_SHOWN)
