"""The release of a slider: the pointer is lifted, or no key was pressed for a while."""

import js as window

from page.browser.dom import guarded, listen

REST = 400  # ms without a key press; repeated presses within it count as one move, as a drag does


class Release:
    """Calls `then` when a slider of a section is released. The section has `data-holding` until keys rest."""

    def __init__(self, section, then):
        self.section, self.then = section, then
        self.by_key = False
        self.timer = 0
        self.rested = guarded(self.now, section)
        listen(section, "keydown", self.pressed, True)
        listen(section, "pointerdown", self.grasped, True)
        listen(section, "focusout", self.left)

    def pressed(self, event):
        """A key was pressed: the release comes when keys rest."""
        self.by_key = True

    def grasped(self, event):
        """A pointer is down: the release comes with the `change` event."""
        self.by_key = False

    def left(self, event):
        """Losing the focus is a release."""
        if self.timer:
            self.now()

    def changed(self, event=None):
        """Handle `change`, which browsers also fire after every key press."""
        if not self.by_key:
            self.now()
            return
        if self.timer:
            window.clearTimeout(self.timer)
        else:
            self.section.setAttribute("data-holding", "")
        self.timer = window.setTimeout(self.rested, REST)

    def now(self):
        """Release now, and cancel a pending release."""
        if self.timer:
            window.clearTimeout(self.timer)
            self.section.removeAttribute("data-holding")
            self.timer = 0
        self.then()
