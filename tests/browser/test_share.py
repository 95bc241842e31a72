"""Links are copied, handed on and opened; Back and Forward go through the states that were left."""

import random

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenEssay
from tests.support.axe import violations
from tests.support.essay import PATIENCE, Essay, until
from tests.support.links import links
from tests.support.often import thorough

CLIPBOARD = """
    Object.defineProperty(navigator, "clipboard", { configurable: true, value: {
        writeText: async (text) => { window.copied = text; },
    } });
"""
SYSTEM = "Navigator.prototype.share = async (what) => { window.sent = what; };"
FORBIDDEN = """
    Object.defineProperty(navigator, "clipboard", { configurable: true, value: {
        writeText: () => { throw new DOMException("no", "NotAllowedError"); },
    } });
"""
NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined })"


def copy(page: Page, lesson: str) -> str:
    """The link that a lesson's button copies."""
    page.locator(f"#{lesson} [data-share=copy]").click()
    expect(page.locator(f"#{lesson} .share .told")).to_contain_text("is copied")
    return str(page.evaluate("copied"))


@pytest.fixture
def copying(essay: Essay) -> Essay:
    """The shared page with a clipboard of its own."""
    essay.page.evaluate(f"() => {{ {CLIPBOARD} }}")
    return essay


def test_a_copied_link_opens_the_page_as_it_stood(copying: Essay) -> None:
    line = copying.lesson("line")
    line.pick("squared")
    line.press("step10")
    line.rest()
    stood, link = (line.values, line.loss), copy(copying.page, "line")
    copying.reset()
    assert (line.values, line.loss) != stood
    copying.follow(link.split("#")[1])
    assert (line.values, line.loss) == stood


@thorough
def test_a_copied_link_keeps_colours_and_limits_and_drops_what_was_for_this_visit(
    open_essay: OpenEssay,
) -> None:
    essay = open_essay("?teacher&challenge=line/hand&lock=line.m,rate&patience=60&theme=dark").ready()
    essay.page.evaluate(f"() => {{ {CLIPBOARD} }}")
    asked = copy(essay.page, "line").split("?")[1].split("#")[0].split("&")
    assert "lock=line.m,rate" in asked
    assert not [part for part in asked if part.startswith(("teacher", "challenge", "patience"))]


@pytest.mark.parametrize("clipboard", [FORBIDDEN, NO_CLIPBOARD], ids=["forbidden", "none"])
def test_where_nothing_can_be_copied_or_shared_the_link_is_selected(essay: Essay, clipboard: str) -> None:
    page = essay.page
    page.evaluate(f"() => {{ {clipboard} }}")
    expect(page.locator("#valley [data-share=send]")).to_be_hidden()
    page.locator("#valley [data-share=copy]").click()
    expect(page.locator("#valley .share .told")).to_contain_text("selected")
    field = page.locator("#valley .link input")
    expect(field).to_be_focused()
    assert page.evaluate("getSelection().toString() || document.activeElement.value") == field.input_value()
    assert field.input_value().endswith("#valley")
    assert field.evaluate("field => field.readOnly")
    assert violations(page, "#valley") == []


def test_share_is_there_where_the_system_has_it_and_hands_on_the_link(open_essay: OpenEssay) -> None:
    essay = open_essay("?embed=1#line", script=SYSTEM).ready()
    button = essay.page.locator("#line [data-share=send]")
    button.click()
    until(essay.page, lambda: bool(essay.page.evaluate("window.sent")), "the system has the link")
    sent = essay.page.evaluate("sent")
    assert sent["url"].endswith("#line")
    assert sent["title"] == essay.page.title()


HOSTILE = [
    link for link in links() if any(sign in link for sign in ("script", "%3Cimg", "onload", "srcdoc", "<"))
]


def test_a_hostile_link_writes_nothing_into_the_page(essay: Essay) -> None:
    page, lesson = essay.page, essay.lesson("valley")
    page.evaluate("() => { window.alert = () => { window.alerted = true; }; }")
    before = page.evaluate("document.querySelectorAll('*').length")
    for link in random.Random(6).sample(HOSTILE, 9) + random.Random(6).sample(links(), 7):
        page.evaluate("link => { location.hash = link; }", link)
        essay.rest()
        lesson.set("x", 1.5)
        assert page.locator('img[src="x"], [onerror], [onload], iframe, svg[onload]').count() == 0, link
        assert page.evaluate("window.alerted") is None, link
        assert abs(page.evaluate("document.querySelectorAll('*').length") - before) < 400, link


@thorough
def test_a_qr_code_is_drawn_large_with_its_link_beside_it(open_essay: OpenEssay) -> None:
    essay = open_essay().ready()  # as it opens: its link is the shortest, and nobody has asked for anything
    page = essay.page
    assert not [url for url in essay.requests if "/qr/" in url], "nobody has asked for it yet"
    page.locator("#line [data-share=code]").click()
    dialog = page.locator("#code")
    expect(dialog).to_be_visible()
    told = dialog.locator(".address").inner_text()
    assert told.startswith(page.url.split("#")[0].split("?")[0])
    assert told.endswith("#line")
    picture = dialog.locator("svg")
    assert told in (picture.get_attribute("aria-label") or "")
    assert (picture.locator("path").get_attribute("d") or "").startswith("M4 4h7")
    box = picture.bounding_box()
    assert box
    assert min(box["width"], box["height"]) > 600
    assert violations(page, "#code") == []
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(page.locator("#line [data-share=code]")).to_be_focused()
    assert [url for url in essay.requests if "library.bin" in url or "packages.bin" in url] == []


def test_a_link_that_is_too_long_for_a_camera_gets_a_sentence_and_no_code(essay: Essay) -> None:
    dice = random.Random(2)
    points = "%0A".join(f"{dice.random()}%09{dice.random()}" for _ in range(200))
    essay.follow(f"line&v=2&line.data=own&line.points={points}")
    essay.lesson("line").press("step")
    essay.page.locator("#line [data-share=code]").click()
    expect(essay.page.locator("#line .share .told")).to_contain_text("holds 1273", timeout=PATIENCE)
    expect(essay.page.locator("#code")).to_be_hidden()


@thorough
def test_a_code_that_can_t_be_fetched_is_told(open_essay: OpenEssay, address: str) -> None:
    essay = open_essay(at="about:blank")
    essay.page.context.route("**/qr/index.js", lambda route: route.fulfill(status=404, body=""))
    essay.address = address
    essay.open("?embed=1#line").ready().page.locator("#line [data-share=code]").click()
    expect(essay.page.locator("#line .share .told")).to_contain_text(
        "couldn’t be downloaded", timeout=PATIENCE
    )
