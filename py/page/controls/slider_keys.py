"""The keys of a slider. Its thumb waits for its picture, so that both appear in the same frame.
 A browser that moves the thumb itself starts a frame just for that; the picture, ready a few milliseconds
later, would have to wait for the next frame.
"""

import js as window

from page.browser.dom import guarded, made, to_js

STEPS = {"ArrowRight": 1, "ArrowUp": 1, "ArrowLeft": -1, "ArrowDown": -1, "PageUp": 10, "PageDown": -10}
PAGES = ("PageUp", "PageDown")  # the browsers' own steps differ
FRAME = 16  # ms: the longest that a thumb waits
MODIFIERS = ("altKey", "ctrlKey", "metaKey", "shiftKey")


class SliderKeys:
    """Moves sliders by keys. A thumb waits only if the worker can answer at once, and at most one frame."""

    def __init__(self, bridge):
        self.bridge = bridge
        self.ruler = made("input", type="range")  # not on the page: it computes where a slider would be
        self.held = None  # the row whose thumb waits, and the text of the value that it waits with
        self.telling = None  # the row whose events are sent now: its move is on its way, or done
        self.timer = 0
        self.overdue = guarded(self.move_held)

    def pressed(self, event, lesson, row):
        """Handle a key on a slider, unless the browser does. The row is None if it is no parameter's."""
        self.move_held()
        key, slider = event.key, event.target
        if key not in STEPS and key not in ("Home", "End"):
            return
        waits = row and event.isTrusted and self.bridge.is_free(lesson)
        if any(getattr(event, modifier) for modifier in MODIFIERS) or not (waits or key in PAGES):
            return
        event.preventDefault()
        text = self.after(slider, key)
        if text == slider.value:
            return
        if waits:
            self.hold(lesson, row, text)
        else:
            slider.value = text
            fire(slider)

    def after(self, slider, key):
        """Return the value of a slider after a key, as text: on a step and between the ends."""
        ruler = self.ruler
        ruler.min, ruler.max, ruler.step = slider.min, slider.max, slider.step
        if key in STEPS:
            ruler.value = str(float(slider.value) + STEPS[key] * float(slider.step))
        else:
            ruler.value = slider.min if key == "Home" else slider.max
        return ruler.value

    def hold(self, lesson, row, text):
        """Request a move. Its view moves the thumb; after a frame without a view, we do."""
        self.held = row, text
        self.bridge.tell(lesson, "move", row.name, float(text))
        self.bridge.when_free(lesson, self.shown)
        self.timer = window.setTimeout(self.overdue, FRAME)

    def shown(self, nothing=None):
        """Note that the view of a held move is on the page, or that there is none."""
        if self.held:
            self.tell()

    def move_held(self):
        """Move the thumb that waits, if there is one, without its view."""
        if self.held:
            row, text = self.held
            row.range.value = text
            row.echo(float(text))
            self.tell()

    def left(self, event):
        """Move a waiting thumb now, because the focus goes elsewhere."""
        self.move_held()

    def forget(self, row):
        """Forget a waiting value, because the slider was moved in another way meanwhile."""
        if self.held and self.held[0] is row:
            self.end()

    def tell(self):
        """Fire the events of the thumb's move, as a browser does after every key."""
        row = self.telling = self.end()
        row.warn("")
        fire(row.range)
        self.telling = None

    def end(self):
        """End the wait. Return the row whose thumb was waiting."""
        row, self.held = self.held[0], None
        window.clearTimeout(self.timer)
        return row


def fire(slider):
    """Fire a slider's bubbling events, as the browser does for real input."""
    for kind in ("input", "change"):
        slider.dispatchEvent(window.Event.new(kind, to_js({"bubbles": True})))
