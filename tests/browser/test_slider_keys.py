"""Keys on a slider: its thumb moves with its picture and its words, in one frame."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import expect

from tests.browser.test_hand import native_loss
from tests.support.essay import LESSONS, Essay, Lesson, until

PATIENT = """frame => {
    const real = window.setTimeout;
    window.setTimeout = (then, ms, ...given) => real(then, ms === frame ? 20_000 : ms, ...given);
    window.back = () => { window.setTimeout = real; };
}"""
"""A thumb waits for its picture however long that takes: the machine may be busy."""
IMPATIENT = """frame => {
    const real = window.setTimeout;
    window.setTimeout = (then, ms, ...given) => ms === frame ? (then(), 0) : real(then, ms, ...given);
    window.back = () => { window.setTimeout = real; };
}"""
"""A thumb does not wait at all."""
KEYS = "ArrowRight ArrowUp ArrowLeft End ArrowLeft ArrowDown Home ArrowRight".split()
FRAME = 16  # ms; the page's own bound
EVERY_FRAME = """section => {
    const [slider, box] = ["input[type=range]", "input.box"].map((one) => section.querySelector(`.slider ${one}`));
    window.seen = [];
    const look = () => {
        const now = [slider.value, box.value, slider.ariaValueText, section.dataset.loss].join("|");
        if (now !== window.seen.at(-1)) window.seen.push(now);
        window.looking = requestAnimationFrame(look);
    };
    look();
}"""
HEARD = """section => {
    const slider = section.querySelector(".slider input[type=range]");
    const hear = ({ type }) => heard.push([type, slider.value, Number(section.dataset.loss)]);
    window.unhear?.();
    window.heard = [];
    for (const kind of ["input", "change"]) slider.addEventListener(kind, hear);
    window.unhear = () => ["input", "change"].forEach((kind) => slider.removeEventListener(kind, hear));
}"""


@contextmanager
def held(essay: Essay, how: str = PATIENT) -> Iterator[Lesson]:
    """The first lesson, its slider in focus, and how long its thumb waits."""
    lesson = essay.lesson("valley")
    lesson.set("x", 0)
    essay.page.evaluate(how, FRAME)
    lesson.slider("x").focus()
    try:
        yield lesson
        lesson.rest()
    finally:
        essay.page.evaluate("back()")


def test_the_thumb_is_seen_where_it_stands_with_its_number_its_loss_and_what_is_spoken(essay: Essay) -> None:
    with held(essay) as lesson:
        lesson.section.evaluate(EVERY_FRAME)
        for key in ("ArrowRight", "ArrowUp", "ArrowRight", "PageUp", "PageDown", "Home", "End"):
            essay.page.keyboard.press(key)
            lesson.rest()
        seen = essay.page.evaluate("cancelAnimationFrame(looking), seen")
        values = [float(one.split("|")[0]) for one in seen]
        assert values == [0, 0.05, 0.1, 0.15, 0.65, 0.15, -5, 5]
        shown = [one.split("|") for one in seen]
        assert all(float(box.replace("\u2212", "-")) == float(value) for value, box, *_ in shown)
        for value, *_, loss in shown:
            assert float(loss) == pytest.approx(native_loss("valley", float(value)), rel=1e-9)


def test_the_page_hears_of_every_key_once_when_all_is_shown(essay: Essay) -> None:
    with held(essay) as lesson:
        lesson.section.evaluate(HEARD)
        for key in ("ArrowRight", "ArrowRight", "Home", "ArrowLeft"):  # the last one leads nowhere
            essay.page.keyboard.press(key)
            lesson.rest()
        heard = essay.page.evaluate("heard")
        assert [(kind, value) for kind, value, _ in heard] == [
            (kind, value) for value in ("0.05", "0.1", "-5") for kind in ("input", "change")
        ]
        for _, value, loss in heard:
            assert loss == pytest.approx(native_loss("valley", float(value)), rel=1e-9)


def test_a_thumb_whose_picture_is_late_moves_without_it(essay: Essay) -> None:
    with held(essay, IMPATIENT) as lesson:
        lesson.section.evaluate(HEARD)
        lesson.slider("x").evaluate(
            "slider => addEventListener('keydown', () => { window.at = slider.value }, { once: true })"
        )
        essay.page.keyboard.press("ArrowRight")
        lesson.rest()
        assert essay.page.evaluate("at") == "0.05", "it waited"
        assert [kind for kind, *_ in essay.page.evaluate("heard")] == ["input", "change"]
        lesson.wait_for_loss(native_loss("valley", 0.05))


@pytest.mark.parametrize(
    ("meanwhile", "x"),
    [
        ("slider.value = '2'; slider.dispatchEvent(new Event('input', { bubbles: true }))", 2),
        ("slider.dispatchEvent(new KeyboardEvent('keydown', { key: 'PageUp', bubbles: true }))", 0.55),
    ],
)
def test_what_happens_while_a_thumb_waits_comes_after_it(essay: Essay, meanwhile: str, x: float) -> None:
    with held(essay) as lesson:
        lesson.slider("x").evaluate(
            f"slider => document.addEventListener('keydown', () => {{ {meanwhile} }}, {{ once: true }})"
        )
        essay.page.keyboard.press("ArrowRight")
        lesson.wait_for_loss(native_loss("valley", x))
        lesson.rest()
        assert lesson.values == (x,)
        expect(lesson.box("x")).to_have_value(f"{x:.2f}")


def test_keys_lead_where_the_browser_leads_them(essay: Essay) -> None:
    page = essay.page
    page.evaluate(
        "document.body.append(Object.assign(document.createElement('input'), {id: 'own-slider', type: 'range'}))"
    )
    copied = "(slider, own) => { for (const one of ['min', 'max', 'step', 'value']) own[one] = slider[one]; }"
    own = page.locator("#own-slider")
    for name in LESSONS:
        lesson = essay.lesson(name)
        slider = lesson.section.locator(".slider input[type=range]").first
        slider.evaluate(copied, own.element_handle())
        for key in KEYS:
            own.press(key)
            slider.press(key)
            until(page, lambda: slider.input_value() == own.input_value(), f"{name} follows {key}")  # noqa: B023
        lesson.rest()
    own.evaluate("own => own.remove()")
