"""Nobody is punished for being early: whatever is used before Python answers waits, and is done then."""

import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import NOTHING_KEPT, NOTHING_LATER, WIDE
from tests.support.essay import LESSONS, PATIENCE, Essay, at_rest, until
from tests.support.faults import FaultyServer, faulty
from tests.support.often import a_few, thorough

READER = Path(__file__).with_name("early.js")
NAME = "ten-thousand"
HELD = ("start-*/core.bin", "start-*/heap.bin", "start-*/pack.bin")
"""What keeps Python from waking; the page's own scripts are there."""


@contextmanager
def early(
    browser: Browser, site: Path, rest: str = "", act_when_ready: bool = False, beats: bool = False
) -> Iterator[tuple[Essay, FaultyServer]]:
    """A page whose own scripts listen, while Python is held back until the server is released."""
    query, _, fragment = rest.partition("#")
    with closing(browser.new_context(viewport=WIDE)) as context, faulty(site, hanging=HELD) as server:
        for script in (NOTHING_LATER, NOTHING_KEPT, f"window.actWhenReady = {str(act_when_ready).lower()}"):
            context.add_init_script(script)
        context.add_init_script(path=READER)
        essay = Essay(context.new_page(), server.address)
        essay.open(f"?patience=900&{query}#{fragment}", beats=beats)
        essay.page.wait_for_function("() => window.downhillListens")
        essay.page.mouse.click(3, 3)  # a page that nobody has touched may make no sound
        yield essay, server
        server.release.set()


def wake(essay: Essay, server: FaultyServer) -> None:
    """Let Python come: the page becomes ready, and nothing has failed on the way."""
    server.release.set()
    essay.ready()
    assert essay.page.evaluate("states").count("failed") == 0
    assert essay.complaints == []


def answers(essay: Essay) -> None:
    """Every lesson that there is answers to a hand."""
    page = essay.page
    page.evaluate(
        """() => {
            const running = () => document.querySelectorAll("[data-action=play][aria-pressed=true]");
            window.stopping = setInterval(() => running().forEach((button) => button.click()), 250);
            HTMLDialogElement.prototype.showModal = () => {};  // codes of links come when they come
            document.querySelectorAll("dialog[open]").forEach((dialog) => dialog.close());
        }"""
    )
    for name in page.locator("section.lesson").evaluate_all("all => all.map((one) => one.id)"):
        at_rest(page, name, 4 * PATIENCE)  # what was asked for early may begin to run only now
    essay.rest()
    page.evaluate("clearInterval(stopping)")
    for name in (*LESSONS, NAME):
        lesson = essay.lesson(name)
        if lesson.section.count():
            slider = lesson.section.locator(".slider input[type=range]:enabled").first
            with lesson.next_frame():
                slider.press("Home")
                slider.press("End")
    essay.rest()
    assert essay.complaints == []


@thorough
def test_every_control_may_be_used_one_after_the_other_before_python_is_there(
    browser: Browser, site: Path
) -> None:
    with early(browser, site) as (essay, server):
        used = essay.page.evaluate("actOneByOne()")
        assert "which has failed" not in used, used[-2:]
        assert essay.complaints == []
        for part in ("action=play", "weight", "own summary", "do=race", "canvas", "zh-Hans", "theme"):
            assert [one for one in used if part in one], part
        assert len(used) > 150
        wake(essay, server)
        answers(essay)


@a_few(1)
@pytest.mark.parametrize("when", ["before Python is there", pytest.param("when it is ready", marks=thorough)])
@pytest.mark.parametrize(
    "rest",
    [
        "embed=1#ten-thousand",
        "teacher&lock=line.m&challenge=line/hand",
        *(pytest.param(rest, marks=thorough) for rest in ("lock=line.m&challenge=line/hand", "teacher", "")),
    ],
)
def test_all_controls_may_be_used_together_before_a_lesson_has_shown_its_first_view(
    browser: Browser, site: Path, rest: str, when: str
) -> None:
    with early(browser, site, rest, act_when_ready="ready" in when) as (essay, server):
        if "before" in when:
            essay.page.evaluate("actTogether()")
        wake(essay, server)
        assert len(essay.page.evaluate("used")) > (20 if "embed" in rest else 150)
        answers(essay)


def test_what_was_asked_for_early_is_done(browser: Browser, site: Path) -> None:
    with early(browser, site) as (essay, server):
        page, model, line = essay.page, essay.lesson(NAME), essay.lesson("line")
        valley, word = essay.lesson("valley"), essay.lesson("next-word")
        model.type("weight", "1.5")
        for _ in range(2):
            model.button("play").click()
            expect(model.button("play")).to_have_attribute("aria-pressed", "false")
        expect(model.section.locator(".notice")).to_contain_text("as soon as it is ready")
        line.section.locator("details.own > summary").click()
        line.section.locator("details.challenges > summary").click()
        line.section.locator("[data-do=race]").click()
        word.button("step10").click()
        valley.button("play").click()  # the last of the machine's buttons: one lesson plays at a time
        expect(valley.button("play")).to_have_attribute("aria-pressed", "false")
        word.section.locator("details.maths > summary").click()
        essay.lesson("choose-word").section.locator("button[data-share=code]").click()
        with page.expect_download(timeout=120_000) as download:
            word.section.locator("details.take > summary").click()
            word.section.locator("[data-take=csv]").click()
            wake(essay, server)
        assert download.value.suggested_filename.endswith(".csv")
        expect(page.locator("dialog#code")).to_be_visible(timeout=PATIENCE)
        page.keyboard.press("Escape")
        expect(model.button("play")).to_have_attribute("aria-pressed", "true", timeout=PATIENCE)
        until(page, lambda: int(model.section.get_attribute("data-steps") or 0) > 20, "it really trains")
        model.button("play").click()
        expect(line.section.locator("details.own textarea")).not_to_have_value("")
        expect(line.section.locator(".race .result")).not_to_be_empty()
        expect(word.shown("machine_steps")).to_have_text("10")
        expect(word.section.locator("details.maths [data-maths$=formula]").first).not_to_be_empty()
        expect(valley.section).to_have_attribute("data-verdict", "converged", timeout=PATIENCE)
        expect(valley.button("play")).to_have_attribute("aria-pressed", "false")
        expect(page.locator(".notice:visible")).to_have_count(0)
        essay.rest()
        until(page, lambda: "w0=1.5" in unquote(essay.fragment), "the typed weight is in the address")
        assert essay.complaints == []


@thorough
def test_a_place_that_is_gone_to_early_takes_the_state_of_the_link_along(
    browser: Browser, site: Path
) -> None:
    with early(browser, site, "#valley&v=2&valley.x=2.5") as (essay, server):
        essay.page.locator('nav a[href="#line"]').click()
        until(essay.page, lambda: essay.fragment == "line&v=2&valley.x=2.5", "the state comes along")
        wake(essay, server)
        assert essay.lesson("valley").values == (2.5,)
        assert essay.fragment == "line&v=2&valley.x=2.5"


def test_another_language_takes_along_what_was_moved_early(browser: Browser, site: Path) -> None:
    with early(browser, site) as (essay, _):
        essay.lesson("valley").slider("x").press("ArrowRight")
        link = essay.page.locator('nav.languages a[hreflang="de"]')
        link.click()
        expect(link).to_have_attribute("href", re.compile(r"valley\.x=-3\.95"))
