"""The teacher's panel makes links and frames, shows them, and costs nobody else anything."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from downhill.session.beat_texts import BEATS
from tests.browser.conftest import PHONE, OpenEssay
from tests.support.axe import violations, violations_light_and_dark
from tests.support.essay import PATIENCE, Essay, Lesson, until
from tests.support.often import thorough
from tools.pages.guide import LINKS


@pytest.fixture(scope="module")
def state(_shared: OpenEssay) -> Essay:
    """The page with the panel."""
    essay = _shared("?teacher").ready()
    essay.page.wait_for_selector(".panel:not([inert])", state="attached")
    essay.page.locator("[data-door=prepare] > summary").click()
    essay.page.locator(".rest-of-panel > summary").click()
    return essay


@pytest.fixture
def page(state: Essay) -> Page:
    """The panel with nothing chosen."""
    state.page.locator("#panel-lesson").select_option("line")
    for select in state.page.locator(".panel select:not(#panel-lesson, #panel-for, #panel-test)").all():
        if select.is_visible():
            select.select_option("")
    state.page.locator("#panel-for").select_option("")
    for name in ("embed", "present"):
        state.page.locator(f"#panel-{name}").uncheck()
    state.page.locator("#panel-test").select_option("")
    return state.page


def link(page: Page) -> str:
    return page.locator("#panel-link").input_value()


def test_pupils_fetch_nothing_of_the_panel(essay: Essay) -> None:
    assert not [url for url in essay.requests if "teacher" in url]
    assert "Prepare a link" not in essay.page.content()


def test_choices_are_in_the_link(page: Page) -> None:
    assert link(page).endswith("#line")
    page.locator('[data-part="line.m"]').select_option("lock")
    page.locator('[data-part="views"]').select_option("hide")
    page.locator('[data-part="play"]').select_option("lock")
    page.locator("#panel-theme").select_option("dark")
    page.locator("#panel-challenge").select_option("line/hand")
    asked = link(page).split("?")[1].split("#")[0]
    assert asked == "theme=dark&lock=line.m,play&hide=views&challenge=line/hand"
    page.locator("#panel-present").check()
    assert "?present=1&theme=dark" in link(page)
    assert "present" not in page.locator("#panel-frame").input_value()
    page.locator("#panel-embed").check()
    assert "?embed=1&lesson=line&present=1&theme=dark" in link(page)


def test_the_short_link_has_this_lesson_alone_and_numbers_as_the_sliders_show_them(
    state: Essay, page: Page
) -> None:
    state.lesson("valley").set("x", 1)
    state.lesson("line").press("step")
    until(page, lambda: "line.m=" in link(page), "the step is in the link")
    short = page.locator("#panel-short").input_value()
    assert "valley" not in short
    assert len(short) < len(link(page))
    assert all("." not in part.partition("=")[2] for part in short.split("&") if part.startswith("line.m="))
    state.lesson("line").press("reset")
    state.lesson("valley").press("reset")


def test_beats_that_are_left_out_are_named_in_the_link(page: Page) -> None:
    for name in ("name", "what-if"):
        page.locator(f'.panel [data-beat="{name}"]').uncheck()
    page.locator("#panel-beat").select_option("machine")
    assert link(page).endswith("?beats=1,3,5,6&beat=3#line")
    for name in ("name", "what-if"):
        page.locator(f'.panel [data-beat="{name}"]').check()


def test_another_lesson_has_its_own_sliders_and_challenges(page: Page) -> None:
    expect(page.locator('[data-part="line.m"]')).to_be_visible()
    page.locator("#panel-challenge").select_option("line/hand")
    page.locator('[data-part="line.m"]').select_option("lock")
    page.locator("#panel-lesson").select_option("valley")
    expect(page.locator('[data-part="line.m"]')).to_be_hidden()
    expect(page.locator('[data-part="valley.x"]')).to_be_visible()
    expect(page.locator("#panel-challenge")).to_have_value("")
    assert link(page).endswith("#valley")


def test_the_lesson_with_the_model_is_offered_with_what_there_is_in_it(page: Page) -> None:
    page.locator("#panel-lesson").select_option("ten-thousand")
    expect(page.locator('[data-part="step10"]')).to_be_hidden()
    page.locator('[data-part="rate"]').select_option("lock")
    assert link(page).endswith("?lock=rate#ten-thousand")
    page.locator("#panel-embed").check()
    assert link(page).endswith("?embed=1&lesson=ten-thousand&lock=rate#ten-thousand")


def test_start_values_are_typed_in_the_panel_or_set_on_the_page(state: Essay, page: Page) -> None:
    box = page.locator("#panel-line-m")
    box.fill("123")
    box.press("Tab")
    until(page, lambda: "line.m=123" in link(page), "the typed value is in the link")
    assert state.lesson("line").values[0] == 123
    state.lesson("line").set("b", 50)
    until(page, lambda: "line.b=50" in link(page), "the value of the page is in the link")
    expect(page.locator("#panel-line-b")).to_have_value("50")
    box.fill("many")
    box.press("Tab")
    expect(page.locator(".panel .note")).to_contain_text("not a number")
    state.lesson("line").press("reset")
    until(page, lambda: "line.m" not in link(page), "the start is in the link")


def test_papers_and_doors_open_before_python_is_there_and_what_needs_it_waits(open_essay: OpenEssay) -> None:
    page = open_essay("?teacher&all=0", asleep=True).loaded().page
    for door in ("prepare", "collect"):
        expect(page.locator(f"[data-door={door}] > summary")).to_be_in_viewport(timeout=PATIENCE)
    for door in ("prepare", "collect"):
        page.locator(f"[data-door={door}] > summary").click()
        expect(page.locator(f"[data-door={door}] > section")).to_be_visible()
        assert page.locator(f"[data-door={door}] > section[inert]").count() == 1
    page.locator(".teach a").first.click()
    page.wait_for_url("**/guide.html")


def test_where_the_panel_is_switched_off_it_is_not_fetched(open_essay: OpenEssay) -> None:
    essay = open_essay("?teacher=0", asleep=True).loaded()
    expect(essay.page.locator("#teacher")).to_be_hidden()
    assert not [url for url in essay.requests if "teacher.html" in url]


@thorough
def test_the_panel_takes_up_what_its_address_says(open_essay: OpenEssay) -> None:
    asked = "?teacher&challenge=line/calm&lock=line.m,donut&hide=views&embed=1&lesson=line"
    page = open_essay(asked + "#line&v=2&line.m=99").ready().page
    expect(page.locator("#panel-lesson")).to_have_value("line")
    expect(page.locator("#panel-challenge")).to_have_value("line/calm")
    expect(page.locator('[data-part="line.m"]')).to_have_value("lock")
    expect(page.locator('[data-part="views"]')).to_have_value("hide")
    expect(page.locator("#line input[name=m]")).to_be_enabled()
    assert "lock=line.m&hide=views&challenge=line/calm#line&v=2&line.m=99" in link(page)


def test_link_and_code_are_copied(page: Page) -> None:
    page.evaluate(
        "Object.defineProperty(navigator, 'clipboard', { configurable: true,"
        " value: { writeText: async (text) => { window.copied = text; } } })"
    )
    page.locator("[data-copy=panel-frame]").click()
    expect(page.locator(".panel .told")).to_have_text("The code is copied.")
    code = page.evaluate("copied")
    assert code == page.locator("#panel-frame").input_value()
    shown = page.evaluate(
        "code => { const box = document.createElement('template'); box.innerHTML = code;"
        " return box.content.firstChild.src + ' ' + box.content.firstChild.title }",
        code,
    )
    assert "embed=1&lesson=line" in shown
    assert shown.endswith("Two sliders: fit a line to home prices")


@thorough
def test_the_preview_shows_the_link_and_follows_without_a_new_start(state: Essay, page: Page) -> None:
    length = page.evaluate("history.length")
    page.locator('[data-part="line.m"]').select_option("lock")
    page.locator(".preview summary").click()
    until(page, lambda: len(page.frames) == 2 and "lock=line.m" in page.frames[1].url, "the frame opens")
    frame = page.frames[1]
    frame.wait_for_selector("html[data-python=ready]", timeout=120_000)
    expect(frame.locator("#line input[name=m]")).to_be_disabled()
    frame.evaluate("window.same = true")
    state.lesson("line").set("b", 77)
    shown = Lesson(frame, "line")
    until(page, lambda: shown.values[1] == 77, "the frame follows")
    assert frame.evaluate("window.same")
    assert page.evaluate("history.length") == length
    page.locator(".preview summary").click()
    until(page, lambda: len(page.workers) == 1, "the frame's Python is gone")
    state.lesson("line").press("reset")


def test_axe_finds_nothing_in_the_panel(page: Page) -> None:
    assert violations_light_and_dark(page, "#teacher") == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@thorough
def test_axe_finds_nothing_on_a_phone_and_nothing_scrolls_sideways(open_essay: OpenEssay) -> None:
    page = open_essay("?teacher", **PHONE).ready().page
    page.wait_for_selector(".panel:not([inert])", state="attached")
    assert violations(page, words=True) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_whole_panel_is_used_by_keyboard(page: Page) -> None:
    page.locator("#panel-lesson").focus()
    page.keyboard.press("ArrowUp")
    expect(page.locator("#panel-lesson")).to_have_value("valley")
    seen = set()
    for _ in range(80):
        page.keyboard.press("Tab")
        seen.add(page.evaluate("document.activeElement.id || document.activeElement.dataset.copy || ''"))
        if page.evaluate("document.activeElement.matches('.preview summary')"):
            break
    assert {
        "panel-challenge",
        "panel-theme",
        "panel-embed",
        "panel-valley-x",
        "panel-link",
        "panel-frame",
    } <= seen
    assert page.evaluate("document.activeElement.matches('.preview summary')")


@thorough
def test_where_the_panel_can_t_be_had_a_sentence_says_so(open_essay: OpenEssay, address: str) -> None:
    essay = open_essay(at="about:blank")
    essay.page.context.route("**/teacher.html", lambda route: route.fulfill(status=404, body=""))
    essay.address = address
    essay.open("?teacher").ready()
    expect(essay.page.locator("#teacher")).to_contain_text("could not be fetched", timeout=PATIENCE)
    essay.lesson("valley").set("x", 1)


def test_a_ready_link_says_what_its_period_needs_and_a_change_makes_it_one_s_own(page: Page) -> None:
    found = {}
    for option in page.locator("#panel-for option").all()[1:]:
        page.locator("#panel-for").select_option(label=option.inner_text())
        found[option.inner_text().split(" ·")[0]] = link(page).rpartition("/")[2]
    later = found.pop("three weeks later (four questions)")
    assert [*found.values()] == [*LINKS]
    assert later == "?test=later#valley"
    page.locator("#panel-shared").check()
    assert link(page).endswith("?test=later,shared#valley")
    page.locator("#panel-shared").uncheck()
    page.locator("#panel-lesson").select_option("line")
    expect(page.locator("#panel-for")).to_have_value("")


def test_who_presents_or_frames_a_lesson_asks_no_questions(page: Page) -> None:
    page.locator("#panel-test").select_option("after")
    assert "test=after" in link(page)
    for name in ("embed", "present"):
        page.locator(f"#panel-{name}").check()
        assert "test" not in link(page)
        page.locator(f"#panel-{name}").uncheck()


def test_a_link_goes_to_other_programs_whole_or_not_at_all(page: Page) -> None:
    page.locator("#panel-theme").select_option("dark")
    for place, key, host in (
        ("classroom", "url", "classroom.google.com"),
        ("teams", "href", "teams.microsoft.com"),
    ):
        button = page.locator(f"[data-to={place}]")
        address = urlsplit(button.get_attribute("href") or "")
        assert address.hostname == host
        assert parse_qs(address.query)[key] == [link(page)]
        assert button.get_attribute("target") == "_blank"
        assert button.get_attribute("rel") == "noopener noreferrer"


def test_a_calendar_entry_in_three_weeks_opens_the_last_questions(page: Page) -> None:
    page.locator("#panel-test").select_option("later")
    with page.expect_download() as download:
        page.locator("[data-calendar]").click()
    assert download.value.suggested_filename == "downhill-questions.ics"
    text = download.value.path().read_bytes().decode()
    (day,) = re.findall(r"DTSTART;VALUE=DATE:(\d{8})", text)
    assert day == page.evaluate(
        "(at => [at.getFullYear(), at.getMonth() + 1, at.getDate()].map(n => String(n).padStart(2, '0')).join(''))"
        "(new Date(Date.now() + 21 * 24 * 3600e3))"
    )
    assert "?test=later#valley" in text.replace("\r\n ", "")


def test_every_part_that_the_guide_names_opens_that_part(open_essay: OpenEssay) -> None:
    page = open_essay("guide.html").loaded().page
    opened = page.locator(".opens a[href*='beat=']")
    every = opened.evaluate_all("links => [...new Set(links.map(a => a.href))]")
    assert len(every) == 2 * len({link.replace("&present", "") for link in every})
    essay = open_essay("", asleep=True)
    for address in every:
        number, lesson = re.findall(r"beat=(\d)[^#]*#(.+)", address)[0]
        essay.page.goto(address)
        current = essay.page.locator(f"#{lesson} .beats > [aria-current]")
        expect(current).to_have_attribute("data-beat", BEATS[int(number) - 1])
        assert essay.page.evaluate("'present' in document.documentElement.dataset") == ("present" in address)


def test_in_a_class_s_link_the_result_is_a_second_button_of_the_last_part(open_essay: OpenEssay) -> None:
    page = open_essay("?beat=6#valley", asleep=True).loaded().page
    button = page.locator("#valley .unfold [data-result]")
    expect(button).to_be_visible()
    page.locator("#valley .beat").first.click()
    expect(button).to_be_hidden()
    page.goto(page.url.replace("?beat=6", "?"))
    assert page.locator("#valley .unfold [data-result]").count() == 0
