"""Places where a browser keeps nothing, and frames on other sites."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from downhill.text.english.challenge import CHALLENGES
from tests.browser.conftest import OpenProfile
from tests.browser.test_awake import OTHERS, play
from tests.browser.test_challenges import do, predict, tick
from tests.browser.test_embed import framed
from tests.browser.test_failures import FIGURES_SHOWN
from tests.browser.test_themes import fits
from tests.support.essay import LESSONS, Essay, Lesson, at_once, until
from tests.support.faults import faulty
from tests.support.often import a_few, thorough

BLOCKED = {"profile": {"default_content_setting_values": {"cookies": 2}}}
BLOCKED_FOR_OTHERS = {"profile": {"block_third_party_cookies": True, "cookie_controls_mode": 1}}
FORBIDDEN = "try { localStorage.length; false } catch { true }"


@a_few(1)
@pytest.mark.parametrize("start", ["snapshot", "packed"])
def test_where_site_data_is_blocked_every_lesson_plays_themes_switch_and_nothing_is_kept_of_challenges(
    open_profile: OpenProfile, site: Path, start: str
) -> None:
    context = open_profile(BLOCKED)
    with faulty(site, missing=OTHERS[start]) as server:
        essay = Essay(context.pages[0], server.address).open(f"?start={start}&patience=120").ready()
        play(essay)
        assert essay.page.evaluate(FORBIDDEN)
        essay.page.locator("#theme").select_option("dark")
        until(essay.page, lambda: fits(essay, "dark"), "all stands in dark")
        lesson = predict(essay)
        expect(tick(lesson, "predict")).to_be_visible()
        expect(lesson.section.locator(".remembered")).to_have_text(CHALLENGES["challenges.unkept"])
        do(lesson, "forget").click()
        expect(tick(lesson, "predict")).to_be_hidden()
        assert essay.complaints == []


@thorough
@a_few(1)
@pytest.mark.parametrize(
    ("preferences", "sandbox"),
    [
        pytest.param({}, "", id="free"),
        pytest.param(BLOCKED, "", id="blocked"),
        pytest.param(BLOCKED_FOR_OTHERS, "", id="partly"),
        pytest.param({}, "allow-scripts allow-same-origin", id="sandbox"),
    ],
)
def test_in_a_frame_on_another_site_every_lesson_plays(
    open_profile: OpenProfile, address: str, tmp_path: Path, preferences: dict[str, Any], sandbox: str
) -> None:
    (frame,) = framed(open_profile(preferences), tmp_path, at_once(address), sandbox=sandbox)
    frame.wait_for_selector("html[data-python=ready]", timeout=120_000)
    frame.wait_for_selector("section.lesson:not([data-live])", state="detached")
    for name in LESSONS:
        lesson = Lesson(frame, name)
        before = lesson.loss
        lesson.press("step")
        assert lesson.loss < before


@thorough
@a_few(1)
@pytest.mark.parametrize(
    "sandbox", ["allow-scripts", "allow-scripts allow-popups allow-popups-to-escape-sandbox"]
)
def test_in_a_sandbox_without_an_origin_the_page_can_be_read_and_shows_the_way_out(
    open_profile: OpenProfile, address: str, tmp_path: Path, sandbox: str
) -> None:
    context = open_profile()
    (frame,) = framed(context, tmp_path, at_once(address), sandbox=sandbox)
    expect(frame.locator("#framed")).to_be_visible()
    expect(frame.locator("#framed a")).to_have_text(at_once(address))
    for hidden in ("#failure", "#status", "#old"):
        expect(frame.locator(hidden)).to_be_hidden()
    frame.wait_for_function(FIGURES_SHOWN)
    if "allow-popups" in sandbox:
        with context.expect_page() as opened:
            frame.locator("#framed a").click()
        essay = Essay(opened.value, address).ready()
        play(essay)
