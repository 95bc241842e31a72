"""Looks after a reader's code that runs: where the worker does not answer any more, the page begins anew.

The page comes back as it was, the code unrun: the window's name takes it along, which is no storage.
"""

import json

from page.browser.dom import as_function, window
from page.controls.code_editing import STOPPED

LOOK, LONG, LAST = 250, 1000, 3000  # ms: how often it looks, when Stop is offered, when it stops by itself


class Watchdog:
    """Watches the bridge while a reader's code may be at work."""

    def __init__(self, bridge, location):
        self.bridge, self.location = bridge, location
        self.editing, self.text, self.timer = None, "", 0
        self.since, self.looks = 0, 0  # when the worker answered last, and how often it was looked since
        self.look = as_function(self.looked)

    def watch(self, editing, text):
        """That editor's text runs from now on."""
        self.editing, self.text = editing, text
        if not self.timer:
            self.timer = window.setInterval(self.look, LOOK)

    def looked(self):
        """See how long the worker has not answered."""
        waited = self.waited()
        stop = self.editing.element.querySelector("[data-code-do=stop]")
        stop.hidden = waited < LONG
        if waited >= LONG:
            self.editing.put("came", self.editing.word("long"))
        if waited >= LAST:
            self.stop()

    def waited(self):
        """How long the worker has not answered, in ms: by looks, as on a busy machine they come late, too."""
        if not self.bridge.unanswered or self.since != self.bridge.since:
            self.since, self.looks = self.bridge.since, -1
        self.looks += 1
        return self.looks * LOOK

    def stop(self):
        """End what runs, and begin anew."""
        window.clearInterval(self.timer)
        self.location.write()
        window.name = STOPPED + json.dumps({"lesson": self.editing.section.id, "text": self.text})
        window.location.reload()


def left():
    """What was stopped when the page began anew: its lesson and its text; {} where nothing was."""
    name = window.name
    if not name.startswith(STOPPED):
        return {}
    window.name = ""
    try:
        found = json.loads(name[len(STOPPED) :])
    except Exception:
        return {}
    return found if isinstance(found, dict) else {}
