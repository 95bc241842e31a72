"""Real input: what the page's own robot would choose is done by the browser's pointer, finger and keys."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # it needs what the venv holds
    from playwright.sync_api import Page

READY = "html[data-python=ready]"
START = 180_000
"""Milliseconds that Python has to start."""
SCRIPT = Path(__file__).with_name("hands.js").read_text()
FOLDER = "JSON.parse(document.querySelector('mpy-config').textContent).interpreter.replace(/[^/]*$/, '')"
"""Where the robot's modules are: beside the page's interpreter."""


class Hands:
    """Two hands on a page; `touch` is whether they have a finger in place of a mouse."""

    def __init__(self, page: "Page", touch: bool) -> None:
        self.page, self.touch = page, touch
        self.loads, self.held = 0, 0
        page.on("domcontentloaded", self._count)

    def take_hold(self, seed: int) -> None:
        """Wait until the page that was opened is live, and watch it; `seed` chooses what is done."""
        self.page.wait_for_selector(READY, timeout=START)
        self.held = self.loads
        self.page.evaluate(SCRIPT, [self.page.evaluate(FOLDER), seed])

    def has_lost_hold(self) -> bool:
        """Whether the page has reloaded itself, as it does where a reader's code never ends."""
        self.page.wait_for_selector(READY, timeout=START)
        return self.loads > self.held

    def act(self) -> str:
        """Do the next thing; returns the words that name it, or '' where there was nothing to do."""
        todo = self.page.evaluate("robot.chosen()")
        if not todo:
            return ""
        getattr(self, todo["what"])(todo)
        return str(todo["words"])

    def found(self) -> str:
        """What must not be, once the page rests; '' where all is well."""
        return str(self.page.evaluate("robot.found()"))

    def unanswered(self) -> str:
        """Move a slider that is to be seen by a key; what to say where it does not move, else ''."""
        key = self.page.evaluate("robot.slider()")
        if key is None:
            return ""
        before = self.page.evaluate("robot.stands()")
        self.page.keyboard.press(key)
        found = self.found()
        moved = self.page.evaluate("robot.stands()") != before
        return found or ("" if moved else f"{before} does not answer {key}")

    def press(self, todo: dict[str, Any]) -> None:
        """Click, or tap."""
        self._meet(todo["at"])

    def select(self, todo: dict[str, Any]) -> None:
        """Choose from a menu by keys."""
        for _ in range(todo["times"]):
            self.page.keyboard.press("ArrowDown" if todo["times"] % 2 else "ArrowUp")

    def leave(self, todo: dict[str, Any]) -> None:
        """Leave a window that lies above all else."""
        self.page.keyboard.press("Escape")

    def slide(self, todo: dict[str, Any]) -> None:
        """Take hold of a slider and drag it; a finger taps."""
        self._drag(todo["at"])

    def write(self, todo: dict[str, Any]) -> None:
        """Write over what stands in a field: by typing, or pasted."""
        self._meet(todo["at"])
        self.page.keyboard.press("ControlOrMeta+a")
        if todo["times"] == 1 or not todo["text"]:
            self.page.keyboard.type(todo["text"][:40])
        else:
            self.page.evaluate("text => navigator.clipboard.writeText(text)", todo["text"])
            self.page.keyboard.press("ControlOrMeta+v")
        self.page.keyboard.press("Tab")

    def key(self, todo: dict[str, Any]) -> None:
        """Press a key on what has the focus, `times` times."""
        for _ in range(todo["times"]):
            self.page.keyboard.press(todo["key"])

    def point(self, todo: dict[str, Any]) -> None:
        """Point at a picture, or drag across it."""
        if todo["times"] == 1:
            self._drag(todo["at"])
        else:
            self._meet(todo["at"])

    def scroll(self, todo: dict[str, Any]) -> None:
        """Turn the wheel; where there is none, press a key."""
        if self.touch:
            self.page.keyboard.press("PageDown")
        else:
            self.page.mouse.wheel(0, 400 * (todo["times"] - 2))

    def _count(self, page: "Page") -> None:
        self.loads += 1

    def _meet(self, at: dict[str, float]) -> None:
        if self.touch:
            self.page.touchscreen.tap(at["x"], at["y"])
        else:
            self.page.mouse.click(at["x"], at["y"])

    def _drag(self, at: dict[str, float]) -> None:
        if self.touch:
            self.page.touchscreen.tap(at["x"], at["y"])
            return
        self.page.mouse.move(at["x"], at["y"])
        self.page.mouse.down()
        self.page.mouse.move(at["to"], at["y"], steps=4)
        self.page.mouse.up()
