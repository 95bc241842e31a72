"""The reader's own points: dragged by pointer and by touch, edited by keys alone, pasted, and kept in a link."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from downhill.points.pasted_table import parse
from downhill.text.format import PAGE
from downhill.text.mistake import Mistake
from tests.support.essay import Essay, until
from tests.support.often import a_few, thorough


class Own:
    """The line lesson with its points."""

    def __init__(self, essay: Essay) -> None:
        self.page, self.essay, self.lesson = essay.page, essay, essay.lesson("line")
        self.part = self.lesson.section.locator("details.own")
        self.canvas = self.lesson.canvas()
        self.ring = self.lesson.section.locator(".ring")
        self.told = self.part.locator(".told")
        self.table = self.part.locator("textarea")
        self.note = self.part.locator(".note")

    def open(self) -> "Own":
        """Open the part below the picture."""
        if self.part.get_attribute("open") is None:
            self.part.locator("summary").click()
        return self.opened()

    def opened(self) -> "Own":
        """Wait until keys are heard and the table shows the points as they stand, not those of an earlier test."""
        expect(self.canvas).to_have_attribute("tabindex", "0")
        self.essay.rest()
        expect(self.table).not_to_have_value("")
        return self

    def close(self) -> tuple[float, float]:
        """Close it; where the point that was chosen is seen then, from the window's top left."""
        ring, box = self.ring.bounding_box(), self.canvas.bounding_box()
        assert ring
        assert box
        x, y = ring["x"] + ring["width"] / 2 - box["x"], ring["y"] + ring["height"] / 2 - box["y"]
        self.part.locator("summary").click()
        self.canvas.scroll_into_view_if_needed()
        box = self.canvas.bounding_box()
        assert box
        return box["x"] + x, box["y"] + y

    def button(self, what: str) -> Locator:
        """One of its buttons."""
        return self.part.locator(f"[data-edit={what}]")

    @property
    def places(self) -> list[list[float]]:
        """The points, as the table shows them; none where it is none."""
        try:
            return [[float(x), float(y)] for x, y in parse(self.table.input_value()).points]
        except Mistake:
            return []

    def wait_for(self, points: int) -> None:
        """Wait until the table has this many `points`."""
        until(self.page, lambda: len(self.places) == points, f"there are {points} points")

    def paste(self, text: str) -> None:
        """Write a table, and use it."""
        self.table.fill(text)
        self.button("paste").click()

    def choose(self, index: int) -> tuple[float, float]:
        """Choose a point by keys; where it is seen, from the window's top left."""
        self.canvas.focus()
        self.page.keyboard.press("Home")
        for _ in range(index):
            self.page.keyboard.press("ArrowRight")
        expect(self.told).to_contain_text(f"Point {index + 1} of ")
        expect(self.ring).to_be_visible()
        box = self.ring.bounding_box()
        assert box
        return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


@pytest.fixture
def own(essay: Essay) -> Iterator[Own]:
    """The line lesson on a wide screen."""
    yield Own(essay)
    essay.page.evaluate("document.querySelector('details.own').open = false")


@pytest.fixture
def own_phone(phone: Essay) -> Iterator[Own]:
    """The line lesson on a phone."""
    yield Own(phone)
    phone.page.evaluate("document.querySelector('details.own').open = false")


OUTSIDE = """ring => {
    const [one, frame] = [ring, ring.parentElement].map(each => each.getBoundingClientRect());
    const x = one.left + one.width / 2, y = one.top + one.height / 2;
    return !one.width || x < frame.left || x > frame.right || y < frame.top || y > frame.bottom;
}"""
"""Whether the ring is not seen, or its middle is not in the picture."""


def test_the_ring_stays_in_the_picture_in_a_window_of_another_size(own: Own) -> None:
    own.open()
    own.canvas.focus()
    own.page.keyboard.press("End")
    expect(own.told).to_contain_text("Point 12 of ")
    own.page.evaluate("scrollTo(0, 0)")  # from where the picture need not be drawn anew
    for width in (320, 820):
        own.page.set_viewport_size({"width": width, "height": 600})
        assert not own.ring.evaluate(OUTSIDE)
        assert own.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def swipe(page: Page, start: tuple[float, float], end: tuple[float, float]) -> None:
    """A finger that goes from one place of the screen to another."""
    session = page.context.new_cdp_session(page)

    def touch(kind: str, *points: tuple[float, float]) -> None:
        places = [{"x": x, "y": y} for x, y in points]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": places})

    (x0, y0), (x1, y1) = start, end
    touch("touchStart", start)
    for i in range(1, 11):
        touch("touchMove", (x0 + (x1 - x0) * i / 10, y0 + (y1 - y0) * i / 10))
        page.wait_for_timeout(20)
    touch("touchEnd")
    session.detach()


def test_a_point_follows_the_pointer_and_the_data_become_the_readers_own(own: Own) -> None:
    x, y = own.open().choose(3)
    before, loss = own.places, own.lesson.loss
    mouse = own.page.mouse
    mouse.move(x + 4, y + 3)
    mouse.down()
    mouse.move(x + 34, y - 57, steps=6)
    until(own.page, lambda: own.lesson.loss != loss, "the loss follows the point that is still held")
    assert own.places == before
    mouse.up()
    until(own.page, lambda: own.places != before, "the table follows")
    moved = own.places
    assert moved[:3] + moved[4:] == before[:3] + before[4:]
    assert moved[3][0] > before[3][0]
    assert moved[3][1] > before[3][1]
    expect(own.lesson.section).to_have_attribute("data-data", "own")
    own.button("undo").click()
    until(own.page, lambda: own.places == before, "the point goes back")
    expect(own.lesson.section).to_have_attribute("data-data", "homes")
    until(own.page, lambda: own.lesson.loss == loss, "the loss is as before")


def test_the_pointer_edits_with_the_part_below_closed_and_a_press_alone_changes_nothing(own: Own) -> None:
    own.open().choose(3)
    x, y = own.close()
    mouse, loss = own.page.mouse, own.lesson.loss
    mouse.move(x - 40, y)
    mouse.move(x, y, steps=3)
    until(
        own.page, lambda: own.canvas.evaluate("canvas => canvas.style.cursor") == "grab", "it can be grabbed"
    )
    mouse.down()
    mouse.up()
    own.lesson.rest()
    expect(own.lesson.section).to_have_attribute("data-data", "homes")
    mouse.down()
    mouse.move(x, y - 50, steps=4)
    mouse.up()
    expect(own.lesson.section).to_have_attribute("data-data", "own")
    assert own.lesson.loss != loss


def test_a_finger_on_a_point_drags_it_and_elsewhere_scrolls_the_page(own_phone: Own) -> None:
    own = own_phone.open()
    own.button("paste").click()  # what is written under the picture changes now, and not under the finger
    expect(own.lesson.section).to_have_attribute("data-data", "own")
    own.lesson.rest()
    x, y = own.choose(0)
    before, scrolled = own.places, own.page.evaluate("scrollY")
    swipe(own.page, (x - 6, y + 5), (x + 24, y - 55))
    until(own.page, lambda: own.places != before, "the point is moved")
    assert own.places[1:] == before[1:]
    assert own.places[0][1] > before[0][1]
    assert own.page.evaluate("scrollY") == scrolled
    moved, box = own.places, own.canvas.bounding_box()
    assert box
    corner = box["x"] + box["width"] - 20, box["y"] + box["height"] - 15
    swipe(own.page, corner, (corner[0], corner[1] - 90))
    until(own.page, lambda: own.page.evaluate("scrollY") > scrolled, "the page scrolls")
    assert own.places == moved


def test_on_a_phone_nothing_is_moved_by_accident_while_the_part_below_is_closed(own_phone: Own) -> None:
    own = own_phone.open()
    own.choose(0)
    x, y = own.close()
    swipe(own.page, (x, y), (x, y - 60))
    own.lesson.rest()
    expect(own.lesson.section).to_have_attribute("data-data", "homes")


def test_points_are_moved_added_and_taken_away_by_keys_alone(own: Own) -> None:
    keys, voice = own.page.keyboard, own.page.locator("#voice")
    own.part.locator("summary").focus()
    keys.press("Enter")
    expect(own.button("focus")).to_be_visible()
    before = own.opened().places
    own.button("focus").focus()
    keys.press("Enter")
    expect(own.canvas).to_be_focused()
    expect(voice).to_contain_text("Point 1 of 12")
    keys.press("ArrowRight")
    expect(voice).to_contain_text("Point 2 of 12")
    keys.press("Enter")
    expect(voice).to_have_text(PAGE["points.carried"])
    keys.press("Shift+ArrowUp")
    keys.press("ArrowLeft")
    expect(voice).to_contain_text("Point 2 of 12")
    keys.press("Enter")
    x, y = before[1]
    until(own.page, lambda: own.places[1][0] < x and own.places[1][1] > y, "the second point has moved")
    keys.press("Insert")
    own.wait_for(13)
    expect(voice).to_contain_text("Point 13 of 13")
    keys.press("ArrowUp")
    keys.press("Escape")
    own.wait_for(13)
    keys.press("Delete")
    own.wait_for(12)
    keys.press("Home")
    expect(voice).to_contain_text("Point 1 of 12")
    keys.press("Delete")
    own.wait_for(11)
    for _ in range(10):
        keys.press("Control+z")
    until(own.page, lambda: own.places == before, "everything is undone")
    keys.press("Escape")
    expect(own.button("focus")).to_be_focused()


def test_a_point_is_not_picked_up_once_the_focus_has_gone(own: Own) -> None:
    own.open().choose(0)
    own.canvas.evaluate("""canvas => {
        for (const key of ["ArrowRight", "Enter"]) canvas.dispatchEvent(new KeyboardEvent("keydown", {key}))
        canvas.blur()
    }""")
    expect(own.told).to_contain_text("Point 2 of ")
    own.lesson.rest()
    before = own.places
    own.canvas.focus()
    own.page.keyboard.press("ArrowRight")
    expect(own.told).to_contain_text("Point 3 of ")
    assert own.places == before


def test_a_click_on_empty_ground_adds_a_point_only_where_that_is_asked_for(own: Own) -> None:
    own.open()
    place = {"x": 100, "y": 40}
    own.canvas.click(position=place)  # type: ignore[arg-type]
    own.lesson.rest()
    assert len(own.places) == 12
    own.button("place").click()
    expect(own.button("place")).to_have_attribute("aria-pressed", "true")
    own.canvas.click(position=place)  # type: ignore[arg-type]
    own.wait_for(13)
    expect(own.told).to_contain_text("Point 13 of 13")
    own.button("remove").click()
    own.wait_for(12)
    own.button("place").click()


def test_of_a_bad_table_the_row_is_named_and_marked_and_the_data_stay(own: Own) -> None:
    text = "1;2\n3;four"
    own.open()
    before = own.lesson.loss
    own.paste(text)
    expect(own.note).to_have_text("In row 2, “four” is not a number.")
    expect(own.table).to_be_focused()
    assert own.page.evaluate("String(getSelection())") == "3;four"
    assert own.lesson.loss == before
    assert own.table.input_value() == text
    own.paste("size;price;kind\r\n1,5;2,5;a\r\n3;4;b\r\n\r\n5;4,5;c")
    expect(own.lesson.section).to_have_attribute("data-data", "own")
    expect(own.note).to_have_text(PAGE["points.columns"].replace("{columns}", "3"))
    until(own.page, lambda: own.places == [[1.5, 2.5], [3, 4], [5, 4.5]], "the table is read")
    assert own.table.input_value().startswith("size, price\n")
    own.button("home").click()
    expect(own.lesson.section).to_have_attribute("data-data", "homes")
    own.wait_for(12)


SEEN = """button => {
    button.focus();
    const box = button.getBoundingClientRect();
    const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return button.contains(top);
}"""


@thorough
@a_few(2)
@pytest.mark.parametrize("size", [(1366, 650), (1366, 1000), (390, 844), (390, 664)])
def test_the_picture_never_covers_the_buttons_that_edit_it(own: Own, size: tuple[int, int]) -> None:
    width, height = size
    own.page.set_viewport_size({"width": width, "height": height})
    own.open()
    for what in ("focus", "place", "undo", "home", "paste"):
        own.button(what).evaluate("button => button.blur()")
        own.page.evaluate("scrollTo(0, 0)")
        assert own.button(what).evaluate(SEEN), (what, size)
    if height < 700 < width:
        box = own.canvas.bounding_box()
        assert box is not None
        assert box["y"] < 0


def test_a_touch_with_which_the_browser_scrolls_already_is_left_to_it(own: Own) -> None:
    x, y = own.open().choose(3)
    own.page.mouse.move(x, y)
    own.page.mouse.down()
    tried = own.canvas.evaluate(
        """(canvas) => [true, false].map((cancelable) => {
            const touch = new Event("touchstart", { bubbles: true, cancelable });
            let tried = false;
            touch.preventDefault = () => { tried = true; };
            canvas.dispatchEvent(touch);
            return tried;
        })"""
    )
    own.page.mouse.up()
    assert tried == [True, False]
