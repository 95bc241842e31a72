"""The themes: chosen in the address or on the page, kept on this device, legible, and with room on any screen."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from downhill.drawing.themes import COLOURS
from tests.browser.conftest import OpenEssay, OpenProfile
from tests.support.axe import violations
from tests.support.essay import LESSONS, Essay, Lesson, pixels, plain, until
from tests.support.often import a_few, thorough

ZOOMED: ViewportSize = {"width": 320, "height": 256}
"""A window of 1280 by 1024 pixels, zoomed to 400 percent."""
each_theme = pytest.mark.parametrize("theme", COLOURS)

CLIPPED = """() => [...document.querySelectorAll("body *")].filter(element => {
    const box = element.getBoundingClientRect();
    if (!box.width || !element.checkVisibility() || element.closest(".wide, .formula, .unseen, .skip, math, [hidden]")) return false;
    const style = getComputedStyle(element);
    const cut = style.overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1;
    const scrolls = element.matches("textarea, input, select, progress");
    return box.right > innerWidth + 0.5 || box.left < -0.5 || (cut && !scrolls);
}).map(element => element.outerHTML.slice(0, 120))"""
CORNERS = """canvases => canvases.map(canvas => {
    const one = new OffscreenCanvas(1, 1).getContext("2d");
    one.drawImage(canvas, 1, 1, 1, 1, 0, 0, 1, 1);
    return [...one.getImageData(0, 0, 1, 1).data].slice(0, 3);
})"""
GROUNDS = ("paper", "stage", "sky", "fog")
"""What a picture can have in its corner: the ground of the page, of a film's stage, and what is over a film's hill."""
PLAIN_GROUND = "[data-lit] canvas:not(.mist, .film-wall canvas):visible"
"""Pictures that have a ground in their corner: mist has no ink of its own there, and a wall has a weight."""
HIDDEN = """() => [...document.querySelectorAll("section.lesson")].flatMap(section =>
    [...section.querySelectorAll("button:enabled, input:not([type=radio]), select, summary")].filter(control => {
        if (!control.checkVisibility()) return false;
        control.focus();
        const box = control.getBoundingClientRect();
        const there = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
        return !(there && (control.contains(there) || there.contains(control)));
    }).map(control => section.id + ": " + control.outerHTML.slice(0, 120)))"""


def paper(page: Page) -> str:
    """The colour behind the page, as `rgb(…)`."""
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


def rgb(theme: str, ink: str = "paper") -> list[int]:
    """An ink of a theme."""
    colour = str(COLOURS[theme][ink])
    return [int(colour[i : i + 2], 16) for i in (1, 3, 5)]


def written(theme: str) -> str:
    """The paper of a theme, as a browser tells it."""
    return "rgb({}, {}, {})".format(*rgb(theme))


def other_than(theme: str) -> str:
    """A scheme of the system that asks for other colours than a theme."""
    return "light" if theme != "light" else "dark"


@contextmanager
def chosen(essay: Essay, theme: str) -> Iterator[None]:
    """While the body runs, a theme is chosen on the page."""
    essay.page.locator("#theme").select_option(theme)
    try:
        yield
    finally:
        essay.page.locator("#theme").select_option("")


def fits(essay: Essay, theme: str) -> bool:
    """Whether page, switch and every picture that was seen stand in a theme; of the first and the last, what the screen shows."""
    canvases = essay.page.locator(PLAIN_GROUND)
    shown = essay.page.locator("#theme").input_value()
    stands = paper(essay.page) == written(theme) and shown == theme
    grounds = [rgb(theme, ink) for ink in GROUNDS]
    if not (stands and all(corner in grounds for corner in canvases.evaluate_all(CORNERS))):
        return False
    return all(pixels(canvas)[1, 1].tolist() in grounds for canvas in (canvases.first, canvases.last))


@a_few(2)
@each_theme
def test_the_address_names_the_theme_of_the_page(open_essay: OpenEssay, theme: str) -> None:
    essay = open_essay(f"?theme={theme}", asleep=True, color_scheme=other_than(theme)).loaded()
    until(essay.page, lambda: paper(essay.page) == written(theme), f"the page stands in {theme}")
    expect(essay.page.locator("#theme")).to_have_value(theme)
    bars = essay.page.locator("meta[name=theme-color]")
    assert {bar.get_attribute("content") for bar in bars.all()} == {COLOURS[theme]["paper"]}
    assert essay.complaints == []


@thorough
@pytest.mark.parametrize("theme", [pytest.param("light", marks=thorough), "contrast"])
def test_the_address_names_the_theme_of_the_pictures(open_essay: OpenEssay, theme: str) -> None:
    essay = open_essay(f"?patience=120&theme={theme}", color_scheme=other_than(theme)).ready()
    until(essay.page, lambda: fits(essay, theme), f"all stands in {theme}")
    assert essay.complaints == []


@thorough
def test_axe_finds_nothing_in_any_theme(essay: Essay) -> None:
    essay.page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")
    for theme in COLOURS:
        essay.page.locator("#theme").select_option(theme)
        until(essay.page, partial(fits, essay, theme), f"all stands in {theme}")
        assert violations(essay.page, again=theme != "light") == [], theme
    essay.page.locator("#theme").select_option("")


def test_the_switch_changes_everything_at_once_and_this_device_remembers_it(
    open_profile: OpenProfile, address: str
) -> None:
    page = open_profile().pages[0]
    essay = Essay(page, address).open().ready()
    before = essay.lesson("line").loss
    essay.lesson("line").press("step")
    after = essay.lesson("line").loss
    assert after < before
    page.locator("#theme").select_option("contrast")
    until(page, lambda: fits(essay, "contrast"), "all stands in high contrast")
    assert essay.lesson("line").loss == after
    essay.open("?again").ready()
    until(page, lambda: fits(essay, "contrast"), "the theme is remembered")
    page.locator("#theme").select_option("")
    until(page, lambda: paper(page) == written("light"), "the system's theme is back")
    assert page.evaluate("localStorage.getItem('downhill.theme')") is None
    page.emulate_media(color_scheme="dark")
    until(page, lambda: paper(page) == written("dark"), "the system is followed again")


def test_a_theme_in_the_address_is_not_remembered_and_follows_the_switch(open_essay: OpenEssay) -> None:
    essay = open_essay("?theme=dark&patience=30#line", asleep=True).loaded()
    page = essay.page
    assert page.evaluate("localStorage.getItem('downhill.theme')") is None
    page.locator("#theme").select_option("projector")
    assert plain(page.url).endswith("?patience=30&theme=projector#line")
    page.locator("#theme").select_option("")
    assert plain(page.url).endswith("?patience=30#line")


@a_few(1)
@pytest.mark.parametrize("theme", ["sepia", "", "constructor", "%3Cimg%20src=x%3E"])
def test_an_unknown_theme_changes_nothing(open_essay: OpenEssay, theme: str) -> None:
    essay = open_essay(f"?theme={theme}", asleep=True)
    expect(essay.page.locator("html")).not_to_have_attribute("data-theme", theme)
    until(essay.page, lambda: paper(essay.page) == written("light"), "the page is light")


@a_few(1)
@pytest.mark.parametrize(
    ("theme", "nearest"), [("dark", "dark"), ("contrast", "dark"), ("projector", "light")]
)
def test_first_pictures_are_the_nearest_to_the_theme_and_no_others_are_shown(
    open_essay: OpenEssay, site: Path, theme: str, nearest: str
) -> None:
    system = "light" if nearest == "dark" else "dark"
    essay = open_essay(f"?theme={theme}", asleep=True, color_scheme=system)
    image = essay.page.locator("section.lesson .frame picture img").first
    image.scroll_into_view_if_needed()  # in large letters it is too far away to be fetched
    until(essay.page, lambda: bool(image.evaluate("i => i.complete && i.currentSrc")), "a picture is there")
    assert f"-{nearest}" in image.evaluate("i => i.currentSrc")


def test_on_a_projector_type_is_larger(essay: Essay) -> None:
    sizes = []
    for theme in ("light", "projector"):
        with chosen(essay, theme):
            sizes.append(essay.page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)"))
    assert sizes[1] >= 1.25 * sizes[0]


@a_few(1)
@pytest.mark.parametrize("theme", ["dark", "projector"])
def test_on_a_phone_nothing_is_clipped_and_nothing_scrolls_sideways(phone: Essay, theme: str) -> None:
    with chosen(phone, theme):
        until(phone.page, lambda: fits(phone, theme), f"all stands in {theme}")
        assert phone.page.evaluate("document.documentElement.scrollWidth") == 320
        assert phone.page.evaluate(CLIPPED) == []


def test_zoomed_to_400_percent_every_control_that_has_the_focus_is_seen(essay: Essay) -> None:
    page = essay.page
    page.set_viewport_size(ZOOMED)
    essay.rest()
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert page.evaluate(CLIPPED) == []
    assert page.evaluate(HIDDEN) == []


INKS = "all => all.map(e => [getComputedStyle(e).backgroundColor, getComputedStyle(e).color])"


@pytest.fixture
def forced(essay: Essay) -> Iterator[Essay]:
    """The page in the system's own colours."""
    essay.page.emulate_media(forced_colors="active")
    essay.rest()
    yield essay
    essay.page.emulate_media(forced_colors="none")


def test_in_the_systems_own_colours_controls_focus_and_choices_are_seen(forced: Essay) -> None:
    essay, page = forced, forced.page
    for control in ("button[data-action=step]", "select", "input.box"):
        ground, edge = page.locator(f"section.lesson {control}").first.evaluate(
            "e => [getComputedStyle(document.body).backgroundColor, getComputedStyle(e).borderTopColor]"
        )
        assert ground != edge
    step = essay.lesson("line").button("step")
    step.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    style, width = step.evaluate("e => [getComputedStyle(e).outlineStyle, getComputedStyle(e).outlineWidth]")
    assert (style, width) == ("solid", "3px")
    section = essay.lesson("line").section
    for choice in (".choice input + span", "[data-preset]"):
        assert len({ground for ground, _ in section.locator(choice).evaluate_all(INKS)}) == 2
    chosen = section.locator(".choice input:checked + span, [data-preset][aria-pressed=true]").evaluate_all(
        INKS
    )
    assert len({*map(tuple, chosen)}) == 1
    for name in LESSONS:
        assert is_drawn(essay.lesson(name))


def is_drawn(lesson: Lesson) -> bool:
    """Whether a lesson's own picture shows more than a ground of one colour."""
    seen = lesson.pixels()
    return bool(seen.max() - seen.min() > 150)


def test_with_reduced_motion_nothing_on_the_page_moves_by_itself(essay: Essay) -> None:
    essay.page.emulate_media(reduced_motion="reduce")
    for theme in (*COLOURS, ""):
        essay.page.locator("#theme").select_option(theme)
        assert essay.page.evaluate("document.getAnimations().length") == 0
