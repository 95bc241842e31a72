"""One lesson alone in a frame of another page: its height, its scrolling, its sandboxes, and what it downloads."""

from collections import Counter
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Frame, Locator, Page, expect

from downhill.lessons import every_lesson
from tests.browser.conftest import PHONE, OpenEssay, OpenProfile
from tests.browser.test_failures import FIGURES_SHOWN
from tests.support.axe import violations
from tests.support.essay import Essay, Lesson, until
from tests.support.faults import PLAIN, faulty
from tests.support.often import a_few, thorough
from tools.server.server import serving

HOST = """<!doctype html><title>School</title><style>body {{ margin: 0 }} iframe {{ border: 0; display: block; width: 100% }}</style>
<script>
window.heard = [];
addEventListener("message", event => {{
    const frame = [...document.querySelectorAll("iframe")].find(one => one.contentWindow === event.source);
    heard.push(event.data);
    if (event.data.type === "downhill:height") frame.style.height = event.data.height + "px";
}});
</script>
<p style="height: 300px">Before</p>{frames}<p style="height: 1500px">After</p>"""
ALONE = "?all&tempo=fast&patience=200&embed=1"
FITS = """() => {
    const root = document.documentElement;
    return root.scrollHeight <= innerHeight && root.scrollWidth <= innerWidth && innerHeight - root.scrollHeight < 1.5;
}"""


def framed(context: BrowserContext, folder: Path, *addresses: str, sandbox: str = "") -> list[Frame]:
    """Open a page on another site that has these in frames and gives each the height that it tells."""
    kept = f' sandbox="{sandbox}"' if sandbox else ""
    frames = "".join(f'<iframe src="{address}"{kept}></iframe>' for address in addresses)
    (folder / "index.html").write_text(HOST.format(frames=frames), encoding="utf-8")
    page = context.pages[0]
    with serving(folder, settings=PLAIN) as outside:
        page.goto(outside.replace("127.0.0.1", "localhost"), wait_until="commit")
        page.wait_for_selector("iframe")
    found = [handle.content_frame() for handle in page.locator("iframe").element_handles()]
    return [frame for frame in found if frame]


def live(frame: Frame, lesson: str = "line") -> Lesson:
    """Wait until the lesson in a frame is live."""
    frame.wait_for_selector(f"section#{lesson}[data-live]", timeout=120_000)
    return Lesson(frame, lesson)


@pytest.fixture(scope="module")
def framed_line(_shared: OpenEssay) -> Essay:
    """One lesson alone, on a wide screen."""
    return _shared("?embed=1#line").ready()


@pytest.fixture(scope="module")
def small_line(_shared: OpenEssay) -> Essay:
    """One lesson alone, on a phone."""
    return _shared("?embed=1#line", **PHONE).ready()


def test_one_lesson_is_there_alone_and_plays(framed_line: Essay) -> None:
    essay = framed_line
    assert essay.page.locator("section.lesson").count() == 1
    for other in ("nav", "footer", ".closing", "main > .prose", ".skip", ".subtitle", ".learned", "#theme"):
        assert not any(part.is_visible() for part in essay.page.locator(other).all()), other
    expect(essay.page.get_by_role("heading", name="Downhill")).to_have_count(1)
    lesson = essay.lesson("line")
    before = lesson.loss
    lesson.press("step")
    assert lesson.loss < before
    assert essay.complaints == []


def test_pictures_of_lessons_that_are_not_shown_are_not_fetched_but_for_the_pages_first(
    framed_line: Essay,
) -> None:
    figures = [url for url in framed_line.requests if url.endswith(".svg") and "/figures/" in url]
    drawn = [url.rpartition("/")[2] for url in figures]
    assert any(name.startswith("line-") for name in drawn)
    assert all(name.startswith(("line-", "valley-")) for name in drawn), drawn


@a_few(2)
@pytest.mark.parametrize(
    ("rest", "name"),
    [
        ("?embed=1&lesson=line", "line"),
        ("?embed=1", "valley"),
        ("?embed=1&lesson=%3Cimg%3E#nothing", "valley"),
        ("?embed&lesson=valley#next-word&v=1&next-word.rate=0.5", "next-word"),
    ],
)
def test_the_address_says_which_lesson(open_essay: OpenEssay, rest: str, name: str) -> None:
    page = open_essay(rest, asleep=True).loaded().page
    assert [one.get_attribute("id") for one in page.locator("section.lesson").all()] == [name]


def test_a_page_that_asks_for_no_frame_is_whole(open_essay: OpenEssay) -> None:
    page = open_essay("?embed=0", asleep=True).page
    expect(page.locator("section.lesson")).to_have_count(len(every_lesson()))
    expect(page.locator(".whole")).to_be_hidden()


@thorough
def test_the_line_above_leads_to_the_whole_essay_in_the_same_state(open_essay: OpenEssay) -> None:
    page = open_essay("?embed=1&theme=dark&hide=rate#line&v=2&line.m=140").page
    page.wait_for_selector("html[data-python=ready]", timeout=120_000)
    with page.context.expect_page() as opened:
        page.locator(".whole a").click()
    assert opened.value.url.endswith("/a/b/?theme=dark#line&v=2&line.m=140")


@thorough
def test_axe_finds_nothing_in_a_frame(framed_line: Essay, small_line: Essay) -> None:
    for page in (framed_line.page, small_line.page):
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_frame_is_as_high_as_the_lesson_at_every_width_whatever_is_opened(
    open_profile: OpenProfile, address: str, tmp_path: Path
) -> None:
    (frame,) = framed(open_profile(), tmp_path, f"{address}{ALONE}&id=seven#line")
    page, lesson = frame.page, live(frame)
    for width in (1000, 600, 320):
        page.set_viewport_size({"width": width, "height": 700})
        until(page, lambda: bool(frame.evaluate(FITS)), f"the frame is high enough at {width}")
        lesson.section.locator("details.own > summary").click()
        lesson.press("step10")
        until(page, lambda: bool(frame.evaluate(FITS)), f"the frame has grown at {width}")
        lesson.section.locator("details.own > summary").click()
        until(page, lambda: bool(frame.evaluate(FITS)), f"the frame has shrunk at {width}")
    lesson.rest()
    heard = page.evaluate("heard")
    page.wait_for_timeout(500)
    assert page.evaluate("heard.length") == len(heard), "height keeps changing by itself"
    mine = [one for one in heard if one.get("type") == "downhill:height"]
    assert {one["id"] for one in mine} == {"seven"}
    theirs = [one["height"] for one in heard if one.get("subject") == "lti.frameResize"]
    assert theirs == [one["height"] for one in mine]
    page.evaluate("frames[0].postMessage({ type: 'downhill:ask' }, '*')")
    until(page, lambda: page.evaluate("heard.length") == len(heard) + 2, "it tells its height when asked")


def wheel_over(page: Page, place: Locator) -> None:
    """Turn the wheel over a place in a frame, and wait until the page around has scrolled."""
    page.evaluate("scrollTo(0, 250)")
    place.scroll_into_view_if_needed()
    box = place.bounding_box()
    assert box
    before = page.evaluate("scrollY")
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.wheel(0, 120)
    until(page, lambda: page.evaluate("scrollY") > before, "the page around has scrolled")


@thorough
def test_the_wheel_over_a_picture_scrolls_the_page_around(
    open_profile: OpenProfile, address: str, tmp_path: Path
) -> None:
    (frame,) = framed(open_profile(), tmp_path, f"{address}{ALONE}#line")
    page, lesson = frame.page, live(frame)
    until(page, lambda: bool(frame.evaluate(FITS)), "the frame is high enough")
    wheel_over(page, lesson.canvas())
    wheel_over(page, lesson.slider("m"))


def test_a_finger_on_a_picture_scrolls_unless_it_holds_a_point(small_line: Essay) -> None:
    page = small_line.page
    for canvas in page.locator("canvas:visible").all():
        action = canvas.evaluate("c => getComputedStyle(c).touchAction")
        assert action in ("auto", "manipulation")
    stopped = page.locator("canvas[data-picture=picture]").evaluate(
        "c => !c.dispatchEvent(new Event('touchstart', { bubbles: true, cancelable: true }))"
    )
    assert not stopped


def test_in_a_sandbox_without_an_origin_the_lesson_can_be_read_and_the_way_out_is_the_whole_page(
    open_profile: OpenProfile, address: str, tmp_path: Path
) -> None:
    rest = "?embed=1&theme=dark#line"
    (frame,) = framed(open_profile(), tmp_path, address + rest, sandbox="allow-scripts")
    expect(frame.locator("#framed")).to_be_visible()
    expect(frame.locator("#framed a")).to_have_text(f"{address}?theme=dark#line")
    expect(frame.locator("section.lesson")).to_have_count(1)
    frame.wait_for_function(FIGURES_SHOWN)
    until(frame.page, lambda: bool(frame.evaluate(FITS)), "the frame is high enough")


@thorough
def test_three_frames_on_one_page_share_one_download(
    open_profile: OpenProfile, site: Path, tmp_path: Path
) -> None:
    with faulty(site) as server:
        names = ("valley", "line", "next-word")
        addresses = [f"{server.address}{ALONE}#{name}" for name in names]
        for name, frame in zip(names, framed(open_profile(), tmp_path, *addresses), strict=True):
            live(frame, name)
        large = {
            f.relative_to(site).as_posix() for f in site.rglob("*") if f.is_file() and f.stat().st_size > 5e5
        }
        asked = Counter(name for name in server.asked if name in large)
    assert asked
    assert max(asked.values()) == 1, asked
