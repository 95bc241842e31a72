"""The page in Firefox, started both ways: it wakes, follows hand and machine, and says what native Python says."""

from collections.abc import Iterator
from math import isclose
from pathlib import Path

import numpy as np
import pytest

from downhill.lessons import all_lessons
from downhill.session.view import View
from downhill.text.format import PAGE
from tests.browser.test_awake import OTHERS
from tests.browser.test_failures import FIGURES_SHOWN
from tests.conftest import once
from tests.support import code_editor
from tests.support.code_editor import HEARD, OPEN
from tests.support.essay import at_once
from tests.support.faults import FaultyServer, faulty
from tests.support.firefox import Firefox, Tab, until
from tests.support.light import WORKERS
from tests.support.often import a_few, thorough
from tests.support.player import Player
from tools.server.server import serving
from tools.setup.runtime import Runtime

LESSONS = {lesson.id: lesson for lesson in all_lessons()}
LIT = "place => 'lit' in document.querySelector(place).parentElement.dataset"
SHOWN = """lesson => {
    const section = document.getElementById(lesson);
    const texts = (selector) => [...section.querySelectorAll(selector)].map(one => one.textContent);
    return {
        frame: Number(section.dataset.frame), loss: Number(section.dataset.loss),
        values: [...section.querySelectorAll(".slider input[type=range]")].map(range => Number(range.value)),
        sentence: section.querySelector("[data-show=sentence]").textContent,
        cells: texts("table.live tbody :is(th, td)"),
    };
}"""


class Start:
    """A page that was started one way: its tab, its server, and the natively run lessons beside it."""

    def __init__(self, way: str, tab: Tab, server: FaultyServer) -> None:
        self.way, self.tab, self.server = way, tab, server
        self.native = Player(LESSONS.values())

    def settled(self, lesson: str, after: int) -> View:
        """Wait for a view after that frame with the native loss, its thumbs where native Python has them, to a
        mark of the slider; returns the native view."""
        expected: View = self.native.look(lesson)
        places = [
            (row.value, slider.step)
            for row, slider in zip(expected.rows.values(), LESSONS[lesson].sliders, strict=True)
        ]

        def agrees() -> bool:
            shown = self.tab.run(SHOWN, lesson)
            near = [
                abs(v - native) <= 0.51 * step
                for v, (native, step) in zip(shown["values"], places, strict=True)
            ]
            return (
                shown["frame"] > after and isclose(shown["loss"], expected.loss, rel_tol=1e-9) and all(near)
            )

        until(agrees, f"{lesson} says what native Python says")
        return expected


@pytest.fixture(scope="module", params=["snapshot", pytest.param("packed", marks=thorough)])
def start(request: pytest.FixtureRequest, fox: Firefox, site: Path) -> Iterator[Start]:
    way = request.param
    fox.complaints.clear()
    with faulty(site, missing=OTHERS[way]) as server:
        tab = Tab(fox, at_once(f"{server.address}?start={way}")).ready()
        yield Start(way, tab, server)
        tab.close()


def test_python_starts_in_firefox_without_the_parts_of_the_other_way(start: Start) -> None:
    own = {"snapshot": "heap.bin", "packed": "pack.bin"}[start.way]
    asked = {name.rpartition("/")[2] for name in start.server.asked}
    assert {own, "decoder.bin"} <= asked
    assert start.tab.firefox.complaints == []
    if start.way == "snapshot":
        assert "pack.bin" not in asked


@a_few(2)
@pytest.mark.parametrize("lesson", LESSONS)
def test_hand_and_step_in_firefox_give_the_native_loss_sentence_and_table(start: Start, lesson: str) -> None:
    slider = LESSONS[lesson].sliders[0]
    for selector, key in ((f"[name={slider.name}]", "ArrowRight"), ("[data-action=step]", "Enter")):
        before = start.tab.run(SHOWN, lesson)["frame"]
        start.tab.press(f"#{lesson} {selector}", key)
        if key == "ArrowRight":
            start.native.move(lesson, slider.name, slider.start + slider.step)
        else:
            start.native.step(lesson)
        expected, shown = start.settled(lesson, before), start.tab.run(SHOWN, lesson)
        assert shown["sentence"] == expected.sentence
        assert shown["cells"] == [cell for row in expected.table for cell in row]


def colours(pixels: np.ndarray) -> int:
    """How many colours are in an image of shape (height, width, channels)."""
    return len(np.unique(pixels.reshape(-1, pixels.shape[-1]), axis=0))


@a_few(2)
@pytest.mark.parametrize("lesson", LESSONS)
def test_every_picture_in_firefox_is_drawn_and_follows_a_step(start: Start, lesson: str) -> None:
    names = start.tab.run(
        "lesson => [...document.querySelectorAll(`#${lesson} canvas[data-picture]`)]"
        ".filter(one => one.checkVisibility()).map(one => one.dataset.picture)",
        lesson,
    )
    places = [f"#{lesson} canvas[data-picture={name}]" for name in names]
    for place in places:
        start.tab.run("place => document.querySelector(place).scrollIntoView({ block: 'center' })", place)
        until(lambda p=place: bool(start.tab.run(LIT, p)), f"{place} is painted")  # type: ignore[misc]
        until(lambda p=place: colours(start.tab.pixels(p)) > 20, f"{place} is seen")  # type: ignore[misc]
    before = [start.tab.pixels(place) for place in places]
    start.tab.press(f"#{lesson} [data-action=step]", "Enter")
    start.native.step(lesson)
    for place, seen in zip(places, before, strict=True):
        until(lambda p=place, s=seen: bool((start.tab.pixels(p) != s).any()), f"{place} follows")  # type: ignore[misc]


def test_opened_as_a_file_in_firefox_the_page_says_so_and_shows_its_figures(fox: Firefox, site: Path) -> None:
    tab = Tab(fox, (site / "index.html").as_uri())
    until(
        lambda: bool(tab.run("() => document.getElementById('unserved')?.offsetHeight")), "the page says so"
    )
    until(lambda: bool(tab.run(FIGURES_SHOWN)), "all figures show")
    assert tab.run("() => document.getElementById('unserved').textContent") == PAGE["page.unserved"]
    assert tab.run("() => document.getElementById('failure').hidden")
    tab.close()


@thorough
def test_after_one_visit_firefox_opens_the_page_without_a_server_and_lets_it_stand_in_for_another(
    fox: Firefox, site: Path
) -> None:
    with faulty(site) as server:
        server.more = {"Cache-Control": "no-store"}
        tab = Tab(fox, at_once(server.address))
        until(lambda: tab.run(WORKERS) == ["active"], "the page is kept")
        tab.close()
    assert stands_in(fox, server.address) is False
    assert stands_in(fox, f"{server.address}de.html") is True


def stands_in(fox: Firefox, address: str) -> bool:
    """Whether the page that opens, and goes live, says that it stands in for another one."""
    tab = Tab(fox, address).ready()
    hidden = tab.run("() => document.getElementById('instead').hidden")
    tab.close()
    return not hidden


def test_in_the_editor_of_code_enter_indents_escape_and_tab_leave_and_nothing_is_refused(
    fox: Firefox, cached: Runtime, common: Path
) -> None:
    folder = once(common, "code-editor", lambda out: code_editor.lay_out(out, cached))
    before = len(fox.complaints)
    with serving(folder) as address:
        tab = Tab(fox, address)
        until(lambda: bool(tab.run("() => document.getElementById('after') !== null")), "the page is there")
        tab.run(f"() => {{ {HEARD} return ({OPEN})(['def loss(w):', 'Code', 'Keys']); }}")
        for key in ("End", "Enter"):
            tab.press(".cm-content", key)
        assert tab.run("() => editor.text()") == "def loss(w):\n    "
        for key in ("Escape", "Tab"):
            tab.press(".cm-content", key)
        assert tab.run("() => document.activeElement.id") == "after"
        assert tab.run("() => refused") == []
        tab.close()
    assert fox.complaints[before:] == []
