"""The page as a test sees it: lessons with sliders, boxes, buttons and pictures."""

from base64 import b64decode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from math import isclose
from time import monotonic

import numpy as np
from PIL import Image
from playwright.sync_api import ConsoleMessage, Frame, Locator, Page, expect

PATIENCE = 30_000
"""Milliseconds that anything may take before a test gives up on it: the machine may be busy."""
SLOW = "Python did not start within"
"""What the page says on a busy machine; then it does start, and all is well."""
NOT_IN_CACHE = "net::ERR_CACHE_MISS"
"""What the browser says where the page, late on a busy machine, looks for what its cache alone has."""
EARLY = "was preloaded using link preload but not used within a few seconds"
"""What the browser says where a busy machine needed seconds to get from a font's fetch to its first letter."""
OURS = "downhill"
"""What the page keeps in the browser's history with an address that it has read."""
LESSONS = ("valley", "line", "next-word", "choose-word")


def until(page: Page | Frame, holds: Callable[[], bool], what: str) -> None:
    """Wait until `holds()`, which is asked less often after a second; fails, saying `what` was waited for."""
    began = monotonic()
    while not holds():
        waited = monotonic() - began
        assert waited < PATIENCE / 1000, f"waited in vain until {what}"
        page.wait_for_timeout(25 if waited < 1 else 100)


def pixels(place: Locator) -> np.ndarray:
    """A screenshot of a place on the page: whole numbers, shape (height, width, 3)."""
    place.scroll_into_view_if_needed()
    return np.asarray(Image.open(BytesIO(place.screenshot())).convert("RGB"), dtype=int)


READ = """
    const read = () => {
        const copy = document.createElement("canvas");
        copy.width = canvas.width;
        copy.height = canvas.height;
        copy.getContext("2d").drawImage(canvas, 0, 0);
        return copy.toDataURL();
    };
"""
NEAR = """
    for (let left = 3000; left && "far" in canvas.parentElement.dataset; left--) {
        await new Promise(resolve => setTimeout(resolve, 10));
    }
"""
"""Waits until a picture that has come near is painted."""
PAINTED = f"async canvas => {{ {NEAR} {READ} return read(); }}"
STILL = f"""async canvas => {{
    {NEAR}
    {READ}
    for (let seen = read(), pause = 10; ; pause = 50) {{
        await new Promise(resolve => setTimeout(resolve, pause));
        const before = seen;
        if ((seen = read()) === before) return seen;
    }}
}}"""


def painted(canvas: Locator, still: bool = False) -> np.ndarray:
    """What a canvas holds, or when it holds `still`, wherever the page is scrolled to: shape (height, width, 3)."""
    canvas.scroll_into_view_if_needed()
    return decoded(canvas.evaluate(STILL if still else PAINTED))


def decoded(address: str) -> np.ndarray:
    """The image in a data URL: shape (height, width, 3)."""
    held = b64decode(address.partition(",")[2])
    return np.asarray(Image.open(BytesIO(held)).convert("RGB"), dtype=int)


IDLE = """([name, patience]) => Promise.race([
    downhillIdle(...name ? [name] : []).then(() => true),
    new Promise((resolve) => setTimeout(resolve, patience, false)),
])"""


def at_rest(page: Page | Frame, lesson: str = "", patience: int = PATIENCE) -> None:
    """Wait until a lesson, or the whole page, says that it is at rest; at most that many ms."""
    assert page.evaluate(IDLE, [lesson, patience]), f"{lesson or 'the page'} did not come to rest"


FRAMES = "[...document.querySelectorAll('section.lesson')].map(s => [s.id, Number(s.dataset.frame || 0)])"
"""How many views each lesson has shown."""
NEXT_FRAME = """(section, [before, patience]) => new Promise((resolve) => {
    const shown = () => Number(section.dataset.frame || 0) > before;
    const watch = new MutationObserver(() => end(shown()));
    const late = setTimeout(() => resolve(shown()), patience);
    const end = (there) => there && (watch.disconnect(), clearTimeout(late), resolve(true));
    watch.observe(section, { attributeFilter: ["data-frame"] });
    end(shown());
})"""
"""Whether a section shows more views than it did before, as soon as it does."""
LIT = """() => [...document.querySelectorAll(".frame")].every(
    (one) => "lit" in one.dataset || "far" in one.dataset || !one.checkVisibility()
)"""


def at_once(address: str) -> str:
    """An address of the page, for a page that shows all at once and whose runs take no time."""
    path, hash_, fragment = address.partition("#")
    return f"{path}{'&' if '?' in path else '?'}all&tempo=fast{hash_}{fragment}"


def plain(address: str) -> str:
    """An address without what `at_once` has added."""
    path, hash_, fragment = address.partition("#")
    path, _, query = path.partition("?")
    left = [part for part in query.split("&") if part not in ("", "all", "all=", "tempo=fast")]
    return path + ("?" + "&".join(left) if left else "") + hash_ + fragment


class Lesson:
    """One lesson's section."""

    def __init__(self, page: Page | Frame, name: str) -> None:
        self.page, self.name = page, name
        self.section = page.locator(f"section#{name}")

    def slider(self, name: str) -> Locator:
        """A range by its name."""
        return self.section.locator(f"input[type=range][name={name}]")

    def box(self, name: str) -> Locator:
        """The number box of a slider."""
        return self.section.locator(f"input[data-box={name}]")

    def note(self, name: str) -> Locator:
        """The sentence under a slider."""
        return self.page.locator(f"#{self.name}-{name}-note")

    def button(self, action: str) -> Locator:
        """A button of the machine."""
        return self.section.locator(f"button[data-action={action}]")

    def shown(self, part: str) -> Locator:
        """A part that shows something: loss_shown, sentence, said, hand_moves, machine_steps."""
        return self.section.locator(f"[data-show={part}]")

    def canvas(self, picture: str = "picture") -> Locator:
        """The canvas of a picture."""
        return self.section.locator(f"canvas[data-picture={picture}]")

    def pick(self, option: str) -> None:
        """Switch a choice."""
        with self.next_frame():
            self.section.locator(f"input[type=radio][value={option}]").check(force=True)

    @property
    def loss(self) -> float:
        """The loss that the page tells, at full precision."""
        return float(self.section.get_attribute("data-loss") or "nan")

    @property
    def frame(self) -> int:
        """How many views were shown."""
        return int(self.section.get_attribute("data-frame") or 0)

    @property
    def values(self) -> tuple[float, ...]:
        """Where the thumbs of the sliders stand."""
        ranges = self.section.locator(".slider input[type=range]")
        return tuple(map(float, ranges.evaluate_all("ranges => ranges.map(range => range.value)")))

    @contextmanager
    def next_frame(self) -> Iterator[None]:
        """Do something, then wait for the view that answers it."""
        before = self.frame
        yield
        there = self.section.evaluate(NEXT_FRAME, [before, PATIENCE])
        assert there, f"waited in vain until {self.name} shows another view"

    def press(self, action: str) -> None:
        """Press a button of the machine and wait for what it does."""
        with self.next_frame():
            self.button(action).click()

    def type(self, name: str, text: str) -> None:
        """Type something into a number box."""
        self.box(name).fill(text)
        self.box(name).press("Enter")

    def set(self, name: str, value: float) -> None:
        """Put a slider somewhere by hand, and wait until its value is taken."""
        self.type(name, str(value))
        self.wait_for_loss_of(name, value)

    def wait_for_loss_of(self, name: str, value: float) -> None:
        """Wait until a slider stands at a value and the lesson has come to rest."""
        expect(self.slider(name)).to_have_js_property("value", f"{value:g}", timeout=PATIENCE)
        self.rest()

    def rest(self) -> None:
        """Wait until nothing of the lesson is asked for, held, played or still to be painted."""
        at_rest(self.page, self.name)

    def wait_for_loss(self, loss: float) -> None:
        """Wait until the page tells this loss: the two numpys may differ in a last digit."""
        until(self.page, lambda: isclose(self.loss, loss, rel_tol=1e-12), f"{self.name} is at {loss}")

    def pixels(self, picture: str = "picture") -> np.ndarray:
        """What a picture shows once it has come to rest, shape (height, width, 3)."""
        self.rest()
        return painted(self.canvas(picture), still=True)


class Essay:
    """The page in one tab, and everything that its console, its scripts and its requests said."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address = page, address
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self.resets = 0
        self.was_slow = False
        self.untouched: list[object] = []
        page.set_default_timeout(PATIENCE)
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda request: self.requests.append(request.url))

    def _hear(self, message: ConsoleMessage) -> None:
        self.was_slow = self.was_slow or SLOW in message.text
        expected = SLOW in message.text or EARLY in message.text
        expected = expected or (self.was_slow and NOT_IN_CACHE in message.text)
        if message.type in ("error", "warning") and not expected:
            self.complaints.append(message.text)

    def open(self, rest: str = "", beats: bool = False) -> "Essay":
        """Open the page; `rest` is what follows its address, a query or a fragment.

        All of every lesson is shown at once and nothing takes its time, unless `beats` are the subject.
        """
        address = self.address + rest
        self.page.goto(address if beats else at_once(address), wait_until="commit")
        return self

    def loaded(self) -> "Essay":
        """Wait until the document, its style and its scripts are there; Python is not waited for."""
        self.page.wait_for_load_state()
        return self

    def ready(self) -> "Essay":
        """Wait until Python is up, every lesson answers, and every picture that is seen is a live one."""
        self.page.wait_for_selector("html[data-python=ready]", timeout=120_000)
        self.page.wait_for_selector("section.lesson:not([data-live])", state="detached")
        self.page.wait_for_function(LIT)
        self.page.evaluate(
            "document.querySelectorAll('details[open]').forEach(d => { d.dataset.opened = '' })"
        )
        return self

    def lesson(self, name: str) -> Lesson:
        """One lesson."""
        return Lesson(self.page, name)

    @property
    def lessons(self) -> list[Lesson]:
        """All lessons."""
        return [self.lesson(name) for name in LESSONS]

    def follow(self, fragment: str, how: str = "assign") -> None:
        """Follow a link to another state of the page that is open; every lesson shows it.

        It is a new entry of the browser's history, unless `how` is "replace".
        """
        before = self._frames()
        self.page.evaluate("([how, fragment]) => { location[how]('#' + fragment) }", [how, fragment])
        until(self.page, lambda: self.page.evaluate("history.state") == OURS, "the link is read")
        until(self.page, lambda: self._are_past(before), "the link is followed")

    def _frames(self) -> dict[str, int]:
        return dict(self.page.evaluate(FRAMES))

    def _are_past(self, frames: dict[str, int]) -> bool:
        now = self._frames()
        return all(now[id] > frame for id, frame in frames.items())

    def rest(self) -> None:
        """Wait until nothing on the page is asked for, held, played or still to be painted."""
        at_rest(self.page)

    def stop(self) -> None:
        """Stop what plays and what trains."""
        playing = "[data-action=play][aria-pressed=true]"
        self.page.evaluate(f"document.querySelectorAll('{playing}').forEach(button => button.click())")

    def reset(self) -> "Essay":
        """Bring everything back to where it was when the page opened."""
        self.stop()
        self.page.evaluate(
            """() => {
                document.activeElement?.blur();
                scrollTo(0, 0);
                document.querySelectorAll("dialog[open]").forEach(dialog => dialog.close());
                document.querySelectorAll("details").forEach(d => { d.open = "opened" in d.dataset });
            }"""
        )
        self.rest()
        if self._standing() != self.untouched:
            self.resets += 1
            self.follow(f"reset-{self.resets}&v=1", "replace")
            self.rest()
            self.untouched = self._standing()
        return self

    def _standing(self) -> list[object]:
        """What differs as soon as anything is moved, typed or gone to."""
        mistakes = "document.querySelectorAll('[aria-invalid=true]').length"
        return [*self.page.evaluate(f"[{FRAMES}, location.hash, {mistakes}]")]

    @property
    def fragment(self) -> str:
        """The fragment of the address."""
        return self.page.url.partition("#")[2]
