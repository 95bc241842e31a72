"""Every beat of every lesson, opened one after the other, and what is to be seen in each: one question to a page."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from playwright.sync_api import Locator, Page

from downhill.lessons import every_lesson
from downhill.session.beat_texts import BEATS

IDS = [lesson.id for lesson in every_lesson()]
PATHS = {lesson.id: tuple(lesson.film.shots) for lesson in every_lesson()}
"""The beats that the filled button leads through; others are reached by their address, and from their own buttons."""
WALK = """async ([lessons, beats]) => {
    const seen = part => part.checkVisibility({visibilityProperty: true}) && part.getClientRects().length > 0;
    const share = part => new Promise(tell => new IntersectionObserver(([one], observer) => {
        observer.disconnect();
        tell(one.intersectionRatio);
    }).observe(part));
    const look = LOOK;
    const frame = () => new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)));
    const settled = async lesson => {
        await frame();
        if (document.fonts.status === "loading") await document.fonts.ready.then(frame);
        while (lesson && "live" in lesson.dataset && document.body.dataset.busy) {
            const film = document.querySelector(`#${document.body.dataset.busy.split(" ")[0]} [data-primary]`);
            (film ?? lesson.querySelector("[data-primary]")).click();  // a press ends what moves there
            await new Promise(resolve => setTimeout(resolve, 20));
        }
        for (const one of lesson?.getAnimations({subtree: true}) ?? []) one.finish();
    };
    const found = [];
    await settled();
    for (const id of lessons) for (const beat of beats) {
        const lesson = document.getElementById(id), heading = lesson.querySelector(`[data-beat=${beat}] button`);
        lesson.scrollIntoView();
        (heading.checkVisibility() ? heading : lesson).scrollIntoViewIfNeeded();
        const {left, top, width, height} = heading.getBoundingClientRect();
        const there = document.elementFromPoint(left + width / 2, top + height / 2);
        heading.click();
        await settled(lesson);
        const offPath = !heading.closest("li").dataset.shots;  // its dash is not there
        found.push([id, beat, offPath || heading.contains(there), await look(lesson, heading.closest("li"))]);
    }
    return found;
}"""
"""Opens beats as a hand does that presses their headings, once these are in view; lists whether a hand would hit them."""


class Seen(NamedTuple):
    """A beat of a lesson that was opened, and what was found there."""

    lesson: str
    beat: str
    found: Any


def beat_by_beat(
    page: Page, look: str, lessons: Iterable[str] = IDS, beats: Sequence[str] = BEATS
) -> list[Seen]:
    """What is found in every beat: `look` is JavaScript, a function of the lesson's section and the beat's list item.

    It may ask whether a part is `seen(part)`, and, with `await`, for the `share(part)` of it that is in the window. Fails
    where a press would not reach the heading of a beat.
    """
    walked = page.evaluate(WALK.replace("LOOK", look), [list(lessons), list(beats)])
    for lesson, beat, hit, _ in walked:
        assert hit, f"something lies over the heading of {lesson} {beat}"
    return [Seen(lesson, beat, found) for lesson, beat, _, found in walked]


def go(page: Page, lesson: str, beat: str) -> Locator:
    """Open a beat by its heading, be it on the path or not, and return its list item."""
    item = page.locator(f"#{lesson} [data-beat={beat}]")
    page.evaluate("lesson => document.getElementById(lesson).scrollIntoView()", lesson)
    item.locator("button.beat").evaluate("heading => heading.click()")
    return item


def open_rest(section: Locator) -> None:
    """Show what a lesson's More holds: the longer text, the Python, all at once. On phones it is shown anyway."""
    more = section.locator("[data-rest]")
    if more.is_visible() and more.get_attribute("aria-expanded") == "false":
        more.click()


def open_tools(page: Page, lesson: str) -> Locator:
    """Open a lesson's Tools, where what its film does by itself is done by hand; return them."""
    opener, tools = page.locator(f"#{lesson} [data-tools]"), page.locator(f"#{lesson}-tools")
    if opener.get_attribute("aria-expanded") == "false":
        opener.evaluate("opener => opener.click()")
    return tools
