"""When a hand lets go: a finger is lifted, or keys have rested for a while."""

import js as window

from page.browser.dom import guarded, listen

REST = 400  # ms without a key: one that is held, or pressed again and again, is one move, as a drag is


class Release:
    """Calls `then` when a slider of a section is let go. Until keys rest the section has `data-holding`."""

    def __init__(self, section, then):
        self.section, self.then = section, then
        self.by_key = False
        self.timer = 0
        self.rested = guarded(self.now, section)
        listen(section, "keydown", self.pressed, True)
        listen(section, "pointerdown", self.grasped, True)
        listen(section, "focusout", self.left)

    def pressed(self, event):
        """What a key moves is held until keys rest."""
        self.by_key = True

    def grasped(self, event):
        """What a finger or a mouse moves is held until it is lifted."""
        self.by_key = False

    def left(self, event):
        """Whoever goes elsewhere has let go."""
        if self.timer:
            self.now()

    def changed(self, event=None):
        """The browser says that a slider was let go, as it does after every key."""
        if not self.by_key:
            self.now()
            return
        if self.timer:
            window.clearTimeout(self.timer)
        else:
            self.section.setAttribute("data-holding", "")
        self.timer = window.setTimeout(self.rested, REST)

    def now(self):
        """The slider is let go."""
        if self.timer:
            window.clearTimeout(self.timer)
            self.section.removeAttribute("data-holding")
            self.timer = 0
        self.then()
